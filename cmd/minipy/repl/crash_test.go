//go:build linux || darwin

package repl

import (
	"os"
	"strings"
	"testing"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/all"
	"github.com/minipy/minipy/vm"
	"github.com/minipy/minipy/vm/conformance"
)

// crashVariable makes the test's binary a session with a bug, in that place.
const crashVariable = "MINIPY_TEST_CRASH"

func TestMain(m *testing.M) {
	if where := os.Getenv(crashVariable); where != "" {
		crash(where)
		return
	}
	conformance.TakeSignals()
	os.Exit(m.Run())
}

// crash edits a line until a panic.
func crash(where string) {
	m, err := vm.New(vm.Config{Modules: all.Modules(), Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr})
	if err != nil {
		panic(err)
	}
	m.Guard(func(t *runtime.Thread) error {
		e, err := newEditor(true)
		if err != nil {
			return err
		}
		e.history = openHistory("", func(string) {})
		e.builtin = func(string) bool { return false }
		switch where {
		case "drawing":
			e.builtin = func(name string) bool { panic("a bug in " + where) }
		case "reading":
			e.keys.idle = func() { panic("a bug in " + where) }
		case "signals":
			e.screen.size = func() (cols, rows int) {
				if cols, rows = e.tty.size(); cols != 80 {
					panic("a bug in " + where)
				}
				return cols, rows
			}
		}
		_, err = e.edit(t, mode{first: ">>> ", more: "... ", statement: true})
		return err
	})
}

// TestCrash lets a panic end the process on goroutines of the editor's: the
// terminal must have its settings again.
func TestCrash(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for where, provoke := range map[string]string{"drawing": "keys \"name\"", "reading": "keys \"x\"", "signals": "resize 30x10"} {
		t.Run(where, func(t *testing.T) {
			t.Parallel()
			p := newTypist(t, exe)
			p.env = append(p.env, crashVariable+"="+where)
			p.start()
			if where != "reading" {
				p.prompt()
				p.step(`row ">>>"`)
				p.step(provoke)
			}
			p.until("a panic", func() bool { return p.ended })
			p.left()
			p.until("the report", func() bool { return strings.Contains(string(p.raw), "a bug in "+where) })
		})
	}
}
