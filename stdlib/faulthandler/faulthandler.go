// Package faulthandler is Python's faulthandler module: the Python stacks of the
// threads and what they wait for, on request, at a signal or after a time.
//
// The signals that enable() is for come from outside, or from os.abort() and
// os.kill(): a fault of ours is no signal but a SystemError.
package faulthandler

import (
	"fmt"
	"math"
	"os"
	"slices"
	"sync"
	"time"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

// dumper is what a Host must have for the module to work.
type dumper interface {
	Stacks(t *rt.Thread, all bool) string
	DumpStacks(patience time.Duration) string
	SignalStacks(patience time.Duration, all bool) string
}

// state is a VM's. Signals are answered on goroutines of their own.
type state struct {
	mu      sync.Mutex // guards the rest
	fatal   *report    // enable's; nil: disabled
	timer   *time.Timer
	signals map[int]*registration // register's, by signal
	caught  bool                  // Catch was called
}

// A report is how and where the stacks are written when a signal comes.
type report struct {
	host dumper
	all  bool // of all threads
	out  func(string)
}

// newReport reads the arguments of enable and register.
func newReport(t *rt.Thread, file, all rt.Value) (*report, error) {
	fd, err := fileno(t, file)
	if err != nil {
		return nil, err
	}
	every, err := rt.IsTrue(t, all)
	if err != nil {
		return nil, err
	}
	h, err := host(t)
	if err != nil {
		return nil, err
	}
	return &report{h, every, sink(t, fd)}, nil
}

func host(t *rt.Thread) (dumper, error) {
	h, ok := t.Host.(dumper)
	if !ok {
		return nil, rt.RuntimeErrorf("unable to get the current thread state")
	}
	return h, nil
}

func stateOf(t *rt.Thread) *state {
	s, ok := t.VM.Ext["faulthandler"].(*state)
	if !ok {
		s = &state{signals: map[int]*registration{}}
		t.VM.Ext["faulthandler"] = s
	}
	return s
}

// patience is how long a dump from outside waits for the GIL.
const patience = time.Second

// fileno finds the descriptor to write to; None is sys.stderr.
func fileno(t *rt.Thread, file rt.Value) (int, error) {
	if file.IsNone() {
		v, ok := t.Sys().Dict.Lookup("stderr")
		if !ok {
			return 0, rt.RuntimeErrorf("unable to get sys.stderr")
		}
		if v.IsNone() {
			return 0, rt.RuntimeErrorf("sys.stderr is None")
		}
		file = v
	}
	if n, b, ok := rt.IntOf(file); ok {
		if b != nil || n < 0 || n > math.MaxInt32 {
			return 0, rt.ValueErrorf("file is not a valid file descripter")
		}
		return int(n), nil
	}
	v, err := rt.CallMethod(t, file, "fileno")
	if err != nil {
		return 0, err
	}
	n, b, ok := rt.IntOf(v)
	if !ok || b != nil || n < 0 || n > math.MaxInt32 {
		return 0, rt.RuntimeErrorf("file.fileno() is not a valid file descriptor")
	}
	if _, err := rt.CallMethod(t, file, "flush"); err != nil && !rt.IsError(err, rt.ExceptionType) {
		return 0, err
	}
	return int(n), nil
}

func write(t *rt.Thread, fd int, s string) error {
	for b := []byte(s); len(b) > 0; {
		n, err := osutil.Write(t, fd, b)
		if err != nil {
			return nil // as CPython: there is nobody to tell
		}
		b = b[n:]
	}
	return nil
}

func dumpTraceback(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := fileno(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	all, err := rt.IsTrue(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	h, err := host(t)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, write(t, fd, h.Stacks(t, all))
}

// title is CPython's first line of a dump by time: "Timeout (0:00:05)!".
func title(d time.Duration) string {
	s, us := int64(d/time.Second), int64(d%time.Second/time.Microsecond)
	out := fmt.Sprintf("Timeout (%d:%02d:%02d", s/3600, s/60%60, s%60)
	if us != 0 {
		out += fmt.Sprintf(".%06d", us)
	}
	return out + ")!\n"
}

func dumpLater(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	var secs float64
	if f, ok := rt.FloatOf(a[0]); ok {
		secs = f
	} else if n, _, ok := rt.IntOf(a[0]); ok {
		secs = float64(n)
	} else {
		return rt.Value{}, rt.TypeErrorf("'%s' object cannot be interpreted as an integer", a[0].Type().Name)
	}
	if !(secs > 0) {
		return rt.Value{}, rt.ValueErrorf("timeout must be greater than 0")
	}
	if secs > math.MaxInt64/1e9 {
		return rt.Value{}, rt.OverflowErrorf("timestamp out of range for platform time_t")
	}
	repeat, err := rt.IsTrue(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	fd, err := fileno(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	exit, err := rt.IsTrue(t, a[3])
	if err != nil {
		return rt.Value{}, err
	}
	h, err := host(t)
	if err != nil {
		return rt.Value{}, err
	}
	s, d := stateOf(t), time.Duration(secs*float64(time.Second))
	out := sink(t, fd)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.cancel()
	var self *time.Timer
	self = time.AfterFunc(d, func() {
		out(title(d) + h.DumpStacks(patience))
		if exit {
			os.Exit(1)
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		if repeat && s.timer == self {
			self.Reset(d)
		}
	})
	s.timer = self
	return rt.None, nil
}

// sink writes to fd from any goroutine.
func sink(t *rt.Thread, fd int) func(string) {
	if fd == 2 && osutil.Redirected(t, fd) {
		w := t.VM.Stderr
		return func(s string) { w.Write([]byte(s)) }
	}
	return func(s string) {
		for b := []byte(s); len(b) > 0; {
			n, err := osutil.WriteDirect(fd, b)
			if err != nil {
				return
			}
			b = b[n:]
		}
	}
}

// cancel stops the timer. mu is held.
func (s *state) cancel() {
	if s.timer != nil {
		s.timer.Stop()
		s.timer = nil
	}
}

func cancelLater(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := stateOf(t)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.cancel()
	return rt.None, nil
}

func enable(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	r, err := newReport(t, a[0], a[1])
	if err != nil {
		return rt.Value{}, err
	}
	Catch(t)
	s := stateOf(t)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fatal = r
	osutil.SetMourner(t, s)
	return rt.None, nil
}

func disable(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := stateOf(t)
	s.mu.Lock()
	defer s.mu.Unlock()
	was := s.fatal != nil
	s.fatal = nil
	osutil.SetMourner(t, nil)
	return rt.Bool(was), nil
}

func isEnabled(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := stateOf(t)
	s.mu.Lock()
	defer s.mu.Unlock()
	return rt.Bool(s.fatal != nil), nil
}

// Module is faulthandler.
var Module = &rt.ModuleSpec{
	Name: "faulthandler",
	Doc:  "faulthandler module.",
	Methods: slices.Concat(signalMethods, fatalMethods, []rt.Method{
		{Name: "enable", Sig: "file=None, all_threads=True", Fn: enable},
		{Name: "disable", Fn: disable},
		{Name: "is_enabled", Fn: isEnabled},
		{Name: "dump_traceback", Sig: "file=None, all_threads=True", Fn: dumpTraceback},
		{Name: "dump_traceback_later", Sig: "timeout, repeat=False, file=None, exit=False", Fn: dumpLater},
		{Name: "cancel_dump_traceback_later", Fn: cancelLater},
	}),
}
