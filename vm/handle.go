package vm

import (
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// Instructions of except, except*, with, async and await.

// excMatch is whether exception v is caught by `except cls`.
func (t *thread) excMatch(v, cls runtime.Value) (runtime.Value, error) {
	if c, ok := runtime.AsType(cls); ok && c.Has(runtime.FlagException) {
		return runtime.Bool(v.Type().IsSubtype(c)), nil
	}
	if tup, ok := runtime.AsTuple(cls); ok {
		for _, x := range tup.Items() {
			if c, ok := runtime.AsType(x); !ok || !c.Has(runtime.FlagException) {
				return runtime.Value{}, runtime.TypeErrorf("catching classes that do not inherit from BaseException is not allowed")
			}
		}
		for _, x := range tup.Items() {
			if c, _ := runtime.AsType(x); v.Type().IsSubtype(c) {
				return runtime.True, nil
			}
		}
		return runtime.False, nil
	}
	return runtime.Value{}, runtime.TypeErrorf("catching classes that do not inherit from BaseException is not allowed")
}

// egMatch splits R[b] for `except* cls`; the rest goes back to R[b], the part that matches is being handled.
func (t *thread) egMatch(b int, cls runtime.Value) (runtime.Value, error) {
	v := t.stack[b]
	if v.IsNone() {
		return runtime.None, nil
	}
	if err := t.checkStar(cls); err != nil {
		return runtime.Value{}, err
	}
	e, _ := runtime.AsException(v)
	if e.GroupItems() == nil {
		yes, err := t.excMatch(v, cls)
		if err != nil || !yes.IsTrue() {
			return runtime.None, err
		}
		g, err := runtime.Call(t.rt, runtime.ExceptionGroupFor(e).Value(), runtime.NewStr(""), runtime.TupleOf(v))
		if err != nil {
			return runtime.Value{}, err
		}
		ge, _ := runtime.AsException(g)
		ge.Tb = e.Tb
		t.stack[b] = runtime.None
		t.rt.Handled = g
		return g, nil
	}
	m, rest, err := runtime.SplitGroup(t.rt, v, cls)
	if err != nil {
		return runtime.Value{}, err
	}
	if m.IsUnset() {
		return runtime.None, nil
	}
	if rest.IsUnset() {
		rest = runtime.None
	}
	t.stack[b] = rest
	t.rt.Handled = m
	return m, nil
}

func (t *thread) checkStar(cls runtime.Value) error {
	items := []runtime.Value{cls}
	if tup, ok := runtime.AsTuple(cls); ok {
		items = tup.Items()
	}
	for _, x := range items {
		c, ok := runtime.AsType(x)
		if !ok || !c.Has(runtime.FlagException) {
			return runtime.TypeErrorf("catching classes that do not inherit from BaseException is not allowed")
		}
		if c.IsSubtype(runtime.BaseExceptionGroup) {
			return runtime.TypeErrorf("catching ExceptionGroup with except* is not allowed. Use except instead.")
		}
	}
	return nil
}

// egPrep gives the exception to raise at the end of a try with except*: from
// the original and the list of what was raised and what no clause took.
func (t *thread) egPrep(orig, list runtime.Value) (runtime.Value, error) {
	l, _ := runtime.AsList(list)
	oe, _ := runtime.AsException(orig)
	var raised, reraised []runtime.Value
	for _, x := range l.Items() {
		if x.IsNone() || x.IsUnset() {
			continue
		}
		e, ok := runtime.AsException(x)
		if !ok {
			continue
		}
		if sameSource(oe, e) {
			reraised = append(reraised, x)
		} else {
			raised = append(raised, x)
		}
	}
	if oe.GroupItems() == nil {
		// one clause at most has run
		if len(raised) > 0 {
			return raised[0], nil
		}
		if len(reraised) > 0 {
			return orig, nil
		}
		return runtime.None, nil
	}
	var proj runtime.Value
	if len(reraised) > 0 {
		var err error
		if proj, err = runtime.ProjectGroup(t.rt, orig, reraised); err != nil {
			return proj, err
		}
	}
	if len(raised) == 0 {
		if proj.IsUnset() {
			return runtime.None, nil
		}
		return proj, nil
	}
	if !proj.IsUnset() {
		raised = append(raised, proj)
	}
	if len(raised) == 1 {
		return raised[0], nil
	}
	return runtime.Call(t.rt, runtime.BaseExceptionGroup.Value(), runtime.NewStr(""), runtime.NewList(raised).Value())
}

// sameSource says that e is a part of orig: they share traceback, cause and context.
func sameSource(orig, e *runtime.Exception) bool {
	return orig == e || e.GroupItems() != nil && orig.GroupItems() != nil && orig.Tb == e.Tb && runtime.Is(orig.Cause, e.Cause) && runtime.Is(orig.Context, e.Context)
}

// withEnter is WITHENTER and AWITHENTER: R[a] = bound exit, R[a+1] = enter().
// Methods in Python get a frame; those of builtin types are called without
// bound methods (with lock: 0.28 to 0.15 us).
func (t *thread) withEnter(f *frame, op code.Op, a int, v runtime.Value) (runtime.Value, error) {
	enter, exit, proto := t.m.names.enter, t.m.names.exit, "context manager"
	if op == code.AWITHENTER {
		enter, exit, proto = t.m.names.aenter, t.m.names.aexit, "asynchronous context manager"
	}
	none := runtime.Value{}
	en1, _ := v.Type().LookupWhere(t.rt, enter)
	ex1, _ := v.Type().LookupWhere(t.rt, exit)
	switch {
	case en1.IsUnset() || ex1.IsUnset():
	case en1.IsExactly(runtime.FunctionType) && ex1.IsExactly(runtime.FunctionType):
		t.stack[a] = runtime.NewMethod(ex1, v)
		r, err := t.callOn(f, runtime.As[runtime.Function](en1), kEnter, v)
		if err == nil && t.cur == f {
			t.stack[a+1] = r // a generator or coroutine
		}
		return none, err
	case en1.IsExactly(runtime.MethodDescrType) && ex1.IsExactly(runtime.MethodDescrType):
		n := runtime.As[runtime.Native](en1)
		t.stack[a], t.stack[a+1] = runtime.NewMethod(ex1, v), v
		t.mayPark = n.Def.Waits && t.runs == 1
		r, err := runtime.CallNative(t.rt, n, t.stack[a+1:a+2:a+2], nil)
		t.mayPark = false
		if err == nil {
			t.stack[a+1] = r
		}
		return none, err
	}
	en, ok, err := runtime.LookupSpecial(t.rt, v, enter)
	if err != nil {
		return none, err
	}
	if !ok {
		return none, runtime.TypeErrorf("'%s' object does not support the %s protocol", v.Type().Name, proto)
	}
	ex, ok, err := runtime.LookupSpecial(t.rt, v, exit)
	if err != nil {
		return none, err
	}
	if !ok {
		return none, runtime.TypeErrorf("'%s' object does not support the %s protocol (missed %s method)", v.Type().Name, proto, exit)
	}
	t.stack[a] = ex
	r, err := runtime.Call(t.rt, en)
	if err != nil {
		return none, err
	}
	t.stack[a+1] = r
	return none, nil
}

func (t *thread) withExit(f *frame, exit runtime.Value, b, how int) (runtime.Value, error) {
	args := [4]runtime.Value{{}, runtime.None, runtime.None, runtime.None}
	if how != 0 {
		e, _ := runtime.AsException(t.stack[b+1])
		args[1], args[2], args[3] = e.Type().Value(), e.Value(), runtime.TbValue(e.Tb)
	}
	if exit.IsExactly(runtime.MethodType) {
		if m := runtime.As[runtime.BoundMethod](exit); m.Func.IsExactly(runtime.FunctionType) {
			args[0] = m.Self
			return t.callOn(f, runtime.As[runtime.Function](m.Func), kCall, args[:]...)
		}
	}
	return runtime.CallArgs(t.rt, exit, args[1:], nil)
}

// asyncOp is what await, async for and yield from need besides YIELDFROM.
func (t *thread) asyncOp(f *frame, op code.Op, w uint64, a, b int) (runtime.Value, error) {
	none := runtime.Value{}
	v := t.stack[b]
	switch op {
	case code.GETYIELDITER:
		t.stack[a+1] = none
		if v.IsExactly(runtime.CoroutineType) {
			if f.u.code.Flags&(code.Coroutine|code.IterableCoroutine) == 0 {
				return none, runtime.TypeErrorf("cannot 'yield from' a coroutine object in a non-coroutine generator")
			}
			return v, nil
		}
		if v.IsExactly(runtime.GeneratorType) {
			return v, nil
		}
		return runtime.Iter(t.rt, v)
	case code.GETAWAIT:
		t.stack[a+1] = none
		return t.getAwait(v, code.C(w))
	case code.AITER:
		m, ok, err := runtime.LookupSpecial(t.rt, v, t.m.names.aiter)
		if err != nil {
			return none, err
		}
		if !ok {
			return none, runtime.TypeErrorf("'async for' requires an object with __aiter__ method, got %s", v.Type().Name)
		}
		it, err := runtime.Call(t.rt, m)
		if err != nil {
			return none, err
		}
		if _, ok := it.Type().Lookup(t.rt, t.m.names.anext); !ok {
			return none, runtime.TypeErrorf("'async for' received an object from __aiter__ that does not implement __anext__: %s", it.Type().Name)
		}
		return it, nil
	case code.ANEXT:
		m, ok, err := runtime.LookupSpecial(t.rt, v, t.m.names.anext)
		if err != nil {
			return none, err
		}
		if !ok {
			return none, runtime.TypeErrorf("'async for' requires an iterator with __anext__ method, got %s", v.Type().Name)
		}
		return runtime.Call(t.rt, m)
	case code.ENDASYNCFOR:
		e, _ := runtime.AsException(t.stack[a])
		if runtime.IsError(e, runtime.StopAsyncIteration) {
			return none, nil
		}
		return none, e
	}
	return runtime.NewAsyncYield(v), nil
}

// getAwait gives the iterator of `await v`; how says where: 0 await, 1 and 2
// the results of __aenter__ and __aexit__.
func (t *thread) getAwait(v runtime.Value, how int) (runtime.Value, error) {
	if v.IsExactly(runtime.CoroutineType) {
		g := runtime.As[runtime.Generator](v)
		if g.Delegating && !g.Running && !g.Done {
			return v, runtime.RuntimeErrorf("coroutine is being awaited already")
		}
		return v, nil
	}
	if g, ok := runtime.Cast[runtime.Generator](v, runtime.GeneratorType); ok && g.Code().Code().Flags&code.IterableCoroutine != 0 {
		return v, nil
	}
	m, ok, err := runtime.LookupSpecial(t.rt, v, t.m.names.await)
	if err != nil {
		return v, err
	}
	if !ok {
		switch how {
		case 1, 2:
			return v, runtime.TypeErrorf("'async with' received an object from %s that does not implement __await__: %s", [3]string{"", "__aenter__", "__aexit__"}[how], v.Type().Name)
		case 3:
			return v, runtime.TypeErrorf("'async for' received an invalid object from __anext__: %s", v.Type().Name)
		}
		return v, runtime.TypeErrorf("object %s can't be used in 'await' expression", v.Type().Name)
	}
	it, err := runtime.Call(t.rt, m)
	if err != nil {
		return v, err
	}
	if it.IsExactly(runtime.CoroutineType) {
		return v, runtime.TypeErrorf("__await__() returned a coroutine")
	}
	if it.Type().Slots.Next == nil {
		return v, runtime.TypeErrorf("__await__() returned non-iterator of type '%s'", it.Type().Name)
	}
	return it, nil
}
