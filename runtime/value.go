package runtime

import (
	"math"
	"unsafe"
)

// A Value is a Python object. ref points at an Object header: at the object
// itself, or, for an int of 64 bits, a float, a bool, None and the like, at
// the one tag of that kind, with the payload in bits. The zero Value is no
// object; it marks an unset register or a missing argument (see IsUnset).
//
// This file is the only one that turns a Value into a Go pointer and back.
type Value struct {
	ref  unsafe.Pointer
	bits uint64
}

// An Object is the header that every heap object begins with (as its first
// field).
type Object struct {
	typ *Type
}

// The tags: what ref points at for values that carry their payload in bits.
// They are written once, before main, and only read after.
var (
	intTag            = Object{&intType}
	floatTag          = Object{&floatType}
	boolTag           = Object{&boolType}
	noneTag           = Object{&noneType}
	ellipsisTag       = Object{&ellipsisType}
	notImplementedTag = Object{&notImplementedType}
)

// The singletons.
var (
	None           = Value{ref: unsafe.Pointer(&noneTag)}
	True           = Value{ref: unsafe.Pointer(&boolTag), bits: 1}
	False          = Value{ref: unsafe.Pointer(&boolTag)}
	Ellipsis       = Value{ref: unsafe.Pointer(&ellipsisTag)}
	NotImplemented = Value{ref: unsafe.Pointer(&notImplementedTag)}
)

// Int, Float and Bool make values that need no allocation.
func Int(i int64) Value     { return Value{unsafe.Pointer(&intTag), uint64(i)} }
func Float(f float64) Value { return Value{unsafe.Pointer(&floatTag), math.Float64bits(f)} }

// NoneValue is None, made without a load from memory.
func NoneValue() Value { return Value{ref: unsafe.Pointer(&noneTag)} }

// Bool makes True or False.
func Bool(b bool) Value {
	v := Value{ref: unsafe.Pointer(&boolTag)}
	if b {
		v.bits = 1
	}
	return v
}

// Value makes an object's Value; through embedding every heap object has it.
func (o *Object) Value() Value { return Value{ref: unsafe.Pointer(o)} }

// Type is the object's class.
func (o *Object) Type() *Type { return o.typ }

// Address is where the object is; the collector moves nothing.
func (o *Object) Address() uintptr { return uintptr(unsafe.Pointer(o)) }

// Init sets the class of a fresh object.
func (o *Object) Init(t *Type) { o.typ = t }

// Type is the value's class. v must not be unset.
func (v Value) Type() *Type { return (*Object)(v.ref).typ }

// IsUnset says that v is no object.
func (v Value) IsUnset() bool { return v.ref == nil }

// IsNone says that v is None.
func (v Value) IsNone() bool { return v.ref == unsafe.Pointer(&noneTag) }

// IsNotImplemented says that v is NotImplemented.
func (v Value) IsNotImplemented() bool { return v.ref == unsafe.Pointer(&notImplementedTag) }

// IsInt says that v is exactly an int of 64 bits: not a bool, not a larger
// int, not an instance of a subclass.
func (v Value) IsInt() bool { return v.ref == unsafe.Pointer(&intTag) }

// IsFloat says that v is exactly a float.
func (v Value) IsFloat() bool { return v.ref == unsafe.Pointer(&floatTag) }

// IsBool says that v is True or False.
func (v Value) IsBool() bool { return v.ref == unsafe.Pointer(&boolTag) }

// IsTrue says that v is True itself.
func (v Value) IsTrue() bool { return v.ref == unsafe.Pointer(&boolTag) && v.bits != 0 }

// IsFalse says that v is False itself.
func (v Value) IsFalse() bool { return v.ref == unsafe.Pointer(&boolTag) && v.bits == 0 }

// AsInt64 is the payload of a Value for which IsInt or IsBool holds.
func (v Value) AsInt64() int64 { return int64(v.bits) }

// AsFloat64 is the payload of a Value for which IsFloat holds.
func (v Value) AsFloat64() float64 { return math.Float64frombits(v.bits) }

// BothInts says that a and b are exactly ints of 64 bits.
func BothInts(a, b Value) bool {
	return a.ref == unsafe.Pointer(&intTag) && b.ref == unsafe.Pointer(&intTag)
}

// BothFloats says that a and b are exactly floats.
func BothFloats(a, b Value) bool {
	return a.ref == unsafe.Pointer(&floatTag) && b.ref == unsafe.Pointer(&floatTag)
}

// Is is Python's `is`. Equal 64-bit ints and bit-equal floats are identical.
func Is(a, b Value) bool { return a.ref == b.ref && a.bits == b.bits }

// IsHeap says that v is an object of its own in the heap.
func (v Value) IsHeap() bool {
	switch v.ref {
	case unsafe.Pointer(&intTag), unsafe.Pointer(&floatTag), unsafe.Pointer(&boolTag), unsafe.Pointer(&noneTag),
		unsafe.Pointer(&ellipsisTag), unsafe.Pointer(&notImplementedTag), nil:
		return false
	}
	return true
}

// ID is a number that tells v from every other live value (id()).
func (v Value) ID() uint64 {
	switch v.ref {
	case unsafe.Pointer(&intTag):
		return v.bits<<5 | 1
	case unsafe.Pointer(&floatTag):
		return v.bits<<5 | 3
	}
	return uint64(uintptr(v.ref)) + v.bits
}

// obj is the header behind a heap value.
func (v Value) obj() *Object { return (*Object)(v.ref) }

// HeapObject is the header behind a value for which IsHeap holds.
func (v Value) HeapObject() *Object { return (*Object)(v.ref) }

// Cast gives the Go object behind v if v's class has the layout of the builtin
// type typ (is typ or a subclass of it). T must be the struct that typ's
// instances are made of, with Object as its first field.
func Cast[T any](v Value, typ *Type) (*T, bool) {
	if v.ref == nil || (*Object)(v.ref).typ.layout != typ {
		return nil, false
	}
	return (*T)(v.ref), true
}

// As is Cast without the check, for callers that have already made it.
func As[T any](v Value) *T { return (*T)(v.ref) }

// IsExactly says that v's class is typ itself.
func (v Value) IsExactly(typ *Type) bool { return v.ref != nil && (*Object)(v.ref).typ == typ }

// slotAt gives the address of inline slot i of the Instance o.
func slotAt(o *Instance, i int) *Value {
	return (*Value)(unsafe.Add(unsafe.Pointer(o), instanceHeader+uintptr(i)*unsafe.Sizeof(Value{})))
}

// attrsOf gives the attribute storage of an object whose class has some, at
// the class's offset.
func attrsOf(v Value) *Attrs {
	off := (*Object)(v.ref).typ.attrOff
	if off == 0 {
		return nil
	}
	return (*Attrs)(unsafe.Add(v.ref, off))
}

const instanceHeader = unsafe.Sizeof(Instance{})

// A Layout is the Go struct that a type's instances are made of.
type Layout struct {
	size        uintptr
	plain, wide any // nil pointers to it; wide: with the Attrs that Alloc puts behind it
}

// SizeOf is what TypeSpec.Size wants.
func SizeOf[T any]() Layout {
	var x T
	return Layout{unsafe.Sizeof(x), (*T)(nil), (*withAttrs[T])(nil)}
}

// Bytes is the struct's size.
func (l Layout) Bytes() uintptr { return l.size }

type withAttrs[T any] struct {
	base  T
	attrs Attrs
}

// Alloc makes an instance of cls, whose layout is the Go struct T, with room
// for attributes if cls has them.
func Alloc[T any](cls *Type) *T {
	if cls.attrOff == 0 || cls.layout.attrOff != 0 {
		p := new(T)
		o := (*Object)(unsafe.Pointer(p))
		o.typ = cls
		if cls.attrOff != 0 {
			attrsOf(o.Value()).shape = cls.root
		}
		return p
	}
	p := new(withAttrs[T])
	(*Object)(unsafe.Pointer(p)).typ = cls
	p.attrs.shape = cls.root
	return &p.base
}

// Where the structs that have attributes of their own keep them.
const (
	functionAttrs  = unsafe.Offsetof(Function{}.attrs)
	moduleAttrs    = unsafe.Offsetof(Module{}.attrs)
	exceptionAttrs = unsafe.Offsetof(Exception{}.attrs)
	namespaceAttrs = unsafe.Offsetof(namespace{}.attrs)
	wrapperAttrs   = unsafe.Offsetof(methodWrapper{}.attrs)
	typeAttrs      = unsafe.Offsetof(Type{}.attrs)
	weakrefAttrs   = unsafe.Offsetof(WeakRef{}.attrs)
	instanceAttrs  = unsafe.Offsetof(Instance{}.Attrs)
)

// InstanceOf gives the plain instance behind v, or nil where v's class has a
// builtin layout.
func InstanceOf(v Value) *Instance {
	if (*Object)(v.ref).typ.layout != &objectType {
		return nil
	}
	return (*Instance)(v.ref)
}
