package osutil

import (
	"os"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"syscall"
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
// (runtime.VM.Poll): whom it finds ready gets the GIL when the turn ends. While
// all threads wait, a goroutine does, which Go's own network poller wakes, as
// it watches the epoll descriptor. (A goroutine that sat in epoll_wait would
// come back without a processor and keep the one it got, with the waiter it has
// just woken in its queue.)

// A poller is the epoll instance of one VM.
type poller struct {
	mu   sync.Mutex
	ep   int
	file *os.File // owns ep
	fds  map[int]*watch
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
	raw.Read(func(fd uintptr) bool {
		for p.look(unix.EpollWait) {
		}
		return false
	})
}

// poll hands out what is there: the thread that runs does it in the name of
// those that wait.
func (p *poller) poll() { p.look(rawEpollWait) }

// look hands out events with the system call wait; again says that there were some.
func (p *poller) look(wait func(ep int, events []unix.EpollEvent, msec int) (int, error)) (again bool) {
	var events [64]unix.EpollEvent
	n, err := wait(p.ep, events[:], 0)
	if n <= 0 {
		return err == unix.EINTR
	}
	p.dispatch(events[:n])
	return true
}

// rawEpollWait is epoll_wait(2) that does not tell Go's scheduler: it does not
// block and takes 0.2 us.
func rawEpollWait(ep int, events []unix.EpollEvent, msec int) (int, error) {
	n, _, e := unix.RawSyscall6(unix.SYS_EPOLL_PWAIT, uintptr(ep), uintptr(unsafe.Pointer(&events[0])), uintptr(len(events)), uintptr(msec), 0, 0)
	if e != 0 {
		return -1, e
	}
	return int(n), nil
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
				p.poll()
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
