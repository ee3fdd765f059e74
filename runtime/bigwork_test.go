package runtime

import (
	"math/big"
	"math/rand"
	"testing"
)

// TestBigWork compares the arithmetic that can be interrupted with math/big's.
func TestBigWork(t *testing.T) {
	rnd := rand.New(rand.NewSource(1))
	number := func() *big.Int {
		n := []int{1, 10, 600, 1500, 2100, 4100, 9000, 20000}[rnd.Intn(8)] + rnd.Intn(50)
		w := make([]big.Word, n)
		for i := range w {
			if w[i] = big.Word(rnd.Uint64()); rnd.Intn(4) == 0 {
				w[i] = ^big.Word(0) * big.Word(rnd.Intn(2))
			}
		}
		x := new(big.Int).SetBits(w)
		if rnd.Intn(2) == 0 {
			x.Neg(x)
		}
		return x
	}
	th := &Thread{VM: NewVM()}
	for range 60 {
		x, y := number(), number()
		z := new(big.Int)
		if err := MulBig(th, z, x, y); err != nil || z.Cmp(new(big.Int).Mul(x, y)) != 0 {
			t.Fatalf("product of %d and %d words", words(x), words(y))
		}
		if y.Sign() == 0 {
			continue
		}
		q, r := new(big.Int), new(big.Int)
		wq, wr := new(big.Int).QuoRem(x, y, new(big.Int))
		if err := QuoRemBig(th, q, r, x, y); err != nil || q.Cmp(wq) != 0 || r.Cmp(wr) != 0 {
			t.Fatalf("quotient of %d and %d words", words(x), words(y))
		}
		if words(x) < 5000 {
			if s, err := bigText(th, x); err != nil || s != x.Text(10) {
				t.Fatalf("text of %d words", words(x))
			}
		}
	}
	m := new(big.Int).Lsh(big.NewInt(12345), 3000)
	m.Add(m, big.NewInt(7))
	e := new(big.Int).Lsh(big.NewInt(3), 900)
	z := new(big.Int)
	if err := ExpModBig(th, z, big.NewInt(-99), e, m); err != nil || z.Cmp(new(big.Int).Exp(big.NewInt(-99), e, m)) != 0 {
		t.Fatal("power")
	}
}
