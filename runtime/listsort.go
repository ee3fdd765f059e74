package runtime

import (
	"math"
	"slices"
)

// # Sorting
//
// A stable merge sort of natural runs (timsort): the items are cut into runs
// that already ascend, or strictly descend and are turned round; short runs
// are filled up to minRun by binary insertion; a stack of runs is merged such
// that run lengths stay balanced. A merge first finds, by galloping, what of
// either run is in its place already, and copies the shorter of the two out.
//
// Keys that are all ints, all floats without NaN, or all str are taken out
// into a slice of machine values and sorted by the ordered functions below,
// which neither fail nor call Python. All else goes through lessThan.

func listSort(t *Thread, args []Value) (Value, error) {
	reverse, err := IsTrue(t, args[2])
	if !args[2].IsBool() {
		var r Value
		if r, err = Index(t, args[2]); err == nil {
			reverse, err = IsTrue(t, r)
		}
	}
	if err != nil {
		return Value{}, err
	}
	return noneResult(ListSort(t, As[List](args[0]), args[1], reverse))
}

// ListSort sorts l in place; key is None or a function. While it works l is
// empty; a list that was changed meanwhile raises ValueError.
func ListSort(t *Thread, l *List, key Value, reverse bool) error {
	saved := l.items
	l.items = nil
	err := sortItems(t, saved, key, reverse)
	changed := l.items != nil
	l.items = saved
	if err == nil && changed {
		return ValueErrorf("list modified during sort")
	}
	return err
}

// sortItems sorts items, which nobody else can see.
func sortItems(t *Thread, items []Value, key Value, reverse bool) error {
	var keys []Value
	if !key.IsNone() {
		var err error
		if keys, err = MakeMany[Value](t, len(items), len(items)); err != nil {
			return err
		}
		var arg [1]Value
		for i, x := range items {
			arg[0] = x
			k, err := CallArgs(t, key, arg[:], nil)
			if err != nil {
				return err
			}
			keys[i] = k
		}
	}
	if len(items) < 2 {
		return nil
	}
	return sortEither(t, keys, items, reverse)
}

// sortEither sorts items by keys, in either direction.
func sortEither(t *Thread, keys, items []Value, reverse bool) error {
	if !reverse {
		return sortByKeys(t, keys, items)
	}
	// twice reversed, equal items keep their order
	if err := reverseMany(t, items); err != nil {
		return err
	}
	if err := reverseMany(t, keys); err != nil {
		return err
	}
	err := sortByKeys(t, keys, items)
	if err == nil {
		err = reverseMany(t, items)
	}
	return err
}

// reverseMany is reverseItems of items that nobody sees: if it is interrupted
// they are in some order.
func reverseMany(t *Thread, items []Value) error {
	for i, j := 0, len(items)-1; i < j; i, j = i+1, j-1 {
		if err := t.Often(i); err != nil {
			return err
		}
		items[i], items[j] = items[j], items[i]
	}
	return nil
}

// sortByKeys sorts items by keys, or by themselves if keys is nil.
func sortByKeys(t *Thread, keys, items []Value) error {
	by := keys
	if by == nil {
		by = items
	}
	switch by[0].ref {
	case Int(0).ref:
		ks, ok, err := keysOf(t, by, func(v Value) (int64, bool) { return v.AsInt64(), v.IsInt() })
		switch {
		case err != nil:
			return err
		case ok && keys != nil:
			return sortOrdered(t, ks, items)
		case ok:
			return sortInts(t, ks, items)
		}
	case Float(0).ref:
		ks, ok, err := keysOf(t, by, func(v Value) (float64, bool) {
			return v.AsFloat64(), v.IsFloat() && !math.IsNaN(v.AsFloat64())
		})
		if err != nil {
			return err
		} else if ok {
			return sortOrdered(t, ks, items)
		}
	default:
		if by[0].Type() != &strType {
			break
		}
		ks, ok, err := keysOf(t, by, func(v Value) (string, bool) {
			if v.Type() != &strType {
				return "", false
			}
			return As[Str](v).s, true
		})
		if err != nil {
			return err
		} else if ok {
			return sortOrdered(t, ks, items)
		}
	}
	s := &sorter{t: t, keys: by}
	if keys != nil {
		s.vals = items
	}
	return s.sort()
}

// sortInts sorts items, which are the ints ks.
func sortInts(t *Thread, ks []int64, items []Value) error {
	sorted, err := Aside(t, 16*len(ks), func() bool {
		if slices.IsSorted(ks) {
			return true
		}
		slices.Sort(ks)
		return false
	})
	if err != nil || sorted {
		return err
	}
	for i, k := range ks { // all of them, for half-done some would be there twice
		items[i] = Int(k)
	}
	return t.pendingOf()
}

// keysOf are the machine values of keys, if all have one.
func keysOf[K any](t *Thread, vs []Value, of func(v Value) (K, bool)) (keys []K, all bool, err error) {
	if _, ok := of(vs[len(vs)-1]); !ok {
		return nil, false, nil
	}
	if keys, err = MakeMany[K](t, len(vs), len(vs)); err != nil {
		return nil, false, err
	}
	for i, v := range vs {
		if err := t.Often(i); err != nil {
			return nil, false, err
		}
		k, ok := of(v)
		if !ok {
			return nil, false, nil
		}
		keys[i] = k
	}
	return keys, true, nil
}

// lessThan is the truth of a < b, with the commonest types decided here.
func lessThan(t *Thread, a, b Value) (bool, error) {
	switch {
	case a.IsInt():
		if b.IsInt() {
			return a.AsInt64() < b.AsInt64(), nil
		}
	case a.IsFloat():
		if b.IsFloat() {
			return a.AsFloat64() < b.AsFloat64(), nil
		}
	default:
		ta := a.Type()
		if ta != b.Type() {
			break
		}
		if ta == &strType {
			return As[Str](a).s < As[Str](b).s, nil
		}
		if ta == &tupleType {
			return tupleLess(t, As[Tuple](a).items, As[Tuple](b).items)
		}
	}
	r, err := Compare(t, CmpLT, a, b)
	if err != nil {
		return false, err
	}
	if r.IsBool() {
		return r.bits != 0, nil
	}
	return IsTrue(t, r)
}

func tupleLess(t *Thread, a, b []Value) (bool, error) {
	for i := 0; i < len(a) && i < len(b); i++ {
		eq, err := equalItem(t, a[i], b[i])
		if err != nil {
			return false, err
		}
		if !eq {
			if a[i].Type() == &tupleType {
				break // nested: Compare bounds the depth
			}
			return lessThan(t, a[i], b[i])
		}
		if i+1 == len(a) || i+1 == len(b) {
			return len(a) < len(b), nil
		}
	}
	if len(a) == 0 || len(b) == 0 {
		return len(a) < len(b), nil
	}
	r, err := compareItems(t, CmpLT, a, b)
	if err != nil {
		return false, err
	}
	return IsTrue(t, r)
}

// minRunLen is the length that short runs are filled up to: n/2**k, rounded
// up, between 32 and 64.
func minRunLen(n int) int {
	r := 0
	for n >= 64 {
		r |= n & 1
		n >>= 1
	}
	return n + r
}

// A run is a sorted stretch [at, at+n).
type run struct{ at, n int }

// unbalanced says which of the last runs must be merged now: the index of the
// left one of a pair, or -1. Lengths must grow by more than addition to the left.
func unbalanced(runs []run) int {
	n := len(runs) - 2
	if n < 0 {
		return -1
	}
	if n > 0 && runs[n-1].n <= runs[n].n+runs[n+1].n || n > 1 && runs[n-2].n <= runs[n-1].n+runs[n].n {
		if runs[n-1].n < runs[n+1].n {
			return n - 1
		}
		return n
	}
	if runs[n].n <= runs[n+1].n {
		return n
	}
	return -1
}

// SortByKeys sorts items by keys, stably; keys is moved along.
func SortByKeys(t *Thread, keys, items []Value, reverse bool) error {
	if len(items) < 2 {
		return nil
	}
	return sortEither(t, keys, items, reverse)
}
