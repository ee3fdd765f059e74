package runtime

import "math/big"

// A Slice is a slice object.
type Slice struct {
	Object
	Start, Stop, Step Value
}

var (
	sliceType Type
	SliceType = &sliceType
)

// NewSlice makes slice(start, stop, step); None where a bound is left out.
func NewSlice(start, stop, step Value) Value {
	s := &Slice{Start: start, Stop: stop, Step: step}
	s.typ = &sliceType
	return s.Value()
}

// AsSlice gives the slice behind v.
func AsSlice(v Value) (*Slice, bool) {
	if v.Type() != &sliceType {
		return nil, false
	}
	return As[Slice](v), true
}

const (
	maxSsize = 1<<63 - 1
	minSsize = -1 << 63
)

// sliceBound reads one bound of a slice: an int clamped to 64 bits.
func sliceBound(t *Thread, v Value, none int) (int, error) {
	if v.IsInt() {
		return int(v.AsInt64()), nil
	}
	if v.IsNone() {
		return none, nil
	}
	if !hasIndex(v) {
		return 0, TypeErrorf("slice indices must be integers or None or have an __index__ method")
	}
	return AsSsize(t, v, nil)
}

// hasIndex says that v can stand for an int.
func hasIndex(v Value) bool { return v.IsInt() || v.IsBool() || v.Type().Slots.Index != nil }

// SliceUnpack reads the bounds without a length: missing ones are extreme.
func SliceUnpack(t *Thread, s *Slice) (start, stop, step int, err error) {
	if step, err = sliceBound(t, s.Step, 1); err != nil {
		return
	}
	if step == 0 {
		return 0, 0, 0, ValueErrorf("slice step cannot be zero")
	}
	if step < -maxSsize {
		step = -maxSsize
	}
	lo, hi := 0, maxSsize
	if step < 0 {
		lo, hi = maxSsize, minSsize
	}
	if start, err = sliceBound(t, s.Start, lo); err != nil {
		return
	}
	stop, err = sliceBound(t, s.Stop, hi)
	return
}

// SliceAdjust fits unpacked bounds to a length; n is the number of items selected.
func SliceAdjust(start, stop, step, length int) (lo, hi, n int) {
	fit := func(i int) int {
		if i < 0 {
			if i += length; i < 0 {
				if step < 0 {
					return -1
				}
				return 0
			}
		} else if i >= length {
			if step < 0 {
				return length - 1
			}
			return length
		}
		return i
	}
	start, stop = fit(start), fit(stop)
	if step < 0 {
		if stop < start {
			n = (start-stop-1)/(-step) + 1
		}
	} else if start < stop {
		n = (stop-start-1)/step + 1
	}
	return start, stop, n
}

// SliceIndices gives where a slice of a sequence of the given length starts,
// ends and steps, and how many items it selects. The bounds' __index__ runs first,
// so give the length by a function if the sequence may change meanwhile: use
// SliceUnpack and SliceAdjust then.
func SliceIndices(t *Thread, s *Slice, length int) (start, stop, step, n int, err error) {
	start, stop, step, err = SliceUnpack(t, s)
	if err != nil {
		return
	}
	start, stop, n = SliceAdjust(start, stop, step, length)
	return
}

func sliceRepr(t *Thread, v Value) (Value, error) {
	s := As[Slice](v)
	b := []byte("slice(")
	for i, x := range [3]Value{s.Start, s.Stop, s.Step} {
		if i > 0 {
			b = append(b, ", "...)
		}
		r, err := ReprStr(t, x)
		if err != nil {
			return Value{}, err
		}
		b = append(b, r...)
	}
	return NewStr(string(append(b, ')'))), nil
}

func sliceCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	x, ok := AsSlice(a)
	if !ok {
		return NotImplemented, nil
	}
	y, ok := AsSlice(b)
	if !ok {
		return NotImplemented, nil
	}
	if x == y {
		return Bool(op == CmpEQ || op == CmpLE || op == CmpGE), nil
	}
	return compareItems(t, op, []Value{x.Start, x.Stop, x.Step}, []Value{y.Start, y.Stop, y.Step})
}

func sliceNew(t *Thread, args []Value) (Value, error) {
	start, stop, step := args[1], args[2], args[3]
	if stop.IsUnset() {
		start, stop = None, start
	}
	return NewSlice(start, stop, step), nil
}

// sliceIndicesMethod is slice.indices: of any size of int.
func sliceIndicesMethod(t *Thread, args []Value) (Value, error) {
	s := As[Slice](args[0])
	lv, err := Index(t, args[1])
	if err != nil {
		return Value{}, err
	}
	length := bigOf(lv)
	if length.Sign() < 0 {
		return Value{}, ValueErrorf("length should not be negative")
	}
	start, stop, step, err := sliceBig(t, s, length)
	if err != nil {
		return Value{}, err
	}
	return TupleOf(NewInt(start), NewInt(stop), NewInt(step)), nil
}

// sliceBig is SliceIndices for any size.
func sliceBig(t *Thread, s *Slice, length *big.Int) (start, stop, step *big.Int, err error) {
	step = big.NewInt(1)
	if !s.Step.IsNone() {
		if step, err = sliceBoundBig(t, s.Step); err != nil {
			return
		}
		if step.Sign() == 0 {
			err = ValueErrorf("slice step cannot be zero")
			return
		}
	}
	lower, upper := new(big.Int), new(big.Int).Set(length)
	neg := step.Sign() < 0
	if neg {
		lower.SetInt64(-1)
		upper.Sub(length, big.NewInt(1))
	}
	bound := func(v Value, def *big.Int) (*big.Int, error) {
		if v.IsNone() {
			return new(big.Int).Set(def), nil
		}
		i, err := sliceBoundBig(t, v)
		if err != nil {
			return nil, err
		}
		i = new(big.Int).Set(i)
		if i.Sign() < 0 {
			i.Add(i, length)
			if i.Cmp(lower) < 0 {
				i.Set(lower)
			}
		} else if i.Cmp(upper) > 0 {
			i.Set(upper)
		}
		return i, nil
	}
	first, last := lower, upper
	if neg {
		first, last = upper, lower
	}
	if start, err = bound(s.Start, first); err != nil {
		return
	}
	stop, err = bound(s.Stop, last)
	return
}

func sliceBoundBig(t *Thread, v Value) (*big.Int, error) {
	if !hasIndex(v) {
		return nil, TypeErrorf("slice indices must be integers or None or have an __index__ method")
	}
	i, err := Index(t, v)
	if err != nil {
		return nil, err
	}
	return bigOf(i), nil
}

// bigOf gives an int's value as a big.Int that is not to be written.
func bigOf(v Value) *big.Int {
	small, b, _ := IntOf(v)
	if b != nil {
		return b
	}
	return big.NewInt(small)
}

func init() {
	field := func(name string, get UnaryFn) GetSet { return GetSet{Name: name, Get: get, Set: ReadOnlyMember} }
	Define(&sliceType, TypeSpec{
		Name: "slice", Size: SizeOf[Slice](), NoHash: true,
		Doc:   "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. a[0:10:2]).",
		Slots: Slots{Repr: sliceRepr, Compare: sliceCompare},
		New:   Method{Sig: "start, stop=?, step=None, /", Fn: sliceNew},
		Methods: []Method{
			{Name: "indices", Sig: "len, /", Fn: sliceIndicesMethod, Doc: "S.indices(len) -> (start, stop, stride)"},
			{Name: "__reduce__", Fn: func(t *Thread, args []Value) (Value, error) {
				s := As[Slice](args[0])
				return TupleOf(sliceType.Value(), TupleOf(s.Start, s.Stop, s.Step)), nil
			}},
		},
		GetSets: []GetSet{
			field("start", func(t *Thread, v Value) (Value, error) { return As[Slice](v).Start, nil }),
			field("stop", func(t *Thread, v Value) (Value, error) { return As[Slice](v).Stop, nil }),
			field("step", func(t *Thread, v Value) (Value, error) { return As[Slice](v).Step, nil }),
		},
	})
}
