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

// An importLock is the import lock of _imp and imp, which programs hold for a
// time in which nobody shall import or fork: os.fork() waits for it. Imports of
// modules do not need it. It belongs to a thread, as often as that has acquired it.
type importLock struct {
	owner, count int64
	queue        runtime.WaitQueue
}

func init() { runtime.KeepState("_imp", &importLock{}) }

func globalImportLock(t *runtime.Thread) *importLock {
	l, ok := t.VM.Ext["_imp"].(*importLock)
	if !ok {
		l = &importLock{}
		t.VM.Ext["_imp"] = l
	}
	return l
}

// pass gives the lock to the thread that has waited longest.
func (l *importLock) pass(t *runtime.Thread) {
	l.count = 0
	if w := t.Host.Wake(&l.queue, runtime.None); w != nil {
		l.owner, l.count = w.T.ID, 1
	}
}

// Undo implements runtime.Awaited.
func (l *importLock) Undo(t *runtime.Thread, w *runtime.Waiter) { l.pass(t) }

// Describe implements runtime.Awaited.
func (l *importLock) Describe() (string, int64) { return "import lock", l.owner }

func impAcquire(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	l := globalImportLock(t)
	if l.count > 0 && l.owner != t.ID {
		return t.Host.Wait(t, runtime.Wait{Queue: &l.queue, For: l, Timeout: -1})
	}
	l.owner = t.ID
	l.count++
	return runtime.None, nil
}

func impRelease(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	l := globalImportLock(t)
	if l.count == 0 || l.owner != t.ID {
		return runtime.Value{}, runtime.RuntimeErrorf("not holding the import lock")
	}
	if l.count--; l.count == 0 {
		l.pass(t)
	}
	return runtime.None, nil
}
