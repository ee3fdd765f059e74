//go:build unix && !linux

package repl

import "syscall"

// systemSignals are the fatal signals that only this system has.
func systemSignals() []syscall.Signal { return nil }
