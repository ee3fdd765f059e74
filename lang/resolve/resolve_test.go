package resolve_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/minipy/minipy/lang/grammar"
	"github.com/minipy/minipy/lang/resolve"
)

var update = flag.Bool("update", false, "rewrite the golden file")

// TestScopes compares what each name of the snippets in testdata/scopes.txt is with the lines below the snippet: one
// for each scope, deeper ones indented.
func TestScopes(t *testing.T) {
	const golden = "testdata/scopes.txt"
	data, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for _, block := range strings.Split(strings.TrimSpace(string(data)), "\n\n") {
		var src, want, got strings.Builder
		for _, line := range strings.Split(block, "\n") {
			if strings.HasPrefix(line, "    = ") {
				want.WriteString(line + "\n")
			} else {
				src.WriteString(line + "\n")
			}
		}
		mod, err := grammar.Parse("<test>", []byte(src.String()), grammar.Exec, grammar.Options{})
		if err != nil {
			t.Errorf("%s: %v", src.String(), err)
			continue
		}
		top, _, err := resolve.Tree(mod, resolve.Options{})
		if err != nil {
			t.Errorf("%s: %v", src.String(), err)
			continue
		}
		show(&got, top, "")
		if got.String() != want.String() && !*update {
			t.Errorf("%s\n got\n%swant\n%s", src.String(), got.String(), want.String())
		}
		fmt.Fprintf(&out, "%s%s\n", src.String(), got.String())
	}
	if *update {
		if err := os.WriteFile(golden, append(bytes.TrimSpace(out.Bytes()), '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

var kinds = [...]string{"?", "local", "cell", "free", "global", "global!", "name"}

func show(w *strings.Builder, s *resolve.Scope, indent string) {
	fmt.Fprintf(w, "    = %s%s:", indent, s.Name)
	for _, b := range s.Symbols {
		alias := ""
		if b.Storage() != b {
			alias = " of " + b.Storage().Scope.Name
		}
		fmt.Fprintf(w, " %s=%s%s", b.Name, kinds[b.Kind], alias)
	}
	if s.ClassCell != nil {
		w.WriteString(" +__class__")
	}
	if len(s.FreeList) > 0 {
		w.WriteString(" |")
		for _, f := range s.FreeList {
			w.WriteString(" " + f.Name)
		}
	}
	for _, f := range []struct {
		on   bool
		name string
	}{{s.Inlined, "inlined"}, {s.Generator, "generator"}, {s.Coroutine, "coroutine"}, {s.UsesLocals, "locals()"}} {
		if f.on {
			w.WriteString(" (" + f.name + ")")
		}
	}
	w.WriteByte('\n')
	for _, c := range s.Children {
		show(w, c, indent+"  ")
	}
}
