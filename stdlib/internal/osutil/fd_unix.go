//go:build unix

package osutil

import (
	"sync"
	"syscall"
	"time"

	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

// awaitInput waits until there is something to read, so that Ctrl-C can end the
// waiting: it fails with what a signal's handler raises.
func awaitInput(t *rt.Thread, fd int) error { return await(t, fd, unix.POLLIN) }

// awaitRoom is awaitInput for writing.
func awaitRoom(t *rt.Thread, fd int) error { return await(t, fd, unix.POLLOUT) }

// AwaitTransfer waits until there is something to read in one descriptor and
// room in the other, as awaitInput does. A long transfer may wait in its midst.
func AwaitTransfer(t *rt.Thread, from, to int) error {
	if err := awaitInput(t, from); err != nil {
		return err
	}
	return awaitRoom(t, to)
}

func await(t *rt.Thread, fd int, event int16) error {
	fds := []unix.PollFd{{Fd: int32(fd), Events: event}}
	wrong := unix.O_WRONLY
	if event == unix.POLLOUT {
		wrong = unix.O_RDONLY
	}
	for first := true; ; first = false {
		if n, err := unix.Poll(fds, 0); n != 0 || t.Host == nil || err != nil && err != unix.EINTR {
			return nil
		}
		if first {
			flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0)
			if err != nil || flags&unix.O_NONBLOCK != 0 || flags&unix.O_ACCMODE == wrong {
				return nil // the call itself fails, or does not wait
			}
		}
		if err := Wait(t, fd, event, time.Time{}); err != nil {
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

// mayFill says that a long write to fd could wait for a reader in its midst.
func mayFill(fd int) bool {
	var st unix.Stat_t
	if err := unix.Fstat(fd, &st); err != nil || st.Mode&unix.S_IFMT == unix.S_IFREG {
		return false
	}
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0)
	return err == nil && flags&unix.O_NONBLOCK == 0
}

func openSystem(t *rt.Thread, path string, flags int, perm uint32) (int, error) {
	return OpenAt(t, unix.AT_FDCWD, path, flags, perm)
}

// OpenAt is openat(2) in the system's file system; it is interrupted as Open is.
func OpenAt(t *rt.Thread, dir int, path string, flags int, perm uint32) (fd int, err error) {
	if t.Host == nil {
		return openAt(dir, path, flags, perm)
	}
	for {
		o := opening{dir: dir, path: path}
		t.Host.Block(t, func() { fd, err = openAt(dir, path, flags, perm) }, o.giveUp)
		if !o.givenUp() {
			return fd, err
		}
		if err == nil {
			sysClose(fd)
		}
		if err := t.Host.Checkpoint(t); err != nil {
			return -1, err
		}
	}
}

func openAt(dir int, path string, flags int, perm uint32) (int, error) {
	for {
		fd, err := unix.Openat(dir, path, flags|unix.O_CLOEXEC, perm)
		if err != unix.EINTR {
			return fd, err
		}
	}
}

// An opening is an open(2) that waits, perhaps, for the other end of a FIFO.
// What ends the waiting is another end.
type opening struct {
	dir  int
	path string
	mu   sync.Mutex
	over bool // the open has returned
	end  int  // the other end's descriptor plus one
}

// giveUp makes the open return. Any goroutine.
func (o *opening) giveUp() {
	o.mu.Lock()
	defer o.mu.Unlock()
	var st unix.Stat_t
	if o.over || unix.Fstatat(o.dir, o.path, &st, 0) != nil || st.Mode&unix.S_IFMT != unix.S_IFIFO {
		return
	}
	if fd, err := openAt(o.dir, o.path, unix.O_RDWR|unix.O_NONBLOCK, 0); err == nil {
		o.end = fd + 1
	}
}

// givenUp says, when the open has returned, whether that was giveUp's work.
func (o *opening) givenUp() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.over = true
	if o.end == 0 {
		return false
	}
	sysClose(o.end - 1)
	return true
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
