package regex

import (
	"fmt"
	"strings"
)

// Dump is the tree as text, as re.DEBUG shows it.
func (t *Tree) Dump() string {
	var b strings.Builder
	t.root.dump(&b, 0)
	return b.String()
}

func (s seq) dump(b *strings.Builder, level int) {
	for _, n := range s {
		n.dump(b, level)
	}
}

func (n *node) dump(b *strings.Builder, level int) {
	pad := strings.Repeat("  ", level)
	line := func(format string, args ...any) { fmt.Fprintf(b, pad+format+"\n", args...) }
	switch n.kind {
	case nLiteral, nNotLiteral:
		line("%s %d", names[n.kind], n.r)
	case nAny:
		line("ANY None")
	case nIn:
		line("IN")
		if n.neg {
			line("  NEGATE None")
		}
		for _, it := range n.set {
			switch {
			case it.cat != catNone:
				line("  CATEGORY %s", it.cat)
			case it.ranged:
				line("  RANGE (%d, %d)", it.lo, it.hi)
			default:
				line("  LITERAL %d", it.lo)
			}
		}
	case nAt:
		line("AT %s", n.at)
	case nBranch:
		line("BRANCH")
		for i, s := range n.subs {
			if i > 0 {
				line("OR")
			}
			s.dump(b, level+1)
		}
	case nGroup:
		g := "None"
		if n.group > 0 {
			g = fmt.Sprint(n.group)
		}
		line("SUBPATTERN %s %d %d", g, n.add, n.del)
		n.subs[0].dump(b, level+1)
	case nAtomic:
		line("ATOMIC_GROUP")
		n.subs[0].dump(b, level+1)
	case nRepeat:
		m := "MAXREPEAT"
		if n.max != MaxRepeat {
			m = fmt.Sprint(n.max)
		}
		line("%s %d %s", n.mode, n.min, m)
		n.subs[0].dump(b, level+1)
	case nRef:
		line("GROUPREF %d", n.group)
	case nCond:
		line("GROUPREF_EXISTS %d", n.group)
		n.subs[0].dump(b, level+1)
		if len(n.subs) > 1 && len(n.subs[1]) > 0 {
			line("ELSE")
			n.subs[1].dump(b, level+1)
		}
	case nAssert:
		name, dir := "ASSERT", 1
		if n.neg {
			name = "ASSERT_NOT"
		}
		if n.behind {
			dir = -1
		}
		line("%s %d", name, dir)
		n.subs[0].dump(b, level+1)
	}
}
