//go:build linux

package processes

import (
	"encoding/binary"
	"math"
	"math/big"

	rt "github.com/minipy/minipy/runtime"
)

// Items of a memory, by the type codes of module array and 'c' for a byte of
// text; values are converted as ctypes does.

// itemSize is how many bytes an item takes.
func itemSize(code rt.Value) (c byte, size int, err error) {
	s, ok := rt.AsStr(code)
	if !ok || len(s.String()) != 1 {
		return 0, 0, rt.TypeErrorf("a type code is one character")
	}
	switch c = s.String()[0]; c {
	case 'c', 'b', 'B':
		return c, 1, nil
	case 'h', 'H':
		return c, 2, nil
	case 'i', 'I', 'f', 'u':
		return c, 4, nil
	case 'l', 'L', 'q', 'Q', 'd':
		return c, 8, nil
	}
	return 0, 0, rt.TypeErrorf("unknown type code")
}

// at gives the memory of an item.
func (m *memory) at(t *rt.Thread, off, size int) ([]byte, error) {
	b, err := m.bytes(t)
	if err != nil {
		return nil, err
	}
	if off < 0 || off > len(b)-size {
		return nil, rt.IndexErrorf("offset out of range")
	}
	return b[off : off+size], nil
}

// item finds an item by a type code and an offset.
func (m *memory) item(t *rt.Thread, code, off rt.Value) (byte, []byte, error) {
	c, size, err := itemSize(code)
	if err != nil {
		return 0, nil, err
	}
	n, err := rt.AsInt64(t, off)
	if err != nil {
		return 0, nil, err
	}
	b, err := m.at(t, int(n), size)
	return c, b, err
}

func memoryGet(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	c, b, err := rt.As[memory](a[0]).item(t, a[1], a[2])
	if err != nil {
		return rt.Value{}, err
	}
	return load(c, b)
}

func memorySet(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	c, b, err := rt.As[memory](a[0]).item(t, a[1], a[2])
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, store(t, c, b, a[3])
}

// load gives the item with type code c that b is.
func load(c byte, b []byte) (rt.Value, error) {
	e := binary.NativeEndian
	switch c {
	case 'c':
		return rt.NewBytes(b), nil
	case 'b':
		return rt.Int(int64(int8(b[0]))), nil
	case 'B':
		return rt.Int(int64(b[0])), nil
	case 'h':
		return rt.Int(int64(int16(e.Uint16(b)))), nil
	case 'H':
		return rt.Int(int64(e.Uint16(b))), nil
	case 'i':
		return rt.Int(int64(int32(e.Uint32(b)))), nil
	case 'I':
		return rt.Int(int64(e.Uint32(b))), nil
	case 'u':
		n := e.Uint32(b)
		if n > 0x10ffff {
			return rt.Value{}, rt.ValueErrorf("character U+%x is not in range [U+0000; U+10ffff]", n)
		}
		return rt.CharStr(rune(n)), nil
	case 'l', 'q':
		return rt.Int(int64(e.Uint64(b))), nil
	case 'f':
		return rt.Float(float64(math.Float32frombits(e.Uint32(b)))), nil
	case 'd':
		return rt.Float(math.Float64frombits(e.Uint64(b))), nil
	}
	return rt.NewUint(e.Uint64(b)), nil
}

// store makes v the item with type code c that b is; of an int that does not
// fit, the lower bits.
func store(t *rt.Thread, c byte, b []byte, v rt.Value) error {
	e := binary.NativeEndian
	switch c {
	case 'c':
		x, err := oneByte(t, v)
		if err == nil {
			b[0] = x
		}
		return err
	case 'u':
		s, ok := rt.AsStr(v)
		if !ok {
			return rt.TypeErrorf("unicode string expected instead of %s instance", v.Type().Name)
		}
		r, n := rt.DecodeRune(s.String())
		if n == 0 || n != len(s.String()) {
			return rt.TypeErrorf("one character unicode string expected")
		}
		e.PutUint32(b, uint32(r))
		return nil
	case 'f', 'd':
		f, err := rt.AsFloat(t, v)
		if err != nil {
			return err
		}
		if c == 'f' {
			e.PutUint32(b, math.Float32bits(float32(f)))
		} else {
			e.PutUint64(b, math.Float64bits(f))
		}
		return nil
	}
	n, err := lowBits(t, v)
	if err != nil {
		return err
	}
	switch len(b) {
	case 1:
		b[0] = byte(n)
	case 2:
		e.PutUint16(b, uint16(n))
	case 4:
		e.PutUint32(b, uint32(n))
	case 8:
		e.PutUint64(b, n)
	}
	return nil
}

// oneByte reads a value for the code 'c'.
func oneByte(t *rt.Thread, v rt.Value) (byte, error) {
	if n, big, ok := rt.IntOf(v); ok && big == nil && n >= 0 && n < 256 {
		return byte(n), nil
	}
	if v.IsExactly(rt.BytesType) || v.IsExactly(rt.BytearrayType) {
		buf, err := rt.GetBuffer(t, v)
		if err != nil {
			return 0, err
		}
		defer buf.Release()
		if len(buf.Bytes) == 1 {
			return buf.Bytes[0], nil
		}
	}
	return 0, rt.TypeErrorf("one character bytes, bytearray or integer expected")
}

// lowBits are an int's lowest 64 bits.
func lowBits(t *rt.Thread, v rt.Value) (uint64, error) {
	v, err := rt.Index(t, v)
	if err != nil {
		return 0, err
	}
	n, b, _ := rt.IntOf(v)
	if b == nil {
		return uint64(n), nil
	}
	var low big.Int
	low.And(b, new(big.Int).SetUint64(math.MaxUint64))
	return low.Uint64(), nil
}

// An item is one of a memory, as an object with the attribute value.
type item struct {
	rt.Object
	mem  rt.Value // a memory; unset: it has no place yet
	off  int
	size int
	code byte
}

var itemType rt.Type

func (x *item) bytes(t *rt.Thread) ([]byte, error) {
	if x.mem.IsUnset() {
		return nil, rt.ValueErrorf("the item has no place")
	}
	return rt.As[memory](x.mem).at(t, x.off, x.size)
}

func itemPlace(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	x := rt.As[item](a[0])
	if !a[1].IsExactly(&memoryType) {
		return rt.Value{}, rt.TypeErrorf("an item's place is a Memory, not %s", a[1].Type().Name)
	}
	c, size, err := itemSize(a[2])
	if err != nil {
		return rt.Value{}, err
	}
	off, err := rt.AsInt64(t, a[3])
	if err != nil {
		return rt.Value{}, err
	}
	x.mem, x.code, x.size, x.off = a[1], c, size, int(off)
	_, err = x.bytes(t)
	return rt.None, err
}

func init() {
	rt.Define(&itemType, rt.TypeSpec{Name: "_processes.Item", Size: rt.SizeOf[item](), Flags: rt.FlagBase,
		Doc: "An item of a Memory.",
		New: rt.Method{Sig: "*args, **kwargs", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			cls, err := rt.ClassArg(a, &itemType)
			if err != nil {
				return rt.Value{}, err
			}
			return rt.Alloc[item](cls).Object.Value(), nil
		}},
		Methods: []rt.Method{
			{Name: "_place", Sig: "memory, code, offset, /", Fn: itemPlace, Doc: "Say where the item is, and its type code."},
		},
		GetSets: []rt.GetSet{{Name: "value", Doc: "The value.",
			Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
				x := rt.As[item](v)
				b, err := x.bytes(t)
				if err != nil {
					return rt.Value{}, err
				}
				return load(x.code, b)
			},
			Set: func(t *rt.Thread, v, val rt.Value) error {
				x := rt.As[item](v)
				if val.IsUnset() {
					return rt.TypeErrorf("can't delete attribute")
				}
				b, err := x.bytes(t)
				if err != nil {
					return err
				}
				return store(t, x.code, b, val)
			}}},
	})
}
