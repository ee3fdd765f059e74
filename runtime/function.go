package runtime

import (
	"fmt"
	"math"

	"github.com/minipy/minipy/lang/code"
)

// Functions, bound methods and our own functions as objects.

type (
	function1 struct {
		Function
		c [1]Value
	}
	function2 struct {
		Function
		c [2]Value
	}
	function3 struct {
		Function
		c [3]Value
	}
)

// NewFunction makes a function of a linked code object, with a closure of so
// many cells to be filled in: in one allocation if they are few.
func NewFunction(c *CodeObject, globals, builtins *Dict, module Value, cells int) *Function {
	var f *Function
	switch cells {
	case 0:
		f = &Function{}
	case 1:
		p := &function1{}
		f, p.Closure = &p.Function, p.c[:]
	case 2:
		p := &function2{}
		f, p.Closure = &p.Function, p.c[:]
	case 3:
		p := &function3{}
		f, p.Closure = &p.Function, p.c[:]
	default:
		f = &Function{Closure: make([]Value, cells)}
	}
	f.typ = &functionType
	f.attrs.shape = functionType.root
	f.Code, f.Unit, f.Globals, f.Builtins, f.Module = c, c.Unit, globals, builtins, module
	return f
}

// More gives f's rare fields, to be set.
func (f *Function) More() *FunctionRare {
	if f.Rare == nil {
		f.Rare = &FunctionRare{}
	}
	return f.Rare
}

// Name is f.__name__, Qualname f.__qualname__.
func (f *Function) Name() *Str {
	if f.Rare != nil && f.Rare.Name != nil {
		return f.Rare.Name
	}
	return f.Code.Load().Name
}

func (f *Function) Qualname() *Str {
	if f.Rare != nil && f.Rare.Qualname != nil {
		return f.Rare.Qualname
	}
	return f.Code.Load().Qualname
}

// Defaults are those of the last positional parameters; nil: none.
func (f *Function) Defaults() []Value {
	if f.Rare == nil {
		return nil
	}
	return f.Rare.Defaults
}

// KwDefs are the defaults of keyword-only parameters; nil: none.
func (f *Function) KwDefs() *Dict {
	if f.Rare == nil {
		return nil
	}
	return f.Rare.KwDefs
}

func (f *Function) doc() Value {
	switch {
	case f.Rare != nil && !f.Rare.Doc.IsUnset():
		return f.Rare.Doc
	case f.Code.Code().HasDoc:
		return f.Code.Doc
	}
	return None
}

func functionRepr(t *Thread, v Value) (Value, error) {
	return NewStr(fmt.Sprintf("<function %s at 0x%x>", As[Function](v).Qualname().s, v.ID())), nil
}

func functionCall(t *Thread, v Value, args []Value, names []*Str) (Value, error) {
	return t.Host.CallFunction(t, As[Function](v), args, names)
}

func functionGet(t *Thread, f, obj, owner Value) (Value, error) {
	if obj.IsUnset() {
		return f, nil
	}
	return NewMethod(f, obj), nil
}

func functionNew(t *Thread, a []Value) (Value, error) {
	c, ok := Cast[CodeObject](a[1], CodeType)
	if !ok {
		return Value{}, TypeErrorf("function() argument 'code' must be code, not %s", a[1].Type().Name)
	}
	c.Load()
	g, ok := AsDict(a[2])
	if !ok {
		return Value{}, TypeErrorf("function() argument 'globals' must be dict, not %s", a[2].Type().Name)
	}
	f := NewFunction(c, g, t.VM.BuiltinsFor(g), None, 0)
	if m, ok := g.GetStr(dnName); ok {
		f.Module = m
	}
	if s, ok := AsStr(a[3]); ok {
		f.More().Name, f.More().Qualname = s, s
	} else if !a[3].IsNone() {
		return Value{}, TypeErrorf("arg 3 (name) must be None or string")
	}
	if d, ok := AsTuple(a[4]); ok {
		f.More().Defaults = d.items
	} else if !a[4].IsNone() {
		return Value{}, TypeErrorf("arg 4 (defaults) must be None or tuple")
	}
	n := len(c.Captures)
	if cl, ok := AsTuple(a[5]); ok {
		if len(cl.items) != n {
			return Value{}, ValueErrorf("%s requires closure of length %d, not %d", c.Name.s, n, len(cl.items))
		}
		for _, c := range cl.items {
			if !IsCell(c) {
				return Value{}, TypeErrorf("arg 5 (closure) expected cell, found %s", c.Type().Name)
			}
		}
		f.Closure = cl.items
	} else if !a[5].IsNone() {
		return Value{}, TypeErrorf("arg 5 (closure) must be tuple")
	} else if n > 0 {
		return Value{}, TypeErrorf("arg 5 (closure) must be tuple")
	}
	return f.Value(), nil
}

// IsCell says that v is a cell: what a closure consists of. The loop takes that
// for granted.
func IsCell(v Value) bool {
	_, ok := Cast[Cell](v, CellType)
	return ok
}

// BuiltinsFor is the builtins namespace that code with these globals sees.
func (vm *VM) BuiltinsFor(g *Dict) *Dict {
	if g == nil {
		return vm.Builtins
	}
	if b, ok := g.GetStr(dnBuiltins); ok {
		if d, ok := AsDict(b); ok {
			return d
		}
		if m, ok := Cast[Module](b, ModuleType); ok {
			return m.Dict
		}
	}
	return vm.Builtins
}

// builtinsValue gives d, a namespace of builtins, to Python code.
func (vm *VM) builtinsValue(t *Thread, d *Dict) Value {
	if m := vm.BuiltinsModule; m != nil && m.Dict == d {
		m.Namespace(t)
	}
	return d.Value()
}

var dnBuiltins = StaticStr("__builtins__")

func fn(v Value) *Function { return As[Function](v) }

func getDefaults(t *Thread, v Value) (Value, error) {
	if d := fn(v).Defaults(); d != nil {
		return NewTuple(d), nil
	}
	return None, nil
}

func setDefaults(t *Thread, v, val Value) error {
	if val.IsUnset() || val.IsNone() {
		fn(v).More().Defaults = nil
		return nil
	}
	d, ok := AsTuple(val)
	if !ok {
		return TypeErrorf("__defaults__ must be set to a tuple object")
	}
	fn(v).More().Defaults = d.items
	return nil
}

func setKwDefaults(t *Thread, v, val Value) error {
	if val.IsUnset() || val.IsNone() {
		fn(v).More().KwDefs = nil
		return nil
	}
	d, ok := AsDict(val)
	if !ok {
		return TypeErrorf("__kwdefaults__ must be set to a dict object")
	}
	fn(v).More().KwDefs = d
	return nil
}

func setFuncCode(t *Thread, v, val Value) error {
	c, ok := Cast[CodeObject](val, CodeType)
	if !ok {
		return TypeErrorf("__code__ must be set to a code object")
	}
	if a, b := len(fn(v).Closure), len(c.Captures); a != b {
		return ValueErrorf("%s() requires a code object with %d free vars, not %d", fn(v).Name().s, a, b)
	}
	r := fn(v).More()
	r.Name, r.Qualname, r.Doc = fn(v).Name(), fn(v).Qualname(), fn(v).doc()
	if was := fn(v).Code; was.Code().Flags&(code.Generator|code.Coroutine|code.AsyncGenerator) != 0 {
		if len(r.Was) == math.MaxUint16 {
			return RuntimeErrorf("the code of %s() has been replaced too often", fn(v).Name().s)
		}
		r.Was = append(r.Was, was)
	}
	fn(v).Code, fn(v).Unit = c, nil
	return nil
}

func strSetter(what string, set func(f *Function, s *Str)) func(t *Thread, v, val Value) error {
	return func(t *Thread, v, val Value) error {
		s, ok := AsStr(val)
		if !ok {
			return TypeErrorf("%s must be set to a string object", what)
		}
		set(fn(v), s)
		return nil
	}
}

func annotsGet(t *Thread, v Value) (Value, error) {
	f := fn(v)
	if f.More().Annots.IsUnset() {
		f.Rare.Annots = NewDict().Value()
	}
	return f.Rare.Annots, nil
}

func annotsSet(t *Thread, v, val Value) error {
	if val.IsUnset() || val.IsNone() {
		fn(v).More().Annots = Value{}
		return nil
	}
	if _, ok := AsDict(val); !ok {
		return TypeErrorf("__annotations__ must be set to a dict object")
	}
	fn(v).More().Annots = val
	return nil
}

func initFunction() {
	Define(&functionType, TypeSpec{Name: "function", Size: SizeOf[Function](), AttrOff: functionAttrs,
		Doc:   "Create a function object.",
		New:   Method{Sig: "code, globals, name=None, argdefs=None, closure=None", Fn: functionNew},
		Slots: Slots{Repr: functionRepr, Call: functionCall, DescrGet: functionGet},
		GetSets: []GetSet{
			{Name: "__code__", Get: func(t *Thread, v Value) (Value, error) { return fn(v).Code.Value(), nil }, Set: setFuncCode},
			{Name: "__globals__", Set: ReadOnlyMember, Get: func(t *Thread, v Value) (Value, error) { return fn(v).Globals.Value(), nil }},
			{Name: "__builtins__", Set: ReadOnlyMember, Get: func(t *Thread, v Value) (Value, error) { return t.VM.builtinsValue(t, fn(v).Builtins), nil }},
			{Name: "__name__", Get: func(t *Thread, v Value) (Value, error) { return fn(v).Name().Value(), nil },
				Set: strSetter("__name__", func(f *Function, s *Str) { f.More().Name = s })},
			{Name: "__qualname__", Get: func(t *Thread, v Value) (Value, error) { return fn(v).Qualname().Value(), nil },
				Set: strSetter("__qualname__", func(f *Function, s *Str) { f.More().Qualname = s })},
			{Name: "__doc__", Get: func(t *Thread, v Value) (Value, error) { return fn(v).doc(), nil },
				Set: func(t *Thread, v, val Value) error {
					if val.IsUnset() {
						val = None
					}
					fn(v).More().Doc = val
					return nil
				}},
			{Name: "__module__", Get: func(t *Thread, v Value) (Value, error) { return fn(v).Module, nil },
				Set: func(t *Thread, v, val Value) error {
					if val.IsUnset() {
						val = None
					}
					fn(v).Module = val
					return nil
				}},
			{Name: "__defaults__", Get: getDefaults, Set: setDefaults},
			{Name: "__kwdefaults__", Get: func(t *Thread, v Value) (Value, error) {
				if d := fn(v).KwDefs(); d != nil {
					return d.Value(), nil
				}
				return None, nil
			}, Set: setKwDefaults},
			{Name: "__closure__", Set: ReadOnlyMember, Get: func(t *Thread, v Value) (Value, error) {
				if len(fn(v).Closure) == 0 {
					return None, nil
				}
				return NewTuple(fn(v).Closure), nil
			}},
			{Name: "__annotations__", Get: annotsGet, Set: annotsSet},
			*dictGetSet,
		},
	})
}

func bm(v Value) *BoundMethod { return As[BoundMethod](v) }

func methodRepr(t *Thread, v Value) (Value, error) {
	m := bm(v)
	name := "?"
	for _, attr := range []string{"__qualname__", "__name__"} {
		q, ok, err := LookupAttr(t, m.Func, StaticStrFind(attr))
		if err != nil {
			return Value{}, err
		}
		if s, isStr := AsStr(q); ok && isStr {
			name = s.s
			break
		}
	}
	self, err := ReprStr(t, m.Self)
	if err != nil {
		return Value{}, err
	}
	return NewStr(fmt.Sprintf("<bound method %s of %s>", name, self)), nil
}

func methodCall(t *Thread, v Value, args []Value, names []*Str) (Value, error) {
	m := bm(v)
	var buf [8]Value
	full := append(append(buf[:0], m.Self), args...)
	return CallArgs(t, m.Func, full, names)
}

func methodCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	x, ok1 := Cast[BoundMethod](a, MethodType)
	y, ok2 := Cast[BoundMethod](b, MethodType)
	if !ok1 || !ok2 || op != CmpEQ && op != CmpNE {
		return NotImplemented, nil
	}
	eq := Is(x.Self, y.Self)
	if eq {
		var err error
		if eq, err = EqualBool(t, x.Func, y.Func); err != nil {
			return Value{}, err
		}
	}
	return Bool(eq == (op == CmpEQ)), nil
}

func methodHash(t *Thread, v Value) (int64, error) {
	h, err := HashValue(t, bm(v).Func)
	return HashPointer(bm(v).Self) ^ int64(h), err
}

func methodGetAttr(t *Thread, v Value, name *Str) (Value, error) {
	if m, _ := methodType.LookupWhere(t, name); !m.IsUnset() {
		if get := m.Type().Slots.DescrGet; get != nil {
			return get(t, m, v, methodType.Value())
		}
		return m, nil
	}
	return GetAttr(t, bm(v).Func, name)
}

func initMethod() {
	Define(&methodType, TypeSpec{Name: "method", Size: SizeOf[BoundMethod](),
		Doc: "Create a bound instance method object.",
		New: Method{Sig: "function, instance, /", Fn: func(t *Thread, a []Value) (Value, error) {
			if !IsCallable(a[1]) {
				return Value{}, TypeErrorf("first argument must be callable")
			}
			if a[2].IsNone() {
				return Value{}, TypeErrorf("instance must not be None")
			}
			return NewMethod(a[1], a[2]), nil
		}},
		Slots: Slots{Repr: methodRepr, Call: methodCall, Compare: methodCompare, Hash: methodHash, GetAttr: methodGetAttr,
			DescrGet: func(t *Thread, f, obj, owner Value) (Value, error) { return f, nil }},
		Methods: []Method{{Name: "__reduce__", Fn: func(t *Thread, a []Value) (Value, error) {
			n, err := GetAttrS(t, bm(a[0]).Func, "__name__")
			if err != nil {
				return Value{}, err
			}
			g, _ := t.VM.Builtins.Lookup("getattr")
			return TupleOf(g, TupleOf(bm(a[0]).Self, n)), nil
		}}},
		GetSets: []GetSet{
			{Name: "__func__", Set: ReadOnlyMember, Get: func(t *Thread, v Value) (Value, error) { return bm(v).Func, nil }},
			{Name: "__self__", Set: ReadOnlyMember, Get: func(t *Thread, v Value) (Value, error) { return bm(v).Self, nil }},
			{Name: "__doc__", Get: func(t *Thread, v Value) (Value, error) { return GetAttrS(t, bm(v).Func, "__doc__") }},
		},
	})
}

func nat(v Value) *Native { return As[Native](v) }

func nativeRepr(t *Thread, v Value) (Value, error) {
	n := nat(v)
	if !n.Self.IsUnset() {
		if n.Owner != nil {
			return NewStr(fmt.Sprintf("<built-in method %s of %s object at 0x%x>", n.Def.Name, n.Self.Type().Name, n.Self.ID())), nil
		}
	}
	if n.Owner != nil && n.Def.Name == "__new__" {
		return NewStr(fmt.Sprintf("<built-in method __new__ of type object at 0x%x>", n.Owner.Value().ID())), nil
	}
	return NewStr("<built-in function " + n.Def.Name + ">"), nil
}

func nativeCall(t *Thread, v Value, args []Value, names []*Str) (Value, error) {
	return CallNative(t, nat(v), args, names)
}

func descrRepr(kind string) UnaryFn {
	return func(t *Thread, v Value) (Value, error) {
		n := nat(v)
		return NewStr(fmt.Sprintf("<%s '%s' of '%s' objects>", kind, n.Def.Name, n.Owner.Name)), nil
	}
}

// descrGet binds a method of a builtin type.
func descrGet(t *Thread, f, obj, owner Value) (Value, error) {
	n := nat(f)
	if obj.IsUnset() {
		return f, nil
	}
	if !obj.Type().IsSubtype(n.Owner) {
		return Value{}, TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", n.Def.Name, n.Owner.Name, obj.Type().Name)
	}
	return n.bind(obj), nil
}

func (n *Native) bind(self Value) Value {
	b := &Native{Def: n.Def, Owner: n.Owner, slot: n.slot, Self: self, Module: n.Module, plain: n}
	b.typ = &nativeType
	if n.slot != nil || n.typ == &wrapperDescrType {
		b.typ = &nativeMethodType
	}
	return b.Value()
}

func classMethodDescrGet(t *Thread, f, obj, owner Value) (Value, error) {
	if owner.IsUnset() {
		owner = obj.Type().Value()
	}
	return nat(f).bind(owner), nil
}

func nativeQualname(n *Native) string {
	if n.Owner != nil {
		return n.Owner.PyName() + "." + n.Def.Name
	}
	return n.Def.Name
}

func docOf(n *Native) Value {
	_, doc := n.described()
	if doc == "" {
		return None
	}
	return NewStr(doc)
}

func nativeCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	if op != CmpEQ && op != CmpNE || a.Type() != b.Type() {
		return NotImplemented, nil
	}
	x, y := nat(a), nat(b)
	return Bool((x.Def == y.Def && x.Owner == y.Owner && Is(x.Self, y.Self)) == (op == CmpEQ)), nil
}

func nativeHash(t *Thread, v Value) (int64, error) {
	n := nat(v)
	h := t.hashText(nativeQualname(n))
	if !n.Self.IsUnset() {
		h ^= HashPointer(n.Self)
	}
	return h, nil
}

func nativeGetSets() []GetSet {
	return []GetSet{
		{Name: "__name__", Get: func(t *Thread, v Value) (Value, error) { return NewStr(nat(v).Def.Name), nil }},
		{Name: "__qualname__", Get: func(t *Thread, v Value) (Value, error) { return NewStr(nativeQualname(nat(v))), nil }},
		{Name: "__doc__", Get: func(t *Thread, v Value) (Value, error) { return docOf(nat(v)), nil }},
		{Name: "__text_signature__", Get: func(t *Thread, v Value) (Value, error) {
			n := nat(v)
			if sig, _ := n.described(); sig == "" && n.Def.Raw != nil && n.slot == nil {
				return None, nil
			}
			return NewStr(n.textSignature()), nil
		}},
	}
}

func initNative() {
	methods := []Method{{Name: "__reduce__", Fn: func(t *Thread, a []Value) (Value, error) {
		n := nat(a[0])
		if n.typ == &classMethodDescrType {
			return Value{}, TypeErrorf("cannot pickle '%s' object", n.typ.Name)
		}
		if n.Self.IsUnset() {
			if n.Owner == nil {
				return NewStr(n.Def.Name), nil
			}
			g, _ := t.VM.Builtins.Lookup("getattr")
			return TupleOf(g, TupleOf(n.Owner.Value(), NewStr(n.Def.Name))), nil
		}
		g, _ := t.VM.Builtins.Lookup("getattr")
		return TupleOf(g, TupleOf(n.Self, NewStr(n.Def.Name))), nil
	}}}
	gs := append(nativeGetSets(),
		GetSet{Name: "__module__", Get: func(t *Thread, v Value) (Value, error) {
			if m := nat(v).Module; m != "" {
				return NewStr(m), nil
			}
			return None, nil
		}},
		GetSet{Name: "__self__", Get: func(t *Thread, v Value) (Value, error) {
			n := nat(v)
			if !n.Self.IsUnset() {
				return n.Self, nil
			}
			if n.Owner != nil {
				return n.Owner.Value(), nil
			}
			if m, ok := t.VM.Modules.Lookup(n.Module); ok {
				return m, nil
			}
			return None, nil
		}})
	Define(&nativeType, TypeSpec{Name: "builtin_function_or_method", Size: SizeOf[Native](), Flags: FlagDisallowNew,
		Slots: Slots{Repr: nativeRepr, Call: nativeCall, Compare: nativeCompare, Hash: nativeHash}, GetSets: gs, Methods: methods})
	dgs := append(nativeGetSets(), GetSet{Name: "__objclass__", Get: func(t *Thread, v Value) (Value, error) { return nat(v).Owner.Value(), nil }})
	Define(&methDescType, TypeSpec{Name: "method_descriptor", Size: SizeOf[Native](), Flags: FlagDisallowNew, Methods: methods,
		Slots: Slots{Repr: descrRepr("method"), Call: nativeCall, DescrGet: descrGet}, GetSets: dgs})
	Define(&wrapperDescrType, TypeSpec{Name: "wrapper_descriptor", Size: SizeOf[Native](), Flags: FlagDisallowNew, Methods: methods,
		Slots: Slots{Repr: descrRepr("slot wrapper"), Call: nativeCall, DescrGet: descrGet}, GetSets: dgs})
	Define(&classMethodDescrType, TypeSpec{Name: "classmethod_descriptor", Size: SizeOf[Native](), Flags: FlagDisallowNew,
		Slots: Slots{Repr: descrRepr("method"), Call: nativeCall, DescrGet: classMethodDescrGet}, GetSets: dgs})
	Define(&nativeMethodType, TypeSpec{Name: "method-wrapper", Size: SizeOf[Native](), Flags: FlagDisallowNew, Methods: methods,
		Slots: Slots{Repr: func(t *Thread, v Value) (Value, error) {
			n := nat(v)
			return NewStr(fmt.Sprintf("<method-wrapper '%s' of %s object at 0x%x>", n.Def.Name, n.Self.Type().Name, n.Self.ID())), nil
		}, Call: nativeCall, Compare: nativeCompare, Hash: nativeHash},
		GetSets: append(gs[:len(gs):len(gs)], GetSet{Name: "__objclass__", Get: func(t *Thread, v Value) (Value, error) { return nat(v).Owner.Value(), nil }})})
}

func init() {
	initFunction()
	initMethod()
	initNative()
}

// IsGeneratorCode says what calling code makes: nil for a plain function.
func generatorTypeFor(f code.Flags) *Type {
	switch {
	case f&code.AsyncGenerator != 0:
		return &asyncGenType
	case f&code.Coroutine != 0:
		return &coroutineType
	case f&code.Generator != 0:
		return &generatorType
	}
	return nil
}
