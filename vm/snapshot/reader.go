package snapshot

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"reflect"
	"unsafe"

	"github.com/minipy/minipy/runtime"
)

// A Reader reads what a Writer has written.
type Reader struct {
	Aside   Aside // may be nil; as the Writer's
	Context any   // for hooks

	p       *Format
	in      io.Reader
	buf     []byte           // what is left of a chunk; strings that are read share its memory
	made    []unsafe.Pointer // by number, without the statics
	queue   []pending
	objects []*runtime.Object // all that were read
}

// ErrFormat is what every complaint about the bytes themselves is.
var ErrFormat = errors.New("snapshot: not a state that this program can read")

type readError struct{ err error }

func (r *Reader) fail(format string, args ...any) {
	panic(readError{fmt.Errorf("%w: %w", ErrFormat, fmt.Errorf(format, args...))})
}

// NewReader reads the head of a stream.
func (p *Format) NewReader(in io.Reader) (r *Reader, err error) {
	r = &Reader{p: p, in: in}
	defer catch(&err)
	head := make([]byte, len(magic))
	r.read(head)
	if string(head) != magic {
		r.fail("it does not begin as one")
	}
	if v := r.uint(); v != version {
		r.fail("version %d, not %d", v, version)
	}
	if !bytes.Equal(r.Bytes(), p.print) {
		r.fail("another build of the program, or a machine with other modules, has written it")
	}
	return r, nil
}

func catch(err *error) {
	switch x := recover().(type) {
	case nil:
	case readError:
		*err = x.err
	default:
		panic(x)
	}
}

// Read reads into what v points at.
func (r *Reader) Read(v any) (err error) {
	defer catch(&err)
	x := reflect.ValueOf(v)
	r.queue = append(r.queue, pending{x.UnsafePointer(), r.p.plan(x.Type().Elem())})
	for i := 0; i < len(r.queue); i++ {
		r.fields(r.queue[i].at, r.queue[i].plan)
	}
	r.queue = nil
	return nil
}

// Close sees that the stream ends here.
func (r *Reader) Close() (err error) {
	defer catch(&err)
	if len(r.buf) > 0 || r.chunk() {
		r.fail("there is more of it")
	}
	return nil
}

// chunk reads the next chunk; false: it is the last one.
func (r *Reader) chunk() bool {
	var head [8]byte
	if _, err := io.ReadFull(r.in, head[:]); err != nil {
		r.fail("it is cut off (%w)", err)
	}
	n := int(binary.LittleEndian.Uint32(head[:]))
	if n > maxChunk {
		r.fail("a chunk of %d bytes", n)
	}
	r.buf = make([]byte, n)
	if _, err := io.ReadFull(r.in, r.buf); err != nil {
		r.fail("it is cut off (%w)", err)
	}
	if binary.LittleEndian.Uint32(head[4:]) != crc32.ChecksumIEEE(r.buf) {
		r.fail("its checksum is wrong")
	}
	return n > 0
}

func (r *Reader) next() {
	if !r.chunk() {
		r.fail("it ends too early")
	}
}

// Objects are all objects that were read, in the order in which they were met.
func (r *Reader) Objects() []*runtime.Object { return r.objects }

func (r *Reader) read(b []byte) {
	for {
		n := copy(b, r.buf)
		r.buf = r.buf[n:]
		if b = b[n:]; len(b) == 0 {
			return
		}
		r.next()
	}
}

func (r *Reader) byte() byte {
	if len(r.buf) == 0 {
		r.next()
	}
	c := r.buf[0]
	r.buf = r.buf[1:]
	return c
}

func (r *Reader) uint() uint64 {
	if len(r.buf) > 0 && r.buf[0] < 0x80 {
		c := r.buf[0]
		r.buf = r.buf[1:]
		return uint64(c)
	}
	n := uint64(0)
	for shift := 0; ; shift += 7 {
		c := r.byte()
		if shift > 63 {
			r.fail("a number is too long")
		}
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return n
		}
	}
}

// length reads the length of something of which each piece takes at least one byte.
func (r *Reader) length() int {
	n := r.uint()
	if n > 1<<40 {
		r.fail("a length of %d", n)
	}
	return int(n)
}

// Static reads what Writer.Static has written; nil: none.
func (r *Reader) Static() unsafe.Pointer {
	if n := r.uint(); n != refNil {
		return r.old(n)
	}
	return nil
}

// Text reads what Writer.Text has written.
func (r *Reader) Text() string { return string(r.Bytes()) }

// Uint reads what Writer.Uint has written.
func (r *Reader) Uint() uint64 { return r.uint() }

// Bytes reads a string of bytes.
func (r *Reader) Bytes() []byte { return r.raw(r.length()) }

// raw reads n bytes, of which there may be fewer than it is said.
func (r *Reader) raw(n int) []byte {
	if n <= len(r.buf) {
		b := r.buf[:n:n]
		r.buf = r.buf[n:]
		return b
	}
	const step = 1 << 24
	b := make([]byte, min(n, step))
	r.read(b)
	for len(b) < n {
		at := len(b)
		b = append(b, make([]byte, min(n-at, max(step, at)))...)
		r.read(b[at:])
	}
	return b
}

// Object reads a reference to an object.
func (r *Reader) Object() *runtime.Object { return (*runtime.Object)(r.object()) }

func (r *Reader) object() unsafe.Pointer {
	switch n := r.uint(); n {
	case refNil:
		return nil
	case refNew:
		number := int(r.uint())
		t := runtime.TypeAt(number)
		if t == nil {
			r.fail("an unknown type")
		}
		p := r.make(r.p.object(number, t))
		r.objects = append(r.objects, (*runtime.Object)(p))
		return p
	default:
		return r.old(n)
	}
}

// pointer reads a reference to what has the plan x.
func (r *Reader) pointer(x *plan) unsafe.Pointer {
	switch n := r.uint(); n {
	case refNil:
		return nil
	case refNew:
		return r.make(x)
	default:
		return r.old(n)
	}
}

func (r *Reader) old(n uint64) unsafe.Pointer {
	n -= refOld
	for _, s := range []*statics{&r.p.shared, &r.p.own} {
		if n < uint64(len(s.list)) {
			return s.list[n]
		}
		n -= uint64(len(s.list))
	}
	if n >= uint64(len(r.made)) {
		r.fail("a reference to nothing")
	}
	return r.made[n]
}

// make makes a value that is read later.
func (r *Reader) make(x *plan) unsafe.Pointer {
	p := reflect.New(x.typ).UnsafePointer()
	r.made = append(r.made, p)
	r.queue = append(r.queue, pending{p, x})
	return p
}

func (r *Reader) value(v *runtime.Value) {
	switch kind := r.byte(); kind {
	case runtime.ImmObject:
		if o := r.Object(); o != nil {
			*v = o.Value()
		}
	case runtime.ImmInt:
		n := r.uint()
		*v = runtime.Int(int64(n>>1) ^ -int64(n&1))
	case runtime.ImmFloat, runtime.ImmBool, runtime.ImmUnset:
		var b [8]byte
		r.read(b[:])
		*v = runtime.FromImmediate(kind, binary.LittleEndian.Uint64(b[:]))
	default:
		if kind > runtime.ImmObject {
			r.fail("a value of kind %d", kind)
		}
		*v = runtime.FromImmediate(kind, 0)
	}
}

func (r *Reader) fields(at unsafe.Pointer, p *plan) {
	for i := range p.ops {
		o := &p.ops[i]
		f := unsafe.Add(at, o.off)
		switch o.kind {
		case opRaw:
			r.read(unsafe.Slice((*byte)(f), o.n))
		case opValue:
			r.value((*runtime.Value)(f))
		case opObject:
			*(*unsafe.Pointer)(f) = r.object()
		case opPointer:
			*(*unsafe.Pointer)(f) = r.pointer(o.elem)
		case opStatic:
			if n := r.uint(); n != refNil {
				*(*unsafe.Pointer)(f) = r.old(n)
			}
		case opString:
			b := r.Bytes()
			*(*string)(f) = unsafe.String(unsafe.SliceData(b), len(b))
		case opSlice:
			r.slice(f, o)
		case opMap:
			r.mapping(reflect.NewAt(o.typ, f).Elem(), o)
		case opAny:
			r.any(reflect.NewAt(o.typ, f).Elem())
		case opHook:
			o.hook.Read(r, reflect.NewAt(o.typ, f).Elem())
		}
	}
}

func (r *Reader) slice(f unsafe.Pointer, o *op) {
	n := r.length()
	if n == 0 {
		return
	}
	n--
	const step = 1 << 20 // so much is believed before it has been read
	s := reflect.MakeSlice(o.typ, min(n, step), min(n, step))
	h := (*sliceHeader)(f)
	for done := 0; ; {
		at := s.UnsafePointer()
		if o.elem.raw {
			r.read(unsafe.Slice((*byte)(unsafe.Add(at, uintptr(done)*o.elem.size)), uintptr(s.Len()-done)*o.elem.size))
		} else {
			for i := done; i < s.Len(); i++ {
				r.fields(unsafe.Add(at, uintptr(i)*o.elem.size), o.elem)
			}
		}
		if done = s.Len(); done == n {
			break
		}
		more := reflect.MakeSlice(o.typ, min(n, 2*done), min(n, 2*done))
		reflect.Copy(more, s)
		s = more
	}
	h.data, h.len, h.cap = s.UnsafePointer(), n, n
}

func (r *Reader) mapping(m reflect.Value, o *op) {
	n := r.length()
	if n == 0 {
		return
	}
	m.Set(reflect.MakeMap(o.typ))
	for range n - 1 {
		key, val := reflect.New(o.typ.Key()), reflect.New(o.typ.Elem())
		r.fields(key.UnsafePointer(), o.key)
		r.fields(val.UnsafePointer(), o.elem)
		m.SetMapIndex(key.Elem(), val.Elem())
	}
}

func (r *Reader) any(v reflect.Value) {
	n := r.uint()
	if n == 0 {
		return
	}
	if n > uint64(len(r.p.dynamic)) {
		r.fail("an unknown dynamic type")
	}
	t := r.p.dynamic[n-1]
	x := reflect.New(t)
	r.fields(x.UnsafePointer(), r.p.plan(t))
	v.Set(x.Elem())
}
