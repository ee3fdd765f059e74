package vm

import (
	"context"
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

// A hostCall is what the threads have in common that one call of the host has
// started, its own thread and those that Python code has spawned from it.
type hostCall struct {
	ctx     context.Context
	cause   atomic.Pointer[error] // why they are to end; nil: they go on
	members []*thread             // gil.mu guards it
	unwatch func() bool           // ends the watch of the context; gil.mu
}

// newCall makes the call of t, a thread of the host, that ends with ctx.
func (m *Machine) newCall(t *thread, ctx context.Context) {
	c := &hostCall{ctx: ctx}
	m.join(t, c)
	unwatch := context.AfterFunc(ctx, func() {
		err := ctx.Err()
		if cause := context.Cause(ctx); cause != nil {
			err = &CanceledError{Err: err, Cause: cause}
		}
		m.stopCall(c, err)
	})
	m.gil.mu.Lock()
	c.unwatch = unwatch
	m.gil.mu.Unlock()
}

// join makes t one of the threads of c; c may be nil.
func (m *Machine) join(t *thread, c *hostCall) {
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
	for i, x := range c.members {
		if x == t {
			last := len(c.members) - 1
			c.members[i] = c.members[last]
			c.members[last] = nil
			c.members = c.members[:last]
			break
		}
	}
	unwatch := c.unwatch
	over := len(c.members) == 0
	m.gil.mu.Unlock()
	if over && unwatch != nil {
		unwatch()
	}
	if over && c.cause.Load() != nil && m.stops.Add(-1) == 0 {
		m.pending.And(^pendingStop)
	}
}

// stopCall ends the threads of c. Any goroutine.
func (m *Machine) stopCall(c *hostCall, err error) {
	g := &m.gil
	g.mu.Lock()
	if len(c.members) == 0 || !c.cause.CompareAndSwap(nil, &err) {
		g.mu.Unlock()
		return
	}
	m.stops.Add(1)
	m.pending.Or(pendingStop)
	members := append([]*thread(nil), c.members...)
	g.mu.Unlock()
	for _, t := range members {
		g.interrupt(t)
	}
}

// stopAll ends all threads of the machine, for t, which runs and has reached a limit.
func (m *Machine) stopAll(t *thread, err *LimitError) error {
	var cause error = err
	if m.stopped.CompareAndSwap(nil, &cause) {
		m.stops.Add(1)
		m.pending.Or(pendingStop)
		for _, x := range m.threads {
			if x != t {
				m.gil.interrupt(x)
			}
		}
	}
	return t.stop()
}

// stopCause says why t is to end; nil: it goes on.
func (t *thread) stopCause() error {
	if p := t.m.stopped.Load(); p != nil {
		return *p
	}
	if c := t.forCall; c != nil {
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
	t.over = true
	return runtime.Errorf(runtime.BaseExceptionType, "%s", cause.Error())
}
