package runtime

// A DictView is d.keys(), d.values() or d.items(), by its type.
type DictView struct {
	Object
	d    *Dict
	kind DictKind
}

var (
	dictKeysType, dictValuesType, dictItemsType Type
	DictKeysType                                = &dictKeysType
	DictValuesType                              = &dictValuesType
	DictItemsType                               = &dictItemsType
)

var dictViewTypes = [3]*Type{&dictKeysType, &dictValuesType, &dictItemsType}

// NewDictView makes a view of d.
func NewDictView(d *Dict, kind DictKind) Value {
	v := &DictView{d: d, kind: kind}
	v.typ = dictViewTypes[kind]
	return v.Value()
}

// AsDictView gives the view behind v.
func AsDictView(v Value) (*DictView, bool) {
	ty := v.Type().layout
	if ty != &dictKeysType && ty != &dictItemsType && ty != &dictValuesType {
		return nil, false
	}
	return As[DictView](v), true
}

// Dict and Kind are what the view shows.
func (v *DictView) Dict() *Dict    { return v.d }
func (v *DictView) Kind() DictKind { return v.kind }

func dictViewRepr(t *Thread, v Value) (Value, error) {
	if t.ReprEnter(v) {
		return NewStr("..."), nil
	}
	defer t.ReprLeave()
	items, err := ToSlice(t, v)
	if err != nil {
		return Value{}, err
	}
	return reprItems(t, v.Type().Name+"([", items, "])")
}

func dictViewLen(t *Thread, v Value) (int, error) { return Len(t, As[DictView](v).d.Value()) }

func dictViewIter(t *Thread, v Value) (Value, error) {
	w := As[DictView](v)
	return NewDictIter(w.d, w.kind).Value(), nil
}

func dictViewContains(t *Thread, v, x Value) (bool, error) {
	w := As[DictView](v)
	if w.kind == DictKeys {
		pos, err := w.d.find(t, x)
		return pos >= 0, err
	}
	p, ok := AsTuple(x)
	if !ok || len(p.items) != 2 {
		return false, nil
	}
	val, ok, err := w.d.Get(t, p.items[0])
	if err != nil || !ok {
		return false, err
	}
	return equalItem(t, val, p.items[1])
}

// isSetLike says that v is a set, a frozenset or a view of keys or items.
func isSetLike(v Value) bool {
	switch v.Type().layout {
	case &setType, &frozensetType, &dictKeysType, &dictItemsType:
		return true
	}
	return false
}

func dictViewCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	if !isSetLike(a) || !isSetLike(b) {
		return NotImplemented, nil
	}
	la, err := Len(t, a)
	if err != nil {
		return Value{}, err
	}
	lb, err := Len(t, b)
	if err != nil {
		return Value{}, err
	}
	r := false
	switch op {
	case CmpEQ, CmpNE:
		if la == lb {
			r, err = allIn(t, a, b)
		}
		r = r == (op == CmpEQ)
	case CmpLT:
		if la < lb {
			r, err = allIn(t, a, b)
		}
	case CmpLE:
		if la <= lb {
			r, err = allIn(t, a, b)
		}
	case CmpGT:
		if la > lb {
			r, err = allIn(t, b, a)
		}
	case CmpGE:
		if la >= lb {
			r, err = allIn(t, b, a)
		}
	}
	return boolResult(r, err)
}

// allIn says that every item of a is in b.
func allIn(t *Thread, a, b Value) (bool, error) {
	all := true
	err := Iterate(t, a, func(x Value) error {
		in, err := Contains(t, b, x)
		if err == nil && !in {
			all = false
			return errStop
		}
		return err
	})
	if err == errStop {
		err = nil
	}
	return all, err
}

// dictViewBinary is the set operators: a view and any iterable.
func dictViewBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	if op != OpSub && op != OpAnd && op != OpOr && op != OpXor {
		return NotImplemented, nil
	}
	if op == OpAnd {
		return dictViewAnd(t, a, b)
	}
	s := NewSet()
	if err := s.UpdateFrom(t, a); err != nil {
		return Value{}, err
	}
	var err error
	switch op {
	case OpOr:
		err = s.UpdateFrom(t, b)
	case OpSub:
		err = s.differenceUpdate(t, b)
	case OpXor:
		if !isSetLike(b) {
			o := NewSet()
			if err = o.UpdateFrom(t, b); err != nil {
				return Value{}, err
			}
			b = o.Value()
		}
		err = s.symmetricUpdate(t, b)
	}
	return s.Value(), err
}

func dictViewAnd(t *Thread, a, b Value) (Value, error) {
	if w, ok := AsDictView(a); !ok || w.kind == DictValues {
		a, b = b, a // the set operator of a reflected &
	}
	w := As[DictView](a)
	if o, ok := AsSet(b); ok && b.Type() == &setType && w.d.used <= int32(o.used) {
		r, err := o.intersection(t, a)
		if err != nil {
			return Value{}, err
		}
		return r.Value(), nil
	}
	if o, ok := AsDictView(b); ok && o.kind != DictValues && o.d.used > w.d.used {
		a, b = b, a
	}
	s := NewSet()
	err := Iterate(t, b, func(x Value) error {
		in, err := Contains(t, a, x)
		if err == nil && in {
			err = s.Add(t, x)
		}
		return err
	})
	return s.Value(), err
}

func dictViewReversed(t *Thread, args []Value) (Value, error) {
	w := As[DictView](args[0])
	return newDictRevIter(w.d, w.kind), nil
}

func dictViewDisjoint(t *Thread, args []Value) (Value, error) {
	a, b := args[0], args[1]
	if Is(a, b) {
		n, err := Len(t, a)
		return boolResult(n == 0, err)
	}
	if isSetLike(b) {
		la, err := Len(t, a)
		if err != nil {
			return Value{}, err
		}
		lb, err := Len(t, b)
		if err != nil {
			return Value{}, err
		}
		if lb > la {
			a, b = b, a
		}
	}
	disjoint := true
	err := Iterate(t, b, func(x Value) error {
		in, err := Contains(t, a, x)
		if err == nil && in {
			disjoint = false
			return errStop
		}
		return err
	})
	if err == errStop {
		err = nil
	}
	return boolResult(disjoint, err)
}

func init() {
	rev := Method{Name: "__reversed__", Fn: dictViewReversed, Doc: "Return a reverse iterator over the view."}
	disjoint := Method{Name: "isdisjoint", Sig: "other, /", Fn: dictViewDisjoint,
		Doc: "Return True if the view and the given iterable have a null intersection."}
	mapping := GetSet{Name: "mapping", Get: func(t *Thread, v Value) (Value, error) {
		return NewMappingProxy(As[DictView](v).d.Value()), nil
	}, Doc: "dictionary that this view refers to"}
	ops := []BinOp{OpSub, OpAnd, OpXor, OpOr}
	set := Slots{Repr: dictViewRepr, Len: dictViewLen, Iter: dictViewIter, Contains: dictViewContains,
		Compare: dictViewCompare, Binary: dictViewBinary}
	Define(&dictKeysType, TypeSpec{Name: "dict_keys", Size: SizeOf[DictView](), Flags: FlagDisallowNew, NoHash: true,
		Slots: set, BinOps: ops, Methods: []Method{disjoint, rev}, GetSets: []GetSet{mapping}})
	Define(&dictItemsType, TypeSpec{Name: "dict_items", Size: SizeOf[DictView](), Flags: FlagDisallowNew, NoHash: true,
		Slots: set, BinOps: ops, Methods: []Method{disjoint, rev}, GetSets: []GetSet{mapping}})
	Define(&dictValuesType, TypeSpec{Name: "dict_values", Size: SizeOf[DictView](), Flags: FlagDisallowNew,
		Slots:   Slots{Repr: dictViewRepr, Len: dictViewLen, Iter: dictViewIter},
		Methods: []Method{rev}, GetSets: []GetSet{mapping}})
}
