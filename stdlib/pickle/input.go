package pickle

import (
	"math"
	"strings"

	rt "github.com/minipy/minipy/runtime"
)

// Input: the unpickler reads from a string, the bytes that it was given or the
// last that the file gave. From a file it takes exactly what it needs, since
// something else may follow the pickle; where the file has peek(), it looks
// ahead there and says afterwards how much it has used.

// setInput makes v's bytes the input.
func (u *unpickler) setInput(t *thread, v value) error {
	if v.IsExactly(rt.BytesType) {
		u.in = rt.As[rt.Bytes](v).String()
	} else {
		buf, err := rt.GetBuffer(t, v)
		if err != nil {
			return err
		}
		u.in = string(buf.Bytes)
		buf.Release()
	}
	u.pos, u.looked = 0, len(u.in)
	return nil
}

// truncated is the error of a pickle that ends too early.
func truncated() error { return rt.Errorf(&unpicklingError, "pickle data was truncated") }

// next takes n bytes.
func (u *unpickler) next(n int) (string, error) {
	if n <= len(u.in)-u.pos {
		s := u.in[u.pos : u.pos+n]
		u.pos += n
		return s, nil
	}
	return u.refill(n)
}

// refill takes n bytes that the present input does not have.
func (u *unpickler) refill(n int) (string, error) {
	if n > math.MaxInt-u.pos {
		return "", rt.Errorf(&unpicklingError, "read would overflow (invalid bytecode)")
	}
	if u.read.IsUnset() {
		return "", truncated()
	}
	got, err := u.readFile(n)
	if err != nil {
		return "", err
	}
	if got < n {
		return "", truncated()
	}
	u.pos = n
	return u.in[:n], nil
}

// readFile makes n bytes of the file, or for n < 0 a line, the input and says
// how many came.
func (u *unpickler) readFile(n int) (int, error) {
	if err := u.skipUsed(); err != nil {
		return 0, err
	}
	t := u.t
	var data value
	var err error
	switch {
	case n < 0:
		data, err = rt.Call(t, u.readline)
	case !u.peek.IsUnset() && n < prefetch:
		data, err = rt.Call(t, u.peek, rt.Int(prefetch))
		if err == nil {
			if err = u.setInput(t, data); err != nil {
				return 0, err
			}
			u.looked = 0
			if n <= len(u.in) {
				return n, nil
			}
		} else if rt.IsError(err, rt.NotImplementedError) {
			u.peek = value{}
		} else {
			return 0, err
		}
		fallthrough
	default:
		data, err = rt.Call(t, u.read, rt.Int(int64(n)))
	}
	if err != nil {
		return 0, err
	}
	if err := u.setInput(t, data); err != nil {
		return 0, err
	}
	return len(u.in), nil
}

// skipUsed has the file skip what was used of what peek() gave.
func (u *unpickler) skipUsed() error {
	used := u.pos - u.looked
	if used <= 0 || u.read.IsUnset() {
		return nil
	}
	if _, err := rt.Call(u.t, u.read, rt.Int(int64(used))); err != nil {
		return err
	}
	u.looked = u.pos
	return nil
}

// line takes a line and gives it without its end.
func (u *unpickler) line() (string, error) {
	if i := strings.IndexByte(u.in[u.pos:], '\n'); i >= 0 {
		s := u.in[u.pos : u.pos+i]
		u.pos += i + 1
		return s, nil
	}
	if u.read.IsUnset() {
		return "", truncated()
	}
	n, err := u.readFile(-1)
	if err != nil {
		return "", err
	}
	if n == 0 || u.in[n-1] != '\n' {
		return "", truncated()
	}
	u.pos = n
	return u.in[:n-1], nil
}

// into fills a buffer of n bytes, which may be large: from what there is of
// the input, then from the file without looking ahead. No more is allocated
// than there is data for.
func (u *unpickler) into(n int) ([]byte, error) {
	have := min(n, len(u.in)-u.pos)
	if have < n && u.read.IsUnset() {
		return nil, truncated()
	}
	if have == n {
		b := []byte(u.in[u.pos : u.pos+n])
		u.pos += n
		return b, nil
	}
	if n > maxBlob {
		return nil, rt.MemoryErr()
	}
	head := u.in[u.pos : u.pos+have]
	u.pos += have
	if err := u.skipUsed(); err != nil {
		return nil, err
	}
	if u.readinto.IsUnset() {
		return u.intoByRead(head, n)
	}
	b := make([]byte, n)
	copy(b, head)
	target := rt.NewBytearray(b[have:])
	view, err := rt.NewMemoryview(u.t, target.Value())
	if err != nil {
		return nil, err
	}
	r, err := rt.Call(u.t, u.readinto, view)
	if err != nil {
		return nil, err
	}
	got, err := rt.AsSsize(u.t, r, rt.OverflowError)
	if err != nil {
		return nil, err
	}
	if got < 0 {
		return nil, rt.ValueErrorf("readinto() returned negative size")
	}
	if got < n-have {
		return nil, truncated()
	}
	// the file may have kept the view: what it writes there later must not matter
	return append(b[:have:have], target.Bytes()...), nil
}

// maxBlob is the largest request that is passed to make().
const maxBlob = 1 << 34

func (u *unpickler) intoByRead(head string, n int) ([]byte, error) {
	data, err := rt.Call(u.t, u.read, rt.Int(int64(n-len(head))))
	if err != nil {
		return nil, err
	}
	rest, ok := rt.AsBytes(data)
	if !ok {
		shown, err := rt.ReprStr(u.t, data.Type().Value())
		if err != nil {
			return nil, err
		}
		return nil, rt.ValueErrorf("read() returned non-bytes object (%s)", shown)
	}
	if len(rest.String()) < n-len(head) {
		return nil, truncated()
	}
	return append([]byte(head), rest.String()[:n-len(head)]...), nil
}
