package vm_test

import (
	"strings"
	"testing"
	"time"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/all"
	"github.com/minipy/minipy/vm"
)

// panicky is a module whose function has a bug.
var panicky = &runtime.ModuleSpec{Name: "panicky", Methods: []runtime.Method{
	{Name: "boom", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
		var m map[string]int
		m["x"] = 1
		return runtime.None, nil
	}},
}}

// TestPanicIsSystemError: a bug in native code is an exception of the program,
// even below a nested run, and the program goes on.
func TestPanicIsSystemError(t *testing.T) {
	m, err := vm.New(vm.Config{Modules: []*runtime.ModuleSpec{panicky}})
	if err != nil {
		t.Fatal(err)
	}
	src := `
import panicky
caught = []
class A:
    def __lt__(self, other):
        panicky.boom()
def f():
    try:
        sorted([A(), A()])
    except SystemError as e:
        caught.append(str(e))
    finally:
        caught.append('finally')
def g():
    yield from (panicky.boom() for i in range(3))
f()
try:
    list(g())
except SystemError as e:
    caught.append(e.__traceback__.tb_lineno)
f()
result = len(caught), sum(range(10)), caught[2]
`
	if err := m.RunSource([]byte(src), "<test>", false); err != nil {
		t.Fatal(err)
	}
	v, _ := m.MainModule().Lookup("result")
	s, err := runtime.ReprStr(m.Main(), v)
	if err != nil || s != "(5, 45, 18)" {
		t.Errorf("result %s, %v", s, err)
	}
	err = m.RunSource([]byte("panicky.boom()"), "<test>", false)
	if err == nil || !strings.Contains(err.Error(), "SystemError: internal error") {
		t.Errorf("error %v", err)
	}
	if err := m.RunSource([]byte("after = 1"), "<test>", false); err != nil {
		t.Errorf("the machine does not go on: %v", err)
	}
}

// TestPanicInHandler: a bug in a signal's handler that a carrier runs, because
// the main thread waits without a goroutine, is an exception of that wait.
func TestPanicInHandler(t *testing.T) {
	m, err := vm.New(vm.Config{Modules: append(all.Modules(), panicky)})
	if err != nil {
		t.Fatal(err)
	}
	over := make(chan struct{})
	defer close(over)
	go func() {
		for {
			select {
			case <-over:
				return
			case <-time.After(10 * time.Millisecond):
				m.Signal(10)
			}
		}
	}()
	src := `
import _signal, _thread, panicky
caught = []
def handler(n, frame):
    if not caught:
        caught.append(n)
        panicky.boom()
lock = _thread.allocate_lock()
lock.acquire()
try:
    _signal.signal(10, handler)
    lock.acquire(timeout=60)
except SystemError as e:
    caught.append(str(e)[:14])
result = caught, lock.acquire(timeout=0.05)
`
	if err := m.RunSource([]byte(src), "<test>", false); err != nil {
		t.Fatal(err)
	}
	v, _ := m.MainModule().Lookup("result")
	if s, err := runtime.ReprStr(m.Main(), v); err != nil || s != "([10, 'internal error'], False)" {
		t.Errorf("result %s, %v", s, err)
	}
}
