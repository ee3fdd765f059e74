// Command workflow runs a workflow written in Python that outlives its process:
// after each step the machine is written to a file, with the function in the
// middle of which it stands, and any later process goes on from there.
//
//	go run ./examples/workflow begin FILE    # a new order
//	go run ./examples/workflow step FILE     # does what the workflow waits for, and goes on
//	go run ./examples/workflow run FILE      # steps until it is done
package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/minipy/minipy/stdlib"
	"github.com/minipy/minipy/vm"
)

//go:embed workflow.py
var source string

// An Activity is what the workflow asks the program to do.
type Activity struct {
	Name string `py:"name"`
	Args []any  `py:"args"`
}

// A Workflow is one that is loaded.
type Workflow struct{ m *vm.Machine }

// config is the same in every process: a machine goes on only in one like it.
func config() vm.Config {
	return vm.Config{Stdout: os.Stdout, Modules: stdlib.Safe(), Limits: vm.Limits{Steps: 1_000_000}}
}

// host gives scripts what is not in a snapshot: the program's own functions.
func host(m *vm.Machine) error {
	return m.Set("note", func(text string) { fmt.Println("  note:", text) })
}

// Begin starts the workflow for an order.
func Begin(ctx context.Context, order map[string]any) (*Workflow, error) {
	m, err := vm.New(config())
	if err != nil {
		return nil, err
	}
	w := &Workflow{m}
	if err := host(m); err != nil {
		return nil, err
	}
	if err := m.Run(ctx, "workflow.py", source); err != nil {
		return nil, err
	}
	begin, _ := m.Get("begin")
	_, err = m.Call(ctx, begin, order)
	return w, err
}

// Load goes on from a file.
func Load(file string) (*Workflow, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	m, err := vm.Restore(config(), data)
	if err != nil {
		return nil, err
	}
	return &Workflow{m}, host(m)
}

// Save writes the workflow to a file, which is either the old one or the new one
// whatever happens meanwhile.
func (w *Workflow) Save(file string) error {
	data, err := w.m.Snapshot()
	if err != nil {
		return err
	}
	tmp := filepath.Join(filepath.Dir(file), "."+filepath.Base(file)+".tmp")
	if err := os.WriteFile(tmp, data, 0o600); err != nil {
		return err
	}
	return os.Rename(tmp, file)
}

// Pending is what the workflow waits for.
func (w *Workflow) Pending() (a Activity, err error) {
	v, ok := w.m.Get("pending")
	if !ok {
		return a, errors.New("the workflow has not begun")
	}
	return a, v.Decode(&a)
}

// Step does what the workflow waits for, gives it the result, and says whether
// that was the end.
func (w *Workflow) Step(ctx context.Context) (done bool, err error) {
	a, err := w.Pending()
	if err != nil || a.Name == "done" {
		return true, err
	}
	advance, _ := w.m.Get("advance")
	_, err = w.m.Call(ctx, advance, perform(a))
	return false, err
}

// perform stands for the services that a real program has: a failing one, too.
func perform(a Activity) any {
	fmt.Println(a.Name, fmt.Sprint(a.Args...))
	switch a.Name {
	case "charge":
		return a.Args[2] == 2 // the second attempt succeeds
	case "reserve":
		return a.Args[0] != "unicorn"
	}
	return nil
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: workflow begin|step|run FILE")
		os.Exit(2)
	}
	if err := command(context.Background(), os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func command(ctx context.Context, what, file string) error {
	if what == "begin" {
		w, err := Begin(ctx, map[string]any{"id": 17, "customer": "ada", "lines": map[string]int{"lamp": 2, "desk": 1}})
		if err != nil {
			return err
		}
		defer w.m.Close()
		return w.Save(file)
	}
	for {
		w, err := Load(file)
		if err != nil {
			return err
		}
		defer w.m.Close()
		done, err := w.Step(ctx)
		if err != nil {
			return err
		}
		if done {
			a, _ := w.Pending()
			fmt.Println("done:", fmt.Sprint(a.Args...))
			return nil
		}
		if err := w.Save(file); err != nil {
			return err
		}
		if what == "step" {
			return nil
		}
	}
}
