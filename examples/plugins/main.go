// Command plugins runs plug-ins written in Python from a file system: here one
// that is part of the executable; os.DirFS would do, or the contents of an
// archive. Each has a machine of its own, sees that file system and the module
// host, and nothing else. One that fails does not disturb the others.
//
//	go run ./examples/plugins
package main

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"time"

	"github.com/minipy/minipy/stdlib"
	"github.com/minipy/minipy/vm"
)

//go:embed bundle
var bundle embed.FS

// A Plugin is a plug-in that has been loaded.
type Plugin struct {
	Name     string
	m        *vm.Machine
	handlers map[string][]vm.Value // by event
}

// A Host has the plug-ins, and what they may use.
type Host struct {
	Log     io.Writer
	Plugins []*Plugin
}

// Load loads every plugins/*.py of fsys. They import what they share from lib.
// It gives the errors of those that cannot be loaded.
func (h *Host) Load(ctx context.Context, fsys fs.FS) (failed []error) {
	files, err := fs.Glob(fsys, "plugins/*.py")
	if err != nil {
		return []error{err}
	}
	for _, file := range files {
		if err := h.load(ctx, fsys, file); err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", file, err))
		}
	}
	return failed
}

func (h *Host) load(ctx context.Context, fsys fs.FS, file string) error {
	p := &Plugin{Name: strings.TrimSuffix(path.Base(file), ".py"), handlers: map[string][]vm.Value{}}
	source, err := fs.ReadFile(fsys, file)
	if err != nil {
		return err
	}
	// the module that the plug-in imports to talk to us
	host := vm.Module{Name: "host", Doc: "What the program offers to plug-ins.", Funcs: map[string]any{
		"log": func(text string) { fmt.Fprintf(h.Log, "[%s] %s\n", p.Name, text) },
		"on":  func(event string, handler vm.Value) { p.handlers[event] = append(p.handlers[event], handler) },
	}, Values: map[string]any{"version": "1.0"}}
	p.m, err = vm.New(vm.Config{
		Modules: append(stdlib.Safe(), host.Spec()),
		FS:      fsys,
		Path:    []string{"lib"},
		Limits:  vm.Limits{Steps: 1_000_000, Memory: 64 << 20, Depth: 200},
	})
	if err != nil {
		return err
	}
	if err := p.m.Run(ctx, file, string(source)); err != nil {
		p.m.Close()
		return err
	}
	h.Plugins = append(h.Plugins, p)
	return nil
}

// Fire calls the handlers of an event, each with the data. What they return is
// logged; one that fails is reported and stays loaded.
func (h *Host) Fire(ctx context.Context, event string, data map[string]any) {
	for _, p := range h.Plugins {
		for _, f := range p.handlers[event] {
			ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
			v, err := p.m.Call(ctx, f, data)
			cancel()
			var limit *vm.LimitError
			switch {
			case errors.As(err, &limit):
				fmt.Fprintf(h.Log, "[%s] stopped: too many %s\n", p.Name, limit.Limit)
				p.m.Reset() // it may go on with the next event
			case err != nil:
				fmt.Fprintf(h.Log, "[%s] failed: %v\n", p.Name, err)
			case !v.IsNone():
				fmt.Fprintf(h.Log, "[%s] %v\n", p.Name, v)
			}
		}
	}
}

// Close unloads the plug-ins.
func (h *Host) Close() {
	for _, p := range h.Plugins {
		p.m.Close()
	}
}

func main() {
	fsys, err := fs.Sub(bundle, "bundle")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	h := &Host{Log: os.Stdout}
	defer h.Close()
	ctx := context.Background()
	for _, err := range h.Load(ctx, fsys) {
		fmt.Println("not loaded:", err)
	}
	h.Fire(ctx, "start", map[string]any{"user": "ada"})
	h.Fire(ctx, "message", map[string]any{"user": "ada", "text": "hello wrold"})
	h.Fire(ctx, "stop", nil)
}
