package grammar

import (
	"strings"
	"testing"
)

// TestNesting sends texts nested without end: each must end, with CPython's kind of error or a tree, and the Go stack
// must hold.
func TestNesting(t *testing.T) {
	rep := strings.Repeat
	for _, c := range []struct {
		name string
		text func(n int) string
		// kinds of error by n: 1000, 3500, 100,000; "" is none
		want [3]string
	}{
		{"parentheses", func(n int) string { return rep("(", n) }, [3]string{"SyntaxError", "SyntaxError", "SyntaxError"}},
		{"brackets", func(n int) string { return rep("[", n) + rep("]", n) }, [3]string{"SyntaxError", "SyntaxError", "SyntaxError"}},
		{"minus", func(n int) string { return rep("-", n) + "1" }, [3]string{"", "RecursionError", "MemoryError"}},
		{"not", func(n int) string { return rep("not ", n) + "1" }, [3]string{"", "RecursionError", "MemoryError"}},
		{"lambda", func(n int) string { return rep("lambda:", n) + "1" }, [3]string{"", "MemoryError", "MemoryError"}},
		{"ternary", func(n int) string { return rep("1 if 1 else ", n) + "1" }, [3]string{"", "RecursionError", "MemoryError"}},
		{"power", func(n int) string { return rep("1**", n) + "1" }, [3]string{"", "MemoryError", "MemoryError"}},
		{"attributes", func(n int) string { return "x" + rep(".y", n) }, [3]string{"", "RecursionError", "RecursionError"}},
		{"calls", func(n int) string { return "f" + rep("()", n) }, [3]string{"", "RecursionError", "RecursionError"}},
		{"subscripts", func(n int) string { return "f" + rep("[0]", n) }, [3]string{"", "RecursionError", "RecursionError"}},
		{"sum", func(n int) string { return "1" + rep("+1", n) }, [3]string{"", "RecursionError", "RecursionError"}},
		{"elif", func(n int) string { return "if 1: pass\n" + rep("elif 1: pass\n", n) }, [3]string{"", "RecursionError", "MemoryError"}},
		{"and", func(n int) string { return rep("1 and ", n) + "1" }, [3]string{}},
		{"comparison", func(n int) string { return rep("1 < ", n) + "1" }, [3]string{}},
		{"targets", func(n int) string { return rep("a = ", n) + "1" }, [3]string{}},
		{"tuple", func(n int) string { return rep("1,", n) }, [3]string{}},
		{"strings", func(n int) string { return rep("'a'", n) }, [3]string{}},
		{"import", func(n int) string { return "import a" + rep(".a", n) }, [3]string{}},
		{"or pattern", func(n int) string { return "match x:\n case 1" + rep("|1", n) + ": pass" }, [3]string{}},
		{"decorators", func(n int) string { return rep("@a\n", n) + "def f(): pass" }, [3]string{}},
		{"f-strings", func(n int) string { return rep("f'{", n) + "1" + rep("}'", n) }, [3]string{"SyntaxError", "SyntaxError", "SyntaxError"}},
		{"refused", func(n int) string { return rep("a = ", n) + "1 1" }, [3]string{"SyntaxError", "SyntaxError", "SyntaxError"}},
		{"refused names", func(n int) string { return "(" + rep("a ", n) + ")" }, [3]string{"SyntaxError", "SyntaxError", "SyntaxError"}},
		{"indents", func(n int) string {
			var b strings.Builder
			for i := range min(n, 3000) {
				b.WriteString(rep(" ", i) + "if 1:\n")
			}
			return b.String()
		}, [3]string{"IndentationError", "IndentationError", "IndentationError"}},
	} {
		for i, n := range []int{1000, 3500, 100_000} {
			kind := ""
			if v := ours(c.text(n), Exec); v != nil {
				kind = v.Kind
			}
			if kind != c.want[i] {
				t.Errorf("%s, %d deep: %q, want %q", c.name, n, kind, c.want[i])
			}
		}
	}
}
