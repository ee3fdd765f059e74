package io

import (
	"bytes"

	rt "github.com/minipy/minipy/runtime"
)

// The Python methods of the buffered classes; what they do is in buffered.go.

func bytesOrNone(data []byte, none bool, err error) (rt.Value, error) {
	if err != nil {
		return rt.Value{}, err
	}
	if none {
		return rt.None, nil
	}
	return newBytes(data), nil
}

func bufRead(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[Buffered](a[0])
	n, err := sizeArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if err := b.initialized(); err != nil {
		return rt.Value{}, err
	}
	if n < -1 {
		return rt.Value{}, rt.ValueErrorf("read length must be non-negative or -1")
	}
	if n >= 0 && b.idle() && len(b.wbuf) == 0 {
		if have := b.unread(); n <= len(have) {
			b.rpos += n
			return rt.NewBytes(have[:n]), nil
		}
	}
	if err := b.begin(t, "read of closed file"); err != nil {
		return rt.Value{}, err
	}
	defer b.lk.release()
	if n < 0 {
		return bytesOrNone(b.readAll(t))
	}
	return bytesOrNone(b.read(t, n))
}

func bufRead1(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[Buffered](a[0])
	n, err := sizeArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if err := b.begin(t, "read of closed file"); err != nil {
		return rt.Value{}, err
	}
	defer b.lk.release()
	data, err := b.read1(t, n)
	return bytesOrNone(data, false, err)
}

func bufPeek(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[Buffered](a[0])
	if err := b.begin(t, "peek of closed file"); err != nil {
		return rt.Value{}, err
	}
	defer b.lk.release()
	if b.writer {
		if err := b.flush(t); err != nil {
			return rt.Value{}, err
		}
	}
	if len(b.unread()) == 0 {
		if _, _, err := b.fill(t); err != nil {
			return rt.Value{}, err
		}
	}
	return rt.NewBytes(b.unread()), nil
}

func bufReadinto(once bool) rt.NativeFn {
	name := "readinto"
	if once {
		name = "readinto1"
	}
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		b := rt.As[Buffered](a[0])
		buf, err := writableBuffer(t, a[1], name)
		if err != nil {
			return rt.Value{}, err
		}
		defer buf.Release()
		if err := b.begin(t, "readinto of closed file"); err != nil {
			return rt.Value{}, err
		}
		defer b.lk.release()
		n, none, err := b.readInto(t, buf.Bytes, once)
		if err != nil {
			return rt.Value{}, err
		}
		if none {
			return rt.None, nil
		}
		return rt.Int(int64(n)), nil
	}
}

func bufReadline(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[Buffered](a[0])
	n, err := sizeArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if n < 0 && b.idle() && len(b.wbuf) == 0 {
		if i := bytes.IndexByte(b.unread(), '\n'); i >= 0 {
			line := b.rbuf[b.rpos : b.rpos+i+1]
			b.rpos += i + 1
			return rt.NewBytes(line), nil
		}
	}
	if err := b.begin(t, "readline of closed file"); err != nil {
		return rt.Value{}, err
	}
	defer b.lk.release()
	line, err := b.readLine(t, n)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.NewBytes(line), nil
}

func bufNext(t *rt.Thread, v rt.Value) (rt.Value, error) {
	if v.Type().Has(rt.FlagHeap) {
		return baseNext(t, v)
	}
	b := rt.As[Buffered](v)
	if b.idle() && len(b.wbuf) == 0 {
		if i := bytes.IndexByte(b.unread(), '\n'); i >= 0 {
			line := b.rbuf[b.rpos : b.rpos+i+1]
			b.rpos += i + 1
			return rt.NewBytes(line), nil
		}
	}
	if err := b.begin(t, "readline of closed file"); err != nil {
		return rt.Value{}, err
	}
	defer b.lk.release()
	line, err := b.readLine(t, -1)
	if err != nil || len(line) == 0 {
		return rt.Value{}, err
	}
	return rt.NewBytes(line), nil
}

func bufIter(t *rt.Thread, v rt.Value) (rt.Value, error) {
	if !v.Type().Has(rt.FlagHeap) {
		closed, err := rt.As[Buffered](v).isClosed(t)
		if err == nil && closed {
			err = closedErr()
		}
		return v, err
	}
	return baseIter(t, v)
}

func bufWrite(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[Buffered](a[0])
	if err := b.initialized(); err != nil {
		return rt.Value{}, err
	}
	if s, ok := rt.AsBytes(a[1]); ok && b.idle() && len(b.unread()) == 0 && b.wbuf != nil {
		if text := s.String(); len(text) <= b.size-len(b.wbuf) {
			b.wbuf = append(b.wbuf, text...)
			t.VM.Unflushed = true
			return rt.Int(int64(len(text))), nil
		}
	}
	buf, err := rt.GetBuffer(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	defer buf.Release()
	if err := b.begin(t, "write to closed file"); err != nil {
		return rt.Value{}, err
	}
	defer b.lk.release()
	if err := b.write(t, buf.Bytes); err != nil {
		return rt.Value{}, err
	}
	return rt.Int(int64(len(buf.Bytes))), nil
}

func bufFlush(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[Buffered](a[0])
	if err := b.begin(t, "flush of closed file"); err != nil {
		return rt.Value{}, err
	}
	defer b.lk.release()
	return rt.None, b.flush(t)
}

// bufSimpleFlush is a reader's flush: the raw file's.
func bufSimpleFlush(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[Buffered](a[0])
	if err := b.initialized(); err != nil {
		return rt.Value{}, err
	}
	return method(t, b.raw, strFlush)
}

func bufSeek(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[Buffered](a[0])
	if err := b.initialized(); err != nil {
		return rt.Value{}, err
	}
	whence, err := whenceArg(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	if whence < 0 || whence > 2 {
		return rt.Value{}, rt.ValueErrorf("whence value %d unsupported", whence)
	}
	if closed, err := b.isClosed(t); err != nil {
		return rt.Value{}, err
	} else if closed {
		return rt.Value{}, rt.ValueErrorf("seek of closed file")
	}
	if err := b.mustSeek(t); err != nil {
		return rt.Value{}, err
	}
	off, err := offsetArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if err := b.begin(t, "seek of closed file"); err != nil {
		return rt.Value{}, err
	}
	defer b.lk.release()
	pos, err := b.seek(t, off, whence)
	return rt.Int(pos), err
}

func (b *Buffered) mustSeek(t *rt.Thread) error {
	if b.file != nil {
		if !b.file.isSeekable(t) {
			return unsupported("File or stream is not seekable.")
		}
		return nil
	}
	return rawMust(t, b.raw, strSeekable, "File or stream is not seekable.")
}

func bufTell(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[Buffered](a[0])
	if err := b.initialized(); err != nil {
		return rt.Value{}, err
	}
	pos, err := b.tell(t)
	return rt.Int(pos), err
}

func bufTruncate(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[Buffered](a[0])
	if err := b.initialized(); err != nil {
		return rt.Value{}, err
	}
	if closed, err := b.isClosed(t); err != nil {
		return rt.Value{}, err
	} else if closed {
		return rt.Value{}, rt.ValueErrorf("truncate of closed file")
	}
	if !b.writer {
		return rt.Value{}, unsupported("truncate")
	}
	if err := b.begin(t, "truncate of closed file"); err != nil {
		return rt.Value{}, err
	}
	defer b.lk.release()
	if err := b.flush(t); err != nil {
		return rt.Value{}, err
	}
	return method(t, b.raw, strTruncate, a[1])
}

// bufClose flushes and closes the raw file; of two errors the first is the second's context.
func bufClose(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[Buffered](a[0])
	if err := b.initialized(); err != nil {
		return rt.Value{}, err
	}
	if closed, err := b.isClosed(t); err != nil || closed {
		return rt.None, err
	}
	_, ferr := method(t, a[0], strFlush)
	_, cerr := method(t, b.raw, strClose)
	b.rbuf, b.rpos, b.wbuf = nil, 0, nil
	b.Base.closed = true
	return rt.None, chain(ferr, cerr)
}

// chain is the error of two steps that were both taken.
func chain(first, second error) error {
	if second == nil {
		return first
	}
	if first != nil {
		if e, ok := second.(*rt.Exception); ok && e.Context.IsUnset() {
			if f := rt.ToException(first); f != e {
				e.Context = f.Value()
			}
		}
	}
	return second
}

func bufDetach(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[Buffered](a[0])
	if err := b.initialized(); err != nil {
		return rt.Value{}, err
	}
	if _, err := method(t, a[0], strFlush); err != nil {
		return rt.Value{}, err
	}
	raw := b.raw
	b.raw, b.file, b.ok, b.detached = rt.Value{}, nil, false, true
	return raw, nil
}

// bufDelegate passes a method on to the raw file.
func bufDelegate(name *rt.Str) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		b := rt.As[Buffered](a[0])
		if err := b.initialized(); err != nil {
			return rt.Value{}, err
		}
		return method(t, b.raw, name)
	}
}

func bufAttr(name *rt.Str) rt.UnaryFn {
	return func(t *rt.Thread, v rt.Value) (rt.Value, error) {
		b := rt.As[Buffered](v)
		if err := b.initialized(); err != nil {
			return rt.Value{}, err
		}
		return rt.GetAttr(t, b.raw, name)
	}
}

func bufRepr(t *rt.Thread, v rt.Value) (rt.Value, error) {
	cls := v.Type().Name
	name, ok, err := rt.LookupAttr(t, v, strName)
	if err != nil && !rt.IsError(err, rt.ValueError) {
		return rt.Value{}, err
	}
	if err != nil || !ok {
		return rt.NewStr("<" + cls + ">"), nil
	}
	s, err := reprGuarded(t, v, name)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.NewStr("<" + cls + " name=" + s + ">"), nil
}

func bufferedMethods(reader, writer bool) []rt.Method {
	rows := append(noPickle[:2:2], []rt.Method{
		{Name: "detach", Fn: bufDetach},
		{Name: "close", Fn: bufClose},
		{Name: "seekable", Fn: bufDelegate(strSeekable)},
		{Name: "fileno", Fn: bufDelegate(strFileno)},
		{Name: "isatty", Fn: bufDelegate(strIsatty)},
		{Name: "seek", Sig: "target, whence=0, /", Fn: bufSeek},
		{Name: "tell", Fn: bufTell},
		{Name: "truncate", Sig: "pos=None, /", Fn: bufTruncate},
	}...)
	if reader {
		rows = append(rows,
			rt.Method{Name: "read", Sig: "size=-1, /", Fn: bufRead},
			rt.Method{Name: "read1", Sig: "size=-1, /", Fn: bufRead1},
			rt.Method{Name: "peek", Sig: "size=0, /", Fn: bufPeek},
			rt.Method{Name: "readinto", Sig: "buffer, /", Fn: bufReadinto(false)},
			rt.Method{Name: "readinto1", Sig: "buffer, /", Fn: bufReadinto(true)},
			rt.Method{Name: "readline", Sig: "size=-1, /", Fn: bufReadline},
			rt.Method{Name: "readable", Fn: bufDelegate(strReadable)})
	}
	if writer {
		rows = append(rows,
			rt.Method{Name: "write", Sig: "buffer, /", Fn: bufWrite},
			rt.Method{Name: "flush", Fn: bufFlush},
			rt.Method{Name: "writable", Fn: bufDelegate(strWritable)})
	} else {
		rows = append(rows, rt.Method{Name: "flush", Fn: bufSimpleFlush})
	}
	return rows
}

var bufferedGetSets = []rt.GetSet{
	{Name: "closed", Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
		closed, err := rt.As[Buffered](v).isClosed(t)
		return rt.Bool(closed), err
	}},
	{Name: "name", Get: bufAttr(strName)},
	{Name: "mode", Get: bufAttr(strMode)},
	{Name: "raw", Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
		b := rt.As[Buffered](v)
		return b.raw, b.initialized()
	}},
}

func defineBuffered(typ *rt.Type, name, doc string, reader, writer bool) {
	slots := rt.Slots{Repr: bufRepr}
	if reader {
		slots.Iter, slots.Next = bufIter, bufNext
	}
	rt.Define(typ, rt.TypeSpec{Name: "_io." + name, Base: &bufferedBaseType, Size: rt.SizeOf[Buffered](), Flags: rt.FlagBase, Doc: doc,
		New:     rt.Method{Sig: "*args, **kwargs", Fn: bufferedNew},
		Init:    rt.Method{Sig: "raw, buffer_size=8192", Fn: bufferedInit(reader, writer)},
		Slots:   slots,
		Methods: bufferedMethods(reader, writer),
		GetSets: bufferedGetSets})
}

func init() {
	defineBuffered(&readerType, "BufferedReader", "Create a new buffered reader using the given readable raw IO object.", true, false)
	defineBuffered(&writerType, "BufferedWriter", "A buffer for a writeable sequential RawIO object.", false, true)
	defineBuffered(&randomType, "BufferedRandom", "A buffered interface to random access streams.", true, true)
}
