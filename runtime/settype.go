package runtime

// The types set and frozenset; what they do is in set.go and setops.go.

func setRepr(t *Thread, v Value) (Value, error) {
	s := As[Set](v)
	name := v.Type().Name
	if s.used == 0 {
		return NewStr(name + "()"), nil
	}
	if t.ReprEnter(v) {
		return NewStr(name + "(...)"), nil
	}
	defer t.ReprLeave()
	if v.Type() == &setType {
		name = ""
	}
	items, err := s.ItemsOf(t)
	if err != nil {
		return Value{}, err
	}
	if name == "" {
		return reprItems(t, "{", items, "}")
	}
	return reprItems(t, name+"({", items, "})")
}

func setLen(t *Thread, v Value) (int, error)          { return As[Set](v).used, nil }
func setContains(t *Thread, v, x Value) (bool, error) { return As[Set](v).Contains(t, x) }
func setIter(t *Thread, v Value) (Value, error)       { return NewSetIter(As[Set](v)).Value(), nil }
func setIterNext(t *Thread, v Value) (Value, error)   { return As[SetIter](v).Step(t) }

func setNew(t *Thread, args []Value, names []*Str) (Value, error) {
	cls, err := newClassOf(args, &setType)
	if err != nil {
		return Value{}, err
	}
	return Alloc[Set](cls).Value(), nil
}

func setInit(t *Thread, args []Value) (Value, error) {
	s := As[Set](args[0])
	s.Clear()
	if args[1].IsUnset() {
		return None, nil
	}
	return noneResult(s.UpdateFrom(t, args[1]))
}

func frozensetNew(t *Thread, args []Value, names []*Str) (Value, error) {
	cls, err := newClassOf(args, &frozensetType)
	if err != nil {
		return Value{}, err
	}
	args = args[1:]
	if cls == &frozensetType || !cls.Has(FlagUserInit) {
		if len(names) > 0 {
			return Value{}, TypeErrorf("%s() takes no keyword arguments", cls.Name)
		}
		if len(args) > 1 {
			return Value{}, TypeErrorf("%s expected at most 1 argument, got %d", cls.Name, len(args))
		}
	}
	var from Value
	if len(args)-len(names) > 0 {
		from = args[0]
	}
	if cls == &frozensetType && !from.IsUnset() && from.Type() == &frozensetType {
		return from, nil
	}
	s := Alloc[Set](cls)
	if from.IsUnset() {
		return s.Value(), nil
	}
	return s.Value(), s.UpdateFrom(t, from)
}

func setUnion(t *Thread, args []Value) (Value, error) {
	r, err := As[Set](args[0]).copy(t)
	if err != nil {
		return Value{}, err
	}
	for _, v := range As[Tuple](args[1]).items {
		if Is(v, args[0]) {
			continue
		}
		if err := r.UpdateFrom(t, v); err != nil {
			return Value{}, err
		}
	}
	return r.Value(), nil
}

func setIntersection(t *Thread, args []Value) (Value, error) {
	s := As[Set](args[0])
	others := As[Tuple](args[1]).items
	if len(others) == 0 {
		return setCopy(t, args)
	}
	for _, v := range others {
		var err error
		if s, err = s.intersection(t, v); err != nil {
			return Value{}, err
		}
	}
	return s.Value(), nil
}

func setDifference(t *Thread, args []Value) (Value, error) {
	s := As[Set](args[0])
	others := As[Tuple](args[1]).items
	if len(others) == 0 {
		return setCopy(t, args)
	}
	r, err := s.difference(t, others[0])
	if err != nil {
		return Value{}, err
	}
	for _, v := range others[1:] {
		if err := r.differenceUpdate(t, v); err != nil {
			return Value{}, err
		}
	}
	return r.Value(), nil
}

func setSymmetric(t *Thread, args []Value) (Value, error) {
	r, err := As[Set](args[0]).operate(t, OpXor, args[1])
	if err != nil {
		return Value{}, err
	}
	return r.Value(), nil
}

func setCopy(t *Thread, args []Value) (Value, error) {
	if args[0].Type() == &frozensetType {
		return args[0], nil
	}
	r, err := As[Set](args[0]).copy(t)
	return r.Value(), err
}

func setIsSubset(t *Thread, args []Value) (Value, error) {
	o, err := toSet(t, args[1])
	if err != nil {
		return Value{}, err
	}
	return boolResult(As[Set](args[0]).subsetOf(t, o))
}

func setIsSuperset(t *Thread, args []Value) (Value, error) {
	s := As[Set](args[0])
	if o, ok := AsSet(args[1]); ok {
		return boolResult(o.subsetOf(t, s))
	}
	all := true
	err := Iterate(t, args[1], func(x Value) error {
		h, err := HashValue(t, x)
		if err != nil {
			return err
		}
		in, err := s.hasEntry(t, setEntry{h, x})
		if err == nil && !in {
			all = false
			return errStop
		}
		return err
	})
	if err == errStop {
		err = nil
	}
	return boolResult(all, err)
}

func toSet(t *Thread, v Value) (*Set, error) {
	if o, ok := AsSet(v); ok {
		return o, nil
	}
	o := NewSet()
	return o, o.UpdateFrom(t, v)
}

func setAdd(t *Thread, args []Value) (Value, error) {
	return noneResult(As[Set](args[0]).Add(t, args[1]))
}

func setRemove(t *Thread, args []Value) (Value, error) {
	ok, err := As[Set](args[0]).Discard(t, args[1])
	if err == nil && !ok {
		err = KeyErr(args[1])
	}
	return noneResult(err)
}

func setDiscard(t *Thread, args []Value) (Value, error) {
	_, err := As[Set](args[0]).Discard(t, args[1])
	return noneResult(err)
}

func setPop(t *Thread, args []Value) (Value, error) {
	v, ok := As[Set](args[0]).Pop()
	if !ok {
		return Value{}, Errorf(KeyError, "pop from an empty set")
	}
	return v, nil
}

func setUpdate(t *Thread, args []Value) (Value, error) {
	for _, v := range As[Tuple](args[1]).items {
		if err := As[Set](args[0]).UpdateFrom(t, v); err != nil {
			return Value{}, err
		}
	}
	return None, nil
}

func setDifferenceUpdate(t *Thread, args []Value) (Value, error) {
	for _, v := range As[Tuple](args[1]).items {
		if err := As[Set](args[0]).differenceUpdate(t, v); err != nil {
			return Value{}, err
		}
	}
	return None, nil
}

func setIntersectionUpdate(t *Thread, args []Value) (Value, error) {
	r, err := setIntersection(t, args)
	if err == nil && !Is(r, args[0]) {
		As[Set](args[0]).takeOver(As[Set](r))
	}
	return noneResult(err)
}

func setReduce(t *Thread, args []Value) (Value, error) {
	state := None
	if d := InstanceDict(args[0]); d != nil && d.Len() > 0 {
		state = d.Value()
	}
	return TupleOf(args[0].Type().Value(), TupleOf(NewList(As[Set](args[0]).Items()).Value()), state), nil
}

func setIterReduce(t *Thread, args []Value) (Value, error) {
	c := *As[SetIter](args[0])
	var items []Value
	for {
		x, err := c.Step(t)
		if err != nil {
			return Value{}, err
		}
		if x.IsUnset() {
			break
		}
		items = append(items, x)
	}
	f, err := builtinByName(t, "iter")
	if err != nil {
		return Value{}, err
	}
	return TupleOf(f, TupleOf(NewList(items).Value())), nil
}

func init() {
	common := []Method{
		{Name: "copy", Fn: setCopy, Doc: "Return a shallow copy of a set."},
		{Name: "difference", Sig: "*others", Fn: setDifference,
			Doc: "Return the difference of two or more sets as a new set.\n\n(i.e. all elements that are in this set but not the others.)"},
		{Name: "intersection", Sig: "*others", Fn: setIntersection,
			Doc: "Return the intersection of two sets as a new set.\n\n(i.e. all elements that are in both sets.)"},
		{Name: "isdisjoint", Sig: "other, /", Fn: func(t *Thread, args []Value) (Value, error) {
			return boolResult(As[Set](args[0]).disjoint(t, args[1]))
		}, Doc: "Return True if two sets have a null intersection."},
		{Name: "issubset", Sig: "other, /", Fn: setIsSubset, Doc: "Report whether another set contains this set."},
		{Name: "issuperset", Sig: "other, /", Fn: setIsSuperset, Doc: "Report whether this set contains another set."},
		{Name: "symmetric_difference", Sig: "other, /", Fn: setSymmetric,
			Doc: "Return the symmetric difference of two sets as a new set.\n\n(i.e. all elements that are in exactly one of the sets.)"},
		{Name: "union", Sig: "*others", Fn: setUnion,
			Doc: "Return the union of sets as a new set.\n\n(i.e. all elements that are in either set.)"},
		{Name: "__reduce__", Fn: setReduce, Doc: "Return state information for pickling."},
		{Name: "__sizeof__", Fn: func(t *Thread, args []Value) (Value, error) {
			return Int(int64(128 + 4*len(As[Set](args[0]).index) + 24*cap(As[Set](args[0]).entries))), nil
		}, Doc: "S.__sizeof__() -> size of S in memory, in bytes"},
		ClassGetItem(),
	}
	slots := Slots{Repr: setRepr, Compare: setCompare, Iter: setIter, Len: setLen, Contains: setContains, Binary: setBinary}
	ops := []BinOp{OpSub, OpAnd, OpXor, OpOr}
	frozen := slots
	frozen.Hash = frozensetHash
	Define(&frozensetType, TypeSpec{
		Name: "frozenset", Size: SizeOf[Set](), Flags: FlagBase | FlagMatchSelf,
		Doc:   "frozenset() -> empty frozenset object\nfrozenset(iterable) -> frozenset object\n\nBuild an immutable unordered collection of unique elements.",
		Slots: frozen, BinOps: ops, New: Method{Raw: frozensetNew}, Methods: common,
		Make: func(t *Thread, args []Value) (Value, error) {
			if len(args) != 1 || args[0].Type() == &frozensetType {
				return Value{}, nil
			}
			s := NewFrozenset()
			if err := s.UpdateFrom(t, args[0]); err != nil {
				return Value{}, err
			}
			return s.Value(), nil
		},
	})
	slots.Inplace = setInplace
	Define(&setType, TypeSpec{
		Name: "set", Size: SizeOf[Set](), Flags: FlagBase | FlagMatchSelf, NoHash: true,
		Doc:   "set() -> new empty set object\nset(iterable) -> new set object\n\nBuild an unordered collection of unique elements.",
		Slots: slots, BinOps: ops, InOps: ops,
		New: Method{Raw: setNew}, Init: Method{Sig: "iterable=?, /", Fn: setInit},
		Make: func(t *Thread, args []Value) (Value, error) {
			if len(args) > 1 {
				return Value{}, nil
			}
			s := NewSet()
			if len(args) == 1 {
				if err := s.UpdateFrom(t, args[0]); err != nil {
					return Value{}, err
				}
			}
			return s.Value(), nil
		},
		Methods: append([]Method{
			{Name: "add", Sig: "object, /", Fn: setAdd,
				Doc: "Add an element to a set.\n\nThis has no effect if the element is already present."},
			{Name: "clear", Fn: func(t *Thread, args []Value) (Value, error) {
				As[Set](args[0]).Clear()
				return None, nil
			}, Doc: "Remove all elements from this set."},
			{Name: "difference_update", Sig: "*others", Fn: setDifferenceUpdate, Doc: "Remove all elements of another set from this set."},
			{Name: "discard", Sig: "object, /", Fn: setDiscard,
				Doc: "Remove an element from a set if it is a member.\n\nUnlike set.remove(), the discard() method does not raise\n" +
					"an exception when an element is missing from the set."},
			{Name: "intersection_update", Sig: "*others", Fn: setIntersectionUpdate,
				Doc: "Update a set with the intersection of itself and another."},
			{Name: "pop", Fn: setPop, Doc: "Remove and return an arbitrary set element.\nRaises KeyError if the set is empty."},
			{Name: "remove", Sig: "object, /", Fn: setRemove,
				Doc: "Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError."},
			{Name: "symmetric_difference_update", Sig: "other, /", Fn: func(t *Thread, args []Value) (Value, error) {
				return noneResult(As[Set](args[0]).symmetricUpdate(t, args[1]))
			}, Doc: "Update a set with the symmetric difference of itself and another."},
			{Name: "update", Sig: "*others", Fn: setUpdate, Doc: "Update a set with the union of itself and others."},
		}, common...),
	})
	Define(&setIterType, TypeSpec{Name: "set_iterator", Size: SizeOf[SetIter](), Flags: FlagDisallowNew,
		Slots: Slots{Iter: SelfIter, Next: setIterNext},
		Methods: []Method{
			{Name: "__length_hint__", Fn: func(t *Thread, args []Value) (Value, error) {
				it := As[SetIter](args[0])
				if it.s == nil || it.s.used != it.used {
					return Int(0), nil
				}
				return Int(int64(it.left)), nil
			}},
			{Name: "__reduce__", Fn: setIterReduce},
		}})
}
