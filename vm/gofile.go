package vm

import (
	"errors"
	"io"
	"reflect"

	"github.com/minipy/minipy/runtime"
)

// A file is a Python object with read(), write() or close() as an io.Reader,
// io.Writer or io.Closer, for host functions with such parameters. It asks for
// and gives bytes; a text file gives text, in UTF-8.
type file struct {
	m    *Machine
	v    runtime.Value
	rest []byte // read and not yet given
	text bool   // write() wants text
}

func (t *thread) fileFor(v runtime.Value) *file {
	_, text, _ := runtime.LookupAttr(t.rt, v, t.m.state.Intern("encoding"))
	return &file{m: t.m, v: v, text: text}
}

// fits says that the object has what the methods of typ need, an interface
// that *file implements.
func (f *file) fits(t *thread, typ reflect.Type) bool {
	for _, m := range []struct {
		in   reflect.Type
		name string
	}{
		{reflect.TypeFor[io.Reader](), "read"}, {reflect.TypeFor[io.Writer](), "write"}, {reflect.TypeFor[io.StringWriter](), "write"},
		{reflect.TypeFor[io.Closer](), "close"},
	} {
		if !typ.Implements(m.in) {
			continue
		}
		if _, ok, err := runtime.LookupAttr(t.rt, f.v, t.m.state.Intern(m.name)); err != nil || !ok {
			return false
		}
	}
	return true
}

// Read calls read(len(p)).
func (f *file) Read(p []byte) (int, error) {
	if len(f.rest) == 0 && len(p) > 0 {
		err := f.m.outside(func(t *thread) error {
			v, err := runtime.CallMethod(t.rt, f.v, "read", runtime.Int(int64(len(p))))
			if err != nil {
				return err
			}
			if s, ok := runtime.AsStr(v); ok {
				text, err := goString(s.String())
				f.rest = []byte(text)
				return err
			}
			b, ok, err := t.bufferOf(v)
			if err == nil && !ok {
				err = runtime.TypeErrorf("read() should have returned a bytes-like object, not '%s'", v.Type().Name)
			}
			f.rest = b
			return err
		})
		if err != nil {
			return 0, err
		}
		if len(f.rest) == 0 {
			return 0, io.EOF
		}
	}
	n := copy(p, f.rest)
	f.rest = f.rest[n:]
	return n, nil
}

// Write calls write(p).
func (f *file) Write(p []byte) (n int, err error) {
	for n < len(p) && err == nil {
		done := 0
		err = f.m.outside(func(t *thread) error {
			arg := runtime.NewBytes(append([]byte{}, p[n:]...))
			if f.text {
				arg = pyString(string(p[n:]))
			}
			v, err := runtime.CallMethod(t.rt, f.v, "write", arg)
			done = len(p) - n
			if err == nil && !f.text && v.IsInt() {
				done = min(done, int(v.AsInt64())) // a raw file may write less
			}
			return err
		})
		if n += done; done <= 0 && err == nil {
			err = errors.New("vm: write() of a file has written nothing")
		}
	}
	return n, err
}

// WriteString implements io.StringWriter.
func (f *file) WriteString(s string) (int, error) { return f.Write([]byte(s)) }

// Close calls close().
func (f *file) Close() error {
	return f.m.outside(func(t *thread) error {
		_, err := runtime.CallMethod(t.rt, f.v, "close")
		return err
	})
}
