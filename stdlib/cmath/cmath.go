// Package cmath is the module cmath. The functions follow Kahan's ("Branch
// cuts for complex elementary functions"): results lie on the right side of
// each cut by the sign of zero, and nothing overflows before its time. Points
// that are not finite go through tables of C99's Annex G.
package cmath

import (
	"math"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/runtime/libm"
)

type (
	value  = runtime.Value
	thread = runtime.Thread
)

func domainError() error { return runtime.ValueErrorf("math domain error") }
func rangeError() error  { return runtime.OverflowErrorf("math range error") }

func finite(z complex128) bool {
	return !math.IsInf(real(z), 0) && !math.IsInf(imag(z), 0) && real(z) == real(z) && imag(z) == imag(z)
}

const (
	largeDouble     = math.MaxFloat64 / 4
	logLargeDouble  = 708.396418532264 // log(largeDouble), rounded down
	sqrtLargeDouble = 6.703903964971298e+153
	sqrtSmallest    = 1.4916681462400413e-154
	ln10            = 2.302585092994045684
)

type function func(z complex128) (complex128, error)

// fn wraps a function of one complex number.
func fn(f function) runtime.NativeFn {
	return func(t *thread, args []value) (value, error) {
		z, err := runtime.ToComplex(t, args[0])
		if err != nil {
			return value{}, err
		}
		r, err := f(z)
		if err != nil {
			return value{}, err
		}
		return runtime.NewComplex(r), nil
	}
}

// test wraps a question about one complex number.
func test(f func(z complex128) bool) runtime.NativeFn {
	return func(t *thread, args []value) (value, error) {
		z, err := runtime.ToComplex(t, args[0])
		return runtime.Bool(err == nil && f(z)), err
	}
}

func sqrt(z complex128) (complex128, error) {
	if !finite(z) {
		return sqrtSpecial.at(z), nil
	}
	re, im := real(z), imag(z)
	if re == 0 && im == 0 {
		return complex(0, im), nil
	}
	ax, ay := math.Abs(re), math.Abs(im)
	var s float64
	if ax < 0x1p-1022 && ay < 0x1p-1022 && (ax > 0 || ay > 0) {
		ax = math.Ldexp(ax, 53)
		s = math.Ldexp(math.Sqrt(ax+libm.Hypot(ax, math.Ldexp(ay, 53))), -27)
	} else {
		ax /= 8
		s = 2 * math.Sqrt(ax+libm.Hypot(ax, ay/8))
	}
	d := ay / (2 * s)
	if re >= 0 {
		return complex(s, math.Copysign(d, im)), nil
	}
	return complex(d, math.Copysign(s, im)), nil
}

func acos(z complex128) (complex128, error) {
	if !finite(z) {
		return acosSpecial.at(z), nil
	}
	re, im := real(z), imag(z)
	if math.Abs(re) > largeDouble || math.Abs(im) > largeDouble {
		h := libm.Log(libm.Hypot(re/2, im/2)) + math.Ln2*2
		if re < 0 {
			return complex(libm.Atan2(math.Abs(im), re), -math.Copysign(h, im)), nil
		}
		return complex(libm.Atan2(math.Abs(im), re), math.Copysign(h, -im)), nil
	}
	s1, _ := sqrt(complex(1-re, -im))
	s2, _ := sqrt(complex(1+re, im))
	return complex(2*libm.Atan2(real(s1), real(s2)), libm.Asinh(float64(real(s2)*imag(s1))-float64(imag(s2)*real(s1)))), nil
}

func acosh(z complex128) (complex128, error) {
	if !finite(z) {
		return acoshSpecial.at(z), nil
	}
	re, im := real(z), imag(z)
	if math.Abs(re) > largeDouble || math.Abs(im) > largeDouble {
		return complex(libm.Log(libm.Hypot(re/2, im/2))+math.Ln2*2, libm.Atan2(im, re)), nil
	}
	s1, _ := sqrt(complex(re-1, im))
	s2, _ := sqrt(complex(re+1, im))
	return complex(libm.Asinh(float64(real(s1)*real(s2))+float64(imag(s1)*imag(s2))), 2*libm.Atan2(imag(s1), real(s2))), nil
}

// asin is -i asinh(iz).
func asin(z complex128) (complex128, error) {
	r, err := asinh(complex(-imag(z), real(z)))
	return complex(imag(r), -real(r)), err
}

func asinh(z complex128) (complex128, error) {
	if !finite(z) {
		return asinhSpecial.at(z), nil
	}
	re, im := real(z), imag(z)
	if math.Abs(re) > largeDouble || math.Abs(im) > largeDouble {
		h := libm.Log(libm.Hypot(re/2, im/2)) + math.Ln2*2
		if im == 0 {
			return complex(math.Copysign(h, re), im), nil
		}
		return complex(math.Copysign(h, re), libm.Atan2(im, math.Abs(re))), nil
	}
	s1, _ := sqrt(complex(1+im, -re))
	s2, _ := sqrt(complex(1-im, re))
	return complex(libm.Asinh(float64(real(s1)*imag(s2))-float64(real(s2)*imag(s1))),
		libm.Atan2(im, float64(real(s1)*real(s2))-float64(imag(s1)*imag(s2)))), nil
}

// atan is -i atanh(iz).
func atan(z complex128) (complex128, error) {
	r, err := atanh(complex(-imag(z), real(z)))
	return complex(imag(r), -real(r)), err
}

func atanh(z complex128) (complex128, error) {
	if !finite(z) {
		return atanhSpecial.at(z), nil
	}
	re, im := real(z), imag(z)
	if re < 0 || re == 0 && math.Signbit(re) {
		r, err := atanh(-z)
		return -r, err
	}
	ay := math.Abs(im)
	switch {
	case re > sqrtLargeDouble || ay > sqrtLargeDouble:
		h := libm.Hypot(re/2, im/2)
		return complex(re/4/h/h, -math.Copysign(math.Pi/2, -im)), nil
	case re == 1 && ay < sqrtSmallest:
		if ay == 0 {
			return 0, domainError()
		}
		return complex(-libm.Log(math.Sqrt(ay)/math.Sqrt(libm.Hypot(ay, 2))), math.Copysign(libm.Atan2(2, -ay)/2, im)), nil
	}
	return complex(libm.Log1p(4*re/(float64((1-re)*(1-re))+float64(ay*ay)))/4,
		-libm.Atan2(-2*im, float64((1-re)*(1+re))-float64(ay*ay))/2), nil
}

// cos is cosh(iz).
func cos(z complex128) (complex128, error) { return cosh(complex(-imag(z), real(z))) }

func cosh(z complex128) (complex128, error) {
	re, im := real(z), imag(z)
	if !finite(z) {
		var r complex128
		if math.IsInf(re, 0) && im == im && !math.IsInf(im, 0) && im != 0 {
			a, b := math.Copysign(math.Inf(1), libm.Cos(im)), math.Copysign(math.Inf(1), libm.Sin(im))
			if re < 0 {
				b = -b
			}
			r = complex(a, b)
		} else {
			r = coshSpecial.at(z)
		}
		if math.IsInf(im, 0) && re == re {
			return 0, domainError()
		}
		return r, nil
	}
	var r complex128
	if math.Abs(re) > logLargeDouble {
		m := re - math.Copysign(1, re)
		r = complex(libm.Cos(im)*libm.Cosh(m)*math.E, libm.Sin(im)*libm.Sinh(m)*math.E)
	} else {
		r = complex(libm.Cos(im)*libm.Cosh(re), libm.Sin(im)*libm.Sinh(re))
	}
	return bounded(r)
}

// bounded is r, or OverflowError where a finite argument gave an infinity.
func bounded(r complex128) (complex128, error) {
	if math.IsInf(real(r), 0) || math.IsInf(imag(r), 0) {
		return 0, rangeError()
	}
	return r, nil
}

func exp(z complex128) (complex128, error) {
	re, im := real(z), imag(z)
	if !finite(z) {
		var r complex128
		if math.IsInf(re, 0) && im == im && !math.IsInf(im, 0) && im != 0 {
			if re > 0 {
				r = complex(math.Copysign(math.Inf(1), libm.Cos(im)), math.Copysign(math.Inf(1), libm.Sin(im)))
			} else {
				r = complex(math.Copysign(0, libm.Cos(im)), math.Copysign(0, libm.Sin(im)))
			}
		} else {
			r = expSpecial.at(z)
		}
		if math.IsInf(im, 0) && (re == re && !math.IsInf(re, 0) || math.IsInf(re, 1)) {
			return 0, domainError()
		}
		return r, nil
	}
	if re > logLargeDouble {
		l := libm.Exp(re - 1)
		return bounded(complex(l*libm.Cos(im)*math.E, l*libm.Sin(im)*math.E))
	}
	l := libm.Exp(re)
	return bounded(complex(l*libm.Cos(im), l*libm.Sin(im)))
}

// logZ is the natural logarithm; zero is a domain error.
func logZ(z complex128) (complex128, error) {
	if !finite(z) {
		return logSpecial.at(z), nil
	}
	re, im := real(z), imag(z)
	ax, ay := math.Abs(re), math.Abs(im)
	var l float64
	switch {
	case ax > largeDouble || ay > largeDouble:
		l = ln(libm.Hypot(ax/2, ay/2)) + math.Ln2
	case ax < 0x1p-1022 && ay < 0x1p-1022:
		if ax == 0 && ay == 0 {
			return 0, domainError()
		}
		l = ln(libm.Hypot(math.Ldexp(ax, 53), math.Ldexp(ay, 53))) - 53*math.Ln2
	default:
		h := libm.Hypot(ax, ay)
		if 0.71 <= h && h <= 1.73 {
			am, an := math.Max(ax, ay), math.Min(ax, ay)
			l = libm.Log1p(float64((am-1)*(am+1))+float64(an*an)) / 2
		} else {
			l = ln(h)
		}
	}
	return complex(l, libm.Atan2(im, re)), nil
}

func ln(x float64) float64 { return libm.Log(x) }

func log10(z complex128) (complex128, error) {
	r, err := logZ(z)
	return complex(real(r)/ln10, imag(r)/ln10), err
}

// sin is -i sinh(iz).
func sin(z complex128) (complex128, error) {
	r, err := sinh(complex(-imag(z), real(z)))
	return complex(imag(r), -real(r)), err
}

func sinh(z complex128) (complex128, error) {
	re, im := real(z), imag(z)
	if !finite(z) {
		var r complex128
		if math.IsInf(re, 0) && im == im && !math.IsInf(im, 0) && im != 0 {
			a, b := math.Copysign(math.Inf(1), libm.Cos(im)), math.Copysign(math.Inf(1), libm.Sin(im))
			if re < 0 {
				a = -a
			}
			r = complex(a, b)
		} else {
			r = sinhSpecial.at(z)
		}
		if math.IsInf(im, 0) && re == re {
			return 0, domainError()
		}
		return r, nil
	}
	if math.Abs(re) > logLargeDouble {
		m := re - math.Copysign(1, re)
		return bounded(complex(libm.Cos(im)*libm.Sinh(m)*math.E, libm.Sin(im)*libm.Cosh(m)*math.E))
	}
	return bounded(complex(libm.Cos(im)*libm.Sinh(re), libm.Sin(im)*libm.Cosh(re)))
}

// tan is -i tanh(iz).
func tan(z complex128) (complex128, error) {
	r, err := tanh(complex(-imag(z), real(z)))
	return complex(imag(r), -real(r)), err
}

func tanh(z complex128) (complex128, error) {
	re, im := real(z), imag(z)
	if !finite(z) {
		var r complex128
		if math.IsInf(re, 0) && im == im && !math.IsInf(im, 0) && im != 0 {
			r = complex(math.Copysign(1, re), math.Copysign(0, 2*libm.Sin(im)*libm.Cos(im)))
		} else {
			r = tanhSpecial.at(z)
		}
		if math.IsInf(im, 0) && re == re && !math.IsInf(re, 0) {
			return 0, domainError()
		}
		return r, nil
	}
	if math.Abs(re) > logLargeDouble {
		return complex(math.Copysign(1, re), 4*libm.Sin(im)*libm.Cos(im)*libm.Exp(-2*math.Abs(re))), nil
	}
	tx, ty := libm.Tanh(re), libm.Tan(im)
	cx := 1 / libm.Cosh(re)
	txty := tx * ty
	denom := 1 + float64(txty*txty)
	return complex(tx*(1+float64(ty*ty))/denom, ((ty/denom)*cx)*cx), nil
}

// logBase: args are x and base.
func logBase(t *thread, args []value) (value, error) {
	z, err := runtime.ToComplex(t, args[0])
	if err != nil {
		return value{}, err
	}
	r, err := logZ(z)
	if args[1].IsUnset() {
		return runtime.NewComplex(r), err
	}
	if err != nil { // the base decides
		r = complex(math.Inf(-1), libm.Atan2(imag(z), real(z)))
	}
	b, err := runtime.ToComplex(t, args[1])
	if err != nil {
		return value{}, err
	}
	d, err := logZ(b)
	if err != nil {
		return value{}, err
	}
	q, err := runtime.Binary(t, runtime.OpDiv, runtime.NewComplex(r), runtime.NewComplex(d))
	if runtime.IsError(err, runtime.ZeroDivisionError) {
		err = domainError()
	}
	return q, err
}

func phase(t *thread, args []value) (value, error) {
	z, err := runtime.ToComplex(t, args[0])
	return runtime.Float(libm.Atan2(imag(z), real(z))), err
}

func polar(t *thread, args []value) (value, error) {
	z, err := runtime.ToComplex(t, args[0])
	if err != nil {
		return value{}, err
	}
	r := libm.Hypot(real(z), imag(z))
	if math.IsInf(r, 0) && finite(z) {
		return value{}, rangeError()
	}
	return runtime.TupleOf(runtime.Float(r), runtime.Float(libm.Atan2(imag(z), real(z)))), nil
}

func rect(t *thread, args []value) (value, error) {
	r, err := runtime.AsFloat(t, args[0])
	if err != nil {
		return value{}, err
	}
	phi, err := runtime.AsFloat(t, args[1])
	if err != nil {
		return value{}, err
	}
	inf := math.IsInf(r, 0)
	switch {
	case !inf && r == r && phi == phi && !math.IsInf(phi, 0):
		if phi == 0 {
			return runtime.NewComplex(complex(r, r*phi)), nil
		}
		return runtime.NewComplex(complex(r*libm.Cos(phi), r*libm.Sin(phi))), nil
	case inf && phi == phi && !math.IsInf(phi, 0) && phi != 0:
		if r > 0 {
			return runtime.NewComplex(complex(math.Copysign(math.Inf(1), libm.Cos(phi)), math.Copysign(math.Inf(1), libm.Sin(phi)))), nil
		}
		return runtime.NewComplex(complex(-math.Copysign(math.Inf(1), libm.Cos(phi)), -math.Copysign(math.Inf(1), libm.Sin(phi)))), nil
	}
	if r != 0 && r == r && math.IsInf(phi, 0) {
		return value{}, domainError()
	}
	return runtime.NewComplex(rectSpecial.at(complex(r, phi))), nil
}

// isclose: args are a, b, rel_tol, abs_tol.
func isclose(t *thread, args []value) (value, error) {
	a, err := runtime.ToComplex(t, args[0])
	if err != nil {
		return value{}, err
	}
	b, err := runtime.ToComplex(t, args[1])
	if err != nil {
		return value{}, err
	}
	rel, err := runtime.AsFloat(t, args[2])
	if err != nil {
		return value{}, err
	}
	abs, err := runtime.AsFloat(t, args[3])
	if err != nil {
		return value{}, err
	}
	if rel < 0 || abs < 0 {
		return value{}, runtime.ValueErrorf("tolerances must be non-negative")
	}
	if real(a) == real(b) && imag(a) == imag(b) {
		return runtime.True, nil
	}
	if isInf(a) || isInf(b) {
		return runtime.False, nil
	}
	size := func(z complex128) float64 { return libm.Hypot(real(z), imag(z)) }
	diff := size(a - b)
	return runtime.Bool(diff <= rel*size(b) || diff <= rel*size(a) || diff <= abs), nil
}

func isInf(z complex128) bool { return math.IsInf(real(z), 0) || math.IsInf(imag(z), 0) }

func row(name, doc string, f function) runtime.Method {
	return runtime.Method{Name: name, Sig: "z, /", Fn: fn(f), Doc: doc}
}

func constant(name string, f float64) runtime.Const {
	return runtime.Const{Name: name, Value: runtime.Float(f)}
}

// Module is the module's table.
var Module = &runtime.ModuleSpec{
	Name: "cmath",
	Doc:  "This module provides access to mathematical functions for complex\nnumbers.",
	Consts: []runtime.Const{
		constant("pi", math.Pi), constant("e", math.E), constant("tau", 2*math.Pi), constant("inf", math.Inf(1)),
		{Name: "infj", Value: runtime.NewComplex(complex(0, math.Inf(1)))},
		constant("nan", math.Float64frombits(0x7FF8000000000000)),
		{Name: "nanj", Value: runtime.NewComplex(complex(0, math.Float64frombits(0x7FF8000000000000)))},
	},
	Methods: []runtime.Method{
		row("acos", "Return the arc cosine of z.", acos),
		row("acosh", "Return the inverse hyperbolic cosine of z.", acosh),
		row("asin", "Return the arc sine of z.", asin),
		row("asinh", "Return the inverse hyperbolic sine of z.", asinh),
		row("atan", "Return the arc tangent of z.", atan),
		row("atanh", "Return the inverse hyperbolic tangent of z.", atanh),
		row("cos", "Return the cosine of z.", cos),
		row("cosh", "Return the hyperbolic cosine of z.", cosh),
		row("exp", "Return the exponential value e**z.", exp),
		{Name: "isclose", Sig: "a, b, *, rel_tol=1e-09, abs_tol=0.0", Fn: isclose, Doc: "Determine whether two complex numbers are close in value."},
		{Name: "isfinite", Sig: "z, /", Fn: test(finite), Doc: "Return True if both the real and imaginary parts of z are finite, else False."},
		{Name: "isinf", Sig: "z, /", Fn: test(isInf), Doc: "Checks if the real or imaginary part of z is infinite."},
		{Name: "isnan", Sig: "z, /", Fn: test(func(z complex128) bool { return real(z) != real(z) || imag(z) != imag(z) }), Doc: "Checks if the real or imaginary part of z not a number (NaN)."},
		{Name: "log", Sig: "z, base=?, /", Fn: logBase, Doc: "log(z[, base]) -> the logarithm of z to the given base.\n\nIf the base is not specified, returns the natural logarithm (base e) of z."},
		row("log10", "Return the base-10 logarithm of z.", log10),
		{Name: "phase", Sig: "z, /", Fn: phase, Doc: "Return argument, also known as the phase angle, of a complex."},
		{Name: "polar", Sig: "z, /", Fn: polar, Doc: "Convert a complex from rectangular coordinates to polar coordinates.\n\nr is the distance from 0 and phi the phase angle."},
		{Name: "rect", Sig: "r, phi, /", Fn: rect, Doc: "Convert from polar coordinates to rectangular coordinates."},
		row("sin", "Return the sine of z.", sin),
		row("sinh", "Return the hyperbolic sine of z.", sinh),
		row("sqrt", "Return the square root of z.", sqrt),
		row("tan", "Return the tangent of z.", tan),
		row("tanh", "Return the hyperbolic tangent of z.", tanh),
	},
}
