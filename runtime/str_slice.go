package runtime

// sliceBounds reads a slice object for a sequence of n items: ok is false if
// key is no slice. count is how many items it picks.
func sliceBounds(t *Thread, key Value, n int) (start, stop, step, count int, ok bool, err error) {
	if key.Type().Name != "slice" || key.Type().VM != nil {
		return
	}
	ok = true
	var part [3]Value
	for i, name := range [3]string{"start", "stop", "step"} {
		if part[i], err = GetAttrS(t, key, name); err != nil {
			return
		}
	}
	step = 1
	if !part[2].IsNone() {
		if step, err = sliceInt(t, part[2]); err != nil {
			return
		}
		if step == 0 {
			err = ValueErrorf("slice step cannot be zero")
			return
		}
		step = max(step, -1<<63+1)
	}
	lo, hi := 0, n
	if step < 0 {
		lo, hi = -1, n-1
	}
	pick := func(v Value, def int) (int, error) {
		if v.IsNone() {
			return def, nil
		}
		i, err := sliceInt(t, v)
		if err != nil {
			return 0, err
		}
		if i < 0 {
			i += n
		}
		return min(max(i, lo), hi), nil
	}
	first, last := lo, hi
	if step < 0 {
		first, last = hi, lo
	}
	if start, err = pick(part[0], first); err != nil {
		return
	}
	if stop, err = pick(part[1], last); err != nil {
		return
	}
	switch {
	case step > 0 && start < stop:
		count = (stop-start-1)/step + 1
	case step < 0 && start > stop:
		count = (start-stop-1)/(-step) + 1
	}
	return
}

func sliceInt(t *Thread, v Value) (int, error) {
	if !v.IsInt() && v.Type().Slots.Index == nil {
		return 0, TypeErrorf("slice indices must be integers or None or have an __index__ method")
	}
	return AsSsize(t, v, nil)
}
