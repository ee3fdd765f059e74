package runtime

import "strings"

// types.SimpleNamespace, which sys.implementation is one of.

var (
	namespaceType Type
	NamespaceType = &namespaceType
)

// NewNamespace makes an empty namespace; fill it with SetInstanceAttr.
func NewNamespace() Value { return Alloc[namespace](&namespaceType).Value() }

type namespace struct {
	Object
	attrs Attrs
}

func namespaceRepr(t *Thread, v Value) (Value, error) {
	name := v.Type().Name
	if v.Type() == &namespaceType {
		name = "namespace"
	}
	if t.ReprEnter(v) {
		return NewStr(name + "(...)"), nil
	}
	defer t.ReprLeave()
	var parts []string
	var err error
	InstanceItems(v, func(n *Str, val Value) {
		if err != nil {
			return
		}
		var r string
		if r, err = ReprStr(t, val); err == nil {
			parts = append(parts, n.s+"="+r)
		}
	})
	return NewStr(name + "(" + strings.Join(parts, ", ") + ")"), err
}

func namespaceDict(v Value) *Dict {
	d := NewDict()
	InstanceItems(v, func(n *Str, val Value) { d.SetStr(n, val) })
	return d
}

func init() {
	Define(&namespaceType, TypeSpec{Name: "types.SimpleNamespace", Size: SizeOf[namespace](), AttrOff: namespaceAttrs, Flags: FlagBase,
		Doc: "A simple attribute-based namespace.\n\nSimpleNamespace(**kwargs)",
		New: Method{Raw: func(t *Thread, a []Value, names []*Str) (Value, error) {
			return Alloc[namespace](As[Type](a[0])).Value(), nil
		}},
		Init: Method{Raw: func(t *Thread, a []Value, names []*Str) (Value, error) {
			if n := len(a) - len(names) - 1; n > 0 {
				return Value{}, TypeErrorf("no positional arguments expected")
			}
			for i, n := range names {
				SetInstanceAttr(t, a[0], n, a[1+i])
			}
			return None, nil
		}},
		Slots: Slots{Repr: namespaceRepr, Compare: func(t *Thread, op CmpOp, a, b Value) (Value, error) {
			if !a.Type().IsSubtype(&namespaceType) || !b.Type().IsSubtype(&namespaceType) {
				return NotImplemented, nil
			}
			return Compare(t, op, namespaceDict(a).Value(), namespaceDict(b).Value())
		}},
		NoHash: true,
		Methods: []Method{{Name: "__reduce__", Fn: func(t *Thread, a []Value) (Value, error) {
			return TupleOf(a[0].Type().Value(), emptyTuple, namespaceDict(a[0]).Value()), nil
		}}},
		GetSets: []GetSet{*dictGetSet},
	})
}
