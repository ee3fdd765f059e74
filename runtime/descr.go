package runtime

import "fmt"

// Descriptors: property, classmethod, staticmethod, super, and the getset and
// member descriptors of classes.

// A Property is a property object.
type Property struct {
	Object
	Get, Set, Del, Doc Value
	docSet             bool
	name               Value
}

// A wrapped function: classmethod or staticmethod.
type methodWrapper struct {
	Object
	attrs Attrs
	fn    Value
}

// A Super is a super object.
type Super struct {
	Object
	Cls     *Type
	Obj     Value // unset: unbound
	ObjType *Type
}

var (
	propertyType, classmethodType, staticmethodType, superType Type
	PropertyType                                               = &propertyType
	ClassMethodType                                            = &classmethodType
	StaticMethodType                                           = &staticmethodType
	SuperType                                                  = &superType
)

func prop(v Value) *Property { return As[Property](v) }

func propertyGet(t *Thread, d, obj, owner Value) (Value, error) {
	p := prop(d)
	if obj.IsUnset() {
		return d, nil
	}
	if p.Get.IsUnset() || p.Get.IsNone() {
		return Value{}, p.noAccessor(t, obj, "getter")
	}
	return Call(t, p.Get, obj)
}

func (p *Property) noAccessor(t *Thread, obj Value, what string) error {
	if s, ok := AsStr(p.name); ok {
		q, _ := ReprStr(t, p.name)
		_ = s
		return AttributeErrorf("property %s of '%s' object has no %s", q, obj.Type().Qualname, what)
	}
	return AttributeErrorf("property of '%s' object has no %s", obj.Type().Qualname, what)
}

func propertySet(t *Thread, d, obj, val Value) error {
	p := prop(d)
	f, what := p.Set, "setter"
	if val.IsUnset() {
		f, what = p.Del, "deleter"
	}
	if f.IsUnset() || f.IsNone() {
		return p.noAccessor(t, obj, what)
	}
	var err error
	if val.IsUnset() {
		_, err = Call(t, f, obj)
	} else {
		_, err = Call(t, f, obj, val)
	}
	return err
}

func propertyInit(t *Thread, a []Value) (Value, error) {
	p := prop(a[0])
	p.Get, p.Set, p.Del, p.Doc = a[1], a[2], a[3], a[4]
	p.docSet = false
	if p.Doc.IsNone() && !p.Get.IsNone() {
		doc, ok, err := LookupAttr(t, p.Get, dnDoc)
		if err != nil {
			return Value{}, err
		}
		if ok {
			p.Doc = doc
			p.docSet = true
			if p.typ != &propertyType {
				if err := SetAttr(t, a[0], dnDoc, doc); err != nil {
					return Value{}, err
				}
			}
		}
	}
	return None, nil
}

func propertyCopy(t *Thread, v Value, get, set, del Value) (Value, error) {
	p := prop(v)
	pick := func(n, old Value) Value {
		if !n.IsUnset() && !n.IsNone() {
			return n
		}
		if old.IsUnset() {
			return None
		}
		return old
	}
	doc := p.Doc
	if p.docSet {
		doc = None
	}
	if doc.IsUnset() {
		doc = None
	}
	n, err := Call(t, v.Type().Value(), pick(get, p.Get), pick(set, p.Set), pick(del, p.Del), doc)
	if err != nil {
		return Value{}, err
	}
	if np, ok := Cast[Property](n, PropertyType); ok {
		np.name = p.name
	}
	return n, nil
}

func orNone(v Value) Value {
	if v.IsUnset() {
		return None
	}
	return v
}

func initProperty() {
	Define(&propertyType, TypeSpec{Name: "property", Size: SizeOf[Property](), Flags: FlagBase,
		Doc: "Property attribute.",
		New: Method{Raw: func(t *Thread, a []Value, names []*Str) (Value, error) {
			return Alloc[Property](As[Type](a[0])).Value(), nil
		}},
		Init:  Method{Sig: "fget=None, fset=None, fdel=None, doc=None", Fn: propertyInit},
		Slots: Slots{DescrGet: propertyGet, DescrSet: propertySet},
		Methods: []Method{
			{Name: "getter", Sig: "fget, /", Fn: func(t *Thread, a []Value) (Value, error) { return propertyCopy(t, a[0], a[1], Value{}, Value{}) }},
			{Name: "setter", Sig: "fset, /", Fn: func(t *Thread, a []Value) (Value, error) { return propertyCopy(t, a[0], Value{}, a[1], Value{}) }},
			{Name: "deleter", Sig: "fdel, /", Fn: func(t *Thread, a []Value) (Value, error) { return propertyCopy(t, a[0], Value{}, Value{}, a[1]) }},
			{Name: "__set_name__", Raw: func(t *Thread, a []Value, names []*Str) (Value, error) {
				if len(a) != 3 || len(names) > 0 {
					return Value{}, TypeErrorf("__set_name__() takes 2 positional arguments but %d were given", len(a)-1)
				}
				prop(a[0]).name = a[2]
				return None, nil
			}},
		},
		GetSets: []GetSet{
			{Name: "fget", Set: ReadOnlyMember, Get: func(t *Thread, v Value) (Value, error) { return orNone(prop(v).Get), nil }},
			{Name: "fset", Set: ReadOnlyMember, Get: func(t *Thread, v Value) (Value, error) { return orNone(prop(v).Set), nil }},
			{Name: "fdel", Set: ReadOnlyMember, Get: func(t *Thread, v Value) (Value, error) { return orNone(prop(v).Del), nil }},
			{Name: "__doc__", Get: func(t *Thread, v Value) (Value, error) { return orNone(prop(v).Doc), nil },
				Set: func(t *Thread, v, val Value) error { prop(v).Doc = orNone(val); return nil }},
			{Name: "__isabstractmethod__", Get: func(t *Thread, v Value) (Value, error) {
				p := prop(v)
				for _, f := range []Value{p.Get, p.Set, p.Del} {
					if yes, err := isAbstract(t, f); yes || err != nil {
						return boolResult(yes, err)
					}
				}
				return False, nil
			}},
		},
	})
}

func isAbstract(t *Thread, f Value) (bool, error) {
	if f.IsUnset() || f.IsNone() {
		return false, nil
	}
	a, ok, err := LookupAttr(t, f, StaticStrFind("__isabstractmethod__"))
	if err != nil || !ok {
		return false, err
	}
	return IsTrue(t, a)
}

func wrapped(v Value) *methodWrapper { return As[methodWrapper](v) }

// NewClassMethod and NewStaticMethod wrap a function.
func NewClassMethod(f Value) Value { return newWrapper(&classmethodType, f) }

// NewStaticMethod see NewClassMethod.
func NewStaticMethod(f Value) Value { return newWrapper(&staticmethodType, f) }

func newWrapper(typ *Type, f Value) Value {
	w := Alloc[methodWrapper](typ)
	w.fn = f
	return w.Value()
}

// WrappedFunc gives the function inside a classmethod or staticmethod.
func WrappedFunc(v Value) (Value, bool) {
	if l := v.Type().layout; l == &classmethodType || l == &staticmethodType {
		return wrapped(v).fn, true
	}
	return Value{}, false
}

func wrapperInit(t *Thread, a []Value) (Value, error) {
	w := wrapped(a[0])
	w.fn = a[1]
	for _, n := range []string{"__module__", "__name__", "__qualname__", "__doc__", "__annotations__"} {
		name := t.VM.Intern(n)
		if v, ok, err := LookupAttr(t, a[1], name); err != nil {
			return Value{}, err
		} else if ok {
			setInstanceAttr(t.VM, a[0], name, v)
		}
	}
	return None, nil
}

func wrapperSpec(name, doc string) TypeSpec {
	return TypeSpec{Name: name, Size: SizeOf[methodWrapper](), AttrOff: wrapperAttrs, Flags: FlagBase, Doc: doc,
		New: Method{Raw: func(t *Thread, a []Value, names []*Str) (Value, error) {
			w := Alloc[methodWrapper](As[Type](a[0]))
			w.fn = None
			return w.Value(), nil
		}},
		Init: Method{Sig: "function, /", Fn: wrapperInit},
		GetSets: []GetSet{
			{Name: "__func__", Member: true, Get: func(t *Thread, v Value) (Value, error) { return wrapped(v).fn, nil }},
			{Name: "__wrapped__", Member: true, Get: func(t *Thread, v Value) (Value, error) { return wrapped(v).fn, nil }},
			{Name: "__isabstractmethod__", Get: func(t *Thread, v Value) (Value, error) { return boolResult(isAbstract(t, wrapped(v).fn)) }},
			*dictGetSet,
		}}
}

func wrapperRepr(t *Thread, v Value) (Value, error) {
	r, err := ReprStr(t, wrapped(v).fn)
	return NewStr("<" + v.Type().Name + "(" + r + ")>"), err
}

func initWrappers() {
	cm := wrapperSpec("classmethod", "classmethod(function) -> method\n\nConvert a function to be a class method.")
	cm.Slots = Slots{Repr: wrapperRepr, DescrGet: func(t *Thread, d, obj, owner Value) (Value, error) {
		if owner.IsUnset() {
			owner = obj.Type().Value()
		}
		f := wrapped(d).fn
		if get := f.Type().Slots.DescrGet; get != nil && f.Type() != &functionType && f.Type() != MethodType {
			return get(t, f, owner, owner)
		}
		return NewMethod(f, owner), nil
	}}
	Define(&classmethodType, cm)
	sm := wrapperSpec("staticmethod", "staticmethod(function) -> method\n\nConvert a function to be a static method.")
	sm.Slots = Slots{Repr: wrapperRepr, DescrGet: func(t *Thread, d, obj, owner Value) (Value, error) { return wrapped(d).fn, nil },
		Call: func(t *Thread, v Value, args []Value, names []*Str) (Value, error) {
			return CallArgs(t, wrapped(v).fn, args, names)
		}}
	Define(&staticmethodType, sm)
}

// newSuper is super(cls, obj) where obj is an instance or, here, a subclass.
func newSuper(cls *Type, obj Value) Value {
	s := &Super{Cls: cls, Obj: obj, ObjType: obj.Type()}
	if c, ok := AsType(obj); ok && c.IsSubtype(cls) {
		s.ObjType = c
	}
	s.typ = &superType
	return s.Value()
}

// SuperLookup finds name after cls in objType's MRO, unbound.
func SuperLookup(cls, objType *Type, name *Str) Value {
	mro := objType.MRO
	i := 0
	for i < len(mro) && mro[i] != cls {
		i++
	}
	for i++; i < len(mro); i++ {
		if v, ok := mro[i].Dict.GetStr(name); ok {
			return v
		}
	}
	return Value{}
}

func superGetAttr(t *Thread, v Value, name *Str) (Value, error) {
	s := As[Super](v)
	if s.ObjType != nil && name.s != "__class__" {
		if f := SuperLookup(s.Cls, s.ObjType, name); !f.IsUnset() {
			get := f.Type().Slots.DescrGet
			if get == nil {
				return f, nil
			}
			obj := s.Obj
			if c, ok := AsType(obj); ok && c == s.ObjType {
				obj = Value{}
			}
			return get(t, f, obj, s.ObjType.Value())
		}
	}
	r, err := GenericGetAttr(t, v, name)
	if err != nil && IsError(err, AttributeError) {
		return Value{}, withNameObj(Errorf(AttributeError, "'super' object has no attribute '%s'", name.s), name, v)
	}
	return r, err
}

// superCheck gives the class whose MRO super(cls, obj) follows.
func superCheck(t *Thread, cls *Type, obj Value) (*Type, error) {
	if c, ok := AsType(obj); ok && c.IsSubtype(cls) {
		return c, nil
	}
	if obj.Type().IsSubtype(cls) {
		return obj.Type(), nil
	}
	if oc, ok, err := LookupAttr(t, obj, dnClass); err != nil {
		return nil, err
	} else if c, isType := AsType(oc); ok && isType && c != obj.Type() && c.IsSubtype(cls) {
		return c, nil
	}
	return nil, TypeErrorf("super(type, obj): obj must be an instance or subtype of type")
}

func superInit(t *Thread, a []Value) (Value, error) {
	s := As[Super](a[0])
	cv, obj := a[1], a[2]
	if cv.IsUnset() {
		var err error
		if cv, obj, err = t.Host.ZeroArgSuper(t); err != nil {
			return Value{}, err
		}
	}
	cls, ok := AsType(cv)
	if !ok {
		return Value{}, TypeErrorf("super() argument 1 must be a type, not %s", cv.Type().Name)
	}
	s.Cls = cls
	if obj.IsUnset() || obj.IsNone() {
		return None, nil
	}
	ot, err := superCheck(t, cls, obj)
	if err != nil {
		return Value{}, err
	}
	s.Obj, s.ObjType = obj, ot
	return None, nil
}

func initSuper() {
	Define(&superType, TypeSpec{Name: "super", Size: SizeOf[Super](), Flags: FlagBase,
		Doc: "super() -> same as super(__class__, <first argument>)",
		New: Method{Raw: func(t *Thread, a []Value, names []*Str) (Value, error) {
			return Alloc[Super](As[Type](a[0])).Value(), nil
		}},
		Init: Method{Raw: func(t *Thread, a []Value, names []*Str) (Value, error) {
			if len(names) > 0 {
				return Value{}, TypeErrorf("super() takes no keyword arguments")
			}
			if len(a) > 3 {
				return Value{}, TypeErrorf("super() expected at most 2 arguments, got %d", len(a)-1)
			}
			full := [3]Value{}
			copy(full[:], a)
			return superInit(t, full[:])
		}},
		Slots: Slots{GetAttr: superGetAttr,
			Repr: func(t *Thread, v Value) (Value, error) {
				s := As[Super](v)
				cn := "NULL"
				if s.Cls != nil {
					cn = s.Cls.Name
				}
				if s.ObjType == nil {
					return NewStr(fmt.Sprintf("<super: <class '%s'>, NULL>", cn)), nil
				}
				return NewStr(fmt.Sprintf("<super: <class '%s'>, <%s object>>", cn, s.ObjType.Name)), nil
			},
			DescrGet: func(t *Thread, d, obj, owner Value) (Value, error) {
				s := As[Super](d)
				if obj.IsUnset() || obj.IsNone() || s.ObjType != nil {
					return d, nil
				}
				if _, err := superCheck(t, s.Cls, obj); err != nil {
					return Value{}, err
				}
				return newSuper(s.Cls, obj), nil
			}},
		GetSets: []GetSet{
			{Name: "__thisclass__", Member: true, Get: func(t *Thread, v Value) (Value, error) {
				if c := As[Super](v).Cls; c != nil {
					return c.Value(), nil
				}
				return None, nil
			}},
			{Name: "__self__", Member: true, Get: func(t *Thread, v Value) (Value, error) { return orNone(As[Super](v).Obj), nil }},
			{Name: "__self_class__", Member: true, Get: func(t *Thread, v Value) (Value, error) {
				if c := As[Super](v).ObjType; c != nil {
					return c.Value(), nil
				}
				return None, nil
			}},
		},
	})
}

func gsd(v Value) *getsetDescr { return As[getsetDescr](v) }

func getsetGet(t *Thread, d, obj, owner Value) (Value, error) {
	g := gsd(d)
	if obj.IsUnset() {
		if g.def == dictGetSet || g.def.Name != "__class__" {
			return d, nil
		}
		return d, nil
	}
	if !obj.Type().IsSubtype(g.owner) {
		return Value{}, TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", g.def.Name, g.owner.Name, obj.Type().Name)
	}
	return g.def.Get(t, obj)
}

func getsetSet(t *Thread, d, obj, val Value) error {
	g := gsd(d)
	if !obj.Type().IsSubtype(g.owner) {
		return TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", g.def.Name, g.owner.Name, obj.Type().Name)
	}
	if g.def.Set == nil && g.def.Member {
		return AttributeErrorf("readonly attribute")
	}
	if g.def.Set == nil {
		return AttributeErrorf("attribute '%s' of '%s' objects is not writable", g.def.Name, g.owner.displayName())
	}
	return g.def.Set(t, obj, val)
}

func msd(v Value) *memberDescr { return As[memberDescr](v) }

func memberGet(t *Thread, d, obj, owner Value) (Value, error) {
	m := msd(d)
	if obj.IsUnset() {
		return d, nil
	}
	if !obj.Type().IsSubtype(m.owner) {
		return Value{}, TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", m.name.s, m.owner.Name, obj.Type().Name)
	}
	v := *attrsOf(obj).slot(obj, m.slot)
	if v.IsUnset() {
		return Value{}, withNameObj(Errorf(AttributeError, "'%s' object has no attribute '%s'", obj.Type().Name, m.name.s), m.name, obj)
	}
	return v, nil
}

func memberSet(t *Thread, d, obj, val Value) error {
	m := msd(d)
	if !obj.Type().IsSubtype(m.owner) {
		return TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", m.name.s, m.owner.Name, obj.Type().Name)
	}
	p := attrsOf(obj).slot(obj, m.slot)
	if val.IsUnset() && p.IsUnset() {
		return withNameObj(Errorf(AttributeError, "%s", m.name.s), m.name, obj)
	}
	*p = val
	return nil
}

// MemberSlot gives the slot of a __slots__ member descriptor, for inline caches; -1 if v is none.
func MemberSlot(v Value) int {
	if v.Type() == &memberDescrType {
		return msd(v).slot
	}
	return -1
}

// reduceAttr is the reduction of a member: getattr(owner, name).
func reduceAttr(t *Thread, owner *Type, name string) (Value, error) {
	f, err := builtinByName(t, "getattr")
	return TupleOf(f, TupleOf(owner.Value(), NewStr(name))), err
}

func initMembers() {
	Define(&getsetDescrType, TypeSpec{Name: "getset_descriptor", Size: SizeOf[getsetDescr](), Flags: FlagDisallowNew,
		Slots: Slots{DescrGet: getsetGet, DescrSet: getsetSet, Repr: func(t *Thread, v Value) (Value, error) {
			if gsd(v).def.Member {
				return NewStr(fmt.Sprintf("<member '%s' of '%s' objects>", gsd(v).def.Name, gsd(v).owner.Name)), nil
			}
			return NewStr(fmt.Sprintf("<attribute '%s' of '%s' objects>", gsd(v).def.Name, gsd(v).owner.Name)), nil
		}},
		GetSets: []GetSet{
			{Name: "__name__", Get: func(t *Thread, v Value) (Value, error) { return NewStr(gsd(v).def.Name), nil }},
			{Name: "__qualname__", Get: func(t *Thread, v Value) (Value, error) {
				return NewStr(gsd(v).owner.PyName() + "." + gsd(v).def.Name), nil
			}},
			{Name: "__objclass__", Get: func(t *Thread, v Value) (Value, error) { return gsd(v).owner.Value(), nil }},
			{Name: "__doc__", Get: func(t *Thread, v Value) (Value, error) {
				if d := gsd(v).def.Doc; d != "" {
					return NewStr(d), nil
				}
				return None, nil
			}},
		}})
	Define(&memberDescrType, TypeSpec{Name: "member_descriptor", Size: SizeOf[memberDescr](), Flags: FlagDisallowNew,
		Slots: Slots{DescrGet: memberGet, DescrSet: memberSet, Repr: func(t *Thread, v Value) (Value, error) {
			return NewStr(fmt.Sprintf("<member '%s' of '%s' objects>", msd(v).name.s, msd(v).owner.Name)), nil
		}},
		Methods: []Method{{Name: "__reduce__", Fn: func(t *Thread, a []Value) (Value, error) {
			return reduceAttr(t, msd(a[0]).owner, msd(a[0]).name.s)
		}}},
		GetSets: []GetSet{
			{Name: "__name__", Get: func(t *Thread, v Value) (Value, error) { return msd(v).name.Value(), nil }},
			{Name: "__qualname__", Get: func(t *Thread, v Value) (Value, error) {
				return NewStr(msd(v).owner.Qualname + "." + msd(v).name.s), nil
			}},
			{Name: "__objclass__", Get: func(t *Thread, v Value) (Value, error) { return msd(v).owner.Value(), nil }},
			{Name: "__doc__", Get: func(t *Thread, v Value) (Value, error) { return None, nil }},
		}})
}

func init() {
	initProperty()
	initWrappers()
	initSuper()
	initMembers()
}
