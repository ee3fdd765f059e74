package runtime

import "strings"

// A GenericAlias is list[int] and the like.
type GenericAlias struct {
	Object
	Origin  Value
	Args    Value // tuple
	Params  Value // tuple of type variables, or unset until asked for
	Starred bool
}

// A Union is int | str.
type Union struct {
	Object
	Args   Value // tuple
	Params Value
}

var (
	genericAliasType, unionType Type
	GenericAliasType            = &genericAliasType
	UnionType                   = &unionType
)

// NewGenericAlias makes origin[args].
func NewGenericAlias(t *Thread, origin, args Value) Value {
	if tup, ok := AsTuple(args); !ok || tup.typ != &tupleType {
		args = TupleOf(args)
	}
	g := &GenericAlias{Origin: origin, Args: args}
	g.typ = &genericAliasType
	return g.Value()
}

func ga(v Value) *GenericAlias { return As[GenericAlias](v) }

// typeItemRepr is how an argument shows in list[int]'s repr.
func typeItemRepr(t *Thread, v Value) (string, error) {
	if v == Ellipsis {
		return "...", nil
	}
	if v.Type() == &genericAliasType {
		return ReprStr(t, v)
	}
	if l, ok := AsList(v); ok {
		var parts []string
		for _, x := range l.items {
			r, err := typeItemRepr(t, x)
			if err != nil {
				return "", err
			}
			parts = append(parts, r)
		}
		return "[" + strings.Join(parts, ", ") + "]", nil
	}
	if _, isType := AsType(v); !isType {
		// other aliases show themselves
		_, hasOrigin, err := LookupAttr(t, v, StaticStrFind("__origin__"))
		if err != nil {
			return "", err
		}
		if hasOrigin {
			if _, hasArgs, err := LookupAttr(t, v, StaticStrFind("__args__")); err != nil {
				return "", err
			} else if hasArgs {
				return ReprStr(t, v)
			}
		}
	}
	q, ok, err := LookupAttr(t, v, dnQualname)
	if err != nil {
		return "", err
	}
	if qs, isStr := AsStr(q); ok && isStr {
		m, ok, err := LookupAttr(t, v, dnModule)
		if err != nil {
			return "", err
		}
		if ms, isStr := AsStr(m); ok && isStr {
			if ms.s == "builtins" {
				return qs.s, nil
			}
			return ms.s + "." + qs.s, nil
		}
	}
	return ReprStr(t, v)
}

func gaRepr(t *Thread, v Value) (Value, error) {
	g := ga(v)
	o, err := typeItemRepr(t, g.Origin)
	if err != nil {
		return Value{}, err
	}
	var parts []string
	for _, x := range g.Args.tupleItems() {
		r, err := typeItemRepr(t, x)
		if err != nil {
			return Value{}, err
		}
		parts = append(parts, r)
	}
	s := strings.Join(parts, ", ")
	if s == "" {
		s = "()"
	}
	star := ""
	if g.Starred {
		star = "*"
	}
	return NewStr(star + o + "[" + s + "]"), nil
}

// gaOwn are the attributes an alias answers itself; the rest go to its origin.
var gaOwn = map[string]bool{"__origin__": true, "__args__": true, "__parameters__": true, "__mro_entries__": true, "__reduce_ex__": true,
	"__reduce__": true, "__copy__": true, "__deepcopy__": true, "__unpacked__": true, "__typing_unpacked_tuple_args__": true, "__class__": true}

func gaGetAttr(t *Thread, v Value, name *Str) (Value, error) {
	if !gaOwn[name.s] && !(strings.HasPrefix(name.s, "__") && strings.HasSuffix(name.s, "__") && gaDunder(name.s)) {
		return GetAttr(t, ga(v).Origin, name)
	}
	return GenericGetAttr(t, v, name)
}

func gaDunder(n string) bool {
	switch n {
	case "__name__", "__qualname__", "__module__", "__doc__", "__dict__", "__bases__", "__mro__", "__annotations__", "__subclasses__":
		return false
	}
	_, ok := genericAliasType.Dict.Lookup(n)
	return ok
}

func gaCall(t *Thread, v Value, args []Value, names []*Str) (Value, error) {
	obj, err := CallArgs(t, ga(v).Origin, args, names)
	if err != nil {
		return Value{}, err
	}
	if serr := SetAttr(t, obj, t.VM.Intern("__orig_class__"), v); serr != nil && !IsError(serr, AttributeError) && !IsError(serr, TypeError) {
		return Value{}, serr
	}
	return obj, nil
}

func gaCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	if !a.Type().IsSubtype(&genericAliasType) || !b.Type().IsSubtype(&genericAliasType) || op != CmpEQ && op != CmpNE {
		return NotImplemented, nil
	}
	x, y := ga(a), ga(b)
	eq, err := EqualBool(t, x.Origin, y.Origin)
	if eq && err == nil {
		eq, err = EqualBool(t, x.Args, y.Args)
	}
	return Bool((eq && x.Starred == y.Starred) == (op == CmpEQ)), err
}

// params are the type variables among args, in order of appearance.
func params(t *Thread, args []Value) (Value, error) {
	var out []Value
	add := func(v Value) {
		for _, o := range out {
			if Is(o, v) {
				return
			}
		}
		out = append(out, v)
	}
	for _, a := range args {
		if _, isType := AsType(a); isType {
			continue
		}
		if _, ok, err := LookupAttr(t, a, StaticStrFind("__typing_subst__")); err != nil {
			return Value{}, err
		} else if ok {
			add(a)
			continue
		}
		sub, ok, err := LookupAttr(t, a, StaticStrFind("__parameters__"))
		if err != nil {
			return Value{}, err
		}
		if ok {
			for _, p := range sub.tupleItems() {
				add(p)
			}
		}
	}
	return NewTuple(out), nil
}

// unpackedItems are the items that stand for a type variable each: those of
// an unpacked tuple of known length, *tuple[int, str], take its place.
func unpackedItems(t *Thread, items []Value) ([]Value, error) {
	var out []Value
	for _, it := range items {
		if _, isType := AsType(it); !isType {
			inner, ok, err := LookupAttr(t, it, StaticStrFind("__typing_unpacked_tuple_args__"))
			if err != nil {
				return nil, err
			}
			if tup, isTuple := AsTuple(inner); ok && isTuple && (len(tup.items) == 0 || tup.items[len(tup.items)-1] != Ellipsis) {
				out = append(out, tup.items...)
				continue
			}
		}
		out = append(out, it)
	}
	return out, nil
}

// substitute replaces the type variables ps in args by what item gives, by
// the protocol that typing's variables follow: __typing_prepare_subst__
// arranges the items (it gathers those of a TypeVarTuple in a tuple), and
// __typing_subst__ checks and converts one.
func substitute(t *Thread, self Value, args, ps []Value, item Value) ([]Value, error) {
	items := []Value{item}
	if tup, ok := AsTuple(item); ok {
		items = tup.items
	}
	if len(ps) == 0 {
		r, _ := ReprStr(t, self)
		return nil, TypeErrorf("%s is not a generic class", r)
	}
	items, err := unpackedItems(t, items)
	if err != nil {
		return nil, err
	}
	for _, p := range ps {
		prepare, ok, err := LookupAttr(t, p, StaticStrFind("__typing_prepare_subst__"))
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		r, err := Call(t, prepare, self, NewTuple(items))
		if err != nil {
			return nil, err
		}
		if tup, ok := AsTuple(r); ok {
			items = tup.items
		}
	}
	if len(items) != len(ps) {
		r, _ := ReprStr(t, self)
		what := "few"
		if len(items) > len(ps) {
			what = "many"
		}
		return nil, TypeErrorf("Too %s arguments for %s; actual %d, expected %d", what, r, len(items), len(ps))
	}
	var out []Value
	for _, a := range args {
		if _, isType := AsType(a); isType {
			out = append(out, a)
			continue
		}
		subst, ok, err := LookupAttr(t, a, StaticStrFind("__typing_subst__"))
		if err != nil {
			return nil, err
		}
		r := a
		if ok {
			if i := paramIndex(ps, a); i >= 0 {
				r, err = Call(t, subst, items[i])
			}
		} else {
			r, err = substituteInside(t, a, ps, items)
		}
		if err != nil {
			return nil, err
		}
		unpack, ok, err := LookupAttr(t, a, StaticStrFind("__typing_is_unpacked_typevartuple__"))
		if err != nil {
			return nil, err
		}
		if tup, isTuple := AsTuple(r); ok && isTuple && unpack == True {
			out = append(out, tup.items...)
		} else {
			out = append(out, r)
		}
	}
	return out, nil
}

func paramIndex(ps []Value, v Value) int {
	for i, p := range ps {
		if Is(p, v) {
			return i
		}
	}
	return -1
}

// substituteInside replaces the variables of an argument that has some, such
// as list[T].
func substituteInside(t *Thread, a Value, ps, items []Value) (Value, error) {
	sub, ok, err := LookupAttr(t, a, StaticStrFind("__parameters__"))
	if err != nil {
		return Value{}, err
	}
	tup, isTuple := AsTuple(sub)
	if !ok || !isTuple || len(tup.items) == 0 {
		return a, nil
	}
	var key []Value
	for _, sp := range tup.items {
		i := paramIndex(ps, sp)
		if i < 0 {
			key = append(key, sp)
			continue
		}
		if given, ok := AsTuple(items[i]); ok && ps[i].Type().Slots.Iter != nil {
			key = append(key, given.items...) // a TypeVarTuple's
		} else {
			key = append(key, items[i])
		}
	}
	return GetItem(t, a, NewTuple(key))
}

func gaParams(t *Thread, v Value) (Value, error) {
	g := ga(v)
	if g.Params.IsUnset() {
		var err error
		if g.Params, err = params(t, g.Args.tupleItems()); err != nil {
			return Value{}, err
		}
	}
	return g.Params, nil
}

func initGenericAlias() {
	Define(&genericAliasType, TypeSpec{Name: "types.GenericAlias", Size: SizeOf[GenericAlias](), Flags: FlagBase,
		Doc: "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).",
		New: Method{Sig: "origin, args, /", Fn: func(t *Thread, a []Value) (Value, error) {
			g := Alloc[GenericAlias](As[Type](a[0]))
			g.Origin, g.Args = a[1], a[2]
			if _, ok := AsTuple(a[2]); !ok {
				g.Args = TupleOf(a[2])
			}
			return g.Value(), nil
		}},
		Slots: Slots{Repr: gaRepr, GetAttr: gaGetAttr, Call: gaCall, Compare: gaCompare, Binary: typeUnion,
			Hash: func(t *Thread, v Value) (int64, error) {
				h1, err := HashValue(t, ga(v).Origin)
				if err != nil {
					return 0, err
				}
				h2, err := HashValue(t, ga(v).Args)
				return int64(h1 ^ h2), err
			},
			GetItem: func(t *Thread, v, key Value) (Value, error) {
				ps, err := gaParams(t, v)
				if err != nil {
					return Value{}, err
				}
				args, err := substitute(t, v, ga(v).Args.tupleItems(), ps.tupleItems(), key)
				if err != nil {
					return Value{}, err
				}
				n := NewGenericAlias(t, ga(v).Origin, NewTuple(args))
				ga(n).Starred = ga(v).Starred
				return n, nil
			},
			Iter: func(t *Thread, v Value) (Value, error) {
				n := NewGenericAlias(t, ga(v).Origin, ga(v).Args)
				ga(n).Starred = true
				return Iter(t, TupleOf(n))
			}},
		BinOps: []BinOp{OpOr},
		Methods: []Method{
			{Name: "__mro_entries__", Sig: "bases, /", Fn: func(t *Thread, a []Value) (Value, error) { return TupleOf(ga(a[0]).Origin), nil }},
			{Name: "__instancecheck__", Sig: "instance, /", Fn: func(t *Thread, a []Value) (Value, error) {
				return Value{}, TypeErrorf("isinstance() argument 2 cannot be a parameterized generic")
			}},
			{Name: "__subclasscheck__", Sig: "subclass, /", Fn: func(t *Thread, a []Value) (Value, error) {
				return Value{}, TypeErrorf("issubclass() argument 2 cannot be a parameterized generic")
			}},
			{Name: "__reduce__", Fn: func(t *Thread, a []Value) (Value, error) {
				return TupleOf(genericAliasType.Value(), TupleOf(ga(a[0]).Origin, ga(a[0]).Args)), nil
			}},
		},
		GetSets: []GetSet{
			{Name: "__origin__", Set: ReadOnlyMember, Get: func(t *Thread, v Value) (Value, error) { return ga(v).Origin, nil }},
			{Name: "__args__", Set: ReadOnlyMember, Get: func(t *Thread, v Value) (Value, error) { return ga(v).Args, nil }},
			{Name: "__parameters__", Get: gaParams},
			{Name: "__unpacked__", Get: func(t *Thread, v Value) (Value, error) { return Bool(ga(v).Starred), nil }},
			{Name: "__typing_unpacked_tuple_args__", Get: func(t *Thread, v Value) (Value, error) {
				if ga(v).Starred && Is(ga(v).Origin, tupleType.Value()) {
					return ga(v).Args, nil
				}
				return None, nil
			}},
		},
	})
}

// unionable says that v may stand in X | Y.
func unionable(v Value) bool {
	if _, ok := AsType(v); ok || v.IsNone() {
		return true
	}
	return v.Type().IsSubtype(&genericAliasType) || v.Type() == &unionType
}

// typeUnion is X | Y of classes.
func typeUnion(t *Thread, op BinOp, a, b Value) (Value, error) {
	if op != OpOr || !unionable(a) || !unionable(b) {
		return NotImplemented, nil
	}
	var out []Value
	for _, v := range []Value{a, b} {
		items := []Value{v}
		if v.Type() == &unionType {
			items = As[Union](v).Args.tupleItems()
		}
		for _, x := range items {
			if x.IsNone() {
				x = noneType.Value()
			}
			dup := false
			for _, o := range out {
				eq, err := EqualBool(t, o, x)
				if err != nil {
					return Value{}, err
				}
				dup = dup || eq
			}
			if !dup {
				out = append(out, x)
			}
		}
	}
	if len(out) == 1 {
		return out[0], nil
	}
	u := &Union{Args: NewTuple(out)}
	u.typ = &unionType
	return u.Value(), nil
}

func un(v Value) *Union { return As[Union](v) }

func unionRepr(t *Thread, v Value) (Value, error) {
	var parts []string
	for _, x := range un(v).Args.tupleItems() {
		if Is(x, noneType.Value()) {
			parts = append(parts, "None")
			continue
		}
		r, err := typeItemRepr(t, x)
		if err != nil {
			return Value{}, err
		}
		parts = append(parts, r)
	}
	return NewStr(strings.Join(parts, " | ")), nil
}

func unionCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	if a.Type() != &unionType || b.Type() != &unionType || op != CmpEQ && op != CmpNE {
		return NotImplemented, nil
	}
	x, y := un(a).Args.tupleItems(), un(b).Args.tupleItems()
	eq := len(x) == len(y)
	for _, v := range x {
		found := false
		for _, w := range y {
			e, err := EqualBool(t, v, w)
			if err != nil {
				return Value{}, err
			}
			found = found || e
		}
		eq = eq && found
	}
	return Bool(eq == (op == CmpEQ)), nil
}

func initUnion() {
	check := func(what string, is func(t *Thread, v, c Value) (bool, error)) NativeFn {
		return func(t *Thread, a []Value) (Value, error) {
			for _, c := range un(a[0]).Args.tupleItems() {
				if c.Type() == &genericAliasType {
					return Value{}, TypeErrorf("%s() argument 2 cannot be a parameterized generic", what)
				}
				if yes, err := is(t, a[1], c); yes || err != nil {
					return boolResult(yes, err)
				}
			}
			return False, nil
		}
	}
	Define(&unionType, TypeSpec{Name: "types.UnionType", Size: SizeOf[Union](), Flags: FlagDisallowNew,
		Doc: "Represent a PEP 604 union type\n\nE.g. for int | str",
		Slots: Slots{Repr: unionRepr, Compare: unionCompare, Binary: typeUnion,
			Hash: func(t *Thread, v Value) (int64, error) {
				set, err := NewFrozenSetOf(t, un(v).Args.tupleItems())
				if err != nil {
					return 0, err
				}
				return frozensetHash(t, set)
			},
			GetItem: func(t *Thread, v, key Value) (Value, error) {
				ps, err := params(t, un(v).Args.tupleItems())
				if err != nil {
					return Value{}, err
				}
				args, err := substitute(t, v, un(v).Args.tupleItems(), ps.tupleItems(), key)
				if err != nil {
					return Value{}, err
				}
				r := args[0]
				for _, x := range args[1:] {
					if r, err = Binary(t, OpOr, r, x); err != nil {
						return Value{}, err
					}
				}
				return r, nil
			}},
		BinOps: []BinOp{OpOr},
		Methods: []Method{
			{Name: "__instancecheck__", Sig: "instance, /", Fn: check("isinstance", IsInstance)},
			{Name: "__subclasscheck__", Sig: "subclass, /", Fn: check("issubclass", IsSubclass)},
		},
		GetSets: []GetSet{
			{Name: "__args__", Get: func(t *Thread, v Value) (Value, error) { return un(v).Args, nil }},
			{Name: "__parameters__", Get: func(t *Thread, v Value) (Value, error) { return params(t, un(v).Args.tupleItems()) }},
		}})
}

func init() {
	initGenericAlias()
	initUnion()
}
