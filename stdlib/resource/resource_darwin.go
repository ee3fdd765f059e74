package resource

import (
	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

const (
	limitKinds   = 9
	unlimited    = 1<<63 - 1
	rlimInfinity = 1<<63 - 1 // as Python has it
)

var constants = []rt.Const{
	{Name: "RLIMIT_AS", Value: rt.Int(unix.RLIMIT_AS)}, {Name: "RLIMIT_CORE", Value: rt.Int(unix.RLIMIT_CORE)},
	{Name: "RLIMIT_CPU", Value: rt.Int(unix.RLIMIT_CPU)}, {Name: "RLIMIT_DATA", Value: rt.Int(unix.RLIMIT_DATA)},
	{Name: "RLIMIT_FSIZE", Value: rt.Int(unix.RLIMIT_FSIZE)}, {Name: "RLIMIT_MEMLOCK", Value: rt.Int(unix.RLIMIT_MEMLOCK)},
	{Name: "RLIMIT_NOFILE", Value: rt.Int(unix.RLIMIT_NOFILE)}, {Name: "RLIMIT_NPROC", Value: rt.Int(unix.RLIMIT_NPROC)},
	{Name: "RLIMIT_RSS", Value: rt.Int(unix.RLIMIT_RSS)}, {Name: "RLIMIT_STACK", Value: rt.Int(unix.RLIMIT_STACK)},
	{Name: "RLIM_INFINITY", Value: rt.Int(rlimInfinity)},
	{Name: "RUSAGE_CHILDREN", Value: rt.Int(unix.RUSAGE_CHILDREN)}, {Name: "RUSAGE_SELF", Value: rt.Int(unix.RUSAGE_SELF)},
}

var systemMethods []rt.Method
