package grammar

import (
	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/token"
)

// parameters reads the parameters of a def (annotated) or a lambda up to the token closing, which it leaves.
func (p *parser) parameters(closing token.Kind, annotated bool) *ast.Arguments {
	a := &ast.Arguments{}
	start := p.i
	base := len(p.scratch)
	star := false // `*` was seen: keyword-only from here
	for p.k != closing && !p.failed {
		switch p.k {
		case token.Slash:
			if star || a.PosOnlyArgs != nil || len(a.Args) == 0 {
				p.fail()
			}
			p.next()
			a.PosOnlyArgs, a.Args = a.Args, nil
		case token.Star:
			if star {
				p.fail()
			}
			star = true
			p.next()
			if p.k == token.Comma {
				// a bare star wants a name behind it
				if p.kindAt(p.i+1) != token.Name {
					p.fail()
				}
			} else {
				a.Vararg = p.parameter(annotated, true)
			}
		case token.DoubleStar:
			p.next()
			a.Kwarg = p.parameter(annotated, false)
			p.accept(token.Comma)
			if p.k != closing {
				p.fail()
			}
			continue
		default:
			arg := p.parameter(annotated, false)
			var def ast.Expr
			if p.accept(token.Equal) {
				def = p.expression()
			}
			switch {
			case star:
				a.KwOnlyArgs = append(a.KwOnlyArgs, arg)
				a.KwDefaults = append(a.KwDefaults, def)
			case def == nil && len(p.scratch) > base:
				p.fail() // one without a default after one with
			default:
				a.Args = append(a.Args, arg)
				if def != nil {
					p.scratch = append(p.scratch, def)
				}
			}
		}
		if p.k != closing {
			p.expect(token.Comma)
		}
	}
	a.Defaults = p.take(base)
	a.Span = p.span(start)
	return a
}

// parameter reads a name with its annotation; that of *args may be starred.
func (p *parser) parameter(annotated, starAnnotation bool) *ast.Arg {
	start := p.i
	arg := p.args.alloc()
	arg.Arg = p.ident()
	if annotated && p.accept(token.Colon) {
		if starAnnotation && p.k == token.Star {
			arg.Annotation = p.starred(1)
		} else {
			arg.Annotation = p.expression()
		}
	}
	arg.Span = p.span(start)
	return arg
}
