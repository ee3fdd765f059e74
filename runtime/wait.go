package runtime

import "time"

// A WaitQueue holds the threads that wait for one thing (a lock, an item), first
// come, first served. Its owner keeps it beside the thing; the GIL guards it.
type WaitQueue struct{ first, last *Waiter }

// A Waiter is a thread's place in a WaitQueue.
type Waiter struct {
	T     *Thread
	For   Awaited
	Woken bool  // it has left the queue with Val
	Val   Value // what its Wait returns
	Arg   int   // the owner's own

	q          *WaitQueue
	next, prev *Waiter
}

// Awaited is what a thread waits for.
type Awaited interface {
	// Undo takes back what Wake has given to a thread whose wait then ends with
	// an exception instead (a signal handler's).
	Undo(t *Thread, w *Waiter)
	// Describe says what it is for a picture of the threads: "lock", and which
	// thread has it (0: none).
	Describe() (what string, owner int64)
}

// A Wait is what a native that has to wait asks of Host.Wait.
type Wait struct {
	Queue    *WaitQueue    // nil: only time ends the wait
	For      Awaited       // may be nil where Queue is
	Timeout  time.Duration // negative: none
	TimedOut Value         // the result if the time is up
	Arg      int

	// For what comes from outside the VM. Begin is called once the thread waits,
	// with a function that ends the wait, on any goroutine; End when the wait is
	// over. Then, with the GIL, gives the result; as the last thing that it does
	// it may wait again. What says for what, in a picture of the threads.
	Begin func(wake func())
	End   func()
	Then  func(timedOut bool) (Value, error)
	What  string
	// Stay says that the native goes on afterwards: the thread keeps its goroutine.
	Stay bool
}

// Join puts w at the end of the queue.
func (q *WaitQueue) Join(w *Waiter) {
	w.q, w.prev, w.next = q, q.last, nil
	if q.last == nil {
		q.first = w
	} else {
		q.last.next = w
	}
	q.last = w
}

// Leave takes w out of the queue that it is in, if any.
func (w *Waiter) Leave() {
	q := w.q
	if q == nil {
		return
	}
	if w.prev == nil {
		q.first = w.next
	} else {
		w.prev.next = w.next
	}
	if w.next == nil {
		q.last = w.prev
	} else {
		w.next.prev = w.prev
	}
	w.q, w.next, w.prev = nil, nil, nil
}

// First is who has waited longest, or nil.
func (q *WaitQueue) First() *Waiter { return q.first }

// Clear forgets all waiters: after a fork they are gone.
func (q *WaitQueue) Clear() { q.first, q.last = nil, nil }
