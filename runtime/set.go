package runtime

// A Set is a set or frozenset. Items come out in CPython's order for values of
// equal hash: index has its table's size, probing and growth, stretches of linear
// probes, then jumps by the hash's higher bits. A removed item leaves a dummy,
// which is only cleared away when the index is rebuilt.
//
// The items themselves lie in entries, in no order that matters: a table of
// them would be three times as large (measured: set_ops 0.35 s instead of 0.32, set("abcde") 550 ns instead of 305).
type Set struct {
	Object
	index   []int32 // position in entries+1; 0 empty, dummy; len is a power of two; nil: nothing yet
	entries []setEntry
	fill    int // items and dummies in index
	used    int
	finger  int   // where pop() looks next
	hash    int64 // of a frozenset; hashed says that it is known
	hashed  bool
	stale   bool // a frozenset that is to be rehashed: see VMState.Rehash
	muts    uint32
	small   [setMinSize]int32 // the first index
}

// A setEntry without a key (ref nil) was removed.
type setEntry struct {
	hash uint64
	key  Value
}

const (
	setMinSize   = 8
	linearProbes = 9
	dummy        = -1
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

// mask is the index's size less one, as if an empty set had CPython's small table.
func (s *Set) mask() int { return max(len(s.index), setMinSize) - 1 }

// at is the entry at place i of index; its key is unset if there is none.
func (s *Set) at(i int) setEntry {
	if p := s.index[i]; p > 0 {
		return s.entries[p-1]
	}
	return setEntry{}
}

// find gives the place of key in index, or -1 and the place where it would go:
// the last dummy passed, else the empty one reached.
func (s *Set) find(t *Thread, key Value, hash uint64) (pos, free int, err error) {
	if s.index == nil {
		return -1, -1, nil
	}
	if key.IsInt() {
		if pos, free, ok := s.findInt(key, hash); ok {
			return pos, free, nil
		}
	}
restart:
	index, entries := s.index, s.entries
	mask := uint64(len(index) - 1)
	perturb := hash
	i := hash & mask
	free = -1
	for {
		probes := uint64(0)
		if i+linearProbes <= mask {
			probes = linearProbes
		}
		for j := i; j <= i+probes; j++ {
			p := index[j]
			if p <= 0 {
				if p == dummy {
					free = int(j)
					continue
				}
				if free < 0 {
					free = int(j)
				}
				return -1, free, nil
			}
			e := &entries[p-1]
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
				if s.index == nil {
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
	index, entries := s.index, s.entries
	mask := uint64(len(index) - 1)
	perturb := hash
	i := hash & mask
	free = -1
	for {
		end := i
		if i+linearProbes <= mask {
			end += linearProbes
		}
		for j := i; j <= end; j++ {
			p := index[j]
			if p <= 0 {
				if p == dummy {
					free = int(j)
					continue
				}
				if free < 0 {
					free = int(j)
				}
				return -1, free, true
			}
			e := &entries[p-1]
			if e.key.bits == key.bits && e.key.ref == key.ref {
				return int(j), 0, true
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
	if s.index == nil {
		s.begin()
	}
	pos, free, err := s.find(t, key, hash)
	if err != nil || pos >= 0 {
		return err
	}
	if free < 0 { // cleared meanwhile by an __eq__
		return s.AddHash(t, key, hash)
	}
	if len(s.index) > manyEntries {
		return s.insertMany(t, key, hash, free)
	}
	s.insert(key, hash, free)
	return nil
}

// begin makes the first index.
func (s *Set) begin() {
	clear(s.small[:])
	s.index = s.small[:]
}

// insert adds a key known to be absent, at the place that find gave.
func (s *Set) insert(key Value, hash uint64, free int) {
	if len(s.entries) == cap(s.entries) {
		s.room()
	}
	s.put(key, hash, free)
	if s.crowded() {
		s.resize(s.growth())
	}
}

// crowded says that the index has to be made larger.
func (s *Set) crowded() bool { return s.fill*5 >= (len(s.index)-1)*3 }

// put is insert where there is room in entries; the index is left as it is.
func (s *Set) put(key Value, hash uint64, free int) {
	s.muts++
	s.used++
	s.entries = append(s.entries, setEntry{hash, key})
	was := s.index[free]
	s.index[free] = int32(len(s.entries))
	if was != dummy {
		s.fill++
	}
}

// room makes room for an entry: where most were removed, by closing the gaps.
func (s *Set) room() {
	n := len(s.entries)
	if n >= 8 && s.used < n/2 {
		entries := make([]setEntry, 0, n)
		for i, p := range s.index {
			if p > 0 {
				entries = append(entries, s.entries[p-1])
				s.index[i] = int32(len(entries))
			}
		}
		s.entries = entries
		return
	}
	entries := make([]setEntry, n, roomAfter(n))
	copy(entries, s.entries)
	s.entries = entries
}

// roomAfter is for how many entries there is room after there was for n.
func roomAfter(n int) int {
	if n >= 1<<12 {
		return n + n/2
	}
	return max(2*n, 4)
}

// expect makes a set that has nothing yet ready for up to n items, if they are few.
func (s *Set) expect(n int) {
	if n > 4 && n <= 64 && s.entries == nil {
		s.entries = make([]setEntry, 0, n)
	}
}

func (s *Set) growth() int {
	if s.used > 50000 {
		return s.used * 2
	}
	return s.used * 4
}

// resize rebuilds the index with more than minUsed places.
func (s *Set) resize(minUsed int) {
	size := setSize(minUsed)
	old := s.index
	if size == setMinSize && len(old) == size && s.fill == s.used {
		return
	}
	s.muts++
	if size == setMinSize && len(old) != size {
		s.begin()
	} else {
		s.index = make([]int32, size)
	}
	whole := len(s.entries) == s.used
	from := s.entries
	if !whole {
		s.entries = make([]setEntry, 0, s.used+s.used/2+1)
	}
	for _, p := range old {
		if p > 0 {
			if !whole {
				s.entries = append(s.entries, from[p-1])
				p = int32(len(s.entries))
			}
			s.place(p)
		}
	}
	s.fill = s.used
}

// setSize is the size of an index with more than minUsed places.
func setSize(minUsed int) int {
	size := setMinSize
	for size <= minUsed {
		size *= 2
	}
	return size
}

// place puts entry p-1, known to be new, into an index without dummies.
func (s *Set) place(p int32) { placeIn(s.index, s.entries, p) }

func placeIn(index []int32, entries []setEntry, p int32) {
	mask := uint64(len(index) - 1)
	perturb := entries[p-1].hash
	i := perturb & mask
	for {
		end := i
		if i+linearProbes <= mask {
			end += linearProbes
		}
		for j := i; j <= end; j++ {
			if index[j] == 0 {
				index[j] = p
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
	if err := f.merge(t, As[Set](key)); err != nil {
		return 0, key, err
	}
	h, err = HashValue(t, f.Value())
	return h, f.Value(), err
}

// removeAt leaves a dummy at a place of index.
func (s *Set) removeAt(pos int) {
	p := s.index[pos]
	s.index[pos] = dummy
	s.entries[p-1] = setEntry{}
	if int(p) == len(s.entries) {
		s.entries = s.entries[:p-1]
	}
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
	s.index, s.entries, s.fill, s.used = nil, nil, 0, 0
	s.muts++
}

// Pop removes some item, as CPython chooses it; ok is false if there is none.
func (s *Set) Pop() (Value, bool) {
	if s.used == 0 {
		return Value{}, false
	}
	i := s.finger & (len(s.index) - 1)
	for s.index[i] <= 0 {
		if i++; i == len(s.index) {
			i = 0
		}
	}
	k := s.entries[s.index[i]-1].key
	s.removeAt(i)
	s.finger = i + 1
	return k, true
}

// merge adds the items of another set.
func (s *Set) merge(t *Thread, o *Set) error {
	if s == o || o.used == 0 {
		return nil
	}
	if o.used >= manyEntries {
		return s.mergeMany(t, o)
	}
	if (s.fill+o.used)*5 >= s.mask()*3 {
		s.resize((s.used + o.used) * 2)
	} else if s.index == nil {
		s.begin()
	}
	if s.fill == 0 {
		s.muts++
		if len(s.index) == len(o.index) && o.fill == o.used {
			copy(s.index, o.index)
			if cap(s.entries) < len(o.entries) {
				s.entries = make([]setEntry, 0, len(o.entries)+len(o.entries)/4)
			}
			s.entries = append(s.entries[:0], o.entries...)
		} else {
			if cap(s.entries) < o.used {
				s.entries = make([]setEntry, 0, o.used+o.used/4)
			}
			s.entries = s.entries[:0]
			for _, p := range o.index {
				if p > 0 {
					s.entries = append(s.entries, o.entries[p-1])
					s.place(int32(len(s.entries)))
				}
			}
		}
		s.fill, s.used = o.used, o.used
		return nil
	}
	return s.addAll(t, o)
}

// addAll adds the items of o one by one.
func (s *Set) addAll(t *Thread, o *Set) error {
	return o.each(t, func(e setEntry) error { return s.AddHash(t, e.key, e.hash) })
}

// UpdateFrom adds the items of iterable v.
func (s *Set) UpdateFrom(t *Thread, v Value) error {
	if o, ok := AsSet(v); ok {
		return s.merge(t, o)
	}
	if v.Type() == &dictType {
		d := As[Dict](v)
		if (s.fill+int(d.used))*5 >= s.mask()*3 {
			if err := s.resizeFor(t, (s.used+int(d.used))*2); err != nil {
				return err
			}
		}
		for i := int(d.first); i < len(d.entries); i++ {
			if err := t.OftenQuiet(i); err != nil {
				return err
			}
			if i >= len(d.entries) {
				break
			}
			if e := d.entries[i]; e.key.ref != nil {
				if err := s.AddHash(t, e.key, d.hashOut(t, &e)); err != nil {
					return err
				}
			}
		}
		return nil
	}
	switch v.Type() {
	case &strType:
		s.expect(min(len(As[Str](v).s), 16))
	case &listType:
		s.expect(len(As[List](v).items))
	case &tupleType:
		s.expect(len(As[Tuple](v).items))
	case &rangeType:
		if r := As[Range](v); r.big == nil && r.n <= 64 {
			s.expect(int(r.n))
		}
	}
	t.Building(s.Value())
	defer t.Built()
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
	for i := it.pos; i < len(s.index); i++ {
		if p := s.index[i]; p > 0 {
			it.pos = i + 1
			it.left--
			return s.entries[p-1].key, nil
		}
	}
	it.s = nil
	return Value{}, nil
}

// Next gives the first item at or after position pos, and the position after it.
func (s *Set) Next(pos int) (next int, key Value, ok bool) {
	for pos < len(s.index) {
		p := s.index[pos]
		pos++
		if p > 0 {
			return pos, s.entries[p-1].key, true
		}
	}
	return pos, Value{}, false
}

// Items are the items in order, in a slice of the caller's own; they are not many: see ItemsOf.
func (s *Set) Items() []Value {
	out := make([]Value, 0, s.used)
	for _, p := range s.index {
		if p > 0 {
			out = append(out, s.entries[p-1].key)
		}
	}
	return out
}
