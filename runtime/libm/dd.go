package libm

import "math"

//go:generate go run gen.go

// A dd is a number as the sum of two floats, h the sum's nearest float: some
// 106 bits.
type dd struct{ h, l float64 }

// sum is a+b exactly.
func sum(a, b float64) dd {
	s := a + b
	t := s - a
	return dd{s, (a - (s - t)) + (b - t)}
}

// quickSum is a+b exactly, for |a| >= |b| or a == 0.
func quickSum(a, b float64) dd {
	s := a + b
	return dd{s, b - (s - a)}
}

// prod is a*b exactly.
func prod(a, b float64) dd {
	p := a * b
	return dd{p, math.FMA(a, b, -p)}
}

func (a dd) add(b dd) dd {
	s := sum(a.h, b.h)
	return quickSum(s.h, s.l+a.l+b.l)
}

func (a dd) addF(b float64) dd {
	s := sum(a.h, b)
	return quickSum(s.h, s.l+a.l)
}

func (a dd) mul(b dd) dd {
	p := prod(a.h, b.h)
	return quickSum(p.h, p.l+(a.h*b.l+a.l*b.h))
}

func (a dd) mulF(b float64) dd {
	p := prod(a.h, b)
	return quickSum(p.h, math.FMA(a.l, b, p.l))
}

func (a dd) neg() dd { return dd{-a.h, -a.l} }

func (a dd) div(b dd) dd {
	q := a.h / b.h
	r := a.add(b.mulF(-q))
	return quickSum(q, r.h/b.h)
}

func (a dd) sqrt() dd {
	if a.h <= 0 {
		return dd{}
	}
	s := math.Sqrt(a.h)
	r := a.add(prod(s, s).neg())
	return quickSum(s, r.h/(2*s))
}

// ldexp is a * 2**k rounded once, also where the result is subnormal.
func (a dd) ldexp(k int) float64 {
	if k > 1022 {
		return a.h * 0x1p1022 * math.Ldexp(1, k-1022)
	}
	if k >= -1000 {
		return (a.h + a.l) * math.Float64frombits(uint64(k+1023)<<52)
	}
	_, e := math.Frexp(a.h)
	if e+k > -1021 {
		return math.Ldexp(a.h+a.l, k)
	}
	// Adding c leaves the bits that the result has room for.
	c := math.Copysign(math.Ldexp(1.5, 52-1074-k), a.h)
	s := sum(c, a.h)
	return math.Ldexp((s.h+(s.l+a.l))-c, k)
}
