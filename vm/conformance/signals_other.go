//go:build !unix

package conformance

// TakeSignals does nothing: programs begin with no signals ignored here.
func TakeSignals() {}
