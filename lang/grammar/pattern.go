package grammar

import (
	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/token"
)

// matchStmt reads a match statement, or returns nil with the cursor where it was when `match` is only a name.
func (p *parser) matchStmt() ast.Stmt {
	start := p.i
	switch k := p.kindAt(p.i + 1); k {
	case token.Equal, token.Dot, token.Newline, token.Comma, token.Colon, token.RParen, token.Semi:
		return nil
	}
	var subject ast.Expr
	ok := p.try(func() {
		p.next()
		subject = p.subject()
		p.expect(token.Colon)
		p.expect(token.Newline)
		p.expect(token.Indent)
		if !p.word("case") {
			p.fail()
		}
	})
	if !ok {
		return nil
	}
	m := &ast.Match{Subject: subject}
	for p.word("case") {
		m.Cases = append(m.Cases, p.caseBlock())
	}
	p.expect(token.Dedent)
	m.Span = p.spanBlock(start)
	return m
}

func (p *parser) subject() ast.Expr {
	start := p.i
	first := p.starNamedExpression()
	if p.k == token.Comma {
		return p.restOfTuple(start, first, (*parser).starNamedExpression)
	}
	if _, ok := first.(*ast.Starred); ok {
		return p.bad()
	}
	return first
}

func (p *parser) caseBlock() *ast.MatchCase {
	start := p.i
	p.next()
	c := &ast.MatchCase{Pattern: p.patterns()}
	if p.accept(token.If) {
		c.Guard = p.namedExpression()
	}
	c.Body = p.block()
	c.Span = p.spanBlock(start)
	return c
}

// patterns reads what follows `case`: one pattern, or a sequence without brackets.
func (p *parser) patterns() ast.Pattern {
	start := p.i
	first := p.maybeStar()
	if p.k != token.Comma {
		if _, ok := first.(*ast.MatchStar); ok {
			p.fail()
		}
		return first
	}
	list := []ast.Pattern{first}
	for p.accept(token.Comma) {
		if p.k == token.Colon || p.k == token.If {
			break
		}
		list = append(list, p.maybeStar())
	}
	return &ast.MatchSequence{Span: p.span(start), Patterns: list}
}

func (p *parser) maybeStar() ast.Pattern {
	if p.k != token.Star {
		return p.pattern()
	}
	start := p.i
	p.next()
	id := p.ident()
	if id == "_" {
		id = ""
	}
	return &ast.MatchStar{Span: p.span(start), Name: id}
}

func (p *parser) pattern() ast.Pattern {
	if !p.enter() {
		return &ast.MatchAs{}
	}
	defer p.leave()
	start := p.i
	pt := p.orPattern()
	if p.accept(token.As) {
		if p.word("_") {
			p.fail()
		}
		id := p.ident()
		return &ast.MatchAs{Span: p.span(start), Pattern: pt, Name: id}
	}
	return pt
}

func (p *parser) orPattern() ast.Pattern {
	start := p.i
	first := p.closedPattern()
	if p.k != token.VBar {
		return first
	}
	list := []ast.Pattern{first}
	for p.accept(token.VBar) {
		list = append(list, p.closedPattern())
	}
	return &ast.MatchOr{Span: p.span(start), Patterns: list}
}

func (p *parser) closedPattern() ast.Pattern {
	start := p.i
	switch p.k {
	case token.None, token.True, token.False:
		var v any
		if p.k != token.None {
			v = p.k == token.True
		}
		p.next()
		return &ast.MatchSingleton{Span: p.span(start), Value: v}
	case token.Number, token.Minus, token.String:
		v := p.literal()
		return &ast.MatchValue{Span: p.span(start), Value: v}
	case token.Name:
		return p.namePattern()
	case token.LParen:
		return p.sequencePattern(token.RParen)
	case token.LBracket:
		return p.sequencePattern(token.RBracket)
	case token.LBrace:
		return p.mappingPattern()
	}
	p.fail()
	return &ast.MatchAs{}
}

// literal reads a number, signed and perhaps complex, or a string.
func (p *parser) literal() ast.Expr {
	if p.k == token.String {
		return p.strings()
	}
	start := p.i
	left := p.signedNumber()
	if p.k != token.Plus && p.k != token.Minus {
		return left
	}
	op := binOp[p.k]
	p.next()
	at := p.i
	if p.k != token.Number || !isReal(left) {
		return p.bad()
	}
	v := p.number()
	p.next()
	if _, ok := v.(complex128); !ok {
		// CPython says so at once, without looking for a better reading
		p.abort(p.at(at, at+1, "imaginary number required in complex literal"))
		return p.bad()
	}
	return &ast.BinOp{Span: p.span(start), Left: left, Op: op, Right: p.constant(p.span(at), v)}
}

func (p *parser) signedNumber() ast.Expr {
	start := p.i
	minus := p.accept(token.Minus)
	if p.k != token.Number {
		return p.bad()
	}
	at := p.i
	v := p.number()
	p.next()
	var e ast.Expr = p.constant(p.span(at), v)
	if minus {
		e = &ast.UnaryOp{Span: p.span(start), Op: ast.USub, Operand: e}
	}
	if p.k == token.Plus || p.k == token.Minus {
		if _, ok := v.(complex128); ok {
			p.abort(p.at(at, at+1, "real number required in complex literal"))
		}
	}
	return e
}

func isReal(e ast.Expr) bool {
	if u, ok := e.(*ast.UnaryOp); ok {
		e = u.Operand
	}
	c, ok := e.(*ast.Constant)
	if !ok {
		return false
	}
	_, imaginary := c.Value.(complex128)
	return !imaginary
}

// namePattern reads a capture, the wildcard, a dotted value or a class pattern.
func (p *parser) namePattern() ast.Pattern {
	start := p.i
	id := p.ident()
	if p.k != token.Dot && p.k != token.LParen {
		if id == "_" {
			id = ""
		}
		return &ast.MatchAs{Span: p.span(start), Name: id}
	}
	var e ast.Expr = p.name(id, p.span(start), ast.Load)
	for p.accept(token.Dot) {
		a := p.attrs.alloc()
		a.Value, a.Attr = e, p.ident()
		a.Span = p.span(start)
		e = a
	}
	if p.k != token.LParen {
		return &ast.MatchValue{Span: p.span(start), Value: e}
	}
	p.next()
	c := &ast.MatchClass{Cls: e}
	for p.k != token.RParen && !p.failed {
		if p.k == token.Name && p.kindAt(p.i+1) == token.Equal {
			c.KwdAttrs = append(c.KwdAttrs, p.ident())
			p.next()
			c.KwdPatterns = append(c.KwdPatterns, p.pattern())
		} else {
			if c.KwdAttrs != nil {
				p.fail()
			}
			c.Patterns = append(c.Patterns, p.pattern())
		}
		if p.k != token.RParen {
			p.expect(token.Comma)
		}
	}
	p.expect(token.RParen)
	c.Span = p.span(start)
	return c
}

// sequencePattern reads a bracketed sequence, or with one pattern in round brackets that pattern.
func (p *parser) sequencePattern(closing token.Kind) ast.Pattern {
	start := p.i
	p.next()
	var list []ast.Pattern
	comma := false
	for p.k != closing && !p.failed {
		list = append(list, p.maybeStar())
		comma = false
		if p.k != closing {
			p.expect(token.Comma)
			comma = true
		}
	}
	p.expect(closing)
	if closing == token.RParen && len(list) == 1 && !comma {
		if _, ok := list[0].(*ast.MatchStar); ok {
			p.fail()
		}
		return list[0]
	}
	return &ast.MatchSequence{Span: p.span(start), Patterns: list}
}

func (p *parser) mappingPattern() ast.Pattern {
	start := p.i
	p.next()
	m := &ast.MatchMapping{}
	for p.k != token.RBrace && !p.failed {
		if p.accept(token.DoubleStar) {
			if p.word("_") {
				p.fail()
			}
			m.Rest = p.ident()
			p.accept(token.Comma)
			break
		}
		m.Keys = append(m.Keys, p.mappingKey())
		p.expect(token.Colon)
		m.Patterns = append(m.Patterns, p.pattern())
		if p.k != token.RBrace {
			p.expect(token.Comma)
		}
	}
	p.expect(token.RBrace)
	m.Span = p.span(start)
	return m
}

func (p *parser) mappingKey() ast.Expr {
	start := p.i
	switch p.k {
	case token.None, token.True, token.False:
		return p.atom()
	case token.Name:
		id := p.ident()
		var e ast.Expr = p.name(id, p.span(start), ast.Load)
		if p.k != token.Dot {
			return p.bad()
		}
		for p.accept(token.Dot) {
			a := p.attrs.alloc()
			a.Value, a.Attr = e, p.ident()
			a.Span = p.span(start)
			e = a
		}
		return e
	}
	return p.literal()
}
