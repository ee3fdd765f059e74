// Command children runs a script that uses multiprocessing inside a Go program:
//
//	go run ./examples/children examples/children/squares.py
//
// A Go process cannot be copied, so os.fork() and all processes that multiprocessing
// starts, by any of its methods, are this very executable, started again: it goes on
// where the script has forked, or does as multiprocessing says. That is why main asks
// vm.IsChild first of all, before flags are read, files opened or servers begun.
package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/minipy/minipy/stdlib/all"
	"github.com/minipy/minipy/vm"
)

// config is the same for the program and its children.
func config() vm.Config {
	return vm.Config{Modules: all.Modules(), Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr}
}

func main() {
	if vm.IsChild() {
		status, err := vm.RunChild(config(), nil)
		if err != nil {
			fmt.Fprintln(os.Stderr, "children:", err)
		}
		os.Exit(status)
	}
	status, err := run(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "children:", err)
	}
	os.Exit(status)
}

// run runs a script as a program and gives its exit status.
func run(args []string) (status int, err error) {
	if len(args) == 0 {
		return 2, errors.New("which script?")
	}
	src, err := os.ReadFile(args[0])
	if err != nil {
		return 1, err
	}
	cfg := config()
	cfg.Args = args
	m, err := vm.New(cfg)
	if err != nil {
		return 1, err
	}
	if err := m.RunSource(src, args[0], true); err != nil {
		status = m.Report(err)
	}
	return m.Exit(status), nil // waits for threads and workers, runs atexit
}
