//go:build unix && !solaris && !aix

package repl

import (
	"os"

	"golang.org/x/sys/unix"
)

// lockFile waits until the file is ours alone.
func lockFile(f *os.File) error {
	for {
		if err := unix.Flock(int(f.Fd()), unix.LOCK_EX); err != unix.EINTR {
			return err
		}
	}
}
