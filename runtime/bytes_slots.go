package runtime

import (
	"math"
	"strings"
)

// The operations of bytes.

func bytesRepr(t *Thread, v Value) (Value, error) {
	s, err := quoteLong(t, As[Bytes](v).s, false)
	return NewStr(s), err
}

// quoteLong is quoteBytes of what may be long.
func quoteLong(t *Thread, s string, array bool) (string, error) {
	if len(s) < asideWork {
		return quoteBytes(s, array), t.Worked(len(s))
	}
	if err := t.Room(len(s)); err != nil {
		return "", err
	}
	return Aside(t, 2*len(s), func() string { return quoteBytes(s, array) })
}

// bytesHash keeps the process's hash only: VMs share constants.
func bytesHash(t *Thread, v Value) (int64, error) {
	p := As[Bytes](v)
	if t.ownSeed() {
		h, err := hashLong(t, t.VM.seed, p.s)
		return int64(h), err
	}
	if p.hash == 0 && len(p.s) >= asideWork {
		h, err := hashLong(t, hashSeed, p.s)
		if err != nil {
			return 0, err
		}
		p.hash = h
	}
	if p.hash == 0 {
		p.hash = hashText(hashSeed, p.s)
	}
	return int64(p.hash), nil
}

func bytesLen(t *Thread, v Value) (int, error) { return len(As[Bytes](v).s), nil }

// rawOf gives the present bytes of a bytes or bytearray, to be read at once
// and not kept.
func rawOf(v Value) (string, bool) {
	if p, ok := AsBytes(v); ok {
		return p.s, true
	}
	if p, ok := AsBytearray(v); ok {
		return bytesToText(p.b), true
	}
	return "", false
}

// borrow gives the memory of any bytes-like object as text to be read at once;
// the caller calls done, which may be nil, after that.
func borrow(t *Thread, v Value) (s string, b *Buffer, err error) {
	if s, ok := rawOf(v); ok {
		return s, nil, nil
	}
	b, err = GetBuffer(t, v)
	if err != nil {
		return "", nil, err
	}
	return bytesToText(b.Bytes), b, nil
}

// release ends a borrow.
func release(b *Buffer) {
	if b != nil {
		b.Release()
	}
}

func bytesCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	if a.Type().Slots.Buffer == nil || b.Type().Slots.Buffer == nil {
		return NotImplemented, warnComparison(t, op, a, b)
	}
	if la, lb := a.Type().layout, b.Type().layout; la != lb && la != &bytearrayType && lb != &bytearrayType {
		return NotImplemented, nil // bytes themselves compare with bytes only
	}
	x, bx, err := borrow(t, a)
	if err != nil {
		return NotImplemented, nil
	}
	defer release(bx)
	y, by, err := borrow(t, b)
	if err != nil {
		return NotImplemented, nil
	}
	defer release(by)
	switch op {
	case CmpEQ, CmpNE:
		eq, err := sameLong(t, x, y)
		return Bool(eq == (op == CmpEQ)), err
	}
	c, err := compareLong(t, x, y)
	return Bool(orderHolds(op, c)), err
}

// warnComparison issues -b's warning for a == b, where one is bytes or a
// bytearray and the other is not.
func warnComparison(t *Thread, op CmpOp, a, b Value) error {
	if t == nil || t.VM == nil || !t.VM.WarnBytes || op != CmpEQ && op != CmpNE {
		return nil
	}
	if a.Type().Slots.Buffer == nil {
		a, b = b, a
	}
	if _, ok := AsStr(b); ok {
		what := "bytes"
		if a.Type().layout == &bytearrayType {
			what = "bytearray"
		}
		return Warn(t, BytesWarning, "Comparison between "+what+" and string")
	}
	if b.IsInt() && a.Type().layout != &bytearrayType {
		return Warn(t, BytesWarning, "Comparison between bytes and int")
	}
	return nil
}

// byteOperand is what a search for an int or bytes-like looks for.
func byteOperand(t *Thread, x Value) (s string, b *Buffer, err error) {
	if s, ok := rawOf(x); ok {
		return s, nil, nil
	}
	if x.IsInt() || x.Type().Slots.Index != nil {
		i, err := AsSsize(t, x, nil)
		if err != nil {
			return "", nil, err
		}
		if i < 0 || i > 255 {
			return "", nil, ValueErrorf("byte must be in range(0, 256)")
		}
		return oneByte[i : i+1], nil, nil
	}
	return borrow(t, x)
}

// oneByte holds every byte once.
var oneByte = func() string {
	var b [256]byte
	for i := range b {
		b[i] = byte(i)
	}
	return string(b[:])
}()

func bytesContains(t *Thread, v, x Value) (bool, error) {
	s, b, err := byteOperand(t, x)
	if err != nil {
		return false, err
	}
	defer release(b)
	raw, err := frozen(t, v)
	if err != nil {
		return false, err
	}
	i, err := searchAside(t, len(raw), raw, s, strings.Index)
	return i >= 0, err
}

func bytesBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	switch op {
	case OpAdd:
		x, ok := AsBytes(a)
		if !ok || b.Type().Slots.Buffer == nil {
			return NotImplemented, nil
		}
		if x.typ == &bytesType && len(x.s) == 0 && b.IsExactly(&bytesType) {
			return b, nil
		}
		y, buf, err := borrow(t, b)
		if err != nil {
			return Value{}, err
		}
		defer release(buf)
		if err := t.Room(len(x.s) + len(y)); err != nil {
			return Value{}, err
		}
		if len(x.s)+len(y) < asideWork {
			return NewBytesString(x.s + y), nil
		}
		out, err := joinedBytes(t, x.s, y)
		return NewBytesString(bytesToText(out)), err
	case OpMul:
		p, ok := AsBytes(a)
		n := b
		if !ok {
			p, n = As[Bytes](b), a
		}
		if !n.IsInt() && n.Type().Slots.Index == nil {
			return NotImplemented, nil
		}
		k, err := AsSsize(t, n, OverflowError)
		if err != nil {
			return Value{}, err
		}
		if k == 1 && p.typ == &bytesType {
			return p.Value(), nil
		}
		s, err := repeatBytes(t, p.s, k)
		if err != nil {
			return Value{}, err
		}
		return NewBytesString(s), nil
	case OpMod:
		if p, ok := AsBytes(a); ok {
			s, err := FormatPercentBytes(t, p.s, b)
			if err != nil {
				return Value{}, err
			}
			return NewBytesString(s), nil
		}
	}
	return NotImplemented, nil
}

// joinedBytes is x + y, of memory that others may change, for which there is room.
func joinedBytes(t *Thread, x, y string) (out []byte, err error) {
	err = t.Whole(func() error {
		if out, err = MakeMany[byte](t, len(x)+len(y), len(x)+len(y)); err != nil {
			return err
		}
		if err := CopyMany(t, out, textToBytes(x)); err != nil {
			return err
		}
		return CopyMany(t, out[len(x):], textToBytes(y))
	})
	return out, err
}

func repeatBytes(t *Thread, s string, n int) (string, error) {
	if n <= 0 || len(s) == 0 {
		return "", nil
	}
	if n > math.MaxInt/len(s) {
		return "", OverflowErrorf("repeated bytes are too long")
	}
	if n > maxText/len(s) {
		return "", MemoryErr()
	}
	if err := t.Room(len(s) * n); err != nil {
		return "", err
	}
	if s[0] == 0 && len(s) == 1 && n >= asideWork { // fresh memory is zero
		b, err := MakeMany[byte](t, n, n)
		return bytesToText(b), err
	}
	return Aside(t, n*len(s), func() string { return strings.Repeat(s, n) })
}

func bytesGetItem(t *Thread, v, key Value) (Value, error) {
	p := As[Bytes](v)
	if !key.IsInt() {
		start, _, step, count, ok, err := sliceBounds(t, key, len(p.s))
		if err != nil {
			return Value{}, err
		}
		if ok {
			if step != 1 && count >= asideWork {
				b, err := Aside(t, count, func() []byte { return pickBytes(p.s, start, step, count) })
				return NewBytesString(bytesToText(b)), err
			}
			return bytesSlice(p, start, step, count), nil
		}
		if key.Type().Slots.Index == nil {
			return Value{}, TypeErrorf("byte indices must be integers or slices, not %s", key.Type().Name)
		}
	}
	i, err := AsSsize(t, key, IndexError)
	if err != nil {
		return Value{}, err
	}
	if i < 0 {
		i += len(p.s)
	}
	if i < 0 || i >= len(p.s) {
		return Value{}, IndexErrorf("index out of range")
	}
	return Int(int64(p.s[i])), nil
}

func bytesSlice(p *Bytes, start, step, count int) Value {
	if step == 1 {
		if count == len(p.s) && p.typ == &bytesType {
			return p.Value()
		}
		return NewBytesString(cutShared(p.s, start, start+count))
	}
	return NewBytesString(bytesToText(pickBytes(p.s, start, step, count)))
}

func pickBytes(s string, start, step, count int) []byte {
	b := make([]byte, count)
	for k, i := 0, start; k < count; k, i = k+1, i+step {
		b[k] = s[i]
	}
	return b
}

func bytesBuffer(t *Thread, v Value) (*Buffer, error) {
	return &Buffer{Bytes: textToBytes(As[Bytes](v).s), ReadOnly: true, Format: "B", ItemSize: 1, Owner: v}, nil
}

// A bytesIter goes through a bytes or bytearray.
type bytesIter struct {
	Object
	seq Value // unset: at the end
	i   int
}

var bytesIterType, bytearrayIterType Type

func newBytesIter(typ *Type, seq Value) Value {
	it := &bytesIter{seq: seq}
	it.typ = typ
	return it.Value()
}

func bytesIterNew(t *Thread, v Value) (Value, error) { return newBytesIter(&bytesIterType, v), nil }

func bytesIterNext(t *Thread, v Value) (Value, error) {
	it := As[bytesIter](v)
	if it.seq.IsUnset() {
		return Value{}, nil
	}
	s, _ := rawOf(it.seq)
	if it.i >= len(s) {
		it.seq = Value{}
		return Value{}, nil
	}
	it.i++
	return Int(int64(s[it.i-1])), nil
}

func bytesIterHint(t *Thread, args []Value) (Value, error) {
	it := As[bytesIter](args[0])
	if it.seq.IsUnset() {
		return Int(0), nil
	}
	s, _ := rawOf(it.seq)
	return Int(int64(max(len(s)-it.i, 0))), nil
}

func bytesIterReduce(t *Thread, args []Value) (Value, error) {
	it := As[bytesIter](args[0])
	f, err := builtinNamed(t, "iter")
	if err != nil {
		return Value{}, err
	}
	if it.seq.IsUnset() {
		return TupleOf(f, TupleOf(emptyTuple)), nil
	}
	return TupleOf(f, TupleOf(it.seq), Int(int64(it.i))), nil
}

func bytesIterSetState(t *Thread, args []Value) (Value, error) {
	it := As[bytesIter](args[0])
	i, err := AsSsize(t, args[1], OverflowError)
	if err != nil {
		return Value{}, err
	}
	if !it.seq.IsUnset() {
		s, _ := rawOf(it.seq)
		it.i = min(max(i, 0), len(s))
	}
	return None, nil
}

var bytesIterMethods = []Method{
	{Name: "__length_hint__", Fn: bytesIterHint, Doc: "Private method returning an estimate of len(list(it))."},
	{Name: "__reduce__", Fn: bytesIterReduce, Doc: "Return state information for pickling."},
	{Name: "__setstate__", Sig: "state, /", Fn: bytesIterSetState, Doc: "Set state information for unpickling."},
}

func init() {
	spec := TypeSpec{Name: "bytes_iterator", Size: SizeOf[bytesIter](), Flags: FlagDisallowNew, Methods: bytesIterMethods,
		Slots: Slots{Iter: SelfIter, Next: bytesIterNext}}
	Define(&bytesIterType, spec)
	spec.Name = "bytearray_iterator"
	Define(&bytearrayIterType, spec)
}
