package runtime

import (
	"math/big"
	"unsafe"
)

// An IntObj is an int that does not fit 64 bits, or an instance of a subclass
// of int of any size.
type IntObj struct {
	Object
	Big *big.Int // never written after
}

// An ownedInt is an IntObj with its number in the same allocation, its words
// too where they are few.
type ownedInt struct {
	IntObj
	b big.Int
	w [4]big.Word
}

// newOwned makes an int for the caller to compute into o.b; o.value() then
// gives the result.
func newOwned() *ownedInt {
	o := &ownedInt{}
	o.typ = &intType
	o.Big = &o.b
	o.b.SetBits(o.w[:0])
	return o
}

// midWords is up to how many words a result is computed in a thread's scratch
// number, and then gets an allocation that just holds it.
const midWords = 64

// intResult is where to compute a number of about n words, for ownInt.
func (t *Thread) intResult(n int) (z *big.Int, mid bool) {
	if t == nil || n > midWords {
		return new(big.Int), false
	}
	return t.scratchInt(2), true
}

// ownInt makes the int of what was computed in intResult's number. One of
// middling size gets an allocation that the collector does not look into, as
// its pointers are to intType and into itself (see str_small.go).
func ownInt(z *big.Int, mid bool) Value {
	if z.IsInt64() {
		return Int(z.Int64())
	}
	if !mid {
		return NewInt(z)
	}
	type owned struct {
		IntObj
		b big.Int
	}
	const header = unsafe.Sizeof(owned{}) / 8
	words := z.Bits()
	mem := make([]big.Word, int(header)+len(words))
	o := (*owned)(unsafe.Pointer(unsafe.SliceData(mem)))
	o.typ = &intType
	o.Big = &o.b
	copy(mem[header:], words)
	o.b.SetBits(mem[header:])
	if z.Sign() < 0 {
		o.b.Neg(&o.b)
	}
	return o.Object.Value()
}

// value is the finished int: small if it fits 64 bits.
func (o *ownedInt) value() Value {
	if o.b.IsInt64() {
		return Int(o.b.Int64())
	}
	return o.Object.Value()
}

// NewInt makes an int of any size; it owns b.
func NewInt(b *big.Int) Value {
	if b.IsInt64() {
		return Int(b.Int64())
	}
	o := &IntObj{Big: b}
	o.typ = &intType
	return o.Value()
}

// NewUint makes an int of an unsigned 64-bit number.
func NewUint(u uint64) Value {
	if u>>63 == 0 {
		return Int(int64(u))
	}
	o := newOwned()
	o.b.SetUint64(u)
	return o.Object.Value()
}

// IntOf gives the value of an int, bool or instance of an int subclass: small
// if big is nil.
func IntOf(v Value) (small int64, b *big.Int, ok bool) {
	if v.IsInt() || v.IsBool() {
		return v.AsInt64(), nil, true
	}
	if o, is := Cast[IntObj](v, IntType); is {
		if o.Big.IsInt64() {
			return o.Big.Int64(), nil, true
		}
		return 0, o.Big, true
	}
	return 0, nil, false
}

// IsIntLike says that v is an int, a bool or of a subclass.
func IsIntLike(v Value) bool { return v.ref != nil && v.Type().layout == &intType }

// BigOf gives an int-like value as a big.Int, which must not be written to.
func BigOf(v Value) (*big.Int, bool) {
	if v.IsInt() || v.IsBool() {
		return big.NewInt(v.AsInt64()), true
	}
	if o, is := Cast[IntObj](v, IntType); is {
		return o.Big, true
	}
	return nil, false
}

// plainInt is int(v) of an int-like value: never of a subclass.
func plainInt(v Value) Value {
	if v.IsInt() || v.IsExactly(&intType) {
		return v
	}
	small, b, _ := IntOf(v)
	if b == nil {
		return Int(small)
	}
	return NewInt(b)
}

// newIntOf makes an int of class cls, which may be int itself or a subclass.
func newIntOf(cls *Type, v Value) Value {
	if cls == &intType {
		return plainInt(v)
	}
	b, _ := BigOf(v)
	o := Alloc[IntObj](cls)
	o.Big = b
	return o.Value()
}

func intHash(t *Thread, v Value) (int64, error) {
	small, b, _ := IntOf(v)
	if b == nil {
		return HashInt(small), nil
	}
	if words(b) < asideWords {
		return hashBig(b), nil
	}
	return Aside(t, 8*words(b), func() int64 { return hashBig(b) })
}

// asideWords is from how many words on a pass over a number is done aside.
const asideWords = asideWork / 4

// hashBig is the number modulo 2**61-1 with its sign; 2**64 is 8 to that modulus.
func hashBig(b *big.Int) int64 {
	h := bigMod61(b)
	if b.Sign() < 0 {
		h = -h
	}
	if h == -1 {
		h = -2
	}
	return h
}

func bigMod61(b *big.Int) int64 {
	const p = 1<<61 - 1
	words := b.Bits()
	var h uint64
	for i := len(words) - 1; i >= 0; i-- {
		// h < 2**61; h*8 is h rotated by three bits in 61
		h = h<<3&p | h>>58
		w := uint64(words[i])
		h += w&p + w>>61
		h = h&p + h>>61
		if h >= p {
			h -= p
		}
	}
	return int64(h)
}

func intBool(t *Thread, v Value) (bool, error) {
	if v.IsInt() {
		return v.bits != 0, nil
	}
	small, b, _ := IntOf(v)
	return b != nil || small != 0, nil
}

func intSelf(t *Thread, v Value) (Value, error) { return plainInt(v), nil }

func intToFloat(t *Thread, v Value) (Value, error) {
	f, err := IntAsFloat(v)
	return Float(f), err
}

// IntAsFloat is float(v) of an int-like value: the nearest float, or
// OverflowError.
func IntAsFloat(v Value) (float64, error) {
	small, b, _ := IntOf(v)
	if b == nil {
		return float64(small), nil
	}
	return bigAsFloat(b)
}

func bigAsFloat(b *big.Int) (float64, error) {
	f, _ := b.Float64()
	if f > maxFloat || f < -maxFloat {
		return 0, OverflowErrorf("int too large to convert to float")
	}
	return f, nil
}

const maxFloat = 0x1p1023 * (1 + (1 - 0x1p-52))

func intCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	if BothInts(a, b) {
		return Bool(cmpInts(op, a.AsInt64(), b.AsInt64())), nil
	}
	sa, ba, ok := IntOf(a)
	if !ok {
		return NotImplemented, nil
	}
	sb, bb, ok := IntOf(b)
	if !ok {
		return NotImplemented, nil
	}
	switch {
	case ba == nil && bb == nil:
		return Bool(cmpInts(op, sa, sb)), nil
	case bb == nil:
		return Bool(cmpSign(op, ba.Sign())), nil
	case ba == nil:
		return Bool(cmpSign(op, -bb.Sign())), nil
	}
	if words(ba) < asideWords || words(ba) != words(bb) {
		return Bool(cmpSign(op, ba.Cmp(bb))), nil
	}
	c, err := Aside(t, 8*words(ba), func() int { return ba.Cmp(bb) })
	return Bool(cmpSign(op, c)), err
}

func cmpInts(op CmpOp, a, b int64) bool {
	switch op {
	case CmpLT:
		return a < b
	case CmpLE:
		return a <= b
	case CmpEQ:
		return a == b
	case CmpNE:
		return a != b
	case CmpGT:
		return a > b
	}
	return a >= b
}

// cmpSign turns the outcome of a three-way comparison into op's.
func cmpSign(op CmpOp, c int) bool { return cmpInts(op, int64(c), 0) }

const intDoc = `int([x]) -> integer
int(x, base=10) -> integer

Convert a number or string to an integer, or return 0 if no arguments
are given.  If x is a number, return x.__int__().  For floating point
numbers, this truncates towards zero.

If x is not a number or if base is given, then x must be a string,
bytes, or bytearray instance representing an integer literal in the
given base.  The literal can be preceded by '+' or '-' and be surrounded
by whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.
Base 0 means to interpret the base from the string as an integer literal.
>>> int('0b100', base=0)
4`

func init() {
	Define(&intType, TypeSpec{
		Name: "int", Doc: intDoc, Size: SizeOf[IntObj](), Flags: FlagBase | FlagMatchSelf,
		Slots: Slots{
			Repr: intRepr, Hash: intHash, Compare: intCompare, Bool: intBool, Binary: intBinary,
			Unary: intUnary, Pow3: intPow3, Index: intSelf, Int: intSelf, Float: intToFloat,
		},
		BinOps: []BinOp{OpAdd, OpSub, OpMul, OpDiv, OpFloorDiv, OpMod, OpPow, OpLShift, OpRShift, OpAnd, OpOr, OpXor, OpDivmod},
		UnOps:  []UnOp{OpNeg, OpPos, OpInvert, OpAbs},
		New:    Method{Sig: "x=?, /, base=?", Fn: intNew},
		Make: func(t *Thread, args []Value) (Value, error) {
			if len(args) != 1 {
				return Value{}, nil
			}
			if args[0].IsInt() {
				return args[0], nil
			}
			v, err := ToInt(t, args[0])
			if err != nil {
				return Value{}, err
			}
			return newIntOf(&intType, v), nil
		},
		Methods: []Method{
			{Name: "conjugate", Fn: intConjugate, Doc: "Returns self, the complex conjugate of any int."},
			{Name: "bit_length", Fn: intBitLength, Doc: "Number of bits necessary to represent self in binary."},
			{Name: "bit_count", Fn: intBitCount, Doc: "Number of ones in the binary representation of the absolute value of self."},
			{Name: "to_bytes", Sig: "length=1, byteorder='big', *, signed=False", Fn: intToBytes, Doc: "Return an array of bytes representing an integer."},
			{Name: "from_bytes", Sig: "bytes, byteorder='big', *, signed=False", Fn: intFromBytes, Kind: ClassMethod, Doc: "Return the integer represented by the given array of bytes."},
			{Name: "as_integer_ratio", Fn: intAsIntegerRatio, Doc: "Return integer ratio."},
			{Name: "__trunc__", Fn: intConjugate, Doc: "Truncating an Integral returns itself."},
			{Name: "__floor__", Fn: intConjugate, Doc: "Flooring an Integral returns itself."},
			{Name: "__ceil__", Fn: intConjugate, Doc: "Ceiling of an Integral returns itself."},
			{Name: "__round__", Sig: "ndigits=?, /", Fn: intRound, Doc: "Rounding an Integral returns itself."},
			{Name: "__getnewargs__", Fn: intGetNewArgs},
			{Name: "__format__", Sig: "format_spec, /", Fn: intFormatMethod, Doc: "Convert to a string according to format_spec."},
			{Name: "__sizeof__", Fn: intSizeof, Doc: "Returns size in memory, in bytes."},
		},
		GetSets: []GetSet{
			{Name: "real", Get: intSelf, Doc: "the real part of a complex number"},
			{Name: "imag", Get: func(t *Thread, v Value) (Value, error) { return Int(0), nil }, Doc: "the imaginary part of a complex number"},
			{Name: "numerator", Get: intSelf, Doc: "the numerator of a rational number in lowest terms"},
			{Name: "denominator", Get: func(t *Thread, v Value) (Value, error) { return Int(1), nil }, Doc: "the denominator of a rational number in lowest terms"},
		},
	})
}
