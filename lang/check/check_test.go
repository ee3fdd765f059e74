package check

import (
	"fmt"
	"strings"
	"testing"
)

// TestSource has sources with several errors: all are found, each where
// CPython reports it when it is the first, and nothing else is.
func TestSource(t *testing.T) {
	for name, c := range map[string]struct {
		src  string
		want []string
	}{
		"none":  {"x = 1\nif x:\n    print(x)\n", nil},
		"empty": {"", nil},
		"two statements": {"x = = 1\ny = 2\nz = (1 +)\n", []string{
			"1:5: SyntaxError: invalid syntax", "3:9: SyntaxError: invalid syntax"}},
		"without a line end": {"x = 1 +", []string{"1:8: SyntaxError: invalid syntax"}},
		"head without colon": {"if x\n    y = 1\nelif z\n    y = 2\nelse\n    y = 3\nw = = 4\n", []string{
			"1:5: SyntaxError: expected ':'", "3:7: SyntaxError: expected ':'", "5:5: SyntaxError: expected ':'", "7:5: SyntaxError: invalid syntax"}},
		"in functions": {"def f(:\n    return 1\n\ndef g(a, a):\n    yield 2 +\n\nclass C(\n    x = 1\n", []string{
			"1:7: SyntaxError: invalid syntax", "4:10: SyntaxError: duplicate argument 'a' in function definition", "5:14: SyntaxError: invalid syntax",
			"7:8: SyntaxError: '(' was never closed"}},
		"handlers": {"try:\n    a = 1 1\nexcept A B:\n    pass\nexcept C, D:\n    pass\nfinally\n    pass\n", []string{
			"2:11: SyntaxError: invalid syntax", "3:10: SyntaxError: invalid syntax",
			"5:8: SyntaxError: multiple exception types must be parenthesized", "7:8: SyntaxError: expected ':'"}},
		"no handler": {"try:\n    a = 1\nb = 2\nc = = 3\n", []string{
			"3:1: SyntaxError: expected 'except' or 'finally' block", "4:5: SyntaxError: invalid syntax"}},
		"open bracket": {"x = foo(1,\n        2\ny = 3\nz = = 4\n", []string{
			"1:8: SyntaxError: '(' was never closed", "4:5: SyntaxError: invalid syntax"}},
		"wrong bracket": {"x = [1, 2)\ny = 3 4\n", []string{
			"1:10: SyntaxError: closing parenthesis ')' does not match opening parenthesis '['", "2:7: SyntaxError: invalid syntax"}},
		"strings": {"a = 'abc\nb = 1\nc = \"x\nd = f'{'\n", []string{
			"1:5: SyntaxError: unterminated string literal (detected at line 1)", "3:5: SyntaxError: unterminated string literal (detected at line 3)",
			"4:9: SyntaxError: f-string: expecting '}'"}},
		"triple": {"a = 1 +\nb = '''\nc = = 1\n", []string{
			"1:8: SyntaxError: invalid syntax", "2:5: SyntaxError: unterminated triple-quoted string literal (detected at line 3)"}},
		"no block": {"if x:\ny = 1\nfor i in z:\nw = 2\ndef f():\n", []string{
			"2:1: IndentationError: expected an indented block after 'if' statement on line 1",
			"4:1: IndentationError: expected an indented block after 'for' statement on line 3",
			"5:9: IndentationError: expected an indented block after function definition on line 5"}},
		"unexpected indent": {"x = 1\n    y = 2\n    z = = 3\nw = = 4\n", []string{
			"2:4: IndentationError: unexpected indent", "3:9: SyntaxError: invalid syntax", "4:5: SyntaxError: invalid syntax"}},
		"unindent": {"if x:\n        a = 1\n    b = 2\n    c = 3\nd = = 4\n", []string{
			"3:10: IndentationError: unindent does not match any outer indentation level", "5:5: SyntaxError: invalid syntax"}},
		"compiler": {"return 1\nbreak\ndef f():\n    nonlocal q\n    continue\nawait x\n", []string{
			"1:1: SyntaxError: 'return' outside function", "2:1: SyntaxError: 'break' outside loop", "4:5: SyntaxError: no binding for nonlocal 'q' found",
			"5:5: SyntaxError: 'continue' not properly in loop", "6:1: SyntaxError: 'await' outside function"}},
		"no block twice": {"class A:\nbreak\n", []string{"2:1: IndentationError: expected an indented block after class definition on line 1"}},
		"targets": {"f() = 1\n1 = x\nNone = 2\ndel f()\nx + 1 += 2\n", []string{
			"1:1: SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?",
			"2:1: SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?", "3:1: SyntaxError: cannot assign to None",
			"4:5: SyntaxError: cannot delete function call", "5:1: SyntaxError: 'expression' is an illegal expression for augmented assignment"}},
		"bytes": {"x = 1\ny = '\xff'\n", []string{"2:6: SyntaxError: Non-UTF-8 code starting with '\\xff' in file x.py on line 2, but no encoding declared; " +
			"see https://peps.python.org/pep-0263/ for details"}},
		"characters": {"x = 1 $ 2\ny = “a”\n", []string{
			"1:7: SyntaxError: invalid syntax", "2:5: SyntaxError: invalid character '“' (U+201C)"}},
		"match": {"match x:\n    case 1:\n        a = = 1\n    case [a, a]:\n        pass\n    case y z:\n        pass\n", []string{
			"3:13: SyntaxError: invalid syntax", "4:14: SyntaxError: multiple assignments to name 'a' in pattern", "6:12: SyntaxError: invalid syntax"}},
		"decorators": {"@(\ndef f(): pass\n@a b\nclass C: pass\n", []string{"1:2: SyntaxError: '(' was never closed", "3:4: SyntaxError: invalid syntax"}},
		"async": {"async def f():\n    async for x y:\n        pass\n    async with z\n        pass\n", []string{
			"2:17: SyntaxError: invalid syntax", "4:17: SyntaxError: expected ':'"}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, e := range Source("x.py", []byte(c.src)) {
				got = append(got, fmt.Sprintf("%d:%d: %s: %s", e.Line, e.Col, e.Kind, e.Msg))
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(c.want, "\n  "))
			}
		})
	}
}

// TestMany is bounded: a source with an error in every line.
func TestMany(t *testing.T) {
	if n := len(Source("x.py", []byte(strings.Repeat("x = = 1\n", 1000)))); n != most {
		t.Errorf("%d errors", n)
	}
}

// FuzzSource ends for any text.
func FuzzSource(f *testing.F) {
	f.Add("if x\n  y\n z\n")
	f.Add("try:\n a\nb ( '''\n")
	f.Fuzz(func(t *testing.T, src string) { Source("x.py", []byte(src)) })
}
