//go:build unix

package repl

import (
	"io"
	"time"

	"golang.org/x/sys/unix"
)

// fdSource reads a terminal by its descriptor, no further than asked.
type fdSource struct {
	fd   int
	wake [2]int
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
		_, woken, err := s.ready(nil)
		if err != nil {
			return 0, err
		}
		if woken {
			var sink [64]byte
			unix.Read(s.wake[0], sink[:])
			return 0, errWoken
		}
		n, err := unix.Read(s.fd, p)
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

func (s *fdSource) Pending(wait time.Duration) bool {
	limit := unix.NsecToTimeval(int64(wait))
	in, _, err := s.ready(&limit)
	return err == nil && in
}

func (s *fdSource) Wake() { unix.Write(s.wake[1], []byte{0}) }
