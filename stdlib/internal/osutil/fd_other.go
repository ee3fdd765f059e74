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

// await does not wait: reads cannot be interrupted here.
func await(t *rt.Thread, fd int) error { return nil }

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

// Open opens a file and gives it the lowest free number.
func Open(t *rt.Thread, path string, flags int, perm uint32) (int, error) {
	Release(t)
	defer Acquire(t)
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

// Close closes a file; a redirected stream only goes out of use.
func Close(t *rt.Thread, fd int) error {
	if Redirected(t, fd) {
		return nil
	}
	f, err := file(fd)
	if err != nil {
		return err
	}
	files.Lock()
	delete(files.byFd, fd)
	files.Unlock()
	return f.Close()
}

// Seek is lseek(2).
func Seek(t *rt.Thread, fd int, off int64, whence int) (int64, error) {
	if Redirected(t, fd) {
		return 0, syscall.ESPIPE
	}
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

// Truncate is ftruncate(2).
func Truncate(t *rt.Thread, fd int, size int64) error {
	f, err := file(fd)
	if err != nil {
		return err
	}
	return f.Truncate(size)
}

// Isatty is isatty(3).
func Isatty(t *rt.Thread, fd int) bool {
	if Redirected(t, fd) {
		return false
	}
	f, err := file(fd)
	if err != nil {
		return false
	}
	st, err := f.Stat()
	return err == nil && st.Mode()&os.ModeCharDevice != 0
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
