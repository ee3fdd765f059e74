package vm

import (
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// sys.settrace and sys.setprofile. While a function is set, the quantum is one
// instruction long (setTracing), so that endQuantum comes before each of them
// and can tell where a frame begins and where a line does. A frame's own trace
// function is its picture's f_trace.

// setTracing changes the trace or profile function; unset: none.
func (t *thread) setTracing() {
	t.tracing = !t.traceFn.IsUnset() || !t.profileFn.IsUnset()
	t.interval = t.m.interval
	if t.tracing {
		// the running quantum ends at the next accounting point
		t.interval, t.left = 1, min(t.left, 0)
	}
}

// call runs a trace function for an event in f, with tracing off.
func (t *thread) callTrace(fn runtime.Value, f *frame, event string, arg runtime.Value) (runtime.Value, error) {
	t.inTrace = true
	defer func() { t.inTrace = false }()
	v, err := runtime.Call(t.rt, fn, t.snapshot(f).Value(), runtime.NewStr(event), arg)
	if err != nil {
		// CPython takes the function away when it fails
		t.traceFn, t.profileFn = runtime.Value{}, runtime.Value{}
		t.setTracing()
	}
	return v, err
}

// traceStep is called before each instruction, at f.pc.
func (t *thread) traceStep() error {
	f := t.cur
	if t.inTrace || f == t.root {
		return nil
	}
	fresh := f.pc == 0 && f.snap == nil
	if fresh {
		if !t.profileFn.IsUnset() {
			if _, err := t.callTrace(t.profileFn, f, "call", runtime.None); err != nil {
				return err
			}
		}
		if !t.traceFn.IsUnset() {
			local, err := t.callTrace(t.traceFn, f, "call", runtime.None)
			if err != nil {
				return err
			}
			s := t.snapshot(f)
			s.More().LastPC = -1
			if s.More().LastLine = f.u.code.FirstLine; !local.IsNone() {
				s.More().Trace = local
			}
		}
	}
	f.pc++ // the picture shows the instruction before pc
	err := t.traceLine(f)
	f.pc--
	return err
}

// traceLine reports a line if the instruction begins one.
func (t *thread) traceLine(f *frame) error {
	s := f.snap
	if s == nil || s.Trace().IsUnset() || s.Trace().IsNone() || t.traceFn.IsUnset() {
		return nil
	}
	pc := f.pc - 1
	line := int(f.u.code.Positions[pc].Line)
	back := pc <= s.More().LastPC
	s.More().LastPC = pc
	if op := code.OpOf(f.u.code.Insts[pc]); op == code.JMP || op == code.LOOP {
		return nil // where it goes says more
	}
	if line <= 0 || line == s.More().LastLine && !back {
		return nil
	}
	s.More().LastLine = line
	local, err := t.callTrace(s.Trace(), f, "line", runtime.None)
	if err == nil && !local.IsNone() {
		s.More().Trace = local
	}
	return err
}

// traceReturn reports that f returns val.
func (t *thread) traceReturn(f *frame, val runtime.Value) error {
	if t.inTrace {
		return nil
	}
	if s := f.snap; s != nil && !s.Trace().IsUnset() && !s.Trace().IsNone() && !t.traceFn.IsUnset() {
		if _, err := t.callTrace(s.Trace(), f, "return", val); err != nil {
			return err
		}
	}
	if !t.profileFn.IsUnset() {
		_, err := t.callTrace(t.profileFn, f, "return", val)
		return err
	}
	return nil
}

// traceException reports an exception that passes through f; a failure of the
// function takes its place only where CPython's would.
func (t *thread) traceException(f *frame, e *runtime.Exception) {
	s := f.snap
	if t.inTrace || s == nil || s.Trace().IsUnset() || s.Trace().IsNone() || t.traceFn.IsUnset() {
		return
	}
	local, err := t.callTrace(s.Trace(), f, "exception", runtime.TupleOf(e.Type().Value(), e.Value(), runtime.TbValue(e.Tb)))
	if err == nil && !local.IsNone() {
		s.More().Trace = local
	}
}

func traceSetter(set func(t *thread, fn runtime.Value)) runtime.NativeFn {
	return func(rt *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
		t := implOf(rt)
		fn := a[0]
		if fn.IsNone() {
			fn = runtime.Value{}
		}
		set(t, fn)
		t.setTracing()
		return runtime.None, nil
	}
}

var (
	sysSettrace   = traceSetter(func(t *thread, fn runtime.Value) { t.traceFn = fn })
	sysSetprofile = traceSetter(func(t *thread, fn runtime.Value) { t.profileFn = fn })
)
