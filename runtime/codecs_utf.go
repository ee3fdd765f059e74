package runtime

import (
	"strings"
	"unicode/utf8"
)

// The Unicode transformation formats.

const (
	surrogateReason = "surrogates not allowed"
	endReason       = "unexpected end of data"
)

var utf8Codec = &Codec{Name: "utf-8", Rune: appendUTF8, Reason: surrogateReason, Runs: true,
	Fast: func(s string) (string, bool) { return s, !hasSurrogate(s) }}

// hasSurrogate says that text has a lone surrogate: the only way in which it
// is not UTF-8. All of them, and few others, begin with byte 0xED.
func hasSurrogate(s string) bool {
	for {
		i := strings.IndexByte(s, 0xED)
		if i < 0 {
			return false
		}
		if IsSurrogate(s[i:]) {
			return true
		}
		s = s[i+1:]
	}
}

func isSurrogate(r rune) bool { return r >= 0xD800 && r <= 0xDFFF }

func appendUTF8(b []byte, r rune) ([]byte, bool) {
	if isSurrogate(r) {
		return b, false
	}
	return utf8.AppendRune(b, r), true
}

// utf8Tail gives how many bytes of the sequence at s[0] are good and how many
// it should have; n is 0 where no sequence begins.
func utf8Tail(s string) (good, n int) {
	lo, hi := byte(0x80), byte(0xBF)
	switch c := s[0]; {
	case c < 0xC2 || c > 0xF4:
		return 0, 0
	case c < 0xE0:
		n = 2
	case c < 0xF0:
		n = 3
		if c == 0xE0 {
			lo = 0xA0
		} else if c == 0xED {
			hi = 0x9F
		}
	default:
		n = 4
		if c == 0xF0 {
			lo = 0x90
		} else if c == 0xF4 {
			hi = 0x8F
		}
	}
	for good = 1; good < n && good < len(s); good++ {
		if s[good] < lo || s[good] > hi {
			break
		}
		lo, hi = 0x80, 0xBF
	}
	return good, n
}

func decodeUTF8(d *Decoder) error {
	var err error
	if d.Out, err = MakeMany[byte](d.T, 0, len(d.In)); err != nil {
		return err
	}
	for d.Pos < len(d.In) {
		if err := d.often(); err != nil {
			return err
		}
		i := d.Pos + asciiLen(d.In[d.Pos:min(len(d.In), d.Pos+comparePiece)])
		if d.Out, err = appendLong(d.T, d.Out, d.In[d.Pos:i]); err != nil {
			return err
		}
		if i-d.Pos == comparePiece {
			d.steps |= oftenItems - 1 // so much is worth a look
		}
		d.Pos = i
		if i == len(d.In) {
			break
		}
		if d.In[i] < utf8.RuneSelf {
			continue
		}
		good, n := utf8Tail(d.In[i:])
		if n > 0 && good == n {
			d.Out = append(d.Out, d.In[i:i+n]...)
			d.Pos += n
			continue
		}
		switch {
		case n == 0:
			d.Pos, err = d.Fail(i, i+1, "invalid start byte")
		case i+good == len(d.In):
			if !d.Final {
				return nil
			}
			d.Pos, err = d.Fail(i, len(d.In), endReason)
		default:
			// the first byte of a surrogate may be cut off from the rest
			if !d.Final && d.Errors == "surrogatepass" && d.In[i] == 0xED && len(d.In)-i < 3 {
				return nil
			}
			d.Pos, err = d.Fail(i, i+good, "invalid continuation byte")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func decodeUTF8Sig(d *Decoder) error {
	const bom = "\xef\xbb\xbf"
	if len(d.In) < 3 && !d.Final && d.In == bom[:len(d.In)] {
		return nil
	}
	if len(d.In) >= 3 && d.In[:3] == bom {
		d.Pos = 3
	}
	return decodeUTF8(d)
}

func unit16(s string, big bool) uint16 {
	if big {
		return uint16(s[0])<<8 | uint16(s[1])
	}
	return uint16(s[1])<<8 | uint16(s[0])
}

func unit32(s string, big bool) uint32 {
	if big {
		return uint32(s[0])<<24 | uint32(s[1])<<16 | uint32(s[2])<<8 | uint32(s[3])
	}
	return uint32(s[3])<<24 | uint32(s[2])<<16 | uint32(s[1])<<8 | uint32(s[0])
}

func append16(b []byte, u uint16, big bool) []byte {
	if big {
		return append(b, byte(u>>8), byte(u))
	}
	return append(b, byte(u), byte(u>>8))
}

func append32(b []byte, u uint32, big bool) []byte {
	if big {
		return append(b, byte(u>>24), byte(u>>16), byte(u>>8), byte(u))
	}
	return append(b, byte(u), byte(u>>8), byte(u>>16), byte(u>>24))
}

func appendUTF16(big bool) func(b []byte, r rune) ([]byte, bool) {
	return func(b []byte, r rune) ([]byte, bool) {
		if isSurrogate(r) {
			return b, false
		}
		if r > 0xFFFF {
			r -= 0x10000
			b = append16(b, uint16(0xD800+r>>10), big)
			return append16(b, uint16(0xDC00+r&0x3FF), big), true
		}
		return append16(b, uint16(r), big), true
	}
}

func appendUTF32(big bool) func(b []byte, r rune) ([]byte, bool) {
	return func(b []byte, r rune) ([]byte, bool) {
		if isSurrogate(r) {
			return b, false
		}
		return append32(b, uint32(r), big), true
	}
}

func decodeUTF16(big bool) func(d *Decoder) error {
	return func(d *Decoder) error { return runUTF16(d, big) }
}

func runUTF16(d *Decoder, big bool) error {
	for d.Pos < len(d.In) {
		if err := d.often(); err != nil {
			return err
		}
		i := d.Pos
		var err error
		if i+1 >= len(d.In) {
			if !d.Final {
				return nil
			}
			if d.Pos, err = d.Fail(i, len(d.In), "truncated data"); err != nil {
				return err
			}
			continue
		}
		u := rune(unit16(d.In[i:], big))
		switch {
		case !isSurrogate(u):
			d.Out = utf8.AppendRune(d.Out, u)
			d.Pos += 2
			continue
		case u >= 0xDC00:
			d.Pos, err = d.Fail(i, i+2, "illegal encoding")
		case i+4 > len(d.In):
			if !d.Final {
				return nil
			}
			d.Pos, err = d.Fail(i, len(d.In), endReason)
		default:
			v := rune(unit16(d.In[i+2:], big))
			if v >= 0xDC00 && v <= 0xDFFF {
				d.Out = utf8.AppendRune(d.Out, 0x10000+(u-0xD800)<<10+(v-0xDC00))
				d.Pos += 4
				continue
			}
			d.Pos, err = d.Fail(i, i+2, "illegal UTF-16 surrogate")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// decodeUTF16BOM looks for the byte order mark; without one it is little-endian.
func decodeUTF16BOM(d *Decoder) error {
	if len(d.In) < 2 && !d.Final {
		return nil
	}
	big := false
	if len(d.In) >= 2 {
		switch d.In[:2] {
		case "\xff\xfe":
			d.Pos = 2
		case "\xfe\xff":
			d.Pos, big = 2, true
		}
	}
	d.Name, d.C = "utf-16-le", utf16LE
	if big {
		d.Name, d.C = "utf-16-be", utf16BE
	}
	return runUTF16(d, big)
}

func decodeUTF32(big bool) func(d *Decoder) error {
	return func(d *Decoder) error { return runUTF32(d, big) }
}

func runUTF32(d *Decoder, big bool) error {
	for d.Pos < len(d.In) {
		if err := d.often(); err != nil {
			return err
		}
		i := d.Pos
		var err error
		if i+4 > len(d.In) {
			if !d.Final {
				return nil
			}
			d.Pos, err = d.Fail(i, len(d.In), "truncated data")
		} else if u := unit32(d.In[i:], big); u > utf8.MaxRune {
			d.Pos, err = d.Fail(i, i+4, "code point not in range(0x110000)")
		} else if isSurrogate(rune(u)) {
			d.Pos, err = d.Fail(i, i+4, "code point in surrogate code point range(0xd800, 0xe000)")
		} else {
			d.Out = utf8.AppendRune(d.Out, rune(u))
			d.Pos += 4
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func decodeUTF32BOM(d *Decoder) error {
	if len(d.In) < 4 && !d.Final {
		return nil
	}
	big := false
	if len(d.In) >= 4 {
		switch d.In[:4] {
		case "\xff\xfe\x00\x00":
			d.Pos = 4
		case "\x00\x00\xfe\xff":
			d.Pos, big = 4, true
		}
	}
	d.Name, d.C = "utf-32-le", utf32LE
	if big {
		d.Name, d.C = "utf-32-be", utf32BE
	}
	return runUTF32(d, big)
}

var (
	utf16LE = &Codec{Name: "utf-16-le", Rune: appendUTF16(false), Decode: decodeUTF16(false), Unit: 2, Reason: surrogateReason}
	utf16BE = &Codec{Name: "utf-16-be", Rune: appendUTF16(true), Decode: decodeUTF16(true), Unit: -2, Reason: surrogateReason}
	utf32LE = &Codec{Name: "utf-32-le", Rune: appendUTF32(false), Decode: decodeUTF32(false), Unit: 4, Reason: surrogateReason}
	utf32BE = &Codec{Name: "utf-32-be", Rune: appendUTF32(true), Decode: decodeUTF32(true), Unit: -4, Reason: surrogateReason}
)

func init() {
	utf8Codec.Decode = decodeUTF8
	RegisterCodec(utf8Codec, "utf8", "u8", "utf", "utf8_ucs2", "utf8_ucs4", "cp65001")
	RegisterCodec(&Codec{Name: "utf-8-sig", ErrName: "utf-8", Rune: appendUTF8, Reason: surrogateReason, Runs: true,
		BOM: "\xef\xbb\xbf", Decode: decodeUTF8Sig}, "utf8_sig")
	RegisterCodec(utf16LE, "unicodelittleunmarked", "utf_16le")
	RegisterCodec(utf16BE, "unicodebigunmarked", "utf_16be")
	RegisterCodec(utf32LE, "utf_32le")
	RegisterCodec(utf32BE, "utf_32be")
	RegisterCodec(&Codec{Name: "utf-16", Rune: appendUTF16(false), Decode: decodeUTF16BOM, Unit: 2, Reason: surrogateReason,
		BOM: "\xff\xfe"}, "u16", "utf16")
	RegisterCodec(&Codec{Name: "utf-32", Rune: appendUTF32(false), Decode: decodeUTF32BOM, Unit: 4, Reason: surrogateReason,
		BOM: "\xff\xfe\x00\x00"}, "u32", "utf32")
}
