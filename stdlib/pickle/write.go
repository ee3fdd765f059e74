package pickle

import (
	"encoding/binary"
	"math"
	"math/big"
	"math/bits"
	"strconv"

	rt "github.com/minipy/minipy/runtime"
)

// openFrame begins a frame: its header is filled in when it ends.
func (p *pickler) openFrame() {
	p.frame = len(p.out)
	p.out = append(p.out, 0, 0, 0, 0, 0, 0, 0, 0, 0)
}

// closeFrame ends the open frame, if there is one; a very short one loses its header.
func (p *pickler) closeFrame() {
	if !p.framing || p.frame < 0 {
		return
	}
	body := p.frame + frameHeader
	if n := len(p.out) - body; n >= frameMin {
		p.out[p.frame] = opFrame
		binary.LittleEndian.PutUint64(p.out[p.frame+1:], uint64(n))
	} else {
		p.out = append(p.out[:p.frame], p.out[body:]...)
	}
	p.frame = -1
}

// boundary is called before an object is written: a frame that is full ends
// there, and goes to the file if there is one.
func (p *pickler) boundary(t *thread) error {
	p.closeFrame()
	if p.write.IsUnset() {
		return nil
	}
	return p.flush(t)
}

// flush writes what is in the buffer to the file.
func (p *pickler) flush(t *thread) error {
	p.closeFrame()
	data := rt.NewBytes(p.out)
	p.out = p.out[:0]
	_, err := rt.Call(t, p.write, data)
	return err
}

// room makes sure that what is written next is in a frame, if it must be.
func (p *pickler) room() {
	if p.frame < 0 && p.framing {
		p.openFrame()
	}
}

func (p *pickler) op(b byte) {
	p.room()
	p.out = append(p.out, b)
}

// line writes an opcode with a line of text as its argument.
func (p *pickler) line(op byte, s string) {
	p.room()
	p.out = append(append(append(p.out, op), s...), '\n')
}

func (p *pickler) putBool(b bool) {
	p.room()
	switch {
	case p.proto >= 2 && b:
		p.out = append(p.out, opNewTrue)
	case p.proto >= 2:
		p.out = append(p.out, opNewFalse)
	case b:
		p.out = append(p.out, "I01\n"...)
	default:
		p.out = append(p.out, "I00\n"...)
	}
}

func (p *pickler) putInt(i int64) {
	p.room()
	switch {
	case !p.bin && i == int64(int32(i)):
		p.out = append(strconv.AppendInt(append(p.out, opInt), i, 10), '\n')
	case i>>8 == 0:
		p.out = append(p.out, opBinInt1, byte(i))
	case i>>16 == 0:
		p.out = append(p.out, opBinInt2, byte(i), byte(i>>8))
	case i == int64(int32(i)):
		p.out = append(p.out, opBinInt, byte(i), byte(i>>8), byte(i>>16), byte(i>>24))
	case p.proto < 2:
		p.out = append(strconv.AppendInt(append(p.out, opLong), i, 10), "L\n"...)
	default:
		// the fewest bytes of two's complement that keep the sign
		n := (bits.Len64(uint64(i^i>>63)) + 8) / 8
		p.out = append(p.out, opLong1, byte(n))
		for ; n > 0; n-- {
			p.out = append(p.out, byte(i))
			i >>= 8
		}
	}
}

// putBig writes an int of more than 64 bits.
func (p *pickler) putBig(t *thread, v value, b *big.Int) error {
	if p.proto < 2 {
		s, err := rt.IntStr(t, v)
		if err != nil {
			return err
		}
		p.line(opLong, s+"L")
		return nil
	}
	data := twosComplement(b)
	if len(data) > math.MaxInt32 {
		return rt.OverflowErrorf("int too large to pickle")
	}
	p.room()
	if n := len(data); n <= maxShortLong {
		p.out = append(p.out, opLong1, byte(n))
	} else {
		p.out = binary.LittleEndian.AppendUint32(append(p.out, opLong4), uint32(n))
	}
	p.out = append(p.out, data...)
	return nil
}

// twosComplement gives the fewest little-endian bytes that keep b's sign.
func twosComplement(b *big.Int) []byte {
	x := b
	if b.Sign() < 0 {
		x = new(big.Int).Not(b)
	}
	data := make([]byte, x.BitLen()/8+1)
	x.FillBytes(data)
	for i, j := 0, len(data)-1; i < j; i, j = i+1, j-1 {
		data[i], data[j] = data[j], data[i]
	}
	if b.Sign() < 0 {
		for i := range data {
			data[i] = ^data[i]
		}
	}
	return data
}

func (p *pickler) putFloat(f float64) {
	p.room()
	if p.bin {
		p.out = binary.BigEndian.AppendUint64(append(p.out, opBinFloat), rt.FloatBits(f))
		return
	}
	p.out = append(rt.AppendFloatRepr(append(p.out, opFloat), f), '\n')
}

// memoize writes that the object on top of the stack gets index idx.
func (p *pickler) memoize(idx int) error {
	p.room()
	switch {
	case p.proto >= 4:
		p.out = append(p.out, opMemoize)
	case !p.bin:
		p.out = append(strconv.AppendInt(append(p.out, opPut), int64(idx), 10), '\n')
	case idx < 256:
		p.out = append(p.out, opBinPut, byte(idx))
	case idx <= math.MaxUint32:
		p.out = binary.LittleEndian.AppendUint32(append(p.out, opLongBinPut), uint32(idx))
	default:
		return rt.Errorf(&picklingError, "memo id too large for LONG_BINPUT")
	}
	return nil
}

// putMemo gives v, which is on top of the stack, an index.
func (p *pickler) putMemo(v value) error {
	if p.fast != 0 {
		return nil
	}
	return p.memoize(p.memo.put(v))
}

// putGet writes that the object of index idx is meant.
func (p *pickler) putGet(idx int) error {
	p.room()
	switch {
	case !p.bin:
		p.out = append(strconv.AppendInt(append(p.out, opGet), int64(idx), 10), '\n')
	case idx < 256:
		p.out = append(p.out, opBinGet, byte(idx))
	case idx <= math.MaxUint32:
		p.out = binary.LittleEndian.AppendUint32(append(p.out, opLongBinGet), uint32(idx))
	default:
		return rt.Errorf(&picklingError, "memo id too large for LONG_BINGET")
	}
	return nil
}

// A blobKind tells the opcodes for text and bytes of three sizes; 0: there is none.
type blobKind struct {
	short, long, huge byte
	what              string
}

var (
	textBlob  = blobKind{opShortBinUnicode, opBinUnicode, opBinUnicode8, "string"}
	bytesBlob = blobKind{opShortBinBytes, opBinBytes, opBinBytes8, "bytes object"}
	arrayBlob = blobKind{0, 0, opByteArray8, "bytearray"}
)

// putBlob writes counted data. Large data is in no frame, and goes to the file
// as it is: payload is the object that holds it, unset if there is none.
func (p *pickler) putBlob(t *thread, k blobKind, data string, payload value) error {
	n := len(data)
	direct := n >= frameTarget
	if direct {
		p.closeFrame()
		defer func(on bool) { p.framing = on }(p.framing)
		p.framing = false
	}
	p.room()
	switch {
	case k.short != 0 && n <= 0xff && (p.proto >= 4 || k.short == opShortBinBytes):
		p.out = append(p.out, k.short, byte(n))
	case k.long != 0 && n <= math.MaxUint32:
		p.out = binary.LittleEndian.AppendUint32(append(p.out, k.long), uint32(n))
	case p.proto >= 4:
		p.out = binary.LittleEndian.AppendUint64(append(p.out, k.huge), uint64(n))
	default:
		return rt.OverflowErrorf("serializing a %s larger than 4 GiB requires pickle protocol 4 or higher", k.what)
	}
	if !direct || p.write.IsUnset() {
		p.out = append(p.out, data...)
		return nil
	}
	if err := p.flush(t); err != nil {
		return err
	}
	if payload.IsUnset() {
		payload = rt.NewBytesString(data)
	}
	_, err := rt.Call(t, p.write, payload)
	return err
}

// putText writes a str's text, without its memo.
func (p *pickler) putText(t *thread, s *rt.Str) error {
	if p.bin {
		text := s.String()
		if n := len(text); n <= 0xff && p.proto >= 4 {
			p.room()
			p.out = append(append(p.out, opShortBinUnicode, byte(n)), text...)
			return nil
		}
		return p.putBlob(t, textBlob, text, value{})
	}
	p.op(opUnicode)
	p.out = append(appendRawEscaped(p.out, s.String()), '\n')
	return nil
}

// appendRawEscaped appends text as protocol 0 has it: Latin-1, with \u escapes
// for the rest and for what would end or confuse the line.
func appendRawEscaped(out []byte, s string) []byte {
	const hex = "0123456789abcdef"
	for len(s) > 0 {
		r, n := rt.DecodeRune(s)
		s = s[n:]
		switch {
		case r >= 0x10000:
			out = append(out, '\\', 'U')
			for sh := 28; sh >= 0; sh -= 4 {
				out = append(out, hex[r>>sh&15])
			}
		case r >= 256, r == '\\', r == 0, r == '\n', r == '\r', r == 0x1a:
			out = append(out, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		default:
			out = append(out, byte(r))
		}
	}
	return out
}
