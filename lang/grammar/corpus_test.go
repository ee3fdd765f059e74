package grammar

import (
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// collect prints every string in CPython's own tests of syntax that could be a program: constants and doctests.
const collect = `
import ast, sys, json, os, doctest, textwrap
lib = os.path.join(os.path.dirname(os.__file__), 'test')
seen = {}
names = ('syntax exceptions fstring grammar eof string_literals named_expressions positional_only_arg genexps generators '
         'unpack_ex patma except_star codeop compile ast unparse keywordonlyarg type_comments decorators with coroutines '
         'cmd_line_script parser symtable dictcomps listcomps setcomps global nonlocal tokenize numeric_tower int float '
         'tabs lambda unicode_identifiers utf8source source_encoding augassign').split()
for n in names:
    f = os.path.join(lib, 'test_%s.py' % n)
    if not os.path.exists(f): continue
    for node in ast.walk(ast.parse(open(f, 'rb').read())):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            s = node.value
            if '>>>' in s:
                try:
                    for e in doctest.DocTestParser().get_examples(s): seen[e.source] = 1
                except ValueError: pass
            if len(s) < 5000:
                seen[s] = 1
                seen[textwrap.dedent(s)] = 1
for s in seen:
    try: s.encode()
    except UnicodeError: continue
    print(json.dumps(s))
`

// TestErrorsAgainstPython compares verdicts on what CPython's tests of syntax contain.
func TestErrorsAgainstPython(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	py := startPython(t, errorOracle)
	cmd := exec.Command(py.cmd.Path, "-W", "ignore", "-c", collect)
	cmd.Stderr = os.Stderr
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(pipe)
	total, refused, wrong := 0, 0, 0
	for dec.More() {
		var src string
		if err := dec.Decode(&src); err != nil {
			t.Fatal(err)
		}
		for mode, name := range []string{"exec", "eval", "single"} {
			total++
			var want *verdict
			py.ask(t, []string{src, name}, &want)
			got := ours(src, Mode(mode))
			if want != nil {
				refused++
			}
			if got.String() != want.String() && !known(src, want) {
				wrong++
				if wrong < 60 {
					t.Errorf("%s %q\n got %s\nwant %s", name, src, got, want)
				}
			}
		}
	}
	cmd.Wait()
	t.Logf("%d texts, %d refused by python, %d verdicts differ", total, refused, wrong)
}

// known tells the verdicts in which we differ on purpose: Python 3.12's reading of quotes inside f-strings, and the
// text of an error on a logical line that spans several, of which we give the line of the error alone.
func known(src string, want *verdict) bool {
	return src == "f'{3' f'}'" || want != nil && want.Text != nil && strings.Contains(strings.TrimSuffix(*want.Text, "\n"), "\n")
}
