package vm

import (
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// Raising and unwinding.

// raise executes RAISE: how is 0 for a bare raise, 1 for raise v, 2 with a cause.
func (t *thread) raise(v, cause runtime.Value, how int) error {
	if how == 0 {
		h := t.handled()
		if h.IsUnset() {
			return runtime.RuntimeErrorf("No active exception to reraise")
		}
		return runtime.As[runtime.Exception](h)
	}
	e, err := t.exceptionOf(v)
	if err != nil {
		return err
	}
	if how == 2 {
		var c runtime.Value
		if !cause.IsNone() {
			ce, ok := runtime.AsException(cause)
			if cls, isType := runtime.AsType(cause); isType && cls.IsSubtype(runtime.BaseExceptionType) {
				r, err := runtime.Call(t.rt, cause)
				if err != nil {
					return err
				}
				ce, ok = runtime.AsException(r)
			}
			if !ok {
				return runtime.TypeErrorf("exception causes must derive from BaseException")
			}
			c = ce.Value()
		}
		e.Cause, e.Suppress = c, true
	}
	e.SetContext(t.handled())
	return e
}

// exceptionOf makes the exception of `raise v`.
func (t *thread) exceptionOf(v runtime.Value) (*runtime.Exception, error) {
	if e, ok := runtime.AsException(v); ok {
		return e, nil
	}
	if cls, ok := runtime.AsType(v); ok && cls.IsSubtype(runtime.BaseExceptionType) {
		if v.Type() == runtime.TypeType {
			if e := runtime.QuickException(t.rt, cls, nil); e != nil {
				return e, nil
			}
		}
		r, err := runtime.Call(t.rt, v)
		if err != nil {
			return nil, err
		}
		e, ok := runtime.AsException(r)
		if !ok {
			return nil, runtime.TypeErrorf("calling %s should have returned an instance of BaseException, not %s", mustRepr(t.rt, v), mustRepr(t.rt, r.Type().Value()))
		}
		return e, nil
	}
	return nil, runtime.TypeErrorf("exceptions must derive from BaseException")
}

func mustRepr(t *runtime.Thread, v runtime.Value) string {
	s, err := runtime.ReprStr(t, v)
	if err != nil {
		return v.Type().Name
	}
	return s
}

// addTraceback notes that err passes through f, at the instruction before f.pc.
// It gives err, or what a trace function has raised instead.
func (t *thread) addTraceback(f *frame, err error) *runtime.Exception {
	e := runtime.ToException(err)
	if e.Tb == nil && e.Context.IsUnset() {
		e.SetContext(t.handled())
	}
	t.noteTraceback(f, e)
	if t.tracing {
		return t.traceException(f, e)
	}
	return e
}

// noteTraceback is addTraceback without the context.
func (t *thread) noteTraceback(f *frame, e *runtime.Exception) {
	pc := max(f.pc-1, 0)
	line := lineAt(f.u, pc)
	if f.snap == nil {
		f.notQuick()
		e.Tb = runtime.NewTracedFrame(e.Tb, f.u.co, f.fn.Globals, pc, line)
		f.snap = e.Tb.Frame
		f.snap.Impl = f
	} else {
		f.snap.Inst, f.snap.Line = pc, line
		e.Tb = runtime.NewTraceback(e.Tb, f.snap, pc, line)
	}
	t.addInlined(f, e, pc)
}

// addInlined adds the frames of comprehensions that the compiler inlined, so
// that the traceback shows what CPython's does.
func (t *thread) addInlined(f *frame, e *runtime.Exception, pc int) {
	ranges := f.u.code.InlinedComp
	if len(ranges) == 0 {
		return
	}
	tb := e.Tb
	for _, r := range ranges {
		if pc < int(r.Start) || pc >= int(r.End) {
			continue
		}
		named := *f.u.co
		named.Name, named.Impl = t.m.state.Intern(r.Name), nil
		inner := runtime.NewFrame(&named, f.fn.Globals, tb.Inst, tb.Line)
		inner.Back = tb.Frame.Value()
		inner.Impl = &deadFrame{u: f.u}
		tb.Next = runtime.NewTraceback(tb.Next, inner, tb.Inst, tb.Line)
		// The range's first instruction has the position of the whole comprehension.
		tb.Line, tb.Inst = int(r.Line), int(r.Start)
		tb.Comp = true
	}
}

// unwind looks for a handler of err from the current frame down to entry. It
// returns true with the frame and pc to go on from in t.cur; or false with
// entry gone and the error in t.unwound.
func (t *thread) unwind(entry *frame, err error) bool {
	e := runtime.ToException(err)
	for {
		f := t.cur
		if f.u.handled && !t.over {
			pc := int32(f.pc - 1)
			for i := range f.u.code.Handlers {
				h := &f.u.code.Handlers[i]
				if pc >= h.Start && pc < h.End {
					t.stack[f.base+int(h.Reg)] = e.Value()
					f.pc = int(h.Target)
					t.place(f)
					return true
				}
			}
		}
		if f == entry {
			t.unwoundEntry(f, e)
			return false
		}
		k, gen := f.kind, f.gen
		if t.tracing {
			e = t.traceUnwound(f, e)
		}
		t.finish(f)
		if gen != nil {
			e = t.genError(gen, e)
		}
		f = t.cur
		t.place(f)
		if k == kYieldFrom && runtime.IsError(e, runtime.StopIteration) {
			w := f.u.insts[f.pc-1]
			t.stack[f.base+code.A(w)] = stopValue(e)
			return true
		}
		e = t.addTraceback(f, e)
	}
}

// unwoundEntry ends a run: its entry frame goes with the exception.
func (t *thread) unwoundEntry(f *frame, e *runtime.Exception) {
	gen := f.gen
	if t.tracing {
		e = t.traceUnwound(f, e)
	}
	t.finish(f)
	if gen != nil {
		e = t.genError(gen, e)
	}
	t.unwound = e
}

// genError turns a StopIteration that leaves a generator's frame into RuntimeError.
func (t *thread) genError(g *runtime.Generator, e *runtime.Exception) *runtime.Exception {
	what := ""
	switch {
	case runtime.IsError(e, runtime.StopIteration):
		what = "StopIteration"
	case runtime.IsError(e, runtime.StopAsyncIteration) && g.Type() == runtime.AsyncGeneratorType:
		what = "StopAsyncIteration"
	default:
		return e
	}
	n := runtime.Errorf(runtime.RuntimeError, "%s raised %s", g.Kind(), what)
	n.Cause, n.Context, n.Suppress = e.Value(), e.Value(), true
	return n
}

// returnInto finishes the instruction that began the current frame, whose
// result is val.
func (t *thread) returnInto(f *frame, val runtime.Value) error {
	k, aux := f.kind, f.aux
	t.finish(f)
	p := t.cur
	t.place(p)
	w := p.u.insts[p.pc-1]
	switch k {
	case kCall:
		t.stack[p.base+code.A(w)] = val
	case kEnter:
		t.stack[p.base+code.A(w)+1] = val
	case kInit:
		if !val.IsNone() {
			return runtime.TypeErrorf("__init__() should return None, not '%s'", val.Type().Name)
		}
		t.stack[p.base+code.A(w)] = aux
	case kDiscard:
	case kBinary:
		if val.IsNotImplemented() {
			op, y, inplace := t.operands(p, w)
			return runtime.BinaryTypeError(op, t.stack[p.base+code.B(w)], y, inplace)
		}
		t.stack[p.base+code.A(w)] = val
	case kCompare:
		if val.IsNotImplemented() {
			x, y := t.stack[p.base+code.B(w)], t.stack[p.base+code.C(w)]
			var err error
			if val, err = runtime.CompareReflected(t.rt, runtime.CmpOp(opAt(w)-code.LT), x, y); err != nil {
				return err
			}
		}
		t.stack[p.base+code.A(w)] = val
	case kJump:
		return t.jumpBy(p, w, val)
	case kNext:
		if aux.IsUnset() {
			if val.IsNone() {
				return runtime.NewException(runtime.StopIteration)
			}
			return runtime.NewException(runtime.StopIteration, val)
		}
		t.stack[p.base+code.A(w)] = aux
	case kIter, kIter2:
		disp := off(w)
		if code.C(w) == code.Wide && p.pc > 1 && code.OpOf(p.u.code.Insts[p.pc-2]) == code.EXT {
			disp = code.SBX(p.u.code.Insts[p.pc-2])
		}
		p.pc += disp
		t.place(p)
	case kYieldFrom:
		t.stack[p.base+code.A(w)] = val
	}
	return nil
}

// jumpBy finishes a compare-and-jump of p by the result of its method.
func (t *thread) jumpBy(p *frame, w uint64, val runtime.Value) error {
	op, immediate, negated := jumpCmp(opAt(w))
	if val.IsNotImplemented() {
		y := runtime.Int(immB(w))
		if !immediate {
			y = t.stack[p.base+code.B(w)]
		}
		var err error
		if val, err = runtime.CompareReflected(t.rt, op, t.stack[p.base+code.A(w)], y); err != nil {
			return err
		}
	}
	yes, err := runtime.IsTrue(t.rt, val)
	if err != nil {
		return err
	}
	if yes != negated {
		t.account(p)
		p.pc += off(w)
		t.place(p)
	}
	return nil
}

// unbound is the error of reading local variable r before it is set.
func (t *thread) unbound(u *unit, r int, free bool) error {
	if free {
		return t.unboundFree(u.co.VarNames[r])
	}
	return runtime.UnboundErr(u.co.VarNames[r])
}

// unboundFree is the error of a variable of an enclosing function.
func (t *thread) unboundFree(name *runtime.Str) error {
	return runtime.NameErr(name, "cannot access free variable '%s' where it is not associated with a value in enclosing scope")
}

// emptyCell is the error of reading an empty cell; free says that a
// comprehension does, which has the function's own cells as its own.
func (t *thread) emptyCell(u *unit, r int, free bool) error {
	c := u.code
	if u.nfree > 0 && r >= c.FreeBase && r < c.FreeBase+u.nfree {
		return t.unboundFree(t.m.state.Intern(c.FreeVars[r-c.FreeBase]))
	}
	for i, cr := range c.CellRegs {
		if int(cr) == r {
			name := t.m.state.Intern(c.CellVars[i])
			if free {
				return t.unboundFree(name)
			}
			return runtime.UnboundErr(name)
		}
	}
	return runtime.UnboundErr(u.co.VarNames[r])
}
