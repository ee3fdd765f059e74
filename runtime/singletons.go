package runtime

// The classes of None, Ellipsis and NotImplemented: each has one instance,
// which calling the class gives back.

func singletonNew(v Value, name string) Method {
	return Method{Raw: func(t *Thread, args []Value, names []*Str) (Value, error) {
		if len(args) > 1 || len(names) > 0 {
			return Value{}, TypeErrorf("%s takes no arguments", name)
		}
		return v, nil
	}}
}

func singletonRepr(text string) UnaryFn {
	return func(t *Thread, v Value) (Value, error) { return NewStr(text), nil }
}

func singletonReduce(name string) Method {
	return Method{Name: "__reduce__", Fn: func(t *Thread, args []Value) (Value, error) { return NewStr(name), nil }}
}

func init() {
	Define(&noneType, TypeSpec{
		Name: "NoneType", Size: SizeOf[Object](),
		Slots: Slots{
			Repr: singletonRepr("None"),
			Bool: func(t *Thread, v Value) (bool, error) { return false, nil },
		},
		New: singletonNew(None, "NoneType"),
	})
	Define(&ellipsisType, TypeSpec{
		Name: "ellipsis", Size: SizeOf[Object](),
		Slots:   Slots{Repr: singletonRepr("Ellipsis")},
		New:     singletonNew(Ellipsis, "EllipsisType"),
		Methods: []Method{singletonReduce("Ellipsis")},
	})
	Define(&notImplementedType, TypeSpec{
		Name: "NotImplementedType", Size: SizeOf[Object](),
		Slots: Slots{
			Repr: singletonRepr("NotImplemented"),
			Bool: func(t *Thread, v Value) (bool, error) {
				return true, Warn(t, DeprecationWarning, "NotImplemented should not be used in a boolean context")
			},
		},
		New:     singletonNew(NotImplemented, "NotImplementedType"),
		Methods: []Method{singletonReduce("NotImplemented")},
	})
}
