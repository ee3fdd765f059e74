package runtime

import (
	"math"
	"strconv"
	"strings"

	"github.com/minipy/minipy/runtime/libm"
)

// A ComplexObj is a complex.
type ComplexObj struct {
	Object
	C complex128
}

var (
	complexType Type
	ComplexType = &complexType
)

// NewComplex makes a complex.
func NewComplex(c complex128) Value {
	o := &ComplexObj{C: c}
	o.typ = &complexType
	return o.Object.Value()
}

// AsComplex gives the number behind v if v is a complex or of a subclass.
func AsComplex(v Value) (complex128, bool) {
	if o, ok := Cast[ComplexObj](v, ComplexType); ok {
		return o.C, true
	}
	return 0, false
}

// complexOf gives a complex, float or int-like value as a complex.
func complexOf(v Value) (c complex128, ok bool, err error) {
	if c, ok := AsComplex(v); ok {
		return c, true, nil
	}
	f, ok, err := numberOf(v)
	return complex(f, 0), ok, err
}

// ComplexRepr is repr(c).
func ComplexRepr(c complex128) string {
	var buf [64]byte
	b := buf[:0]
	if real(c) == 0 && !math.Signbit(real(c)) {
		b = appendPart(b, imag(c))
		return string(append(b, 'j'))
	}
	b = append(b, '(')
	b = appendPart(b, real(c))
	n := len(b)
	b = appendPart(b, imag(c))
	if b[n] != '-' {
		b = append(b, 0)
		copy(b[n+1:], b[n:])
		b[n] = '+'
	}
	return string(append(b, 'j', ')'))
}

// appendPart appends f without the ".0" of a whole number.
func appendPart(b []byte, f float64) []byte {
	b = AppendFloatRepr(b, f)
	if n := len(b); n > 2 && b[n-1] == '0' && b[n-2] == '.' {
		b = b[:n-2]
	}
	return b
}

func complexRepr(t *Thread, v Value) (Value, error) {
	c, _ := AsComplex(v)
	return NewStr(ComplexRepr(c)), nil
}

func complexHash(t *Thread, v Value) (int64, error) {
	c, _ := AsComplex(v)
	h := HashFloat(real(c)) + 1000003*HashFloat(imag(c))
	if h == -1 {
		h = -2
	}
	return h, nil
}

func complexBool(t *Thread, v Value) (bool, error) {
	c, _ := AsComplex(v)
	return real(c) != 0 || imag(c) != 0, nil
}

func complexCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	x, ok := AsComplex(a)
	if !ok || op != CmpEQ && op != CmpNE {
		return NotImplemented, nil
	}
	var eq bool
	if y, ok := AsComplex(b); ok {
		eq = real(x) == real(y) && imag(x) == imag(y)
	} else if f, ok := FloatOf(b); ok {
		eq = real(x) == f && imag(x) == 0
	} else if small, bigv, ok := IntOf(b); ok {
		eq = imag(x) == 0 && CmpFloatInt(CmpEQ, real(x), small, bigv)
	} else {
		return NotImplemented, nil
	}
	return Bool(eq == (op == CmpEQ)), nil
}

func complexBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	switch op {
	case OpAdd, OpSub, OpMul, OpDiv, OpPow:
	default:
		return NotImplemented, nil
	}
	x, ok, err := complexOf(a)
	if !ok {
		return NotImplemented, nil
	}
	y, ok, err2 := complexOf(b)
	if !ok {
		return NotImplemented, nil
	}
	if err != nil {
		return Value{}, err
	}
	if err2 != nil {
		return Value{}, err2
	}
	switch op {
	case OpAdd:
		return NewComplex(complex(real(x)+real(y), imag(x)+imag(y))), nil
	case OpSub:
		return NewComplex(complex(real(x)-real(y), imag(x)-imag(y))), nil
	case OpMul:
		return NewComplex(complexMul(x, y)), nil
	case OpDiv:
		if real(y) == 0 && imag(y) == 0 {
			return Value{}, ZeroDivisionErrorf("complex division by zero")
		}
		return NewComplex(complexQuot(x, y)), nil
	}
	return complexPow(x, y)
}

func complexPow3(t *Thread, a, b, mod Value) (Value, error) {
	if !mod.IsNone() {
		return Value{}, ValueErrorf("complex modulo")
	}
	return complexBinary(t, OpPow, a, b)
}

func complexUnary(t *Thread, op UnOp, v Value) (Value, error) {
	c, ok := AsComplex(v)
	if !ok {
		return NotImplemented, nil
	}
	switch op {
	case OpNeg:
		return NewComplex(complex(-real(c), -imag(c))), nil
	case OpPos:
		return NewComplex(c), nil
	case OpAbs:
		r := libm.Hypot(real(c), imag(c))
		if math.IsInf(r, 0) && !math.IsInf(real(c), 0) && !math.IsInf(imag(c), 0) {
			return Value{}, OverflowErrorf("absolute value too large")
		}
		return Float(r), nil
	}
	return NotImplemented, nil
}

// complexPow is a ** b.
func complexPow(a, b complex128) (Value, error) {
	undefined := ZeroDivisionErrorf
	if n := real(b); imag(b) == 0 && n == math.Floor(n) && math.Abs(n) <= 100 {
		if a == 0 && n < 0 {
			return Value{}, undefined("0.0 to a negative or complex power")
		}
		return complexResult(complexPowInt(a, int(n)))
	}
	if a == 0 {
		if real(b) < 0 || imag(b) != 0 {
			return Value{}, undefined("0.0 to a negative or complex power")
		}
		return NewComplex(0), nil
	}
	r, ok := complexPowGeneral(a, b)
	if !ok {
		return Value{}, undefined("0.0 to a negative or complex power")
	}
	return complexResult(r)
}

func complexResult(c complex128) (Value, error) {
	if math.IsInf(real(c), 0) || math.IsInf(imag(c), 0) {
		return Value{}, OverflowErrorf("complex exponentiation")
	}
	return NewComplex(c), nil
}

// complexPowGeneral is a ** b by length and angle; ok is false where the angle
// is infinite, which C's sine and cosine call a domain error.
func complexPowGeneral(a, b complex128) (r complex128, ok bool) {
	abs := libm.Hypot(real(a), imag(a))
	length := PowC(abs, real(b))
	at := libm.Atan2(imag(a), real(a))
	phase := at * real(b)
	if imag(b) != 0 {
		length /= libm.Exp(at * imag(b))
		phase += float64(imag(b) * libm.Log(abs))
	}
	if math.IsInf(phase, 0) {
		return 0, false
	}
	return complex(length*libm.Cos(phase), length*libm.Sin(phase)), true
}

// PowC is C's pow: special cases and all, but no errors.
func PowC(x, y float64) float64 {
	if x > 0 && !math.IsInf(x, 0) && !math.IsInf(y, 0) && y == y {
		return libm.Pow(x, y)
	}
	return math.Pow(x, y)
}

func complexPowInt(a complex128, n int) complex128 {
	if n <= 0 {
		return complexQuot(1, complexPowUint(a, -n))
	}
	return complexPowUint(a, n)
}

func complexPowUint(a complex128, n int) complex128 {
	r, p := complex128(1), a
	for mask := 1; n >= mask; mask <<= 1 {
		if n&mask != 0 {
			r = complexMul(r, p)
		}
		p = complexMul(p, p)
	}
	return r
}

// complexMul is the textbook product, without C99's care for infinities.
func complexMul(a, b complex128) complex128 {
	ar, ai, br, bi := real(a), imag(a), real(b), imag(b)
	return complex(float64(ar*br)-float64(ai*bi), float64(ar*bi)+float64(ai*br))
}

// complexQuot divides by scaling with the larger part of b (Smith).
func complexQuot(a, b complex128) complex128 {
	ar, ai, br, bi := real(a), imag(a), real(b), imag(b)
	if math.Abs(br) >= math.Abs(bi) {
		ratio := bi / br
		d := br + float64(bi*ratio)
		return complex((ar+float64(ai*ratio))/d, (ai-float64(ar*ratio))/d)
	}
	if math.Abs(bi) >= math.Abs(br) {
		ratio := br / bi
		d := float64(br*ratio) + bi
		return complex((float64(ar*ratio)+ai)/d, (float64(ai*ratio)-ar)/d)
	}
	return complex(math.NaN(), math.NaN())
}

// ParseComplex reads text as complex(text) does.
func ParseComplex(text string) (complex128, bool) {
	s := trimNumSpace(asciiNumber(text))
	if strings.IndexByte(s, '_') >= 0 {
		var ok bool
		if s, ok = floatUnderscores(s); !ok {
			return 0, false
		}
	}
	if s != "" && s[0] == '(' {
		if s[len(s)-1] != ')' {
			return 0, false
		}
		s = trimNumSpace(s[1 : len(s)-1])
	}
	if s == "" {
		return 0, false
	}
	last := s[len(s)-1]
	if last != 'j' && last != 'J' {
		f, n := floatPrefix(s)
		return complex(f, 0), n == len(s) && n > 0
	}
	s = s[:len(s)-1]
	re, n := floatPrefix(s)
	if n > 0 && n == len(s) {
		return complex(0, re), true
	}
	// What is left is the imaginary part: a signed number or a bare sign.
	rest := s[n:]
	switch rest {
	case "":
		return complex(0, 1), true
	case "+":
		return complex(re, 1), true
	case "-":
		return complex(re, -1), true
	}
	if n == 0 || rest[0] != '+' && rest[0] != '-' {
		return 0, false
	}
	im, m := floatPrefix(rest)
	return complex(re, im), m == len(rest)
}

// floatPrefix reads the longest float that s begins with, n bytes of it.
func floatPrefix(s string) (f float64, n int) {
	i := 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	low := strings.ToLower(s[i:])
	for _, name := range []string{"infinity", "inf", "nan"} {
		if strings.HasPrefix(low, name) {
			f, _ := specialFloat(s[:i+len(name)])
			return f, i + len(name)
		}
	}
	start := i
	digits := func() {
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
	}
	digits()
	if i < len(s) && s[i] == '.' {
		i++
		digits()
		if i == start+1 {
			return 0, 0
		}
	}
	if i == start {
		return 0, 0
	}
	if i < len(s) && s[i]|0x20 == 'e' {
		end := i
		i++
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		if i == len(s) || s[i] < '0' || s[i] > '9' {
			i = end
		}
		digits()
	}
	f, _ = strconv.ParseFloat(s[:i], 64)
	return f, i
}

var strComplexM = StaticStr("__complex__")

// complexNew is complex.__new__: args are the class, real and imag.
func complexNew(t *Thread, args []Value) (Value, error) {
	cls, _ := AsType(args[0])
	re, im := args[1], args[2]
	make := func(c complex128) (Value, error) {
		o := Alloc[ComplexObj](cls)
		o.C = c
		return o.Object.Value(), nil
	}
	if !re.IsUnset() && re.IsExactly(&complexType) && im.IsUnset() && cls == &complexType {
		return re, nil
	}
	if !re.IsUnset() {
		if s, ok := AsStr(re); ok {
			if !im.IsUnset() {
				return Value{}, TypeErrorf("complex() can't take second arg if first is a string")
			}
			c, ok := ParseComplex(s.s)
			if !ok {
				if digits := asciiNumber(s.s); strings.IndexByte(digits, '_') >= 0 {
					if _, ok := floatUnderscores(trimNumSpace(digits)); !ok {
						r, err := ReprStr(t, re)
						if err != nil {
							return Value{}, err
						}
						return Value{}, ValueErrorf("could not convert string to complex: %s", r)
					}
				}
				return Value{}, ValueErrorf("complex() arg is a malformed string")
			}
			return make(c)
		}
	}
	if !im.IsUnset() {
		if _, ok := AsStr(im); ok {
			return Value{}, TypeErrorf("complex() second arg can't be a string")
		}
	}
	cr, ci := complex128(0), complex128(0)
	reComplex, imComplex := false, false
	var err error
	if !re.IsUnset() {
		cr, reComplex, err = complexArg(t, re, true, "complex() first argument must be a string or a number, not '%s'")
		if err != nil {
			return Value{}, err
		}
	}
	if im.IsUnset() {
		return make(cr)
	}
	ci, imComplex, err = complexArg(t, im, false, "complex() second argument must be a number, not '%s'")
	if err != nil {
		return Value{}, err
	}
	r, i := real(cr), real(ci)
	if imComplex {
		r -= imag(ci)
	}
	if reComplex {
		i += imag(cr)
	}
	return make(complex(r, i))
}

// complexArg is a number given to complex(); isComplex says that it came as one.
func complexArg(t *Thread, v Value, special bool, msg string) (c complex128, isComplex bool, err error) {
	if c, ok, err := AsComplexNumber(t, v, special); ok || err != nil {
		return c, ok, err
	}
	s := &v.Type().Slots
	if s.Float == nil && s.Index == nil {
		return 0, false, TypeErrorf(msg, v.Type().Name)
	}
	f, err := AsFloat(t, v)
	return complex(f, 0), false, err
}

// AsComplexNumber gives a complex, or what __complex__ answers if special is
// set; ok is false where v is no such thing.
func AsComplexNumber(t *Thread, v Value, special bool) (c complex128, ok bool, err error) {
	if v.IsInt() || v.IsFloat() {
		return 0, false, nil
	}
	if c, ok := AsComplex(v); ok && (!special || v.IsExactly(&complexType)) {
		return c, true, nil
	}
	if special {
		r, found, err := CallSpecial(t, v, strComplexM)
		if err != nil {
			return 0, false, err
		}
		if found {
			c, ok := AsComplex(r)
			if !ok {
				return 0, false, TypeErrorf("__complex__ returned non-complex (type %s)", r.Type().Name)
			}
			if r.Type() != &complexType {
				err = warnSubclass(t, "__complex__ returned non-complex", "complex", r)
			}
			return c, true, err
		}
	}
	c, ok = AsComplex(v)
	return c, ok, nil
}

// ToComplex is the number that v stands for as cmath takes it.
func ToComplex(t *Thread, v Value) (complex128, error) {
	c, ok, err := AsComplexNumber(t, v, true)
	if ok || err != nil {
		return c, err
	}
	f, err := AsFloat(t, v)
	return complex(f, 0), err
}

func init() {
	part := func(name, doc string, get func(c complex128) float64) GetSet {
		return GetSet{Name: name, Doc: doc, Set: ReadOnlyMember, Get: func(t *Thread, v Value) (Value, error) {
			c, _ := AsComplex(v)
			return Float(get(c)), nil
		}}
	}
	Define(&complexType, TypeSpec{
		Name: "complex", Size: SizeOf[ComplexObj](), Flags: FlagBase,
		Doc: "Create a complex number from a real part and an optional imaginary part.\n\nThis is equivalent to (real + imag*1j) where imag defaults to 0.",
		Slots: Slots{
			Repr: complexRepr, Hash: complexHash, Compare: complexCompare, Bool: complexBool,
			Binary: complexBinary, Unary: complexUnary, Pow3: complexPow3,
		},
		BinOps: []BinOp{OpAdd, OpSub, OpMul, OpDiv, OpPow},
		UnOps:  []UnOp{OpNeg, OpPos, OpAbs},
		New:    Method{Sig: "real=?, imag=?", Fn: complexNew},
		Methods: []Method{
			{Name: "conjugate", Doc: "Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j.", Fn: func(t *Thread, a []Value) (Value, error) {
				c, _ := AsComplex(a[0])
				return NewComplex(complex(real(c), -imag(c))), nil
			}},
			{Name: "__complex__", Doc: "Convert this value to exact type complex.", Fn: func(t *Thread, a []Value) (Value, error) {
				c, _ := AsComplex(a[0])
				return NewComplex(c), nil
			}},
			{Name: "__getnewargs__", Fn: func(t *Thread, a []Value) (Value, error) {
				c, _ := AsComplex(a[0])
				return TupleOf(Float(real(c)), Float(imag(c))), nil
			}},
			{Name: "__format__", Sig: "format_spec, /", Fn: complexFormatMethod, Doc: "Convert to a string according to format_spec."},
		},
		GetSets: []GetSet{
			part("real", "the real part of a complex number", func(c complex128) float64 { return real(c) }),
			part("imag", "the imaginary part of a complex number", func(c complex128) float64 { return imag(c) }),
		},
	})
}
