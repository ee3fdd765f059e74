package runtime

import (
	"fmt"

	"github.com/minipy/minipy/lang/code"
)

// Generators, coroutines and asynchronous generators as objects. The frame
// runs in the vm package (Host.Resume).

type (
	gen4 struct {
		Generator
		r [4]Value
	}
	gen6 struct {
		Generator
		r [6]Value
	}
	gen8 struct {
		Generator
		r [8]Value
	}
	gen12 struct {
		Generator
		r [12]Value
	}
)

// NewGenerator makes the object for a call of f, by its code's flags, with
// room for so many registers: in one allocation if they are few.
func NewGenerator(f *Function, regs int) *Generator {
	var g *Generator
	switch {
	case regs <= 4:
		p := &gen4{}
		g, p.Regs = &p.Generator, p.r[:regs]
	case regs <= 6:
		p := &gen6{}
		g, p.Regs = &p.Generator, p.r[:regs]
	case regs <= 8:
		p := &gen8{}
		g, p.Regs = &p.Generator, p.r[:regs]
	case regs <= 12:
		p := &gen12{}
		g, p.Regs = &p.Generator, p.r[:regs]
	default:
		g = &Generator{Regs: make([]Value, regs)}
	}
	g.Func = f
	if f.Rare != nil {
		g.Version = uint16(len(f.Rare.Was))
	}
	g.typ = &generatorType
	if flags := f.Code.Code().Flags; flags&(code.Coroutine|code.AsyncGenerator) != 0 {
		g.typ = generatorTypeFor(flags)
	}
	return g
}

// Code is the code that g runs: the function's when g was made.
func (g *Generator) Code() *CodeObject {
	if r := g.Func.Rare; r != nil && int(g.Version) < len(r.Was) {
		return r.Was[g.Version]
	}
	return g.Func.Code
}

// More gives g's rare fields, to be set.
func (g *Generator) More() *GeneratorRare {
	if g.Rare == nil {
		g.Rare = &GeneratorRare{}
	}
	return g.Rare
}

func (g *Generator) name() *Str {
	if g.Rare != nil && g.Rare.Name != nil {
		return g.Rare.Name
	}
	return g.Func.Name()
}

func (g *Generator) qualname() *Str {
	if g.Rare != nil && g.Rare.Qual != nil {
		return g.Rare.Qual
	}
	return g.Func.Qualname()
}

// Kind is "generator", "coroutine" or "async generator".
func (g *Generator) Kind() string {
	switch g.typ {
	case &coroutineType:
		return "coroutine"
	case &asyncGenType:
		return "async generator"
	}
	return "generator"
}

func gen(v Value) *Generator { return As[Generator](v) }

// GenNext resumes with None; unset at the end (the value is lost).
func GenNext(t *Thread, v Value) (Value, error) {
	r, done, err := t.Host.Resume(t, gen(v), None, nil)
	if err != nil {
		return Value{}, err
	}
	if done {
		t.StopValue = r
		return Value{}, nil
	}
	return r, nil
}

// IsCoroutine says that g came from an async def without yield.
func (g *Generator) IsCoroutine() bool { return g.typ == &coroutineType }

// stopIteration is StopIteration(v).
func stopIteration(v Value) error {
	e := NewException(StopIteration, v)
	return e
}

func genSend(t *Thread, a []Value) (Value, error) {
	g := gen(a[0])
	if !g.Started && !g.Done && !a[1].IsNone() {
		return Value{}, TypeErrorf("can't send non-None value to a just-started %s", g.Kind())
	}
	if g.Done && g.typ == &coroutineType {
		return Value{}, RuntimeErrorf("cannot reuse already awaited coroutine")
	}
	r, done, err := t.Host.Resume(t, g, a[1], nil)
	return genResult(r, done, err)
}

func genResult(r Value, done bool, err error) (Value, error) {
	if err != nil {
		return Value{}, err
	}
	if done {
		if r.IsNone() {
			return Value{}, NewException(StopIteration)
		}
		return Value{}, stopIteration(r)
	}
	return r, nil
}

// reprOr is repr(v) for a message, or its type's name if that fails.
func reprOr(t *Thread, v Value) string {
	s, err := ReprStr(t, v)
	if err != nil {
		return v.Type().Name
	}
	return s
}

// MakeExc makes the exception of throw(type, value, tb).
func MakeExc(t *Thread, typ, val, tb Value) (*Exception, error) {
	if c, ok := AsType(typ); ok && c.IsSubtype(BaseExceptionType) {
		var e Value
		var err error
		if val.IsUnset() || val.IsNone() {
			e, err = Call(t, typ)
		} else if val.Type().IsSubtype(c) {
			e = val
		} else if tup, isT := AsTuple(val); isT {
			e, err = CallArgs(t, typ, tup.items, nil)
		} else {
			e, err = Call(t, typ, val)
		}
		if err != nil {
			return nil, err
		}
		x, ok := AsException(e)
		if !ok {
			return nil, TypeErrorf("calling %s should have returned an instance of BaseException, not %s", reprOr(t, typ), e.Type().Name)
		}
		return withTb(t, x, tb)
	}
	if x, ok := AsException(typ); ok {
		if !val.IsUnset() && !val.IsNone() {
			return nil, TypeErrorf("instance exception may not have a separate value")
		}
		return withTb(t, x, tb)
	}
	return nil, TypeErrorf("exceptions must be classes or instances deriving from BaseException, not %s", typ.Type().Name)
}

func withTb(t *Thread, x *Exception, tb Value) (*Exception, error) {
	if tb.IsUnset() || tb.IsNone() {
		return x, nil
	}
	if _, ok := Cast[Traceback](tb, TracebackType); !ok {
		return nil, TypeErrorf("throw() third argument must be a traceback object")
	}
	return x, setTb(t, x.Value(), tb)
}

func genThrow(t *Thread, a []Value) (Value, error) {
	g := gen(a[0])
	if sub := t.Host.GeneratorAwait(t, g); !sub.IsUnset() && !isExit(a[1]) {
		// What it delegates to gets the arguments as they are.
		m, ok, err := LookupAttr(t, sub, throwStr)
		if err != nil {
			return Value{}, err
		}
		if ok {
			thrown := append([]Value{m}, a[1:]...)
			for thrown[len(thrown)-1].IsUnset() {
				thrown = thrown[:len(thrown)-1]
			}
			g.More().Thrown = thrown
			r, done, err := t.Host.Resume(t, g, Value{}, NewException(BaseExceptionType))
			return genResult(r, done, err)
		}
	}
	if _, ok := Cast[Traceback](a[3], TracebackType); !ok && !a[3].IsUnset() && !a[3].IsNone() {
		return Value{}, TypeErrorf("throw() third argument must be a traceback object")
	}
	x, err := MakeExc(t, a[1], a[2], a[3])
	if err != nil {
		return Value{}, err
	}
	if g.Done && g.typ == &coroutineType {
		return Value{}, RuntimeErrorf("cannot reuse already awaited coroutine")
	}
	r, done, err := t.Host.Resume(t, g, Value{}, x)
	return genResult(r, done, err)
}

// isExit says that v is GeneratorExit or an instance of it.
func isExit(v Value) bool {
	if c, ok := AsType(v); ok {
		return c.IsSubtype(GeneratorExit)
	}
	return v.Type().IsSubtype(GeneratorExit)
}

// GenClose is g.close().
func GenClose(t *Thread, g *Generator) error {
	if g.Done {
		return nil
	}
	if !g.Started && !g.Running {
		g.Done = true
		g.Regs = nil
		return nil
	}
	_, done, err := t.Host.Resume(t, g, Value{}, NewException(GeneratorExit))
	if err != nil {
		if IsError(err, GeneratorExit) || IsError(err, StopIteration) {
			return nil
		}
		return err
	}
	if !done {
		return RuntimeErrorf("%s ignored GeneratorExit", g.Kind())
	}
	return nil
}

func genClose(t *Thread, a []Value) (Value, error) { return noneResult(GenClose(t, gen(a[0]))) }

func genRepr(kind string) UnaryFn {
	return func(t *Thread, v Value) (Value, error) {
		return NewStr(fmt.Sprintf("<%s object %s at 0x%x>", kind, gen(v).qualname().s, v.ID())), nil
	}
}

func genGetSets(p string) []GetSet {
	return []GetSet{
		{Name: "__name__", Get: func(t *Thread, v Value) (Value, error) { return gen(v).name().Value(), nil }, Set: func(t *Thread, v, val Value) error {
			s, ok := AsStr(val)
			if !ok {
				return TypeErrorf("__name__ must be set to a string object")
			}
			gen(v).More().Name = s
			return nil
		}},
		{Name: "__qualname__", Get: func(t *Thread, v Value) (Value, error) { return gen(v).qualname().Value(), nil }, Set: func(t *Thread, v, val Value) error {
			s, ok := AsStr(val)
			if !ok {
				return TypeErrorf("__qualname__ must be set to a string object")
			}
			gen(v).More().Qual = s
			return nil
		}},
		{Name: p + "_code", Member: true, Get: func(t *Thread, v Value) (Value, error) { return gen(v).Code().Value(), nil }},
		{Name: p + "_running", Get: func(t *Thread, v Value) (Value, error) { return Bool(gen(v).Running || gen(v).AgRun), nil }},
		{Name: p + "_suspended", Get: func(t *Thread, v Value) (Value, error) {
			g := gen(v)
			return Bool(g.Started && !g.Done && !g.Running), nil
		}},
		{Name: p + "_frame", Get: func(t *Thread, v Value) (Value, error) { return t.Host.GeneratorFrame(t, gen(v)), nil }},
	}
}

func genAwaitAttr(name string) GetSet {
	return GetSet{Name: name, Get: func(t *Thread, v Value) (Value, error) { return orNone(t.Host.GeneratorAwait(t, gen(v))), nil }}
}

func initGenerators() {
	methods := []Method{
		{Name: "send", Sig: "value, /", Fn: genSend},
		{Name: "throw", Sig: "typ, val=?, tb=?, /", Fn: genThrow},
		{Name: "close", Fn: genClose},
		{Name: "__del__", Fn: genClose},
	}
	resumed := append([]Method(nil), methods...)
	resumed[0].Op = OpSend
	Define(&generatorType, TypeSpec{Name: "generator", Size: SizeOf[Generator](), Flags: FlagDisallowNew,
		Slots:   Slots{Repr: genRepr("generator"), Iter: SelfIter, Next: GenNext},
		Methods: resumed, GetSets: append(genGetSets("gi"), genAwaitAttr("gi_yieldfrom"))})
	Define(&coroutineType, TypeSpec{Name: "coroutine", Size: SizeOf[Generator](), Flags: FlagDisallowNew,
		Slots: Slots{Repr: genRepr("coroutine")},
		Methods: append(methods[:4:4], Method{Name: "__await__", Fn: func(t *Thread, a []Value) (Value, error) {
			w := &coroWrapper{coro: a[0]}
			w.typ = &coroWrapperType
			return w.Value(), nil
		}}),
		GetSets: append(genGetSets("cr"), genAwaitAttr("cr_await"),
			GetSet{Name: "cr_origin", Member: true, Get: func(t *Thread, v Value) (Value, error) { return orNone(gen(v).More().Origin), nil }})})
	Define(&coroWrapperType, TypeSpec{Name: "coroutine_wrapper", Size: SizeOf[coroWrapper](), Flags: FlagDisallowNew,
		Slots: Slots{Iter: SelfIter, Next: func(t *Thread, v Value) (Value, error) {
			r, err := genSend(t, []Value{As[coroWrapper](v).coro, None})
			return r, err
		}},
		Methods: []Method{
			{Name: "send", Sig: "value, /", Fn: func(t *Thread, a []Value) (Value, error) {
				return genSend(t, []Value{As[coroWrapper](a[0]).coro, a[1]})
			}},
			{Name: "throw", Sig: "typ, val=?, tb=?, /", Fn: func(t *Thread, a []Value) (Value, error) {
				return genThrow(t, []Value{As[coroWrapper](a[0]).coro, a[1], a[2], a[3]})
			}},
			{Name: "close", Fn: func(t *Thread, a []Value) (Value, error) { return genClose(t, []Value{As[coroWrapper](a[0]).coro}) }},
		}})
}

// A coroWrapper is coroutine.__await__()'s iterator.
type coroWrapper struct {
	Object
	coro Value
}

var (
	coroWrapperType Type
	throwStr        = StaticStr("throw")
)

func init() { initGenerators() }
