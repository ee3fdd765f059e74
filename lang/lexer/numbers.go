package lexer

import "strings"

// number reads the number at pos; the first character is a digit.
func (l *Lexer) number() {
	start := l.pos
	if l.src[l.pos] != '0' {
		if !l.digits() {
			return
		}
		l.afterInteger()
		return
	}
	l.pos++
	switch l.peek() | 0x20 {
	case 'x':
		l.based("hexadecimal", isHex)
	case 'o':
		l.based("octal", func(c byte) bool { return c >= '0' && c < '8' })
	case 'b':
		l.based("binary", func(c byte) bool { return c == '0' || c == '1' })
	default:
		l.zero(start)
	}
}

func (l *Lexer) peek() byte {
	if l.pos < len(l.src) {
		return l.src[l.pos]
	}
	return 0
}

// digits reads decimal digits with underscores between them.
func (l *Lexer) digits() bool {
	for {
		for isDigit(l.peek()) {
			l.pos++
		}
		if l.peek() != '_' {
			return true
		}
		l.pos++
		if !isDigit(l.peek()) {
			l.syntaxf("invalid decimal literal")
			return false
		}
	}
}

// based reads the rest of 0x.., 0o.. or 0b.., the letter included.
func (l *Lexer) based(name string, isOne func(byte) bool) {
	l.pos++
	for {
		if l.peek() == '_' {
			l.pos++
		}
		if !isOne(l.peek()) {
			if isDigit(l.peek()) {
				l.badDigit(name)
			} else {
				l.syntaxf("invalid %s literal", name)
			}
			return
		}
		for isOne(l.peek()) {
			l.pos++
		}
		if l.peek() != '_' {
			break
		}
	}
	if isDigit(l.peek()) {
		l.badDigit(name)
		return
	}
	l.endOfNumber(name)
}

func (l *Lexer) badDigit(name string) {
	c := l.src[l.pos]
	l.pos++
	l.syntaxf("invalid digit '%c' in %s literal", c, name)
}

// zero reads a number that starts with 0 and has no letter after it: zeros, or a float, or an error.
func (l *Lexer) zero(start int) {
	for {
		if l.peek() == '_' {
			l.pos++
			if !isDigit(l.peek()) {
				l.syntaxf("invalid decimal literal")
				return
			}
		}
		if l.peek() != '0' {
			break
		}
		l.pos++
	}
	nonzero := isDigit(l.peek())
	zerosEnd := l.pos + 1
	if nonzero && !l.digits() {
		return
	}
	if c := l.peek(); nonzero && c != '.' && c|0x20 != 'e' && c|0x20 != 'j' {
		l.syntaxf("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
		l.Err.Col, l.Err.EndCol = start+1-l.lineStart, zerosEnd-l.lineStart
		l.Err.Bytes = true
		return
	}
	l.afterInteger()
}

// afterInteger reads what may follow the digits before the point.
func (l *Lexer) afterInteger() {
	switch l.peek() {
	case '.':
		l.pos++
		l.fraction()
	case 'e', 'E', 'j', 'J':
		l.exponent()
	default:
		l.endOfNumber("decimal")
	}
}

// fraction reads what may follow the point.
func (l *Lexer) fraction() {
	if isDigit(l.peek()) && !l.digits() {
		return
	}
	l.exponent()
}

// exponent reads an exponent, if there is one, and a j.
func (l *Lexer) exponent() {
	if l.peek()|0x20 == 'e' {
		at := l.pos
		l.pos++
		switch c := l.peek(); {
		case c == '+' || c == '-':
			l.pos++
			if !isDigit(l.peek()) {
				l.syntaxf("invalid decimal literal")
				return
			}
		case !isDigit(c):
			l.pos = at
			l.endOfNumber("decimal")
			return
		}
		if !l.digits() {
			return
		}
	}
	if l.peek()|0x20 == 'j' {
		l.pos++
		l.endOfNumber("imaginary")
		return
	}
	l.endOfNumber("decimal")
}

// endOfNumber judges what follows a number at once: a keyword is deprecated, any other letter an error.
func (l *Lexer) endOfNumber(kind string) {
	c := l.peek()
	if !identPart[c] {
		return
	}
	rest := l.src[l.pos:]
	for _, word := range [...]string{"and", "else", "for", "if", "in", "is", "or", "not"} {
		if !strings.HasPrefix(rest, word) {
			continue
		}
		// CPython wants the longer words to end there
		if n := len(word); n > 2 && n < len(rest) && (identPart[rest[n]] || rest[n] >= 0x80) || word == "or" && len(rest) > 2 && identPart[rest[2]] {
			break
		}
		l.Warnings = append(l.Warnings, Warning{"SyntaxWarning", "invalid " + kind + " literal", l.line})
		return
	}
	l.syntaxf("invalid %s literal", kind)
}
