package runtime

import (
	"errors"
	"io/fs"
	"os"
	goruntime "runtime"
	"strconv"
	"syscall"
)

// Strerror is the C library's text for an error number: glibc's on Linux.
func Strerror(errno int) string {
	if goruntime.GOOS != "linux" {
		if errno == 0 {
			return "Success"
		}
		return syscall.Errno(errno).Error()
	}
	if errno >= 0 && errno < len(linuxErrors) && linuxErrors[errno] != "" {
		return linuxErrors[errno]
	}
	return "Unknown error " + strconv.Itoa(errno)
}

// ErrnoClass is the subclass of OSError that stands for an error number;
// OSError itself where none does.
func ErrnoClass(errno int) *Type {
	switch syscall.Errno(errno) {
	case syscall.EAGAIN, syscall.EALREADY, syscall.EINPROGRESS:
		return BlockingIOError
	case syscall.EPIPE:
		return BrokenPipeError
	case syscall.ECHILD:
		return ChildProcessError
	case syscall.ECONNABORTED:
		return ConnectionAbortedError
	case syscall.ECONNREFUSED:
		return ConnectionRefusedError
	case syscall.ECONNRESET:
		return ConnectionResetError
	case syscall.EEXIST:
		return FileExistsError
	case syscall.ENOENT:
		return FileNotFoundError
	case syscall.EINTR:
		return InterruptedError
	case syscall.EISDIR:
		return IsADirectoryError
	case syscall.ENOTDIR:
		return NotADirectoryError
	case syscall.EACCES, syscall.EPERM:
		return PermissionError
	case syscall.ESRCH:
		return ProcessLookupError
	case syscall.ETIMEDOUT:
		return TimeoutError
	}
	if errno == 108 && goruntime.GOOS == "linux" { // ESHUTDOWN, which not every platform names
		return BrokenPipeError
	}
	return OSError
}

// OSErr is the OSError for an error number, with the file names concerned (at
// most two): "[Errno 2] No such file or directory: 'x'". An unset name is left out.
func OSErr(errno int, names ...Value) error {
	args := make([]Value, 2, 5)
	args[0], args[1] = Int(int64(errno)), NewStr(Strerror(errno))
	if len(names) > 0 && !names[0].IsUnset() {
		args = append(args, names[0])
		if len(names) > 1 && !names[1].IsUnset() {
			args = append(args, None, names[1])
		}
	}
	return NewException(ErrnoClass(errno), args...)
}

// FromOS turns a Go error of a system call into the OSError it stands for. A
// Python exception passes as it is.
func FromOS(err error, names ...Value) error {
	if _, ok := err.(*Exception); ok || err == nil {
		return err
	}
	return OSErr(Errno(err), names...)
}

// Errno is the error number behind a Go error, EIO where there is none.
func Errno(err error) int {
	var no syscall.Errno
	if errors.As(err, &no) {
		return int(no)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return int(syscall.ENOENT)
	case errors.Is(err, fs.ErrExist):
		return int(syscall.EEXIST)
	case errors.Is(err, fs.ErrPermission):
		return int(syscall.EACCES)
	case errors.Is(err, os.ErrClosed):
		return int(syscall.EBADF)
	}
	return int(syscall.EIO)
}
