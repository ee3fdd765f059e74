package grammar

import (
	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/token"
)

// block reads `:` and what it governs: an indented block or simple statements on the same line.
func (p *parser) block() []ast.Stmt {
	p.expect(token.Colon)
	if !p.enter() {
		return nil
	}
	defer p.leave()
	base := len(p.stmts)
	if p.k != token.Newline {
		p.simpleStatements()
		return p.takeStmts(base)
	}
	p.next()
	p.expect(token.Indent)
	for p.k != token.Dedent && !p.failed {
		p.statement()
	}
	p.expect(token.Dedent)
	return p.takeStmts(base)
}

// spanBlock is span for a statement that may end with a block: line breaks and dedents at its end do not count.
func (p *parser) spanBlock(start int) ast.Span {
	last := p.i
	for last > start+1 {
		k := p.kindAt(last - 1)
		if k != token.Newline && k != token.Dedent && k != token.Indent {
			break
		}
		last--
	}
	t := &p.toks[start].Pos
	line, col := endOf(&p.toks[last-1])
	return ast.Span{Line: int32(t.Line), Col: int32(t.Column), EndLine: line, EndCol: col}
}

func (p *parser) ifStmt() ast.Stmt {
	if !p.enter() {
		return &ast.Pass{}
	}
	defer p.leave()
	start := p.i
	p.next()
	s := p.ifs.alloc()
	s.Test = p.namedExpression()
	s.Body = p.block()
	if p.k == token.Elif {
		base := len(p.stmts)
		p.push(p.ifStmt())
		s.Orelse = p.takeStmts(base)
	} else if p.accept(token.Else) {
		s.Orelse = p.block()
	}
	s.Span = p.spanBlock(start)
	return s
}

func (p *parser) whileStmt() ast.Stmt {
	start := p.i
	p.next()
	s := &ast.While{Test: p.namedExpression()}
	s.Body = p.block()
	if p.accept(token.Else) {
		s.Orelse = p.block()
	}
	s.Span = p.spanBlock(start)
	return s
}

func (p *parser) forStmt() ast.Stmt {
	start := p.i
	p.next()
	s := &ast.For{Target: p.starTargets()}
	p.expect(token.In)
	s.Iter = p.starExpressions()
	s.Body = p.block()
	if p.accept(token.Else) {
		s.Orelse = p.block()
	}
	s.Span = p.spanBlock(start)
	return s
}

func (p *parser) asyncStmt() ast.Stmt {
	start := p.i
	p.next()
	moved := func(span ast.Span) ast.Span {
		t := &p.toks[start].Pos
		span.Line, span.Col = int32(t.Line), int32(t.Column)
		return span
	}
	switch p.k {
	case token.Def:
		return p.asyncDef(start, nil)
	case token.For:
		if f, ok := p.forStmt().(*ast.For); ok {
			return &ast.AsyncFor{Span: moved(f.Span), Target: f.Target, Iter: f.Iter, Body: f.Body, Orelse: f.Orelse}
		}
	case token.With:
		if w, ok := p.withStmt().(*ast.With); ok {
			return &ast.AsyncWith{Span: moved(w.Span), Items: w.Items, Body: w.Body}
		}
	}
	p.fail()
	return &ast.Pass{}
}

func (p *parser) asyncDef(start int, decorators []ast.Expr) ast.Stmt {
	f := p.funcDef(decorators)
	t := &p.toks[start].Pos
	f.Line, f.Col = int32(t.Line), int32(t.Column)
	return &ast.AsyncFunctionDef{Span: f.Span, Name: f.Name, Args: f.Args, Body: f.Body,
		DecoratorList: f.DecoratorList, Returns: f.Returns}
}

func (p *parser) decorated() ast.Stmt {
	base := len(p.scratch)
	for p.accept(token.At) {
		p.scratch = append(p.scratch, p.namedExpression())
		p.expect(token.Newline)
	}
	decorators := p.take(base)
	switch p.k {
	case token.Class:
		return p.classDef(decorators)
	case token.Def:
		return p.funcDef(decorators)
	case token.Async:
		start := p.i
		p.next()
		if p.k == token.Def {
			return p.asyncDef(start, decorators)
		}
	}
	p.fail()
	return &ast.Pass{}
}

func (p *parser) funcDef(decorators []ast.Expr) *ast.FunctionDef {
	start := p.i
	p.next()
	f := &ast.FunctionDef{DecoratorList: decorators}
	f.Name = p.ident()
	p.expect(token.LParen)
	f.Args = p.parameters(token.RParen, true)
	p.expect(token.RParen)
	if p.accept(token.Arrow) {
		f.Returns = p.expression()
	}
	f.Body = p.block()
	f.Span = p.spanBlock(start)
	return f
}

func (p *parser) classDef(decorators []ast.Expr) ast.Stmt {
	start := p.i
	p.next()
	c := &ast.ClassDef{DecoratorList: decorators}
	c.Name = p.ident()
	if p.k == token.LParen {
		c.Bases, c.Keywords = p.arguments(false)
	}
	c.Body = p.block()
	c.Span = p.spanBlock(start)
	return c
}

func (p *parser) tryStmt() ast.Stmt {
	start := p.i
	p.next()
	s := &ast.Try{Body: p.block()}
	star := p.k == token.Except && p.kindAt(p.i+1) == token.Star
	for p.k == token.Except {
		h := p.handler(star)
		s.Handlers = append(s.Handlers, h)
	}
	if s.Handlers != nil && p.accept(token.Else) {
		s.Orelse = p.block()
	}
	if p.k == token.Finally {
		p.next()
		s.Finalbody = p.block()
	} else if s.Handlers == nil {
		p.fail()
	}
	s.Span = p.spanBlock(start)
	if star {
		return &ast.TryStar{Span: s.Span, Body: s.Body, Handlers: s.Handlers, Orelse: s.Orelse, Finalbody: s.Finalbody}
	}
	return s
}

func (p *parser) handler(star bool) *ast.ExceptHandler {
	start := p.i
	p.next()
	h := &ast.ExceptHandler{}
	if star {
		p.expect(token.Star)
	}
	if star || p.k != token.Colon {
		h.Type = p.expression()
		if p.accept(token.As) {
			h.Name = p.ident()
		}
	}
	h.Body = p.block()
	h.Span = p.spanBlock(start)
	return h
}

func (p *parser) withStmt() ast.Stmt {
	start := p.i
	p.next()
	s := &ast.With{}
	if p.k != token.LParen || !p.parenthesisedItems(s) {
		if p.err != nil {
			return s
		}
		s.Items = p.withItems(token.EOF)
	}
	s.Body = p.block()
	s.Span = p.spanBlock(start)
	return s
}

// parenthesisedItems tries `(a as b, c):`. The same tokens can begin an expression; whoever ends before a colon is right.
func (p *parser) parenthesisedItems(s *ast.With) bool {
	level := 0
	for i := p.i; ; i++ {
		switch p.kindAt(i) {
		case token.LParen, token.LBracket, token.LBrace:
			level++
			continue
		case token.RParen, token.RBracket, token.RBrace:
			level--
		case token.EOF, token.Error, token.Newline:
			return false
		}
		if level == 0 {
			if p.kindAt(i+1) != token.Colon {
				return false
			}
			break
		}
	}
	return p.try(func() {
		p.next()
		s.Items = p.withItems(token.RParen)
		p.expect(token.RParen)
		if p.k != token.Colon {
			p.fail()
		}
	})
}

func (p *parser) withItems(closing token.Kind) []*ast.WithItem {
	var items []*ast.WithItem
	for {
		start := p.i
		w := &ast.WithItem{ContextExpr: p.expression()}
		if p.accept(token.As) {
			w.OptionalVars = p.starTarget()
		}
		w.Span = p.span(start)
		items = append(items, w)
		if !p.accept(token.Comma) || p.k == closing && closing != token.EOF {
			return items
		}
	}
}
