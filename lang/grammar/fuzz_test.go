package grammar

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/lexer"
)

// addSeeds adds the texts of the error goldens and some that are valid.
func addSeeds(f *testing.F) {
	for _, s := range []string{
		"", "x", "def f(a, /, b=1, *c, d, **e) -> int:\n\treturn a\n", "f'{x!r:>{w}} {y=}'", "match x:\n case {'a': [1, *_], **r} if r: pass\n",
		"try:\n  a\nexcept* E as e:\n  b\nelse:\n  c\nfinally:\n  d\n", "async def f():\n  async with a as b, c: await d\n",
		"[x async for x in y if z]", "'\\N{BULLET}' b'\\xff' rb'\\'", "0x_f + 0b1 + 1_0.5e-3j", "# coding: latin-1\n\xe9", "a = b = *c, d",
	} {
		f.Add([]byte(s))
	}
	file, err := os.Open("testdata/errors.jsonl")
	if err != nil {
		f.Fatal(err)
	}
	defer file.Close()
	sc := bufio.NewScanner(file)
	for sc.Scan() {
		var c errorCase
		if err := json.Unmarshal(sc.Bytes(), &c); err != nil {
			f.Fatal(err)
		}
		f.Add([]byte(c.Src))
	}
}

// FuzzParse wants every text to end in a tree that can be dumped, or in a SyntaxError, in every mode.
func FuzzParse(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 2000 {
			return
		}
		for mode := Exec; mode <= Single; mode++ {
			mod, err := Parse("<fuzz>", src, mode, Options{})
			if err != nil {
				if e := err.(*SyntaxError); e.Kind == "SystemError" || e.Msg == "" && e.Kind != "MemoryError" {
					t.Fatalf("%+v", e)
				}
				continue
			}
			ast.Dump(mod)
			ast.Inspect(mod, func(n ast.Node) bool {
				if e, ok := n.(ast.Expr); ok {
					ast.Unparse(e)
				}
				return true
			})
		}
		Incomplete(string(src))
	})
}

// FuzzLexer wants the tokens in order and inside the text, and an end.
func FuzzLexer(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		decoded, lexErr := lexer.Decode(src, lexer.Origin{})
		if lexErr != nil {
			return
		}
		text := decoded.String
		lx := lexer.New(text, 0)
		at := 0
		for i := 0; ; i++ {
			tok, err := lx.Next()
			if err != nil || i > 2*len(text)+10 {
				t.Fatalf("%d tokens, %v", i, err)
			}
			if tok.EOF() {
				break
			}
			if tok.Pos.Offset < at || tok.Pos.Offset+len(tok.Value) > len(text) {
				t.Fatalf("token %+v behind offset %d", tok, at)
			}
			at = tok.Pos.Offset
		}
	})
}
