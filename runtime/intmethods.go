package runtime

import (
	"math"
	"math/big"
	"math/bits"
)

func intConjugate(t *Thread, args []Value) (Value, error) { return plainInt(args[0]), nil }

func intGetNewArgs(t *Thread, args []Value) (Value, error) { return TupleOf(plainInt(args[0])), nil }

func intBitLength(t *Thread, args []Value) (Value, error) {
	small, b, _ := IntOf(args[0])
	if b != nil {
		return Int(int64(b.BitLen())), nil
	}
	return Int(int64(bits.Len64(absInt64(small)))), nil
}

func absInt64(i int64) uint64 {
	if i < 0 {
		return -uint64(i)
	}
	return uint64(i)
}

func intBitCount(t *Thread, args []Value) (Value, error) {
	small, b, _ := IntOf(args[0])
	if b == nil {
		return Int(int64(bits.OnesCount64(absInt64(small)))), nil
	}
	n := 0
	for _, w := range b.Bits() {
		n += bits.OnesCount(uint(w))
	}
	return Int(int64(n)), nil
}

func intAsIntegerRatio(t *Thread, args []Value) (Value, error) {
	return TupleOf(plainInt(args[0]), Int(1)), nil
}

// intSizeof counts digits of 30 bits, as CPython's ints have them.
func intSizeof(t *Thread, args []Value) (Value, error) {
	small, b, _ := IntOf(args[0])
	n := bits.Len64(absInt64(small))
	if b != nil {
		n = b.BitLen()
	}
	return Int(int64(24 + 4*((n+29)/30))), nil
}

func byteOrder(t *Thread, v Value) (little bool, err error) {
	s, ok := AsStr(v)
	if !ok {
		return false, nil
	}
	switch s.s {
	case "little":
		return true, nil
	case "big":
		return false, nil
	}
	return false, ValueErrorf("byteorder must be either 'little' or 'big'")
}

// intToBytes: args are self, length, byteorder, signed.
func intToBytes(t *Thread, args []Value) (Value, error) {
	n, err := AsSsize(t, args[1], OverflowError)
	if err != nil {
		return Value{}, err
	}
	if _, ok := AsStr(args[2]); !ok {
		return Value{}, TypeErrorf("to_bytes() argument 'byteorder' must be str, not %s", args[2].Type().Name)
	}
	signed, err := IsTrue(t, args[3])
	if err != nil {
		return Value{}, err
	}
	little, err := byteOrder(t, args[2])
	if err != nil {
		return Value{}, err
	}
	if n < 0 {
		return Value{}, ValueErrorf("length argument must be non-negative")
	}
	if n > maxShiftBits/8 {
		return Value{}, MemoryErr()
	}
	if err := t.Room(n); err != nil {
		return Value{}, err
	}
	if small, b, _ := IntOf(args[0]); b == nil && n <= 8 && fitsBytes(small, n, signed) {
		var word [8]byte
		for i := range n {
			c := byte(small >> (8 * i))
			if little {
				word[i] = c
			} else {
				word[n-1-i] = c
			}
		}
		return NewBytesString(string(word[:n])), nil
	}
	b, _ := BigOf(args[0])
	type outcome struct {
		s   string
		err error
	}
	o, err := Aside(t, n, func() (o outcome) {
		buf := make([]byte, n)
		if o.err = fillBytes(buf, b, signed); o.err == nil && little {
			reverseBytes(buf)
		}
		o.s = bytesToText(buf)
		return o
	})
	if err == nil {
		err = o.err
	}
	if err != nil {
		return Value{}, err
	}
	return NewBytesString(o.s), nil
}

// fitsBytes says that v can be written in n bytes, 1 to 8.
func fitsBytes(v int64, n int, signed bool) bool {
	if n == 0 {
		return false
	}
	if signed {
		return n == 8 || v>>(8*n-1) == 0 || v>>(8*n-1) == -1
	}
	return v >= 0 && (n == 8 || v>>(8*n) == 0)
}

// fillBytes writes b into all of buf, most significant byte first, in two's complement.
func fillBytes(buf []byte, b *big.Int, signed bool) error {
	n := len(buf)
	if b.Sign() < 0 && !signed {
		return OverflowErrorf("can't convert negative int to unsigned")
	}
	need := b.BitLen()
	if signed {
		if b.Sign() < 0 {
			need = new(big.Int).Not(b).BitLen() // two's complement bits without the sign
		}
		if b.Sign() != 0 {
			need++
		}
	}
	if n == 0 && b.IsInt64() && b.Int64() == -1 {
		return nil // CPython takes no room for the sign here
	}
	if need > 8*n {
		return OverflowErrorf("int too big to convert")
	}
	if b.Sign() >= 0 {
		b.FillBytes(buf)
		return nil
	}
	new(big.Int).Not(b).FillBytes(buf)
	for i := range buf {
		buf[i] = ^buf[i]
	}
	return nil
}

func reverseBytes(b []byte) {
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
}

// intFromBytes: args are the class, bytes, byteorder, signed.
func intFromBytes(t *Thread, args []Value) (Value, error) {
	if _, ok := AsStr(args[2]); !ok {
		return Value{}, TypeErrorf("from_bytes() argument 'byteorder' must be str, not %s", args[2].Type().Name)
	}
	signed, err := IsTrue(t, args[3])
	if err != nil {
		return Value{}, err
	}
	little, err := byteOrder(t, args[2])
	if err != nil {
		return Value{}, err
	}
	if p, ok := AsBytes(args[1]); ok && len(p.s) > 0 && len(p.s) <= 8 && Is(args[0], intType.Value()) {
		return wordFromBytes(p.s, little, signed), nil
	}
	buf, err := bytesOf(t, args[1])
	if err != nil {
		return Value{}, err
	}
	b, err := Aside(t, len(buf), func() *big.Int {
		if little {
			reverseBytes(buf)
		}
		b := new(big.Int).SetBytes(buf)
		if signed && len(buf) > 0 && buf[0]&0x80 != 0 {
			b.Sub(b, new(big.Int).Lsh(big.NewInt(1), uint(8*len(buf))))
		}
		return b
	})
	if err != nil {
		return Value{}, err
	}
	v := NewInt(b)
	if cls, _ := AsType(args[0]); cls != &intType {
		return Call(t, args[0], v)
	}
	return v, nil
}

// wordFromBytes is int.from_bytes of 1 to 8 bytes.
func wordFromBytes(s string, little, signed bool) Value {
	var u uint64
	for i := range len(s) {
		if little {
			u |= uint64(s[i]) << (8 * i)
		} else {
			u = u<<8 | uint64(s[i])
		}
	}
	if signed {
		shift := 64 - 8*len(s)
		return Int(int64(u<<shift) >> shift)
	}
	return NewUint(u)
}

// bytesOf is bytes(v) without bytes(int) and bytes(str): a copy for the caller.
func bytesOf(t *Thread, v Value) ([]byte, error) {
	if v.Type().Slots.Buffer != nil {
		b, err := GetBuffer(t, v)
		if err != nil {
			return nil, err
		}
		defer b.Release()
		return append([]byte(nil), b.Bytes...), nil
	}
	if b, ok := AsBytes(v); ok {
		return []byte(b.s), nil
	}
	if b, ok := AsBytearray(v); ok {
		return append([]byte(nil), b.b...), nil
	}
	if r, ok, err := CallSpecial(t, v, strBytesM); ok {
		if err != nil {
			return nil, err
		}
		b, is := AsBytes(r)
		if !is {
			return nil, TypeErrorf("__bytes__ returned non-bytes (type %s)", r.Type().Name)
		}
		return []byte(b.s), nil
	}
	if _, ok := AsStr(v); ok || v.Type().Slots.Iter == nil && v.Type().Slots.GetItem == nil {
		return nil, TypeErrorf("cannot convert '%s' object to bytes", v.Type().Name)
	}
	var out []byte
	err := Iterate(t, v, func(x Value) error {
		n, err := AsSsize(t, x, nil)
		if err != nil {
			return err
		}
		if n < 0 || n > 255 {
			return ValueErrorf("bytes must be in range(0, 256)")
		}
		out = append(out, byte(n))
		return nil
	})
	return out, err
}

// intRound: args are self and ndigits. Halves go to the even neighbour.
func intRound(t *Thread, args []Value) (Value, error) {
	if args[1].IsUnset() {
		return plainInt(args[0]), nil
	}
	nd, err := Index(t, args[1])
	if err != nil {
		return Value{}, err
	}
	n, nb, _ := IntOf(nd)
	if nb != nil {
		if nb.Sign() > 0 {
			return plainInt(args[0]), nil
		}
		return Int(0), nil
	}
	if n >= 0 {
		return plainInt(args[0]), nil
	}
	b, _ := BigOf(args[0])
	// 10**-n beyond twice the number rounds to 0.
	if -n > int64(float64(b.BitLen())*math.Log10(2))+2 {
		return Int(0), nil
	}
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(-n), nil)
	var q, r big.Int
	bigFloorDivmod(&q, &r, b, p)
	r.Lsh(&r, 1)
	if c := r.Cmp(p); c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(&q, big.NewInt(1))
	}
	return NewInt(q.Mul(&q, p)), nil
}
