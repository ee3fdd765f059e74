package runtime

// The builtin functions about containers and iteration.

func builtinLen(t *Thread, args []Value) (Value, error) {
	n, err := Len(t, args[0])
	if err != nil {
		return Value{}, err
	}
	return Int(int64(n)), nil
}

func builtinSorted(t *Thread, args []Value, names []*Str) (Value, error) {
	n := len(args) - len(names)
	if n == 0 {
		return Value{}, TypeErrorf("sorted expected 1 argument, got 0")
	}
	if n > 1 {
		return Value{}, TypeErrorf("sorted expected 1 argument, got %d", n)
	}
	key, reverse := None, false
	for i, name := range names {
		v := args[n+i]
		switch name.s {
		case "key":
			key = v
		case "reverse":
			r := v
			if !v.IsBool() {
				var err error
				if r, err = Index(t, v); err != nil {
					return Value{}, err
				}
			}
			var err error
			if reverse, err = IsTrue(t, r); err != nil {
				return Value{}, err
			}
		default:
			return Value{}, TypeErrorf("'%s' is an invalid keyword argument for sort()", name.s)
		}
	}
	items, err := ToSlice(t, args[0])
	if err != nil {
		return Value{}, err
	}
	l := NewList(items)
	return l.Value(), ListSort(t, l, key, reverse)
}

func builtinIter(t *Thread, args []Value) (Value, error) {
	if args[1].IsUnset() {
		return Iter(t, args[0])
	}
	if !IsCallable(args[0]) {
		return Value{}, TypeErrorf("iter(v, w): v must be callable")
	}
	it := &callIter{fn: args[0], sentinel: args[1]}
	it.typ = &callIterType
	return it.Value(), nil
}

func builtinNext(t *Thread, args []Value) (Value, error) {
	t.StopValue = Value{}
	x, err := Next(t, args[0])
	if err != nil {
		if !args[1].IsUnset() && IsError(err, StopIteration) {
			return args[1], nil
		}
		return Value{}, err
	}
	if x.IsUnset() {
		if !args[1].IsUnset() {
			return args[1], nil
		}
		return Value{}, StopWith(t)
	}
	return x, nil
}

// anyTrue says whether some item is true (or false, if want is false).
func anyTrue(t *Thread, v Value, want bool) (bool, error) {
	found := false
	err := Iterate(t, v, func(x Value) error {
		ok, err := IsTrue(t, x)
		if err == nil && ok == want {
			found = true
			return errStop
		}
		return err
	})
	if err == errStop {
		err = nil
	}
	return found, err
}

func init() {
	DefineBuiltins([]Method{
		{Name: "len", Sig: "obj, /", Fn: builtinLen, Doc: "Return the number of items in a container."},
		{Name: "sorted", Sig: "iterable, /, *, key=None, reverse=False", Raw: builtinSorted,
			Doc: "Return a new list containing all items from the iterable in ascending order.\n\n" +
				"A custom key function can be supplied to customize the sort order, and the\nreverse flag can be set to request the result in descending order."},
		{Name: "iter", Sig: "iterable, sentinel=?, /", Fn: builtinIter,
			Doc: "iter(iterable) -> iterator\niter(callable, sentinel) -> iterator\n\nGet an iterator from an object.  In the first form, the argument must\n" +
				"supply its own iterator, or be a sequence.\nIn the second form, the callable is called until it returns the sentinel."},
		{Name: "next", Sig: "iterator, default=?, /", Fn: builtinNext, Op: OpNext,
			Doc: "next(iterator[, default])\n\nReturn the next item from the iterator. If default is given and the iterator\nis exhausted, it is returned instead of raising StopIteration."},
		{Name: "any", Sig: "iterable, /", Fn: func(t *Thread, args []Value) (Value, error) {
			return boolResult(anyTrue(t, args[0], true))
		}, Doc: "Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False."},
		{Name: "all", Sig: "iterable, /", Fn: func(t *Thread, args []Value) (Value, error) {
			some, err := anyTrue(t, args[0], false)
			return boolResult(!some, err)
		}, Doc: "Return True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, return True."},
	})
}
