package functools

import "github.com/minipy/minipy/runtime"

// A partial is a callable with some arguments given beforehand. attrs is first
// so that its offset is Object's size.
type partial struct {
	runtime.Object
	attrs runtime.Attrs
	fn    runtime.Value
	args  runtime.Value // tuple
	kw    *runtime.Dict
}

var partialType runtime.Type

func asPartial(v runtime.Value) (*partial, bool) { return runtime.Cast[partial](v, &partialType) }

func partialNew(t *runtime.Thread, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	cls, err := runtime.ClassArg(args, &partialType)
	if err != nil {
		return runtime.Value{}, err
	}
	args = args[1:]
	pos := args[:len(args)-len(names)]
	if len(pos) < 1 {
		return runtime.Value{}, runtime.TypeErrorf("type 'partial' takes at least one argument")
	}
	fn := pos[0]
	if !runtime.IsCallable(fn) {
		return runtime.Value{}, runtime.TypeErrorf("the first argument must be callable")
	}
	pos = pos[1:]
	kw := runtime.NewDict()
	// a partial of a partial becomes one, unless the inner one has attributes
	if inner, ok := asPartial(fn); ok && !fn.Type().Has(runtime.FlagUserCall) && !hasAttrs(fn) {
		fn = inner.fn
		pos = append(append([]runtime.Value(nil), runtime.As[runtime.Tuple](inner.args).Items()...), pos...)
		kw = inner.kw.Copy()
	}
	for i, n := range names {
		kw.SetStr(t.VM.InternStr(n), args[len(args)-len(names)+i])
	}
	p := runtime.Alloc[partial](cls)
	p.fn, p.args, p.kw = fn, runtime.NewTuple(pos), kw
	return p.Value(), nil
}

func hasAttrs(v runtime.Value) bool {
	any := false
	runtime.InstanceItems(v, func(*runtime.Str, runtime.Value) { any = true })
	return any
}

func partialCall(t *runtime.Thread, v runtime.Value, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	p := runtime.As[partial](v)
	mine := runtime.As[runtime.Tuple](p.args).Items()
	var small [8]runtime.Value
	full := append(append(small[:0], mine...), args...)
	if p.kw.Len() == 0 {
		return runtime.CallArgs(t, p.fn, full, names)
	}
	npos := len(mine) + len(args) - len(names)
	kwNames := make([]*runtime.Str, 0, p.kw.Len()+len(names))
	kwVals := make([]runtime.Value, 0, p.kw.Len()+len(names))
	for i, k, x, ok := p.kw.Next(0); ok; i, k, x, ok = p.kw.Next(i) {
		s, isStr := runtime.AsStr(k)
		if !isStr {
			return runtime.Value{}, runtime.TypeErrorf("keywords must be strings")
		}
		kwNames, kwVals = append(kwNames, s), append(kwVals, x)
	}
next:
	for i, n := range names {
		x := full[npos+i]
		for j, k := range kwNames {
			if k == n || k.String() == n.String() {
				kwVals[j] = x
				continue next
			}
		}
		kwNames, kwVals = append(kwNames, n), append(kwVals, x)
	}
	return runtime.CallArgs(t, p.fn, append(full[:npos:npos], kwVals...), kwNames)
}

func partialRepr(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	p := runtime.As[partial](v)
	if t.ReprEnter(v) {
		return runtime.NewStr("..."), nil
	}
	defer t.ReprLeave()
	name := v.Type().Name
	fn, err := runtime.ReprStr(t, p.fn)
	if err != nil {
		return runtime.Value{}, err
	}
	out := name + "(" + fn
	for _, x := range runtime.As[runtime.Tuple](p.args).Items() {
		s, err := runtime.ReprStr(t, x)
		if err != nil {
			return runtime.Value{}, err
		}
		out += ", " + s
	}
	for i, k, x, ok := p.kw.Next(0); ok; i, k, x, ok = p.kw.Next(i) {
		ks, err := runtime.StrStr(t, k)
		if err != nil {
			return runtime.Value{}, err
		}
		s, err := runtime.ReprStr(t, x)
		if err != nil {
			return runtime.Value{}, err
		}
		out += ", " + ks + "=" + s
	}
	return runtime.NewStr(out + ")"), nil
}

func partialReduce(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	p := runtime.As[partial](args[0])
	attrs := runtime.None
	if hasAttrs(args[0]) {
		attrs = runtime.InstanceDict(args[0]).Value()
	}
	return runtime.TupleOf(args[0].Type().Value(), runtime.TupleOf(p.fn), runtime.TupleOf(p.fn, p.args, p.kw.Value(), attrs)), nil
}

func partialSetState(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	p := runtime.As[partial](args[0])
	state, ok := runtime.AsTuple(args[1])
	bad := runtime.TypeErrorf("invalid partial state")
	if !ok || state.Len() != 4 {
		return runtime.Value{}, bad
	}
	items := state.Items()
	pos, ok := runtime.AsTuple(items[1])
	if !runtime.IsCallable(items[0]) || !ok {
		return runtime.Value{}, bad
	}
	kw := runtime.NewDict()
	if !items[2].IsNone() {
		d, ok := runtime.AsDict(items[2])
		if !ok {
			return runtime.Value{}, bad
		}
		kw = d
		if items[2].Type() != runtime.DictType {
			kw = d.Copy()
		}
	}
	p.fn, p.args, p.kw = items[0], runtime.NewTuple(pos.Items()), kw
	if d, ok := runtime.AsDict(items[3]); ok {
		for i, k, x, ok := d.Next(0); ok; i, k, x, ok = d.Next(i) {
			if s, isStr := runtime.AsStr(k); isStr {
				runtime.SetInstanceAttr(t, args[0], s, x)
			}
		}
	}
	return runtime.None, nil
}

func init() {
	runtime.Define(&partialType, runtime.TypeSpec{
		Name: "functools.partial", Size: runtime.SizeOf[partial](), Flags: runtime.FlagBase, AttrOff: runtime.SizeOf[runtime.Object]().Bytes(),
		Doc:   "partial(func, *args, **keywords) - new function with partial application\n    of the given arguments and keywords.\n",
		Slots: runtime.Slots{Call: partialCall, Repr: partialRepr},
		New:   runtime.Method{Raw: partialNew},
		Methods: []runtime.Method{
			{Name: "__reduce__", Fn: partialReduce},
			{Name: "__setstate__", Sig: "state, /", Fn: partialSetState},
			runtime.ClassGetItem(),
		},
		GetSets: []runtime.GetSet{
			runtime.DictGetSet(),
			{Name: "func", Get: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) { return runtime.As[partial](v).fn, nil },
				Set: runtime.ReadOnlyMember, Doc: "function object to use in future partial calls"},
			{Name: "args", Get: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
				return runtime.As[partial](v).args, nil
			},
				Set: runtime.ReadOnlyMember, Doc: "tuple of arguments to future partial calls"},
			{Name: "keywords", Get: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
				return runtime.As[partial](v).kw.Value(), nil
			},
				Set: runtime.ReadOnlyMember, Doc: "dictionary of keyword arguments to future partial calls"},
		},
	})
}
