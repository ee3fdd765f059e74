package osutil

import (
	"io"

	rt "github.com/minipy/minipy/runtime"
)

// Random fills b from the VM's source of randomness. err is a Python exception.
func Random(t *rt.Thread, b []byte) error {
	r := t.VM.Rand
	if r == nil {
		r = randomSource
	}
	_, err := io.ReadFull(r, b)
	return rt.FromOS(err)
}

// Urandom is os.urandom(size).
func Urandom(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := rt.AsSsize(t, a[0], rt.OverflowError)
	if err != nil {
		return rt.Value{}, err
	}
	if n < 0 {
		return rt.Value{}, rt.ValueErrorf("negative argument not allowed")
	}
	if n > 1<<34 {
		return rt.Value{}, rt.MemoryErr()
	}
	if err := t.Room(n); err != nil {
		return rt.Value{}, err
	}
	b := make([]byte, n)
	for rest := b; len(rest) > 0; { // 64 KB take 0.1 ms
		piece := rest[:min(len(rest), 1<<16)]
		if err := Random(t, piece); err != nil {
			return rt.Value{}, err
		}
		if rest = rest[len(piece):]; len(rest) > 0 {
			if err := t.Pending(); err != nil {
				return rt.Value{}, err
			}
		}
	}
	return rt.NewBytesString(string(b)), nil
}
