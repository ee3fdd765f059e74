package mmapmod

import (
	"os"

	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

var systemConsts = []rt.Const{}

// anonymousFile makes a file that nobody else can open, of that many zero bytes.
func anonymousFile(size int64) (int, error) {
	f, err := os.CreateTemp("", "minipy")
	if err != nil {
		return -1, err
	}
	defer f.Close()
	if err := os.Remove(f.Name()); err != nil {
		return -1, err
	}
	fd, err := unix.FcntlInt(f.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return -1, err
	}
	if err := unix.Ftruncate(fd, size); err != nil {
		unix.Close(fd)
		return -1, err
	}
	return fd, nil
}

// shmPath is where memory with a name is a file: shm_open(3) is out of reach without C.
func shmPath(name string) string { return os.TempDir() + "/" + name }
