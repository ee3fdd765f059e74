package timemod

import (
	"golang.org/x/sys/unix"

	"github.com/minipy/minipy/runtime"
)

var clocks = []clock{
	{"time", clockRealtime, "clock_gettime(CLOCK_REALTIME)", false, true},
	{"monotonic", clockMonotonic, "mach_absolute_time()", true, false},
	{"perf_counter", clockMonotonic, "mach_absolute_time()", true, false},
	{"process_time", clockProcess, "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true, false},
	{"thread_time", clockThread, "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true, false},
}

// clockResolution cannot ask: clock_getres(3) is reached through libSystem
// alone. These are the answers it gives.
func clockResolution(id int32) (int64, error) {
	switch id {
	case clockRealtime, clockMonotonic, clockProcess:
		return 1000, nil
	case unix.CLOCK_MONOTONIC_RAW, unix.CLOCK_MONOTONIC_RAW_APPROX, unix.CLOCK_UPTIME_RAW, unix.CLOCK_UPTIME_RAW_APPROX, clockThread:
		return 42, nil
	}
	return 0, unix.EINVAL
}

// setClock is clock_settime(3), which knows one clock.
func setClock(id int32, ns int64) error {
	if id != clockRealtime {
		return unix.EINVAL
	}
	tv := unix.NsecToTimeval(ns)
	return unix.Settimeofday(&tv)
}

var systemConsts = []runtime.Const{
	constInt("CLOCK_MONOTONIC", unix.CLOCK_MONOTONIC), constInt("CLOCK_MONOTONIC_RAW", unix.CLOCK_MONOTONIC_RAW),
	constInt("CLOCK_MONOTONIC_RAW_APPROX", unix.CLOCK_MONOTONIC_RAW_APPROX), constInt("CLOCK_PROCESS_CPUTIME_ID", unix.CLOCK_PROCESS_CPUTIME_ID),
	constInt("CLOCK_REALTIME", unix.CLOCK_REALTIME), constInt("CLOCK_THREAD_CPUTIME_ID", unix.CLOCK_THREAD_CPUTIME_ID),
	constInt("CLOCK_UPTIME_RAW", unix.CLOCK_UPTIME_RAW), constInt("CLOCK_UPTIME_RAW_APPROX", unix.CLOCK_UPTIME_RAW_APPROX),
}

var systemMethods = clockMethods
