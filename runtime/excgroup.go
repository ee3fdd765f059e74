package runtime

// Exception groups: derive, split and subgroup.

// GroupItems are the exceptions of a group.
func (e *Exception) GroupItems() []Value {
	if !e.typ.IsSubtype(BaseExceptionGroup) || len(e.Extra) < 2 {
		return nil
	}
	return e.Extra[1].tupleItems()
}

// groupDerive makes a group like e of other exceptions.
func groupDerive(t *Thread, e *Exception, items []Value) (Value, error) {
	r, err := CallMethod(t, e.Value(), "derive", NewList(items).Value())
	if err != nil {
		return Value{}, err
	}
	n, ok := AsException(r)
	if !ok || !n.typ.IsSubtype(BaseExceptionGroup) {
		return Value{}, TypeErrorf("derive must return an instance of BaseExceptionGroup")
	}
	n.Tb, n.Context, n.Cause, n.Suppress = e.Tb, e.Context, e.Cause, e.Suppress
	name := t.VM.Intern("__notes__")
	if notes, ok := instanceAttr(e.Value(), name); ok {
		if items, err := ToSlice(t, notes); err == nil {
			setInstanceAttr(t.VM, r, name, NewList(items).Value())
		}
	}
	return r, nil
}

// groupMatches applies split's condition to one exception.
func groupMatches(t *Thread, cond, v Value) (bool, error) {
	if c, ok := AsType(cond); ok && c.IsSubtype(BaseExceptionType) {
		return v.Type().IsSubtype(c), nil
	}
	if tup, ok := AsTuple(cond); ok {
		for _, c := range tup.items {
			k, isType := AsType(c)
			if !isType || !k.IsSubtype(BaseExceptionType) {
				return false, TypeErrorf("expected a function, exception type or tuple of exception types")
			}
			if v.Type().IsSubtype(k) {
				return true, nil
			}
		}
		return false, nil
	}
	if _, isType := AsType(cond); isType || !IsCallable(cond) {
		return false, TypeErrorf("expected a function, exception type or tuple of exception types")
	}
	r, err := Call(t, cond, v)
	if err != nil {
		return false, err
	}
	return IsTrue(t, r)
}

// SplitGroup divides an exception by cond: the parts are unset where empty.
func SplitGroup(t *Thread, v, cond Value) (match, rest Value, err error) {
	if err := t.Enter(" in exceptiongroup_split_recursive"); err != nil {
		return Value{}, Value{}, err
	}
	defer t.Leave()
	yes, err := groupMatches(t, cond, v)
	if err != nil {
		return Value{}, Value{}, err
	}
	if yes {
		return v, Value{}, nil
	}
	e, _ := AsException(v)
	items := e.GroupItems()
	if items == nil {
		return Value{}, v, nil
	}
	var ms, rs []Value
	for _, x := range items {
		m, r, err := SplitGroup(t, x, cond)
		if err != nil {
			return Value{}, Value{}, err
		}
		if !m.IsUnset() {
			ms = append(ms, m)
		}
		if !r.IsUnset() {
			rs = append(rs, r)
		}
	}
	if len(ms) > 0 {
		if match, err = groupDerive(t, e, ms); err != nil {
			return Value{}, Value{}, err
		}
	}
	if len(rs) > 0 {
		if rest, err = groupDerive(t, e, rs); err != nil {
			return Value{}, Value{}, err
		}
	}
	return match, rest, nil
}

// ProjectGroup is the part of group orig whose leaves are among those of keep.
func ProjectGroup(t *Thread, orig Value, keep []Value) (Value, error) {
	leaves := map[*Object]bool{}
	for _, k := range keep {
		collectLeaves(k, leaves)
	}
	return projectLeaves(t, orig, leaves)
}

func collectLeaves(v Value, into map[*Object]bool) {
	e, _ := AsException(v)
	items := e.GroupItems()
	if items == nil {
		into[v.obj()] = true
	}
	for _, x := range items {
		collectLeaves(x, into)
	}
}

func projectLeaves(t *Thread, v Value, leaves map[*Object]bool) (Value, error) {
	e, _ := AsException(v)
	items := e.GroupItems()
	if items == nil {
		if leaves[v.obj()] {
			return v, nil
		}
		return Value{}, nil
	}
	var out []Value
	whole := true
	for _, x := range items {
		p, err := projectLeaves(t, x, leaves)
		if err != nil {
			return Value{}, err
		}
		whole = whole && Is(p, x)
		if !p.IsUnset() {
			out = append(out, p)
		}
	}
	switch {
	case len(out) == 0:
		return Value{}, nil
	case whole:
		return v, nil
	}
	return groupDerive(t, e, out)
}

func groupMethods() []Method {
	return []Method{
		{Name: "derive", Sig: "excs, /", Fn: func(t *Thread, a []Value) (Value, error) {
			return Call(t, BaseExceptionGroup.Value(), exc(a[0]).Extra[0], a[1])
		}},
		{Name: "split", Sig: "condition, /", Fn: func(t *Thread, a []Value) (Value, error) {
			m, r, err := SplitGroup(t, a[0], a[1])
			return TupleOf(orNone(m), orNone(r)), err
		}},
		{Name: "subgroup", Sig: "condition, /", Fn: func(t *Thread, a []Value) (Value, error) {
			m, _, err := SplitGroup(t, a[0], a[1])
			return orNone(m), err
		}},
		{Name: "__class_getitem__", Sig: "item, /", Kind: ClassMethod, Fn: func(t *Thread, a []Value) (Value, error) {
			return NewGenericAlias(t, a[0], a[1]), nil
		}},
	}
}
