package vm

import (
	"io"
	"math"
	"sync/atomic"
)

// A Usage says what the scripts of a machine have used since New, or the last Reset.
type Usage struct {
	Steps   int64 // instructions
	Memory  int64 // bytes that the machine keeps alive now
	Output  int64 // bytes written to Stdout and Stderr; counted where there is a limit of them
	Threads int   // that Python code has started and that have not ended
}

// Usage measures what the scripts have used so far. It waits for the GIL. For
// Memory it follows everything that the machine refers to: about 10 ms for each
// million of objects. What machines share (builtin classes, tables of
// functions, compiled programs) and what belongs to the host program does not count.
func (m *Machine) Usage() (Usage, error) {
	t, err := m.enter()
	if err != nil {
		return Usage{}, err
	}
	defer m.leave(t)
	u := Usage{Steps: m.steps() - m.used.before, Output: m.used.output.Load(), Threads: m.used.threads}
	u.Memory, _ = m.measure(t, math.MaxInt64, func() bool { return false })
	return u, nil
}

// steps is how many instructions the machine's threads have run.
func (m *Machine) steps() int64 {
	n := m.ran
	for _, t := range m.threads {
		n += t.instructions()
	}
	return n
}

// A usage counts what the scripts of a machine have used of its Limits. The
// GIL guards it.
type usage struct {
	limited bool  // there is a limit of steps
	steps   int64 // that no thread has reserved yet
	before  int64 // steps run before the count began
	threads int   // that Python code has started and that have not ended
	output  atomic.Int64
}

// reset begins to count anew.
func (u *usage) reset(m *Machine) {
	l := &m.cfg.Limits
	u.limited, u.steps = l.Steps > 0, l.Steps
	m.mem.reset(l.Memory)
	u.output.Store(0)
	u.before = m.steps()
	for _, t := range m.threads {
		t.startSteps()
	}
}

// startSteps gives t its first quantum.
func (t *thread) startSteps() {
	ran := t.instructions()
	if t.left = t.interval; t.m.used.limited {
		t.left = t.reserve(t.interval)
	}
	t.ran += ran - t.instructions()
}

// refundSteps gives back what t has not run, at its end.
func (t *thread) refundSteps() {
	if t.m.used.limited {
		t.m.used.steps += int64(t.left)
		t.left = 0
	}
}

// reserve takes up to n of the steps that are left, for the next quantum of t.
// Steps are taken from the budget before they run, so that it is exact whatever
// the threads are doing; what a thread has not run goes back when it ends.
func (t *thread) reserve(n int) int {
	u := &t.m.used
	n = int(min(int64(n), u.steps))
	u.steps -= int64(n)
	return n
}

// A meter counts what goes to Stdout and Stderr.
type meter struct {
	m *Machine
	w io.Writer
}

// metered is w with the limit of output.
func (m *Machine) metered(w io.Writer) io.Writer {
	if m.cfg.Limits.Output <= 0 {
		return w
	}
	if w == nil {
		w = io.Discard
	}
	return &meter{m, w}
}

// Unwrap gives the writer itself.
func (o *meter) Unwrap() io.Writer { return o.w }

// Write writes as much as the limit allows and discards the rest. The
// machine's threads end when they next look at what is pending.
func (o *meter) Write(b []byte) (int, error) {
	most := o.m.cfg.Limits.Output
	total := o.m.used.output.Add(int64(len(b)))
	if total <= most {
		return o.w.Write(b)
	}
	o.m.limitReached(&LimitError{Limit: LimitOutput, Max: most})
	if room := most - (total - int64(len(b))); room > 0 {
		return o.w.Write(b[:room])
	}
	return len(b), nil
}
