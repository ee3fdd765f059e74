package stdlib

import (
	"embed"
)

//go:embed all:pylib
var library embed.FS

// Source reads a module of the library in Python by its slash path without
// extension; ok is false where there is none.
func Source(name string) (src []byte, ok bool) {
	src, err := library.ReadFile("pylib/" + name + ".py")
	return src, err == nil
}
