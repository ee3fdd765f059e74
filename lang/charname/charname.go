// Package charname knows the names of characters: those of Unicode 14.0, as
// CPython 3.11 has them in \N{...} and unicodedata. The table of 105 KB is
// unpacked when it is first needed.
package charname

import (
	"bytes"
	"compress/zlib"
	_ "embed"
	"io"
	"strconv"
	"strings"
	"sync"
)

//go:generate python3 gen.py

//go:embed names.z
var packed []byte

// A table has the names that follow no rule.
type table struct {
	names map[rune]string
	runes map[string]rune // aliases, too
}

var load = sync.OnceValue(func() *table {
	t := &table{names: map[rune]string{}, runes: map[string]rune{}}
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return t
	}
	text, _ := io.ReadAll(r)
	last, name := rune(0), ""
	for line := range strings.SplitSeq(string(text), "\n") {
		if alias, ok := strings.CutPrefix(line, "="); ok {
			code, name, _ := strings.Cut(alias, " ")
			n, _ := strconv.ParseUint(code, 16, 32)
			t.runes[name] = rune(n)
			continue
		}
		i := 0
		for line[i] < 0x80 {
			i++
		}
		n := uint64(1)
		if i > 0 {
			n, _ = strconv.ParseUint(line[:i], 16, 32)
		}
		last += rune(n)
		name = name[:line[i]-0x80] + line[i+1:]
		t.names[last], t.runes[name] = name, last
	}
	return t
})

// The rows of ideographs whose names end in their code.
var ideographs = []struct {
	lo, hi rune
	prefix string
}{
	{0x3400, 0x4dbf, unified}, {0x4e00, 0x9fff, unified}, {0xf900, 0xfa6d, compatible}, {0xfa70, 0xfad9, compatible},
	{0x20000, 0x2a6df, unified}, {0x2a700, 0x2b738, unified}, {0x2b740, 0x2b81d, unified}, {0x2b820, 0x2cea1, unified},
	{0x2ceb0, 0x2ebe0, unified}, {0x2f800, 0x2fa1d, compatible}, {0x30000, 0x3134a, unified},
}

const (
	unified    = "CJK UNIFIED IDEOGRAPH-"
	compatible = "CJK COMPATIBILITY IDEOGRAPH-"
	syllable   = "HANGUL SYLLABLE "
)

// The Hangul syllables stand in the order of their parts: HangulBase +
// (initial*Vowels+vowel)*Finals + final.
const (
	HangulBase, HangulCount  = 0xAC00, 11172
	Initials, Vowels, Finals = 19, 21, 28
)

var (
	initials = strings.Split("G,GG,N,D,DD,R,M,B,BB,S,SS,,J,JJ,C,K,T,P,H", ",")
	vowels   = strings.Split("A,AE,YA,YAE,EO,E,YEO,YE,O,WA,WAE,OE,YO,U,WEO,WE,WI,YU,EU,YI,I", ",")
	finals   = strings.Split(",G,GG,GS,N,NJ,NH,D,L,LG,LM,LB,LS,LT,LP,LH,M,B,BS,S,SS,NG,J,C,K,T,P,H", ",")
)

// Name is the name of a character; "" where it has none.
func Name(r rune) string {
	if i := int(r - HangulBase); i >= 0 && i < HangulCount {
		return syllable + initials[i/(Vowels*Finals)] + vowels[i/Finals%Vowels] + finals[i%Finals]
	}
	for _, row := range ideographs {
		if r >= row.lo && r <= row.hi {
			return row.prefix + strings.ToUpper(strconv.FormatInt(int64(r), 16))
		}
	}
	return load().names[r]
}

// Rune finds a character by its name or an alias. Names that follow a rule are
// looked for as they stand, others in any case.
func Rune(name string) (rune, bool) {
	if rest, ok := strings.CutPrefix(name, syllable); ok {
		return findSyllable(rest)
	}
	for _, prefix := range []string{unified, compatible} {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			n, err := strconv.ParseUint(rest, 16, 32)
			return rune(n), err == nil && Name(rune(n)) == name
		}
	}
	name = strings.ToUpper(name)
	r, ok := load().runes[name]
	return r, ok
}

// findSyllable takes the longest part that fits, one after the other.
func findSyllable(s string) (rune, bool) {
	longest := func(list []string) int {
		best := -1
		for i, x := range list {
			if strings.HasPrefix(s, x) && (best < 0 || len(x) > len(list[best])) {
				best = i
			}
		}
		if best >= 0 {
			s = s[len(list[best]):]
		}
		return best
	}
	l := longest(initials)
	v := longest(vowels)
	f := longest(finals)
	if l < 0 || v < 0 || f < 0 || s != "" {
		return 0, false
	}
	return rune(HangulBase + (l*Vowels+v)*Finals + f), true
}
