//go:build unix

package faulthandler

import (
	"os"
	"os/signal"
	"syscall"

	rt "github.com/minipy/minipy/runtime"
)

func register(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := signum(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	fd, err := fileno(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	h, ok := t.Host.(dumper)
	if !ok {
		return rt.Value{}, rt.RuntimeErrorf("unable to get the current thread state")
	}
	s, out := stateOf(t), sink(t, fd)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drop(n)
	c := make(chan os.Signal, 1)
	s.signals[n] = c
	signal.Notify(c, syscall.Signal(n))
	go func() {
		for range c {
			out(h.DumpStacks(patience))
		}
	}()
	return rt.None, nil
}

// drop ends what register began. mu is held.
func (s *state) drop(n int) bool {
	c := s.signals[n]
	if c == nil {
		return false
	}
	delete(s.signals, n)
	signal.Stop(c)
	close(c)
	return true
}

func unregister(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := signum(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	s := stateOf(t)
	s.mu.Lock()
	defer s.mu.Unlock()
	return rt.Bool(s.drop(n)), nil
}

func signum(t *rt.Thread, v rt.Value) (int, error) {
	n, err := rt.AsSsize(t, v, rt.OverflowError)
	if err != nil {
		return 0, err
	}
	switch syscall.Signal(n) {
	case syscall.SIGSEGV, syscall.SIGFPE, syscall.SIGABRT, syscall.SIGBUS, syscall.SIGILL:
		return 0, rt.RuntimeErrorf("signal %d cannot be registered, use enable() instead", n)
	}
	if n < 1 || n > 64 {
		return 0, rt.ValueErrorf("signal number out of range")
	}
	return n, nil
}

var signalMethods = []rt.Method{
	{Name: "register", Sig: "signum, file=None, all_threads=True, chain=False", Fn: register},
	{Name: "unregister", Sig: "signum, /", Fn: unregister},
}
