package regex

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/minipy/minipy/runtime"
)

// A TemplatePart is literal text or, if Group is not negative, what a group matched.
type TemplatePart struct {
	Text  string
	Group int
}

// ParseTemplate parses a replacement text. p tells the pattern's groups.
func ParseTemplate(src []rune, isText bool, groups int, index map[string]int) ([]TemplatePart, []Warning, error) {
	p := &parser{src: newSource(src), text: isText, groups: groups, index: index}
	parts, err := p.template()
	if p.src.lone != nil {
		err = p.src.lone
	}
	if e, ok := err.(*Error); ok && !isText {
		e.Msg = asciiText(e.Msg)
	}
	return parts, p.warned, err
}

func (p *parser) template() ([]TemplatePart, error) {
	s := p.src
	var parts []TemplatePart
	var lit []rune
	flush := func() {
		if len(lit) == 0 {
			return
		}
		str := text(lit)
		if !p.text {
			str = latin1(lit)
		}
		parts = append(parts, TemplatePart{str, -1})
		lit = lit[:0]
	}
	for {
		tok := s.get()
		if tok.end {
			break
		}
		if !tok.esc {
			lit = append(lit, tok.c)
			continue
		}
		if keepsBackslash(tok.c) {
			lit = append(lit, '\\', tok.c)
			continue
		}
		r, group, err := p.templateEscape(tok.c)
		if err != nil {
			return nil, err
		}
		if group >= 0 {
			flush()
			parts = append(parts, TemplatePart{"", group})
		} else {
			lit = append(lit, r)
		}
	}
	flush()
	return parts, nil
}

// latin1 is code points below 256 as bytes.
func latin1(r []rune) string {
	var b strings.Builder
	for _, c := range r {
		b.WriteByte(byte(c))
	}
	return b.String()
}

// templateEscape parses what \c begins: a character or, if it is not -1, a group.
func (p *parser) templateEscape(c rune) (r rune, group int, err error) {
	s := p.src
	switch {
	case c == 'g':
		group, err = p.templateGroup()
		return 0, group, err
	case c == '0':
		esc := s.take([]rune{'0'}, 2, octDigits)
		v, _ := strconv.ParseUint(string(esc), 8, 32)
		return rune(v & 0xff), -1, nil
	case c >= '1' && c <= '9':
		esc := s.take([]rune{'\\', c}, 1, digits)
		if len(esc) == 3 && inString(c, octDigits) && inString(esc[2], octDigits) && s.next.in(octDigits) {
			esc = append(esc, s.get().c)
			r, err = p.octal(esc)
			return r, -1, err
		}
		g, _ := strconv.Atoi(string(esc[1:]))
		return 0, g, p.checkGroup(g, string(esc[1:]), len(esc)-1)
	}
	if r, ok := simpleEscape(c); ok {
		return r, -1, nil
	}
	return 0, -1, s.error("bad escape \\"+string(c), 2)
}

// keepsBackslash says that \c is no escape in a template and stands for itself,
// backslash and all.
func keepsBackslash(c rune) bool { return c != '\\' && !isLetter(c) && !inString(c, digits) }

func (p *parser) checkGroup(g int, shown string, offset int) error {
	if g > p.groups {
		return p.src.error("invalid group reference "+shown, offset)
	}
	return nil
}

// templateGroup parses the rest of \g<name>.
func (p *parser) templateGroup() (int, error) {
	s := p.src
	if !s.match('<') {
		return 0, s.error("missing <", 0)
	}
	name, err := s.until('>', "group name")
	if err != nil {
		return 0, err
	}
	if runtime.IsIdentifier(text(name)) {
		if err := p.checkName(name, 1); err != nil {
			return 0, err
		}
		g, ok := p.index[text(name)]
		if !ok {
			return 0, &OtherError{"IndexError", "unknown group name " + quote(name)}
		}
		return g, nil
	}
	g, plain, ok := number(name)
	if !ok {
		return 0, s.error("bad character in group name "+quote(name), len(name)+1)
	}
	if g >= MaxGroups {
		return 0, s.error("invalid group reference "+string(name), len(name)+1)
	}
	if !plain {
		p.warn(false, fmt.Sprintf("bad character in group name %s at position %d", runtime.QuoteText(text(name), !p.text), s.tell()-len(name)-1))
	}
	return g, p.checkGroup(g, strconv.Itoa(g), len(name)+1)
}
