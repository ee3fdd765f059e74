package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall/js"

	"github.com/minipy/minipy/stdlib"
	"github.com/minipy/minipy/vm"
)

// limits is what a program in a page may use.
var limits = vm.Limits{Memory: 512 << 20, Threads: 1000}

// main gives the page its object minipy and waits for calls.
func main() {
	var p page
	js.Global().Set("minipy", js.ValueOf(map[string]any{
		"run":  js.FuncOf(p.run),
		"stop": js.FuncOf(p.stop),
	}))
	select {}
}

// A page runs one program at a time. JavaScript has one thread, and so need no
// lock here.
type page struct {
	cancel context.CancelFunc // of the program that runs
}

// run is minipy.run(source, show): show(text, isError) is called with what the
// program prints, and the promise that it gives is resolved with how it ended.
func (p *page) run(_ js.Value, args []js.Value) any {
	source, show := args[0].String(), args[1]
	ctx, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	executor := js.FuncOf(func(_ js.Value, args []js.Value) any {
		resolve := args[0]
		go func() { // a callback must not wait
			defer cancel()
			resolve.Invoke(execute(ctx, source, show))
		}()
		return nil
	})
	defer executor.Release()
	return js.Global().Get("Promise").New(executor)
}

func (p *page) stop(js.Value, []js.Value) any {
	if p.cancel != nil {
		p.cancel()
	}
	return nil
}

// execute runs a program in a machine of its own and says how it ended.
func execute(ctx context.Context, source string, show js.Value) string {
	stderr := &writer{show, true}
	m, err := vm.New(vm.Config{
		Stdout: &writer{show, false}, Stderr: stderr, Unbuffered: true,
		Modules: stdlib.Safe(), Limits: limits,
	})
	if err != nil {
		return err.Error()
	}
	defer m.Close()
	err = m.Run(ctx, "main.py", source)
	var (
		exception *vm.Exception
		syntax    *vm.SyntaxError
		canceled  *vm.CanceledError
	)
	switch {
	case err == nil:
		return "done"
	case errors.As(err, &canceled):
		return "stopped"
	case errors.As(err, &exception) && exception.IsA("SystemExit"):
		return "done"
	case errors.As(err, &exception):
		fmt.Fprint(stderr, exception.Format())
	case errors.As(err, &syntax):
		fmt.Fprintf(stderr, "  File %q, line %d\n    %s\n    %s^\n%s: %s\n", syntax.File, syntax.Line,
			strings.TrimRight(syntax.Text, "\n"), strings.Repeat(" ", max(syntax.Col-1, 0)), syntax.Kind, syntax.Message)
	default:
		fmt.Fprintln(stderr, err)
	}
	return "failed"
}

// A writer shows what a program prints.
type writer struct {
	show    js.Value
	isError bool
}

func (w *writer) Write(b []byte) (int, error) {
	w.show.Invoke(string(b), w.isError)
	return len(b), nil
}
