// Package math is the module math.
package math

import (
	"math"
	"math/big"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/runtime/libm"
)

type (
	value  = runtime.Value
	thread = runtime.Thread
)

func domainError() error { return runtime.ValueErrorf("math domain error") }
func rangeError() error  { return runtime.OverflowErrorf("math range error") }

func finite(x float64) bool { return !math.IsInf(x, 0) && x == x }

// fn1 wraps a function of one float: NaN from a number is a domain error,
// infinity from a finite number a range error if overflow says that the
// function can overflow, else a domain error (a pole).
func fn1(f func(float64) float64, overflow bool) runtime.NativeFn {
	return func(t *thread, args []value) (value, error) {
		x, err := runtime.AsFloat(t, args[0])
		if err != nil {
			return value{}, err
		}
		r := f(x)
		if r != r && x == x {
			return value{}, domainError()
		}
		if math.IsInf(r, 0) && finite(x) {
			if overflow {
				return value{}, rangeError()
			}
			return value{}, domainError()
		}
		return runtime.Float(r), nil
	}
}

// fn2 wraps a function of two floats in the same way.
func fn2(f func(x, y float64) float64) runtime.NativeFn {
	return func(t *thread, args []value) (value, error) {
		x, y, err := twoFloats(t, args)
		if err != nil {
			return value{}, err
		}
		r := f(x, y)
		if r != r && x == x && y == y {
			return value{}, domainError()
		}
		if math.IsInf(r, 0) && finite(x) && finite(y) {
			return value{}, rangeError()
		}
		return runtime.Float(r), nil
	}
}

func twoFloats(t *thread, args []value) (x, y float64, err error) {
	if x, err = runtime.AsFloat(t, args[0]); err != nil {
		return 0, 0, err
	}
	y, err = runtime.AsFloat(t, args[1])
	return x, y, err
}

// fnErr wraps a function that finds its errors itself.
func fnErr(f func(float64) (float64, error)) runtime.NativeFn {
	return func(t *thread, args []value) (value, error) {
		x, err := runtime.AsFloat(t, args[0])
		if err != nil {
			return value{}, err
		}
		r, err := f(x)
		return runtime.Float(r), err
	}
}

// classify wraps a test of one float.
func classify(f func(float64) bool) runtime.NativeFn {
	return func(t *thread, args []value) (value, error) {
		x, err := runtime.AsFloat(t, args[0])
		return runtime.Bool(err == nil && f(x)), err
	}
}

// toWhole wraps floor and ceil: the special method first, then the float.
func toWhole(name string, f func(float64) float64) runtime.NativeFn {
	special := runtime.StaticStr(name)
	return func(t *thread, args []value) (value, error) {
		v := args[0]
		if v.IsInt() {
			return v, nil
		}
		if !v.IsFloat() {
			r, ok, err := runtime.CallSpecial(t, v, special)
			if ok || err != nil {
				return r, err
			}
		}
		x, err := runtime.AsFloat(t, v)
		if err != nil {
			return value{}, err
		}
		return runtime.FloatToInt(f(x))
	}
}

var strTrunc = runtime.StaticStr("__trunc__")

func trunc(t *thread, args []value) (value, error) {
	if args[0].IsFloat() {
		return runtime.FloatToInt(args[0].AsFloat64())
	}
	r, ok, err := runtime.CallSpecial(t, args[0], strTrunc)
	if err == nil && !ok {
		return value{}, runtime.TypeErrorf("type %s doesn't define __trunc__ method", args[0].Type().Name)
	}
	return r, err
}

// logOf is the logarithm f of a float or an int of any size; ln2 is f(2).
func logOf(t *thread, v value, f func(float64) float64, ln2 float64) (float64, error) {
	if b, ok := runtime.BigOf(v); ok {
		if b.Sign() <= 0 {
			return 0, domainError()
		}
		x, err := runtime.IntAsFloat(v)
		if err == nil {
			return f(x), nil
		}
		// m * 2**e with 0.5 <= m < 1
		e := b.BitLen()
		m, _ := new(big.Float).SetInt(b).Float64()
		if math.IsInf(m, 0) {
			m, _ = new(big.Float).SetMantExp(new(big.Float).SetInt(b), -e).Float64()
		}
		return f(m) + ln2*float64(e), nil
	}
	x, err := runtime.AsFloat(t, v)
	if err != nil {
		return 0, err
	}
	if x <= 0 {
		return 0, domainError()
	}
	return f(x), nil
}

// noKeywords refuses keyword arguments for function name.
func noKeywords(names []*runtime.Str, name string) error {
	if len(names) > 0 {
		return runtime.TypeErrorf("math.%s() takes no keyword arguments", name)
	}
	return nil
}

func mathLog(t *thread, args []value, names []*runtime.Str) (value, error) {
	if err := noKeywords(names, "log"); err != nil {
		return value{}, err
	}
	if len(args) < 1 || len(args) > 2 {
		return value{}, runtime.TypeErrorf("math.log requires 1 to 2 arguments")
	}
	x, err := logOf(t, args[0], log, math.Ln2)
	if err != nil || len(args) == 1 {
		return runtime.Float(x), err
	}
	base, err := logOf(t, args[1], log, math.Ln2)
	if err != nil {
		return value{}, err
	}
	return runtime.FloatDiv(x, base)
}

// log is the natural logarithm with C's special cases.
func log(x float64) float64 {
	if x > 0 && !math.IsInf(x, 1) {
		return libm.Log(x)
	}
	return math.Log(x)
}

func mathLog2(t *thread, args []value) (value, error) {
	x, err := logOf(t, args[0], libm.Log2, 1)
	return runtime.Float(x), err
}

func mathLog10(t *thread, args []value) (value, error) {
	x, err := logOf(t, args[0], libm.Log10, math.Log10(2))
	return runtime.Float(x), err
}

func mathPow(t *thread, args []value) (value, error) {
	x, y, err := twoFloats(t, args)
	if err != nil {
		return value{}, err
	}
	r := runtime.PowC(x, y)
	if finite(x) && finite(y) {
		switch {
		case r != r, math.IsInf(r, 0) && x == 0:
			return value{}, domainError()
		case math.IsInf(r, 0):
			return value{}, rangeError()
		}
	}
	return runtime.Float(r), nil
}

func fmod(t *thread, args []value) (value, error) {
	x, y, err := twoFloats(t, args)
	if err != nil {
		return value{}, err
	}
	if math.IsInf(y, 0) && finite(x) {
		return runtime.Float(x), nil
	}
	r := runtime.Fmod(x, y)
	if r != r && x == x && y == y {
		return value{}, domainError()
	}
	return runtime.Float(r), nil
}

func frexp(t *thread, args []value) (value, error) {
	x, err := runtime.AsFloat(t, args[0])
	if err != nil {
		return value{}, err
	}
	m, e := x, 0
	if finite(x) && x != 0 {
		m, e = math.Frexp(x)
	}
	return runtime.TupleOf(runtime.Float(m), runtime.Int(int64(e))), nil
}

func ldexp(t *thread, args []value) (value, error) {
	x, err := runtime.AsFloat(t, args[0])
	if err != nil {
		return value{}, err
	}
	small, b, ok := runtime.IntOf(args[1])
	if !ok {
		return value{}, runtime.TypeErrorf("Expected an int as second argument to ldexp.")
	}
	if b != nil {
		small = int64(b.Sign()) * (1 << 40)
	}
	if x == 0 || !finite(x) {
		return runtime.Float(x), nil
	}
	r := math.Ldexp(x, int(min(max(small, -1<<20), 1<<20)))
	if math.IsInf(r, 0) {
		return value{}, rangeError()
	}
	return runtime.Float(r), nil
}

func modf(t *thread, args []value) (value, error) {
	x, err := runtime.AsFloat(t, args[0])
	if err != nil {
		return value{}, err
	}
	whole := math.Trunc(x)
	frac := math.Copysign(x-whole, x)
	if math.IsInf(x, 0) {
		frac = math.Copysign(0, x)
	}
	return runtime.TupleOf(runtime.Float(frac), runtime.Float(whole)), nil
}

// isclose: args are a, b, rel_tol, abs_tol.
func isclose(t *thread, args []value) (value, error) {
	var f [4]float64
	for i, v := range args {
		var err error
		if f[i], err = runtime.AsFloat(t, v); err != nil {
			return value{}, err
		}
	}
	a, b, rel, abs := f[0], f[1], f[2], f[3]
	if rel < 0 || abs < 0 {
		return value{}, runtime.ValueErrorf("tolerances must be non-negative")
	}
	if a == b {
		return runtime.True, nil
	}
	if math.IsInf(a, 0) || math.IsInf(b, 0) {
		return runtime.False, nil
	}
	diff := math.Abs(b - a)
	return runtime.Bool(diff <= math.Abs(rel*b) || diff <= math.Abs(rel*a) || diff <= abs), nil
}

func ulp(x float64) float64 {
	switch x = math.Abs(x); {
	case x != x || math.IsInf(x, 0):
		return x
	}
	next := math.Nextafter(x, math.Inf(1))
	if math.IsInf(next, 0) {
		return x - math.Nextafter(x, 0)
	}
	return next - x
}

func nextafter(t *thread, args []value) (value, error) {
	x, y, err := twoFloats(t, args)
	if err != nil {
		return value{}, err
	}
	if x == y {
		return runtime.Float(y), nil
	}
	return runtime.Float(math.Nextafter(x, y)), nil
}

func fn(name, doc string, f func(float64) float64, overflow bool) runtime.Method {
	return runtime.Method{Name: name, Sig: "x, /", Fn: fn1(f, overflow), Doc: doc}
}

// Module is the module's table.
var Module = &runtime.ModuleSpec{
	Name: "math",
	Doc:  "This module provides access to the mathematical functions\ndefined by the C standard.",
	Consts: []runtime.Const{
		{Name: "pi", Value: runtime.Float(math.Pi)}, {Name: "e", Value: runtime.Float(math.E)},
		{Name: "tau", Value: runtime.Float(2 * math.Pi)}, {Name: "inf", Value: runtime.Float(math.Inf(1))},
		{Name: "nan", Value: runtime.Float(math.Float64frombits(0x7FF8000000000000))},
	},
	Methods: []runtime.Method{
		fn("acos", "Return the arc cosine (measured in radians) of x.\n\nThe result is between 0 and pi.", libm.Acos, false),
		fn("acosh", "Return the inverse hyperbolic cosine of x.", libm.Acosh, false),
		fn("asin", "Return the arc sine (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2.", libm.Asin, false),
		fn("asinh", "Return the inverse hyperbolic sine of x.", libm.Asinh, false),
		fn("atan", "Return the arc tangent (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2.", libm.Atan, false),
		{Name: "atan2", Sig: "y, x, /", Fn: fn2(libm.Atan2), Doc: "Return the arc tangent (measured in radians) of y/x.\n\nUnlike atan(y/x), the signs of both x and y are considered."},
		fn("atanh", "Return the inverse hyperbolic tangent of x.", libm.Atanh, false),
		fn("cbrt", "Return the cube root of x.", libm.Cbrt, false),
		{Name: "ceil", Sig: "x, /", Fn: toWhole("__ceil__", math.Ceil), Doc: "Return the ceiling of x as an Integral.\n\nThis is the smallest integer >= x."},
		{Name: "comb", Sig: "n, k, /", Fn: comb, Doc: "Number of ways to choose k items from n items without repetition and without order."},
		{Name: "copysign", Sig: "x, y, /", Fn: fn2(math.Copysign), Doc: "Return a float with the magnitude (absolute value) of x but the sign of y."},
		fn("cos", "Return the cosine of x (measured in radians).", libm.Cos, false),
		fn("cosh", "Return the hyperbolic cosine of x.", libm.Cosh, true),
		{Name: "degrees", Sig: "x, /", Fn: fnErr(func(x float64) (float64, error) { return x * (180 / math.Pi), nil }), Doc: "Convert angle x from radians to degrees."},
		{Name: "dist", Sig: "p, q, /", Fn: dist, Doc: "Return the Euclidean distance between two points p and q."},
		fn("erf", "Error function at x.", libm.Erf, false),
		fn("erfc", "Complementary error function at x.", libm.Erfc, false),
		fn("exp", "Return e raised to the power of x.", libm.Exp, true),
		fn("exp2", "Return 2 raised to the power of x.", libm.Exp2, true),
		fn("expm1", "Return exp(x)-1.", libm.Expm1, true),
		fn("fabs", "Return the absolute value of the float x.", math.Abs, false),
		{Name: "factorial", Sig: "n, /", Fn: factorial, Doc: "Find n!."},
		{Name: "floor", Sig: "x, /", Fn: toWhole("__floor__", math.Floor), Doc: "Return the floor of x as an Integral.\n\nThis is the largest integer <= x."},
		{Name: "fmod", Sig: "x, y, /", Fn: fmod, Doc: "Return fmod(x, y), according to platform C.\n\nx % y may differ."},
		{Name: "frexp", Sig: "x, /", Fn: frexp, Doc: "Return the mantissa and exponent of x, as pair (m, e)."},
		{Name: "fsum", Sig: "seq, /", Fn: fsum, Doc: "Return an accurate floating point sum of values in the iterable seq."},
		{Name: "gamma", Sig: "x, /", Fn: fnErr(gamma), Doc: "Gamma function at x."},
		{Name: "gcd", Raw: gcd, Doc: "Greatest Common Divisor."},
		{Name: "hypot", Raw: hypot, Doc: "hypot(*coordinates) -> value\n\nMultidimensional Euclidean distance from the origin to a point."},
		{Name: "isclose", Sig: "a, b, *, rel_tol=1e-09, abs_tol=0.0", Fn: isclose, Doc: "Determine whether two floating point numbers are close in value."},
		{Name: "isfinite", Sig: "x, /", Fn: classify(finite), Doc: "Return True if x is neither an infinity nor a NaN, and False otherwise."},
		{Name: "isinf", Sig: "x, /", Fn: classify(func(x float64) bool { return math.IsInf(x, 0) }), Doc: "Return True if x is a positive or negative infinity, and False otherwise."},
		{Name: "isnan", Sig: "x, /", Fn: classify(math.IsNaN), Doc: "Return True if x is a NaN (not a number), and False otherwise."},
		{Name: "isqrt", Sig: "n, /", Fn: isqrt, Doc: "Return the integer part of the square root of the input."},
		{Name: "lcm", Raw: lcm, Doc: "Least Common Multiple."},
		{Name: "ldexp", Sig: "x, i, /", Fn: ldexp, Doc: "Return x * (2**i).\n\nThis is essentially the inverse of frexp()."},
		{Name: "lgamma", Sig: "x, /", Fn: fnErr(lgamma), Doc: "Natural logarithm of absolute value of Gamma function at x."},
		{Name: "log", Raw: mathLog, Doc: "log(x, [base=math.e])\nReturn the logarithm of x to the given base.\n\nIf the base is not specified, returns the natural logarithm (base e) of x."},
		{Name: "log10", Sig: "x, /", Fn: mathLog10, Doc: "Return the base 10 logarithm of x."},
		fn("log1p", "Return the natural logarithm of 1+x (base e).\n\nThe result is computed in a way which is accurate for x near zero.", libm.Log1p, false),
		{Name: "log2", Sig: "x, /", Fn: mathLog2, Doc: "Return the base 2 logarithm of x."},
		{Name: "modf", Sig: "x, /", Fn: modf, Doc: "Return the fractional and integer parts of x.\n\nBoth results carry the sign of x and are floats."},
		{Name: "nextafter", Sig: "x, y, /", Fn: nextafter, Doc: "Return the next floating-point value after x towards y."},
		{Name: "perm", Sig: "n, k=None, /", Fn: perm, Doc: "Number of ways to choose k items from n items without repetition and with order."},
		{Name: "pow", Sig: "x, y, /", Fn: mathPow, Doc: "Return x**y (x to the power of y)."},
		{Name: "prod", Sig: "iterable, /, *, start=1", Fn: prod, Doc: "Calculate the product of all the elements in the input iterable."},
		{Name: "radians", Sig: "x, /", Fn: fnErr(func(x float64) (float64, error) { return x * (math.Pi / 180), nil }), Doc: "Convert angle x from degrees to radians."},
		{Name: "remainder", Sig: "x, y, /", Fn: fn2(math.Remainder), Doc: "Difference between x and the closest integer multiple of y."},
		fn("sin", "Return the sine of x (measured in radians).", libm.Sin, false),
		fn("sinh", "Return the hyperbolic sine of x.", libm.Sinh, true),
		fn("sqrt", "Return the square root of x.", math.Sqrt, false),
		fn("tan", "Return the tangent of x (measured in radians).", libm.Tan, false),
		fn("tanh", "Return the hyperbolic tangent of x.", libm.Tanh, false),
		{Name: "trunc", Sig: "x, /", Fn: trunc, Doc: "Truncates the Real x to the nearest Integral toward 0.\n\nUses the __trunc__ magic method."},
		{Name: "ulp", Sig: "x, /", Fn: fnErr(func(x float64) (float64, error) { return ulp(x), nil }), Doc: "Return the value of the least significant bit of the float x."},
	},
}
