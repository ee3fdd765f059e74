package signalmod

import (
	"syscall"

	rt "github.com/minipy/minipy/runtime"
)

// descriptions are strsignal's.
var descriptions = map[syscall.Signal]string{
	1: "Hangup", 2: "Interrupt", 3: "Quit", 4: "Illegal instruction", 5: "Trace/breakpoint trap", 6: "Aborted", 7: "Bus error",
	8: "Floating point exception", 9: "Killed", 10: "User defined signal 1", 11: "Segmentation fault", 12: "User defined signal 2",
	13: "Broken pipe", 14: "Alarm clock", 15: "Terminated", 16: "Stack fault", 17: "Child exited", 18: "Continued", 19: "Stopped (signal)",
	20: "Stopped", 21: "Stopped (tty input)", 22: "Stopped (tty output)", 23: "Urgent I/O condition", 24: "CPU time limit exceeded",
	25: "File size limit exceeded", 26: "Virtual timer expired", 27: "Profiling timer expired", 28: "Window changed", 29: "I/O possible",
	30: "Power failure", 31: "Bad system call",
}

var numbers = []struct {
	name string
	n    int
}{
	{"SIGHUP", 1}, {"SIGINT", 2}, {"SIGQUIT", 3}, {"SIGILL", 4}, {"SIGTRAP", 5}, {"SIGABRT", 6}, {"SIGIOT", 6}, {"SIGBUS", 7}, {"SIGFPE", 8},
	{"SIGKILL", 9}, {"SIGUSR1", 10}, {"SIGSEGV", 11}, {"SIGUSR2", 12}, {"SIGPIPE", 13}, {"SIGALRM", 14}, {"SIGTERM", 15}, {"SIGSTKFLT", 16},
	{"SIGCHLD", 17}, {"SIGCLD", 17}, {"SIGCONT", 18}, {"SIGSTOP", 19}, {"SIGTSTP", 20}, {"SIGTTIN", 21}, {"SIGTTOU", 22}, {"SIGURG", 23},
	{"SIGXCPU", 24}, {"SIGXFSZ", 25}, {"SIGVTALRM", 26}, {"SIGPROF", 27}, {"SIGWINCH", 28}, {"SIGIO", 29}, {"SIGPOLL", 29}, {"SIGPWR", 30},
	{"SIGSYS", 31}, {"SIGRTMIN", 34}, {"SIGRTMAX", 64}, {"NSIG", 65}, {"SIG_DFL", 0}, {"SIG_IGN", 1},
	{"SIG_BLOCK", 0}, {"SIG_UNBLOCK", 1}, {"SIG_SETMASK", 2}, {"ITIMER_REAL", 0}, {"ITIMER_VIRTUAL", 1}, {"ITIMER_PROF", 2},
}

// Module is _signal.
var Module = &rt.ModuleSpec{
	Name:  "_signal",
	Doc:   "This module provides mechanisms to use signal handlers in Python.",
	Types: []*rt.Type{&siginfoType},
	Methods: []rt.Method{
		{Name: "signal", Sig: "signalnum, handler, /", Fn: setSignal},
		{Name: "getsignal", Sig: "signalnum, /", Fn: getSignal},
		{Name: "default_int_handler", Raw: defaultIntHandler},
		{Name: "raise_signal", Sig: "signalnum, /", Fn: raiseSignal},
		{Name: "pthread_kill", Sig: "thread_id, signalnum, /", Fn: pthreadKill},
		{Name: "alarm", Sig: "seconds, /", Fn: alarm},
		{Name: "setitimer", Sig: "which, seconds, interval=0.0, /", Fn: setItimer},
		{Name: "getitimer", Sig: "which, /", Fn: getItimer},
		{Name: "pause", Fn: pause, Waits: true},
		{Name: "pthread_sigmask", Sig: "how, mask, /", Fn: sigmask},
		{Name: "sigpending", Fn: sigpending},
		{Name: "sigwait", Sig: "sigset, /", Fn: sigwait, Waits: true},
		{Name: "sigwaitinfo", Sig: "sigset, /", Fn: sigwaitinfo, Waits: true, Doc: "Wait for one of the signals: struct_siginfo.\n\nThe sender is known only where it is this process."},
		{Name: "sigtimedwait", Sig: "sigset, timeout, /", Fn: sigtimedwait, Waits: true, Doc: "sigwaitinfo for at most that many seconds; None when they are over."},
		{Name: "pidfd_send_signal", Sig: "pidfd, signalnum, siginfo=None, flags=0, /", Fn: pidfdSend},
		{Name: "set_wakeup_fd", Sig: "fd, /, *, warn_on_full_buffer=True", Fn: setWakeupFd},
		{Name: "siginterrupt", Sig: "signalnum, flag, /", Fn: none},
		{Name: "strsignal", Sig: "signalnum, /", Fn: strsignal},
		{Name: "valid_signals", Fn: validSignals},
	},
	Init: func(t *rt.Thread, m *rt.Module) error {
		for _, x := range numbers {
			m.Dict.Store(x.name, num(x.n))
		}
		m.Dict.Store("ItimerError", rt.OSError.Value())
		portOf(t)
		return nil
	},
}
