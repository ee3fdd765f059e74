package runtime

import (
	"slices"
	"sort"
	"strings"
)

// Classes as objects: attribute access, calling, and the attributes of type.

// AsType gives the class behind v if v is one.
func AsType(v Value) (*Type, bool) {
	if v.ref == nil || v.Type().layout != &typeType {
		return nil, false
	}
	return As[Type](v), true
}

// Value is the class as an object.
func (t *Type) Value() Value { return t.Object.Value() }

// IsHeap says that the class was made by a class statement.
func (t *Type) IsHeap() bool { return t.VM != nil }

// Root is the shape of new instances.
func (t *Type) Root() *Shape { return t.root }

var (
	dnDict            = StaticStr("__dict__")
	dnClass           = StaticStr("__class__")
	dnGet             = StaticStr("__get__")
	dnSetName         = StaticStr("__set_name__")
	dnInitSubclass    = StaticStr("__init_subclass__")
	dnNew             = StaticStr("__new__")
	dnInit            = StaticStr("__init__")
	dnDoc             = StaticStr("__doc__")
	dnName            = StaticStr("__name__")
	dnPackage         = StaticStr("__package__")
	dnLoader          = StaticStr("__loader__")
	dnSpec            = StaticStr("__spec__")
	dnModule          = StaticStr("__module__")
	dnQualname        = StaticStr("__qualname__")
	dnSlots           = StaticStr("__slots__")
	dnHash            = StaticStr("__hash__")
	dnEq              = StaticStr("__eq__")
	dnClassCell       = StaticStr("__classcell__")
	dnMro             = StaticStr("mro")
	dnGetAttrDunder   = StaticStr("__getattr__")
	dnGetAttribute    = StaticStr("__getattribute__")
	dnAbstractMethods = StaticStr("__abstractmethods__")
	dnAnnotations     = StaticStr("__annotations__")
	dnDel             = StaticStr("__del__")
	dnCall            = StaticStr("__call__")
	dnWeakref         = StaticStr("__weakref__")
	dnMatchArgs       = StaticStr("__match_args__")
)

// noAttr is the AttributeError of v.name.
func noAttr(v Value, name *Str) error {
	var e *Exception
	if cls, ok := AsType(v); ok {
		e = Errorf(AttributeError, "type object '%s' has no attribute '%s'", cls.Name, name.s)
	} else {
		e = Errorf(AttributeError, "'%s' object has no attribute '%s'", v.Type().displayName(), name.s)
	}
	return withNameObj(e, name, v)
}

// withNameObj fills AttributeError's name and obj.
func withNameObj(e *Exception, name *Str, v Value) *Exception {
	if len(e.Extra) >= 2 {
		e.Extra[0], e.Extra[1] = name.Value(), v
	}
	return e
}

// GenericGetAttr is object.__getattribute__: data descriptors of the class,
// the object's own attributes, then everything else of the class.
func GenericGetAttr(t *Thread, v Value, name *Str) (Value, error) {
	r, ok, err := findAttr(t, v, name)
	if err == nil && !ok {
		err = noAttr(v, name)
	}
	return r, err
}

// findAttr is GenericGetAttr with ok false where there is no such attribute.
func findAttr(t *Thread, v Value, name *Str) (val Value, ok bool, err error) {
	typ := v.Type()
	m, _ := typ.LookupWhere(t, name)
	if !m.IsUnset() {
		mt := m.Type()
		if mt.Flags&(FlagDataDescr|FlagDescr) == FlagDataDescr|FlagDescr {
			val, err = mt.Slots.DescrGet(t, m, v, typ.Value())
			return val, err == nil, err
		}
		if own, ok := instanceAttr(v, name); ok {
			return own, true, nil
		}
		if mt.Slots.DescrGet != nil {
			val, err = mt.Slots.DescrGet(t, m, v, typ.Value())
			return val, err == nil, err
		}
		return m, true, nil
	}
	val, ok = instanceAttr(v, name)
	return val, ok, nil
}

// GenericSetAttr is object.__setattr__ and __delattr__.
func GenericSetAttr(t *Thread, v Value, name *Str, val Value) error {
	typ := v.Type()
	m, _ := typ.LookupWhere(t, name)
	if !m.IsUnset() {
		if mt := m.Type(); mt.Slots.DescrSet != nil {
			return mt.Slots.DescrSet(t, m, v, val)
		}
	}
	if val.IsUnset() {
		if delInstanceAttr(v, name) {
			return nil
		}
	} else if setInstanceAttr(t.VM, v, name, val) {
		return nil
	}
	if !m.IsUnset() && (val.IsUnset() == false || !typ.Has(FlagDict)) {
		return withNameObj(Errorf(AttributeError, "'%s' object attribute '%s' is read-only", typ.Name, name.s), name, v)
	}
	return noAttr(v, name)
}

func typeGetAttr(t *Thread, v Value, name *Str) (Value, error) {
	cls, meta := As[Type](v), v.Type()
	mm, _ := meta.LookupWhere(t, name)
	if !mm.IsUnset() && mm.Type().Flags&(FlagDataDescr|FlagDescr) == FlagDataDescr|FlagDescr {
		return mm.Type().Slots.DescrGet(t, mm, v, meta.Value())
	}
	if m, _ := cls.LookupWhere(t, name); !m.IsUnset() {
		if get := m.Type().Slots.DescrGet; get != nil {
			return get(t, m, Value{}, v)
		}
		return m, nil
	}
	if !mm.IsUnset() {
		if get := mm.Type().Slots.DescrGet; get != nil {
			return get(t, mm, v, meta.Value())
		}
		return mm, nil
	}
	return Value{}, noAttr(v, name)
}

func typeSetAttr(t *Thread, v Value, name *Str, val Value) error {
	cls, meta := As[Type](v), v.Type()
	if cls.VM == nil {
		return TypeErrorf("cannot set '%s' attribute of immutable type '%s'", name.s, cls.displayName())
	}
	if mm, _ := meta.LookupWhere(t, name); !mm.IsUnset() {
		if set := mm.Type().Slots.DescrSet; set != nil {
			return set(t, mm, v, val)
		}
	}
	name = t.VM.InternStr(name)
	if !val.IsUnset() && cls.replaceData(name, val) {
		return nil
	}
	if val.IsUnset() {
		if !cls.Dict.DelStr(name) {
			return noAttr(v, name)
		}
	} else {
		cls.Dict.SetStr(name, val)
	}
	return nil
}

// PyName is __name__.
func (t *Type) PyName() string {
	if t.VM == nil {
		return t.Qualname
	}
	return t.Name
}

// displayName is how messages name a builtin class: with its module unless it is builtins.
func (t *Type) displayName() string {
	return t.Name
}

// typeCall is calling a class: __new__, then __init__ if it made an instance.
func typeCall(t *Thread, v Value, args []Value, names []*Str) (Value, error) {
	cls := As[Type](v)
	if cls == &typeType && len(args) == 1 && len(names) == 0 {
		return args[0].Type().Value(), nil
	}
	if cls.makeFn != nil && len(names) == 0 {
		if r, err := cls.makeFn(t, args); err != nil || !r.IsUnset() {
			return r, err
		}
	}
	newf, _ := cls.LookupWhere(t, dnNew)
	if newf.IsUnset() || cls.Has(FlagDisallowNew) && cls.VM == nil {
		return Value{}, TypeErrorf("cannot create '%s' instances", cls.displayName())
	}
	full, top := t.pushArgs(v, args)
	defer t.popArgs(full, top)
	var obj Value
	var err error
	if n, ok := Cast[Native](newf, &nativeType); ok {
		obj, err = callUnbound(t, n, full, names)
	} else {
		if get := newf.Type().Slots.DescrGet; get != nil {
			if newf, err = get(t, newf, Value{}, v); err != nil {
				return Value{}, err
			}
		}
		obj, err = CallArgs(t, newf, full, names)
	}
	if err != nil {
		return Value{}, err
	}
	ot := obj.Type()
	if ot.VM != nil && ot.layout != &objectType {
		if del, _ := ot.LookupWhere(t, dnDel); !del.IsUnset() {
			t.VM.watchBuiltin(obj)
		}
	}
	if ot != cls && !ot.IsSubtype(cls) {
		return obj, nil
	} else if ot.VM == nil {
		if _, owner := ot.LookupWhere(t, dnInit); owner == &objectType {
			return obj, nil // __new__ has seen the arguments
		}
	}
	return obj, callInit(t, obj, args, names)
}

// callInit runs obj.__init__ after __new__.
func callInit(t *Thread, obj Value, args []Value, names []*Str) error {
	typ := obj.Type()
	init, owner := typ.LookupWhere(t, dnInit)
	if owner == &objectType || init.IsUnset() {
		return objectInitCheck(t, typ, len(args)+0)
	}
	full, top := t.pushArgs(obj, args)
	defer t.popArgs(full, top)
	var r Value
	var err error
	if it := init.Type(); it == &functionType || it == &wrapperDescrType {
		r, err = CallArgs(t, init, full, names)
	} else if get := it.Slots.DescrGet; get != nil {
		if init, err = get(t, init, obj, typ.Value()); err != nil {
			return err
		}
		r, err = CallArgs(t, init, args, names)
	} else {
		r, err = CallArgs(t, init, args, names)
	}
	if err != nil {
		return err
	}
	if !r.IsNone() {
		return TypeErrorf("__init__() should return None, not '%s'", r.Type().Name)
	}
	return nil
}

// objectInitCheck is what object.__init__ says to n extra arguments.
func objectInitCheck(t *Thread, typ *Type, n int) error {
	if n == 0 {
		return nil
	}
	if _, owner := typ.LookupWhere(t, dnInit); owner != &objectType && owner != nil {
		return TypeErrorf("object.__init__() takes exactly one argument (the instance to initialize)")
	}
	if _, owner := typ.LookupWhere(t, dnNew); owner == &objectType {
		return TypeErrorf("%s.__init__() takes exactly one argument (the instance to initialize)", typ.Name)
	}
	return nil
}

func objectNew(t *Thread, args []Value, names []*Str) (Value, error) {
	if len(args) == 0 {
		return Value{}, TypeErrorf("object.__new__(): not enough arguments")
	}
	cls, ok := AsType(args[0])
	if !ok {
		return Value{}, TypeErrorf("object.__new__(X): X is not a type object (%s)", args[0].Type().Name)
	}
	if len(args) > 1 {
		if _, owner := cls.LookupWhere(t, dnNew); owner != &objectType {
			return Value{}, TypeErrorf("object.__new__() takes exactly one argument (the type to instantiate)")
		}
		if _, owner := cls.LookupWhere(t, dnInit); owner == &objectType {
			return Value{}, TypeErrorf("%s() takes no arguments", cls.Name)
		}
	}
	return NewObject(t, cls)
}

// NewObject is object.__new__(cls).
func NewObject(t *Thread, cls *Type) (Value, error) {
	if cls.Has(FlagAbstract) {
		return Value{}, abstractError(t, cls)
	}
	if cls.layout != &objectType {
		return Value{}, TypeErrorf("object.__new__(%s) is not safe, use %s.__new__()", cls.Name, cls.layout.Name)
	}
	if cls == &objectType {
		o := new(Instance)
		o.typ = cls
		o.shape = cls.root
		return o.Object.Value(), nil
	}
	o := NewInstance(cls)
	if cls.Has(FlagUserDel) {
		t.VM.watchDel(o)
	}
	return o.Object.Value(), nil
}

func abstractError(t *Thread, cls *Type) error {
	v, ok := cls.Dict.GetStr(dnAbstractMethods)
	if !ok {
		return TypeErrorf("Can't instantiate abstract class %s", cls.Name)
	}
	items, err := ToSlice(t, v)
	if err != nil {
		return err
	}
	var ns []string
	for _, x := range items {
		if s, ok := AsStr(x); ok {
			ns = append(ns, s.s)
		}
	}
	sort.Strings(ns)
	return TypeErrorf("Can't instantiate abstract class %s with abstract method%s %s", cls.Name, plural(len(ns)), strings.Join(ns, ", "))
}

// ModuleName is cls.__module__ as text, or "".
func (t *Type) ModuleName() string {
	if t.VM == nil {
		return t.Module
	}
	if m, ok := t.Dict.GetStr(dnModule); ok {
		if s, ok := AsStr(m); ok {
			return s.s
		}
	}
	return ""
}

func typeRepr(t *Thread, v Value) (Value, error) {
	cls := As[Type](v)
	mod := cls.ModuleName()
	if mod == "builtins" || mod == "" {
		return NewStr("<class '" + cls.Qualname + "'>"), nil
	}
	return NewStr("<class '" + mod + "." + cls.Qualname + "'>"), nil
}

// heapOnly guards the setters of type's attributes.
func heapOnly(v Value, attr string, val Value) (*Type, error) {
	cls := As[Type](v)
	if cls.VM == nil {
		return nil, TypeErrorf("cannot set '%s' attribute of immutable type '%s'", attr, cls.displayName())
	}
	if val.IsUnset() && attr != "__abstractmethods__" && attr != "__annotations__" && attr != "__doc__" {
		return nil, TypeErrorf("cannot delete '%s' attribute of immutable type '%s'", attr, cls.Name)
	}
	return cls, nil
}

func typeSetName(t *Thread, v, val Value) error {
	cls, err := heapOnly(v, "__name__", val)
	if err != nil {
		return err
	}
	s, ok := AsStr(val)
	if !ok {
		return TypeErrorf("can only assign string to %s.__name__, not '%s'", cls.Name, val.Type().Name)
	}
	if strings.Contains(s.s, "\x00") {
		return ValueErrorf("type name must not contain null characters")
	}
	cls.Name = s.s
	return nil
}

func typeSetQualname(t *Thread, v, val Value) error {
	cls, err := heapOnly(v, "__qualname__", val)
	if err != nil {
		return err
	}
	s, ok := AsStr(val)
	if !ok {
		return TypeErrorf("can only assign string to %s.__qualname__, not '%s'", cls.Name, val.Type().Name)
	}
	cls.Qualname = s.s
	return nil
}

func typeGetModule(t *Thread, v Value) (Value, error) {
	cls := As[Type](v)
	if cls.VM == nil {
		return NewStr(cls.Module), nil
	}
	if m, ok := cls.Dict.GetStr(dnModule); ok {
		return m, nil
	}
	return Value{}, withNameObj(Errorf(AttributeError, "__module__"), dnModule, v)
}

func typeGetDoc(t *Thread, v Value) (Value, error) {
	cls := As[Type](v)
	d, ok := cls.Dict.GetStr(dnDoc)
	if !ok {
		return None, nil
	}
	if cls.VM == nil && cls.Doc != "" {
		return NewStr(cls.Doc), nil
	}
	if get := d.Type().Slots.DescrGet; get != nil {
		return get(t, d, Value{}, v)
	}
	return d, nil
}

func typeGetAnnotations(t *Thread, v Value) (Value, error) {
	cls := As[Type](v)
	if cls.VM == nil {
		return Value{}, withNameObj(Errorf(AttributeError, "type object '%s' has no attribute '__annotations__'", cls.Name), dnAnnotations, v)
	}
	if a, ok := cls.Dict.GetStr(dnAnnotations); ok {
		if get := a.Type().Slots.DescrGet; get != nil {
			return get(t, a, Value{}, v)
		}
		return a, nil
	}
	d := NewDict().Value()
	cls.Dict.SetStr(dnAnnotations, d)
	return d, nil
}

func setDictItem(attr *Str) func(t *Thread, v, val Value) error {
	return func(t *Thread, v, val Value) error {
		cls, err := heapOnly(v, attr.s, val)
		if err != nil {
			return err
		}
		if val.IsUnset() {
			if !cls.Dict.DelStr(attr) {
				return withNameObj(Errorf(AttributeError, "%s", attr.s), attr, v)
			}
			return nil
		}
		cls.Dict.SetStr(attr, val)
		return nil
	}
}

func typeSetAbstract(t *Thread, v, val Value) error {
	cls, err := heapOnly(v, "__abstractmethods__", val)
	if err != nil {
		return err
	}
	if val.IsUnset() {
		if !cls.Dict.DelStr(dnAbstractMethods) {
			return withNameObj(Errorf(AttributeError, "__abstractmethods__"), dnAbstractMethods, v)
		}
		cls.Flags &^= FlagAbstract
		return nil
	}
	yes, err := IsTrue(t, val)
	if err != nil {
		return err
	}
	cls.Dict.SetStr(dnAbstractMethods, val)
	cls.Flags &^= FlagAbstract
	if yes {
		cls.Flags |= FlagAbstract
	}
	return nil
}

func typesTuple(ts []*Type) Value {
	out := MakeTuple(len(ts))
	for i, b := range ts {
		out.items[i] = b.Value()
	}
	return out.Value()
}

// Subclasses are the live direct subclasses that the VM knows.
func (t *Type) Subclasses(vm *VM) []*Type {
	if t.VM != nil {
		return t.subs
	}
	var out []*Type
	for _, b := range pending {
		if slices.Contains(b.Bases, t) {
			out = append(out, b)
		}
	}
	return append(out, vm.subs[t]...)
}

func typeDir(t *Thread, args []Value) (Value, error) {
	cls := As[Type](args[0])
	names := NewDict()
	for _, m := range cls.MRO {
		for _, k := range m.Dict.Keys() {
			if err := names.Set(t, k, None); err != nil {
				return Value{}, err
			}
		}
	}
	return NewList(names.Keys()).Value(), nil
}

func typeNewFn(t *Thread, args []Value, names []*Str) (Value, error) {
	meta, ok := AsType(args[0])
	if !ok || !meta.IsSubtype(&typeType) {
		return Value{}, TypeErrorf("type.__new__(X): X is not a type object (%s)", args[0].Type().Name)
	}
	pos := args[1 : len(args)-len(names)]
	if len(pos) != 3 {
		if len(names) > 0 && meta == &typeType {
			return Value{}, TypeErrorf("type() takes no keyword arguments")
		}
		if meta == &typeType && len(pos) != 1 {
			return Value{}, TypeErrorf("type() takes 1 or 3 arguments")
		}
		return Value{}, TypeErrorf("type.__new__() takes exactly 3 arguments (%d given)", len(pos))
	}
	name, ok := AsStr(pos[0])
	if !ok {
		return Value{}, TypeErrorf("type.__new__() argument 1 must be str, not %s", pos[0].Type().Name)
	}
	bases, ok := AsTuple(pos[1])
	if !ok {
		return Value{}, TypeErrorf("type.__new__() argument 2 must be tuple, not %s", pos[1].Type().Name)
	}
	ns, ok := AsDict(pos[2])
	if !ok {
		return Value{}, TypeErrorf("type.__new__() argument 3 must be dict, not %s", pos[2].Type().Name)
	}
	return newClass(t, meta, name.s, bases.items, ns, args[len(args)-len(names):], names)
}

func typeInitFn(t *Thread, args []Value, names []*Str) (Value, error) {
	n := len(args) - 1 - len(names)
	if n != 1 && n != 3 || n == 1 && len(names) > 0 {
		return Value{}, TypeErrorf("type.__init__() takes 1 or 3 arguments")
	}
	return None, nil
}

func init() {
	Define(&typeType, TypeSpec{Name: "type", Size: SizeOf[Type](), AttrOff: 0, Flags: FlagBase | FlagMeta,
		Doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
		New: Method{Raw: typeNewFn}, Init: Method{Raw: typeInitFn},
		Slots:  Slots{Repr: typeRepr, Call: typeCall, GetAttr: typeGetAttr, SetAttr: typeSetAttr, Binary: typeUnion},
		BinOps: []BinOp{OpOr},
		Methods: []Method{
			{Name: "mro", Fn: func(t *Thread, a []Value) (Value, error) {
				mro, err := computeMRO(t, As[Type](a[0]), As[Type](a[0]).Bases)
				if err != nil {
					return Value{}, err
				}
				return NewList(typesTupleItems(mro)).Value(), nil
			}, Doc: "Return a type's method resolution order."},
			{Name: "__subclasses__", Fn: func(t *Thread, a []Value) (Value, error) {
				return NewList(typesTupleItems(As[Type](a[0]).Subclasses(t.VM))).Value(), nil
			}, Doc: "Return a list of immediate subclasses."},
			{Name: "__prepare__", Raw: func(t *Thread, a []Value, n []*Str) (Value, error) { return NewDict().Value(), nil }, Kind: ClassMethod},
			{Name: "__instancecheck__", Sig: "instance, /", Fn: func(t *Thread, a []Value) (Value, error) {
				return boolResult(recursiveIsInstance(t, a[1], a[0]))
			}},
			{Name: "__subclasscheck__", Sig: "subclass, /", Fn: func(t *Thread, a []Value) (Value, error) {
				return boolResult(recursiveIsSubclass(t, a[1], a[0]))
			}},
			{Name: "__dir__", Fn: typeDir},
			{Name: "__sizeof__", Fn: func(t *Thread, a []Value) (Value, error) { return Int(1064), nil }},
		},
		GetSets: []GetSet{
			{Name: "__name__", Get: func(t *Thread, v Value) (Value, error) { return NewStr(As[Type](v).PyName()), nil }, Set: typeSetName},
			{Name: "__qualname__", Get: func(t *Thread, v Value) (Value, error) { return NewStr(As[Type](v).Qualname), nil }, Set: typeSetQualname},
			{Name: "__module__", Get: typeGetModule, Set: setDictItem(dnModule)},
			{Name: "__doc__", Get: typeGetDoc, Set: setDictItem(dnDoc)},
			{Name: "__bases__", Get: func(t *Thread, v Value) (Value, error) { return typesTuple(As[Type](v).Bases), nil }, Set: typeSetBases},
			{Name: "__base__", Get: func(t *Thread, v Value) (Value, error) {
				if b := As[Type](v).Base; b != nil {
					return b.Value(), nil
				}
				return None, nil
			}},
			{Name: "__mro__", Get: func(t *Thread, v Value) (Value, error) { return typesTuple(As[Type](v).MRO), nil }},
			{Name: "__dict__", Get: func(t *Thread, v Value) (Value, error) {
				return NewMappingProxy(As[Type](v).Dict.Value()), nil
			}},
			{Name: "__annotations__", Get: typeGetAnnotations, Set: setDictItem(dnAnnotations)},
			{Name: "__abstractmethods__", Get: func(t *Thread, v Value) (Value, error) {
				if a, ok := As[Type](v).Dict.GetStr(dnAbstractMethods); ok && v != typeType.Value() {
					return a, nil
				}
				return Value{}, withNameObj(Errorf(AttributeError, "__abstractmethods__"), dnAbstractMethods, v)
			}, Set: typeSetAbstract},
			{Name: "__flags__", Get: func(t *Thread, v Value) (Value, error) { return Int(int64(As[Type](v).pyFlags())), nil }},
			{Name: "__basicsize__", Get: func(t *Thread, v Value) (Value, error) { return Int(int64(As[Type](v).size)), nil }},
			{Name: "__itemsize__", Get: func(t *Thread, v Value) (Value, error) { return Int(0), nil }},
			{Name: "__dictoffset__", Get: func(t *Thread, v Value) (Value, error) { return Int(int64(As[Type](v).attrOff)), nil }},
			{Name: "__weakrefoffset__", Get: func(t *Thread, v Value) (Value, error) { return Int(0), nil }},
			{Name: "__text_signature__", Get: func(t *Thread, v Value) (Value, error) { return None, nil }},
		},
	})
}

// pyFlags are CPython's bits that programs look at.
func (t *Type) pyFlags() int {
	f := 1 << 12
	if t.VM != nil {
		f |= 1 << 9
	} else {
		f |= 1 << 8
	}
	if t.Has(FlagBase) {
		f |= 1 << 10
	}
	if t.Has(FlagAbstract) {
		f |= 1 << 20
	}
	return f
}

func typesTupleItems(ts []*Type) []Value {
	out := make([]Value, len(ts))
	for i, b := range ts {
		out[i] = b.Value()
	}
	return out
}

// replaceData stores a class attribute where neither the old value nor the new
// is a descriptor, which no inline cache depends on: counters kept in a class
// do not renew its version. Only the look-up cache has to forget the old value.
func (t *Type) replaceData(name *Str, val Value) bool {
	i := t.Dict.findStr(name)
	if i < 0 || isDunder(name.s) {
		return false
	}
	e := &t.Dict.entries[i]
	if (e.val.Type().Flags|val.Type().Flags)&(FlagDescr|FlagDataDescr) != 0 {
		return false
	}
	e.val = val
	t.forget(name)
	return true
}

// forget drops name from the look-up cache for t and the classes below it.
func (t *Type) forget(name *Str) {
	if e := t.VM.cache.at(t.version, name); e != nil && e.version == t.version && e.name == name {
		*e = methodEntry{}
	}
	for _, s := range t.subs {
		s.forget(name)
	}
}

func isDunder(s string) bool { return len(s) > 4 && s[:2] == "__" && s[len(s)-2:] == "__" }
