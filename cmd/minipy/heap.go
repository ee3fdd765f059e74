package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// # When the collector runs
//
// A Python program makes garbage fast and usually keeps little: with Go's own
// pace (collect at twice the live heap, at 4 MB at first) a third of the time
// of an allocating program went to the collector. Measured over benchdata:
// GOGC=100 took 1.8 times the time of GOGC=3200. So the next collection comes
// when the heap has grown by heapFloor, or to twice what is live if that is
// more. Of 32, 64 and 96 MB, 64 was the fastest by 3% (32 was, while each new
// page cost a fault: see hugeHeap); a larger one costs cache misses.

const heapFloor = 64 << 20

// setHeapFloor begins that pace; GOGC in the environment leaves Go's own.
func setHeapFloor() {
	if os.Getenv("GOGC") != "" {
		return
	}
	const pace = heapFloor / (4 << 20) * 100 // Go's minimum heap is 4 MB at 100
	debug.SetGCPercent(pace)
	time.AfterFunc(hugeAfter, func() { growHuge(pace, hugeAfter) })
	watch(&pacer{sample: []metrics.Sample{{Name: "/gc/heap/live:bytes"}}})
}

// The heap gets its large pages when a program has run for hugeAfter and has
// made hugeLeast bytes of objects, which is looked at ever less often: one that
// ends before, or only waits, as the workers of a pool do, does not pay for them.
const (
	hugeAfter = 12 * time.Millisecond
	hugeLeast = 8 << 20
)

// growHuge is to be called when the program has run for a time.
func growHuge(pace int, after time.Duration) {
	heap := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	if metrics.Read(heap); heap[0].Value.Uint64() >= hugeLeast {
		hugeHeap(pace)
		return
	}
	time.AfterFunc(after, func() { growHuge(pace, 2*after) })
}

// A pacer sets the pace anew after each collection: its finalizer runs then.
type pacer struct {
	sample []metrics.Sample
	last   int
}

func watch(p *pacer) {
	type sentinel struct{ _ [16]byte }
	runtime.SetFinalizer(&sentinel{}, func(*sentinel) {
		p.adjust()
		watch(p)
	})
}

func (p *pacer) adjust() {
	metrics.Read(p.sample)
	live := int(p.sample[0].Value.Uint64())
	percent := max(100, heapFloor/max(live/100, 1))
	percent = min(percent, heapFloor/(4<<20)*100)
	// each change stops the world for a moment: only for one that matters
	if d := percent - p.last; d > percent/4 || -d > percent/4 {
		debug.SetGCPercent(percent)
		p.last = percent
	}
}
