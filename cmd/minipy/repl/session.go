package repl

import (
	"errors"
	"fmt"
	"io"
	"os"
	goruntime "runtime"
	"strings"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/vm"
)

// Options say what a session is like.
type Options struct {
	Machine *vm.Machine
	Modules []*runtime.ModuleSpec // those that can be imported
	Banner  bool
	Startup string // a file that is run first; "": none
}

// A reader gives what is typed, a whole statement at a time.
type reader interface {
	// read waits for a statement, in the main thread. The error may be io.EOF,
	// errInterrupted, errHangup, or an exception.
	read(t *runtime.Thread, ps1, ps2 string) (string, error)
}

// errInterrupted says that the user gave the line up.
var errInterrupted = errors.New("interrupted")

// errHangup says that the terminal is gone.
var errHangup = errors.New("the terminal is gone")

// errNoTerminal says that descriptor 0 or 1 is another file than at the start.
var errNoTerminal = errors.New("not a terminal")

// hangupStatus is what shells show for a program that SIGHUP has ended.
const hangupStatus = 128 + 1

type session struct {
	m      *vm.Machine
	in     reader
	inter  *vm.Interactive
	colour bool
	clear  func() // empties the screen; nil: nobody edits lines there
}

// Run is an interactive session in __main__, until its user ends it. It gives
// the exit status.
func Run(o Options) int {
	s := &session{m: o.Machine, inter: o.Machine.NewInteractive()}
	s.m.Guard(func(t *runtime.Thread) error {
		s.m.MainModule()
		for _, p := range []struct{ name, text string }{{"ps1", ">>> "}, {"ps2", "... "}} {
			if _, ok := t.Sys().Dict.Lookup(p.name); !ok {
				t.Sys().Dict.Store(p.name, runtime.NewStr(p.text))
			}
		}
		s.in = plainReader{}
		if canEdit() {
			s.colour = wantColor()
			if in, clear, err := openEditor(t, o, s.colour); err == nil {
				s.in, s.clear = in, clear
			}
		}
		return nil
	})
	if o.Banner {
		fmt.Fprintf(os.Stderr, "minipy %s (Python %s) on %s\nType \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n",
			vm.Version, vm.PythonVersion, goruntime.GOOS)
	}
	if o.Startup != "" {
		if status, over := s.startup(o.Startup); over {
			return status
		}
	}
	return s.loop()
}

// startup runs the user's own file.
func (s *session) startup(name string) (status int, over bool) {
	src, err := os.ReadFile(name)
	if err != nil {
		fmt.Fprintf(os.Stderr, "minipy: cannot read MINIPYSTARTUP: %v\n", err)
		return 0, false
	}
	if err := s.m.RunFile(src, name, false); err != nil {
		return s.report(err)
	}
	return 0, false
}

// loop reads, runs and reports.
func (s *session) loop() int {
	for {
		src, err := s.next()
		switch {
		case err == io.EOF:
			return 0
		case err == errHangup:
			return hangupStatus
		case err == errInterrupted || runtime.IsError(err, runtime.KeyboardInterrupt):
			io.WriteString(os.Stderr, "KeyboardInterrupt\n")
			continue
		case runtime.IsError(err, runtime.OSError): // it would fail for ever
			s.report(err)
			return 1
		}
		if err == nil {
			if strings.TrimSpace(src) == "" {
				continue
			}
			err = s.run(trimBlankLines(dedent(src)))
		}
		if err != nil {
			if status, over := s.report(err); over {
				return status
			}
		}
	}
}

// run runs a statement. Where lines are edited a few words alone do what beginners
// mean by them, as in CPython's sessions since 3.13, if they have no other meaning.
func (s *session) run(src string) error {
	switch word := strings.TrimSpace(src); word {
	case "exit", "quit", "help":
		if s.clear != nil && strings.HasPrefix(s.meaning(word), "_sitebuiltins.") {
			src = word + "()"
		}
	case "clear":
		if s.clear != nil && s.meaning(word) == "" {
			s.clear()
			return nil
		}
	}
	return s.inter.Run(src + "\n")
}

// meaning is the type of what a name stands for, or "".
func (s *session) meaning(name string) (typ string) {
	s.m.Guard(func(t *runtime.Thread) error {
		v, ok := s.m.MainModule().Lookup(name)
		if !ok {
			v, ok = t.VM.BuiltinsModule.Namespace(t).Lookup(name)
		}
		if ok {
			typ = v.Type().Name
		}
		return nil
	})
	return typ
}

// next shows the prompt and waits for a statement.
func (s *session) next() (src string, err error) {
	err = s.m.Guard(func(t *runtime.Thread) error {
		var err error
		src, err = s.in.read(t, prompt(t, "ps1"), prompt(t, "ps2"))
		return err
	})
	return src, err
}

// prompt is str() of sys.ps1 or sys.ps2, which may be any object.
func prompt(t *runtime.Thread, name string) string {
	v, ok := t.Sys().Dict.Lookup(name)
	if !ok {
		return ""
	}
	s, err := runtime.StrStr(t, v)
	if err != nil {
		return ""
	}
	return s
}

// report shows what a statement raised; over says that the session ends with status.
func (s *session) report(err error) (status int, over bool) {
	if runtime.IsError(err, runtime.SystemExit) {
		return s.m.Report(err), true
	}
	if err == vm.ErrClosed {
		return 0, true
	}
	return Report(s.m, err, s.colour)
}

// Report shows an exception through sys.excepthook, also SystemExit, which -i
// does not heed. over says that the hook itself has ended the program.
func Report(m *vm.Machine, err error, colour bool) (status int, over bool) {
	if colour && coloured(m, runtime.ToException(err)) {
		return 0, false
	}
	if exit := m.Show(err); exit != nil {
		return m.Report(exit), true
	}
	return 0, false
}

// coloured shows an exception with colours, if sys.excepthook is the system's own.
func coloured(m *vm.Machine, e *runtime.Exception) (done bool) {
	m.Guard(func(t *runtime.Thread) error {
		d := t.Sys().Dict
		own, _ := d.Lookup("__excepthook__")
		if hook, ok := d.Lookup("excepthook"); !ok || !runtime.Is(hook, own) {
			return nil
		}
		text, err := traceback(t, e)
		if err != nil {
			return err
		}
		d.Store("last_type", e.Type().Value())
		d.Store("last_value", e.Value())
		d.Store("last_traceback", runtime.TbValue(e.Tb))
		done = writeError(t, colourTraceback(text)) == nil
		return nil
	})
	return done
}

// traceback is what sys.excepthook prints.
func traceback(t *runtime.Thread, e *runtime.Exception) (string, error) {
	mod, err := t.Host.Import(t, "traceback", runtime.None, runtime.None, runtime.None, 0)
	if err != nil {
		return "", err
	}
	cls, err := runtime.GetAttrS(t, mod, "_UncaughtException")
	if err != nil {
		return "", err
	}
	te, err := runtime.CallArgs(t, cls, []runtime.Value{e.Type().Value(), e.Value(), runtime.TbValue(e.Tb), runtime.True},
		[]*runtime.Str{t.VM.Intern("compact")})
	if err != nil {
		return "", err
	}
	parts, err := runtime.CallMethod(t, te, "format")
	if err != nil {
		return "", err
	}
	lines, err := runtime.ToSlice(t, parts)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, line := range lines {
		if s, ok := runtime.AsStr(line); ok {
			b.WriteString(s.String())
		}
	}
	return b.String(), nil
}

// writeError writes to sys.stderr, after what sys.stdout still holds.
func writeError(t *runtime.Thread, text string) error {
	if out, ok := t.Sys().Dict.Lookup("stdout"); ok && !out.IsNone() {
		runtime.CallMethod(t, out, "flush")
	}
	f, ok := t.Sys().Dict.Lookup("stderr")
	if !ok || f.IsNone() {
		return nil
	}
	_, err := runtime.CallMethod(t, f, "write", runtime.NewStr(text))
	return err
}
