package regex

import "strconv"

// set parses a character set whose bracket was just taken.
func (p *parser) set() (*node, error) {
	s := p.src
	here := s.tell() - 1
	if s.next.plain('[') {
		p.warn(true, "Possible nested set at position "+strconv.Itoa(s.tell()))
	}
	var items []setItem
	neg := s.match('^')
	unterminated := func() error { return s.error("unterminated character set", s.tell()-here) }
	for {
		tok := s.get()
		if tok.end {
			return nil, unterminated()
		}
		if tok.plain(']') && len(items) > 0 {
			break
		}
		if len(items) > 0 && tok.in("-&~|") && s.next.plain(tok.c) {
			what := map[rune]string{'-': "difference", '&': "intersection", '~': "symmetric difference", '|': "union"}[tok.c]
			p.warn(true, "Possible set "+what+" at position "+strconv.Itoa(s.tell()-1))
		}
		item, err := p.setItem(tok)
		if err != nil {
			return nil, err
		}
		if !s.match('-') {
			items = append(items, item)
			continue
		}
		that := s.get()
		if that.end {
			return nil, unterminated()
		}
		if that.plain(']') {
			items = append(items, item, setItem{lo: '-', hi: '-'})
			break
		}
		if that.plain('-') {
			p.warn(true, "Possible set difference at position "+strconv.Itoa(s.tell()-2))
		}
		to, err := p.setItem(that)
		if err != nil {
			return nil, err
		}
		if item.cat != catNone || to.cat != catNone || to.lo < item.lo {
			return nil, s.error("bad character range "+tok.String()+"-"+that.String(), tok.len()+1+that.len())
		}
		items = append(items, setItem{lo: item.lo, hi: to.lo, ranged: true})
	}
	items = unique(items)
	if len(items) == 1 && items[0].cat == catNone && !items[0].ranged {
		n := &node{kind: nLiteral, r: items[0].lo}
		if neg {
			n.kind = nNotLiteral
		}
		return n, nil
	}
	return &node{kind: nIn, neg: neg, set: items}, nil
}

func (p *parser) setItem(tok token) (setItem, error) {
	if tok.esc {
		return p.setEscape(tok.c)
	}
	return setItem{lo: tok.c, hi: tok.c}, nil
}

func (tok token) String() string {
	switch {
	case tok.end:
		return ""
	case tok.esc:
		return "\\" + text([]rune{tok.c})
	}
	return text([]rune{tok.c})
}
