//go:build !linux && !darwin && !windows

package timemod

import (
	"syscall"
	"time"

	"github.com/minipy/minipy/runtime"
)

// The clocks that the module reads; WebAssembly has no more.
const (
	clockRealtime = iota
	clockMonotonic
	clockProcess
)

var clocks = []clock{
	{"time", clockRealtime, "clock_gettime(CLOCK_REALTIME)", false, true},
	{"monotonic", clockMonotonic, "clock_gettime(CLOCK_MONOTONIC)", true, false},
	{"perf_counter", clockMonotonic, "clock_gettime(CLOCK_MONOTONIC)", true, false},
	{"process_time", clockProcess, "clock()", true, false},
}

// monotonicNow is where Go's clock begins: at the start of the program.
func monotonicNow() int64 { return 0 }

func clockResolution(id int32) (int64, error) { return 1000, nil }

// readClock takes the time since the start for the CPU's, as C's clock() does here.
func readClock(id int32) (int64, error) {
	if id != clockProcess {
		return 0, syscall.EINVAL
	}
	return int64(time.Since(start)), nil
}

func systemZone() *time.Location { return time.Local }

var systemConsts []runtime.Const

var systemMethods = []runtime.Method{
	fn("tzset", "", "tzset()\n\nInitialize, or reinitialize, the local timezone to the value stored in\nos.environ['TZ'].", tzset),
}
