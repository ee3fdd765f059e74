package vm

import (
	"os"
	"path/filepath"
	"strings"
	"unsafe"

	"github.com/minipy/minipy/runtime"
)

// The loader of source files and the finder of one folder, importlib's
// SourceFileLoader and FileFinder. They are native because every module of a
// file has a loader, and an ordinary import runs no Python code.

var loaderType, folderType runtime.Type

const loaderAttrs = unsafe.Offsetof(sourceLoader{}.attrs)

// A sourceLoader's name and path are ordinary attributes.
type sourceLoader struct {
	runtime.Object
	attrs runtime.Attrs
}

// A folderFinder stands in sys.path_importer_cache for a folder.
type folderFinder struct {
	runtime.Object
	path string
}

func (m *Machine) newLoader(t *thread, name, path string) runtime.Value {
	l := runtime.Alloc[sourceLoader](&loaderType).Object.Value()
	runtime.SetInstanceAttr(t.rt, l, m.names.plainName, runtime.NewStr(name))
	runtime.SetInstanceAttr(t.rt, l, m.names.plainPath, runtime.NewStr(path))
	return l
}

// bootstrap calls a function of importlib._bootstrap.
func (m *Machine) bootstrap(t *runtime.Thread, fn string, args ...runtime.Value) (runtime.Value, error) {
	mod, err := m.importModule(implOf(t), "importlib._bootstrap")
	if err != nil {
		return mod, err
	}
	return runtime.CallMethod(t, mod, fn, args...)
}

func loaderInit(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	m := machineOf(t)
	runtime.SetInstanceAttr(t, a[0], m.names.plainName, a[1])
	runtime.SetInstanceAttr(t, a[0], m.names.plainPath, a[2])
	return runtime.None, nil
}

// checkName gives the loader's own name when the caller has none, and refuses another.
func checkName(t *runtime.Thread, self, name runtime.Value) (runtime.Value, error) {
	own := specAttr(t, self, "name")
	if name.IsUnset() || name.IsNone() {
		return own, nil
	}
	same, err := runtime.EqualBool(t, own, name)
	if err != nil || same {
		return name, err
	}
	os, err := runtime.StrStr(t, own)
	if err != nil {
		return name, err
	}
	ns, err := runtime.StrStr(t, name)
	if err != nil {
		return name, err
	}
	return name, runtime.ImportErr(runtime.ImportError, "loader for "+os+" cannot handle "+ns, name, runtime.Value{})
}

func loaderGetFilename(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	if _, err := checkName(t, a[0], a[1]); err != nil {
		return runtime.Value{}, err
	}
	return specAttr(t, a[0], "path"), nil
}

// loaderGetData reads a file; the library's files are inside the executable.
func loaderGetData(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	p, err := runtime.StrStr(t, a[1])
	if err != nil {
		return runtime.Value{}, err
	}
	m := machineOf(t)
	if rest, ok := strings.CutPrefix(p, LibraryPath+"/"); ok {
		name := strings.ReplaceAll(strings.TrimSuffix(strings.TrimSuffix(rest, ".py"), "/__init__"), "/", ".")
		if f := m.findLibrary(name); f != nil && f.spec == nil {
			return runtime.NewBytes(f.src), nil
		}
	}
	src, err := m.readFile(p)
	if err != nil {
		return m.bootstrap(t, "_read_file", runtime.NewStr(p)) // for its exception
	}
	return runtime.NewBytes(src), nil
}

func loaderIsPackage(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	p, err := runtime.CallMethod(t, a[0], "get_filename", a[1])
	if err != nil {
		return p, err
	}
	s, err := runtime.StrStr(t, p)
	if err != nil {
		return p, err
	}
	base := filepath.Base(s)
	name, err := runtime.StrStr(t, a[1])
	if err != nil {
		return p, err
	}
	_, tail, _ := cutLast(name)
	return runtime.Bool(strings.TrimSuffix(base, filepath.Ext(base)) == "__init__" && tail != "__init__"), nil
}

func loaderGetSource(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	return machineOf(t).bootstrap(t, "_get_source", a[0], a[1])
}

// loaderSourceToCode compiles source, text or bytes.
func loaderSourceToCode(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	m := machineOf(t)
	src, isBytes := runtime.AsBytes(a[1])
	path, isStr := runtime.AsStr(a[2])
	level, err := runtime.AsSsize(t, a[3], runtime.OverflowError)
	if err != nil {
		return runtime.Value{}, err
	}
	if isBytes && isStr && level == -1 {
		co, err := m.compileSource([]byte(src.String()), path.String(), "exec", 0, m.cfg.Optimize, false)
		if err != nil {
			return runtime.Value{}, err
		}
		return co.Value(), nil
	}
	return m.bootstrap(t, "_source_to_code", a[1], a[2], a[3])
}

func loaderGetCode(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	path, err := runtime.CallMethod(t, a[0], "get_filename", a[1])
	if err != nil {
		return path, err
	}
	data, err := runtime.CallMethod(t, a[0], "get_data", path)
	if err != nil {
		return data, err
	}
	return runtime.CallMethod(t, a[0], "source_to_code", data, path)
}

func loaderExec(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	m := machineOf(t)
	mod, ok := runtime.Cast[runtime.Module](a[1], runtime.ModuleType)
	if !ok {
		return runtime.Value{}, runtime.TypeErrorf("exec_module() argument must be a module, not %s", a[1].Type().Name)
	}
	name, ok := mod.Dict.GetStr(m.names.name)
	if !ok {
		return runtime.Value{}, runtime.Errorf(runtime.AttributeError, "module has no attribute '__name__'")
	}
	cv, err := runtime.CallMethod(t, a[0], "get_code", name)
	if err != nil {
		return cv, err
	}
	co, ok := runtime.Cast[runtime.CodeObject](cv, runtime.CodeType)
	if !ok {
		r, err := runtime.ReprStr(t, name)
		if err == nil {
			err = runtime.ImportErr(runtime.ImportError, "cannot load module "+r+" when get_code() returns None", runtime.Value{}, runtime.Value{})
		}
		return runtime.Value{}, err
	}
	if _, err := m.Exec(t, co, mod.Dict, mod.Dict.Value(), nil); err != nil {
		return runtime.Value{}, err
	}
	return runtime.None, nil
}

// viaBootstrap is a method whose work a function of importlib._bootstrap does.
func viaBootstrap(name, sig, fn string) runtime.Method {
	return runtime.Method{Name: name, Sig: sig, Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
		return machineOf(t).bootstrap(t, fn, a...)
	}}
}

func loaderCompare(t *runtime.Thread, op runtime.CmpOp, a, b runtime.Value) (runtime.Value, error) {
	if op != runtime.CmpEQ && op != runtime.CmpNE {
		return runtime.NotImplemented, nil
	}
	same := a.Type() == b.Type()
	for _, n := range []string{"name", "path"} {
		if same {
			var err error
			if same, err = runtime.EqualBool(t, specAttr(t, a, n), specAttr(t, b, n)); err != nil {
				return runtime.Value{}, err
			}
		}
	}
	return runtime.Bool(same == (op == runtime.CmpEQ)), nil
}

func loaderHash(t *runtime.Thread, v runtime.Value) (int64, error) {
	n, err := runtime.HashValue(t, specAttr(t, v, "name"))
	if err != nil {
		return 0, err
	}
	p, err := runtime.HashValue(t, specAttr(t, v, "path"))
	return int64(n ^ p), err
}

// finderAt gives what stands in sys.path_importer_cache for a path entry, after
// asking sys.path_hooks about one that is new: None where nobody takes it.
func (m *Machine) finderAt(t *thread, dir string) (runtime.Value, error) {
	if dir == "" && m.cfg.FS == nil && !m.state.Confined {
		wd, err := os.Getwd()
		if err != nil {
			return runtime.None, nil
		}
		dir = wd
	}
	cv, ok := m.sys().Lookup("path_importer_cache")
	cache, isDict := runtime.AsDict(orNone(cv))
	if !ok || !isDict {
		return m.newFolder(dir), nil
	}
	key := runtime.NewStrObj(dir)
	if v, ok := cache.GetStr(key); ok {
		return v, nil
	}
	finder := runtime.None
	hv, _ := m.sys().Lookup("path_hooks")
	if hooks, ok := runtime.AsList(orNone(hv)); ok {
		for _, h := range append([]runtime.Value(nil), hooks.Items()...) {
			v, err := runtime.Call(t.rt, h, key.Value())
			if runtime.IsError(err, runtime.ImportError) {
				continue
			}
			if err != nil {
				return v, err
			}
			finder = v
			break
		}
	}
	cache.SetStr(key, finder)
	return finder, nil
}

func (m *Machine) newFolder(dir string) runtime.Value {
	f := runtime.Alloc[folderFinder](&folderType)
	if f.path = dir; m.cfg.FS == nil && !m.state.Confined {
		f.path = absPath(dir)
	}
	return f.Object.Value()
}

// folderHook is the entry in sys.path_hooks that takes folders.
func folderHook(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	s, ok := runtime.AsStr(a[0])
	if !ok {
		return runtime.Value{}, runtime.TypeErrorf("path must be str, not %s", a[0].Type().Name)
	}
	dir := s.String()
	if dir == "" {
		dir = "."
	}
	if !machineOf(t).isFolder(dir) {
		return runtime.Value{}, runtime.ImportErr(runtime.ImportError, "only directories are supported", runtime.Value{}, a[0])
	}
	return machineOf(t).newFolder(dir), nil
}

func folderFindSpec(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	s, ok := runtime.AsStr(a[1])
	if !ok {
		return runtime.Value{}, runtime.TypeErrorf("find_spec() argument 1 must be str, not %s", a[1].Type().Name)
	}
	m, dir := machineOf(t), runtime.As[folderFinder](a[0]).path
	_, tail, _ := cutLast(s.String())
	f, isDir := m.findInFolder(dir, tail)
	switch {
	case f != nil:
		return m.newSpec(implOf(t), s.String(), f), nil
	case isDir:
		return m.bootstrap(t, "_portion_spec", a[1], runtime.NewStr(filepath.Join(dir, tail)))
	}
	return runtime.None, nil
}

var folderHookRows = []runtime.Method{{Name: "path_hook_for_FileFinder", Sig: "path", Fn: folderHook}}

func none(name, sig string) runtime.Method { return runtime.Method{Name: name, Sig: sig, Fn: noneFn} }

func init() {
	runtime.Define(&loaderType, runtime.TypeSpec{Name: "_frozen_importlib_external.SourceFileLoader", Size: runtime.SizeOf[sourceLoader](), AttrOff: loaderAttrs, Flags: runtime.FlagBase,
		Doc: "Loads a .py file.",
		New: runtime.Method{Raw: func(t *runtime.Thread, a []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
			cls, _ := runtime.AsType(a[0])
			return runtime.Alloc[sourceLoader](cls).Object.Value(), nil
		}},
		Init:    runtime.Method{Sig: "fullname, path", Fn: loaderInit},
		Slots:   runtime.Slots{Compare: loaderCompare, Hash: loaderHash},
		GetSets: []runtime.GetSet{runtime.DictGetSet()},
		Methods: []runtime.Method{
			{Name: "get_filename", Sig: "name=None", Fn: loaderGetFilename},
			{Name: "get_data", Sig: "path", Fn: loaderGetData},
			{Name: "is_package", Sig: "fullname", Fn: loaderIsPackage},
			{Name: "get_source", Sig: "fullname", Fn: loaderGetSource},
			{Name: "source_to_code", Sig: "data, path, *, _optimize=-1", Fn: loaderSourceToCode},
			{Name: "get_code", Sig: "fullname", Fn: loaderGetCode},
			{Name: "exec_module", Sig: "module", Fn: loaderExec},
			none("create_module", "spec"),
			viaBootstrap("load_module", "fullname=None", "_load_file"),
			viaBootstrap("path_stats", "path", "_path_stats"),
			viaBootstrap("path_mtime", "path", "_path_mtime"),
			viaBootstrap("set_data", "path, data, *, _mode=0o666", "_set_data"),
			viaBootstrap("get_resource_reader", "name=None", "_resource_reader"),
		}})
	runtime.Define(&folderType, runtime.TypeSpec{Name: "_frozen_importlib_external.FileFinder", Size: runtime.SizeOf[folderFinder](), Flags: runtime.FlagDisallowNew,
		Doc: "Finds modules in one folder.",
		Slots: runtime.Slots{Repr: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
			s, err := runtime.ReprStr(t, runtime.NewStr(runtime.As[folderFinder](v).path))
			return runtime.NewStr("FileFinder(" + s + ")"), err
		}},
		GetSets: []runtime.GetSet{{Name: "path", Get: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
			return runtime.NewStr(runtime.As[folderFinder](v).path), nil
		}}},
		Methods: []runtime.Method{
			{Name: "find_spec", Sig: "fullname, target=None", Fn: folderFindSpec},
			none("invalidate_caches", ""),
		}})
}
