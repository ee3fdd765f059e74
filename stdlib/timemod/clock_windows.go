package timemod

import (
	"syscall"
	"time"
	"unsafe"

	"github.com/minipy/minipy/runtime"
)

// Windows has no clock numbers: these are ours alone.
const (
	clockRealtime = iota
	clockMonotonic
	clockProcess
	clockThread
)

var clocks = []clock{
	{"time", clockRealtime, "GetSystemTimeAsFileTime()", false, true},
	{"monotonic", clockMonotonic, "QueryPerformanceCounter()", true, false},
	{"perf_counter", clockMonotonic, "QueryPerformanceCounter()", true, false},
	{"process_time", clockProcess, "GetProcessTimes()", true, false},
	{"thread_time", clockThread, "GetThreadTimes()", true, false},
}

// monotonicNow is where Go's clock begins: at the start of the program.
func monotonicNow() int64 { return 0 }

func clockResolution(id int32) (int64, error) { return 100, nil }

var (
	kernel32         = syscall.NewLazyDLL("kernel32.dll")
	getCurrentThread = kernel32.NewProc("GetCurrentThread")
	getThreadTimes   = kernel32.NewProc("GetThreadTimes")
)

// readClock reads the CPU time of the process or of the running thread.
func readClock(id int32) (int64, error) {
	var created, exited, kernel, user syscall.Filetime
	if id == clockProcess {
		self, err := syscall.GetCurrentProcess()
		if err != nil {
			return 0, err
		}
		if err := syscall.GetProcessTimes(self, &created, &exited, &kernel, &user); err != nil {
			return 0, err
		}
		return duration(kernel) + duration(user), nil
	}
	self, _, _ := getCurrentThread.Call()
	ok, _, err := getThreadTimes.Call(self, uintptr(unsafe.Pointer(&created)), uintptr(unsafe.Pointer(&exited)),
		uintptr(unsafe.Pointer(&kernel)), uintptr(unsafe.Pointer(&user)))
	if ok == 0 {
		return 0, err
	}
	return duration(kernel) + duration(user), nil
}

// duration is a Filetime that counts from 0, in nanoseconds.
func duration(f syscall.Filetime) int64 {
	return (int64(f.HighDateTime)<<32 | int64(f.LowDateTime)) * 100
}

func systemZone() *time.Location { return time.Local }

var systemConsts []runtime.Const

var systemMethods = []runtime.Method{
	fn("thread_time", "", "thread_time() -> float\n\nThread time for profiling: sum of the kernel and user-space CPU time.", reader(clockThread, false)),
	fn("thread_time_ns", "", "thread_time() -> int\n\nThread time for profiling as nanoseconds:\nsum of the kernel and user-space CPU time.", reader(clockThread, true)),
}
