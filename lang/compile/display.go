package compile

import (
	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/code"
)

// chunk is how many items of a display are kept in registers at once.
const chunk = 64

func hasStar(elts []ast.Expr) bool {
	for _, e := range elts {
		if _, ok := e.(*ast.Starred); ok {
			return true
		}
	}
	return false
}

// items evaluates elts into consecutive registers from w on, which is the top of the stack.
func (u *unit) items(elts []ast.Expr, w int) {
	for i, e := range elts {
		u.tmp = w + i
		u.alloc()
		u.into(e, w+i)
	}
}

func (u *unit) tuple(elts []ast.Expr, dst int) {
	if hasStar(elts) || len(elts) > chunk {
		t := u.scratch(dst)
		u.growList(elts, t)
		u.emit(code.LISTTOTUPLE, dst, t, 0)
		return
	}
	w := u.window(dst)
	u.items(elts, w)
	u.emit(code.TUPLE, dst, w, len(elts))
}

func (u *unit) list(elts []ast.Expr, dst int) {
	if t, ok := constants(elts); ok && len(elts) > 2 {
		k := u.alloc()
		u.load(k, t)
		u.emit(code.LIST, dst, k, 0)
		u.emit(code.LISTEXTEND, dst, k, 0)
		return
	}
	if hasStar(elts) || len(elts) > chunk {
		t := u.scratch(dst)
		u.growList(elts, t)
		u.move(dst, t)
		return
	}
	w := u.window(dst)
	u.items(elts, w)
	u.emit(code.LIST, dst, w, len(elts))
}

// constants makes a tuple of a display's items if all are constants.
func constants(elts []ast.Expr) (code.Tuple, bool) {
	for _, e := range elts {
		if _, ok := e.(*ast.Constant); !ok {
			return nil, false
		}
	}
	t := make(code.Tuple, len(elts))
	for i, e := range elts {
		t[i] = e.(*ast.Constant).Value
	}
	return t, true
}

// growList builds a list in the temporary t item by item: for stars, and for displays too long for registers.
func (u *unit) growList(elts []ast.Expr, t int) {
	n := 0
	for n < len(elts) && n < chunk {
		if _, ok := elts[n].(*ast.Starred); ok {
			break
		}
		n++
	}
	w := u.tmp
	u.items(elts[:n], w)
	u.emit(code.LIST, t, w, n)
	u.tmp = w
	for _, e := range elts[n:] {
		if s, ok := e.(*ast.Starred); ok {
			u.emit(code.LISTEXTEND, t, u.operand(s.Value), 0)
		} else {
			u.emit(code.LISTAPPEND, t, u.operand(e), 0)
		}
		u.tmp = w
	}
}

func (u *unit) setDisplay(elts []ast.Expr, dst int) {
	if t, ok := constants(elts); ok && len(elts) > 2 {
		k := u.alloc()
		u.load(k, code.FrozenSet(t))
		u.emit(code.SET, dst, k, 0)
		u.emit(code.SETUPDATE, dst, k, 0)
		return
	}
	n := 0
	for n < len(elts) && n < chunk {
		if _, ok := elts[n].(*ast.Starred); ok {
			break
		}
		n++
	}
	t := dst
	if n < len(elts) {
		t = u.scratch(dst)
	}
	w := u.tmp
	u.items(elts[:n], w)
	u.emit(code.SET, t, w, n)
	u.tmp = w
	for _, e := range elts[n:] {
		if s, ok := e.(*ast.Starred); ok {
			u.emit(code.SETUPDATE, t, u.operand(s.Value), 0)
		} else {
			u.emit(code.SETADD, t, u.operand(e), 0)
		}
		u.tmp = w
	}
	u.move(dst, t)
}

func (u *unit) dict(x *ast.Dict, dst int) {
	n := 0
	for n < len(x.Keys) && n < chunk && x.Keys[n] != nil {
		n++
	}
	t := dst
	if n < len(x.Keys) {
		t = u.scratch(dst)
	}
	w := u.tmp
	for i := 0; i < n; i++ {
		u.into(x.Keys[i], u.alloc())
		u.into(x.Values[i], u.alloc())
	}
	u.emit(code.DICT, t, w, n)
	u.tmp = w
	for i := n; i < len(x.Keys); i++ {
		if x.Keys[i] == nil {
			u.emit(code.DICTUPDATE, t, u.operand(x.Values[i]), 0)
		} else {
			k := u.hold(x.Keys[i], -1, x.Values[i])
			u.emit(code.DICTADD, t, k, u.operand(x.Values[i]))
		}
		u.tmp = w
	}
	u.move(dst, t)
}

// joinedStr builds an f-string in pieces of at most chunk strings.
func (u *unit) joinedStr(x *ast.JoinedStr, dst int) {
	switch len(x.Values) {
	case 0:
		u.load(dst, "")
		return
	case 1:
		switch x.Values[0].(type) {
		case *ast.Constant, *ast.FormattedValue:
			u.into(x.Values[0], dst)
			return
		}
	}
	w := u.tmp
	n := 0
	for i, v := range x.Values {
		u.tmp = w + n
		u.into(v, u.alloc())
		if n++; n == chunk && i < len(x.Values)-1 {
			u.emit(code.JOINSTR, w, w, n)
			n = 1
		}
	}
	u.emit(code.JOINSTR, dst, w, n)
}

func (u *unit) formatted(x *ast.FormattedValue, dst int) {
	flags := 0
	switch x.Conversion {
	case 's':
		flags = 1
	case 'r':
		flags = 2
	case 'a':
		flags = 3
	}
	if x.FormatSpec == nil {
		u.emit(code.FORMAT, dst, u.operandHint(x.Value, dst), flags)
		return
	}
	w := u.window(dst)
	u.into(x.Value, w)
	u.into(x.FormatSpec, u.alloc())
	u.emit(code.FORMAT, dst, w, flags|4)
}
