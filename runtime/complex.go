package runtime

import "math"

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

// complexPow is a ** b.
func complexPow(a, b complex128) (Value, error) {
	if b == 0 {
		return NewComplex(1), nil
	}
	if a == 0 {
		if real(b) < 0 || imag(b) != 0 {
			return Value{}, ZeroDivisionErrorf("0.0 to a negative or complex power")
		}
		return NewComplex(0), nil
	}
	if n := real(b); imag(b) == 0 && n == math.Floor(n) && math.Abs(n) <= 100 {
		return complexResult(complexPowInt(a, int(n)))
	}
	r, err := complexPowGeneral(a, b)
	if err != nil {
		return Value{}, err
	}
	return complexResult(r)
}

func complexResult(c complex128) (Value, error) {
	if math.IsInf(real(c), 0) || math.IsInf(imag(c), 0) {
		return Value{}, OverflowErrorf("complex exponentiation")
	}
	return NewComplex(c), nil
}

func complexPowGeneral(a, b complex128) (complex128, error) {
	abs := math.Hypot(real(a), imag(a))
	lenr, err := floatPow(abs, real(b))
	if err != nil {
		return 0, err
	}
	length, _ := FloatOf(lenr)
	at := math.Atan2(imag(a), real(a))
	phase := at * real(b)
	if imag(b) != 0 {
		length *= math.Exp(-at * imag(b))
		phase += imag(b) * math.Log(abs)
	}
	return complex(length*math.Cos(phase), length*math.Sin(phase)), nil
}

func complexPowInt(a complex128, n int) complex128 {
	if n < 0 {
		return complexQuot(1, complexPowInt(a, -n))
	}
	r, p := complex128(1), a
	for mask := 1; mask > 0 && n >= mask; mask <<= 1 {
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

func init() {
	Define(&complexType, TypeSpec{Name: "complex", Size: SizeOf[ComplexObj](), Flags: FlagBase})
}
