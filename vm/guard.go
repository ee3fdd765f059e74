package vm

import (
	"fmt"
	"os"
	"runtime/debug"

	"github.com/minipy/minipy/runtime"
)

// A panic in run-time code is a bug of ours. It becomes a SystemError, raised
// where the Python program stood: the program may catch it and goes on.

// attempt is one go at execute; again says that a panic was turned into an
// exception that has a handler, from where the run is to go on.
func (c *carrier) attempt(start error) (v runtime.Value, err error, again bool) {
	defer func() {
		r := recover()
		if r == nil {
			return
		}
		t := c.cur
		if r == errClosed || t == nil {
			panic(r)
		}
		e := panicError(r)
		t.rt.Restore(t.baseMark)
		t.drivers, t.runs, t.mayPark = nil, 1, false
		t.clearBreak()
		t.account(t.cur)
		t.left = min(max(t.left, 0), t.interval) // who knows where it happened
		again, err = t.raiseHere(e)
	}()
	t := c.cur
	if start != nil {
		if on, err := t.raiseHere(start); !on {
			return v, err, false
		}
	}
	v, err = t.runFrom(t.base)
	return v, err, false
}

// endParked is endWait for a carrier, outside any run of t: a panic there, in a
// signal's handler say, ends the wait with a SystemError.
func (t *thread) endParked(x *waiting) (v runtime.Value, done bool, err error) {
	cur, mark, runs := t.cur, t.rt.Mark(), t.runs
	defer func() {
		if r := recover(); r != nil {
			v, done, err = runtime.Value{}, true, t.recovered(r, cur, mark, runs)
			t.abandon(x)
		}
	}()
	return t.endWait(x, true)
}

// raiseHere raises e where the base run stands; on says that it has a handler,
// from where the run goes on. Else the run is over with err.
func (t *thread) raiseHere(e error) (on bool, err error) {
	t.addTraceback(t.cur, e)
	if t.unwind(t.base, e) {
		return true, nil
	}
	err, t.unwound = t.unwound, nil
	t.leaveRun()
	return false, err
}

// guard is the last resort, for panics outside any run.
func (t *thread) guard(err *error) {
	if r := recover(); r != nil {
		*err = t.recovered(r, t.root, runtime.Mark{}, 0)
	}
}

// guardFrom is guard for who goes on with a thread that stands at frame cur.
func (t *thread) guardFrom(cur *frame, mark runtime.Mark, runs int, err *error) {
	if r := recover(); r != nil {
		*err = t.recovered(r, cur, mark, runs)
	}
}

// recovered takes t back to where it stood before what panicked with r, and
// gives the error for that.
func (t *thread) recovered(r any, cur *frame, mark runtime.Mark, runs int) error {
	if r == errClosed {
		return ErrClosed
	}
	for t.cur != cur && t.cur != t.root {
		f := t.cur
		f.snap = nil
		if f.gen != nil {
			f.gen.Done, f.gen.Running = true, false
		}
		t.pop()
	}
	t.rt.Restore(mark)
	t.runs = runs
	return panicError(r)
}

// panicError is the SystemError for a panic; MINIPYPANIC shows Go's stack.
func panicError(r any) error {
	if os.Getenv("MINIPYPANIC") != "" {
		fmt.Fprintf(os.Stderr, "%v\n%s", r, debug.Stack())
	}
	return runtime.SystemErrorf("internal error: %v (this is a bug in minipy: please report it with the program; MINIPYPANIC=1 shows where)", r)
}
