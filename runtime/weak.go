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

// Hold keeps the collector's goroutine from the queue until release is called: for
// who looks at all that the VM refers to.
func (q *FinalizerQueue) Hold() (release func()) {
	q.mu.Lock()
	return q.mu.Unlock
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

func (vm *VM) remember(p weak.Pointer[Object]) { vm.watched.add(p) }

// Watch has the __del__ of a native object called when the Go collector finds
// that nothing refers to it any more. p is what its value refers to. A second
// call for p changes nothing.
func Watch[T any](vm *VM, p *T, value func(*T) Value) {
	runtime.SetFinalizer(p, nil)
	runtime.SetFinalizer(p, func(p *T) { vm.Finalizers.Push(value(p)) })
	vm.natives.add(weak.Make(value(p).HeapObject()))
}

// A weakList holds objects as long as they live.
type weakList struct {
	list []weak.Pointer[Object]
	max  int // at which length to forget the dead
}

func (l *weakList) add(p weak.Pointer[Object]) {
	if len(l.list) >= l.max {
		live := l.list[:0]
		for _, w := range l.list {
			if w.Value() != nil {
				live = append(live, w)
			}
		}
		clear(l.list[len(live):])
		l.list, l.max = live, max(64, 2*len(live))
	}
	l.list = append(l.list, p)
}

// unwatch takes the finalizers of those that live away and gives them.
func (l *weakList) unwatch() []Value {
	var out []Value
	for _, w := range l.list {
		if o := w.Value(); o != nil {
			runtime.SetFinalizer(o, nil)
			out = append(out, o.Value())
		}
	}
	*l = weakList{}
	return out
}

// Unwatch gives what still lives of the objects with a __del__ in Python, for
// the end of the VM, and takes all finalizers away: Go never frees a cycle that
// has one, and an object mostly reaches its module, which reaches it.
func (vm *VM) Unwatch() []Value {
	vm.natives.unwatch()
	return vm.watched.unwatch()
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
