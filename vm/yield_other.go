//go:build !wasm

package vm

// A yielder does nothing where Go can stop a goroutine that runs.
type yielder struct{}

func (y *yielder) tick() {}
