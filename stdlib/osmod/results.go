package osmod

import (
	"math"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

// The struct sequences that system calls answer with.

var statResultType, terminalSizeType, unameResultType, timesResultType rt.Type

var statResult = &rt.StructSeq{Name: "os.stat_result", Visible: 10, Fields: []rt.StructField{
	{Name: "st_mode", Doc: "protection bits"}, {Name: "st_ino", Doc: "inode"}, {Name: "st_dev", Doc: "device"},
	{Name: "st_nlink", Doc: "number of hard links"}, {Name: "st_uid", Doc: "user ID of owner"},
	{Name: "st_gid", Doc: "group ID of owner"}, {Name: "st_size", Doc: "total size, in bytes"},
	{}, {}, {},
	{Name: "st_atime", Doc: "time of last access"}, {Name: "st_mtime", Doc: "time of last modification"},
	{Name: "st_ctime", Doc: "time of last change"}, {Name: "st_atime_ns", Doc: "time of last access in nanoseconds"},
	{Name: "st_mtime_ns", Doc: "time of last modification in nanoseconds"},
	{Name: "st_ctime_ns", Doc: "time of last change in nanoseconds"},
	{Name: "st_blksize", Doc: "blocksize for filesystem I/O"}, {Name: "st_blocks", Doc: "number of blocks allocated"},
	{Name: "st_rdev", Doc: "device type (if inode device)"},
}}

var terminalSize = &rt.StructSeq{Name: "os.terminal_size", Doc: "A tuple of (columns, lines) for holding terminal window size",
	Fields: []rt.StructField{{Name: "columns", Doc: "width of the terminal window in characters"},
		{Name: "lines", Doc: "height of the terminal window in characters"}}}

var unameResult = &rt.StructSeq{Name: "posix.uname_result", Doc: "uname_result: Result from os.uname().",
	Fields: []rt.StructField{{Name: "sysname", Doc: "operating system name"}, {Name: "nodename", Doc: "name of machine on network (implementation-defined)"},
		{Name: "release", Doc: "operating system release"}, {Name: "version", Doc: "operating system version"},
		{Name: "machine", Doc: "hardware identifier"}}}

var timesResult = &rt.StructSeq{Name: "posix.times_result", Doc: "times_result: Result from os.times().",
	Fields: []rt.StructField{{Name: "user", Doc: "user time"}, {Name: "system", Doc: "system time"},
		{Name: "children_user", Doc: "user time of children"}, {Name: "children_system", Doc: "system time of children"},
		{Name: "elapsed", Doc: "elapsed time since an arbitrary point in the past"}}}

// A FileStat is what all systems can say about a file. Times are in nanoseconds.
type FileStat struct {
	Mode, Ino, Dev, nlink, uid, gid, Size int64
	Atime, Mtime, Ctime                   int64
	blksize, blocks, rdev                 int64
}

func (s *FileStat) value() rt.Value {
	floor := func(ns int64) rt.Value { return rt.Int(int64(math.Floor(float64(ns / 1e9)))) }
	secs := func(ns int64) rt.Value { return rt.Float(float64(ns/1e9) + 1e-9*float64(ns%1e9)) }
	i := rt.Int
	return statResult.Make(&statResultType, i(s.Mode), i(s.Ino), i(s.Dev), i(s.nlink), i(s.uid), i(s.gid), i(s.Size),
		floor(s.Atime), floor(s.Mtime), floor(s.Ctime), secs(s.Atime), secs(s.Mtime), secs(s.Ctime),
		i(s.Atime), i(s.Mtime), i(s.Ctime), i(s.blksize), i(s.blocks), i(s.rdev))
}

func osTerminalSize(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd := 1
	if !a[0].IsUnset() {
		var err error
		if fd, err = intArg(t, a[0]); err != nil {
			return rt.Value{}, err
		}
	}
	if osutil.Redirected(t, fd) {
		return rt.Value{}, rt.OSErr(25)
	}
	cols, lines, err := windowSize(fd)
	if err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	return terminalSize.Make(&terminalSizeType, integer(cols), integer(lines)), nil
}

func init() {
	rt.DefineStructSeq(&statResultType, statResult)
	rt.DefineStructSeq(&terminalSizeType, terminalSize)
	rt.DefineStructSeq(&unameResultType, unameResult)
	rt.DefineStructSeq(&timesResultType, timesResult)
}

// StatPath is os.stat(v), or os.lstat(v), for the path functions: v is a path
// or, if follow, a descriptor.
func StatPath(t *rt.Thread, v rt.Value, follow bool) (*FileStat, error) {
	name := "stat"
	if !follow {
		name = "lstat"
	}
	p, err := osutil.GetPath(t, v, name, "path", follow, false)
	if err != nil {
		return nil, err
	}
	return statAt(t, &p, -1, follow)
}

// StatFile is StatPath of a name as the system has it.
func StatFile(t *rt.Thread, name string, given rt.Value, follow bool) (*FileStat, error) {
	return statAt(t, &osutil.Path{Text: name, Given: given, Fd: -1}, -1, follow)
}

// Environ is the VM's environment, "NAME=value" each.
func Environ(t *rt.Thread) []string { return environOf(t) }

// Getwd is the current folder as the system has it.
func Getwd() (string, error) { return getwd() }
