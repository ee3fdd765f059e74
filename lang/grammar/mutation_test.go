package grammar

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/lexer"
)

// TestMutations damages pieces of real programs and compares what python3 and we say. MINIPY_MUTATIONS sets how many.
func TestMutations(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	n := 1000
	if s := os.Getenv("MINIPY_MUTATIONS"); s != "" {
		n, _ = strconv.Atoi(s)
	}
	py := startPython(t, strings.Replace(errorOracle, "ans = None", "ans = dict(Dump=ast.dump(ast.parse(src)))", 1))
	out, err := exec.Command("python3", "-c", "import os; print(os.path.dirname(os.__file__))").Output()
	if err != nil {
		t.Skip(err)
	}
	files, _ := filepath.Glob(filepath.Join(strings.TrimSpace(string(out)), "*.py"))
	more, _ := filepath.Glob(filepath.Join(strings.TrimSpace(string(out)), "test/test_[gpfuws]*.py"))
	files = append(files, more...)
	rnd := rand.New(rand.NewPCG(1, uint64(n)))
	wrong := 0
	for range n {
		src := mutate(rnd, piece(t, rnd, files))
		var want struct {
			verdict
			Dump string
		}
		py.ask(t, []string{src, "exec"}, &want)
		got := ours(src, Exec)
		if want.Dump != "" && got == nil {
			mod, _ := Parse("", []byte(src), Exec, Options{Unicode: true})
			if ast.Dump(mod) == want.Dump {
				continue
			}
			t.Errorf("trees differ\n%s\n got %s\nwant %s", src, ast.Dump(mod), want.Dump)
			continue
		}
		var w *verdict
		if want.Dump == "" {
			w = &want.verdict
		}
		if got.String() == w.String() || known(src, w) {
			continue
		}
		if wrong++; wrong < 25 {
			t.Errorf("%s\n got %s\nwant %s\n", src, got, w)
		}
	}
	t.Logf("%d of %d differ", wrong, n)
}

// piece is a run of lines of a random file, moved to the left.
func piece(t *testing.T, rnd *rand.Rand, files []string) string {
	src, err := os.ReadFile(files[rnd.IntN(len(files))])
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(src), "\n")
	at := rnd.IntN(len(lines))
	for at < len(lines)-1 && strings.TrimSpace(lines[at]) == "" {
		at++
	}
	indent := len(lines[at]) - len(strings.TrimLeft(lines[at], " "))
	var out []string
	for _, l := range lines[at:min(len(lines), at+1+rnd.IntN(12))] {
		out = append(out, l[min(indent, len(l)-len(strings.TrimLeft(l, " "))):])
	}
	return strings.Join(out, "\n") + "\n"
}

var inserts = strings.Fields("( ) [ ] { } : , = == := . ; + - * ** / @ if else for in not is lambda yield await def class x 1 'a' f'{x}' f'{' " +
	"None True print except as import from return del with while try async global \\ $ ? 1a 0777 -> ... += and or *a **b finally raise match case _ b'x' \n \" ''' <>")

// mutate changes one to three tokens.
func mutate(rnd *rand.Rand, src string) string {
	for range 1 + rnd.IntN(3) {
		lx := lexer.New(src, 0)
		var spans [][2]int
		for {
			tok, _ := lx.Next()
			if tok.EOF() {
				break
			}
			spans = append(spans, [2]int{tok.Pos.Offset, tok.Pos.Offset + len(tok.Value)})
		}
		if len(spans) == 0 {
			return src
		}
		s := spans[rnd.IntN(len(spans))]
		other := spans[rnd.IntN(len(spans))]
		switch rnd.IntN(5) {
		case 0:
			src = src[:s[0]] + src[s[1]:]
		case 1:
			src = src[:s[0]] + " " + inserts[rnd.IntN(len(inserts))] + " " + src[s[0]:]
		case 2:
			src = src[:s[0]] + inserts[rnd.IntN(len(inserts))] + src[s[1]:]
		case 3:
			src = src[:s[0]] + src[other[0]:other[1]] + src[s[1]:]
		case 4:
			src = src[:s[1]] + " " + src[s[0]:]
		}
	}
	return src
}
