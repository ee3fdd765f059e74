//go:build linux || darwin

package osmod

import (
	"os"
	"slices"
	"strconv"
	"syscall"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/signalmod"
	"golang.org/x/sys/unix"
)

// The parameters of fork_exec, in CPython's order.
const (
	argArgs = iota
	argExecutables
	argCloseFds
	argPassFds
	argCwd
	argEnv
	argStdinRead
	argStdinWrite
	argStdoutRead
	argStdoutWrite
	argStderrRead
	argStderrWrite
	argErrRead
	argErrWrite
	argRestoreSignals
	argSetsid
	argGroup
	argGid
	argGroups
	argUid
	argUmask
	argPreexec
)

var subprocessMethods = []rt.Method{{
	Name: "fork_exec",
	Sig: "args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, " +
		"errpipe_read, errpipe_write, restore_signals, call_setsid, pgid_to_set, gid, extra_groups, uid, child_umask, preexec_fn, allow_vfork, /",
	Fn:  forkExec,
	Doc: "Start a program and return its process id.\n\nWhere it cannot be started, the OSError is raised here; its file name is set if it is the working directory that is wrong.",
}}

// texts reads an iterable of file names or arguments.
func texts(t *rt.Thread, v rt.Value) ([]string, error) {
	var out []string
	err := rt.Iterate(t, v, func(x rt.Value) error {
		s, err := fsArg(t, x)
		out = append(out, s)
		return err
	})
	return out, err
}

// forkExec starts a program. A program in Go cannot run code between fork and
// exec, so preexec_fn is refused (Popen has a copy of this process for it, see
// pylib/_preexec.py); all else is in syscall.SysProcAttr.
func forkExec(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	if !a[argPreexec].IsNone() {
		return rt.Value{}, rt.RuntimeErrorf("preexec_fn is not supported by fork_exec: use subprocess.Popen")
	}
	argv, err := texts(t, a[argArgs])
	if err != nil {
		return rt.Value{}, err
	}
	if len(argv) == 0 {
		return rt.Value{}, rt.ValueErrorf("args must not be empty")
	}
	programs, err := texts(t, a[argExecutables])
	if err != nil {
		return rt.Value{}, err
	}
	attr := &syscall.ProcAttr{Env: environOf(t), Sys: &syscall.SysProcAttr{}}
	if !a[argEnv].IsNone() {
		if attr.Env, err = texts(t, a[argEnv]); err != nil {
			return rt.Value{}, err
		}
	}
	if !a[argCwd].IsNone() {
		if attr.Dir, err = fsArg(t, a[argCwd]); err != nil {
			return rt.Value{}, err
		}
		if err := usableDir(attr.Dir); err != nil {
			return rt.Value{}, rt.FromOS(err, a[argCwd])
		}
	}
	if attr.Files, err = childFiles(t, a); err != nil {
		return rt.Value{}, err
	}
	umask, err := childIdentity(t, a, attr.Sys)
	if err != nil {
		return rt.Value{}, err
	}
	restore, err := rt.IsTrue(t, a[argRestoreSignals])
	if err != nil {
		return rt.Value{}, err
	}
	signals := signalmod.Inheritance(t)
	if restore {
		signals.Default = signalmod.Restored
	}
	pid := 0
	err = call(t, func() error {
		if umask >= 0 {
			defer unix.Umask(unix.Umask(umask))
		}
		return signals.Leave(func() (err error) {
			pid, err = execFirst(programs, argv, attr)
			return err
		})
	})
	if err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	return integer(pid), nil
}

// execFirst starts the first of programs that is there. Of several errors the
// first that is not the absence of the file is told.
func execFirst(programs, argv []string, attr *syscall.ProcAttr) (int, error) {
	first := error(unix.ENOENT)
	told := false
	for _, prog := range programs {
		var st unix.Stat_t
		var err error
		if prog != "" && prog[0] == '/' {
			err = unix.Stat(prog, &st) // spares the fork
		}
		if err == nil {
			pid := 0
			if pid, err = syscall.ForkExec(prog, argv, attr); err == nil {
				return pid, nil
			}
		}
		if !told {
			first = err
			told = err != unix.ENOENT && err != unix.ENOTDIR
		}
	}
	return 0, first
}

// usableDir says why dir cannot be the working directory.
func usableDir(dir string) error {
	fi, err := os.Stat(dir)
	if err != nil {
		return err
	}
	if !fi.IsDir() {
		return unix.ENOTDIR
	}
	return unix.Access(dir, unix.X_OK)
}

const closed = ^uintptr(0)

// childFiles gives the child's descriptors by number.
func childFiles(t *rt.Thread, a []rt.Value) ([]uintptr, error) {
	files := []uintptr{0, 1, 2}
	for i, arg := range []int{argStdinRead, argStdoutWrite, argStderrWrite} {
		fd, err := intArg(t, a[arg])
		if err != nil {
			return nil, err
		}
		if fd >= 0 {
			files[i] = uintptr(fd)
		} else if _, err := unix.FcntlInt(uintptr(i), unix.F_GETFD, 0); err != nil {
			files[i] = closed
		}
	}
	var pass []int
	err := rt.Iterate(t, a[argPassFds], func(v rt.Value) error {
		fd, err := intArg(t, v)
		pass = append(pass, fd)
		return err
	})
	if err != nil {
		return nil, err
	}
	closeRest, err := rt.IsTrue(t, a[argCloseFds])
	if err != nil {
		return nil, err
	}
	for _, fd := range openFds() {
		passed := slices.Contains(pass, fd)
		if fd <= 2 || !passed && !inheritable(fd) {
			continue
		}
		for len(files) <= fd {
			files = append(files, closed)
		}
		if passed || !closeRest {
			files[fd] = uintptr(fd)
		}
	}
	return files, nil
}

func inheritable(fd int) bool {
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
	return err == nil && flags&unix.FD_CLOEXEC == 0
}

// openFds lists the descriptors of this process.
func openFds() []int {
	var out []int
	for _, dir := range []string{"/proc/self/fd", "/dev/fd"} {
		list, err := os.ReadDir(dir)
		if err != nil {
			continue
		}
		for _, e := range list {
			if fd, err := strconv.Atoi(e.Name()); err == nil {
				out = append(out, fd)
			}
		}
		return out
	}
	return out
}

// childIdentity fills in session, process group, user and groups, and gives the
// umask, -1 for none.
func childIdentity(t *rt.Thread, a []rt.Value, sys *syscall.SysProcAttr) (umask int, err error) {
	if sys.Setsid, err = rt.IsTrue(t, a[argSetsid]); err != nil {
		return 0, err
	}
	group, err := intArg(t, a[argGroup])
	if err != nil {
		return 0, err
	}
	if group >= 0 {
		sys.Setpgid, sys.Pgid = true, group
	}
	if !a[argGid].IsNone() || !a[argUid].IsNone() || !a[argGroups].IsNone() {
		c := &syscall.Credential{Uid: uint32(unix.Geteuid()), Gid: uint32(unix.Getegid()), NoSetGroups: true}
		for arg, id := range map[int]*uint32{argGid: &c.Gid, argUid: &c.Uid} {
			if !a[arg].IsNone() {
				n, err := intArg(t, a[arg])
				if err != nil {
					return 0, err
				}
				*id = uint32(n)
			}
		}
		if !a[argGroups].IsNone() {
			c.NoSetGroups = false
			err := rt.Iterate(t, a[argGroups], func(v rt.Value) error {
				n, err := intArg(t, v)
				c.Groups = append(c.Groups, uint32(n))
				return err
			})
			if err != nil {
				return 0, err
			}
		}
		sys.Credential = c
	}
	return intArg(t, a[argUmask])
}

// awaitExit waits until child pid has ended, without reaping it. It returns early
// when the thread has something else to do; the caller then looks at its
// checkpoint and comes again. false: it cannot wait this way.
func awaitExit(t *rt.Thread, pid int) bool {
	fd, err := pidfdOpen(pid)
	if err != nil {
		return false
	}
	defer unix.Close(fd)
	var wake [2]int
	if pipe(wake[:], unix.O_CLOEXEC) != nil {
		return false
	}
	defer unix.Close(wake[0])
	defer unix.Close(wake[1])
	t.Host.Block(t, func() {
		fds := []unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}, {Fd: int32(wake[0]), Events: unix.POLLIN}}
		for {
			if _, err := unix.Poll(fds, -1); err != unix.EINTR {
				return
			}
		}
	}, func() { unix.Write(wake[1], []byte{0}) })
	return true
}

// waitChild is wait4 for one child that a signal may interrupt.
func waitChild(t *rt.Thread, pid int) (int, syscall.WaitStatus, error) {
	for t.Host != nil {
		if !awaitExit(t, pid) {
			break
		}
		if err := t.Host.Checkpoint(t); err != nil {
			return 0, 0, err
		}
		var st syscall.WaitStatus
		got, err := syscall.Wait4(pid, &st, unix.WNOHANG, nil)
		if got != 0 || err != nil && err != unix.EINTR {
			return got, st, err
		}
	}
	got, st, _, err := wait4(t, pid, 0)
	return got, st, err
}
