package regex

import "slices"

// A follow is what may come next in the text where some part of a pattern is
// about to be matched: a character of one of the sets or, if end, nothing that
// matters (the match, or the text, may end). It may say more than can be, never
// less.
type follow struct {
	any  bool // not known
	end  bool
	cond bool // on some condition that the sets do not tell
	n    int  // how many sets have been added, of which some may be the same
	sets []*charSet
}

// maxSets is how many sets a follow takes: what comes behind a long row of
// parts that may all be empty is taken for anything.
const maxSets = 64

func followSet(s *charSet) follow { return follow{n: 1, sets: []*charSet{s}} }

// add makes f what f says or g. The slice of f's sets must be nobody else's.
func (f *follow) add(g follow) {
	f.any = f.any || g.any
	f.end, f.cond = f.end || g.end, f.cond || g.cond
	if f.n += g.n; f.any || f.n > maxSets {
		f.any, f.sets = true, nil
		return
	}
	for _, s := range g.sets {
		if !slices.Contains(f.sets, s) {
			f.sets = append(f.sets, s)
		}
	}
}

// table is the bytes that may come; nil if none need come or any may.
func (f follow) table() *byteSet {
	if f.any || f.end {
		return nil
	}
	b := &byteSet{}
	for _, s := range f.sets {
		for c, k := range s.tab {
			b[c] = b[c] || k != no
		}
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
		out.add(more)
		if !empty || out.any {
			return out
		}
	}
	out.add(after)
	return out
}

// firstOf is what may come where n is matched; empty says that n may be passed
// without taking anything.
func (b *builder) firstOf(n *node, f Flags, prev *charSet) (out follow, empty bool) {
	if set := b.chars(n, f); set != nil {
		return followSet(set), false
	}
	switch n.kind {
	case nBranch:
		for _, s := range n.subs {
			more, e := b.firstSeq(s, f, prev)
			out.add(more)
			if empty = empty || e; out.any {
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
		out.add(more)
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
		out = followSet(b.set([]setItem{{lo: '\n', hi: '\n'}}, false, m))
		out.end = true
		return out, false
	case at == atBoundary && prev != nil:
		other := b.set([]setItem{{cat: catNotWord}}, false, m)
		if prev.disjoint(other) {
			out = followSet(other)
			out.end = true
			return out, false
		}
	}
	return follow{cond: true}, true
}
