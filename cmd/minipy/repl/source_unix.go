//go:build unix

package repl

import (
	"io"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

// fdSource reads a terminal by its descriptor, no further than asked.
type fdSource struct {
	fd   int
	wake [2]int

	mu    sync.Mutex
	known int // bytes that wait, at least: for these nobody needs to ask
}

func newSource(fd int) (source, error) {
	s := &fdSource{fd: fd}
	if err := unix.Pipe(s.wake[:]); err != nil {
		return nil, err
	}
	for _, p := range s.wake {
		unix.CloseOnExec(p)
		unix.SetNonblock(p, true)
	}
	return s, nil
}

// ready waits for the descriptor or a wake-up; limit as for select(2).
func (s *fdSource) ready(limit *unix.Timeval) (in, woken bool, err error) {
	for {
		var set unix.FdSet
		set.Zero()
		set.Set(s.fd)
		set.Set(s.wake[0])
		n, err := unix.Select(max(s.fd, s.wake[0])+1, &set, nil, nil, limit)
		switch {
		case err == unix.EINTR:
			continue
		case err != nil:
			return false, false, err
		case n <= 0:
			return false, false, nil
		}
		return set.IsSet(s.fd), set.IsSet(s.wake[0]), nil
	}
}

func (s *fdSource) Read(p []byte) (int, error) {
	for {
		if !s.waiting() {
			_, woken, err := s.ready(nil)
			if err != nil {
				return 0, err
			}
			if woken {
				var sink [64]byte
				unix.Read(s.wake[0], sink[:])
				return 0, errWoken
			}
		}
		n, err := s.read(p)
		switch {
		case err == unix.EINTR || err == unix.EAGAIN:
			continue
		case err != nil:
			return 0, err
		case n == 0:
			return 0, io.EOF
		}
		return n, nil
	}
}

// waiting says that there are bytes that nobody needs to wait for.
func (s *fdSource) waiting() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.known == 0 {
		if n, err := unix.IoctlGetInt(s.fd, fionread); err == nil {
			s.known = n
		}
	}
	return s.known > 0
}

// read reads what waits.
func (s *fdSource) read(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n, err := unix.Read(s.fd, p)
	s.known = max(s.known-max(n, 0), 0)
	return n, err
}

func (s *fdSource) Pending(wait time.Duration) bool {
	if s.waiting() {
		return true
	}
	limit := unix.NsecToTimeval(int64(wait))
	in, _, err := s.ready(&limit)
	return err == nil && in
}

func (s *fdSource) Forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.known = 0
}

func (s *fdSource) Wake() { unix.Write(s.wake[1], []byte{0}) }
