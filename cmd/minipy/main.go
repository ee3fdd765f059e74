// Command minipy runs Python programs.
//
//	minipy FILE [ARGS]    minipy -c CODE    minipy -m MODULE    minipy -
package main

import (
	"os"

	"github.com/minipy/minipy/vm"
)

func main() {
	if vm.IsChild() {
		leave(runChild())
	}
	leave(run(os.Args[1:], false))
}

// byInterrupt stands for an exit status: the process ends by SIGINT, as CPython's
// does when nobody has caught KeyboardInterrupt, so that a shell stops its script.
const byInterrupt = -1

func leave(status int) {
	if status == byInterrupt {
		dieOfInterrupt()
		status = 130
	}
	os.Exit(status)
}
