package math

import (
	"math"

	"github.com/minipy/minipy/runtime"
)

// fsum adds without loss: partials are floats that do not overlap, in
// increasing size, whose exact sum is that of all items so far (Shewchuk).
func fsum(t *thread, args []value) (value, error) {
	var partials []float64
	special, infs := 0.0, 0.0
	err := runtime.Iterate(t, args[0], func(item value) error {
		x, err := runtime.AsFloat(t, item)
		if err != nil {
			return err
		}
		orig := x
		n := 0
		for _, y := range partials {
			if math.Abs(x) < math.Abs(y) {
				x, y = y, x
			}
			hi := x + y
			if lo := y - (hi - x); lo != 0 {
				partials[n] = lo
				n++
			}
			x = hi
		}
		partials = partials[:n]
		if x == 0 {
			return nil
		}
		if !finite(x) {
			if finite(orig) {
				return runtime.OverflowErrorf("intermediate overflow in fsum")
			}
			if math.IsInf(orig, 0) {
				infs += orig
			}
			special += orig
			partials = partials[:0]
			return nil
		}
		partials = append(partials, x)
		return nil
	})
	if err != nil {
		return value{}, err
	}
	if special != 0 {
		if infs != infs {
			return value{}, runtime.ValueErrorf("-inf + inf in fsum")
		}
		return runtime.Float(special), nil
	}
	return runtime.Float(sumPartials(partials)), nil
}

// sumPartials rounds the exact sum of partials once, half to even.
func sumPartials(p []float64) float64 {
	n := len(p)
	if n == 0 {
		return 0
	}
	n--
	hi, lo := p[n], 0.0
	for n > 0 {
		x := hi
		n--
		y := p[n]
		hi = x + y
		if lo = y - (hi - x); lo != 0 {
			break
		}
	}
	// A tie was rounded to even; what lies below may break it the other way.
	if n > 0 && (lo < 0 && p[n-1] < 0 || lo > 0 && p[n-1] > 0) {
		y := lo * 2
		x := hi + y
		if y == x-hi {
			hi = x
		}
	}
	return hi
}

// norm is the length of a vector: squares added with their rounding errors,
// and one correction of the root.
func norm(v []float64) float64 {
	big, nan := 0.0, false
	for i, x := range v {
		x = math.Abs(x)
		v[i] = x
		nan = nan || x != x
		if x > big {
			big = x
		}
	}
	switch {
	case math.IsInf(big, 0):
		return big
	case nan:
		return math.NaN()
	case big == 0 || len(v) <= 1:
		return big
	}
	_, e := math.Frexp(big)
	if e < -1000 {
		// scaling would overflow: bring the subnormals up first
		for i := range v {
			v[i] *= 0x1p200
		}
		return norm(v) * 0x1p-200
	}
	scale := math.Ldexp(1, -e)
	sum, low := 0.0, 0.0
	add := func(p, q float64) {
		s := sum + p
		b := s - sum
		low += (sum - (s - b)) + (p - b) + q
		sum = s
	}
	for _, x := range v {
		x *= scale
		p := x * x
		add(p, math.FMA(x, x, -p))
	}
	h := math.Sqrt(sum + low)
	p := h * h
	add(-p, -math.FMA(h, h, -p))
	h += (sum + low) / (2 * h)
	return math.Ldexp(h, e)
}

func hypot(t *thread, args []value, names []*runtime.Str) (value, error) {
	if err := noKeywords(names, "hypot"); err != nil {
		return value{}, err
	}
	var small [4]float64
	v := small[:0]
	if len(args) > len(small) {
		v = make([]float64, 0, len(args))
	}
	v = v[:len(args)]
	for i, x := range args {
		var err error
		if v[i], err = runtime.AsFloat(t, x); err != nil {
			return value{}, err
		}
	}
	return runtime.Float(norm(v)), nil
}

func dist(t *thread, args []value) (value, error) {
	p, err := runtime.ToSlice(t, args[0])
	if err != nil {
		return value{}, err
	}
	q, err := runtime.ToSlice(t, args[1])
	if err != nil {
		return value{}, err
	}
	if len(p) != len(q) {
		return value{}, runtime.ValueErrorf("both points must have the same number of dimensions")
	}
	v := make([]float64, len(p))
	for i := range p {
		x, err := runtime.AsFloat(t, p[i])
		if err != nil {
			return value{}, err
		}
		y, err := runtime.AsFloat(t, q[i])
		if err != nil {
			return value{}, err
		}
		v[i] = math.Abs(x - y)
	}
	return runtime.Float(norm(v)), nil
}
