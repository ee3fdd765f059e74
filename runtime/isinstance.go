package runtime

// IsInstance is isinstance(v, cls).
func IsInstance(t *Thread, v, cls Value) (bool, error) {
	if c, ok := AsType(cls); ok {
		if v.Type() == c {
			return true, nil
		}
		if c.typ == &typeType {
			return recursiveIsInstance(t, v, cls)
		}
	}
	if tup, ok := AsTuple(cls); ok {
		if err := t.Enter(" in __instancecheck__"); err != nil {
			return false, err
		}
		defer t.Leave()
		for _, c := range tup.items {
			if yes, err := IsInstance(t, v, c); yes || err != nil {
				return yes, err
			}
		}
		return false, nil
	}
	if r, ok, err := CallSpecial(t, cls, dnInstancechk, v); ok || err != nil {
		if err != nil {
			return false, err
		}
		return IsTrue(t, r)
	}
	return recursiveIsInstance(t, v, cls)
}

func recursiveIsInstance(t *Thread, v, cls Value) (bool, error) {
	if c, ok := AsType(cls); ok {
		if v.Type().IsSubtype(c) {
			return true, nil
		}
		if v.Type().VM == nil && HasGenericGetAttr(v.Type()) {
			return false, nil
		}
		ic, ok, err := LookupAttr(t, v, dnClass)
		if err != nil || !ok {
			return false, err
		}
		if k, isType := AsType(ic); isType && k != v.Type() {
			return k.IsSubtype(c), nil
		}
		return false, nil
	}
	if err := looksLikeClass(t, cls, "isinstance() arg 2 must be a type, a tuple of types, or a union"); err != nil {
		return false, err
	}
	ic, ok, err := LookupAttr(t, v, dnClass)
	if err != nil || !ok {
		return false, err
	}
	return abstractIsSubclass(t, ic, cls)
}

// basesOf is the tuple cls.__bases__ of anything that looks like a class; ok is
// false for what does not. An error of the look-up itself is passed on.
func basesOf(t *Thread, cls Value) (bases []Value, ok bool, err error) {
	b, ok, err := LookupAttr(t, cls, StaticStrFind("__bases__"))
	if err != nil || !ok {
		return nil, false, err
	}
	tup, ok := AsTuple(b)
	if !ok {
		return nil, false, nil
	}
	return tup.items, true, nil
}

// looksLikeClass gives an error with the message unless v has __bases__.
func looksLikeClass(t *Thread, v Value, message string) error {
	_, ok, err := basesOf(t, v)
	if err == nil && !ok {
		err = TypeErrorf("%s", message)
	}
	return err
}

func abstractIsSubclass(t *Thread, derived, cls Value) (bool, error) {
	if err := t.Enter(" in __subclasscheck__"); err != nil {
		return false, err
	}
	defer t.Leave()
	if Is(derived, cls) {
		return true, nil
	}
	bases, _, err := basesOf(t, derived)
	if err != nil {
		return false, err
	}
	for _, b := range bases {
		if yes, err := abstractIsSubclass(t, b, cls); yes || err != nil {
			return yes, err
		}
	}
	return false, nil
}

// IsSubclass is issubclass(sub, cls).
func IsSubclass(t *Thread, sub, cls Value) (bool, error) {
	if c, ok := AsType(cls); ok && c.typ == &typeType {
		if Is(sub, cls) {
			return true, nil
		}
		return recursiveIsSubclass(t, sub, cls)
	}
	if tup, ok := AsTuple(cls); ok {
		if err := t.Enter(" in __subclasscheck__"); err != nil {
			return false, err
		}
		defer t.Leave()
		for _, c := range tup.items {
			if yes, err := IsSubclass(t, sub, c); yes || err != nil {
				return yes, err
			}
		}
		return false, nil
	}
	if r, ok, err := CallSpecial(t, cls, dnSubclasschk, sub); ok || err != nil {
		if err != nil {
			return false, err
		}
		return IsTrue(t, r)
	}
	return recursiveIsSubclass(t, sub, cls)
}

func recursiveIsSubclass(t *Thread, sub, cls Value) (bool, error) {
	s, ok1 := AsType(sub)
	c, ok2 := AsType(cls)
	if ok1 && ok2 {
		return s.IsSubtype(c), nil
	}
	if err := looksLikeClass(t, sub, "issubclass() arg 1 must be a class"); err != nil {
		return false, err
	}
	if err := looksLikeClass(t, cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union"); err != nil {
		return false, err
	}
	return abstractIsSubclass(t, sub, cls)
}
