package runtime

import (
	"strconv"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// Short strings have their bytes in the same allocation as the object: making
// one costs one allocation instead of two (measured: "a" + "b" 45 instead of 70 ns).
//
// The allocation is one that the collector does not look into, which saves
// another fifth: what a Str points at is the static strType, the bytes behind
// itself, and an ext, which no str of at most smallMax bytes ever gets. So a
// short Str must be of exactly the type str.

const (
	smallMax = 128
	strWords = unsafe.Sizeof(Str{}) / 8
)

// smallStr makes a str of n bytes, 0 < n <= smallMax, that the caller fills in
// before anyone sees it.
func smallStr(n int) (*Str, []byte) {
	var p *Str
	switch (n + 15) / 16 {
	case 1:
		p = (*Str)(unsafe.Pointer(new([strWords + 2]uint64)))
	case 2:
		p = (*Str)(unsafe.Pointer(new([strWords + 4]uint64)))
	case 3:
		p = (*Str)(unsafe.Pointer(new([strWords + 6]uint64)))
	case 4:
		p = (*Str)(unsafe.Pointer(new([strWords + 8]uint64)))
	case 5, 6:
		p = (*Str)(unsafe.Pointer(new([strWords + 12]uint64)))
	default:
		p = (*Str)(unsafe.Pointer(new([strWords + 16]uint64)))
	}
	b := (*byte)(unsafe.Add(unsafe.Pointer(p), 8*strWords))
	p.typ = &strType
	p.s = unsafe.String(b, n)
	return p, unsafe.Slice(b, n)
}

// NewStrBytes makes a str of a copy of b.
func NewStrBytes(b []byte) Value {
	n := len(b)
	if n > smallMax {
		return newStr(string(b)).Value()
	}
	if n <= 1 {
		if n == 0 {
			return emptyStr
		}
		if b[0] < utf8.RuneSelf {
			return latin1[b[0]].Value()
		}
	}
	p, dst := smallStr(n)
	copy(dst, b)
	return p.Value()
}

// NewStrOwning makes a str of text in b, which nobody may write any more.
func NewStrOwning(b []byte) Value { return ownStr(b) }

// ownStr makes a str of text in b, which is its own if it is long.
func ownStr(b []byte) Value {
	if len(b) < shareSize {
		return NewStrBytes(b)
	}
	return newStr(bytesToText(b)).Value()
}

// NewStrCopy makes a str of a copy of s.
func NewStrCopy(s string, ascii bool) Value {
	n := len(s)
	if n <= 1 {
		if n == 0 {
			return emptyStr
		}
		if s[0] < utf8.RuneSelf {
			return latin1[s[0]].Value()
		}
	}
	var p *Str
	if n > smallMax {
		p = newStr(strings.Clone(s))
	} else {
		var dst []byte
		p, dst = smallStr(n)
		copy(dst, s)
	}
	if ascii {
		p.meta = uint64(n) | strCounted | strASCII
	}
	return p.Value()
}

// NewIntStr makes the decimal text of i.
func NewIntStr(i int64) Value {
	var b [20]byte
	s := strconv.AppendInt(b[:0], i, 10)
	if len(s) == 1 {
		return latin1[s[0]].Value()
	}
	p, dst := smallStr(len(s))
	copy(dst, s)
	p.meta = uint64(len(s)) | strCounted | strASCII
	return p.Value()
}

// concatSmall is a + b of n bytes, n <= smallMax.
func concatSmall(a, b *Str, n int) Value {
	p, dst := smallStr(n)
	copy(dst, a.s)
	copy(dst[len(a.s):], b.s)
	if a.meta&b.meta&strASCII != 0 {
		p.meta = uint64(n) | strCounted | strASCII
	}
	return p.Value()
}

// takeBuf gives an empty buffer to build text in, to be given back with
// putBuf. A use inside another one gets a buffer of its own.
func (t *Thread) takeBuf() []byte {
	b := t.textBuf
	t.textBuf = nil
	if b == nil {
		b = make([]byte, 0, 256)
	}
	return b[:0]
}

// putBuf gives a buffer back; what it holds is good until the next takeBuf.
func (t *Thread) putBuf(b []byte) {
	if cap(b) <= 4096 {
		t.textBuf = b
	}
}
