package osmod

import (
	"slices"
	"unsafe"

	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

var waitidResultType rt.Type

var waitidResult = &rt.StructSeq{Name: "posix.waitid_result", Doc: "waitid_result: Result from waitid.",
	Fields: []rt.StructField{{Name: "si_pid"}, {Name: "si_uid"}, {Name: "si_signo"}, {Name: "si_status"}, {Name: "si_code"}}}

func init() {
	rt.DefineStructSeq(&waitidResultType, waitidResult)
	platformMethods = slices.Concat(platformMethods, linuxProcMethods, copyMethods, ownerMethods, schedMethods)
	Module.Consts = slices.Concat(Module.Consts, linuxProcConsts, copyConsts, ownerConsts)
}

// childInfo is siginfo_t as waitid fills it in.
type childInfo struct {
	signo, errno, code int32
	_                  int32
	pid, uid, status   int32
	_                  [100]byte
}

// osWaitid is waitid(idtype, id, options); None if no child is in that state.
func osWaitid(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	args, err := ints(t, a, 3)
	if err != nil {
		return rt.Value{}, err
	}
	info := new(childInfo)
	err = call(t, func() error {
		for {
			_, _, errno := unix.Syscall6(unix.SYS_WAITID, uintptr(args[0]), uintptr(args[1]), uintptr(unsafe.Pointer(info)), uintptr(args[2]), 0, 0)
			switch errno {
			case 0:
				return nil
			case unix.EINTR:
			default:
				return errno
			}
		}
	})
	if err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	if info.pid == 0 {
		return rt.None, nil
	}
	n := func(x int32) rt.Value { return rt.Int(int64(x)) }
	return waitidResult.Make(&waitidResultType, n(info.pid), rt.Int(int64(uint32(info.uid))), n(info.signo), n(info.status), n(info.code)), nil
}

func osMemfdCreate(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	name, err := fsArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	flags := unix.MFD_CLOEXEC
	if !a[1].IsUnset() {
		if flags, err = intArg(t, a[1]); err != nil {
			return rt.Value{}, err
		}
	}
	fd, err := unix.MemfdCreate(name, flags)
	return integer(fd), rt.FromOS(err)
}

// osEventfd is eventfd(initval, flags=EFD_CLOEXEC).
func osEventfd(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	first, err := rt.AsInt64(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	flags, err := intArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	fd, err := unix.Eventfd(uint(first), flags)
	return integer(fd), rt.FromOS(err)
}

var linuxProcMethods = []rt.Method{
	{Name: "waitid", Sig: "idtype, id, options, /", Fn: osWaitid, Doc: "Wait for a child in a state: waitid_result, or None."},
	{Name: "memfd_create", Sig: "name, flags=?", Fn: osMemfdCreate, Doc: "Create a file without a name, in memory; returns its descriptor."},
	{Name: "eventfd", Sig: "initval, flags=524288", Fn: osEventfd, Doc: "Create a counter to wait for; returns its descriptor."},
	{Name: "pidfd_open", Sig: "pid, flags=0", Doc: "A descriptor of a process, ready for reading when it has ended.", Fn: intAnswer(2, func(a []int) (int, error) {
		return unix.PidfdOpen(a[0], a[1])
	})},
}

var linuxProcConsts = constants(map[string]int{
	"RTLD_LAZY": 1, "RTLD_NOW": 2, "RTLD_NOLOAD": 4, "RTLD_DEEPBIND": 8, "RTLD_GLOBAL": 256, "RTLD_LOCAL": 0, "RTLD_NODELETE": 4096,
	"MFD_CLOEXEC": unix.MFD_CLOEXEC, "MFD_ALLOW_SEALING": unix.MFD_ALLOW_SEALING, "MFD_HUGETLB": unix.MFD_HUGETLB,
	"MFD_HUGE_SHIFT": unix.MFD_HUGE_SHIFT, "MFD_HUGE_MASK": unix.MFD_HUGE_MASK,
	"EFD_CLOEXEC": unix.EFD_CLOEXEC, "EFD_NONBLOCK": unix.EFD_NONBLOCK, "EFD_SEMAPHORE": unix.EFD_SEMAPHORE,
})
