package itertools

import "github.com/minipy/minipy/runtime"

// A grouping is groupby(iterable, key).
type grouping struct {
	runtime.Object
	it, fn         runtime.Value // fn unset: identity
	target         runtime.Value // key of the group handed out last
	curKey, curVal runtime.Value
	current        *grouper
}

// A grouper gives the items of one group, for as long as the grouping stands there.
type grouper struct {
	runtime.Object
	parent *grouping
	key    runtime.Value
}

var groupByType, grouperType runtime.Type

func groupByNew(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	cls, err := newIter(args, &groupByType)
	if err != nil {
		return done(err)
	}
	g := runtime.Alloc[grouping](cls)
	if g.it, err = runtime.Iter(t, args[1]); err != nil {
		return done(err)
	}
	if !args[2].IsNone() {
		g.fn = args[2]
	}
	return g.Value(), nil
}

// step reads the next item and its key; false at the end.
func (g *grouping) step(t *runtime.Thread) (bool, error) {
	x, err := next(t, g.it)
	if err != nil || x.IsUnset() {
		return false, err
	}
	k := x
	if !g.fn.IsUnset() {
		if k, err = runtime.Call(t, g.fn, x); err != nil {
			return false, err
		}
	}
	g.curVal, g.curKey = x, k
	return true, nil
}

func groupByNext(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	g := runtime.As[grouping](v)
	g.current = nil
	for n := 1; ; n++ { // skip what is left of the last group
		if g.curKey.IsUnset() {
			// nothing read yet
		} else if g.target.IsUnset() {
			break
		} else {
			same, err := runtime.EqualBool(t, g.target, g.curKey)
			if err != nil {
				return done(err)
			}
			if !same {
				break
			}
		}
		ok, err := g.step(t)
		if !ok {
			return done(err)
		}
		if err := poll(t, n); err != nil {
			return done(err)
		}
	}
	g.target = g.curKey
	return runtime.NewPair(g.curKey, g.newGrouper(g.target).Value()), nil
}

func (g *grouping) newGrouper(key runtime.Value) *grouper {
	r := runtime.Alloc[grouper](&grouperType)
	r.parent, r.key = g, key
	g.current = r
	return r
}

func grouperNext(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	r := runtime.As[grouper](v)
	g := r.parent
	if g.current != r {
		return done(nil)
	}
	if g.curVal.IsUnset() {
		if ok, err := g.step(t); !ok {
			return done(err)
		}
	}
	same, err := runtime.EqualBool(t, r.key, g.curKey)
	if err != nil || !same {
		return done(err)
	}
	x := g.curVal
	g.curVal = runtime.Value{}
	return x, nil
}

func groupByReduce(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	g := runtime.As[grouping](args[0])
	fn := runtime.None
	if !g.fn.IsUnset() {
		fn = g.fn
	}
	if g.curKey.IsUnset() || g.target.IsUnset() || g.curVal.IsUnset() {
		return runtime.TupleOf(g.Type().Value(), runtime.TupleOf(g.it, fn)), nil
	}
	return runtime.TupleOf(g.Type().Value(), runtime.TupleOf(g.it, fn), runtime.TupleOf(g.curVal, g.target, g.curKey)), nil
}

// A teeData is a stretch of what a tee's source gave, shared by its iterators.
type teeData struct {
	runtime.Object
	it      runtime.Value
	items   []runtime.Value
	next    *teeData
	running bool
}

// A teeIter is one of tee()'s iterators.
type teeIter struct {
	runtime.Object
	data *teeData
	i    int
}

var teeType, teeDataType runtime.Type

const teeLink = 57

func newTeeData(it runtime.Value) *teeData {
	d := runtime.Alloc[teeData](&teeDataType)
	d.it = it
	return d
}

func newTee(cls *runtime.Type, d *teeData, i int) runtime.Value {
	r := runtime.Alloc[teeIter](cls)
	r.data, r.i = d, i
	return r.Value()
}

func tee(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	n, err := runtime.AsSsizeArg(t, args[1])
	if err != nil {
		return done(err)
	}
	if n < 0 {
		return done(runtime.ValueErrorf("n must be >= 0"))
	}
	if n > runtime.MaxItems {
		return done(runtime.NewException(runtime.MemoryError))
	}
	if err := t.RoomFor(n, poolSize+itemSize); err != nil {
		return done(err)
	}
	if n == 0 {
		return runtime.TupleOf(), nil
	}
	it, err := runtime.Iter(t, args[0])
	if err != nil {
		return done(err)
	}
	r := runtime.MakeTuple(n)
	out := r.Items()
	if m, ok, err := runtime.LookupAttr(t, it, t.VM.Intern("__copy__")); err != nil {
		return done(err)
	} else if ok {
		out[0] = it
		for i := 1; i < n; i++ {
			if out[i], err = runtime.Call(t, m); err != nil {
				return done(err)
			}
		}
		return r.Value(), nil
	}
	d := newTeeData(it)
	for i := range out {
		out[i] = newTee(&teeType, d, 0)
	}
	return r.Value(), nil
}

func teeNext(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	r := runtime.As[teeIter](v)
	if r.i == teeLink {
		if r.data.next == nil {
			r.data.next = newTeeData(r.data.it)
		}
		r.data, r.i = r.data.next, 0
	}
	d := r.data
	if r.i < len(d.items) {
		x := d.items[r.i]
		r.i++
		return x, nil
	}
	if d.running {
		return done(runtime.RuntimeErrorf("cannot re-enter the tee iterator"))
	}
	d.running = true
	x, err := next(t, d.it)
	d.running = false
	if err != nil || x.IsUnset() {
		return x, err
	}
	d.items = append(d.items, x)
	r.i++
	return x, nil
}

func teeNew(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	it, err := runtime.Iter(t, args[1])
	if err != nil {
		return done(err)
	}
	if it.Type() == &teeType {
		o := runtime.As[teeIter](it)
		return newTee(&teeType, o.data, o.i), nil
	}
	return newTee(&teeType, newTeeData(it), 0), nil
}

func teeCopy(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	r := runtime.As[teeIter](args[0])
	return newTee(&teeType, r.data, r.i), nil
}

func init() {
	runtime.Define(&groupByType, runtime.TypeSpec{Name: "itertools.groupby", Size: runtime.SizeOf[grouping](), Flags: runtime.FlagBase,
		Doc: "make an iterator that returns consecutive keys and groups from the iterable\n\n  iterable\n    Elements to divide into groups according to the key function.\n  key\n" +
			"    A function for computing the group category for each element.\n    If the key function is not specified or is None, the element itself\n    is used for grouping.",
		Slots: runtime.Slots{Iter: runtime.SelfIter, Next: groupByNext},
		New:   runtime.Method{Sig: "iterable, key=None", Fn: groupByNew},
		Methods: []runtime.Method{row("__reduce__", "", groupByReduce),
			row("__setstate__", "state, /", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
				s, ok := runtime.AsTuple(args[1])
				if !ok || s.Len() != 3 {
					return done(runtime.TypeErrorf("state is not a tuple"))
				}
				g := runtime.As[grouping](args[0])
				g.curVal, g.target, g.curKey = s.Items()[0], s.Items()[1], s.Items()[2]
				return runtime.None, nil
			})}})
	runtime.Define(&grouperType, runtime.TypeSpec{Name: "itertools._grouper", Size: runtime.SizeOf[grouper](),
		Slots: runtime.Slots{Iter: runtime.SelfIter, Next: grouperNext},
		New: runtime.Method{Sig: "parent, tgtkey, /", Fn: func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
			g, ok := runtime.Cast[grouping](args[1], &groupByType)
			if !ok {
				return done(runtime.TypeErrorf("argument 1 must be itertools.groupby, not %s", args[1].Type().Name))
			}
			return g.newGrouper(args[2]).Value(), nil
		}},
		Methods: []runtime.Method{row("__reduce__", "", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
			r := runtime.As[grouper](args[0])
			if r.parent.current != r {
				f, err := runtime.BuiltinByName(t, "iter")
				return runtime.TupleOf(f, runtime.TupleOf(runtime.TupleOf())), err
			}
			return runtime.TupleOf(grouperType.Value(), runtime.TupleOf(r.parent.Value(), r.key)), nil
		})}})
	runtime.Define(&teeType, runtime.TypeSpec{Name: "itertools._tee", Size: runtime.SizeOf[teeIter](),
		Doc:   "Iterator wrapped to make it copyable.",
		Slots: runtime.Slots{Iter: runtime.SelfIter, Next: teeNext},
		New:   runtime.Method{Sig: "iterable, /", Fn: teeNew},
		Methods: []runtime.Method{{Name: "__copy__", Fn: teeCopy, Doc: "Returns an independent iterator."},
			row("__reduce__", "", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
				r := runtime.As[teeIter](args[0])
				return runtime.TupleOf(teeType.Value(), runtime.TupleOf(runtime.TupleOf()), runtime.TupleOf(r.data.Value(), runtime.Int(int64(r.i)))), nil
			}),
			row("__setstate__", "state, /", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
				r := runtime.As[teeIter](args[0])
				s, ok := runtime.AsTuple(args[1])
				if !ok || s.Len() != 2 {
					return done(runtime.TypeErrorf("state is not a tuple"))
				}
				d, ok := runtime.Cast[teeData](s.Items()[0], &teeDataType)
				if !ok {
					return done(runtime.TypeErrorf("argument 1 must be itertools._tee_dataobject, not %s", s.Items()[0].Type().Name))
				}
				i, err := runtime.AsSsize(t, s.Items()[1], runtime.OverflowError)
				if err != nil {
					return done(err)
				}
				if i < 0 || i > len(d.items) {
					return done(runtime.ValueErrorf("Index out of range"))
				}
				r.data, r.i = d, i
				return runtime.None, nil
			}),
		}})
	runtime.Define(&teeDataType, runtime.TypeSpec{Name: "itertools._tee_dataobject", Size: runtime.SizeOf[teeData](),
		Doc: "teedataobject(iterable, values, next, /)\n--\n\nData container common to multiple tee objects.",
		New: runtime.Method{Sig: "iterable, values, next, /", Fn: func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
			d := newTeeData(args[1])
			l, ok := runtime.AsList(args[2])
			if !ok || l.Len() > teeLink {
				return done(runtime.ValueErrorf("Invalid arguments"))
			}
			d.items = append(d.items, l.Items()...)
			if !args[3].IsNone() {
				if d.next, ok = runtime.Cast[teeData](args[3], &teeDataType); !ok {
					return done(runtime.ValueErrorf("Invalid arguments"))
				}
			}
			return d.Value(), nil
		}},
		Methods: []runtime.Method{row("__reduce__", "", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
			d := runtime.As[teeData](args[0])
			next := runtime.None
			if d.next != nil {
				next = d.next.Value()
			}
			return runtime.TupleOf(teeDataType.Value(), runtime.TupleOf(d.it, runtime.NewList(append([]runtime.Value(nil), d.items...)).Value(), next)), nil
		})}})
}
