// Package osmod is Python's `posix` module, the system calls behind `os`
// (which is pylib/os.py). It is complete on Linux and Darwin but for making
// processes by fork; elsewhere it has what Go offers on every system.
package osmod

import (
	"os"
	"runtime"
	"strings"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

// Module is `posix`.
var Module = &rt.ModuleSpec{
	Name:    "posix",
	Doc:     "This module provides access to operating system functionality that is\nstandardized by the C Standard and the POSIX standard (a thinly\ndisguised Unix interface).",
	Methods: append(commonMethods, systemMethods...),
	Types:   append([]*rt.Type{&dirEntryType, &statResultType, &terminalSizeType, &unameResultType, &timesResultType}, systemTypes...),
	Consts:  append([]rt.Const{{Name: "error", Value: rt.OSError.Value()}}, systemConsts...),
	Init:    initModule,

	HostFiles: true,
}

// environOf is the VM's environment: its own where the embedding program gave
// one, else the process's.
func environOf(t *rt.Thread) []string {
	if t.VM.Environ != nil {
		return t.VM.Environ
	}
	return os.Environ()
}

func initModule(t *rt.Thread, m *rt.Module) error {
	env := rt.NewDict()
	for _, kv := range environOf(t) {
		i := strings.IndexByte(kv, '=')
		if i < 0 || i == 0 && !strings.Contains(kv[1:], "=") {
			continue
		}
		if i == 0 {
			i = strings.IndexByte(kv[1:], '=') + 1
		}
		key := rt.NewBytesString(kv[:i])
		if _, has, err := env.Get(t, key); err != nil || has {
			continue
		}
		if err := env.Set(t, key, rt.NewBytesString(kv[i+1:])); err != nil {
			return err
		}
	}
	m.Dict.Store("environ", env.Value())
	have := []rt.Value{}
	if runtime.GOOS == "linux" || runtime.GOOS == "darwin" {
		for _, s := range []string{"HAVE_FACCESSAT", "HAVE_FCHDIR", "HAVE_FCHMOD", "HAVE_FCHMODAT", "HAVE_FCHOWN", "HAVE_FCHOWNAT",
			"HAVE_FDOPENDIR", "HAVE_FSTATAT", "HAVE_FTRUNCATE", "HAVE_FUTIMENS", "HAVE_LINKAT", "HAVE_LCHOWN", "HAVE_LSTAT",
			"HAVE_MKDIRAT", "HAVE_OPENAT", "HAVE_READLINKAT", "HAVE_RENAMEAT", "HAVE_SYMLINKAT", "HAVE_UNLINKAT", "HAVE_UTIMENSAT"} {
			have = append(have, rt.NewStr(s))
		}
	}
	if runtime.GOOS == "linux" {
		have = append(have, rt.NewStr("HAVE_MKFIFOAT"), rt.NewStr("HAVE_MKNODAT"))
	}
	m.Dict.Store("_have_functions", rt.NewList(have).Value())
	return nil
}

// setEnviron changes one variable; an empty set removes it.
func setEnviron(t *rt.Thread, key, val string, remove bool) error {
	if t.VM.Environ == nil {
		if remove {
			return os.Unsetenv(key)
		}
		return os.Setenv(key, val)
	}
	out := make([]string, 0, len(t.VM.Environ)+1)
	for _, kv := range t.VM.Environ {
		if !strings.HasPrefix(kv, key+"=") {
			out = append(out, kv)
		}
	}
	if !remove {
		out = append(out, key+"="+val)
	}
	t.VM.Environ = out
	return nil
}

func fsArg(t *rt.Thread, v rt.Value) (string, error) {
	r, err := osutil.Fspath(t, v)
	if err != nil {
		return "", err
	}
	p, err := osutil.GetPath(t, r, "", "", false, false)
	return p.Text, err
}

func osPutenv(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	key, err := fsArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	val, err := fsArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if strings.Contains(key, "=") {
		return rt.Value{}, rt.ValueErrorf("illegal environment variable name")
	}
	if key == "" {
		return rt.Value{}, rt.OSErr(22)
	}
	return rt.None, rt.FromOS(setEnviron(t, key, val, false))
}

func osUnsetenv(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	key, err := fsArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if key == "" || strings.Contains(key, "=") {
		return rt.Value{}, rt.OSErr(22)
	}
	return rt.None, rt.FromOS(setEnviron(t, key, "", true))
}

func osFspath(t *rt.Thread, a []rt.Value) (rt.Value, error) { return osutil.Fspath(t, a[0]) }

func osStrerror(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := intArg(t, a[0])
	return rt.NewStr(rt.Strerror(n)), err
}

// intArg reads a C int.
func intArg(t *rt.Thread, v rt.Value) (int, error) {
	if v.IsFloat() {
		return 0, rt.TypeErrorf("'float' object cannot be interpreted as an integer")
	}
	n, err := rt.AsInt64(t, v)
	if err == nil && int64(int32(n)) != n {
		if n > 0 {
			return 0, rt.OverflowErrorf("signed integer is greater than maximum")
		}
		return 0, rt.OverflowErrorf("signed integer is less than minimum")
	}
	return int(n), err
}

// call makes a system call without the GIL.
func call(t *rt.Thread, f func() error) error {
	osutil.Release(t)
	defer osutil.Acquire(t)
	return f()
}

func osGetcwd(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	dir, err := getwd()
	if err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	return rt.NewStr(osutil.DecodeFS(dir)), nil
}

func osGetcwdb(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	dir, err := getwd()
	if err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	return rt.NewBytesString(dir), nil
}

// readDir opens a folder and gives its entries in the folder's own order.
func readDir(t *rt.Thread, p *osutil.Path) ([]os.DirEntry, error) {
	var list []os.DirEntry
	err := call(t, func() error {
		f, err := openDir(p)
		if err != nil {
			return err
		}
		defer f.Close()
		list, err = f.ReadDir(-1)
		return err
	})
	if err != nil {
		return nil, rt.FromOS(err, p.Given)
	}
	return list, nil
}

// dirArg reads the path argument of listdir and scandir.
func dirArg(t *rt.Thread, v rt.Value, name string) (osutil.Path, error) {
	p, err := osutil.GetPath(t, v, name, "path", true, true)
	if err == nil && v.IsNone() {
		p.Given = rt.NewStr(".")
	}
	return p, err
}

func osListdir(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, err := dirArg(t, a[0], "listdir")
	if err != nil {
		return rt.Value{}, err
	}
	list, err := readDir(t, &p)
	if err != nil {
		return rt.Value{}, err
	}
	out := make([]rt.Value, len(list))
	for i, e := range list {
		out[i] = p.Name(e.Name())
	}
	return rt.NewList(out).Value(), nil
}

func osExit(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	osutil.RestoreTerminal(t)
	os.Exit(n & 0xff)
	return rt.None, nil
}

func osIsatty(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	return rt.Bool(osutil.Isatty(t, fd)), nil
}

func osRead(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	n, err := rt.AsSsize(t, a[1], rt.OverflowError)
	if err != nil {
		return rt.Value{}, err
	}
	if n < 0 {
		return rt.Value{}, rt.OSErr(22)
	}
	n = min(n, 0x7ffff000)
	b := make([]byte, n)
	got, err := osutil.Read(t, fd, b)
	if err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	return rt.NewBytes(b[:got]), nil
}

func osWrite(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	buf, err := rt.GetBuffer(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	defer buf.Release()
	n, err := osutil.Write(t, fd, buf.Bytes)
	if err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	return rt.Int(int64(n)), nil
}

func osClose(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, rt.FromOS(osutil.Close(t, fd))
}

func osLseek(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	off, err := rt.AsInt64(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	how, err := intArg(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	pos, err := osutil.Seek(t, fd, off, how)
	return rt.Int(pos), rt.FromOS(err)
}

func osCPUCount(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return rt.Int(int64(cpuCount())), nil
}

func osGetpid(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.Int(int64(os.Getpid())), nil }

func osGetppid(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.Int(int64(os.Getppid())), nil }

// osExitcode is waitstatus_to_exitcode.
func osExitcode(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	st, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	switch {
	case st&0x7f == 0:
		return rt.Int(int64(st >> 8 & 0xff)), nil
	case st&0xff == 0x7f:
		return rt.Value{}, rt.ValueErrorf("process stopped by delivery of signal %d", st>>8&0xff)
	}
	return rt.Int(-int64(st & 0x7f)), nil
}

// waitFlag is one of WIFEXITED and the like.
func waitFlag(f func(st int) rt.Value) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		st, err := intArg(t, a[0])
		if err != nil {
			return rt.Value{}, err
		}
		return f(st), nil
	}
}

func integer(n int) rt.Value { return rt.Int(int64(n)) }

var commonMethods = []rt.Method{
	{Name: "putenv", Sig: "name, value, /", Fn: osPutenv},
	{Name: "unsetenv", Sig: "name, /", Fn: osUnsetenv},
	{Name: "fspath", Sig: "path", Fn: osFspath},
	{Name: "strerror", Sig: "code, /", Fn: osStrerror},
	{Name: "getcwd", Fn: osGetcwd},
	{Name: "getcwdb", Fn: osGetcwdb},
	{Name: "listdir", Sig: "path=None", Fn: osListdir},
	{Name: "scandir", Sig: "path=None", Fn: osScandir},
	{Name: "urandom", Sig: "size, /", Fn: osutil.Urandom},
	{Name: "_exit", Sig: "status", Fn: osExit},
	{Name: "isatty", Sig: "fd, /", Fn: osIsatty},
	{Name: "read", Sig: "fd, length, /", Fn: osRead},
	{Name: "write", Sig: "fd, data, /", Fn: osWrite},
	{Name: "close", Sig: "fd", Fn: osClose},
	{Name: "lseek", Sig: "fd, position, whence, /", Fn: osLseek},
	{Name: "cpu_count", Fn: osCPUCount},
	{Name: "getpid", Fn: osGetpid},
	{Name: "getppid", Fn: osGetppid},
	{Name: "get_terminal_size", Sig: "fd=?, /", Fn: osTerminalSize},
	{Name: "waitstatus_to_exitcode", Sig: "status", Fn: osExitcode},
	{Name: "WIFEXITED", Sig: "status", Fn: waitFlag(func(st int) rt.Value { return rt.Bool(st&0x7f == 0) })},
	{Name: "WEXITSTATUS", Sig: "status", Fn: waitFlag(func(st int) rt.Value { return integer(st >> 8 & 0xff) })},
	{Name: "WIFSIGNALED", Sig: "status", Fn: waitFlag(func(st int) rt.Value { return rt.Bool(st&0x7f != 0 && st&0x7f != 0x7f) })},
	{Name: "WTERMSIG", Sig: "status", Fn: waitFlag(func(st int) rt.Value { return integer(st & 0x7f) })},
	{Name: "WIFSTOPPED", Sig: "status", Fn: waitFlag(func(st int) rt.Value { return rt.Bool(st&0xff == 0x7f) })},
	{Name: "WSTOPSIG", Sig: "status", Fn: waitFlag(func(st int) rt.Value { return integer(st >> 8 & 0xff) })},
	{Name: "WIFCONTINUED", Sig: "status", Fn: waitFlag(func(st int) rt.Value { return rt.Bool(st == 0xffff) })},
	{Name: "WCOREDUMP", Sig: "status, /", Fn: waitFlag(func(st int) rt.Value { return rt.Bool(st&0x80 != 0) })},
}
