package grammar

import (
	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/token"
)

// binary operators: how tightly they bind (0 is none) and what they are; only read.
var (
	binPrec = [token.NumKinds]uint8{
		token.VBar: 1, token.Caret: 2, token.Amper: 3, token.LeftShift: 4, token.RightShift: 4,
		token.Plus: 5, token.Minus: 5,
		token.Star: 6, token.Slash: 6, token.DoubleSlash: 6, token.Percent: 6, token.At: 6,
	}
	binOp = [token.NumKinds]ast.Operator{
		token.VBar: ast.BitOr, token.Caret: ast.BitXor, token.Amper: ast.BitAnd,
		token.LeftShift: ast.LShift, token.RightShift: ast.RShift, token.Plus: ast.Add, token.Minus: ast.Sub,
		token.Star: ast.Mult, token.Slash: ast.Div, token.DoubleSlash: ast.FloorDiv, token.Percent: ast.Modulo,
		token.At: ast.MatMult,
	}
)

// prec is binPrec for any kind, EOF (which is negative) included.
func prec(k token.Kind) uint8 {
	if uint(k) < uint(token.NumKinds) {
		return binPrec[k]
	}
	return 0
}

// starExpressions reads `*a, b, ...`: one expression, or a tuple when there is a comma.
func (p *parser) starExpressions() ast.Expr {
	start := p.i
	first := p.starExpression()
	if p.k != token.Comma {
		return first
	}
	return p.restOfTuple(start, first, (*parser).starExpression)
}

// restOfTuple reads the other elements of a tuple without parentheses; the current token is a comma.
func (p *parser) restOfTuple(start int, first ast.Expr, element func(*parser) ast.Expr) ast.Expr {
	base := len(p.scratch)
	p.scratch = append(p.scratch, first)
	for p.accept(token.Comma) {
		if !p.startsExpr() {
			break
		}
		p.scratch = append(p.scratch, element(p))
	}
	t := p.tuples.alloc()
	t.Elts = p.take(base)
	t.Span = p.span(start)
	return t
}

// startsExpr tells whether an expression, starred or not, can begin here.
func (p *parser) startsExpr() bool {
	switch p.k {
	case token.Name, token.Number, token.String, token.LParen, token.LBracket, token.LBrace, token.Minus, token.Plus,
		token.Tilde, token.Not, token.Lambda, token.Await, token.None, token.True, token.False, token.Ellipsis,
		token.Star:
		return true
	}
	return false
}

func (p *parser) starExpression() ast.Expr {
	if p.k == token.Star {
		return p.starred(1)
	}
	return p.expression()
}

// starred reads `*e`; e binds at least as tightly as min, 0 for a whole expression.
func (p *parser) starred(min uint8) ast.Expr {
	start := p.i
	p.next()
	var v ast.Expr
	if min == 0 {
		v = p.expression()
	} else {
		v = p.binary(min)
	}
	return &ast.Starred{Span: p.span(start), Value: v}
}

// starNamedExpression is an element of a list, set or tuple display.
func (p *parser) starNamedExpression() ast.Expr {
	if p.k == token.Star {
		return p.starred(1)
	}
	return p.namedExpression()
}

func (p *parser) namedExpression() ast.Expr {
	if p.k == token.Name && p.kindAt(p.i+1) == token.Walrus {
		start := p.i
		id := p.ident()
		target := p.name(id, p.span(start), ast.Store)
		p.next()
		v := p.expression()
		return &ast.NamedExpr{Span: p.span(start), Target: target, Value: v}
	}
	e := p.expression()
	if p.k == token.Walrus {
		p.fail()
	}
	return e
}

func (p *parser) expression() ast.Expr {
	if !p.enter() {
		return p.bad()
	}
	defer p.leave()
	if p.k == token.Lambda {
		return p.lambda()
	}
	start := p.i
	body := p.disjunction()
	if p.k != token.If {
		return body
	}
	p.next()
	test := p.disjunction()
	p.expect(token.Else)
	orelse := p.expression()
	return &ast.IfExp{Span: p.span(start), Test: test, Body: body, Orelse: orelse}
}

func (p *parser) lambda() ast.Expr {
	if !p.enter() { // a second time: CPython's parser needs twice the depth for it
		return p.bad()
	}
	defer p.leave()
	start := p.i
	p.next()
	args := p.parameters(token.Colon, false)
	p.expect(token.Colon)
	body := p.expression()
	return &ast.Lambda{Span: p.span(start), Args: args, Body: body}
}

func (p *parser) disjunction() ast.Expr {
	start := p.i
	left := p.conjunction()
	if p.k != token.Or {
		return left
	}
	return p.boolOp(start, left, token.Or, ast.Or, (*parser).conjunction)
}

func (p *parser) conjunction() ast.Expr {
	start := p.i
	left := p.inversion()
	if p.k != token.And {
		return left
	}
	return p.boolOp(start, left, token.And, ast.And, (*parser).inversion)
}

func (p *parser) boolOp(start int, left ast.Expr, k token.Kind, op ast.BoolOperator, operand func(*parser) ast.Expr) ast.Expr {
	base := len(p.scratch)
	p.scratch = append(p.scratch, left)
	for p.accept(k) {
		p.scratch = append(p.scratch, operand(p))
	}
	vs := p.take(base)
	return &ast.BoolOp{Span: p.span(start), Op: op, Values: vs}
}

func (p *parser) inversion() ast.Expr {
	if p.k != token.Not {
		return p.comparison()
	}
	if !p.enter() {
		return p.bad()
	}
	defer p.leave()
	start := p.i
	p.next()
	v := p.inversion()
	return &ast.UnaryOp{Span: p.span(start), Op: ast.Not, Operand: v}
}

func (p *parser) comparison() ast.Expr {
	start := p.i
	left := p.binary(1)
	op, ok := p.comparisonOp()
	if !ok {
		return left
	}
	base := len(p.scratch)
	var room [8]ast.CmpOperator
	ops := room[:0]
	for ok {
		ops = append(ops, op)
		p.scratch = append(p.scratch, p.binary(1))
		op, ok = p.comparisonOp()
	}
	c := p.compares.alloc()
	c.Left, c.Ops, c.Comparators = left, p.cmpOps.copySlice(ops), p.take(base)
	c.Span = p.span(start)
	return c
}

// comparisonOp consumes a comparison operator if there is one.
func (p *parser) comparisonOp() (ast.CmpOperator, bool) {
	var op ast.CmpOperator
	switch p.k {
	case token.EqEqual:
		op = ast.Eq
	case token.NotEqual:
		op = ast.NotEq
	case token.Less:
		op = ast.Lt
	case token.LessEqual:
		op = ast.LtE
	case token.Greater:
		op = ast.Gt
	case token.GreaterEqual:
		op = ast.GtE
	case token.In:
		op = ast.In
	case token.Not:
		if p.kindAt(p.i+1) != token.In {
			return 0, false
		}
		p.next()
		op = ast.NotIn
	case token.Is:
		op = ast.Is
		if p.kindAt(p.i+1) == token.Not {
			p.next()
			op = ast.IsNot
		}
	default:
		return 0, false
	}
	p.next()
	return op, true
}

// binary reads a chain of binary operators that bind at least as tightly as min: precedence climbing.
func (p *parser) binary(min uint8) ast.Expr {
	start := p.i
	left := p.factor()
	for n := 0; ; n++ {
		pr := prec(p.k)
		if pr < min || pr == 0 {
			return left
		}
		if n > deepNesting {
			p.deep = true
		}
		b := p.binOps.alloc()
		b.Op = binOp[p.k]
		p.next()
		b.Left = left
		b.Right = p.binary(pr + 1)
		b.Span = p.span(start)
		left = b
	}
}

func (p *parser) factor() ast.Expr {
	var op ast.UnaryOperator
	switch p.k {
	case token.Plus:
		op = ast.UAdd
	case token.Minus:
		op = ast.USub
	case token.Tilde:
		op = ast.Invert
	default:
		return p.power()
	}
	if !p.enter() {
		return p.bad()
	}
	defer p.leave()
	start := p.i
	p.next()
	v := p.factor()
	return &ast.UnaryOp{Span: p.span(start), Op: op, Operand: v}
}

func (p *parser) power() ast.Expr {
	start := p.i
	var base ast.Expr
	if p.k == token.Await {
		p.next()
		v := p.primary()
		base = &ast.Await{Span: p.span(start), Value: v}
	} else {
		base = p.primary()
	}
	if p.k != token.DoubleStar {
		return base
	}
	p.depth++ // with enter two levels, as in CPython
	defer p.leave()
	if !p.enter() {
		return p.bad()
	}
	defer p.leave()
	p.next()
	b := p.binOps.alloc()
	b.Left, b.Op = base, ast.Pow
	b.Right = p.factor()
	b.Span = p.span(start)
	return b
}

// primary reads an atom and what hangs on it: attributes, calls, subscripts.
func (p *parser) primary() ast.Expr {
	start := p.i
	e := p.atom()
	for n := 0; ; n++ {
		switch p.k {
		case token.Dot:
			p.next()
			a := p.attrs.alloc()
			a.Value, a.Attr = e, p.ident()
			a.Span = p.span(start)
			e = a
		case token.LParen:
			e = p.call(start, e)
		case token.LBracket:
			p.next()
			s := p.subs.alloc()
			s.Value, s.Slice = e, p.slices()
			p.expect(token.RBracket)
			s.Span = p.span(start)
			e = s
		default:
			return e
		}
		if n > deepNesting {
			p.deep = true
		}
	}
}

// slices reads what stands between the brackets of a subscript.
func (p *parser) slices() ast.Expr {
	start := p.i
	first := p.slice()
	if p.k != token.Comma {
		if _, ok := first.(*ast.Starred); ok {
			t := p.tuples.alloc()
			base := len(p.scratch)
			p.scratch = append(p.scratch, first)
			t.Elts = p.take(base)
			t.Span = p.span(start)
			return t
		}
		return first
	}
	base := len(p.scratch)
	p.scratch = append(p.scratch, first)
	for p.accept(token.Comma) {
		if p.k == token.RBracket {
			break
		}
		p.scratch = append(p.scratch, p.slice())
	}
	t := p.tuples.alloc()
	t.Elts = p.take(base)
	t.Span = p.span(start)
	return t
}

func (p *parser) slice() ast.Expr {
	if p.k == token.Star {
		return p.starred(0)
	}
	start := p.i
	var lower ast.Expr
	if p.k != token.Colon {
		if p.k == token.Name && p.kindAt(p.i+1) == token.Walrus {
			return p.namedExpression()
		}
		lower = p.expression()
		if p.k == token.Walrus {
			return p.bad()
		}
		if p.k != token.Colon {
			return lower
		}
	}
	s := &ast.Slice{Lower: lower}
	p.next()
	if p.k != token.Colon && p.k != token.Comma && p.k != token.RBracket {
		s.Upper = p.expression()
	}
	if p.accept(token.Colon) && p.k != token.Comma && p.k != token.RBracket {
		s.Step = p.expression()
	}
	s.Span = p.span(start)
	return s
}

// call reads the arguments of a call of f, which begins at token start; the current token is the parenthesis.
func (p *parser) call(start int, f ast.Expr) ast.Expr {
	c := p.calls.alloc()
	c.Func = f
	c.Args, c.Keywords = p.arguments(true)
	c.Span = p.span(start)
	return c
}

// arguments reads `(a, *b, c=1, **d)` with its parentheses; in a call a lone generator expression needs none of its
// own.
func (p *parser) arguments(call bool) ([]ast.Expr, []*ast.Keyword) {
	open := p.i
	p.next()
	if p.accept(token.RParen) {
		return nil, nil
	}
	base := len(p.scratch)
	var keywords []*ast.Keyword
	doubleStar := false
	for p.k != token.RParen && !p.failed {
		start := p.i
		switch {
		case p.k == token.DoubleStar:
			doubleStar = true
			p.next()
			kw := p.keywords.alloc()
			kw.Value = p.expression()
			kw.Span = p.span(start)
			keywords = append(keywords, kw)
		case p.k == token.Star:
			if doubleStar {
				p.fail()
			}
			p.scratch = append(p.scratch, p.starred(0))
		case p.k == token.Name && p.kindAt(p.i+1) == token.Equal:
			kw := p.keywords.alloc()
			kw.Arg = p.ident()
			p.next()
			kw.Value = p.expression()
			kw.Span = p.span(start)
			keywords = append(keywords, kw)
		default:
			if keywords != nil {
				p.fail()
			}
			e := p.namedExpression()
			if p.k == token.For || p.k == token.Async {
				if len(p.scratch) != base || !call {
					p.fail()
				}
				gens := p.comprehensions()
				p.expect(token.RParen)
				e = &ast.GeneratorExp{Span: p.span(open), Elt: e, Generators: gens}
				p.scratch = append(p.scratch, e)
				return p.take(base), nil
			}
			p.scratch = append(p.scratch, e)
		}
		if p.k != token.RParen {
			p.expect(token.Comma)
		}
	}
	p.expect(token.RParen)
	return p.take(base), keywords
}
