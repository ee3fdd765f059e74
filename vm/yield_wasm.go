package vm

import "time"

// # Yielding to the world outside
//
// WebAssembly has one thread, and Go does not take it away from a goroutine
// that runs: without help a program that computes would stop the timers of the
// threads that sleep, and in a browser the whole page. So the running thread
// lets others run every yieldTarget, at the end of a turn; it keeps the GIL.

// yieldTarget is how long a thread runs between two yields, about: as long as
// a page may be busy and still show every frame.
const yieldTarget = 10 * time.Millisecond

// A yielder counts turns, since a clock reading costs more than a turn's end should.
type yielder struct {
	in, every int
	last      time.Time
}

// tick is the end of a turn.
func (y *yielder) tick() {
	if y.in--; y.in > 0 {
		return
	}
	now := time.Now()
	took := max(now.Sub(y.last), 1)
	if took >= yieldTarget/2 {
		yieldOutside()
		now = time.Now()
	}
	// at most twice as many: the turns to come may be longer
	y.every = int(min(max(time.Duration(y.every)*yieldTarget/took, 1), time.Duration(2*max(y.every, 1))))
	y.in, y.last = y.every, now
}
