package grammar

import (
	"strings"

	plex "github.com/alecthomas/participle/v2/lexer"

	"github.com/minipy/minipy/lang/lexer"
	"github.com/minipy/minipy/lang/token"
)

// Why a text was refused.
//
// CPython finds its messages by parsing a refused text again with additional alternatives that describe frequent
// mistakes; which message comes out depends on the order in which its grammar tries things and on how far ahead it has
// looked. So does this file: it runs the rules of rules.go as a parsing expression grammar, first without and then with
// the rules of mistakes, from the statement of the outermost level in which the fast parser failed. It is slow (some
// 100,000 tokens a second) and only runs when there is an error.

type startRule string

const (
	ruleFile    startRule = "file"
	ruleEval    startRule = "eval"
	ruleSingle  startRule = "single"
	ruleFString startRule = "fstring"
)

func (m Mode) rule() startRule { return [...]startRule{ruleFile, ruleEval, ruleSingle}[m] }

// Bounds on the work: CPython's parser stack, and what no real text needs.
const (
	maxExplainDepth = 6000
	maxExplainSteps = 20_000_000
)

// node is what a rule matched: tokens [start, end). A kind makes it an expression.
type node struct {
	kind       string
	start, end int
	kids       []*node
}

type memoKey struct {
	rule, at int
	bad      bool
}

type memoValue struct {
	n  *node
	at int
}

// explainer runs the rules over the tokens.
type explainer struct {
	p      *parser
	lx     *lexer.Lexer
	toks   []plex.Token
	levels []uint16 // how many brackets are open behind each token
	at     int      // the next token
	fill   int      // how many tokens were looked at
	bad    bool     // the rules of mistakes are tried
	err    *SyntaxError
	fromLx bool // err is the lexer's own
	memo   map[memoKey]memoValue
	depth  int
	steps  int
}

// explain finds out why the text was refused; start is the rule it should have followed.
func (p *parser) explain(lx *lexer.Lexer, start startRule) *SyntaxError {
	m := &explainer{p: p, lx: lx, toks: p.toks, levels: bracketLevels(p.toks)}
	if p.unit > 0 && legacyBefore(p.toks[:p.unit]) {
		p.unit = 1
	}
	m.at, m.fill = p.unit, p.unit
	top := ruleset()[string(start)]
	m.memo = map[memoKey]memoValue{}
	m.rule(top)
	if m.err != nil {
		p.sawLexError = m.fromLx
		return m.clip(m.verdict(0))
	}
	last := max(m.fill-1, 0)
	p.sawEnd = m.toks[last].Pos.Offset == len(p.src)
	m.at, m.bad, m.memo = p.unit, true, map[memoKey]memoValue{}
	m.rule(top)
	return m.clip(m.verdict(last))
}

// legacyBefore tells whether the second reading could object to a valid statement in front of the refused one. It does
// to `print -1`, which it takes for Python 2's, and to the call `match (x)`, which it takes for a match statement.
func legacyBefore(toks []plex.Token) bool {
	for i := 0; i+1 < len(toks); i++ {
		if token.Kind(toks[i].Type) != token.Name {
			continue
		}
		if w := toks[i].Value; w == "match" && i > 0 && token.Kind(toks[i-1].Type) < token.Unknown && token.Kind(toks[i-1].Type) != token.Name {
			return true
		} else if w != "print" && w != "exec" {
			continue
		}
		switch token.Kind(toks[i+1].Type) {
		case token.Minus, token.Plus, token.Star, token.LBracket, token.LBrace, token.Not:
			return true
		}
	}
	return false
}

// bracketLevels counts the open brackets behind each token.
func bracketLevels(toks []plex.Token) []uint16 {
	levels := make([]uint16, len(toks))
	var level uint16
	for i := range toks {
		switch token.Kind(toks[i].Type) {
		case token.LParen, token.LBracket, token.LBrace:
			level++
		case token.RParen, token.RBracket, token.RBrace:
			if level > 0 {
				level--
			}
		}
		levels[i] = level
	}
	return levels
}

// verdict chooses the error after both readings; last is the last token of the first one.
func (m *explainer) verdict(last int) *SyntaxError {
	if m.err != nil {
		if e := m.laterLexError(); e != nil && !m.fromLx && m.err.Kind != "MemoryError" {
			return e
		}
		return m.err
	}
	t := &m.toks[last]
	switch token.Kind(t.Type) {
	case token.Error:
		return m.p.lexError(m.lx.Err)
	case token.Indent:
		return m.here("IndentationError", "unexpected indent")
	case token.Dedent:
		return m.here("IndentationError", "unexpected unindent")
	}
	if e := m.laterLexError(); e != nil {
		return e
	}
	return m.p.at(last, last+1, "invalid syntax")
}

// laterLexError is the lexer's error behind what was read, if CPython prefers it.
func (m *explainer) laterLexError() *SyntaxError {
	return m.p.laterLexError(m.lx, m.toks[m.fill-1].Pos.Line)
}

// laterLexError is the lexer's error behind what was read, if CPython prefers it: it goes on to the end of the text and
// takes what the tokenizer says there, and a bracket that is never closed when it stands in front of the line that was
// read last.
func (p *parser) laterLexError(lx *lexer.Lexer, line int) *SyntaxError {
	e := lx.Err
	if e == nil {
		return nil
	}
	if e.Code == lexer.Syntax || e.Code == lexer.UnterminatedTriple {
		return p.lexError(e)
	}
	if u := lx.Unclosed(); u != nil {
		if f := p.frag; f != nil {
			line -= f.line - 1
		}
		if line > u.Line {
			return p.lexError(u)
		}
	}
	return nil
}

// look returns the kind of the next token; the first look at the lexer's error raises it.
func (m *explainer) look() token.Kind {
	if m.at >= len(m.toks) {
		return token.EOF
	}
	k := token.Kind(m.toks[m.at].Type)
	if m.at >= m.fill {
		m.fill = m.at + 1
		if k == token.Error && m.err == nil {
			m.err, m.fromLx = m.p.lexError(m.lx.Err), true
		}
	}
	return k
}

func (m *explainer) rule(r *rule) (*node, bool) {
	if m.err != nil {
		return nil, false
	}
	m.steps++
	m.depth++
	defer func() { m.depth-- }()
	if m.depth > maxExplainDepth {
		m.err = &SyntaxError{Kind: "MemoryError"}
		return nil, false
	}
	if m.steps > maxExplainSteps {
		m.err = m.p.at(max(m.fill-1, 0), m.fill, "invalid syntax")
		return nil, false
	}
	key := memoKey{r.index, m.at, m.bad && !r.memo}
	if v, ok := m.memo[key]; ok {
		if v.n != nil {
			m.at = v.at
		}
		return v.n, v.n != nil
	}
	n, ok := m.choose(r.alts)
	if !ok {
		n = nil
	}
	m.memo[key] = memoValue{n, m.at}
	return n, ok
}

// choose tries alternatives in order; the cursor only moves when one matches.
func (m *explainer) choose(alts []*alternative) (*node, bool) {
	start := m.at
	for _, a := range alts {
		cut := false
		if n, ok := m.sequence(a, &cut); ok {
			return n, true
		}
		m.at = start
		if cut || m.err != nil {
			break
		}
	}
	return nil, false
}

func (m *explainer) sequence(a *alternative, cut *bool) (*node, bool) {
	start := m.at
	kids := make([]*node, len(a.items))
	for i, it := range a.items {
		if it.op == opCut {
			*cut = true
			kids[i] = &node{start: m.at, end: m.at}
			continue
		}
		n, ok := m.item(it)
		if !ok || m.err != nil {
			return nil, false
		}
		kids[i] = n
	}
	res := &a.result
	switch res.verb {
	case "":
		if len(kids) == 1 {
			return kids[0], true
		}
		if len(kids) == 2 && (a.items[0].op == opAnd || a.items[0].op == opNot) {
			return kids[1], true
		}
		if len(kids) == 2 && (a.items[1].op == opAnd || a.items[1].op == opNot) {
			return kids[0], true
		}
		return &node{start: start, end: m.at, kids: kids}, true
	case "name":
		return kids[res.a], true
	case "node":
		return &node{kind: res.kind, start: start, end: m.at, kids: kids}, true
	}
	m.report(res, kids)
	return nil, false
}

func (m *explainer) item(it *item) (*node, bool) {
	start := m.at
	switch it.op {
	case opToken:
		if m.look() != it.kind || m.err != nil {
			return nil, false
		}
		return m.leaf(it.kind), true
	case opWord:
		if m.look() != token.Name || m.err != nil || m.toks[m.at].Value != it.text {
			return nil, false
		}
		return m.leaf(token.Name), true
	case opRule:
		return m.rule(it.rule)
	case opBad:
		if !m.bad {
			return nil, false
		}
		return m.rule(it.rule)
	case opBuiltin:
		return m.builtin(it.text)
	case opGroup:
		return m.choose(it.alts)
	case opOpt:
		if n, ok := m.item(it.sub); ok {
			return n, true
		}
		m.at = start
		return &node{start: start, end: start}, m.err == nil
	case opStar, opPlus, opSep:
		return m.repeat(it)
	case opAnd, opNot:
		_, ok := m.item(it.sub)
		m.at = start
		return &node{start: start, end: start}, m.err == nil && ok == (it.op == opAnd)
	case opForced:
		n, ok := m.item(it.sub)
		if !ok && m.err == nil {
			m.err = m.p.at(m.at, m.at+1, "expected '"+it.sub.text+"'")
		}
		return n, ok
	}
	return nil, false
}

// leaf consumes a token.
func (m *explainer) leaf(k token.Kind) *node {
	n := &node{start: m.at, end: m.at + 1}
	switch k {
	case token.Name:
		n.kind = "Name"
	case token.Number:
		n.kind = "Constant"
	}
	m.at++
	return n
}

func (m *explainer) repeat(it *item) (*node, bool) {
	n := &node{start: m.at}
	for {
		at := m.at
		if it.op == opSep && len(n.kids) > 0 {
			if _, ok := m.item(it.sep); !ok {
				m.at = at
				break
			}
		}
		kid, ok := m.item(it.sub)
		if !ok {
			m.at = at
			break
		}
		n.kids = append(n.kids, kid)
		if m.at == at {
			break
		}
	}
	n.end = m.at
	return n, m.err == nil && (it.op == opStar || len(n.kids) > 0)
}

// builtin runs what the notation cannot say.
func (m *explainer) builtin(name string) (*node, bool) {
	rules := ruleset()
	start := m.at
	switch name {
	case "PLAIN":
		bad := m.bad
		m.bad = false
		n, ok := m.rule(rules["expr_plain"])
		m.bad = bad
		return n, ok
	case "STRINGS":
		return m.literals()
	case "TC":
		// CPython looks for a type comment here, and so at one token more
		m.look()
		return &node{start: start, end: start}, m.err == nil
	case "SOFT":
		// a soft keyword, or, because CPython compares too little, what one begins with
		if m.look() != token.Name || m.err != nil {
			return nil, false
		}
		w := m.toks[m.at].Value
		if !strings.HasPrefix("match", w) && !strings.HasPrefix("case", w) && w != "_" {
			return nil, false
		}
		return m.leaf(token.Name), true
	case "PRIMARY":
		n, ok := m.rule(rules["atom"])
		for ok && m.err == nil {
			at := m.at
			t, more := m.rule(rules["trailer"])
			if !more {
				m.at = at
				break
			}
			n = &node{kind: t.kind, start: start, end: m.at, kids: []*node{n}}
		}
		return n, ok && m.err == nil
	case "T_PRIMARY":
		n, ok := m.rule(rules["atom"])
		if !ok || !m.ahead(rules["t_ahead"]) {
			return nil, false
		}
		for m.err == nil {
			at := m.at
			if _, more := m.rule(rules["t_trailer"]); !more {
				m.at = at
				break
			}
		}
		return &node{kind: n.kind, start: start, end: m.at}, m.err == nil
	}
	return nil, false
}

func (m *explainer) ahead(r *rule) bool {
	at := m.at
	_, ok := m.rule(r)
	m.at = at
	return ok
}

// literals reads adjacent strings with the fast parser, whose errors are final.
func (m *explainer) literals() (*node, bool) {
	n := &node{kind: "Constant", start: m.at}
	for m.look() == token.String {
		if flags, _ := literalParts(m.toks[m.at].Value); strings.Contains(flags, "f") {
			n.kind = "JoinedStr"
		}
		m.at++
	}
	if m.err != nil || m.at == n.start {
		return nil, false
	}
	n.end = m.at
	p := m.p
	failed, err := p.failed, p.err
	p.failed, p.err = false, nil
	p.seek(n.start)
	p.strings()
	if p.err != nil {
		m.err = p.err
	}
	p.failed, p.err = failed, err
	return n, m.err == nil
}
