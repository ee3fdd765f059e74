// Package thread is minipy's _thread module: locks and thread identity.
//
// A lock is plain data under the GIL. While the VM runs one thread, a blocking
// acquire of a lock that is held can only end by its time-out.
package thread

import (
	"time"

	"github.com/minipy/minipy/runtime"
)

var lockType, rlockType, localType runtime.Type

type lock struct {
	runtime.Object
	held bool
}

type rlock struct {
	runtime.Object
	owner int64
	count int
}

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
		return 0, runtime.TypeErrorf("'%s' object cannot be interpreted as an integer or float", timeout.Type().Name)
	}
	switch {
	case !block && f != -1:
		return 0, runtime.ValueErrorf("can't specify a timeout for a non-blocking call")
	case !block:
		return 0, nil
	case f < 0 && f != -1:
		return 0, runtime.ValueErrorf("timeout value must be a non-negative number")
	case f > timeoutMax:
		return 0, runtime.OverflowErrorf("timeout value is too large")
	case f < 0:
		return -1, nil
	}
	return time.Duration(f * float64(time.Second)), nil
}

// wait sleeps until free says so or the time is up.
func wait(t *runtime.Thread, d time.Duration, free func() bool) (bool, error) {
	if free() {
		return true, nil
	}
	deadline := time.Now().Add(d)
	for d < 0 || time.Now().Before(deadline) {
		t.Host.ReleaseGIL(t)
		time.Sleep(200 * time.Microsecond)
		t.Host.AcquireGIL(t)
		if err := t.Host.Checkpoint(t); err != nil {
			return false, err
		}
		if free() {
			return true, nil
		}
	}
	return false, nil
}

func lockAcquire(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	l := runtime.As[lock](a[0])
	d, err := waitArgs(t, a[1], a[2])
	if err != nil {
		return runtime.Value{}, err
	}
	ok, err := wait(t, d, func() bool { return !l.held })
	if ok {
		l.held = true
	}
	return runtime.Bool(ok), err
}

func lockRelease(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	l := runtime.As[lock](a[0])
	if !l.held {
		return runtime.Value{}, runtime.RuntimeErrorf("release unlocked lock")
	}
	l.held = false
	return runtime.None, nil
}

func rlockAcquire(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	l := runtime.As[rlock](a[0])
	d, err := waitArgs(t, a[1], a[2])
	if err != nil {
		return runtime.Value{}, err
	}
	ok, err := wait(t, d, func() bool { return l.count == 0 || l.owner == t.ID })
	if ok {
		l.owner = t.ID
		l.count++
	}
	return runtime.Bool(ok), err
}

func rlockRelease(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	l := runtime.As[rlock](a[0])
	if l.count == 0 || l.owner != t.ID {
		return runtime.Value{}, runtime.RuntimeErrorf("cannot release un-acquired lock")
	}
	l.count--
	return runtime.None, nil
}

func newLock(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	l := &lock{}
	l.Init(&lockType)
	return l.Value(), nil
}

func state(held bool) string {
	if held {
		return "locked"
	}
	return "unlocked"
}

func init() {
	sig := "blocking=True, timeout=-1"
	runtime.Define(&lockType, runtime.TypeSpec{Name: "_thread.lock", Size: runtime.SizeOf[lock](), Flags: runtime.FlagDisallowNew,
		Slots: runtime.Slots{Repr: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
			return runtime.NewStr("<" + state(runtime.As[lock](v).held) + " _thread.lock object>"), nil
		}},
		Methods: []runtime.Method{
			{Name: "acquire", Sig: sig, Fn: lockAcquire}, {Name: "acquire_lock", Sig: sig, Fn: lockAcquire}, {Name: "__enter__", Sig: sig, Fn: lockAcquire},
			{Name: "release", Fn: lockRelease}, {Name: "release_lock", Fn: lockRelease}, {Name: "__exit__", Sig: "*args", Fn: lockRelease},
			{Name: "locked", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
				return runtime.Bool(runtime.As[lock](a[0]).held), nil
			}},
		}})
	runtime.Define(&rlockType, runtime.TypeSpec{Name: "_thread.RLock", Size: runtime.SizeOf[rlock](), Flags: runtime.FlagBase,
		New: runtime.Method{Raw: func(t *runtime.Thread, a []runtime.Value, n []*runtime.Str) (runtime.Value, error) {
			cls, _ := runtime.AsType(a[0])
			return runtime.Alloc[rlock](cls).Object.Value(), nil
		}},
		Methods: []runtime.Method{
			{Name: "acquire", Sig: sig, Fn: rlockAcquire}, {Name: "__enter__", Sig: sig, Fn: rlockAcquire},
			{Name: "release", Fn: rlockRelease}, {Name: "__exit__", Sig: "*args", Fn: rlockRelease},
			{Name: "_is_owned", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
				l := runtime.As[rlock](a[0])
				return runtime.Bool(l.count > 0 && l.owner == t.ID), nil
			}},
		}})
	runtime.Define(&localType, runtime.TypeSpec{Name: "_thread._local", Flags: runtime.FlagBase})
}

// Module is _thread.
var Module = &runtime.ModuleSpec{
	Name: "_thread",
	Doc:  "This module provides primitive operations to write multi-threaded programs.",
	Methods: []runtime.Method{
		{Name: "allocate_lock", Fn: newLock}, {Name: "allocate", Fn: newLock},
		{Name: "get_ident", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) { return runtime.Int(t.ID), nil }},
		{Name: "get_native_id", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) { return runtime.Int(t.ID), nil }},
		{Name: "_count", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) { return runtime.Int(0), nil }},
	},
	Consts: []runtime.Const{
		{Name: "TIMEOUT_MAX", Value: runtime.Float(timeoutMax)}, {Name: "error", Value: runtime.RuntimeError.Value()},
		{Name: "LockType", Value: lockType.Value()}, {Name: "RLock", Value: rlockType.Value()}, {Name: "_local", Value: localType.Value()},
	},
}
