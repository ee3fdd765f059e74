package vm

import (
	"io"
	"io/fs"
	"time"

	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// DefaultInterval is after how many instructions a thread offers the GIL.
const DefaultInterval = 100

// A Config says what a Machine sees of the world. The zero Config is a machine
// that sees nothing of it: it reads nothing, what it prints is discarded, and it
// imports no more than sys and builtins. It is copied by New; what it refers to
// (Modules, FS, Args, ...) may be shared by many machines and is not changed.
type Config struct {
	// Stdin, Stdout and Stderr are the standard streams; nil: nothing is read,
	// output is discarded. An *os.File is used by its descriptor.
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer

	// Modules are the modules that can be imported besides sys, builtins and the
	// files on Path: stdlib.Safe(), all.Modules() of stdlib/all, or any others.
	Modules []*runtime.ModuleSpec
	// FS is the file system for imports and, where the modules bring it, open().
	// It is read only. nil: none, but with the module posix the host's own.
	FS   fs.FS
	Path []string // sys.path: slash paths in FS; "": its root

	Args []string // sys.argv
	// Env is os.environ, "NAME=value". nil: empty, but with the module posix the host's own.
	Env []string
	// Now is the clock of the modules time and datetime; nil: time.Now.
	Now func() time.Time
	// Rand is where random and uuid get their seeds and os.urandom its bytes; nil: crypto/rand.
	Rand io.Reader

	// HashSeed is the seed of hash() of str and bytes, and of what consists of them, and so
	// decides in which order their sets are. With the same seed they are the same in every
	// process, as with MINIPYHASHSEED or PYTHONHASHSEED set to that number. 0: the process's seed, random
	// unless one of the two is set; Restore takes the snapshot's, if it was made with one. A seed
	// that strangers know lets them choose keys that collide. Machines with a seed of their own hash a text
	// each time, while others keep the hash with it. What is hashed by its address (functions, objects
	// without __hash__) lies elsewhere in each run.
	HashSeed uint64

	// Limits bounds what scripts may use.
	Limits Limits

	// Cache, if set, keeps the code of imported modules.
	Cache Cache
	// Interval is how many instructions a thread runs before it offers the GIL; 0: DefaultInterval.
	Interval int

	Executable string
	Optimize   int  // -O
	NoSite     bool // leave out exit, quit and the like
	Unbuffered bool // Stdout and Stderr get what is printed at once: -u
	Inspect    bool // -i
	Flags      map[string]int
	Warnings   []string // -W
	XOptions   []string // -X
}

// Limits bounds what the scripts of a machine may use, in all calls from New,
// or the last Reset, on; 0: no limit. When one is reached, every thread of the
// machine ends where it stands: no except clause catches it, no finally clause
// runs. The call, and all others until Reset, answer with a *LimitError.
type Limits struct {
	Steps   int64 // instructions, exactly
	Memory  int64 // bytes that the scripts keep alive; see Usage
	Depth   int   // calls within calls; sys.setrecursionlimit is bounded by RecursionError below it
	Output  int64 // bytes written to Stdout and Stderr
	Threads int   // besides those of the host
}

// A Cache keeps compiled modules from run to run. What it gives must have been
// made from the very same file name, source and optimization level.
type Cache interface {
	Get(file string, src []byte, optimize int) *code.Source // nil: not there
	Put(file string, src []byte, optimize int, c *code.Code)
}
