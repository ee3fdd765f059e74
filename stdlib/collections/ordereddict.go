package collections

import "github.com/minipy/minipy/runtime"

// An OrderedDict is a runtime.Dict, which keeps order anyway and can move a
// key to either end.
var orderedDictType, odictKeysType, odictValuesType, odictItemsType, odictIterType runtime.Type

var odictViews = [3]*runtime.Type{&odictKeysType, &odictValuesType, &odictItemsType}

// An odictIter walks an OrderedDict in either direction and notices any change
// of its keys' order.
type odictIter struct {
	runtime.Object
	d    *runtime.Dict // nil: at the end
	pos  int
	used int
	muts uint32
	kind runtime.DictKind
	rev  bool
}

func newOdictIter(d *runtime.Dict, kind runtime.DictKind, rev bool) runtime.Value {
	it := runtime.Alloc[odictIter](&odictIterType)
	it.d, it.kind, it.rev, it.used, it.muts = d, kind, rev, d.Len(), d.Muts()
	if rev {
		it.pos = d.End()
	}
	return it.Value()
}

func odictIterNext(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	it := runtime.As[odictIter](v)
	if it.d == nil {
		return runtime.Value{}, nil
	}
	if it.muts != it.d.Muts() {
		return runtime.Value{}, runtime.RuntimeErrorf("OrderedDict mutated during iteration")
	}
	if it.used != it.d.Len() {
		return runtime.Value{}, runtime.RuntimeErrorf("OrderedDict changed size during iteration")
	}
	step := it.d.Next
	if it.rev {
		step = it.d.Prev
	}
	pos, k, x, ok := step(it.pos)
	it.pos = pos
	if !ok {
		it.d = nil
		return runtime.Value{}, nil
	}
	if _, _, _, more := step(pos); !more { // changes after the last item go unnoticed
		it.d = nil
	}
	switch {
	case it.kind == runtime.DictKeys:
		return k, nil
	case it.kind == runtime.DictValues:
		return x, nil
	}
	return runtime.NewPair(k, x), nil
}

func odictIterReduce(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	c := *runtime.As[odictIter](args[0])
	items, err := runtime.ToSlice(t, c.Value())
	if err != nil {
		return runtime.Value{}, err
	}
	f, err := runtime.BuiltinByName(t, "iter")
	if err != nil {
		return runtime.Value{}, err
	}
	return runtime.TupleOf(f, runtime.TupleOf(runtime.NewList(items).Value())), nil
}

func odictRepr(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	d := asDict(v)
	name := v.Type().PyName()
	if d.Len() == 0 {
		return runtime.NewStr(name + "()"), nil
	}
	if t.ReprEnter(v) {
		return runtime.NewStr("..."), nil
	}
	defer t.ReprLeave()
	var items []runtime.Value
	if v.Type() == &orderedDictType {
		for i, k, x, ok := d.Next(0); ok; i, k, x, ok = d.Next(i) {
			items = append(items, runtime.NewPair(k, x))
		}
	} else {
		view, err := runtime.CallMethod(t, v, "items")
		if err != nil {
			return runtime.Value{}, err
		}
		if items, err = runtime.ToSlice(t, view); err != nil {
			return runtime.Value{}, err
		}
	}
	return runtime.ReprItems(t, name+"([", items, "])")
}

func odictCompare(t *runtime.Thread, op runtime.CmpOp, a, b runtime.Value) (runtime.Value, error) {
	x, ok := runtime.AsDict(a)
	if !ok || op != runtime.CmpEQ && op != runtime.CmpNE {
		return runtime.NotImplemented, nil
	}
	y, ok := runtime.AsDict(b)
	if !ok {
		return runtime.NotImplemented, nil
	}
	eq, err := runtime.DictEqual(t, x, y)
	if err != nil {
		return runtime.Value{}, err
	}
	if eq && a.Type().IsSubtype(&orderedDictType) && b.Type().IsSubtype(&orderedDictType) {
		ks, err := x.KeysOf(t)
		if err != nil {
			return runtime.Value{}, err
		}
		ls, err := y.KeysOf(t)
		if err != nil {
			return runtime.Value{}, err
		}
		for i := 0; eq && i < len(ks) && i < len(ls); i++ {
			if eq, err = runtime.EqualBool(t, ks[i], ls[i]); err != nil {
				return runtime.Value{}, err
			}
		}
	}
	return runtime.Bool(eq == (op == runtime.CmpEQ)), nil
}

// odictUpdate stores self[k] = v for what args give, through a subclass's __setitem__.
func odictUpdate(t *runtime.Thread, self runtime.Value, args []runtime.Value, names []*runtime.Str) error {
	set := func(k, v runtime.Value) error { return runtime.SetItem(t, self, k, v) }
	if self.Type() == &orderedDictType {
		d := asDict(self)
		set = func(k, v runtime.Value) error { return d.Set(t, k, v) }
	}
	if len(args) > len(names) {
		if err := odictMerge(t, args[0], set); err != nil {
			return err
		}
	}
	for i, n := range names {
		if err := set(n.Value(), args[len(args)-len(names)+i]); err != nil {
			return err
		}
	}
	return nil
}

func odictMerge(t *runtime.Thread, other runtime.Value, set func(k, v runtime.Value) error) error {
	if other.Type() == runtime.DictType {
		d := asDict(other)
		for i, k, v, ok := d.Next(0); ok; i, k, v, ok = d.Next(i) {
			if err := set(k, v); err != nil {
				return err
			}
		}
		return nil
	}
	for _, name := range []string{"keys", "items"} {
		m, ok, err := runtime.LookupAttr(t, other, t.VM.Intern(name))
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		view, err := runtime.Call(t, m)
		if err != nil {
			return err
		}
		if name == "items" {
			return odictPairs(t, view, set)
		}
		return runtime.Iterate(t, view, func(k runtime.Value) error {
			v, err := runtime.GetItem(t, other, k)
			if err != nil {
				return err
			}
			return set(k, v)
		})
	}
	return odictPairs(t, other, set)
}

func odictPairs(t *runtime.Thread, pairs runtime.Value, set func(k, v runtime.Value) error) error {
	return runtime.Iterate(t, pairs, func(pair runtime.Value) error {
		items, err := runtime.ToSlice(t, pair)
		if err != nil {
			return err
		}
		switch {
		case len(items) > 2:
			return runtime.ValueErrorf("too many values to unpack (expected 2)")
		case len(items) == 1:
			return runtime.ValueErrorf("need more than 1 value to unpack")
		case len(items) == 0:
			return runtime.ValueErrorf("need more than 0 values to unpack")
		}
		return set(items[0], items[1])
	})
}

func odictInit(t *runtime.Thread, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	if n := len(args) - 1 - len(names); n > 1 {
		return runtime.Value{}, runtime.TypeErrorf("expected at most 1 arguments, got %d", n)
	}
	return runtime.None, odictUpdate(t, args[0], args[1:], names)
}

func odictUpdateMethod(t *runtime.Thread, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	if n := len(args) - 1 - len(names); n > 1 {
		return runtime.Value{}, runtime.TypeErrorf("update() takes at most 1 positional argument (%d given)", n)
	}
	return runtime.None, odictUpdate(t, args[0], args[1:], names)
}

func odictBinary(t *runtime.Thread, op runtime.BinOp, a, b runtime.Value) (runtime.Value, error) {
	_, okA := runtime.AsDict(a)
	_, okB := runtime.AsDict(b)
	if op != runtime.OpOr || !okA || !okB {
		return runtime.NotImplemented, nil
	}
	cls := a.Type()
	if !cls.IsSubtype(&orderedDictType) {
		cls = b.Type()
	}
	r, err := runtime.Call(t, cls.Value(), a)
	if err != nil {
		return runtime.Value{}, err
	}
	return r, odictUpdate(t, r, []runtime.Value{b}, nil)
}

func odictInplace(t *runtime.Thread, op runtime.BinOp, a, b runtime.Value) (runtime.Value, error) {
	if op != runtime.OpOr || !a.Type().IsSubtype(&orderedDictType) {
		return runtime.NotImplemented, nil
	}
	return a, odictUpdate(t, a, []runtime.Value{b}, nil)
}

// keyErrUnpacked is KeyError(key), or, as CPython has it here, KeyError(*key) of a tuple.
func keyErrUnpacked(key runtime.Value) error {
	if tup, ok := runtime.AsTuple(key); ok {
		return runtime.NewException(runtime.KeyError, tup.Items()...)
	}
	return runtime.KeyErr(key)
}

func odictMoveToEnd(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	last, err := runtime.IsTrue(t, args[2])
	if err != nil {
		return runtime.Value{}, err
	}
	ok, err := asDict(args[0]).MoveToEnd(t, args[1], last)
	if err == nil && !ok {
		err = keyErrUnpacked(args[1])
	}
	if err != nil {
		return runtime.Value{}, err
	}
	return runtime.None, nil
}

func odictPopItem(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	last, err := runtime.IsTrue(t, args[1])
	if err != nil {
		return runtime.Value{}, err
	}
	k, v, ok := asDict(args[0]).PopItem(last)
	if !ok {
		return runtime.Value{}, runtime.Errorf(runtime.KeyError, "dictionary is empty")
	}
	return runtime.NewPair(k, v), nil
}

func odictPop(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	v, ok, err := asDict(args[0]).Delete(t, args[1])
	switch {
	case err != nil:
		return runtime.Value{}, err
	case ok:
		return v, nil
	case args[2].IsUnset():
		return runtime.Value{}, keyErrUnpacked(args[1])
	}
	return args[2], nil
}

func odictSetDefault(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	if args[0].Type() == &orderedDictType {
		return asDict(args[0]).SetDefault(t, args[1], args[2])
	}
	in, err := runtime.Contains(t, args[0], args[1])
	if err != nil {
		return runtime.Value{}, err
	}
	if in {
		return runtime.GetItem(t, args[0], args[1])
	}
	return args[2], runtime.SetItem(t, args[0], args[1], args[2])
}

func odictCopy(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	d := asDict(args[0])
	if d.Type() == &orderedDictType {
		r := runtime.Alloc[runtime.Dict](&orderedDictType)
		return r.Value(), runtime.DictCopyInto(t, r, d)
	}
	r, err := runtime.Call(t, d.Type().Value())
	if err != nil {
		return runtime.Value{}, err
	}
	for i, k, _, ok := d.Next(0); ok; i, k, _, ok = d.Next(i) {
		v, err := runtime.GetItem(t, args[0], k)
		if err != nil {
			return runtime.Value{}, err
		}
		if err := runtime.SetItem(t, r, k, v); err != nil {
			return runtime.Value{}, err
		}
	}
	return r, nil
}

func odictReduce(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	state := runtime.None
	if d := runtime.InstanceDict(args[0]); d != nil && d.Len() > 0 {
		state = d.Value()
	}
	items, err := runtime.CallMethod(t, args[0], "items")
	if err != nil {
		return runtime.Value{}, err
	}
	it, err := runtime.Iter(t, items)
	if err != nil {
		return runtime.Value{}, err
	}
	return runtime.TupleOf(args[0].Type().Value(), runtime.TupleOf(), state, runtime.None, it), nil
}

func init() {
	row := func(name, sig string, fn runtime.NativeFn, doc string) runtime.Method {
		return runtime.Method{Name: name, Sig: sig, Fn: fn, Doc: doc}
	}
	runtime.Define(&orderedDictType, runtime.TypeSpec{
		Name: "collections.OrderedDict", Base: runtime.DictType, Flags: runtime.FlagBase, AttrOff: runtime.SizeOf[runtime.Dict]().Bytes(), NoHash: true,
		Doc: "Dictionary that remembers insertion order",
		Slots: runtime.Slots{Repr: odictRepr, Compare: odictCompare, Binary: odictBinary, Inplace: odictInplace,
			Iter: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
				return newOdictIter(asDict(v), runtime.DictKeys, false), nil
			}},
		BinOps: []runtime.BinOp{runtime.OpOr}, InOps: []runtime.BinOp{runtime.OpOr},
		New:  runtime.Method{Raw: dictNew(&orderedDictType)},
		Init: runtime.Method{Raw: odictInit},
		Methods: []runtime.Method{
			{Name: "update", Raw: odictUpdateMethod, Doc: "D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F."},
			{Name: "fromkeys", Sig: "iterable, value=None", Kind: runtime.ClassMethod, Fn: runtime.DictFromKeys,
				Doc: "Create a new ordered dictionary with keys from iterable and values set to value."},
			row("move_to_end", "key, last=True", odictMoveToEnd,
				"Move an existing element to the end (or beginning if last is false).\n\nRaise KeyError if the element does not exist."),
			row("popitem", "last=True", odictPopItem,
				"Remove and return a (key, value) pair from the dictionary.\n\nPairs are returned in LIFO order if last is true or FIFO order if false."),
			row("pop", "key, default=?", odictPop,
				"od.pop(key[,default]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError."),
			row("setdefault", "key, default=None", odictSetDefault,
				"Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default."),
			row("copy", "", odictCopy, "od.copy() -> a shallow copy of od"),
			row("keys", "", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
				return runtime.NewDictViewOf(&odictKeysType, asDict(args[0]), runtime.DictKeys), nil
			}, ""),
			row("values", "", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
				return runtime.NewDictViewOf(&odictValuesType, asDict(args[0]), runtime.DictValues), nil
			}, ""),
			row("items", "", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
				return runtime.NewDictViewOf(&odictItemsType, asDict(args[0]), runtime.DictItems), nil
			}, ""),
			row("__reduce__", "", odictReduce, "Return state information for pickling"),
			row("__reversed__", "", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
				return newOdictIter(asDict(args[0]), runtime.DictKeys, true), nil
			}, "od.__reversed__() <==> reversed(od)"),
		},
		GetSets: []runtime.GetSet{runtime.DictGetSet()},
	})
	orderedViews(row)
}

func orderedViews(row func(name, sig string, fn runtime.NativeFn, doc string) runtime.Method) {
	names := [3]string{"odict_keys", "odict_values", "odict_items"}
	bases := [3]*runtime.Type{runtime.DictKeysType, runtime.DictValuesType, runtime.DictItemsType}
	for i, typ := range odictViews {
		runtime.Define(typ, runtime.TypeSpec{Name: names[i], Base: bases[i], Flags: runtime.FlagDisallowNew,
			Slots: runtime.Slots{Iter: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
				w := runtime.As[runtime.DictView](v)
				return newOdictIter(w.Dict(), w.Kind(), false), nil
			}},
			Methods: []runtime.Method{row("__reversed__", "", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
				w := runtime.As[runtime.DictView](args[0])
				return newOdictIter(w.Dict(), w.Kind(), true), nil
			}, "")}})
	}
	runtime.Define(&odictIterType, runtime.TypeSpec{Name: "odict_iterator", Size: runtime.SizeOf[odictIter](), Flags: runtime.FlagDisallowNew,
		Slots:   runtime.Slots{Iter: runtime.SelfIter, Next: odictIterNext},
		Methods: []runtime.Method{row("__reduce__", "", odictIterReduce, "Return state information for pickling")}})
}
