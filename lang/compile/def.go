package compile

import (
	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/resolve"
)

// What MKFUNC's operand c says.
const (
	hasDefaults    = 1
	hasKwDefaults  = 2
	hasAnnotations = 4
)

// function compiles a def: decorators, defaults, annotations, the function, the decorators' calls, the store.
func (u *unit) function(at ast.Span, name string, scope any, args *ast.Arguments, body []ast.Stmt,
	decorators []ast.Expr, returns ast.Expr, b *resolve.Binding) {
	w := u.tmp
	line := int(at.Line)
	for i, d := range decorators {
		u.into(d, u.alloc())
		if i == 0 {
			line = int(d.Pos().Line)
		}
	}
	fn := u.alloc()
	flags := u.defaults(args, fn)
	u.tmp = fn + 4
	if u.annotations(args, returns, fn) {
		flags |= hasAnnotations
	}
	s := scope.(*resolve.Scope)
	v := u.begin(s, u, name, u.qualified(name, b), line)
	v.parameters(args)
	v.pos = code.Pos{Line: int32(line), EndLine: int32(line)}
	// The docstring or None is the first constant, which programs look at.
	if s.HasDoc {
		v.co.Doc, v.co.HasDoc = s.Doc, true
		v.constant(s.Doc)
	} else {
		v.constant(nil)
	}
	v.wholeBody(body, s.HasDoc)
	v.emit(code.RETURNNONE, 0, 0, 0)
	child := u.child(v)
	if r, ok := nearLocal(b); ok && flags == 0 && len(decorators) == 0 {
		u.makeFunction(r, child, 0)
		u.set.add(r)
		u.tmp = w
		return
	}
	u.makeFunction(fn, child, flags)
	u.decorate(decorators, w)
	u.store(b, w)
	u.tmp = w
}

func nearLocal(b *resolve.Binding) (int, bool) {
	return int(b.Reg), b.Kind == resolve.Local && !b.Far
}

// decorate applies the decorators in the registers from w on to the object behind them; the result is in w.
func (u *unit) decorate(decorators []ast.Expr, w int) {
	old := u.pos
	for i := len(decorators) - 1; i >= 0; i-- {
		u.pos = toPos(decorators[i].Pos())
		u.emit(code.CALL, w+i, w+i, 1)
	}
	u.pos = old
}

// child ends the unit v and returns its index among the children.
func (u *unit) child(v *unit) int {
	u.children = append(u.children, v.finish())
	return len(u.children) - 1
}

func (u *unit) makeFunction(dst, child, flags int) {
	if child >= code.Wide {
		u.emitX(code.EXT, 0, child)
		child = code.Wide
	}
	u.emit(code.MKFUNC, dst, child, flags)
}

// qualified is the __qualname__ of what is defined here as name.
func (u *unit) qualified(name string, b *resolve.Binding) string {
	if u.qual == "" || b != nil && b.Kind == resolve.GlobalExplicit {
		return name
	}
	return u.qual + name
}

// parameters writes the parameter counts and the flags of a function into its code.
func (u *unit) parameters(args *ast.Arguments) {
	co := u.co
	co.PosOnly = len(args.PosOnlyArgs)
	co.ArgCount = co.PosOnly + len(args.Args)
	co.KwOnly = len(args.KwOnlyArgs)
	if args.Vararg != nil {
		co.Flags |= code.VarArgs
	}
	if args.Kwarg != nil {
		co.Flags |= code.VarKeywords
	}
	u.functionFlags()
}

func (u *unit) functionFlags() {
	s, co := u.scope, u.co
	co.Flags |= code.Optimized | code.NewLocals
	if s.Nested {
		co.Flags |= code.Nested
	}
	async := s.Async || s.Coroutine && s.IsComp()
	switch {
	case async && s.Generator:
		co.Flags |= code.AsyncGenerator
	case async:
		co.Flags |= code.Coroutine
	case s.Generator:
		co.Flags |= code.Generator
	}
	if s.UsesLocals {
		co.Flags |= code.UsesLocals
	}
	u.qual = co.Qualname + ".<locals>."
	u.commonFlags()
}

func (u *unit) commonFlags() {
	if u.future {
		u.co.Flags |= code.FutureAnnotations
	}
}

// defaults evaluates the parameters' defaults into the registers behind fn, and takes fn's whole window.
func (u *unit) defaults(args *ast.Arguments, fn int) (flags int) {
	if len(args.Defaults) > 0 {
		flags |= hasDefaults
		r := u.alloc()
		if t, ok := constants(args.Defaults); ok {
			u.load(r, t)
		} else {
			u.tuple(args.Defaults, r)
			u.tmp = r + 1
		}
	}
	kw := false
	for _, d := range args.KwDefaults {
		kw = kw || d != nil
	}
	if kw {
		flags |= hasKwDefaults
		u.tmp = fn + 2
		r := u.alloc()
		n := 0
		w := u.tmp
		for i, d := range args.KwDefaults {
			if d == nil {
				continue
			}
			u.load(u.alloc(), resolve.Mangle(u.class, args.KwOnlyArgs[i].Arg))
			u.into(d, u.alloc())
			n++
		}
		u.emit(code.DICT, r, w, n)
	}
	u.tmp = fn + 1
	return flags
}

// annotations evaluates a function's annotations into register fn+3.
func (u *unit) annotations(args *ast.Arguments, returns ast.Expr, fn int) bool {
	w, n := u.tmp, 0
	add := func(name string, e ast.Expr) {
		if e == nil {
			return
		}
		u.load(u.alloc(), name)
		u.annotation(e, u.alloc())
		n++
	}
	each := func(list ...*ast.Arg) {
		for _, a := range list {
			if a != nil && a.Annotation != nil {
				add(resolve.Mangle(u.class, a.Arg), a.Annotation)
			}
		}
	}
	each(args.Args...)
	each(args.PosOnlyArgs...)
	each(args.Vararg)
	each(args.KwOnlyArgs...)
	each(args.Kwarg)
	add("return", returns)
	if n == 0 {
		return false
	}
	u.tmp = fn + 3
	u.alloc()
	u.emit(code.DICT, fn+3, w, n)
	u.tmp = w
	return true
}

func (u *unit) lambda(x *ast.Lambda, dst int) {
	fn := u.window(dst)
	u.tmp = fn + 1
	flags := u.defaults(x.Args, fn)
	v := u.begin(x.Scope.(*resolve.Scope), u, "<lambda>", u.qualified("<lambda>", nil), int(x.Line))
	v.parameters(x.Args)
	v.constant(nil)
	r := v.operand(x.Body)
	v.emit(code.RETURN, r, 0, 0)
	child := u.child(v)
	if flags == 0 {
		u.makeFunction(dst, child, 0)
		return
	}
	u.makeFunction(fn, child, flags)
	u.move(dst, fn)
}

func (u *unit) classDef(c *ast.ClassDef) {
	w := u.tmp
	line := int(c.Line)
	for i, d := range c.DecoratorList {
		u.into(d, u.alloc())
		if i == 0 {
			line = int(d.Pos().Line)
		}
	}
	child := u.classBody(c, line)
	fn := u.alloc()
	u.emit(code.LDBUILDCLASS, fn, 0, 0)
	if spread(c.Bases, c.Keywords) {
		u.allocN(4)
		u.makeFunction(fn+3, child, 0)
		u.load(fn+4, c.Name)
		u.spreadArgs(fn, []int{fn + 3, fn + 4}, c.Bases, c.Keywords)
		u.emit(code.CALLEX, fn, fn, 0)
	} else {
		u.allocN(2)
		u.makeFunction(fn+1, child, 0)
		u.load(fn+2, c.Name)
		if u.args(c.Bases, c.Keywords) {
			u.emit(code.CALLKW, fn, fn, 2+len(c.Bases)+len(c.Keywords))
		} else {
			u.emit(code.CALL, fn, fn, 2+len(c.Bases))
		}
	}
	u.decorate(c.DecoratorList, w)
	u.store(binding(c.Binding), w)
	u.tmp = w
}

// classBody compiles the body of a class and returns the child's index.
func (u *unit) classBody(c *ast.ClassDef, line int) int {
	s := c.Scope.(*resolve.Scope)
	v := u.begin(s, u, c.Name, u.qualified(c.Name, binding(c.Binding)), line)
	co := v.co
	co.Flags |= code.ClassBody
	if s.Nested {
		co.Flags |= code.Nested
	}
	v.commonFlags()
	co.AttrHint = s.SelfAttrs
	v.qual = co.Qualname + "."
	outer := u.class
	u.compiler.class = c.Name
	t := v.alloc()
	v.pos = code.Pos{Line: int32(line), EndLine: int32(line)}
	v.emitX(code.LDNAME, t, v.name("__name__"))
	v.emitX(code.STNAME, t, v.name("__module__"))
	v.load(t, co.Qualname)
	v.emitX(code.STNAME, t, v.name("__qualname__"))
	if s.HasAnnotations {
		v.emit(code.SETUPANN, 0, 0, 0)
	}
	if s.HasDoc {
		co.Doc, co.HasDoc = s.Doc, true
		v.pos = toPos(c.Body[0].Pos())
		v.load(t, s.Doc)
		v.emitX(code.STNAME, t, v.name("__doc__"))
	}
	v.tmp = t
	v.wholeBody(c.Body, s.HasDoc)
	if s.ClassCell != nil {
		cell := int(s.ClassCell.Reg)
		v.emitX(code.STNAME, cell, v.name("__classcell__"))
		v.emit(code.RETURN, cell, 0, 0)
	} else {
		v.emit(code.RETURNNONE, 0, 0, 0)
	}
	u.compiler.class = outer
	return u.child(v)
}

// wholeBody compiles the body of a function or class. The implicit return after
// it has no line, unless a pass at the end lends its own. A docstring is no statement.
func (u *unit) wholeBody(body []ast.Stmt, doc bool) {
	if doc {
		body = body[1:]
	}
	n := len(body)
	if n == 0 {
		u.nowhere()
		return
	}
	if pass, ok := body[n-1].(*ast.Pass); ok {
		u.stmts(body[:n-1])
		u.pos = toPos(pass.Span)
		return
	}
	u.stmts(body)
	u.nowhere()
}
