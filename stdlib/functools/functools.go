// Package functools is the module _functools: what functools needs in Go.
package functools

import "github.com/minipy/minipy/runtime"

// Module is _functools.
var Module = &runtime.ModuleSpec{
	Name: "_functools",
	Doc:  "Tools that operate on functions.",
	Methods: []runtime.Method{
		{Name: "reduce", Sig: "function, iterable, initial=?, /", Fn: reduce,
			Doc: "reduce(function, iterable[, initial]) -> value\n\nApply a function of two arguments cumulatively to the items of a sequence\n" +
				"or iterable, from left to right, so as to reduce the iterable to a single\nvalue.  For example, reduce(lambda x, y: x+y, [1, 2, 3, 4, 5]) calculates\n" +
				"((((1+2)+3)+4)+5).  If initial is present, it is placed before the items\nof the iterable in the calculation, and serves as a default when the\niterable is empty."},
		{Name: "cmp_to_key", Sig: "mycmp", Fn: cmpToKey, Doc: "Convert a cmp= function into a key= function."},
	},
	Types: []*runtime.Type{&partialType, &lruType},
}

func reduce(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	f := args[0]
	it, err := runtime.Iter(t, args[1])
	if err != nil {
		if runtime.IsError(err, runtime.TypeError) && !runtime.IsIterable(args[1]) {
			return runtime.Value{}, runtime.TypeErrorf("reduce() arg 2 must support iteration")
		}
		return runtime.Value{}, err
	}
	acc := args[2]
	var pair [2]runtime.Value
	for n := 1; ; n++ {
		x, err := runtime.Next(t, it)
		if err != nil {
			return runtime.Value{}, err
		}
		if x.IsUnset() {
			break
		}
		if acc.IsUnset() {
			acc = x
			continue
		}
		pair = [2]runtime.Value{acc, x}
		if acc, err = runtime.CallArgs(t, f, pair[:], nil); err != nil {
			return runtime.Value{}, err
		}
		if n&4095 == 0 {
			if err := runtime.LongLoop(t, 0); err != nil {
				return runtime.Value{}, err
			}
		}
	}
	if acc.IsUnset() {
		return runtime.Value{}, runtime.TypeErrorf("reduce() of empty iterable with no initial value")
	}
	return acc, nil
}

// A keyObject is what cmp_to_key's key function gives: compared by cmp.
type keyObject struct {
	runtime.Object
	cmp runtime.Value
	obj runtime.Value // unset: the key function itself
}

var keyType runtime.Type

func cmpToKey(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	k := runtime.Alloc[keyObject](&keyType)
	k.cmp = args[0]
	return k.Value(), nil
}

func keyCall(t *runtime.Thread, v runtime.Value, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	k := runtime.As[keyObject](v)
	if len(args) != 1 || len(names) == 1 && names[0].String() != "obj" {
		if len(args) == 0 {
			return runtime.Value{}, runtime.TypeErrorf("K() missing required argument 'obj' (pos 1)")
		}
		if len(names) == 1 && len(args) == 1 {
			return runtime.Value{}, runtime.TypeErrorf("'%s' is an invalid keyword argument for K()", names[0].String())
		}
		return runtime.Value{}, runtime.TypeErrorf("K() takes at most 1 argument (%d given)", len(args))
	}
	r := runtime.Alloc[keyObject](&keyType)
	r.cmp, r.obj = k.cmp, args[0]
	return r.Value(), nil
}

func keyCompare(t *runtime.Thread, op runtime.CmpOp, a, b runtime.Value) (runtime.Value, error) {
	x := runtime.As[keyObject](a)
	if b.Type() != &keyType {
		return runtime.Value{}, runtime.TypeErrorf("other argument must be K instance")
	}
	y := runtime.As[keyObject](b)
	if x.obj.IsUnset() || y.obj.IsUnset() {
		return runtime.Value{}, runtime.AttributeErrorf("object")
	}
	r, err := runtime.Call(t, x.cmp, x.obj, y.obj)
	if err != nil {
		return runtime.Value{}, err
	}
	return runtime.Compare(t, op, r, runtime.Int(0))
}

func init() {
	runtime.Define(&keyType, runtime.TypeSpec{Name: "functools.KeyWrapper", Size: runtime.SizeOf[keyObject](), Flags: runtime.FlagDisallowNew, NoHash: true,
		Slots: runtime.Slots{Call: keyCall, Compare: keyCompare},
		GetSets: []runtime.GetSet{{Name: "obj",
			Get: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
				if o := runtime.As[keyObject](v).obj; !o.IsUnset() {
					return o, nil
				}
				return runtime.None, nil
			},
			Set: func(t *runtime.Thread, v, val runtime.Value) error {
				runtime.As[keyObject](v).obj = val
				return nil
			},
			Doc: "Value wrapped by a key function."}},
	})
}
