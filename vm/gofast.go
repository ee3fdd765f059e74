package vm

import (
	"reflect"

	"github.com/minipy/minipy/runtime"
)

// # Host functions of the usual shapes
//
// They are called without reflection: up to two parameters of type int,
// float64, string, bool or Value, in the combinations listed in fastFunc.invoke,
// and a result of one of these, an error, or both. What depends on the types is
// only the call itself (invoke0, invoke1, invoke2); arguments and results pass
// through a basic, so that a shape costs a few instructions in the executable
// and not functions of its own.

// A basicKind is one of the types that have a fast path.
type basicKind uint8

const (
	notBasic basicKind = iota
	basicInt
	basicFloat
	basicString
	basicBool
	basicValue
)

// basicKindOf is notBasic for a defined type, too.
func basicKindOf(typ reflect.Type) basicKind {
	switch typ {
	case intType:
		return basicInt
	case reflect.TypeFor[float64]():
		return basicFloat
	case reflect.TypeFor[string]():
		return basicString
	case reflect.TypeFor[bool]():
		return basicBool
	case valueType:
		return basicValue
	}
	return notBasic
}

// A basic has a Go value in the field for its kind.
type basic struct {
	i int
	f float64
	s string
	b bool
	v Value
}

// from takes the Go value of kind k for v.
func (p *basic) from(t *thread, k basicKind, v runtime.Value) (err error) {
	switch k {
	case basicInt:
		if v.IsInt() && int64(int(v.AsInt64())) == v.AsInt64() {
			p.i = int(v.AsInt64())
			return nil
		}
		n, err := t.intFrom(v, intType)
		if p.i = int(n); err == nil && int64(p.i) != n {
			err = tooLarge(intType)
		}
		return err
	case basicFloat:
		p.f, err = t.floatFrom(v)
	case basicString:
		p.s, err = t.stringFrom(v)
	case basicBool:
		if !v.IsBool() {
			return mismatch("bool", v)
		}
		p.b = v.IsTrue()
	case basicValue:
		p.v = Value{t.m, v}
	}
	return err
}

// toPy is the object for the Go value of kind k; None for notBasic.
func (p *basic) toPy(t *thread, k basicKind) (runtime.Value, error) {
	switch k {
	case basicInt:
		return runtime.Int(int64(p.i)), nil
	case basicFloat:
		return runtime.Float(p.f), nil
	case basicString:
		return pyString(p.s), nil
	case basicBool:
		return runtime.Bool(p.b), nil
	case basicValue:
		return t.ownValue(p.v)
	}
	return runtime.None, nil
}

// A fastFunc is a host function of a usual shape.
type fastFunc struct {
	f      *goFunc
	fn     any // the function
	in     [2]basicKind
	result basicKind
}

// fastFn is the row's Fn for f if it has one of the usual shapes, else nil.
func fastFn(f *goFunc) runtime.NativeFn {
	typ := f.fn.Type()
	if f.ctx || f.vm || f.results > 1 || len(f.in) > 2 || typ.Name() != "" || !f.fn.CanInterface() {
		return nil
	}
	c := &fastFunc{f: f, fn: f.fn.Interface()}
	for i, in := range f.in {
		if c.in[i] = basicKindOf(in); c.in[i] == notBasic {
			return nil
		}
	}
	if f.results == 1 {
		if c.result = basicKindOf(typ.Out(0)); c.result == notBasic {
			return nil
		}
	}
	switch len(f.in) {
	case 0:
		return c.call0
	case 1:
		return c.call1
	}
	if !c.pairs() {
		return nil
	}
	return c.call2
}

func (c *fastFunc) call0(rt *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	var p [2]basic
	return c.apply(implOf(rt), &p)
}

func (c *fastFunc) call1(rt *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	t := implOf(rt)
	var p [2]basic
	if err := p[0].from(t, c.in[0], args[0]); err != nil {
		return runtime.Value{}, c.f.argError(0, err)
	}
	return c.apply(t, &p)
}

func (c *fastFunc) call2(rt *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	t := implOf(rt)
	var p [2]basic
	for i := range p {
		if err := p[i].from(t, c.in[i], args[i]); err != nil {
			return runtime.Value{}, c.f.argError(i, err)
		}
	}
	return c.apply(t, &p)
}

// apply calls the function with the arguments in p.
func (c *fastFunc) apply(t *thread, p *[2]basic) (runtime.Value, error) {
	err, failed := c.run(t, p)
	if failed != nil {
		return runtime.Value{}, failed
	}
	if err != nil {
		return runtime.Value{}, t.raiseHost(err)
	}
	return p[0].toPy(t, c.result)
}

// run calls the function with the GIL lent, while conversions run with the GIL.
// Two Go errors come of it: what the function returns, and what a panic of it
// has become.
func (c *fastFunc) run(t *thread, p *[2]basic) (err, failed error) {
	cur := t.cur
	t.lend()
	defer t.returned(cur, nil, &failed)
	return c.invoke(p), nil
}

// pairs says that invoke has c's two parameters.
func (c *fastFunc) pairs() bool {
	a, b := c.in[0], c.in[1]
	return a == b && a != basicBool || a == basicString || a == basicInt && b == basicString
}

// invoke calls the function; its result replaces the first argument.
func (c *fastFunc) invoke(p *[2]basic) error {
	a, b := &p[0], &p[1]
	const two = 8 // a second parameter's kind
	switch c.in[0] + two*c.in[1] {
	case notBasic:
		return invoke0(c.fn, a)
	case basicInt:
		return invoke1(c.fn, a, a.i)
	case basicFloat:
		return invoke1(c.fn, a, a.f)
	case basicString:
		return invoke1(c.fn, a, a.s)
	case basicBool:
		return invoke1(c.fn, a, a.b)
	case basicValue:
		return invoke1(c.fn, a, a.v)
	case basicInt + two*basicInt:
		return invoke2(c.fn, a, a.i, b.i)
	case basicInt + two*basicString:
		return invoke2(c.fn, a, a.i, b.s)
	case basicFloat + two*basicFloat:
		return invoke2(c.fn, a, a.f, b.f)
	case basicString + two*basicInt:
		return invoke2(c.fn, a, a.s, b.i)
	case basicString + two*basicFloat:
		return invoke2(c.fn, a, a.s, b.f)
	case basicString + two*basicString:
		return invoke2(c.fn, a, a.s, b.s)
	case basicString + two*basicBool:
		return invoke2(c.fn, a, a.s, b.b)
	case basicString + two*basicValue:
		return invoke2(c.fn, a, a.s, b.v)
	case basicValue + two*basicValue:
		return invoke2(c.fn, a, a.v, b.v)
	}
	return nil
}

func invoke0(fn any, r *basic) (err error) {
	switch fn := fn.(type) {
	case func():
		fn()
	case func() error:
		err = fn()
	case func() int:
		r.i = fn()
	case func() float64:
		r.f = fn()
	case func() string:
		r.s = fn()
	case func() bool:
		r.b = fn()
	case func() Value:
		r.v = fn()
	case func() (int, error):
		r.i, err = fn()
	case func() (float64, error):
		r.f, err = fn()
	case func() (string, error):
		r.s, err = fn()
	case func() (bool, error):
		r.b, err = fn()
	case func() (Value, error):
		r.v, err = fn()
	}
	return err
}

func invoke1[A any](fn any, r *basic, a A) (err error) {
	switch fn := fn.(type) {
	case func(A):
		fn(a)
	case func(A) error:
		err = fn(a)
	case func(A) int:
		r.i = fn(a)
	case func(A) float64:
		r.f = fn(a)
	case func(A) string:
		r.s = fn(a)
	case func(A) bool:
		r.b = fn(a)
	case func(A) Value:
		r.v = fn(a)
	case func(A) (int, error):
		r.i, err = fn(a)
	case func(A) (float64, error):
		r.f, err = fn(a)
	case func(A) (string, error):
		r.s, err = fn(a)
	case func(A) (bool, error):
		r.b, err = fn(a)
	case func(A) (Value, error):
		r.v, err = fn(a)
	}
	return err
}

func invoke2[A, B any](fn any, r *basic, a A, b B) (err error) {
	switch fn := fn.(type) {
	case func(A, B):
		fn(a, b)
	case func(A, B) error:
		err = fn(a, b)
	case func(A, B) int:
		r.i = fn(a, b)
	case func(A, B) float64:
		r.f = fn(a, b)
	case func(A, B) string:
		r.s = fn(a, b)
	case func(A, B) bool:
		r.b = fn(a, b)
	case func(A, B) Value:
		r.v = fn(a, b)
	case func(A, B) (int, error):
		r.i, err = fn(a, b)
	case func(A, B) (float64, error):
		r.f, err = fn(a, b)
	case func(A, B) (string, error):
		r.s, err = fn(a, b)
	case func(A, B) (bool, error):
		r.b, err = fn(a, b)
	case func(A, B) (Value, error):
		r.v, err = fn(a, b)
	}
	return err
}
