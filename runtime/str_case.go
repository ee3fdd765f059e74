package runtime

import (
	"strings"
	"unicode/utf8"
)

// Case and classification.

func flagsOf(r rune) uint16 {
	if r < utf8.RuneSelf {
		return asciiFlags[r]
	}
	return uniFlags(r)
}

// everyRune is the predicate "there is a code point, and each has one of the flags".
func everyRune(s string, flags uint16) bool {
	if len(s) == 0 {
		return false
	}
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if asciiFlags[c]&flags == 0 {
				return false
			}
			i++
			continue
		}
		r, w := DecodeRune(s[i:])
		if uniFlags(r)&flags == 0 {
			return false
		}
		i += w
	}
	return true
}

func isMethod(name string, test func(s string) bool) Method {
	return Method{Name: name, Fn: func(t *Thread, args []Value) (Value, error) {
		return testText(t, As[Str](args[0]).s, test)
	}}
}

// testText is test(s) as a bool.
func testText(t *Thread, s string, test func(s string) bool) (Value, error) {
	if len(s) < asideWork {
		return Bool(test(s)), t.Worked(len(s))
	}
	return boolResult(Aside(t, len(s), func() bool { return test(s) }))
}

func isFlagMethod(name string, flags uint16) Method {
	return isMethod(name, func(s string) bool { return everyRune(s, flags) })
}

func textIsASCII(s string) bool {
	return asciiLen(s) == len(s)
}

// inOneCase says that s has letters of the one kind and none of the other two.
func inOneCase(s string, want, others uint16) bool {
	found := false
	for i := 0; i < len(s); {
		r, w := DecodeRune(s[i:])
		i += w
		switch f := flagsOf(r); {
		case f&others != 0:
			return false
		case f&want != 0:
			found = true
		}
	}
	return found
}

func textIsLower(s string) bool { return inOneCase(s, UniLower, UniUpper|UniTitle) }
func textIsUpper(s string) bool { return inOneCase(s, UniUpper, UniLower|UniTitle) }

func textIsTitle(s string) bool {
	cased, prev := false, false
	for i := 0; i < len(s); {
		r, w := DecodeRune(s[i:])
		i += w
		switch f := flagsOf(r); {
		case f&(UniUpper|UniTitle) != 0:
			if prev {
				return false
			}
			prev, cased = true, true
		case f&UniLower != 0:
			if !prev {
				return false
			}
			cased = true
		default:
			prev = false
		}
	}
	return cased
}

// IsIdentifier is str.isidentifier.
func IsIdentifier(s string) bool {
	for i := 0; i < len(s); {
		r, w := DecodeRune(s[i:])
		want := UniIDContinue
		if i == 0 {
			want = UniIDStart
		}
		if flagsOf(r)&want == 0 {
			return false
		}
		i += w
	}
	return len(s) > 0
}

// finalSigma says whether the capital sigma at s[i:] ends a word: a cased
// letter before it and none after, case-ignorable ones aside.
func finalSigma(s string, i int) bool {
	before := false
	for j := i; j > 0; {
		k := j - 1
		for k > 0 && s[k]&0xC0 == 0x80 {
			k--
		}
		r, _ := DecodeRune(s[k:])
		j = k
		if f := flagsOf(r); f&UniCaseIgnorable == 0 {
			before = f&uniCased != 0
			break
		}
	}
	if !before {
		return false
	}
	for j := i + 2; j < len(s); {
		r, w := DecodeRune(s[j:])
		j += w
		if f := flagsOf(r); f&UniCaseIgnorable == 0 {
			return f&uniCased == 0
		}
	}
	return true
}

// appendLower appends the lower case of r, which is at s[i:].
func appendLower(b []byte, s string, i int, r rune) []byte {
	if r == 0x3A3 && finalSigma(s, i) {
		return append(b, "\u03c2"...)
	}
	return appendCased(b, r, caseLower)
}

// mapCase applies a case mapping to every code point.
func mapCase(s string, form int) string {
	b := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			switch {
			case form == caseUpper && c >= 'a' && c <= 'z':
				c -= 32
			case form != caseUpper && c >= 'A' && c <= 'Z':
				c += 32
			}
			b = append(b, c)
			i++
			continue
		}
		r, w := DecodeRune(s[i:])
		if form == caseLower {
			b = appendLower(b, s, i, r)
		} else {
			b = appendCased(b, r, form)
		}
		i += w
	}
	return bytesToText(b)
}

// TextUpper and the like are str.upper and so on for Go text.
func TextUpper(s string) string {
	if textIsASCII(s) {
		return strings.ToUpper(s)
	}
	return mapCase(s, caseUpper)
}

func TextLower(s string) string {
	if textIsASCII(s) {
		return strings.ToLower(s)
	}
	return mapCase(s, caseLower)
}

func TextCasefold(s string) string {
	if textIsASCII(s) {
		return strings.ToLower(s)
	}
	return mapCase(s, caseFold)
}

// asciiCase is p in upper or lower case where p is ASCII; the letters from
// first on, 26 of them, change.
func asciiCase(p *Str, first byte) Value {
	s := p.s
	i := 0
	for i < len(s) && s[i]-first >= 26 {
		i++
	}
	if i == len(s) {
		return p.plain()
	}
	var q *Str
	var b []byte
	if len(s) == 1 {
		return latin1[s[0]^0x20].Value()
	}
	if len(s) <= smallMax {
		q, b = smallStr(len(s))
	} else {
		b = make([]byte, len(s))
		q = newStr(bytesToText(b))
	}
	for i := range b {
		c := s[i]
		if c-first < 26 {
			c ^= 0x20
		}
		b[i] = c
	}
	q.meta = uint64(len(s)) | strCounted | strASCII
	return q.Value()
}

func strUpper(t *Thread, args []Value) (Value, error) {
	p := As[Str](args[0])
	if len(p.s) < asideWork && p.IsASCII() {
		return asciiCase(p, 'a'), t.Worked(len(p.s))
	}
	return mapText(t, p.s, TextUpper)
}

func strLower(t *Thread, args []Value) (Value, error) {
	p := As[Str](args[0])
	if len(p.s) < asideWork && p.IsASCII() {
		return asciiCase(p, 'A'), t.Worked(len(p.s))
	}
	return mapText(t, p.s, TextLower)
}

func TextTitle(s string) string {
	b := make([]byte, 0, len(s)+8)
	prev := false
	for i := 0; i < len(s); {
		r, w := DecodeRune(s[i:])
		if prev {
			b = appendLower(b, s, i, r)
		} else {
			b = appendCased(b, r, caseTitle)
		}
		prev = flagsOf(r)&uniCased != 0
		i += w
	}
	return bytesToText(b)
}

func TextCapitalize(s string) string {
	b := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); {
		r, w := DecodeRune(s[i:])
		if i == 0 {
			b = appendCased(b, r, caseTitle)
		} else {
			b = appendLower(b, s, i, r)
		}
		i += w
	}
	return bytesToText(b)
}

func TextSwapcase(s string) string {
	b := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); {
		r, w := DecodeRune(s[i:])
		switch f := flagsOf(r); {
		case f&UniUpper != 0:
			b = appendLower(b, s, i, r)
		case f&UniLower != 0:
			b = appendCased(b, r, caseUpper)
		default:
			b = append(b, s[i:i+w]...)
		}
		i += w
	}
	return bytesToText(b)
}

// caseMethod is a method that maps case: f any text, ascii byte by byte,
// knowing the byte before (a space for the first).
func caseMethod(name string, f func(s string) string, ascii func(c, prev byte) byte) Method {
	return Method{Name: name, Fn: func(t *Thread, args []Value) (Value, error) {
		p := As[Str](args[0])
		if len(p.s) >= asideWork || !p.IsASCII() {
			return mapText(t, p.s, f)
		}
		b := t.takeBuf()
		prev := byte(' ')
		for i := 0; i < len(p.s); i++ {
			c := p.s[i]
			b = append(b, ascii(c, prev))
			prev = c
		}
		v := NewStrBytes(b)
		t.putBuf(b)
		return v, nil
	}}
}

// mapText is f(s).
func mapText(t *Thread, s string, f func(s string) string) (Value, error) {
	if err := t.Room(2 * len(s)); err != nil {
		return Value{}, err
	}
	p, err := Aside(t, 4*len(s), func() *Str {
		p := newStr(f(s))
		p.Len()
		return p
	})
	if err != nil {
		return Value{}, err
	}
	return p.Value(), nil
}

func foldByte(c, _ byte) byte { return lowerByte(c) }

func strCapitalize(t *Thread, args []Value) (Value, error) {
	p := As[Str](args[0])
	if len(p.s) >= asideWork || !p.IsASCII() {
		return mapText(t, p.s, TextCapitalize)
	}
	if len(p.s) == 0 {
		return emptyStr, nil
	}
	b := t.takeBuf()
	b = append(b, upperByte(p.s[0]))
	for i := 1; i < len(p.s); i++ {
		b = append(b, lowerByte(p.s[i]))
	}
	v := NewStrBytes(b)
	t.putBuf(b)
	return v, nil
}
