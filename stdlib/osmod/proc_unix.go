//go:build linux || darwin

package osmod

import (
	"math"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"github.com/minipy/minipy/stdlib/io"
	"github.com/minipy/minipy/stdlib/signalmod"
	"golang.org/x/sys/unix"
)

// getID is a call without arguments that answers an int.
func getID(f func() int) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return integer(f()), nil }
}

func osGetgroups(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	ids, err := unix.Getgroups()
	if err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	out := make([]rt.Value, len(ids))
	for i, id := range ids {
		out[i] = integer(id)
	}
	return rt.NewList(out).Value(), nil
}

func osGetlogin(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	for _, key := range []string{"LOGNAME", "USER"} {
		for _, kv := range environOf(t) {
			if v, ok := strings.CutPrefix(kv, key+"="); ok && v != "" {
				return rt.NewStr(osutil.DecodeFS(v)), nil
			}
		}
	}
	return rt.Value{}, rt.OSErr(int(unix.ENOTTY))
}

func osUname(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	var u unix.Utsname
	if err := unix.Uname(&u); err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	s := func(b []byte) rt.Value { return rt.NewStr(osutil.DecodeFS(unix.ByteSliceToString(b))) }
	return unameResult.Make(&unameResultType, s(u.Sysname[:]), s(u.Nodename[:]), s(u.Release[:]), s(u.Version[:]), s(u.Machine[:])), nil
}

func osTimes(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	var self, kids unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &self); err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	if err := unix.Getrusage(unix.RUSAGE_CHILDREN, &kids); err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	// In ticks of a hundredth of a second, as times(2) counts.
	tick := func(ns int64) rt.Value { return rt.Float(float64(ns/1e7) / 100) }
	var up unix.Timespec
	monotonic(&up)
	return timesResult.Make(&timesResultType, tick(self.Utime.Nano()), tick(self.Stime.Nano()), tick(kids.Utime.Nano()),
		tick(kids.Stime.Nano()), tick(up.Nano())), nil
}

func osNice(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	now, err := niceness()
	if err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	if err := unix.Setpriority(unix.PRIO_PROCESS, 0, now+n); err != nil {
		if err == unix.EACCES {
			err = unix.EPERM
		}
		return rt.Value{}, rt.FromOS(err)
	}
	now, err = niceness()
	return integer(now), rt.FromOS(err)
}

// shell starts `/bin/sh -c command` with the given descriptors.
func shell(t *rt.Thread, command string, fds [3]uintptr, signals signalmod.Legacy) (pid int, err error) {
	io.FlushFile(t, "")
	err = signals.Leave(func() (err error) {
		pid, err = syscall.ForkExec("/bin/sh", []string{"sh", "-c", command}, &syscall.ProcAttr{Env: environOf(t), Files: fds[:]})
		return err
	})
	return pid, err
}

// wait4 waits for a child without the GIL.
func wait4(t *rt.Thread, pid, options int) (int, syscall.WaitStatus, *syscall.Rusage, error) {
	var st syscall.WaitStatus
	var ru syscall.Rusage
	got := 0
	err := call(t, func() (err error) {
		for {
			if got, err = syscall.Wait4(pid, &st, options, &ru); err != syscall.EINTR {
				return err
			}
		}
	})
	return got, st, &ru, err
}

func osSystem(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	cmd, err := fsArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	pid, err := shell(t, cmd, [3]uintptr{0, 1, 2}, signalmod.Inheritance(t))
	if err != nil {
		return integer(-1), nil
	}
	_, st, _, err := wait4(t, pid, 0)
	if err != nil {
		return integer(-1), nil
	}
	return integer(int(st)), nil
}

// osPopen is _popen(command, reading): the pid, and our end of the pipe.
func osPopen(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	cmd, err := fsArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	reading, err := rt.IsTrue(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	var p [2]int
	if err := pipe(p[:], unix.O_CLOEXEC); err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	fds := [3]uintptr{0, uintptr(p[1]), 2}
	ours, theirs := p[0], p[1]
	if !reading {
		fds = [3]uintptr{uintptr(p[0]), 1, 2}
		ours, theirs = p[1], p[0]
	}
	signals := signalmod.Inheritance(t)
	signals.Default = signalmod.Restored // CPython's popen is a subprocess
	pid, err := shell(t, cmd, fds, signals)
	unix.Close(theirs)
	if err != nil {
		unix.Close(ours)
		return rt.Value{}, rt.FromOS(err)
	}
	return rt.TupleOf(integer(pid), integer(ours)), nil
}

func osWaitpid(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	args, err := ints(t, a, 2)
	if err != nil {
		return rt.Value{}, err
	}
	var pid int
	var st syscall.WaitStatus
	if args[0] > 0 && args[1] == 0 {
		pid, st, err = waitChild(t, args[0])
	} else {
		pid, st, _, err = wait4(t, args[0], args[1])
	}
	return rt.TupleOf(integer(pid), integer(int(st))), rt.FromOS(err)
}

// osFork is the core of os.fork.
func osFork(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	h, ok := t.Host.(interface{ Fork(t *rt.Thread) error })
	if !ok {
		return rt.Value{}, rt.Errorf(rt.NotImplementedError, "fork() is not supported by this program")
	}
	return rt.Value{}, h.Fork(t)
}

// osUnraisable tells of what a hook of register_at_fork has raised.
func osUnraisable(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	if e, ok := rt.AsException(a[0]); ok {
		osutil.Unraisable(t, e, "in", a[1])
	}
	return rt.None, nil
}

// osForkCall is the core of multiprocessing's fork where os.fork cannot be.
func osForkCall(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	h, ok := t.Host.(interface {
		ForkCall(t *rt.Thread, fn rt.Value) (int, error)
	})
	if !ok {
		return rt.Value{}, rt.Errorf(rt.NotImplementedError, "fork() is not supported by this program")
	}
	pid, err := h.ForkCall(t, a[0])
	return integer(pid), err
}

func osWait(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	pid, st, _, err := wait4(t, -1, 0)
	return rt.TupleOf(integer(pid), integer(int(st))), rt.FromOS(err)
}

func osKill(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	args, err := ints(t, a, 2)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, sendSignal(t, args[0], args[1])
}

func osKillpg(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	args, err := ints(t, a, 2)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, sendSignal(t, -args[0], args[1])
}

// sendSignal is kill(2). What a signal does to this process itself has happened
// when it returns.
func sendSignal(t *rt.Thread, pid, n int) error {
	known := 0 < n && n <= 64
	if known && pid == os.Getpid() {
		return signalmod.Raise(t, n)
	}
	if err := unix.Kill(pid, syscall.Signal(n)); err != nil {
		return rt.FromOS(err)
	}
	if known && (pid == 0 || pid == -unix.Getpgrp()) {
		return signalmod.Joins(t, n)
	}
	return nil
}

// osAbort ends the process as abort(3) does, not as Go answers the signal.
func osAbort(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	osutil.Farewell(t, int(unix.SIGABRT))
	osutil.DefaultAction(int(unix.SIGABRT))
	return rt.Value{}, rt.FromOS(osutil.SignalSelf(int(unix.SIGABRT)))
}

// execArgs reads an argument list; what is how messages call it.
func execArgs(t *rt.Thread, v rt.Value, what string) ([]string, error) {
	if _, isList := rt.AsList(v); !isList {
		if _, isTuple := rt.AsTuple(v); !isTuple {
			return nil, rt.TypeErrorf("%s must be a tuple or list", what)
		}
	}
	items, err := rt.ToSlice(t, v)
	if err != nil {
		return nil, err
	}
	if len(items) == 0 {
		return nil, rt.ValueErrorf("%s must not be empty", what)
	}
	out := make([]string, len(items))
	for i, x := range items {
		if out[i], err = fsArg(t, x); err != nil {
			return nil, err
		}
	}
	if out[0] == "" {
		return nil, rt.ValueErrorf("%s first element cannot be empty", what)
	}
	return out, nil
}

func osExecv(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, err := osutil.GetPath(t, a[0], "execv", "path", false, false)
	if err != nil {
		return rt.Value{}, err
	}
	argv, err := execArgs(t, a[1], "execv() arg 2")
	if err != nil {
		return rt.Value{}, err
	}
	return rt.Value{}, execute(t, p.Text, argv, environOf(t))
}

// execute puts another program in the place of this process.
func execute(t *rt.Thread, name string, argv, env []string) error {
	if err := unix.Access(name, unix.F_OK); err == unix.ENOENT { // execvp tries many; the terminal need not know
		return rt.FromOS(err)
	}
	undo := osutil.RestoreTerminal(t)
	err := signalmod.Inheritance(t).Leave(func() error { return syscall.Exec(name, argv, env) })
	undo()
	return rt.FromOS(err)
}

func osExecve(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, err := osutil.GetPath(t, a[0], "execve", "path", false, false)
	if err != nil {
		return rt.Value{}, err
	}
	argv, err := execArgs(t, a[1], "execve: argv")
	if err != nil {
		return rt.Value{}, err
	}
	env, err := envArg(t, a[2], "execve")
	if err != nil {
		return rt.Value{}, err
	}
	return rt.Value{}, execute(t, p.Text, argv, env)
}

func osUmask(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	return integer(unix.Umask(n)), nil
}

func windowSize(fd int) (cols, lines int, err error) {
	ws, err := unix.IoctlGetWinsize(fd, unix.TIOCGWINSZ)
	if err != nil {
		return 0, 0, err
	}
	return int(ws.Col), int(ws.Row), nil
}

func osSysconf(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n := 0
	if s, ok := rt.AsStr(a[0]); ok {
		if n, ok = sysconfNames[s.String()]; !ok {
			return rt.Value{}, rt.ValueErrorf("unrecognized configuration name")
		}
	} else {
		var err error
		if a[0].Type().Slots.Index == nil {
			return rt.Value{}, rt.TypeErrorf("configuration names must be strings or integers")
		}
		if n, err = intArg(t, a[0]); err != nil {
			return rt.Value{}, err
		}
	}
	switch n {
	case sysconfNames["SC_PAGESIZE"]:
		return integer(os.Getpagesize()), nil
	case sysconfNames["SC_NPROCESSORS_ONLN"], sysconfNames["SC_NPROCESSORS_CONF"]:
		return integer(cpuCount()), nil
	case sysconfNames["SC_CLK_TCK"]:
		return integer(100), nil
	case sysconfNames["SC_OPEN_MAX"]:
		var r unix.Rlimit
		if err := unix.Getrlimit(unix.RLIMIT_NOFILE, &r); err != nil {
			return rt.Value{}, rt.FromOS(err)
		}
		return rt.Int(int64(min(r.Cur, math.MaxInt64))), nil
	case sysconfNames["SC_ARG_MAX"]:
		return integer(2097152), nil
	case sysconfNames["SC_PHYS_PAGES"]:
		return integer(physPages()), nil
	case sysconfNames["SC_IOV_MAX"]:
		return integer(1024), nil
	case sysconfNames["SC_NGROUPS_MAX"]:
		return integer(65536), nil
	case sysconfNames["SC_HOST_NAME_MAX"]:
		return integer(64), nil
	}
	return rt.Value{}, rt.OSErr(int(unix.EINVAL))
}

// cpuCount is the number of processors that are on.
func cpuCount() int {
	if b, err := os.ReadFile("/sys/devices/system/cpu/online"); err == nil {
		n := 0
		for _, part := range strings.Split(strings.TrimSpace(string(b)), ",") {
			lo, hi, isRange := strings.Cut(part, "-")
			a, err1 := strconv.Atoi(lo)
			b := a
			var err2 error
			if isRange {
				b, err2 = strconv.Atoi(hi)
			}
			if err1 != nil || err2 != nil {
				return runtime.NumCPU()
			}
			n += b - a + 1
		}
		if n > 0 {
			return n
		}
	}
	return runtime.NumCPU()
}

func osGetloadavg(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	b, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return rt.Value{}, rt.Errorf(rt.OSError, "Load averages are unobtainable")
	}
	out := make([]rt.Value, 3)
	for i, s := range strings.Fields(string(b))[:3] {
		f, _ := strconv.ParseFloat(s, 64)
		out[i] = rt.Float(f)
	}
	return rt.NewTuple(out), nil
}

func osTtyname(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if !osutil.Isatty(t, fd) {
		if _, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0); err != nil && !osutil.Redirected(t, fd) {
			return rt.Value{}, rt.FromOS(err)
		}
		return rt.Value{}, rt.OSErr(int(unix.ENOTTY))
	}
	name, err := os.Readlink("/proc/self/fd/" + strconv.Itoa(fd))
	return rt.NewStr(osutil.DecodeFS(name)), rt.FromOS(err)
}

func init() {
	systemMethods = append(systemMethods, fileMethods...)
	systemMethods = append(systemMethods, fdMethods...)
	systemMethods = append(systemMethods, procMethods...)
	systemMethods = append(systemMethods, spawnMethods...)
	systemMethods = append(systemMethods, moreMethods...)
	systemMethods = append(systemMethods, platformMethods...)
	Module.Methods = append(commonMethods, systemMethods...)
	names := rt.NewDict()
	for _, n := range []string{"SC_ARG_MAX", "SC_CLK_TCK", "SC_HOST_NAME_MAX", "SC_IOV_MAX", "SC_NGROUPS_MAX", "SC_NPROCESSORS_CONF",
		"SC_NPROCESSORS_ONLN", "SC_OPEN_MAX", "SC_PAGESIZE", "SC_PAGE_SIZE", "SC_PHYS_PAGES"} {
		names.Store(n, integer(sysconfNames[n]))
	}
	Module.Consts = append(Module.Consts, spawnConsts...)
	Module.Consts = append(Module.Consts, rt.Const{Name: "sysconf_names", Value: names.Value()})
}

var procMethods = []rt.Method{
	{Name: "getuid", Fn: getID(unix.Getuid)},
	{Name: "geteuid", Fn: getID(unix.Geteuid)},
	{Name: "getgid", Fn: getID(unix.Getgid)},
	{Name: "getegid", Fn: getID(unix.Getegid)},
	{Name: "getpgrp", Fn: getID(unix.Getpgrp)},
	{Name: "getpgid", Sig: "pid", Fn: intAnswer(1, func(a []int) (int, error) { return unix.Getpgid(a[0]) })},
	{Name: "getsid", Sig: "pid, /", Fn: intAnswer(1, func(a []int) (int, error) { return unix.Getsid(a[0]) })},
	{Name: "setpgid", Sig: "pid, pgrp, /", Fn: intCall(2, func(a []int) error { return unix.Setpgid(a[0], a[1]) })},
	{Name: "setpgrp", Fn: intCall(0, func(a []int) error { return unix.Setpgid(0, 0) })},
	{Name: "setsid", Fn: intCall(0, func(a []int) error { _, err := unix.Setsid(); return err })},
	{Name: "setuid", Sig: "uid, /", Fn: intCall(1, func(a []int) error { return syscall.Setuid(a[0]) })},
	{Name: "setgid", Sig: "gid, /", Fn: intCall(1, func(a []int) error { return syscall.Setgid(a[0]) })},
	{Name: "getpriority", Sig: "which, who", Fn: intAnswer(2, getpriority)},
	{Name: "setpriority", Sig: "which, who, priority", Fn: intCall(3, func(a []int) error { return unix.Setpriority(a[0], a[1], a[2]) })},
	{Name: "getgroups", Fn: osGetgroups},
	{Name: "getlogin", Fn: osGetlogin},
	{Name: "getloadavg", Fn: osGetloadavg},
	{Name: "uname", Fn: osUname},
	{Name: "times", Fn: osTimes},
	{Name: "nice", Sig: "increment, /", Fn: osNice},
	{Name: "umask", Sig: "mask, /", Fn: osUmask},
	{Name: "system", Sig: "command", Fn: osSystem},
	{Name: "_popen", Sig: "command, reading, /", Fn: osPopen},
	{Name: "_fork", Fn: osFork, Waits: true},
	{Name: "_unraisable", Sig: "error, object, /", Fn: osUnraisable, Doc: "Tell of an exception that nobody can catch."},
	{Name: "_fork_call", Sig: "func, /", Fn: osForkCall, Doc: "Call func in a copy of this process, and nothing else; returns its process id."},
	{Name: "waitpid", Sig: "pid, options, /", Fn: osWaitpid},
	{Name: "wait", Fn: osWait},
	{Name: "kill", Sig: "pid, signal, /", Fn: osKill},
	{Name: "killpg", Sig: "pgid, signal, /", Fn: osKillpg},
	{Name: "abort", Fn: osAbort},
	{Name: "execv", Sig: "path, argv, /", Fn: osExecv},
	{Name: "execve", Sig: "path, argv, env", Fn: osExecve},
	{Name: "sysconf", Sig: "name, /", Fn: osSysconf},
	{Name: "sync", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		return rt.None, call(t, func() error { unix.Sync(); return nil })
	}},
	{Name: "ctermid", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.NewStr("/dev/tty"), nil }},
	{Name: "ttyname", Sig: "fd, /", Fn: osTtyname},
	{Name: "device_encoding", Sig: "fd", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		fd, err := intArg(t, a[0])
		if err != nil || !osutil.Isatty(t, fd) {
			return rt.None, err
		}
		return rt.NewStr("UTF-8"), nil
	}},
}
