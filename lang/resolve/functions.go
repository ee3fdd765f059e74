package resolve

import "github.com/minipy/minipy/lang/ast"

// function resolves a def: its decorators, defaults and annotations here, its body in a scope of its own.
func (r *resolver) function(name string, at ast.Span, args *ast.Arguments, body []ast.Stmt, decorators []ast.Expr,
	returns *ast.Expr, async bool) *Scope {
	r.exprs(decorators)
	r.exprs(args.Defaults)
	r.exprs(args.KwDefaults)
	r.annotations(args)
	if *returns != nil {
		*returns = r.annotation(*returns)
	}
	s := r.push(FunctionScope, name)
	s.Async = async
	oldFlow := r.flow
	r.flow = flow{}
	r.params(args, at)
	r.docstring(s, body)
	r.stmts(body)
	if s.Async && s.Generator && s.retValue != nil {
		r.late(s.retValue.Span, "'return' with value in async generator")
	}
	r.flow = oldFlow
	r.pop()
	return s
}

func (r *resolver) annotations(args *ast.Arguments) {
	each := func(a *ast.Arg) {
		if a != nil && a.Annotation != nil {
			a.Annotation = r.annotation(a.Annotation)
		}
	}
	for _, a := range args.PosOnlyArgs {
		each(a)
	}
	for _, a := range args.Args {
		each(a)
	}
	each(args.Vararg)
	for _, a := range args.KwOnlyArgs {
		each(a)
	}
	each(args.Kwarg)
}

// params enters the parameters in the order of their registers. at is where CPython reports a bad name.
func (r *resolver) params(args *ast.Arguments, at ast.Span) {
	s := r.scope
	each := func(a *ast.Arg) {
		if a == nil {
			return
		}
		name := Mangle(r.class, a.Arg)
		if b := s.find(name); b != nil && b.Flags&Param != 0 {
			r.fail(a.Span, "duplicate argument '"+a.Arg+"' in function definition")
		}
		b := r.store(a.Arg, Param, at)
		a.Binding = b
		s.Params = append(s.Params, b)
	}
	for _, a := range args.PosOnlyArgs {
		each(a)
	}
	for _, a := range args.Args {
		each(a)
	}
	for _, a := range args.KwOnlyArgs {
		each(a)
	}
	each(args.Vararg)
	each(args.Kwarg)
}

func (r *resolver) lambda(x *ast.Lambda) *Scope {
	r.exprs(x.Args.Defaults)
	r.exprs(x.Args.KwDefaults)
	s := r.push(LambdaScope, "<lambda>")
	r.params(x.Args, x.Span)
	x.Body = r.expr(x.Body)
	r.pop()
	return s
}

func (r *resolver) classDef(c *ast.ClassDef) {
	r.exprs(c.DecoratorList)
	r.exprs(c.Bases)
	r.keywords(c.Span, c.Keywords)
	s := r.push(ClassScope, c.Name)
	c.Scope = s
	oldClass, oldFlow := r.class, r.flow
	r.class, r.flow = c.Name, flow{}
	r.docstring(s, c.Body)
	r.stmts(c.Body)
	r.class, r.flow = oldClass, oldFlow
	r.pop()
	c.Binding = r.store(c.Name, Assigned, c.Span)
}

// comprehension resolves the first iterable here and the rest in a scope of its own. value is a dict
// comprehension's.
func (r *resolver) comprehension(t Type, name string, at ast.Span, gens []*ast.Comprehension, value, elt *ast.Expr) *Scope {
	if st, ok := (*elt).(*ast.Starred); ok {
		r.fail(st.Span, "iterable unpacking cannot be used in comprehension")
	}
	first := gens[0]
	r.scope.iterExpr++
	first.Iter = r.iterable(first)
	r.scope.iterExpr--
	s := r.push(t, name)
	for i, g := range gens {
		if i > 0 { // before the target: a variable read before it is bound keeps the comprehension a function
			s.iterExpr++
			g.Iter = r.iterable(g)
			s.iterExpr--
		}
		s.inTarget = true
		g.Target = r.target(g.Target)
		s.inTarget = false
		r.exprs(g.Ifs)
		if g.IsAsync {
			s.Coroutine = true
		}
	}
	if value != nil {
		*value = r.expr(*value)
	}
	*elt = r.expr(*elt)
	r.pop()
	if t == GenExpScope {
		s.Generator = true
	} else if s.Coroutine {
		p := r.scope
		if !p.Async && !p.IsComp() && !(r.opts.TopLevelAwait && p.Parent == nil) {
			r.late(at, "asynchronous comprehension outside of an asynchronous function")
		}
		p.Coroutine = true
	}
	return s
}

func (r *resolver) iterable(g *ast.Comprehension) ast.Expr {
	it := r.expr(g.Iter)
	if g.IsAsync || r.noFold > 0 {
		return it
	}
	return foldIterable(it)
}

// namedExpr binds the target of := in the innermost scope that is no comprehension.
func (r *resolver) namedExpr(x *ast.NamedExpr) {
	s := r.scope
	n := x.Target.(*ast.Name)
	switch {
	case s.iterExpr > 0:
		r.fail(x.Span, "assignment expression cannot be used in a comprehension iterable expression")
		return
	case s.Type == annotationScope:
		r.fail(x.Span, "'named expression' can not be used within an annotation")
		return
	case !s.IsComp():
		x.Value = r.expr(x.Value)
		n.Binding = r.store(n.Id, Assigned|Walrus, n.Span)
		return
	}
	if !r.extendNamed(n) {
		return
	}
	x.Value = r.expr(x.Value)
}

// extendNamed makes n, the target of := in a comprehension, a variable of the function or module around it.
func (r *resolver) extendNamed(n *ast.Name) bool {
	name := Mangle(r.class, n.Id)
	for p := r.scope; ; p = p.Parent {
		if p.IsComp() {
			if b := p.find(name); b != nil && b.Flags&CompTarget != 0 {
				r.fail(n.Span, "assignment expression cannot rebind comprehension iteration variable '"+n.Id+"'")
				return false
			}
			continue
		}
		decl := DeclNonlocal
		switch {
		case p.Type == ClassScope:
			r.fail(n.Span, "assignment expression within a comprehension cannot be used in a class body")
			return false
		case p.Parent == nil || p.Type == annotationScope:
			r.enter(p, name, DeclGlobal)
			decl = DeclGlobal
		default:
			if b := r.enter(p, name, 0); b.Flags&DeclGlobal != 0 {
				decl = DeclGlobal
			} else if b.Flags&DeclNonlocal == 0 {
				b.Flags |= Assigned
			}
		}
		b := r.enter(r.scope, name, Assigned|Walrus|decl)
		for q := r.scope.Parent; q != p; q = q.Parent {
			r.enter(q, name, decl)
		}
		b.decl = n.Span
		if n.Id == "__debug__" {
			r.late(n.Span, "cannot assign to __debug__")
		}
		n.Binding = b
		return true
	}
}
