// Package heapq is the module heapq: a list as a binary heap, item k not
// greater than items 2k+1 and 2k+2.
package heapq

import "github.com/minipy/minipy/runtime"

// Module is heapq.
var Module = &runtime.ModuleSpec{
	Name:       "heapq",
	FuncModule: "_heapq",
	Doc:        "Heap queue algorithm (a.k.a. priority queue).",
	Methods: []runtime.Method{
		{Name: "heappush", Sig: "heap, item, /", Fn: heappush, Doc: "Push item onto heap, maintaining the heap invariant."},
		{Name: "heappop", Sig: "heap, /", Fn: heappop, Doc: "Pop the smallest item off the heap, maintaining the heap invariant."},
		{Name: "heapify", Sig: "heap, /", Fn: heapify, Doc: "Transform list into a heap, in-place, in O(len(heap)) time."},
		{Name: "heapreplace", Sig: "heap, item, /", Fn: heapreplace,
			Doc: "Pop and return the current smallest value, and add the new item.\n\nThis is more efficient than heappop() followed by heappush(), and can be\n" +
				"more appropriate when using a fixed-size heap.  Note that the value\nreturned may be larger than item!  That constrains reasonable uses of\n" +
				"this routine unless written as part of a conditional replacement:\n\n    if item > heap[0]:\n        item = heapreplace(heap, item)"},
		{Name: "heappushpop", Sig: "heap, item, /", Fn: heappushpop,
			Doc: "Push item on the heap, then pop and return the smallest item from the heap.\n\nThe combined action runs more efficiently than heappush() followed by\na separate call to heappop()."},
		{Name: "_heappop_max", Sig: "heap, /", Fn: heappopMax, Doc: "Maxheap variant of heappop."},
		{Name: "_heapify_max", Sig: "heap, /", Fn: heapifyMax, Doc: "Maxheap variant of heapify."},
		{Name: "_heapreplace_max", Sig: "heap, item, /", Fn: heapreplaceMax, Doc: "Maxheap variant of heapreplace."},
		{Name: "nsmallest", Sig: "n, iterable, key=None", Fn: nsmallest,
			Doc: "Find the n smallest elements in a dataset.\n\nEquivalent to:  sorted(iterable, key=key)[:n]\n"},
		{Name: "nlargest", Sig: "n, iterable, key=None", Fn: nlargest,
			Doc: "Find the n largest elements in a dataset.\n\nEquivalent to:  sorted(iterable, key=key, reverse=True)[:n]\n"},
		{Name: "merge", Sig: "*iterables, key=None, reverse=False", Fn: merge,
			Doc: "Merge multiple sorted inputs into a single sorted output.\n\nSimilar to sorted(itertools.chain(*iterables)) but returns a generator,\n" +
				"does not pull the data into memory all at once, and assumes that each of\nthe input streams is already sorted (smallest to largest)."},
	},
	Init: func(t *runtime.Thread, m *runtime.Module) error {
		var names []runtime.Value
		for _, n := range []string{"heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"} {
			names = append(names, runtime.NewStr(n))
		}
		m.Dict.Store("__all__", runtime.NewList(names).Value())
		return nil
	},
}

// A heap is a list and the sense of its comparison.
type heap struct {
	t    *runtime.Thread
	list *runtime.List
	max  bool
}

func heapOf(t *runtime.Thread, name string, v runtime.Value, max bool) (*heap, error) {
	l, ok := runtime.AsList(v)
	if !ok {
		return nil, runtime.TypeErrorf("%s must be list, not %s", name, v.Type().Name)
	}
	return &heap{t, l, max}, nil
}

// before says that a belongs above b.
func (h *heap) before(a, b runtime.Value) (bool, error) {
	if h.max {
		a, b = b, a
	}
	return runtime.LessThan(h.t, a, b)
}

// siftDown moves item pos up towards start until its parent is not after it.
func (h *heap) siftDown(start, pos int) error {
	n := h.list.Len()
	if pos >= n {
		return runtime.IndexErrorf("index out of range")
	}
	item := h.list.Items()[pos]
	for pos > start {
		parent := (pos - 1) >> 1
		up := h.list.Items()[parent]
		less, err := h.before(item, up)
		if err != nil {
			return err
		}
		if h.list.Len() != n {
			return runtime.RuntimeErrorf("list changed size during iteration")
		}
		if !less {
			break
		}
		items := h.list.Items()
		items[parent], items[pos] = items[pos], items[parent]
		pos = parent
	}
	return nil
}

// siftUp moves the smaller child up until a leaf is reached, then the item
// that was at pos up from there to its place.
func (h *heap) siftUp(pos int) error {
	n := h.list.Len()
	start := pos
	if pos >= n {
		return runtime.IndexErrorf("index out of range")
	}
	for limit := n >> 1; pos < limit; {
		child := 2*pos + 1
		if child+1 < n {
			items := h.list.Items()
			less, err := h.before(items[child], items[child+1])
			if err != nil {
				return err
			}
			if h.list.Len() != n {
				return runtime.RuntimeErrorf("list changed size during iteration")
			}
			if !less {
				child++
			}
		}
		items := h.list.Items()
		items[pos], items[child] = items[child], items[pos]
		pos = child
	}
	return h.siftDown(start, pos)
}

func (h *heap) heapify() error {
	for i := h.list.Len()/2 - 1; i >= 0; i-- {
		if err := h.siftUp(i); err != nil {
			return err
		}
		if err := h.t.Tick(); err != nil {
			return err
		}
	}
	return nil
}

func (h *heap) push(x runtime.Value) error {
	h.list.Append(x)
	return h.siftDown(0, h.list.Len()-1)
}

func (h *heap) pop() (runtime.Value, error) {
	n := h.list.Len()
	if n == 0 {
		return runtime.Value{}, runtime.IndexErrorf("index out of range")
	}
	last := h.list.PopLast()
	if n == 1 {
		return last, nil
	}
	items := h.list.Items()
	top := items[0]
	items[0] = last
	return top, h.siftUp(0)
}

func (h *heap) replace(x runtime.Value) (runtime.Value, error) {
	if h.list.Len() == 0 {
		return runtime.Value{}, runtime.IndexErrorf("index out of range")
	}
	items := h.list.Items()
	top := items[0]
	items[0] = x
	return top, h.siftUp(0)
}

func heappush(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	h, err := heapOf(t, "heappush() argument 1", args[0], false)
	if err != nil {
		return runtime.Value{}, err
	}
	return runtime.None, h.push(args[1])
}

func heappop(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	h, err := heapOf(t, "heappop() argument", args[0], false)
	if err != nil {
		return runtime.Value{}, err
	}
	return h.pop()
}

func heapify(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	h, err := heapOf(t, "heapify() argument", args[0], false)
	if err != nil {
		return runtime.Value{}, err
	}
	return runtime.None, h.heapify()
}

func heapreplace(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	h, err := heapOf(t, "heapreplace() argument 1", args[0], false)
	if err != nil {
		return runtime.Value{}, err
	}
	return h.replace(args[1])
}

func heappushpop(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	h, err := heapOf(t, "heappushpop() argument 1", args[0], false)
	if err != nil {
		return runtime.Value{}, err
	}
	if h.list.Len() == 0 {
		return args[1], nil
	}
	less, err := h.before(h.list.Items()[0], args[1])
	if err != nil || !less {
		return args[1], err
	}
	return h.replace(args[1])
}

func heappopMax(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	h, err := heapOf(t, "_heappop_max() argument", args[0], true)
	if err != nil {
		return runtime.Value{}, err
	}
	return h.pop()
}

func heapifyMax(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	h, err := heapOf(t, "_heapify_max() argument", args[0], true)
	if err != nil {
		return runtime.Value{}, err
	}
	return runtime.None, h.heapify()
}

func heapreplaceMax(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	h, err := heapOf(t, "_heapreplace_max() argument 1", args[0], true)
	if err != nil {
		return runtime.Value{}, err
	}
	return h.replace(args[1])
}
