package runtime

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// ParseFloat reads text as float(text) does; ok is false for what is no number.
func ParseFloat(text string) (f float64, ok bool) {
	s := strings.Trim(asciiNumber(text), " \t\n\v\f\r")
	if strings.IndexByte(s, '_') >= 0 {
		if s, ok = floatUnderscores(s); !ok {
			return 0, false
		}
	}
	if !floatLiteral(s) {
		return specialFloat(s)
	}
	if len(s) > 300 {
		s = shortDecimal(s)
	}
	f, _ = strconv.ParseFloat(s, 64)
	return f, true
}

// parseFloat is ParseFloat, aside if that takes long.
func parseFloat(t *Thread, text string) (f float64, ok bool, err error) {
	if len(text) < asideWork {
		f, ok = ParseFloat(text)
		return f, ok, nil
	}
	type outcome struct {
		f  float64
		ok bool
	}
	o, err := Aside(t, len(text), func() (o outcome) {
		o.f, o.ok = ParseFloat(text)
		return o
	})
	return o.f, o.ok, err
}

// shortDecimal writes a long literal with fewer than 800 digits and an exponent
// that fits them: strconv gives up counting at 10,000.
func shortDecimal(s string) string {
	const keep = 780 // strconv misplaces the point of 800 digits and more
	out := make([]byte, 0, keep+16)
	if s[0] == '-' || s[0] == '+' {
		out, s = append(out, s[0]), s[1:]
	}
	mantissa, after := s, ""
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		mantissa, after = s[:i], s[i+1:]
	}
	exp, negative := 0, strings.HasPrefix(after, "-")
	for _, c := range strings.TrimLeft(after, "+-") {
		exp = min(exp*10+int(c-'0'), 1<<40)
	}
	if negative {
		exp = -exp
	}
	whole, part, _ := strings.Cut(mantissa, ".")
	exp -= len(part)
	digits := strings.TrimLeft(whole+part, "0")
	if len(digits) > keep {
		rest := digits[keep:]
		digits, exp = digits[:keep], exp+len(rest)
		if strings.Trim(rest, "0") != "" {
			digits, exp = digits+"1", exp-1 // not exactly what comes before
		}
	}
	switch scale := exp + len(digits); {
	case digits == "" || scale < -400:
		return string(append(out, '0'))
	case scale > 400:
		return string(append(out, "1e400"...))
	}
	out = append(out, digits...)
	return string(strconv.AppendInt(append(out, 'e'), int64(exp), 10))
}

// floatUnderscores takes out underscores, which must stand between digits.
func floatUnderscores(s string) (string, bool) {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '_' {
			b = append(b, s[i])
			continue
		}
		if i == 0 || i+1 == len(s) || letterValue(s[i-1]) > 9 || letterValue(s[i+1]) > 9 {
			return "", false
		}
	}
	return string(b), true
}

// floatLiteral says that s is [sign] digits [. digits] [e [sign] digits] with a digit before the e.
func floatLiteral(s string) bool {
	i := 0
	digits := func() int {
		n := i
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		return i - n
	}
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	n := digits()
	if i < len(s) && s[i] == '.' {
		i++
		n += digits()
	}
	if n == 0 {
		return false
	}
	if i < len(s) && s[i]|0x20 == 'e' {
		i++
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		if digits() == 0 {
			return false
		}
	}
	return i == len(s)
}

// specialFloat reads inf, infinity and nan with a sign.
func specialFloat(s string) (float64, bool) {
	sign := 1
	if s != "" && (s[0] == '+' || s[0] == '-') {
		if s[0] == '-' {
			sign = -1
		}
		s = s[1:]
	}
	switch strings.ToLower(s) {
	case "inf", "infinity":
		return math.Inf(sign), true
	case "nan":
		return math.Copysign(math.NaN(), float64(sign)), true
	}
	return 0, false
}

// floatNew is float.__new__: args are the class and x.
func floatNew(t *Thread, args []Value) (Value, error) {
	cls, ok := AsType(args[0])
	if !ok {
		return Value{}, TypeErrorf("float.__new__(X): X is not a type object (%s)", args[0].Type().Name)
	}
	f, err := ToFloat(t, args[1])
	if err != nil {
		return Value{}, err
	}
	if cls == &floatType {
		return Float(f), nil
	}
	o := Alloc[FloatObj](cls)
	o.F = f
	return o.Value(), nil
}

// ToFloat is float(x): of a number or of text.
func ToFloat(t *Thread, x Value) (float64, error) {
	if x.IsFloat() {
		return x.AsFloat64(), nil
	}
	text, isText := intText(x)
	if !isText && x.Type().Slots.Buffer != nil {
		buf, err := GetBuffer(t, x)
		if err != nil {
			return 0, err
		}
		text, isText = bytesNumber(string(buf.Bytes)), true
		buf.Release()
	}
	if isText {
		f, ok, err := parseFloat(t, text)
		if err != nil {
			return 0, err
		}
		if ok {
			if f != f {
				f = t.VM.freshNaN(math.Signbit(f))
			}
			return f, nil
		}
		r, err := ReprStr(t, x)
		if err != nil {
			return 0, err
		}
		return 0, ValueErrorf("could not convert string to float: %s", r)
	}
	s := &x.Type().Slots
	if s.Float == nil && s.Index == nil {
		return 0, TypeErrorf("float() argument must be a string or a real number, not '%s'", x.Type().Name)
	}
	if x.IsInt() {
		return float64(x.AsInt64()), nil
	}
	return floatSlot(t, x)
}

// Each float('nan') is an object of its own: [float('nan')] is not equal to
// another such list, but a NaN is found in a list that holds it. As floats are
// identical when their bits are, a NaN made from text has a serial number in its
// payload, behind nanMark; FloatBits takes it out where bits leave the program.
const nanMark = 0x7FF85A << 40

func (vm *VM) freshNaN(neg bool) float64 {
	vm.nans++
	bits := nanMark | vm.nans&(1<<40-1)
	if neg {
		bits |= 1 << 63
	}
	return math.Float64frombits(bits)
}

// FloatBits is math.Float64bits for bytes that the program sees.
func FloatBits(f float64) uint64 {
	bits := math.Float64bits(f)
	if bits&^(1<<63)>>40 == nanMark>>40 {
		bits &^= 1<<51 - 1
	}
	return bits
}

// FloatBits32 is FloatBits of f as a 32-bit float.
func FloatBits32(f float64) uint32 {
	return math.Float32bits(float32(math.Float64frombits(FloatBits(f))))
}

func floatConjugate(t *Thread, args []Value) (Value, error) { return floatSelf(t, args[0]) }
func floatTrunc(t *Thread, args []Value) (Value, error)     { return floatInt(t, args[0]) }

func floatFloor(t *Thread, args []Value) (Value, error) {
	f, _ := FloatOf(args[0])
	return FloatToInt(math.Floor(f))
}

func floatCeil(t *Thread, args []Value) (Value, error) {
	f, _ := FloatOf(args[0])
	return FloatToInt(math.Ceil(f))
}

// floatRound: args are self and ndigits.
func floatRound(t *Thread, args []Value) (Value, error) {
	f, _ := FloatOf(args[0])
	if args[1].IsNone() {
		return FloatToInt(math.RoundToEven(f))
	}
	n, err := AsSsize(t, args[1], nil)
	if err != nil {
		return Value{}, err
	}
	return RoundFloat(f, n)
}

// RoundFloat is round(f, n) for a number n of decimals, exactly: the decimal
// number nearest to f, then the float nearest to that.
func RoundFloat(f float64, n int) (Value, error) {
	const maxDecimals, minDecimals = 323, -308
	if math.IsInf(f, 0) || f != f || n > maxDecimals {
		return Float(f), nil
	}
	if n < minDecimals {
		return Float(0 * f), nil
	}
	var buf [400]byte
	var s []byte
	if n >= 0 {
		s = strconv.AppendFloat(buf[:0], f, 'f', n, 64)
	} else {
		s = strconv.AppendFloat(buf[:0], f, 'e', 40, 64)
		e, _ := strconv.Atoi(string(s[strings.IndexByte(string(s), 'e')+1:]))
		prec := e + n
		switch {
		case prec >= 0:
			s = strconv.AppendFloat(buf[:0], f, 'e', prec, 64)
		case prec == -1 && math.Abs(f) > 5*math.Pow10(-n-1):
			s = append(append(buf[:0], "1e"...), strconv.Itoa(-n)...)
			if f < 0 {
				s = append([]byte{'-'}, s...)
			}
		default:
			return Float(math.Copysign(0, f)), nil
		}
	}
	r, err := strconv.ParseFloat(string(s), 64)
	if err != nil {
		return Value{}, OverflowErrorf("rounded value too large to represent")
	}
	return Float(r), nil
}

func floatAsIntegerRatio(t *Thread, args []Value) (Value, error) {
	f, _ := FloatOf(args[0])
	if math.IsInf(f, 0) {
		return Value{}, OverflowErrorf("cannot convert Infinity to integer ratio")
	}
	if f != f {
		return Value{}, ValueErrorf("cannot convert NaN to integer ratio")
	}
	if f == math.Trunc(f) {
		n, err := FloatToInt(f)
		return TupleOf(n, Int(1)), err
	}
	r := new(big.Rat).SetFloat64(f)
	return TupleOf(NewInt(new(big.Int).Set(r.Num())), NewInt(new(big.Int).Set(r.Denom()))), nil
}

func floatIsInteger(t *Thread, args []Value) (Value, error) {
	f, _ := FloatOf(args[0])
	return Bool(math.Floor(f) == f && !math.IsInf(f, 0)), nil
}

func floatGetFormat(t *Thread, args []Value) (Value, error) {
	s, ok := AsStr(args[1])
	if !ok {
		return Value{}, TypeErrorf("__getformat__() argument must be str, not %s", args[1].Type().Name)
	}
	if s.s != "double" && s.s != "float" {
		return Value{}, ValueErrorf("__getformat__() argument 1 must be 'double' or 'float'")
	}
	return NewStr("IEEE, little-endian"), nil
}

// FloatHex is f.hex().
func FloatHex(f float64) string {
	if f != f || math.IsInf(f, 0) {
		return FloatRepr(f)
	}
	sign := ""
	if math.Signbit(f) {
		sign = "-"
	}
	if f == 0 {
		return sign + "0x0.0p+0"
	}
	u := math.Float64bits(f)
	m, e := u&(1<<52-1), int(u>>52&0x7FF)-1023
	lead := "1"
	if e == -1023 {
		lead, e = "0", -1022
	}
	digits := strconv.FormatUint(m|1<<52, 16)[1:]
	es := strconv.Itoa(e)
	if e >= 0 {
		es = "+" + es
	}
	return sign + "0x" + lead + "." + digits + "p" + es
}

func floatHex(t *Thread, args []Value) (Value, error) {
	f, _ := FloatOf(args[0])
	return NewStr(FloatHex(f)), nil
}

// floatFromHex: args are the class and the text.
func floatFromHex(t *Thread, args []Value) (Value, error) {
	p, ok := AsStr(args[1])
	if !ok {
		return Value{}, TypeErrorf("bad argument type for built-in operation")
	}
	f, err := parseHexFloat(strings.Trim(p.s, " \t\n\v\f\r"))
	if err != nil {
		return Value{}, err
	}
	if cls, _ := AsType(args[0]); cls != &floatType {
		return Call(t, args[0], Float(f))
	}
	return Float(f), nil
}

func parseHexFloat(s string) (float64, error) {
	if f, ok := specialFloat(s); ok {
		return f, nil
	}
	bad := ValueErrorf("invalid hexadecimal floating-point string")
	neg := false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		neg = s[0] == '-'
		s = s[1:]
	}
	if len(s) >= 2 && s[0] == '0' && s[1]|0x20 == 'x' {
		s = s[2:]
	}
	mant, exp := s, "0"
	if i := strings.IndexAny(s, "pP"); i >= 0 {
		mant, exp = s[:i], s[i+1:]
		digits := exp
		if exp != "" && (exp[0] == '+' || exp[0] == '-') {
			digits = exp[1:]
		}
		if digits == "" || strings.Trim(digits, "0123456789") != "" {
			return 0, bad
		}
	}
	whole, frac, _ := strings.Cut(mant, ".")
	const hex = "0123456789abcdefABCDEF"
	if whole+frac == "" || strings.Trim(whole, hex) != "" || strings.Trim(frac, hex) != "" {
		return 0, bad
	}
	if strings.Trim(whole+frac, "0") == "" {
		exp = "0"
	}
	f, err := strconv.ParseFloat("0x"+mant+"p"+exp, 64)
	if err != nil {
		return 0, OverflowErrorf("hexadecimal value too large to represent as a float")
	}
	if neg {
		f = -f
	}
	return f, nil
}
