// Package ast declares Python 3.11's abstract syntax: one Go struct per class of CPython's ast module, with the
// same names, the same fields and the same order of fields.
//
// Deviations from the names, each forced by Go:
//   - the expression statement is ExprStmt, because Expr is the interface of all expressions;
//   - the operator Mod is Modulo, because Mod is the interface of the roots;
//   - the four operator enumerations are Operator, BoolOperator, UnaryOperator and CmpOperator;
//   - fields are in CamelCase (decorator_list is DecoratorList, is_async IsAsync).
//
// Absence: an optional node is nil, an optional identifier is "". A nil element inside Dict.Keys stands for `**m`,
// one inside Arguments.KwDefaults for a keyword-only parameter without default.
//
// Fields named Binding and Scope belong to the resolver: the parser leaves them nil, the resolver writes into the tree
// what each identifier and each scope means, and code generation reads it back. A Name, and every other node that
// binds an identifier without a Name (a def, a class, an import alias, an except clause, a capture pattern) has one.
//
// Positions are CPython's: lines from 1, columns from 0 in UTF-8 bytes, the end exclusive.
package ast

// Span is the source range of a node.
type Span struct{ Line, Col, EndLine, EndCol int32 }

// Pos returns the span; every node gets the method by embedding.
func (s *Span) Pos() Span { return *s }

// Node is any node of the tree, the helpers (Arguments, Keyword, ...) included.
type Node interface{ Pos() Span }

// Mod is a root: *Module, *Interactive or *Expression.
type Mod interface {
	Node
	mod()
}

// Stmt is a statement.
type Stmt interface {
	Node
	stmt()
}

// Expr is an expression.
type Expr interface {
	Node
	expr()
}

// Pattern is a pattern of a case clause.
type Pattern interface {
	Node
	pattern()
}

// Bytes is the value of a bytes literal in Constant.Value.
type Bytes string

// Ellipsis is the value of `...` in Constant.Value.
type Ellipsis struct{}

// ExprContext says what is done with a target-like expression.
type ExprContext uint8

const (
	Load ExprContext = iota
	Store
	Del
)

// Operator is a binary arithmetic operator (BinOp, AugAssign).
type Operator uint8

const (
	Add Operator = iota
	Sub
	Mult
	MatMult
	Div
	Modulo // CPython's Mod, whose name the interface of the roots has
	Pow
	LShift
	RShift
	BitOr
	BitXor
	BitAnd
	FloorDiv
)

// BoolOperator is `and` or `or`.
type BoolOperator uint8

const (
	And BoolOperator = iota
	Or
)

// UnaryOperator is a prefix operator.
type UnaryOperator uint8

const (
	Invert UnaryOperator = iota
	Not
	UAdd
	USub
)

// CmpOperator is a comparison.
type CmpOperator uint8

const (
	Eq CmpOperator = iota
	NotEq
	Lt
	LtE
	Gt
	GtE
	Is
	IsNot
	In
	NotIn
)

// Roots.
type (
	// Module is the result of mode exec.
	Module struct {
		Span  `py:"-"`
		Body  []Stmt
		Scope any `py:"-"`
	}
	// Interactive is the result of mode single.
	Interactive struct {
		Span  `py:"-"`
		Body  []Stmt
		Scope any `py:"-"`
	}
	// Expression is the result of mode eval.
	Expression struct {
		Span  `py:"-"`
		Body  Expr
		Scope any `py:"-"`
	}
)

// Statements.
type (
	FunctionDef struct {
		Span          `py:"-"`
		Name          string
		Args          *Arguments
		Body          []Stmt
		DecoratorList []Expr
		Returns       Expr `py:"returns,opt"`
		Binding       any  `py:"-"` // of Name, in the enclosing scope
		Scope         any  `py:"-"`
	}
	AsyncFunctionDef struct {
		Span          `py:"-"`
		Name          string
		Args          *Arguments
		Body          []Stmt
		DecoratorList []Expr
		Returns       Expr `py:"returns,opt"`
		Binding       any  `py:"-"` // of Name, in the enclosing scope
		Scope         any  `py:"-"`
	}
	ClassDef struct {
		Span          `py:"-"`
		Name          string
		Bases         []Expr
		Keywords      []*Keyword
		Body          []Stmt
		DecoratorList []Expr
		Binding       any `py:"-"` // of Name, in the enclosing scope
		Scope         any `py:"-"`
	}
	Return struct {
		Span  `py:"-"`
		Value Expr `py:"value,opt"`
	}
	Delete struct {
		Span    `py:"-"`
		Targets []Expr
	}
	Assign struct {
		Span    `py:"-"`
		Targets []Expr
		Value   Expr
	}
	AugAssign struct {
		Span   `py:"-"`
		Target Expr
		Op     Operator
		Value  Expr
	}
	// AnnAssign is `Target: Annotation [= Value]`; Simple says that Target is a name without parentheses.
	AnnAssign struct {
		Span       `py:"-"`
		Target     Expr
		Annotation Expr
		Value      Expr `py:"value,opt"`
		Simple     bool
	}
	For struct {
		Span   `py:"-"`
		Target Expr
		Iter   Expr
		Body   []Stmt
		Orelse []Stmt
	}
	AsyncFor struct {
		Span   `py:"-"`
		Target Expr
		Iter   Expr
		Body   []Stmt
		Orelse []Stmt
	}
	While struct {
		Span   `py:"-"`
		Test   Expr
		Body   []Stmt
		Orelse []Stmt
	}
	// If has an `elif` as the only statement of Orelse.
	If struct {
		Span   `py:"-"`
		Test   Expr
		Body   []Stmt
		Orelse []Stmt
	}
	With struct {
		Span  `py:"-"`
		Items []*WithItem
		Body  []Stmt
	}
	AsyncWith struct {
		Span  `py:"-"`
		Items []*WithItem
		Body  []Stmt
	}
	Match struct {
		Span    `py:"-"`
		Subject Expr
		Cases   []*MatchCase
	}
	Raise struct {
		Span  `py:"-"`
		Exc   Expr `py:"exc,opt"`
		Cause Expr `py:"cause,opt"`
	}
	Try struct {
		Span      `py:"-"`
		Body      []Stmt
		Handlers  []*ExceptHandler
		Orelse    []Stmt
		Finalbody []Stmt
	}
	TryStar struct {
		Span      `py:"-"`
		Body      []Stmt
		Handlers  []*ExceptHandler
		Orelse    []Stmt
		Finalbody []Stmt
	}
	Assert struct {
		Span `py:"-"`
		Test Expr
		Msg  Expr `py:"msg,opt"`
	}
	Import struct {
		Span  `py:"-"`
		Names []*Alias
	}
	// ImportFrom has Level leading dots; `from . import x` has an empty Module.
	ImportFrom struct {
		Span   `py:"-"`
		Module string `py:"module,opt"`
		Names  []*Alias
		Level  int
	}
	Global struct {
		Span  `py:"-"`
		Names []string
	}
	Nonlocal struct {
		Span  `py:"-"`
		Names []string
	}
	// ExprStmt is CPython's ast.Expr.
	ExprStmt struct {
		Span  `py:"-"`
		Value Expr
	}
	Pass struct {
		Span `py:"-"`
	}
	Break struct {
		Span `py:"-"`
	}
	Continue struct {
		Span `py:"-"`
	}
)

// Expressions.
type (
	BoolOp struct {
		Span   `py:"-"`
		Op     BoolOperator
		Values []Expr
	}
	NamedExpr struct {
		Span   `py:"-"`
		Target Expr // always a *Name
		Value  Expr
	}
	BinOp struct {
		Span  `py:"-"`
		Left  Expr
		Op    Operator
		Right Expr
	}
	UnaryOp struct {
		Span    `py:"-"`
		Op      UnaryOperator
		Operand Expr
	}
	Lambda struct {
		Span  `py:"-"`
		Args  *Arguments
		Body  Expr
		Scope any `py:"-"`
	}
	IfExp struct {
		Span   `py:"-"`
		Test   Expr
		Body   Expr
		Orelse Expr
	}
	Dict struct {
		Span   `py:"-"`
		Keys   []Expr // nil for `**value`
		Values []Expr
	}
	Set struct {
		Span `py:"-"`
		Elts []Expr
	}
	ListComp struct {
		Span       `py:"-"`
		Elt        Expr
		Generators []*Comprehension
		Scope      any `py:"-"`
	}
	SetComp struct {
		Span       `py:"-"`
		Elt        Expr
		Generators []*Comprehension
		Scope      any `py:"-"`
	}
	DictComp struct {
		Span       `py:"-"`
		Key        Expr
		Value      Expr
		Generators []*Comprehension
		Scope      any `py:"-"`
	}
	GeneratorExp struct {
		Span       `py:"-"`
		Elt        Expr
		Generators []*Comprehension
		Scope      any `py:"-"`
	}
	Await struct {
		Span  `py:"-"`
		Value Expr
	}
	Yield struct {
		Span  `py:"-"`
		Value Expr `py:"value,opt"`
	}
	YieldFrom struct {
		Span  `py:"-"`
		Value Expr
	}
	Compare struct {
		Span        `py:"-"`
		Left        Expr
		Ops         []CmpOperator
		Comparators []Expr
	}
	Call struct {
		Span     `py:"-"`
		Func     Expr
		Args     []Expr
		Keywords []*Keyword
	}
	// FormattedValue is one replacement field of an f-string. Conversion is -1, 's', 'r' or 'a'; FormatSpec is a
	// *JoinedStr.
	FormattedValue struct {
		Span       `py:"-"`
		Value      Expr
		Conversion int
		FormatSpec Expr `py:"format_spec,opt"`
	}
	JoinedStr struct {
		Span   `py:"-"`
		Values []Expr
	}
	// Constant is a literal. Value is nil (None), bool, int64, *big.Int (only what int64 cannot hold), float64,
	// complex128, string (WTF-8: a lone surrogate is three bytes), Bytes or Ellipsis. Kind is "u" for u'...'.
	Constant struct {
		Span  `py:"-"`
		Value any
		Kind  string `py:"kind,opt"`
	}
	Attribute struct {
		Span  `py:"-"`
		Value Expr
		Attr  string
		Ctx   ExprContext
	}
	Subscript struct {
		Span  `py:"-"`
		Value Expr
		Slice Expr
		Ctx   ExprContext
	}
	Starred struct {
		Span  `py:"-"`
		Value Expr
		Ctx   ExprContext
	}
	Name struct {
		Span    `py:"-"`
		Id      string
		Ctx     ExprContext
		Binding any `py:"-"`
	}
	List struct {
		Span `py:"-"`
		Elts []Expr
		Ctx  ExprContext
	}
	Tuple struct {
		Span `py:"-"`
		Elts []Expr
		Ctx  ExprContext
	}
	Slice struct {
		Span  `py:"-"`
		Lower Expr `py:"lower,opt"`
		Upper Expr `py:"upper,opt"`
		Step  Expr `py:"step,opt"`
	}
)

// Helpers of the above.
type (
	Comprehension struct {
		Span    `py:"-"`
		Target  Expr
		Iter    Expr
		Ifs     []Expr
		IsAsync bool
	}
	ExceptHandler struct {
		Span    `py:"-"`
		Type    Expr   `py:"type,opt"`
		Name    string `py:"name,opt"`
		Body    []Stmt
		Binding any `py:"-"` // of Name
	}
	// Arguments are a function's parameters. Defaults belong to the last len(Defaults) of PosOnlyArgs+Args;
	// KwDefaults runs beside KwOnlyArgs.
	Arguments struct {
		Span        `py:"-"`
		PosOnlyArgs []*Arg `py:"posonlyargs"`
		Args        []*Arg
		Vararg      *Arg   `py:"vararg,opt"`
		KwOnlyArgs  []*Arg `py:"kwonlyargs"`
		KwDefaults  []Expr
		Kwarg       *Arg `py:"kwarg,opt"`
		Defaults    []Expr
	}
	Arg struct {
		Span       `py:"-"`
		Arg        string
		Annotation Expr `py:"annotation,opt"`
		Binding    any  `py:"-"`
	}
	// Keyword is `Arg=Value`, or `**Value` with an empty Arg.
	Keyword struct {
		Span  `py:"-"`
		Arg   string `py:"arg,opt"`
		Value Expr
	}
	// Alias is one name of an import; `*` has the Name "*".
	Alias struct {
		Span    `py:"-"`
		Name    string
		Asname  string `py:"asname,opt"`
		Binding any    `py:"-"` // of the name that is bound: Asname, or the first part of Name
	}
	WithItem struct {
		Span         `py:"-"`
		ContextExpr  Expr
		OptionalVars Expr `py:"optional_vars,opt"`
	}
	MatchCase struct {
		Span    `py:"-"`
		Pattern Pattern
		Guard   Expr `py:"guard,opt"`
		Body    []Stmt
	}
)

// Patterns.
type (
	MatchValue struct {
		Span  `py:"-"`
		Value Expr
	}
	// MatchSingleton is None (nil), True or False.
	MatchSingleton struct {
		Span  `py:"-"`
		Value any
	}
	MatchSequence struct {
		Span     `py:"-"`
		Patterns []Pattern
	}
	MatchMapping struct {
		Span     `py:"-"`
		Keys     []Expr
		Patterns []Pattern
		Rest     string `py:"rest,opt"`
		Binding  any    `py:"-"` // of Rest
	}
	MatchClass struct {
		Span        `py:"-"`
		Cls         Expr
		Patterns    []Pattern
		KwdAttrs    []string
		KwdPatterns []Pattern
	}
	// MatchStar is `*name`; `*_` has an empty Name.
	MatchStar struct {
		Span    `py:"-"`
		Name    string `py:"name,opt"`
		Binding any    `py:"-"`
	}
	// MatchAs is `pattern as name`, a bare capture (no Pattern) or the wildcard `_` (neither).
	MatchAs struct {
		Span    `py:"-"`
		Pattern Pattern `py:"pattern,opt"`
		Name    string  `py:"name,opt"`
		Binding any     `py:"-"`
	}
	MatchOr struct {
		Span     `py:"-"`
		Patterns []Pattern
	}
)

func (*Module) mod()      {}
func (*Interactive) mod() {}
func (*Expression) mod()  {}

func (*FunctionDef) stmt()      {}
func (*AsyncFunctionDef) stmt() {}
func (*ClassDef) stmt()         {}
func (*Return) stmt()           {}
func (*Delete) stmt()           {}
func (*Assign) stmt()           {}
func (*AugAssign) stmt()        {}
func (*AnnAssign) stmt()        {}
func (*For) stmt()              {}
func (*AsyncFor) stmt()         {}
func (*While) stmt()            {}
func (*If) stmt()               {}
func (*With) stmt()             {}
func (*AsyncWith) stmt()        {}
func (*Match) stmt()            {}
func (*Raise) stmt()            {}
func (*Try) stmt()              {}
func (*TryStar) stmt()          {}
func (*Assert) stmt()           {}
func (*Import) stmt()           {}
func (*ImportFrom) stmt()       {}
func (*Global) stmt()           {}
func (*Nonlocal) stmt()         {}
func (*ExprStmt) stmt()         {}
func (*Pass) stmt()             {}
func (*Break) stmt()            {}
func (*Continue) stmt()         {}

func (*BoolOp) expr()         {}
func (*NamedExpr) expr()      {}
func (*BinOp) expr()          {}
func (*UnaryOp) expr()        {}
func (*Lambda) expr()         {}
func (*IfExp) expr()          {}
func (*Dict) expr()           {}
func (*Set) expr()            {}
func (*ListComp) expr()       {}
func (*SetComp) expr()        {}
func (*DictComp) expr()       {}
func (*GeneratorExp) expr()   {}
func (*Await) expr()          {}
func (*Yield) expr()          {}
func (*YieldFrom) expr()      {}
func (*Compare) expr()        {}
func (*Call) expr()           {}
func (*FormattedValue) expr() {}
func (*JoinedStr) expr()      {}
func (*Constant) expr()       {}
func (*Attribute) expr()      {}
func (*Subscript) expr()      {}
func (*Starred) expr()        {}
func (*Name) expr()           {}
func (*List) expr()           {}
func (*Tuple) expr()          {}
func (*Slice) expr()          {}

func (*MatchValue) pattern()     {}
func (*MatchSingleton) pattern() {}
func (*MatchSequence) pattern()  {}
func (*MatchMapping) pattern()   {}
func (*MatchClass) pattern()     {}
func (*MatchStar) pattern()      {}
func (*MatchAs) pattern()        {}
func (*MatchOr) pattern()        {}
