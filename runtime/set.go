package runtime

// A Set is a set or frozenset. Its table, probing and growth are CPython's, so
// that items come out in the same order for values of equal hash: stretches of
// linear probes, then jumps by the hash's higher bits. A removed item leaves a
// dummy, which is only cleared away when the table is rebuilt.
type Set struct {
	Object
	table  []setEntry // power of two
	fill   int        // items and dummies
	used   int
	finger int   // where pop() looks next
	hash   int64 // of a frozenset; hashed says that it is known
	hashed bool
	muts   uint32
}

// A setEntry without a key (ref nil) is empty, or a dummy if bits is 1.
type setEntry struct {
	hash uint64
	key  Value
}

var dummyKey = Value{bits: 1}

const (
	setMinSize   = 8
	linearProbes = 9
)

var (
	setType, frozensetType Type
	SetType                = &setType
	FrozensetType          = &frozensetType
)

// NewSet makes an empty set.
func NewSet() *Set {
	s := &Set{}
	s.typ = &setType
	return s
}

// NewFrozenset makes an empty frozenset for the caller to fill before anyone sees it.
func NewFrozenset() *Set {
	s := &Set{}
	s.typ = &frozensetType
	return s
}

// AsSet gives the set behind v if v is a set or frozenset or of a subclass.
func AsSet(v Value) (*Set, bool) {
	if l := v.Type().layout; l != &setType && l != &frozensetType {
		return nil, false
	}
	return As[Set](v), true
}

// Len is the number of items.
func (s *Set) Len() int { return s.used }

// mask is the table's size less one, as if an empty set had CPython's small table.
func (s *Set) mask() int { return max(len(s.table), setMinSize) - 1 }

// find gives the place of key, or -1 and the place where it would go: the last
// dummy passed, else the empty one reached.
func (s *Set) find(t *Thread, key Value, hash uint64) (pos, free int, err error) {
	if s.table == nil {
		return -1, -1, nil
	}
	if key.IsInt() {
		if pos, free, ok := s.findInt(key, hash); ok {
			return pos, free, nil
		}
	}
restart:
	table := s.table
	mask := uint64(len(table) - 1)
	perturb := hash
	i := hash & mask
	free = -1
	for {
		probes := uint64(0)
		if i+linearProbes <= mask {
			probes = linearProbes
		}
		for j := i; j <= i+probes; j++ {
			e := &table[j]
			if e.key.ref == nil {
				if e.key.bits != 0 {
					free = int(j)
					continue
				}
				if free < 0 {
					free = int(j)
				}
				return -1, free, nil
			}
			if e.hash != hash {
				continue
			}
			if Is(e.key, key) {
				return int(j), 0, nil
			}
			if e.key.IsInt() && key.IsInt() {
				continue
			}
			if e.key.Type() == &strType && key.Type() == &strType {
				if As[Str](e.key).s == As[Str](key).s {
					return int(j), 0, nil
				}
				continue
			}
			muts := s.muts
			eq, err := EqualBool(t, e.key, key)
			if err != nil {
				return -1, -1, err
			}
			if s.muts != muts {
				if s.table == nil {
					return -1, -1, nil
				}
				goto restart
			}
			if eq {
				return int(j), 0, nil
			}
		}
		perturb >>= 5
		i = (i*5 + 1 + perturb) & mask
	}
}

// findInt is find for an int; ok is false once a key of the same hash that is
// no int has to be asked.
func (s *Set) findInt(key Value, hash uint64) (pos, free int, ok bool) {
	table := s.table
	mask := uint64(len(table) - 1)
	perturb := hash
	i := hash & mask
	free = -1
	for {
		end := i
		if i+linearProbes <= mask {
			end += linearProbes
		}
		for j := i; j <= end; j++ {
			e := &table[j]
			if e.key.bits == key.bits && e.key.ref == key.ref {
				return int(j), 0, true
			}
			if e.key.ref == nil {
				if e.key.bits != 0 {
					free = int(j)
					continue
				}
				if free < 0 {
					free = int(j)
				}
				return -1, free, true
			}
			if e.hash == hash && e.key.ref != key.ref {
				return 0, 0, false
			}
		}
		perturb >>= 5
		i = (i*5 + 1 + perturb) & mask
	}
}

// Add adds key if no equal one is there.
func (s *Set) Add(t *Thread, key Value) error {
	h, err := HashValue(t, key)
	if err != nil {
		return err
	}
	return s.AddHash(t, key, h)
}

// AddHash is Add for a key whose hash is known.
func (s *Set) AddHash(t *Thread, key Value, hash uint64) error {
	if s.table == nil {
		s.table = make([]setEntry, setMinSize)
	}
	pos, free, err := s.find(t, key, hash)
	if err != nil || pos >= 0 {
		return err
	}
	if free < 0 { // cleared meanwhile by an __eq__
		return s.AddHash(t, key, hash)
	}
	s.muts++
	s.used++
	dummy := s.table[free].key.bits != 0
	s.table[free] = setEntry{hash, key}
	if dummy {
		return nil
	}
	s.fill++
	if s.fill*5 >= (len(s.table)-1)*3 {
		s.resize(s.growth())
	}
	return nil
}

func (s *Set) growth() int {
	if s.used > 50000 {
		return s.used * 2
	}
	return s.used * 4
}

// resize rebuilds the table with more than minUsed places.
func (s *Set) resize(minUsed int) {
	size := setMinSize
	for size <= minUsed {
		size *= 2
	}
	old := s.table
	if size == setMinSize && len(old) == size && s.fill == s.used {
		return
	}
	s.muts++
	s.table = make([]setEntry, size)
	for i := range old {
		if e := &old[i]; e.key.ref != nil {
			s.insertClean(e.key, e.hash)
		}
	}
	s.fill = s.used
}

// insertClean puts a key known to be new into a table without dummies.
func (s *Set) insertClean(key Value, hash uint64) {
	mask := uint64(len(s.table) - 1)
	perturb := hash
	i := hash & mask
	for {
		probes := uint64(0)
		if i+linearProbes <= mask {
			probes = linearProbes
		}
		for j := i; j <= i+probes; j++ {
			if s.table[j].key.ref == nil {
				s.table[j] = setEntry{hash, key}
				return
			}
		}
		perturb >>= 5
		i = (i*5 + 1 + perturb) & mask
	}
}

// Contains is key in s; a set as the key is looked up as a frozenset.
func (s *Set) Contains(t *Thread, key Value) (bool, error) {
	h, key, err := s.hashKey(t, key)
	if err != nil {
		return false, err
	}
	pos, _, err := s.find(t, key, h)
	return pos >= 0, err
}

// hashKey hashes a key to look up; an unhashable set stands for its frozenset.
func (s *Set) hashKey(t *Thread, key Value) (uint64, Value, error) {
	h, err := HashValue(t, key)
	if err == nil || key.Type().layout != &setType || !IsError(err, TypeError) {
		return h, key, err
	}
	f := NewFrozenset()
	f.merge(t, As[Set](key))
	h, err = HashValue(t, f.Value())
	return h, f.Value(), err
}

// removeAt leaves a dummy.
func (s *Set) removeAt(pos int) {
	s.table[pos] = setEntry{1<<64 - 1, dummyKey}
	s.used--
	s.muts++
}

// discardHash removes key and says whether it was there.
func (s *Set) discardHash(t *Thread, key Value, hash uint64) (bool, error) {
	pos, _, err := s.find(t, key, hash)
	if err != nil || pos < 0 {
		return false, err
	}
	s.removeAt(pos)
	return true, nil
}

// Discard removes key if it is there, and says so.
func (s *Set) Discard(t *Thread, key Value) (bool, error) {
	h, key, err := s.hashKey(t, key)
	if err != nil {
		return false, err
	}
	return s.discardHash(t, key, h)
}

// Clear removes everything.
func (s *Set) Clear() {
	s.table, s.fill, s.used = nil, 0, 0
	s.muts++
}

// Pop removes some item, as CPython chooses it; ok is false if there is none.
func (s *Set) Pop() (Value, bool) {
	if s.used == 0 {
		return Value{}, false
	}
	i := s.finger & (len(s.table) - 1)
	for s.table[i].key.ref == nil {
		if i++; i == len(s.table) {
			i = 0
		}
	}
	k := s.table[i].key
	s.removeAt(i)
	s.finger = i + 1
	return k, true
}

// merge adds the items of another set.
func (s *Set) merge(t *Thread, o *Set) error {
	if s == o || o.used == 0 {
		return nil
	}
	if (s.fill+o.used)*5 >= s.mask()*3 {
		s.resize((s.used + o.used) * 2)
	} else if s.table == nil {
		s.table = make([]setEntry, setMinSize)
	}
	if s.fill == 0 {
		s.muts++
		if len(s.table) == len(o.table) && o.fill == o.used {
			copy(s.table, o.table)
		} else {
			for i := range o.table {
				if e := &o.table[i]; e.key.ref != nil {
					s.insertClean(e.key, e.hash)
				}
			}
		}
		s.fill, s.used = o.used, o.used
		return nil
	}
	for i := 0; i < len(o.table); i++ {
		if e := o.table[i]; e.key.ref != nil {
			if err := s.AddHash(t, e.key, e.hash); err != nil {
				return err
			}
		}
	}
	return nil
}

// UpdateFrom adds the items of iterable v.
func (s *Set) UpdateFrom(t *Thread, v Value) error {
	if o, ok := AsSet(v); ok {
		return s.merge(t, o)
	}
	if v.Type() == &dictType {
		d := As[Dict](v)
		if (s.fill+int(d.used))*5 >= s.mask()*3 {
			s.resize((s.used + int(d.used)) * 2)
		}
		for i := int(d.first); i < len(d.entries); i++ {
			if e := d.entries[i]; e.key.ref != nil {
				if err := s.AddHash(t, e.key, e.hash); err != nil {
					return err
				}
			}
		}
		return nil
	}
	return Iterate(t, v, func(x Value) error { return s.Add(t, x) })
}

// A SetIter walks a set.
type SetIter struct {
	Object
	s    *Set // nil: at the end
	pos  int
	used int
	left int
}

var setIterType Type
var SetIterType = &setIterType

// NewSetIter makes iter(s).
func NewSetIter(s *Set) *SetIter {
	it := &SetIter{s: s, used: s.used, left: s.used}
	it.typ = &setIterType
	return it
}

// Step gives the next item; unset at the end.
func (it *SetIter) Step(t *Thread) (Value, error) {
	s := it.s
	if s == nil {
		return Value{}, nil
	}
	if s.used != it.used {
		it.used = -1
		return Value{}, RuntimeErrorf("Set changed size during iteration")
	}
	for i := it.pos; i < len(s.table); i++ {
		if k := s.table[i].key; k.ref != nil {
			it.pos = i + 1
			it.left--
			return k, nil
		}
	}
	it.s = nil
	return Value{}, nil
}

// Items are the items in order, in a slice of the caller's own.
func (s *Set) Items() []Value {
	out := make([]Value, 0, s.used)
	for i := range s.table {
		if k := s.table[i].key; k.ref != nil {
			out = append(out, k)
		}
	}
	return out
}
