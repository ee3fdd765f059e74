package runtime

import "strings"

// Searching and splitting of bytes and bytearray. A method's result is of its
// receiver's type; what it is made of is read with rawOf and, for a bytearray,
// copied by likeSelf.

// likeSelf makes the result of a method of self.
func likeSelf(self Value, s string) Value {
	if self.Type().layout == &bytearrayType {
		return NewBytearray([]byte(s)).Value()
	}
	return NewBytesString(s)
}

// likeOwn is likeSelf of memory that is the result's own.
func likeOwn(self Value, b []byte) Value {
	if self.Type().layout == &bytearrayType {
		return NewBytearray(b).Value()
	}
	return NewBytesString(bytesToText(b))
}

// frozen gives the bytes of a bytes or bytearray to read while others run; few
// bytes of a bytearray to be read before that.
func frozen(t *Thread, v Value) (string, error) {
	if p, ok := AsBytes(v); ok {
		return p.s, nil
	}
	p := As[Bytearray](v)
	if len(p.b) < asideWork {
		return bytesToText(p.b), nil
	}
	b, err := CopyBytes(t, p.b)
	return bytesToText(b), err
}

// CopyBytes is a copy of b, for which there must be room.
func CopyBytes(t *Thread, b []byte) (out []byte, err error) {
	if err := t.Room(len(b)); err != nil {
		return nil, err
	}
	err = t.Whole(func() error {
		if out, err = MakeMany[byte](t, len(b), len(b)); err != nil {
			return err
		}
		return CopyMany(t, out, b)
	})
	return out, err
}

// pieceLike is likeSelf of s that may be long.
func pieceLike(t *Thread, self Value, s string) (Value, error) {
	if self.Type().layout != &bytearrayType || len(s) < asideWork {
		return likeSelf(self, s), nil
	}
	b, err := CopyBytes(t, textToBytes(s))
	return NewBytearray(b).Value(), err
}

// selfOr is likeSelf for a result that may be all of self.
func selfOr(t *Thread, self Value, s string) (Value, error) {
	if self.Type() == &bytesType && len(s) == len(As[Bytes](self).s) {
		return self, nil
	}
	return pieceLike(t, self, s)
}

// baseName is "bytes" or "bytearray".
func baseName(self Value) string { return self.Type().layout.Name }

// bytesRange is the part of self that a search looks at.
func bytesRange(t *Thread, self, start, end Value) (part string, off int, ok bool, err error) {
	s, _ := rawOf(self)
	i, j, err := clampRange(t, start, end, len(s))
	if err != nil || i > j {
		return "", 0, false, err
	}
	s, err = frozen(t, self) // an __index__ may have changed it
	j = min(j, len(s))
	if err != nil || i > j {
		return "", 0, false, err
	}
	return s[i:j], i, true, nil
}

// searchOperand is an int or bytes-like argument of find and its like.
func searchOperand(t *Thread, x Value) (string, *Buffer, error) {
	if _, ok := rawOf(x); !ok && x.Type().Slots.Buffer == nil && !hasIndex(x) {
		return "", nil, TypeErrorf("argument should be integer or bytes-like object, not '%s'", x.Type().Name)
	}
	return byteOperand(t, x)
}

func bytesSearch(t *Thread, name string, args []Value, names []*Str, f func(s, x string) int) (i, off int, err error) {
	x, start, end, err := findArgs(t, name, baseName(args[0]), args, names)
	if err != nil {
		return 0, 0, err
	}
	sub, b, err := searchOperand(t, x)
	if err != nil {
		return 0, 0, err
	}
	defer release(b)
	part, off, ok, err := bytesRange(t, args[0], start, end)
	if err != nil || !ok {
		return -1, 0, err
	}
	i, err = searchAside(t, len(part), part, sub, f)
	return i, off, err
}

func bytesSearchMethod(name string, must bool, f func(s, x string) int) Method {
	return Method{Name: name, Raw: func(t *Thread, args []Value, names []*Str) (Value, error) {
		i, off, err := bytesSearch(t, name, args, names, f)
		if err != nil {
			return Value{}, err
		}
		if i < 0 {
			if must {
				return Value{}, ValueErrorf("subsection not found")
			}
			return Int(-1), nil
		}
		return Int(int64(i + off)), nil
	}}
}

func bytesCount(t *Thread, args []Value, names []*Str) (Value, error) {
	i, _, err := bytesSearch(t, "count", args, names, func(s, x string) (n int) {
		if len(x) == 0 {
			return len(s) + 1
		}
		return strings.Count(s, x)
	})
	return Int(int64(max(i, 0))), err
}

func bytesAffixMethod(name string, has func(s, x string) bool) Method {
	return Method{Name: name, Raw: func(t *Thread, args []Value, names []*Str) (Value, error) {
		x, start, end, err := findArgs(t, name, baseName(args[0]), args, names)
		if err != nil {
			return Value{}, err
		}
		try := func(x Value) (bool, error) {
			sub, b, err := borrow(t, x)
			if err != nil {
				return false, err
			}
			defer release(b)
			part, _, ok, err := bytesRange(t, args[0], start, end)
			return ok && has(part, sub), err
		}
		if tup, ok := AsTuple(x); ok {
			for _, v := range tup.items {
				if ok, err := try(v); ok || err != nil {
					return True, err
				}
			}
			return False, nil
		}
		if x.Type().Slots.Buffer == nil {
			return Value{}, TypeErrorf("%s first arg must be bytes or a tuple of bytes, not %s", name, x.Type().Name)
		}
		return boolResult(try(x))
	}}
}

func bytesReplace(t *Thread, args []Value) (Value, error) {
	old, b1, err := borrow(t, args[1])
	if err != nil {
		return Value{}, err
	}
	defer release(b1)
	repl, b2, err := borrow(t, args[2])
	if err != nil {
		return Value{}, err
	}
	defer release(b2)
	limit, err := AsSsize(t, args[3], OverflowError)
	if err != nil {
		return Value{}, err
	}
	s, err := frozen(t, args[0])
	if err != nil {
		return Value{}, err
	}
	var out string
	if len(old) == 0 {
		out, err = interleave(t, s, repl, limit, false)
	} else {
		out, err = replaceText(t, s, old, repl, limit)
	}
	if err != nil {
		return Value{}, err
	}
	return pieceLike(t, args[0], out)
}

func bytesSep(t *Thread, v Value) (string, *Buffer, error) {
	s, b, err := borrow(t, v)
	if err == nil && len(s) == 0 {
		release(b)
		err = ValueErrorf("empty separator")
	}
	return s, b, err
}

func bytesPartitionMethod(name string, index func(s, x string) int, last bool) Method {
	return Method{Name: name, Sig: "sep, /", Fn: func(t *Thread, args []Value) (Value, error) {
		self := args[0]
		sep, b, err := bytesSep(t, args[1])
		if err != nil {
			return Value{}, err
		}
		defer release(b)
		s, err := frozen(t, self)
		if err != nil {
			return Value{}, err
		}
		i, err := searchAside(t, len(s), s, sep, index)
		if err != nil {
			return Value{}, err
		}
		if i < 0 {
			whole, err := selfOr(t, self, s)
			if last {
				return TupleOf(likeSelf(self, ""), likeSelf(self, ""), whole), err
			}
			return TupleOf(whole, likeSelf(self, ""), likeSelf(self, "")), err
		}
		mid := args[1]
		if _, ok := AsBytes(mid); !ok || baseName(self) == "bytearray" {
			mid = likeSelf(self, strings.Clone(sep))
		}
		left, err := pieceLike(t, self, s[:i])
		if err != nil {
			return Value{}, err
		}
		right, err := pieceLike(t, self, s[i+len(sep):])
		return TupleOf(left, mid, right), err
	}}
}

func bytesRemovePrefix(t *Thread, args []Value) (Value, error) {
	x, b, err := borrow(t, args[1])
	if err != nil {
		return Value{}, err
	}
	defer release(b)
	s, _ := rawOf(args[0])
	return selfOr(t, args[0], strings.TrimPrefix(s, x))
}

func bytesRemoveSuffix(t *Thread, args []Value) (Value, error) {
	x, b, err := borrow(t, args[1])
	if err != nil {
		return Value{}, err
	}
	defer release(b)
	s, _ := rawOf(args[0])
	return selfOr(t, args[0], strings.TrimSuffix(s, x))
}

// splitRaw cuts s as bytes.split or rsplit do, in order.
func splitRaw(s, sep string, space, right bool, limit int) []string {
	switch {
	case space && right:
		return reversed(rsplitRawSpace(s, limit))
	case space:
		return splitRawSpace(s, limit)
	case right && limit >= 0:
		var out []string
		for len(out) < limit {
			i := strings.LastIndex(s, sep)
			if i < 0 {
				break
			}
			out = append(out, s[i+len(sep):])
			s = s[:i]
		}
		return reversed(append(out, s))
	case limit >= 0:
		return strings.SplitN(s, sep, limit+1)
	case right && len(sep) > 1:
		return splitRaw(s, sep, false, true, len(s))
	}
	return strings.Split(s, sep)
}

func reversed(s []string) []string {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
	return s
}

func byteIsSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

func splitRawSpace(s string, limit int) []string {
	var out []string
	for i := 0; ; {
		for i < len(s) && byteIsSpace(s[i]) {
			i++
		}
		if i == len(s) {
			return out
		}
		if limit >= 0 && len(out) == limit {
			return append(out, s[i:])
		}
		start := i
		for i < len(s) && !byteIsSpace(s[i]) {
			i++
		}
		out = append(out, s[start:i])
	}
}

func rsplitRawSpace(s string, limit int) []string {
	var out []string
	for i := len(s); ; {
		for i > 0 && byteIsSpace(s[i-1]) {
			i--
		}
		if i == 0 {
			return out
		}
		if limit >= 0 && len(out) == limit {
			return append(out, s[:i])
		}
		end := i
		for i > 0 && !byteIsSpace(s[i-1]) {
			i--
		}
		out = append(out, s[i:end])
	}
}

func bytesSplitMethod(name string, right bool) Method {
	return Method{Name: name, Sig: "sep=None, maxsplit=-1", Fn: func(t *Thread, args []Value) (Value, error) {
		limit, err := AsSsize(t, args[2], OverflowError)
		if err != nil {
			return Value{}, err
		}
		sep, space := "", args[1].IsNone()
		if !space {
			var b *Buffer
			if sep, b, err = bytesSep(t, args[1]); err != nil {
				return Value{}, err
			}
			defer release(b)
		}
		s, err := frozen(t, args[0])
		if err != nil {
			return Value{}, err
		}
		parts, err := Aside(t, len(s), func() []string { return splitRaw(s, sep, space, right, limit) })
		if err != nil {
			return Value{}, err
		}
		return bytesList(t, args[0], parts)
	}}
}

func bytesList(t *Thread, self Value, parts []string) (Value, error) {
	if err := t.RoomFor(len(parts), pieceSize); err != nil {
		return Value{}, err
	}
	out, err := MakeMany[Value](t, len(parts), len(parts))
	if err != nil {
		return Value{}, err
	}
	for i, p := range parts {
		if err := t.Often(i); err != nil {
			return Value{}, err
		}
		out[i] = likeSelf(self, p)
	}
	return NewList(out).Value(), nil
}

func bytesSplitLines(t *Thread, args []Value) (Value, error) {
	keep, err := intFlag(t, args[1])
	if err != nil {
		return Value{}, err
	}
	s, err := frozen(t, args[0])
	if err != nil {
		return Value{}, err
	}
	out, err := Aside(t, len(s), func() []string { return rawLines(s, keep) })
	if err != nil {
		return Value{}, err
	}
	return bytesList(t, args[0], out)
}

// rawLines cuts s into lines, with their ends if keep is set.
func rawLines(s string, keep bool) (out []string) {
	for start := 0; start < len(s); {
		i := strings.IndexAny(s[start:], "\r\n")
		if i < 0 {
			out = append(out, s[start:])
			break
		}
		i += start
		next := i + 1
		if s[i] == '\r' && next < len(s) && s[next] == '\n' {
			next++
		}
		if keep {
			i = next
		}
		out = append(out, s[start:i])
		start = next
	}
	return out
}

// appendLong is append(b, s...) of long s.
func appendLong(t *Thread, b []byte, s string) ([]byte, error) {
	b, err := growBytes(t, b, len(s))
	if err != nil || cap(b)-len(b) < len(s) {
		return append(b, s...), err
	}
	n := len(b)
	return b[:n+len(s)], CopyMany(t, b[n:n+len(s)], textToBytes(s))
}

func bytesJoin(t *Thread, args []Value) (Value, error) {
	x := args[1]
	if typ := x.Type(); typ.Slots.Iter == nil && (typ.Slots.GetItem == nil || typ.Has(FlagMapping)) {
		return Value{}, TypeErrorf("can only join an iterable")
	}
	items, err := ToSlice(t, x)
	if err != nil {
		return Value{}, err
	}
	sep, _ := rawOf(args[0])
	if len(items) == 1 && items[0].Type() == &bytesType && args[0].Type().layout == &bytesType {
		return items[0], nil
	}
	var out []byte
	size := 0
	for i, v := range items {
		if err := t.Often(i); err != nil {
			return Value{}, err
		}
		if s, ok := rawOf(v); ok {
			size += len(s) + len(sep)
		}
	}
	if err := t.Room(size); err != nil {
		return Value{}, err
	}
	if out, err = MakeMany[byte](t, 0, size); err != nil {
		return Value{}, err
	}
	for i, v := range items {
		if err := t.Often(i); err != nil {
			return Value{}, err
		}
		if v.Type().Slots.Buffer == nil {
			return Value{}, TypeErrorf("sequence item %d: expected a bytes-like object, %s found", i, v.Type().Name)
		}
		s, b, err := borrow(t, v)
		if err != nil {
			return Value{}, err
		}
		if i > 0 {
			out = append(out, sep...)
		}
		if len(s) < comparePiece {
			out = append(out, s...)
		} else {
			out, err = appendLong(t, out, s)
		}
		if release(b); err != nil {
			return Value{}, err
		}
	}
	if args[0].Type().layout == &bytearrayType {
		return NewBytearray(out).Value(), nil
	}
	return NewBytesString(bytesToText(out)), nil
}
