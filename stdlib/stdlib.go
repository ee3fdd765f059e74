// Package stdlib is the list of minipy's standard library modules: those in
// Go, one package each, and those in Python under pylib.
package stdlib

import (
	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/io"
)

// All lists the modules written in Go.
func All() []*runtime.ModuleSpec {
	return []*runtime.ModuleSpec{
		io.Module,
	}
}
