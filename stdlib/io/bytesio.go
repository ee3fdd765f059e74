package io

import (
	"bytes"

	rt "github.com/minipy/minipy/runtime"
)

// A BytesIO is a binary file in memory. exports counts the views that
// getbuffer() gave and that forbid resizing.
type BytesIO struct {
	Base
	buf     []byte
	pos     int
	exports int
	shared  bool // a bytes object has buf's memory: copy before writing
}

// A bytesBuffer lends a BytesIO's memory to memoryviews.
type bytesBuffer struct {
	rt.Object
	owner *BytesIO
}

var bytesIOType, bytesBufferType rt.Type

func bytesIONew(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	cls, _ := rt.AsType(a[0])
	return rt.Alloc[BytesIO](cls).Value(), nil
}

func bytesIOInit(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[BytesIO](a[0])
	if b.exports > 0 {
		return rt.Value{}, exportsErr()
	}
	b.buf, b.pos, b.shared, b.Base.closed = nil, 0, false, false
	if !a[1].IsNone() {
		buf, err := rt.GetBuffer(t, a[1])
		if err != nil {
			return rt.Value{}, err
		}
		b.buf = bytes.Clone(buf.Bytes)
		buf.Release()
	}
	return rt.None, nil
}

func exportsErr() error {
	return rt.Errorf(rt.BufferError, "Existing exports of data: object cannot be re-sized")
}

func (b *BytesIO) check() error {
	if b.Base.closed {
		return closedErr()
	}
	return nil
}

// own makes buf the BytesIO's alone before it is written.
func (b *BytesIO) own() {
	if b.shared {
		b.buf, b.shared = bytes.Clone(b.buf), false
	}
}

// take gives up to n bytes (all if negative) and moves on.
func (b *BytesIO) take(n int) rt.Value {
	if b.pos >= len(b.buf) {
		return rt.NewBytesString("")
	}
	rest := b.buf[b.pos:]
	if n < 0 || n > len(rest) {
		n = len(rest)
	}
	b.pos += n
	if n == len(b.buf) && n > 256 && b.exports == 0 {
		b.shared = true
		return rt.NewBytesString(ownString(rest))
	}
	return rt.NewBytes(rest[:n])
}

func (b *BytesIO) readLine(limit int) rt.Value {
	if b.pos >= len(b.buf) {
		return rt.NewBytesString("")
	}
	n := bytes.IndexByte(b.buf[b.pos:], '\n') + 1
	if n == 0 {
		n = len(b.buf) - b.pos
	}
	if limit >= 0 && limit < n {
		n = limit
	}
	return b.take(n)
}

func (b *BytesIO) write(t *rt.Thread, p []byte) error {
	if b.exports > 0 {
		return exportsErr()
	}
	if len(p) == 0 {
		return nil
	}
	b.own()
	end := b.pos + len(p)
	if end > len(b.buf) {
		if err := t.Room(end); err != nil {
			return err
		}
	}
	if b.pos == len(b.buf) {
		b.buf = append(b.buf, p...)
		b.pos = end
		return nil
	}
	if end > len(b.buf) {
		b.buf = append(b.buf, make([]byte, end-len(b.buf))...)
	}
	copy(b.buf[b.pos:], p)
	b.pos = end
	return nil
}

func bytesIOWrite(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[BytesIO](a[0])
	if err := b.check(); err != nil {
		return rt.Value{}, err
	}
	if s, ok := rt.AsBytes(a[1]); ok {
		text := s.String()
		return rt.Int(int64(len(text))), b.write(t, []byte(text))
	}
	buf, err := rt.GetBuffer(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	defer buf.Release()
	return rt.Int(int64(len(buf.Bytes))), b.write(t, buf.Bytes)
}

// bytesIOMethod checks that the file is open and reads the size argument.
func bytesIOMethod(f func(b *BytesIO, n int) rt.Value) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		b := rt.As[BytesIO](a[0])
		if err := b.check(); err != nil {
			return rt.Value{}, err
		}
		n, err := sizeArg(t, a[1])
		if err != nil {
			return rt.Value{}, err
		}
		return f(b, n), nil
	}
}

func bytesIOReadinto(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[BytesIO](a[0])
	buf, err := writableBuffer(t, a[1], "readinto")
	if err != nil {
		return rt.Value{}, err
	}
	defer buf.Release()
	if err := b.check(); err != nil {
		return rt.Value{}, err
	}
	if b.pos >= len(b.buf) {
		return rt.Int(0), nil
	}
	n := copy(buf.Bytes, b.buf[b.pos:])
	b.pos += n
	return rt.Int(int64(n)), nil
}

func bytesIOReadlines(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[BytesIO](a[0])
	if err := b.check(); err != nil {
		return rt.Value{}, err
	}
	hint, err := sizeArg(t, a[1])
	if err != nil {
		return rt.Value{}, rt.TypeErrorf("integer argument expected, got '%s'", a[1].Type().Name)
	}
	out := rt.NewList(nil)
	for total := 0; b.pos < len(b.buf); {
		start := b.pos
		if err := out.Add(t, b.readLine(-1)); err != nil {
			return rt.Value{}, err
		}
		if total += b.pos - start; hint > 0 && total >= hint {
			break
		}
		if err := t.Tick(); err != nil {
			return rt.Value{}, err
		}
	}
	return out.Value(), nil
}

func bytesIONext(t *rt.Thread, v rt.Value) (rt.Value, error) {
	b := rt.As[BytesIO](v)
	if err := b.check(); err != nil {
		return rt.Value{}, err
	}
	if b.pos >= len(b.buf) {
		return rt.Value{}, nil
	}
	return b.readLine(-1), nil
}

func bytesIOSeek(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[BytesIO](a[0])
	pos, err := rt.AsSsize(t, a[1], rt.OverflowError)
	if err != nil {
		return rt.Value{}, err
	}
	whence, err := whenceArg(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	if err := b.check(); err != nil {
		return rt.Value{}, err
	}
	if pos < 0 && whence == 0 {
		return rt.Value{}, rt.ValueErrorf("negative seek value %d", pos)
	}
	base := 0
	switch whence {
	case 0:
	case 1:
		base = b.pos
	case 2:
		base = len(b.buf)
	default:
		return rt.Value{}, rt.ValueErrorf("invalid whence (%d, should be 0, 1 or 2)", whence)
	}
	if base > 0 && pos > 1<<63-1-base {
		return rt.Value{}, rt.OverflowErrorf("new position too large")
	}
	b.pos = max(base+pos, 0)
	return rt.Int(int64(b.pos)), nil
}

func bytesIOTruncate(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[BytesIO](a[0])
	if err := b.check(); err != nil {
		return rt.Value{}, err
	}
	if b.exports > 0 {
		return rt.Value{}, exportsErr()
	}
	size := b.pos
	if !a[1].IsNone() {
		var err error
		if size, err = sizeArg(t, a[1]); err != nil {
			return rt.Value{}, err
		}
		if size < 0 {
			return rt.Value{}, rt.ValueErrorf("negative size value %d", size)
		}
	}
	if size < len(b.buf) {
		b.own()
		b.buf = b.buf[:size]
	}
	return rt.Int(int64(size)), nil
}

func bytesIOGetvalue(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[BytesIO](a[0])
	if err := b.check(); err != nil {
		return rt.Value{}, err
	}
	if len(b.buf) > 256 && b.exports == 0 && cap(b.buf) < 2*len(b.buf) {
		b.shared = true
		return rt.NewBytesString(ownString(b.buf)), nil
	}
	return rt.NewBytes(b.buf), nil
}

func bytesIOGetbuffer(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[BytesIO](a[0])
	if err := b.check(); err != nil {
		return rt.Value{}, err
	}
	lend := rt.Alloc[bytesBuffer](&bytesBufferType)
	lend.owner = b
	return memoryView(t, lend.Value())
}

func lendBuffer(t *rt.Thread, v rt.Value) (*rt.Buffer, error) {
	b := rt.As[bytesBuffer](v).owner
	b.own()
	b.exports++
	return &rt.Buffer{Bytes: b.buf, Format: "B", ItemSize: 1, Owner: v,
		OnRelease: func(owner rt.Value) { rt.As[bytesBuffer](owner).owner.exports-- }}, nil
}

func bytesIOClose(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[BytesIO](a[0])
	if b.exports > 0 {
		return rt.Value{}, exportsErr()
	}
	b.buf, b.shared, b.Base.closed = nil, false, true
	return rt.None, nil
}

func bytesIOTrue(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return rt.True, rt.As[BytesIO](a[0]).check()
}

func bytesIOGetstate(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	v, err := bytesIOGetvalue(t, a)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.TupleOf(v, rt.Int(int64(rt.As[BytesIO](a[0]).pos)), dictCopy(a[0])), nil
}

func bytesIOSetstate(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	st, ok := rt.AsTuple(a[1])
	if !ok || st.Len() < 3 {
		return rt.Value{}, rt.TypeErrorf("%s.__setstate__ argument should be 3-tuple, got %s", a[0].Type().Name, a[1].Type().Name)
	}
	items := st.Items()
	if _, err := bytesIOInit(t, []rt.Value{a[0], items[0]}); err != nil {
		return rt.Value{}, err
	}
	if !rt.IsIntLike(items[1]) {
		return rt.Value{}, rt.TypeErrorf("second item of state must be an integer, not %s", items[1].Type().Name)
	}
	pos, err := rt.AsSsize(t, items[1], rt.OverflowError)
	if err != nil {
		return rt.Value{}, err
	}
	if pos < 0 {
		return rt.Value{}, rt.ValueErrorf("position value cannot be negative")
	}
	rt.As[BytesIO](a[0]).pos = pos
	if items[2].IsNone() {
		return rt.None, nil
	}
	return rt.None, dictUpdate(t, a[0], items[2])
}

func init() {
	rt.Define(&bytesBufferType, rt.TypeSpec{Name: "_io._BytesIOBuffer", Size: rt.SizeOf[bytesBuffer](), Flags: rt.FlagDisallowNew,
		Slots: rt.Slots{Buffer: lendBuffer}})
	rt.Define(&bytesIOType, rt.TypeSpec{Name: "_io.BytesIO", Base: &bufferedBaseType, Size: rt.SizeOf[BytesIO](), Flags: rt.FlagBase,
		Doc:  "Buffered I/O implementation using an in-memory bytes buffer.",
		New:  rt.Method{Sig: "*args, **kwargs", Fn: bytesIONew},
		Init: rt.Method{Sig: "initial_bytes=b''", Fn: bytesIOInit},
		Slots: rt.Slots{Next: bytesIONext, Iter: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
			return v, rt.As[BytesIO](v).check()
		}},
		Methods: []rt.Method{
			{Name: "write", Sig: "b, /", Fn: bytesIOWrite},
			{Name: "read", Sig: "size=-1, /", Fn: bytesIOMethod((*BytesIO).take)},
			{Name: "read1", Sig: "size=-1, /", Fn: bytesIOMethod((*BytesIO).take)},
			{Name: "readline", Sig: "size=-1, /", Fn: bytesIOMethod((*BytesIO).readLine)},
			{Name: "readlines", Sig: "size=None, /", Fn: bytesIOReadlines},
			{Name: "readinto", Sig: "buffer, /", Fn: bytesIOReadinto},
			{Name: "seek", Sig: "pos, whence=0, /", Fn: bytesIOSeek},
			{Name: "tell", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				b := rt.As[BytesIO](a[0])
				return rt.Int(int64(b.pos)), b.check()
			}},
			{Name: "truncate", Sig: "size=None, /", Fn: bytesIOTruncate},
			{Name: "getvalue", Fn: bytesIOGetvalue},
			{Name: "getbuffer", Fn: bytesIOGetbuffer},
			{Name: "close", Fn: bytesIOClose},
			{Name: "flush", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.None, rt.As[BytesIO](a[0]).check() }},
			{Name: "isatty", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.False, rt.As[BytesIO](a[0]).check() }},
			{Name: "readable", Fn: bytesIOTrue},
			{Name: "writable", Fn: bytesIOTrue},
			{Name: "seekable", Fn: bytesIOTrue},
			{Name: "__getstate__", Fn: bytesIOGetstate},
			{Name: "__setstate__", Sig: "state, /", Fn: bytesIOSetstate},
		}})
}
