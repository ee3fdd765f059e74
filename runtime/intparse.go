package runtime

import (
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Ints to text and back, int() itself.

// digitLimitFloor is the number of digits that is never refused.
const digitLimitFloor = 640

func (t *Thread) maxStrDigits() int {
	if t == nil || t.VM == nil || t.VM.MaxStrDigits <= 0 {
		return 0
	}
	return t.VM.MaxStrDigits
}

// IntStr is str(v) of an int-like value, or ValueError where it has too many digits.
func IntStr(t *Thread, v Value) (string, error) {
	small, b, _ := IntOf(v)
	if b == nil {
		return strconv.FormatInt(small, 10), nil
	}
	return bigStr(t, b)
}

func bigStr(t *Thread, b *big.Int) (string, error) {
	limit := t.maxStrDigits()
	if limit == 0 {
		return bigText(t, b)
	}
	if n := b.BitLen(); n > 2200 && n/10 > limit/3+limit/30 {
		return "", digitsOutError(limit)
	}
	s, err := bigText(t, b)
	if err != nil {
		return "", err
	}
	n := len(s)
	if b.Sign() < 0 {
		n--
	}
	if n > limit && n > digitLimitFloor {
		return "", digitsOutError(limit)
	}
	return s, nil
}

func digitsOutError(limit int) error {
	return ValueErrorf("Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit", limit)
}

func intRepr(t *Thread, v Value) (Value, error) {
	if v.IsInt() {
		return NewIntStr(v.AsInt64()), nil
	}
	s, err := IntStr(t, v)
	if err != nil {
		return Value{}, err
	}
	return NewStr(s), nil
}

// DigitValue is the value of a decimal digit of any script, or -1.
func DigitValue(r rune) int {
	if r < utf8.RuneSelf {
		if r >= '0' && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	// Every range of category Nd is whole runs of ten, from zero up.
	for _, rg := range unicode.Nd.R16 {
		if r < rune(rg.Lo) {
			return -1
		}
		if r <= rune(rg.Hi) {
			return int(r-rune(rg.Lo)) % 10
		}
	}
	for _, rg := range unicode.Nd.R32 {
		if r < rune(rg.Lo) {
			return -1
		}
		if r <= rune(rg.Hi) {
			return int(r-rune(rg.Lo)) % 10
		}
	}
	return -1
}

// numSpace says that str.isspace() holds for r.
func numSpace(r rune) bool {
	switch {
	case r >= 9 && r <= 13, r >= 0x1C && r <= 0x20, r == 0x85, r == 0xA0, r == 0x1680, r >= 0x2000 && r <= 0x200A,
		r == 0x2028, r == 0x2029, r == 0x202F, r == 0x205F, r == 0x3000:
		return true
	}
	return false
}

// asciiNumber writes a number's text in ASCII: digits of any script as '0' to
// '9', white space as ' ', anything else beyond ASCII as '?'.
func asciiNumber(s string) string {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf {
		i++
	}
	if i == len(s) {
		return s
	}
	b := make([]byte, 0, len(s))
	for len(s) > 0 {
		r, n := DecodeRune(s)
		s = s[n:]
		switch d := DigitValue(r); {
		case r < utf8.RuneSelf && !numSpace(r):
			b = append(b, byte(r))
		case d >= 0:
			b = append(b, '0'+byte(d))
		case numSpace(r):
			b = append(b, ' ')
		default:
			b = append(b, '?')
		}
	}
	return string(b)
}

func trimNumSpace(s string) string { return strings.Trim(s, " \t\n\v\f\r") }

// letterValue is the value of a digit of a base up to 36; 99: it is none.
func letterValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'z':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'Z':
		return int(c-'A') + 10
	}
	return 99
}

// An intLiteral is what the text of an int consists of.
type intLiteral struct {
	digits string // without underscores and prefix
	neg    bool
	base   int
}

// readLiteral takes text apart; ok is false for what is no literal.
func readLiteral(text string, base int) (lit intLiteral, ok bool) {
	s := trimNumSpace(asciiNumber(text))
	if s != "" && (s[0] == '+' || s[0] == '-') {
		lit.neg = s[0] == '-'
		s = s[1:]
	}
	if s, lit.base, ok = intPrefix(s, base); ok {
		lit.digits, ok = plainDigits(s, lit.base)
	}
	return lit, ok
}

// ParseInt reads text as int(text, base) does. ok is false for what is no
// literal; err is the digit limit's ValueError.
func ParseInt(t *Thread, text string, base int) (v Value, ok bool, err error) {
	var lit intLiteral
	if len(text) < asideWork {
		lit, ok = readLiteral(text, base)
	} else {
		type outcome struct {
			lit intLiteral
			ok  bool
		}
		o, err := Aside(t, len(text), func() (o outcome) {
			o.lit, o.ok = readLiteral(text, base)
			return o
		})
		if err != nil {
			return Value{}, true, err
		}
		lit, ok = o.lit, o.ok
	}
	if !ok {
		return Value{}, false, nil
	}
	digits, neg, base := lit.digits, lit.neg, lit.base
	if limit := t.maxStrDigits(); limit > 0 && len(digits) > digitLimitFloor && len(digits) > limit && base&(base-1) != 0 {
		return Value{}, true, ValueErrorf("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit", limit, len(digits))
	}
	if i, err := strconv.ParseInt(digits, base, 64); err == nil {
		if neg {
			i = -i
		}
		return Int(i), true, nil
	}
	b, err := parseDigits(t, digits, base)
	if err != nil {
		return Value{}, true, err
	}
	if neg {
		b.Neg(b)
	}
	return NewInt(b), true, nil
}

// intPrefix takes 0x, 0o, 0b off where base allows it and finds the base that 0 stands for.
func intPrefix(s string, base int) (rest string, b int, ok bool) {
	found := 0
	if len(s) >= 2 && s[0] == '0' {
		switch s[1] | 0x20 {
		case 'x':
			found = 16
		case 'o':
			found = 8
		case 'b':
			found = 2
		}
	}
	switch {
	case found != 0 && (base == 0 || base == found):
		s = strings.TrimPrefix(s[2:], "_")
		if s == "" || s[0] == '_' {
			return "", 0, false
		}
		return s, found, true
	case base == 0:
		if s != "" && s[0] == '0' && strings.Trim(s, "0_") != "" {
			return "", 0, false
		}
		return s, 10, true
	}
	return s, base, true
}

// plainDigits takes single underscores between digits out.
func plainDigits(s string, base int) (string, bool) {
	if s == "" || s[0] == '_' || s[len(s)-1] == '_' {
		return "", false
	}
	under := false
	for i := 0; i < len(s); i++ {
		if s[i] == '_' {
			if s[i-1] == '_' {
				return "", false
			}
			under = true
		} else if letterValue(s[i]) >= base {
			return "", false
		}
	}
	if under {
		s = strings.ReplaceAll(s, "_", "")
	}
	return s, true
}

// parseDigits reads many digits by halves, so that its cost is that of multiplication.
func parseDigits(t *Thread, s string, base int) (*big.Int, error) {
	if len(s) <= 1200 || base&(base-1) == 0 {
		return Aside(t, len(s), func() *big.Int {
			b, _ := new(big.Int).SetString(s, base)
			return b
		})
	}
	// pows[i] is base**(600 << i)
	pows := []*big.Int{new(big.Int).Exp(big.NewInt(int64(base)), big.NewInt(600), nil)}
	for 600<<len(pows) < len(s) {
		p := pows[len(pows)-1]
		square := new(big.Int)
		if err := MulBig(t, square, p, p); err != nil {
			return nil, err
		}
		pows = append(pows, square)
	}
	return joinDigits(t, s, base, pows)
}

func joinDigits(t *Thread, s string, base int, pows []*big.Int) (*big.Int, error) {
	i := len(pows) - 1
	for i >= 0 && 600<<i >= len(s) {
		i--
	}
	if i < 0 {
		b, _ := new(big.Int).SetString(s, base)
		return b, nil
	}
	cut := len(s) - 600<<i
	hi, err := joinDigits(t, s[:cut], base, pows[:i+1])
	if err != nil {
		return nil, err
	}
	lo, err := joinDigits(t, s[cut:], base, pows[:i])
	if err != nil {
		return nil, err
	}
	if err := MulBig(t, hi, hi, pows[i]); err != nil {
		return nil, err
	}
	return hi.Add(hi, lo), nil
}

// intNew is int.__new__: args are the class, x and base.
func intNew(t *Thread, args []Value) (Value, error) {
	cls, ok := AsType(args[0])
	if !ok {
		return Value{}, TypeErrorf("int.__new__(X): X is not a type object (%s)", args[0].Type().Name)
	}
	x, base := args[1], args[2]
	if base.IsUnset() {
		if x.IsUnset() {
			return newIntOf(cls, Int(0)), nil
		}
		if cls == &intType && x.IsInt() {
			return x, nil
		}
		v, err := ToInt(t, x)
		if err != nil {
			return Value{}, err
		}
		return newIntOf(cls, v), nil
	}
	if x.IsUnset() {
		return Value{}, TypeErrorf("int() missing string argument")
	}
	n, err := AsSsize(t, base, nil)
	if err != nil {
		return Value{}, err
	}
	if n != 0 && n < 2 || n > 36 {
		return Value{}, ValueErrorf("int() base must be >= 2 and <= 36, or 0")
	}
	text, ok := intText(x)
	if !ok {
		return Value{}, TypeErrorf("int() can't convert non-string with explicit base")
	}
	v, err := intFromText(t, x, text, n)
	if err != nil {
		return Value{}, err
	}
	return newIntOf(cls, v), nil
}

// intText gives the text of a str, bytes or bytearray.
func intText(x Value) (string, bool) {
	if s, ok := AsStr(x); ok {
		return s.s, true
	}
	if b, ok := AsBytes(x); ok {
		return bytesNumber(b.s), true
	}
	if b, ok := AsBytearray(x); ok {
		return bytesNumber(string(b.b)), true
	}
	return "", false
}

// bytesNumber hides bytes beyond ASCII, which no number has, from the reader of text.
func bytesNumber(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return "?"
		}
	}
	return s
}

// intFromText is int(x, base) where text is what x says.
func intFromText(t *Thread, x Value, text string, base int) (Value, error) {
	v, ok, err := ParseInt(t, text, base)
	if err != nil {
		return Value{}, err
	}
	if ok {
		return v, nil
	}
	if b, is := AsBytearray(x); is {
		x = NewBytes(b.b)
	}
	r, err := ReprStr(t, x)
	if err != nil {
		return Value{}, err
	}
	return Value{}, ValueErrorf("invalid literal for int() with base %d: %s", base, firstRunes(r, 200))
}

// firstRunes cuts s after n code points.
func firstRunes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return s[:skipRunes(s, 0, n)]
}

var (
	strTrunc  = StaticStr("__trunc__")
	strBytesM = StaticStr("__bytes__")
)

// ToInt is int(x): of a number, or of text in base 10. The result is no
// instance of a subclass.
func ToInt(t *Thread, x Value) (Value, error) {
	typ := x.Type()
	if typ == &intType {
		return x, nil
	}
	if f := typ.Slots.Int; f != nil {
		r, err := f(t, x)
		if err != nil {
			return Value{}, err
		}
		if !IsIntLike(r) {
			return Value{}, TypeErrorf("__int__ returned non-int (type %s)", r.Type().Name)
		}
		if r.Type() != &intType {
			if err := warnSubclass(t, "__int__ returned non-int", "int", r); err != nil {
				return Value{}, err
			}
		}
		return plainInt(r), nil
	}
	if typ.Slots.Index != nil {
		r, err := Index(t, x)
		if err != nil {
			return Value{}, err
		}
		return plainInt(r), nil
	}
	if _, ok := typ.Lookup(t, strTrunc); ok {
		if err := Warn(t, DeprecationWarning, "The delegation of int() to __trunc__ is deprecated."); err != nil {
			return Value{}, err
		}
		r, _, err := CallSpecial(t, x, strTrunc)
		return truncResult(t, r, err)
	}
	if text, ok := intText(x); ok {
		return intFromText(t, x, text, 10)
	}
	if typ.Slots.Buffer != nil {
		buf, err := GetBuffer(t, x)
		if err != nil {
			return Value{}, err
		}
		defer buf.Release()
		b := NewBytes(buf.Bytes)
		return intFromText(t, b, bytesNumber(string(buf.Bytes)), 10)
	}
	return Value{}, TypeErrorf("int() argument must be a string, a bytes-like object or a real number, not '%s'", typ.Name)
}

func truncResult(t *Thread, r Value, err error) (Value, error) {
	if err != nil {
		return Value{}, err
	}
	if IsIntLike(r) {
		return plainInt(r), nil
	}
	if r.Type().Slots.Index == nil {
		return Value{}, TypeErrorf("__trunc__ returned non-Integral (type %s)", r.Type().Name)
	}
	if r, err = Index(t, r); err != nil {
		return Value{}, err
	}
	return plainInt(r), nil
}
