//go:build !unix

package main

// dieOfInterrupt does nothing: processes do not end by signals here.
func dieOfInterrupt() {}
