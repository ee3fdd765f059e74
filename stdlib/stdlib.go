// Package stdlib is the list of minipy's standard library modules: those in
// Go, one package each, and those in Python under pylib.
package stdlib

import (
	"slices"
	"strings"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/abc"
	"github.com/minipy/minipy/stdlib/array"
	"github.com/minipy/minipy/stdlib/atexit"
	"github.com/minipy/minipy/stdlib/binascii"
	"github.com/minipy/minipy/stdlib/bisect"
	"github.com/minipy/minipy/stdlib/cmath"
	"github.com/minipy/minipy/stdlib/codecs"
	"github.com/minipy/minipy/stdlib/collections"
	"github.com/minipy/minipy/stdlib/contextvars"
	"github.com/minipy/minipy/stdlib/dismod"
	"github.com/minipy/minipy/stdlib/errno"
	"github.com/minipy/minipy/stdlib/faulthandler"
	"github.com/minipy/minipy/stdlib/fcntl"
	"github.com/minipy/minipy/stdlib/functools"
	"github.com/minipy/minipy/stdlib/gc"
	"github.com/minipy/minipy/stdlib/heapq"
	"github.com/minipy/minipy/stdlib/io"
	"github.com/minipy/minipy/stdlib/itertools"
	"github.com/minipy/minipy/stdlib/json"
	"github.com/minipy/minipy/stdlib/locale"
	"github.com/minipy/minipy/stdlib/math"
	"github.com/minipy/minipy/stdlib/mmapmod"
	"github.com/minipy/minipy/stdlib/multiprocessing"
	"github.com/minipy/minipy/stdlib/operator"
	"github.com/minipy/minipy/stdlib/osmod"
	"github.com/minipy/minipy/stdlib/pickle"
	"github.com/minipy/minipy/stdlib/posixpath"
	"github.com/minipy/minipy/stdlib/processes"
	"github.com/minipy/minipy/stdlib/queue"
	"github.com/minipy/minipy/stdlib/random"
	"github.com/minipy/minipy/stdlib/re"
	"github.com/minipy/minipy/stdlib/resource"
	"github.com/minipy/minipy/stdlib/selectmod"
	"github.com/minipy/minipy/stdlib/signalmod"
	"github.com/minipy/minipy/stdlib/socket"
	"github.com/minipy/minipy/stdlib/stringmod"
	"github.com/minipy/minipy/stdlib/structmod"
	"github.com/minipy/minipy/stdlib/thread"
	"github.com/minipy/minipy/stdlib/timemod"
	"github.com/minipy/minipy/stdlib/unicodedata"
	"github.com/minipy/minipy/stdlib/warnings"
	"github.com/minipy/minipy/stdlib/weakref"
)

// All lists every module that this system has.
func All() []*runtime.ModuleSpec {
	list := []*runtime.ModuleSpec{
		bisect.Module,
		collections.Module,
		functools.Module,
		heapq.Module,
		io.Module,
		abc.Module,
		atexit.Module,
		contextvars.Module,
		errno.Module,
		faulthandler.Module,
		gc.Module,
		locale.Module,
		warnings.Module,
		weakref.Module,
		itertools.Module,
		operator.Module,
		array.Module,
		cmath.Module,
		math.Module,
		random.Module,
		re.Module,
		structmod.Module,
		thread.Module,
		queue.Module,
		dismod.Module,
		timemod.Module,
		timemod.StrptimeModule,
		osmod.Module,
		osmod.SubprocessModule,
		posixpath.Module,
		pickle.Module,
		unicodedata.Module,
		stringmod.Module,
		json.Module,
		codecs.Module,
		binascii.Module,
		signalmod.Module,
		socket.Module,
		selectmod.Module,
		multiprocessing.Module,
		processes.Module,
		fcntl.Module,
		resource.Module,
		mmapmod.Module,
		mmapmod.ShmModule,
	}
	list = slices.DeleteFunc(list, func(m *runtime.ModuleSpec) bool { return m == nil })
	return append(withFunctionModules(list), inPython()...)
}

// withFunctionModules adds the modules that functions say they are in (their
// __module__) where that is not where a program finds them: operator.add is
// _operator.add to pickle.
func withFunctionModules(specs []*runtime.ModuleSpec) []*runtime.ModuleSpec {
	for _, s := range specs {
		if !strings.HasPrefix(s.FuncModule, "_") {
			continue // none, or one in Python
		}
		home := s.Name
		specs = append(specs, &runtime.ModuleSpec{Name: s.FuncModule, Doc: s.Doc, Init: func(t *runtime.Thread, m *runtime.Module) error {
			v, err := t.Host.Import(t, home, runtime.Value{}, runtime.Value{}, runtime.None, 0)
			if err != nil {
				return err
			}
			from := runtime.As[runtime.Module](v).Dict
			for i, k, v, ok := from.Next(0); ok; i, k, v, ok = from.Next(i) {
				if name, isStr := runtime.AsStr(k); isStr && !strings.HasPrefix(name.String(), "__") {
					m.Dict.SetStr(name, v)
				}
			}
			return nil
		}})
	}
	return specs
}
