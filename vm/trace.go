package vm

import (
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// sys.settrace and sys.setprofile. While a function is set, the quantum is one
// instruction long (setTracing), so that endQuantum comes before each of them
// and can tell where a frame begins and where a line does. A frame's own trace
// function is its picture's f_trace.
//
// thread.traced has the frames whose beginning was reported, innermost last. A
// frame that runs and is not in it has just been called, or is a generator's
// that has just been resumed; a return, a yield and unwinding take it out.

// setTracing changes the trace or profile function; unset: none.
func (t *thread) setTracing() {
	was := t.tracing
	t.cut()
	if t.running() {
		t.account(t.cur)
	}
	run := t.instructions()
	t.tracing = !t.traceFn.IsUnset() || !t.profileFn.IsUnset()
	t.interval = t.m.interval
	if t.tracing {
		// the running quantum ends at the next instruction
		t.interval = 1
		if t.left = min(t.left, 0); t.running() {
			t.place(t.cur)
			t.setBreak(t.cur, t.cur.pc)
		}
	}
	t.ran += run - t.instructions() // what it has run stays what it was
	if was != t.tracing {
		t.traced, t.natives = nil, nil
		for f := t.cur; t.tracing && f != t.root; f = f.prev {
			t.traced = append(t.traced, f)
		}
		for i, j := 0, len(t.traced)-1; i < j; i, j = i+1, j-1 {
			t.traced[i], t.traced[j] = t.traced[j], t.traced[i]
		}
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

// isTraced says that f's beginning was reported, or was before tracing began.
func (t *thread) isTraced(f *frame) bool {
	for n := len(t.traced); n > 0; n = len(t.traced) {
		if top := t.traced[n-1]; top == f {
			return true
		} else if top.level < f.level {
			return false
		}
		t.traced = t.traced[:n-1]
	}
	return false
}

// traceStep is called before each instruction, at f.pc.
func (t *thread) traceStep() error {
	f := t.cur
	if t.inTrace || f == t.root {
		return nil
	}
	if !t.isTraced(f) {
		t.traced = append(t.traced, f)
		if err := t.traceCall(f); err != nil || !t.tracing {
			return err
		}
	}
	if !t.profileFn.IsUnset() {
		if err := t.traceNative(f); err != nil || !t.tracing {
			return err
		}
	}
	f.pc++ // the picture shows the instruction before pc
	err := t.traceLine(f)
	f.pc--
	return err
}

// traceCall reports that f has begun, or goes on after a yield.
func (t *thread) traceCall(f *frame) error {
	if !t.profileFn.IsUnset() {
		if _, err := t.callTrace(t.profileFn, f, "call", runtime.None); err != nil {
			return err
		}
	}
	if t.traceFn.IsUnset() {
		return nil
	}
	fresh := f.pc == 0
	local, err := t.callTrace(t.traceFn, f, "call", runtime.None)
	if err != nil {
		return err
	}
	s := t.snapshot(f).More()
	if s.LastPC = f.pc - 1; fresh {
		s.LastLine = -1
	}
	s.Trace = local
	return nil
}

// traceLine reports a line if the instruction begins one.
func (t *thread) traceLine(f *frame) error {
	if !t.hasTrace(f) {
		return nil
	}
	s := f.snap.Rare
	pc := f.pc - 1
	line := int(f.u.code.Positions[pc].Line)
	last, back := s.LastPC, pc <= s.LastPC
	s.LastPC = pc
	for _, m := range f.u.code.Marks {
		jumped := int(m.ByJump())
		if jumped > 0 && int(m.PC) == last && pc != last+1 && jumped != s.LastLine && !s.NoLines {
			if err := t.traceMark(f, jumped); err != nil {
				return err
			}
		}
		if int(m.PC) == pc && m.Line > 0 && int(m.Line) != s.LastLine && !s.NoLines {
			if err := t.traceMark(f, int(m.Line)); err != nil {
				return err
			}
		}
	}
	// where a loop goes back to says more than its jump
	if line > 0 && (line != s.LastLine || back) && code.OpOf(f.u.code.Insts[pc]) != code.LOOP {
		s.LastLine = line
		if !s.NoLines {
			if err := t.traceLocal(f, "line", runtime.None); err != nil {
				return err
			}
		}
	}
	if s.Opcodes && !s.Trace.IsNone() && t.tracing {
		return t.traceLocal(f, "opcode", runtime.None)
	}
	return nil
}

// traceMark reports a line that has no instruction.
func (t *thread) traceMark(f *frame, line int) error {
	s := t.snapshot(f).More()
	s.LastLine, s.Shown = line, line
	err := t.traceLocal(f, "line", runtime.None)
	s.Shown = 0
	return err
}

// traceLocal calls f's own trace function, and keeps the one it returns.
func (t *thread) traceLocal(f *frame, event string, arg runtime.Value) error {
	local, err := t.callTrace(f.snap.Trace(), f, event, arg)
	if err == nil && !local.IsNone() {
		f.snap.More().Trace = local
	}
	return err
}

// hasTrace says that f has a trace function of its own.
func (t *thread) hasTrace(f *frame) bool {
	if f.snap == nil || t.traceFn.IsUnset() {
		return false
	}
	fn := f.snap.Trace()
	return !fn.IsUnset() && !fn.IsNone()
}

// traceReturn reports that f returns or yields val.
func (t *thread) traceReturn(f *frame, val runtime.Value) error {
	if t.inTrace || !t.isTraced(f) {
		return nil
	}
	if err := t.nativeDone(f, "c_return"); err != nil {
		return err
	}
	if t.hasTrace(f) {
		if _, err := t.callTrace(f.snap.Trace(), f, "return", val); err != nil {
			return err
		}
	}
	if !t.profileFn.IsUnset() {
		if _, err := t.callTrace(t.profileFn, f, "return", val); err != nil {
			return err
		}
	}
	if n := len(t.traced); n > 0 && t.traced[n-1] == f {
		t.traced = t.traced[:n-1]
	}
	return nil
}

// traceUnwound reports that e ends f; a failure of the function takes its place.
func (t *thread) traceUnwound(f *frame, e *runtime.Exception) *runtime.Exception {
	if err := t.traceReturn(f, runtime.None); err != nil {
		return runtime.ToException(err)
	}
	return e
}

// traceException reports an exception that passes through f; a failure of the
// function takes its place.
func (t *thread) traceException(f *frame, e *runtime.Exception) *runtime.Exception {
	if t.inTrace {
		return e
	}
	err := t.nativeDone(f, "c_exception")
	if err == nil && t.hasTrace(f) {
		err = t.traceLocal(f, "exception", runtime.TupleOf(e.Type().Value(), e.Value(), runtime.TbValue(e.Tb)))
	}
	if err == nil {
		return e
	}
	failed := runtime.ToException(err)
	t.noteTraceback(f, failed)
	return failed
}

// A nativeCall is a call of a native function that the profile function knows of.
type nativeCall struct {
	f  *frame
	fn runtime.Value
}

// traceNative tells the profile function of native functions. The instruction
// that comes is looked at for its callee; that the call is over shows when the
// frame's next instruction comes.
func (t *thread) traceNative(f *frame) error {
	if err := t.nativeDone(f, "c_return"); err != nil || !t.tracing {
		return err
	}
	w := f.u.code.Insts[f.pc]
	var self runtime.Value
	switch code.OpOf(w) {
	case code.CALLM, code.CALLMKW:
		self = t.stack[f.base+code.B(w)+1]
	case code.CALL, code.CALLKW, code.CALLEX:
	default:
		return nil
	}
	fn := t.stack[f.base+code.B(w)]
	switch fn.Type() {
	case runtime.NativeType:
	case runtime.MethodDescrType:
		if self.IsUnset() {
			break
		}
		bound, err := fn.Type().Slots.DescrGet(t.rt, fn, self, self.Type().Value())
		if err != nil {
			return nil // the call will say so
		}
		fn = bound
	default:
		return nil
	}
	t.natives = append(t.natives, nativeCall{f, fn})
	f.pc++ // the picture shows the instruction before pc
	_, err := t.callTrace(t.profileFn, f, "c_call", fn)
	f.pc--
	return err
}

// nativeDone reports the end of the native call that f was in, if it was in one.
func (t *thread) nativeDone(f *frame, event string) error {
	n := len(t.natives)
	if n == 0 || t.natives[n-1].f != f {
		return nil
	}
	fn := t.natives[n-1].fn
	t.natives = t.natives[:n-1]
	if t.profileFn.IsUnset() {
		return nil
	}
	_, err := t.callTrace(t.profileFn, f, event, fn)
	return err
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
