package osmod

import (
	"math"
	"os"
	goruntime "runtime"
	"strconv"
	"unsafe"

	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

// When processes run: the sched_ calls. The system knows threads only, and 0 is the
// calling one. Here it is the process: its first thread tells, and all are told.

var schedParamType rt.Type

var schedParam = &rt.StructSeq{Name: "posix.sched_param", Doc: "Currently has only one field: sched_priority",
	Fields: []rt.StructField{{Name: "sched_priority", Doc: "the scheduling priority"}},
	New: &rt.Method{Sig: "sched_priority", Doc: "A scheduling parameter.",
		Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			cls, _ := rt.AsType(a[0])
			return rt.NewStructSeq(cls, 1, []rt.Value{a[1]}), nil
		}}}

func init() { rt.DefineStructSeq(&schedParamType, schedParam) }

// priorityArg reads a sched_param.
func priorityArg(t *rt.Thread, v rt.Value) (int32, error) {
	tup, ok := rt.AsTuple(v)
	if !ok || !v.IsExactly(&schedParamType) {
		return 0, rt.TypeErrorf("must have a sched_param object")
	}
	n, err := rt.AsSsize(t, tup.Items()[0], rt.OverflowError)
	if err == nil && (n < math.MinInt32 || n > math.MaxInt32) {
		err = rt.OverflowErrorf("sched_priority out of range")
	}
	return int32(n), err
}

// scheduling is one of the sched_ calls of one or two ints.
func scheduling(number uintptr, n int) rt.NativeFn {
	return intAnswer(n, func(a []int) (int, error) {
		var x [2]uintptr
		for i, v := range a {
			x[i] = uintptr(v)
		}
		r, _, errno := unix.Syscall(number, x[0], x[1], 0)
		if errno != 0 {
			return 0, errno
		}
		return int(r), nil
	})
}

func osSchedInterval(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	pid, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	var ts unix.Timespec
	if _, _, errno := unix.Syscall(unix.SYS_SCHED_RR_GET_INTERVAL, uintptr(pid), uintptr(unsafe.Pointer(&ts)), 0); errno != 0 {
		return rt.Value{}, rt.FromOS(errno)
	}
	return rt.Float(float64(ts.Sec) + 1e-9*float64(ts.Nsec)), nil
}

// schedRR is SCHED_RR.
const schedRR = 2

// A schedule is a policy, or -1 for the one there is, and a priority.
type schedule struct {
	policy   int
	priority int32
}

// set gives a thread the schedule; 0 is the calling one.
func (s schedule) set(thread int) error {
	var errno unix.Errno
	if s.policy < 0 {
		_, _, errno = unix.Syscall(unix.SYS_SCHED_SETPARAM, uintptr(thread), uintptr(unsafe.Pointer(&s.priority)), 0)
	} else {
		_, _, errno = unix.Syscall(unix.SYS_SCHED_SETSCHEDULER, uintptr(thread), uintptr(s.policy), uintptr(unsafe.Pointer(&s.priority)))
	}
	if errno != 0 {
		return errno
	}
	return nil
}

// setAll gives the schedule to a thread, or for 0 to all of this process.
func (s schedule) setAll(pid int) error {
	if pid != 0 {
		return s.set(pid)
	}
	tasks, err := os.ReadDir("/proc/self/task")
	if err != nil {
		return s.set(os.Getpid())
	}
	for _, task := range tasks {
		id, err := strconv.Atoi(task.Name())
		if err != nil {
			continue
		}
		if err := s.set(id); err != nil && err != unix.ESRCH { // it may be over
			return err
		}
	}
	return nil
}

// lend calls start, which starts a process, in a thread that has the schedule, if
// s is one: the process begins with it.
func (s *schedule) lend(start func() error) error {
	if s == nil {
		return start()
	}
	goruntime.LockOSThread()
	defer goruntime.UnlockOSThread()
	was, err := scheduleOf(0)
	if err != nil {
		return err
	}
	if err := s.set(0); err != nil {
		return err
	}
	defer was.set(0)
	return start()
}

// scheduleOf is a thread's schedule.
func scheduleOf(thread int) (s schedule, err error) {
	policy, _, errno := unix.Syscall(unix.SYS_SCHED_GETSCHEDULER, uintptr(thread), 0, 0)
	if errno == 0 {
		_, _, errno = unix.Syscall(unix.SYS_SCHED_GETPARAM, uintptr(thread), uintptr(unsafe.Pointer(&s.priority)), 0)
	}
	if errno != 0 {
		return s, errno
	}
	s.policy = int(policy)
	return s, nil
}

// process is the thread that tells of process pid.
func process(pid int) int {
	if pid == 0 {
		return os.Getpid()
	}
	return pid
}

func osSchedGetscheduler(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	pid, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	s, err := scheduleOf(process(pid))
	return integer(s.policy), rt.FromOS(err)
}

func osSchedGetparam(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	pid, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	s, err := scheduleOf(process(pid))
	if err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	return schedParam.Make(&schedParamType, integer(int(s.priority))), nil
}

// osSchedSet is sched_setparam(pid, param) or sched_setscheduler(pid, policy, param).
func osSchedSet(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	pid, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	s := schedule{policy: -1}
	if len(a) == 3 {
		if s.policy, err = intArg(t, a[1]); err != nil {
			return rt.Value{}, err
		}
		if s.policy < 0 {
			return rt.Value{}, rt.OSErr(int(unix.EINVAL))
		}
	}
	if s.priority, err = priorityArg(t, a[len(a)-1]); err != nil {
		return rt.Value{}, err
	}
	return rt.None, rt.FromOS(s.setAll(pid))
}

// scheduleArg reads posix_spawn's scheduler: (policy or None, sched_param). nil: there is none.
func scheduleArg(t *rt.Thread, v rt.Value, function string) (*schedule, error) {
	if v.IsNone() {
		return nil, nil
	}
	tup, ok := rt.AsTuple(v)
	if !ok || len(tup.Items()) != 2 {
		return nil, rt.TypeErrorf("A scheduler tuple must have two elements")
	}
	s := &schedule{policy: -1}
	var err error
	if policy := tup.Items()[0]; !policy.IsNone() {
		if s.policy, err = intArg(t, policy); err != nil {
			return nil, err
		}
		if s.policy < 0 || s.policy > schedRR { // the C library knows no others here
			return nil, rt.OSErr(int(unix.EINVAL))
		}
	}
	s.priority, err = priorityArg(t, tup.Items()[1])
	return s, err
}

var schedMethods = []rt.Method{
	{Name: "sched_get_priority_max", Sig: "policy", Fn: scheduling(unix.SYS_SCHED_GET_PRIORITY_MAX, 1)},
	{Name: "sched_get_priority_min", Sig: "policy", Fn: scheduling(unix.SYS_SCHED_GET_PRIORITY_MIN, 1)},
	{Name: "sched_getscheduler", Sig: "pid, /", Fn: osSchedGetscheduler},
	{Name: "sched_getparam", Sig: "pid, /", Fn: osSchedGetparam},
	{Name: "sched_setscheduler", Sig: "pid, policy, param, /", Fn: osSchedSet},
	{Name: "sched_setparam", Sig: "pid, param, /", Fn: osSchedSet},
	{Name: "sched_rr_get_interval", Sig: "pid, /", Fn: osSchedInterval},
}
