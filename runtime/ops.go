package runtime

// The operations of the language on any value: what operators, builtin
// functions and natives use. They follow CPython's abstract object layer.

// ReprStr and StrStr give repr(v) and str(v) as Go text.
func ReprStr(t *Thread, v Value) (string, error) {
	r, err := Repr(t, v)
	if err != nil {
		return "", err
	}
	return As[Str](r).s, nil
}

// StrStr see ReprStr.
func StrStr(t *Thread, v Value) (string, error) {
	r, err := ToStr(t, v)
	if err != nil {
		return "", err
	}
	return As[Str](r).s, nil
}

// Repr is repr(v), a str.
func Repr(t *Thread, v Value) (Value, error) {
	if err := t.Enter(" while getting the repr of an object"); err != nil {
		return Value{}, err
	}
	defer t.Leave()
	r, err := v.Type().Slots.Repr(t, v)
	if err != nil {
		return Value{}, err
	}
	if _, ok := AsStr(r); !ok {
		return Value{}, TypeErrorf("__repr__ returned non-string (type %s)", r.Type().displayName())
	}
	return r, nil
}

// ToStr is str(v), a str.
func ToStr(t *Thread, v Value) (Value, error) {
	switch {
	case v.Type() == &strType:
		return v, nil
	case v.IsInt():
		return NewIntStr(v.AsInt64()), nil
	case v.IsFloat():
		var b [32]byte
		return NewStrBytes(AppendFloatRepr(b[:0], v.AsFloat64())), nil
	}
	if err := t.Enter(" while getting the str of an object"); err != nil {
		return Value{}, err
	}
	defer t.Leave()
	r, err := v.Type().Slots.Str(t, v)
	if err != nil {
		return Value{}, err
	}
	if _, ok := AsStr(r); !ok {
		return Value{}, TypeErrorf("__str__ returned non-string (type %s)", r.Type().displayName())
	}
	return r, nil
}

// HashValue is hash(v), as sets use it; dicts use KeyHash.
func HashValue(t *Thread, v Value) (uint64, error) {
	if v.Type() == &strType {
		return hashStr(t, As[Str](v))
	}
	if v.IsInt() {
		return uint64(HashInt(v.AsInt64())), nil
	}
	if v.Type() == &tupleType && !t.ownSeed() && len(As[Tuple](v).items) < oftenItems {
		if h, ok := hashPlain(As[Tuple](v).items); ok {
			return h, nil
		}
	}
	if err := t.Enter(" while hashing an object"); err != nil {
		return 0, err
	}
	defer t.Leave()
	h, err := v.Type().Slots.Hash(t, v)
	return uint64(h), err
}

// HashInt is CPython's hash of an int: modulo 2**61-1, never -1.
func HashInt(i int64) int64 {
	const p = 1<<61 - 1
	if i > -p && i < p && i != -1 {
		return i
	}
	neg := i < 0
	u := uint64(i)
	if neg {
		u = -u
	}
	h := int64(u % p)
	if neg {
		h = -h
	}
	if h == -1 {
		h = -2
	}
	return h
}

// Compare is `a op b`: the reflected method of a subclass first, then a's,
// then b's; == and != fall back to identity.
func Compare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	if err := t.Enter(" in comparison"); err != nil {
		return Value{}, err
	}
	defer t.Leave()
	ta, tb := a.Type(), b.Type()
	tried := false
	if ta != tb && tb.Slots.Compare != nil && tb.IsSubtype(ta) {
		tried = true
		r, err := tb.Slots.Compare(t, swapped[op], b, a)
		if err != nil || !r.IsNotImplemented() {
			return r, err
		}
	}
	if ta.Slots.Compare != nil {
		r, err := ta.Slots.Compare(t, op, a, b)
		if err != nil || !r.IsNotImplemented() {
			return r, err
		}
	}
	if !tried && tb.Slots.Compare != nil {
		r, err := tb.Slots.Compare(t, swapped[op], b, a)
		if err != nil || !r.IsNotImplemented() {
			return r, err
		}
	}
	switch op {
	case CmpEQ:
		return Bool(Is(a, b)), nil
	case CmpNE:
		return Bool(!Is(a, b)), nil
	}
	return Value{}, TypeErrorf("'%s' not supported between instances of '%s' and '%s'", cmpNames[op].sym, ta.displayName(), tb.displayName())
}

var swapped = [6]CmpOp{CmpGT, CmpGE, CmpEQ, CmpNE, CmpLT, CmpLE}

// CompareBool is the truth of `a op b`; identical values are equal without asking.
func CompareBool(t *Thread, op CmpOp, a, b Value) (bool, error) {
	if Is(a, b) {
		if op == CmpEQ {
			return true, nil
		}
		if op == CmpNE {
			return false, nil
		}
	}
	r, err := Compare(t, op, a, b)
	if err != nil {
		return false, err
	}
	return IsTrue(t, r)
}

// EqualBool is `a is b or a == b`, as containers compare.
func EqualBool(t *Thread, a, b Value) (bool, error) {
	if Is(a, b) {
		return true, nil
	}
	if a.Type() == &strType && b.Type() == &strType {
		return As[Str](a).s == As[Str](b).s, nil
	}
	if BothInts(a, b) {
		return false, nil
	}
	if a.Type() == &tupleType && b.Type() == &tupleType {
		if eq, ok := equalPlain(As[Tuple](a).items, As[Tuple](b).items); ok {
			return eq, nil
		}
	}
	return CompareBool(t, CmpEQ, a, b)
}

// IsTrue is bool(v).
func IsTrue(t *Thread, v Value) (bool, error) {
	if v.IsBool() {
		return v.bits != 0, nil
	}
	if v.IsNone() {
		return false, nil
	}
	if v.Type() == &strType {
		return As[Str](v).s != "", nil
	}
	s := &v.Type().Slots
	if s.Bool != nil {
		return s.Bool(t, v)
	}
	if s.Len != nil {
		n, err := s.Len(t, v)
		return n != 0, err
	}
	return true, nil
}

// GetAttr is v.name.
func GetAttr(t *Thread, v Value, name *Str) (Value, error) {
	return v.Type().Slots.GetAttr(t, v, name)
}

// GetAttrS is GetAttr for a Go string.
func GetAttrS(t *Thread, v Value, name string) (Value, error) {
	return GetAttr(t, v, t.VM.Intern(name))
}

// LookupAttr is v.name, with ok false instead of AttributeError.
func LookupAttr(t *Thread, v Value, name *Str) (val Value, ok bool, err error) {
	typ := v.Type()
	if typ.layout == &objectType && typ.Flags&FlagUserGetAttr == 0 {
		if val, ok, err = findAttr(t, v, name); err == nil {
			return val, ok, nil
		}
	} else {
		val, err = typ.Slots.GetAttr(t, v, name)
	}
	if err != nil {
		if IsError(err, AttributeError) {
			return Value{}, false, nil
		}
		return Value{}, false, err
	}
	return val, true, nil
}

// SetAttr is v.name = val; an unset val deletes.
func SetAttr(t *Thread, v Value, name *Str, val Value) error {
	return v.Type().Slots.SetAttr(t, v, t.VM.InternStr(name), val)
}

// LookupSpecial finds a special method on v's class, past the instance, and
// binds it; ok is false where there is none.
func LookupSpecial(t *Thread, v Value, name *Str) (m Value, ok bool, err error) {
	typ := v.Type()
	f, ok := typ.Lookup(t, name)
	if !ok {
		return Value{}, false, nil
	}
	if get := f.Type().Slots.DescrGet; get != nil {
		m, err = get(t, f, v, typ.Value())
		return m, err == nil, err
	}
	return f, true, nil
}

// CallSpecial calls special method name of v's class; ok is false where there is none.
func CallSpecial(t *Thread, v Value, name *Str, args ...Value) (r Value, ok bool, err error) {
	typ := v.Type()
	f, ok := typ.Lookup(t, name)
	if !ok {
		return Value{}, false, nil
	}
	if ft := f.Type(); ft == &functionType || ft == &methDescType || ft == &wrapperDescrType {
		full, top := t.pushArgs(v, args)
		r, err = CallArgs(t, f, full, nil)
		t.popArgs(full, top)
		return r, true, err
	}
	if get := f.Type().Slots.DescrGet; get != nil {
		if f, err = get(t, f, v, typ.Value()); err != nil {
			return Value{}, true, err
		}
	}
	r, err = Call(t, f, args...)
	return r, true, err
}

// CallMethod is v.name(*args).
func CallMethod(t *Thread, v Value, name string, args ...Value) (Value, error) {
	m, err := GetAttrS(t, v, name)
	if err != nil {
		return Value{}, err
	}
	return CallArgs(t, m, args, nil)
}

// Call is f(*args).
// The arguments pass through the thread's stack of them: the caller's array
// would have to be in the heap, as what is called is not known.
func Call(t *Thread, f Value, args ...Value) (Value, error) {
	if len(args) == 0 {
		return CallArgs(t, f, nil, nil)
	}
	full, top := t.pushArgs(args[0], args[1:])
	v, err := CallArgs(t, f, full, nil)
	t.popArgs(full, top)
	return v, err
}

// CallArgs calls f; the last len(names) of args are given by keyword. args is
// not kept.
func CallArgs(t *Thread, f Value, args []Value, names []*Str) (Value, error) {
	call := f.Type().Slots.Call
	if call == nil {
		return Value{}, TypeErrorf("'%s' object is not callable", f.Type().displayName())
	}
	if err := t.Enter(" while calling a Python object"); err != nil {
		return Value{}, err
	}
	v, err := call(t, f, args, names)
	t.Leave()
	return v, err
}

// IsCallable is callable(v).
func IsCallable(v Value) bool { return v.Type().Slots.Call != nil }
