package grammar

import (
	"os"
	"strings"
	"testing"

	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/lexer"
	"github.com/minipy/minipy/lang/token"
)

// TestPieces wants a file that is read in pieces to give the tree it gives as a whole, wherever it ends.
func TestPieces(t *testing.T) {
	src, err := os.ReadFile("testdata/trees/statements.py")
	if err != nil {
		t.Fatal(err)
	}
	unit := strings.TrimPrefix(string(src), `"""Every`)
	unit = unit[strings.Index(unit, "import os"):]
	for n := range 40 {
		text := strings.Repeat(unit, 1+n/10) + strings.Repeat("x = 1\nif x: y\n", n*20) + [...]string{"", "z", "# c", "\n\n", "def f():\n  pass"}[n%5]
		pieces := parsePieces(text, &Options{})
		if pieces == nil {
			t.Fatalf("text %d is refused in pieces", n)
		}
		r, err := runParser(lexer.New(text, token.StartFile), &Options{})
		if err != nil || r.failed {
			t.Fatalf("text %d is refused", n)
		}
		if ast.Dump(pieces) != ast.Dump(r.mod) || positions(pieces) != positions(r.mod) {
			t.Errorf("text %d has another tree in pieces", n)
		}
	}
}
