package vm

import (
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// The instructions that the loop leaves to functions, those of operators,
// exceptions and match statements aside.

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
		return runtime.JoinStrs(t.rt, r[b:b+code.C(w)])
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
