package runtime

import "unsafe"

// What list, tuple and their like have in common.

// maxItems bounds the items of one container: more is MemoryError.
const maxItems = 1 << 29

// valueSize is what an item takes.
const valueSize = int(unsafe.Sizeof(Value{}))

// reprItems writes "open a, b, c close".
func reprItems(t *Thread, open string, items []Value, close string) (Value, error) {
	b := make([]byte, 0, len(open)+len(close)+4*len(items))
	b = append(b, open...)
	b, err := appendReprs(t, b, items)
	if err != nil {
		return Value{}, err
	}
	return NewStr(string(append(b, close...))), nil
}

func appendReprs(t *Thread, b []byte, items []Value) ([]byte, error) {
	var g Growing
	for i, x := range items {
		if i > 0 {
			b = append(b, ", "...)
		}
		before := len(b)
		var err error
		if b, err = appendRepr(t, b, x); err != nil {
			return nil, err
		}
		if err = g.Add(t, len(b)-before); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// appendRepr adds repr(v) to b.
func appendRepr(t *Thread, b []byte, v Value) ([]byte, error) {
	if v.IsInt() {
		return appendInt(b, v.AsInt64()), nil
	}
	s, err := ReprStr(t, v)
	if err != nil {
		return nil, err
	}
	return append(b, s...), nil
}

func appendInt(b []byte, i int64) []byte {
	var tmp [20]byte
	n := len(tmp)
	u := uint64(i)
	if i < 0 {
		u = -u
	}
	for {
		n--
		tmp[n] = byte('0' + u%10)
		if u /= 10; u == 0 {
			break
		}
	}
	if i < 0 {
		n--
		tmp[n] = '-'
	}
	return append(b, tmp[n:]...)
}

// compareItems compares item by item as list and tuple do.
func compareItems(t *Thread, op CmpOp, a, b []Value) (Value, error) {
	if len(a) != len(b) && (op == CmpEQ || op == CmpNE) {
		return Bool(op == CmpNE), nil
	}
	for i := 0; i < len(a) && i < len(b); i++ {
		eq, err := EqualBool(t, a[i], b[i])
		if err == nil {
			err = t.Often(i)
		}
		if err != nil {
			return Value{}, err
		}
		if !eq {
			return compareDiffering(t, op, a[i], b[i])
		}
	}
	return compareLens(op, len(a), len(b)), nil
}

func compareDiffering(t *Thread, op CmpOp, a, b Value) (Value, error) {
	switch op {
	case CmpEQ:
		return False, nil
	case CmpNE:
		return True, nil
	}
	return Compare(t, op, a, b)
}

func compareLens(op CmpOp, a, b int) Value {
	switch op {
	case CmpLT:
		return Bool(a < b)
	case CmpLE:
		return Bool(a <= b)
	case CmpEQ:
		return Bool(a == b)
	case CmpNE:
		return Bool(a != b)
	case CmpGT:
		return Bool(a > b)
	}
	return Bool(a >= b)
}

// equalItem is EqualBool with the commonest misses decided here.
func equalItem(t *Thread, a, b Value) (bool, error) {
	if a.ref == b.ref && a.bits == b.bits {
		return true, nil
	}
	if a.IsInt() && b.IsInt() {
		return false, nil
	}
	return EqualBool(t, a, b)
}

// repeatCount reads the n of seq * n; ok is false where n is no int.
func repeatCount(t *Thread, n Value) (count int, ok bool, err error) {
	if n.IsInt() {
		return max(int(n.AsInt64()), 0), true, nil
	}
	if !hasIndex(n) {
		return 0, false, nil
	}
	c, err := AsSsize(t, n, OverflowError)
	return max(c, 0), true, err
}

// repeatItems gives items n times over, in a slice of its own.
func repeatItems(t *Thread, items []Value, n int) ([]Value, error) {
	if len(items) == 0 || n <= 0 {
		return nil, nil
	}
	if n > maxItems/len(items) {
		return nil, MemoryErr()
	}
	if err := t.RoomFor(len(items)*n, valueSize); err != nil {
		return nil, err
	}
	if len(items)*n < oftenItems {
		out := makeItems(len(items)*n, len(items)*n)
		fillRepeated(out, items)
		return out, nil
	}
	var out []Value
	err := t.Whole(func() (err error) {
		if out, err = MakeMany[Value](t, len(items)*n, len(items)*n); err != nil {
			return err
		}
		return repeatMany(t, out, items)
	})
	return out, err
}

// repeatMany is fillRepeated in pieces.
func repeatMany(t *Thread, out, items []Value) error {
	if len(items) > oftenItems {
		for ; len(out) > 0; out = out[len(items):] {
			if err := copyItems(t, out[:len(items)], items); err != nil {
				return err
			}
		}
		return nil
	}
	piece := out[:oftenItems/len(items)*len(items)]
	fillRepeated(piece, items)
	for rest := out[len(piece):]; len(rest) > 0; rest = rest[min(len(piece), len(rest)):] {
		copy(rest, piece)
		if err := t.pendingOf(); err != nil {
			return err
		}
	}
	return nil
}

// fillRepeated fills out with items over and over.
func fillRepeated(out, items []Value) {
	if len(out) == 0 {
		return
	}
	if len(items) == 1 {
		x := items[0]
		if x.IsInt() && x.bits == 0 || len(out) < 64 {
			for i := range out {
				out[i] = x
			}
			return
		}
	}
	for n := copy(out, items); n < len(out); n *= 2 {
		copy(out[n:], out[:n])
	}
}

// seqIndex is v as an index of a sequence of the given kind; it may be negative.
func seqIndex(t *Thread, v Value, kind string) (int, error) {
	if v.IsInt() {
		return int(v.AsInt64()), nil
	}
	if !hasIndex(v) {
		return 0, TypeErrorf("%s indices must be integers or slices, not %s", kind, v.Type().Name)
	}
	return AsSsize(t, v, IndexError)
}

// searchBounds clamps the start and stop of index(x, start, stop).
func searchBounds(t *Thread, start, stop Value, n int) (int, int, error) {
	get := func(v Value, def int) (int, error) {
		if v.IsUnset() {
			return def, nil
		}
		if !hasIndex(v) {
			return 0, TypeErrorf("slice indices must be integers or have an __index__ method")
		}
		i, err := AsSsize(t, v, nil)
		if i < 0 {
			if i += n; i < 0 {
				i = 0
			}
		}
		return i, err
	}
	i, err := get(start, 0)
	if err != nil {
		return 0, 0, err
	}
	j, err := get(stop, maxSsize)
	return i, j, err
}

// UnpackSequence puts the items of v, which must be exactly len(out), into out.
func UnpackSequence(t *Thread, v Value, out []Value) error {
	switch v.Type() {
	case &tupleType:
		if items := As[Tuple](v).items; len(items) == len(out) {
			copy(out, items)
			return nil
		} else if len(items) < len(out) {
			return tooFew(len(items), len(out))
		}
		return tooMany(len(out))
	case &listType:
		if items := As[List](v).items; len(items) == len(out) {
			copy(out, items)
			return nil
		} else if len(items) < len(out) {
			return tooFew(len(items), len(out))
		}
		return tooMany(len(out))
	}
	it, err := unpackIter(t, v)
	if err != nil {
		return err
	}
	next := it.Type().Slots.Next
	for i := range out {
		x, err := next(t, it)
		if err != nil {
			return err
		}
		if x.IsUnset() {
			return tooFew(i, len(out))
		}
		out[i] = x
	}
	x, err := next(t, it)
	if err != nil {
		return err
	}
	if !x.IsUnset() {
		return tooMany(len(out))
	}
	return nil
}

func tooFew(got, want int) error {
	return ValueErrorf("not enough values to unpack (expected %d, got %d)", want, got)
}

func tooMany(want int) error {
	return ValueErrorf("too many values to unpack (expected %d)", want)
}

func unpackIter(t *Thread, v Value) (Value, error) {
	it, err := Iter(t, v)
	if err != nil && IsError(err, TypeError) && v.Type().Slots.Iter == nil && v.Type().Slots.GetItem == nil {
		return Value{}, TypeErrorf("cannot unpack non-iterable %s object", v.Type().Name)
	}
	return it, err
}

// UnpackEx is `a, b, *c, d = v`: before items, a list, after items, put into
// out, whose length is before+1+after.
func UnpackEx(t *Thread, v Value, before, after int, out []Value) error {
	var items []Value
	switch v.Type() {
	case &tupleType:
		items = As[Tuple](v).items
	case &listType:
		items = As[List](v).items
	default:
		it, err := unpackIter(t, v)
		if err != nil {
			return err
		}
		next := it.Type().Slots.Next
		for i := 0; i < before; i++ {
			x, err := next(t, it)
			if err != nil {
				return err
			}
			if x.IsUnset() {
				break
			}
			items = append(items, x)
		}
		if len(items) == before {
			all := NewList(items)
			t.Building(all.Value())
			defer t.Built()
			if err := Iterate(t, it, func(x Value) error { return all.Add(t, x) }); err != nil {
				return err
			}
			items = all.items
		}
	}
	if len(items) < before+after {
		if after == 0 {
			return ValueErrorf("not enough values to unpack (expected at least %d, got %d)", before, len(items))
		}
		return ValueErrorf("not enough values to unpack (expected at least %d, got %d)", before+after, len(items))
	}
	copy(out, items[:before])
	rest := items[before : len(items)-after]
	out[before] = NewList(append([]Value(nil), rest...)).Value()
	copy(out[before+1:], items[len(items)-after:])
	return nil
}

// classGetItem is __class_getitem__ of the generic builtin types.
func classGetItem(t *Thread, args []Value) (Value, error) {
	return NewGenericAlias(t, args[0], args[1]), nil
}

// ClassGetItem is the row of __class_getitem__ for generic types in Go.
func ClassGetItem() Method {
	return Method{Name: "__class_getitem__", Sig: "item, /", Fn: classGetItem, Kind: ClassMethod,
		Doc: "See PEP 585"}
}

// ReadOnlyMember is the Set of an attribute that CPython has as a plain
// read-only member, with the message that goes with it.
func ReadOnlyMember(t *Thread, self, val Value) error { return AttributeErrorf("readonly attribute") }
