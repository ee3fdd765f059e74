package osutil

import (
	"os"
	goruntime "runtime"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"
)

// An Action is what the system does at a signal: a struct sigaction, of which
// zeros are the default action.
type Action [4]uint64

// Where in an Action its handler and its flags are.
const (
	actionHandler = iota
	actionFlags
)

// HeldDefault is the default action with a flag that has no meaning for it, and
// says that Go's own handler has only been laid aside.
func HeldDefault() Action { return Action{actionFlags: 0x40000000} } // SA_NODEFER

// SetAction sets what the system does at signal n, past Go's own handler.
func SetAction(n int, act Action) {
	unix.RawSyscall6(unix.SYS_RT_SIGACTION, uintptr(n), uintptr(unsafe.Pointer(&act)), 0, 8, 0, 0)
}

// DefaultAction gives signal n its default action, past Go's own handler.
func DefaultAction(n int) { SetAction(n, Action{}) }

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

// ActionOf is what the system does at signal n.
func ActionOf(n int) Action {
	var act Action
	if _, _, errno := unix.RawSyscall6(unix.SYS_RT_SIGACTION, uintptr(n), 0, uintptr(unsafe.Pointer(&act)), 8, 0, 0); errno != 0 {
		act[actionHandler] = ^uint64(0)
	}
	return act
}

// actionOf is SIG_DFL, SIG_IGN or a handler's address.
func actionOf(n int) uint64 { return ActionOf(n)[actionHandler] }
