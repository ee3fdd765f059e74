package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"syscall"
)

const (
	// hugeReserve is how much of the address space next to the heap asks for
	// large pages; what is never touched costs nothing.
	hugeReserve = 256 << 20
	// hugeMost is how large a heap hugeHeap still collects.
	hugeMost = 8 << 20
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
	adviseBlock()
	runtime.GC()
	debug.SetGCPercent(pace)
}

//go:noinline
func adviseBlock() {
	syscall.Madvise(make([]byte, hugeReserve), syscall.MADV_HUGEPAGE) // a refusal is no error
}
