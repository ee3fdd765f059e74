//go:build linux

package socket

import (
	rt "github.com/minipy/minipy/runtime"
)

// Arguments as CPython's C functions of this module read them: its messages
// differ from those of functions with a declared signature.

// varargs makes a function of min to max positional arguments; those not given
// are unset. name is what messages about their number say.
func varargs(name string, min, max int, fn rt.NativeFn) rt.RawFn {
	return func(t *rt.Thread, a []rt.Value, names []*rt.Str) (rt.Value, error) {
		return callVarargs(t, name, 1, min, max, fn, a, names)
	}
}

// funcArgs is varargs for a function of the module.
func funcArgs(name string, min, max int, fn rt.NativeFn) rt.RawFn {
	return func(t *rt.Thread, a []rt.Value, names []*rt.Str) (rt.Value, error) {
		return callVarargs(t, name, 0, min, max, fn, a, names)
	}
}

func callVarargs(t *rt.Thread, name string, self, min, max int, fn rt.NativeFn, a []rt.Value, names []*rt.Str) (rt.Value, error) {
	if len(names) > 0 {
		return rt.Value{}, rt.TypeErrorf("%s() takes no keyword arguments", name)
	}
	if err := argCount(name, len(a)-self, min, max); err != nil {
		return rt.Value{}, err
	}
	if len(a) == self+max {
		return fn(t, a)
	}
	all := make([]rt.Value, self+max)
	copy(all, a)
	return fn(t, all)
}

// argCount checks how many arguments name was given.
func argCount(name string, n, min, max int) error {
	if n >= min && n <= max {
		return nil
	}
	how, want := "at most", max
	if n < min {
		how, want = "at least", min
	}
	if min == max {
		how = "exactly"
	}
	s := "s"
	if want == 1 {
		s = ""
	}
	return rt.TypeErrorf("%s() takes %s %d argument%s (%d given)", name, how, want, s, n)
}

// cInt reads a C int; def stands for an argument not given.
func cInt(t *rt.Thread, v rt.Value, def int) (int, error) {
	if v.IsUnset() {
		return def, nil
	}
	n, err := rt.AsInt64(t, v)
	if err != nil {
		return 0, err
	}
	if int64(int32(n)) != n {
		if n > 0 {
			return 0, rt.OverflowErrorf("signed integer is greater than maximum")
		}
		return 0, rt.OverflowErrorf("signed integer is less than minimum")
	}
	return int(n), nil
}

// cUint reads a C unsigned int without looking whether it fits.
func cUint(t *rt.Thread, v rt.Value, def uint32) (uint32, error) {
	if v.IsUnset() {
		return def, nil
	}
	r, err := rt.Index(t, v)
	if err != nil {
		return 0, err
	}
	small, big, _ := rt.IntOf(r)
	if big == nil {
		return uint32(small), nil
	}
	words := big.Bits()
	n := uint32(words[0])
	if big.Sign() < 0 {
		n = -n
	}
	return n, nil
}

// cUshort reads a C unsigned short.
func cUshort(t *rt.Thread, v rt.Value, def uint16) (uint16, error) {
	n, err := cUint(t, v, uint32(def))
	return uint16(n), err
}

// cSize reads a C Py_ssize_t; def stands for an argument not given.
func cSize(t *rt.Thread, v rt.Value, def int) (int, error) {
	if v.IsUnset() {
		return def, nil
	}
	return rt.AsSsizeArg(t, v)
}

// typeName is how argument messages name a value's class.
func typeName(v rt.Value) string {
	if v.IsNone() {
		return "None"
	}
	return v.Type().Name
}

// writable gives the memory of a read-write argument.
func writable(t *rt.Thread, v rt.Value, fn string, arg string) (*rt.Buffer, error) {
	if v.Type().Slots.Buffer != nil {
		buf, err := rt.GetBuffer(t, v)
		if err == nil && !buf.ReadOnly {
			return buf, nil
		}
		if err == nil {
			buf.Release()
		}
	}
	return nil, rt.TypeErrorf("%s() argument %s must be read-write bytes-like object, not %s", fn, arg, typeName(v))
}

// items gives the items of an argument that may be any iterable.
func items(t *rt.Thread, v rt.Value, notIterable string) ([]rt.Value, error) {
	s := &v.Type().Slots
	if s.Iter == nil && s.GetItem == nil {
		return nil, rt.TypeErrorf("%s", notIterable)
	}
	return rt.ToSlice(t, v)
}
