//go:build linux || darwin

package osmod

import (
	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

// A reader reads arguments, one after the other. What it gives after the first error
// means nothing: err is to be looked at when all are read.
type reader struct {
	t   *rt.Thread
	err error
}

// read is v as f has it, unless an argument before was wrong.
func read[T any](r *reader, v rt.Value, f func(*rt.Thread, rt.Value) (T, error)) (x T) {
	if r.err == nil {
		x, r.err = f(r.t, v)
	}
	return x
}

func (r *reader) int(v rt.Value) int     { return read(r, v, intArg) }
func (r *reader) int64(v rt.Value) int64 { return read(r, v, rt.AsInt64) }
func (r *reader) size(v rt.Value) int    { return read(r, v, rt.AsSsizeArg) }
func (r *reader) truth(v rt.Value) bool  { return read(r, v, rt.IsTrue) }
func (r *reader) dir(v rt.Value) int     { return read(r, v, dirFD) }

// offset is a place in a file; nil where v is None: then the file's own position counts, and moves.
func (r *reader) offset(v rt.Value) *int64 {
	if v.IsNone() {
		return nil
	}
	n := r.int64(v)
	return &n
}

// id is a user or group number.
func (r *reader) id(v rt.Value, what string) (n int) {
	if r.err == nil {
		n, r.err = idArg(r.t, v, what)
	}
	return n
}

// path is the argument of a function that has this name, a descriptor if that is allowed.
func (r *reader) path(v rt.Value, function, name string, fd bool) (p osutil.Path) {
	if r.err == nil {
		p, r.err = osutil.GetPath(r.t, v, function, name, fd, false)
	}
	return p
}
