package array

import (
	"bytes"
	"strings"

	"github.com/minipy/minipy/runtime"
)

// An Array is an array.array: items of one kind, packed.
type Array struct {
	runtime.Object
	k       *kind
	b       []byte
	exports int // views that forbid resizing
}

// An arrayIter walks over an array by index.
type arrayIter struct {
	runtime.Object
	a *Array // nil: at the end
	i int
}

var arrayType, iterType runtime.Type

func asArray(v value) (*Array, bool) { return runtime.Cast[Array](v, &arrayType) }

func self(v value) *Array { return runtime.As[Array](v) }

func newArray(k *kind, b []byte) *Array {
	a := &Array{k: k, b: b}
	a.Object.Init(&arrayType)
	return a
}

func (a *Array) len() int { return len(a.b) / a.k.size }

func (a *Array) item(i int) (value, error) { return a.k.get(a.b[i*a.k.size : (i+1)*a.k.size]) }

func (a *Array) setItem(t *thread, i int, v value) error {
	var tmp [8]byte
	if err := a.k.put(t, tmp[:a.k.size], v); err != nil {
		return err
	}
	if i >= a.len() { // __index__ may have shortened the array
		return runtime.IndexErrorf("array assignment index out of range")
	}
	copy(a.b[i*a.k.size:], tmp[:a.k.size])
	return nil
}

// resizable refuses to move memory that a view shows.
func (a *Array) resizable() error {
	if a.exports > 0 {
		return runtime.Errorf(runtime.BufferError, "cannot resize an array that is exporting buffers")
	}
	return nil
}

// replace puts new bytes in the place of those from item i to item j.
func (a *Array) replace(i, j int, with []byte) error {
	if len(with) != (j-i)*a.k.size {
		if err := a.resizable(); err != nil {
			return err
		}
	}
	lo, hi := i*a.k.size, j*a.k.size
	if len(with) == hi-lo {
		copy(a.b[lo:], with)
		return nil
	}
	tail := bytes.Clone(a.b[hi:])
	a.b = append(append(a.b[:lo], with...), tail...)
	return nil
}

func (a *Array) append(t *thread, v value) error {
	var tmp [8]byte
	if err := a.k.put(t, tmp[:a.k.size], v); err != nil {
		return err
	}
	if err := a.resizable(); err != nil {
		return err
	}
	a.b = append(a.b, tmp[:a.k.size]...)
	return nil
}

// extend adds the items of another array of the same kind, or of an iterable.
func (a *Array) extend(t *thread, v value) error {
	if o, ok := asArray(v); ok {
		if o.k != a.k {
			return runtime.TypeErrorf("can only extend with array of same kind")
		}
		if err := a.resizable(); err != nil {
			return err
		}
		if err := t.Room(len(a.b) + len(o.b)); err != nil {
			return err
		}
		a.b = append(a.b, o.b...)
		return nil
	}
	return runtime.Iterate(t, v, func(x value) error { return a.append(t, x) })
}

func (a *Array) fromBytes(t *thread, b []byte) error {
	if len(b)%a.k.size != 0 {
		return runtime.ValueErrorf("bytes length not a multiple of item size")
	}
	if err := a.resizable(); err != nil {
		return err
	}
	if err := t.Room(len(a.b) + len(b)); err != nil {
		return err
	}
	a.b = append(a.b, b...)
	return nil
}

func (a *Array) fromText(t *thread, v value) error {
	s, _ := runtime.AsStr(v)
	if err := a.resizable(); err != nil {
		return err
	}
	for text := s.String(); text != ""; {
		r, n := runtime.DecodeRune(text)
		text = text[n:]
		a.b = append(a.b, byte(r), byte(r>>8), byte(r>>16), 0)
	}
	return nil
}

func (a *Array) text() (string, error) {
	var out []byte
	for i := range a.len() {
		v, err := a.item(i)
		if err != nil {
			return "", err
		}
		s, _ := runtime.AsStr(v)
		out = append(out, s.String()...)
	}
	return string(out), nil
}

func (a *Array) list(t *thread) ([]value, error) {
	if err := t.RoomFor(a.len(), runtime.ValueSize); err != nil {
		return nil, err
	}
	vals, err := runtime.MakeMany[value](t, 0, a.len())
	for i := 0; err == nil && i < a.len(); i++ { // what Often lets happen may shorten it
		var v value
		if v, err = a.item(i); err == nil {
			vals, err = append(vals, v), t.Often(i)
		}
	}
	return vals, err
}

// arrayNew is array.__new__: a typecode and an initializer.
func arrayNew(t *thread, args []value) (value, error) {
	cls, _ := runtime.AsType(args[0])
	tup, _ := runtime.AsTuple(args[1])
	kw, _ := runtime.AsDict(args[2])
	items := tup.Items()
	if cls == &arrayType && kw.Len() > 0 {
		return value{}, runtime.TypeErrorf("array.array() takes no keyword arguments")
	}
	if len(items) == 0 {
		return value{}, runtime.TypeErrorf("array() takes at least 1 argument (0 given)")
	}
	if len(items) > 2 {
		return value{}, runtime.TypeErrorf("array() takes at most 2 arguments (%d given)", len(items))
	}
	s, ok := runtime.AsStr(items[0])
	if !ok || s.Len() != 1 {
		return value{}, runtime.TypeErrorf("array() argument 1 must be a unicode character, not %s", items[0].Type().Name)
	}
	var k *kind
	if len(s.String()) == 1 {
		k = kindOf(s.String()[0])
	}
	init := value{}
	if len(items) == 2 {
		init = items[1]
		if k == nil || k.code != 'u' {
			if _, isStr := runtime.AsStr(init); isStr {
				return value{}, runtime.TypeErrorf("cannot use a str to initialize an array with typecode '%s'", s.String())
			}
			if o, isArr := asArray(init); isArr && o.k.code == 'u' {
				return value{}, runtime.TypeErrorf("cannot use a unicode array to initialize an array with typecode '%s'", s.String())
			}
		}
	}
	if k == nil {
		return value{}, runtime.ValueErrorf("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
	}
	a := runtime.Alloc[Array](cls)
	a.k = k
	if init.IsUnset() {
		return a.Value(), nil
	}
	return a.Value(), a.fill(t, init)
}

// fill puts the initializer's items into a new array.
func (a *Array) fill(t *thread, init value) error {
	if b, ok := runtime.AsBytes(init); ok {
		return a.fromBytes(t, []byte(b.String()))
	}
	if b, ok := runtime.AsBytearray(init); ok {
		return a.fromBytes(t, b.Bytes())
	}
	if _, ok := runtime.AsStr(init); ok {
		return a.fromText(t, init)
	}
	if o, ok := asArray(init); ok && o.k == a.k {
		return a.extend(t, init)
	}
	return runtime.Iterate(t, init, func(x value) error { return a.append(t, x) })
}

func repr(t *thread, v value) (value, error) {
	a := self(v)
	name := v.Type().PyName()
	var b strings.Builder
	b.WriteString(name + "('" + string(a.k.code) + "'")
	if a.len() > 0 {
		b.WriteString(", ")
		var content value
		if a.k.code == 'u' {
			s, err := a.text()
			if err != nil {
				return value{}, err
			}
			content = runtime.NewStr(s)
		} else {
			vals, err := a.list(t)
			if err != nil {
				return value{}, err
			}
			content = runtime.NewList(vals).Value()
		}
		s, err := runtime.ReprStr(t, content)
		if err != nil {
			return value{}, err
		}
		b.WriteString(s)
	}
	b.WriteByte(')')
	return runtime.NewStr(b.String()), nil
}

func compare(t *thread, op runtime.CmpOp, x, y value) (value, error) {
	a, ok := asArray(x)
	if !ok {
		return runtime.NotImplemented, nil
	}
	b, ok := asArray(y)
	if !ok {
		return runtime.NotImplemented, nil
	}
	if a.len() != b.len() && (op == runtime.CmpEQ || op == runtime.CmpNE) {
		return runtime.Bool(op == runtime.CmpNE), nil
	}
	for i := 0; i < a.len() && i < b.len(); i++ {
		p, err := a.item(i)
		if err != nil {
			return value{}, err
		}
		q, err := b.item(i)
		if err != nil {
			return value{}, err
		}
		eq, err := runtime.CompareBool(t, runtime.CmpEQ, p, q)
		if err != nil {
			return value{}, err
		}
		if eq && (!p.IsFloat() || p.AsFloat64() == p.AsFloat64()) {
			continue
		}
		switch op {
		case runtime.CmpEQ:
			return runtime.False, nil
		case runtime.CmpNE:
			return runtime.True, nil
		}
		return runtime.Compare(t, op, p, q)
	}
	return runtime.Compare(t, op, runtime.Int(int64(a.len())), runtime.Int(int64(b.len())))
}

func arith(t *thread, op runtime.BinOp, x, y value) (value, error) {
	a, ok := asArray(x)
	switch op {
	case runtime.OpAdd:
		if !ok {
			return runtime.NotImplemented, nil
		}
		b, ok := asArray(y)
		if !ok {
			return value{}, runtime.TypeErrorf("can only append array (not \"%s\") to array", y.Type().Name)
		}
		if a.k != b.k {
			return value{}, runtime.TypeErrorf("bad argument type for built-in operation")
		}
		if err := t.Room(len(a.b) + len(b.b)); err != nil {
			return value{}, err
		}
		return newArray(a.k, append(bytes.Clone(a.b), b.b...)).Value(), nil
	case runtime.OpMul:
		n := y
		if !ok {
			a, _ = asArray(y)
			n = x
		}
		b, err := a.repeated(t, n)
		if err != nil || b == nil {
			return runtime.NotImplemented, err
		}
		return newArray(a.k, b).Value(), nil
	}
	return runtime.NotImplemented, nil
}

// repeated gives the items n times, or nil where n is no integer.
func (a *Array) repeated(t *thread, n value) ([]byte, error) {
	if n.Type().Slots.Index == nil {
		return nil, nil
	}
	count, err := runtime.AsSsize(t, n, runtime.OverflowError)
	if err != nil {
		return nil, err
	}
	count = max(count, 0)
	if len(a.b) > 0 && count > 1<<34/len(a.b) {
		return nil, runtime.MemoryErr()
	}
	if err := t.Room(len(a.b) * count); err != nil {
		return nil, err
	}
	b := bytes.Repeat(a.b, count)
	if b == nil {
		b = []byte{}
	}
	return b, nil
}

func inplace(t *thread, op runtime.BinOp, x, y value) (value, error) {
	a := self(x)
	switch op {
	case runtime.OpAdd:
		if _, ok := asArray(y); !ok {
			return value{}, runtime.TypeErrorf("can only extend array with array (not \"%s\")", y.Type().Name)
		}
		return x, a.extend(t, y)
	case runtime.OpMul:
		b, err := a.repeated(t, y)
		if err != nil || b == nil {
			return runtime.NotImplemented, err
		}
		if len(b) != len(a.b) {
			if err := a.resizable(); err != nil {
				return value{}, err
			}
			a.b = b
		}
		return x, nil
	}
	return runtime.NotImplemented, nil
}

// position reads an index, which may count from the end.
func (a *Array) position(t *thread, key value, msg string) (int, error) {
	if key.Type().Slots.Index == nil {
		return 0, runtime.TypeErrorf("array indices must be integers")
	}
	i, err := runtime.AsSsize(t, key, runtime.IndexError)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += a.len()
	}
	if i < 0 || i >= a.len() {
		return 0, runtime.IndexErrorf("%s", msg)
	}
	return i, nil
}

func getItem(t *thread, v, key value) (value, error) {
	a := self(v)
	if s, ok := runtime.AsSlice(key); ok {
		start, _, step, n, err := runtime.SliceIndices(t, s, a.len())
		if err != nil {
			return value{}, err
		}
		out := make([]byte, 0, n*a.k.size)
		if step == 1 {
			out = append(out, a.b[start*a.k.size:(start+n)*a.k.size]...)
		} else {
			for range n {
				out = append(out, a.b[start*a.k.size:(start+1)*a.k.size]...)
				start += step
			}
		}
		return newArray(a.k, out).Value(), nil
	}
	i, err := a.position(t, key, "array index out of range")
	if err != nil {
		return value{}, err
	}
	return a.item(i)
}

func setItem(t *thread, v, key, val value) error {
	a := self(v)
	if s, ok := runtime.AsSlice(key); ok {
		return a.setSlice(t, s, val)
	}
	i, err := a.position(t, key, "array assignment index out of range")
	if err != nil {
		return err
	}
	if val.IsUnset() {
		return a.replace(i, i+1, nil)
	}
	return a.setItem(t, i, val)
}

func (a *Array) setSlice(t *thread, s *runtime.Slice, val value) error {
	var with []byte
	if !val.IsUnset() {
		o, ok := asArray(val)
		if !ok {
			return runtime.TypeErrorf("can only assign array (not \"%s\") to array slice", val.Type().Name)
		}
		if o.k != a.k {
			return runtime.TypeErrorf("bad argument type for built-in operation")
		}
		with = bytes.Clone(o.b)
	}
	start, _, step, n, err := runtime.SliceIndices(t, s, a.len())
	if err != nil {
		return err
	}
	if step == 1 {
		return a.replace(start, start+n, with)
	}
	size := a.k.size
	if val.IsUnset() {
		if n == 0 {
			return nil
		}
		if err := a.resizable(); err != nil {
			return err
		}
		if step < 0 {
			start, step = start+(n-1)*step, -step
		}
		out := bytes.Clone(a.b[:start*size])
		for i := start; i < a.len(); i++ {
			if d := i - start; d%step != 0 || d/step >= n {
				out = append(out, a.b[i*size:(i+1)*size]...)
			}
		}
		a.b = out
		return nil
	}
	if got := len(with) / size; got != n {
		return runtime.ValueErrorf("attempt to assign array of size %d to extended slice of size %d", got, n)
	}
	for i := range n {
		copy(a.b[(start+i*step)*size:], with[i*size:(i+1)*size])
	}
	return nil
}

func contains(t *thread, v, x value) (bool, error) {
	i, err := self(v).find(t, x, 0, -1)
	return i >= 0, err
}

// find is the first index of x between start and stop (-1: the end), or -1.
func (a *Array) find(t *thread, x value, start, stop int) (int, error) {
	for i := start; i < a.len() && (stop < 0 || i < stop); i++ {
		v, err := a.item(i)
		if err != nil {
			return -1, err
		}
		eq, err := runtime.CompareBool(t, runtime.CmpEQ, v, x)
		if err != nil {
			return -1, err
		}
		if eq {
			return i, nil
		}
	}
	return -1, nil
}

func releaseView(owner value) { self(owner).exports-- }

func buffer(t *thread, v value) (*runtime.Buffer, error) {
	a := self(v)
	a.exports++
	return &runtime.Buffer{Bytes: a.b, Format: a.k.format, ItemSize: a.k.size, Owner: v, OnRelease: releaseView}, nil
}

func iterNext(t *thread, v value) (value, error) {
	it := runtime.As[arrayIter](v)
	if it.a == nil {
		return value{}, nil
	}
	if it.i >= it.a.len() {
		it.a = nil
		return value{}, nil
	}
	it.i++
	return it.a.item(it.i - 1)
}
