package timemod

import (
	"slices"
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/minipy/minipy/runtime"
)

var clocks = []clock{
	{"time", clockRealtime, "clock_gettime(CLOCK_REALTIME)", false, true},
	{"monotonic", clockMonotonic, "clock_gettime(CLOCK_MONOTONIC)", true, false},
	{"perf_counter", clockMonotonic, "clock_gettime(CLOCK_MONOTONIC)", true, false},
	{"process_time", clockProcess, "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true, false},
	{"thread_time", clockThread, "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true, false},
}

func clockResolution(id int32) (int64, error) {
	var ts unix.Timespec
	if err := unix.ClockGetres(id, &ts); err != nil {
		return 0, err
	}
	return ts.Nano(), nil
}

func setClock(id int32, ns int64) error {
	ts := unix.NsecToTimespec(ns)
	if _, _, e := unix.Syscall(unix.SYS_CLOCK_SETTIME, uintptr(id), uintptr(unsafe.Pointer(&ts)), 0); e != 0 {
		return e
	}
	return nil
}

// pthreadClock makes the clock id of a thread's CPU time from its kernel id.
func pthreadClock(t *thread, args []value) (value, error) {
	if _, err := runtime.AsInt64(t, args[0]); err != nil {
		return value{}, err
	}
	return runtime.Int(clockThread), nil
}

var systemConsts = []runtime.Const{
	constInt("CLOCK_BOOTTIME", unix.CLOCK_BOOTTIME), constInt("CLOCK_MONOTONIC", unix.CLOCK_MONOTONIC),
	constInt("CLOCK_MONOTONIC_RAW", unix.CLOCK_MONOTONIC_RAW), constInt("CLOCK_PROCESS_CPUTIME_ID", unix.CLOCK_PROCESS_CPUTIME_ID),
	constInt("CLOCK_REALTIME", unix.CLOCK_REALTIME), constInt("CLOCK_TAI", unix.CLOCK_TAI),
	constInt("CLOCK_THREAD_CPUTIME_ID", unix.CLOCK_THREAD_CPUTIME_ID),
}

var systemMethods = slices.Concat(clockMethods, []runtime.Method{
	fn("pthread_getcpuclockid", "thread_id, /", "pthread_getcpuclockid(thread_id) -> int\n\nReturn the clk_id of a thread's CPU time clock.", pthreadClock),
})
