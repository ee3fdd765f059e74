package thread

import (
	"strconv"

	"github.com/minipy/minipy/runtime"
)

// hookArgs is threading.ExceptHookArgs: what an exception hook of threads gets.
var hookArgs = &runtime.StructSeq{
	Name: "_thread._ExceptHookArgs",
	Doc:  "ExceptHookArgs\n\nType used to pass arguments to threading.excepthook.",
	Fields: []runtime.StructField{
		{Name: "exc_type", Doc: "Exception type"}, {Name: "exc_value", Doc: "Exception value"},
		{Name: "exc_traceback", Doc: "Exception traceback"}, {Name: "thread", Doc: "Thread"},
	},
}

var hookArgsType runtime.Type

func init() { runtime.DefineStructSeq(&hookArgsType, hookArgs) }

// excepthook is threading.excepthook as it stands at the start: it reports the
// exception on sys.stderr, or on what was sys.stderr when the thread was made.
func excepthook(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	if a[0].Type() != &hookArgsType {
		return runtime.Value{}, runtime.TypeErrorf("_thread.excepthook argument type must be ExceptHookArgs")
	}
	items := runtime.As[runtime.Tuple](a[0]).Items()
	typ, val, tb, thread := items[0], items[1], items[2], items[3]
	if typ == runtime.SystemExit.Value() {
		return runtime.None, nil
	}
	file, _ := t.Sys().Dict.Lookup("stderr")
	if file.IsUnset() || file.IsNone() {
		if thread.IsNone() {
			return runtime.None, nil
		}
		var err error
		if file, err = runtime.GetAttrS(t, thread, "_stderr"); err != nil || file.IsNone() {
			return runtime.None, err
		}
	}
	name := "<failed to get thread name>"
	if !thread.IsNone() {
		if v, err := runtime.GetAttrS(t, thread, "name"); err == nil {
			if name, err = runtime.StrStr(t, v); err != nil {
				return runtime.Value{}, err
			}
		}
	} else {
		name = strconv.FormatInt(t.ID, 10)
	}
	if _, err := runtime.CallMethod(t, file, "write", runtime.NewStr("Exception in thread "+name+":\n")); err != nil {
		return runtime.Value{}, err
	}
	mod, err := t.Host.Import(t, "traceback", runtime.None, runtime.None, runtime.None, 0)
	if err != nil {
		return runtime.Value{}, err
	}
	printer, err := runtime.GetAttrS(t, mod, "print_exception")
	if err != nil {
		return runtime.Value{}, err
	}
	if _, err := runtime.CallArgs(t, printer, []runtime.Value{typ, val, tb, file}, []*runtime.Str{t.VM.Intern("file")}); err != nil {
		return runtime.Value{}, err
	}
	return runtime.CallMethod(t, file, "flush")
}
