package io

import (
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf8"

	rt "github.com/minipy/minipy/runtime"
)

// The three encodings that text files mostly have are done here, in Go; all
// others go through the codecs module's incremental objects.

type codecKind uint8

const (
	codecOther codecKind = iota
	codecUTF8
	codecASCII
	codecLatin1
)

// codecOf tells which codec a name means.
func codecOf(name string) codecKind {
	var b [16]byte
	n := 0
	for i := 0; i < len(name); i++ {
		c := name[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c == '-' || c == '_' || c == ' ' || c == '.' {
			c = '_'
			if n == 0 || b[n-1] == '_' {
				continue
			}
		}
		if n == len(b) {
			return codecOther
		}
		b[n] = c
		n++
	}
	switch string(b[:n]) {
	case "utf_8", "utf8", "u8", "utf", "cp65001", "utf8_ucs2", "utf8_ucs4":
		return codecUTF8
	case "ascii", "us_ascii", "646", "iso646_us", "ansi_x3_4_1968", "iso_646.irv_1991":
		return codecASCII
	case "latin_1", "latin1", "iso8859_1", "iso_8859_1", "8859", "l1", "latin", "iso8859", "cp819":
		return codecLatin1
	}
	return codecOther
}

func (k codecKind) String() string {
	switch k {
	case codecASCII:
		return "ascii"
	case codecLatin1:
		return "latin-1"
	}
	return "utf-8"
}

// badUTF8 judges the bytes at b, which do not begin with a valid sequence: how
// many of them the error covers, why, and whether more bytes could mend it.
func badUTF8(b []byte) (n int, reason string, partial bool) {
	const start, cont, end = "invalid start byte", "invalid continuation byte", "unexpected end of data"
	c := b[0]
	lo, hi, need := byte(0x80), byte(0xBF), 0
	switch {
	case c < 0xC2:
		return 1, start, false
	case c < 0xE0:
		need = 1
	case c < 0xF0:
		need = 2
		if c == 0xE0 {
			lo = 0xA0
		} else if c == 0xED {
			hi = 0x9F
		}
	case c < 0xF5:
		need = 3
		if c == 0xF0 {
			lo = 0x90
		} else if c == 0xF4 {
			hi = 0x8F
		}
	default:
		return 1, start, false
	}
	for i := 1; i <= need; i++ {
		if i == len(b) {
			return i, end, true
		}
		if b[i] < lo || b[i] > hi {
			return i, cont, false
		}
		lo, hi = 0x80, 0xBF
	}
	return 1, start, false
}

// decodeOne decodes one unit (a character, or what an error covers) of b,
// appending to out. n is 0 if b ends within a sequence and final is not set.
func decodeOne(t *rt.Thread, k codecKind, errs string, b []byte, at int, final bool, out []byte) (n int, _ []byte, err error) {
	c := b[at]
	if c < utf8.RuneSelf {
		return 1, append(out, c), nil
	}
	n, reason := 1, "ordinal not in range(128)"
	switch k {
	case codecLatin1:
		return 1, utf8.AppendRune(out, rune(c)), nil
	case codecUTF8:
		r, size := utf8.DecodeRune(b[at:])
		if r != utf8.RuneError || size == 3 {
			return size, append(out, b[at:at+size]...), nil
		}
		var partial bool
		n, reason, partial = badUTF8(b[at:])
		if partial && !final {
			return 0, out, nil
		}
	}
	return decodeError(t, k, errs, b, at, at+n, reason, out)
}

// decodeError applies the error handler to b[start:end]; n counts from start.
func decodeError(t *rt.Thread, k codecKind, errs string, b []byte, start, end int, reason string, out []byte) (n int, _ []byte, err error) {
	switch errs {
	case "ignore":
		return end - start, out, nil
	case "replace":
		return end - start, append(out, "\uFFFD"...), nil
	case "backslashreplace":
		for _, c := range b[start:end] {
			out = append(out, fmt.Sprintf("\\x%02x", c)...)
		}
		return end - start, out, nil
	case "surrogateescape":
		for _, c := range b[start:end] {
			out = rt.AppendRune(out, 0xDC00+rune(c))
		}
		return end - start, out, nil
	case "surrogatepass":
		if k == codecUTF8 && rt.IsSurrogate(string(b[start:min(start+3, len(b))])) {
			return 3, append(out, b[start:start+3]...), nil
		}
	}
	exc := rt.NewException(rt.UnicodeDecodeError, rt.NewStr(k.String()), rt.NewBytes(b), rt.Int(int64(start)),
		rt.Int(int64(end)), rt.NewStr(reason))
	if errs == "strict" || errs == "surrogatepass" {
		return 0, out, exc
	}
	text, pos, err := callHandler(t, errs, exc, len(b))
	if err != nil {
		return 0, out, err
	}
	s, ok := rt.AsStr(text)
	if !ok {
		return 0, out, rt.TypeErrorf("decoding error handler must return (str, int) tuple")
	}
	if pos <= start {
		return 0, out, exc
	}
	return pos - start, append(out, s.String()...), nil
}

// callHandler calls an error handler registered with the codecs module: what
// it puts in, and where to go on.
func callHandler(t *rt.Thread, errs string, exc *rt.Exception, n int) (rt.Value, int, error) {
	codecs, err := importModule(t, "codecs")
	if err != nil {
		return rt.Value{}, 0, err
	}
	h, err := rt.CallMethod(t, codecs, "lookup_error", rt.NewStr(errs))
	if err != nil {
		return rt.Value{}, 0, err
	}
	r, err := rt.Call(t, h, exc.Value())
	if err != nil {
		return rt.Value{}, 0, err
	}
	tup, ok := rt.AsTuple(r)
	if !ok || tup.Len() != 2 || !rt.IsIntLike(tup.Items()[1]) {
		return rt.Value{}, 0, rt.TypeErrorf("error handler must return (str, int) tuple")
	}
	pos, err := rt.AsSsize(t, tup.Items()[1], rt.IndexError)
	if err != nil {
		return rt.Value{}, 0, err
	}
	if pos < 0 {
		pos += n
	}
	if pos < 0 || pos > n {
		return rt.Value{}, 0, rt.IndexErrorf("position %d from error handler out of bounds", pos)
	}
	return tup.Items()[0], pos, nil
}

// decode decodes b: text, how many bytes it stands for, and whether the text
// is those bytes unchanged. If final, all of b is used up or it is an error. n
// is b's asciiPrefix.
func decode(t *rt.Thread, k codecKind, errs string, b []byte, n int, final bool) (text string, used int, same bool, err error) {
	if n == len(b) {
		return string(b), n, true, nil
	}
	if k == codecUTF8 {
		valid := n + validPrefix(b[n:])
		if valid == len(b) {
			return string(b), valid, true, nil
		}
		if _, _, partial := badUTF8(b[valid:]); partial && !final {
			return string(b[:valid]), valid, true, nil
		}
		n = valid
	}
	out := make([]byte, n, len(b)+len(b)/8+16)
	copy(out, b)
	for n < len(b) {
		if err := t.Tick(); err != nil {
			return "", 0, false, err
		}
		var k1 int
		k1, out, err = decodeOne(t, k, errs, b, n, final, out)
		if err != nil {
			return "", 0, false, err
		}
		if k1 == 0 {
			break
		}
		n += k1
	}
	return ownString(out), n, false, nil
}

// asciiPrefix counts the leading bytes below 128.
func asciiPrefix(b []byte) int {
	const high = 0x8080808080808080
	i := 0
	for ; i+32 <= len(b); i += 32 {
		w := binary.LittleEndian.Uint64(b[i:]) | binary.LittleEndian.Uint64(b[i+8:]) |
			binary.LittleEndian.Uint64(b[i+16:]) | binary.LittleEndian.Uint64(b[i+24:])
		if w&high != 0 {
			break
		}
	}
	for i < len(b) && b[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// validPrefix counts the leading bytes that are valid UTF-8.
func validPrefix(b []byte) int {
	if utf8.Valid(b) {
		return len(b)
	}
	i := 0
	for i < len(b) {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n <= 1 {
			break
		}
		i += n
	}
	return i
}

// appendEncoded encodes s onto dst.
func appendEncoded(t *rt.Thread, k codecKind, errs string, s *rt.Str, dst []byte) ([]byte, error) {
	text := s.String()
	if s.IsASCII() || k == codecUTF8 && !hasSurrogate(text) {
		return append(dst, text...), nil
	}
	limit := rune(0x80)
	switch k {
	case codecLatin1:
		limit = 0x100
	case codecUTF8:
		limit = 0x110000
	}
	fits := func(r rune) bool { return r < limit && (r < 0xD800 || r > 0xDFFF) }
	for i, pos := 0, 0; i < len(text); {
		r, n := rt.DecodeRune(text[i:])
		if fits(r) {
			if k == codecUTF8 {
				dst = append(dst, text[i:i+n]...)
			} else {
				dst = append(dst, byte(r))
			}
			i, pos = i+n, pos+1
			continue
		}
		end, epos := i+n, pos+1
		for end < len(text) {
			r, n := rt.DecodeRune(text[end:])
			if fits(r) {
				break
			}
			end, epos = end+n, epos+1
		}
		var err error
		if dst, err = encodeError(t, k, errs, s, text[i:end], pos, epos, dst); err != nil {
			return dst, err
		}
		i, pos = end, epos
	}
	return dst, nil
}

// hasSurrogate says whether WTF-8 text has a lone surrogate.
func hasSurrogate(s string) bool {
	for {
		i := strings.IndexByte(s, 0xED)
		if i < 0 {
			return false
		}
		if s = s[i:]; rt.IsSurrogate(s) {
			return true
		}
		s = s[1:]
	}
}

// encodeError applies the error handler to the characters bad = s[start:end].
func encodeError(t *rt.Thread, k codecKind, errs string, s *rt.Str, bad string, start, end int, dst []byte) ([]byte, error) {
	for i := 0; i < len(bad); start++ {
		r, n := rt.DecodeRune(bad[i:])
		switch {
		case errs == "ignore":
		case errs == "replace":
			dst = append(dst, '?')
		case errs == "xmlcharrefreplace":
			dst = append(dst, fmt.Sprintf("&#%d;", r)...)
		case errs == "backslashreplace":
			dst = appendEscape(dst, r)
		case errs == "surrogateescape" && r >= 0xDC80 && r <= 0xDCFF:
			dst = append(dst, byte(r-0xDC00))
		case errs == "surrogatepass" && k == codecUTF8:
			dst = append(dst, bad[i:i+n]...)
		default:
			return encodeFail(t, k, errs, s, bad[i:], start, end, dst)
		}
		i += n
	}
	return dst, nil
}

// appendEscape is what backslashreplace writes for r.
func appendEscape(dst []byte, r rune) []byte {
	switch {
	case r < 0x100:
		return append(dst, fmt.Sprintf("\\x%02x", r)...)
	case r < 0x10000:
		return append(dst, fmt.Sprintf("\\u%04x", r)...)
	}
	return append(dst, fmt.Sprintf("\\U%08x", r)...)
}

// encodeFail raises UnicodeEncodeError, or asks a handler of the codecs module.
func encodeFail(t *rt.Thread, k codecKind, errs string, s *rt.Str, bad string, start, end int, dst []byte) ([]byte, error) {
	reason := "surrogates not allowed"
	switch k {
	case codecASCII:
		reason = "ordinal not in range(128)"
	case codecLatin1:
		reason = "ordinal not in range(256)"
	}
	exc := rt.NewException(rt.UnicodeEncodeError, rt.NewStr(k.String()), s.Value(), rt.Int(int64(start)),
		rt.Int(int64(end)), rt.NewStr(reason))
	switch errs {
	case "strict", "surrogateescape", "surrogatepass":
		return dst, exc
	}
	r, pos, err := callHandler(t, errs, exc, s.Len())
	if err != nil {
		return dst, err
	}
	if b, ok := rt.AsBytes(r); ok {
		dst = append(dst, b.String()...)
	} else if text, ok := rt.AsStr(r); ok {
		if dst, err = appendEncoded(t, k, "strict", text, dst); err != nil {
			return dst, exc
		}
	} else {
		return dst, rt.TypeErrorf("encoding error handler must return (str/bytes, int) tuple")
	}
	if pos < end && pos > start {
		for skip := pos - start; skip > 0; skip-- {
			_, n := rt.DecodeRune(bad)
			bad = bad[n:]
		}
		return encodeError(t, k, errs, s, bad, pos, end, dst)
	}
	return dst, nil
}

// importModule is `import name`.
func importModule(t *rt.Thread, name string) (rt.Value, error) {
	if m, ok := t.VM.Modules.Lookup(name); ok && !m.IsNone() {
		return m, nil
	}
	if t.Host == nil {
		return rt.Value{}, rt.Errorf(rt.ModuleNotFoundError, "No module named '%s'", name)
	}
	return t.Host.Import(t, name, rt.None, rt.None, rt.None, 0)
}
