package runtime

// A sorter is timsort over Values whose comparison may call Python and fail:
// then the items are left in some order, none lost.
type sorter struct {
	t    *Thread
	keys []Value
	vals []Value // moved along with keys; nil: the keys are the items
	runs []run
	tmpK []Value
	tmpV []Value
	// gallop is how many wins in a row it takes to look further in leaps.
	gallop int
}

const minGallop = 7

func (s *sorter) sort() error {
	n := len(s.keys)
	s.gallop = minGallop
	minRun := minRunLen(n)
	for at := 0; at < n; {
		r, err := s.countRun(at)
		if err != nil {
			return err
		}
		if r < minRun {
			want := min(minRun, n-at)
			if err := s.insertion(at, at+want, at+r); err != nil {
				return err
			}
			r = want
		}
		s.runs = append(s.runs, run{at, r})
		at += r
		if err := s.t.Tick(); err != nil {
			return err
		}
		for i := unbalanced(s.runs); i >= 0; i = unbalanced(s.runs) {
			if err := s.mergeAt(i); err != nil {
				return err
			}
		}
	}
	for len(s.runs) > 1 {
		i := len(s.runs) - 2
		if i > 0 && s.runs[i-1].n < s.runs[i+1].n {
			i--
		}
		if err := s.mergeAt(i); err != nil {
			return err
		}
	}
	return nil
}

// countRun measures the run at at, turning a strictly descending one round.
func (s *sorter) countRun(at int) (int, error) {
	n := len(s.keys)
	if at+1 == n {
		return 1, nil
	}
	desc, err := lessThan(s.t, s.keys[at+1], s.keys[at])
	if err != nil {
		return 0, err
	}
	i := at + 2
	for ; i < n; i++ {
		less, err := lessThan(s.t, s.keys[i], s.keys[i-1])
		if err == nil {
			err = s.t.Often(i)
		}
		if err != nil {
			return 0, err
		}
		if less != desc {
			break
		}
	}
	if desc {
		reverseItems(s.keys[at:i])
		if s.vals != nil {
			reverseItems(s.vals[at:i])
		}
	}
	return i - at, nil
}

// insertion sorts [lo, hi), of which [lo, start) is sorted, by binary insertion.
func (s *sorter) insertion(lo, hi, start int) error {
	for ; start < hi; start++ {
		pivot := s.keys[start]
		l, r := lo, start
		for l < r {
			m := int(uint(l+r) >> 1)
			less, err := lessThan(s.t, pivot, s.keys[m])
			if err == nil {
				err = s.t.Tick()
			}
			if err != nil {
				return err
			}
			if less {
				r = m
			} else {
				l = m + 1
			}
		}
		copy(s.keys[l+1:start+1], s.keys[l:start])
		s.keys[l] = pivot
		if s.vals != nil {
			v := s.vals[start]
			copy(s.vals[l+1:start+1], s.vals[l:start])
			s.vals[l] = v
		}
	}
	return nil
}

// gallopLeft gives where in the sorted keys key belongs, before equal ones,
// looking in leaps from hint.
func (s *sorter) gallopLeft(key Value, keys []Value, hint int) (int, error) {
	return s.leap(keys, hint, func(x Value) (bool, error) { return lessThan(s.t, x, key) })
}

// gallopRight is gallopLeft, after equal ones.
func (s *sorter) gallopRight(key Value, keys []Value, hint int) (int, error) {
	return s.leap(keys, hint, func(x Value) (bool, error) {
		less, err := lessThan(s.t, key, x)
		return !less, err
	})
}

// leap gives the number of leading keys for which before holds.
func (s *sorter) leap(keys []Value, hint int, before func(x Value) (bool, error)) (int, error) {
	n := len(keys)
	b, err := before(keys[hint])
	if err != nil {
		return 0, err
	}
	lo, hi := 0, n // the answer is in [lo, hi]
	if b {
		lo = hint + 1
		for d := 1; hint+d < n; d = d*2 + 1 {
			if b, err = before(keys[hint+d]); err != nil {
				return 0, err
			}
			if !b {
				hi = hint + d
				break
			}
			lo = hint + d + 1
		}
	} else {
		hi = hint
		for d := 1; hint-d >= 0; d = d*2 + 1 {
			if b, err = before(keys[hint-d]); err != nil {
				return 0, err
			}
			if b {
				lo = hint - d + 1
				break
			}
			hi = hint - d
		}
	}
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if b, err = before(keys[m]); err != nil {
			return 0, err
		}
		if b {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo, nil
}

// mergeAt merges runs i and i+1.
func (s *sorter) mergeAt(i int) error {
	a, b := s.runs[i], s.runs[i+1]
	s.runs[i].n = a.n + b.n
	s.runs = append(s.runs[:i+1], s.runs[i+2:]...)
	k, err := s.gallopRight(s.keys[b.at], s.keys[a.at:a.at+a.n], 0)
	if err != nil {
		return err
	}
	a.at += k
	a.n -= k
	if a.n == 0 {
		return nil
	}
	if b.n, err = s.gallopLeft(s.keys[b.at-1], s.keys[b.at:b.at+b.n], b.n-1); err != nil || b.n == 0 {
		return err
	}
	if a.n <= b.n {
		return s.mergeLow(a, b)
	}
	return s.mergeHigh(a, b)
}

func (s *sorter) copyOut(r run) {
	s.tmpK = append(s.tmpK[:0], s.keys[r.at:r.at+r.n]...)
	if s.vals != nil {
		s.tmpV = append(s.tmpV[:0], s.vals[r.at:r.at+r.n]...)
	}
}

// move copies n items within the array; back copies n from the copied-out run.
func (s *sorter) move(dst, src, n int) {
	copy(s.keys[dst:dst+n], s.keys[src:src+n])
	if s.vals != nil {
		copy(s.vals[dst:dst+n], s.vals[src:src+n])
	}
}

func (s *sorter) back(dst, src, n int) {
	copy(s.keys[dst:dst+n], s.tmpK[src:src+n])
	if s.vals != nil {
		copy(s.vals[dst:dst+n], s.tmpV[src:src+n])
	}
}

// mergeLow merges with the left run copied out, from the left.
func (s *sorter) mergeLow(a, b run) error {
	s.copyOut(a)
	dst, i, j, end := a.at, 0, b.at, b.at+b.n
	defer func() { s.back(dst, i, a.n-i) }() // what is left of a fits exactly before j
	for i < a.n && j < end {
		winsA, winsB := 0, 0
		for i < a.n && j < end && winsA < s.gallop && winsB < s.gallop {
			less, err := lessThan(s.t, s.keys[j], s.tmpK[i])
			if err == nil {
				err = s.t.Tick()
			}
			if err != nil {
				return err
			}
			if less {
				s.move(dst, j, 1)
				j++
				winsA, winsB = 0, winsB+1
			} else {
				s.back(dst, i, 1)
				i++
				winsA, winsB = winsA+1, 0
			}
			dst++
		}
		for i < a.n && j < end {
			n, err := s.gallopRight(s.keys[j], s.tmpK[i:a.n], 0)
			if err != nil {
				return err
			}
			s.back(dst, i, n)
			dst, i = dst+n, i+n
			if i == a.n {
				return nil
			}
			m, err := s.gallopLeft(s.tmpK[i], s.keys[j:end], 0)
			if err != nil {
				return err
			}
			s.move(dst, j, m)
			dst, j = dst+m, j+m
			if n < minGallop && m < minGallop {
				s.gallop++
				break
			}
			s.gallop = max(1, s.gallop-1)
		}
	}
	return nil
}

// mergeHigh merges with the right run copied out, from the right.
func (s *sorter) mergeHigh(a, b run) error {
	s.copyOut(b)
	dst, i, j := b.at+b.n, a.at+a.n, b.n // ends, exclusive
	defer func() { s.back(dst-j, 0, j) }()
	for i > a.at && j > 0 {
		winsA, winsB := 0, 0
		for i > a.at && j > 0 && winsA < s.gallop && winsB < s.gallop {
			less, err := lessThan(s.t, s.tmpK[j-1], s.keys[i-1])
			if err != nil {
				return err
			}
			dst--
			if less {
				i--
				s.move(dst, i, 1)
				winsA, winsB = winsA+1, 0
			} else {
				j--
				s.back(dst, j, 1)
				winsA, winsB = 0, winsB+1
			}
		}
		for i > a.at && j > 0 {
			k, err := s.gallopRight(s.tmpK[j-1], s.keys[a.at:i], i-a.at-1)
			if err != nil {
				return err
			}
			n := i - a.at - k
			dst, i = dst-n, i-n
			s.move(dst, i, n)
			if i == a.at {
				return nil
			}
			k, err = s.gallopLeft(s.keys[i-1], s.tmpK[:j], j-1)
			if err != nil {
				return err
			}
			m := j - k
			dst, j = dst-m, j-m
			s.back(dst, j, m)
			if n < minGallop && m < minGallop {
				s.gallop++
				break
			}
			s.gallop = max(1, s.gallop-1)
		}
	}
	return nil
}
