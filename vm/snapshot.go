package vm

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/vm/snapshot"
)

// ErrSnapshot is what every complaint of Restore about the bytes themselves is.
var ErrSnapshot = snapshot.ErrFormat

// Snapshot gives the machine's state as bytes: its modules with all that their
// variables lead to. The machine stays as it is. No program may be running in
// it and it must have no threads. What cannot be written is an error that names
// it: a Go value of the host's, or a function of the host's that has no name in
// the machine.
func (m *Machine) Snapshot() ([]byte, error) {
	var out bytes.Buffer
	err := m.Guard(func(rt *runtime.Thread) error {
		t := implOf(rt)
		switch n := m.ThreadCount(); {
		case t != m.main || t.cur != t.root:
			return fmt.Errorf("vm: a snapshot while a program runs")
		case n > 0:
			return fmt.Errorf("vm: a snapshot of a machine with %d running threads", n)
		}
		return m.writeState(t, runtime.Value{}, &out, nil)
	})
	if err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Restore makes a machine that goes on from what Snapshot has written, in this
// or another process of the same program. cfg must have the same Modules; its
// streams, files, limits, clock and randomness are the machine's; the arguments,
// path and environment are those of the snapshot. Functions that the host had
// given names must be given again, by Set, before scripts call them. Bytes that
// are no such state, or were changed, are an error that is ErrSnapshot.
func Restore(cfg Config, data []byte) (*Machine, error) {
	m := newMachine(cfg)
	err := m.Guard(func(rt *runtime.Thread) error {
		if _, err := m.readState(bytes.NewReader(data), nil); err != nil {
			return err
		}
		return m.restoreModules(implOf(rt))
	})
	if err != nil {
		m.Close()
		return nil, err
	}
	return m, nil
}

// goHooks are the ways of what is the host's: functions are known by name,
// values cannot be written.
func goHooks() map[reflect.Type]*snapshot.Hook {
	return map[reflect.Type]*snapshot.Hook{
		reflect.TypeFor[hostRef](): refused("a Go value of the host program", func(v reflect.Value) any {
			if h := v.Addr().Interface().(*hostRef); h.v.IsValid() {
				return h.v.Type()
			}
			return nil
		}),
		reflect.TypeFor[pullRef](): refused("a running sequence of the host program", func(v reflect.Value) any {
			if p := v.Addr().Interface().(*pullRef); p.p != nil {
				return "iterator"
			}
			return nil
		}),
		reflect.TypeFor[*runtime.Method](): {Write: writeMethod, Read: readMethod},
	}
}

// refused refuses a value if what says that there is one, and of what kind.
func refused(text string, what func(reflect.Value) any) *snapshot.Hook {
	return &snapshot.Hook{
		Write: func(w *snapshot.Writer, v reflect.Value) {
			if kind := what(v); kind != nil {
				w.Fail(fmt.Errorf("%s (%v)", text, kind))
			}
		},
		Read: func(*snapshot.Reader, reflect.Value) {},
	}
}

// writeMethod writes a row of a table: its place, or the name of a function of
// the host's.
func writeMethod(w *snapshot.Writer, v reflect.Value) {
	row := *v.Addr().Interface().(**runtime.Method)
	if row == nil {
		w.Static(nil)
		w.Text("")
		return
	}
	if w.Known(row) {
		w.Static(row)
		return
	}
	if name := w.Context.(*frameTable).m.funcName(row); name != "" {
		w.Static(nil)
		w.Text(name)
		return
	}
	w.Fail(fmt.Errorf("the function %s of the host program, which has no name in the machine", row.Name))
}

func readMethod(r *snapshot.Reader, v reflect.Value) {
	row := (*runtime.Method)(r.Static())
	if row == nil {
		if name := r.Text(); name != "" {
			row = r.Context.(*frameTable).m.absentFunc(name)
		}
	}
	*v.Addr().Interface().(**runtime.Method) = row
}

// absentFunc is the row of a function of the host's that a snapshot names and
// nobody has given yet: see nameFunc.
func (m *Machine) absentFunc(name string) *runtime.Method {
	f := m.goFuncs[name]
	if f == nil {
		f = &goFunc{row: runtime.Method{Name: name[strings.LastIndexByte(name, '.')+1:], Raw: func(*runtime.Thread, []runtime.Value, []*runtime.Str) (runtime.Value, error) {
			return runtime.Value{}, runtime.RuntimeErrorf("the host has not given this machine its function %s()", name)
		}}}
		if m.goFuncs == nil {
			m.goFuncs = map[string]*goFunc{}
		}
		m.goFuncs[name] = f
	}
	return &f.row
}
