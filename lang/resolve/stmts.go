package resolve

import (
	"github.com/minipy/minipy/lang/ast"
)

func (r *resolver) stmts(body []ast.Stmt) {
	for _, s := range body {
		r.stmt(s)
		if r.err != nil {
			return
		}
	}
}

// store notes that the current scope binds a name, and returns the binding.
func (r *resolver) store(name string, f Flags, at ast.Span) *Binding {
	if name == "__debug__" {
		r.late(at, "cannot assign to __debug__")
	}
	return r.enter(r.scope, Mangle(r.class, name), f)
}

func (r *resolver) stmt(s ast.Stmt) {
	if !r.deeper() {
		return
	}
	switch s := s.(type) {
	case *ast.ExprStmt:
		if st, ok := s.Value.(*ast.Starred); ok {
			r.late(st.Span, "can't use starred expression here")
		}
		s.Value = r.expr(s.Value)
	case *ast.Assign:
		r.assign(s)
	case *ast.AugAssign:
		s.Target = r.expr(s.Target)
		s.Value = r.expr(s.Value)
	case *ast.AnnAssign:
		r.annAssign(s)
	case *ast.Return:
		r.returnStmt(s)
	case *ast.If:
		r.ifStmt(s)
	case *ast.For:
		r.forStmt(s.Span, &s.Target, &s.Iter, s.Body, s.Orelse, false)
	case *ast.AsyncFor:
		r.forStmt(s.Span, &s.Target, &s.Iter, s.Body, s.Orelse, true)
	case *ast.While:
		s.Test = r.expr(s.Test)
		r.loopBody(s.Span, s.Body)
		r.stmts(s.Orelse)
	case *ast.FunctionDef:
		s.Scope = r.function(s.Name, s.Span, s.Args, s.Body, s.DecoratorList, &s.Returns, false)
		s.Binding = r.store(s.Name, Assigned, s.Span)
	case *ast.AsyncFunctionDef:
		s.Scope = r.function(s.Name, s.Span, s.Args, s.Body, s.DecoratorList, &s.Returns, true)
		s.Binding = r.store(s.Name, Assigned, s.Span)
	case *ast.ClassDef:
		r.classDef(s)
	case *ast.Import:
		r.imports(s.Span, s.Names, true)
	case *ast.ImportFrom:
		r.importFrom(s)
	case *ast.Global:
		r.directive(s.Names, s.Span, DeclGlobal, "global")
	case *ast.Nonlocal:
		r.directive(s.Names, s.Span, DeclNonlocal, "nonlocal")
	case *ast.Pass:
	case *ast.Break:
		r.jump(s.Span, "'break' outside loop")
	case *ast.Continue:
		r.jump(s.Span, "'continue' not properly in loop")
	default:
		r.blockStmt(s)
	}
	r.depth--
}

// blockStmt is the second half of stmt.
func (r *resolver) blockStmt(s ast.Stmt) {
	switch s := s.(type) {
	case *ast.Delete:
		r.exprs(s.Targets)
	case *ast.With:
		r.with(s.Span, s.Items, s.Body)
	case *ast.AsyncWith:
		r.needAsync(s.Span, "'async with' outside async function")
		r.with(s.Span, s.Items, s.Body)
	case *ast.Match:
		r.match(s)
	case *ast.Raise:
		s.Exc = r.maybe(s.Exc)
		s.Cause = r.maybe(s.Cause)
	case *ast.Assert:
		if t, ok := s.Test.(*ast.Tuple); ok && len(t.Elts) > 0 {
			r.warn(s.Span, "assertion is always true, perhaps remove parentheses?")
		}
		s.Test = r.expr(s.Test)
		s.Msg = r.maybe(s.Msg)
	case *ast.Try:
		r.try(s.Span, s.Body, s.Handlers, s.Orelse, s.Finalbody, false)
	case *ast.TryStar:
		r.try(s.Span, s.Body, s.Handlers, s.Orelse, s.Finalbody, true)
	}
}

func (r *resolver) try(at ast.Span, body []ast.Stmt, hs []*ast.ExceptHandler, orelse, fin []ast.Stmt, star bool) {
	outer := r.flow
	if len(fin) > 0 {
		r.enterBlock(at, 1)
	}
	inner := r.flow
	if len(hs) > 0 {
		r.enterBlock(at, 1)
	}
	r.stmts(body)
	r.flow = inner
	r.stmts(orelse)
	if star {
		r.flow.star, r.flow.starOnly = true, true
	}
	r.handlers(at, hs)
	r.flow = outer
	if len(fin) > 0 {
		r.enterBlock(at, 1)
	}
	r.stmts(fin)
	r.flow = outer
}

func (r *resolver) assign(s *ast.Assign) {
	s.Value = r.value(s.Value)
	for i, t := range s.Targets {
		s.Targets[i] = r.target(t)
	}
}

// value resolves an expression that may not be starred.
func (r *resolver) value(e ast.Expr) ast.Expr {
	if st, ok := e.(*ast.Starred); ok {
		r.late(st.Span, "can't use starred expression here")
	}
	return r.expr(e)
}

// target resolves an assignment target and checks the stars in it.
func (r *resolver) target(e ast.Expr) ast.Expr {
	if st, ok := e.(*ast.Starred); ok {
		r.late(st.Span, "starred assignment target must be in a list or tuple")
	}
	r.checkStars(e)
	return r.expr(e)
}

func (r *resolver) checkStars(e ast.Expr) {
	var elts []ast.Expr
	switch x := e.(type) {
	case *ast.Tuple:
		elts = x.Elts
	case *ast.List:
		elts = x.Elts
	case *ast.Attribute:
		r.forbidAttr(x)
		return
	default:
		return
	}
	stars := 0
	for i, el := range elts {
		if st, ok := el.(*ast.Starred); ok {
			if stars++; stars == 2 {
				r.late(e.Pos(), "multiple starred expressions in assignment")
			}
			if i >= 256 || len(elts)-i > 1<<24 {
				r.late(e.Pos(), "too many expressions in star-unpacking assignment")
			}
			el = st.Value
		}
		r.checkStars(el)
	}
}

func (r *resolver) forbidAttr(e ast.Expr) {
	if a, ok := e.(*ast.Attribute); ok && a.Attr == "__debug__" {
		r.late(a.Span, "cannot assign to __debug__")
	}
}

func (r *resolver) annAssign(s *ast.AnnAssign) {
	if n, ok := s.Target.(*ast.Name); ok {
		name := Mangle(r.class, n.Id)
		b := r.scope.find(name)
		if b != nil && b.Flags&(DeclGlobal|DeclNonlocal) != 0 && r.scope.Parent != nil && s.Simple {
			what := "global"
			if b.Flags&DeclNonlocal != 0 {
				what = "nonlocal"
			}
			r.fail(s.Span, "annotated name '"+n.Id+"' can't be "+what)
			return
		}
		f := Flags(0)
		if s.Simple {
			f = Annotated | Assigned
		} else if s.Value != nil {
			f = Assigned
		}
		at := s.Span
		if s.Value != nil {
			at = n.Span
		}
		n.Binding = r.store(n.Id, f, at)
	} else {
		s.Target = r.expr(s.Target)
		r.forbidAttr(s.Target)
	}
	if r.scope.Type == ModuleScope || r.scope.Type == ClassScope {
		r.scope.HasAnnotations = true
	}
	s.Annotation = r.annotation(s.Annotation)
	if s.Value != nil {
		s.Value = r.value(s.Value)
	}
}

// annotation resolves an annotation. Where annotations are kept as text it only looks for what may not be in one.
func (r *resolver) annotation(e ast.Expr) ast.Expr {
	if e == nil {
		return nil
	}
	if !r.future {
		return r.expr(e)
	}
	r.push(annotationScope, "_annotation")
	r.noFold++
	r.expr(e)
	r.noFold--
	r.pop()
	return e
}

func (r *resolver) returnStmt(s *ast.Return) {
	code := r.scope
	if !code.IsFunction() {
		r.late(s.Span, "'return' outside function")
	}
	if r.flow.star {
		at := s.Span
		if c, ok := s.Value.(*ast.Constant); ok && c.Line == s.Line {
			at = c.Span
		}
		r.late(at, "'break', 'continue' and 'return' cannot appear in an except* block")
	}
	if s.Value != nil {
		if code.retValue == nil {
			code.retValue = s
		}
		s.Value = r.expr(s.Value)
	}
}

func (r *resolver) jump(at ast.Span, msg string) {
	switch {
	case r.flow.starOnly:
		r.late(at, "'break', 'continue' and 'return' cannot appear in an except* block")
	case !r.flow.loop:
		r.late(at, msg)
	}
}

// ifStmt goes down a chain of elif without recursion: generated code has thousands.
func (r *resolver) ifStmt(s *ast.If) {
	for {
		s.Test = r.expr(s.Test)
		r.stmts(s.Body)
		if len(s.Orelse) == 1 {
			if next, ok := s.Orelse[0].(*ast.If); ok && r.err == nil {
				s = next
				continue
			}
		}
		r.stmts(s.Orelse)
		return
	}
}

func (r *resolver) forStmt(at ast.Span, target, iter *ast.Expr, body, orelse []ast.Stmt, async bool) {
	if async {
		r.needAsync(at, "'async for' outside async function")
	}
	*iter = r.value(*iter)
	if !async {
		*iter = foldIterable(*iter)
	}
	*target = r.target(*target)
	r.loopBody(at, body)
	r.stmts(orelse)
}

func (r *resolver) loopBody(at ast.Span, body []ast.Stmt) {
	old := r.flow
	r.enterBlock(at, 1)
	r.flow.loop, r.flow.starOnly = true, false
	r.stmts(body)
	r.flow = old
}

// needAsync reports an asynchronous statement or expression outside an async function.
func (r *resolver) needAsync(at ast.Span, msg string) {
	s := r.scope
	switch {
	case s.Async:
	case r.opts.TopLevelAwait && s.Parent == nil:
		s.Coroutine = true
	default:
		r.late(at, msg)
	}
}

func (r *resolver) with(at ast.Span, items []*ast.WithItem, body []ast.Stmt) {
	old := r.flow
	for _, it := range items {
		r.enterBlock(at, 1)
		it.ContextExpr = r.expr(it.ContextExpr)
		if it.OptionalVars != nil {
			it.OptionalVars = r.target(it.OptionalVars)
		}
	}
	r.stmts(body)
	r.flow = old
}

func (r *resolver) handlers(at ast.Span, hs []*ast.ExceptHandler) {
	if len(hs) == 0 {
		return
	}
	r.enterBlock(at, 1)
	for i, h := range hs {
		if h.Type == nil && i < len(hs)-1 {
			r.late(h.Span, "default 'except:' must be last")
		}
		h.Type = r.maybe(h.Type)
		if h.Name != "" {
			h.Binding = r.store(h.Name, Assigned|Deleted, h.Span)
		}
		old := r.flow
		r.enterBlock(h.Span, 1)
		r.stmts(h.Body)
		r.flow = old
	}
}

func (r *resolver) directive(names []string, at ast.Span, decl Flags, word string) {
	for _, n := range names {
		name := Mangle(r.class, n)
		if b := r.scope.find(name); b != nil && b.Flags&(Used|Assigned|Param|Annotated) != 0 {
			msg := "name '" + n + "' is assigned to before " + word + " declaration"
			switch {
			case b.Flags&Param != 0:
				msg = "name '" + n + "' is parameter and " + word
			case b.Flags&Used != 0:
				msg = "name '" + n + "' is used prior to " + word + " declaration"
			case b.Flags&Annotated != 0:
				msg = "annotated name '" + n + "' can't be " + word
			}
			r.fail(at, msg)
			return
		}
		b := r.enter(r.scope, name, decl)
		if b.decl.Line == 0 {
			b.decl = at
		}
		if decl == DeclGlobal {
			r.enter(r.top, name, DeclGlobal) // the module's own accesses go past a separate namespace of locals, too
		}
	}
}

func (r *resolver) imports(at ast.Span, names []*ast.Alias, dotted bool) {
	for _, a := range names {
		name := a.Asname
		if name == "" {
			name = a.Name
			if dotted {
				for i := 0; i < len(name); i++ {
					if name[i] == '.' {
						name = name[:i]
						break
					}
				}
			}
		}
		if name == "*" {
			if r.scope.Type != ModuleScope {
				r.fail(a.Span, "import * only allowed at module level")
			}
			r.scope.HasImportStar = true
			continue
		}
		a.Binding = r.store(name, Assigned, at)
	}
}

func (r *resolver) importFrom(s *ast.ImportFrom) {
	if s.Module == "__future__" && s.Level == 0 && !r.isFuture(s) {
		r.late(s.Span, "from __future__ imports must occur at the beginning of the file")
	}
	r.imports(s.Span, s.Names, false)
}
