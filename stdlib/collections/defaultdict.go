package collections

import "github.com/minipy/minipy/runtime"

// A defaultdict is a runtime.Dict with a factory.
var defaultDictType runtime.Type

func asDict(v runtime.Value) *runtime.Dict { return runtime.As[runtime.Dict](v) }

func defaultDictInit(t *runtime.Thread, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	d := asDict(args[0])
	args = args[1:]
	var factory runtime.Value
	if len(args) > len(names) {
		factory = args[0]
		if !factory.IsNone() && !runtime.IsCallable(factory) {
			return runtime.Value{}, runtime.TypeErrorf("first argument must be callable or None")
		}
		args = args[1:]
	}
	d.SetFactory(factory)
	if err := runtime.FillDict(t, "dict", d, args, names); err != nil {
		return runtime.Value{}, err
	}
	return runtime.None, nil
}

func factoryOf(d *runtime.Dict) runtime.Value {
	if f := d.Factory(); !f.IsUnset() {
		return f
	}
	return runtime.None
}

func defaultDictMissing(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	d := asDict(args[0])
	f := d.Factory()
	if f.IsUnset() {
		return runtime.Value{}, runtime.KeyErr(args[1])
	}
	v, err := runtime.Call(t, f)
	if err != nil {
		return runtime.Value{}, err
	}
	return v, runtime.SetItem(t, args[0], args[1], v)
}

func defaultDictRepr(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	d := asDict(v)
	// the dict's own part first, as it marks v as being printed
	body, err := runtime.DictRepr(t, v)
	if err != nil {
		return runtime.Value{}, err
	}
	f := "None"
	if fn := d.Factory(); !fn.IsUnset() {
		if t.ReprEnter(fn) {
			f = "..."
		} else {
			f, err = runtime.ReprStr(t, fn)
			t.ReprLeave()
			if err != nil {
				return runtime.Value{}, err
			}
		}
	}
	return runtime.NewStr(v.Type().PyName() + "(" + f + ", " + runtime.As[runtime.Str](body).String() + ")"), nil
}

func defaultDictCopy(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	d := asDict(args[0])
	return runtime.Call(t, d.Type().Value(), factoryOf(d), args[0])
}

func defaultDictReduce(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	d := asDict(args[0])
	ctor := runtime.TupleOf()
	if f := d.Factory(); !f.IsUnset() {
		ctor = runtime.TupleOf(f)
	}
	items, err := runtime.CallMethod(t, args[0], "items")
	if err != nil {
		return runtime.Value{}, err
	}
	it, err := runtime.Iter(t, items)
	if err != nil {
		return runtime.Value{}, err
	}
	return runtime.TupleOf(d.Type().Value(), ctor, runtime.None, runtime.None, it), nil
}

func defaultDictBinary(t *runtime.Thread, op runtime.BinOp, a, b runtime.Value) (runtime.Value, error) {
	if op != runtime.OpOr {
		return runtime.NotImplemented, nil
	}
	x, ok := runtime.AsDict(a)
	if !ok {
		return runtime.NotImplemented, nil
	}
	if _, ok := runtime.AsDict(b); !ok {
		return runtime.NotImplemented, nil
	}
	self := a
	if !a.Type().IsSubtype(&defaultDictType) {
		self = b
	}
	r, err := runtime.Call(t, self.Type().Value(), factoryOf(asDict(self)), x.Value())
	if err != nil {
		return runtime.Value{}, err
	}
	d, ok := runtime.AsDict(r)
	if !ok {
		return r, nil
	}
	return r, d.UpdateAny(t, b)
}

func dictNew(base *runtime.Type) runtime.RawFn {
	if base == &defaultDictType {
		return func(t *runtime.Thread, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
			return allocDict(args, &defaultDictType)
		}
	}
	return func(t *runtime.Thread, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
		return allocDict(args, &orderedDictType)
	}
}

func allocDict(args []runtime.Value, base *runtime.Type) (runtime.Value, error) {
	cls, err := runtime.ClassArg(args, base)
	if err != nil {
		return runtime.Value{}, err
	}
	return runtime.Alloc[runtime.Dict](cls).Value(), nil
}

func init() {
	runtime.Define(&defaultDictType, runtime.TypeSpec{
		Name: "collections.defaultdict", Base: runtime.DictType, Flags: runtime.FlagBase,
		Doc: "defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\n" +
			"The default factory is called without arguments to produce\na new value when a key is not present, in __getitem__ only.\n" +
			"A defaultdict compares equal to a dict with the same items.\nAll remaining arguments are treated the same as if they were\n" +
			"passed to the dict constructor, including keyword arguments.",
		Slots:  runtime.Slots{Repr: defaultDictRepr, Binary: defaultDictBinary},
		BinOps: []runtime.BinOp{runtime.OpOr}, NoHash: true,
		New:  runtime.Method{Raw: dictNew(&defaultDictType)},
		Init: runtime.Method{Raw: defaultDictInit},
		Methods: []runtime.Method{
			{Name: "__missing__", Sig: "key, /", Fn: defaultDictMissing,
				Doc: "__missing__(key) # Called by __getitem__ for missing key; pseudo-code:\n  if self.default_factory is None: raise KeyError((key,))\n  self[key] = value = self.default_factory()\n  return value\n"},
			{Name: "copy", Fn: defaultDictCopy, Doc: "D.copy() -> a shallow copy of D."},
			{Name: "__copy__", Fn: defaultDictCopy, Doc: "D.copy() -> a shallow copy of D."},
			{Name: "__reduce__", Fn: defaultDictReduce, Doc: "Return state information for pickling."},
			runtime.ClassGetItem(),
		},
		GetSets: []runtime.GetSet{{Name: "default_factory",
			Get: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) { return factoryOf(asDict(v)), nil },
			Set: func(t *runtime.Thread, v, val runtime.Value) error {
				asDict(v).SetFactory(val)
				return nil
			}, Doc: "Factory for default value called by __missing__()."}},
	})
}
