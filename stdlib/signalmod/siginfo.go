//go:build linux

package signalmod

import (
	"math"
	"math/bits"
	"os"
	"syscall"
	"time"

	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

var siginfoType rt.Type

// siginfo is what waiting tells of a signal. Go's channels give the number alone:
// who has sent it is known only where this process has.
var siginfo = &rt.StructSeq{Name: "signal.struct_siginfo", Doc: "struct_siginfo: Result from sigwaitinfo or sigtimedwait.", Fields: []rt.StructField{
	{Name: "si_signo", Doc: "signal number"}, {Name: "si_code", Doc: "signal code"}, {Name: "si_errno", Doc: "errno associated with this signal"},
	{Name: "si_pid", Doc: "sending process ID"}, {Name: "si_uid", Doc: "real user ID of sending process"},
	{Name: "si_status", Doc: "exit value or signal"}, {Name: "si_band", Doc: "band event for SIGPOLL"}}}

func init() { rt.DefineStructSeq(&siginfoType, siginfo) }

// code of a signal that the system has sent, SI_KERNEL.
const fromSystem = 128

func (s *state) infoOf(n int) rt.Value {
	code, pid, uid := fromSystem, 0, 0
	if s.own&(1<<(n-1)) != 0 {
		code, pid, uid = 0, os.Getpid(), os.Getuid()
	}
	return siginfo.Make(&siginfoType, num(n), num(code), num(0), num(pid), num(uid), num(0), num(0))
}

// forInfo is what sigwaitinfo and sigtimedwait wait for.
type forInfo struct{ forSignal }

// told is what the waiter w is given of signal n.
func (s *state) told(w *rt.Waiter, n int) rt.Value {
	if w != nil {
		if _, ok := w.For.(forInfo); ok {
			return s.infoOf(n)
		}
	}
	return num(n)
}

// await takes a signal of a set that is held back, or waits for one.
func await(t *rt.Thread, set uint64, awaited rt.Awaited, timeout time.Duration) (rt.Value, error) {
	s := stateOf(t)
	if got := s.held & set; got != 0 {
		n := bits.TrailingZeros64(got) + 1
		s.held &^= 1 << (n - 1)
		return s.told(&rt.Waiter{For: awaited}, n), nil
	}
	watch(t, set)
	s.waited |= set
	return t.Host.Wait(t, rt.Wait{Queue: &s.waiters, For: awaited, Timeout: timeout, TimedOut: rt.None})
}

func sigwait(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	set, err := Set(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	return await(t, set, forSignal{}, -1)
}

func sigwaitinfo(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	set, err := Set(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	return await(t, set, forInfo{}, -1)
}

func sigtimedwait(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	secs, isFloat := rt.FloatOf(a[1])
	if n, _, isInt := rt.IntOf(a[1]); isInt {
		secs, isFloat = float64(n), true
	}
	switch {
	case !isFloat:
		return rt.Value{}, rt.TypeErrorf("'%s' object cannot be interpreted as an integer", a[1].Type().Name)
	case math.IsNaN(secs):
		return rt.Value{}, rt.ValueErrorf("Invalid value NaN (not a number)")
	case secs < 0:
		return rt.Value{}, rt.ValueErrorf("timeout must be non-negative")
	case secs*1e9 >= math.MaxInt64:
		return rt.Value{}, rt.OverflowErrorf("timestamp out of range for platform time_t")
	}
	set, err := Set(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	return await(t, set, forInfo{}, time.Duration(secs*1e9))
}

// pidfdSend sends a signal to the process of a descriptor.
func pidfdSend(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	var args [3]int
	for i, v := range []rt.Value{a[0], a[1], a[3]} {
		var err error
		if args[i], err = rt.AsSsize(t, v, rt.OverflowError); err != nil {
			return rt.Value{}, err
		}
	}
	if !a[2].IsNone() {
		return rt.Value{}, rt.TypeErrorf("siginfo must be None")
	}
	if err := unix.PidfdSendSignal(args[0], syscall.Signal(args[1]), nil, args[2]); err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	return rt.None, t.Host.Checkpoint(t)
}
