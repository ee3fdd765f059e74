// Package lexer cuts Python source into tokens: indentation, implicit and explicit line joining, numbers, names and
// strings, judged and worded as CPython 3.11's tokenizer does.
//
// It is a participle lexer.Definition. An f-string is one String token; what is inside its braces is the parser's
// business. Where CPython 3.11 would end an f-string inside an open brace (always an error there), the lexer tries
// Python 3.12's reading first, in which a nested string may use the same quotes.
//
// Positions in tokens: Line from 1, Column from 0 in bytes, Offset in bytes of the decoded text. Value is a substring
// of the text, never a copy.
//
// The first token of a stream (StartFile, ...) has no place in the text: it chooses the rule of grammar, its Value is
// the whole text and its Column Lexer.Param.
//
// The stream never fails: what cannot be tokenised is an Error token followed by EOF, because an error of grammar
// earlier in the text is to be reported first. The error itself is Lexer.Err.
package lexer

import (
	"io"
	"strings"
	"unicode/utf8"

	plex "github.com/alecthomas/participle/v2/lexer"

	"github.com/minipy/minipy/lang/token"
)

// CPython's limits.
const (
	maxIndents = 100
	maxParens  = 200
	tabSize    = 8
)

// Definition is the lexer.Definition for participle. Start is the token that every stream begins with.
type Definition struct{ Start token.Kind }

// Symbols implements lexer.Definition.
func (Definition) Symbols() map[string]plex.TokenType {
	m := map[string]plex.TokenType{}
	for name, kind := range token.Symbols() {
		m[name] = plex.TokenType(kind)
	}
	return m
}

// Lex implements lexer.Definition.
func (d Definition) Lex(filename string, r io.Reader) (plex.Lexer, error) {
	src, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	text, lexErr := Decode(src, Origin{Filename: filename})
	if lexErr != nil {
		return nil, lexErr
	}
	return New(text.String, d.Start), nil
}

// Paren is an open bracket.
type Paren struct {
	Char byte
	Line int
	Col  int // bytes, from 0
}

// Lexer produces the tokens of one text. It is used once.
type Lexer struct {
	src       string
	pos       int // next byte
	line      int // of pos
	lineStart int // offset of the first byte of the line
	bufStart  int // the same of the first line that the line continues, by a backslash or inside a string
	tokLine   int // line and its offset where the current token starts
	tokStart  int

	indents    []int  // columns with tabs to multiples of eight
	altIndents []int  // columns with tabs as one, to judge consistency
	left       [2]int // what both begin as: the left margin
	pending    int    // >0 indents, <0 dedents still to be delivered
	bol        bool   // at the beginning of a logical line
	parens     []Paren
	started    bool
	start      token.Kind
	fresh      bool // there was a token since the end was made a line break (mode single)
	last       token.Kind
	done       bool

	// Pieces lets the stream end, with an EOF, between two statements of the outermost level when it has become long;
	// while More the next stream goes on there.
	Pieces    bool
	count     int  // tokens in this piece
	lineBegun bool // a logical line begins at pos, its indentation is done
	decorator bool // the last logical line was a decorator

	// Param is passed on to the parser, in the column of the start token.
	Param int
	// Err is what the Error token stands for.
	Err *Error
	// Warnings are what CPython warns of while it tokenises.
	Warnings []Warning
}

// Warning is a warning about the text; Line is from 1.
type Warning struct {
	Category string // "DeprecationWarning" or "SyntaxWarning"
	Msg      string
	Line     int
}

// New returns a lexer of a text from Decode. The stream begins with the token start when that is not zero.
func New(text string, start token.Kind) *Lexer {
	l := &Lexer{}
	l.Reset(text, start)
	return l
}

// Reset makes the lexer a new one, as New does.
func (l *Lexer) Reset(text string, start token.Kind) {
	*l = Lexer{src: text, line: 1, bol: true, start: start, started: start == 0}
	l.indents, l.altIndents = l.left[:1:1], l.left[1:]
}

// Open returns the brackets that are open where the lexer stands.
func (l *Lexer) Open() []Paren { return l.parens }

// Text returns the text that is tokenised.
func (l *Lexer) Text() string { return l.src }

// Line returns the line the lexer stands on and the offset of its first byte.
func (l *Lexer) Line() (number, offset int) { return l.line, l.lineStart }

func (l *Lexer) tok(k token.Kind, start int) plex.Token {
	l.last = k
	l.fresh = true
	return plex.Token{Type: plex.TokenType(k), Value: l.src[start:l.pos],
		Pos: plex.Position{Offset: start, Line: l.line, Column: start - l.lineStart}}
}

// Next implements participle's Lexer. The error is always nil.
func (l *Lexer) Next() (plex.Token, error) {
	if !l.started {
		l.started = true
		return plex.Token{Type: plex.TokenType(l.start), Value: l.src, Pos: plex.Position{Line: 1, Column: l.Param}}, nil
	}
	if l.done {
		return l.unplaced(token.EOF), nil
	}
	l.count++
	t := l.next()
	if l.Err != nil {
		l.done = true
		t = l.unplaced(token.Error)
	}
	return t, nil
}

func (l *Lexer) next() plex.Token {
	if l.bol {
		l.bol = false
		l.indentation()
		if l.Err != nil {
			return plex.Token{}
		}
		l.lineBegun = true
	}
	if l.pending != 0 {
		k := token.Indent
		if l.pending < 0 {
			k = token.Dedent
			l.pending++
		} else {
			l.pending--
		}
		return l.unplaced(k)
	}
	if l.lineBegun {
		l.lineBegun = false
		if l.pieceEnds() {
			l.started, l.count = false, 0
			return l.unplaced(token.EOF)
		}
		l.decorator = l.pos < len(l.src) && l.src[l.pos] == '@'
	}
	return l.scan()
}

// pieceTokens is how long a piece becomes at least. Participle's PeekingLexer copies its tokens (64 bytes each) again
// and again while it grows: for a whole file of 20,000 lines that took half of the parsing time.
const pieceTokens = 450

// pieceEnds tells whether the stream may end in front of the line that begins here.
func (l *Lexer) pieceEnds() bool {
	if !l.Pieces || l.count < pieceTokens || len(l.indents) > 1 || l.decorator || l.pos >= len(l.src) {
		return false
	}
	rest := l.src[l.pos:]
	for _, word := range [...]string{"else", "elif", "except", "finally"} {
		if strings.HasPrefix(rest, word) {
			return false
		}
	}
	return true
}

// More tells whether the last stream was only a piece.
func (l *Lexer) More() bool { return !l.done }

// indentation measures the white space at the start of a logical line, skipping blank lines, and sets pending.
func (l *Lexer) indentation() {
	src := l.src
	var col, alt int
	contCol := -1 // the column of the first line when a backslash splits the indentation
	for {
		col, alt = 0, 0
	measure:
		for ; l.pos < len(src); l.pos++ {
			switch src[l.pos] {
			case ' ':
				col++
				alt++
			case '\t':
				col = (col/tabSize + 1) * tabSize
				alt++
			case '\f':
				col, alt = 0, 0
			case '\\':
				if contCol < 0 {
					contCol = col
				}
				if !l.continuation() {
					return
				}
				l.pos--
			default:
				break measure
			}
		}
		if l.pos >= len(src) {
			if len(l.parens) > 0 {
				return
			}
			if l.start != token.StartFile && l.pos > l.lineStart {
				break // not blank: no line break follows
			}
			l.dedentTo(0, 0)
			return
		}
		c := src[l.pos]
		if c == '#' {
			if i := strings.IndexByte(src[l.pos:], '\n'); i >= 0 {
				l.pos += i
				c = '\n'
			} else {
				l.pos = len(src)
				l.dedentTo(0, 0)
				return
			}
		}
		if c != '\n' {
			break
		}
		l.newline()
		contCol = -1
	}
	if len(l.parens) > 0 {
		return
	}
	if contCol >= 0 {
		col, alt = contCol, contCol
	}
	top := len(l.indents) - 1
	switch {
	case col == l.indents[top]:
		if alt != l.altIndents[top] {
			l.tabError()
		}
	case col > l.indents[top]:
		if len(l.indents) >= maxIndents {
			l.fail(&Error{Code: TooDeep, Kind: "IndentationError", Msg: "too many levels of indentation", Line: l.line, Col: 1, EndCol: 0})
			return
		}
		if alt <= l.altIndents[top] {
			l.tabError()
			return
		}
		l.pending++
		l.indents = append(l.indents, col)
		l.altIndents = append(l.altIndents, alt)
	default:
		l.dedentTo(col, alt)
	}
}

func (l *Lexer) dedentTo(col, alt int) {
	top := len(l.indents) - 1
	for top > 0 && col < l.indents[top] {
		l.pending--
		top--
	}
	l.indents, l.altIndents = l.indents[:top+1], l.altIndents[:top+1]
	if col != l.indents[top] {
		end := len(l.src)
		if i := strings.IndexByte(l.src[l.pos:], '\n'); i >= 0 {
			end = l.pos + i
		} else if l.start != token.StartFile {
			end--
		}
		l.fail(&Error{Code: BadDedent, Kind: "IndentationError",
			Msg:  "unindent does not match any outer indentation level",
			Line: l.line, Col: end + 1 - l.lineStart, EndCol: -1})
		return
	}
	if alt != l.altIndents[top] {
		l.tabError()
	}
}

func (l *Lexer) tabError() {
	l.fail(&Error{Code: BadTab, Kind: "TabError", Msg: "inconsistent use of tabs and spaces in indentation",
		Line: l.line, Col: 1, EndCol: 0})
}

// newline steps over the '\n' at pos.
func (l *Lexer) newline() {
	l.pos++
	l.line++
	l.lineStart, l.bufStart = l.pos, l.pos
}

// continuation steps over a backslash and the line break that must follow it.
func (l *Lexer) continuation() bool {
	l.pos++
	if l.pos < len(l.src) && l.src[l.pos] != '\n' || l.pos == len(l.src) && l.start != token.StartFile {
		l.pos = min(l.pos+1, len(l.src))
		l.fail(&Error{Code: BadContinuation, Kind: "SyntaxError",
			Msg:  "unexpected character after line continuation character",
			Line: l.line, Col: l.pos - l.lineStart, EndCol: 0})
		if l.bufStart != l.lineStart {
			// CPython counts from the first line of those that are joined
			l.Err.Col, l.Err.Bytes = utf8.RuneCountInString(l.src[l.bufStart:l.pos]), true
		}
		return false
	}
	if l.pos+1 >= len(l.src) && len(l.parens) > 0 {
		l.fail(unclosed(l.parens[len(l.parens)-1]))
		l.Err.Code = UnexpectedEOF
		return false
	}
	if l.pos+1 >= len(l.src) {
		// CPython reads a line break at the end of every text
		l.fail(&Error{Code: UnexpectedEOF, Kind: "SyntaxError", Msg: "unexpected EOF while parsing",
			Line: l.line, Col: l.pos + 1 - l.lineStart, EndCol: -1})
		return false
	}
	first := l.bufStart
	l.newline()
	l.bufStart = first
	return true
}

// scan reads one token of the logical line.
func (l *Lexer) scan() plex.Token {
	src := l.src
	comment := -1
again:
	for l.pos < len(src) && (src[l.pos] == ' ' || src[l.pos] == '\t' || src[l.pos] == '\f') {
		l.pos++
	}
	if l.pos >= len(src) {
		return l.end(comment)
	}
	start := l.pos
	c := src[start]
	switch class[c] {
	case cName:
		return l.name(start)
	case cDigit:
		l.number()
		return l.tok(token.Number, start)
	case cQuote:
		return l.str(start, start)
	case cNewline:
		if len(l.parens) > 0 {
			l.newline()
			goto again
		}
		if comment >= 0 {
			start = comment // as in CPython, where errors show it
		}
		t := l.tok(token.Newline, start)
		l.newline()
		l.bol = true
		return t
	case cHash:
		if len(l.parens) == 0 {
			comment = l.pos
		}
		if i := strings.IndexByte(src[l.pos:], '\n'); i >= 0 {
			l.pos += i
		} else {
			l.pos = len(src)
		}
		goto again
	case cBackslash:
		if !l.continuation() {
			return plex.Token{}
		}
		goto again
	case cDot:
		if start+1 < len(src) && isDigit(src[start+1]) {
			l.pos++
			l.fraction()
			return l.tok(token.Number, start)
		}
	case cBad:
		l.pos++
		l.syntaxf("invalid non-printable character U+%04X", c)
		return plex.Token{}
	}
	return l.operator(start)
}

// end delivers what follows the last character: a line break if there is none, the dedents, the end. A comment in front
// of it starts at comment, -1 if none.
func (l *Lexer) end(comment int) plex.Token {
	if n := len(l.parens); n > 0 {
		p := l.parens[n-1]
		l.fail(unclosed(p))
		l.Err.Code = UnexpectedEOF
		return plex.Token{}
	}
	switch {
	case l.start == token.StartSingle && l.fresh:
		// CPython's parser makes a line break of the end of the text when there was a token since it last did so
		l.fresh = false
		l.bol = true
		return l.unplaced(token.Newline)
	case l.start == token.StartFile && l.last != token.Newline && l.last != token.Indent && l.last != token.Dedent && l.last != 0:
		l.bol = true
		if comment < 0 {
			comment = l.pos
		}
		return l.tok(token.Newline, comment)
	}
	if l.bol || len(l.indents) > 1 {
		l.bol = false
		l.dedentTo(0, 0)
		if l.pending != 0 {
			return l.next()
		}
	}
	l.done = true
	return l.unplaced(token.EOF)
}

// unplaced is a token to which CPython gives no column, only the line its tokenizer is on; errors depend on it.
func (l *Lexer) unplaced(k token.Kind) plex.Token {
	fresh := l.fresh
	t := l.tok(k, l.pos)
	if k != token.Dedent {
		l.fresh = fresh
	}
	t.Pos.Column = -1
	if l.src == "" {
		t.Pos.Line = 0
	}
	if l.pos == len(l.src) && l.pos == l.lineStart && l.line > 1 {
		t.Pos.Line-- // there is no further line
	}
	return t
}

func (l *Lexer) name(start int) plex.Token {
	src := l.src
	i := start + 1
	for i < len(src) && identPart[src[i]] {
		i++
	}
	if i < len(src) && src[i] >= 0x80 || src[start] >= 0x80 {
		return l.unicodeName(start)
	}
	l.pos = i
	if i-start <= 2 && i < len(src) && (src[i] == '"' || src[i] == '\'') && isPrefix(src[start:i]) {
		return l.str(start, i)
	}
	return l.tok(token.Lookup(src[start:i]), start)
}

// isPrefix tells whether the letters may stand before a string literal.
func isPrefix(s string) bool {
	var b, u, r, f int
	for i := 0; i < len(s); i++ {
		switch s[i] | 0x20 {
		case 'b':
			b++
		case 'u':
			u++
		case 'r':
			r++
		case 'f':
			f++
		default:
			return false
		}
	}
	return b <= 1 && u <= 1 && r <= 1 && f <= 1 && b+f <= 1 && (u == 0 || b+f+r == 0)
}

// operator reads the longest operator at start.
func (l *Lexer) operator(start int) plex.Token {
	k, n := match(l.src[start:])
	l.pos = start + n
	switch k {
	case token.LParen, token.LBracket, token.LBrace:
		if len(l.parens) >= maxParens {
			l.syntaxf("too many nested parentheses")
			return plex.Token{}
		}
		l.parens = append(l.parens, Paren{l.src[start], l.line, start - l.lineStart})
	case token.RParen, token.RBracket, token.RBrace:
		if !l.close(l.src[start]) {
			return plex.Token{}
		}
	}
	return l.tok(k, start)
}

func (l *Lexer) close(c byte) bool {
	n := len(l.parens) - 1
	if n < 0 {
		l.syntaxf("unmatched '%c'", c)
		return false
	}
	p := l.parens[n]
	l.parens = l.parens[:n]
	if p.Char == '(' && c == ')' || p.Char == '[' && c == ']' || p.Char == '{' && c == '}' {
		return true
	}
	if p.Line != l.line {
		l.syntaxf("closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", c, p.Char, p.Line)
	} else {
		l.syntaxf("closing parenthesis '%c' does not match opening parenthesis '%c'", c, p.Char)
	}
	return false
}
