package pickle

import (
	"strings"

	rt "github.com/minipy/minipy/runtime"
)

// findClass asks find_class, which a subclass may have of its own.
func (u *unpickler) findClass(mod, name value) (value, error) {
	if u.Type() == &unpicklerType {
		return u.lookUp(u.t, u.st, mod, name)
	}
	f, err := rt.GetAttr(u.t, u.Value(), names.findClass)
	if err != nil {
		return value{}, err
	}
	return rt.Call(u.t, f, mod, name)
}

// lookUp is find_class: it imports the module and gives the object of that name.
func (u *unpickler) lookUp(t *thread, st *state, mod, name value) (value, error) {
	var err error
	if u.proto < 3 && u.fixNames {
		if mod, name, err = st.newName(t, mod, name); err != nil {
			return value{}, err
		}
	}
	m, err := importModule(t, mod)
	if err != nil {
		return value{}, err
	}
	str, ok := rt.AsStr(name)
	if !ok {
		return value{}, rt.TypeErrorf("attribute name must be string, not '%s'", name.Type().Name)
	}
	path := []string{str.String()}
	if u.proto >= 4 {
		path = strings.Split(str.String(), ".")
	}
	for _, part := range path {
		if part == "<locals>" && u.proto >= 4 {
			return value{}, badAttr(t, "Can't pickle local attribute %s on %s", name, m)
		}
	}
	found, _, err := deepAttr(t, m, path)
	if err == nil && found.IsUnset() {
		err = badAttr(t, "Can't get attribute %s on %s", name, m)
	}
	return found, err
}

func badAttr(t *thread, format string, name, obj value) error {
	n, err := rt.ReprStr(t, name)
	if err != nil {
		return err
	}
	o, err := rt.ReprStr(t, obj)
	if err != nil {
		return err
	}
	return rt.AttributeErrorf(format, n, o)
}

func (u *unpickler) stackGlobal() error {
	name, err := u.pop()
	if err != nil {
		return err
	}
	mod, err := u.pop()
	if err != nil {
		return err
	}
	if !mod.IsExactly(rt.StrType) || !name.IsExactly(rt.StrType) {
		return rt.Errorf(&unpicklingError, "STACK_GLOBAL requires str")
	}
	v, err := u.findClass(mod, name)
	u.push(v)
	return err
}

// reduce calls what is below a tuple of arguments.
func (u *unpickler) reduce() error {
	args, err := u.pop()
	if err != nil {
		return err
	}
	f, err := u.pop()
	if err != nil {
		return err
	}
	tup, ok := rt.AsTuple(args)
	if !ok {
		return rt.TypeErrorf("argument list must be a tuple")
	}
	v, err := rt.CallArgs(u.t, f, tup.Items(), nil)
	u.push(v)
	return err
}

func (u *unpickler) newObj() error {
	args, err := u.pop()
	if err != nil {
		return err
	}
	cls, err := u.pop()
	if err != nil {
		return err
	}
	return u.create("NEWOBJ", cls, args, value{})
}

func (u *unpickler) newObjEx() error {
	kw, err := u.pop()
	if err != nil {
		return err
	}
	args, err := u.pop()
	if err != nil {
		return err
	}
	cls, err := u.pop()
	if err != nil {
		return err
	}
	return u.create("NEWOBJ_EX", cls, args, kw)
}

// create pushes cls.__new__(cls, *args, **kw).
func (u *unpickler) create(code string, cls, args, kw value) error {
	typ, ok := rt.AsType(cls)
	if !ok {
		return rt.Errorf(&unpicklingError, "%s class argument must be a type, not %s", code, cls.Type().Name)
	}
	if typ.Has(rt.FlagDisallowNew) {
		return rt.Errorf(&unpicklingError, "%s class argument '%s' doesn't have __new__", code, cls.Type().Name)
	}
	pos, ok := rt.AsTuple(args)
	if !ok {
		return rt.Errorf(&unpicklingError, "%s args argument must be a tuple, not %s", code, args.Type().Name)
	}
	var keys *rt.Dict
	if !kw.IsUnset() {
		if keys, ok = rt.AsDict(kw); !ok {
			return rt.Errorf(&unpicklingError, "%s kwargs argument must be a dict, not %s", code, kw.Type().Name)
		}
	}
	if pos.Len() == 0 && (keys == nil || keys.Len() == 0) && typ.Layout() == rt.ObjectType && typ.IsHeap() {
		if _, owner := typ.LookupWhere(u.t, names.new); owner == rt.ObjectType {
			v, err := rt.NewObject(u.t, typ)
			u.push(v)
			return err
		}
	}
	make, err := rt.GetAttr(u.t, cls, names.new)
	if err != nil {
		return err
	}
	full := append([]value{cls}, pos.Items()...)
	var v value
	if keys == nil {
		v, err = rt.CallArgs(u.t, make, full, nil)
	} else {
		v, err = callKw(u.t, make, full, keys)
	}
	u.push(v)
	return err
}

// build gives the object below a state its attributes.
func (u *unpickler) build() error {
	if len(u.stack)-2 < u.fence {
		return u.underflow()
	}
	state, err := u.pop()
	if err != nil {
		return err
	}
	obj := u.stack[len(u.stack)-1]
	if u.buildPlain(obj, state) {
		return nil
	}
	set, ok, err := rt.LookupAttr(u.t, obj, names.setState)
	if err != nil {
		return err
	}
	if ok {
		_, err = rt.Call(u.t, set, state)
		return err
	}
	var slots value
	if tup, ok := rt.AsTuple(state); ok && tup.Len() == 2 {
		state, slots = tup.Items()[0], tup.Items()[1]
	}
	if !state.IsNone() {
		if err := u.fillDict(obj, state); err != nil {
			return err
		}
	}
	if slots.IsUnset() {
		return nil
	}
	d, ok := rt.AsDict(slots)
	if !ok {
		return rt.Errorf(&unpicklingError, "slot state is not a dictionary")
	}
	for i, k, v, ok := d.Next(0); ok; i, k, v, ok = d.Next(i) {
		name, isStr := rt.AsStr(k)
		if !isStr {
			return rt.TypeErrorf("attribute name must be string, not '%s'", k.Type().Name)
		}
		if err := rt.SetAttr(u.t, obj, name, v); err != nil {
			return err
		}
	}
	return nil
}

// buildPlain sets the attributes of an instance whose class has no say in it,
// without making its __dict__; false: the general way is to be taken.
func (u *unpickler) buildPlain(obj, state value) bool {
	if !state.IsExactly(rt.DictType) {
		return false
	}
	inst := rt.InstanceOf(obj)
	typ := obj.Type()
	if inst == nil || !typ.Has(rt.FlagDict) || typ.Has(rt.FlagUserGetAttr) {
		return false
	}
	if sh := inst.Shape(); sh.IsDict() || sh.Len() > 0 {
		return false // it may have a __setstate__ of its own
	}
	if typ != u.plain.typ || typ.Version() != u.plain.version {
		_, has := typ.Lookup(u.t, names.setState)
		d, _ := typ.LookupWhere(u.t, names.dict)
		plain := !has && !d.IsUnset() && d.Type().Name == "getset_descriptor"
		u.plain = plainClass{typ: typ, version: typ.Version(), ok: plain}
	}
	if !u.plain.ok {
		return false
	}
	d := rt.As[rt.Dict](state)
	for i, k, _, ok := d.Next(0); ok; i, k, _, ok = d.Next(i) {
		if !k.IsExactly(rt.StrType) {
			return false
		}
	}
	for i, k, v, ok := d.Next(0); ok; i, k, v, ok = d.Next(i) {
		rt.SetInstanceAttr(u.t, obj, rt.As[rt.Str](k), v)
	}
	return true
}

// fillDict updates obj.__dict__.
func (u *unpickler) fillDict(obj, state value) error {
	from, ok := rt.AsDict(state)
	if !ok {
		return rt.Errorf(&unpicklingError, "state is not a dictionary")
	}
	to, err := rt.GetAttr(u.t, obj, names.dict)
	if err != nil {
		return err
	}
	for i, k, v, ok := from.Next(0); ok; i, k, v, ok = from.Next(i) {
		if k.IsExactly(rt.StrType) {
			k = u.t.VM.InternStr(rt.As[rt.Str](k)).Value()
		}
		if err := rt.SetItem(u.t, to, k, v); err != nil {
			return err
		}
	}
	return nil
}

func (u *unpickler) addItems() error {
	at, err := u.mark()
	if err != nil {
		return err
	}
	if at > len(u.stack) || at <= u.fence {
		return u.underflow()
	}
	items := u.stack[at:]
	to := u.stack[at-1]
	u.stack = u.stack[:at]
	if len(items) == 0 {
		return nil
	}
	if set, ok := rt.AsSet(to); ok && to.Type().Layout() == rt.SetType {
		for _, x := range items {
			if err := set.Add(u.t, x); err != nil {
				return err
			}
		}
		return nil
	}
	add, err := rt.GetAttr(u.t, to, names.add)
	if err != nil {
		return err
	}
	for _, x := range items {
		if _, err := rt.Call(u.t, add, x); err != nil {
			return err
		}
	}
	return nil
}

func (u *unpickler) frozenset() error {
	at, err := u.mark()
	if err != nil {
		return err
	}
	items, err := u.since(at)
	if err != nil {
		return err
	}
	set := rt.NewFrozenset()
	for _, x := range items {
		if err := set.Add(u.t, x); err != nil {
			return err
		}
	}
	u.push(set.Value())
	return nil
}

func (u *unpickler) list() error {
	at, err := u.mark()
	if err != nil {
		return err
	}
	l := rt.NewList(append([]value(nil), u.stack[at:]...))
	u.stack = append(u.stack[:at], l.Value())
	return nil
}

func (u *unpickler) dict() error {
	at, err := u.mark()
	if err != nil {
		return err
	}
	items := u.stack[at:]
	if len(items)%2 != 0 {
		return rt.Errorf(&unpicklingError, "odd number of items for DICT")
	}
	d := rt.NewDictSize(len(items) / 2)
	for i := 0; i < len(items); i += 2 {
		if err := d.Set(u.t, items[i], items[i+1]); err != nil {
			return err
		}
	}
	u.stack = append(u.stack[:at], d.Value())
	return nil
}

// drop is POP: it takes the mark if that is on top.
func (u *unpickler) drop() error {
	n := len(u.stack)
	if k := len(u.marks); k > 0 && u.marks[k-1] == n {
		_, err := u.mark()
		return err
	}
	if n <= u.fence {
		return u.underflow()
	}
	u.stack = u.stack[:n-1]
	return nil
}

// instantiate makes an object of a class of Python 2's old kind: called only
// if there are arguments, or __getinitargs__.
func (u *unpickler) instantiate(cls value, args []value) (value, error) {
	if _, isType := rt.AsType(cls); isType && len(args) == 0 {
		_, has, err := rt.LookupAttr(u.t, cls, names.getInitArgs)
		if err != nil {
			return value{}, err
		}
		if !has {
			make, err := rt.GetAttr(u.t, cls, names.new)
			if err != nil {
				return value{}, err
			}
			return rt.Call(u.t, make, cls)
		}
	}
	return rt.CallArgs(u.t, cls, args, nil)
}

func (u *unpickler) obj() error {
	at, err := u.mark()
	if err != nil {
		return err
	}
	if len(u.stack)-at < 1 {
		return u.underflow()
	}
	args := append([]value(nil), u.stack[at+1:]...)
	u.stack = u.stack[:at+1]
	cls, err := u.pop()
	if err != nil {
		return err
	}
	v, err := u.instantiate(cls, args)
	u.push(v)
	return err
}

func (u *unpickler) inst() error {
	at, err := u.mark()
	if err != nil {
		return err
	}
	cls, err := u.twoLines("ascii")
	if err != nil {
		return err
	}
	items, err := u.since(at)
	if err != nil {
		return err
	}
	v, err := u.instantiate(cls, append([]value(nil), items...))
	u.push(v)
	return err
}

// persistent pushes what persistent_load gives for an id.
func (u *unpickler) persistent(pid value) error {
	if u.persLoad.IsUnset() {
		return rt.Errorf(&unpicklingError, "A load persistent id instruction was encountered,\nbut no persistent_load function was specified.")
	}
	v, err := rt.Call(u.t, u.persLoad, pid)
	u.push(v)
	return err
}

// extension pushes the object of a number given by copyreg.add_extension.
func (u *unpickler) extension(n int) error {
	x, err := u.uint(n)
	if err != nil {
		return err
	}
	if n == 4 {
		x = uint64(int64(int32(x)))
	}
	if int64(x) <= 0 {
		return rt.Errorf(&unpicklingError, "EXT specifies code <= 0")
	}
	code := rt.Int(int64(x))
	v, ok, err := u.st.cache.Get(u.t, code)
	if err != nil {
		return err
	}
	if ok {
		u.push(v)
		return nil
	}
	pair, ok, err := u.st.inverted.Get(u.t, code)
	if err != nil {
		return err
	}
	if !ok {
		return rt.ValueErrorf("unregistered extension code %d", x)
	}
	tup, ok := rt.AsTuple(pair)
	if ok = ok && tup.Len() == 2; ok {
		for _, s := range tup.Items() {
			if _, isStr := rt.AsStr(s); !isStr {
				ok = false
			}
		}
	}
	if !ok {
		return rt.ValueErrorf("_inverted_registry[%d] isn't a 2-tuple of strings", x)
	}
	if v, err = u.findClass(tup.Items()[0], tup.Items()[1]); err != nil {
		return err
	}
	u.push(v)
	return u.st.cache.Set(u.t, code, v)
}

func (u *unpickler) nextBuffer() error {
	if u.buffers.IsUnset() {
		return rt.Errorf(&unpicklingError, "pickle stream refers to out-of-band data but no *buffers* argument was given")
	}
	v, err := rt.Next(u.t, u.buffers)
	if err == nil && v.IsUnset() {
		err = rt.Errorf(&unpicklingError, "not enough out-of-band buffers")
	}
	u.push(v)
	return err
}

func (u *unpickler) readonlyBuffer() error {
	v, err := u.top()
	if err != nil {
		return err
	}
	view, err := rt.NewMemoryview(u.t, v)
	if err != nil {
		return err
	}
	if m := rt.As[rt.Memoryview](view); !m.ReadOnly() {
		u.stack[len(u.stack)-1] = m.AsReadOnly()
	}
	return nil
}
