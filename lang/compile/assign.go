package compile

import (
	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/resolve"
)

// store writes register r into a variable.
func (u *unit) store(b *resolve.Binding, r int) {
	switch b.Kind {
	case resolve.Local:
		if b.Far {
			u.emitX(code.STW, r, int(b.Reg))
			return
		}
		u.move(int(b.Reg), r)
		if !u.dead {
			u.set.add(int(b.Reg))
		}
	case resolve.Cell, resolve.Free:
		u.emit(code.STCELL, int(b.Reg), r, 0)
	case resolve.Named:
		u.emitX(code.STNAME, r, u.name(b.Name))
	default:
		u.emitX(code.STGLOBAL, r, u.globalSite(b))
	}
}

// deleteName unbinds a variable.
func (u *unit) deleteName(b *resolve.Binding) {
	switch b.Kind {
	case resolve.Local:
		if b.Far {
			u.emitX(code.DELW, 0, int(b.Reg))
			return
		}
		u.emit(code.DELLOCAL, int(b.Reg), 0, 0)
		u.set.remove(int(b.Reg))
	case resolve.Cell, resolve.Free:
		u.emit(code.DELCELL, int(b.Reg), 0, 0)
	case resolve.Named:
		u.emitX(code.DELNAME, 0, u.name(b.Name))
	default:
		u.emitX(code.DELGLOBAL, 0, u.name(b.Name))
	}
}

// variable returns the register of a target that is a near local.
func variable(e ast.Expr) (int, bool) {
	n, ok := e.(*ast.Name)
	if !ok {
		return 0, false
	}
	b := binding(n.Binding)
	return int(b.Reg), b.Kind == resolve.Local && !b.Far
}

func (u *unit) assign(s *ast.Assign) {
	if len(s.Targets) == 1 {
		t := s.Targets[0]
		if r, ok := variable(t); ok {
			u.into(s.Value, r)
			if !u.dead {
				u.set.add(r)
			}
			return
		}
		if u.assignPairs(t, s.Value) {
			return
		}
		u.assignTo(t, u.hold(s.Value, -1, t))
		return
	}
	if c, ok := s.Value.(*ast.Constant); ok && allVariables(s.Targets) {
		for _, t := range s.Targets {
			u.into(c, mustVariable(t))
			u.set.add(mustVariable(t))
		}
		return
	}
	if allVariables(s.Targets) {
		first := mustVariable(s.Targets[0])
		u.into(s.Value, first)
		for _, t := range s.Targets {
			u.assignTo(t, first)
		}
		return
	}
	// The value's register must outlive the stores: a local among the targets changes.
	v := u.alloc()
	u.into(s.Value, v)
	for _, t := range s.Targets {
		u.assignTo(t, v)
	}
}

func allVariables(ts []ast.Expr) bool {
	for _, t := range ts {
		if _, ok := variable(t); !ok {
			return false
		}
	}
	return true
}

func mustVariable(e ast.Expr) int {
	r, _ := variable(e)
	return r
}

// assignTo stores register v, which no part of the target changes before it is read, into a target.
func (u *unit) assignTo(t ast.Expr, v int) {
	if u.dead {
		return
	}
	mark, old := u.tmp, u.at(t.Pos())
	switch x := t.(type) {
	case *ast.Name:
		u.store(binding(x.Binding), v)
	case *ast.Attribute:
		obj := u.operand(x.Value)
		u.attrPos(x)
		u.emitAttr(code.SETATTR, obj, v, x.Attr)
	case *ast.Subscript:
		obj := u.hold(x.Value, -1, x.Slice)
		key := u.operand(x.Slice)
		u.emit(code.SETITEM, obj, key, v)
	case *ast.Tuple:
		u.unpack(x.Elts, v)
	case *ast.List:
		u.unpack(x.Elts, v)
	case *ast.Starred:
		u.assignTo(x.Value, v)
	}
	u.tmp, u.pos = mark, old
}

// unpack spreads the iterable in register v over the targets.
func (u *unit) unpack(targets []ast.Expr, v int) {
	star := -1
	for i, t := range targets {
		if _, ok := t.(*ast.Starred); ok {
			star = i
		}
	}
	if w, ok := u.row(targets); ok && star < 0 {
		u.emit(code.UNPACK, w, v, len(targets))
		for i := range targets {
			u.set.add(w + i)
		}
		return
	}
	if len(targets) > maxNear || star > 255 || star >= 0 && len(targets)-star-1 > 255 {
		u.fail(u.pos, "too many expressions in star-unpacking assignment")
		return
	}
	w := u.allocN(max(1, len(targets)))
	if star >= 0 {
		u.emit(code.UNPACKEX, w, v, star|(len(targets)-star-1)<<8)
	} else {
		u.emit(code.UNPACK, w, v, len(targets))
	}
	for i, t := range targets {
		u.assignTo(t, w+i)
	}
}

// row says that the targets are locals in consecutive registers, and returns the first. An unpacking may then write
// them directly.
func (u *unit) row(targets []ast.Expr) (int, bool) {
	if len(targets) == 0 {
		return 0, false
	}
	first, ok := variable(targets[0])
	if !ok {
		return 0, false
	}
	for i, t := range targets[1:] {
		if r, ok := variable(t); !ok || r != first+1+i {
			return 0, false
		}
	}
	return first, true
}

// assignPairs compiles `a, b = x, y` without the tuple. It says whether it did.
func (u *unit) assignPairs(target, value ast.Expr) bool {
	targets := elements(target)
	values, ok := pairValues(value)
	if !ok || len(targets) != len(values) || len(targets) == 0 || len(targets) > 32 || hasStar(targets) || hasStar(values) {
		return false
	}
	locals := allVariables(targets)
	if c, ok := value.(*ast.Constant); ok {
		if !locals {
			return false
		}
		for i, t := range targets {
			old := u.at(c.Span)
			u.load(mustVariable(t), c.Value.(code.Tuple)[i])
			u.pos = old
			u.set.add(mustVariable(t))
		}
		return true
	}
	var buf [32]int
	regs := buf[:len(values)]
	last := len(values) - 1
	for i, v := range values {
		if _, ok := v.(*ast.Constant); ok && locals {
			regs[i] = -1 // loaded when it is stored
			continue
		}
		if i == last && locals && u.lastDirect(targets, regs) {
			u.into(v, mustVariable(targets[last]))
			regs[i] = mustVariable(targets[last])
			break
		}
		regs[i] = u.pairOperand(targets, values, i)
	}
	if u.dead {
		return true
	}
	for i, t := range targets {
		if regs[i] < 0 {
			u.into(values[i], mustVariable(t))
			u.set.add(mustVariable(t))
		} else {
			u.assignTo(t, regs[i])
		}
	}
	return true
}

// lastDirect says that the last value may go straight to the last target: no other value waits in that register.
func (u *unit) lastDirect(targets []ast.Expr, regs []int) bool {
	last := len(targets) - 1
	r := mustVariable(targets[last])
	for _, o := range regs[:last] {
		if o == r {
			return false
		}
	}
	for _, t := range targets[:last] {
		if mustVariable(t) == r {
			return false
		}
	}
	return true
}

// pairOperand evaluates the i-th value: in place where it is a local that neither a later value nor an earlier
// target changes.
func (u *unit) pairOperand(targets, values []ast.Expr, i int) int {
	n, ok := values[i].(*ast.Name)
	if !ok {
		return u.operand(values[i])
	}
	r, ok := u.local(n)
	if !ok {
		return u.operand(n)
	}
	copied := binding(n.Binding).Flags&resolve.Walrus != 0
	for _, t := range targets[:i] {
		if tr, ok := variable(t); ok && tr == r {
			copied = true
		} else if !ok && !isLeaf(t) {
			copied = true
		}
	}
	if !copied {
		return r
	}
	t := u.alloc()
	u.emit(code.MOVE, t, r, 0)
	return t
}

// isLeaf says that a target is no tuple or list, which could bind any name.
func isLeaf(t ast.Expr) bool {
	switch t.(type) {
	case *ast.Name, *ast.Attribute, *ast.Subscript:
		return true
	}
	return false
}

func elements(e ast.Expr) []ast.Expr {
	switch x := e.(type) {
	case *ast.Tuple:
		return x.Elts
	case *ast.List:
		return x.Elts
	}
	return nil
}

// pairValues returns the items of a tuple or list display, or as many Constants as a constant tuple has.
func pairValues(e ast.Expr) ([]ast.Expr, bool) {
	switch x := e.(type) {
	case *ast.Tuple:
		return x.Elts, true
	case *ast.List:
		return x.Elts, true
	case *ast.Constant:
		if t, ok := x.Value.(code.Tuple); ok && len(t) <= 32 {
			out := make([]ast.Expr, len(t))
			return out, true
		}
	}
	return nil, false
}

func (u *unit) augAssign(s *ast.AugAssign) {
	ops := &binaryOps[s.Op]
	apply := func(dst, left int) {
		if n, ok := small(s.Value); ok && ops.inplaceImm != 0 {
			u.emit(ops.inplaceImm, dst, left, n)
			return
		}
		u.emit(ops.inplace, dst, left, u.operand(s.Value))
	}
	switch x := s.Target.(type) {
	case *ast.Name:
		b := binding(x.Binding)
		if r, ok := variable(x); ok {
			apply(r, u.hold(x, -1, s.Value))
			return
		}
		t := u.alloc()
		u.loadName(x, t)
		apply(t, t)
		u.pos = toPos(x.Span)
		u.store(b, t)
	case *ast.Attribute:
		obj := u.hold(x.Value, -1, s.Value)
		t := u.alloc()
		old := u.at(x.Span)
		u.attrPos(x)
		u.emitAttr(code.GETATTR, t, obj, x.Attr)
		here := u.pos
		u.pos = old
		apply(t, t)
		u.pos = here
		u.emitAttr(code.SETATTR, obj, t, x.Attr)
	case *ast.Subscript:
		obj := u.hold(x.Value, -1, x.Slice, s.Value)
		key := u.hold(x.Slice, -1, s.Value)
		t := u.alloc()
		old := u.at(x.Span)
		u.emit(code.GETITEM, t, obj, key)
		u.pos = old
		apply(t, t)
		u.pos = toPos(x.Span)
		u.emit(code.SETITEM, obj, key, t)
	}
}

func (u *unit) annAssign(s *ast.AnnAssign) {
	if s.Value != nil {
		u.assign(&ast.Assign{Span: s.Span, Targets: []ast.Expr{s.Target}, Value: s.Value})
	}
	evaluated := !u.scope.IsFunction()
	switch x := s.Target.(type) {
	case *ast.Name:
		if !s.Simple || !evaluated {
			break
		}
		mark := u.tmp
		ann := u.alloc()
		u.annotation(s.Annotation, ann)
		dict, key := u.alloc(), u.alloc()
		u.emitX(code.LDNAME, dict, u.name("__annotations__"))
		u.load(key, resolve.Mangle(u.class, x.Id))
		u.emit(code.SETITEM, dict, key, ann)
		u.tmp = mark
		return
	case *ast.Attribute:
		if s.Value == nil {
			u.operand(x.Value)
		}
	case *ast.Subscript:
		if s.Value == nil {
			u.operand(x.Value)
			u.operand(x.Slice)
		}
	}
	if !s.Simple && evaluated && !u.future {
		u.operand(s.Annotation)
	}
}

// annotation evaluates an annotation, or makes it text.
func (u *unit) annotation(e ast.Expr, dst int) {
	if u.future {
		u.load(dst, ast.Unparse(e))
		return
	}
	if s, ok := e.(*ast.Starred); ok { // *args: *Ts
		t := u.alloc()
		u.into(s.Value, t)
		u.emit(code.UNPACK, dst, t, 1)
		u.tmp--
		return
	}
	u.into(e, dst)
}

func (u *unit) delete(t ast.Expr) {
	mark, old := u.tmp, u.at(t.Pos())
	switch x := t.(type) {
	case *ast.Name:
		u.deleteName(binding(x.Binding))
	case *ast.Attribute:
		obj := u.operand(x.Value)
		u.attrPos(x)
		u.emitWide(code.DELATTR, obj, 0, u.name(resolve.Mangle(u.class, x.Attr)))
	case *ast.Subscript:
		obj := u.hold(x.Value, -1, x.Slice)
		u.emit(code.DELITEM, obj, u.operand(x.Slice), 0)
	case *ast.Tuple:
		for _, e := range x.Elts {
			u.delete(e)
		}
	case *ast.List:
		for _, e := range x.Elts {
			u.delete(e)
		}
	}
	u.tmp, u.pos = mark, old
}
