package math

import (
	"math"

	"github.com/minipy/minipy/runtime/libm"
)

// The gamma function by Lanczos' approximation with 13 terms and
// g = 6.024680040776729583740234375; the coefficients are those that Boost
// gives for 53 bits. Steps are taken in the order that keeps errors small.

const (
	lanczosG      = 6.024680040776729583740234375
	lanczosGMinus = 5.524680040776729583740234375
	logPi         = 1.144729885849400174143427351353058711647
)

var lanczosNum = [13]float64{
	23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
	35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
	6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
	248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
	2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
	8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
	2.5066282746310002701649081771338373386264310793408,
}

var lanczosDen = [13]float64{0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1}

func lanczosSum(x float64) float64 {
	num, den := 0.0, 0.0
	if x < 5 {
		for i := len(lanczosNum) - 1; i >= 0; i-- {
			num = float64(num*x) + lanczosNum[i]
			den = float64(den*x) + lanczosDen[i]
		}
	} else {
		for i := range lanczosNum {
			num = num/x + lanczosNum[i]
			den = den/x + lanczosDen[i]
		}
	}
	return num / den
}

// sinPi is sin(pi*x), exact at multiples of a half.
func sinPi(x float64) float64 {
	y := math.Mod(math.Abs(x), 2)
	var r float64
	switch int(math.Round(2 * y)) {
	case 0:
		r = libm.Sin(math.Pi * y)
	case 1:
		r = libm.Cos(math.Pi * (y - 0.5))
	case 2:
		r = libm.Sin(math.Pi * (1 - y))
	case 3:
		r = -libm.Cos(math.Pi * (y - 1.5))
	default:
		r = libm.Sin(math.Pi * (y - 2))
	}
	return math.Copysign(1, x) * r
}

func gamma(x float64) (float64, error) {
	switch {
	case x != x || math.IsInf(x, 1):
		return x, nil
	case math.IsInf(x, -1), x == 0, x < 0 && x == math.Floor(x):
		return 0, domainError()
	}
	if x == math.Floor(x) && x <= 23 {
		r := 1.0
		for i := 2.0; i < x; i++ {
			r *= i
		}
		return r, nil
	}
	ax := math.Abs(x)
	if ax < 1e-20 {
		if r := 1 / x; !math.IsInf(r, 0) {
			return r, nil
		}
		return 0, rangeError()
	}
	if ax > 200 {
		if x < 0 {
			return 0 / sinPi(x), nil
		}
		return 0, rangeError()
	}
	y := ax + lanczosGMinus
	var z float64 // what adding lost
	if ax > lanczosGMinus {
		z = (y - ax) - lanczosGMinus
	} else {
		z = (y - lanczosGMinus) - ax
	}
	z = z * lanczosG / y
	var r float64
	if x < 0 {
		r = -math.Pi / sinPi(ax) / ax * libm.Exp(y) / lanczosSum(ax)
		r -= float64(z * r)
		if ax < 140 {
			r /= libm.Pow(y, ax-0.5)
		} else {
			p := libm.Pow(y, ax/2-0.25)
			r = r / p / p
		}
	} else {
		r = lanczosSum(ax) / libm.Exp(y)
		r += float64(z * r)
		if ax < 140 {
			r *= libm.Pow(y, ax-0.5)
		} else {
			p := libm.Pow(y, ax/2-0.25)
			r = r * p * p
		}
	}
	if math.IsInf(r, 0) {
		return 0, rangeError()
	}
	return r, nil
}

func lgamma(x float64) (float64, error) {
	switch {
	case x != x:
		return x, nil
	case math.IsInf(x, 0):
		return math.Inf(1), nil
	}
	if x == math.Floor(x) && x <= 2 {
		if x <= 0 {
			return 0, domainError()
		}
		return 0, nil
	}
	ax := math.Abs(x)
	if ax < 1e-20 {
		return -log(ax), nil
	}
	r := log(lanczosSum(ax)) - lanczosG
	r += float64((ax - 0.5) * (log(ax+lanczosG-0.5) - 1))
	if x < 0 {
		r = logPi - log(math.Abs(sinPi(ax))) - log(ax) - r
	}
	if math.IsInf(r, 0) {
		return 0, rangeError()
	}
	return r, nil
}
