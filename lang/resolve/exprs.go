package resolve

import (
	"math/big"

	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/code"
)

func (r *resolver) exprs(list []ast.Expr) {
	for i, e := range list {
		if e != nil {
			list[i] = r.expr(e)
		}
	}
}

func (r *resolver) maybe(e ast.Expr) ast.Expr {
	if e == nil {
		return nil
	}
	return r.expr(e)
}

// expr resolves an expression and returns it, or the constant that it folds to.
func (r *resolver) expr(e ast.Expr) ast.Expr {
	switch x := e.(type) {
	case *ast.Name:
		return r.name(x)
	case *ast.Constant:
		return e
	case *ast.BinOp:
		return r.binOp(x)
	}
	if !r.deeper() {
		return e
	}
	e = r.compound(e)
	r.depth--
	return e
}

func (r *resolver) compound(e ast.Expr) ast.Expr {
	switch x := e.(type) {
	case *ast.Attribute:
		x.Value = r.expr(x.Value)
		if x.Ctx == ast.Store {
			r.noteSelf(x)
		}
	case *ast.Call:
		return r.call(x)
	case *ast.Subscript:
		return r.subscript(x)
	case *ast.UnaryOp:
		return r.unary(x)
	case *ast.Compare:
		r.compare(x)
	case *ast.BoolOp:
		r.exprs(x.Values)
	case *ast.IfExp:
		x.Test = r.expr(x.Test)
		x.Body = r.expr(x.Body)
		x.Orelse = r.expr(x.Orelse)
	case *ast.Tuple:
		r.exprs(x.Elts)
		if x.Ctx == ast.Load && r.noFold == 0 {
			if t, ok := foldTuple(x.Elts); ok {
				return newConst(x.Span, t)
			}
		}
	case *ast.List:
		r.exprs(x.Elts)
	case *ast.Set:
		r.exprs(x.Elts)
	case *ast.Dict:
		for i := range x.Values {
			x.Keys[i] = r.maybe(x.Keys[i])
			x.Values[i] = r.expr(x.Values[i])
		}
	case *ast.JoinedStr:
		r.exprs(x.Values)
	case *ast.FormattedValue:
		x.Value = r.expr(x.Value)
		x.FormatSpec = r.maybe(x.FormatSpec)
	case *ast.Starred:
		x.Value = r.expr(x.Value)
	case *ast.Slice:
		x.Lower, x.Upper, x.Step = r.maybe(x.Lower), r.maybe(x.Upper), r.maybe(x.Step)
	default:
		r.scoped(e)
	}
	return e
}

// scoped is the second half of compound: expressions that make scopes, bind or suspend.
func (r *resolver) scoped(e ast.Expr) {
	switch x := e.(type) {
	case *ast.Lambda:
		x.Scope = r.lambda(x)
	case *ast.ListComp:
		x.Scope = r.comprehension(ListCompScope, "<listcomp>", x.Span, x.Generators, nil, &x.Elt)
	case *ast.SetComp:
		x.Scope = r.comprehension(SetCompScope, "<setcomp>", x.Span, x.Generators, nil, &x.Elt)
	case *ast.DictComp:
		x.Scope = r.comprehension(DictCompScope, "<dictcomp>", x.Span, x.Generators, &x.Value, &x.Key)
	case *ast.GeneratorExp:
		x.Scope = r.comprehension(GenExpScope, "<genexpr>", x.Span, x.Generators, nil, &x.Elt)
	case *ast.NamedExpr:
		r.namedExpr(x)
	case *ast.Yield:
		r.yield(x.Span, false)
		x.Value = r.maybe(x.Value)
	case *ast.YieldFrom:
		r.yield(x.Span, true)
		x.Value = r.expr(x.Value)
	case *ast.Await:
		r.await(x)
	}
}

func (r *resolver) name(x *ast.Name) ast.Expr {
	switch x.Ctx {
	case ast.Load:
		if x.Id == "__debug__" && r.noFold == 0 {
			return newConst(x.Span, r.opts.Optimize == 0)
		}
		x.Binding = r.use(x.Id)
	case ast.Store:
		f := Assigned
		if r.scope.inTarget {
			f |= CompTarget
			if b := r.scope.find(Mangle(r.class, x.Id)); b != nil && b.Flags&(DeclGlobal|DeclNonlocal) != 0 {
				r.fail(x.Span, "comprehension inner loop cannot rebind assignment expression target '"+x.Id+"'")
			}
		}
		b := r.store(x.Id, f, x.Span)
		if f&CompTarget != 0 && b.Flags&Used != 0 {
			r.scope.noInline = true
		}
		x.Binding = b
	case ast.Del:
		if x.Id == "__debug__" {
			r.late(x.Span, "cannot delete __debug__")
		}
		x.Binding = r.enter(r.scope, Mangle(r.class, x.Id), Assigned|Deleted)
	}
	return x
}

// use notes that the current scope reads a name.
func (r *resolver) use(id string) *Binding {
	s := r.scope
	b := r.enter(s, Mangle(r.class, id), Used)
	switch id {
	case "super":
		if s.IsFunction() {
			r.enter(s, "__class__", Used)
		}
	case "locals", "vars", "dir", "eval", "exec":
		s.UsesLocals = true
	}
	return b
}

// binOp walks the left spine of a chain of operators without recursion: `a + b + ...` may have 100,000 terms.
func (r *resolver) binOp(top *ast.BinOp) ast.Expr {
	spine := r.spine
	from := len(spine)
	e := ast.Expr(top)
	for {
		b, ok := e.(*ast.BinOp)
		if !ok {
			break
		}
		spine = append(spine, b)
		e = b.Left
	}
	r.spine = spine
	if !r.deeper() {
		return top
	}
	e = r.expr(e)
	for i := len(spine) - 1; i >= from; i-- {
		b := spine[i]
		b.Left = e
		b.Right = r.expr(b.Right)
		e = r.foldBin(b)
	}
	r.depth--
	r.spine = spine[:from]
	return e
}

func (r *resolver) foldBin(b *ast.BinOp) ast.Expr {
	if r.noFold > 0 {
		return b
	}
	l, ok := b.Left.(*ast.Constant)
	if !ok {
		return b
	}
	if text, ok := l.Value.(string); ok && b.Op == ast.Modulo {
		if e := formatted(b, text); e != nil {
			return e
		}
	}
	if rc, ok := b.Right.(*ast.Constant); ok {
		if v, ok := foldBinary(b.Op, l.Value, rc.Value); ok {
			return newConst(b.Span, v)
		}
	}
	return b
}

func (r *resolver) unary(x *ast.UnaryOp) ast.Expr {
	x.Operand = r.expr(x.Operand)
	if r.noFold > 0 {
		return x
	}
	if c, ok := x.Operand.(*ast.Constant); ok {
		if v, ok := foldUnary(x.Op, c.Value); ok {
			return newConst(x.Span, v)
		}
	}
	if c, ok := x.Operand.(*ast.Compare); ok && x.Op == ast.Not && len(c.Ops) == 1 {
		switch c.Ops[0] {
		case ast.In:
			c.Ops[0] = ast.NotIn
		case ast.NotIn:
			c.Ops[0] = ast.In
		case ast.Is:
			c.Ops[0] = ast.IsNot
		case ast.IsNot:
			c.Ops[0] = ast.Is
		default:
			return x
		}
		return c
	}
	return x
}

func (r *resolver) compare(x *ast.Compare) {
	x.Left = r.value(x.Left)
	r.exprs(x.Comparators)
	left := x.Left
	for i, op := range x.Ops {
		right := x.Comparators[i]
		if op == ast.Is || op == ast.IsNot {
			if literal(left) || literal(right) {
				msg := `"is" with a literal. Did you mean "=="?`
				if op == ast.IsNot {
					msg = `"is not" with a literal. Did you mean "!="?`
				}
				r.warn(x.Span, msg)
			}
		}
		left = right
	}
	n := len(x.Ops) - 1
	if r.noFold == 0 && (x.Ops[n] == ast.In || x.Ops[n] == ast.NotIn) {
		x.Comparators[n] = foldIterable(x.Comparators[n])
	}
}

// literal says that comparing e by identity is a mistake.
func literal(e ast.Expr) bool {
	c, ok := e.(*ast.Constant)
	if !ok {
		return false
	}
	switch c.Value.(type) {
	case nil, bool, ast.Ellipsis:
		return false
	}
	return true
}

func (r *resolver) call(x *ast.Call) ast.Expr {
	x.Func = r.expr(x.Func)
	if what := notCallable(x.Func); what != "" {
		r.warn(x.Span, "'"+what+"' object is not callable; perhaps you missed a comma?")
	}
	r.exprs(x.Args)
	r.keywords(x.Span, x.Keywords)
	return x
}

func (r *resolver) keywords(at ast.Span, kws []*ast.Keyword) {
	for i, k := range kws {
		if k.Arg == "__debug__" {
			r.late(at, "cannot assign to __debug__")
		}
		for _, o := range kws[i+1:] {
			if k.Arg != "" && o.Arg == k.Arg {
				r.late(o.Span, "keyword argument repeated: "+k.Arg)
				break
			}
			if len(kws) > 1000 {
				break
			}
		}
		k.Value = r.expr(k.Value)
	}
}

// notCallable names the type of an expression that surely cannot be called.
func notCallable(e ast.Expr) string {
	switch e.(type) {
	case *ast.Constant, *ast.Tuple, *ast.List, *ast.ListComp, *ast.Dict, *ast.DictComp, *ast.Set, *ast.SetComp,
		*ast.GeneratorExp, *ast.JoinedStr, *ast.FormattedValue:
		return typeName(e)
	}
	return ""
}

// typeName is the type of the value of a display, literal or lambda; "" for other expressions.
func typeName(e ast.Expr) string {
	switch x := e.(type) {
	case *ast.Tuple:
		return "tuple"
	case *ast.List, *ast.ListComp:
		return "list"
	case *ast.Dict, *ast.DictComp:
		return "dict"
	case *ast.Set, *ast.SetComp:
		return "set"
	case *ast.GeneratorExp:
		return "generator"
	case *ast.Lambda:
		return "function"
	case *ast.JoinedStr, *ast.FormattedValue:
		return "str"
	case *ast.Constant:
		return constTypeName(x.Value)
	}
	return ""
}

func constTypeName(v any) string {
	switch v.(type) {
	case nil:
		return "NoneType"
	case bool:
		return "bool"
	case int64, *big.Int:
		return "int"
	case float64:
		return "float"
	case complex128:
		return "complex"
	case string:
		return "str"
	case ast.Bytes:
		return "bytes"
	case ast.Ellipsis:
		return "ellipsis"
	case code.Tuple:
		return "tuple"
	case code.FrozenSet:
		return "frozenset"
	}
	return ""
}

func (r *resolver) subscript(x *ast.Subscript) ast.Expr {
	x.Value = r.expr(x.Value)
	x.Slice = r.expr(x.Slice)
	if x.Ctx != ast.Load {
		return x
	}
	r.checkSubscript(x)
	if r.noFold == 0 {
		if c, ok := x.Value.(*ast.Constant); ok {
			if i, ok := x.Slice.(*ast.Constant); ok {
				if v, ok := foldSubscript(c.Value, i.Value); ok {
					return newConst(x.Span, v)
				}
			}
		}
	}
	return x
}

func (r *resolver) checkSubscript(x *ast.Subscript) {
	if r.opts.Warn == nil {
		return
	}
	what := typeName(x.Value)
	switch what {
	case "":
	case "NoneType", "bool", "int", "float", "complex", "ellipsis", "set", "frozenset", "generator", "function":
		r.warn(x.Span, "'"+what+"' object is not subscriptable; perhaps you missed a comma?")
	case "str", "bytes", "tuple", "list":
		index := typeName(x.Slice)
		if index != "" && index != "int" && index != "bool" {
			r.warn(x.Span, what+" indices must be integers or slices, not "+index+"; perhaps you missed a comma?")
		}
	}
}

func (r *resolver) yield(at ast.Span, from bool) {
	s := r.scope
	switch s.Type {
	case annotationScope:
		r.fail(at, "'yield expression' can not be used within an annotation")
	case ListCompScope:
		r.fail(at, "'yield' inside list comprehension")
	case SetCompScope:
		r.fail(at, "'yield' inside set comprehension")
	case DictCompScope:
		r.fail(at, "'yield' inside dict comprehension")
	case GenExpScope:
		r.fail(at, "'yield' inside generator expression")
	case FunctionScope, LambdaScope:
		if from && s.Async {
			r.late(at, "'yield from' inside async function")
		}
	default:
		r.late(at, "'yield' outside function")
	}
	s.Generator = true
}

func (r *resolver) await(x *ast.Await) {
	s := r.scope
	if s.Type == annotationScope {
		r.fail(x.Span, "'await expression' can not be used within an annotation")
		return
	}
	x.Value = r.expr(x.Value)
	switch {
	case s.Async || s.IsComp() || r.opts.TopLevelAwait && s.Parent == nil:
	case !s.IsFunction():
		r.late(x.Span, "'await' outside function")
	default:
		r.late(x.Span, "'await' outside async function")
	}
	s.Coroutine = true
}

// noteSelf counts the attributes that a method sets on its first parameter.
func (r *resolver) noteSelf(x *ast.Attribute) {
	f := r.scope
	if f.Type != FunctionScope || f.Parent.Type != ClassScope || len(f.Params) == 0 {
		return
	}
	if n, ok := x.Value.(*ast.Name); ok && n.Binding == any(f.Params[0]) {
		c := f.Parent
		if c.selfNames == nil {
			c.selfNames = map[string]struct{}{}
		}
		c.selfNames[x.Attr] = struct{}{}
		c.SelfAttrs = len(c.selfNames)
	}
}
