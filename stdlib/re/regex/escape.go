package regex

import (
	"strconv"
)

const (
	digits    = "0123456789"
	octDigits = "01234567"
	hexDigits = "0123456789abcdefABCDEF"
)

func isLetter(c rune) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// simpleEscape is the character that \c stands for everywhere.
func simpleEscape(c rune) (rune, bool) {
	switch c {
	case 'a':
		return '\a', true
	case 'b':
		return '\b', true
	case 'f':
		return '\f', true
	case 'n':
		return '\n', true
	case 'r':
		return '\r', true
	case 't':
		return '\t', true
	case 'v':
		return '\v', true
	case '\\':
		return '\\', true
	}
	return 0, false
}

func categoryEscape(c rune) category {
	switch c {
	case 'd':
		return catDigit
	case 'D':
		return catNotDigit
	case 's':
		return catSpace
	case 'S':
		return catNotSpace
	case 'w':
		return catWord
	case 'W':
		return catNotWord
	}
	return catNone
}

func atEscape(c rune) (atKind, bool) {
	switch c {
	case 'A':
		return atBeginString, true
	case 'Z':
		return atEndString, true
	case 'b':
		return atBoundary, true
	case 'B':
		return atNonBoundary, true
	}
	return 0, false
}

// escape parses what the escape \c, just taken, begins outside a set.
func (p *parser) escape(c rune) (*node, error) {
	if cat := categoryEscape(c); cat != catNone {
		return &node{kind: nIn, set: []setItem{{cat: cat}}}, nil
	}
	if at, ok := atEscape(c); ok {
		return &node{kind: nAt, at: at}, nil
	}
	if c >= '1' && c <= '9' {
		return p.numberEscape(c)
	}
	r, err := p.charEscape(c)
	return &node{kind: nLiteral, r: r}, err
}

// numberEscape parses \1 and the like: a group, or three octal digits.
func (p *parser) numberEscape(c rune) (*node, error) {
	s := p.src
	esc := []rune{'\\', c}
	if s.next.in(digits) {
		esc = append(esc, s.get().c)
		if inString(c, octDigits) && inString(esc[2], octDigits) && s.next.in(octDigits) {
			esc = append(esc, s.get().c)
			r, err := p.octal(esc)
			return &node{kind: nLiteral, r: r}, err
		}
	}
	g, _ := strconv.Atoi(string(esc[1:]))
	if g > p.groups {
		return nil, s.error("invalid group reference "+strconv.Itoa(g), len(esc)-1)
	}
	if !p.closed(g) {
		return nil, s.error("cannot refer to an open group", len(esc))
	}
	if err := p.checkBehind(g); err != nil {
		return nil, err
	}
	return &node{kind: nRef, group: g}, nil
}

// octal is the value of a backslash and octal digits.
func (p *parser) octal(esc []rune) (rune, error) {
	v, _ := strconv.ParseUint(string(esc[1:]), 8, 32)
	if v > 0o377 {
		return 0, p.src.error("octal escape value "+text(esc)+" outside of range 0-0o377", len(esc))
	}
	return rune(v), nil
}

// charEscape parses an escape that stands for one character.
func (p *parser) charEscape(c rune) (rune, error) {
	s := p.src
	if r, ok := simpleEscape(c); ok {
		return r, nil
	}
	esc := []rune{'\\', c}
	width := 0
	switch {
	case c == 'x':
		width = 2
	case c == 'u' && p.text:
		width = 4
	case c == 'U' && p.text:
		width = 8
	case c == 'N' && p.text:
		return p.namedEscape()
	case c == '0':
		esc = s.take(esc, 2, octDigits)
		v, _ := strconv.ParseUint(string(esc[1:]), 8, 32)
		return rune(v), nil
	case isLetter(c) || inString(c, digits):
		return 0, s.error("bad escape "+text(esc), len(esc))
	default:
		return c, nil
	}
	esc = s.take(esc, width, hexDigits)
	if len(esc) != 2+width {
		return 0, s.error("incomplete escape "+text(esc), len(esc))
	}
	v, _ := strconv.ParseUint(string(esc[2:]), 16, 32)
	if v > 0x10ffff {
		return 0, s.error("bad escape "+text(esc), len(esc))
	}
	return rune(v), nil
}

// namedEscape parses the rest of \N{name}.
func (p *parser) namedEscape() (rune, error) {
	s := p.src
	if !s.match('{') {
		return 0, s.error("missing {", 0)
	}
	name, err := s.until('}', "character name")
	if err != nil {
		return 0, err
	}
	if r, ok := p.opts.Lookup(text(name)); ok {
		return r, nil
	}
	return 0, s.error("undefined character name "+quote(name), len(name)+len(`\N{}`))
}

// setEscape parses what the escape \c begins inside a set.
func (p *parser) setEscape(c rune) (setItem, error) {
	if cat := categoryEscape(c); cat != catNone {
		return setItem{cat: cat}, nil
	}
	if c >= '1' && c <= '7' {
		esc := p.src.take([]rune{'\\', c}, 2, octDigits)
		r, err := p.octal(esc)
		return setItem{lo: r, hi: r}, err
	}
	r, err := p.charEscape(c)
	return setItem{lo: r, hi: r}, err
}
