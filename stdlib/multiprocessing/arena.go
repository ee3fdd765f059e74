//go:build linux

package multiprocessing

import (
	"os"

	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

// Where semaphores are. A semaphore is a slot of an arena: a file without a
// name (memfd), which every process that has the semaphore has open and
// mapped. The object keeps the descriptor's number and the slot's offset only, so
// that a VM can be written as bytes and go on in another process; the mapping is
// found by the number, and made when it is missing. Nothing is left behind when the
// processes end, however they do.
//
// A process takes slots from arenas of its own, and never gives one back: another
// process may still have it. 65536 semaphores take 4 MiB and 64 descriptors.

const (
	slotSize  = 64 // a cache line
	arenaSize = 1 << 16
)

const extKey = "_multiprocessing"

// state is what a VM knows of arenas.
type state struct {
	pid      int            // whose own is
	own      int            // the descriptor of the arena that slots are taken from, -1: none
	used     int            // how much of it is
	mappings map[int][]byte // by descriptor
	names    map[string]bool
}

func stateOf(t *rt.Thread) *state {
	s, ok := t.VM.Ext[extKey].(*state)
	if !ok {
		s = &state{own: -1, mappings: map[int][]byte{}}
		t.VM.Ext[extKey] = s
	}
	return s
}

// addName gives a semaphore a name that no other one has.
func (s *state) addName(v rt.Value) error {
	name, _ := rt.AsStr(v)
	if s.names[name.String()] {
		return rt.OSErr(int(unix.EEXIST))
	}
	if s.names == nil {
		s.names = map[string]bool{}
	}
	s.names[name.String()] = true
	return nil
}

// removeName frees a name.
func (s *state) removeName(v rt.Value) error {
	name, ok := rt.AsStr(v)
	if !ok {
		return rt.TypeErrorf("sem_unlink() argument 'name' must be str, not %s", v.Type().Name)
	}
	if !s.names[name.String()] {
		return rt.OSErr(int(unix.ENOENT))
	}
	delete(s.names, name.String())
	return nil
}

// memory is the mapping of the arena that fd is.
func (s *state) memory(fd int) ([]byte, error) {
	if m := s.mappings[fd]; m != nil {
		return m, nil
	}
	m, err := unix.Mmap(fd, 0, arenaSize, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
	if err != nil {
		return nil, rt.FromOS(err)
	}
	s.mappings[fd] = m
	return m, nil
}

// take gives a slot of some size, a multiple of slotSize, that nobody has, as
// descriptor and offset.
func (s *state) take(size int) (fd, off int, err error) {
	if s.own < 0 || s.used+size > arenaSize || s.pid != os.Getpid() {
		fd, err := unix.MemfdCreate("semaphores", unix.MFD_CLOEXEC)
		if err != nil {
			return 0, 0, rt.FromOS(err)
		}
		if err := unix.Ftruncate(fd, arenaSize); err != nil {
			unix.Close(fd)
			return 0, 0, rt.FromOS(err)
		}
		delete(s.mappings, fd) // somebody has closed an old one
		s.own, s.used, s.pid = fd, 0, os.Getpid()
	}
	off = s.used
	s.used += size
	return s.own, off, nil
}
