//go:build unix && !linux

package osutil

import (
	"time"

	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

// waitStep is how often, in milliseconds, a thread that waits looks whether it
// has been interrupted: Go restarts interrupted system calls.
const waitStep = 100

// writeNow writes at once what fd, which has room, is sure to take of b.
func writeNow(fd int, b []byte) (int, error) { return sysWrite(fd, b[:min(len(b), atOnce)]) }

// Wait waits without the GIL until fd may be ready for events or the deadline
// has passed (zero: there is none), or for a while.
func Wait(t *rt.Thread, fd int, events int16, deadline time.Time) error {
	step := waitStep
	if !deadline.IsZero() {
		step = min(step, max(0, int(time.Until(deadline)/time.Millisecond)))
	}
	Release(t)
	unix.Poll([]unix.PollFd{{Fd: int32(fd), Events: events}}, step)
	Acquire(t)
	return t.Host.Checkpoint(t)
}
