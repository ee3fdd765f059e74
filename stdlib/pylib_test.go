package stdlib_test

import (
	"os"
	"testing"

	"github.com/minipy/minipy/stdlib"
	"github.com/minipy/minipy/stdlib/internal/pack"
)

// TestPylibIsPacked says if a file below pylib has changed and pylib.z has not.
func TestPylibIsPacked(t *testing.T) {
	data, err := pack.Make(os.DirFS("."), "pylib")
	if err != nil {
		t.Fatal(err)
	}
	linked := map[string]string{}
	for _, s := range stdlib.Safe() {
		if s.Source != nil {
			linked[s.Name] = string(s.Source())
		}
	}
	for _, m := range pack.Open(string(data)) {
		src, err := m.Source()
		if err != nil {
			t.Fatal(err)
		}
		if linked[m.Name] != string(src) {
			t.Errorf("module %s is not the one in pylib.z: run go generate ./stdlib", m.Name)
		}
		delete(linked, m.Name)
	}
	for name := range linked {
		t.Errorf("module %s is in pylib.z only: run go generate ./stdlib", name)
	}
}
