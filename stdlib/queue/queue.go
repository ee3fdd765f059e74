// Package queue is minipy's _queue module: an unbounded queue between threads.
//
// put() hands its item to the thread that has waited longest, if one waits; so
// items are kept only while nobody wants them.
package queue

import (
	"math"
	"time"

	"github.com/minipy/minipy/runtime"
)

type (
	thread = runtime.Thread
	value  = runtime.Value
)

// A simpleQueue has its items at [head:].
type simpleQueue struct {
	runtime.Object
	items []value
	head  int
	queue runtime.WaitQueue
}

var queueType, emptyType runtime.Type

func (q *simpleQueue) len() int { return len(q.items) - q.head }

// push adds an item at the end. The room that get leaves in front is used again
// when the items have to move, at the latest.
func (q *simpleQueue) push(v value) {
	if len(q.items) == cap(q.items) && q.head > len(q.items)/2 {
		n := copy(q.items, q.items[q.head:])
		clear(q.items[n:])
		q.items, q.head = q.items[:n], 0
	}
	q.items = append(q.items, v)
}

// pop takes the first item; there is one.
func (q *simpleQueue) pop() value {
	v := q.items[q.head]
	q.items[q.head] = value{}
	q.head++
	if q.head == len(q.items) {
		q.items, q.head = q.items[:0], 0
		if cap(q.items) > 1024 {
			q.items = nil
		}
	}
	return v
}

// Undo implements runtime.Awaited: the item that a thread was woken with stays
// in the queue, the first.
func (q *simpleQueue) Undo(t *thread, w *runtime.Waiter) {
	if t.Host.Wake(&q.queue, w.Val) != nil {
		return
	}
	if q.head == 0 {
		q.items = append([]value{{}}, q.items...)
		q.head = 1
	}
	q.head--
	q.items[q.head] = w.Val
}

// Describe implements runtime.Awaited.
func (q *simpleQueue) Describe() (string, int64) { return "SimpleQueue", 0 }

func put(t *thread, a []value) (value, error) {
	q := runtime.As[simpleQueue](a[0])
	if t.Host.Wake(&q.queue, a[1]) == nil {
		q.push(a[1])
	}
	return runtime.None, nil
}

func empty() error { return runtime.NewException(&emptyType) }

func emptyThen(bool) (value, error) { return value{}, empty() }

func get(t *thread, a []value) (value, error) {
	q := runtime.As[simpleQueue](a[0])
	wait := time.Duration(-1)
	if !a[1].IsTrue() || !a[2].IsNone() {
		block, err := runtime.IsTrue(t, a[1])
		if err != nil {
			return value{}, err
		}
		if !block {
			wait = 0
		} else if !a[2].IsNone() {
			if wait, err = timeout(a[2]); err != nil {
				return value{}, err
			}
		}
	}
	if q.len() > 0 {
		return q.pop(), nil
	}
	if wait == 0 {
		return value{}, empty()
	}
	return t.Host.Wait(t, runtime.Wait{Queue: &q.queue, For: q, Timeout: wait, Then: emptyThen})
}

// timeout is a number of seconds, not negative.
func timeout(v value) (time.Duration, error) {
	f, ok := runtime.FloatOf(v)
	if !ok {
		n, _, ok := runtime.IntOf(v)
		if !ok {
			return 0, runtime.TypeErrorf("'%s' object cannot be interpreted as an integer", v.Type().Name)
		}
		f = float64(n)
	}
	switch ns := math.Ceil(f * 1e9); {
	case f != f:
		return 0, runtime.ValueErrorf("Invalid value NaN (not a number)")
	case f < 0:
		return 0, runtime.ValueErrorf("'timeout' must be a non-negative number")
	case ns >= 1<<63:
		return 0, runtime.OverflowErrorf("timestamp out of range for platform time_t")
	default:
		return time.Duration(ns), nil
	}
}

func getNowait(t *thread, a []value) (value, error) {
	if q := runtime.As[simpleQueue](a[0]); q.len() > 0 {
		return q.pop(), nil
	}
	return value{}, empty()
}

// newSimpleQueue is SimpleQueue.__new__: arguments are for the __init__ of a subclass.
func newSimpleQueue(t *thread, a []value, names []*runtime.Str) (value, error) {
	cls, _ := runtime.AsType(a[0])
	switch {
	case cls.Has(runtime.FlagUserInit):
	case len(a)-len(names) > 1:
		return value{}, runtime.TypeErrorf("SimpleQueue() takes no positional arguments")
	case len(names) > 0:
		return value{}, runtime.TypeErrorf("SimpleQueue() takes no keyword arguments")
	}
	return runtime.Alloc[simpleQueue](cls).Object.Value(), nil
}

func init() {
	runtime.Define(&emptyType, runtime.TypeSpec{Name: "_queue.Empty", Base: runtime.ExceptionType, Flags: runtime.FlagBase | runtime.FlagException,
		Doc: "Exception raised by Queue.get(block=0)/get_nowait()."})
	runtime.Define(&queueType, runtime.TypeSpec{Name: "_queue.SimpleQueue", Size: runtime.SizeOf[simpleQueue](), Flags: runtime.FlagBase,
		Doc: "Simple, unbounded, reentrant FIFO queue.",
		New: runtime.Method{Raw: newSimpleQueue},
		Methods: []runtime.Method{
			{Name: "put", Sig: "item, block=True, timeout=None", Fn: put, Doc: "Put the item on the queue; never waits."},
			{Name: "put_nowait", Sig: "item", Fn: put, Doc: "put()."},
			{Name: "get", Sig: "block=True, timeout=None", Fn: get, Waits: true, Doc: "Take the first item; wait for one, for timeout seconds at most."},
			{Name: "get_nowait", Fn: getNowait, Doc: "Take the first item, or raise Empty."},
			{Name: "empty", Fn: func(t *thread, a []value) (value, error) {
				return runtime.Bool(runtime.As[simpleQueue](a[0]).len() == 0), nil
			}, Doc: "Whether there is no item."},
			{Name: "qsize", Fn: func(t *thread, a []value) (value, error) {
				return runtime.Int(int64(runtime.As[simpleQueue](a[0]).len())), nil
			}, Doc: "How many items there are."},
			{Name: "__class_getitem__", Sig: "item, /", Kind: runtime.ClassMethod, Doc: "See PEP 585",
				Fn: func(t *thread, a []value) (value, error) { return runtime.NewGenericAlias(t, a[0], a[1]), nil }},
		}})
}

// Module is _queue.
var Module = &runtime.ModuleSpec{
	Name:  "_queue",
	Doc:   "The queue that the module queue builds on.",
	Types: []*runtime.Type{&queueType, &emptyType},
}
