package grammar

import (
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/minipy/minipy/lang/ast"
)

// unparsed are annotations as `from __future__ import annotations` stores them: the text python3 gives on the right.
var unparsed = []struct{ src, want string }{
	{"dict[str,int]", "dict[str, int]"},
	{"(a)", "a"},
	{"1 .real", "1 .real"},
	{"f'{x!r:>{w}}'", "f'{x!r:>{w}}'"},
	{"lambda a,/,b=1,*c,d=2,**e:(a,)", "lambda a, /, b=1, *c, d=2, **e: (a,)"},
	{"-x**-y", "-x ** (-y)"},
	{"lambda*a:0", "lambda*a: 0"},
	{"(yield x)", "(yield x)"},
	{"1e400", "1e309"},
	{"u'a'", "u'a'"},
	{"x[1:2,::3]", "x[1:2, ::3]"},
	{"f(x for x in y)", "f(x for x in y)"},
}

const annotationOracle = `
import sys, json, ast
src = '''
from __future__ import annotations
def f() -> (%s): pass
'''
for line in sys.stdin:
    s = json.loads(line)
    try:
        ns = {}
        exec(src % s, ns)
        ans = ns['f'].__annotations__['return']
    except SyntaxError as e:
        ans = None
    print(json.dumps(ans), flush=True)
`

const expressions = `
import ast, sys, json, os
lib = os.path.dirname(os.__file__)
seen = {}
for f in ('typing ast argparse inspect dataclasses enum statistics fractions decimal _pydecimal asyncio/base_events '
          'test/test_grammar test/test_fstring test/test_unparse').split():
    path = os.path.join(lib, f + '.py')
    if not os.path.exists(path): continue
    text = open(path, encoding='utf-8').read()
    for n in ast.walk(ast.parse(text)):
        if isinstance(n, ast.expr) and not isinstance(n, (ast.Starred, ast.Slice)):
            s = ast.unparse(n)
            if '\\' not in s and "'''" not in s and 8 < len(s) < 300: seen[s] = 1
for s in seen: print(json.dumps(s))
`

func TestUnparse(t *testing.T) {
	for _, c := range unparsed {
		mod, err := Parse("", []byte(c.src), Eval, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.src, err)
			continue
		}
		if got := ast.Unparse(mod.(*ast.Expression).Body); got != c.want {
			t.Errorf("%s: got %s, want %s", c.src, got, c.want)
		}
	}
}

// TestUnparseAgainstPython unparses the expressions of some modules of the standard library.
func TestUnparseAgainstPython(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	py := startPython(t, annotationOracle)
	cmd := exec.Command(py.cmd.Path, "-W", "ignore", "-c", expressions)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	wrong, total := 0, 0
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		var src string
		var want *string
		if err := json.Unmarshal([]byte(line), &src); err != nil {
			t.Fatal(err)
		}
		py.ask(t, src, &want)
		if want == nil {
			continue
		}
		total++
		mod, err := Parse("", []byte("("+src+")"), Eval, Options{})
		if err != nil {
			t.Errorf("%s: %v", src, err)
			continue
		}
		if got := ast.Unparse(mod.(*ast.Expression).Body); got != *want && wrong < 30 {
			wrong++
			t.Errorf("%s\n got %s\nwant %s", src, got, *want)
		}
	}
	t.Logf("%d expressions", total)
}
