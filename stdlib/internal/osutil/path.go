package osutil

import (
	"fmt"
	"strings"
	"unicode/utf8"

	rt "github.com/minipy/minipy/runtime"
)

var strFspath = rt.StaticStr("__fspath__")

// Fspath is os.fspath(v): v itself if it is str or bytes, else what
// v.__fspath__() returns.
func Fspath(t *rt.Thread, v rt.Value) (rt.Value, error) {
	if isPathText(v) {
		return v, nil
	}
	r, ok, err := rt.CallSpecial(t, v, strFspath)
	if err != nil {
		return rt.Value{}, err
	}
	if !ok {
		return rt.Value{}, rt.TypeErrorf("expected str, bytes or os.PathLike object, not %s", v.Type().Name)
	}
	if !isPathText(r) {
		return rt.Value{}, rt.TypeErrorf("expected %s.__fspath__() to return str or bytes, not %s", v.Type().Name, r.Type().Name)
	}
	return r, nil
}

func isPathText(v rt.Value) bool {
	if _, ok := rt.AsStr(v); ok {
		return true
	}
	_, ok := rt.AsBytes(v)
	return ok
}

// A Path is a file name as a function got it: Text for the system, Bytes if it
// came as bytes (then names in answers are bytes too), Given for messages. Fd
// is the descriptor given instead, or -1.
type Path struct {
	Text  string
	Bytes bool
	Given rt.Value
	Fd    int
}

// GetPath reads a path argument of function name. If fdOK, an int is a
// descriptor; if noneOK, None is ".".
func GetPath(t *rt.Thread, v rt.Value, name, arg string, fdOK, noneOK bool) (Path, error) {
	p := Path{Given: v, Fd: -1}
	if s, ok := rt.AsStr(v); ok {
		text, err := EncodeFS(s)
		if err != nil {
			return p, err
		}
		p.Text = text
		return p, nullByte(text)
	}
	if b, ok := rt.AsBytes(v); ok {
		p.Text, p.Bytes = b.String(), true
		return p, nullByte(p.Text)
	}
	if noneOK && v.IsNone() {
		p.Text = "."
		return p, nil
	}
	if fdOK && v.Type().Slots.Index != nil {
		i, err := rt.AsInt64(t, v)
		if err != nil {
			return p, err
		}
		if int64(int32(i)) != i {
			if i > 0 {
				return p, rt.OverflowErrorf("fd is greater than maximum")
			}
			return p, rt.OverflowErrorf("fd is less than minimum")
		}
		p.Fd = int(i)
		return p, nil
	}
	if _, ok := v.Type().Lookup(t, strFspath); ok {
		r, err := Fspath(t, v)
		if err != nil {
			return p, err
		}
		return GetPath(t, r, name, arg, false, false)
	}
	want := "string, bytes or os.PathLike"
	switch {
	case fdOK && noneOK:
		want = "string, bytes, os.PathLike, integer or None"
	case fdOK:
		want = "string, bytes, os.PathLike or integer"
	case noneOK:
		want = "string, bytes, os.PathLike or None"
	}
	msg := fmt.Sprintf("%s: %s should be %s, not %s", name, arg, want, v.Type().Name)
	if buf, err := rt.GetBuffer(t, v); err == nil { // the memory of other things than bytes is still read
		defer buf.Release()
		p.Text, p.Bytes, p.Given = string(buf.Bytes), true, v
		if err := rt.Warn(t, rt.DeprecationWarning, msg); err != nil {
			return p, err
		}
		return p, nullByte(p.Text)
	}
	return p, rt.Errorf(rt.TypeError, "%s", msg)
}

func nullByte(text string) error {
	if strings.IndexByte(text, 0) < 0 {
		return nil
	}
	return rt.ValueErrorf("embedded null byte")
}

// EncodeFS is os.fsencode(s): UTF-8, with the surrogates U+DC80..U+DCFF
// standing for the bytes 0x80..0xFF (surrogateescape).
func EncodeFS(s *rt.Str) (string, error) {
	text := s.String()
	if s.IsASCII() || strings.IndexByte(text, 0xED) < 0 {
		return text, nil
	}
	var out []byte
	for i, pos := 0, 0; i < len(text); pos++ {
		if rt.IsSurrogate(text[i:]) {
			r, _ := rt.DecodeRune(text[i:])
			if r < 0xDC80 || r > 0xDCFF {
				return "", rt.NewException(rt.UnicodeEncodeError, rt.NewStr("utf-8"), s.Value(), rt.Int(int64(pos)),
					rt.Int(int64(pos+1)), rt.NewStr("surrogates not allowed"))
			}
			out = append(out, byte(r-0xDC00))
			i += 3
			continue
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		out = append(out, text[i:i+n]...)
		i += n
	}
	return string(out), nil
}

// DecodeFS is os.fsdecode of bytes: what is not UTF-8 becomes U+DC80..U+DCFF.
func DecodeFS(b string) string {
	if utf8.ValidString(b) {
		return b
	}
	var out []byte
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRuneInString(b[i:])
		if r == utf8.RuneError && n == 1 {
			out = rt.AppendRune(out, 0xDC00+rune(b[i]))
		} else {
			out = append(out, b[i:i+n]...)
		}
		i += n
	}
	return string(out)
}

// Name makes the answer of a call that was given p: bytes if p came as bytes.
func (p *Path) Name(text string) rt.Value {
	if p.Bytes {
		return rt.NewBytesString(text)
	}
	return rt.NewStr(DecodeFS(text))
}
