package binascii

import (
	"strings"

	"github.com/minipy/minipy/runtime"
)

// Quoted-printable.

const maxLine = 76

func flags(t *thread, vs []value) ([]bool, error) {
	out := make([]bool, len(vs))
	for i, v := range vs {
		ok, err := runtime.IsTrue(t, v)
		if err != nil {
			return nil, err
		}
		out[i] = ok
	}
	return out, nil
}

// mustQuote says whether byte i of s is written as =XX; line is how much of
// the line is written already.
func mustQuote(s string, i, line int, tabs, text, header bool) bool {
	c := s[i]
	end := i+1 == len(s)
	switch {
	case c > 126 || c == '=' || header && c == '_':
		return true
	case c == '.' && line == 0:
		return end || s[i+1] == '\n' || s[i+1] == '\r' || s[i+1] == 0
	case !text && (c == '\r' || c == '\n'):
		return true
	case (c == '\t' || c == ' ') && end:
		return true
	}
	return c < 33 && c != '\r' && c != '\n' && (c != '\t' && c != ' ' || tabs)
}

func b2aQP(t *thread, args []value) (value, error) {
	s, err := data(t, args[0])
	if err != nil {
		return value{}, err
	}
	f, err := flags(t, args[1:])
	if err != nil {
		return value{}, err
	}
	tabs, text, header := f[0], f[1], f[2]
	crlf := false
	if i := strings.IndexByte(s, '\n'); i > 0 && s[i-1] == '\r' {
		crlf = true
	}
	var out []byte
	newline := func() {
		if crlf {
			out = append(out, '\r')
		}
		out = append(out, '\n')
	}
	const hex = "0123456789ABCDEF"
	line := 0
	for i := 0; i < len(s); {
		c := s[i]
		if mustQuote(s, i, line, tabs, text, header) {
			if line+3 >= maxLine {
				out = append(out, '=')
				newline()
				line = 0
			}
			out = append(out, '=', hex[c>>4], hex[c&15])
			i++
			line += 3
			continue
		}
		if text && (c == '\n' || c == '\r' && i+1 < len(s) && s[i+1] == '\n') {
			line = 0
			if n := len(out); n > 0 && (out[n-1] == ' ' || out[n-1] == '\t') {
				sp := out[n-1]
				out = append(out[:n-1], '=', hex[sp>>4], hex[sp&15])
			}
			newline()
			if c == '\r' {
				i++
			}
			i++
			continue
		}
		if i+1 != len(s) && s[i+1] != '\n' && line+1 >= maxLine {
			out = append(out, '=')
			newline()
			line = 0
		}
		line++
		if header && c == ' ' {
			c = '_'
		}
		out = append(out, c)
		i++
	}
	return runtime.NewBytes(out), nil
}

func a2bQP(t *thread, args []value) (value, error) {
	s, err := asciiData(t, args[0])
	if err != nil {
		return value{}, err
	}
	f, err := flags(t, args[1:])
	if err != nil {
		return value{}, err
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '_' && f[0]:
			out = append(out, ' ')
		case c != '=':
			out = append(out, c)
		case i+1 >= len(s):
		case s[i+1] == '\n' || s[i+1] == '\r':
			// a soft line break: up to the end of the line nothing counts
			for i++; i < len(s) && s[i] != '\n'; i++ {
			}
		case s[i+1] == '=':
			out = append(out, '=')
			i++
		case i+2 < len(s) && runtime.HexDigit(s[i+1]) >= 0 && runtime.HexDigit(s[i+2]) >= 0:
			out = append(out, byte(runtime.HexDigit(s[i+1])<<4|runtime.HexDigit(s[i+2])))
			i += 2
		default:
			out = append(out, '=')
		}
	}
	return runtime.NewBytes(out), nil
}
