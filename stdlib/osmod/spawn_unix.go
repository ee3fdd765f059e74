//go:build linux || darwin

package osmod

import (
	"slices"
	"strings"
	"syscall"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"github.com/minipy/minipy/stdlib/resource"
	"github.com/minipy/minipy/stdlib/signalmod"
	"golang.org/x/sys/unix"
)

// envArg reads a mapping as an environment.
func envArg(t *rt.Thread, v rt.Value, function string) ([]string, error) {
	keys, err := rt.CallMethod(t, v, "keys")
	if err != nil {
		return nil, rt.TypeErrorf("%s: environment must be a mapping object", function)
	}
	env := []string{}
	err = rt.Iterate(t, keys, func(k rt.Value) error {
		key, err := fsArg(t, k)
		if err != nil {
			return err
		}
		if key == "" || strings.Contains(key[1:], "=") {
			return rt.ValueErrorf("illegal environment variable name")
		}
		v, err := rt.GetItem(t, v, k)
		if err != nil {
			return err
		}
		val, err := fsArg(t, v)
		env = append(env, key+"="+val)
		return err
	})
	return env, err
}

// The kinds of file_actions of posix_spawn.
const (
	spawnOpen = iota
	spawnClose
	spawnDup2
)

// A plan is what a child's descriptors will be: those of this process that are
// inheritable, changed one by one.
type plan struct {
	files  []uintptr
	opened []int // here, for the child
	closed []int // by an action
}

func newPlan() *plan {
	p := &plan{}
	for _, fd := range openFds() {
		if fd <= 2 || inheritable(fd) {
			p.set(fd, uintptr(fd))
		}
	}
	return p
}

func (p *plan) set(fd int, as uintptr) {
	for len(p.files) <= fd {
		p.files = append(p.files, closed)
	}
	p.files[fd] = as
}

// at is what the child's descriptor fd is so far. One that would not pass the exec
// is still there.
func (p *plan) at(fd int) uintptr {
	if fd < len(p.files) && p.files[fd] != closed {
		return p.files[fd]
	}
	if _, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0); err != nil || slices.Contains(p.closed, fd) {
		return closed
	}
	return uintptr(fd)
}

// release closes what was opened here.
func (p *plan) release() {
	for _, fd := range p.opened {
		unix.Close(fd)
	}
}

// action applies one of the file_actions.
func (p *plan) action(t *rt.Thread, v rt.Value) error {
	tup, ok := rt.AsTuple(v)
	if !ok || len(tup.Items()) == 0 {
		return rt.TypeErrorf("Each file_actions element must be a non-empty tuple")
	}
	items := tup.Items()
	kind, err := intArg(t, items[0])
	if err != nil {
		return err
	}
	want := map[int]int{spawnOpen: 5, spawnClose: 2, spawnDup2: 3}[kind]
	switch {
	case want == 0:
		return rt.TypeErrorf("Unknown file_actions identifier")
	case len(items) != want:
		return rt.TypeErrorf("A %s file_action tuple must have %d elements", [...]string{"open", "close", "dup2"}[kind], want)
	}
	fd, err := intArg(t, items[1])
	if err != nil {
		return err
	}
	if fd < 0 || fd > 1<<20 {
		return rt.OSErr(int(unix.EBADF))
	}
	switch kind {
	case spawnOpen:
		return p.open(t, fd, items[2:])
	case spawnClose:
		p.set(fd, closed)
		p.closed = append(p.closed, fd)
	case spawnDup2:
		to, err := intArg(t, items[2])
		if err != nil {
			return err
		}
		from := p.at(fd)
		if from == closed || to < 0 || to > 1<<20 {
			return rt.OSErr(int(unix.EBADF))
		}
		p.set(to, from)
	}
	return nil
}

// open is the action (POSIX_SPAWN_OPEN, fd, path, flags, mode).
func (p *plan) open(t *rt.Thread, fd int, rest []rt.Value) error {
	path, err := fsArg(t, rest[0])
	if err != nil {
		return err
	}
	var nums [2]int
	for i := range nums {
		if nums[i], err = intArg(t, rest[1+i]); err != nil {
			return err
		}
	}
	f, err := unix.Open(path, nums[0]|unix.O_CLOEXEC, uint32(nums[1]))
	if err != nil {
		return rt.FromOS(err)
	}
	p.opened = append(p.opened, f)
	p.set(fd, uintptr(f))
	return nil
}

// The parameters of posix_spawn.
const (
	spawnPath = iota
	spawnArgv
	spawnEnv
	spawnActions
	spawnPgroup
	spawnResetIDs
	spawnSetsid
	spawnSigmask
	spawnSigdef
	spawnScheduler
)

const spawnSig = "path, argv, env, /, *, file_actions=(), setpgroup=?, resetids=False, setsid=False, setsigmask=?, setsigdef=?, scheduler=None"

// posixSpawn is posix_spawn, or posix_spawnp where the program is looked for.
func posixSpawn(t *rt.Thread, a []rt.Value, function string, look bool) (rt.Value, error) {
	p, err := osutil.GetPath(t, a[spawnPath], function, "path", false, false)
	if err != nil {
		return rt.Value{}, err
	}
	argv, err := execArgs(t, a[spawnArgv], function+": argv")
	if err != nil {
		return rt.Value{}, err
	}
	attr := &syscall.ProcAttr{Sys: &syscall.SysProcAttr{}}
	if attr.Env, err = envArg(t, a[spawnEnv], function); err != nil {
		return rt.Value{}, err
	}
	if err := spawnIdentity(t, a, attr.Sys); err != nil {
		return rt.Value{}, err
	}
	signals, err := spawnSignals(t, a)
	if err != nil {
		return rt.Value{}, err
	}
	schedule, err := scheduleArg(t, a[spawnScheduler], function)
	if err != nil {
		return rt.Value{}, err
	}
	files := newPlan()
	defer files.release()
	if !a[spawnActions].IsNone() {
		if err := rt.Iterate(t, a[spawnActions], func(v rt.Value) error { return files.action(t, v) }); err != nil {
			return rt.Value{}, err
		}
	}
	attr.Files = files.files
	programs := []string{p.Text}
	if look && !strings.Contains(p.Text, "/") {
		programs = inPath(environOf(t), p.Text)
	}
	pid := 0
	err = call(t, func() error {
		return signals.Leave(func() error {
			return schedule.lend(func() (err error) {
				pid, err = execFirst(programs, argv, attr)
				return err
			})
		})
	})
	if err != nil {
		return rt.Value{}, rt.FromOS(err, a[spawnPath])
	}
	return integer(pid), nil
}

// spawnIdentity reads what posix_spawn is told about the child's group, session and user.
func spawnIdentity(t *rt.Thread, a []rt.Value, sys *syscall.SysProcAttr) (err error) {
	if !a[spawnPgroup].IsUnset() {
		sys.Setpgid = true
		if sys.Pgid, err = intArg(t, a[spawnPgroup]); err != nil {
			return err
		}
	}
	if sys.Setsid, err = rt.IsTrue(t, a[spawnSetsid]); err != nil {
		return err
	}
	reset, err := intArg(t, a[spawnResetIDs])
	if err != nil {
		return err
	}
	if reset != 0 && (unix.Geteuid() != unix.Getuid() || unix.Getegid() != unix.Getgid()) {
		sys.Credential = &syscall.Credential{Uid: uint32(unix.Getuid()), Gid: uint32(unix.Getgid()), NoSetGroups: true}
	}
	return nil
}

// spawnSignals reads what posix_spawn is told about the child's signals.
func spawnSignals(t *rt.Thread, a []rt.Value) (signalmod.Legacy, error) {
	l := signalmod.Inheritance(t)
	for i, set := range map[int]*uint64{spawnSigmask: &l.Blocked, spawnSigdef: &l.Default} {
		if a[i].IsUnset() {
			continue
		}
		n, err := signalmod.Set(t, a[i])
		if err != nil {
			return l, err
		}
		*set = n
	}
	return l, nil
}

// inPath are the places where a program may be.
func inPath(env []string, name string) []string {
	path := "/bin:/usr/bin"
	for _, kv := range env {
		if v, ok := strings.CutPrefix(kv, "PATH="); ok {
			path = v
		}
	}
	var out []string
	for _, dir := range strings.Split(path, ":") {
		if dir == "" {
			dir = "."
		}
		out = append(out, dir+"/"+name)
	}
	return out
}

// waited is the answer of wait3 and wait4.
func waited(t *rt.Thread, pid, options int) (rt.Value, error) {
	got, st, ru, err := wait4(t, pid, options)
	if err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	return rt.TupleOf(integer(got), integer(int(st)), resource.Usage(ru)), nil
}

var spawnMethods = []rt.Method{
	{Name: "posix_spawn", Sig: spawnSig, Doc: "Start a program; returns its process id.",
		Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return posixSpawn(t, a, "posix_spawn", false) }},
	{Name: "posix_spawnp", Sig: spawnSig, Doc: "Start a program that is looked for in PATH; returns its process id.",
		Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return posixSpawn(t, a, "posix_spawnp", true) }},
	{Name: "wait3", Sig: "options", Doc: "Wait for a child: (pid, status, rusage).", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		options, err := intArg(t, a[0])
		if err != nil {
			return rt.Value{}, err
		}
		return waited(t, -1, options)
	}},
	{Name: "wait4", Sig: "pid, options", Doc: "Wait for a child: (pid, status, rusage).", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		args, err := ints(t, a, 2)
		if err != nil {
			return rt.Value{}, err
		}
		return waited(t, args[0], args[1])
	}},
}

var spawnConsts = constants(map[string]int{"POSIX_SPAWN_OPEN": spawnOpen, "POSIX_SPAWN_CLOSE": spawnClose, "POSIX_SPAWN_DUP2": spawnDup2})
