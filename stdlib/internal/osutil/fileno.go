package osutil

import rt "github.com/minipy/minipy/runtime"

var strFileno = rt.StaticStr("fileno")

// Fileno reads a file argument: a descriptor, or an object with fileno().
func Fileno(t *rt.Thread, v rt.Value) (int, error) {
	if !rt.IsIntLike(v) {
		m, ok, err := rt.LookupAttr(t, v, strFileno)
		if err != nil {
			return 0, err
		}
		if !ok {
			return 0, rt.TypeErrorf("argument must be an int, or have a fileno() method.")
		}
		if v, err = rt.Call(t, m); err != nil {
			return 0, err
		}
		if !rt.IsIntLike(v) {
			return 0, rt.TypeErrorf("fileno() returned a non-integer")
		}
	}
	small, big, _ := rt.IntOf(v)
	if big != nil || int64(int32(small)) != small {
		return 0, rt.OverflowErrorf("Python int too large to convert to C int")
	}
	if small < 0 {
		return 0, rt.ValueErrorf("file descriptor cannot be a negative integer (%d)", small)
	}
	return int(small), nil
}
