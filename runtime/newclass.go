package runtime

import "strings"

// CalcMeta is the most derived metaclass of meta and the bases' own.
func CalcMeta(meta *Type, bases []Value) (*Type, error) {
	for _, b := range bases {
		bt := b.Type()
		if meta.IsSubtype(bt) {
			continue
		}
		if bt.IsSubtype(meta) {
			meta = bt
			continue
		}
		return nil, TypeErrorf("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
	}
	return meta, nil
}

// solid is the nearest class of t's base chain that adds to the layout.
func solid(t *Type) *Type {
	for t.Base != nil && t.VM != nil && t.nslots == t.Base.nslots {
		t = t.Base
	}
	if t.VM != nil {
		return t
	}
	return t.layout
}

// bestBase picks the base whose layout the class takes.
func bestBase(bases []*Type) (*Type, error) {
	var winner, best *Type
	for _, b := range bases {
		if !b.Has(FlagBase) {
			return nil, TypeErrorf("type '%s' is not an acceptable base type", b.displayName())
		}
		s := solid(b)
		switch {
		case winner == nil || s.IsSubtype(winner) && s != winner:
			winner, best = s, b
		case winner.IsSubtype(s):
		default:
			return nil, TypeErrorf("multiple bases have instance lay-out conflict")
		}
	}
	return best, nil
}

// newClass is type.__new__: a class of metaclass meta. kwvals and names are
// the class statement's keywords, for __init_subclass__.
func newClass(t *Thread, meta *Type, name string, baseVals []Value, ns *Dict, kwvals []Value, names []*Str) (Value, error) {
	for _, b := range baseVals {
		if _, isType := AsType(b); isType {
			continue
		}
		if _, has := b.Type().Lookup(t, StaticStrFind("__mro_entries__")); has {
			return Value{}, TypeErrorf("type() doesn't support MRO entry resolution; use types.new_class()")
		}
	}
	winner, err := CalcMeta(meta, baseVals)
	if err != nil {
		return Value{}, err
	}
	if winner != meta {
		if nf, owner := winner.LookupWhere(t, dnNew); owner != &typeType {
			full := append([]Value{winner.Value(), NewStr(name), NewTuple(baseVals), ns.Value()}, kwvals...)
			return CallArgs(t, nf, full, names)
		}
		meta = winner
	}
	cls, err := allocClass(t, meta, name, baseVals, ns)
	if err != nil {
		return Value{}, err
	}
	if err := finishClass(t, cls, kwvals, names); err != nil {
		return Value{}, err
	}
	return cls.Value(), nil
}

func allocClass(t *Thread, meta *Type, name string, baseVals []Value, ns *Dict) (*Type, error) {
	if strings.Contains(name, "\x00") {
		return nil, ValueErrorf("type name must not contain null characters")
	}
	bases := make([]*Type, len(baseVals))
	for i, b := range baseVals {
		c, ok := AsType(b)
		if !ok {
			return nil, TypeErrorf("bases must be types")
		}
		bases[i] = c
	}
	if len(bases) == 0 {
		bases = []*Type{&objectType}
	}
	base, err := bestBase(bases)
	if err != nil {
		return nil, err
	}
	cls := &Type{Name: name, Qualname: name, Base: base, Bases: bases, VM: t.VM, layout: base.layout, size: base.size}
	cls.typ = meta
	if meta.attrOff != 0 {
		cls.attrs.shape = meta.root
	}
	cls.Flags = FlagBase | FlagHeap | base.Flags&inheritedFlags
	for _, b := range bases {
		cls.Flags |= b.Flags & (FlagDict | FlagSequence | FlagMapping | FlagException)
	}
	cls.attrOff = base.attrOff
	cls.nslots = base.nslots
	cls.weakable = base.weakable
	cls.Dict = ns.Copy()
	if q, ok := cls.Dict.GetStr(dnQualname); ok {
		qs, isStr := AsStr(q)
		if !isStr {
			return nil, TypeErrorf("type __qualname__ must be a str, not %s", q.Type().Name)
		}
		cls.Qualname = qs.s
		cls.Dict.DelStr(dnQualname)
	}
	if err := internKeys(t.VM, cls.Dict); err != nil {
		return nil, err
	}
	if err := makeSlots(t, cls); err != nil {
		return nil, err
	}
	cls.MRO = []*Type{cls}
	if cls.MRO, err = classMRO(t, cls, meta); err != nil {
		return nil, err
	}
	wrapSpecials(t, cls)
	cls.layoutAttrs(t.VM.takeHint())
	cls.version = t.VM.NewVersion()
	return cls, nil
}

// takeHint gives the number of attributes that the compiler saw the class body set.
func (vm *VM) takeHint() int {
	h := vm.AttrHint
	vm.AttrHint = 0
	return h
}

// layoutAttrs decides where instances keep attributes and how many are inline.
func (t *Type) layoutAttrs(hint int) {
	t.hint = max(hint, t.Base.hint)
	inline := 0
	if t.layout == &objectType {
		t.attrOff = instanceAttrs
		inline = inlineClass(t.nslots + min(t.hint, 14))
	} else if t.attrOff == 0 && (t.Has(FlagDict) || t.nslots > 0) {
		t.attrOff = (t.size + 7) &^ 7
	}
	t.root = newRoot(t, inline)
}

// internKeys makes the names in a class's dict the VM's own, so that look-ups
// compare pointers.
func internKeys(vm *VM, d *Dict) error {
	for i := range d.entries {
		e := &d.entries[i]
		if e.key.IsUnset() {
			continue
		}
		if s, ok := AsStr(e.key); ok && e.key.Type() == &strType {
			e.key = vm.InternStr(s).Value()
		}
	}
	return nil
}

func classMRO(t *Thread, cls, meta *Type) ([]*Type, error) {
	if _, owner := meta.LookupWhere(t, dnMro); owner != &typeType {
		r, _, err := CallSpecial(t, cls.Value(), dnMro)
		if err != nil {
			return nil, err
		}
		items, err := ToSlice(t, r)
		if err != nil {
			return nil, err
		}
		out := make([]*Type, len(items))
		for i, x := range items {
			c, ok := AsType(x)
			if !ok {
				return nil, TypeErrorf("mro() returned a non-class ('%s')", x.Type().Name)
			}
			out[i] = c
		}
		return out, nil
	}
	seen := map[*Type]bool{}
	for _, b := range cls.Bases {
		if seen[b] {
			return nil, TypeErrorf("duplicate base class %s", b.Name)
		}
		seen[b] = true
	}
	return computeMRO(t, cls, cls.Bases)
}

// wrapSpecials makes __new__ a static method and __init_subclass__ and
// __class_getitem__ class methods, and defaults __module__ and __doc__.
func wrapSpecials(t *Thread, cls *Type) {
	d := cls.Dict
	if f, ok := d.GetStr(dnNew); ok && f.Type() == &functionType {
		d.SetStr(dnNew, NewStaticMethod(f))
	}
	for _, n := range []*Str{dnInitSubclass, dnClassGetItem} {
		if f, ok := d.GetStr(n); ok && f.Type() == &functionType {
			d.SetStr(n, NewClassMethod(f))
		}
	}
	if _, ok := d.GetStr(dnModule); !ok {
		if g := t.Host.Globals(t); g != nil {
			if m, ok := g.GetStr(dnName); ok {
				d.SetStr(dnModule, m)
			}
		}
	}
	if _, ok := d.GetStr(dnDoc); !ok {
		d.SetStr(dnDoc, None)
	}
	if _, ok := d.GetStr(dnHash); !ok {
		if _, eq := d.GetStr(dnEq); eq {
			d.SetStr(dnHash, None)
		}
	}
}

// makeSlots reads __slots__ and makes its members.
func makeSlots(t *Thread, cls *Type) error {
	sv, ok := cls.Dict.GetStr(dnSlots)
	if cls.layout == &typeType {
		return nil // a metaclass: its instances keep attributes in the class's Dict
	}
	if !ok {
		addDictDescr(cls)
		cls.Flags |= FlagDict
		cls.weakable = true
		return nil
	}
	var items []Value
	if _, isStr := AsStr(sv); isStr {
		items = []Value{sv}
	} else {
		var err error
		if items, err = ToSlice(t, sv); err != nil {
			return err
		}
	}
	var slots []*Str
	for _, x := range items {
		s, isStr := AsStr(x)
		if !isStr {
			return TypeErrorf("__slots__ items must be strings, not '%s'", x.Type().Name)
		}
		if !IsIdentifier(s.s) {
			return TypeErrorf("__slots__ must be identifiers")
		}
		switch s.s {
		case "__dict__":
			if cls.Has(FlagDict) {
				return TypeErrorf("__dict__ slot disallowed: we already got one")
			}
			addDictDescr(cls)
			cls.Flags |= FlagDict
			continue
		case "__weakref__":
			if cls.weakable || cls.layout == &intType || cls.layout == &tupleType || cls.layout == &bytesType {
				return TypeErrorf("__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0")
			}
			cls.weakable = true
			g := &getsetDescr{def: weakrefGetSet, owner: cls}
			g.typ = &getsetDescrType
			cls.Dict.SetStr(dnWeakref, g.Value())
			continue
		}
		name := mangle(cls.Name, s.s)
		if _, dup := cls.Dict.Lookup(name); dup && name != "__qualname__" && name != "__classcell__" {
			return ValueErrorf("'%s' in __slots__ conflicts with class variable", s.s)
		}
		slots = append(slots, t.VM.Intern(name))
		cls.slotsSet = append(cls.slotsSet, name)
	}
	if len(slots) > 0 {
		switch cls.layout {
		case &intType, &tupleType, &bytesType:
			return TypeErrorf("nonempty __slots__ not supported for subtype of '%s'", cls.Base.Name)
		}
	}
	for _, n := range slots {
		m := &memberDescr{name: n, owner: cls, slot: cls.nslots}
		m.typ = &memberDescrType
		cls.nslots++
		cls.Dict.SetStr(n, m.Value())
	}
	return nil
}

// addDictDescr gives the class its __dict__ and __weakref__ entries, if no
// base has them (a metaclass has type's own).
func addDictDescr(cls *Type) {
	if cls.Has(FlagDict) || cls.layout == &typeType {
		return
	}
	for _, n := range []*Str{dnDict, dnWeakref} {
		if _, ok := cls.Dict.GetStr(n); ok {
			continue
		}
		g := &getsetDescr{def: dictGetSet, owner: cls}
		if n == dnWeakref {
			g.def = weakrefGetSet
		}
		g.typ = &getsetDescrType
		cls.Dict.SetStr(n, g.Value())
	}
}

var weakrefGetSet = &GetSet{Name: "__weakref__", Doc: "list of weak references to the object",
	Get: func(t *Thread, v Value) (Value, error) { return None, nil }}

// mangle is the private name that class cls gives to name.
func mangle(cls, name string) string {
	if !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	cls = strings.TrimLeft(cls, "_")
	if cls == "" {
		return name
	}
	return "_" + cls + name
}

// finishClass runs what follows a class's making: slots, __classcell__,
// __set_name__ and __init_subclass__.
func finishClass(t *Thread, cls *Type, kwvals []Value, names []*Str) error {
	if cell, ok := cls.Dict.GetStr(dnClassCell); ok {
		c, isCell := Cast[Cell](cell, CellType)
		if !isCell {
			return TypeErrorf("type.__new__: __classcell__ must be a nonlocal cell, not <class '%s'>", cell.Type().Name)
		}
		c.Val = cls.Value()
		cls.Dict.DelStr(dnClassCell)
	}
	fixSlots(cls)
	cls.readied = true
	cls.Dict.watch(cls)
	for _, b := range cls.Bases {
		b.addSub(t.VM, cls)
	}
	if err := callSetNames(t, cls); err != nil {
		return err
	}
	sup := newSuper(cls, cls.Value())
	init, err := GetAttr(t, sup, dnInitSubclass)
	if err != nil {
		return err
	}
	_, err = CallArgs(t, init, kwvals, names)
	return err
}

func callSetNames(t *Thread, cls *Type) error {
	snapshot := cls.Dict.Copy()
	for i, k, v, ok := snapshot.Next(0); ok; i, k, v, ok = snapshot.Next(i) {
		if v.Type().VM == nil && v.Type().layout != &objectType && v.Type() != &propertyType {
			if _, has := v.Type().Lookup(t, dnSetName); !has {
				continue
			}
		}
		f, has, err := LookupSpecial(t, v, dnSetName)
		if err != nil {
			return err
		}
		if !has {
			continue
		}
		if _, err := Call(t, f, cls.Value(), k); err != nil {
			if v.Type().VM == nil && IsError(err, KeyboardInterrupt) {
				return err // it came while a builtin one ran: in CPython it would have come a moment later
			}
			ks, _ := AsStr(k)
			e := Errorf(RuntimeError, "Error calling __set_name__ on '%s' instance '%s' in '%s'", v.Type().Name, ks.String(), cls.Name)
			e.Cause = ToException(err).Value()
			e.Context = e.Cause
			e.Suppress = true
			return e
		}
	}
	return nil
}

// typeSetBases is cls.__bases__ = tuple.
func typeSetBases(t *Thread, v, val Value) error {
	cls, err := heapOnly(v, "__bases__", val)
	if err != nil {
		return err
	}
	tup, ok := AsTuple(val)
	if !ok {
		return TypeErrorf("can only assign tuple to %s.__bases__, not %s", cls.Name, val.Type().Name)
	}
	if len(tup.items) == 0 {
		return TypeErrorf("can only assign non-empty tuple to %s.__bases__, not ()", cls.Name)
	}
	bases := make([]*Type, len(tup.items))
	for i, b := range tup.items {
		c, ok := AsType(b)
		if !ok {
			return TypeErrorf("%s.__bases__ must be tuple of classes, not '%s'", cls.Name, b.Type().Name)
		}
		if c.IsSubtype(cls) {
			return TypeErrorf("a __bases__ item causes an inheritance cycle")
		}
		bases[i] = c
	}
	best, err := bestBase(bases)
	if err != nil {
		return err
	}
	if best.layout != cls.layout || best.nslots != cls.Base.nslots {
		what := "object layout"
		if best.VM == nil && cls.Base.VM != nil {
			what = "deallocator"
		}
		return TypeErrorf("__bases__ assignment: '%s' %s differs from '%s'", best.Name, what, cls.Base.Name)
	}
	mro, err := computeMRO(t, cls, bases)
	if err != nil {
		return err
	}
	for _, b := range cls.Bases {
		b.dropSub(t.VM, cls)
	}
	cls.Base, cls.Bases, cls.MRO = best, bases, mro
	for _, b := range bases {
		b.addSub(t.VM, cls)
	}
	return cls.rebase(t)
}

// rebase recomputes the MROs below a class whose bases changed.
func (t *Type) rebase(th *Thread) error {
	for _, s := range t.subs {
		mro, err := computeMRO(th, s, s.Bases)
		if err != nil {
			return err
		}
		s.MRO = mro
		if err := s.rebase(th); err != nil {
			return err
		}
	}
	t.Modified()
	return nil
}

// addSub notes that cls, a class of vm's, is a direct subclass of t.
func (t *Type) addSub(vm *VM, cls *Type) {
	if t.VM != nil {
		t.subs = append(t.subs, cls)
		return
	}
	if vm.subs == nil {
		vm.subs = map[*Type][]*Type{}
	}
	vm.subs[t] = append(vm.subs[t], cls)
}

func (t *Type) dropSub(vm *VM, cls *Type) {
	list := t.subs
	if t.VM == nil {
		list = vm.subs[t]
	}
	var out []*Type
	for _, s := range list {
		if s != cls {
			out = append(out, s)
		}
	}
	if t.VM == nil {
		vm.subs[t] = out
	} else {
		t.subs = out
	}
}
