package runtime

// What OrderedDict, defaultdict and lru_cache need of Dict beyond dict itself.

// ClassArg reads the class that a __new__ of builtin type base got first.
func ClassArg(args []Value, base *Type) (*Type, error) { return newClassOf(args, base) }

// LongLoop is to be called now and then by native loops that may run for ever
// and that have made size items so far.
func LongLoop(t *Thread, size int) error { return longLoop(t, size) }

// IsIterable says that iter(v) would at least be tried.
func IsIterable(v Value) bool { return isIterable(v) }

// HasIndex says that v can stand for an int.
func HasIndex(v Value) bool { return hasIndex(v) }

// BuiltinByName finds a builtin, as the program sees it, for __reduce__.
func BuiltinByName(t *Thread, name string) (Value, error) { return builtinByName(t, name) }

// ReprItems writes open, the items with commas, close.
func ReprItems(t *Thread, open string, items []Value, close string) (Value, error) {
	return reprItems(t, open, items, close)
}

// CompareItems compares item by item as list and tuple do.
func CompareItems(t *Thread, op CmpOp, a, b []Value) (Value, error) {
	return compareItems(t, op, a, b)
}

// LessThan is the truth of a < b.
func LessThan(t *Thread, a, b Value) (bool, error) { return lessThan(t, a, b) }

// NewPair makes a tuple of two.
func NewPair(a, b Value) Value { return newTuple2(a, b) }

// MaxItems bounds the items of one container: more is MemoryError.
const MaxItems = maxItems

// Factory is a defaultdict's default_factory, or unset.
func (d *Dict) Factory() Value {
	if d.ext == nil {
		return Value{}
	}
	return d.ext.factory
}

// SetFactory makes missing keys' values come from v(); unset or None: raise KeyError.
func (d *Dict) SetFactory(v Value) {
	if v.IsNone() {
		v = Value{}
	}
	if d.ext == nil {
		d.ext = &dictExt{}
	}
	d.ext.factory = v
}

// missingValue makes and stores a defaultdict's value for key.
func (d *Dict) missingValue(t *Thread, key Value) (Value, error) {
	v, err := CallArgs(t, d.ext.factory, nil, nil)
	if err != nil {
		return Value{}, err
	}
	return v, d.Set(t, key, v)
}

// Muts changes whenever a key is added, removed or moved.
func (d *Dict) Muts() uint32 { return d.muts }

// Prev gives the last entry at or before pos, and the position before it; ok
// is false at the front. Begin with End.
func (d *Dict) Prev(pos int) (next int, key, val Value, ok bool) {
	for pos = min(pos, len(d.entries)-1); pos >= int(d.first); pos-- {
		if e := &d.entries[pos]; e.key.ref != nil {
			return pos - 1, e.key, e.val, true
		}
	}
	return -1, Value{}, Value{}, false
}

// End is the position of the last entry, for Prev.
func (d *Dict) End() int { return len(d.entries) - 1 }

// SetNew is Set that also says whether the key was new.
func (d *Dict) SetNew(t *Thread, key, val Value, hash uint64) (added bool, err error) {
	n := d.used
	err = d.SetHash(t, key, val, hash)
	return d.used > n, err
}

// MoveToEnd moves key behind all others, or before; ok is false where it is missing.
func (d *Dict) MoveToEnd(t *Thread, key Value, last bool) (ok bool, err error) {
	pos, err := d.find(t, key)
	if err != nil || pos < 0 {
		return false, err
	}
	d.moveEntry(pos, last)
	return true, nil
}

// GetMoved is Get that moves the key behind all others when it finds it.
func (d *Dict) GetMoved(t *Thread, key Value, hash uint64) (v Value, ok bool, err error) {
	pos, _, err := d.lookup(t, key, hash)
	if err != nil || pos < 0 {
		return Value{}, false, err
	}
	v = d.entries[pos].val
	d.moveEntry(pos, true)
	return v, true, nil
}

func (d *Dict) moveEntry(pos int, last bool) {
	d.own()
	if last {
		if pos == len(d.entries)-1 {
			return
		}
		if len(d.entries) == cap(d.entries) && d.index != nil && len(d.entries) > int(d.used+d.used/2+8) {
			pos = d.repack(pos, 0)
		}
		slot, e := d.slotOf(pos), d.entries[pos]
		d.vacate(pos)
		if d.index == nil && len(d.entries) >= smallDict {
			d.used--
			d.compact(0, 0)
			d.used++
		}
		d.entries = append(d.entries, e)
		d.setSlot(slot, len(d.entries)-1)
	} else {
		if pos == int(d.first) {
			return
		}
		if d.first == 0 {
			pos = d.repack(pos, int(d.used/2+8))
		}
		slot, e := d.slotOf(pos), d.entries[pos]
		d.entries[pos] = dictEntry{}
		d.first--
		d.entries[d.first] = e
		d.setSlot(slot, int(d.first))
	}
	d.touch()
}

// repack closes the gaps, leaves head free places at the front, and gives the
// new position of the entry at pos.
func (d *Dict) repack(pos, head int) int {
	before := 0
	for i := int(d.first); i < pos; i++ {
		if d.entries[i].key.ref != nil {
			before++
		}
	}
	d.compact(int(d.used+d.used/2+8), head)
	d.reindex(max(len(d.index), 16))
	return head + before
}

// Increment adds one to d[key], counting from 0.
func (d *Dict) Increment(t *Thread, key Value) error {
	h, err := d.KeyHash(t, key)
	if err != nil {
		return err
	}
	pos, slot, err := d.lookup(t, key, h)
	if err != nil {
		return err
	}
	if pos < 0 {
		if len(d.index) > manyEntries && d.crowded() {
			return d.SetHash(t, key, Int(1), h)
		}
		d.insert(key, Int(1), h, slot)
		return nil
	}
	d.own()
	e := &d.entries[pos]
	if e.val.IsInt() && e.val.AsInt64() != maxSsize {
		e.val = Int(e.val.AsInt64() + 1)
		return nil
	}
	v, err := Binary(t, OpAdd, e.val, Int(1))
	if err != nil {
		return err
	}
	return d.SetHash(t, key, v, d.HashAfter(key, h))
}

// NewDictViewOf is NewDictView of a type derived from the view's usual one.
func NewDictViewOf(typ *Type, d *Dict, kind DictKind) Value {
	v := &DictView{d: d, kind: kind}
	v.typ = typ
	return v.Value()
}

// DictCopyInto gives the empty dict dst the entries of src.
func DictCopyInto(t *Thread, dst, src *Dict) error {
	if src.used == 0 {
		return nil
	}
	return dst.copyFrom(t, src)
}

// UpdateAny is dict.update(v): a mapping, if it has keys(), or pairs.
func (d *Dict) UpdateAny(t *Thread, v Value) error { return dictUpdateAny(t, d, v) }

// FillDict is what dict(*args, **kwargs) does with its arguments.
func FillDict(t *Thread, name string, d *Dict, args []Value, names []*Str) error {
	return dictFill(t, name, d, args, names)
}

// DictEqual is == of two dicts, order aside.
func DictEqual(t *Thread, x, y *Dict) (bool, error) { return dictEqual(t, x, y) }

// DictRepr is dict's own repr of v.
func DictRepr(t *Thread, v Value) (Value, error) { return dictRepr(t, v) }

// GetHash is Get for a key whose KeyHash is known.
func (d *Dict) GetHash(t *Thread, key Value, hash uint64) (v Value, ok bool, err error) {
	pos, _, err := d.lookup(t, key, hash)
	if err != nil || pos < 0 {
		return Value{}, false, err
	}
	return d.entries[pos].val, true, nil
}
