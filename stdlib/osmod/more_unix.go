//go:build linux || darwin

package osmod

import (
	"syscall"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"golang.org/x/sys/unix"
)

// Calls that few programs make.

// deviceArg reads a device number.
func deviceArg(t *rt.Thread, v rt.Value) (uint64, error) {
	n, err := rt.AsInt64(t, v)
	if err == nil && n < 0 {
		err = rt.OverflowErrorf("can't convert negative int to unsigned")
	}
	return uint64(n), err
}

func osMajor(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	dev, err := deviceArg(t, a[0])
	return rt.Int(int64(unix.Major(dev))), err
}

func osMinor(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	dev, err := deviceArg(t, a[0])
	return rt.Int(int64(unix.Minor(dev))), err
}

func osMakedev(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := ints(t, a, 2)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.Int(int64(unix.Mkdev(uint32(n[0]), uint32(n[1])))), nil
}

// buffersOf gives the memory of each object of a sequence; the caller releases them.
func buffersOf(t *rt.Thread, v rt.Value, name string) ([]*rt.Buffer, error) {
	if v.Type().Slots.GetItem == nil {
		return nil, rt.TypeErrorf("%s() arg 2 must be a sequence", name)
	}
	items, err := rt.ToSlice(t, v)
	if err != nil {
		return nil, err
	}
	var out []*rt.Buffer
	for _, x := range items {
		b, err := rt.GetBuffer(t, x)
		if err != nil {
			releaseAll(out)
			return nil, err
		}
		out = append(out, b)
	}
	return out, nil
}

func releaseAll(list []*rt.Buffer) {
	for _, b := range list {
		b.Release()
	}
}

func osWritev(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	bufs, err := buffersOf(t, a[1], "writev")
	if err != nil {
		return rt.Value{}, err
	}
	defer releaseAll(bufs)
	var all []byte
	for _, b := range bufs {
		all = append(all, b.Bytes...)
	}
	n, err := osutil.Write(t, fd, all)
	return integer(n), rt.FromOS(err)
}

func osReadv(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	bufs, err := buffersOf(t, a[1], "readv")
	if err != nil {
		return rt.Value{}, err
	}
	defer releaseAll(bufs)
	size := 0
	for _, b := range bufs {
		if b.ReadOnly {
			return rt.Value{}, rt.Errorf(rt.BufferError, "Object is not writable.")
		}
		size += len(b.Bytes)
	}
	data := make([]byte, size)
	n, err := osutil.Read(t, fd, data)
	if err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	rest := data[:n]
	for _, b := range bufs {
		rest = rest[copy(b.Bytes, rest):]
	}
	return integer(n), nil
}

func osTcgetpgrp(a []int) (int, error) { return unix.IoctlGetInt(a[0], unix.TIOCGPGRP) }

var moreMethods = []rt.Method{
	{Name: "major", Sig: "device, /", Fn: osMajor},
	{Name: "minor", Sig: "device, /", Fn: osMinor},
	{Name: "makedev", Sig: "major, minor, /", Fn: osMakedev},
	{Name: "readv", Sig: "fd, buffers, /", Fn: osReadv},
	{Name: "writev", Sig: "fd, buffers, /", Fn: osWritev},
	{Name: "tcgetpgrp", Sig: "fd, /", Fn: intAnswer(1, osTcgetpgrp)},
	{Name: "setreuid", Sig: "ruid, euid, /", Fn: intCall(2, func(a []int) error { return syscall.Setreuid(a[0], a[1]) })},
	{Name: "setregid", Sig: "rgid, egid, /", Fn: intCall(2, func(a []int) error { return syscall.Setregid(a[0], a[1]) })},
}
