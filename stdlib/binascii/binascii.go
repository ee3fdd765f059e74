// Package binascii is the module binascii.
package binascii

import (
	"encoding/base64"
	"hash/crc32"

	"github.com/minipy/minipy/runtime"
)

type (
	value  = runtime.Value
	thread = runtime.Thread
)

var errorType, incompleteType = new(runtime.Type), new(runtime.Type)

// Module is binascii.
var Module = &runtime.ModuleSpec{
	Name:  "binascii",
	Doc:   "Conversion between binary data and ASCII",
	Types: []*runtime.Type{errorType, incompleteType},
	Methods: []runtime.Method{
		{Name: "hexlify", Sig: "data, sep=?, bytes_per_sep=1", Fn: hexlify, Doc: "Hexadecimal representation of binary data."},
		{Name: "b2a_hex", Sig: "data, sep=?, bytes_per_sep=1", Fn: hexlify, Doc: "Hexadecimal representation of binary data."},
		{Name: "unhexlify", Sig: "hexstr, /", Fn: unhexlify, Doc: "Binary data of hexadecimal representation."},
		{Name: "a2b_hex", Sig: "hexstr, /", Fn: unhexlify, Doc: "Binary data of hexadecimal representation."},
		{Name: "b2a_base64", Sig: "data, /, *, newline=True", Fn: b2aBase64, Doc: "Base64-code line of data."},
		{Name: "a2b_base64", Sig: "data, /, *, strict_mode=False", Fn: a2bBase64, Doc: "Decode a line of base64 data."},
		{Name: "b2a_uu", Sig: "data, /, *, backtick=False", Fn: b2aUU, Doc: "Uuencode a line of data."},
		{Name: "a2b_uu", Sig: "data, /", Fn: a2bUU, Doc: "Decode a line of uuencoded data."},
		{Name: "b2a_qp", Sig: "data, quotetabs=False, istext=True, header=False", Fn: b2aQP, Doc: "Encode data as quoted-printable."},
		{Name: "a2b_qp", Sig: "data, header=False", Fn: a2bQP, Doc: "Decode quoted-printable data."},
		{Name: "crc32", Sig: "data, crc=0, /", Fn: crc32Fn, Doc: "CRC-32 checksum."},
		{Name: "crc_hqx", Sig: "data, crc, /", Fn: crcHQX, Doc: "CRC-CCITT checksum."},
	},
}

func fail(format string, args ...any) error { return runtime.Errorf(errorType, format, args...) }

// data copies a bytes-like argument.
func data(t *thread, v value) (string, error) {
	if b, ok := runtime.AsBytes(v); ok {
		return b.String(), nil
	}
	buf, err := runtime.GetBuffer(t, v)
	if err != nil {
		return "", err
	}
	defer buf.Release()
	b, err := runtime.CopyBytes(t, buf.Bytes)
	return string(b), err
}

// made is the bytes that f makes of n bytes of data.
func made(t *thread, n int, f func() ([]byte, error)) (value, error) {
	type outcome struct {
		b   []byte
		err error
	}
	if err := t.Room(n); err != nil {
		return value{}, err
	}
	o, err := runtime.Aside(t, 2*n, func() (o outcome) {
		o.b, o.err = f()
		return o
	})
	if err == nil {
		err = o.err
	}
	return runtime.NewBytesOwning(o.b), err
}

// asciiData is data that also takes ASCII text.
func asciiData(t *thread, v value) (string, error) {
	if s, ok := runtime.AsStr(v); ok {
		if !s.IsASCII() {
			return "", runtime.ValueErrorf("string argument should contain only ASCII characters")
		}
		return s.String(), nil
	}
	if v.Type().Slots.Buffer == nil {
		return "", runtime.TypeErrorf("argument should be bytes, buffer or ASCII string, not '%s'", v.Type().Name)
	}
	return data(t, v)
}

func hexlify(t *thread, args []value) (value, error) {
	s, err := data(t, args[0])
	if err != nil {
		return value{}, err
	}
	sep, group, err := runtime.HexArgs(t, args[1], args[2])
	if err != nil {
		return value{}, err
	}
	return made(t, 2*len(s), func() ([]byte, error) { return []byte(runtime.HexText(s, sep, group)), nil })
}

func unhexlify(t *thread, args []value) (value, error) {
	s, err := asciiData(t, args[0])
	if err != nil {
		return value{}, err
	}
	if len(s)%2 != 0 {
		return value{}, fail("Odd-length string")
	}
	return made(t, len(s), func() ([]byte, error) {
		out := make([]byte, len(s)/2)
		for i := range out {
			hi, lo := runtime.HexDigit(s[2*i]), runtime.HexDigit(s[2*i+1])
			if hi < 0 || lo < 0 {
				return nil, fail("Non-hexadecimal digit found")
			}
			out[i] = byte(hi<<4 | lo)
		}
		return out, nil
	})
}

func b2aBase64(t *thread, args []value) (value, error) {
	s, err := data(t, args[0])
	if err != nil {
		return value{}, err
	}
	newline, err := runtime.IsTrue(t, args[1])
	if err != nil {
		return value{}, err
	}
	n := base64.StdEncoding.EncodedLen(len(s))
	return made(t, n, func() ([]byte, error) {
		out := make([]byte, n, n+1)
		base64.StdEncoding.Encode(out, []byte(s))
		if newline {
			out = append(out, '\n')
		}
		return out, nil
	})
}

func base64Digit(c byte) int {
	switch {
	case c >= 'A' && c <= 'Z':
		return int(c - 'A')
	case c >= 'a' && c <= 'z':
		return int(c-'a') + 26
	case c >= '0' && c <= '9':
		return int(c-'0') + 52
	case c == '+':
		return 62
	case c == '/':
		return 63
	}
	return -1
}

func a2bBase64(t *thread, args []value) (value, error) {
	s, err := asciiData(t, args[0])
	if err != nil {
		return value{}, err
	}
	strict, err := runtime.IsTrue(t, args[1])
	if err != nil {
		return value{}, err
	}
	return made(t, len(s), func() ([]byte, error) { return decodeBase64(s, strict) })
}

func decodeBase64(s string, strict bool) ([]byte, error) {
	if strict && len(s) > 0 && s[0] == '=' {
		return nil, fail("Leading padding not allowed")
	}
	out := make([]byte, 0, len(s)/4*3+3)
	pos, pads, left := 0, 0, 0
	padding := false
	for i := 0; i < len(s); i++ {
		if s[i] == '=' {
			padding = true
			if pos >= 2 {
				if pads++; pos+pads >= 4 {
					if strict && i+1 < len(s) {
						return nil, fail("Excess data after padding")
					}
					return out, nil
				}
			}
			continue
		}
		v := base64Digit(s[i])
		if v < 0 {
			if strict {
				return nil, fail("Only base64 data is allowed")
			}
			continue
		}
		if strict && padding {
			return nil, fail("Discontinuous padding not allowed")
		}
		pads = 0
		if pos > 0 {
			out = append(out, byte(left<<(2*pos)|v>>(6-2*pos)))
		}
		left = v & (1<<(6-2*pos) - 1)
		pos = (pos + 1) % 4
	}
	switch pos {
	case 0:
		return out, nil
	case 1:
		return nil, fail("Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4", len(out)/3*4+1)
	}
	return nil, fail("Incorrect padding")
}

func b2aUU(t *thread, args []value) (value, error) {
	s, err := data(t, args[0])
	if err != nil {
		return value{}, err
	}
	backtick, err := runtime.IsTrue(t, args[1])
	if err != nil {
		return value{}, err
	}
	if len(s) > 45 {
		return value{}, fail("At most 45 bytes at once")
	}
	put := func(v int) byte {
		if v == 0 && backtick {
			return '`'
		}
		return byte(v) + ' '
	}
	out := []byte{put(len(s))}
	for i := 0; i < len(s); i += 3 {
		var b [3]byte
		copy(b[:], s[i:])
		w := int(b[0])<<16 | int(b[1])<<8 | int(b[2])
		out = append(out, put(w>>18), put(w>>12&63), put(w>>6&63), put(w&63))
	}
	return runtime.NewBytes(append(out, '\n')), nil
}

func a2bUU(t *thread, args []value) (value, error) {
	s, err := asciiData(t, args[0])
	if err != nil {
		return value{}, err
	}
	if s == "" {
		return runtime.NewBytes(nil), nil
	}
	n := int(s[0]-' ') & 63
	s = s[1:]
	out := make([]byte, 0, n)
	left, bits := 0, 0
	i := 0
	for ; len(out) < n; i++ {
		v := 0
		if i < len(s) && s[i] != '\n' && s[i] != '\r' {
			if s[i] < ' ' || s[i] > '`' {
				return value{}, fail("Illegal char")
			}
			v = int(s[i]-' ') & 63
		} else if i < len(s) {
			s = s[:i] // what is missing counts as zero
		}
		left = left<<6 | v
		if bits += 6; bits >= 8 {
			bits -= 8
			out = append(out, byte(left>>bits))
			left &= 1<<bits - 1
		}
	}
	for ; i < len(s); i++ {
		if c := s[i]; c != ' ' && c != '`' && c != '\n' && c != '\r' {
			return value{}, fail("Trailing garbage")
		}
	}
	return runtime.NewBytes(out), nil
}

func crc32Fn(t *thread, args []value) (value, error) {
	s, err := data(t, args[0])
	if err != nil {
		return value{}, err
	}
	start, err := mask32(t, args[1])
	if err != nil {
		return value{}, err
	}
	crc, err := runtime.Aside(t, len(s)/4, func() uint32 { return crc32.Update(start, crc32.IEEETable, []byte(s)) })
	return runtime.Int(int64(crc)), err
}

// mask32 is an int modulo 2**32.
func mask32(t *thread, v value) (uint32, error) {
	x, err := runtime.Index(t, v)
	if err != nil {
		return 0, err
	}
	small, big, _ := runtime.IntOf(x)
	if big == nil {
		return uint32(small), nil
	}
	low := uint32(big.Bits()[0])
	if big.Sign() < 0 {
		low = -low
	}
	return low, nil
}

func crcHQX(t *thread, args []value) (value, error) {
	s, err := data(t, args[0])
	if err != nil {
		return value{}, err
	}
	start, err := mask32(t, args[1])
	if err != nil {
		return value{}, err
	}
	crc := uint16(start)
	for i := 0; i < len(s); i++ {
		if err := t.Often(i); err != nil {
			return value{}, err
		}
		crc ^= uint16(s[i]) << 8
		for range 8 {
			if crc&0x8000 != 0 {
				crc = crc<<1 ^ 0x1021
			} else {
				crc <<= 1
			}
		}
	}
	return runtime.Int(int64(crc)), nil
}

func init() {
	runtime.Define(errorType, runtime.TypeSpec{Name: "binascii.Error", Base: runtime.ValueError, Flags: runtime.FlagBase | runtime.FlagException})
	runtime.Define(incompleteType, runtime.TypeSpec{Name: "binascii.Incomplete", Base: runtime.ExceptionType, Flags: runtime.FlagBase | runtime.FlagException})
}
