//go:build unix

package faulthandler

import (
	"syscall"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/signalmod"
)

// faults are the signals that enable() is for, as the dump calls them.
var faults = map[syscall.Signal]string{
	syscall.SIGBUS: "Bus error", syscall.SIGILL: "Illegal instruction", syscall.SIGFPE: "Floating point exception",
	syscall.SIGABRT: "Aborted", syscall.SIGSEGV: "Segmentation fault",
}

// Mourn implements osutil.Mourner: it writes what the process was doing.
func (s *state) Mourn(t *rt.Thread, n int) {
	name, known := faults[syscall.Signal(n)]
	h, ok := t.Host.(dumper)
	if known && ok {
		write(t, s.fd, "Fatal Python error: "+name+"\n\n"+h.Stacks(t, s.all))
	}
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
