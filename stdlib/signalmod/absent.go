//go:build !linux

package signalmod

import (
	"os"
	"os/signal"
	"syscall"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

// Module is nil: there is no _signal here.
var Module *rt.ModuleSpec

// Init does nothing.
func Init(bool) {}

// Default gives signal n its default action, as far as Go does.
func Default(n int) { signal.Reset(syscall.Signal(n)) }

// Handles says that signal n has a handler in Python: never, here.
func Handles(t *rt.Thread, n int) bool { return false }

// A Hold takes signals for a host program for a while.
type Hold struct {
	c       chan<- os.Signal
	signals []os.Signal
}

// NewHold makes a Hold that sends signals to c.
func NewHold(c chan<- os.Signal, signals ...syscall.Signal) *Hold {
	h := &Hold{c: c}
	for _, s := range signals {
		if !signal.Ignored(s) {
			h.signals = append(h.signals, s)
		}
	}
	return h
}

// Take begins to send the signals.
func (h *Hold) Take(t *rt.Thread) { h.Retake() }

// Release gives the signals their default action.
func (h *Hold) Release() { signal.Reset(h.signals...) }

// Retake takes back the last Release.
func (h *Hold) Retake() { signal.Notify(h.c, h.signals...) }

// Notify is signal.Notify.
func Notify(c chan<- os.Signal, n int) { signal.Notify(c, syscall.Signal(n)) }

// Raise sends signal n to this process.
func Raise(t *rt.Thread, n int) error {
	if reported(t, n) {
		return nil
	}
	return rt.FromOS(osutil.SignalSelf(n))
}

// ByDefault says that signal n has the system's action: all have, here.
func ByDefault(t *rt.Thread, n int) bool { return true }

// Joins does nothing.
func Joins(t *rt.Thread, n int) error { return nil }

// Restore does nothing.
func Restore(t *rt.Thread) {}

// Restored is empty: nothing is known to be ignored.
const Restored = 0

// Inheritance is what programs find that are started without a word about signals.
func Inheritance(t *rt.Thread) Legacy { return Legacy{} }

// Leave calls start: Go sees to the signals of what it starts.
func (l Legacy) Leave(start func() error) error { return start() }
