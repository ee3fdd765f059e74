package libm

import (
	"math"
	"math/big"
)

// reduce gives x = n*pi/2 + y with |y| <= pi/4 (a hair more), n modulo 4.
func reduce(x float64) (y dd, n int) {
	a := math.Abs(x)
	if a <= math.Pi/4 {
		return dd{x, 0}, 0
	}
	if a < 0x1p19 {
		q := math.RoundToEven(x * (2 / math.Pi))
		y = sum(x-q*halfPi1, -q*halfPi2)
		p := prod(q, -halfPi3)
		y = y.add(dd{p.h, p.l - q*halfPi4})
		return y, int(q) & 3
	}
	y, n = reduceLarge(a)
	if x < 0 {
		return y.neg(), -n & 3
	}
	return y, n
}

// reduceLarge multiplies x with as many bits of 2/pi as leave 192 bits behind
// the point (Payne and Hanek). x >= 1.
func reduceLarge(x float64) (dd, int) {
	u := math.Float64bits(x)
	e := int(u>>52) - 1075 // x = m * 2**e
	words := (max(e, 0)+63)/64 + 4
	frac := make([]big.Word, words)
	for i := range frac {
		frac[words-1-i] = big.Word(twoOverPi[i])
	}
	p := new(big.Int).SetUint64(u&(1<<52-1) | 1<<52)
	p.Mul(p, new(big.Int).SetBits(frac))
	point := 64*words - e // bits behind the point
	p.Rsh(p, uint(point-192))
	b := p.Bits() // whole turns' quarters above three words of fraction
	n := int(b[3] & 3)
	f0, f1, f2 := uint64(b[2]), uint64(b[1]), uint64(b[0])
	neg := f0>>63 != 0 // to the nearest quarter: a signed fraction
	if neg {
		n++
		f0, f1, f2 = ^f0, ^f1, ^f2
	}
	const low = 1<<11 - 1
	f := quickSum(float64(f0&^low)*0x1p-64, float64(f0&low)*0x1p-64)
	f = f.add(quickSum(float64(f1&^low)*0x1p-128, float64(f1&low)*0x1p-128))
	f = f.addF(float64(f2) * 0x1p-192)
	y := f.mul(dd{math.Pi / 2, pix2 / 2})
	if neg {
		y = y.neg()
	}
	return y, n & 3
}

// sinCosDD gives sine and cosine of |y| <= 0.8, by the nearest multiple of
// 1/64 and the rest.
func sinCosDD(y dd) (s, c dd) {
	neg := y.h < 0
	if neg {
		y = y.neg()
	}
	i := int(y.h*64 + 0.5)
	d := quickSum(y.h-float64(i)/64, y.l)
	x := d.h
	p := prod(x, x)
	p.l += 2 * x * d.l
	// sin d, cos d - 1
	cube := p.mulF(x)
	sd := cube.mul(dd{-1.0 / 6, -9.25185853854297e-18})
	x2 := p.h
	sd.l += x2 * x2 * x * (1.0/120 - x2*(1.0/5040-x2*(1.0/362880)))
	sd = d.add(sd)
	cm := dd{-p.h / 2, -p.l/2 + x2*x2*(1.0/24-x2*(1.0/720-x2*(1.0/40320)))}
	if i == 0 {
		s, c = sd, dd{1, 0}.add(cm)
	} else {
		S, C := sinTable[i], cosTable[i]
		s = S.add(C.mul(sd).add(S.mul(cm)))
		c = C.add(C.mul(cm).add(S.mul(sd).neg()))
	}
	if neg {
		s = s.neg()
	}
	return s, c
}

func special(x float64) bool { return x != x || math.IsInf(x, 0) }

// Sin is the sine.
func Sin(x float64) float64 {
	if special(x) {
		return math.NaN()
	}
	if math.Abs(x) < 0x1p-26 {
		return x
	}
	y, n := reduce(x)
	s, c := sinCosDD(y)
	if n&1 != 0 {
		s = c
	}
	if n&2 != 0 {
		return -(s.h + s.l)
	}
	return s.h + s.l
}

// Cos is the cosine.
func Cos(x float64) float64 {
	if special(x) {
		return math.NaN()
	}
	if math.Abs(x) < 0x1p-27 {
		return 1
	}
	y, n := reduce(x)
	s, c := sinCosDD(y)
	if n&1 != 0 {
		c = s.neg()
	}
	if n&2 != 0 {
		return -(c.h + c.l)
	}
	return c.h + c.l
}

// Tan is the tangent.
func Tan(x float64) float64 {
	if special(x) {
		return math.NaN()
	}
	if math.Abs(x) < 0x1p-27 {
		return x
	}
	y, n := reduce(x)
	s, c := sinCosDD(y)
	if n&1 != 0 {
		s, c = c.neg(), s
	}
	t := s.div(c)
	return t.h + t.l
}

// atanDD is the arc tangent of 0 <= x <= 1.
func atanDD(x dd) dd {
	i := int(x.h*64 + 0.5)
	t := x
	if i > 0 {
		a := float64(i) / 64
		t = x.addF(-a).div(x.mulF(a).addF(1))
	}
	y := t.h * t.h
	cube := t.mul(t).mul(t).mul(dd{-1.0 / 3, -1.850371707708594e-17})
	cube.l += t.h * y * y * (1.0/5 - y*(1.0/7-y*(1.0/9-y*(1.0/11-y*(1.0/13)))))
	r := t.add(cube)
	if i > 0 {
		r = atanTable[i].add(r)
	}
	return r
}

// atan2DD is the angle of the point (x, y), y >= 0, not both zero.
func atan2DD(y, x dd) dd {
	ax := x
	if x.h < 0 {
		ax = x.neg()
	}
	var r dd
	if y.h <= ax.h {
		r = atanDD(y.div(ax))
	} else {
		r = dd{math.Pi / 2, pix2 / 2}.add(atanDD(ax.div(y)).neg())
	}
	if x.h < 0 {
		r = dd{math.Pi, pix2}.add(r.neg())
	}
	return r
}

// Atan is the arc tangent.
func Atan(x float64) float64 {
	a := math.Abs(x)
	if special(x) || a < 0x1p-27 || a > 0x1p60 {
		return math.Atan(x)
	}
	r := atan2DD(dd{a, 0}, dd{1, 0})
	return math.Copysign(r.h+r.l, x)
}

// Atan2 is the angle of the point (x, y).
func Atan2(y, x float64) float64 {
	if special(x) || special(y) || x == 0 || y == 0 {
		return math.Atan2(y, x)
	}
	_, ex := math.Frexp(x)
	_, ey := math.Frexp(y)
	switch d := ey - ex; {
	case d > 64:
		return math.Copysign(math.Pi/2, y)
	case d < -64 && x < 0:
		return math.Copysign(math.Pi, y)
	case d < -64:
		return y / x
	}
	ay := math.Ldexp(math.Abs(y), -ex)
	r := atan2DD(dd{ay, 0}, dd{math.Ldexp(x, -ex), 0})
	return math.Copysign(r.h+r.l, y)
}

// Asin is the arc sine.
func Asin(x float64) float64 {
	a := math.Abs(x)
	if x != x || a > 1 || a < 0x1p-27 {
		return math.Asin(x)
	}
	r := atan2DD(dd{a, 0}, cosOfSine(a))
	return math.Copysign(r.h+r.l, x)
}

// Acos is the arc cosine.
func Acos(x float64) float64 {
	if x != x || math.Abs(x) > 1 || x == 1 {
		return math.Acos(x)
	}
	r := atan2DD(cosOfSine(math.Abs(x)), dd{x, 0})
	return r.h + r.l
}

// cosOfSine is sqrt(1 - x*x).
func cosOfSine(x float64) dd { return sum(1, -x).mul(sum(1, x)).sqrt() }
