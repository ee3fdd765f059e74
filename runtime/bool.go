package runtime

func boolRepr(t *Thread, v Value) (Value, error) {
	if v.bits != 0 {
		return NewStr("True"), nil
	}
	return NewStr("False"), nil
}

// boolBinary keeps &, | and ^ of two bools a bool.
func boolBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	if a.IsBool() && b.IsBool() {
		switch op {
		case OpAnd:
			return Bool(a.bits&b.bits != 0), nil
		case OpOr:
			return Bool(a.bits|b.bits != 0), nil
		case OpXor:
			return Bool(a.bits != b.bits), nil
		}
	}
	return intBinary(t, op, a, b)
}

func boolNew(t *Thread, args []Value) (Value, error) {
	b, err := IsTrue(t, args[1])
	return Bool(b), err
}

func init() {
	Define(&boolType, TypeSpec{
		Name: "bool", Base: &intType,
		Doc:    "bool(x) -> bool\n\nReturns True when the argument x is true, False otherwise.\nThe builtins True and False are the only two instances of the class bool.\nThe class bool is a subclass of the class int, and cannot be subclassed.",
		Slots:  Slots{Repr: boolRepr, Binary: boolBinary},
		BinOps: []BinOp{OpAnd, OpOr, OpXor},
		New:    Method{Sig: "x=False, /", Fn: boolNew},
		Make: func(t *Thread, args []Value) (Value, error) {
			if len(args) != 1 {
				return Value{}, nil
			}
			return boolResult(IsTrue(t, args[0]))
		},
	})
}
