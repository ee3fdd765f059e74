package io

import (
	"io"
	"strconv"
	"strings"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

// A partial is the text of a print() under way, in a stack for each file: it
// goes to the file in one piece when print ends, so that lines of several
// threads never tear. If str() of an argument writes to the same file in the
// same thread, what has been collected goes first.
type partial struct {
	thread *rt.Thread
	b      []byte
	next   *partial
}

// commitParts moves the text of t's unfinished prints into pending, oldest first.
func (w *TextIOWrapper) commitParts(t *rt.Thread) {
	var mine []*partial
	for p := w.parts; p != nil; p = p.next {
		if p.thread == t && len(p.b) > 0 {
			mine = append(mine, p)
		}
	}
	for i := len(mine) - 1; i >= 0; i-- {
		w.pending = append(w.pending, mine[i].b...)
		mine[i].b = mine[i].b[:0]
	}
}

var (
	strStdout = rt.StaticStr("stdout")
	strStdin  = rt.StaticStr("stdin")
	strStderr = rt.StaticStr("stderr")
)

// sysAttr is sys.name, or None.
func sysAttr(t *rt.Thread, name *rt.Str) (rt.Value, bool) {
	if t.VM.SysModule == nil {
		return rt.Value{}, false
	}
	return t.Sys().Dict.GetStr(name)
}

// builtinPrint is print(*args, sep=' ', end='\n', file=None, flush=False).
func builtinPrint(t *rt.Thread, a []rt.Value, names []*rt.Str) (rt.Value, error) {
	args := a[:len(a)-len(names)]
	sep, end, file, flush := rt.None, rt.None, rt.None, rt.Value{}
	for i, n := range names {
		v := a[len(args)+i]
		switch n.String() {
		case "sep":
			sep = v
		case "end":
			end = v
		case "file":
			file = v
		case "flush":
			flush = v
		default:
			return rt.Value{}, rt.TypeErrorf("'%s' is an invalid keyword argument for print()", n.String())
		}
	}
	doFlush := false
	if !flush.IsUnset() {
		var err error
		if doFlush, err = rt.IsTrue(t, flush); err != nil {
			return rt.Value{}, err
		}
	}
	if file.IsNone() {
		var ok bool
		if file, ok = sysAttr(t, strStdout); !ok {
			return rt.Value{}, rt.RuntimeErrorf("lost sys.stdout")
		}
		if file.IsNone() {
			return rt.None, nil
		}
	}
	sepText, err := printText(sep, "sep", " ")
	if err != nil {
		return rt.Value{}, err
	}
	endText, err := printText(end, "end", "\n")
	if err != nil {
		return rt.Value{}, err
	}
	if file.IsExactly(&textType) {
		w := rt.As[TextIOWrapper](file)
		if w.kind != codecOther && w.writeNL == "" && (w.bufd != nil && w.bufd.writer || w.file != nil && w.file.writable) {
			err = printFast(t, w, args, sepText, endText)
			if err == nil && doFlush {
				err = w.flush(t)
			}
			return rt.None, err
		}
	}
	return rt.None, printSlow(t, file, args, sepText, endText, doFlush)
}

var (
	emptyStr   = rt.StaticStr("")
	spaceStr   = rt.StaticStr(" ")
	newlineStr = rt.StaticStr("\n")
)

func printText(v rt.Value, name, def string) (*rt.Str, error) {
	if v.IsNone() {
		if def == " " {
			return spaceStr, nil
		}
		return newlineStr, nil
	}
	s, ok := rt.AsStr(v)
	if !ok {
		return nil, rt.TypeErrorf("%s must be None or a string, not %s", name, v.Type().Name)
	}
	return s, nil
}

// printSlow prints to any object with a write method.
func printSlow(t *rt.Thread, file rt.Value, args []rt.Value, sep, end *rt.Str, flush bool) error {
	write := func(v rt.Value) error {
		m, err := rt.GetAttr(t, file, strWrite)
		if err != nil {
			return err
		}
		s, err := rt.ToStr(t, v)
		if err != nil {
			return err
		}
		_, err = rt.Call(t, m, s)
		return err
	}
	for i, v := range args {
		if i > 0 {
			if err := write(sep.Value()); err != nil {
				return err
			}
		}
		if err := write(v); err != nil {
			return err
		}
	}
	if err := write(end.Value()); err != nil {
		return err
	}
	if flush {
		_, err := method(t, file, strFlush)
		return err
	}
	return nil
}

// printFast prints to a text file of ours: one addition to its buffer.
func printFast(t *rt.Thread, w *TextIOWrapper, args []rt.Value, sep, end *rt.Str) error {
	if err := w.check(t); err != nil {
		return err
	}
	if w.parts == nil && simple(args) {
		// Nothing here runs Python code or gives up the GIL before the text is complete.
		if w.pending == nil {
			w.pending = make([]byte, 0, w.chunkSize)
		}
		start := len(w.pending)
		out, err := w.appendArgs(t, w.pending, args, sep, end)
		if err != nil {
			return err
		}
		w.pending = out
		return w.printed(t, start)
	}
	p := &partial{thread: t, next: w.parts}
	w.parts = p
	err := w.printParts(t, p, args, sep, end)
	for q := &w.parts; *q != nil; q = &(*q).next {
		if *q == p {
			*q = p.next
			break
		}
	}
	w.commitParts(t) // of a print that this one is inside of
	start := len(w.pending)
	w.pending = append(w.pending, p.b...)
	if werr := w.printed(t, start); err == nil {
		err = werr
	}
	return err
}

// printed is afterWrite for the text from pending[start].
func (w *TextIOWrapper) printed(t *rt.Thread, start int) error {
	t.VM.Unflushed = true
	line := false
	if w.lineBuffering {
		for _, c := range w.pending[start:] {
			if c == '\n' || c == '\r' {
				line = true
				break
			}
		}
	}
	if !line && !w.writeThrough && len(w.pending) < w.chunkSize && w.text == "" && w.rest == nil {
		return nil
	}
	if start > 0 && start < w.chunkSize && len(w.pending) >= w.chunkSize && !line && !w.writeThrough {
		// As with write(), what was there goes out alone, so that pieces end where prints do.
		tail := append(make([]byte, 0, max(w.chunkSize, len(w.pending)-start)), w.pending[start:]...)
		w.pending = w.pending[:start]
		if err := w.writeOut(t); err != nil {
			return err
		}
		w.pending = append(w.pending, tail...)
	}
	return w.afterWrite(t, line)
}

// simple says that str() of each argument runs no Python code.
func simple(args []rt.Value) bool {
	for _, v := range args {
		if !v.IsInt() && !v.IsFloat() && !v.IsExactly(rt.StrType) && !v.IsBool() && !v.IsNone() {
			return false
		}
	}
	return true
}

// appendArg appends str(v) for a simple v.
func (w *TextIOWrapper) appendArg(t *rt.Thread, dst []byte, v rt.Value) ([]byte, error) {
	switch {
	case v.IsInt():
		return strconv.AppendInt(dst, v.AsInt64(), 10), nil
	case v.IsExactly(rt.StrType):
		return appendEncoded(t, w.kind, w.errors, rt.As[rt.Str](v), dst)
	case v.IsNone():
		return append(dst, "None"...), nil
	case v.IsTrue():
		return append(dst, "True"...), nil
	case v.IsFalse():
		return append(dst, "False"...), nil
	}
	s, err := rt.ToStr(t, v)
	if err != nil {
		return dst, err
	}
	return appendEncoded(t, w.kind, w.errors, rt.As[rt.Str](s), dst)
}

// appendArgs appends the whole text of a print of simple values. If an
// argument cannot be encoded, what stands before it is printed.
func (w *TextIOWrapper) appendArgs(t *rt.Thread, dst []byte, args []rt.Value, sep, end *rt.Str) ([]byte, error) {
	var err error
	for i, v := range args {
		if i > 0 {
			if sep == spaceStr {
				dst = append(dst, ' ')
			} else if dst, err = appendEncoded(t, w.kind, w.errors, sep, dst); err != nil {
				return dst, err
			}
		}
		mark := len(dst)
		if dst, err = w.appendArg(t, dst, v); err != nil {
			w.pending = dst[:mark]
			return dst, err
		}
	}
	if end == newlineStr {
		return append(dst, '\n'), nil
	}
	return appendEncoded(t, w.kind, w.errors, end, dst)
}

// printParts collects the text of a print in p.
func (w *TextIOWrapper) printParts(t *rt.Thread, p *partial, args []rt.Value, sep, end *rt.Str) error {
	add := func(v rt.Value) error {
		s, err := rt.ToStr(t, v)
		if err != nil {
			return err
		}
		out, err := appendEncoded(t, w.kind, w.errors, rt.As[rt.Str](s), p.b)
		if err == nil {
			p.b = out
		}
		return err
	}
	for i, v := range args {
		if i > 0 {
			if err := add(sep.Value()); err != nil {
				return err
			}
		}
		if err := add(v); err != nil {
			return err
		}
	}
	return add(end.Value())
}

// builtinInput is input(prompt=”).
func builtinInput(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	in, ok := sysAttr(t, strStdin)
	if !ok || in.IsNone() {
		return rt.Value{}, rt.RuntimeErrorf("input(): lost sys.stdin")
	}
	out, ok := sysAttr(t, strStdout)
	if !ok || out.IsNone() {
		return rt.Value{}, rt.RuntimeErrorf("input(): lost sys.stdout")
	}
	errf, ok := sysAttr(t, strStderr)
	if !ok || errf.IsNone() {
		return rt.Value{}, rt.RuntimeErrorf("input(): lost sys.stderr")
	}
	if _, err := method(t, errf, strFlush); err != nil {
		if _, isExc := err.(*rt.Exception); !isExc {
			return rt.Value{}, err
		}
	}
	if line, ok, err := consoleInput(t, in, out, a[0]); ok || err != nil {
		return line, err
	}
	if !a[0].IsUnset() {
		if err := printSlow(t, out, a[:1], spaceStr, emptyStr, false); err != nil {
			return rt.Value{}, err
		}
	}
	if _, err := method(t, out, strFlush); err != nil {
		if _, isExc := err.(*rt.Exception); !isExc {
			return rt.Value{}, err
		}
	}
	line, err := method(t, in, strReadLine)
	if err != nil {
		return rt.Value{}, err
	}
	s, ok := rt.AsStr(line)
	if !ok {
		return rt.Value{}, rt.TypeErrorf("object.readline() returned non-string")
	}
	if s.String() == "" {
		return rt.Value{}, rt.Errorf(rt.EOFError, "EOF when reading a line")
	}
	if strings.HasSuffix(s.String(), "\n") {
		return rt.NewStr(s.String()[:len(s.String())-1]), nil
	}
	return line, nil
}

// consoleInput lets the user of an interactive session edit the line that
// input() reads, while the standard streams are those of the start. ok is
// false where it has to be read from sys.stdin.
func consoleInput(t *rt.Thread, in, out, prompt rt.Value) (line rt.Value, ok bool, err error) {
	s, console := stateOf(t), osutil.ConsoleOf(t)
	if console == nil || !rt.Is(in, s.std[0]) || !rt.Is(out, s.std[1]) {
		return line, false, nil
	}
	text := ""
	if !prompt.IsUnset() {
		if text, err = rt.StrStr(t, prompt); err != nil {
			return line, false, err
		}
	}
	if _, err := method(t, out, strFlush); err != nil {
		return line, false, err
	}
	typed, ok, err := console.ReadLine(t, text)
	if err == io.EOF {
		err = rt.Errorf(rt.EOFError, "EOF when reading a line")
	}
	return rt.NewStr(typed), ok, err
}

// builtinRows are the module's functions among the builtins.
var builtinRows = []rt.Method{
	{Name: "print", Raw: builtinPrint, Sig: "*args, sep=' ', end='\\n', file=None, flush=False",
		Doc: "Prints the values to a stream, or to sys.stdout by default.\n\n  sep\n    string inserted between values, default a space.\n  end\n    string appended after the last value, default a newline.\n  file\n    a file-like object (stream); defaults to the current sys.stdout.\n  flush\n    whether to forcibly flush the stream."},
	{Name: "input", Sig: "prompt=?, /", Fn: builtinInput, Doc: "Read a string from standard input.  The trailing newline is stripped."},
	{Name: "open", Sig: openSig, Fn: builtinOpen, Doc: "Open file and return a stream.  Raise OSError upon failure."},
}
