// Package itertools is the module itertools.
package itertools

import "github.com/minipy/minipy/runtime"

// Module is itertools.
var Module = &runtime.ModuleSpec{
	Name: "itertools",
	Doc:  "Functional tools for creating and using iterators.",
	Types: []*runtime.Type{&accumulateType, &chainType, &combinationsType, &combReplType, &compressType, &countType, &cycleType,
		&dropWhileType, &filterFalseType, &groupByType, &isliceType, &pairwiseType, &permutationsType, &productType,
		&repeatType, &starMapType, &takeWhileType, &zipLongestType, &grouperType, &teeType, &teeDataType},
	Methods: []runtime.Method{{Name: "tee", Sig: "iterable, n=2, /", Fn: tee, Doc: "Returns a tuple of n independent iterators."}},
}

// next takes a step of an iterator; unset at the end.
func next(t *runtime.Thread, it runtime.Value) (runtime.Value, error) {
	return it.Type().Slots.Next(t, it)
}

// done ends an iterator's step: at the end, or with an error.
func done(err error) (runtime.Value, error) { return runtime.Value{}, err }

// poll lets signals and the like in every so often in loops without an end of their own.
func poll(t *runtime.Thread, n int) error {
	if n&4095 == 0 {
		return runtime.LongLoop(t, 0)
	}
	return nil
}

// noKeywords refuses keyword arguments to a constructor, as CPython does for
// the class itself and for subclasses without an __init__ of their own.
func noKeywords(cls, base *runtime.Type, names []*runtime.Str) error {
	if len(names) > 0 && (cls == base || !cls.Has(runtime.FlagUserInit)) {
		return runtime.TypeErrorf("%s() takes no keyword arguments", base.PyName())
	}
	return nil
}

func row(name, sig string, fn runtime.NativeFn) runtime.Method {
	return runtime.Method{Name: name, Sig: sig, Fn: fn}
}

func newIter(args []runtime.Value, base *runtime.Type) (*runtime.Type, error) {
	return runtime.ClassArg(args[:1], base)
}
