package repl

import "golang.org/x/sys/unix"

// fionread asks for the number of bytes that wait.
const fionread = unix.TIOCINQ
