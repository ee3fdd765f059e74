package snapshot

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"reflect"
	"unsafe"

	"github.com/minipy/minipy/runtime"
)

// A Writer writes a graph of Go values.
type Writer struct {
	Aside   Aside                       // may be nil
	Mapped  func(p unsafe.Pointer) bool // says whose bytes need not be written; may be nil
	Context any                         // for hooks

	p     *Format
	out   io.Writer
	buf   []byte
	ids   *table    // numbers of what is not static
	known [2]*table // of what is
	next  uint32    // number of what is met next
	// kept keeps alive what has a number. Parts of the state are made for the
	// writing only: where one has been let go of, something else may come to be
	// and would be taken for it.
	kept  []*[keptSize]unsafe.Pointer
	queue []pending
	err   error
}

// A pending value has been referred to and is yet to be written.
type pending struct {
	at   unsafe.Pointer
	plan *plan
}

// How a reference begins: one of these, or the number of something static or
// that was written before plus refOld.
const (
	refNil = iota
	refNew
	refOld
)

// keptSize is how many pointers a piece of Writer.kept has.
const keptSize = 1 << 9

const flushAt = 1 << 16

// NewWriter writes to out what a Reader with an equal Format reads.
func (p *Format) NewWriter(out io.Writer) *Writer {
	w := &Writer{p: p, out: out, ids: newTable(1 << 10), known: [2]*table{p.shared.table(), p.own.table()}, next: uint32(p.own.first + len(p.own.list)), buf: make([]byte, 0, 1<<13)}
	w.buf = append(w.buf, magic...)
	w.uint(version)
	w.bytes(p.print)
	return w
}

// Write writes what v points at, and everything that it leads to.
func (w *Writer) Write(v any) error {
	r := reflect.ValueOf(v)
	w.queue = append(w.queue, pending{r.UnsafePointer(), w.p.plan(r.Type().Elem())})
	for i := 0; i < len(w.queue); i++ {
		x := w.queue[i]
		w.queue[i] = pending{}
		w.fields(x.at, x.plan)
		if len(w.buf) >= flushAt {
			w.flush()
		}
		if w.err != nil {
			return w.err
		}
		if i > 1<<12 && i > len(w.queue)/2 { // let what is written go
			w.queue = append(w.queue[:0], w.queue[i+1:]...)
			i = -1
		}
	}
	w.queue = w.queue[:0]
	return w.err
}

// Close ends the stream.
func (w *Writer) Close() error {
	w.flush()
	w.chunk(nil)
	return w.err
}

// Fail makes the writing fail: something cannot be written.
func (w *Writer) Fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *Writer) flush() {
	if len(w.buf) > 0 {
		w.chunk(w.buf)
		w.buf = w.buf[:0]
	}
}

// chunk writes b with its length and checksum.
func (w *Writer) chunk(b []byte) {
	var head [8]byte
	for first := true; w.err == nil && (first || len(b) > 0); first = false {
		n := min(len(b), maxChunk)
		binary.LittleEndian.PutUint32(head[:], uint32(n))
		binary.LittleEndian.PutUint32(head[4:], crc32.ChecksumIEEE(b[:n]))
		if _, w.err = w.out.Write(head[:]); w.err == nil && n > 0 {
			_, w.err = w.out.Write(b[:n])
		}
		b = b[n:]
	}
}

func (w *Writer) uint(n uint64) { w.buf = binary.AppendUvarint(w.buf, n) }

func (w *Writer) bytes(b []byte) {
	w.uint(uint64(len(b)))
	if len(b) >= flushAt {
		w.flush()
		w.chunk(b)
		return
	}
	w.buf = append(w.buf, b...)
}

// Known says that p points at something static.
func (w *Writer) Known(p *runtime.Method) bool {
	_, ok := w.number(unsafe.Pointer(p))
	return ok
}

// Static writes a reference to a row of a table that is Known, or to none.
func (w *Writer) Static(p *runtime.Method) {
	if p == nil {
		w.buf = append(w.buf, refNil)
		return
	}
	n, _ := w.number(unsafe.Pointer(p))
	w.uint(uint64(n) + refOld)
}

// Text writes a string, for hooks.
func (w *Writer) Text(s string) { w.bytes([]byte(s)) }

// Uint writes a number, for hooks.
func (w *Writer) Uint(n uint64) { w.uint(n) }

// Object writes a reference to an object; nil for none.
func (w *Writer) Object(o *runtime.Object) { w.object(unsafe.Pointer(o)) }

func (w *Writer) object(at unsafe.Pointer) {
	if at == nil {
		w.buf = append(w.buf, refNil)
		return
	}
	if n, ok := w.number(at); ok {
		w.uint(uint64(n) + refOld)
		return
	}
	t, number, err := runtime.GoType((*runtime.Object)(at))
	if err != nil {
		w.Fail(err)
		return
	}
	w.buf = append(w.buf, refNew)
	w.uint(uint64(number))
	w.enqueue(at, w.p.object(number, t))
}

// number is the number of what has one.
func (w *Writer) number(at unsafe.Pointer) (uint32, bool) {
	n, ok := w.ids.get(at)
	for i := 0; !ok && i < len(w.known); i++ {
		n, ok = w.known[i].get(at)
	}
	return n, ok
}

func (w *Writer) enqueue(at unsafe.Pointer, p *plan) {
	w.ids.put(at, w.next)
	w.next++
	if w.next&(keptSize-1) == 0 || w.kept == nil {
		w.kept = append(w.kept, new([keptSize]unsafe.Pointer))
	}
	w.kept[len(w.kept)-1][w.next&(keptSize-1)] = at
	w.queue = append(w.queue, pending{at, p})
}

func (w *Writer) pointer(at unsafe.Pointer, p *plan) {
	if at == nil {
		w.buf = append(w.buf, refNil)
		return
	}
	if n, ok := w.number(at); ok {
		w.uint(uint64(n) + refOld)
		return
	}
	w.buf = append(w.buf, refNew)
	w.enqueue(at, p)
}

// value writes a Value: its kind, and its payload or the reference.
func (w *Writer) value(v *runtime.Value) {
	kind, bits := v.Immediate()
	w.buf = append(w.buf, kind)
	switch kind {
	case runtime.ImmObject:
		w.object(unsafe.Pointer(v.HeapObject()))
	case runtime.ImmInt:
		w.buf = binary.AppendVarint(w.buf, int64(bits))
	case runtime.ImmFloat, runtime.ImmBool, runtime.ImmUnset:
		w.buf = binary.LittleEndian.AppendUint64(w.buf, bits)
	}
}

// fields writes a value of a planned type at an address.
func (w *Writer) fields(at unsafe.Pointer, p *plan) {
	for i := range p.ops {
		o := &p.ops[i]
		f := unsafe.Add(at, o.off)
		switch o.kind {
		case opRaw:
			w.buf = append(w.buf, unsafe.Slice((*byte)(f), o.n)...)
		case opValue:
			w.value((*runtime.Value)(f))
		case opObject:
			w.object(*(*unsafe.Pointer)(f))
		case opPointer:
			w.pointer(*(*unsafe.Pointer)(f), o.elem)
		case opStatic:
			w.static(*(*unsafe.Pointer)(f), o)
		case opString:
			s := *(*string)(f)
			w.bytes(unsafe.Slice(unsafe.StringData(s), len(s)))
		case opSlice:
			w.slice(f, o.elem)
		case opMap:
			w.mapping(reflect.NewAt(o.typ, f).Elem(), o)
		case opAny:
			w.any(reflect.NewAt(o.typ, f).Elem())
		case opHook:
			o.hook.Write(w, reflect.NewAt(o.typ, f).Elem())
		}
	}
}

func (w *Writer) static(at unsafe.Pointer, o *op) {
	if at == nil {
		w.buf = append(w.buf, refNil)
		return
	}
	n, ok := w.number(at)
	if !ok {
		w.Fail(fmt.Errorf("a %v of no table: %s", o.typ.Elem(), runtime.NameOfStatic(at, o.typ.Elem())))
		return
	}
	w.uint(uint64(n) + refOld)
}

// A sliceHeader is how Go has a slice.
type sliceHeader struct {
	data     unsafe.Pointer
	len, cap int
}

// slice writes the length plus one (0: nil) and the elements.
func (w *Writer) slice(f unsafe.Pointer, elem *plan) {
	s := (*sliceHeader)(f)
	if s.data == nil {
		w.uint(0)
		return
	}
	if elem.raw && s.len >= flushAt && w.Mapped != nil && w.Mapped(s.data) {
		w.uint(0) // whoever has it maps it again: see runtime's Restored
		return
	}
	w.uint(uint64(s.len) + 1)
	if elem.raw {
		b := unsafe.Slice((*byte)(s.data), uintptr(s.len)*elem.size)
		if len(b) < flushAt {
			w.buf = append(w.buf, b...)
			return
		}
		w.flush()
		w.chunk(b)
		return
	}
	for i := range s.len {
		w.fields(unsafe.Add(s.data, uintptr(i)*elem.size), elem)
		if len(w.buf) >= flushAt {
			w.flush()
		}
	}
}

func (w *Writer) mapping(m reflect.Value, o *op) {
	if m.IsNil() {
		w.uint(0)
		return
	}
	w.uint(uint64(m.Len()) + 1)
	key, val := reflect.New(o.typ.Key()), reflect.New(o.typ.Elem())
	for it := m.MapRange(); it.Next(); {
		key.Elem().SetIterKey(it)
		val.Elem().SetIterValue(it)
		w.fields(key.UnsafePointer(), o.key)
		w.fields(val.UnsafePointer(), o.elem)
	}
}

// any writes the number of the dynamic type plus one (0: nil) and the value.
func (w *Writer) any(v reflect.Value) {
	if v.IsNil() {
		w.uint(0)
		return
	}
	t := v.Elem().Type()
	n, ok := w.p.numbers[t]
	if !ok {
		w.Fail(fmt.Errorf("a %v", t))
		return
	}
	w.uint(uint64(n) + 1)
	x := reflect.New(t)
	x.Elem().Set(v.Elem())
	w.fields(x.UnsafePointer(), w.p.plan(t))
}
