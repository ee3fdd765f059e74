package vm

import (
	"sync"
	"sync/atomic"
	"time"
)

// # The GIL
//
// One thread of a machine runs at a time: the gil's holder. It gives the GIL
// up where its quantum ends (endQuantum), around what blocks (Block,
// ReleaseGIL) and while it waits (Wait); always to the thread that the policy
// takes from the ready ones, so that the GIL is free only while none is ready.
//
// # Threads and goroutines
//
// Handing the GIL from goroutine to goroutine costs as much as the hundred
// instructions of a quantum. But a thread that stands between two instructions
// of its base run (its outermost run, the one without a native below it) is
// only data. So it is detached: it is put into the ready queue, and the
// goroutine goes on with the next thread inside the same loop (moveOn). The
// goroutines that do so are the carriers. Only a thread with a native on its
// Go stack keeps its goroutine, which then sleeps on thread.wake.
//
//	attached, running     the holder, on the goroutine thread.carrier
//	attached, elsewhere   its goroutine blocks outside the GIL, or sleeps on wake
//	detached              registers and frames; any carrier may continue it
//
// A goroutine of the embedding program that runs Python code is no carrier: it
// must come back with the result of its own run. When its thread stops, it
// sleeps on thread.done, and the carrier that finishes the run gives it the
// outcome together with the GIL.
//
// gil.mu guards what is said in the fields; it is held for a few instructions.
type gil struct {
	mu       sync.Mutex
	holder   *thread // who runs; nil: free. Read without mu only by the holder.
	ready    readyQueue
	nready   atomic.Int32 // len of ready, for a look without mu
	choose   policy
	idle     []*carrier // goroutines that wait for a thread to carry
	closed   bool       // no thread gets the GIL any more but closer
	closer   *thread
	last     *thread // who held it last
	switches int64   // how often it went from one thread to another
	start    time.Time
}

// A policy takes the thread that is to run next out of q, which is not empty.
type policy func(q *readyQueue) *thread

// fifo is the policy that everybody gets: first come, first served.
func fifo(q *readyQueue) *thread { return q.take(0) }

// A readyQueue holds the threads that could run, in the order in which they
// became ready.
type readyQueue struct {
	ring []*thread // a power of two long
	head int
	n    int
}

func (q *readyQueue) push(t *thread) {
	if q.n == len(q.ring) {
		bigger := make([]*thread, max(8, 2*q.n))
		for i := range q.n {
			bigger[i] = q.at(i)
		}
		q.ring, q.head = bigger, 0
	}
	q.ring[(q.head+q.n)&(len(q.ring)-1)] = t
	q.n++
}

// at is the i-th of the queue, 0 the one that has been ready longest.
func (q *readyQueue) at(i int) *thread { return q.ring[(q.head+i)&(len(q.ring)-1)] }

// take removes the i-th and gives it.
func (q *readyQueue) take(i int) *thread {
	mask := len(q.ring) - 1
	t := q.at(i)
	for ; i > 0; i-- {
		q.ring[(q.head+i)&mask] = q.ring[(q.head+i-1)&mask]
	}
	q.ring[q.head] = nil
	q.head = (q.head + 1) & mask
	q.n--
	return t
}

// now is the time since the machine's start, for the statistics.
func (g *gil) now() time.Duration { return time.Since(g.start) }

// push makes t ready. mu is held.
func (g *gil) push(t *thread) {
	t.queued, t.readyAt = true, g.now()
	g.ready.push(t)
	g.nready.Store(int32(g.ready.n))
}

// pop takes the next ready thread, or nil. mu is held.
func (g *gil) pop() *thread {
	if g.ready.n == 0 {
		return nil
	}
	t := g.choose(&g.ready)
	t.queued = false
	g.nready.Store(int32(g.ready.n))
	return t
}

// give makes t the holder (nil: nobody) and keeps the books. mu is held.
func (g *gil) give(t *thread) {
	now := g.now()
	if h := g.holder; h != nil {
		h.held += now - h.heldAt
		g.last = h
	}
	g.holder = t
	if t == nil {
		return
	}
	if t.readyAt > 0 {
		t.waited += now - t.readyAt
		t.readyAt = 0
	}
	t.heldAt = now
	if t != g.last {
		g.switches++
	}
}

// pass gives the GIL to t and sees to it that a goroutine carries t; nil: to
// nobody. mu is held.
func (g *gil) pass(t *thread) {
	g.give(t)
	switch {
	case t == nil:
	case !t.detached:
		t.wake <- struct{}{}
	case len(g.idle) > 0:
		t.detached = false
		c := g.idle[len(g.idle)-1]
		g.idle = g.idle[:len(g.idle)-1]
		c.work <- t
	default:
		t.detached = false
		c := &carrier{work: make(chan *thread, 1)}
		go c.loop(t)
	}
}

// makeReady lets t, which does not run, go on: at once if nobody runs.
// mu is held.
func (g *gil) makeReady(t *thread) {
	t.asleep = false
	if t.queued || g.closed {
		return
	}
	if g.holder == nil {
		g.pass(t)
	} else {
		g.push(t)
	}
}

// release gives the GIL up; the goroutine goes on with something that touches
// no Value. A thread that does not hold it (before the machine runs) keeps still.
func (t *thread) release() {
	g := &t.m.gil
	t.clearBreak()
	g.mu.Lock()
	if g.holder == t {
		g.pass(g.pop())
	} else {
		t.outside++
	}
	g.mu.Unlock()
}

// acquire waits for the GIL.
func (t *thread) acquire() {
	g := &t.m.gil
	g.mu.Lock()
	switch {
	case t.outside > 0:
		t.outside--
		g.mu.Unlock()
		return
	case g.closed && g.closer != t:
		g.mu.Unlock()
		t.mayStop(t.carrier)
	case g.holder == nil:
		g.give(t)
		g.mu.Unlock()
	default:
		g.push(t)
		g.mu.Unlock()
		t.sleep()
	}
	t.restoreBreak()
}

// sleep blocks the goroutine of t until it is given the GIL.
func (t *thread) sleep() {
	<-t.wake
	t.mayStop(t.carrier)
}

// stepAside is the end of a quantum inside a native's nested run: the
// goroutine itself must wait for t's next turn.
func (t *thread) stepAside() {
	g := &t.m.gil
	g.mu.Lock()
	g.push(t)
	next := g.pop()
	if next == t {
		t.readyAt = 0
		g.mu.Unlock()
		return
	}
	g.pass(next)
	g.mu.Unlock()
	t.sleep()
}
