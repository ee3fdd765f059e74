package runtime

// A seqIter iterates over anything with __getitem__, by index until IndexError.
type seqIter struct {
	Object
	seq Value // unset: at the end
	i   int
}

var seqIterType Type

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

// SelfIter is the Iter slot of iterators.
func SelfIter(t *Thread, v Value) (Value, error) { return v, nil }

func init() {
	Define(&seqIterType, TypeSpec{Name: "iterator", Size: SizeOf[seqIter](), Flags: FlagDisallowNew,
		Slots: Slots{Iter: SelfIter, Next: seqIterNext}})
}
