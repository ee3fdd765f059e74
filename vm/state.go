package vm

import (
	"fmt"
	"hash/fnv"
	"io"
	"reflect"
	"unsafe"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/vm/snapshot"
)

// A machine as bytes: its object model's state, and one thread of it, which
// stands between two instructions of its base run. The other threads are not
// in it, as after a fork.

type savedMachine struct {
	State          *runtime.VMState
	Thread         savedThread
	Interval       int
	SwitchInterval float64
	OriginDepth    int
	LastID         int64
	Optimize       int
	Flags          map[string]int
	Warnings       []string
	XOptions       []string
	Executable     string
	NoSite         bool
	Unbuffered     bool
	Inspect        bool
	Call           runtime.Value // what to call instead of going on; unset: nothing
	Started        bool
	Classes        map[string]*runtime.Type // of Go types, see gotype.go
}

type savedThread struct {
	ID                      int64
	Handled, StopValue      runtime.Value
	Context, Trace, Profile runtime.Value
	Stack                   []runtime.Value
	Frames                  []savedFrame // the outermost first
	Left                    int
	Ran                     int64
}

type savedFrame struct {
	Code               *runtime.CodeObject
	Fn                 *runtime.Function
	Base, PC           int
	Kind               kind
	Locals, Aux, Outer runtime.Value
	Gen                *runtime.Generator
	Far                []runtime.Value
	Snap               *runtime.Frame
}

// A frameTable gives the frames of the thread that is written, or read, numbers.
type frameTable struct {
	m       *Machine
	numbers map[*frame]int
	frames  map[int]*frame
	units   []unitFix
}

// A unitFix is a unit to be found when its code has been read.
type unitFix struct {
	at *(*unit)
	co *runtime.CodeObject
}

// newPlanner makes the plans, which all machines share.
func newPlanner() *snapshot.Planner {
	common := runtime.NewStatics(shared.rows...)
	common.AddModule(impModule)
	common.AddValues(shared.sys())
	common.AddValue(finder)
	common.AddValue(shared.folderHook)
	hooks := goHooks()
	for t, h := range frameHooks() {
		hooks[t] = h
	}
	dynamic := append(runtime.KeptStates(), (*frame)(nil), (*deadFrame)(nil), (*runtime.Generator)(nil))
	return snapshot.NewPlanner(common, hooks, dynamic...)
}

// frameHooks write frames by their numbers, and units as their code.
func frameHooks() map[reflect.Type]*snapshot.Hook {
	return map[reflect.Type]*snapshot.Hook{
		reflect.TypeFor[*frame](): {
			Write: func(w *snapshot.Writer, v reflect.Value) {
				w.Uint(uint64(w.Context.(*frameTable).numbers[*v.Addr().Interface().(**frame)]))
			},
			Read: func(r *snapshot.Reader, v reflect.Value) {
				if n := int(r.Uint()); n > 0 {
					*v.Addr().Interface().(**frame) = r.Context.(*frameTable).frame(n)
				}
			},
		},
		reflect.TypeFor[*unit](): {
			Write: func(w *snapshot.Writer, v reflect.Value) {
				u := *v.Addr().Interface().(**unit)
				if u == nil {
					w.Object(nil)
				} else {
					w.Object(&u.co.Object)
				}
			},
			Read: func(r *snapshot.Reader, v reflect.Value) {
				if o := r.Object(); o != nil {
					x := r.Context.(*frameTable)
					x.units = append(x.units, unitFix{v.Addr().Interface().(**unit), runtime.CodeAt(o)})
				}
			},
		},
	}
}

// stateFormat is how m's state is written. Machines with the same list of
// modules share it.
func (m *Machine) stateFormat() *snapshot.Format {
	if m.format != nil {
		return m.format
	}
	key := moduleList{unsafe.SliceData(m.cfg.Modules), len(m.cfg.Modules)}
	if f, ok := shared.formats.Load(key); ok {
		m.format = f.(*snapshot.Format)
		return m.format
	}
	own := &runtime.Statics{}
	print := fnv.New64a()
	for _, s := range m.cfg.Modules {
		own.AddModule(s)
		fmt.Fprintf(print, "%s %d\n", s.Name, len(s.Methods))
	}
	own.AddValues(sharedBuiltins(m.cfg.Modules))
	m.format = sharedPlanner().Format(own, string(print.Sum(nil)))
	if shared.formatKinds.Add(1) <= maxKinds {
		shared.formats.Store(key, m.format)
	}
	return m.format
}

// A moduleList is a list of modules as such, not what is in it.
type moduleList struct {
	first **runtime.ModuleSpec
	n     int
}

// frame gives the frame with a number, made when it is first mentioned.
func (x *frameTable) frame(n int) *frame {
	f := x.frames[n]
	if f == nil {
		f = &frame{}
		x.frames[n] = f
	}
	return f
}

// writeState writes m with the one thread t. aside, if not nil, takes what a
// child need not read at once.
func (m *Machine) writeState(t *thread, fn runtime.Value, out io.Writer, aside snapshot.Aside) error {
	t.cut()
	x := &frameTable{m: m, numbers: map[*frame]int{}}
	s := &savedMachine{State: m.state.State(), Interval: m.interval, SwitchInterval: m.switchInterval, OriginDepth: m.originDepth, LastID: m.lastID,
		Optimize: m.cfg.Optimize, Flags: m.cfg.Flags, Warnings: m.cfg.Warnings, XOptions: m.cfg.XOptions, Executable: m.cfg.Executable,
		NoSite: m.cfg.NoSite, Unbuffered: m.cfg.Unbuffered, Inspect: m.cfg.Inspect, Call: fn, Started: m.started, Classes: m.classNames()}
	s.Thread = savedThread{ID: t.rt.ID, Handled: t.rt.Handled, StopValue: t.rt.StopValue, Context: t.rt.Context,
		Trace: t.traceFn, Profile: t.profileFn, Stack: t.stack[:t.top()], Left: t.left, Ran: t.ran}
	var chain []*frame
	for f := t.cur; f != t.root; f = f.prev {
		chain = append(chain, f)
	}
	for i := len(chain) - 1; i >= 0; i-- {
		f := chain[i]
		x.numbers[f] = len(s.Thread.Frames) + 1
		s.Thread.Frames = append(s.Thread.Frames, savedFrame{f.u.co, f.fn, f.base, f.pc, f.kind, f.locals, f.aux, f.outer, f.gen, f.far, f.snap})
	}
	w := m.stateFormat().NewWriter(out)
	w.Context, w.Aside = x, aside
	if aside != nil {
		w.Mapped = m.state.Mapped
	}
	if err := w.Write(s); err != nil {
		return fmt.Errorf("the state of the program cannot be written: %w", err)
	}
	return w.Close()
}

// readState makes a fresh machine the one that writeState has written; its
// main thread is the thread that was written.
func (m *Machine) readState(in io.Reader, aside snapshot.Aside) (fn runtime.Value, err error) {
	x := &frameTable{m: m, frames: map[int]*frame{}}
	r, err := m.stateFormat().NewReader(in)
	if err != nil {
		return fn, err
	}
	r.Context, r.Aside = x, aside
	s := &savedMachine{}
	if err := r.Read(s); err != nil {
		return fn, err
	}
	if err := r.Close(); err != nil {
		return fn, err
	}
	t := m.main
	if err := m.state.SetState(t.rt, s.State, r.Objects()); err != nil {
		return fn, err
	}
	m.interval, m.switchInterval, m.originDepth, m.lastID = s.Interval, s.SwitchInterval, s.OriginDepth, s.LastID
	m.cfg.Optimize, m.cfg.Flags, m.cfg.Warnings, m.cfg.XOptions, m.cfg.Executable = s.Optimize, s.Flags, s.Warnings, s.XOptions, s.Executable
	m.cfg.NoSite, m.cfg.Unbuffered, m.cfg.Inspect = s.NoSite, s.Unbuffered, s.Inspect
	m.setWarnings()
	m.started, m.lost = s.Started, s.Classes
	for _, fix := range x.units {
		*fix.at = unitOf(fix.co)
	}
	if err := t.restore(&s.Thread, x); err != nil {
		return fn, err
	}
	if err := s.State.Rehash(t.rt, r.Objects()); err != nil {
		return fn, err
	}
	if sys := s.State.Sys.Dict; sys.Len() > 0 {
		m.orderModuleNames(sys)
	}
	return s.Call, nil
}

// restore gives the main thread of a fresh machine the frames of another one.
func (t *thread) restore(s *savedThread, x *frameTable) error {
	m := t.m
	t.rt.ID, t.rt.NativeID = s.ID, processID
	t.rt.Handled, t.rt.StopValue, t.rt.Context, t.traceFn, t.profileFn = s.Handled, s.StopValue, s.Context, s.Trace, s.Profile
	t.setLimit(m.state.MaxDepth)
	t.setTracing()
	t.ensure(len(s.Stack))
	copy(t.stack, s.Stack)
	t.left, t.ran = s.Left, s.Ran
	p := t.root
	for i := range s.Frames {
		sf := &s.Frames[i]
		f := x.frame(i + 1)
		*f = frame{prev: p, thread: t, level: p.level + 1, u: unitOf(sf.Code), fn: sf.Fn, base: sf.Base, pc: sf.PC, kind: sf.Kind,
			locals: sf.Locals, aux: sf.Aux, outer: sf.Outer, gen: sf.Gen, far: sf.Far, snap: sf.Snap}
		if !f.outer.IsUnset() {
			t.outers++
		}
		p.next = f
		p = f
	}
	if t.cur = p; p != t.root {
		t.ensure(t.top())
		t.place(p)
	}
	return nil
}
