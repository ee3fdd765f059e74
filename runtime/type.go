package runtime

// BinOp names a binary operator; the dunder names are in binNames.
type BinOp uint8

const (
	OpAdd BinOp = iota
	OpSub
	OpMul
	OpDiv
	OpFloorDiv
	OpMod
	OpPow
	OpMatMul
	OpLShift
	OpRShift
	OpAnd
	OpOr
	OpXor
	OpDivmod
	NumBinOps
)

// UnOp names a unary operator.
type UnOp uint8

const (
	OpNeg UnOp = iota
	OpPos
	OpInvert
	OpAbs
	NumUnOps
)

// CmpOp names a rich comparison.
type CmpOp uint8

const (
	CmpLT CmpOp = iota
	CmpLE
	CmpEQ
	CmpNE
	CmpGT
	CmpGE
)

// Slots are the operations of a type, as Go functions. A nil slot is an
// operation the type does not have. For a class written in Python they are
// filled from its MRO: inherited from the builtin base, or one of the
// functions in userslots.go that call the Python method.
//
// A function that has no answer for its operands (Binary, Inplace, Compare)
// returns NotImplemented. Next returns an unset Value at the end.
type Slots struct {
	Repr, Str UnaryFn
	Hash      func(t *Thread, v Value) (int64, error)
	Call      func(t *Thread, v Value, args []Value, names []*Str) (Value, error)
	GetAttr   func(t *Thread, v Value, name *Str) (Value, error)
	SetAttr   func(t *Thread, v Value, name *Str, val Value) error // unset val: delete
	Compare   func(t *Thread, op CmpOp, a, b Value) (Value, error)
	Iter      UnaryFn
	Next      UnaryFn
	Bool      func(t *Thread, v Value) (bool, error)
	Len       func(t *Thread, v Value) (int, error)
	GetItem   func(t *Thread, v, key Value) (Value, error)
	SetItem   func(t *Thread, v, key, val Value) error // unset val: delete
	Contains  func(t *Thread, v, x Value) (bool, error)
	Binary    func(t *Thread, op BinOp, a, b Value) (Value, error) // a op b; either may be the type's
	Inplace   func(t *Thread, op BinOp, a, b Value) (Value, error) // a op= b
	Unary     func(t *Thread, op UnOp, v Value) (Value, error)
	Pow3      func(t *Thread, a, b, mod Value) (Value, error)
	Index     UnaryFn
	Int       UnaryFn
	Float     UnaryFn
	DescrGet  func(t *Thread, d, obj, owner Value) (Value, error) // obj unset: on the class
	DescrSet  func(t *Thread, d, obj, val Value) error            // unset val: delete
	// Buffer gives the object's memory, for types with the buffer protocol.
	Buffer func(t *Thread, v Value) (*Buffer, error)
}

// UnaryFn is a slot of one operand.
type UnaryFn func(t *Thread, v Value) (Value, error)

// A Buffer is a view of an object's memory. Release must be called once.
type Buffer struct {
	Bytes    []byte
	ReadOnly bool
	Format   string // struct code of an item; "B" for bytes
	ItemSize int
	Shape    []int // nil: one dimension of len(Bytes)/ItemSize
	Owner    Value
	// OnRelease, if set, is told when the view ends (bytearray counts exports).
	OnRelease func(owner Value)
}

// Release ends the view.
func (b *Buffer) Release() {
	if b.OnRelease != nil {
		b.OnRelease(b.Owner)
		b.OnRelease = nil
	}
}

// TypeFlags of a Type.
type TypeFlags uint32

const (
	FlagBase        TypeFlags = 1 << iota // may be subclassed
	FlagHeap                              // made by a class statement
	FlagAbstract                          // has abstract methods
	FlagSequence                          // matches sequence patterns
	FlagMapping                           // matches mapping patterns
	FlagDict                              // instances have attributes of their own
	FlagUserGetAttr                       // __getattribute__ or __getattr__ in Python
	FlagUserSetAttr                       // __setattr__ or __delattr__ in Python
	FlagUserBinary                        // a binary operator in Python
	FlagUserCompare                       // a comparison in Python
	FlagUserHash                          // __hash__ or __eq__ in Python
	FlagUserItem                          // __getitem__ and the like in Python
	FlagUserIter                          // __iter__ or __next__ in Python
	FlagUserBool                          // __bool__ or __len__ in Python
	FlagUserNew                           // __new__ in Python
	FlagUserInit                          // __init__ in Python
	FlagUserDel                           // __del__ in Python
	FlagUserCall                          // __call__ in Python
	FlagDescr                             // instances have __get__
	FlagDataDescr                         // instances have __set__ or __delete__
	FlagException                         // a subclass of BaseException
	FlagMatchSelf                         // class pattern with one positional matches the subject
	FlagDisallowNew                       // cannot be created by calling it
	FlagMeta                              // a subclass of type
)

// A Type is a class. Builtin types are made once, before main, and are never
// written after: VMs share them. Heap types belong to the VM that made them.
type Type struct {
	Object
	attrs Attrs // attributes of a class whose metaclass is a heap type
	Slots Slots

	Name     string // __name__
	Qualname string
	Module   string // __module__ of a builtin type; heap types keep it in Dict
	Doc      string
	Flags    TypeFlags

	Base   *Type // the base that decides the layout
	Bases  []*Type
	MRO    []*Type
	Dict   *Dict
	layout *Type   // nearest builtin type whose Go struct the instances are
	size   uintptr // of that struct

	// attrOff is the offset of the instance's Attrs; 0: it has none.
	attrOff uintptr
	// version tells states of the class apart: no two types, and no two states
	// of one type, have the same. Any change to it or its bases renews it.
	version  uint64
	root     *Shape // of new instances
	hint     int    // how many attributes to make room for
	nslots   int    // members made by __slots__, bases' included
	subs     []*Type
	VM       *VM      // owner of a heap type; nil for builtin ones
	makeFn   NativeFn // TypeSpec.Make
	newFn    Value
	initFn   Value
	sigText  string // text signature for a builtin
	spec     *TypeSpec
	special  uint64 // groups of slots that Dict has something of: see fixSlots
	readied  bool
	weakable bool     // a heap class whose instances can be weakly referenced
	slotsSet []string // __slots__ names as given

	// quickInit is what instantiation runs, while version is quickVer: see package vm.
	quickInit *Function
	quickVer  uint64
}

// Version is the class's present version; see the field.
func (t *Type) Version() uint64 { return t.version }

// QuickInit is the function of SetQuickInit, if the class is as it was then.
func (t *Type) QuickInit() *Function {
	if t.quickVer != t.version {
		return nil
	}
	return t.quickInit
}

// SetQuickInit remembers __init__ of a class whose instances need no more than NewInstance and that.
func (t *Type) SetQuickInit(f *Function) { t.quickInit, t.quickVer = f, t.version }

// Layout is the builtin type whose Go struct t's instances are made of.
func (t *Type) Layout() *Type { return t.layout }

// HasSlots says that instances have members made by __slots__.
func (t *Type) HasSlots() bool { return t.nslots > 0 }

// Has says that all the given flags are set.
func (t *Type) Has(f TypeFlags) bool { return t.Flags&f == f }

// IsSubtype says that t is base or derives from it, by the MRO.
func (t *Type) IsSubtype(base *Type) bool {
	return t == base || t.inherits(base)
}

//go:noinline
func (t *Type) inherits(base *Type) bool {
	for _, m := range t.MRO {
		if m == base {
			return true
		}
	}
	return false
}

// TypeSpec declares a builtin type: one file, one type, its table at the
// bottom of the file, given to Define in the file's init.
type TypeSpec struct {
	Name    string // may carry a module: "collections.deque"
	Base    *Type  // object if nil
	Doc     string
	Size    Layout // SizeOf[the Go struct](); zero: as the base's
	Flags   TypeFlags
	AttrOff uintptr // offset of the Attrs field, if the Go struct has one
	Slots   Slots
	BinOps  []BinOp // operators that Slots.Binary answers, for the __add__ wrappers
	InOps   []BinOp // operators that Slots.Inplace answers
	UnOps   []UnOp
	NoHash  bool   // __hash__ = None
	New     Method // "__new__": Sig without cls; args[0] is the class
	Init    Method // "__init__": args[0] is self
	// Make, if set, does cls(*args) at once for the class itself: what New and
	// Init would do together. It returns unset to leave a call to them.
	Make    NativeFn
	Methods []Method
	GetSets []GetSet
	Consts  []Const // other class attributes
	// Mapped says that the memory that Slots.Buffer gives is not Go's but the
	// system's, shared with other processes: views of it are made again there.
	Mapped bool
	// Restored, if set, is called for each instance that has come over from
	// another process: to register it where the module keeps an eye on it.
	Restored func(t *Thread, v Value) error

	number int // place in defined
}

// A GetSet is an attribute computed by Go functions.
type GetSet struct {
	Name string
	Get  UnaryFn
	Set  func(t *Thread, self, val Value) error // unset val: delete; nil: read-only
	Doc  string
	// Member says that CPython has it as a plain member: writing it is a
	// "readonly attribute".
	Member bool
}

// A Const is a named value of a type or module.
type Const struct {
	Name  string
	Value Value
}

var (
	typeType           Type
	objectType         Type
	intType            Type
	floatType          Type
	boolType           Type
	noneType           Type
	ellipsisType       Type
	notImplementedType Type
	strType            Type
	TypeType           = &typeType
	ObjectType         = &objectType
	IntType            = &intType
	FloatType          = &floatType
	BoolType           = &boolType
	NoneType           = &noneType
	EllipsisType       = &ellipsisType
	NotImplementedType = &notImplementedType
	StrType            = &strType
)
