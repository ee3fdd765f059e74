package compile

import (
	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/resolve"
)

// while compiles the test twice where that is cheap: once to enter, once behind the body, so that a turn costs one
// jump.
func (u *unit) while(s *ast.While) {
	end, next := u.newLabel(), u.newLabel()
	if t, ok := constTruth(s.Test); ok {
		u.mark()
		if t {
			body := u.here()
			u.loop(next, end, s.Body)
			u.bind(next)
			u.pos = toPos(s.Span)
			u.jmp(body)
		} else {
			u.stmts(s.Orelse)
		}
		u.bind(end)
		return
	}
	orelse := u.newLabel()
	if size(s.Test) <= 12 {
		u.jumpIf(s.Test, false, orelse)
		body := u.here()
		u.loop(next, end, s.Body)
		u.bind(next)
		if !u.dead {
			u.pos = toPos(s.Span)
			u.jumpIf(s.Test, true, body)
		}
	} else {
		top := u.here()
		u.jumpIf(s.Test, false, orelse)
		u.loop(next, end, s.Body)
		u.bind(next)
		u.jmp(top)
	}
	u.bind(orelse)
	u.stmts(s.Orelse)
	u.bind(end)
}

func constTruth(e ast.Expr) (truth, ok bool) {
	c, ok := e.(*ast.Constant)
	if !ok {
		return false, false
	}
	return resolve.Truth(c.Value)
}

// size counts the nodes of a test; what makes a scope or suspends is large, to be compiled only once.
func size(e ast.Expr) int {
	const large = 1000
	n := 1
	switch x := e.(type) {
	case *ast.Name, *ast.Constant:
	case *ast.Attribute:
		n += size(x.Value)
	case *ast.BinOp:
		n += size(x.Right)
		if _, ok := x.Left.(*ast.BinOp); ok {
			n += 4
		}
		for e := x.Left; ; {
			b, ok := e.(*ast.BinOp)
			if !ok {
				n += size(e)
				break
			}
			n += 1 + size(b.Right)
			e = b.Left
		}
	case *ast.UnaryOp:
		n += size(x.Operand)
	case *ast.BoolOp:
		for _, v := range x.Values {
			n += size(v)
		}
	case *ast.Compare:
		n += size(x.Left)
		for _, v := range x.Comparators {
			n += size(v)
		}
	case *ast.Call:
		n += size(x.Func)
		for _, a := range x.Args {
			n += size(a)
		}
		for _, k := range x.Keywords {
			n += size(k.Value)
		}
	case *ast.Subscript:
		n += size(x.Value) + size(x.Slice)
	case *ast.NamedExpr:
		n += size(x.Value)
	default:
		return large
	}
	return n
}

// loop compiles a loop's body.
func (u *unit) loop(next, end label, body []ast.Stmt) {
	u.blocks = append(u.blocks, block{kind: loopBlock, next: next, end: end})
	if pass, ok := body[0].(*ast.Pass); ok && len(body) == 1 { // the jump back is enough of a body
		u.pos = toPos(pass.Span)
		u.mark()
	} else {
		u.stmts(body)
	}
	u.blocks = u.blocks[:len(u.blocks)-1]
}

func (u *unit) forStmt(s *ast.For) {
	it := u.alloc()
	u.emit(code.ITER, it, u.operandHint(s.Iter, it), 0)
	orelse, end := u.newLabel(), u.newLabel()
	top := u.here()
	u.next(it, s.Target, orelse)
	u.loop(top, end, s.Body)
	u.pos = toPos(s.Span)
	u.jmp(top)
	u.bind(orelse)
	u.stmts(s.Orelse)
	u.bind(end)
}

// next takes the next item of the iterator in register it into the target, or goes to done.
func (u *unit) next(it int, target ast.Expr, done label) {
	mark := u.tmp
	if r, ok := variable(target); ok {
		u.jumpOp(code.FORITER, it, r, done)
		u.set.add(r)
		return
	}
	if elts := elements(target); len(elts) == 2 && isName(elts[0]) && isName(elts[1]) {
		if w, ok := u.row(elts); ok {
			u.jumpOp(code.FORITER2, it, w, done)
			u.set.add(w)
			u.set.add(w + 1)
			return
		}
		w := u.allocN(2)
		u.jumpOp(code.FORITER2, it, w, done)
		u.assignTo(elts[0], w)
		u.assignTo(elts[1], w+1)
		u.tmp = mark
		return
	}
	t := u.alloc()
	u.jumpOp(code.FORITER, it, t, done)
	u.assignTo(target, t)
	u.tmp = mark
}

func isName(e ast.Expr) bool {
	_, ok := e.(*ast.Name)
	return ok
}

func (u *unit) asyncFor(s *ast.AsyncFor) {
	it := u.alloc()
	u.emit(code.AITER, it, u.operandHint(s.Iter, it), 0)
	end := u.newLabel()
	top := u.here()
	done := u.anext(it, s.Target)
	u.loop(top, end, s.Body)
	u.pos = toPos(s.Span)
	u.jmp(top)
	u.endAsync(done)
	u.stmts(s.Orelse)
	u.bind(end)
}

// asyncDone is the handler of an asynchronous iteration: where StopAsyncIteration goes, and into which register.
type asyncDone struct {
	at  label
	reg int
}

// anext awaits the next item of the asynchronous iterator in register it and assigns it.
func (u *unit) anext(it int, target ast.Expr) asyncDone {
	mark := u.tmp
	t := u.allocN(2)
	d := asyncDone{u.newLabel(), t}
	u.protect(block{kind: plainTry, handler: d.at, reg: t})
	u.emit(code.ANEXT, t, it, 0)
	u.emit(code.GETAWAIT, t, t, 3)
	u.emit(code.YIELDFROM, t, t, u.tmp)
	u.unprotect()
	u.assignTo(target, t)
	u.tmp = mark
	return d
}

// endAsync is where the iteration ends: goes on behind, or raises again what is no StopAsyncIteration.
func (u *unit) endAsync(d asyncDone) {
	if u.bind(d.at); !u.dead {
		u.emit(code.ENDASYNCFOR, d.reg, 0, 0)
	}
}
