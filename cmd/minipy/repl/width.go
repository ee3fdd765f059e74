package repl

import (
	"unicode"

	"golang.org/x/text/width"
)

// runeWidth is how many columns a terminal gives r. readline's own table
// knows Han and Kana only, no full-width forms and no emoji.
func runeWidth(r rune) int {
	switch {
	case r < ' ' || r == 0x7f:
		return 0
	case r < 0x300:
		if r == 0xad { // the soft hyphen, which terminals show
			return 1
		}
		if r >= 0x80 && r < 0xa0 {
			return 0
		}
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf), r >= 0x1160 && r <= 0x11ff:
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
