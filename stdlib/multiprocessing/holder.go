//go:build linux

package multiprocessing

import (
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sys/unix"
)

// Who has what. A holder is a process in 32 bits: its number, and of the time
// at which it has begun as much as fits, so that another one to which the system gives the
// number later is not taken for it. No holder is zero or nobody.

const (
	pidBits  = 22 // no process of Linux has a larger number
	timeless = 1<<(32-pidBits) - 1
	nobody   = 1<<32 - 1
)

func holderOf(pid int, begun uint64) uint32 {
	return uint32(pid)&(1<<pidBits-1) | uint32(begun%timeless)<<pidBits
}

// self is this process. It does not change: a copy of the process is another one of Go's.
var self = sync.OnceValue(func() uint32 {
	_, begun, err := lookUp(os.Getpid())
	if err != nil { // perhaps there are no descriptors any more
		return holderOf(os.Getpid(), 0) | timeless<<pidBits
	}
	return holderOf(os.Getpid(), begun)
})

// lookUp asks the system for the state of a process and when it has begun.
func lookUp(pid int) (state byte, begun uint64, err error) {
	b, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return 0, 0, err
	}
	// After the name, which may be anything, in parentheses: the state, and the time as the 20th.
	fields := strings.Fields(string(b[strings.LastIndexByte(string(b), ')')+1:]))
	if len(fields) < 20 {
		return 0, 0, os.ErrInvalid
	}
	begun, err = strconv.ParseUint(fields[19], 10, 64)
	return fields[0][0], begun, err
}

// gone says that the holder has ended; one that nobody has waited for yet is
// gone, too.
func gone(holder uint32) bool {
	pid := int(holder & (1<<pidBits - 1))
	if err := unix.Kill(pid, 0); err == unix.ESRCH {
		return true
	}
	state, begun, err := lookUp(pid)
	if err != nil {
		return os.IsNotExist(err)
	}
	return state == 'Z' || state == 'X' || holder>>pidBits != timeless && holderOf(pid, begun) != holder
}

// Marks. A slot that was made with room for them has the holders of what was taken
// from the semaphore, or of whatever else is counted: each entry one unit.

// mark notes a unit of this process. False: there is no room, and nobody will miss it.
func mark(marks []atomic.Uint32) bool {
	for i := range marks {
		if marks[i].Load() == 0 && marks[i].CompareAndSwap(0, self()) {
			return true
		}
	}
	return false
}

// unmark takes a mark of this process back.
func unmark(marks []atomic.Uint32) bool {
	for i := range marks {
		if marks[i].Load() == self() && marks[i].CompareAndSwap(self(), 0) {
			return true
		}
	}
	return false
}

// reap takes a mark of a process that has ended.
func reap(marks []atomic.Uint32) bool {
	for i := range marks {
		if h := marks[i].Load(); h != 0 && h != self() && gone(h) && marks[i].CompareAndSwap(h, 0) {
			return true
		}
	}
	return false
}
