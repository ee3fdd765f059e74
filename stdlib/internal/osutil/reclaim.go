package osutil

import (
	"runtime"
	"time"

	rt "github.com/minipy/minipy/runtime"
)

// Reclaim makes the Go collector find files that nobody holds any more, and
// closes them.
func Reclaim(t *rt.Thread) {
	Release(t)
	for range 2 {
		done := make(chan struct{})
		runtime.SetFinalizer(new([64]byte), func(*[64]byte) { close(done) })
		runtime.GC()
		select {
		case <-done:
		case <-time.After(100 * time.Millisecond):
		}
	}
	Acquire(t)
	if t.Host != nil {
		t.Host.Checkpoint(t)
	}
}
