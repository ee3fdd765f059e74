// Package snapshot writes a graph of Go values, a VM's state, as bytes and
// reads it in another process of the same program.
//
// # How
//
// Nothing that a Value reaches holds a function, channel, goroutine or file
// (DESIGN.md; runtime's TestObjectsArePlainData). So the graph can be walked by
// what Go knows of the types: a plan for each type, made by reflection, says
// where its plain bytes, Values, pointers, slices, maps and interfaces are.
// Shared references and cycles are kept: everything that is pointed at has a
// number, given when it is first referred to, and is written once, in the order
// of the numbers. Neither writing nor reading recurses, however deep the graph.
//
// What every process of the program has, the builtin types with what is in
// their dicts and the tables of functions, is written as a place in a list
// that both sides make alike (runtime.Statics).
//
// # The format
//
//	chunk = length, crc32 (4 bytes each, little endian), bytes; the last is empty
//	in the chunks: "minipy state" version fingerprint    the fingerprint tells builds apart
//	               roots, in the order of Write          see Writer.fields
//
// unsafe is used to read and set fields by their offsets, as DESIGN.md's
// "written as bytes" needs it; reflection alone took four times as long.
package snapshot

const (
	magic   = "minipy state"
	version = 1
)

// maxChunk is how long a chunk may be.
const maxChunk = 1 << 24
