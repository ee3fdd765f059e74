package runtime

// What the vm package asks of the object model beyond the language's own operations.

// HasGenericGetAttr says that attribute look-up on typ's instances is the usual one.
func HasGenericGetAttr(typ *Type) bool {
	for _, m := range typ.MRO {
		switch m {
		case &objectType:
			return true
		case &typeType, &moduleType, &superType, &methodType, &genericAliasType:
			return false
		}
		if m.VM == nil && m.spec != nil && m.spec.Slots.GetAttr != nil {
			return false
		}
	}
	return true
}

// IsDict says that the attributes are in a dict.
func (s *Shape) IsDict() bool { return s.isDict }

// InstanceShape is the shape of a plain instance; nil for anything else.
func InstanceShape(v Value) *Shape {
	if o := InstanceOf(v); o != nil {
		return o.shape
	}
	return nil
}

// IsDictSubclass says that d is an instance of a subclass of dict.
func IsDictSubclass(d *Dict) bool { return d.typ != &dictType }

// MissingItem is d[name] by the class's own __getitem__ or __missing__; ok is
// false where that raises KeyError.
func MissingItem(t *Thread, d *Dict, name *Str) (Value, bool, error) {
	v, err := GetItem(t, d.Value(), name.Value())
	if err != nil {
		if IsError(err, KeyError) {
			return Value{}, false, nil
		}
		return Value{}, false, err
	}
	return v, true, nil
}

// NameErr is NameError with its name attribute; format has one %s.
func NameErr(name *Str, format string) error {
	e := Errorf(NameError, format, name.s)
	e.Extra[0] = name.Value()
	return e
}

// UnboundErr is UnboundLocalError about a local variable.
func UnboundErr(name *Str) error {
	e := Errorf(UnboundLocalError, "cannot access local variable '%s' where it is not associated with a value", name.s)
	e.Extra[0] = name.Value()
	return e
}

// ToException2 gives the exception object behind a value that the compiler
// knows to be one.
func ToException2(v Value) error {
	if e, ok := AsException(v); ok {
		return e
	}
	return SystemErrorf("reraise of a value that is no exception")
}

// NewFrozenSetOf makes a frozenset of items.
func NewFrozenSetOf(t *Thread, items []Value) (Value, error) {
	return Call(t, FrozensetType.Value(), NewList(items).Value())
}

// ImportErr is ImportError or a subclass with its name and path.
func ImportErr(typ *Type, msg string, name, path Value) error {
	e := Errorf(typ, "%s", msg)
	e.Extra[1], e.Extra[2] = name, path
	return e
}

// SyntaxErr makes a SyntaxError with its position.
func SyntaxErr(typ *Type, msg string, details ...Value) *Exception {
	return NewException(typ, NewStr(msg), NewTuple(details))
}

// SetContext is exc.__context__ = ctx, without making a cycle.
func (e *Exception) SetContext(ctx Value) {
	if ctx.IsUnset() || ctx.ref == e.Value().ref {
		return
	}
	slow, n := ctx, 0
	for o, ok := AsException(ctx); ok && !o.Context.IsUnset(); o, ok = AsException(o.Context) {
		if o.Context.ref == e.Value().ref {
			o.Context = Value{}
			break
		}
		if n++; n&1 == 0 {
			s, _ := AsException(slow)
			slow = s.Context
			if slow.ref == o.Context.ref {
				break
			}
		}
	}
	e.Context = ctx
}

// BinaryName and CompareName are the special methods of operators.
func BinaryName(op BinOp) *Str  { return binStr[op] }
func RBinaryName(op BinOp) *Str { return rbinStr[op] }
func IBinaryName(op BinOp) *Str { return ibinStr[op] }
func UnaryName(op UnOp) *Str    { return unStr[op] }
func CompareName(op CmpOp) *Str { return cmpStr[op] }

// ExceptionGroupFor is the group class that holds e.
func ExceptionGroupFor(e *Exception) *Type {
	if e.typ.IsSubtype(ExceptionType) {
		return ExceptionGroup
	}
	return BaseExceptionGroup
}

// CompareReflected goes on with `a op b` after a's own method gave NotImplemented.
func CompareReflected(t *Thread, op CmpOp, a, b Value) (Value, error) {
	if f := b.Type().Slots.Compare; f != nil {
		r, err := f(t, swapped[op], b, a)
		if err != nil || !r.IsNotImplemented() {
			return r, err
		}
	}
	switch op {
	case CmpEQ:
		return Bool(Is(a, b)), nil
	case CmpNE:
		return Bool(!Is(a, b)), nil
	}
	return Value{}, TypeErrorf("'%s' not supported between instances of '%s' and '%s'", cmpNames[op].sym, a.Type().Name, b.Type().Name)
}

// ExceptionTypes are the builtin exception classes.
func ExceptionTypes() []*Type {
	out := []*Type{ExceptionGroup}
	for _, e := range excTree {
		out = append(out, e.typ)
	}
	return out
}

// BuiltinRows are the builtin functions that are declared here and in stdlib.
func BuiltinRows() []*Method { return builtinRows }

// DictGetSet is the __dict__ attribute, for types in Go whose instances have attributes.
func DictGetSet() GetSet { return *dictGetSet }

// OnChange is the class whose namespace d is, or nil.
func (d *Dict) OnChange() *Type {
	if d.ext == nil {
		return nil
	}
	return d.ext.onChange
}

// PeekVer is the keys' version if a cache has asked for it before, else 0.
func (d *Dict) PeekVer() uint64 { return d.ver }

// SliceOf is x[lo:hi] without a slice object, where x is exactly a list, a
// tuple or an ASCII str and the bounds are ints or None; ok is false elsewhere.
func SliceOf(x, lo, hi Value) (v Value, ok bool) {
	var n int
	typ := x.Type()
	switch typ {
	case &listType:
		n = len(As[List](x).items)
	case &tupleType:
		n = len(As[Tuple](x).items)
	case &strType:
		if !As[Str](x).IsASCII() {
			return Value{}, false
		}
		n = len(As[Str](x).s)
	default:
		return Value{}, false
	}
	i, ok1 := clampBound(lo, 0, n)
	j, ok2 := clampBound(hi, n, n)
	if !ok1 || !ok2 {
		return Value{}, false
	}
	j = max(i, j)
	if j-i >= oftenItems && typ != &strType {
		return Value{}, false // asks for room, and lets happen what is pending
	}
	switch typ {
	case &listType:
		return NewList(append([]Value(nil), As[List](x).items[i:j]...)).Value(), true
	case &tupleType:
		if i == 0 && j == n {
			return x, true
		}
		return NewTuple(As[Tuple](x).items[i:j]), true
	}
	if i == 0 && j == n {
		return x, true
	}
	return sliceASCII(As[Str](x), i, j), true
}

func clampBound(v Value, def, n int) (int, bool) {
	if v.IsNone() {
		return def, true
	}
	if !v.IsInt() {
		return 0, false
	}
	i := int(v.AsInt64())
	if i < 0 {
		if i += n; i < 0 {
			i = 0
		}
	}
	return min(i, n), true
}

// sliceASCII is the part of an ASCII str, sharing its bytes.
func sliceASCII(p *Str, i, j int) Value {
	q := newStr(p.s[i:j])
	q.meta = uint64(j-i) | strCounted | strASCII
	return q.Value()
}

// MixedFloat is a op b for a float and an int, or two floats, where that needs
// no care; ok is false elsewhere.
func MixedFloat(op BinOp, a, b Value) (v Value, ok bool) {
	var x, y float64
	switch {
	case a.IsFloat() && b.IsInt():
		x, y = a.AsFloat64(), float64(b.AsInt64())
	case a.IsInt() && b.IsFloat():
		x, y = float64(a.AsInt64()), b.AsFloat64()
	case a.IsFloat() && b.IsFloat():
		x, y = a.AsFloat64(), b.AsFloat64()
	default:
		return Value{}, false
	}
	switch op {
	case OpAdd:
		return Float(x + y), true
	case OpSub:
		return Float(x - y), true
	case OpMul:
		return Float(x * y), true
	case OpDiv:
		if y != 0 {
			return Float(x / y), true
		}
	case OpPow:
		if x > 0 && x < 1e154 && y == 2 { // no overflow, which pow reports
			return Float(x * x), true
		}
	}
	return Value{}, false
}

// At is the character at index i, which may be negative, of an ASCII str.
func (p *Str) At(i int) (Value, bool) {
	if p.Len(); p.meta&strASCII == 0 {
		return Value{}, false
	}
	if i < 0 {
		i += len(p.s)
	}
	if uint(i) >= uint(len(p.s)) {
		return Value{}, false
	}
	return latin1[p.s[i]].Value(), true
}

// MakeNew is cls.__new__(cls, *args) where no class in Python has a __new__.
func MakeNew(t *Thread, cls *Type, args []Value, names []*Str) (Value, error) {
	newf, _ := cls.LookupWhere(t, dnNew)
	full, top := t.pushArgs(cls.Value(), args)
	defer t.popArgs(full, top)
	return CallArgs(t, newf, full, names)
}

// QuickException is cls(*args) where cls is an exception class that keeps its
// arguments and does nothing else with them; nil elsewhere.
func QuickException(t *Thread, cls *Type, args []Value) *Exception {
	if cls.layout != BaseExceptionType || cls.Flags&(FlagUserInit|FlagUserNew|FlagUserDel|FlagAbstract) != 0 {
		return nil
	}
	_, newOwner := cls.LookupWhere(t, dnNew)
	_, initOwner := cls.LookupWhere(t, dnInit)
	if newOwner != BaseExceptionType || initOwner != BaseExceptionType || extraCount(cls) != 0 {
		return nil
	}
	return NewException(cls, args...)
}
