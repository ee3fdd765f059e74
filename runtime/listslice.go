package runtime

// Slices of lists: l[s], l[s] = vals, del l[s]; and what takes items out of the
// middle, or puts some there.

// ListGetSlice is l[s], a new list.
func ListGetSlice(t *Thread, l *List, s *Slice) (Value, error) {
	start, stop, step, err := SliceUnpack(t, s)
	if err != nil {
		return Value{}, err
	}
	start, _, n := SliceAdjust(start, stop, step, len(l.items))
	items := l.items
	if step == 1 {
		return listOf(t, items[start:start+n])
	}
	if n > oftenItems {
		many, err := manyStepped(t, items, start, step, n)
		return NewList(many).Value(), err
	}
	out := listRoom(n)
	for i := range out.items {
		out.items[i] = items[start]
		start += step
	}
	return out.Value(), nil
}

// manyStepped is n of items, from start on each step-th.
func manyStepped(t *Thread, items []Value, start, step, n int) (out []Value, err error) {
	if err := t.RoomFor(n, valueSize); err != nil {
		return nil, err
	}
	err = t.Whole(func() error {
		if out, err = MakeMany[Value](t, n, n); err != nil {
			return err
		}
		for i, from := 0, start; i < n; i, from = i+1, from+step {
			if err := t.Often(i); err != nil {
				return err
			}
			out[i] = items[from]
		}
		return nil
	})
	return out, err
}

// manyMoved is from how many items on a list's items are not moved where they
// are, which takes up to 1 ms, but copied to a new place: that can be interrupted.
const manyMoved = 1 << 19

// splicedAnew replaces l.items[i:j] by vals in a copy of all, which is l's then.
func (l *List) splicedAnew(t *Thread, i, j int, vals []Value) error {
	return t.Whole(func() error {
		items, err := splicedCopy(t, l.items, i, j, vals)
		if err == nil {
			l.items = items
		}
		return err
	})
}

// removeRange deletes l.items[i:j] by moving the shorter side. What comes free
// at the front is given up with the next reallocation.
func (l *List) removeRange(t *Thread, i, j int) error {
	moved := min(i, len(l.items)-j)
	var free []Value
	switch {
	case moved >= manyMoved:
		return l.splicedAnew(t, i, j, nil)
	case i < len(l.items)-j:
		copy(l.items[j-i:j], l.items[:i])
		free, l.items = l.items[:j-i], l.items[j-i:]
	default:
		n := moveDown(l.items, i, j)
		free, l.items = l.items[n:], l.items[:n]
	}
	if l.shrinks() {
		return l.shrinkFor(t)
	}
	for len(free) > oftenItems && !t.disturbed() { // then the rest is kept until the list is next reallocated
		clear(free[:oftenItems])
		free = free[oftenItems:]
	}
	if len(free) <= oftenItems {
		clear(free)
	}
	return t.Worked(moved + len(free))
}

// moveDown moves items[j:] to items[i:], i < j, and gives the end of what it
// moved. Over a distance of less than a cache line the processor's instruction
// that Go's memmove takes for 2 KB and more is slow (12 GB/s instead of 30),
// hence the pieces.
func moveDown(items []Value, i, j int) int {
	const piece = 120
	if j-i < 4 {
		for ; len(items)-j > piece; i, j = i+piece, j+piece {
			copy(items[i:i+piece], items[j:j+piece])
		}
	}
	return i + copy(items[i:], items[j:])
}

// shrinkFor is shrink, of many items with looks at what is pending: what is
// left of a list that was large may still be much.
func (l *List) shrinkFor(t *Thread) error {
	if len(l.items) < oftenItems {
		l.shrink()
		return nil
	}
	return t.Whole(func() error { return l.regrow(t, l.shrunk()) })
}

// shrinks says that most of the memory is unused; for shrunk items there would be room then.
func (l *List) shrinks() bool { return cap(l.items) > 256 && len(l.items) < cap(l.items)/4 }
func (l *List) shrunk() int   { return len(l.items)*3/2 + 8 }

// shrink gives memory back when most of it is unused.
func (l *List) shrink() {
	if l.shrinks() {
		l.items = append(make([]Value, 0, l.shrunk()), l.items...)
	}
}

// spliced replaces l.items[i:j] by a copy of vals.
func (l *List) spliced(t *Thread, i, j int, vals []Value) error {
	if len(vals) > 0 && len(l.items)-j+len(vals) >= manyMoved {
		return l.splicedAnew(t, i, j, vals)
	}
	if d := len(vals) - (j - i); d > 0 {
		old := len(l.items)
		l.items = append(l.items, vals[:d]...) // room; overwritten below
		copy(l.items[j+d:], l.items[j:old])
		copy(l.items[i:], vals)
		return t.Worked(len(l.items) - i)
	}
	copy(l.items[i:], vals)
	if i+len(vals) < j {
		return l.removeRange(t, i+len(vals), j)
	}
	return t.Worked(len(vals))
}

// ListSetSlice is l[s] = val.
func ListSetSlice(t *Thread, l *List, s *Slice, val Value) error {
	start, stop, step, err := SliceUnpack(t, s)
	if err != nil {
		return err
	}
	vals, err := assignedItems(t, l, val, step)
	if err != nil {
		return err
	}
	start, stop, n := SliceAdjust(start, stop, step, len(l.items))
	if step == 1 {
		return l.spliced(t, start, max(start, stop), vals)
	}
	if len(vals) != n {
		return ValueErrorf("attempt to assign sequence of size %d to extended slice of size %d", len(vals), n)
	}
	if n >= 2*manyMoved {
		return l.assignedAnew(t, start, step, vals)
	}
	for _, x := range vals {
		l.items[start] = x
		start += step
	}
	return t.Worked(n)
}

// assignedAnew is l[start::step] = vals in a copy, which is l's then.
func (l *List) assignedAnew(t *Thread, start, step int, vals []Value) error {
	return t.Whole(func() error {
		items, err := MakeMany[Value](t, len(l.items), cap(l.items))
		if err == nil {
			err = copyItems(t, items, l.items)
		}
		if err != nil {
			return err
		}
		for n, at := 0, start; n < len(vals) && uint(at) < uint(len(items)); n, at = n+1, at+step {
			if err := t.Often(n); err != nil {
				return err
			}
			items[at] = vals[n]
		}
		l.items = items
		return nil
	})
}

// assignedItems are the items of the right side of a slice assignment, safe
// from what the assignment itself does to l.
func assignedItems(t *Thread, l *List, val Value, step int) ([]Value, error) {
	switch val.Type() {
	case &listType:
		if As[List](val) != l {
			return As[List](val).items, nil
		}
	case &tupleType:
		return As[Tuple](val).items, nil
	}
	if !isIterable(val) {
		if step == 1 {
			return nil, TypeErrorf("can only assign an iterable")
		}
		return nil, TypeErrorf("must assign iterable to extended slice")
	}
	return ToSlice(t, val)
}

func isIterable(v Value) bool {
	ty := v.Type()
	return ty.Slots.Iter != nil || ty.Slots.GetItem != nil && !ty.Has(FlagMapping)
}

func listDelSlice(t *Thread, l *List, s *Slice) error {
	start, stop, step, err := SliceUnpack(t, s)
	if err != nil {
		return err
	}
	start, _, n := SliceAdjust(start, stop, step, len(l.items))
	if n == 0 {
		return nil
	}
	if step < 0 {
		start += step * (n - 1)
		step = -step
	}
	if step == 1 {
		return l.removeRange(t, start, start+n)
	}
	if len(l.items)-start >= manyReversed {
		return l.deletedAnew(t, start, step, n)
	}
	w := start
	next, left := start, n
	for r := start; r < len(l.items); r++ {
		if left > 0 && r == next {
			next += step
			left--
			continue
		}
		l.items[w] = l.items[r]
		w++
	}
	clear(l.items[w:])
	l.items = l.items[:w]
	l.shrink()
	return t.Worked(w)
}

// deletedAnew deletes n of l's items, from start on each step-th, in a copy,
// which is l's then.
func (l *List) deletedAnew(t *Thread, start, step, n int) error {
	return t.Whole(func() error {
		items, err := MakeMany[Value](t, 0, max(len(l.items)-n, start))
		if err != nil {
			return err
		}
		next, left := start, n
		for i, x := range l.items {
			if err := t.Often(i); err != nil {
				return err
			}
			if left > 0 && i == next {
				next += step
				left--
				continue
			}
			items = append(items, x)
		}
		l.items = items
		return nil
	})
}
