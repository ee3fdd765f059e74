package thread

import (
	"fmt"
	"time"

	"github.com/minipy/minipy/runtime"
)

// A lock is free, or held; who releases it gives it to the thread that has
// waited longest.
type lock struct {
	runtime.Object
	held  bool
	cond  bool  // what Condition.wait waits for
	owner int64 // who acquired it, for pictures of the threads
	queue runtime.WaitQueue
}

// An rlock belongs to a thread, as often as that has acquired it.
type rlock struct {
	runtime.Object
	owner int64
	count int
	queue runtime.WaitQueue
}

var lockType, rlockType runtime.Type

// timeoutMax is what threading.TIMEOUT_MAX says, in seconds.
const timeoutMax = 9223372036.0

// waitArgs reads acquire's blocking and timeout; negative: for ever.
func waitArgs(t *runtime.Thread, blocking, timeout runtime.Value) (time.Duration, error) {
	block, err := runtime.IsTrue(t, blocking)
	if err != nil {
		return 0, err
	}
	f := -1.0
	if v, ok := runtime.FloatOf(timeout); ok {
		f = v
	} else if n, _, ok := runtime.IntOf(timeout); ok {
		f = float64(n)
	} else {
		return 0, runtime.TypeErrorf("'%s' object cannot be interpreted as an integer", timeout.Type().Name)
	}
	switch {
	case !block && f != -1:
		return 0, runtime.ValueErrorf("can't specify a timeout for a non-blocking call")
	case !block:
		return 0, nil
	case f < 0 && f != -1:
		return 0, runtime.ValueErrorf("timeout value must be positive")
	case f != f:
		return 0, runtime.ValueErrorf("Invalid value NaN (not a number)")
	case f*1e9 >= 1<<63:
		return 0, runtime.OverflowErrorf("timestamp out of range for platform time_t")
	case f > timeoutMax:
		return 0, runtime.OverflowErrorf("timeout value is too large")
	case f < 0:
		return -1, nil
	}
	return time.Duration(f * float64(time.Second)), nil
}

// acquireArgs is waitArgs for acquire(*a). Like waiting, an acquire that may
// wait is a place where a signal's handler runs.
func acquireArgs(t *runtime.Thread, a []runtime.Value) (time.Duration, error) {
	if a[1].IsTrue() && runtime.Is(a[2], runtime.Int(-1)) {
		return -1, t.Host.Checkpoint(t)
	}
	return waitArgs(t, a[1], a[2])
}

func lockAcquire(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	l := runtime.As[lock](a[0])
	d, err := acquireArgs(t, a)
	if err != nil {
		return runtime.Value{}, err
	}
	if !l.held {
		l.held, l.owner = true, t.ID
		return runtime.True, nil
	}
	if d == 0 {
		return runtime.False, nil
	}
	return t.Host.Wait(t, runtime.Wait{Queue: &l.queue, For: l, Timeout: d, TimedOut: runtime.False})
}

// release gives the lock, which is held, to the next thread.
func (l *lock) release(t *runtime.Thread) {
	l.owner = 0
	if w := t.Host.Wake(&l.queue, runtime.True); w != nil {
		l.owner = w.T.ID
	} else {
		l.held = false
	}
}

func lockRelease(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	l := runtime.As[lock](a[0])
	if !l.held {
		return runtime.Value{}, runtime.RuntimeErrorf("release unlocked lock")
	}
	l.release(t)
	return runtime.None, nil
}

// Undo implements runtime.Awaited.
func (l *lock) Undo(t *runtime.Thread, w *runtime.Waiter) { l.release(t) }

// Describe implements runtime.Awaited.
func (l *lock) Describe() (string, int64) {
	if l.cond {
		return "condition", 0
	}
	return "lock", l.owner
}

func lockReinit(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	l := runtime.As[lock](a[0])
	l.held, l.owner = false, 0
	l.queue.Clear()
	return runtime.None, nil
}

func newLock(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	l := &lock{}
	l.Init(&lockType)
	return l.Value(), nil
}

// newWaiter is _allocate_waiter: the lock that Condition.wait waits for, which
// no thread holds until notify releases it.
func newWaiter(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	l := &lock{held: true, cond: true}
	l.Init(&lockType)
	return l.Value(), nil
}

// sentinel is _set_sentinel: a lock that is released when the thread ends.
func sentinel(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	l := &lock{}
	l.Init(&lockType)
	t.AtExit = append(t.AtExit, func(t *runtime.Thread) {
		if l.held {
			l.release(t)
		}
	})
	return l.Value(), nil
}

func rlockAcquire(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	l := runtime.As[rlock](a[0])
	d, err := acquireArgs(t, a)
	if err != nil {
		return runtime.Value{}, err
	}
	if l.count == 0 || l.owner == t.ID {
		l.owner = t.ID
		l.count++
		return runtime.True, nil
	}
	if d == 0 {
		return runtime.False, nil
	}
	return t.Host.Wait(t, runtime.Wait{Queue: &l.queue, For: l, Timeout: d, TimedOut: runtime.False, Arg: 1})
}

// pass gives the lock, whose owner is done with it, to the next thread: as
// often as that one wants it.
func (l *rlock) pass(t *runtime.Thread) {
	l.owner, l.count = 0, 0
	w := t.Host.Wake(&l.queue, runtime.True)
	if w == nil {
		return
	}
	l.owner, l.count = w.T.ID, max(w.Arg, -w.Arg)
	if w.Arg < 0 { // _acquire_restore
		w.Val = runtime.None
	}
}

func (l *rlock) owned(t *runtime.Thread) bool { return l.count > 0 && l.owner == t.ID }

func rlockRelease(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	l := runtime.As[rlock](a[0])
	if !l.owned(t) {
		return runtime.Value{}, runtime.RuntimeErrorf("cannot release un-acquired lock")
	}
	if l.count--; l.count == 0 {
		l.pass(t)
	}
	return runtime.None, nil
}

// rlockReleaseSave gives the lock up entirely; rlockAcquireRestore takes it
// back as it was.
func rlockReleaseSave(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	l := runtime.As[rlock](a[0])
	if l.count == 0 {
		return runtime.Value{}, runtime.RuntimeErrorf("cannot release un-acquired lock")
	}
	state := runtime.TupleOf(runtime.Int(int64(l.count)), runtime.Int(l.owner))
	l.pass(t)
	return state, nil
}

func rlockAcquireRestore(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	l := runtime.As[rlock](a[0])
	tup, ok := runtime.AsTuple(a[1])
	if !ok || tup.Len() != 2 {
		return runtime.Value{}, runtime.TypeErrorf("_acquire_restore() argument 1 must be tuple, not %s", a[1].Type().Name)
	}
	n, _, _ := runtime.IntOf(tup.Items()[0])
	owner, _, _ := runtime.IntOf(tup.Items()[1])
	if n < 1 {
		return runtime.Value{}, runtime.ValueErrorf("invalid lock count")
	}
	if l.count == 0 {
		l.count, l.owner = int(n), owner
		return runtime.None, nil
	}
	return t.Host.Wait(t, runtime.Wait{Queue: &l.queue, For: l, Timeout: -1, Arg: -int(n)})
}

// Undo implements runtime.Awaited.
func (l *rlock) Undo(t *runtime.Thread, w *runtime.Waiter) { l.pass(t) }

// Describe implements runtime.Awaited.
func (l *rlock) Describe() (string, int64) { return "RLock", l.owner }

func rlockReinit(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	l := runtime.As[rlock](a[0])
	l.owner, l.count = 0, 0
	l.queue.Clear()
	return runtime.None, nil
}

func state(held bool) string {
	if held {
		return "locked"
	}
	return "unlocked"
}

func lockRepr(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	return runtime.NewStr(fmt.Sprintf("<%s %s object at %#x>", state(runtime.As[lock](v).held), v.Type().Name, v.ID())), nil
}

func rlockRepr(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	l := runtime.As[rlock](v)
	return runtime.NewStr(fmt.Sprintf("<%s %s object owner=%d count=%d at %#x>", state(l.count > 0), v.Type().Name, l.owner, l.count, v.ID())), nil
}

func init() {
	sig := "blocking=True, timeout=-1"
	runtime.Define(&lockType, runtime.TypeSpec{Name: "_thread.lock", Size: runtime.SizeOf[lock](), Flags: runtime.FlagDisallowNew,
		Slots: runtime.Slots{Repr: lockRepr},
		Methods: []runtime.Method{
			{Name: "acquire", Sig: sig, Fn: lockAcquire, Waits: true},
			{Name: "acquire_lock", Sig: sig, Fn: lockAcquire, Waits: true},
			{Name: "__enter__", Sig: sig, Fn: lockAcquire, Waits: true},
			{Name: "release", Fn: lockRelease},
			{Name: "release_lock", Fn: lockRelease},
			{Name: "__exit__", Raw: lockExit},
			{Name: "locked", Fn: lockLocked},
			{Name: "locked_lock", Fn: lockLocked},
			{Name: "_at_fork_reinit", Fn: lockReinit},
		}})
	runtime.Define(&rlockType, runtime.TypeSpec{Name: "_thread.RLock", Size: runtime.SizeOf[rlock](), Flags: runtime.FlagBase,
		New: runtime.Method{Raw: func(t *runtime.Thread, a []runtime.Value, n []*runtime.Str) (runtime.Value, error) {
			cls, _ := runtime.AsType(a[0])
			return runtime.Alloc[rlock](cls).Object.Value(), nil
		}},
		Slots: runtime.Slots{Repr: rlockRepr},
		Methods: []runtime.Method{
			{Name: "acquire", Sig: sig, Fn: rlockAcquire, Waits: true},
			{Name: "__enter__", Sig: sig, Fn: rlockAcquire, Waits: true},
			{Name: "release", Fn: rlockRelease},
			{Name: "__exit__", Raw: rlockExit},
			{Name: "_is_owned", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
				return runtime.Bool(runtime.As[rlock](a[0]).owned(t)), nil
			}},
			{Name: "_recursion_count", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
				if l := runtime.As[rlock](a[0]); l.owned(t) {
					return runtime.Int(int64(l.count)), nil
				}
				return runtime.Int(0), nil
			}},
			{Name: "_release_save", Fn: rlockReleaseSave},
			{Name: "_acquire_restore", Sig: "state, /", Fn: rlockAcquireRestore, Waits: true},
			{Name: "_at_fork_reinit", Fn: rlockReinit},
		}})
}

// lockExit and rlockExit take any arguments: Raw saves binding them.
func lockExit(t *runtime.Thread, a []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	return lockRelease(t, a)
}

func rlockExit(t *runtime.Thread, a []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	return rlockRelease(t, a)
}

func lockLocked(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	return runtime.Bool(runtime.As[lock](a[0]).held), nil
}
