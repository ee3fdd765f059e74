package vm

import (
	"time"

	"github.com/minipy/minipy/runtime"
)

// A waiting is what a thread waits for in Wait. Signal handlers that run in the
// middle of it may wait in their turn: outer.
type waiting struct {
	runtime.Waiter
	outer    *waiting
	timer    *time.Timer
	how      runtime.Wait
	timedOut bool // gil.mu guards it
	fired    bool // gil.mu; Begin's function has been called
	over     bool // gil.mu; a timer that comes too late sees it
}

// Wait implements runtime.Host.
func (m *Machine) Wait(rt *runtime.Thread, w runtime.Wait) (runtime.Value, error) {
	t, g := implOf(rt), &m.gil
	m.watch(t)
	x := &waiting{outer: t.wait, how: w}
	x.T, x.For, x.Arg = rt, w.For, w.Arg
	if w.Queue != nil {
		w.Queue.Join(&x.Waiter)
	}
	g.mu.Lock()
	t.wait, t.asleep = x, true
	if w.Timeout > 0 {
		x.timer = time.AfterFunc(w.Timeout, func() { g.timeUp(t, x) })
	}
	if w.Timeout == 0 {
		x.timedOut = true
	}
	if w.Timeout == 0 || m.pendingFor(t) { // or an interrupt that came just now
		g.makeReady(t)
	}
	g.mu.Unlock()
	if w.Begin != nil {
		w.Begin(func() { g.fire(t, x) })
	}
	if t.mayPark && !w.Stay {
		t.mayPark = false
		return runtime.Value{}, errParked
	}
	t.takeBack()
	t.clearBreak()
	for {
		g.mu.Lock()
		t.handOver()
		v, done, err := t.endWait(x, false)
		if done {
			t.restoreBreak()
			return v, err
		}
	}
}

// timeUp ends wait x of t by its time-out. Called by timers.
func (g *gil) timeUp(t *thread, x *waiting) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if x.over {
		return
	}
	x.timedOut = true
	if t.wait == x && t.asleep {
		g.makeReady(t)
	}
}

// fire ends wait x of t from outside the machine.
func (g *gil) fire(t *thread, x *waiting) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if x.over {
		return
	}
	x.fired = true
	if t.wait == x && t.asleep {
		g.makeReady(t)
	}
}

// endWait looks, when t runs again, whether its wait x is over. An interrupt's
// handler may have to run first, and ends the wait if it raises. If the wait
// goes on, t is asleep again. parked says that t waits without a goroutine, and
// may again.
func (t *thread) endWait(x *waiting, parked bool) (v runtime.Value, done bool, err error) {
	m, g := t.m, &t.m.gil
	for {
		if !x.Woken && m.pendingFor(t) {
			err = m.runPending(t)
		}
		g.mu.Lock()
		if err == nil && !x.Woken && !x.timedOut && !x.fired {
			if m.pendingFor(t) {
				g.mu.Unlock()
				continue
			}
			t.asleep = true
			g.mu.Unlock()
			return v, false, nil
		}
		x.over, t.wait = true, x.outer
		g.mu.Unlock()
		break
	}
	if x.timer != nil {
		x.timer.Stop()
	}
	if x.how.End != nil {
		x.how.End()
	}
	switch {
	case err != nil:
		x.Leave()
		if x.Woken && x.For != nil {
			x.For.Undo(t.rt, &x.Waiter)
		}
		return v, true, err
	case x.Woken:
		return x.Val, true, nil
	}
	x.Leave()
	if x.how.Then == nil {
		return x.how.TimedOut, true, nil
	}
	t.mayPark = parked
	v, err = x.how.Then(!x.fired)
	t.mayPark = false
	return v, err != errParked, err
}

// abandon ends wait x, and those inside it, without a result.
func (t *thread) abandon(x *waiting) {
	g := &t.m.gil
	for w := t.wait; w != nil; w = w.outer {
		g.mu.Lock()
		w.over, t.wait = true, w.outer
		g.mu.Unlock()
		if w.timer != nil {
			w.timer.Stop()
		}
		w.Leave()
		if w == x {
			return
		}
	}
}

// Wake implements runtime.Host.
func (m *Machine) Wake(q *runtime.WaitQueue, v runtime.Value) *runtime.Waiter {
	w := q.First()
	if w == nil {
		return nil
	}
	w.Leave()
	w.Woken, w.Val = true, v
	t, g := implOf(w.T), &m.gil
	m.running().cut()
	g.mu.Lock()
	if t.wait != nil && &t.wait.Waiter == w && t.asleep {
		g.makeReady(t)
	}
	g.mu.Unlock()
	return w
}

// Block implements runtime.Host.
func (m *Machine) Block(rt *runtime.Thread, f, cancel func()) {
	t, g := implOf(rt), &m.gil
	m.watch(t)
	if cancel != nil {
		g.mu.Lock()
		t.cancel = cancel
		g.mu.Unlock()
		if m.pendingFor(t) {
			g.interrupt(t)
		}
	}
	t.release()
	defer func() {
		if cancel != nil {
			g.mu.Lock()
			t.cancel = nil
			g.mu.Unlock()
		}
		t.acquire()
	}()
	f()
}

// interrupt makes t look at what is pending if it waits or blocks.
func (g *gil) interrupt(t *thread) {
	g.mu.Lock()
	if t.wait != nil && t.asleep {
		g.makeReady(t)
	}
	cancel := t.cancel
	t.cancel = nil
	g.mu.Unlock()
	if cancel != nil {
		cancel()
	}
}

// ReleaseGIL implements runtime.Host.
func (m *Machine) ReleaseGIL(rt *runtime.Thread) { implOf(rt).release() }

// AcquireGIL implements runtime.Host.
func (m *Machine) AcquireGIL(rt *runtime.Thread) { implOf(rt).acquire() }
