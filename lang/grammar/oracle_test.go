package grammar

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/minipy/minipy/lang/ast"
)

// positions lists kind and range of every node that has one in CPython, parents first.
func positions(n ast.Node) string {
	var b strings.Builder
	ast.Inspect(n, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.Module, *ast.Arguments, *ast.Comprehension, *ast.WithItem, *ast.MatchCase:
			return true
		}
		s := n.Pos()
		fmt.Fprintf(&b, "%s %d %d %d %d\n", ast.ClassName(n), s.Line, s.Col, s.EndLine, s.EndCol)
		return true
	})
	return b.String()
}

// oracle is a program that answers, for every file name on its standard input, with a line of JSON.
const oracle = `
import ast, sys, json
sys.setrecursionlimit(20000)
def walk(n, out):
    if hasattr(n, 'lineno'):
        out.append('%s %d %d %d %d\n' % (type(n).__name__, n.lineno, n.col_offset, n.end_lineno, n.end_col_offset))
    for c in ast.iter_child_nodes(n):
        walk(c, out)
for name in sys.stdin:
    name = name.strip()
    try:
        tree = ast.parse(open(name, 'rb').read())
        out = []
        walk(tree, out)
        ans = [ast.dump(tree), ''.join(out)]
    except (SyntaxError, ValueError) as e:
        ans = None
    print(json.dumps(ans), flush=True)
`

// TestAgainstPython parses the standard library of the python3 on this machine, if it is the reference, and compares
// trees and positions.
func TestAgainstPython(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	out, err := exec.Command("python3", "-c", "import sys, os; print(sys.version_info[:2] == (3, 11), os.path.dirname(os.__file__))").Output()
	ok, lib, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
	if err != nil || ok != "True" {
		t.Skip("no python3 of version 3.11")
	}
	patterns := []string{"*.py", "json/*.py", "asyncio/*.py", "test/test_g*.py", "test/test_patma.py", "test/test_fstring.py", "test/test_[tuw]*.py"}
	if os.Getenv("MINIPY_ALL") != "" {
		patterns = []string{"*.py", "*/*.py", "*/*/*.py"}
	}
	var files []string
	for _, p := range patterns {
		m, _ := filepath.Glob(filepath.Join(lib, p))
		files = append(files, m...)
	}
	cmd := exec.Command("python3", "-W", "ignore", "-c", oracle)
	cmd.Stdin = strings.NewReader(strings.Join(files, "\n") + "\n")
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Wait()
	r := bufio.NewReaderSize(pipe, 1<<20)
	for _, name := range files {
		line, err := r.ReadBytes('\n')
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		if err := json.Unmarshal(line, &want); err != nil {
			t.Fatal(err)
		}
		compareFile(t, name, want)
	}
}

func compareFile(t *testing.T, name string, want []string) {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	mod, err := Parse(name, src, Exec, Options{})
	switch {
	case want == nil && err == nil:
		t.Errorf("%s: accepted, python refuses it", name)
	case want == nil:
	case err != nil:
		t.Errorf("%s: %v", name, err)
	default:
		diff(t, name, ast.Dump(mod), want[0])
		diff(t, name, positions(mod), want[1])
	}
}

// diff shows where two texts part.
func diff(t *testing.T, name, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	lo := max(0, i-100)
	t.Errorf("%s: at %d\n got %s\nwant %s", name, i, clip(got, lo), clip(want, lo))
}

func clip(s string, lo int) string {
	return string(bytes.ToValidUTF8([]byte(s[min(lo, len(s)):min(len(s), lo+240)]), []byte("?")))
}
