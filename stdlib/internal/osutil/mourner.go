package osutil

import rt "github.com/minipy/minipy/runtime"

// A Mourner has a last word before a signal that the process sends to itself
// ends it.
type Mourner interface {
	Mourn(t *rt.Thread, signal int)
}

const mournerKey = "osutil.mourner"

// SetMourner makes m the VM's, or nil nobody.
func SetMourner(t *rt.Thread, m Mourner) {
	if m == nil {
		delete(t.VM.Ext, mournerKey)
		return
	}
	t.VM.Ext[mournerKey] = m
}

// Farewell comes before signal n ends the process.
func Farewell(t *rt.Thread, n int) {
	RestoreTerminal(t)
	if m, ok := t.VM.Ext[mournerKey].(Mourner); ok {
		m.Mourn(t, n)
	}
}
