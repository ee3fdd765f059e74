package runtime

// A Dict is a dict: entries in insertion order, and an open-addressed index
// of them, which a dict of no more than smallDict entries does without. A
// deleted entry keeps its place with an unset key until the next resize; first
// skips those at the front, so that taking from the front is cheap.
//
// ver tells states of the keys apart, for inline caches: it changes whenever a
// key is added, removed or moved (not when a value is replaced), and no two
// dicts ever have the same. A number is only drawn when a cache asks (IndexStr,
// Ver); until then ver is 0. A cache that has seen ver may go straight to
// entries[i]. muts counts the same changes for our own loops.
type Dict struct {
	Object
	entries []dictEntry
	index   []int32 // position in entries+1; 0 empty, -1 deleted; len is a power of two; nil: small
	ver     uint64
	ext     *dictExt // nil: none
	used    int32
	fill    int32 // places of index that are not empty
	first   int32 // no entry before it is set
	muts    uint32
	// mixed is set once a key is not exactly a str: then a look-up may call __eq__.
	mixed bool
	// shared says that entries and index are other dicts', too: see Share.
	shared bool
	// common says that VMs share the dict itself.
	common bool
}

// A dictExt is what few dicts have.
type dictExt struct {
	onChange *Type // the class whose namespace this is; a write renews its version
	factory  Value // of a defaultdict, or unset
	// seed is the one of all the hashes in the dict; 0: str keys have private ones. See hashseed.go.
	seed uint64
}

// smallDict is how many entries are searched one by one.
const smallDict = 8

type dictEntry struct {
	hash uint64
	key  Value
	val  Value
}

var (
	dictType Type
	DictType = &dictType
)

// NewDict makes an empty dict.
func NewDict() *Dict {
	d := &Dict{}
	d.typ = &dictType
	return d
}

// NewDictSize makes an empty dict with room for n keys.
func NewDictSize(n int) *Dict {
	var d *Dict
	switch {
	case n > smallDict:
		d = NewDict()
		d.grow(n)
	case n > 4:
		p := &dict8{}
		d, p.entries = &p.Dict, p.a[:0]
		d.typ = &dictType
	case n > 2:
		p := &dict4{}
		d, p.entries = &p.Dict, p.a[:0]
		d.typ = &dictType
	case n > 0:
		p := &dict2{}
		d, p.entries = &p.Dict, p.a[:0]
		d.typ = &dictType
	default:
		d = NewDict()
	}
	return d
}

// Reserve makes room for n entries in an empty dict.
func (d *Dict) Reserve(n int) {
	if d.used == 0 && n > 0 && len(d.entries) == 0 {
		if n > smallDict {
			d.grow(n)
		} else if cap(d.entries) < n {
			d.entries = make([]dictEntry, 0, n)
		}
	}
}

// Dicts that are made with a few entries have them in the same allocation
// (measured: {"a": 1, "b": 2} 85 ns instead of 98).
type (
	dict2 struct {
		Dict
		a [2]dictEntry
	}
	dict4 struct {
		Dict
		a [4]dictEntry
	}
	dict8 struct {
		Dict
		a [smallDict]dictEntry
	}
)

// Share makes a dict with the entries of d, which nobody changes any more: the
// new one has them in common with d until it is first written to.
func (d *Dict) Share() *Dict {
	n := NewDict()
	n.entries, n.index = d.entries[:len(d.entries):len(d.entries)], d.index
	n.used, n.fill, n.first, n.mixed = d.used, d.fill, d.first, d.mixed
	n.shared = true
	n.setSeed(d)
	return n
}

// own is called before anything is written to entries or index, other than
// behind the end of entries.
func (d *Dict) own() {
	if d.shared {
		d.unshare()
	}
}

func (d *Dict) unshare() {
	d.shared = false
	d.entries = append(make([]dictEntry, 0, max(len(d.entries), len(d.index)*2/3)), d.entries...)
	d.index = append([]int32(nil), d.index...)
}

// AsDict gives the dict behind v if v is a dict or of a subclass.
func AsDict(v Value) (*Dict, bool) { return Cast[Dict](v, DictType) }

// Len is the number of keys.
func (d *Dict) Len() int { return int(d.used) }

const minIndex = 8

// grow makes the index fit n keys at a load of at most 2/3 and compacts entries.
func (d *Dict) grow(n int) {
	d.own()
	size := indexSize(n)
	d.compact(max(n, size*2/3), 0)
	d.reindex(size)
	d.touch()
}

// indexSize is the size of an index of n keys.
func indexSize(n int) int {
	size := minIndex
	for size*2 < n*3 {
		size *= 2
	}
	return size
}

// compact closes the gaps in entries and makes room for n of them, after head
// free places at the front.
func (d *Dict) compact(n, head int) {
	old := d.entries
	first, used := int(d.first), int(d.used)
	if cap(old) >= n && head == 0 {
		if len(old) == used {
			return
		}
		w := 0
		for i := first; i < len(old); i++ {
			if old[i].key.ref != nil {
				if i != w {
					old[w] = old[i]
				}
				w++
			}
		}
		clear(old[w:])
		d.entries, d.first = old[:w], 0
		return
	}
	ents := make([]dictEntry, head, max(n, used)+head)
	if len(old)-first == used {
		ents = append(ents, old[first:]...)
	} else {
		for i := first; i < len(old); i++ {
			if old[i].key.ref != nil {
				ents = append(ents, old[i])
			}
		}
	}
	d.entries, d.first = ents, int32(head)
}

// reindex builds the index afresh with size places.
func (d *Dict) reindex(size int) {
	if len(d.index) == size {
		clear(d.index)
	} else {
		d.index = make([]int32, size)
	}
	indexEntries(d.index, d.entries, int(d.first), len(d.entries))
	d.fill = d.used
}

// indexEntries puts entries[i:j] into an index that has places enough for them.
func indexEntries(index []int32, entries []dictEntry, i, j int) {
	mask := uint64(len(index) - 1)
	for ; i < j; i++ {
		h := entries[i].hash
		j, perturb := h&mask, h
		for index[j] != 0 {
			perturb >>= 5
			j = (j*5 + perturb + 1) & mask
		}
		index[j] = int32(i + 1)
	}
}

// touch renews ver after a change of the keys.
func (d *Dict) touch() {
	d.ver = 0
	d.muts++
	if d.ext != nil {
		d.written()
	}
}

// written tells the class whose namespace this is, if it is one's.
func (d *Dict) written() {
	if d.ext != nil && d.ext.onChange != nil {
		d.ext.onChange.Modified()
	}
}

// watch makes writes renew t's version.
func (d *Dict) watch(t *Type) {
	if d.ext == nil {
		d.ext = &dictExt{}
	}
	d.ext.onChange = t
}

// lookup finds key: its position in entries, or -1. On -1, slot is where in
// index it would go. With two keys of equal hash it may call __eq__, which may
// change the dict; then the search starts again.
func (d *Dict) lookup(t *Thread, key Value, hash uint64) (pos int, slot int, err error) {
restart:
	if d.index == nil {
		for i := int(d.first); i < len(d.entries); i++ {
			e := &d.entries[i]
			if e.hash != hash || e.key.ref == nil {
				continue
			}
			eq, again, err := d.match(t, e, key)
			if again {
				goto restart
			}
			if err != nil {
				return -1, -1, err
			}
			if eq {
				return i, -1, nil
			}
		}
		return -1, -1, nil
	}
	mask := uint64(len(d.index) - 1)
	j, perturb := hash&mask, hash
	free := -1
	for {
		p := d.index[j]
		if p == 0 {
			if free >= 0 {
				return -1, free, nil
			}
			return -1, int(j), nil
		}
		if p < 0 {
			if free < 0 {
				free = int(j)
			}
		} else if e := &d.entries[p-1]; e.hash == hash {
			eq, again, err := d.match(t, e, key)
			if again {
				goto restart
			}
			if err != nil {
				return -1, -1, err
			}
			if eq {
				return int(p - 1), int(j), nil
			}
		}
		perturb >>= 5
		j = (j*5 + perturb + 1) & mask
	}
}

// match compares an entry of equal hash with key; again says that comparing
// changed the dict.
func (d *Dict) match(t *Thread, e *dictEntry, key Value) (eq, again bool, err error) {
	ek := e.key
	switch {
	case Is(ek, key):
		return true, false, nil
	case ek.ref == key.ref: // two ints or floats
		if ek.IsInt() {
			return false, false, nil
		}
	case ek.Type() == &strType && key.Type() == &strType:
		return As[Str](ek).s == As[Str](key).s, false, nil
	}
	muts, open := d.muts, d.open()
	eq, err = EqualBool(t, ek, key)
	return eq, err == nil && (d.muts != muts || d.open() != open), err
}

// findInt is lookup for an int key: only an entry of the same hash that is no
// int sends it to lookup (other is true then).
func (d *Dict) findInt(key Value, hash uint64) (pos int, other bool) {
	ents := d.entries
	if d.index == nil {
		for i := range ents {
			e := &ents[i]
			if e.key.bits == key.bits && e.key.ref == key.ref {
				return i, false
			}
			if e.hash == hash && e.key.ref != key.ref && e.key.ref != nil {
				return -1, true
			}
		}
		return -1, false
	}
	index := d.index
	mask := uint64(len(index) - 1)
	j, perturb := hash&mask, hash
	for {
		p := index[j]
		if p == 0 {
			return -1, false
		}
		if p > 0 {
			e := &ents[p-1]
			if e.key.bits == key.bits && e.key.ref == key.ref {
				return int(p - 1), false
			}
			if e.hash == hash && e.key.ref != key.ref {
				return -1, true
			}
		}
		perturb >>= 5
		j = (j*5 + perturb + 1) & mask
	}
}

// find is the position of key, or -1, by the cheapest way.
func (d *Dict) find(t *Thread, key Value) (int, error) {
	if key.IsInt() {
		h := uint64(HashInt(key.AsInt64()))
		pos, other := d.findInt(key, h)
		if other {
			var err error
			pos, _, err = d.lookup(t, key, h)
			return pos, err
		}
		return pos, nil
	}
	if key.Type() == &strType {
		if s := As[Str](key); !d.mixed {
			return d.findStr(s), nil
		}
	}
	h, err := d.KeyHash(t, key)
	if err != nil {
		return -1, err
	}
	pos, _, err := d.lookup(t, key, h)
	return pos, err
}

// findStr is lookup for a str key, which never calls Python code: keys of
// subclasses of str are taken to compare as str does, and others never to
// equal a str.
func (d *Dict) findStr(key *Str) int {
	pos, _ := d.findStrSlot(key)
	return pos
}

// findStrSlot is findStr that also gives the slot, as lookup does.
func (d *Dict) findStrSlot(key *Str) (pos, slot int) {
	hash := d.strHash(key)
	ref := key.Value().ref
	ents := d.entries
	index := d.index
	if index == nil {
		for i := range ents {
			e := &ents[i]
			if e.key.ref == ref || e.hash == hash && sameText(e.key, key) {
				return i, -1
			}
		}
		return -1, -1
	}
	mask := uint64(len(index) - 1)
	j, perturb := hash&mask, hash
	free := -1
	for {
		p := index[j]
		if p == 0 {
			if free >= 0 {
				return -1, free
			}
			return -1, int(j)
		}
		if p > 0 {
			e := &ents[p-1]
			if e.key.ref == ref || e.hash == hash && sameText(e.key, key) {
				return int(p - 1), int(j)
			}
		} else if free < 0 {
			free = int(j)
		}
		perturb >>= 5
		j = (j*5 + perturb + 1) & mask
	}
}

func sameText(v Value, s *Str) bool {
	return v.ref != nil && v.Type().layout == &strType && As[Str](v).s == s.s
}

// insert adds a key known to be absent; slot is what lookup gave for it.
func (d *Dict) insert(key, val Value, hash uint64, slot int) {
	d.own()
	switch {
	case d.index == nil:
		if len(d.entries) < smallDict {
			if cap(d.entries) == 0 {
				d.entries = make([]dictEntry, 0, 4)
			}
			break
		}
		if d.used <= smallDict/2 {
			d.compact(0, 0) // a few are left among the deleted
			break
		}
		d.grow(int(d.used)*2 + 4)
		slot = d.freeSlot(hash)
		d.fill++
	case d.crowded():
		d.grow(int(d.used)*2 + 4)
		slot = d.freeSlot(hash)
		d.fill++
	case d.index[slot] == 0:
		d.fill++
	}
	d.entries = append(d.entries, dictEntry{hash, key, val})
	if d.index != nil {
		d.index[slot] = int32(len(d.entries))
	}
	d.used++
	if key.Type() != &strType {
		d.mixed = true
	}
	d.touch()
}

// crowded says that d, which has an index, has to be made anew before a key is added.
func (d *Dict) crowded() bool {
	return (d.fill+1)*3 > int32(len(d.index))*2 ||
		len(d.entries) == cap(d.entries) && len(d.entries) > 2*int(d.used)+64 // a queue: slots come free, entries do not
}

// freeSlot is the place in index for a key known to be absent; -1 without an index.
func (d *Dict) freeSlot(hash uint64) int {
	if d.index == nil {
		return -1
	}
	mask := uint64(len(d.index) - 1)
	j, perturb := hash&mask, hash
	for d.index[j] > 0 {
		perturb >>= 5
		j = (j*5 + perturb + 1) & mask
	}
	return int(j)
}

// slotOf is the place in index of the entry at pos; -1 without an index.
func (d *Dict) slotOf(pos int) int {
	if d.index == nil {
		return -1
	}
	mask := uint64(len(d.index) - 1)
	hash := d.entries[pos].hash
	j, perturb := hash&mask, hash
	for d.index[j] != int32(pos+1) {
		perturb >>= 5
		j = (j*5 + perturb + 1) & mask
	}
	return int(j)
}

// setSlot makes slot point at the entry at pos.
func (d *Dict) setSlot(slot, pos int) {
	if slot >= 0 {
		d.index[slot] = int32(pos + 1)
	}
}

// removeAt removes the entry at pos.
func (d *Dict) removeAt(pos int) {
	d.own()
	if slot := d.slotOf(pos); slot >= 0 {
		d.index[slot] = -1
	}
	d.vacate(pos)
	d.used--
	d.touch()
}

// vacate empties the place at pos.
func (d *Dict) vacate(pos int) {
	d.entries[pos] = dictEntry{}
	if pos == int(d.first) {
		for pos < len(d.entries) && d.entries[pos].key.ref == nil {
			pos++
		}
		d.first = int32(pos)
	}
}

// Get finds key; ok is false where it is missing. err: unhashable, or what __eq__ raised.
func (d *Dict) Get(t *Thread, key Value) (v Value, ok bool, err error) {
	pos, err := d.find(t, key)
	if err != nil || pos < 0 {
		return Value{}, false, err
	}
	return d.entries[pos].val, true, nil
}

// Set stores d[key] = val.
func (d *Dict) Set(t *Thread, key, val Value) error {
	if key.Type() == &strType && !d.mixed {
		if len(d.index) > manyEntries && d.crowded() {
			if err := d.growFor(t, int(d.used)*2+4); err != nil {
				return err
			}
		}
		d.SetStr(As[Str](key), val)
		return nil
	}
	h, err := d.KeyHash(t, key)
	if err != nil {
		return err
	}
	return d.SetHash(t, key, val, h)
}

// SetHash is Set for a key whose KeyHash is known.
func (d *Dict) SetHash(t *Thread, key, val Value, hash uint64) error {
	pos, slot, err := d.lookup(t, key, hash)
	if err != nil {
		return err
	}
	if pos >= 0 {
		d.own()
		d.entries[pos].val = val
		if d.ext != nil {
			d.written()
		}
		return nil
	}
	if len(d.index) > manyEntries && d.crowded() {
		if err := d.growFor(t, int(d.used)*2+4); err != nil {
			return err
		}
		return d.SetHash(t, key, val, hash) // what has happened meanwhile may have added it
	}
	d.insert(key, val, hash, slot)
	return nil
}

// Delete removes key; ok is false where it was missing. old is the value it had.
func (d *Dict) Delete(t *Thread, key Value) (old Value, ok bool, err error) {
	pos, err := d.find(t, key)
	if err != nil || pos < 0 {
		return Value{}, false, err
	}
	old = d.entries[pos].val
	d.removeAt(pos)
	return old, true, nil
}

// Mixed says that there are keys that are not exactly str, which may still be equal to one.
func (d *Dict) Mixed() bool { return d.mixed }

// GetStr finds a str key.
func (d *Dict) GetStr(key *Str) (Value, bool) {
	if i := d.findStr(key); i >= 0 {
		return d.entries[i].val, true
	}
	return Value{}, false
}

// SetStr stores under a str key.
func (d *Dict) SetStr(key *Str, val Value) {
	pos, slot := d.findStrSlot(key)
	if pos >= 0 {
		d.own()
		d.entries[pos].val = val
		if d.ext != nil {
			d.written()
		}
		return
	}
	d.insert(key.Value(), val, d.strHash(key), slot)
}

// DelStr removes a str key and says whether it was there.
func (d *Dict) DelStr(key *Str) bool {
	pos := d.findStr(key)
	if pos < 0 {
		return false
	}
	d.removeAt(pos)
	return true
}

// Lookup and Store are GetStr and SetStr for a Go string: for set-up code, not hot paths.
func (d *Dict) Lookup(name string) (Value, bool) { return d.GetStr(strFor(name)) }
func (d *Dict) Store(name string, val Value)     { d.SetStr(strFor(name), val) }

func strFor(name string) *Str {
	if p := staticStrs[name]; p != nil {
		return p
	}
	return newStr(name)
}

// PlaceOf is the position of a str key; -1: missing.
func (d *Dict) PlaceOf(key *Str) int { return d.findStr(key) }

// IndexStr gives the position of a str key for an inline cache, with the
// version under which it is good; -1: missing.
func (d *Dict) IndexStr(vm *VM, key *Str) (int, uint64) { return d.findStr(key), d.Ver(vm) }

// Ver is the keys' version: never 0, and different for every dict of vm and
// every state of its keys that was asked for.
func (d *Dict) Ver(vm *VM) uint64 {
	if d.ver == 0 {
		vm.dictVersions++
		d.ver = vm.dictVersions
	}
	return d.ver
}

// SameVer says that ver, from Ver or IndexStr, still is the keys' version.
func (d *Dict) SameVer(ver uint64) bool { return d.ver == ver }

// Own is for who will use SetValueAt: d's entries are its own from now on.
func (d *Dict) Own() { d.own() }

// ValueAt and SetValueAt use a position that IndexStr gave under the present version.
func (d *Dict) ValueAt(i int) Value { return d.entries[i].val }
func (d *Dict) SetValueAt(i int, v Value) {
	d.entries[i].val = v
}

// Next gives the first entry at or after position pos, and the position after
// it; ok is false at the end. Usage: for i, k, v, ok := d.Next(0); ok; i, k, v, ok = d.Next(i) {...}
func (d *Dict) Next(pos int) (next int, key, val Value, ok bool) {
	pos = max(pos, int(d.first))
	for pos < len(d.entries) {
		e := &d.entries[pos]
		pos++
		if !e.key.IsUnset() {
			return pos, e.key, e.val, true
		}
	}
	return pos, Value{}, Value{}, false
}

// Copy is a dict with the same entries, of which there are not many: see CopyOf.
func (d *Dict) Copy() *Dict {
	if d.used == 0 {
		return NewDict()
	}
	var n *Dict
	if d.used <= smallDict {
		n = NewDictSize(int(d.used))
	} else {
		n = NewDict()
	}
	n.CopyFrom(d)
	return n
}

// CopyFrom makes an empty dict have d's entries, of which there are not many.
func (n *Dict) CopyFrom(d *Dict) {
	n.used, n.mixed = d.used, d.mixed
	n.setSeed(d)
	if len(d.entries) == int(d.used) && (d.index == nil || d.fill == d.used) {
		if cap(n.entries) < len(d.entries) {
			n.entries = make([]dictEntry, 0, max(len(d.entries), len(d.index)*2/3))
		}
		n.entries = append(n.entries, d.entries...)
		n.index = append([]int32(nil), d.index...)
		n.fill, n.first = d.fill, 0
		n.touch()
		return
	}
	if cap(n.entries) < int(d.used) {
		n.entries = make([]dictEntry, 0, d.used)
	}
	for i := int(d.first); i < len(d.entries); i++ {
		if d.entries[i].key.ref != nil {
			n.entries = append(n.entries, d.entries[i])
		}
	}
	n.first = 0
	if n.used > smallDict {
		n.grow(int(d.used))
	} else {
		n.index = nil
		n.touch()
	}
}

// Clear removes everything.
func (d *Dict) Clear() {
	d.entries, d.index, d.used, d.fill, d.first, d.mixed, d.shared = nil, nil, 0, 0, 0, false, false
	d.touch()
}
