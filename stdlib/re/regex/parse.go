package regex

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/minipy/minipy/runtime"
)

const (
	specialChars = ".\\[{()*+?^$|"
	whitespace   = " \t\n\r\v\f"
)

// Options of the parser.
type Options struct {
	// Lookup finds the character of \N{name}.
	Lookup func(name string) (rune, bool)
	// MaxDepth bounds the nesting of groups.
	MaxDepth int
}

// A parser turns a pattern into a tree, with CPython's errors: their texts,
// their positions, and which of several comes first.
type parser struct {
	src     *source
	opts    *Options
	text    bool // the pattern is a str
	flags   Flags
	groups  int
	names   []string // of the named groups, as they come
	index   map[string]int
	widths  []int        // least and greatest width of each group; -1: still open
	behind  int          // inside a look-behind: groups that were there before it, plus one; else 0
	refs    []condRef    // groups that conditionals ask for
	warned  []Warning    //
	visited map[int]bool // groups in refs
}

type condRef struct{ group, pos int }

// text is the (W)UTF-8 of code points.
func text(r []rune) string {
	b := make([]byte, 0, len(r))
	for _, c := range r {
		b = runtime.AppendRune(b, c)
	}
	return string(b)
}

// quote is Python's repr of text.
func quote(r []rune) string { return runtime.QuoteText(text(r), false) }

// Parse parses a pattern, which is a str (or else bytes, as code points below 256).
func Parse(pattern []rune, isText bool, flags Flags, opts *Options) (*Tree, error) {
	p := &parser{src: newSource(pattern), opts: opts, text: isText, flags: flags, index: map[string]int{}, widths: []int{-1, -1}}
	root, err := p.parseAll()
	if p.src.lone != nil {
		err = p.src.lone
	}
	t := &Tree{root: root, Flags: p.flags, Groups: p.groups, Names: p.names, Index: p.index, Text: isText, widths: p.widths, Warnings: p.warned}
	if err != nil {
		if e, ok := err.(*Error); ok && !isText {
			e.Msg = asciiText(e.Msg)
		}
		return t, err
	}
	return t, nil
}

// asciiText is msg with the code points that are not ASCII as backslash escapes.
func asciiText(msg string) string {
	var b strings.Builder
	for _, c := range msg {
		switch {
		case c < 0x80:
			b.WriteRune(c)
		case c < 0x100:
			b.WriteString(`\x` + strconv.FormatInt(int64(c), 16))
		default:
			b.WriteString(`\u` + strconv.FormatInt(int64(c), 16))
		}
	}
	return b.String()
}

func (p *parser) parseAll() (seq, error) {
	root, err := p.alternation(p.flags&Verbose != 0, 0)
	if err != nil || p.src.lone != nil {
		return nil, err
	}
	if p.flags, err = fixFlags(p.flags, p.text); err != nil {
		return nil, err
	}
	if !p.src.next.end {
		return nil, p.src.error("unbalanced parenthesis", 0)
	}
	for _, r := range p.refs {
		if r.group > p.groups {
			return nil, &Error{"invalid group reference " + strconv.Itoa(r.group), r.pos}
		}
	}
	return root, nil
}

// fixFlags checks the flags against the type of the pattern and completes them.
func fixFlags(f Flags, isText bool) (Flags, error) {
	bad := func(msg string) (Flags, error) { return f, &OtherError{"ValueError", msg} }
	switch {
	case isText && f&Locale != 0:
		return bad("cannot use LOCALE flag with a str pattern")
	case isText && f&ASCII == 0:
		return f | Unicode, nil
	case isText && f&Unicode != 0:
		return bad("ASCII and UNICODE flags are incompatible")
	case !isText && f&Unicode != 0:
		return bad("cannot use UNICODE flag with a bytes pattern")
	case !isText && f&Locale != 0 && f&ASCII != 0:
		return bad("ASCII and LOCALE flags are incompatible")
	}
	return f, nil
}

func (p *parser) warn(future bool, msg string) {
	if p.src.lone == nil {
		p.warned = append(p.warned, Warning{future, msg})
	}
}

// closed says that group g is complete where the parser stands.
func (p *parser) closed(g int) bool { return g <= p.groups && p.widths[2*g] >= 0 }

// checkBehind says whether a look-behind, if the parser is in one, may refer to group g.
func (p *parser) checkBehind(g int) error {
	if p.behind == 0 {
		return nil
	}
	if !p.closed(g) {
		return p.src.error("cannot refer to an open group", 0)
	}
	if g >= p.behind {
		return p.src.error("cannot refer to group defined in the same lookbehind subpattern", 0)
	}
	return nil
}

// alternation parses a|b|c up to a closing parenthesis or the end.
func (p *parser) alternation(verbose bool, nested int) (seq, error) {
	if nested > p.opts.MaxDepth {
		return nil, &OtherError{"RecursionError", "maximum recursion depth exceeded"}
	}
	var arms []seq
	for {
		arm, err := p.sequence(verbose, nested+1, nested == 0 && len(arms) == 0)
		if err != nil {
			return nil, err
		}
		arms = append(arms, arm)
		if !p.src.match('|') {
			break
		}
		if nested == 0 {
			verbose = p.flags&Verbose != 0
		}
	}
	if len(arms) == 1 {
		return arms[0], nil
	}
	return factor(arms), nil
}

// factor makes a sequence of an alternation: what all arms begin with, then a
// set if they are single characters, else a branch.
func factor(arms []seq) seq {
	var out seq
	for {
		var head *node
		for _, a := range arms {
			if len(a) == 0 || head != nil && !a[0].equal(head) {
				head = nil
				break
			}
			head = a[0]
		}
		if head == nil {
			break
		}
		for i := range arms {
			arms[i] = arms[i][1:]
		}
		out = append(out, head)
	}
	var set []setItem
	for _, a := range arms {
		switch {
		case len(a) == 1 && a[0].kind == nLiteral:
			set = append(set, setItem{lo: a[0].r, hi: a[0].r})
		case len(a) == 1 && a[0].kind == nIn && !a[0].neg:
			set = append(set, a[0].set...)
		default:
			return append(out, &node{kind: nBranch, subs: arms})
		}
	}
	return append(out, &node{kind: nIn, set: unique(set)})
}

func unique(set []setItem) []setItem {
	seen := make(map[setItem]bool, len(set))
	out := set[:0:0]
	for _, it := range set {
		if !seen[it] {
			seen[it] = true
			out = append(out, it)
		}
	}
	return out
}

// sequence parses what stands between bars and parentheses. first says that it is
// the very beginning of the pattern.
func (p *parser) sequence(verbose bool, nested int, first bool) (seq, error) {
	var out seq
	s := p.src
	for {
		tok := s.next
		if tok.end || tok.in("|)") {
			break
		}
		s.advance()
		if verbose && !tok.esc {
			if inString(tok.c, whitespace) {
				continue
			}
			if tok.c == '#' {
				for t := s.get(); !t.end && !t.plain('\n'); t = s.get() {
				}
				continue
			}
		}
		var n *node
		var err error
		switch {
		case tok.esc:
			n, err = p.escape(tok.c)
		case !inString(tok.c, specialChars):
			n = &node{kind: nLiteral, r: tok.c}
		case tok.c == '[':
			n, err = p.set()
		case tok.c == '.':
			n = &node{kind: nAny}
		case tok.c == '^':
			n = &node{kind: nAt, at: atBegin}
		case tok.c == '$':
			n = &node{kind: nAt, at: atEnd}
		case tok.c == '(':
			n, err = p.group(&verbose, nested, first && len(out) == 0)
		default:
			n, err = p.repeat(tok.c, out)
			if err == nil && n.kind == nRepeat {
				out = out[:len(out)-1]
			}
		}
		if err != nil {
			return nil, err
		}
		if n != nil {
			out = append(out, n)
		}
	}
	return splice(out), nil
}

// splice replaces groups that are there for the parentheses only by what is in them.
func splice(in seq) seq {
	bare := func(n *node) bool { return n.kind == nGroup && n.group == 0 && n.add == 0 && n.del == 0 }
	for i, n := range in {
		if bare(n) {
			out := append(seq(nil), in[:i]...)
			for _, n := range in[i:] {
				if bare(n) {
					out = append(out, n.subs[0]...)
				} else {
					out = append(out, n)
				}
			}
			return out
		}
	}
	return in
}

// repeat parses the rest of a quantifier that begins with c; it applies to the
// last of out. A brace that is none is a literal.
func (p *parser) repeat(c rune, out seq) (*node, error) {
	s := p.src
	here := s.tell()
	lo, hi := 0, MaxRepeat
	switch c {
	case '?':
		hi = 1
	case '+':
		lo = 1
	case '{':
		ok, err := p.counts(here, &lo, &hi)
		if err != nil {
			return nil, err
		}
		if !ok {
			return &node{kind: nLiteral, r: c}, nil
		}
	}
	if len(out) == 0 || out[len(out)-1].kind == nAt {
		return nil, s.error("nothing to repeat", s.tell()-here+1)
	}
	item := out[len(out)-1]
	if item.kind == nRepeat {
		return nil, s.error("multiple repeat", s.tell()-here+1)
	}
	body := seq{item}
	if item.kind == nGroup && item.group == 0 && item.add == 0 && item.del == 0 {
		body = item.subs[0]
	}
	n := &node{kind: nRepeat, min: lo, max: hi, subs: []seq{body}}
	if s.match('?') {
		n.mode = lazy
	} else if s.match('+') {
		n.mode = possessive
	}
	return n, nil
}

// counts parses m,n} after a brace.
func (p *parser) counts(here int, lo, hi *int) (bool, error) {
	s := p.src
	if s.next.plain('}') {
		return false, nil
	}
	first := s.take(nil, len(s.text), digits)
	second := first
	if s.match(',') {
		second = s.take(nil, len(s.text), digits)
	}
	if !s.match('}') {
		if s.lone == nil {
			s.seek(here)
		}
		return false, nil
	}
	number := func(r []rune) (int, error) {
		v, err := strconv.ParseUint(string(r), 10, 64)
		if err != nil || v >= MaxRepeat {
			return 0, &OtherError{"OverflowError", "the repetition number is too large"}
		}
		return int(v), nil
	}
	var err error
	if len(first) > 0 {
		if *lo, err = number(first); err != nil {
			return false, err
		}
	}
	if len(second) > 0 {
		if *hi, err = number(second); err != nil {
			return false, err
		}
		if *hi < *lo {
			return false, s.error("min repeat greater than max repeat", s.tell()-here)
		}
	}
	return true, nil
}

// number is int(s) for the number of a group: ok false where it is none.
// plain says that it is written in ASCII digits only.
func number(s []rune) (v int, plain, ok bool) {
	plain = true
	str := make([]byte, 0, len(s))
	i, j := 0, len(s)
	for i < j && runtime.IsSpaceRune(s[i]) {
		i++
	}
	for j > i && runtime.IsSpaceRune(s[j-1]) {
		j--
	}
	plain = i == 0 && j == len(s)
	digit := false // the last was a digit
	for k := i; k < j; k++ {
		c := s[k]
		switch {
		case c >= '0' && c <= '9':
			digit = true
		case k == i && (c == '+' || c == '-'):
			plain = false
		case c == '_' && digit && k+1 < j:
			digit, plain = false, false
			continue
		default:
			if c < 0x80 {
				return 0, false, false
			}
			d := runtime.UniRecord(c).Decimal()
			if d < 0 {
				return 0, false, false
			}
			c, digit, plain = rune('0'+d), true, false
		}
		str = append(str, byte(c))
	}
	if !digit {
		return 0, false, false
	}
	b, ok := new(big.Int).SetString(string(str), 10)
	if !ok || b.Sign() < 0 {
		return 0, false, false
	}
	if !b.IsInt64() {
		return maxWidth, plain, true
	}
	return int(b.Int64()), plain, true
}
