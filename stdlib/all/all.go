// Package all is the whole of minipy's standard library: stdlib.Safe, and what
// reaches the host's files, network, processes and environment, in Go, one
// package each, and in Python under pylib.
package all

import (
	"embed"
	"slices"
	"sync"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib"
	"github.com/minipy/minipy/stdlib/atexit"
	"github.com/minipy/minipy/stdlib/dismod"
	_ "github.com/minipy/minipy/stdlib/eastasian"
	"github.com/minipy/minipy/stdlib/errno"
	"github.com/minipy/minipy/stdlib/faulthandler"
	"github.com/minipy/minipy/stdlib/fcntl"
	"github.com/minipy/minipy/stdlib/gc"
	"github.com/minipy/minipy/stdlib/locale"
	"github.com/minipy/minipy/stdlib/mmapmod"
	"github.com/minipy/minipy/stdlib/multiprocessing"
	"github.com/minipy/minipy/stdlib/osmod"
	"github.com/minipy/minipy/stdlib/pickle"
	"github.com/minipy/minipy/stdlib/posixpath"
	"github.com/minipy/minipy/stdlib/processes"
	"github.com/minipy/minipy/stdlib/resource"
	"github.com/minipy/minipy/stdlib/selectmod"
	"github.com/minipy/minipy/stdlib/signalmod"
	"github.com/minipy/minipy/stdlib/socket"
)

// Modules lists every module that this system has: one that it has not is nil
// in its package. The list is the same at every call and may not be changed.
func Modules() []*runtime.ModuleSpec { return modules() }

var modules = sync.OnceValue(func() []*runtime.ModuleSpec {
	list := []*runtime.ModuleSpec{
		atexit.Module, errno.Module, faulthandler.Module, gc.Module, locale.Module, dismod.Module, osmod.Module, osmod.SubprocessModule,
		posixpath.Module, pickle.Module, signalmod.Module, socket.Module, selectmod.Module, multiprocessing.Module, processes.Module,
		fcntl.Module, resource.Module, mmapmod.Module, mmapmod.ShmModule,
	}
	list = slices.DeleteFunc(list, func(m *runtime.ModuleSpec) bool { return m == nil })
	list = append(stdlib.WithFunctionModules(list), stdlib.Safe()...)
	return slices.Clip(append(list, stdlib.InPython(pylib)...))
})

//go:embed all:pylib
var pylib embed.FS
