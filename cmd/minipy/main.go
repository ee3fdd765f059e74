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
		os.Exit(runChild())
	}
	os.Exit(run(os.Args[1:]))
}
