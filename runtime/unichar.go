package runtime

import (
	"compress/zlib"
	_ "embed"
	"io"
	"sort"
	"strings"
	"sync"
)

// What is known of each code point, from a two-stage table of Unicode 14.0
// (CPython 3.11's), so that str's methods and unicodedata agree with CPython
// whatever Unicode version Go itself has.

//go:generate python3 gen_unidata.py

//go:embed unidata.z
var packedUnidata string

// unidata is the table. It is packed to a twelfth, and unpacked by the first
// text that is not ASCII: 0.1 MB that most programs do without.
var unidata = sync.OnceValue(func() string {
	r, err := zlib.NewReader(strings.NewReader(packedUnidata))
	if err != nil {
		return ""
	}
	b, _ := io.ReadAll(r)
	return string(b)
})

// The bits of UniRec.Flags.
const (
	UniAlpha uint16 = 1 << iota
	UniDecimal
	UniDigit
	UniNumeric
	UniPrintable
	UniSpace
	UniLower
	UniUpper
	UniTitle
	UniIDStart
	UniIDContinue
	UniCaseIgnorable
	uniSpecialCase

	uniCased = UniLower | UniUpper | UniTitle
)

// A UniRec is the record of a code point, 24 bytes of unidata: category,
// bidirectional class, combining class, east asian width (the top bit:
// mirrored), flags (16 bits), decimal and digit value (-1: none), and the
// distances to the upper, lower, title and folded form (32 bits each).
type UniRec string

const (
	uniBlockBits = 7
	uniStage2    = 2*(0x110000>>uniBlockBits) + 4
	uniRecSize   = 24
)

// UniRecord finds r's record.
func UniRecord(r rune) UniRec {
	data := unidata()
	u16 := func(i int) int { return int(data[i]) | int(data[i+1])<<8 }
	block := u16(2 * int(r>>uniBlockBits))
	id := u16(uniStage2 + 2*(block<<uniBlockBits|int(r)&(1<<uniBlockBits-1)))
	recs := uniStage2 + u16(uniStage2-4)<<(uniBlockBits+1)
	return UniRec(data[recs+id*uniRecSize : recs+(id+1)*uniRecSize])
}

// Category, Bidirectional, Width are indexes into unicodedata's lists of names.
func (u UniRec) Category() int      { return int(u[0]) }
func (u UniRec) Bidirectional() int { return int(u[1]) }
func (u UniRec) Combining() int     { return int(u[2]) }
func (u UniRec) Width() int         { return int(u[3] & 0x7f) }
func (u UniRec) Mirrored() bool     { return u[3]&0x80 != 0 }
func (u UniRec) Flags() uint16      { return uint16(u[4]) | uint16(u[5])<<8 }
func (u UniRec) Decimal() int       { return int(int8(u[6])) }
func (u UniRec) Digit() int         { return int(int8(u[7])) }

func (u UniRec) delta(i int) rune {
	i = 8 + 4*i
	return rune(uint32(u[i]) | uint32(u[i+1])<<8 | uint32(u[i+2])<<16 | uint32(u[i+3])<<24)
}

func uniFlags(r rune) uint16 { return UniRecord(r).Flags() }

// The forms of case mapping, in the order of UniRec's distances.
const (
	caseUpper = iota
	caseLower
	caseTitle
	caseFold
)

// A specialCase has the mappings of r that are longer than one code point.
type specialCase struct {
	r                         rune
	upper, lower, title, fold string
}

func (c *specialCase) form(form int) string {
	return [...]string{c.upper, c.lower, c.title, c.fold}[form]
}

// appendCased appends r in another case.
func appendCased(b []byte, r rune, form int) []byte {
	u := UniRecord(r)
	if u.Flags()&uniSpecialCase != 0 {
		i := sort.Search(len(specialCases), func(i int) bool { return specialCases[i].r >= r })
		if s := specialCases[i].form(form); s != "" {
			return append(b, s...)
		}
	}
	return AppendRune(b, r+u.delta(form))
}

// IsPrintable says that repr() shows r as it is.
func IsPrintable(r rune) bool {
	if r < 0x7f {
		return r >= ' '
	}
	return uniFlags(r)&UniPrintable != 0
}

// isSpace is str.isspace for one code point.
func isSpace(r rune) bool {
	if r < 128 {
		return r == ' ' || r >= '\t' && r <= '\r' || r >= 0x1c && r <= 0x1f
	}
	if r < 0x1680 {
		return r == 0x85 || r == 0xa0
	}
	return uniFlags(r)&UniSpace != 0
}

// IsIDStart and IsIDContinue say whether r may begin or continue an identifier.
func IsIDStart(r rune) bool    { return uniFlags(r)&UniIDStart != 0 }
func IsIDContinue(r rune) bool { return uniFlags(r)&UniIDContinue != 0 }
