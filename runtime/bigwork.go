package runtime

import "math/big"

// Arithmetic of very large integers that can be interrupted: package math/big's
// own takes minutes for numbers of some megabytes. Above workWords words the
// usual recursions are done here, with a look at what is pending at each level.

// workWords is up to how many words an operation is left to math/big: the
// product of two numbers of so many takes about 0.3 ms.
const workWords = 2000

func words(x *big.Int) int { return len(x.Bits()) }

// lowWords and highWords are the lower n words of x, which is not negative,
// and the rest. They share x's words: only to be read.
func lowWords(x *big.Int, n int) *big.Int {
	w := x.Bits()
	return new(big.Int).SetBits(w[:min(n, len(w)):min(n, len(w))])
}

func highWords(x *big.Int, n int) *big.Int {
	w := x.Bits()
	return new(big.Int).SetBits(w[min(n, len(w)):])
}

const wordBits = 32 << (^big.Word(0) >> 63)

// MulBig sets z = x * y.
func MulBig(t *Thread, z, x, y *big.Int) error {
	if min(words(x), words(y)) <= workWords && max(words(x), words(y)) <= 64*workWords {
		z.Mul(x, y)
		return nil
	}
	if err := t.Room((words(x) + words(y)) * wordBits / 8); err != nil {
		return err
	}
	neg := x.Sign()*y.Sign() < 0
	p, err := mulBig(t, new(big.Int).Abs(x), new(big.Int).Abs(y))
	if err != nil {
		return err
	}
	if z.Set(p); neg {
		z.Neg(z)
	}
	return nil
}

// mulBig is the product of two numbers that are not negative, by Karatsuba's method.
func mulBig(t *Thread, x, y *big.Int) (*big.Int, error) {
	if words(x) < words(y) {
		x, y = y, x
	}
	if words(y) <= workWords && words(x) <= 2*workWords {
		return new(big.Int).Mul(x, y), t.pendingOf()
	}
	n := (words(x) + 1) / 2
	x0, x1 := lowWords(x, n), highWords(x, n)
	if words(y) <= n { // of very different lengths
		lo, err := mulBig(t, x0, y)
		if err != nil {
			return nil, err
		}
		hi, err := mulBig(t, x1, y)
		if err != nil {
			return nil, err
		}
		return hi.Add(hi.Lsh(hi, uint(n*wordBits)), lo), nil
	}
	y0, y1 := lowWords(y, n), highWords(y, n)
	lo, err := mulBig(t, x0, y0)
	if err != nil {
		return nil, err
	}
	hi, err := mulBig(t, x1, y1)
	if err != nil {
		return nil, err
	}
	mid, err := mulBig(t, new(big.Int).Add(x0, x1), new(big.Int).Add(y0, y1))
	if err != nil {
		return nil, err
	}
	mid.Sub(mid, lo).Sub(mid, hi)
	hi.Lsh(hi, uint(n*wordBits)).Add(hi, mid)
	return hi.Lsh(hi, uint(n*wordBits)).Add(hi, lo), nil
}

// QuoRemBig sets q, r = x / y, x % y, rounded towards zero.
func QuoRemBig(t *Thread, q, r, x, y *big.Int) error {
	if words(y) <= workWords && words(x) <= 16*workWords || words(x)-words(y) < 16 {
		q.QuoRem(x, y, r)
		return nil
	}
	negQ, negR := x.Sign()*y.Sign() < 0, x.Sign() < 0
	ay := new(big.Int).Abs(y)
	shift := uint(words(ay)*wordBits - ay.BitLen()) // so that y's highest bit is set
	ay.Lsh(ay, shift)
	n := max(words(ay), workWords)
	ax := new(big.Int).Abs(x)
	w := ax.Lsh(ax, shift).Bits()
	quo, rem := new(big.Int), new(big.Int)
	for end := len(w); end > 0; { // blocks of n words from the top, as in long division
		begin := (end - 1) / n * n
		part := new(big.Int).SetBits(append([]big.Word(nil), w[begin:end]...))
		part.Add(part, new(big.Int).Lsh(rem, uint((end-begin)*wordBits)))
		d, m, err := divBig(t, part, ay)
		if err != nil {
			return err
		}
		quo.Add(quo.Lsh(quo, uint((end-begin)*wordBits)), d)
		rem, end = m, begin
	}
	if q.Set(quo); negQ {
		q.Neg(q)
	}
	if r.Rsh(rem, shift); negR {
		r.Neg(r)
	}
	return nil
}

// divBig divides x by y, both not negative, where the quotient has not many
// more words than y: by the upper half of y, and a correction (Burnikel and
// Ziegler's division of three halves by two).
func divBig(t *Thread, x, y *big.Int) (q, r *big.Int, err error) {
	if words(y) <= workWords || words(x)-words(y) <= workWords/4 {
		q, r = new(big.Int).QuoRem(x, y, new(big.Int))
		return q, r, t.pendingOf()
	}
	if n := words(y); words(x) > n+n/2 { // the quotient in two halves
		h := n / 2
		q1, r1, err := divBig(t, highWords(x, h), y)
		if err != nil {
			return nil, nil, err
		}
		r1 = new(big.Int).Lsh(r1, uint(h*wordBits))
		q0, r0, err := divBig(t, r1.Add(r1, lowWords(x, h)), y)
		if err != nil {
			return nil, nil, err
		}
		return q1.Add(new(big.Int).Lsh(q1, uint(h*wordBits)), q0), r0, nil
	}
	h := words(y) / 2
	q, r, err = divBig(t, highWords(x, h), highWords(y, h))
	if err != nil {
		return nil, nil, err
	}
	p, err := mulBig(t, q, lowWords(y, h))
	if err != nil {
		return nil, nil, err
	}
	r = new(big.Int).Lsh(r, uint(h*wordBits))
	r.Add(r, lowWords(x, h)).Sub(r, p)
	one := big.NewInt(1)
	q = new(big.Int).Set(q)
	for r.Sign() < 0 {
		r.Add(r, y)
		q.Sub(q, one)
	}
	return q, r, nil
}

// ExpModBig sets z = x**y mod m, y and m being positive.
func ExpModBig(t *Thread, z, x, y, m *big.Int) error {
	if words(m)*words(m)*y.BitLen() <= 1<<20 {
		z.Exp(x, y, m)
		return nil
	}
	q, base, p := new(big.Int), new(big.Int), new(big.Int)
	base.Mod(x, m)
	r := big.NewInt(1)
	for i := y.BitLen() - 1; i >= 0; i-- {
		if err := t.pendingOf(); err != nil {
			return err
		}
		if err := MulBig(t, p, r, r); err != nil {
			return err
		}
		if err := QuoRemBig(t, q, r, p, m); err != nil {
			return err
		}
		if y.Bit(i) == 0 {
			continue
		}
		if err := MulBig(t, p, r, base); err != nil {
			return err
		}
		if err := QuoRemBig(t, q, r, p, m); err != nil {
			return err
		}
	}
	z.Mod(r, m)
	return nil
}

// GCDBig sets z to the greatest common divisor of a and b, which are not negative.
func GCDBig(t *Thread, z, a, b *big.Int) error {
	a, b = new(big.Int).Set(a), new(big.Int).Set(b)
	for max(words(a), words(b)) > workWords && b.Sign() != 0 {
		q, r := new(big.Int), new(big.Int)
		if err := QuoRemBig(t, q, r, a, b); err != nil {
			return err
		}
		if err := t.Tick(); err != nil {
			return err
		}
		a, b = b, r
	}
	z.GCD(nil, nil, a, b)
	return nil
}

// pendingOf is Pending where there is a thread.
//
//go:noinline
func (t *Thread) pendingOf() error {
	if t == nil {
		return nil
	}
	return t.Pending()
}

// textWords is up to how many words a number's text is left to math/big.
const textWords = 500

// pieceDigits are in the shortest pieces that a longer text is made of; the
// others are twice as long each.
const pieceDigits = 4000

// bigText is x in decimal.
func bigText(t *Thread, x *big.Int) (string, error) {
	if words(x) <= textWords {
		return x.Text(10), nil
	}
	if err := t.Room(int(float64(x.BitLen()) * 0.302)); err != nil {
		return "", err
	}

	pows := []*big.Int{new(big.Int).Exp(big.NewInt(10), big.NewInt(pieceDigits), nil)}
	for 2*words(pows[len(pows)-1]) <= words(x)+1 {
		p, last := new(big.Int), pows[len(pows)-1]
		if err := MulBig(t, p, last, last); err != nil {
			return "", err
		}
		pows = append(pows, p)
	}
	b := make([]byte, 0, int(float64(x.BitLen())*0.302)+2)
	if x.Sign() < 0 {
		b = append(b, '-')
	}
	b, err := appendDigits(t, b, new(big.Int).Abs(x), pows, 0)
	return string(b), err
}

// appendDigits appends x, padded with zeros to width digits if that is not 0.
func appendDigits(t *Thread, b []byte, x *big.Int, pows []*big.Int, width int) ([]byte, error) {
	i := len(pows) - 1
	for i >= 0 && x.Cmp(pows[i]) < 0 {
		i--
	}
	if i < 0 {
		s := x.Text(10)
		for n := len(s); n < width; n++ {
			b = append(b, '0')
		}
		return append(b, s...), t.pendingOf()
	}
	q, r := new(big.Int), new(big.Int)
	if err := QuoRemBig(t, q, r, x, pows[i]); err != nil {
		return b, err
	}
	low := pieceDigits << i
	b, err := appendDigits(t, b, q, pows[:i+1], max(width-low, 0))
	if err != nil {
		return b, err
	}
	return appendDigits(t, b, r, pows[:i], low)
}
