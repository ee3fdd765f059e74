// Package heapsize measures how much memory a machine keeps alive: it follows
// pointers as the Go collector does, by the types of package runtime and vm.
//
// What every machine of the process shares is left out (builtin types, tables
// of functions), and so is what belongs to the embedding program: only Go
// types of this module are followed.
package heapsize

import (
	"math/big"
	"reflect"
	"strings"
	"unsafe"

	"github.com/minipy/minipy/runtime"
)

// A plan says where in a Go type the pointers are.
type plan struct {
	size uintptr
	ops  []op
}

type op struct {
	kind opKind
	off  uintptr
	elem *plan        // of a pointer, of a slice's elements
	typ  reflect.Type // of a map or an interface
}

type opKind uint8

const (
	opValue   opKind = iota // a runtime.Value
	opObject                // a pointer to an object, whose header says what it is
	opPointer               // a pointer to something else
	opSlice
	opString
	opMap
	opAny
)

// A Meter measures. It keeps its plans from one measurement to the next.
type Meter struct {
	plans   map[reflect.Type]*plan
	objects []*plan // by runtime.GoType's number
	seen    set
	queue   []item
	bytes   int64
}

type item struct {
	at unsafe.Pointer
	p  *plan
}

// Measure gives how many bytes are reachable from root, a pointer; more than
// limit it does not count. It ends early when stop says so.
func (m *Meter) Measure(root any, limit int64, stop func() bool) (bytes int64, ok bool) {
	if m.plans == nil {
		m.plans = map[reflect.Type]*plan{}
	}
	m.bytes = 0
	m.seen.reset()
	v := reflect.ValueOf(root)
	m.pointer(v.UnsafePointer(), m.plan(v.Type().Elem()))
	for n := 0; len(m.queue) > 0 && m.bytes <= limit; n++ {
		if n&1023 == 0 && stop() {
			m.end()
			return m.bytes, false
		}
		last := len(m.queue) - 1
		x := m.queue[last]
		m.queue = m.queue[:last]
		m.fields(x.at, x.p)
	}
	m.end()
	return m.bytes, true
}

// end lets go of what a large measurement has needed.
func (m *Meter) end() {
	m.queue = m.queue[:0]
	if cap(m.queue) > 1<<12 {
		m.queue = nil
	}
	m.seen.reset()
}

// add counts n bytes as Go's allocator rounds them.
func (m *Meter) add(n uintptr) { m.bytes += int64((n + 15) &^ 15) }

func (m *Meter) pointer(at unsafe.Pointer, p *plan) {
	if at == nil || p == nil || !m.seen.add(at) {
		return
	}
	m.add(p.size)
	if len(p.ops) > 0 {
		m.queue = append(m.queue, item{at, p})
	}
}

func (m *Meter) object(at unsafe.Pointer) {
	if at == nil {
		return
	}
	o := (*runtime.Object)(at)
	if o.Type() == runtime.TypeType && !(*runtime.Type)(at).IsHeap() {
		return // every machine has it
	}
	t, number, err := runtime.GoType(o)
	if err != nil {
		if m.seen.add(at) {
			m.bytes += 64
		}
		return
	}
	for number >= len(m.objects) {
		m.objects = append(m.objects, nil)
	}
	p := m.objects[number]
	if p == nil {
		p = m.plan(t)
		m.objects[number] = p
	}
	m.pointer(at, p)
}

// fields follows what is at at.
func (m *Meter) fields(at unsafe.Pointer, p *plan) {
	for i := range p.ops {
		o := &p.ops[i]
		f := unsafe.Add(at, o.off)
		switch o.kind {
		case opValue:
			if kind, _ := (*runtime.Value)(f).Immediate(); kind == runtime.ImmObject {
				m.object(*(*unsafe.Pointer)(f))
			}
		case opObject:
			m.object(*(*unsafe.Pointer)(f))
		case opPointer:
			m.pointer(*(*unsafe.Pointer)(f), o.elem)
		case opString:
			s := *(*string)(f)
			if p := unsafe.Pointer(unsafe.StringData(s)); len(s) > 0 && m.seen.add(p) {
				m.add(uintptr(len(s)))
			}
		case opSlice:
			m.slice((*sliceHeader)(f), o.elem)
		case opMap:
			m.mapping(reflect.NewAt(o.typ, f).Elem())
		case opAny:
			m.any(reflect.NewAt(o.typ, f).Elem())
		}
	}
}

type sliceHeader struct {
	data     unsafe.Pointer
	len, cap int
}

// slice follows a slice's elements, also those between its length and its
// capacity: the collector does.
func (m *Meter) slice(s *sliceHeader, elem *plan) {
	if s.cap == 0 || s.data == nil || elem.size == 0 || !m.seen.add(s.data) {
		return
	}
	m.add(elem.size * uintptr(s.cap))
	if len(elem.ops) == 0 {
		return
	}
	if len(elem.ops) == 1 && elem.ops[0].kind == opValue && elem.size == valueType.Size() { // items
		for i := range s.len {
			v := (*runtime.Value)(unsafe.Add(s.data, uintptr(i)*elem.size))
			if kind, _ := v.Immediate(); kind == runtime.ImmObject {
				m.object(*(*unsafe.Pointer)(unsafe.Pointer(v)))
			}
		}
		return
	}
	for i := range s.len {
		m.fields(unsafe.Add(s.data, uintptr(i)*elem.size), elem)
	}
}

func (m *Meter) mapping(v reflect.Value) {
	if v.IsNil() || !m.seen.add(v.UnsafePointer()) {
		return
	}
	t := v.Type()
	n := uintptr(v.Len())
	m.add(64 + n*(t.Key().Size()+t.Elem().Size()+1)*8/7)
	kp, ep := m.plan(t.Key()), m.plan(t.Elem())
	if len(kp.ops)+len(ep.ops) == 0 {
		return
	}
	key, elem := reflect.New(t.Key()), reflect.New(t.Elem())
	for it := v.MapRange(); it.Next(); {
		key.Elem().SetIterKey(it)
		elem.Elem().SetIterValue(it)
		m.fields(key.UnsafePointer(), kp)
		m.fields(elem.UnsafePointer(), ep)
	}
}

func (m *Meter) any(v reflect.Value) {
	if v.IsNil() {
		return
	}
	x := v.Elem()
	if !ours(x.Type()) {
		return
	}
	switch x.Kind() {
	case reflect.Pointer:
		if isObject(x.Type().Elem()) {
			m.object(x.UnsafePointer())
		} else {
			m.pointer(x.UnsafePointer(), m.plan(x.Type().Elem()))
		}
	case reflect.Map:
		m.mapping(x)
	case reflect.Slice, reflect.String, reflect.Struct, reflect.Array:
		c := reflect.New(x.Type())
		if !v.CanInterface() {
			return
		}
		c.Elem().Set(x)
		m.fields(c.UnsafePointer(), m.plan(x.Type()))
	}
}

const module = "github.com/minipy/minipy/"

// ours says that a type belongs to the machine, not to the embedding program.
func ours(t reflect.Type) bool {
	for t.Name() == "" {
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
			t = t.Elem()
			continue
		}
		break
	}
	p := t.PkgPath()
	return p == "" || strings.HasPrefix(p, module) && !strings.HasPrefix(p, module+"examples") || t == reflect.TypeFor[big.Int]() || t == reflect.TypeFor[big.Word]()
}

var (
	valueType  = reflect.TypeFor[runtime.Value]()
	objectType = reflect.TypeFor[runtime.Object]()
	meterType  = reflect.TypeFor[Meter]()
)

// isObject says that a struct begins with an object's header.
func isObject(t reflect.Type) bool {
	for t.Kind() == reflect.Struct && t.NumField() > 0 {
		if t == objectType {
			return true
		}
		t = t.Field(0).Type
	}
	return false
}

// plan makes the plan of a type, once.
func (m *Meter) plan(t reflect.Type) *plan {
	if p := m.plans[t]; p != nil {
		return p
	}
	p := &plan{size: t.Size()}
	m.plans[t] = p
	m.collect(p, t, 0)
	return p
}

// collect adds the pointers of a t at off to p.
func (m *Meter) collect(p *plan, t reflect.Type, off uintptr) {
	if t == valueType {
		p.ops = append(p.ops, op{kind: opValue, off: off})
		return
	}
	if t == objectType || t == meterType || runtime.IsStatic(t) {
		return
	}
	switch t.Kind() {
	case reflect.Struct:
		if !ours(t) {
			return
		}
		for i := range t.NumField() {
			f := t.Field(i)
			m.collect(p, f.Type, off+f.Offset)
		}
	case reflect.Array:
		for i := range t.Len() {
			m.collect(p, t.Elem(), off+uintptr(i)*t.Elem().Size())
		}
	case reflect.Pointer:
		e := t.Elem()
		switch {
		case isObject(e):
			p.ops = append(p.ops, op{kind: opObject, off: off})
		case ours(e) && !runtime.IsStatic(e):
			p.ops = append(p.ops, op{kind: opPointer, off: off, elem: m.plan(e)})
		}
	case reflect.Slice:
		if ours(t.Elem()) && !runtime.IsStatic(t.Elem()) {
			p.ops = append(p.ops, op{kind: opSlice, off: off, elem: m.plan(t.Elem())})
		}
	case reflect.String:
		p.ops = append(p.ops, op{kind: opString, off: off})
	case reflect.Map:
		if ours(t.Elem()) && ours(t.Key()) {
			p.ops = append(p.ops, op{kind: opMap, off: off, typ: t})
		}
	case reflect.Interface:
		p.ops = append(p.ops, op{kind: opAny, off: off, typ: t})
	}
}
