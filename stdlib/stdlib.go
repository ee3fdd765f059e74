// Package stdlib is the part of minipy's standard library that computes and no
// more: modules in Go, one package each, and modules in Python under pylib.
// Package stdlib/all adds what reaches the host. They are apart so that a
// program that gives its scripts only this part links only this part.
package stdlib

import (
	"embed"
	"io/fs"
	"slices"
	"strings"
	"sync"

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
	"github.com/minipy/minipy/stdlib/internal/pack"
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

// Safe lists the modules that compute and no more: nothing in them reaches the
// host's files, network, processes or environment. open() sees Config.FS, the
// clock is Config.Now. The list is the same at every call and may not be changed.
func Safe() []*runtime.ModuleSpec { return safe() }

var safe = sync.OnceValue(func() []*runtime.ModuleSpec {
	list := WithFunctionModules([]*runtime.ModuleSpec{
		abc.Module, array.Module, binascii.Module, bisect.Module, cmath.Module, codecs.Module, collections.Module, contextvars.Module,
		functools.Module, heapq.Module, io.Module, itertools.Module, json.Module, math.Module, operator.Module, queue.Module, random.Module,
		re.Module, stringmod.Module, structmod.Module, thread.Module, timemod.Module, timemod.StrptimeModule, unicodedata.Module, warnings.Module,
		weakref.Module,
	})
	for _, m := range pack.Open(pylib) {
		list = append(list, &runtime.ModuleSpec{Name: m.Name, Package: m.Package, Source: func() []byte {
			src, _ := m.Source()
			return src
		}})
	}
	return slices.Clip(list)
})

// The modules in Python are compressed for the sake of programs that link them;
// go generate packs them, and a test says if that was forgotten.
//
//go:generate go run ./internal/pack/pylib
//go:embed pylib.z
var pylib string

// InPython lists the modules in Python below files's folder pylib.
func InPython(files embed.FS) []*runtime.ModuleSpec {
	var list []*runtime.ModuleSpec
	_ = fs.WalkDir(files, "pylib", func(file string, d fs.DirEntry, err error) error {
		slash, ok := strings.CutSuffix(strings.TrimPrefix(file, "pylib/"), ".py")
		if err != nil || d.IsDir() || !ok {
			return err
		}
		slash, pkg := strings.CutSuffix(slash, "/__init__")
		list = append(list, &runtime.ModuleSpec{Name: strings.ReplaceAll(slash, "/", "."), Package: pkg, Source: func() []byte {
			src, _ := files.ReadFile(file)
			return src
		}})
		return nil
	})
	return list
}

// WithFunctionModules adds the modules that functions say they are in (their
// __module__) where that is not where a program finds them: operator.add is
// _operator.add to pickle.
func WithFunctionModules(specs []*runtime.ModuleSpec) []*runtime.ModuleSpec {
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
