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
// charging each object, from Go's own counters. They are read every 50 us of
// running (0.6 us, 1%), at the ends of quanta and in the checkpoints of long
// native loops. A machine keeps no more alive than
//
//	what the last measurement found + what the process has allocated since
//	what is on the heap of the process
//
// A script that makes garbage and keeps little stays below its limit by the
// second where the whole process does, and else costs a measurement of that
// little whenever the process has allocated as much as the limit. By how much
// the heap has grown says nothing: what other machines and the embedding
// program let go of would hide what this machine has come to keep.
// Single operations that need much (64 KB and more: 'x' * n, 1 << n, a format's
// width, a copy of a list, dict, set or bytearray, text in another encoding) ask
// before they allocate (room). What grows item by item, as a dict does, does not:
// the next look finds it. So a table that doubles may pass the limit by as much.
//
// When a measurement finds less than the limit, the next one has to wait until
// ten times as long has passed, or another eighth of the limit: so a machine
// near its limit spends no more than a tenth of its time measuring, and passes
// the limit by an eighth at the most, plus what it allocates in 50 us.
type memory struct {
	limit   int64 // 0: none
	used    int64 // at the last measurement; a new machine has next to nothing
	allocs  int64 // what the process had allocated in all, then
	settled int64 // what was alive in the process before the native that runs; 0: not known
	again   time.Time
	turns   int // until the next look
	every   int // how many turns there are between two looks
	looked  time.Time

	tools *memoryTools // made when first needed: most machines have no limit
}

// memoryTools are what the measuring keeps from one time to the next.
type memoryTools struct {
	samples [3]metrics.Sample
	meter   heapsize.Meter
}

func (x *memory) withTools() *memoryTools {
	if x.tools == nil {
		x.tools = &memoryTools{}
	}
	return x.tools
}

// nativeSlack: what a native gathers and nothing refers to yet is not found by
// measuring, but for what it says to be building. If the whole process comes to
// keep four times the limit and this more than before the native began, or than
// when a function of the host last returned, that is taken for its doing.
const nativeSlack = 64 << 20

// lookEvery is how much time there is between two looks at the counters.
const lookEvery = 50 * time.Microsecond

// process gives what the process has allocated in all, what is on its heap (the
// collector has not yet found all of it that is dead), and what was alive when
// the collector last ran.
func (x *memory) process() (allocs, heap, live int64) {
	s := x.withTools().samples[:]
	if s[0].Name == "" {
		s[0].Name, s[1].Name, s[2].Name = "/gc/heap/allocs:bytes", "/memory/classes/heap/objects:bytes", "/gc/heap/live:bytes"
	}
	metrics.Read(s)
	return int64(s[0].Value.Uint64()), int64(s[1].Value.Uint64()), int64(s[2].Value.Uint64())
}

// reset puts the limit in force for a machine, which goes on from what it is
// known to keep.
func (x *memory) reset(limit int64) {
	fresh := x.limit == 0
	*x = memory{limit: limit, used: x.used, allocs: x.allocs, tools: x.tools}
	if limit == 0 {
		return
	}
	if fresh {
		x.allocs, _, _ = x.process()
	}
}

// due says that it is time to look at the counters. It is called at the ends
// of quanta, n of them, and in checkpoints.
func (x *memory) due(n int) bool {
	x.turns -= n
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
	return t.look(now, 0, native || t.runs > 1)
}

// measure is how many bytes the machine keeps alive, up to limit; false: stop was true meanwhile.
func (m *Machine) measure(t *thread, limit int64, stop func() bool) (n int64, ok bool) {
	m.ClearDead(t.rt)
	defer m.state.Finalizers.Hold()()
	return m.mem.withTools().meter.Measure(m, limit, stop)
}

// look ends t if the machine keeps more alive than its limit, or would with
// more bytes. native says that a native is under way.
func (t *thread) look(now time.Time, more int64, native bool) error {
	m, x := t.m, &t.m.mem
	allocs, heap, live := x.process()
	if !native || x.settled == 0 {
		x.settled = live
	}
	if live-x.settled > 4*x.limit+nativeSlack {
		return t.stopAll(LimitMemory, x.limit)
	}
	most := min(x.used+allocs-x.allocs, heap) + more
	if most <= x.limit || more == 0 && most <= x.limit+x.limit/8 && now.Before(x.again) {
		return nil
	}
	used, ok := m.measure(t, x.limit+1, func() bool { return m.pending.Load()&pendingStop != 0 && t.stopCause() != nil })
	if !ok {
		return t.stop()
	}
	x.used = used
	x.allocs, _, _ = x.process() // what the meter itself has allocated is no growth
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
	return t.look(time.Now(), int64(n), true)
}
