package regex

import (
	"slices"
	"sort"
	"unicode/utf8"

	"github.com/minipy/minipy/runtime"
)

// What a set's table says of a byte.
const (
	no     = 0 // not in the set
	yes    = 1 // in the set
	ask    = 2 // begins a character of several bytes that must be looked up
	yesAll = 3 // part of a character of several bytes; all those are in the set
)

// A charSet is a set of characters. Of a bytes pattern a character is a byte; of
// a str pattern a code point, and what is not ASCII takes several bytes of the text.
type charSet struct {
	tab  [256]uint8
	high *highSet // of the code points above ASCII, if the table says ask
	// only is the one byte that tab denies, or that it has (see oneOut, oneIn); -1.
	oneOut, oneIn int
}

// A highSet is the part of a set above ASCII.
type highSet struct {
	cats   []category
	ranges []runeRange // sorted, disjoint
	neg    bool
}

type runeRange struct{ lo, hi rune }

// kindOf is the byte table's answer for the ASCII code point or byte c.
func inCategory(c rune, cat category, ascii bool) bool {
	var in bool
	switch cat {
	case catDigit, catNotDigit:
		in = c >= '0' && c <= '9' || !ascii && c >= 0x80 && runtime.UniRecord(c).Flags()&runtime.UniDecimal != 0
	case catSpace, catNotSpace:
		in = c == ' ' || c >= '\t' && c <= '\r' || !ascii && runtime.IsSpaceRune(c)
	case catWord, catNotWord:
		in = isWordByte(c) || !ascii && c >= 0x80 && isAlnum(c)
	}
	return in == (cat == catDigit || cat == catSpace || cat == catWord)
}

func isWordByte(c rune) bool { return c >= '0' && c <= '9' || isLetter(c) || c == '_' }

func isAlnum(c rune) bool {
	return runtime.UniRecord(c).Flags()&(runtime.UniAlpha|runtime.UniDecimal|runtime.UniDigit|runtime.UniNumeric) != 0
}

func (h *highSet) has(r rune) bool {
	for _, c := range h.cats {
		if inCategory(r, c, false) {
			return !h.neg
		}
	}
	if len(h.ranges) > 0 {
		i := sort.Search(len(h.ranges), func(i int) bool { return h.ranges[i].hi >= r })
		if i < len(h.ranges) && h.ranges[i].lo <= r {
			return !h.neg
		}
	}
	return h.neg
}

// A setMode is what decides how a set is read.
type setMode struct {
	text  bool // of a str pattern
	ascii bool // categories are ASCII's
	fold  foldMode
}

// newSet makes a set of items.
func newSet(items []setItem, neg bool, m setMode) *charSet {
	s := &charSet{}
	limit := rune(256)
	if m.text {
		limit = 128
	}
	h := &highSet{neg: neg}
	all := false // everything above ASCII is in items
	add := func(lo, hi rune) {
		for c := lo; c <= hi && c < limit; c++ {
			s.tab[c] = yes
		}
		if hi >= limit && m.text {
			h.ranges = append(h.ranges, runeRange{max(lo, limit), hi})
		}
	}
	for _, it := range items {
		if it.cat != catNone {
			for c := rune(0); c < limit; c++ {
				if inCategory(c, it.cat, m.ascii) {
					s.tab[c] = yes
				}
			}
			if !m.ascii {
				h.cats = append(h.cats, it.cat)
			} else if it.cat == catNotDigit || it.cat == catNotSpace || it.cat == catNotWord {
				all = true
			}
			continue
		}
		add(it.lo, it.hi)
		foldRange(it, m.fold, add)
	}
	h.normalize()
	if neg {
		for c := rune(0); c < limit; c++ {
			s.tab[c] ^= yes
		}
	}
	if m.text {
		k := uint8(ask)
		switch {
		case all && neg || !neg && !all && len(h.cats)+len(h.ranges) == 0:
			k = no
		case all || neg && len(h.cats)+len(h.ranges) == 0:
			k = yesAll
		default:
			s.high = h
		}
		for c := 128; c < 256; c++ {
			s.tab[c] = k
		}
	}
	s.findOnes()
	return s
}

// foldRange adds what the characters of it stand for besides themselves.
func foldRange(it setItem, fold foldMode, add func(lo, hi rune)) {
	switch fold {
	case foldASCII:
		for c := max(it.lo, 'A'); c <= min(it.hi, 'z'); c++ {
			if isLetter(c) {
				add(c^0x20, c^0x20)
			}
		}
	case foldFull:
		keys := orbitRunes()
		i, _ := slices.BinarySearch(keys, it.lo)
		for ; i < len(keys) && keys[i] <= it.hi; i++ {
			for _, c := range orbits()[keys[i]] {
				add(c, c)
			}
		}
	}
}

// normalize sorts the ranges, joins them, and writes a negated category as its
// opposite.
func (h *highSet) normalize() {
	slices.SortFunc(h.ranges, func(a, b runeRange) int { return int(a.lo - b.lo) })
	out := h.ranges[:0]
	for _, r := range h.ranges {
		if n := len(out); n > 0 && r.lo <= out[n-1].hi+1 {
			out[n-1].hi = max(out[n-1].hi, r.hi)
			continue
		}
		out = append(out, r)
	}
	h.ranges = out
	if h.neg && len(h.ranges) == 0 && len(h.cats) == 1 {
		h.neg, h.cats = false, []category{h.cats[0].not()}
	}
}

// findOnes looks whether the set is all but one byte, or one byte.
func (s *charSet) findOnes() {
	s.oneIn, s.oneOut = -1, -1
	in, out, asks := 0, 0, false
	for c, k := range s.tab {
		switch k {
		case no:
			out++
			s.oneOut = c
		case ask:
			asks = true
		default:
			in++
			s.oneIn = c
		}
	}
	if in != 1 || asks {
		s.oneIn = -1
	}
	if out != 1 || asks {
		s.oneOut = -1
	}
}

// disjoint says that no character is for certain in both sets.
func (s *charSet) disjoint(o *charSet) bool {
	for c := range s.tab {
		a, b := s.tab[c], o.tab[c]
		if a == no || b == no {
			continue
		}
		if a != ask || b != ask {
			return false
		}
	}
	if s.high == nil || o.high == nil {
		return true // the tables ask nothing together
	}
	if s.high.neg || o.high.neg {
		return false
	}
	for _, a := range s.high.cats {
		for _, b := range o.high.cats {
			if !disjointCats(a, b) {
				return false
			}
		}
		if len(o.high.ranges) > 0 {
			return false
		}
	}
	if len(o.high.cats) > 0 && len(s.high.ranges) > 0 {
		return false
	}
	for _, a := range s.high.ranges {
		for _, b := range o.high.ranges {
			if a.lo <= b.hi && b.lo <= a.hi {
				return false
			}
		}
	}
	return true
}

func disjointCats(a, b category) bool {
	if a > b {
		a, b = b, a
	}
	switch {
	case a.not() == b:
		return true
	case a == catDigit:
		return b == catSpace || b == catNotWord
	case a == catSpace:
		return b == catWord
	}
	return false
}

// A byteSet is a set of bytes.
type byteSet [256]bool

func (b *byteSet) union(o *byteSet) {
	for c, in := range o {
		b[c] = b[c] || in
	}
}

func (b *byteSet) intersects(o *byteSet) bool {
	for c, in := range o {
		if in && b[c] {
			return true
		}
	}
	return false
}

func (b *byteSet) full() bool {
	for _, in := range b {
		if !in {
			return false
		}
	}
	return true
}

// decode is the code point at the start of s, (W)UTF-8 that is known to be right.
func decode(s string) (rune, int) {
	c := s[0]
	switch {
	case c < utf8.RuneSelf:
		return rune(c), 1
	case c < 0xE0:
		return rune(c&0x1F)<<6 | rune(s[1]&0x3F), 2
	case c < 0xF0:
		_ = s[2]
		return rune(c&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	_ = s[3]
	return rune(c&0x07)<<18 | rune(s[1]&0x3F)<<12 | rune(s[2]&0x3F)<<6 | rune(s[3]&0x3F), 4
}

// lenOf is the number of bytes of the code point that begins with c.
func lenOf(c byte) int {
	switch {
	case c < 0x80:
		return 1
	case c < 0xE0:
		return 2
	case c < 0xF0:
		return 3
	}
	return 4
}
