package osutil

import (
	"sync"

	rt "github.com/minipy/minipy/runtime"
)

// A Console stands between a VM and the terminal on which its user edits a
// line: of an interactive session.
type Console interface {
	// Write passes b, for descriptor 1 or 2, on to write, around the line that
	// is being edited. Any goroutine, without the GIL.
	Write(fd int, b []byte, write func([]byte) (int, error)) (int, error)
	// Typed is told of what was read from descriptor 0, which the terminal has
	// echoed. Any goroutine, without the GIL.
	Typed(b []byte)
	// ReadLine edits one line after prompt, for input(). ok is false where it
	// cannot: the caller then reads from sys.stdin.
	ReadLine(t *rt.Thread, prompt string) (line string, ok bool, err error)
	// Restore gives the terminal its settings back: the process ends at once,
	// or another program takes it over. undo is for where that fails.
	Restore() (undo func())
}

// A consoleHolder is where a VM's console is found, also without the GIL.
type consoleHolder struct {
	mu      sync.Mutex
	console Console
}

const consoleKey = "osutil.console"

func holderOf(t *rt.Thread) *consoleHolder {
	h, ok := t.VM.Ext[consoleKey].(*consoleHolder)
	if !ok {
		h = &consoleHolder{}
		t.VM.Ext[consoleKey] = h
	}
	return h
}

func (h *consoleHolder) get() Console {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.console
}

// SetConsole makes c the console of the VM.
func SetConsole(t *rt.Thread, c Console) {
	h := holderOf(t)
	h.mu.Lock()
	defer h.mu.Unlock()
	h.console = c
}

// ConsoleOf is the VM's console, or nil. The caller has the GIL.
func ConsoleOf(t *rt.Thread) Console { return holderOf(t).get() }

// RestoreTerminal comes before the process ends without a word; undo is as
// Console's Restore gives it. The caller has the GIL.
func RestoreTerminal(t *rt.Thread) (undo func()) { return TerminalRestorer(t)() }

// TerminalRestorer gives RestoreTerminal to those who will not have the GIL.
func TerminalRestorer(t *rt.Thread) func() (undo func()) {
	h := holderOf(t)
	return func() func() {
		if c := h.get(); c != nil {
			return c.Restore()
		}
		return func() {}
	}
}
