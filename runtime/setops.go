package runtime

// The set operations, each in the order in which CPython adds items.

// like makes an empty set or frozenset, after the base of cls.
func (s *Set) like() *Set {
	if s.typ.layout == &frozensetType {
		return NewFrozenset()
	}
	return NewSet()
}

func (s *Set) copy(t *Thread) (*Set, error) {
	r := s.like()
	return r, r.merge(t, s)
}

// hasEntry is find for an entry of another set.
func (s *Set) hasEntry(t *Thread, e setEntry) (bool, error) {
	pos, _, err := s.find(t, e.key, e.hash)
	return pos >= 0, err
}

// each calls f for every entry, as far as s stays as it is.
func (s *Set) each(t *Thread, f func(e setEntry) error) error {
	for i := 0; i < len(s.index); i++ {
		if err := t.OftenQuiet(i); err != nil {
			return err
		}
		if i >= len(s.index) {
			break // a signal's handler has cleared it
		}
		if e := s.at(i); e.key.ref != nil {
			if err := f(e); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Set) intersection(t *Thread, v Value) (*Set, error) {
	r := s.like()
	if o, ok := AsSet(v); ok {
		if o == s {
			return s.copy(t)
		}
		big, small := s, o
		if o.used > s.used {
			big, small = o, s
		}
		r.expect(small.used)
		return r, small.each(t, func(e setEntry) error {
			in, err := big.hasEntry(t, e)
			if err == nil && in {
				err = r.AddHash(t, e.key, e.hash)
			}
			return err
		})
	}
	return r, Iterate(t, v, func(x Value) error {
		h, err := HashValue(t, x)
		if err != nil {
			return err
		}
		in, err := s.hasEntry(t, setEntry{h, x})
		if err == nil && in {
			err = r.AddHash(t, x, h)
		}
		return err
	})
}

func (s *Set) differenceUpdate(t *Thread, v Value) error {
	if o, ok := AsSet(v); ok {
		if o == s {
			s.Clear()
			return nil
		}
		if o.used>>3 > s.used {
			var err error
			if o, err = s.intersection(t, v); err != nil {
				return err
			}
		}
		err := o.each(t, func(e setEntry) error {
			_, err := s.discardHash(t, e.key, e.hash)
			return err
		})
		if err != nil {
			return err
		}
	} else {
		err := Iterate(t, v, func(x Value) error {
			h, err := HashValue(t, x)
			if err == nil {
				_, err = s.discardHash(t, x, h)
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	if s.index != nil && s.fill-s.used > (len(s.index)-1)/4 {
		return s.resizeFor(t, s.growth())
	}
	return nil
}

func (s *Set) difference(t *Thread, v Value) (*Set, error) {
	var size int
	o, isSet := AsSet(v)
	var d *Dict
	switch {
	case isSet:
		size = o.used
	case v.Type() == &dictType:
		d = As[Dict](v)
		size = int(d.used)
	}
	if !isSet && d == nil || s.used>>2 > size {
		r, err := s.copy(t)
		if err != nil {
			return r, err
		}
		return r, r.differenceUpdate(t, v)
	}
	r := s.like()
	r.expect(s.used)
	return r, s.each(t, func(e setEntry) error {
		var in bool
		var err error
		if isSet {
			in, err = o.hasEntry(t, e)
		} else {
			var pos int
			pos, _, err = d.lookup(t, e.key, d.hashIn(t, e.key, e.hash))
			in = pos >= 0
		}
		if err == nil && !in {
			err = r.AddHash(t, e.key, e.hash)
		}
		return err
	})
}

func (s *Set) symmetricUpdate(t *Thread, v Value) error {
	flip := func(e setEntry) error {
		was, err := s.discardHash(t, e.key, e.hash)
		if err == nil && !was {
			err = s.AddHash(t, e.key, e.hash)
		}
		return err
	}
	if v.Type() == &dictType {
		d := As[Dict](v)
		for i := int(d.first); i < len(d.entries); i++ {
			if err := t.OftenQuiet(i); err != nil {
				return err
			}
			if i >= len(d.entries) {
				break
			}
			if e := d.entries[i]; e.key.ref != nil {
				if err := flip(setEntry{d.hashOut(t, &e), e.key}); err != nil {
					return err
				}
			}
		}
		return nil
	}
	o, ok := AsSet(v)
	if ok && o == s {
		s.Clear()
		return nil
	}
	if !ok {
		o = s.like()
		if err := o.UpdateFrom(t, v); err != nil {
			return err
		}
	}
	return o.each(t, flip)
}

func (s *Set) subsetOf(t *Thread, o *Set) (bool, error) {
	if s.used > o.used {
		return false, nil
	}
	all := true
	err := s.each(t, func(e setEntry) error {
		in, err := o.hasEntry(t, e)
		if err == nil && !in {
			all = false
			return errStop
		}
		return err
	})
	if err == errStop {
		err = nil
	}
	return all, err
}

func (s *Set) disjoint(t *Thread, v Value) (bool, error) {
	none := true
	var err error
	if o, ok := AsSet(v); ok {
		if o == s {
			return s.used == 0, nil
		}
		big, small := s, o
		if o.used > s.used {
			big, small = o, s
		}
		err = small.each(t, func(e setEntry) error {
			in, err := big.hasEntry(t, e)
			if err == nil && in {
				none = false
				return errStop
			}
			return err
		})
	} else {
		err = Iterate(t, v, func(x Value) error {
			h, err := HashValue(t, x)
			if err != nil {
				return err
			}
			in, err := s.hasEntry(t, setEntry{h, x})
			if err == nil && in {
				none = false
				return errStop
			}
			return err
		})
	}
	if err == errStop {
		err = nil
	}
	return none, err
}

func setCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	x, ok := AsSet(a)
	if !ok {
		return NotImplemented, nil
	}
	y, ok := AsSet(b)
	if !ok {
		return NotImplemented, nil
	}
	r := false
	var err error
	switch op {
	case CmpEQ, CmpNE:
		if x.used == y.used && !(x.hashed && y.hashed && x.hash != y.hash) {
			r, err = x.subsetOf(t, y)
		}
		r = r == (op == CmpEQ)
	case CmpLE:
		r, err = x.subsetOf(t, y)
	case CmpGE:
		r, err = y.subsetOf(t, x)
	case CmpLT:
		if x.used < y.used {
			r, err = x.subsetOf(t, y)
		}
	case CmpGT:
		if x.used > y.used {
			r, err = y.subsetOf(t, x)
		}
	}
	return boolResult(r, err)
}

// frozensetHash is CPython's: independent of order.
func frozensetHash(t *Thread, v Value) (int64, error) {
	s := As[Set](v)
	if s.hashed {
		return s.hash, nil
	}
	if s.stale {
		if err := s.rehash(t); err != nil {
			return 0, err
		}
	}
	var h uint64
	for i := range s.entries {
		if err := t.OftenQuiet(i); err != nil {
			return 0, err
		}
		if e := &s.entries[i]; e.key.ref != nil {
			h ^= ((e.hash ^ 89869747) ^ (e.hash << 16)) * 3644798167
		}
	}
	h ^= (uint64(s.used) + 1) * 1927868237
	h ^= (h >> 11) ^ (h >> 25)
	h = h*69069 + 907133923
	if h == 1<<64-1 {
		h = 590923713
	}
	s.hash, s.hashed = int64(h), true
	return s.hash, nil
}

// setBinary is the operators, which take only sets.
func setBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	x, ok := AsSet(a)
	if !ok {
		return NotImplemented, nil
	}
	if _, ok := AsSet(b); !ok {
		return NotImplemented, nil
	}
	r, err := x.operate(t, op, b)
	if err != nil || r == nil {
		return NotImplemented, err
	}
	return r.Value(), nil
}

// operate is s op v for any iterable v; nil for other operators.
func (s *Set) operate(t *Thread, op BinOp, v Value) (*Set, error) {
	switch op {
	case OpAnd:
		return s.intersection(t, v)
	case OpOr:
		r := s.like()
		if o, ok := AsSet(v); ok {
			r.expect(s.used + o.used)
		}
		if err := r.merge(t, s); err != nil {
			return nil, err
		}
		if Is(v, s.Value()) {
			return r, nil
		}
		return r, r.UpdateFrom(t, v)
	case OpSub:
		return s.difference(t, v)
	case OpXor:
		r := s.like()
		if err := r.UpdateFrom(t, v); err != nil {
			return nil, err
		}
		return r, r.symmetricUpdate(t, s.Value())
	}
	return nil, nil
}

func setInplace(t *Thread, op BinOp, a, b Value) (Value, error) {
	s, ok := AsSet(a)
	if !ok {
		return NotImplemented, nil
	}
	if _, ok := AsSet(b); !ok {
		return NotImplemented, nil
	}
	switch op {
	case OpAnd:
		return a, s.intersectionUpdate(t, b)
	case OpOr:
		return a, s.UpdateFrom(t, b)
	case OpSub:
		return a, s.differenceUpdate(t, b)
	case OpXor:
		return a, s.symmetricUpdate(t, b)
	}
	return NotImplemented, nil
}

func (s *Set) intersectionUpdate(t *Thread, v Value) error {
	r, err := s.intersection(t, v)
	if err == nil {
		s.takeOver(r)
	}
	return err
}

// takeOver gives s the contents of r, which is dropped.
func (s *Set) takeOver(r *Set) {
	s.index, s.entries, s.fill, s.used = r.index, r.entries, r.fill, r.used
	s.muts++
}
