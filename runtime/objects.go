package runtime

import (
	"unsafe"
)

// The objects that the VM makes and runs. Their methods and attributes are in
// the files named after them.

// A Cell holds a variable shared by a function and those inside it.
type Cell struct {
	Object
	Val Value // unset: empty
}

// A Function is a function written in Python.
type Function struct {
	Object
	attrs    Attrs
	Code     *CodeObject
	Unit     unsafe.Pointer // the vm package's form of Code, once it has run
	Globals  *Dict
	Builtins *Dict
	Closure  []Value // *Cell values; behind the struct if few
	Module   Value
	Rare     *FunctionRare // nil: none of it
}

// A FunctionRare is what few functions have, or nobody asks for.
type FunctionRare struct {
	Defaults       []Value // of the last positional parameters; nil: none
	KwDefs         *Dict   // of keyword-only parameters; nil: none
	Name, Qualname *Str    // nil: the code's
	Doc            Value   // unset: the code's
	Annots         Value   // dict, or unset
	// Was is the code before each assignment to __code__, which generators may still
	// run. Where there is some, Unit stays nil: it is not theirs.
	Was []*CodeObject
}

// A BoundMethod is a callable with its first argument.
type BoundMethod struct {
	Object
	Func Value
	Self Value
}

// A Module is a module; its attributes are the entries of Dict.
type Module struct {
	Object
	attrs Attrs
	Dict  *Dict       // see Namespace
	Spec  *ModuleSpec // of a module in Go
	// late says that Dict lacks attributes which the VM adds when somebody
	// looks for them: most programs never look into builtins, and many not into sys.
	late bool
}

// A ModuleSpec declares a module in Go: one package, one line in the
// library's list. Init, if set, runs at import after the tables are in.
type ModuleSpec struct {
	Name    string
	Doc     string
	Methods []Method
	Types   []*Type
	Consts  []Const
	Init    func(t *Thread, m *Module) error
	// FuncModule is the __module__ of the functions where it is not Name: CPython
	// has many in a module of their own, as _operator.
	FuncModule string

	// Source gives the text of a module in Python; of the fields above it has but
	// Name and Doc then. Package says that it is a package.
	Source  func() []byte
	Package bool
	// Builtins are functions that a VM with this module has among its builtins.
	Builtins []Method
	// HostFiles says that a VM with this module may open the host's files.
	HostFiles bool
	// Start, if set, is called in a VM of an embedding program with this module
	// before somebody looks into sys, to add what belongs there.
	Start func(t *Thread)
}

// A Frame is a picture of a running or finished frame, for sys._getframe and tracebacks.
type Frame struct {
	Object
	Code    *CodeObject
	Globals *Dict
	Back    Value // *Frame or None
	Line    int
	Inst    int // index of the instruction that runs
	Impl    any
	Rare    *FrameRare
}

// A FrameRare is what few frames have.
type FrameRare struct {
	Locals Value // dict as of the last look; see the vm package
	Trace  Value // f_trace; unset: none
	// LastLine and LastPC are the line and instruction that were traced last.
	LastLine, LastPC int
	Shown            int  // if not 0: f_lineno while a line without instructions is traced
	NoLines, Opcodes bool // f_trace_lines is False; f_trace_opcodes is True
}

// A Traceback is one entry of a traceback: where Frame was.
type Traceback struct {
	Object
	Next  *Traceback
	Frame *Frame
	Line  int
	Inst  int  // -1: unknown
	Comp  bool // the instruction is inside a comprehension that has an entry of its own
}

// A Generator is a suspended frame: a generator, coroutine or asynchronous
// generator, by its type.
type Generator struct {
	Object
	Func    *Function
	Regs    []Value // as many as are needed at any yield; behind the struct if few
	Handled Value   // exception it was handling when it yielded
	Rare    *GeneratorRare
	PC      int32
	Live    uint16 // how many of Regs are needed at the present yield
	Version uint16 // how often Func's code had been replaced, see Code
	Started bool
	Running bool
	Done    bool
	// Delegating says that it is suspended in a yield from or await.
	Delegating bool
	Closing    bool // async generator: aclose() or athrow() is under way
	AgRun      bool
	HooksOn    bool
}

// A GeneratorRare is what few generators have.
type GeneratorRare struct {
	Name, Qual *Str    // nil: the function's
	Thrown     []Value // while a throw() is passed on: the method to call, and its arguments
	Snap       *Frame  // the picture of its frame, while it does not run
	Far        []Value // locals that are no registers
	Origin     Value
	Final      Value // async generator's finalizer hook
}

// The types of this file.
var (
	cellType, codeType, functionType, methodType, moduleType, frameType, tracebackType     Type
	generatorType, coroutineType, asyncGenType, nativeType, nativeMethodType, methDescType Type
	wrapperDescrType, getsetDescrType, memberDescrType, classMethodDescrType               Type

	CellType             = &cellType
	CodeType             = &codeType
	FunctionType         = &functionType
	MethodType           = &methodType
	ModuleType           = &moduleType
	FrameType            = &frameType
	TracebackType        = &tracebackType
	GeneratorType        = &generatorType
	CoroutineType        = &coroutineType
	AsyncGeneratorType   = &asyncGenType
	NativeType           = &nativeType       // builtin_function_or_method
	MethodDescrType      = &methDescType     // method_descriptor
	WrapperDescrType     = &wrapperDescrType // slot wrapper
	ClassMethodDescrType = &classMethodDescrType
	MethodWrapperType    = &nativeMethodType // method-wrapper
	GetSetDescrType      = &getsetDescrType
	MemberDescrType      = &memberDescrType
)

// NewCell makes a cell with a value, or empty.
func NewCell(v Value) *Cell {
	c := &Cell{Val: v}
	c.typ = &cellType
	return c
}

// NewMethod binds f to self.
func NewMethod(f, self Value) Value {
	m := &BoundMethod{Func: f, Self: self}
	m.typ = &methodType
	return m.Value()
}

// NewModule makes an empty module.
func NewModule(name string) *Module { return newModule(name, smallDict) }

// newModule makes a module with room for n attributes, of which it has five.
func newModule(name string, n int) *Module {
	m := moduleWith(NewDictSize(n))
	m.Dict.SetStr(dnName, NewStr(name))
	m.Dict.SetStr(dnDoc, None)
	m.Dict.SetStr(dnPackage, None)
	m.Dict.SetStr(dnLoader, None)
	m.Dict.SetStr(dnSpec, None)
	return m
}

// NewLateModule makes a module of which d is the beginning: Host.Complete adds
// the rest when somebody looks.
func NewLateModule(d *Dict) *Module {
	m := moduleWith(d)
	m.late = true
	return m
}

func moduleWith(d *Dict) *Module {
	m := &Module{Dict: d}
	m.typ = &moduleType
	m.attrs.shape = moduleType.root
	return m
}

// Late says that nobody has looked yet for what a late module lacks.
func (m *Module) Late() bool { return m.late }

// Namespace is the module's dict with all that belongs there.
func (m *Module) Namespace(t *Thread) *Dict {
	if m.late {
		m.late = false
		t.Host.Complete(t, m)
	}
	return m.Dict
}

// A getsetDescr is a GetSet in a type's dict.
type getsetDescr struct {
	Object
	def   *GetSet
	owner *Type
}

// A memberDescr is a __slots__ member.
type memberDescr struct {
	Object
	name  *Str
	owner *Type
	slot  int
}
