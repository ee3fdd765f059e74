package vm

import "github.com/minipy/minipy/runtime"

// Exceptions that nobody can catch, and sys.unraisablehook, which they go through.

// unraisableArgs is what sys.unraisablehook is called with.
var unraisableArgs = &runtime.StructSeq{Name: "UnraisableHookArgs", NoNew: true,
	Doc: "UnraisableHookArgs\n\nType used to pass arguments to sys.unraisablehook.",
	Fields: []runtime.StructField{{Name: "exc_type", Doc: "Exception type"}, {Name: "exc_value", Doc: "Exception value"},
		{Name: "exc_traceback", Doc: "Exception traceback"}, {Name: "err_msg", Doc: "Error message"}, {Name: "object", Doc: "Object causing the exception"}}}

var unraisableArgsType runtime.Type

func init() { runtime.DefineStructSeq(&unraisableArgsType, unraisableArgs) }

// Unraisable reports an exception that nobody can catch: "Exception ignored
// WHERE: OBJ". where is "in", "in atexit callback" and the like; "": nothing is
// said but the exception.
func (m *Machine) Unraisable(rt *runtime.Thread, err error, where string, obj runtime.Value) {
	if implOf(rt).over {
		return // it is no exception of the program's, and none of its code runs any more
	}
	e, msg := runtime.ToException(err), runtime.None
	if where != "in" && where != "" {
		msg = runtime.NewStr("Exception ignored " + where)
	}
	args := unraisableArgs.Make(&unraisableArgsType, e.Type().Value(), e.Value(), runtime.TbValue(e.Tb), msg, obj)
	hook, ok := m.sys().Lookup("unraisablehook")
	if !ok || hook.IsNone() {
		m.printUnraisable(rt, args)
		return
	}
	if _, err := runtime.Call(rt, hook, args); err != nil {
		failed := runtime.ToException(err)
		m.printUnraisable(rt, unraisableArgs.Make(&unraisableArgsType, failed.Type().Value(), failed.Value(), runtime.TbValue(failed.Tb),
			runtime.NewStr("Exception ignored in sys.unraisablehook"), hook))
	}
}

// unraisable reports an exception raised by or about obj; by its __del__ if it has one.
func (m *Machine) unraisable(t *thread, err error, obj runtime.Value) {
	if f, ok := obj.Type().Lookup(t.rt, m.state.Intern("__del__")); ok {
		obj = f
	}
	m.Unraisable(t.rt, err, "in", obj)
}

// printUnraisable writes what args say to sys.stderr. Where that is None or
// does not work, nobody is told.
func (m *Machine) printUnraisable(rt *runtime.Thread, args runtime.Value) {
	f := runtime.As[runtime.Tuple](args).Items()
	msg := "Exception ignored in"
	s, has := runtime.AsStr(f[3])
	if has {
		msg = s.String()
	}
	switch {
	case !f[4].IsNone():
		msg += ": " + mustRepr(rt, f[4]) + "\n"
	case has:
		msg += ":\n"
	default:
		msg = ""
	}
	msg += m.unraisableText(rt, f[0], f[1], f[2])
	stderr, ok := m.sys().Lookup("stderr")
	if !ok {
		m.writeErr(msg)
	} else if !stderr.IsNone() {
		runtime.CallMethod(rt, stderr, "write", runtime.NewStr(msg))
	}
}

// unraisableText is the traceback and the exception, as lines.
func (m *Machine) unraisableText(rt *runtime.Thread, exc, value, tb runtime.Value) string {
	saved := rt.Handled
	rt.Handled = runtime.Value{}
	defer func() { rt.Handled = saved }()
	mod, err := m.importModule(implOf(rt), "traceback")
	if err == nil {
		var text runtime.Value
		if text, err = runtime.CallMethod(rt, mod, "_format_unraisable", exc, value, tb); err == nil {
			return runtime.As[runtime.Str](text).String()
		}
	}
	if e, ok := runtime.AsException(value); ok {
		return m.shortReport(e)
	}
	return ""
}

// sysUnraisablehook is sys.unraisablehook as it is at first.
func sysUnraisablehook(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	if a[0].Type() != &unraisableArgsType {
		return runtime.Value{}, runtime.TypeErrorf("sys.unraisablehook argument type must be UnraisableHookArgs")
	}
	machineOf(t).printUnraisable(t, a[0])
	return runtime.None, nil
}
