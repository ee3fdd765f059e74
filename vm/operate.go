package vm

import (
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// Operators, comparisons and items, where the loop cannot finish them inline.

// binOps gives the operator of ADD ... XOR and of IADD ... IXOR.
var binOps = [...]runtime.BinOp{runtime.OpAdd, runtime.OpSub, runtime.OpMul, runtime.OpDiv, runtime.OpFloorDiv, runtime.OpMod,
	runtime.OpPow, runtime.OpMatMul, runtime.OpLShift, runtime.OpRShift, runtime.OpAnd, runtime.OpOr, runtime.OpXor}

// immOps gives the operator of ADDI ... ISUBI, and whether it is in place.
var immOps = [...]runtime.BinOp{runtime.OpAdd, runtime.OpSub, runtime.OpMul, runtime.OpFloorDiv, runtime.OpMod, runtime.OpAnd,
	runtime.OpLShift, runtime.OpRShift, runtime.OpAdd, runtime.OpSub}

// opAt is the opcode of an instruction without its break mark.
func opAt(w uint64) code.Op { return code.OpOf(w) }

// binary is R[b] op R[c] where the loop had no fast case.
func (t *thread) binary(f *frame, w uint64, x, y runtime.Value) (runtime.Value, error) {
	op := opAt(w)
	if op >= code.IADD {
		bop := binOps[op-code.IADD]
		if v, ok := runtime.MixedFloat(bop, x, y); ok {
			return v, nil
		}
		if bop == runtime.OpAdd && x.IsExactly(runtime.StrType) && y.IsExactly(runtime.StrType) {
			return runtime.Concat(t.rt, runtime.As[runtime.Str](x), runtime.As[runtime.Str](y))
		}
		return t.inplace(f, bop, x, y)
	}
	bop := binOps[op-code.ADD]
	if v, ok := runtime.MixedFloat(bop, x, y); ok {
		return v, nil
	}
	if bop == runtime.OpAdd && x.IsExactly(runtime.StrType) && y.IsExactly(runtime.StrType) {
		return runtime.Concat(t.rt, runtime.As[runtime.Str](x), runtime.As[runtime.Str](y))
	}
	return t.operate(f, bop, x, y)
}

// operate is x op y by the slots of their types. Where only one method in
// Python counts, it pushes that one's frame: both are of one class, or one is
// of a class without builtin layout and the other a plain number.
func (t *thread) operate(f *frame, op runtime.BinOp, x, y runtime.Value) (runtime.Value, error) {
	xt, yt := x.Type(), y.Type()
	var m runtime.Value
	self, other := x, y
	switch {
	case (xt.Flags|yt.Flags)&runtime.FlagUserBinary == 0:
	case xt == yt || xt.Flags&runtime.FlagUserBinary != 0 && xt.Layout() == runtime.ObjectType && isNumber(y):
		m, _ = xt.LookupWhere(t.rt, runtime.BinaryName(op))
	case yt.Layout() == runtime.ObjectType && isNumber(x):
		m, _ = yt.LookupWhere(t.rt, runtime.RBinaryName(op))
		self, other = y, x
	}
	if m.IsExactly(runtime.FunctionType) {
		fn := runtime.As[runtime.Function](m)
		if u := unitOf(fn.Code); u.simple && u.nparams == 2 && !u.gen {
			return t.callOn(f, fn, kBinary, self, other)
		}
	}
	return runtime.Binary(t.rt, op, x, y)
}

// isNumber says that v is exactly an int of 64 bits, a float or a bool.
func isNumber(v runtime.Value) bool { return v.IsInt() || v.IsFloat() || v.IsBool() }

// inplace is x op= y.
func (t *thread) inplace(f *frame, op runtime.BinOp, x, y runtime.Value) (runtime.Value, error) {
	if xt := x.Type(); xt.Flags&runtime.FlagUserBinary != 0 && xt.Layout() == runtime.ObjectType {
		if m, _ := xt.LookupWhere(t.rt, runtime.IBinaryName(op)); m.IsUnset() {
			return t.operate(f, op, x, y)
		}
	}
	return runtime.Inplace(t.rt, op, x, y)
}

func (t *thread) binaryImm(f *frame, w uint64, x runtime.Value, i int64) (runtime.Value, error) {
	op := opAt(w) - code.ADDI
	if op >= code.IADDI-code.ADDI {
		return t.inplace(f, immOps[op], x, runtime.Int(i))
	}
	return t.operate(f, immOps[op], x, runtime.Int(i))
}

// operands gives the operator of the binary instruction w of f, its right
// operand and whether it is in place.
func (t *thread) operands(f *frame, w uint64) (op runtime.BinOp, y runtime.Value, inplace bool) {
	switch o := opAt(w); {
	case o >= code.ADDI:
		return immOps[o-code.ADDI], runtime.Int(imm(w)), o >= code.IADDI
	case o >= code.IADD:
		return binOps[o-code.IADD], t.stack[f.base+code.C(w)], true
	default:
		return binOps[o-code.ADD], t.stack[f.base+code.C(w)], false
	}
}

// unary is op v; it may push the frame of a method in Python.
func (t *thread) unary(f *frame, op runtime.UnOp, v runtime.Value) (runtime.Value, error) {
	if typ := v.Type(); typ.IsHeap() && typ.Layout() == runtime.ObjectType {
		if m, _ := typ.LookupWhere(t.rt, runtime.UnaryName(op)); m.IsExactly(runtime.FunctionType) {
			fn := runtime.As[runtime.Function](m)
			if u := unitOf(fn.Code); u.simple && u.nparams == 1 && !u.gen {
				return t.callOn(f, fn, kCall, v)
			}
		}
	}
	return runtime.Unary(t.rt, op, v)
}

func (t *thread) compare(f *frame, w uint64) (runtime.Value, error) {
	x, y := t.stack[f.base+code.B(w)], t.stack[f.base+code.C(w)]
	op := runtime.CmpOp(opAt(w) - code.LT)
	if xt := x.Type(); xt.Flags&runtime.FlagUserCompare != 0 && xt == y.Type() {
		if m, _ := xt.LookupWhere(t.rt, runtime.CompareName(op)); m.IsExactly(runtime.FunctionType) {
			fn := runtime.As[runtime.Function](m)
			if u := unitOf(fn.Code); u.simple && u.nparams == 2 && !u.gen {
				return t.callOn(f, fn, kCompare, x, y)
			}
		}
	}
	return runtime.Compare(t.rt, op, x, y)
}

// jumpCmp gives what a compare-and-jump compares, and whether it jumps where that is false.
func jumpCmp(op code.Op) (cmp runtime.CmpOp, immediate, negated bool) {
	switch {
	case op < code.JNLT:
		return runtime.CmpOp(op - code.JLT), false, false
	case op < code.JLTI:
		return runtime.CmpOp(op - code.JNLT), false, true
	case op < code.JNLTI:
		return runtime.CmpOp(op - code.JLTI), true, false
	}
	return runtime.CmpOp(op - code.JNLTI), true, true
}

// compareJump says whether a compare-and-jump jumps. It may push a frame.
func (t *thread) compareJump(f *frame, w uint64) (bool, error) {
	op, immediate, negated := jumpCmp(opAt(w))
	x := t.stack[f.base+code.A(w)]
	y := runtime.Int(immB(w))
	if !immediate {
		y = t.stack[f.base+code.B(w)]
	}
	if runtime.BothFloats(x, y) {
		return floatCompare(op, x.AsFloat64(), y.AsFloat64()) != negated, nil
	}
	if x.IsExactly(runtime.StrType) && y.IsExactly(runtime.StrType) {
		a, b := runtime.As[runtime.Str](x), runtime.As[runtime.Str](y)
		switch op {
		case runtime.CmpEQ:
			return (a.String() == b.String()) != negated, nil
		case runtime.CmpNE:
			return (a.String() != b.String()) != negated, nil
		}
	}
	if xt := x.Type(); xt.Flags&runtime.FlagUserCompare != 0 && xt == y.Type() {
		if m, _ := xt.LookupWhere(t.rt, runtime.CompareName(op)); m.IsExactly(runtime.FunctionType) {
			fn := runtime.As[runtime.Function](m)
			if u := unitOf(fn.Code); u.simple && u.nparams == 2 && !u.gen {
				_, err := t.callOn(f, fn, kJump, x, y)
				return false, err
			}
		}
	}
	r, err := runtime.Compare(t.rt, op, x, y)
	if err != nil {
		return false, err
	}
	yes, err := runtime.IsTrue(t.rt, r)
	return yes != negated, err
}

// slice is SLICE. x[i:j:k] and x[i:j] = y on lists are done with the
// instruction that follows, without a slice object. (In x[i:j] += y the slice
// is used twice; the result of its GETITEM lies above it.)
func (t *thread) slice(f *frame, w uint64) (runtime.Value, error) {
	r := t.stack[f.base : f.base+f.u.nregs]
	part := r[code.B(w) : code.B(w)+3]
	switch nw := f.u.insts[f.pc]; code.Op(uint16(nw)) { // one with a break mark is none of these
	case code.GETITEM:
		if code.C(nw) == code.A(w) && code.A(nw) <= code.A(w) && r[code.B(nw)].IsList() && t.scratchSlice(part) {
			f.pc++
			return runtime.ListGetSlice(t.rt, runtime.As[runtime.List](r[code.B(nw)]), t.scratch)
		}
	case code.SETITEM:
		x, y := r[code.A(nw)], r[code.C(nw)]
		if code.B(nw) == code.A(w) && x.IsList() && y.IsList() && t.scratchSlice(part) {
			f.pc++
			return runtime.Value{}, runtime.ListSetSlice(t.rt, runtime.As[runtime.List](x), t.scratch, y)
		}
	}
	return runtime.NewSlice(part[0], part[1], part[2]), nil
}

// scratchSlice makes t.scratch the slice of the three parts, if they are ints
// or None, for an operation after which nothing will see it.
func (t *thread) scratchSlice(part []runtime.Value) bool {
	for _, v := range part {
		if !v.IsInt() && !v.IsNone() {
			return false
		}
	}
	if t.scratch == nil {
		t.scratch = runtime.As[runtime.Slice](runtime.NewSlice(runtime.None, runtime.None, runtime.None))
	}
	t.scratch.Start, t.scratch.Stop, t.scratch.Step = part[0], part[1], part[2]
	return true
}

// contains is IN and NOTIN.
func (t *thread) contains(w uint64, in, x runtime.Value) (yes bool, err error) {
	if in.IsDict() {
		_, yes, err = runtime.As[runtime.Dict](in).Get(t.rt, x)
	} else {
		yes, err = runtime.Contains(t.rt, in, x)
	}
	return yes == (opAt(w) == code.IN), err
}

// getItem is x[k]; it may push the frame of a __getitem__ in Python.
func (t *thread) getItem(f *frame, x, k runtime.Value) (runtime.Value, error) {
	xt := x.Type()
	if xt == runtime.DictType {
		d := runtime.As[runtime.Dict](x)
		if k.IsExactly(runtime.StrType) {
			if v, ok := d.GetStr(runtime.As[runtime.Str](k)); ok {
				return v, nil
			}
			if !d.Mixed() {
				return runtime.Value{}, runtime.KeyErr(k)
			}
		}
	} else if xt == runtime.StrType && k.IsInt() {
		if v, ok := runtime.As[runtime.Str](x).At(int(k.AsInt64())); ok {
			return v, nil
		}
	} else if xt.Flags&runtime.FlagUserItem != 0 {
		if m, _ := xt.LookupWhere(t.rt, t.m.names.getitem); m.IsExactly(runtime.FunctionType) {
			fn := runtime.As[runtime.Function](m)
			if u := unitOf(fn.Code); u.simple && u.nparams == 2 && !u.gen {
				return t.callOn(f, fn, kCall, x, k)
			}
		}
	}
	return runtime.GetItem(t.rt, x, k)
}

func (t *thread) setItem(f *frame, x, k, v runtime.Value) error {
	xt := x.Type()
	if xt.Flags&runtime.FlagUserItem != 0 {
		if m, _ := xt.LookupWhere(t.rt, t.m.names.setitem); m.IsExactly(runtime.FunctionType) {
			fn := runtime.As[runtime.Function](m)
			if u := unitOf(fn.Code); u.simple && u.nparams == 3 && !u.gen {
				_, err := t.callOn(f, fn, kDiscard, x, k, v)
				return err
			}
		}
	}
	return runtime.SetItem(t.rt, x, k, v)
}
