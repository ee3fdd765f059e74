//go:build !linux && !darwin

package osmod

import (
	"errors"
	"os"
	"runtime"
	"syscall"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

// What Go's os package can do on every system. The rest of posix is missing here.

func getwd() (string, error) { return os.Getwd() }

func openDir(p *osutil.Path) (*os.File, error) {
	if p.Fd >= 0 {
		return nil, errors.ErrUnsupported
	}
	return os.Open(p.Text)
}

func cpuCount() int { return runtime.NumCPU() }

func windowSize(fd int) (cols, lines int, err error) { return 0, 0, syscall.ENOSYS }

func statAt(t *rt.Thread, p *osutil.Path, dirFd int, follow bool) (*FileStat, error) {
	stat := os.Stat
	if !follow {
		stat = os.Lstat
	}
	fi, err := stat(p.Text)
	if err != nil {
		return nil, rt.FromOS(err, p.Given)
	}
	mode := int64(fi.Mode().Perm()) | 0o100000
	switch {
	case fi.IsDir():
		mode = int64(fi.Mode().Perm()) | 0o040000
	case fi.Mode()&os.ModeSymlink != 0:
		mode = int64(fi.Mode().Perm()) | 0o120000
	}
	ns := fi.ModTime().UnixNano()
	return &FileStat{Mode: mode, nlink: 1, Size: fi.Size(), Atime: ns, Mtime: ns, Ctime: ns}, nil
}

// onePath is a call of one path.
func onePath(name string, f func(path string) error) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		p, err := osutil.GetPath(t, a[0], name, "path", false, false)
		if err != nil {
			return rt.Value{}, err
		}
		return rt.None, rt.FromOS(call(t, func() error { return f(p.Text) }), p.Given)
	}
}

// twoPath is a call of two paths.
func twoPath(name string, f func(src, dst string) error) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		src, err := osutil.GetPath(t, a[0], name, "src", false, false)
		if err != nil {
			return rt.Value{}, err
		}
		dst, err := osutil.GetPath(t, a[1], name, "dst", false, false)
		if err != nil {
			return rt.Value{}, err
		}
		return rt.None, rt.FromOS(call(t, func() error { return f(src.Text, dst.Text) }), src.Given, dst.Given)
	}
}

func statMethod(name string, follow bool) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		p, err := osutil.GetPath(t, a[0], name, "path", false, false)
		if err != nil {
			return rt.Value{}, err
		}
		st, err := statAt(t, &p, -1, follow && !a[2].IsFalse())
		if err != nil {
			return rt.Value{}, err
		}
		return st.value(), nil
	}
}

func osOpen(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, err := osutil.GetPath(t, a[0], "open", "path", false, false)
	if err != nil {
		return rt.Value{}, err
	}
	flags, err := intArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	mode, err := intArg(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	fd, err := osutil.Open(t, p.Text, flags, uint32(mode))
	return integer(fd), rt.FromOS(err, p.Given)
}

var systemTypes []*rt.Type

var systemMethods = []rt.Method{
	{Name: "stat", Sig: "path, *, dir_fd=None, follow_symlinks=True", Fn: statMethod("stat", true)},
	{Name: "lstat", Sig: "path, *, dir_fd=None, follow_symlinks=True", Fn: statMethod("lstat", false)},
	{Name: "mkdir", Sig: "path, mode=511, *, dir_fd=None", Fn: onePath("mkdir", func(p string) error { return os.Mkdir(p, 0o777) })},
	{Name: "rmdir", Sig: "path, *, dir_fd=None", Fn: onePath("rmdir", os.Remove)},
	{Name: "remove", Sig: "path, *, dir_fd=None", Fn: onePath("remove", os.Remove)},
	{Name: "unlink", Sig: "path, *, dir_fd=None", Fn: onePath("unlink", os.Remove)},
	{Name: "chdir", Sig: "path", Fn: onePath("chdir", os.Chdir)},
	{Name: "rename", Sig: "src, dst", Fn: twoPath("rename", os.Rename)},
	{Name: "replace", Sig: "src, dst", Fn: twoPath("replace", os.Rename)},
	{Name: "symlink", Sig: "src, dst", Fn: twoPath("symlink", os.Symlink)},
	{Name: "link", Sig: "src, dst", Fn: twoPath("link", os.Link)},
	{Name: "open", Sig: "path, flags, mode=511, *, dir_fd=None", Fn: osOpen},
}

var systemConsts = constants(map[string]int{
	"O_RDONLY": os.O_RDONLY, "O_WRONLY": os.O_WRONLY, "O_RDWR": os.O_RDWR, "O_APPEND": os.O_APPEND, "O_CREAT": os.O_CREATE,
	"O_EXCL": os.O_EXCL, "O_TRUNC": os.O_TRUNC, "F_OK": 0, "R_OK": 4, "W_OK": 2, "X_OK": 1,
})
