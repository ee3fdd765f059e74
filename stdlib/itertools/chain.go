package itertools

import "github.com/minipy/minipy/runtime"

// A chaining is chain(*iterables) or chain.from_iterable(iterable).
type chaining struct {
	runtime.Object
	src    runtime.Value // iterator of iterables; unset: at the end
	active runtime.Value // iterator that is walked now
}

// An accumulating is accumulate(iterable, func, initial=).
type accumulating struct {
	runtime.Object
	it, fn  runtime.Value
	total   runtime.Value // unset: nothing yet
	initial runtime.Value // unset: none, or given already
}

// A slicing is islice(iterable, ...).
type slicing struct {
	runtime.Object
	it   runtime.Value // unset: at the end
	next int           // index of the next item wanted
	stop int           // -1: none
	step int
	at   int // index of the next item of it
}

// A pairing is pairwise(iterable).
type pairing struct {
	runtime.Object
	it  runtime.Value
	old runtime.Value
}

// A longest is zip_longest(*iterables, fillvalue=).
type longest struct {
	runtime.Object
	its    []runtime.Value // unset: that one has ended
	active int
	fill   runtime.Value
}

var chainType, accumulateType, isliceType, pairwiseType, zipLongestType runtime.Type

func newChain(cls *runtime.Type, src runtime.Value) runtime.Value {
	c := runtime.Alloc[chaining](cls)
	c.src = src
	return c.Value()
}

func chainNew(t *runtime.Thread, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	cls, err := runtime.ClassArg(args, &chainType)
	if err != nil {
		return done(err)
	}
	if err := noKeywords(cls, &chainType, names); err != nil {
		return done(err)
	}
	it, err := runtime.Iter(t, runtime.NewTuple(args[1:len(args)-len(names)]))
	if err != nil {
		return done(err)
	}
	return newChain(cls, it), nil
}

func chainFrom(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	cls, _ := runtime.AsType(args[0])
	it, err := runtime.Iter(t, args[1])
	if err != nil {
		return done(err)
	}
	return newChain(cls, it), nil
}

func chainNext(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	c := runtime.As[chaining](v)
	for n := 1; !c.src.IsUnset(); n++ {
		if c.active.IsUnset() {
			x, err := next(t, c.src)
			if err != nil || x.IsUnset() {
				c.src = runtime.Value{}
				return done(err)
			}
			if c.active, err = runtime.Iter(t, x); err != nil {
				c.src, c.active = runtime.Value{}, runtime.Value{}
				return done(err)
			}
		}
		x, err := next(t, c.active)
		if err != nil || !x.IsUnset() {
			return x, err
		}
		c.active = runtime.Value{}
		if err := poll(t, n); err != nil {
			return done(err)
		}
	}
	return done(nil)
}

func chainReduce(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	c := runtime.As[chaining](args[0])
	switch {
	case c.src.IsUnset():
		return runtime.TupleOf(c.Type().Value(), runtime.TupleOf()), nil
	case c.active.IsUnset():
		return runtime.TupleOf(c.Type().Value(), runtime.TupleOf(), runtime.TupleOf(c.src)), nil
	}
	return runtime.TupleOf(c.Type().Value(), runtime.TupleOf(), runtime.TupleOf(c.src, c.active)), nil
}

func chainSetState(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	c := runtime.As[chaining](args[0])
	s, ok := runtime.AsTuple(args[1])
	if !ok {
		return done(runtime.TypeErrorf("state is not a tuple"))
	}
	if s.Len() != 1 && s.Len() != 2 {
		return done(runtime.TypeErrorf("Arguments must be iterators."))
	}
	for _, x := range s.Items() {
		if x.Type().Slots.Next == nil {
			return done(runtime.TypeErrorf("Arguments must be iterators."))
		}
	}
	c.src = s.Items()[0]
	if s.Len() == 2 {
		c.active = s.Items()[1]
	}
	return runtime.None, nil
}

func accumulateNew(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	cls, err := newIter(args, &accumulateType)
	if err != nil {
		return done(err)
	}
	it, err := runtime.Iter(t, args[1])
	if err != nil {
		return done(err)
	}
	a := runtime.Alloc[accumulating](cls)
	a.it = it
	if !args[2].IsNone() {
		a.fn = args[2]
	}
	if !args[3].IsNone() {
		a.initial = args[3]
	}
	return a.Value(), nil
}

func accumulateNext(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	a := runtime.As[accumulating](v)
	if !a.initial.IsUnset() {
		a.total, a.initial = a.initial, runtime.Value{}
		return a.total, nil
	}
	x, err := next(t, a.it)
	if err != nil || x.IsUnset() {
		return x, err
	}
	if a.total.IsUnset() {
		a.total = x
		return x, nil
	}
	if a.fn.IsUnset() {
		x, err = runtime.Binary(t, runtime.OpAdd, a.total, x)
	} else {
		x, err = runtime.Call(t, a.fn, a.total, x)
	}
	if err != nil {
		return done(err)
	}
	a.total = x
	return x, nil
}

func accumulateReduce(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	a := runtime.As[accumulating](args[0])
	fn := runtime.None
	if !a.fn.IsUnset() {
		fn = a.fn
	}
	if !a.initial.IsUnset() {
		tup, err := runtime.Iter(t, runtime.TupleOf(a.initial))
		if err != nil {
			return done(err)
		}
		both, err := runtime.Iter(t, runtime.TupleOf(tup, a.it))
		if err != nil {
			return done(err)
		}
		return runtime.TupleOf(a.Type().Value(), runtime.TupleOf(newChain(&chainType, both), fn), runtime.None), nil
	}
	total := runtime.None
	if !a.total.IsUnset() {
		total = a.total
	}
	return runtime.TupleOf(a.Type().Value(), runtime.TupleOf(a.it, fn), total), nil
}

// sliceArg reads one argument of islice: def if None.
func sliceArg(t *runtime.Thread, v runtime.Value, def int, msg string, least int) (int, error) {
	if v.IsNone() {
		return def, nil
	}
	if !runtime.HasIndex(v) {
		return 0, runtime.ValueErrorf("%s", msg)
	}
	i, err := runtime.AsSsize(t, v, runtime.OverflowError)
	if err != nil {
		if runtime.IsError(err, runtime.OverflowError) || runtime.IsError(err, runtime.TypeError) {
			err = runtime.ValueErrorf("%s", msg)
		}
		return 0, err
	}
	if i < least {
		return 0, runtime.ValueErrorf("%s", msg)
	}
	return i, nil
}

func isliceNew(t *runtime.Thread, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	cls, err := runtime.ClassArg(args, &isliceType)
	if err != nil {
		return done(err)
	}
	if err := noKeywords(cls, &isliceType, names); err != nil {
		return done(err)
	}
	args = args[1 : len(args)-len(names)]
	switch n := len(args); {
	case n < 2:
		return done(runtime.TypeErrorf("islice expected at least 2 arguments, got %d", n))
	case n > 4:
		return done(runtime.TypeErrorf("islice expected at most 4 arguments, got %d", n))
	}
	s := runtime.Alloc[slicing](cls)
	s.step = 1
	if len(args) == 2 {
		s.stop, err = sliceArg(t, args[1], -1, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.", 0)
		if err != nil {
			return done(err)
		}
	} else {
		const both = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
		if !args[2].IsNone() && !runtime.HasIndex(args[2]) {
			return done(runtime.ValueErrorf("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."))
		}
		if s.next, err = sliceArg(t, args[1], 0, both, 0); err != nil {
			return done(err)
		}
		if s.stop, err = sliceArg(t, args[2], -1, both, 0); err != nil {
			return done(err)
		}
		if len(args) == 4 {
			if s.step, err = sliceArg(t, args[3], 1, "Step for islice() must be a positive integer or None.", 1); err != nil {
				return done(err)
			}
		}
	}
	if s.it, err = runtime.Iter(t, args[0]); err != nil {
		return done(err)
	}
	return s.Value(), nil
}

func isliceNext(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	s := runtime.As[slicing](v)
	if s.it.IsUnset() {
		return done(nil)
	}
	if s.stop >= 0 && s.next >= s.stop {
		// what lies between is taken from the source all the same
		for ; s.at < s.stop; s.at++ {
			x, err := next(t, s.it)
			if err != nil || x.IsUnset() {
				s.it = runtime.Value{}
				return done(err)
			}
		}
		s.it = runtime.Value{}
		return done(nil)
	}
	for {
		x, err := next(t, s.it)
		if err != nil || x.IsUnset() {
			s.it = runtime.Value{}
			return done(err)
		}
		s.at++
		if s.at > s.next {
			if s.next += s.step; s.next < 0 { // past the largest int
				s.next = 1<<63 - 1
			}
			if s.stop >= 0 && s.next > s.stop {
				s.next = s.stop
			}
			return x, nil
		}
		if err := poll(t, s.at); err != nil {
			return done(err)
		}
	}
}

func isliceReduce(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	s := runtime.As[slicing](args[0])
	if s.it.IsUnset() {
		it, err := runtime.Iter(t, runtime.NewList(nil).Value())
		if err != nil {
			return done(err)
		}
		return runtime.TupleOf(s.Type().Value(), runtime.TupleOf(it, runtime.Int(0)), runtime.Int(0)), nil
	}
	stop := runtime.None
	if s.stop >= 0 {
		stop = runtime.Int(int64(s.stop))
	}
	return runtime.TupleOf(s.Type().Value(), runtime.TupleOf(s.it, runtime.Int(int64(s.next)), stop, runtime.Int(int64(s.step))), runtime.Int(int64(s.at))), nil
}

func isliceSetState(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	n, err := runtime.AsSsizeArg(t, args[1])
	if err != nil {
		return done(err)
	}
	runtime.As[slicing](args[0]).at = n
	return runtime.None, nil
}

func pairwiseNew(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	cls, err := newIter(args, &pairwiseType)
	if err != nil {
		return done(err)
	}
	p := runtime.Alloc[pairing](cls)
	if p.it, err = runtime.Iter(t, args[1]); err != nil {
		return done(err)
	}
	return p.Value(), nil
}

func pairwiseNext(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	p := runtime.As[pairing](v)
	if p.it.IsUnset() {
		return done(nil)
	}
	var err error
	if p.old.IsUnset() {
		if p.old, err = next(t, p.it); err != nil || p.old.IsUnset() {
			p.it = runtime.Value{}
			return done(err)
		}
		if p.it.IsUnset() { // the step came back here and ended it
			p.old = runtime.Value{}
			return done(nil)
		}
	}
	x, err := next(t, p.it)
	if err != nil || x.IsUnset() {
		p.it, p.old = runtime.Value{}, runtime.Value{}
		return done(err)
	}
	old := p.old
	p.old = x
	return runtime.NewPair(old, x), nil
}

func zipLongestNew(t *runtime.Thread, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	cls, err := runtime.ClassArg(args, &zipLongestType)
	if err != nil {
		return done(err)
	}
	n := len(args) - len(names)
	z := runtime.Alloc[longest](cls)
	z.fill = runtime.None
	for i, name := range names {
		if name.String() != "fillvalue" {
			return done(runtime.TypeErrorf("zip_longest() got an unexpected keyword argument"))
		}
		z.fill = args[n+i]
	}
	for _, v := range args[1:n] {
		it, err := runtime.Iter(t, v)
		if err != nil {
			return done(err)
		}
		z.its = append(z.its, it)
	}
	z.active = len(z.its)
	return z.Value(), nil
}

func zipLongestNext(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	z := runtime.As[longest](v)
	if z.active == 0 {
		return done(nil)
	}
	r := runtime.MakeTuple(len(z.its))
	out := r.Items()
	for i, it := range z.its {
		if it.IsUnset() {
			out[i] = z.fill
			continue
		}
		x, err := next(t, it)
		if err != nil {
			z.active = 0
			return done(err)
		}
		if x.IsUnset() {
			z.its[i] = runtime.Value{}
			if z.active--; z.active <= 0 {
				z.active = 0
				return done(nil)
			}
			x = z.fill
		}
		out[i] = x
	}
	return r.Value(), nil
}

func zipLongestReduce(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	z := runtime.As[longest](args[0])
	its := make([]runtime.Value, len(z.its))
	for i, it := range z.its {
		if its[i] = it; it.IsUnset() {
			its[i] = runtime.TupleOf()
		}
	}
	return runtime.TupleOf(z.Type().Value(), runtime.NewTuple(its), z.fill), nil
}

func init() {
	runtime.Define(&chainType, runtime.TypeSpec{Name: "itertools.chain", Size: runtime.SizeOf[chaining](), Flags: runtime.FlagBase,
		Doc:   "chain(*iterables) --> chain object\n\nReturn a chain object whose .__next__() method returns elements from the\nfirst iterable until it is exhausted, then elements from the next\niterable, until all of the iterables are exhausted.",
		Slots: runtime.Slots{Iter: runtime.SelfIter, Next: chainNext},
		New:   runtime.Method{Raw: chainNew},
		Methods: []runtime.Method{
			{Name: "from_iterable", Sig: "iterable, /", Fn: chainFrom, Kind: runtime.ClassMethod,
				Doc: "Alternative chain() constructor taking a single iterable argument that evaluates lazily."},
			row("__reduce__", "", chainReduce), row("__setstate__", "state, /", chainSetState), runtime.ClassGetItem(),
		}})
	runtime.Define(&accumulateType, runtime.TypeSpec{Name: "itertools.accumulate", Size: runtime.SizeOf[accumulating](), Flags: runtime.FlagBase,
		Doc:   "Return series of accumulated sums (or other binary function results).",
		Slots: runtime.Slots{Iter: runtime.SelfIter, Next: accumulateNext},
		New:   runtime.Method{Sig: "iterable, func=None, *, initial=None", Fn: accumulateNew},
		Methods: []runtime.Method{row("__reduce__", "", accumulateReduce), row("__setstate__", "state, /", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
			runtime.As[accumulating](args[0]).total = args[1]
			return runtime.None, nil
		})}})
	runtime.Define(&isliceType, runtime.TypeSpec{Name: "itertools.islice", Size: runtime.SizeOf[slicing](), Flags: runtime.FlagBase,
		Doc: "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\nReturn an iterator whose next() method returns selected values from an\n" +
			"iterable.  If start is specified, will skip all preceding elements;\notherwise, start defaults to zero.  Step defaults to one.  If\nspecified as another value, step determines how many values are\n" +
			"skipped between successive calls.  Works like a slice() on a list\nbut returns an iterator.",
		Slots:   runtime.Slots{Iter: runtime.SelfIter, Next: isliceNext},
		New:     runtime.Method{Raw: isliceNew},
		Methods: []runtime.Method{row("__reduce__", "", isliceReduce), row("__setstate__", "state, /", isliceSetState)}})
	runtime.Define(&pairwiseType, runtime.TypeSpec{Name: "itertools.pairwise", Size: runtime.SizeOf[pairing](), Flags: runtime.FlagBase,
		Doc:   "Return an iterator of overlapping pairs taken from the input iterator.\n\n    s -> (s0,s1), (s1,s2), (s2, s3), ...",
		Slots: runtime.Slots{Iter: runtime.SelfIter, Next: pairwiseNext},
		New:   runtime.Method{Sig: "iterable, /", Fn: pairwiseNew}})
	runtime.Define(&zipLongestType, runtime.TypeSpec{Name: "itertools.zip_longest", Size: runtime.SizeOf[longest](), Flags: runtime.FlagBase,
		Doc: "zip_longest(iter1 [,iter2 [...]], [fillvalue=None]) --> zip_longest object\n\nReturn a zip_longest object whose .__next__() method returns a tuple where\n" +
			"the i-th element comes from the i-th iterable argument.  The .__next__()\nmethod continues until the longest iterable in the argument sequence\nis exhausted and then it raises StopIteration.  When the shorter iterables\n" +
			"are exhausted, the fillvalue is substituted in their place.  The fillvalue\ndefaults to None or can be specified by a keyword argument.\n",
		Slots: runtime.Slots{Iter: runtime.SelfIter, Next: zipLongestNext},
		New:   runtime.Method{Raw: zipLongestNew},
		Methods: []runtime.Method{row("__reduce__", "", zipLongestReduce), row("__setstate__", "state, /", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
			runtime.As[longest](args[0]).fill = args[1]
			return runtime.None, nil
		})}})
}
