package runtime

func listNew(t *Thread, args []Value, names []*Str) (Value, error) {
	cls, err := newClassOf(args, &listType)
	if err != nil {
		return Value{}, err
	}
	return Alloc[List](cls).Value(), nil
}

// newClass reads the class that a Raw __new__ of builtin type base got.
func newClassOf(args []Value, base *Type) (*Type, error) {
	if len(args) == 0 {
		return nil, TypeErrorf("%s.__new__(): not enough arguments", base.Name)
	}
	cls, ok := AsType(args[0])
	if !ok {
		return nil, TypeErrorf("%s.__new__(X): X is not a type object (%s)", base.Name, args[0].Type().Name)
	}
	if !cls.IsSubtype(base) {
		return nil, TypeErrorf("%s.__new__(%s): %s is not a subtype of %s", base.Name, cls.Name, cls.Name, base.Name)
	}
	return cls, nil
}

func listMake(t *Thread, args []Value) (Value, error) {
	switch len(args) {
	case 0:
		return NewList(nil).Value(), nil
	case 1:
		switch args[0].Type() {
		case &listType:
			return listOf(t, As[List](args[0]).items)
		case &tupleType:
			return listOf(t, As[Tuple](args[0]).items)
		case &dictType:
			d := As[Dict](args[0])
			if d.used >= oftenItems {
				items, err := d.KeysOf(t)
				return NewList(items).Value(), err
			}
			l := listRoom(int(d.used))
			d.appendKeys(l.items[:0])
			return l.Value(), nil
		}
		l := NewList(nil)
		if err := ListExtend(t, l, args[0]); err != nil {
			return Value{}, err
		}
		return l.Value(), nil
	}
	return Value{}, nil
}

func listInit(t *Thread, args []Value) (Value, error) {
	l := As[List](args[0])
	l.items = nil
	if args[1].IsUnset() {
		return None, nil
	}
	return noneResult(ListExtend(t, l, args[1]))
}

func listAppend(t *Thread, args []Value) (Value, error) {
	return noneResult(As[List](args[0]).Add(t, args[1]))
}

func listInsert(t *Thread, args []Value) (Value, error) {
	l := As[List](args[0])
	i, err := AsSsizeArg(t, args[1])
	if err != nil {
		return Value{}, err
	}
	return noneResult(l.Insert(t, i, args[2]))
}

// Insert puts v before item i, which is counted from the end if negative and
// brought into range.
func (l *List) Insert(t *Thread, i int, v Value) error {
	if i < 0 {
		i = max(i+len(l.items), 0)
	}
	i = min(i, len(l.items))
	if len(l.items)-i >= manyMoved {
		return l.splicedAnew(t, i, i, []Value{v})
	}
	if len(l.items) == cap(l.items) {
		if err := l.growFor(t); err != nil {
			return err
		}
		i = min(i, len(l.items))
	}
	l.items = l.items[:len(l.items)+1]
	copy(l.items[i+1:], l.items[i:])
	l.items[i] = v
	return t.Worked(len(l.items) - i)
}

func listPop(t *Thread, args []Value) (Value, error) {
	l := As[List](args[0])
	n := len(l.items)
	i := n - 1
	if !(args[1].IsInt() && args[1].AsInt64() == -1) {
		var err error
		if i, err = AsSsizeArg(t, args[1]); err != nil {
			return Value{}, err
		}
		n = len(l.items)
		if i < 0 {
			i += n
		}
	}
	if n == 0 {
		return Value{}, IndexErrorf("pop from empty list")
	}
	if uint(i) >= uint(n) {
		return Value{}, IndexErrorf("pop index out of range")
	}
	x := l.items[i]
	if i == n-1 {
		l.items[i] = Value{}
		l.items = l.items[:i]
		if n&255 == 0 {
			l.shrink()
		}
		return x, nil
	}
	return x, l.removeRange(t, i, i+1)
}

func listRemove(t *Thread, args []Value) (Value, error) {
	l := As[List](args[0])
	for i := 0; i < len(l.items); i++ {
		eq, err := equalItem(t, l.items[i], args[1])
		if err == nil {
			err = t.Often(i)
		}
		if err != nil {
			return Value{}, err
		}
		if eq {
			if i < len(l.items) {
				err = l.removeRange(t, i, i+1)
			}
			return None, err
		}
	}
	return Value{}, ValueErrorf("list.remove(x): x not in list")
}

func listIndex(t *Thread, args []Value) (Value, error) {
	l := As[List](args[0])
	i, stop, err := searchBounds(t, args[2], args[3], len(l.items))
	if err != nil {
		return Value{}, err
	}
	for ; i < stop && i < len(l.items); i++ {
		eq, err := equalItem(t, l.items[i], args[1])
		if err == nil {
			err = t.Often(i)
		}
		if err != nil {
			return Value{}, err
		}
		if eq {
			return Int(int64(i)), nil
		}
	}
	r, err := ReprStr(t, args[1])
	if err != nil {
		return Value{}, err
	}
	return Value{}, ValueErrorf("%s is not in list", r)
}

func listCount(t *Thread, args []Value) (Value, error) {
	l := As[List](args[0])
	n := 0
	for i := 0; i < len(l.items); i++ {
		eq, err := equalItem(t, l.items[i], args[1])
		if err == nil {
			err = t.Often(i)
		}
		if err != nil {
			return Value{}, err
		}
		if eq {
			n++
		}
	}
	return Int(int64(n)), nil
}

func listReverse(t *Thread, args []Value) (Value, error) {
	l := As[List](args[0])
	if len(l.items) < manyReversed {
		reverseItems(l.items)
		return None, t.Worked(len(l.items))
	}
	return noneResult(t.Whole(func() error {
		items, err := reversedCopy(t, l.items)
		if err == nil {
			l.items = items
		}
		return err
	}))
}

// manyReversed is from how many items on a list is not reversed where it is.
const manyReversed = 1 << 16

func reverseItems(items []Value) {
	for i, j := 0, len(items)-1; i < j; i, j = i+1, j-1 {
		items[i], items[j] = items[j], items[i]
	}
}

func listReversed(t *Thread, args []Value) (Value, error) {
	l := As[List](args[0])
	it := &listRevIter{list: l, i: len(l.items) - 1}
	it.typ = &listRevIterType
	return it.Value(), nil
}

func listIterReduce(t *Thread, args []Value) (Value, error) {
	it := As[ListIter](args[0])
	if it.list == nil {
		return reduceIter(t, Value{}, NewList(nil).Value(), 0)
	}
	return reduceIter(t, it.list.Value(), Value{}, it.i)
}

func listRevReduce(t *Thread, args []Value) (Value, error) {
	it := As[listRevIter](args[0])
	if it.list == nil {
		return reduceIter(t, Value{}, NewList(nil).Value(), 0)
	}
	f, err := builtinByName(t, "reversed")
	if err != nil {
		return Value{}, err
	}
	return TupleOf(f, TupleOf(it.list.Value()), Int(int64(it.i))), nil
}

func init() {
	Define(&listType, TypeSpec{
		Name: "list", Size: SizeOf[List](), Flags: FlagBase | FlagSequence | FlagMatchSelf, NoHash: true,
		Doc: "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\n" +
			"The argument must be an iterable if specified.",
		Slots: Slots{Repr: listRepr, Compare: listCompare, Iter: listIter, Len: listLen, GetItem: listGetItem,
			SetItem: listSetItem, Contains: listContains, Binary: listBinary, Inplace: listInplace},
		BinOps: []BinOp{OpAdd, OpMul}, InOps: []BinOp{OpAdd, OpMul},
		New:  Method{Raw: listNew},
		Init: Method{Sig: "iterable=?, /", Fn: listInit},
		Make: listMake,
		Methods: []Method{
			{Name: "append", Sig: "object, /", Fn: listAppend, Op: OpAppend, Doc: "Append object to the end of the list."},
			{Name: "clear", Fn: func(t *Thread, args []Value) (Value, error) {
				As[List](args[0]).items = nil
				return None, nil
			}, Doc: "Remove all items from list."},
			{Name: "copy", Fn: func(t *Thread, args []Value) (Value, error) {
				return listOf(t, As[List](args[0]).items)
			}, Doc: "Return a shallow copy of the list."},
			{Name: "count", Sig: "value, /", Fn: listCount, Doc: "Return number of occurrences of value."},
			{Name: "extend", Sig: "iterable, /", Fn: func(t *Thread, args []Value) (Value, error) {
				return noneResult(ListExtend(t, As[List](args[0]), args[1]))
			}, Doc: "Extend list by appending elements from the iterable."},
			{Name: "index", Sig: "value, start=?, stop=?, /", Fn: listIndex,
				Doc: "Return first index of value.\n\nRaises ValueError if the value is not present."},
			{Name: "insert", Sig: "index, object, /", Fn: listInsert, Doc: "Insert object before index."},
			{Name: "pop", Sig: "index=-1, /", Fn: listPop, Op: OpPop,
				Doc: "Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range."},
			{Name: "remove", Sig: "value, /", Fn: listRemove,
				Doc: "Remove first occurrence of value.\n\nRaises ValueError if the value is not present."},
			{Name: "reverse", Fn: listReverse, Doc: "Reverse *IN PLACE*."},
			{Name: "sort", Sig: "*, key=None, reverse=False", Fn: listSort,
				Doc: "Sort the list in ascending order and return None.\n\nThe sort is in-place (i.e. the list itself is modified) and stable (i.e. the\n" +
					"order of two equal elements is maintained).\n\nIf a key function is given, apply it once to each list item and sort them,\n" +
					"ascending or descending, according to their function values.\n\nThe reverse flag can be set to sort in descending order."},
			{Name: "__reversed__", Fn: listReversed, Doc: "Return a reverse iterator over the list."},
			{Name: "__sizeof__", Fn: func(t *Thread, args []Value) (Value, error) {
				return Int(int64(40 + 16*cap(As[List](args[0]).items))), nil
			}, Doc: "Return the size of the list in memory, in bytes."},
			ClassGetItem(),
		},
	})
	Define(&listIterType, TypeSpec{Name: "list_iterator", Size: SizeOf[ListIter](), Flags: FlagDisallowNew,
		Slots: Slots{Iter: SelfIter, Next: listIterNext},
		Methods: []Method{
			{Name: "__length_hint__", Fn: func(t *Thread, args []Value) (Value, error) {
				it := As[ListIter](args[0])
				if it.list == nil {
					return Int(0), nil
				}
				return Int(int64(max(len(it.list.items)-it.i, 0))), nil
			}},
			{Name: "__reduce__", Fn: listIterReduce},
			{Name: "__setstate__", Sig: "state, /", Fn: func(t *Thread, args []Value) (Value, error) {
				it := As[ListIter](args[0])
				i, err := AsSsize(t, args[1], nil)
				if err == nil && it.list != nil {
					it.i = min(max(i, 0), len(it.list.items))
				}
				return noneResult(err)
			}},
		}})
	Define(&listRevIterType, TypeSpec{Name: "list_reverseiterator", Size: SizeOf[listRevIter](), Flags: FlagDisallowNew,
		Slots: Slots{Iter: SelfIter, Next: listRevNext},
		Methods: []Method{
			{Name: "__length_hint__", Fn: func(t *Thread, args []Value) (Value, error) {
				it := As[listRevIter](args[0])
				if it.list == nil || it.i >= len(it.list.items) {
					return Int(0), nil
				}
				return Int(int64(it.i + 1)), nil
			}},
			{Name: "__reduce__", Fn: listRevReduce},
			{Name: "__setstate__", Sig: "state, /", Fn: func(t *Thread, args []Value) (Value, error) {
				it := As[listRevIter](args[0])
				i, err := AsSsize(t, args[1], nil)
				if err == nil && it.list != nil {
					it.i = min(max(i, -1), len(it.list.items)-1)
				}
				return noneResult(err)
			}},
		}})
}

// PopLast removes and returns the last item; there must be one.
func (l *List) PopLast() Value {
	n := len(l.items) - 1
	v := l.items[n]
	l.items[n] = Value{}
	l.items = l.items[:n]
	return v
}
