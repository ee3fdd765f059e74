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
// may be another than the one that goes on here.
func SignalSelf(n int) error {
	goruntime.LockOSThread()
	defer goruntime.UnlockOSThread()
	return unix.Tgkill(os.Getpid(), unix.Gettid(), syscall.Signal(n))
}

// HasDefaultAction says that the system knows no handler of signal n.
func HasDefaultAction(n int) bool {
	var act [4]uint64
	_, _, errno := unix.RawSyscall6(unix.SYS_RT_SIGACTION, uintptr(n), 0, uintptr(unsafe.Pointer(&act)), 8, 0, 0)
	return errno == 0 && act[0] == 0
}
