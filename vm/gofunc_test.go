package vm_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"github.com/minipy/minipy/vm"
)

var bg = context.Background()

// run runs src and fails the test where that fails.
func run(t testing.TB, m *vm.Machine, src string) {
	t.Helper()
	if err := m.Run(bg, "test.py", src); err != nil {
		var e *vm.Exception
		if errors.As(err, &e) {
			t.Fatal(e.Format())
		}
		t.Fatal(err)
	}
}

// evalText is str() of what an expression gives, or the exception that it ends in.
func evalText(m *vm.Machine, expr string) string {
	v, err := m.Eval(bg, expr)
	if err != nil {
		return err.Error()
	}
	return v.Repr()
}

func set(t testing.TB, m *vm.Machine, name string, x any) {
	t.Helper()
	if err := m.Set(name, x); err != nil {
		t.Fatal(err)
	}
}

var errNoStock = errors.New("no stock")

// TestFunctions calls Go functions of every sort from a script.
func TestFunctions(t *testing.T) {
	m := newMachine(t, vm.Config{})
	for name, fn := range map[string]any{
		"add":   func(a, b int) int { return a + b },
		"half":  func(x float64) float64 { return x / 2 },
		"upper": strings.ToUpper,
		"isup":  func(s string) bool { return strings.ToUpper(s) == s },
		"order": func(sku string, n int) error { return fmt.Errorf("order %s: %w", sku, errNoStock) },
		"total": func(prices ...float64) (sum float64) {
			for _, p := range prices {
				sum += p
			}
			return
		},
		"pair":    func() (int, string) { return 1, "one" },
		"nothing": func() {},
		"tiny":    func(n int8) int8 { return n },
		"uns":     func(n uint) uint { return n },
		"opts":    func(name string, kw vm.Kw) string { return fmt.Sprint(name, " ", map[string]any(kw)) },
		"join":    func(list []string, sep string) string { return strings.Join(list, sep) },
		"count":   func(m map[string]int) int { return len(m) },
		"crash":   func() { var p *int; *p = 1 },
		"boom":    func(s string) string { panic("boom " + s) },
		"each": func(n int, f func(int) int) (sum int) {
			for i := range n {
				sum += f(i)
			}
			return
		},
		"raw":   func(v vm.Value) string { return v.Type() },
		"ctx":   func(ctx context.Context, m *vm.Machine, n int) bool { return ctx != nil && m != nil && n == 3 },
		"bytes": func(b []byte) []byte { return append(b, '!') },
		"many":  func(a int, b string, c float64, d bool) string { return fmt.Sprint(a, b, c, d) },
	} {
		set(t, m, name, fn)
	}
	for _, c := range []struct{ expr, want string }{
		{"add(2, 3)", "5"},
		{"add(True, 3)", "4"},
		{"add(2**62, 2**62)", "-9223372036854775808"},
		{"half(3)", "1.5"},
		{"upper('abc')", "'ABC'"},
		{"isup('ABC'), isup('abc')", "(True, False)"},
		{"total()", "0.0"},
		{"total(1, 2.5)", "3.5"},
		{"pair()", "(1, 'one')"},
		{"nothing()", "None"},
		{"tiny(-128)", "-128"},
		{"opts('x', b=2, a=[1])", "'x map[a:[1] b:2]'"},
		{"join(['a', 'b'], '-')", "'a-b'"},
		{"join(('a', 'b'), '-')", "'a-b'"},
		{"count({'a': 1, 'b': 2})", "2"},
		{"each(4, lambda i: i * 10)", "60"},
		{"raw([])", "'list'"},
		{"ctx(3)", "True"},
		{"bytes(b'ab'), bytes(bytearray(b'c'))", "(b'ab!', b'c!')"},
		{"many(1, 'x', 2, True)", "'1x2 true'"},
		{"add", "<built-in function add>"},
		{"add.__name__", "'add'"},

		{"add(1)", "TypeError: add expected 2 arguments, got 1"},
		{"add(1, 2, 3)", "TypeError: add expected 2 arguments, got 3"},
		{"add(1, b=2)", "TypeError: add() takes no keyword arguments"},
		{"add('a', 2)", "TypeError: 'str' object cannot be interpreted as an integer"},
		{"add(1, 2.0)", "TypeError: 'float' object cannot be interpreted as an integer"},
		{"add(2**70, 1)", "OverflowError: Python int too large to convert to Go int"},
		{"half('x')", "TypeError: must be real number, not str"},
		{"upper(3)", "TypeError: upper() argument 1 must be str, not int"},
		{"upper(None)", "TypeError: upper() argument 1 must be str, not None"},
		{"upper('\\ud800')", "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"},
		{"tiny(128)", "OverflowError: Python int too large to convert to Go int8"},
		{"uns(-1)", "OverflowError: can't convert negative int to unsigned"},
		{"join(['a', 1], '-')", "TypeError: join() argument 1: [1] must be str, not int"},
		{"join('ab', '-')", "TypeError: join() argument 1 must be list, not str"},
		{"count({'a': 'x'})", "TypeError: count() argument 1: ['a']: 'str' object cannot be interpreted as an integer"},
		{"count({1: 1})", "TypeError: count() argument 1: key 1 must be str, not int"},
		{"count([1])", "TypeError: count() argument 1 must be dict, not list"},
		{"many(1, 'x', 2, 1)", "TypeError: many() argument 4 must be bool, not int"},
		{"opts()", "TypeError: opts expected 1 argument, got 0"},
		{"total('x')", "TypeError: must be real number, not str"},
		{"each(1, 3)", "TypeError: each() argument 2 must be callable, not int"},
		{"each(1, lambda i: 'x')", "TypeError: 'str' object cannot be interpreted as an integer"},
		{"each(1, lambda i: 1 // 0)", "ZeroDivisionError: integer division or modulo by zero"},
		{"order('a', 1)", "RuntimeError: order a: no stock"},
		{"boom('x')", "RuntimeError: panic in a Go function: boom x"},
		{"crash()", "RuntimeError: panic in a Go function: runtime error: invalid memory address or nil pointer dereference"},
	} {
		if got := evalText(m, c.expr); got != c.want {
			t.Errorf("%s: %s, want %s", c.expr, got, c.want)
		}
	}
}

// TestErrorsThrough: Go errors of host functions are found again outside, and
// exceptions of the script's that host functions pass on are the same ones.
func TestErrorsThrough(t *testing.T) {
	m := newMachine(t, vm.Config{})
	set(t, m, "order", func(n int) error { return &stockError{n} })
	set(t, m, "crash", func() { panic(errNoStock) })
	set(t, m, "pass_on", func(f func() error) error { return f() })
	set(t, m, "no_result", func(f func() int) int { return f() })
	set(t, m, "wrapped", func(f func() error) error { return fmt.Errorf("in Go: %w", f()) })

	err := m.Run(bg, "a.py", "try:\n    order(3)\nexcept RuntimeError as e:\n    raise ValueError('cannot order') from e")
	var stock *stockError
	if !errors.As(err, &stock) || stock.left != 3 {
		t.Errorf("%v: the Go error is lost", err)
	}
	var ex *vm.Exception
	if !errors.As(err, &ex) || ex.Type != "ValueError" {
		t.Errorf("%v is no ValueError", err)
	}
	err = m.Run(bg, "a.py", "crash()")
	var p *vm.PanicError
	if !errors.As(err, &p) || !errors.Is(err, errNoStock) || len(p.Stack) == 0 {
		t.Errorf("%v: the panic is lost", err)
	}
	run(t, m, `
class Mine(Exception): pass
mine = Mine('x')
def f(): raise mine
for g in pass_on, no_result:
    try: g(f)
    except Mine as e: assert e is mine
    else: assert False
try: wrapped(f)
except Exception as e: assert e is mine, e
`)
}

type stockError struct{ left int }

func (e *stockError) Error() string { return fmt.Sprint("only ", e.left, " left") }

// TestErrorClasses: which exception an error of a host function becomes.
func TestErrorClasses(t *testing.T) {
	m := newMachine(t, vm.Config{})
	for _, c := range []struct {
		err  error
		want string
	}{
		{errNoStock, "RuntimeError: no stock"},
		{&vm.Exception{Type: "ValueError", Message: "bad"}, "ValueError: bad"},
		{fmt.Errorf("in Go: %w", &vm.Exception{Type: "KeyError", Message: "k"}), "KeyError: 'k'"},
		{&vm.Exception{Type: "Nonsense", Message: "bad"}, "RuntimeError: Nonsense: bad"},
		{&fs.PathError{Op: "open", Path: "/nosuch", Err: syscall.ENOENT}, "FileNotFoundError: [Errno 2] No such file or directory: '/nosuch'"},
		{fs.ErrPermission, "PermissionError: permission denied"},
		{io.EOF, "EOFError: EOF"},
		{context.DeadlineExceeded, "TimeoutError: context deadline exceeded"},
	} {
		set(t, m, "f", func() error { return c.err })
		if err := m.Run(bg, "a.py", "f()"); err == nil || err.Error() != c.want || !errors.Is(err, c.err) {
			t.Errorf("%v: %v, want %s", c.err, err, c.want)
		}
	}
}

// TestFastShapes calls functions of the shapes that are called without reflection.
func TestFastShapes(t *testing.T) {
	m := newMachine(t, vm.Config{})
	failing := errNoStock
	for _, c := range []struct {
		fn         any
		args, want string
	}{
		{func() int { return 1 }, "", "1"},
		{func() float64 { return 1 }, "", "1.0"},
		{func() string { return "a" }, "", "'a'"},
		{func() bool { return true }, "", "True"},
		{func() error { return nil }, "", "None"},
		{func() error { return failing }, "", "RuntimeError: no stock"},
		{func() (int, error) { return 1, nil }, "", "1"},
		{func() (string, error) { return "", failing }, "", "RuntimeError: no stock"},
		{func(int) {}, "1", "None"},
		{func(s string) error { return failing }, "''", "RuntimeError: no stock"},
		{func(x float64) int { return int(x) }, "2.5", "2"},
		{func(b bool) bool { return !b }, "True", "False"},
		{func(b bool) bool { return !b }, "1", "TypeError: f() argument 1 must be bool, not int"},
		{func(v vm.Value) vm.Value { return v }, "[1]", "[1]"},
		{func(v vm.Value) (vm.Value, error) { return vm.Value{}, nil }, "1", "RuntimeError: vm: the zero Value is no object"},
		{func(s string) (int, error) { return len(s), nil }, "'abc'", "3"},
		{func(s string) (float64, error) { return 1.5, nil }, "''", "1.5"},
		{func(s string) (string, error) { return s + "\xff", nil }, "'é'", "'é\\udcff'"},
		{func(s string) (bool, error) { return true, failing }, "''", "RuntimeError: no stock"},
		{func(a, b string) bool { return a < b }, "'a', 'b'", "True"},
		{func(a, b float64) float64 { return a * b }, "2, 0.5", "1.0"},
		{func(a string, n int) string { return strings.Repeat(a, n) }, "'ab', 2", "'abab'"},
		{func(a string, n int) string { return strings.Repeat(a, n) }, "'ab', 'c'", "TypeError: 'str' object cannot be interpreted as an integer"},
		{func(a string, n int) string { return strings.Repeat(a, n) }, "'ab', -1", "RuntimeError: panic in a Go function: strings: negative Repeat count"},
		{func(n int, s string) (string, error) { return s, nil }, "1, 's'", "'s'"},
		{func(a, b vm.Value) (vm.Value, error) { return b, nil }, "1, None", "None"},
		{func(a, b int) error { return nil }, "1, 2", "None"},
		{func(a, b int) { panic(errNoStock) }, "1, 2", "RuntimeError: panic in a Go function: no stock"},
		{func(a string, v vm.Value) (int, error) { n, err := v.Len(); return n, err }, "'', [1, 2]", "2"},
		{func(a string, v vm.Value) (int, error) { n, err := v.Len(); return n, err }, "'', 3", "TypeError: object of type 'int' has no len()"},
	} {
		set(t, m, "f", c.fn)
		if got := evalText(m, "f("+c.args+")"); got != c.want {
			t.Errorf("%T(%s): %s, want %s", c.fn, c.args, got, c.want)
		}
	}
}
