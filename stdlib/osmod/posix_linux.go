package osmod

import (
	"syscall"
	"unsafe"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"golang.org/x/sys/unix"
)

const (
	utimeNow  = unix.UTIME_NOW
	atEaccess = unix.AT_EACCESS
)

func futimes(fd int, ts []unix.Timespec) error {
	_, _, e := unix.Syscall6(unix.SYS_UTIMENSAT, uintptr(fd), 0, uintptr(unsafe.Pointer(&ts[0])), 0, 0, 0)
	if e != 0 {
		return e
	}
	return nil
}

func dup2(from, to int) error {
	if from == to {
		_, err := unix.FcntlInt(uintptr(from), unix.F_GETFD, 0)
		return err
	}
	return unix.Dup3(from, to, 0)
}

func pipe(p []int, flags int) error { return unix.Pipe2(p, flags) }

func mkfifo(dir int, p string, mode uint32) error { return unix.Mknodat(dir, p, mode|unix.S_IFIFO, 0) }

func fdatasync(fd int) error { return unix.Fdatasync(fd) }

func monotonic(ts *unix.Timespec) { unix.ClockGettime(unix.CLOCK_MONOTONIC, ts) }

// niceness is this process's; the system call answers 20 minus it.
func niceness() (int, error) { return getpriority([]int{unix.PRIO_PROCESS, 0}) }

func getpriority(a []int) (int, error) {
	n, err := unix.Getpriority(a[0], a[1])
	return 20 - n, err
}

func physPages() int {
	var si unix.Sysinfo_t
	if unix.Sysinfo(&si) != nil {
		return -1
	}
	return int(uint64(si.Totalram) * uint64(si.Unit) / 4096)
}

var sysconfNames = map[string]int{"SC_ARG_MAX": 0, "SC_CLK_TCK": 2, "SC_NGROUPS_MAX": 3, "SC_OPEN_MAX": 4, "SC_PAGESIZE": 30,
	"SC_PAGE_SIZE": 30, "SC_IOV_MAX": 60, "SC_NPROCESSORS_CONF": 83, "SC_NPROCESSORS_ONLN": 84, "SC_PHYS_PAGES": 85, "SC_HOST_NAME_MAX": 180}

func osSchedGetaffinity(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	pid, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	var set unix.CPUSet
	if err := unix.SchedGetaffinity(pid, &set); err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	var cpus []rt.Value
	for i := 0; i < len(set)*64; i++ {
		if set.IsSet(i) {
			cpus = append(cpus, integer(i))
		}
	}
	setType, ok := t.VM.Builtins.Lookup("set")
	if !ok {
		return rt.NewTuple(cpus), nil
	}
	return rt.Call(t, setType, rt.NewList(cpus).Value())
}

func osSchedSetaffinity(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	pid, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	var set unix.CPUSet
	err = rt.Iterate(t, a[1], func(v rt.Value) error {
		n, err := intArg(t, v)
		if err == nil && n < 0 {
			return rt.ValueErrorf("negative CPU number")
		}
		set.Set(n)
		return err
	})
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, rt.FromOS(unix.SchedSetaffinity(pid, &set))
}

var statvfsType rt.Type

var statvfsResult = &rt.StructSeq{Name: "os.statvfs_result", Visible: 10, Fields: []rt.StructField{
	{Name: "f_bsize"}, {Name: "f_frsize"}, {Name: "f_blocks"}, {Name: "f_bfree"}, {Name: "f_bavail"}, {Name: "f_files"},
	{Name: "f_ffree"}, {Name: "f_favail"}, {Name: "f_flag"}, {Name: "f_namemax"}, {Name: "f_fsid"}}}

func osStatvfs(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, err := osutil.GetPath(t, a[0], "statvfs", "path", true, false)
	if err != nil {
		return rt.Value{}, err
	}
	var st unix.Statfs_t
	err = fileCall(t, &p, func() error {
		if p.Fd >= 0 {
			return unix.Fstatfs(p.Fd, &st)
		}
		return unix.Statfs(p.Text, &st)
	})
	if err != nil {
		return rt.Value{}, err
	}
	i := func(n int64) rt.Value { return rt.Int(n) }
	frsize := int64(st.Frsize)
	if frsize == 0 {
		frsize = int64(st.Bsize)
	}
	return statvfsResult.Make(&statvfsType, i(int64(st.Bsize)), i(frsize), i(int64(st.Blocks)), i(int64(st.Bfree)), i(int64(st.Bavail)),
		i(int64(st.Files)), i(int64(st.Ffree)), i(int64(st.Ffree)), i(int64(st.Flags)&^0x20), i(int64(st.Namelen)),
		i(int64(uint32(st.Fsid.Val[0]))|int64(st.Fsid.Val[1])<<32)), nil
}

func init() { rt.DefineStructSeq(&statvfsType, statvfsResult) }

var systemTypes = []*rt.Type{&statvfsType, &waitidResultType, &schedParamType}

var platformMethods = []rt.Method{
	{Name: "sendfile", Sig: "out_fd, in_fd, offset, count", Fn: osSendfile},
	{Name: "sched_getaffinity", Sig: "pid, /", Fn: osSchedGetaffinity},
	{Name: "sched_setaffinity", Sig: "pid, mask, /", Fn: osSchedSetaffinity},
	{Name: "sched_yield", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		return rt.None, call(t, func() error { return nil })
	}},
	{Name: "seteuid", Sig: "euid, /", Fn: intCall(1, func(a []int) error { return syscall.Setresuid(-1, a[0], -1) })},
	{Name: "setegid", Sig: "egid, /", Fn: intCall(1, func(a []int) error { return syscall.Setresgid(-1, a[0], -1) })},
	{Name: "statvfs", Sig: "path", Fn: osStatvfs},
	{Name: "fstatvfs", Sig: "fd, /", Fn: osStatvfs},
	{Name: "getrandom", Sig: "size, flags=0", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return osutil.Urandom(t, a[:1]) }},
}

var systemMethods []rt.Method

var systemConsts = constants(map[string]int{
	"O_RDONLY": unix.O_RDONLY, "O_WRONLY": unix.O_WRONLY, "O_RDWR": unix.O_RDWR, "O_APPEND": unix.O_APPEND, "O_CREAT": unix.O_CREAT,
	"O_EXCL": unix.O_EXCL, "O_TRUNC": unix.O_TRUNC, "O_NONBLOCK": unix.O_NONBLOCK, "O_NDELAY": unix.O_NDELAY, "O_SYNC": unix.O_SYNC,
	"O_DSYNC": unix.O_DSYNC, "O_RSYNC": unix.O_RSYNC, "O_FSYNC": unix.O_FSYNC, "O_NOCTTY": unix.O_NOCTTY, "O_CLOEXEC": unix.O_CLOEXEC,
	"O_DIRECTORY": unix.O_DIRECTORY, "O_NOFOLLOW": unix.O_NOFOLLOW, "O_NOATIME": unix.O_NOATIME, "O_PATH": unix.O_PATH,
	"O_TMPFILE": unix.O_TMPFILE, "O_ASYNC": unix.O_ASYNC, "O_DIRECT": unix.O_DIRECT, "O_LARGEFILE": 0, "O_ACCMODE": unix.O_ACCMODE,
	"F_OK": 0, "R_OK": 4, "W_OK": 2, "X_OK": 1, "SEEK_DATA": unix.SEEK_DATA, "SEEK_HOLE": unix.SEEK_HOLE,
	"WNOHANG": unix.WNOHANG, "WUNTRACED": unix.WUNTRACED, "WCONTINUED": unix.WCONTINUED, "WEXITED": unix.WEXITED,
	"WNOWAIT": unix.WNOWAIT, "WSTOPPED": unix.WSTOPPED, "P_PID": 1, "P_PGID": 2, "P_ALL": 0, "P_PIDFD": 3,
	"PRIO_PROCESS": 0, "PRIO_PGRP": 1, "PRIO_USER": 2, "NGROUPS_MAX": 65536, "TMP_MAX": 238328,
	"EX_OK": 0, "EX_USAGE": 64, "EX_DATAERR": 65, "EX_NOINPUT": 66, "EX_NOUSER": 67, "EX_NOHOST": 68, "EX_UNAVAILABLE": 69,
	"EX_SOFTWARE": 70, "EX_OSERR": 71, "EX_OSFILE": 72, "EX_CANTCREAT": 73, "EX_IOERR": 74, "EX_TEMPFAIL": 75, "EX_PROTOCOL": 76,
	"EX_NOPERM": 77, "EX_CONFIG": 78, "SCHED_OTHER": 0, "SCHED_FIFO": 1, "SCHED_RR": 2, "SCHED_BATCH": 3, "SCHED_IDLE": 5,
	"F_LOCK": 1, "F_TEST": 3, "F_TLOCK": 2, "F_ULOCK": 0, "ST_RDONLY": 1, "ST_NOSUID": 2, "GRND_NONBLOCK": 1, "GRND_RANDOM": 2,
	"CLD_EXITED": 1, "CLD_KILLED": 2, "CLD_DUMPED": 3, "CLD_TRAPPED": 4, "CLD_STOPPED": 5, "CLD_CONTINUED": 6,
})

// osSendfile is sendfile(out_fd, in_fd, offset, count); offset None is the file's own.
func osSendfile(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	r := reader{t: t}
	out, in, offset, count := r.int(a[0]), r.int(a[1]), r.offset(a[2]), r.size(a[3])
	if r.err != nil {
		return rt.Value{}, r.err
	}
	if err := osutil.AwaitTransfer(t, in, out); err != nil {
		return rt.Value{}, err
	}
	n := 0
	err := restarted(t, func() (err error) { n, err = unix.Sendfile(out, in, offset, count); return err })
	return integer(n), err
}

func pidfdOpen(pid int) (int, error) { return unix.PidfdOpen(pid, 0) }
