package runtime

import "math/big"

// The iterators that the builtin types enumerate, zip, map, filter and
// reversed make. They may be subclassed.

// An EnumerateIter counts what another iterator gives.
type EnumerateIter struct {
	Object
	it  Value
	n   int64
	big *big.Int // the count once it is beyond 64 bits
}

// A ZipIter walks several iterators in step.
type ZipIter struct {
	Object
	its    []Value
	strict bool
}

type mapIter struct {
	Object
	fn  Value
	its []Value
}

type filterIter struct {
	Object
	fn Value
	it Value
}

// A reversedIter walks any sequence backwards by index.
type reversedIter struct {
	Object
	seq Value // unset: at the end
	i   int
}

var (
	enumerateType, zipType, mapType, filterType, reversedType Type
	EnumerateType                                             = &enumerateType
	ZipType                                                   = &zipType
	MapType                                                   = &mapType
	FilterType                                                = &filterType
	ReversedType                                              = &reversedType
)

func newTuple2(a, b Value) Value {
	p := &tuple2{}
	p.typ = &tupleType
	p.a = [2]Value{a, b}
	p.items = p.a[:]
	return p.Tuple.Value()
}

// NewEnumerate makes enumerate(v, start).
func NewEnumerate(t *Thread, v Value, start int64) (Value, error) {
	it, err := Iter(t, v)
	if err != nil {
		return Value{}, err
	}
	e := &EnumerateIter{it: it, n: start}
	e.typ = &enumerateType
	return e.Value(), nil
}

// Step2 gives the next number and item without a tuple; ok is false at the end.
func (e *EnumerateIter) Step2(t *Thread) (n, x Value, ok bool, err error) {
	x, err = e.it.Type().Slots.Next(t, e.it)
	if err != nil || x.ref == nil {
		return Value{}, Value{}, false, err
	}
	if e.big != nil {
		n = NewInt(e.big)
		e.big = new(big.Int).Add(e.big, big.NewInt(1))
		return n, x, true, nil
	}
	n = Int(e.n)
	if e.n == maxSsize {
		e.big = new(big.Int).Add(big.NewInt(maxSsize), big.NewInt(1))
	} else {
		e.n++
	}
	return n, x, true, nil
}

func enumerateNext(t *Thread, v Value) (Value, error) {
	n, x, ok, err := As[EnumerateIter](v).Step2(t)
	if !ok {
		return Value{}, err
	}
	return newTuple2(n, x), nil
}

func enumerateNew(t *Thread, args []Value, names []*Str) (Value, error) {
	cls, err := newClassOf(args, &enumerateType)
	if err != nil {
		return Value{}, err
	}
	iterable, start, err := enumerateArgs(args[1:], names)
	if err != nil {
		return Value{}, err
	}
	e := Alloc[EnumerateIter](cls)
	if !start.IsUnset() {
		if start, err = Index(t, start); err != nil {
			return Value{}, err
		}
		small, b, _ := IntOf(start)
		e.n, e.big = small, b
	}
	if e.it, err = Iter(t, iterable); err != nil {
		return Value{}, err
	}
	return e.Value(), nil
}

// enumerateArgs reads (iterable, start) in CPython's words.
func enumerateArgs(args []Value, names []*Str) (iterable, start Value, err error) {
	switch n := len(args); {
	case n > 2:
		return iterable, start, TypeErrorf("enumerate() takes at most 2 arguments (%d given)", n)
	case n == 0:
		return iterable, start, TypeErrorf("enumerate() missing required argument 'iterable'")
	}
	out := [2]Value{}
	npos := len(args) - len(names)
	copy(out[:], args[:npos])
	for i, name := range names {
		j := 1
		if name.s == "iterable" {
			j = 0
		}
		if j == 1 && (name.s != "start" || len(args) == 1) || j < npos || !out[j].IsUnset() {
			return iterable, start, TypeErrorf("'%s' is an invalid keyword argument for enumerate()", name.s)
		}
		out[j] = args[npos+i]
	}
	return out[0], out[1], nil
}

func enumerateReduce(t *Thread, args []Value) (Value, error) {
	e := As[EnumerateIter](args[0])
	n := Int(e.n)
	if e.big != nil {
		n = NewInt(e.big)
	}
	return TupleOf(e.typ.Value(), TupleOf(e.it, n)), nil
}

// iters makes an iterator of each of vs; what names them in zip's message.
func iters(t *Thread, vs []Value) ([]Value, error) {
	out := make([]Value, len(vs))
	for i, v := range vs {
		it, err := Iter(t, v)
		if err != nil {
			return nil, err
		}
		out[i] = it
	}
	return out, nil
}

func zipNew(t *Thread, args []Value, names []*Str) (Value, error) {
	cls, err := newClassOf(args, &zipType)
	if err != nil {
		return Value{}, err
	}
	strict := false
	n := len(args) - len(names)
	for i, name := range names {
		if name.s != "strict" {
			return Value{}, TypeErrorf("'%s' is an invalid keyword argument for zip()", name.s)
		}
		if strict, err = IsTrue(t, args[n+i]); err != nil {
			return Value{}, err
		}
	}
	z := Alloc[ZipIter](cls)
	z.strict = strict
	if z.its, err = iters(t, args[1:n]); err != nil {
		return Value{}, err
	}
	return z.Value(), nil
}

// IsPair says that the iterator gives pairs and Step2 may be used.
func (z *ZipIter) IsPair() bool { return len(z.its) == 2 && !z.strict }

// Step2 gives the next two items without a tuple; ok is false at the end. Only if IsPair.
func (z *ZipIter) Step2(t *Thread) (a, b Value, ok bool, err error) {
	a, err = z.its[0].Type().Slots.Next(t, z.its[0])
	if err != nil || a.ref == nil {
		return Value{}, Value{}, false, err
	}
	b, err = z.its[1].Type().Slots.Next(t, z.its[1])
	if err != nil || b.ref == nil {
		return Value{}, Value{}, false, err
	}
	return a, b, true, nil
}

func zipNext(t *Thread, v Value) (Value, error) {
	z := As[ZipIter](v)
	if len(z.its) == 0 {
		return Value{}, nil
	}
	if z.IsPair() {
		a, b, ok, err := z.Step2(t)
		if !ok {
			return Value{}, err
		}
		return newTuple2(a, b), nil
	}
	r := MakeTuple(len(z.its))
	for i, it := range z.its {
		x, err := it.Type().Slots.Next(t, it)
		if err != nil {
			return Value{}, err
		}
		if x.ref == nil {
			if z.strict {
				return Value{}, zipUneven(t, z, i)
			}
			return Value{}, nil
		}
		r.items[i] = x
	}
	return r.Value(), nil
}

// zipUneven is the error of zip(strict=True) when iterator i ended first, or nil.
func zipUneven(t *Thread, z *ZipIter, i int) error {
	say := func(n int, how string) error {
		if n == 1 {
			return ValueErrorf("zip() argument 2 is %s than argument 1", how)
		}
		return ValueErrorf("zip() argument %d is %s than arguments 1-%d", n+1, how, n)
	}
	if i > 0 {
		return say(i, "shorter")
	}
	for j := 1; j < len(z.its); j++ {
		x, err := Next(t, z.its[j])
		if err != nil {
			return err
		}
		if x.ref != nil {
			return say(j, "longer")
		}
	}
	return nil
}

func zipReduce(t *Thread, args []Value) (Value, error) {
	z := As[ZipIter](args[0])
	if z.strict {
		return TupleOf(z.typ.Value(), NewTuple(z.its), True), nil
	}
	return TupleOf(z.typ.Value(), NewTuple(z.its)), nil
}

func mapNew(t *Thread, args []Value, names []*Str) (Value, error) {
	cls, err := newClassOf(args, &mapType)
	if err != nil {
		return Value{}, err
	}
	args = args[:len(args)-len(names)]
	if len(names) > 0 && (cls == &mapType || !cls.Has(FlagUserInit)) {
		return Value{}, TypeErrorf("map() takes no keyword arguments")
	}
	if len(args) < 3 {
		return Value{}, TypeErrorf("map() must have at least two arguments.")
	}
	m := Alloc[mapIter](cls)
	m.fn = args[1]
	if m.its, err = iters(t, args[2:]); err != nil {
		return Value{}, err
	}
	return m.Value(), nil
}

func mapNext(t *Thread, v Value) (Value, error) {
	m := As[mapIter](v)
	if len(m.its) == 1 {
		it := m.its[0]
		x, err := it.Type().Slots.Next(t, it)
		if err != nil || x.ref == nil {
			return Value{}, err
		}
		return Call(t, m.fn, x)
	}
	var small [4]Value
	args := small[:0]
	for _, it := range m.its {
		x, err := it.Type().Slots.Next(t, it)
		if err != nil || x.ref == nil {
			return Value{}, err
		}
		args = append(args, x)
	}
	return CallArgs(t, m.fn, args, nil)
}

func filterNew(t *Thread, args []Value, names []*Str) (Value, error) {
	cls, err := newClassOf(args, &filterType)
	if err != nil {
		return Value{}, err
	}
	n := len(args) - len(names)
	if cls == &filterType || !cls.Has(FlagUserInit) {
		if len(names) > 0 {
			return Value{}, TypeErrorf("filter() takes no keyword arguments")
		}
	}
	if n != 3 {
		return Value{}, TypeErrorf("filter expected 2 arguments, got %d", n-1)
	}
	f := Alloc[filterIter](cls)
	f.fn = args[1]
	if f.it, err = Iter(t, args[2]); err != nil {
		return Value{}, err
	}
	return f.Value(), nil
}

func filterNext(t *Thread, v Value) (Value, error) {
	f := As[filterIter](v)
	plain := f.fn.IsNone() || Is(f.fn, boolType.Value())
	for n := 1; ; n++ {
		x, err := f.it.Type().Slots.Next(t, f.it)
		if err != nil || x.ref == nil {
			return Value{}, err
		}
		good := x
		if !plain {
			if good, err = Call(t, f.fn, x); err != nil {
				return Value{}, err
			}
		}
		ok, err := IsTrue(t, good)
		if err != nil {
			return Value{}, err
		}
		if ok {
			return x, nil
		}
		if n&4095 == 0 {
			if err := longLoop(t, 0); err != nil {
				return Value{}, err
			}
		}
	}
}

var strReversed = StaticStr("__reversed__")

// Reversed is reversed(v).
func Reversed(t *Thread, v Value) (Value, error) { return reversedOf(t, &reversedType, v) }

func reversedOf(t *Thread, cls *Type, v Value) (Value, error) {
	f, ok := v.Type().Lookup(t, strReversed)
	if ok && f.IsNone() {
		return Value{}, TypeErrorf("'%s' object is not reversible", v.Type().Name)
	}
	if ok {
		r, _, err := CallSpecial(t, v, strReversed)
		return r, err
	}
	ty := v.Type()
	if ty.Slots.GetItem == nil || ty.Slots.Len == nil && !ty.Has(FlagHeap) || ty.Has(FlagMapping) {
		return Value{}, TypeErrorf("'%s' object is not reversible", ty.Name)
	}
	n, err := Len(t, v)
	if err != nil {
		return Value{}, err
	}
	r := Alloc[reversedIter](cls)
	r.seq, r.i = v, n-1
	return r.Value(), nil
}

func reversedNext(t *Thread, v Value) (Value, error) {
	r := As[reversedIter](v)
	if r.i < 0 || r.seq.IsUnset() {
		r.seq = Value{}
		return Value{}, nil
	}
	x, err := GetItem(t, r.seq, Int(int64(r.i)))
	if err != nil {
		r.seq, r.i = Value{}, -1
		if IsError(err, IndexError) || IsError(err, StopIteration) {
			err = nil
		}
		return Value{}, err
	}
	r.i--
	return x, nil
}

func init() {
	Define(&enumerateType, TypeSpec{Name: "enumerate", Size: SizeOf[EnumerateIter](), Flags: FlagBase,
		Doc: "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\n" +
			"The enumerate object yields pairs containing a count (from start, which\ndefaults to zero) and a value yielded by the iterable argument.\n\n" +
			"enumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...",
		Slots: Slots{Iter: SelfIter, Next: enumerateNext},
		New:   Method{Sig: "iterable, start=0", Raw: enumerateNew},
		Make: func(t *Thread, args []Value) (Value, error) {
			if len(args) != 1 {
				return Value{}, nil
			}
			return NewEnumerate(t, args[0], 0)
		},
		Methods: []Method{
			{Name: "__reduce__", Fn: enumerateReduce, Doc: "Return state information for pickling."},
			ClassGetItem(),
		}})
	Define(&zipType, TypeSpec{Name: "zip", Size: SizeOf[ZipIter](), Flags: FlagBase,
		Doc: "zip(*iterables, strict=False) --> Yield tuples until an input is exhausted.\n\n" +
			"   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]\n\n" +
			"The zip object yields n-length tuples, where n is the number of iterables\npassed as positional arguments to zip().  The i-th element in every tuple\n" +
			"comes from the i-th iterable argument to zip().  This continues until the\nshortest argument is exhausted.\n\n" +
			"If strict is true and one of the arguments is exhausted before the others,\nraise a ValueError.",
		Slots: Slots{Iter: SelfIter, Next: zipNext},
		New:   Method{Raw: zipNew},
		Make: func(t *Thread, args []Value) (Value, error) {
			its, err := iters(t, args)
			if err != nil {
				return Value{}, err
			}
			z := &ZipIter{its: its}
			z.typ = &zipType
			return z.Value(), nil
		},
		Methods: []Method{
			{Name: "__reduce__", Fn: zipReduce, Doc: "Return state information for pickling."},
			{Name: "__setstate__", Sig: "state, /", Fn: func(t *Thread, args []Value) (Value, error) {
				b, err := IsTrue(t, args[1])
				As[ZipIter](args[0]).strict = b
				return noneResult(err)
			}, Doc: "Set state information for unpickling."},
		}})
	Define(&mapType, TypeSpec{Name: "map", Size: SizeOf[mapIter](), Flags: FlagBase,
		Doc: "map(func, *iterables) --> map object\n\nMake an iterator that computes the function using arguments from\n" +
			"each of the iterables.  Stops when the shortest iterable is exhausted.",
		Slots: Slots{Iter: SelfIter, Next: mapNext},
		New:   Method{Raw: mapNew},
		Methods: []Method{{Name: "__reduce__", Fn: func(t *Thread, args []Value) (Value, error) {
			m := As[mapIter](args[0])
			return TupleOf(m.typ.Value(), NewTuple(append([]Value{m.fn}, m.its...))), nil
		}, Doc: "Return state information for pickling."}}})
	Define(&filterType, TypeSpec{Name: "filter", Size: SizeOf[filterIter](), Flags: FlagBase,
		Doc: "filter(function or None, iterable) --> filter object\n\nReturn an iterator yielding those items of iterable for which function(item)\n" +
			"is true. If function is None, return the items that are true.",
		Slots: Slots{Iter: SelfIter, Next: filterNext},
		New:   Method{Raw: filterNew},
		Methods: []Method{{Name: "__reduce__", Fn: func(t *Thread, args []Value) (Value, error) {
			f := As[filterIter](args[0])
			return TupleOf(f.typ.Value(), TupleOf(f.fn, f.it)), nil
		}, Doc: "Return state information for pickling."}}})
	Define(&reversedType, TypeSpec{Name: "reversed", Size: SizeOf[reversedIter](), Flags: FlagBase,
		Doc:   "Return a reverse iterator over the values of the given sequence.",
		Slots: Slots{Iter: SelfIter, Next: reversedNext},
		New: Method{Sig: "sequence, /", Fn: func(t *Thread, args []Value) (Value, error) {
			cls, err := newClassOf(args[:1], &reversedType)
			if err != nil {
				return Value{}, err
			}
			return reversedOf(t, cls, args[1])
		}},
		Make: func(t *Thread, args []Value) (Value, error) {
			if len(args) != 1 {
				return Value{}, nil
			}
			switch args[0].Type() {
			case &listType:
				return listReversed(t, args)
			case &rangeType, &dictType:
				return Value{}, nil
			}
			return reversedOf(t, &reversedType, args[0])
		},
		Methods: []Method{
			{Name: "__length_hint__", Fn: func(t *Thread, args []Value) (Value, error) {
				r := As[reversedIter](args[0])
				if r.seq.IsUnset() {
					return Int(0), nil
				}
				n, err := Len(t, r.seq)
				if err != nil || n < r.i+1 {
					return Int(0), err
				}
				return Int(int64(r.i + 1)), nil
			}},
			{Name: "__reduce__", Fn: func(t *Thread, args []Value) (Value, error) {
				r := As[reversedIter](args[0])
				if r.seq.IsUnset() {
					return TupleOf(r.typ.Value(), TupleOf(emptyTuple)), nil
				}
				return TupleOf(r.typ.Value(), TupleOf(r.seq), Int(int64(r.i))), nil
			}},
			{Name: "__setstate__", Sig: "state, /", Fn: func(t *Thread, args []Value) (Value, error) {
				r := As[reversedIter](args[0])
				i, err := AsSsize(t, args[1], nil)
				if err == nil && !r.seq.IsUnset() {
					var n int
					n, err = Len(t, r.seq)
					r.i = min(max(i, -1), n-1)
				}
				return noneResult(err)
			}},
		}})
}
