package runtime

import (
	"math"
	"math/bits"
	"strings"
	"unicode/utf8"
)

// Indexing of text by code point. ASCII text needs nothing; other text has a
// byte offset for every 64th code point, built when first needed, and words of
// eight bytes are counted at a time between them.

const indexStride = 64

// offset is the byte offset of code point i; i may be the length.
func (p *Str) offset(i int) int {
	n := p.Len()
	if p.meta&strASCII != 0 {
		return i
	}
	if i >= n {
		return len(p.s)
	}
	if len(p.s) <= smallMax || len(p.s) > math.MaxUint32 {
		return skipRunes(p.s, 0, i)
	}
	k := i / indexStride
	offs := p.offsets(k)
	return skipRunes(p.s, int(offs[k]), i-k*indexStride)
}

// offsets gives the index with entry k in it.
func (p *Str) offsets(k int) []uint32 {
	if p.ext == nil {
		p.ext = &strExt{}
	}
	offs := p.ext.offsets
	if len(offs) > k {
		return offs
	}
	if offs == nil {
		offs = make([]uint32, 1, p.Len()/indexStride+1)
	}
	last := int(offs[len(offs)-1])
	have := (len(offs) - 1) * indexStride
	for n := p.Len(); have+indexStride < n; {
		last = skipRunes(p.s, last, indexStride)
		have += indexStride
		offs = append(offs, uint32(last))
	}
	p.ext.offsets = offs
	return offs
}

// indexed makes ready what it takes to index long text.
func (p *Str) indexed(t *Thread) error {
	if err := p.counted(t); err != nil || p.meta&strASCII != 0 || len(p.s) > math.MaxUint32 {
		return err
	}
	last := (p.Len() - 1) / indexStride
	if p.ext != nil && len(p.ext.offsets) > last {
		return nil
	}
	if err := t.RoomFor(last, 4); err != nil {
		return err
	}
	q := &Str{s: p.s, meta: p.meta} // its own, in which nobody else looks
	offs, err := Aside(t, len(p.s)/4, func() []uint32 { return q.offsets(last) })
	if err != nil {
		return err
	}
	if p.ext == nil {
		p.ext = &strExt{}
	}
	if len(p.ext.offsets) <= last {
		p.ext.offsets = offs
	}
	return nil
}

// skipRunes is the byte offset n code points after offset i.
func skipRunes(s string, i, n int) int {
	for n >= 8 && i+8 <= len(s) {
		c := startsIn(le64s(s[i:]))
		if c > n {
			break
		}
		n -= c
		i += 8
	}
	// i may stand inside a code point whose start was counted
	for i < len(s) && s[i]&0xC0 == 0x80 {
		i++
	}
	for ; n > 0 && i < len(s); n-- {
		i++
		for i < len(s) && s[i]&0xC0 == 0x80 {
			i++
		}
	}
	return i
}

// le64s loads eight bytes.
func le64s(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// startsIn counts the bytes of w that begin a code point.
func startsIn(w uint64) int {
	const hi = 0x8080808080808080
	cont := w & (^w << 1) & hi
	return 8 - bits.OnesCount64(cont)
}

// countStarts counts the code points of s.
func countStarts(s string) int {
	n := 0
	i := 0
	for ; i+8 <= len(s); i += 8 {
		n += startsIn(le64s(s[i:]))
	}
	for ; i < len(s); i++ {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// runeIndex is the number of code points before byte offset off.
func (p *Str) runeIndex(off int) int {
	n := p.Len()
	if p.meta&strASCII != 0 {
		return off
	}
	if off >= len(p.s) {
		return n
	}
	if off <= 256 || len(p.s) > math.MaxUint32 {
		return countStarts(p.s[:off])
	}
	offs := p.offsets((n - 1) / indexStride)
	lo, hi := 0, len(offs)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; int(offs[mid]) <= off {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo*indexStride + countStarts(p.s[offs[lo]:off])
}

// substr is the text from code point i up to j, 0 <= i <= j <= Len.
func (p *Str) substr(i, j int) Value {
	if i >= j {
		return emptyStr
	}
	n := p.Len()
	if i == 0 && j == n && p.typ == &strType {
		return p.Value()
	}
	if p.meta&strASCII != 0 {
		return asciiPiece(p.s, i, j)
	}
	a := p.offset(i)
	var b int
	if j-i <= indexStride {
		b = skipRunes(p.s, a, j-i)
	} else {
		b = p.offset(j)
	}
	return newCounted(cutShared(p.s, a, b), j-i)
}

// shareSize is up to what size a text is kept alive by any piece of it.
const shareSize = 1 << 14

// cutShared is s[i:j]; a small piece of large text is copied, so that it does
// not keep the whole.
func cutShared(s string, i, j int) string {
	if len(s) > shareSize && j-i < len(s)>>4 {
		return strings.Clone(s[i:j])
	}
	return s[i:j]
}

// asciiPiece is the str of s[i:j], i < j, of ASCII text: a short one is a copy,
// which costs no more than a header and keeps nothing else alive.
func asciiPiece(s string, i, j int) Value {
	n := j - i
	if n > 32 {
		return newASCII(cutShared(s, i, j)).Value()
	}
	if n == 1 {
		return latin1[s[i]].Value()
	}
	p, b := smallStr(n)
	copy(b, s[i:j])
	p.meta = uint64(n) | strCounted | strASCII
	return p.Value()
}

// newASCII makes a str of text that is known to be ASCII.
func newASCII(s string) *Str {
	if len(s) == 1 {
		return &latin1[s[0]]
	}
	p := &Str{s: s, meta: uint64(len(s)) | strCounted | strASCII}
	p.typ = &strType
	return p
}

// newCounted makes a str of text of n code points.
func newCounted(s string, n int) Value {
	if len(s) == n {
		return newASCII(s).Value()
	}
	if n == 1 {
		r, _ := DecodeRune(s)
		return charStr(r)
	}
	p := &Str{s: s, meta: uint64(n) | strCounted}
	p.typ = &strType
	return p.Value()
}

// latin1 holds the strings of one code point below 256. It is filled before
// main and only read after.
var latin1 [256]Str

var emptyStr Value

func initLatin1() {
	for i := range latin1 {
		p := &latin1[i]
		p.typ = &strType
		p.s = string(AppendRune(nil, rune(i)))
		p.meta = 1 | strCounted | strInterned
		if i < utf8.RuneSelf {
			p.meta |= strASCII
		}
		p.Hash()
		keepStaticStr(p)
	}
	emptyStr = StaticStr("").Value()
}

// charStr is the str of one code point.
func charStr(r rune) Value {
	if r < 256 {
		return latin1[r].Value()
	}
	var room [4]byte
	c := AppendRune(room[:0], r)
	p, b := smallStr(len(c))
	copy(b, c)
	p.meta = 1 | strCounted
	return p.Value()
}

// CharStr is chr(r).
func CharStr(r rune) Value { return charStr(r) }

// charAt is the str of code point i, 0 <= i < Len.
func (p *Str) charAt(i int) Value {
	if p.Len(); p.meta&strASCII != 0 {
		return latin1[p.s[i]].Value()
	}
	r, _ := DecodeRune(p.s[p.offset(i):])
	return charStr(r)
}

// ByteOffset is the byte offset of code point i, 0 <= i <= Len.
func (p *Str) ByteOffset(i int) int { return p.offset(i) }

// RuneIndex is the number of code points before byte offset off.
func (p *Str) RuneIndex(off int) int { return p.runeIndex(off) }

// NewASCIIStr makes a str of text that the caller knows to be ASCII.
func NewASCIIStr(s string) Value {
	if len(s) == 0 {
		return emptyStr
	}
	return newASCII(s).Value()
}

// NewTextPiece makes a str of part of a larger text, which it keeps alive
// unless it is a small part of a large one.
func NewTextPiece(whole string, i, j int) Value {
	if i == j {
		return emptyStr
	}
	if j-i == 1 {
		return latin1[whole[i]].Value()
	}
	return newStr(cutShared(whole, i, j)).Value()
}

// Piece is the text between byte offsets i and j, which are between code points.
func (p *Str) Piece(i, j int) Value {
	if i >= j {
		return emptyStr
	}
	if i == 0 && j == len(p.s) && p.typ == &strType {
		return p.Value()
	}
	n := j - i
	if n > 1 && n <= smallMax && len(p.s) > shareSize {
		q, b := smallStr(n)
		copy(b, p.s[i:j])
		if p.IsASCII() {
			q.meta = uint64(n) | strCounted | strASCII
		}
		return q.Value()
	}
	if p.IsASCII() {
		return newASCII(cutShared(p.s, i, j)).Value()
	}
	return NewTextPiece(p.s, i, j)
}
