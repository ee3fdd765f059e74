package vm

import (
	"context"
	"unsafe"

	"github.com/minipy/minipy/runtime"
)

// # Frames and registers
//
// A thread has one stack of registers and a chain of frames. A frame's
// registers are stack[base : base+nregs]; the callee's begin inside the
// caller's, at the first argument, so that passing arguments costs nothing.
// When the stack must grow it is copied: only indexes into it are kept across
// calls, never pointers.
//
// Frames are linked both ways and used again, so that a call allocates
// nothing. A frame's kind says what happens with its result when it returns;
// it stands for the rest of the instruction that began the call.

// kind says how the frame's result goes on: the name of the continuation.
type kind uint8

const (
	// Those below of frames that have no snap and no far: the loop returns from
	// them itself, with no more than a look at this and at the result.
	kQuickCall kind = iota
	kQuickInit
	kQuickCompare
	kQuickBinary
	kQuickDiscard
	kQuickJump

	kCall      // R[a] of the caller's instruction
	kInit      // __init__: the result must be None, R[a] = self (aux)
	kCompare   // rich comparison: NotImplemented goes on with the slow path
	kBinary    // binary operator: likewise
	kDiscard   // __setattr__ and the like: no result
	kJump      // compare and jump: take the jump by the truth of the result
	kEntry     // return from run to the Go caller
	kIter      // FORITER over a generator
	kIter2     // FORITER2 over a generator
	kNext      // CALL of next(g) or g.send(): StopIteration at the end, or the default (aux)
	kYieldFrom // YIELDFROM over a generator
	kEnter     // __enter__: R[a+1]
	kDrive     // entry frame of a generator that feeds t.drivers: see Drive
)

type frame struct {
	prev, next *frame
	thread     *thread
	level      int // depth; none is made beyond the recursion limit
	u          *unit
	fn         *runtime.Function
	base       int
	pc         int // next instruction, when the frame is not the running one
	kind       kind
	locals     runtime.Value // namespace of a class body or exec; unset in functions
	aux        runtime.Value
	gen        *runtime.Generator
	outer      runtime.Value // generator: the exception handled outside it
	far        []runtime.Value
	snap       *runtime.Frame // the picture of it that Python code has seen
}

// A thread is one Python thread of a Machine. What the end of a turn touches
// comes first, in three cache lines: with a hundred threads they fall out of
// the cache between two turns.
type thread struct {
	rt    *runtime.Thread
	m     *Machine
	stack []runtime.Value
	cur   *frame         // running frame; the sentinel root when idle
	at    unsafe.Pointer // the next instruction of a detached thread that only goes on; nil: it waits
	root  *frame

	// Instruction accounting, spilled from the loop: see loop.go.
	bound    uintptr // an address: the quantum ends jumpRun of cur's unit after it if cur runs straight on
	left     int     // instructions until the next offer of the GIL: end, while nothing runs
	bp       *uint64 // the instruction that has the break mark, or noInst
	ran      int64   // instructions in full quanta so far
	offers   int64   // how many quanta have ended
	interval int     // instructions in a quantum: the machine's, or 1 while tracing
	noInst   uint64  // no instruction: a mark that is moved or cleared needs no question

	// The base run, and who executes it: see gil.go. gil.mu guards detached
	// and wait while the thread does not have the GIL.
	runs     int      // nested runs, the base run included
	base     *frame   // entry frame of the base run
	carrier  *carrier // executes it now
	wait     *waiting // innermost
	granted  bool     // left has quanta given in advance: see grant
	tracing  bool
	detached bool  // stands between two instructions; any carrier may continue it
	borrowed int32 // how many goroutines of the host's run as this thread: see lease
	books    ledger

	maxDepth           int                           // sys.getrecursionlimit()
	drivers            []func(v runtime.Value) error // consumers of the generators being driven
	kwNames            [8]*runtime.Str               // see strNames
	scratch            *runtime.Slice                // see scratchSlice
	traceFn, profileFn runtime.Value                 // sys.settrace and setprofile; unset: none
	traced             []*frame                      // those whose call the trace functions know of
	natives            []nativeCall                  // see traceNative

	outers  int32 // frames that have outer
	seat    int32 // among the machine's threads
	unwound error // what ended the last run with an exception

	baseMark  runtime.Mark    // native depth at the base run's start
	host      *carrier        // of a thread that goroutines of the host run
	importing *importing      // the module that it waits for
	forCall   *hostCall       // of the host, that it belongs to; see stop.go
	spareCall *hostCall       // for its next call
	ctx       context.Context // of the call of the host that it runs for, if any
	shown     []uintptr       // Go structs whose repr is being made
	began     runtime.Value
	result    runtime.Value // of a base run that ended on another goroutine
	failure   error
	fork      func(t *thread, fn runtime.Value) (pid int, err error) // what errFork asks for: forkHere, which not every program links
	mayPark   bool                                                   // the native being called may wait without a goroutine
	inTrace   bool
	yielded   bool // the frame that ended the last run yielded
	over      bool // it is to end: no handler gets an exception
	flushing  bool // it has ended, and writes out what it has printed
	foreign   bool // made for a goroutine of the host
	hosted    bool // one of the host's waits for the base run to end

	finalizing bool // runs what is due of __del__

	// Guarded by gil.mu.
	asleep  bool          // waits for wait to be over
	away    bool          // between release and acquire
	outside int32         // release without the GIL, see there
	cancel  func()        // ends what it blocks in
	wake    chan struct{} // of an attached thread: it has got the GIL; see attach
	done    chan struct{} // of a host's: its base run has ended, and it has the GIL; see moveOn
}

// How many registers a thread begins with, and how many more it gets at most
// when it needs few.
const (
	firstStack = 1 << 5
	stackStep  = 1 << 10
)

// maxThreads is how many threads a machine may have.
const maxThreads = 1 << 17

func (m *Machine) newThread(registers int) *thread {
	parts := &struct {
		thread
		root  frame
		rt    runtime.Thread // here, and its beginning falls into one cache line
		first frame
	}{}
	t := &parts.thread
	t.m, t.stack = m, make([]runtime.Value, registers)
	t.rt, t.root, t.cur = &parts.rt, &parts.root, &parts.root
	t.root.next = &parts.first
	parts.first = frame{prev: t.root, level: 1, thread: t}
	t.rt.VM, t.rt.Host, t.rt.Impl = m.state, m, t
	t.interval, t.bp = m.interval, &t.noInst
	t.maxDepth = m.depth(m.state.MaxDepth)
	return t
}

func implOf(t *runtime.Thread) *thread { return t.Impl.(*thread) }

// Level is how many Python frames run.
func (t *thread) Level() int { return t.cur.level }

// top is the first register that no frame uses.
func (t *thread) top() int {
	if t.cur == t.root {
		return 0
	}
	return t.cur.base + t.cur.u.nregs
}

// ensure makes room for registers up to index n.
func (t *thread) ensure(n int) {
	if n <= len(t.stack) {
		return
	}
	bigger := make([]runtime.Value, max(n+min(len(t.stack), stackStep), len(t.stack)*2))
	copy(bigger, t.stack)
	t.stack = bigger
}

// push makes a frame for u at base current. Its locals from nset on are unset;
// the caller has put the arguments below them.
func (t *thread) push(u *unit, fn *runtime.Function, base, nset int, k kind) (*frame, error) {
	p := t.cur
	f := p.next
	if f == nil {
		if p.level >= t.maxDepth {
			return nil, t.tooDeep()
		}
		f = &frame{prev: p, level: p.level + 1, thread: t}
		p.next = f
	}
	if u.nfar == 0 && k >= kCall && k <= kJump {
		k -= kCall - kQuickCall
	}
	f.u, f.fn, f.base, f.pc, f.kind = u, fn, base, 0, k
	t.ensure(base + u.nregs)
	if nset < u.nlocals {
		clear(t.stack[base+nset : base+u.nlocals])
	}
	if u.nfree > 0 {
		copy(t.stack[base+u.free:base+u.free+u.nfree], fn.Closure)
	}
	if u.nfar > 0 {
		f.far = make([]runtime.Value, u.nfar)
	}
	t.cur = f
	return f, nil
}

// depth is how deep calls may be nested when sys.setrecursionlimit says n.
func (m *Machine) depth(n int) int {
	if most := m.cfg.Limits.Depth; most > 0 {
		return min(n, most)
	}
	return n
}

// tooDeep is the error of a call that is nested too deep.
func (t *thread) tooDeep() error {
	if most := t.m.cfg.Limits.Depth; most > 0 && t.maxDepth == most && t.m.state.MaxDepth > most {
		return t.stopAll(LimitDepth, int64(most))
	}
	return runtime.RecursionErrorf("maximum recursion depth exceeded")
}

// notQuick makes a quick frame one like others.
func (f *frame) notQuick() {
	if f.kind <= kQuickJump {
		f.kind += kCall - kQuickCall
	}
}

// pop leaves the current frame.
func (t *thread) pop() {
	f := t.cur
	t.cur = f.prev
	if f.snap != nil {
		t.settle(f)
	}
	if !f.locals.IsUnset() {
		f.locals = runtime.Value{}
	}
	if !f.aux.IsUnset() {
		f.aux = runtime.Value{}
	}
	f.gen = nil
	f.far = nil
}

// regs are the current frame's registers.
func (t *thread) regs() []runtime.Value {
	f := t.cur
	return t.stack[f.base : f.base+f.u.nregs]
}

// handled is the exception being handled: the innermost one, through
// generators to the frames that resumed them.
func (t *thread) handled() runtime.Value {
	if !t.rt.Handled.IsUnset() {
		return t.rt.Handled
	}
	for f := t.cur; t.outers > 0 && f != t.root; f = f.prev {
		if f.gen != nil && !f.outer.IsUnset() {
			return f.outer
		}
	}
	return runtime.Value{}
}

// snapshot gives the picture of a frame, for Python code.
func (t *thread) snapshot(f *frame) *runtime.Frame {
	pc := f.pc - 1
	if pc < 0 {
		pc = 0
	}
	line := lineAt(f.u, pc)
	if f.pc == 0 {
		line = f.u.code.FirstLine
	} else if s := f.snap; s != nil && t.tracing && s.Rare != nil {
		if s := s.Rare; s.Shown > 0 {
			line = s.Shown
		} else if s.LastLine > 0 && f.u.code.Positions[pc].Line <= 0 {
			line = s.LastLine // an implicit return belongs to the line before it
		}
	}
	if f.snap == nil {
		f.notQuick()
		f.snap = runtime.NewFrame(f.u.co, f.fn.Globals, pc, line)
		f.snap.Impl = f
	}
	f.snap.Inst, f.snap.Line = pc, line
	return f.snap
}

func lineAt(u *unit, pc int) int {
	if pc < len(u.code.Positions) {
		for i := pc; i >= 0; i-- {
			if l := u.code.Positions[i].Line; l > 0 {
				return int(l)
			}
		}
	}
	return u.code.FirstLine
}

// A deadFrame keeps the local variables of a frame that is gone, for its picture.
type deadFrame struct {
	u      *unit
	regs   []runtime.Value
	locals runtime.Value
}

// newDead makes room for n local variables, in the same allocation if they are few.
func newDead(n int) *deadFrame {
	switch {
	case n <= 3:
		p := &struct {
			deadFrame
			r [3]runtime.Value
		}{}
		p.regs = p.r[:n]
		return &p.deadFrame
	case n <= 8:
		p := &struct {
			deadFrame
			r [8]runtime.Value
		}{}
		p.regs = p.r[:n]
		return &p.deadFrame
	}
	return &deadFrame{regs: make([]runtime.Value, n)}
}

// settle gives a frame's picture what it needs after the frame is gone.
func (t *thread) settle(f *frame) {
	s := f.snap
	f.snap = nil
	switch {
	case f.gen != nil && !f.gen.Done:
		s.Impl = f.gen
	case f.locals.IsUnset():
		d := newDead(f.u.nlocals)
		d.u = f.u
		copy(d.regs, t.stack[f.base:f.base+f.u.nlocals])
		s.Impl = d
	default:
		s.Impl = &deadFrame{u: f.u, locals: f.locals}
	}
	if f.prev != t.root {
		s.Back = t.snapshot(f.prev).Value()
	}
}

// setLimit changes the recursion limit: frames kept beyond it are let go.
func (t *thread) setLimit(n int) {
	n = t.m.depth(n)
	t.maxDepth = n
	f := t.root
	for f.next != nil && f.level < n {
		f = f.next
	}
	if f.level >= n {
		f.next = nil
	}
}
