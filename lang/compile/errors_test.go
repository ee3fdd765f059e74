package compile_test

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"testing"

	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/compile"
	"github.com/minipy/minipy/lang/grammar"
)

var update = flag.Bool("update", false, "rewrite the golden files, with python3 where they come from CPython")

// TestErrors compares every syntax error with CPython's, as testdata/errors.py printed them.
func TestErrors(t *testing.T) {
	const golden = "testdata/errors.jsonl"
	if *update {
		out, err := exec.Command("python3", "testdata/errors.py").Output()
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, out, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	f, err := os.Open(golden)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	modes := map[string]grammar.Mode{"exec": grammar.Exec, "single": grammar.Single, "eval": grammar.Eval}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var mode, src string
		var want []any
		if err := json.Unmarshal(lines.Bytes(), &[]any{&mode, &src, &want}); err != nil {
			t.Fatal(err)
		}
		wantText := "fine"
		if want != nil {
			wantText = fmt.Sprintf("%v at %v:%v-%v:%v", want...)
		}
		co, err := compile.Source("<test>", []byte(src), modes[mode], compile.Options{Parse: grammar.Options{Unicode: true}})
		if err == nil {
			err = code.Verify(co)
		}
		if got := describe(err); got != wantText {
			t.Errorf("%s: %q\n got %s\nwant %s", mode, src, got, wantText)
		}
	}
}

func describe(err error) string {
	if err == nil {
		return "fine"
	}
	e, ok := err.(*grammar.SyntaxError)
	if !ok {
		return err.Error()
	}
	num := func(n int) string {
		if n == grammar.None {
			return "<nil>"
		}
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s at %s:%s-%s:%s", e.Msg, num(e.Line), num(e.Col), num(e.EndLine), num(e.EndCol))
}
