package runtime

import (
	"math"
	"math/big"
	"math/bits"
)

// Arithmetic of ints. The functions on int64 are for callers that have seen
// two small ints; they go over to math/big where the result does not fit.

// maxShiftBits and maxPowBits bound the results of << and **: more is
// MemoryError at once rather than after hours.
const (
	maxShiftBits = 1 << 35
	maxPowBits   = 1 << 33
)

// IntAdd is a + b.
func IntAdd(a, b int64) Value {
	c := a + b
	if (a^c)&(b^c) >= 0 {
		return Int(c)
	}
	return bigBinary((*big.Int).Add, a, b)
}

// IntSub is a - b.
func IntSub(a, b int64) Value {
	c := a - b
	if (a^b)&(a^c) >= 0 {
		return Int(c)
	}
	return bigBinary((*big.Int).Sub, a, b)
}

// IntMul is a * b.
func IntMul(a, b int64) Value {
	if c, ok := mul64(a, b); ok {
		return Int(c)
	}
	return bigBinary((*big.Int).Mul, a, b)
}

// mul64 multiplies; ok is false where the product does not fit.
func mul64(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	h := int64(hi) - (a>>63)&b - (b>>63)&a
	return int64(lo), h == int64(lo)>>63
}

func bigBinary(op func(z, x, y *big.Int) *big.Int, a, b int64) Value {
	o := newOwned()
	op(&o.b, big.NewInt(a), big.NewInt(b))
	return o.value()
}

// IntFloorDiv is a // b.
func IntFloorDiv(a, b int64) (Value, error) {
	if b == 0 {
		return Value{}, ZeroDivisionErrorf("integer division or modulo by zero")
	}
	if b == -1 {
		return IntNeg(a), nil
	}
	q := a / b
	if (a^b) < 0 && q*b != a {
		q--
	}
	return Int(q), nil
}

// IntMod is a % b, with the sign of b.
func IntMod(a, b int64) (Value, error) {
	if b == 0 {
		return Value{}, ZeroDivisionErrorf("integer modulo by zero")
	}
	if b == -1 {
		return Int(0), nil
	}
	r := a % b
	if r != 0 && (r^b) < 0 {
		r += b
	}
	return Int(r), nil
}

// IntDivmod is divmod(a, b).
func IntDivmod(a, b int64) (q, r Value, err error) {
	if q, err = IntFloorDiv(a, b); err != nil {
		return q, r, err
	}
	r, err = IntMod(a, b)
	return q, r, err
}

// IntNeg is -a.
func IntNeg(a int64) Value {
	if a != math.MinInt64 {
		return Int(-a)
	}
	return NewUint(1 << 63)
}

// IntTrueDiv is a / b as the nearest float.
func IntTrueDiv(a, b int64) (Value, error) {
	if b == 0 {
		return Value{}, ZeroDivisionErrorf("division by zero")
	}
	const exact = 1 << 53
	if a >= -exact && a <= exact && b >= -exact && b <= exact {
		return Float(float64(a) / float64(b)), nil
	}
	return bigTrueDiv(big.NewInt(a), big.NewInt(b))
}

// bigTrueDiv divides to 55 bits or more, the last of which stands for all that
// was cut off, and lets one exact scaling do the rounding.
func bigTrueDiv(a, b *big.Int) (Value, error) {
	if b.Sign() == 0 {
		return Value{}, ZeroDivisionErrorf("division by zero")
	}
	neg := (a.Sign() < 0) != (b.Sign() < 0)
	if a.Sign() == 0 {
		if neg {
			return Float(math.Copysign(0, -1)), nil
		}
		return Float(0), nil
	}
	shift := a.BitLen() - b.BitLen()
	switch {
	case shift > 1025:
		return Value{}, OverflowErrorf("integer division result too large for a float")
	case shift < -1080:
		if neg {
			return Float(math.Copysign(0, -1)), nil
		}
		return Float(0), nil
	}
	// keep is how many bits of the quotient matter: 53, or fewer for a subnormal.
	exp := max(shift-55, -1074-2)
	var x, y, q, r big.Int
	x.Abs(a)
	y.Abs(b)
	if exp < 0 {
		x.Lsh(&x, uint(-exp))
	} else {
		y.Lsh(&y, uint(exp))
	}
	q.QuoRem(&x, &y, &r)
	m := q.Uint64()
	sticky := r.Sign() != 0
	// Round m * 2**exp to a float by hand: drop to 53 bits or the subnormal grid.
	drop := max(bits.Len64(m)-53, -1074-exp)
	if drop > 0 {
		half := uint64(1) << (drop - 1)
		rest := m & (half<<1 - 1)
		m >>= drop
		exp += drop
		if rest > half || rest == half && (sticky || m&1 == 1) {
			m++
		}
	}
	f := math.Ldexp(float64(m), exp)
	if math.IsInf(f, 0) {
		return Value{}, OverflowErrorf("integer division result too large for a float")
	}
	if neg {
		f = -f
	}
	return Float(f), nil
}

// IntLShift is a << n.
func IntLShift(t *Thread, a, n int64) (Value, error) {
	if uint64(n) < 64 {
		if c := a << n; c>>n == a && n < 63 {
			return Int(c), nil
		}
	}
	if n < 0 {
		return Value{}, ValueErrorf("negative shift count")
	}
	if a == 0 {
		return Int(0), nil
	}
	return bigLShift(t, big.NewInt(a), n)
}

func bigLShift(t *Thread, a *big.Int, n int64) (Value, error) {
	if n < 0 {
		return Value{}, ValueErrorf("negative shift count")
	}
	if n > maxShiftBits || int64(a.BitLen())+n > maxShiftBits {
		if a.Sign() == 0 {
			return Int(0), nil
		}
		return Value{}, MemoryErr()
	}
	if err := t.Room((a.BitLen() + int(n)) / 8); err != nil {
		return Value{}, err
	}
	if a.BitLen()+int(n) > 8*workWords*wordBits {
		a = t.unscratched(a)
		z, err := Aside(t, (a.BitLen()+int(n))/8, func() *big.Int { return new(big.Int).Lsh(a, uint(n)) })
		if err != nil {
			return Value{}, err
		}
		return NewInt(z), nil
	}
	o := newOwned()
	o.b.Lsh(a, uint(n))
	return o.value(), nil
}

// IntRShift is a >> n.
func IntRShift(a, n int64) (Value, error) {
	if n < 0 {
		return Value{}, ValueErrorf("negative shift count")
	}
	return Int(a >> min(uint64(n), 63)), nil
}

// IntPow is a ** n.
func IntPow(t *Thread, a, n int64) (Value, error) {
	if n < 0 {
		return floatPow(float64(a), float64(n))
	}
	if r, ok := pow64(a, n); ok {
		return Int(r), nil
	}
	return bigPow(t, big.NewInt(a), big.NewInt(n))
}

// pow64 is a**n by squaring, ok false where it does not fit.
func pow64(a, n int64) (int64, bool) {
	r := int64(1)
	for {
		var ok bool
		if n&1 != 0 {
			if r, ok = mul64(r, a); !ok {
				return 0, false
			}
		}
		n >>= 1
		if n == 0 {
			return r, true
		}
		if a, ok = mul64(a, a); !ok {
			return 0, false
		}
	}
}

// bigPow is a**n for n >= 0, with a look at what is pending after each squaring.
func bigPow(t *Thread, a, n *big.Int) (Value, error) {
	if n.Sign() == 0 {
		return Int(1), nil
	}
	if a.Sign() == 0 {
		return Int(0), nil
	}
	if a.IsInt64() && (a.Int64() == 1 || a.Int64() == -1) {
		if a.Int64() == -1 && n.Bit(0) == 0 {
			return Int(1), nil
		}
		return Int(a.Int64()), nil
	}
	if !n.IsInt64() || n.Int64() > maxPowBits || int64(a.BitLen()-1)*n.Int64() > maxPowBits {
		return Value{}, MemoryErr()
	}
	if e := n.Int64(); a.IsInt64() && a.Int64()&(a.Int64()-1) == 0 && a.Int64() > 0 {
		return bigLShift(t, big.NewInt(1), int64(bits.TrailingZeros64(uint64(a.Int64())))*e)
	}
	if err := t.Room(int(int64(a.BitLen()) * n.Int64() / 8)); err != nil {
		return Value{}, err
	}
	o := newOwned()
	z, tmp := &o.b, new(big.Int)
	z.Set(a)
	for i := n.BitLen() - 2; i >= 0; i-- {
		if err := MulBig(t, tmp, z, z); err != nil {
			return Value{}, err
		}
		z, tmp = tmp, z
		if n.Bit(i) != 0 {
			if err := MulBig(t, tmp, z, a); err != nil {
				return Value{}, err
			}
			z, tmp = tmp, z
		}
		if len(z.Bits()) > 10000 {
			if err := checkpoint(t); err != nil {
				return Value{}, err
			}
		}
	}
	if z != &o.b {
		return NewInt(z), nil
	}
	return o.value(), nil
}

// checkpoint is Host.Checkpoint where there is a host.
func checkpoint(t *Thread) error {
	if t == nil || t.Host == nil {
		return nil
	}
	return t.Host.Checkpoint(t)
}

// intBinary answers an operator where both operands are int-like.
func intBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	sa, ba, ok := IntOf(a)
	if !ok {
		return NotImplemented, nil
	}
	sb, bb, ok := IntOf(b)
	if !ok {
		return NotImplemented, nil
	}
	if ba == nil && bb == nil {
		return smallBinary(t, op, sa, sb)
	}
	if ba == nil {
		ba = t.scratchInt(0).SetInt64(sa)
	}
	switch op {
	case OpLShift, OpRShift:
		return bigShift(t, op, ba, sb, bb)
	}
	if bb == nil {
		bb = t.scratchInt(0).SetInt64(sb)
	}
	switch op {
	case OpFloorDiv, OpMod, OpDivmod:
		return bigDivmod(t, op, ba, bb)
	}
	if op == OpMul && len(ba.Bits())+len(bb.Bits()) > 2*workWords {
		o := newOwned()
		if err := MulBig(t, &o.b, ba, bb); err != nil {
			return Value{}, err
		}
		return o.value(), nil
	}
	if len(ba.Bits())+len(bb.Bits()) > 8*workWords {
		if v, ok, err := arithAside(t, op, ba, bb); ok {
			return v, err
		}
	}
	if z, mid := t.intResult(len(ba.Bits()) + len(bb.Bits())); bigArith(z, op, ba, bb) {
		return ownInt(z, mid), nil
	}
	switch op {
	case OpDiv:
		return bigTrueDiv(ba, bb)
	case OpPow:
		if bb.Sign() < 0 {
			return intNegPow(ba, bb)
		}
		// copies: a signal's handler may run meanwhile and use the scratch numbers
		return bigPow(t, new(big.Int).Set(ba), new(big.Int).Set(bb))
	}
	return NotImplemented, nil
}

// arithAside is a op b of very large numbers; false: not one of its operators.
func arithAside(t *Thread, op BinOp, a, b *big.Int) (v Value, ok bool, err error) {
	switch op {
	case OpAdd, OpSub, OpAnd, OpOr, OpXor:
	default:
		return v, false, nil
	}
	n := (max(len(a.Bits()), len(b.Bits())) + 1) * wordBits / 8
	if err := t.Room(n); err != nil {
		return v, true, err
	}
	a, b = t.unscratched(a), t.unscratched(b)
	z, err := Aside(t, n, func() *big.Int {
		z := new(big.Int)
		bigArith(z, op, a, b)
		return z
	})
	if err != nil {
		return v, true, err
	}
	return NewInt(z), true, nil
}

// unscratched is b, or a copy if it is one of the thread's scratch numbers.
func (t *Thread) unscratched(b *big.Int) *big.Int {
	if len(b.Bits()) <= 1 {
		return new(big.Int).Set(b)
	}
	return b
}

// bigArith sets z to a op b; false: not one of its operators.
func bigArith(z *big.Int, op BinOp, a, b *big.Int) bool {
	switch op {
	case OpAdd:
		z.Add(a, b)
	case OpSub:
		z.Sub(a, b)
	case OpMul:
		z.Mul(a, b)
	case OpAnd:
		z.And(a, b)
	case OpOr:
		z.Or(a, b)
	case OpXor:
		z.Xor(a, b)
	default:
		return false
	}
	return true
}

func smallBinary(t *Thread, op BinOp, a, b int64) (Value, error) {
	switch op {
	case OpAdd:
		return IntAdd(a, b), nil
	case OpSub:
		return IntSub(a, b), nil
	case OpMul:
		return IntMul(a, b), nil
	case OpDiv:
		return IntTrueDiv(a, b)
	case OpFloorDiv:
		return IntFloorDiv(a, b)
	case OpMod:
		return IntMod(a, b)
	case OpPow:
		return IntPow(t, a, b)
	case OpLShift:
		return IntLShift(t, a, b)
	case OpRShift:
		return IntRShift(a, b)
	case OpAnd:
		return Int(a & b), nil
	case OpOr:
		return Int(a | b), nil
	case OpXor:
		return Int(a ^ b), nil
	case OpDivmod:
		q, r, err := IntDivmod(a, b)
		if err != nil {
			return Value{}, err
		}
		return TupleOf(q, r), nil
	}
	return NotImplemented, nil
}

func bigShift(t *Thread, op BinOp, a *big.Int, sn int64, bn *big.Int) (Value, error) {
	if bn != nil {
		switch {
		case bn.Sign() < 0:
			return Value{}, ValueErrorf("negative shift count")
		case a.Sign() == 0:
			return Int(0), nil
		case op == OpLShift && bn.BitLen() <= 64:
			return Value{}, MemoryErr()
		case op == OpLShift:
			return Value{}, OverflowErrorf("too many digits in integer")
		case a.Sign() < 0:
			return Int(-1), nil
		}
		return Int(0), nil
	}
	if op == OpLShift {
		return bigLShift(t, a, sn)
	}
	if sn < 0 {
		return Value{}, ValueErrorf("negative shift count")
	}
	z, mid := t.intResult(len(a.Bits()))
	z.Rsh(a, uint(sn))
	return ownInt(z, mid), nil
}

// scratchInt is one of a thread's numbers for what does not outlive an
// operation: 0 a small operand, 1 a result that nobody wants, 2 a result of middling size.
func (t *Thread) scratchInt(i int) *big.Int {
	if t == nil {
		return new(big.Int)
	}
	b := &t.scratch[i]
	if len(b.Bits()) > 1<<10 { // not to keep much memory
		*b = big.Int{}
	}
	return b
}

func bigDivmod(t *Thread, op BinOp, a, b *big.Int) (Value, error) {
	if b.Sign() == 0 {
		if op == OpMod {
			return Value{}, ZeroDivisionErrorf("integer modulo by zero")
		}
		return Value{}, ZeroDivisionErrorf("integer division or modulo by zero")
	}
	if len(b.Bits()) == 1 && len(a.Bits()) < 1<<12 {
		return divmodWord(op, a, b), nil
	}
	if len(a.Bits()) > workWords {
		return hugeDivmod(t, op, a, b)
	}
	switch op {
	case OpFloorDiv:
		q, mid := t.intResult(len(a.Bits()))
		bigFloorDivmod(q, t.scratchInt(1), a, b)
		return ownInt(q, mid), nil
	case OpMod:
		r, mid := t.intResult(len(a.Bits()))
		bigFloorDivmod(t.scratchInt(1), r, a, b)
		return ownInt(r, mid), nil
	}
	q, r := newOwned(), newOwned()
	bigFloorDivmod(&q.b, &r.b, a, b)
	return TupleOf(q.value(), r.value()), nil
}

// hugeDivmod is bigDivmod that can be interrupted.
func hugeDivmod(t *Thread, op BinOp, a, b *big.Int) (Value, error) {
	q, r := newOwned(), newOwned()
	if err := QuoRemBig(t, &q.b, &r.b, a, b); err != nil {
		return Value{}, err
	}
	roundDown(&q.b, &r.b, b)
	switch op {
	case OpFloorDiv:
		return q.value(), nil
	case OpMod:
		return r.value(), nil
	}
	return TupleOf(q.value(), r.value()), nil
}

// divmodWord divides a by b, which is one word.
func divmodWord(op BinOp, a, b *big.Int) Value {
	d := uint64(b.Bits()[0])
	words := a.Bits()
	var q *ownedInt
	var dst []big.Word
	if op != OpMod {
		q = newOwned()
		if dst = q.w[:0]; len(words) > len(q.w) {
			dst = make([]big.Word, 0, len(words))
		}
		dst = dst[:len(words)]
	}
	var rem uint64
	for i := len(words) - 1; i >= 0; i-- {
		var w uint64
		w, rem = bits.Div64(rem, uint64(words[i]), d)
		if dst != nil {
			dst[i] = big.Word(w)
		}
	}
	// The words are of the absolute values: round down by hand.
	neg := a.Sign() != b.Sign()
	r := rem
	if neg && rem != 0 {
		r = d - rem
	}
	rv := NewUint(r)
	if b.Sign() < 0 && r != 0 {
		if rv = Int(-int64(r)); r > 1<<63 {
			rv = NewInt(new(big.Int).Neg(new(big.Int).SetUint64(r)))
		}
	}
	if op == OpMod {
		return rv
	}
	q.b.SetBits(dst)
	if neg {
		if rem != 0 {
			q.b.Add(&q.b, big.NewInt(1))
		}
		q.b.Neg(&q.b)
	}
	if op == OpFloorDiv {
		return q.value()
	}
	return TupleOf(q.value(), rv)
}

// bigFloorDivmod sets q and r to a's quotient and remainder by b, rounded down.
func bigFloorDivmod(q, r, a, b *big.Int) {
	q.QuoRem(a, b, r)
	roundDown(q, r, b)
}

// roundDown turns a division by b that was rounded towards zero into Python's.
func roundDown(q, r, b *big.Int) {
	if r.Sign() != 0 && r.Sign() != b.Sign() {
		q.Sub(q, big.NewInt(1))
		r.Add(r, b)
	}
}

// intNegPow is a**n for n < 0: a float.
func intNegPow(a, n *big.Int) (Value, error) {
	x, err := bigAsFloat(a)
	if err != nil {
		return Value{}, err
	}
	y, err := bigAsFloat(n)
	if err != nil {
		return Value{}, err
	}
	return floatPow(x, y)
}

// intPow3 is pow(a, b, mod) where all are int-like.
func intPow3(t *Thread, a, b, mod Value) (Value, error) {
	if mod.IsNone() {
		return intBinary(t, OpPow, a, b)
	}
	x, ok := BigOf(a)
	if !ok {
		return NotImplemented, nil
	}
	y, ok := BigOf(b)
	if !ok {
		return NotImplemented, nil
	}
	m, ok := BigOf(mod)
	if !ok {
		return NotImplemented, nil
	}
	if m.Sign() == 0 {
		return Value{}, ValueErrorf("pow() 3rd argument cannot be 0")
	}
	var abs big.Int
	abs.Abs(m)
	if y.Sign() < 0 {
		inv := new(big.Int)
		if abs.IsInt64() && abs.Int64() == 1 {
			return Int(0), nil
		}
		if inv.ModInverse(x, &abs) == nil {
			return Value{}, ValueErrorf("base is not invertible for the given modulus")
		}
		x, y = inv, new(big.Int).Neg(y)
	}
	o := newOwned()
	if x.IsInt64() && y.IsInt64() && abs.IsUint64() {
		o.b.SetUint64(powMod64(x.Int64(), y.Int64(), abs.Uint64()))
	} else {
		if err := ExpModBig(t, &o.b, x, y, &abs); err != nil {
			return Value{}, err
		}
	}
	if m.Sign() < 0 && o.b.Sign() != 0 {
		o.b.Add(&o.b, m)
	}
	return o.value(), nil
}

// powMod64 is a**n mod m, with 128-bit products.
func powMod64(a, n int64, m uint64) uint64 {
	if m == 1 {
		return 0
	}
	var x uint64
	if a >= 0 {
		x = uint64(a) % m
	} else if x = (-uint64(a)) % m; x != 0 {
		x = m - x
	}
	r := uint64(1)
	for ; n > 0; n >>= 1 {
		if n&1 != 0 {
			hi, lo := bits.Mul64(r, x)
			_, r = bits.Div64(hi, lo, m)
		}
		hi, lo := bits.Mul64(x, x)
		_, x = bits.Div64(hi, lo, m)
	}
	return r
}

func intUnary(t *Thread, op UnOp, v Value) (Value, error) {
	small, b, ok := IntOf(v)
	if !ok {
		return NotImplemented, nil
	}
	if b == nil {
		switch op {
		case OpNeg:
			return IntNeg(small), nil
		case OpInvert:
			return Int(^small), nil
		case OpAbs:
			if small < 0 {
				return IntNeg(small), nil
			}
		}
		return Int(small), nil
	}
	switch op {
	case OpPos:
		return plainInt(v), nil
	case OpAbs:
		if b.Sign() >= 0 {
			return plainInt(v), nil
		}
	}
	o := newOwned()
	if op == OpInvert {
		o.b.Not(b)
	} else {
		o.b.Neg(b)
	}
	return o.value(), nil
}
