package libm

import "math"

// Functions of package math that are good enough, and one that is not.

// Expm1 is e**x - 1.
func Expm1(x float64) float64 { return math.Expm1(x) }

// Log1p is log(1+x).
func Log1p(x float64) float64 { return math.Log1p(x) }

// Erf is the error function.
func Erf(x float64) float64 { return math.Erf(x) }

// Erfc is 1 - Erf(x).
func Erfc(x float64) float64 { return math.Erfc(x) }

// Cbrt is the cube root.
func Cbrt(x float64) float64 {
	c := math.Cbrt(x)
	if x == 0 || special(x) {
		return c
	}
	// one step of Newton's with the rest x - c**3 in twice the precision
	m, e := math.Frexp(x)
	e3 := e / 3
	m = math.Ldexp(m, e-3*e3)
	c = math.Ldexp(c, -e3)
	rest := prod(c, c).mulF(c).neg().addF(m)
	return math.Ldexp(c+rest.h/(3*c*c), e3)
}
