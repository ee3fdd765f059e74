package runtime

import "unicode"

// IsPrintable says that repr() shows r as it is.
func IsPrintable(r rune) bool {
	if r < 0x7f {
		return r >= ' '
	}
	return unicode.IsPrint(r)
}
