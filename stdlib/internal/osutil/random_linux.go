package osutil

import (
	"io"

	"golang.org/x/sys/unix"
)

// randomSource is the system's, without the half megabyte of code that
// crypto/rand brings along.
var randomSource io.Reader = systemRandom{}

type systemRandom struct{}

func (systemRandom) Read(b []byte) (int, error) {
	for {
		n, err := unix.Getrandom(b, 0)
		if err != unix.EINTR {
			return n, err
		}
	}
}
