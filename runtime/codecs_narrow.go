package runtime

import (
	"strings"
	"unicode/utf8"
)

// ASCII, Latin-1 and the backslash escapes.

func decodeASCII(d *Decoder) error {
	for d.Pos < len(d.In) {
		if err := d.often(); err != nil {
			return err
		}
		i := d.Pos + asciiLen(d.In[d.Pos:min(len(d.In), d.Pos+comparePiece)])
		var err error
		if d.Out, err = appendLong(d.T, d.Out, d.In[d.Pos:i]); err != nil {
			return err
		}
		if i-d.Pos == comparePiece {
			d.steps |= oftenItems - 1 // so much is worth a look
		}
		d.Pos = i
		if i < len(d.In) && d.In[i] >= utf8.RuneSelf {
			if d.Pos, err = d.Fail(i, i+1, "ordinal not in range(128)"); err != nil {
				return err
			}
		}
	}
	return nil
}

func decodeLatin1(d *Decoder) error {
	rest := d.In[d.Pos:]
	out, err := Aside(d.T, 4*len(rest), func() []byte {
		out := make([]byte, 0, len(rest)+len(rest)/4)
		for i := range len(rest) {
			out = utf8.AppendRune(out, rune(rest[i]))
		}
		return out
	})
	d.Out, d.Pos = out, len(d.In)
	return err
}

func asciiSame(s string) (string, bool) { return s, textIsASCII(s) }

func fastLatin1(s string) (string, bool) {
	if textIsASCII(s) {
		return s, true
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			if c > 0xC3 {
				return "", false
			}
			i++
			c = c<<6 | s[i]&0x3F
		}
		b = append(b, c)
	}
	return bytesToText(b), true
}

func unicodeEscape(b []byte, r rune) ([]byte, bool) {
	switch {
	case r == '\\':
		return append(b, '\\', '\\'), true
	case r == '\n':
		return append(b, '\\', 'n'), true
	case r == '\r':
		return append(b, '\\', 'r'), true
	case r == '\t':
		return append(b, '\\', 't'), true
	case r >= ' ' && r < 0x7f:
		return append(b, byte(r)), true
	}
	return appendEscapedRune(b, r), true
}

func rawUnicodeEscape(b []byte, r rune) ([]byte, bool) {
	if r < 256 {
		return append(b, byte(r)), true
	}
	return appendEscapedRune(b, r), true
}

// EscapeChar is the simple escape \c: its value, or -1.
func EscapeChar(c byte) int {
	if i := strings.IndexByte("\\'\"abfnrtv", c); i >= 0 {
		return int("\\'\"\a\b\f\n\r\t\v"[i])
	}
	return -1
}

// HexRun reads up to n hexadecimal digits.
func HexRun(s string, n int) (val, got int) {
	for got < n && got < len(s) {
		d := HexDigit(s[got])
		if d < 0 {
			break
		}
		val = val<<4 | d
		got++
	}
	return val, got
}

// HexDigit is the value of a hexadecimal digit, or -1.
func HexDigit(c byte) int {
	if v := letterValue(c); v < 16 {
		return v
	}
	return -1
}

var escapeDigits = map[byte]struct {
	n      int
	reason string
}{'x': {2, `truncated \xXX escape`}, 'u': {4, `truncated \uXXXX escape`}, 'U': {8, `truncated \UXXXXXXXX escape`}}

func decodeUnicodeEscape(d *Decoder) error {
	for d.Pos < len(d.In) {
		if err := d.often(); err != nil {
			return err
		}
		i := d.Pos
		c := d.In[i]
		if c != '\\' {
			d.Out = utf8.AppendRune(d.Out, rune(c))
			d.Pos++
			continue
		}
		if err := d.escape(i); err != nil {
			return err
		}
		if d.Pos == i {
			return nil // cut off
		}
	}
	return nil
}

// escape reads the escape at d.In[i]; it leaves d.Pos where it is cut off and
// more is to come.
func (d *Decoder) escape(i int) (err error) {
	if i+1 >= len(d.In) {
		if d.Final {
			d.Pos, err = d.Fail(i, len(d.In), `\ at end of string`)
		}
		return err
	}
	c := d.In[i+1]
	if v := EscapeChar(c); v >= 0 {
		d.Out = append(d.Out, byte(v))
		d.Pos = i + 2
		return nil
	}
	switch {
	case c == '\n':
		d.Pos = i + 2
	case c >= '0' && c <= '7':
		v, j := 0, i+1
		for ; j < len(d.In) && j < i+4 && d.In[j] >= '0' && d.In[j] <= '7'; j++ {
			v = v<<3 | int(d.In[j]-'0')
		}
		d.Out = utf8.AppendRune(d.Out, rune(v))
		d.Pos = j
	case c == 'x' || c == 'u' || c == 'U':
		e := escapeDigits[c]
		v, got := HexRun(d.In[i+2:], e.n)
		end := i + 2 + got
		switch {
		case got < e.n && end == len(d.In) && !d.Final:
		case got < e.n:
			d.Pos, err = d.Fail(i, end, e.reason)
		case v > utf8.MaxRune:
			d.Pos, err = d.Fail(i, end, "illegal Unicode character")
		default:
			d.Out = AppendRune(d.Out, rune(v))
			d.Pos = end
		}
	case c == 'N':
		return d.namedEscape(i)
	default:
		d.Out = append(d.Out, '\\')
		d.Out = utf8.AppendRune(d.Out, rune(c))
		d.Pos = i + 2
	}
	return err
}

func (d *Decoder) namedEscape(i int) (err error) {
	const malformed = `malformed \N character escape`
	end := strings.IndexByte(d.In[i:], '}')
	if i+2 >= len(d.In) || d.In[i+2] == '{' && end < 0 {
		if d.Final {
			d.Pos, err = d.Fail(i, len(d.In), malformed)
		}
		return err
	}
	if d.In[i+2] != '{' || end <= 3 {
		d.Pos, err = d.Fail(i, i+2, malformed)
		return err
	}
	m, err := importModule(d.T, "unicodedata")
	if err != nil {
		return err
	}
	v, err := CallMethod(d.T, m, "lookup", NewStr(d.In[i+3:i+end]))
	if err != nil {
		if !IsError(err, KeyError) {
			return err
		}
		d.Pos, err = d.Fail(i, i+end+1, "unknown Unicode character name")
		return err
	}
	d.Out = append(d.Out, As[Str](v).s...)
	d.Pos = i + end + 1
	return nil
}

func decodeRawEscape(d *Decoder) error {
	for d.Pos < len(d.In) {
		if err := d.often(); err != nil {
			return err
		}
		i := d.Pos
		if d.In[i] != '\\' || i+1 < len(d.In) && d.In[i+1] != 'u' && d.In[i+1] != 'U' {
			d.Out = utf8.AppendRune(d.Out, rune(d.In[i]))
			d.Pos++
			if d.In[i] == '\\' {
				d.Out = utf8.AppendRune(d.Out, rune(d.In[i+1]))
				d.Pos++
			}
			continue
		}
		if i+1 == len(d.In) {
			if !d.Final {
				return nil
			}
			d.Out = append(d.Out, '\\')
			d.Pos++
			continue
		}
		if err := d.escape(i); err != nil {
			return err
		}
		if d.Pos == i {
			return nil
		}
	}
	return nil
}

func init() {
	RegisterCodec(&Codec{Name: "ascii", Reason: "ordinal not in range(128)", Runs: true, Fast: asciiSame, Decode: decodeASCII,
		Rune: func(b []byte, r rune) ([]byte, bool) { return append(b, byte(r)), r < 128 }},
		"646", "ansi_x3.4_1968", "ansi_x3_4_1968", "ansi_x3.4_1986", "cp367", "csascii", "ibm367", "iso646_us", "iso_646.irv_1991", "iso_ir_6", "us", "us_ascii")
	RegisterCodec(&Codec{Name: "iso8859-1", ErrName: "latin-1", Reason: "ordinal not in range(256)", Runs: true, Fast: fastLatin1, Decode: decodeLatin1,
		Rune: func(b []byte, r rune) ([]byte, bool) { return append(b, byte(r)), r < 256 }},
		"latin_1", "8859", "cp819", "csisolatin1", "ibm819", "iso8859", "iso8859_1", "iso_8859_1", "iso_8859_1_1987", "iso_ir_100", "l1", "latin", "latin1", "charmap")
	RegisterCodec(&Codec{Name: "unicode_escape", ErrName: "unicodeescape", Rune: unicodeEscape, Decode: decodeUnicodeEscape}, "unicodeescape")
	RegisterCodec(&Codec{Name: "raw_unicode_escape", ErrName: "rawunicodeescape", Rune: rawUnicodeEscape, Decode: decodeRawEscape}, "rawunicodeescape")
}
