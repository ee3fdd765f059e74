// Package compile turns a syntax tree into register code: see lang/code for what comes out and lang/resolve for who
// decides what a name means.
//
// # Shape of the generated code
//
// Expressions are compiled into a destination: into(e, dst). A local variable that is known to be set is an operand
// where it stands, and a destination for the last instruction of what is assigned to it; steps on the way go to
// temporaries, so that no handler ever sees a half-made value. Conditions compile to fused compare-and-jump
// instructions. Loops test at the bottom where the test is small enough to have twice.
//
// Which locals are set is followed along the structure of the code (unit.set); where it is not certain a CHECKBOUND
// stands before the read. Anything that a del or an except clause may unset is forgotten wherever control can come
// from elsewhere: at loop heads and handlers.
//
// try, with and loops are blocks (see block); what leaves them early gets its own copy of the code that a finally or
// an __exit__ needs, outside the block's protected range, as CPython does.
//
// Speed, for 20,000 lines of dense Python on the 2-core machine: resolving and generating code 27 ms, with parsing
// 120 ms; CPython's compile() takes 330 ms (BenchmarkCompile, BenchmarkSource).
package compile

import (
	"strings"

	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/grammar"
	"github.com/minipy/minipy/lang/resolve"
)

// Flags of Source, with the values that CPython's compile() takes.
const (
	FlagTopLevelAwait     = 0x2000
	FlagFutureAnnotations = 0x1000000
)

// Options of a compilation.
type Options struct {
	Optimize int // 0; 1: -O, no assert; 2: -OO, no docstrings
	Flags    int // FlagTopLevelAwait, FlagFutureAnnotations
	// Parse is for Source only. Its Warn is not used: Warn is.
	Parse grammar.Options
	// Text is the source of a tree given to Compile, for the line that an error shows; Source sets it.
	Text string
	// Warn, if set, gets warnings; an error that it returns (a filter that says "error") ends the compilation.
	Warn func(category, msg string, line int) error
}

// compiler is what the units of one compilation share.
type compiler struct {
	filename    string
	source      string
	optimize    int
	future      bool
	interactive bool
	class       string // innermost class, for private names
	err         error
	pool        []*unit
	spine       []*ast.BinOp
	captures    []capture
}

// fail notes the first error of code generation: only limits of the machine, the resolver reports the rest.
func (c *compiler) fail(at code.Pos, msg string) {
	if c.err == nil {
		c.err = c.syntaxError(&resolve.Error{
			Msg: msg, Span: ast.Span{Line: at.Line, Col: at.Col, EndLine: at.EndLine, EndCol: at.EndCol},
		})
	}
}

// Compile makes the code of a whole tree, which is changed: the resolver writes into it and folds constants. Errors
// are *grammar.SyntaxError, whose Kind may be RecursionError, or what opts.Warn returned.
func Compile(mod ast.Mod, filename string, opts Options) (*code.Code, error) {
	c := &compiler{filename: filename, source: opts.Text, optimize: opts.Optimize}
	top, future, err := resolve.Tree(mod, resolve.Options{
		Optimize:          opts.Optimize,
		FutureAnnotations: opts.Flags&FlagFutureAnnotations != 0,
		TopLevelAwait:     opts.Flags&FlagTopLevelAwait != 0,
		Warn:              opts.Warn,
	})
	if err != nil {
		if e, ok := err.(*resolve.Error); ok {
			return nil, c.syntaxError(e)
		}
		return nil, err
	}
	c.future = future
	co := c.module(mod, top)
	c.close()
	if c.err != nil {
		return nil, c.err
	}
	return co, nil
}

func (c *compiler) module(mod ast.Mod, top *resolve.Scope) *code.Code {
	u := c.begin(top, nil, "<module>", "<module>", 1)
	u.commonFlags()
	if top.Coroutine {
		u.co.Flags |= code.Coroutine
	}
	switch m := mod.(type) {
	case *ast.Module:
		body := m.Body
		if top.HasAnnotations {
			u.emit(code.SETUPANN, 0, 0, 0)
		}
		if top.HasDoc {
			u.pos = toPos(m.Body[0].Pos())
			u.co.Doc, u.co.HasDoc = top.Doc, true
			t := u.alloc()
			u.load(t, top.Doc)
			u.emitX(code.STNAME, t, u.name("__doc__"))
			u.tmp = t
			body = body[1:]
		}
		u.stmts(body)
		u.nowhere()
		u.emit(code.RETURNNONE, 0, 0, 0)
		u.constant(nil)
	case *ast.Interactive:
		c.interactive = true
		if top.HasAnnotations {
			u.emit(code.SETUPANN, 0, 0, 0)
		}
		u.stmts(m.Body)
		u.nowhere()
		u.emit(code.RETURNNONE, 0, 0, 0)
	case *ast.Expression:
		r := u.operand(m.Body)
		u.emit(code.RETURN, r, 0, 0)
	}
	return u.finish()
}

// parse is grammar.Parse with the warnings of opts.
func parse(filename string, src []byte, mode grammar.Mode, opts *Options) (ast.Mod, error) {
	if opts.Warn == nil {
		return grammar.Parse(filename, src, mode, opts.Parse)
	}
	var failed error
	with, warn := opts.Parse, opts.Warn
	with.Warn = func(category, msg string, line int) {
		if failed == nil {
			failed = warn(category, msg, line)
		}
	}
	mod, err := grammar.Parse(filename, src, mode, with)
	if err == nil {
		err = failed
	}
	return mod, err
}

// Source parses and compiles a text.
func Source(filename string, src []byte, mode grammar.Mode, opts Options) (*code.Code, error) {
	mod, err := parse(filename, src, mode, &opts)
	if err != nil {
		return nil, err
	}
	opts.Text = string(src)
	return Compile(mod, filename, opts)
}

// syntaxError gives an error the shape that CPython's has.
func (c *compiler) syntaxError(e *resolve.Error) error {
	if e.Recursion {
		return &grammar.SyntaxError{Kind: "RecursionError", Msg: e.Msg, Filename: c.filename}
	}
	s := &grammar.SyntaxError{
		Kind: "SyntaxError", Msg: e.Msg, Filename: c.filename,
		Line: int(e.Span.Line), Col: int(e.Span.Col) + 1,
		EndLine: int(e.Span.EndLine), EndCol: int(e.Span.EndCol) + 1, OfTree: true,
	}
	if e.NoEnd {
		s.EndCol = grammar.None
	}
	if c.source != "" {
		lines := strings.SplitAfterN(c.source, "\n", s.Line+1)
		if s.Line <= len(lines) {
			s.Text, s.HasText = lines[s.Line-1], true
		}
	}
	return s
}
