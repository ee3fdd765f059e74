//go:build linux

package signalmod

import (
	"math"
	"math/bits"
	"os/signal"
	"strconv"
	"syscall"
	"time"
	"unsafe"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"golang.org/x/sys/unix"
)

// Handles says that signal n has a handler in Python.
func Handles(t *rt.Thread, n int) bool {
	s, ok := t.VM.Ext["_signal"].(*state)
	return ok && t.Host != nil && n >= 1 && n <= maxSignal && rt.IsCallable(s.get(t, n))
}

// ByDefault says that signal n has the system's action.
func ByDefault(t *rt.Thread, n int) bool {
	s := stateOf(t)
	i, _, isInt := rt.IntOf(s.get(t, n))
	return isInt && i == sigDfl && !s.answered(n)
}

// hasDefault says that signal n has its default action, not only in Python: a
// host program has not taken it either.
func hasDefault(n int) bool {
	switch sig := syscall.Signal(n); sig {
	case unix.SIGHUP, unix.SIGTERM: // Go's own handler ends the process
		return !signal.Ignored(sig)
	}
	return osutil.HasDefaultAction(n)
}

// Raise sends signal n to this process. It has arrived when Raise returns: a
// handler in Python has run if t is the main thread, and the default action,
// which mostly ends the process, is done.
func Raise(t *rt.Thread, n int) error {
	if reported(t, n) {
		return nil
	}
	s := stateOf(t)
	bit := uint64(1) << (n - 1)
	if host, ok := t.Host.(receiver); ok && (s.answered(n) || (s.blocked|s.waited)&bit != 0) {
		s.own |= bit
		portOf(t).pass(host, n)
		if t == t.VM.Main {
			return t.Host.Checkpoint(t)
		}
		return nil
	}
	if ByDefault(t, n) {
		return byDefault(t, n)
	}
	return rt.FromOS(osutil.SignalSelf(n))
}

// Joins is called when signal n has been sent to a group that this process is
// in: where that ends the process, it does so now.
func Joins(t *rt.Thread, n int) error {
	s := stateOf(t)
	if ByDefault(t, n) && s.blocked&(1<<(n-1)) == 0 && ends(n) {
		return byDefault(t, n)
	}
	return nil
}

// byDefault does what signal n does where nothing has been said about it.
func byDefault(t *rt.Thread, n int) error {
	if ends(n) {
		osutil.Farewell(t, n)
		osutil.DefaultAction(n)
	}
	return rt.FromOS(osutil.SignalSelf(n))
}

// ends says that the default action of signal n ends the process.
func ends(n int) bool {
	switch syscall.Signal(n) {
	case unix.SIGCHLD, unix.SIGCONT, unix.SIGSTOP, unix.SIGTSTP, unix.SIGTTIN, unix.SIGTTOU, unix.SIGURG, unix.SIGWINCH:
		return false
	}
	return true
}

func raiseSignal(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := signum(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, Raise(t, n)
}

// pthreadKill sends a signal to a thread of this process: they are all the
// process to the system, and the main thread runs the handlers.
func pthreadKill(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := rt.AsSsize(t, a[1], rt.OverflowError)
	if err != nil {
		return rt.Value{}, err
	}
	if n == 0 {
		return rt.None, nil
	}
	if n < 1 || n > maxSignal {
		return rt.Value{}, rt.OSErr(int(unix.EINVAL))
	}
	return rt.None, Raise(t, n)
}

func alarm(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := rt.AsSsize(t, a[0], rt.OverflowError)
	if err != nil {
		return rt.Value{}, err
	}
	old, err := setTimer(0, time.Duration(n)*time.Second, 0)
	if err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	left := time.Duration(old.value.Sec)*time.Second + time.Duration(old.value.Usec)*time.Microsecond
	return num(int((left + time.Second - 1) / time.Second)), nil
}

// An itimer is struct itimerval.
type itimer struct{ interval, value unix.Timeval }

func setTimer(which int, value, interval time.Duration) (old itimer, err error) {
	it := itimer{unix.NsecToTimeval(int64(interval)), unix.NsecToTimeval(int64(value))}
	_, _, errno := unix.Syscall(unix.SYS_SETITIMER, uintptr(which), uintptr(unsafe.Pointer(&it)), uintptr(unsafe.Pointer(&old)))
	if errno != 0 {
		err = errno
	}
	return old, err
}

func (it *itimer) tuple() rt.Value {
	f := func(tv unix.Timeval) rt.Value { return rt.Float(float64(tv.Sec) + float64(tv.Usec)/1e6) }
	return rt.TupleOf(f(it.value), f(it.interval))
}

// itimerError is signal.ItimerError: OSError in all but name.
func itimerError(errno error) error { return rt.FromOS(errno) }

func seconds(t *rt.Thread, v rt.Value) (time.Duration, error) {
	f, ok := rt.FloatOf(v)
	if n, _, isInt := rt.IntOf(v); isInt {
		f, ok = float64(n), true
	}
	if !ok {
		return 0, rt.TypeErrorf("must be real number, not %s", v.Type().Name)
	}
	if math.IsNaN(f) {
		return 0, rt.ValueErrorf("Invalid value NaN (not a number)")
	}
	if f < 0 {
		return 0, itimerError(unix.EINVAL)
	}
	d := time.Duration(f * 1e9)
	if d > 0 && d < time.Microsecond {
		d = time.Microsecond
	}
	return d, nil
}

func setItimer(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	which, err := rt.AsSsize(t, a[0], rt.OverflowError)
	if err != nil {
		return rt.Value{}, err
	}
	value, err := seconds(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	interval, err := seconds(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	if h, ok := t.Host.(receiver); ok && profiles(t, which) {
		p := portOf(t)
		old := p.prof.set(value, interval, func() { p.pass(h, int(unix.SIGPROF)) })
		return old.tuple(), nil
	}
	old, err := setTimer(which, value, interval)
	if err != nil {
		return rt.Value{}, itimerError(err)
	}
	return old.tuple(), nil
}

func getItimer(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	which, err := rt.AsSsize(t, a[0], rt.OverflowError)
	if err != nil {
		return rt.Value{}, err
	}
	if profiles(t, which) {
		p := &portOf(t).prof
		p.mu.Lock()
		defer p.mu.Unlock()
		left := p.left()
		return left.tuple(), nil
	}
	var it itimer
	if _, _, errno := unix.Syscall(unix.SYS_GETITIMER, uintptr(which), uintptr(unsafe.Pointer(&it)), 0); errno != 0 {
		return rt.Value{}, itimerError(errno)
	}
	return it.tuple(), nil
}

func setWakeupFd(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := rt.AsSsize(t, a[0], rt.OverflowError)
	if err != nil {
		return rt.Value{}, err
	}
	if t != t.VM.Main {
		return rt.Value{}, rt.ValueErrorf("set_wakeup_fd only works in main thread of the main interpreter")
	}
	warn, err := rt.IsTrue(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if fd != -1 {
		flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0)
		if err != nil {
			return rt.Value{}, rt.FromOS(err)
		}
		if flags&unix.O_NONBLOCK == 0 {
			return rt.Value{}, rt.ValueErrorf("the fd %d must be in non-blocking mode", fd)
		}
	}
	s := stateOf(t)
	old := s.wakeup - 1
	s.wakeup, s.quiet = int64(fd)+1, !warn
	portOf(t).mirror(s)
	return rt.Int(old), nil
}

// pause waits until a handler has run.
func pause(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return t.Host.Wait(t, rt.Wait{Queue: &stateOf(t).waiters, For: forSignal{}, Timeout: -1})
}

// forSignal is what pause and sigwait wait for.
type forSignal struct{}

func (forSignal) Undo(*rt.Thread, *rt.Waiter) {}

func (forSignal) Describe() (string, int64) { return "a signal", 0 }

func setOf(t *rt.Thread, bitset uint64) (rt.Value, error) {
	s := rt.NewSet()
	for ; bitset != 0; bitset &= bitset - 1 {
		if err := s.Add(t, num(bits.TrailingZeros64(bitset)+1)); err != nil {
			return rt.Value{}, err
		}
	}
	return s.Value(), nil
}

// watch has Go send the signals of a set.
func watch(t *rt.Thread, set uint64) {
	for ; set != 0; set &= set - 1 {
		apply(t, bits.TrailingZeros64(set)+1, -1)
	}
}

func sigmask(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	how, err := rt.AsSsize(t, a[0], rt.OverflowError)
	if err != nil {
		return rt.Value{}, err
	}
	set, err := Set(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	s := stateOf(t)
	old := s.blocked
	switch how {
	case 0:
		s.blocked |= set
	case 1:
		s.blocked &^= set
	case 2:
		s.blocked = set
	default:
		return rt.Value{}, rt.OSErr(int(unix.EINVAL))
	}
	s.blocked &^= 1<<(unix.SIGKILL-1) | 1<<(unix.SIGSTOP-1)
	portOf(t).mirror(s)
	watch(t, s.blocked&^old|old&^s.blocked&blockedAtStart())
	for free := s.held &^ s.blocked; free != 0; free &= free - 1 {
		n := bits.TrailingZeros64(free) + 1
		s.held &^= 1 << (n - 1)
		if rt.IsCallable(s.get(t, n)) {
			if host, ok := t.Host.(receiver); ok {
				portOf(t).pass(host, n)
			}
			continue
		}
		i, _, _ := rt.IntOf(s.get(t, n))
		apply(t, n, int(i))
		if err := Raise(t, n); err != nil {
			return rt.Value{}, err
		}
	}
	if err := t.Host.Checkpoint(t); err != nil {
		return rt.Value{}, err
	}
	return setOf(t, old)
}

func sigpending(t *rt.Thread, a []rt.Value) (rt.Value, error) { return setOf(t, stateOf(t).held) }

func strsignal(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := signum(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if s := descriptions[syscall.Signal(n)]; s != "" {
		return rt.NewStr(s), nil
	}
	if n >= 34 {
		return rt.NewStr("Real-time signal " + strconv.Itoa(n-34)), nil
	}
	return rt.None, nil
}

func validSignals(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return setOf(t, ^uint64(0)&^(1<<31|1<<32))
}

func none(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.None, nil }
