//go:build linux

// Package multiprocessing is minipy's _multiprocessing module: semaphores that
// processes share. What else multiprocessing needs is in _processes.
package multiprocessing

import (
	"sync/atomic"
	"time"
	"unsafe"

	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

// The words of a slot.
//
// word of a semaphore is its count. Of a lock (at most one) it is zero, or who
// holds it: the process, or nobody if it was made locked. So a lock whose holder has died is
// known, even if it died right after taking it: whoever waits gets the lock, as if it
// had been released.
//
// sleepers is how many wait in the kernel; a release without any makes no
// system call.
//
// busy says that the lock's holder is in the middle of a message: see Busy.
//
// room is how many marks follow. A semaphore's count does not say who has taken what, and what one
// process has taken another one may give back; but what a with statement has taken is
// given back by the same process, unless it dies. So with statements leave marks, and whoever waits
// gets what the dead have marked.
type slot struct {
	word     atomic.Uint32
	sleepers atomic.Uint32
	busy     atomic.Uint32
	room     uint32
}

const (
	headSize = int(unsafe.Sizeof(slot{}))
	markSize = 4
	maxMarks = 1000
)

// slotFor is the size of a slot with room for marks.
func slotFor(marks int) int { return (headSize + marks*markSize + slotSize - 1) &^ (slotSize - 1) }

// slice is how long one sleep lasts: who waits for a lock looks then whether its
// holder is alive.
const slice = 200 * time.Millisecond

const (
	recursiveMutex = 0
	semaphore      = 1
	semValueMax    = 1<<31 - 1
)

type semLock struct {
	rt.Object
	fd, off int // where it is
	kind    int
	max     int
	name    rt.Value
	count   int   // how often this process has acquired it
	owner   int64 // the thread that did so last
	isLock  bool
	marked  int   // how many marks this process has left by with statements
	looked  int64 // when an acquire that does not wait has looked for the dead, in Unix nanoseconds
}

var semLockType rt.Type

func (l *semLock) slot(t *rt.Thread) (*slot, error) {
	m, err := stateOf(t).memory(l.fd)
	if err != nil {
		return nil, err
	}
	return (*slot)(unsafe.Pointer(&m[l.off])), nil
}

// marks are what follows a slot.
func (l *semLock) marks(s *slot) []atomic.Uint32 {
	n := min(int(s.room), (arenaSize-l.off-headSize)/markSize)
	return unsafe.Slice((*atomic.Uint32)(unsafe.Add(unsafe.Pointer(s), headSize)), max(n, 0))
}

// Busy is the word of v, a SemLock, that says whether its holder is in the middle of a
// message. If it is set when the next one gets the lock, nobody knows how the stream goes on.
func Busy(t *rt.Thread, v rt.Value) (*atomic.Uint32, error) {
	if v.Type() != &semLockType {
		return nil, rt.TypeErrorf("a SemLock is wanted, not '%s'", v.Type().Name)
	}
	s, err := rt.As[semLock](v).slot(t)
	if err != nil {
		return nil, err
	}
	return &s.busy, nil
}

// try takes the semaphore if it is to be had. seen is the word that says no.
func (l *semLock) try(s *slot, pid uint32) (ok bool, seen uint32) {
	for {
		w := s.word.Load()
		switch {
		case l.isLock && w != 0, !l.isLock && w == 0:
			return false, w
		case l.isLock && s.word.CompareAndSwap(0, pid), !l.isLock && s.word.CompareAndSwap(w, w-1):
			return true, 0
		}
	}
}

func futexWait(addr *uint32, val uint32, d time.Duration) unix.Errno {
	ts := unix.NsecToTimespec(int64(d))
	_, _, errno := unix.Syscall6(unix.SYS_FUTEX, uintptr(unsafe.Pointer(addr)), 0, uintptr(val), uintptr(unsafe.Pointer(&ts)), 0, 0)
	return errno
}

func futexWake(addr *uint32, n int) {
	unix.Syscall6(unix.SYS_FUTEX, uintptr(unsafe.Pointer(addr)), 1, uintptr(n), 0, 0, 0)
}

func (s *slot) address() *uint32 { return (*uint32)(unsafe.Pointer(&s.word)) }

// sleep waits without the GIL until the semaphore is taken (true), the deadline
// has passed or the thread is interrupted. It touches no Value.
func (l *semLock) sleep(s *slot, pid uint32, deadline time.Time, interrupted *atomic.Bool) bool {
	s.sleepers.Add(1)
	defer s.sleepers.Add(^uint32(0))
	for !interrupted.Load() {
		ok, seen := l.try(s, pid)
		if ok {
			return true
		}
		d := slice
		if !deadline.IsZero() {
			if d = min(d, time.Until(deadline)); d <= 0 {
				return false
			}
		}
		if futexWait(s.address(), seen, d) == unix.ETIMEDOUT && l.inherit(s, seen, pid) {
			return true
		}
	}
	return false
}

// inherit takes what a dead process has had.
func (l *semLock) inherit(s *slot, seen, pid uint32) bool {
	if !l.isLock {
		return reap(l.marks(s))
	}
	return seen != nobody && seen != pid && s.word.Load() == seen && gone(seen) && s.word.CompareAndSwap(seen, pid)
}

// tryLater is for who does not wait for a lock but asks again and again: now and then it takes
// what a dead process has had.
func (l *semLock) tryLater(s *slot, pid uint32) bool {
	now := time.Now().UnixNano()
	if !l.isLock || now-l.looked < int64(slice) {
		return false
	}
	l.looked = now
	ok, seen := l.try(s, pid)
	return ok || l.inherit(s, seen, pid)
}

// deadlineArg reads acquire's timeout.
func deadlineArg(t *rt.Thread, v rt.Value) (time.Time, error) {
	if v.IsNone() {
		return time.Time{}, nil
	}
	f, ok := rt.FloatOf(v)
	if !ok {
		n, err := rt.AsInt64(t, v)
		if err != nil {
			return time.Time{}, rt.TypeErrorf("must be real number, not %s", v.Type().Name)
		}
		f = float64(n)
	}
	if f > 1e9 {
		return time.Time{}, nil
	}
	return time.Now().Add(time.Duration(max(f, 0) * float64(time.Second))), nil
}

func (l *semLock) mine(t *rt.Thread) bool { return l.count > 0 && l.owner == t.ID }

func (l *semLock) taken(t *rt.Thread) (rt.Value, error) {
	l.count++
	l.owner = t.ID
	return rt.True, nil
}

func acquire(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	l := rt.As[semLock](a[0])
	block, err := rt.IsTrue(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if l.kind == recursiveMutex && l.mine(t) {
		l.count++
		return rt.True, nil
	}
	s, err := l.slot(t)
	if err != nil {
		return rt.Value{}, err
	}
	pid := self()
	if ok, _ := l.try(s, pid); ok {
		return l.taken(t)
	}
	if !block {
		if l.tryLater(s, pid) {
			return l.taken(t)
		}
		return rt.False, nil
	}
	deadline, err := deadlineArg(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	for {
		var interrupted atomic.Bool
		ok := false
		t.Host.Block(t, func() { ok = l.sleep(s, pid, deadline, &interrupted) }, func() {
			interrupted.Store(true)
			futexWake(s.address(), 1<<30)
		})
		if ok {
			l.taken(t)
		}
		if err := t.Host.Checkpoint(t); err != nil {
			if ok {
				l.count--
				l.give(s)
			}
			return rt.Value{}, err
		}
		if ok {
			return rt.True, nil
		}
		if !deadline.IsZero() && !time.Now().Before(deadline) {
			return rt.False, nil
		}
	}
}

// enter and exit are acquire and release by a with statement.
func enter(t *rt.Thread, sem rt.Value) (rt.Value, error) {
	v, err := acquire(t, []rt.Value{sem, rt.True, rt.None})
	if l := rt.As[semLock](sem); err == nil && !l.isLock {
		if s, err := l.slot(t); err == nil && mark(l.marks(s)) {
			l.marked++
		}
	}
	return v, err
}

func exit(t *rt.Thread, sem rt.Value) (rt.Value, error) {
	if l := rt.As[semLock](sem); l.marked > 0 {
		if s, err := l.slot(t); err == nil && unmark(l.marks(s)) {
			l.marked--
		}
	}
	return release(t, []rt.Value{sem})
}

// give puts back what was taken, and wakes one that waits.
func (l *semLock) give(s *slot) {
	if l.isLock {
		s.word.Store(0)
	} else {
		s.word.Add(1)
	}
	if s.sleepers.Load() > 0 {
		futexWake(s.address(), 1)
	}
}

func release(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	l := rt.As[semLock](a[0])
	s, err := l.slot(t)
	if err != nil {
		return rt.Value{}, err
	}
	if l.kind == recursiveMutex {
		if !l.mine(t) {
			return rt.Value{}, rt.Errorf(rt.AssertionError, "attempt to release recursive lock not owned by thread")
		}
		if l.count > 1 {
			l.count--
			return rt.None, nil
		}
	} else if l.value(s) >= l.max {
		return rt.Value{}, rt.ValueErrorf("semaphore or lock released too many times")
	}
	l.count--
	l.give(s)
	return rt.None, nil
}

func (l *semLock) value(s *slot) int {
	w := s.word.Load()
	if !l.isLock {
		return int(w)
	}
	if w == 0 {
		return 1
	}
	return 0
}

func newSemLock(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	cls, _ := rt.AsType(a[0])
	var n [3]int64
	for i := range n {
		var err error
		if n[i], err = rt.AsInt64(t, a[1+i]); err != nil {
			return rt.Value{}, err
		}
	}
	kind, value, limit := n[0], n[1], n[2]
	if _, ok := rt.AsStr(a[4]); !ok {
		return rt.Value{}, rt.TypeErrorf("SemLock() argument 'name' must be str, not %s", a[4].Type().Name)
	}
	if kind != recursiveMutex && kind != semaphore {
		return rt.Value{}, rt.ValueErrorf("unrecognized kind")
	}
	if value < 0 || value > semValueMax {
		return rt.Value{}, rt.OSErr(int(unix.EINVAL))
	}
	if unlinked, err := rt.IsTrue(t, a[5]); err != nil {
		return rt.Value{}, err
	} else if !unlinked {
		if err := stateOf(t).addName(a[4]); err != nil {
			return rt.Value{}, err
		}
	}
	room, err := rt.AsInt64(t, a[6])
	if err != nil {
		return rt.Value{}, err
	}
	if limit == 1 {
		room = 0
	}
	size := slotFor(int(min(max(room, 0), maxMarks)))
	fd, off, err := stateOf(t).take(size)
	if err != nil {
		return rt.Value{}, err
	}
	l := rt.Alloc[semLock](cls)
	l.fd, l.off, l.kind, l.max, l.name, l.isLock = fd, off, int(kind), int(limit), a[4], limit == 1
	s, err := l.slot(t)
	if err != nil {
		return rt.Value{}, err
	}
	word := uint32(value)
	if l.isLock {
		word = 0
		if value == 0 {
			word = nobody
		}
	}
	s.word.Store(word)
	s.room = uint32(size-headSize) / markSize
	return l.Object.Value(), nil
}

// rebuild is the semaphore of another process: handle, kind, maxvalue, name,
// offset.
func rebuild(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	cls, _ := rt.AsType(a[0])
	var n [4]int64
	for i, j := range []int{1, 2, 3, 5} {
		var err error
		if n[i], err = rt.AsInt64(t, a[j]); err != nil {
			return rt.Value{}, err
		}
	}
	if n[3] < 0 || n[3]%slotSize != 0 || n[3] >= arenaSize {
		return rt.Value{}, rt.ValueErrorf("no semaphore has this offset")
	}
	l := rt.Alloc[semLock](cls)
	l.fd, l.kind, l.max, l.name, l.off, l.isLock = int(n[0]), int(n[1]), int(n[2]), a[4], int(n[3]), n[2] == 1
	if _, err := l.slot(t); err != nil {
		return rt.Value{}, err
	}
	return l.Object.Value(), nil
}

// member is a read-only attribute.
func member(name string, get func(l *semLock) rt.Value) rt.GetSet {
	return rt.GetSet{Name: name, Member: true, Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
		return get(rt.As[semLock](v)), nil
	}}
}

// look is a method that tells of the semaphore.
func look(name, doc string, f func(l *semLock, s *slot, t *rt.Thread) rt.Value) rt.Method {
	return rt.Method{Name: name, Doc: doc, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		l := rt.As[semLock](a[0])
		s, err := l.slot(t)
		if err != nil {
			return rt.Value{}, err
		}
		return f(l, s, t), nil
	}}
}

func num(n int) rt.Value { return rt.Int(int64(n)) }

func init() {
	rt.Define(&semLockType, rt.TypeSpec{Name: "_multiprocessing.SemLock", Size: rt.SizeOf[semLock](), Flags: rt.FlagBase,
		Doc: "A semaphore or lock that processes share.",
		New: rt.Method{Sig: "kind, value, maxvalue, name, unlink, marks=0", Fn: newSemLock},
		Methods: []rt.Method{
			{Name: "acquire", Sig: "block=True, timeout=None", Fn: acquire, Doc: "Acquire the semaphore or lock."},
			{Name: "__enter__", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return enter(t, a[0]) }, Doc: "Acquire the semaphore or lock."},
			{Name: "release", Fn: release, Doc: "Release the semaphore or lock."},
			{Name: "__exit__", Raw: func(t *rt.Thread, a []rt.Value, names []*rt.Str) (rt.Value, error) { return exit(t, a[0]) }, Doc: "Release the semaphore or lock."},
			look("_count", "How often this process has acquired it.", func(l *semLock, s *slot, t *rt.Thread) rt.Value { return num(l.count) }),
			look("_is_mine", "Whether this thread has it.", func(l *semLock, s *slot, t *rt.Thread) rt.Value { return rt.Bool(l.mine(t)) }),
			look("_get_value", "The count.", func(l *semLock, s *slot, t *rt.Thread) rt.Value { return num(l.value(s)) }),
			look("_is_zero", "Whether the count is zero.", func(l *semLock, s *slot, t *rt.Thread) rt.Value { return rt.Bool(l.value(s) == 0) }),
			look("_after_fork", "Forget what the parent has acquired.", func(l *semLock, s *slot, t *rt.Thread) rt.Value {
				l.count, l.marked = 0, 0
				return rt.None
			}),
			look("_mark", "Count this process among those that the semaphore's marks are of.", func(l *semLock, s *slot, t *rt.Thread) rt.Value { return rt.Bool(mark(l.marks(s))) }),
			look("_unmark", "Take a mark of this process back.", func(l *semLock, s *slot, t *rt.Thread) rt.Value { return rt.Bool(unmark(l.marks(s))) }),
			look("_reap", "Take the marks of processes that have ended; how many.", func(l *semLock, s *slot, t *rt.Thread) rt.Value {
				n := 0
				for reap(l.marks(s)) {
					n++
				}
				return num(n)
			}),
			{Name: "_rebuild", Sig: "handle, kind, maxvalue, name, offset=0, /", Kind: rt.ClassMethod, Fn: rebuild, Doc: "The semaphore of another process."},
		},
		GetSets: []rt.GetSet{
			member("handle", func(l *semLock) rt.Value { return num(l.fd) }),
			member("_offset", func(l *semLock) rt.Value { return num(l.off) }),
			member("kind", func(l *semLock) rt.Value { return num(l.kind) }),
			member("maxvalue", func(l *semLock) rt.Value { return num(l.max) }),
			member("name", func(l *semLock) rt.Value { return l.name }),
		},
		Consts: []rt.Const{{Name: "SEM_VALUE_MAX", Value: rt.Int(semValueMax)}, {Name: "_by_descriptor", Value: rt.True}},
	})
}

// Module is _multiprocessing.
var Module = &rt.ModuleSpec{
	Name:  "_multiprocessing",
	Doc:   "Semaphores that processes share.",
	Types: []*rt.Type{&semLockType, &guardType, &lockedAttrType},
	Methods: []rt.Method{
		{Name: "sem_unlink", Sig: "name, /", Doc: "Forget the name of a semaphore. The system knows none: a name only keeps another one of this process from having it.",
			Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.None, stateOf(t).removeName(a[0]) }},
	},
}
