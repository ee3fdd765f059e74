package vm

import (
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// The machine as runtime.Host.

// CallFunction implements runtime.Host: a nested run.
func (m *Machine) CallFunction(rt *runtime.Thread, fn *runtime.Function, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	t := implOf(rt)
	base := t.top()
	before := t.cur
	if u := (*unit)(fn.Unit); u != nil && u.quick == len(args) && u.bare && names == nil && before.next != nil && base+u.nregs <= len(t.stack) {
		entry := before.next
		entry.u, entry.fn, entry.base, entry.pc, entry.kind = u, fn, base, 0, kEntry
		for i, v := range args {
			t.stack[base+i] = v
		}
		t.cur = entry
		return t.run()
	}
	t.ensure(base + len(args) + 1)
	copy(t.stack[base:], args)
	v, err := t.enterFunction(nil, fn, base, len(args), names, kEntry)
	if err != nil || t.cur == before {
		return v, err
	}
	return t.run()
}

// Exec implements runtime.Host.
func (m *Machine) Exec(rt *runtime.Thread, co *runtime.CodeObject, globals *runtime.Dict, locals runtime.Value, closure []runtime.Value) (runtime.Value, error) {
	t := implOf(rt)
	if _, ok := globals.GetStr(m.names.builtins); !ok {
		globals.SetStr(m.names.builtins, m.state.BuiltinsModule.Value())
	}
	fn := runtime.NewFunction(co, globals, m.state.BuiltinsFor(globals), runtime.None, 0)
	fn.Closure = closure
	u := unitOf(co)
	if d, ok := runtime.AsDict(locals); ok && d == globals {
		locals = runtime.Value{}
	}
	if u.gen {
		return t.newGenerator(u, fn, t.top()), nil
	}
	f, err := t.push(u, fn, t.top(), 0, kEntry)
	if err != nil {
		return runtime.Value{}, err
	}
	f.locals = locals
	return t.run()
}

// runBody runs a class body in ns, for __build_class__.
func (t *thread) runBody(fn *runtime.Function, ns runtime.Value) (runtime.Value, error) {
	f, err := t.push(unitOf(fn.Code), fn, t.top(), 0, kEntry)
	if err != nil {
		return runtime.Value{}, err
	}
	f.locals = ns
	return t.run()
}

// caller is the innermost Python frame.
func (t *thread) caller() *frame {
	if t.cur == t.root {
		return nil
	}
	return t.cur
}

// Frame implements runtime.Host.
func (m *Machine) Frame(rt *runtime.Thread, depth int) *runtime.Frame {
	t := implOf(rt)
	f := t.cur
	for ; depth > 0 && f != t.root; depth-- {
		f = f.prev
	}
	if f == t.root {
		return nil
	}
	return t.snapshot(f)
}

// live finds the frame behind a picture, if it still runs, maybe in another thread.
func live(p *runtime.Frame) *frame {
	f, ok := p.Impl.(*frame)
	if ok && f.snap == p {
		return f
	}
	return nil
}

// FrameUpdate implements runtime.Host.
func (m *Machine) FrameUpdate(rt *runtime.Thread, p *runtime.Frame) {
	if f := live(p); f != nil {
		f.thread.snapshot(f)
	}
}

// FrameBack implements runtime.Host.
func (m *Machine) FrameBack(rt *runtime.Thread, p *runtime.Frame) runtime.Value {
	if f := live(p); f != nil {
		if f.prev == f.thread.root {
			return runtime.Value{}
		}
		return f.thread.snapshot(f.prev).Value()
	}
	return p.Back
}

// FrameLocals implements runtime.Host.
func (m *Machine) FrameLocals(rt *runtime.Thread, p *runtime.Frame) (runtime.Value, error) {
	if f := live(p); f != nil {
		return f.thread.localsOf(f, p)
	}
	var regs []runtime.Value
	var u *unit
	switch x := p.Impl.(type) {
	case *deadFrame:
		if !x.locals.IsUnset() {
			return x.locals, nil
		}
		u, regs = x.u, x.regs
	case *runtime.Generator:
		u, regs = unitOf(x.Code()), x.Regs
	}
	if u == nil || u.code.Flags&code.Optimized == 0 {
		return p.Globals.Value(), nil
	}
	return fillLocals(p, u, regs), nil
}

// FrameClear implements runtime.Host.
func (m *Machine) FrameClear(rt *runtime.Thread, p *runtime.Frame) error {
	g, _ := p.Impl.(*runtime.Generator)
	if live(p) != nil || g != nil && g.Running {
		return runtime.RuntimeErrorf("cannot clear an executing frame")
	}
	if g != nil && !g.Done && (g.Started || !g.Value().IsExactly(runtime.CoroutineType)) { // one that nobody has awaited stays
		if err := runtime.GenClose(rt, g); err != nil {
			m.unraisable(implOf(rt), err, g.Value())
		}
	}
	switch x := p.Impl.(type) {
	case *deadFrame:
		clear(x.regs)
	case *runtime.Generator:
		clear(x.Regs)
	}
	return nil
}

// localsOf is a running frame's locals().
func (t *thread) localsOf(f *frame, p *runtime.Frame) (runtime.Value, error) {
	if !f.locals.IsUnset() {
		return f.locals, nil
	}
	if f.u.code.Flags&code.Optimized == 0 {
		return f.fn.Globals.Value(), nil
	}
	return fillLocals(p, f.u, t.stack[f.base:f.base+f.u.nregs]), nil
}

// fillLocals brings the picture's dict of local variables up to date.
func fillLocals(p *runtime.Frame, u *unit, regs []runtime.Value) runtime.Value {
	r := p.More()
	if r.Locals.IsUnset() {
		r.Locals = runtime.NewDict().Value()
	}
	d, _ := runtime.AsDict(r.Locals)
	cells := map[int]bool{}
	for _, r := range u.code.CellRegs {
		cells[int(r)] = true
	}
	for i := range u.nfree {
		cells[u.free+i] = true
	}
	for i, n := range u.co.VarNames {
		if n.String() == "" || i >= len(regs) {
			continue
		}
		v := regs[i]
		if c, ok := runtime.Cast[runtime.Cell](orNone(v), runtime.CellType); ok && cells[i] {
			v = c.Val
		}
		setLocal(d, n, v)
	}
	for i, n := range u.code.FreeVars {
		if u.free+i < len(regs) {
			if c, ok := runtime.Cast[runtime.Cell](orNone(regs[u.free+i]), runtime.CellType); ok {
				setLocal(d, runtime.NewStrObj(n), c.Val)
			}
		}
	}
	for i, n := range u.code.CellVars {
		if r := int(u.code.CellRegs[i]); r < len(regs) {
			if c, ok := runtime.Cast[runtime.Cell](orNone(regs[r]), runtime.CellType); ok {
				setLocal(d, runtime.NewStrObj(n), c.Val)
			}
		}
	}
	return r.Locals
}

func orNone(v runtime.Value) runtime.Value {
	if v.IsUnset() {
		return runtime.None
	}
	return v
}

func setLocal(d *runtime.Dict, name *runtime.Str, v runtime.Value) {
	if v.IsUnset() {
		d.DelStr(name)
	} else {
		d.SetStr(name, v)
	}
}

// Globals implements runtime.Host.
func (m *Machine) Globals(rt *runtime.Thread) *runtime.Dict {
	if f := implOf(rt).caller(); f != nil {
		return f.fn.Globals
	}
	return nil
}

// Locals implements runtime.Host.
func (m *Machine) Locals(rt *runtime.Thread) (runtime.Value, error) {
	t := implOf(rt)
	f := t.caller()
	if f == nil {
		return runtime.Value{}, runtime.SystemErrorf("frame does not exist")
	}
	return t.localsOf(f, t.snapshot(f))
}

// Checkpoint implements runtime.Host.
func (m *Machine) Checkpoint(rt *runtime.Thread) error {
	if m.mem.limit > 0 && m.mem.due(1) {
		if err := implOf(rt).chargeMemory(true); err != nil {
			return err
		}
	}
	if m.pending.Load() != 0 {
		return m.runPending(implOf(rt))
	}
	return nil
}

// Disturbed implements runtime.Host.
func (m *Machine) Disturbed(rt *runtime.Thread, signals bool) bool {
	if m.pending.Load() == 0 {
		return false
	}
	t := implOf(rt)
	if m.pending.Load()&pendingWatch != 0 {
		m.watch(t)
	}
	p := m.pending.Load()
	return signals && t == m.main && p&pendingSignals != 0 || p&pendingStop != 0 && t.stopCause() != nil
}

// ZeroArgSuper implements runtime.Host.
func (m *Machine) ZeroArgSuper(rt *runtime.Thread) (cls, self runtime.Value, err error) {
	t := implOf(rt)
	f := t.caller()
	if f == nil {
		return cls, self, runtime.RuntimeErrorf("super(): no current frame")
	}
	c := f.u.code
	if c.ArgCount == 0 {
		return cls, self, runtime.RuntimeErrorf("super(): no arguments")
	}
	self = t.stack[f.base]
	if cell, ok := runtime.Cast[runtime.Cell](orNone(self), runtime.CellType); ok && c.ArgCount > 0 {
		for _, r := range c.CellRegs {
			if r == 0 {
				self = cell.Val
			}
		}
	}
	if self.IsUnset() {
		return cls, self, runtime.RuntimeErrorf("super(): arg[0] deleted")
	}
	for i, n := range c.FreeVars {
		if n == "__class__" {
			cell, ok := runtime.Cast[runtime.Cell](t.stack[f.base+c.FreeBase+i], runtime.CellType)
			if !ok || cell.Val.IsUnset() {
				return cls, self, runtime.RuntimeErrorf("super(): empty __class__ cell")
			}
			return cell.Val, self, nil
		}
	}
	return cls, self, runtime.RuntimeErrorf("super(): __class__ cell not found")
}

// origin is a coroutine's cr_origin.
func (t *thread) origin() runtime.Value {
	var out []runtime.Value
	for f := t.cur; f != t.root && len(out) < t.m.originDepth; f = f.prev {
		out = append(out, runtime.TupleOf(f.u.co.Filename.Value(), runtime.Int(int64(lineAt(f.u, max(f.pc-1, 0)))), f.u.co.Name.Value()))
	}
	return runtime.NewTuple(out)
}

// builtin calls a builtin function by name.
func (m *Machine) builtin(name string, args ...runtime.Value) (runtime.Value, error) {
	f, ok := m.state.Builtins.Lookup(name)
	if !ok {
		return f, runtime.SystemErrorf("no builtin %s", name)
	}
	return runtime.CallArgs(m.running().rt, f, args, nil)
}
