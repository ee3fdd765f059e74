package snapshot

// An Aside is a place besides the stream for bytes that nobody changes and that
// the reader may find without reading them: compiled code, of which a child
// needs little. Without one they are in the stream.
type Aside interface {
	Put(b []byte) (at int64, err error)
	Get(at int64, n int) ([]byte, error)
}

// aside writes bytes there: their length, and where they are.
func (w *Writer) aside(b []byte) {
	if w.Aside == nil {
		w.bytes(b)
		return
	}
	at, err := w.Aside.Put(b)
	if err != nil {
		w.Fail(err)
	}
	w.uint(uint64(len(b)))
	w.uint(uint64(at))
}

func (r *Reader) aside() []byte {
	if r.Aside == nil {
		return r.Bytes()
	}
	n := r.length()
	b, err := r.Aside.Get(int64(r.length()), n)
	if err != nil {
		r.fail("%w", err)
	}
	return b
}
