// Package normal is Unicode normalization (Standard Annex 15), for Unicode 14.0
// as in CPython 3.11: of names in programs, and what unicodedata is made of.
package normal

import (
	"bytes"
	"compress/zlib"
	_ "embed"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/minipy/minipy/lang/charname"
)

//go:generate python3 gen.py

//go:embed decomp.z
var packed []byte

// A Mapping is a decomposition.
type Mapping struct {
	Text   string // as unicodedata.decomposition gives it
	Compat bool
	To     []rune
}

// Tables are what is known of the code points that have more than themselves.
type Tables struct {
	Decomp map[rune]Mapping
	Values map[rune]float64 // unicodedata.numeric
	pairs  map[[2]rune]rune // what two code points compose to
	class  map[rune]uint8   // combining classes over 0
}

// Load gives the tables. They are unpacked once, in a few milliseconds.
func Load() *Tables { return load() }

var load = sync.OnceValue(func() *Tables {
	t := &Tables{map[rune]Mapping{}, map[rune]float64{}, map[[2]rune]rune{}, map[rune]uint8{}}
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return t
	}
	text, _ := io.ReadAll(r)
	excluded := map[rune]bool{}
	for l := range strings.SplitSeq(string(text), "\n") {
		code, text, _ := strings.Cut(l[2:], " ")
		n, _ := strconv.ParseUint(code, 16, 32)
		r := rune(n)
		switch l[0] {
		case 'X':
			excluded[r] = true
		case 'N':
			t.Values[r], _ = strconv.ParseFloat(text, 64)
		case 'C':
			n, _ := strconv.ParseUint(text, 10, 8)
			t.class[r] = uint8(n)
		case 'D':
			t.Decomp[r] = mapping(text)
		}
	}
	for r, m := range t.Decomp {
		if !m.Compat && len(m.To) == 2 && !excluded[r] {
			t.pairs[[2]rune{m.To[0], m.To[1]}] = r
		}
	}
	return t
})

// mapping reads "<compat> 0020 0301".
func mapping(text string) Mapping {
	m := Mapping{Text: text}
	for f := range strings.FieldsSeq(text) {
		if f[0] == '<' {
			m.Compat = true
			continue
		}
		x, _ := strconv.ParseUint(f, 16, 32)
		m.To = append(m.To, rune(x))
	}
	return m
}

// NFKC is the form in which names in programs are compared.
func NFKC(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return !stays(r) }) {
		return s
	}
	t := Load()
	runes := make([]rune, 0, len(s))
	for _, r := range s {
		runes = t.Decompose(runes, r, true)
	}
	t.Order(runes)
	return string(t.Compose(runes))
}

// stays says of the commonest letters, without the tables, that they are
// themselves in every composed form, whatever letter stands before or after.
func stays(r rune) bool {
	switch {
	case r < 0x80, 0xC0 <= r && r <= 0xFF, // ASCII, Latin-1
		0x391 <= r && r <= 0x3CE,                           // Greek
		0x400 <= r && r <= 0x481, 0x48A <= r && r <= 0x52F, // Cyrillic
		0x5D0 <= r && r <= 0x5EA, 0x621 <= r && r <= 0x64A, // Hebrew, Arabic
		0x3041 <= r && r <= 0x3096, 0x30A1 <= r && r <= 0x30FA, // Hiragana, Katakana
		0x4E00 <= r && r <= 0x9FFF, 0xAC00 <= r && r <= 0xD7A3: // Han, Hangul
		return true
	}
	return false
}

const (
	hangulBase, hangulCount            = charname.HangulBase, charname.HangulCount
	jamoL, jamoV, jamoT                = 0x1100, 0x1161, 0x11A7
	jamoLCount, jamoVCount, jamoTCount = charname.Initials, charname.Vowels, charname.Finals
)

// Decompose appends what r is made of in the end.
func (t *Tables) Decompose(out []rune, r rune, compat bool) []rune {
	if r < 0xA0 {
		return append(out, r)
	}
	if i := int(r - hangulBase); i >= 0 && i < hangulCount {
		out = append(out, jamoL+rune(i/(jamoVCount*jamoTCount)), jamoV+rune(i/jamoTCount%jamoVCount))
		if f := i % jamoTCount; f != 0 {
			out = append(out, jamoT+rune(f))
		}
		return out
	}
	m, ok := t.Decomp[r]
	if !ok || m.Compat && !compat {
		return append(out, r)
	}
	for _, x := range m.To {
		out = t.Decompose(out, x, compat)
	}
	return out
}

func (t *Tables) combining(r rune) int {
	if r < 0x300 {
		return 0
	}
	return int(t.class[r])
}

// Order puts each run of marks (combining class over 0) of decomposed text in order.
func (t *Tables) Order(text []rune) {
	for i := 0; i < len(text); {
		if t.combining(text[i]) == 0 {
			i++
			continue
		}
		j := i
		for j < len(text) && t.combining(text[j]) != 0 {
			j++
		}
		slices.SortStableFunc(text[i:j], func(a, b rune) int { return t.combining(a) - t.combining(b) })
		i = j
	}
}

// pair is what two code points compose to.
func (t *Tables) pair(a, b rune) (rune, bool) {
	if l, v := a-jamoL, b-jamoV; l >= 0 && l < jamoLCount && v >= 0 && v < jamoVCount {
		return hangulBase + (l*jamoVCount+v)*jamoTCount, true
	}
	if s, f := a-hangulBase, b-jamoT; s >= 0 && s < hangulCount && s%jamoTCount == 0 && f > 0 && f < jamoTCount {
		return a + f, true
	}
	r, ok := t.pairs[[2]rune{a, b}]
	return r, ok
}

// Compose puts decomposed, ordered text together, in place: each mark joins the
// last starter unless one between them blocks it.
func (t *Tables) Compose(text []rune) []rune {
	out := text[:0]
	starter, last := -1, 0
	for _, r := range text {
		c := t.combining(r)
		if starter >= 0 && (last < c || last == 0 && starter == len(out)-1) {
			if joined, ok := t.pair(out[starter], r); ok {
				out[starter] = joined
				continue
			}
		}
		if c == 0 {
			starter = len(out)
		}
		last = c
		out = append(out, r)
	}
	return out
}
