package runtime

import (
	"strings"
	"unicode/utf8"
	"unsafe"
)

const hexDigits = "0123456789abcdef"

// bytesToText gives b, which nobody may write any more, as a string.
func bytesToText(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// ReprText is repr() of text.
func ReprText(p *Str) Value { return newStr(QuoteText(p.s, false)).Value() }

// QuoteText is the Python literal of s; with ascii, all but ASCII is escaped.
func QuoteText(s string, ascii bool) string {
	quote := byte('\'')
	plain := true
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\'':
			if strings.IndexByte(s, '"') < 0 {
				quote = '"'
			} else {
				plain = false
			}
		case c < ' ', c == '\\', c >= 0x7f:
			plain = false
		}
	}
	if plain {
		return string(quote) + s + string(quote)
	}
	b := make([]byte, 0, len(s)+8)
	b = append(b, quote)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			b = appendQuotedByte(b, c, quote)
			i++
			continue
		}
		r, w := DecodeRune(s[i:])
		if ascii || !IsPrintable(r) {
			b = appendEscapedRune(b, r)
		} else {
			b = append(b, s[i:i+w]...)
		}
		i += w
	}
	return bytesToText(append(b, quote))
}

// appendQuotedByte appends an ASCII byte as it stands in a literal.
func appendQuotedByte(b []byte, c, quote byte) []byte {
	switch {
	case c == quote || c == '\\':
		return append(b, '\\', c)
	case c == '\n':
		return append(b, '\\', 'n')
	case c == '\r':
		return append(b, '\\', 'r')
	case c == '\t':
		return append(b, '\\', 't')
	case c < ' ' || c >= 0x7f:
		return append(b, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
	}
	return append(b, c)
}

// appendEscapedRune appends \xNN, \uNNNN or \UNNNNNNNN.
func appendEscapedRune(b []byte, r rune) []byte {
	n, k := 2, byte('x')
	if r > 0xFFFF {
		n, k = 8, 'U'
	} else if r > 0xFF {
		n, k = 4, 'u'
	}
	b = append(b, '\\', k)
	for n--; n >= 0; n-- {
		b = append(b, hexDigits[r>>(4*n)&15])
	}
	return b
}

// ReprBytes is repr() of bytes.
func ReprBytes(s string) string { return quoteBytes(s, false) }

// quoteBytes is the literal of bytes; bytearray's repr escapes every '.
func quoteBytes(s string, array bool) string {
	quote := byte('\'')
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		quote = '"'
	}
	b := make([]byte, 0, len(s)+3)
	b = append(b, 'b', quote)
	for i := 0; i < len(s); i++ {
		if array && s[i] == '\'' {
			b = append(b, '\\', '\'')
			continue
		}
		b = appendQuotedByte(b, s[i], quote)
	}
	return bytesToText(append(b, quote))
}

// textToBytes gives s as a slice that nobody may write to.
func textToBytes(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// ASCIIRepr is ascii(v).
func ASCIIRepr(t *Thread, v Value) (string, error) {
	if v.IsExactly(&strType) {
		s := As[Str](v).s
		if len(s) < asideWork {
			return QuoteText(s, true), t.Worked(len(s))
		}
		if err := t.Room(len(s)); err != nil {
			return "", err
		}
		return Aside(t, 4*len(s), func() string { return QuoteText(s, true) })
	}
	s, err := ReprStr(t, v)
	if err != nil {
		return s, err
	}
	if len(s) < asideWork {
		return escapeWide(s), nil
	}
	return Aside(t, 4*len(s), func() string { return escapeWide(s) })
}

// escapeWide is s with all but ASCII escaped.
func escapeWide(s string) string {
	if textIsASCII(s) {
		return s
	}
	b := make([]byte, 0, len(s)+16)
	for i := 0; i < len(s); {
		r, w := DecodeRune(s[i:])
		if r < utf8.RuneSelf {
			b = append(b, byte(r))
		} else {
			b = appendEscapedRune(b, r)
		}
		i += w
	}
	return bytesToText(b)
}
