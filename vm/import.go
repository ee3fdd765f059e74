package vm

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/minipy/minipy/runtime"
)

// The import system. A module is looked for by the finders on sys.meta_path;
// our own, the one there at the start, knows the modules in Go, those of the
// library in Python, and the folders on sys.path. It is recognised and asked
// directly, so that an ordinary import runs no Python code.

// importerType is our finder on sys.meta_path.
var importerType runtime.Type

type importer struct{ runtime.Object }

// finder is every machine's: it has no state of its own.
var finder = func() runtime.Value {
	imp := &importer{}
	imp.Init(&importerType)
	return imp.Object.Value()
}()

// found is what the finder knows of a module.
type found struct {
	spec   *runtime.ModuleSpec // in Go
	src    []byte
	file   string
	pkg    bool
	search []string      // a package's __path__
	frozen bool          // from the library in Python
	other  runtime.Value // the spec that another finder gave, or a namespace package's
}

// importModule imports a module by its absolute name and returns it.
func (m *Machine) importModule(t *thread, name string) (runtime.Value, error) {
	key := m.state.Intern(name)
	if len(m.imports) > 0 {
		if err := m.awaitImport(t, name); err != nil {
			return runtime.Value{}, err
		}
	}
	if v, ok := m.state.Modules.GetStr(key); ok {
		if v.IsNone() {
			return v, notFound("import of "+name+" halted; None in sys.modules", name)
		}
		return v, nil
	}
	if err := t.rt.Enter(" during import"); err != nil {
		return runtime.Value{}, err
	}
	defer t.rt.Leave()
	defer m.beginImport(t, name)()
	var parent runtime.Value
	path := runtime.None
	parentName, tail, dotted := cutLast(name)
	if dotted {
		var err error
		if parent, err = m.importModule(t, parentName); err != nil {
			return parent, err
		}
		if v, ok := m.state.Modules.GetStr(key); ok {
			return v, nil
		}
		p, ok, err := runtime.LookupAttr(t.rt, parent, m.names.path)
		if err != nil {
			return p, err
		}
		if !ok {
			return p, notFound("No module named '"+name+"'; '"+parentName+"' is not a package", name)
		}
		path = p
	}
	v, err := m.findAndLoad(t, name, path)
	if err != nil {
		return v, err
	}
	if dotted {
		if err := runtime.SetAttr(t.rt, parent, m.state.Intern(tail), v); err != nil && !runtime.IsError(err, runtime.AttributeError) {
			return v, err
		}
	}
	return v, nil
}

func cutLast(name string) (parent, tail string, dotted bool) {
	i := strings.LastIndexByte(name, '.')
	if i < 0 {
		return "", name, false
	}
	return name[:i], name[i+1:], true
}

func notFound(msg, name string) error {
	return runtime.ImportErr(runtime.ModuleNotFoundError, msg, runtime.NewStr(name), runtime.Value{})
}

// findAndLoad asks the finders in turn.
func (m *Machine) findAndLoad(t *thread, name string, path runtime.Value) (runtime.Value, error) {
	mp, ok := m.sys().Lookup("meta_path")
	list, isList := runtime.AsList(mp)
	if !ok || !isList {
		return runtime.Value{}, runtime.ImportErr(runtime.ImportError, "sys.meta_path is None, Python is likely shutting down", runtime.NewStr(name), runtime.Value{})
	}
	for _, finder := range append([]runtime.Value(nil), list.Items()...) {
		if finder.Type() == &importerType {
			f, err := m.find(t, name, path, runtime.None)
			if err != nil {
				return runtime.Value{}, err
			}
			if f != nil {
				return m.load(t, name, f)
			}
			continue
		}
		fs, ok, err := runtime.LookupAttr(t.rt, finder, m.state.Intern("find_spec"))
		if err != nil {
			return runtime.Value{}, err
		}
		if !ok {
			continue
		}
		spec, err := runtime.Call(t.rt, fs, runtime.NewStr(name), path, runtime.None)
		if err != nil {
			return runtime.Value{}, err
		}
		if !spec.IsNone() {
			return m.loadSpec(t, name, spec)
		}
	}
	return runtime.Value{}, notFound("No module named '"+name+"'", name)
}

// alwaysOurs are the modules that a file on sys.path does not hide, as CPython's
// built-in ones.
var alwaysOurs = map[string]bool{"faulthandler": true, "sys": true, "builtins": true, "time": true, "errno": true, "gc": true, "itertools": true, "atexit": true,
	"_io": true, "io": true, "os": true, "abc": true, "codecs": true, "posixpath": true, "stat": true, "_abc": true, "_collections": true,
	"_functools": true, "_operator": true, "_weakref": true, "_warnings": true, "posix": true, "marshal": true, "_codecs": true, "_thread": true, "_signal": true, "_imp": true}

// find looks for a module: nil where there is none.
func (m *Machine) find(t *thread, name string, path, target runtime.Value) (*found, error) {
	_, tail, dotted := cutLast(name)
	if !dotted && alwaysOurs[name] {
		if f := m.findLibrary(name); f != nil {
			return f, nil
		}
	}
	dirs, lib, err := m.searchPath(t, path)
	if err != nil {
		return nil, err
	}
	var namespace []runtime.Value
	for _, d := range dirs {
		f, portions, err := m.findAt(t, d, name, tail, target)
		if f != nil || err != nil {
			return f, err
		}
		namespace = append(namespace, portions...)
	}
	if !dotted || lib {
		if f := m.findLibrary(name); f != nil {
			return f, nil
		}
	}
	if len(namespace) > 0 {
		spec, err := m.bootstrap(t.rt, "_namespace_spec", runtime.NewStr(name), runtime.NewList(namespace).Value())
		return &found{pkg: true, other: spec}, err
	}
	return nil, nil
}

// findAt looks at one path entry; portions are folders of a namespace package.
func (m *Machine) findAt(t *thread, dir, name, tail string, target runtime.Value) (f *found, portions []runtime.Value, err error) {
	finder, err := m.finderAt(t, dir)
	if err != nil || finder.IsNone() {
		return nil, nil, err
	}
	if folder, ok := runtime.Cast[folderFinder](finder, &folderType); ok {
		f, isDir := m.findInFolder(folder.path, tail)
		if isDir {
			portions = []runtime.Value{runtime.NewStr(filepath.Join(folder.path, tail))}
		}
		return f, portions, err
	}
	fs, ok, err := runtime.LookupAttr(t.rt, finder, m.state.Intern("find_spec"))
	if err != nil || !ok {
		return nil, nil, err
	}
	spec, err := runtime.Call(t.rt, fs, runtime.NewStr(name), target)
	if err != nil || spec.IsNone() {
		return nil, nil, err
	}
	loader, err := runtime.GetAttrS(t.rt, spec, "loader")
	if err != nil {
		return nil, nil, err
	}
	if !loader.IsNone() {
		return &found{other: spec}, nil, nil
	}
	search, err := runtime.GetAttrS(t.rt, spec, "submodule_search_locations")
	if err == nil && search.IsNone() {
		err = runtime.ImportErr(runtime.ImportError, "spec missing loader", runtime.Value{}, runtime.Value{})
	}
	if err == nil {
		portions, err = runtime.ToSlice(t.rt, search)
	}
	return nil, portions, err
}

// LibraryPath is where the modules of the library in Python seem to be, and the __path__ of packages of the library in Python.
const LibraryPath = "<minipy>"

// searchPath reads sys.path or a package's __path__. lib says that the library is part of it.
func (m *Machine) searchPath(t *thread, path runtime.Value) (dirs []string, lib bool, err error) {
	if path.IsNone() {
		p, ok := m.sys().Lookup("path")
		if !ok {
			return nil, true, nil
		}
		path = p
	}
	items, err := runtime.ToSlice(t.rt, path)
	if err != nil {
		return nil, false, err
	}
	for _, x := range items {
		s, ok := runtime.AsStr(x)
		if !ok {
			continue
		}
		if d := s.String(); strings.HasPrefix(d, LibraryPath) {
			lib = true
		} else {
			dirs = append(dirs, d)
		}
	}
	return dirs, lib, nil
}

// findInFolder looks for tail in a folder; isDir says that there is a folder of that name without __init__.py.
func (m *Machine) findInFolder(dir, tail string) (f *found, isDir bool) {
	base := filepath.Join(dir, tail)
	if m.isFolder(base) {
		init := filepath.Join(base, "__init__.py")
		if src, err := m.readFile(init); err == nil {
			return &found{src: src, file: init, pkg: true, search: []string{base}}, false
		}
		isDir = true
	}
	src, err := m.readFile(base + ".py")
	if err == nil {
		return &found{src: src, file: base + ".py"}, false
	}
	return nil, isDir
}

// readFile, isFolder and isFile look at the file system that imports see.
func (m *Machine) readFile(name string) ([]byte, error) {
	switch {
	case m.cfg.FS != nil:
		return fs.ReadFile(m.cfg.FS, inFS(name))
	case m.state.Confined:
		return nil, fs.ErrNotExist
	}
	return os.ReadFile(name)
}

func (m *Machine) isFolder(name string) bool {
	st, err := m.stat(name)
	return err == nil && st.IsDir()
}

func (m *Machine) isFile(name string) bool {
	st, err := m.stat(name)
	return err == nil && st.Mode().IsRegular()
}

func (m *Machine) stat(name string) (fs.FileInfo, error) {
	switch {
	case m.cfg.FS != nil:
		return fs.Stat(m.cfg.FS, inFS(name))
	case m.state.Confined:
		return nil, fs.ErrNotExist
	}
	return os.Stat(name)
}

// inFS is how a path of a script names a file of an fs.FS: the root is that of both.
func inFS(name string) string {
	if p := path.Clean("/" + filepath.ToSlash(name))[1:]; p != "" {
		return p
	}
	return "."
}

func absPath(p string) string {
	if a, err := filepath.Abs(p); err == nil {
		return a
	}
	return p
}

// findLibrary looks among the modules that the machine has been given.
func (m *Machine) findLibrary(name string) *found {
	s := m.spec(name)
	if s == nil {
		return nil
	}
	if s.Source == nil {
		return &found{spec: s}
	}
	file := LibraryPath + "/" + strings.ReplaceAll(name, ".", "/")
	if s.Package {
		return &found{src: s.Source(), file: file + "/__init__.py", pkg: true, frozen: true, search: []string{file}}
	}
	return &found{src: s.Source(), file: file + ".py", frozen: true}
}

// load makes and runs a module that our finder found.
func (m *Machine) load(t *thread, name string, f *found) (runtime.Value, error) {
	v, err := m.loadFound(t, name, f)
	if err == nil && m.cfg.Flags["verbose"] != 0 {
		m.traceImport(t, name, v)
	}
	return v, err
}

// traceImport is what -v shows of an import.
func (m *Machine) traceImport(t *thread, name string, mod runtime.Value) {
	line := "import '" + name + "'"
	if loader, ok, err := runtime.LookupAttr(t.rt, mod, m.names.loader); err == nil && ok {
		if s, err := runtime.ReprStr(t.rt, loader); err == nil {
			line += " # " + s
		}
	}
	m.writeErr(line + "\n")
}

func (m *Machine) loadFound(t *thread, name string, f *found) (runtime.Value, error) {
	if !f.other.IsUnset() {
		return m.loadSpec(t, name, f.other)
	}
	if f.spec != nil {
		mod, err := runtime.MakeModule(t.rt, f.spec)
		if err != nil {
			return runtime.Value{}, err
		}
		mod.Dict.SetStr(m.names.spec, m.newSpec(t, name, f))
		mod.Dict.SetStr(m.names.pkg, runtime.NewStr(""))
		mod.Dict.SetStr(m.names.loader, finder)
		m.state.Modules.SetStr(m.state.Intern(name), mod.Value())
		return mod.Value(), nil
	}
	mod := runtime.NewModule(name)
	d := mod.Dict
	spec := m.newSpec(t, name, f)
	d.SetStr(m.names.spec, spec)
	d.SetStr(m.names.builtins, m.state.BuiltinsModule.Namespace(t.rt).Value())
	parent, _, _ := cutLast(name)
	if f.pkg {
		parent = name
		d.SetStr(m.names.path, strList(f.search))
	}
	d.SetStr(m.names.pkg, runtime.NewStr(parent))
	if f.file != "" {
		d.SetStr(m.names.file, runtime.NewStr(f.file))
		d.SetStr(m.names.loader, specAttr(t.rt, spec, "loader"))
		d.SetStr(m.names.cached, runtime.NewStr(cachedPath(f.file)))
	}
	key := m.state.Intern(name)
	m.state.Modules.SetStr(key, mod.Value())
	if f.src == nil {
		return mod.Value(), nil
	}
	if err := m.runModule(t, mod, spec, f); err != nil {
		m.state.Modules.DelStr(key)
		return runtime.Value{}, err
	}
	if v, ok := m.state.Modules.GetStr(key); ok {
		return v, nil
	}
	return runtime.Value{}, runtime.ImportErr(runtime.ImportError, "Loaded module '"+name+"' not found in sys.modules", runtime.NewStr(name), runtime.Value{})
}

func (m *Machine) runModule(t *thread, mod *runtime.Module, spec runtime.Value, f *found) error {
	initializing := m.state.Intern("_initializing")
	runtime.SetInstanceAttr(t.rt, spec, initializing, runtime.True)
	defer runtime.SetInstanceAttr(t.rt, spec, initializing, runtime.False)
	co, err := m.codeOf(f)
	if err != nil {
		return err
	}
	_, err = m.Exec(t.rt, co, mod.Dict, mod.Dict.Value(), nil)
	return err
}

// codeOf compiles a module's source.
func (m *Machine) codeOf(f *found) (*runtime.CodeObject, error) {
	cache := m.cfg.Cache
	if cache == nil || m.state.MaxStrDigits != runtime.DefaultStrDigits {
		return m.compileSource(f.src, f.file, "exec", 0, m.cfg.Optimize, false)
	}
	if c := cache.Get(f.file, f.src, m.cfg.Optimize); c != nil {
		return m.state.ReadCodeObject(c, 0), nil
	}
	co, err := m.compileSource(f.src, f.file, "exec", 0, m.cfg.Optimize, false)
	if err == nil {
		cache.Put(f.file, f.src, m.cfg.Optimize, co.Code())
	}
	return co, err
}

func strList(ss []string) runtime.Value {
	out := make([]runtime.Value, len(ss))
	for i, s := range ss {
		out[i] = runtime.NewStr(s)
	}
	return runtime.NewList(out).Value()
}

// loadSpec loads a module by a spec that a finder in Python gave.
func (m *Machine) loadSpec(t *thread, name string, spec runtime.Value) (runtime.Value, error) {
	util, err := m.importModule(t, "importlib._bootstrap")
	if err != nil {
		return util, err
	}
	return runtime.CallMethod(t.rt, util, "_load_unlocked", spec)
}

// Import implements runtime.Host: __import__'s meaning.
func (m *Machine) Import(rt *runtime.Thread, name string, globals, locals, fromlist runtime.Value, level int) (runtime.Value, error) {
	t := implOf(rt)
	full := name
	if level > 0 {
		pkg, err := m.packageOf(t, globals, level)
		if err != nil {
			return runtime.Value{}, err
		}
		full = pkg
		if name != "" {
			full = pkg + "." + name
		}
	} else if name == "" {
		return runtime.Value{}, runtime.ValueErrorf("Empty module name")
	}
	mod, err := m.importModule(t, full)
	if err != nil {
		return mod, err
	}
	if fromlist.IsUnset() || fromlist.IsNone() || emptySeq(t.rt, fromlist) {
		top, _, _ := strings.Cut(name, ".")
		if name == "" {
			return mod, nil
		}
		if level == 0 {
			return m.importModule(t, top)
		}
		if top == name {
			return mod, nil
		}
		return m.importModule(t, full[:len(full)-(len(name)-len(top))])
	}
	return mod, m.handleFromlist(t, mod, full, fromlist)
}

func emptySeq(rt *runtime.Thread, v runtime.Value) bool {
	n, err := runtime.Len(rt, v)
	return err == nil && n == 0
}

// handleFromlist imports the submodules that a from import names.
func (m *Machine) handleFromlist(t *thread, mod runtime.Value, full string, fromlist runtime.Value) error {
	if mod, ok := runtime.Cast[runtime.Module](mod, runtime.ModuleType); ok && mod.Dict.Len() > 0 {
		_, isPackage := mod.Dict.GetStr(m.names.path)
		if _, dynamic := mod.Dict.GetStr(m.names.getattr); !isPackage && !dynamic {
			return nil // without making the exception that the look-up below would
		}
	}
	if _, ok, err := runtime.LookupAttr(t.rt, mod, m.names.path); !ok || err != nil {
		return err
	}
	items, err := runtime.ToSlice(t.rt, fromlist)
	if err != nil {
		return err
	}
	for _, x := range items {
		s, ok := runtime.AsStr(x)
		if !ok {
			return runtime.TypeErrorf("Item in ``from list'' must be str, not %s", x.Type().Name)
		}
		if s.String() == "*" {
			if all, ok, err := runtime.LookupAttr(t.rt, mod, m.names.all); err != nil {
				return err
			} else if ok {
				if err := m.handleFromlist(t, mod, full, all); err != nil {
					return err
				}
			}
			continue
		}
		if _, has, err := runtime.LookupAttr(t.rt, mod, m.state.InternStr(s)); err != nil {
			return err
		} else if has {
			continue
		}
		sub := full + "." + s.String()
		if _, err := m.importModule(t, sub); err != nil {
			if e := runtime.ToException(err); runtime.IsError(err, runtime.ModuleNotFoundError) && e.Message() == "No module named '"+sub+"'" {
				continue
			}
			return err
		}
	}
	return nil
}

// packageOf is the package that a relative import of the given level starts from.
func (m *Machine) packageOf(t *thread, globals runtime.Value, level int) (string, error) {
	d, ok := runtime.AsDict(orNone(globals))
	if !ok {
		return "", runtime.TypeErrorf("globals must be a dict")
	}
	pkg := ""
	if p, ok := d.GetStr(m.names.pkg); ok && !p.IsNone() {
		s, isStr := runtime.AsStr(p)
		if !isStr {
			return "", runtime.TypeErrorf("package must be a string")
		}
		pkg = s.String()
	} else if n, ok := d.GetStr(m.names.name); ok {
		s, isStr := runtime.AsStr(n)
		if !isStr {
			return "", runtime.TypeErrorf("__name__ must be a string")
		}
		pkg = s.String()
		if _, isPkg := d.GetStr(m.names.path); !isPkg {
			pkg, _, _ = cutLast(pkg)
		}
	} else {
		return "", runtime.Errorf(runtime.KeyError, "'__name__' not in globals")
	}
	if pkg == "" {
		return "", runtime.ImportErr(runtime.ImportError, "attempted relative import with no known parent package", runtime.Value{}, runtime.Value{})
	}
	for ; level > 1; level-- {
		i := strings.LastIndexByte(pkg, '.')
		if i < 0 {
			return "", runtime.ImportErr(runtime.ImportError, "attempted relative import beyond top-level package", runtime.Value{}, runtime.Value{})
		}
		pkg = pkg[:i]
	}
	return pkg, nil
}

func builtinImport(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	s, ok := runtime.AsStr(a[0])
	if !ok {
		return runtime.Value{}, runtime.TypeErrorf("module name must be a string")
	}
	level, err := runtime.AsSsize(t, a[4], runtime.OverflowError)
	if err != nil {
		return runtime.Value{}, err
	}
	if level < 0 {
		return runtime.Value{}, runtime.ValueErrorf("level must be >= 0")
	}
	if g := a[1]; level > 0 {
		if g.IsUnset() {
			return runtime.Value{}, runtime.Errorf(runtime.KeyError, "'__name__' not in globals")
		}
		if _, ok := runtime.AsDict(g); !ok {
			return runtime.Value{}, runtime.TypeErrorf("globals must be a dict")
		}
	}
	return t.Host.Import(t, s.String(), orNone(a[1]), a[2], a[3], level)
}

// importName is IMPORTNAME.
func (t *thread) importName(f *frame, name *runtime.Str, fromlist, level runtime.Value) (runtime.Value, error) {
	imp, ok := f.fn.Builtins.Lookup("__import__")
	if !ok {
		return runtime.Value{}, runtime.ImportErr(runtime.ImportError, "__import__ not found", runtime.Value{}, runtime.Value{})
	}
	if n, isNative := runtime.Cast[runtime.Native](imp, runtime.NativeType); !isNative || n.Def.Name != "__import__" {
		locals := runtime.None
		if !f.locals.IsUnset() {
			locals = f.locals
		}
		return runtime.Call(t.rt, imp, name.Value(), f.fn.Globals.Value(), locals, fromlist, level)
	}
	return t.m.Import(t.rt, name.String(), f.fn.Globals.Value(), runtime.None, fromlist, int(level.AsInt64()))
}

// importFrom is IMPORTFROM.
func (t *thread) importFrom(mod runtime.Value, name *runtime.Str) (runtime.Value, error) {
	v, ok, err := runtime.LookupAttr(t.rt, mod, name)
	if ok || err != nil {
		return v, err
	}
	mn := "<unknown module name>"
	n, ok, err := runtime.LookupAttr(t.rt, mod, t.m.names.name)
	if err != nil {
		return v, err
	}
	if s, isStr := runtime.AsStr(orNone(n)); ok && isStr {
		mn = s.String()
		if sub, ok := t.m.state.Modules.Lookup(mn + "." + name.String()); ok {
			return sub, nil
		}
	}
	where, fileVal := "unknown location", runtime.None
	if fv, ok, err := runtime.LookupAttr(t.rt, mod, t.m.names.file); err == nil && ok {
		if s, isStr := runtime.AsStr(fv); isStr {
			where, fileVal = s.String(), fv
		}
	}
	msg := "cannot import name '" + name.String() + "' from '" + mn + "' (" + where + ")"
	if t.m.initializing(t, mod) {
		msg = "cannot import name '" + name.String() + "' from partially initialized module '" + mn + "' (most likely due to a circular import) (" + where + ")"
	}
	return runtime.Value{}, runtime.ImportErr(runtime.ImportError, msg, runtime.NewStr(mn), fileVal)
}

func (m *Machine) initializing(t *thread, mod runtime.Value) bool {
	spec, ok, err := runtime.LookupAttr(t.rt, mod, m.names.spec)
	if err != nil || !ok || spec.IsNone() {
		return false
	}
	v, ok, err := runtime.LookupAttr(t.rt, spec, m.state.Intern("_initializing"))
	return err == nil && ok && v.IsTrue()
}

// importStar is `from mod import *` into the frame's namespace.
func (t *thread) importStar(f *frame, mod runtime.Value) error {
	all, ok, err := runtime.LookupAttr(t.rt, mod, t.m.names.all)
	if err != nil {
		return err
	}
	var items []runtime.Value
	if ok {
		if items, err = runtime.ToSlice(t.rt, all); err != nil {
			return err
		}
	} else {
		d, ok, err := runtime.LookupAttr(t.rt, mod, t.m.state.Intern("__dict__"))
		if err != nil {
			return err
		}
		if !ok {
			return runtime.ImportErr(runtime.ImportError, "from-import-* object has no __dict__ and no __all__", runtime.Value{}, runtime.Value{})
		}
		keys, err := runtime.ToSlice(t.rt, d)
		if err != nil {
			return err
		}
		for _, k := range keys {
			if s, ok := runtime.AsStr(k); ok && strings.HasPrefix(s.String(), "_") {
				continue
			}
			items = append(items, k)
		}
	}
	for _, x := range items {
		s, isStr := runtime.AsStr(x)
		if !isStr {
			mn, _ := runtime.GetAttr(t.rt, mod, t.m.names.name)
			where := "__dict__"
			if ok {
				where = "__all__"
			}
			ms, _ := runtime.AsStr(orNone(mn))
			if ok {
				return runtime.TypeErrorf("Item in %s.%s must be str, not %s", ms, where, x.Type().Name)
			}
			return runtime.TypeErrorf("Key in %s.%s must be str, not %s", ms, where, x.Type().Name)
		}
		name := t.m.state.InternStr(s)
		v, err := runtime.GetAttr(t.rt, mod, name)
		if err != nil {
			return err
		}
		if err := t.storeName(f, name, v); err != nil {
			return err
		}
	}
	return nil
}
