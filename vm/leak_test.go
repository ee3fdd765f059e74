package vm_test

import (
	goruntime "runtime"
	"testing"
	"time"
)

// what keeps a machine alive if Close leaves it: finalizers of objects that
// reach their module, cleanups of weak references, files, goroutines.
const clinging = `
import io, queue, socket, threading, weakref
class A:
    def __del__(self):
        self.again = self
a = A()
a.self = a
ref = weakref.ref(a, print)
def g():
    try:
        yield 1
    finally:
        pass
it = g()
next(it)
file = open('/dev/null', 'w')
sock = socket.socket()
event = threading.Event()
threads = [threading.Thread(target=event.wait, daemon=True) for i in range(3)]
for t in threads:
    t.start()
q = queue.Queue()
`

// alive is what the process keeps, in bytes and goroutines.
func alive() (bytes uint64, goroutines int) {
	for range 4 { // what has a finalizer is freed one collection later
		goruntime.GC()
		time.Sleep(20 * time.Millisecond)
	}
	var ms goruntime.MemStats
	goruntime.ReadMemStats(&ms)
	return ms.HeapAlloc, goruntime.NumGoroutine()
}

// TestClosedMachinesAreFreed: nothing of a machine stays behind that was
// closed or has come to its end.
func TestClosedMachinesAreFreed(t *testing.T) {
	const machines = 20
	for name, end := range map[string]func(p *program){
		"Close": func(p *program) { p.Close() },
		"Exit":  func(p *program) { p.Exit(0) },
	} {
		t.Run(name, func(t *testing.T) {
			round := func() (bytes uint64, goroutines int) {
				for range machines {
					p := newProgram(t, 100)
					if err := p.RunSource([]byte(clinging), "<test>", false); err != nil {
						p.Report(err)
						t.Fatal(p.out.String())
					}
					end(p)
				}
				return alive()
			}
			bytes, goroutines := round()
			each := func(moreBytes uint64) int64 { return (int64(moreBytes) - int64(bytes)) / machines }
			moreBytes, moreGoroutines := round()
			freed := func() bool {
				if each(moreBytes) <= 50<<10 && moreGoroutines <= goroutines+2 {
					return true
				}
				moreBytes, moreGoroutines = alive()
				return false
			}
			if !eventually(freed) {
				t.Errorf("%d KB stay of each machine; %d goroutines, then %d", each(moreBytes)>>10, goroutines, moreGoroutines)
			}
		})
	}
}
