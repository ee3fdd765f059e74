package vm

import (
	"errors"
	goruntime "runtime"

	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// A carrier is a goroutine that continues base runs: see the essay in gil.go.
type carrier struct {
	cur  *thread      // whose base run it executes
	work chan *thread // gives it one, and the GIL with it; nil: it is to watch; closed: the carrier ends
	gil  *gil
	host bool // a goroutine that waits for the end of cur's run, and carries no other
}

// maxIdle is how many carriers of a machine are kept while there is nothing to carry.
const maxIdle = 8

// These errors are for the loop alone, which takes them to moveOn.
var (
	errFork   = errors.New("vm: the thread wants to be forked")
	errSwitch = errors.New("vm: the quantum is over and another thread is ready")
	errParked = errors.New("vm: the thread waits, without a goroutine")
)

// loop is a carrier's life.
func (c *carrier) loop() {
	var t *thread
	for {
		if t == nil {
			var ok bool
			if t, ok = <-c.work; !ok {
				return
			}
			if t == nil {
				c.watch()
				continue
			}
		}
		var next *thread
		if t, start := c.adopt(t); t != nil {
			v, err := c.execute(start)
			if t = c.cur; t != nil {
				next = c.over(t, v, err)
			}
		}
		t = next
	}
}

// watch sleeps in the kernel for the threads that wait for something outside,
// while the GIL is free. A thread that is woken goes on with this very
// goroutine, which is why nobody else does the sleeping: each hop from goroutine to
// goroutine may wake an OS thread, which took three times as long as the
// system calls of a message through a pipe.
func (c *carrier) watch() {
	g := c.gil
	for again := true; again; {
		g.outside.Poller.Sleep(func() {
			g.mu.Lock()
			g.stirred = g.watch == c
			g.mu.Unlock()
		})
		g.mu.Lock()
		again = false
		if g.watch == c {
			g.stirred = false
			if again = g.free && !g.closed && g.outside.PollWaits.Load() != 0; !again {
				g.watch = nil
				c.retire(g)
			}
		}
		g.mu.Unlock()
	}
}

// adopt makes c the carrier of t, which has got the GIL, and ends its wait if
// it was in one. It gives the thread that is to go on, with an exception that is
// to be raised there first; or nil, with c idle.
func (c *carrier) adopt(t *thread) (*thread, error) {
	for t != nil {
		t.carrier, c.cur = c, t
		if t.wait == nil {
			return t, nil
		}
		v, done, err := t.endParked(t.wait)
		if done {
			if err == nil {
				t.putResult(v)
			}
			return t, err
		}
		t = c.leave(t, false)
	}
	return nil, nil
}

// putResult gives v to the instruction in which t was parked.
func (t *thread) putResult(v runtime.Value) {
	f := t.cur
	w := f.u.code.Insts[f.pc-1]
	r := f.base + code.A(w)
	if code.OpOf(w) == code.WITHENTER {
		r++
	}
	t.stack[r] = v
}

// leave detaches t from c and gives the thread that c is to carry next; nil:
// none, and c is idle. again says that t stays ready.
func (c *carrier) leave(t *thread, again bool) *thread {
	g := &t.m.gil
	g.mu.Lock()
	defer g.mu.Unlock()
	t.detach(g, again)
	return c.next(g)
}

// detach takes t off its carrier; again says that it is ready at once. mu is held.
func (t *thread) detach(g *gil, again bool) {
	t.detached, t.at, t.carrier = true, nil, nil
	if again {
		t.at = t.cur.next1()
		g.push(t)
	}
}

// next takes the next thread if c can carry it. Otherwise it passes the GIL on
// and c is idle. mu is held.
func (c *carrier) next(g *gil) *thread {
	t := g.pop()
	if t != nil && t.detached {
		t.detached = false
		g.give(t)
		return t
	}
	c.retire(g)
	g.pass(t)
	return nil
}

// retire makes c idle, or ends it. mu is held.
func (c *carrier) retire(g *gil) {
	c.cur = nil
	if len(g.idle) < maxIdle && !g.closed {
		g.idle = append(g.idle, c)
	} else {
		close(c.work)
	}
}

// over ends a base run of t. If a host waits for it, that one goes on with t.
func (c *carrier) over(t *thread, v runtime.Value, err error) *thread {
	g := &t.m.gil
	if t.hosted {
		t.result, t.failure = v, err
		g.mu.Lock()
		t.carrier = nil
		c.retire(g)
		g.mu.Unlock()
		t.done <- struct{}{}
		return nil
	}
	t.ended(err)
	g.mu.Lock()
	defer g.mu.Unlock()
	t.carrier = nil
	return c.next(g)
}

// moveOn is for the loop when t has stopped between two instructions of its
// base run: with errSwitch, errParked or errFork. It gives the thread to go on
// with, and an exception to be raised there; or nil, when this goroutine's part
// in the run is over: v and err are what the run has come to if a host waits.
func (t *thread) moveOn(why error) (next *thread, v runtime.Value, err error) {
	if why == errFork {
		pid, err := t.fork(t, runtime.Value{})
		if err == nil {
			t.putResult(runtime.Int(int64(pid)))
		}
		return t, v, err
	}
	t.takeBack()
	c := t.carrier
	if !c.host {
		if next = c.leave(t, why == errSwitch); next != nil {
			next, err = c.adopt(next)
		}
		return next, v, err
	}
	g := &t.m.gil
	g.mu.Lock()
	t.detach(g, why == errSwitch)
	if t.done == nil {
		t.done = make(chan struct{}, 1)
	}
	g.pass(g.pop())
	g.mu.Unlock()
	<-t.done
	if t.m.isClosed(t) {
		stop(t.foreign) // whatever another goroutine is doing with t
	}
	v, err = t.result, t.failure
	t.result, t.failure, t.carrier = runtime.Value{}, nil, c
	return nil, v, err
}

// execute continues the base run of c's thread, and others in turn, until one
// ends here or c has nothing to carry (c.cur is nil then). start, if set, is
// raised first.
func (c *carrier) execute(start error) (runtime.Value, error) {
	for {
		v, err, again := c.attempt(start)
		if !again {
			return v, err
		}
		start = nil
	}
}

// hostRun executes t's base run for a goroutine that waits for the result.
func (t *thread) hostRun() (runtime.Value, error) {
	if t.host == nil {
		t.host = &carrier{host: true, cur: t}
	}
	t.carrier, t.hosted = t.host, true
	v, err := t.host.execute(nil)
	t.carrier, t.hosted = nil, false
	return v, err
}

// Spawn implements runtime.Host.
func (m *Machine) Spawn(rt *runtime.Thread, f runtime.Value, args []runtime.Value, names []*runtime.Str) (int64, error) {
	if limit := m.cfg.Limits.Threads; limit > 0 && m.used.threads >= limit {
		return 0, implOf(rt).stopAll(LimitThreads, int64(limit))
	}
	if len(m.threads) >= maxThreads || m.gil.closed {
		return 0, runtime.RuntimeErrorf("can't start new thread")
	}
	t := m.newThread(firstStack)
	m.enroll(t)
	m.join(t, implOf(rt))
	m.used.threads++
	t.began, t.ctx = f, implOf(rt).ctx
	if t.enterSpawned(f, args, names) {
		t.base, t.runs, t.detached, t.at = t.cur, 1, true, t.cur.next1()
		t.place(t.cur)
		m.running().cut()
		m.gil.mu.Lock()
		m.gil.makeReady(t)
		m.gil.mu.Unlock()
		return t.rt.ID, nil
	}
	args = append([]runtime.Value(nil), args...)
	go func() {
		t.acquire()
		t.ended(t.guardCall(func(rt *runtime.Thread) error {
			_, err := runtime.CallArgs(rt, f, args, names)
			return err
		}))
		t.release()
	}()
	return t.rt.ID, nil
}

// enterSpawned pushes the frame of f(*args), a call of a Python function, on
// the new thread t. What else can be called, and a call that does not fit, is
// left to the thread itself.
func (t *thread) enterSpawned(f runtime.Value, args []runtime.Value, names []*runtime.Str) bool {
	t.stack[0] = runtime.Value{}
	n := 0
	if bm, ok := runtime.Cast[runtime.BoundMethod](f, runtime.MethodType); ok {
		f, t.stack[0], n = bm.Func, bm.Self, 1
	}
	if !f.IsExactly(runtime.FunctionType) {
		return false
	}
	t.ensure(n + len(args) + 1)
	copy(t.stack[n:], args)
	_, err := t.enterFunction(nil, runtime.As[runtime.Function](f), 0, n+len(args), names, kEntry)
	return err == nil && t.cur != t.root
}

// ended is the end of a thread that Spawn has begun. SystemExit ends it without a word.
func (t *thread) ended(err error) {
	if err != nil && !runtime.IsError(err, runtime.SystemExit) && !t.over {
		_ = t.guardCall(func(rt *runtime.Thread) error { // a bug of ours while it is reported ends no more than the report
			t.m.Unraisable(rt, err, "in thread started by", t.began)
			return nil
		})
	}
	for i := len(t.rt.AtExit) - 1; i >= 0; i-- {
		t.rt.AtExit[i](t.rt)
	}
	t.m.part(t)
	t.m.used.threads--
	t.m.strike(t)
}

// mayStop ends the goroutine, which is c if it is a carrier, if the machine
// has been closed. One of the host's comes back to where it entered (guard).
func (t *thread) mayStop(c *carrier) {
	if !t.m.isClosed(t) {
		return
	}
	stop(t.borrowed > 0 || t.foreign && (c == nil || c.host))
}

// stop ends what the goroutine does for a machine that has been closed: all of
// it, unless it is the host's.
func stop(hosts bool) {
	if hosts {
		panic(errClosed)
	}
	goruntime.Goexit()
}
