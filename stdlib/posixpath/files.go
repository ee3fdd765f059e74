package posixpath

import (
	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/osmod"
)

// The functions that look at files.

// quiet says that a failed stat only means no: OSError or ValueError.
func quiet(err error) bool { return rt.IsError(err, rt.OSError) || rt.IsError(err, rt.ValueError) }

// statFlag is a question answered by a file's mode; where there is no such
// file the answer is no.
func statFlag(follow bool, bits int64) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		st, err := osmod.StatPath(t, a[0], follow)
		if err != nil {
			if quiet(err) {
				return rt.False, nil
			}
			return rt.Value{}, err
		}
		return rt.Bool(bits == 0 || st.Mode&0o170000 == bits), nil
	}
}

// statField is one figure about a file.
func statField(get func(st *osmod.FileStat) rt.Value) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		st, err := osmod.StatPath(t, a[0], true)
		if err != nil {
			return rt.Value{}, err
		}
		return get(st), nil
	}
}

func seconds(ns int64) rt.Value { return rt.Float(float64(ns/1e9) + 1e-9*float64(ns%1e9)) }

func pathIsmount(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	st, err := osmod.StatPath(t, a[0], false)
	if err != nil {
		if quiet(err) {
			return rt.False, nil
		}
		return rt.Value{}, err
	}
	if st.Mode&0o170000 == 0o120000 {
		return rt.False, nil
	}
	p, err := get(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	sys, _ := p.sys()
	up, err := osmod.StatFile(t, joinText(sys, ".."), a[0], false)
	if err != nil {
		return rt.False, nil
	}
	return rt.Bool(st.Dev != up.Dev || st.Ino == up.Ino), nil
}

func same(a, b *osmod.FileStat) rt.Value { return rt.Bool(a.Ino == b.Ino && a.Dev == b.Dev) }

func pathSamefile(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	x, err := osmod.StatPath(t, a[0], true)
	if err != nil {
		return rt.Value{}, err
	}
	y, err := osmod.StatPath(t, a[1], true)
	if err != nil {
		return rt.Value{}, err
	}
	return same(x, y), nil
}

func pathSamestat(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	for _, name := range []string{"st_ino", "st_dev"} {
		x, err := rt.GetAttrS(t, a[0], name)
		if err != nil {
			return rt.Value{}, err
		}
		y, err := rt.GetAttrS(t, a[1], name)
		if err != nil {
			return rt.Value{}, err
		}
		if eq, err := rt.EqualBool(t, x, y); err != nil || !eq {
			return rt.False, err
		}
	}
	return rt.True, nil
}

// Module is `posixpath`.
var Module = &rt.ModuleSpec{
	Name: "posixpath",
	Doc:  "Common operations on Posix pathnames.",
	Methods: []rt.Method{
		{Name: "normcase", Sig: "s", Fn: onPath(func(p path) rt.Value { return p.make(p.s) })},
		{Name: "isabs", Sig: "s", Fn: onPath(func(p path) rt.Value { return rt.Bool(p.s != "" && p.s[0] == '/') })},
		{Name: "join", Sig: "a, *p", Fn: pathJoin},
		{Name: "split", Sig: "p", Fn: onPath(func(p path) rt.Value {
			head, tail := splitText(p.s)
			return rt.TupleOf(p.make(head), p.make(tail))
		})},
		{Name: "basename", Sig: "p", Fn: onPath(func(p path) rt.Value { _, tail := splitText(p.s); return p.make(tail) })},
		{Name: "dirname", Sig: "p", Fn: onPath(func(p path) rt.Value { head, _ := splitText(p.s); return p.make(head) })},
		{Name: "splitext", Sig: "p", Fn: onPath(splitExt)},
		{Name: "splitdrive", Sig: "p", Fn: onPath(func(p path) rt.Value { return rt.TupleOf(p.make(""), p.make(p.s)) })},
		{Name: "normpath", Sig: "path", Fn: onPath(func(p path) rt.Value { return p.make(norm(p.s)) })},
		{Name: "abspath", Sig: "path", Fn: pathAbs},
		{Name: "realpath", Sig: "filename, *, strict=False", Fn: pathReal},
		{Name: "relpath", Sig: "path, start=None", Fn: pathRel},
		{Name: "commonpath", Sig: "paths", Fn: pathCommonpath},
		{Name: "commonprefix", Sig: "m", Fn: pathCommonprefix},
		{Name: "expanduser", Sig: "path", Fn: pathExpanduser},
		{Name: "expandvars", Sig: "path", Fn: pathExpandvars},
		{Name: "exists", Sig: "path", Fn: statFlag(true, 0)},
		{Name: "lexists", Sig: "path", Fn: statFlag(false, 0)},
		{Name: "isfile", Sig: "path", Fn: statFlag(true, 0o100000)},
		{Name: "isdir", Sig: "s", Fn: statFlag(true, 0o040000)},
		{Name: "islink", Sig: "path", Fn: statFlag(false, 0o120000)},
		{Name: "ismount", Sig: "path", Fn: pathIsmount},
		{Name: "getsize", Sig: "filename", Fn: statField(func(st *osmod.FileStat) rt.Value { return rt.Int(st.Size) })},
		{Name: "getmtime", Sig: "filename", Fn: statField(func(st *osmod.FileStat) rt.Value { return seconds(st.Mtime) })},
		{Name: "getatime", Sig: "filename", Fn: statField(func(st *osmod.FileStat) rt.Value { return seconds(st.Atime) })},
		{Name: "getctime", Sig: "filename", Fn: statField(func(st *osmod.FileStat) rt.Value { return seconds(st.Ctime) })},
		{Name: "samefile", Sig: "f1, f2", Fn: pathSamefile},
		{Name: "sameopenfile", Sig: "fp1, fp2", Fn: pathSamefile},
		{Name: "samestat", Sig: "s1, s2", Fn: pathSamestat},
	},
	Consts: []rt.Const{
		{Name: "curdir", Value: rt.NewStr(".")}, {Name: "pardir", Value: rt.NewStr("..")}, {Name: "extsep", Value: rt.NewStr(".")},
		{Name: "sep", Value: rt.NewStr("/")}, {Name: "pathsep", Value: rt.NewStr(":")}, {Name: "defpath", Value: rt.NewStr("/bin:/usr/bin")},
		{Name: "altsep", Value: rt.None}, {Name: "devnull", Value: rt.NewStr("/dev/null")},
		{Name: "supports_unicode_filenames", Value: rt.False},
	},
	Init: func(t *rt.Thread, m *rt.Module) error {
		var all []rt.Value
		for i, k, _, ok := m.Dict.Next(0); ok; i, k, _, ok = m.Dict.Next(i) {
			if s, isStr := rt.AsStr(k); isStr && s.String()[0] != '_' {
				all = append(all, k)
			}
		}
		m.Dict.Store("__all__", rt.NewList(all).Value())
		return nil
	},
}
