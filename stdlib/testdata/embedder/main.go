// Embedder is the least program that gives scripts the safe library.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/minipy/minipy/stdlib"
	"github.com/minipy/minipy/vm"
)

func main() {
	m, err := vm.New(vm.Config{Stdout: os.Stdout, Modules: stdlib.Safe()})
	if err == nil {
		err = m.Run(context.Background(), "rule.py", "import math; print(math.gcd(12, 18))")
	}
	fmt.Println(err)
}
