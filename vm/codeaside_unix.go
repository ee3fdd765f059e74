//go:build unix

package vm

import (
	"os"
	"syscall"
)

// A codeAside is a file of compiled code beside the state that a child reads.
// The child maps it, for ever: it touches only the functions that it calls.
type codeAside struct {
	file *os.File
	at   int64  // the parent: how long it is
	view []byte // the child: some of it, from the beginning
}

// codeView is how much of it a child maps: more than there is of it, which costs nothing.
const codeView = 1 << 27

// Put implements snapshot.Aside.
func (a *codeAside) Put(b []byte) (at int64, err error) {
	at = a.at
	n, err := a.file.WriteAt(b, at)
	a.at += int64(n)
	return at, err
}

// Get implements snapshot.Aside. What is asked for has been written.
func (a *codeAside) Get(at int64, n int) ([]byte, error) {
	if a.view == nil {
		a.view, _ = syscall.Mmap(int(a.file.Fd()), 0, codeView, syscall.PROT_READ, syscall.MAP_SHARED)
	}
	if end := at + int64(n); end <= int64(len(a.view)) {
		return a.view[at:end:end], nil
	}
	b := make([]byte, n)
	_, err := a.file.ReadAt(b, at)
	return b, err
}
