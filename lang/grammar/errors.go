package grammar

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/minipy/minipy/lang/lexer"
	"github.com/minipy/minipy/lang/token"
)

// None stands for an attribute of a SyntaxError that CPython leaves at None.
const None = -1 << 31

// SyntaxError is why a text cannot be parsed; its fields are the attributes of CPython's exception, with columns in
// characters from 1 (0 and -1 where CPython has them). Kind is the class to raise: SyntaxError, IndentationError,
// TabError, or for a text nested too deep MemoryError or RecursionError, which have no position.
type SyntaxError struct {
	Kind     string
	Msg      string
	Filename string
	Line     int
	Col      int // offset
	EndLine  int
	EndCol   int // end_offset
	Text     string
	HasText  bool // false: text is None
	// OfTree says that the source could be parsed and the tree is wrong. CPython, which has only the tree
	// then, takes the text from the file of that name, if there is one.
	OfTree bool
}

func (e *SyntaxError) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s: %s (%s, line %d)", e.Kind, e.Msg, e.Filename, e.Line)
	}
	return e.Kind + ": " + e.Msg
}

// newError makes an error of a position in the text of p. Columns are bytes from 1.
func (p *parser) newError(kind, msg string, line, col, endLine, endCol int) *SyntaxError {
	text, first := p.src, 1
	if f := p.frag; f != nil {
		text, first = f.text, f.line
		if line == f.line && col > 0 {
			col -= f.col
		}
		if endLine == f.line && endCol > 0 {
			endCol -= f.col
		}
		if kind == "SyntaxError" && !strings.HasPrefix(msg, "f-string") {
			msg = "f-string: " + msg
		}
	}
	return p.located(kind, msg, text, first, line, col, endLine, endCol)
}

// located makes an error at a position in text, whose first line has the number first.
func (p *parser) located(kind, msg, text string, first, line, col, endLine, endCol int) *SyntaxError {
	l, lineBreak := textLine(text, line-first)
	switch {
	case p.frag != nil, p.opts.Unicode && token.Kind(p.toks[0].Type) == token.StartFile:
		lineBreak = true // CPython adds one
	case p.opts.File && p.opts.bom && line == 1:
		l = "\ufeff" + l // CPython reads the line from the file again
	}
	if lineBreak {
		l += "\n"
	}
	e := &SyntaxError{Kind: kind, Msg: msg, Line: line, Col: col, EndLine: endLine, EndCol: endCol, Text: l, HasText: true}
	if line == 0 {
		e.Text = ""
	}
	if p.frag != nil || p.opts.rawColumns() {
		return e
	}
	e.Col = chars(l, col)
	if endLine != line {
		// CPython measures the end on the first line too
		l = strings.TrimSuffix(l, "\n")
	}
	e.EndCol = chars(l, endCol)
	return e
}

// chars turns a column in bytes from 1 into one in characters.
func chars(line string, col int) int {
	if col <= 0 {
		return col
	}
	if col > len(line) {
		return utf8.RuneCountInString(line) + 1
	}
	return utf8.RuneCountInString(wholeRunes(line, col))
}

// wholeRunes returns the first n bytes and the rest of the character they cut.
func wholeRunes(s string, n int) string {
	for n < len(s) && !utf8.RuneStart(s[n]) {
		n++
	}
	return s[:n]
}

// textLine returns line n, from 0, without its end, and whether it has one.
func textLine(text string, n int) (string, bool) {
	for ; n > 0; n-- {
		i := strings.IndexByte(text, '\n')
		if i < 0 {
			return "", false
		}
		text = text[i+1:]
	}
	line, _, lineBreak := strings.Cut(text, "\n")
	return line, lineBreak
}

// lexError turns the lexer's error into ours. A fragment's lines are counted from its own first one.
func (p *parser) lexError(e *lexer.Error) *SyntaxError {
	text, first := p.src, 1
	if f := p.frag; f != nil {
		text, first = f.text, f.line
	}
	s := p.located(e.Kind, e.Msg, text, first, e.Line+first-1, e.Col, e.EndLine+first-1, e.EndCol)
	if e.Code == lexer.Syntax || e.Code == lexer.UnterminatedTriple {
		// CPython's tokenizer makes these itself: never with a line break, columns always in characters
		s.Text = strings.TrimSuffix(s.Text, "\n")
		s.Col, s.EndCol = chars(s.Text, e.Col), chars(s.Text, e.EndCol)
	}
	if e.Bytes {
		s.Col, s.EndCol = e.Col, e.EndCol
	}
	if last, _ := endOf(&p.toks[len(p.toks)-1]); e.Code == lexer.UnexpectedEOF && p.opts.Unicode && int(last) > s.Line {
		s.Text = strings.TrimSuffix(s.Text, "\n")
	}
	return s
}

// decodeError turns an error of decoding, which has no text to point at, into ours.
func decodeError(e *lexer.Error, src []byte) *SyntaxError {
	s := &SyntaxError{Kind: e.Kind, Msg: e.Msg, Line: e.Line, Col: e.Col, EndLine: e.EndLine, EndCol: e.EndCol}
	switch {
	case e.Line == 0 && e.Col == 0:
		s.Line, s.Col, s.EndLine, s.EndCol = None, None, None, None
	case e.Line == 0:
		s.EndLine, s.EndCol = None, None
	default:
		line, _ := textLine(string(src), e.Line-1)
		line, _, nul := strings.Cut(line, "\x00")
		s.Text, s.HasText = strings.ToValidUTF8(line, "\ufffd"), true
		if !nul {
			s.Text += "\n"
		}
	}
	return s
}
