package token

import (
	"slices"
	"testing"
)

func TestWords(t *testing.T) {
	words := HardKeywords()
	if len(words) != 35 || !slices.IsSorted(words) {
		t.Errorf("%d keywords: %v", len(words), words)
	}
	for _, w := range words {
		if k := Lookup(w); !k.IsKeyword() || k.String() != w {
			t.Errorf("%s is looked up as %v", w, k)
		}
	}
	for _, w := range []string{"match", "case", "_", "type", "print", "x", "awaits", ""} {
		if k := Lookup(w); k != Name {
			t.Errorf("%s is looked up as %v", w, k)
		}
	}
	for name, k := range Symbols() {
		if k.String() != name {
			t.Errorf("symbol %s is %v", name, k)
		}
	}
}
