package runtime

// Builtin functions about numbers and comparison: abs, bin, divmod, hash, hex,
// id, max, min, oct, pow, round, sum.

func builtinAbs(t *Thread, args []Value) (Value, error) {
	switch v := args[0]; {
	case v.IsFloat():
		return Float(absFloat(v.AsFloat64())), nil
	case v.IsInt() && v.AsInt64() >= 0:
		return v, nil
	}
	return Unary(t, OpAbs, args[0])
}

func absFloat(f float64) float64 {
	if f < 0 {
		return -f
	}
	return f + 0 // -0 to 0
}

func builtinDivmod(t *Thread, args []Value) (Value, error) {
	return Binary(t, OpDivmod, args[0], args[1])
}

// Pow is pow(a, b, mod); mod is None for the operator **.
func Pow(t *Thread, a, b, mod Value) (Value, error) {
	if mod.IsNone() {
		return Binary(t, OpPow, a, b)
	}
	tried := [3]*Type{}
	for i, v := range [3]Value{a, b, mod} {
		typ := v.Type()
		if typ.Slots.Pow3 == nil || typ == tried[0] || typ == tried[1] || i > 0 && isUserPow(typ) {
			continue
		}
		tried[i] = typ
		r, err := typ.Slots.Pow3(t, a, b, mod)
		if err != nil || !r.IsNotImplemented() {
			return r, err
		}
	}
	return Value{}, TypeErrorf("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", a.Type().Name, b.Type().Name, mod.Type().Name)
}

// isUserPow says that a class's power slot calls Python, which has three
// operands only for the first.
func isUserPow(typ *Type) bool { return typ.Has(FlagHeap) && typ.Has(FlagUserBinary) }

func builtinPow(t *Thread, args []Value) (Value, error) { return Pow(t, args[0], args[1], args[2]) }

var strRound = StaticStr("__round__")

func builtinRound(t *Thread, args []Value) (Value, error) {
	v, nd := args[0], args[1]
	if v.IsFloat() {
		return floatRound(t, args)
	}
	if v.IsInt() && (nd.IsNone() || nd.IsInt() && nd.AsInt64() >= 0) {
		return v, nil
	}
	var r Value
	var ok bool
	var err error
	if nd.IsNone() {
		r, ok, err = CallSpecial(t, v, strRound)
	} else {
		r, ok, err = CallSpecial(t, v, strRound, nd)
	}
	if err == nil && !ok {
		return Value{}, TypeErrorf("type %s doesn't define __round__ method", v.Type().Name)
	}
	return r, err
}

func prefixedBuiltin(base int) NativeFn {
	return func(t *Thread, args []Value) (Value, error) {
		i, err := Index(t, args[0])
		if err != nil {
			return Value{}, err
		}
		s, err := IntPrefixed(t, i, base)
		return NewStr(s), err
	}
}

func builtinHash(t *Thread, args []Value) (Value, error) {
	h, err := HashValue(t, args[0])
	if err != nil {
		return Value{}, err
	}
	return Int(int64(h)), nil
}

func builtinID(t *Thread, args []Value) (Value, error) { return NewUint(args[0].ID()), nil }

// A summer adds up values: ints and floats by themselves, the rest by +.
type summer struct {
	t   *Thread
	acc Value
}

func (s *summer) add(x Value) error {
	switch {
	case BothInts(s.acc, x):
		s.acc = IntAdd(s.acc.AsInt64(), x.AsInt64())
		return nil
	case s.acc.IsFloat() && x.IsFloat():
		s.acc = Float(s.acc.AsFloat64() + x.AsFloat64())
		return nil
	case s.acc.IsFloat() && x.IsInt():
		s.acc = Float(s.acc.AsFloat64() + float64(x.AsInt64()))
		return nil
	case s.acc.IsInt() && x.IsFloat():
		s.acc = Float(float64(s.acc.AsInt64()) + x.AsFloat64())
		return nil
	}
	r, err := Binary(s.t, OpAdd, s.acc, x)
	s.acc = r
	return err
}

func builtinSum(t *Thread, args []Value) (Value, error) {
	if args[0].IsUnset() {
		return Value{}, TypeErrorf("sum() takes at least 1 positional argument (0 given)")
	}
	start := args[1]
	if _, ok := AsStr(start); ok {
		return Value{}, TypeErrorf("sum() can't sum strings [use ''.join(seq) instead]")
	}
	if _, ok := AsBytes(start); ok {
		return Value{}, TypeErrorf("sum() can't sum bytes [use b''.join(seq) instead]")
	}
	if _, ok := AsBytearray(start); ok {
		return Value{}, TypeErrorf("sum() can't sum bytearray [use b''.join(seq) instead]")
	}
	s := &summer{t: t, acc: start}
	if err := Iterate(t, args[0], s.add); err != nil {
		return Value{}, err
	}
	return s.acc, nil
}

// extremum is min (op <) or max (op >).
func extremum(name string, op CmpOp) RawFn {
	return func(t *Thread, args []Value, names []*Str) (Value, error) {
		pos := args[:len(args)-len(names)]
		key, def := None, Value{}
		if len(pos) == 0 {
			return Value{}, TypeErrorf("%s expected at least 1 argument, got 0", name)
		}
		for i, n := range names {
			v := args[len(pos)+i]
			switch n.s {
			case "key":
				key = v
			case "default":
				def = v
			default:
				return Value{}, TypeErrorf("'%s' is an invalid keyword argument for %s()", n.s, name)
			}
		}
		e := extreme{t: t, op: op, key: key}
		if len(pos) > 1 {
			if !def.IsUnset() {
				return Value{}, TypeErrorf("Cannot specify a default for %s() with multiple positional arguments", name)
			}
			for _, x := range pos {
				if err := e.look(x); err != nil {
					return Value{}, err
				}
			}
			return e.best, nil
		}
		if err := Iterate(t, pos[0], e.look); err != nil {
			return Value{}, err
		}
		if e.best.IsUnset() {
			if def.IsUnset() {
				return Value{}, ValueErrorf("%s() arg is an empty sequence", name)
			}
			return def, nil
		}
		return e.best, nil
	}
}

// An extreme is the least or greatest value so far.
type extreme struct {
	t             *Thread
	op            CmpOp
	key           Value
	best, bestKey Value
}

func (e *extreme) look(x Value) error {
	k := x
	if !e.key.IsNone() {
		var err error
		if k, err = Call(e.t, e.key, x); err != nil {
			return err
		}
	}
	if e.best.IsUnset() {
		e.best, e.bestKey = x, k
		return nil
	}
	var better bool
	switch {
	case BothInts(k, e.bestKey):
		better = cmpInts(e.op, k.AsInt64(), e.bestKey.AsInt64())
	case BothFloats(k, e.bestKey):
		better = CmpFloats(e.op, k.AsFloat64(), e.bestKey.AsFloat64())
	default:
		var err error
		if better, err = CompareBool(e.t, e.op, k, e.bestKey); err != nil {
			return err
		}
	}
	if better {
		e.best, e.bestKey = x, k
	}
	return nil
}

func init() {
	DefineBuiltins([]Method{
		{Name: "abs", Sig: "x, /", Fn: builtinAbs, Doc: "Return the absolute value of the argument."},
		{Name: "bin", Sig: "number, /", Fn: prefixedBuiltin(2), Doc: "Return the binary representation of an integer.\n\n   >>> bin(2796202)\n   '0b1010101010101010101010'"},
		{Name: "divmod", Sig: "x, y, /", Fn: builtinDivmod, Doc: "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x."},
		{Name: "hash", Sig: "obj, /", Fn: builtinHash, Doc: "Return the hash value for the given object.\n\nTwo objects that compare equal must also have the same hash value, but the\nreverse is not necessarily true."},
		{Name: "hex", Sig: "number, /", Fn: prefixedBuiltin(16), Doc: "Return the hexadecimal representation of an integer.\n\n   >>> hex(12648430)\n   '0xc0ffee'"},
		{Name: "id", Sig: "obj, /", Fn: builtinID, Doc: "Return the identity of an object.\n\nThis is guaranteed to be unique among simultaneously existing objects."},
		{Name: "max", Raw: extremum("max", CmpGT), Doc: "max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its biggest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more arguments, return the largest argument."},
		{Name: "min", Raw: extremum("min", CmpLT), Doc: "min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its smallest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more arguments, return the smallest argument."},
		{Name: "oct", Sig: "number, /", Fn: prefixedBuiltin(8), Doc: "Return the octal representation of an integer.\n\n   >>> oct(342391)\n   '0o1234567'"},
		{Name: "pow", Sig: "base, exp, mod=None", Fn: builtinPow, Doc: "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.\n\nSome types, such as ints, are able to use a more efficient algorithm when\ninvoked using the three argument form."},
		{Name: "round", Sig: "number, ndigits=None", Fn: builtinRound, Doc: "Round a number to a given precision in decimal digits.\n\nThe return value is an integer if ndigits is omitted or None.  Otherwise\nthe return value has the same type as the number.  ndigits may be negative."},
		{Name: "sum", Sig: "iterable=?, /, start=0", Fn: builtinSum, Doc: "Return the sum of a 'start' value (default: 0) plus an iterable of numbers\n\nWhen the iterable is empty, return the start value.\nThis function is intended specifically for use with numeric values and may\nreject non-numeric types."},
	})
}
