package vm

import (
	"strings"

	"github.com/minipy/minipy/lang/grammar"
	"github.com/minipy/minipy/runtime"
)

// Running whole programs: what the command does.

// MainModule makes __main__ and gives its namespace.
func (m *Machine) MainModule() *runtime.Dict {
	if v, ok := m.state.Modules.Lookup("__main__"); ok {
		if mod, ok := runtime.Cast[runtime.Module](v, runtime.ModuleType); ok {
			return mod.Dict
		}
	}
	mod := runtime.NewModule("__main__")
	mod.Dict.Store("__annotations__", runtime.NewDict().Value())
	mod.Dict.SetStr(m.names.builtins, m.state.BuiltinsModule.Value())
	m.state.Modules.Store("__main__", mod.Value())
	return mod.Dict
}

// RunSource compiles src and runs it in __main__. filename is what tracebacks
// and __file__ show; setFile says that it is a file.
func (m *Machine) RunSource(src []byte, filename string, setFile bool) (err error) {
	t, err := m.enter()
	if err != nil {
		return err
	}
	defer m.leave(t)
	defer t.guard(&err)
	d := m.MainModule()
	if setFile {
		d.SetStr(m.names.loader, m.newLoader(t, "__main__", filename))
		d.SetStr(m.names.file, runtime.NewStr(filename))
		d.Store("__cached__", runtime.None)
	} else {
		d.SetStr(m.names.loader, finder)
	}
	co, err := m.compileMain(src, filename)
	if err != nil {
		return err
	}
	_, err = m.Exec(t.rt, co, d, d.Value(), nil)
	return err
}

// RunFile is RunSource for what stands in a file or came through standard input:
// __main__ has a __file__ as long as it runs.
func (m *Machine) RunFile(src []byte, filename string, setFile bool) error {
	m.Guard(func(t *runtime.Thread) error {
		d := m.MainModule()
		d.SetStr(m.names.file, runtime.NewStr(filename))
		d.Store("__cached__", runtime.None)
		return nil
	})
	err := m.RunSource(src, filename, setFile)
	m.Guard(func(t *runtime.Thread) error {
		d := m.MainModule()
		d.DelStr(m.names.file)
		d.DelStr(t.VM.Intern("__cached__"))
		return nil
	})
	return err
}

func (m *Machine) compileMain(src []byte, filename string) (*runtime.CodeObject, error) {
	// -c gives a str, everything else is read from a file: errors show it
	file := filename != "<string>"
	return m.compileParsed(src, filename, "exec", 0, m.cfg.Optimize, grammar.Options{File: file, Unicode: !file})
}

// RunModule runs a module as __main__, as -m does.
func (m *Machine) RunModule(name string) (err error) {
	t, err := m.enter()
	if err != nil {
		return err
	}
	defer m.leave(t)
	defer t.guard(&err)
	modName := name
	var f *found
	if name != "" {
		if f, err = m.findMain(t, name); err != nil {
			return err
		}
	}
	if f != nil && m.isPackage(t, f) {
		if _, err := m.importModule(t, name); err != nil {
			return err
		}
		modName = name + ".__main__"
		if f, err = m.findMain(t, modName); err != nil {
			return err
		}
		if f == nil {
			return runtime.ImportErr(runtime.ImportError, "No module named "+modName+"; '"+name+"' is a package and cannot be directly executed", runtime.NewStr(name), runtime.Value{})
		}
	}
	switch {
	case f == nil:
		return runtime.ImportErr(runtime.ImportError, "No module named "+modName, runtime.NewStr(name), runtime.Value{})
	case f.spec != nil:
		return runtime.ImportErr(runtime.ImportError, "No code object available for "+name, runtime.NewStr(name), runtime.Value{})
	}
	return m.runAsMain(t, modName, f)
}

// findMain looks for a module whose packages are imported first.
func (m *Machine) findMain(t *thread, name string) (*found, error) {
	if strings.HasPrefix(name, ".") {
		return nil, runtime.ImportErr(runtime.ImportError, "Relative module names not supported", runtime.NewStr(name), runtime.Value{})
	}
	path := runtime.None
	if parent, _, dotted := cutLast(name); dotted {
		pv, err := m.importModule(t, parent)
		if err != nil {
			return nil, notFoundMain(name, err)
		}
		p, ok, err := runtime.LookupAttr(t.rt, pv, m.names.path)
		if err == nil && !ok {
			err = runtime.ImportErr(runtime.ModuleNotFoundError, "__path__ attribute not found on '"+parent+"' while trying to find '"+name+"'", runtime.NewStr(name), runtime.Value{})
		}
		if err != nil {
			return nil, notFoundMain(name, err)
		}
		path = p
	}
	return m.find(t, name, path, runtime.None)
}

// notFoundMain says in which search a module was not found; an error in the code
// of a package stays as it is.
func notFoundMain(name string, err error) error {
	e := runtime.ToException(err)
	if !runtime.IsError(err, runtime.ImportError) || e.Tb != nil {
		return err
	}
	text := "Error while finding module specification for '" + name + "' (" + e.Type().Name + ": " + e.Message() + ")"
	if stem, ok := strings.CutSuffix(name, ".py"); ok {
		text += ". Try using '" + stem + "' instead of '" + name + "' as the module name."
	}
	return runtime.ImportErr(runtime.ImportError, text, runtime.NewStr(name), runtime.Value{})
}

func (m *Machine) isPackage(t *thread, f *found) bool {
	if f.other.IsUnset() {
		return f.pkg
	}
	search, err := runtime.GetAttrS(t.rt, f.other, "submodule_search_locations")
	return err == nil && !search.IsNone()
}

// runAsMain runs a module that was found in the namespace of __main__.
func (m *Machine) runAsMain(t *thread, name string, f *found) error {
	d := m.MainModule()
	spec := m.newSpec(t, name, f)
	loader, err := runtime.GetAttrS(t.rt, spec, "loader")
	if err != nil {
		return err
	}
	origin, err := runtime.GetAttrS(t.rt, spec, "origin")
	if err != nil {
		return err
	}
	d.SetStr(m.names.file, origin)
	pkg, _, _ := cutLast(name)
	d.SetStr(m.names.pkg, runtime.NewStr(pkg))
	d.SetStr(m.names.spec, spec)
	d.SetStr(m.names.loader, loader)
	if argv, ok := m.sys().Lookup("argv"); ok && name != "__main__" { // else it is the folder's name
		if l, ok := runtime.AsList(argv); ok && l.Len() > 0 {
			l.Items()[0] = origin
		}
	}
	var co *runtime.CodeObject
	if f.other.IsUnset() {
		co, err = m.codeOf(f)
	} else {
		var cv runtime.Value
		if cv, err = runtime.CallMethod(t.rt, loader, "get_code", runtime.NewStr(name)); err == nil {
			var ok bool
			if co, ok = runtime.Cast[runtime.CodeObject](cv, runtime.CodeType); !ok {
				err = runtime.ImportErr(runtime.ImportError, "No code object available for "+name, runtime.NewStr(name), runtime.Value{})
			}
		}
	}
	if err != nil {
		return err
	}
	_, err = m.Exec(t.rt, co, d, d.Value(), nil)
	return err
}

// SetSys sets an attribute of sys.
func (m *Machine) SetSys(name string, v runtime.Value) {
	m.sys().SetStr(m.state.Intern(name), v)
}

// Guard runs f as a thread of the machine and turns a bug of ours into
// SystemError. Any goroutine; it waits for the GIL.
func (m *Machine) Guard(f func(t *runtime.Thread) error) error {
	t, err := m.enter()
	if err != nil {
		return err
	}
	defer m.leave(t)
	return t.guardCall(f)
}

// guardCall is Guard for who has the GIL.
func (t *thread) guardCall(f func(t *runtime.Thread) error) (err error) {
	defer t.guard(&err)
	return f(t.rt)
}

// ImportModule imports a module by its absolute name.
func (m *Machine) ImportModule(name string) (v runtime.Value, err error) {
	err = m.Guard(func(rt *runtime.Thread) error {
		v, err = m.importModule(implOf(rt), name)
		return err
	})
	return v, err
}

// Exit ends the program: it waits for the threads that are no daemons, atexit
// functions run, the other threads stop where they are, the streams are
// flushed. It gives the final status. Only Guard is of use afterwards.
func (m *Machine) Exit(status int) int {
	t, err := m.enter()
	if err != nil {
		return status
	}
	defer m.leave(t)
	if v, ok := m.state.Modules.Lookup("threading"); ok {
		if err := t.guardCall(func(rt *runtime.Thread) error {
			_, err := runtime.CallMethod(rt, v, "_shutdown")
			return err
		}); err != nil {
			m.unraisable(t, err, v)
		}
	}
	if calls, ok := m.state.Ext["atexit"].(interface{ AtExit(t *runtime.Thread) }); ok {
		if err := t.guardCall(func(rt *runtime.Thread) error {
			calls.AtExit(rt)
			return nil
		}); err != nil {
			m.unraisable(t, err, runtime.None)
		}
	}
	m.close(t)
	m.runFinalizers(t) // an interrupt is too late
	for _, v := range m.state.Unwatch() {
		if err := t.guardCall(func(rt *runtime.Thread) error { return runtime.Finalize(rt, v) }); err != nil {
			m.unraisable(t, err, v)
		}
	}
	if err := t.guardCall(func(rt *runtime.Thread) error { return m.flush("stdout") }); err != nil {
		if !runtime.IsError(err, runtime.BrokenPipeError) {
			out, _ := m.sys().Lookup("stdout")
			m.Unraisable(t.rt, err, "in", out)
		}
		status = 120
	}
	t.guardCall(func(rt *runtime.Thread) error { return m.flush("stderr") })
	m.state.Unwatch()
	return status
}
