package snapshot

import (
	"fmt"
	"reflect"
	"sync"
	"unsafe"

	"github.com/minipy/minipy/runtime"
)

// A plan says how a Go type lies in memory: which of its bytes are plain, and
// where the rest is. Plans are made once for each type, by reflection, so that
// writing and reading objects needs none.
type plan struct {
	typ  reflect.Type
	size uintptr
	ops  []op
	raw  bool // all plain bytes
}

type op struct {
	kind opKind
	off  uintptr
	n    uintptr // opRaw: how many bytes
	elem *plan   // opSlice, opMap: of the elements; opPointer: of what it points at
	key  *plan   // opMap
	typ  reflect.Type
	hook *Hook
}

type opKind uint8

const (
	opRaw     opKind = iota
	opValue          // a runtime.Value
	opObject         // a pointer to an object; what it is, its header says
	opPointer        // a pointer to a struct that is no object
	opStatic         // a pointer to what every process of this program has
	opSlice
	opString
	opMap
	opAny // an interface; what may be in it is registered
	opHook
)

// A Hook is the way of one Go type that has its own. v is addressable.
type Hook struct {
	Write func(w *Writer, v reflect.Value)
	Read  func(r *Reader, v reflect.Value)
}

// A Planner holds the plans, and what is particular to whom it serves.
// It is made once for a machine. Its numbers begin with those of the statics.
type Planner struct {
	plans   map[reflect.Type]*plan
	objects []*plan // of the structs of objects, by runtime.GoType's number
	hooks   map[reflect.Type]*Hook
	dynamic []reflect.Type // what may be in an interface, by number
	numbers map[reflect.Type]int
	statics []unsafe.Pointer
	known   *table // of the statics; nil: nothing was written yet
}

// NewPlanner makes a planner for a machine with the given tables. dynamic are examples of the types that may be in interfaces: the same ones,
// in the same order, wherever the state is read.
func NewPlanner(statics *runtime.Statics, hooks map[reflect.Type]*Hook, dynamic ...any) *Planner {
	p := &Planner{plans: map[reflect.Type]*plan{}, hooks: map[reflect.Type]*Hook{}, numbers: map[reflect.Type]int{}, statics: statics.List()}
	for t, h := range hooks {
		p.hooks[t] = h
	}
	for t, h := range ownHooks() {
		p.hooks[t] = h
	}
	for _, x := range dynamic {
		t := reflect.TypeOf(x)
		p.numbers[t] = len(p.dynamic)
		p.dynamic = append(p.dynamic, t)
	}
	return p
}

// object is the plan of the struct with a number that runtime.GoType has given.
func (p *Planner) object(number int, t reflect.Type) *plan {
	if number < len(p.objects) {
		if x := p.objects[number]; x != nil {
			return x
		}
	} else {
		p.objects = append(p.objects, make([]*plan, number+1-len(p.objects))...)
	}
	x := p.plan(t)
	p.objects[number] = x
	return x
}

// table has the numbers of the statics, for a Writer that adds its own.
func (p *Planner) table() *table {
	if p.known == nil {
		p.known = newTable(len(p.statics) + 1<<13)
		for i, at := range p.statics {
			if at == nil {
				continue
			}
			if _, ok := p.known.get(at); !ok {
				p.known.put(at, uint32(i))
			}
		}
	}
	return p.known.clone()
}

var (
	valueType  = reflect.TypeFor[runtime.Value]()
	headerType = reflect.TypeFor[runtime.Object]()
)

// isObject says that t is the struct of an object: it begins with the header.
func isObject(t reflect.Type) bool {
	for t.Kind() == reflect.Struct && t.NumField() > 0 {
		if t == headerType {
			return true
		}
		t = t.Field(0).Type
	}
	return false
}

// droppedTypes have no meaning in another process: they are read as zero.
var droppedTypes = map[reflect.Type]bool{
	reflect.TypeFor[sync.Mutex]():        true,
	reflect.TypeFor[runtime.Slots]():     true,
	reflect.TypeFor[runtime.WaitQueue](): true,
	reflect.TypeFor[*runtime.TypeSpec](): true,
	reflect.TypeFor[*runtime.Buffer]():   true,
	reflect.TypeFor[*runtime.Thread]():   true,
	reflect.TypeFor[*runtime.VM]():       true,
}

// droppedFields likewise; they are made again.
var droppedFields = map[string]bool{
	"Function.Unit": true, "Native.sig": true, "Native.arity": true,
}

func (p *Planner) plan(t reflect.Type) *plan {
	if x := p.plans[t]; x != nil {
		return x
	}
	x := &plan{typ: t, size: t.Size()}
	p.plans[t] = x
	p.add(x, t, 0)
	x.raw = len(x.ops) == 1 && x.ops[0].kind == opRaw && x.ops[0].n == x.size
	return x
}

// add appends the ops of a value of type t at offset off.
func (p *Planner) add(x *plan, t reflect.Type, off uintptr) {
	o := op{off: off, typ: t}
	if o.hook = p.hooks[t]; o.hook != nil {
		o.kind = opHook
		x.ops = append(x.ops, o)
		return
	}
	if droppedTypes[t] {
		return
	}
	switch t.Kind() {
	case reflect.Func, reflect.Chan, reflect.UnsafePointer:
		return
	case reflect.String:
		o.kind = opString
	case reflect.Slice:
		o.kind, o.elem = opSlice, p.plan(t.Elem())
	case reflect.Map:
		o.kind, o.key, o.elem = opMap, p.plan(t.Key()), p.plan(t.Elem())
	case reflect.Interface:
		o.kind = opAny
	case reflect.Pointer:
		switch {
		case isObject(t.Elem()):
			o.kind = opObject
		case runtime.IsStatic(t.Elem()):
			o.kind = opStatic
		default:
			o.kind, o.elem = opPointer, p.plan(t.Elem())
		}
	case reflect.Array:
		for i := range t.Len() {
			p.add(x, t.Elem(), off+uintptr(i)*t.Elem().Size())
		}
		return
	case reflect.Struct:
		if t == valueType {
			o.kind = opValue
			break
		}
		for i := range t.NumField() {
			f := t.Field(i)
			if f.Name != "_" && !droppedFields[t.Name()+"."+f.Name] {
				p.add(x, f.Type, off+f.Offset)
			}
		}
		return
	default: // numbers
		p.addRaw(x, off, t.Size())
		return
	}
	x.ops = append(x.ops, o)
}

// addRaw appends n plain bytes, to the run before them if they follow it.
func (p *Planner) addRaw(x *plan, off, n uintptr) {
	if len(x.ops) > 0 {
		if l := &x.ops[len(x.ops)-1]; l.kind == opRaw && l.off+l.n == off {
			l.n += n
			return
		}
	}
	x.ops = append(x.ops, op{kind: opRaw, off: off, n: n})
}

func (o *op) String() string { return fmt.Sprint(o.kind, o.off, o.typ) }
