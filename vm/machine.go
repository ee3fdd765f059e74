package vm

import (
	"io"
	"sync/atomic"

	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// DefaultInterval is after how many instructions a thread offers the GIL.
const DefaultInterval = 100

// Config says what a Machine sees of the world.
type Config struct {
	Args    []string // sys.argv
	Path    []string // sys.path
	Modules []*runtime.ModuleSpec
	// Library reads the source of a standard library module in Python: a slash
	// path without extension, "json/decoder"; ok is false where there is none.
	Library func(name string) (src []byte, ok bool)
	// Compiled, if set, may give the code of a library file without compiling it.
	Compiled func(file string, src []byte, optimize int) *code.Code
	Stdin    io.Reader
	Stdout   io.Writer
	Stderr   io.Writer

	// Interval is how many instructions a thread runs before it offers the GIL; 0: DefaultInterval.
	Interval int
	// StepLimit, if not 0, ends the program after about so many instructions
	// with an exception that no handler catches (BaseException "step limit
	// exceeded"); the machine is of no use afterwards.
	StepLimit int64

	Executable string
	Optimize   int  // -O
	NoSite     bool // leave out exit, quit and the like
	Unbuffered bool // -u
	Inspect    bool // -i
	Flags      map[string]int
	Warnings   []string // -W
	XOptions   []string // -X
}

// A Machine is one virtual machine: a heap, its modules, its threads.
type Machine struct {
	state *runtime.VM
	main  *thread
	cfg   Config
	names names
	specs map[string]*runtime.ModuleSpec

	interval       int // instructions in a quantum
	offers         int64
	switchInterval float64 // sys.getswitchinterval()
	originDepth    int     // sys.set_coroutine_origin_tracking_depth
	over           bool    // StepLimit is used up
	pending        atomic.Int32
	interrupted    atomic.Bool
	finder         runtime.Value // the importer on sys.meta_path
}

// New makes a machine with its builtins and sys modules.
func New(cfg Config) (*Machine, error) {
	m := &Machine{cfg: cfg, interval: DefaultInterval, switchInterval: 0.005, state: runtime.NewVM(), specs: map[string]*runtime.ModuleSpec{}}
	m.state.Host = m
	if cfg.Interval > 0 {
		m.interval = cfg.Interval
	}
	m.state.Args, m.state.Path = cfg.Args, cfg.Path
	m.state.Stdin, m.state.Stdout, m.state.Stderr = cfg.Stdin, cfg.Stdout, cfg.Stderr
	if n, ok := cfg.Flags["int_max_str_digits"]; ok {
		m.state.MaxStrDigits = n
	}
	m.names = newNames(m.state)
	m.main = m.newThread()
	m.state.Main = m.main.rt
	m.main.rt.ID = 1
	for _, s := range cfg.Modules {
		m.specs[s.Name] = s
	}
	m.state.Finalizers.Notify = func() { m.pending.Or(pendingFinalizers) }
	if err := m.initBuiltins(); err != nil {
		return nil, err
	}
	if err := m.initSys(); err != nil {
		return nil, err
	}
	return m, nil
}

// What may be pending.
const (
	pendingFinalizers = 1 << iota
	pendingInterrupt
)

// Interrupt asks the main thread to raise KeyboardInterrupt. Any goroutine.
func (m *Machine) Interrupt() {
	m.interrupted.Store(true)
	m.pending.Or(pendingInterrupt)
}

// runPending runs what is pending at the end of a quantum.
func (m *Machine) runPending(t *thread) error {
	p := m.pending.Swap(0)
	if p&pendingFinalizers != 0 {
		m.runFinalizers(t)
	}
	if p&pendingInterrupt != 0 && m.interrupted.Swap(false) {
		return runtime.NewException(runtime.KeyboardInterrupt)
	}
	return nil
}

// runFinalizers calls __del__ of what the Go collector has found unreachable.
func (m *Machine) runFinalizers(t *thread) {
	for _, v := range m.state.Finalizers.Take() {
		if err := runtime.Finalize(t.rt, v); err != nil {
			m.unraisable(t, err, v)
		}
	}
}

// State is the object model's part of the machine.
func (m *Machine) State() *runtime.VM { return m.state }

// Main is the main thread, as natives see it.
func (m *Machine) Main() *runtime.Thread { return m.main.rt }

// Offers says how often a quantum has ended.
func (m *Machine) Offers() int64 { return m.offers }

// Link makes a code object of this machine.
func (m *Machine) Link(c *code.Code) *runtime.CodeObject { return m.link(c) }
