package vm_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	goruntime "runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/minipy/minipy/stdlib"
	"github.com/minipy/minipy/vm"
)

// A hostile script and how it may end: with a limit's name, "time" (its
// context), the class of an exception, or "ok".
type hostile struct {
	name string
	ends []string
	src  string
}

func hostileScripts(t testing.TB) (list []hostile) {
	files, err := filepath.Glob("testdata/hostile/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no hostile scripts", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range strings.Split("\n"+string(text), "\n=== ")[1:] {
			head, src, _ := strings.Cut(part, "\n")
			name, ends, _ := strings.Cut(head, ": ")
			area := strings.TrimSuffix(filepath.Base(file), ".txt")
			list = append(list, hostile{area + "/" + name, strings.Split(ends, "|"), src})
		}
	}
	return list
}

var hostileLimits = vm.Limits{Steps: 5_000_000, Memory: 32 << 20, Depth: 5000, Output: 20_000, Threads: 20}

// ending names how a call has ended.
func ending(err error) string {
	var limit *vm.LimitError
	var x *vm.Exception
	var se *vm.SyntaxError
	switch {
	case err == nil:
		return "ok"
	case errors.As(err, &limit):
		return limit.Limit
	case errors.Is(err, context.DeadlineExceeded):
		return "time"
	case errors.As(err, &se):
		return se.Kind
	case errors.As(err, &x):
		return x.Type
	}
	return err.Error()
}

// TestHostile: each script ends within its limits, as it should, and the
// machine answers the next call.
func TestHostile(t *testing.T) {
	for _, h := range hostileScripts(t) {
		t.Run(h.name, func(t *testing.T) {
			patience := 10 * time.Minute // the race detector makes the limit of steps far
			if slices.Contains(h.ends, "time") {
				patience = 100 * time.Millisecond
			}
			// Others compute on this machine as well: once in time is enough.
			for try := 1; ; try++ {
				took := h.run(t, patience)
				if took <= patience+50*time.Millisecond {
					break
				}
				t.Logf("took %v", took)
				if took <= patience+2*time.Second {
					break
				} else if try == 3 {
					t.Error("took too long")
					break
				}
			}
		})
	}
}

// run runs the script in a machine of its own and gives how long that took, by
// the clock or the processor, whichever is less.
func (h *hostile) run(t *testing.T, patience time.Duration) time.Duration {
	m := newMachine(t, vm.Config{Modules: stdlib.Safe(), Limits: hostileLimits})
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	begin, computed := time.Now(), cpuTime()
	err := m.Run(ctx, "hostile.py", h.src)
	took := min(time.Since(begin), cpuTime()-computed)
	if end := ending(err); !slices.Contains(h.ends, end) {
		t.Errorf("ended with %s (%v) after %v, wanted %v", end, err, took, h.ends)
	}
	answersAgain(t, m)
	return took
}

// TestHostileLeaves: machines that hostile scripts have run in leave neither
// goroutines nor memory behind once they are closed.
func TestHostileLeaves(t *testing.T) {
	before := goruntime.NumGoroutine()
	for _, h := range hostileScripts(t) {
		if !strings.HasPrefix(h.name, "floods/") {
			continue
		}
		m, err := vm.New(vm.Config{Modules: stdlib.Safe(), Limits: hostileLimits})
		if err != nil {
			t.Fatal(err)
		}
		_ = m.Run(context.Background(), "hostile.py", h.src)
		m.Close()
	}
	awaitGoroutines(t, before)
	left := func() uint64 {
		goruntime.GC()
		var ms goruntime.MemStats
		goruntime.ReadMemStats(&ms)
		return ms.HeapAlloc
	}
	if !eventually(func() bool { return left() <= 128<<20 }) {
		t.Errorf("%d bytes are left", left())
	}
}
