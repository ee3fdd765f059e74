package vm

import (
	"context"
	"testing"

	goruntime "runtime"

	"github.com/minipy/minipy/runtime"
)

const smallProgram = "x = 1 + 2"

// newAndRun takes a machine from nothing to the end of its first statement.
func newAndRun(t testing.TB) *Machine {
	m, err := New(Config{})
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Run(context.Background(), "rule.py", smallProgram); err != nil {
		t.Fatal(err)
	}
	return m
}

func BenchmarkNewVM(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		newAndRun(b).Close()
	}
}

// BenchmarkNewVMCompiled is BenchmarkNewVM for a program that is compiled once.
func BenchmarkNewVMCompiled(b *testing.B) {
	p, err := Compile("rule.py", smallProgram)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		m, err := New(Config{})
		if err != nil {
			b.Fatal(err)
		}
		if err := m.RunProgram(context.Background(), p); err != nil {
			b.Fatal(err)
		}
		m.Close()
	}
}

// BenchmarkMachinesParallel runs one machine a processor: with -cpu 1,2,4,8
// the time of an operation goes down with the processors there are.
func BenchmarkMachinesParallel(b *testing.B) {
	b.RunParallel(func(pb *testing.PB) {
		m, err := New(Config{})
		if err != nil {
			b.Error(err)
			return
		}
		defer m.Close()
		p, err := Compile("rule.py", "s = 0\nfor i in range(10000):\n    s += i * i % 7\n")
		if err != nil {
			b.Error(err)
			return
		}
		for pb.Next() {
			if err := m.RunProgram(context.Background(), p); err != nil {
				b.Error(err)
				return
			}
		}
	})
}

// TestNewMachineIsSmall bounds what a machine takes: while it is made and runs
// its first statement, and while it then lives on.
func TestNewMachineIsSmall(t *testing.T) {
	const most, mostAlive = 16 << 10, 40 << 10
	newAndRun(t).Close() // what is made once a process
	n := 10000
	if testing.Short() {
		n = 1000
	}
	live := make([]*Machine, n)
	goroutines := goruntime.NumGoroutine()
	var before, after goruntime.MemStats
	goruntime.GC()
	goruntime.ReadMemStats(&before)
	for i := range live {
		live[i] = newAndRun(t)
	}
	goruntime.ReadMemStats(&after)
	made := (after.TotalAlloc - before.TotalAlloc) / uint64(n)
	goruntime.GC()
	goruntime.ReadMemStats(&after)
	alive := (int64(after.HeapInuse+after.StackInuse) - int64(before.HeapInuse+before.StackInuse)) / int64(n)
	t.Logf("%d bytes allocated for a machine, %d while it lives", made, alive)
	if made > most || alive > mostAlive {
		t.Errorf("a machine takes %d bytes, %d while it lives; it may take %d and %d", made, alive, most, mostAlive)
	}
	if g := goruntime.NumGoroutine() - goroutines; g > 0 { // those of tests before may end meanwhile
		t.Errorf("%d goroutines for %d idle machines", g, n)
	}
	for _, m := range live {
		m.Close()
	}
}

// TestMachinesAreApart has one machine change all that it begins with in common
// with others, and looks at it from others, made before and after.
func TestMachinesAreApart(t *testing.T) {
	const change = `
import sys, builtins
builtins.len = 1
del builtins.max
builtins.min, builtins.added = builtins.min, 2
builtins.__spec__.name = 'other'
__builtins__.__doc__ = 'mine'
sys.maxsize = 3
del sys.version
sys.implementation.name = 'other'
sys.flags_added = 4
sys.meta_path.clear()
sys.path_hooks.append(5)
exec("abs = 6; round = 7", vars(builtins))
`
	const look = `
def look():
    import sys, builtins
    return [len('abc'), max(1, 2), hasattr(builtins, 'added'), builtins.__spec__.name, __builtins__.__doc__ == 'mine',
        sys.maxsize == 3, sys.version[:4], sys.implementation.name, hasattr(sys, 'flags_added'), len(sys.meta_path), len(sys.path_hooks),
        abs(-1), round(1.2), list(vars(builtins))[:3], sys.__spec__.name, sys.argv]
found = look()
`
	want := "[3, 2, False, 'builtins', False, False, '3.11', 'minipy', False, 1, 1, 1, 1, ['__name__', '__doc__', '__package__'], 'sys', ['a']]"
	made := func() *Machine {
		m, err := New(Config{Args: []string{"a"}})
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	run := func(m *Machine, src string) {
		t.Helper()
		if err := m.RunSource([]byte(src), "<string>", false); err != nil {
			t.Fatal(err, runtime.ToException(err).Message())
		}
	}
	before, changed := made(), made()
	run(changed, change)
	for _, m := range []*Machine{before, made()} {
		run(m, look)
		v, _ := m.MainModule().Lookup("found")
		if got, err := runtime.ReprStr(m.Main(), v); err != nil || got != want {
			t.Errorf("%s, %v\nwant %s", got, err, want)
		}
	}
}

// TestLateModules looks at builtins and sys in the ways that do not go through
// an attribute which is there from the start.
func TestLateModules(t *testing.T) {
	for _, src := range []string{
		"assert '__spec__' in vars(__builtins__)",
		"assert __builtins__.__spec__.name == 'builtins'",
		"assert __builtins__.__dict__['__spec__'].origin == 'built-in'",
		"assert '__spec__' in dir(__builtins__)",
		"assert eval('__spec__', {}).name == 'builtins'",
		"ns = {}; exec('def f(): return __spec__', ns); assert ns['f']().name == 'builtins'",
		"def f(): pass\nassert '__spec__' in f.__builtins__",
		"del __builtins__.__spec__\ntry:\n    __builtins__.__spec__\nexcept AttributeError: pass\nelse: assert 0",
		"__builtins__.__spec__ = 1\nassert __builtins__.__spec__ == 1",
		"assert repr(__builtins__) == \"<module 'builtins' (built-in)>\", repr(__builtins__)",
		"import sys; assert 'path' in dir(sys)",
		"import sys; assert 'path' in vars(sys)",
		"import sys; sys.x = 1; assert list(vars(sys))[0] == '__name__'",
		"from sys import *; assert maxsize > 1",
		"from sys import path; assert path",
		"import sys; assert repr(sys) == \"<module 'sys' (built-in)>\"",
		"import sys; del sys.path; assert not hasattr(sys, 'path')",
		"import sys; sys.__annotations__; assert sys.path",
		"import sys; assert sys.modules['sys'] is sys and list(sys.modules) == ['sys', 'builtins', '__main__'], list(sys.modules)",
	} {
		m, err := New(Config{})
		if err != nil {
			t.Fatal(err)
		}
		if err := m.RunSource([]byte(src), "<string>", false); err != nil {
			t.Errorf("%s: %v", src, runtime.ToException(err).Message())
		}
	}
}
