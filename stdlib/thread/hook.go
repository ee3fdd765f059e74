package thread

import "github.com/minipy/minipy/runtime"

// hookArgs is what threading.excepthook is called with.
var hookArgs = &runtime.StructSeq{Name: "_thread._ExceptHookArgs",
	Doc: "ExceptHookArgs\n\nType used to pass arguments to threading.excepthook.",
	Fields: []runtime.StructField{{Name: "exc_type", Doc: "Exception type"}, {Name: "exc_value", Doc: "Exception value"},
		{Name: "exc_traceback", Doc: "Exception traceback"}, {Name: "thread", Doc: "Thread"}}}

var hookArgsType runtime.Type

func init() { runtime.DefineStructSeq(&hookArgsType, hookArgs) }

// excepthook is threading.excepthook: it prints the exception that a thread
// has ended with to sys.stderr, or to what that was when the Thread was made.
func excepthook(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	args, ok := runtime.Cast[runtime.Tuple](a[0], &hookArgsType)
	if !ok {
		return runtime.Value{}, runtime.TypeErrorf("_thread.excepthook argument type must be ExceptHookArgs")
	}
	typ, thread := args.Items()[0], args.Items()[3]
	if runtime.Is(typ, runtime.SystemExit.Value()) {
		return runtime.None, nil
	}
	file, _ := t.VM.Sys.Dict.Lookup("stderr")
	if (file.IsUnset() || file.IsNone()) && !thread.IsNone() {
		var err error
		if file, _, err = runtime.LookupAttr(t, thread, t.VM.Intern("_stderr")); err != nil {
			return runtime.Value{}, err
		}
	}
	if file.IsUnset() || file.IsNone() {
		return runtime.None, nil
	}
	name, err := threadName(t, thread)
	if err == nil {
		_, err = runtime.CallMethod(t, file, "write", runtime.NewStr("Exception in thread "+name+":\n"))
	}
	if err != nil {
		return runtime.Value{}, err
	}
	tb, err := t.Host.Import(t, "traceback", runtime.None, runtime.None, runtime.None, 0)
	if err == nil {
		_, err = runtime.CallMethod(t, tb, "_print_uncaught", typ, args.Items()[1], args.Items()[2], file)
	}
	if err == nil {
		_, err = runtime.CallMethod(t, file, "flush")
	}
	return runtime.None, err
}

// threadName is the name of a Thread; without one, the identifier of the thread that runs.
func threadName(t *runtime.Thread, thread runtime.Value) (string, error) {
	if !thread.IsNone() {
		name, ok, err := runtime.LookupAttr(t, thread, t.VM.Intern("name"))
		if err != nil {
			return "", err
		}
		if ok {
			return runtime.StrStr(t, name)
		}
	}
	return runtime.StrStr(t, runtime.Int(t.ID))
}
