package runtime

import (
	"strconv"
	"unicode/utf8"
)

// Arithmetic, conversion to integers, format(); runes of text.

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
		return FormatFloat(t, v.AsFloat64(), spec, "float")
	case v.Type() == &strType:
		return FormatStr(t, As[Str](v), spec, "str")
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
