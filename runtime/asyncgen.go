package runtime

import "fmt"

// Asynchronous generators: asend(), athrow() and aclose() return awaitables
// that drive the generator's frame; a value it yields comes out of the frame
// as an asyncYield, which ends the awaitable with StopIteration(value), while
// what it awaits passes through.

// An AsyncYield is a value on its way out of an asynchronous generator.
type AsyncYield struct {
	Object
	Val Value
}

// An asyncGenStep is the awaitable of one step.
type asyncGenStep struct {
	Object
	gen   *Generator
	send  Value      // asend(value)
	exc   *Exception // athrow(exc), aclose()
	kind  uint8      // 0 asend, 1 athrow, 2 aclose
	state uint8      // 0 fresh, 1 iterating, 2 closed
}

var asyncYieldType, asyncStepType, asyncThrowType Type

// NewAsyncYield wraps what an asynchronous generator yields.
func NewAsyncYield(v Value) Value {
	y := &AsyncYield{Val: v}
	y.typ = &asyncYieldType
	return y.Value()
}

func newStep(g *Generator, kind uint8, send Value, x *Exception) Value {
	s := &asyncGenStep{gen: g, kind: kind, send: send, exc: x}
	s.typ = &asyncStepType
	if kind != 0 {
		s.typ = &asyncThrowType
	}
	return s.Value()
}

// unwrap turns a resume's outcome into the awaitable's.
func (s *asyncGenStep) unwrap(r Value, done bool, err error) (Value, error) {
	g := s.gen
	if err != nil {
		g.AgRun = false
		s.state = 2
		if s.kind == 2 && (IsError(err, StopAsyncIteration) || IsError(err, GeneratorExit)) {
			return Value{}, NewException(StopIteration)
		}
		if IsError(err, StopAsyncIteration) || IsError(err, GeneratorExit) {
			g.Done = true
		}
		return Value{}, err
	}
	if done {
		g.AgRun = false
		s.state = 2
		if s.kind == 2 {
			return Value{}, NewException(StopIteration)
		}
		return Value{}, NewException(StopAsyncIteration)
	}
	if y, ok := Cast[AsyncYield](r, &asyncYieldType); ok {
		g.AgRun = false
		s.state = 2
		if s.kind == 2 {
			return Value{}, RuntimeErrorf("async generator ignored GeneratorExit")
		}
		return Value{}, stopIteration(y.Val)
	}
	return r, nil
}

var stepNames = [3]string{"asend", "athrow", "aclose"}

func (s *asyncGenStep) begin() error {
	if s.state == 2 {
		what := "__anext__()/asend()"
		if s.kind != 0 {
			what = "aclose()/athrow()"
		}
		return RuntimeErrorf("cannot reuse already awaited %s", what)
	}
	if s.state == 0 {
		if s.gen.AgRun {
			s.state = 2
			name := [3]string{"anext", "athrow", "aclose"}[s.kind]
			return RuntimeErrorf("%s(): asynchronous generator is already running", name)
		}
		s.gen.AgRun = true
	}
	return nil
}

func stepSend(t *Thread, v, val Value) (Value, error) {
	s := As[asyncGenStep](v)
	if err := s.begin(); err != nil {
		return Value{}, err
	}
	g := s.gen
	first := s.state == 0
	s.state = 1
	if first && s.kind != 0 {
		if g.Done {
			g.AgRun = false
			s.state = 2
			if s.kind == 2 {
				return Value{}, NewException(StopIteration)
			}
			return Value{}, NewException(StopAsyncIteration)
		}
		if s.kind == 2 {
			g.Closing = true
			if !g.Started {
				g.Done, g.AgRun, s.state = true, false, 2
				return Value{}, NewException(StopIteration)
			}
		}
		r, done, err := t.Host.Resume(t, g, Value{}, s.exc)
		return s.unwrap(r, done, err)
	}
	if first {
		if g.Done || g.Closing {
			g.AgRun = false
			s.state = 2
			return Value{}, NewException(StopAsyncIteration)
		}
		if val.IsNone() {
			val = s.send
		}
		if !g.Started && !val.IsNone() {
			g.AgRun = false
			return Value{}, TypeErrorf("can't send non-None value to a just-started async generator")
		}
	}
	r, done, err := t.Host.Resume(t, g, val, nil)
	return s.unwrap(r, done, err)
}

func stepThrow(t *Thread, a []Value) (Value, error) {
	s := As[asyncGenStep](a[0])
	x, err := MakeExc(t, a[1], a[2], a[3])
	if err != nil {
		return Value{}, err
	}
	if err := s.begin(); err != nil {
		return Value{}, err
	}
	s.state = 1
	r, done, err := t.Host.Resume(t, s.gen, Value{}, x)
	return s.unwrap(r, done, err)
}

func initHooks(t *Thread, g *Generator) error {
	if g.HooksOn {
		return nil
	}
	g.HooksOn = true
	g.More().Final = t.VM.AsyncFinalizer
	if f := t.VM.AsyncFirstIter; !f.IsUnset() && !f.IsNone() {
		_, err := Call(t, f, g.Value())
		return err
	}
	return nil
}

func agStep(kind uint8, t *Thread, gv, send Value, x *Exception) (Value, error) {
	if err := initHooks(t, gen(gv)); err != nil {
		return Value{}, err
	}
	return newStep(gen(gv), kind, send, x), nil
}

func stepSpec(name string) TypeSpec {
	return TypeSpec{Name: name, Size: SizeOf[asyncGenStep](), Flags: FlagDisallowNew,
		Slots: Slots{Iter: SelfIter, Next: func(t *Thread, v Value) (Value, error) { return stepSend(t, v, None) }},
		Methods: []Method{
			{Name: "__await__", Fn: func(t *Thread, a []Value) (Value, error) { return a[0], nil }},
			{Name: "send", Sig: "value, /", Fn: func(t *Thread, a []Value) (Value, error) { return stepSend(t, a[0], a[1]) }},
			{Name: "throw", Sig: "typ, val=None, tb=None, /", Fn: stepThrow},
			{Name: "close", Fn: func(t *Thread, a []Value) (Value, error) {
				As[asyncGenStep](a[0]).state = 2
				return None, nil
			}},
		}}
}

func init() {
	Define(&asyncYieldType, TypeSpec{Name: "async_generator_wrapped_value", Size: SizeOf[AsyncYield](), Flags: FlagDisallowNew})
	Define(&asyncStepType, stepSpec("async_generator_asend"))
	Define(&asyncThrowType, stepSpec("async_generator_athrow"))
	Define(&asyncGenType, TypeSpec{Name: "async_generator", Size: SizeOf[Generator](), Flags: FlagDisallowNew,
		Slots: Slots{Repr: func(t *Thread, v Value) (Value, error) {
			return NewStr(fmt.Sprintf("<async_generator object %s at 0x%x>", gen(v).qualname().s, v.ID())), nil
		}},
		Methods: []Method{
			{Name: "__aiter__", Fn: func(t *Thread, a []Value) (Value, error) { return a[0], nil }},
			{Name: "__anext__", Fn: func(t *Thread, a []Value) (Value, error) { return agStep(0, t, a[0], None, nil) }},
			{Name: "asend", Sig: "value, /", Fn: func(t *Thread, a []Value) (Value, error) { return agStep(0, t, a[0], a[1], nil) }},
			{Name: "athrow", Sig: "typ, val=None, tb=None, /", Fn: func(t *Thread, a []Value) (Value, error) {
				x, err := MakeExc(t, a[1], a[2], a[3])
				if err != nil {
					return Value{}, err
				}
				return agStep(1, t, a[0], Value{}, x)
			}},
			{Name: "aclose", Fn: func(t *Thread, a []Value) (Value, error) {
				return agStep(2, t, a[0], Value{}, NewException(GeneratorExit))
			}},
			{Name: "__class_getitem__", Sig: "item, /", Kind: ClassMethod, Fn: func(t *Thread, a []Value) (Value, error) {
				return NewGenericAlias(t, a[0], a[1]), nil
			}},
		},
		GetSets: append(genGetSets("ag"), genAwaitAttr("ag_await"))})
}

// An anextDefault is the awaitable of anext(it, default).
type anextDefault struct {
	Object
	aw, def Value
	it      Value // aw's iterator, once begun
}

var anextDefaultType Type

// NewAnextDefault awaits aw, and gives def in place of StopAsyncIteration.
func NewAnextDefault(aw, def Value) Value {
	a := &anextDefault{aw: aw, def: def}
	a.typ = &anextDefaultType
	return a.Value()
}

func (a *anextDefault) result(v Value, err error) (Value, error) {
	if err != nil && IsError(err, StopAsyncIteration) {
		return Value{}, stopIteration(a.def)
	}
	return v, err
}

func (a *anextDefault) iter(t *Thread) (Value, error) {
	if a.it.IsUnset() {
		m, ok, err := LookupSpecial(t, a.aw, StaticStrFind("__await__"))
		if err != nil {
			return Value{}, err
		}
		if !ok {
			return Value{}, TypeErrorf("object %s can't be used in 'await' expression", a.aw.Type().Name)
		}
		if a.it, err = Call(t, m); err != nil {
			return Value{}, err
		}
	}
	return a.it, nil
}

func anextStep(t *Thread, v, val Value) (Value, error) {
	a := As[anextDefault](v)
	it, err := a.iter(t)
	if err != nil {
		return Value{}, err
	}
	if val.IsNone() {
		t.StopValue = Value{}
		r, err := Next(t, it)
		if err == nil && r.IsUnset() {
			return Value{}, StopWith(t)
		}
		return a.result(r, err)
	}
	return a.result(CallMethod(t, it, "send", val))
}

func init() {
	Define(&anextDefaultType, TypeSpec{Name: "anext_awaitable", Size: SizeOf[anextDefault](), Flags: FlagDisallowNew,
		Slots: Slots{Iter: SelfIter, Next: func(t *Thread, v Value) (Value, error) { return anextStep(t, v, None) }},
		Methods: []Method{
			{Name: "__await__", Fn: func(t *Thread, a []Value) (Value, error) { return a[0], nil }},
			{Name: "send", Sig: "value, /", Fn: func(t *Thread, a []Value) (Value, error) { return anextStep(t, a[0], a[1]) }},
			{Name: "throw", Sig: "typ, val=None, tb=None, /", Fn: func(t *Thread, a []Value) (Value, error) {
				d := As[anextDefault](a[0])
				it, err := d.iter(t)
				if err != nil {
					return Value{}, err
				}
				return d.result(CallMethod(t, it, "throw", a[1], a[2], a[3]))
			}},
			{Name: "close", Fn: func(t *Thread, a []Value) (Value, error) { return None, nil }},
		}})
}
