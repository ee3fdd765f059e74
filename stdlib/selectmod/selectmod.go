//go:build linux

// Package selectmod is minipy's select module. All of it waits through
// osutil.Poll and osutil.Wait, which cost no OS thread.
package selectmod

import (
	"math"
	"time"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"golang.org/x/sys/unix"
)

// duration reads a number of units, rounded away from zero; notNumber is what
// to say of what is none.
func duration(t *rt.Thread, v rt.Value, unit time.Duration, notNumber string) (time.Duration, error) {
	if f, ok := rt.FloatOf(v); ok {
		if f != f {
			return 0, rt.ValueErrorf("Invalid value NaN (not a number)")
		}
		ns := math.Ceil(f * float64(unit))
		if f < 0 {
			ns = math.Floor(f * float64(unit))
		}
		if !(ns >= -0x1p63 && ns < 0x1p63) {
			return 0, rt.OverflowErrorf("timestamp out of range for platform time_t")
		}
		return time.Duration(ns), nil
	}
	i, err := rt.Index(t, v)
	if err != nil {
		if rt.IsError(err, rt.TypeError) {
			err = rt.TypeErrorf("%s", notNumber)
		}
		return 0, err
	}
	n, b, _ := rt.IntOf(i)
	if b != nil || n > math.MaxInt64/int64(unit) || n < math.MinInt64/int64(unit) {
		return 0, rt.OverflowErrorf("timestamp too large to convert to C _PyTime_t")
	}
	return time.Duration(n) * unit, nil
}

// setSize is FD_SETSIZE: select() takes no descriptor beyond it.
const setSize = 1024

// A watched is one file given to select().
type watched struct {
	obj rt.Value
	fd  int
}

// watchedSet reads one of select's sequences.
func watchedSet(t *rt.Thread, v rt.Value) ([]watched, error) {
	s := &v.Type().Slots
	if s.Iter == nil && s.GetItem == nil {
		return nil, rt.TypeErrorf("arguments 1-3 must be sequences")
	}
	list, ok := rt.AsList(v)
	if !ok {
		objs, err := rt.ToSlice(t, v)
		if err != nil {
			return nil, err
		}
		list = rt.NewList(objs)
	}
	var out []watched
	for i := 0; i < list.Len(); i++ { // a fileno() may change the list
		x := list.Items()[i]
		fd, err := osutil.Fileno(t, x)
		if err != nil {
			return nil, err
		}
		if fd >= setSize {
			return nil, rt.ValueErrorf("filedescriptor out of range in select()")
		}
		if len(out) >= setSize {
			return nil, rt.ValueErrorf("too many file descriptors in select()")
		}
		out = append(out, watched{x, fd})
	}
	return out, nil
}

// What poll(2) reports for which of select's sets, and what it is asked for;
// poll and epoll number their events alike.
var (
	setAsks    = [3]int16{unix.POLLIN, unix.POLLOUT, unix.POLLPRI}
	setReports = [3]int16{
		unix.POLLIN | unix.EPOLLRDNORM | unix.EPOLLRDBAND | unix.POLLHUP | unix.POLLERR,
		unix.POLLOUT | unix.EPOLLWRNORM | unix.EPOLLWRBAND | unix.POLLERR,
		unix.POLLPRI,
	}
)

func selectSelect(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	deadline := time.Time{}
	if !a[3].IsNone() {
		d, err := duration(t, a[3], time.Second, "timeout must be a float or None")
		if err != nil {
			return rt.Value{}, err
		}
		if d < 0 {
			return rt.Value{}, rt.ValueErrorf("timeout must be non-negative")
		}
		deadline = osutil.Deadline(d)
	}
	var sets [3][]watched
	var fds []unix.PollFd
	at := map[int]int{} // descriptor -> its place in fds
	for i := range sets {
		var err error
		if sets[i], err = watchedSet(t, a[i]); err != nil {
			return rt.Value{}, err
		}
		for _, w := range sets[i] {
			k, ok := at[w.fd]
			if !ok {
				k = len(fds)
				at[w.fd] = k
				fds = append(fds, unix.PollFd{Fd: int32(w.fd)})
			}
			fds[k].Events |= setAsks[i]
		}
	}
	return waitSets(t, &sets, fds, at, deadline)
}

// waitSets waits until some of the files are ready as their sets ask; at gives
// a descriptor's place in fds.
func waitSets(t *rt.Thread, sets *[3][]watched, fds []unix.PollFd, at map[int]int, deadline time.Time) (rt.Value, error) {
	return osutil.ParkPoll(t, fds, deadline, func(n int) (rt.Value, error) {
		found := false
		var out [3]rt.Value
		for i, set := range sets {
			var ready []rt.Value
			for _, w := range set {
				got := fds[at[w.fd]].Revents
				if got&unix.POLLNVAL != 0 {
					return rt.Value{}, rt.FromOS(unix.EBADF)
				}
				if got&setReports[i] != 0 {
					ready = append(ready, w.obj)
				}
			}
			found = found || len(ready) > 0
			out[i] = rt.NewList(ready).Value()
		}
		if found || n == 0 {
			return rt.TupleOf(out[0], out[1], out[2]), nil
		}
		// poll(2) reports what these sets do not ask for, and would again at once
		pause := time.Now().Add(10 * time.Millisecond)
		return osutil.ParkPoll(t, nil, pause, func(int) (rt.Value, error) {
			if osutil.Expired(deadline) {
				return rt.TupleOf(out[0], out[1], out[2]), nil
			}
			return waitSets(t, sets, fds, at, deadline)
		})
	})
}

// pipeBuf is PIPE_BUF: how much a pipe takes at once.
const pipeBuf = 4096

func constants() []rt.Const {
	out := []rt.Const{{Name: "error", Value: rt.OSError.Value()}, {Name: "PIPE_BUF", Value: rt.Int(pipeBuf)}, {Name: "epoll", Value: epollType.Value()}}
	for _, c := range []struct {
		name  string
		value int64
	}{
		{"POLLIN", unix.POLLIN}, {"POLLPRI", unix.POLLPRI}, {"POLLOUT", unix.POLLOUT}, {"POLLERR", unix.POLLERR}, {"POLLHUP", unix.POLLHUP},
		{"POLLNVAL", unix.POLLNVAL}, {"POLLRDNORM", unix.EPOLLRDNORM}, {"POLLRDBAND", unix.EPOLLRDBAND}, {"POLLWRNORM", unix.EPOLLWRNORM},
		{"POLLWRBAND", unix.EPOLLWRBAND}, {"POLLMSG", unix.EPOLLMSG}, {"POLLRDHUP", unix.POLLRDHUP},
		{"EPOLLIN", unix.EPOLLIN}, {"EPOLLOUT", unix.EPOLLOUT}, {"EPOLLPRI", unix.EPOLLPRI}, {"EPOLLERR", unix.EPOLLERR}, {"EPOLLHUP", unix.EPOLLHUP},
		{"EPOLLRDHUP", unix.EPOLLRDHUP}, {"EPOLLET", unix.EPOLLET}, {"EPOLLONESHOT", unix.EPOLLONESHOT}, {"EPOLLEXCLUSIVE", unix.EPOLLEXCLUSIVE},
		{"EPOLLRDNORM", unix.EPOLLRDNORM}, {"EPOLLRDBAND", unix.EPOLLRDBAND}, {"EPOLLWRNORM", unix.EPOLLWRNORM}, {"EPOLLWRBAND", unix.EPOLLWRBAND},
		{"EPOLLMSG", unix.EPOLLMSG}, {"EPOLL_CLOEXEC", unix.EPOLL_CLOEXEC},
	} {
		out = append(out, rt.Const{Name: c.name, Value: rt.Int(c.value & 0xffffffff)})
	}
	return out
}

// Module is select.
var Module = &rt.ModuleSpec{
	Name: "select",
	Doc:  "Waiting for one of many files to be ready.",
	Methods: []rt.Method{
		{Name: "select", Sig: "rlist, wlist, xlist, timeout=None, /", Fn: selectSelect, Doc: "Wait until some of three lists of files are ready to read, ready to write or exceptional.", Waits: true},
		{Name: "poll", Sig: "", Fn: newPoll, Doc: "A polling object, to register files with."},
	},
	Init: func(t *rt.Thread, m *rt.Module) error {
		for _, c := range constants() {
			m.Dict.SetStr(t.VM.Intern(c.Name), c.Value)
		}
		return nil
	},
}
