package itertools

import "github.com/minipy/minipy/runtime"

// A counter is count(start, step): cheap while both are small ints.
type counter struct {
	runtime.Object
	fast      bool
	n, by     int64
	cur, step runtime.Value
}

// A cycler is cycle(iterable).
type cycler struct {
	runtime.Object
	it    runtime.Value // unset: exhausted, saved is repeated
	saved []runtime.Value
	i     int
}

// A repeater is repeat(object[, times]).
type repeater struct {
	runtime.Object
	x    runtime.Value
	left int // -1: for ever
}

var countType, cycleType, repeatType runtime.Type

func isNumber(v runtime.Value) bool {
	s := &v.Type().Slots
	return s.Index != nil || s.Int != nil || s.Float != nil || v.IsInt() || v.IsFloat() || v.IsBool() || v.Type().Name == "complex"
}

func countNew(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	cls, err := newIter(args, &countType)
	if err != nil {
		return done(err)
	}
	if !isNumber(args[1]) || !isNumber(args[2]) {
		return done(runtime.TypeErrorf("a number is required"))
	}
	c := runtime.Alloc[counter](cls)
	c.cur, c.step = args[1], args[2]
	if args[1].IsInt() && args[2].IsInt() {
		c.fast, c.n, c.by = true, args[1].AsInt64(), args[2].AsInt64()
	}
	return c.Value(), nil
}

func countNext(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	c := runtime.As[counter](v)
	if c.fast {
		n := c.n
		if sum := n + c.by; (sum > n) == (c.by > 0) {
			c.n = sum
			return runtime.Int(n), nil
		}
		c.fast, c.cur = false, runtime.Int(n)
	}
	cur := c.cur
	sum, err := runtime.Binary(t, runtime.OpAdd, cur, c.step)
	if err != nil {
		return done(err)
	}
	c.cur = sum
	return cur, nil
}

func (c *counter) now() runtime.Value {
	if c.fast {
		return runtime.Int(c.n)
	}
	return c.cur
}

func isOne(v runtime.Value) bool { return v.IsInt() && v.AsInt64() == 1 }

func countRepr(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	c := runtime.As[counter](v)
	items := []runtime.Value{c.now(), c.step}
	if isOne(c.step) {
		items = items[:1]
	}
	return runtime.ReprItems(t, v.Type().PyName()+"(", items, ")")
}

func countReduce(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	c := runtime.As[counter](args[0])
	if isOne(c.step) {
		return runtime.TupleOf(c.Type().Value(), runtime.TupleOf(c.now())), nil
	}
	return runtime.TupleOf(c.Type().Value(), runtime.TupleOf(c.now(), c.step)), nil
}

func cycleNew(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	cls, err := newIter(args, &cycleType)
	if err != nil {
		return done(err)
	}
	it, err := runtime.Iter(t, args[1])
	if err != nil {
		return done(err)
	}
	c := runtime.Alloc[cycler](cls)
	c.it = it
	return c.Value(), nil
}

func cycleNext(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	c := runtime.As[cycler](v)
	if !c.it.IsUnset() {
		x, err := next(t, c.it)
		if err != nil {
			return done(err)
		}
		if !x.IsUnset() {
			c.saved = append(c.saved, x)
			return x, nil
		}
		c.it = runtime.Value{}
	}
	if len(c.saved) == 0 {
		return done(nil)
	}
	x := c.saved[c.i]
	if c.i++; c.i == len(c.saved) {
		c.i = 0
	}
	return x, nil
}

func cycleReduce(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	c := runtime.As[cycler](args[0])
	saved := runtime.NewList(append([]runtime.Value(nil), c.saved...)).Value()
	if c.it.IsUnset() {
		rest := runtime.NewList(append(append([]runtime.Value(nil), c.saved[c.i:]...), c.saved[:c.i]...)).Value()
		it, err := runtime.Iter(t, rest)
		if err != nil {
			return done(err)
		}
		return runtime.TupleOf(c.Type().Value(), runtime.TupleOf(it), runtime.TupleOf(saved, runtime.True)), nil
	}
	return runtime.TupleOf(c.Type().Value(), runtime.TupleOf(c.it), runtime.TupleOf(saved, runtime.False)), nil
}

func cycleSetState(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	c := runtime.As[cycler](args[0])
	state, ok := runtime.AsTuple(args[1])
	if !ok {
		return done(runtime.TypeErrorf("state is not a tuple"))
	}
	if state.Len() != 2 {
		return done(runtime.TypeErrorf("function takes exactly 2 arguments (%d given)", state.Len()))
	}
	l, ok := runtime.AsList(state.Items()[0])
	if !ok {
		return done(runtime.TypeErrorf("argument 1 must be list, not %s", state.Items()[0].Type().Name))
	}
	first, err := runtime.IsTrue(t, state.Items()[1])
	if err != nil {
		return done(err)
	}
	c.saved = append([]runtime.Value(nil), l.Items()...)
	if first { // it walks what is left of this round, which is saved already
		rest, err := runtime.ToSlice(t, c.it)
		if err != nil {
			return done(err)
		}
		c.it = runtime.Value{}
		if len(c.saved) > 0 {
			c.i = (len(c.saved) - len(rest)%len(c.saved)) % len(c.saved)
		}
	}
	return runtime.None, nil
}

func repeatNew(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	cls, err := newIter(args, &repeatType)
	if err != nil {
		return done(err)
	}
	left := -1
	if !args[2].IsUnset() {
		if left, err = runtime.AsSsizeArg(t, args[2]); err != nil {
			return done(err)
		}
		left = max(left, 0)
	}
	r := runtime.Alloc[repeater](cls)
	r.x, r.left = args[1], left
	return r.Value(), nil
}

func repeatNext(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	r := runtime.As[repeater](v)
	if r.left == 0 {
		return done(nil)
	}
	if r.left > 0 {
		r.left--
	}
	return r.x, nil
}

func repeatRepr(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	r := runtime.As[repeater](v)
	items := []runtime.Value{r.x, runtime.Int(int64(r.left))}
	if r.left < 0 {
		items = items[:1]
	}
	return runtime.ReprItems(t, v.Type().PyName()+"(", items, ")")
}

func init() {
	runtime.Define(&countType, runtime.TypeSpec{Name: "itertools.count", Size: runtime.SizeOf[counter](), Flags: runtime.FlagBase,
		Doc: "Return a count object whose .__next__() method returns consecutive values.\n\nEquivalent to:\n    def count(firstval=0, step=1):\n" +
			"        x = firstval\n        while 1:\n            yield x\n            x += step",
		Slots:   runtime.Slots{Iter: runtime.SelfIter, Next: countNext, Repr: countRepr},
		New:     runtime.Method{Sig: "start=0, step=1", Fn: countNew},
		Methods: []runtime.Method{row("__reduce__", "", countReduce)}})
	runtime.Define(&cycleType, runtime.TypeSpec{Name: "itertools.cycle", Size: runtime.SizeOf[cycler](), Flags: runtime.FlagBase,
		Doc:   "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.",
		Slots: runtime.Slots{Iter: runtime.SelfIter, Next: cycleNext},
		New:   runtime.Method{Sig: "iterable, /", Fn: cycleNew},
		Methods: []runtime.Method{row("__reduce__", "", cycleReduce),
			row("__setstate__", "state, /", cycleSetState)}})
	runtime.Define(&repeatType, runtime.TypeSpec{Name: "itertools.repeat", Size: runtime.SizeOf[repeater](), Flags: runtime.FlagBase,
		Doc:   "repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If not specified, returns the object\nendlessly.",
		Slots: runtime.Slots{Iter: runtime.SelfIter, Next: repeatNext, Repr: repeatRepr},
		New:   runtime.Method{Sig: "object, times=?", Fn: repeatNew},
		Methods: []runtime.Method{
			row("__length_hint__", "", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
				r := runtime.As[repeater](args[0])
				if r.left < 0 {
					return done(runtime.TypeErrorf("len() of unsized object"))
				}
				return runtime.Int(int64(r.left)), nil
			}),
			row("__reduce__", "", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
				r := runtime.As[repeater](args[0])
				if r.left < 0 {
					return runtime.TupleOf(r.Type().Value(), runtime.TupleOf(r.x)), nil
				}
				return runtime.TupleOf(r.Type().Value(), runtime.TupleOf(r.x, runtime.Int(int64(r.left)))), nil
			}),
		}})
}
