package grammar

import (
	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/token"
)

func (p *parser) atom() ast.Expr {
	start := p.i
	switch p.k {
	case token.Name:
		id := p.ident()
		t := &p.toks[start]
		n := p.names.alloc()
		n.Id = id
		n.Span = ast.Span{Line: int32(t.Pos.Line), Col: int32(t.Pos.Column), EndLine: int32(t.Pos.Line),
			EndCol: int32(t.Pos.Column + len(t.Value))}
		return n
	case token.Number:
		v := p.number()
		p.next()
		return p.constant(p.span(start), v)
	case token.String:
		return p.strings()
	case token.None:
		p.next()
		return p.constant(p.span(start), nil)
	case token.True:
		p.next()
		return p.constant(p.span(start), true)
	case token.False:
		p.next()
		return p.constant(p.span(start), false)
	case token.Ellipsis:
		p.next()
		return p.constant(p.span(start), ast.Ellipsis{})
	case token.LParen:
		return p.nested((*parser).parenthesised)
	case token.LBracket:
		return p.nested((*parser).list)
	case token.LBrace:
		return p.nested((*parser).braces)
	}
	return p.bad()
}

// nested guards the recursion into brackets.
func (p *parser) nested(f func(*parser) ast.Expr) ast.Expr {
	if !p.enter() {
		return p.bad()
	}
	e := f(p)
	p.leave()
	return e
}

// parenthesised reads a group, a tuple or a generator expression.
func (p *parser) parenthesised() ast.Expr {
	start := p.i
	p.next()
	switch p.k {
	case token.RParen:
		p.next()
		t := p.tuples.alloc()
		t.Span = p.span(start)
		return t
	case token.Yield:
		e := p.yield()
		p.expect(token.RParen)
		return e
	}
	first := p.starNamedExpression()
	switch p.k {
	case token.RParen:
		if _, ok := first.(*ast.Starred); ok {
			return p.bad()
		}
		p.next()
		return first
	case token.For, token.Async:
		if _, ok := first.(*ast.Starred); ok {
			return p.bad()
		}
		gens := p.comprehensions()
		p.expect(token.RParen)
		return &ast.GeneratorExp{Span: p.span(start), Elt: first, Generators: gens}
	}
	t := p.tuples.alloc()
	t.Elts = p.elements(first, token.RParen)
	t.Span = p.span(start)
	return t
}

// elements reads `, b, c` and the closing bracket after the first element of a display.
func (p *parser) elements(first ast.Expr, closing token.Kind) []ast.Expr {
	base := len(p.scratch)
	p.scratch = append(p.scratch, first)
	for p.accept(token.Comma) {
		if p.k == closing {
			break
		}
		p.scratch = append(p.scratch, p.starNamedExpression())
	}
	p.expect(closing)
	return p.take(base)
}

func (p *parser) list() ast.Expr {
	start := p.i
	p.next()
	if p.accept(token.RBracket) {
		return &ast.List{Span: p.span(start)}
	}
	first := p.starNamedExpression()
	if p.k == token.For || p.k == token.Async {
		if _, ok := first.(*ast.Starred); ok {
			return p.bad()
		}
		gens := p.comprehensions()
		p.expect(token.RBracket)
		return &ast.ListComp{Span: p.span(start), Elt: first, Generators: gens}
	}
	elts := p.elements(first, token.RBracket)
	return &ast.List{Span: p.span(start), Elts: elts}
}

// braces reads a dict or a set, display or comprehension.
func (p *parser) braces() ast.Expr {
	start := p.i
	p.next()
	if p.accept(token.RBrace) {
		return &ast.Dict{Span: p.span(start)}
	}
	if p.k == token.DoubleStar {
		return p.dict(start, nil)
	}
	first := p.starNamedExpression()
	if p.k == token.Colon {
		switch first.(type) {
		case *ast.Starred:
			return p.bad()
		case *ast.NamedExpr:
			if token.Kind(p.toks[start+1].Type) != token.LParen {
				return p.bad()
			}
		}
		return p.dict(start, first)
	}
	if p.k == token.For || p.k == token.Async {
		if _, ok := first.(*ast.Starred); ok {
			return p.bad()
		}
		gens := p.comprehensions()
		p.expect(token.RBrace)
		return &ast.SetComp{Span: p.span(start), Elt: first, Generators: gens}
	}
	elts := p.elements(first, token.RBrace)
	return &ast.Set{Span: p.span(start), Elts: elts}
}

// dict reads a dict from its first colon, or from its first `**` when key is nil.
func (p *parser) dict(start int, key ast.Expr) ast.Expr {
	base := len(p.scratch)
	for !p.failed {
		var v ast.Expr
		if key == nil {
			p.next()
			v = p.binary(1)
		} else {
			p.expect(token.Colon)
			v = p.expression()
			if len(p.scratch) == base && (p.k == token.For || p.k == token.Async) {
				gens := p.comprehensions()
				p.expect(token.RBrace)
				return &ast.DictComp{Span: p.span(start), Key: key, Value: v, Generators: gens}
			}
		}
		p.scratch = append(p.scratch, key, v)
		if !p.accept(token.Comma) || p.k == token.RBrace {
			break
		}
		key = nil
		if p.k != token.DoubleStar {
			key = p.expression()
		}
	}
	p.expect(token.RBrace)
	pairs := p.scratch[base:]
	n := len(pairs) / 2
	both := make([]ast.Expr, 2*n)
	keys, values := both[:n:n], both[n:]
	for i := range n {
		keys[i], values[i] = pairs[2*i], pairs[2*i+1]
	}
	clear(pairs)
	p.scratch = p.scratch[:base]
	return &ast.Dict{Span: p.span(start), Keys: keys, Values: values}
}

// comprehensions reads one or more `for ... in ... if ...`.
func (p *parser) comprehensions() []*ast.Comprehension {
	var gens []*ast.Comprehension
	for p.k == token.For || p.k == token.Async {
		c := &ast.Comprehension{}
		start := p.i
		c.IsAsync = p.accept(token.Async)
		p.expect(token.For)
		c.Target = p.starTargets()
		p.expect(token.In)
		c.Iter = p.disjunction()
		base := len(p.scratch)
		for p.accept(token.If) {
			p.scratch = append(p.scratch, p.disjunction())
		}
		c.Ifs = p.take(base)
		c.Span = p.span(start)
		gens = append(gens, c)
		if p.failed {
			break
		}
	}
	return gens
}

func (p *parser) yield() ast.Expr {
	start := p.i
	p.next()
	if p.accept(token.From) {
		v := p.expression()
		return &ast.YieldFrom{Span: p.span(start), Value: v}
	}
	var v ast.Expr
	if p.startsExpr() {
		v = p.starExpressions()
	}
	return &ast.Yield{Span: p.span(start), Value: v}
}
