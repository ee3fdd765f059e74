//go:build linux || darwin

// Package resource is minipy's resource module: limits of the process and what
// it has used.
package resource

import (
	"os"
	"syscall"

	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

var usage = &rt.StructSeq{Name: "resource.struct_rusage",
	Doc: "struct_rusage: Result from getrusage.\n\nThis object may be accessed either as a tuple of\n" +
		"    (utime,stime,maxrss,ixrss,idrss,isrss,minflt,majflt,\n    nswap,inblock,oublock,msgsnd,msgrcv,nsignals,nvcsw,nivcsw)\n" +
		"or via the attributes ru_utime, ru_stime, ru_maxrss, and so on.",
	Fields: []rt.StructField{
		{Name: "ru_utime", Doc: "user time used"}, {Name: "ru_stime", Doc: "system time used"},
		{Name: "ru_maxrss", Doc: "max. resident set size"}, {Name: "ru_ixrss", Doc: "shared memory size"},
		{Name: "ru_idrss", Doc: "unshared data size"}, {Name: "ru_isrss", Doc: "unshared stack size"},
		{Name: "ru_minflt", Doc: "page faults not requiring I/O"}, {Name: "ru_majflt", Doc: "page faults requiring I/O"},
		{Name: "ru_nswap", Doc: "number of swap outs"}, {Name: "ru_inblock", Doc: "block input operations"},
		{Name: "ru_oublock", Doc: "block output operations"}, {Name: "ru_msgsnd", Doc: "IPC messages sent"},
		{Name: "ru_msgrcv", Doc: "IPC messages received"}, {Name: "ru_nsignals", Doc: "signals received"},
		{Name: "ru_nvcsw", Doc: "voluntary context switches"}, {Name: "ru_nivcsw", Doc: "involuntary context switches"},
	}}

var usageType rt.Type

func init() { rt.DefineStructSeq(&usageType, usage) }

// Usage is what the system says that processes have used, as a struct_rusage.
func Usage(ru *syscall.Rusage) rt.Value {
	vals := []rt.Value{rt.Float(float64(ru.Utime.Nano()) / 1e9), rt.Float(float64(ru.Stime.Nano()) / 1e9)}
	for _, n := range []int64{int64(ru.Maxrss), int64(ru.Ixrss), int64(ru.Idrss), int64(ru.Isrss), int64(ru.Minflt), int64(ru.Majflt),
		int64(ru.Nswap), int64(ru.Inblock), int64(ru.Oublock), int64(ru.Msgsnd), int64(ru.Msgrcv), int64(ru.Nsignals),
		int64(ru.Nvcsw), int64(ru.Nivcsw)} {
		vals = append(vals, rt.Int(n))
	}
	return usage.Make(&usageType, vals...)
}

func getrusage(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	who, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	var ru syscall.Rusage
	switch err := syscall.Getrusage(who, &ru); err {
	case nil:
		return Usage(&ru), nil
	case syscall.EINVAL:
		return rt.Value{}, rt.ValueErrorf("invalid who parameter")
	default:
		return rt.Value{}, rt.FromOS(err)
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

func kindArg(t *rt.Thread, v rt.Value) (int, error) {
	kind, err := intArg(t, v)
	if err == nil && (kind < 0 || kind >= limitKinds) {
		err = rt.ValueErrorf("invalid resource specified")
	}
	return kind, err
}

// number is a limit as Python has it.
func number(n uint64) rt.Value {
	if n == unlimited {
		return rt.Int(rlimInfinity)
	}
	return rt.NewUint(n)
}

func pair(lim *unix.Rlimit) rt.Value { return rt.TupleOf(number(lim.Cur), number(lim.Max)) }

// limitArg reads a pair of a soft and a hard limit.
func limitArg(t *rt.Thread, v rt.Value) (lim unix.Rlimit, err error) {
	items, err := rt.ToSlice(t, v)
	if err != nil {
		return lim, err
	}
	if len(items) != 2 {
		return lim, rt.ValueErrorf("expected a tuple of 2 integers")
	}
	for i, field := range []*uint64{&lim.Cur, &lim.Max} {
		if *field, err = limitOf(t, items[i]); err != nil {
			return lim, err
		}
	}
	return lim, nil
}

func limitOf(t *rt.Thread, v rt.Value) (uint64, error) {
	r, err := rt.Index(t, v)
	if err != nil {
		return 0, err
	}
	small, big, _ := rt.IntOf(r)
	switch {
	case big != nil && !big.IsUint64():
		return 0, rt.OverflowErrorf("Python int too large to convert to C long")
	case big != nil:
		return big.Uint64(), nil
	case small == rlimInfinity:
		return unlimited, nil
	}
	return uint64(small), nil
}

func limitError(err error) error {
	switch err {
	case unix.EINVAL:
		return rt.ValueErrorf("current limit exceeds maximum limit")
	case unix.EPERM:
		return rt.ValueErrorf("not allowed to raise maximum limit")
	}
	return rt.FromOS(err)
}

func getrlimit(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	kind, err := kindArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	var lim unix.Rlimit
	if err := unix.Getrlimit(kind, &lim); err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	return pair(&lim), nil
}

func setrlimit(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	kind, err := kindArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	lim, err := limitArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	// Through the syscall package, which raises the soft limit of descriptors when a
	// program starts and must know that it is not to set it back in children.
	return rt.None, limitError(syscall.Setrlimit(kind, &syscall.Rlimit{Cur: lim.Cur, Max: lim.Max}))
}

func getpagesize(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return rt.Int(int64(os.Getpagesize())), nil
}

// Module is resource.
var Module = &rt.ModuleSpec{
	Name: "resource",
	Doc:  "Limits of the process, and what it has used.",
	Methods: append([]rt.Method{
		{Name: "getrlimit", Sig: "resource, /", Fn: getrlimit, Doc: "The soft and the hard limit."},
		{Name: "setrlimit", Sig: "resource, limits, /", Fn: setrlimit, Doc: "Set the soft and the hard limit."},
		{Name: "getrusage", Sig: "who, /", Fn: getrusage, Doc: "What this process, its children or this thread have used."},
		{Name: "getpagesize", Fn: getpagesize, Doc: "The size of a page of memory."},
	}, systemMethods...),
	Types:  []*rt.Type{&usageType},
	Consts: append(constants, rt.Const{Name: "error", Value: rt.OSError.Value()}),
}
