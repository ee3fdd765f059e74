// Package osutil is what the modules that touch the system share: numbered
// file handles, and paths between Python and the system.
//
// File objects hold a descriptor's number and nothing else. Numbers 0, 1 and
// 2 are the VM's Stdin, Stdout and Stderr, the process's own only if these are
// os.Stdin and so on; all other numbers are the system's.
package osutil

import (
	rt "github.com/minipy/minipy/runtime"
)

// SeekSet, SeekCur and SeekEnd are lseek's.
const (
	SeekSet = 0
	SeekCur = 1
	SeekEnd = 2
)

// Release gives up the GIL before a call that may block; Acquire takes it back.
func Release(t *rt.Thread) {
	if t.Host != nil {
		t.Host.ReleaseGIL(t)
	}
}

// Acquire see Release.
func Acquire(t *rt.Thread) {
	if t.Host != nil {
		t.Host.AcquireGIL(t)
	}
}

// WriteDirect is write(2) on the system's own descriptor, from any goroutine.
func WriteDirect(fd int, b []byte) (n int, err error) { return sysWrite(fd, b) }

// reporter is a Host that can report exceptions which nobody can catch.
type reporter interface {
	Unraisable(t *rt.Thread, err error, where string, obj rt.Value)
}

// Unraisable reports an exception that has nowhere to go: "Exception ignored
// WHERE: OBJ" and its traceback, on standard error. where: "in", "in atexit callback".
func Unraisable(t *rt.Thread, err error, where string, obj rt.Value) {
	if h, ok := t.Host.(reporter); ok {
		h.Unraisable(t, err, where, obj)
	}
}
