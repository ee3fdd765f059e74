// Package stdlib is the list of minipy's standard library modules: those in
// Go, one package each, and those in Python under pylib.
package stdlib

import (
	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/io"
	"github.com/minipy/minipy/stdlib/math"
	"github.com/minipy/minipy/stdlib/timemod"
)

// All lists the modules written in Go.
func All() []*runtime.ModuleSpec {
	return []*runtime.ModuleSpec{
		io.Module,
		math.Module,
		timemod.Module,
		timemod.StrptimeModule,
	}
}
