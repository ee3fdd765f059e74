package runtime

// How object says what an instance is made of: __reduce_ex__, __reduce__ and
// __getstate__, for pickle and copy.

var (
	dnReduce       = StaticStr("__reduce__")
	dnGetState     = StaticStr("__getstate__")
	dnGetNewArgs   = StaticStr("__getnewargs__")
	dnGetNewArgsEx = StaticStr("__getnewargs_ex__")
)

// objectReduceEx is object.__reduce_ex__: a __reduce__ of the class's own goes first.
func objectReduceEx(t *Thread, a []Value) (Value, error) {
	base, _ := objectType.Dict.GetStr(dnReduce)
	if red, _ := a[0].Type().LookupWhere(t, dnReduce); !red.IsUnset() && !Is(red, base) {
		m, err := GetAttr(t, a[0], dnReduce)
		if err != nil {
			return Value{}, err
		}
		return Call(t, m)
	}
	return objectReduceProto(t, a[0], a[1])
}

// objectReduceProto asks copyreg for protocols 0 and 1.
func objectReduceProto(t *Thread, v, proto Value) (Value, error) {
	p, err := AsSsize(t, proto, OverflowError)
	if err != nil {
		return Value{}, err
	}
	mod, err := t.Host.Import(t, "copyreg", Value{}, Value{}, None, 0)
	if err != nil {
		return Value{}, err
	}
	if p < 2 {
		return CallMethod(t, mod, "_reduce_ex", v, proto)
	}
	return reduce2(t, v, mod)
}

// reduce2 is the protocol 2 reduction: copyreg.__newobj__, arguments, state, items.
func reduce2(t *Thread, v, copyreg Value) (Value, error) {
	cls := v.Type()
	if cls == &codeType {
		return Value{}, TypeErrorf("cannot pickle code objects")
	}
	if cls.Has(FlagDisallowNew) {
		return Value{}, TypeErrorf("cannot pickle '%s' object", cls.Name)
	}
	pos, kwargs, given, err := newArguments(t, v)
	if err != nil {
		return Value{}, err
	}
	args := append([]Value{cls.Value()}, pos...)
	_, isList := AsList(v)
	_, isDict := AsDict(v)
	state, err := getState(t, v, !given && !isList && !isDict)
	if err != nil {
		return Value{}, err
	}
	listItems, dictItems := None, None
	if isList {
		if listItems, err = Iter(t, v); err != nil {
			return Value{}, err
		}
	}
	if isDict {
		items, err := CallMethod(t, v, "items")
		if err != nil {
			return Value{}, err
		}
		if dictItems, err = Iter(t, items); err != nil {
			return Value{}, err
		}
	}
	ctor, newargs := "__newobj__", NewTuple(args)
	if kwargs != nil && kwargs.Len() > 0 {
		ctor, newargs = "__newobj_ex__", TupleOf(args[0], NewTuple(args[1:]), kwargs.Value())
	}
	f, err := GetAttrS(t, copyreg, ctor)
	if err != nil {
		return Value{}, err
	}
	return TupleOf(f, newargs, state, listItems, dictItems), nil
}

// newArguments asks v for the arguments of __new__; given says that it has an answer.
func newArguments(t *Thread, v Value) (pos []Value, kwargs *Dict, given bool, err error) {
	r, ok, err := CallSpecial(t, v, dnGetNewArgsEx)
	if err != nil {
		return nil, nil, false, err
	}
	if ok {
		tup, isTuple := AsTuple(r)
		if !isTuple {
			return nil, nil, false, TypeErrorf("__getnewargs_ex__ should return a tuple, not '%s'", r.Type().Name)
		}
		if len(tup.items) != 2 {
			return nil, nil, false, ValueErrorf("__getnewargs_ex__ should return a tuple of length 2, not %d", len(tup.items))
		}
		args, isTuple := AsTuple(tup.items[0])
		if !isTuple {
			return nil, nil, false, TypeErrorf("first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%s'", tup.items[0].Type().Name)
		}
		kw, isDict := AsDict(tup.items[1])
		if !isDict {
			return nil, nil, false, TypeErrorf("second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%s'", tup.items[1].Type().Name)
		}
		return args.items, kw, true, nil
	}
	r, ok, err = CallSpecial(t, v, dnGetNewArgs)
	if err != nil || !ok {
		return nil, nil, false, err
	}
	tup, isTuple := AsTuple(r)
	if !isTuple {
		return nil, nil, false, TypeErrorf("__getnewargs__ should return a tuple, not '%s'", r.Type().Name)
	}
	return tup.items, nil, true, nil
}

// getState is v.__getstate__(). Where it is object's, and nothing else tells
// how to make v (required), an object that has more to it than attributes
// cannot be reduced.
func getState(t *Thread, v Value, required bool) (Value, error) {
	m, err := GetAttr(t, v, dnGetState)
	if err != nil {
		return Value{}, err
	}
	if n, ok := Cast[Native](m, &nativeType); ok && Is(n.Self, v) && n.Owner == &objectType && n.Def.Name == dnGetState.s {
		return defaultState(t, v, required)
	}
	return Call(t, m)
}

// objectGetState is object.__getstate__: the attributes, or a pair with the slots.
func objectGetState(t *Thread, a []Value) (Value, error) { return defaultState(t, a[0], false) }

func defaultState(t *Thread, v Value, required bool) (Value, error) {
	typ := v.Type()
	if required {
		switch typ.layout {
		case &tupleType, &bytesType, &intType, &typeType, &memoryviewType, &codeType:
			return Value{}, TypeErrorf("cannot pickle %s objects", typ.Name)
		case &objectType, &noneType, &ellipsisType, &notImplementedType:
		default:
			return Value{}, TypeErrorf("cannot pickle '%s' object", typ.Name)
		}
	}
	state := None
	if typ.Has(FlagDict) {
		if sh := ShapeOf(v); sh != nil && sh.isDict {
			// others may hold the dict itself
			if d := InstanceDict(v); d.Len() > 0 {
				state = d.Value()
			}
		} else {
			d := NewDict()
			InstanceItems(v, func(n *Str, val Value) { d.SetStr(n, val) })
			if d.Len() > 0 {
				state = d.Value()
			}
		}
	}
	if !typ.IsHeap() {
		return state, nil
	}
	names, err := slotNames(t, typ)
	if err != nil {
		return Value{}, err
	}
	slots := NewDict()
	for _, x := range names {
		name, ok := AsStr(x)
		if !ok {
			return Value{}, TypeErrorf("attribute name must be string, not '%s'", x.Type().Name)
		}
		val, has, err := LookupAttr(t, v, name)
		if err != nil {
			return Value{}, err
		}
		if has {
			if err := slots.Set(t, x, val); err != nil {
				return Value{}, err
			}
		}
	}
	if slots.Len() > 0 {
		return TupleOf(state, slots.Value()), nil
	}
	return state, nil
}

// slotNames are the names of the members that instances of cls have by
// __slots__, as copyreg._slotnames gives them, which keeps them in __slotnames__.
func slotNames(t *Thread, cls *Type) ([]Value, error) {
	names, ok := cls.Dict.Lookup("__slotnames__")
	if !ok {
		if !declaresSlots(cls) {
			return nil, nil
		}
		mod, err := t.Host.Import(t, "copyreg", Value{}, Value{}, None, 0)
		if err != nil {
			return nil, err
		}
		if names, err = CallMethod(t, mod, "_slotnames", cls.Value()); err != nil {
			return nil, err
		}
	}
	if names.IsNone() {
		return nil, nil
	}
	l, ok := AsList(names)
	if !ok {
		return nil, TypeErrorf("copyreg._slotnames didn't return a list or None")
	}
	return append([]Value(nil), l.items...), nil
}

func declaresSlots(cls *Type) bool {
	for _, c := range cls.MRO {
		if _, ok := c.Dict.Lookup("__slots__"); ok {
			return true
		}
	}
	return false
}
