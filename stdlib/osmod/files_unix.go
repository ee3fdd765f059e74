//go:build linux || darwin

package osmod

import (
	"os"
	"syscall"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"github.com/minipy/minipy/stdlib/io"
	"golang.org/x/sys/unix"
)

func getwd() (string, error) { return unix.Getwd() }

// openDir opens p for reading its entries.
func openDir(p *osutil.Path) (*os.File, error) {
	if p.Fd >= 0 {
		fd, err := unix.Dup(p.Fd)
		if err != nil {
			return nil, err
		}
		unix.CloseOnExec(fd)
		unix.Seek(fd, 0, 0)
		return os.NewFile(uintptr(fd), "."), nil
	}
	fd, err := unix.Open(p.Text, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(fd), p.Text), nil
}

// dirFD reads a dir_fd argument.
func dirFD(t *rt.Thread, v rt.Value) (int, error) {
	if v.IsNone() {
		return unix.AT_FDCWD, nil
	}
	if v.Type().Slots.Index == nil {
		return 0, rt.TypeErrorf("argument should be integer or None, not %s", v.Type().Name)
	}
	return intArg(t, v)
}

// fileCall makes a system call about path p: interrupted ones again, failed
// ones as OSError with the name.
func fileCall(t *rt.Thread, p *osutil.Path, f func() error) error {
	err := call(t, func() error {
		for {
			if err := f(); err != unix.EINTR {
				return err
			}
		}
	})
	if err == nil {
		return nil
	}
	return rt.FromOS(err, p.Given)
}

// statAt is stat, lstat or fstatat of p; dirFd -1 is the current folder.
func statAt(t *rt.Thread, p *osutil.Path, dirFd int, follow bool) (*FileStat, error) {
	var st unix.Stat_t
	if dirFd == -1 {
		dirFd = unix.AT_FDCWD
		if p.Fd < 0 {
			io.FlushFile(t, p.Text)
		}
	}
	err := fileCall(t, p, func() error {
		switch {
		case p.Fd >= 0:
			return unix.Fstat(p.Fd, &st)
		case !follow:
			return unix.Fstatat(dirFd, p.Text, &st, unix.AT_SYMLINK_NOFOLLOW)
		}
		return unix.Fstatat(dirFd, p.Text, &st, 0)
	})
	if err != nil {
		return nil, err
	}
	return &FileStat{Mode: int64(st.Mode), Ino: int64(st.Ino), Dev: int64(st.Dev), nlink: int64(st.Nlink), uid: int64(st.Uid),
		gid: int64(st.Gid), Size: st.Size, Atime: st.Atim.Nano(), Mtime: st.Mtim.Nano(), Ctime: st.Ctim.Nano(),
		blksize: int64(st.Blksize), blocks: st.Blocks, rdev: int64(st.Rdev)}, nil
}

func osStat(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	r := reader{t: t}
	p, fd, follow := r.path(a[0], "stat", "path", true), r.dir(a[1]), r.truth(a[2])
	if r.err != nil {
		return rt.Value{}, r.err
	}
	if p.Fd >= 0 && fd != unix.AT_FDCWD {
		return rt.Value{}, rt.ValueErrorf("stat: can't specify dir_fd without matching path")
	}
	if p.Fd >= 0 && !follow {
		return rt.Value{}, rt.ValueErrorf("stat: cannot use fd and follow_symlinks together")
	}
	st, err := statAt(t, &p, statDir(fd), follow)
	if err != nil {
		return rt.Value{}, err
	}
	return st.value(), nil
}

// statDir is dirFD's answer in statAt's terms.
func statDir(fd int) int {
	if fd == unix.AT_FDCWD {
		return -1
	}
	return fd
}

func osLstat(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	r := reader{t: t}
	p, fd := r.path(a[0], "lstat", "path", false), r.dir(a[1])
	if r.err != nil {
		return rt.Value{}, r.err
	}
	st, err := statAt(t, &p, fd, false)
	if err != nil {
		return rt.Value{}, err
	}
	return st.value(), nil
}

func osFstat(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if fd < 0 {
		return rt.Value{}, rt.OSErr(int(unix.EBADF))
	}
	st, err := statAt(t, &osutil.Path{Fd: fd}, -1, true)
	if err != nil {
		return rt.Value{}, err
	}
	return st.value(), nil
}

// pathMethod is a call of one path, with dir_fd last if the signature has one.
func pathMethod(name string, f func(dir int, path string) error) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		r := reader{t: t}
		p, dir := r.path(a[0], name, "path", false), unix.AT_FDCWD
		if len(a) > 1 {
			dir = r.dir(a[1])
		}
		if r.err != nil {
			return rt.Value{}, r.err
		}
		return rt.None, fileCall(t, &p, func() error { return f(dir, p.Text) })
	}
}

// modeMethod is a call of a path, a mode and dir_fd.
func modeMethod(name string, f func(dir int, path string, mode uint32) error) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		r := reader{t: t}
		p, mode, dir := r.path(a[0], name, "path", false), r.int(a[1]), unix.AT_FDCWD
		if len(a) > 2 {
			dir = r.dir(a[2])
		}
		if r.err != nil {
			return rt.Value{}, r.err
		}
		return rt.None, fileCall(t, &p, func() error { return f(dir, p.Text, uint32(mode)) })
	}
}

// twoPaths reads the two paths and folders of rename and its like.
func twoPaths(t *rt.Thread, a []rt.Value, name string) (src, dst osutil.Path, sfd, dfd int, err error) {
	r := reader{t: t}
	src, dst = r.path(a[0], name, "src", false), r.path(a[1], name, "dst", false)
	sfd, dfd = unix.AT_FDCWD, unix.AT_FDCWD
	if len(a) > 3 {
		sfd, dfd = r.dir(a[2]), r.dir(a[3])
	}
	return src, dst, sfd, dfd, r.err
}

func osRename(name string) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		src, dst, sfd, dfd, err := twoPaths(t, a, name)
		if err != nil {
			return rt.Value{}, err
		}
		err = call(t, func() error { return unix.Renameat(sfd, src.Text, dfd, dst.Text) })
		return rt.None, rt.FromOS(err, src.Given, dst.Given)
	}
}

func osLink(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	src, dst, sfd, dfd, err := twoPaths(t, a, "link")
	if err != nil {
		return rt.Value{}, err
	}
	flags := 0
	if !a[4].IsFalse() && (sfd != unix.AT_FDCWD || dfd != unix.AT_FDCWD) {
		flags = unix.AT_SYMLINK_FOLLOW
	}
	err = call(t, func() error { return unix.Linkat(sfd, src.Text, dfd, dst.Text, flags) })
	return rt.None, rt.FromOS(err, src.Given, dst.Given)
}

func osSymlink(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	src, dst, _, _, err := twoPaths(t, a[:2], "symlink")
	if err != nil {
		return rt.Value{}, err
	}
	dir, err := dirFD(t, a[3])
	if err != nil {
		return rt.Value{}, err
	}
	err = call(t, func() error { return unix.Symlinkat(src.Text, dir, dst.Text) })
	return rt.None, rt.FromOS(err, src.Given, dst.Given)
}

func osReadlink(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	r := reader{t: t}
	p, dir := r.path(a[0], "readlink", "path", false), r.dir(a[1])
	if r.err != nil {
		return rt.Value{}, r.err
	}
	buf := make([]byte, 4097)
	n := 0
	if err := fileCall(t, &p, func() (err error) { n, err = unix.Readlinkat(dir, p.Text, buf); return err }); err != nil {
		return rt.Value{}, err
	}
	return p.Name(string(buf[:n])), nil
}

func osChmod(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	r := reader{t: t}
	p, mode, dir, follow := r.path(a[0], "chmod", "path", true), r.int(a[1]), r.dir(a[2]), r.truth(a[3])
	if r.err != nil {
		return rt.Value{}, r.err
	}
	if !follow {
		return rt.Value{}, rt.Errorf(rt.NotImplementedError, "chmod: follow_symlinks unavailable on this platform")
	}
	return rt.None, fileCall(t, &p, func() error {
		if p.Fd >= 0 {
			return unix.Fchmod(p.Fd, uint32(mode))
		}
		return unix.Fchmodat(dir, p.Text, uint32(mode), 0)
	})
}

// idArg reads a user or group number; -1 leaves it as it is.
func idArg(t *rt.Thread, v rt.Value, what string) (int, error) {
	if v.Type().Slots.Index == nil {
		return 0, rt.TypeErrorf("%s should be integer, not %s", what, v.Type().Name)
	}
	n, err := rt.AsInt64(t, v)
	if err == nil && n < -1 {
		return 0, rt.OverflowErrorf("%s is less than minimum", what)
	}
	if err == nil && n > 1<<32-1 {
		return 0, rt.OverflowErrorf("%s is greater than maximum", what)
	}
	return int(n), err
}

func osChown(follow bool, name string) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		r := reader{t: t}
		p, uid, gid := r.path(a[0], name, "path", follow), r.id(a[1], "uid"), r.id(a[2], "gid")
		dir, through := unix.AT_FDCWD, follow
		if len(a) > 4 {
			dir, through = r.dir(a[3]), r.truth(a[4])
		}
		if r.err != nil {
			return rt.Value{}, r.err
		}
		flags := 0
		if !through {
			flags = unix.AT_SYMLINK_NOFOLLOW
		}
		return rt.None, fileCall(t, &p, func() error {
			if p.Fd >= 0 {
				return unix.Fchown(p.Fd, uid, gid)
			}
			return unix.Fchownat(dir, p.Text, uid, gid, flags)
		})
	}
}

func osAccess(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	r := reader{t: t}
	p, mode, dir := r.path(a[0], "access", "path", false), r.int(a[1]), r.dir(a[2])
	if r.err != nil {
		return rt.Value{}, r.err
	}
	flags := 0
	if a[3].IsTrue() {
		flags |= atEaccess
	}
	if a[4].IsFalse() {
		flags |= unix.AT_SYMLINK_NOFOLLOW
	}
	err := call(t, func() error { return unix.Faccessat(dir, p.Text, uint32(mode), flags) })
	return rt.Bool(err == nil), nil
}

// timeArg reads a time in seconds (int or float) as nanoseconds, rounding down.
func timeArg(t *rt.Thread, v rt.Value) (unix.Timespec, error) {
	if v.IsFloat() {
		f := v.AsFloat64()
		if f != f {
			return unix.Timespec{}, rt.ValueErrorf("Invalid value NaN (not a number)")
		}
		if f > 9e18 || f < -9e18 {
			return unix.Timespec{}, rt.OverflowErrorf("timestamp out of range for platform time_t")
		}
		sec := int64(f)
		if float64(sec) > f {
			sec--
		}
		ns := int64((f - float64(sec)) * 1e9)
		return unix.Timespec{Sec: sec, Nsec: ns}, nil
	}
	n, err := rt.AsInt64(t, v)
	return unix.Timespec{Sec: n}, err
}

func osUtime(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, err := osutil.GetPath(t, a[0], "utime", "path", true, false)
	if err != nil {
		return rt.Value{}, err
	}
	ts := []unix.Timespec{{Nsec: utimeNow}, {Nsec: utimeNow}}
	hasTimes, hasNs := !a[1].IsNone(), !a[2].IsUnset()
	switch {
	case hasTimes && hasNs:
		return rt.Value{}, rt.ValueErrorf("utime: you may specify either 'times' or 'ns' but not both")
	case hasTimes:
		pair, ok := rt.AsTuple(a[1])
		if !ok || pair.Len() != 2 {
			return rt.Value{}, rt.TypeErrorf("utime: 'times' must be either a tuple of two ints or None")
		}
		for i, v := range pair.Items() {
			if ts[i], err = timeArg(t, v); err != nil {
				return rt.Value{}, err
			}
		}
	case hasNs:
		pair, ok := rt.AsTuple(a[2])
		if !ok || pair.Len() != 2 {
			return rt.Value{}, rt.TypeErrorf("utime: 'ns' must be a tuple of two ints")
		}
		for i, v := range pair.Items() {
			n, err := rt.AsInt64(t, v)
			if err != nil {
				return rt.Value{}, err
			}
			sec := n / 1e9
			if n%1e9 < 0 {
				sec--
			}
			ts[i] = unix.Timespec{Sec: sec, Nsec: n - sec*1e9}
		}
	}
	dir, err := dirFD(t, a[3])
	if err != nil {
		return rt.Value{}, err
	}
	flags := 0
	if a[4].IsFalse() {
		flags = unix.AT_SYMLINK_NOFOLLOW
	}
	p.Given = rt.Value{} // CPython's error has no name here
	return rt.None, fileCall(t, &p, func() error {
		if p.Fd >= 0 {
			return futimes(p.Fd, ts)
		}
		return unix.UtimesNanoAt(dir, p.Text, ts, flags)
	})
}

func osChdir(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, err := osutil.GetPath(t, a[0], "chdir", "path", true, false)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, fileCall(t, &p, func() error {
		if p.Fd >= 0 {
			return unix.Fchdir(p.Fd)
		}
		return os.Chdir(p.Text)
	})
}

func osOpen(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	r := reader{t: t}
	p, flags, mode, dir := r.path(a[0], "open", "path", false), r.int(a[1]), r.int(a[2]), r.dir(a[3])
	if r.err != nil {
		return rt.Value{}, r.err
	}
	fd, err := osutil.OpenAt(t, dir, p.Text, flags, uint32(mode))
	return integer(fd), rt.FromOS(err, p.Given)
}

func osTruncate(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	r := reader{t: t}
	p, n := r.path(a[0], "truncate", "path", true), r.int64(a[1])
	if r.err != nil {
		return rt.Value{}, r.err
	}
	return rt.None, fileCall(t, &p, func() error {
		if p.Fd >= 0 {
			return syscall.Ftruncate(p.Fd, n)
		}
		return syscall.Truncate(p.Text, n)
	})
}

var fileMethods = []rt.Method{
	{Name: "stat", Sig: "path, *, dir_fd=None, follow_symlinks=True", Fn: osStat},
	{Name: "lstat", Sig: "path, *, dir_fd=None", Fn: osLstat},
	{Name: "fstat", Sig: "fd", Fn: osFstat},
	{Name: "mkdir", Sig: "path, mode=511, *, dir_fd=None", Fn: modeMethod("mkdir", unix.Mkdirat)},
	{Name: "mkfifo", Sig: "path, mode=438, *, dir_fd=None", Fn: modeMethod("mkfifo", mkfifo)},
	{Name: "rmdir", Sig: "path, *, dir_fd=None", Fn: pathMethod("rmdir", func(dir int, p string) error {
		return unix.Unlinkat(dir, p, unix.AT_REMOVEDIR)
	})},
	{Name: "unlink", Sig: "path, *, dir_fd=None", Fn: pathMethod("unlink", func(dir int, p string) error { return unix.Unlinkat(dir, p, 0) })},
	{Name: "remove", Sig: "path, *, dir_fd=None", Fn: pathMethod("remove", func(dir int, p string) error { return unix.Unlinkat(dir, p, 0) })},
	{Name: "chroot", Sig: "path", Fn: pathMethod("chroot", func(dir int, p string) error { return unix.Chroot(p) })},
	{Name: "rename", Sig: "src, dst, *, src_dir_fd=None, dst_dir_fd=None", Fn: osRename("rename")},
	{Name: "replace", Sig: "src, dst, *, src_dir_fd=None, dst_dir_fd=None", Fn: osRename("replace")},
	{Name: "link", Sig: "src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True", Fn: osLink},
	{Name: "symlink", Sig: "src, dst, target_is_directory=False, *, dir_fd=None", Fn: osSymlink},
	{Name: "readlink", Sig: "path, *, dir_fd=None", Fn: osReadlink},
	{Name: "chmod", Sig: "path, mode, *, dir_fd=None, follow_symlinks=True", Fn: osChmod},
	{Name: "chown", Sig: "path, uid, gid, *, dir_fd=None, follow_symlinks=True", Fn: osChown(true, "chown")},
	{Name: "lchown", Sig: "path, uid, gid", Fn: osChown(false, "lchown")},
	{Name: "access", Sig: "path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True", Fn: osAccess},
	{Name: "utime", Sig: "path, times=None, *, ns=?, dir_fd=None, follow_symlinks=True", Fn: osUtime},
	{Name: "chdir", Sig: "path", Fn: osChdir},
	{Name: "open", Sig: "path, flags, mode=511, *, dir_fd=None", Fn: osOpen},
	{Name: "truncate", Sig: "path, length", Fn: osTruncate},
}
