package io

import (
	"errors"
	"fmt"
	"os"
	"syscall"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

// bufferSize is io.DEFAULT_BUFFER_SIZE.
const bufferSize = 8192

// A FileIO is an open descriptor: its number only.
type FileIO struct {
	Base
	fd        int // -1: closed
	made      bool
	created   bool
	readable  bool
	writable  bool
	appending bool
	noClose   bool // closefd=False
	seekState int8 // 0 unknown, 1 seekable, -1 not
}

var fileIOType rt.Type

func fileNew(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	cls, _ := rt.AsType(a[0])
	f := rt.Alloc[FileIO](cls)
	f.fd = -1
	return f.Value(), nil
}

// fileMode reads FileIO's mode string into f and gives open(2)'s flags.
func fileMode(f *FileIO, mode string) (int, error) {
	const bad = "Must have exactly one of create/read/write/append mode and at most one plus"
	flags, rwa, plus := 0, false, false
	for _, c := range mode {
		switch c {
		case 'x', 'r', 'w', 'a':
			if rwa {
				return 0, rt.ValueErrorf(bad)
			}
			rwa = true
		}
		switch c {
		case 'x':
			f.created, f.writable = true, true
			flags |= os.O_EXCL | os.O_CREATE
		case 'r':
			f.readable = true
		case 'w':
			f.writable = true
			flags |= os.O_CREATE | os.O_TRUNC
		case 'a':
			f.writable, f.appending = true, true
			flags |= os.O_APPEND | os.O_CREATE
		case 'b':
		case '+':
			if plus {
				return 0, rt.ValueErrorf(bad)
			}
			plus, f.readable, f.writable = true, true, true
		default:
			return 0, rt.ValueErrorf("invalid mode: %s", mode)
		}
	}
	if !rwa {
		return 0, rt.ValueErrorf(bad)
	}
	switch {
	case f.readable && f.writable:
		flags |= os.O_RDWR
	case f.writable:
		flags |= os.O_WRONLY
	}
	return flags, nil
}

// fileInit is FileIO.__init__(file, mode='r', closefd=True, opener=None).
func fileInit(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	f := rt.As[FileIO](a[0])
	mode, ok := rt.AsStr(a[2])
	if !ok {
		return rt.Value{}, rt.TypeErrorf("FileIO() argument 'mode' must be str, not %s", typeName(a[2]))
	}
	closefd, err := rt.IsTrue(t, a[3])
	if err != nil {
		return rt.Value{}, err
	}
	if f.fd >= 0 {
		if err := f.closeFd(t); err != nil {
			return rt.Value{}, err
		}
	}
	*f = FileIO{Base: f.Base, fd: -1, made: true}
	f.Base.closed = false
	if err := fileOpen(t, f, a[1], mode.String(), closefd, a[4]); err != nil {
		return rt.Value{}, err
	}
	return rt.None, nil
}

func fileOpen(t *rt.Thread, f *FileIO, name rt.Value, mode string, closefd bool, opener rt.Value) error {
	if name.IsFloat() {
		return rt.TypeErrorf("expected str, bytes or os.PathLike object, not float")
	}
	fd := -1
	if name.Type().Slots.Index != nil {
		n, err := rt.AsInt64(t, name)
		if err != nil || int64(int32(n)) != n {
			return rt.OverflowErrorf("Python int too large to convert to C int")
		}
		if n < 0 {
			return rt.ValueErrorf("negative file descriptor")
		}
		fd = int(n)
	}
	var text string
	if fd < 0 {
		p, err := fsPath(t, name)
		if err != nil {
			return err
		}
		text = p.Text
	}
	flags, err := fileMode(f, mode)
	if err != nil {
		return err
	}
	own := false
	switch {
	case fd >= 0:
		f.fd, f.noClose = fd, !closefd
	case !closefd:
		return rt.ValueErrorf("Cannot use closefd=False with file name")
	case opener.IsNone():
		FlushFile(t, text)
		f.fd, err = osutil.Open(t, text, flags, 0o666)
		if osutil.OutOfFiles(err) {
			osutil.Reclaim(t)
			f.fd, err = osutil.Open(t, text, flags, 0o666)
		}
		if err != nil {
			f.fd = -1
			return rt.FromOS(err, name)
		}
		own = true
	default:
		if err := fileCallOpener(t, f, name, flags, opener); err != nil {
			return err
		}
		own = true
	}
	fail := func(err error) error {
		if own {
			osutil.Close(t, f.fd)
		}
		f.fd = -1
		return err
	}
	if kind, err := osutil.StatFd(t, f.fd); err == nil {
		if kind.Dir {
			return fail(rt.OSErr(int(syscall.EISDIR), name))
		}
	} else if errors.Is(err, syscall.EBADF) {
		return fail(rt.FromOS(err))
	}
	rt.SetInstanceAttr(t, f.Value(), strName, name)
	if f.appending {
		if _, err := osutil.Seek(t, f.fd, 0, osutil.SeekEnd); err != nil && fd < 0 {
			return fail(rt.FromOS(err))
		}
	}
	if own {
		trackFile(t, f)
	}
	return nil
}

// fsPath is os.fspath and encoding for the file argument of open().
func fsPath(t *rt.Thread, name rt.Value) (osutil.Path, error) {
	v, err := osutil.Fspath(t, name)
	if err != nil {
		return osutil.Path{}, err
	}
	return osutil.GetPath(t, v, "open", "file", false, false)
}

func fileCallOpener(t *rt.Thread, f *FileIO, name rt.Value, flags int, opener rt.Value) error {
	r, err := rt.Call(t, opener, name, rt.Int(int64(flags|syscall.O_CLOEXEC)))
	if err != nil {
		return err
	}
	if !rt.IsIntLike(r) {
		return rt.TypeErrorf("expected integer from opener")
	}
	n, err := rt.AsInt64(t, r)
	if err != nil {
		return err
	}
	if n < 0 {
		return rt.ValueErrorf("opener returned %d", n)
	}
	f.fd = int(n)
	if t.VM.Confined {
		return nil
	}
	return rt.FromOS(osutil.SetInheritable(f.fd, false))
}

func (f *FileIO) check() error {
	if f.fd < 0 {
		if !f.made {
			return rt.ValueErrorf("I/O operation on uninitialized object")
		}
		return rt.ValueErrorf("I/O operation on closed file")
	}
	return nil
}

func (f *FileIO) checkRead() error {
	if err := f.check(); err != nil {
		return err
	}
	if !f.readable {
		return unsupported("File not open for reading")
	}
	return nil
}

func (f *FileIO) checkWrite() error {
	if err := f.check(); err != nil {
		return err
	}
	if !f.writable {
		return unsupported("File not open for writing")
	}
	return nil
}

// read fills b once; none says that nothing is there yet (non-blocking).
func (f *FileIO) read(t *rt.Thread, b []byte) (n int, none bool, err error) {
	if err := f.checkRead(); err != nil {
		return 0, false, err
	}
	return f.readOnce(t, b)
}

// readOnce is read of an open file, whether it may be read or not.
func (f *FileIO) readOnce(t *rt.Thread, b []byte) (n int, none bool, err error) {
	n, err = osutil.Read(t, f.fd, b)
	if err != nil {
		if errors.Is(err, syscall.EAGAIN) {
			return 0, true, nil
		}
		return 0, false, rt.FromOS(err)
	}
	return n, false, nil
}

// write writes b once, perhaps in part; none says that it would block.
func (f *FileIO) write(t *rt.Thread, b []byte) (n int, none bool, err error) {
	if err := f.checkWrite(); err != nil {
		return 0, false, err
	}
	n, err = osutil.Write(t, f.fd, b)
	if err != nil {
		if errors.Is(err, syscall.EAGAIN) {
			return 0, true, nil
		}
		return n, false, rt.FromOS(err)
	}
	return n, false, nil
}

// readPiece is how much of a file is read between two looks at what is pending.
const readPiece = 1 << 18

// readAll reads to the end of the file. none as for read.
func (f *FileIO) readAll(t *rt.Thread, prefix []byte) (data []byte, none bool, err error) {
	if err := f.check(); err != nil {
		return nil, false, err
	}
	size := bufferSize
	if k, err := osutil.StatFd(t, f.fd); err == nil && k.Regular && k.Size > 0 && !tooBig(int(k.Size)) {
		if pos, err := osutil.Seek(t, f.fd, 0, osutil.SeekCur); err == nil && k.Size > pos {
			size = int(k.Size-pos) + 1
		}
	}
	if data, err = rt.MakeMany[byte](t, len(prefix), len(prefix)+size); err != nil {
		return nil, false, err
	}
	copy(data, prefix)
	for {
		if len(data) == cap(data) {
			grown, err := rt.MakeMany[byte](t, len(data), len(data)*2)
			if err == nil {
				err = rt.CopyMany(t, grown, data)
			}
			if err != nil {
				return nil, false, err
			}
			data = grown
		}
		n, none, err := f.readOnce(t, data[len(data):min(cap(data), len(data)+readPiece)])
		if err == nil {
			err = t.Worked(n)
		}
		if err != nil {
			return nil, false, err
		}
		if none && len(data) == 0 {
			return nil, true, nil
		}
		if n == 0 {
			return data, false, nil
		}
		data = data[:len(data)+n]
	}
}

func (f *FileIO) seek(t *rt.Thread, off int64, whence int) (int64, error) {
	pos, err := osutil.Seek(t, f.fd, off, whence)
	if err != nil {
		return 0, rt.FromOS(err)
	}
	return pos, nil
}

func (f *FileIO) isSeekable(t *rt.Thread) bool {
	if f.seekState == 0 {
		f.seekState = -1
		if _, err := osutil.Seek(t, f.fd, 0, osutil.SeekCur); err == nil {
			f.seekState = 1
		}
	}
	return f.seekState > 0
}

func (f *FileIO) closeFd(t *rt.Thread) error {
	fd := f.fd
	f.fd = -1
	if fd < 0 || f.noClose {
		return nil
	}
	untrackFile(t, f)
	return rt.FromOS(osutil.Close(t, fd))
}

func fileRead(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	f := rt.As[FileIO](a[0])
	if err := f.checkRead(); err != nil {
		return rt.Value{}, err
	}
	n, err := sizeArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if n < 0 {
		return fileReadall(t, a[:1])
	}
	if tooBig(n) {
		return rt.Value{}, rt.MemoryErr()
	}
	b := make([]byte, n)
	got, none, err := f.read(t, b)
	if err != nil {
		return rt.Value{}, err
	}
	if none {
		return rt.None, nil
	}
	return newBytes(b[:got]), nil
}

func fileReadall(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	data, none, err := rt.As[FileIO](a[0]).readAll(t, nil)
	if err != nil {
		return rt.Value{}, err
	}
	if none {
		return rt.None, nil
	}
	return newBytes(data), nil
}

func fileReadinto(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	f := rt.As[FileIO](a[0])
	if err := f.checkRead(); err != nil {
		return rt.Value{}, err
	}
	buf, err := writableBuffer(t, a[1], "readinto")
	if err != nil {
		return rt.Value{}, err
	}
	defer buf.Release()
	n, none, err := f.read(t, buf.Bytes)
	if err != nil {
		return rt.Value{}, err
	}
	if none {
		return rt.None, nil
	}
	return rt.Int(int64(n)), nil
}

func fileWrite(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	f := rt.As[FileIO](a[0])
	if err := f.checkWrite(); err != nil {
		return rt.Value{}, err
	}
	buf, err := rt.GetBuffer(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	defer buf.Release()
	n, none, err := f.write(t, buf.Bytes)
	if err != nil {
		return rt.Value{}, err
	}
	if none {
		return rt.None, nil
	}
	return rt.Int(int64(n)), nil
}

// offsetArg reads a file position.
func offsetArg(t *rt.Thread, v rt.Value) (int64, error) {
	r, err := rt.Index(t, v)
	if err != nil {
		return 0, err
	}
	small, big, _ := rt.IntOf(r)
	if big != nil {
		return 0, rt.OverflowErrorf("cannot fit 'int' into an offset-sized integer")
	}
	return small, nil
}

func whenceArg(t *rt.Thread, v rt.Value) (int, error) {
	if v.IsUnset() {
		return 0, nil
	}
	n, err := rt.AsInt64(t, v)
	return int(n), err
}

func fileSeek(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	f := rt.As[FileIO](a[0])
	if err := f.check(); err != nil {
		return rt.Value{}, err
	}
	whence, err := whenceArg(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	if a[1].IsFloat() {
		return rt.Value{}, rt.TypeErrorf("an integer is required")
	}
	off, err := offsetArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	pos, err := f.seek(t, off, whence)
	return rt.Int(pos), err
}

func fileTell(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	f := rt.As[FileIO](a[0])
	if err := f.check(); err != nil {
		return rt.Value{}, err
	}
	pos, err := f.seek(t, 0, osutil.SeekCur)
	return rt.Int(pos), err
}

func fileTruncate(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	f := rt.As[FileIO](a[0])
	if err := f.checkWrite(); err != nil {
		return rt.Value{}, err
	}
	var size int64
	var err error
	if a[1].IsNone() {
		size, err = f.seek(t, 0, osutil.SeekCur)
	} else {
		size, err = offsetArg(t, a[1])
	}
	if err != nil {
		return rt.Value{}, err
	}
	if err := osutil.Truncate(t, f.fd, size); err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	return rt.Int(size), nil
}

func fileClose(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	f := rt.As[FileIO](a[0])
	_, err := baseClose(t, a[:1])
	if f.noClose {
		f.fd = -1
		return rt.None, err
	}
	if cerr := f.closeFd(t); err == nil {
		err = cerr
	}
	return rt.None, err
}

func fileFlag(get func(f *FileIO, t *rt.Thread) bool) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		f := rt.As[FileIO](a[0])
		if err := f.check(); err != nil {
			return rt.Value{}, err
		}
		return rt.Bool(get(f, t)), nil
	}
}

func (f *FileIO) modeString() string {
	switch {
	case f.created && f.readable:
		return "xb+"
	case f.created:
		return "xb"
	case f.appending && f.readable:
		return "ab+"
	case f.appending:
		return "ab"
	case f.readable && f.writable:
		return "rb+"
	case f.readable:
		return "rb"
	}
	return "wb"
}

func fileRepr(t *rt.Thread, v rt.Value) (rt.Value, error) {
	f := rt.As[FileIO](v)
	if f.fd < 0 {
		return rt.NewStr("<_io.FileIO [closed]>"), nil
	}
	closefd := "True"
	if f.noClose {
		closefd = "False"
	}
	what := fmt.Sprintf("fd=%d", f.fd)
	if name, ok, err := rt.LookupAttr(t, v, strName); err != nil {
		return rt.Value{}, err
	} else if ok {
		s, err := reprGuarded(t, v, name)
		if err != nil {
			return rt.Value{}, err
		}
		what = "name=" + s
	}
	return rt.NewStr("<_io.FileIO " + what + " mode='" + f.modeString() + "' closefd=" + closefd + ">"), nil
}

// reprGuarded is repr(name) inside self's repr.
func reprGuarded(t *rt.Thread, self, name rt.Value) (string, error) {
	if t.ReprEnter(self) {
		return "", rt.RuntimeErrorf("reentrant call inside %s.__repr__", self.Type().Name)
	}
	defer t.ReprLeave()
	return rt.ReprStr(t, name)
}

func init() {
	rt.Define(&fileIOType, rt.TypeSpec{Name: "_io.FileIO", Base: &rawType, Size: rt.SizeOf[FileIO](), Flags: rt.FlagBase,
		Doc:   "Open a file.",
		New:   rt.Method{Sig: "*args, **kwargs", Fn: fileNew},
		Init:  rt.Method{Sig: "file, mode='r', closefd=True, opener=None", Fn: fileInit},
		Slots: rt.Slots{Repr: fileRepr},
		Methods: append(noPickle[:2:2], []rt.Method{
			{Name: "read", Sig: "size=-1, /", Fn: fileRead},
			{Name: "readall", Fn: fileReadall},
			{Name: "readinto", Sig: "buffer, /", Fn: fileReadinto},
			{Name: "write", Sig: "b, /", Fn: fileWrite},
			{Name: "seek", Sig: "pos, whence=0, /", Fn: fileSeek},
			{Name: "tell", Fn: fileTell},
			{Name: "truncate", Sig: "size=None, /", Fn: fileTruncate},
			{Name: "close", Fn: fileClose},
			{Name: "seekable", Fn: fileFlag((*FileIO).isSeekable)},
			{Name: "readable", Fn: fileFlag(func(f *FileIO, t *rt.Thread) bool { return f.readable })},
			{Name: "writable", Fn: fileFlag(func(f *FileIO, t *rt.Thread) bool { return f.writable })},
			{Name: "isatty", Fn: fileFlag(func(f *FileIO, t *rt.Thread) bool { return osutil.Isatty(t, f.fd) })},
			{Name: "fileno", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				f := rt.As[FileIO](a[0])
				return rt.Int(int64(f.fd)), f.check()
			}},
		}...),
		GetSets: []rt.GetSet{
			{Name: "closed", Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) { return rt.Bool(rt.As[FileIO](v).fd < 0), nil }},
			{Name: "closefd", Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
				return rt.Bool(!rt.As[FileIO](v).noClose), nil
			}},
			{Name: "mode", Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
				return rt.NewStr(rt.As[FileIO](v).modeString()), nil
			}},
		}})
}
