package vm

import (
	"context"
	"slices"
	"sync/atomic"

	"github.com/minipy/minipy/runtime"
)

// # Stopping
//
// A cancelled context ends the threads of one call of the host, a limit all
// threads of the machine. Either leaves its cause where those threads find it (in
// their call, or in the machine), sets pendingStop, and wakes those that wait or
// block (gil.interrupt). A thread sees it where it looks at what is pending: at
// the end of its quantum, in Checkpoint, in the middle of a wait. It then raises
// an exception that no handler gets: thread.over makes unwind pass them by, so
// that neither except nor finally nor __exit__ runs any more code. Natives that
// swallow errors gain nothing: the next look raises it again.

// # Watching a context
//
// To be told that a context is done costs as much as three short calls. So a
// call begins with pendingWatch, and its context is watched from where its
// thread first looks at what is pending, that is after a quantum, or before it
// waits, blocks or starts a thread. Most calls are over by then.

// A hostCall is what the threads have in common that one call of the host has
// started, its own thread and those that Python code has spawned from it.
//
// If the context is done while threads that Python code has started go on
// although the call is over, these end, too.
type hostCall struct {
	ctx     context.Context
	outer   *hostCall             // the call in which its host function has made this one
	watched bool                  // the GIL guards it
	cause   atomic.Pointer[error] // why they are to end; nil: they go on
	members []*thread             // while it is watched; gil.mu guards it
	unwatch func() bool           // ends the watch of the context; gil.mu
}

// begin makes t, a thread of the host, the first of a call that ends with ctx.
// unwatch ends it.
func (m *Machine) begin(t *thread, ctx context.Context) {
	c := t.spareCall
	if t.spareCall = nil; c == nil {
		c = &hostCall{}
	}
	c.ctx, c.outer = ctx, t.forCall
	t.forCall = c
	m.unwatched++
	m.pending.Or(pendingWatch)
}

// watch begins to watch the contexts of the calls that t belongs to.
func (m *Machine) watch(t *thread) {
	for c := t.forCall; c != nil && !c.watched; c = c.outer {
		m.watchCall(c, t)
	}
}

func (m *Machine) watchCall(c *hostCall, t *thread) {
	c.watched = true
	m.watchBegun()
	m.gil.mu.Lock()
	c.members = append(c.members, t)
	m.gil.mu.Unlock()
	if err := c.ctx.Err(); err != nil {
		m.stopCall(c, &CanceledError{Err: err, Cause: context.Cause(c.ctx)})
		return
	}
	unwatch := context.AfterFunc(c.ctx, func() {
		m.stopCall(c, &CanceledError{Err: c.ctx.Err(), Cause: context.Cause(c.ctx)})
	})
	m.gil.mu.Lock()
	c.unwatch = unwatch
	m.gil.mu.Unlock()
}

// watchBegun says that a call is watched, or over.
func (m *Machine) watchBegun() {
	if m.unwatched--; m.unwatched == 0 {
		m.pending.And(^pendingWatch)
	}
}

// unwatch ends what begin began, and takes t back to the call that it belonged to.
func (m *Machine) unwatch(t *thread, outer *hostCall) {
	if c := t.forCall; c.watched {
		m.part(t)
	} else {
		m.watchBegun()
		c.ctx, c.outer = nil, nil
		t.spareCall = c
	}
	t.forCall = outer
}

// join makes t, a new thread, one of those of from's call.
func (m *Machine) join(t, from *thread) {
	m.watch(from)
	c := from.forCall
	if t.forCall = c; c == nil {
		return
	}
	m.gil.mu.Lock()
	c.members = append(c.members, t)
	m.gil.mu.Unlock()
}

// part ends what join began. The last thread ends the watch of the context.
func (m *Machine) part(t *thread) {
	c := t.forCall
	if c == nil {
		return
	}
	t.forCall = nil
	m.gil.mu.Lock()
	if i := slices.Index(c.members, t); i >= 0 {
		c.members = slices.Delete(c.members, i, i+1)
	}
	over, unwatch := len(c.members) == 0, c.unwatch
	m.gil.mu.Unlock()
	if !over {
		return
	}
	if unwatch != nil {
		unwatch()
	}
	if c.cause.Load() != nil {
		m.stopDone()
	}
}

// stopDone says that the threads which a cause was for have ended.
func (m *Machine) stopDone() {
	m.gil.mu.Lock()
	defer m.gil.mu.Unlock()
	if m.stops--; m.stops == 0 {
		m.pending.And(^pendingStop)
	}
}

// stopBegun says that threads are to end. gil.mu is held.
func (m *Machine) stopBegun() {
	m.stops++
	m.pending.Or(pendingStop)
}

// stopCall ends the threads of c. Any goroutine.
func (m *Machine) stopCall(c *hostCall, err error) {
	g := &m.gil
	g.mu.Lock()
	if len(c.members) == 0 || !c.cause.CompareAndSwap(nil, &err) {
		g.mu.Unlock()
		return
	}
	m.stopBegun()
	members := slices.Clone(c.members)
	g.mu.Unlock()
	for _, t := range members {
		g.interrupt(t)
	}
}

// limitReached leaves err as the cause to end for all threads of the machine.
// Any goroutine; the threads that wait are woken by the next one that looks.
func (m *Machine) limitReached(err *LimitError) {
	var cause error = err
	m.gil.mu.Lock()
	if m.stopped.CompareAndSwap(nil, &cause) {
		m.stopBegun()
	}
	m.gil.mu.Unlock()
}

// stopAll ends all threads of the machine, for t, which runs and has reached a limit.
func (t *thread) stopAll(limit string, most int64) error {
	t.m.limitReached(&LimitError{Limit: limit, Max: most})
	return t.stop()
}

// stopCause says why t is to end; nil: it goes on.
func (t *thread) stopCause() error {
	if p := t.m.stopped.Load(); p != nil && !t.flushing {
		return *p
	}
	for c := t.forCall; c != nil; c = c.outer {
		if p := c.cause.Load(); p != nil {
			return *p
		}
	}
	return nil
}

// stop is the exception that ends t if it is to end.
func (t *thread) stop() error {
	cause := t.stopCause()
	if cause == nil {
		return nil
	}
	if m := t.m; m.stopped.Load() != nil && !m.spread {
		m.spread = true
		for _, x := range m.threads {
			if x != t {
				m.gil.interrupt(x)
			}
		}
	}
	t.over = true
	return runtime.Errorf(runtime.BaseExceptionType, "%s", cause.Error())
}
