package runtime

// sliceBounds reads a slice object for a sequence of n items: ok is false if
// key is no slice. count is how many items it picks.
func sliceBounds(t *Thread, key Value, n int) (start, stop, step, count int, ok bool, err error) {
	s, ok := AsSlice(key)
	if !ok {
		return
	}
	start, stop, step, count, err = SliceIndices(t, s, n)
	return
}

func sliceInt(t *Thread, v Value) (int, error) { return sliceBound(t, v, 0) }
