// Package check finds all the errors of syntax in a source, where the compiler
// ends with the first.
//
// It compiles, and where that fails it takes the logical line with the error
// out of the text and compiles again, until nothing is left to complain of. So
// each error is the compiler's own, with its words and its place. What stands
// in for a line has the same effect on its neighbours: `pass` for a statement,
// `def _():` for the head of a function, `except BaseException:` for a handler,
// on the same line with the same indentation; see line.replacement.
package check

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/minipy/minipy/lang/compile"
	"github.com/minipy/minipy/lang/grammar"
	"github.com/minipy/minipy/lang/lexer"
)

// most is how many errors of a file are looked for: each costs a compilation.
const most = 100

// Source gives the errors of a source as a file has it, in the order of their
// places: none if it compiles.
func Source(filename string, src []byte) []*grammar.SyntaxError {
	decoded, lexErr := lexer.Decode(src, lexer.Origin{Filename: filename, File: true})
	if lexErr != nil { // there is no text
		e := compiled(filename, src, grammar.Options{File: true})
		if e != nil && e.Line <= 0 && strings.HasPrefix(e.Msg, "Non-UTF-8") { // CPython says the line in words only
			e.Line, e.Col = firstInvalid(src)
		}
		return []*grammar.SyntaxError{e}
	}
	t := newText(decoded.String)
	err := t.compiled(filename)
	if err == nil {
		return nil
	}
	found := []*grammar.SyntaxError{err}
	for n := 0; len(found) < most && n < 3*most && t.mend(err); n++ {
		if err = t.compiled(filename); err == nil {
			break
		}
		if t.ours(err) {
			continue
		}
		found = append(found, err)
	}
	slices.SortStableFunc(found, func(a, b *grammar.SyntaxError) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Col - b.Col
	})
	// what is mended may leave the same error behind
	return slices.CompactFunc(found, func(a, b *grammar.SyntaxError) bool { return a.Line == b.Line && a.Col == b.Col && a.Msg == b.Msg })
}

// firstInvalid is the place of the first byte that is no UTF-8, from 1.
func firstInvalid(src []byte) (line, col int) {
	line, col = 1, 1
	for len(src) > 0 {
		r, n := utf8.DecodeRune(src)
		switch {
		case r == utf8.RuneError && n == 1:
			return line, col
		case r == '\n':
			line, col = line+1, 1
		default:
			col++
		}
		src = src[n:]
	}
	return line, col
}

// compiled is the first error of a source, or nil.
func compiled(filename string, src []byte, opts grammar.Options) *grammar.SyntaxError {
	_, err := compile.Source(filename, src, grammar.Exec, compile.Options{Parse: opts})
	if err == nil {
		return nil
	}
	var e *grammar.SyntaxError
	if !errors.As(err, &e) {
		e = &grammar.SyntaxError{Kind: "SyntaxError", Msg: err.Error(), Filename: filename}
	}
	return e
}

// A text is a source by lines, from 0, without line ends.
type text struct {
	lines  []string
	mended map[int]bool // lines that stand in for others
	heads  bool         // a function's head is one of them: its parameters are unknown
}

func newText(s string) *text {
	return &text{lines: strings.Split(s, "\n"), mended: map[int]bool{}}
}

// compiled is the text's first error. It is compiled as a str: errors in files
// have columns in bytes here and there, as CPython's have.
func (t *text) compiled(filename string) *grammar.SyntaxError {
	return compiled(filename, []byte(t.String()), grammar.Options{Unicode: true})
}

func (t *text) String() string { return strings.Join(t.lines, "\n") }

// ours says that an error may come of what has been mended.
func (t *text) ours(e *grammar.SyntaxError) bool {
	return t.mended[e.Line-1] || t.heads && strings.HasPrefix(e.Msg, "no binding for nonlocal")
}

// mend takes an error out of the text; false: it cannot.
func (t *text) mend(e *grammar.SyntaxError) bool {
	at := e.Line - 1
	if at < 0 || at >= len(t.lines) {
		return false
	}
	switch first, _, _ := strings.Cut(e.Msg, " "); {
	case e.Kind == "IndentationError" && first == "expected":
		return t.mendHead(at)
	case e.Kind == "IndentationError" && e.Msg == "unexpected indent":
		return t.mendIndent(at)
	case e.Kind == "IndentationError", e.Kind == "TabError":
		return t.dropBlock(at)
	case strings.HasPrefix(e.Msg, "expected 'except' or 'finally' block"):
		return t.mendTry(at)
	case strings.HasPrefix(e.Msg, "unterminated triple-quoted"):
		t.clear(at, len(t.lines))
		return true
	}
	l := t.lineAt(at)
	if l.kept(t) {
		return t.remove(at)
	}
	t.replace(l, l.replacement(t))
	return true
}

// mendHead gives the head before line at, which has no block, one.
func (t *text) mendHead(at int) bool {
	for head := at; head >= 0; head-- {
		// the error is at the head itself where the text ends
		if strings.TrimSpace(t.lines[head]) == "" || head == at && t.next(at+1) < len(t.lines) {
			continue
		}
		l := t.lineAt(head)
		if l.keyword() == "" {
			return t.remove(head)
		}
		t.replace(l, l.replacement(t))
		return true
	}
	return false
}

// mendIndent makes the statement before line at, which is indented too far, the head of a block.
func (t *text) mendIndent(at int) bool {
	for before := at - 1; before >= 0; before-- {
		if s := strings.TrimSpace(t.lines[before]); s != "" && s[0] != '#' {
			l := t.lineAt(before)
			t.replace(l, l.indent+"if 1:")
			return true
		}
	}
	// the text begins with it
	for i := at; i < len(t.lines) && (strings.TrimSpace(t.lines[i]) == "" || indentOf(t.lines[i]) != ""); i++ {
		t.clear(i, i+1)
	}
	return true
}

// mendTry makes the try statement that ends before line at, without a handler, another.
func (t *text) mendTry(at int) bool {
	for head := at; head >= 0; head-- {
		if l := t.lineAt(head); l.first == head && l.head == "try" {
			t.replace(l, l.withBlock("if 1:"))
			return true
		}
	}
	return false
}

// dropBlock clears line at, whose indentation fits none, and what follows it
// with the same.
func (t *text) dropBlock(at int) bool {
	indent := indentOf(t.lines[at])
	if indent == "" {
		return t.remove(at)
	}
	end := at + 1
	for end < len(t.lines) && (strings.TrimSpace(t.lines[end]) == "" || strings.HasPrefix(t.lines[end], indent)) {
		end++
	}
	t.clear(at, end)
	return true
}

// remove clears line at; false: it is empty already.
func (t *text) remove(at int) bool {
	was := t.lines[at]
	t.clear(at, at+1)
	return was != ""
}

func (t *text) clear(from, to int) {
	for i := from; i < to; i++ {
		t.lines[i] = ""
	}
}

func (t *text) replace(l line, with string) {
	t.clear(l.first, l.end)
	t.lines[l.first] = with
	t.mended[l.first] = true
	if k := l.head; k == "def" || k == "async" || k == "lambda" {
		t.heads = true
	}
}

// next is the first line from i on that is not blank.
func (t *text) next(i int) int {
	for i < len(t.lines) {
		if s := strings.TrimSpace(t.lines[i]); s != "" && s[0] != '#' {
			break
		}
		i++
	}
	return i
}

func indentOf(s string) string { return s[:len(s)-len(strings.TrimLeft(s, " \t\f"))] }
