// Package contextvars is Python's `_contextvars` module.
package contextvars

import (
	"fmt"

	rt "github.com/minipy/minipy/runtime"
)

// A table maps variables to values. It is never written after it was made: a
// change makes a new one, so that copying a context costs nothing.
type table struct {
	vals map[*Var]rt.Value
	keys []*Var // in the order they were first set
}

// A Context is a contextvars.Context.
type Context struct {
	rt.Object
	tab     *table
	prev    rt.Value // the context that was current when this was entered
	entered bool
}

// A Var is a ContextVar.
type Var struct {
	rt.Object
	name rt.Value
	def  rt.Value // unset: none
}

// A Token undoes one set().
type Token struct {
	rt.Object
	ctx  *Context
	v    *Var
	old  rt.Value // unset: there was none
	used bool
}

var contextType, varType, tokenType, missingType rt.Type

// missing is Token.MISSING.
type missing struct{ rt.Object }

var theMissing missing

// current is the thread's context, made when first asked for.
func current(t *rt.Thread) *Context {
	if !t.Context.IsUnset() {
		return rt.As[Context](t.Context)
	}
	c := newContext(&table{})
	t.Context = c.Value()
	return c
}

func newContext(tab *table) *Context {
	c := rt.Alloc[Context](&contextType)
	c.tab = tab
	return c
}

// with is tab with v set, or removed if val is unset.
func (tab *table) with(v *Var, val rt.Value) *table {
	n := &table{vals: make(map[*Var]rt.Value, len(tab.vals)+1), keys: make([]*Var, 0, len(tab.keys)+1)}
	for _, k := range tab.keys {
		if k != v || !val.IsUnset() {
			n.keys = append(n.keys, k)
			n.vals[k] = tab.vals[k]
		}
	}
	if val.IsUnset() {
		return n
	}
	if _, had := tab.vals[v]; !had {
		n.keys = append(n.keys, v)
	}
	n.vals[v] = val
	return n
}

func varNew(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	if _, ok := rt.AsStr(a[1]); !ok {
		return rt.Value{}, rt.TypeErrorf("context variable name must be a str")
	}
	cls, _ := rt.AsType(a[0])
	v := rt.Alloc[Var](cls)
	v.name, v.def = a[1], a[2]
	return v.Value(), nil
}

func varGet(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	v := rt.As[Var](a[0])
	if val, ok := current(t).tab.vals[v]; ok {
		return val, nil
	}
	if !a[1].IsUnset() {
		return a[1], nil
	}
	if !v.def.IsUnset() {
		return v.def, nil
	}
	return rt.Value{}, rt.NewException(rt.LookupError, a[0])
}

func varSet(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	v := rt.As[Var](a[0])
	c := current(t)
	tok := rt.Alloc[Token](&tokenType)
	tok.ctx, tok.v, tok.old = c, v, c.tab.vals[v]
	c.tab = c.tab.with(v, a[1])
	return tok.Value(), nil
}

func varReset(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	tok, ok := rt.Cast[Token](a[1], &tokenType)
	if !ok {
		return rt.Value{}, rt.TypeErrorf("expected an instance of Token, got %s", reprOr(t, a[1]))
	}
	if tok.used {
		return rt.Value{}, rt.RuntimeErrorf("%s has already been used once", reprOr(t, a[1]))
	}
	v := rt.As[Var](a[0])
	if tok.v != v {
		return rt.Value{}, rt.ValueErrorf("%s was created by a different ContextVar", reprOr(t, a[1]))
	}
	c := current(t)
	if tok.ctx != c {
		return rt.Value{}, rt.ValueErrorf("%s was created in a different Context", reprOr(t, a[1]))
	}
	tok.used = true
	c.tab = c.tab.with(v, tok.old)
	return rt.None, nil
}

func reprOr(t *rt.Thread, v rt.Value) string {
	s, err := rt.ReprStr(t, v)
	if err != nil {
		return v.Type().Name
	}
	return s
}

func varRepr(t *rt.Thread, v rt.Value) (rt.Value, error) {
	x := rt.As[Var](v)
	name, err := rt.ReprStr(t, x.name)
	if err != nil {
		return rt.Value{}, err
	}
	def := ""
	if !x.def.IsUnset() {
		if def, err = rt.ReprStr(t, x.def); err != nil {
			return rt.Value{}, err
		}
		def = " default=" + def
	}
	return rt.NewStr(fmt.Sprintf("<ContextVar name=%s%s at 0x%x>", name, def, v.ID())), nil
}

func tokenRepr(t *rt.Thread, v rt.Value) (rt.Value, error) {
	tok := rt.As[Token](v)
	s, err := rt.ReprStr(t, tok.v.Value())
	if err != nil {
		return rt.Value{}, err
	}
	used := ""
	if tok.used {
		used = " used"
	}
	return rt.NewStr(fmt.Sprintf("<Token%s var=%s at 0x%x>", used, s, v.ID())), nil
}

// contextRun is run(callable, *args, **kwargs).
func contextRun(t *rt.Thread, a []rt.Value, names []*rt.Str) (rt.Value, error) {
	c := rt.As[Context](a[0])
	if len(a)-len(names) < 2 {
		return rt.Value{}, rt.TypeErrorf("run() missing 1 required positional argument")
	}
	if c.entered {
		return rt.Value{}, rt.RuntimeErrorf("cannot enter context: %s is already entered", reprOr(t, a[0]))
	}
	c.prev, c.entered = current(t).Value(), true
	t.Context = a[0]
	r, err := rt.CallArgs(t, a[1], a[2:], names)
	t.Context = c.prev
	c.prev, c.entered = rt.Value{}, false
	return r, err
}

// varKey reads a key of a context.
func varKey(v rt.Value) (*Var, error) {
	x, ok := rt.Cast[Var](v, &varType)
	if !ok {
		return nil, rt.TypeErrorf("a ContextVar key was expected, got %s", v.Type().Name)
	}
	return x, nil
}

func keyErr(t *rt.Thread, v rt.Value) error {
	return rt.TypeErrorf("a ContextVar key was expected, got %s", reprOr(t, v))
}

func contextGetItem(t *rt.Thread, c, key rt.Value) (rt.Value, error) {
	k, err := varKey(key)
	if err != nil {
		return rt.Value{}, keyErr(t, key)
	}
	if v, ok := rt.As[Context](c).tab.vals[k]; ok {
		return v, nil
	}
	return rt.Value{}, rt.KeyErr(key)
}

func contextContains(t *rt.Thread, c, key rt.Value) (bool, error) {
	k, err := varKey(key)
	if err != nil {
		return false, keyErr(t, key)
	}
	_, ok := rt.As[Context](c).tab.vals[k]
	return ok, nil
}

func contextGet(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	k, err := varKey(a[1])
	if err != nil {
		return rt.Value{}, keyErr(t, a[1])
	}
	if v, ok := rt.As[Context](a[0]).tab.vals[k]; ok {
		return v, nil
	}
	return a[2], nil
}

// contextList lists a context's variables, values or pairs.
func contextList(item func(k *Var, v rt.Value) rt.Value) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		tab := rt.As[Context](a[0]).tab
		out := make([]rt.Value, len(tab.keys))
		for i, k := range tab.keys {
			out[i] = item(k, tab.vals[k])
		}
		return rt.NewList(out).Value(), nil
	}
}

var (
	contextKeys   = contextList(func(k *Var, v rt.Value) rt.Value { return k.Value() })
	contextValues = contextList(func(k *Var, v rt.Value) rt.Value { return v })
	contextItems  = contextList(func(k *Var, v rt.Value) rt.Value { return rt.TupleOf(k.Value(), v) })
)

// iterOf makes a method that gives an iterator over what list gives.
func iterOf(list rt.NativeFn) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		l, err := list(t, a)
		if err != nil {
			return rt.Value{}, err
		}
		return rt.Iter(t, l)
	}
}

func contextCompare(t *rt.Thread, op rt.CmpOp, a, b rt.Value) (rt.Value, error) {
	x, ok1 := rt.Cast[Context](a, &contextType)
	y, ok2 := rt.Cast[Context](b, &contextType)
	if !ok1 || !ok2 || op != rt.CmpEQ && op != rt.CmpNE {
		return rt.NotImplemented, nil
	}
	same := len(x.tab.keys) == len(y.tab.keys)
	for _, k := range x.tab.keys {
		if !same {
			break
		}
		v, ok := y.tab.vals[k]
		if !ok {
			same = false
			break
		}
		eq, err := rt.EqualBool(t, x.tab.vals[k], v)
		if err != nil {
			return rt.Value{}, err
		}
		same = eq
	}
	return rt.Bool(same == (op == rt.CmpEQ)), nil
}

func classGetItem(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return rt.NewGenericAlias(t, a[0], a[1]), nil
}

// Module is `_contextvars`.
var Module = &rt.ModuleSpec{
	Name: "_contextvars",
	Doc:  "Context Variables",
	Methods: []rt.Method{
		{Name: "copy_context", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return newContext(current(t).tab).Value(), nil
		}},
	},
	Types: []*rt.Type{&contextType, &varType, &tokenType},
}

func init() {
	rt.Define(&missingType, rt.TypeSpec{Name: "Token.MISSING", Size: rt.SizeOf[missing](), Flags: rt.FlagDisallowNew,
		Slots: rt.Slots{Repr: func(t *rt.Thread, v rt.Value) (rt.Value, error) { return rt.NewStr("<Token.MISSING>"), nil }}})
	theMissing.Object.Init(&missingType)
	getitem := rt.Method{Name: "__class_getitem__", Sig: "item, /", Kind: rt.ClassMethod, Fn: classGetItem, Doc: "See PEP 585"}
	rt.Define(&varType, rt.TypeSpec{Name: "_contextvars.ContextVar", Size: rt.SizeOf[Var](),
		New: rt.Method{Sig: "name, /, *, default=?", Fn: varNew}, Slots: rt.Slots{Repr: varRepr},
		Methods: []rt.Method{{Name: "get", Sig: "default=?, /", Fn: varGet}, {Name: "set", Sig: "value, /", Fn: varSet},
			{Name: "reset", Sig: "token, /", Fn: varReset}, getitem},
		GetSets: []rt.GetSet{{Name: "name", Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) { return rt.As[Var](v).name, nil }}}})
	rt.Define(&tokenType, rt.TypeSpec{Name: "_contextvars.Token", Size: rt.SizeOf[Token](), NoHash: true,
		New: rt.Method{Sig: "*args, **kwargs", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.Value{}, rt.RuntimeErrorf("Tokens can only be created by ContextVars")
		}},
		Slots: rt.Slots{Repr: tokenRepr}, Methods: []rt.Method{getitem},
		GetSets: []rt.GetSet{
			{Name: "var", Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) { return rt.As[Token](v).v.Value(), nil }},
			{Name: "old_value", Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
				if old := rt.As[Token](v).old; !old.IsUnset() {
					return old, nil
				}
				return theMissing.Value(), nil
			}}},
		Consts: []rt.Const{{Name: "MISSING", Value: theMissing.Value()}}})
	rt.Define(&contextType, rt.TypeSpec{Name: "_contextvars.Context", Size: rt.SizeOf[Context](), NoHash: true,
		New: rt.Method{Sig: "*args, **kwargs", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			args, _ := rt.AsTuple(a[1])
			kw, _ := rt.AsDict(a[2])
			if args.Len() > 0 || kw.Len() > 0 {
				return rt.Value{}, rt.TypeErrorf("Context() does not accept any arguments")
			}
			return newContext(&table{}).Value(), nil
		}},
		Slots: rt.Slots{Compare: contextCompare, GetItem: contextGetItem, Contains: contextContains,
			Len: func(t *rt.Thread, v rt.Value) (int, error) { return len(rt.As[Context](v).tab.keys), nil },
			Iter: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
				return iterOf(contextKeys)(t, []rt.Value{v})
			}},
		Methods: []rt.Method{{Name: "run", Raw: contextRun},
			{Name: "copy", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				return newContext(rt.As[Context](a[0]).tab).Value(), nil
			}},
			{Name: "get", Sig: "key, default=None, /", Fn: contextGet},
			{Name: "keys", Fn: iterOf(contextKeys)}, {Name: "values", Fn: iterOf(contextValues)}, {Name: "items", Fn: iterOf(contextItems)}}})
}
