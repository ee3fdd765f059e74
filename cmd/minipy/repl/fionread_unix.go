//go:build unix && !linux

package repl

// fionread asks for the number of bytes that wait. The systems that descend from
// BSD have one number for it.
const fionread = 0x4004667f
