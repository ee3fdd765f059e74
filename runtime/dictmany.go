package runtime

import "unsafe"

// What is done with all entries of a dict, which may be many: there must be
// room for what is made, and it looks at what is pending while it is.

// manyEntries is from how many entries on a dict is large.
const manyEntries = oftenItems / 2

// growFor is grow, of a large dict with looks at what is pending.
func (d *Dict) growFor(t *Thread, n int) error {
	if max(int(d.used), n) < manyEntries {
		d.grow(n)
		return nil
	}
	return t.Whole(func() error {
		size := indexSize(max(n, int(d.used)))
		return d.anew(t, d, max(n, size*2/3), size)
	})
}

// anew gives d the entries of src, which may be d, with room for some number of
// them and an index of the given size; within Whole.
func (d *Dict) anew(t *Thread, src *Dict, room, size int) error {
	entries, err := MakeMany[dictEntry](t, 0, max(room, int(src.used)))
	if err != nil {
		return err
	}
	index, err := MakeMany[int32](t, size, size)
	if err != nil {
		return err
	}
	same := len(src.entries) == int(src.used) && src.fill == src.used && len(src.index) == size
	for rest := src.entries[src.first:]; len(rest) > 0; {
		n := min(len(rest), manyEntries)
		before := len(entries)
		entries = appendSet(entries, rest[:n])
		if rest = rest[n:]; !same {
			indexEntries(index, entries, before, len(entries))
		}
		if err := t.pendingOf(); err != nil {
			return err
		}
	}
	if same {
		if err := CopyMany(t, index, src.index); err != nil {
			return err
		}
	}
	if d != src {
		d.setSeed(src)
	}
	d.entries, d.index, d.shared = entries, index, false
	d.first, d.used, d.fill, d.mixed = 0, src.used, src.used, src.mixed
	d.touch()
	return nil
}

// appendSet adds to out those of entries that are set.
func appendSet(out, entries []dictEntry) []dictEntry {
	for i := range entries {
		if entries[i].key.ref == nil {
			return appendSetBeyond(append(out, entries[:i]...), entries[i:])
		}
	}
	return append(out, entries...)
}

func appendSetBeyond(out, entries []dictEntry) []dictEntry {
	for i := range entries {
		if entries[i].key.ref != nil {
			out = append(out, entries[i])
		}
	}
	return out
}

// CopyOf is a dict with the same entries.
func (d *Dict) CopyOf(t *Thread) (*Dict, error) {
	if d.used < manyEntries {
		return d.Copy(), nil
	}
	n := NewDict()
	return n, n.copyFrom(t, d)
}

// copyFrom makes an empty dict have d's entries.
func (n *Dict) copyFrom(t *Thread, d *Dict) error {
	if d.used < manyEntries {
		n.CopyFrom(d)
		return nil
	}
	if err := t.RoomFor(int(d.used), dictEntrySize); err != nil {
		return err
	}
	return t.Whole(func() error {
		size := indexSize(int(d.used))
		if len(d.entries) == int(d.used) && d.fill == d.used {
			size = len(d.index) // to be copied as it is
		}
		return n.anew(t, d, size*2/3, size)
	})
}

// dictEntrySize is what an entry takes, with its part of the index.
const dictEntrySize = int(unsafe.Sizeof(dictEntry{})) + 6

// KeysOf are the keys in order, in a slice of the caller's own.
func (d *Dict) KeysOf(t *Thread) ([]Value, error) {
	if d.used < manyEntries {
		return d.Keys(), nil
	}
	return d.gather(t, func(e *dictEntry) Value { return e.key })
}

// ValsOf are the values in order, in a slice of the caller's own.
func (d *Dict) ValsOf(t *Thread) ([]Value, error) {
	if d.used < manyEntries {
		return d.Vals(), nil
	}
	return d.gather(t, func(e *dictEntry) Value { return e.val })
}

func (d *Dict) gather(t *Thread, of func(e *dictEntry) Value) (out []Value, err error) {
	if err := t.RoomFor(int(d.used), valueSize); err != nil {
		return nil, err
	}
	err = t.Whole(func() error {
		if out, err = MakeMany[Value](t, 0, int(d.used)); err != nil {
			return err
		}
		for i := int(d.first); i < len(d.entries); i++ {
			if err := t.Often(i); err != nil {
				return err
			}
			if e := &d.entries[i]; e.key.ref != nil {
				out = append(out, of(e))
			}
		}
		return nil
	})
	return out, err
}

// Keys and Vals are KeysOf and ValsOf of a dict that is not large.
func (d *Dict) Keys() []Value { return d.appendKeys(make([]Value, 0, d.used)) }

func (d *Dict) appendKeys(out []Value) []Value {
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
