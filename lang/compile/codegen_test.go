package compile_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/compile"
	"github.com/minipy/minipy/lang/grammar"
)

// TestCodegen compares the code of each snippet in testdata/codegen.txt with the lines below it: one for each code
// object, instructions in order, then handlers. Snippets are separated by empty lines; -update rewrites the rest.
func TestCodegen(t *testing.T) {
	const golden = "testdata/codegen.txt"
	data, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for _, block := range strings.Split(strings.TrimSpace(string(data)), "\n\n") {
		var src, want strings.Builder
		for _, line := range strings.Split(block, "\n") {
			if strings.HasPrefix(line, "    = ") {
				want.WriteString(line + "\n")
			} else {
				src.WriteString(line + "\n")
			}
		}
		co, err := compile.Source("<test>", []byte(src.String()), grammar.Exec, compile.Options{})
		if err != nil {
			t.Errorf("%s: %v", src.String(), err)
			continue
		}
		if err := code.Verify(co); err != nil {
			t.Error(err)
		}
		var got strings.Builder
		oneLine(&got, co)
		if got.String() != want.String() && !*update {
			t.Errorf("%s\n got\n%swant\n%s", src.String(), got.String(), want.String())
		}
		fmt.Fprintf(&out, "%s%s\n", src.String(), got.String())
	}
	if *update {
		if err := os.WriteFile(golden, bytes.TrimSpace(out.Bytes()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// oneLine writes the code on a line of its own, and that of the children below. A module that only defines one thing
// is left out.
func oneLine(w *strings.Builder, co *code.Code) {
	if co.Name != "<module>" || len(co.Children) != 1 || len(co.Insts) > 3 {
		fmt.Fprintf(w, "    = %s(%d):", co.Name, co.NumRegs)
		for i := range co.Insts {
			text, _ := code.Line(co, i)
			sep := ";"
			if i == 0 {
				sep = ""
			}
			fmt.Fprintf(w, "%s %s", sep, text)
		}
		for _, h := range co.Handlers {
			fmt.Fprintf(w, " | %d-%d->%d r%d", h.Start, h.End, h.Target, h.Reg)
		}
		w.WriteByte('\n')
	}
	for _, c := range co.Children {
		oneLine(w, c)
	}
}
