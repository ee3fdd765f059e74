package operator

import (
	"strings"

	"github.com/minipy/minipy/runtime"
)

// An itemGetter is itemgetter(*keys).
type itemGetter struct {
	runtime.Object
	keys []runtime.Value
}

// An attrGetter is attrgetter(*names); paths are the names cut at the dots.
type attrGetter struct {
	runtime.Object
	names []runtime.Value
	paths [][]*runtime.Str
}

// A methodCaller is methodcaller(name, *args, **kwargs).
type methodCaller struct {
	runtime.Object
	name    *runtime.Str
	args    []runtime.Value // the last len(kwNames) by keyword
	kwNames []*runtime.Str
}

var itemGetterType, attrGetterType, methodCallerType runtime.Type

func itemGetterNew(t *runtime.Thread, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	cls, err := runtime.ClassArg(args, &itemGetterType)
	if err != nil {
		return runtime.Value{}, err
	}
	if len(names) > 0 {
		return runtime.Value{}, runtime.TypeErrorf("itemgetter() takes no keyword arguments")
	}
	if len(args) < 2 {
		return runtime.Value{}, runtime.TypeErrorf("itemgetter expected 1 argument, got 0")
	}
	g := runtime.Alloc[itemGetter](cls)
	g.keys = append([]runtime.Value(nil), args[1:]...)
	return g.Value(), nil
}

// oneArg checks a call that takes one positional argument.
func oneArg(name string, args []runtime.Value, names []*runtime.Str) error {
	if len(names) > 0 {
		return runtime.TypeErrorf("%s() takes no keyword arguments", name)
	}
	if len(args) != 1 {
		return runtime.TypeErrorf("%s expected 1 argument, got %d", name, len(args))
	}
	return nil
}

func itemGetterCall(t *runtime.Thread, v runtime.Value, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	if err := oneArg("itemgetter", args, names); err != nil {
		return runtime.Value{}, err
	}
	g := runtime.As[itemGetter](v)
	obj := args[0]
	if len(g.keys) == 1 {
		k := g.keys[0]
		if k.IsInt() && obj.Type() == runtime.TupleType {
			items := runtime.As[runtime.Tuple](obj).Items()
			if i := k.AsInt64(); i >= 0 && i < int64(len(items)) {
				return items[i], nil
			}
		}
		return runtime.GetItem(t, obj, k)
	}
	r := runtime.MakeTuple(len(g.keys))
	for i, k := range g.keys {
		x, err := runtime.GetItem(t, obj, k)
		if err != nil {
			return runtime.Value{}, err
		}
		r.Items()[i] = x
	}
	return r.Value(), nil
}

func attrGetterNew(t *runtime.Thread, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	cls, err := runtime.ClassArg(args, &attrGetterType)
	if err != nil {
		return runtime.Value{}, err
	}
	if len(names) > 0 {
		return runtime.Value{}, runtime.TypeErrorf("attrgetter() takes no keyword arguments")
	}
	if len(args) < 2 {
		return runtime.Value{}, runtime.TypeErrorf("attrgetter expected 1 argument, got 0")
	}
	g := runtime.Alloc[attrGetter](cls)
	for _, a := range args[1:] {
		s, ok := runtime.AsStr(a)
		if !ok {
			return runtime.Value{}, runtime.TypeErrorf("attribute name must be a string")
		}
		var path []*runtime.Str
		for _, part := range strings.Split(s.String(), ".") {
			path = append(path, t.VM.Intern(part))
		}
		g.names = append(g.names, a)
		g.paths = append(g.paths, path)
	}
	return g.Value(), nil
}

func getPath(t *runtime.Thread, v runtime.Value, path []*runtime.Str) (runtime.Value, error) {
	for _, name := range path {
		var err error
		if v, err = runtime.GetAttr(t, v, name); err != nil {
			return runtime.Value{}, err
		}
	}
	return v, nil
}

func attrGetterCall(t *runtime.Thread, v runtime.Value, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	if err := oneArg("attrgetter", args, names); err != nil {
		return runtime.Value{}, err
	}
	g := runtime.As[attrGetter](v)
	if len(g.paths) == 1 {
		return getPath(t, args[0], g.paths[0])
	}
	r := runtime.MakeTuple(len(g.paths))
	for i, p := range g.paths {
		x, err := getPath(t, args[0], p)
		if err != nil {
			return runtime.Value{}, err
		}
		r.Items()[i] = x
	}
	return r.Value(), nil
}

func methodCallerNew(t *runtime.Thread, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	cls, err := runtime.ClassArg(args, &methodCallerType)
	if err != nil {
		return runtime.Value{}, err
	}
	if len(args)-len(names) < 2 {
		return runtime.Value{}, runtime.TypeErrorf("methodcaller needs at least one argument, the method name")
	}
	s, ok := runtime.AsStr(args[1])
	if !ok {
		return runtime.Value{}, runtime.TypeErrorf("method name must be a string")
	}
	m := runtime.Alloc[methodCaller](cls)
	m.name = t.VM.InternStr(s)
	m.args = append([]runtime.Value(nil), args[2:]...)
	m.kwNames = append([]*runtime.Str(nil), names...)
	return m.Value(), nil
}

func methodCallerCall(t *runtime.Thread, v runtime.Value, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	if err := oneArg("methodcaller", args, names); err != nil {
		return runtime.Value{}, err
	}
	m := runtime.As[methodCaller](v)
	f, err := runtime.GetAttr(t, args[0], m.name)
	if err != nil {
		return runtime.Value{}, err
	}
	return runtime.CallArgs(t, f, m.args, m.kwNames)
}

func reprCall(t *runtime.Thread, v runtime.Value, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	name := v.Type().Name
	if t.ReprEnter(v) {
		return runtime.NewStr(name + "(...)"), nil
	}
	defer t.ReprLeave()
	npos := len(args) - len(names)
	parts := make([]string, len(args))
	for i, a := range args {
		s, err := runtime.ReprStr(t, a)
		if err != nil {
			return runtime.Value{}, err
		}
		if i >= npos {
			s = names[i-npos].String() + "=" + s
		}
		parts[i] = s
	}
	return runtime.NewStr(name + "(" + strings.Join(parts, ", ") + ")"), nil
}

func methodCallerReduce(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	m := runtime.As[methodCaller](args[0])
	npos := len(m.args) - len(m.kwNames)
	full := append([]runtime.Value{m.name.Value()}, m.args[:npos]...)
	if len(m.kwNames) == 0 {
		return runtime.TupleOf(m.Type().Value(), runtime.NewTuple(full)), nil
	}
	functools, err := t.VM.Host.Import(t, "functools", runtime.Value{}, runtime.Value{}, runtime.Value{}, 0)
	if err != nil {
		return runtime.Value{}, err
	}
	partial, err := runtime.GetAttrS(t, functools, "partial")
	if err != nil {
		return runtime.Value{}, err
	}
	kw := append([]runtime.Value{m.Type().Value(), m.name.Value()}, m.args[npos:]...)
	p, err := runtime.CallArgs(t, partial, kw, m.kwNames)
	if err != nil {
		return runtime.Value{}, err
	}
	return runtime.TupleOf(p, runtime.NewTuple(m.args[:npos])), nil
}

func init() {
	runtime.Define(&itemGetterType, runtime.TypeSpec{Name: "operator.itemgetter", Size: runtime.SizeOf[itemGetter](),
		Doc: "Return a callable object that fetches the given item(s) from its operand.\nAfter f = itemgetter(2), the call f(r) returns r[2].\nAfter g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])",
		Slots: runtime.Slots{Call: itemGetterCall, Repr: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
			return reprCall(t, v, runtime.As[itemGetter](v).keys, nil)
		}},
		New: runtime.Method{Raw: itemGetterNew},
		Methods: []runtime.Method{{Name: "__reduce__", Fn: func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
			g := runtime.As[itemGetter](args[0])
			return runtime.TupleOf(g.Type().Value(), runtime.NewTuple(g.keys)), nil
		}, Doc: "Return state information for pickling"}}})
	runtime.Define(&attrGetterType, runtime.TypeSpec{Name: "operator.attrgetter", Size: runtime.SizeOf[attrGetter](),
		Doc: "Return a callable object that fetches the given attribute(s) from its operand.\nAfter f = attrgetter('name'), the call f(r) returns r.name.\n" +
			"After g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).\nAfter h = attrgetter('name.first', 'name.last'), the call h(r) returns\n(r.name.first, r.name.last).",
		Slots: runtime.Slots{Call: attrGetterCall, Repr: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
			return reprCall(t, v, runtime.As[attrGetter](v).names, nil)
		}},
		New: runtime.Method{Raw: attrGetterNew},
		Methods: []runtime.Method{{Name: "__reduce__", Fn: func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
			g := runtime.As[attrGetter](args[0])
			return runtime.TupleOf(g.Type().Value(), runtime.NewTuple(g.names)), nil
		}, Doc: "Return state information for pickling"}}})
	runtime.Define(&methodCallerType, runtime.TypeSpec{Name: "operator.methodcaller", Size: runtime.SizeOf[methodCaller](),
		Doc: "Return a callable object that calls the given method on its operand.\nAfter f = methodcaller('name'), the call f(r) returns r.name().\n" +
			"After g = methodcaller('name', 'date', foo=1), the call g(r) returns\nr.name('date', foo=1).",
		Slots: runtime.Slots{Call: methodCallerCall, Repr: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
			m := runtime.As[methodCaller](v)
			return reprCall(t, v, append([]runtime.Value{m.name.Value()}, m.args...), m.kwNames)
		}},
		New:     runtime.Method{Raw: methodCallerNew},
		Methods: []runtime.Method{{Name: "__reduce__", Fn: methodCallerReduce, Doc: "Return state information for pickling"}}})
}
