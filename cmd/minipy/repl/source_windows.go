package repl

import (
	"sync"
	"time"

	"github.com/chzyer/readline"
)

// consoleSource reads the console through readline, which turns its events
// into the bytes that other terminals send.
type consoleSource struct {
	start sync.Once
	bytes chan byte
	fail  chan error
	wake  chan struct{}
}

func newSource(int) (source, error) {
	return &consoleSource{bytes: make(chan byte, 4096), fail: make(chan error, 1), wake: make(chan struct{}, 1)}, nil
}

func (s *consoleSource) run() {
	var buf [256]byte
	for {
		n, err := readline.Stdin.Read(buf[:])
		for _, b := range buf[:n] {
			s.bytes <- b
		}
		if err != nil {
			s.fail <- err
			return
		}
	}
}

func (s *consoleSource) Read(p []byte) (int, error) {
	s.start.Do(func() { go s.run() })
	select {
	case p[0] = <-s.bytes:
		return 1, nil
	case err := <-s.fail:
		return 0, err
	case <-s.wake:
		return 0, errWoken
	}
}

func (s *consoleSource) Pending(time.Duration) bool { return len(s.bytes) > 0 }

func (s *consoleSource) Forget() {}

func (s *consoleSource) Wake() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}
