package vm

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/minipy/minipy/lang/grammar"
	"github.com/minipy/minipy/runtime"
)

// ErrClosed is what a closed machine answers.
var ErrClosed = errors.New("vm: the machine is closed")

// An Exception is a Python exception that no handler of the script has caught.
// errors.Is and errors.As find the Go errors of host functions that it, its
// cause or its context come from.
type Exception struct {
	Type      string  // the name of its class: "ValueError"; with the module where that is not builtins
	Message   string  // str() of it
	Traceback []Frame // the outermost first
	Cause     *Exception
	Context   *Exception // what was being handled when it was raised, unless that is hidden (raise from)
	Value     Value      // the exception object

	types []string // the names of its classes and their bases
	host  error    // the Go error that it stands for
}

// A Frame is an entry of a traceback.
type Frame struct {
	File string
	Line int
	Func string
}

func (f Frame) String() string { return fmt.Sprintf("%s:%d in %s", f.File, f.Line, f.Func) }

// Error is the last line of the traceback: "ValueError: text".
func (e *Exception) Error() string {
	if e.Message == "" {
		return e.Type
	}
	return e.Type + ": " + e.Message
}

// IsA says that the exception is of the named class or one derived from it.
func (e *Exception) IsA(class string) bool { return slices.Contains(e.types, class) }

// Unwrap gives the Go error that a host function has returned, and the cause or context.
func (e *Exception) Unwrap() []error {
	var list []error
	if e.host != nil {
		list = append(list, e.host)
	}
	if e.Cause != nil {
		list = append(list, e.Cause)
	} else if e.Context != nil {
		list = append(list, e.Context)
	}
	return list
}

// Format is the traceback as Python prints it, without the lines of source.
func (e *Exception) Format() string {
	var b strings.Builder
	e.format(&b)
	return b.String()
}

func (e *Exception) format(b *strings.Builder) {
	switch {
	case e.Cause != nil:
		e.Cause.format(b)
		b.WriteString("\nThe above exception was the direct cause of the following exception:\n\n")
	case e.Context != nil:
		e.Context.format(b)
		b.WriteString("\nDuring handling of the above exception, another exception occurred:\n\n")
	}
	writeTraceback(b, e.Traceback)
	b.WriteString(e.Error() + "\n")
}

func writeTraceback(b *strings.Builder, frames []Frame) {
	if len(frames) > 0 {
		b.WriteString("Traceback (most recent call last):\n")
	}
	for _, f := range frames {
		fmt.Fprintf(b, "  File %q, line %d, in %s\n", f.File, f.Line, f.Func)
	}
}

// A SyntaxError is why a source cannot be compiled. Columns are in characters, from 1.
type SyntaxError struct {
	Kind            string // SyntaxError, IndentationError or TabError
	Message         string
	File            string
	Line, Col       int
	EndLine, EndCol int
	Text            string // the line
}

func (e *SyntaxError) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s: %s (%s, line %d)", e.Kind, e.Message, e.File, e.Line)
	}
	return e.Kind + ": " + e.Message
}

// syntaxError is the error of the compiler for the host.
func syntaxError(err error) error {
	var se *grammar.SyntaxError
	if !errors.As(err, &se) {
		return err
	}
	return &SyntaxError{Kind: se.Kind, Message: se.Msg, File: se.Filename, Line: se.Line, Col: se.Col, EndLine: se.EndLine, EndCol: se.EndCol, Text: se.Text}
}

// The limits that a LimitError names.
const (
	LimitSteps   = "steps"
	LimitMemory  = "memory"
	LimitDepth   = "depth"
	LimitOutput  = "output"
	LimitThreads = "threads"
)

// A LimitError says that a machine has reached one of its Limits.
type LimitError struct {
	Limit     string // LimitSteps and so on
	Max       int64
	Traceback []Frame // where it was reached
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("vm: the limit of %d %s is reached", e.Max, map[string]string{LimitSteps: "steps", LimitMemory: "bytes of memory",
		LimitDepth: "calls within calls", LimitOutput: "bytes of output", LimitThreads: "threads"}[e.Limit])
}

// A CanceledError says that the context of a call was done before the call was.
// errors.Is finds context.Canceled or context.DeadlineExceeded, and the cause.
type CanceledError struct {
	Err       error   // of the context
	Cause     error   // context.Cause
	Traceback []Frame // where the script stood
}

func (e *CanceledError) Error() string { return "vm: the call was ended: " + e.Cause.Error() }

// Unwrap gives the context's error and its cause.
func (e *CanceledError) Unwrap() []error { return []error{e.Err, e.Cause} }

// hostError turns err, which has ended a call in t, into what the host sees.
func (t *thread) hostError(err error) (out error) {
	if err == nil {
		return nil
	}
	defer t.guardFrom(t.cur, t.rt.Mark(), t.runs, &out) // str() of the exception may show a bug of ours
	e, ok := err.(*runtime.Exception)
	if !ok {
		return syntaxError(err)
	}
	if cause := t.stopCause(); t.over && cause != nil {
		return withTraceback(cause, frames(e.Tb))
	}
	if runtime.IsError(e, runtime.SyntaxError) && e.Tb == nil {
		return t.scriptSyntaxError(e)
	}
	return t.newException(e, map[*runtime.Exception]*Exception{})
}

// withTraceback gives a copy of cause that says where a thread stood.
func withTraceback(cause error, where []Frame) error {
	switch c := cause.(type) {
	case *LimitError:
		n := *c
		n.Traceback = where
		return &n
	case *CanceledError:
		n := *c
		n.Traceback = where
		return &n
	}
	return cause
}

// frames lists the entries of a traceback.
func frames(tb *runtime.Traceback) []Frame {
	var list []Frame
	for ; tb != nil; tb = tb.Next {
		c := tb.Frame.Code
		list = append(list, Frame{File: c.Filename.String(), Line: tb.Line, Func: c.Name.String()})
	}
	return list
}

// newException makes the host's picture of e. seen are those made already: the
// causes of exceptions can form circles.
func (t *thread) newException(e *runtime.Exception, seen map[*runtime.Exception]*Exception) *Exception {
	if x := seen[e]; x != nil {
		return nil
	}
	x := &Exception{Type: qualified(e.Type()), Traceback: frames(e.Tb), Value: Value{t.m, e.Value()}, host: hostCause(t, e)}
	seen[e] = x
	for _, c := range e.Type().MRO {
		x.types = append(x.types, qualified(c))
	}
	if s, err := runtime.StrStr(t.rt, e.Value()); err == nil {
		x.Message = s
	} else {
		x.Message = "<exception str() failed>"
	}
	if c, ok := runtime.AsException(orNone(e.Cause)); ok {
		x.Cause = t.newException(c, seen)
	}
	if c, ok := runtime.AsException(orNone(e.Context)); ok && !e.Suppress {
		x.Context = t.newException(c, seen)
	}
	return x
}

// qualified is a class's name, with its module unless that is builtins.
func qualified(c *runtime.Type) string { return c.Name }

// scriptSyntaxError is the host's picture of a SyntaxError that the compiler has found.
func (t *thread) scriptSyntaxError(e *runtime.Exception) error {
	x := &SyntaxError{Kind: e.Type().Name}
	text := func(name string) string {
		v, err := runtime.GetAttrS(t.rt, e.Value(), name)
		if s, ok := runtime.AsStr(orNone(v)); ok && err == nil {
			return s.String()
		}
		return ""
	}
	number := func(name string) int {
		v, err := runtime.GetAttrS(t.rt, e.Value(), name)
		if n, _, ok := runtime.IntOf(orNone(v)); ok && err == nil {
			return int(n)
		}
		return 0
	}
	x.Message, x.File, x.Text = text("msg"), text("filename"), text("text")
	x.Line, x.Col, x.EndLine, x.EndCol = number("lineno"), number("offset"), number("end_lineno"), number("end_offset")
	return x
}

// goErrorType is an exception's attribute that keeps the Go error it stands for.
var goErrorType runtime.Type

type goError struct {
	runtime.Object
	err error
}

// goErrorAttr is under what name it is kept.
const goErrorAttr = "__go_error__"

func init() {
	runtime.Define(&goErrorType, runtime.TypeSpec{Name: "go_error", Size: runtime.SizeOf[goError](), Flags: runtime.FlagDisallowNew,
		Doc: "The error of the program that embeds the script.",
		Slots: runtime.Slots{Repr: func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
			s, err := runtime.ReprStr(t, runtime.NewStr(runtime.As[goError](v).err.Error()))
			return runtime.NewStr("<go error " + s + ">"), err
		}}})
}

// raiseHost is the exception for an error that a host function has returned.
// One that a call into this machine has ended with is raised again as it was.
func (t *thread) raiseHost(err error) error {
	if e, ok := err.(*runtime.Exception); ok {
		return e
	}
	if t.stopCause() != nil {
		return t.stop()
	}
	var x *Exception
	if errors.As(err, &x) && x.Value.m == t.m {
		if e, ok := runtime.AsException(x.Value.v); ok {
			return e
		}
	}
	e := t.exceptionFor(err, x)
	o := runtime.Alloc[goError](&goErrorType)
	o.err = err
	runtime.SetInstanceAttr(t.rt, e.Value(), t.m.state.Intern(goErrorAttr), o.Object.Value())
	return e
}

// hostCause is the Go error that e stands for, or nil.
func hostCause(t *thread, e *runtime.Exception) error {
	v, ok := runtime.GetInstanceAttr(e.Value(), t.m.state.Intern(goErrorAttr))
	if o, isGo := runtime.Cast[goError](orNone(v), &goErrorType); ok && isGo {
		return o.err
	}
	return nil
}
