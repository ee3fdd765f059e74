package runtime

import (
	"encoding/binary"
	"math"
	"strings"
)

// Items and methods of memoryview.

// nativeSize is the size of a struct code in native mode; 0: not one of memoryview's.
func nativeSize(format string) int {
	f := strings.TrimPrefix(format, "@")
	if len(f) != 1 {
		return 0
	}
	switch f[0] {
	case 'b', 'B', 'c', '?':
		return 1
	case 'h', 'H', 'e':
		return 2
	case 'i', 'I', 'f':
		return 4
	case 'l', 'L', 'q', 'Q', 'n', 'N', 'd', 'P':
		return 8
	}
	return 0
}

func (m *Memoryview) code() byte {
	if nativeSize(m.format) != m.itemSize {
		return 0
	}
	return m.format[len(m.format)-1]
}

// item reads the item at byte off.
func (m *Memoryview) item(off int) (Value, error) {
	b := m.b[off : off+m.itemSize]
	le := binary.LittleEndian
	switch m.code() {
	case 'B':
		return Int(int64(b[0])), nil
	case 'b':
		return Int(int64(int8(b[0]))), nil
	case 'c':
		return NewBytes(b), nil
	case '?':
		return Bool(b[0] != 0), nil
	case 'h':
		return Int(int64(int16(le.Uint16(b)))), nil
	case 'H':
		return Int(int64(le.Uint16(b))), nil
	case 'i':
		return Int(int64(int32(le.Uint32(b)))), nil
	case 'I':
		return Int(int64(le.Uint32(b))), nil
	case 'l', 'q', 'n':
		return Int(int64(le.Uint64(b))), nil
	case 'L', 'Q', 'N', 'P':
		return NewUint(le.Uint64(b)), nil
	case 'f':
		return Float(float64(math.Float32frombits(le.Uint32(b)))), nil
	case 'd':
		return Float(math.Float64frombits(le.Uint64(b))), nil
	case 'e':
		return Float(halfToFloat(le.Uint16(b))), nil
	}
	return Value{}, Errorf(NotImplementedError, "memoryview: format %s not supported", m.format)
}

// halfToFloat reads an IEEE 754 half-precision number.
func halfToFloat(u uint16) float64 {
	sign, exp, frac := u>>15, int(u>>10&31), float64(u&1023)
	var f float64
	switch exp {
	case 0:
		f = math.Ldexp(frac, -24)
	case 31:
		f = math.Inf(1)
		if frac != 0 {
			f = math.NaN()
		}
	default:
		f = math.Ldexp(frac+1024, exp-25)
	}
	if sign != 0 {
		f = -f
	}
	return f
}

func (m *Memoryview) badType() error {
	return TypeErrorf("memoryview: invalid type for format '%s'", m.format)
}

func (m *Memoryview) badValue() error {
	return ValueErrorf("memoryview: invalid value for format '%s'", m.format)
}

// setItem writes the item at byte off.
func (m *Memoryview) setItem(t *Thread, off int, v Value) error {
	if err := m.alive(); err != nil { // an __index__ may have released it
		return err
	}
	b := m.b[off : off+m.itemSize]
	le := binary.LittleEndian
	c := m.code()
	switch c {
	case 0:
		return Errorf(NotImplementedError, "memoryview: format %s not supported", m.format)
	case 'c':
		s, ok := AsBytes(v)
		if !ok {
			return m.badType()
		}
		if len(s.s) != 1 {
			return m.badValue()
		}
		b[0] = s.s[0]
		return nil
	case '?':
		yes, err := IsTrue(t, v)
		if err != nil {
			return err
		}
		if err := m.alive(); err != nil {
			return err
		}
		b[0] = 0
		if yes {
			b[0] = 1
		}
		return nil
	case 'f', 'd':
		f, err := AsFloat(t, v)
		if err != nil {
			if IsError(err, TypeError) {
				return m.badType()
			}
			return err
		}
		if err := m.alive(); err != nil {
			return err
		}
		if c == 'f' {
			le.PutUint32(b, FloatBits32(f))
		} else {
			le.PutUint64(b, FloatBits(f))
		}
		return nil
	}
	if !hasIndex(v) {
		return m.badType()
	}
	x, err := Index(t, v)
	if err == nil {
		err = m.alive()
	}
	if err != nil {
		return err
	}
	u, ok := fitInt(x, m.itemSize, strings.IndexByte("bhilqn", c) >= 0)
	if !ok {
		return m.badValue()
	}
	for i := range b {
		b[i] = byte(u >> (8 * i))
	}
	return nil
}

// fitInt gives the bits of an int that fits size bytes.
func fitInt(x Value, size int, signed bool) (uint64, bool) {
	i, big, _ := IntOf(x)
	if big != nil {
		return big.Uint64(), !signed && size == 8 && big.IsUint64()
	}
	if signed {
		shift := 64 - 8*size
		return uint64(i), i<<shift>>shift == i
	}
	return uint64(i), i >= 0 && (size == 8 || i>>(8*size) == 0)
}

// items are all items in C order.
func (m *Memoryview) items(t *Thread) ([]Value, error) {
	out, err := MakeMany[Value](t, 0, m.count())
	if err != nil {
		return nil, err
	}
	err = m.eachUntil(func(off int) error {
		v, err := m.item(off)
		if err == nil {
			err = t.OftenQuiet(len(out))
		}
		out = append(out, v)
		return err
	})
	return out, err
}

func memoryviewToList(t *Thread, args []Value) (Value, error) {
	m := As[Memoryview](args[0])
	if err := m.alive(); err != nil {
		return Value{}, err
	}
	if err := t.RoomFor(2*m.count(), valueSize); err != nil {
		return Value{}, err
	}
	items, err := m.items(t)
	if err != nil {
		return Value{}, err
	}
	if len(m.shape) == 0 {
		return items[0], nil
	}
	if len(m.shape) == 1 {
		return NewList(items).Value(), nil
	}
	var nest func(dim int) Value
	nest = func(dim int) Value {
		n := m.shape[dim]
		out := make([]Value, n)
		for i := range out {
			if dim == len(m.shape)-1 {
				out[i], items = items[0], items[1:]
			} else {
				out[i] = nest(dim + 1)
			}
		}
		return NewList(out).Value()
	}
	return nest(0), nil
}

func memoryviewToBytes(t *Thread, args []Value) (Value, error) {
	m := As[Memoryview](args[0])
	if err := m.alive(); err != nil {
		return Value{}, err
	}
	if !args[1].IsNone() {
		s, ok := AsStr(args[1])
		if !ok {
			return Value{}, TypeErrorf("tobytes() argument 'order' must be str or None, not %s", args[1].Type().Name)
		}
		if s.s != "C" && s.s != "F" && s.s != "A" {
			return Value{}, ValueErrorf("order must be 'C', 'F' or 'A'")
		}
		if s.s == "F" && len(m.shape) > 1 {
			return NewBytes(m.fortran()), nil
		}
	}
	if m.count()*m.itemSize < asideWork {
		return NewBytes(m.data()), nil
	}
	b, err := m.contents(t)
	return NewBytesString(bytesToText(b)), err
}

// fortran gives the items' bytes with the first index running fastest.
func (m *Memoryview) fortran() []byte {
	r := m.view()
	n := len(m.shape)
	r.shape, r.strides = make([]int, n), make([]int, n)
	for i := range n {
		r.shape[i], r.strides[i] = m.shape[n-1-i], m.strides[n-1-i]
	}
	out := append([]byte(nil), r.data()...)
	r.released = true
	return out
}

func memoryviewHex(t *Thread, args []Value) (Value, error) {
	m := As[Memoryview](args[0])
	if err := m.alive(); err != nil {
		return Value{}, err
	}
	sep, group, err := HexArgs(t, args[1], args[2])
	if err == nil {
		err = m.alive() // an __index__ may have released it
	}
	if err != nil {
		return Value{}, err
	}
	b, err := m.contents(t)
	if err != nil {
		return Value{}, err
	}
	if err := t.Room(2 * len(b)); err != nil {
		return Value{}, err
	}
	s, err := Aside(t, 2*len(b), func() string { return HexText(bytesToText(b), sep, group) })
	return NewStr(s), err
}

func memoryviewToReadOnly(t *Thread, args []Value) (Value, error) {
	m := As[Memoryview](args[0])
	if err := m.alive(); err != nil {
		return Value{}, err
	}
	n := m.view()
	n.readOnly = true
	return n.Value(), nil
}

func memoryviewCast(t *Thread, args []Value) (Value, error) {
	m := As[Memoryview](args[0])
	if err := m.alive(); err != nil {
		return Value{}, err
	}
	f, ok := AsStr(args[1])
	if !ok {
		return Value{}, TypeErrorf("cast() argument 'format' must be str, not %s", typeNameOf(args[1]))
	}
	if !m.packed(false) {
		return Value{}, TypeErrorf("memoryview: casts are restricted to C-contiguous views")
	}
	var shape []int
	if !args[2].IsUnset() {
		var err error
		if shape, err = shapeArg(t, args[2]); err != nil {
			return Value{}, err
		}
		if len(m.shape) != 1 && len(shape) != 1 {
			return Value{}, TypeErrorf("memoryview: cast must be 1D -> ND or ND -> 1D")
		}
	}
	size := nativeSize(f.s)
	if size == 0 || strings.HasSuffix(f.s, "e") {
		return Value{}, ValueErrorf("memoryview: destination format must be a native single character format prefixed with an optional '@'")
	}
	isByte := func(s string) bool { return len(s) > 0 && strings.ContainsRune("Bbc", rune(s[len(s)-1])) }
	if !isByte(m.format) && !isByte(f.s) {
		return Value{}, TypeErrorf("memoryview: cannot cast between two non-byte formats")
	}
	total := m.count() * m.itemSize
	if total%size != 0 {
		return Value{}, TypeErrorf("memoryview: length is not a multiple of itemsize")
	}
	if shape == nil {
		shape = []int{total / size}
	}
	n := 1
	for _, k := range shape {
		if n *= k; n > total {
			break // before it overflows
		}
	}
	if n*size != total {
		return Value{}, TypeErrorf("memoryview: product(shape) * itemsize != buffer size")
	}
	v := m.view()
	v.format, v.itemSize, v.shape, v.strides = f.s, size, shape, packedStrides(shape, size)
	return v.Value(), nil
}

func shapeArg(t *Thread, v Value) ([]int, error) {
	_, isList := AsList(v)
	_, isTuple := AsTuple(v)
	if !isList && !isTuple {
		return nil, TypeErrorf("shape must be a list or a tuple")
	}
	items, err := ToSlice(t, v)
	if err != nil {
		return nil, err
	}
	if len(items) > 64 {
		return nil, ValueErrorf("memoryview: number of dimensions must not exceed 64")
	}
	shape := make([]int, 0, len(items))
	for _, x := range items {
		i, big, ok := IntOf(x)
		if !ok {
			return nil, TypeErrorf("memoryview.cast(): elements of shape must be integers")
		}
		if i <= 0 || big != nil || i > maxText {
			return nil, ValueErrorf("memoryview.cast(): elements of shape must be integers > 0")
		}
		shape = append(shape, int(i))
	}
	return shape, nil
}

// viewAttr is an attribute that a released view does not have.
func viewAttr(name string, f func(m *Memoryview) Value) GetSet {
	return GetSet{Name: name, Get: func(t *Thread, v Value) (Value, error) {
		m := As[Memoryview](v)
		if err := m.alive(); err != nil {
			return Value{}, err
		}
		return f(m), nil
	}}
}

func intTuple(ints []int) Value {
	t := MakeTuple(len(ints))
	for i, n := range ints {
		t.items[i] = Int(int64(n))
	}
	return t.Value()
}

// A memoryIter goes through a memoryview of one dimension.
type memoryIter struct {
	Object
	m *Memoryview // nil: at the end
	i int
}

var memoryIterType Type

func memoryviewIter(t *Thread, v Value) (Value, error) {
	m := As[Memoryview](v)
	if err := m.alive(); err != nil {
		return Value{}, err
	}
	switch len(m.shape) {
	case 0:
		return Value{}, TypeErrorf("invalid indexing of 0-dim memory")
	case 1:
	default:
		return Value{}, Errorf(NotImplementedError, "multi-dimensional sub-views are not implemented")
	}
	it := &memoryIter{m: m}
	it.typ = &memoryIterType
	return it.Value(), nil
}

func memoryIterNext(t *Thread, v Value) (Value, error) {
	it := As[memoryIter](v)
	if it.m == nil {
		return Value{}, nil
	}
	if err := it.m.alive(); err != nil {
		return Value{}, err
	}
	if it.i >= it.m.shape[0] {
		it.m = nil
		return Value{}, nil
	}
	it.i++
	return it.m.item(it.m.off + (it.i-1)*it.m.strides[0])
}

func init() {
	Define(&memoryIterType, TypeSpec{Name: "memory_iterator", Size: SizeOf[memoryIter](), Flags: FlagDisallowNew,
		Slots: Slots{Iter: SelfIter, Next: memoryIterNext}})
	Define(&memoryviewType, TypeSpec{
		Name: "memoryview", Doc: "A view of the memory of an object that has the buffer protocol.", Size: SizeOf[Memoryview](), Flags: FlagSequence,
		Slots: Slots{Repr: memoryviewRepr, Hash: memoryviewHash, Compare: memoryviewCompare, Len: memoryviewLen, Iter: memoryviewIter,
			GetItem: memoryviewGetItem, SetItem: memoryviewSetItem, Buffer: memoryviewBuffer},
		New: Method{Sig: "object", Fn: memoryviewNew}, Restored: memoryviewRestored,
		Methods: []Method{
			{Name: "release", Fn: memoryviewRelease},
			{Name: "tobytes", Sig: "order=None", Fn: memoryviewToBytes},
			{Name: "hex", Sig: "sep=?, bytes_per_sep=1", Fn: memoryviewHex},
			{Name: "tolist", Fn: memoryviewToList},
			{Name: "cast", Sig: "format, shape=?", Fn: memoryviewCast},
			{Name: "toreadonly", Fn: memoryviewToReadOnly},
			{Name: "__enter__", Fn: memoryviewEnter},
			{Name: "__exit__", Sig: "*args", Fn: memoryviewRelease},
		},
		GetSets: []GetSet{
			viewAttr("obj", func(m *Memoryview) Value { return m.obj }),
			viewAttr("nbytes", func(m *Memoryview) Value { return Int(int64(m.count() * m.itemSize)) }),
			viewAttr("readonly", func(m *Memoryview) Value { return Bool(m.readOnly) }),
			viewAttr("itemsize", func(m *Memoryview) Value { return Int(int64(m.itemSize)) }),
			viewAttr("format", func(m *Memoryview) Value { return NewStr(m.format) }),
			viewAttr("ndim", func(m *Memoryview) Value { return Int(int64(len(m.shape))) }),
			viewAttr("shape", func(m *Memoryview) Value { return intTuple(m.shape) }),
			viewAttr("strides", func(m *Memoryview) Value { return intTuple(m.strides) }),
			viewAttr("suboffsets", func(m *Memoryview) Value { return emptyTuple }),
			viewAttr("c_contiguous", func(m *Memoryview) Value { return Bool(m.packed(false)) }),
			viewAttr("f_contiguous", func(m *Memoryview) Value { return Bool(m.packed(true)) }),
			viewAttr("contiguous", func(m *Memoryview) Value { return Bool(m.contiguous()) }),
		},
	})
}
