// Command rules decides with rules written in Python what is to happen with
// orders. The program knows orders and stock, the script what to do with them:
// the rules can change without the program.
//
//	go run ./examples/rules [RULES.py]
package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"reflect"
	"time"

	"github.com/minipy/minipy/stdlib"
	"github.com/minipy/minipy/vm"
)

//go:embed rules.py
var defaultRules string

// An Order is what the rules look at. They see its fields by the names in the
// tags, and Total as a method.
type Order struct {
	Customer string `py:"customer"`
	Country  string `py:"country"`
	Lines    []Line `py:"lines"`
	Internal string `py:"-"` // not theirs to see
}

type Line struct {
	SKU   string  `py:"sku"`
	Qty   int     `py:"qty"`
	Price float64 `py:"price"`
}

// Total is total() for the rules, see NewEngine.
func (o *Order) Total() (sum float64) {
	for _, l := range o.Lines {
		sum += float64(l.Qty) * l.Price
	}
	return sum
}

// A Decision is what the rules fill in.
type Decision struct {
	Discount float64  `py:"discount"`
	Hold     bool     `py:"hold"`
	Reasons  []string `py:"reasons"`
}

// An Engine holds a machine with the rules loaded.
type Engine struct {
	m      *vm.Machine
	decide vm.Value
}

// ErrUnknown is what the program's own stock function fails with. The rules can
// handle it as an exception; if they do not, it comes out of Decide again.
var ErrUnknown = errors.New("unknown SKU")

// NewEngine loads rules. They get the class Decision and the function
// stock(sku), may import what only computes, and use limited time and memory.
func NewEngine(ctx context.Context, name, source string, stock func(sku string) (int, error)) (*Engine, error) {
	m, err := vm.New(vm.Config{
		Stdout:  os.Stdout,
		Modules: stdlib.Safe(),
		Limits:  vm.Limits{Steps: 10_000_000, Depth: 200},
	})
	if err != nil {
		return nil, err
	}
	for name, value := range map[string]any{
		"stock":    stock,
		"Decision": reflect.TypeFor[Decision](),
		"Order":    vm.Class{Type: reflect.TypeFor[Order](), Rename: vm.SnakeCase},
	} {
		if err := m.Set(name, value); err != nil {
			m.Close()
			return nil, err
		}
	}
	if err := m.Run(ctx, name, source); err != nil {
		m.Close()
		return nil, err
	}
	decide, ok := m.Get("decide")
	if !ok {
		m.Close()
		return nil, fmt.Errorf("%s defines no function decide", name)
	}
	return &Engine{m, decide}, nil
}

// Decide applies the rules to one order. A rule that does not come to an end is
// stopped with the context.
func (e *Engine) Decide(ctx context.Context, o *Order) (d Decision, err error) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	v, err := e.m.Call(ctx, e.decide, o)
	if err != nil {
		return d, err
	}
	return d, v.Decode(&d)
}

// Close frees the machine.
func (e *Engine) Close() { e.m.Close() }

func main() {
	name, source := "rules.py", defaultRules
	if len(os.Args) > 1 {
		b, err := os.ReadFile(os.Args[1])
		if err != nil {
			fail(err)
		}
		name, source = os.Args[1], string(b)
	}
	ctx := context.Background()
	e, err := NewEngine(ctx, name, source, warehouse)
	if err != nil {
		fail(err)
	}
	defer e.Close()
	for _, o := range []*Order{
		{Customer: "Ada", Country: "UK", Lines: []Line{{"lamp", 2, 40}}},
		{Customer: "Bo", Country: "NO", Lines: []Line{{"desk", 3, 400}, {"lamp", 5, 40}}},
		{Customer: "Cy", Country: "UK", Lines: []Line{{"sofa", 1, 900}}},
	} {
		d, err := e.Decide(ctx, o)
		if err != nil {
			fail(err)
		}
		fmt.Printf("%-4s %7.2f  discount %4.1f%%  hold %-5v %q\n", o.Customer, o.Total(), d.Discount*100, d.Hold, d.Reasons)
	}
}

// warehouse stands for a look into a database.
func warehouse(sku string) (int, error) {
	n, ok := map[string]int{"lamp": 12, "desk": 2}[sku]
	if !ok {
		return 0, fmt.Errorf("%w: %s", ErrUnknown, sku)
	}
	return n, nil
}

// fail shows an exception with its traceback.
func fail(err error) {
	var e *vm.Exception
	if errors.As(err, &e) {
		fmt.Fprint(os.Stderr, e.Format())
	} else {
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(1)
}
