package vm

import (
	"strings"

	"github.com/minipy/minipy/runtime"
)

// PrintException prints e with its traceback to sys.stderr, through the
// traceback module; if that fails, a short form.
func (m *Machine) PrintException(e *runtime.Exception) {
	t := m.running()
	saved := t.rt.Handled
	t.rt.Handled = runtime.Value{}
	defer func() { t.rt.Handled = saved }()
	mod, err := m.importModule(t, "traceback")
	if err == nil {
		_, err = runtime.CallMethod(t.rt, mod, "_print_uncaught", e.Type().Value(), e.Value(), runtime.TbValue(e.Tb))
	}
	if err != nil {
		m.writeErr(m.shortReport(e))
	}
}

// shortReport is a traceback without source lines.
func (m *Machine) shortReport(e *runtime.Exception) string {
	var b strings.Builder
	if e.Tb != nil {
		b.WriteString("Traceback (most recent call last):\n")
	}
	for tb := e.Tb; tb != nil; tb = tb.Next {
		c := tb.Frame.Code.Load()
		b.WriteString("  File \"" + c.Filename.String() + "\", line " + itoa(tb.Line) + ", in " + c.Name.String() + "\n")
	}
	b.WriteString(e.Type().Name)
	if s, err := runtime.StrStr(m.running().rt, e.Value()); err == nil && s != "" {
		b.WriteString(": " + s)
	}
	return b.String() + "\n"
}

// Report shows an exception that ended the program, through sys.excepthook,
// and gives the exit status.
func (m *Machine) Report(err error) int {
	t, closed := m.enter()
	if closed != nil {
		return 1
	}
	defer m.leave(t)
	e := runtime.ToException(err)
	if runtime.IsError(e, runtime.SystemExit) {
		return m.exitStatus(e)
	}
	if exit := m.show(t, e); exit != nil {
		return m.exitStatus(exit)
	}
	if runtime.IsError(e, runtime.KeyboardInterrupt) {
		m.interrupted = true
		return 130
	}
	return 1
}

// Show shows an exception through sys.excepthook, SystemExit as any other. Where
// the hook itself wants the program to end, its SystemExit is given back.
func (m *Machine) Show(err error) (exit error) {
	t, closed := m.enter()
	if closed != nil {
		return closed
	}
	defer m.leave(t)
	if e := m.show(t, runtime.ToException(err)); e != nil {
		return e
	}
	return nil
}

func (m *Machine) show(t *thread, e *runtime.Exception) (exit *runtime.Exception) {
	m.sys().Store("last_type", e.Type().Value())
	m.sys().Store("last_value", e.Value())
	m.sys().Store("last_traceback", runtime.TbValue(e.Tb))
	m.flush("stdout")
	hook, ok := m.sys().Lookup("excepthook")
	if !ok || hook.IsNone() {
		m.writeErr("sys.excepthook is missing\n")
		m.PrintException(e)
	} else if _, herr := runtime.Call(t.rt, hook, e.Type().Value(), e.Value(), runtime.TbValue(e.Tb)); herr != nil {
		he := runtime.ToException(herr)
		if runtime.IsError(he, runtime.SystemExit) {
			return he
		}
		m.writeErr("Error in sys.excepthook:\n")
		m.PrintException(he)
		m.writeErr("\nOriginal exception was:\n")
		m.PrintException(e)
	}
	m.flush("stderr")
	return nil
}

// Interrupted says that a KeyboardInterrupt has ended the program. The process
// of a command should end by SIGINT then, so that who started it knows.
func (m *Machine) Interrupted() bool { return m.interrupted }

// exitStatus follows SystemExit's rules.
func (m *Machine) exitStatus(e *runtime.Exception) int {
	v, err := runtime.GetAttrS(m.running().rt, e.Value(), "code")
	if err != nil || v.IsNone() {
		return 0
	}
	if n, b, ok := runtime.IntOf(v); ok {
		if b != nil {
			return 255
		}
		return int(n & 0xff)
	}
	s, err := runtime.StrStr(m.running().rt, v)
	if err == nil {
		m.flush("stdout")
		m.writeErr(s + "\n")
	}
	return 1
}

// flush flushes sys.stdout or sys.stderr.
func (m *Machine) flush(name string) error {
	f, ok := m.sys().Lookup(name)
	if !ok || f.IsNone() {
		return nil
	}
	if c, ok, err := runtime.LookupAttr(m.running().rt, f, m.state.Intern("closed")); err == nil && ok && c.IsTrue() {
		return nil
	}
	_, err := runtime.CallMethod(m.running().rt, f, "flush")
	return err
}
