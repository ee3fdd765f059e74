package vm

import (
	"unsafe"

	"github.com/minipy/minipy/runtime"
)

// importlib's ModuleSpec and the finder on sys.meta_path, as objects.

var specType runtime.Type

// newSpec makes the __spec__ of a module that our finder found.
func (m *Machine) newSpec(t *thread, name string, f *found) runtime.Value {
	spec, err := runtime.Call(t.rt, specType.Value(), runtime.NewStr(name), m.finder)
	if err != nil {
		return runtime.None
	}
	set := func(n string, v runtime.Value) { runtime.SetInstanceAttr(t.rt, spec, m.state.Intern(n), v) }
	switch {
	case f.spec != nil:
		set("origin", runtime.NewStr("built-in"))
	case f.file != "":
		set("origin", runtime.NewStr(f.file))
		set("has_location", runtime.True)
	}
	if f.pkg {
		set("submodule_search_locations", strList(f.search))
	}
	return spec
}

func specInit(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	set := func(n string, v runtime.Value) { runtime.SetInstanceAttr(t, a[0], t.VM.Intern(n), v) }
	set("name", a[1])
	set("loader", a[2])
	set("origin", a[3])
	set("loader_state", a[4])
	search := runtime.None
	if a[5].IsTrue() {
		search = runtime.NewList(nil).Value()
	}
	set("submodule_search_locations", search)
	set("_set_fileattr", runtime.False)
	set("_cached", runtime.None)
	set("has_location", runtime.False)
	set("_initializing", runtime.False)
	return runtime.None, nil
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
	f, err := m.find(implOf(t), s.String(), a[2])
	if err != nil || f == nil {
		return runtime.None, err
	}
	return m.newSpec(implOf(t), s.String(), f), nil
}

// importerLoad is the loader side: exec_module for a spec that find_spec gave.
func importerExec(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	m := machineOf(t)
	mod, ok := runtime.Cast[runtime.Module](a[1], runtime.ModuleType)
	if !ok {
		return runtime.Value{}, runtime.TypeErrorf("exec_module() argument must be a module, not %s", a[1].Type().Name)
	}
	spec, _ := mod.Dict.GetStr(m.names.spec)
	name, _ := runtime.AsStr(specAttr(t, spec, "name"))
	path := runtime.None
	if parent, _, dotted := cutLast(name.String()); dotted {
		if pv, ok := m.state.Modules.Lookup(parent); ok {
			if p, ok, err := runtime.LookupAttr(t, pv, m.names.path); err == nil && ok {
				path = p
			}
		}
	}
	f, err := m.find(implOf(t), name.String(), path)
	if err != nil || f == nil {
		return runtime.None, err
	}
	if f.spec != nil {
		fresh, err := runtime.MakeModule(t, f.spec)
		if err != nil {
			return runtime.None, err
		}
		return runtime.None, runtime.DictUpdate(t, mod.Dict, fresh.Dict.Value())
	}
	if f.src == nil {
		return runtime.None, nil
	}
	return runtime.None, m.runModule(implOf(t), mod, spec, f)
}

func init() {
	runtime.Define(&specType, runtime.TypeSpec{Name: "importlib.machinery.ModuleSpec", Size: runtime.SizeOf[importSpec](), AttrOff: importSpecAttrs, Flags: runtime.FlagBase,
		Doc: "What a finder knows of a module.",
		New: runtime.Method{Raw: func(t *runtime.Thread, a []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
			cls, _ := runtime.AsType(a[0])
			return runtime.Alloc[importSpec](cls).Object.Value(), nil
		}},
		Init:  runtime.Method{Sig: "name, loader, *, origin=None, loader_state=None, is_package=None", Fn: specInit},
		Slots: runtime.Slots{Repr: specRepr},
		GetSets: []runtime.GetSet{{Name: "parent", Get: specParent},
			{Name: "cached", Get: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) { return specAttr(t, v, "_cached"), nil },
				Set: func(t *runtime.Thread, v, val runtime.Value) error {
					runtime.SetInstanceAttr(t, v, t.VM.Intern("_cached"), val)
					return nil
				}}, runtime.DictGetSet()},
	})
	runtime.Define(&importerType, runtime.TypeSpec{Name: "minipy.Importer", Size: runtime.SizeOf[importer](), Flags: runtime.FlagDisallowNew,
		Doc: "The finder of modules in Go, of the library in Python and of files on sys.path.",
		Methods: []runtime.Method{
			{Name: "find_spec", Sig: "fullname, path=None, target=None", Fn: importerFindSpec},
			{Name: "create_module", Sig: "spec", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) { return runtime.None, nil }},
			{Name: "exec_module", Sig: "module", Fn: importerExec},
			{Name: "invalidate_caches", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) { return runtime.None, nil }},
		}})
}

const importSpecAttrs = unsafe.Offsetof(importSpec{}.attrs)

// An importSpec is a ModuleSpec; everything it has is an attribute.
type importSpec struct {
	runtime.Object
	attrs runtime.Attrs
}
