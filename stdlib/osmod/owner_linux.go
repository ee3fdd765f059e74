package osmod

import (
	"bufio"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"golang.org/x/sys/unix"
)

// Whom a process belongs to, and on what terminal it runs.

// idsCall is a call of n user or group numbers; what are their names in messages.
func idsCall(what []string, f func(ids []int) error) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		r, ids := reader{t: t}, make([]int, len(what))
		for i, name := range what {
			ids[i] = r.id(a[i], name)
		}
		if r.err != nil {
			return rt.Value{}, r.err
		}
		return rt.None, rt.FromOS(call(t, func() error { return f(ids) }))
	}
}

// three answers with the real, effective and saved number.
func three(f func() (int, int, int)) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		r, e, s := f()
		return rt.TupleOf(integer(r), integer(e), integer(s)), nil
	}
}

func osSetgroups(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	if a[0].Type().Slots.GetItem == nil {
		return rt.Value{}, rt.TypeErrorf("setgroups argument must be a sequence")
	}
	items, err := rt.ToSlice(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if len(items) > 65536 {
		return rt.Value{}, rt.ValueErrorf("too many groups")
	}
	ids := make([]int, len(items))
	for i, v := range items {
		if v.Type().Slots.Index == nil {
			return rt.Value{}, rt.TypeErrorf("groups must be integers")
		}
		if ids[i], err = idArg(t, v, "gid"); err != nil {
			return rt.Value{}, err
		}
	}
	return rt.None, rt.FromOS(syscall.Setgroups(ids))
}

// groupsOf lists the groups that /etc/group has user in, group first.
func groupsOf(user string, group int) ([]int, error) {
	out := []int{group}
	f, err := os.Open("/etc/group")
	if err != nil {
		return out, nil // as the C library has it: nobody is in any
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		fields := strings.Split(lines.Text(), ":")
		if len(fields) < 4 || !slices.Contains(strings.Split(fields[3], ","), user) {
			continue
		}
		if id, err := strconv.Atoi(fields[2]); err == nil && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out, lines.Err()
}

// userGroups reads (user, group) for getgrouplist and initgroups.
func userGroups(t *rt.Thread, a []rt.Value) ([]int, error) {
	r := reader{t: t}
	user, group := read(&r, a[0], fsArg), r.id(a[1], "gid")
	if r.err != nil {
		return nil, r.err
	}
	ids, err := groupsOf(user, group)
	return ids, rt.FromOS(err)
}

func osGetgrouplist(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	ids, err := userGroups(t, a)
	if err != nil {
		return rt.Value{}, err
	}
	out := make([]rt.Value, len(ids))
	for i, id := range ids {
		out[i] = integer(id)
	}
	return rt.NewList(out).Value(), nil
}

func osInitgroups(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	ids, err := userGroups(t, a)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, rt.FromOS(syscall.Setgroups(ids))
}

// osOpenpty gives both ends of a new pseudo-terminal.
func osOpenpty(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	const flags = unix.O_RDWR | unix.O_NOCTTY | unix.O_CLOEXEC
	master, err := unix.Open("/dev/ptmx", flags, 0)
	if err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	slave := -1
	n, err := unix.IoctlGetInt(master, unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(master, unix.TIOCSPTLCK, 0)
	}
	if err == nil {
		slave, err = unix.Open("/dev/pts/"+strconv.Itoa(n), flags, 0)
	}
	if err != nil {
		unix.Close(master)
		return rt.Value{}, rt.FromOS(err)
	}
	return rt.TupleOf(integer(master), integer(slave)), nil
}

func osMknod(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	r := reader{t: t}
	p, mode, dev, dir := r.path(a[0], "mknod", "path", false), r.int(a[1]), read(&r, a[2], deviceArg), r.dir(a[3])
	if r.err != nil {
		return rt.Value{}, r.err
	}
	return rt.None, fileCall(t, &p, func() error { return unix.Mknodat(dir, p.Text, uint32(mode), int(dev)) })
}

// The limits of files that pathconf knows, and their values where they do not
// depend on the file.
var pathconfNames = map[string]int{"PC_LINK_MAX": 0, "PC_MAX_CANON": 1, "PC_MAX_INPUT": 2, "PC_NAME_MAX": 3, "PC_PATH_MAX": 4, "PC_PIPE_BUF": 5,
	"PC_CHOWN_RESTRICTED": 6, "PC_NO_TRUNC": 7, "PC_VDISABLE": 8}

var pathconfValues = [...]int{127, 255, 255, 255, 4096, 4096, 1, 1, 0}

// configName reads a name, or number, of a configuration value.
func configName(t *rt.Thread, v rt.Value, names map[string]int) (int, error) {
	if s, ok := rt.AsStr(v); ok {
		n, known := names[s.String()]
		if !known {
			return 0, rt.ValueErrorf("unrecognized configuration name")
		}
		return n, nil
	}
	if v.Type().Slots.Index == nil {
		return 0, rt.TypeErrorf("configuration names must be strings or integers")
	}
	return intArg(t, v)
}

// pathconf is pathconf, or fpathconf of a descriptor only.
func pathconf(function, arg string) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		p := osutil.Path{Given: a[0]}
		var err error
		if function == "fpathconf" {
			p.Fd, err = osutil.Fileno(t, a[0])
			p.Given = rt.Value{}
		} else {
			p, err = osutil.GetPath(t, a[0], function, arg, true, false)
		}
		if err != nil {
			return rt.Value{}, err
		}
		n, err := configName(t, a[1], pathconfNames)
		if err != nil {
			return rt.Value{}, err
		}
		var st unix.Statfs_t
		err = call(t, func() error {
			if p.Fd >= 0 {
				return unix.Fstatfs(p.Fd, &st)
			}
			return unix.Statfs(p.Text, &st)
		})
		switch {
		case err != nil && !p.Given.IsUnset():
			return rt.Value{}, rt.FromOS(err, p.Given)
		case err != nil:
			return rt.Value{}, rt.FromOS(err)
		case n < 0 || n >= len(pathconfValues):
			return rt.Value{}, rt.OSErr(int(unix.EINVAL))
		case n == pathconfNames["PC_NAME_MAX"]:
			return integer(int(st.Namelen)), nil
		}
		return integer(pathconfValues[n]), nil
	}
}

func osConfstr(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := configName(t, a[0], confstrNames)
	if err != nil {
		return rt.Value{}, err
	}
	if n != confstrNames["CS_PATH"] {
		return rt.Value{}, rt.OSErr(int(unix.EINVAL))
	}
	return rt.NewStr("/bin:/usr/bin"), nil
}

var confstrNames = map[string]int{"CS_PATH": 0}

// namesDict is what the module tells of the names of configuration values.
func namesDict(names map[string]int) rt.Value {
	keys := make([]string, 0, len(names))
	for k := range names {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	d := rt.NewDict()
	for _, k := range keys {
		d.Store(k, integer(names[k]))
	}
	return d.Value()
}

var ownerMethods = []rt.Method{
	{Name: "getresuid", Fn: three(unix.Getresuid)},
	{Name: "getresgid", Fn: three(unix.Getresgid)},
	{Name: "setresuid", Sig: "ruid, euid, suid, /", Fn: idsCall([]string{"ruid", "euid", "suid"}, func(a []int) error { return syscall.Setresuid(a[0], a[1], a[2]) })},
	{Name: "setresgid", Sig: "rgid, egid, sgid, /", Fn: idsCall([]string{"rgid", "egid", "sgid"}, func(a []int) error { return syscall.Setresgid(a[0], a[1], a[2]) })},
	{Name: "setgroups", Sig: "groups, /", Fn: osSetgroups},
	{Name: "getgrouplist", Sig: "user, group, /", Fn: osGetgrouplist},
	{Name: "initgroups", Sig: "username, gid, /", Fn: osInitgroups},
	{Name: "openpty", Fn: osOpenpty},
	{Name: "tcsetpgrp", Sig: "fd, pgid, /", Fn: intCall(2, func(a []int) error { return unix.IoctlSetPointerInt(a[0], unix.TIOCSPGRP, a[1]) })},
	{Name: "mknod", Sig: "path, mode=384, device=0, *, dir_fd=None", Fn: osMknod},
	{Name: "pathconf", Sig: "path, name", Fn: pathconf("pathconf", "path")},
	{Name: "fpathconf", Sig: "fd, name, /", Fn: pathconf("fpathconf", "fd")},
	{Name: "confstr", Sig: "name, /", Fn: osConfstr},
}

var ownerConsts = []rt.Const{{Name: "pathconf_names", Value: namesDict(pathconfNames)}, {Name: "confstr_names", Value: namesDict(confstrNames)}}
