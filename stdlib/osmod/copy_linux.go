package osmod

import (
	"encoding/binary"
	"errors"
	"math/big"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"golang.org/x/sys/unix"
)

// Calls that move bytes between descriptors, or say how a file's will be used.

// moving is copy_file_range or splice: (src, dst, count, offset_src, offset_dst, flags).
func moving(f func(in int, inAt *int64, out int, outAt *int64, count, flags int) (int, error)) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		r := reader{t: t}
		in, out, count := r.int(a[0]), r.int(a[1]), r.size(a[2])
		inAt, outAt, flags := r.offset(a[3]), r.offset(a[4]), r.int(a[5])
		if r.err != nil {
			return rt.Value{}, r.err
		}
		if count < 0 {
			return rt.Value{}, rt.ValueErrorf("negative value for 'count' not allowed")
		}
		if err := osutil.AwaitTransfer(t, in, out); err != nil {
			return rt.Value{}, err
		}
		n := 0
		err := restarted(t, func() (err error) { n, err = f(in, inAt, out, outAt, count, flags); return err })
		return integer(n), err
	}
}

// restarted makes a system call without the GIL, again where a signal has
// interrupted it and its handler raises nothing.
func restarted(t *rt.Thread, f func() error) error {
	for {
		err := call(t, f)
		if err != unix.EINTR {
			return rt.FromOS(err)
		}
		if err := t.Host.Checkpoint(t); err != nil {
			return err
		}
	}
}

// vectored is preadv or pwritev: (fd, buffers, offset, flags).
func vectored(name string, writes bool) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		r := reader{t: t}
		fd, at, flags := r.int(a[0]), r.int64(a[2]), r.int(a[3])
		if r.err != nil {
			return rt.Value{}, r.err
		}
		bufs, err := buffersOf(t, a[1], name)
		if err != nil {
			return rt.Value{}, err
		}
		defer releaseAll(bufs)
		iovs := make([][]byte, len(bufs))
		for i, b := range bufs {
			if b.ReadOnly && !writes {
				return rt.Value{}, rt.Errorf(rt.BufferError, "Object is not writable.")
			}
			iovs[i] = b.Bytes
		}
		n, move := 0, unix.Preadv2
		if writes {
			move = unix.Pwritev2
		}
		err = restarted(t, func() (err error) { n, err = move(fd, iovs, at, flags); return err })
		return integer(n), err
	}
}

// advised is posix_fallocate or posix_fadvise: a descriptor, two offsets and maybe an int.
func advised(f func(fd int, offset, length int64, advice int) error) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		r := reader{t: t}
		fd, offset, length, advice := r.int(a[0]), r.int64(a[1]), r.int64(a[2]), 0
		if len(a) > 3 {
			advice = r.int(a[3])
		}
		if r.err != nil {
			return rt.Value{}, r.err
		}
		return rt.None, restarted(t, func() error { return f(fd, offset, length, advice) })
	}
}

// osLockf is lockf(fd, command, length), from the file's position on.
func osLockf(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	r := reader{t: t}
	fd, command, length := r.int(a[0]), r.int(a[1]), r.int64(a[2])
	if r.err != nil {
		return rt.Value{}, r.err
	}
	lock := unix.Flock_t{Type: unix.F_WRLCK, Whence: 1, Len: length}
	cmd := unix.F_SETLK
	switch command {
	case lockWait:
		cmd = unix.F_SETLKW
	case lockTest:
		cmd = unix.F_GETLK
	case lockFree:
		lock.Type = unix.F_UNLCK
	case lockTry:
	default:
		return rt.Value{}, rt.OSErr(int(unix.EINVAL))
	}
	err := restarted(t, func() error { return unix.FcntlFlock(uintptr(fd), cmd, &lock) })
	if err == nil && cmd == unix.F_GETLK && lock.Type != unix.F_UNLCK {
		err = rt.OSErr(int(unix.EACCES))
	}
	return rt.None, err
}

// The commands of lockf.
const (
	lockFree = iota
	lockWait
	lockTry
	lockTest
)

func osEventfdRead(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	b := make([]byte, 8)
	if _, err := osutil.Read(t, fd, b); err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	return rt.NewInt(new(big.Int).SetUint64(binary.NativeEndian.Uint64(b))), nil
}

func osEventfdWrite(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	v, err := rt.Index(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	small, large, _ := rt.IntOf(v)
	n := uint64(small)
	switch {
	case large != nil && large.IsUint64():
		n = large.Uint64()
	case large != nil && large.Sign() > 0:
		return rt.Value{}, rt.OverflowErrorf("int too big to convert")
	case large != nil || small < 0:
		return rt.Value{}, rt.ValueErrorf("value must be positive")
	}
	_, err = osutil.Write(t, fd, binary.NativeEndian.AppendUint64(nil, n))
	return rt.None, rt.FromOS(err)
}

// Extended attributes. Each call has three forms: of a path, of the link itself
// and of a descriptor.

// xattrArgs reads a path, or descriptor, and an attribute's name; follow is the
// last argument.
func xattrArgs(t *rt.Thread, a []rt.Value, function string) (p osutil.Path, attr string, follow bool, err error) {
	r := reader{t: t}
	p = r.path(a[0], function, "path", true)
	attr, follow = r.path(a[1], function, "attribute", false).Text, r.truth(a[len(a)-1])
	if r.err == nil && p.Fd >= 0 && !follow {
		r.err = rt.ValueErrorf("%s: cannot use fd and follow_symlinks together", function)
	}
	return p, attr, follow, r.err
}

// grown calls read with a longer buffer until it is long enough.
func grown(read func(b []byte) (int, error)) ([]byte, error) {
	for size := 128; ; size *= 2 {
		b := make([]byte, size)
		n, err := read(b)
		if !errors.Is(err, unix.ERANGE) || size > 1<<20 {
			return b[:max(n, 0)], err
		}
	}
}

func osGetxattr(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, attr, follow, err := xattrArgs(t, a, "getxattr")
	if err != nil {
		return rt.Value{}, err
	}
	var value []byte
	err = fileCall(t, &p, func() (err error) {
		value, err = grown(func(b []byte) (int, error) {
			switch {
			case p.Fd >= 0:
				return unix.Fgetxattr(p.Fd, attr, b)
			case follow:
				return unix.Getxattr(p.Text, attr, b)
			}
			return unix.Lgetxattr(p.Text, attr, b)
		})
		return err
	})
	return rt.NewBytes(value), err
}

func osSetxattr(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, attr, follow, err := xattrArgs(t, a, "setxattr")
	if err != nil {
		return rt.Value{}, err
	}
	value, err := rt.GetBuffer(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	defer value.Release()
	flags, err := intArg(t, a[3])
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, fileCall(t, &p, func() error {
		switch {
		case p.Fd >= 0:
			return unix.Fsetxattr(p.Fd, attr, value.Bytes, flags)
		case follow:
			return unix.Setxattr(p.Text, attr, value.Bytes, flags)
		}
		return unix.Lsetxattr(p.Text, attr, value.Bytes, flags)
	})
}

func osRemovexattr(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, attr, follow, err := xattrArgs(t, a, "removexattr")
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, fileCall(t, &p, func() error {
		switch {
		case p.Fd >= 0:
			return unix.Fremovexattr(p.Fd, attr)
		case follow:
			return unix.Removexattr(p.Text, attr)
		}
		return unix.Lremovexattr(p.Text, attr)
	})
}

func osListxattr(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, err := osutil.GetPath(t, a[0], "listxattr", "path", true, true)
	if err != nil {
		return rt.Value{}, err
	}
	follow, err := rt.IsTrue(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if p.Fd >= 0 && !follow {
		return rt.Value{}, rt.ValueErrorf("listxattr: cannot use fd and follow_symlinks together")
	}
	var names []byte
	err = fileCall(t, &p, func() (err error) {
		names, err = grown(func(b []byte) (int, error) {
			switch {
			case p.Fd >= 0:
				return unix.Flistxattr(p.Fd, b)
			case follow:
				return unix.Listxattr(p.Text, b)
			}
			return unix.Llistxattr(p.Text, b)
		})
		return err
	})
	if err != nil {
		return rt.Value{}, err
	}
	var out []rt.Value
	for start, i := 0, 0; i < len(names); i++ {
		if names[i] == 0 {
			out = append(out, rt.NewStr(osutil.DecodeFS(string(names[start:i]))))
			start = i + 1
		}
	}
	return rt.NewList(out).Value(), nil
}

var copyMethods = []rt.Method{
	{Name: "copy_file_range", Sig: "src, dst, count, offset_src=None, offset_dst=None", Doc: "Copy bytes from one file to another in the system.",
		Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return moving(func(in int, inAt *int64, out int, outAt *int64, count, _ int) (int, error) {
				return unix.CopyFileRange(in, inAt, out, outAt, count, 0)
			})(t, append(a[:5:5], rt.Int(0)))
		}},
	{Name: "splice", Sig: "src, dst, count, offset_src=None, offset_dst=None, flags=0", Doc: "Move bytes between two descriptors, one of them a pipe.",
		Fn: moving(func(in int, inAt *int64, out int, outAt *int64, count, flags int) (int, error) {
			n, err := unix.Splice(in, inAt, out, outAt, count, flags)
			return int(n), err
		})},
	{Name: "preadv", Sig: "fd, buffers, offset, flags=0, /", Fn: vectored("preadv", false)},
	{Name: "pwritev", Sig: "fd, buffers, offset, flags=0, /", Fn: vectored("pwritev", true)},
	{Name: "posix_fallocate", Sig: "fd, offset, length, /", Fn: advised(func(fd int, offset, length int64, _ int) error {
		return unix.Fallocate(fd, 0, offset, length)
	})},
	{Name: "posix_fadvise", Sig: "fd, offset, length, advice, /", Fn: advised(unix.Fadvise)},
	{Name: "lockf", Sig: "fd, command, length, /", Fn: osLockf},
	{Name: "eventfd_read", Sig: "fd", Fn: osEventfdRead},
	{Name: "eventfd_write", Sig: "fd, value", Fn: osEventfdWrite},
	{Name: "getxattr", Sig: "path, attribute, *, follow_symlinks=True", Fn: osGetxattr},
	{Name: "setxattr", Sig: "path, attribute, value, flags=0, *, follow_symlinks=True", Fn: osSetxattr},
	{Name: "removexattr", Sig: "path, attribute, *, follow_symlinks=True", Fn: osRemovexattr},
	{Name: "listxattr", Sig: "path=None, *, follow_symlinks=True", Fn: osListxattr},
}

var copyConsts = constants(map[string]int{
	"SPLICE_F_MOVE": unix.SPLICE_F_MOVE, "SPLICE_F_NONBLOCK": unix.SPLICE_F_NONBLOCK, "SPLICE_F_MORE": unix.SPLICE_F_MORE,
	"RWF_HIPRI": unix.RWF_HIPRI, "RWF_DSYNC": unix.RWF_DSYNC, "RWF_SYNC": unix.RWF_SYNC, "RWF_NOWAIT": unix.RWF_NOWAIT, "RWF_APPEND": unix.RWF_APPEND,
	"POSIX_FADV_NORMAL": unix.FADV_NORMAL, "POSIX_FADV_RANDOM": unix.FADV_RANDOM, "POSIX_FADV_SEQUENTIAL": unix.FADV_SEQUENTIAL,
	"POSIX_FADV_WILLNEED": unix.FADV_WILLNEED, "POSIX_FADV_DONTNEED": unix.FADV_DONTNEED, "POSIX_FADV_NOREUSE": unix.FADV_NOREUSE,
	"XATTR_CREATE": unix.XATTR_CREATE, "XATTR_REPLACE": unix.XATTR_REPLACE, "XATTR_SIZE_MAX": 65536,
})
