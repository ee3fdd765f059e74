//go:build unix

package osutil

import (
	"syscall"
	"time"

	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

// await waits until there is something to read, so that Ctrl-C can end the
// waiting: it fails with what a signal's handler raises.
func await(t *rt.Thread, fd int) error {
	fds := []unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}
	for first := true; ; first = false {
		if n, err := unix.Poll(fds, 0); n != 0 || t.Host == nil || err != nil && err != unix.EINTR {
			return nil
		}
		if first {
			if flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0); err != nil || flags&unix.O_NONBLOCK != 0 {
				return nil
			}
		}
		if err := Wait(t, fd, unix.POLLIN, time.Time{}); err != nil {
			return err
		}
	}
}

func sysRead(fd int, b []byte) (int, error) {
	for {
		n, err := syscall.Read(fd, b)
		if err != syscall.EINTR {
			return max(n, 0), err
		}
	}
}

// maxWrite is the most that one write is asked for, as Linux caps it.
const maxWrite = 0x7ffff000

func sysWrite(fd int, b []byte) (int, error) {
	if len(b) > maxWrite {
		b = b[:maxWrite]
	}
	for {
		n, err := syscall.Write(fd, b)
		if err != syscall.EINTR {
			return max(n, 0), err
		}
	}
}

// sysOpen is open(2) with O_CLOEXEC.
func sysOpen(path string, flags int, perm uint32) (int, error) {
	for {
		fd, err := syscall.Open(path, flags|syscall.O_CLOEXEC, perm)
		if err != syscall.EINTR {
			return fd, err
		}
	}
}

// sysClose is close(2).
func sysClose(fd int) error {
	err := syscall.Close(fd)
	if err == syscall.EINTR {
		err = nil
	}
	return err
}

// sysSeek is lseek(2).
func sysSeek(fd int, off int64, whence int) (int64, error) {
	return syscall.Seek(fd, off, whence)
}

// sysTruncate is ftruncate(2).
func sysTruncate(fd int, size int64) error {
	for {
		if err := syscall.Ftruncate(fd, size); err != syscall.EINTR {
			return err
		}
	}
}

// sysStat is fstat(2), as far as file objects need it.
func sysStat(fd int) (Kind, error) {
	var st unix.Stat_t
	if err := unix.Fstat(fd, &st); err != nil {
		return Kind{}, err
	}
	mode := uint32(st.Mode) & unix.S_IFMT
	return Kind{Dir: mode == unix.S_IFDIR, Regular: mode == unix.S_IFREG, Size: st.Size, BlkSize: int64(st.Blksize),
		Dev: uint64(st.Dev), Ino: st.Ino}, nil
}

// SameFile says which file a path leads to, in StatFd's terms.
func SameFile(path string) (dev, ino uint64, ok bool) {
	var st unix.Stat_t
	if err := unix.Stat(path, &st); err != nil {
		return 0, 0, false
	}
	return uint64(st.Dev), st.Ino, true
}

// OutOfFiles says that err is for want of free descriptors.
func OutOfFiles(err error) bool { return err == syscall.EMFILE || err == syscall.ENFILE }

// SetInheritable sets or clears close-on-exec.
func SetInheritable(fd int, on bool) error {
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
	if err != nil {
		return err
	}
	if on {
		flags &^= unix.FD_CLOEXEC
	} else {
		flags |= unix.FD_CLOEXEC
	}
	_, err = unix.FcntlInt(uintptr(fd), unix.F_SETFD, flags)
	return err
}
