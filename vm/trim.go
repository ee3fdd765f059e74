package vm

import (
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// ClearDead implements runtime.Host: it forgets what finished calls have left
// in the thread's registers above the call that runs, so that the Go collector
// does not take it for alive. Temporaries are a stack: above the arguments of
// the call that a frame is in, they are dead.
func (m *Machine) ClearDead(rt *runtime.Thread) {
	t := implOf(rt)
	clear(t.stack[t.top():])
	if f := t.cur; f != t.root && f.pc > 0 {
		if end := windowEnd(f); end > 0 {
			if onlyComprehensions(f) {
				clear(t.stack[f.base : f.base+len(f.u.code.VarNames)])
			}
			end = max(end, f.u.nlocals, f.u.free+f.u.nfree)
			clear(t.stack[f.base+min(end, f.u.nregs) : f.base+f.u.nregs])
		}
	}
	for f := t.cur.next; f != nil; f = f.next {
		*f = frame{prev: f.prev, next: f.next, level: f.level, thread: t}
	}
	rt.StopValue = runtime.Value{}
}

// onlyComprehensions says that f is a module's frame outside its inlined
// comprehensions: what it has of local registers are their variables, all done with.
func onlyComprehensions(f *frame) bool {
	if f.u.code.Flags&(code.Optimized|code.ClassBody) != 0 {
		return false
	}
	for _, r := range f.u.code.InlinedComp {
		if pc := int32(f.pc); pc > r.Start && pc <= r.End {
			return false
		}
	}
	return true
}

// windowEnd is the first register above the arguments of the call that f is
// in, or 0 if it is in no call.
func windowEnd(f *frame) int {
	w := f.u.insts[f.pc-1]
	b, n := code.B(w), code.C(w)
	switch code.OpOf(w) {
	case code.CALL:
		return b + 1 + n
	case code.CALLM, code.CALLKW:
		return b + 2 + n
	case code.CALLMKW:
		return b + 3 + n
	case code.CALLEX:
		return b + 3
	}
	return 0
}
