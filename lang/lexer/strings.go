package lexer

import (
	"strings"

	plex "github.com/alecthomas/participle/v2/lexer"

	"github.com/minipy/minipy/lang/token"
)

// str reads a string literal that starts at start and whose quote is at quote.
func (l *Lexer) str(start, quote int) plex.Token {
	line, lineStart := l.line, l.lineStart
	isF := start < quote && (l.src[start]|0x20 == 'f' || l.src[quote-1]|0x20 == 'f')
	end, ok := stringEnd(l.src, quote, isF)
	if !ok {
		l.unterminated(start, quote, end)
		return plex.Token{}
	}
	l.pos = end
	t := l.tok(token.String, start)
	if n := strings.Count(t.Value, "\n"); n > 0 {
		l.line = line + n
		l.lineStart = start + strings.LastIndexByte(t.Value, '\n') + 1
		t.Pos.Line, t.Pos.Column = line, start-lineStart
	}
	return t
}

// unterminated reports a string from start, with its quote at quote, that has no end; end is where the search gave up.
func (l *Lexer) unterminated(start, quote, end int) {
	triple := isTriple(l.src, quote)
	first := l.line
	col := start + 1 - l.lineStart
	last := first + strings.Count(l.src[quote:end], "\n")
	if strings.HasSuffix(l.src[quote:end], "\n") {
		last--
	}
	l.pos = end
	if triple {
		l.syntaxf("unterminated triple-quoted string literal (detected at line %d)", last)
		l.Err.Code = UnterminatedTriple
	} else {
		l.syntaxf("unterminated string literal (detected at line %d)", last)
	}
	l.Err.Line, l.Err.EndLine, l.Err.Col, l.Err.EndCol = first, first, col, col
}

func isTriple(s string, quote int) bool {
	return quote+2 < len(s) && s[quote+1] == s[quote] && s[quote+2] == s[quote]
}

// stringEnd returns the offset after the closing quote of the literal whose quote is at quote; or false and where the
// literal stops without one.
func stringEnd(s string, quote int, isF bool) (int, bool) {
	if isF {
		if end, ok := fstringEnd(s, quote, 0); ok {
			return end, true
		}
	}
	q := s[quote]
	if isTriple(s, quote) {
		for i := quote + 3; i < len(s); i++ {
			switch s[i] {
			case '\\':
				i++
			case q:
				if isTriple(s, i) {
					return i + 3, true
				}
			}
		}
		return len(s), false
	}
	for i := quote + 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '\n':
			return i, false
		case q:
			return i + 1, true
		}
	}
	return len(s), false
}

// maxFStringNesting bounds the recursion of fstringEnd.
const maxFStringNesting = 100

// fstringEnd is stringEnd by Python 3.12's rules: a quote inside a replacement field opens a nested string.
func fstringEnd(s string, quote, depth int) (int, bool) {
	if depth > maxFStringNesting {
		return 0, false
	}
	q, triple := s[quote], isTriple(s, quote)
	i := quote + 1
	if triple {
		i += 2
	}
	var open []byte // '{' for a field, ':' for its format spec, ( [ and B (a brace of the expression) within
	top := func() byte {
		if len(open) == 0 {
			return ':'
		}
		return open[len(open)-1]
	}
	for i < len(s) {
		c := s[i]
		literal := top() == ':'
		switch {
		case c == '\n' && !triple:
			return 0, false
		case c == '\\':
			i++
			if literal && i < len(s) && s[i] == '{' {
				continue
			}
			// \N{NAME} has no field
			if literal && strings.HasPrefix(s[i:], "N{") {
				if j := strings.IndexByte(s[i:], '}'); j > 0 {
					i += j
				}
			}
		case literal && c == q && (!triple || isTriple(s, i)):
			if len(open) > 0 {
				return 0, false
			}
			if triple {
				return i + 3, true
			}
			return i + 1, true
		case literal:
			if c == '{' && len(open) == 0 && i+1 < len(s) && s[i+1] == '{' {
				i++
			} else if c == '{' {
				open = append(open, '{')
			} else if c == '}' && len(open) > 0 {
				open = open[:len(open)-2] // the spec and its field
			}
		case c == '"' || c == '\'':
			p := i
			for p > quote && p > i-2 && s[p-1]|0x20 >= 'a' && s[p-1]|0x20 <= 'z' {
				p--
			}
			var end int
			ok := false
			if strings.ContainsAny(s[p:i], "fF") {
				end, ok = fstringEnd(s, i, depth+1)
			} else {
				end, ok = stringEnd(s, i, false)
			}
			if !ok || !triple && strings.Contains(s[i:end], "\n") {
				return 0, false
			}
			i = end
			continue
		case c == '(' || c == '[':
			open = append(open, c)
		case c == '{':
			open = append(open, 'B')
		case c == ')' || c == ']':
			if top() == '{' {
				return 0, false
			}
			open = open[:len(open)-1]
		case c == '}':
			open = open[:len(open)-1]
		case c == ':' && top() == '{':
			open = append(open, ':')
		}
		i++
	}
	return 0, false
}

// StringEnd returns the offset after the closing quote of the literal whose quote is at quote; its prefix is looked for
// in front of that.
func StringEnd(s string, quote int) (int, bool) {
	p := quote
	for p > 0 && p > quote-2 && s[p-1]|0x20 >= 'a' && s[p-1]|0x20 <= 'z' {
		p--
	}
	return stringEnd(s, quote, isPrefix(s[p:quote]) && strings.ContainsAny(s[p:quote], "fF"))
}
