package osutil

import (
	"io"
	"os"
	"syscall"

	rt "github.com/minipy/minipy/runtime"
)

// What a descriptor's number stands for in a VM: one of its own standard
// streams, a file of its fs.FS (virtual.go), or one of the system's, which a
// confined VM does not have.

// stdReader and stdWriter give the stream that stands for fd in this VM, or nil.
func stdReader(t *rt.Thread, fd int) io.Reader {
	switch {
	case fd != 0 || isStd(t.VM.Stdin, os.Stdin, 0):
		return nil
	case t.VM.Stdin == nil:
		return nothing{}
	}
	return t.VM.Stdin
}

func stdWriter(t *rt.Thread, fd int) io.Writer {
	w := t.VM.Stdout
	switch {
	case fd == 2:
		if w = t.VM.Stderr; isStd(w, os.Stderr, 2) {
			return nil
		}
	case fd != 1 || isStd(w, os.Stdout, 1):
		return nil
	}
	if w == nil {
		return io.Discard
	}
	return w
}

// isStd says that the stream is the process's own, and so descriptor fd itself:
// a program may have put another file into os.Stdout and the like.
func isStd(stream any, std *os.File, fd uintptr) bool { return stream == any(std) && std.Fd() == fd }

// nothing is a reader at its end.
type nothing struct{}

func (nothing) Read([]byte) (int, error) { return 0, io.EOF }

// Redirected says that fd is one of the VM's own streams, not a system descriptor.
func Redirected(t *rt.Thread, fd int) bool {
	return stdReader(t, fd) != nil || stdWriter(t, fd) != nil
}

// denied says that fd is not the VM's: a confined one has no descriptors of
// the system but those of the standard streams that the host has given it.
func denied(t *rt.Thread, fd int) bool { return t.VM.Confined && fd > 2 }

// unlocked runs f, which may block, without the GIL.
func unlocked(t *rt.Thread, f func()) {
	Release(t)
	defer Acquire(t)
	f()
}

// Read is read(2), retried when interrupted, without the GIL. At the end of
// the file n is 0 and err nil. err is a Go error (see runtime.FromOS).
func Read(t *rt.Thread, fd int, b []byte) (n int, err error) {
	if r := stdReader(t, fd); r != nil {
		return readStream(t, fd, r, b)
	}
	if f := virtualFile(t, fd); f != nil {
		unlocked(t, func() { n, err = f.Read(b) })
		if err == io.EOF {
			err = nil
		}
		return n, err
	}
	if denied(t, fd) {
		return 0, syscall.EBADF
	}
	if err := awaitInput(t, fd); err != nil {
		return 0, err
	}
	console := ConsoleOf(t)
	unlocked(t, func() {
		n, err = sysRead(fd, b)
		if console != nil && fd == 0 {
			console.Typed(b[:max(n, 0)])
		}
	})
	return n, err
}

// Write is write(2), retried when interrupted, without the GIL. n may be less
// than len(b). What a signal's handler raises ends it, also while a pipe is full.
func Write(t *rt.Thread, fd int, b []byte) (n int, err error) {
	if w := stdWriter(t, fd); w != nil {
		return writeStream(t, w, b)
	}
	if denied(t, fd) || virtualFile(t, fd) != nil {
		return 0, syscall.EBADF
	}
	if console := ConsoleOf(t); console != nil && (fd == 1 || fd == 2) {
		unlocked(t, func() {
			n, err = console.Write(fd, b, func(b []byte) (int, error) { return sysWrite(fd, b) })
		})
		return n, err
	}
	if len(b) > atOnce && mayFill(fd) {
		return writeParts(t, fd, b)
	}
	if err := awaitRoom(t, fd); err != nil {
		return 0, err
	}
	unlocked(t, func() { n, err = sysWrite(fd, b) })
	return n, err
}

// atOnce is how much a pipe or socket that is ready for writing takes without waiting.
const atOnce = 4096

// writeParts writes what may be more than a pipe or socket has room for: as much
// as there is, again and again.
func writeParts(t *rt.Thread, fd int, b []byte) (done int, err error) {
	for done < len(b) {
		if err := awaitRoom(t, fd); err != nil {
			return 0, err
		}
		n := 0
		unlocked(t, func() { n, err = writeNow(fd, b[done:]) })
		if done += n; err != nil {
			break
		}
	}
	if done > 0 {
		err = nil // the next call fails
	}
	return done, err
}

// Open is open(2) with O_CLOEXEC, in the VM's own file system if it has one.
// What a signal's handler raises ends it, also while a FIFO has no other end.
func Open(t *rt.Thread, path string, flags int, perm uint32) (fd int, err error) {
	switch {
	case t.VM.FS != nil:
		return openVirtual(t, path, flags)
	case t.VM.Confined:
		return -1, syscall.EACCES
	}
	return openSystem(t, path, flags, perm)
}

// Close is close(2); a redirected stream only goes out of use.
func Close(t *rt.Thread, fd int) (err error) {
	switch {
	case Redirected(t, fd):
		return nil
	case virtualFile(t, fd) != nil:
		return closeVirtual(t, fd)
	case denied(t, fd):
		return syscall.EBADF
	}
	unlocked(t, func() { err = sysClose(fd) })
	return err
}

// Seek is lseek(2).
func Seek(t *rt.Thread, fd int, off int64, whence int) (int64, error) {
	if Redirected(t, fd) {
		return 0, syscall.ESPIPE
	}
	if f := virtualFile(t, fd); f != nil {
		if s, ok := f.(io.Seeker); ok {
			return s.Seek(off, whence)
		}
		return 0, syscall.ESPIPE
	}
	if denied(t, fd) {
		return 0, syscall.EBADF
	}
	return sysSeek(fd, off, whence)
}

// Truncate is ftruncate(2).
func Truncate(t *rt.Thread, fd int, size int64) (err error) {
	switch {
	case denied(t, fd):
		return syscall.EBADF
	case virtualFile(t, fd) != nil:
		return syscall.EINVAL
	}
	unlocked(t, func() { err = sysTruncate(fd, size) })
	return err
}

// Isatty is isatty(3).
func Isatty(t *rt.Thread, fd int) bool {
	return !Redirected(t, fd) && !denied(t, fd) && virtualFile(t, fd) == nil && isTerminal(fd)
}

// A Kind is what a descriptor leads to.
type Kind struct {
	Dir     bool
	Regular bool
	Size    int64
	BlkSize int64
	Dev     uint64 // with Ino: which file it is
	Ino     uint64
}

// StatFd is fstat(2), as far as file objects need it.
func StatFd(t *rt.Thread, fd int) (Kind, error) {
	if Redirected(t, fd) {
		return Kind{}, nil
	}
	if f := virtualFile(t, fd); f != nil {
		st, err := f.Stat()
		if err != nil {
			return Kind{}, err
		}
		return Kind{Dir: st.IsDir(), Regular: st.Mode().IsRegular(), Size: st.Size()}, nil
	}
	if denied(t, fd) {
		return Kind{}, syscall.EBADF
	}
	return sysStat(fd)
}
