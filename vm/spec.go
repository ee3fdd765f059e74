package vm

import (
	"path/filepath"
	"strings"
	"unsafe"

	"github.com/minipy/minipy/runtime"
)

// importlib's ModuleSpec and the finder on sys.meta_path, as objects.

var specType runtime.Type

// newSpec makes the __spec__ of a module that our finder found.
func (m *Machine) newSpec(t *thread, name string, f *found) runtime.Value {
	if !f.other.IsUnset() {
		return f.other
	}
	spec := runtime.Alloc[importSpec](&specType).Object.Value()
	loader, origin := finder, runtime.NewStr("built-in")
	if f.file != "" {
		loader, origin = m.newLoader(t, name, f.file), runtime.NewStr(f.file)
	}
	setSpec(t.rt, spec, runtime.NewStr(name), loader, origin, runtime.None)
	set := func(n string, v runtime.Value) { runtime.SetInstanceAttr(t.rt, spec, m.state.Intern(n), v) }
	if f.file != "" {
		set("_set_fileattr", runtime.True)
	}
	if f.pkg {
		set("submodule_search_locations", strList(f.search))
	}
	return spec
}

// setSpec gives a spec its attributes, in CPython's order.
func setSpec(t *runtime.Thread, spec, name, loader, origin, state runtime.Value) {
	for _, a := range []struct {
		name string
		v    runtime.Value
	}{{"name", name}, {"loader", loader}, {"origin", origin}, {"loader_state", state}, {"submodule_search_locations", runtime.None},
		{"_uninitialized_submodules", runtime.NewList(nil).Value()}, {"_set_fileattr", runtime.False}, {"_cached", runtime.None}} {
		runtime.SetInstanceAttr(t, spec, t.VM.Intern(a.name), a.v)
	}
}

func specInit(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	setSpec(t, a[0], a[1], a[2], a[3], a[4])
	if a[5].IsTrue() {
		runtime.SetInstanceAttr(t, a[0], t.VM.Intern("submodule_search_locations"), runtime.NewList(nil).Value())
	}
	return runtime.None, nil
}

// cachedPath is where CPython would keep the compiled form of a source file;
// what we keep is elsewhere, but programs ask for the name.
func cachedPath(file string) string {
	dir, base := filepath.Split(file)
	return dir + "__pycache__/" + strings.TrimSuffix(base, ".py") + "." + cacheTag + ".pyc"
}

// specCached works the name out when it is first asked for.
func specCached(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	c := specAttr(t, v, "_cached")
	if o := specAttr(t, v, "origin"); c.IsNone() && !o.IsNone() && specAttr(t, v, "_set_fileattr").IsTrue() {
		var err error
		if c, err = machineOf(t).bootstrap(t, "_cached_path", o); err != nil {
			return c, err
		}
		runtime.SetInstanceAttr(t, v, t.VM.Intern("_cached"), c)
	}
	return c, nil
}

func specCompare(t *runtime.Thread, op runtime.CmpOp, a, b runtime.Value) (runtime.Value, error) {
	if op != runtime.CmpEQ && op != runtime.CmpNE {
		return runtime.NotImplemented, nil
	}
	same := true
	for _, n := range []string{"name", "loader", "origin", "submodule_search_locations", "cached", "has_location"} {
		x, err := runtime.GetAttrS(t, a, n)
		if err != nil {
			return runtime.Value{}, err
		}
		y, ok, err := runtime.LookupAttr(t, b, t.VM.Intern(n))
		if err != nil {
			return runtime.Value{}, err
		}
		if !ok {
			return runtime.NotImplemented, nil
		}
		if same {
			if same, err = runtime.EqualBool(t, x, y); err != nil {
				return runtime.Value{}, err
			}
		}
	}
	return runtime.Bool(same == (op == runtime.CmpEQ)), nil
}

func specAttr(t *runtime.Thread, v runtime.Value, name string) runtime.Value {
	x, ok := runtime.GetInstanceAttr(v, t.VM.Intern(name))
	if !ok {
		return runtime.None
	}
	return x
}

func specParent(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	s, ok := runtime.AsStr(specAttr(t, v, "name"))
	if !ok {
		return runtime.None, nil
	}
	if !specAttr(t, v, "submodule_search_locations").IsNone() {
		return s.Value(), nil
	}
	parent, _, _ := cutLast(s.String())
	return runtime.NewStr(parent), nil
}

func specRepr(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	s := "ModuleSpec(name=" + mustRepr(t, specAttr(t, v, "name")) + ", loader=" + mustRepr(t, specAttr(t, v, "loader"))
	if o := specAttr(t, v, "origin"); !o.IsNone() {
		s += ", origin=" + mustRepr(t, o)
	}
	if l := specAttr(t, v, "submodule_search_locations"); !l.IsNone() {
		s += ", submodule_search_locations=" + mustRepr(t, l)
	}
	return runtime.NewStr(s + ")"), nil
}

func importerFindSpec(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	s, ok := runtime.AsStr(a[1])
	if !ok {
		return runtime.Value{}, runtime.TypeErrorf("find_spec() argument 1 must be str, not %s", a[1].Type().Name)
	}
	m := machineOf(t)
	f, err := m.find(implOf(t), s.String(), a[2], a[3])
	if err != nil || f == nil {
		return runtime.None, err
	}
	return m.newSpec(implOf(t), s.String(), f), nil
}

// importerCreate and importerExec load modules in Go.
func importerCreate(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	m := machineOf(t)
	name, ok := runtime.AsStr(specAttr(t, a[1], "name"))
	if !ok || m.builtinSpec(name.String()) == nil {
		r, err := runtime.ReprStr(t, specAttr(t, a[1], "name"))
		if err != nil {
			return runtime.Value{}, err
		}
		return runtime.Value{}, runtime.ImportErr(runtime.ImportError, r+" is not a built-in module", specAttr(t, a[1], "name"), runtime.Value{})
	}
	mod, err := runtime.MakeModule(t, m.builtinSpec(name.String()))
	if err != nil {
		return runtime.Value{}, err
	}
	return mod.Value(), nil
}

// importerRequire is get_code() and get_source(): there is neither.
func importerRequire(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	if s, ok := runtime.AsStr(a[1]); !ok || machineOf(t).builtinSpec(s.String()) == nil {
		r, err := runtime.ReprStr(t, a[1])
		if err != nil {
			return runtime.Value{}, err
		}
		return runtime.Value{}, runtime.ImportErr(runtime.ImportError, r+" is not a built-in module", a[1], runtime.Value{})
	}
	return runtime.None, nil
}

// importerForget is invalidate_caches(): path entries that nobody took may be
// looked at again.
func importerForget(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	m := machineOf(t)
	cv, _ := m.sys().Lookup("path_importer_cache")
	cache, ok := runtime.AsDict(orNone(cv))
	if !ok {
		return runtime.None, nil
	}
	keys, err := runtime.ToSlice(t, cv)
	if err != nil {
		return runtime.Value{}, err
	}
	for _, k := range keys {
		s, isStr := runtime.AsStr(k)
		if !isStr {
			continue
		}
		v, _ := cache.GetStr(s)
		if orNone(v).IsNone() || !filepath.IsAbs(s.String()) {
			cache.DelStr(s)
			continue
		}
		if f, ok, err := runtime.LookupAttr(t, v, m.state.Intern("invalidate_caches")); err != nil {
			return runtime.Value{}, err
		} else if ok {
			if _, err := runtime.Call(t, f); err != nil {
				return runtime.Value{}, err
			}
		}
	}
	return runtime.None, nil
}

func init() {
	setAttr := func(name string) func(t *runtime.Thread, v, val runtime.Value) error {
		return func(t *runtime.Thread, v, val runtime.Value) error {
			if name == "_set_fileattr" {
				b, err := runtime.IsTrue(t, val)
				if err != nil {
					return err
				}
				val = runtime.Bool(b)
			}
			runtime.SetInstanceAttr(t, v, t.VM.Intern(name), val)
			return nil
		}
	}
	runtime.Define(&specType, runtime.TypeSpec{Name: "_frozen_importlib.ModuleSpec", Size: runtime.SizeOf[importSpec](), AttrOff: importSpecAttrs, Flags: runtime.FlagBase,
		Doc: "What a finder knows of a module.",
		New: runtime.Method{Raw: func(t *runtime.Thread, a []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
			cls, _ := runtime.AsType(a[0])
			return runtime.Alloc[importSpec](cls).Object.Value(), nil
		}},
		Init:  runtime.Method{Sig: "name, loader, *, origin=None, loader_state=None, is_package=None", Fn: specInit},
		Slots: runtime.Slots{Repr: specRepr, Compare: specCompare},
		GetSets: []runtime.GetSet{{Name: "parent", Get: specParent}, {Name: "cached", Get: specCached, Set: setAttr("_cached")},
			{Name: "has_location", Get: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
				return specAttr(t, v, "_set_fileattr"), nil
			}, Set: setAttr("_set_fileattr")}, runtime.DictGetSet()},
	})
	runtime.Define(&importerType, runtime.TypeSpec{Name: "minipy.Importer", Size: runtime.SizeOf[importer](), Flags: runtime.FlagDisallowNew,
		Doc: "The finder of modules in Go, of the library in Python and of what sys.path leads to.",
		Methods: []runtime.Method{
			{Name: "find_spec", Sig: "fullname, path=None, target=None", Fn: importerFindSpec},
			{Name: "create_module", Sig: "spec", Fn: importerCreate},
			none("exec_module", "module"),
			{Name: "get_code", Sig: "fullname", Fn: importerRequire},
			{Name: "get_source", Sig: "fullname", Fn: importerRequire},
			{Name: "is_package", Sig: "fullname", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
				_, err := importerRequire(t, a)
				return runtime.False, err
			}},
			viaBootstrap("load_module", "fullname", "_load_module_shim"),
			{Name: "invalidate_caches", Fn: importerForget},
		}})
}

const importSpecAttrs = unsafe.Offsetof(importSpec{}.attrs)

// An importSpec is a ModuleSpec; everything it has is an attribute.
type importSpec struct {
	runtime.Object
	attrs runtime.Attrs
}
