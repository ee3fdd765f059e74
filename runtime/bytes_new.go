package runtime

import "strings"

// Making bytes and bytearrays.

// bytesArgs does what the constructors of both types share: b is the contents.
func bytesArgs(t *Thread, name string, src, enc, errs Value) (b string, err error) {
	for _, a := range [2]struct {
		v    Value
		name string
	}{{enc, "encoding"}, {errs, "errors"}} {
		if _, ok := AsStr(a.v); !a.v.IsUnset() && !ok {
			return "", TypeErrorf("%s() argument '%s' must be str, not %s", name, a.name, typeNameOf(a.v))
		}
	}
	var text *Str
	isStr := false
	if !src.IsUnset() {
		text, isStr = AsStr(src)
	}
	switch {
	case !enc.IsUnset():
		if !isStr {
			return "", TypeErrorf("encoding without a string argument")
		}
		errName := "strict"
		if !errs.IsUnset() {
			errName = As[Str](errs).s
		}
		return EncodeText(t, text, As[Str](enc).s, errName)
	case !errs.IsUnset():
		if isStr {
			return "", TypeErrorf("string argument without an encoding")
		}
		return "", TypeErrorf("errors without a string argument")
	case src.IsUnset():
		return "", nil
	case isStr:
		return "", TypeErrorf("string argument without an encoding")
	}
	if hasIndex(src) {
		n, err := AsSsize(t, src, OverflowError)
		if err == nil {
			if n < 0 {
				return "", ValueErrorf("negative count")
			}
			if err := t.Room(n); err != nil {
				return "", err
			}
			b, err := MakeMany[byte](t, n, n)
			return bytesToText(b), err
		}
		if !IsError(err, TypeError) {
			return "", err
		}
	}
	return bytesFromObject(t, src, name)
}

// bytesFromObject copies a buffer or an iterable of ints.
func bytesFromObject(t *Thread, src Value, name string) (string, error) {
	if b, ok := AsBytes(src); ok {
		return b.s, nil
	}
	if src.Type().Slots.Buffer != nil {
		buf, err := GetBuffer(t, src)
		if err != nil {
			return "", err
		}
		defer buf.Release()
		b, err := CopyBytes(t, buf.Bytes)
		return bytesToText(b), err
	}
	if typ := src.Type(); typ.Slots.Iter == nil && (typ.Slots.GetItem == nil || typ.Has(FlagMapping)) {
		return "", TypeErrorf("cannot convert '%s' object to %s", typ.Name, name)
	}
	noun := "byte"
	if name == "bytes" {
		noun = "bytes"
	}
	var out []byte
	err := Iterate(t, src, func(x Value) error {
		c, err := byteOf(t, x, noun)
		if err == nil && len(out) == cap(out) {
			if err = t.Room(2 * len(out)); err == nil {
				out, err = growBytes(t, out, 1)
			}
		}
		out = append(out, c)
		return err
	})
	return bytesToText(out), err
}

// byteOf is an int in range(256); noun begins the message where it is not.
func byteOf(t *Thread, x Value, noun string) (byte, error) {
	if x.IsInt() {
		if i := x.AsInt64(); i >= 0 && i < 256 {
			return byte(i), nil
		}
		return 0, ValueErrorf("%s must be in range(0, 256)", noun)
	}
	i, err := AsSsize(t, x, nil)
	if err != nil {
		return 0, err
	}
	if i < 0 || i > 255 {
		return 0, ValueErrorf("%s must be in range(0, 256)", noun)
	}
	return byte(i), nil
}

func bytesNew(t *Thread, args []Value) (Value, error) {
	cls := As[Type](args[0])
	src := args[1]
	if !src.IsUnset() && args[2].IsUnset() && args[3].IsUnset() {
		if cls == &bytesType && src.Type() == &bytesType {
			return src, nil
		}
		if r, ok, err := CallSpecial(t, src, strDunderBytes); err != nil {
			return Value{}, err
		} else if ok {
			b, isBytes := AsBytes(r)
			if !isBytes {
				return Value{}, TypeErrorf("__bytes__ returned non-bytes (type %s)", r.Type().Name)
			}
			if cls == &bytesType {
				return r, nil
			}
			return subclassBytes(cls, b.s), nil
		}
	}
	s, err := bytesArgs(t, "bytes", src, args[2], args[3])
	if err != nil {
		return Value{}, err
	}
	if cls == &bytesType {
		return NewBytesString(s), nil
	}
	return subclassBytes(cls, s), nil
}

func subclassBytes(cls *Type, s string) Value {
	p := Alloc[Bytes](cls)
	p.s = s
	return p.Value()
}

func bytesDunderBytes(t *Thread, args []Value) (Value, error) {
	if args[0].Type() == &bytesType {
		return args[0], nil
	}
	return NewBytesString(As[Bytes](args[0]).s), nil
}

func bytesGetNewArgs(t *Thread, args []Value) (Value, error) {
	return TupleOf(NewBytesString(As[Bytes](args[0]).s)), nil
}

// ofClass makes an instance of cls, bytes or bytearray or a subclass, by
// calling it if it is one.
func ofClass(t *Thread, cls Value, s string) (Value, error) {
	switch As[Type](cls) {
	case &bytesType:
		return NewBytesString(s), nil
	case &bytearrayType:
		return NewBytearray([]byte(s)).Value(), nil
	}
	return Call(t, cls, NewBytesString(s))
}

func bytesFromHex(t *Thread, args []Value) (Value, error) {
	p, ok := AsStr(args[1])
	if !ok {
		return Value{}, TypeErrorf("fromhex() argument must be str, not %s", typeNameOf(args[1]))
	}
	s := p.s
	out, err := MakeMany[byte](t, 0, len(s)/2)
	if err != nil {
		return Value{}, err
	}
	for i, n := 0, 0; i < len(s); n++ {
		if err := t.Often(n); err != nil {
			return Value{}, err
		}
		if c := s[i]; c == ' ' || c >= '\t' && c <= '\r' {
			i++
			continue
		}
		hi := HexDigit(s[i])
		lo := -1
		if hi >= 0 {
			i++
			if i < len(s) {
				lo = HexDigit(s[i])
			}
		}
		if lo < 0 {
			return Value{}, ValueErrorf("non-hexadecimal number found in fromhex() arg at position %d", countStarts(s[:i]))
		}
		out = append(out, byte(hi<<4|lo))
		i++
	}
	return ofClass(t, args[0], bytesToText(out))
}

// HexArgs are sep (0: none) and bytes_per_sep of hex().
func HexArgs(t *Thread, sep, per Value) (c byte, group int, err error) {
	if group, err = cInt(t, per); err != nil || sep.IsUnset() {
		return 0, 0, err
	}
	n, err := Len(t, sep)
	if err != nil {
		return 0, 0, err
	}
	if n != 1 {
		return 0, 0, ValueErrorf("sep must be length 1.")
	}
	if s, ok := AsStr(sep); ok {
		c = s.s[0]
	} else if s, ok := rawOf(sep); ok {
		c = s[0]
	} else {
		return 0, 0, TypeErrorf("sep must be str or bytes.")
	}
	if c >= 0x80 {
		return 0, 0, ValueErrorf("sep must be ASCII.")
	}
	return c, group, nil
}

// HexText writes bytes in hexadecimal, with sep after every group bytes
// counted from the right, or from the left if group is negative.
func HexText(s string, sep byte, group int) string {
	b := make([]byte, 0, len(s)*2+8)
	for i := 0; i < len(s); i++ {
		if i > 0 && sep != 0 && (group > 0 && (len(s)-i)%group == 0 || group < 0 && i%-group == 0) {
			b = append(b, sep)
		}
		b = append(b, hexDigits[s[i]>>4], hexDigits[s[i]&15])
	}
	return bytesToText(b)
}

func bytesHex(t *Thread, args []Value) (Value, error) {
	sep, group, err := HexArgs(t, args[1], args[2])
	if err != nil {
		return Value{}, err
	}
	s, err := frozen(t, args[0])
	if err != nil {
		return Value{}, err
	}
	if len(s) == 0 {
		return emptyStr, nil
	}
	if err := t.Room(2 * len(s)); err != nil {
		return Value{}, err
	}
	out, err := Aside(t, 2*len(s), func() string { return HexText(s, sep, group) })
	if err != nil {
		return Value{}, err
	}
	return newASCII(out).Value(), nil
}

func bytesMakeTrans(t *Thread, args []Value) (Value, error) {
	from, b1, err := borrow(t, args[0])
	if err != nil {
		return Value{}, err
	}
	defer release(b1)
	to, b2, err := borrow(t, args[1])
	if err != nil {
		return Value{}, err
	}
	defer release(b2)
	if len(from) != len(to) {
		return Value{}, ValueErrorf("maketrans arguments must have same length")
	}
	table := []byte(oneByte)
	for i := 0; i < len(from); i++ {
		table[from[i]] = to[i]
	}
	return NewBytesString(bytesToText(table)), nil
}

func bytesDecode(t *Thread, args []Value) (Value, error) {
	enc, errs, err := codecArgs("decode", args[1], args[2])
	if err != nil {
		return Value{}, err
	}
	s, err := frozen(t, args[0])
	if err != nil {
		return Value{}, err
	}
	if args[0].Type().layout == &bytearrayType && len(s) < asideWork {
		s = strings.Clone(s)
	}
	return DecodeText(t, s, enc, errs)
}
