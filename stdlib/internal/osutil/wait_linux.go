package osutil

import (
	"os"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"syscall"
	"time"

	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

// Waiting for descriptors. A thread that waits is a goroutine on a channel, not
// an OS thread in a system call: Go ends the process at 10,000 of those.
//
// Each VM has one epoll instance, the poller. What is waited for is registered
// with EPOLLONESHOT, so that one epoll_ctl both arms a descriptor and tells
// what is ready already. Registrations stay behind, unarmed or not, when a wait
// ends; the kernel drops them when the descriptor is closed. A stale one wakes
// somebody for nothing at worst, and every waiter tries its system call again.
//
// The epoll descriptor is itself watched by Go's network poller: the goroutine
// that reads it costs no OS thread, and is run as soon as a processor is idle.
// (One that sat in epoll_wait would come back without a processor and keep the
// one it got, with the waiter it has just woken in its queue.)

// A poller is the epoll instance of one VM.
type poller struct {
	mu   sync.Mutex
	ep   int
	file *os.File // owns ep
	fds  map[int]*watch
	free []*waiter
}

// A watch is what is known of one descriptor's number.
type watch struct {
	known   bool // the kernel has had it
	entries []entry
}

type entry struct {
	w      *waiter
	events uint32
}

// A waiter is one thread's waiting. It is used again by other threads.
type waiter struct {
	ch       chan struct{} // a token: look again
	timer    *time.Timer
	deadline time.Time
	// block and cancel are wait and wake as function values, made once.
	block, cancel func()
	park          func() // instead of the token: Park's
}

// pollerHandle is what the VM holds: when it is garbage, the poller ends.
type pollerHandle struct{ p *poller }

const pollerKey = "osutil.poller"

func pollerOf(t *rt.Thread) (*poller, error) {
	if h, ok := t.VM.Ext[pollerKey].(*pollerHandle); ok {
		return h.p, nil
	}
	p, err := newPoller()
	if err != nil {
		return nil, rt.FromOS(err)
	}
	h := &pollerHandle{p}
	t.VM.Poll = p.poll
	runtime.AddCleanup(h, func(f *os.File) { f.Close() }, p.file)
	t.VM.Ext[pollerKey] = h
	return p, nil
}

func newPoller() (*poller, error) {
	ep, err := unix.EpollCreate1(unix.EPOLL_CLOEXEC)
	if err != nil {
		return nil, err
	}
	if err := unix.SetNonblock(ep, true); err != nil { // what os.NewFile goes by
		unix.Close(ep)
		return nil, err
	}
	f := os.NewFile(uintptr(ep), "epoll")
	raw, err := f.SyscallConn()
	if err != nil {
		f.Close()
		return nil, err
	}
	p := &poller{ep: ep, file: f, fds: map[int]*watch{}}
	go p.run(raw)
	return p, nil
}

// run hands out events until the file is closed.
func (p *poller) run(raw syscall.RawConn) {
	var events [128]unix.EpollEvent
	raw.Read(func(fd uintptr) bool {
		for {
			n, err := unix.EpollWait(int(fd), events[:], 0)
			if err == unix.EINTR {
				continue
			}
			if n <= 0 {
				return false
			}
			p.dispatch(events[:n])
		}
	})
}

// poll hands out what is there, without waiting: the thread that runs does it in
// the name of those that wait. The goroutine of run is 20 us away from an event
// while another processor is busy.
func (p *poller) poll() {
	var events [16]unix.EpollEvent
	if n, err := unix.EpollWait(p.ep, events[:], 0); err == nil && n > 0 {
		p.dispatch(events[:n])
	}
}

// alwaysReported are the conditions that poll(2) reports unasked.
const alwaysReported = unix.EPOLLERR | unix.EPOLLHUP

func (p *poller) dispatch(events []unix.EpollEvent) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i := range events {
		fd := int(events[i].Fd)
		w := p.fds[fd]
		if w == nil {
			continue
		}
		rest := uint32(0)
		for _, e := range w.entries {
			if events[i].Events&(e.events|alwaysReported) != 0 {
				e.w.wake()
			} else {
				rest |= e.events
			}
		}
		if rest != 0 {
			p.arm(fd, w, rest)
		}
	}
}

// arm registers fd for events; the caller has the lock.
func (p *poller) arm(fd int, w *watch, events uint32) error {
	ev := unix.EpollEvent{Events: events | unix.EPOLLONESHOT, Fd: int32(fd)}
	op := unix.EPOLL_CTL_ADD
	if w.known {
		op = unix.EPOLL_CTL_MOD
	}
	err := unix.EpollCtl(p.ep, op, fd, &ev)
	switch {
	case err == unix.ENOENT && w.known: // closed, and the number given out again
		err = unix.EpollCtl(p.ep, unix.EPOLL_CTL_ADD, fd, &ev)
	case err == unix.EEXIST && !w.known:
		err = unix.EpollCtl(p.ep, unix.EPOLL_CTL_MOD, fd, &ev)
	}
	w.known = err == nil
	return err
}

// add has w woken when fd is ready for events.
func (p *poller) add(w *waiter, fd int, events uint32) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	x := p.fds[fd]
	if x == nil {
		x = &watch{}
		p.fds[fd] = x
	}
	all := events
	for _, e := range x.entries {
		all |= e.events
	}
	if err := p.arm(fd, x, all); err != nil {
		return err
	}
	x.entries = append(x.entries, entry{w, events})
	return nil
}

// remove ends add.
func (p *poller) remove(w *waiter, fd int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if x := p.fds[fd]; x != nil {
		x.entries = slices.DeleteFunc(x.entries, func(e entry) bool { return e.w == w })
	}
}

func (p *poller) get(deadline time.Time) *waiter {
	p.mu.Lock()
	defer p.mu.Unlock()
	var w *waiter
	if n := len(p.free); n > 0 {
		w = p.free[n-1]
		p.free = p.free[:n-1]
		select {
		case <-w.ch:
		default:
		}
	} else {
		w = &waiter{ch: make(chan struct{}, 1)}
		w.block, w.cancel = w.wait, w.wake
	}
	w.deadline = deadline
	return w
}

// keepWaiters is how many waiters are kept for later.
const keepWaiters = 256

func (p *poller) put(w *waiter) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.free) < keepWaiters {
		p.free = append(p.free, w)
	}
}

func (w *waiter) wake() {
	if w.park != nil {
		w.park()
		return
	}
	select {
	case w.ch <- struct{}{}:
	default:
	}
}

// wait waits for a token or the deadline.
func (w *waiter) wait() {
	if w.deadline.IsZero() {
		<-w.ch
		return
	}
	d := time.Until(w.deadline)
	if d <= 0 {
		return
	}
	if w.timer == nil {
		w.timer = time.NewTimer(d)
	} else {
		w.timer.Reset(d)
	}
	select {
	case <-w.ch:
		w.timer.Stop()
	case <-w.timer.C:
	}
}

// Wait waits without the GIL until fd may be ready for events (unix.POLLIN and
// the like), the deadline has passed (zero: there is none), or something came
// up for t, which has then been done; its error is returned. The caller tries
// its system call again and looks at the clock itself.
func Wait(t *rt.Thread, fd int, events int16, deadline time.Time) error {
	one := [1]unix.PollFd{{Fd: int32(fd), Events: events}}
	return waitAny(t, one[:], deadline)
}

// Park is Wait for a native whose Method says Waits, as the last thing that it
// does: the thread needs no goroutine while it waits. then gives the result; it
// tries the system call again and may Park again.
func Park(t *rt.Thread, fd int, events int16, deadline time.Time, then func(timedOut bool) (rt.Value, error)) (rt.Value, error) {
	p, err := pollerOf(t)
	if err != nil {
		return rt.Value{}, err
	}
	w := p.get(time.Time{})
	timeout := time.Duration(-1)
	if !deadline.IsZero() {
		timeout = max(time.Until(deadline), 1)
	}
	return t.Host.Wait(t, rt.Wait{
		Timeout: timeout, Then: then, What: "descriptor " + strconv.Itoa(fd),
		Begin: func(wake func()) {
			t.VM.PollWaits.Add(1)
			p.mu.Lock()
			w.park = wake
			p.mu.Unlock()
			if p.add(w, fd, uint32(uint16(events))) != nil {
				wake()
			}
		},
		End: func() {
			t.VM.PollWaits.Add(-1)
			p.remove(w, fd)
			p.mu.Lock()
			w.park = nil
			p.mu.Unlock()
			p.put(w)
		},
	})
}

// waitAny is Wait for any of fds.
func waitAny(t *rt.Thread, fds []unix.PollFd, deadline time.Time) error {
	p, err := pollerOf(t)
	if err != nil {
		return err
	}
	w := p.get(deadline)
	for i := range fds {
		if fds[i].Fd < 0 {
			continue
		}
		switch err := p.add(w, int(fds[i].Fd), uint32(uint16(fds[i].Events))); err {
		case nil:
		case unix.EPERM:
			// a file that epoll does not take: poll(2) says that it is always ready
			if fds[i].Events&(unix.POLLIN|unix.POLLOUT) != 0 {
				w.wake()
			}
		default:
			w.wake()
		}
	}
	if t.Host != nil {
		t.Host.Block(t, w.block, w.cancel)
	} else {
		w.wait()
	}
	for i := range fds {
		if fds[i].Fd >= 0 {
			p.remove(w, int(fds[i].Fd))
		}
	}
	p.put(w)
	if t.Host != nil {
		return t.Host.Checkpoint(t)
	}
	return nil
}

// Poll is poll(2) until a deadline (zero: there is none), without the GIL while it waits.
func Poll(t *rt.Thread, fds []unix.PollFd, deadline time.Time) (int, error) {
	for {
		n, err := unix.Poll(fds, 0)
		if err != nil && err != unix.EINTR {
			return 0, rt.FromOS(err)
		}
		if n > 0 || Expired(deadline) {
			return max(n, 0), nil
		}
		if err := waitAny(t, fds, deadline); err != nil {
			return 0, err
		}
	}
}

// Expired says that a deadline has passed; the zero one never does.
func Expired(deadline time.Time) bool {
	return !deadline.IsZero() && !time.Now().Before(deadline)
}

// Deadline is when a wait of d that begins now ends; negative: never.
func Deadline(d time.Duration) time.Time {
	if d < 0 {
		return time.Time{}
	}
	return time.Now().Add(d)
}
