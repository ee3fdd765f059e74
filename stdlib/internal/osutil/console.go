package osutil

import rt "github.com/minipy/minipy/runtime"

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
	// Restore gives the terminal its settings back: the process ends at once.
	Restore()
}

const consoleKey = "osutil.console"

// SetConsole makes c the console of the VM.
func SetConsole(t *rt.Thread, c Console) { t.VM.Ext[consoleKey] = c }

// ConsoleOf is the VM's console, or nil. The caller has the GIL.
func ConsoleOf(t *rt.Thread) Console {
	c, _ := t.VM.Ext[consoleKey].(Console)
	return c
}

// RestoreTerminal comes before the process ends without a word.
func RestoreTerminal(t *rt.Thread) {
	if c := ConsoleOf(t); c != nil {
		c.Restore()
	}
}
