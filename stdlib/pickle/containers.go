package pickle

import (
	rt "github.com/minipy/minipy/runtime"
)

// Tuples of plain items are written without a task; this deep at most, since
// each costs Go stack.
const maxInner = 16

// Lists and dicts up to this size are begun without a task.
const shortList = 64

// saveTuple writes a tuple. It is memoized after its items, so a tuple that
// contains itself meets itself on the way: then what was written is dropped
// again and the tuple that came to be inside is meant.
func (s *saver) saveTuple(v value) (bool, error) {
	p := s.p
	items := rt.As[rt.Tuple](v).Items()
	n := len(items)
	if n == 0 {
		if p.bin {
			p.op(opEmptyTuple)
		} else {
			p.op(opMark)
			p.op(opTuple)
		}
		return false, nil
	}
	if n > 3 || p.proto < 2 {
		p.op(opMark)
	}
	if s.inner >= maxInner {
		s.push(task{kind: tupleTask, enter: 1, obj: v, items: items})
		return true, nil
	}
	at := len(s.stack)
	s.level++
	s.inner++
	for i, x := range items {
		if s.quick(x) {
			continue
		}
		deferred, err := s.save(x)
		if err != nil {
			return false, err
		}
		if deferred {
			s.inner--
			s.under(at, task{kind: tupleTask, enter: 1, obj: v, items: items, i: i + 1})
			return true, nil
		}
	}
	s.level--
	s.inner--
	return false, s.endTuple(v, n)
}

func (s *saver) stepTuple(tk *task) error {
	for tk.i < len(tk.items) {
		tk.i++
		if deferred, err := s.save(tk.items[tk.i-1]); err != nil || deferred {
			return err
		}
	}
	v, n := tk.obj, len(tk.items)
	s.pop()
	return s.endTuple(v, n)
}

// endTuple makes the tuple of the n items that are on the stack.
func (s *saver) endTuple(v value, n int) error {
	p := s.p
	small := n <= 3 && p.proto >= 2
	if p.fast == 0 {
		idx, known := p.memo.find(v)
		if !known {
			if small {
				p.op(byte(opTuple1 + n - 1))
			} else {
				p.op(opTuple)
			}
			return p.memoize(idx)
		}
	}
	if idx, known := p.memo.get(v); known {
		switch {
		case !small && p.bin:
			p.op(opPopMark)
		default:
			if !small {
				n++ // the mark
			}
			for ; n > 0; n-- {
				p.op(opPop)
			}
		}
		return p.putGet(idx)
	}
	if small {
		p.op(byte(opTuple1 + n - 1))
	} else {
		p.op(opTuple)
	}
	return p.putMemo(v)
}

// open writes the opcodes of an empty container and memoizes it as idx, or, if
// that is negative, with the next index.
func (s *saver) open(v value, idx int, empty, old byte) error {
	if s.p.bin {
		s.p.op(empty)
	} else {
		s.p.op(opMark)
		s.p.op(old)
	}
	if idx >= 0 {
		return s.p.memoize(idx)
	}
	return s.p.putMemo(v)
}

func (s *saver) saveList(v value, idx int) (bool, error) {
	fast := s.p.fast != 0
	if fast {
		if err := s.enterFast(v); err != nil {
			return false, err
		}
	}
	if err := s.open(v, idx, opEmptyList, opList); err != nil {
		return false, err
	}
	items := rt.As[rt.List](v).Items()
	n := len(items)
	if n == 0 {
		if fast {
			s.leaveFast(v)
		}
		return false, nil
	}
	if s.level+1 >= s.limit {
		return false, tooDeep()
	}
	tk := task{kind: listTask, enter: 2, obj: v, single: n == 1 || !s.p.bin, fast: fast}
	if s.direct && n <= shortList && s.inner < maxInner {
		return s.shortList(&tk)
	}
	s.push(tk)
	return true, nil
}

// shortList writes a list without a task as long as no item needs one.
func (s *saver) shortList(tk *task) (bool, error) {
	if !tk.single {
		s.p.op(opMark)
	}
	at := len(s.stack)
	s.inner++
	s.level += int(tk.enter)
	l := rt.As[rt.List](tk.obj)
	for tk.i < l.Len() && !(tk.single && tk.i > 0) {
		if v := l.Items()[tk.i]; !s.quick(v) {
			deferred, err := s.save(v)
			if err != nil {
				return false, err
			}
			if deferred {
				s.inner--
				tk.n, tk.state = tk.i, 1
				s.under(at, *tk)
				return true, nil
			}
		}
		tk.i++
	}
	s.inner--
	s.level -= int(tk.enter)
	if tk.single {
		s.p.op(opAppend)
	} else {
		s.p.op(opAppends)
	}
	return false, nil
}

// stepList writes items in batches. state 1 says that an item has been written.
func (s *saver) stepList(tk *task) error {
	l := rt.As[rt.List](tk.obj)
	for {
		if tk.state == 1 {
			tk.state = 0
			tk.i++
			tk.n++
			end := tk.i >= l.Len()
			if tk.single {
				s.p.op(opAppend)
				end = end || s.p.bin
			} else if end || tk.n == batchSize {
				s.p.op(opAppends)
				tk.n = 0
			}
			if end {
				s.pop()
				return nil
			}
		}
		if tk.n == 0 && !tk.single && !tk.marked {
			s.p.op(opMark)
		}
		tk.marked = false
		items := l.Items()
		if !tk.single {
			// runs of plain items, but for the one that ends a batch
			end := min(len(items), tk.i+batchSize-tk.n) - 1
			for tk.i < end && s.quick(items[tk.i]) {
				tk.i++
				tk.n++
			}
		}
		if tk.i >= len(items) { // it shrank
			if !tk.single {
				s.p.op(opAppends)
			}
			s.pop()
			return nil
		}
		tk.state = 1
		if deferred, err := s.save(items[tk.i]); err != nil || deferred {
			return err
		}
	}
}

func (s *saver) saveDict(v value, idx int) (bool, error) {
	fast := s.p.fast != 0
	if fast {
		if err := s.enterFast(v); err != nil {
			return false, err
		}
	}
	if err := s.open(v, idx, opEmptyDict, opDict); err != nil {
		return false, err
	}
	d := rt.As[rt.Dict](v)
	n := d.Len()
	if n == 0 {
		if fast {
			s.leaveFast(v)
		}
		return false, nil
	}
	if s.level+1 >= s.limit {
		return false, tooDeep()
	}
	// val is the size now, to notice that it changes
	tk := task{kind: dictTask, enter: 2, obj: v, single: n == 1 || !s.p.bin, fast: fast, val: rt.Int(int64(n))}
	if s.direct && n <= shortList && s.inner < maxInner {
		return s.shortDict(&tk, d)
	}
	s.push(tk)
	return true, nil
}

// shortDict writes a dict without a task as long as no key or value needs one.
func (s *saver) shortDict(tk *task, d *rt.Dict) (bool, error) {
	if !tk.single {
		s.p.op(opMark)
		tk.marked = true
	}
	at := len(s.stack)
	s.level += int(tk.enter)
	for !(tk.single && tk.n > 0) {
		next, key, val, ok := d.Next(tk.i)
		if !ok {
			break
		}
		if !s.quick(key) { // seldom: left to the task
			s.level -= int(tk.enter)
			s.push(*tk)
			return true, nil
		}
		tk.i = next
		if !s.quick(val) {
			s.inner++
			deferred, err := s.save(val)
			s.inner--
			if err != nil {
				return false, err
			}
			if deferred {
				tk.state = 2
				s.under(at, *tk)
				return true, nil
			}
		}
		tk.n++
	}
	s.level -= int(tk.enter)
	if tk.single {
		s.p.op(opSetItem)
		return false, nil
	}
	s.p.op(opSetItems)
	if int64(d.Len()) != tk.val.AsInt64() {
		return false, rt.RuntimeErrorf("dictionary changed size during iteration")
	}
	return false, nil
}

// stepDict writes entries in batches: look is the value that comes next
// (state 1), state 2 says that an entry has been written.
func (s *saver) stepDict(tk *task) error {
	d := rt.As[rt.Dict](tk.obj)
	for {
		switch tk.state {
		case 2:
			tk.state = 0
			if tk.single {
				s.p.op(opSetItem)
				if s.p.bin {
					s.pop()
					return nil
				}
				break
			}
			if tk.n++; tk.n == batchSize {
				s.p.op(opSetItems)
				tk.n = 0
				if int64(d.Len()) != tk.val.AsInt64() {
					return rt.RuntimeErrorf("dictionary changed size during iteration")
				}
			}
		case 1:
			v := tk.look
			tk.look, tk.state = value{}, 2
			if deferred, err := s.save(v); err != nil || deferred {
				return err
			}
			continue
		}
		if tk.n == 0 && !tk.single && !tk.marked {
			s.p.op(opMark)
		}
		tk.marked = false
		next, key, val, ok := d.Next(tk.i)
		if !ok {
			if !tk.single {
				s.p.op(opSetItems)
			}
			if int64(d.Len()) != tk.val.AsInt64() {
				return rt.RuntimeErrorf("dictionary changed size during iteration")
			}
			s.pop()
			return nil
		}
		tk.i, tk.look, tk.state = next, val, 1
		if s.quick(key) {
			if s.quick(val) {
				tk.look, tk.state = value{}, 2
			}
			continue
		}
		if deferred, err := s.save(key); err != nil || deferred {
			return err
		}
	}
}

// Sets have opcodes from protocol 4 on; before, they are made of a list.

func (s *saver) saveSet(v value) (bool, error) {
	set := rt.As[rt.Set](v)
	if s.p.proto < 4 {
		return s.saveCall(v, rt.SetType.Value(), rt.NewList(set.Items()).Value())
	}
	s.p.op(opEmptySet)
	if err := s.p.putMemo(v); err != nil || set.Len() == 0 {
		return false, err
	}
	tk := task{kind: setTask, enter: 1, obj: v}
	if n := set.Len(); s.direct && n <= shortList {
		s.p.op(opMark)
		pos, key, ok := set.Next(0)
		for ok && s.quick(key) {
			tk.i++
			pos, key, ok = set.Next(pos)
		}
		if !ok {
			s.p.op(opAddItems)
			return false, nil
		}
		tk.n, tk.marked = tk.i, true
	}
	tk.items = set.Items()
	s.push(tk)
	return true, nil
}

func (s *saver) stepSet(tk *task) error {
	for {
		if tk.n == batchSize {
			s.p.op(opAddItems)
			tk.n = 0
			if rt.As[rt.Set](tk.obj).Len() != len(tk.items) {
				return rt.RuntimeErrorf("set changed size during iteration")
			}
		}
		if tk.n == 0 && !tk.marked {
			s.p.op(opMark)
		}
		tk.marked = false
		if tk.i == len(tk.items) {
			s.p.op(opAddItems)
			if rt.As[rt.Set](tk.obj).Len() != len(tk.items) {
				return rt.RuntimeErrorf("set changed size during iteration")
			}
			s.pop()
			return nil
		}
		tk.i++
		tk.n++
		if s.quick(tk.items[tk.i-1]) {
			continue
		}
		if deferred, err := s.save(tk.items[tk.i-1]); err != nil || deferred {
			return err
		}
	}
}

func (s *saver) saveFrozenset(v value) (bool, error) {
	set := rt.As[rt.Set](v)
	if s.p.proto < 4 {
		return s.saveCall(v, rt.FrozensetType.Value(), rt.NewList(set.Items()).Value())
	}
	s.p.op(opMark)
	s.push(task{kind: frozenTask, enter: 1, obj: v, items: set.Items()})
	return true, nil
}

func (s *saver) stepFrozen(tk *task) error {
	for tk.i < len(tk.items) {
		tk.i++
		if deferred, err := s.save(tk.items[tk.i-1]); err != nil || deferred {
			return err
		}
	}
	v := tk.obj
	s.pop()
	if idx, known := s.p.memo.get(v); known {
		s.p.op(opPopMark)
		return s.p.putGet(idx)
	}
	s.p.op(opFrozenset)
	return s.p.putMemo(v)
}

// States of an iterTask: what has been written last.
const (
	iterStart   = iota // nothing of the batch
	iterOnly           // the only item there is
	iterEach           // an item in protocol 0
	iterFirst          // the first of a batch; val is the second
	iterFurther        // another one
)

// stepIter writes what an iterator gives, items or pairs, in batches. It looks
// one item ahead, since one item is written without a MARK.
func (s *saver) stepIter(tk *task) error {
	one, many := byte(opAppend), byte(opAppends)
	if tk.pairs {
		one, many = opSetItem, opSetItems
	}
	for {
		if !tk.look.IsUnset() { // the value of a pair whose key is written
			v := tk.look
			tk.look = value{}
			if deferred, err := s.save(v); err != nil || deferred {
				return err
			}
			continue
		}
		var item value
		var err error
		switch tk.state {
		case iterOnly:
			s.p.op(one)
			s.pop()
			return nil
		case iterEach:
			s.p.op(one)
			tk.state = iterStart
			continue
		case iterStart:
			if item, err = s.nextItem(tk); err != nil {
				return err
			}
			if item.IsUnset() {
				s.pop()
				return nil
			}
			if !s.p.bin {
				tk.state = iterEach
				break
			}
			if tk.val, err = s.nextItem(tk); err != nil {
				return err
			}
			if tk.val.IsUnset() {
				tk.state = iterOnly
				break
			}
			s.p.op(opMark)
			tk.state, tk.n = iterFirst, 1
		case iterFirst:
			item, tk.val = tk.val, value{}
			tk.n++
			tk.state = iterFurther
		case iterFurther:
			if tk.n == batchSize {
				s.p.op(many)
				tk.state = iterStart
				continue
			}
			if item, err = s.nextItem(tk); err != nil {
				return err
			}
			if item.IsUnset() {
				s.p.op(many)
				s.pop()
				return nil
			}
			tk.n++
		}
		if tk.pairs {
			pair := rt.As[rt.Tuple](item).Items()
			item, tk.look = pair[0], pair[1]
		}
		if deferred, err := s.save(item); err != nil || deferred {
			return err
		}
	}
}

// nextItem asks the task's iterator for an item; unset at the end.
func (s *saver) nextItem(tk *task) (value, error) {
	v, err := rt.Next(s.t, tk.obj)
	if err != nil || v.IsUnset() || !tk.pairs {
		return v, err
	}
	if tup, ok := rt.AsTuple(v); !ok || tup.Len() != 2 {
		return value{}, rt.TypeErrorf("dict items iterator must return 2-tuples")
	}
	return v, nil
}
