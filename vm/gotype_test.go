package vm_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib"
	"github.com/minipy/minipy/vm"
)

type base struct {
	ID      int `py:"id"`
	Created time.Time
}

func (b *base) Touch() { b.ID++ }

type line struct {
	SKU   string  `py:"sku"`
	Qty   int     `py:"qty"`
	Price float64 `py:"price,omitempty"`
}

func (l line) Total() float64 { return float64(l.Qty) * l.Price }

type order struct {
	base
	Customer *customer `py:"customer"`
	Lines    []line    `py:"lines"`
	Tags     map[string]string
	Note     string `py:"-"`
	First    line
	Opt      *int
	secret   string
}

func (o *order) Total() (sum float64) {
	for _, l := range o.Lines {
		sum += l.Total()
	}
	return sum
}

func (o *order) Add(l line)     { o.Lines = append(o.Lines, l) }
func (o *order) String() string { return fmt.Sprintf("order %d", o.ID) }
func (o *order) Len() int       { return len(o.Lines) }
func (o *order) At(i int) (line, bool) {
	if i < 0 || i >= len(o.Lines) {
		return line{}, false
	}
	return o.Lines[i], true
}
func (o *order) All() iter.Seq[line] {
	return func(yield func(line) bool) {
		for _, l := range o.Lines {
			if !yield(l) {
				return
			}
		}
	}
}
func (o *order) Close() error { o.Note = "closed"; return nil }

type customer struct{ Name string }

// version is ordered, and equal by value.
type version struct{ Major, Minor int }

func (v version) Compare(w version) int {
	if v.Major != w.Major {
		return v.Major - w.Major
	}
	return v.Minor - w.Minor
}

type color int

func (c color) String() string { return []string{"red", "green"}[c] }

// TestTypes uses Go types as classes.
func TestTypes(t *testing.T) {
	m := newMachine(t, vm.Config{})
	o := &order{base: base{ID: 7}, Customer: &customer{"Ann"}, Lines: []line{{"a", 2, 1.5}, {"b", 1, 4}}, Tags: map[string]string{"k": "v"}, secret: "s"}
	set(t, m, "o", o)
	set(t, m, "Line", reflect.TypeFor[line]())
	set(t, m, "Version", reflect.TypeFor[version]())
	set(t, m, "Color", reflect.TypeFor[color]())
	set(t, m, "green", color(1))
	set(t, m, "Point", vm.Class{Type: reflect.TypeFor[point](), New: newPoint, Rename: vm.SnakeCase, Doc: "A point.",
		Methods: map[string]any{"__add__": func(p, q point) point { return point{p.PosX + q.PosX, p.PosY + q.PosY} }, "__getitem__": func(p *point, i int) int { return []int{p.PosX, p.PosY}[i] }}})
	var mu sync.Mutex
	set(t, m, "mu", &mu)
	for _, c := range []struct{ expr, want string }{
		{"o.id, o.customer.Name, len(o.lines), len(o)", "(7, 'Ann', 2, 2)"},
		{"o.Total(), o.lines[0].Total()", "(7.0, 3.0)"},
		{"o.Touch() or o.id", "8"},
		{"str(o)", "'order 8'"},
		{"o.lines", "[Line(sku='a', qty=2, price=1.5), Line(sku='b', qty=1, price=4.0)]"},
		{"[l.sku for l in o]", "['a', 'b']"},
		{"o[1].sku, o.Opt", "('b', None)"},
		{"o[2]", "IndexError: index out of range"},
		{"o.Note", "AttributeError: 'order' object has no attribute 'Note'"},
		{"o.secret", "AttributeError: 'order' object has no attribute 'secret'"},
		{"setattr(o, 'id', 'x')", "TypeError: 'str' object cannot be interpreted as an integer"},
		{"setattr(o, 'lines', ['x'])", "TypeError: attribute 'lines': [0] must be line, not str"},
		{"setattr(o, 'nosuch', 1)", "AttributeError: 'order' object has no attribute 'nosuch'"},
		{"setattr(o, 'lines', [{'sku': 'z', 'qty': 1}]) or o.lines[0].sku", "'z'"},
		{"o.lines.append(Line('y', qty=2)) or o.lines[-1]", "Line(sku='y', qty=2, price=0.0)"},
		{"setattr(o.lines[0], 'qty', 9) or o.lines[0].qty", "9"},
		{"setattr(o.First, 'sku', 'f') or o.First.sku", "'f'"},
		{"o.Tags['k'], dict(o.Tags), list(o.Tags.items())", "('v', {'k': 'v'}, [('k', 'v')])"},
		{"o.Tags.update(a='1') or o.Tags", "{'a': '1', 'k': 'v'}"},
		{"o.Tags['zz']", "KeyError: 'zz'"},
		{"o.Tags.__setitem__(1, 2)", "TypeError: item: key 1 must be str, not int"},
		{"'k' in o.Tags, 1 in o.Tags, o.Tags == {'a': '1', 'k': 'v'}", "(True, False, True)"},
		{"o.lines == [], o.lines[:1] == o.lines[:1], sorted(l.sku for l in o.lines)", "(False, True, ['y', 'z'])"},
		{"Line('q', 1).sku, Line(qty=3), Line()", "('q', Line(sku='', qty=3, price=0.0), Line(sku='', qty=0, price=0.0))"},
		{"Line(1)", "TypeError: attribute 'sku' must be str, not int"},
		{"Line(color=1)", "TypeError: 'color' is an invalid keyword argument for Line()"},
		{"Line(1, 2, 3, 4)", "TypeError: Line() takes at most 3 arguments (4 given)"},
		{"Line('a') == Line('a'), Line('a') != Line('b'), Line('a') == 1, len({Line('a'), Line('a')})", "(True, True, False, 1)"},
		{"o == o, o.customer == o.customer, hash(o.customer) == hash(o.customer)", "(True, True, True)"},
		{"o.Add(Line('w', 1, 1)) or o.Total()", "1.0"},
		{"o.Add({'sku': 'v', 'qty': 1, 'price': 2}) or o.Total()", "3.0"},
		{"o.Add(3)", "TypeError: Add() argument 1 must be line, not int"},
		{"o.Add()", "TypeError: order.Add() takes exactly one argument (0 given)"},
		{"Version(1, 2) < Version(1, 3), max(Version(2, 0), Version(1, 9)), Version(1, 2) == Version(1, 2)", "(True, Version(Major=2, Minor=0), True)"},
		{"Version(1, 2) < 3", "TypeError: '<' not supported between instances of 'Version' and 'int'"},
		{"green, str(green), green == Color(1), Color(5).__class__.__name__", "(Color(1), 'green', True, 'Color')"},
		{"Point(1, 2).pos_x, Point(1, 2) + Point(3, 4), Point(5, 6)[1], Point.__doc__", "(1, Point(pos_x=4, pos_y=6), 6, 'A point.')"},
		{"Point(-1, 0)", "RuntimeError: negative point"},
		{"Point(1)", "TypeError: Point expected 2 arguments, got 1"},
		{"sorted(n for n in dir(Point) if not n.startswith('_'))", "['move_by', 'pos_x', 'pos_y']"},
		{"[b.__name__ for b in Line.__mro__], Line.__module__, type(o).__module__", "(['Line', 'object', 'object'], '__main__', 'vm_test')"},
		{"isinstance(o.lines[0], Line), callable(o), type(o)", "(True, False, <class 'vm_test.order'>)"},
		{"type(o)()", "order(id=0, Created=time.Date(1, time.January, 1, 0, 0, 0, 0, time.UTC), customer=None, lines=[], Tags={}, First=Line(sku='', qty=0, price=0.0), Opt=None)"},
	} {
		if got := evalText(m, c.expr); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.expr, got, c.want)
		}
	}
	run(t, m, `
with o as x: assert x is o
class Big(Line):
    def __init__(self, sku):
        super().__init__(sku, 100, price=2)
        self.extra = [1]
    def Total(self):
        return super().Total() + 1
b = Big('q')
assert b.Total() == 201 and b.extra == [1] and b.sku == 'q' and isinstance(b, Line)
o.Add(b)
class Lazy(Line):
    def __init__(self): pass
try: Lazy().sku
except RuntimeError as e: assert 'has not called' in str(e), e
else: assert False
for bad in (lambda: type(o.lines)(), lambda: Line.sku.__get__(3)):
    try: bad()
    except TypeError as e: pass
    else: assert False
with mu: pass
`)
	if o.Note != "closed" || len(o.Lines) != 5 || o.Lines[4].Qty != 100 || o.Tags["a"] != "1" {
		t.Errorf("%+v", o)
	}
}

type point struct{ PosX, PosY int }

func newPoint(x, y int) (*point, error) {
	if x < 0 {
		return nil, errors.New("negative point")
	}
	return &point{x, y}, nil
}

func (p *point) MoveBy(x, y int) { p.PosX += x; p.PosY += y }

// TestSequences: channels and sequences of Go.
func TestSequences(t *testing.T) {
	m := newMachine(t, vm.Config{})
	ch := make(chan int)
	set(t, m, "ch", ch)
	set(t, m, "out", (<-chan int)(ch))
	set(t, m, "pairs", iter.Seq2[string, int](func(yield func(string, int) bool) { _ = yield("a", 1) && yield("b", 2) }))
	set(t, m, "forever", iter.Seq[int](func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
		}
	}))
	go func() {
		for i := range 3 {
			ch <- i
		}
	}()
	run(t, m, `
assert [ch.recv(), ch.recv(), ch.recv()] == [0, 1, 2]
assert list(pairs) == [('a', 1), ('b', 2)] and dict(pairs) == {'a': 1, 'b': 2}
it = iter(forever)
assert [next(it) for _ in range(5)] == [0, 1, 2, 3, 4]
for bad, want in ((lambda: out.send(1), 'cannot send to a <-chan int'), (lambda: ch.send('x'), "'str' object cannot be interpreted as an integer")):
    try: bad()
    except TypeError as e: assert str(e) == want, e
    else: assert False
`)
	got := make(chan int)
	go func() { got <- <-ch }()
	run(t, m, "ch.send(42)")
	if n := <-got; n != 42 {
		t.Errorf("received %d", n)
	}
	run(t, m, `
ch.close()
assert list(ch) == []
for bad, want in ((lambda: ch.send(1), ValueError), (ch.close, ValueError), (ch.recv, EOFError)):
    try: bad()
    except want: pass
    else: assert False
`)
}

// TestRoundTrip sends Go values to Python and back.
func TestRoundTrip(t *testing.T) {
	m := newMachine(t, vm.Config{})
	type nested struct {
		A []map[string]int
		P *nested
		X any
	}
	big := 1 << 40
	for _, x := range []any{true, 1, int8(-3), uint64(1) << 63, 1.5, float32(0.25), complex(1, 2), "héllo", "a\xffb", []byte{0, 255}, [3]int{1, 2, 3}, []string{}, []string{"a"},
		map[string][]int{"x": {1}, "y": nil}, map[int]bool{1: true}, map[string]struct{}{"a": {}}, &big, time.Second * 3 / 2, time.Date(2026, 1, 2, 3, 4, 5, 6, time.UTC),
		nested{A: []map[string]int{{"k": 1}}, P: &nested{X: "in"}, X: 3}, &nested{}, line{"a", 1, 2}, []line{{"b", 1, 2}}, [][]int{{1}, {2, 3}}, []any{1, "a", nil, 2.5, []any{true}, map[string]any{"k": 1}},
		errNoStock} {
		set(t, m, "x", x)
		v, _ := m.Get("x")
		p := reflect.New(reflect.TypeOf(x))
		if x == error(errNoStock) {
			p = reflect.ValueOf(new(error))
		}
		if err := v.Decode(p.Interface()); err != nil {
			t.Errorf("%T: %v", x, err)
			continue
		}
		got := p.Elem().Interface()
		if e, ok := got.(error); ok {
			if !errors.Is(e, errNoStock) {
				t.Errorf("%v", e)
			}
			continue
		}
		if want := fmt.Sprintf("%#v", x); !reflect.DeepEqual(got, x) && !strings.Contains(want, "nil") {
			t.Errorf("%s came back as %#v (%s)", want, got, v.Repr())
		}
	}
}

// TestDecode: what does not fit is named by its place.
func TestDecode(t *testing.T) {
	m := newMachine(t, vm.Config{})
	run(t, m, `
class Obj:
    def __init__(self): self.sku, self.qty = 'o', 5
cyclic = []; cyclic.append(cyclic)
deep = []
for i in range(5000): deep = [deep]
data = {'id': 4, 'customer': {'Name': 'Bo'}, 'lines': [{'sku': 'a', 'qty': 1}, Obj()], 'Tags': {'x': 'y'}, 'more': 1}
`)
	eval := func(expr string) vm.Value {
		v, err := m.Eval(bg, expr)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	var o order
	if err := eval("data").Decode(&o); err != nil || o.ID != 4 || o.Customer.Name != "Bo" || o.Lines[1].Qty != 5 || o.Tags["x"] != "y" {
		t.Errorf("%v: %+v", err, o)
	}
	for _, c := range []struct {
		expr string
		into any
		want string
	}{
		{"{'lines': [{}, {'qty': 'x'}]}", new(order), "vm: cannot decode lines[1].qty: TypeError: 'str' object cannot be interpreted as an integer"},
		{"{'lines': [{'sku': 1}]}", new(order), "vm: cannot decode lines[0].sku: must be str, not int"},
		{"{'Tags': {1: 'a'}}", new(order), "vm: cannot decode Tags.key 1: must be str, not int"},
		{"[1, 2]", new([3]int), "ValueError: expected 3 items, got 2"},
		{"cyclic", new(any), "ValueError: Circular reference"},
		{"deep", new(any), "ValueError: Circular reference"},
		{"3", new(map[string]int), "vm: cannot decode: must be dict, not int"},
		{"3", new(io.Reader), "vm: cannot decode: must be Reader, not int"},
		{"3", new(chan int), "vm: cannot decode: must be Go chan int, not int"},
		{"{(1, [2][0]): 1, 'a': 2}", new(any), ""},
		{"3", nil, "vm: Decode needs a pointer that is not nil, not <nil>"},
		{"3", 3, "vm: Decode needs a pointer that is not nil, not int"},
		{"'2026-01-02T03:04:05Z'", new(time.Time), ""},
		{"'yesterday'", new(time.Time), "ValueError: Invalid isoformat string: 'yesterday'"},
		{"1e300", new(time.Duration), "OverflowError: Python float too large to convert to Go time.Duration"},
		{"float('nan')", new(time.Duration), "OverflowError: Python float too large to convert to Go time.Duration"},
		{"[None]", new([]*int), ""},
		{"None", new(int), "TypeError: 'NoneType' object cannot be interpreted as an integer"},
	} {
		err := eval(c.expr).Decode(c.into)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s into %T: %v, want %s", c.expr, c.into, err, c.want)
		}
	}
}

// TestMisuse: wrong machines, closed ones, values that cannot be converted.
func TestMisuse(t *testing.T) {
	m, m2 := newMachine(t, vm.Config{}), newMachine(t, vm.Config{})
	run(t, m, "l = [1]\ndef f(x): return x")
	l, _ := m.Get("l")
	f, _ := m.Get("f")
	check := func(what string, err error, want string) {
		t.Helper()
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", what, err, want)
		}
	}
	check("another machine's value", m2.Set("x", l), "belongs to another machine")
	_, err := m2.Call(bg, f)
	check("another machine's function", err, "belongs to another machine")
	check("the zero Value", m.Set("x", vm.Value{}), "the zero Value")
	_, err = vm.Value{}.Len()
	check("the zero Value's length", err, "the zero Value")
	if s := fmt.Sprint(vm.Value{}, vm.Value{}.Type()); s != "<no value>" {
		t.Errorf("%q", s)
	}
	var nilFunc func()
	if err := m.Set("n", nilFunc); err != nil {
		t.Error(err)
	}
	check("an interface as a class", m.Set("I", reflect.TypeFor[io.Reader]()), "is an interface")
	check("a class without a type", m.Set("C", vm.Class{}), "has no Type")
	cyclic := []any{nil}
	cyclic[0] = cyclic
	check("a cycle", m.Set("c", cyclic), "Circular reference")
	loop := map[string]any{}
	loop["m"] = loop
	check("a cycle", m.Set("c", loop), "Circular reference")
	check("an unsafe pointer", m.Set("u", reflect.ValueOf(&m).UnsafePointer()), "cannot convert Go unsafe.Pointer")
	_, err = m.Call(bg, l)
	check("a list", err, "'list' object is not callable")
	_, err = l.Index(5)
	check("an index", err, "list index out of range")
	m.Close()
	check("a closed machine", m.Set("x", 1), "closed")
	_, err = m.Call(bg, f, 1)
	check("a closed machine", err, "closed")
	_, err = l.Len()
	check("a closed machine", err, "closed")
	if _, ok := m.Get("l"); ok {
		t.Error("a closed machine has variables")
	}
}

// TestReentry: goroutines and host functions that come back into the machine.
func TestReentry(t *testing.T) {
	m := newMachine(t, vm.Config{})
	run(t, m, "calls = []\ndef inc(): calls.append(1) # in one instruction, or threads would lose some\ndef down(k): return back(k - 1) if k else 0")
	inc, _ := m.Get("inc")
	down, _ := m.Get("down")
	// without the context: on a thread of its own
	set(t, m, "back", func(k int) (vm.Value, error) { return m.Call(bg, down, k) })
	if v, err := m.Call(bg, down, 50); err != nil || v.String() != "0" {
		t.Errorf("%v, %v", v, err)
	}
	if _, err := m.Call(bg, down, 100000); err == nil || !strings.Contains(err.Error(), "recursion") {
		t.Errorf("endless recursion through Go: %.200v", err)
	}
	// a host function that waits for goroutines that call the machine
	set(t, m, "serve", func(k int) {
		var wg sync.WaitGroup
		for range k {
			wg.Go(func() {
				for range 100 {
					if _, err := m.Call(bg, inc); err != nil {
						t.Error(err)
					}
				}
			})
		}
		wg.Wait()
	})
	run(t, m, "serve(8)\nassert len(calls) == 800")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 100 {
				m.Call(bg, inc)
			}
		})
	}
	wg.Wait()
	calls, _ := m.Get("calls")
	if n, err := calls.Len(); n != 1600 {
		t.Errorf("%d calls, %v", n, err)
	}
}

// TestFiles: file objects of Python as io.Reader and io.Writer.
func TestFiles(t *testing.T) {
	m := newMachine(t, vm.Config{})
	var got bytes.Buffer
	set(t, m, "copy_in", func(r io.Reader) error { _, err := io.Copy(&got, r); return err })
	set(t, m, "say", func(w io.Writer, s string) error { _, err := io.WriteString(w, s); return err })
	run(t, m, `
class R:
    parts = [b'ab', b'cd', b'']
    def read(self, n): return self.parts.pop(0)
copy_in(R())
class W:
    def __init__(self): self.out = []
    def write(self, b): self.out.append(bytes(b)); return 2
w = W()
say(w, 'hello')
assert w.out == [b'hello', b'llo', b'o'], w.out
`)
	if got.String() != "abcd" {
		t.Errorf("%q", got.String())
	}
}

// TestConcurrent: threads of Python and goroutines of Go call each other's
// functions, while some of them sleep, and the machine is closed in the middle.
func TestConcurrent(t *testing.T) {
	for range 3 {
		m, err := vm.New(vm.Config{Modules: stdlib.Safe()})
		if err != nil {
			t.Fatal(err)
		}
		set(t, m, "nap", func(ctx context.Context, ms int) error {
			select {
			case <-time.After(time.Duration(ms) * time.Millisecond):
			case <-ctx.Done():
			}
			return ctx.Err()
		})
		set(t, m, "twice", func(f func(int) (int, error), n int) (int, error) {
			x, err := f(n)
			if err != nil {
				return 0, err
			}
			return f(x)
		})
		set(t, m, "plain", func(n int) int { return n + 1 })
		run(t, m, `
import threading
lock = threading.RLock()
def inc(n):
    with lock: return plain(n)
def work(n):
    for i in range(n):
        with lock:
            assert twice(inc, i) == i + 2
        nap(1)
    return n
threads = [threading.Thread(target=work, args=(20,)) for _ in range(4)]
for x in threads: x.start()
`)
		work, _ := m.Get("work")
		inc, _ := m.Get("inc")
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				for i := range 50 {
					if v, err := m.Call(bg, inc, i); err != nil && !errors.Is(err, vm.ErrClosed) {
						t.Error(err)
					} else if n, _ := v.Int(); err == nil && n != int64(i+1) {
						t.Error(v)
					}
				}
			})
			wg.Go(func() {
				if _, err := m.Call(bg, work, 10); err != nil && !errors.Is(err, vm.ErrClosed) {
					t.Error(err)
				}
			})
		}
		time.Sleep(15 * time.Millisecond)
		m.Close()
		wg.Wait()
	}
}

// TestClosedInCallback: a script does not go on behind a host function in whose
// callback it was when the machine was closed.
func TestClosedInCallback(t *testing.T) {
	m, err := vm.New(vm.Config{Modules: stdlib.Safe()})
	if err != nil {
		t.Fatal(err)
	}
	waits := make(chan struct{})
	set(t, m, "waits", func() { close(waits) })
	set(t, m, "ask", func(f func() error) {
		if err := f(); !errors.Is(err, vm.ErrClosed) {
			t.Errorf("the callback ends with %v", err)
		}
	})
	set(t, m, "after", func() { t.Error("the script goes on") })
	done := make(chan error)
	go func() {
		done <- m.Run(bg, "a.py", `
import threading
lock = threading.Lock()
lock.acquire()
def wait():
    waits()
    lock.acquire()
ask(wait)
after()
`)
	}()
	<-waits
	m.Close()
	if err := <-done; !errors.Is(err, vm.ErrClosed) {
		t.Error(err)
	}
}

// TestRestoreGo: functions, methods and classes of Go find their Go side again
// in a restored machine, by name, and say what is missing until then.
func TestRestoreGo(t *testing.T) {
	cfg := vm.Config{Modules: []*runtime.ModuleSpec{vm.Module{Name: "shop", Funcs: map[string]any{"vat": func(x float64) float64 { return x / 5 }}}.Spec()}}
	m := newMachine(t, cfg)
	set(t, m, "price", func(sku string, n int) int { return len(sku) * n })
	set(t, m, "Line", reflect.TypeFor[line]())
	run(t, m, `
from shop import vat
class Big(Line):
    def twice(self): return self.Total() * 2
total = Line.Total
`)
	data, err := m.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	m2, err := vm.Restore(cfg, data)
	if err != nil {
		t.Fatal(err)
	}
	defer m2.Close()
	if got, want := evalText(m2, "price('a', 2)"), "RuntimeError: the host has not given this machine its function price()"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	set(t, m2, "price", func(sku string, n int) int { return -len(sku) * n })
	set(t, m2, "Line", reflect.TypeFor[line]())
	for _, c := range []struct{ expr, want string }{
		{"price('ab', 2)", "-4"},
		{"Big('x', 2, 1.5).twice(), total(Line(qty=3, price=2)), isinstance(Big(), Line)", "(6.0, 6.0, True)"},
		{"Big('x').sku", "'x'"},
		{"vat(10)", "2.0"},
	} {
		if got := evalText(m2, c.expr); got != c.want {
			t.Errorf("%s: %s, want %s", c.expr, got, c.want)
		}
	}
	set(t, m, "held", &order{})
	if _, err := m.Snapshot(); err == nil || !strings.Contains(err.Error(), "*vm_test.order") {
		t.Errorf("a snapshot with a Go value: %v", err)
	}
}
