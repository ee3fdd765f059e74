package runtime

import (
	"io"
	"io/fs"
	"math/big"
	"sync/atomic"
	"time"
)

// A Host is what the object model asks of the VM that runs it. It is held in
// the VM value. Every method is called with the VM's lock held by t.
type Host interface {
	// CallFunction runs a Python function (a *Function) to its end, in a nested loop.
	CallFunction(t *Thread, f *Function, args []Value, names []*Str) (Value, error)
	// Resume runs a generator, coroutine or asynchronous generator's frame until it
	// yields (value, false), returns (value, true) or raises. If exc is set it is raised at the yield.
	Resume(t *Thread, g *Generator, send Value, exc *Exception) (v Value, done bool, err error)
	// Drive runs generator g to its end and calls f with each value it yields,
	// without suspending it in between; f's error leaves it suspended.
	Drive(t *Thread, g *Generator, f func(v Value) error) error
	// Import does `import name` with Python's __import__ meaning.
	Import(t *Thread, name string, globals, locals Value, fromlist Value, level int) (Value, error)
	// Compile compiles source (text or bytes) for mode "exec", "eval" or "single".
	Compile(t *Thread, source Value, filename, mode string, flags int, dontInherit bool, optimize int) (Value, error)
	// Exec runs a code object in the given namespaces.
	Exec(t *Thread, code *CodeObject, globals *Dict, locals Value, closure []Value) (Value, error)
	// Frame gives the depth-th Python frame below the running native (0: its caller), or nil.
	Frame(t *Thread, depth int) *Frame
	// FrameLocals, FrameBack and FrameUpdate look at the frame behind a picture of it, if it still runs.
	FrameLocals(t *Thread, f *Frame) (Value, error)
	FrameBack(t *Thread, f *Frame) Value
	FrameUpdate(t *Thread, f *Frame)
	// FrameClear ends a generator that is suspended in the frame, and lets go of its local variables.
	FrameClear(t *Thread, f *Frame) error
	// GeneratorFrame and GeneratorAwait are gi_frame and gi_yieldfrom (None, unset for none).
	GeneratorFrame(t *Thread, g *Generator) Value
	GeneratorAwait(t *Thread, g *Generator) Value
	// Globals and Locals of the calling Python frame.
	Globals(t *Thread) *Dict
	Locals(t *Thread) (Value, error)
	// Block runs f, which may block and touches no Value, without the GIL. When something
	// comes up for t to do meanwhile (a signal, the machine's end), cancel, if not nil, is
	// called once, on any goroutine, to make f return early. The caller calls Checkpoint afterwards.
	Block(t *Thread, f, cancel func())
	// Wait lets other threads run until Wake gives t a value, which it returns, or the time is up.
	// It is the last thing that a native whose Method says Waits does: called by the loop,
	// such a native gives up its goroutine as well (the error that it gets then is for the loop).
	Wait(t *Thread, w Wait) (Value, error)
	// Wake ends the wait of the first thread of q, with v, and gives its place; nil: none waits.
	Wake(q *WaitQueue, v Value) *Waiter
	// Spawn starts a thread that calls f, and gives its identifier.
	Spawn(t *Thread, f Value, args []Value, names []*Str) (int64, error)
	// ReleaseGIL and AcquireGIL bracket a blocking operation.
	ReleaseGIL(t *Thread)
	AcquireGIL(t *Thread)
	// ClearDead forgets what finished frames have left in registers, so that the collector finds it dead.
	ClearDead(t *Thread)
	// Checkpoint runs what is pending (signals, finalizers, cancellation); long native loops call it now and then.
	Checkpoint(t *Thread) error
	// Disturbed says that the next Checkpoint would end t or, if signals is set, run their handlers.
	Disturbed(t *Thread, signals bool) bool
	// Complete adds what a late module lacks.
	Complete(t *Thread, m *Module)
	// ZeroArgSuper finds the class cell and first argument for super() called in the running function.
	ZeroArgSuper(t *Thread) (cls, self Value, err error)
}

// A Thread is a Python thread of a VM. The VM extends it.
type Thread struct {
	// What every call of a native touches shares a cache line: see newThread in vm.
	VM       *VM
	Depth    int     // nested native-to-Python calls and recursive operations in Go
	argStack []Value // see callUnbound; argTop of it are in use
	argTop   int

	Host    Host
	Handled Value // the exception being handled (sys.exc_info()); unset: none
	// StopValue is the value of the StopIteration that a Next slot turned into
	// an unset result; valid right after a Next that was called with it unset.
	StopValue  Value
	Impl       any     // the vm package's own state
	ticks      uint    // see Tick
	whole      uint8   // how often Whole has tried, or 0
	unfinished []Value // see building
	reprs      []Value
	scratch    [3]big.Int // see scratchInt
	textBuf    []byte     // scratch space of formatting; nil while it is in use
	// Context is the thread's current contextvars.Context, or unset.
	Context Value
	// ID is the thread's identifier, unique in its VM; NativeID in the system, as far as Go has one.
	ID, NativeID int64
	// AtExit are called when the thread ends, last first, with the GIL held.
	AtExit []func(t *Thread)
}

// A Poller looks for what threads wait for outside the VM.
type Poller interface {
	// Poll wakes those for whom it is there. The running thread calls it now and then.
	Poll()
	// Sleep does so when it is there, and sleeps in the kernel until then or until
	// Stir. When it has woken it calls woken first. One goroutine at a time.
	Sleep(woken func())
	// Stir ends the Sleep that lasts, or the next one. Any goroutine.
	Stir()
}

// DefaultStrDigits is sys.int_info.default_max_str_digits.
const DefaultStrDigits = 4300

// A VM is the state that the object model keeps for one virtual machine.
type VM struct {
	Host     Host
	Modules  *Dict // sys.modules
	Builtins *Dict // the namespace of builtins
	Main     *Thread

	BuiltinsModule *Module
	SysModule      *Module // see Sys

	seed    uint64           // of visible hashes; 0: the process's. See hashseed.go
	moved   func(Value) bool // while a state is rehashed: which keys have another hash than before
	nans    uint64           // NaNs made, see freshNaN
	strs    map[string]*Str  // interned
	version uint64           // of heap types
	cache   methodCache
	roots   map[*Type]*Shape  // see rootShape
	subs    map[*Type][]*Type // subclasses of builtin types made by this VM
	weak    map[*Object][]*WeakRef

	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Args           []string
	Path           []string
	Unbuffered     bool // standard output is written as it comes
	Environ        []string
	FS             fs.FS // what open() and imports see instead of the host's files; nil: those
	// Confined says that the VM has nothing of the host's: no files, descriptors, clocks to set.
	Confined bool
	// Room, if set, ends the thread where n bytes are more than it may allocate: see Thread.Room.
	Room func(t *Thread, n int) error
	// Unflushed says that a standard stream may hold text that is not yet written.
	Unflushed bool
	// Flush writes that out; it runs no Python code. nil: there is nothing to write.
	Flush        func(t *Thread) error
	Now          func() time.Time // the clock; nil: time.Now
	Rand         io.Reader        // nil: crypto/rand
	MaxDepth     int              // sys.getrecursionlimit()
	dictVersions uint64           // see Dict.Ver
	MaxStrDigits int              // sys.get_int_max_str_digits()
	WarnBytes    bool             // -b: str(bytes) and bytes == str are worth a warning
	WarnEncoding bool             // -X warn_default_encoding

	// AttrHint is set by the VM before a class is made: how many attributes its body assigns to self.
	AttrHint int

	// AsyncFirstIter and AsyncFinalizer are sys.set_asyncgen_hooks's.
	AsyncFirstIter, AsyncFinalizer Value

	// Ext holds the state of standard library modules, by module name.
	Ext map[string]any
	// OnSignal runs the handler of a signal in the main thread; nil: SIGINT raises KeyboardInterrupt.
	OnSignal func(t *Thread, n int) error
	// TripSignal has signal n arrive if Python code answers it, as _thread.interrupt_main
	// does; nil: SIGINT alone has a handler.
	TripSignal func(t *Thread, n int)
	// SignalsTaken are those that Python code has asked for, which modules receive
	// themselves: a handler, faulthandler.register. Bit n-1 is signal n's.
	SignalsTaken atomic.Uint64
	// Poller, if set, wakes threads that wait for something outside the VM; PollWaits of them do.
	Poller    Poller
	PollWaits atomic.Int32
	// Finalizers are objects whose __del__ is due, filled by the Go collector.
	Finalizers FinalizerQueue
	watched    weakList // objects with a __del__ in Python, generators with a finally
	natives    weakList // native ones: files, sockets
}

// NewVM makes the state of a VM. The caller sets Host.
func NewVM() *VM {
	vm := &VM{
		Modules: NewDictSize(4),
		strs:    map[string]*Str{}, version: 1 << 20,
		MaxDepth: 1000, MaxStrDigits: DefaultStrDigits, Ext: map[string]any{},
	}
	return vm
}

// Sys is the sys module, with all its attributes.
func (t *Thread) Sys() *Module {
	t.VM.SysModule.Namespace(t)
	return t.VM.SysModule
}

// maxNative bounds Go recursion: nested loops, repr, comparison, hashing.
const maxNative = 3000

// Enter counts one more level of Go recursion; the caller calls Leave when it
// returns nil. where continues the message: " while calling a Python object".
func (t *Thread) Enter(where string) error {
	t.Depth++
	if t.ticks++; t.ticks&1023 == 0 {
		if err := t.Pending(); err != nil {
			t.Depth--
			return err
		}
	}
	if t.Depth > maxNative {
		t.Depth--
		return RecursionErrorf("maximum recursion depth exceeded%s", where)
	}
	return nil
}

// Leave ends what Enter began.
func (t *Thread) Leave() { t.Depth-- }

// ReprEnter says whether v is already being printed further out (then the
// caller prints "..."); if not it is noted until ReprLeave.
func (t *Thread) ReprEnter(v Value) bool {
	for _, r := range t.reprs {
		if Is(r, v) {
			return true
		}
	}
	t.reprs = append(t.reprs, v)
	return false
}

// ReprLeave ends what ReprEnter began.
func (t *Thread) ReprLeave() {
	t.reprs[len(t.reprs)-1] = Value{}
	t.reprs = t.reprs[:len(t.reprs)-1]
}

// Intern gives the VM's one Str for s.
//
//go:noinline
func (vm *VM) Intern(s string) *Str {
	if p := staticStrs[s]; p != nil {
		return p
	}
	if p := vm.strs[s]; p != nil {
		return p
	}
	p := newStr(s)
	p.meta |= strInterned
	vm.strs[s] = p
	return p
}

// Interned gives the VM's one Str for s if it has one.
func (vm *VM) Interned(s string) *Str {
	if p := vm.strs[s]; p != nil {
		return p
	}
	return staticStrs[s]
}

// InternStr gives the VM's one Str equal to s.
func (vm *VM) InternStr(s *Str) *Str {
	if s.meta&strInterned != 0 {
		return s
	}
	return vm.Intern(s.s)
}

// NewVersion makes a version that no type has had.
func (vm *VM) NewVersion() uint64 {
	vm.version++
	return vm.version
}

// ClearUnused has the VM forget the leftovers of finished calls before the Go
// collector is asked what is still reachable.
func (t *Thread) ClearUnused() {
	if t.Host != nil {
		t.Host.ClearDead(t)
	}
}

// A Mark is how deep a thread was, to go back to after a panic.
type Mark struct{ depth, argTop, reprs, unfinished int }

// Mark notes how deep t is.
func (t *Thread) Mark() Mark { return Mark{t.Depth, t.argTop, len(t.reprs), len(t.unfinished)} }

// Restore goes back to m: what was deeper has ended without saying so.
func (t *Thread) Restore(m Mark) {
	t.Depth, t.argTop = m.depth, m.argTop
	t.reprs = t.reprs[:min(m.reprs, len(t.reprs))]
	t.unfinished = t.unfinished[:min(m.unfinished, len(t.unfinished))]
}
