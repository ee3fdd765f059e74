package repl

import (
	"syscall"

	"golang.org/x/sys/unix"
)

// systemSignals are the fatal signals that only this system has.
func systemSignals() []syscall.Signal {
	out := []syscall.Signal{unix.SIGPWR}
	const firstReal, lastReal = 35, 64 // those before are of threads
	for n := firstReal; n <= lastReal; n++ {
		out = append(out, syscall.Signal(n))
	}
	return out
}
