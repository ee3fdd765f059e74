//go:build unix

package faulthandler

import (
	"os"
	"os/signal"
	"syscall"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"github.com/minipy/minipy/stdlib/signalmod"
)

// A registration is what register has a signal do.
type registration struct {
	report
	chain bool // what it did before is done, too
	c     chan os.Signal
}

func register(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := signum(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	r, err := newReport(t, a[1], a[2])
	if err != nil {
		return rt.Value{}, err
	}
	chain, err := rt.IsTrue(t, a[3])
	if err != nil {
		return rt.Value{}, err
	}
	s, reg := stateOf(t), &registration{*r, chain, make(chan os.Signal, 1)}
	dies := chain && signalmod.ByDefault(t, n)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drop(n)
	s.signals[n] = reg
	signalmod.Notify(reg.c, n)
	if !chain {
		t.VM.SignalsTaken.Or(1 << (n - 1))
	}
	go func() {
		for range reg.c {
			reg.out(reg.host.SignalStacks(patience, reg.all))
			if dies {
				osutil.DefaultAction(n)
				osutil.SignalSelf(n)
			}
		}
	}()
	return rt.None, nil
}

// drop ends what register began. mu is held.
func (s *state) drop(n int) bool {
	reg := s.signals[n]
	if reg == nil {
		return false
	}
	delete(s.signals, n)
	signal.Stop(reg.c)
	close(reg.c)
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
	was := s.drop(n)
	if was && !signalmod.Handles(t, n) {
		t.VM.SignalsTaken.And(^(1 << (n - 1)))
	}
	if was && signalmod.ByDefault(t, n) {
		signalmod.Default(n)
	}
	return rt.Bool(was), nil
}

// Raised writes what signal n, which t sends to its own process, is to have
// written. It says that this is all that the signal does. (It is signalmod's
// Reporter.)
func (s *state) Raised(t *rt.Thread, n int) bool {
	s.mu.Lock()
	reg := s.signals[n]
	s.mu.Unlock()
	if reg == nil {
		return false
	}
	reg.out(reg.host.Stacks(t, reg.all))
	return !reg.chain
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
