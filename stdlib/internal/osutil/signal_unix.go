//go:build unix && !linux

package osutil

import (
	"os/signal"
	"syscall"
)

// DefaultAction gives signal n its default action, as far as Go lets it.
func DefaultAction(n int) { signal.Reset(syscall.Signal(n)) }
