// Command minipy runs Python programs.
//
//	minipy FILE [ARGS]    minipy -c CODE    minipy -m MODULE    minipy -
package main

import (
	"os"
)

func main() {
	os.Exit(run(os.Args[1:]))
}
