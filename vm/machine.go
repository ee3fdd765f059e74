package vm

import (
	"context"
	"errors"
	"math/bits"
	"os"
	"reflect"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/vm/snapshot"
)

// A Machine is one virtual machine: a heap, its modules, its threads.
type Machine struct {
	state   *runtime.VM
	gil     gil
	main    *thread
	imports map[string]*importing
	threads []*thread // in no order; the GIL guards it
	lastID  int64
	cfg     Config
	names   *names

	interrupted bool // see Interrupted

	yielder        yielder
	interval       int       // instructions in a quantum
	offers, ran    int64     // quanta ended, and instructions run, by threads that have ended
	switchInterval float64   // sys.getswitchinterval()
	originDepth    int       // sys.set_coroutine_origin_tracking_depth
	fresh          bool      // the main thread has the GIL from New; gil.mu guards it
	mainBusy       bool      // a goroutine of the host is the main thread; gil.mu guards it
	started        bool      // the modules' Start functions have been called
	spare          []*thread // of goroutines that have left; gil.mu guards it
	pending        atomic.Int32
	stopped        atomic.Pointer[error] // why all threads are to end: see stop.go
	unwatched      int                   // how many calls have a context that is not watched yet; the GIL guards it
	stops          int                   // how many causes there are, in calls and stopped; gil.mu guards it
	spread         bool                  // the threads that wait have been told of stopped
	used           usage
	mem            memory
	signals        atomic.Uint64 // that have come: bit n-1

	// What is known of the Go side: see gofunc.go and gotype.go.
	goFuncs   map[string]*goFunc // by name, those that a snapshot can name
	goTypes   map[reflect.Type]*goType
	goClasses map[*runtime.Type]*goType
	newClass  func(*Machine, *thread, *goType, Class) error // see takeGoValues
	goFields  map[reflect.Type][]goField
	lost      map[string]*runtime.Type // classes of Go types from a snapshot, until they are given again
	pulls     pullSet

	format *snapshot.Format // see stateFormat
}

// New makes a machine with its builtins and sys modules.
func New(cfg Config) (*Machine, error) {
	if unserved() {
		return nil, errUnserved
	}
	m := newMachine(cfg)
	m.initSys()
	m.initBuiltins()
	return m, nil
}

// unserved says that this process was started as a child of another one and that its main
// has not called RunChild, but goes on to run the program once more.
var unserved = sync.OnceValue(IsChild)

var errUnserved = errors.New("vm: this process is to be another one's child: main must call RunChild first")

// newMachine makes one without any module.
func newMachine(cfg Config) *Machine {
	m := &Machine{cfg: cfg, interval: DefaultInterval, switchInterval: 0.005, state: runtime.NewVM(), names: &knownNames}
	m.state.Host = m
	if cfg.Interval > 0 {
		m.interval = cfg.Interval
	}
	m.state.Args, m.state.Path, m.state.Environ = cfg.Args, cfg.Path, cfg.Env
	m.used.reset(m)
	m.state.Stdin, m.state.Stdout, m.state.Stderr = cfg.Stdin, m.metered(cfg.Stdout), m.metered(cfg.Stderr)
	m.state.Unbuffered = cfg.Unbuffered
	if cfg.Limits.Memory > 0 {
		m.state.Room = m.room
	}
	if cfg.HashSeed != 0 {
		m.state.SetHashSeed(cfg.HashSeed)
	}
	m.state.FS, m.state.Confined, m.state.Now, m.state.Rand = cfg.FS, true, cfg.Now, cfg.Rand
	for _, s := range cfg.Modules {
		if s.HostFiles {
			m.state.Confined = false
		}
	}
	if m.state.Confined && cfg.Env == nil {
		m.state.Environ = []string{}
	}
	if n, ok := cfg.Flags["int_max_str_digits"]; ok {
		m.state.MaxStrDigits = n
	}
	m.setWarnings()
	m.gil.outside, m.gil.clock.start, m.fresh = m.state, time.Now(), true
	m.main = m.newThread(firstStack)
	m.state.Main = m.main.rt
	m.enroll(m.main)
	m.gil.give(m.main)
	m.state.Finalizers.Notify = func() { m.pending.Or(pendingFinalizers) }
	return m
}

// builtinSpec finds a module in Go; nil: there is none.
func (m *Machine) builtinSpec(name string) *runtime.ModuleSpec {
	if s := m.spec(name); s != nil && s.Source == nil {
		return s
	}
	return nil
}

// spec finds a module that the machine has been given; nil: there is none. Of
// one name the last counts.
func (m *Machine) spec(name string) *runtime.ModuleSpec {
	for i := len(m.cfg.Modules) - 1; i >= 0; i-- {
		if s := m.cfg.Modules[i]; s.Name == name {
			return s
		}
	}
	if name == impModule.Name {
		return impModule
	}
	return nil
}

// What may be pending.
const (
	pendingFinalizers int32 = 1 << iota
	pendingSignals
	pendingStop  // threads are to end
	pendingWatch // calls of the host have a context that is not watched yet
)

// setWarnings has the flags of the command line followed that ask for warnings.
func (m *Machine) setWarnings() {
	flags := m.cfg.Flags
	m.state.WarnBytes, m.state.WarnEncoding = flags["bytes_warning"] != 0, flags["warn_default_encoding"] != 0
}

// TakesSignal says that Python code has asked for signal n itself: a host program
// that has, too, should leave it alone. Any goroutine.
func (m *Machine) TakesSignal(n int) bool { return m.state.SignalsTaken.Load()&(1<<(n-1)) != 0 }

// Interrupt tells the main thread that SIGINT has come. Any goroutine.
func (m *Machine) Interrupt() { m.Signal(int(syscall.SIGINT)) }

// Signal tells the main thread that signal n (1 to 64) has come: its handler
// runs between two instructions, or in the middle of a wait. Any goroutine.
func (m *Machine) Signal(n int) {
	m.signals.Or(1 << (n - 1))
	m.pending.Or(pendingSignals)
	m.gil.interrupt(m.main)
}

// runSignals runs the handlers of the signals that have come, the lowest first.
// If one raises, the others stay pending.
func (m *Machine) runSignals(t *thread) error {
	for {
		set := m.signals.Load()
		if set == 0 {
			return nil
		}
		n := bits.TrailingZeros64(set) + 1
		m.signals.And(^(1 << (n - 1)))
		var err error
		switch handle := m.state.OnSignal; {
		case handle != nil:
			err = handle(t.rt, n)
		case n == int(syscall.SIGINT):
			err = runtime.NewException(runtime.KeyboardInterrupt)
		}
		if err != nil {
			if m.signals.Load() != 0 {
				m.pending.Or(pendingSignals)
			}
			return err
		}
	}
}

// ThreadCount is how many threads there are, the main one aside.
func (m *Machine) ThreadCount() int { return len(m.threads) - 1 }

// pendingFor says that something is pending that must interrupt t.
func (m *Machine) pendingFor(t *thread) bool {
	p := m.pending.Load()
	return t == m.main && p&pendingSignals != 0 || p&pendingStop != 0 && t.stopCause() != nil
}

// runPending runs what is pending at the end of a quantum. Signals are the
// main thread's.
func (m *Machine) runPending(t *thread) error {
	if m.pending.Load()&pendingWatch != 0 {
		m.watch(t)
	}
	if m.pending.Load()&pendingStop != 0 {
		if err := t.stop(); err != nil {
			return err
		}
	}
	// A signal comes before the finalizers: what it raises is the program's, not theirs.
	if t == m.main && m.pending.Load()&pendingSignals != 0 {
		m.pending.And(^pendingSignals)
		if err := m.runSignals(t); err != nil {
			return err
		}
	}
	if !t.finalizing && m.pending.And(^pendingFinalizers)&pendingFinalizers != 0 {
		return m.runFinalizers(t)
	}
	return nil
}

// runFinalizers calls __del__ of what the Go collector has found unreachable. What one
// raises is only told, but for a KeyboardInterrupt: whoever pressed the key did not mean the __del__
// that happened to run. What is found while t runs one waits for its end, or another thread: nested
// in it, they would use up the stack.
func (m *Machine) runFinalizers(t *thread) (interrupt error) {
	t.finalizing = true
	defer func() { t.finalizing = false }()
	for _, v := range m.state.Finalizers.Take() {
		if t.over {
			return interrupt
		}
		switch err := runtime.Finalize(t.rt, v); {
		case err == nil:
		case t == m.main && runtime.IsError(err, runtime.KeyboardInterrupt):
			interrupt = err
		default:
			m.unraisable(t, err, v)
		}
	}
	return interrupt
}

// processID is asked for once: every machine needs it.
var processID = int64(os.Getpid())

// enroll gives a new thread its identifier.
func (m *Machine) enroll(t *thread) {
	m.lastID++
	t.rt.ID, t.rt.NativeID = m.lastID, processID+m.lastID-1
	m.list(t)
	t.ran, t.left = 0, t.interval
	t.startSteps()
}

// list puts t among the machine's threads.
func (m *Machine) list(t *thread) {
	t.seat = int32(len(m.threads))
	m.threads = append(m.threads, t)
}

// unlist takes t from them.
func (m *Machine) unlist(t *thread) {
	last := len(m.threads) - 1
	moved := m.threads[last]
	m.threads[t.seat], moved.seat = moved, t.seat
	m.threads[last] = nil
	m.threads = m.threads[:last]
}

// strike is the end of a thread.
func (m *Machine) strike(t *thread) {
	m.unlist(t)
	m.offers += t.offers
	m.ran += t.instructions()
	t.ran, t.offers = 0, 0
	t.refundSteps()
}

// running is the thread that has the GIL; the main one while nothing runs.
// Only for whom the GIL protects.
func (m *Machine) running() *thread {
	if t := m.gil.holder; t != nil {
		return t
	}
	return m.main
}

// errClosed unwinds the goroutines of the host that a machine had when it was closed.
var errClosed any = closedPanic{}

type closedPanic struct{}

// enter makes the calling goroutine, one of the host's, a thread of the
// machine: the main one if that is free, and waits for the GIL. leave gives it up.
func (m *Machine) enter() (*thread, error) { return m.enterUntil(context.Background()) }

// enterUntil is enter until ctx is done.
func (m *Machine) enterUntil(ctx context.Context) (*thread, error) {
	g := &m.gil
	g.mu.Lock()
	if g.closed && (g.closer != m.main || m.mainBusy) {
		g.mu.Unlock()
		return nil, ErrClosed
	}
	t := m.main
	from := g.lent.Load()
	stolen := !m.fresh && !g.free && g.steal()
	if !stolen {
		from = nil
	}
	if m.mainBusy {
		t = m.foreignThread(from)
	}
	t.foreign = true
	if t == m.main {
		m.mainBusy = true
		if m.fresh {
			m.fresh = false
			g.mu.Unlock()
			return t, nil
		}
	}
	if g.free || stolen {
		g.give(t)
		g.mu.Unlock()
	} else {
		t.attach()
		g.makeReady(t)
		g.mu.Unlock()
		select {
		case <-t.wake:
		case <-ctx.Done():
			go m.giveUp(t)
			return nil, &CanceledError{Err: ctx.Err(), Cause: context.Cause(ctx)}
		}
		if m.isClosed(t) {
			return nil, ErrClosed
		}
	}
	if t != m.main {
		m.enroll(t)
	}
	return t, nil
}

// giveUp passes the GIL on when t gets it, which is no longer waited for.
func (m *Machine) giveUp(t *thread) {
	<-t.wake
	if m.isClosed(t) {
		return
	}
	t.release()
	if t == m.main {
		m.gil.mu.Lock()
		m.mainBusy = false
		m.gil.mu.Unlock()
	}
}

// leave ends what enter began.
func (m *Machine) leave(t *thread) {
	g := &m.gil
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.closed && g.closer != t {
		return
	}
	if t != m.main {
		m.strike(t)
	}
	t.releaseLocked()
	if t == m.main {
		m.mainBusy = false
	} else {
		m.retireForeign(t)
	}
	g.unwatch()
}

// isClosed says that the machine is closed for t.
func (m *Machine) isClosed(t *thread) bool {
	m.gil.mu.Lock()
	defer m.gil.mu.Unlock()
	return m.gil.closed && m.gil.closer != t
}

// Close ends the machine's threads where they stand; none of their Python code
// runs again. Nothing of the machine may be used afterwards.
func (m *Machine) Close() {
	t, err := m.enter()
	if err != nil {
		return
	}
	m.close(t)
	m.state.Unwatch()
	m.gil.mu.Lock()
	m.gil.closer = nil
	m.gil.mu.Unlock()
	m.pulls.endAll()
}

// close leaves only t, which has the GIL.
func (m *Machine) close(t *thread) {
	g := &m.gil
	var cancels []func()
	g.mu.Lock()
	g.closed, g.closer = true, t
	for x := g.pop(); x != nil; x = g.pop() {
		if x.foreign && !x.detached { // a host goroutine that waits in enter
			select {
			case x.wake <- struct{}{}:
			default:
			}
		}
	}
	for _, c := range g.idle {
		close(c.work)
	}
	g.idle = nil
	if g.watch != nil {
		g.outside.Poller.Stir()
	}
	for _, x := range m.threads {
		if x == t {
			continue
		}
		if x.wait != nil && x.wait.timer != nil {
			x.wait.timer.Stop()
		}
		if x.cancel != nil {
			cancels = append(cancels, x.cancel)
		}
		x.cancel = nil
		for _, c := range []chan struct{}{x.wake, x.done} {
			select { // whoever sleeps there ends
			case c <- struct{}{}:
			default:
			}
		}
	}
	g.mu.Unlock()
	for _, cancel := range cancels {
		cancel()
	}
}

// State is the object model's part of the machine.
func (m *Machine) State() *runtime.VM { return m.state }

// Main is the main thread, as natives see it.
func (m *Machine) Main() *runtime.Thread { return m.main.rt }

// Offers says how often a quantum has ended.
func (m *Machine) Offers() int64 {
	n := m.offers
	for _, t := range m.threads {
		n += t.offers
	}
	return n
}

// Link makes a code object of this machine.
func (m *Machine) Link(c *code.Code) *runtime.CodeObject { return m.state.NewCodeObject(c) }
