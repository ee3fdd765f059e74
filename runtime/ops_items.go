package runtime

// Iteration and items: for, len(), a[b], in.

// Iter is iter(v).
func Iter(t *Thread, v Value) (Value, error) {
	typ := v.Type()
	if typ.Slots.Iter != nil {
		it, err := typ.Slots.Iter(t, v)
		if err != nil {
			return Value{}, err
		}
		if it.Type().Slots.Next == nil {
			return Value{}, TypeErrorf("iter() returned non-iterator of type '%s'", it.Type().displayName())
		}
		return it, nil
	}
	if typ.Slots.GetItem != nil && !typ.Has(FlagMapping) {
		return newSeqIter(v), nil
	}
	return Value{}, TypeErrorf("'%s' object is not iterable", typ.displayName())
}

// Next takes one step of an iterator: unset at its end.
func Next(t *Thread, it Value) (Value, error) {
	next := it.Type().Slots.Next
	if next == nil {
		return Value{}, TypeErrorf("'%s' object is not an iterator", it.Type().displayName())
	}
	return next(t, it)
}

// Iterate calls f for each item of iterable v until f or the iterator fails.
func Iterate(t *Thread, v Value, f func(item Value) error) error {
	switch v.Type() {
	case &listType:
		l := As[List](v)
		for i := 0; i < len(l.items); i++ {
			if err := f(l.items[i]); err != nil {
				return err
			}
			if err := t.Often(i); err != nil {
				return err
			}
		}
		return nil
	case &tupleType:
		for i, x := range As[Tuple](v).items {
			if err := f(x); err != nil {
				return err
			}
			if err := t.Often(i); err != nil {
				return err
			}
		}
		return nil
	case &generatorType:
		if g := As[Generator](v); !g.Running && t.Host != nil {
			return t.Host.Drive(t, g, f)
		}
	}
	it, err := Iter(t, v)
	if err != nil {
		return err
	}
	next := it.Type().Slots.Next
	for n := 1; ; n++ {
		x, err := next(t, it)
		if err != nil {
			return err
		}
		if x.IsUnset() {
			return nil
		}
		if err := f(x); err != nil {
			return err
		}
		if n&1023 == 0 && t.Host != nil {
			if err := t.Host.Checkpoint(t); err != nil {
				return err
			}
		}
	}
}

// ToSlice gives the items of iterable v as a slice of the caller's own.
func ToSlice(t *Thread, v Value) ([]Value, error) {
	switch v.Type() {
	case &listType:
		return sliceOf(t, As[List](v).items)
	case &tupleType:
		return sliceOf(t, As[Tuple](v).items)
	case &dictType:
		return As[Dict](v).KeysOf(t)
	case &setType, &frozensetType:
		return As[Set](v).ItemsOf(t)
	case &rangeType:
		if r := As[Range](v); r.big == nil {
			l := NewList(nil)
			err := extendRange(t, l, r)
			return l.items, err
		}
	}
	it, err := Iter(t, v)
	if err != nil {
		return nil, err
	}
	l := NewList(nil)
	if n, err := LengthHint(t, v, 0); err != nil {
		return nil, err
	} else if err := t.RoomFor(n, valueSize); err != nil {
		return nil, err
	} else if n > 0 && n < 1<<20 {
		l.items = make([]Value, 0, n)
	}
	t.Building(l.Value())
	defer t.Built()
	err = Iterate(t, it, func(x Value) error {
		l.Append(x)
		return nil
	})
	return l.items, err
}

// sliceOf is a copy of items.
func sliceOf(t *Thread, items []Value) ([]Value, error) {
	if len(items) < oftenItems {
		return append([]Value(nil), items...), nil
	}
	return manyItems(t, items)
}

// Len is len(v).
func Len(t *Thread, v Value) (int, error) {
	f := v.Type().Slots.Len
	if f == nil {
		return 0, TypeErrorf("object of type '%s' has no len()", v.Type().displayName())
	}
	return f(t, v)
}

var dnLengthHint = StaticStr("__length_hint__")

// LengthHint is operator.length_hint(v, def).
func LengthHint(t *Thread, v Value, def int) (int, error) {
	if f := v.Type().Slots.Len; f != nil {
		n, err := f(t, v)
		if err == nil || !IsError(err, TypeError) {
			return n, err
		}
	}
	r, ok, err := CallSpecial(t, v, dnLengthHint)
	if err != nil {
		if IsError(err, TypeError) {
			return def, nil
		}
		return 0, err
	}
	if !ok || r.IsNotImplemented() {
		return def, nil
	}
	if !IsIntLike(r) {
		return 0, TypeErrorf("__length_hint__ must be an integer, not %s", r.Type().displayName())
	}
	n, err := AsSsize(t, r, OverflowError)
	if err != nil {
		return 0, OverflowErrorf("Python int too large to convert to C ssize_t")
	}
	if n < 0 {
		return 0, ValueErrorf("__length_hint__() should return >= 0")
	}
	return n, nil
}

var (
	dnClassGetItem = StaticStr("__class_getitem__")
	dnFormat       = StaticStr("__format__")
	dnInstancechk  = StaticStr("__instancecheck__")
	dnSubclasschk  = StaticStr("__subclasscheck__")
)

// GetItem is v[key].
func GetItem(t *Thread, v, key Value) (Value, error) {
	typ := v.Type()
	if typ.Slots.GetItem != nil {
		return typ.Slots.GetItem(t, v, key)
	}
	if cls, ok := AsType(v); ok {
		if cls == &typeType {
			return NewGenericAlias(t, v, key), nil
		}
		m, found, err := LookupAttr(t, v, dnClassGetItem)
		if err != nil {
			return Value{}, err
		}
		if found && !m.IsNone() {
			return Call(t, m, key)
		}
		return Value{}, TypeErrorf("type '%s' is not subscriptable", cls.displayName())
	}
	return Value{}, TypeErrorf("'%s' object is not subscriptable", typ.displayName())
}

// SetItem is v[key] = val.
func SetItem(t *Thread, v, key, val Value) error {
	f := v.Type().Slots.SetItem
	if f == nil {
		return TypeErrorf("'%s' object does not support item assignment", v.Type().displayName())
	}
	return f(t, v, key, val)
}

// DelItem is del v[key].
func DelItem(t *Thread, v, key Value) error {
	f := v.Type().Slots.SetItem
	if f == nil {
		ty := v.Type()
		if hasIndex(key) && (ty.Slots.Contains != nil || ty.Slots.Len != nil || ty.Has(FlagHeap)) {
			return TypeErrorf("'%s' object doesn't support item deletion", ty.displayName())
		}
		return TypeErrorf("'%s' object does not support item deletion", ty.displayName())
	}
	return f(t, v, key, Value{})
}

// Contains is x in v.
func Contains(t *Thread, v, x Value) (bool, error) {
	typ := v.Type()
	if typ.Slots.Contains != nil {
		return typ.Slots.Contains(t, v, x)
	}
	it, err := Iter(t, v)
	if err != nil {
		if IsError(err, TypeError) {
			err = TypeErrorf("argument of type '%s' is not iterable", typ.displayName())
		}
		return false, err
	}
	found := false
	err = Iterate(t, it, func(y Value) error {
		eq, err := EqualBool(t, y, x)
		if err == nil && eq {
			found = true
			err = errStop
		}
		return err
	})
	if err == errStop {
		err = nil
	}
	return found, err
}

// errStop ends an Iterate early.
var errStop error = NewStop()

type stop struct{}

func (stop) Error() string { return "stop" }

// NewStop gives an error that natives may use to end Iterate early.
func NewStop() error { return stop{} }
