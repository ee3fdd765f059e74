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

// NewBytes makes a bytes object of a copy of b.
func NewBytes(b []byte) Value {
	if n := len(b); n > 0 && n <= smallMax {
		q := &bytes32{}
		q.typ = &bytesType
		copy(q.data[:], b)
		q.s = unsafe.String(&q.data[0], n)
		return q.Value()
	}
	return NewBytesString(string(b))
}

// bytes32 has a short bytes object's bytes in the same allocation (see str_small.go).
type bytes32 struct {
	Bytes
	data [smallMax]byte
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
