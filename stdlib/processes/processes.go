//go:build linux

// Package processes is minipy's _processes module: what multiprocessing needs
// of the system and CPython has elsewhere or writes in Python. Starting this
// executable again with chosen descriptors, messages over pipes and sockets,
// and noticing that the parent is gone.
package processes

import (
	"crypto/hmac"
	"crypto/md5"
	"os"
	"syscall"
	"time"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/pickle"
	"github.com/minipy/minipy/stdlib/signalmod"
	"golang.org/x/sys/unix"
)

// texts reads a sequence of bytes-like objects.
func texts(t *rt.Thread, v rt.Value) ([]string, error) {
	items, err := rt.ToSlice(t, v)
	if err != nil {
		return nil, err
	}
	out := make([]string, len(items))
	for i, x := range items {
		b, err := rt.GetBuffer(t, x)
		if err != nil {
			return nil, err
		}
		out[i] = string(b.Bytes)
		b.Release()
	}
	return out, nil
}

func fdArg(t *rt.Thread, v rt.Value) (int, error) {
	n, err := rt.AsInt64(t, v)
	if err != nil {
		return 0, err
	}
	if n < 0 || n > 1<<30 {
		return 0, rt.OSErr(int(unix.EBADF))
	}
	return int(n), nil
}

// spawn starts a program. The child has the standard descriptors and those
// listed, under the same numbers, and no others. If it is this executable, it is
// told that it is a child of this one.
func spawn(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	argv, err := texts(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if len(argv) == 0 {
		return rt.Value{}, rt.ValueErrorf("spawn() arg 1 must not be empty")
	}
	env := os.Environ()
	if !a[2].IsNone() {
		if env, err = texts(t, a[2]); err != nil {
			return rt.Value{}, err
		}
	}
	items, err := rt.ToSlice(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	fds := []int{0, 1, 2}
	for _, v := range items {
		fd, err := fdArg(t, v)
		if err != nil {
			return rt.Value{}, err
		}
		fds = append(fds, fd)
	}
	deaf, err := rt.IsTrue(t, a[3])
	if err != nil {
		return rt.Value{}, err
	}
	if argv[0] == ownPath() {
		kind := rt.FreshChild
		if deaf {
			kind = rt.DeafChild
		}
		env = append(env, rt.ChildEnv+"="+kind)
	}
	return start(t, argv, env, fds, deaf)
}

// ownPath is the executable that this process runs; "": nobody knows.
func ownPath() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	return path
}

// start starts the program; a deaf one in a process group of its own, so that
// it hears nothing of the terminal's signals even before it can ignore them.
func start(t *rt.Thread, argv, env []string, fds []int, deaf bool) (rt.Value, error) {
	last := 0
	for _, fd := range fds {
		last = max(last, fd)
	}
	files := make([]uintptr, last+1)
	for i := range files {
		files[i] = ^uintptr(0)
	}
	for _, fd := range fds {
		if _, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0); err != nil {
			if fd <= 2 { // closed here, closed there
				continue
			}
			return rt.Value{}, rt.FromOS(err)
		}
		files[fd] = uintptr(fd)
	}
	pid, signals := 0, signalmod.Inheritance(t)
	var err error
	if t.Host != nil {
		t.Host.ReleaseGIL(t)
	}
	err = signals.Leave(func() (err error) {
		pid, err = syscall.ForkExec(argv[0], argv, &syscall.ProcAttr{Env: env, Files: files, Sys: &syscall.SysProcAttr{Setpgid: deaf}})
		return err
	})
	if t.Host != nil {
		t.Host.AcquireGIL(t)
	}
	if err != nil {
		return rt.Value{}, rt.FromOS(err, rt.NewStr(argv[0]))
	}
	return rt.Int(int64(pid)), nil
}

// hmacMD5 is HMAC with MD5, by which both ends of a connection prove that they
// know the key.
func hmacMD5(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	key, err := rt.GetBuffer(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	defer key.Release()
	msg, err := rt.GetBuffer(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	defer msg.Release()
	h := hmac.New(md5.New, key.Bytes)
	h.Write(msg.Bytes)
	return rt.NewBytes(h.Sum(nil)), nil
}

// watchParent ends this process some time after fd, the reading end of a pipe
// whose other end only the parent has, comes to its end. Whoever waits for the
// parent in Python has that time to say so.
func watchParent(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := fdArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	seconds, ok := rt.FloatOf(a[1])
	if !ok {
		return rt.Value{}, rt.TypeErrorf("must be real number, not %s", a[1].Type().Name)
	}
	own, err := unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	go func() {
		fds := []unix.PollFd{{Fd: int32(own), Events: unix.POLLIN}}
		for {
			n, err := unix.Poll(fds, -1)
			if n > 0 {
				break
			}
			if err != nil && err != unix.EINTR {
				return
			}
		}
		time.Sleep(time.Duration(seconds * float64(time.Second)))
		syscall.Kill(syscall.Getpid(), syscall.SIGKILL)
	}()
	return rt.None, nil
}

// pending is how many bytes are there to be read.
func pending(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := fdArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	n, err := unix.IoctlGetInt(fd, unix.TIOCINQ)
	return rt.Int(int64(n)), rt.FromOS(err)
}

func dumps(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	reducers, ok := rt.AsDict(a[1])
	if !ok {
		return rt.Value{}, rt.TypeErrorf("reducers must be a dict, not %s", a[1].Type().Name)
	}
	return pickle.Dumps(t, a[0], reducers)
}

// Module is _processes.
var Module = &rt.ModuleSpec{
	Name:  "_processes",
	Doc:   "What multiprocessing needs of the system.",
	Types: []*rt.Type{&memoryType, &itemType, &inboxType},
	Methods: []rt.Method{
		{Name: "spawn", Sig: "args, fds, env=None, deaf=False, /", Fn: spawn,
			Doc: "Start a program with these descriptors; returns its process id. A deaf one does not hear the terminal's signals."},
		{Name: "executable", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.NewBytesString(ownPath()), nil },
			Doc: "The path of the program that this process runs, as bytes."},
		{Name: "pidfd", Sig: "pid, /", Fn: pidfd, Doc: "A descriptor that is ready for reading when the process has ended."},
		{Name: "hmac_md5", Sig: "key, message, /", Fn: hmacMD5, Doc: "HMAC with MD5."},
		{Name: "watch_parent", Sig: "fd, grace, /", Fn: watchParent, Doc: "End this process when fd comes to its end."},
		{Name: "pending", Sig: "fd, /", Fn: pending, Doc: "How many bytes there are to be read."},
		{Name: "dumps", Sig: "obj, reducers, /", Fn: dumps, Doc: "The pickle of an object; reducers has functions by type, beside copyreg's."},
		{Name: "send_frame", Sig: "fd, data, lock=None, /", Fn: sendFrame, Doc: "Write a message; lock is the SemLock that guards the descriptor, if one does.", Waits: true},
		{Name: "send_frames", Sig: "fd, messages, /", Fn: sendFrames, Doc: "Write several messages.", Waits: true},
		{Name: "recv_frame", Sig: "fd, limit=-1, lock=None, /", Fn: recvFrame, Doc: "Read a message; None if it is longer than the limit.", Waits: true},
	},
}
