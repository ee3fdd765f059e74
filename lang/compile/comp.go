package compile

import (
	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/resolve"
)

// A clause is what a comprehension does for each item.
type clause struct {
	typ        resolve.Type
	gens       []*ast.Comprehension
	elt, value ast.Expr // value: a dict comprehension's
	acc        int      // register of the list, set or dict
}

// comprehension compiles one, inline or as a function of its own that is called at once with the first iterator.
func (u *unit) comprehension(at ast.Span, scope any, gens []*ast.Comprehension, elt, value ast.Expr, dst int) {
	s := scope.(*resolve.Scope)
	c := clause{typ: s.Type, gens: gens, elt: elt, value: value}
	if s.Inlined {
		u.inline(at, s, &c, dst)
		return
	}
	w := u.window(dst)
	child := u.compFunction(at, s, &c)
	u.makeFunction(w, child, 0)
	it := u.alloc()
	u.iter(gens[0], it)
	if !s.Coroutine || s.Type == resolve.GenExpScope {
		u.emit(code.CALL, dst, w, 1)
		return
	}
	u.emit(code.CALL, w, w, 1)
	u.emit(code.GETAWAIT, w, w, 0)
	u.emit(code.YIELDFROM, dst, w, u.tmp)
}

// iter makes the iterator of a comprehension's for in register it.
func (u *unit) iter(g *ast.Comprehension, it int) {
	op := code.ITER
	if g.IsAsync {
		op = code.AITER
	}
	u.emit(op, it, u.operandHint(g.Iter, it), 0)
}

func (u *unit) compFunction(at ast.Span, s *resolve.Scope, c *clause) int {
	v := u.begin(s, u, s.Name, u.qualified(s.Name, nil), int(at.Line))
	v.co.ArgCount = 1
	v.set.add(0)
	v.functionFlags()
	v.pos = toPos(at)
	if s.Type == resolve.GenExpScope {
		v.turns(c, 0, 0)
		v.emit(code.RETURNNONE, 0, 0, 0)
		return u.child(v)
	}
	c.acc = v.alloc()
	v.startAcc(c, 0)
	v.turns(c, 0, 0)
	v.emit(code.RETURN, c.acc, 0, 0)
	return u.child(v)
}

// startAcc makes the list, set or dict; it is the register of the first iterator.
func (u *unit) startAcc(c *clause, it int) {
	op := code.LIST
	switch c.typ {
	case resolve.ListCompScope:
		if g := c.gens[0]; len(c.gens) == 1 && len(g.Ifs) == 0 && !g.IsAsync {
			u.emit(code.LISTFOR, c.acc, it, 0)
			return
		}
	case resolve.SetCompScope:
		op = code.SET
	case resolve.DictCompScope:
		op = code.DICT
	}
	u.emit(op, c.acc, c.acc, 0)
}

// inline compiles a comprehension into the enclosing code. Its variables have registers among the locals.
func (u *unit) inline(at ast.Span, s *resolve.Scope, c *clause, dst int) {
	acc := u.scratch(dst)
	it := u.alloc()
	u.iter(c.gens[0], it)
	if u.dead {
		return
	}
	for _, b := range s.Symbols {
		b.Site = -1
		if b.Kind == resolve.Local {
			u.set.remove(int(b.Reg))
		}
	}
	outer := u.qual
	u.qual = u.qualified(s.Name, nil) + ".<locals>."
	start := int32(len(u.insts))
	c.acc = acc
	u.startAcc(c, it)
	u.turns(c, 0, it)
	u.comps = append(u.comps, code.CompRange{Start: start, End: int32(len(u.insts)), Name: s.Name, Line: at.Line})
	u.qual = outer
	u.move(dst, acc)
}

// turns compiles the i-th for of a comprehension and what is inside; it is the iterator's register for i = 0.
func (u *unit) turns(c *clause, i, it int) {
	g := c.gens[i]
	mark, pos := u.tmp, u.pos
	if i > 0 {
		if t, ok := g.Iter.(*ast.Tuple); ok && len(t.Elts) == 1 && !g.IsAsync && !hasStar(t.Elts) {
			u.once(c, i, t.Elts[0])
			u.tmp, u.pos = mark, pos
			return
		}
		it = u.alloc()
		u.iter(g, it)
	}
	done := u.newLabel()
	top := u.here()
	var ended asyncDone
	if g.IsAsync {
		ended = u.anext(it, g.Target)
	} else {
		u.next(it, g.Target, done)
	}
	for _, cond := range g.Ifs {
		u.jumpIf(cond, false, top)
	}
	if i+1 < len(c.gens) {
		u.turns(c, i+1, 0)
	} else {
		u.element(c)
	}
	u.jmp(top)
	if g.IsAsync {
		u.endAsync(ended)
	} else {
		u.bind(done)
	}
	u.tmp, u.pos = mark, pos
}

// once compiles `for target in (value,)` as the assignment that it is.
func (u *unit) once(c *clause, i int, value ast.Expr) {
	g := c.gens[i]
	if r, ok := variable(g.Target); ok {
		u.into(value, r)
		u.set.add(r)
	} else {
		u.assignTo(g.Target, u.operand(value))
	}
	skip := u.newLabel()
	for _, cond := range g.Ifs {
		u.jumpIf(cond, false, skip)
	}
	if i+1 < len(c.gens) {
		u.turns(c, i+1, 0)
	} else {
		u.element(c)
	}
	u.bind(skip)
}

// element adds or yields one item.
func (u *unit) element(c *clause) {
	mark := u.tmp
	switch c.typ {
	case resolve.ListCompScope:
		u.emit(code.LISTAPPEND, c.acc, u.operand(c.elt), 0)
	case resolve.SetCompScope:
		u.emit(code.SETADD, c.acc, u.operand(c.elt), 0)
	case resolve.DictCompScope:
		k := u.hold(c.elt, -1, c.value)
		u.emit(code.DICTADD, c.acc, k, u.operand(c.value))
	default:
		v := u.operand(c.elt)
		u.yieldValue(u.alloc(), v)
	}
	u.tmp = mark
}
