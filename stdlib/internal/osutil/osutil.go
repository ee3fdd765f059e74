// Package osutil is what the modules that touch the system share: numbered
// file handles, and paths between Python and the system.
//
// File objects hold a descriptor's number and nothing else. Numbers 0, 1 and
// 2 are the VM's Stdin, Stdout and Stderr, the process's own only if these are
// os.Stdin and so on; all other numbers are the system's.
package osutil

import (
	"io"
	"os"

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

// stdReader and stdWriter give the stream that stands for fd in this VM, or nil.
func stdReader(t *rt.Thread, fd int) io.Reader {
	switch {
	case fd != 0 || t.VM.Stdin == io.Reader(os.Stdin):
		return nil
	case t.VM.Stdin == nil:
		return nothing{}
	}
	return t.VM.Stdin
}

func stdWriter(t *rt.Thread, fd int) io.Writer {
	w := t.VM.Stdout
	switch {
	case fd == 2:
		if w = t.VM.Stderr; w == io.Writer(os.Stderr) {
			return nil
		}
	case fd != 1 || w == io.Writer(os.Stdout):
		return nil
	}
	if w == nil {
		return io.Discard
	}
	return w
}

// nothing is a reader at its end.
type nothing struct{}

func (nothing) Read([]byte) (int, error) { return 0, io.EOF }

// Redirected says that fd is one of the VM's own streams, not a system descriptor.
func Redirected(t *rt.Thread, fd int) bool {
	return stdReader(t, fd) != nil || stdWriter(t, fd) != nil
}

// Read is read(2), retried when interrupted, without the GIL. At the end of
// the file n is 0 and err nil. err is a Go error (see runtime.FromOS).
func Read(t *rt.Thread, fd int, b []byte) (n int, err error) {
	r := stdReader(t, fd)
	if r == nil {
		if err := await(t, fd); err != nil {
			return 0, err
		}
	}
	Release(t)
	defer Acquire(t)
	if r != nil {
		n, err = r.Read(b)
		if err == io.EOF {
			err = nil
		}
		return n, err
	}
	return sysRead(fd, b)
}

// Write is write(2), retried when interrupted, without the GIL. n may be less
// than len(b).
func Write(t *rt.Thread, fd int, b []byte) (n int, err error) {
	w := stdWriter(t, fd)
	Release(t)
	defer Acquire(t)
	if w != nil {
		return w.Write(b)
	}
	return sysWrite(fd, b)
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
