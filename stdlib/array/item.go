// Package array is the module array.
package array

import (
	"encoding/binary"
	"math"

	"github.com/minipy/minipy/runtime"
)

type (
	value  = runtime.Value
	thread = runtime.Thread
)

// A kind is what a typecode means. Items lie in memory in the machine's order,
// which is little-endian.
type kind struct {
	code   byte
	size   int
	format string // in the buffer protocol
}

const typecodes = "bBuhHiIlLqQfd"

var kinds = [...]kind{
	{'b', 1, "b"}, {'B', 1, "B"}, {'u', 4, "w"}, {'h', 2, "h"}, {'H', 2, "H"}, {'i', 4, "i"}, {'I', 4, "I"},
	{'l', 8, "l"}, {'L', 8, "L"}, {'q', 8, "q"}, {'Q', 8, "Q"}, {'f', 4, "f"}, {'d', 8, "d"},
}

func kindOf(code byte) *kind {
	for i := range kinds {
		if kinds[i].code == code {
			return &kinds[i]
		}
	}
	return nil
}

// get reads the item at b.
func (k *kind) get(b []byte) (value, error) {
	switch k.code {
	case 'b':
		return runtime.Int(int64(int8(b[0]))), nil
	case 'B':
		return runtime.Int(int64(b[0])), nil
	case 'h':
		return runtime.Int(int64(int16(binary.LittleEndian.Uint16(b)))), nil
	case 'H':
		return runtime.Int(int64(binary.LittleEndian.Uint16(b))), nil
	case 'i':
		return runtime.Int(int64(int32(binary.LittleEndian.Uint32(b)))), nil
	case 'I':
		return runtime.Int(int64(binary.LittleEndian.Uint32(b))), nil
	case 'l', 'q':
		return runtime.Int(int64(binary.LittleEndian.Uint64(b))), nil
	case 'L', 'Q':
		return runtime.NewUint(binary.LittleEndian.Uint64(b)), nil
	case 'f':
		return runtime.Float(float64(math.Float32frombits(binary.LittleEndian.Uint32(b)))), nil
	case 'd':
		return runtime.Float(math.Float64frombits(binary.LittleEndian.Uint64(b))), nil
	}
	u := binary.LittleEndian.Uint32(b)
	if u > 0x10FFFF {
		return value{}, runtime.ValueErrorf("character U+%x is not in range [U+0000; U+10ffff]", u)
	}
	return runtime.NewStr(string(runtime.AppendRune(nil, rune(u)))), nil
}

// put writes v at b.
func (k *kind) put(t *thread, b []byte, v value) error {
	switch k.code {
	case 'f', 'd':
		f, err := runtime.AsFloat(t, v)
		if err != nil {
			return err
		}
		if k.code == 'f' {
			binary.LittleEndian.PutUint32(b, runtime.FloatBits32(f))
		} else {
			binary.LittleEndian.PutUint64(b, runtime.FloatBits(f))
		}
		return nil
	case 'u':
		s, ok := runtime.AsStr(v)
		if !ok || s.Len() != 1 {
			return runtime.TypeErrorf("array item must be unicode character")
		}
		r, _ := runtime.DecodeRune(s.String())
		binary.LittleEndian.PutUint32(b, uint32(r))
		return nil
	}
	u, err := k.integer(t, v)
	if err != nil {
		return err
	}
	switch k.size {
	case 1:
		b[0] = byte(u)
	case 2:
		binary.LittleEndian.PutUint16(b, uint16(u))
	case 4:
		binary.LittleEndian.PutUint32(b, uint32(u))
	default:
		binary.LittleEndian.PutUint64(b, u)
	}
	return nil
}

// integer converts v to the bits of an integer item. The messages follow the
// steps that CPython takes: to a C type that may be wider, then to the item's.
func (k *kind) integer(t *thread, v value) (uint64, error) {
	i := v
	if !v.IsInt() {
		var err error
		if i, err = runtime.Index(t, v); err != nil {
			return 0, err
		}
	}
	n, big, _ := runtime.IntOf(i)
	switch k.code {
	case 'q', 'Q', 'I', 'L':
		negative := "can't convert negative int to unsigned"
		large := "int too big to convert"
		if k.code == 'I' || k.code == 'L' {
			negative, large = "can't convert negative value to unsigned int", "Python int too large to convert to C unsigned long"
		}
		signed := k.code == 'q'
		switch {
		case signed && big == nil:
			return uint64(n), nil
		case !signed && (big == nil && n < 0 || big != nil && big.Sign() < 0):
			return 0, runtime.OverflowErrorf("%s", negative)
		case big != nil && (signed || !big.IsUint64()):
			return 0, runtime.OverflowErrorf("%s", large)
		}
		u := uint64(n)
		if big != nil {
			u = big.Uint64()
		}
		if k.code == 'I' && u > math.MaxUint32 {
			return 0, runtime.OverflowErrorf("unsigned int is greater than maximum")
		}
		return u, nil
	}
	if big != nil {
		return 0, runtime.OverflowErrorf("Python int too large to convert to C long")
	}
	less, more := "is less than minimum", "is greater than maximum"
	check := func(lo, hi int64, name string) error {
		if n < lo {
			return runtime.OverflowErrorf("%s %s", name, less)
		}
		if n > hi {
			return runtime.OverflowErrorf("%s %s", name, more)
		}
		return nil
	}
	var err error
	switch k.code {
	case 'b':
		if err = check(math.MinInt16, math.MaxInt16, "signed short integer"); err == nil {
			err = check(math.MinInt8, math.MaxInt8, "signed char")
		}
	case 'B':
		err = check(0, math.MaxUint8, "unsigned byte integer")
	case 'h':
		err = check(math.MinInt16, math.MaxInt16, "signed short integer")
	case 'H':
		if err = check(math.MinInt32, math.MaxInt32, "signed integer"); err == nil {
			err = check(0, math.MaxUint16, "unsigned short")
		}
	case 'i':
		err = check(math.MinInt32, math.MaxInt32, "signed integer")
	}
	return uint64(n), err
}
