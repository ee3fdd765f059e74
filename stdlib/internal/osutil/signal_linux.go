package osutil

import (
	"os"
	goruntime "runtime"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"
)

// DefaultAction gives signal n its default action, past Go's own handler.
func DefaultAction(n int) {
	var act [4]uint64 // a struct sigaction of zeros: SIG_DFL
	unix.RawSyscall6(unix.SYS_RT_SIGACTION, uintptr(n), uintptr(unsafe.Pointer(&act)), 0, 8, 0, 0)
}

// SignalSelf sends signal n to this process as raise(3) does: what it causes has
// happened when the call returns. kill(2) would choose any of Go's threads, which
// may be another than the one that goes on here. It arrives though the process
// may have been started with it blocked.
func SignalSelf(n int) error {
	goruntime.LockOSThread()
	defer goruntime.UnlockOSThread()
	var set, old unix.Sigset_t
	*(*uint64)(unsafe.Pointer(&set)) = 1 << (n - 1)
	if unix.PthreadSigmask(unix.SIG_UNBLOCK, &set, &old) == nil {
		defer unix.PthreadSigmask(unix.SIG_SETMASK, &old, nil)
	}
	return unix.Tgkill(os.Getpid(), unix.Gettid(), syscall.Signal(n))
}

// HasDefaultAction says that the system knows no handler of signal n.
func HasDefaultAction(n int) bool {
	const sigDfl = 0
	return actionOf(n) == sigDfl
}

// Ignores says that this process ignores signal n.
func Ignores(n int) bool {
	const sigIgn = 1
	return actionOf(n) == sigIgn
}

// actionOf is what the system does at signal n: SIG_DFL, SIG_IGN or a handler's address.
func actionOf(n int) uint64 {
	var act [4]uint64
	if _, _, errno := unix.RawSyscall6(unix.SYS_RT_SIGACTION, uintptr(n), 0, uintptr(unsafe.Pointer(&act)), 8, 0, 0); errno != 0 {
		return ^uint64(0)
	}
	return act[0]
}
