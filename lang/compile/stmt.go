package compile

import (
	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/resolve"
)

func (u *unit) stmts(body []ast.Stmt) {
	for _, s := range body {
		if u.dead || u.err != nil {
			return
		}
		u.stmt(s)
	}
}

func (u *unit) stmt(s ast.Stmt) {
	mark := u.tmp
	u.pos = toPos(s.Pos())
	switch s := s.(type) {
	case *ast.ExprStmt:
		u.exprStmt(s)
	case *ast.Assign:
		u.assign(s)
	case *ast.AugAssign:
		u.augAssign(s)
	case *ast.AnnAssign:
		u.annAssign(s)
	case *ast.Return:
		u.returnStmt(s)
	case *ast.If:
		u.ifStmt(s)
	case *ast.For:
		u.forStmt(s)
	case *ast.AsyncFor:
		u.asyncFor(s)
	case *ast.While:
		u.while(s)
	case *ast.FunctionDef:
		u.function(s.Span, s.Name, s.Scope, s.Args, s.Body, s.DecoratorList, s.Returns, binding(s.Binding))
	case *ast.AsyncFunctionDef:
		u.function(s.Span, s.Name, s.Scope, s.Args, s.Body, s.DecoratorList, s.Returns, binding(s.Binding))
	case *ast.ClassDef:
		u.classDef(s)
	case *ast.Break:
		u.leaveLoop(false)
	case *ast.Continue:
		u.leaveLoop(true)
	case *ast.Pass:
		u.emit(code.NOP, 0, 0, 0)
	case *ast.Global, *ast.Nonlocal:
	default:
		u.blockStmt(s)
	}
	u.tmp = mark
}

// blockStmt is the second half of stmt.
func (u *unit) blockStmt(s ast.Stmt) {
	switch s := s.(type) {
	case *ast.Try:
		u.try(s.Body, s.Handlers, s.Orelse, s.Finalbody, false)
	case *ast.TryStar:
		u.try(s.Body, s.Handlers, s.Orelse, s.Finalbody, true)
	case *ast.With:
		u.with(s.Items, s.Body, false)
	case *ast.AsyncWith:
		u.with(s.Items, s.Body, true)
	case *ast.Raise:
		u.raise(s)
	case *ast.Assert:
		u.assert(s)
	case *ast.Delete:
		for _, t := range s.Targets {
			u.delete(t)
		}
	case *ast.Import:
		u.importStmt(s)
	case *ast.ImportFrom:
		u.importFrom(s)
	case *ast.Match:
		u.match(s)
	}
}

func (u *unit) exprStmt(s *ast.ExprStmt) {
	if u.interactive && u.parent == nil {
		r := u.operand(s.Value)
		u.emit(code.PRINTEXPR, r, 0, 0)
		return
	}
	switch x := s.Value.(type) {
	case *ast.Constant:
		u.emit(code.NOP, 0, 0, 0)
		return
	case *ast.NamedExpr:
		if _, ok := u.namedInPlace(x); ok {
			return
		}
	case *ast.BoolOp, *ast.IfExp:
		// Nobody wants the value: only what the parts do.
		u.effect(s.Value)
		return
	}
	u.operand(s.Value)
	if _, ok := s.Value.(*ast.Call); ok && !u.dead {
		u.marks = append(u.marks, code.Mark{PC: int32(len(u.insts)), Line: code.Dropped})
	}
}

// effect evaluates an expression whose value is not wanted.
func (u *unit) effect(e ast.Expr) {
	end := u.newLabel()
	switch x := e.(type) {
	case *ast.BoolOp:
		last := len(x.Values) - 1
		for _, v := range x.Values[:last] {
			u.jumpIf(v, x.Op == ast.Or, end)
		}
		u.effect(x.Values[last])
	case *ast.IfExp:
		orelse := u.newLabel()
		u.jumpIf(x.Test, false, orelse)
		u.effect(x.Body)
		u.jmp(end)
		u.bind(orelse)
		u.effect(x.Orelse)
	default:
		mark := u.tmp
		u.operand(e)
		u.tmp = mark
	}
	u.bind(end)
}

func (u *unit) returnStmt(s *ast.Return) {
	if s.Value == nil || isNone(s.Value) {
		u.markLeaving(0)
		u.leaving(0, func() { u.emit(code.RETURNNONE, 0, 0, 0) })
		u.dead = true
		return
	}
	if x, ok := s.Value.(*ast.IfExp); ok && !u.mustUnwind(0) {
		orelse := u.newLabel()
		u.jumpIf(x.Test, false, orelse)
		u.returnValue(x.Body)
		u.bind(orelse)
		u.returnValue(x.Orelse)
		return
	}
	u.returnValue(s.Value)
}

func (u *unit) returnValue(e ast.Expr) {
	var r int
	_, constant := e.(*ast.Constant)
	switch {
	case constant:
		u.markLeaving(0)
	case u.mustUnwind(0):
		// What runs on the way out may change a local: the value is copied.
		r = u.alloc()
		u.into(e, r)
	default:
		r = u.operand(e)
	}
	u.leaving(0, func() {
		if constant {
			pos, at := u.pos, len(u.insts)
			r = u.operand(e)
			u.pos = pos
			for i := at; i < len(u.insts); i++ {
				u.poss[i] = pos
			}
		}
		u.emit(code.RETURN, r, 0, 0)
	})
	u.dead = true
}

// ifStmt goes down a chain of elif without recursion.
func (u *unit) ifStmt(s *ast.If) {
	end := u.newLabel()
	for {
		t, constant := constTruth(s.Test)
		if constant {
			u.mark()
		}
		if constant && t {
			u.stmts(s.Body)
			break
		}
		if !constant {
			if l, ok := u.plainJump(s.Body); ok {
				u.via.to, u.via.line = l, toPos(s.Body[0].Pos()).Line
				u.jumpIf(s.Test, true, l)
				u.via.line = 0
			} else {
				orelse := end
				if len(s.Orelse) > 0 {
					orelse = u.newLabel()
				}
				u.jumpIf(s.Test, false, orelse)
				u.stmts(s.Body)
				if orelse == end {
					break
				}
				u.nowhere()
				u.jmp(end)
				u.bind(orelse)
			}
		}
		if u.dead || len(s.Orelse) == 0 {
			break
		}
		if next, ok := s.Orelse[0].(*ast.If); ok && len(s.Orelse) == 1 {
			s = next
			u.pos = toPos(s.Span)
			continue
		}
		u.stmts(s.Orelse)
		break
	}
	u.bind(end)
}

// plainJump says that a body is nothing but a break or continue which leaves no block on the way, and to where.
func (u *unit) plainJump(body []ast.Stmt) (label, bool) {
	n := len(u.blocks) - 1
	if len(body) != 1 || n < 0 || u.blocks[n].kind != loopBlock {
		return 0, false
	}
	switch body[0].(type) {
	case *ast.Break:
		return u.blocks[n].end, true
	case *ast.Continue:
		return u.blocks[n].next, true
	}
	return 0, false
}

func (u *unit) raise(s *ast.Raise) {
	switch {
	case s.Exc == nil:
		u.emit(code.RAISE, 0, 0, 0)
	case s.Cause == nil:
		u.emit(code.RAISE, u.operand(s.Exc), 0, 1)
	default:
		e := u.hold(s.Exc, -1, s.Cause)
		u.emit(code.RAISE, e, u.operand(s.Cause), 2)
	}
	u.dead = true
}

func (u *unit) assert(s *ast.Assert) {
	if u.optimize > 0 {
		return
	}
	end := u.newLabel()
	u.jumpIf(s.Test, true, end)
	w := u.alloc()
	u.emit(code.LDASSERTERR, w, 0, 0)
	if s.Msg != nil {
		u.into(s.Msg, u.alloc())
		u.emit(code.CALL, w, w, 1)
	}
	u.emit(code.RAISE, w, 0, 1)
	u.dead = true
	u.bind(end)
}

func (u *unit) importStmt(s *ast.Import) {
	for _, a := range s.Names {
		mark := u.tmp
		w := u.allocN(2)
		u.load(w, nil)
		u.load(w+1, int64(0))
		name := resolve.Mangle(u.class, a.Name)
		u.emitWide(code.IMPORTNAME, w, w, u.name(name))
		if a.Asname != "" {
			u.lastPart(a.Name, w)
		}
		u.store(binding(a.Binding), w)
		u.tmp = mark
	}
}

// lastPart goes from package a in register w to module a.b.c, for `import a.b.c as d`.
func (u *unit) lastPart(dotted string, w int) {
	from := -1
	for i := 0; i <= len(dotted); i++ {
		if i < len(dotted) && dotted[i] != '.' {
			continue
		}
		if from >= 0 {
			u.emitWide(code.IMPORTFROM, w, w, u.name(resolve.Mangle(u.class, dotted[from:i])))
		}
		from = i + 1
	}
}

func (u *unit) importFrom(s *ast.ImportFrom) {
	w := u.allocN(2)
	names := make(code.Tuple, len(s.Names))
	for i, a := range s.Names {
		names[i] = a.Name
	}
	u.load(w, names)
	u.load(w+1, int64(s.Level))
	u.emitWide(code.IMPORTNAME, w, w, u.name(resolve.Mangle(u.class, s.Module)))
	for _, a := range s.Names {
		if a.Name == "*" {
			u.emit(code.IMPORTSTAR, w, 0, 0)
			return
		}
		dst := w + 1
		b := binding(a.Binding)
		if b.Kind == resolve.Local && !b.Far {
			dst = int(b.Reg)
			if !u.dead {
				u.set.add(dst)
			}
		}
		u.emitWide(code.IMPORTFROM, dst, w, u.name(resolve.Mangle(u.class, a.Name)))
		u.store(b, dst)
	}
}
