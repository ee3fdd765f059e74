package runtime

import "unsafe"

// What is done with all entries of a set, which may be many: it looks at what is
// pending meanwhile.

// insertMany is insert into a large set. Where it is interrupted while the index
// grows, the key has been added.
func (s *Set) insertMany(t *Thread, key Value, hash uint64, free int) error {
	if len(s.entries) == cap(s.entries) {
		if err := t.Whole(func() error { return s.reentered(t) }); err != nil {
			return err
		}
		return s.AddHash(t, key, hash) // what has happened meanwhile may have added it
	}
	if s.put(key, hash, free); s.crowded() {
		return s.resizeFor(t, s.growth())
	}
	return nil
}

// reentered is room of many entries; within Whole.
func (s *Set) reentered(t *Thread) error {
	n := len(s.entries)
	if s.used < n/2 {
		return s.anew(t, s, len(s.index), n, true)
	}
	entries, err := MakeMany[setEntry](t, n, roomAfter(n))
	if err == nil {
		err = CopyMany(t, entries, s.entries)
	}
	if err == nil {
		s.entries = entries
	}
	return err
}

// resizeFor is resize, of many entries with looks at what is pending.
func (s *Set) resizeFor(t *Thread, minUsed int) error {
	size := setSize(minUsed)
	if max(size, len(s.index)) <= 2*manyEntries {
		s.resize(minUsed)
		return nil
	}
	return t.Whole(func() error { return s.anew(t, s, size, s.used+s.used/2+1, false) })
}

// anew gives s the entries of src, which may be s, in the order in which they
// are in its index, with an index of the given size; within Whole. keep says that
// the index, of the same size, is to be as it is, with the dummies.
func (s *Set) anew(t *Thread, src *Set, size, room int, keep bool) error {
	if src.used*5 >= (size-1)*3 || keep && size != len(src.index) { // a signal's handler has changed src
		size, keep = max(size, setSize(src.used*2)), false
	}
	entries, whole := src.entries, len(src.entries) == src.used
	var err error
	if !whole || s != src {
		entries, err = MakeMany[setEntry](t, 0, max(room, src.used))
	}
	if err == nil && whole && s != src {
		entries = entries[:src.used]
		err = CopyMany(t, entries, src.entries)
	}
	if err != nil {
		return err
	}
	index, err := MakeMany[int32](t, size, size)
	if err != nil {
		return err
	}
	for i, p := range src.index {
		if err := t.Often(i); err != nil {
			return err
		}
		if p > 0 && !whole {
			entries = append(entries, src.entries[p-1])
			p = int32(len(entries))
		}
		if keep {
			index[i] = p
		} else if p > 0 {
			placeIn(index, entries, p)
		}
	}
	s.index, s.entries, s.used, s.fill = index, entries, src.used, src.used
	if keep {
		s.fill = src.fill
	}
	s.muts++
	return nil
}

// mergeMany is merge of a large set, for which there must be room.
func (s *Set) mergeMany(t *Thread, o *Set) error {
	if err := t.RoomFor(o.used, setEntrySize); err != nil {
		return err
	}
	size := max(len(s.index), setMinSize)
	if (s.fill+o.used)*5 >= s.mask()*3 {
		size = setSize((s.used + o.used) * 2)
	}
	if s.fill > 0 {
		if size != len(s.index) {
			if err := s.resizeFor(t, (s.used+o.used)*2); err != nil {
				return err
			}
		}
		return s.addAll(t, o)
	}
	return t.Whole(func() error {
		return s.anew(t, o, size, o.used+o.used/4, size == len(o.index) && o.fill == o.used)
	})
}

// setEntrySize is what an entry takes, with its part of the index.
const setEntrySize = int(unsafe.Sizeof(setEntry{})) + 8

// ItemsOf are the items in order, in a slice of the caller's own.
func (s *Set) ItemsOf(t *Thread) (out []Value, err error) {
	if len(s.index) < manyEntries {
		return s.Items(), nil
	}
	if err := t.RoomFor(s.used, valueSize); err != nil {
		return nil, err
	}
	err = t.Whole(func() error {
		if out, err = MakeMany[Value](t, 0, s.used); err != nil {
			return err
		}
		for i, p := range s.index {
			if err := t.Often(i); err != nil {
				return err
			}
			if p > 0 {
				out = append(out, s.entries[p-1].key)
			}
		}
		return nil
	})
	return out, err
}
