package main

import (
	"os"

	"github.com/minipy/minipy/cmd/minipy/repl"
	"github.com/minipy/minipy/stdlib/all"
	"github.com/minipy/minipy/vm"
)

// interactive says that standard input is a terminal, or that -i wants it
// treated as one.
func (o *options) interactive() bool {
	return o.flags["interactive"] != 0 || repl.OnTerminal()
}

// runSession is an interactive session. fresh: nothing has run before it.
func runSession(m *vm.Machine, o *options, fresh bool) int {
	s := repl.Options{Machine: m, Modules: all.Modules(), Banner: fresh && !o.quiet}
	if fresh && o.flags["ignore_environment"] == 0 {
		s.Startup = os.Getenv("MINIPYSTARTUP")
	}
	return repl.Run(s)
}
