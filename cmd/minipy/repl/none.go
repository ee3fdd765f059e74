//go:build js || wasip1 || plan9

package repl

import (
	"errors"

	"github.com/minipy/minipy/runtime"
)

// There are no terminals to edit on.

// OnTerminal says that standard input is a terminal.
func OnTerminal() bool { return false }

func canEdit() bool { return false }

// EditLines does nothing.
func EditLines(Options) {}

func openEditor(*runtime.Thread, Options, bool) (in reader, clear func(), err error) {
	return nil, nil, errors.ErrUnsupported
}
