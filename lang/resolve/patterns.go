package resolve

import (
	"fmt"
	"strconv"

	"github.com/minipy/minipy/lang/ast"
)

func (r *resolver) match(m *ast.Match) {
	m.Subject = r.expr(m.Subject)
	for i, c := range m.Cases {
		b := pattern{r: r}
		if c.Guard == nil && i < len(m.Cases)-1 {
			r.irrefutable(c.Pattern)
		}
		b.walk(c.Pattern)
		c.Guard = r.maybe(c.Guard)
		r.stmts(c.Body)
	}
}

// irrefutable reports a pattern that always matches where others follow.
func (r *resolver) irrefutable(p ast.Pattern) {
	for {
		if or, ok := p.(*ast.MatchOr); ok {
			p = or.Patterns[len(or.Patterns)-1] // the others are judged where they stand
			continue
		}
		a, ok := p.(*ast.MatchAs)
		if !ok {
			return
		}
		if a.Pattern == nil {
			if a.Name != "" {
				r.late(p.Pos(), "name capture '"+a.Name+"' makes remaining patterns unreachable")
			} else {
				r.late(p.Pos(), "wildcard makes remaining patterns unreachable")
			}
			return
		}
		p = a.Pattern
	}
}

// pattern collects the names one pattern binds.
type pattern struct {
	r     *resolver
	names []string
	last  ast.Span // of the pattern entered last, where CPython reports what it finds on the way back
}

func (b *pattern) bind(name string, at ast.Span) *Binding {
	for _, n := range b.names {
		if n == name {
			b.r.late(b.last, "multiple assignments to name '"+name+"' in pattern")
			break
		}
	}
	b.names = append(b.names, name)
	return b.r.store(name, Assigned, at)
}

func (b *pattern) walkAll(ps []ast.Pattern) {
	for _, p := range ps {
		b.walk(p)
	}
}

func (b *pattern) walk(p ast.Pattern) {
	r := b.r
	if !r.deeper() {
		return
	}
	b.last = p.Pos()
	switch x := p.(type) {
	case *ast.MatchValue:
		x.Value = r.expr(x.Value)
		if !matchable(x.Value) {
			r.late(x.Span, "patterns may only match literals and attribute lookups")
		}
	case *ast.MatchSequence:
		stars := 0
		for _, q := range x.Patterns {
			if _, ok := q.(*ast.MatchStar); ok {
				if stars++; stars == 2 {
					r.late(x.Span, "multiple starred names in sequence pattern")
				}
			}
		}
		b.walkAll(x.Patterns)
	case *ast.MatchMapping:
		b.mapping(x)
	case *ast.MatchClass:
		x.Cls = r.expr(x.Cls)
		for i, a := range x.KwdAttrs {
			for j, o := range x.KwdAttrs[i+1:] {
				if o == a {
					r.late(x.KwdPatterns[i+1+j].Pos(), "attribute name repeated in class pattern: "+a)
				}
			}
			if a == "__debug__" {
				r.late(x.KwdPatterns[i].Pos(), "cannot assign to __debug__")
			}
		}
		b.walkAll(x.Patterns)
		b.walkAll(x.KwdPatterns)
	case *ast.MatchStar:
		if x.Name != "" {
			x.Binding = b.bind(x.Name, x.Span)
		}
	case *ast.MatchAs:
		if x.Pattern != nil {
			b.walk(x.Pattern)
		}
		if x.Name != "" {
			x.Binding = b.bind(x.Name, x.Span)
		}
	case *ast.MatchOr:
		b.or(x)
	}
	r.depth--
}

// matchable says that a pattern may compare with e.
func matchable(e ast.Expr) bool {
	switch e.(type) {
	case *ast.Constant, *ast.Attribute:
		return true
	}
	return false
}

func (b *pattern) mapping(x *ast.MatchMapping) {
	r := b.r
	r.exprs(x.Keys)
	seen := map[string]bool{}
	for _, k := range x.Keys {
		if !matchable(k) {
			r.late(x.Span, "mapping pattern keys may only match literals and attribute lookups")
		}
		if c, ok := k.(*ast.Constant); ok {
			key := fmt.Sprintf("%T %v", c.Value, c.Value)
			if z, ok := asInt(c.Value); ok {
				key = z.String()
			} else if z, _, _, ok := number(c.Value); ok && imag(z) == 0 && real(z) == float64(int64(real(z))) {
				key = strconv.FormatInt(int64(real(z)), 10)
			}
			if seen[key] {
				r.late(x.Span, "mapping pattern checks duplicate key ("+ast.Repr(c.Value)+")")
			}
			seen[key] = true
		}
	}
	b.walkAll(x.Patterns)
	if x.Rest != "" {
		x.Binding = b.bind(x.Rest, x.Span)
	}
}

// or checks that all alternatives bind the same names and that only the last may match everything.
func (b *pattern) or(x *ast.MatchOr) {
	before := len(b.names)
	var control []string
	for i, alt := range x.Patterns {
		one := pattern{r: b.r, names: append([]string(nil), b.names[:before]...)}
		if i < len(x.Patterns)-1 {
			b.r.irrefutable(alt)
		}
		one.walk(alt)
		b.last = one.last
		bound := one.names[before:]
		if i == 0 {
			control = bound
		} else if !sameNames(control, bound) {
			b.r.late(one.last, "alternative patterns bind different names")
		}
	}
	b.names = append(b.names, control...)
}

func sameNames(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for _, n := range a {
		found := false
		for _, m := range b {
			found = found || m == n
		}
		if !found {
			return false
		}
	}
	return true
}
