package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"syscall"
	"time"
	"unsafe"
)

const (
	// hugeReserve is how much of the address space next to the heap asks for
	// large pages; what is never touched costs nothing.
	hugeReserve = 256 << 20
	// hugeMost is how large a heap hugeHeap still collects.
	hugeMost = 24 << 20
)

// hugeHeap gives the heap large pages to grow into where the kernel hands them
// only to those who ask. In a virtual machine a first touch of a page costs
// about a microsecond: with small pages alone, a program that keeps making
// objects spends a quarter of its time there (measured, str_build 0.41 s
// instead of 0.32, set_ops 0.45 instead of 0.37).
//
// Go maps its heap piece by piece and cannot be told; so this allocates a block, asks for
// it, and gives the block back untouched, which takes a collection of what is
// still a small heap, beside the program. pace is the one to go on with.
func hugeHeap(pace int) {
	mode, err := os.ReadFile("/sys/kernel/mm/transparent_hugepage/enabled")
	if err != nil || !strings.Contains(string(mode), "[madvise]") {
		return
	}
	live := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	if metrics.Read(live); live[0].Value.Uint64() > hugeMost {
		return
	}
	debug.SetGCPercent(-1)
	start := adviseBlock()
	runtime.GC()
	debug.SetGCPercent(pace)
	if runtime.GOMAXPROCS(0) > 1 {
		populate(start, live)
	}
}

// adviseBlock gives the address of the block that it has left.
//
//go:noinline
func adviseBlock() uintptr {
	b := make([]byte, hugeReserve)
	syscall.Madvise(b, syscall.MADV_HUGEPAGE) // a refusal is no error
	return uintptr(unsafe.Pointer(unsafe.SliceData(b)))
}

const (
	madvPopulateWrite = 23 // since Linux 5.14
	populateTick      = 2 * time.Millisecond
	populateAhead     = 12 << 20
	populateStep      = 4 << 20
)

// populate has the kernel clear pages on another processor shortly before the
// program, which takes them in the order of their addresses, touches them:
// 15 to 30 ms of a program that makes many objects. It follows what the
// program uses, a few megabytes ahead, until the first collection comes or the
// program stops growing.
func populate(start uintptr, live []metrics.Sample) {
	metrics.Read(live)
	first := live[0].Value.Uint64()
	last, idle := first, 0
	for done := uintptr(0); done < hugeReserve && idle < 10; {
		time.Sleep(populateTick)
		metrics.Read(live)
		now := live[0].Value.Uint64()
		switch {
		case now < last:
			return
		case now-last < 128<<10:
			idle++
			continue
		}
		idle, last = 0, now
		if want := uintptr(now-first) + populateAhead; want >= done+populateStep {
			want = min(want, hugeReserve)
			if _, _, errno := syscall.Syscall(syscall.SYS_MADVISE, start+done, want-done, madvPopulateWrite); errno != 0 {
				return
			}
			done = want
		}
	}
}
