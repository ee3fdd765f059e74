package runtime

// LowerRune is r's lower case as one code point, which is what regular
// expressions compare by: of a mapping to several, the first.
func LowerRune(r rune) rune {
	if r < 128 {
		if r >= 'A' && r <= 'Z' {
			return r + 32
		}
		return r
	}
	if r == 0x130 {
		return 'i'
	}
	return r + UniRecord(r).delta(caseLower)
}

// IsSpaceRune is str.isspace for one code point.
func IsSpaceRune(r rune) bool { return isSpace(r) }
