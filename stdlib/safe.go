package stdlib

import (
	"strings"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/abc"
	"github.com/minipy/minipy/stdlib/array"
	"github.com/minipy/minipy/stdlib/binascii"
	"github.com/minipy/minipy/stdlib/bisect"
	"github.com/minipy/minipy/stdlib/cmath"
	"github.com/minipy/minipy/stdlib/codecs"
	"github.com/minipy/minipy/stdlib/collections"
	"github.com/minipy/minipy/stdlib/contextvars"
	"github.com/minipy/minipy/stdlib/functools"
	"github.com/minipy/minipy/stdlib/heapq"
	"github.com/minipy/minipy/stdlib/io"
	"github.com/minipy/minipy/stdlib/itertools"
	"github.com/minipy/minipy/stdlib/json"
	"github.com/minipy/minipy/stdlib/math"
	"github.com/minipy/minipy/stdlib/operator"
	"github.com/minipy/minipy/stdlib/queue"
	"github.com/minipy/minipy/stdlib/random"
	"github.com/minipy/minipy/stdlib/re"
	"github.com/minipy/minipy/stdlib/stringmod"
	"github.com/minipy/minipy/stdlib/structmod"
	"github.com/minipy/minipy/stdlib/thread"
	"github.com/minipy/minipy/stdlib/timemod"
	"github.com/minipy/minipy/stdlib/unicodedata"
	"github.com/minipy/minipy/stdlib/warnings"
	"github.com/minipy/minipy/stdlib/weakref"
)

// safePython are the modules in Python that compute and no more; of a
// package, all its modules.
const safePython = `__future__ _collections_abc _weakrefset abc bisect codecs collections contextlib contextvars copy copyreg dataclasses
	datetime decimal difflib enum fnmatch fractions functools getopt graphlib heapq html io json keyword numbers operator pprint queue random re
	reprlib sched sre_constants statistics string struct textwrap threading token tokenize traceback types typing warnings weakref linecache
	importlib.__init__ importlib._bootstrap importlib.machinery importlib.abc`

// Safe lists the modules that compute and no more: nothing in them reaches the
// host's files, network, processes or environment. open() sees Config.FS, the
// clock is Config.Now.
func Safe() []*runtime.ModuleSpec {
	list := withFunctionModules([]*runtime.ModuleSpec{
		abc.Module, array.Module, binascii.Module, bisect.Module, cmath.Module, codecs.Module, collections.Module, contextvars.Module,
		functools.Module, heapq.Module, io.Module, itertools.Module, json.Module, math.Module, operator.Module, queue.Module, random.Module,
		re.Module, stringmod.Module, structmod.Module, thread.Module, timemod.Module, timemod.StrptimeModule, unicodedata.Module, warnings.Module,
		weakref.Module,
	})
	safe := map[string]bool{}
	for _, name := range strings.Fields(safePython) {
		safe[name] = true
	}
	for _, s := range inPython() {
		top, _, _ := strings.Cut(s.Name, ".")
		name := s.Name
		if s.Package {
			name += ".__init__"
		}
		if safe[top] || safe[name] {
			list = append(list, s)
		}
	}
	return list
}
