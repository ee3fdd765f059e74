package regex

import (
	"fmt"
	"strconv"

	"github.com/minipy/minipy/runtime"
)

// group parses the rest of a group whose parenthesis was just taken: (...) and
// all that begins with (?. It is nil for what matches nothing by itself: comments
// and global flags. first says that global flags may stand here.
func (p *parser) group(verbose *bool, nested int, first bool) (*node, error) {
	s := p.src
	start := s.tell() - 1
	n := &node{kind: nGroup}
	var name []rune
	capture := true
	if s.match('?') {
		capture = false
		tok := s.get()
		if tok.end {
			return nil, s.error("unexpected end of pattern", 0)
		}
		switch {
		case tok.plain('P'):
			var err error
			if name, err = p.groupName(); err != nil {
				return nil, err
			}
			if name == nil {
				return p.namedRef()
			}
			capture = true
		case tok.plain(':'):
		case tok.plain('#'):
			return nil, p.comment(start)
		case tok.in("=!<"):
			return p.assertion(tok.c, start, *verbose, nested)
		case tok.plain('('):
			return p.conditional(start, *verbose, nested)
		case tok.plain('>'):
			n.kind = nAtomic
		case tok.in(flagLetters) || tok.plain('-'):
			global, err := p.inlineFlags(tok, n)
			if err != nil {
				return nil, err
			}
			if global {
				if !first {
					return nil, s.error("global flags not at the start of the expression", s.tell()-start)
				}
				*verbose = p.flags&Verbose != 0
				return nil, nil
			}
		default:
			return nil, s.error("unknown extension ?"+tok.String(), tok.len()+1)
		}
	}
	if capture {
		if err := p.open(n, name); err != nil {
			return nil, err
		}
	}
	inner := (*verbose || n.add&Verbose != 0) && n.del&Verbose == 0
	body, err := p.closedBody(start, func() (seq, error) { return p.alternation(inner, nested+1) })
	if err != nil {
		return nil, err
	}
	n.subs = []seq{body}
	if n.group > 0 {
		p.widths[2*n.group], p.widths[2*n.group+1] = body.width(p.widths)
	}
	return n, nil
}

// closedBody parses with f and then takes the closing parenthesis.
func (p *parser) closedBody(start int, f func() (seq, error)) (seq, error) {
	body, err := f()
	if err != nil {
		return nil, err
	}
	return body, p.close(start)
}

func (p *parser) close(start int) error {
	if !p.src.match(')') {
		return p.src.error("missing ), unterminated subpattern", p.src.tell()-start)
	}
	return nil
}

// open gives n the next group number.
func (p *parser) open(n *node, name []rune) error {
	g := p.groups + 1
	p.groups = g
	p.widths = append(p.widths, -1, -1)
	n.group = g
	if name == nil {
		return nil
	}
	key := text(name)
	if old, ok := p.index[key]; ok {
		return p.src.error(fmt.Sprintf("redefinition of group name %s as group %d; was group %d", quote(name), g, old), len(name)+1)
	}
	p.names = append(p.names, key)
	p.index[key] = g
	return nil
}

// groupName parses what follows (?P: the name of a new group; nil where it is a
// reference to a group, whose equals sign it has taken.
func (p *parser) groupName() ([]rune, error) {
	s := p.src
	if s.match('<') {
		name, err := s.until('>', "group name")
		if err != nil {
			return nil, err
		}
		return name, p.checkName(name, 1)
	}
	if s.match('=') {
		return nil, nil
	}
	tok := s.get()
	if tok.end {
		return nil, s.error("unexpected end of pattern", 0)
	}
	return nil, s.error("unknown extension ?P"+tok.String(), tok.len()+2)
}

// checkName says whether name may name a group.
func (p *parser) checkName(name []rune, offset int) error {
	s := p.src
	if !runtime.IsIdentifier(text(name)) {
		return s.error("bad character in group name "+quote(name), len(name)+offset)
	}
	if !p.text && !isASCII(name) {
		p.warn(false, fmt.Sprintf("bad character in group name %s at position %d", runtime.QuoteText(text(name), true), s.tell()-len(name)-offset))
	}
	return nil
}

func isASCII(s []rune) bool {
	for _, c := range s {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

// namedRef parses the rest of (?P=name).
func (p *parser) namedRef() (*node, error) {
	s := p.src
	name, err := s.until(')', "group name")
	if err != nil {
		return nil, err
	}
	if err := p.checkName(name, 1); err != nil {
		return nil, err
	}
	g, ok := p.index[text(name)]
	if !ok {
		return nil, s.error("unknown group name "+quote(name), len(name)+1)
	}
	if !p.closed(g) {
		return nil, s.error("cannot refer to an open group", len(name)+1)
	}
	if err := p.checkBehind(g); err != nil {
		return nil, err
	}
	return &node{kind: nRef, group: g}, nil
}

// comment skips the rest of (?#...).
func (p *parser) comment(start int) error {
	s := p.src
	for {
		if s.next.end {
			return s.error("missing ), unterminated comment", s.tell()-start)
		}
		if s.get().plain(')') {
			return nil
		}
	}
}

// assertion parses the rest of (?=, (?!, (?<= and (?<!.
func (p *parser) assertion(c rune, start int, verbose bool, nested int) (*node, error) {
	s := p.src
	n := &node{kind: nAssert}
	outer := p.behind
	if c == '<' {
		tok := s.get()
		if tok.end {
			return nil, s.error("unexpected end of pattern", 0)
		}
		if !tok.in("=!") {
			return nil, s.error("unknown extension ?<"+tok.String(), tok.len()+2)
		}
		c = tok.c
		n.behind = true
		if outer == 0 {
			p.behind = p.groups + 1
		}
	}
	n.neg = c == '!'
	body, err := p.alternation(verbose, nested+1)
	if err != nil {
		return nil, err
	}
	p.behind = outer
	n.subs = []seq{body}
	return n, p.close(start)
}

// conditional parses the rest of (?(group)yes|no).
func (p *parser) conditional(start int, verbose bool, nested int) (*node, error) {
	s := p.src
	name, err := s.until(')', "group name")
	if err != nil {
		return nil, err
	}
	g, err := p.condGroup(name)
	if err != nil {
		return nil, err
	}
	if err := p.checkBehind(g); err != nil {
		return nil, err
	}
	if nested > p.opts.MaxDepth {
		return nil, &OtherError{"RecursionError", "maximum recursion depth exceeded"}
	}
	yes, err := p.sequence(verbose, nested+1, false)
	if err != nil {
		return nil, err
	}
	n := &node{kind: nCond, group: g, subs: []seq{yes}}
	if s.match('|') {
		no, err := p.sequence(verbose, nested+1, false)
		if err != nil {
			return nil, err
		}
		if s.next.plain('|') {
			return nil, s.error("conditional backref with more than two branches", 0)
		}
		n.subs = append(n.subs, no)
	}
	return n, p.close(start)
}

// condGroup is the group that a conditional asks for; one by number may come later.
func (p *parser) condGroup(name []rune) (int, error) {
	s := p.src
	if runtime.IsIdentifier(text(name)) {
		if err := p.checkName(name, 1); err != nil {
			return 0, err
		}
		g, ok := p.index[text(name)]
		if !ok {
			return 0, s.error("unknown group name "+quote(name), len(name)+1)
		}
		return g, nil
	}
	g, plain, ok := number(name)
	switch {
	case !ok:
		return 0, s.error("bad character in group name "+quote(name), len(name)+1)
	case g == 0:
		return 0, s.error("bad group number", len(name)+1)
	case g >= MaxGroups:
		return 0, s.error("invalid group reference "+string(name), len(name)+1)
	}
	if !p.visited[g] {
		if p.visited == nil {
			p.visited = map[int]bool{}
		}
		p.visited[g] = true
		p.refs = append(p.refs, condRef{g, s.tell() - len(name) - 1})
	}
	if !plain {
		p.warn(false, fmt.Sprintf("bad character in group name %s at position %d", runtime.QuoteText(text(name), !p.text), s.tell()-len(name)-1))
	}
	return g, nil
}

const flagLetters = "iLmsxatu"

func flagOf(c rune) Flags {
	switch c {
	case 'i':
		return IgnoreCase
	case 'L':
		return Locale
	case 'm':
		return Multiline
	case 's':
		return DotAll
	case 'x':
		return Verbose
	case 'a':
		return ASCII
	case 't':
		return Template
	}
	return Unicode
}

// inlineFlags parses flags from their first token on: global ones up to the
// closing parenthesis go to the pattern, others up to the colon to n.
func (p *parser) inlineFlags(tok token, n *node) (global bool, err error) {
	s := p.src
	unknown := func(tok token, missing string) error {
		if r := tok.String(); tok.esc || !isAlpha(r) {
			return s.error(missing, tok.len())
		}
		return s.error("unknown flag", tok.len())
	}
	if !tok.plain('-') {
		for {
			f := flagOf(tok.c)
			if p.text && f == Locale {
				return false, s.error("bad inline flags: cannot use 'L' flag with a str pattern", 0)
			}
			if !p.text && f == Unicode {
				return false, s.error("bad inline flags: cannot use 'u' flag with a bytes pattern", 0)
			}
			n.add |= f
			if f&typeFlags != 0 && n.add&typeFlags != f {
				return false, s.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible", 0)
			}
			tok = s.get()
			if tok.end {
				return false, s.error("missing -, : or )", 0)
			}
			if tok.in(")-:") {
				break
			}
			if !tok.in(flagLetters) {
				return false, unknown(tok, "missing -, : or )")
			}
		}
	}
	if tok.plain(')') {
		p.flags |= n.add
		return true, nil
	}
	if n.add&globalFlags != 0 {
		return false, s.error("bad inline flags: cannot turn on global flag", 1)
	}
	if tok.plain('-') {
		if err := p.offFlags(n, unknown); err != nil {
			return false, err
		}
	}
	switch {
	case n.del&globalFlags != 0:
		return false, s.error("bad inline flags: cannot turn off global flag", 1)
	case n.add&n.del != 0:
		return false, s.error("bad inline flags: flag turned on and off", 1)
	}
	return false, nil
}

// offFlags parses the flags after a minus sign, and the colon.
func (p *parser) offFlags(n *node, unknown func(token, string) error) error {
	s := p.src
	tok := s.get()
	if tok.end {
		return s.error("missing flag", 0)
	}
	if !tok.in(flagLetters) {
		return unknown(tok, "missing flag")
	}
	for {
		f := flagOf(tok.c)
		if f&typeFlags != 0 {
			return s.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", 0)
		}
		n.del |= f
		tok = s.get()
		if tok.end {
			return s.error("missing :", 0)
		}
		if tok.plain(':') {
			return nil
		}
		if !tok.in(flagLetters) {
			return unknown(tok, "missing :")
		}
	}
}

// isAlpha is str.isalpha for one code point.
func isAlpha(s string) bool {
	r, _ := runtime.DecodeRune(s)
	return runtime.UniRecord(r).Flags()&runtime.UniAlpha != 0
}

func groupNumber(g int) string { return strconv.Itoa(g) }
