package vm

import (
	"fmt"
	"io"
	"reflect"

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
}

type savedThread struct {
	ID, NativeID            int64
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
	numbers map[*frame]int
	frames  map[int]*frame
	units   []unitFix
}

// A unitFix is a unit to be found when its code has been read.
type unitFix struct {
	at *(*unit)
	co *runtime.CodeObject
}

// planner gives the plans for m, which are made once; x is of what is now
// written or read.
func (m *Machine) planner(x *frameTable) *snapshot.Planner {
	m.saved = x // until the next one
	if m.plans != nil {
		return m.plans
	}
	specs := append([]*runtime.ModuleSpec{impModule}, m.cfg.Modules...)
	statics := runtime.NewStatics(specs, shared.rows...)
	statics.AddValues(sharedBuiltins(m.cfg.Modules))
	statics.AddValues(shared.sys())
	statics.AddValue(finder)
	statics.AddValue(shared.folderHook)
	hooks := map[reflect.Type]*snapshot.Hook{
		reflect.TypeFor[*frame](): {
			Write: func(w *snapshot.Writer, v reflect.Value) {
				w.Uint(uint64(m.saved.numbers[*v.Addr().Interface().(**frame)]))
			},
			Read: func(r *snapshot.Reader, v reflect.Value) {
				if n := int(r.Uint()); n > 0 {
					*v.Addr().Interface().(**frame) = m.saved.frame(n)
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
					m.saved.units = append(m.saved.units, unitFix{v.Addr().Interface().(**unit), runtime.CodeAt(o)})
				}
			},
		},
	}
	dynamic := append(runtime.KeptStates(), (*frame)(nil), (*deadFrame)(nil), (*runtime.Generator)(nil))
	m.plans = snapshot.NewPlanner(statics, hooks, dynamic...)
	return m.plans
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

// writeState writes m with the one thread t.
func (m *Machine) writeState(t *thread, out io.Writer) error {
	t.cut()
	x := &frameTable{numbers: map[*frame]int{}}
	s := &savedMachine{State: m.state.State(), Interval: m.interval, SwitchInterval: m.switchInterval, OriginDepth: m.originDepth, LastID: m.lastID,
		Optimize: m.cfg.Optimize, Flags: m.cfg.Flags, Warnings: m.cfg.Warnings, XOptions: m.cfg.XOptions, Executable: m.cfg.Executable,
		NoSite: m.cfg.NoSite, Unbuffered: m.cfg.Unbuffered, Inspect: m.cfg.Inspect}
	s.Thread = savedThread{ID: t.rt.ID, NativeID: t.rt.NativeID, Handled: t.rt.Handled, StopValue: t.rt.StopValue, Context: t.rt.Context,
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
	w := m.planner(x).NewWriter(out)
	if err := w.Write(s); err != nil {
		return fmt.Errorf("the state of the program cannot be written: %w", err)
	}
	return w.Close()
}

// readState makes a fresh machine the one that writeState has written; its
// main thread is the thread that was written.
func (m *Machine) readState(in io.Reader) error {
	x := &frameTable{frames: map[int]*frame{}}
	r, err := m.planner(x).NewReader(in)
	if err != nil {
		return err
	}
	s := &savedMachine{}
	if err := r.Read(s); err != nil {
		return err
	}
	if err := r.Close(); err != nil {
		return err
	}
	t := m.main
	if err := m.state.SetState(t.rt, s.State, r.Objects()); err != nil {
		return err
	}
	m.interval, m.switchInterval, m.originDepth, m.lastID = s.Interval, s.SwitchInterval, s.OriginDepth, s.LastID
	m.cfg.Optimize, m.cfg.Flags, m.cfg.Warnings, m.cfg.XOptions, m.cfg.Executable = s.Optimize, s.Flags, s.Warnings, s.XOptions, s.Executable
	m.cfg.NoSite, m.cfg.Unbuffered, m.cfg.Inspect = s.NoSite, s.Unbuffered, s.Inspect
	for _, fix := range x.units {
		*fix.at = unitOf(fix.co)
	}
	return t.restore(&s.Thread, x)
}

// restore gives the main thread of a fresh machine the frames of another one.
func (t *thread) restore(s *savedThread, x *frameTable) error {
	m := t.m
	delete(m.threads, t.rt.ID)
	t.rt.ID, t.rt.NativeID = s.ID, s.NativeID
	m.threads[t.rt.ID] = t
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
