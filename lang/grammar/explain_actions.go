package grammar

import (
	"strconv"
	"strings"

	"github.com/minipy/minipy/lang/token"
)

// at is a SyntaxError over the tokens [start, end).
func (p *parser) at(start, end int, msg string) *SyntaxError {
	start = min(start, len(p.toks)-1)
	end = max(min(end, len(p.toks)), start+1)
	a := &p.toks[start].Pos
	last := end - 1
	for last > start {
		k := token.Kind(p.toks[last].Type)
		if k != token.Newline && k != token.Indent && k != token.Dedent {
			break
		}
		last--
	}
	line, col := endOf(&p.toks[last])
	return p.newError("SyntaxError", msg, a.Line, a.Column+1, int(line), int(col)+1)
}

// here is an error at the last token that was looked at.
func (m *explainer) here(kind, msg string) *SyntaxError { return m.p.here(max(m.fill-1, 0), kind, msg) }

// here is an error at token i, the last that CPython has looked at.
func (p *parser) here(i int, kind, msg string) *SyntaxError {
	t := &p.toks[i]
	if t.Pos.Column >= 0 {
		line, col := endOf(t)
		return p.newError(kind, msg, t.Pos.Line, t.Pos.Column+1, int(line), int(col)+1)
	}
	// an indent, a dedent or the end: CPython takes where its tokenizer stands, and reads a line break at the end of
	// a file
	text, at, file := p.src, t.Pos.Offset, token.Kind(p.toks[0].Type) == token.StartFile
	if p.frag != nil {
		text, file = p.frag.text, true
	}
	start := strings.LastIndexByte(text[:at], '\n') + 1
	if at == len(text) && p.opts.File && p.frag == nil && file {
		return p.newError(kind, msg, t.Pos.Line, 0, t.Pos.Line, -1) // it has dropped the line it read
	}
	if at == len(text) && at > 0 {
		start = strings.LastIndexByte(text[:at-1], '\n') + 1
		if text[at-1] != '\n' && file {
			at++
		}
	}
	col := at - start
	if p.frag != nil && t.Pos.Line == p.frag.line {
		col += p.frag.col
	}
	return p.newError(kind, msg, t.Pos.Line, col, t.Pos.Line, -1)
}

func (m *explainer) report(res *result, kids []*node) {
	var a, b *node
	if res.a >= 0 {
		a = kids[res.a]
	}
	if res.b >= 0 {
		b = kids[res.b]
	}
	msg := res.msg
	if a != nil && strings.Contains(msg, "%") {
		t := &m.toks[a.start]
		msg = strings.NewReplacer("%n", exprName(m, a), "%t", t.Value, "%l", strconv.Itoa(t.Pos.Line)).Replace(msg)
	}
	switch res.verb {
	case "at":
		m.raise(a.start, a.end, msg)
	case "range":
		m.raise(a.start, b.end, msg)
	case "from":
		// CPython takes where its tokenizer stands, without counting from 1
		m.raise(a.start, m.fill, msg)
		m.err.EndCol--
	case "here":
		m.err = m.here("SyntaxError", msg)
	case "block":
		m.err = m.here("IndentationError", msg)
	case "target":
		m.badTarget(res.kind, a)
	case "do":
		m.special(res.kind, a, b)
	}
}

// clip takes the line break off the text of an error on a line that CPython's tokenizer has left behind, as it does
// when it has no file to read the line from again.
func (m *explainer) clip(e *SyntaxError) *SyntaxError {
	if e != nil && m.p.opts.Unicode && m.fill > 0 {
		t := &m.toks[m.fill-1]
		if line, _ := endOf(t); int(line) > e.Line {
			e.Text = strings.TrimSuffix(e.Text, "\n")
		}
	}
	return e
}

func (m *explainer) raise(start, end int, msg string) { m.err = m.p.at(start, end, msg) }

// special are the actions that need more than a message.
func (m *explainer) special(name string, a, b *node) {
	const genexp = "Generator expression must be parenthesized"
	switch name {
	case "comma":
		if !m.legacy(a) && m.levels[m.at-1] > 0 {
			m.raise(a.start, b.end, "invalid syntax. Perhaps you forgot a comma?")
		}
	case "legacy":
		if m.legacy(a) {
			w := m.toks[a.start].Value
			m.raise(a.start, b.end, "Missing parentheses in call to '"+w+"'. Did you mean "+w+"(...)?")
		}
	case "key":
		e := m.p.at(a.start, a.end, "':' expected after dictionary key")
		e.Line, e.Col, e.EndCol = e.EndLine, e.EndCol-1, 0
		m.err = e
	case "comptarget":
		es := elements(b)
		m.raise(a.start, es[len(es)-1].end, "did you forget parentheses around the comprehension target?")
	case "genexp":
		m.raise(a.start, b.end, genexp)
	case "genexptarget":
		m.raise(a.start, b.end, genexp)
	case "callgenexp":
		if args := positional(a); len(args) > 1 {
			m.raise(args[len(args)-1].start, b.end, genexp)
		}
	case "positional":
		msg := "positional argument follows keyword argument"
		if contains(a, "DoubleStar") {
			msg += " unpacking"
		}
		m.err = m.here("SyntaxError", msg)
	}
}

// legacy tells whether n is a name that was a statement in Python 2.
func (m *explainer) legacy(n *node) bool {
	if n.kind != "Name" {
		return false
	}
	w := m.toks[n.start].Value
	return w == "print" || w == "exec"
}

// elements are the outermost expressions in a node.
func elements(n *node) []*node {
	var es []*node
	for _, k := range n.kids {
		if k.kind != "" {
			es = append(es, k)
		} else {
			es = append(es, elements(k)...)
		}
	}
	return es
}

// positional are the positional arguments in what args matched, the starred ones among the keywords included.
func positional(args *node) []*node {
	if args.kind == "Kwargs" {
		return starredIn(args)
	}
	return append(elements(args.kids[0]), starredIn(args.kids[1])...)
}

func starredIn(n *node) (es []*node) {
	for _, k := range n.kids {
		if k.kind == "Starred" {
			es = append(es, k)
		} else if k.kind == "" {
			es = append(es, starredIn(k)...)
		}
	}
	return es
}

func contains(n *node, kind string) bool {
	for _, k := range n.kids {
		if k.kind == kind || (k.kind == "" || k.kind == "Kwargs") && contains(k, kind) {
			return true
		}
	}
	return false
}

// badTarget reports the part of an expression that cannot be a target, if there is one.
func (m *explainer) badTarget(kind string, n *node) {
	bad := m.invalidTarget(kind, n)
	if bad == nil {
		return
	}
	verb := "cannot assign to "
	if kind == "del" {
		verb = "cannot delete "
	}
	m.raise(bad.start, bad.end, verb+exprName(m, bad))
}

func (m *explainer) invalidTarget(kind string, n *node) *node {
	switch n.kind {
	case "List", "Tuple":
		for _, e := range elements(n) {
			if bad := m.invalidTarget(kind, e); bad != nil {
				return bad
			}
		}
		return nil
	case "Starred":
		if kind == "del" {
			return n
		}
		if es := elements(n); len(es) > 0 {
			return m.invalidTarget(kind, es[0])
		}
		return nil
	case "Compare":
		if kind != "for" {
			return n
		}
		// `for a in b`: the comparison's left side is the target
		if token.Kind(m.toks[n.kids[1].start].Type) == token.In {
			return m.invalidTarget(kind, n.kids[0])
		}
		return nil
	case "Name", "Subscript", "Attribute":
		return nil
	}
	return n
}

// exprName is what CPython calls a kind of expression in its messages.
func exprName(m *explainer, n *node) string {
	switch n.kind {
	case "BoolOp", "BinOp", "UnaryOp":
		return "expression"
	case "Compare":
		return "comparison"
	case "Call":
		return "function call"
	case "Constant":
		return "literal"
	case "True", "False", "None":
		return n.kind
	case "Ellipsis":
		return "ellipsis"
	case "JoinedStr":
		return "f-string expression"
	case "GeneratorExp":
		return "generator expression"
	case "ListComp":
		return "list comprehension"
	case "SetComp":
		return "set comprehension"
	case "DictComp":
		return "dict comprehension"
	case "Dict":
		return "dict literal"
	case "Set":
		return "set display"
	case "Yield":
		return "yield expression"
	case "Await":
		return "await expression"
	case "IfExp":
		return "conditional expression"
	case "NamedExpr":
		return "named expression"
	}
	return strings.ToLower(n.kind)
}
