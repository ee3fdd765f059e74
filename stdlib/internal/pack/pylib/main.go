// Command pylib packs the modules below the folder pylib here into pylib.z.
package main

import (
	"log"
	"os"

	"github.com/minipy/minipy/stdlib/internal/pack"
)

func main() {
	data, err := pack.Make(os.DirFS("."), "pylib")
	if err == nil {
		err = os.WriteFile("pylib.z", data, 0o666)
	}
	if err != nil {
		log.Fatal(err)
	}
}
