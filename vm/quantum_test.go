package vm_test

import (
	"testing"

	"github.com/minipy/minipy/vm"
)

// programs that take every kind of turn: loops, calls, generators, natives
// that call back, exceptions, long straight lines.
var accounted = map[string]string{
	"loop": "i = 0\nwhile i < 5000:\n    i += 1\n",
	"calls": `
def f(n):
    return n if n < 2 else f(n - 1) + f(n - 2)
f(15)
`,
	"generators": `
def g(n):
    for i in range(n):
        yield i
def h(n):
    yield from g(n)
t = 0
for x in h(500):
    t += x
s = sum(x * x for x in g(300))
`,
	"callbacks": `
class A:
    def __init__(self, v):
        self.v = v
    def __lt__(self, other):
        return self.v < other.v
    @property
    def p(self):
        return self.v
l = sorted([A(i * 7 % 50) for i in range(50)])
k = sorted(range(100), key=lambda x: -x)
m = max(l).p + min(l).p
`,
	"exceptions": `
def f(i):
    if i % 3 == 0:
        raise ValueError(i)
    return i
n = 0
for i in range(300):
    try:
        n += f(i)
    except ValueError:
        n -= 1
    finally:
        n += 2
`,
	"straight": "x = 1\n" + repeat("x = x + 1\n", 700),
}

func repeat(s string, n int) string {
	out := ""
	for range n {
		out += s
	}
	return out
}

func offers(t *testing.T, src string, interval int) int64 {
	t.Helper()
	m, err := vm.New(vm.Config{Interval: interval})
	if err != nil {
		t.Fatal(err)
	}
	if err := m.RunSource([]byte(src), "<test>", false); err != nil {
		t.Fatal(err)
	}
	return m.Offers()
}

// TestOffersAreExact: the GIL is offered after every interval instructions, no
// more and no less, whatever the instructions are. With an interval of 1 the
// offers count the instructions.
func TestOffersAreExact(t *testing.T) {
	for name, src := range accounted {
		steps := offers(t, src, 1)
		if steps < 300 {
			t.Fatalf("%s: only %d instructions", name, steps)
		}
		for _, interval := range []int{2, 7, 100, 1000} {
			if got, want := offers(t, src, interval), steps/int64(interval); got != want {
				t.Errorf("%s: %d offers at an interval of %d, want %d of %d instructions", name, got, interval, want, steps)
			}
		}
	}
}

// FuzzRun compiles and runs any text with a step limit: a Python exception at
// worst, never a crash of the host.
func FuzzRun(f *testing.F) {
	for _, src := range accounted {
		f.Add(src)
	}
	for _, src := range []string{"while True: pass", "def f(): f()\nf()", "[1, 2][5]", "x = [1] * 100\nx[::2] = range(50)", "class A(A): pass",
		"try:\n  raise\nexcept* ValueError: pass", "lambda: (yield)", "del x", "{**1}", "print(*1)", "match 1:\n case {'a': _}: pass"} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		m, err := vm.New(vm.Config{Limits: vm.Limits{Steps: 20000}})
		if err != nil {
			t.Fatal(err)
		}
		_ = m.RunSource([]byte(src), "<fuzz>", false)
	})
}
