package vm

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/minipy/minipy/runtime"
)

// What can be seen of a machine's threads from outside them.

// sorted gives the threads in the order in which they were made. The GIL is held.
func (m *Machine) sorted() []*thread {
	ts := slices.Clone(m.threads)
	slices.SortFunc(ts, func(a, b *thread) int { return int(a.rt.ID - b.rt.ID) })
	return ts
}

// maxShown is how many frames of a thread, maxThreadsShown how many threads,
// and maxNameShown how many characters of a name, a picture of the stacks
// shows: CPython's faulthandler's numbers.
const (
	maxShown        = 100
	maxThreadsShown = 100
	maxNameShown    = 500
)

// Stacks gives the Python stacks of all threads, the newest first, or of the
// calling one only, as CPython's faulthandler writes them, and what each waits
// for. The GIL is held.
func (m *Machine) Stacks(rt *runtime.Thread, all bool) string { return m.stacks(implOf(rt), all) }

// stacks is Stacks with me as the current thread (nil: none of them is).
func (m *Machine) stacks(me *thread, all bool) string {
	var b strings.Builder
	if !all {
		b.WriteString("Stack (most recent call first):\n")
		me.writeStack(&b)
		return b.String()
	}
	ts := m.sorted()
	slices.Reverse(ts)
	for i, t := range ts {
		if i > 0 {
			b.WriteString("\n")
		}
		if i == maxThreadsShown {
			b.WriteString("...\n")
			break
		}
		title := "Thread"
		if t == me {
			title = "Current thread"
		}
		fmt.Fprintf(&b, "%s 0x%016x (most recent call first):\n", title, t.rt.ID)
		t.writeStack(&b)
		if w := t.waitsFor(); w != "" {
			b.WriteString("  waits for " + w + "\n")
		}
	}
	return b.String()
}

func (t *thread) writeStack(b *strings.Builder) {
	if t.cur == t.root {
		b.WriteString("  <no Python frame>\n")
	}
	n := 0
	for f := t.cur; f != t.root; f = f.prev {
		if n++; n > maxShown {
			b.WriteString("  ...\n")
			return
		}
		line := f.u.code.FirstLine
		if f.pc > 0 {
			line = lineAt(f.u, f.pc-1)
		}
		fmt.Fprintf(b, "  File \"%s\", line %d in %s\n", shown(f.u.co.Filename), line, shown(f.u.co.Name))
	}
}

// shown cuts a name to the length that CPython's faulthandler shows.
func shown(s *runtime.Str) string {
	name := s.String()
	n := 0
	for i := range name {
		if n++; n > maxNameShown {
			return name[:i] + "..."
		}
	}
	return name
}

// waitsFor says what t waits for, in words.
func (t *thread) waitsFor() string {
	g := &t.m.gil
	g.mu.Lock()
	defer g.mu.Unlock()
	x := t.wait
	switch {
	case t == g.holder:
		return ""
	case x == nil && t.away && !slices.Contains(g.arrived, t) && !g.ready.has(t):
		return "a system call"
	case x == nil || !t.asleep:
		return "the GIL"
	case x.For == nil && x.how.What != "":
		return x.how.What
	case x.For == nil:
		return "time to pass"
	}
	what, owner := x.For.Describe()
	switch owner {
	case 0:
		return what
	case t.rt.ID:
		return what + ", which it holds itself"
	}
	return fmt.Sprintf("%s, held by thread 0x%016x", what, owner)
}

// DumpStacks gives Stacks for a goroutine outside the machine. If no thread gives
// up the GIL in time (a native that runs for long), it says so.
func (m *Machine) DumpStacks(patience time.Duration) string {
	return m.stacksFromOutside(patience, nil, true)
}

// SignalStacks is DumpStacks for a signal: the main thread, which answers
// signals, is the current one.
func (m *Machine) SignalStacks(patience time.Duration, all bool) string {
	return m.stacksFromOutside(patience, m.main, all)
}

func (m *Machine) stacksFromOutside(patience time.Duration, me *thread, all bool) string {
	out := make(chan string, 1)
	go m.Guard(func(rt *runtime.Thread) error {
		t := implOf(rt)
		if t != m.main {
			m.unlist(t)
			defer m.list(t)
		}
		out <- m.stacks(me, all)
		return nil
	})
	select {
	case s := <-out:
		return s
	case <-time.After(patience):
		return "minipy: no picture of the threads: the running one has been in native code for " + patience.String() + "\n"
	}
}

// sysCurrentFrames is sys._current_frames.
func sysCurrentFrames(rt *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	d := runtime.NewDict()
	for _, t := range machineOf(rt).sorted() {
		if t.cur != t.root {
			if err := d.Set(rt, runtime.Int(t.rt.ID), t.snapshot(t.cur).Value()); err != nil {
				return runtime.Value{}, err
			}
		}
	}
	return d.Value(), nil
}

// sysCurrentExceptions is sys._current_exceptions.
func sysCurrentExceptions(rt *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	d := runtime.NewDict()
	for _, t := range machineOf(rt).sorted() {
		if err := d.Set(rt, runtime.Int(t.rt.ID), t.excInfo()); err != nil {
			return runtime.Value{}, err
		}
	}
	return d.Value(), nil
}

// sysGilStats is sys._gil_stats: instructions run in full quanta, offers (how
// often a quantum ended), switches (how often the GIL went to another thread),
// and by thread its own, with the seconds that it has run and been ready.
func sysGilStats(rt *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	m, g := machineOf(rt), &machineOf(rt).gil
	implOf(rt).cut()
	now := g.clock.read()
	for _, t := range m.threads {
		t.books.enter(t.books.role, now, g.clock.turn)
		if t.running() {
			t.account(t.cur)
		}
	}
	out, threads := runtime.NewDict(), runtime.NewDict()
	total := m.ran
	for _, t := range m.sorted() {
		d := runtime.NewDict()
		total += t.instructions()
		d.Store("instructions", runtime.Int(t.instructions()))
		d.Store("offers", runtime.Int(t.offers))
		d.Store("running", runtime.Float(t.books.held.Seconds()))
		d.Store("waiting", runtime.Float(t.books.waited.Seconds()))
		if err := threads.Set(rt, runtime.Int(t.rt.ID), d.Value()); err != nil {
			return runtime.Value{}, err
		}
	}
	out.Store("instructions", runtime.Int(total))
	out.Store("offers", runtime.Int(m.Offers()))
	out.Store("switches", runtime.Int(g.switches))
	out.Store("threads", threads.Value())
	return out.Value(), nil
}
