package vm

import (
	"io"
	"strings"

	"github.com/minipy/minipy/runtime"
)

// print, and what sys.stdout and sys.stderr are, in a machine without the
// module _io: no more than it takes to write text.

var streamType runtime.Type

// A stream is sys.stdout (fd 1) or sys.stderr (2).
type stream struct {
	runtime.Object
	fd int
}

// newStreams puts the plain streams into sys.
func newStreams(d *runtime.Dict) {
	for fd, name := range []string{"stdin", "stdout", "stderr"} {
		v := runtime.None
		if fd > 0 {
			s := runtime.Alloc[stream](&streamType)
			s.fd = fd
			v = s.Object.Value()
		}
		d.Store(name, v)
		d.Store("__"+name+"__", v)
	}
}

// write writes text to a stream's end, without the GIL.
func (s *stream) write(t *runtime.Thread, text string) error {
	w := t.VM.Stdout
	if s.fd == 2 {
		w = t.VM.Stderr
	}
	if w == nil {
		return nil
	}
	var err error
	t.Host.Block(t, func() { _, err = io.WriteString(w, text) }, nil)
	if stop := t.Host.Checkpoint(t); stop != nil {
		return stop
	}
	return runtime.FromOS(err)
}

func streamWrite(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	s, ok := runtime.AsStr(a[1])
	if !ok {
		return runtime.Value{}, runtime.TypeErrorf("write() argument must be str, not %s", a[1].Type().Name)
	}
	return runtime.Int(int64(s.Len())), runtime.As[stream](a[0]).write(t, s.String())
}

// plainPrint is print(*args, sep=' ', end='\n', file=None, flush=False).
func plainPrint(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	none := runtime.Value{}
	args, _ := runtime.AsTuple(a[4])
	sep, err := printPart(a[0], "sep", " ")
	if err != nil {
		return none, err
	}
	end, err := printPart(a[1], "end", "\n")
	if err != nil {
		return none, err
	}
	var b strings.Builder
	for i, v := range args.Items() {
		if i > 0 {
			b.WriteString(sep)
		}
		s, err := runtime.StrStr(t, v)
		if err != nil {
			return none, err
		}
		b.WriteString(s)
	}
	b.WriteString(end)
	file := a[2]
	if file.IsNone() {
		var ok bool
		if file, ok = t.Sys().Dict.Lookup("stdout"); !ok {
			return none, runtime.RuntimeErrorf("lost sys.stdout")
		}
	}
	if file.IsNone() {
		return runtime.None, nil
	}
	if file.IsExactly(&streamType) {
		return runtime.None, runtime.As[stream](file).write(t, b.String())
	}
	if _, err := runtime.CallMethod(t, file, "write", runtime.NewStr(b.String())); err != nil {
		return none, err
	}
	if a[3].IsTrue() {
		_, err = runtime.CallMethod(t, file, "flush")
	}
	return runtime.None, err
}

func printPart(v runtime.Value, name, def string) (string, error) {
	if v.IsNone() {
		return def, nil
	}
	s, ok := runtime.AsStr(v)
	if !ok {
		return "", runtime.TypeErrorf("%s must be None or a string, not %s", name, v.Type().Name)
	}
	return s.String(), nil
}

var plainPrintRows = []runtime.Method{{Name: "print", Sig: "*args, sep=None, end=None, file=None, flush=False", Fn: plainPrint,
	Doc: "Prints the values to a stream, or to sys.stdout by default."}}

func init() {
	runtime.Define(&streamType, runtime.TypeSpec{Name: "stream", Size: runtime.SizeOf[stream](), Flags: runtime.FlagDisallowNew,
		Doc: "A standard stream.",
		Methods: []runtime.Method{
			{Name: "write", Sig: "text, /", Fn: streamWrite},
			{Name: "flush", Fn: noneFn},
			{Name: "isatty", Fn: falseFn},
		}})
}
