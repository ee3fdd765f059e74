package regex

// A follow is what may come next in the text where some part of a pattern is
// about to be matched: a character of one of the sets or, if end, nothing that
// matters (the match, or the text, may end). It may say more than can be, never
// less.
type follow struct {
	any  bool // not known
	end  bool
	cond bool // on some condition that the sets do not tell
	sets []*charSet
}

// maxSets is how many sets a follow keeps apart: what comes behind a long row of
// parts that may all be empty is taken for anything.
const maxSets = 64

func (f follow) or(g follow) follow {
	if f.any || g.any || len(f.sets)+len(g.sets) > maxSets {
		return follow{any: true, end: f.end || g.end, cond: f.cond || g.cond}
	}
	return follow{any: f.any || g.any, end: f.end || g.end, cond: f.cond || g.cond, sets: append(f.sets[:len(f.sets):len(f.sets)], g.sets...)}
}

// table is the bytes that may come; nil if none need come or any may.
func (f follow) table() *byteSet {
	if f.any || f.end {
		return nil
	}
	b := &byteSet{}
	for _, s := range f.sets {
		b.union(s.bytes())
	}
	return b
}

// avoids says that what comes cannot begin with a character of set.
func (f follow) avoids(set *charSet) bool {
	if f.any || f.cond && f.end {
		return false
	}
	for _, s := range f.sets {
		if !s.disjoint(set) {
			return false
		}
	}
	return true
}

// first is what may come where s and then after are matched. Assertions count as
// nothing, which says too much but not too little. prev, if not nil, is the set of
// the character before it.
func (b *builder) first(s seq, f Flags, after follow, prev *charSet) follow {
	var out follow
	for _, n := range s {
		more, empty := b.firstOf(n, f, prev)
		out = out.or(more)
		if !empty || out.any {
			return out
		}
	}
	return out.or(after)
}

// firstOf is what may come where n is matched; empty says that n may be passed
// without taking anything.
func (b *builder) firstOf(n *node, f Flags, prev *charSet) (out follow, empty bool) {
	if set := b.chars(n, f); set != nil {
		return follow{sets: []*charSet{set}}, false
	}
	switch n.kind {
	case nBranch:
		for _, s := range n.subs {
			more, e := b.firstSeq(s, f, prev)
			if out, empty = out.or(more), empty || e; out.any {
				return out, true
			}
		}
	case nGroup:
		return b.firstSeq(n.subs[0], combine(f, n.add, n.del), prev)
	case nAtomic:
		return b.firstSeq(n.subs[0], f, prev)
	case nRepeat:
		if n.max == 0 {
			return out, true
		}
		out, empty = b.firstSeq(n.subs[0], f, prev)
		return out, empty || n.min == 0
	case nAt:
		return b.firstAt(n.at, f, prev)
	case nAssert:
		return follow{cond: true}, true
	default:
		return follow{any: true}, true
	}
	return out, empty
}

func (b *builder) firstSeq(s seq, f Flags, prev *charSet) (out follow, empty bool) {
	for _, n := range s {
		more, e := b.firstOf(n, f, prev)
		out = out.or(more)
		if !e || out.any {
			return out, e
		}
	}
	return out, true
}

// firstAt: behind a repeated character, a word boundary or the end of a line
// tells what comes: not another such character.
func (b *builder) firstAt(at atKind, f Flags, prev *charSet) (out follow, empty bool) {
	m := setMode{text: b.tree.Text, ascii: f&Unicode == 0}
	switch {
	case at == atEndString:
		return follow{end: true}, false
	case at == atEnd:
		return follow{end: true, sets: []*charSet{newSet([]setItem{{lo: '\n', hi: '\n'}}, false, m)}}, false
	case at == atBoundary && prev != nil:
		other := newSet([]setItem{{cat: catNotWord}}, false, m)
		if prev.disjoint(other) {
			return follow{end: true, sets: []*charSet{other}}, false
		}
	}
	return follow{cond: true}, true
}
