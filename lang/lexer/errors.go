package lexer

import "fmt"

// Code tells errors apart that CPython treats differently when it looks for the best message.
type Code uint8

const (
	Syntax             Code = iota // reported wherever the tokenizer meets it, even after an error of grammar
	UnterminatedTriple             // the same, and more text could mend it
	UnexpectedEOF                  // the text ends inside brackets or after a backslash
	BadDedent
	BadTab
	TooDeep
	BadContinuation
)

// Error is what stops the lexer. Col and EndCol are bytes from 1 as CPython's tokenizer counts them, 0 and -1 for
// its "unknown"; whoever shows them turns them into characters.
type Error struct {
	Code    Code
	Kind    string // SyntaxError, IndentationError or TabError
	Msg     string
	Line    int
	Col     int
	EndLine int
	EndCol  int
	Bytes   bool // CPython does not turn the columns into characters
}

func (e *Error) Error() string { return fmt.Sprintf("%s: %s (line %d)", e.Kind, e.Msg, e.Line) }

func (l *Lexer) fail(e *Error) {
	if l.Err == nil {
		if e.EndLine == 0 {
			e.EndLine = e.Line
		}
		l.Err = e
	}
}

// syntaxf stops the lexer with a SyntaxError at the last character it read.
func (l *Lexer) syntaxf(format string, args ...any) {
	col := l.pos - l.lineStart
	l.fail(&Error{Kind: "SyntaxError", Msg: fmt.Sprintf(format, args...), Line: l.line, Col: col, EndCol: col})
}

// unclosed is the error of a bracket without its partner.
func unclosed(p Paren) *Error {
	return &Error{Kind: "SyntaxError", Msg: fmt.Sprintf("'%c' was never closed", p.Char), Line: p.Line, EndLine: p.Line, Col: p.Col + 1, EndCol: 0}
}

// Unclosed is the error of the innermost bracket that is open where the lexer stands, or nil.
func (l *Lexer) Unclosed() *Error {
	if n := len(l.parens); n > 0 {
		return unclosed(l.parens[n-1])
	}
	return nil
}
