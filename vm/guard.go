package vm

import (
	"fmt"
	"os"
	"runtime/debug"

	"github.com/minipy/minipy/runtime"
)

// A panic in run-time code is a bug of ours. It becomes a SystemError, raised
// where the Python program stood: the program may catch it and goes on.

// guarded is runFrom for the outermost run of a thread.
func (t *thread) guarded(entry *frame) (runtime.Value, error) {
	mark := t.rt.Mark()
	for {
		v, err, again := t.attempt(entry, mark)
		if !again {
			return v, err
		}
	}
}

// attempt runs entry; again says that a panic was turned into an exception
// that has a handler, from where the run is to go on.
func (t *thread) attempt(entry *frame, mark runtime.Mark) (v runtime.Value, err error, again bool) {
	defer func() {
		r := recover()
		if r == nil {
			return
		}
		e := panicError(r)
		t.rt.Restore(mark)
		t.drivers = nil
		t.clearBreak()
		t.account(t.cur)
		t.addTraceback(t.cur, e)
		if again = t.unwind(entry, e); !again {
			err = t.unwound
			t.unwound = nil
			t.leaveRun()
		}
	}()
	v, err = t.runFrom(entry)
	return v, err, false
}

// guard is the last resort, for panics outside any run.
func (t *thread) guard(err *error) {
	r := recover()
	if r == nil {
		return
	}
	for t.cur != t.root {
		f := t.cur
		f.snap = nil
		if f.gen != nil {
			f.gen.Done, f.gen.Running = true, false
		}
		t.pop()
	}
	t.rt.Depth = 0
	*err = panicError(r)
}

// panicError is the SystemError for a panic; MINIPYPANIC shows Go's stack.
func panicError(r any) error {
	if os.Getenv("MINIPYPANIC") != "" {
		fmt.Fprintf(os.Stderr, "%v\n%s", r, debug.Stack())
	}
	return runtime.SystemErrorf("internal error: %v (this is a bug in minipy: please report it with the program; MINIPYPANIC=1 shows where)", r)
}
