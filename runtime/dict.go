package runtime

// A Dict is a dict: entries in insertion order, and an open-addressed index
// of them. A deleted entry keeps its place with an unset key until the next
// resize.
//
// ver is renewed whenever a key is added, removed or moved (not when a value
// is replaced), from a counter no two dicts share a value of: an inline cache
// that has seen ver may go straight to entries[i].
type Dict struct {
	Object
	entries []dictEntry
	index   []int32 // position in entries+1; 0 empty, -1 deleted; len is a power of two
	used    int
	ver     uint64
	// onChange, if set, is the class whose namespace this is; a write renews its version.
	onChange *Type
}

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
	d := NewDict()
	if n > 5 {
		d.grow(n)
	}
	return d
}

// AsDict gives the dict behind v if v is a dict or of a subclass.
func AsDict(v Value) (*Dict, bool) { return Cast[Dict](v, DictType) }

// Len is the number of keys.
func (d *Dict) Len() int { return d.used }

const minIndex = 8

// grow makes the index fit n keys at a load of at most 2/3 and compacts entries.
func (d *Dict) grow(n int) {
	size := minIndex
	for size*2 < n*3 {
		size *= 2
	}
	if len(d.entries) != d.used || cap(d.entries) < n {
		ents := make([]dictEntry, 0, max(n, size*2/3))
		for i := range d.entries {
			if !d.entries[i].key.IsUnset() {
				ents = append(ents, d.entries[i])
			}
		}
		d.entries = ents
	}
	d.index = make([]int32, size)
	mask := uint64(size - 1)
	for i := range d.entries {
		h := d.entries[i].hash
		j, perturb := h&mask, h
		for d.index[j] != 0 {
			perturb >>= 5
			j = (j*5 + perturb + 1) & mask
		}
		d.index[j] = int32(i + 1)
	}
	d.touch()
}

// touch renews ver after a change of the keys.
func (d *Dict) touch() {
	d.ver++
	if d.onChange != nil {
		d.onChange.Modified()
	}
}

// lookup finds key: its position in entries, or -1. On -1, slot is where in
// index it would go. With two keys of equal hash it may call __eq__, which may
// change the dict; then the search starts again.
func (d *Dict) lookup(t *Thread, key Value, hash uint64) (pos int, slot int, err error) {
	if len(d.index) == 0 {
		return -1, -1, nil
	}
restart:
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
			if Is(e.key, key) {
				return int(p - 1), int(j), nil
			}
			if e.key.Type() == &strType && key.Type() == &strType {
				if As[Str](e.key).s == As[Str](key).s {
					return int(p - 1), int(j), nil
				}
			} else {
				ek, ver := e.key, d.ver
				eq, err := EqualBool(t, ek, key)
				if err != nil {
					return -1, -1, err
				}
				if d.ver != ver || int(p-1) >= len(d.entries) {
					goto restart
				}
				if eq {
					return int(p - 1), int(j), nil
				}
			}
		}
		perturb >>= 5
		j = (j*5 + perturb + 1) & mask
	}
}

// findStr is lookup for a str key, which never calls Python code as long as
// all keys are str. Keys of other types never equal an exact str unless they
// define __eq__; those go through lookup.
func (d *Dict) findStr(key *Str) int {
	if len(d.index) == 0 {
		return -1
	}
	hash := key.Hash()
	kv := key.Value()
	mask := uint64(len(d.index) - 1)
	j, perturb := hash&mask, hash
	for {
		p := d.index[j]
		if p == 0 {
			return -1
		}
		if p > 0 {
			e := &d.entries[p-1]
			if e.key.ref == kv.ref {
				return int(p - 1)
			}
			if e.hash == hash && e.key.Type().layout == &strType && As[Str](e.key).s == key.s {
				return int(p - 1)
			}
		}
		perturb >>= 5
		j = (j*5 + perturb + 1) & mask
	}
}

// insert adds a key known to be absent.
func (d *Dict) insert(key, val Value, hash uint64, slot int) {
	if slot < 0 || (len(d.entries)+1)*3 > len(d.index)*2 {
		n := d.used*2 + 4
		if d.used > 50000 {
			n = d.used + d.used/2
		}
		d.grow(n)
		mask := uint64(len(d.index) - 1)
		j, perturb := hash&mask, hash
		for d.index[j] != 0 {
			perturb >>= 5
			j = (j*5 + perturb + 1) & mask
		}
		slot = int(j)
	}
	d.entries = append(d.entries, dictEntry{hash, key, val})
	d.index[slot] = int32(len(d.entries))
	d.used++
	d.touch()
}

func (d *Dict) removeAt(pos, slot int) {
	d.index[slot] = -1
	d.entries[pos] = dictEntry{}
	d.used--
	if d.used == 0 {
		d.entries = d.entries[:0]
		clear(d.index)
	}
	d.touch()
}

// Get finds key; ok is false where it is missing. err: unhashable, or what __eq__ raised.
func (d *Dict) Get(t *Thread, key Value) (v Value, ok bool, err error) {
	h, err := HashValue(t, key)
	if err != nil {
		return Value{}, false, err
	}
	pos, _, err := d.lookup(t, key, h)
	if err != nil || pos < 0 {
		return Value{}, false, err
	}
	return d.entries[pos].val, true, nil
}

// Set stores d[key] = val.
func (d *Dict) Set(t *Thread, key, val Value) error {
	h, err := HashValue(t, key)
	if err != nil {
		return err
	}
	pos, slot, err := d.lookup(t, key, h)
	if err != nil {
		return err
	}
	if pos >= 0 {
		d.entries[pos].val = val
		if d.onChange != nil {
			d.onChange.Modified()
		}
		return nil
	}
	d.insert(key, val, h, slot)
	return nil
}

// Delete removes key; ok is false where it was missing. old is the value it had.
func (d *Dict) Delete(t *Thread, key Value) (old Value, ok bool, err error) {
	h, err := HashValue(t, key)
	if err != nil {
		return Value{}, false, err
	}
	pos, slot, err := d.lookup(t, key, h)
	if err != nil || pos < 0 {
		return Value{}, false, err
	}
	old = d.entries[pos].val
	d.removeAt(pos, slot)
	return old, true, nil
}

// GetStr finds a str key.
func (d *Dict) GetStr(key *Str) (Value, bool) {
	if i := d.findStr(key); i >= 0 {
		return d.entries[i].val, true
	}
	return Value{}, false
}

// SetStr stores under a str key.
func (d *Dict) SetStr(key *Str, val Value) {
	if i := d.findStr(key); i >= 0 {
		d.entries[i].val = val
		if d.onChange != nil {
			d.onChange.Modified()
		}
		return
	}
	slot := -1
	if len(d.index) > 0 {
		hash := key.Hash()
		mask := uint64(len(d.index) - 1)
		j, perturb := hash&mask, hash
		for d.index[j] > 0 {
			perturb >>= 5
			j = (j*5 + perturb + 1) & mask
		}
		slot = int(j)
	}
	d.insert(key.Value(), val, key.Hash(), slot)
}

// DelStr removes a str key and says whether it was there.
func (d *Dict) DelStr(key *Str) bool {
	pos := d.findStr(key)
	if pos < 0 {
		return false
	}
	mask := uint64(len(d.index) - 1)
	hash := key.Hash()
	j, perturb := hash&mask, hash
	for d.index[j] != int32(pos+1) {
		perturb >>= 5
		j = (j*5 + perturb + 1) & mask
	}
	d.removeAt(pos, int(j))
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

// IndexStr gives the position of a str key for an inline cache, with the
// version under which it is good; -1: missing.
func (d *Dict) IndexStr(key *Str) (int, uint64) { return d.findStr(key), d.ver }

// Ver is the keys' version.
func (d *Dict) Ver() uint64 { return d.ver }

// ValueAt and SetValueAt use a position that IndexStr gave under the present version.
func (d *Dict) ValueAt(i int) Value { return d.entries[i].val }
func (d *Dict) SetValueAt(i int, v Value) {
	d.entries[i].val = v
}

// Next gives the first entry at or after position pos, and the position after
// it; ok is false at the end. Usage: for i, k, v, ok := d.Next(0); ok; i, k, v, ok = d.Next(i) {...}
func (d *Dict) Next(pos int) (next int, key, val Value, ok bool) {
	for pos < len(d.entries) {
		e := &d.entries[pos]
		pos++
		if !e.key.IsUnset() {
			return pos, e.key, e.val, true
		}
	}
	return pos, Value{}, Value{}, false
}

// Keys, Vals and a copy.
func (d *Dict) Keys() []Value {
	out := make([]Value, 0, d.used)
	for i := range d.entries {
		if !d.entries[i].key.IsUnset() {
			out = append(out, d.entries[i].key)
		}
	}
	return out
}

// Vals are the values in order.
func (d *Dict) Vals() []Value {
	out := make([]Value, 0, d.used)
	for i := range d.entries {
		if !d.entries[i].key.IsUnset() {
			out = append(out, d.entries[i].val)
		}
	}
	return out
}

// Copy is a dict with the same entries.
func (d *Dict) Copy() *Dict {
	n := NewDict()
	n.used = d.used
	n.ver = 1
	if len(d.entries) == d.used {
		n.entries = append([]dictEntry(nil), d.entries...)
		n.index = append([]int32(nil), d.index...)
		return n
	}
	n.entries = d.entries
	n.grow(d.used)
	return n
}

// Clear removes everything.
func (d *Dict) Clear() {
	d.entries, d.index, d.used = nil, nil, 0
	d.touch()
}
