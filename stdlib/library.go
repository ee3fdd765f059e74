package stdlib

import (
	"embed"
	"io/fs"
	"strings"
	"sync"

	"github.com/minipy/minipy/runtime"
)

//go:embed all:pylib
var library embed.FS

// inPython lists the modules in Python.
var inPython = sync.OnceValue(func() []*runtime.ModuleSpec {
	var list []*runtime.ModuleSpec
	_ = fs.WalkDir(library, "pylib", func(file string, d fs.DirEntry, err error) error {
		slash, ok := strings.CutSuffix(strings.TrimPrefix(file, "pylib/"), ".py")
		if err != nil || d.IsDir() || !ok {
			return err
		}
		slash, pkg := strings.CutSuffix(slash, "/__init__")
		list = append(list, &runtime.ModuleSpec{Name: strings.ReplaceAll(slash, "/", "."), Package: pkg, Source: func() []byte {
			src, _ := library.ReadFile(file)
			return src
		}})
		return nil
	})
	return list
})
