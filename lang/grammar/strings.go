package grammar

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/charname"
	"github.com/minipy/minipy/lang/token"
)

// literalParts takes a string token apart. flags are its prefix letters in lower case.
func literalParts(s string) (flags string, body string) {
	q := 0
	for s[q] != '"' && s[q] != '\'' {
		q++
	}
	flags = strings.ToLower(s[:q])
	if len(s) >= q+6 && s[q+1] == s[q] && s[q+2] == s[q] {
		return flags, s[q+3 : len(s)-3]
	}
	return flags, s[q+1 : len(s)-1]
}

// strings reads one or more adjacent string literals.
func (p *parser) strings() ast.Expr {
	start := p.i
	end := start + 1
	for p.kindAt(end) == token.String {
		end++
	}
	if end == start+1 {
		// the frequent case: one literal, nothing special in it
		s := p.toks[start].Value
		if c := s[0]; (c == '"' || c == '\'') && strings.IndexByte(s, '\\') < 0 {
			_, body := literalParts(s)
			p.next()
			return p.constant(p.span(start), body)
		}
	}
	j := &joiner{p: p, first: start, last: end - 1}
	isBytes := false
	var bytesValue []byte
	for i := start; i < end; i++ {
		flags, body := literalParts(p.toks[i].Value)
		thisBytes := strings.IndexByte(flags, 'b') >= 0
		if i > start && thisBytes != isBytes {
			return p.stringError(end, "cannot mix bytes and nonbytes literals")
		}
		isBytes = thisBytes
		raw := strings.IndexByte(flags, 'r') >= 0
		j.token = i
		switch {
		case isBytes:
			b, ok := p.bytesBody(i, end, body, raw)
			if !ok {
				return p.bad()
			}
			bytesValue = append(bytesValue, b...)
		case strings.IndexByte(flags, 'f') >= 0:
			j.isF = true
			off := len(p.toks[i].Value) - len(body) - 1
			if strings.HasSuffix(p.toks[i].Value, `"""`) && strings.HasPrefix(p.toks[i].Value[len(flags):], `"""`) ||
				strings.HasSuffix(p.toks[i].Value, `'''`) && strings.HasPrefix(p.toks[i].Value[len(flags):], `'''`) {
				off -= 2
			}
			f := fstring{p: p, j: j, tok: i, after: end, src: body, offset: off, raw: raw}
			if !f.parse(0, j) {
				return p.bad()
			}
		default:
			s, ok := p.decode(body, raw, end, i)
			if !ok {
				return p.bad()
			}
			j.text(s)
		}
	}
	p.seek(end)
	if isBytes {
		return p.constant(p.span(start), ast.Bytes(bytesValue))
	}
	return j.finish(p.span(start))
}

// stringError fails with an error that CPython reports where it stands, which is at the token after the literals.
func (p *parser) stringError(after int, msg string) ast.Expr {
	if p.kindAt(after) == token.Error {
		return p.bad() // the lexer's error comes first
	}
	p.abort(p.here(min(after, len(p.toks)-1), "SyntaxError", msg))
	return p.bad()
}

func (p *parser) bytesBody(tok, after int, body string, raw bool) ([]byte, bool) {
	for i := 0; i < len(body); i++ {
		if body[i] >= 0x80 {
			p.abort(p.at(tok, tok+1, "bytes can only contain ASCII literal characters"))
			return nil, false
		}
	}
	if raw || strings.IndexByte(body, '\\') < 0 {
		return []byte(body), true
	}
	var b []byte
	w := escapeWarner{p: p, tok: tok}
	for i := 0; i < len(body); {
		c := body[i]
		if c != '\\' {
			b = append(b, c)
			i++
			continue
		}
		if v, n, ok := simpleEscape(body[i+1:]); ok {
			if v > 0xff {
				w.octal(body[i+1 : i+1+n])
			}
			if v >= 0 {
				b = append(b, byte(v))
			}
			i += 1 + n
			continue
		}
		if body[i+1] == 'x' {
			v, n := hexDigits(body[i+2:], 2)
			if n < 2 {
				p.stringError(after, fmt.Sprintf(`(value error) invalid \x escape at position %d`, i))
				return nil, false
			}
			b = append(b, byte(v))
			i += 4
			continue
		}
		w.letter(body[i+1:])
		b = append(b, '\\')
		i++
	}
	return b, true
}

// escapeWarner warns of the first escape sequence in a literal that means nothing, at the literal's first line.
type escapeWarner struct {
	p    *parser
	tok  int
	done bool
}

func (w *escapeWarner) letter(rest string) {
	r, _ := utf8.DecodeRuneInString(rest)
	w.warn(fmt.Sprintf(`invalid escape sequence '\%c'`, r))
}

func (w *escapeWarner) octal(digits string) {
	w.warn(fmt.Sprintf(`invalid octal escape sequence '\%s'`, digits))
}

func (w *escapeWarner) warn(msg string) {
	if !w.done {
		w.done = true
		w.p.warn("DeprecationWarning", msg, w.p.toks[w.tok].Pos.Line)
	}
}

// simpleEscape reads what str and bytes share after a backslash: its value (-1 for a line break, which vanishes) and
// its length.
func simpleEscape(s string) (v, n int, ok bool) {
	switch c := s[0]; c {
	case '\n':
		return -1, 1, true
	case '\\', '\'', '"':
		return int(c), 1, true
	case 'a':
		return 7, 1, true
	case 'b':
		return 8, 1, true
	case 'f':
		return 12, 1, true
	case 'n':
		return 10, 1, true
	case 'r':
		return 13, 1, true
	case 't':
		return 9, 1, true
	case 'v':
		return 11, 1, true
	case '0', '1', '2', '3', '4', '5', '6', '7':
		for n < 3 && n < len(s) && s[n] >= '0' && s[n] <= '7' {
			v = v*8 + int(s[n]-'0')
			n++
		}
		return v, n, true
	}
	return 0, 0, false
}

// hexDigits reads up to max digits and tells how many there were.
func hexDigits(s string, max int) (v, n int) {
	for n < max && n < len(s) {
		c := s[n]
		switch {
		case c >= '0' && c <= '9':
			v = v<<4 | int(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			v = v<<4 | int(c|0x20-'a'+10)
		default:
			return v, n
		}
		n++
	}
	return v, n
}

// appendWTF8 is utf8.AppendRune that keeps surrogates.
func appendWTF8(b []byte, r rune) []byte {
	if r >= 0xd800 && r <= 0xdfff {
		return append(b, 0xe0|byte(r>>12), 0x80|byte(r>>6)&0xbf, 0x80|byte(r)&0xbf)
	}
	return utf8.AppendRune(b, r)
}

// decode turns the body of a str literal, or a piece of it, into its value.
func (p *parser) decode(s string, raw bool, after, tok int) (string, bool) {
	if raw || strings.IndexByte(s, '\\') < 0 {
		return s, true
	}
	b := make([]byte, 0, len(s))
	w := escapeWarner{p: p, tok: tok}
	for i := 0; i < len(s); {
		j := strings.IndexByte(s[i:], '\\')
		if j < 0 {
			b = append(b, s[i:]...)
			break
		}
		b = append(b, s[i:i+j]...)
		i += j
		if i+1 >= len(s) {
			// only a piece of an f-string can end so: `\{`
			b = append(b, '\\')
			w.letter("{")
			break
		}
		if v, n, ok := simpleEscape(s[i+1:]); ok {
			if v > 0xff {
				w.octal(s[i+1 : i+1+n])
			}
			if v >= 0 {
				b = utf8.AppendRune(b, rune(v))
			}
			i += 1 + n
			continue
		}
		r, n, why := unicodeEscape(s[i+1:])
		switch {
		case why != "":
			p.stringError(after, unicodeError(s, i, n, why))
			return "", false
		case n == 0:
			w.letter(s[i+1:])
			b = append(b, '\\')
			i++
		default:
			b = appendWTF8(b, r)
			i += 1 + n
		}
	}
	return string(b), true
}

// unicodeEscape reads what only str knows after a backslash. n is the length, 0 when there is no such escape; why is
// not empty when it is malformed.
func unicodeEscape(s string) (r rune, n int, why string) {
	digits, name := 0, ""
	switch s[0] {
	case 'x':
		digits, name = 2, `\xXX`
	case 'u':
		digits, name = 4, `\uXXXX`
	case 'U':
		digits, name = 8, `\UXXXXXXXX`
	case 'N':
		return namedEscape(s)
	default:
		return 0, 0, ""
	}
	v, got := hexDigits(s[1:], digits)
	if got < digits {
		return 0, 1 + got, "truncated " + name + " escape"
	}
	if v > utf8.MaxRune {
		return 0, 1 + got, "illegal Unicode character"
	}
	return rune(v), 1 + got, ""
}

func namedEscape(s string) (r rune, n int, why string) {
	const malformed = `malformed \N character escape`
	if len(s) < 2 || s[1] != '{' {
		return 0, 1, malformed
	}
	end := strings.IndexByte(s, '}')
	switch {
	case end < 0:
		return 0, len(s), malformed
	case end == 2:
		return 0, 2, malformed
	}
	r, ok := charname.Rune(s[2:end])
	if !ok {
		return 0, end + 1, "unknown Unicode character name"
	}
	return r, end + 1, ""
}

// unicodeError words a bad escape at s[i] whose text after the backslash is n long. CPython counts in a copy of the
// literal in which every character beyond ASCII is ten bytes long.
func unicodeError(s string, i, n int, why string) string {
	width := func(s string) (w int) {
		for _, r := range s {
			if r >= 0x80 {
				w += 10
			} else {
				w++
			}
		}
		return w
	}
	at := width(s[:i])
	end := at + width(s[i:min(len(s), i+1+n)]) - 1
	return fmt.Sprintf("(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s", at, end, why)
}
