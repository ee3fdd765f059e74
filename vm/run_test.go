package vm_test

import (
	"bytes"
	"context"
	"errors"
	"testing"
	"time"

	"github.com/minipy/minipy/stdlib/all"
	"github.com/minipy/minipy/vm"
)

func newMachine(t testing.TB, cfg vm.Config) *vm.Machine {
	t.Helper()
	m, err := vm.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(m.Close)
	return m
}

func TestRun(t *testing.T) {
	for name, cfg := range map[string]vm.Config{"bare": {}, "all": {Modules: all.Modules()}} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			cfg.Stdout = &out
			m := newMachine(t, cfg)
			ctx := context.Background()
			if err := m.Run(ctx, "rule.py", "total = 20\nprint('total', total, sep='=')"); err != nil {
				t.Fatal(err)
			}
			if out.String() != "total=20\n" {
				t.Errorf("output %q", out.String())
			}
			v, err := m.Eval(ctx, "total * 2")
			if err != nil || v.Raw().AsInt64() != 40 {
				t.Errorf("%v, %v", v, err)
			}
			var se *vm.SyntaxError
			if err := m.Run(ctx, "rule.py", "x = = 1"); !errors.As(err, &se) || se.Line != 1 || se.File != "rule.py" {
				t.Errorf("%v", err)
			}
			var ex *vm.Exception
			err = m.Run(ctx, "rule.py", "def f():\n    {}['k']\ntry:\n    f()\nexcept KeyError as e:\n    raise ValueError('bad') from e")
			if !errors.As(err, &ex) || ex.Type != "ValueError" || ex.Message != "bad" || ex.Cause == nil || ex.Cause.Type != "KeyError" {
				t.Fatalf("%v", err)
			}
			if tb := ex.Cause.Traceback; len(tb) != 2 || tb[1] != (vm.Frame{File: "rule.py", Line: 2, Func: "f"}) || !ex.Cause.IsA("LookupError") {
				t.Errorf("%v", tb)
			}
		})
	}
}

// TestProgram: machines in several goroutines share a compiled program.
func TestProgram(t *testing.T) {
	p, err := vm.Compile("p.py", "def f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\nr = f(12)")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error)
	for range 4 {
		go func() {
			m, err := vm.New(vm.Config{})
			if err == nil {
				defer m.Close()
				err = m.RunProgram(context.Background(), p)
			}
			done <- err
		}()
	}
	for range 4 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}

// catchAll wraps a program in all that could stop an exception.
const catchAll = `
def work():
    while True:
        try:
            try:
                while True: pass
            except: pass
            finally:
                while True: pass
        except BaseException: continue
class Cm:
    def __enter__(self): return self
    def __exit__(self, *a): return True
while True:
    with Cm():
        work()
`

func TestCancel(t *testing.T) {
	m := newMachine(t, vm.Config{})
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	err := m.Run(ctx, "loop.py", catchAll)
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Fatal(err)
	}
	if v, err := m.Eval(context.Background(), "1 + 1"); err != nil || v.Raw().AsInt64() != 2 {
		t.Fatal(err)
	}
}

func TestSteps(t *testing.T) {
	m := newMachine(t, vm.Config{Limits: vm.Limits{Steps: 12345}})
	var limit *vm.LimitError
	for range 3 {
		if err := m.Run(context.Background(), "loop.py", catchAll); !errors.As(err, &limit) || limit.Limit != vm.LimitSteps {
			t.Fatal(err)
		}
		if _, err := m.Eval(context.Background(), "1"); !errors.As(err, &limit) {
			t.Fatal(err)
		}
		if err := m.Reset(); err != nil {
			t.Fatal(err)
		}
		if v, err := m.Eval(context.Background(), "1 + 1"); err != nil || v.Raw().AsInt64() != 2 {
			t.Fatal(err)
		}
	}
}
