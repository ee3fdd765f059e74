package resource

import (
	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

const (
	limitKinds   = 16
	unlimited    = ^uint64(0)
	rlimInfinity = -1 // as Python has it
)

var constants = []rt.Const{
	{Name: "RLIMIT_AS", Value: rt.Int(unix.RLIMIT_AS)}, {Name: "RLIMIT_CORE", Value: rt.Int(unix.RLIMIT_CORE)},
	{Name: "RLIMIT_CPU", Value: rt.Int(unix.RLIMIT_CPU)}, {Name: "RLIMIT_DATA", Value: rt.Int(unix.RLIMIT_DATA)},
	{Name: "RLIMIT_FSIZE", Value: rt.Int(unix.RLIMIT_FSIZE)}, {Name: "RLIMIT_MEMLOCK", Value: rt.Int(unix.RLIMIT_MEMLOCK)},
	{Name: "RLIMIT_MSGQUEUE", Value: rt.Int(unix.RLIMIT_MSGQUEUE)}, {Name: "RLIMIT_NICE", Value: rt.Int(unix.RLIMIT_NICE)},
	{Name: "RLIMIT_NOFILE", Value: rt.Int(unix.RLIMIT_NOFILE)}, {Name: "RLIMIT_NPROC", Value: rt.Int(unix.RLIMIT_NPROC)},
	{Name: "RLIMIT_OFILE", Value: rt.Int(unix.RLIMIT_NOFILE)}, {Name: "RLIMIT_RSS", Value: rt.Int(unix.RLIMIT_RSS)},
	{Name: "RLIMIT_RTPRIO", Value: rt.Int(unix.RLIMIT_RTPRIO)}, {Name: "RLIMIT_RTTIME", Value: rt.Int(unix.RLIMIT_RTTIME)},
	{Name: "RLIMIT_SIGPENDING", Value: rt.Int(unix.RLIMIT_SIGPENDING)}, {Name: "RLIMIT_STACK", Value: rt.Int(unix.RLIMIT_STACK)},
	{Name: "RLIM_INFINITY", Value: rt.Int(rlimInfinity)},
	{Name: "RUSAGE_CHILDREN", Value: rt.Int(unix.RUSAGE_CHILDREN)}, {Name: "RUSAGE_SELF", Value: rt.Int(unix.RUSAGE_SELF)},
	{Name: "RUSAGE_THREAD", Value: rt.Int(unix.RUSAGE_THREAD)},
}

// prlimit gets and, with a third argument, sets the limits of any process.
func prlimit(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	pid, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	kind, err := kindArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	var before unix.Rlimit
	var wanted *unix.Rlimit
	if !a[2].IsNone() {
		lim, err := limitArg(t, a[2])
		if err != nil {
			return rt.Value{}, err
		}
		wanted = &lim
	}
	switch err := unix.Prlimit(pid, kind, wanted, &before); err {
	case nil:
		return pair(&before), nil
	case unix.EINVAL:
		return rt.Value{}, limitError(err)
	default:
		return rt.Value{}, rt.FromOS(err)
	}
}

var systemMethods = []rt.Method{
	{Name: "prlimit", Sig: "pid, resource, limits=None, /", Fn: prlimit, Doc: "The limits of a process; sets them if there are others."},
}
