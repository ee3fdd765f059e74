package runtime

import (
	"fmt"
	"math/big"
	"unsafe"

	"github.com/minipy/minipy/lang/code"
)

// A CodeObject is a compiled body in one VM. Until somebody needs what is in
// it, usually with the first call, it is only known where that is: Load.
type CodeObject struct {
	Object
	vm     *VM
	code   *code.Code   // nil: not yet read from src
	src    *code.Source // with body number at; nil: the compiler made the code
	at     int
	loaded bool

	// Captures are the registers of the enclosing function with the cells of the
	// free variables. Valid before Load.
	Captures []int32

	Consts                   []Value
	Names, VarNames          []*Str
	Children                 []*CodeObject
	Name, Qualname, Filename *Str
	Doc                      Value
	Impl                     any            // the vm package's inline caches
	Unit                     unsafe.Pointer // Impl as functions keep it
	// replaced parts of code.replace() are in Code itself
}

// NewCodeObject makes an object of vm of what the compiler made.
func (vm *VM) NewCodeObject(c *code.Code) *CodeObject {
	o := &CodeObject{vm: vm, code: c, Captures: c.Captures}
	o.typ = &codeType
	return o
}

// ReadCodeObject makes an object of vm of body i of src.
func (vm *VM) ReadCodeObject(src *code.Source, i int) *CodeObject {
	o := &CodeObject{vm: vm, src: src, at: i}
	o.typ = &codeType
	o.Captures, _ = src.Head(i)
	return o
}

// Code is the compiled body.
func (o *CodeObject) Code() *code.Code { return o.Load().code }

// Load makes everything of o valid and gives o. Bytes that are not what the
// compiler writes, though they have the right checksum, are a panic, which ends
// as SystemError.
func (o *CodeObject) Load() *CodeObject {
	if !o.loaded {
		o.load()
	}
	return o
}

func (o *CodeObject) load() {
	vm, c := o.vm, o.code
	if c == nil {
		var children []int
		var err error
		if c, children, err = o.src.Body(o.at); err != nil {
			panic(fmt.Errorf("a function cannot be read: %w", err))
		}
		if o.Children == nil {
			o.Children = make([]*CodeObject, len(children))
			for i, n := range children {
				o.Children[i] = vm.ReadCodeObject(o.src, n)
			}
		}
		o.code = c
	} else {
		o.Children = make([]*CodeObject, len(c.Children))
		for i, x := range c.Children {
			o.Children[i] = vm.NewCodeObject(x)
		}
	}
	o.Name, o.Qualname, o.Filename = vm.Intern(c.Name), vm.Intern(c.Qualname), vm.Intern(c.Filename)
	o.Doc = None
	if c.HasDoc {
		o.Doc = NewStr(c.Doc)
	}
	o.Names, o.VarNames = vm.internAll(c.Names), vm.internAll(c.VarNames)
	o.Consts = make([]Value, len(c.Consts))
	for i, k := range c.Consts {
		o.Consts[i] = vm.constant(k)
	}
	o.loaded = true
}

func (vm *VM) internAll(names []string) []*Str {
	out := make([]*Str, len(names))
	for i, n := range names {
		out[i] = vm.Intern(n)
	}
	return out
}

// constant makes the value of a compiled constant.
func (vm *VM) constant(k code.Const) Value {
	list := func(k []code.Const) []Value {
		items := make([]Value, len(k))
		for i, x := range k {
			items[i] = vm.constant(x)
		}
		return items
	}
	switch k := k.(type) {
	case bool:
		return Bool(k)
	case int:
		return Int(int64(k))
	case int64:
		return Int(k)
	case *big.Int:
		return NewInt(k)
	case float64:
		return Float(k)
	case complex128:
		return NewComplex(k)
	case string:
		return vm.Intern(k).Value()
	case code.Bytes:
		return NewBytesString(string(k))
	case code.Ellipsis:
		return Ellipsis
	case code.Tuple:
		return NewTuple(list(k))
	case code.FrozenSet:
		if v, err := NewFrozenSetOf(vm.Main, list(k)); err == nil {
			return v
		}
	case *code.Code:
		return vm.NewCodeObject(k).Value()
	}
	return None
}

// Whole is the compiled body with the nested ones, for who wants them as one.
func (o *CodeObject) Whole() *code.Code {
	co := *o.Code()
	co.Children = make([]*code.Code, len(o.Children))
	for i, c := range o.Children {
		co.Children[i] = c.Whole()
	}
	return &co
}

// Source says where o can be read from: it is written if need be. children are
// the objects of the nested code, if there are any yet.
func (o *CodeObject) Source() (src *code.Source, at int, children []*CodeObject) {
	if o.src == nil {
		src, err := code.Open(code.Marshal(o.Whole()))
		if err != nil {
			panic(err)
		}
		o.setSource(src, 0)
	}
	return o.src, o.at, o.Children
}

// setSource says that o and what is nested in it can be read from src.
func (o *CodeObject) setSource(src *code.Source, at int) {
	if o.src != nil {
		return
	}
	o.src, o.at = src, at
	_, nested := src.Head(at)
	for i, n := range nested {
		o.Children[i].setSource(src, n)
	}
}

// SetSource makes o, which is empty and read from a VM's state, what Source
// describes. src may yet be empty, too.
func (o *CodeObject) SetSource(src *code.Source, at int, captures []int32, children []*CodeObject) {
	o.typ, o.src, o.at, o.Captures, o.Children = &codeType, src, at, captures, children
}
