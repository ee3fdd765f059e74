package vm_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"
)

const module = "github.com/minipy/minipy/"

// allowed are the arrows between the parts: what each may import of the others.
// A part's own packages may import each other.
var allowed = map[string][]string{
	"lang":     {},
	"runtime":  {"lang/code"},
	"stdlib":   {"runtime", "lang"},
	"vm":       {"lang", "runtime"},
	"cmd":      {"lang", "runtime", "stdlib", "vm"},
	"examples": {"lang", "runtime", "stdlib", "vm"},
}

// TestImports holds the design's arrows: lang knows nothing of running, the
// object model knows only the bytecode, the library reaches the VM through
// runtime.Host.
func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", module+"...").Output()
	if err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(strings.NewReader(string(out)))
	n := 0
	for {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		n++
		// a package built with a profile is listed as "path [main package]"
		part, _, _ := strings.Cut(strings.TrimPrefix(p.ImportPath, module), " ")
		top, _, _ := strings.Cut(part, "/")
		rules, ok := allowed[top]
		if !ok {
			t.Errorf("%s: no rule for the folder %s", p.ImportPath, top)
			continue
		}
		for _, imp := range p.Imports {
			imp, _, _ = strings.Cut(imp, " ")
			to, ours := strings.CutPrefix(imp, module)
			if !ours || under(to, top) {
				continue
			}
			good := false
			for _, r := range rules {
				good = good || under(to, r)
			}
			if !good {
				t.Errorf("%s must not import %s", part, to)
			}
		}
	}
	if n < 10 {
		t.Fatalf("only %d packages listed", n)
	}
}

func under(path, folder string) bool { return path == folder || strings.HasPrefix(path, folder+"/") }
