package runtime

// A MappingProxy shows a mapping and cannot change it.
type MappingProxy struct {
	Object
	m Value
}

var (
	mappingProxyType Type
	MappingProxyType = &mappingProxyType
)

// NewMappingProxy shows m.
func NewMappingProxy(m Value) Value {
	p := &MappingProxy{m: m}
	p.typ = &mappingProxyType
	return p.Value()
}

// Mapping is what is shown.
func (p *MappingProxy) Mapping() Value { return p.m }

func proxied(v Value) Value {
	if v.Type() == &mappingProxyType {
		return As[MappingProxy](v).m
	}
	return v
}

func proxyNew(t *Thread, args []Value) (Value, error) {
	m := args[1]
	ty := m.Type()
	if ty.Slots.GetItem == nil || ty.layout == &listType || ty.layout == &tupleType {
		return Value{}, TypeErrorf("mappingproxy() argument must be a mapping, not %s", ty.Name)
	}
	return NewMappingProxy(m), nil
}

func proxyRepr(t *Thread, v Value) (Value, error) {
	b, err := appendRepr(t, []byte("mappingproxy("), As[MappingProxy](v).m)
	if err != nil {
		return Value{}, err
	}
	return NewStr(string(append(b, ')'))), nil
}

func proxyBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	if op != OpOr {
		return NotImplemented, nil
	}
	return Binary(t, OpOr, proxied(a), proxied(b))
}

func proxyInplace(t *Thread, op BinOp, a, b Value) (Value, error) {
	if op != OpOr {
		return NotImplemented, nil
	}
	return Value{}, TypeErrorf("'|=' is not supported by %s; use '|' instead", a.Type().Name)
}

// proxyRow is the row of a method that asks the mapping shown.
func proxyRow(name, sig, doc string, fn NativeFn) Method {
	return Method{Name: name, Sig: sig, Fn: fn, Doc: doc}
}

func init() {
	Define(&mappingProxyType, TypeSpec{
		Name: "mappingproxy", Size: SizeOf[MappingProxy](), Flags: FlagMapping, NoHash: true,
		Slots: Slots{
			Repr: proxyRepr,
			Str:  func(t *Thread, v Value) (Value, error) { return ToStr(t, As[MappingProxy](v).m) },
			Compare: func(t *Thread, op CmpOp, a, b Value) (Value, error) {
				if a.Type() != &mappingProxyType {
					return NotImplemented, nil
				}
				return Compare(t, op, As[MappingProxy](a).m, b)
			},
			Iter:     func(t *Thread, v Value) (Value, error) { return Iter(t, As[MappingProxy](v).m) },
			Len:      func(t *Thread, v Value) (int, error) { return Len(t, As[MappingProxy](v).m) },
			GetItem:  func(t *Thread, v, k Value) (Value, error) { return GetItem(t, As[MappingProxy](v).m, k) },
			Contains: func(t *Thread, v, k Value) (bool, error) { return Contains(t, As[MappingProxy](v).m, k) },
			Binary:   proxyBinary, Inplace: proxyInplace,
		},
		BinOps: []BinOp{OpOr}, InOps: []BinOp{OpOr},
		New: Method{Sig: "mapping", Fn: proxyNew},
		Methods: []Method{
			proxyRow("get", "key, default=None, /", "Return the value for key if key is in the mapping, else default.",
				func(t *Thread, args []Value) (Value, error) {
					return CallMethod(t, As[MappingProxy](args[0]).m, "get", args[1], args[2])
				}),
			proxyRow("keys", "", "a set-like object providing a view on the underlying mapping's keys",
				func(t *Thread, args []Value) (Value, error) {
					return CallMethod(t, As[MappingProxy](args[0]).m, "keys")
				}),
			proxyRow("values", "", "an object providing a view on the underlying mapping's values",
				func(t *Thread, args []Value) (Value, error) {
					return CallMethod(t, As[MappingProxy](args[0]).m, "values")
				}),
			proxyRow("items", "", "a set-like object providing a view on the underlying mapping's items",
				func(t *Thread, args []Value) (Value, error) {
					return CallMethod(t, As[MappingProxy](args[0]).m, "items")
				}),
			proxyRow("copy", "", "a shallow copy of the underlying mapping",
				func(t *Thread, args []Value) (Value, error) {
					return CallMethod(t, As[MappingProxy](args[0]).m, "copy")
				}),
			proxyRow("__reversed__", "", "reverse iterator", func(t *Thread, args []Value) (Value, error) {
				return CallMethod(t, As[MappingProxy](args[0]).m, "__reversed__")
			}),
			ClassGetItem(),
		},
	})
}
