//go:build unix

package faulthandler

import (
	"os"
	"os/signal"
	"syscall"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"github.com/minipy/minipy/stdlib/signalmod"
)

// faults are the signals that enable() is for, as the dump calls them.
var faults = map[syscall.Signal]string{
	syscall.SIGBUS: "Bus error", syscall.SIGILL: "Illegal instruction", syscall.SIGFPE: "Floating point exception",
	syscall.SIGABRT: "Aborted", syscall.SIGSEGV: "Segmentation fault",
}

// last is what r says of signal n, with the stacks.
func (r *report) last(n int, stacks string) {
	r.out("Fatal Python error: " + faults[syscall.Signal(n)] + "\n\n" + stacks)
}

// Mourn implements osutil.Mourner: it writes what the process was doing.
func (s *state) Mourn(t *rt.Thread, n int) {
	s.mu.Lock()
	r := s.fatal
	s.mu.Unlock()
	if r != nil && faults[syscall.Signal(n)] != "" {
		r.last(n, r.host.Stacks(t, r.all))
	}
}

// Catch has the process end by a signal of enable() that comes from outside as
// one of a C program does, instead of with a picture of its goroutines; first it
// writes what enable() asks for.
func Catch(t *rt.Thread) {
	s := stateOf(t)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.caught {
		return
	}
	s.caught = true
	c := make(chan os.Signal, 1)
	for n := range faults {
		signal.Notify(c, n)
	}
	restore := osutil.TerminalRestorer(t)
	go func() {
		for sig := range c {
			n := int(sig.(syscall.Signal))
			restore()
			s.mu.Lock()
			r := s.fatal
			s.mu.Unlock()
			if r != nil {
				r.last(n, r.host.SignalStacks(patience, r.all))
			}
			osutil.DefaultAction(n)
			osutil.SignalSelf(n)
		}
	}()
}

// dying is a function for tests of what watches a process: it dies of signal n,
// without a core file.
func dying(n syscall.Signal) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		var core syscall.Rlimit
		if syscall.Getrlimit(syscall.RLIMIT_CORE, &core) == nil {
			core.Cur = 0
			syscall.Setrlimit(syscall.RLIMIT_CORE, &core)
		}
		return rt.None, signalmod.Raise(t, int(n))
	}
}

var fatalMethods = []rt.Method{
	{Name: "_sigsegv", Sig: "release_gil=False, /", Fn: dying(syscall.SIGSEGV), Doc: "Die of SIGSEGV."},
	{Name: "_sigabrt", Fn: dying(syscall.SIGABRT), Doc: "Die of SIGABRT."},
	{Name: "_sigfpe", Fn: dying(syscall.SIGFPE), Doc: "Die of SIGFPE."},
	{Name: "_read_null", Fn: dying(syscall.SIGSEGV), Doc: "Die as what reads from address 0 does."},
	{Name: "_stack_overflow", Fn: dying(syscall.SIGSEGV), Doc: "Die as what uses up a C stack does."},
}
