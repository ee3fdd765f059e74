package vm_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/minipy/minipy/stdlib"
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

func wantLimit(t *testing.T, m *vm.Machine, which, src string) {
	t.Helper()
	var limit *vm.LimitError
	if err := m.Run(context.Background(), "bomb.py", src); !errors.As(err, &limit) || limit.Limit != which {
		t.Fatalf("%s: %v", which, err)
	}
	answersAgain(t, m)
}

// answersAgain resets a machine and has it answer. What a script has left
// behind, much memory or threads, may reach a limit once more before it does.
func answersAgain(t *testing.T, m *vm.Machine) {
	t.Helper()
	for try := 1; ; try++ {
		if err := m.Reset(); err != nil {
			t.Fatal(err)
		}
		v, err := m.Eval(context.Background(), "(lambda: 1 + 1)()")
		var limit *vm.LimitError
		if err == nil && v.Raw().AsInt64() == 2 {
			return
		} else if !errors.As(err, &limit) || try == 20 {
			t.Fatalf("afterwards: %v", err)
		}
	}
}

func TestLimits(t *testing.T) {
	var out bytes.Buffer
	m := newMachine(t, vm.Config{Modules: stdlib.Safe(), Stdout: &out, Limits: vm.Limits{Depth: 500, Output: 1000, Threads: 5}})
	wantLimit(t, m, vm.LimitDepth, "def f():\n    try: f()\n    except BaseException: f()\nf()")
	wantLimit(t, m, vm.LimitOutput, "while True:\n    try: print('x' * 99)\n    except BaseException: pass")
	if out.Len() != 1000 {
		t.Errorf("%d bytes of output", out.Len())
	}
	wantLimit(t, m, vm.LimitThreads, "import _thread, time\nwhile True:\n    try: _thread.start_new_thread(time.sleep, (100,))\n    except BaseException: pass")
}

// TestCancelBlocked: a context ends what waits, sleeps, reads and writes. None
// of it would end by itself.
func TestCancelBlocked(t *testing.T) {
	r, w := io.Pipe()
	defer w.Close()
	_, w2 := io.Pipe()
	m := newMachine(t, vm.Config{Modules: stdlib.Safe(), Stdin: r, Stdout: w2})
	for _, src := range []string{"import time\nwhile True:\n    try: time.sleep(100)\n    except BaseException: pass",
		"import _thread\nl = _thread.allocate_lock()\nl.acquire()\nl.acquire()",
		"import threading\ndef f():\n    while True: pass\nt = threading.Thread(target=f)\nt.start()\nt.join()",
		"input()", "print('x' * 100000)", "import sys\nsys.stdin.read()"} {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
		err := m.Run(ctx, "block.py", src)
		cancel()
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: %v", src, err)
		}
		if v, err := m.Eval(context.Background(), "1 + 1"); err != nil || v.Raw().AsInt64() != 2 {
			t.Fatal(err)
		}
	}
}

func TestFS(t *testing.T) {
	fsys := fstest.MapFS{"lib/a/__init__.py": {Data: []byte("from . import b\nx = b.y")}, "lib/a/b.py": {Data: []byte("y = 7")}, "data.txt": {Data: []byte("hello\n")}}
	m := newMachine(t, vm.Config{Modules: stdlib.Safe(), FS: fsys, Path: []string{"lib"}})
	src := `
import a
assert a.x == 7 and a.__file__ == 'lib/a/__init__.py', a.__file__
with open('data.txt') as f: assert f.read() == 'hello\n'
with open('/data.txt', 'rb') as f: f.seek(1); assert f.read() == b'ello\n'
def denied(err, f, *args):
    try: f(*args)
    except err: return
    assert False, (f, args)
denied(OSError, open, 'new.txt', 'w')
denied(FileNotFoundError, open, '../../etc/passwd')
denied(OSError, open, 3)
denied(OSError, open, 2000000)
denied(ImportError, __import__, 'os')
denied(ImportError, __import__, 'socket')
`
	if err := m.Run(context.Background(), "fs.py", src); err != nil {
		t.Fatal(err)
	}
	m = newMachine(t, vm.Config{Modules: stdlib.Safe()})
	err := m.Run(context.Background(), "fs.py", "open('/etc/passwd')")
	if x, ok := err.(*vm.Exception); !ok || x.Type != "PermissionError" {
		t.Fatal(err)
	}
}

// TestSafeImports: each of the safe modules can be imported with the others alone.
func TestSafeImports(t *testing.T) {
	for _, s := range stdlib.Safe() {
		m := newMachine(t, vm.Config{Modules: stdlib.Safe()})
		if err := m.Run(context.Background(), "import.py", "import "+s.Name); err != nil {
			var x *vm.Exception
			errors.As(err, &x)
			t.Errorf("%s: %v\n%v", s.Name, err, x.Traceback)
		}
	}
}

func TestMemory(t *testing.T) {
	m := newMachine(t, vm.Config{Modules: stdlib.Safe(), Limits: vm.Limits{Memory: 16 << 20}})
	for _, src := range []string{
		"l = []\nwhile True:\n    try: l.append([])\n    except BaseException: pass",
		"d = {}\nn = 0\nwhile True:\n    d[n] = str(n)\n    n += 1",
		"s = 'x'\nwhile True: s += s",
		"l = [0]\nwhile True: l += l",
		"x = list(range(10**9))",
		"n = 2\nwhile True: n = n * n",
		"class A: pass\nl = None\nwhile True:\n    a = A()\n    a.next = l\n    l = a",
		"import itertools\nlist(itertools.product(range(10**6), repeat=10**6))",
	} {
		begin := time.Now()
		wantLimit(t, m, vm.LimitMemory, src)
		t.Log(time.Since(begin), src)
		// The host lets go of it: a script would be over the limit still, if somebody looks before it has done so.
		for _, name := range []string{"l", "d", "s", "x", "n", "A", "a"} {
			if err := m.Set(name, nil); err != nil {
				t.Fatal(err)
			}
		}
		if err := m.Run(context.Background(), "afterwards.py", "for i in range(1000): l = [i]"); err != nil {
			t.Fatal(err)
		}
	}
	// much garbage, little kept
	begin := time.Now()
	if err := m.Run(context.Background(), "garbage.py", "l = [str(i) for i in range(10000)]\nfor i in range(300000): [i, str(i) * 20]"); err != nil {
		t.Fatal(err)
	}
	t.Log(time.Since(begin))
}

// TestHostsFilesStayUnseen: names of files in scripts mean those of Config.FS, whatever
// there is on the host's disk; the source that Compile is given is at hand anyway.
func TestHostsFilesStayUnseen(t *testing.T) {
	name := filepath.Join(t.TempDir(), "secret.py")
	if err := os.WriteFile(name, []byte("x = 'secret'\n\n1/0\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	const look = `
def text(source):
    try: compile(source, name, 'exec')
    except SyntaxError as e: return e.text
def lines():
    import io, traceback, linecache
    try: exec(compile('\n\n1/0', name, 'exec'))
    except ZeroDivisionError: return traceback.format_exc(), linecache.getlines(name)
`
	for _, fsys := range []fs.FS{nil, fstest.MapFS{}} {
		m := newMachine(t, vm.Config{Modules: stdlib.Safe(), FS: fsys})
		if err := m.Set("name", name); err != nil {
			t.Fatal(err)
		}
		run(t, m, look+`
assert text('x = = 1\n') == 'x = = 1\n', 'of the source'
assert text('x = 1\nreturn') is None and text('def f(a, a): pass') is None, 'of the file'
seen = lines()
assert seen[1] == [] and 'secret' not in seen[0].replace(name, ''), seen
`)
		err := m.Run(context.Background(), name, "\n\nraise ValueError\n")
		var x *vm.Exception
		if !errors.As(err, &x) || strings.Contains(strings.ReplaceAll(x.Error(), name, ""), "1/0") {
			t.Errorf("a traceback shows the host's file: %v", err)
		}
	}
	m := newMachine(t, vm.Config{Modules: stdlib.Safe(), FS: fstest.MapFS{strings.TrimPrefix(name, "/"): {Data: []byte("of the FS\n\n3/0\n")}}})
	if err := m.Set("name", name); err != nil {
		t.Fatal(err)
	}
	run(t, m, look+`
assert text('x = 1\nreturn') == 'return', 'there is such a file'
`)
	var se *vm.SyntaxError
	if _, err := vm.Compile(name+"x", "x = 1\nreturn"); !errors.As(err, &se) || se.Text != "return" {
		t.Errorf("Compile: %v", err)
	}
}
