//go:build !unix

package osutil

import (
	"io"
	"os"
	goruntime "runtime"
	"sync"
	"syscall"

	rt "github.com/minipy/minipy/runtime"
)

// files numbers the process's open files on systems whose handles are not
// small ints: like a descriptor table it belongs to the process, not to a VM.
var files = struct {
	sync.Mutex
	byFd map[int]*os.File
}{byFd: map[int]*os.File{0: os.Stdin, 1: os.Stdout, 2: os.Stderr}}

func file(fd int) (*os.File, error) {
	files.Lock()
	defer files.Unlock()
	f := files.byFd[fd]
	if f == nil {
		return nil, syscall.EBADF
	}
	return f, nil
}

// awaitInput and awaitRoom do not wait: reads and writes cannot be interrupted here.
func awaitInput(t *rt.Thread, fd int) error { return nil }

func awaitRoom(t *rt.Thread, fd int) error { return nil }

func mayFill(fd int) bool { return false }

func writeNow(fd int, b []byte) (int, error) { return sysWrite(fd, b) }

func sysRead(fd int, b []byte) (int, error) {
	f, err := file(fd)
	if err != nil {
		return 0, err
	}
	n, err := f.Read(b)
	if err == io.EOF {
		err = nil
	}
	return n, err
}

func sysWrite(fd int, b []byte) (int, error) {
	f, err := file(fd)
	if err != nil {
		return 0, err
	}
	return f.Write(b)
}

func openSystem(t *rt.Thread, path string, flags int, perm uint32) (fd int, err error) {
	unlocked(t, func() { fd, err = sysOpen(path, flags, perm) })
	return fd, err
}

// sysOpen opens a file and gives it the lowest free number.
func sysOpen(path string, flags int, perm uint32) (int, error) {
	f, err := os.OpenFile(path, flags, os.FileMode(perm))
	if err != nil {
		return -1, err
	}
	files.Lock()
	defer files.Unlock()
	for fd := 0; ; fd++ {
		if files.byFd[fd] == nil {
			files.byFd[fd] = f
			return fd, nil
		}
	}
}

// sysClose closes a file.
func sysClose(fd int) error {
	f, err := file(fd)
	if err != nil {
		return err
	}
	files.Lock()
	delete(files.byFd, fd)
	files.Unlock()
	return f.Close()
}

// sysSeek is lseek(2).
func sysSeek(fd int, off int64, whence int) (int64, error) {
	if goruntime.GOOS == "js" && fd <= 2 {
		// Go keeps a position of its own from the first seek on, and would write
		// over what others have written to the same file.
		return 0, syscall.ESPIPE
	}
	f, err := file(fd)
	if err != nil {
		return 0, err
	}
	return f.Seek(off, whence)
}

// sysTruncate is ftruncate(2).
func sysTruncate(fd int, size int64) error {
	f, err := file(fd)
	if err != nil {
		return err
	}
	return f.Truncate(size)
}

func isTerminal(fd int) bool {
	f, err := file(fd)
	if err != nil {
		return false
	}
	st, err := f.Stat()
	return err == nil && st.Mode()&os.ModeCharDevice != 0
}

// sysStat is fstat(2), as far as file objects need it.
func sysStat(fd int) (Kind, error) {
	f, err := file(fd)
	if err != nil {
		return Kind{}, err
	}
	st, err := f.Stat()
	if err != nil {
		return Kind{}, err
	}
	return Kind{Dir: st.IsDir(), Regular: st.Mode().IsRegular(), Size: st.Size()}, nil
}

// SameFile cannot tell here.
func SameFile(path string) (dev, ino uint64, ok bool) { return 0, 0, false }

// OutOfFiles says that err is for want of free descriptors.
func OutOfFiles(err error) bool { return false }

// SetInheritable has no meaning here: children get only what they are given.
func SetInheritable(fd int, on bool) error { return nil }
