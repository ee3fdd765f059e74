package vm_test

import (
	"bytes"
	"context"
	"errors"
	"math/rand"
	"strings"
	"testing"

	"github.com/minipy/minipy/stdlib"
	"github.com/minipy/minipy/stdlib/all"
	"github.com/minipy/minipy/vm"
)

const orders = `
import collections
class Order:
    def __init__(self, n): self.n = n
    def __hash__(self): return hash(str(self.n))
    def __eq__(self, other): return self.n == other.n
def lines():
    for i in range(10):
        yield i
seen = {Order(i): i for i in range(20)}
waiting = collections.deque([1, 2])
texts = {'a', 'b', 3}
flow = lines()
next(flow)
me = {}
me['me'] = me
def total(extra): return sum(seen.values()) + extra + next(flow)
`

func snapshotConfig() vm.Config {
	return vm.Config{Modules: stdlib.Safe()}
}

func saved(t testing.TB, src string) []byte {
	t.Helper()
	m, err := vm.New(snapshotConfig())
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	run(t, m, src)
	data, err := m.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestSnapshot: a machine goes on from what another one was, more than once,
// and what one does the other does not see.
func TestSnapshot(t *testing.T) {
	data := saved(t, orders)
	for range 2 {
		m, err := vm.Restore(snapshotConfig(), data)
		if err != nil {
			t.Fatal(err)
		}
		run(t, m, `
assert total(1) == 192, 'generators and closures go on'
assert seen[Order(7)] == 7 and 'a' in texts and 'c' not in texts
assert me['me'] is me and list(waiting) == [1, 2]
seen.clear()
class Late(Order): pass
assert Late(3) == Order(3)
`)
		again, err := m.Snapshot()
		if err != nil || len(again) == 0 {
			t.Fatalf("a snapshot of what was restored: %v", err)
		}
		m.Close()
	}
}

func TestSnapshotRefuses(t *testing.T) {
	m, err := vm.New(vm.Config{Modules: all.Modules()})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	if err := m.Set("price", func(n int) int { return 2 * n }); err != nil {
		t.Fatal(err)
	}
	var inside error
	if err := m.Set("save", func() { _, inside = m.Snapshot() }); err != nil {
		t.Fatal(err)
	}
	run(t, m, "assert price(4) == 8\nsave()")
	if inside == nil || !strings.Contains(inside.Error(), "while a program runs") {
		t.Errorf("in the middle of a program: %v", inside)
	}
	if _, err := m.Snapshot(); err != nil {
		t.Errorf("functions with names: %v", err)
	}
	if err := m.Set("thing", struct{ A chan int }{make(chan int)}); err != nil {
		t.Fatal(err)
	}
	if _, err := m.Snapshot(); err == nil || !strings.Contains(err.Error(), "Go value") {
		t.Errorf("a Go value: %v", err)
	}
	run(t, m, "del thing\nimport threading\nlock = threading.Lock()\nlock.acquire()\nth = threading.Thread(target=lock.acquire, daemon=True)\nth.start()")
	if _, err := m.Snapshot(); err == nil || !strings.Contains(err.Error(), "1 running thread") {
		t.Errorf("a thread: %v", err)
	}
}

// TestSnapshotFunctions: the host's functions are found again by their names.
func TestSnapshotFunctions(t *testing.T) {
	m, err := vm.New(snapshotConfig())
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Set("price", func(n int) int { return 2 * n }); err != nil {
		t.Fatal(err)
	}
	run(t, m, "kept = [price]")
	data, err := m.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	m.Close()
	if m, err = vm.Restore(snapshotConfig(), data); err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	if err := m.Run(context.Background(), "rule.py", "kept[0](4)"); err == nil || !strings.Contains(err.Error(), "price()") {
		t.Errorf("before it is given: %v", err)
	}
	if err := m.Set("price", func(n int) int { return 3 * n }); err != nil {
		t.Fatal(err)
	}
	run(t, m, "assert kept[0](4) == 12")
}

// TestRestoreBadBytes: whatever was done to the bytes, an error is all that comes of it.
func TestRestoreBadBytes(t *testing.T) {
	data := saved(t, orders)
	other := snapshotConfig()
	other.Modules = other.Modules[1:]
	if _, err := vm.Restore(other, data); !errors.Is(err, vm.ErrSnapshot) {
		t.Errorf("other modules: %v", err)
	}
	r := rand.New(rand.NewSource(1))
	for range 60 {
		bad := bytes.Clone(data)
		if r.Intn(2) == 0 {
			bad = bad[:r.Intn(len(bad))]
		} else {
			bad[r.Intn(len(bad))] ^= byte(1 + r.Intn(255))
		}
		if _, err := vm.Restore(snapshotConfig(), bad); !errors.Is(err, vm.ErrSnapshot) {
			t.Fatalf("changed bytes give %v", err)
		}
	}
}

const smallState = "x = 1 + 2\ndef f(n): return n + x\n"

func BenchmarkSnapshot(b *testing.B) {
	m, err := vm.New(snapshotConfig())
	if err != nil {
		b.Fatal(err)
	}
	run(b, m, smallState)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := m.Snapshot(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRestore(b *testing.B) {
	data := saved(b, smallState)
	b.ReportAllocs()
	b.ReportMetric(float64(len(data)), "bytes")
	for b.Loop() {
		m, err := vm.Restore(snapshotConfig(), data)
		if err != nil {
			b.Fatal(err)
		}
		m.Close()
	}
}
