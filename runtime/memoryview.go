package runtime

import (
	"fmt"
	"math"
	goruntime "runtime"
	"strings"
	"weak"
)

// A Memoryview is a view of another object's memory: item i0,i1,... begins at
// byte off + i0*strides[0] + i1*strides[1] + ... of b.
type Memoryview struct {
	Object
	b        []byte
	buf      *Buffer // what obj gave; nil: released, or obj is a bytearray
	obj      Value
	arr      *Bytearray // obj, if it is one: it must not resize while views live
	off      int
	shape    []int
	strides  []int
	itemSize int
	format   string
	readOnly bool
	released bool
	shares   *Memoryview // the view whose buf this one uses
	hash     int64
	hashed   bool
}

var (
	memoryviewType Type
	MemoryviewType = &memoryviewType
)

// AsMemoryview gives the memoryview behind v.
func AsMemoryview(v Value) (*Memoryview, bool) { return Cast[Memoryview](v, MemoryviewType) }

// addView notes a view of p. The list holds views weakly: one that nobody can
// reach any more does not keep p from resizing, as in CPython, where it would
// be gone.
func (p *Bytearray) addView(m *Memoryview) {
	if len(p.views) >= 16 && len(p.views)&(len(p.views)-1) == 0 {
		p.liveViews()
	}
	p.views = append(p.views, weak.Make(m))
}

// liveViews drops the views that are released or collected and counts the rest.
func (p *Bytearray) liveViews() int {
	keep := p.views[:0]
	for _, w := range p.views {
		if m := w.Value(); m != nil && !m.released {
			keep = append(keep, w)
		}
	}
	clear(p.views[len(keep):])
	p.views = keep
	return len(keep)
}

// viewed says that a view of p is alive; to be sure of that it has the
// collector run.
func (p *Bytearray) viewed(t *Thread) bool {
	if len(p.views) == 0 || p.liveViews() == 0 {
		return false
	}
	t.ClearUnused()
	goruntime.GC()
	return p.liveViews() > 0
}

// NewMemoryview is memoryview(obj).
func NewMemoryview(t *Thread, obj Value) (Value, error) {
	if src, ok := AsMemoryview(obj); ok {
		if err := src.alive(); err != nil {
			return Value{}, err
		}
		return src.view().Value(), nil
	}
	if obj.Type().Slots.Buffer == nil {
		return Value{}, TypeErrorf("memoryview: a bytes-like object is required, not '%s'", obj.Type().Name)
	}
	m := &Memoryview{obj: obj}
	m.typ = &memoryviewType
	if p, ok := AsBytearray(obj); ok {
		m.arr, m.b, m.format, m.itemSize = p, p.b, "B", 1
		m.shape = []int{len(p.b)}
		p.addView(m)
	} else {
		buf, err := GetBuffer(t, obj)
		if err != nil {
			return Value{}, err
		}
		m.buf, m.b, m.format, m.itemSize, m.readOnly = buf, buf.Bytes, buf.Format, max(buf.ItemSize, 1), buf.ReadOnly
		if m.shape = buf.Shape; m.shape == nil {
			m.shape = []int{len(buf.Bytes) / m.itemSize}
		}
		if !buf.Owner.IsUnset() {
			m.obj = buf.Owner
		}
	}
	m.strides = packedStrides(m.shape, m.itemSize)
	return m.Value(), nil
}

// memoryviewRestored gives a view that has come over from another process the memory
// itself where that is shared, instead of a copy of what was in it.
func memoryviewRestored(t *Thread, v Value) error {
	m := As[Memoryview](v)
	if m.released || m.obj.IsUnset() || !m.obj.Type().layout.spec.Mapped {
		return nil
	}
	buf, err := GetBuffer(t, m.obj)
	if err != nil {
		return err
	}
	m.b = buf.Bytes
	if m.buf != nil {
		m.buf.Bytes = buf.Bytes
	}
	buf.Release() // the view is counted already
	return nil
}

// view makes another view of the same memory, which the caller adapts.
func (m *Memoryview) view() *Memoryview {
	n := &Memoryview{b: m.b, obj: m.obj, arr: m.arr, off: m.off, shape: m.shape, strides: m.strides, itemSize: m.itemSize,
		format: m.format, readOnly: m.readOnly}
	n.typ = &memoryviewType
	if n.shares = m.shares; n.shares == nil && m.buf != nil {
		n.shares = m
	}
	if m.arr != nil {
		m.arr.addView(n)
	}
	return n
}

func packedStrides(shape []int, itemSize int) []int {
	st := make([]int, len(shape))
	n := itemSize
	for i := len(shape) - 1; i >= 0; i-- {
		st[i] = n
		n *= shape[i]
	}
	return st
}

func (m *Memoryview) alive() error {
	if m.released {
		return ValueErrorf("operation forbidden on released memoryview object")
	}
	return nil
}

// count is the number of items.
func (m *Memoryview) count() int {
	n := 1
	for _, k := range m.shape {
		n *= k
	}
	return n
}

func (m *Memoryview) contiguous() bool { return m.packed(false) || m.packed(true) }

// packed says that the items lie one after the other, in C or Fortran order.
func (m *Memoryview) packed(fortran bool) bool {
	if m.count() == 0 {
		return true
	}
	n := m.itemSize
	for i := range m.shape {
		if !fortran {
			i = len(m.shape) - 1 - i
		}
		if m.shape[i] != 1 && m.strides[i] != n {
			return false
		}
		n *= m.shape[i]
	}
	return true
}

// data gives the items' bytes in C order: the memory itself if it is packed.
func (m *Memoryview) data() []byte {
	n := m.count() * m.itemSize
	if n == 0 {
		return nil
	}
	if m.packed(false) {
		return m.b[m.off : m.off+n]
	}
	out := make([]byte, 0, n)
	m.each(func(off int) { out = append(out, m.b[off:off+m.itemSize]...) })
	return out
}

// each calls f with the place of every item, in C order.
func (m *Memoryview) each(f func(off int)) {
	m.eachUntil(func(off int) error {
		f(off)
		return nil
	})
}

// eachUntil is each that the first error ends.
func (m *Memoryview) eachUntil(f func(off int) error) error {
	var walk func(dim, off int) error
	walk = func(dim, off int) error {
		if dim == len(m.shape) {
			return f(off)
		}
		for i := range m.shape[dim] {
			if err := walk(dim+1, off+i*m.strides[dim]); err != nil {
				return err
			}
		}
		return nil
	}
	if m.count() > 0 {
		return walk(0, m.off)
	}
	return nil
}

// contents is data in memory of the caller's own.
func (m *Memoryview) contents(t *Thread) ([]byte, error) {
	n := m.count() * m.itemSize
	if n == 0 {
		return nil, nil
	}
	if m.packed(false) {
		return CopyBytes(t, m.b[m.off:m.off+n])
	}
	if err := t.Room(n); err != nil {
		return nil, err
	}
	out, err := MakeMany[byte](t, 0, n)
	if err != nil {
		return nil, err
	}
	i := 0
	err = m.eachUntil(func(off int) error {
		out = append(out, m.b[off:off+m.itemSize]...)
		i++
		return t.OftenQuiet(i)
	})
	return out, err
}

func memoryviewNew(t *Thread, args []Value) (Value, error) { return NewMemoryview(t, args[1]) }

func memoryviewRepr(t *Thread, v Value) (Value, error) {
	word := "memory"
	if As[Memoryview](v).released {
		word = "released memory"
	}
	return NewStr(fmt.Sprintf("<%s at 0x%x>", word, v.ID())), nil
}

func memoryviewLen(t *Thread, v Value) (int, error) {
	m := As[Memoryview](v)
	if err := m.alive(); err != nil {
		return 0, err
	}
	if len(m.shape) == 0 {
		return 1, nil
	}
	return m.shape[0], nil
}

func memoryviewBuffer(t *Thread, v Value) (*Buffer, error) {
	m := As[Memoryview](v)
	if err := m.alive(); err != nil {
		return nil, err
	}
	return &Buffer{Bytes: m.data(), ReadOnly: m.readOnly || !m.packed(false), Format: m.format, ItemSize: m.itemSize, Shape: m.shape, Owner: m.obj}, nil
}

// place finds item i of a dimension.
func (m *Memoryview) place(off, dim, i int) (int, error) {
	if i < 0 {
		i += m.shape[dim]
	}
	if i < 0 || i >= m.shape[dim] {
		return 0, IndexErrorf("index out of bounds on dimension %d", dim+1)
	}
	return off + i*m.strides[dim], nil
}

// itemPlace finds the one item that key stands for.
func (m *Memoryview) itemPlace(t *Thread, key Value) (off int, err error) {
	if hasIndex(key) {
		i, err := AsSsize(t, key, IndexError)
		if err != nil {
			return 0, err
		}
		switch len(m.shape) {
		case 0:
			return 0, TypeErrorf("invalid indexing of 0-dim memory")
		case 1:
			return m.place(m.off, 0, i)
		}
		return 0, Errorf(NotImplementedError, "multi-dimensional sub-views are not implemented")
	}
	tup, ok := AsTuple(key)
	if !ok {
		return 0, TypeErrorf("memoryview: invalid slice key")
	}
	for _, x := range tup.items {
		if !hasIndex(x) {
			if _, isSlice := AsSlice(x); isSlice {
				return 0, Errorf(NotImplementedError, "multi-dimensional slicing is not implemented")
			}
			return 0, TypeErrorf("memoryview: invalid slice key")
		}
	}
	switch n := len(tup.items); {
	case n < len(m.shape):
		return 0, Errorf(NotImplementedError, "sub-views are not implemented")
	case n > len(m.shape):
		return 0, TypeErrorf("cannot index %d-dimension view with %d-element tuple", len(m.shape), n)
	}
	off = m.off
	for dim, x := range tup.items {
		i, err := AsSsize(t, x, IndexError)
		if err != nil {
			return 0, err
		}
		if off, err = m.place(off, dim, i); err != nil {
			return 0, err
		}
	}
	return off, nil
}

func memoryviewGetItem(t *Thread, v, key Value) (Value, error) {
	m := As[Memoryview](v)
	if err := m.alive(); err != nil {
		return Value{}, err
	}
	if len(m.shape) == 0 && key.IsExactly(&ellipsisType) {
		return v, nil
	}
	if s, ok := AsSlice(key); ok && len(m.shape) > 0 {
		n, err := m.slice(t, s)
		if err != nil {
			return Value{}, err
		}
		return n.Value(), nil
	}
	off, err := m.itemPlace(t, key)
	if err != nil {
		return Value{}, err
	}
	if err := m.alive(); err != nil {
		return Value{}, err
	}
	return m.item(off)
}

func (m *Memoryview) slice(t *Thread, s *Slice) (*Memoryview, error) {
	start, _, step, count, err := SliceIndices(t, s, m.shape[0])
	if err != nil {
		return nil, err
	}
	if err := m.alive(); err != nil { // an __index__ may have released it
		return nil, err
	}
	n := m.view()
	n.off += start * m.strides[0]
	n.shape = append([]int{count}, m.shape[1:]...)
	n.strides = append([]int{m.strides[0] * step}, m.strides[1:]...)
	return n, nil
}

func memoryviewSetItem(t *Thread, v, key, val Value) error {
	m := As[Memoryview](v)
	if err := m.alive(); err != nil {
		return err
	}
	if m.readOnly {
		return TypeErrorf("cannot modify read-only memory")
	}
	if val.IsUnset() {
		return TypeErrorf("cannot delete memory")
	}
	s, isSlice := AsSlice(key)
	if !isSlice || len(m.shape) == 0 {
		off, err := m.itemPlace(t, key)
		if err != nil {
			return err
		}
		return m.setItem(t, off, val)
	}
	if len(m.shape) > 1 {
		return Errorf(NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1")
	}
	src, err := GetBuffer(t, val)
	if err != nil {
		return err
	}
	defer src.Release()
	dst, err := m.slice(t, s)
	if err != nil {
		return err
	}
	if len(src.Shape) > 1 || !sameFormat(src.Format, dst.format) || len(src.Bytes) != dst.count()*dst.itemSize {
		return ValueErrorf("memoryview assignment: lvalue and rvalue have different structures")
	}
	from := string(src.Bytes)
	dst.each(func(off int) {
		copy(dst.b[off:off+dst.itemSize], from)
		from = from[dst.itemSize:]
	})
	dst.released = true
	return nil
}

func sameFormat(a, b string) bool {
	return strings.TrimPrefix(a, "@") == strings.TrimPrefix(b, "@")
}

func memoryviewHash(t *Thread, v Value) (int64, error) {
	m := As[Memoryview](v)
	if m.hashed {
		return m.hash, nil
	}
	if err := m.alive(); err != nil {
		return 0, err
	}
	if !m.readOnly {
		return 0, ValueErrorf("cannot hash writable memoryview object")
	}
	if f := strings.TrimPrefix(m.format, "@"); f != "B" && f != "b" && f != "c" {
		return 0, ValueErrorf("memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
	}
	if m.obj.Type().Slots.Hash != nil && m.obj.IsHeap() {
		if _, err := HashValue(t, m.obj); err != nil {
			return 0, err
		}
	}
	m.hash, m.hashed = t.hashText(bytesToText(m.data())), true
	return m.hash, nil
}

func memoryviewCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	m, ok := AsMemoryview(a)
	if !ok || op != CmpEQ && op != CmpNE {
		return NotImplemented, nil
	}
	eq, err := m.equal(t, b)
	if err != nil {
		return Value{}, err
	}
	if eq.IsNotImplemented() {
		return eq, nil
	}
	return Bool(eq.IsTrue() == (op == CmpEQ)), nil
}

// stable is data to be compared at once.
func (m *Memoryview) stable(t *Thread) (string, error) {
	if m.packed(false) {
		return bytesToText(m.data()), nil
	}
	b, err := m.contents(t)
	return bytesToText(b), err
}

func (m *Memoryview) equal(t *Thread, b Value) (Value, error) {
	if Is(m.Value(), b) && m.released {
		return True, nil
	}
	o, ok := AsMemoryview(b)
	if m.released || ok && o.released {
		return Bool(ok && o == m), nil
	}
	if !ok {
		if b.Type().Slots.Buffer == nil {
			return NotImplemented, nil
		}
		v, err := NewMemoryview(t, b)
		if err != nil {
			return NotImplemented, nil
		}
		o = As[Memoryview](v)
		defer o.release()
	}
	if len(m.shape) != len(o.shape) {
		return False, nil
	}
	for i := range m.shape {
		if m.shape[i] != o.shape[i] {
			return False, nil
		}
	}
	if sameFormat(m.format, o.format) && !strings.ContainsAny(m.format, "fde") {
		x, err := m.stable(t)
		if err != nil {
			return Value{}, err
		}
		y, err := o.stable(t)
		if err != nil {
			return Value{}, err
		}
		eq, err := sameLong(t, x, y)
		return Bool(eq), err
	}
	x, err1 := m.items(t)
	y, err2 := o.items(t)
	if err := t.Worked(len(x)); err != nil {
		return Value{}, err
	}
	if err1 != nil || err2 != nil {
		return Bool(string(m.data()) == string(o.data()) && m.format == o.format), nil
	}
	for i := range x {
		if x[i].IsFloat() && math.IsNaN(x[i].AsFloat64()) {
			return False, nil
		}
		if eq, err := EqualBool(t, x[i], y[i]); err != nil || !eq {
			return False, err
		}
	}
	return True, nil
}

// release ends the view.
func (m *Memoryview) release() {
	if m.released {
		return
	}
	m.released = true
	if m.buf != nil {
		m.buf.Release()
		m.buf = nil
	}
	m.b, m.obj, m.shares = nil, Value{}, nil
}

func memoryviewRelease(t *Thread, args []Value) (Value, error) {
	As[Memoryview](args[0]).release()
	return None, nil
}

func memoryviewEnter(t *Thread, args []Value) (Value, error) {
	return args[0], As[Memoryview](args[0]).alive()
}
