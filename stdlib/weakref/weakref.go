// Package weakref is Python's `_weakref` module: references that do not keep
// their object alive, on Go's weak pointers.
//
// An object dies when the Go collector finds that nothing refers to it, which
// is some time after the last reference went (gc.collect() makes it now, as far
// as no register still holds it). From then on its references answer None;
// their callbacks are called by the VM at its next checkpoint.
package weakref

import (
	"fmt"
	"runtime"
	"slices"
	"sync"
	"weak"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

// A target is what a weak reference points at. The zero target is dead.
type target = weak.Pointer[rt.Object]

// A Ref is a weakref.ref.
type Ref struct {
	rt.Object
	ptr      target
	callback rt.Value // unset: none
	hash     int64
	hashed   bool
}

// A Proxy acts as its object.
type Proxy struct {
	rt.Object
	ptr      target
	callback rt.Value
}

// A death is what the VM's finalizer queue gets when an object with callbacks
// has died: its __del__ calls them.
type death struct {
	rt.Object
	refs []rt.Value
}

// state lists, in one VM, the references of each object, by the time they were
// made. The collector's goroutine removes the dead: hence the lock.
type state struct {
	mu   sync.Mutex
	vm   *rt.VM
	refs map[target][]entry
}

// An entry is a reference or a proxy, itself held weakly.
type entry struct {
	ref   weak.Pointer[Ref]
	proxy weak.Pointer[Proxy]
}

func (e entry) value() rt.Value {
	if r := e.ref.Value(); r != nil {
		return r.Value()
	}
	if p := e.proxy.Value(); p != nil {
		return p.Value()
	}
	return rt.Value{}
}

var refType, proxyType, callableProxyType, deathType rt.Type

func stateOf(t *rt.Thread) *state {
	if s, ok := t.VM.Ext["weakref"].(*state); ok {
		return s
	}
	s := &state{vm: t.VM, refs: map[target][]entry{}}
	t.VM.Ext["weakref"] = s
	return s
}

// cleanup is what the collector passes to died. It must not keep the VM alive,
// which mostly keeps the object alive.
type cleanup struct {
	s   weak.Pointer[state]
	ptr target
}

// died runs on the collector's goroutine when the object is gone.
func died(c cleanup) {
	s := c.s.Value()
	if s == nil {
		return // and so is the VM
	}
	s.mu.Lock()
	list := s.refs[c.ptr]
	delete(s.refs, c.ptr)
	s.mu.Unlock()
	var due []rt.Value
	for _, e := range slices.Backward(list) {
		v := e.value()
		if v.IsUnset() {
			continue
		}
		if !callbackOf(v).IsUnset() {
			due = append(due, v)
		}
	}
	if len(due) > 0 {
		d := &death{refs: due}
		d.Object.Init(&deathType)
		s.vm.Finalizers.Push(d.Value())
	}
}

func callbackOf(v rt.Value) rt.Value {
	if r, ok := rt.Cast[Ref](v, &refType); ok {
		return r.callback
	}
	return rt.As[Proxy](v).callback
}

// deathDel calls the callbacks of a dead object's references. What they raise is only
// told, but for an interrupt: that is the program's, whatever happened to run.
func deathDel(t *rt.Thread, a []rt.Value) (_ rt.Value, interrupt error) {
	for _, v := range rt.As[death](a[0]).refs {
		f := callbackOf(v)
		if r, ok := rt.Cast[Ref](v, &refType); ok {
			r.callback = rt.Value{}
		} else {
			rt.As[Proxy](v).callback = rt.Value{}
		}
		if f.IsUnset() {
			continue
		}
		switch _, err := rt.Call(t, f, v); {
		case err == nil:
		case t == t.VM.Main && rt.IsError(err, rt.KeyboardInterrupt):
			interrupt = err
		default:
			osutil.Unraisable(t, err, "in", f)
		}
	}
	return rt.None, interrupt
}

// point makes a target of v and sees to it that its death is noticed. found
// gives the references that live, oldest first.
func (s *state) point(v rt.Value) target {
	ptr := weak.Make(v.HeapObject())
	s.mu.Lock()
	_, known := s.refs[ptr]
	if !known {
		s.refs[ptr] = nil
	}
	s.mu.Unlock()
	if !known {
		runtime.AddCleanup(v.HeapObject(), died, cleanup{weak.Make(s), ptr})
	}
	return ptr
}

func (s *state) add(ptr target, e entry) {
	s.mu.Lock()
	list := s.refs[ptr]
	if n := len(list); n >= 8 && n&(n-1) == 0 {
		list = slices.DeleteFunc(list, func(e entry) bool { return e.value().IsUnset() })
	}
	s.refs[ptr] = append(list, e)
	s.mu.Unlock()
}

// living are the references and proxies of v, oldest first.
func (s *state) living(v rt.Value) []rt.Value {
	if !v.IsHeap() || checkRefable(v) != nil {
		return nil
	}
	s.mu.Lock()
	list := slices.Clone(s.refs[weak.Make(v.HeapObject())])
	s.mu.Unlock()
	var out []rt.Value
	for _, e := range list {
		if x := e.value(); !x.IsUnset() {
			out = append(out, x)
		}
	}
	// The plain reference, which is shared, goes first.
	if i := slices.IndexFunc(out, func(x rt.Value) bool { return x.Type() == &refType && callbackOf(x).IsUnset() }); i > 0 {
		plain := out[i]
		copy(out[1:i+1], out[:i])
		out[0] = plain
	}
	return out
}

// refable are the builtin types, besides those in checkRefable, whose
// instances can be weakly referenced.
func refable(typ *rt.Type) bool {
	switch typ.Module + "." + typ.PyName() {
	case "builtins.type", "builtins.function", "builtins.method", "builtins.module", "builtins.generator", "builtins.coroutine",
		"builtins.async_generator", "builtins.builtin_function_or_method", "builtins.set", "builtins.frozenset", "builtins.code",
		"builtins.memoryview", "pickle.PickleBuffer", "collections.deque", "collections.OrderedDict", "array.array", "re.Pattern", "functools.partial", "_thread.lock",
		"_thread.RLock", "_random.Random", "_struct.Struct", "_contextvars.Context", "_socket.socket", "_queue.SimpleQueue",
		"types.GenericAlias", "mmap.mmap", "functools._lru_cache_wrapper":
		return true
	}
	return typ.Module == "_io"
}

// checkRefable says whether v can be weakly referenced.
func checkRefable(v rt.Value) error {
	typ := v.Type()
	switch typ.Layout() {
	case rt.IntType, rt.TupleType, rt.BytesType:
	default:
		if refable(typ.Layout()) {
			return nil
		}
		for _, m := range typ.MRO {
			if m.Has(rt.FlagHeap) && declaresWeakref(m) || refable(m) {
				return nil
			}
		}
	}
	return rt.TypeErrorf("cannot create weak reference to '%s' object", typ.Name)
}

// declaresWeakref says that a class of Python has no __slots__, or has
// __weakref__ in them.
func declaresWeakref(m *rt.Type) bool {
	slots, ok := m.Dict.Lookup("__slots__")
	if !ok {
		return true
	}
	if s, isStr := rt.AsStr(slots); isStr {
		return s.String() == "__weakref__"
	}
	var items []rt.Value
	if tup, isTuple := rt.AsTuple(slots); isTuple {
		items = tup.Items()
	} else if l, isList := rt.AsList(slots); isList {
		items = l.Items()
	} else if d, isDict := rt.AsDict(slots); isDict {
		items = d.Keys()
	}
	for _, x := range items {
		if s, isStr := rt.AsStr(x); isStr && s.String() == "__weakref__" {
			return true
		}
	}
	_, has := m.Dict.Lookup("__weakref__")
	return has
}

// refNew is ref.__new__(cls, ob, callback=None). A plain reference without
// callback is made once for each object.
func refNew(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	cls, _ := rt.AsType(a[0])
	args, _ := rt.AsTuple(a[1])
	kw, _ := rt.AsDict(a[2])
	n := args.Len()
	if err := checkRefArgs("__new__", n); err != nil {
		return rt.Value{}, err
	}
	if kw.Len() > 0 && cls == &refType {
		return rt.Value{}, rt.TypeErrorf("ref() takes no keyword arguments")
	}
	callback := rt.Value{}
	if n == 2 && !args.Items()[1].IsNone() {
		callback = args.Items()[1]
	}
	ob := args.Items()[0]
	if err := checkRefable(ob); err != nil {
		return rt.Value{}, err
	}
	s := stateOf(t)
	ptr := s.point(ob)
	if callback.IsUnset() && cls == &refType {
		s.mu.Lock()
		for _, e := range s.refs[ptr] {
			if r := e.ref.Value(); r != nil && r.Type() == &refType && r.callback.IsUnset() {
				s.mu.Unlock()
				return r.Value(), nil
			}
		}
		s.mu.Unlock()
	}
	r := rt.Alloc[Ref](cls)
	r.ptr, r.callback = ptr, callback
	s.add(ptr, entry{ref: weak.Make(r)})
	runtime.KeepAlive(ob)
	return r.Value(), nil
}

// refInit looks at the number of arguments only: __new__ has used them.
func refInit(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	args, _ := rt.AsTuple(a[1])
	return rt.None, checkRefArgs("__init__", args.Len())
}

func checkRefArgs(method string, n int) error {
	switch {
	case n < 1:
		return rt.TypeErrorf("%s expected at least 1 argument, got 0", method)
	case n > 2:
		return rt.TypeErrorf("%s expected at most 2 arguments, got %d", method, n)
	}
	return nil
}

// get is the object, or unset.
func get(ptr target) rt.Value {
	if o := ptr.Value(); o != nil {
		return o.Value()
	}
	return rt.Value{}
}

func refCall(t *rt.Thread, v rt.Value, args []rt.Value, names []*rt.Str) (rt.Value, error) {
	if n := len(args) - len(names); n > 0 {
		return rt.Value{}, rt.TypeErrorf("weakref expected 0 arguments, got %d", n)
	}
	if len(names) > 0 {
		return rt.Value{}, rt.TypeErrorf("weakref() takes no keyword arguments")
	}
	if ob := get(rt.As[Ref](v).ptr); !ob.IsUnset() {
		return ob, nil
	}
	return rt.None, nil
}

func refHash(t *rt.Thread, v rt.Value) (int64, error) {
	r := rt.As[Ref](v)
	if r.hashed {
		return r.hash, nil
	}
	ob := get(r.ptr)
	if ob.IsUnset() {
		return 0, rt.TypeErrorf("weak object has gone away")
	}
	h, err := rt.HashValue(t, ob)
	if err != nil {
		return 0, err
	}
	r.hash, r.hashed = int64(h), true
	return r.hash, nil
}

func refCompare(t *rt.Thread, op rt.CmpOp, a, b rt.Value) (rt.Value, error) {
	if op != rt.CmpEQ && op != rt.CmpNE {
		return rt.NotImplemented, nil
	}
	x, ok1 := rt.Cast[Ref](a, &refType)
	y, ok2 := rt.Cast[Ref](b, &refType)
	if !ok1 || !ok2 {
		return rt.NotImplemented, nil
	}
	p, q := get(x.ptr), get(y.ptr)
	if p.IsUnset() || q.IsUnset() {
		return rt.Bool((x == y) == (op == rt.CmpEQ)), nil
	}
	return rt.Compare(t, op, p, q)
}

var strName = rt.StaticStr("__name__")

func refRepr(t *rt.Thread, v rt.Value) (rt.Value, error) {
	ob := get(rt.As[Ref](v).ptr)
	if ob.IsUnset() {
		return rt.NewStr(fmt.Sprintf("<weakref at 0x%x; dead>", v.ID())), nil
	}
	name, ok, err := rt.LookupSpecial(t, ob, strName)
	if err != nil {
		return rt.Value{}, err
	}
	tail := ""
	if s, isStr := rt.AsStr(name); ok && isStr {
		tail = " (" + s.String() + ")"
	}
	return rt.NewStr(fmt.Sprintf("<weakref at 0x%x; to '%s' at 0x%x%s>", v.ID(), ob.Type().Name, ob.ID(), tail)), nil
}

func refCallback(t *rt.Thread, v rt.Value) (rt.Value, error) {
	r := rt.As[Ref](v)
	if r.callback.IsUnset() || get(r.ptr).IsUnset() {
		return rt.None, nil
	}
	return r.callback, nil
}

func getweakrefs(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return rt.NewList(stateOf(t).living(a[0])).Value(), nil
}

func getweakrefcount(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return rt.Int(int64(len(stateOf(t).living(a[0])))), nil
}

// removeDead is _remove_dead_weakref(dct, key): delete dct[key] if it is a dead reference.
func removeDead(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	d, ok := rt.AsDict(a[0])
	if !ok {
		return rt.Value{}, rt.TypeErrorf("_remove_dead_weakref() argument 1 must be dict, not %s", a[0].Type().Name)
	}
	v, found, err := d.Get(t, a[1])
	if err != nil || !found {
		return rt.None, err
	}
	r, ok := rt.Cast[Ref](v, &refType)
	if !ok {
		return rt.Value{}, rt.TypeErrorf("not a weakref")
	}
	if get(r.ptr).IsUnset() {
		_, _, err = d.Delete(t, a[1])
	}
	return rt.None, err
}

// Module is `_weakref`.
var Module = &rt.ModuleSpec{
	Name: "_weakref",
	Doc:  "Weak-reference support module.",
	Methods: []rt.Method{
		{Name: "getweakrefcount", Sig: "object, /", Fn: getweakrefcount},
		{Name: "getweakrefs", Sig: "object, /", Fn: getweakrefs},
		{Name: "proxy", Sig: "object, callback=None, /", Fn: newProxy},
		{Name: "_remove_dead_weakref", Sig: "dct, key, /", Fn: removeDead},
	},
	Consts: []rt.Const{
		{Name: "ref", Value: refType.Value()}, {Name: "ReferenceType", Value: refType.Value()},
		{Name: "ProxyType", Value: proxyType.Value()}, {Name: "CallableProxyType", Value: callableProxyType.Value()},
	},
}

func init() {
	rt.Define(&deathType, rt.TypeSpec{Name: "_weakref._death", Size: rt.SizeOf[death](), Flags: rt.FlagDisallowNew,
		Methods: []rt.Method{{Name: "__del__", Fn: deathDel}}})
	rt.Define(&refType, rt.TypeSpec{Name: "weakref.ReferenceType", Size: rt.SizeOf[Ref](), Flags: rt.FlagBase,
		New:   rt.Method{Sig: "*args, **kwargs", Fn: refNew},
		Init:  rt.Method{Sig: "*args, **kwargs", Fn: refInit},
		Slots: rt.Slots{Repr: refRepr, Hash: refHash, Call: refCall, Compare: refCompare},
		Methods: []rt.Method{{Name: "__class_getitem__", Sig: "item, /", Kind: rt.ClassMethod, Doc: "See PEP 585",
			Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.NewGenericAlias(t, a[0], a[1]), nil }}},
		GetSets: []rt.GetSet{{Name: "__callback__", Get: refCallback}}})
}
