//go:build linux || darwin

package mmapmod

import (
	"strings"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"golang.org/x/sys/unix"
)

// pathArg is the file of the memory that has this name.
func pathArg(v rt.Value, function string) (string, error) {
	s, ok := rt.AsStr(v)
	if !ok {
		return "", rt.TypeErrorf("%s() argument 'path' must be str, not %s", function, v.Type().Name)
	}
	name, err := osutil.EncodeFS(s)
	if err != nil {
		return "", err
	}
	name = strings.TrimLeft(name, "/")
	if name == "" || strings.ContainsAny(name, "/\x00") {
		return "", rt.OSErr(int(unix.EINVAL), v)
	}
	return shmPath(name), nil
}

func shmOpen(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	path, err := pathArg(a[0], "shm_open")
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
	fd, err := unix.Open(path, flags|unix.O_CLOEXEC|unix.O_NOFOLLOW, uint32(mode))
	if err != nil {
		return rt.Value{}, rt.FromOS(err, a[0])
	}
	return rt.Int(int64(fd)), nil
}

func shmUnlink(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	path, err := pathArg(a[0], "shm_unlink")
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, rt.FromOS(unix.Unlink(path), a[0])
}

// ShmModule is _posixshmem.
var ShmModule = &rt.ModuleSpec{
	Name: "_posixshmem",
	Doc:  "POSIX shared memory module",
	Methods: []rt.Method{
		{Name: "shm_open", Sig: "path, flags, mode=511", Fn: shmOpen, Doc: "Open a shared memory object. Returns a file descriptor (integer)."},
		{Name: "shm_unlink", Sig: "path", Fn: shmUnlink, Doc: "Remove a shared memory object (similar to unlink())."},
	},
}
