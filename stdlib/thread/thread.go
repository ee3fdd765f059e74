// Package thread is minipy's _thread module: threads, locks and thread-local data.
//
// Locks are plain data under the GIL; waiting for one is Host.Wait, which needs
// no goroutine while the thread stands in Python code.
package thread

import (
	"github.com/minipy/minipy/runtime"
)

func startNewThread(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	if a[0].Type().Slots.Call == nil {
		return runtime.Value{}, runtime.TypeErrorf("first arg must be callable")
	}
	args, ok := runtime.AsTuple(a[1])
	if !ok {
		return runtime.Value{}, runtime.TypeErrorf("2nd arg must be a tuple")
	}
	all := args.Items()
	var names []*runtime.Str
	if !a[2].IsUnset() {
		kw, ok := runtime.AsDict(a[2])
		if !ok {
			return runtime.Value{}, runtime.TypeErrorf("optional 3rd arg must be a dictionary")
		}
		all = append([]runtime.Value(nil), all...)
		for pos := 0; ; {
			next, key, val, ok := kw.Next(pos)
			if !ok {
				break
			}
			pos = next
			name, ok := runtime.AsStr(key)
			if !ok {
				return runtime.Value{}, runtime.TypeErrorf("keywords must be strings")
			}
			names = append(names, t.VM.InternStr(name))
			all = append(all, val)
		}
	}
	id, err := t.Host.Spawn(t, a[0], all, names)
	return runtime.Int(id), err
}

// interruptMain simulates the arrival of a signal in the main thread; one that is
// ignored, or has the system's action, does nothing.
func interruptMain(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	n, err := runtime.AsSsize(t, a[0], runtime.OverflowError)
	if err != nil {
		return runtime.Value{}, err
	}
	if n < 1 || n > 64 {
		return runtime.Value{}, runtime.ValueErrorf("signal number out of range")
	}
	if trip := t.VM.TripSignal; trip != nil {
		trip(t, n)
	} else if h, ok := t.Host.(interface{ Signal(n int) }); ok {
		h.Signal(n)
	}
	return runtime.None, t.Host.Checkpoint(t) // the main thread's handler runs at once
}

// stackSize accepts what CPython does; a thread's stack grows as it needs.
func stackSize(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	n, err := runtime.AsSsize(t, a[0], runtime.OverflowError)
	if err != nil {
		return runtime.Value{}, err
	}
	if n < 0 {
		return runtime.Value{}, runtime.ValueErrorf("size must be 0 or a positive value")
	}
	if n > 0 && n < 32768 {
		return runtime.Value{}, runtime.ValueErrorf("size not valid: %d bytes", n)
	}
	s := stateOf(t)
	old := s.stackSize
	s.stackSize = n
	return runtime.Int(int64(old)), nil
}

// vmState is what a VM keeps for the module.
type vmState struct{ stackSize int }

func stateOf(t *runtime.Thread) *vmState {
	s, ok := t.VM.Ext["_thread"].(*vmState)
	if !ok {
		s = &vmState{}
		t.VM.Ext["_thread"] = s
	}
	return s
}

func exit(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	return runtime.Value{}, runtime.NewException(runtime.SystemExit)
}

func ident(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	return runtime.Int(t.ID), nil
}

func nativeID(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	return runtime.Int(t.NativeID), nil
}

func count(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	if h, ok := t.Host.(interface{ ThreadCount() int }); ok {
		return runtime.Int(int64(h.ThreadCount())), nil
	}
	return runtime.Int(0), nil
}

// Module is _thread.
var Module = &runtime.ModuleSpec{
	Name: "_thread",
	Doc:  "This module provides primitive operations to write multi-threaded programs.",
	Methods: []runtime.Method{
		{Name: "start_new_thread", Sig: "function, args, kwargs=?, /", Fn: startNewThread},
		{Name: "start_new", Sig: "function, args, kwargs=?, /", Fn: startNewThread},
		{Name: "allocate_lock", Fn: newLock},
		{Name: "allocate", Fn: newLock},
		{Name: "_allocate_waiter", Fn: newWaiter},
		{Name: "_set_sentinel", Fn: sentinel},
		{Name: "get_ident", Fn: ident},
		{Name: "get_native_id", Fn: nativeID},
		{Name: "_count", Fn: count},
		{Name: "_excepthook", Sig: "exc, /", Fn: excepthook},
		{Name: "exit", Fn: exit},
		{Name: "exit_thread", Fn: exit},
		{Name: "interrupt_main", Sig: "signum=2, /", Fn: interruptMain},
		{Name: "stack_size", Sig: "size=0, /", Fn: stackSize},
	},
	Consts: []runtime.Const{
		{Name: "TIMEOUT_MAX", Value: runtime.Float(timeoutMax)}, {Name: "error", Value: runtime.RuntimeError.Value()},
		{Name: "LockType", Value: lockType.Value()}, {Name: "RLock", Value: rlockType.Value()}, {Name: "_local", Value: localType.Value()},
		{Name: "_ExceptHookArgs", Value: hookArgsType.Value()},
	},
}
