package signalmod

import (
	"os"
	"os/signal"
	"syscall"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

// A Hold takes signals that have their default action for a host program, again
// and again and for moments only, such as while a line is edited.
//
// signal.Notify and signal.Stop go through a goroutine that is bound to a thread:
// a dozen signals cost half a millisecond. So a Hold notifies once. After that it
// changes what the system does at a signal, between Go's handler and the default
// action, with a mark by which it sees that nobody else has changed it since.
type Hold struct {
	c       chan<- os.Signal
	signals []syscall.Signal
	handler map[syscall.Signal]osutil.Action // Go's, once it has been there
	taken   []syscall.Signal
}

// NewHold makes a Hold that sends signals to c.
func NewHold(c chan<- os.Signal, signals ...syscall.Signal) *Hold {
	return &Hold{c: c, signals: signals, handler: map[syscall.Signal]osutil.Action{}}
}

// Take begins to send the signals, but for those that do not have their default
// action: Python code or the host program has another use for them.
func (h *Hold) Take(t *rt.Thread) {
	h.taken = h.taken[:0]
	for _, s := range h.signals {
		n := int(s)
		switch {
		case !ByDefault(t, n):
			continue
		case osutil.ActionOf(n) == osutil.HeldDefault():
			osutil.SetAction(n, h.handler[s])
		case hasDefault(n):
			Notify(h.c, n)
			h.handler[s] = osutil.ActionOf(n)
		default:
			continue
		}
		h.taken = append(h.taken, s)
	}
}

// Release gives the signals their default action.
func (h *Hold) Release() {
	for _, s := range h.taken {
		osutil.SetAction(int(s), osutil.HeldDefault())
	}
}

// Retake takes back the last Release.
func (h *Hold) Retake() {
	for _, s := range h.taken {
		osutil.SetAction(int(s), h.handler[s])
	}
}

// Notify is signal.Notify, also for a signal that a Hold has released: to Go that
// has its handler still.
func Notify(c chan<- os.Signal, n int) {
	if osutil.ActionOf(n) == osutil.HeldDefault() {
		signal.Ignore(syscall.Signal(n)) // all that had it lose it, and the handler comes back
	}
	signal.Notify(c, syscall.Signal(n))
}
