package runtime

import "cmp"

// sortOrdered sorts vals by keys, both in step and stable: natural runs,
// binary insertion, balanced merges, no calls into Python. If it is interrupted,
// vals has the same items in another order.
func sortOrdered[K cmp.Ordered](t *Thread, keys []K, vals []Value) error {
	n := len(keys)
	minRun := minRunLen(n)
	var runs []run
	var tmpK []K
	var tmpV []Value
	merge := func(i int) (err error) {
		a, b := runs[i], runs[i+1]
		runs[i].n += b.n
		runs = append(runs[:i+1], runs[i+2:]...)
		tmpK, tmpV, err = mergeOrdered(t, keys, vals, a, b, tmpK, tmpV)
		return err
	}
	for at := 0; at < n; {
		r, err := orderedRun(t, keys[at:], vals[at:])
		if err != nil {
			return err
		}
		if r < minRun {
			want := min(minRun, n-at)
			insertOrdered(keys[at:at+want], vals[at:at+want], r)
			r = want
		}
		runs = append(runs, run{at, r})
		at += r
		if err := t.Tick(); err != nil {
			return err
		}
		for i := unbalanced(runs); i >= 0; i = unbalanced(runs) {
			if err := merge(i); err != nil {
				return err
			}
		}
	}
	for len(runs) > 1 {
		i := len(runs) - 2
		if i > 0 && runs[i-1].n < runs[i+1].n {
			i--
		}
		if err := merge(i); err != nil {
			return err
		}
	}
	return nil
}

// orderedRun measures the run that keys begin with, turning a descending one round.
func orderedRun[K cmp.Ordered](t *Thread, keys []K, vals []Value) (int, error) {
	if len(keys) < 2 {
		return len(keys), nil
	}
	i := 2
	down := keys[1] < keys[0]
	for i < len(keys) && keys[i] < keys[i-1] == down {
		if err := t.Often(i); err != nil {
			return 0, err
		}
		i++
	}
	if !down {
		return i, nil
	}
	for l, r := 0, i-1; l < r; l, r = l+1, r-1 {
		if err := t.Often(l); err != nil {
			return 0, err
		}
		keys[l], keys[r] = keys[r], keys[l]
		vals[l], vals[r] = vals[r], vals[l]
	}
	return i, nil
}

// copiedOut is a copy of src, in tmp if there is room for it.
func copiedOut[T any](t *Thread, tmp, src []T) ([]T, error) {
	if cap(tmp) < len(src) {
		var err error
		if tmp, err = MakeMany[T](t, 0, len(src)); err != nil {
			return nil, err
		}
	}
	tmp = tmp[:len(src)]
	return tmp, CopyMany(t, tmp, src)
}

func insertOrdered[K cmp.Ordered](keys []K, vals []Value, start int) {
	for ; start < len(keys); start++ {
		k, v := keys[start], vals[start]
		l, r := 0, start
		for l < r {
			m := int(uint(l+r) >> 1)
			if k < keys[m] {
				r = m
			} else {
				l = m + 1
			}
		}
		copy(keys[l+1:start+1], keys[l:start])
		copy(vals[l+1:start+1], vals[l:start])
		keys[l], vals[l] = k, v
	}
}

// firstAfter gives the number of leading keys not greater than k, looking in leaps.
func firstAfter[K cmp.Ordered](keys []K, k K) int {
	lo, hi := 0, len(keys)
	for d := 1; d <= len(keys); d *= 2 {
		if k < keys[d-1] {
			hi = d - 1
			break
		}
		lo = d
	}
	for lo < hi {
		if m := int(uint(lo+hi) >> 1); k < keys[m] {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return lo
}

// firstNotBefore gives the number of leading keys less than k, looking in leaps from the end.
func firstNotBefore[K cmp.Ordered](keys []K, k K) int {
	n := len(keys)
	lo, hi := 0, n
	for d := 1; d <= n; d *= 2 {
		if keys[n-d] < k {
			lo = n - d + 1
			break
		}
		hi = n - d
	}
	for lo < hi {
		if m := int(uint(lo+hi) >> 1); keys[m] < k {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// mergePiece is how many items are merged between two looks at what is pending.
const mergePiece = 1 << 14

func mergeOrdered[K cmp.Ordered](t *Thread, keys []K, vals []Value, a, b run, tmpK []K, tmpV []Value) ([]K, []Value, error) {
	k := firstAfter(keys[a.at:a.at+a.n], keys[b.at])
	a.at, a.n = a.at+k, a.n-k
	if a.n == 0 {
		return tmpK, tmpV, nil
	}
	b.n = firstNotBefore(keys[b.at:b.at+b.n], keys[b.at-1])
	if b.n == 0 {
		return tmpK, tmpV, nil
	}
	if a.n <= b.n {
		tmpK, err := copiedOut(t, tmpK, keys[a.at:a.at+a.n])
		if err != nil {
			return nil, nil, err
		}
		tmpV, err := copiedOut(t, tmpV, vals[a.at:a.at+a.n])
		if err != nil {
			return nil, nil, err
		}
		dst, i, j, end := a.at, 0, b.at, b.at+b.n
		for err == nil && i < len(tmpK) && j < end {
			stop := dst + mergePiece
			for i < len(tmpK) && j < end && dst < stop {
				if keys[j] < tmpK[i] {
					keys[dst], vals[dst] = keys[j], vals[j]
					j++
				} else {
					keys[dst], vals[dst] = tmpK[i], tmpV[i]
					i++
				}
				dst++
			}
			err = t.pendingOf()
		}
		copy(keys[dst:], tmpK[i:])
		copy(vals[dst:], tmpV[i:])
		return tmpK, tmpV, err
	}
	tmpK, err := copiedOut(t, tmpK, keys[b.at:b.at+b.n])
	if err != nil {
		return nil, nil, err
	}
	tmpV, err = copiedOut(t, tmpV, vals[b.at:b.at+b.n])
	if err != nil {
		return nil, nil, err
	}
	dst, i, j := b.at+b.n-1, a.at+a.n-1, len(tmpK)-1
	for err == nil && i >= a.at && j >= 0 {
		stop := dst - mergePiece
		for i >= a.at && j >= 0 && dst > stop {
			if tmpK[j] < keys[i] {
				keys[dst], vals[dst] = keys[i], vals[i]
				i--
			} else {
				keys[dst], vals[dst] = tmpK[j], tmpV[j]
				j--
			}
			dst--
		}
		err = t.pendingOf()
	}
	copy(keys[dst-j:dst+1], tmpK[:j+1])
	copy(vals[dst-j:dst+1], tmpV[:j+1])
	return tmpK, tmpV, err
}
