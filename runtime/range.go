package runtime

import "math/big"

// A Range is range(start, stop, step): n items. When a bound or the length
// does not fit 64 bits, big has the numbers and the others are not used.
type Range struct {
	Object
	start, stop, step, n int64
	big                  *bigRange
}

type bigRange struct{ start, stop, step, n *big.Int }

// A RangeIter counts.
type RangeIter struct {
	Object
	Cur, Left, Stride int64 // next number, how many are left, their distance
	n                 int64 // how many there were
}

// A longRangeIter counts beyond 64 bits.
type longRangeIter struct {
	Object
	r *bigRange
	i *big.Int // items given so far
}

var (
	rangeType, rangeIterType, longRangeIterType Type
	RangeType                                   = &rangeType
	RangeIterType                               = &rangeIterType
)

// NewRange makes range(start, stop, step); step must not be 0.
func NewRange(start, stop, step int64) Value {
	if n, ok := rangeLen(start, stop, step); ok {
		r := &Range{start: start, stop: stop, step: step, n: n}
		r.typ = &rangeType
		return r.Value()
	}
	return newBigRange(big.NewInt(start), big.NewInt(stop), big.NewInt(step))
}

// rangeLen is how many items there are; ok is false where it does not fit.
func rangeLen(start, stop, step int64) (int64, bool) {
	var n uint64
	switch {
	case step > 0 && start < stop:
		n = (uint64(stop)-uint64(start)-1)/uint64(step) + 1
	case step < 0 && stop < start:
		n = (uint64(start)-uint64(stop)-1)/-uint64(step) + 1
	}
	// the value after the last must fit as well, for the iterators
	if n > 1<<62 {
		return 0, false
	}
	if end := start + int64(n)*step; n > 0 && (end > start) != (step > 0) {
		return 0, false
	}
	return int64(n), true
}

func newBigRange(start, stop, step *big.Int) Value {
	if start.IsInt64() && stop.IsInt64() && step.IsInt64() {
		a, b, c := start.Int64(), stop.Int64(), step.Int64()
		if n, ok := rangeLen(a, b, c); ok {
			r := &Range{start: a, stop: b, step: c, n: n}
			r.typ = &rangeType
			return r.Value()
		}
	}
	n := new(big.Int)
	if step.Sign() > 0 {
		n.Sub(stop, start)
	} else {
		n.Sub(start, stop)
	}
	if n.Sign() <= 0 {
		n.SetInt64(0)
	} else {
		n.Sub(n, big.NewInt(1))
		n.Div(n, new(big.Int).Abs(step))
		n.Add(n, big.NewInt(1))
	}
	r := &Range{big: &bigRange{start, stop, step, n}}
	r.typ = &rangeType
	return r.Value()
}

// Bounds gives start, step and length; ok is false for a range beyond 64 bits.
func (r *Range) Bounds() (start, step, n int64, ok bool) { return r.start, r.step, r.n, r.big == nil }

// parts gives the numbers of any range.
func (r *Range) parts() *bigRange {
	if r.big != nil {
		return r.big
	}
	return &bigRange{big.NewInt(r.start), big.NewInt(r.stop), big.NewInt(r.step), big.NewInt(r.n)}
}

// at is item i of a range of any size.
func (b *bigRange) at(i *big.Int) Value {
	x := new(big.Int).Mul(i, b.step)
	return NewInt(x.Add(x, b.start))
}

// values are start, stop and step.
func (r *Range) values() (start, stop, step Value) {
	if r.big != nil {
		return NewInt(r.big.start), NewInt(r.big.stop), NewInt(r.big.step)
	}
	return Int(r.start), Int(r.stop), Int(r.step)
}

// NewRangeIter counts n values from start on.
func NewRangeIter(start, step, n int64) *RangeIter {
	it := &RangeIter{Cur: start, Left: n, Stride: step, n: n}
	it.typ = &rangeIterType
	return it
}

// Step gives the next number; false at the end.
func (it *RangeIter) Step() (Value, bool) {
	if it.Left <= 0 {
		return Value{}, false
	}
	it.Left--
	c := it.Cur
	it.Cur = c + it.Stride
	return Int(c), true
}

func rangeIterNext(t *Thread, v Value) (Value, error) {
	x, _ := As[RangeIter](v).Step()
	return x, nil
}

func longRangeNext(t *Thread, v Value) (Value, error) {
	it := As[longRangeIter](v)
	if it.i.Cmp(it.r.n) >= 0 {
		return Value{}, nil
	}
	x := it.r.at(it.i)
	it.i = new(big.Int).Add(it.i, big.NewInt(1))
	return x, nil
}

func rangeIter(t *Thread, v Value) (Value, error) {
	r := As[Range](v)
	if r.big == nil {
		return NewRangeIter(r.start, r.step, r.n).Value(), nil
	}
	return newLongRangeIter(r.big), nil
}

func newLongRangeIter(b *bigRange) Value {
	it := &longRangeIter{r: b, i: new(big.Int)}
	it.typ = &longRangeIterType
	return it.Value()
}

func rangeReversed(t *Thread, args []Value) (Value, error) {
	r := As[Range](args[0])
	if r.big == nil && r.start != minSsize {
		if r.n == 0 {
			return NewRangeIter(0, 1, 0).Value(), nil
		}
		return NewRangeIter(r.start+(r.n-1)*r.step, -r.step, r.n).Value(), nil
	}
	b := r.parts()
	last := new(big.Int).Sub(b.n, big.NewInt(1))
	last.Add(last.Mul(last, b.step), b.start)
	return newLongRangeIter(&bigRange{last, new(big.Int).Sub(b.start, b.step), new(big.Int).Neg(b.step), b.n}), nil
}

func rangeNew(t *Thread, args []Value, names []*Str) (Value, error) {
	if len(names) > 0 {
		return Value{}, TypeErrorf("range() takes no keyword arguments")
	}
	args = args[1:]
	switch {
	case len(args) == 0:
		return Value{}, TypeErrorf("range expected at least 1 argument, got 0")
	case len(args) > 3:
		return Value{}, TypeErrorf("range expected at most 3 arguments, got %d", len(args))
	}
	return RangeOf(t, args...)
}

// RangeOf is range(args...), of one to three arguments.
func RangeOf(t *Thread, args ...Value) (Value, error) {
	var ints [3]Value
	small := true
	for i, a := range args {
		v, err := Index(t, a)
		if err != nil {
			return Value{}, err
		}
		ints[i] = v
		small = small && v.IsInt()
	}
	start, stop, step := Int(0), ints[0], Int(1)
	if len(args) > 1 {
		start, stop = ints[0], ints[1]
	}
	if len(args) > 2 {
		step = ints[2]
	}
	if s, b, _ := IntOf(step); s == 0 && b == nil {
		return Value{}, ValueErrorf("range() arg 3 must not be zero")
	}
	if small {
		return NewRange(start.AsInt64(), stop.AsInt64(), step.AsInt64()), nil
	}
	return newBigRange(bigOf(start), bigOf(stop), bigOf(step)), nil
}

func rangeRepr(t *Thread, v Value) (Value, error) {
	start, stop, step := As[Range](v).values()
	items := []Value{start, stop, step}
	if step.IsInt() && step.AsInt64() == 1 {
		items = items[:2]
	}
	return reprItems(t, "range(", items, ")")
}

func rangeLenSlot(t *Thread, v Value) (int, error) {
	r := As[Range](v)
	if r.big == nil {
		return int(r.n), nil
	}
	if !r.big.n.IsInt64() {
		return 0, OverflowErrorf("Python int too large to convert to C ssize_t")
	}
	return int(r.big.n.Int64()), nil
}

func rangeBool(t *Thread, v Value) (bool, error) {
	r := As[Range](v)
	return r.n != 0 || r.big != nil && r.big.n.Sign() != 0, nil
}

// rangeKey is what equality and hash see: length, then start, then step.
func rangeKey(r *Range) [3]Value {
	b := r.parts()
	switch {
	case b.n.Sign() == 0:
		return [3]Value{Int(0), None, None}
	case b.n.IsInt64() && b.n.Int64() == 1:
		return [3]Value{Int(1), NewInt(b.start), None}
	}
	return [3]Value{NewInt(b.n), NewInt(b.start), NewInt(b.step)}
}

func rangeHash(t *Thread, v Value) (int64, error) {
	k := rangeKey(As[Range](v))
	return hashItems(t, k[:])
}

func rangeCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	if a.Type() != &rangeType || b.Type() != &rangeType || op != CmpEQ && op != CmpNE {
		return NotImplemented, nil
	}
	x, y := rangeKey(As[Range](a)), rangeKey(As[Range](b))
	eq := true
	for i := range x {
		same, err := EqualBool(t, x[i], y[i])
		if err != nil {
			return Value{}, err
		}
		eq = eq && same
	}
	return Bool(eq == (op == CmpEQ)), nil
}

// rangeFind gives the position of an int in r, or nil.
func rangeFind(r *Range, x Value) *big.Int {
	if r.big == nil && x.IsInt() {
		d := new(big.Int).Sub(big.NewInt(x.AsInt64()), big.NewInt(r.start))
		return inRange(d, big.NewInt(r.step), big.NewInt(r.n))
	}
	b := r.parts()
	return inRange(new(big.Int).Sub(bigOf(x), b.start), b.step, b.n)
}

func inRange(d, step, n *big.Int) *big.Int {
	q, m := new(big.Int).QuoRem(d, step, new(big.Int))
	if m.Sign() != 0 || q.Sign() < 0 || q.Cmp(n) >= 0 {
		return nil
	}
	return q
}

// isPlainInt says that v is an int or bool and not of a subclass, whose == might differ.
func isPlainInt(v Value) bool { return v.IsInt() || v.IsBool() || v.Type() == &intType }

func rangeContains(t *Thread, v, x Value) (bool, error) {
	r := As[Range](v)
	if x.IsInt() && r.big == nil {
		i := x.AsInt64()
		if r.step > 0 {
			if i < r.start || i >= r.stop {
				return false, nil
			}
			return r.step == 1 || (uint64(i)-uint64(r.start))%uint64(r.step) == 0, nil
		}
		if i > r.start || i <= r.stop {
			return false, nil
		}
		return (uint64(r.start)-uint64(i))%-uint64(r.step) == 0, nil
	}
	if isPlainInt(x) {
		return rangeFind(r, x) != nil, nil
	}
	it, err := rangeIter(t, v)
	if err != nil {
		return false, err
	}
	return iterContains(t, it, x)
}

func iterContains(t *Thread, it, x Value) (bool, error) {
	found := false
	err := Iterate(t, it, func(y Value) error {
		eq, err := equalItem(t, y, x)
		if err == nil && eq {
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

func rangeGetItem(t *Thread, v, key Value) (Value, error) {
	r := As[Range](v)
	if s, ok := AsSlice(key); ok {
		return rangeSlice(t, r, s)
	}
	if key.IsInt() && r.big == nil {
		i := key.AsInt64()
		if i < 0 {
			i += r.n
		}
		if uint64(i) >= uint64(r.n) {
			return Value{}, IndexErrorf("range object index out of range")
		}
		return Int(r.start + i*r.step), nil
	}
	if !hasIndex(key) {
		return Value{}, TypeErrorf("range indices must be integers or slices, not %s", key.Type().Name)
	}
	k, err := Index(t, key)
	if err != nil {
		return Value{}, err
	}
	b := r.parts()
	i := new(big.Int).Set(bigOf(k))
	if i.Sign() < 0 {
		i.Add(i, b.n)
	}
	if i.Sign() < 0 || i.Cmp(b.n) >= 0 {
		return Value{}, IndexErrorf("range object index out of range")
	}
	return b.at(i), nil
}

func rangeSlice(t *Thread, r *Range, s *Slice) (Value, error) {
	b := r.parts()
	start, stop, step, err := sliceBig(t, s, b.n)
	if err != nil {
		return Value{}, err
	}
	return newBigRange(bigOf(b.at(start)), bigOf(b.at(stop)), new(big.Int).Mul(b.step, step)), nil
}

func rangeIndex(t *Thread, args []Value) (Value, error) {
	r, x := As[Range](args[0]), args[1]
	if isPlainInt(x) {
		if i := rangeFind(r, x); i != nil {
			return NewInt(i), nil
		}
	} else {
		it, err := rangeIter(t, args[0])
		if err != nil {
			return Value{}, err
		}
		n, err := indexIn(t, it, x)
		if err != nil {
			return Value{}, err
		}
		if n >= 0 {
			return Int(int64(n)), nil
		}
		return Value{}, ValueErrorf("sequence.index(x): x not in sequence")
	}
	s, err := ReprStr(t, x)
	if err != nil {
		return Value{}, err
	}
	return Value{}, ValueErrorf("%s is not in range", s)
}

// indexIn gives the position of x among what it yields, or -1.
func indexIn(t *Thread, it, x Value) (int, error) {
	n := -1
	i := 0
	err := Iterate(t, it, func(y Value) error {
		eq, err := equalItem(t, y, x)
		if err == nil && eq {
			n = i
			return errStop
		}
		i++
		return err
	})
	if err == errStop {
		err = nil
	}
	return n, err
}

func rangeCount(t *Thread, args []Value) (Value, error) {
	r, x := As[Range](args[0]), args[1]
	if isPlainInt(x) {
		if rangeFind(r, x) != nil {
			return Int(1), nil
		}
		return Int(0), nil
	}
	it, err := rangeIter(t, args[0])
	if err != nil {
		return Value{}, err
	}
	n, err := countIn(t, it, x)
	return Int(int64(n)), err
}

// countIn counts the items equal to x.
func countIn(t *Thread, it, x Value) (int, error) {
	n := 0
	err := Iterate(t, it, func(y Value) error {
		eq, err := equalItem(t, y, x)
		if eq {
			n++
		}
		return err
	})
	return n, err
}

func rangeIterReduce(t *Thread, args []Value) (Value, error) {
	it := As[RangeIter](args[0])
	f, err := builtinByName(t, "iter")
	if err != nil {
		return Value{}, err
	}
	given := it.n - it.Left
	start := it.Cur - given*it.Stride
	return TupleOf(f, TupleOf(NewRange(start, start+it.n*it.Stride, it.Stride)), Int(given)), nil
}

func init() {
	field := func(name string, i int) GetSet {
		gets := [3]UnaryFn{
			func(t *Thread, v Value) (Value, error) { a, _, _ := As[Range](v).values(); return a, nil },
			func(t *Thread, v Value) (Value, error) { _, b, _ := As[Range](v).values(); return b, nil },
			func(t *Thread, v Value) (Value, error) { _, _, c := As[Range](v).values(); return c, nil },
		}
		return GetSet{Name: name, Get: gets[i], Set: ReadOnlyMember}
	}
	Define(&rangeType, TypeSpec{
		Name: "range", Size: SizeOf[Range](), Flags: FlagSequence,
		Doc: "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\n" +
			"Return an object that produces a sequence of integers from start (inclusive)\n" +
			"to stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\n" +
			"start defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\n" +
			"These are exactly the valid indices for a list of 4 elements.\n" +
			"When step is given, it specifies the increment (or decrement).",
		Slots: Slots{Repr: rangeRepr, Hash: rangeHash, Compare: rangeCompare, Iter: rangeIter, Len: rangeLenSlot,
			Bool: rangeBool, GetItem: rangeGetItem, Contains: rangeContains},
		New: Method{Raw: rangeNew},
		Make: func(t *Thread, args []Value) (Value, error) {
			if len(args) == 0 || len(args) > 3 {
				return Value{}, nil
			}
			return RangeOf(t, args...)
		},
		Methods: []Method{
			{Name: "__reversed__", Fn: rangeReversed, Doc: "Return a reverse iterator."},
			{Name: "__reduce__", Fn: func(t *Thread, args []Value) (Value, error) {
				a, b, c := As[Range](args[0]).values()
				return TupleOf(rangeType.Value(), TupleOf(a, b, c)), nil
			}},
			{Name: "count", Sig: "object, /", Fn: rangeCount, Doc: "rangeobject.count(value) -> integer -- return number of occurrences of value"},
			{Name: "index", Sig: "object, /", Fn: rangeIndex, Doc: "rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not present."},
		},
		GetSets: []GetSet{field("start", 0), field("stop", 1), field("step", 2)},
	})
	Define(&rangeIterType, TypeSpec{Name: "range_iterator", Size: SizeOf[RangeIter](), Flags: FlagDisallowNew,
		Slots: Slots{Iter: SelfIter, Next: rangeIterNext},
		Methods: []Method{
			{Name: "__length_hint__", Fn: func(t *Thread, args []Value) (Value, error) {
				return Int(max(As[RangeIter](args[0]).Left, 0)), nil
			}},
			{Name: "__reduce__", Fn: rangeIterReduce},
			{Name: "__setstate__", Sig: "state, /", Fn: func(t *Thread, args []Value) (Value, error) {
				it := As[RangeIter](args[0])
				if args[1].IsNone() {
					return None, nil
				}
				i, err := AsSsize(t, args[1], nil)
				if err == nil {
					n := min(max(int64(i), 0), it.Left)
					it.Cur += n * it.Stride
					it.Left -= n
				}
				return noneResult(err)
			}},
		}})
	Define(&longRangeIterType, TypeSpec{Name: "longrange_iterator", Size: SizeOf[longRangeIter](), Flags: FlagDisallowNew,
		Slots: Slots{Iter: SelfIter, Next: longRangeNext},
		Methods: []Method{
			{Name: "__length_hint__", Fn: func(t *Thread, args []Value) (Value, error) {
				it := As[longRangeIter](args[0])
				return NewInt(new(big.Int).Sub(it.r.n, it.i)), nil
			}},
			{Name: "__reduce__", Fn: func(t *Thread, args []Value) (Value, error) {
				it := As[longRangeIter](args[0])
				f, err := builtinByName(t, "iter")
				if err != nil {
					return Value{}, err
				}
				r := newBigRange(it.r.start, it.r.stop, it.r.step)
				return TupleOf(f, TupleOf(r), NewInt(it.i)), nil
			}},
			{Name: "__setstate__", Sig: "state, /", Fn: func(t *Thread, args []Value) (Value, error) {
				it := As[longRangeIter](args[0])
				i, err := Index(t, args[1])
				if err != nil {
					return Value{}, err
				}
				n := new(big.Int).Set(bigOf(i))
				if n.Sign() < 0 {
					n.SetInt64(0)
				} else if n.Cmp(it.r.n) > 0 {
					n.Set(it.r.n)
				}
				it.i = n
				return None, nil
			}},
		}})
}
