package runtime

import (
	"unsafe"
	"weak"
)

// A Bytes is a bytes object.
type Bytes struct {
	Object
	s    string
	hash uint64
}

// A Bytearray is a bytearray; exports counts the views that forbid resizing.
type Bytearray struct {
	Object
	b       []byte
	exports int                        // buffers lent to natives
	views   []weak.Pointer[Memoryview] // see addView
}

var (
	bytesType, bytearrayType Type
	BytesType                = &bytesType
	BytearrayType            = &bytearrayType
)

// NewBytesString makes a bytes object of s's bytes.
func NewBytesString(s string) Value {
	p := &Bytes{s: s}
	p.typ = &bytesType
	return p.Value()
}

// NewBytesOwning makes a bytes object of b, which nobody may write any more.
func NewBytesOwning(b []byte) Value { return NewBytesString(bytesToText(b)) }

// NewBytes makes a bytes object of a copy of b.
func NewBytes(b []byte) Value {
	const words = unsafe.Sizeof(Bytes{}) / 8
	var p *Bytes
	switch n := len(b); {
	case n == 0 || n > 64:
		return NewBytesString(string(b))
	case n <= 24: // in one allocation that the collector does not look into, see str_small.go
		p = (*Bytes)(unsafe.Pointer(new([words + 3]uint64)))
	default:
		p = (*Bytes)(unsafe.Pointer(new([words + 8]uint64)))
	}
	p.typ = &bytesType
	p.s = unsafe.String((*byte)(unsafe.Add(unsafe.Pointer(p), 8*words)), len(b))
	copy(unsafe.Slice(unsafe.StringData(p.s), len(b)), b)
	return p.Value()
}

// String gives the bytes.
func (p *Bytes) String() string { return p.s }

// NewBytearray makes a bytearray that owns b.
func NewBytearray(b []byte) *Bytearray {
	p := &Bytearray{b: b}
	p.typ = &bytearrayType
	return p
}

// Bytes are the present contents.
func (p *Bytearray) Bytes() []byte { return p.b }

// AsBytes gives the bytes object behind v.
func AsBytes(v Value) (*Bytes, bool) { return Cast[Bytes](v, BytesType) }

// AsBytearray gives the bytearray behind v.
func AsBytearray(v Value) (*Bytearray, bool) { return Cast[Bytearray](v, BytearrayType) }

// GetBuffer gives v's memory (bytes, bytearray, memoryview, array, ...), or
// TypeError "a bytes-like object is required, not 'X'".
func GetBuffer(t *Thread, v Value) (*Buffer, error) {
	if f := v.Type().Slots.Buffer; f != nil {
		return f(t, v)
	}
	return nil, TypeErrorf("a bytes-like object is required, not '%s'", v.Type().Name)
}

// Text is the memory as a string without a copy: it may change under the
// reader, and is not to be used after Release.
func (b *Buffer) Text() string { return unsafe.String(unsafe.SliceData(b.Bytes), len(b.Bytes)) }
