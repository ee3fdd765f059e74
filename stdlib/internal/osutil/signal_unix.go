//go:build unix && !linux

package osutil

import (
	"os"
	"os/signal"
	"syscall"
)

// DefaultAction gives signal n its default action, as far as Go lets it.
func DefaultAction(n int) { signal.Reset(syscall.Signal(n)) }

// SignalSelf sends signal n to this process.
func SignalSelf(n int) error { return syscall.Kill(os.Getpid(), syscall.Signal(n)) }
