package grammar

import (
	"fmt"
	"strings"

	plex "github.com/alecthomas/participle/v2/lexer"

	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/lexer"
	"github.com/minipy/minipy/lang/token"
)

// joiner collects the pieces of adjacent string literals.
type joiner struct {
	p           *parser
	first, last int // tokens
	token       int // the one that is being read
	isF         bool
	buf         strings.Builder
	values      []ast.Expr
}

func (j *joiner) text(s string) { j.buf.WriteString(s) }

func (j *joiner) span() ast.Span {
	a, b := &j.p.toks[j.first], &j.p.toks[j.last]
	line, col := endOf(b)
	return ast.Span{Line: int32(a.Pos.Line), Col: int32(a.Pos.Column), EndLine: line, EndCol: col}
}

func (j *joiner) flush() {
	if j.buf.Len() > 0 {
		j.values = append(j.values, j.constant(j.buf.String()))
		j.buf.Reset()
	}
}

func (j *joiner) constant(s string) *ast.Constant {
	c := j.p.constant(j.span(), s)
	if j.p.toks[j.first].Value[0] == 'u' {
		c.Kind = "u"
	}
	return c
}

// finish makes a JoinedStr, or a Constant when no literal was an f-string.
func (j *joiner) finish(span ast.Span) ast.Expr {
	if !j.isF {
		return j.constant(j.buf.String())
	}
	if j.buf.Len() > 0 {
		c := j.constant(j.buf.String())
		c.Span = span // the last piece of a spec has the spec's, the others that of all the literals
		j.values = append(j.values, c)
	}
	return &ast.JoinedStr{Span: span, Values: j.values}
}

// fstring reads the body of one f-string literal, or a format spec in it.
type fstring struct {
	p      *parser
	j      *joiner // of the whole literal, for spans
	tok    int     // the token
	after  int     // the token after the literals, where CPython reports errors
	src    string  // the body
	offset int     // of src in the token
	pos    int     // in src
	raw    bool
}

func (f *fstring) fail(format string, args ...any) bool {
	f.p.stringError(f.after, fmt.Sprintf(format, args...))
	return false
}

// parse reads literal text and fields up to the end, or up to the '}' that ends a spec (level > 0), into out.
func (f *fstring) parse(level int, out *joiner) bool {
	for {
		text, more, ok := f.literal(level)
		if !ok {
			return false
		}
		out.text(text)
		if more {
			continue
		}
		if f.pos >= len(f.src) || f.src[f.pos] == '}' {
			return true
		}
		if !f.field(level, out) {
			return false
		}
	}
}

// literal reads up to a brace. more says that it was a doubled one, after which the literal goes on.
func (f *fstring) literal(level int) (text string, more, ok bool) {
	src, start := f.src, f.pos
	i := start
	end := -1
	for i < len(src) && end < 0 {
		c := src[i]
		i++
		if !f.raw && c == '\\' && i < len(src) {
			c = src[i]
			i++
			if c == 'N' {
				if i < len(src) && src[i] == '{' {
					for i < len(src) && src[i] != '}' {
						i++
					}
					i = min(i+1, len(src))
				}
				continue
			}
		}
		if c != '{' && c != '}' {
			continue
		}
		if level == 0 {
			if i < len(src) && src[i] == c {
				end = i
				more = true
				i++
				break
			}
			if c == '}' {
				return "", false, f.fail("f-string: single '}' is not allowed")
			}
		}
		i--
		end = i
	}
	if end < 0 {
		end = i
	}
	f.pos = i
	text, ok = f.p.decode(src[start:end], f.raw, f.after, f.tok)
	return text, more, ok
}

// field reads `{expr=!r:spec}`; pos is at the opening brace.
func (f *fstring) field(level int, out *joiner) bool {
	if level >= 2 {
		return f.fail("f-string: expressions nested too deeply")
	}
	start := f.pos + 1
	if !f.skipExpr() {
		return false
	}
	src, end := f.src, f.pos
	if end >= len(src) {
		return f.fail("f-string: expecting '}'")
	}
	expr, ok := f.compile(start, end)
	if !ok {
		return false
	}
	debug := src[end] == '='
	if debug {
		f.pos++
		for f.pos < len(src) && strings.IndexByte(" \t\n\v\f\r", src[f.pos]) >= 0 {
			f.pos++
		}
		out.text(src[start:f.pos])
	}
	fv := &ast.FormattedValue{Span: f.j.span(), Value: expr, Conversion: -1}
	if f.pos < len(src) && src[f.pos] == '!' {
		f.pos++
		if f.pos >= len(src) {
			return f.fail("f-string: expecting '}'")
		}
		fv.Conversion = int(src[f.pos])
		f.pos++
		if c := fv.Conversion; c != 's' && c != 'r' && c != 'a' {
			return f.fail("f-string: invalid conversion character: expected 's', 'r', or 'a'")
		}
	}
	if f.pos < len(src) && src[f.pos] == ':' {
		f.pos++
		if f.pos >= len(src) {
			return f.fail("f-string: expecting '}'")
		}
		spec := &joiner{p: f.p, first: f.j.first, last: f.j.last, token: f.tok, isF: true}
		if !f.parse(level+1, spec) {
			return false
		}
		t := &f.p.toks[f.tok]
		line, col := endOf(t)
		fv.FormatSpec = spec.finish(ast.Span{Line: int32(t.Pos.Line), Col: int32(t.Pos.Column), EndLine: line, EndCol: col})
	}
	if f.pos >= len(src) || src[f.pos] != '}' {
		return f.fail("f-string: expecting '}'")
	}
	f.pos++
	if debug && fv.FormatSpec == nil && fv.Conversion == -1 {
		fv.Conversion = 'r'
	}
	out.flush()
	out.values = append(out.values, fv)
	return true
}

// skipExpr moves pos from the opening brace to what ends the expression: ! : = } or the end of the literal.
func (f *fstring) skipExpr() bool {
	src := f.src
	var open []byte
	for f.pos++; f.pos < len(src); f.pos++ {
		c := src[f.pos]
		switch c {
		case '\\':
			return f.fail("f-string expression part cannot include a backslash")
		case '#':
			return f.fail("f-string expression part cannot include '#'")
		case '\'', '"':
			if !f.skipString() {
				return false
			}
			continue
		case '(', '[', '{':
			if len(open) >= 200 {
				return f.fail("f-string: too many nested parenthesis")
			}
			open = append(open, c)
			continue
		}
		if len(open) == 0 && strings.IndexByte("!:}=<>", c) >= 0 {
			if c != ':' && c != '}' && f.pos+1 < len(src) && src[f.pos+1] == '=' {
				f.pos++
				continue
			}
			if c == '<' || c == '>' {
				continue
			}
			return true
		}
		if c == ')' || c == ']' || c == '}' {
			if len(open) == 0 {
				return f.fail("f-string: unmatched '%c'", c)
			}
			o := open[len(open)-1]
			open = open[:len(open)-1]
			if !(o == '(' && c == ')' || o == '[' && c == ']' || o == '{' && c == '}') {
				return f.fail("f-string: closing parenthesis '%c' does not match opening parenthesis '%c'", c, o)
			}
		}
	}
	if len(open) > 0 {
		return f.fail("f-string: unmatched '%c'", open[len(open)-1])
	}
	return true
}

// skipString moves pos from the opening quote of a nested string to its last one.
func (f *fstring) skipString() bool {
	src := f.src
	end, ok := lexer.StringEnd(src, f.pos)
	if !ok {
		// CPython does not mind line breaks here
		q := src[f.pos : f.pos+1]
		if strings.HasPrefix(src[f.pos:], q+q+q) {
			q += q + q
		}
		n := strings.Index(src[f.pos+len(q):], q)
		if n < 0 {
			if strings.IndexByte(src[f.pos:], '\\') >= 0 {
				return f.fail("f-string expression part cannot include a backslash")
			}
			return f.fail("f-string: unterminated string")
		}
		end = f.pos + len(q) + n + len(q)
	}
	if strings.IndexByte(src[f.pos:end], '\\') >= 0 {
		return f.fail("f-string expression part cannot include a backslash")
	}
	f.pos = end - 1
	return true
}

// fragment says where the expression of a replacement field stands, which is parsed on its own as "(expression)".
type fragment struct {
	text      string
	line, col int // of the opening brace, which the parenthesis replaces
}

// compile parses the expression in src[start:end].
func (f *fstring) compile(start, end int) (ast.Expr, bool) {
	expr := f.src[start:end]
	if strings.Trim(expr, " \t\n\f") == "" {
		if c := f.src[end]; c == '!' || c == ':' || c == '=' {
			return nil, f.fail("f-string: expression required before '%c'", c)
		}
		return nil, f.fail("f-string: empty expression not allowed")
	}
	t := &f.p.toks[f.tok]
	at := f.offset + start - 1
	before := t.Value[:at]
	frag := &fragment{text: "(" + expr + ")", line: t.Pos.Line, col: t.Pos.Column + at}
	if n := strings.Count(before, "\n"); n > 0 {
		frag.line += n
		frag.col = at - strings.LastIndexByte(before, '\n') - 1
	}
	return f.p.parseFragment(frag)
}

// parseFragment parses an expression of an f-string with the arena and the limits of p.
func (p *parser) parseFragment(frag *fragment) (ast.Expr, bool) {
	lx := lexer.New(frag.text, 0)
	toks := make([]plex.Token, 0, 8)
	for {
		t, _ := lx.Next()
		if t.Pos.Line == 1 && t.Pos.Column >= 0 {
			t.Pos.Column += frag.col
		}
		t.Pos.Line += frag.line - 1
		toks = append(toks, t)
		if t.EOF() {
			break
		}
	}
	sub := &parser{toks: toks, frag: frag, opts: p.opts, src: p.src, arena: p.arena, depth: p.depth}
	sub.seek(0)
	if !sub.enter() {
		p.abort(sub.err)
		return nil, false
	}
	e := sub.starExpressions()
	sub.accept(token.Newline)
	if sub.k != token.EOF {
		sub.fail()
	}
	p.deep = p.deep || sub.deep
	if !sub.failed {
		for _, w := range lx.Warnings {
			p.warn(w.Category, w.Msg, w.Line+frag.line-1)
		}
		return e, true
	}
	if sub.err == nil {
		sub.err = sub.explain(lx, ruleFString)
	}
	p.abort(sub.err)
	return nil, false
}
