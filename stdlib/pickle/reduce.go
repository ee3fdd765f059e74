package pickle

import (
	rt "github.com/minipy/minipy/runtime"
)

// A reduction is what __reduce_ex__ says about an object: make it by calling,
// then append, store and set.
type reduction struct {
	items     []value // the callable, or the class, and its arguments
	code      byte    // the opcode that makes the object of them
	state     value
	listItems value
	dictItems value
	setter    value
}

// Stages of a reduceTask: what is to be written next.
const (
	reduceItems = iota
	reduceMake
	reduceList
	reduceDict
	reduceState
	reduceBuild
	reduceSet
)

// saveCall writes that v is made by calling f.
func (s *saver) saveCall(v, f value, args ...value) (bool, error) {
	s.push(task{kind: reduceTask, enter: 1, obj: v, red: &reduction{items: []value{f, rt.NewTuple(args)}, code: opReduce}})
	return true, nil
}

// saveOther writes an object of no type that has opcodes of its own.
func (s *saver) saveOther(v value, typ *rt.Type) (bool, error) {
	if !s.p.override.IsUnset() {
		r, err := rt.Call(s.t, s.p.override, v)
		if err != nil {
			return false, err
		}
		if !r.IsNotImplemented() {
			return s.saveReduced(v, r)
		}
	}
	if typ == rt.TypeType {
		switch rt.As[rt.Type](v) {
		case rt.NoneType:
			return s.saveCall(v, rt.TypeType.Value(), rt.None)
		case rt.EllipsisType:
			return s.saveCall(v, rt.TypeType.Value(), rt.Ellipsis)
		case rt.NotImplementedType:
			return s.saveCall(v, rt.TypeType.Value(), rt.NotImplemented)
		}
		return s.saveGlobal(v, value{})
	}
	if typ == rt.FunctionType {
		return s.saveGlobal(v, value{})
	}
	f, err := s.reducer(typ)
	if err != nil {
		return false, err
	}
	if s.level+1 >= s.limit && !typ.IsSubtype(rt.TypeType) {
		return false, rt.RecursionErrorf("maximum recursion depth exceeded while calling a Python object")
	}
	if !f.IsUnset() {
		r, err := rt.Call(s.t, f, v)
		if err != nil {
			return false, err
		}
		return s.saveReduced(v, r)
	}
	if typ.IsSubtype(rt.TypeType) {
		return s.saveGlobal(v, value{})
	}
	if s.plain.is(s.t, v, typ) && s.p.proto >= 2 && s.p.persID.IsUnset() {
		return s.saveInstance(v, typ)
	}
	r, err := s.reduce(v, typ)
	if err != nil {
		return false, err
	}
	return s.saveReduced(v, r)
}

// reducer finds the function registered for a class; unset: there is none.
func (s *saver) reducer(typ *rt.Type) (value, error) {
	if d := s.p.reducers; d != nil {
		if f, ok, err := d.Get(s.t, typ.Value()); ok || err != nil {
			return f, err
		}
	}
	if s.p.dispatch.IsUnset() {
		f, _, err := s.st.dispatch.Get(s.t, typ.Value())
		return f, err
	}
	if d := s.p.dispatch; d.IsExactly(rt.DictType) {
		f, _, err := rt.As[rt.Dict](d).Get(s.t, typ.Value())
		return f, err
	}
	f, err := rt.GetItem(s.t, s.p.dispatch, typ.Value())
	if rt.IsError(err, rt.LookupError) && rt.IsError(err, rt.KeyError) {
		return value{}, nil
	}
	return f, err
}

// reduce asks v's own methods.
func (s *saver) reduce(v value, typ *rt.Type) (value, error) {
	f, ok, err := rt.LookupAttr(s.t, v, names.reduceEx)
	if err != nil {
		return value{}, err
	}
	if ok {
		return rt.Call(s.t, f, rt.Int(int64(s.p.proto)))
	}
	f, ok, err = rt.LookupAttr(s.t, v, names.reduce)
	if err != nil {
		return value{}, err
	}
	if ok {
		return rt.Call(s.t, f)
	}
	return value{}, s.fail("can't pickle '%v' object: %v", typ.Name, v)
}

// fail makes a PicklingError; Values among the arguments are shown by repr.
func (s *saver) fail(format string, args ...any) error {
	for i, a := range args {
		if v, ok := a.(value); ok {
			text, err := rt.ReprStr(s.t, v)
			if err != nil {
				return err
			}
			args[i] = text
		}
	}
	return rt.Errorf(&picklingError, format, args...)
}

// saveReduced writes v as the result r of a reduction says.
func (s *saver) saveReduced(v, r value) (bool, error) {
	if _, ok := rt.AsStr(r); ok {
		return s.saveGlobal(v, r)
	}
	tup, ok := rt.AsTuple(r)
	if !ok {
		return false, rt.Errorf(&picklingError, "__reduce__ must return a string or tuple")
	}
	red, err := s.readReduction(tup.Items(), v)
	if err != nil {
		return false, err
	}
	s.push(task{kind: reduceTask, enter: 1, obj: v, red: red})
	return true, nil
}

// readReduction checks the tuple that a reduction gave for obj (unset: none).
func (s *saver) readReduction(items []value, obj value) (*reduction, error) {
	if len(items) < 2 || len(items) > 6 {
		return nil, rt.Errorf(&picklingError, "tuple returned by __reduce__ must contain 2 through 6 elements")
	}
	red := &reduction{}
	rest := [...]*value{&red.state, &red.listItems, &red.dictItems, &red.setter}
	for i, x := range items[2:] {
		if !x.IsNone() {
			*rest[i] = x
		}
	}
	f := items[0]
	if !rt.IsCallable(f) {
		return nil, rt.Errorf(&picklingError, "first item of the tuple returned by __reduce__ must be callable")
	}
	args, ok := rt.AsTuple(items[1])
	if !ok {
		return nil, rt.Errorf(&picklingError, "second item of the tuple returned by __reduce__ must be a tuple")
	}
	if v := red.listItems; !v.IsUnset() && v.Type().Slots.Next == nil {
		return nil, s.fail("fourth element of the tuple returned by __reduce__ must be an iterator, not %v", v.Type().Name)
	}
	if v := red.dictItems; !v.IsUnset() && v.Type().Slots.Next == nil {
		return nil, s.fail("fifth element of the tuple returned by __reduce__ must be an iterator, not %v", v.Type().Name)
	}
	if v := red.setter; !v.IsUnset() && !rt.IsCallable(v) {
		return nil, s.fail("sixth element of the tuple returned by __reduce__ must be a function, not %v", v.Type().Name)
	}
	red.items, red.code = []value{f, items[1]}, opReduce
	if s.p.proto < 2 {
		return red, nil
	}
	name, ok, err := rt.LookupAttr(s.t, f, names.name)
	if err != nil || !ok {
		return red, err
	}
	if str, isStr := rt.AsStr(name); isStr {
		switch str.String() {
		case "__newobj__":
			err = s.newObj(red, args.Items(), obj)
		case "__newobj_ex__":
			err = s.newObjEx(red, args.Items())
		}
	}
	return red, err
}

// newObj has a reduction by copyreg.__newobj__ written with its opcode.
func (s *saver) newObj(red *reduction, args []value, obj value) error {
	if len(args) < 1 {
		return rt.Errorf(&picklingError, "__newobj__ arglist is empty")
	}
	if _, ok := rt.AsType(args[0]); !ok {
		return rt.Errorf(&picklingError, "args[0] from __newobj__ args is not a type")
	}
	if !obj.IsUnset() {
		cls, ok, err := rt.LookupAttr(s.t, obj, names.class)
		if err != nil {
			return err
		}
		if !ok {
			cls = obj.Type().Value()
		}
		if !rt.Is(cls, args[0]) {
			return rt.Errorf(&picklingError, "args[0] from __newobj__ args has the wrong class")
		}
	}
	red.items, red.code = []value{args[0], rt.NewTuple(args[1:])}, opNewObj
	return nil
}

// newObjEx has a reduction by copyreg.__newobj_ex__ written with its opcode,
// or, where there is none, as a call of a partial object.
func (s *saver) newObjEx(red *reduction, args []value) error {
	if len(args) != 3 {
		return rt.Errorf(&picklingError, "length of the NEWOBJ_EX argument tuple must be exactly 3, not %d", len(args))
	}
	if _, ok := rt.AsType(args[0]); !ok {
		return s.fail("first item from NEWOBJ_EX argument tuple must be a class, not %v", args[0].Type().Name)
	}
	pos, ok := rt.AsTuple(args[1])
	if !ok {
		return s.fail("second item from NEWOBJ_EX argument tuple must be a tuple, not %v", args[1].Type().Name)
	}
	kw, ok := rt.AsDict(args[2])
	if !ok {
		return s.fail("third item from NEWOBJ_EX argument tuple must be a dict, not %v", args[2].Type().Name)
	}
	if s.p.proto >= 4 {
		red.items, red.code = args, opNewObjEx
		return nil
	}
	make, err := rt.GetAttr(s.t, args[0], names.new)
	if err != nil {
		return err
	}
	partial, err := s.st.partial(s.t)
	if err != nil {
		return err
	}
	call := append([]value{make, args[0]}, pos.Items()...)
	f, err := callKw(s.t, partial, call, kw)
	red.items = []value{f, rt.TupleOf()}
	return err
}

// callKw calls f with arguments by position and by keyword.
func callKw(t *thread, f value, args []value, kw *rt.Dict) (value, error) {
	full := append([]value(nil), args...)
	var keys []*rt.Str
	for i, k, v, ok := kw.Next(0); ok; i, k, v, ok = kw.Next(i) {
		name, isStr := rt.AsStr(k)
		if !isStr {
			return value{}, rt.TypeErrorf("keywords must be strings")
		}
		keys = append(keys, t.VM.InternStr(name))
		full = append(full, v)
	}
	return rt.CallArgs(t, f, full, keys)
}

// stepReduce writes an object as its reduction says.
func (s *saver) stepReduce(tk *task) error {
	red, p := tk.red, s.p
	for {
		switch tk.state {
		case reduceItems:
			if tk.i == len(red.items) {
				tk.state = reduceMake
				continue
			}
			tk.i++
			if deferred, err := s.save(red.items[tk.i-1]); err != nil || deferred {
				return err
			}
		case reduceMake:
			p.op(red.code)
			if !tk.obj.IsUnset() {
				if idx, known := p.memo.get(tk.obj); known {
					// it met itself on the way: the one made then is meant
					p.op(opPop)
					s.pop()
					return p.putGet(idx)
				}
				if err := p.putMemo(tk.obj); err != nil {
					return err
				}
			}
			tk.state = reduceList
		case reduceList:
			tk.state = reduceDict
			if !red.listItems.IsUnset() {
				s.push(task{kind: iterTask, obj: red.listItems})
				return nil
			}
		case reduceDict:
			tk.state = reduceState
			if !red.dictItems.IsUnset() {
				s.push(task{kind: iterTask, obj: red.dictItems, pairs: true})
				return nil
			}
		case reduceState:
			if red.state.IsUnset() {
				s.pop()
				return nil
			}
			if !red.setter.IsUnset() {
				red.items, tk.i, tk.state = []value{red.setter, tk.obj, red.state}, 0, reduceSet
				continue
			}
			tk.state = reduceBuild
			if deferred, err := s.save(red.state); err != nil || deferred {
				return err
			}
		case reduceBuild:
			p.op(opBuild)
			s.pop()
			return nil
		case reduceSet:
			// setter(obj, state), whose result is dropped
			if tk.i == len(red.items) {
				p.op(opTuple2)
				p.op(opReduce)
				p.op(opPop)
				s.pop()
				return nil
			}
			tk.i++
			if deferred, err := s.save(red.items[tk.i-1]); err != nil || deferred {
				return err
			}
		}
	}
}
