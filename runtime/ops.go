package runtime

import (
	"strconv"
	"unicode/utf8"
)

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

// HashValue is hash(v) as dict and set use it.
func HashValue(t *Thread, v Value) (uint64, error) {
	if v.Type() == &strType {
		return As[Str](v).Hash(), nil
	}
	if v.IsInt() {
		return uint64(HashInt(v.AsInt64())), nil
	}
	if v.Type() == &tupleType {
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
		}
		return nil
	case &tupleType:
		for _, x := range As[Tuple](v).items {
			if err := f(x); err != nil {
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
		return append([]Value(nil), As[List](v).items...), nil
	case &tupleType:
		return append([]Value(nil), As[Tuple](v).items...), nil
	case &dictType:
		return As[Dict](v).Keys(), nil
	case &setType, &frozensetType:
		return As[Set](v).Items(), nil
	case &rangeType:
		if r := As[Range](v); r.big == nil {
			l := NewList(nil)
			err := extendRange(l, r)
			return l.items, err
		}
	}
	it, err := Iter(t, v)
	if err != nil {
		return nil, err
	}
	var out []Value
	if n, err := LengthHint(t, v, 0); err != nil {
		return nil, err
	} else if n > maxItems {
		return nil, MemoryErr()
	} else if n > 0 && n < 1<<20 {
		out = make([]Value, 0, n)
	}
	err = Iterate(t, it, func(x Value) error {
		out = append(out, x)
		return nil
	})
	return out, err
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
	n, _, _ := IntOf(r)
	if n < 0 {
		return 0, ValueErrorf("__length_hint__() should return >= 0")
	}
	return int(n), nil
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

func binaryTry(t *Thread, op BinOp, a, b Value) (Value, error) {
	ta, tb := a.Type(), b.Type()
	if (ta.Flags|tb.Flags)&FlagUserBinary != 0 {
		return userBinary(t, op, a, b)
	}
	fa, fb := ta.Slots.Binary, tb.Slots.Binary
	if ta == tb {
		fb = nil
	} else if fb != nil && fa != nil && tb.IsSubtype(ta) { // a defaultdict on the right of a dict
		r, err := fb(t, op, a, b)
		if err != nil || !r.IsNotImplemented() {
			return r, err
		}
		fb = nil
	}
	if fa != nil {
		r, err := fa(t, op, a, b)
		if err != nil || !r.IsNotImplemented() {
			return r, err
		}
	}
	if fb != nil {
		return fb(t, op, a, b)
	}
	return NotImplemented, nil
}

// Binary is `a op b`.
func Binary(t *Thread, op BinOp, a, b Value) (Value, error) {
	if err := t.Enter(""); err != nil {
		return Value{}, err
	}
	defer t.Leave()
	r, err := binaryTry(t, op, a, b)
	if err == nil && r.IsNotImplemented() {
		return Value{}, BinaryTypeError(op, a, b, false)
	}
	return r, err
}

// Inplace is `a op= b`.
func Inplace(t *Thread, op BinOp, a, b Value) (Value, error) {
	if err := t.Enter(""); err != nil {
		return Value{}, err
	}
	defer t.Leave()
	if f := a.Type().Slots.Inplace; f != nil {
		r, err := f(t, op, a, b)
		if err != nil || !r.IsNotImplemented() {
			return r, err
		}
	}
	r, err := binaryTry(t, op, a, b)
	if err == nil && r.IsNotImplemented() {
		return Value{}, BinaryTypeError(op, a, b, true)
	}
	return r, err
}

// BinaryTypeError says that no operand has the operator.
func BinaryTypeError(op BinOp, a, b Value, inplace bool) error {
	sym := binNames[op].sym
	if inplace {
		if op == OpPow {
			sym = "**="
		} else {
			sym += "="
		}
	}
	if op == OpAdd && !inplace || op == OpAdd {
		if isSequence(a.Type()) {
			if err := concatError(a, b); err != nil {
				return err
			}
		}
	}
	if op == OpMul {
		if repeats(a.Type()) {
			return TypeErrorf("can't multiply sequence by non-int of type '%s'", b.Type().displayName())
		}
		if repeats(b.Type()) {
			return TypeErrorf("can't multiply sequence by non-int of type '%s'", a.Type().displayName())
		}
	}
	if n, ok := Cast[Native](a, &nativeType); ok && op == OpRShift && n.Def.Name == "print" && n.Module == "builtins" {
		return TypeErrorf("unsupported operand type(s) for %s: '%s' and '%s'. Did you mean \"print(<message>, file=<output_stream>)\"?", sym, a.Type().displayName(), b.Type().displayName())
	}
	return TypeErrorf("unsupported operand type(s) for %s: '%s' and '%s'", sym, a.Type().displayName(), b.Type().displayName())
}

// isSequence says that + and * of instances of typ are those of sequences.
func isSequence(typ *Type) bool {
	switch typ.layout {
	case &strType, &bytesType, &bytearrayType:
		return true
	case &objectType, &rangeType, &memoryviewType:
		return false
	}
	return typ.Has(FlagSequence)
}

// repeats says that t is a builtin sequence with *.
func repeats(t *Type) bool {
	l := t.layout
	return (l.Has(FlagSequence) || l == &strType || l == &bytesType || l == &bytearrayType) && l.spec != nil && containsOp(l.spec.BinOps, OpMul)
}

// concatError is the message of sequence types' own +, or nil.
func concatError(a, b Value) error {
	switch a.Type().layout {
	case &strType:
		return TypeErrorf("can only concatenate str (not \"%s\") to str", b.Type().displayName())
	case &listType:
		return TypeErrorf("can only concatenate list (not \"%s\") to list", b.Type().displayName())
	case &tupleType:
		return TypeErrorf("can only concatenate tuple (not \"%s\") to tuple", b.Type().displayName())
	case &bytesType:
		return TypeErrorf("can't concat %s to bytes", b.Type().displayName())
	case &bytearrayType:
		return TypeErrorf("can't concat %s to bytearray", b.Type().displayName())
	}
	return nil
}

// Unary is a unary operator.
func Unary(t *Thread, op UnOp, v Value) (Value, error) {
	if typ := v.Type(); typ.VM != nil {
		// What a class's own method returns stands, NotImplemented too.
		if _, owner := typ.LookupWhere(t, unStr[op]); owner != nil && owner.VM != nil {
			r, _, err := CallSpecial(t, v, unStr[op])
			return r, err
		}
	}
	if f := v.Type().Slots.Unary; f != nil {
		r, err := f(t, op, v)
		if err != nil || !r.IsNotImplemented() {
			return r, err
		}
	}
	return Value{}, TypeErrorf("bad operand type for %s: '%s'", unNames[op].sym, v.Type().displayName())
}

// Index is operator.index(v): an int.
func Index(t *Thread, v Value) (Value, error) {
	if v.IsInt() {
		return v, nil
	}
	if IsIntLike(v) {
		return plainInt(v), nil
	}
	f := v.Type().Slots.Index
	if f == nil {
		return Value{}, TypeErrorf("'%s' object cannot be interpreted as an integer", v.Type().displayName())
	}
	r, err := f(t, v)
	if err != nil {
		return Value{}, err
	}
	if !IsIntLike(r) {
		return Value{}, TypeErrorf("__index__ returned non-int (type %s)", r.Type().displayName())
	}
	if r.Type() != &intType {
		if err := warnSubclass(t, "__index__ returned non-int", "int", r); err != nil {
			return Value{}, err
		}
		r = plainInt(r)
	}
	return r, nil
}

// AsSsize is v as an index of Go's int; errType is raised where it does not
// fit, or, if nil, it is clamped.
func AsSsize(t *Thread, v Value, errType *Type) (int, error) {
	if v.IsInt() {
		return int(v.AsInt64()), nil
	}
	r, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	small, big, _ := IntOf(r)
	if big == nil {
		return int(small), nil
	}
	if errType != nil {
		return 0, Errorf(errType, "cannot fit '%s' into an index-sized integer", v.Type().displayName())
	}
	if big.Sign() < 0 {
		return -1 << 63, nil
	}
	return 1<<63 - 1, nil
}

// AsSsizeArg is AsSsize as functions read an argument declared as a C
// Py_ssize_t: OverflowError where it does not fit.
func AsSsizeArg(t *Thread, v Value) (int, error) {
	i, err := AsSsize(t, v, OverflowError)
	if err != nil && IsError(err, OverflowError) {
		if _, b, ok := IntOf(v); ok && b != nil {
			return 0, OverflowErrorf("Python int too large to convert to C ssize_t")
		}
	}
	return i, err
}

// AsInt64 is v as a 64-bit int: TypeError, or OverflowError where it does not fit.
func AsInt64(t *Thread, v Value) (int64, error) {
	if v.IsInt() {
		return v.AsInt64(), nil
	}
	r, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	small, big, _ := IntOf(r)
	if big != nil {
		return 0, OverflowErrorf("Python int too large to convert to C long")
	}
	return small, nil
}

// Format is format(v, spec).
func Format(t *Thread, v Value, spec string) (string, error) {
	switch {
	case v.IsInt():
		if spec == "" {
			return strconv.FormatInt(v.AsInt64(), 10), nil
		}
		return FormatInt(t, v, spec, "int")
	case v.IsFloat():
		return FormatFloat(v.AsFloat64(), spec, "float")
	case v.Type() == &strType:
		return FormatStr(As[Str](v), spec, "str")
	}
	r, ok, err := CallSpecial(t, v, dnFormat, NewStr(spec))
	if err != nil {
		return "", err
	}
	if !ok {
		return "", TypeErrorf("Type %s doesn't define __format__", v.Type().displayName())
	}
	s, ok := AsStr(r)
	if !ok {
		return "", TypeErrorf("__format__ must return a str, not %s", r.Type().displayName())
	}
	return s.s, nil
}

// IsSurrogate says that WTF-8 text begins with a lone surrogate.
func IsSurrogate(s string) bool {
	return len(s) >= 3 && s[0] == 0xED && s[1] >= 0xA0 && s[1] < 0xC0
}

// DecodeRune is utf8.DecodeRuneInString that also reads WTF-8's surrogates.
func DecodeRune(s string) (rune, int) {
	if s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	if IsSurrogate(s) {
		return rune(s[0]&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(s)
}

// AppendRune is utf8.AppendRune that also writes lone surrogates.
func AppendRune(b []byte, r rune) []byte {
	if r >= 0xD800 && r < 0xE000 {
		return append(b, 0xED, 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	}
	return utf8.AppendRune(b, r)
}
