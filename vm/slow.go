package vm

import (
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// The instructions and cases that the loop leaves to functions.

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
			return runtime.Value{}, runtime.KeyErr(k)
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

// slowOp executes an instruction that the loop has no case for, or no fast
// one. It returns the value for R[a], or unset where there is none.
func (t *thread) slowOp(f *frame, w uint64) (runtime.Value, error) {
	op := opAt(w)
	a, b, c := f.base+code.A(w), f.base+code.B(w), f.base+code.C(w)
	r := t.stack
	none := runtime.Value{}
	switch op {
	case code.LDW, code.STW, code.DELW, code.UNSET, code.DELLOCAL, code.DELCELL, code.DELGLOBAL, code.LDNAME, code.STNAME, code.DELNAME, code.LDCLASSCELL:
		return t.nameOp(f, op, w)
	case code.DELATTR:
		return none, runtime.SetAttr(t.rt, r[a], f.u.name(f.pc-1, code.C(w)), none)
	case code.NEG:
		return t.unary(f, runtime.OpNeg, r[b])
	case code.POS:
		return t.unary(f, runtime.OpPos, r[b])
	case code.INVERT:
		return t.unary(f, runtime.OpInvert, r[b])
	case code.ITER:
		return runtime.Iter(t.rt, r[b])
	case code.UNPACK, code.UNPACKEX:
		return none, t.unpack(op, w, a, r[b])
	case code.SET, code.DICT, code.SETADD, code.DICTADD, code.LISTEXTEND, code.SETUPDATE, code.DICTUPDATE, code.DICTMERGE, code.LISTTOTUPLE:
		return t.buildOp(op, w, a, b, c)
	case code.GETSLICE:
		return t.getSlice(r[b], r[b+1], r[b+2])
	case code.DELITEM:
		return none, runtime.DelItem(t.rt, r[a], r[b])
	case code.FORMAT:
		return t.format(r[b], code.C(w), b)
	case code.JOINSTR:
		return runtime.JoinStrs(r[b : b+code.C(w)]), nil
	case code.MKFUNC:
		return t.makeFunction(f, w, a)
	case code.LDBUILDCLASS:
		if v, ok := f.fn.Builtins.GetStr(t.m.names.buildClass); ok {
			return v, nil
		}
		return none, runtime.NameErr(t.m.names.buildClass, "%s not found")
	case code.LDLOCALS:
		return f.locals, nil
	case code.SETUPANN:
		return none, t.setupAnnotations(f)
	case code.LDASSERTERR:
		return runtime.AssertionError.Value(), nil
	case code.GETYIELDITER, code.GETAWAIT, code.AITER, code.ANEXT, code.ENDASYNCFOR, code.ASYNCGENWRAP:
		return t.asyncOp(f, op, w, a, b)
	case code.EXCMATCH:
		return t.excMatch(r[b], r[c])
	case code.EGMATCH:
		return t.egMatch(b, r[c])
	case code.EGPREP:
		return t.egPrep(r[b], r[c])
	case code.WITHENTER, code.AWITHENTER:
		return t.withEnter(f, op, a, r[b])
	case code.WITHEXIT, code.AWITHEXIT:
		return t.withExit(f, r[b], b, code.C(w))
	case code.IMPORTNAME:
		return t.importName(f, f.u.name(f.pc-1, code.C(w)), r[b], r[b+1])
	case code.IMPORTFROM:
		return t.importFrom(r[b], f.u.name(f.pc-1, code.C(w)))
	case code.IMPORTSTAR:
		return none, t.importStar(f, r[a])
	case code.PRINTEXPR:
		hook, err := runtime.GetAttrS(t.rt, t.rt.Sys().Value(), "displayhook")
		if err != nil {
			return none, runtime.RuntimeErrorf("lost sys.displayhook")
		}
		_, err = runtime.Call(t.rt, hook, r[a])
		return none, err
	case code.MATCHSEQ:
		return runtime.Bool(matchesSeq(r[b])), nil
	case code.MATCHMAP:
		return runtime.Bool(r[b].Type().Has(runtime.FlagMapping)), nil
	case code.MATCHKEYS, code.MATCHCLASS, code.MAPREST:
		return t.matchOp(op, r[b], c)
	case code.GETLEN:
		n, err := runtime.Len(t.rt, r[b])
		return runtime.Int(int64(n)), err
	}
	return none, runtime.SystemErrorf("unknown opcode %d", op)
}

func (t *thread) unpack(op code.Op, w uint64, a int, v runtime.Value) error {
	if op == code.UNPACK {
		n := code.C(w)
		var buf [8]runtime.Value
		out := buf[:]
		if n > len(buf) {
			out = make([]runtime.Value, n)
		}
		if err := runtime.UnpackSequence(t.rt, v, out[:n]); err != nil {
			return err
		}
		copy(t.stack[a:a+n], out)
		return nil
	}
	before, after := code.C(w)&255, code.C(w)>>8
	out := make([]runtime.Value, before+1+after)
	if err := runtime.UnpackEx(t.rt, v, before, after, out); err != nil {
		return err
	}
	copy(t.stack[a:], out)
	return nil
}

func (t *thread) buildOp(op code.Op, w uint64, a, b, c int) (runtime.Value, error) {
	r := t.stack
	none := runtime.Value{}
	switch op {
	case code.SET:
		s := runtime.NewSet()
		for _, x := range append([]runtime.Value(nil), r[b:b+code.C(w)]...) {
			if err := s.Add(t.rt, x); err != nil {
				return none, err
			}
		}
		return s.Value(), nil
	case code.DICT:
		n := code.C(w)
		d := runtime.NewDictSize(n)
		for i := range n {
			if err := d.Set(t.rt, r[b+2*i], r[b+2*i+1]); err != nil {
				return none, err
			}
			r = t.stack
		}
		return d.Value(), nil
	case code.SETADD:
		return none, runtime.As[runtime.Set](r[a]).Add(t.rt, r[b])
	case code.DICTADD:
		return none, runtime.As[runtime.Dict](r[a]).Set(t.rt, r[b], r[c])
	case code.LISTEXTEND:
		return none, t.listExtend(r[a], r[b])
	case code.SETUPDATE:
		return none, runtime.As[runtime.Set](r[a]).UpdateFrom(t.rt, r[b])
	case code.DICTUPDATE:
		err := runtime.DictUpdate(t.rt, runtime.As[runtime.Dict](r[a]), r[b])
		if err != nil && runtime.IsError(err, runtime.AttributeError) {
			err = runtime.TypeErrorf("'%s' object is not a mapping", t.stack[b].Type().Name)
		}
		return none, err
	case code.DICTMERGE:
		return none, runtime.DictMerge(t.rt, runtime.As[runtime.Dict](r[a]), r[b], r[c])
	}
	items, err := runtime.ToSlice(t.rt, r[b])
	if err != nil {
		return none, err
	}
	return runtime.NewTuple(items), nil
}

func (t *thread) listExtend(l, v runtime.Value) error {
	if v.Type().Slots.Iter == nil && v.Type().Slots.GetItem == nil {
		return runtime.TypeErrorf("Value after * must be an iterable, not %s", v.Type().Name)
	}
	return runtime.ListExtend(t.rt, runtime.As[runtime.List](l), v)
}

// getSlice is x[lo:hi].
func (t *thread) getSlice(x, lo, hi runtime.Value) (runtime.Value, error) {
	if v, ok := runtime.SliceOf(x, lo, hi); ok {
		return v, nil
	}
	return runtime.GetItem(t.rt, x, runtime.NewSlice(lo, hi, runtime.None))
}

// format is one field of an f-string.
func (t *thread) format(v runtime.Value, how, b int) (runtime.Value, error) {
	var err error
	switch how & 3 {
	case 1:
		v, err = runtime.ToStr(t.rt, v)
	case 2:
		v, err = runtime.Repr(t.rt, v)
	case 3:
		v, err = t.m.builtin("ascii", v)
	}
	if err != nil {
		return v, err
	}
	if how&4 == 0 {
		if v.IsExactly(runtime.StrType) {
			return v, nil
		}
		if v.IsInt() {
			return runtime.ToStr(t.rt, v)
		}
		s, err := runtime.Format(t.rt, v, "")
		return runtime.NewStr(s), err
	}
	spec, _ := runtime.AsStr(t.stack[b+1])
	s, err := runtime.Format(t.rt, v, spec.String())
	return runtime.NewStr(s), err
}

// makeFunction is MKFUNC.
func (t *thread) makeFunction(f *frame, w uint64, a int) (runtime.Value, error) {
	i := code.B(w)
	if i == code.Wide && f.pc > 1 && code.OpOf(f.u.code.Insts[f.pc-2]) == code.EXT {
		i = code.BX(f.u.code.Insts[f.pc-2])
	}
	child := f.u.co.Children[i]
	caps := child.Captures
	fn := runtime.NewFunction(child, f.fn.Globals, f.fn.Builtins, f.u.module(t, f.fn.Globals), len(caps))
	for j, reg := range caps {
		fn.Closure[j] = t.stack[f.base+int(reg)]
	}
	flags := code.C(w)
	if flags == 0 {
		return fn.Value(), nil
	}
	if flags&1 != 0 {
		fn.More().Defaults = runtime.As[runtime.Tuple](t.stack[a+1]).Items()
	}
	if flags&2 != 0 {
		fn.More().KwDefs = runtime.As[runtime.Dict](t.stack[a+2])
	}
	if flags&4 != 0 {
		fn.More().Annots = t.stack[a+3]
	}
	return fn.Value(), nil
}

// module is what the globals g say the module is called, the __module__ of
// functions made here.
func (u *unit) module(t *thread, g *runtime.Dict) runtime.Value {
	if u.moduleVer == g.PeekVer() && u.moduleVer != 0 {
		return g.ValueAt(u.moduleAt)
	}
	i, ver := g.IndexStr(t.m.state, t.m.names.name)
	if i < 0 {
		return runtime.None
	}
	u.moduleAt, u.moduleVer = i, ver
	return g.ValueAt(i)
}

// excMatch is whether exception v is caught by `except cls`.
func (t *thread) excMatch(v, cls runtime.Value) (runtime.Value, error) {
	if c, ok := runtime.AsType(cls); ok && c.Has(runtime.FlagException) {
		return runtime.Bool(v.Type().IsSubtype(c)), nil
	}
	if tup, ok := runtime.AsTuple(cls); ok {
		for _, x := range tup.Items() {
			if c, ok := runtime.AsType(x); !ok || !c.Has(runtime.FlagException) {
				return runtime.Value{}, runtime.TypeErrorf("catching classes that do not inherit from BaseException is not allowed")
			}
		}
		for _, x := range tup.Items() {
			if c, _ := runtime.AsType(x); v.Type().IsSubtype(c) {
				return runtime.True, nil
			}
		}
		return runtime.False, nil
	}
	return runtime.Value{}, runtime.TypeErrorf("catching classes that do not inherit from BaseException is not allowed")
}

// egMatch splits R[b] for `except* cls`; the rest goes back to R[b], the part that matches is being handled.
func (t *thread) egMatch(b int, cls runtime.Value) (runtime.Value, error) {
	v := t.stack[b]
	if v.IsNone() {
		return runtime.None, nil
	}
	if err := t.checkStar(cls); err != nil {
		return runtime.Value{}, err
	}
	e, _ := runtime.AsException(v)
	if e.GroupItems() == nil {
		yes, err := t.excMatch(v, cls)
		if err != nil || !yes.IsTrue() {
			return runtime.None, err
		}
		g, err := runtime.Call(t.rt, runtime.ExceptionGroupFor(e).Value(), runtime.NewStr(""), runtime.TupleOf(v))
		if err != nil {
			return runtime.Value{}, err
		}
		ge, _ := runtime.AsException(g)
		ge.Tb = e.Tb
		t.stack[b] = runtime.None
		t.rt.Handled = g
		return g, nil
	}
	m, rest, err := runtime.SplitGroup(t.rt, v, cls)
	if err != nil {
		return runtime.Value{}, err
	}
	if m.IsUnset() {
		return runtime.None, nil
	}
	if rest.IsUnset() {
		rest = runtime.None
	}
	t.stack[b] = rest
	t.rt.Handled = m
	return m, nil
}

func (t *thread) checkStar(cls runtime.Value) error {
	items := []runtime.Value{cls}
	if tup, ok := runtime.AsTuple(cls); ok {
		items = tup.Items()
	}
	for _, x := range items {
		c, ok := runtime.AsType(x)
		if !ok || !c.Has(runtime.FlagException) {
			return runtime.TypeErrorf("catching classes that do not inherit from BaseException is not allowed")
		}
		if c.IsSubtype(runtime.BaseExceptionGroup) {
			return runtime.TypeErrorf("catching ExceptionGroup with except* is not allowed. Use except instead.")
		}
	}
	return nil
}

// egPrep gives the exception to raise at the end of a try with except*: from
// the original and the list of what was raised and what no clause took.
func (t *thread) egPrep(orig, list runtime.Value) (runtime.Value, error) {
	l, _ := runtime.AsList(list)
	oe, _ := runtime.AsException(orig)
	var raised, reraised []runtime.Value
	for _, x := range l.Items() {
		if x.IsNone() || x.IsUnset() {
			continue
		}
		e, ok := runtime.AsException(x)
		if !ok {
			continue
		}
		if sameSource(oe, e) {
			reraised = append(reraised, x)
		} else {
			raised = append(raised, x)
		}
	}
	if oe.GroupItems() == nil {
		// one clause at most has run
		if len(raised) > 0 {
			return raised[0], nil
		}
		if len(reraised) > 0 {
			return orig, nil
		}
		return runtime.None, nil
	}
	var proj runtime.Value
	if len(reraised) > 0 {
		var err error
		if proj, err = runtime.ProjectGroup(t.rt, orig, reraised); err != nil {
			return proj, err
		}
	}
	if len(raised) == 0 {
		if proj.IsUnset() {
			return runtime.None, nil
		}
		return proj, nil
	}
	if !proj.IsUnset() {
		raised = append(raised, proj)
	}
	if len(raised) == 1 {
		return raised[0], nil
	}
	return runtime.Call(t.rt, runtime.BaseExceptionGroup.Value(), runtime.NewStr(""), runtime.NewList(raised).Value())
}

// sameSource says that e is a part of orig: they share traceback, cause and context.
func sameSource(orig, e *runtime.Exception) bool {
	return orig == e || e.GroupItems() != nil && orig.GroupItems() != nil && orig.Tb == e.Tb && runtime.Is(orig.Cause, e.Cause) && runtime.Is(orig.Context, e.Context)
}

// withEnter is WITHENTER and AWITHENTER: R[a] = bound exit, R[a+1] = enter().
// Methods in Python get a frame; those of builtin types are called without
// bound methods (with lock: 0.28 to 0.15 us).
func (t *thread) withEnter(f *frame, op code.Op, a int, v runtime.Value) (runtime.Value, error) {
	enter, exit, proto := t.m.names.enter, t.m.names.exit, "context manager"
	if op == code.AWITHENTER {
		enter, exit, proto = t.m.names.aenter, t.m.names.aexit, "asynchronous context manager"
	}
	none := runtime.Value{}
	en1, _ := v.Type().LookupWhere(t.rt, enter)
	ex1, _ := v.Type().LookupWhere(t.rt, exit)
	switch {
	case en1.IsUnset() || ex1.IsUnset():
	case en1.IsExactly(runtime.FunctionType) && ex1.IsExactly(runtime.FunctionType):
		t.stack[a] = runtime.NewMethod(ex1, v)
		r, err := t.callOn(f, runtime.As[runtime.Function](en1), kEnter, v)
		if err == nil && t.cur == f {
			t.stack[a+1] = r // a generator or coroutine
		}
		return none, err
	case en1.IsExactly(runtime.MethodDescrType) && ex1.IsExactly(runtime.MethodDescrType):
		n := runtime.As[runtime.Native](en1)
		t.stack[a], t.stack[a+1] = runtime.NewMethod(ex1, v), v
		t.mayPark = n.Def.Waits && t.runs == 1
		r, err := runtime.CallNative(t.rt, n, t.stack[a+1:a+2:a+2], nil)
		t.mayPark = false
		if err == nil {
			t.stack[a+1] = r
		}
		return none, err
	}
	en, ok, err := runtime.LookupSpecial(t.rt, v, enter)
	if err != nil {
		return none, err
	}
	if !ok {
		return none, runtime.TypeErrorf("'%s' object does not support the %s protocol", v.Type().Name, proto)
	}
	ex, ok, err := runtime.LookupSpecial(t.rt, v, exit)
	if err != nil {
		return none, err
	}
	if !ok {
		return none, runtime.TypeErrorf("'%s' object does not support the %s protocol (missed %s method)", v.Type().Name, proto, exit)
	}
	t.stack[a] = ex
	r, err := runtime.Call(t.rt, en)
	if err != nil {
		return none, err
	}
	t.stack[a+1] = r
	return none, nil
}

func (t *thread) withExit(f *frame, exit runtime.Value, b, how int) (runtime.Value, error) {
	args := [4]runtime.Value{{}, runtime.None, runtime.None, runtime.None}
	if how != 0 {
		e, _ := runtime.AsException(t.stack[b+1])
		args[1], args[2], args[3] = e.Type().Value(), e.Value(), runtime.TbValue(e.Tb)
	}
	if exit.IsExactly(runtime.MethodType) {
		if m := runtime.As[runtime.BoundMethod](exit); m.Func.IsExactly(runtime.FunctionType) {
			args[0] = m.Self
			return t.callOn(f, runtime.As[runtime.Function](m.Func), kCall, args[:]...)
		}
	}
	return runtime.CallArgs(t.rt, exit, args[1:], nil)
}

// asyncOp is what await, async for and yield from need besides YIELDFROM.
func (t *thread) asyncOp(f *frame, op code.Op, w uint64, a, b int) (runtime.Value, error) {
	none := runtime.Value{}
	v := t.stack[b]
	switch op {
	case code.GETYIELDITER:
		t.stack[a+1] = none
		if v.IsExactly(runtime.CoroutineType) {
			if f.u.code.Flags&(code.Coroutine|code.IterableCoroutine) == 0 {
				return none, runtime.TypeErrorf("cannot 'yield from' a coroutine object in a non-coroutine generator")
			}
			return v, nil
		}
		if v.IsExactly(runtime.GeneratorType) {
			return v, nil
		}
		return runtime.Iter(t.rt, v)
	case code.GETAWAIT:
		t.stack[a+1] = none
		return t.getAwait(v, code.C(w))
	case code.AITER:
		m, ok, err := runtime.LookupSpecial(t.rt, v, t.m.names.aiter)
		if err != nil {
			return none, err
		}
		if !ok {
			return none, runtime.TypeErrorf("'async for' requires an object with __aiter__ method, got %s", v.Type().Name)
		}
		it, err := runtime.Call(t.rt, m)
		if err != nil {
			return none, err
		}
		if _, ok := it.Type().Lookup(t.rt, t.m.names.anext); !ok {
			return none, runtime.TypeErrorf("'async for' received an object from __aiter__ that does not implement __anext__: %s", it.Type().Name)
		}
		return it, nil
	case code.ANEXT:
		m, ok, err := runtime.LookupSpecial(t.rt, v, t.m.names.anext)
		if err != nil {
			return none, err
		}
		if !ok {
			return none, runtime.TypeErrorf("'async for' requires an iterator with __anext__ method, got %s", v.Type().Name)
		}
		return runtime.Call(t.rt, m)
	case code.ENDASYNCFOR:
		e, _ := runtime.AsException(t.stack[a])
		if runtime.IsError(e, runtime.StopAsyncIteration) {
			return none, nil
		}
		return none, e
	}
	return runtime.NewAsyncYield(v), nil
}

// getAwait gives the iterator of `await v`; how says where: 0 await, 1 and 2
// the results of __aenter__ and __aexit__.
func (t *thread) getAwait(v runtime.Value, how int) (runtime.Value, error) {
	if v.IsExactly(runtime.CoroutineType) {
		g := runtime.As[runtime.Generator](v)
		if g.Delegating && !g.Running && !g.Done {
			return v, runtime.RuntimeErrorf("coroutine is being awaited already")
		}
		return v, nil
	}
	if g, ok := runtime.Cast[runtime.Generator](v, runtime.GeneratorType); ok && g.Func.Code.Code().Flags&code.IterableCoroutine != 0 {
		return v, nil
	}
	m, ok, err := runtime.LookupSpecial(t.rt, v, t.m.names.await)
	if err != nil {
		return v, err
	}
	if !ok {
		switch how {
		case 1, 2:
			return v, runtime.TypeErrorf("'async with' received an object from %s that does not implement __await__: %s", [3]string{"", "__aenter__", "__aexit__"}[how], v.Type().Name)
		case 3:
			return v, runtime.TypeErrorf("'async for' received an invalid object from __anext__: %s", v.Type().Name)
		}
		return v, runtime.TypeErrorf("object %s can't be used in 'await' expression", v.Type().Name)
	}
	it, err := runtime.Call(t.rt, m)
	if err != nil {
		return v, err
	}
	if it.IsExactly(runtime.CoroutineType) {
		return v, runtime.TypeErrorf("__await__() returned a coroutine")
	}
	if it.Type().Slots.Next == nil {
		return v, runtime.TypeErrorf("__await__() returned non-iterator of type '%s'", it.Type().Name)
	}
	return it, nil
}

func matchesSeq(v runtime.Value) bool {
	return v.Type().Has(runtime.FlagSequence)
}

// matchOp is MATCHKEYS, MATCHCLASS and MAPREST.
func (t *thread) matchOp(op code.Op, v runtime.Value, c int) (runtime.Value, error) {
	switch op {
	case code.MATCHKEYS:
		return t.matchKeys(v, t.stack[c])
	case code.MATCHCLASS:
		return t.matchClass(v, t.stack[c], t.stack[c+1], t.stack[c+2])
	}
	d := runtime.NewDict()
	if err := runtime.DictUpdate(t.rt, d, v); err != nil {
		return v, err
	}
	for _, k := range runtime.As[runtime.Tuple](t.stack[c]).Items() {
		if _, _, err := d.Delete(t.rt, k); err != nil {
			return v, err
		}
	}
	return d.Value(), nil
}

func (t *thread) matchKeys(v, keys runtime.Value) (runtime.Value, error) {
	ks := runtime.As[runtime.Tuple](keys).Items()
	seen := runtime.NewDict()
	out := make([]runtime.Value, len(ks))
	get, err := runtime.GetAttrS(t.rt, v, "get")
	if err != nil {
		return v, err
	}
	missing := runtime.NewCell(runtime.None).Value()
	for i, k := range ks {
		if _, dup, err := seen.Get(t.rt, k); err != nil {
			return v, err
		} else if dup {
			return v, runtime.ValueErrorf("mapping pattern checks duplicate key (%s)", mustRepr(t.rt, k))
		}
		if err := seen.Set(t.rt, k, runtime.None); err != nil {
			return v, err
		}
		x, err := runtime.Call(t.rt, get, k, missing)
		if err != nil {
			return v, err
		}
		if runtime.Is(x, missing) {
			return runtime.None, nil
		}
		out[i] = x
	}
	return runtime.NewTuple(out), nil
}

// matchClass is a class pattern: the attributes for its sub-patterns, or None.
func (t *thread) matchClass(v, cls, npos, names runtime.Value) (runtime.Value, error) {
	c, ok := runtime.AsType(cls)
	if !ok {
		return v, runtime.TypeErrorf("called match pattern must be a type")
	}
	yes, err := runtime.IsInstance(t.rt, v, cls)
	if err != nil || !yes {
		return runtime.None, err
	}
	n := int(npos.AsInt64())
	var out []runtime.Value
	seen := map[string]bool{}
	add := func(name *runtime.Str) (bool, error) {
		if seen[name.String()] {
			return false, runtime.TypeErrorf("%s() got multiple sub-patterns for attribute '%s'", c.Name, name)
		}
		seen[name.String()] = true
		x, ok, err := runtime.LookupAttr(t.rt, v, name)
		if err != nil || !ok {
			return false, err
		}
		out = append(out, x)
		return true, nil
	}
	if n > 0 {
		args, self, err := t.matchArgs(c, cls, n)
		if err != nil {
			return v, err
		}
		if self {
			out = append(out, v)
		} else {
			for i := range n {
				s, isStr := runtime.AsStr(args[i])
				if !isStr {
					return v, runtime.TypeErrorf("__match_args__ elements must be strings (got %s)", args[i].Type().Name)
				}
				if ok, err := add(s); !ok {
					return runtime.None, err
				}
			}
		}
	}
	for _, x := range runtime.As[runtime.Tuple](names).Items() {
		if ok, err := add(runtime.As[runtime.Str](x)); !ok {
			return runtime.None, err
		}
	}
	return runtime.NewTuple(out), nil
}

// matchArgs gives the attribute names for n positional sub-patterns; self says
// that the one positional sub-pattern matches the subject itself.
func (t *thread) matchArgs(c *runtime.Type, cls runtime.Value, n int) (args []runtime.Value, self bool, err error) {
	ma, ok, err := runtime.LookupAttr(t.rt, cls, t.m.names.matchArgs)
	if err != nil {
		return nil, false, err
	}
	allowed := 0
	if ok {
		tup, isTuple := runtime.AsTuple(ma)
		if !isTuple {
			return nil, false, runtime.TypeErrorf("%s.__match_args__ must be a tuple (got %s)", c.Name, ma.Type().Name)
		}
		args, allowed = tup.Items(), tup.Len()
	} else if c.Has(runtime.FlagMatchSelf) {
		self, allowed = true, 1
	}
	if n > allowed {
		return nil, false, runtime.TypeErrorf("%s() accepts %d positional sub-pattern%s (%d given)", c.Name, allowed, plural(allowed), n)
	}
	return args, self, nil
}
