package grammar

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "ask python3 again and rewrite the goldens")

// errorCase is a line of testdata/errors.jsonl: a text and what python3 says of it as a file and as an expression.
type errorCase struct {
	Src  string   `json:"src"`
	Exec *verdict `json:"exec"`
	Eval *verdict `json:"eval"`
}

func TestErrors(t *testing.T) {
	const name = "testdata/errors.jsonl"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var py *python
	if *update {
		py = startPython(t, errorOracle)
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	sc := bufio.NewScanner(bytes.NewReader(data))
	for sc.Scan() {
		var c errorCase
		if err := json.Unmarshal(sc.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		if py != nil {
			c.Exec, c.Eval = nil, nil
			py.ask(t, []string{c.Src, "exec"}, &c.Exec)
			py.ask(t, []string{c.Src, "eval"}, &c.Eval)
		}
		enc.Encode(c)
		for mode, want := range []*verdict{c.Exec, c.Eval} {
			if got := ours(c.Src, Mode(mode)); got.String() != want.String() && !known(c.Src, want) {
				t.Errorf("mode %d %q\n got %s\nwant %s", mode, c.Src, got, want)
			}
		}
	}
	if py != nil {
		if err := os.WriteFile(name, out.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
