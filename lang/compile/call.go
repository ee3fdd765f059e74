package compile

import (
	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/resolve"
)

// maxArgs is how many arguments are passed in registers; more are gathered in a list and a dict.
const maxArgs = 200

// call evaluates a call into dst. Its window is the top of the stack of temporaries: the callee's frame lies over
// everything above the function.
func (u *unit) call(x *ast.Call, dst int) {
	if spread(x.Args, x.Keywords) {
		w := u.window(dst)
		u.into(x.Func, w)
		u.spreadArgs(w, nil, x.Args, x.Keywords)
		u.emit(code.CALLEX, dst, w, 0)
		return
	}
	if a, ok := x.Func.(*ast.Attribute); ok {
		u.callMethod(x, a, dst)
		return
	}
	w := u.window(dst)
	u.into(x.Func, w)
	if u.args(x.Args, x.Keywords) {
		u.emit(code.CALLKW, dst, w, len(x.Args)+len(x.Keywords))
	} else {
		u.emit(code.CALL, dst, w, len(x.Args))
	}
}

// spread says that a call needs CALLEX: it has stars or too many arguments.
func spread(args []ast.Expr, kws []*ast.Keyword) bool {
	if len(args)+len(kws) > maxArgs || hasStar(args) {
		return true
	}
	for _, k := range kws {
		if k.Arg == "" {
			return true
		}
	}
	return false
}

// args evaluates arguments into new registers, and the names of the keywords behind them.
func (u *unit) args(args []ast.Expr, kws []*ast.Keyword) (keywords bool) {
	for _, a := range args {
		u.into(a, u.alloc())
	}
	if len(kws) == 0 {
		return false
	}
	names := make(code.Tuple, len(kws))
	for i, k := range kws {
		u.into(k.Value, u.alloc())
		names[i] = k.Arg
	}
	u.load(u.alloc(), names)
	return true
}

func (u *unit) callMethod(x *ast.Call, a *ast.Attribute, dst int) {
	w := u.window(dst)
	old := u.at(a.Span)
	if u.isSuper(a.Value) {
		u.loadSuper(a, w)
	} else {
		obj := u.operandHint(a.Value, w)
		u.attrPos(a)
		u.tmp = w + 1
		u.alloc()
		u.emitAttr(code.LOADMETHOD, w, obj, a.Attr)
	}
	u.pos = old
	keywords := u.args(x.Args, x.Keywords)
	u.attrPos(a)
	if keywords {
		u.emit(code.CALLMKW, dst, w, len(x.Args)+len(x.Keywords))
	} else {
		u.emit(code.CALLM, dst, w, len(x.Args))
	}
}

// isSuper says that e is super() in a function that has both what it needs: a __class__ cell and an argument.
func (u *unit) isSuper(e ast.Expr) bool {
	c, ok := e.(*ast.Call)
	if !ok || len(c.Args)+len(c.Keywords) > 0 || len(u.scope.Params) == 0 || u.scope.Type != resolve.FunctionScope {
		return false
	}
	n, ok := c.Func.(*ast.Name)
	if !ok || n.Id != "super" || binding(n.Binding).Kind != resolve.Global {
		return false
	}
	return u.classCell() >= 0 && u.scope.Params[0] == u.firstParam()
}

// firstParam is the first positional parameter, or nil.
func (u *unit) firstParam() *resolve.Binding {
	if u.co.ArgCount == 0 {
		return nil
	}
	return u.scope.Params[0]
}

// classCell is the register of the free variable __class__, or -1.
func (u *unit) classCell() int {
	for _, f := range u.scope.FreeList {
		if f.Name == "__class__" {
			return int(f.Reg)
		}
	}
	return -1
}

// loadSuper prepares the window w for super().name(...).
func (u *unit) loadSuper(a *ast.Attribute, w int) {
	call := a.Value.(*ast.Call)
	u.tmp = w + 1
	u.allocN(2)
	old := u.at(call.Span)
	u.loadName(call.Func.(*ast.Name), w+2)
	u.emit(code.MOVE, w, u.classCell(), 0)
	if p := u.scope.Params[0]; p.Kind == resolve.Cell {
		u.emit(code.LDCELL, w+1, int(p.Reg), 0)
	} else {
		u.emit(code.MOVE, w+1, int(p.Reg), 0)
	}
	u.pos = old
	u.attrPos(a)
	u.emitAttr(code.LOADSUPER, w, w, a.Attr)
	u.tmp = w + 2
}

// spreadArgs gathers the arguments of a CALLEX behind the function in w; first comes in front of them (the class
// body and name of a class statement, already in registers).
func (u *unit) spreadArgs(w int, first []int, args []ast.Expr, kws []*ast.Keyword) {
	u.tmp = w + 1
	list := u.alloc()
	dict := u.alloc()
	if s, ok := oneStar(args); ok && len(first) == 0 {
		u.into(s.Value, list)
	} else {
		if len(first) > 0 {
			u.emit(code.LIST, list, first[0], len(first))
			u.tmp = max(u.tmp, first[0]+len(first))
			u.extend(args, list)
		} else {
			u.growList(args, list)
		}
	}
	if len(kws) == 0 {
		u.emit(code.UNSET, dict, 0, 0)
		return
	}
	if len(kws) == 1 && kws[0].Arg == "" {
		u.into(kws[0].Value, dict) // a copy would be seen by nobody
		return
	}
	mark := u.tmp
	have := false
	for i := 0; i < len(kws); {
		if kws[i].Arg == "" {
			if !have {
				u.emit(code.DICT, dict, mark, 0)
				have = true
			}
			u.emit(code.DICTMERGE, dict, u.operand(kws[i].Value), w)
			u.tmp = mark
			i++
			continue
		}
		n := 0
		for ; i < len(kws) && kws[i].Arg != "" && n < chunk; i++ {
			u.load(u.alloc(), kws[i].Arg)
			u.into(kws[i].Value, u.alloc())
			n++
		}
		if !have {
			u.emit(code.DICT, dict, mark, n)
			have = true
		} else {
			t := u.alloc()
			u.emit(code.DICT, t, mark, n)
			u.emit(code.DICTMERGE, dict, t, w)
		}
		u.tmp = mark
	}
}

// oneStar says that the positional arguments are nothing but *x.
func oneStar(args []ast.Expr) (*ast.Starred, bool) {
	if len(args) != 1 {
		return nil, false
	}
	s, ok := args[0].(*ast.Starred)
	return s, ok
}

// extend adds items to the list in register t.
func (u *unit) extend(elts []ast.Expr, t int) {
	mark := u.tmp
	for _, e := range elts {
		if s, ok := e.(*ast.Starred); ok {
			u.emit(code.LISTEXTEND, t, u.operand(s.Value), 0)
		} else {
			u.emit(code.LISTAPPEND, t, u.operand(e), 0)
		}
		u.tmp = mark
	}
}
