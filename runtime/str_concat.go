package runtime

import (
	"math"
	"strings"
	"unsafe"
)

// Concatenation. `s += x` in a loop makes each s from the one before: copying
// would cost the square of the final length. So text over concatMin bytes that
// is itself a sum and is added to again is built in a buffer with room to
// grow, kept in its strExt; the string that ends the buffer is extended in
// place, and all the strings of such a chain share the buffer and the index,
// since each is a prefix of the next.

const (
	concatMin = 256
	strSum    = 1 << 60 // meta: made by Concat
	maxText   = 1 << 34 // bytes; what would be longer is a MemoryError
)

// Concat is a + b.
func Concat(t *Thread, a, b *Str) (Value, error) {
	if len(b.s) == 0 && a.typ == &strType {
		return a.Value(), nil
	}
	if len(a.s) == 0 && b.typ == &strType {
		return b.Value(), nil
	}
	n := len(a.s) + len(b.s)
	if n <= smallMax {
		return concatSmall(a, b, n), nil
	}
	if ext := a.ext; ext == nil || ext.buf == nil || cap(ext.buf.b) < n {
		if err := t.Room(n); err != nil {
			return Value{}, err
		}
	}
	p := &Str{}
	p.typ = &strType
	if a.meta&strCounted != 0 {
		p.meta = uint64(a.Len()+b.Len()) | strCounted | a.meta&b.meta&strASCII
	}
	if n < concatMin {
		p.s = a.s + b.s
		return p.Value(), nil
	}
	switch ext := a.ext; {
	case ext != nil && ext.buf != nil && len(ext.buf.b) == len(a.s):
		ext.buf.b = append(ext.buf.b, b.s...)
		p.ext = ext
		p.s = unsafe.String(unsafe.SliceData(ext.buf.b), n)
	case a.meta&strSum != 0:
		buf := make([]byte, n, n+n/2+64)
		copy(buf, a.s)
		copy(buf[len(a.s):], b.s)
		p.ext = &strExt{buf: &strBuf{buf}}
		p.s = unsafe.String(unsafe.SliceData(buf), n)
	default:
		p.s = a.s + b.s
	}
	p.meta |= strSum
	return p.Value(), nil
}

// JoinStrs is the concatenation of strs.
func JoinStrs(t *Thread, parts []Value) (Value, error) {
	switch len(parts) {
	case 0:
		return emptyStr, nil
	case 1:
		if parts[0].Type() == &strType {
			return parts[0], nil
		}
	}
	n := 0
	for _, v := range parts {
		n += len(As[Str](v).s)
	}
	if n == 0 {
		return emptyStr, nil
	}
	if err := t.Room(n); err != nil {
		return Value{}, err
	}
	var p *Str
	var b []byte
	if n <= smallMax {
		p, b = smallStr(n)
	} else {
		b = make([]byte, n)
		p = newStr(bytesToText(b))
	}
	for _, v := range parts {
		b = b[copy(b, As[Str](v).s):]
	}
	return p.Value(), nil
}

// repeatStr is p * n.
func repeatStr(t *Thread, p *Str, n int) (Value, error) {
	if n <= 0 || len(p.s) == 0 {
		return emptyStr, nil
	}
	if n == 1 && p.typ == &strType {
		return p.Value(), nil
	}
	if n > math.MaxInt/p.Len() {
		return Value{}, OverflowErrorf("repeated string is too long")
	}
	if n > maxText/len(p.s) || n > math.MaxInt/len(p.s) {
		return Value{}, MemoryErr()
	}
	if err := t.Room(len(p.s) * n); err != nil {
		return Value{}, err
	}
	var r *Str
	if size := len(p.s) * n; size <= smallMax && size > 1 {
		var b []byte
		r, b = smallStr(size)
		for i := 0; i < size; i += len(p.s) {
			copy(b[i:], p.s)
		}
	} else {
		s, err := Aside(t, size, func() string { return strings.Repeat(p.s, n) })
		if err != nil {
			return Value{}, err
		}
		r = newStr(s)
	}
	if p.meta&strCounted != 0 {
		r.meta = uint64(p.Len()*n) | strCounted | p.meta&strASCII
	}
	return r.Value(), nil
}
