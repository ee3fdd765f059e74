package vm

import (
	"github.com/minipy/minipy/runtime"
)

// An importing is a module that a thread imports right now; others who want it wait.
type importing struct {
	name  string
	owner *thread
	queue runtime.WaitQueue
}

// Undo implements runtime.Awaited: there is nothing to give back.
func (x *importing) Undo(*runtime.Thread, *runtime.Waiter) {}

// Describe implements runtime.Awaited.
func (x *importing) Describe() (string, int64) { return "import of " + x.name, x.owner.rt.ID }

// awaitImport waits until no other thread imports the module; not if that one
// waits, by whatever way, for what t imports: then both see modules half-made,
// as with CPython.
func (m *Machine) awaitImport(t *thread, name string) error {
	for {
		x := m.imports[name]
		if x == nil || x.owner == t {
			return nil
		}
		for y := x; y != nil; y = y.owner.importing {
			if y.owner == t {
				return nil
			}
		}
		t.importing = x
		_, err := m.Wait(t.rt, runtime.Wait{Queue: &x.queue, For: x, Timeout: -1})
		t.importing = nil
		if err != nil {
			return err
		}
	}
}

// beginImport says that t imports the module; the caller calls the result at the end.
func (m *Machine) beginImport(t *thread, name string) (end func()) {
	if m.imports[name] != nil {
		return func() {}
	}
	x := &importing{name: name, owner: t}
	if m.imports == nil {
		m.imports = map[string]*importing{}
	}
	m.imports[name] = x
	return func() {
		delete(m.imports, name)
		for m.Wake(&x.queue, runtime.None) != nil {
		}
	}
}
