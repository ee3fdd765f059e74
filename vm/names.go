package vm

import (
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// names are the interned names that the VM looks up; all machines share them.
type names struct {
	init, get, set, name, getitem, setitem, buildClass, enter, exit, aenter, aexit, aiter, anext, await, matchArgs, all, path, file *runtime.Str
	annotations, builtins, spec, pkg, class, getattr, getattribute, loader, cached, plainName, plainPath, call, plainBuiltins, sys  *runtime.Str
}

var knownNames = newNames()

func newNames() names {
	in := runtime.StaticStr
	return names{init: in("__init__"), get: in("__get__"), set: in("__set__"), name: in("__name__"), getitem: in("__getitem__"), setitem: in("__setitem__"), buildClass: in("__build_class__"),
		enter: in("__enter__"), exit: in("__exit__"), aenter: in("__aenter__"), aexit: in("__aexit__"), aiter: in("__aiter__"), anext: in("__anext__"),
		await: in("__await__"), matchArgs: in("__match_args__"), all: in("__all__"), path: in("__path__"), file: in("__file__"),
		annotations: in("__annotations__"), builtins: in("__builtins__"), spec: in("__spec__"), pkg: in("__package__"), class: in("__class__"),
		getattr: in("__getattr__"), getattribute: in("__getattribute__"),
		loader: in("__loader__"), cached: in("__cached__"), plainName: in("name"), plainPath: in("path"), call: in("__call__"), plainBuiltins: in("builtins"), sys: in("sys")}
}

// nameOp executes the instructions on names and far locals.
func (t *thread) nameOp(f *frame, op code.Op, w uint64) (runtime.Value, error) {
	none := runtime.Value{}
	r := t.stack
	a := f.base + code.A(w)
	switch op {
	case code.LDW:
		v := f.far[code.BX(w)]
		if v.IsUnset() {
			return none, runtime.UnboundErr(t.m.state.Intern(f.u.code.FarNames[code.BX(w)]))
		}
		return v, nil
	case code.STW:
		f.far[code.BX(w)] = r[a]
	case code.DELW:
		if f.far[code.BX(w)].IsUnset() {
			return none, runtime.UnboundErr(t.m.state.Intern(f.u.code.FarNames[code.BX(w)]))
		}
		f.far[code.BX(w)] = none
	case code.UNSET:
		r[a] = none
	case code.DELLOCAL:
		if r[a].IsUnset() {
			return none, t.unbound(f.u, code.A(w), false)
		}
		r[a] = none
	case code.DELCELL:
		c := runtime.As[runtime.Cell](r[a])
		if c.Val.IsUnset() {
			return none, t.emptyCell(f.u, code.A(w), false)
		}
		c.Val = none
	case code.DELGLOBAL:
		name := f.u.co.Names[code.BX(w)]
		if !f.fn.Globals.DelStr(name) {
			return none, runtime.NameErr(name, "name '%s' is not defined")
		}
	case code.LDNAME:
		return t.loadName(f, f.u.co.Names[code.BX(w)])
	case code.STNAME:
		return none, t.storeName(f, f.u.co.Names[code.BX(w)], r[a])
	case code.DELNAME:
		return none, t.deleteName(f, f.u.co.Names[code.BX(w)])
	case code.LDCLASSCELL:
		name := f.u.name(f.pc-1, code.C(w))
		if v, ok, err := t.localName(f, name); ok || err != nil {
			return v, err
		}
		c := runtime.As[runtime.Cell](r[f.base+code.B(w)])
		if c.Val.IsUnset() {
			return none, t.emptyCell(f.u, code.B(w), false)
		}
		return c.Val, nil
	}
	return none, nil
}

// localName looks name up in the frame's namespace.
func (t *thread) localName(f *frame, name *runtime.Str) (runtime.Value, bool, error) {
	if f.locals.IsUnset() {
		v, ok := f.fn.Globals.GetStr(name)
		return v, ok, nil
	}
	if f.locals.IsExactly(runtime.DictType) {
		v, ok := runtime.As[runtime.Dict](f.locals).GetStr(name)
		return v, ok, nil
	}
	v, err := runtime.GetItem(t.rt, f.locals, name.Value())
	if err != nil {
		if runtime.IsError(err, runtime.KeyError) {
			return v, false, nil
		}
		return v, false, err
	}
	return v, true, nil
}

func (t *thread) loadName(f *frame, name *runtime.Str) (runtime.Value, error) {
	if v, ok, err := t.localName(f, name); ok || err != nil {
		return v, err
	}
	if v, ok := f.fn.Globals.GetStr(name); ok {
		return v, nil
	}
	return t.builtinName(f, name)
}

// builtinName finds a name that is no global one among the builtins.
func (t *thread) builtinName(f *frame, name *runtime.Str) (runtime.Value, error) {
	b := f.fn.Builtins
	if v, ok := b.GetStr(name); ok {
		return v, nil
	}
	if name == t.m.names.spec && b == t.m.state.Builtins {
		if v, ok := t.m.state.BuiltinsModule.Namespace(t.rt).GetStr(name); ok {
			return v, nil
		}
	}
	return runtime.Value{}, runtime.NameErr(name, "name '%s' is not defined")
}

func (t *thread) storeName(f *frame, name *runtime.Str, v runtime.Value) error {
	if f.locals.IsUnset() {
		f.fn.Globals.SetStr(name, v)
		return nil
	}
	if f.locals.IsExactly(runtime.DictType) {
		runtime.As[runtime.Dict](f.locals).SetStr(name, v)
		return nil
	}
	return runtime.SetItem(t.rt, f.locals, name.Value(), v)
}

func (t *thread) deleteName(f *frame, name *runtime.Str) error {
	err := error(nil)
	switch {
	case f.locals.IsUnset():
		if f.fn.Globals.DelStr(name) {
			return nil
		}
	default:
		if err = runtime.DelItem(t.rt, f.locals, name.Value()); err == nil {
			return nil
		}
		if !runtime.IsError(err, runtime.KeyError) {
			return err
		}
	}
	return runtime.NameErr(name, "name '%s' is not defined")
}

// setupAnnotations makes __annotations__ in the namespace.
func (t *thread) setupAnnotations(f *frame) error {
	if _, ok, err := t.localName(f, t.m.names.annotations); ok || err != nil {
		return err
	}
	return t.storeName(f, t.m.names.annotations, runtime.NewDict().Value())
}
