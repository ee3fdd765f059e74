package runtime

import (
	"slices"
	"strings"
)

// pending are the builtin types declared so far; the last init of the package
// (zz_init.go) readies them. The variables are written only before main.
var (
	defined     []*Type // all of them
	pending     []*Type
	allReady    bool
	lastVersion uint64
	natives     nativeSlab
)

// Define declares a builtin type. Call it from an init function of the file
// that holds the type.
func Define(t *Type, spec TypeSpec) {
	spec.number = len(defined)
	t.spec = &spec
	defined = append(defined, t)
	if allReady {
		ready(t)
		t.special = t.Dict.special()
		return
	}
	pending = append(pending, t)
}

// BuiltinTypes are the types that this package defines, for the tests that walk them.
func BuiltinTypes() []*Type { return pending }

func ready(t *Type) {
	if t.readied {
		return
	}
	spec := t.spec
	if spec == nil {
		panic("runtime: builtin type without a spec")
	}
	t.readied = true
	base := spec.Base
	if base == nil && t != &objectType {
		base = &objectType
	}
	if t.typ == nil {
		t.typ = &typeType
	}
	t.Name = spec.Name
	t.Module = "builtins"
	if i := strings.LastIndexByte(spec.Name, '.'); i >= 0 {
		// Name is tp_name, dotted, as messages show it; __name__ is Qualname
		t.Module, t.Qualname = spec.Name[:i], spec.Name[i+1:]
	} else {
		t.Qualname = t.Name
	}
	t.Doc = spec.Doc
	t.Flags |= spec.Flags
	t.MRO = []*Type{t}
	t.Slots = spec.Slots
	t.makeFn = spec.Make
	t.attrOff = spec.AttrOff
	if t.attrOff != 0 {
		t.Flags |= FlagDict
	}
	if base != nil {
		ready(base)
		t.Base = base
		t.Bases = []*Type{base}
		t.MRO = append(t.MRO, base.MRO...)
		t.layout, t.size = base.layout, base.size
		if t.attrOff == 0 {
			t.attrOff = base.attrOff
		}
		t.Flags |= base.Flags & inheritedFlags
		inheritSlots(&t.Slots, &base.Slots)
		if spec.NoHash || spec.Slots.Compare != nil && spec.Slots.Hash == nil {
			t.Slots.Hash = hashNotImplemented
		}
	}
	if spec.Size.size != 0 || base == nil {
		t.layout, t.size = t, spec.Size.size
	}
	if t.Slots.DescrGet != nil {
		t.Flags |= FlagDescr
	}
	if t.Slots.DescrSet != nil {
		t.Flags |= FlagDataDescr
	}
	lastVersion++
	t.version = lastVersion
	t.root = newRoot(t, 0)
	t.Dict = NewDictSize(spec.attributes())
	t.Dict.common = true
	fillTypeDict(t, spec, &natives)
}

// attributes is about how many the type's dict will have.
func (spec *TypeSpec) attributes() int {
	n := len(spec.Methods) + len(spec.GetSets) + len(spec.Consts) + 2
	if !spec.Slots.none() {
		n += 8
	}
	return n
}

const inheritedFlags = FlagException | FlagSequence | FlagMapping | FlagDict | FlagMatchSelf | FlagMeta

func hashNotImplemented(t *Thread, v Value) (int64, error) {
	return 0, TypeErrorf("unhashable type: '%s'", v.Type().displayName())
}

// A nativeSlab hands out Natives for the dicts of builtin types, which live for
// ever: several are allocated as one.
type nativeSlab []Native

func (s *nativeSlab) take(typ *Type, def *Method, owner *Type) *Native {
	if len(*s) == 0 {
		*s = make([]Native, 32)
	}
	n := &(*s)[0]
	*s = (*s)[1:]
	n.typ, n.Def, n.Owner = typ, def, owner
	return n
}

func fillTypeDict(t *Type, spec *TypeSpec, natives *nativeSlab) {
	d := t.Dict
	addSlotWrappers(t, spec, natives)
	add := func(m *Method) {
		typ := &methDescType
		switch {
		case m.Kind == ClassMethod:
			typ = &classMethodDescrType
		case m.Kind == StaticMethod || m.Name == "__new__":
			typ = &nativeType
		}
		d.SetStr(StaticStr(m.Name), natives.take(typ, m, t).Value())
	}
	for i := range spec.Methods {
		add(&spec.Methods[i])
	}
	if spec.New.Fn != nil || spec.New.Raw != nil {
		spec.New.Name = "__new__"
		add(&spec.New)
	}
	if spec.Init.Fn != nil || spec.Init.Raw != nil {
		spec.Init.Name = "__init__"
		d.SetStr(StaticStr("__init__"), natives.take(&wrapperDescrType, &spec.Init, t).Value())
	}
	for i := range spec.GetSets {
		g := &getsetDescr{def: &spec.GetSets[i], owner: t}
		g.typ = &getsetDescrType
		d.SetStr(StaticStr(g.def.Name), g.Value())
	}
	if _, ok := d.GetStr(dnDict); !ok && spec.AttrOff != 0 {
		g := &getsetDescr{def: dictGetSet, owner: t}
		g.typ = &getsetDescrType
		d.SetStr(dnDict, g.Value())
	}
	for _, c := range spec.Consts {
		d.SetStr(StaticStr(c.Name), c.Value)
	}
	if spec.NoHash || t.Base != nil && spec.Slots.Compare != nil && spec.Slots.Hash == nil {
		d.SetStr(StaticStr("__hash__"), None)
	}
	if spec.Doc != "" {
		if _, own := d.GetStr(StaticStr("__doc__")); !own {
			d.SetStr(StaticStr("__doc__"), NewStr(spec.Doc))
		}
	} else if _, ok := d.GetStr(StaticStr("__doc__")); !ok {
		d.SetStr(StaticStr("__doc__"), None)
	}
}

// inheritSlots fills dst's missing slots from its base's.
func inheritSlots(dst, base *Slots) {
	if dst.Repr == nil {
		dst.Repr = base.Repr
	}
	if dst.Str == nil {
		dst.Str = base.Str
	}
	if dst.Hash == nil {
		dst.Hash = base.Hash
	}
	if dst.Call == nil {
		dst.Call = base.Call
	}
	if dst.GetAttr == nil {
		dst.GetAttr = base.GetAttr
	}
	if dst.SetAttr == nil {
		dst.SetAttr = base.SetAttr
	}
	if dst.Compare == nil {
		dst.Compare = base.Compare
	}
	if dst.Iter == nil {
		dst.Iter = base.Iter
	}
	if dst.Next == nil {
		dst.Next = base.Next
	}
	if dst.Bool == nil {
		dst.Bool = base.Bool
	}
	if dst.Len == nil {
		dst.Len = base.Len
	}
	if dst.GetItem == nil {
		dst.GetItem = base.GetItem
	}
	if dst.SetItem == nil {
		dst.SetItem = base.SetItem
	}
	if dst.Contains == nil {
		dst.Contains = base.Contains
	}
	if dst.Binary == nil {
		dst.Binary = base.Binary
	}
	if dst.Inplace == nil {
		dst.Inplace = base.Inplace
	}
	if dst.Unary == nil {
		dst.Unary = base.Unary
	}
	if dst.Pow3 == nil {
		dst.Pow3 = base.Pow3
	}
	if dst.Index == nil {
		dst.Index = base.Index
	}
	if dst.Int == nil {
		dst.Int = base.Int
	}
	if dst.Float == nil {
		dst.Float = base.Float
	}
	if dst.DescrGet == nil {
		dst.DescrGet = base.DescrGet
	}
	if dst.DescrSet == nil {
		dst.DescrSet = base.DescrSet
	}
	if dst.Buffer == nil {
		dst.Buffer = base.Buffer
	}
}

// Modified renews the version of a heap type and of all classes below it, and
// its slots: its dict or bases changed.
func (t *Type) Modified() {
	if t.VM == nil {
		return
	}
	t.version = t.VM.NewVersion()
	if t.readied {
		fixSlots(t)
	}
	for _, s := range t.subs {
		s.Modified()
	}
}

// computeMRO merges the MROs of the bases, and the bases, by C3: the next class
// is the first of a sequence that stands behind no other in any of them. behind
// counts in how many it does, so that the merge takes as many steps as classes
// times sequences; it looks at what is pending now and then.
func computeMRO(th *Thread, t *Type, bases []*Type) ([]*Type, error) {
	if len(bases) == 1 {
		return append([]*Type{t}, bases[0].MRO...), nil
	}
	seqs := make([][]*Type, 0, len(bases)+1)
	for _, b := range bases {
		seqs = append(seqs, b.MRO)
	}
	seqs = append(seqs, bases)
	behind := map[*Type]int{}
	for _, s := range seqs {
		for i := 1; i < len(s); i++ {
			behind[s[i]]++
		}
	}
	mro := []*Type{t}
	for steps := 0; ; {
		seqs = slices.DeleteFunc(seqs, func(s []*Type) bool { return len(s) == 0 })
		if len(seqs) == 0 {
			return mro, nil
		}
		first := slices.IndexFunc(seqs, func(s []*Type) bool { return behind[s[0]] == 0 })
		if first < 0 {
			return nil, mroConflict(seqs)
		}
		head := seqs[first][0]
		mro = append(mro, head)
		for i, s := range seqs {
			if s[0] == head {
				if seqs[i] = s[1:]; len(s) > 1 {
					behind[s[1]]--
				}
			}
		}
		if steps += len(seqs); steps >= oftenItems {
			steps = 0
			if err := th.pendingOf(); err != nil {
				return nil, err
			}
		}
	}
}

func mroConflict(seqs [][]*Type) error {
	var names []string
	for _, s := range seqs {
		if !slices.Contains(names, s[0].Name) {
			names = append(names, s[0].Name)
		}
	}
	return TypeErrorf("Cannot create a consistent method resolution\norder (MRO) for bases %s", strings.Join(names, ", "))
}

// Lookup finds name along the MRO, without binding. t may be nil only before
// a VM exists.
func (t *Type) Lookup(th *Thread, name *Str) (Value, bool) {
	v, _ := t.LookupWhere(th, name)
	return v, !v.IsUnset()
}

// LookupWhere is Lookup that also tells the class that has it.
func (t *Type) LookupWhere(th *Thread, name *Str) (Value, *Type) {
	if th == nil || name.meta&strInterned == 0 {
		return t.lookupSlow(name)
	}
	c := &th.VM.cache
	if e := c.at(t.version, name); e != nil && e.version == t.version && e.name == name {
		return e.val, e.owner
	}
	v, owner := t.lookupSlow(name)
	c.put(methodEntry{t.version, name, v, owner})
	return v, owner
}

func (t *Type) lookupSlow(name *Str) (Value, *Type) {
	for _, m := range t.MRO {
		if v, ok := m.Dict.GetStr(name); ok {
			return v, m
		}
	}
	return Value{}, nil
}
