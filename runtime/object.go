package runtime

import (
	"fmt"
	"sort"
)

// object: the base of all classes.

var objectTypeDoc = "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n"

func objectRepr(t *Thread, v Value) (Value, error) {
	typ := v.Type()
	name := typ.Qualname
	if mod := typ.ModuleName(); mod != "builtins" && mod != "" {
		name = mod + "." + name
	}
	return NewStr(fmt.Sprintf("<%s object at 0x%x>", name, v.ID())), nil
}

func objectStr(t *Thread, v Value) (Value, error) { return v.Type().Slots.Repr(t, v) }

// HashPointer is the hash of an object by identity.
func HashPointer(v Value) int64 {
	id := v.ID()
	return int64(id>>4 | id<<60)
}

func objectHash(t *Thread, v Value) (int64, error) { return HashPointer(v), nil }

func objectCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	switch op {
	case CmpEQ:
		if Is(a, b) {
			return True, nil
		}
	case CmpNE:
		if cmp := a.Type().Slots.Compare; cmp != nil && !Is(a, b) {
			if a.Type().Has(FlagUserCompare) {
				r, err := userCompare(t, CmpEQ, a, b)
				if err != nil || r.IsNotImplemented() {
					return r, err
				}
				yes, err := IsTrue(t, r)
				return Bool(!yes), err
			}
		}
		if Is(a, b) {
			if a.Type().Has(FlagUserCompare) {
				r, err := userCompare(t, CmpEQ, a, b)
				if err != nil || r.IsNotImplemented() {
					return r, err
				}
				yes, err := IsTrue(t, r)
				return Bool(!yes), err
			}
			return False, nil
		}
	}
	return NotImplemented, nil
}

var dictGetSet = &GetSet{Name: "__dict__", Doc: "dictionary for instance variables", Get: getDict, Set: setDict}

func getDict(t *Thread, v Value) (Value, error) {
	if m, ok := Cast[Module](v, ModuleType); ok {
		return m.Namespace(t).Value(), nil
	}
	if c, ok := AsType(v); ok { // a metaclass that inherits from a plain class too
		return NewMappingProxy(c.Dict.Value()), nil
	}
	if d := InstanceDict(v); d != nil {
		return d.Value(), nil
	}
	return Value{}, noAttr(v, dnDict)
}

func setDict(t *Thread, v, val Value) error {
	if _, ok := AsType(v); ok {
		return AttributeErrorf("attribute '__dict__' of 'type' objects is not writable")
	}
	a := attrsOf(v)
	if a == nil || !v.Type().Has(FlagDict) {
		return noAttr(v, dnDict)
	}
	if val.IsUnset() {
		if v.Type().layout != &objectType {
			return TypeErrorf("cannot delete __dict__")
		}
		setInstanceDictFresh(v, a, NewDict())
		return nil
	}
	d, ok := AsDict(val)
	if !ok {
		return TypeErrorf("__dict__ must be set to a dictionary, not a '%s'", val.Type().Name)
	}
	setInstanceDictFresh(v, a, d)
	return nil
}

// setInstanceDictFresh drops v's attributes and makes d their home.
func setInstanceDictFresh(v Value, a *Attrs, d *Dict) {
	InstanceDict(v)
	a.ext.dict = d
}

func objectGetClass(t *Thread, v Value) (Value, error) { return v.Type().Value(), nil }

func objectSetClass(t *Thread, v, val Value) error {
	if val.IsUnset() {
		return TypeErrorf("can't delete __class__ attribute")
	}
	nt, ok := AsType(val)
	if !ok {
		return TypeErrorf("__class__ must be set to a class, not '%s' object", val.Type().Name)
	}
	ot := v.Type()
	isMod := nt.IsSubtype(&moduleType) && ot.IsSubtype(&moduleType)
	if !isMod && (nt.VM == nil || ot.VM == nil) {
		return TypeErrorf("__class__ assignment only supported for mutable types or ModuleType subclasses")
	}
	if nt.layout != ot.layout || nt.nslots != ot.nslots || nt.attrOff != ot.attrOff || nt.Has(FlagDict) != ot.Has(FlagDict) || !sameSlots(nt, ot) {
		return TypeErrorf("__class__ assignment: '%s' object layout differs from '%s'", nt.Name, ot.Name)
	}
	a := attrsOf(v)
	if a != nil && a.shape != nil {
		if a.shape.isDict {
			a.shape = &Shape{typ: nt, n: a.shape.n, inline: a.shape.inline, isDict: true}
		} else {
			s := nt.root
			if s.inline != a.shape.inline {
				s = newRoot(nt, a.shape.inline)
			}
			s = t.VM.rootShape(s)
			for _, k := range a.shape.keys() {
				s = s.with(k)
			}
			a.shape = s
		}
	}
	v.obj().typ = nt
	return nil
}

func sameSlots(a, b *Type) bool {
	sa, sb := solid(a), solid(b)
	if sa == sb {
		return true
	}
	if len(sa.slotsSet) != len(sb.slotsSet) {
		return false
	}
	for i := range sa.slotsSet {
		if sa.slotsSet[i] != sb.slotsSet[i] {
			return false
		}
	}
	return sa.Base != nil && sb.Base != nil && solid(sa.Base) == solid(sb.Base)
}

// objectDir is object.__dir__: own attributes and the class's.
func objectDir(t *Thread, a []Value) (Value, error) {
	names := NewDict()
	if m, ok := Cast[Module](a[0], ModuleType); ok {
		d := m.Namespace(t)
		if f, ok := d.Lookup("__dir__"); ok {
			return Call(t, f)
		}
		for _, k := range d.Keys() {
			if err := names.Set(t, k, None); err != nil {
				return Value{}, err
			}
		}
		return NewList(names.Keys()).Value(), nil
	}
	if d, ok, err := LookupAttr(t, a[0], dnDict); err != nil {
		return Value{}, err
	} else if ok {
		if dd, isDict := AsDict(d); isDict {
			for _, k := range dd.Keys() {
				if err := names.Set(t, k, None); err != nil {
					return Value{}, err
				}
			}
		}
	}
	if c, ok, err := LookupAttr(t, a[0], dnClass); err != nil {
		return Value{}, err
	} else if cls, isType := AsType(c); ok && isType {
		for _, m := range cls.MRO {
			for _, k := range m.Dict.Keys() {
				names.Set(t, k, None)
			}
		}
	}
	return NewList(names.Keys()).Value(), nil
}

// Dir is dir(v): the sorted names.
func Dir(t *Thread, v Value) (Value, error) {
	r, ok, err := CallSpecial(t, v, StaticStrFind("__dir__"))
	if err != nil {
		return Value{}, err
	}
	if !ok {
		return Value{}, TypeErrorf("object does not provide __dir__")
	}
	items, err := ToSlice(t, r)
	if err != nil {
		return Value{}, err
	}
	allStr := true
	for _, x := range items {
		if _, ok := AsStr(x); !ok {
			allStr = false
		}
	}
	if allStr {
		sort.Slice(items, func(i, j int) bool { return As[Str](items[i]).s < As[Str](items[j]).s })
		return NewList(items).Value(), nil
	}
	l := NewList(items)
	_, err = CallMethod(t, l.Value(), "sort")
	return l.Value(), err
}

func objectFormat(t *Thread, a []Value) (Value, error) {
	s, ok := AsStr(a[1])
	if !ok {
		return Value{}, TypeErrorf("__format__() argument must be str, not %s", a[1].Type().Name)
	}
	if s.s != "" {
		return Value{}, TypeErrorf("unsupported format string passed to %s.__format__", a[0].Type().Name)
	}
	return ToStr(t, a[0])
}

func init() {
	Define(&objectType, TypeSpec{Name: "object", Size: SizeOf[Object](), Flags: FlagBase, Doc: objectTypeDoc,
		Slots: Slots{Repr: objectRepr, Str: objectStr, Hash: objectHash, Compare: objectCompare, GetAttr: GenericGetAttr, SetAttr: GenericSetAttr},
		New:   Method{Raw: objectNew},
		Init: Method{Raw: func(t *Thread, a []Value, names []*Str) (Value, error) {
			if len(a) == 0 {
				return Value{}, TypeErrorf("descriptor '__init__' of 'object' object needs an argument")
			}
			return noneResult(objectInitCheck(t, a[0].Type(), len(a)-1))
		}},
		Methods: []Method{
			{Name: "__dir__", Fn: objectDir, Doc: "Default dir() implementation."},
			{Name: "__format__", Sig: "format_spec, /", Fn: objectFormat},
			{Name: "__reduce__", Fn: func(t *Thread, a []Value) (Value, error) { return objectReduceProto(t, a[0], Int(0)) }},
			{Name: "__reduce_ex__", Sig: "protocol, /", Fn: objectReduceEx},
			{Name: "__getstate__", Fn: objectGetState},
			{Name: "__sizeof__", Fn: func(t *Thread, a []Value) (Value, error) { return Int(int64(a[0].Type().size)), nil }},
			{Name: "__init_subclass__", Kind: ClassMethod, Fn: func(t *Thread, a []Value) (Value, error) { return None, nil },
				Doc: "This method is called when a class is subclassed."},
			{Name: "__subclasshook__", Kind: ClassMethod, Raw: func(t *Thread, a []Value, n []*Str) (Value, error) { return NotImplemented, nil }},
		},
		GetSets: []GetSet{{Name: "__class__", Get: objectGetClass, Set: objectSetClass}},
	})
}
