package grammar

import (
	"strings"

	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/token"
)

// augOp maps the tokens of augmented assignment to operators, plus one; only read.
var augOp = [token.NumKinds]ast.Operator{
	token.PlusEqual: ast.Add + 1, token.MinusEqual: ast.Sub + 1, token.StarEqual: ast.Mult + 1,
	token.AtEqual: ast.MatMult + 1, token.SlashEqual: ast.Div + 1, token.PercentEqual: ast.Modulo + 1,
	token.AmperEqual: ast.BitAnd + 1, token.VBarEqual: ast.BitOr + 1, token.CaretEqual: ast.BitXor + 1,
	token.LeftShiftEqual: ast.LShift + 1, token.RightShiftEqual: ast.RShift + 1,
	token.DoubleStarEqual: ast.Pow + 1, token.DoubleSlashEqual: ast.FloorDiv + 1,
}

// statement pushes one logical line, or one compound statement, on the stack of statements; compound says which.
func (p *parser) statement() (compound bool) {
	switch p.k {
	case token.If:
		p.push(p.ifStmt())
	case token.Def:
		p.push(p.funcDef(nil))
	case token.Class:
		p.push(p.classDef(nil))
	case token.At:
		p.push(p.decorated())
	case token.For:
		p.push(p.forStmt())
	case token.While:
		p.push(p.whileStmt())
	case token.Try:
		p.push(p.tryStmt())
	case token.With:
		p.push(p.withStmt())
	case token.Async:
		p.push(p.asyncStmt())
	case token.Name:
		if p.toks[p.i].Value == "match" {
			if m := p.matchStmt(); m != nil {
				p.push(m)
				return true
			}
			if p.failed {
				return false
			}
		}
		p.simpleStatements()
		return false
	default:
		p.simpleStatements()
		return false
	}
	return true
}

func (p *parser) push(s ast.Stmt) { p.stmts = append(p.stmts, s) }

// takeStmts cuts the statements that start at base off the stack.
func (p *parser) takeStmts(base int) []ast.Stmt {
	out := p.stmtList.copySlice(p.stmts[base:])
	clear(p.stmts[base:])
	p.stmts = p.stmts[:base]
	return out
}

// simpleStatements reads `a; b; c` and the end of the line.
func (p *parser) simpleStatements() {
	for !p.failed {
		p.push(p.simpleStatement())
		if !p.accept(token.Semi) {
			break
		}
		if p.k == token.Newline {
			break
		}
	}
	p.expect(token.Newline)
}

func (p *parser) simpleStatement() ast.Stmt {
	start := p.i
	switch p.k {
	case token.Return:
		p.next()
		r := p.returns.alloc()
		if p.startsExpr() {
			r.Value = p.starExpressions()
		}
		r.Span = p.span(start)
		return r
	case token.Import:
		return p.importStmt()
	case token.From:
		return p.importFrom()
	case token.Raise:
		return p.raiseStmt()
	case token.Pass:
		p.next()
		return &ast.Pass{Span: p.span(start)}
	case token.Del:
		return p.delStmt()
	case token.Yield:
		e := p.yield()
		if p.k == token.Equal {
			p.fail()
		}
		return p.exprStmt(start, e)
	case token.Assert:
		p.next()
		s := &ast.Assert{Test: p.expression()}
		if p.accept(token.Comma) {
			s.Msg = p.expression()
		}
		s.Span = p.span(start)
		return s
	case token.Break:
		p.next()
		return &ast.Break{Span: p.span(start)}
	case token.Continue:
		p.next()
		return &ast.Continue{Span: p.span(start)}
	case token.Global:
		names := p.nameList()
		return &ast.Global{Span: p.span(start), Names: names}
	case token.Nonlocal:
		names := p.nameList()
		return &ast.Nonlocal{Span: p.span(start), Names: names}
	}
	return p.assignment()
}

func (p *parser) exprStmt(start int, e ast.Expr) ast.Stmt {
	s := p.exprStmts.alloc()
	s.Value = e
	s.Span = p.span(start)
	return s
}

func (p *parser) nameList() []string {
	p.next()
	names := []string{p.ident()}
	for p.accept(token.Comma) {
		names = append(names, p.ident())
	}
	return names
}

// assignment reads every statement that begins with an expression.
func (p *parser) assignment() ast.Stmt {
	start := p.i
	first := p.starExpressions()
	switch {
	case p.k == token.Equal:
		return p.assign(start, first)
	case p.k == token.Colon:
		return p.annotated(start, first)
	case p.k > 0 && augOp[p.k] != 0:
		op := augOp[p.k] - 1
		switch first.(type) {
		case *ast.Name, *ast.Attribute, *ast.Subscript:
		default:
			p.fail()
		}
		p.store(first)
		s := &ast.AugAssign{Target: first, Op: op}
		p.next()
		s.Value = p.rightSide()
		s.Span = p.span(start)
		return s
	}
	return p.exprStmt(start, first)
}

func (p *parser) rightSide() ast.Expr {
	if p.k == token.Yield {
		return p.yield()
	}
	return p.starExpressions()
}

// assign reads `= b = c` after the first target.
func (p *parser) assign(start int, first ast.Expr) ast.Stmt {
	base := len(p.scratch)
	p.store(first)
	p.scratch = append(p.scratch, first)
	s := p.assigns.alloc()
	for p.accept(token.Equal) {
		v := p.rightSide()
		if p.k != token.Equal {
			s.Value = v
			break
		}
		p.store(v)
		p.scratch = append(p.scratch, v)
	}
	s.Targets = p.take(base)
	s.Span = p.span(start)
	return s
}

// annotated reads `: annotation [= value]` after its target.
func (p *parser) annotated(start int, target ast.Expr) ast.Stmt {
	s := &ast.AnnAssign{Target: target}
	switch target.(type) {
	case *ast.Name:
		s.Simple = token.Kind(p.toks[start].Type) == token.Name
	case *ast.Attribute, *ast.Subscript:
	default:
		p.fail()
	}
	p.store(target)
	p.next()
	s.Annotation = p.expression()
	if p.accept(token.Equal) {
		s.Value = p.rightSide()
	}
	s.Span = p.span(start)
	return s
}

func (p *parser) raiseStmt() ast.Stmt {
	start := p.i
	p.next()
	s := &ast.Raise{}
	if p.k != token.Newline && p.k != token.Semi {
		s.Exc = p.expression()
		if p.accept(token.From) {
			s.Cause = p.expression()
		}
	}
	s.Span = p.span(start)
	return s
}

func (p *parser) delStmt() ast.Stmt {
	start := p.i
	p.next()
	base := len(p.scratch)
	for {
		e := p.primary()
		p.del(e)
		p.scratch = append(p.scratch, e)
		if !p.accept(token.Comma) || p.k == token.Newline || p.k == token.Semi {
			break
		}
	}
	if p.k != token.Newline && p.k != token.Semi {
		p.fail()
	}
	targets := p.take(base)
	return &ast.Delete{Span: p.span(start), Targets: targets}
}

func (p *parser) importStmt() ast.Stmt {
	start := p.i
	p.next()
	var names []*ast.Alias
	for {
		at := p.i
		a := &ast.Alias{Name: p.dottedName()}
		if p.accept(token.As) {
			a.Asname = p.ident()
		}
		a.Span = p.span(at)
		names = append(names, a)
		if !p.accept(token.Comma) {
			break
		}
	}
	return &ast.Import{Span: p.span(start), Names: names}
}

func (p *parser) dottedName() string {
	s := p.ident()
	if p.k != token.Dot {
		return s
	}
	var b strings.Builder
	b.WriteString(s)
	for p.accept(token.Dot) {
		b.WriteByte('.')
		b.WriteString(p.ident())
	}
	return b.String()
}

func (p *parser) importFrom() ast.Stmt {
	start := p.i
	p.next()
	s := &ast.ImportFrom{}
	for {
		if p.accept(token.Dot) {
			s.Level++
		} else if p.accept(token.Ellipsis) {
			s.Level += 3
		} else {
			break
		}
	}
	if s.Level == 0 || p.k != token.Import {
		s.Module = p.dottedName()
	}
	p.expect(token.Import)
	switch {
	case p.k == token.Star:
		at := p.i
		p.next()
		s.Names = []*ast.Alias{{Span: p.span(at), Name: "*"}}
	case p.accept(token.LParen):
		s.Names = p.importedNames(token.RParen)
		p.expect(token.RParen)
	default:
		s.Names = p.importedNames(token.EOF)
	}
	s.Span = p.span(start)
	return s
}

// importedNames reads `a, b as c`; a comma may stand before closing.
func (p *parser) importedNames(closing token.Kind) []*ast.Alias {
	var names []*ast.Alias
	for {
		at := p.i
		a := &ast.Alias{Name: p.ident()}
		if p.accept(token.As) {
			a.Asname = p.ident()
		}
		a.Span = p.span(at)
		names = append(names, a)
		if !p.accept(token.Comma) || p.k == closing && closing != token.EOF {
			return names
		}
	}
}
