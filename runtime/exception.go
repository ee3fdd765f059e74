package runtime

import "fmt"

// An Exception is a raised or raisable exception object; it is the Go error
// that natives return. What some classes have beyond the common part is in
// Extra, by index (see excattrs.go).
type Exception struct {
	Object
	attrs    Attrs
	Args     Value // tuple
	Tb       *Traceback
	Cause    Value // unset: None
	Context  Value // unset: None
	Suppress bool
	Extra    []Value
}

// Error is the exception as Go code sees it: "ValueError: text".
func (e *Exception) Error() string {
	msg := e.Message()
	if msg == "" {
		return e.typ.Name
	}
	return e.typ.Name + ": " + msg
}

// Message is str(e) as far as it can be had without running Python code.
func (e *Exception) Message() string {
	a, ok := AsTuple(e.Args)
	if !ok || len(a.items) == 0 {
		return ""
	}
	if s, ok := AsStr(a.items[0]); ok {
		return s.s
	}
	if a.items[0].IsInt() {
		return fmt.Sprint(a.items[0].AsInt64())
	}
	return ""
}

// AsException gives the exception behind v.
func AsException(v Value) (*Exception, bool) { return Cast[Exception](v, BaseExceptionType) }

// NewException makes an exception of a builtin class.
func NewException(typ *Type, args ...Value) *Exception {
	e := Alloc[Exception](typ)
	e.Args = NewTuple(args)
	if n := extraCount(typ); n > 0 {
		e.Extra = make([]Value, n)
		fillExtra(e, args)
	}
	return e
}

// Errorf makes an exception of class typ with a message.
func Errorf(typ *Type, format string, args ...any) *Exception {
	msg := format
	if len(args) > 0 {
		msg = fmt.Sprintf(format, args...)
	}
	return NewException(typ, NewStr(msg))
}

// The commonest classes have constructors of their own. They are called at a
// thousand places, none of them hot: inlined there they would take 0.1 MB.

//go:noinline
func TypeErrorf(format string, args ...any) error { return Errorf(TypeError, format, args...) }

//go:noinline
func ValueErrorf(format string, args ...any) error { return Errorf(ValueError, format, args...) }

//go:noinline
func IndexErrorf(format string, args ...any) error { return Errorf(IndexError, format, args...) }

//go:noinline
func OverflowErrorf(format string, args ...any) error { return Errorf(OverflowError, format, args...) }

//go:noinline
func RuntimeErrorf(format string, args ...any) error { return Errorf(RuntimeError, format, args...) }

//go:noinline
func RecursionErrorf(format string, args ...any) error {
	return Errorf(RecursionError, format, args...)
}

//go:noinline
func SystemErrorf(format string, args ...any) error { return Errorf(SystemError, format, args...) }

//go:noinline
func AttributeErrorf(format string, args ...any) error {
	return Errorf(AttributeError, format, args...)
}

//go:noinline
func ZeroDivisionErrorf(format string, args ...any) error {
	return Errorf(ZeroDivisionError, format, args...)
}

// MemoryErr is raised where an operation would need an absurd amount of memory.
func MemoryErr() error { return NewException(MemoryError) }

// KeyErr is KeyError(key).
func KeyErr(key Value) error { return NewException(KeyError, key) }

// IsError says that err is a Python exception of class typ.
func IsError(err error, typ *Type) bool {
	e, ok := err.(*Exception)
	return ok && e.typ.IsSubtype(typ)
}

// ToException gives the exception in err; a Go error that is none becomes SystemError.
func ToException(err error) *Exception {
	if e, ok := err.(*Exception); ok {
		return e
	}
	return Errorf(SystemError, "%s", err.Error())
}
