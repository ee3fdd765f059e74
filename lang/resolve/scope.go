// Package resolve decides what every identifier of a syntax tree means, as CPython's symtable does, and writes
// the answer into the tree: each Name (and every other node that binds an identifier) gets a *Binding, each
// scope-making node a *Scope. Code generation looks no name up.
//
// On the way through the tree it also folds constants (CPython's ast_opt), because both want exactly one visit to
// each node, and reports every syntax error that is not the grammar's business.
//
// # How names are settled
//
// The walk collects, for each scope, one Binding an identifier with what the scope does to it (Flags). Then two
// linear passes run over the tree of scopes. link goes from the leaves up: a name that a function uses without
// binding it is linked to the same name in the nearest enclosing function (classes are skipped), which is
// created there when missing, and so on outwards. settle goes from the root down: the outermost binding of each
// chain is a local, a cell or a global, and what hangs below follows from it.
//
// # Inlined comprehensions
//
// A comprehension whose variables no inner function captures is compiled into its enclosing code (Inlined). Its
// own variables then are registers of the enclosing function; any other name in it is an alias of the enclosing
// function's binding (Binding.Storage follows the aliases), and does not turn that into a cell.
package resolve

import (
	"sync"

	"github.com/minipy/minipy/lang/ast"
)

// Kind says where a variable lives.
type Kind uint8

const (
	Unsettled      Kind = iota
	Local               // a register of this function
	Cell                // this function's own variable, captured by an inner one
	Free                // a cell of an enclosing function
	Global              // global because nothing else binds it
	GlobalExplicit      // declared global
	Named               // looked up by name in the namespace of a module or class body
)

// Flags collect what a scope does to a name.
type Flags uint16

const (
	Used Flags = 1 << iota
	Assigned
	Param
	DeclGlobal
	DeclNonlocal
	Annotated
	CompTarget // target of a comprehension's for
	Walrus     // target of an assignment expression that can run in the middle of an expression of this scope
	Deleted
	Captured // an inner function that is compiled on its own uses it

	bound = Assigned | Param
)

// A Binding is one identifier in one scope; every mention of the identifier there shares it.
type Binding struct {
	Name  string // mangled
	Scope *Scope
	Kind  Kind
	Flags Flags
	Far   bool     // Reg counts far registers
	Reg   int32    // the variable's register, or that of its cell; set by the compiler
	Site  int32    // the compiler's index of a global's cache or of the name, or -1
	Up    *Binding // the same name in the nearest enclosing function, when this scope does not bind it
	From  *Binding // Free: the cell's binding in the code that directly encloses this one
	decl  ast.Span // of a global or nonlocal statement
}

// Storage follows the aliases of an inlined comprehension to the binding that owns the variable.
func (b *Binding) Storage() *Binding {
	for b.Scope.Inlined && b.Up != nil && b.Kind != Global {
		b = b.Up
	}
	return b
}

// Type is the kind of a scope.
type Type uint8

const (
	ModuleScope Type = iota
	ClassScope
	FunctionScope
	LambdaScope
	ListCompScope
	SetCompScope
	DictCompScope
	GenExpScope
	annotationScope // a discarded scope for annotations that are kept as text
)

// A Scope is a module, class, function, lambda or comprehension.
type Scope struct {
	Type     Type
	Name     string
	Parent   *Scope
	Children []*Scope
	Symbols  []*Binding // in order of first mention
	Params   []*Binding // in order of registers
	FreeList []*Binding // settled free variables, sorted by name; a class body's include what only its methods use
	// ClassCell is the cell behind __class__, in a class body whose methods mention it or super.
	ClassCell *Binding

	Async          bool // declared with async def
	Generator      bool // contains yield
	Coroutine      bool // contains await or asynchronous comprehension parts
	Nested         bool // inside a function
	UsesLocals     bool // mentions locals, vars, dir, eval or exec
	HasAnnotations bool // module or class with annotated assignments
	Inlined        bool // comprehension compiled into the enclosing code
	HasImportStar  bool
	SelfAttrs      int // class: distinct attributes its methods set on their first parameter

	Doc    string // docstring, if HasDoc
	HasDoc bool

	noInline  bool
	retValue  *ast.Return // the first return with a value
	selfNames map[string]struct{}
	index     map[string]*Binding // of Symbols, once there are many
	iterExpr  int                 // > 0 while inside a comprehension's iterable
	inTarget  bool                // while inside a comprehension's target
}

// IsFunction says that names bound in the scope are registers.
func (s *Scope) IsFunction() bool { return s.Type >= FunctionScope }

// IsComp says that the scope is a comprehension's or generator expression's.
func (s *Scope) IsComp() bool { return s.Type >= ListCompScope && s.Type <= GenExpScope }

// Code is the scope whose code object holds this scope's instructions.
func (s *Scope) Code() *Scope {
	for s.Inlined {
		s = s.Parent
	}
	return s
}

const indexFrom = 8

// find returns the scope's binding of a name, or nil.
func (s *Scope) find(name string) *Binding {
	if s.index != nil {
		return s.index[name]
	}
	for _, b := range s.Symbols {
		if b.Name == name {
			return b
		}
	}
	return nil
}

// slab hands out bindings from blocks, since a module has thousands of small ones.
type slab struct {
	block    []Binding
	made     int
	resolver resolver // that uses it
}

// slabs keeps those of resolutions that are over: the next ones take what is
// left of their blocks. What shares a block is kept alive together, so a slab
// serves only for maxBindings.
var slabs = sync.Pool{New: func() any { return &slab{} }}

// maxBindings is how many bindings a slab may be used for.
const maxBindings = 256

// release gives a slab back.
func (s *slab) release() {
	s.resolver = resolver{}
	if s.made <= maxBindings {
		slabs.Put(s)
	}
}

func (s *slab) new(name string, scope *Scope) *Binding {
	if len(s.block) == 0 {
		s.block = make([]Binding, 64)
	}
	s.made++
	b := &s.block[0]
	s.block = s.block[1:]
	b.Name, b.Scope, b.Reg, b.Site = name, scope, -1, -1
	return b
}

// enter adds flags to the scope's binding of a name, which it makes when missing.
func (r *resolver) enter(s *Scope, name string, f Flags) *Binding {
	b := s.find(name)
	if b == nil {
		b = r.slab.new(name, s)
		s.Symbols = append(s.Symbols, b)
		if s.index != nil {
			s.index[name] = b
		} else if len(s.Symbols) > indexFrom {
			s.index = make(map[string]*Binding, 4*indexFrom)
			for _, o := range s.Symbols {
				s.index[o.Name] = o
			}
		}
	}
	b.Flags |= f
	return b
}

// Mangle gives a private name its class's prefix: __x in class _C is _C__x.
func Mangle(class, name string) string {
	if class == "" || len(name) < 3 || name[0] != '_' || name[1] != '_' || name[len(name)-1] == '_' && name[len(name)-2] == '_' {
		return name
	}
	for i := 0; i < len(name); i++ {
		if name[i] == '.' {
			return name
		}
	}
	for class[0] == '_' {
		class = class[1:]
		if class == "" {
			return name
		}
	}
	return "_" + class + name
}
