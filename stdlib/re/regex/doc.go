// Package regex compiles and runs Python's regular expressions. It knows nothing of
// Python's objects; text is (W)UTF-8, or bytes for bytes patterns, and positions
// are byte offsets.
//
//	source.go parse*.go escape.go   pattern -> tree, with CPython's errors
//	charset.go fold.go              sets of characters, letters in any case
//	first.go                        what may come next, which decides what can be left out
//	compile.go program.go           tree -> program
//	match.go search.go              the matcher, and where to start it
//	template.go                     replacement texts
//
// The matcher keeps its stack in a slice: patterns and texts of any size cannot
// overflow Go's. It works on the text's bytes as they are, with tables by byte; a
// code point is put together only where a set has some above ASCII and not all.
package regex
