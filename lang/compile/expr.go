package compile

import (
	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/resolve"
)

// binding is what the resolver wrote into a node.
func binding(b any) *resolve.Binding { return b.(*resolve.Binding).Storage() }

// operand evaluates e and returns the register that holds it: a set local's own, or a new temporary.
func (u *unit) operand(e ast.Expr) int { return u.operandHint(e, -1) }

// operandHint is operand; if it needs a temporary and hint is one, it takes that.
func (u *unit) operandHint(e ast.Expr, hint int) int {
	if n, ok := e.(*ast.Name); ok {
		if r, ok := u.local(n); ok {
			return r
		}
	}
	t := hint
	if t < u.base {
		t = u.alloc()
	}
	u.into(e, t)
	return t
}

// hold is operandHint for an operand that must keep its value while later ones are evaluated: a local that an
// assignment expression may rebind meanwhile is copied.
func (u *unit) hold(e ast.Expr, hint int, later ...ast.Expr) int {
	if n, ok := e.(*ast.Name); ok {
		b := binding(n.Binding)
		if b.Flags&resolve.Walrus != 0 && !simple(later) {
			if r, ok := u.local(n); ok {
				t := hint
				if t < u.base {
					t = u.alloc()
				}
				old := u.at(n.Span)
				u.move(t, r)
				u.pos = old
				return t
			}
		}
	}
	return u.operandHint(e, hint)
}

// simple says that none of the expressions can rebind a local: names, constants and attributes of names.
func simple(list []ast.Expr) bool {
	for _, e := range list {
		for {
			a, ok := e.(*ast.Attribute)
			if !ok {
				break
			}
			e = a.Value
		}
		switch e.(type) {
		case nil, *ast.Name, *ast.Constant:
		default:
			return false
		}
	}
	return true
}

// local returns the register of a name that is a local variable, after making sure that it is set.
func (u *unit) local(n *ast.Name) (int, bool) {
	own := n.Binding.(*resolve.Binding)
	b := own.Storage()
	if b.Kind != resolve.Local || b.Far {
		return 0, false
	}
	r := int(b.Reg)
	if !u.set.has(r) {
		old := u.at(n.Span)
		u.emit(code.CHECKBOUND, r, flag(own != b), 0)
		u.pos = old
		u.set.add(r)
	}
	return r, true
}

// into evaluates e into dst. If dst is a variable it is written by the last instruction that can raise or read it,
// if dst is a temporary it is below u.tmp.
func (u *unit) into(e ast.Expr, dst int) {
	switch x := e.(type) {
	case *ast.Name:
		u.loadName(x, dst)
		return
	case *ast.Constant:
		old := u.at(x.Span)
		u.load(dst, x.Value)
		u.pos = old
		return
	}
	if u.dead {
		return
	}
	mark, old := u.tmp, u.at(e.Pos())
	u.compound(e, dst)
	u.tmp, u.pos = mark, old
}

func (u *unit) compound(e ast.Expr, dst int) {
	switch x := e.(type) {
	case *ast.Attribute:
		r := u.operandHint(x.Value, dst)
		u.attrPos(x)
		u.emitAttr(code.GETATTR, dst, r, x.Attr)
	case *ast.Call:
		u.call(x, dst)
	case *ast.BinOp:
		u.binOp(x, dst)
	case *ast.Subscript:
		u.subscript(x, dst)
	case *ast.Compare:
		u.compare(x, dst)
	case *ast.BoolOp:
		u.boolOp(x, dst)
	case *ast.UnaryOp:
		u.emit(unaryOps[x.Op], dst, u.operandHint(x.Operand, dst), 0)
	case *ast.IfExp:
		u.ifExp(x, dst)
	case *ast.Tuple:
		u.tuple(x.Elts, dst)
	case *ast.List:
		u.list(x.Elts, dst)
	case *ast.Set:
		u.setDisplay(x.Elts, dst)
	case *ast.Dict:
		u.dict(x, dst)
	case *ast.JoinedStr:
		u.joinedStr(x, dst)
	case *ast.FormattedValue:
		u.formatted(x, dst)
	case *ast.Slice:
		w := u.window(dst)
		u.tmp = w
		u.sliceParts(x, 3)
		u.emit(code.SLICE, dst, w, 0)
	case *ast.NamedExpr:
		u.named(x, dst)
	default:
		u.scoped(e, dst)
	}
}

// scoped is the second half of compound.
func (u *unit) scoped(e ast.Expr, dst int) {
	switch x := e.(type) {
	case *ast.Lambda:
		u.lambda(x, dst)
	case *ast.ListComp:
		u.comprehension(x.Span, x.Scope, x.Generators, x.Elt, nil, dst)
	case *ast.SetComp:
		u.comprehension(x.Span, x.Scope, x.Generators, x.Elt, nil, dst)
	case *ast.DictComp:
		u.comprehension(x.Span, x.Scope, x.Generators, x.Key, x.Value, dst)
	case *ast.GeneratorExp:
		u.comprehension(x.Span, x.Scope, x.Generators, x.Elt, nil, dst)
	case *ast.Yield:
		u.yield(x, dst)
	case *ast.YieldFrom:
		t := u.allocN(2)
		u.emit(code.GETYIELDITER, t, u.operandHint(x.Value, t), 0)
		u.emit(code.YIELDFROM, dst, t, u.tmp)
	case *ast.Await:
		t := u.allocN(2)
		u.emit(code.GETAWAIT, t, u.operandHint(x.Value, t), 0)
		u.emit(code.YIELDFROM, dst, t, u.tmp)
	default:
		u.fail(u.pos, "can't use starred expression here")
	}
}

var unaryOps = [...]code.Op{ast.Invert: code.INVERT, ast.Not: code.NOT, ast.UAdd: code.POS, ast.USub: code.NEG}

// loadName evaluates a name into dst.
func (u *unit) loadName(n *ast.Name, dst int) {
	if r, ok := u.local(n); ok {
		if r != dst {
			old := u.at(n.Span)
			u.emit(code.MOVE, dst, r, 0)
			u.pos = old
		}
		return
	}
	old := u.at(n.Span)
	own := n.Binding.(*resolve.Binding)
	u.loadBinding(own.Storage(), dst, flag(own != own.Storage()))
	u.pos = old
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// loadBinding loads a variable that is no near local. free is 1 where a comprehension compiled in place reads the
// enclosing function's variable: an error then calls it a free variable.
func (u *unit) loadBinding(b *resolve.Binding, dst, free int) {
	if u.dead {
		return
	}
	switch b.Kind {
	case resolve.Local:
		u.emitX(code.LDW, dst, int(b.Reg))
	case resolve.Cell:
		u.emit(code.LDCELL, dst, int(b.Reg), free)
	case resolve.Free:
		if u.scope.Type == resolve.ClassScope {
			u.emitWide(code.LDCLASSCELL, dst, int(b.Reg), u.name(b.Name))
		} else {
			u.emit(code.LDCELL, dst, int(b.Reg), 0)
		}
	case resolve.Named:
		u.emitX(code.LDNAME, dst, u.name(b.Name))
	default:
		u.emitX(code.LDGLOBAL, dst, u.globalSite(b))
	}
}

// globalSite is the inline cache that all loads of one global in this code share.
func (u *unit) globalSite(b *resolve.Binding) int {
	if b.Site < 0 {
		b.Site = int32(u.site(u.name(b.Name)))
	}
	return int(b.Site)
}

// window returns the temporary that begins a window of consecutive ones: dst if that is the top one, else a new one.
func (u *unit) window(dst int) int {
	if dst >= u.base && dst == u.tmp-1 {
		return dst
	}
	return u.alloc()
}

// attrPos narrows the position of an attribute access that spans lines to the attribute's own, as CPython does.
func (u *unit) attrPos(x *ast.Attribute) {
	if u.pos.Line != x.EndLine {
		u.pos.Line, u.pos.Col = x.EndLine, x.EndCol-int32(len(x.Attr))
		if u.pos.Col < 0 {
			u.pos.Col, u.pos.EndCol = -1, -1
		}
	}
}

// binaryOps maps operators to opcodes: plain, in place, and with an immediate right side (0: none).
var binaryOps = [...]struct{ op, inplace, imm, inplaceImm code.Op }{
	ast.Add:      {code.ADD, code.IADD, code.ADDI, code.IADDI},
	ast.Sub:      {code.SUB, code.ISUB, code.SUBI, code.ISUBI},
	ast.Mult:     {code.MUL, code.IMUL, code.MULI, 0},
	ast.MatMult:  {code.MATMUL, code.IMATMUL, 0, 0},
	ast.Div:      {code.DIV, code.IDIV, 0, 0},
	ast.Modulo:   {code.MOD, code.IMOD, code.MODI, 0},
	ast.Pow:      {code.POW, code.IPOW, 0, 0},
	ast.LShift:   {code.LSHIFT, code.ILSHIFT, code.LSHIFTI, 0},
	ast.RShift:   {code.RSHIFT, code.IRSHIFT, code.RSHIFTI, 0},
	ast.BitOr:    {code.OR, code.IOR, 0, 0},
	ast.BitXor:   {code.XOR, code.IXOR, 0, 0},
	ast.BitAnd:   {code.AND, code.IAND, code.ANDI, 0},
	ast.FloorDiv: {code.FLOORDIV, code.IFLOORDIV, code.FLOORDIVI, 0},
}

// binOp evaluates a chain of left-associative operators along its spine, without recursion.
func (u *unit) binOp(top *ast.BinOp, dst int) {
	from := len(u.spine)
	u.spine = append(u.spine, top)
	e := top.Left
	for {
		b, ok := e.(*ast.BinOp)
		if !ok {
			break
		}
		u.spine = append(u.spine, b)
		e = b.Left
	}
	last := len(u.spine) - 1
	acc := u.hold(e, dst, u.spine[last].Right)
	part := -1 // where intermediate results go
	for i := last; i >= from; i-- {
		b := u.spine[i]
		res := dst
		if i > from {
			if part < 0 {
				if part = acc; !u.isTemp(acc) {
					part = u.scratch(dst)
				}
			}
			res = part
		}
		mark := u.tmp
		u.pos = toPos(b.Span)
		ops := &binaryOps[b.Op]
		if n, ok := small(b.Right); ok && ops.imm != 0 {
			u.emit(ops.imm, res, acc, n)
		} else {
			right := u.operand(b.Right)
			u.emit(ops.op, res, acc, right)
		}
		u.tmp = mark
		acc = res
	}
	u.spine = u.spine[:from]
}

func (u *unit) boolOp(x *ast.BoolOp, dst int) {
	op := code.JF
	if x.Op == ast.Or {
		op = code.JT
	}
	end := u.newLabel()
	res := u.scratch(dst)
	last := len(x.Values) - 1
	for i, v := range x.Values {
		if i == last {
			u.into(v, res)
			break
		}
		u.into(v, res)
		old := u.at(x.Span)
		u.jumpOp(op, res, 0, end)
		u.pos = old
	}
	u.bind(end)
	u.move(dst, res)
}

func (u *unit) ifExp(x *ast.IfExp, dst int) {
	orelse, end := u.newLabel(), u.newLabel()
	u.jumpIf(x.Test, false, orelse)
	u.into(x.Body, dst)
	u.jmp(end)
	u.bind(orelse)
	u.into(x.Orelse, dst)
	u.bind(end)
}

// namedInPlace evaluates an assignment expression into its local variable; ok is false where that is no register.
func (u *unit) namedInPlace(x *ast.NamedExpr) (int, bool) {
	n := x.Target.(*ast.Name)
	b := binding(n.Binding)
	if b.Kind != resolve.Local || b.Far {
		return 0, false
	}
	u.into(x.Value, int(b.Reg))
	if !u.dead {
		u.set.add(int(b.Reg))
	}
	return int(b.Reg), true
}

func (u *unit) named(x *ast.NamedExpr, dst int) {
	if r, ok := u.namedInPlace(x); ok {
		u.move(dst, r)
		return
	}
	t := u.scratch(dst)
	u.into(x.Value, t)
	n := x.Target.(*ast.Name)
	u.pos = toPos(n.Span)
	u.store(binding(n.Binding), t)
	u.pos = toPos(x.Span)
	u.move(dst, t)
}

func (u *unit) subscript(x *ast.Subscript, dst int) {
	if s, ok := x.Slice.(*ast.Slice); ok && s.Step == nil {
		w := u.window(dst)
		u.into(x.Value, w)
		u.sliceParts(s, 2)
		u.emit(code.GETSLICE, dst, w, 0)
		return
	}
	obj := u.hold(x.Value, dst, x.Slice)
	if n, ok := small(x.Slice); ok {
		u.emit(code.GETITEMI, dst, obj, n)
		return
	}
	u.emit(code.GETITEM, dst, obj, u.operand(x.Slice))
}

// sliceParts evaluates the first n parts of a slice into new consecutive registers.
func (u *unit) sliceParts(s *ast.Slice, n int) {
	old := u.at(s.Span)
	parts := [...]ast.Expr{s.Lower, s.Upper, s.Step}
	for _, e := range parts[:n] {
		if r := u.alloc(); e == nil {
			u.load(r, nil)
		} else {
			u.into(e, r)
		}
	}
	u.pos = old
}

func (u *unit) yield(x *ast.Yield, dst int) {
	var v int
	if x.Value == nil {
		v = u.alloc()
		u.load(v, nil)
	} else {
		v = u.operand(x.Value)
	}
	u.yieldValue(dst, v)
}

// yieldValue yields register v; what is sent goes to dst.
func (u *unit) yieldValue(dst, v int) {
	if u.co.Flags&code.AsyncGenerator != 0 {
		t := u.alloc()
		u.emit(code.ASYNCGENWRAP, t, v, 0)
		v = t
	}
	u.emit(code.YIELD, dst, v, u.tmp)
}
