package runtime

import "fmt"

// Modules as objects.

func moduleRepr(t *Thread, v Value) (Value, error) {
	m := As[Module](v)
	m.Namespace(t)
	name := "'?'"
	if n, ok := m.Dict.GetStr(dnName); ok {
		if s, isStr := AsStr(n); isStr {
			r, err := ReprStr(t, s.Value())
			if err != nil {
				return Value{}, err
			}
			name = r
		}
	}
	if f, ok := m.Dict.Lookup("__file__"); ok && !f.IsNone() {
		r, err := ReprStr(t, f)
		return NewStr(fmt.Sprintf("<module %s from %s>", name, r)), err
	}
	return moduleReprBySpec(t, m, name)
}

// moduleReprBySpec is the repr of a module without a file.
func moduleReprBySpec(t *Thread, m *Module, name string) (Value, error) {
	var about Value
	if spec, ok := m.Dict.Lookup("__spec__"); ok && !spec.IsNone() {
		origin, ok, err := LookupAttr(t, spec, t.VM.Intern("origin"))
		if err != nil {
			return Value{}, err
		}
		if ok && !origin.IsNone() {
			o, err := StrStr(t, origin)
			return NewStr("<module " + name + " (" + o + ")>"), err
		}
		if about, _, err = LookupAttr(t, spec, t.VM.Intern("loader")); err != nil {
			return Value{}, err
		}
	} else if l, ok := m.Dict.Lookup("__loader__"); ok {
		about = l
	}
	if about.IsUnset() || about.IsNone() {
		return NewStr("<module " + name + ">"), nil
	}
	r, err := ReprStr(t, about)
	return NewStr("<module " + name + " (" + r + ")>"), err
}

// moduleGetAttr looks in the module's dict, then asks its __getattr__.
func moduleGetAttr(t *Thread, v Value, name *Str) (Value, error) {
	m := As[Module](v)
	if m.typ == &moduleType {
		if r, ok := m.Dict.GetStr(name); ok && name != dnDict && name != dnClass {
			return r, nil
		}
	}
	cm, _ := m.typ.LookupWhere(t, name)
	if !cm.IsUnset() && cm.Type().Has(FlagDataDescr|FlagDescr) {
		return cm.Type().Slots.DescrGet(t, cm, v, m.typ.Value())
	}
	if r, ok := m.Dict.GetStr(name); ok {
		return r, nil
	}
	if !cm.IsUnset() {
		if get := cm.Type().Slots.DescrGet; get != nil {
			return get(t, cm, v, m.typ.Value())
		}
		return cm, nil
	}
	if m.late {
		m.Namespace(t)
		return moduleGetAttr(t, v, name)
	}
	if g, ok := m.Dict.GetStr(dnGetAttrDunder); ok {
		return Call(t, g, name.Value())
	}
	return Value{}, moduleNoAttr(t, m, name)
}

func moduleNoAttr(t *Thread, m *Module, name *Str) error {
	n, _ := m.Dict.GetStr(dnName)
	s, ok := AsStr(n)
	if !ok {
		return withNameObj(Errorf(AttributeError, "module has no attribute '%s'", name.s), name, m.Value())
	}
	if spec, ok := m.Dict.Lookup("__spec__"); ok && !spec.IsNone() {
		if init, ok, _ := LookupAttr(t, spec, t.VM.Intern("_initializing")); ok && init.IsTrue() {
			return withNameObj(Errorf(AttributeError, "partially initialized module '%s' has no attribute '%s' (most likely due to a circular import)", s.s, name.s), name, m.Value())
		}
	}
	return withNameObj(Errorf(AttributeError, "module '%s' has no attribute '%s'", s.s, name.s), name, m.Value())
}

func moduleSetAttr(t *Thread, v Value, name *Str, val Value) error {
	m := As[Module](v)
	if cm, _ := m.typ.LookupWhere(t, name); !cm.IsUnset() {
		if set := cm.Type().Slots.DescrSet; set != nil {
			return set(t, cm, v, val)
		}
	}
	d := m.Namespace(t)
	if val.IsUnset() {
		if !d.DelStr(name) {
			return moduleNoAttr(t, m, name)
		}
		return nil
	}
	d.SetStr(name, val)
	return nil
}

func init() {
	Define(&moduleType, TypeSpec{Name: "module", Size: SizeOf[Module](), AttrOff: moduleAttrs, Flags: FlagBase,
		Doc: "Create a module object.\n\nThe name must be a string; the optional docstring can have any type.",
		New: Method{Raw: func(t *Thread, a []Value, names []*Str) (Value, error) {
			m := Alloc[Module](As[Type](a[0]))
			m.Dict = NewDict()
			return m.Value(), nil
		}},
		Init: Method{Sig: "name, doc=None", Fn: func(t *Thread, a []Value) (Value, error) {
			if _, ok := AsStr(a[1]); !ok {
				return Value{}, TypeErrorf("module() argument 'name' must be str, not %s", a[1].Type().Name)
			}
			d := As[Module](a[0]).Dict
			d.Store("__name__", a[1])
			d.Store("__doc__", a[2])
			for _, n := range []string{"__package__", "__loader__", "__spec__"} {
				d.Store(n, None)
			}
			return None, nil
		}},
		Slots: Slots{Repr: moduleRepr, GetAttr: moduleGetAttr, SetAttr: moduleSetAttr},
		GetSets: []GetSet{
			{Name: "__dict__", Get: func(t *Thread, v Value) (Value, error) { return As[Module](v).Namespace(t).Value(), nil }},
			{Name: "__annotations__", Get: func(t *Thread, v Value) (Value, error) {
				d := As[Module](v).Namespace(t)
				if a, ok := d.GetStr(dnAnnotations); ok {
					return a, nil
				}
				a := NewDict().Value()
				d.SetStr(dnAnnotations, a)
				return a, nil
			}, Set: func(t *Thread, v, val Value) error {
				d := As[Module](v).Namespace(t)
				if val.IsUnset() {
					if !d.DelStr(dnAnnotations) {
						return AttributeErrorf("__annotations__")
					}
					return nil
				}
				d.SetStr(dnAnnotations, val)
				return nil
			}},
		},
	})
}

// MakeModule makes the module object of a module in Go.
func MakeModule(t *Thread, spec *ModuleSpec) (*Module, error) {
	m := newModule(spec.Name, 8+len(spec.Methods)+len(spec.Types)+len(spec.Consts))
	m.Spec = spec
	if spec.Doc != "" {
		m.Dict.SetStr(dnDoc, NewStr(spec.Doc))
	}
	funcs := spec.FuncModule
	if funcs == "" {
		funcs = spec.Name
	}
	for i := range spec.Methods {
		n := NewNative(&spec.Methods[i], funcs)
		m.Dict.SetStr(t.VM.Intern(n.Def.Name), n.Value())
	}
	for _, typ := range spec.Types {
		m.Dict.SetStr(t.VM.Intern(typ.PyName()), typ.Value())
	}
	for _, c := range spec.Consts {
		m.Dict.SetStr(t.VM.Intern(c.Name), c.Value)
	}
	if spec.Init != nil {
		if err := spec.Init(t, m); err != nil {
			return nil, err
		}
	}
	return m, nil
}
