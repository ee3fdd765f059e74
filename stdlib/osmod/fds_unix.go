//go:build linux || darwin

package osmod

import (
	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"golang.org/x/sys/unix"
)

// ints reads int arguments.
func ints(t *rt.Thread, a []rt.Value, n int) ([]int, error) {
	out := make([]int, n)
	for i := range out {
		var err error
		if out[i], err = intArg(t, a[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// intCall is a call of n ints that answers nothing.
func intCall(n int, f func(a []int) error) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		args, err := ints(t, a, n)
		if err != nil {
			return rt.Value{}, err
		}
		return rt.None, rt.FromOS(call(t, func() error { return f(args) }))
	}
}

// intAnswer is a call of n ints that answers an int.
func intAnswer(n int, f func(a []int) (int, error)) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		args, err := ints(t, a, n)
		if err != nil {
			return rt.Value{}, err
		}
		r, err := f(args)
		return integer(r), rt.FromOS(err)
	}
}

// filenoCall is a call of a file.
func filenoCall(f func(fd int) error) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		fd, err := osutil.Fileno(t, a[0])
		if err != nil {
			return rt.Value{}, err
		}
		return rt.None, rt.FromOS(call(t, func() error { return f(fd) }))
	}
}

func osFchown(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	uid, err := idArg(t, a[1], "uid")
	if err != nil {
		return rt.Value{}, err
	}
	gid, err := idArg(t, a[2], "gid")
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, rt.FromOS(call(t, func() error { return unix.Fchown(fd, uid, gid) }))
}

func osFtruncate(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	n, err := rt.AsInt64(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, rt.FromOS(osutil.Truncate(t, fd, n))
}

func osDup(a []int) (int, error) { return unix.FcntlInt(uintptr(a[0]), unix.F_DUPFD_CLOEXEC, 0) }

func osDup2(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fds, err := ints(t, a, 2)
	if err != nil {
		return rt.Value{}, err
	}
	inherit, err := rt.IsTrue(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	if fds[0] < 0 || fds[1] < 0 {
		return rt.Value{}, rt.OSErr(int(unix.EBADF))
	}
	if err := dup2(fds[0], fds[1]); err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	if fds[0] != fds[1] || !inherit {
		if err := osutil.SetInheritable(fds[1], inherit); err != nil {
			return rt.Value{}, rt.FromOS(err)
		}
	}
	return integer(fds[1]), nil
}

func osPipe(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	var p [2]int
	if err := pipe(p[:], unix.O_CLOEXEC); err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	return rt.TupleOf(integer(p[0]), integer(p[1])), nil
}

func osPipe2(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	flags, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	var p [2]int
	if err := pipe(p[:], flags); err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	return rt.TupleOf(integer(p[0]), integer(p[1])), nil
}

func osGetInheritable(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
	return rt.Bool(flags&unix.FD_CLOEXEC == 0), rt.FromOS(err)
}

func osGetBlocking(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0)
	return rt.Bool(flags&unix.O_NONBLOCK == 0), rt.FromOS(err)
}

func osSetBlocking(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	on, err := rt.IsTrue(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, rt.FromOS(unix.SetNonblock(fd, !on))
}

func osPread(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	args, err := ints(t, a, 2)
	if err != nil {
		return rt.Value{}, err
	}
	off, err := rt.AsInt64(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	if args[1] < 0 {
		return rt.Value{}, rt.OSErr(int(unix.EINVAL))
	}
	b := make([]byte, args[1])
	n := 0
	err = call(t, func() (err error) { n, err = unix.Pread(args[0], b, off); return err })
	return rt.NewBytes(b[:max(n, 0)]), rt.FromOS(err)
}

func osPwrite(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	buf, err := rt.GetBuffer(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	defer buf.Release()
	off, err := rt.AsInt64(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	n := 0
	err = call(t, func() (err error) { n, err = unix.Pwrite(fd, buf.Bytes, off); return err })
	return integer(n), rt.FromOS(err)
}

func osCloserange(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	r, err := ints(t, a, 2)
	if err != nil {
		return rt.Value{}, err
	}
	for fd := max(r[0], 0); fd < r[1] && fd < 1<<20; fd++ {
		unix.Close(fd)
	}
	return rt.None, nil
}

var fdMethods = []rt.Method{
	{Name: "ftruncate", Sig: "fd, length, /", Fn: osFtruncate},
	{Name: "fchmod", Sig: "fd, mode", Fn: intCall(2, func(a []int) error { return unix.Fchmod(a[0], uint32(a[1])) })},
	{Name: "fchown", Sig: "fd, uid, gid", Fn: osFchown},
	{Name: "fchdir", Sig: "fd", Fn: filenoCall(unix.Fchdir)},
	{Name: "fsync", Sig: "fd", Fn: filenoCall(unix.Fsync)},
	{Name: "fdatasync", Sig: "fd", Fn: filenoCall(fdatasync)},
	{Name: "dup", Sig: "fd, /", Fn: intAnswer(1, osDup)},
	{Name: "dup2", Sig: "fd, fd2, inheritable=True", Fn: osDup2},
	{Name: "pipe", Fn: osPipe},
	{Name: "pipe2", Sig: "flags, /", Fn: osPipe2},
	{Name: "get_inheritable", Sig: "fd, /", Fn: osGetInheritable},
	{Name: "set_inheritable", Sig: "fd, inheritable, /", Fn: intCall(2, func(a []int) error { return osutil.SetInheritable(a[0], a[1] != 0) })},
	{Name: "get_blocking", Sig: "fd, /", Fn: osGetBlocking},
	{Name: "set_blocking", Sig: "fd, blocking, /", Fn: osSetBlocking},
	{Name: "pread", Sig: "fd, length, offset, /", Fn: osPread},
	{Name: "pwrite", Sig: "fd, buffer, offset, /", Fn: osPwrite},
	{Name: "closerange", Sig: "fd_low, fd_high, /", Fn: osCloserange},
}
