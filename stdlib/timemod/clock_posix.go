//go:build linux || darwin

package timemod

import (
	"math"
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"github.com/minipy/minipy/runtime"
)

// The clocks that the module reads itself, as posix systems number them.
const (
	clockRealtime  = unix.CLOCK_REALTIME
	clockMonotonic = unix.CLOCK_MONOTONIC
	clockProcess   = unix.CLOCK_PROCESS_CPUTIME_ID
	clockThread    = unix.CLOCK_THREAD_CPUTIME_ID
)

func monotonicNow() int64 {
	ns, _ := readClock(clockMonotonic)
	return ns
}

func readClock(id int32) (int64, error) {
	var ts unix.Timespec
	if err := unix.ClockGettime(id, &ts); err != nil {
		return 0, err
	}
	return ts.Nano(), nil
}

// systemZone is the machine's time zone.
func systemZone() *time.Location {
	if data, err := os.ReadFile("/etc/localtime"); err == nil {
		if loc, err := time.LoadLocationFromTZData("Local", data); err == nil {
			return loc
		}
	}
	return time.UTC
}

func clockID(t *thread, v value) (int32, error) {
	n, err := runtime.AsInt64(t, v)
	if err != nil {
		return 0, err
	}
	if n != int64(int32(n)) {
		return 0, runtime.OverflowErrorf("signed integer is %s", map[bool]string{true: "greater than maximum", false: "less than minimum"}[n > 0])
	}
	return int32(n), nil
}

func clockGettime(nano bool) runtime.NativeFn {
	return func(t *thread, args []value) (value, error) {
		id, err := clockID(t, args[0])
		if err != nil {
			return value{}, err
		}
		ns, err := clockNS(t, id)
		if err != nil {
			return value{}, err
		}
		if nano {
			return runtime.Int(ns), nil
		}
		return seconds(ns), nil
	}
}

func clockGetres(t *thread, args []value) (value, error) {
	id, err := clockID(t, args[0])
	if err != nil {
		return value{}, err
	}
	ns, err := clockResolution(id)
	if err != nil {
		return value{}, osError(err)
	}
	return seconds(ns), nil
}

func clockSettime(nano bool) runtime.NativeFn {
	return func(t *thread, args []value) (value, error) {
		id, err := clockID(t, args[0])
		if err != nil {
			return value{}, err
		}
		var ns int64
		if nano {
			ns, err = runtime.AsInt64(t, args[1])
		} else {
			ns, err = nanoseconds(t, args[1], math.Floor)
		}
		if err != nil {
			return value{}, err
		}
		if t.VM.Confined {
			return value{}, osError(syscall.EPERM)
		}
		if err := setClock(id, ns); err != nil {
			return value{}, osError(err)
		}
		return runtime.None, nil
	}
}

var clockMethods = []runtime.Method{
	fn("clock_getres", "clk_id, /", "clock_getres(clk_id) -> floating point number\n\nReturn the resolution (precision) of the specified clock clk_id.", clockGetres),
	fn("clock_gettime", "clk_id, /", "Return the time of the specified clock clk_id as a float.", clockGettime(false)),
	fn("clock_gettime_ns", "clk_id, /", "Return the time of the specified clock clk_id as nanoseconds (int).", clockGettime(true)),
	fn("clock_settime", "clk_id, time, /", "clock_settime(clk_id, time)\n\nSet the time of the specified clock clk_id.", clockSettime(false)),
	fn("clock_settime_ns", "clk_id, time, /", "clock_settime_ns(clk_id, time)\n\nSet the time of the specified clock clk_id with nanoseconds.", clockSettime(true)),
	fn("thread_time", "", "thread_time() -> float\n\nThread time for profiling: sum of the kernel and user-space CPU time.", reader(clockThread, false)),
	fn("thread_time_ns", "", "thread_time() -> int\n\nThread time for profiling as nanoseconds:\nsum of the kernel and user-space CPU time.", reader(clockThread, true)),
	fn("tzset", "", "tzset()\n\nInitialize, or reinitialize, the local timezone to the value stored in\nos.environ['TZ'].", tzset),
}
