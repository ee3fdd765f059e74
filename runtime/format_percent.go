package runtime

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The % operator of str and bytes.

// FormatPercent is format % arg for text.
func FormatPercent(t *Thread, format *Str, arg Value) (Value, error) {
	f := percentFmt{t: t, format: format.s, out: t.takeBuf()}
	err := f.run(arg)
	t.putBuf(f.out)
	if err != nil {
		return Value{}, err
	}
	if len(format.s) > 0 && strings.IndexByte(format.s, '%') < 0 {
		return format.Value(), nil // itself, even if of a subclass
	}
	return NewStrBytes(f.out), nil
}

// FormatPercentBytes is format % arg for bytes.
func FormatPercentBytes(t *Thread, format string, arg Value) (string, error) {
	f := percentFmt{t: t, format: format, bytes: true, out: make([]byte, 0, len(format)+32)}
	if err := f.run(arg); err != nil {
		return "", err
	}
	return bytesToText(f.out), nil
}

// A percentFmt is one formatting under way: where it stands in the format,
// what is left of the arguments, and the specifier it is at.
type percentFmt struct {
	t      *Thread
	bytes  bool
	format string
	pos    int
	out    []byte

	tuple []Value // the arguments, if they are a tuple
	one   Value   // else the argument
	next  int     // how many are taken
	dict  Value   // what mapping keys look in, or unset

	flags       uint8
	width, prec int // prec -1: none
	conv        rune

	grown   Growing
	stopped error // what has ended a long padding
}

const (
	pctLeft = 1 << iota
	pctPlus
	pctBlank
	pctAlt
	pctZero
)

func (f *percentFmt) run(arg Value) error {
	typ := arg.Type()
	if tup, ok := AsTuple(arg); ok {
		f.tuple = tup.items
	} else {
		f.one = arg
		if typ.Slots.GetItem != nil && typ.layout != &strType && !(f.bytes && (typ.layout == &bytesType || typ.layout == &bytearrayType)) {
			f.dict = arg
		}
	}
	for {
		i := strings.IndexByte(f.format[f.pos:], '%')
		if i < 0 {
			f.out = append(f.out, f.format[f.pos:]...)
			break
		}
		f.out = append(f.out, f.format[f.pos:f.pos+i]...)
		f.pos += i + 1
		if f.pos < len(f.format) && f.format[f.pos] == '%' {
			f.pos++
			f.out = append(f.out, '%')
			continue
		}
		before := len(f.out)
		err := f.spec()
		if err == nil {
			err = f.stopped
		}
		if err == nil {
			err = f.grown.Add(f.t, len(f.out)-before)
		}
		if err != nil {
			return err
		}
	}
	if f.dict.IsUnset() && (f.tuple != nil && f.next < len(f.tuple) || f.tuple == nil && !f.one.IsUnset() && f.next == 0) {
		kind := "string"
		if f.bytes {
			kind = "bytes"
		}
		return TypeErrorf("not all arguments converted during %s formatting", kind)
	}
	return nil
}

// arg takes the next argument.
func (f *percentFmt) arg() (Value, error) {
	if f.tuple != nil && f.next < len(f.tuple) {
		f.next++
		return f.tuple[f.next-1], nil
	}
	if f.tuple == nil && !f.one.IsUnset() && f.next == 0 {
		f.next++
		return f.one, nil
	}
	return Value{}, TypeErrorf("not enough arguments for format string")
}

// char is the next character of the format.
func (f *percentFmt) char() (rune, error) {
	if f.pos >= len(f.format) {
		return 0, ValueErrorf("incomplete format")
	}
	if f.bytes || f.format[f.pos] < utf8.RuneSelf {
		f.pos++
		return rune(f.format[f.pos-1]), nil
	}
	r, w := DecodeRune(f.format[f.pos:])
	f.pos += w
	return r, nil
}

// key reads "(name)" and makes what the mapping has there the only argument.
func (f *percentFmt) key() error {
	if f.dict.IsUnset() {
		return TypeErrorf("format requires a mapping")
	}
	start, depth := f.pos, 1
	for depth > 0 {
		if f.pos >= len(f.format) {
			return ValueErrorf("incomplete format key")
		}
		switch f.format[f.pos] {
		case '(':
			depth++
		case ')':
			depth--
		}
		f.pos++
	}
	name := f.format[start : f.pos-1]
	var key Value
	if f.bytes {
		key = NewBytesString(name)
	} else {
		key = NewStr(name)
	}
	v, err := GetItem(f.t, f.dict, key)
	if err != nil {
		return err
	}
	f.tuple, f.one, f.next = nil, v, 0
	return nil
}

// number reads a width or precision: digits, or * for an argument.
func (f *percentFmt) number(c rune, limit int, tooBig string) (n int, given bool, next rune, err error) {
	if c == '*' {
		v, err := f.arg()
		if err != nil {
			return 0, false, 0, err
		}
		if !IsIntLike(v) {
			return 0, false, 0, TypeErrorf("* wants int")
		}
		if n, err = cSsize(f.t, v); err != nil {
			return 0, false, 0, err
		}
		if n > limit || n < -limit {
			return 0, false, 0, OverflowErrorf("Python int too large to convert to C int")
		}
		next, err = f.char()
		return n, true, next, err
	}
	for c >= '0' && c <= '9' {
		if n > (limit-int(c-'0'))/10 {
			return 0, false, 0, ValueErrorf("%s", tooBig)
		}
		n = n*10 + int(c-'0')
		given = true
		if c, err = f.char(); err != nil {
			return
		}
	}
	return n, given, c, nil
}

// spec reads one specifier and writes what it stands for.
func (f *percentFmt) spec() error {
	f.flags, f.width, f.prec = 0, -1, -1
	c, err := f.char()
	if err != nil {
		return err
	}
	if c == '(' {
		if err = f.key(); err == nil {
			c, err = f.char()
		}
		if err != nil {
			return err
		}
	}
flags:
	for {
		switch c {
		case '-':
			f.flags |= pctLeft
		case '+':
			f.flags |= pctPlus
		case ' ':
			f.flags |= pctBlank
		case '#':
			f.flags |= pctAlt
		case '0':
			f.flags |= pctZero
		default:
			break flags
		}
		if c, err = f.char(); err != nil {
			return err
		}
	}
	if f.width, _, c, err = f.number(c, math.MaxInt64-1, "width too big"); err != nil {
		return err
	}
	if f.width < 0 {
		f.flags |= pctLeft
		f.width = -f.width
	}
	if c == '.' {
		if c, err = f.char(); err != nil {
			return err
		}
		if f.prec, _, c, err = f.number(c, math.MaxInt32, "precision too big"); err != nil {
			return err
		}
		f.prec = max(f.prec, 0)
	}
	if c == 'h' || c == 'l' || c == 'L' {
		if c, err = f.char(); err != nil {
			return err
		}
	}
	f.conv = c
	v, err := f.arg()
	if err != nil {
		return err
	}
	if f.width > maxText || f.prec > maxText {
		return MemoryErr()
	}
	if n := max(f.width, f.prec); n > cap(f.out)-len(f.out) {
		if err := f.t.Room(len(f.out) + n); err != nil {
			return err
		}
	}
	return f.convert(v)
}

func (f *percentFmt) convert(v Value) error {
	switch f.conv {
	case 's', 'r', 'a', 'b':
		if f.conv == 'b' && !f.bytes {
			break
		}
		s, err := f.text(v)
		if err != nil {
			return err
		}
		s = f.cut(s)
		if n := len(f.out) + max(len(s), f.width); n > cap(f.out) {
			if err := f.t.Room(2 * n); err != nil {
				return err
			}
		}
		f.pad(s, 0, 0, ' ')
		return nil
	case 'c':
		s, err := f.character(v)
		if err != nil {
			return err
		}
		f.pad(s, 0, 0, ' ')
		return nil
	case 'd', 'i', 'u', 'o', 'x', 'X':
		return f.integer(v)
	case 'e', 'E', 'f', 'F', 'g', 'G':
		return f.float(v)
	}
	c := f.conv
	w := 1
	if !f.bytes {
		w = len(AppendRune(nil, c))
	}
	at := f.pos - w
	if !f.bytes {
		at = countStarts(f.format[:at])
	}
	if c < 31 || c > 126 {
		return ValueErrorf("unsupported format character '?' (0x%x) at index %d", c, at)
	}
	return ValueErrorf("unsupported format character '%c' (0x%x) at index %d", c, c, at)
}

// text is the argument's text for %s, %r, %a and %b.
func (f *percentFmt) text(v Value) (string, error) {
	if !f.bytes {
		switch f.conv {
		case 's':
			return StrStr(f.t, v)
		case 'r':
			return ReprStr(f.t, v)
		}
	}
	if f.conv == 'r' || f.conv == 'a' {
		return ASCIIRepr(f.t, v)
	}
	if s, ok := rawOf(v); ok {
		return s, nil
	}
	if r, ok, err := CallSpecial(f.t, v, strDunderBytes); ok || err != nil {
		if err != nil {
			return "", err
		}
		b, isBytes := AsBytes(r)
		if !isBytes {
			return "", TypeErrorf("__bytes__ returned non-bytes (type %s)", r.Type().Name)
		}
		return b.s, nil
	}
	if v.Type().Slots.Buffer != nil {
		b, err := GetBuffer(f.t, v)
		if err != nil {
			return "", err
		}
		defer b.Release()
		return string(b.Bytes), nil
	}
	return "", TypeErrorf("%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", v.Type().Name)
}

var strDunderBytes = StaticStr("__bytes__")

// cut applies the precision to text.
func (f *percentFmt) cut(s string) string {
	if f.prec < 0 || len(s) <= f.prec {
		return s
	}
	if f.bytes {
		return s[:f.prec]
	}
	return s[:skipRunes(s, 0, f.prec)]
}

func (f *percentFmt) character(v Value) (string, error) {
	if f.bytes {
		if s, ok := rawOf(v); ok && len(s) == 1 {
			return s, nil
		}
		i, big, ok := IntOf(v)
		if !ok {
			return "", TypeErrorf("%s", "%c requires an integer in range(256) or a single byte")
		}
		if big != nil || i < 0 || i > 255 {
			return "", OverflowErrorf("%s", "%c arg not in range(256)")
		}
		return oneByte[i : i+1], nil
	}
	if s, ok := AsStr(v); ok {
		if s.Len() == 1 {
			return s.s, nil
		}
		return "", TypeErrorf("%s", "%c requires int or char")
	}
	if !IsIntLike(v) && v.Type().Slots.Index == nil {
		return "", TypeErrorf("%s", "%c requires int or char")
	}
	x, err := Index(f.t, v)
	if err != nil {
		return "", err
	}
	i, big, _ := IntOf(x)
	if big != nil || i < 0 || i > utf8.MaxRune {
		return "", OverflowErrorf("%s", "%c arg not in range(0x110000)")
	}
	return string(AppendRune(nil, rune(i))), nil
}

// pad writes body to the width, with a sign (0: none) and head bytes of
// prefix ("0x") at its start, between which and the rest zeros go.
func (f *percentFmt) pad(body string, sign byte, head int, fill byte) {
	n := len(body)
	if !f.bytes {
		n = countStarts(body)
	}
	if sign != 0 {
		n++
	}
	room := max(f.width-n, 0)
	if fill == ' ' && f.flags&pctLeft == 0 {
		f.fill(room, ' ')
		room = 0
	}
	if sign != 0 {
		f.out = append(f.out, sign)
	}
	f.out = append(f.out, body[:head]...)
	if fill != ' ' && f.flags&pctLeft == 0 {
		f.fill(room, fill)
		room = 0
	}
	f.out = append(f.out, body[head:]...)
	f.fill(room, ' ')
}

func (f *percentFmt) fill(n int, c byte) {
	if n >= asideWork {
		out := f.out
		f.out, f.stopped = Aside(f.t, len(out)+n, func() []byte {
			return appendFill(append(make([]byte, 0, len(out)+n), out...), oneByte[c:int(c)+1], n)
		})
		return
	}
	for ; n > 0; n-- {
		f.out = append(f.out, c)
	}
}

// signed splits the sign off a number's text, or adds one the flags ask for.
func (f *percentFmt) signed(s string) (byte, string) {
	switch {
	case s[0] == '-':
		return '-', s[1:]
	case f.flags&pctPlus != 0:
		return '+', s
	case f.flags&pctBlank != 0:
		return ' ', s
	}
	return 0, s
}

func (f *percentFmt) zeroFill() byte {
	if f.flags&pctZero != 0 {
		return '0'
	}
	return ' '
}

// whole is the argument as an int.
func (f *percentFmt) whole(v Value) (Value, error) {
	if IsIntLike(v) {
		return v, nil
	}
	name := v.Type().Name
	s := &v.Type().Slots
	hex := f.conv == 'o' || f.conv == 'x' || f.conv == 'X'
	var err error
	if s.Index != nil || s.Int != nil || s.Float != nil {
		if hex {
			v, err = Index(f.t, v)
		} else {
			v, err = ToInt(f.t, v)
		}
		if err == nil {
			return v, nil
		}
		if !IsError(err, TypeError) {
			return Value{}, err
		}
	}
	c := f.conv
	if f.bytes && c == 'i' {
		c = 'd'
	}
	if hex {
		return Value{}, TypeErrorf("%%%c format: an integer is required, not %s", c, name)
	}
	return Value{}, TypeErrorf("%%%c format: a real number is required, not %s", c, name)
}

func (f *percentFmt) integer(arg Value) error {
	v, err := f.whole(arg)
	if err != nil {
		return err
	}
	base, prefix := 10, ""
	switch f.conv {
	case 'o':
		base, prefix = 8, "0o"
	case 'x', 'X':
		base, prefix = 16, "0x"
	}
	var digits string
	small, big, _ := IntOf(v)
	switch {
	case big == nil:
		digits = strconv.FormatInt(small, base)
	case base == 10:
		if digits, err = IntStr(f.t, v); err != nil {
			return err
		}
	default:
		digits = big.Text(base)
	}
	sign, body := f.signed(digits)
	if f.prec > len(body) {
		body = strings.Repeat("0", f.prec-len(body)) + body
	}
	head := 0
	if f.flags&pctAlt != 0 && base != 10 {
		body = prefix + body
		head = 2
	}
	if f.conv == 'X' {
		body = strings.ToUpper(body)
	}
	f.pad(body, sign, head, f.zeroFill())
	return nil
}

func (f *percentFmt) float(v Value) error {
	x, err := AsFloat(f.t, v)
	if err != nil {
		if f.bytes && IsError(err, TypeError) {
			return TypeErrorf("float argument required, not %s", v.Type().Name)
		}
		return err
	}
	prec := f.prec
	if prec < 0 {
		prec = 6
	}
	s := percentFloat(x, byte(f.conv), prec, f.flags&pctAlt != 0)
	sign, body := f.signed(s)
	f.pad(body, sign, 0, f.zeroFill())
	return nil
}

// percentFloat is C's printf of one float.
func percentFloat(x float64, conv byte, prec int, alt bool) string {
	upper := conv < 'a'
	conv |= 0x20
	var s string
	switch {
	case math.IsNaN(x):
		s = "nan"
	case math.IsInf(x, 0):
		s = "inf"
		if x < 0 {
			s = "-inf"
		}
	case conv == 'g':
		s = percentG(x, max(prec, 1), alt)
	default:
		s = strconv.FormatFloat(x, conv, prec, 64)
		if alt && prec == 0 {
			s = forcePoint(s)
		}
	}
	if upper {
		s = strings.ToUpper(s)
	}
	return s
}

func percentG(x float64, prec int, alt bool) string {
	if !alt {
		return strconv.FormatFloat(x, 'g', prec, 64)
	}
	s := strconv.FormatFloat(x, 'e', prec-1, 64)
	exp, _ := strconv.Atoi(s[strings.IndexByte(s, 'e')+1:])
	if exp >= -4 && exp < prec {
		s = strconv.FormatFloat(x, 'f', prec-1-exp, 64)
	}
	return forcePoint(s)
}

// forcePoint puts a decimal point into a float's digits that have none.
func forcePoint(s string) string {
	if strings.IndexByte(s, '.') >= 0 {
		return s
	}
	if i := strings.IndexByte(s, 'e'); i >= 0 {
		return s[:i] + "." + s[i:]
	}
	return s + "."
}
