package runtime

// A Tuple is a tuple. Short ones have their items in the same allocation.
type Tuple struct {
	Object
	items []Value
}

var (
	tupleType Type
	TupleType = &tupleType
)

type (
	tuple1 struct {
		Tuple
		a [1]Value
	}
	tuple2 struct {
		Tuple
		a [2]Value
	}
	tuple3 struct {
		Tuple
		a [3]Value
	}
	tuple4 struct {
		Tuple
		a [4]Value
	}
	tuple6 struct {
		Tuple
		a [6]Value
	}
	tuple8 struct {
		Tuple
		a [8]Value
	}
	tuple12 struct {
		Tuple
		a [12]Value
	}
	tuple16 struct {
		Tuple
		a [16]Value
	}
)

var emptyTupleObj = Tuple{Object: Object{&tupleType}}
var emptyTuple = emptyTupleObj.Value()

// MakeTuple makes a tuple of n items for the caller to fill before anyone sees it.
func MakeTuple(n int) *Tuple {
	var t *Tuple
	switch n {
	case 0:
		return &emptyTupleObj
	case 1:
		p := &tuple1{}
		t, p.items = &p.Tuple, p.a[:]
	case 2:
		p := &tuple2{}
		t, p.items = &p.Tuple, p.a[:]
	case 3:
		p := &tuple3{}
		t, p.items = &p.Tuple, p.a[:]
	case 4:
		p := &tuple4{}
		t, p.items = &p.Tuple, p.a[:]
	case 5, 6:
		p := &tuple6{}
		t, p.items = &p.Tuple, p.a[:n:n]
	case 7, 8:
		p := &tuple8{}
		t, p.items = &p.Tuple, p.a[:n:n]
	case 9, 10, 11, 12:
		p := &tuple12{}
		t, p.items = &p.Tuple, p.a[:n:n]
	case 13, 14, 15, 16:
		p := &tuple16{}
		t, p.items = &p.Tuple, p.a[:n:n]
	default:
		t = &Tuple{items: makeItems(n, n)}
	}
	t.typ = &tupleType
	return t
}

// NewTuple makes a tuple of a copy of items.
//
//go:noinline
func NewTuple(items []Value) Value {
	t := MakeTuple(len(items))
	copy(t.items, items)
	return t.Value()
}

// TupleOf makes a tuple of its arguments.
func TupleOf(items ...Value) Value { return NewTuple(items) }

// Items are the tuple's items; not to be written.
func (t *Tuple) Items() []Value { return t.items }

// Len is the number of items.
func (t *Tuple) Len() int { return len(t.items) }

// AsTuple gives the tuple behind v if v is a tuple or of a subclass.
func AsTuple(v Value) (*Tuple, bool) { return Cast[Tuple](v, TupleType) }

// A TupleIter walks a tuple.
type TupleIter struct {
	Object
	tuple *Tuple // nil: at the end
	i     int
}

var (
	tupleIterType Type
	TupleIterType = &tupleIterType
)

// NewTupleIter makes iter(t).
func NewTupleIter(t *Tuple) *TupleIter {
	it := &TupleIter{tuple: t}
	it.typ = &tupleIterType
	return it
}

// Step gives the next item; false at the end.
func (it *TupleIter) Step() (Value, bool) {
	if t := it.tuple; t != nil {
		if i := it.i; i < len(t.items) {
			it.i = i + 1
			return t.items[i], true
		}
		it.End()
	}
	return Value{}, false
}

// left is how many items are to come.
func (it *TupleIter) left() int {
	if it.tuple == nil {
		return 0
	}
	return len(it.tuple.items) - it.i
}

func tupleIter(t *Thread, v Value) (Value, error) { return NewTupleIter(As[Tuple](v)).Value(), nil }

func tupleIterNext(t *Thread, v Value) (Value, error) {
	x, _ := As[TupleIter](v).Step()
	return x, nil
}

func tupleRepr(t *Thread, v Value) (Value, error) {
	items := As[Tuple](v).items
	if len(items) == 0 {
		return NewStr("()"), nil
	}
	if t.ReprEnter(v) {
		return NewStr("(...)"), nil
	}
	defer t.ReprLeave()
	if len(items) == 1 {
		return reprItems(t, "(", items, ",)")
	}
	return reprItems(t, "(", items, ")")
}

// tupleHash is CPython's: xxHash's mixing over the items' hashes.
func tupleHash(t *Thread, v Value) (int64, error) {
	return hashNested(t, As[Tuple](v).items, 0)
}

func hashItems(t *Thread, items []Value) (int64, error) { return hashNested(t, items, 0) }

// maxTupleNest bounds tuples in tuples in hash(), which like CPython's does not count as recursion.
const maxTupleNest = 500000

func hashNested(t *Thread, items []Value, depth int) (int64, error) {
	acc := uint64(xxPrime5)
	if err := t.Tick(); err != nil {
		return 0, err
	}
	for i, x := range items {
		var h uint64
		err := t.Often(i)
		if err != nil {
			return 0, err
		}
		if x.Type() == &tupleType {
			if depth == maxTupleNest {
				return 0, RecursionErrorf("maximum recursion depth exceeded")
			}
			var n int64
			n, err = hashNested(t, As[Tuple](x).items, depth+1)
			h = uint64(n)
		} else {
			h, err = HashValue(t, x)
		}
		if err != nil {
			return 0, err
		}
		acc += h * xxPrime2
		acc = (acc<<31 | acc>>33) * xxPrime1
	}
	return int64(endTupleHash(acc, len(items))), nil
}

const xxPrime1, xxPrime2, xxPrime5 = 11400714785074694791, 14029467366897019727, 2870177450012600261

func endTupleHash(acc uint64, n int) uint64 {
	acc += uint64(n) ^ (xxPrime5 ^ 3527539)
	if acc == 1<<64-1 {
		return 1546275796
	}
	return acc
}

// hashPlain hashes a tuple of ints and strs; ok is false where there is more in it.
func hashPlain(items []Value) (h uint64, ok bool) {
	acc := uint64(xxPrime5)
	for _, x := range items {
		switch {
		case x.IsInt():
			h = uint64(HashInt(x.AsInt64()))
		case x.Type() == &strType:
			h = As[Str](x).Hash()
		default:
			return 0, false
		}
		acc += h * xxPrime2
		acc = (acc<<31 | acc>>33) * xxPrime1
	}
	return endTupleHash(acc, len(items)), true
}

// equalPlain compares tuples of ints and strs; ok is false where there is more in them.
func equalPlain(a, b []Value) (eq, ok bool) {
	if len(a) != len(b) {
		return false, true
	}
	if len(a) >= oftenItems {
		return false, false
	}
	for i, x := range a {
		y := b[i]
		switch {
		case Is(x, y):
		case x.IsInt() && y.IsInt():
			return false, true
		case x.Type() == &strType && y.Type() == &strType:
			if As[Str](x).s != As[Str](y).s {
				return false, true
			}
		default:
			return false, false
		}
	}
	return true, true
}

func tupleCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	x, ok := AsTuple(a)
	if !ok {
		return NotImplemented, nil
	}
	y, ok := AsTuple(b)
	if !ok {
		return NotImplemented, nil
	}
	return compareItems(t, op, x.items, y.items)
}

func tupleLen(t *Thread, v Value) (int, error) { return len(As[Tuple](v).items), nil }

func tupleContains(t *Thread, v, x Value) (bool, error) {
	for i, y := range As[Tuple](v).items {
		eq, err := equalItem(t, y, x)
		if err == nil {
			err = t.Often(i)
		}
		if err != nil || eq {
			return eq, err
		}
	}
	return false, nil
}

func tupleGetItem(t *Thread, v, key Value) (Value, error) {
	items := As[Tuple](v).items
	if s, ok := AsSlice(key); ok {
		start, stop, step, err := SliceUnpack(t, s)
		if err != nil {
			return Value{}, err
		}
		start, _, n := SliceAdjust(start, stop, step, len(items))
		if n == len(items) && step == 1 && v.Type() == &tupleType {
			return v, nil
		}
		if err := t.RoomFor(n, valueSize); err != nil {
			return Value{}, err
		}
		r := MakeTuple(n)
		for i := range r.items {
			if err := t.Often(i); err != nil {
				return Value{}, err
			}
			r.items[i] = items[start]
			start += step
		}
		return r.Value(), nil
	}
	i, err := seqIndex(t, key, "tuple")
	if err != nil {
		return Value{}, err
	}
	if i < 0 {
		i += len(items)
	}
	if uint(i) >= uint(len(items)) {
		return Value{}, IndexErrorf("tuple index out of range")
	}
	return items[i], nil
}

func tupleBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	switch op {
	case OpAdd:
		x, ok := AsTuple(a)
		if !ok {
			return NotImplemented, nil
		}
		y, ok := AsTuple(b)
		if !ok {
			return NotImplemented, nil
		}
		if len(x.items) == 0 && b.Type() == &tupleType {
			return b, nil
		}
		if len(y.items) == 0 && a.Type() == &tupleType {
			return a, nil
		}
		if err := t.RoomFor(len(x.items)+len(y.items), valueSize); err != nil {
			return Value{}, err
		}
		r := MakeTuple(len(x.items) + len(y.items))
		copy(r.items[copy(r.items, x.items):], y.items)
		return r.Value(), nil
	case OpMul:
		tup, count := a, b
		x, ok := AsTuple(a)
		if !ok {
			if x, ok = AsTuple(b); !ok {
				return NotImplemented, nil
			}
			tup, count = b, a
		}
		n, ok, err := repeatCount(t, count)
		if err != nil || !ok {
			return NotImplemented, err
		}
		if (n == 1 || len(x.items) == 0) && tup.Type() == &tupleType {
			return tup, nil
		}
		if len(x.items) > 0 && n > maxItems/len(x.items) {
			return Value{}, MemoryErr()
		}
		if err := t.RoomFor(len(x.items)*n, valueSize); err != nil {
			return Value{}, err
		}
		r := MakeTuple(len(x.items) * n)
		fillRepeated(r.items, x.items)
		return r.Value(), nil
	}
	return NotImplemented, nil
}

func tupleNew(t *Thread, args []Value) (Value, error) {
	cls, err := newClassOf(args[:1], &tupleType)
	if err != nil {
		return Value{}, err
	}
	var items []Value
	if arg := args[1]; !arg.IsUnset() {
		if cls == &tupleType && arg.Type() == &tupleType {
			return arg, nil
		}
		if items, err = ToSlice(t, arg); err != nil {
			return Value{}, err
		}
	}
	return TupleAs(cls, items).Value(), nil
}

// ToTuple is tuple(v).
func ToTuple(t *Thread, v Value) (Value, error) {
	switch v.Type() {
	case &tupleType:
		return v, nil
	case &listType:
		if items := As[List](v).items; len(items) < oftenItems {
			return NewTuple(items), nil
		}
	}
	items, err := ToSlice(t, v)
	if err != nil {
		return Value{}, err
	}
	return TupleAs(&tupleType, items).Value(), nil
}

// TupleAs makes a tuple of class cls that owns items.
func TupleAs(cls *Type, items []Value) *Tuple {
	if cls != &tupleType {
		r := Alloc[Tuple](cls)
		r.items = items
		return r
	}
	if len(items) <= 6 {
		r := MakeTuple(len(items))
		copy(r.items, items)
		return r
	}
	r := &Tuple{items: items}
	r.typ = &tupleType
	return r
}

func tupleIndex(t *Thread, args []Value) (Value, error) {
	items := As[Tuple](args[0]).items
	i, stop, err := searchBounds(t, args[2], args[3], len(items))
	if err != nil {
		return Value{}, err
	}
	for ; i < stop && i < len(items); i++ {
		eq, err := equalItem(t, items[i], args[1])
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
	return Value{}, ValueErrorf("tuple.index(x): x not in tuple")
}

func tupleCount(t *Thread, args []Value) (Value, error) {
	n := 0
	for i, x := range As[Tuple](args[0]).items {
		eq, err := equalItem(t, x, args[1])
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

func init() {
	Define(&tupleType, TypeSpec{
		Name: "tuple", Size: SizeOf[Tuple](), Flags: FlagBase | FlagSequence | FlagMatchSelf,
		Doc: "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\n" +
			"If iterable is specified the tuple is initialized from iterable's items.\n\n" +
			"If the argument is a tuple, the return value is the same object.",
		Slots: Slots{Repr: tupleRepr, Hash: tupleHash, Compare: tupleCompare, Iter: tupleIter, Len: tupleLen,
			GetItem: tupleGetItem, Contains: tupleContains, Binary: tupleBinary},
		BinOps: []BinOp{OpAdd, OpMul},
		New:    Method{Sig: "iterable=?, /", Fn: tupleNew},
		Make: func(t *Thread, args []Value) (Value, error) {
			switch len(args) {
			case 0:
				return emptyTuple, nil
			case 1:
				return ToTuple(t, args[0])
			}
			return Value{}, nil
		},
		Methods: []Method{
			{Name: "count", Sig: "value, /", Fn: tupleCount, Doc: "Return number of occurrences of value."},
			{Name: "index", Sig: "value, start=?, stop=?, /", Fn: tupleIndex,
				Doc: "Return first index of value.\n\nRaises ValueError if the value is not present."},
			{Name: "__getnewargs__", Fn: func(t *Thread, args []Value) (Value, error) {
				return TupleOf(NewTuple(As[Tuple](args[0]).items)), nil
			}},
			ClassGetItem(),
		},
	})
	Define(&tupleIterType, TypeSpec{Name: "tuple_iterator", Size: SizeOf[TupleIter](), Flags: FlagDisallowNew,
		Slots: Slots{Iter: SelfIter, Next: tupleIterNext},
		Methods: []Method{
			{Name: "__length_hint__", Fn: func(t *Thread, args []Value) (Value, error) {
				it := As[TupleIter](args[0])
				return Int(int64(it.left())), nil
			}},
			{Name: "__reduce__", Fn: func(t *Thread, args []Value) (Value, error) {
				it := As[TupleIter](args[0])
				if it.tuple == nil {
					return reduceIter(t, Value{}, emptyTuple, 0)
				}
				return reduceIter(t, it.tuple.Value(), emptyTuple, it.i)
			}},
			{Name: "__setstate__", Sig: "state, /", Fn: func(t *Thread, args []Value) (Value, error) {
				it := As[TupleIter](args[0])
				i, err := AsSsize(t, args[1], nil)
				if err == nil && it.tuple != nil {
					it.i = min(max(i, 0), len(it.tuple.items))
				}
				return noneResult(err)
			}},
		}})
}
