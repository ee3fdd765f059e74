//go:build linux

// Package signalmod is Python's _signal module: handlers of signals, in Python,
// which the VM's main thread runs between two instructions or in the middle of
// a wait.
//
// Go has one handler for all signals, which sends those that are asked for
// through a channel; a goroutine passes them on to the VM (Host's Signal). A
// signal whose action is SIG_DFL has the system's default action: those on
// which Go's handler would do nothing are taken away from it.
package signalmod

import (
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"syscall"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"golang.org/x/sys/unix"
)

const (
	firstReal = 35 // the first real-time signal that a program may use
	sigDfl    = 0
	sigIgn    = 1
)

// state is what a VM keeps: it goes with the VM to the child of a fork.
type state struct {
	handlers [maxSignal + 1]rt.Value // what signal.signal has set; unset: as at the start
	wakeup   int64                   // set_wakeup_fd's descriptor plus one
	quiet    bool                    // warn_on_full_buffer=False
	blocked  uint64                  // pthread_sigmask's, bit n-1
	held     uint64                  // blocked ones that have come
	own      uint64                  // those on their way that this process has sent
	waited   uint64                  // sigwait's, and of waits that are over
	waiters  rt.WaitQueue            // of pause and sigwait
}

// port is what cannot go to another process: where Go sends signals.
type port struct {
	once    sync.Once
	c       chan os.Signal
	wakeup  atomic.Int64
	quiet   atomic.Bool
	blocked atomic.Uint64 // as in state
	failed  atomic.Int64  // errno of a write to wakeup that the main thread is to report
	prof    profTimer
}

// receiver is a Host that takes signals.
type receiver interface{ Signal(n int) }

func init() { rt.KeepState("_signal", &state{}) }

func stateOf(t *rt.Thread) *state {
	s, ok := t.VM.Ext["_signal"].(*state)
	if !ok {
		s = &state{blocked: blockedAtStart()}
		t.VM.Ext["_signal"] = s
		portOf(t).mirror(s)
		watch(t, s.blocked) // so that they are held, and known
	}
	return s
}

func portOf(t *rt.Thread) *port {
	p, ok := t.VM.Ext["_signal.port"].(*port)
	if !ok {
		p = &port{c: make(chan os.Signal, 64)}
		t.VM.Ext["_signal.port"] = p
	}
	p.once.Do(func() {
		t.VM.OnSignal = deliver
		t.VM.TripSignal = trip
		h, ok := t.Host.(receiver)
		if !ok {
			return
		}
		go func() {
			for s := range p.c {
				p.pass(h, int(s.(syscall.Signal)))
			}
		}()
	})
	return p
}

// mirror shows the port what s says.
func (p *port) mirror(s *state) {
	p.wakeup.Store(s.wakeup)
	p.quiet.Store(s.quiet)
	p.blocked.Store(s.blocked)
}

// pass tells the VM that signal n has come, and then who reads the wakeup
// descriptor: when a select there returns, the handler has run.
func (p *port) pass(h receiver, n int) {
	blocked := p.blocked.Load()&(1<<(n-1)) != 0
	h.Signal(n)
	if !blocked {
		p.wake(n)
	}
}

// wake writes signal n's number to set_wakeup_fd's descriptor.
func (p *port) wake(n int) {
	fd := p.wakeup.Load()
	if fd <= 0 {
		return
	}
	_, err := syscall.Write(int(fd-1), []byte{byte(n)})
	if errno, ok := err.(syscall.Errno); ok && !(errno == syscall.EAGAIN && p.quiet.Load()) {
		p.failed.Store(int64(errno))
	}
}

// report says that a wake has failed.
func (p *port) report(t *rt.Thread) {
	errno := p.failed.Swap(0)
	if errno == 0 {
		return
	}
	if sys, ok := t.VM.Modules.Lookup("sys"); ok {
		if stderr, err := rt.GetAttrS(t, sys, "stderr"); err == nil && !stderr.IsNone() {
			rt.CallMethod(t, stderr, "write", rt.NewStr("Exception ignored when trying to write to the signal wakeup fd:\n"))
		}
	}
	osutil.Unraisable(t, rt.OSErr(int(errno)), "", rt.None)
}

// trip is the VM's TripSignal.
func trip(t *rt.Thread, n int) {
	if h, ok := t.Host.(receiver); ok && Handles(t, n) {
		portOf(t).pass(h, n)
	}
}

// deliver is the VM's OnSignal.
func deliver(t *rt.Thread, n int) error {
	portOf(t).report(t)
	return answer(t, n)
}

// answer does what signal n, which has come, is to do.
func answer(t *rt.Thread, n int) error {
	s := stateOf(t)
	bit := uint64(1) << (n - 1)
	if s.waited&bit != 0 {
		s.waited &^= bit
		if t.Host.Wake(&s.waiters, s.told(s.waiters.First(), n)) != nil {
			s.own &^= bit
			return nil
		}
	}
	if s.blocked&bit != 0 {
		s.held |= bit
		return nil
	}
	s.own &^= bit
	h := s.handlers[n]
	var err error
	switch i, _, isInt := rt.IntOf(s.get(t, n)); {
	case isInt && i == sigDfl && !s.answered(n) && ends(n): // nobody waits for it any more
		err = byDefault(t, n)
	case h.IsUnset():
		if n == int(unix.SIGINT) {
			err = rt.NewException(rt.KeyboardInterrupt)
		}
	case rt.IsCallable(h):
		frame := rt.None
		if f := t.Host.Frame(t, 0); f != nil {
			frame = f.Value()
		}
		_, err = rt.Call(t, h, num(n), frame)
	}
	if s.waited == 0 {
		for t.Host.Wake(&s.waiters, rt.None) != nil {
		}
	}
	return err
}

func num(n int) rt.Value { return rt.Int(int64(n)) }

// signum reads a signal number.
func signum(t *rt.Thread, v rt.Value) (int, error) {
	i, err := rt.Index(t, v)
	if err != nil {
		return 0, err
	}
	n, b, _ := rt.IntOf(i)
	if b != nil || n < 1 || n > maxSignal {
		return 0, rt.ValueErrorf("signal number out of range")
	}
	return int(n), nil
}

// get is the action of signal n as Python sees it.
func (s *state) get(t *rt.Thread, n int) rt.Value {
	switch h := s.handlers[n]; {
	case !h.IsUnset():
		return h
	case (n == int(unix.SIGINT) || n == int(unix.SIGHUP)) && signal.Ignored(syscall.Signal(n)): // since the process has begun
		return num(sigIgn)
	case n == int(unix.SIGINT):
		return defaultInt(t)
	case n == int(unix.SIGPIPE) || n == 25: // as CPython sets them
		return num(sigIgn)
	}
	return num(sigDfl)
}

// answered says that Python code answers signal n: a handler, or for SIGINT
// KeyboardInterrupt where none has been set, though nobody has imported _signal.
func (s *state) answered(n int) bool {
	if h := s.handlers[n]; !h.IsUnset() {
		return rt.IsCallable(h)
	}
	return n == int(unix.SIGINT)
}

func setSignal(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := signum(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	action := -1
	if !rt.IsCallable(a[1]) {
		i, b, ok := rt.IntOf(a[1])
		if !ok || b != nil || i != sigDfl && i != sigIgn {
			return rt.Value{}, rt.TypeErrorf("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
		}
		action = int(i)
	}
	if t != t.VM.Main {
		return rt.Value{}, rt.ValueErrorf("signal only works in main thread of the main interpreter")
	}
	if n == int(unix.SIGKILL) || n == int(unix.SIGSTOP) || n == 32 || n == 33 {
		return rt.Value{}, rt.OSErr(int(unix.EINVAL))
	}
	if t.Host != nil {
		if err := t.Host.Checkpoint(t); err != nil {
			return rt.Value{}, err
		}
	}
	s := stateOf(t)
	old := s.get(t, n)
	h := a[1]
	if action >= 0 {
		h = num(action)
	}
	s.handlers[n] = h
	apply(t, n, action)
	return old, nil
}

// apply makes the process answer signal n by sigDfl, sigIgn or (-1) the handler.
func apply(t *rt.Thread, n, action int) {
	p := portOf(t)
	sig := syscall.Signal(n)
	switch action {
	case sigDfl:
		setDefault(n)
	case sigIgn:
		signal.Ignore(sig)
	default:
		Notify(p.c, n)
		t.VM.SignalsTaken.Or(1 << (n - 1))
		return
	}
	t.VM.SignalsTaken.And(^(1 << (n - 1)))
}

// Restore makes the process answer signals as the VM's state says, in the
// child of a fork.
func Restore(t *rt.Thread) {
	s, ok := t.VM.Ext["_signal"].(*state)
	if !ok {
		return
	}
	portOf(t).mirror(s)
	watch(t, s.blocked|blockedAtStart())
	for n, h := range s.handlers {
		if h.IsUnset() {
			continue
		}
		action := -1
		if i, _, ok := rt.IntOf(h); ok {
			action = int(i)
		}
		apply(t, n, action)
	}
}

// Init gives the signals that Go's own handler would swallow, or answer with a
// picture of its goroutines, their default action. Once, by the program. Go
// keeps those that it needs: the faults that it turns into panics (SIGSEGV,
// SIGBUS, SIGFPE), SIGURG for preemption and those of threads (32-34); and
// SIGPROF if the program is going to be profiled: Go does not take that one
// again, so that the first tick would end the process.
func Init(profiled bool) {
	blockedAtStart()
	signal.Ignore(unix.SIGPIPE, unix.SIGXFSZ) // as CPython does
	for _, n := range []syscall.Signal{unix.SIGABRT, unix.SIGUSR1, unix.SIGUSR2, unix.SIGALRM, unix.SIGXCPU, unix.SIGVTALRM, unix.SIGPROF,
		unix.SIGIO, unix.SIGPWR} {
		if n != unix.SIGPROF || !profiled {
			setDefault(int(n))
		}
	}
	for n := firstReal; n <= maxSignal; n++ {
		setDefault(n)
	}
	for _, n := range []syscall.Signal{unix.SIGILL, unix.SIGTRAP, unix.SIGSTKFLT, unix.SIGSYS} { // Notify does not know them
		osutil.DefaultAction(int(n))
	}
}

// Default gives signal n its default action, for a host program that has taken
// it with signal.Notify: Go's handler stays after signal.Stop, and swallows
// SIGTSTP and others.
func Default(n int) { setDefault(n) }

func setDefault(n int) {
	sig := syscall.Signal(n)
	switch sig {
	case unix.SIGINT, unix.SIGTERM, unix.SIGHUP:
		signal.Reset(sig)
	default:
		signal.Ignore(sig) // Go's handler goes, and comes back with a Notify
		osutil.DefaultAction(n)
	}
}

func getSignal(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := signum(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	return stateOf(t).get(t, n), nil
}

// defaultInt is signal.default_int_handler.
func defaultInt(t *rt.Thread) rt.Value {
	if v, ok := t.VM.Modules.Lookup("_signal"); ok {
		if h, err := rt.GetAttrS(t, v, "default_int_handler"); err == nil {
			return h
		}
	}
	return num(sigDfl)
}

func defaultIntHandler(t *rt.Thread, a []rt.Value, names []*rt.Str) (rt.Value, error) {
	return rt.Value{}, rt.NewException(rt.KeyboardInterrupt)
}
