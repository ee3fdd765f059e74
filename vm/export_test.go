package vm

import (
	"io"

	"github.com/minipy/minipy/runtime"
)

// WriteState and ReadState are writeState and readState for tests that need the library.
func (m *Machine) WriteState(out io.Writer) error {
	return m.Guard(func(rt *runtime.Thread) error { return m.writeState(implOf(rt), runtime.Value{}, out, nil) })
}

// ReadState see WriteState.
func (m *Machine) ReadState(in io.Reader) error {
	_, err := m.readState(in, nil)
	return err
}
