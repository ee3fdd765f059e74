package runtime

import "unicode/utf8"

// The builtin functions about text.

func builtinChr(t *Thread, args []Value) (Value, error) {
	v, err := Index(t, args[0])
	if err != nil {
		return Value{}, err
	}
	i, big, _ := IntOf(v)
	if big != nil || i > 1<<31-1 || i < -1<<31 {
		return Value{}, OverflowErrorf("Python int too large to convert to C int")
	}
	if i < 0 || i > utf8.MaxRune {
		return Value{}, ValueErrorf("chr() arg not in range(0x110000)")
	}
	return charStr(rune(i)), nil
}

func builtinOrd(t *Thread, args []Value) (Value, error) {
	n := 0
	if s, ok := AsStr(args[0]); ok {
		if n = s.Len(); n == 1 {
			r, _ := DecodeRune(s.s)
			return Int(int64(r)), nil
		}
	} else if s, ok := rawOf(args[0]); ok {
		if n = len(s); n == 1 {
			return Int(int64(s[0])), nil
		}
	} else {
		return Value{}, TypeErrorf("ord() expected string of length 1, but %s found", args[0].Type().Name)
	}
	return Value{}, TypeErrorf("ord() expected a character, but string of length %d found", n)
}

func builtinASCII(t *Thread, args []Value) (Value, error) {
	s, err := ASCIIRepr(t, args[0])
	return NewStr(s), err
}

func builtinRepr(t *Thread, args []Value) (Value, error) { return Repr(t, args[0]) }

func builtinFormat(t *Thread, args []Value) (Value, error) {
	spec := ""
	if !args[1].IsUnset() {
		s, ok := AsStr(args[1])
		if !ok {
			return Value{}, TypeErrorf("format() argument 2 must be str, not %s", typeNameOf(args[1]))
		}
		spec = s.s
	}
	if spec == "" && args[0].Type() == &strType {
		return args[0], nil
	}
	s, err := Format(t, args[0], spec)
	return NewStr(s), err
}

func init() {
	DefineBuiltins([]Method{
		{Name: "chr", Sig: "i, /", Fn: builtinChr, Doc: "The string of one character with code point i, 0 <= i <= 0x10ffff."},
		{Name: "ord", Sig: "c, /", Fn: builtinOrd, Doc: "The code point of a string of one character."},
		{Name: "ascii", Sig: "obj, /", Fn: builtinASCII, Doc: "repr(obj) with all but ASCII escaped."},
		{Name: "repr", Sig: "obj, /", Fn: builtinRepr, Doc: "The canonical text of an object."},
		{Name: "format", Sig: "value, format_spec=?, /", Fn: builtinFormat, Doc: "type(value).__format__(value, format_spec)."},
	})
}
