package libm

import "math"

// expDD is e**x as m * 2**k with m in [1, 2), for |x| < 800, with a relative
// error below 2**-70. x = n*ln2/64 + r, |r| < 0.0055; the table has 2**(j/64).
func expDD(x dd) (m dd, k int) {
	n := math.RoundToEven(x.h * (64 / math.Ln2))
	r := sum(x.h-n*ln2Over64x1, -n*ln2Over64x2)
	r = quickSum(r.h, r.l+(x.l-n*ln2Over64x3))
	i := int(n)
	return expTail(r, i&63), i >> 6
}

// expTail is 2**(j/64) * e**r.
func expTail(r dd, j int) dd {
	p := prod(r.h, r.h)
	q := r.h * p.h * (1.0/6 + r.h*(1.0/24+r.h*(1.0/120+r.h*(1.0/720+r.h*(1.0/5040+r.h*(1.0/40320))))))
	s := quickSum(r.h, p.h/2)
	low := s.l + p.l/2 + r.h*r.l + r.l + q
	t := expTable[j]
	u := prod(t.h, s.h)
	v := quickSum(t.h, u.h)
	return quickSum(v.h, v.l+u.l+(t.h*low+t.l+t.l*s.h))
}

// Exp is e**x.
func Exp(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x > 709.7827128933841:
		return math.Inf(1)
	case x < -745.1332191019412:
		return 0
	case x > -0x1p-54 && x < 0x1p-54:
		return 1
	}
	m, k := expDD(dd{x, 0})
	return m.ldexp(k)
}

// Exp2 is 2**x.
func Exp2(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x >= 1024:
		return math.Inf(1)
	case x < -1075:
		return 0
	}
	n := math.RoundToEven(x * 64)
	r := x - n/64 // exact
	i := int(n)
	return expTail(dd{ln2x1, ln2x2}.addF(0).mulF(r), i&63).ldexp(i >> 6)
}

// logDD is the logarithm of a finite x > 0, with a relative error below 2**-75.
func logDD(x float64) dd {
	k := 0
	u := math.Float64bits(x)
	if u < 1<<52 {
		x *= 0x1p54
		k = -54
		u = math.Float64bits(x)
	}
	k += int(u>>52) - 1023
	i := int(u >> 45 & 127)
	m := math.Float64frombits(u&(1<<52-1) | 1023<<52)
	c := logScale[i]
	base := logTable[i]
	if i > 52 { // bring m below 1 so that k is small on both sides of 1
		k++
		c *= 2
		base = base.add(dd{-ln2H, -ln2L})
		m /= 2
	}
	if i == 127 {
		base = dd{}
	}
	p := prod(m, c)
	r := quickSum(p.h-1, p.l)
	l := log1pSeries(r)
	if i != 127 {
		l = base.add(l)
	}
	if k == 0 {
		return l
	}
	kf := float64(k)
	a := sum(kf*ln2x1, kf*ln2x2)
	a.l += kf * ln2x3
	return a.add(l)
}

const (
	ln2H = math.Ln2
	ln2L = 2.319046813846299558417771e-17
)

// log1pSeries is log(1+r) for |r| < 2**-6.9.
func log1pSeries(r dd) dd {
	x := r.h
	p := 1.0/5 - x*(1.0/6-x*(1.0/7-x*(1.0/8-x*(1.0/9-x*(1.0/10-x*(1.0/11-x*(1.0/12)))))))
	q := quickSum(-0.25, x*p)
	q = dd{1.0 / 3, 1.850371707708594e-17}.add(q.mul(r))
	q = dd{-0.5, 0}.add(q.mul(r))
	return r.add(r.mul(r).mul(q))
}

// Log is the natural logarithm.
func Log(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) || x == 1 {
		return math.Log(x)
	}
	l := logDD(x)
	return l.h + l.l
}

// Log2 is the logarithm to base 2.
func Log2(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) {
		return math.Log2(x)
	}
	f, e := math.Frexp(x)
	if f == 0.5 {
		return float64(e - 1)
	}
	l := logDD(x).mul(dd{log2ex1, log2ex2})
	return l.h + l.l
}

// Log10 is the logarithm to base 10.
func Log10(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) {
		return math.Log10(x)
	}
	const (
		ivLn10 = 4.34294481903251816668e-01
		log2Hi = 3.01029995663611771306e-01
		log2Lo = 3.69423907715893078616e-13
	)
	k := 0
	if x < 0x1p-1022 {
		x *= 0x1p54
		k = -54
	}
	u := math.Float64bits(x)
	k += int(u>>52) - 1023
	y := float64(k)
	e := uint64(1023)
	if k < 0 {
		y++
		e = 1022
	}
	m := math.Float64frombits(u&(1<<52-1) | e<<52)
	z := float64(y*log2Lo) + float64(ivLn10*Log(m))
	return z + float64(y*log2Hi)
}

// Pow is x**y for finite x > 0 and finite y.
func Pow(x, y float64) float64 {
	switch y {
	case 0:
		return 1
	case 1:
		return x
	case 2:
		return x * x
	case 0.5:
		return math.Sqrt(x)
	case -1:
		return 1 / x
	}
	if x == 1 {
		return 1
	}
	l := logDD(x).mulF(y)
	switch {
	case l.h > 709.79 || l.h != l.h && (y > 0) == (x > 1):
		return math.Inf(1)
	case l.h < -745.2 || l.h != l.h:
		return 0
	}
	m, k := expDD(l)
	return m.ldexp(k)
}
