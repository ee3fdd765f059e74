package runtime

import "math/big"

// An IntObj is an int that does not fit 64 bits, or an instance of a subclass
// of int of any size.
type IntObj struct {
	Object
	Big *big.Int // never written after
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
func IsIntLike(v Value) bool { _, _, ok := IntOf(v); return ok }
