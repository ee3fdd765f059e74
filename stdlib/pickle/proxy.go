package pickle

import (
	rt "github.com/minipy/minipy/runtime"
)

// The memo attributes of picklers and unpicklers are looked at and changed
// through proxies.

type picklerMemo struct {
	rt.Object
	p *pickler
}

type unpicklerMemo struct {
	rt.Object
	u *unpickler
}

var picklerMemoType, unpicklerMemoType rt.Type

func newPicklerMemo(p *pickler) value {
	m := &picklerMemo{p: p}
	m.Object.Init(&picklerMemoType)
	return m.Value()
}

func newUnpicklerMemo(u *unpickler) value {
	m := &unpicklerMemo{u: u}
	m.Object.Init(&unpicklerMemoType)
	return m.Value()
}

// picklerMemoCopy is {id(obj): (index, obj)}.
func picklerMemoCopy(t *thread, a []value) (value, error) {
	d := rt.NewDict()
	for _, e := range rt.As[picklerMemo](a[0]).p.memo.entries {
		if e.key == nil {
			continue
		}
		obj := e.key.Value()
		if err := d.Set(t, rt.NewUint(obj.ID()), rt.TupleOf(rt.Int(int64(e.idx)), obj)); err != nil {
			return value{}, err
		}
	}
	return d.Value(), nil
}

func unpicklerMemoCopy(t *thread, a []value) (value, error) {
	d := rt.NewDict()
	err := rt.As[unpicklerMemo](a[0]).u.eachMemo(func(i int, v value) error { return d.Set(t, rt.Int(int64(i)), v) })
	return d.Value(), err
}

// asDict is a proxy's __reduce__: it is pickled as the dict it looks like.
func asDict(copied rt.NativeFn) rt.NativeFn {
	return func(t *thread, a []value) (value, error) {
		d, err := copied(t, a)
		if err != nil {
			return value{}, err
		}
		return rt.TupleOf(rt.DictType.Value(), rt.TupleOf(d)), nil
	}
}

func setPicklerMemo(t *thread, p *pickler, v value) error {
	if v.IsUnset() {
		return rt.TypeErrorf("attribute deletion is not supported")
	}
	if m, ok := rt.Cast[picklerMemo](v, &picklerMemoType); ok {
		p.memo = m.p.memo.copy()
		return nil
	}
	d, ok := rt.AsDict(v)
	if !ok {
		return rt.TypeErrorf("'memo' attribute must be a PicklerMemoProxy object or dict, not %s", v.Type().Name)
	}
	m := &memoTable{}
	for i, _, item, ok := d.Next(0); ok; i, _, item, ok = d.Next(i) {
		pair, isTuple := rt.AsTuple(item)
		if !isTuple || pair.Len() != 2 {
			return rt.TypeErrorf("'memo' values must be 2-item tuples")
		}
		if !rt.IsIntLike(pair.Items()[0]) {
			return rt.TypeErrorf("an integer is required")
		}
		idx, err := rt.AsSsize(t, pair.Items()[0], rt.OverflowError)
		if err != nil {
			return err
		}
		if obj := pair.Items()[1]; obj.IsHeap() {
			m.set(obj, idx)
		}
	}
	p.memo = m
	return nil
}

func setUnpicklerMemo(t *thread, u *unpickler, v value) error {
	if v.IsUnset() {
		return rt.TypeErrorf("attribute deletion is not supported")
	}
	n := &unpickler{}
	if m, ok := rt.Cast[unpicklerMemo](v, &unpicklerMemoType); ok {
		if err := m.u.eachMemo(n.putMemo); err != nil {
			return err
		}
	} else {
		d, ok := rt.AsDict(v)
		if !ok {
			return rt.TypeErrorf("'memo' attribute must be an UnpicklerMemoProxy object or dict, not %s", v.Type().Name)
		}
		for i, key, item, ok := d.Next(0); ok; i, key, item, ok = d.Next(i) {
			if !rt.IsIntLike(key) {
				return rt.TypeErrorf("memo key must be integers")
			}
			idx, err := rt.AsSsize(t, key, rt.OverflowError)
			if err != nil {
				return err
			}
			if idx < 0 {
				return rt.ValueErrorf("memo key must be positive integers.")
			}
			if err := n.putMemo(idx, item); err != nil {
				return err
			}
		}
	}
	u.memo, u.sparse, u.memoLen = n.memo, n.sparse, n.memoLen
	return nil
}

func init() {
	rt.Define(&picklerMemoType, rt.TypeSpec{Name: "_pickle.PicklerMemoProxy", Size: rt.SizeOf[picklerMemo](), NoHash: true, Flags: rt.FlagDisallowNew,
		Methods: []rt.Method{
			{Name: "clear", Fn: func(t *thread, a []value) (value, error) {
				rt.As[picklerMemo](a[0]).p.memo.clear()
				return rt.None, nil
			}, Doc: "Remove all items from memo."},
			{Name: "copy", Fn: picklerMemoCopy, Doc: "Copy the memo to a new object."},
			{Name: "__reduce__", Fn: asDict(picklerMemoCopy), Doc: "Implement pickle support."},
		}})
	rt.Define(&unpicklerMemoType, rt.TypeSpec{Name: "_pickle.UnpicklerMemoProxy", Size: rt.SizeOf[unpicklerMemo](), NoHash: true, Flags: rt.FlagDisallowNew,
		Methods: []rt.Method{
			{Name: "clear", Fn: func(t *thread, a []value) (value, error) {
				u := rt.As[unpicklerMemo](a[0]).u
				u.memo, u.sparse, u.memoLen = nil, nil, 0
				return rt.None, nil
			}, Doc: "Remove all items from memo."},
			{Name: "copy", Fn: unpicklerMemoCopy, Doc: "Copy the memo to a new object."},
			{Name: "__reduce__", Fn: asDict(unpicklerMemoCopy), Doc: "Implement pickling support."},
		}})
}
