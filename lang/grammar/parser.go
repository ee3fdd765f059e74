package grammar

import (
	"sync"

	plex "github.com/alecthomas/participle/v2/lexer"

	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/lexer"
	"github.com/minipy/minipy/lang/normal"
	"github.com/minipy/minipy/lang/token"
)

// Limits on nesting. The first stands for CPython's parser stack (MemoryError), the second for its limit on the depth
// of the tree that the symbol table can visit with the default recursion limit (RecursionError).
const (
	maxNesting   = 5990
	maxTreeDepth = 2990
	deepNesting  = 150 // from here on the depth of the tree is measured
)

// parser is the fast recogniser: predictive, no messages. It only says yes with a tree or no; why not is the business
// of explain.go, which runs afterwards.
//
// Failure is sticky: fail moves the cursor to the last token (EOF), where every loop ends and every expectation is
// disappointed, so that the functions need no error results; a failed expression is a dummy, never nil.
type parser struct {
	toks   []plex.Token
	i      int        // index of the current token
	k      token.Kind // its kind
	failed bool
	err    *SyntaxError // an error that is final: bad literal, nesting too deep
	depth  int          // of recursion
	deep   bool         // nesting or a chain was long enough to measure the tree
	frag   *fragment    // not nil inside the braces of an f-string
	opts   *Options
	src    string
	unit   int // where the statement of the outermost level began
	*arena

	singleEnd int  // mode single: where the statement ended
	sawEnd    bool // the text was refused for what its end lacks
	// the same, where the end is inside brackets or a string
	sawLexError bool
}

func (p *parser) kindAt(i int) token.Kind {
	if i >= len(p.toks) {
		return token.EOF
	}
	return token.Kind(p.toks[i].Type)
}

func (p *parser) next() {
	if p.i < len(p.toks)-1 {
		p.i++
		p.k = token.Kind(p.toks[p.i].Type)
	}
}

func (p *parser) seek(i int) {
	p.i = i
	p.k = token.Kind(p.toks[i].Type)
}

// fail makes the rest of the tokens be skipped.
//
//go:noinline
func (p *parser) fail() {
	p.failed = true
	p.seek(len(p.toks) - 1)
}

// accept steps over the current token if it is a k.
func (p *parser) accept(k token.Kind) bool {
	if p.k != k {
		return false
	}
	p.next()
	return true
}

// expectEnd fails unless all is read.
func (p *parser) expectEnd() {
	if p.k != token.EOF {
		p.fail()
	}
}

func (p *parser) expect(k token.Kind) {
	if p.k != k {
		p.fail()
		return
	}
	p.next()
}

// enter counts a level of recursion; where it says true a leave has to follow.
func (p *parser) enter() bool {
	p.depth++
	if p.depth > deepNesting {
		p.deep = true
		if p.depth > maxNesting {
			p.abort(&SyntaxError{Kind: "MemoryError"})
			p.depth--
			return false
		}
	}
	return true
}

func (p *parser) leave() { p.depth-- }

// abort fails with an error that needs no explanation.
func (p *parser) abort(e *SyntaxError) {
	if p.err == nil {
		p.err = e
	}
	p.fail()
}

// bad fails and returns something to go on with.
func (p *parser) bad() ast.Expr {
	p.fail()
	return p.names.alloc()
}

// text is the source text of the current token.
func (p *parser) text() string { return p.toks[p.i].Value }

// endOf returns where a token ends.
func endOf(t *plex.Token) (line, col int32) {
	if token.Kind(t.Type) == token.String {
		last, lines := -1, 0
		for i := 0; i < len(t.Value); i++ {
			if t.Value[i] == '\n' {
				lines++
				last = i
			}
		}
		if lines > 0 {
			return int32(t.Pos.Line + lines), int32(len(t.Value) - last - 1)
		}
	}
	return int32(t.Pos.Line), int32(t.Pos.Column + len(t.Value))
}

// span runs from token start to the last one that was consumed.
func (p *parser) span(start int) ast.Span {
	t := &p.toks[start]
	if p.i == 0 {
		return ast.Span{Line: int32(t.Pos.Line), Col: int32(t.Pos.Column)}
	}
	line, col := endOf(&p.toks[p.i-1])
	return ast.Span{Line: int32(t.Pos.Line), Col: int32(t.Pos.Column), EndLine: line, EndCol: col}
}

// ident consumes a name and returns it, normalised.
func (p *parser) ident() string {
	if p.k != token.Name {
		p.fail()
		return ""
	}
	s := p.toks[p.i].Value
	p.next()
	return normalized(s)
}

func normalized(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return normal.NFKC(s)
		}
	}
	return s
}

// word tells whether the current token is a name with this text (a soft keyword).
func (p *parser) word(w string) bool { return p.k == token.Name && p.toks[p.i].Value == w }

// try runs f; if it fails the cursor is back where it was and false the result. Only errors that are final stay.
func (p *parser) try(f func()) bool {
	at, depth := p.i, p.depth
	nExprs := len(p.scratch)
	f()
	if !p.failed {
		return true
	}
	if p.err != nil {
		return false
	}
	p.failed = false
	p.depth = depth
	p.scratch = p.scratch[:nExprs]
	p.seek(at)
	return false
}

// slab hands out zeroed Ts in blocks that grow.
type slab[T any] struct {
	free []T
	size int
}

func (s *slab[T]) alloc() *T {
	if len(s.free) == 0 {
		s.size = min(max(4, s.size*2), 128)
		s.free = make([]T, s.size)
	}
	v := &s.free[0]
	s.free = s.free[1:]
	return v
}

// copySlice returns the elements as a slice of their own, from a block.
func (s *slab[T]) copySlice(from []T) []T {
	n := len(from)
	if n == 0 {
		return nil
	}
	if len(s.free) < n {
		s.size = min(max(8, s.size*2), 512)
		s.free = make([]T, max(s.size, n))
	}
	v := s.free[:n:n]
	s.free = s.free[n:]
	copy(v, from)
	return v
}

// arena holds the blocks that the frequent nodes come from: about 40% of the parsing time when each is allocated alone.
type arena struct {
	names     slab[ast.Name]
	constants slab[ast.Constant]
	attrs     slab[ast.Attribute]
	calls     slab[ast.Call]
	binOps    slab[ast.BinOp]
	compares  slab[ast.Compare]
	subs      slab[ast.Subscript]
	tuples    slab[ast.Tuple]
	assigns   slab[ast.Assign]
	exprStmts slab[ast.ExprStmt]
	ifs       slab[ast.If]
	returns   slab[ast.Return]
	keywords  slab[ast.Keyword]
	args      slab[ast.Arg]
	exprList  slab[ast.Expr]
	stmtList  slab[ast.Stmt]
	cmpOps    slab[ast.CmpOperator]
	scratch   []ast.Expr // a stack of lists that are being read
	stmts     []ast.Stmt // the same for blocks

	opts     Options // of the parse
	warnings []lexer.Warning
	read     int // how many bytes of text it has been used for
}

// arenas keeps the arenas of parses that are over: the next ones take what is
// left of their blocks, which a short text by itself would not use up. A block
// in use keeps the trees alive that share it, and theirs the blocks before: so
// an arena serves only for maxTexts bytes.
var arenas = sync.Pool{New: func() any { return &arena{} }}

// maxTexts is how much text an arena may be used for.
const maxTexts = 4 << 10

// maxScratch is how long the stacks of an arena may be that is kept.
const maxScratch = 1 << 10

// release gives the arena of a parse that has succeeded back: its stacks are empty.
func (p *parser) release() {
	a := p.arena
	p.arena = nil
	if a.read += len(p.src); a.read <= maxTexts && cap(a.scratch) <= maxScratch && cap(a.stmts) <= maxScratch {
		a.warnings = nil
		arenas.Put(a)
	}
}

// take cuts the list that starts at base off the scratch stack.
func (p *parser) take(base int) []ast.Expr {
	out := p.exprList.copySlice(p.scratch[base:])
	clear(p.scratch[base:])
	p.scratch = p.scratch[:base]
	return out
}

func (p *parser) name(id string, span ast.Span, ctx ast.ExprContext) *ast.Name {
	n := p.names.alloc()
	n.Span, n.Id, n.Ctx = span, id, ctx
	return n
}

func (p *parser) constant(span ast.Span, v any) *ast.Constant {
	c := p.constants.alloc()
	c.Span, c.Value = span, v
	return c
}
