package pickle

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	rt "github.com/minipy/minipy/runtime"
)

// long pushes an int of little-endian two's complement bytes, their number in n bytes.
func (u *unpickler) long(n int) error {
	size, err := u.uint(n)
	if err != nil {
		return err
	}
	if n == 4 && int32(size) < 0 {
		return rt.Errorf(&unpicklingError, "LONG pickle has negative byte count")
	}
	s, err := u.next(int(size))
	if err != nil {
		return err
	}
	if len(s) <= 8 {
		var x int64
		for i := len(s) - 1; i >= 0; i-- {
			x = x<<8 | int64(s[i])
		}
		if len(s) > 0 {
			shift := 64 - 8*len(s)
			x = x << shift >> shift
		}
		u.push(rt.Int(x))
		return nil
	}
	negative := s[len(s)-1]&0x80 != 0
	data := make([]byte, len(s))
	for i := range data {
		c := s[len(s)-1-i]
		if negative {
			c = ^c
		}
		data[i] = c
	}
	b := new(big.Int).SetBytes(data)
	if negative {
		b.Not(b)
	}
	u.push(rt.NewInt(b))
	return nil
}

// wholeLine takes a line that must not be empty.
func (u *unpickler) wholeLine() (string, error) {
	s, err := u.line()
	if err == nil && s == "" {
		err = truncated()
	}
	return s, err
}

// intLine reads INT: a number as in source code, or a bool of protocol 0.
func (u *unpickler) intLine() error {
	s, err := u.wholeLine()
	if err != nil {
		return err
	}
	if s == "00" || s == "01" {
		u.push(rt.Bool(s == "01"))
		return nil
	}
	if i, ok := cLong(s); ok {
		if len(s) == 2 && (i == 0 || i == 1) {
			u.push(rt.Bool(i == 1))
			return nil
		}
		u.push(rt.Int(i))
		return nil
	}
	v, ok, err := rt.ParseInt(u.t, cString(s), 0)
	if err != nil || !ok {
		return rt.ValueErrorf("could not convert string to int")
	}
	u.push(v)
	return nil
}

// cString cuts text at the first NUL, as C does.
func cString(s string) string {
	s, _, _ = strings.Cut(s, "\x00")
	return s
}

// cLong reads a number as C's strtol does with base 0; ok is false where it is
// too large or something follows.
func cLong(s string) (int64, bool) {
	s = strings.TrimLeft(cString(s), " \t\n\v\f\r")
	digits := strings.TrimLeft(s, "+-")
	if len(s)-len(digits) > 1 || digits == "" || strings.Contains(digits, "_") || strings.ContainsAny(digits[:min(2, len(digits))], "bBoO") {
		return 0, false
	}
	i, err := strconv.ParseInt(s, 0, 64)
	return i, err == nil
}

func (u *unpickler) longLine() error {
	s, err := u.wholeLine()
	if err != nil {
		return err
	}
	shown := s + "\n"
	if n := len(s); s[n-1] == 'L' {
		s = s[:n-1]
		shown = s
	}
	v, ok, err := rt.ParseInt(u.t, cString(s), 0)
	if err != nil {
		return err
	}
	if !ok {
		return u.badInt(shown, 0)
	}
	u.push(v)
	return nil
}

// badInt is the error of a line that is no number; base 0: as in source code.
func (u *unpickler) badInt(line string, base int) error {
	line = cString(line)
	if base == 0 {
		base = 10
		if digits := strings.TrimLeft(line, " +-"); len(digits) > 1 && digits[0] == '0' {
			switch digits[1] | 0x20 {
			case 'x':
				base = 16
			case 'o':
				base = 8
			case 'b':
				base = 2
			}
		}
	}
	text, err := rt.DecodeText(u.t, line, "utf-8", "strict")
	if err != nil {
		return err
	}
	shown, err := rt.ReprStr(u.t, text)
	if err != nil {
		return err
	}
	return rt.ValueErrorf("invalid literal for int() with base %d: %s", base, shown)
}

// lineText is a line as messages show it, with its end, as C has it.
func lineText(s string) string { return strings.ToValidUTF8(cString(s+"\n"), "\ufffd") }

func (u *unpickler) floatLine() error {
	s, err := u.wholeLine()
	if err != nil {
		return err
	}
	text := cString(s)
	f, ok := rt.ParseFloat(text)
	if !ok || strings.ContainsAny(text, "_ \t\r\v\f") {
		// what is no number at all, and what has one in front
		n := len(text)
		for ; n > 0; n-- {
			if _, ok := rt.ParseFloat(text[:n]); ok && !strings.ContainsAny(text[:n], "_ \t\r\v\f") {
				return rt.ValueErrorf("could not convert string to float")
			}
			if n > 400 {
				n = 400
			}
		}
		return rt.ValueErrorf("could not convert string to float: '%s'", lineText(s))
	}
	if math.IsInf(f, 0) && !strings.Contains(strings.ToLower(text), "inf") {
		return rt.OverflowErrorf("value too large to convert to float: '%s'", lineText(s))
	}
	u.push(rt.Float(f))
	return nil
}

// pushOld pushes a str of Python 2: text, or bytes if encoding is 'bytes'.
func (u *unpickler) pushOld(s string) error {
	if u.encoding == "bytes" {
		u.push(rt.NewBytes([]byte(s)))
		return nil
	}
	v, err := rt.DecodeText(u.t, s, u.encoding, u.errors)
	u.push(v)
	return err
}

func (u *unpickler) stringLine() error {
	s, err := u.line()
	if err != nil {
		return err
	}
	n := len(s)
	if n < 2 || s[0] != s[n-1] || s[0] != '\'' && s[0] != '"' {
		return rt.Errorf(&unpicklingError, "the STRING opcode argument must be quoted")
	}
	s = s[1 : n-1]
	if strings.IndexByte(s, '\\') >= 0 {
		f, err := attrOf(u.t, "_codecs", "escape_decode")
		if err != nil {
			return err
		}
		r, err := rt.Call(u.t, f, rt.NewBytesString(s))
		if err != nil {
			return err
		}
		tup, ok := rt.AsTuple(r)
		if !ok || tup.Len() != 2 || !tup.Items()[0].IsExactly(rt.BytesType) {
			return rt.TypeErrorf("escape_decode() must return a pair")
		}
		s = rt.As[rt.Bytes](tup.Items()[0]).String()
	}
	return u.pushOld(s)
}

func (u *unpickler) binString(n int) error {
	size, err := u.uint(n)
	if err != nil {
		return err
	}
	s, err := u.next(int(size))
	if err != nil {
		return err
	}
	return u.pushOld(s)
}

func (u *unpickler) unicodeLine() error {
	s, err := u.line()
	if err != nil {
		return err
	}
	v, err := rt.DecodeText(u.t, s, "raw_unicode_escape", "strict")
	u.push(v)
	return err
}

// twoLines finds the object whose module and name are in two lines.
func (u *unpickler) twoLines(encoding string) (value, error) {
	var pair [2]value
	for i := range pair {
		s, err := u.wholeLine()
		if err != nil {
			return value{}, err
		}
		if pair[i], err = rt.DecodeText(u.t, s, encoding, "strict"); err != nil {
			return value{}, err
		}
	}
	return u.findClass(pair[0], pair[1])
}

func (u *unpickler) globalLines() error {
	v, err := u.twoLines("utf-8")
	u.push(v)
	return err
}

// memoLine executes GET and PUT.
func (u *unpickler) memoLine(code byte) error {
	s, err := u.wholeLine()
	if err != nil {
		return err
	}
	var top value
	if code == opPut {
		if top, err = u.top(); err != nil {
			return err
		}
	}
	v, ok, err := rt.ParseInt(u.t, cString(s), 10)
	if err != nil {
		return err
	}
	if !ok {
		return u.badInt(s+"\n", 10)
	}
	i, err := rt.AsSsize(u.t, v, rt.OverflowError)
	if err != nil {
		return rt.OverflowErrorf("Python int too large to convert to C ssize_t")
	}
	if code == opPut {
		if i < 0 {
			return rt.ValueErrorf("negative PUT argument")
		}
		return u.putMemo(i, top)
	}
	got, err := u.getMemo(i)
	u.push(got)
	return err
}

func (u *unpickler) persIDLine() error {
	if u.persLoad.IsUnset() {
		return u.persistent(value{})
	}
	s, err := u.line()
	if err != nil {
		return err
	}
	pid, err := rt.DecodeText(u.t, s, "ascii", "strict")
	if err != nil {
		if rt.IsError(err, rt.UnicodeDecodeError) {
			return rt.Errorf(&unpicklingError, "persistent IDs in protocol 0 must be ASCII strings")
		}
		return err
	}
	return u.persistent(pid)
}
