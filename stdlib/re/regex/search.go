package regex

import "strings"

// Match tries to match at pos only.
func (m *Matcher) Match(pos int) (bool, error) {
	m.from = pos
	m.reset()
	return m.run(pos)
}

// FullMatch tries to match all from pos on.
func (m *Matcher) FullMatch(pos int) (bool, error) {
	m.full = true
	ok, err := m.Match(pos)
	m.full = false
	return ok, err
}

// MatchMore is Match for an iteration: advance says that the last match was
// empty and at pos, so that the next must not be.
func (m *Matcher) MatchMore(pos int, advance bool) (bool, error) {
	m.advance = advance
	ok, err := m.Match(pos)
	m.advance = false
	return ok, err
}

// Search looks for the first match from pos on. advance: see MatchMore.
func (m *Matcher) Search(pos int, advance bool) (bool, error) {
	m.advance = advance
	ok, err := m.search(pos)
	m.advance = false
	return ok, err
}

func (m *Matcher) search(pos int) (bool, error) {
	p := m.prog
	s := m.text
	m.from = pos
	for {
		if pos = m.candidate(pos); pos < 0 {
			return false, nil
		}
		if p.required != "" && m.need < pos {
			i := strings.Index(s[pos:], p.required)
			if i < 0 {
				return false, nil
			}
			m.need = pos + i
		}
		m.reset()
		m.leadEnd = 0
		if ok, err := m.run(pos); ok || err != nil {
			return ok, err
		}
		if pos >= len(s) || p.anchored {
			return false, nil
		}
		if m.steps--; m.steps < 0 {
			if err := m.tick(); err != nil {
				return false, err
			}
		}
		if p.leadRun && m.leadEnd > pos {
			pos = m.leadEnd
		} else if m.wide {
			pos += lenOf(s[pos])
		} else {
			pos++
		}
	}
}

// candidate is the first position from pos on where a match may begin, or -1.
func (m *Matcher) candidate(pos int) int {
	p := m.prog
	s := m.text
	switch {
	case p.anchored:
		if pos > 0 {
			return -1
		}
	case p.prefix != "":
		i := strings.Index(s[pos:], p.prefix)
		if i < 0 {
			return -1
		}
		return pos + i
	case p.lines:
		if pos == 0 || s[pos-1] == '\n' {
			return pos
		}
		i := strings.IndexByte(s[pos:], '\n')
		if i < 0 {
			return -1
		}
		return pos + i + 1
	case p.first != nil:
		first := p.first
		for ; pos < len(s); pos++ {
			if first[s[pos]] {
				return pos
			}
		}
		return -1
	}
	return pos
}
