package runtime

import (
	"runtime"
	"sync"
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
// that nothing refers to o any more.
func (vm *VM) watchDel(o *Instance) {
	runtime.SetFinalizer(o, func(o *Instance) { vm.Finalizers.Push(o.Object.Value()) })
}

// Finalize calls v's __del__.
func Finalize(t *Thread, v Value) error {
	_, _, err := CallSpecial(t, v, dnDel)
	return err
}
