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
		var err error
		if pos, err = m.candidate(pos); pos < 0 || err != nil {
			return false, err
		}
		if p.required != "" && m.need < pos {
			if m.need, err = m.index(pos, p.required); m.need < 0 || err != nil {
				return false, err
			}
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
			if err := m.tick(0); err != nil {
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

// index is where sub is in the text from pos on, or -1.
func (m *Matcher) index(pos int, sub string) (int, error) {
	for {
		end := m.windowEnd(pos)
		end = min(end+len(sub)-1, len(m.text))
		if i := strings.Index(m.text[pos:end], sub); i >= 0 {
			m.steps -= i / (8 * bytesPerStep)
			return pos + i, nil
		}
		if end == len(m.text) {
			return -1, nil
		}
		if err := m.tick(0); err != nil {
			return -1, err
		}
		pos = end - len(sub) + 1
	}
}

// candidate is the first position from pos on where a match may begin, or -1.
func (m *Matcher) candidate(pos int) (int, error) {
	p := m.prog
	s := m.text
	switch {
	case p.anchored:
		if pos > 0 {
			return -1, nil
		}
	case p.prefix != "":
		return m.index(pos, p.prefix)
	case p.lines:
		if pos == 0 || s[pos-1] == '\n' {
			return pos, nil
		}
		i, err := m.index(pos, "\n")
		if i < 0 {
			return i, err
		}
		return i + 1, nil
	case p.first != nil:
		first := p.first
		for pos < len(s) {
			end := min(pos+window, len(s))
			for i := pos; i < end; i++ {
				if first[s[i]] {
					m.steps -= (i - pos) / bytesPerStep
					return i, nil
				}
			}
			pos = end
			if err := m.tick(0); err != nil {
				return -1, err
			}
		}
		return -1, nil
	}
	return pos, nil
}
