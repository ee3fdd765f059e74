package ast

import (
	"math"
	"math/big"
	"testing"
)

func TestRepr(t *testing.T) {
	for _, c := range []struct {
		v    any
		want string
	}{
		{nil, "None"}, {true, "True"}, {int64(-5), "-5"}, {new(big.Int).Lsh(big.NewInt(1), 70), "1180591620717411303424"},
		{1.0, "1.0"}, {1e16, "1e+16"}, {1e15, "1000000000000000.0"}, {1e-5, "1e-05"}, {0.0001, "0.0001"}, {math.Inf(1), "inf"},
		{complex(0, 1), "1j"}, {complex(0, 1.5), "1.5j"}, {complex(0, 1e20), "1e+20j"},
		{"it's", `"it's"`}, {`a"'`, `'a"\''`}, {"\n\x00\x7fé\u00ad\u2028\U000e0001", `'\n\x00\x7fé\xad\u2028\U000e0001'`},
		{"\xed\xa0\x80", `'\ud800'`}, {Bytes("a\xff'"), `b"a\xff'"`}, {Ellipsis{}, "Ellipsis"},
	} {
		if got := Repr(c.v); got != c.want {
			t.Errorf("%#v: got %s, want %s", c.v, got, c.want)
		}
	}
}

func TestDeeperThan(t *testing.T) {
	var e Expr = &Name{}
	for range 9 {
		e = &UnaryOp{Operand: e}
	}
	if DeeperThan(e, 10) || !DeeperThan(e, 9) {
		t.Error("ten levels")
	}
	n := 0
	Inspect(e, func(Node) bool { n++; return true })
	if n != 10 {
		t.Errorf("%d nodes", n)
	}
}
