package vm

import "github.com/minipy/minipy/runtime"

// Host functions of the usual shapes, called without reflection: up to two
// parameters of type int, float64, string, bool or Value, in the combinations
// listed in fastFunc, and a result of one of these, an error, or both.

// An in converts an argument.
type in[A any] func(t *thread, v runtime.Value) (A, error)

func inInt(t *thread, v runtime.Value) (int, error) {
	if v.IsInt() {
		if n := v.AsInt64(); int64(int(n)) == n {
			return int(n), nil
		}
	}
	n, err := t.intFrom(v, intType)
	if err == nil && int64(int(n)) != n {
		err = tooLarge(intType)
	}
	return int(n), err
}

func inFloat(t *thread, v runtime.Value) (float64, error) { return t.floatFrom(v) }
func inString(t *thread, v runtime.Value) (string, error) { return t.stringFrom(v) }
func inValue(t *thread, v runtime.Value) (Value, error)   { return Value{t.m, v}, nil }

func inBool(t *thread, v runtime.Value) (bool, error) {
	if !v.IsBool() {
		return false, mismatch("bool", v)
	}
	return v.IsTrue(), nil
}

// outInt and the like convert a result.
func outInt(t *thread, x int) (runtime.Value, error)       { return runtime.Int(int64(x)), nil }
func outFloat(t *thread, x float64) (runtime.Value, error) { return runtime.Float(x), nil }
func outString(t *thread, x string) (runtime.Value, error) { return pyString(x), nil }
func outBool(t *thread, x bool) (runtime.Value, error)     { return runtime.Bool(x), nil }
func outValue(t *thread, x Value) (runtime.Value, error)   { return t.ownValue(x) }
func outNone(t *thread, x struct{}) (runtime.Value, error) { return runtime.None, nil }

// fastFunc is the row's Fn for f if it has one of the usual shapes, else nil.
func fastFunc(f *goFunc) runtime.NativeFn {
	if f.ctx || f.vm || !f.fn.CanInterface() {
		return nil
	}
	x := f.fn.Interface()
	switch len(f.in) {
	case 0:
		return fast0(f, x)
	case 1:
		return first(fast1(f, x, inInt), fast1(f, x, inString), fast1(f, x, inFloat), fast1(f, x, inValue), fast1(f, x, inBool))
	case 2:
		return first(fast2(f, x, inInt, inInt), fast2(f, x, inString, inString), fast2(f, x, inFloat, inFloat), fast2(f, x, inValue, inValue),
			fast2(f, x, inString, inInt), fast2(f, x, inInt, inString), fast2(f, x, inString, inFloat), fast2(f, x, inString, inValue), fast2(f, x, inString, inBool))
	}
	return nil
}

func first(fns ...runtime.NativeFn) runtime.NativeFn {
	for _, fn := range fns {
		if fn != nil {
			return fn
		}
	}
	return nil
}

func fast0(f *goFunc, x any) runtime.NativeFn {
	switch x := x.(type) {
	case func():
		return call0(func() (struct{}, error) { x(); return struct{}{}, nil }, outNone)
	case func() int:
		return call0(func() (int, error) { return x(), nil }, outInt)
	case func() float64:
		return call0(func() (float64, error) { return x(), nil }, outFloat)
	case func() string:
		return call0(func() (string, error) { return x(), nil }, outString)
	case func() bool:
		return call0(func() (bool, error) { return x(), nil }, outBool)
	case func() error:
		return call0(func() (struct{}, error) { return struct{}{}, x() }, outNone)
	case func() (int, error):
		return call0(x, outInt)
	case func() (string, error):
		return call0(x, outString)
	}
	return nil
}

func fast1[A any](f *goFunc, x any, a in[A]) runtime.NativeFn {
	switch x := x.(type) {
	case func(A):
		return call1(f, func(p A) (struct{}, error) { x(p); return struct{}{}, nil }, a, outNone)
	case func(A) error:
		return call1(f, func(p A) (struct{}, error) { return struct{}{}, x(p) }, a, outNone)
	case func(A) int:
		return call1(f, func(p A) (int, error) { return x(p), nil }, a, outInt)
	case func(A) float64:
		return call1(f, func(p A) (float64, error) { return x(p), nil }, a, outFloat)
	case func(A) string:
		return call1(f, func(p A) (string, error) { return x(p), nil }, a, outString)
	case func(A) bool:
		return call1(f, func(p A) (bool, error) { return x(p), nil }, a, outBool)
	case func(A) Value:
		return call1(f, func(p A) (Value, error) { return x(p), nil }, a, outValue)
	case func(A) (int, error):
		return call1(f, x, a, outInt)
	case func(A) (float64, error):
		return call1(f, x, a, outFloat)
	case func(A) (string, error):
		return call1(f, x, a, outString)
	case func(A) (bool, error):
		return call1(f, x, a, outBool)
	case func(A) (Value, error):
		return call1(f, x, a, outValue)
	}
	return nil
}

func fast2[A, B any](f *goFunc, x any, a in[A], b in[B]) runtime.NativeFn {
	switch x := x.(type) {
	case func(A, B):
		return call2(f, func(p A, q B) (struct{}, error) { x(p, q); return struct{}{}, nil }, a, b, outNone)
	case func(A, B) error:
		return call2(f, func(p A, q B) (struct{}, error) { return struct{}{}, x(p, q) }, a, b, outNone)
	case func(A, B) int:
		return call2(f, func(p A, q B) (int, error) { return x(p, q), nil }, a, b, outInt)
	case func(A, B) float64:
		return call2(f, func(p A, q B) (float64, error) { return x(p, q), nil }, a, b, outFloat)
	case func(A, B) string:
		return call2(f, func(p A, q B) (string, error) { return x(p, q), nil }, a, b, outString)
	case func(A, B) bool:
		return call2(f, func(p A, q B) (bool, error) { return x(p, q), nil }, a, b, outBool)
	case func(A, B) Value:
		return call2(f, func(p A, q B) (Value, error) { return x(p, q), nil }, a, b, outValue)
	case func(A, B) (int, error):
		return call2(f, x, a, b, outInt)
	case func(A, B) (float64, error):
		return call2(f, x, a, b, outFloat)
	case func(A, B) (string, error):
		return call2(f, x, a, b, outString)
	case func(A, B) (bool, error):
		return call2(f, x, a, b, outBool)
	case func(A, B) (Value, error):
		return call2(f, x, a, b, outValue)
	}
	return nil
}

// An out converts a result.
type out[R any] func(t *thread, x R) (runtime.Value, error)

// The conversions run with the GIL, the function itself (run0 and so on) with
// the GIL lent: hence two functions each. Two Go errors come of a call: what
// the function returns, and what a panic of it has become.

func call0[R any](fn func() (R, error), o out[R]) runtime.NativeFn {
	return func(rt *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
		t := implOf(rt)
		r, err, failed := run0(t, fn)
		if failed != nil || err != nil {
			return t.hostFailed(failed, err)
		}
		return o(t, r)
	}
}

func run0[R any](t *thread, fn func() (R, error)) (r R, err, failed error) {
	cur := t.cur
	t.lend()
	defer t.returned(cur, nil, &failed)
	r, err = fn()
	return r, err, nil
}

func call1[A, R any](f *goFunc, fn func(A) (R, error), a in[A], o out[R]) runtime.NativeFn {
	return func(rt *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
		t := implOf(rt)
		p, err := a(t, args[0])
		if err != nil {
			return runtime.Value{}, f.argError(0, err)
		}
		r, err, failed := run1(t, fn, p)
		if failed != nil || err != nil {
			return t.hostFailed(failed, err)
		}
		return o(t, r)
	}
}

func run1[A, R any](t *thread, fn func(A) (R, error), p A) (r R, err, failed error) {
	cur := t.cur
	t.lend()
	defer t.returned(cur, nil, &failed)
	r, err = fn(p)
	return r, err, nil
}

func call2[A, B, R any](f *goFunc, fn func(A, B) (R, error), a in[A], b in[B], o out[R]) runtime.NativeFn {
	return func(rt *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
		t := implOf(rt)
		p, err := a(t, args[0])
		if err != nil {
			return runtime.Value{}, f.argError(0, err)
		}
		q, err := b(t, args[1])
		if err != nil {
			return runtime.Value{}, f.argError(1, err)
		}
		r, err, failed := run2(t, fn, p, q)
		if failed != nil || err != nil {
			return t.hostFailed(failed, err)
		}
		return o(t, r)
	}
}

func run2[A, B, R any](t *thread, fn func(A, B) (R, error), p A, q B) (r R, err, failed error) {
	cur := t.cur
	t.lend()
	defer t.returned(cur, nil, &failed)
	r, err = fn(p, q)
	return r, err, nil
}

// hostFailed is the exception for a function that has panicked, or returned err.
func (t *thread) hostFailed(failed, err error) (runtime.Value, error) {
	if failed != nil {
		return runtime.Value{}, failed
	}
	return runtime.Value{}, t.raiseHost(err)
}
