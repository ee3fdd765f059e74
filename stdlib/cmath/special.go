package cmath

import "math"

// The values of functions at points that are not finite, by C99's Annex G:
// seven kinds of real part (-inf, negative, -0, 0, positive, inf, nan) by
// the same kinds of imaginary part. Finite points are not looked up.

type special [7][7]complex128

// kind is the row or column of a part.
func kind(x float64) int {
	switch {
	case x != x:
		return 6
	case math.IsInf(x, 1):
		return 5
	case math.IsInf(x, -1):
		return 0
	case x > 0:
		return 4
	case x < 0:
		return 1
	case math.Signbit(x):
		return 2
	}
	return 3
}

func (s *special) at(z complex128) complex128 { return s[kind(real(z))][kind(imag(z))] }

var (
	inf  = math.Inf(1)
	nan  = math.NaN()
	zero = 0.0
	// Fractions of pi.
	pi, p2, p4, p34 = math.Pi, math.Pi / 2, math.Pi / 4, 3 * math.Pi / 4
	neg0            = math.Copysign(0, -1)
)

var sqrtSpecial = special{
	{complex(inf, -inf), complex(zero, -inf), complex(zero, -inf), complex(zero, inf), complex(zero, inf), complex(inf, inf), complex(nan, inf)}, // -inf
	{complex(inf, -inf), 0, 0, 0, 0, complex(inf, inf), complex(nan, nan)},                                                                       // negative
	{complex(inf, -inf), 0, 0, 0, 0, complex(inf, inf), complex(nan, nan)},                                                                       // -0
	{complex(inf, -inf), 0, 0, 0, 0, complex(inf, inf), complex(nan, nan)},                                                                       // 0
	{complex(inf, -inf), 0, 0, 0, 0, complex(inf, inf), complex(nan, nan)},                                                                       // positive
	{complex(inf, -inf), complex(inf, neg0), complex(inf, neg0), complex(inf, zero), complex(inf, zero), complex(inf, inf), complex(inf, nan)},   // inf
	{complex(inf, -inf), complex(nan, nan), complex(nan, nan), complex(nan, nan), complex(nan, nan), complex(inf, inf), complex(nan, nan)},       // nan
}

var acosSpecial = special{
	{complex(p34, inf), complex(pi, inf), complex(pi, inf), complex(pi, -inf), complex(pi, -inf), complex(p34, -inf), complex(nan, inf)},       // -inf
	{complex(p2, inf), 0, 0, 0, 0, complex(p2, -inf), complex(nan, nan)},                                                                       // negative
	{complex(p2, inf), 0, 0, 0, 0, complex(p2, -inf), complex(p2, nan)},                                                                        // -0
	{complex(p2, inf), 0, 0, 0, 0, complex(p2, -inf), complex(p2, nan)},                                                                        // 0
	{complex(p2, inf), 0, 0, 0, 0, complex(p2, -inf), complex(nan, nan)},                                                                       // positive
	{complex(p4, inf), complex(zero, inf), complex(zero, inf), complex(zero, -inf), complex(zero, -inf), complex(p4, -inf), complex(nan, inf)}, // inf
	{complex(nan, inf), complex(nan, nan), complex(nan, nan), complex(nan, nan), complex(nan, nan), complex(nan, -inf), complex(nan, nan)},     // nan
}

var acoshSpecial = special{
	{complex(inf, -p34), complex(inf, -pi), complex(inf, -pi), complex(inf, pi), complex(inf, pi), complex(inf, p34), complex(inf, nan)},     // -inf
	{complex(inf, -p2), 0, 0, 0, 0, complex(inf, p2), complex(nan, nan)},                                                                     // negative
	{complex(inf, -p2), 0, 0, 0, 0, complex(inf, p2), complex(nan, nan)},                                                                     // -0
	{complex(inf, -p2), 0, 0, 0, 0, complex(inf, p2), complex(nan, nan)},                                                                     // 0
	{complex(inf, -p2), 0, 0, 0, 0, complex(inf, p2), complex(nan, nan)},                                                                     // positive
	{complex(inf, -p4), complex(inf, neg0), complex(inf, neg0), complex(inf, zero), complex(inf, zero), complex(inf, p4), complex(inf, nan)}, // inf
	{complex(inf, nan), complex(nan, nan), complex(nan, nan), complex(nan, nan), complex(nan, nan), complex(inf, nan), complex(nan, nan)},    // nan
}

var asinhSpecial = special{
	{complex(-inf, -p4), complex(-inf, neg0), complex(-inf, neg0), complex(-inf, zero), complex(-inf, zero), complex(-inf, p4), complex(-inf, nan)}, // -inf
	{complex(-inf, -p2), 0, 0, 0, 0, complex(-inf, p2), complex(nan, nan)},                                                                          // negative
	{complex(-inf, -p2), 0, 0, 0, 0, complex(-inf, p2), complex(nan, nan)},                                                                          // -0
	{complex(inf, -p2), 0, 0, 0, 0, complex(inf, p2), complex(nan, nan)},                                                                            // 0
	{complex(inf, -p2), 0, 0, 0, 0, complex(inf, p2), complex(nan, nan)},                                                                            // positive
	{complex(inf, -p4), complex(inf, neg0), complex(inf, neg0), complex(inf, zero), complex(inf, zero), complex(inf, p4), complex(inf, nan)},        // inf
	{complex(inf, nan), complex(nan, nan), complex(nan, neg0), complex(nan, zero), complex(nan, nan), complex(inf, nan), complex(nan, nan)},         // nan
}

var atanhSpecial = special{
	{complex(neg0, -p2), complex(neg0, -p2), complex(neg0, -p2), complex(neg0, p2), complex(neg0, p2), complex(neg0, p2), complex(neg0, nan)}, // -inf
	{complex(neg0, -p2), 0, 0, 0, 0, complex(neg0, p2), complex(nan, nan)},                                                                    // negative
	{complex(neg0, -p2), 0, 0, 0, 0, complex(neg0, p2), complex(neg0, nan)},                                                                   // -0
	{complex(zero, -p2), 0, 0, 0, 0, complex(zero, p2), complex(zero, nan)},                                                                   // 0
	{complex(zero, -p2), 0, 0, 0, 0, complex(zero, p2), complex(nan, nan)},                                                                    // positive
	{complex(zero, -p2), complex(zero, -p2), complex(zero, -p2), complex(zero, p2), complex(zero, p2), complex(zero, p2), complex(zero, nan)}, // inf
	{complex(zero, -p2), complex(nan, nan), complex(nan, nan), complex(nan, nan), complex(nan, nan), complex(zero, p2), complex(nan, nan)},    // nan
}

var coshSpecial = special{
	{complex(nan, nan), complex(inf, inf), complex(inf, zero), complex(inf, neg0), complex(inf, -inf), complex(nan, nan), complex(inf, nan)}, // -inf
	{complex(nan, nan), 0, 0, 0, 0, complex(nan, nan), complex(nan, nan)},                                                                    // negative
	{complex(nan, nan), 0, 0, 0, 0, complex(nan, nan), complex(nan, zero)},                                                                   // -0
	{complex(nan, nan), 0, 0, 0, 0, complex(nan, nan), complex(nan, zero)},                                                                   // 0
	{complex(nan, nan), 0, 0, 0, 0, complex(nan, nan), complex(nan, nan)},                                                                    // positive
	{complex(nan, nan), complex(inf, -inf), complex(inf, neg0), complex(inf, zero), complex(inf, inf), complex(nan, nan), complex(inf, nan)}, // inf
	{complex(nan, nan), complex(nan, nan), complex(nan, zero), complex(nan, zero), complex(nan, nan), complex(nan, nan), complex(nan, nan)},  // nan
}

var expSpecial = special{
	{complex(zero, zero), complex(zero, neg0), complex(zero, neg0), complex(zero, zero), complex(zero, zero), complex(zero, zero), complex(zero, zero)}, // -inf
	{complex(nan, nan), 0, 0, 0, 0, complex(nan, nan), complex(nan, nan)},                                                                               // negative
	{complex(nan, nan), 0, 0, 0, 0, complex(nan, nan), complex(nan, nan)},                                                                               // -0
	{complex(nan, nan), 0, 0, 0, 0, complex(nan, nan), complex(nan, nan)},                                                                               // 0
	{complex(nan, nan), 0, 0, 0, 0, complex(nan, nan), complex(nan, nan)},                                                                               // positive
	{complex(nan, nan), complex(inf, -inf), complex(inf, neg0), complex(inf, zero), complex(inf, inf), complex(nan, nan), complex(inf, nan)},            // inf
	{complex(nan, nan), complex(nan, nan), complex(nan, neg0), complex(nan, zero), complex(nan, nan), complex(nan, nan), complex(nan, nan)},             // nan
}

var logSpecial = special{
	{complex(inf, -p34), complex(inf, -pi), complex(inf, -pi), complex(inf, pi), complex(inf, pi), complex(inf, p34), complex(inf, nan)},     // -inf
	{complex(inf, -p2), 0, 0, 0, 0, complex(inf, p2), complex(nan, nan)},                                                                     // negative
	{complex(inf, -p2), 0, 0, 0, 0, complex(inf, p2), complex(nan, nan)},                                                                     // -0
	{complex(inf, -p2), 0, 0, 0, 0, complex(inf, p2), complex(nan, nan)},                                                                     // 0
	{complex(inf, -p2), 0, 0, 0, 0, complex(inf, p2), complex(nan, nan)},                                                                     // positive
	{complex(inf, -p4), complex(inf, neg0), complex(inf, neg0), complex(inf, zero), complex(inf, zero), complex(inf, p4), complex(inf, nan)}, // inf
	{complex(inf, nan), complex(nan, nan), complex(nan, nan), complex(nan, nan), complex(nan, nan), complex(inf, nan), complex(nan, nan)},    // nan
}

var sinhSpecial = special{
	{complex(nan, nan), complex(-inf, -inf), complex(-inf, neg0), complex(-inf, zero), complex(-inf, inf), complex(nan, nan), complex(inf, nan)}, // -inf
	{complex(nan, nan), 0, 0, 0, 0, complex(nan, nan), complex(nan, nan)},                                                                        // negative
	{complex(nan, nan), 0, 0, 0, 0, complex(nan, nan), complex(zero, nan)},                                                                       // -0
	{complex(nan, nan), 0, 0, 0, 0, complex(nan, nan), complex(zero, nan)},                                                                       // 0
	{complex(nan, nan), 0, 0, 0, 0, complex(nan, nan), complex(nan, nan)},                                                                        // positive
	{complex(nan, nan), complex(inf, -inf), complex(inf, neg0), complex(inf, zero), complex(inf, inf), complex(nan, nan), complex(inf, nan)},     // inf
	{complex(nan, nan), complex(nan, nan), complex(nan, neg0), complex(nan, zero), complex(nan, nan), complex(nan, nan), complex(nan, nan)},      // nan
}

var tanhSpecial = special{
	{complex(-1, zero), complex(-1, neg0), complex(-1, neg0), complex(-1, zero), complex(-1, zero), complex(-1, zero), complex(-1, zero)},   // -inf
	{complex(nan, nan), 0, 0, 0, 0, complex(nan, nan), complex(nan, nan)},                                                                   // negative
	{complex(nan, nan), 0, 0, 0, 0, complex(nan, nan), complex(nan, nan)},                                                                   // -0
	{complex(nan, nan), 0, 0, 0, 0, complex(nan, nan), complex(nan, nan)},                                                                   // 0
	{complex(nan, nan), 0, 0, 0, 0, complex(nan, nan), complex(nan, nan)},                                                                   // positive
	{complex(1, zero), complex(1, neg0), complex(1, neg0), complex(1, zero), complex(1, zero), complex(1, zero), complex(1, zero)},          // inf
	{complex(nan, nan), complex(nan, nan), complex(nan, neg0), complex(nan, zero), complex(nan, nan), complex(nan, nan), complex(nan, nan)}, // nan
}

var rectSpecial = special{
	{complex(nan, nan), complex(-inf, inf), complex(-inf, zero), complex(-inf, neg0), complex(-inf, -inf), complex(nan, nan), complex(inf, nan)}, // -inf
	{complex(nan, nan), 0, 0, 0, 0, complex(nan, nan), complex(nan, nan)},                                                                        // negative
	{complex(zero, zero), 0, 0, 0, 0, complex(zero, zero), complex(zero, zero)},                                                                  // -0
	{complex(zero, zero), 0, 0, 0, 0, complex(zero, zero), complex(zero, zero)},                                                                  // 0
	{complex(nan, nan), 0, 0, 0, 0, complex(nan, nan), complex(nan, nan)},                                                                        // positive
	{complex(nan, nan), complex(inf, -inf), complex(inf, neg0), complex(inf, zero), complex(inf, inf), complex(nan, nan), complex(inf, nan)},     // inf
	{complex(nan, nan), complex(nan, nan), complex(nan, zero), complex(nan, zero), complex(nan, nan), complex(nan, nan), complex(nan, nan)},      // nan
}
