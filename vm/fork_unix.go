//go:build unix

package vm

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"github.com/minipy/minipy/runtime"
)

// A Go process cannot be forked and go on. So the child is this program, started
// again with the same descriptors, that reads the machine's state from a file
// in memory and goes on after the call: see RunChild. It is started first: while
// it boots, and beside what it has read, the parent writes; see progress.

// Fork asks that the calling thread be forked; the native that calls it gives
// the error to the loop, which does it between two instructions (forkHere).
// Only a native that the loop has called from the base run can.
func (m *Machine) Fork(rt *runtime.Thread) error {
	t := implOf(rt)
	if !t.mayPark {
		return runtime.RuntimeErrorf("fork() inside native code: what called %s cannot be copied to another process", t.where())
	}
	t.mayPark, t.fork = false, (*thread).forkHere
	return errFork
}

// ForkCall starts a copy of the program in which the calling thread does nothing
// but call fn, and gives the copy's pid. It can do so inside any native code: nothing of
// what is half done there goes on in the copy.
func (m *Machine) ForkCall(rt *runtime.Thread, fn runtime.Value) (int, error) {
	return implOf(rt).forkHere(fn)
}

// where names the running function, for messages.
func (t *thread) where() string {
	if t.cur == t.root {
		return "it"
	}
	return t.cur.u.co.Qualname.String() + "()"
}

// forkHere starts the child and gives its pid. The child goes on after the call, or calls
// fn if that is set.
func (t *thread) forkHere(fn runtime.Value) (int, error) {
	t.m.ClearDead(t.rt)
	state, err := memFile()
	if err != nil {
		return 0, runtime.FromOS(err)
	}
	defer state.Close()
	codeFile, err := memFile()
	if err != nil {
		return 0, runtime.FromOS(err)
	}
	defer codeFile.Close()
	theirs, told, err := os.Pipe()
	if err != nil {
		return 0, runtime.FromOS(err)
	}
	defer told.Close()
	pid, err := startChild([]*os.File{state, codeFile, theirs}, told)
	theirs.Close()
	if err != nil {
		return 0, runtime.FromOS(err)
	}
	out, aside := &progress{file: state, told: told}, &codeAside{file: codeFile}
	err = t.m.writeState(t, fn, out, aside)
	if err == nil {
		err = out.tell()
	}
	if err != nil {
		syscall.Kill(pid, syscall.SIGKILL)
		var status syscall.WaitStatus
		for {
			if _, err := syscall.Wait4(pid, &status, 0, nil); err != syscall.EINTR {
				break
			}
		}
		return 0, runtime.RuntimeErrorf("fork(): %v", err)
	}
	return pid, nil
}

// startChild starts this program with the descriptors that it has, and those of
// passed at higher numbers: RunChild's. own is for nobody else.
func startChild(passed []*os.File, own *os.File) (int, error) {
	exe, err := os.Executable()
	if err != nil {
		return 0, err
	}
	except := []int{int(own.Fd())}
	for _, f := range passed {
		except = append(except, int(f.Fd()))
	}
	files, closing, err := inherited(except)
	if err != nil {
		return 0, err
	}
	var env strings.Builder
	env.WriteString(runtime.ChildEnv + "=")
	for i, f := range passed {
		if i > 0 {
			env.WriteByte(',')
		}
		env.WriteString(strconv.Itoa(len(files)))
		files = append(files, f.Fd())
	}
	fmt.Fprintf(&env, "%s@%d:%x", closing, os.Getpid(), runtime.HashSeed())
	return syscall.ForkExec(exe, os.Args, &syscall.ProcAttr{Env: append(os.Environ(), env.String()), Files: files})
}

// inherited lists the descriptors for the child, each at its own number, and
// names those among them that an exec would close (",3,4"). What belongs to Go
// itself, and except, stays behind.
func inherited(except []int) (files []uintptr, closing string, err error) {
	dir, err := os.Open("/proc/self/fd")
	if err != nil {
		dir, err = os.Open("/dev/fd")
	}
	if err != nil {
		return nil, "", err
	}
	defer dir.Close()
	names, err := dir.Readdirnames(-1)
	if err != nil {
		return nil, "", err
	}
	var b strings.Builder
	for _, name := range names {
		n, err := strconv.Atoi(name)
		if err != nil || slices.Contains(except, n) || n == int(dir.Fd()) {
			continue
		}
		if to, err := os.Readlink("/proc/self/fd/" + name); err == nil && strings.HasPrefix(to, "anon_inode:[event") {
			continue
		}
		flags, _, errno := syscall.Syscall(syscall.SYS_FCNTL, uintptr(n), syscall.F_GETFD, 0)
		if errno != 0 {
			continue
		}
		for len(files) <= n {
			files = append(files, ^uintptr(0))
		}
		files[n] = uintptr(n)
		if flags&syscall.FD_CLOEXEC != 0 {
			fmt.Fprintf(&b, ",%d", n)
		}
	}
	return files, b.String(), nil
}

// IsChild says that a machine of this program, in another process, has started this one to be
// its child, by os.fork() or multiprocessing: main must call RunChild.
func IsChild() bool { return os.Getenv(runtime.ChildEnv) != "" }

// FreshChild says that this child does not go on where its parent has forked but
// begins anew, with the code that its command line has after -c. RunChild does that, too:
// FreshChild is for a command that reads command lines like these anyway. From here on the
// process is no longer a child to IsChild.
func FreshChild() bool {
	switch os.Getenv(runtime.ChildEnv) {
	case runtime.FreshChild:
	case runtime.DeafChild:
		signal.Ignore(syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	default:
		return false
	}
	os.Unsetenv(runtime.ChildEnv)
	return true
}

// RunChild makes this process the child that IsChild says it is, with a machine of the
// parent's configuration, and gives the exit status. The machine goes on where the parent has
// forked, or runs what multiprocessing wants of it. ready, if set, is called with the
// machine before.
func RunChild(cfg Config, ready func(*Machine)) (status int, err error) {
	if FreshChild() {
		return runFresh(cfg, ready)
	}
	return goOnForked(cfg, ready)
}

// runFresh runs the code of the command line.
func runFresh(cfg Config, ready func(*Machine)) (status int, err error) {
	at := slices.Index(os.Args, "-c") + 1
	if at == 0 || at == len(os.Args) {
		return 1, fmt.Errorf("vm: a child's command line has no code: %q", os.Args)
	}
	cfg.Args = append([]string{"-c"}, os.Args[at+1:]...)
	m, err := New(cfg)
	if err != nil {
		return 1, err
	}
	m.InitSite()
	if ready != nil {
		ready(m)
	}
	if err := m.RunSource([]byte(os.Args[at]+"\n"), "<string>", false); runtime.IsError(err, runtime.KeyboardInterrupt) {
		status = 130 // the parent tells of it
	} else if err != nil {
		status = m.Report(err)
	}
	return m.Exit(status), nil
}

// goOnForked reads the state that the parent writes, and goes on with it.
func goOnForked(cfg Config, ready func(*Machine)) (status int, err error) {
	list, _, _ := strings.Cut(os.Getenv(runtime.ChildEnv), ":")
	list, parent, _ := strings.Cut(list, "@")
	os.Unsetenv(runtime.ChildEnv)
	var fds []int
	for _, s := range strings.Split(list, ",") {
		fd, err := strconv.Atoi(s)
		if err != nil {
			return 1, fmt.Errorf("vm: %s: %w", runtime.ChildEnv, err)
		}
		fds = append(fds, fd)
	}
	const own = 3 // startChild's: the state, the code, the progress
	if len(fds) < own {
		return 1, fmt.Errorf("vm: %s: %s", runtime.ChildEnv, list)
	}
	for _, fd := range fds[own:] {
		syscall.CloseOnExec(fd)
	}
	in := &progress{file: os.NewFile(uintptr(fds[0]), "state"), told: os.NewFile(uintptr(fds[2]), "progress")}
	aside := &codeAside{file: os.NewFile(uintptr(fds[1]), "code")}
	m := newMachine(cfg)
	fn, err := m.readState(in, aside)
	in.file.Close()
	aside.file.Close()
	in.told.Close()
	if errors.Is(err, errAbandoned) && strconv.Itoa(os.Getppid()) != parent {
		return 1, nil // it has died
	}
	if err != nil {
		return 1, fmt.Errorf("vm: the child of a fork: %w", err)
	}
	if ready != nil {
		ready(m)
	}
	if !fn.IsUnset() {
		return m.beginWith(fn), nil
	}
	return m.goOn(runtime.Int(0)), nil
}

// beginWith gives up what the main thread was about, calls fn in it and ends
// the program.
func (m *Machine) beginWith(fn runtime.Value) int {
	err := m.Guard(func(rt *runtime.Thread) error {
		for t := implOf(rt); t.cur != t.root; {
			t.finish(t.cur)
		}
		rt.Handled = runtime.Value{}
		_, err := runtime.Call(rt, fn)
		return err
	})
	status := 0
	if err != nil {
		status = m.Report(err)
	}
	return m.Exit(status)
}

// goOn continues the main thread's base run, in which v is the result of the
// call that it stands in, to the end of the program.
func (m *Machine) goOn(v runtime.Value) int {
	err := func() (err error) {
		t, err := m.enter()
		if err != nil {
			return err
		}
		defer m.leave(t)
		defer t.guard(&err)
		t.putResult(v)
		t.runs, t.base = 1, t.root.next
		_, err = t.hostRun()
		return err
	}()
	status := 0
	if err != nil {
		status = m.Report(err)
	}
	return m.Exit(status)
}
