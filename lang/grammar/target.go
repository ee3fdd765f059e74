package grammar

import (
	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/token"
)

// store turns an expression into an assignment target, or fails.
func (p *parser) store(e ast.Expr) {
	switch e := e.(type) {
	case *ast.Name:
		e.Ctx = ast.Store
	case *ast.Attribute:
		e.Ctx = ast.Store
	case *ast.Subscript:
		e.Ctx = ast.Store
	case *ast.Starred:
		if _, ok := e.Value.(*ast.Starred); ok {
			p.fail()
			return
		}
		e.Ctx = ast.Store
		p.store(e.Value)
	case *ast.Tuple:
		e.Ctx = ast.Store
		for _, x := range e.Elts {
			p.store(x)
		}
	case *ast.List:
		e.Ctx = ast.Store
		for _, x := range e.Elts {
			p.store(x)
		}
	default:
		p.fail()
	}
}

// del turns an expression into a target of del, or fails.
func (p *parser) del(e ast.Expr) {
	switch e := e.(type) {
	case *ast.Name:
		e.Ctx = ast.Del
	case *ast.Attribute:
		e.Ctx = ast.Del
	case *ast.Subscript:
		e.Ctx = ast.Del
	case *ast.Tuple:
		e.Ctx = ast.Del
		for _, x := range e.Elts {
			p.del(x)
		}
	case *ast.List:
		e.Ctx = ast.Del
		for _, x := range e.Elts {
			p.del(x)
		}
	default:
		p.fail()
	}
}

// starTarget reads one target, perhaps starred: what `for` and `as` take, where `in` must not be read as an operator.
func (p *parser) starTarget() ast.Expr {
	if p.k != token.Star {
		e := p.primary()
		p.store(e)
		return e
	}
	start := p.i
	p.next()
	v := p.primary()
	e := &ast.Starred{Span: p.span(start), Value: v}
	p.store(e)
	return e
}

func (p *parser) starTargets() ast.Expr {
	start := p.i
	first := p.starTarget()
	if p.k != token.Comma {
		return first
	}
	t := p.restOfTuple(start, first, (*parser).starTarget)
	t.(*ast.Tuple).Ctx = ast.Store
	return t
}
