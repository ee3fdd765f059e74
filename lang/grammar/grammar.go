package grammar

import (
	"math"
	"strings"
	"sync"

	"github.com/alecthomas/participle/v2"
	plex "github.com/alecthomas/participle/v2/lexer"

	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/lexer"
	"github.com/minipy/minipy/lang/token"
)

// Mode is what the text is: a file, an expression, or one interactive statement (compile's third argument).
type Mode uint8

const (
	Exec Mode = iota
	Eval
	Single
)

func (m Mode) start() token.Kind {
	return [...]token.Kind{token.StartFile, token.StartEval, token.StartSingle}[m]
}

// Options adjust Parse. The zero value is right for bytes given to compile().
type Options struct {
	// File says that the text was read from a file; CPython words decoding errors by that.
	File bool
	// Unicode says that the text comes from a str: a coding line and a byte order mark mean nothing.
	Unicode bool
	// MaxIntDigits is sys.get_int_max_str_digits(): 0 is the default of 4300, negative is no limit.
	MaxIntDigits int
	// how CPython would count columns and show lines in errors, which depends on where it has the text from
	bom, declared bool

	// Warn, if not nil, is told what CPython warns of while it parses; category is the class of the warning.
	Warn func(category, msg string, line int)
}

// pack and unpack carry options through participle in the start token.
func (o *Options) pack() int {
	n := o.MaxIntDigits
	for _, flag := range []bool{o.File, o.Unicode, o.bom, o.declared} {
		n <<= 1
		if flag {
			n |= 1
		}
	}
	return n
}

func unpack(n int) Options {
	return Options{File: n&8 != 0, Unicode: n&4 != 0, bom: n&2 != 0, declared: n&1 != 0, MaxIntDigits: n >> 4}
}

// rawColumns says that CPython leaves columns in bytes: it only converts them when it knows of an encoding.
func (o *Options) rawColumns() bool { return !o.Unicode && !o.bom && !o.declared }

func (o *Options) intDigits() int {
	if o.MaxIntDigits == 0 {
		return 4300
	}
	return o.MaxIntDigits
}

// root is participle's grammar: the first token of every stream chooses the
// rule. It is a Parseable, not three alternatives in struct tags, whose
// reflection took a third of the time of a text of one line.
type root struct {
	run
}

// buildParser makes the participle parser, once and when it is first needed.
var buildParser = sync.OnceValues(func() (*participle.Parser[root], error) {
	return participle.Build[root](participle.Lexer(lexer.Definition{}))
})

// run is one parse: what a start rule leaves behind.
type run struct {
	parser
	mod ast.Mod
}

// Parse implements participle.Parseable. It takes all the tokens off the lexer.
// What was asked for stands in the start token: its value is the whole text, its
// column the packed options.
func (r *root) Parse(lex *plex.PeekingLexer) error {
	lex.FastForward(math.MaxInt)
	toks := lex.Range(0, lex.RawCursor()+1)
	r.parser = parser{toks: toks, src: toks[0].Value, arena: arenas.Get().(*arena)}
	r.arena.opts = unpack(toks[0].Pos.Column)
	r.opts = &r.arena.opts
	r.seek(1)
	switch token.Kind(toks[0].Type) {
	case token.StartEval:
		r.mod = r.evalInput()
	case token.StartSingle:
		r.mod = r.singleInput()
	default:
		r.mod = r.fileInput()
	}
	return nil
}

// fileInput reads statements to the end of the text.
func (p *parser) fileInput() ast.Mod {
	for p.k != token.EOF && !p.failed {
		p.unit = p.i
		p.statement()
	}
	return &ast.Module{Body: p.takeStmts(0)}
}

// evalInput reads expressions without a star.
func (p *parser) evalInput() ast.Mod {
	p.unit = p.i
	start := p.i
	body := p.expression()
	if p.k == token.Comma {
		body = p.restOfTuple(start, body, func(p *parser) ast.Expr {
			if p.k == token.Star {
				return p.bad()
			}
			return p.expression()
		})
	}
	for p.accept(token.Newline) {
	}
	p.expectEnd()
	return &ast.Expression{Body: body}
}

// singleInput reads one statement, or a line of simple ones.
func (p *parser) singleInput() ast.Mod {
	p.unit = p.i
	if p.k == token.Newline {
		p.push(&ast.Pass{Span: p.span(p.i)})
		p.next()
	} else if p.statement() {
		p.expect(token.Newline)
	}
	mod := &ast.Interactive{Body: p.takeStmts(0)}
	if !p.failed {
		p.singleEnd = p.i
	}
	return mod
}

// Parse turns source text into a tree. The error is a *SyntaxError.
func Parse(filename string, src []byte, mode Mode, opts Options) (ast.Mod, error) {
	mod, serr := parse(filename, src, mode, &opts)
	if serr != nil {
		serr.Filename = filename
		return nil, serr
	}
	return mod, nil
}

func parse(filename string, src []byte, mode Mode, opts *Options) (ast.Mod, *SyntaxError) {
	text, lexErr := lexer.Decode(src, lexer.Origin{Filename: filename, File: opts.File, Unicode: opts.Unicode})
	if lexErr != nil {
		return nil, decodeError(lexErr, src)
	}
	opts.bom, opts.declared = text.BOM, text.Declared
	if mode == Exec {
		if mod := parsePieces(text.String, opts); mod != nil {
			return mod, nil
		}
	}
	lx := lexer.New(text.String, mode.start())
	r, err := runParser(lx, opts)
	if err != nil {
		return nil, &SyntaxError{Kind: "SystemError", Msg: err.Error()}
	}
	return r.finish(lx, mode, opts)
}

// lexers keeps lexers from one parse to the next.
var lexers = sync.Pool{New: func() any { return &lexer.Lexer{} }}

// parsePieces parses a file in pieces of some hundred lines, which is faster than at once. It returns nil when anything
// is wrong, which is then found out with all the tokens at hand.
func parsePieces(text string, opts *Options) ast.Mod {
	lx := lexers.Get().(*lexer.Lexer)
	defer func() {
		lx.Reset("", 0)
		lexers.Put(lx)
	}()
	lx.Reset(text, token.StartFile)
	lx.Pieces = true
	mod := &ast.Module{}
	var warnings []lexer.Warning
	for lx.More() {
		r, err := runParser(lx, opts)
		if err != nil || r.failed {
			return nil
		}
		if r.deep && ast.DeeperThan(r.mod, maxTreeDepth) {
			return nil
		}
		body := r.mod.(*ast.Module).Body
		if mod.Body == nil {
			mod.Body = body
		} else {
			mod.Body = append(mod.Body, body...)
		}
		warnings = append(warnings, r.warnings...)
		r.release()
	}
	opts.warn(lx.Warnings)
	opts.warn(warnings)
	return mod
}

func (o *Options) warn(warnings []lexer.Warning) {
	if o.Warn != nil {
		for _, w := range warnings {
			o.Warn(w.Category, w.Msg, w.Line)
		}
	}
}

// runParser sends the tokens through participle. The errors are not of the text but of the grammar.
func runParser(lx *lexer.Lexer, opts *Options) (*run, error) {
	lx.Param = opts.pack()
	parser, err := buildParser()
	if err != nil {
		return nil, err
	}
	peeking, err := plex.Upgrade(lx)
	if err != nil {
		return nil, err
	}
	r, err := parser.ParseFromLexer(peeking)
	if err != nil {
		return nil, err
	}
	return &r.run, nil
}

// finish judges a parse and reports its warnings.
func (r *run) finish(lx *lexer.Lexer, mode Mode, opts *Options) (ast.Mod, *SyntaxError) {
	p := &r.parser
	opts.warn(lx.Warnings)
	opts.warn(p.warnings)
	if p.failed {
		if p.err == nil {
			p.err = p.explain(lx, mode.rule())
		} else if p.err.Kind == "SyntaxError" {
			if e := p.laterLexError(lx, p.err.Line); e != nil {
				p.err = e
			}
		}
		return nil, p.err
	}
	if mode == Single {
		if e := p.trailing(); e != nil {
			return nil, e
		}
	}
	if p.deep && ast.DeeperThan(r.mod, maxTreeDepth) {
		return nil, &SyntaxError{Kind: "RecursionError", Msg: "maximum recursion depth exceeded during compilation"}
	}
	r.release()
	return r.mod, nil
}

// trailing complains of what stands behind the statement of mode single: more than blank lines and comments.
func (p *parser) trailing() *SyntaxError {
	t := &p.toks[p.singleEnd-1] // a line break
	rest := p.src[min(t.Pos.Offset+len(t.Value), len(p.src)):]
	for rest != "" {
		line, more, _ := strings.Cut(rest, "\n")
		if line = strings.TrimLeft(line, " \t\f"); line != "" && line[0] != '#' {
			return p.here(p.singleEnd-1, "SyntaxError", "multiple statements found while compiling a single statement")
		}
		rest = more
	}
	return nil
}
