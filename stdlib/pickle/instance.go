package pickle

import (
	rt "github.com/minipy/minipy/runtime"
)

// Most objects are instances of classes in Python that leave it to object how
// they are reduced. They are written without asking: object.__reduce_ex__
// would give copyreg.__newobj__, (cls,), and the attributes.

// A plainClass remembers the last class found to leave it to object, in that
// state.
type plainClass struct {
	typ     *rt.Type
	version uint64
	ok      bool
	shape   *rt.Shape // whose attributes hide nothing
}

// reducing are the names by which a class, or an instance, may have a say.
var reducing = [...]*rt.Str{names.reduceEx, names.reduce, names.getState}

// is says that v is such an instance.
func (c *plainClass) is(t *thread, v value, typ *rt.Type) bool {
	if c.typ != typ || c.version != typ.Version() {
		*c = plainClass{typ: typ, version: typ.Version(), ok: leavesReducing(t, typ)}
	}
	if !c.ok {
		return false
	}
	sh := rt.ShapeOf(v)
	if sh == nil || sh == c.shape {
		return true
	}
	for _, n := range reducing {
		if _, own := rt.GetInstanceAttr(v, n); own {
			return false
		}
	}
	if sh.IsDict() {
		return true // known by the dict, not by the shape
	}
	c.shape = sh
	return true
}

func leavesReducing(t *thread, typ *rt.Type) bool {
	if !typ.IsHeap() || typ.Layout() != rt.ObjectType || typ.Has(rt.FlagUserGetAttr) || typ.HasSlots() {
		return false
	}
	for _, n := range reducing {
		if _, owner := typ.LookupWhere(t, n); owner != rt.ObjectType {
			return false
		}
	}
	if _, owner := typ.LookupWhere(t, names.class); owner != rt.ObjectType {
		return false
	}
	for _, n := range []*rt.Str{names.getNewArgs, names.getNewArgsEx} {
		if _, has := typ.Lookup(t, n); has {
			return false
		}
	}
	return true
}

// saveInstance writes such an instance.
func (s *saver) saveInstance(v value, typ *rt.Type) (bool, error) {
	base := len(s.attrs)
	attrs, ok := rt.AppendInstanceItems(s.attrs, v)
	if !ok {
		red := &reduction{items: []value{typ.Value(), rt.TupleOf()}, code: opNewObj}
		if d := rt.InstanceDict(v); d.Len() > 0 {
			red.state = d.Value()
		}
		s.push(task{kind: reduceTask, enter: 1, obj: v, red: red})
		return true, nil
	}
	s.attrs = attrs
	tk := task{kind: instanceTask, enter: 3, obj: v, i: base, n: len(attrs)}
	if idx, known := s.p.memo.get(typ.Value()); known {
		if err := s.p.putGet(idx); err != nil {
			return false, err
		}
		tk.state = 1
	}
	if !s.direct || tk.state == 0 || s.inner >= maxInner {
		s.push(tk)
		return true, nil
	}
	return s.beginInstance(&tk)
}

// beginInstance writes an instance of a known class as far as its attributes
// are plain, and only then makes a task of it.
func (s *saver) beginInstance(tk *task) (bool, error) {
	if err := s.headInstance(tk); err != nil {
		return false, err
	}
	at := len(s.stack)
	s.inner++
	s.level += int(tk.enter)
	for tk.i < tk.n {
		tk.i++
		v := s.attrs[tk.i-1]
		if s.quick(v) {
			continue
		}
		deferred, err := s.save(v)
		if err != nil {
			return false, err
		}
		if deferred {
			s.inner--
			s.under(at, *tk)
			return true, nil
		}
	}
	s.inner--
	s.level -= int(tk.enter)
	return false, s.endInstance(tk)
}

// stepInstance writes class and object (state 0 and 1), then the attributes as
// the entries of a dict that has no other life.
func (s *saver) stepInstance(tk *task) error {
	if tk.state == 0 {
		tk.state = 1
		if deferred, err := s.save(tk.obj.Type().Value()); err != nil || deferred {
			return err
		}
	}
	if tk.state == 1 {
		if err := s.headInstance(tk); err != nil {
			return err
		}
	}
	for tk.i < tk.n { // fewer than a batch: more would live in a dict
		tk.i++
		v := s.attrs[tk.i-1]
		if s.quick(v) {
			continue
		}
		if deferred, err := s.save(v); err != nil || deferred {
			return err
		}
	}
	if err := s.endInstance(tk); err != nil {
		return err
	}
	s.pop()
	return nil
}

// headInstance writes what is between the class and the first attribute.
func (s *saver) headInstance(tk *task) error {
	p := s.p
	tk.state = 2
	tk.val = rt.Int(int64(tk.i))
	if err := s.edge(); err != nil {
		return err
	}
	p.op(opEmptyTuple)
	p.op(opNewObj)
	if err := p.putMemo(tk.obj); err != nil || tk.i == tk.n {
		return err
	}
	if err := s.edge(); err != nil {
		return err
	}
	p.op(opEmptyDict)
	if p.fast == 0 {
		if err := p.memoize(p.memo.given); err != nil {
			return err
		}
		p.memo.given++
	}
	if tk.single = tk.n-tk.i == 2; !tk.single {
		p.op(opMark)
	}
	return nil
}

// endInstance writes the end of an instance and forgets its attributes.
func (s *saver) endInstance(tk *task) error {
	start := int(tk.val.AsInt64())
	if n := rt.CountAttrs(tk.obj); n >= 0 && 2*n != tk.n-start {
		return rt.RuntimeErrorf("dictionary changed size during iteration")
	}
	if start < tk.n {
		if tk.single {
			s.p.op(opSetItem)
		} else {
			s.p.op(opSetItems)
		}
		s.p.op(opBuild)
	}
	clear(s.attrs[start:])
	s.attrs = s.attrs[:start]
	return nil
}
