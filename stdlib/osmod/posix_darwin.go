package osmod

import (
	"time"

	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

const (
	utimeNow  = -1
	atEaccess = 0x10
)

func futimes(fd int, ts []unix.Timespec) error {
	tv := make([]unix.Timeval, 2)
	for i := range ts {
		if ts[i].Nsec == utimeNow {
			ts[i] = unix.NsecToTimespec(time.Now().UnixNano())
		}
		tv[i] = unix.NsecToTimeval(ts[i].Nano())
	}
	return unix.Futimes(fd, tv)
}

func dup2(from, to int) error { return unix.Dup2(from, to) }

func pipe(p []int, flags int) error {
	if err := unix.Pipe(p); err != nil {
		return err
	}
	for _, fd := range p[:2] {
		if flags&unix.O_CLOEXEC != 0 {
			unix.CloseOnExec(fd)
		}
		if flags&unix.O_NONBLOCK != 0 {
			unix.SetNonblock(fd, true)
		}
	}
	return nil
}

func mkfifo(dir int, p string, mode uint32) error { return unix.Mkfifo(p, mode) }

func fdatasync(fd int) error { return unix.Fsync(fd) }

func monotonic(ts *unix.Timespec) { *ts = unix.NsecToTimespec(time.Now().UnixNano()) }

func niceness() (int, error) { return getpriority([]int{unix.PRIO_PROCESS, 0}) }

func getpriority(a []int) (int, error) { return unix.Getpriority(a[0], a[1]) }

func physPages() int { return -1 }

var sysconfNames = map[string]int{"SC_ARG_MAX": 1, "SC_CLK_TCK": 3, "SC_NGROUPS_MAX": 4, "SC_OPEN_MAX": 5, "SC_PAGESIZE": 29,
	"SC_PAGE_SIZE": 29, "SC_IOV_MAX": 56, "SC_NPROCESSORS_CONF": 57, "SC_NPROCESSORS_ONLN": 58, "SC_PHYS_PAGES": 200, "SC_HOST_NAME_MAX": 72}

var (
	systemTypes     []*rt.Type
	systemMethods   []rt.Method
	platformMethods []rt.Method
)

var systemConsts = constants(map[string]int{
	"O_RDONLY": unix.O_RDONLY, "O_WRONLY": unix.O_WRONLY, "O_RDWR": unix.O_RDWR, "O_APPEND": unix.O_APPEND, "O_CREAT": unix.O_CREAT,
	"O_EXCL": unix.O_EXCL, "O_TRUNC": unix.O_TRUNC, "O_NONBLOCK": unix.O_NONBLOCK, "O_SYNC": unix.O_SYNC, "O_CLOEXEC": unix.O_CLOEXEC,
	"O_DIRECTORY": unix.O_DIRECTORY, "O_NOFOLLOW": unix.O_NOFOLLOW, "F_OK": 0, "R_OK": 4, "W_OK": 2, "X_OK": 1,
	"WNOHANG": unix.WNOHANG, "WUNTRACED": unix.WUNTRACED, "PRIO_PROCESS": 0, "PRIO_PGRP": 1, "PRIO_USER": 2,
	"EX_OK": 0, "EX_USAGE": 64, "EX_DATAERR": 65, "EX_NOINPUT": 66, "EX_SOFTWARE": 70, "EX_OSERR": 71, "EX_IOERR": 74, "EX_CONFIG": 78,
})

func pidfdOpen(pid int) (int, error) { return -1, unix.ENOSYS }

// A schedule says when a process runs: there are no calls for it here.
type schedule struct{}

func (*schedule) lend(start func() error) error { return start() }

// scheduleArg reads posix_spawn's scheduler.
func scheduleArg(t *rt.Thread, v rt.Value, function string) (*schedule, error) {
	if v.IsNone() {
		return nil, nil
	}
	return nil, rt.Errorf(rt.NotImplementedError, "%s: scheduler is not supported", function)
}
