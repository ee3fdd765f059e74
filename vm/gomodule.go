package vm

import (
	"reflect"
	"slices"
	"strings"

	"github.com/minipy/minipy/runtime"
)

// A Module is a module written in Go, for Config.Modules:
//
//	shop := vm.Module{Name: "shop", Funcs: map[string]any{"price": price}}
//	m, err := vm.New(vm.Config{Modules: append(stdlib.Safe(), shop.Spec())})
//
// Its parts become objects as those of Machine.Set do, in each machine when it
// is imported there. The standard library's modules, whose functions take the
// interpreter's own values, are runtime.ModuleSpecs directly.
type Module struct {
	Name   string // with dots for a module in a package
	Doc    string
	Funcs  map[string]any
	Types  map[string]any // a reflect.Type or a Class each
	Values map[string]any
}

// Spec is the module as a Config takes it. Any number of machines may share it.
func (mod Module) Spec() *runtime.ModuleSpec {
	return &runtime.ModuleSpec{Name: mod.Name, Doc: mod.Doc, Init: mod.init}
}

func (mod Module) init(rt *runtime.Thread, m *runtime.Module) error {
	t := implOf(rt)
	t.m.takeGoValues()
	for _, part := range []map[string]any{mod.Types, mod.Funcs, mod.Values} {
		names := make([]string, 0, len(part))
		for name := range part {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			v, err := mod.member(t, name, part[name])
			if err != nil {
				return err
			}
			m.Dict.SetStr(t.m.state.Intern(name), v)
		}
	}
	return nil
}

// member makes the object for a part of the module.
func (mod Module) member(t *thread, name string, x any) (runtime.Value, error) {
	v := reflect.ValueOf(x)
	if v.IsValid() && v.Kind() == reflect.Func && !v.IsNil() && !v.Type().CanSeq() && !v.Type().CanSeq2() {
		f, err := t.m.describe(name, v, false)
		if err != nil {
			return runtime.Value{}, t.raiseHost(err)
		}
		f = t.m.nameFunc(mod.Name+"."+name, f)
		return runtime.NewNative(&f.row, mod.Name).Value(), nil
	}
	out, err := t.named(name, x)
	if cls, ok := runtime.AsType(orNone(out)); err == nil && ok && cls.VM != nil {
		err = runtime.SetAttr(t.rt, out, t.m.state.Intern("__module__"), runtime.NewStr(mod.Name))
	}
	return out, err
}

// restoreModules gives the modules that a snapshot has brought their Go functions
// and classes again, from the specs of the same names.
func (m *Machine) restoreModules(t *thread) error {
	for _, spec := range m.cfg.Modules {
		if spec.Init != nil && m.lacks(spec.Name) {
			if err := spec.Init(t.rt, runtime.NewModule(spec.Name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// lacks says that a function of the module has no Go side.
func (m *Machine) lacks(module string) bool {
	for name, f := range m.goFuncs {
		if !f.fn.IsValid() && strings.HasPrefix(name, module+".") {
			return true
		}
	}
	return false
}
