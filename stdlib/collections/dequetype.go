package collections

import "github.com/minipy/minipy/runtime"

func dequeGetItem(t *runtime.Thread, v, key runtime.Value) (runtime.Value, error) {
	d := runtime.As[deque](v)
	i, err := dequeIndex(t, d, key)
	if err != nil {
		return runtime.Value{}, err
	}
	return *d.at(i), nil
}

func dequeSetItem(t *runtime.Thread, v, key, val runtime.Value) error {
	d := runtime.As[deque](v)
	i, err := dequeIndex(t, d, key)
	if err != nil {
		return err
	}
	if val.IsUnset() {
		d.removeAt(i)
		return nil
	}
	*d.at(i) = val
	return nil
}

func dequePop(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	d := runtime.As[deque](args[0])
	if d.n == 0 {
		return runtime.Value{}, runtime.IndexErrorf("pop from an empty deque")
	}
	return d.pop(), nil
}

func dequePopLeft(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	d := runtime.As[deque](args[0])
	if d.n == 0 {
		return runtime.Value{}, runtime.IndexErrorf("pop from an empty deque")
	}
	return d.shift(), nil
}

func dequeInsert(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	d := runtime.As[deque](args[0])
	i, err := runtime.AsSsizeArg(t, args[1])
	if err != nil {
		return runtime.Value{}, err
	}
	if d.maxlen == d.n {
		return runtime.Value{}, runtime.IndexErrorf("deque already at its maximum size")
	}
	if i >= d.n {
		d.push(args[2])
		return runtime.None, nil
	}
	if i < 0 {
		i = max(i+d.n, 0)
	}
	d.pushLeft(args[2])
	for j := 0; j < i; j++ {
		*d.at(j) = *d.at(j + 1)
	}
	*d.at(i) = args[2]
	return runtime.None, nil
}

func dequeRemove(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	d := runtime.As[deque](args[0])
	i, err := d.find(t, args[1], 0, d.n, "remove")
	if err != nil {
		return runtime.Value{}, err
	}
	if i < 0 {
		r, err := runtime.ReprStr(t, args[1])
		if err != nil {
			return runtime.Value{}, err
		}
		return runtime.Value{}, runtime.ValueErrorf("%s is not in deque", r)
	}
	d.removeAt(i)
	return runtime.None, nil
}

func dequeIndexMethod(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	d := runtime.As[deque](args[0])
	bound := func(v runtime.Value, def int) (int, error) {
		if v.IsUnset() {
			return def, nil
		}
		if !runtime.HasIndex(v) {
			return 0, runtime.TypeErrorf("slice indices must be integers or have an __index__ method")
		}
		i, err := runtime.AsSsize(t, v, nil)
		if i < 0 {
			i = max(i+d.n, 0)
		}
		return min(i, d.n), err
	}
	start, err := bound(args[2], 0)
	if err != nil {
		return runtime.Value{}, err
	}
	stop, err := bound(args[3], d.n)
	if err != nil {
		return runtime.Value{}, err
	}
	i, err := d.find(t, args[1], start, stop, "")
	if err != nil {
		return runtime.Value{}, err
	}
	if i >= 0 {
		return runtime.Int(int64(i)), nil
	}
	r, err := runtime.ReprStr(t, args[1])
	if err != nil {
		return runtime.Value{}, err
	}
	return runtime.Value{}, runtime.ValueErrorf("%s is not in deque", r)
}

func dequeCount(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	d := runtime.As[deque](args[0])
	n := 0
	state := d.state
	for i := 0; i < d.n; i++ {
		eq, err := runtime.EqualBool(t, *d.at(i), args[1])
		if err == nil {
			err = t.OftenQuiet(i)
		}
		if err != nil {
			return runtime.Value{}, err
		}
		if state != d.state {
			return runtime.Value{}, runtime.RuntimeErrorf("deque mutated during iteration")
		}
		if eq {
			n++
		}
	}
	return runtime.Int(int64(n)), nil
}

func dequeReverse(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	d := runtime.As[deque](args[0])
	if d.n >= manyItems {
		return runtime.None, t.Whole(func() error { return d.reversedAnew(t) })
	}
	for i, j := 0, d.n-1; i < j; i, j = i+1, j-1 {
		p, q := d.at(i), d.at(j)
		*p, *q = *q, *p
	}
	return runtime.None, nil
}

// reversedAnew is reverse of many items, in a copy; within Whole.
func (d *deque) reversedAnew(t *runtime.Thread) error {
	buf, err := runtime.MakeMany[runtime.Value](t, len(d.buf), len(d.buf))
	if err != nil {
		return err
	}
	for i := range d.n {
		if err := t.Often(i); err != nil {
			return err
		}
		buf[i] = *d.at(d.n - 1 - i)
	}
	d.buf, d.head = buf, 0
	return nil
}

func dequeRotate(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	k, err := runtime.AsSsizeArg(t, args[1])
	if err != nil {
		return runtime.Value{}, err
	}
	return runtime.None, runtime.As[deque](args[0]).rotate(t, k)
}

func dequeReduce(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	d := runtime.As[deque](args[0])
	state := runtime.None
	if dict := runtime.InstanceDict(args[0]); dict != nil && dict.Len() > 0 {
		state = dict.Value()
	}
	it := newDequeIter(&dequeIterType, d).Value()
	ctor := runtime.TupleOf()
	if d.maxlen >= 0 {
		ctor = runtime.TupleOf(runtime.TupleOf(), runtime.Int(int64(d.maxlen)))
	}
	return runtime.TupleOf(d.Type().Value(), ctor, state, it), nil
}

func init() {
	row := func(name, sig string, fn runtime.NativeFn, doc string) runtime.Method {
		return runtime.Method{Name: name, Sig: sig, Fn: fn, Doc: doc}
	}
	runtime.Define(&dequeType, runtime.TypeSpec{
		Name: "collections.deque", Size: runtime.SizeOf[deque](), Flags: runtime.FlagBase | runtime.FlagSequence, NoHash: true,
		Doc: "deque([iterable[, maxlen]]) --> deque object\n\nA list-like sequence optimized for data accesses near its endpoints.",
		Slots: runtime.Slots{Repr: dequeRepr, Compare: dequeCompare, GetItem: dequeGetItem, SetItem: dequeSetItem,
			Len: func(t *runtime.Thread, v runtime.Value) (int, error) { return runtime.As[deque](v).n, nil },
			Iter: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
				return newDequeIter(&dequeIterType, runtime.As[deque](v)).Value(), nil
			},
			Contains: func(t *runtime.Thread, v, x runtime.Value) (bool, error) {
				d := runtime.As[deque](v)
				i, err := d.find(t, x, 0, d.n, "")
				return i >= 0, err
			},
			Binary: dequeBinary, Inplace: dequeInplace},
		BinOps: []runtime.BinOp{runtime.OpAdd, runtime.OpMul}, InOps: []runtime.BinOp{runtime.OpAdd, runtime.OpMul},
		New: runtime.Method{Raw: func(t *runtime.Thread, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
			cls, err := runtime.ClassArg(args, &dequeType)
			if err != nil {
				return runtime.Value{}, err
			}
			return newDeque(cls, -1).Value(), nil
		}},
		Init: runtime.Method{Sig: "iterable=?, maxlen=None", Fn: dequeInit},
		Methods: []runtime.Method{
			row("append", "object, /", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
				runtime.As[deque](args[0]).push(args[1])
				return runtime.None, nil
			}, "Add an element to the right side of the deque."),
			row("appendleft", "object, /", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
				runtime.As[deque](args[0]).pushLeft(args[1])
				return runtime.None, nil
			}, "Add an element to the left side of the deque."),
			row("clear", "", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
				runtime.As[deque](args[0]).clear()
				return runtime.None, nil
			}, "Remove all elements from the deque."),
			row("copy", "", dequeCopy, "Return a shallow copy of a deque."),
			row("__copy__", "", dequeCopy, "Return a shallow copy of a deque."),
			row("count", "value, /", dequeCount, "D.count(value) -- return number of occurrences of value"),
			row("extend", "iterable, /", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
				return runtime.None, runtime.As[deque](args[0]).extend(t, args[1], false)
			}, "Extend the right side of the deque with elements from the iterable"),
			row("extendleft", "iterable, /", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
				return runtime.None, runtime.As[deque](args[0]).extend(t, args[1], true)
			}, "Extend the left side of the deque with elements from the iterable"),
			row("index", "value, start=?, stop=?, /", dequeIndexMethod,
				"D.index(value, [start, [stop]]) -- return first index of value.\nRaises ValueError if the value is not present."),
			row("insert", "index, object, /", dequeInsert, "D.insert(index, object) -- insert object before index"),
			row("pop", "", dequePop, "Remove and return the rightmost element."),
			row("popleft", "", dequePopLeft, "Remove and return the leftmost element."),
			row("remove", "value, /", dequeRemove, "D.remove(value) -- remove first occurrence of value."),
			row("reverse", "", dequeReverse, "D.reverse() -- reverse *IN PLACE*"),
			row("rotate", "n=1, /", dequeRotate, "Rotate the deque n steps to the right (default n=1).  If n is negative, rotates left."),
			row("__reduce__", "", dequeReduce, "Return state information for pickling."),
			row("__reversed__", "", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
				return newDequeIter(&dequeRevIterType, runtime.As[deque](args[0])).Value(), nil
			}, "D.__reversed__() -- return a reverse iterator over the deque"),
			row("__sizeof__", "", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
				return runtime.Int(int64(64 + 16*len(runtime.As[deque](args[0]).buf))), nil
			}, "D.__sizeof__() -- size of D in memory, in bytes"),
			runtime.ClassGetItem(),
		},
		GetSets: []runtime.GetSet{{Name: "maxlen", Get: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
			if m := runtime.As[deque](v).maxlen; m >= 0 {
				return runtime.Int(int64(m)), nil
			}
			return runtime.None, nil
		}, Doc: "maximum size of a deque or None if unbounded"}},
	})
	for _, it := range []struct {
		typ  *runtime.Type
		name string
	}{{&dequeIterType, "_collections._deque_iterator"}, {&dequeRevIterType, "_collections._deque_reverse_iterator"}} {
		runtime.Define(it.typ, runtime.TypeSpec{Name: it.name, Size: runtime.SizeOf[dequeIter](),
			Slots: runtime.Slots{Iter: runtime.SelfIter, Next: dequeIterNext},
			New:   runtime.Method{Sig: "deque, index=0, /", Fn: dequeIterNew(it.typ)},
			Methods: []runtime.Method{
				row("__length_hint__", "", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
					return runtime.Int(int64(runtime.As[dequeIter](args[0]).n)), nil
				}, ""),
				row("__reduce__", "", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
					it := runtime.As[dequeIter](args[0])
					return runtime.TupleOf(it.Type().Value(), runtime.TupleOf(it.d.Value(), runtime.Int(int64(it.i)))), nil
				}, ""),
			}})
	}
}
