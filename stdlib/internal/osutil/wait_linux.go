package osutil

import (
	"runtime"
	"slices"
	"strconv"
	"sync"
	"time"
	"unsafe"

	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

// Waiting for descriptors. A thread that waits is data, or a goroutine that
// sleeps until it gets the GIL, not an OS thread in a system call: Go ends the
// process at 10,000 of those.
//
// Each VM has one epoll instance, the poller. What is waited for is registered
// with EPOLLONESHOT, so that one epoll_ctl both arms a descriptor and tells
// what is ready already. Registrations stay behind, unarmed or not, when a wait
// ends; the kernel drops them when the descriptor is closed. A stale one wakes
// somebody for nothing at worst, and every waiter tries its system call again.
//
// Two look for events. The thread that has the GIL does so itself now and then
// (Poll): whom it finds ready gets the GIL when the turn ends. While all threads
// wait, one goroutine of the VM sleeps in epoll_wait (Sleep), and goes on with
// the thread that it wakes. Go's own network poller is not asked: from its waking
// to that of a goroutine are 10 to 50 us.

// A poller is the epoll instance of one VM.
type poller struct {
	mu     sync.Mutex
	ep     int
	stir   int // an eventfd in it, see Stir
	fds    map[int]*watch
	events [64]unix.EpollEvent // of Sleep
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

// A waiter is one thread's waiting. wake ends it, on any goroutine.
type waiter struct{ wake func() }

func pollerOf(t *rt.Thread) (*poller, error) {
	if p, ok := t.VM.Poller.(*poller); ok {
		return p, nil
	}
	p, err := newPoller()
	if err != nil {
		return nil, rt.FromOS(err)
	}
	t.VM.Poller = p
	return p, nil
}

func newPoller() (*poller, error) {
	ep, err := unix.EpollCreate1(unix.EPOLL_CLOEXEC)
	if err != nil {
		return nil, err
	}
	stir, err := unix.Eventfd(0, unix.EFD_CLOEXEC|unix.EFD_NONBLOCK)
	if err == nil {
		if err = unix.EpollCtl(ep, unix.EPOLL_CTL_ADD, stir, &unix.EpollEvent{Events: unix.EPOLLIN, Fd: int32(stir)}); err != nil {
			unix.Close(stir)
		}
	}
	if err != nil {
		unix.Close(ep)
		return nil, err
	}
	p := &poller{ep: ep, stir: stir, fds: map[int]*watch{}}
	runtime.AddCleanup(p, func(fds [2]int) {
		unix.Close(fds[0])
		unix.Close(fds[1])
	}, [2]int{ep, stir})
	return p, nil
}

// Poll implements runtime.Poller.
func (p *poller) Poll() {
	var events [64]unix.EpollEvent
	if n := rawEpollWait(p.ep, events[:]); n > 0 {
		p.dispatch(events[:n])
	}
}

// Sleep implements runtime.Poller.
func (p *poller) Sleep(woken func()) {
	n, _ := unix.EpollWait(p.ep, p.events[:], -1)
	woken()
	if n > 0 {
		p.dispatch(p.events[:n])
	}
}

// Stir implements runtime.Poller.
func (p *poller) Stir() { unix.Write(p.stir, []byte{1, 0, 0, 0, 0, 0, 0, 0}) }

// rawEpollWait is epoll_wait(2) that does not wait, and does not tell Go's
// scheduler: it takes 0.2 us.
func rawEpollWait(ep int, events []unix.EpollEvent) int {
	n, _, e := unix.RawSyscall6(unix.SYS_EPOLL_PWAIT, uintptr(ep), uintptr(unsafe.Pointer(&events[0])), uintptr(len(events)), 0, 0, 0)
	if e != 0 {
		return 0
	}
	return int(n)
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
			if fd == p.stir {
				var b [8]byte
				unix.Read(fd, b[:])
			}
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

// addAll has w woken when any of fds is ready for what is asked of it.
func (p *poller) addAll(w *waiter, fds []unix.PollFd) {
	for i := range fds {
		if fds[i].Fd < 0 {
			continue
		}
		err := p.add(w, int(fds[i].Fd), uint32(uint16(fds[i].Events)))
		// A file that epoll does not take (EPERM) is always ready to poll(2).
		if err != nil && (err != unix.EPERM || fds[i].Events&(unix.POLLIN|unix.POLLOUT) != 0) {
			w.wake()
		}
	}
}

// Wait waits without the GIL until fd may be ready for events (unix.POLLIN and
// the like) or the deadline has passed (zero: there is none). The caller tries
// its system call again and looks at the clock itself. The error is that of a
// signal handler.
func Wait(t *rt.Thread, fd int, events int16, deadline time.Time) error {
	_, err := wait(t, []unix.PollFd{{Fd: int32(fd), Events: events}}, deadline, nil)
	return err
}

// writeNow writes at once what fd, which has room, takes of b.
func writeNow(fd int, b []byte) (int, error) {
	const here = -1 // not at an offset
	n, err := unix.Pwritev2(fd, [][]byte{b[:min(len(b), maxWrite)]}, here, unix.RWF_NOWAIT)
	if err != nil && err != unix.EPIPE { // no such flag for this descriptor, or so little room
		return sysWrite(fd, b[:min(len(b), atOnce)])
	}
	return max(n, 0), err
}

// Park is Wait for a native whose Method says Waits, as the last thing that it
// does: the thread needs no goroutine while it waits. then gives the result; it
// tries the system call again and may Park again.
func Park(t *rt.Thread, fd int, events int16, deadline time.Time, then func(timedOut bool) (rt.Value, error)) (rt.Value, error) {
	return wait(t, []unix.PollFd{{Fd: int32(fd), Events: events}}, deadline, then)
}

// wait is Wait, or Park if then is not nil, for any of fds.
func wait(t *rt.Thread, fds []unix.PollFd, deadline time.Time, then func(timedOut bool) (rt.Value, error)) (rt.Value, error) {
	if t.Host == nil { // no machine, so no other threads
		_, err := unix.Poll(fds, 10)
		return rt.None, rt.FromOS(err)
	}
	p, err := pollerOf(t)
	if err != nil {
		return rt.Value{}, err
	}
	timeout := time.Duration(-1)
	if !deadline.IsZero() {
		timeout = max(time.Until(deadline), 1)
	}
	what := "one of several descriptors"
	switch len(fds) {
	case 0:
		what = "time"
	case 1:
		what = "descriptor " + strconv.Itoa(int(fds[0].Fd))
	}
	w := &waiter{}
	return t.Host.Wait(t, rt.Wait{
		Timeout: timeout, TimedOut: rt.None, Then: then, Stay: then == nil, What: what,
		Begin: func(wake func()) {
			w.wake = wake
			others := t.VM.PollWaits.Add(1) > 1
			p.addAll(w, fds)
			if others { // what this thread has just sent may be what they wait for
				p.Poll()
			}
		},
		End: func() {
			t.VM.PollWaits.Add(-1)
			for i := range fds {
				if fds[i].Fd >= 0 {
					p.remove(w, int(fds[i].Fd))
				}
			}
		},
	})
}

// poll0 is poll(2) that does not wait.
func poll0(fds []unix.PollFd) (int, error) {
	for {
		n, err := unix.Poll(fds, 0)
		if err != unix.EINTR {
			return max(n, 0), rt.FromOS(err)
		}
	}
}

// Poll is poll(2) until a deadline (zero: there is none), without the GIL while it waits.
func Poll(t *rt.Thread, fds []unix.PollFd, deadline time.Time) (int, error) {
	for {
		n, err := poll0(fds)
		if err != nil || n > 0 || Expired(deadline) {
			return n, err
		}
		if _, err := wait(t, fds, deadline, nil); err != nil {
			return 0, err
		}
	}
}

// ParkPoll is Poll for a native whose Method says Waits, as the last thing that
// it does. then gives the result and may park again.
func ParkPoll(t *rt.Thread, fds []unix.PollFd, deadline time.Time, then func(n int) (rt.Value, error)) (rt.Value, error) {
	n, err := poll0(fds)
	switch {
	case err != nil:
		return rt.Value{}, err
	case n > 0 || Expired(deadline):
		return then(n)
	}
	return wait(t, fds, deadline, func(bool) (rt.Value, error) { return ParkPoll(t, fds, deadline, then) })
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
