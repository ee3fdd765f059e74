//go:build linux

package selectmod

import (
	"math"
	"runtime"
	"time"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"golang.org/x/sys/unix"
)

// An epoll is a select.epoll: a descriptor's number.
type epoll struct {
	rt.Object
	fd int // -1: closed
}

var epollType rt.Type

func (e *epoll) check() error {
	if e.fd < 0 {
		return rt.ValueErrorf("I/O operation on closed epoll object")
	}
	return nil
}

func makeEpoll(cls *rt.Type, fd int) rt.Value {
	e := rt.Alloc[epoll](cls)
	e.fd = fd
	runtime.SetFinalizer(e, func(e *epoll) {
		if e.fd >= 0 {
			unix.Close(e.fd)
		}
	})
	return e.Value()
}

// cInt reads a C int.
func cInt(t *rt.Thread, v rt.Value) (int, error) {
	n, err := rt.AsInt64(t, v)
	if err != nil && !rt.IsError(err, rt.OverflowError) {
		return 0, err
	}
	if err != nil || int64(int32(n)) != n {
		return 0, rt.OverflowErrorf("Python int too large to convert to C int")
	}
	return int(n), nil
}

// epollNew is epoll(sizehint=-1, flags=0).
func epollNew(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	cls, _ := rt.AsType(a[0])
	hint, err := cInt(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	flags, err := cInt(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	if hint < -1 || hint == 0 {
		return rt.Value{}, rt.ValueErrorf("negative sizehint")
	}
	if flags&^unix.EPOLL_CLOEXEC != 0 {
		return rt.Value{}, rt.Errorf(rt.OSError, "invalid flags")
	}
	fd, err := unix.EpollCreate1(unix.EPOLL_CLOEXEC)
	if osutil.OutOfFiles(err) {
		osutil.Reclaim(t)
		fd, err = unix.EpollCreate1(unix.EPOLL_CLOEXEC)
	}
	if err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	return makeEpoll(cls, fd), nil
}

func epollFromfd(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	cls, _ := rt.AsType(a[0])
	fd, err := cInt(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	return makeEpoll(cls, fd), nil
}

func epollClose(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	e := rt.As[epoll](a[0])
	fd := e.fd
	if fd < 0 {
		return rt.None, nil
	}
	e.fd = -1
	runtime.SetFinalizer(e, nil)
	return rt.None, rt.FromOS(unix.Close(fd))
}

// control is register, modify and unregister; def stands for a mask not given.
func control(op int) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		e := rt.As[epoll](a[0])
		fd, err := osutil.Fileno(t, a[1])
		if err != nil {
			return rt.Value{}, err
		}
		mask := uint32(unix.EPOLLIN | unix.EPOLLPRI | unix.EPOLLOUT)
		if op != unix.EPOLL_CTL_DEL && !a[2].IsUnset() {
			r, err := rt.Index(t, a[2])
			if err != nil {
				return rt.Value{}, err
			}
			small, big, _ := rt.IntOf(r)
			if big != nil {
				small = int64(big.Bits()[0]) * int64(big.Sign())
			}
			mask = uint32(small)
		}
		if err := e.check(); err != nil {
			return rt.Value{}, err
		}
		ev := unix.EpollEvent{Events: mask, Fd: int32(fd)}
		return rt.None, rt.FromOS(unix.EpollCtl(e.fd, op, fd, &ev))
	}
}

// epollPoll is poll(timeout=None, maxevents=-1), in seconds.
func epollPoll(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	e := rt.As[epoll](a[0])
	most, err := cInt(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	if err := e.check(); err != nil {
		return rt.Value{}, err
	}
	deadline := time.Time{}
	if !a[1].IsNone() {
		d, err := duration(t, a[1], time.Second, "timeout must be an integer or None")
		if err != nil {
			return rt.Value{}, err
		}
		if d/time.Millisecond > math.MaxInt32 {
			return rt.Value{}, rt.OverflowErrorf("timeout is too large")
		}
		deadline = osutil.Deadline(d)
	}
	if most == -1 {
		most = setSize - 1
	} else if most < 1 {
		return rt.Value{}, rt.ValueErrorf("maxevents must be greater than 0, got %d", most)
	}
	return e.wait(t, make([]unix.EpollEvent, min(most, 1<<16)), deadline)
}

// wait gives the events there are, when there are some.
func (e *epoll) wait(t *rt.Thread, events []unix.EpollEvent, deadline time.Time) (rt.Value, error) {
	n, err := unix.EpollWait(e.fd, events, 0)
	if err != nil && err != unix.EINTR {
		return rt.Value{}, rt.FromOS(err)
	}
	if n <= 0 && !osutil.Expired(deadline) {
		return osutil.Park(t, e.fd, unix.POLLIN, deadline, func(bool) (rt.Value, error) { return e.wait(t, events, deadline) })
	}
	out := make([]rt.Value, max(n, 0))
	for i := range out {
		out[i] = rt.TupleOf(rt.Int(int64(events[i].Fd)), rt.Int(int64(events[i].Events)))
	}
	return rt.NewList(out).Value(), nil
}

func epollEnter(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return a[0], rt.As[epoll](a[0]).check()
}

func epollFileno(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	e := rt.As[epoll](a[0])
	return rt.Int(int64(e.fd)), e.check()
}

func init() {
	rt.Define(&epollType, rt.TypeSpec{Name: "select.epoll", Size: rt.SizeOf[epoll](),
		Doc: "A set of files in the kernel to wait for: epoll(sizehint=-1, flags=0).",
		New: rt.Method{Sig: "sizehint=-1, flags=0", Fn: epollNew},
		Methods: []rt.Method{
			{Name: "fromfd", Sig: "fd, /", Kind: rt.ClassMethod, Fn: epollFromfd, Doc: "An epoll object of an open descriptor."},
			{Name: "close", Fn: epollClose, Doc: "Close the descriptor."},
			{Name: "fileno", Fn: epollFileno, Doc: "The descriptor's number."},
			{Name: "register", Sig: "fd, eventmask=?", Fn: control(unix.EPOLL_CTL_ADD), Doc: "Watch a file."},
			{Name: "modify", Sig: "fd, eventmask", Fn: control(unix.EPOLL_CTL_MOD), Doc: "Watch a registered file for something else."},
			{Name: "unregister", Sig: "fd", Fn: control(unix.EPOLL_CTL_DEL), Doc: "Watch a file no longer."},
			{Name: "poll", Sig: "timeout=None, maxevents=-1", Fn: epollPoll, Doc: "Wait, at most so many seconds; pairs of descriptor and events.", Waits: true},
			{Name: "__enter__", Fn: epollEnter},
			{Name: "__exit__", Sig: "exc_type=None, exc_value=None, exc_tb=None, /", Fn: epollClose},
		},
		GetSets: []rt.GetSet{{Name: "closed", Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) { return rt.Bool(rt.As[epoll](v).fd < 0), nil }}},
	})
}
