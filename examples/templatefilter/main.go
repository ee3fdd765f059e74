// Command templatefilter fills a text/template whose functions are written in
// Python: every public function of a script can be used in the template.
//
//	go run ./examples/templatefilter [FILTERS.py TEMPLATE] <data.json
package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"text/template"

	"github.com/minipy/minipy/stdlib"
	"github.com/minipy/minipy/vm"
)

//go:embed filters.py
var filters string

//go:embed invoice.tmpl
var invoice string

// Funcs loads a script and gives its functions for a template. They run in m.
func Funcs(ctx context.Context, m *vm.Machine, name, source string) (template.FuncMap, error) {
	if err := m.Run(ctx, name, source); err != nil {
		return nil, err
	}
	vars, err := m.Eval(ctx, "{n: f for n, f in globals().items() if callable(f) and n[0] != '_'}")
	if err != nil {
		return nil, err
	}
	items, err := vars.Items()
	if err != nil {
		return nil, err
	}
	funcs := template.FuncMap{}
	for name, f := range items {
		// A Python function becomes a Go function of any type that fits. An
		// exception is its error, which ends the template.
		var fn func(args ...any) (any, error)
		if err := f.Decode(&fn); err != nil {
			return nil, err
		}
		funcs[name.String()] = fn
	}
	return funcs, nil
}

// Render fills a template with data, with the functions of a script.
func Render(ctx context.Context, w io.Writer, script, text string, data any) error {
	m, err := vm.New(vm.Config{Modules: stdlib.Safe(), Limits: vm.Limits{Steps: 10_000_000, Memory: 64 << 20}})
	if err != nil {
		return err
	}
	defer m.Close()
	funcs, err := Funcs(ctx, m, "filters.py", script)
	if err != nil {
		return err
	}
	t, err := template.New("page").Funcs(funcs).Parse(text)
	if err != nil {
		return err
	}
	return t.Execute(w, data)
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	script, text, in := filters, invoice, io.Reader(strings.NewReader(`{"name": "ada lovelace", "lines": [{"what": "engine", "qty": 2, "price": 1499.5}, {"what": "card", "qty": 300, "price": 0.1}]}`))
	if len(args) == 2 {
		for i, into := range []*string{&script, &text} {
			b, err := os.ReadFile(args[i])
			if err != nil {
				return err
			}
			*into = string(b)
		}
		in = os.Stdin
	}
	var data any
	if err := json.NewDecoder(in).Decode(&data); err != nil {
		return err
	}
	return Render(context.Background(), os.Stdout, script, text, data)
}
