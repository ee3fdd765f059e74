package vm

// A usage counts what the scripts of a machine have used of its Limits. The
// GIL guards it.
type usage struct {
	limited bool  // there is a limit of steps
	steps   int64 // that no thread has reserved yet
}

// reset begins to count anew.
func (u *usage) reset(m *Machine) {
	l := &m.cfg.Limits
	u.limited, u.steps = l.Steps > 0, l.Steps
	for _, t := range m.threads {
		t.startSteps()
	}
}

// startSteps gives t its first quantum.
func (t *thread) startSteps() {
	if t.left = t.interval; t.m.used.limited {
		t.left = t.reserve(t.interval)
	}
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
