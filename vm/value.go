package vm

import (
	"errors"
	"iter"
	"math/big"

	"github.com/minipy/minipy/runtime"
)

// A Value is a Python object of a machine. It stays valid until the machine is
// closed, and may be given only to the machine that it comes from. The zero
// Value is no object: its methods answer with zero values and errors.
//
// The accessors Int, Float, Bool, Str and Bytes look at the object without
// running any Python code; they may be called from any goroutine. The others
// wait for the machine's GIL, as every call into a machine does.
type Value struct {
	m *Machine
	v runtime.Value
}

// errNoValue is what methods of the zero Value answer.
var errNoValue = errors.New("vm: the zero Value is no object")

// Raw is the object as package runtime has it, for modules written in Go.
func (v Value) Raw() runtime.Value { return v.v }

// IsValid says that v is an object, and not the zero Value.
func (v Value) IsValid() bool { return !v.v.IsUnset() }

// IsNone says that v is None.
func (v Value) IsNone() bool { return v.v.IsNone() }

// Type is the name of the object's class: "int", "collections.deque".
func (v Value) Type() string {
	if !v.IsValid() {
		return ""
	}
	return v.v.Type().Name
}

// Is says that v and w are the same object, as Python's `is` does.
func (v Value) Is(w Value) bool { return runtime.Is(v.v, w.v) }

// Int is the number if v is an int that fits 64 bits, or a bool.
func (v Value) Int() (n int64, ok bool) {
	if v.v.IsInt() || v.v.IsBool() {
		return v.v.AsInt64(), true
	}
	if !v.IsValid() {
		return 0, false
	}
	n, b, ok := runtime.IntOf(v.v)
	return n, ok && b == nil
}

// Big is the number if v is an int of any size. It is the caller's own.
func (v Value) Big() (n *big.Int, ok bool) {
	if !v.IsValid() {
		return nil, false
	}
	if n, ok = runtime.BigOf(v.v); ok {
		n = new(big.Int).Set(n)
	}
	return n, ok
}

// Float is the number if v is a float, or an int.
func (v Value) Float() (f float64, ok bool) {
	if v.v.IsFloat() {
		return v.v.AsFloat64(), true
	}
	if !v.IsValid() {
		return 0, false
	}
	if f, ok = runtime.FloatOf(v.v); ok {
		return f, true
	}
	if n, ok := runtime.BigOf(v.v); ok {
		f, _ = new(big.Float).SetInt(n).Float64()
		return f, true
	}
	return 0, false
}

// Bool is the truth value if v is True or False; see Truth for any object's.
func (v Value) Bool() (b, ok bool) { return v.v.IsTrue(), v.v.IsBool() }

// Str is the text if v is a str. Lone surrogates, with which Python stands for
// undecodable bytes, become those bytes again, or U+FFFD.
func (v Value) Str() (s string, ok bool) {
	p, ok := runtime.AsStr(v.v)
	if !ok {
		return "", false
	}
	s, err := goString(p.String())
	if err != nil {
		s = replaceSurrogates(p.String())
	}
	return s, true
}

// Bytes is a copy of the bytes if v is a bytes object.
func (v Value) Bytes() (b []byte, ok bool) {
	p, ok := runtime.AsBytes(v.v)
	if !ok {
		return nil, false
	}
	return []byte(p.String()), true
}

// with runs f as a thread of v's machine.
func (v Value) with(f func(t *thread) error) error {
	if v.m == nil || !v.IsValid() {
		return errNoValue
	}
	return v.m.outside(f)
}

// Truth is bool(v).
func (v Value) Truth() (yes bool, err error) {
	err = v.with(func(t *thread) (err error) {
		yes, err = runtime.IsTrue(t.rt, v.v)
		return err
	})
	return yes, err
}

// String is str(v), for fmt; where that raises, something that says so.
func (v Value) String() string { return v.text(runtime.StrStr) }

// Repr is repr(v); where that raises, something that says so.
func (v Value) Repr() string { return v.text(runtime.ReprStr) }

func (v Value) text(f func(*runtime.Thread, runtime.Value) (string, error)) string {
	if !v.IsValid() {
		return "<no value>"
	}
	var s string
	if err := v.with(func(t *thread) (err error) {
		s, err = f(t.rt, v.v)
		return err
	}); err != nil {
		return "<" + v.Type() + " object: " + err.Error() + ">"
	}
	return s
}

// Len is len(v).
func (v Value) Len() (n int, err error) {
	err = v.with(func(t *thread) (err error) {
		n, err = runtime.Len(t.rt, v.v)
		return err
	})
	return n, err
}

// Index is v[i], for a sequence; a negative i counts from the end.
func (v Value) Index(i int) (Value, error) {
	return v.get(func(t *thread) (runtime.Value, error) { return runtime.GetItem(t.rt, v.v, runtime.Int(int64(i))) })
}

// Item is v[key], for any key that Machine.Set would take as a value.
func (v Value) Item(key any) (Value, error) {
	return v.get(func(t *thread) (runtime.Value, error) {
		k, err := t.toPy(key)
		if err != nil {
			return k, err
		}
		return runtime.GetItem(t.rt, v.v, k)
	})
}

// SetItem is v[key] = val.
func (v Value) SetItem(key, val any) error {
	return v.with(func(t *thread) error {
		k, err := t.toPy(key)
		if err != nil {
			return err
		}
		x, err := t.toPy(val)
		if err != nil {
			return err
		}
		return runtime.SetItem(t.rt, v.v, k, x)
	})
}

// Attr is v.name.
func (v Value) Attr(name string) (Value, error) {
	return v.get(func(t *thread) (runtime.Value, error) { return runtime.GetAttrS(t.rt, v.v, name) })
}

// SetAttr is v.name = val.
func (v Value) SetAttr(name string, val any) error {
	return v.with(func(t *thread) error {
		x, err := t.toPy(val)
		if err != nil {
			return err
		}
		return runtime.SetAttr(t.rt, v.v, t.m.state.Intern(name), x)
	})
}

func (v Value) get(f func(t *thread) (runtime.Value, error)) (out Value, err error) {
	err = v.with(func(t *thread) error {
		x, err := f(t)
		out = Value{v.m, x}
		return err
	})
	if err != nil {
		out = Value{}
	}
	return out, err
}

// Elems lists what iterating over v gives.
func (v Value) Elems() ([]Value, error) {
	var out []Value
	err := v.with(func(t *thread) error {
		return runtime.Iterate(t.rt, v.v, func(x runtime.Value) error {
			out = append(out, Value{v.m, x})
			return nil
		})
	})
	return out, err
}

// Items gives the keys and values of a mapping, as they are now, in order.
// Anything else that can be iterated over has its indexes for keys.
func (v Value) Items() (iter.Seq2[Value, Value], error) {
	var pairs [][2]Value
	err := v.with(func(t *thread) error {
		if !isMapping(t, v.v) {
			return runtime.Iterate(t.rt, v.v, func(x runtime.Value) error {
				pairs = append(pairs, [2]Value{{v.m, runtime.Int(int64(len(pairs)))}, {v.m, x}})
				return nil
			})
		}
		return t.eachEntry(v.v, func(k, x runtime.Value) error {
			pairs = append(pairs, [2]Value{{v.m, k}, {v.m, x}})
			return nil
		})
	})
	return func(yield func(k, x Value) bool) {
		for _, p := range pairs {
			if !yield(p[0], p[1]) {
				return
			}
		}
	}, err
}

// IsCallable is callable(v).
func (v Value) IsCallable() bool { return v.IsValid() && runtime.IsCallable(v.v) }

// Machine is where v lives.
func (v Value) Machine() *Machine { return v.m }
