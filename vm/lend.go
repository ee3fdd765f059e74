package vm

import (
	"context"
	"sync"

	"github.com/minipy/minipy/runtime"
)

// # Functions of the host
//
// A Go function of the embedding program (gofunc.go) may block, and it may
// come back into the machine: through the context or the callback that it was
// given, or by a plain Machine.Call in a closure. So the thread that calls it
// lends the GIL: it stays the holder and pays one store and one
// compare-and-swap (14 ns together), but whoever needs the GIL meanwhile, a
// goroutine that enters or a thread whose wait is over, takes it away (steal),
// and the thread acquires it again when the function returns.
//
// What comes back with the function's own context or callback runs on the very
// thread that called the function (borrow): it is the same Python thread, with
// its locks and thread-local data. What enters without is a thread of its own.

// lend offers the GIL to who needs it. The goroutine goes on in code of the
// host that touches no Value; unlend ends it.
func (t *thread) lend() { t.m.gil.lent.Store(t) }

// unlend has the GIL again.
func (t *thread) unlend() {
	if !t.m.gil.lent.CompareAndSwap(t, nil) {
		t.acquire()
	}
	t.m.mem.settled = 0
}

// steal takes the GIL from a thread that has lent it. mu is held; the caller
// gives it to somebody at once.
func (g *gil) steal() bool {
	l := g.lent.Load()
	if l == nil || !g.lent.CompareAndSwap(l, nil) {
		return false
	}
	l.away = true
	l.clearBreak()
	l.takeBack()
	return true
}

// A lease is one call of a host function that was given means to come back:
// what runs on its thread because of it.
type lease struct {
	t    *thread
	mu   sync.Mutex // held by the goroutine that borrows t
	over bool
}

// borrow makes the calling goroutine go on as the thread that c's function was
// called by, with the GIL. False: that is not possible (any more), and the
// goroutine must enter like others.
func (c *lease) borrow() (ok bool, err error) {
	if c == nil || !c.mu.TryLock() {
		return false, nil
	}
	if c.over {
		c.mu.Unlock()
		return false, nil
	}
	c.t.borrowed++
	defer func() {
		if r := recover(); r != nil {
			c.t.borrowed--
			c.mu.Unlock()
			if r != errClosed {
				panic(r)
			}
			ok, err = true, ErrClosed
		}
	}()
	c.t.unlend()
	return true, nil
}

// giveBack ends borrow. When the machine was closed meanwhile the thread has the
// GIL no more and nothing to lend: it ends where it asks for it.
func (c *lease) giveBack(closed bool) {
	c.t.borrowed--
	if !closed {
		c.t.lend()
	}
	c.mu.Unlock()
}

// end is the return of c's function: nobody borrows the thread any more.
func (c *lease) end() {
	c.mu.Lock()
	c.over = true
	c.mu.Unlock()
}

// leaseContext is the context that a host function gets: it knows the call.
type leaseContext struct {
	context.Context
	call *lease
}

type leaseKey struct{}

func (c leaseContext) Value(key any) any {
	if _, ok := key.(leaseKey); ok {
		return c.call
	}
	return c.Context.Value(key)
}

// leaseOf is the host call that ctx comes from, if that is one of m's.
func (m *Machine) leaseOf(ctx context.Context) *lease {
	if ctx == nil || ctx == context.Background() {
		return nil
	}
	if c, ok := ctx.Value(leaseKey{}).(*lease); ok && c.t.m == m {
		return c
	}
	return nil
}

// doBorrowed is do for a goroutine that comes from a call of a host function
// that ctx knows; done says that it was one, and that f has run in its thread.
func (m *Machine) doBorrowed(ctx context.Context, f func(t *thread) error) (done bool, err error) {
	c := m.leaseOf(ctx)
	if c == nil {
		return false, nil
	}
	if done, err = c.borrow(); !done || err != nil {
		return done, err
	}
	closed := false
	defer func() { c.giveBack(closed) }()
	t := c.t
	if err := ctx.Err(); err != nil {
		return true, &CanceledError{Err: err, Cause: context.Cause(ctx)}
	}
	outer, outerCtx := t.forCall, t.ctx
	own := ctx.Done() != nil && (outerCtx == nil || ctx.Done() != outerCtx.Done())
	if own { // a context of its own, derived from the outer one
		m.begin(t, ctx)
	}
	t.ctx = ctx
	if err = t.guarded(f); err == ErrClosed {
		closed = true
		return true, err
	}
	err = t.hostError(err)
	if t.ctx = outerCtx; own {
		m.unwatch(t, outer)
		t.over = false
	}
	return true, err
}

// maxSpare is how many threads for goroutines of the host are kept while none needs them.
const maxSpare = 4

// foreignThread is a thread for a goroutine that comes in while another one is
// the main thread. What it calls counts as called by from, from which it has
// taken the GIL, if any: a host function and a script that call each other
// without end must meet the limit. gil.mu is held.
func (m *Machine) foreignThread(from *thread) *thread {
	var t *thread
	if n := len(m.spare); n > 0 {
		t = m.spare[n-1]
		m.spare[n-1] = nil
		m.spare = m.spare[:n-1]
	} else {
		t = m.newThread(firstStack)
	}
	t.foreign = true
	t.rt.Depth = 0
	if from != nil {
		t.rt.Depth = from.rt.Depth + 1
	}
	return t
}

// retireForeign keeps a thread of foreignThread for the next one that needs it. gil.mu is held.
func (m *Machine) retireForeign(t *thread) {
	if len(m.spare) < maxSpare && len(t.rt.AtExit) == 0 && t.traceFn.IsUnset() && t.profileFn.IsUnset() {
		t.rt.Handled, t.rt.Context = runtime.Value{}, runtime.Value{}
		m.spare = append(m.spare, t)
	}
}

// outside runs f as a thread of the machine: for what takes no context.
func (m *Machine) outside(f func(t *thread) error) (err error) {
	t, err := m.enter()
	if err != nil {
		return err
	}
	defer m.leave(t)
	return t.hostError(t.guarded(f))
}
