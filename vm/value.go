package vm

import "github.com/minipy/minipy/runtime"

// A Value is a Python object of a machine. It stays valid until the machine is
// closed, and may be given only to the machine that it comes from.
type Value struct {
	m *Machine
	v runtime.Value
}

// Raw is the object as package runtime has it, for modules written in Go.
func (v Value) Raw() runtime.Value { return v.v }
