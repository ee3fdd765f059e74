package vm

import (
	"context"
	"reflect"

	"github.com/minipy/minipy/runtime"
)

// # Functions of Python as Go functions
//
// A callable that becomes a value of a Go func type is called by it, on any
// goroutine and at any time until the machine is closed. Called by the host
// function that it was given to, while that runs, it goes on in the same Python
// thread. A first parameter of type context.Context bounds the call and is not
// passed on. An exception is the last result if that is an error; else the Go
// function panics, which ends the host function that has called it with that
// exception.

// A callbackPanic carries an exception through a Go function that has no error result.
type callbackPanic struct{ err error }

func (p callbackPanic) Error() string { return p.err.Error() }
func (p callbackPanic) Unwrap() error { return p.err }

// funcFrom sets dst, of a func type, to a function that calls v. back is the
// call of a host function that it is given to, if any.
func (t *thread) funcFrom(v runtime.Value, dst reflect.Value, back *lease) error {
	if v.IsNone() {
		dst.SetZero()
		return nil
	}
	typ := dst.Type()
	if o := goObjectOf(v); o != nil && o.host.v.Type() == typ {
		dst.Set(o.host.v)
		return nil
	}
	if typ.CanSeq() || typ.CanSeq2() {
		return mismatch("an iterable of Go", v)
	}
	if !runtime.IsCallable(v) {
		return mismatch("callable", v)
	}
	c := &callback{m: t.m, fn: v, typ: typ, back: back}
	for i := range typ.NumIn() {
		c.ctx = c.ctx || i == 0 && typ.In(i) == contextType
	}
	n := typ.NumOut()
	c.fails = n > 0 && typ.Out(n-1) == errorType
	dst.Set(reflect.MakeFunc(typ, c.call))
	return nil
}

// A callback is a Python callable behind a Go function.
type callback struct {
	m     *Machine
	fn    runtime.Value
	typ   reflect.Type
	back  *lease
	ctx   bool // the first parameter is the context
	fails bool // the last result is an error
}

func (c *callback) call(in []reflect.Value) []reflect.Value {
	out := make([]reflect.Value, c.typ.NumOut())
	for i := range out {
		out[i] = reflect.New(c.typ.Out(i)).Elem()
	}
	ctx := context.Background()
	if c.ctx {
		if given, ok := in[0].Interface().(context.Context); ok {
			ctx = given
		}
		in = in[1:]
	}
	if c.back != nil && c.m.leaseOf(ctx) == nil {
		ctx = leaseContext{ctx, c.back}
	}
	err := c.m.do(ctx, func(t *thread) error { return c.run(t, in, out) })
	if err == nil {
		return out
	}
	if !c.fails {
		panic(callbackPanic{err})
	}
	for i := range out {
		out[i].SetZero()
	}
	out[len(out)-1].Set(reflect.ValueOf(err))
	return out
}

// run calls the Python function in t and converts its result.
func (c *callback) run(t *thread, in, out []reflect.Value) error {
	if c.typ.IsVariadic() {
		last := in[len(in)-1]
		in = in[: len(in)-1 : len(in)-1]
		for i := range last.Len() {
			in = append(in, last.Index(i))
		}
	}
	args := make([]runtime.Value, len(in))
	for i, x := range in {
		v, err := t.reflectToPy(x, 0)
		if err != nil {
			return err
		}
		args[i] = v
	}
	v, err := runtime.CallArgs(t.rt, c.fn, args, nil)
	if err != nil {
		return err
	}
	if c.fails {
		out = out[:len(out)-1]
	}
	switch len(out) {
	case 0:
		return nil
	case 1:
		return c.result(t, v, out[0])
	}
	items, err := runtime.ToSlice(t.rt, v)
	if err != nil {
		return err
	}
	if len(items) != len(out) {
		return runtime.ValueErrorf("expected %d results of a callback, got %d", len(out), len(items))
	}
	for i, x := range items {
		if err := c.result(t, x, out[i]); err != nil {
			return err
		}
	}
	return nil
}

func (c *callback) result(t *thread, v runtime.Value, out reflect.Value) error {
	if err := t.fromPy(v, out, 0); err != nil {
		return valueError("result of a callback", err)
	}
	return nil
}
