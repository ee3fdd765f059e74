package resolve

import (
	"fmt"
	"strconv"

	"github.com/minipy/minipy/lang/ast"
)

func (r *resolver) match(m *ast.Match) {
	m.Subject = r.expr(m.Subject)
	for i, c := range m.Cases {
		b := pattern{r: r, last: c.Pattern.Pos(), mayMatchAll: c.Guard != nil || i == len(m.Cases)-1}
		b.walk(c.Pattern)
		c.Guard = r.maybe(c.Guard)
		r.stmts(c.Body)
	}
}

// irrefutable reports a capture or wildcard that matches everything where others follow.
func (r *resolver) irrefutable(a *ast.MatchAs) {
	if a.Name != "" {
		r.late(a.Span, "name capture '"+a.Name+"' makes remaining patterns unreachable")
	} else {
		r.late(a.Span, "wildcard makes remaining patterns unreachable")
	}
}

// pattern collects the names one pattern binds.
type pattern struct {
	r     *resolver
	names []string
	last  ast.Span // of the pattern entered last, where CPython reports what it finds on the way back
	// mayMatchAll says that nothing after the pattern in hand would be shadowed if it matches everything.
	mayMatchAll bool
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
	old := b.mayMatchAll
	b.mayMatchAll = true
	for _, p := range ps {
		b.walk(p)
	}
	b.mayMatchAll = old
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
		} else if !b.mayMatchAll {
			r.irrefutable(x)
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
		one.mayMatchAll = b.mayMatchAll && i == len(x.Patterns)-1
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
