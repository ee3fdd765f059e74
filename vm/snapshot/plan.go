package snapshot

import (
	"fmt"
	"reflect"
	"sync"
	"sync/atomic"
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

// A Planner holds the plans: one for all machines of a program. What is made
// only once is guarded; the rest does not change.
type Planner struct {
	hooks   map[reflect.Type]*Hook
	dynamic []reflect.Type // what may be in an interface, by number
	numbers map[reflect.Type]int
	shared  statics

	objects []atomic.Pointer[plan] // of the structs of objects, by runtime.GoType's number
	done    sync.Map               // plans by reflect.Type
	mu      sync.Mutex
	plans   map[reflect.Type]*plan // mu guards it: those, and what is being made
}

// statics are what both sides have, by number; the same may have several.
type statics struct {
	list  []unsafe.Pointer
	first int           // the number of the first
	table func() *table // for writing
}

func makeStatics(list []unsafe.Pointer, first int) statics {
	return statics{list, first, sync.OnceValue(func() *table {
		t := newTable(len(list))
		for i, at := range list {
			if at == nil {
				continue
			}
			if _, ok := t.get(at); !ok {
				t.put(at, uint32(first+i))
			}
		}
		return t
	})}
}

// NewPlanner makes a planner; common is what all machines have. dynamic are
// examples of the types that may be in interfaces: the same ones, in the same
// order, wherever the state is read.
func NewPlanner(common *runtime.Statics, hooks map[reflect.Type]*Hook, dynamic ...any) *Planner {
	p := &Planner{plans: map[reflect.Type]*plan{}, hooks: map[reflect.Type]*Hook{}, numbers: map[reflect.Type]int{},
		shared: makeStatics(common.List(), 0), objects: make([]atomic.Pointer[plan], runtime.GoTypes())}
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

// A Format is how the states of machines are written that have the same modules.
type Format struct {
	*Planner
	own   statics
	print []byte // tells formats apart
}

// Format makes a format; own is what its machines have besides what all have,
// and print tells it from others.
func (p *Planner) Format(own *runtime.Statics, print string) *Format {
	return &Format{p, makeStatics(own.List(), len(p.shared.list)), append(runtime.AppendFingerprint(nil), print...)}
}

// object is the plan of the struct with a number that runtime.GoType has given.
func (p *Planner) object(number int, t reflect.Type) *plan {
	x := p.objects[number].Load()
	if x == nil {
		x = p.plan(t)
		p.objects[number].Store(x)
	}
	return x
}

// plan is the plan of a Go type.
func (p *Planner) plan(t reflect.Type) *plan {
	if x, ok := p.done.Load(t); ok {
		return x.(*plan)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.make(t)
	for t, x := range p.plans {
		p.done.Store(t, x)
	}
	clear(p.plans)
	x, _ := p.done.Load(t)
	return x.(*plan)
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

// make makes the plan of t and of what it needs, for who has mu.
func (p *Planner) make(t reflect.Type) *plan {
	if x, ok := p.done.Load(t); ok {
		return x.(*plan)
	}
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
		o.kind, o.elem = opSlice, p.make(t.Elem())
	case reflect.Map:
		o.kind, o.key, o.elem = opMap, p.make(t.Key()), p.make(t.Elem())
	case reflect.Interface:
		o.kind = opAny
	case reflect.Pointer:
		switch {
		case isObject(t.Elem()):
			o.kind = opObject
		case runtime.IsStatic(t.Elem()):
			o.kind = opStatic
		default:
			o.kind, o.elem = opPointer, p.make(t.Elem())
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
