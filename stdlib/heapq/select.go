package heapq

import (
	"unsafe"

	"github.com/minipy/minipy/runtime"
)

func nsmallest(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	return best(t, args, false)
}
func nlargest(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	return best(t, args, true)
}

// An entry of the heap of the n best so far: worst at the root, later ones of
// equal keys worse.
type entry struct {
	key, item runtime.Value
	order     int
}

type bestHeap struct {
	t       *runtime.Thread
	largest bool
	es      []entry
}

// worse says that a gives way before b.
func (h *bestHeap) worse(a, b entry) (bool, error) {
	x, y := b.key, a.key
	if h.largest {
		x, y = a.key, b.key
	}
	less, err := runtime.LessThan(h.t, x, y)
	if err != nil || less {
		return less, err
	}
	if less, err = runtime.LessThan(h.t, y, x); err != nil || less {
		return false, err
	}
	return a.order > b.order, nil
}

func (h *bestHeap) sift(i int) error {
	for {
		c := 2*i + 1
		if c >= len(h.es) {
			return nil
		}
		if c+1 < len(h.es) {
			w, err := h.worse(h.es[c+1], h.es[c])
			if err != nil {
				return err
			}
			if w {
				c++
			}
		}
		w, err := h.worse(h.es[c], h.es[i])
		if err != nil || !w {
			return err
		}
		h.es[i], h.es[c] = h.es[c], h.es[i]
		i = c
	}
}

// wanted reads n; -1 says that the iterable is known to have no more.
func wanted(t *runtime.Thread, args []runtime.Value) (int, error) {
	if args[1].Type().Slots.Len != nil {
		size, err := runtime.Len(t, args[1])
		if err != nil {
			return 0, err
		}
		all, err := runtime.CompareBool(t, runtime.CmpGE, args[0], runtime.Int(int64(size)))
		if err != nil || all {
			return -1, err
		}
	}
	n, err := runtime.AsSsizeArg(t, args[0])
	return max(n, 0), err
}

// best finds the n best items, best first, keeping the order of equal ones.
func best(t *runtime.Thread, args []runtime.Value, largest bool) (runtime.Value, error) {
	n, err := wanted(t, args)
	if err != nil {
		return runtime.Value{}, err
	}
	if n < 0 {
		items, err := runtime.ToSlice(t, args[1])
		if err != nil {
			return runtime.Value{}, err
		}
		l := runtime.NewList(items)
		return l.Value(), runtime.ListSort(t, l, args[2], largest)
	}
	key := args[2]
	h := &bestHeap{t: t, largest: largest}
	order := 0
	full := false
	err = runtime.Iterate(t, args[1], func(x runtime.Value) error {
		if n <= 0 {
			return nil
		}
		e := entry{x, x, order}
		order++
		if !key.IsNone() {
			var err error
			if e.key, err = runtime.Call(t, key, x); err != nil {
				return err
			}
		}
		if len(h.es) < n {
			if n := len(h.es); n == cap(h.es) {
				if err := t.RoomFor(2*n, int(unsafe.Sizeof(e))); err != nil {
					return err
				}
			}
			h.es = append(h.es, e)
			return nil
		}
		if !full {
			full = true
			for i := n/2 - 1; i >= 0; i-- {
				if err := h.sift(i); err != nil {
					return err
				}
			}
		}
		a, b := e.key, h.es[0].key // a newcomer must be strictly better
		if largest {
			a, b = b, a
		}
		better, err := runtime.LessThan(t, a, b)
		if err != nil || !better {
			return err
		}
		h.es[0] = e
		return h.sift(0)
	})
	if err != nil {
		return runtime.Value{}, err
	}
	return h.sorted()
}

func (h *bestHeap) sorted() (runtime.Value, error) {
	// back into the order of arrival, then a stable sort by key
	byOrder(h.es)
	items, keys := make([]runtime.Value, len(h.es)), make([]runtime.Value, len(h.es))
	for i, e := range h.es {
		items[i], keys[i] = e.item, e.key
	}
	if err := runtime.SortByKeys(h.t, keys, items, h.largest); err != nil {
		return runtime.Value{}, err
	}
	return runtime.NewList(items).Value(), nil
}

func byOrder(es []entry) {
	// heap sort by arrival
	sift := func(i, n int) {
		for {
			c := 2*i + 1
			if c >= n {
				return
			}
			if c+1 < n && es[c+1].order > es[c].order {
				c++
			}
			if es[c].order <= es[i].order {
				return
			}
			es[i], es[c] = es[c], es[i]
			i = c
		}
	}
	for i := len(es)/2 - 1; i >= 0; i-- {
		sift(i, len(es))
	}
	for n := len(es) - 1; n > 0; n-- {
		es[0], es[n] = es[n], es[0]
		sift(0, n)
	}
}

// A mergeIter is merge(): a heap of the heads of its sources.
type mergeIter struct {
	runtime.Object
	heads   []mergeHead
	key     runtime.Value
	reverse bool
	started bool
	its     []runtime.Value
}

type mergeHead struct {
	key, item, it runtime.Value
	order         int
}

var mergeType runtime.Type

func merge(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	m := runtime.Alloc[mergeIter](&mergeType)
	m.its = append(m.its, runtime.As[runtime.Tuple](args[2]).Items()...)
	m.key = args[0]
	var err error
	if m.reverse, err = runtime.IsTrue(t, args[1]); err != nil {
		return runtime.Value{}, err
	}
	return m.Value(), nil
}

func (m *mergeIter) before(t *runtime.Thread, a, b mergeHead) (bool, error) {
	x, y := a.key, b.key
	if m.reverse {
		x, y = y, x
	}
	less, err := runtime.LessThan(t, x, y)
	if err != nil || less {
		return less, err
	}
	if a.order > b.order {
		return false, nil
	}
	less, err = runtime.LessThan(t, y, x)
	return !less, err
}

func (m *mergeIter) sift(t *runtime.Thread, i int) error {
	for {
		c := 2*i + 1
		if c >= len(m.heads) {
			return nil
		}
		if c+1 < len(m.heads) {
			b, err := m.before(t, m.heads[c+1], m.heads[c])
			if err != nil {
				return err
			}
			if b {
				c++
			}
		}
		b, err := m.before(t, m.heads[i], m.heads[c])
		if err != nil || b {
			return err
		}
		m.heads[i], m.heads[c] = m.heads[c], m.heads[i]
		i = c
	}
}

// pull reads the next item of h's source; false at its end.
func (m *mergeIter) pull(t *runtime.Thread, h *mergeHead) (bool, error) {
	x, err := runtime.Next(t, h.it)
	if err != nil || x.IsUnset() {
		return false, err
	}
	h.item, h.key = x, x
	if !m.key.IsNone() {
		h.key, err = runtime.Call(t, m.key, x)
	}
	return err == nil, err
}

func (m *mergeIter) start(t *runtime.Thread) error {
	m.started = true
	for i, v := range m.its {
		it, err := runtime.Iter(t, v)
		if err != nil {
			return err
		}
		h := mergeHead{it: it, order: i}
		ok, err := m.pull(t, &h)
		if err != nil {
			return err
		}
		if ok {
			m.heads = append(m.heads, h)
		}
	}
	m.its = nil
	for i := len(m.heads)/2 - 1; i >= 0; i-- {
		if err := m.sift(t, i); err != nil {
			return err
		}
	}
	return nil
}

// mergeNext gives the head that comes first; its source is read on at the next
// call, as a generator would.
func mergeNext(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	m := runtime.As[mergeIter](v)
	if !m.started {
		if err := m.start(t); err != nil {
			m.heads = nil
			return runtime.Value{}, err
		}
	} else if len(m.heads) > 0 {
		h := m.heads[0]
		ok, err := m.pull(t, &h)
		if err == nil {
			if ok {
				m.heads[0] = h
			} else {
				last := len(m.heads) - 1
				m.heads[0] = m.heads[last]
				m.heads = m.heads[:last]
			}
			err = m.sift(t, 0)
		}
		if err != nil {
			m.heads = nil
			return runtime.Value{}, err
		}
	}
	if len(m.heads) == 0 {
		return runtime.Value{}, nil
	}
	return m.heads[0].item, nil
}

func init() {
	runtime.Define(&mergeType, runtime.TypeSpec{Name: "generator", Size: runtime.SizeOf[mergeIter](), Flags: runtime.FlagDisallowNew,
		Slots: runtime.Slots{Iter: runtime.SelfIter, Next: mergeNext}})
}
