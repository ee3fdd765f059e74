// Package structmod is the module _struct, which struct shows: bytes to values
// and back by a format.
package structmod

import (
	"math"
	"math/big"

	"github.com/minipy/minipy/runtime"
)

type (
	value  = runtime.Value
	thread = runtime.Thread
)

var errorType runtime.Type

func errorf(format string, args ...any) error { return runtime.Errorf(&errorType, format, args...) }

// A field is a run of equal items in a format.
type field struct {
	code   byte
	size   int // of one item
	count  int // of items; 1 for 's' and 'p', whose size is the count
	offset int
}

// A format is a parsed format string.
type format struct {
	text   string
	fields []field
	size   int
	items  int // values that it packs
	big    bool
	native bool // @: native sizes
}

// sizes of the codes: native ones (also their alignment), then standard ones; 0 is none.
var codeSizes = map[byte][2]int{
	'x': {1, 1}, 'c': {1, 1}, 'b': {1, 1}, 'B': {1, 1}, '?': {1, 1}, 's': {1, 1}, 'p': {1, 1}, 'h': {2, 2}, 'H': {2, 2},
	'i': {4, 4}, 'I': {4, 4}, 'l': {8, 4}, 'L': {8, 4}, 'q': {8, 8}, 'Q': {8, 8}, 'n': {8, 0}, 'N': {8, 0},
	'e': {2, 2}, 'f': {4, 4}, 'd': {8, 8}, 'P': {8, 0},
}

// parseFormat reads a format string.
func parseFormat(s string) (*format, error) {
	f := &format{text: s, native: true}
	i := 0
	align := true
	if s != "" {
		switch s[0] {
		case '@':
			i = 1
		case '=', '<':
			i, f.native, align = 1, false, false
		case '>', '!':
			i, f.native, align, f.big = 1, false, false, true
		}
	}
	tooLong := errorf("total struct size too long")
	for i < len(s) {
		c := s[i]
		i++
		if c == ' ' || c >= '\t' && c <= '\r' {
			continue
		}
		n := 1
		if c >= '0' && c <= '9' {
			n = int(c - '0')
			for {
				if i == len(s) {
					return nil, errorf("repeat count given without format specifier")
				}
				if c = s[i]; c < '0' || c > '9' {
					break
				}
				if n > (math.MaxInt64-int(c-'0'))/10 {
					return nil, tooLong
				}
				n = n*10 + int(c-'0')
				i++
			}
			i++
		}
		sizes, ok := codeSizes[c]
		size := sizes[1]
		if f.native {
			size = sizes[0]
		}
		if !ok || size == 0 {
			return nil, errorf("bad char in struct format")
		}
		if align {
			if pad := f.size % size; pad != 0 {
				f.size += size - pad
			}
		}
		if n > (math.MaxInt64-f.size)/size {
			return nil, tooLong
		}
		switch c {
		case 'x':
		case 's', 'p':
			f.fields = append(f.fields, field{c, n, 1, f.size})
			f.items++
		default:
			if n > 0 {
				f.fields = append(f.fields, field{c, size, n, f.size})
			}
			f.items += n
		}
		f.size += n * size
	}
	return f, nil
}

// put writes the low bytes of u.
func (f *format) put(b []byte, u uint64) {
	if f.big {
		for i := len(b) - 1; i >= 0; i-- {
			b[i] = byte(u)
			u >>= 8
		}
		return
	}
	for i := range b {
		b[i] = byte(u)
		u >>= 8
	}
}

func (f *format) get(b []byte) uint64 {
	var u uint64
	if f.big {
		for _, c := range b {
			u = u<<8 | uint64(c)
		}
		return u
	}
	for i := len(b) - 1; i >= 0; i-- {
		u = u<<8 | uint64(b[i])
	}
	return u
}

// integer gives an int-like value or what __index__ makes of it.
func integer(t *thread, v value) (small int64, b *big.Int, err error) {
	if v.IsInt() {
		return v.AsInt64(), nil, nil
	}
	if !runtime.IsIntLike(v) {
		if v.Type().Slots.Index == nil {
			return 0, nil, errorf("required argument is not an integer")
		}
		if v, err = runtime.Index(t, v); err != nil {
			return 0, nil, err
		}
	}
	small, b, _ = runtime.IntOf(v)
	return small, b, nil
}

var shortNames = map[byte]string{'b': "byte", 'B': "ubyte", 'h': "short", 'H': "ushort"}

// packInt writes an integer in the range of code and size.
func (f *format) packInt(t *thread, dst []byte, code byte, v value) error {
	n, b, err := integer(t, v)
	if err != nil {
		return err
	}
	size := uint(8 * len(dst))
	switch code {
	case 'P':
		if b != nil && (!b.IsUint64() && !b.IsInt64()) {
			return errorf("int too large to convert")
		}
	case 'B', 'H', 'I', 'L', 'Q', 'N':
		limit := uint64(1)<<size - 1
		if size == 64 {
			limit = math.MaxUint64
		}
		long := f.big && code != 'B' || code == 'I' || code == 'L' || code == 'Q' || code == 'N'
		switch {
		case b != nil && (!b.IsUint64() || !long), long && b == nil && n < 0:
			if f.big && code == 'Q' {
				return errorf("int too large to convert")
			}
			return errorf("argument out of range")
		case b == nil && (n < 0 || uint64(n) > limit), b != nil && b.Uint64() > limit:
			if name := shortNames[code]; name != "" && (!f.big || code == 'B') {
				return errorf("%s format requires 0 <= number <= %d", name, limit)
			}
			return errorf("'%c' format requires 0 <= number <= %d", code, limit)
		}
	default:
		hi := int64(1)<<(size-1) - 1
		if b != nil {
			if f.big && code == 'q' {
				return errorf("int too large to convert")
			}
			return errorf("argument out of range")
		}
		if n < -hi-1 || n > hi {
			if name := shortNames[code]; name != "" && (!f.big || code == 'b') {
				return errorf("%s format requires %d <= number <= %d", name, -hi-1, hi)
			}
			return errorf("'%c' format requires %d <= number <= %d", code, -hi-1, hi)
		}
	}
	u := uint64(n)
	if b != nil {
		u = b.Uint64()
	}
	f.put(dst, u)
	return nil
}

// packOne writes one value by code.
func (f *format) packOne(t *thread, dst []byte, code byte, v value) error {
	switch code {
	case 'c':
		b, ok := runtime.AsBytes(v)
		if !ok || len(b.String()) != 1 {
			return errorf("char format requires a bytes object of length 1")
		}
		dst[0] = b.String()[0]
		return nil
	case '?':
		truth, err := runtime.IsTrue(t, v)
		if truth {
			dst[0] = 1
		}
		return err
	case 's', 'p':
		return packString(dst, code, v)
	case 'e', 'f', 'd':
		err := f.packFloat(t, dst, code, v)
		if err != nil && runtime.IsIntLike(v) && runtime.IsError(err, runtime.OverflowError) {
			err = errorf("int too large to convert")
		}
		return err
	}
	return f.packInt(t, dst, code, v)
}

func (f *format) packFloat(t *thread, dst []byte, code byte, v value) error {
	x, err := runtime.AsFloat(t, v)
	if err != nil {
		return errorf("required argument is not a float")
	}
	switch code {
	case 'd':
		f.put(dst, runtime.FloatBits(x))
	case 'f':
		y := float32(x)
		if math.IsInf(float64(y), 0) && !math.IsInf(x, 0) && !f.native {
			return runtime.OverflowErrorf("float too large to pack with f format")
		}
		f.put(dst, uint64(runtime.FloatBits32(x)))
	default:
		h, ok := halfBits(x)
		if !ok {
			return runtime.OverflowErrorf("float too large to pack with e format")
		}
		f.put(dst, uint64(h))
	}
	return nil
}

func packString(dst []byte, code byte, v value) error {
	var s string
	if b, ok := runtime.AsBytes(v); ok {
		s = b.String()
	} else if b, ok := runtime.AsBytearray(v); ok {
		s = string(b.Bytes())
	} else {
		return errorf("argument for '%c' must be a bytes object", code)
	}
	if code == 's' {
		copy(dst, s)
		return nil
	}
	if len(dst) > 0 {
		n := min(copy(dst[1:], s), 255)
		dst[0] = byte(n)
	}
	return nil
}

// unpackOne reads one value.
func (f *format) unpackOne(src []byte, code byte) (value, error) {
	switch code {
	case 'c', 's':
		return runtime.NewBytes(src), nil
	case 'p':
		if len(src) == 0 {
			return value{}, runtime.SystemErrorf("Negative size passed to PyBytes_FromStringAndSize")
		}
		n := min(int(src[0]), len(src)-1)
		return runtime.NewBytes(src[1 : 1+n]), nil
	}
	u := f.get(src)
	switch code {
	case '?':
		return runtime.Bool(u != 0), nil
	case 'd':
		return runtime.Float(math.Float64frombits(u)), nil
	case 'f':
		return runtime.Float(float64(math.Float32frombits(uint32(u)))), nil
	case 'e':
		return runtime.Float(halfFloat(uint16(u))), nil
	case 'B', 'H', 'I', 'L', 'Q', 'N', 'P':
		return runtime.NewUint(u), nil
	}
	shift := 64 - 8*len(src)
	return runtime.Int(int64(u<<shift) >> shift), nil
}

// halfBits rounds x to half precision, half to even; false where it is too large.
func halfBits(x float64) (uint16, bool) {
	sign := uint16(math.Float64bits(x) >> 48 & 0x8000)
	a := math.Abs(x)
	switch {
	case x != x:
		return sign | 0x7E00, true
	case math.IsInf(a, 0):
		return sign | 0x7C00, true
	case a >= 65520:
		return 0, false
	case a < 0x1p-14: // subnormal: units of 2**-24
		return sign | uint16(math.RoundToEven(a*0x1p24)), true
	}
	_, e := math.Frexp(a)
	e--                                                // a = m * 2**e with 1 <= m < 2
	m := uint16(math.RoundToEven(math.Ldexp(a, 10-e))) // 1024 to 2048
	return sign | (uint16(e+15)<<10 + (m - 1024)), true
}

func halfFloat(h uint16) float64 {
	e, m := int(h>>10&31), float64(h&1023)
	var f float64
	switch e {
	case 0:
		f = m * 0x1p-24
	case 31:
		if f = math.Inf(1); m != 0 {
			f = math.NaN()
		}
	default:
		f = math.Ldexp(m+1024, e-25)
	}
	if h&0x8000 != 0 {
		f = math.Copysign(f, -1)
	}
	return f
}

// pack writes args into dst, which is f.size bytes of zeros.
func (f *format) pack(t *thread, dst []byte, args []value, name string) error {
	if len(args) != f.items {
		return errorf("%s expected %d items for packing (got %d)", name, f.items, len(args))
	}
	next := 0
	for _, fd := range f.fields {
		at := fd.offset
		for range fd.count {
			if err := f.packOne(t, dst[at:at+fd.size], fd.code, args[next]); err != nil {
				return err
			}
			if err := t.Often(next); err != nil {
				return err
			}
			next++
			at += fd.size
		}
	}
	return nil
}

// unpack reads a tuple from src, which is f.size bytes.
func (f *format) unpack(t *thread, src []byte) (value, error) {
	tup := runtime.MakeTuple(f.items)
	vals := tup.Items()
	next := 0
	for _, fd := range f.fields {
		at := fd.offset
		for range fd.count {
			v, err := f.unpackOne(src[at:at+fd.size], fd.code)
			if err != nil {
				return value{}, err
			}
			vals[next] = v
			if err := t.Often(next); err != nil {
				return value{}, err
			}
			next++
			at += fd.size
		}
	}
	return tup.Value(), nil
}
