package vm

import (
	"sync"
	"sync/atomic"
	"time"
	"unsafe"

	"github.com/minipy/minipy/runtime"
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
// When the GIL is free while threads wait for something outside, one of the
// carriers that have nothing to carry watches: see carrier.watch.
//
// # Who may touch what
//
// The ready queue, holder and the books belong to the thread that has the GIL
// (while it is free, to who has mu). Others, a timer or a goroutine that comes
// back from a system call, leave the threads that they make ready in arrived,
// under mu. So a turn's end touches no lock. With a mutex, a clock reading for
// the books and an indirect call for the policy at each, turns of 195 ns (100
// instructions of a while loop) cost 100 ns more.
type gil struct {
	ready             readyQueue // in the order in which they became ready
	holder            *thread    // who runs; nil: free
	last              *thread    // who held it before
	choose            policy     // nil: first come, first served
	outside           *runtime.VM
	switches          int64 // how often it went from one thread to another
	clock             clock
	pollIn, pollEvery int // in how many turns' ends to look for what comes from outside; see poll
	polledAt          time.Duration

	lent     atomic.Pointer[thread] // the holder, while it is in a function of the host: see lend.go
	narrived atomic.Int32
	mu       sync.Mutex // guards the rest
	arrived  []*thread
	free     bool
	idle     []*carrier // goroutines that wait for a thread to carry
	watch    *carrier   // that of them which sleeps for all descriptors; not among idle
	stirred  bool       // it has woken, and may be given a thread
	closed   bool       // no thread gets the GIL any more but closer
	closer   *thread
}

// A policy takes the thread that is to run next out of q, which is not empty.
type policy func(q *readyQueue) *thread

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

// has says that t is in the queue.
func (q *readyQueue) has(t *thread) bool {
	for i := range q.n {
		if q.at(i) == t {
			return true
		}
	}
	return false
}

// A clock tells the time since the machine's start, for the books. A reading
// costs as much as twenty instructions, so the ends of turns only count them,
// and what a turn takes on average is read now and then.
type clock struct {
	start    time.Time
	turn     time.Duration // what a turn takes
	measured time.Duration // the last reading
	turns    int           // since then
}

// turnsMeasured is after how many turns the clock is read.
const turnsMeasured = 64

// read reads the time.
func (c *clock) read() time.Duration {
	c.measured, c.turns = max(c.measured, time.Since(c.start)), 0
	return c.measured
}

// tick counts the end of a turn.
func (c *clock) tick() {
	if c.turns++; c.turns >= turnsMeasured {
		c.measure()
	}
}

// measure reads what a turn takes.
func (c *clock) measure() {
	before, turns := c.measured, time.Duration(c.turns)
	c.turn = (c.read() - before) / turns
}

// What a thread is doing, in the books.
type role uint8

const (
	idling  role = iota // it waits for something else than the GIL
	queued              // it is ready
	running             // it has the GIL
)

// A ledger is where the books have a thread since the clock was read for it.
// Turns that begin without a reading are only counted.
type ledger struct {
	role         role
	turns        int
	since        time.Duration // the span's beginning
	held, waited time.Duration
}

// enter ends the span at time now and begins another one in role r. turn is
// what a turn takes.
func (l *ledger) enter(r role, now, turn time.Duration) {
	switch span := now - l.since; {
	case l.role == idling:
	case l.turns > 0:
		busy := min(span, turn*time.Duration(l.turns))
		l.held += busy
		l.waited += span - busy
	case l.role == running:
		l.held += span
	default:
		l.waited += span
	}
	l.role, l.since, l.turns = r, now, 0
}

// others says that a thread other than the holder is ready.
func (g *gil) others() bool { return g.ready.n != 0 || g.narrived.Load() != 0 }

// push makes t ready. By the holder, or with mu held while the GIL is free.
func (g *gil) push(t *thread) {
	t.books.enter(queued, g.clock.read(), g.clock.turn)
	g.ready.push(t)
}

// pop takes the next ready thread, or nil. mu is held.
func (g *gil) pop() *thread {
	for _, t := range g.arrived {
		g.push(t)
	}
	clear(g.arrived)
	g.arrived = g.arrived[:0]
	g.narrived.Store(0)
	switch {
	case g.ready.n == 0:
		return nil
	case g.choose != nil:
		return g.choose(&g.ready)
	}
	return g.ready.take(0)
}

// give makes t the holder (nil: nobody) and keeps the books. mu is held.
//
// A host's goroutine that comes in and leaves while nobody else wants to run is
// booked as a turn: to read the clock twice would be half of what its call costs.
func (g *gil) give(t *thread) {
	if (t == nil || g.free && t.foreign) && !g.others() {
		g.clock.tick()
	} else {
		g.clock.read()
	}
	g.book(t, g.clock.measured)
	g.holder, g.free = t, t == nil
}

// book notes that t takes over from the holder.
func (g *gil) book(t *thread, now time.Duration) {
	if h := g.holder; h != nil {
		if g.last = h; h.books.role == running {
			h.books.enter(idling, now, g.clock.turn)
		}
	}
	if t == nil {
		return
	}
	if t.books.enter(running, now, g.clock.turn); t != g.last {
		g.switches++
	}
}

// pollTarget is how long a thread that waits for a descriptor waits at most, about,
// for a running one to look: a look costs 0.3 us.
const pollTarget = 8 * time.Microsecond

// poll looks at the ends of turns, every pollTarget or so.
func (g *gil) poll(p runtime.Poller) {
	if g.pollIn--; g.pollIn > 0 {
		return
	}
	now := g.clock.read()
	took := max(now-g.polledAt, 1)
	g.pollEvery = int(min(max(time.Duration(max(g.pollEvery, 1))*pollTarget/took, 1), 256))
	g.pollIn, g.polledAt = g.pollEvery, now
	p.Poll()
}

// turn ends t's turn at f's pc, which is saved, and gives the next thread: if
// the quantum does end there, both threads are data and nothing else is to be
// done. Otherwise it gives nil and changes nothing; near does it all.
//
// It is a fifth of what a turn costs (60 ns of 600 in the benchmark's mixed
// work; most of the rest are jumps that the processor cannot foresee), so the
// questions are few and the pointers are stored together, which asks once
// whether the collector wants to know.
func (t *thread) turn(f *frame, ip unsafe.Pointer) *thread {
	m := t.m
	g := &m.gil
	if g.narrived.Load()|m.pending.Load()|m.state.PollWaits.Load() != 0 {
		return nil
	}
	q := &g.ready
	mask := len(q.ring) - 1
	if q.n == 0 || int(t.bound-f.at(f.pc)) != -f.u.jumpRun || t.runs != 1 || t.interval == 1 { // tracing has an interval of 1, too
		return nil
	}
	c, next := t.carrier, q.ring[q.head&mask]
	if c.host || !next.detached || next.at == nil || g.choose != nil || m.used.limited || m.mem.limit > 0 && m.mem.due(1) {
		return nil
	}
	*t.bp &^= breakMark
	t.ran += int64(t.interval)
	t.offers++
	t.left = t.interval - 1 // the dispatch that has found the turn over counts: see near
	t.granted, t.detached, next.detached = false, true, false
	t.books.role, next.books.role = queued, running
	next.books.turns++
	g.switches++
	last := (q.head + q.n) & mask
	q.head = (q.head + 1) & mask
	t.bp, q.ring[last], g.holder, next.carrier, c.cur, t.carrier, t.at = &t.noInst, t, next, c, next, nil, ip
	g.clock.tick() // the call in it comes last: nothing has to be kept for afterwards (1%)
	return next
}

// pass gives the GIL to t and sees to it that a goroutine carries t; nil: to
// nobody. mu is held.
func (g *gil) pass(t *thread) {
	g.give(t)
	switch {
	case t == nil:
		if g.watch == nil && !g.closed && g.outside.PollWaits.Load() != 0 {
			g.watch = g.carrier()
			g.watch.work <- nil
		}
	case !t.detached:
		t.wake <- struct{}{}
	case g.stirred:
		t.detached = false
		g.watch.work <- t
		g.watch, g.stirred = nil, false
	default:
		t.detached = false
		g.carrier().work <- t
	}
}

// carrier takes an idle carrier, or makes one. mu is held.
func (g *gil) carrier() *carrier {
	if n := len(g.idle); n > 0 {
		c := g.idle[n-1]
		g.idle = g.idle[:n-1]
		return c
	}
	c := &carrier{gil: g, work: make(chan *thread, 1)}
	go c.loop()
	return c
}

// unwatch ends the watching if nobody waits: it would keep a machine that the
// embedding program has forgotten. mu is held.
func (g *gil) unwatch() {
	if g.watch != nil && g.outside.PollWaits.Load() == 0 {
		g.outside.Poller.Stir()
	}
}

// makeReady lets t, which does not run, go on: at once if nobody runs. mu is
// held; anybody may call it.
func (g *gil) makeReady(t *thread) {
	t.asleep = false
	switch {
	case g.closed && g.closer != t:
	case g.free || g.steal():
		g.pass(t)
	default:
		g.arrived = append(g.arrived, t)
		g.narrived.Store(int32(len(g.arrived)))
	}
}

// release gives the GIL up; the goroutine goes on with something that touches
// no Value. A thread that does not hold it (before the machine runs) keeps still.
func (t *thread) release() {
	t.m.gil.mu.Lock()
	t.releaseLocked()
	t.m.gil.mu.Unlock()
}

// releaseLocked is release with mu held.
func (t *thread) releaseLocked() {
	g := &t.m.gil
	t.clearBreak()
	if g.holder == t {
		t.takeBack()
		t.away = true
		g.pass(g.pop())
	} else {
		t.outside++
	}
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
	case g.free:
		g.give(t)
		g.mu.Unlock()
	default:
		t.attach()
		g.makeReady(t)
		g.mu.Unlock()
		t.sleep()
	}
	t.away = false
	t.restoreBreak()
}

// attach is for the goroutine of t that is about to sleep until t is given the
// GIL: most threads never do, and need no channel. mu is held.
func (t *thread) attach() {
	if t.wake == nil {
		t.wake = make(chan struct{}, 1)
	}
}

// sleep blocks the goroutine of t until it is given the GIL.
func (t *thread) sleep() {
	<-t.wake
	t.mayStop(t.carrier)
}

// handOver passes the GIL on from t, which is ready or waits, and blocks its
// goroutine until t's next turn. mu is held.
func (t *thread) handOver() {
	g := &t.m.gil
	next := g.pop()
	if next == t {
		t.books.enter(running, g.clock.read(), g.clock.turn)
		g.mu.Unlock()
		return
	}
	t.attach()
	g.pass(next)
	g.mu.Unlock()
	t.sleep()
}

// stepAside is the end of a quantum inside a native's nested run: the
// goroutine itself must wait for t's next turn.
func (t *thread) stepAside() {
	g := &t.m.gil
	g.mu.Lock()
	g.push(t)
	t.handOver()
}
