package regex

import (
	"slices"
	"sync"

	"github.com/minipy/minipy/runtime"
)

// Case-insensitive matching compares the lower case of the pattern's character
// with that of the text's, and takes for equal the lower-case letters that have
// the same upper case, such as the two sigmas. Here it is turned inside out: the
// letters fall into orbits, and a character of the pattern stands for its whole
// orbit, so that nothing is left to do for the matcher.

// lastCased bounds the code points that have case (Unicode 14: U+1E943).
const lastCased = 0x1E9FF

// orbits maps each code point that has others in its orbit to all of it.
var orbits = sync.OnceValue(func() map[rune][]rune {
	lower := map[rune][]rune{} // lower case: all that have it
	for r := rune(0); r <= lastCased; r++ {
		if lo := runtime.LowerRune(r); lo != r {
			lower[lo] = append(lower[lo], r)
		}
	}
	same := map[string][]rune{} // upper case: lower-case letters that have it
	var heads []rune
	for r := rune('a'); r <= lastCased; r++ {
		if f := runtime.UniRecord(r).Flags(); f&(runtime.UniLower|runtime.UniUpper|runtime.UniTitle) == 0 && r != 0x345 {
			continue
		}
		if runtime.LowerRune(r) != r {
			continue
		}
		up := runtime.TextUpper(text([]rune{r}))
		same[up] = append(same[up], r)
		heads = append(heads, r)
	}
	out := map[rune][]rune{}
	for _, r := range heads {
		group := same[runtime.TextUpper(text([]rune{r}))]
		var orbit []rune
		for _, lo := range group {
			orbit = append(append(orbit, lo), lower[lo]...)
		}
		if len(orbit) > 1 {
			slices.Sort(orbit)
			for _, x := range append(lower[r], r) {
				out[x] = orbit
			}
		}
	}
	return out
})

// orbitRunes are the keys of orbits, in order.
var orbitRunes = sync.OnceValue(func() []rune {
	keys := make([]rune, 0, len(orbits()))
	for r := range orbits() {
		keys = append(keys, r)
	}
	slices.Sort(keys)
	return keys
})

// foldMode says which characters are equal.
type foldMode uint8

const (
	foldNone  foldMode = iota
	foldASCII          // the 26 letters
	foldFull           // as Unicode has it
)

// orbitOf gives all the characters that r stands for.
func orbitOf(r rune, fold foldMode) []rune {
	switch {
	case fold == foldFull:
		if o := orbits()[r]; o != nil {
			return o
		}
	case fold == foldASCII && r < 0x80 && isLetter(r):
		return []rune{r &^ 0x20, r | 0x20}
	}
	return []rune{r}
}

// lowerOf is r's lower case for comparing with a group's text.
func lowerOf(r rune, fold foldMode) rune {
	if fold == foldFull {
		return runtime.LowerRune(r)
	}
	if r >= 'A' && r <= 'Z' {
		return r | 0x20
	}
	return r
}
