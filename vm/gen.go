package vm

import (
	"cmp"
	"slices"

	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// Generators, coroutines and asynchronous generators: a frame's registers,
// kept in the object while it does not run.

// newGenerator makes the generator of a call whose parameters are at stack[base:].
func (t *thread) newGenerator(u *unit, fn *runtime.Function, base int) runtime.Value {
	g := runtime.NewGenerator(fn, u.kept)
	g.Live = uint16(u.nlocals)
	copy(g.Regs, t.stack[base:base+u.nparams])
	if u.nfree > 0 {
		copy(g.Regs[u.free:], fn.Closure)
	}
	if u.nfar > 0 {
		g.More().Far = make([]runtime.Value, u.nfar)
	}
	if u.handled && g.Type() != runtime.AsyncGeneratorType {
		t.m.state.WatchGenerator(g)
	}
	if g.IsCoroutine() && t.m.originDepth > 0 {
		g.More().Origin = t.origin()
	}
	return g.Value()
}

// dropped says that nobody wants the result of the call that f is in.
func dropped(f *frame) bool {
	marks := f.u.code.Marks
	i, _ := slices.BinarySearchFunc(marks, int32(f.pc), func(m code.Mark, pc int32) int { return cmp.Compare(m.PC, pc) })
	for ; i < len(marks) && int(marks[i].PC) == f.pc; i++ {
		if marks[i].Line == code.Dropped {
			return true
		}
	}
	return false
}

// warnUnawaited warns of a coroutine that is thrown away where it is made. One
// that is lost later goes unnoticed: to watch each would make it several times
// dearer (150 ns a call and await without, over 1 us with a Go finalizer).
func (t *thread) warnUnawaited(g runtime.Value) {
	mod, err := t.m.importModule(t, "warnings")
	if err == nil {
		_, err = runtime.CallMethod(t.rt, mod, "_warn_unawaited_coroutine", g)
	}
	if err != nil {
		t.m.Unraisable(t.rt, err, "in", g)
	}
}

// resumeInto makes g's frame the current one, to go on with sent as the value
// of its yield.
func (t *thread) resumeInto(g *runtime.Generator, sent runtime.Value, k kind) error {
	u := (*unit)(g.Func.Unit)
	if u == nil {
		u = unitOf(g.Code())
	}
	base := t.top()
	f := t.cur.next
	if f != nil && base+u.nregs <= len(t.stack) {
		f.u, f.fn, f.base, f.kind = u, g.Func, base, k
		t.cur = f
	} else {
		var err error
		if f, err = t.push(u, g.Func, base, u.nregs, k); err != nil {
			return err
		}
	}
	if t.tracing {
		if p := f.prev; p != t.root {
			t.account(p)
			t.left = min(t.left, 0) // its first instruction is traced too
			t.place(p)
		}
	}
	regs := t.stack[base : base+u.nregs]
	for i, v := range g.Regs[:g.Live] {
		regs[i] = v
	}
	f.pc = int(g.PC)
	f.gen = g
	if !t.rt.Handled.IsUnset() || !g.Handled.IsUnset() {
		if f.outer = t.rt.Handled; !f.outer.IsUnset() {
			t.outers++
		}
		t.rt.Handled = g.Handled
	}
	g.Running = true
	if g.Rare != nil {
		f.far = g.Rare.Far
		if g.Rare.Snap != nil {
			f.snap, g.Rare.Snap = g.Rare.Snap, nil
			f.snap.Impl = f
		}
	}
	if !g.Started {
		g.Started = true
		return nil
	}
	if sent.IsUnset() {
		return nil
	}
	if g.Delegating {
		regs[code.B(u.insts[f.pc])+1] = sent
	} else {
		regs[code.A(u.insts[f.pc-1])] = sent
	}
	return nil
}

// suspend puts the current generator frame f, which yields val, back into its
// object; f.pc says where it goes on: after a YIELD, or at a YIELDFROM.
func (t *thread) suspend(f *frame, val runtime.Value) {
	if t.tracing {
		t.traceReturn(f, val)
	}
	g, u := f.gen, f.u
	g.PC = int32(f.pc)
	w := uint64(0)
	if f.pc > 0 {
		w = u.insts[f.pc-1]
	}
	g.Delegating = !isYield(w)
	if g.Delegating {
		w = u.insts[f.pc]
	}
	n := code.C(w)
	if n < int(g.Live) {
		clear(g.Regs[n:g.Live])
	}
	g.Live = uint16(n)
	kept := g.Regs[:n]
	regs := t.stack[f.base : f.base+n]
	for i, v := range regs {
		kept[i] = v
	}
	g.Running = false
	if !t.rt.Handled.IsUnset() || !f.outer.IsUnset() || !g.Handled.IsUnset() {
		g.Handled = t.rt.Handled
		t.takeOuter(f)
	}
	if f.snap != nil {
		f.snap.Inst, f.snap.Line = f.pc, lineAt(u, max(f.pc-1, 0))
		f.snap.Impl = g
		g.More().Snap, f.snap = f.snap, nil
	}
	if !f.aux.IsUnset() {
		f.aux = runtime.Value{}
	}
	f.gen, f.far = nil, nil
	t.cur = f.prev
}

func isYield(w uint64) bool { return code.OpOf(w) == code.YIELD }

// takeOuter makes the exception handled outside generator frame f the handled one.
func (t *thread) takeOuter(f *frame) {
	t.rt.Handled = f.outer
	if !f.outer.IsUnset() {
		f.outer = runtime.Value{}
		t.outers--
	}
}

// finish ends the current frame f, whose result or exception is on its way:
// a generator is done then.
func (t *thread) finish(f *frame) {
	if g := f.gen; g != nil {
		g.Done, g.Running = true, false
		g.Regs = nil
		g.Handled = runtime.Value{}
		t.takeOuter(f)
	}
	t.pop()
}

// yieldFrom executes YIELDFROM: done with the result, or a value to yield on.
// Over a generator it pushes that one's frame instead.
func (t *thread) yieldFrom(f *frame, w uint64) (v runtime.Value, done bool, err error) {
	t.account(f)
	b := f.base + code.B(w)
	it, sent := t.stack[b], t.stack[b+1]
	t.stack[b+1] = runtime.Value{}
	if sent.IsUnset() {
		sent = runtime.None
	}
	if it.IsExactly(runtime.GeneratorType) || it.IsExactly(runtime.CoroutineType) {
		g := runtime.As[runtime.Generator](it)
		if g.Running {
			return v, false, runtime.ValueErrorf("%s already executing", g.Kind())
		}
		if g.Done {
			if it.IsExactly(runtime.CoroutineType) {
				return v, false, runtime.RuntimeErrorf("cannot reuse already awaited coroutine")
			}
			return runtime.None, true, nil
		}
		if !g.Started && !sent.IsNone() {
			return v, false, runtime.TypeErrorf("can't send non-None value to a just-started %s", g.Kind())
		}
		return v, false, t.resumeInto(g, sent, kYieldFrom)
	}
	t.rt.StopValue = runtime.Value{}
	if sent.IsNone() && it.Type().Slots.Next != nil {
		v, err = runtime.Next(t.rt, it)
	} else {
		v, err = runtime.CallMethod(t.rt, it, "send", sent)
	}
	return t.stepResult(v, err)
}

// stepResult reads the outcome of one step of an iterator that may return a value.
func (t *thread) stepResult(v runtime.Value, err error) (runtime.Value, bool, error) {
	if err != nil {
		if runtime.IsError(err, runtime.StopIteration) {
			return stopValue(runtime.ToException(err)), true, nil
		}
		return v, false, err
	}
	if v.IsUnset() {
		r := t.rt.StopValue
		t.rt.StopValue = runtime.Value{}
		if r.IsUnset() {
			r = runtime.None
		}
		return r, true, nil
	}
	return v, false, nil
}

func stopValue(e *runtime.Exception) runtime.Value {
	if len(e.Extra) > 0 && !e.Extra[0].IsUnset() {
		return e.Extra[0]
	}
	return runtime.None
}

// Resume implements runtime.Host.
func (m *Machine) Resume(rt *runtime.Thread, g *runtime.Generator, send runtime.Value, exc *runtime.Exception) (runtime.Value, bool, error) {
	t := implOf(rt)
	if g.Running {
		return runtime.Value{}, false, runtime.ValueErrorf("%s already executing", g.Kind())
	}
	if g.Done {
		if exc != nil {
			return runtime.Value{}, false, exc
		}
		return runtime.None, true, nil
	}
	if err := rt.Enter(""); err != nil {
		return runtime.Value{}, false, err
	}
	if exc == nil {
		err := t.resumeInto(g, send, kEntry)
		if err != nil {
			rt.Leave()
			return runtime.Value{}, false, err
		}
		t.yielded = false
		t.enterRun(t.cur)
		v, err := t.begin(t.cur)
		rt.Leave()
		done := !t.yielded
		t.yielded = false
		return v, done, err
	}
	defer rt.Leave()
	if exc != nil && g.Delegating {
		v, yielded, handled, err := t.throwInto(g, exc)
		switch {
		case err != nil:
			exc = runtime.ToException(err)
		case yielded:
			return v, false, nil
		case handled:
			g.PC++
			g.Delegating = false
			exc = nil
			send = v // to the register that the YIELDFROM before PC names
		}
	}
	fresh := !g.Started
	if err := t.resumeInto(g, send, kEntry); err != nil {
		return runtime.Value{}, false, err
	}
	t.yielded = false
	var v runtime.Value
	var err error
	if exc != nil {
		v, err = t.runRaising(exc, fresh)
	} else {
		v, err = t.run()
	}
	yielded := t.yielded
	t.yielded = false
	if err != nil {
		return runtime.Value{}, false, err
	}
	return v, !yielded, nil
}

// Drive implements runtime.Host.
func (m *Machine) Drive(rt *runtime.Thread, g *runtime.Generator, f func(v runtime.Value) error) error {
	t := implOf(rt)
	if g.Done {
		return nil
	}
	if t.tracing {
		return m.driveTraced(rt, g, f)
	}
	if err := rt.Enter(""); err != nil {
		return err
	}
	defer rt.Leave()
	if err := t.resumeInto(g, runtime.None, kDrive); err != nil {
		return err
	}
	t.drivers = append(t.drivers, f)
	defer func() { t.drivers = t.drivers[:len(t.drivers)-1] }()
	_, err := t.run()
	return err
}

// driveTraced is Drive while tracing: each step is a call and a return.
func (m *Machine) driveTraced(rt *runtime.Thread, g *runtime.Generator, f func(v runtime.Value) error) error {
	for {
		v, done, err := m.Resume(rt, g, runtime.None, nil)
		if done || err != nil {
			return err
		}
		if err := f(v); err != nil {
			return err
		}
	}
}

// throwInto passes an exception to what g delegates to. Either that yields a
// value, or it returns one (handled), or exc itself is to be raised in g.
func (t *thread) throwInto(g *runtime.Generator, exc *runtime.Exception) (v runtime.Value, yielded, handled bool, err error) {
	w := unitOf(g.Code()).code.Insts[g.PC]
	sub := g.Regs[code.B(w)]
	g.Running = true
	defer func() { g.Running = false }()
	if g.Rare != nil && g.Rare.Thrown != nil {
		thrown := g.Rare.Thrown
		g.Rare.Thrown = nil
		return t.throwCall(thrown[0], thrown[1:])
	}
	if runtime.IsError(exc, runtime.GeneratorExit) {
		if sub.IsExactly(runtime.GeneratorType) || sub.IsExactly(runtime.CoroutineType) {
			sg := runtime.As[runtime.Generator](sub)
			if err := runtime.GenClose(t.rt, sg); err != nil {
				return v, false, false, err
			}
			return v, false, false, exc
		}
		c, ok, err := runtime.LookupAttr(t.rt, sub, t.m.state.Intern("close"))
		if err != nil {
			return v, false, false, err
		}
		if ok {
			if _, err := runtime.Call(t.rt, c); err != nil {
				return v, false, false, err
			}
		}
		return v, false, false, exc
	}
	m, ok, err := runtime.LookupAttr(t.rt, sub, t.m.state.Intern("throw"))
	if err != nil {
		return v, false, false, err
	}
	if !ok {
		return v, false, false, exc
	}
	return t.throwCall(m, []runtime.Value{exc.Value()})
}

// throwCall calls the throw method of what a generator delegates to.
func (t *thread) throwCall(m runtime.Value, args []runtime.Value) (v runtime.Value, yielded, handled bool, err error) {
	t.rt.StopValue = runtime.Value{}
	v, err = runtime.CallArgs(t.rt, m, args, nil)
	if err != nil {
		if runtime.IsError(err, runtime.StopIteration) {
			return stopValue(runtime.ToException(err)), false, true, nil
		}
		return v, false, false, err
	}
	return v, true, false, nil
}

// runRaising runs the current frame from an exception raised where it stands.
func (t *thread) runRaising(exc *runtime.Exception, fresh bool) (runtime.Value, error) {
	entry := t.cur
	t.enterRun(entry)
	exc.SetContext(t.rt.Handled)
	if entry.gen != nil && entry.gen.Delegating {
		entry.pc++
	}
	if !fresh {
		t.noteTraceback(entry, exc)
		if t.unwind(entry, exc) {
			return t.begin(entry)
		}
	} else {
		entry.pc = 1
		t.noteTraceback(entry, exc)
		t.unwoundEntry(entry, exc)
	}
	err := t.unwound
	t.unwound = nil
	t.leaveRun()
	return runtime.Value{}, err
}

// next2 takes a step of iterator it for the FORITER2 w of f; its registers are
// written only if there was an item.
func (t *thread) next2(f *frame, it runtime.Value, w uint64) (ok bool, err error) {
	var x, y runtime.Value
	switch it.Type() {
	case runtime.ListIterType:
		if x, ok = runtime.As[runtime.ListIter](it).Step(); ok {
			x, y, err = t.pair(x)
		}
	case runtime.DictItemIterType:
		x, y, ok, err = runtime.As[runtime.DictIter](it).Step2(t.rt)
	case runtime.EnumerateType:
		x, y, ok, err = runtime.As[runtime.EnumerateIter](it).Step2(t.rt)
	case runtime.ZipType:
		if z := runtime.As[runtime.ZipIter](it); z.IsPair() {
			x, y, ok, err = z.Step2(t.rt)
			break
		}
		fallthrough
	default:
		if x, err = runtime.Next(t.rt, it); err != nil || x.IsUnset() {
			return false, err
		}
		ok = true
		x, y, err = t.pair(x)
	}
	if ok && err == nil {
		to := t.stack[f.base+code.B(w):]
		to[0], to[1] = x, y
	}
	return ok, err
}

// pair unpacks v into two.
func (t *thread) pair(v runtime.Value) (x, y runtime.Value, err error) {
	if v.IsTuple() {
		if items := runtime.As[runtime.Tuple](v).Items(); len(items) == 2 {
			return items[0], items[1], nil
		}
	}
	var two [2]runtime.Value
	err = runtime.UnpackSequence(t.rt, v, two[:])
	return two[0], two[1], err
}

// yieldInto gives val, which the generator that the current frame f has resumed
// yields, to f's instruction.
func (t *thread) yieldInto(f *frame, k kind, val runtime.Value) error {
	w := f.u.insts[f.pc-1]
	regs := t.stack[f.base : f.base+f.u.nregs]
	switch k {
	case kIter:
		regs[code.B(w)] = val
	case kIter2:
		x, y, err := t.pair(val)
		if err != nil {
			return err
		}
		regs = t.stack[f.base : f.base+f.u.nregs]
		regs[code.B(w)], regs[code.B(w)+1] = x, y
	default: // kNext
		regs[code.A(w)] = val
	}
	return nil
}

// callNext is next(g, def) or g.send(sent) by a CALL of f where g can be
// resumed in f's run; ok is false where it cannot be.
func (t *thread) callNext(f *frame, op runtime.NativeOp, args []runtime.Value) (ok bool, err error) {
	if len(args) == 0 || !args[0].IsGenerator() || t.tracing {
		return false, nil
	}
	g := runtime.As[runtime.Generator](args[0])
	if g.Done || g.Running {
		return false, nil
	}
	sent, def := runtime.None, runtime.Value{}
	switch {
	case op == runtime.OpNext && len(args) == 1:
	case op == runtime.OpNext && len(args) == 2:
		def = args[1]
	case op == runtime.OpSend && len(args) == 2 && (g.Started || args[1].IsNone()):
		sent = args[1]
	default:
		return false, nil
	}
	t.account(f)
	if err = t.resumeInto(g, sent, kNext); err == nil && !def.IsUnset() {
		t.cur.aux = def
	}
	return true, err
}

// GeneratorAwait implements runtime.Host.
func (m *Machine) GeneratorAwait(rt *runtime.Thread, g *runtime.Generator) runtime.Value {
	if g.Done || !g.Started || !g.Delegating {
		return runtime.Value{}
	}
	if g.Running {
		return runtime.Value{}
	}
	return g.Regs[code.B(unitOf(g.Code()).code.Insts[g.PC])]
}

// GeneratorFrame implements runtime.Host.
func (m *Machine) GeneratorFrame(rt *runtime.Thread, g *runtime.Generator) runtime.Value {
	if g.Done {
		return runtime.None
	}
	t := implOf(rt)
	if g.Running {
		for f := t.cur; f != t.root; f = f.prev {
			if f.gen == g {
				return t.snapshot(f).Value()
			}
		}
	}
	r := g.More()
	if r.Snap == nil {
		u, pc := unitOf(g.Code()), int(g.PC)
		r.Snap = runtime.NewFrame(u.co, g.Func.Globals, pc, lineAt(u, max(pc-1, 0)))
		if !g.Started {
			r.Snap.Line = u.code.FirstLine
		}
		r.Snap.Impl = g
	}
	return r.Snap.Value()
}
