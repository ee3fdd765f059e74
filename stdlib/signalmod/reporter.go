package signalmod

import rt "github.com/minipy/minipy/runtime"

// A Reporter writes the threads' stacks when a thread sends its own process a
// signal: a VM's faulthandler. Raised says that the signal has no other effect.
type Reporter interface {
	Raised(t *rt.Thread, n int) bool
}

// reported has t's faulthandler, if there is one, write what it writes at
// signal n.
func reported(t *rt.Thread, n int) (done bool) {
	r, ok := t.VM.Ext["faulthandler"].(Reporter)
	return ok && r.Raised(t, n)
}
