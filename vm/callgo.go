package vm

import (
	"context"
	"fmt"
	"reflect"

	"github.com/minipy/minipy/runtime"
)

// Kw are keyword arguments: as the last argument of Machine.Call, or, as the
// last parameter of a host function, those that the script has given.
type Kw map[string]any

// Set makes a Go value the variable name of the module __main__, for all that
// runs in the machine from then on: see convert.go for what becomes of it. A
// reflect.Type or a Class becomes a class. It waits for the GIL.
func (m *Machine) Set(name string, value any) error {
	return m.outside(func(t *thread) error {
		v, err := t.named(name, value)
		if err != nil {
			return err
		}
		m.MainModule().SetStr(m.state.Intern(name), v)
		return nil
	})
}

// named is toPy for a value with a name: functions and classes get it.
func (t *thread) named(name string, value any) (runtime.Value, error) {
	t.m.takeGoValues()
	switch x := value.(type) {
	case Class:
		return t.class(name, x)
	case reflect.Type:
		return t.class(name, Class{Type: x})
	}
	if v := reflect.ValueOf(value); v.IsValid() && v.Kind() == reflect.Func && !v.IsNil() && !v.Type().CanSeq() && !v.Type().CanSeq2() {
		f, err := t.m.describe(name, v, false)
		if err != nil {
			return runtime.Value{}, t.raiseHost(err)
		}
		f = t.m.nameFunc(name, f)
		return runtime.NewNative(&f.row, "builtins").Value(), nil
	}
	return t.toPy(value)
}

func (t *thread) class(name string, c Class) (runtime.Value, error) {
	if c.Type == nil {
		return runtime.Value{}, t.raiseHost(fmt.Errorf("vm: class %s has no Type", name))
	}
	if c.Name == "" {
		c.Name = name
	}
	return t.m.classFor(t, c.Type, c)
}

// Get gives the variable name of the module __main__.
func (m *Machine) Get(name string) (v Value, ok bool) {
	err := m.outside(func(t *thread) error {
		var x runtime.Value
		if x, ok = m.MainModule().GetStr(m.state.Intern(name)); ok {
			v = Value{m, x}
		}
		return nil
	})
	return v, ok && err == nil
}

// Del deletes the variable name of the module __main__, if it exists.
func (m *Machine) Del(name string) error {
	return m.outside(func(t *thread) error {
		m.MainModule().DelStr(m.state.Intern(name))
		return nil
	})
}

// Call calls a function of the script, or anything else that can be called,
// with arguments that are converted like those of Set; a Kw in last place holds
// keyword arguments. Any goroutine may call; it waits for the GIL. ctx and the
// errors are as for Run.
func (m *Machine) Call(ctx context.Context, fn Value, args ...any) (Value, error) {
	var out runtime.Value
	err := m.do(ctx, func(t *thread) (err error) {
		out, err = t.callGo(fn, args)
		return err
	})
	if err != nil {
		return Value{}, err
	}
	return Value{m, out}, nil
}

// Call is v.Machine().Call with v.
func (v Value) Call(ctx context.Context, args ...any) (Value, error) {
	if v.m == nil {
		return Value{}, errNoValue
	}
	return v.m.Call(ctx, v, args...)
}

// callGo calls fn with Go values.
func (t *thread) callGo(fn Value, args []any) (runtime.Value, error) {
	callee, err := t.ownValue(fn)
	if err != nil {
		return callee, err
	}
	var kw Kw
	if n := len(args); n > 0 {
		if k, ok := args[n-1].(Kw); ok {
			kw, args = k, args[:n-1]
		}
	}
	var room [8]runtime.Value
	vals := room[:0]
	for _, a := range args {
		v, err := t.toPy(a)
		if err != nil {
			return v, err
		}
		vals = append(vals, v)
	}
	if len(kw) == 0 {
		return t.callValue(callee, vals, nil)
	}
	return t.callKwGo(callee, vals, kw)
}

// callKwGo goes on for keyword arguments, in the order of their names.
func (t *thread) callKwGo(callee runtime.Value, vals []runtime.Value, kw Kw) (runtime.Value, error) {
	keys := reflect.ValueOf(kw).MapKeys()
	sortKeys(keys)
	names := make([]*runtime.Str, len(keys))
	for i, k := range keys {
		v, err := t.toPy(kw[k.String()])
		if err != nil {
			return v, err
		}
		names[i] = t.m.state.Intern(k.String())
		vals = append(vals, v)
	}
	return t.callValue(callee, vals, names)
}

// callValue calls callee, a Python function without detours.
func (t *thread) callValue(callee runtime.Value, vals []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	if !callee.IsFunction() || names != nil {
		return runtime.CallArgs(t.rt, callee, append([]runtime.Value(nil), vals...), names)
	}
	return t.m.CallFunction(t.rt, runtime.As[runtime.Function](callee), vals, nil)
}
