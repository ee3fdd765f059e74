package runtime

import (
	"runtime"
	"sync"
	"weak"
)

// A FinalizerQueue hands objects whose last reference is gone from the Go
// collector's goroutine to the VM's threads.
type FinalizerQueue struct {
	mu    sync.Mutex
	queue []Value
	// Notify, if set, is called after a Push, on the collector's goroutine.
	Notify func()
}

// Push adds an object; any goroutine.
func (q *FinalizerQueue) Push(v Value) {
	q.mu.Lock()
	q.queue = append(q.queue, v)
	q.mu.Unlock()
	if q.Notify != nil {
		q.Notify()
	}
}

// Take removes and returns what is queued.
func (q *FinalizerQueue) Take() []Value {
	q.mu.Lock()
	defer q.mu.Unlock()
	out := q.queue
	q.queue = nil
	return out
}

// A WeakRef is a weakref.ref.
type WeakRef struct {
	Object
	attrs    Attrs
	Callback Value
}

// watchDel arranges for o's __del__ to be called when the Go collector finds
// that nothing refers to o any more, or when the VM ends.
func (vm *VM) watchDel(o *Instance) {
	runtime.SetFinalizer(o, func(o *Instance) { vm.Finalizers.Push(o.Object.Value()) })
	vm.remember(weak.Make(&o.Object))
}

// watchBuiltin does the same for an instance of a Python class that inherits
// from a builtin one. The object begins its allocation, as Alloc makes it.
func (vm *VM) watchBuiltin(v Value) {
	o := v.HeapObject()
	runtime.SetFinalizer(o, nil) // __new__ may have given an object that is watched
	runtime.SetFinalizer(o, func(o *Object) { vm.Finalizers.Push(o.Value()) })
	vm.remember(weak.Make(o))
}

// WatchGenerator does the same for the finally blocks of a generator.
func (vm *VM) WatchGenerator(g *Generator) {
	runtime.SetFinalizer(g, func(g *Generator) {
		if g.Started && !g.Done {
			vm.Finalizers.Push(g.Object.Value())
		}
	})
	vm.remember(weak.Make(&g.Object))
}

func (vm *VM) remember(p weak.Pointer[Object]) {
	if len(vm.watched) >= vm.watchedMax {
		live := vm.watched[:0]
		for _, w := range vm.watched {
			if w.Value() != nil {
				live = append(live, w)
			}
		}
		vm.watched = live
		vm.watchedMax = max(1024, 2*len(live))
	}
	vm.watched = append(vm.watched, p)
}

// Watched gives what still lives of the objects with a finalizer, for the end of the VM.
func (vm *VM) Watched() []Value {
	var out []Value
	for _, w := range vm.watched {
		if o := w.Value(); o != nil {
			out = append(out, o.Value())
		}
	}
	vm.watched = nil
	return out
}

// Finalize calls v's __del__, or closes it if it is a generator.
func Finalize(t *Thread, v Value) error {
	if g, ok := v.generator(); ok {
		if !g.Started || g.Done || g.Running {
			return nil
		}
		return GenClose(t, g)
	}
	_, _, err := CallSpecial(t, v, dnDel)
	return err
}

func (v Value) generator() (*Generator, bool) {
	switch v.Type() {
	case &generatorType, &coroutineType:
		return As[Generator](v), true
	}
	return nil, false
}
