package check

import (
	"strings"

	"github.com/minipy/minipy/lang/lexer"
	"github.com/minipy/minipy/lang/token"
)

// A line is a logical line: a statement, or the head of a compound one.
type line struct {
	first, end int // its lines in the text
	indent     string
	head       string // its first word
	block      bool   // an indented block follows
}

// lineAt is the logical line that line at belongs to. Where a bracket or a
// string is left open, which makes one line of all the rest, it ends before the
// next line that is not indented further.
func (t *text) lineAt(at int) line {
	l := line{first: at, end: at + 1}
	lx := lexer.New(t.String(), 0)
	begin, last := -1, -1
	for {
		tok, _ := lx.Next()
		if tok.Pos.Line > 0 {
			last = tok.Pos.Line - 1 + strings.Count(tok.Value, "\n")
		}
		switch k := token.Kind(tok.Type); k {
		case token.Indent, token.Dedent:
			continue
		case token.EOF, token.Error:
			if begin >= 0 && begin <= at {
				l.first = begin
			}
			return t.describe(l, true)
		case token.Newline:
			if tok.Pos.Line > 0 {
				last = tok.Pos.Line - 1
			}
			if begin >= 0 && last >= at {
				if begin <= at {
					l.first, l.end = begin, last+1
				}
				return t.describe(l, false)
			}
			begin = -1
		default:
			if begin < 0 {
				begin = tok.Pos.Line - 1
			}
			if begin > at {
				return t.describe(l, false)
			}
		}
	}
}

// describe fills in what follows from where the line is.
func (t *text) describe(l line, open bool) line {
	l.indent = indentOf(t.lines[l.first])
	if open {
		for l.end < len(t.lines) {
			s := t.lines[l.end]
			if rest := strings.TrimSpace(s); rest != "" && len(indentOf(s)) <= len(l.indent) && !strings.ContainsAny(rest[:1], ")]}") {
				break
			}
			l.end++
		}
		if strings.HasSuffix(strings.TrimRight(t.lines[l.first], " \t"), ":") {
			l.end = l.first + 1 // rather a head with its block
		}
	}
	word := strings.TrimSpace(t.lines[l.first])
	n := 0
	for n < len(word) && (word[n] >= 'a' && word[n] <= 'z' || word[n] == '_' || word[n] >= '0' && word[n] <= '9' || word[n] >= 'A' && word[n] <= 'Z') {
		n++
	}
	l.head = word[:n]
	if next := t.next(l.end); next < len(t.lines) {
		l.block = len(indentOf(t.lines[next])) > len(l.indent)
	}
	return l
}

// heads are what stands in for the head of a compound statement with the same
// first word: what may follow it, and what may stand in its block, stays so.
var heads = map[string]string{
	"if": "if 1:", "elif": "elif 1:", "else": "else:", "with": "if 1:", "while": "while 1:", "for": "while 1:",
	"try": "try:", "except": "except BaseException:", "finally": "finally:",
	"def": "def _():", "async": "async def _():", "class": "class _:", "match": "match 0:", "case": "case 0:",
}

// keyword is the head's first word if the line begins a compound statement.
func (l line) keyword() string {
	if heads[l.head] == "" || (l.head == "match" || l.head == "case") && !l.block {
		return ""
	}
	return l.head
}

// kept says that the line stands in for another already.
func (l line) kept(t *text) bool { return t.mended[l.first] }

// replacement is what stands in for the line.
func (l line) replacement(t *text) string {
	k := l.keyword()
	switch {
	case k == "async" && !strings.Contains(t.lines[l.first], "def"):
		return l.withBlock("while 1:")
	case k == "except" && strings.HasPrefix(strings.TrimSpace(t.lines[l.first][len(l.indent)+len("except"):]), "*"):
		return l.withBlock("except* BaseException:")
	case k != "":
		return l.withBlock(heads[k])
	case strings.HasPrefix(t.lines[l.first][len(l.indent):], "@"):
		return l.indent + "@_"
	case l.block:
		return l.indent + "if 1:"
	}
	return l.indent + "pass"
}

// withBlock adds a block to a head that has none.
func (l line) withBlock(head string) string {
	if l.block {
		return l.indent + head
	}
	return l.indent + head + " pass"
}
