//go:build !linux

package signalmod

import (
	"os/signal"
	"syscall"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

// Module is nil: there is no _signal here.
var Module *rt.ModuleSpec

// Init does nothing.
func Init() {}

// Default gives signal n its default action, as far as Go does.
func Default(n int) { signal.Reset(syscall.Signal(n)) }

// Handles says that signal n has a handler in Python: never, here.
func Handles(t *rt.Thread, n int) bool { return false }

// HasDefault says that signal n has its default action.
func HasDefault(t *rt.Thread, n int) bool { return !signal.Ignored(syscall.Signal(n)) }

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
