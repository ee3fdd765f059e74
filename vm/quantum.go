package vm

import (
	"unsafe"
)

// Instruction accounting outside the loop: see the essay in loop.go.

// enterRun begins a nested run: what the calling frame has run so far is
// accounted for.
func (t *thread) enterRun(entry *frame) {
	if p := entry.prev; p != t.root {
		t.account(p)
	}
	t.place(entry)
	if t.runs++; entry.prev == t.root {
		t.runs, t.base, t.baseMark = 1, entry, t.rt.Mark()
		t.m.mem.settled = 0
	}
}

// leaveRun ends a run: the calling frame goes on with what is left.
func (t *thread) leaveRun() {
	t.runs--
	p := t.cur
	if p == t.root {
		t.takeBack()
		t.clearBreak()
		return
	}
	t.place(p)
	if t.left*8 < p.u.maxRun {
		t.clearBreak()
		t.setBreak(p, p.pc)
	}
}

// setBreak marks the instruction of f where the quantum ends, if it is in the
// stretch that begins at pc.
func (t *thread) setBreak(f *frame, pc int) {
	t.clearBreak()
	i := pc + max(t.left, 0)
	if i < len(f.u.insts)-1 {
		t.bp = &f.u.insts[i]
		*t.bp |= breakMark
	}
}

func (t *thread) clearBreak() {
	*t.bp &^= breakMark
	t.bp = &t.noInst
}

// running says that t is inside a run: the current frame's pc counts.
func (t *thread) running() bool { return t.cur != t.root && t.runs > 0 }

// instructions is how many t has run, if left is up to date.
func (t *thread) instructions() int64 { return t.ran + int64(t.interval-t.left) }

// near is called at an accounting point of f, whose pc is saved, when the
// quantum may end in the stretch that begins there.
func (t *thread) near(f *frame) error {
	t.account(f)
	t.clearBreak()
	f.u.insts[f.pc] &^= breakMark // nobody else has one now: a mark that stayed here would stop the loop for ever
	t.m.yielder.tick()
	if t.grant(f.u.maxRun / 8) {
		t.place(f)
		return nil
	}
	if t.left <= 0 {
		if err := t.endQuantum(); err != nil {
			t.place(f)
			return err
		}
		if t.m.gil.others() {
			// The dispatch that has found the turn over counts as well. Without
			// it a loop whose length divides the interval, as that around
			// `n += 1` does, would be stopped at the same instruction for ever.
			if t.interval > 1 {
				t.left--
			}
			t.place(f)
			if t.runs == 1 {
				return errSwitch
			}
			t.stepAside()
		}
	}
	t.place(f)
	if t.left*8 < f.u.maxRun {
		t.setBreak(f, f.pc)
	}
	return nil
}

// grantQuanta is how many quanta a thread gets at once while nobody could tell
// the difference: one at a time cost 11% (fib, nbody, int loops), eight 2%.
const grantQuanta = 8

// grant gives t quanta in advance if nothing is to be done where they end: no
// other thread is ready, nothing is pending, nobody traces or looks for
// descriptors. What comes from outside is seen when they are used up; what t
// does itself takes them back (cut). No break mark is needed then.
func (t *thread) grant(atLeast int) bool {
	m := t.m
	if t.tracing || m.pending.Load() != 0 || m.gil.others() || m.state.PollWaits.Load() != 0 {
		return false
	}
	n := grantQuanta
	if m.mem.limit > 0 {
		n = max(1, min(n, m.mem.turns)) // the counters are looked at as soon as otherwise
	}
	if atLeast > n*t.interval {
		n = atLeast/t.interval + 1
	}
	if m.used.limited && m.used.steps < int64(n*t.interval) || m.mem.limit > 0 && m.mem.due(n) {
		return false
	}
	t.advance(n)
	t.granted = true
	return true
}

// advance counts n quanta as given to t; those that are taken back are negative.
func (t *thread) advance(n int) {
	steps := n * t.interval
	t.left += steps
	t.ran += int64(steps)
	t.offers += int64(n)
	if u := &t.m.used; u.limited {
		u.steps -= int64(steps)
	}
}

// cut takes back the quanta that t was granted and has not begun, because it
// has done something that others may see from now on.
func (t *thread) cut() {
	if t.granted {
		t.takeBack()
		t.restoreBreak()
	}
}

// takeBack is cut for a thread, between two instructions or in a native, that
// stops here.
func (t *thread) takeBack() {
	if !t.granted {
		return
	}
	t.granted = false
	if !t.running() {
		t.advance(-(t.left / t.interval))
		return
	}
	t.account(t.cur)
	t.advance(-(t.left / t.interval))
	t.place(t.cur)
}

// endQuantum begins the next quantum: every interval instructions the GIL is
// offered and what is pending (signals, finalizers, cancellation) runs.
func (t *thread) endQuantum() error {
	t.granted = false
	n := t.interval
	if t.m.mem.limit > 0 && t.m.mem.due(1) {
		if err := t.chargeMemory(false); err != nil {
			return err
		}
	}
	if t.m.used.limited {
		if n = t.reserve(n); n == 0 {
			return t.stopAll(LimitSteps, t.m.cfg.Limits.Steps)
		}
	}
	t.left += n
	t.ran += int64(n)
	if t.tracing {
		left, f := t.interval, t.cur
		t.place(f)
		err := t.traceStep()
		t.clearBreak()
		t.left = left
		t.place(f)
		if err != nil {
			return err
		}
		if t.ran%int64(t.m.interval) != 0 {
			return nil
		}
	}
	t.offers++
	if t.m.state.PollWaits.Load() != 0 {
		t.m.gil.poll(t.m.state.Poller)
	}
	if t.m.pending.Load() != 0 {
		return t.m.runPending(t)
	}
	return nil
}

// restoreBreak sets the break mark again when t has got the GIL back.
func (t *thread) restoreBreak() {
	if !t.running() {
		return
	}
	f := t.cur
	if t.account(f); t.left*8 < f.u.maxRun {
		t.setBreak(f, f.pc)
	}
}

// at is the address of f's instruction pc, as t.bound has it.
func (f *frame) at(pc int) uintptr { return f.u.addr + uintptr(pc)*8 }

// save writes the loop's place back to the current frame, before anything that
// may look at it, and gives the frame.
func (t *thread) save(ip unsafe.Pointer) *frame {
	f := t.cur
	f.pc = int(uintptr(ip)-f.u.addr) >> 3
	return f
}
