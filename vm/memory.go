package vm

import (
	"runtime/metrics"
	"time"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/vm/heapsize"
)

// # The limit of memory
//
// What a machine keeps alive is found by measuring: package heapsize follows
// its pointers. That takes as long as the collector would, so it is done only
// when the machine may have passed its limit. Whether it may is known without
// charging each object: it has grown by no more than the whole process has, as
// Go's own counters tell. They are read every 50 us of running (0.6 us, 1%),
// at the ends of quanta and in the checkpoints of long native loops. The
// process has allocated allocs bytes in all, live of them were alive when the
// collector last ran; so since the last measurement a machine has grown by no
// more than
//
//	allocs now - allocs then
//	the most that can be alive now - the least that was alive since then
//
// A script that makes garbage and keeps little stays below its limit by the
// second, whatever it allocates. Single operations that need much (64 KB and
// more: 'x' * n, 1 << n, a format's width) ask before they allocate (room).
//
// When a measurement finds less than the limit, the next one has to wait until
// ten times as long has passed, or another eighth of the limit: so a machine
// near its limit spends no more than a tenth of its time measuring, and passes
// the limit by an eighth at the most, plus what it allocates in 50 us.
type memory struct {
	limit   int64 // 0: none
	used    int64 // at the last measurement
	settled int64 // of the process: alive then
	allocs  int64 // of the process, then
	low     int64 // the least that can have been alive in the process since
	again   time.Time
	turns   int // until the next look
	every   int // how many turns there are between two looks
	looked  time.Time
	started bool

	live, lastAllocs, gcAllocs int64 // of the process: alive when the collector last ran; allocated in all, at the last look and then
	samples                    [2]metrics.Sample
	meter                      heapsize.Meter
}

// nativeSlack: what a native gathers and nothing refers to yet is not found by
// measuring, but for what it says to be building. If the whole process comes to
// keep four times the limit and this more than before the native began, that
// is taken for its doing.
const nativeSlack = 64 << 20

// lookEvery is how much time there is between two looks at the counters.
const lookEvery = 50 * time.Microsecond

// process gives what the process has allocated in all, and the most that can
// be alive in it now.
func (x *memory) process() (allocs, alive int64) {
	s := x.samples[:]
	if s[0].Name == "" {
		s[0].Name, s[1].Name = "/gc/heap/allocs:bytes", "/gc/heap/live:bytes"
	}
	metrics.Read(s)
	allocs = int64(s[0].Value.Uint64())
	if live := int64(s[1].Value.Uint64()); live != x.live || x.lastAllocs == 0 {
		// the collector has run since the last look: what was allocated after that may be alive
		x.live, x.gcAllocs = live, max(x.lastAllocs, 1)
		if x.lastAllocs == 0 {
			x.gcAllocs = allocs
		}
	}
	x.lastAllocs = allocs
	return allocs, x.live + allocs - x.gcAllocs
}

// due says that it is time to look at the counters. It is called at the ends
// of quanta and in checkpoints.
func (x *memory) due() bool {
	x.turns--
	return x.turns <= 0
}

// chargeMemory looks at the counters; native says that a native goes on afterwards.
func (t *thread) chargeMemory(native bool) error {
	x := &t.m.mem
	now := time.Now()
	took := max(now.Sub(x.looked), 1)
	x.looked = now
	x.every = int(min(max(time.Duration(max(x.every, 1))*lookEvery/took, 1), 256))
	x.turns = x.every
	if !native && t.runs == 1 {
		x.settled = x.live
	}
	return t.look(now, 0)
}

// look ends t if the machine keeps more alive than its limit, or would with
// more bytes.
func (t *thread) look(now time.Time, more int64) error {
	m, x := t.m, &t.m.mem
	allocs, alive := x.process()
	if !x.started {
		x.started, x.allocs, x.low, x.settled = true, allocs, alive, x.live
	}
	x.low = min(x.low, alive)
	if x.live-x.settled > 4*x.limit+nativeSlack {
		return t.stopAll(LimitMemory, x.limit)
	}
	most := x.used + min(allocs-x.allocs, alive-x.low) + more
	if most <= x.limit || more == 0 && most <= x.limit+x.limit/8 && now.Before(x.again) {
		return nil
	}
	m.ClearDead(t.rt)
	used, ok := x.meter.Measure(m, x.limit+1, func() bool { return m.pending.Load()&pendingStop != 0 && t.stopCause() != nil })
	if !ok {
		return t.stop()
	}
	x.used, x.allocs, x.low = used, allocs, alive
	end := time.Now()
	x.again = end.Add(10 * end.Sub(now))
	if used+more > x.limit {
		return t.stopAll(LimitMemory, x.limit)
	}
	return nil
}

// room is runtime.VM's Room: n bytes are to be allocated at once.
func (m *Machine) room(rt *runtime.Thread, n int) error {
	t := implOf(rt)
	if int64(n) > m.mem.limit {
		return t.stopAll(LimitMemory, m.mem.limit)
	}
	return t.look(time.Now(), int64(n))
}
