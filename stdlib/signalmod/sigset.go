package signalmod

import (
	"strconv"

	rt "github.com/minipy/minipy/runtime"
)

const maxSignal = 64

// Set reads an iterable of signal numbers: signal n is bit n-1.
func Set(t *rt.Thread, v rt.Value) (uint64, error) {
	items, err := rt.ToSlice(t, v)
	if err != nil {
		return 0, err
	}
	set := uint64(0)
	for _, x := range items {
		i, err := rt.Index(t, x)
		if err != nil {
			return 0, err
		}
		n, b, _ := rt.IntOf(i)
		if b != nil || n < 1 || n > maxSignal {
			return 0, rt.ValueErrorf("signal number %s out of range [1; 64]", strconv.FormatInt(n, 10))
		}
		set |= 1 << (n - 1)
	}
	return set, nil
}

// A Legacy is how a program that this process starts finds signals: sets as Set
// gives them.
type Legacy struct {
	Blocked uint64
	Default uint64 // what has the default action there, though it may be ignored here
}
