package itertools

import "github.com/minipy/minipy/runtime"

// A filtering is one of dropwhile, takewhile, filterfalse and starmap: a
// function and an iterator. flag: dropwhile has begun, takewhile has ended.
type filtering struct {
	runtime.Object
	fn, it runtime.Value
	flag   bool
}

// A compressing is compress(data, selectors).
type compressing struct {
	runtime.Object
	data, sel runtime.Value
}

var dropWhileType, takeWhileType, filterFalseType, starMapType, compressType runtime.Type

// newFiltering makes the constructor of one of them; typ is only compared.
func newFiltering(typ *runtime.Type) runtime.RawFn {
	return func(t *runtime.Thread, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
		cls, err := runtime.ClassArg(args, typ)
		if err != nil {
			return done(err)
		}
		if err := noKeywords(cls, typ, names); err != nil {
			return done(err)
		}
		if n := len(args) - 1 - len(names); n != 2 {
			return done(runtime.TypeErrorf("%s expected 2 arguments, got %d", typ.PyName(), n))
		}
		it, err := runtime.Iter(t, args[2])
		if err != nil {
			return done(err)
		}
		f := runtime.Alloc[filtering](cls)
		f.fn, f.it = args[1], it
		return f.Value(), nil
	}
}

// test is bool(fn(x)), or of x itself if fn is None and none is allowed.
func test(t *runtime.Thread, fn, x runtime.Value, noneOK bool) (bool, error) {
	if noneOK && (fn.IsNone() || runtime.Is(fn, runtime.BoolType.Value())) {
		return runtime.IsTrue(t, x)
	}
	r, err := runtime.Call(t, fn, x)
	if err != nil {
		return false, err
	}
	return runtime.IsTrue(t, r)
}

func dropWhileNext(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	f := runtime.As[filtering](v)
	for n := 1; ; n++ {
		x, err := next(t, f.it)
		if err != nil || x.IsUnset() || f.flag {
			return x, err
		}
		drop, err := test(t, f.fn, x, false)
		if err != nil {
			return done(err)
		}
		if !drop {
			f.flag = true
			return x, nil
		}
		if err := poll(t, n); err != nil {
			return done(err)
		}
	}
}

func takeWhileNext(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	f := runtime.As[filtering](v)
	if f.flag {
		return done(nil)
	}
	x, err := next(t, f.it)
	if err != nil || x.IsUnset() {
		return x, err
	}
	ok, err := test(t, f.fn, x, false)
	if err != nil {
		return done(err)
	}
	if !ok {
		f.flag = true
		return done(nil)
	}
	return x, nil
}

func filterFalseNext(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	f := runtime.As[filtering](v)
	for n := 1; ; n++ {
		x, err := next(t, f.it)
		if err != nil || x.IsUnset() {
			return x, err
		}
		ok, err := test(t, f.fn, x, true)
		if err != nil {
			return done(err)
		}
		if !ok {
			return x, nil
		}
		if err := poll(t, n); err != nil {
			return done(err)
		}
	}
}

func starMapNext(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	f := runtime.As[filtering](v)
	x, err := next(t, f.it)
	if err != nil || x.IsUnset() {
		return x, err
	}
	if x.Type() == runtime.TupleType {
		return runtime.CallArgs(t, f.fn, runtime.As[runtime.Tuple](x).Items(), nil)
	}
	args, err := runtime.ToSlice(t, x)
	if err != nil {
		return done(err)
	}
	return runtime.CallArgs(t, f.fn, args, nil)
}

func filteringReduce(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	f := runtime.As[filtering](args[0])
	return runtime.TupleOf(f.Type().Value(), runtime.TupleOf(f.fn, f.it)), nil
}

func whileReduce(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	f := runtime.As[filtering](args[0])
	n := int64(0)
	if f.flag {
		n = 1
	}
	return runtime.TupleOf(f.Type().Value(), runtime.TupleOf(f.fn, f.it), runtime.Int(n)), nil
}

func whileSetState(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	b, err := runtime.IsTrue(t, args[1])
	if err != nil {
		return done(err)
	}
	runtime.As[filtering](args[0]).flag = b
	return runtime.None, nil
}

func compressNew(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	cls, err := newIter(args, &compressType)
	if err != nil {
		return done(err)
	}
	data, err := runtime.Iter(t, args[1])
	if err != nil {
		return done(err)
	}
	sel, err := runtime.Iter(t, args[2])
	if err != nil {
		return done(err)
	}
	c := runtime.Alloc[compressing](cls)
	c.data, c.sel = data, sel
	return c.Value(), nil
}

func compressNext(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	c := runtime.As[compressing](v)
	for n := 1; ; n++ {
		x, err := next(t, c.data)
		if err != nil || x.IsUnset() {
			return x, err
		}
		s, err := next(t, c.sel)
		if err != nil || s.IsUnset() {
			return s, err
		}
		ok, err := runtime.IsTrue(t, s)
		if err != nil {
			return done(err)
		}
		if ok {
			return x, nil
		}
		if err := poll(t, n); err != nil {
			return done(err)
		}
	}
}

func init() {
	for _, d := range []struct {
		typ       *runtime.Type
		name, doc string
		next      runtime.UnaryFn
	}{
		{&dropWhileType, "dropwhile", "Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the iterable is exhausted.", dropWhileNext},
		{&takeWhileType, "takewhile", "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.", takeWhileNext},
		{&filterFalseType, "filterfalse", "Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items that are false.", filterFalseNext},
		{&starMapType, "starmap", "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.", starMapNext},
	} {
		methods := []runtime.Method{row("__reduce__", "", filteringReduce)}
		if d.typ == &dropWhileType || d.typ == &takeWhileType {
			methods = []runtime.Method{row("__reduce__", "", whileReduce), row("__setstate__", "state, /", whileSetState)}
		}
		runtime.Define(d.typ, runtime.TypeSpec{Name: "itertools." + d.name, Size: runtime.SizeOf[filtering](), Flags: runtime.FlagBase, Doc: d.doc,
			Slots: runtime.Slots{Iter: runtime.SelfIter, Next: d.next}, New: runtime.Method{Raw: newFiltering(d.typ)}, Methods: methods})
	}
	runtime.Define(&compressType, runtime.TypeSpec{Name: "itertools.compress", Size: runtime.SizeOf[compressing](), Flags: runtime.FlagBase,
		Doc:   "Return data elements corresponding to true selector elements.\n\nForms a shorter iterator from selected data elements using the selectors to\nchoose the data elements.",
		Slots: runtime.Slots{Iter: runtime.SelfIter, Next: compressNext},
		New:   runtime.Method{Sig: "data, selectors", Fn: compressNew},
		Methods: []runtime.Method{row("__reduce__", "", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
			c := runtime.As[compressing](args[0])
			return runtime.TupleOf(c.Type().Value(), runtime.TupleOf(c.data, c.sel)), nil
		})}})
}
