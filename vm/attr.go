package vm

import (
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// Attribute access behind the inline caches. A cache's kind:
const (
	attrNone   uint8 = iota
	attrSlot         // shape, version: the value is in inline slot slot
	attrAdd          // SETATTR: as attrSlot, and the shape becomes next
	attrMethod       // LOADMETHOD: version: val; the instances have no attributes
	attrShaped       // LOADMETHOD: as attrMethod, for instances of shape
	attrValue        // GETATTR: shape, version: at position slot of the namespace val of a class
	attrCall         // property: version: val is the function to call
	attrModule       // of a module whose dict has version: at position slot
	attrType         // of the class that has version: as attrValue
)

// plain says that instances of typ are plain ones with the usual look-up.
func plain(typ *runtime.Type) bool {
	return typ.Layout() == runtime.ObjectType && typ.IsHeap() && typ.Flags&runtime.FlagUserGetAttr == 0
}

// getAttrAt is v.name for the GETATTR w. It may push a frame (a property's getter).
func (t *thread) getAttrAt(f *frame, c *cache, v runtime.Value, w uint64) (runtime.Value, error) {
	typ := v.Type()
	if e := c.find(typ); e != nil && e.kind == attrCall {
		return t.callOn(f, runtime.As[runtime.Function](e.val), kCall, v)
	}
	if v, ok := c.ofNamespace(v, typ); ok {
		return v, nil
	}
	name := f.u.siteName(f.pc-1, code.C(w))
	if !plain(typ) && !t.onlyGetattr(typ) {
		r, err := runtime.GetAttr(t.rt, v, name)
		if err == nil {
			t.fillNamespace(f, c, v, typ, name, r)
		}
		return r, err
	}
	o := runtime.As[runtime.Instance](v)
	d, owner := typ.LookupWhere(t.rt, name)
	if !d.IsUnset() && d.Type().Flags&(runtime.FlagDataDescr|runtime.FlagDescr) == runtime.FlagDataDescr|runtime.FlagDescr {
		if typ.Flags&runtime.FlagUserGetAttr != 0 {
			// an AttributeError from the descriptor goes on to __getattr__
			return runtime.GetAttr(t.rt, v, name)
		}
		if d.IsExactly(runtime.PropertyType) {
			get := runtime.As[runtime.Property](d).Get
			if get.IsExactly(runtime.FunctionType) {
				if e := c.entry(f.u, nil, typ); e != nil {
					e.kind, e.shape, e.version, e.val = attrCall, nil, typ.Version(), get
				}
				return t.callOn(f, runtime.As[runtime.Function](get), kCall, v)
			}
		}
		if i := runtime.MemberSlot(d); i >= 0 {
			t.fillSlot(f, c, o, typ, i)
		} else if get := t.method(d, t.m.names.get, 3); get != nil {
			return t.callOn(f, get, kCall, d, v, typ.Value())
		}
		return d.Type().Slots.DescrGet(t.rt, d, v, typ.Value())
	}
	if i := o.Shape().Find(name); i >= 0 {
		t.fillSlot(f, c, o, typ, i)
		r, _ := runtime.GetInstanceAttr(v, name)
		return r, nil
	}
	if !d.IsUnset() && !d.Type().IsHeap() && d.Type().Flags&runtime.FlagDescr == 0 && !o.Shape().IsDict() {
		if e := c.entry(f.u, o.Shape(), typ); e != nil {
			t.fillValue(e, attrValue, typ, owner, name)
			e.shape = o.Shape()
		}
		return d, nil
	}
	if d.IsUnset() && typ.Flags&runtime.FlagUserGetAttr != 0 && !o.Shape().IsDict() {
		ga, _ := typ.LookupWhere(t.rt, t.m.names.getattr)
		return t.callOn(f, runtime.As[runtime.Function](ga), kCall, v, name.Value())
	}
	return runtime.GetAttr(t.rt, v, name)
}

// method is the method in Python that the class of v has under name, if it
// takes up to n arguments and no more than a frame; else nil.
func (t *thread) method(v runtime.Value, name *runtime.Str, n int) *runtime.Function {
	typ := v.Type()
	if !typ.IsHeap() {
		return nil
	}
	m, _ := typ.LookupWhere(t.rt, name)
	if !m.IsExactly(runtime.FunctionType) {
		return nil
	}
	fn := runtime.As[runtime.Function](m)
	if u := unitOf(fn.Code); !u.simple || u.nparams != n || u.gen {
		return nil
	}
	return fn
}

// onlyGetattr says that plain instances of typ have a __getattr__ function and
// object's __getattribute__.
func (t *thread) onlyGetattr(typ *runtime.Type) bool {
	if typ.Layout() != runtime.ObjectType || !typ.IsHeap() {
		return false
	}
	if _, owner := typ.LookupWhere(t.rt, t.m.names.getattribute); owner != runtime.ObjectType {
		return false
	}
	ga, _ := typ.LookupWhere(t.rt, t.m.names.getattr)
	return ga.IsExactly(runtime.FunctionType)
}

// fillSlot makes the cache point at an inline slot.
func (t *thread) fillSlot(f *frame, c *cache, o *runtime.Instance, typ *runtime.Type, slot int) {
	if slot >= o.Shape().Inline() || o.Slot(slot).IsUnset() {
		return
	}
	if e := c.entry(f.u, o.Shape(), typ); e != nil {
		e.kind, e.shape, e.version, e.slot = attrSlot, o.Shape(), typ.Version(), int32(slot)
	}
}

// entry is what to fill in for instances of typ with the given shape (nil: any):
// c itself if it is free or of the same, or one of more; nil: nothing.
func (c *cache) entry(u *unit, shape *runtime.Shape, typ *runtime.Type) *cache {
	switch {
	case c == u.noCache():
		return nil
	case c.kind == attrNone || c.version == typ.Version() && c.shape == shape || c.shape == shape && shape != nil:
		return c
	case c.more == nil:
		c.more = new([3]cache)
	}
	for i := range c.more {
		if e := &c.more[i]; e.version == typ.Version() && e.shape == shape {
			return e
		}
	}
	e := &c.more[c.misses%uint8(len(c.more))]
	c.misses++
	return e
}

// find is the entry that is for all instances of typ, or nil.
func (c *cache) find(typ *runtime.Type) *cache {
	if c.shape == nil && c.version == typ.Version() && c.kind != attrNone {
		return c
	}
	if c.more != nil {
		for i := range c.more {
			if e := &c.more[i]; e.shape == nil && e.version == typ.Version() && e.kind != attrNone {
				return e
			}
		}
	}
	return nil
}

// ofNamespace is the attribute of module or class v that the cache knows.
func (c *cache) ofNamespace(v runtime.Value, typ *runtime.Type) (runtime.Value, bool) {
	switch c.kind {
	case attrModule:
		if typ == runtime.ModuleType {
			if d := runtime.As[runtime.Module](v).Dict; d.PeekVer() == c.version {
				return d.ValueAt(int(c.slot)), true
			}
		}
	case attrType:
		if typ == runtime.TypeType && runtime.As[runtime.Type](v).Version() == c.version {
			return runtime.As[runtime.Dict](c.val).ValueAt(int(c.slot)), true
		}
	}
	return runtime.Value{}, false
}

// fillNamespace remembers where module or class v has its attribute name, which
// is r.
func (t *thread) fillNamespace(f *frame, c *cache, v runtime.Value, typ *runtime.Type, name *runtime.Str, r runtime.Value) {
	if c == f.u.noCache() || c.kind != attrNone && c.kind < attrModule {
		return
	}
	switch typ {
	case runtime.ModuleType:
		d := runtime.As[runtime.Module](v).Dict
		if i, ver := d.IndexStr(t.m.state, name); i >= 0 && runtime.Is(d.ValueAt(i), r) {
			c.kind, c.version, c.slot = attrModule, ver, int32(i)
		}
	case runtime.TypeType:
		cls := runtime.As[runtime.Type](v)
		if d, owner := cls.LookupWhere(t.rt, name); !d.IsUnset() && runtime.Is(d, r) && (r.IsFunction() || !r.Type().IsHeap()) {
			t.fillValue(c, attrType, cls, owner, name)
		}
	}
}

// fillValue makes e point at name in the namespace of owner, a base of cls: not
// at the value, as a class's plain data may change without a new version. The
// namespace gets no version of ours: that of a built-in type is every machine's.
func (t *thread) fillValue(e *cache, kind uint8, cls, owner *runtime.Type, name *runtime.Str) {
	if i := owner.Dict.PlaceOf(name); i >= 0 {
		e.kind, e.version, e.val, e.slot = kind, cls.Version(), owner.Dict.Value(), int32(i)
	}
}

// noCache is the cache that must stay empty.
func (u *unit) noCache() *cache {
	if len(u.caches) > code.Wide {
		return &u.caches[code.Wide]
	}
	return nil
}

// setAttrAt is v.name = val for the SETATTR w. It may push a frame (a property's setter).
func (t *thread) setAttrAt(f *frame, c *cache, v runtime.Value, w uint64, val runtime.Value) error {
	typ := v.Type()
	if e := c.find(typ); e != nil && e.kind == attrCall {
		_, err := t.callOn(f, runtime.As[runtime.Function](e.val), kDiscard, v, val)
		return err
	}
	name := f.u.siteName(f.pc-1, code.C(w))
	if !plain(typ) || typ.Flags&runtime.FlagUserSetAttr != 0 {
		return runtime.SetAttr(t.rt, v, name, val)
	}
	o := runtime.As[runtime.Instance](v)
	d, _ := typ.LookupWhere(t.rt, name)
	if !d.IsUnset() && d.Type().Slots.DescrSet != nil {
		if d.IsExactly(runtime.PropertyType) {
			set := runtime.As[runtime.Property](d).Set
			if set.IsExactly(runtime.FunctionType) {
				if e := c.entry(f.u, nil, typ); e != nil {
					e.kind, e.shape, e.version, e.val = attrCall, nil, typ.Version(), set
				}
				_, err := t.callOn(f, runtime.As[runtime.Function](set), kDiscard, v, val)
				return err
			}
		}
		if set := t.method(d, t.m.names.set, 3); set != nil {
			_, err := t.callOn(f, set, kDiscard, d, v, val)
			return err
		}
		err := d.Type().Slots.DescrSet(t.rt, d, v, val)
		if i := runtime.MemberSlot(d); i >= 0 && err == nil {
			t.fillSlot(f, c, o, typ, i)
		}
		return err
	}
	before := o.Shape()
	if err := runtime.SetAttr(t.rt, v, name, val); err != nil {
		return err
	}
	after := o.Shape()
	i := after.Find(name)
	if i < 0 || i >= after.Inline() {
		return nil
	}
	if e := c.entry(f.u, before, typ); e != nil {
		e.shape, e.version, e.slot = before, typ.Version(), int32(i)
		e.kind = attrSlot
		if before != after {
			e.kind, e.next = attrAdd, after
		}
	}
	return nil
}

// loadMethodAt executes the LOADMETHOD w on v.
func (t *thread) loadMethodAt(f *frame, c *cache, v runtime.Value, w uint64) error {
	fn, ok := c.ofNamespace(v, v.Type())
	var self runtime.Value
	var err error
	if !ok && v.Type() == runtime.TypeType {
		fn, self, ok = t.loadClassMethod(v, f.u.siteName(f.pc-1, code.C(w)))
	}
	if !ok {
		fn, self, err = t.loadMethod(f, c, v, f.u.siteName(f.pc-1, code.C(w)))
	}
	if err == nil {
		to := t.stack[f.base+code.A(w):]
		to[0], to[1] = fn, self
	}
	return err
}

// loadClassMethod finds a classmethod or staticmethod of class v, whose own
// class is type, without binding it.
func (t *thread) loadClassMethod(v runtime.Value, name *runtime.Str) (fn, self runtime.Value, ok bool) {
	d, _ := runtime.As[runtime.Type](v).LookupWhere(t.rt, name)
	if d.IsUnset() {
		return fn, self, false
	}
	switch d.Type() {
	case runtime.ClassMethodType:
		self = v
	case runtime.StaticMethodType:
	default:
		return fn, self, false
	}
	if fn, ok = runtime.WrappedFunc(d); !ok || !fn.IsFunction() {
		return fn, self, false
	}
	if _, ok := runtime.TypeType.Lookup(t.rt, name); ok {
		return fn, self, false // an attribute of type may come first
	}
	return fn, self, true
}

// loadSuperAt executes the LOADSUPER w.
func (t *thread) loadSuperAt(f *frame, w uint64) error {
	from := t.stack[f.base+code.B(w):]
	fn, self, err := t.loadSuper(f, from[0], from[1], from[2], f.u.siteName(f.pc-1, code.C(w)))
	if err == nil {
		to := t.stack[f.base+code.A(w):]
		to[0], to[1] = fn, self
	}
	return err
}

// loadMethod is v.name for a call: a function and its self, or a value and unset.
func (t *thread) loadMethod(f *frame, c *cache, v runtime.Value, name *runtime.Str) (fn, self runtime.Value, err error) {
	typ := v.Type()
	builtin := !typ.IsHeap() && !typ.Has(runtime.FlagDict) && !typ.Has(runtime.FlagMeta) && runtime.HasGenericGetAttr(typ)
	if !builtin && !plain(typ) {
		if typ.Flags&(runtime.FlagUserGetAttr|runtime.FlagMeta) == 0 && runtime.HasGenericGetAttr(typ) {
			return t.loadOwnMethod(v, typ, name)
		}
		r, err := runtime.GetAttr(t.rt, v, name)
		if err == nil {
			t.fillNamespace(f, c, v, typ, name, r)
		}
		return r, runtime.Value{}, err
	}
	d, _ := typ.LookupWhere(t.rt, name)
	if d.IsUnset() || !isMethod(d) {
		r, err := runtime.GetAttr(t.rt, v, name)
		return r, runtime.Value{}, err
	}
	kind, shape := attrMethod, (*runtime.Shape)(nil)
	if !builtin {
		s := runtime.As[runtime.Instance](v).Shape()
		if s.Find(name) >= 0 || s.IsDict() {
			r, err := runtime.GetAttr(t.rt, v, name)
			return r, runtime.Value{}, err
		}
		shape, kind = s, attrShaped
	}
	if e := c.entry(f.u, shape, typ); e != nil {
		e.kind, e.shape, e.version, e.val = kind, shape, typ.Version(), d
	}
	return d, v, nil
}

// loadOwnMethod is loadMethod for a class of builtin layout.
func (t *thread) loadOwnMethod(v runtime.Value, typ *runtime.Type, name *runtime.Str) (fn, self runtime.Value, err error) {
	d, _ := typ.LookupWhere(t.rt, name)
	if !d.IsUnset() && isMethod(d) {
		if _, own := runtime.GetInstanceAttr(v, name); !own {
			return d, v, nil
		}
	}
	r, err := runtime.GetAttr(t.rt, v, name)
	return r, runtime.Value{}, err
}

// isMethod says that calling d with the object first is the same as binding it.
func isMethod(d runtime.Value) bool {
	switch d.Type() {
	case runtime.FunctionType, runtime.MethodDescrType, runtime.WrapperDescrType:
		return true
	}
	return false
}

// loadSuper is super().name for a call: cell, the first argument and what the
// name super gave.
func (t *thread) loadSuper(f *frame, cell, self, super runtime.Value, name *runtime.Str) (fn, obj runtime.Value, err error) {
	if Is := runtime.Is(super, runtime.SuperType.Value()); Is && !self.IsUnset() {
		if c, ok := runtime.Cast[runtime.Cell](cell, runtime.CellType); ok && !c.Val.IsUnset() {
			if cls, ok := runtime.AsType(c.Val); ok && self.Type().IsSubtype(cls) {
				d := runtime.SuperLookup(cls, self.Type(), name)
				if !d.IsUnset() && isMethod(d) {
					return d, self, nil
				}
			}
		}
		cls := runtime.Value{}
		if c, ok := runtime.Cast[runtime.Cell](cell, runtime.CellType); ok {
			cls = c.Val
		}
		if cls.IsUnset() {
			return fn, obj, runtime.RuntimeErrorf("super(): empty __class__ cell")
		}
		s, err := runtime.Call(t.rt, super, cls, self)
		if err != nil {
			return fn, obj, err
		}
		fn, err = runtime.GetAttr(t.rt, s, name)
		return fn, obj, err
	}
	s, err := runtime.Call(t.rt, super)
	if err != nil {
		return fn, obj, err
	}
	fn, err = runtime.GetAttr(t.rt, s, name)
	return fn, obj, err
}

// loadGlobalAt executes the LDGLOBAL w, storeGlobalAt the STGLOBAL w.
func (t *thread) loadGlobalAt(f *frame, c *cache, w uint64) (runtime.Value, error) {
	return t.loadGlobal(f, c, f.u.siteName(f.pc-1, code.BX(w)))
}

func (t *thread) storeGlobalAt(f *frame, c *cache, w uint64, v runtime.Value) {
	t.storeGlobal(f, c, f.u.siteName(f.pc-1, code.BX(w)), v)
}

// loadGlobal finds a global or builtin name and fills the cache.
func (t *thread) loadGlobal(f *frame, c *cache, name *runtime.Str) (runtime.Value, error) {
	g, b := f.fn.Globals, f.fn.Builtins
	if i, ver := g.IndexStr(t.m.state, name); i >= 0 {
		g.Own() // a STNAME may use the cache
		c.version, c.slot, c.kind = ver, int32(i), 0
		return g.ValueAt(i), nil
	}
	if i, ver := b.IndexStr(t.m.state, name); i >= 0 {
		c.version, c.ver2, c.slot, c.kind = g.Ver(t.m.state), ver, int32(i), 1
		return b.ValueAt(i), nil
	}
	if runtime.IsDictSubclass(g) {
		if v, ok, err := runtime.MissingItem(t.rt, g, name); ok || err != nil {
			return v, err
		}
	}
	return t.builtinName(f, name)
}

func (t *thread) storeGlobal(f *frame, c *cache, name *runtime.Str, v runtime.Value) {
	g := f.fn.Globals
	g.SetStr(name, v)
	if i, ver := g.IndexStr(t.m.state, name); i >= 0 && g.OnChange() == nil {
		c.version, c.slot, c.kind = ver, int32(i), 0
	}
}
