package vm

import (
	"fmt"
	"path"
	"reflect"
	"strings"
	"unicode"

	"github.com/minipy/minipy/runtime"
)

// # Go types as classes
//
// A Go type becomes a class of the machine when a value of it is first
// converted, or when it is given to scripts by Set. Its attributes are the
// exported fields (see fieldsOf for tags) and methods, those of embedded
// structs included; pointer methods as well: an instance always holds a
// pointer, to the Go value itself or to a copy. The classes are ordinary ones:
// scripts can subclass them, and look at them with dir().
//
// These methods of a Go type have a meaning to Python besides (goSpecials):
//
//	String() string, Error() string   str()               GoString() string         repr()
//	Len() int                         len()               Call(...)                 x(...)
//	At(i), Get(k)                     x[i], x[k]          Set(k, v), Delete(k)      x[k] = v, del x[k]
//	Has(k) bool, Contains(k) bool     k in x              Close(), Unlock()         with x (Lock() at its start)
//	All() iter.Seq, iter.Seq2         iter()              Next() (v, bool)          next()
//	Equal(y) bool                     ==                  Compare(y) int            ==, <, <=, >, >=
//	Hash() int                        hash()
//
// At and Get may have a second result, bool or error, that says whether there
// is such an item. Without Equal and Compare, instances are equal if they are
// the same Go value or, of structs that were passed by value, equal in Go.

// A Class says how a Go type is shown to scripts, for Machine.Set and Module.
type Class struct {
	Type reflect.Type // T or *T, which mean the same
	Name string       // "": as in Go
	Doc  string
	// New is what calling the class does: a function that gives a T or *T, and maybe
	// an error. nil: a zero T, with fields given by position or by name.
	New any
	// Methods are further methods by the names that scripts use, special ones
	// (__getitem__) included: functions whose first parameter is a T or *T. A nil
	// one hides a method of the type.
	Methods map[string]any
	// Rename gives the names of methods, and of fields without a tag, for scripts
	// from those in Go: SnakeCase, for example. nil: they are the same.
	Rename func(string) string
}

// SnakeCase is a name in Python's style: "TotalPrice" is "total_price", "HTTPPort" "http_port".
func SnakeCase(name string) string {
	var b strings.Builder
	r := []rune(name)
	for i, c := range r {
		if unicode.IsUpper(c) {
			if i > 0 && (!unicode.IsUpper(r[i-1]) && r[i-1] != '_' || i+1 < len(r) && unicode.IsLower(r[i+1])) && r[i-1] != '_' {
				b.WriteByte('_')
			}
			c = unicode.ToLower(c)
		}
		b.WriteRune(c)
	}
	return b.String()
}

// A goType is a machine's class for a Go type.
type goType struct {
	typ        reflect.Type // no pointer
	cls        *runtime.Type
	registered bool // by Set or Module: values of it are always instances
	rename     func(string) string
	ctor       *goFunc // Class.New
}

func (g *goType) isRegistered() bool { return g != nil && g.registered }

// name is the name for scripts of a method, or of a field without a tag.
func (g *goType) name(s string) string {
	if g == nil || g.rename == nil {
		return s
	}
	return g.rename(s)
}

// A goObject is an instance of a Go type, or of a class in Python derived from one.
type goObject struct {
	runtime.Object
	host hostRef
}

// A hostRef is a Go value of the embedding program: a pointer to a value of
// the object's Go type; a channel or function as it is. It is what a snapshot
// cannot have: see state.go.
type hostRef struct {
	v      reflect.Value
	copied bool // the program gave a value, and the pointer is our own
}

// value is the Go value as the program would have it: a pointer only to a
// struct that was given as one.
func (o *goObject) value() reflect.Value {
	if v := o.host.v; v.Kind() == reflect.Pointer && (o.host.copied || v.Elem().Kind() != reflect.Struct) {
		return v.Elem()
	}
	return o.host.v
}

// goObjectOf gives the instance of a Go type that v is, or nil. An instance of
// a derived class whose __init__ has not called the Go type's has no value yet.
func goObjectOf(v runtime.Value) *goObject {
	if !v.IsHeap() {
		return nil
	}
	switch v.Type().Layout() {
	case &goObjectType:
		if o := runtime.As[goObject](v); o.host.v.IsValid() {
			return o
		}
	}
	return nil
}

// wrap makes the instance for v: a pointer to a struct and the like, or a
// value, which is copied.
func (t *thread) wrap(v reflect.Value) (runtime.Value, error) {
	ref := hostRef{v: v}
	typ := v.Type()
	switch typ.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return runtime.None, nil
		}
		typ = typ.Elem()
	case reflect.Chan, reflect.Func:
	default:
		ref.v, ref.copied = reflect.New(typ), true
		ref.v.Elem().Set(v)
	}
	cls, err := t.m.classFor(t, typ, Class{})
	if err != nil {
		return cls, err
	}
	o := runtime.Alloc[goObject](runtime.As[runtime.Type](cls))
	o.host = ref
	return o.Value(), nil
}

// classFor gives the class of a Go type; spec is how it is first made.
func (m *Machine) classFor(t *thread, typ reflect.Type, spec Class) (runtime.Value, error) {
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	g := m.goTypes[typ]
	if g != nil && !(spec.Type != nil) {
		return g.cls.Value(), nil
	}
	if typ.Kind() == reflect.Interface {
		return runtime.Value{}, t.raiseHost(fmt.Errorf("vm: %s is an interface, and has no instances of its own", typ))
	}
	g = &goType{typ: typ, registered: spec.Type != nil, rename: spec.Rename}
	if m.goTypes == nil {
		m.goTypes = map[reflect.Type]*goType{}
	}
	delete(m.goFields, typ)
	old := m.goTypes[typ]
	m.goTypes[typ] = g
	err := m.newClass(m, t, g, spec)
	if err != nil {
		delete(m.goTypes, typ)
		if old != nil {
			m.goTypes[typ] = old
		}
		return runtime.Value{}, err
	}
	return g.cls.Value(), nil
}

// baseOf is the builtin class whose operations a kind of type has.
func baseOf(typ reflect.Type) *runtime.Type {
	switch typ.Kind() {
	case reflect.Slice, reflect.Array:
		return &goSliceType
	case reflect.Map:
		return &goMapType
	case reflect.Chan:
		return &goChanType
	case reflect.Func:
		return &goSeqType
	}
	return &goObjectType
}

// takeGoValues is called wherever the first Go value or type may come to m.
//
// The methods of a type are found by reflection, and an executable with code
// that does so keeps every exported method of every type in it, 0.8 MB of
// them. So nothing refers to that code but this, and the linker drops it from
// a program that gives scripts nothing.
func (m *Machine) takeGoValues() { m.newClass = (*Machine).makeClass }

// makeClass makes g's class.
func (m *Machine) makeClass(t *thread, g *goType, spec Class) error {
	base := baseOf(g.typ)
	if g.typ.Name() == "" && base != &goObjectType && spec.Type == nil {
		g.cls = base
		return nil
	}
	name, module := spec.Name, path.Base(g.typ.PkgPath())
	if name == "" {
		name = typeName(g.typ)
	}
	if spec.Type != nil || g.typ.PkgPath() == "" {
		module = "__main__"
	}
	c := &classMaker{m: m, g: g, name: name, dict: runtime.NewDict()}
	c.put("__module__", runtime.NewStr(module))
	c.put("__slots__", runtime.NewTuple(nil))
	doc := runtime.None
	if spec.Doc != "" {
		doc = runtime.NewStr(spec.Doc)
	}
	c.put("__doc__", doc)
	if err := c.fill(spec); err != nil {
		return t.raiseHost(err)
	}
	if g.cls = m.lost[name]; g.cls != nil && spec.Type != nil {
		delete(m.lost, name)
		c.fillAgain()
	} else {
		cls, err := runtime.Call(t.rt, runtime.TypeType.Value(), runtime.NewStr(name), runtime.TupleOf(base.Value()), c.dict.Value())
		if err != nil {
			return err
		}
		g.cls = runtime.As[runtime.Type](cls)
	}
	if m.goClasses == nil {
		m.goClasses = map[*runtime.Type]*goType{}
	}
	m.goClasses[g.cls] = g
	for _, n := range c.methods {
		n.Owner = g.cls
	}
	for _, f := range c.fields {
		f.owner = g.cls
	}
	return nil
}

// classNames are the classes of Go types, for a snapshot: the Go types are given
// to the restored machine again, by these names.
func (m *Machine) classNames() map[string]*runtime.Type {
	out := map[string]*runtime.Type{}
	for name, cls := range m.lost {
		out[name] = cls
	}
	for _, g := range m.goTypes {
		if g.registered {
			out[g.cls.Name] = g.cls
		}
	}
	return out
}

// fillAgain gives the class that a snapshot has brought its Go side.
func (c *classMaker) fillAgain() {
	for i, k, v, ok := c.dict.Next(0); ok; i, k, v, ok = c.dict.Next(i) {
		if name, _ := runtime.AsStr(k); name.String() != "__slots__" {
			c.g.cls.Dict.SetStr(name, v)
		}
	}
	c.g.cls.Modified()
}

// A classMaker collects the namespace of a class.
type classMaker struct {
	m       *Machine
	g       *goType
	name    string
	dict    *runtime.Dict
	methods []*runtime.Native
	fields  []*fieldDescr
}

func (c *classMaker) put(name string, v runtime.Value) { c.dict.SetStr(c.m.state.Intern(name), v) }

func (c *classMaker) has(name string) bool {
	_, ok := c.dict.GetStr(c.m.state.Intern(name))
	return ok
}

// fill puts the methods and fields in. Methods that scripts see under a name
// that a field has, too, are hidden by it, as Go has no such types without Rename.
func (c *classMaker) fill(spec Class) error {
	if spec.New != nil {
		f, err := c.m.describe(c.name, reflect.ValueOf(spec.New), false)
		if err != nil {
			return err
		}
		if out := f.fn.Type(); f.results != 1 || out.Out(0) != c.g.typ && out.Out(0) != reflect.PointerTo(c.g.typ) {
			return fmt.Errorf("vm: New of class %s does not give a %s but is %s", c.name, c.g.typ, out)
		}
		c.g.ctor = f
		c.m.nameFunc(c.name+".__init__", f)
	}
	hide := map[string]bool{}
	for name, fn := range spec.Methods {
		hide[name] = true
		if fn == nil {
			continue
		}
		if err := c.method(name, reflect.ValueOf(fn)); err != nil {
			return err
		}
	}
	ptr := reflect.PointerTo(c.g.typ)
	if c.g.typ.Kind() == reflect.Chan || c.g.typ.Kind() == reflect.Func {
		ptr = c.g.typ
	}
	for i := range ptr.NumMethod() {
		mt := ptr.Method(i)
		if name := c.g.name(mt.Name); mt.IsExported() && !hide[name] {
			if err := c.method(name, mt.Func); err != nil {
				return err
			}
		}
	}
	if c.g.typ.Kind() == reflect.Struct {
		for _, f := range c.m.fieldsOf(c.g.typ) {
			d := &fieldDescr{name: f.name, index: f.index}
			d.Init(&fieldDescrType)
			c.fields = append(c.fields, d)
			c.put(f.name, d.Value())
		}
	}
	return c.specials(ptr, hide)
}

// method adds a method; fn's first parameter is the receiver.
func (c *classMaker) method(name string, fn reflect.Value) error {
	f, err := c.m.describe(name, fn, true)
	if err != nil {
		return err
	}
	c.native(f)
	return nil
}

// native adds a method that is made.
func (c *classMaker) native(f *goFunc) {
	f = c.m.nameFunc(c.name+"."+f.row.Name, f)
	n := runtime.NewMethodDescr(&f.row, nil)
	c.methods = append(c.methods, n)
	c.put(f.row.Name, n.Value())
}

// A fieldDescr is a field of a Go struct, as an attribute of its class.
type fieldDescr struct {
	runtime.Object
	name  string
	index []int
	owner *runtime.Type
}

// structOf is the struct that obj, an instance of d's class, holds.
func (d *fieldDescr) structOf(obj runtime.Value) (reflect.Value, error) {
	if !obj.Type().IsSubtype(d.owner) {
		return reflect.Value{}, runtime.TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", d.name, d.owner.Name, obj.Type().Name)
	}
	o := goObjectOf(obj)
	if o == nil {
		return reflect.Value{}, errNoInit(obj)
	}
	return o.host.v.Elem(), nil
}

// errNoInit is the error for an instance of a derived class that has no Go value.
func errNoInit(v runtime.Value) error {
	return runtime.RuntimeErrorf("'%s' object has no Go value: its __init__() has not called that of the Go type", v.Type().Name)
}

func fieldGet(rt *runtime.Thread, dv, obj, owner runtime.Value) (runtime.Value, error) {
	if obj.IsUnset() {
		return dv, nil
	}
	d := runtime.As[fieldDescr](dv)
	s, err := d.structOf(obj)
	if err != nil {
		return runtime.Value{}, err
	}
	f, err := s.FieldByIndexErr(d.index)
	if err != nil {
		return runtime.Value{}, runtime.AttributeErrorf("'%s' object has no attribute '%s' (it is a field of an embedded pointer, which is nil)", obj.Type().Name, d.name)
	}
	return implOf(rt).liveToPy(f)
}

// liveToPy is reflectToPy for a part of a Go value that an object holds: what
// could be changed through it is that part itself.
func (t *thread) liveToPy(v reflect.Value) (runtime.Value, error) {
	if v.CanAddr() && isLive(v.Kind()) && !isBytes(v.Type()) {
		return t.wrap(v.Addr())
	}
	return t.reflectToPy(v, 0)
}

func isBytes(t reflect.Type) bool {
	return (t.Kind() == reflect.Slice || t.Kind() == reflect.Array) && t.Elem().Kind() == reflect.Uint8
}

func fieldSet(rt *runtime.Thread, dv, obj, val runtime.Value) error {
	d := runtime.As[fieldDescr](dv)
	s, err := d.structOf(obj)
	if err != nil {
		return err
	}
	if val.IsUnset() {
		return runtime.TypeErrorf("cannot delete field '%s' of '%s' object", d.name, obj.Type().Name)
	}
	return implOf(rt).setField(s, d.name, d.index, val)
}

// setField sets a field of s. A value that does not fit leaves it as it was.
func (t *thread) setField(s reflect.Value, name string, index []int, val runtime.Value) error {
	f, err := fieldToSet(s, index)
	if err != nil {
		return runtime.AttributeErrorf("%s", err.Error())
	}
	x := reflect.New(f.Type()).Elem()
	if err := t.fromPy(val, x, 0); err != nil {
		return valueError("attribute '"+name+"'", err)
	}
	f.Set(x)
	return nil
}

// valueError is the exception for a value that cannot be converted; what says
// for what it is.
func valueError(what string, err error) error {
	e, ok := err.(*DecodeError)
	if !ok {
		return err
	}
	if e.Path != "" {
		what += ": " + e.Path
	}
	if e.Err != nil {
		x := runtime.ToException(e.Err)
		return runtime.Errorf(x.Type(), "%s: %s", what, x.Message())
	}
	return runtime.TypeErrorf("%s must be %s, not %s", what, e.Want, e.Got)
}

// goTypeOf finds the Go type that cls is, or is derived from.
func (m *Machine) goTypeOf(cls *runtime.Type) *goType {
	for _, c := range cls.MRO {
		if g := m.goClasses[c]; g != nil {
			return g
		}
	}
	return nil
}

// goNew is __new__ of Go types: an instance without a value.
func goNew(rt *runtime.Thread, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	cls, ok := runtime.AsType(args[0])
	if !ok || cls.VM == nil || implOf(rt).m.goTypeOf(cls) == nil {
		return runtime.Value{}, runtime.TypeErrorf("cannot create '%s' instances", cls.Name)
	}
	return runtime.Alloc[goObject](cls).Value(), nil
}

// goInit is __init__ of Go types: it calls the constructor, or fills a new value.
func goInit(rt *runtime.Thread, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	t := implOf(rt)
	self, rest := args[0], args[1:]
	g := t.m.goTypeOf(self.Type())
	if g == nil {
		return runtime.Value{}, runtime.TypeErrorf("cannot create '%s' instances", self.Type().Name)
	}
	o := runtime.As[goObject](self)
	if g.ctor != nil {
		made, err := runtime.CallNative(rt, runtime.NewNative(&g.ctor.row, "builtins"), rest, names)
		if err != nil {
			return made, err
		}
		x := goObjectOf(made)
		if x == nil {
			return runtime.Value{}, runtime.TypeErrorf("%s() has given None", g.cls.Name)
		}
		o.host = x.host
		return runtime.None, nil
	}
	p := reflect.New(g.typ)
	if g.typ.Kind() == reflect.Struct {
		if err := t.fillStruct(g, p.Elem(), rest, names); err != nil {
			return runtime.Value{}, err
		}
	} else if err := t.fillOther(g, p.Elem(), rest, names); err != nil {
		return runtime.Value{}, err
	}
	o.host = hostRef{v: p, copied: true}
	return runtime.None, nil
}

// fillStruct sets the fields of s by position and by name.
func (t *thread) fillStruct(g *goType, s reflect.Value, args []runtime.Value, names []*runtime.Str) error {
	fields := t.m.fieldsOf(g.typ)
	npos := len(args) - len(names)
	if npos > len(fields) {
		return runtime.TypeErrorf("%s() takes at most %d argument%s (%d given)", g.cls.Name, len(fields), plural(len(fields)), npos)
	}
	given := map[string]bool{}
	for i, v := range args {
		var f *goField
		if i < npos {
			f = &fields[i]
		} else {
			name := names[i-npos].String()
			for j := range fields {
				if fields[j].name == name {
					f = &fields[j]
				}
			}
			if f == nil {
				return runtime.TypeErrorf("'%s' is an invalid keyword argument for %s()", name, g.cls.Name)
			}
			if given[name] {
				return runtime.TypeErrorf("argument for %s() given by name ('%s') and position", g.cls.Name, name)
			}
		}
		given[f.name] = true
		if err := t.setField(s, f.name, f.index, v); err != nil {
			return err
		}
	}
	return nil
}

// fillOther makes a value that is no struct of the one argument.
func (t *thread) fillOther(g *goType, s reflect.Value, args []runtime.Value, names []*runtime.Str) error {
	if len(names) > 0 {
		return runtime.TypeErrorf("%s() takes no keyword arguments", g.cls.Name)
	}
	if len(args) > 1 {
		return runtime.TypeErrorf("%s() takes at most 1 argument (%d given)", g.cls.Name, len(args))
	}
	if len(args) == 0 {
		if s.Kind() == reflect.Map {
			s.Set(reflect.MakeMap(s.Type()))
		}
		return nil
	}
	if err := t.fromPy(args[0], s, 0); err != nil {
		return argError(g.cls.Name, "1", err)
	}
	return nil
}

// goEqual says whether two instances hold the same Go value, or equal ones
// that were given by value.
func goEqual(a, b *goObject) bool {
	x, y := a.host.v, b.host.v
	if x.Type() != y.Type() {
		return false
	}
	if x.Kind() == reflect.Func {
		return x.Pointer() == y.Pointer()
	}
	if x.Equal(y) {
		return true
	}
	return a.host.copied && b.host.copied && x.Elem().Comparable() && x.Elem().Equal(y.Elem())
}

func goCompare(rt *runtime.Thread, op runtime.CmpOp, a, b runtime.Value) (runtime.Value, error) {
	x, y := goObjectOf(a), goObjectOf(b)
	if x == nil || y == nil || op != runtime.CmpEQ && op != runtime.CmpNE {
		return runtime.NotImplemented, nil
	}
	return runtime.Bool(goEqual(x, y) == (op == runtime.CmpEQ)), nil
}

// goHash hashes by the Go value's address; what was given by value, by that.
func goHash(rt *runtime.Thread, v runtime.Value) (int64, error) {
	o := goObjectOf(v)
	if o == nil {
		return 0, errNoInit(v)
	}
	if !o.host.copied {
		return int64(o.host.v.Pointer() >> 4), nil
	}
	x := o.host.v.Elem()
	if !x.Comparable() {
		return 0, runtime.TypeErrorf("unhashable type: '%s'", v.Type().Name)
	}
	return hashGo(rt, x)
}

// hashGo hashes a comparable Go value as the tuple of its parts would be.
func hashGo(rt *runtime.Thread, x reflect.Value) (int64, error) {
	switch x.Kind() {
	case reflect.Struct:
		items := make([]runtime.Value, x.NumField())
		for i := range items {
			h, err := hashGo(rt, x.Field(i))
			if err != nil {
				return 0, err
			}
			items[i] = runtime.Int(h)
		}
		h, err := runtime.HashValue(rt, runtime.NewTuple(items))
		return int64(h), err
	case reflect.Array:
		items := make([]runtime.Value, x.Len())
		for i := range items {
			h, err := hashGo(rt, x.Index(i))
			if err != nil {
				return 0, err
			}
			items[i] = runtime.Int(h)
		}
		h, err := runtime.HashValue(rt, runtime.NewTuple(items))
		return int64(h), err
	case reflect.Interface:
		if x.IsNil() {
			return 0, nil
		}
		return hashGo(rt, x.Elem())
	case reflect.Pointer, reflect.Chan, reflect.UnsafePointer:
		return int64(x.Pointer() >> 4), nil
	case reflect.String:
		h, err := runtime.HashValue(rt, pyString(x.String()))
		return int64(h), err
	case reflect.Bool:
		if x.Bool() {
			return 1, nil
		}
		return 0, nil
	}
	v := runtime.Float(0)
	switch {
	case x.CanInt():
		v = runtime.Int(x.Int())
	case x.CanUint():
		v = runtime.Int(int64(x.Uint()))
	case x.CanFloat():
		v = runtime.Float(x.Float())
	case x.CanComplex():
		v = runtime.NewComplex(x.Complex())
	}
	h, err := runtime.HashValue(rt, v)
	return int64(h), err
}

// goRepr shows an instance of a struct as its fields: Order(sku='a', qty=2).
func goRepr(rt *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	o := goObjectOf(v)
	name := v.Type().Name
	if o == nil {
		return runtime.NewStr("<" + name + " object without a Go value>"), nil
	}
	x := o.host.v
	if x.Kind() == reflect.Pointer {
		x = x.Elem()
	}
	t := implOf(rt)
	if x.Kind() != reflect.Struct {
		if !x.CanInterface() || x.Kind() == reflect.Chan || x.Kind() == reflect.Func {
			return runtime.NewStr(fmt.Sprintf("<%s object at 0x%x>", name, x.Pointer())), nil
		}
		return runtime.NewStr(fmt.Sprintf("%s(%#v)", name, x.Interface())), nil
	}
	if t.showing(o) {
		return runtime.NewStr(name + "(...)"), nil
	}
	t.shown = append(t.shown, x.Addr().Pointer())
	defer func() { t.shown = t.shown[:len(t.shown)-1] }()
	var parts []string
	for _, f := range t.m.fieldsOf(x.Type()) {
		fv, err := x.FieldByIndexErr(f.index)
		if err != nil {
			continue // of an embedded pointer that is nil
		}
		p, err := t.liveToPy(fv)
		if err != nil {
			return p, err
		}
		s, err := runtime.ReprStr(rt, p)
		if err != nil {
			return p, err
		}
		parts = append(parts, f.name+"="+s)
	}
	return runtime.NewStr(name + "(" + strings.Join(parts, ", ") + ")"), nil
}

// showing says that the Go struct of o is being shown further out, through
// another object.
func (t *thread) showing(o *goObject) bool {
	for _, p := range t.shown {
		if p == o.host.v.Pointer() {
			return true
		}
	}
	return false
}

var goObjectType, fieldDescrType runtime.Type

// defineObject is called before the types derived from it are defined.
func defineObject() {
	runtime.Define(&goObjectType, runtime.TypeSpec{Name: "go.object", Size: runtime.SizeOf[goObject](), Flags: runtime.FlagBase,
		Doc:   "A value of the Go program that runs the script.",
		Slots: runtime.Slots{Repr: goRepr, Compare: goCompare, Hash: goHash},
		New:   runtime.Method{Raw: goNew}, Init: runtime.Method{Raw: goInit}})
	runtime.Define(&fieldDescrType, runtime.TypeSpec{Name: "go.field", Size: runtime.SizeOf[fieldDescr](), Flags: runtime.FlagDisallowNew,
		Doc: "A field of a Go struct.",
		Slots: runtime.Slots{DescrGet: fieldGet, DescrSet: fieldSet, Repr: func(rt *runtime.Thread, v runtime.Value) (runtime.Value, error) {
			d := runtime.As[fieldDescr](v)
			return runtime.NewStr("<field '" + d.name + "' of '" + d.owner.Name + "' objects>"), nil
		}},
		GetSets: []runtime.GetSet{{Name: "__name__", Get: func(rt *runtime.Thread, v runtime.Value) (runtime.Value, error) {
			return runtime.NewStr(runtime.As[fieldDescr](v).name), nil
		}}}})
}
