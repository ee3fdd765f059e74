package thread

import (
	"weak"

	"github.com/minipy/minipy/runtime"
)

// A local has a namespace of its own for each thread that uses it.
type local struct {
	runtime.Object
	args  runtime.Value // for __init__ in each new thread
	names []*runtime.Str
	dicts map[int64]*runtime.Dict // by the threads' identifiers
}

var localType runtime.Type

// localNew is _local.__new__: the thread that makes the object has its
// __init__ called by the class.
func localNew(t *runtime.Thread, a []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	cls, ok := runtime.AsType(a[0])
	if !ok {
		return runtime.Value{}, runtime.TypeErrorf("_thread._local.__new__(X): X is not a type object (%s)", a[0].Type().Name)
	}
	if len(a) > 1 && !cls.Has(runtime.FlagUserInit) {
		return runtime.Value{}, runtime.TypeErrorf("Initialization arguments are not supported")
	}
	l := runtime.Alloc[local](cls)
	l.args, l.names = runtime.NewTuple(append([]runtime.Value(nil), a[1:]...)), names
	l.dicts = map[int64]*runtime.Dict{}
	l.join(t)
	return l.Object.Value(), nil
}

// join gives t its namespace, until t ends.
func (l *local) join(t *runtime.Thread) *runtime.Dict {
	d := runtime.NewDict()
	l.dicts[t.ID] = d
	p := weak.Make(l)
	t.AtExit = append(t.AtExit, func(t *runtime.Thread) {
		if l := p.Value(); l != nil {
			delete(l.dicts, t.ID)
		}
	})
	return d
}

// dict is the namespace of t; a thread that is new to it runs __init__ first.
func (l *local) dict(t *runtime.Thread) (*runtime.Dict, error) {
	if d := l.dicts[t.ID]; d != nil {
		return d, nil
	}
	d := l.join(t)
	if v := l.Object.Value(); v.Type().Has(runtime.FlagUserInit) {
		init, err := runtime.GetAttrS(t, v, "__init__")
		if err == nil {
			_, err = runtime.CallArgs(t, init, runtime.As[runtime.Tuple](l.args).Items(), l.names)
		}
		if err != nil {
			delete(l.dicts, t.ID)
			return nil, err
		}
	}
	return d, nil
}

// localGetAttr is object.__getattribute__ with t's namespace for the object's own.
func localGetAttr(t *runtime.Thread, v runtime.Value, name *runtime.Str) (runtime.Value, error) {
	d, err := runtime.As[local](v).dict(t)
	if err != nil {
		return runtime.Value{}, err
	}
	if name.String() == "__dict__" {
		return d.Value(), nil
	}
	m, _ := v.Type().LookupWhere(t, name)
	const data = runtime.FlagDataDescr | runtime.FlagDescr
	if m.IsUnset() || m.Type().Flags&data != data {
		if own, ok := d.GetStr(name); ok {
			return own, nil
		}
	}
	return runtime.GenericGetAttr(t, v, name)
}

// localSetAttr is object.__setattr__ and __delattr__ likewise.
func localSetAttr(t *runtime.Thread, v runtime.Value, name *runtime.Str, val runtime.Value) error {
	d, err := runtime.As[local](v).dict(t)
	if err != nil {
		return err
	}
	if name.String() == "__dict__" {
		return runtime.Errorf(runtime.AttributeError, "'%s' object attribute '__dict__' is read-only", v.Type().Name)
	}
	if m, _ := v.Type().LookupWhere(t, name); !m.IsUnset() && m.Type().Slots.DescrSet != nil {
		return m.Type().Slots.DescrSet(t, m, v, val)
	}
	if !val.IsUnset() {
		d.SetStr(name, val)
		return nil
	}
	if !d.DelStr(name) {
		return runtime.Errorf(runtime.AttributeError, "'%s' object has no attribute '%s'", v.Type().Name, name.String())
	}
	return nil
}

func init() {
	runtime.Define(&localType, runtime.TypeSpec{Name: "_thread._local", Size: runtime.SizeOf[local](), Flags: runtime.FlagBase,
		New:   runtime.Method{Raw: localNew},
		Slots: runtime.Slots{GetAttr: localGetAttr, SetAttr: localSetAttr},
		Doc:   "Thread-local data"})
}
