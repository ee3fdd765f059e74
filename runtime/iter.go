package runtime

// A seqIter iterates over anything with __getitem__, by index until IndexError.
type seqIter struct {
	Object
	seq Value // unset: at the end
	i   int
}

// A callIter is iter(callable, sentinel).
type callIter struct {
	Object
	fn       Value // unset: at the end
	sentinel Value
}

var seqIterType, callIterType Type

func newSeqIter(v Value) Value {
	it := &seqIter{seq: v}
	it.typ = &seqIterType
	return it.Value()
}

func seqIterNext(t *Thread, v Value) (Value, error) {
	it := As[seqIter](v)
	if it.seq.IsUnset() {
		return Value{}, nil
	}
	if it.i == maxSsize {
		return Value{}, OverflowErrorf("iter index too large")
	}
	x, err := GetItem(t, it.seq, Int(int64(it.i)))
	if err != nil {
		if IsError(err, IndexError) || IsError(err, StopIteration) {
			it.seq = Value{}
			return Value{}, nil
		}
		return Value{}, err
	}
	it.i++
	return x, nil
}

func callIterNext(t *Thread, v Value) (Value, error) {
	it := As[callIter](v)
	if it.fn.IsUnset() {
		return Value{}, nil
	}
	x, err := Call(t, it.fn)
	if err != nil {
		if IsError(err, StopIteration) {
			it.fn, it.sentinel = Value{}, Value{}
			return Value{}, nil
		}
		return Value{}, err
	}
	if it.fn.IsUnset() { // the call exhausted this very iterator
		return Value{}, nil
	}
	eq, err := EqualBool(t, it.sentinel, x)
	if err != nil {
		return Value{}, err
	}
	if eq {
		it.fn, it.sentinel = Value{}, Value{}
		return Value{}, nil
	}
	return x, nil
}

// SelfIter is the Iter slot of iterators.
func SelfIter(t *Thread, v Value) (Value, error) { return v, nil }

// builtinByName finds a builtin for __reduce__, as the program sees it.
func builtinByName(t *Thread, name string) (Value, error) {
	if v, ok := t.VM.Builtins.Lookup(name); ok {
		return v, nil
	}
	return Value{}, AttributeErrorf("%s", name)
}

// reduceIter is __reduce__ of an iterator over seq at position i; seq unset: at the end.
func reduceIter(t *Thread, seq, empty Value, i int) (Value, error) {
	f, err := builtinByName(t, "iter")
	if err != nil {
		return Value{}, err
	}
	if seq.IsUnset() {
		return TupleOf(f, TupleOf(empty)), nil
	}
	return TupleOf(f, TupleOf(seq), Int(int64(i))), nil
}

func init() {
	Define(&seqIterType, TypeSpec{Name: "iterator", Size: SizeOf[seqIter](), Flags: FlagDisallowNew,
		Slots: Slots{Iter: SelfIter, Next: seqIterNext},
		Methods: []Method{
			{Name: "__length_hint__", Fn: func(t *Thread, args []Value) (Value, error) {
				it := As[seqIter](args[0])
				if it.seq.IsUnset() {
					return Int(0), nil
				}
				if it.seq.Type().Slots.Len == nil {
					return NotImplemented, nil
				}
				n, err := Len(t, it.seq)
				return Int(int64(max(n-it.i, 0))), err
			}},
			{Name: "__reduce__", Fn: func(t *Thread, args []Value) (Value, error) {
				it := As[seqIter](args[0])
				return reduceIter(t, it.seq, emptyTuple, it.i)
			}},
			{Name: "__setstate__", Sig: "state, /", Fn: func(t *Thread, args []Value) (Value, error) {
				it := As[seqIter](args[0])
				i, err := AsSsize(t, args[1], nil)
				if err != nil {
					return Value{}, err
				}
				it.i = max(i, 0)
				return None, nil
			}},
		}})
	Define(&callIterType, TypeSpec{Name: "callable_iterator", Size: SizeOf[callIter](), Flags: FlagDisallowNew,
		Slots: Slots{Iter: SelfIter, Next: callIterNext},
		Methods: []Method{
			{Name: "__reduce__", Fn: func(t *Thread, args []Value) (Value, error) {
				it := As[callIter](args[0])
				f, err := builtinByName(t, "iter")
				if err != nil {
					return Value{}, err
				}
				if it.fn.IsUnset() {
					return TupleOf(f, TupleOf(emptyTuple)), nil
				}
				return TupleOf(f, TupleOf(it.fn, it.sentinel)), nil
			}},
		}})
}
