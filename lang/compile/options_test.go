package compile_test

import (
	"strings"
	"testing"

	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/compile"
	"github.com/minipy/minipy/lang/grammar"
)

// TestOptions compiles snippets in other modes than a plain file.
func TestOptions(t *testing.T) {
	for _, test := range []struct {
		mode grammar.Mode
		opts compile.Options
		src  string
		want string
	}{
		{grammar.Eval, compile.Options{}, "a + 1", "<module>(1): LDNAME 0 a; ADDI 0 0 1; RETURN 0"},
		{grammar.Single, compile.Options{}, "a; b = 1", "<module>(1): LDNAME 0 a; PRINTEXPR 0; LOADK 0 K0=1; STNAME 0 b; RETURNNONE"},
		{grammar.Single, compile.Options{}, "1", "<module>(1): LOADK 0 K0=1; PRINTEXPR 0; RETURNNONE"},
		{grammar.Single, compile.Options{}, "if a:\n  b\n\n", "<module>(1): LDNAME 0 a; JF 0 ->4; LDNAME 0 b; PRINTEXPR 0; RETURNNONE"},
		{grammar.Exec, compile.Options{}, "__debug__; assert a", "<module>(1): NOP; LDNAME 0 a; JT 0 ->5; LDASSERTERR 0; RAISE 0 0 1; RETURNNONE"},
		{grammar.Exec, compile.Options{Optimize: 1}, "assert a\nx = __debug__", "<module>(1): LOADK 0 K0=False; STNAME 0 x; RETURNNONE"},
		{grammar.Exec, compile.Options{}, "'doc'\n'more'", `<module>(1): LOADK 0 K0="doc"; STNAME 0 __doc__; NOP; RETURNNONE`},
		{grammar.Exec, compile.Options{Optimize: 2}, "'doc'", "<module>(0): NOP; RETURNNONE"},
		{grammar.Eval, compile.Options{Flags: compile.FlagTopLevelAwait}, "await a", "<module>(3): LDNAME 1 a; GETAWAIT 1 1 0; YIELDFROM 0 1 3; RETURN 0"},
		{grammar.Exec, compile.Options{Flags: compile.FlagFutureAnnotations}, "x: a[1] | 'b'",
			`<module>(3): SETUPANN; LOADK 0 K0="a[1] | 'b'"; LDNAME 1 __annotations__; LOADK 2 K1="x"; SETITEM 1 2 0; RETURNNONE`},
	} {
		co, err := compile.Source("<test>", []byte(test.src), test.mode, test.opts)
		if err != nil {
			t.Errorf("%q: %v", test.src, err)
			continue
		}
		var got strings.Builder
		oneLine(&got, co)
		if g := strings.TrimSpace(strings.TrimPrefix(got.String(), "    = ")); g != test.want {
			t.Errorf("%q:\n got %s\nwant %s", test.src, g, test.want)
		}
		if awaits := co.Flags&code.Coroutine != 0; awaits != strings.Contains(test.src, "await") {
			t.Errorf("%q: coroutine %v", test.src, awaits)
		}
	}
}

// TestAnnotationText compares annotations kept as text with what CPython makes of them.
func TestAnnotationText(t *testing.T) {
	for _, want := range []string{
		"int", "a.b[c, d]", "list[int] | None", "(a + b) * c", "-a ** b", "(-a) ** b", "not a", "a and (b or c)", "a < b < c",
		"a if b else c", "lambda a, /, b=1, *c, d=2, **e: a", "{'a': 1, **b}", "{1, 2}", "[a, *b]", "(a, b)[0]", "()", "(a,)",
		"a[:]", "a[1:2, ::3]", "a[b:c:d]", "[a for b in c if d]", "{a: b for a, b in c}", "(a for a in b)", "f(a for a in b)",
		"f(a, *b, c=d, **e)", "...", "b'x'", "1.5", "1e309", "u'x'", "f'{a!r:>{w}} b'", "Tuple[...]", "a[*b,]", "a @ b // c % d",
	} {
		co, err := compile.Source("<test>", []byte("x: "+want), grammar.Exec, compile.Options{Flags: compile.FlagFutureAnnotations})
		if err != nil {
			t.Errorf("%s: %v", want, err)
			continue
		}
		if got := co.Consts[0]; got != want {
			t.Errorf("got %v, want %v", got, want)
		}
	}
}
