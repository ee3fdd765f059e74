package vm

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"reflect"
	goruntime "runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"

	"github.com/minipy/minipy/runtime"
)

// # Go functions for scripts
//
// A Go function becomes a builtin function. Its parameters are positional; a
// variadic one takes what is left. It may begin with a context.Context (of the
// call that the script runs in; calls with it go on in the same thread) and the
// *Machine, and may end in a Kw, which gets the keyword arguments. No result is
// None, several are a tuple; a last result of type error raises an exception
// (errors.go), and so does a panic (*PanicError).
//
// Functions of the usual shapes are called directly (gofast.go), the others by
// reflection. A function that has a name in the machine, by Set or Module, is
// known to a snapshot by that name; one that came as a value has none, and
// cannot be in a snapshot.

// A goFunc is a Go function as a machine knows it. It stands in tables, not in
// objects: those refer to its row.
type goFunc struct {
	row     runtime.Method
	fn      reflect.Value
	recv    reflect.Type                                      // of a method: the receiver, which comes first; nil: none
	in      []reflect.Type                                    // what scripts give, without the receiver, the variadic one and Kw
	rest    reflect.Type                                      // element of the variadic parameter; nil: none
	ctx, vm bool                                              // begins with a context, the machine
	kw      bool                                              // ends in Kw
	results int                                               // without the error
	fails   bool                                              // the last result is an error
	wrap    func(runtime.NativeFn) (string, runtime.NativeFn) // of a special method: see gospecial.go
	comes   bool                                              // is given means to come back: a context or a function
}

// newFunc makes the function object for fn.
func (m *Machine) newFunc(name string, fn reflect.Value) (runtime.Value, error) {
	f, err := m.describe(name, fn, false)
	if err != nil {
		return runtime.Value{}, err
	}
	return runtime.NewNative(&f.row, "builtins").Value(), nil
}

// describe looks at fn's type, once. method says that its first parameter is
// the receiver.
func (m *Machine) describe(name string, fn reflect.Value, method bool) (*goFunc, error) {
	if fn.Kind() != reflect.Func {
		return nil, fmt.Errorf("vm: %s is no function but a %s", name, fn.Type())
	}
	if fn.IsNil() {
		return nil, fmt.Errorf("vm: %s is a nil function", name)
	}
	if name == "" {
		name = funcName(fn)
	}
	typ := fn.Type()
	f := &goFunc{fn: fn, results: typ.NumOut()}
	f.row.Name = name
	i, n := 0, typ.NumIn()
	if method {
		if n == 0 || typ.IsVariadic() && n == 1 {
			return nil, fmt.Errorf("vm: method %s has no receiver: %s", name, typ)
		}
		f.recv = typ.In(0)
		i++
	}
	if i < n && typ.In(i) == contextType {
		f.ctx, f.comes = true, true
		i++
	}
	if i < n && typ.In(i) == machineType {
		f.vm = true
		i++
	}
	if n > i && typ.In(n-1) == kwType && !typ.IsVariadic() {
		f.kw = true
		n--
	}
	if n > i && typ.IsVariadic() {
		n--
		f.rest = typ.In(n).Elem()
	}
	for ; i < n; i++ {
		f.in = append(f.in, typ.In(i))
	}
	for _, p := range append(f.in, f.rest) {
		f.comes = f.comes || p != nil && p.Kind() == reflect.Func
	}
	if f.results > 0 && typ.Out(f.results-1) == errorType {
		f.results--
		f.fails = true
	}
	m.bindFunc(f)
	return f, nil
}

// bindFunc fills f's row.
func (m *Machine) bindFunc(f *goFunc) {
	if f.rest != nil || f.kw {
		f.row.Raw = f.callRaw
		return
	}
	f.row.Sig = signature(len(f.in))
	if f.recv == nil {
		f.row.Fn = fastFn(f)
	}
	if f.row.Fn == nil {
		f.row.Fn = f.call
	}
}

// signature is the Sig of a function of n positional parameters.
func signature(n int) string {
	if n == 0 {
		return ""
	}
	var b strings.Builder
	for i := range n {
		b.WriteString("arg" + strconv.Itoa(i+1) + ", ")
	}
	return b.String() + "/"
}

// funcName is what Go calls fn: the last part of the name, "Println".
func funcName(fn reflect.Value) string {
	name := "func"
	if p := goruntime.FuncForPC(fn.Pointer()); p != nil {
		name = strings.TrimSuffix(p.Name(), "-fm")
		name = name[strings.LastIndexAny(name, "./")+1:]
	}
	if strings.HasPrefix(name, "func") {
		return "<lambda>"
	}
	return name
}

// call is the row's Fn: as many arguments as parameters.
func (f *goFunc) call(rt *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	return f.apply(implOf(rt), args, nil)
}

// callRaw is the row's Raw.
func (f *goFunc) callRaw(rt *runtime.Thread, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	n := len(args) - len(names)
	if f.recv != nil {
		n--
	}
	if len(names) > 0 && !f.kw {
		return runtime.Value{}, runtime.TypeErrorf("%s() takes no keyword arguments", f.row.Name)
	}
	if n < len(f.in) || n > len(f.in) && f.rest == nil {
		return runtime.Value{}, f.wrongCount(n)
	}
	given := args[:len(args)-len(names)]
	var kw Kw
	if f.kw {
		kw = Kw{}
		for i, name := range names {
			x, err := implOf(rt).natural(args[len(given)+i], 0)
			if err != nil {
				return runtime.Value{}, argError(f.row.Name, "'"+name.String()+"'", err)
			}
			kw[name.String()] = x
		}
	}
	return f.apply(implOf(rt), given, kw)
}

func (f *goFunc) wrongCount(n int) error {
	want := len(f.in)
	least := ""
	if f.rest != nil {
		least = "at least "
	}
	return runtime.TypeErrorf("%s expected %s%d argument%s, got %d", f.row.Name, least, want, plural(want), n)
}

// apply converts the arguments, calls the function and converts its results.
func (f *goFunc) apply(t *thread, args []runtime.Value, kw Kw) (runtime.Value, error) {
	in := make([]reflect.Value, 0, len(args)+4)
	var back *lease
	if f.comes {
		back = &lease{t: t}
	}
	if f.recv != nil {
		self, err := t.argument(args[0], f.recv, nil)
		if err != nil {
			return runtime.Value{}, err
		}
		in, args = append(in, self), args[1:]
	}
	if f.ctx {
		in = append(in, reflect.ValueOf(t.contextFor(back)))
	}
	if f.vm {
		in = append(in, reflect.ValueOf(t.m))
	}
	for i, v := range args {
		typ := f.rest
		if i < len(f.in) {
			typ = f.in[i]
		}
		x, err := t.argument(v, typ, back)
		if err != nil {
			return runtime.Value{}, f.argError(i, err)
		}
		in = append(in, x)
	}
	if f.kw {
		in = append(in, reflect.ValueOf(kw))
	}
	out, err := f.invoke(t, in, back)
	if err != nil {
		return runtime.Value{}, err
	}
	return f.result(t, out)
}

// argument is the Go value of type typ for v.
func (t *thread) argument(v runtime.Value, typ reflect.Type, back *lease) (reflect.Value, error) {
	switch {
	case typ == intType && v.IsInt():
		return reflect.ValueOf(int(v.AsInt64())), nil
	case typ == valueType:
		return reflect.ValueOf(Value{t.m, v}), nil
	}
	p := reflect.New(typ).Elem()
	if typ.Kind() == reflect.Func {
		return p, t.funcFrom(v, p, back)
	}
	return p, t.fromPy(v, p, 0)
}

var intType = reflect.TypeFor[int]()

// argError words what is wrong with argument i.
func (f *goFunc) argError(i int, err error) error {
	return argError(f.row.Name, strconv.Itoa(i+1), err)
}

// argError is the exception for an argument that cannot be converted, in the
// words of CPython's own functions.
func argError(fn, arg string, err error) error {
	e, ok := err.(*DecodeError)
	switch {
	case !ok:
		return err
	case e.Err != nil:
		x := runtime.ToException(e.Err)
		return runtime.Errorf(x.Type(), "%s() argument %s: %s: %s", fn, arg, e.Path, x.Message())
	case e.Path != "":
		return runtime.TypeErrorf("%s() argument %s: %s must be %s, not %s", fn, arg, e.Path, e.Want, e.Got)
	}
	return runtime.TypeErrorf("%s() argument %s must be %s, not %s", fn, arg, e.Want, e.Got)
}

// invoke calls the function, with the GIL lent.
func (f *goFunc) invoke(t *thread, in []reflect.Value, back *lease) (out []reflect.Value, err error) {
	cur := t.cur
	slow := f.ctx && t.m.gil.others()
	t.lend()
	defer t.returned(cur, back, &err)
	if slow {
		t.letOthers()
	}
	return f.fn.Call(in), nil
}

// letOthers lets the threads run that are ready, while t is in a function that
// takes a context, and so may take its time.
func (t *thread) letOthers() {
	g := &t.m.gil
	g.mu.Lock()
	if g.steal() {
		g.pass(g.pop())
	}
	g.mu.Unlock()
}

// returned ends the call of a host function, at frame cur: deferred. A panic
// of the function becomes an exception; one of ours in what it has called back
// goes on.
func (t *thread) returned(cur *frame, back *lease, err *error) {
	r := recover()
	if back != nil {
		back.end()
	}
	t.unlend()
	if r == nil {
		return
	}
	if r == errClosed || t.cur != cur {
		panic(r)
	}
	if p, ok := r.(callbackPanic); ok {
		*err = t.raiseHost(p.err)
		return
	}
	*err = t.raiseHost(&PanicError{Value: r, Stack: debug.Stack()})
}

// A PanicError is the Go error behind the RuntimeError that a panic in a host
// function has become.
type PanicError struct {
	Value any // what panic was called with
	Stack []byte
}

func (e *PanicError) Error() string { return fmt.Sprintf("panic in a Go function: %v", e.Value) }

// Unwrap gives the value if it is an error.
func (e *PanicError) Unwrap() error {
	err, _ := e.Value.(error)
	return err
}

// result converts the results.
func (f *goFunc) result(t *thread, out []reflect.Value) (runtime.Value, error) {
	if f.fails {
		if err, _ := out[len(out)-1].Interface().(error); err != nil {
			return runtime.Value{}, t.raiseHost(err)
		}
	}
	switch f.results {
	case 0:
		return runtime.None, nil
	case 1:
		return t.reflectToPy(out[0], 0)
	}
	items := make([]runtime.Value, f.results)
	for i := range items {
		x, err := t.reflectToPy(out[i], 0)
		if err != nil {
			return x, err
		}
		items[i] = x
	}
	return runtime.NewTuple(items), nil
}

// contextFor is the context for a host function that t calls.
func (t *thread) contextFor(back *lease) context.Context {
	ctx := context.Background()
	if t.ctx != nil {
		ctx = t.ctx
	}
	return leaseContext{ctx, back}
}

// funcName is the name under which the row of a host function is known; "": none.
func (m *Machine) funcName(row *runtime.Method) string {
	for name, f := range m.goFuncs {
		if &f.row == row {
			return name
		}
	}
	return ""
}

// nameFunc makes f known by a name of its own, under which a snapshot finds it.
// A function that a snapshot has brought without its Go side gets that from f;
// the row that objects refer to is then the old one.
func (m *Machine) nameFunc(name string, f *goFunc) *goFunc {
	if old := m.goFuncs[name]; old != nil && !old.fn.IsValid() {
		row := &old.row
		*old = *f
		m.bindFunc(old)
		if old.wrap != nil {
			row.Sig, row.Fn = old.wrap(row.Fn)
		}
		return old
	}
	if m.goFuncs == nil {
		m.goFuncs = map[string]*goFunc{}
	}
	m.goFuncs[name] = f
	return f
}

// exceptionFor makes the exception for an error that a host function has
// returned: of the class that x names, if x is an Exception that the program has
// made itself; an OSError for an error of the system; else a RuntimeError.
func (t *thread) exceptionFor(err error, x *Exception) *runtime.Exception {
	if x != nil && x.Value.m == nil {
		cls, _ := t.m.state.Builtins.Lookup(x.Type)
		if c, ok := runtime.AsType(orNone(cls)); ok && c.Has(runtime.FlagException) {
			return runtime.Errorf(c, "%s", x.Message)
		}
	}
	var errno syscall.Errno
	if errors.As(err, &errno) {
		var names []runtime.Value
		if p := (*fs.PathError)(nil); errors.As(err, &p) {
			names = append(names, pyString(p.Path))
		}
		if e, ok := runtime.FromOS(err, names...).(*runtime.Exception); ok {
			return e
		}
	}
	for _, c := range []struct {
		err error
		cls *runtime.Type
	}{{fs.ErrNotExist, runtime.FileNotFoundError}, {fs.ErrExist, runtime.FileExistsError}, {fs.ErrPermission, runtime.PermissionError},
		{context.DeadlineExceeded, runtime.TimeoutError}, {io.EOF, runtime.EOFError}} {
		if errors.Is(err, c.err) {
			return runtime.Errorf(c.cls, "%s", err.Error())
		}
	}
	return runtime.Errorf(runtime.RuntimeError, "%s", err.Error())
}
