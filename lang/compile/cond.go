package compile

import (
	"math"

	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/resolve"
)

// compareOps maps the ordering operators to opcodes: value, jump if true, jump if false.
var compareOps = [...]struct{ value, jump, jumpNot code.Op }{
	ast.Eq:    {code.EQ, code.JEQ, code.JNEQ},
	ast.NotEq: {code.NE, code.JNE, code.JNNE},
	ast.Lt:    {code.LT, code.JLT, code.JNLT},
	ast.LtE:   {code.LE, code.JLE, code.JNLE},
	ast.Gt:    {code.GT, code.JGT, code.JNGT},
	ast.GtE:   {code.GE, code.JGE, code.JNGE},
	ast.Is:    {value: code.IS},
	ast.IsNot: {value: code.ISNOT},
	ast.In:    {value: code.IN},
	ast.NotIn: {value: code.NOTIN},
}

// small returns e's value if it is an int constant that fits an immediate operand.
func small(e ast.Expr) (int, bool) {
	if c, ok := e.(*ast.Constant); ok {
		if v, ok := c.Value.(int64); ok && v >= math.MinInt16 && v <= math.MaxInt16 {
			return int(v), true
		}
	}
	return 0, false
}

func isNone(e ast.Expr) bool {
	c, ok := e.(*ast.Constant)
	return ok && c.Value == nil
}

// jumpIf goes to l if e's truth is cond, and falls through otherwise.
func (u *unit) jumpIf(e ast.Expr, cond bool, l label) {
	mark := u.tmp
	defer func() { u.tmp = mark }()
	switch x := e.(type) {
	case *ast.Constant:
		if t, ok := resolve.Truth(x.Value); ok {
			if t == cond {
				u.jmp(l)
			}
			return
		}
	case *ast.UnaryOp:
		if x.Op == ast.Not {
			u.jumpIf(x.Operand, !cond, l)
			return
		}
	case *ast.BoolOp:
		u.jumpIfBool(x, cond, l)
		return
	case *ast.IfExp:
		orelse, end := u.newLabel(), u.newLabel()
		u.jumpIf(x.Test, false, orelse)
		u.jumpIf(x.Body, cond, l)
		u.jmp(end)
		u.bind(orelse)
		u.jumpIf(x.Orelse, cond, l)
		u.bind(end)
		return
	case *ast.Compare:
		u.jumpIfCompare(x, cond, l)
		return
	}
	op := code.JF
	if cond {
		op = code.JT
	}
	u.jumpOp(op, u.test(e), 0, l)
}

// test evaluates e into some register, an assignment expression into its variable's.
func (u *unit) test(e ast.Expr) int {
	if x, ok := e.(*ast.NamedExpr); ok {
		if r, ok := u.namedInPlace(x); ok {
			return r
		}
	}
	return u.operand(e)
}

func (u *unit) jumpIfBool(x *ast.BoolOp, cond bool, l label) {
	last := len(x.Values) - 1
	// `and` leaves early when false, `or` when true; early is to l or past the end.
	early := x.Op == ast.Or
	target, end := l, label(-1)
	if early != cond {
		end = u.newLabel()
		target = end
	}
	for _, v := range x.Values[:last] {
		u.jumpIf(v, early, target)
	}
	u.jumpIf(x.Values[last], cond, l)
	if end >= 0 {
		u.bind(end)
	}
}

// jumpIfCompare leaves the position at the comparison: what an assert raises is marked there, as in CPython.
func (u *unit) jumpIfCompare(x *ast.Compare, cond bool, l label) {
	u.at(x.Span)
	last := len(x.Ops) - 1
	end := l
	if last > 0 && cond {
		end = u.newLabel()
	}
	left := u.holdNamed(x.Left, x.Comparators)
	for i := 0; i < last; i++ {
		right := u.hold(x.Comparators[i], -1, x.Comparators[i+1:]...)
		u.compareJump(x.Ops[i], left, x.Comparators[i], right, false, end)
		left = right
	}
	right := -1
	if _, ok := u.immediate(x.Ops[last], x.Comparators[last]); !ok {
		right = u.operand(x.Comparators[last])
	}
	u.compareJump(x.Ops[last], left, x.Comparators[last], right, cond, l)
	if last > 0 && cond {
		u.bind(end)
	}
}

// holdNamed is hold for the left side of a comparison, which often is an assignment expression.
func (u *unit) holdNamed(e ast.Expr, later []ast.Expr) int {
	if x, ok := e.(*ast.NamedExpr); ok && simple(later) {
		if r, ok := u.namedInPlace(x); ok {
			return r
		}
	}
	return u.hold(e, -1, later...)
}

// immediate says that a comparison with e needs no register for it.
func (u *unit) immediate(op ast.CmpOperator, e ast.Expr) (int, bool) {
	if op == ast.Is || op == ast.IsNot {
		return 0, isNone(e)
	}
	if op > ast.GtE {
		return 0, false
	}
	return small(e)
}

// compareJump jumps to l if (left op right) is cond. right is -1 where immediate says so.
func (u *unit) compareJump(op ast.CmpOperator, left int, e ast.Expr, right int, cond bool, l label) {
	ops := compareOps[op]
	if right < 0 && (op == ast.Is || op == ast.IsNot) {
		j := code.JNONE
		if (op == ast.Is) != cond {
			j = code.JNOTNONE
		}
		u.jumpOp(j, left, 0, l)
		return
	}
	if ops.jump == 0 {
		t := u.alloc()
		u.emit(ops.value, t, left, right)
		j := code.JF
		if cond {
			j = code.JT
		}
		u.jumpOp(j, t, 0, l)
		u.tmp--
		return
	}
	j := ops.jumpNot
	if cond {
		j = ops.jump
	}
	if right < 0 {
		n, _ := small(e)
		u.jumpOp(j+(code.JLTI-code.JLT), left, n, l)
		return
	}
	u.jumpOp(j, left, right, l)
}

// compare computes a comparison's value.
func (u *unit) compare(x *ast.Compare, dst int) {
	mark := u.tmp
	last := len(x.Ops) - 1
	if last == 0 {
		left := u.hold(x.Left, dst, x.Comparators...)
		right := u.operand(x.Comparators[0])
		u.emit(compareOps[x.Ops[0]].value, dst, left, right)
		u.tmp = mark
		return
	}
	res := u.scratch(dst)
	end := u.newLabel()
	left := u.hold(x.Left, -1, x.Comparators...)
	for i, op := range x.Ops {
		right := u.hold(x.Comparators[i], -1, x.Comparators[i+1:]...)
		u.emit(compareOps[op].value, res, left, right)
		if i < last {
			u.jumpOp(code.JF, res, 0, end)
		}
		left = right
	}
	u.bind(end)
	u.move(dst, res)
	u.tmp = mark
}
