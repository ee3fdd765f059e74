package regex

// A token is a code point of the pattern, or a backslash and the code point
// after it.
type token struct {
	c   rune
	esc bool
	end bool // no more tokens
}

// plain says that tok is c itself, not escaped.
func (tok token) plain(c rune) bool { return tok.c == c && !tok.esc && !tok.end }

// in says that tok is one of the ASCII characters of set, not escaped.
func (tok token) in(set string) bool {
	return !tok.esc && !tok.end && inString(tok.c, set)
}

func inString(c rune, set string) bool {
	for i := 0; i < len(set); i++ {
		if rune(set[i]) == c {
			return true
		}
	}
	return false
}

// len is the number of code points of tok.
func (tok token) len() int {
	switch {
	case tok.end:
		return 0
	case tok.esc:
		return 2
	}
	return 1
}

// A source gives a pattern or template token by token, one ahead.
type source struct {
	text  []rune
	index int // behind next
	next  token
	// lone is set when the look-ahead has met a backslash at the very end. It is the
	// first error there is, whatever was found wrong since.
	lone *Error
}

func newSource(text []rune) *source {
	s := &source{text: text}
	s.advance()
	return s
}

func (s *source) advance() {
	i := s.index
	if i >= len(s.text) {
		s.next = token{end: true}
		return
	}
	c := s.text[i]
	if c != '\\' {
		s.next, s.index = token{c: c}, i+1
		return
	}
	if i+1 == len(s.text) {
		if s.lone == nil {
			s.lone = &Error{"bad escape (end of pattern)", i}
		}
		s.next, s.index = token{end: true}, i
		return
	}
	s.next, s.index = token{c: s.text[i+1], esc: true}, i+2
}

// get takes the next token.
func (s *source) get() token {
	t := s.next
	s.advance()
	return t
}

// match takes the next token if it is c.
func (s *source) match(c rune) bool {
	if !s.next.plain(c) {
		return false
	}
	s.advance()
	return true
}

// take appends up to n tokens that are in set.
func (s *source) take(b []rune, n int, set string) []rune {
	for ; n > 0 && s.next.in(set); n-- {
		b = append(b, s.next.c)
		s.advance()
	}
	return b
}

// until takes the text before the terminator, and it; what names it in errors.
func (s *source) until(terminator rune, what string) ([]rune, error) {
	start := s.tell()
	for {
		tok, at := s.next, s.tell()
		s.advance()
		if tok.end {
			if at == start {
				return nil, s.error("missing "+what, 0)
			}
			return nil, s.error("missing "+string(terminator)+", unterminated name", at-start)
		}
		if tok.plain(terminator) {
			if at == start {
				return nil, s.error("missing "+what, 1)
			}
			return s.text[start:at], nil
		}
	}
}

// tell is the index of the next token.
func (s *source) tell() int { return s.index - s.next.len() }

func (s *source) seek(i int) {
	s.index = i
	s.advance()
}

// error is an error offset code points before the next token.
func (s *source) error(msg string, offset int) error {
	if s.lone != nil {
		return s.lone
	}
	return &Error{msg, s.tell() - offset}
}
