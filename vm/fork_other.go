//go:build !unix

package vm

import "github.com/minipy/minipy/runtime"

// Fork cannot be done here.
func (m *Machine) Fork(rt *runtime.Thread) error {
	return runtime.Errorf(runtime.NotImplementedError, "fork() is not supported on this system")
}

// IsChild says that this process is the child of another one: never, here.
func IsChild() bool { return false }

// FreshChild says that this process is a child that begins anew: never, here.
func FreshChild() bool { return false }

// RunChild is never called here.
func RunChild(cfg Config, ready func(*Machine)) (status int, err error) { return 1, nil }
