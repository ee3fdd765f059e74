package weakref

import (
	"fmt"
	"runtime"
	"weak"

	rt "github.com/minipy/minipy/runtime"
)

// newProxy is proxy(object, callback=None).
func newProxy(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	if err := checkRefable(a[0]); err != nil {
		return rt.Value{}, err
	}
	callback := rt.Value{}
	if !a[1].IsNone() {
		callback = a[1]
	}
	s := stateOf(t)
	ptr := s.point(a[0])
	if callback.IsUnset() {
		s.mu.Lock()
		for _, e := range s.refs[ptr] {
			if p := e.proxy.Value(); p != nil && p.callback.IsUnset() {
				s.mu.Unlock()
				return p.Value(), nil
			}
		}
		s.mu.Unlock()
	}
	typ := &proxyType
	if rt.IsCallable(a[0]) {
		typ = &callableProxyType
	}
	p := rt.Alloc[Proxy](typ)
	p.ptr, p.callback = ptr, callback
	s.add(ptr, entry{proxy: weak.Make(p)})
	runtime.KeepAlive(a[0])
	return p.Value(), nil
}

// asProxy gives the proxy behind v.
func asProxy(v rt.Value) (*Proxy, bool) {
	if p, ok := rt.Cast[Proxy](v, &proxyType); ok {
		return p, true
	}
	return rt.Cast[Proxy](v, &callableProxyType)
}

// follow is the object a proxy stands for; any other value stands for itself.
func follow(v rt.Value) (rt.Value, error) {
	p, ok := asProxy(v)
	if !ok {
		return v, nil
	}
	if ob := get(p.ptr); !ob.IsUnset() {
		return ob, nil
	}
	return rt.Value{}, rt.Errorf(rt.ReferenceError, "weakly-referenced object no longer exists")
}

// on makes a slot of an operation on the object.
func on(f rt.UnaryFn) rt.UnaryFn {
	return func(t *rt.Thread, v rt.Value) (rt.Value, error) {
		ob, err := follow(v)
		if err != nil {
			return rt.Value{}, err
		}
		return f(t, ob)
	}
}

// follow2 is follow for both operands.
func follow2(a, b rt.Value) (rt.Value, rt.Value, error) {
	x, err := follow(a)
	if err != nil {
		return x, x, err
	}
	y, err := follow(b)
	return x, y, err
}

func proxyRepr(t *rt.Thread, v rt.Value) (rt.Value, error) {
	p, _ := asProxy(v)
	name, id := "NoneType", rt.None.ID()
	if ob := get(p.ptr); !ob.IsUnset() {
		name, id = ob.Type().Name, ob.ID()
	}
	return rt.NewStr(fmt.Sprintf("<weakproxy at 0x%x to %s at 0x%x>", v.ID(), name, id)), nil
}

func proxySlots() rt.Slots {
	return rt.Slots{
		Repr: proxyRepr,
		Str:  on(rt.ToStr),
		GetAttr: func(t *rt.Thread, v rt.Value, name *rt.Str) (rt.Value, error) {
			ob, err := follow(v)
			if err != nil {
				return rt.Value{}, err
			}
			return rt.GetAttr(t, ob, name)
		},
		SetAttr: func(t *rt.Thread, v rt.Value, name *rt.Str, val rt.Value) error {
			ob, err := follow(v)
			if err != nil {
				return err
			}
			return rt.SetAttr(t, ob, name, val)
		},
		Compare: func(t *rt.Thread, op rt.CmpOp, a, b rt.Value) (rt.Value, error) {
			x, y, err := follow2(a, b)
			if err != nil {
				return rt.Value{}, err
			}
			return rt.Compare(t, op, x, y)
		},
		Iter: on(rt.Iter),
		Next: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
			ob, err := follow(v)
			if err != nil {
				return rt.Value{}, err
			}
			if ob.Type().Slots.Next == nil {
				return rt.Value{}, rt.TypeErrorf("Weakref proxy referenced a non-iterator '%s' object", ob.Type().Name)
			}
			return rt.Next(t, ob)
		},
		Bool: func(t *rt.Thread, v rt.Value) (bool, error) {
			ob, err := follow(v)
			if err != nil {
				return false, err
			}
			return rt.IsTrue(t, ob)
		},
		Len: func(t *rt.Thread, v rt.Value) (int, error) {
			ob, err := follow(v)
			if err != nil {
				return 0, err
			}
			return rt.Len(t, ob)
		},
		GetItem: func(t *rt.Thread, v, key rt.Value) (rt.Value, error) {
			ob, err := follow(v)
			if err != nil {
				return rt.Value{}, err
			}
			return rt.GetItem(t, ob, key)
		},
		SetItem: func(t *rt.Thread, v, key, val rt.Value) error {
			ob, err := follow(v)
			if err != nil {
				return err
			}
			if val.IsUnset() {
				return rt.DelItem(t, ob, key)
			}
			return rt.SetItem(t, ob, key, val)
		},
		Contains: func(t *rt.Thread, v, x rt.Value) (bool, error) {
			ob, err := follow(v)
			if err != nil {
				return false, err
			}
			return rt.Contains(t, ob, x)
		},
		Binary: func(t *rt.Thread, op rt.BinOp, a, b rt.Value) (rt.Value, error) {
			x, y, err := follow2(a, b)
			if err != nil {
				return rt.Value{}, err
			}
			return rt.Binary(t, op, x, y)
		},
		Inplace: func(t *rt.Thread, op rt.BinOp, a, b rt.Value) (rt.Value, error) {
			x, y, err := follow2(a, b)
			if err != nil {
				return rt.Value{}, err
			}
			return rt.Inplace(t, op, x, y)
		},
		Unary: func(t *rt.Thread, op rt.UnOp, v rt.Value) (rt.Value, error) {
			ob, err := follow(v)
			if err != nil {
				return rt.Value{}, err
			}
			return rt.Unary(t, op, ob)
		},
		Index: on(rt.Index),
		Int:   on(numberSlot("int", func(s *rt.Slots) rt.UnaryFn { return s.Int })),
		Float: on(numberSlot("float", func(s *rt.Slots) rt.UnaryFn { return s.Float })),
	}
}

// numberSlot is int() or float() of an object that has the slot.
func numberSlot(name string, slot func(s *rt.Slots) rt.UnaryFn) rt.UnaryFn {
	return func(t *rt.Thread, v rt.Value) (rt.Value, error) {
		f := slot(&v.Type().Slots)
		if f == nil {
			return rt.Value{}, rt.TypeErrorf("%s() argument must be a string or a real number, not '%s'", name, v.Type().Name)
		}
		return f(t, v)
	}
}

// proxyMethod passes a special method that is no slot on to the object.
func proxyMethod(name string) rt.Method {
	return rt.Method{Name: name, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		ob, err := follow(a[0])
		if err != nil {
			return rt.Value{}, err
		}
		return rt.CallMethod(t, ob, name)
	}}
}

func init() {
	ops := []rt.BinOp{rt.OpAdd, rt.OpSub, rt.OpMul, rt.OpDiv, rt.OpFloorDiv, rt.OpMod, rt.OpPow, rt.OpMatMul, rt.OpLShift, rt.OpRShift,
		rt.OpAnd, rt.OpOr, rt.OpXor, rt.OpDivmod}
	define := func(typ *rt.Type, name string, slots rt.Slots) {
		rt.Define(typ, rt.TypeSpec{Name: name, Size: rt.SizeOf[Proxy](), Flags: rt.FlagDisallowNew, NoHash: true, Slots: slots,
			BinOps: ops, InOps: ops[:len(ops)-1], UnOps: []rt.UnOp{rt.OpNeg, rt.OpPos, rt.OpInvert, rt.OpAbs},
			Methods: []rt.Method{proxyMethod("__bytes__"), proxyMethod("__reversed__")}})
	}
	define(&proxyType, "weakref.ProxyType", proxySlots())
	slots := proxySlots()
	slots.Call = func(t *rt.Thread, v rt.Value, args []rt.Value, names []*rt.Str) (rt.Value, error) {
		ob, err := follow(v)
		if err != nil {
			return rt.Value{}, err
		}
		return rt.CallArgs(t, ob, args, names)
	}
	define(&callableProxyType, "weakref.CallableProxyType", slots)
}
