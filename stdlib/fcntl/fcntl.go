//go:build linux || darwin

// Package fcntl is minipy's fcntl module: operations on descriptors, and locks
// on files.
package fcntl

import (
	"runtime"
	"slices"
	"time"
	"unsafe"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"golang.org/x/sys/unix"
)

// maxArg is how long the bytes may be that the system writes into a copy of.
const maxArg = 1024

// spare is what the system may write beyond what it was given without harm.
const spare = 64

// blocking makes a call that may wait until it is done, without the GIL. Nothing
// wakes it: a signal's handler runs when the call is over.
func blocking(t *rt.Thread, f func() error) error {
	for {
		var err error
		osutil.Release(t)
		err = f()
		osutil.Acquire(t)
		if err != unix.EINTR {
			return rt.FromOS(err)
		}
		if t.Host != nil {
			if err := t.Host.Checkpoint(t); err != nil {
				return err
			}
		}
	}
}

// lockPause is how often a thread that waits for a lock of a file asks at most.
const lockPause = 5 * time.Millisecond

// locking makes a call that takes a lock of a file, or answers that somebody
// else has it; then it asks again and again. (Nothing would wake the thread for a
// signal if it waited in the system: Go's handlers restart the call. The price is
// that lockf does not see a deadlock, EDEADLK.)
func locking(t *rt.Thread, try func() error) error {
	for pause := lockPause / 64; ; pause = min(2*pause, lockPause) {
		err := blocking(t, try)
		if t.Host == nil || !rt.IsError(err, rt.BlockingIOError) {
			return err
		}
		wake := make(chan struct{})
		t.Host.Block(t, func() {
			select {
			case <-time.After(pause):
			case <-wake:
			}
		}, func() { close(wake) })
		if err := t.Host.Checkpoint(t); err != nil {
			return err
		}
	}
}

// intArg reads an argument that C takes as an int.
func intArg(t *rt.Thread, v rt.Value) (int, error) {
	n, err := rt.AsInt64(t, v)
	if err != nil {
		return 0, err
	}
	if n != int64(int32(n)) {
		return 0, rt.OverflowErrorf("Python int too large to convert to C int")
	}
	return int(n), nil
}

// maskArg reads an int of which C takes the lower bits.
func maskArg(t *rt.Thread, v rt.Value) (uint, error) {
	r, err := rt.Index(t, v)
	if err != nil {
		return 0, err
	}
	small, big, _ := rt.IntOf(r)
	if big != nil {
		return uint(big.Uint64()), nil
	}
	return uint(small), nil
}

// textOf is the bytes of a str or bytes-like argument; ok is false for others.
func textOf(t *rt.Thread, v rt.Value) (b []byte, ok bool, err error) {
	if s, ok := rt.AsStr(v); ok {
		return []byte(s.String()), true, nil
	}
	if v.Type().Slots.Buffer == nil {
		return nil, false, nil
	}
	buf, err := rt.GetBuffer(t, v)
	if err != nil {
		return nil, false, err
	}
	defer buf.Release()
	return slices.Clone(buf.Bytes), true, nil
}

// exchange makes a call with a copy of b, and gives the copy that comes back.
func exchange(t *rt.Thread, b []byte, what string, f func(p unsafe.Pointer) error) (rt.Value, error) {
	if len(b) > maxArg {
		return rt.Value{}, rt.ValueErrorf("%s", what)
	}
	copied := append(slices.Clone(b), make([]byte, spare)...)
	if err := blocking(t, func() error { return f(unsafe.Pointer(&copied[0])) }); err != nil {
		return rt.Value{}, err
	}
	return rt.NewBytes(copied[:len(b)]), nil
}

func fcntl(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := osutil.Fileno(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	cmd, err := intArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	b, isText, err := textOf(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	if isText {
		return exchange(t, b, "fcntl string arg too long", func(p unsafe.Pointer) error {
			_, err := sysFcntl(fd, cmd, uintptr(p))
			runtime.KeepAlive(p)
			return err
		})
	}
	arg, err := maskArg(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	n := 0
	err = blocking(t, func() (err error) {
		n, err = sysFcntl(fd, cmd, uintptr(uint32(arg)))
		return err
	})
	return rt.Int(int64(n)), err
}

func ioctl(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := osutil.Fileno(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	request, err := maskArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	request &= 1<<32 - 1
	if s := a[2].Type().Slots.Buffer; s != nil {
		buf, err := rt.GetBuffer(t, a[2])
		if err != nil {
			return rt.Value{}, err
		}
		defer buf.Release()
		mutate, err := rt.IsTrue(t, a[3])
		if err != nil {
			return rt.Value{}, err
		}
		if !buf.ReadOnly && mutate {
			return ioctlInto(t, fd, request, buf.Bytes)
		}
	}
	b, isText, err := textOf(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	if isText {
		return exchange(t, b, "ioctl string arg too long", func(p unsafe.Pointer) error {
			_, err := sysIoctl(fd, request, uintptr(p))
			runtime.KeepAlive(p)
			return err
		})
	}
	arg, err := intArg(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	n := 0
	err = blocking(t, func() (err error) {
		n, err = sysIoctl(fd, request, uintptr(arg))
		return err
	})
	return rt.Int(int64(n)), err
}

// ioctlInto lets the system write into the caller's bytes.
func ioctlInto(t *rt.Thread, fd int, request uint, b []byte) (rt.Value, error) {
	copied := append(slices.Clone(b), make([]byte, spare)...)
	n := 0
	err := blocking(t, func() (err error) {
		n, err = sysIoctl(fd, request, uintptr(unsafe.Pointer(&copied[0])))
		return err
	})
	if err != nil {
		return rt.Value{}, err
	}
	copy(b, copied)
	return rt.Int(int64(n)), nil
}

func flock(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := osutil.Fileno(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	how, err := intArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if how&unix.LOCK_NB != 0 || how == unix.LOCK_UN {
		return rt.None, blocking(t, func() error { return unix.Flock(fd, how) })
	}
	return rt.None, locking(t, func() error { return unix.Flock(fd, how|unix.LOCK_NB) })
}

func lockf(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := osutil.Fileno(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	how, err := intArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	var lock unix.Flock_t
	switch {
	case how == unix.LOCK_UN:
		lock.Type = unix.F_UNLCK
	case how&unix.LOCK_SH != 0:
		lock.Type = unix.F_RDLCK
	case how&unix.LOCK_EX != 0:
		lock.Type = unix.F_WRLCK
	default:
		return rt.Value{}, rt.ValueErrorf("unrecognized lockf argument")
	}
	if lock.Len, err = offsetArg(t, a[2]); err != nil {
		return rt.Value{}, err
	}
	if lock.Start, err = offsetArg(t, a[3]); err != nil {
		return rt.Value{}, err
	}
	whence, err := intArg(t, a[4])
	if err != nil {
		return rt.Value{}, err
	}
	lock.Whence = int16(whence)
	take := func() error { return unix.FcntlFlock(uintptr(fd), unix.F_SETLK, &lock) }
	if how&unix.LOCK_NB != 0 {
		return rt.None, blocking(t, take)
	}
	return rt.None, locking(t, take)
}

// offsetArg reads a number of bytes.
func offsetArg(t *rt.Thread, v rt.Value) (int64, error) {
	if v.IsFloat() {
		return 0, rt.TypeErrorf("'float' object cannot be interpreted as an integer")
	}
	return rt.AsInt64(t, v)
}

func sysFcntl(fd, cmd int, arg uintptr) (int, error) {
	n, _, errno := unix.Syscall(unix.SYS_FCNTL, uintptr(fd), uintptr(cmd), arg)
	if errno != 0 {
		return 0, errno
	}
	return int(int32(n)), nil
}

func sysIoctl(fd int, request uint, arg uintptr) (int, error) {
	n, _, errno := unix.Syscall(unix.SYS_IOCTL, uintptr(fd), uintptr(request), arg)
	if errno != 0 {
		return 0, errno
	}
	return int(int32(n)), nil
}

// row is a constant of the module.
func row(name string, n int64) rt.Const { return rt.Const{Name: name, Value: rt.Int(n)} }

// Module is fcntl.
var Module = &rt.ModuleSpec{
	Name: "fcntl",
	Doc:  "Operations on descriptors, and locks on files.",
	Methods: []rt.Method{
		{Name: "fcntl", Sig: "fd, cmd, arg=0, /", Fn: fcntl, Doc: "Perform an operation on a descriptor. The result is an int, or bytes if the argument was."},
		{Name: "ioctl", Sig: "fd, request, arg=0, mutate_flag=True, /", Fn: ioctl, Doc: "Perform an operation on a device. A mutable argument is written into."},
		{Name: "flock", Sig: "fd, operation, /", Fn: flock, Doc: "Lock a file as a whole, or unlock it."},
		{Name: "lockf", Sig: "fd, cmd, len=0, start=0, whence=0, /", Fn: lockf, Doc: "Lock a part of a file for this process, or unlock it."},
	},
	Consts: append([]rt.Const{
		row("LOCK_SH", unix.LOCK_SH), row("LOCK_EX", unix.LOCK_EX), row("LOCK_NB", unix.LOCK_NB), row("LOCK_UN", unix.LOCK_UN),
		row("F_DUPFD", unix.F_DUPFD), row("F_DUPFD_CLOEXEC", unix.F_DUPFD_CLOEXEC), row("F_GETFD", unix.F_GETFD), row("F_SETFD", unix.F_SETFD),
		row("F_GETFL", unix.F_GETFL), row("F_SETFL", unix.F_SETFL), row("F_GETLK", unix.F_GETLK), row("F_SETLK", unix.F_SETLK),
		row("F_SETLKW", unix.F_SETLKW), row("F_GETOWN", unix.F_GETOWN), row("F_SETOWN", unix.F_SETOWN),
		row("F_RDLCK", unix.F_RDLCK), row("F_WRLCK", unix.F_WRLCK), row("F_UNLCK", unix.F_UNLCK), row("FD_CLOEXEC", unix.FD_CLOEXEC),
		row("FASYNC", unix.O_ASYNC),
	}, systemConsts...),
}
