package osmod

import (
	"io/fs"
	"os"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

// A dirEntry is an os.DirEntry. What is known without another system call is
// in typ; the answers of stat() and lstat() are kept.
type dirEntry struct {
	rt.Object
	name, path  rt.Value
	text        string // path for the system
	dirFd       int    // folder's descriptor where scandir was given one, else -1
	base        string // name for the system, with dirFd
	typ         fs.FileMode
	stat, lstat rt.Value
}

// A scanIter is what scandir() gives.
type scanIter struct {
	rt.Object
	entries []rt.Value
	i       int
}

var dirEntryType, scanIterType rt.Type

func osScandir(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, err := dirArg(t, a[0], "scandir")
	if err != nil {
		return rt.Value{}, err
	}
	list, err := readDir(t, &p)
	if err != nil {
		return rt.Value{}, err
	}
	it := rt.Alloc[scanIter](&scanIterType)
	it.entries = make([]rt.Value, len(list))
	for i, e := range list {
		it.entries[i] = newDirEntry(&p, e)
	}
	return it.Value(), nil
}

func newDirEntry(p *osutil.Path, e os.DirEntry) rt.Value {
	d := rt.Alloc[dirEntry](&dirEntryType)
	name := e.Name()
	d.name, d.path, d.base, d.dirFd, d.typ = p.Name(name), rt.Value{}, name, p.Fd, e.Type()
	if p.Fd >= 0 {
		d.path, d.text = d.name, name
		return d.Value()
	}
	full := p.Text
	if full != "" && full[len(full)-1] != '/' {
		full += "/"
	}
	d.text = full + name
	d.path = p.Name(d.text)
	return d.Value()
}

// doStat is stat() or lstat(), asked once.
func (d *dirEntry) doStat(t *rt.Thread, follow bool) (rt.Value, error) {
	if follow && d.typ&fs.ModeSymlink == 0 {
		follow = false
	}
	cache := &d.lstat
	if follow {
		cache = &d.stat
	}
	if cache.IsUnset() {
		p := osutil.Path{Text: d.text, Given: d.path, Fd: -1}
		st, err := statAt(t, &p, d.dirFd, follow)
		if err != nil {
			return rt.Value{}, err
		}
		*cache = st.value()
	}
	return *cache, nil
}

func followArg(t *rt.Thread, v rt.Value) (bool, error) { return rt.IsTrue(t, v) }

func entryStat(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	follow, err := followArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	return rt.As[dirEntry](a[0]).doStat(t, follow)
}

// entryIs says whether the entry is of a kind; a missing file is not.
func entryIs(want fs.FileMode, bits int64) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		d := rt.As[dirEntry](a[0])
		follow, err := followArg(t, a[1])
		if err != nil {
			return rt.Value{}, err
		}
		if d.typ&fs.ModeIrregular == 0 && (!follow || d.typ&fs.ModeSymlink == 0) {
			return rt.Bool(d.typ.Type() == want), nil
		}
		st, err := d.doStat(t, follow)
		if rt.IsError(err, rt.FileNotFoundError) {
			return rt.False, nil
		}
		if err != nil {
			return rt.Value{}, err
		}
		mode, err := rt.GetAttrS(t, st, "st_mode")
		if err != nil {
			return rt.Value{}, err
		}
		return rt.Bool(mode.AsInt64()&0o170000 == bits), nil
	}
}

func entryInode(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	st, err := rt.As[dirEntry](a[0]).doStat(t, false)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.GetAttrS(t, st, "st_ino")
}

func entryRepr(t *rt.Thread, v rt.Value) (rt.Value, error) {
	s, err := rt.ReprStr(t, rt.As[dirEntry](v).name)
	return rt.NewStr("<DirEntry " + s + ">"), err
}

func scanNext(t *rt.Thread, v rt.Value) (rt.Value, error) {
	it := rt.As[scanIter](v)
	if it.i >= len(it.entries) {
		it.entries = nil
		return rt.Value{}, nil
	}
	e := it.entries[it.i]
	it.entries[it.i] = rt.Value{}
	it.i++
	return e, nil
}

func scanClose(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	rt.As[scanIter](a[0]).entries = nil
	return rt.None, nil
}

func init() {
	rt.Define(&dirEntryType, rt.TypeSpec{Name: "posix.DirEntry", Size: rt.SizeOf[dirEntry](), Flags: rt.FlagDisallowNew,
		Slots: rt.Slots{Repr: entryRepr},
		Methods: []rt.Method{
			{Name: "is_dir", Sig: "*, follow_symlinks=True", Fn: entryIs(fs.ModeDir, 0o040000)},
			{Name: "is_file", Sig: "*, follow_symlinks=True", Fn: entryIs(0, 0o100000)},
			{Name: "is_symlink", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				return rt.Bool(rt.As[dirEntry](a[0]).typ&fs.ModeSymlink != 0), nil
			}},
			{Name: "stat", Sig: "*, follow_symlinks=True", Fn: entryStat},
			{Name: "inode", Fn: entryInode},
			{Name: "__fspath__", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.As[dirEntry](a[0]).path, nil }},
			{Name: "__class_getitem__", Sig: "item, /", Kind: rt.ClassMethod, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				return rt.NewGenericAlias(t, a[0], a[1]), nil
			}},
		},
		GetSets: []rt.GetSet{
			{Name: "name", Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) { return rt.As[dirEntry](v).name, nil }},
			{Name: "path", Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) { return rt.As[dirEntry](v).path, nil }},
		}})
	rt.Define(&scanIterType, rt.TypeSpec{Name: "posix.ScandirIterator", Size: rt.SizeOf[scanIter](), Flags: rt.FlagDisallowNew,
		Slots: rt.Slots{Iter: rt.SelfIter, Next: scanNext},
		Methods: []rt.Method{
			{Name: "close", Fn: scanClose},
			{Name: "__enter__", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return a[0], nil }},
			{Name: "__exit__", Sig: "*args", Fn: scanClose},
		}})
}
