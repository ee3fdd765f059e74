package io

import (
	"bytes"
	"syscall"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

// # Buffered files
//
// A Buffered stands before a raw file. rbuf[rpos:] is what was read from it
// and not yet handed out; wbuf is what was written and not yet passed on. At
// most one of the two is not empty. The raw file's position is that of
// rbuf's end, or of wbuf's beginning.
//
// The raw file is used through its methods, unless it is exactly a FileIO:
// then file is set and the descriptor is used at once.

// A Buffered is a BufferedReader, BufferedWriter or BufferedRandom, by its class.
type Buffered struct {
	Base
	raw      rt.Value
	file     *FileIO
	lk       lock
	rbuf     []byte
	rpos     int
	wbuf     []byte
	size     int
	ok       bool
	detached bool
	reader   bool
	writer   bool
	closing  bool
}

var readerType, writerType, randomType rt.Type

func bufferedNew(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	cls, _ := rt.AsType(a[0])
	return rt.Alloc[Buffered](cls).Value(), nil
}

// bufferedInit is __init__(raw, buffer_size=8192).
func bufferedInit(reader, writer bool) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		b := rt.As[Buffered](a[0])
		b.ok, b.detached = false, false
		if reader && writer {
			if err := rawMust(t, a[1], strSeekable, "File or stream is not seekable."); err != nil {
				return rt.Value{}, err
			}
		}
		if reader {
			if err := rawMust(t, a[1], strReadable, "File or stream is not readable."); err != nil {
				return rt.Value{}, err
			}
		}
		if writer {
			if err := rawMust(t, a[1], strWritable, "File or stream is not writable."); err != nil {
				return rt.Value{}, err
			}
		}
		size, err := rt.AsSsize(t, a[2], rt.OverflowError)
		if err != nil {
			return rt.Value{}, err
		}
		if size <= 0 {
			return rt.Value{}, rt.ValueErrorf("buffer size must be strictly positive")
		}
		if tooBig(size) {
			return rt.Value{}, rt.MemoryErr()
		}
		b.setup(t, a[1], size, reader, writer)
		return rt.None, nil
	}
}

func (b *Buffered) setup(t *rt.Thread, raw rt.Value, size int, reader, writer bool) {
	b.raw, b.size, b.reader, b.writer = raw, size, reader, writer
	b.file = nil
	if raw.IsExactly(&fileIOType) {
		b.file = rt.As[FileIO](raw)
	}
	b.rbuf, b.rpos, b.wbuf = nil, 0, nil
	b.ok, b.detached = true, false
	if writer {
		trackBuffered(t, b)
	}
}

func rawMust(t *rt.Thread, raw rt.Value, name *rt.Str, msg string) error {
	r, err := method(t, raw, name)
	if err != nil {
		return err
	}
	if !r.IsTrue() {
		return unsupported(msg)
	}
	return nil
}

// initialized says whether there is a raw file to work with.
func (b *Buffered) initialized() error {
	if b.ok {
		return nil
	}
	if b.detached {
		return rt.ValueErrorf("raw stream has been detached")
	}
	return rt.ValueErrorf("I/O operation on uninitialized object")
}

func (b *Buffered) isClosed(t *rt.Thread) (bool, error) {
	if b.file != nil {
		return b.file.fd < 0, nil
	}
	if err := b.initialized(); err != nil {
		return false, err
	}
	return isClosed(t, b.raw)
}

// begin starts an operation: initialised, open, locked. msg is what a closed file says.
func (b *Buffered) begin(t *rt.Thread, msg string) error {
	if !b.ok {
		return b.initialized()
	}
	if b.file == nil {
		if closed, err := isClosed(t, b.raw); err != nil {
			return err
		} else if closed {
			return rt.ValueErrorf("%s", msg)
		}
	} else if b.file.fd < 0 {
		return rt.ValueErrorf("%s", msg)
	}
	return b.lk.acquire(t, b.Value())
}

// idle says that b stands on an open file of ours and that no thread is at
// work on it: then what needs no system call needs no lock either, as the GIL
// is held throughout.
func (b *Buffered) idle() bool {
	return b.ok && b.file != nil && b.file.fd >= 0 && b.lk.owner == nil
}

// unread is what has been read ahead.
func (b *Buffered) unread() []byte { return b.rbuf[b.rpos:] }

// rawRead reads once from the raw file into p. none: nothing there yet.
func (b *Buffered) rawRead(t *rt.Thread, p []byte) (n int, none bool, err error) {
	if b.file != nil {
		return b.file.read(t, p)
	}
	arr := rt.NewBytearray(make([]byte, len(p)))
	view, err := memoryView(t, arr.Value())
	if err != nil {
		return 0, false, err
	}
	r, err := method(t, b.raw, strReadInto, view)
	if err != nil {
		return 0, false, err
	}
	if r.IsNone() {
		return 0, true, nil
	}
	n, err = rt.AsSsize(t, r, rt.ValueError)
	if err != nil {
		e := rt.Errorf(rt.OSError, "raw readinto() failed")
		e.Cause, e.Context, e.Suppress = rt.ToException(err).Value(), rt.ToException(err).Value(), true
		return 0, false, e
	}
	if n < 0 || n > len(p) {
		return 0, false, rt.Errorf(rt.OSError, "raw readinto() returned invalid length %d (should have been between 0 and %d)", n, len(p))
	}
	copy(p, arr.Bytes()[:min(n, len(arr.Bytes()))])
	return n, false, nil
}

// memoryView is memoryview(v) where there is one, else v itself.
func memoryView(t *rt.Thread, v rt.Value) (rt.Value, error) {
	if mv, ok := t.VM.Builtins.Lookup("memoryview"); ok {
		return rt.Call(t, mv, v)
	}
	return v, nil
}

// rawWrite writes once to the raw file.
func (b *Buffered) rawWrite(t *rt.Thread, p []byte) (n int, none bool, err error) {
	if b.file != nil {
		return b.file.write(t, p)
	}
	view, err := memoryView(t, rt.NewBytes(p))
	if err != nil {
		return 0, false, err
	}
	r, err := method(t, b.raw, strWrite, view)
	if err != nil {
		return 0, false, err
	}
	if r.IsNone() {
		return 0, true, nil
	}
	n, err = rt.AsSsize(t, r, rt.ValueError)
	if err != nil {
		return 0, false, err
	}
	if n < 0 || n > len(p) {
		return 0, false, rt.Errorf(rt.OSError, "raw write() returned invalid length %d (should have been between 0 and %d)", n, len(p))
	}
	return n, false, nil
}

// rawSeek moves the raw file.
func (b *Buffered) rawSeek(t *rt.Thread, off int64, whence int) (int64, error) {
	if b.file != nil {
		if err := b.file.check(); err != nil {
			return 0, err
		}
		return b.file.seek(t, off, whence)
	}
	r, err := method(t, b.raw, strSeek, rt.Int(off), rt.Int(int64(whence)))
	if err != nil {
		return 0, err
	}
	return rawPos(t, r, "seek")
}

func (b *Buffered) rawTell(t *rt.Thread) (int64, error) {
	if b.file != nil {
		return b.rawSeek(t, 0, osutil.SeekCur)
	}
	r, err := method(t, b.raw, strTell)
	if err != nil {
		return 0, err
	}
	return rawPos(t, r, "tell")
}

func rawPos(t *rt.Thread, r rt.Value, what string) (int64, error) {
	pos, err := offsetArg(t, r)
	if err != nil {
		return 0, err
	}
	if pos < 0 {
		return 0, rt.Errorf(rt.OSError, "Raw stream returned invalid position %d", pos)
	}
	return pos, nil
}

// fill reads ahead once; rbuf must be used up.
func (b *Buffered) fill(t *rt.Thread) (n int, none bool, err error) {
	if cap(b.rbuf) < b.size {
		b.rbuf = make([]byte, b.size)
	}
	b.rbuf, b.rpos = b.rbuf[:b.size], b.size
	n, none, err = b.rawRead(t, b.rbuf)
	if err != nil || none {
		n = 0
	}
	b.rbuf, b.rpos = b.rbuf[:n], 0
	return n, none, err
}

// flushWrites passes everything on to the raw file. What could not be written stays.
func (b *Buffered) flushWrites(t *rt.Thread) error {
	done := 0
	defer func() {
		if done > 0 {
			b.wbuf = b.wbuf[:copy(b.wbuf, b.wbuf[done:])]
		}
	}()
	for done < len(b.wbuf) {
		n, none, err := b.rawWrite(t, b.wbuf[done:])
		done += n
		if err != nil {
			return err
		}
		if none {
			return blockingErr(0)
		}
	}
	return nil
}

// blockingErr is BlockingIOError of a raw file that took nothing; n characters were written.
func blockingErr(n int) error {
	return rt.NewException(rt.BlockingIOError, rt.Int(int64(syscall.EAGAIN)),
		rt.NewStr("write could not complete without blocking"), rt.Int(int64(n)))
}

// dropReads forgets what was read ahead and moves the raw file back to where the caller is.
func (b *Buffered) dropReads(t *rt.Thread) error {
	n := len(b.unread())
	b.rbuf, b.rpos = b.rbuf[:0], 0
	if n == 0 {
		return nil
	}
	_, err := b.rawSeek(t, int64(-n), osutil.SeekCur)
	return err
}

// read gives n bytes, or fewer at the end; none: nothing there yet.
func (b *Buffered) read(t *rt.Thread, n int) (data []byte, none bool, err error) {
	if err := b.flushWrites(t); err != nil {
		return nil, false, err
	}
	if have := b.unread(); n <= len(have) {
		b.rpos += n
		return bytes.Clone(have[:n]), false, nil
	}
	if tooBig(n) {
		return nil, false, rt.MemoryErr()
	}
	data = make([]byte, n)
	got := copy(data, b.unread())
	b.rbuf, b.rpos = b.rbuf[:0], 0
	for got < n {
		if n-got >= b.size {
			want := n - got
			want -= want % b.size
			k, none, err := b.rawRead(t, data[got:got+want])
			if err != nil {
				return nil, false, err
			}
			if k == 0 || none {
				return data[:got], none && got == 0, nil
			}
			got += k
			continue
		}
		k, none, err := b.fill(t)
		if err != nil {
			return nil, false, err
		}
		if k == 0 {
			return data[:got], none && got == 0, nil
		}
		k = copy(data[got:], b.rbuf)
		b.rpos = k
		got += k
	}
	return data, false, nil
}

// readAll gives everything to the end.
func (b *Buffered) readAll(t *rt.Thread) (data []byte, none bool, err error) {
	if err := b.flushWrites(t); err != nil {
		return nil, false, err
	}
	have := b.unread()
	b.rbuf, b.rpos = nil, 0
	if b.file != nil {
		return b.file.readAll(t, have)
	}
	readall, ok, err := rt.LookupAttr(t, b.raw, strReadAll)
	if err != nil {
		return nil, false, err
	}
	if ok {
		r, err := rt.Call(t, readall)
		if err != nil {
			return nil, false, err
		}
		if r.IsNone() {
			return have, len(have) == 0, nil
		}
		s, isBytes := rt.AsBytes(r)
		if !isBytes {
			return nil, false, rt.TypeErrorf("readall() should return bytes")
		}
		return append(bytes.Clone(have), s.String()...), false, nil
	}
	data = bytes.Clone(have)
	for {
		r, err := method(t, b.raw, strRead)
		if err != nil {
			return nil, false, err
		}
		s, isBytes := rt.AsBytes(r)
		if !isBytes && !r.IsNone() {
			return nil, false, rt.TypeErrorf("read() should return bytes")
		}
		if r.IsNone() || s.String() == "" {
			return data, r.IsNone() && len(data) == 0, nil
		}
		if data, err = rt.Append(t, data, s.String()); err != nil {
			return nil, false, err
		}
	}
}

// read1 gives up to n bytes (size if negative) with at most one read of the raw file.
func (b *Buffered) read1(t *rt.Thread, n int) ([]byte, error) {
	if n < 0 {
		n = b.size
	}
	if err := b.flushWrites(t); err != nil {
		return nil, err
	}
	if have := b.unread(); len(have) > 0 {
		n = min(n, len(have))
		b.rpos += n
		return bytes.Clone(have[:n]), nil
	}
	if n == 0 {
		return nil, nil
	}
	if tooBig(n) {
		return nil, rt.MemoryErr()
	}
	b.rbuf, b.rpos = b.rbuf[:0], 0
	data := make([]byte, n)
	k, _, err := b.rawRead(t, data)
	return data[:k], err
}

// readInto fills p; once: with at most one read of the raw file.
func (b *Buffered) readInto(t *rt.Thread, p []byte, once bool) (n int, none bool, err error) {
	if err := b.flushWrites(t); err != nil {
		return 0, false, err
	}
	n = copy(p, b.unread())
	b.rpos += n
	if n == len(p) || once && n > 0 {
		return n, false, nil
	}
	b.rbuf, b.rpos = b.rbuf[:0], 0
	for n < len(p) {
		var k int
		if len(p)-n >= b.size {
			k, none, err = b.rawRead(t, p[n:])
		} else if k, none, err = b.fill(t); err == nil && k > 0 {
			k = copy(p[n:], b.rbuf)
			b.rpos = k
		}
		if err != nil {
			return n, false, err
		}
		if k == 0 {
			return n, none && n == 0, nil
		}
		n += k
		if once {
			break
		}
	}
	return n, false, nil
}

// readLine gives a line with its end, of at most limit bytes (negative: any).
// The result is valid until the next operation.
func (b *Buffered) readLine(t *rt.Thread, limit int) ([]byte, error) {
	if err := b.flushWrites(t); err != nil {
		return nil, err
	}
	var line []byte
	for {
		var err error
		have := b.unread()
		if limit >= 0 && len(line)+len(have) > limit {
			have = have[:limit-len(line)]
		}
		if i := bytes.IndexByte(have, '\n'); i >= 0 {
			have = have[:i+1]
			b.rpos += i + 1
			if line == nil {
				return have, nil
			}
			return append(line, have...), nil
		}
		b.rpos += len(have)
		if limit >= 0 && len(line)+len(have) == limit {
			return append(line, have...), nil
		}
		if line, err = rt.Append(t, line, have); err != nil {
			return nil, err
		}
		if n, _, err := b.fill(t); err != nil || n == 0 {
			return line, err
		}
	}
}

// write takes all of p, or fails with BlockingIOError.
func (b *Buffered) write(t *rt.Thread, p []byte) error {
	t.VM.Unflushed = true
	if b.reader {
		if err := b.dropReads(t); err != nil {
			return err
		}
	}
	if len(p) <= b.size-len(b.wbuf) {
		if b.wbuf == nil {
			b.wbuf = make([]byte, 0, b.size)
		}
		b.wbuf = append(b.wbuf, p...)
		return nil
	}
	if err := b.flushWrites(t); err != nil {
		return b.writeBlocked(p, err)
	}
	for total := len(p); len(p) > b.size; {
		n, none, err := b.rawWrite(t, p)
		if err != nil {
			return err
		}
		if none {
			b.wbuf = append(b.wbuf, p[:b.size]...)
			return blockingErr(total - len(p) + b.size)
		}
		p = p[n:]
	}
	b.wbuf = append(b.wbuf, p...)
	return nil
}

// writeBlocked keeps as much of p as there is room for after flushing failed.
func (b *Buffered) writeBlocked(p []byte, err error) error {
	if !rt.IsError(err, rt.BlockingIOError) {
		return err
	}
	room := b.size - len(b.wbuf)
	if len(p) <= room {
		b.wbuf = append(b.wbuf, p...)
		return nil
	}
	b.wbuf = append(b.wbuf, p[:room]...)
	return blockingErr(room)
}

// tell is the position the caller is at.
func (b *Buffered) tell(t *rt.Thread) (int64, error) {
	pos, err := b.rawTell(t)
	if err != nil {
		return 0, err
	}
	return pos - int64(len(b.unread())) + int64(len(b.wbuf)), nil
}

// seek moves; within what has been read ahead it costs no move of the raw file.
func (b *Buffered) seek(t *rt.Thread, off int64, whence int) (int64, error) {
	if b.reader && whence != osutil.SeekEnd && len(b.wbuf) == 0 && len(b.rbuf) > 0 {
		cur, err := b.rawTell(t)
		if err != nil {
			return 0, err
		}
		here := cur - int64(len(b.unread()))
		target := off
		if whence == osutil.SeekCur {
			target += here
		}
		if p := int64(b.rpos) + target - here; p >= 0 && p <= int64(len(b.rbuf)) {
			b.rpos = int(p)
			return target, nil
		}
	}
	if err := b.flushWrites(t); err != nil {
		return 0, err
	}
	if whence == osutil.SeekCur {
		off -= int64(len(b.unread()))
	}
	pos, err := b.rawSeek(t, off, whence)
	if err != nil {
		return 0, err
	}
	b.rbuf, b.rpos = b.rbuf[:0], 0
	return pos, nil
}

// flush writes what is pending, and puts the raw file where the caller is.
func (b *Buffered) flush(t *rt.Thread) error {
	if b.writer {
		if err := b.flushWrites(t); err != nil {
			return err
		}
		if b.reader {
			return b.dropReads(t)
		}
	}
	return nil
}
