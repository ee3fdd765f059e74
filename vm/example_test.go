package vm_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"reflect"
	"strings"
	"time"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib"
	"github.com/minipy/minipy/vm"
)

// Scripting in five lines.
func Example() {
	m, err := vm.New(vm.Config{Stdout: os.Stdout})
	if err != nil {
		log.Fatal(err)
	}
	defer m.Close()
	m.Set("price", func(sku string) (float64, error) { return 9.5, nil })
	if err := m.Run(context.Background(), "rule.py", "print('total', 3 * price('lamp'))"); err != nil {
		log.Fatal(err)
	}
	// Output: total 28.5
}

// What a script may use is what its Config grants: here modules that only
// compute, a budget of instructions, and a minute of time.
func ExampleConfig() {
	m, err := vm.New(vm.Config{
		Stdout:  os.Stdout,
		Modules: stdlib.Safe(),
		Limits:  vm.Limits{Steps: 100_000},
	})
	if err != nil {
		log.Fatal(err)
	}
	defer m.Close()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	fmt.Println(m.Run(ctx, "a.py", "import math; print(math.factorial(20))"))
	fmt.Println(m.Run(ctx, "b.py", "import os"))
	fmt.Println(m.Run(ctx, "c.py", "open('/etc/passwd')"))
	var limit *vm.LimitError
	err = m.Run(ctx, "d.py", `
while True:
    try:
        while True: pass
    except BaseException:
        pass  # no handler catches a limit
`)
	fmt.Println(errors.As(err, &limit), limit.Limit, limit.Max)
	fmt.Println(m.Reset(), m.Run(ctx, "e.py", "print('and on it goes')"))
	// Output:
	// 2432902008176640000
	// <nil>
	// ModuleNotFoundError: No module named 'os'
	// PermissionError: [Errno 13] Permission denied: '/etc/passwd'
	// true steps 100000
	// and on it goes
	// <nil> <nil>
}

// Values of Go become objects of Python: copies of maps and slices; structs
// behind pointers are the structs themselves.
func ExampleMachine_Set() {
	type Line struct {
		SKU string `py:"sku"`
		Qty int    `py:"qty"`
	}
	type Order struct {
		ID    int    `py:"id"`
		Lines []Line `py:"lines"`
		Notes string `py:"-"` // not for scripts
	}
	m, err := vm.New(vm.Config{Stdout: os.Stdout})
	if err != nil {
		log.Fatal(err)
	}
	defer m.Close()
	order := &Order{ID: 7, Lines: []Line{{"lamp", 2}}}
	m.Set("order", order)
	m.Set("rates", map[string]float64{"EUR": 1, "USD": 1.1})
	m.Set("notify", func(who string, urgent ...bool) { fmt.Println("to", who, urgent) })
	err = m.Run(context.Background(), "order.py", `
print(order)
order.lines[0].qty += 1
order.lines.append({'sku': 'desk', 'qty': 1})
print(sorted(rates), order.lines[-1].sku)
notify('Ada', True)
`)
	fmt.Println(err, order.Lines)
	// Output:
	// Order(id=7, lines=[Line(sku='lamp', qty=2)])
	// ['EUR', 'USD'] desk
	// to Ada [true]
	// <nil> [{lamp 3} {desk 1}]
}

// Go calls functions of the script, with arguments by position and by name, and
// takes the results apart.
func ExampleMachine_Call() {
	ctx := context.Background()
	m, err := vm.New(vm.Config{})
	if err != nil {
		log.Fatal(err)
	}
	defer m.Close()
	m.Run(ctx, "events.py", `
def on_event(event, dry=False):
    return {'user': event['user'].upper(), 'points': [len(event['text']), 1], 'dry': dry}
`)
	onEvent, ok := m.Get("on_event")
	if !ok {
		log.Fatal("no on_event")
	}
	out, err := m.Call(ctx, onEvent, map[string]any{"user": "ada", "text": "hello"}, vm.Kw{"dry": true})
	if err != nil {
		log.Fatal(err)
	}
	var result struct {
		User   string `py:"user"`
		Points []int  `py:"points"`
	}
	fmt.Println(out.Decode(&result), result)

	// or without reflection
	dry, _ := out.Item("dry")
	yes, _ := dry.Bool()
	fmt.Println(out.Type(), yes, out)

	// a Python function as a Go function
	var shout func(event map[string]string) (map[string]any, error)
	fmt.Println(onEvent.Decode(&shout))
	fmt.Println(shout(map[string]string{"user": "bo", "text": ""}))
	// Output:
	// <nil> {ADA [5 1]}
	// dict true {'user': 'ADA', 'points': [5, 1], 'dry': True}
	// <nil>
	// map[dry:false points:[0 1] user:BO] <nil>
}

// An exception that the script does not handle is a *vm.Exception; the Go errors
// behind it are found by errors.Is and errors.As.
func ExampleException() {
	errStock := errors.New("nothing left")
	m, err := vm.New(vm.Config{})
	if err != nil {
		log.Fatal(err)
	}
	defer m.Close()
	m.Set("take", func(sku string) error { return fmt.Errorf("take %s: %w", sku, errStock) })
	err = m.Run(context.Background(), "order.py", `
def order(sku):
    try:
        take(sku)
    except RuntimeError as e:
        raise ValueError('cannot order ' + sku) from e
order('lamp')
`)
	var e *vm.Exception
	if errors.As(err, &e) {
		fmt.Print(e.Format())
		fmt.Println(e.Type, "|", e.Message, "|", e.IsA("Exception"), errors.Is(err, errStock))
	}
	// Output:
	// Traceback (most recent call last):
	//   File "order.py", line 4, in order
	// RuntimeError: take lamp: nothing left
	//
	// The above exception was the direct cause of the following exception:
	//
	// Traceback (most recent call last):
	//   File "order.py", line 7, in <module>
	//   File "order.py", line 6, in order
	// ValueError: cannot order lamp
	// ValueError | cannot order lamp | true true
}

// A program is compiled once and run by any number of machines.
func ExampleCompile() {
	p, err := vm.Compile("double.py", "result = n * 2")
	if err != nil {
		log.Fatal(err)
	}
	for n := range 3 {
		m, err := vm.New(vm.Config{})
		if err != nil {
			log.Fatal(err)
		}
		m.Set("n", n)
		m.RunProgram(context.Background(), p)
		result, _ := m.Get("result")
		fmt.Println(result)
		m.Close()
	}
	_, err = vm.Compile("wrong.py", "x = = 1")
	fmt.Println(err)
	// Output:
	// 0
	// 2
	// 4
	// SyntaxError: invalid syntax (wrong.py, line 1)
}

type Point struct{ X, Y int }

func (p Point) Plus(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }

// A Go type as a class: it can be called, and subclassed.
func ExampleClass() {
	m, err := vm.New(vm.Config{Stdout: os.Stdout})
	if err != nil {
		log.Fatal(err)
	}
	defer m.Close()
	m.Set("Point", vm.Class{
		Type:    reflect.TypeFor[Point](),
		Rename:  vm.SnakeCase,
		Methods: map[string]any{"__add__": Point.Plus},
	})
	err = m.Run(context.Background(), "points.py", `
class Named(Point):
    def __init__(self, name, x, y):
        super().__init__(x, y)
        self.name = name
p = Named('home', 1, 2)
print(p.name, p.x, p + Point(y=10), Point(1, 1) == Point(1, 1))
`)
	fmt.Println(err)
	// Output:
	// home 1 Point(x=1, y=12) True
	// <nil>
}

// A module written in Go, of ordinary Go functions.
func ExampleModule() {
	text := vm.Module{
		Name:   "textutil",
		Funcs:  map[string]any{"title": strings.ToUpper, "fields": strings.Fields},
		Types:  map[string]any{"Point": reflect.TypeFor[Point]()},
		Values: map[string]any{"version": "1.0"},
	}
	m, err := vm.New(vm.Config{Stdout: os.Stdout, Modules: []*runtime.ModuleSpec{text.Spec()}})
	if err != nil {
		log.Fatal(err)
	}
	defer m.Close()
	err = m.Run(context.Background(), "a.py", "from textutil import *; import textutil\nprint(title('abc'), fields(' a b '), Point(1, 2), textutil.version, textutil)")
	fmt.Println(err)
	// Output:
	// ABC ['a', 'b'] Point(X=1, Y=2) 1.0 <module 'textutil' (built-in)>
	// <nil>
}

// The same in the way of the standard library's own modules: functions take and
// give the interpreter's values, and nothing is converted.
func ExampleModule_spec() {
	spec := &runtime.ModuleSpec{Name: "fast", Methods: []runtime.Method{
		{Name: "double", Sig: "x, /", Fn: func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
			return runtime.Binary(t, runtime.OpAdd, args[0], args[0])
		}},
	}}
	m, err := vm.New(vm.Config{Stdout: os.Stdout, Modules: []*runtime.ModuleSpec{spec}})
	if err != nil {
		log.Fatal(err)
	}
	defer m.Close()
	fmt.Println(m.Run(context.Background(), "a.py", "import fast; print(fast.double(21), fast.double('ab'))"))
	// Output:
	// 42 abab
	// <nil>
}

// Calls end with their context, also in the middle of a sleep.
func ExampleMachine_Run_context() {
	m, err := vm.New(vm.Config{Modules: stdlib.Safe()})
	if err != nil {
		log.Fatal(err)
	}
	defer m.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	err = m.Run(ctx, "sleepy.py", "import time; time.sleep(3600)")
	fmt.Println(errors.Is(err, context.DeadlineExceeded))
	// Output: true
}
