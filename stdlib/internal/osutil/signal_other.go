//go:build !unix

package osutil

import (
	"os"
	"syscall"
)

// SignalSelf sends signal n to this process, where the system knows it.
func SignalSelf(n int) error {
	p, err := os.FindProcess(os.Getpid())
	if err != nil {
		return err
	}
	return p.Signal(syscall.Signal(n))
}
