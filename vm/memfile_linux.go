package vm

import (
	"os"

	"golang.org/x/sys/unix"
)

// memFile makes a file that is only in memory.
func memFile() (*os.File, error) {
	fd, err := unix.MemfdCreate("minipy", unix.MFD_CLOEXEC)
	if err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(fd), "memfd"), nil
}
