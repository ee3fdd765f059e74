package vm

import (
	"strings"

	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/compile"
	"github.com/minipy/minipy/lang/grammar"
	"github.com/minipy/minipy/runtime"
)

// What a session at a prompt needs of the machine.

// InteractiveName is the file name of what is typed.
const InteractiveName = "<stdin>"

// An Interactive is a session of statements that run in __main__ one after another.
type Interactive struct {
	m     *Machine
	flags int // what from __future__ imports have brought
}

// NewInteractive begins a session.
func (m *Machine) NewInteractive() *Interactive { return &Interactive{m: m} }

// Run compiles src, one or several statements, and runs them until one fails;
// the values of expressions go to sys.displayhook. An await outside a function
// is driven to its end.
func (s *Interactive) Run(src string) (err error) {
	m := s.m
	t, err := m.enter()
	if err != nil {
		return err
	}
	defer m.leave(t)
	defer t.guard(&err)
	d := m.MainModule()
	if _, ok := d.GetStr(m.names.loader); !ok {
		d.SetStr(m.names.loader, finder)
	}
	for _, piece := range statements(src) {
		if err := s.runOne(t, d, piece); err != nil {
			return err
		}
	}
	return nil
}

func (s *Interactive) runOne(t *thread, d *runtime.Dict, src string) error {
	m := s.m
	co, err := s.compile(src)
	if err != nil {
		return err
	}
	if co.Code().Flags&code.FutureAnnotations != 0 {
		s.flags |= compile.FlagFutureAnnotations
	}
	v, err := m.Exec(t.rt, co, d, d.Value(), nil)
	if err == nil && co.Code().Flags&code.Coroutine != 0 {
		err = m.await(t, v)
	}
	m.flush("stderr")
	if ferr := m.flush("stdout"); err == nil {
		err = ferr
	}
	return err
}

// compile makes code of one statement; a second try allows await. Where several
// have come together they could not be parsed: what is wrong with them is said,
// instead of that they are several.
func (s *Interactive) compile(src string) (*runtime.CodeObject, error) {
	build := func(mode string, flags int) (*runtime.CodeObject, error) {
		return s.m.compileParsed([]byte(src), InteractiveName, mode, flags, s.m.cfg.Optimize, grammar.Options{Unicode: true})
	}
	co, err := build("single", s.flags)
	if err != nil && (strings.Contains(src, "await") || strings.Contains(src, "async")) {
		if co, err := build("single", s.flags|compile.FlagTopLevelAwait); err == nil {
			return co, nil
		}
	}
	if err != nil && strings.Contains(runtime.ToException(err).Message(), "multiple statements found") {
		if _, wrong := build("exec", s.flags|compile.FlagTopLevelAwait); wrong != nil {
			return nil, wrong
		}
	}
	return co, err
}

// await runs a coroutine to its end: in asyncio's loop where there is one.
func (m *Machine) await(t *thread, coroutine runtime.Value) error {
	if mod, err := m.importModule(t, "asyncio"); err == nil {
		_, err = runtime.CallMethod(t.rt, mod, "run", coroutine)
		return err
	}
	_, err := runtime.CallMethod(t.rt, coroutine, "send", runtime.None)
	switch {
	case err == nil:
		runtime.CallMethod(t.rt, coroutine, "close")
		return runtime.RuntimeErrorf("await has to wait, and no event loop is running")
	case runtime.IsError(err, runtime.StopIteration):
		return nil
	}
	return err
}

// statements cuts src between the statements that begin a line, so that each
// is compiled as typed alone; what cannot be parsed stays whole.
func statements(src string) []string {
	mod, err := grammar.Parse(InteractiveName, []byte(src), grammar.Exec, grammar.Options{Unicode: true})
	if err != nil {
		return []string{src}
	}
	body := mod.(*ast.Module).Body
	switch len(body) {
	case 0: // comments
		return nil
	case 1:
		return []string{src}
	}
	lines := strings.SplitAfter(src, "\n")
	var out []string
	from, end := firstLine(body[0]), 0
	for _, s := range body {
		if first := firstLine(s); first > end && end > 0 {
			out = append(out, strings.Join(lines[from-1:end], ""))
			from = first
		}
		end = int(s.Pos().EndLine)
	}
	return append(out, strings.Join(lines[from-1:end], ""))
}

// firstLine is where a statement begins, its decorators included.
func firstLine(s ast.Stmt) int {
	line := s.Pos().Line
	var decorators []ast.Expr
	switch d := s.(type) {
	case *ast.FunctionDef:
		decorators = d.DecoratorList
	case *ast.AsyncFunctionDef:
		decorators = d.DecoratorList
	case *ast.ClassDef:
		decorators = d.DecoratorList
	}
	if len(decorators) > 0 {
		line = decorators[0].Pos().Line
	}
	return int(line)
}
