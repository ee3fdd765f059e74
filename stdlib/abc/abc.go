// Package abc is Python's `_abc` module: what abstract base classes remember
// and how isinstance and issubclass ask them.
package abc

import (
	"weak"

	rt "github.com/minipy/minipy/runtime"
)

// A data is a class's _abc_impl. The caches hold classes by their version (see
// runtime.Type), which no two states of classes share: so they keep no class
// alive, and a class that changes is asked anew.
type data struct {
	rt.Object
	registry   []weak.Pointer[rt.Type]
	positive   map[uint64]struct{}
	negative   map[uint64]struct{}
	negVersion int64 // of registrations, for which negative is good
}

// maxCache bounds a cache: entries of classes that changed or died are not removed one by one.
const maxCache = 4096

// state counts, in one VM, the registrations of all classes.
type state struct{ counter int64 }

func stateOf(t *rt.Thread) *state {
	if s, ok := t.VM.Ext["abc"].(*state); ok {
		return s
	}
	s := &state{}
	t.VM.Ext["abc"] = s
	return s
}

var (
	dataType rt.Type

	strImpl        = rt.StaticStr("_abc_impl")
	strAbstracts   = rt.StaticStr("__abstractmethods__")
	strIsAbstract  = rt.StaticStr("__isabstractmethod__")
	strTpFlags     = rt.StaticStr("__abc_tpflags__")
	strClass       = rt.StaticStr("__class__")
	strSubclasschk = rt.StaticStr("__subclasscheck__")
	strHook        = rt.StaticStr("__subclasshook__")
	strSubclasses  = rt.StaticStr("__subclasses__")
)

// dataOf is cls._abc_impl.
func dataOf(t *rt.Thread, cls rt.Value) (*data, error) {
	typ, ok := rt.AsType(cls)
	if ok {
		if v, found := typ.Dict.GetStr(strImpl); found && v.IsExactly(&dataType) {
			return rt.As[data](v), nil
		}
	}
	v, err := rt.GetAttr(t, cls, strImpl)
	if err != nil {
		return nil, err
	}
	if !v.IsExactly(&dataType) {
		return nil, rt.TypeErrorf("_abc_impl is set to a wrong type")
	}
	return rt.As[data](v), nil
}

// isAbstract is bool(getattr(v, '__isabstractmethod__', False)).
func isAbstract(t *rt.Thread, v rt.Value) (bool, error) {
	flag, ok, err := rt.LookupAttr(t, v, strIsAbstract)
	if err != nil || !ok {
		return false, err
	}
	return rt.IsTrue(t, flag)
}

// abstractNames works out the names of cls's abstract methods.
func abstractNames(t *rt.Thread, cls *rt.Type) ([]rt.Value, error) {
	var names []rt.Value
	seen := map[string]bool{}
	add := func(k rt.Value) {
		if s, ok := rt.AsStr(k); ok && !seen[s.String()] {
			seen[s.String()] = true
			names = append(names, k)
		}
	}
	for i, k, v, ok := cls.Dict.Next(0); ok; i, k, v, ok = cls.Dict.Next(i) {
		abstract, err := isAbstract(t, v)
		if err != nil {
			return nil, err
		}
		if abstract {
			add(k)
		}
	}
	for _, base := range cls.Bases {
		if !base.Has(rt.FlagHeap) {
			continue
		}
		set, ok, err := rt.LookupAttr(t, base.Value(), strAbstracts)
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		err = rt.Iterate(t, set, func(k rt.Value) error {
			name, isStr := rt.AsStr(k)
			if !isStr || seen[name.String()] {
				return nil
			}
			v, found, err := rt.LookupAttr(t, cls.Value(), name)
			if err != nil || !found {
				return err
			}
			abstract, err := isAbstract(t, v)
			if abstract {
				add(k)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return names, nil
}

// abcInit is _abc_init(cls), for a class just made.
func abcInit(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	cls, ok := rt.AsType(a[0])
	if !ok {
		return rt.Value{}, rt.TypeErrorf("_abc_init() argument must be a class")
	}
	names, err := abstractNames(t, cls)
	if err != nil {
		return rt.Value{}, err
	}
	frozen, ok := t.VM.Builtins.Lookup("frozenset")
	if !ok {
		return rt.Value{}, rt.SystemErrorf("frozenset is not there")
	}
	set, err := rt.Call(t, frozen, rt.NewList(names).Value())
	if err != nil {
		return rt.Value{}, err
	}
	if err := rt.SetAttr(t, a[0], strAbstracts, set); err != nil {
		return rt.Value{}, err
	}
	d := &data{negVersion: stateOf(t).counter}
	d.Object.Init(&dataType)
	if err := rt.SetAttr(t, a[0], strImpl, d.Value()); err != nil {
		return rt.Value{}, err
	}
	if flags, found := cls.Dict.GetStr(strTpFlags); found && flags.IsInt() {
		if flags.AsInt64()&(1<<5) != 0 {
			cls.Flags |= rt.FlagSequence
		}
		if flags.AsInt64()&(1<<6) != 0 {
			cls.Flags |= rt.FlagMapping
		}
		return rt.None, rt.SetAttr(t, a[0], strTpFlags, rt.Value{})
	}
	return rt.None, nil
}

// issubclass is issubclass(sub, cls).
func issubclass(t *rt.Thread, sub, cls rt.Value) (bool, error) {
	if typ, ok := rt.AsType(cls); ok && typ.Type() == rt.TypeType {
		if s, ok := rt.AsType(sub); ok {
			return s.IsSubtype(typ), nil
		}
	}
	f, ok := t.VM.Builtins.Lookup("issubclass")
	if !ok {
		return false, rt.SystemErrorf("issubclass is not there")
	}
	r, err := rt.Call(t, f, sub, cls)
	if err != nil {
		return false, err
	}
	return rt.IsTrue(t, r)
}

// abcRegister is _abc_register(cls, subclass).
func abcRegister(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	sub, ok := rt.AsType(a[1])
	if !ok {
		return rt.Value{}, rt.TypeErrorf("Can only register classes")
	}
	if is, err := issubclass(t, a[1], a[0]); err != nil || is {
		return a[1], err
	}
	if is, err := issubclass(t, a[0], a[1]); err != nil {
		return rt.Value{}, err
	} else if is {
		return rt.Value{}, rt.RuntimeErrorf("Refusing to create an inheritance cycle")
	}
	d, err := dataOf(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	d.registry = append(d.registry, weak.Make(sub))
	stateOf(t).counter++
	if cls, ok := rt.AsType(a[0]); ok {
		if err := spreadFlags(t, a[1], cls.Flags&(rt.FlagSequence|rt.FlagMapping)); err != nil {
			return rt.Value{}, err
		}
	}
	return a[1], nil
}

// spreadFlags marks a registered class and those below it as sequence or mapping.
func spreadFlags(t *rt.Thread, cls rt.Value, flags rt.TypeFlags) error {
	typ, ok := rt.AsType(cls)
	if flags == 0 || !ok || !typ.Has(rt.FlagHeap) || typ.Has(flags) {
		return nil
	}
	typ.Flags |= flags
	subs, err := subclasses(t, cls)
	if err != nil {
		return err
	}
	for _, s := range subs {
		if err := spreadFlags(t, s, flags); err != nil {
			return err
		}
	}
	return nil
}

// subclasses is cls.__subclasses__().
func subclasses(t *rt.Thread, cls rt.Value) ([]rt.Value, error) {
	m, err := rt.GetAttr(t, cls, strSubclasses)
	if err != nil {
		return nil, err
	}
	r, err := rt.Call(t, m)
	if err != nil {
		return nil, err
	}
	l, ok := rt.AsList(r)
	if !ok {
		return nil, rt.TypeErrorf("__subclasses__() must return a list")
	}
	return append([]rt.Value(nil), l.Items()...), nil
}

func (d *data) good(cls rt.Value) bool {
	typ, ok := rt.AsType(cls)
	if !ok {
		return false
	}
	_, ok = d.positive[typ.Version()]
	return ok
}

// bad says that cls is known not to be a subclass.
func (d *data) bad(t *rt.Thread, cls rt.Value) bool {
	if d.negVersion != stateOf(t).counter {
		return false
	}
	typ, ok := rt.AsType(cls)
	if !ok {
		return false
	}
	_, ok = d.negative[typ.Version()]
	return ok
}

// remember notes an answer.
func remember(m *map[uint64]struct{}, typ *rt.Type) {
	if *m == nil || len(*m) >= maxCache {
		*m = map[uint64]struct{}{}
	}
	(*m)[typ.Version()] = struct{}{}
}

// classOf is v.__class__.
func classOf(t *rt.Thread, v rt.Value) (rt.Value, error) {
	typ := v.Type()
	if !typ.Has(rt.FlagUserGetAttr) {
		if _, owner := typ.LookupWhere(t, strClass); owner == rt.ObjectType {
			return typ.Value(), nil
		}
	}
	return rt.GetAttr(t, v, strClass)
}

// askSubclass is cls.__subclasscheck__(sub).
func askSubclass(t *rt.Thread, cls, sub rt.Value) (rt.Value, error) {
	m, err := rt.GetAttr(t, cls, strSubclasschk)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.Call(t, m, sub)
}

// abcInstancecheck is _abc_instancecheck(cls, instance).
func abcInstancecheck(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	d, err := dataOf(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	sub, err := classOf(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if d.good(sub) {
		return rt.True, nil
	}
	typ := a[1].Type().Value()
	if rt.Is(typ, sub) {
		if d.bad(t, sub) {
			return rt.False, nil
		}
		return askSubclass(t, a[0], sub)
	}
	r, err := askSubclass(t, a[0], sub)
	if err != nil {
		return rt.Value{}, err
	}
	if yes, err := rt.IsTrue(t, r); err != nil || yes {
		return r, err
	}
	return askSubclass(t, a[0], typ)
}

// abcSubclasscheck is _abc_subclasscheck(cls, subclass).
func abcSubclasscheck(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	sub, ok := rt.AsType(a[1])
	if !ok {
		return rt.Value{}, rt.TypeErrorf("issubclass() arg 1 must be a class")
	}
	d, err := dataOf(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if d.good(a[1]) {
		return rt.True, nil
	}
	if st := stateOf(t); d.negVersion < st.counter {
		d.negative, d.negVersion = nil, st.counter
	} else if d.bad(t, a[1]) {
		return rt.False, nil
	}
	hook, err := rt.GetAttr(t, a[0], strHook)
	if err != nil {
		return rt.Value{}, err
	}
	answer, err := rt.Call(t, hook, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	yes := false
	switch {
	case answer.IsTrue():
		yes = true
	case answer.IsFalse():
	case answer.IsNotImplemented():
		if yes, err = decide(t, d, a[0], a[1]); err != nil {
			return rt.Value{}, err
		}
	default:
		return rt.Value{}, rt.Errorf(rt.AssertionError, "__subclasshook__ must return either False, True, or NotImplemented")
	}
	if yes {
		remember(&d.positive, sub)
	} else {
		remember(&d.negative, sub)
	}
	return rt.Bool(yes), nil
}

// decide looks at bases, registered classes and subclasses.
func decide(t *rt.Thread, d *data, cls, sub rt.Value) (bool, error) {
	if typ, ok := rt.AsType(cls); ok {
		s, _ := rt.AsType(sub)
		if s.IsSubtype(typ) {
			return true, nil
		}
	}
	for i := 0; i < len(d.registry); i++ {
		reg := d.registry[i].Value()
		if reg == nil {
			continue
		}
		if is, err := issubclass(t, sub, reg.Value()); err != nil || is {
			return is, err
		}
	}
	subs, err := subclasses(t, cls)
	if err != nil {
		return false, err
	}
	for _, s := range subs {
		if is, err := issubclass(t, sub, s); err != nil || is {
			return is, err
		}
	}
	return false, nil
}

// getDump is _get_dump(cls): registry, caches and their version.
func getDump(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	d, err := dataOf(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	var reg []rt.Value
	for _, p := range d.registry {
		if typ := p.Value(); typ != nil {
			reg = append(reg, typ.Value())
		}
	}
	setType, ok := t.VM.Builtins.Lookup("set")
	if !ok {
		return rt.Value{}, rt.SystemErrorf("set is not there")
	}
	sets := make([]rt.Value, 3)
	for i, items := range [][]rt.Value{reg, versions(d.positive), versions(d.negative)} {
		if sets[i], err = rt.Call(t, setType, rt.NewList(items).Value()); err != nil {
			return rt.Value{}, err
		}
	}
	return rt.TupleOf(sets[0], sets[1], sets[2], rt.Int(d.negVersion)), nil
}

func versions(m map[uint64]struct{}) []rt.Value {
	var out []rt.Value
	for v := range m {
		out = append(out, rt.Int(int64(v)))
	}
	return out
}

// reset makes a function that empties part of a class's data.
func reset(f func(d *data)) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		d, err := dataOf(t, a[0])
		if err == nil {
			f(d)
		}
		return rt.None, err
	}
}

// Module is `_abc`.
var Module = &rt.ModuleSpec{
	Name: "_abc",
	Doc:  "Module contains faster C implementation of abc.ABCMeta",
	Methods: []rt.Method{
		{Name: "get_cache_token", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.Int(stateOf(t).counter), nil }},
		{Name: "_abc_init", Sig: "self, /", Fn: abcInit},
		{Name: "_abc_register", Sig: "self, subclass, /", Fn: abcRegister},
		{Name: "_abc_instancecheck", Sig: "self, instance, /", Fn: abcInstancecheck},
		{Name: "_abc_subclasscheck", Sig: "self, subclass, /", Fn: abcSubclasscheck},
		{Name: "_get_dump", Sig: "self, /", Fn: getDump},
		{Name: "_reset_registry", Sig: "self, /", Fn: reset(func(d *data) { d.registry = nil })},
		{Name: "_reset_caches", Sig: "self, /", Fn: reset(func(d *data) { d.positive, d.negative = nil, nil })},
	},
}

func init() {
	rt.Define(&dataType, rt.TypeSpec{Name: "_abc._abc_data", Size: rt.SizeOf[data](), Flags: rt.FlagDisallowNew,
		Doc: "Internal state held by ABC machinery."})
}
