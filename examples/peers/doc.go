// Package peers compares minipy with other interpreters for Go programs:
//
//	cd examples/peers && go test -bench . -benchmem
//
// Each does the same four things: a new machine that compiles and runs
// `x = 1 + 2`; a script that calls a Go func(int, int) int; Go that calls a
// function of the script with two ints; and a loop of a million steps with and
// without whatever bounds a script (a context, a limit of steps).
package peers
