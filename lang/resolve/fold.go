package resolve

import (
	"math"
	"math/big"
	"strings"
	"unicode/utf8"

	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/code"
)

// Limits on what folding may build; CPython's.
const (
	maxIntBits    = 128
	maxCollection = 256
	maxStr        = 4096
	maxTotalItems = 1024
)

// constant returns the constant that e is.
func constant(e ast.Expr) (*ast.Constant, bool) {
	c, ok := e.(*ast.Constant)
	return c, ok
}

func newConst(at ast.Span, v any) ast.Expr { return &ast.Constant{Span: at, Value: v} }

// asInt returns an int or bool constant as a big.Int.
func asInt(v any) (*big.Int, bool) {
	switch v := v.(type) {
	case int64:
		return big.NewInt(v), true
	case bool:
		if v {
			return big.NewInt(1), true
		}
		return new(big.Int), true
	case *big.Int:
		return v, true
	}
	return nil, false
}

func normInt(z *big.Int) any {
	if z.IsInt64() {
		return z.Int64()
	}
	return z
}

// foldBinary computes l op r as the run time would. ok is false where that raises, grows too large, or is better left
// to the run time (powers and remainders of floats: one implementation decides their last digit).
func foldBinary(op ast.Operator, l, r any) (any, bool) {
	if a, ok := l.(int64); ok {
		if b, ok := r.(int64); ok {
			if v, ok := foldSmall(op, a, b); ok {
				return v, true
			}
		}
	}
	if a, ok := asInt(l); ok {
		if b, ok := asInt(r); ok {
			if _, isBool := l.(bool); isBool {
				if _, isBool := r.(bool); isBool && (op == ast.BitAnd || op == ast.BitOr || op == ast.BitXor) {
					z, _ := foldInt(op, a, b)
					return z == any(int64(1)), true
				}
			}
			return foldInt(op, a, b)
		}
	}
	if v, ok := foldFloat(op, l, r); ok {
		return v, true
	}
	if op == ast.Mult {
		if n, ok := l.(int64); ok {
			return foldRepeat(r, n)
		}
		if n, ok := r.(int64); ok {
			return foldRepeat(l, n)
		}
	}
	if op == ast.Add {
		return foldConcat(l, r)
	}
	return nil, false
}

func foldSmall(op ast.Operator, a, b int64) (any, bool) {
	switch op {
	case ast.Add:
		if s := a + b; (s > a) == (b > 0) {
			return s, true
		}
	case ast.Sub:
		if s := a - b; (s < a) == (b > 0) {
			return s, true
		}
	case ast.BitAnd:
		return a & b, true
	case ast.BitOr:
		return a | b, true
	case ast.BitXor:
		return a ^ b, true
	}
	return nil, false
}

func foldInt(op ast.Operator, a, b *big.Int) (any, bool) {
	z := new(big.Int)
	switch op {
	case ast.Add:
		z.Add(a, b)
	case ast.Sub:
		z.Sub(a, b)
	case ast.Mult:
		if a.BitLen()+b.BitLen() > maxIntBits {
			return nil, false
		}
		z.Mul(a, b)
	case ast.FloorDiv, ast.Modulo:
		if b.Sign() == 0 {
			return nil, false
		}
		m := new(big.Int)
		z.QuoRem(a, b, m)
		if m.Sign() != 0 && (m.Sign() < 0) != (b.Sign() < 0) {
			z.Sub(z, big.NewInt(1))
			m.Add(m, b)
		}
		if op == ast.Modulo {
			z = m
		}
	case ast.Div:
		if b.Sign() == 0 || a.BitLen() > 53 || b.BitLen() > 53 {
			return nil, false
		}
		return float64(a.Int64()) / float64(b.Int64()), true
	case ast.Pow:
		if b.Sign() < 0 || !b.IsInt64() || b.Int64() > maxIntBits || int64(a.BitLen())*b.Int64() > maxIntBits {
			return nil, false
		}
		z.Exp(a, b, nil)
	case ast.LShift:
		if b.Sign() < 0 || !b.IsInt64() || b.Int64() > maxIntBits || int64(a.BitLen())+b.Int64() > maxIntBits {
			return nil, false
		}
		z.Lsh(a, uint(b.Int64()))
	case ast.RShift:
		if b.Sign() < 0 || !b.IsInt64() || b.Int64() > 1<<30 {
			return nil, false
		}
		z.Rsh(a, uint(b.Int64()))
	case ast.BitAnd:
		z.And(a, b)
	case ast.BitOr:
		z.Or(a, b)
	case ast.BitXor:
		z.Xor(a, b)
	default:
		return nil, false
	}
	return normInt(z), true
}

// number returns an int (exactly representable), float or complex constant as a complex number.
func number(v any) (z complex128, isComplex, isFloat, ok bool) {
	switch v := v.(type) {
	case complex128:
		return v, true, false, true
	case float64:
		return complex(v, 0), false, true, true
	case int64:
		if v <= 1<<53 && v >= -1<<53 {
			return complex(float64(v), 0), false, false, true
		}
	case bool:
		if v {
			return 1, false, false, true
		}
		return 0, false, false, true
	}
	return 0, false, false, false
}

func foldFloat(op ast.Operator, l, r any) (any, bool) {
	a, ac, af, ok1 := number(l)
	b, bc, bf, ok2 := number(r)
	if !ok1 || !ok2 || !(ac || bc || af || bf) {
		return nil, false
	}
	if ac || bc {
		switch op {
		case ast.Add:
			return complex(real(a)+real(b), imag(a)+imag(b)), true
		case ast.Sub:
			return complex(real(a)-real(b), imag(a)-imag(b)), true
		}
		return nil, false
	}
	x, y := real(a), real(b)
	switch op {
	case ast.Add:
		return x + y, true
	case ast.Sub:
		return x - y, true
	case ast.Mult:
		return x * y, true
	case ast.Div:
		if y != 0 {
			return x / y, true
		}
	}
	return nil, false
}

func foldRepeat(v any, n int64) (any, bool) {
	if n < 0 {
		n = 0
	}
	switch v := v.(type) {
	case string:
		if n == 0 || int64(utf8.RuneCountInString(v))*n <= maxStr && n <= maxStr {
			return strings.Repeat(v, int(n)), true
		}
	case ast.Bytes:
		if n == 0 || int64(len(v))*n <= maxStr && n <= maxStr {
			return ast.Bytes(strings.Repeat(string(v), int(n))), true
		}
	case code.Tuple:
		if n > maxCollection || int64(len(v))*n > maxCollection || !smallTuple(v, n) {
			return nil, false
		}
		out := make(code.Tuple, 0, len(v)*int(n))
		for ; n > 0; n-- {
			out = append(out, v...)
		}
		return out, true
	}
	return nil, false
}

// smallTuple says that n copies of t hold few enough items, those of nested tuples included.
func smallTuple(t code.Tuple, n int64) bool {
	var count func(t code.Tuple) int64
	count = func(t code.Tuple) (k int64) {
		for _, v := range t {
			k++
			if inner, ok := v.(code.Tuple); ok {
				k += count(inner)
			}
		}
		return k
	}
	return count(t)*n <= maxTotalItems
}

func foldConcat(l, r any) (any, bool) {
	switch a := l.(type) {
	case string:
		if b, ok := r.(string); ok {
			return a + b, true
		}
	case ast.Bytes:
		if b, ok := r.(ast.Bytes); ok {
			return a + b, true
		}
	case code.Tuple:
		if b, ok := r.(code.Tuple); ok {
			return append(append(make(code.Tuple, 0, len(a)+len(b)), a...), b...), true
		}
	}
	return nil, false
}

func foldUnary(op ast.UnaryOperator, v any) (any, bool) {
	switch op {
	case ast.Not:
		if t, ok := Truth(v); ok {
			return !t, true
		}
	case ast.UAdd:
		switch v := v.(type) {
		case int64, *big.Int, float64, complex128:
			return v, true
		case bool:
			z, _ := asInt(v)
			return z.Int64(), true
		}
	case ast.USub:
		switch v := v.(type) {
		case float64:
			return -v, true
		case complex128:
			return complex(-real(v), -imag(v)), true
		case int64:
			if v != math.MinInt64 {
				return -v, true
			}
		}
		if z, ok := asInt(v); ok {
			return normInt(new(big.Int).Neg(z)), true
		}
	case ast.Invert:
		if z, ok := asInt(v); ok {
			return normInt(new(big.Int).Not(z)), true
		}
	}
	return nil, false
}

// Truth is the truth value of a constant.
func Truth(v any) (truth, ok bool) {
	switch v := v.(type) {
	case nil:
		return false, true
	case bool:
		return v, true
	case int64:
		return v != 0, true
	case *big.Int:
		return v.Sign() != 0, true
	case float64:
		return v != 0, true
	case complex128:
		return v != 0, true
	case string:
		return v != "", true
	case ast.Bytes:
		return v != "", true
	case ast.Ellipsis:
		return true, true
	case code.Tuple:
		return len(v) > 0, true
	case code.FrozenSet:
		return len(v) > 0, true
	}
	return false, false
}

// foldTuple makes a constant of a tuple display (or of the list or set display in elts) whose items are constants.
func foldTuple(elts []ast.Expr) (code.Tuple, bool) {
	for _, e := range elts {
		if _, ok := e.(*ast.Constant); !ok {
			return nil, false
		}
	}
	t := make(code.Tuple, len(elts))
	for i, e := range elts {
		t[i] = e.(*ast.Constant).Value
	}
	return t, true
}

// foldSubscript computes container[index] for constants.
func foldSubscript(v, index any) (any, bool) {
	i, ok := index.(int64)
	if b, isBool := index.(bool); isBool {
		ok = true
		if b {
			i = 1
		}
	}
	if !ok {
		return nil, false
	}
	at := func(n int) (int, bool) {
		if i < 0 {
			i += int64(n)
		}
		return int(i), i >= 0 && i < int64(n)
	}
	switch v := v.(type) {
	case code.Tuple:
		if k, ok := at(len(v)); ok {
			return v[k], true
		}
	case ast.Bytes:
		if k, ok := at(len(v)); ok {
			return int64(v[k]), true
		}
	case string:
		for j := 0; j < len(v); j++ {
			if v[j] >= utf8.RuneSelf {
				return nil, false
			}
		}
		if k, ok := at(len(v)); ok {
			return v[k : k+1], true
		}
	}
	return nil, false
}

// foldIterable turns the list or set of constants that a for or an in looks through into a tuple or frozenset.
func foldIterable(e ast.Expr) ast.Expr {
	switch x := e.(type) {
	case *ast.List:
		if t, ok := foldTuple(x.Elts); ok {
			return newConst(x.Span, t)
		}
		for _, el := range x.Elts {
			if _, ok := el.(*ast.Starred); ok {
				return e
			}
		}
		return &ast.Tuple{Span: x.Span, Elts: x.Elts}
	case *ast.Set:
		if t, ok := foldTuple(x.Elts); ok {
			return newConst(x.Span, code.FrozenSet(t))
		}
	}
	return e
}
