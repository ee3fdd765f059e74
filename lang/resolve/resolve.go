package resolve

import (
	"sort"

	"github.com/minipy/minipy/lang/ast"
)

// Options of a run.
type Options struct {
	Optimize          int  // 0, 1 (-O: __debug__ is False), 2
	FutureAnnotations bool // inherited from the code that calls compile()
	TopLevelAwait     bool
	// Warn, if set, gets SyntaxWarnings; an error it returns stops the run.
	Warn func(category, msg string, line int) error
}

// An Error is a syntax error at a range of the source. Recursion marks the one that is a RecursionError.
type Error struct {
	Msg       string
	Span      ast.Span
	NoEnd     bool // CPython gives no end for this one
	Recursion bool
}

func (e *Error) Error() string { return e.Msg }

// maxDepth bounds the nesting of statements and expressions, as three times CPython's recursion limit does there.
const maxDepth = 3000

type resolver struct {
	opts       Options
	slab       *slab
	top        *Scope
	scope      *Scope // that the walk is in
	class      string // name of the innermost class, for mangling
	err        error
	later      *Error // the first error of those that CPython's code generator finds, after its symbol table
	depth      int
	noFold     int
	spine      []*ast.BinOp // scratch of binOp
	flow       flow
	future     bool  // annotations stay text
	futureLine int32 // line of the last `from __future__` at the head of the file
	debug      *ast.Constant
}

// flow is what surrounds a statement within its code object.
type flow struct {
	loop     bool // break and continue have a loop
	starOnly bool // ... but an except* block stands between
	star     bool // inside an except* block
	blocks   int  // statements around that must be left in order, see enterBlock

}

// Tree resolves a whole tree; mod is *ast.Module, *ast.Interactive or *ast.Expression. It returns the outermost
// scope and whether annotations are text. The error is an *Error, or what Options.Warn returned.
func Tree(mod ast.Mod, opts Options) (*Scope, bool, error) {
	slab := slabs.Get().(*slab)
	defer slab.release()
	r := &slab.resolver
	*r = resolver{opts: opts, future: opts.FutureAnnotations, slab: slab}
	top := &Scope{Type: ModuleScope, Name: "<module>"}
	r.top, r.scope = top, top
	switch m := mod.(type) {
	case *ast.Module:
		r.futures(m.Body)
		m.Scope = top
		r.docstring(top, m.Body)
		r.stmts(m.Body)
	case *ast.Interactive:
		r.futures(m.Body)
		m.Scope = top
		r.stmts(m.Body)
	case *ast.Expression:
		m.Scope = top
		m.Body = r.expr(m.Body)
	}
	if r.err == nil {
		r.link(top)
		r.settle(top)
	}
	if r.err == nil && r.later != nil {
		r.err = r.later
	}
	return top, r.future, r.err
}

func (r *resolver) fail(at ast.Span, msg string) {
	if r.err == nil {
		r.err = &Error{Msg: msg, Span: at}
	}
}

// late notes an error that CPython reports only when the names of the whole file are in order.
func (r *resolver) late(at ast.Span, msg string) {
	if r.later == nil {
		r.later = &Error{Msg: msg, Span: at}
	}
}

func (r *resolver) warn(at ast.Span, msg string) {
	if r.opts.Warn != nil && r.err == nil {
		if err := r.opts.Warn("SyntaxWarning", msg, int(at.Line)); err != nil {
			r.err = err
		}
	}
}

// deeper counts a level of nesting; false says that there are too many.
func (r *resolver) deeper() bool {
	r.depth++
	if r.depth > maxDepth && r.err == nil {
		r.err = &Error{Msg: "maximum recursion depth exceeded during compilation", Recursion: true}
	}
	return r.err == nil
}

func (r *resolver) docstring(s *Scope, body []ast.Stmt) {
	if len(body) == 0 || r.opts.Optimize >= 2 {
		return
	}
	if st, ok := body[0].(*ast.ExprStmt); ok {
		if c, ok := st.Value.(*ast.Constant); ok {
			if text, ok := c.Value.(string); ok {
				s.Doc, s.HasDoc = text, true
			}
		}
	}
}

// maxBlocks is CPython's limit on nested loops, try and with statements.
const maxBlocks = 20

// enterBlock counts a block that control flow has to leave; the caller restores r.flow.
func (r *resolver) enterBlock(at ast.Span, n int) {
	if r.flow.blocks += n; r.flow.blocks > maxBlocks {
		r.late(at, "too many statically nested blocks")
	}
}

// push enters a new scope below the current one; the caller restores with pop.
func (r *resolver) push(t Type, name string) *Scope {
	s := &Scope{Type: t, Name: name, Parent: r.scope, iterExpr: r.scope.iterExpr}
	s.Nested = r.scope.Nested || r.scope.IsFunction()
	if t != annotationScope {
		r.scope.Children = append(r.scope.Children, s)
	}
	r.scope = s
	return s
}

func (r *resolver) pop() { r.scope = r.scope.Parent }

// outer is the nearest enclosing function scope in which a name free in s may be bound; nil if there is none. For
// __class__ a class counts.
func (s *Scope) outer(name string) *Scope {
	for p := s.Parent; p != nil; p = p.Parent {
		if p.IsFunction() || p.Type == ClassScope && name == "__class__" {
			return p
		}
	}
	return nil
}

// link joins each name that s does not bind to its namesake in the enclosing function. Children come first, since
// they may create names here.
func (r *resolver) link(s *Scope) {
	for _, c := range s.Children {
		r.link(c)
	}
	if s.Type == ListCompScope || s.Type == SetCompScope || s.Type == DictCompScope {
		s.Inlined = s.inlinable()
	}
	if s.Parent == nil {
		return
	}
	for _, b := range s.Symbols {
		if b.Flags&DeclGlobal != 0 || b.Flags&bound != 0 && b.Flags&DeclNonlocal == 0 {
			continue
		}
		p := s.outer(b.Name)
		if p == nil {
			continue
		}
		if p.Type == ClassScope {
			if p.ClassCell == nil {
				p.ClassCell = r.slab.new("__class__", p)
				p.ClassCell.Kind, p.ClassCell.Flags = Cell, Assigned|Captured
			}
			b.Up = p.ClassCell
			continue
		}
		b.Up = r.enter(p, b.Name, 0)
		if s.Inlined {
			b.Up.Flags |= b.Flags & (Captured | Walrus)
			if b.Flags&Assigned != 0 {
				b.Up.Flags |= Walrus
			}
		} else {
			b.Up.Flags |= Captured
		}
	}
}

// inlinable says whether a comprehension may be compiled into the enclosing code: nobody can see the difference.
func (s *Scope) inlinable() bool {
	if s.noInline || s.UsesLocals || s.Coroutine || s.Parent.Type == ClassScope || s.Parent.Type == annotationScope {
		return false
	}
	for _, b := range s.Symbols {
		if b.Flags&bound != 0 && b.Flags&(Captured|DeclGlobal|DeclNonlocal) == Captured {
			return false
		}
		if b.Name == "__class__" {
			return false
		}
	}
	return true
}

// settle decides the kind of each binding, outer scopes first, and who hands which cell to whom.
func (r *resolver) settle(s *Scope) {
	for _, b := range s.Symbols {
		r.settleBinding(s, b)
		if r.err != nil {
			return
		}
	}
	for _, c := range s.Children {
		r.settle(c)
	}
	sort.Slice(s.FreeList, func(i, j int) bool { return s.FreeList[i].Name < s.FreeList[j].Name })
}

func (r *resolver) settleBinding(s *Scope, b *Binding) {
	captured := b.Up != nil && (b.Up.Kind == Local || b.Up.Kind == Cell || b.Up.Kind == Free)
	switch {
	case b.Flags&DeclGlobal != 0:
		if b.Flags&DeclNonlocal != 0 {
			r.fail(b.decl, "name '"+b.Name+"' is nonlocal and global")
		}
		b.Kind = GlobalExplicit
	case b.Flags&DeclNonlocal != 0 && !captured:
		if s.Parent == nil {
			r.fail(b.decl, "nonlocal declaration not allowed at module level")
		} else {
			r.fail(b.decl, "no binding for nonlocal '"+b.Name+"' found")
		}
	case b.Flags&bound != 0 && b.Flags&DeclNonlocal == 0:
		b.Kind = Named
		if s.IsFunction() {
			b.Kind = Local
			if b.Flags&Captured != 0 {
				b.Kind = Cell
			}
		}
	case captured:
		b.Kind = Free
		if !s.Inlined {
			s.addFree(b, r)
		}
	case s.IsFunction():
		b.Kind = Global
	default:
		b.Kind = Named
	}
}

// addFree puts b among the free variables of s, and of the classes between s and the function that owns the cell.
func (s *Scope) addFree(b *Binding, r *resolver) {
	b.From = s.source(s.Parent, b.Name, b.Up, r)
	s.FreeList = append(s.FreeList, b)
}

// source is the binding that holds the cell in the code p, the parent of who wants it.
func (s *Scope) source(p *Scope, name string, up *Binding, r *resolver) *Binding {
	if p == up.Scope || p.Type != ClassScope {
		return up.Storage()
	}
	for _, f := range p.FreeList {
		if f.Name == name {
			return f
		}
	}
	f := p.find(name)
	if f == nil || f.Kind != Free {
		f = r.slab.new(name, p)
		f.Kind, f.Flags, f.Up = Free, Captured, up
	}
	f.From = s.source(p.Parent, name, up, r)
	p.FreeList = append(p.FreeList, f)
	return f
}
