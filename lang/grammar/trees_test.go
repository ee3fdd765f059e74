package grammar

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/minipy/minipy/lang/ast"
)

// TestTrees compares the trees of testdata/trees with what python3's ast says of the same files: the dump, then the
// kind and the range of every node.
func TestTrees(t *testing.T) {
	files, err := filepath.Glob("testdata/trees/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	var py *python
	if *update {
		py = startPython(t, strings.Replace(oracle, "name.strip()", "json.loads(name)", 1))
	}
	for _, name := range files {
		golden := strings.TrimSuffix(name, ".py") + ".out"
		if py != nil {
			var answer []string
			py.ask(t, name, &answer)
			if answer == nil {
				t.Errorf("%s: python refuses it", name)
				continue
			}
			text := strings.ReplaceAll(answer[0], "), ", "),\n ") + "\n\n" + answer[1]
			if err := os.WriteFile(golden, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		mod, err := Parse(name, src, Exec, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		diff(t, name, strings.ReplaceAll(ast.Dump(mod), "), ", "),\n ")+"\n\n"+positions(mod), string(want))
	}
}
