package runtime

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"

	"github.com/minipy/minipy/runtime/libm"
)

// A FloatObj is an instance of a subclass of float.
type FloatObj struct {
	Object
	F float64
}

// FloatOf gives the value of a float or an instance of a float subclass.
func FloatOf(v Value) (float64, bool) {
	if v.IsFloat() {
		return v.AsFloat64(), true
	}
	if o, ok := Cast[FloatObj](v, FloatType); ok {
		return o.F, true
	}
	return 0, false
}

// numberOf gives a float or int-like value as a float; ok is false for
// anything else.
func numberOf(v Value) (f float64, ok bool, err error) {
	if v.IsFloat() {
		return v.AsFloat64(), true, nil
	}
	if v.IsInt() {
		return float64(v.AsInt64()), true, nil
	}
	if f, ok := FloatOf(v); ok {
		return f, true, nil
	}
	if IsIntLike(v) {
		f, err := IntAsFloat(v)
		return f, true, err
	}
	return 0, false, nil
}

// AsFloat is the float that a number stands for, through __float__ or
// __index__: "must be real number, not X" where there is none.
func AsFloat(t *Thread, v Value) (float64, error) {
	switch {
	case v.IsFloat():
		return v.AsFloat64(), nil
	case v.IsInt():
		return float64(v.AsInt64()), nil
	case v.Type() == &intType:
		return IntAsFloat(v)
	}
	if f, ok := FloatOf(v); ok {
		return f, nil
	}
	return floatSlot(t, v)
}

// floatSlot asks __float__, or else __index__.
func floatSlot(t *Thread, v Value) (float64, error) {
	typ := v.Type()
	if typ.Slots.Float == nil {
		if typ.Slots.Index == nil {
			return 0, TypeErrorf("must be real number, not %s", typ.Name)
		}
		i, err := Index(t, v)
		if err != nil {
			return 0, err
		}
		return IntAsFloat(i)
	}
	r, err := typ.Slots.Float(t, v)
	if err != nil {
		return 0, err
	}
	f, ok := FloatOf(r)
	if !ok {
		return 0, TypeErrorf("%s.__float__ returned non-float (type %s)", typ.Name, r.Type().Name)
	}
	if r.Type() != &floatType {
		if err := warnSubclass(t, typ.Name+".__float__ returned non-float", "float", r); err != nil {
			return 0, err
		}
	}
	return f, nil
}

// AppendFloatRepr appends repr(f): the shortest digits that read back as f.
func AppendFloatRepr(b []byte, f float64) []byte {
	a := math.Abs(f)
	switch {
	case a >= 1e-4 && a < 1e16 || f == 0:
		if i := int64(f); float64(i) == f && (i != 0) && a < 1<<53 {
			b = strconv.AppendInt(b, i, 10)
			return append(b, '.', '0')
		}
		n := len(b)
		b = strconv.AppendFloat(b, f, 'f', -1, 64)
		for _, c := range b[n:] {
			if c == '.' {
				return b
			}
		}
		return append(b, '.', '0')
	case math.IsInf(f, 1):
		return append(b, "inf"...)
	case math.IsInf(f, -1):
		return append(b, "-inf"...)
	case f != f:
		return append(b, "nan"...)
	}
	return strconv.AppendFloat(b, f, 'e', -1, 64)
}

// FloatRepr is repr(f).
func FloatRepr(f float64) string {
	var buf [32]byte
	return string(AppendFloatRepr(buf[:0], f))
}

func floatRepr(t *Thread, v Value) (Value, error) {
	f, _ := FloatOf(v)
	var b [32]byte
	return NewStrBytes(AppendFloatRepr(b[:0], f)), nil
}

// HashFloat is the number modulo 2**61-1, so that equal numbers of any type
// hash the same.
func HashFloat(f float64) int64 {
	if i := int64(f); float64(i) == f && i > -1<<61 && i < 1<<61 {
		return HashInt(i)
	}
	switch {
	case math.IsInf(f, 1):
		return 314159
	case math.IsInf(f, -1):
		return -314159
	case f != f:
		return int64(math.Float64bits(f) >> 4)
	}
	const p = 1<<61 - 1
	u := math.Float64bits(f)
	m, e := u&(1<<52-1), int(u>>52&0x7FF)
	if e == 0 {
		e = 1
	} else {
		m |= 1 << 52
	}
	e -= 1075
	// multiplying by 2**e is turning the 61 bits
	if e %= 61; e < 0 {
		e += 61
	}
	h := int64(m<<e&p | m>>(61-e))
	if f < 0 {
		h = -h
	}
	if h == -1 {
		h = -2
	}
	return h
}

func floatHash(t *Thread, v Value) (int64, error) {
	f, _ := FloatOf(v)
	return HashFloat(f), nil
}

func floatBool(t *Thread, v Value) (bool, error) {
	f, _ := FloatOf(v)
	return f != 0, nil
}

func floatSelf(t *Thread, v Value) (Value, error) {
	f, _ := FloatOf(v)
	return Float(f), nil
}

func floatInt(t *Thread, v Value) (Value, error) {
	f, _ := FloatOf(v)
	return FloatToInt(f)
}

// FloatToInt is int(f), rounded towards zero.
func FloatToInt(f float64) (Value, error) {
	if f > -0x1p63 && f < 0x1p63 {
		return Int(int64(f)), nil
	}
	if math.IsInf(f, 0) {
		return Value{}, OverflowErrorf("cannot convert float infinity to integer")
	}
	if f != f {
		return Value{}, ValueErrorf("cannot convert float NaN to integer")
	}
	return NewInt(floatBig(f)), nil
}

// floatBig is a finite f, rounded towards zero.
func floatBig(f float64) *big.Int {
	u := math.Float64bits(f)
	m, e := u&(1<<52-1)|1<<52, int(u>>52&0x7FF)-1075
	b := new(big.Int).SetUint64(m)
	if e >= 0 {
		b.Lsh(b, uint(e))
	} else {
		b.Rsh(b, uint(-e))
	}
	if f < 0 {
		b.Neg(b)
	}
	return b
}

func floatCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	x, ok := FloatOf(a)
	if !ok {
		return NotImplemented, nil
	}
	if y, ok := FloatOf(b); ok {
		return Bool(CmpFloats(op, x, y)), nil
	}
	small, bigv, ok := IntOf(b)
	if !ok {
		return NotImplemented, nil
	}
	return Bool(CmpFloatInt(op, x, small, bigv)), nil
}

// CmpFloats is x op y.
func CmpFloats(op CmpOp, x, y float64) bool {
	switch op {
	case CmpLT:
		return x < y
	case CmpLE:
		return x <= y
	case CmpEQ:
		return x == y
	case CmpNE:
		return x != y
	case CmpGT:
		return x > y
	}
	return x >= y
}

// CmpFloatInt is `f op i` exactly, where the int is small, or b if that is set.
func CmpFloatInt(op CmpOp, f float64, small int64, b *big.Int) bool {
	const exact = 1 << 53
	if f != f {
		return op == CmpNE
	}
	if b == nil && small >= -exact && small <= exact {
		return CmpFloats(op, f, float64(small))
	}
	var c int
	switch {
	case math.IsInf(f, 1):
		c = 1
	case math.IsInf(f, -1):
		c = -1
	case b != nil:
		if c = floatBig(f).Cmp(b); c == 0 {
			c = fracSign(f)
		}
	case f >= 0x1p63:
		c = 1
	case f < -0x1p63:
		c = -1
	default:
		i := int64(f)
		switch {
		case i < small:
			c = -1
		case i > small:
			c = 1
		default:
			c = fracSign(f)
		}
	}
	return cmpSign(op, c)
}

func fracSign(f float64) int {
	d := f - math.Trunc(f)
	switch {
	case d < 0:
		return -1
	case d > 0:
		return 1
	}
	return 0
}

func floatUnary(t *Thread, op UnOp, v Value) (Value, error) {
	f, ok := FloatOf(v)
	if !ok {
		return NotImplemented, nil
	}
	switch op {
	case OpNeg:
		return Float(-f), nil
	case OpPos:
		return Float(f), nil
	case OpAbs:
		return Float(math.Abs(f)), nil
	}
	return NotImplemented, nil
}

func floatBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	x, ok, err := numberOf(a)
	if !ok || err != nil {
		if err == nil {
			return NotImplemented, nil
		}
		if _, ok, _ := numberOf(b); !ok {
			return NotImplemented, nil
		}
		return Value{}, err
	}
	y, ok, err := numberOf(b)
	if !ok || err != nil {
		if err == nil {
			return NotImplemented, nil
		}
		return Value{}, err
	}
	switch op {
	case OpAdd:
		return Float(x + y), nil
	case OpSub:
		return Float(x - y), nil
	case OpMul:
		return Float(x * y), nil
	case OpDiv:
		return FloatDiv(x, y)
	case OpFloorDiv:
		return FloatFloorDiv(x, y)
	case OpMod:
		return FloatMod(x, y)
	case OpPow:
		return floatPow(x, y)
	case OpDivmod:
		if y == 0 {
			return Value{}, ZeroDivisionErrorf("float divmod()")
		}
		q, r := floatDivmod(x, y)
		return TupleOf(Float(q), Float(r)), nil
	}
	return NotImplemented, nil
}

// FloatDiv is x / y.
func FloatDiv(x, y float64) (Value, error) {
	if y == 0 {
		return Value{}, ZeroDivisionErrorf("float division by zero")
	}
	return Float(x / y), nil
}

// FloatFloorDiv is x // y.
func FloatFloorDiv(x, y float64) (Value, error) {
	if y == 0 {
		return Value{}, ZeroDivisionErrorf("float floor division by zero")
	}
	q, _ := floatDivmod(x, y)
	return Float(q), nil
}

// FloatMod is x % y, with the sign of y.
func FloatMod(x, y float64) (Value, error) {
	if y == 0 {
		return Value{}, ZeroDivisionErrorf("float modulo")
	}
	r := Fmod(x, y)
	if r == 0 {
		r = math.Copysign(0, y)
	} else if (y < 0) != (r < 0) {
		r += y
	}
	return Float(r), nil
}

func floatDivmod(x, y float64) (q, r float64) {
	r = Fmod(x, y)
	d := (x - r) / y
	if r != 0 {
		if (y < 0) != (r < 0) {
			r += y
			d--
		}
	} else {
		r = math.Copysign(0, y)
	}
	if d == 0 {
		return math.Copysign(0, x/y), r
	}
	q = math.Floor(d)
	if d-q > 0.5 {
		q++
	}
	return q, r
}

// Fmod is C's fmod: exact, with the sign of x.
func Fmod(x, y float64) float64 {
	if y == 0 || math.IsInf(x, 0) || x != x || y != y {
		return math.NaN()
	}
	ax, ay := math.Abs(x), math.Abs(y)
	if ax < ay {
		return x
	}
	if ax < 1<<53 {
		if i, j := int64(ax), int64(ay); float64(i) == ax && float64(j) == ay {
			return math.Copysign(float64(i%j), x)
		}
	}
	mx, ex := splitFloat(ax)
	my, ey := splitFloat(ay)
	mx %= my
	// my < 2**53, so 11 bits can be brought down at a time
	for ex > ey && mx != 0 {
		n := min(ex-ey, 64-bits.Len64(mx))
		mx = mx << n % my
		ex -= n
	}
	return math.Copysign(math.Ldexp(float64(mx), ey), x)
}

// splitFloat gives a finite f >= 0 as m * 2**e.
func splitFloat(f float64) (m uint64, e int) {
	u := math.Float64bits(f)
	if e = int(u >> 52); e == 0 {
		return u, -1074
	}
	return u&(1<<52-1) | 1<<52, e - 1075
}

// floatPow is x ** y of floats: a complex where x < 0 and y is no whole number.
func floatPow(x, y float64) (Value, error) {
	switch {
	case y == 0, x == 1:
		return Float(1), nil
	case x != x:
		return Float(x), nil
	case y != y:
		return Float(y), nil
	case math.IsInf(y, 0):
		switch a := math.Abs(x); {
		case a == 1:
			return Float(1), nil
		case (y > 0) == (a > 1):
			return Float(math.Inf(1)), nil
		}
		return Float(0), nil
	}
	whole := math.Floor(y) == y
	odd := whole && math.Abs(y) < 0x1p53 && int64(y)&1 == 1
	if math.IsInf(x, 0) {
		r := 0.0
		if y > 0 {
			r = math.Inf(1)
		}
		if odd {
			r = math.Copysign(r, x)
		}
		return Float(r), nil
	}
	if x == 0 {
		if y < 0 {
			return Value{}, ZeroDivisionErrorf("0.0 cannot be raised to a negative power")
		}
		if odd {
			return Float(x), nil
		}
		return Float(0), nil
	}
	neg := false
	if x < 0 {
		if !whole {
			return complexPow(complex(x, 0), complex(y, 0))
		}
		x, neg = -x, odd
	}
	r := 1.0
	if x != 1 {
		r = libm.Pow(x, y)
	}
	if math.IsInf(r, 0) {
		return Value{}, NewException(OverflowError, Int(34), NewStr("Numerical result out of range"))
	}
	if neg {
		r = -r
	}
	return Float(r), nil
}

// FloatPow is x ** y.
func FloatPow(x, y float64) (Value, error) { return floatPow(x, y) }

func floatPow3(t *Thread, a, b, mod Value) (Value, error) {
	if mod.IsNone() {
		return floatBinary(t, OpPow, a, b)
	}
	return Value{}, TypeErrorf("pow() 3rd argument not allowed unless all arguments are integers")
}

func init() {
	Define(&floatType, TypeSpec{
		Name: "float", Doc: "Convert a string or number to a floating point number, if possible.",
		Size: SizeOf[FloatObj](), Flags: FlagBase | FlagMatchSelf,
		Slots: Slots{
			Repr: floatRepr, Hash: floatHash, Compare: floatCompare, Bool: floatBool, Binary: floatBinary,
			Unary: floatUnary, Pow3: floatPow3, Int: floatInt, Float: floatSelf,
		},
		BinOps: []BinOp{OpAdd, OpSub, OpMul, OpDiv, OpFloorDiv, OpMod, OpPow, OpDivmod},
		UnOps:  []UnOp{OpNeg, OpPos, OpAbs},
		New:    Method{Sig: "x=0, /", Fn: floatNew},
		Make: func(t *Thread, args []Value) (Value, error) {
			if len(args) != 1 {
				return Value{}, nil
			}
			f, err := ToFloat(t, args[0])
			if err != nil {
				return Value{}, err
			}
			return Float(f), nil
		},
		Methods: []Method{
			{Name: "conjugate", Fn: floatConjugate, Doc: "Return self, the complex conjugate of any float."},
			{Name: "__trunc__", Fn: floatTrunc, Doc: "Return the Integral closest to x between 0 and x."},
			{Name: "__floor__", Fn: floatFloor, Doc: "Return the floor as an Integral."},
			{Name: "__ceil__", Fn: floatCeil, Doc: "Return the ceiling as an Integral."},
			{Name: "__round__", Sig: "ndigits=None, /", Fn: floatRound, Doc: "Return the Integral closest to x, rounding half toward even."},
			{Name: "as_integer_ratio", Fn: floatAsIntegerRatio, Doc: "Return integer ratio."},
			{Name: "fromhex", Sig: "string, /", Fn: floatFromHex, Kind: ClassMethod, Doc: "Create a floating-point number from a hexadecimal string."},
			{Name: "hex", Fn: floatHex, Doc: "Return a hexadecimal representation of a floating-point number."},
			{Name: "is_integer", Fn: floatIsInteger, Doc: "Return True if the float is an integer."},
			{Name: "__getnewargs__", Fn: func(t *Thread, a []Value) (Value, error) { v, err := floatSelf(t, a[0]); return TupleOf(v), err }},
			{Name: "__getformat__", Sig: "typestr, /", Fn: floatGetFormat, Kind: ClassMethod, Doc: "You probably don't want to use this function."},
			{Name: "__format__", Sig: "format_spec, /", Fn: floatFormatMethod, Doc: "Formats the float according to format_spec."},
		},
		GetSets: []GetSet{
			{Name: "real", Get: floatSelf, Doc: "the real part of a complex number"},
			{Name: "imag", Get: func(t *Thread, v Value) (Value, error) { return Float(0), nil }, Doc: "the imaginary part of a complex number"},
		},
	})
}
