// Package bisect is the module bisect: places in sorted lists.
package bisect

import "github.com/minipy/minipy/runtime"

const sig = "a, x, lo=0, hi=None, *, key=None"

// Module is bisect.
var Module = &runtime.ModuleSpec{
	Name:       "bisect",
	FuncModule: "_bisect",
	Doc:        "Bisection algorithms.",
	Methods: []runtime.Method{
		{Name: "bisect_right", Sig: sig, Fn: right, Doc: rightDoc},
		{Name: "bisect_left", Sig: sig, Fn: left,
			Doc: "Return the index where to insert item x in list a, assuming a is sorted.\n\nThe return value i is such that all e in a[:i] have e < x, and all e in\n" +
				"a[i:] have e >= x.  So if x already appears in the list, a.insert(i, x) will\ninsert just before the leftmost x already there.\n\n" +
				"Optional args lo (default 0) and hi (default len(a)) bound the\nslice of a to be searched."},
		{Name: "insort_right", Sig: sig, Fn: insortRight, Doc: insortDoc},
		{Name: "insort_left", Sig: sig, Fn: insortLeft,
			Doc: "Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the left of the leftmost x.\n\n" +
				"Optional args lo (default 0) and hi (default len(a)) bound the\nslice of a to be searched."},
	},
	Init: func(t *runtime.Thread, m *runtime.Module) error {
		for alias, of := range map[string]string{"bisect": "bisect_right", "insort": "insort_right"} {
			f, _ := m.Dict.Lookup(of)
			m.Dict.Store(alias, f)
		}
		return nil
	},
}

const rightDoc = "Return the index where to insert item x in list a, assuming a is sorted.\n\nThe return value i is such that all e in a[:i] have e <= x, and all e in\n" +
	"a[i:] have e > x.  So if x already appears in the list, a.insert(i, x) will\ninsert just after the rightmost x already there.\n\n" +
	"Optional args lo (default 0) and hi (default len(a)) bound the\nslice of a to be searched."

const insortDoc = "Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the right of the rightmost x.\n\n" +
	"Optional args lo (default 0) and hi (default len(a)) bound the\nslice of a to be searched."

// search finds the place of x: before equal items or after them.
func search(t *runtime.Thread, args []runtime.Value, x runtime.Value, before bool) (int, error) {
	a, key := args[0], args[4]
	lo, err := runtime.AsSsizeArg(t, args[2])
	if err != nil {
		return 0, err
	}
	if lo < 0 {
		return 0, runtime.ValueErrorf("lo must be non-negative")
	}
	hi := -1
	if !args[3].IsNone() {
		if !runtime.HasIndex(args[3]) {
			return 0, runtime.TypeErrorf("argument should be integer or None, not '%s'", args[3].Type().Name)
		}
		if hi, err = runtime.AsSsizeArg(t, args[3]); err != nil {
			return 0, err
		}
	}
	if hi < 0 {
		if hi, err = runtime.Len(t, a); err != nil {
			return 0, err
		}
	}
	list, isList := runtime.AsList(a)
	isList = isList && a.Type() == runtime.ListType
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		var y runtime.Value
		if isList && mid < list.Len() {
			y = list.Items()[mid]
		} else if y, err = runtime.GetItem(t, a, runtime.Int(int64(mid))); err != nil {
			return 0, err
		}
		if !key.IsNone() {
			if y, err = runtime.Call(t, key, y); err != nil {
				return 0, err
			}
		}
		var less bool
		if before {
			less, err = runtime.LessThan(t, y, x)
		} else {
			less, err = runtime.LessThan(t, x, y)
		}
		if err != nil {
			return 0, err
		}
		if less == before {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, nil
}

func left(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	i, err := search(t, args, args[1], true)
	return runtime.Int(int64(i)), err
}

func right(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	i, err := search(t, args, args[1], false)
	return runtime.Int(int64(i)), err
}

func insort(t *runtime.Thread, args []runtime.Value, before bool) (runtime.Value, error) {
	x := args[1]
	if !args[4].IsNone() {
		var err error
		if x, err = runtime.Call(t, args[4], x); err != nil {
			return runtime.Value{}, err
		}
	}
	i, err := search(t, args, x, before)
	if err != nil {
		return runtime.Value{}, err
	}
	if l, ok := runtime.AsList(args[0]); ok && args[0].Type() == runtime.ListType {
		if err := l.Insert(t, i, args[1]); err != nil {
			return runtime.Value{}, err
		}
		return runtime.None, nil
	}
	if _, err = runtime.CallMethod(t, args[0], "insert", runtime.Int(int64(i)), args[1]); err != nil {
		return runtime.Value{}, err
	}
	return runtime.None, nil
}

func insortLeft(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	return insort(t, args, true)
}
func insortRight(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	return insort(t, args, false)
}
