//go:build linux

package selectmod

import (
	"math"
	"slices"
	"time"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"golang.org/x/sys/unix"
)

// A poll is a select.poll: the registered descriptors in order.
type poll struct {
	rt.Object
	fds    []unix.PollFd
	at     map[int]int // descriptor -> its place in fds
	waiter int64       // the thread in poll(); 0: none
}

var pollType rt.Type

func newPoll(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p := rt.Alloc[poll](&pollType)
	p.at = map[int]int{}
	return p.Value(), nil
}

// pollMask reads an unsigned short.
func pollMask(t *rt.Thread, v rt.Value) (int16, error) {
	if v.IsUnset() {
		return unix.POLLIN | unix.POLLPRI | unix.POLLOUT, nil
	}
	small, big, ok := rt.IntOf(v)
	switch {
	case !ok:
		return 0, rt.TypeErrorf("an integer is required")
	case big == nil && small < 0, big != nil && big.Sign() < 0:
		return 0, rt.ValueErrorf("value must be positive")
	case big != nil || small > 0xffff:
		return 0, rt.OverflowErrorf("Python int too large for C unsigned short")
	}
	return int16(uint16(small)), nil
}

func pollRegister(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p := rt.As[poll](a[0])
	fd, err := osutil.Fileno(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	mask, err := pollMask(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	if i, ok := p.at[fd]; ok {
		p.fds[i].Events = mask
	} else {
		p.at[fd] = len(p.fds)
		p.fds = append(p.fds, unix.PollFd{Fd: int32(fd), Events: mask})
	}
	return rt.None, nil
}

func pollModify(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p := rt.As[poll](a[0])
	fd, err := osutil.Fileno(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	mask, err := pollMask(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	i, ok := p.at[fd]
	if !ok {
		return rt.Value{}, rt.FromOS(unix.ENOENT)
	}
	p.fds[i].Events = mask
	return rt.None, nil
}

func pollUnregister(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p := rt.As[poll](a[0])
	fd, err := osutil.Fileno(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	i, ok := p.at[fd]
	if !ok {
		return rt.Value{}, rt.KeyErr(rt.Int(int64(fd)))
	}
	delete(p.at, fd)
	p.fds = slices.Delete(p.fds, i, i+1)
	for k := i; k < len(p.fds); k++ {
		p.at[int(p.fds[k].Fd)] = k
	}
	return rt.None, nil
}

// pollPoll is poll([timeout]), in milliseconds.
func pollPoll(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p := rt.As[poll](a[0])
	deadline := time.Time{}
	if !a[1].IsNone() {
		d, err := duration(t, a[1], time.Millisecond, "timeout must be an integer or None")
		if err != nil {
			return rt.Value{}, err
		}
		if d/time.Millisecond > math.MaxInt32 || d/time.Millisecond < math.MinInt32 {
			return rt.Value{}, rt.OverflowErrorf("timeout is too large")
		}
		deadline = osutil.Deadline(d)
	}
	if p.waiter != 0 && p.waiter != t.ID { // not t: its last wait ended with an exception
		return rt.Value{}, rt.RuntimeErrorf("concurrent poll() invocation")
	}
	p.waiter = t.ID
	fds := slices.Clone(p.fds) // other threads may register meanwhile
	return osutil.ParkPoll(t, fds, deadline, func(int) (rt.Value, error) {
		p.waiter = 0
		var out []rt.Value
		for _, f := range fds {
			if f.Revents != 0 {
				out = append(out, rt.TupleOf(rt.Int(int64(f.Fd)), rt.Int(int64(uint16(f.Revents)))))
			}
		}
		return rt.NewList(out).Value(), nil
	})
}

func init() {
	rt.Define(&pollType, rt.TypeSpec{Name: "select.poll", Size: rt.SizeOf[poll](), Flags: rt.FlagDisallowNew,
		Methods: []rt.Method{
			{Name: "register", Sig: "fd, eventmask=?, /", Fn: pollRegister, Doc: "Watch a file."},
			{Name: "modify", Sig: "fd, eventmask, /", Fn: pollModify, Doc: "Watch a registered file for something else."},
			{Name: "unregister", Sig: "fd, /", Fn: pollUnregister, Doc: "Watch a file no longer."},
			{Name: "poll", Sig: "timeout=None, /", Fn: pollPoll, Doc: "Wait, at most so many milliseconds; pairs of descriptor and events.", Waits: true},
		}})
}
