package vm_test

import (
	"context"
	goruntime "runtime"
	"testing"

	"github.com/minipy/minipy/stdlib"
	"github.com/minipy/minipy/vm"
)

// ballast is what the embedding program keeps, until it lets go of it.
type ballast [][]byte

func (b *ballast) take(n int) {
	for range n >> 20 {
		*b = append(*b, make([]byte, 1<<20))
	}
}

func (b *ballast) drop() {
	*b = nil
	goruntime.GC()
}

// TestMemoryBesideOthers: what the rest of the process takes and lets go of
// neither hides what a machine keeps nor counts as its own.
func TestMemoryBesideOthers(t *testing.T) {
	const fill = "l += [bytes(1000) for i in range(20000)]\n"
	var b ballast
	machine := func() *vm.Machine {
		m := newMachine(t, vm.Config{Modules: stdlib.Safe(), Limits: vm.Limits{Memory: 32 << 20}})
		m.Set("take", func() { b.take(256 << 20); goruntime.GC() })
		m.Set("drop", b.drop)
		return m
	}
	wantLimit(t, machine(), vm.LimitMemory, "take()\nfor i in range(1000): pass\nl = []\n"+fill+"drop()\n"+fill+"for i in range(1000): pass")
	m := machine()
	for _, src := range []string{"l = []\n" + fill, "take()\nfor i in range(1000): pass", "list(range(100000))\ntake()\nlist(map(str, range(100000)))"} {
		if err := m.Run(context.Background(), "beside.py", src); err != nil {
			t.Fatal(err)
		}
	}
	if err := m.Reset(); err != nil {
		t.Fatal(err)
	}
	wantLimit(t, m, vm.LimitMemory, fill+"for i in range(1000): pass")
}

// TestMemoryOfThreads: the turns of threads are looked at as one thread's run
// is, with no other limit in force.
func TestMemoryOfThreads(t *testing.T) {
	m := newMachine(t, vm.Config{Modules: stdlib.Safe(), Limits: vm.Limits{Memory: 32 << 20}})
	wantLimit(t, m, vm.LimitMemory, `
import threading
l = []
def fill():
    while len(l) < 2_000_000: l.append([])
threads = [threading.Thread(target=fill) for i in range(5)]
for t in threads: t.start()
for t in threads: t.join()
`)
}
