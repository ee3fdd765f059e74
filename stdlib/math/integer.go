package math

import (
	"math"
	"math/big"
	"math/bits"

	"github.com/minipy/minipy/runtime"
)

// maxResultBits bounds factorial, perm and comb: a larger result is MemoryError.
const maxResultBits = 1 << 34

func indexBig(t *thread, v value) (*big.Int, error) {
	i, err := runtime.Index(t, v)
	if err != nil {
		return nil, err
	}
	b, _ := runtime.BigOf(i)
	return b, nil
}

func factorial(t *thread, args []value) (value, error) {
	n, err := indexBig(t, args[0])
	if err != nil {
		return value{}, err
	}
	if n.Sign() < 0 {
		return value{}, runtime.ValueErrorf("factorial() not defined for negative values")
	}
	if !n.IsInt64() {
		return value{}, runtime.OverflowErrorf("factorial() argument should not exceed 9223372036854775807")
	}
	if n.Int64() > maxResultBits/40 {
		return value{}, runtime.MemoryErr()
	}
	p, err := product(t, 1, n.Int64())
	if err != nil {
		return value{}, err
	}
	return runtime.NewInt(p), nil
}

// product is lo * ... * hi, by halves; 1 if there is nothing between.
func product(t *thread, lo, hi int64) (*big.Int, error) {
	if hi < lo {
		return big.NewInt(1), nil
	}
	if hi-lo < 64 {
		r := big.NewInt(lo)
		acc := int64(1)
		for i := lo + 1; i <= hi; i++ {
			if i < 1<<31 && acc < 1<<31 {
				acc *= i
				continue
			}
			r.Mul(r, big.NewInt(acc))
			acc = i
		}
		return r.Mul(r, big.NewInt(acc)), nil
	}
	if t.Host != nil && hi-lo > 1<<12 {
		if err := t.Host.Checkpoint(t); err != nil {
			return nil, err
		}
	}
	mid := lo + (hi-lo)/2
	a, err := product(t, lo, mid)
	if err != nil {
		return nil, err
	}
	b, err := product(t, mid+1, hi)
	if err != nil {
		return nil, err
	}
	r := new(big.Int)
	return r, runtime.MulBig(t, r, a, b)
}

// choice reads n and k of comb and perm.
func choice(t *thread, args []value) (n, k *big.Int, err error) {
	if n, err = indexBig(t, args[0]); err != nil {
		return
	}
	if k, err = indexBig(t, args[1]); err != nil {
		return
	}
	switch {
	case n.Sign() < 0:
		err = runtime.ValueErrorf("n must be a non-negative integer")
	case k.Sign() < 0:
		err = runtime.ValueErrorf("k must be a non-negative integer")
	}
	return
}

// falling is n * (n-1) * ... of k factors.
func falling(t *thread, n *big.Int, k int64) (*big.Int, error) {
	if float64(k)*float64(n.BitLen()) > maxResultBits {
		return nil, runtime.MemoryErr()
	}
	if n.IsInt64() {
		return product(t, n.Int64()-k+1, n.Int64())
	}
	r := big.NewInt(1)
	f := new(big.Int).Set(n)
	for ; k > 0; k-- {
		r.Mul(r, f)
		f.Sub(f, big.NewInt(1))
	}
	return r, nil
}

func perm(t *thread, args []value) (value, error) {
	if args[1].IsNone() {
		return factorial(t, args[:1])
	}
	n, k, err := choice(t, args)
	if err != nil {
		return value{}, err
	}
	if n.Cmp(k) < 0 {
		return runtime.Int(0), nil
	}
	if !k.IsInt64() {
		return value{}, runtime.OverflowErrorf("k must not exceed %d", int64(math.MaxInt64))
	}
	r, err := falling(t, n, k.Int64())
	if err != nil {
		return value{}, err
	}
	return runtime.NewInt(r), nil
}

func comb(t *thread, args []value) (value, error) {
	n, k, err := choice(t, args)
	if err != nil {
		return value{}, err
	}
	rest := new(big.Int).Sub(n, k)
	if rest.Sign() < 0 {
		return runtime.Int(0), nil
	}
	if rest.Cmp(k) < 0 {
		k = rest
	}
	if !k.IsInt64() {
		return value{}, runtime.OverflowErrorf("min(n - k, k) must not exceed %d", int64(math.MaxInt64))
	}
	num, err := falling(t, n, k.Int64())
	if err != nil {
		return value{}, err
	}
	den, err := product(t, 2, k.Int64())
	if err != nil {
		return value{}, err
	}
	return runtime.NewInt(num.Quo(num, den)), nil
}

// fold runs gcd or lcm over the arguments.
func fold(t *thread, args []value, empty int64, small func(a, b uint64) (uint64, bool), large func(z, a, b *big.Int) error) (value, error) {
	acc := big.NewInt(empty)
	for i, v := range args {
		b, err := indexBig(t, v)
		if err != nil {
			return value{}, err
		}
		if i == 0 {
			acc.Abs(b)
			continue
		}
		if acc.IsUint64() && b.IsInt64() {
			x := b.Int64()
			if r, ok := small(acc.Uint64(), uint64(max(x, -x))); ok && x != math.MinInt64 {
				acc.SetUint64(r)
				continue
			}
		}
		if err := large(acc, acc, new(big.Int).Abs(b)); err != nil {
			return value{}, err
		}
	}
	return runtime.NewInt(acc), nil
}

func gcd64(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func gcd(t *thread, args []value, names []*runtime.Str) (value, error) {
	if err := noKeywords(names, "gcd"); err != nil {
		return value{}, err
	}
	if len(args) == 2 && runtime.BothInts(args[0], args[1]) {
		a, b := args[0].AsInt64(), args[1].AsInt64()
		if a != math.MinInt64 && b != math.MinInt64 {
			return runtime.Int(int64(gcd64(uint64(max(a, -a)), uint64(max(b, -b))))), nil
		}
	}
	return fold(t, args, 0, func(a, b uint64) (uint64, bool) { return gcd64(a, b), true },
		func(z, a, b *big.Int) error { return runtime.GCDBig(t, z, new(big.Int).Abs(a), new(big.Int).Abs(b)) })
}

func lcm(t *thread, args []value, names []*runtime.Str) (value, error) {
	if err := noKeywords(names, "lcm"); err != nil {
		return value{}, err
	}
	return fold(t, args, 1, func(a, b uint64) (uint64, bool) {
		if a == 0 || b == 0 {
			return 0, true
		}
		a /= gcd64(a, b)
		return a * b, a < 1<<31 && b < 1<<31
	}, func(z, a, b *big.Int) error {
		if a.Sign() == 0 || b.Sign() == 0 {
			z.SetInt64(0)
			return nil
		}
		g := new(big.Int)
		if err := runtime.GCDBig(t, g, a, b); err != nil {
			return err
		}
		if err := runtime.QuoRemBig(t, z, new(big.Int), a, g); err != nil {
			return err
		}
		return runtime.MulBig(t, z, z, b)
	})
}

func isqrt(t *thread, args []value) (value, error) {
	n, err := indexBig(t, args[0])
	if err != nil {
		return value{}, err
	}
	if n.Sign() < 0 {
		return value{}, runtime.ValueErrorf("isqrt() argument must be nonnegative")
	}
	if n.BitLen() <= 52 {
		return runtime.Int(int64(math.Sqrt(float64(n.Int64())))), nil
	}
	if n.BitLen() <= 1<<17 {
		return runtime.NewInt(new(big.Int).Sqrt(n)), nil
	}
	return hugeSqrt(t, n)
}

// hugeSqrt is isqrt that can be interrupted: Newton's method with as many bits
// as are right already, twice as many in each round.
func hugeSqrt(t *thread, n *big.Int) (value, error) {
	half := uint(n.BitLen()-1) / 2
	a, d := big.NewInt(1), uint(0)
	q, r := new(big.Int), new(big.Int)
	for s := bits.Len(half) - 1; s >= 0; s-- {
		e := d
		d = half >> s
		top := new(big.Int).Rsh(n, 2*half-e-d+1)
		if err := runtime.QuoRemBig(t, q, r, top, a); err != nil {
			return value{}, err
		}
		if err := t.Pending(); err != nil {
			return value{}, err
		}
		a = new(big.Int).Lsh(a, d-e-1)
		a.Add(a, q)
	}
	square := new(big.Int)
	if err := runtime.MulBig(t, square, a, a); err != nil {
		return value{}, err
	}
	if square.Cmp(n) > 0 {
		a.Sub(a, big.NewInt(1))
	}
	return runtime.NewInt(a), nil
}

// prod: args are the iterable and start.
func prod(t *thread, args []value) (value, error) {
	acc := args[1]
	err := runtime.Iterate(t, args[0], func(x value) error {
		switch {
		case runtime.BothInts(acc, x):
			acc = runtime.IntMul(acc.AsInt64(), x.AsInt64())
			return nil
		case runtime.BothFloats(acc, x):
			acc = runtime.Float(acc.AsFloat64() * x.AsFloat64())
			return nil
		}
		var err error
		acc, err = runtime.Binary(t, runtime.OpMul, acc, x)
		return err
	})
	return acc, err
}
