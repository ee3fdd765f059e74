package lexer

import (
	"fmt"
	"strings"
	"testing"

	"github.com/minipy/minipy/lang/token"
)

// tokens lists kinds and texts, with line:column for the first token of a line.
func tokens(src string, start token.Kind) string {
	lx := New(src, start)
	var out []string
	for {
		t, _ := lx.Next()
		k := token.Kind(t.Type)
		switch {
		case k == token.Name || k == token.Number || k == token.String:
			out = append(out, t.Value)
		case k != start || start == 0:
			out = append(out, strings.ToUpper(k.String()))
		}
		if t.EOF() {
			break
		}
	}
	if lx.Err != nil {
		out = append(out, fmt.Sprintf("%s %d:%d", lx.Err.Msg, lx.Err.Line, lx.Err.Col))
	}
	return strings.Join(out, " ")
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"", "EOF"},
		{"\n\n# c\n", "EOF"},
		{"a", "a NEWLINE EOF"},
		{"if a:\n  b\n\n  # c\n  d\ne\n", "IF a : NEWLINE INDENT b NEWLINE d NEWLINE DEDENT e NEWLINE EOF"},
		{"if a:\n\tb", "IF a : NEWLINE INDENT b NEWLINE DEDENT EOF"},
		{"a:\n b:\n  c\nd", "a : NEWLINE INDENT b : NEWLINE INDENT c NEWLINE DEDENT DEDENT d NEWLINE EOF"},
		{"(a\n  b\n)", "( a b ) NEWLINE EOF"},
		{"a \\\n  b", "a b NEWLINE EOF"},
		{"\f a", "INDENT a NEWLINE DEDENT EOF"},
		{" \fa", "a NEWLINE EOF"},
		{"a<<=b>>c**=d//e->f:=g...h.i!=j<>k", "a <<= b >> c **= d // e -> f := g ... h . i != j <> k NEWLINE EOF"},
		{"1.5e-3j .5 0x_f 1_0 1..a 1if", "1.5e-3j .5 0x_f 1_0 1. . a 1 IF NEWLINE EOF"},
		{`rb'\'' "a\"b" '''a'b''' f'{a["b"]}'`, `rb'\'' "a\"b" '''a'b''' f'{a["b"]}' NEWLINE EOF`},
		{`f'{a['b']}' f"{f"{1}"}" f'{x:{'w'}}' f'{{'`, `f'{a['b']}' f"{f"{1}"}" f'{x:{'w'}}' f'{{' NEWLINE EOF`},
		{"'a\\\nb'", "'a\\\nb' NEWLINE EOF"},
		{"é $ match", "é UNKNOWN match NEWLINE EOF"},
		{"(]", "( ERROR EOF closing parenthesis ']' does not match opening parenthesis '(' 1:2"},
		{"'a", "ERROR EOF unterminated string literal (detected at line 1) 1:1"},
		{"a\x01", "a ERROR EOF invalid non-printable character U+0001 1:2"},
		{"if a:\n   b\n  c", "IF a : NEWLINE INDENT b NEWLINE ERROR EOF unindent does not match any outer indentation level 3:4"},
	} {
		if got := tokens(c.src, token.StartFile); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.src, got, c.want)
		}
	}
}

// TestPieces wants the pieces of a long text to have the same tokens as the whole.
func TestPieces(t *testing.T) {
	src := strings.Repeat("if a:\n  b\nelse:\n  c\n@d\n@e\ndef f(): pass\ntry: x\nexcept: y\nfinally: z\n'''\n'''\n", 300)
	whole := New(src, token.StartFile)
	parts := New(src, token.StartFile)
	parts.Pieces = true
	pieces := 0
	for {
		w, _ := whole.Next()
		p, _ := parts.Next()
		for p.EOF() && parts.More() {
			pieces++
			parts.Next() // the start token
			p, _ = parts.Next()
			switch token.Kind(p.Type) {
			case token.Else, token.Except, token.Finally, token.Dedent:
				t.Fatalf("a piece begins with %v", p)
			}
		}
		if w != p {
			t.Fatalf("%+v in pieces, %+v in the whole", p, w)
		}
		if w.EOF() {
			break
		}
	}
	if pieces < 5 {
		t.Errorf("only %d pieces", pieces)
	}
}
