package io

import (
	"unsafe"

	rt "github.com/minipy/minipy/runtime"
)

// A Base is what every file object begins with: attributes of its own and
// whether close() has been called on it (IOBase's own notion; the classes that
// wrap something else ask that).
type Base struct {
	rt.Object
	attrs  rt.Attrs
	closed bool
}

var (
	iobaseType, rawType, bufferedBaseType, textBaseType rt.Type
	unsupportedType                                     rt.Type

	strClosed   = rt.StaticStr("closed")
	strReadable = rt.StaticStr("readable")
	strWritable = rt.StaticStr("writable")
	strSeekable = rt.StaticStr("seekable")
	strFlush    = rt.StaticStr("flush")
	strClose    = rt.StaticStr("close")
	strRead     = rt.StaticStr("read")
	strRead1    = rt.StaticStr("read1")
	strReadAll  = rt.StaticStr("readall")
	strReadInto = rt.StaticStr("readinto")
	strReadLine = rt.StaticStr("readline")
	strWrite    = rt.StaticStr("write")
	strPeek     = rt.StaticStr("peek")
	strSeek     = rt.StaticStr("seek")
	strTell     = rt.StaticStr("tell")
	strTruncate = rt.StaticStr("truncate")
	strFileno   = rt.StaticStr("fileno")
	strIsatty   = rt.StaticStr("isatty")
	strName     = rt.StaticStr("name")
	strMode     = rt.StaticStr("mode")
	strRaw      = rt.StaticStr("raw")
	strBuffer   = rt.StaticStr("buffer")
)

func unsupported(msg string) error { return rt.NewException(&unsupportedType, rt.NewStr(msg)) }

func closedErr() error { return rt.ValueErrorf("I/O operation on closed file.") }

// method calls v.name(args...).
func method(t *rt.Thread, v rt.Value, name *rt.Str, args ...rt.Value) (rt.Value, error) {
	m, err := rt.GetAttr(t, v, name)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.CallArgs(t, m, args, nil)
}

// truth is bool(v.name()).
func truth(t *rt.Thread, v rt.Value, name *rt.Str) (bool, error) {
	r, err := method(t, v, name)
	if err != nil {
		return false, err
	}
	return rt.IsTrue(t, r)
}

// isClosed is bool(v.closed).
func isClosed(t *rt.Thread, v rt.Value) (bool, error) {
	r, err := rt.GetAttr(t, v, strClosed)
	if err != nil {
		return false, err
	}
	return rt.IsTrue(t, r)
}

func checkClosed(t *rt.Thread, v rt.Value) error {
	closed, err := isClosed(t, v)
	if err == nil && closed {
		err = closedErr()
	}
	return err
}

// sizeArg reads a size argument: None or unset is -1.
func sizeArg(t *rt.Thread, v rt.Value) (int, error) {
	if v.IsUnset() || v.IsNone() {
		return -1, nil
	}
	if v.IsInt() {
		return int(v.AsInt64()), nil
	}
	if v.Type().Slots.Index == nil {
		return 0, rt.TypeErrorf("argument should be integer or None, not '%s'", v.Type().Name)
	}
	return rt.AsSsize(t, v, rt.OverflowError)
}

// tooBig guards the size of a buffer a caller asks for.
func tooBig(n int) bool { return n > 1<<34 }

func baseNew(layout *rt.Type) func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		cls, _ := rt.AsType(a[0])
		return rt.Alloc[Base](cls).Value(), nil
	}
}

func unsupportedMethod(name string) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.Value{}, unsupported(name) }
}

func baseTell(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return method(t, a[0], strSeek, rt.Int(0), rt.Int(1))
}

func baseFlush(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	if rt.As[Base](a[0]).closed {
		return rt.Value{}, closedErr()
	}
	return rt.None, nil
}

func baseClose(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b := rt.As[Base](a[0])
	if b.closed {
		return rt.None, nil
	}
	_, err := method(t, a[0], strFlush)
	b.closed = true
	return rt.None, err
}

func baseCheck(name *rt.Str, msg string) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		r, err := method(t, a[0], name)
		if err != nil {
			return rt.Value{}, err
		}
		if !r.IsTrue() {
			return rt.Value{}, unsupported(msg)
		}
		return rt.True, nil
	}
}

func baseFalse(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.False, nil }

func baseIsatty(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return rt.False, checkClosed(t, a[0])
}

func baseEnter(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return a[0], checkClosed(t, a[0])
}

func baseExit(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return method(t, a[0], strClose)
}

// baseDel is __del__: an object found unreachable is closed; what goes wrong is lost.
func baseDel(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	closed, err := isClosed(t, a[0])
	if err == nil && !closed {
		_, err = method(t, a[0], strClose)
	}
	if err != nil {
		if _, ok := err.(*rt.Exception); !ok {
			return rt.Value{}, err
		}
	}
	return rt.None, nil
}

// baseReadline reads a line through read(), and peek() where there is one.
func baseReadline(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	limit, err := sizeArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	peek, hasPeek, err := rt.LookupAttr(t, a[0], strPeek)
	if err != nil {
		return rt.Value{}, err
	}
	var line []byte
	for limit < 0 || len(line) < limit {
		want := 1
		if hasPeek {
			r, err := rt.Call(t, peek, rt.Int(1))
			if err != nil {
				return rt.Value{}, err
			}
			p, ok := rt.AsBytes(r)
			if !ok {
				return rt.Value{}, rt.Errorf(rt.OSError, "peek() should have returned a bytes object, not '%s'", r.Type().Name)
			}
			s := p.String()
			for i := 0; i < len(s) && (limit < 0 || i < limit-len(line)); i++ {
				want = i + 1
				if s[i] == '\n' {
					break
				}
			}
		}
		r, err := method(t, a[0], strRead, rt.Int(int64(want)))
		if err != nil {
			return rt.Value{}, err
		}
		b, ok := rt.AsBytes(r)
		if !ok {
			return rt.Value{}, rt.Errorf(rt.OSError, "read() should have returned a bytes object, not '%s'", r.Type().Name)
		}
		s := b.String()
		if s == "" {
			break
		}
		if line, err = rt.Append(t, line, s); err != nil {
			return rt.Value{}, err
		}
		if line[len(line)-1] == '\n' {
			break
		}
	}
	return rt.NewBytes(line), nil
}

func baseIter(t *rt.Thread, v rt.Value) (rt.Value, error) { return v, checkClosed(t, v) }

func baseNext(t *rt.Thread, v rt.Value) (rt.Value, error) {
	line, err := method(t, v, strReadLine)
	if err != nil {
		return rt.Value{}, err
	}
	n, err := rt.Len(t, line)
	if err != nil || n <= 0 {
		return rt.Value{}, err
	}
	return line, nil
}

func baseReadlines(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	hint, err := sizeArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	out := rt.NewList(nil)
	it, err := rt.Iter(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	for total := 0; ; {
		line, err := rt.Next(t, it)
		if err != nil {
			return rt.Value{}, err
		}
		if line.IsUnset() {
			return out.Value(), nil
		}
		if err := t.Tick(); err != nil {
			return rt.Value{}, err
		}
		if err := out.Add(t, line); err != nil {
			return rt.Value{}, err
		}
		if hint > 0 {
			n, err := rt.Len(t, line)
			if err != nil {
				return rt.Value{}, err
			}
			if total += n; total > hint {
				return out.Value(), nil
			}
		}
	}
}

func baseWritelines(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	if err := checkClosed(t, a[0]); err != nil {
		return rt.Value{}, err
	}
	it, err := rt.Iter(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	for {
		line, err := rt.Next(t, it)
		if err != nil {
			return rt.Value{}, err
		}
		if line.IsUnset() {
			return rt.None, nil
		}
		if _, err := method(t, a[0], strWrite, line); err != nil {
			return rt.Value{}, err
		}
	}
}

func rawRead(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := sizeArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if n < 0 {
		return method(t, a[0], strReadAll)
	}
	if tooBig(n) {
		return rt.Value{}, rt.MemoryErr()
	}
	buf := rt.NewBytearray(make([]byte, n))
	r, err := method(t, a[0], strReadInto, buf.Value())
	if err != nil || r.IsNone() {
		return r, err
	}
	got, err := rt.AsSsize(t, r, rt.ValueError)
	if err != nil {
		return rt.Value{}, err
	}
	b := buf.Bytes()
	if got < 0 || got > len(b) {
		return rt.Value{}, rt.ValueErrorf("readinto returned %d outside buffer size %d", got, len(b))
	}
	return rt.NewBytes(b[:got]), nil
}

func rawReadall(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	var out []byte
	for {
		r, err := method(t, a[0], strRead, rt.Int(bufferSize))
		if err != nil {
			return rt.Value{}, err
		}
		if r.IsNone() {
			if out == nil {
				return r, nil
			}
			break
		}
		b, ok := rt.AsBytes(r)
		if !ok {
			return rt.Value{}, rt.TypeErrorf("read() should return bytes")
		}
		if b.String() == "" {
			break
		}
		if out, err = rt.Append(t, out, b.String()); err != nil {
			return rt.Value{}, err
		}
	}
	return rt.NewBytes(out), nil
}

func notImplemented(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return rt.Value{}, rt.NewException(rt.NotImplementedError)
}

// noPickle are the methods by which copy and pickle ask: open files cannot be copied.
var noPickle = []rt.Method{
	{Name: "__reduce__", Sig: "*args", Fn: cannotPickle},
	{Name: "__reduce_ex__", Sig: "*args", Fn: cannotPickle},
}

func cannotPickle(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return rt.Value{}, rt.TypeErrorf("cannot pickle '%s' object", a[0].Type().Name)
}

// bufferedReadinto fills a buffer through read() or read1().
func bufferedReadinto(name *rt.Str) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		buf, err := writableBuffer(t, a[1], name.String()+"into")
		if err != nil {
			return rt.Value{}, err
		}
		defer buf.Release()
		r, err := method(t, a[0], name, rt.Int(int64(len(buf.Bytes))))
		if err != nil {
			return rt.Value{}, err
		}
		b, ok := rt.AsBytes(r)
		if !ok {
			return rt.Value{}, rt.TypeErrorf("read() should return bytes")
		}
		if len(b.String()) > len(buf.Bytes) {
			return rt.Value{}, rt.ValueErrorf("read() returned too much data: %d bytes requested, %d returned", len(buf.Bytes), len(b.String()))
		}
		return rt.Int(int64(copy(buf.Bytes, b.String()))), nil
	}
}

// writableBuffer gives the memory to read into.
func writableBuffer(t *rt.Thread, v rt.Value, fn string) (*rt.Buffer, error) {
	if v.Type().Slots.Buffer == nil {
		return nil, rt.TypeErrorf("%s() argument must be read-write bytes-like object, not %s", fn, typeName(v))
	}
	buf, err := rt.GetBuffer(t, v)
	if err != nil {
		return nil, err
	}
	if buf.ReadOnly {
		buf.Release()
		return nil, rt.TypeErrorf("%s() argument must be read-write bytes-like object, not %s", fn, typeName(v))
	}
	return buf, nil
}

// typeName is how argument messages name a value's class.
func typeName(v rt.Value) string {
	if v.IsNone() {
		return "None"
	}
	return v.Type().Name
}

var baseMethods = []rt.Method{
	{Name: "seek", Sig: "*args", Fn: unsupportedMethod("seek")},
	{Name: "tell", Fn: baseTell, Doc: "Return current stream position."},
	{Name: "truncate", Sig: "*args", Fn: unsupportedMethod("truncate")},
	{Name: "flush", Fn: baseFlush},
	{Name: "close", Fn: baseClose},
	{Name: "seekable", Fn: baseFalse},
	{Name: "readable", Fn: baseFalse},
	{Name: "writable", Fn: baseFalse},
	{Name: "_checkClosed", Sig: "*args", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.None, checkClosed(t, a[0]) }},
	{Name: "_checkSeekable", Sig: "*args", Fn: baseCheck(strSeekable, "File or stream is not seekable.")},
	{Name: "_checkReadable", Sig: "*args", Fn: baseCheck(strReadable, "File or stream is not readable.")},
	{Name: "_checkWritable", Sig: "*args", Fn: baseCheck(strWritable, "File or stream is not writable.")},
	{Name: "fileno", Sig: "*args", Fn: unsupportedMethod("fileno")},
	{Name: "isatty", Fn: baseIsatty},
	{Name: "__enter__", Fn: baseEnter},
	{Name: "__exit__", Sig: "*args", Fn: baseExit},
	{Name: "__del__", Fn: baseDel},
	{Name: "readline", Sig: "size=-1, /", Fn: baseReadline},
	{Name: "readlines", Sig: "hint=-1, /", Fn: baseReadlines},
	{Name: "writelines", Sig: "lines, /", Fn: baseWritelines},
}

func init() {
	rt.Define(&iobaseType, rt.TypeSpec{Name: "_io._IOBase", Size: rt.SizeOf[Base](), AttrOff: unsafe.Offsetof(Base{}.attrs),
		Flags: rt.FlagBase, Doc: "The abstract base class for all I/O classes.",
		New:     rt.Method{Sig: "*args, **kwargs", Fn: baseNew(&iobaseType)},
		Slots:   rt.Slots{Iter: baseIter, Next: baseNext},
		Methods: baseMethods,
		GetSets: []rt.GetSet{{Name: "closed", Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
			return rt.Bool(rt.As[Base](v).closed), nil
		}}},
	})
	rt.Define(&rawType, rt.TypeSpec{Name: "_io._RawIOBase", Base: &iobaseType, Flags: rt.FlagBase, Doc: "Base class for raw binary I/O.",
		Methods: []rt.Method{
			{Name: "read", Sig: "size=-1, /", Fn: rawRead},
			{Name: "readall", Fn: rawReadall, Doc: "Read until EOF, using multiple read() call."},
			{Name: "readinto", Sig: "*args", Fn: notImplemented},
			{Name: "write", Sig: "*args", Fn: notImplemented},
		}})
	rt.Define(&bufferedBaseType, rt.TypeSpec{Name: "_io._BufferedIOBase", Base: &iobaseType, Flags: rt.FlagBase,
		Doc: "Base class for buffered IO objects.",
		Methods: []rt.Method{
			{Name: "detach", Fn: unsupportedMethod("detach")},
			{Name: "read", Sig: "*args", Fn: unsupportedMethod("read")},
			{Name: "read1", Sig: "*args", Fn: unsupportedMethod("read1")},
			{Name: "readinto", Sig: "buffer, /", Fn: bufferedReadinto(strRead)},
			{Name: "readinto1", Sig: "buffer, /", Fn: bufferedReadinto(strRead1)},
			{Name: "write", Sig: "*args", Fn: unsupportedMethod("write")},
		}})
	none := func(t *rt.Thread, v rt.Value) (rt.Value, error) { return rt.None, nil }
	rt.Define(&textBaseType, rt.TypeSpec{Name: "_io._TextIOBase", Base: &iobaseType, Flags: rt.FlagBase,
		Doc: "Base class for text I/O.",
		Methods: []rt.Method{
			{Name: "detach", Sig: "*args", Fn: unsupportedMethod("detach")},
			{Name: "read", Sig: "*args", Fn: unsupportedMethod("read")},
			{Name: "readline", Sig: "*args", Fn: unsupportedMethod("readline")},
			{Name: "write", Sig: "*args", Fn: unsupportedMethod("write")},
		},
		GetSets: []rt.GetSet{{Name: "encoding", Get: none}, {Name: "newlines", Get: none}, {Name: "errors", Get: none}}})
	rt.Define(&unsupportedType, rt.TypeSpec{Name: "io.UnsupportedOperation", Base: rt.OSError, Flags: rt.FlagBase | rt.FlagException})
	unsupportedType.Bases = []*rt.Type{rt.OSError, rt.ValueError}
	unsupportedType.MRO = append(append(append([]*rt.Type{&unsupportedType, rt.OSError}, rt.ValueError),
		rt.ExceptionType), rt.ExceptionType.MRO[1:]...)
}
