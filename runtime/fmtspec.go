package runtime

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// The format-spec mini language, [[fill]align][sign][z][#][0][width][grouping]
// [.precision][type], for int, float, complex and str.

// A FormatSpec is a parsed format spec.
type FormatSpec struct {
	Fill   rune // ' ' if not given
	Align  byte // '<', '>', '^', '='
	Sign   byte // 0, ' ', '+' or '-'
	NoNeg0 bool // z
	Alt    bool // #
	Width  int  // -1: not given
	Group  byte // 0, ',' or '_'
	Prec   int  // -1: not given
	Type   rune // the type's default if not given; 0 for numbers' own

	group int     // digits between separators
	t     *Thread // whose formatting it is; nil: what is wide cannot be interrupted
}

func isAlign(c byte) bool { return c == '<' || c == '>' || c == '=' || c == '^' }

// parse reads spec for an object of type typeName, whose default type and
// alignment are given.
func (f *FormatSpec) parse(spec, typeName string, defType rune, defAlign byte) error {
	*f = FormatSpec{Fill: ' ', Align: defAlign, Width: -1, Prec: -1, Type: defType, group: 3}
	s := spec
	filled, aligned := false, false
	if s != "" {
		if r, n := DecodeRune(s); len(s) > n && isAlign(s[n]) {
			f.Fill, f.Align = r, s[n]
			filled, aligned = true, true
			s = s[n+1:]
		} else if isAlign(s[0]) {
			f.Align, aligned = s[0], true
			s = s[1:]
		}
	}
	if s != "" && (s[0] == ' ' || s[0] == '+' || s[0] == '-') {
		f.Sign = s[0]
		s = s[1:]
	}
	if s != "" && s[0] == 'z' {
		f.NoNeg0 = true
		s = s[1:]
	}
	if s != "" && s[0] == '#' {
		f.Alt = true
		s = s[1:]
	}
	if !filled && s != "" && s[0] == '0' {
		f.Fill = '0'
		if !aligned && defAlign == '>' {
			f.Align = '='
		}
		s = s[1:]
	}
	var err error
	if f.Width, s, err = specNumber(s); err != nil {
		return err
	}
	if s != "" && s[0] == ',' {
		f.Group = ','
		s = s[1:]
	}
	if s != "" && s[0] == '_' {
		if f.Group != 0 {
			return ValueErrorf("Cannot specify both ',' and '_'.")
		}
		f.Group = '_'
		s = s[1:]
	}
	if s != "" && s[0] == ',' && f.Group == '_' {
		return ValueErrorf("Cannot specify both ',' and '_'.")
	}
	if s != "" && s[0] == '.' {
		if f.Prec, s, err = specNumber(s[1:]); err != nil {
			return err
		}
		if f.Prec < 0 {
			return ValueErrorf("Format specifier missing precision")
		}
	}
	if s != "" {
		r, n := DecodeRune(s)
		if n < len(s) {
			return ValueErrorf("Invalid format specifier '%s' for object of type '%s'", spec, typeName)
		}
		f.Type = r
	}
	return f.checkGroup()
}

// specNumber reads a width or precision; -1 where there is none.
func specNumber(s string) (int, string, error) {
	n := 0
	i := 0
	for i < len(s) {
		r, size := DecodeRune(s[i:])
		d := DigitValue(r)
		if d < 0 {
			break
		}
		if n > (math.MaxInt64-d)/10 {
			return 0, s, ValueErrorf("Too many decimal digits in format string")
		}
		n = n*10 + d
		i += size
	}
	if i == 0 {
		return -1, s, nil
	}
	return n, s[i:], nil
}

func (f *FormatSpec) checkGroup() error {
	if f.Group == 0 {
		return nil
	}
	switch f.Type {
	case 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F', 0:
		return nil
	case 'b', 'o', 'x', 'X':
		if f.Group == '_' {
			f.group = 4
			return nil
		}
	}
	if f.Type > 32 && f.Type < 128 {
		return ValueErrorf("Cannot specify '%c' with '%c'.", f.Group, f.Type)
	}
	return ValueErrorf("Cannot specify '%c' with '\\x%x'.", f.Group, f.Type)
}

func unknownFormat(code rune, typeName string) error {
	if code > 32 && code < 128 {
		return ValueErrorf("Unknown format code '%c' for object of type '%s'", code, typeName)
	}
	return ValueErrorf("Unknown format code '\\x%x' for object of type '%s'", code, typeName)
}

const maxPad = 1 << 32

// pad puts s, of n code points, into f's width; '=' counts as '>' here.
func (f *FormatSpec) pad(s string, n int) (string, error) {
	if f.Width-n > maxPad {
		return "", MemoryErr()
	}
	if f.Width < asideWork {
		return f.placed(s, n), nil
	}
	wide := *f // f itself stays off the heap
	return Aside(f.t, f.Width, func() string { return wide.placed(s, n) })
}

func (f *FormatSpec) placed(s string, n int) string {
	if f.Width <= n {
		return s
	}
	total := f.Width - n
	left := total
	switch f.Align {
	case '<':
		left = 0
	case '^':
		left = total / 2
	}
	return f.padded(s, left, total-left)
}

// padded is s with so many fill characters left and right.
func (f *FormatSpec) padded(s string, left, right int) string {
	if f.Fill < 0x80 {
		b := make([]byte, left+len(s)+right)
		fill := byte(f.Fill)
		for i := 0; i < left; i++ {
			b[i] = fill
		}
		copy(b[left:], s)
		for i := left + len(s); i < len(b); i++ {
			b[i] = fill
		}
		return bytesToText(b)
	}
	fill := string(AppendRune(nil, f.Fill))
	return strings.Repeat(fill, left) + s + strings.Repeat(fill, right)
}

// FormatStr is format(s, spec) of a str.
func FormatStr(t *Thread, s *Str, spec, typeName string) (string, error) {
	if spec == "" {
		return s.s, nil
	}
	f, err := parseRoomy(t, spec, typeName, 's', '<')
	if err != nil {
		return "", err
	}
	if f.Type != 's' {
		return "", unknownFormat(f.Type, typeName)
	}
	switch {
	case f.Sign == ' ':
		return "", ValueErrorf("Space not allowed in string format specifier")
	case f.Sign != 0:
		return "", ValueErrorf("Sign not allowed in string format specifier")
	case f.NoNeg0:
		return "", ValueErrorf("Negative zero coercion (z) not allowed in string format specifier")
	case f.Alt:
		return "", ValueErrorf("Alternate form (#) not allowed in string format specifier")
	case f.Align == '=':
		return "", ValueErrorf("'=' alignment not allowed in string format specifier")
	}
	text, n := s.s, s.Len()
	if f.Prec >= 0 && f.Prec < n {
		text, n = firstRunes(text, f.Prec), f.Prec
	}
	return f.pad(text, n)
}

// A numberText is a number taken apart for layout: sign, prefix, digits of the
// whole part, and the rest (point, fraction, exponent, percent sign).
type numberText struct {
	sign, prefix string
	digits, rest string
}

// layout puts the number together: sign rule, grouping, zero fill, padding.
func (f *FormatSpec) layout(n numberText) (string, error) {
	if n.sign == "" && (f.Sign == '+' || f.Sign == ' ') {
		n.sign = string(f.Sign)
	}
	if f.Width > maxPad {
		return "", MemoryErr()
	}
	if size := max(f.Width, len(n.digits)); size >= asideWork {
		wide := *f
		return Aside(f.t, size, func() string { return wide.arranged(n) })
	}
	return f.arranged(n), nil
}

func (f *FormatSpec) arranged(n numberText) string {
	fixed := len(n.sign) + len(n.prefix) + len(n.rest)
	minDigits := 0
	if f.Fill == '0' && f.Align == '=' {
		minDigits = f.Width - fixed
	}
	if f.Group != 0 && n.digits != "" {
		n.digits = groupDigits(n.digits, f.group, f.Group, minDigits)
	} else if n.digits != "" && minDigits > len(n.digits) {
		n.digits = strings.Repeat("0", minDigits-len(n.digits)) + n.digits
	}
	total := fixed + len(n.digits)
	if f.Width <= total {
		return n.sign + n.prefix + n.digits + n.rest
	}
	if f.Align == '=' {
		fill := strings.Repeat(string(AppendRune(nil, f.Fill)), f.Width-total)
		return n.sign + n.prefix + fill + n.digits + n.rest
	}
	return f.placed(n.sign+n.prefix+n.digits+n.rest, total)
}

// groupDigits puts sep between groups of size digits from the right, with
// zeros in front until it has at least width characters.
func groupDigits(digits string, size int, sep byte, width int) string {
	n := len(digits)
	for n+(n-1)/size < width {
		n++
	}
	b := make([]byte, 0, n+n/size)
	for i := range n {
		if i > 0 && (n-i)%size == 0 {
			b = append(b, sep)
		}
		if j := i - (n - len(digits)); j >= 0 {
			b = append(b, digits[j])
		} else {
			b = append(b, '0')
		}
	}
	return string(b)
}

// FormatInt is format(v, spec) of an int-like value.
func FormatInt(t *Thread, v Value, spec, typeName string) (string, error) {
	f, err := parseRoomy(t, spec, typeName, 'd', '>')
	if err != nil {
		return "", err
	}
	switch f.Type {
	case 'b', 'c', 'd', 'o', 'x', 'X', 'n':
		return f.formatInt(t, v)
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		x, err := IntAsFloat(v)
		if err != nil {
			return "", err
		}
		return f.formatFloat(x)
	}
	return "", unknownFormat(f.Type, typeName)
}

func (f *FormatSpec) formatInt(t *Thread, v Value) (string, error) {
	if f.Prec >= 0 {
		return "", ValueErrorf("Precision not allowed in integer format specifier")
	}
	if f.NoNeg0 {
		return "", ValueErrorf("Negative zero coercion (z) not allowed in integer format specifier")
	}
	var n numberText
	switch f.Type {
	case 'c':
		if f.Sign != 0 {
			return "", ValueErrorf("Sign not allowed with integer format specifier 'c'")
		}
		if f.Alt {
			return "", ValueErrorf("Alternate form (#) not allowed with integer format specifier 'c'")
		}
		small, b, _ := IntOf(v)
		if b != nil {
			return "", OverflowErrorf("Python int too large to convert to C long")
		}
		if small < 0 || small > 0x10FFFF {
			return "", OverflowErrorf("%s", "%c arg not in range(0x110000)")
		}
		return f.pad(string(AppendRune(nil, rune(small))), 1)
	case 'd', 'n':
		s, err := IntStr(t, v)
		if err != nil {
			return "", err
		}
		n.digits = s
	default:
		base := 16
		switch f.Type {
		case 'b':
			base = 2
		case 'o':
			base = 8
		}
		var err error
		if n.digits, err = intBase(t, v, base, f.Type == 'X'); err != nil {
			return "", err
		}
		if f.Alt {
			n.prefix = "0" + string(f.Type)
		}
	}
	if n.digits[0] == '-' {
		n.sign, n.digits = "-", n.digits[1:]
	}
	if f.Width < 0 && f.Group == 0 && f.Sign == 0 {
		return n.sign + n.prefix + n.digits, nil
	}
	return f.layout(n)
}

// intBase writes an int-like value in base 2, 8 or 16, without prefix.
func intBase(t *Thread, v Value, base int, upper bool) (s string, err error) {
	small, b, _ := IntOf(v)
	if b == nil {
		if s = strconv.FormatInt(small, base); upper {
			s = strings.ToUpper(s)
		}
		return s, nil
	}
	return bigBase(t, b, base, upper)
}

// bigBase is intBase of a big integer.
func bigBase(t *Thread, b *big.Int, base int, upper bool) (string, error) {
	if err := t.Room(b.BitLen() / bits.TrailingZeros(uint(base))); err != nil {
		return "", err
	}
	return Aside(t, 8*words(b), func() string {
		s := b.Text(base)
		if upper {
			s = strings.ToUpper(s)
		}
		return s
	})
}

// IntPrefixed is bin(), oct() or hex() of an int-like value, by base.
func IntPrefixed(t *Thread, v Value, base int) (string, error) {
	prefix := "0x"
	switch base {
	case 2:
		prefix = "0b"
	case 8:
		prefix = "0o"
	}
	s, err := intBase(t, v, base, false)
	if err != nil {
		return "", err
	}
	return joinAside(t, s[:signLen(s)], prefix, s[signLen(s):])
}

// signLen is how long the sign of a number's text is.
func signLen(s string) int {
	if s[0] == '-' {
		return 1
	}
	return 0
}

// joinAside is a + b + c.
func joinAside(t *Thread, a, b, c string) (string, error) {
	n := len(a) + len(b) + len(c)
	if n < asideWork {
		return a + b + c, nil
	}
	return Aside(t, n, func() string { return a + b + c })
}

// FormatFloat is format(x, spec) of a float.
func FormatFloat(t *Thread, x float64, spec, typeName string) (string, error) {
	if spec == "" {
		return FloatRepr(x), nil
	}
	f, err := parseRoomy(t, spec, typeName, 0, '>')
	if err != nil {
		return "", err
	}
	switch f.Type {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%':
		return f.formatFloat(x)
	}
	return "", unknownFormat(f.Type, typeName)
}

func (f *FormatSpec) formatFloat(x float64) (string, error) {
	if f.Prec > math.MaxInt32 {
		return "", ValueErrorf("precision too big")
	}
	code, flags := f.floatCode()
	percent := false
	if code == '%' {
		code, percent = 'f', true
		x *= 100
	}
	prec := f.Prec
	if prec < 0 {
		prec = 6
	}
	if f.Type == 0 {
		flags |= FloatAddDot0
	}
	s, err := f.digits(x, code, prec, flags)
	if err != nil {
		return "", err
	}
	if percent {
		s += "%"
	}
	if f.Width < 0 && f.Group == 0 && f.Sign == 0 {
		return s, nil
	}
	return f.layout(splitNumber(s))
}

// digits is FormatFloatCode, which may have many to write.
func (f *FormatSpec) digits(x float64, code byte, prec int, flags FloatFlags) (string, error) {
	if prec < asideWork {
		return FormatFloatCode(x, code, prec, flags), nil
	}
	return Aside(f.t, prec, func() string { return FormatFloatCode(x, code, prec, flags) })
}

// floatCode gives the code for FormatFloatCode and the flags that the spec asks for.
func (f *FormatSpec) floatCode() (byte, FloatFlags) {
	var flags FloatFlags
	if f.Alt {
		flags |= FloatAlt
	}
	if f.NoNeg0 {
		flags |= FloatNoNeg0
	}
	switch {
	case f.Type == 0 && f.Prec < 0:
		return 'r', flags
	case f.Type == 0 || f.Type == 'n':
		return 'g', flags
	}
	return byte(f.Type), flags
}

// splitNumber takes a formatted float apart.
func splitNumber(s string) numberText {
	var n numberText
	if s[0] == '-' {
		n.sign, s = "-", s[1:]
	}
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	n.digits, n.rest = s[:i], s[i:]
	return n
}

// FormatComplex is format(c, spec) of a complex.
func FormatComplex(t *Thread, c complex128, spec, typeName string) (string, error) {
	if spec == "" {
		return ComplexRepr(c), nil
	}
	f, err := parseRoomy(t, spec, typeName, 0, '>')
	if err != nil {
		return "", err
	}
	switch f.Type {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n':
	default:
		return "", unknownFormat(f.Type, typeName)
	}
	if f.Prec > math.MaxInt32 {
		return "", ValueErrorf("precision too big")
	}
	if f.Fill == '0' {
		return "", ValueErrorf("Zero padding is not allowed in complex format specifier")
	}
	if f.Align == '=' {
		return "", ValueErrorf("'=' alignment flag is not allowed in complex format specifier")
	}
	code, flags := f.floatCode()
	prec := f.Prec
	if prec < 0 {
		prec = 6
	}
	part := f
	part.Width = -1
	im := part
	im.Sign = '+'
	imText, err := im.layout(splitNumber(FormatFloatCode(imag(c), code, prec, flags)))
	if err != nil {
		return "", err
	}
	reText, err := part.layout(splitNumber(FormatFloatCode(real(c), code, prec, flags)))
	if err != nil {
		return "", err
	}
	s := reText + imText + "j"
	if f.Type == 0 {
		if real(c) == 0 && !math.Signbit(real(c)) {
			if f.Sign != '+' && f.Sign != ' ' {
				imText = strings.TrimPrefix(imText, "+")
			} else if f.Sign == ' ' && imText[0] == '+' {
				imText = " " + imText[1:]
			}
			s = imText + "j"
		} else {
			s = "(" + s + ")"
		}
	}
	return f.pad(s, len(s))
}

// formatArg gives __format__'s argument.
func formatArg(v Value) (string, error) {
	s, ok := AsStr(v)
	if !ok {
		return "", TypeErrorf("__format__() argument must be str, not %s", v.Type().Name)
	}
	return s.s, nil
}

func intFormatMethod(t *Thread, args []Value) (Value, error) {
	spec, err := formatArg(args[1])
	if err != nil {
		return Value{}, err
	}
	if spec == "" {
		return ToStr(t, args[0])
	}
	s, err := FormatInt(t, args[0], spec, args[0].Type().Name)
	if err != nil {
		return Value{}, err
	}
	return NewStr(s), nil
}

func floatFormatMethod(t *Thread, args []Value) (Value, error) {
	spec, err := formatArg(args[1])
	if err != nil {
		return Value{}, err
	}
	if spec == "" {
		return ToStr(t, args[0])
	}
	f, _ := FloatOf(args[0])
	s, err := FormatFloat(t, f, spec, args[0].Type().Name)
	if err != nil {
		return Value{}, err
	}
	return NewStr(s), nil
}

func complexFormatMethod(t *Thread, args []Value) (Value, error) {
	spec, err := formatArg(args[1])
	if err != nil {
		return Value{}, err
	}
	if spec == "" {
		return ToStr(t, args[0])
	}
	c, _ := AsComplex(args[0])
	s, err := FormatComplex(t, c, spec, args[0].Type().Name)
	if err != nil {
		return Value{}, err
	}
	return NewStr(s), nil
}

// StrFormatMethod is str.__format__: args are self and the spec.
func StrFormatMethod(t *Thread, args []Value) (Value, error) {
	spec, err := formatArg(args[1])
	if err != nil {
		return Value{}, err
	}
	if spec == "" {
		return ToStr(t, args[0])
	}
	p, _ := AsStr(args[0])
	s, err := FormatStr(t, p, spec, args[0].Type().Name)
	if err != nil {
		return Value{}, err
	}
	return NewStr(s), nil
}

// parseRoomy is parse if there is room for the text.
func parseRoomy(t *Thread, spec, typeName string, defType rune, defAlign byte) (f FormatSpec, err error) {
	err = f.parse(spec, typeName, defType, defAlign)
	f.t = t
	room := max(f.Width, 0)
	if f.Prec <= math.MaxInt32 { // beyond it is an error of its own
		room = max(room, f.Prec)
	}
	if err == nil {
		err = t.Room(room)
	}
	return f, err
}
