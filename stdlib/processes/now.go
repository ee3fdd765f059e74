//go:build linux

package processes

import (
	"runtime"
	"unsafe"

	"golang.org/x/sys/unix"
)

// Reading and writing that does not wait, on descriptors that do: EAGAIN if it
// would have to. The flag for it is one of a single call (RWF_NOWAIT); to change the
// descriptor would be seen by every process that shares it. Linux knows the flag for
// sockets and pipes from 6.4 on; otherwise poll(2) is asked first, and for a long
// text the descriptor is changed for as long as the call lasts.

// brief is up to how many bytes are moved without telling Go's scheduler:
// that costs as much as the system call for a few bytes does.
const brief = 1 << 14

func readNow(fd int, b []byte) (int, error) {
	iov := [2]unix.Iovec{vector(b), {}}
	n, err := moveNow(unix.SYS_PREADV2, fd, &iov, len(b))
	runtime.KeepAlive(b)
	if !unknown(err) {
		return n, err
	}
	if err := pollNow(fd, unix.POLLIN); err != nil {
		return 0, err
	}
	return unix.Read(fd, b)
}

// writeNow writes some of head and then of body.
func writeNow(fd int, head, body []byte) (int, error) {
	iov := [2]unix.Iovec{vector(head), vector(body)}
	n, err := moveNow(unix.SYS_PWRITEV2, fd, &iov, len(head)+len(body))
	runtime.KeepAlive(head)
	runtime.KeepAlive(body)
	if !unknown(err) {
		return n, err
	}
	return writeChanged(fd, append(append([]byte(nil), head...), body...))
}

func vector(b []byte) (v unix.Iovec) {
	v.Base = unsafe.SliceData(b)
	v.SetLen(len(b))
	return v
}

// moveNow is preadv2(2) or pwritev2(2) at the present place.
func moveNow(call uintptr, fd int, iov *[2]unix.Iovec, size int) (int, error) {
	const here = ^uintptr(0)
	var n uintptr
	var e unix.Errno
	if size <= brief {
		n, _, e = unix.RawSyscall6(call, uintptr(fd), uintptr(unsafe.Pointer(iov)), uintptr(len(iov)), here, here, unix.RWF_NOWAIT)
	} else {
		n, _, e = unix.Syscall6(call, uintptr(fd), uintptr(unsafe.Pointer(iov)), uintptr(len(iov)), here, here, unix.RWF_NOWAIT)
	}
	if e != 0 {
		return 0, e
	}
	return int(n), nil
}

// unknown says that the kernel has no such call or flag for this descriptor.
func unknown(err error) bool {
	return err == unix.EOPNOTSUPP || err == unix.ENOSYS || err == unix.EINVAL
}

// pollNow fails with EAGAIN if fd is not ready.
func pollNow(fd int, events int16) error {
	n, err := unix.Poll([]unix.PollFd{{Fd: int32(fd), Events: events}}, 0)
	if n == 0 && err == nil {
		err = unix.EAGAIN
	}
	return err
}

// atOnce is how much a pipe or socket that is ready for writing takes without waiting.
const atOnce = 4096

// writeChanged is writeNow where the kernel does not know the flag.
func writeChanged(fd int, b []byte) (int, error) {
	if len(b) <= atOnce {
		if err := pollNow(fd, unix.POLLOUT); err != nil {
			return 0, err
		}
		return unix.Write(fd, b)
	}
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0)
	if err != nil {
		return 0, err
	}
	if flags&unix.O_NONBLOCK == 0 {
		if _, err := unix.FcntlInt(uintptr(fd), unix.F_SETFL, flags|unix.O_NONBLOCK); err != nil {
			return 0, err
		}
		defer unix.FcntlInt(uintptr(fd), unix.F_SETFL, flags)
	}
	return unix.Write(fd, b[:min(len(b), 1<<30)])
}
