package runtime

import "strings"

// A bytearray's operations. While a buffer of it is exported (a memoryview
// exists) it must not change its size.

func (p *Bytearray) canResize(t *Thread) error {
	if p.exports > 0 || p.viewed(t) {
		return Errorf(BufferError, "Existing exports of data: object cannot be re-sized")
	}
	return nil
}

// splice replaces p.b[i:j] by s, which may be part of p.b itself.
func (p *Bytearray) splice(t *Thread, i, j int, s string) error {
	d := len(s) - (j - i)
	if d != 0 {
		if err := p.canResize(t); err != nil {
			return err
		}
	}
	if n := len(p.b) + d; n > cap(p.b) {
		if err := t.Room(n); err != nil {
			return err
		}
	}
	n := len(p.b)
	if d != 0 && n+d >= manyBytes {
		return p.splicedAnew(t, i, j, s)
	}
	s = strings.Clone(s)
	if d > 0 {
		p.b = append(p.b, make([]byte, d)...)
	}
	copy(p.b[j+d:], p.b[j:n])
	copy(p.b[i:], s)
	p.b = p.b[:n+d]
	return t.Worked(n)
}

// splicedAnew replaces p.b[i:j], of many bytes, by s in a copy, which is p's then.
func (p *Bytearray) splicedAnew(t *Thread, i, j int, s string) error {
	return t.Whole(func() error {
		b, err := splicedCopy(t, p.b, i, j, textToBytes(s))
		if err == nil {
			err = p.canResize(t)
		}
		if err == nil {
			p.b = b
		}
		return err
	})
}

func bytearrayRepr(t *Thread, v Value) (Value, error) {
	p := As[Bytearray](v)
	b, err := frozen(t, v)
	if err != nil {
		return Value{}, err
	}
	s, err := quoteLong(t, b, true)
	if err == nil {
		s, err = joinAside(t, p.typ.Name+"(", s, ")")
	}
	return NewStr(s), err
}

func bytearrayLen(t *Thread, v Value) (int, error) { return len(As[Bytearray](v).b), nil }

func bytearrayIterNew(t *Thread, v Value) (Value, error) {
	return newBytesIter(&bytearrayIterType, v), nil
}

func bytearrayBuffer(t *Thread, v Value) (*Buffer, error) {
	p := As[Bytearray](v)
	p.exports++
	return &Buffer{Bytes: p.b, Format: "B", ItemSize: 1, Owner: v, OnRelease: bytearrayReleased}, nil
}

func bytearrayReleased(owner Value) { As[Bytearray](owner).exports-- }

func bytearrayGetItem(t *Thread, v, key Value) (Value, error) {
	p := As[Bytearray](v)
	if !key.IsInt() {
		s, isSlice := AsSlice(key)
		if isSlice {
			start, stop, step, err := SliceUnpack(t, s)
			if err != nil {
				return Value{}, err
			}
			start, _, n := SliceAdjust(start, stop, step, len(p.b))
			if n < asideWork {
				return NewBytearray(pickBytes(bytesToText(p.b), start, step, n)).Value(), t.Worked(n)
			}
			if step == 1 {
				b, err := CopyBytes(t, p.b[start:start+n])
				return NewBytearray(b).Value(), err
			}
			all, err := frozen(t, v)
			if err != nil {
				return Value{}, err
			}
			b, err := Aside(t, n, func() []byte { return pickBytes(all, start, step, n) })
			return NewBytearray(b).Value(), err
		}
		if !hasIndex(key) {
			return Value{}, TypeErrorf("bytearray indices must be integers or slices, not %s", key.Type().Name)
		}
	}
	i, err := p.index(t, key)
	if err != nil {
		return Value{}, err
	}
	return Int(int64(p.b[i])), nil
}

// index is key as a position in p.
func (p *Bytearray) index(t *Thread, key Value) (int, error) {
	i, err := AsSsize(t, key, IndexError)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += len(p.b)
	}
	if i < 0 || i >= len(p.b) {
		return 0, IndexErrorf("bytearray index out of range")
	}
	return i, nil
}

func bytearraySetItem(t *Thread, v, key, val Value) error {
	p := As[Bytearray](v)
	if s, ok := AsSlice(key); ok {
		return p.setSlice(t, s, val)
	}
	if !hasIndex(key) {
		return TypeErrorf("bytearray indices must be integers or slices, not %s", key.Type().Name)
	}
	i, err := p.index(t, key)
	if err != nil {
		return err
	}
	if val.IsUnset() {
		return p.splice(t, i, i+1, "")
	}
	c, err := byteOf(t, val, "byte")
	if err != nil {
		return err
	}
	if i >= len(p.b) { // the value's __index__ shortened it
		return IndexErrorf("bytearray index out of range")
	}
	p.b[i] = c
	return nil
}

// setSlice assigns to a slice, or deletes it if val is unset.
func (p *Bytearray) setSlice(t *Thread, s *Slice, val Value) error {
	start, stop, step, err := SliceUnpack(t, s)
	if err != nil {
		return err
	}
	var src string
	if !val.IsUnset() {
		if raw, ok := rawOf(val); ok {
			b, err := CopyBytes(t, textToBytes(raw))
			if err != nil {
				return err
			}
			src = bytesToText(b)
		} else {
			if _, isStr := AsStr(val); isStr || hasIndex(val) {
				return TypeErrorf("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
			}
			if src, err = bytesFromObject(t, val, "bytearray"); err != nil {
				return err
			}
		}
	}
	start, stop, n := SliceAdjust(start, stop, step, len(p.b))
	if step == 1 {
		return p.splice(t, start, max(start, stop), src)
	}
	if !val.IsUnset() && len(src) > 0 {
		if len(src) != n {
			return ValueErrorf("attempt to assign bytes of size %d to extended slice of size %d", len(src), n)
		}
		for k, i := 0, start; k < n; k, i = k+1, i+step {
			p.b[i] = src[k]
		}
		return t.Worked(n)
	}
	return p.deleteEvery(t, start, step, n)
}

// deleteEvery removes n bytes from start on, step apart.
func (p *Bytearray) deleteEvery(t *Thread, start, step, n int) error {
	if n == 0 {
		return nil
	}
	if err := p.canResize(t); err != nil {
		return err
	}
	if step < 0 {
		start, step = start+(n-1)*step, -step
	}
	out := start
	for i := start; i < len(p.b); i++ {
		if d := i - start; d%step == 0 && d/step < n {
			continue
		}
		p.b[out] = p.b[i]
		out++
	}
	p.b = p.b[:out]
	return t.Worked(out)
}

func bytearrayBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	switch op {
	case OpAdd:
		x, ok := AsBytearray(a)
		if !ok || b.Type().Slots.Buffer == nil {
			return NotImplemented, nil
		}
		y, buf, err := borrow(t, b)
		if err != nil {
			return Value{}, err
		}
		defer release(buf)
		if err := t.Room(len(x.b) + len(y)); err != nil {
			return Value{}, err
		}
		out, err := joinedBytes(t, bytesToText(x.b), y)
		return NewBytearray(out).Value(), err
	case OpMul:
		p, ok := AsBytearray(a)
		n := b
		if !ok {
			p, n = As[Bytearray](b), a
		}
		if !hasIndex(n) {
			return NotImplemented, nil
		}
		k, err := AsSsize(t, n, OverflowError)
		if err != nil {
			return Value{}, err
		}
		own, err := frozen(t, p.Value())
		if err != nil {
			return Value{}, err
		}
		s, err := repeatBytes(t, own, k)
		if err != nil {
			return Value{}, err
		}
		if k == 1 || len(s) < asideWork { // what repeatBytes gives may be another's memory
			b, err := CopyBytes(t, textToBytes(s))
			return NewBytearray(b).Value(), err
		}
		return NewBytearray(textToBytes(s)).Value(), nil
	case OpMod:
		if p, ok := AsBytearray(a); ok {
			s, err := FormatPercentBytes(t, string(p.b), b)
			if err != nil {
				return Value{}, err
			}
			return NewBytearray([]byte(s)).Value(), nil
		}
	}
	return NotImplemented, nil
}

func bytearrayInplace(t *Thread, op BinOp, a, b Value) (Value, error) {
	p := As[Bytearray](a)
	switch op {
	case OpAdd:
		if b.Type().Slots.Buffer == nil {
			return Value{}, TypeErrorf("can't concat %s to %s", b.Type().Name, p.typ.Name)
		}
		return a, p.extend(t, b)
	case OpMul:
		if !hasIndex(b) {
			return NotImplemented, nil
		}
		k, err := AsSsize(t, b, OverflowError)
		if err != nil {
			return Value{}, err
		}
		own, err := frozen(t, a)
		if err != nil {
			return Value{}, err
		}
		s, err := repeatBytes(t, own, k)
		if err != nil {
			return Value{}, err
		}
		return a, p.splice(t, 0, len(p.b), s)
	}
	return NotImplemented, nil
}

// extend appends the memory of v.
func (p *Bytearray) extend(t *Thread, v Value) error {
	s, ok := rawOf(v)
	if !ok {
		var err error
		if s, err = bytesFromObject(t, v, "bytearray"); err != nil {
			return err
		}
	}
	if len(s) == 0 {
		return nil
	}
	if err := p.canResize(t); err != nil {
		return err
	}
	if n := len(p.b) + len(s); n > cap(p.b) {
		if err := t.Room(n); err != nil {
			return err
		}
	}
	if n := len(p.b); n+len(s) >= manyBytes && n+len(s) > cap(p.b) {
		return p.extendedAnew(t, s)
	}
	p.b = append(p.b, s...)
	return t.Worked(len(s))
}

// extendedAnew adds s to many bytes where there is no room for it.
func (p *Bytearray) extendedAnew(t *Thread, s string) error {
	return t.Whole(func() error {
		n := len(p.b) + len(s)
		b, err := MakeMany[byte](t, n, n+n/2)
		if err == nil {
			err = CopyMany(t, b, p.b)
		}
		if err == nil {
			err = CopyMany(t, b[len(p.b):], textToBytes(s))
		}
		if err == nil {
			err = p.canResize(t)
		}
		if err == nil {
			p.b = b
		}
		return err
	})
}

func bytearrayNew(t *Thread, args []Value) (Value, error) {
	cls := As[Type](args[0])
	return Alloc[Bytearray](cls).Value(), nil
}

func bytearrayInit(t *Thread, args []Value) (Value, error) {
	p := As[Bytearray](args[0])
	if len(p.b) > 0 {
		if err := p.splice(t, 0, len(p.b), ""); err != nil {
			return Value{}, err
		}
	}
	s, err := bytesArgs(t, "bytearray", args[1], args[2], args[3])
	if err != nil {
		return Value{}, err
	}
	if err := p.canResize(t); err != nil && len(s) > 0 {
		return Value{}, err
	}
	if len(s) < asideWork {
		p.b = append(p.b[:0], s...)
		return None, t.Worked(len(s))
	}
	p.b, err = CopyBytes(t, textToBytes(s))
	return None, err
}

func bytearrayAppend(t *Thread, args []Value) (Value, error) {
	p := As[Bytearray](args[0])
	c, err := byteOf(t, args[1], "byte")
	if err == nil {
		err = p.canResize(t)
	}
	if err != nil {
		return Value{}, err
	}
	if len(p.b) == cap(p.b) && len(p.b) >= manyBytes {
		return noneResult(p.extendedAnew(t, oneByte[c:int(c)+1]))
	}
	p.b = append(p.b, c)
	return None, nil
}

func bytearrayExtend(t *Thread, args []Value) (Value, error) {
	p, x := As[Bytearray](args[0]), args[1]
	if _, isStr := AsStr(x); isStr && As[Str](x).Len() > 0 {
		return Value{}, TypeErrorf("'str' object cannot be interpreted as an integer")
	}
	if typ := x.Type(); typ.Slots.Iter == nil && typ.Slots.Buffer == nil && typ.Slots.GetItem == nil {
		return Value{}, TypeErrorf("can't extend bytearray with %s", typ.Name)
	}
	return noneResult(p.extend(t, x))
}

func bytearrayInsert(t *Thread, args []Value) (Value, error) {
	p := As[Bytearray](args[0])
	i, err := AsSsize(t, args[1], OverflowError)
	if err != nil {
		return Value{}, err
	}
	c, err := byteOf(t, args[2], "byte")
	if err != nil {
		return Value{}, err
	}
	if i < 0 {
		i = max(i+len(p.b), 0)
	}
	i = min(i, len(p.b))
	return noneResult(p.splice(t, i, i, oneByte[c:int(c)+1]))
}

func bytearrayPop(t *Thread, args []Value) (Value, error) {
	p := As[Bytearray](args[0])
	i, err := AsSsize(t, args[1], IndexError)
	if err != nil {
		return Value{}, err
	}
	if len(p.b) == 0 {
		return Value{}, IndexErrorf("pop from empty bytearray")
	}
	if i < 0 {
		i += len(p.b)
	}
	if i < 0 || i >= len(p.b) {
		return Value{}, IndexErrorf("pop index out of range")
	}
	c := p.b[i]
	return Int(int64(c)), p.splice(t, i, i+1, "")
}

func bytearrayRemove(t *Thread, args []Value) (Value, error) {
	p := As[Bytearray](args[0])
	c, err := byteOf(t, args[1], "byte")
	if err != nil {
		return Value{}, err
	}
	i := strings.IndexByte(bytesToText(p.b), c)
	if i < 0 {
		return Value{}, ValueErrorf("value not found in bytearray")
	}
	return noneResult(p.splice(t, i, i+1, ""))
}

func bytearrayClear(t *Thread, args []Value) (Value, error) {
	p := As[Bytearray](args[0])
	return noneResult(p.splice(t, 0, len(p.b), ""))
}

func bytearrayCopy(t *Thread, args []Value) (Value, error) {
	b, err := CopyBytes(t, As[Bytearray](args[0]).b)
	return likeOwn(args[0], b), err
}

func bytearrayReverse(t *Thread, args []Value) (Value, error) {
	p := As[Bytearray](args[0])
	if len(p.b) < manyBytes || p.canResize(t) != nil { // views show the same memory
		reverseBytes(p.b)
		return None, t.Worked(len(p.b))
	}
	return noneResult(t.Whole(func() error {
		b, err := reversedCopy(t, p.b)
		if err == nil {
			p.b = b
		}
		return err
	}))
}

func bytearrayAlloc(t *Thread, args []Value) (Value, error) {
	n := cap(As[Bytearray](args[0]).b)
	if n > 0 {
		n++
	}
	return Int(int64(n)), nil
}

func bytearraySizeof(t *Thread, args []Value) (Value, error) {
	n := cap(As[Bytearray](args[0]).b)
	return Int(int64(56 + n + min(n, 1))), nil
}

// bytearrayReduce gives (type, (contents as Latin-1, "latin-1"), attributes),
// from protocol 3 on (type, (bytes,), attributes).
func bytearrayReduce(t *Thread, self Value, protocol int) (Value, error) {
	p := As[Bytearray](self)
	state, err := getState(t, self, false)
	if err != nil {
		return Value{}, err
	}
	if protocol >= 3 {
		return TupleOf(p.typ.Value(), TupleOf(NewBytes(p.b)), state), nil
	}
	d := Decoder{In: bytesToText(p.b)}
	if err := decodeLatin1(&d); err != nil {
		return Value{}, err
	}
	return TupleOf(p.typ.Value(), TupleOf(newText(string(d.Out)), NewStr("latin-1")), state), nil
}

func bytearrayReducePlain(t *Thread, args []Value) (Value, error) {
	return bytearrayReduce(t, args[0], 2)
}

func bytearrayReduceEx(t *Thread, args []Value) (Value, error) {
	n, err := cInt(t, args[1])
	if err != nil {
		return Value{}, err
	}
	return bytearrayReduce(t, args[0], n)
}

const bytearrayDoc = `bytearray(iterable_of_ints) -> bytearray
bytearray(string, encoding[, errors]) -> bytearray
bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer
bytearray(int) -> that many zero bytes
bytearray() -> empty bytearray

A row of bytes that can be changed.`

func init() {
	Define(&bytearrayType, TypeSpec{
		Name: "bytearray", Doc: bytearrayDoc, Size: SizeOf[Bytearray](), Flags: FlagBase | FlagMatchSelf, NoHash: true,
		Slots: Slots{Repr: bytearrayRepr, Str: bytearrayStr, Compare: bytesCompare, Len: bytearrayLen, GetItem: bytearrayGetItem,
			SetItem: bytearraySetItem, Contains: bytesContains, Iter: bytearrayIterNew, Binary: bytearrayBinary,
			Inplace: bytearrayInplace, Buffer: bytearrayBuffer},
		BinOps: []BinOp{OpAdd, OpMul, OpMod}, InOps: []BinOp{OpAdd, OpMul},
		New:  Method{Sig: "*args, **kwargs", Fn: bytearrayNew},
		Init: Method{Sig: "source=?, encoding=?, errors=?", Fn: bytearrayInit},
		Methods: append(bytesCommon(), []Method{
			{Name: "append", Sig: "item, /", Fn: bytearrayAppend},
			{Name: "clear", Fn: bytearrayClear},
			{Name: "copy", Fn: bytearrayCopy},
			{Name: "extend", Sig: "iterable_of_ints, /", Fn: bytearrayExtend},
			{Name: "insert", Sig: "index, item, /", Fn: bytearrayInsert},
			{Name: "pop", Sig: "index=-1, /", Fn: bytearrayPop},
			{Name: "remove", Sig: "value, /", Fn: bytearrayRemove},
			{Name: "reverse", Fn: bytearrayReverse},
			{Name: "__alloc__", Fn: bytearrayAlloc},
			{Name: "__sizeof__", Fn: bytearraySizeof},
			{Name: "__reduce__", Fn: bytearrayReducePlain},
			{Name: "__reduce_ex__", Sig: "proto=0, /", Fn: bytearrayReduceEx},
		}...),
	})
}
