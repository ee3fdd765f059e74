package grammar

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"testing"
)

// verdict is what python3, or we, say of a text: the fields of the exception, or nothing.
type verdict struct {
	Kind, Msg                  string
	Line, Col, EndLine, EndCol *int
	Text                       *string
}

func (v *verdict) String() string {
	if v == nil {
		return "accepted"
	}
	n := func(p *int) string {
		if p == nil {
			return "None"
		}
		return fmt.Sprint(*p)
	}
	text := "None"
	if v.Text != nil {
		text = fmt.Sprintf("%q", *v.Text)
	}
	return fmt.Sprintf("%s: %s | %s %s %s %s | %s", v.Kind, v.Msg, n(v.Line), n(v.Col), n(v.EndLine), n(v.EndCol), text)
}

// ours parses as compile(src, ...) would and returns the verdict.
func ours(src string, mode Mode) *verdict {
	_, err := Parse("<t>", []byte(src), mode, Options{Unicode: true})
	if err == nil {
		return nil
	}
	e := err.(*SyntaxError)
	n := func(i int) *int {
		if i == None {
			return nil
		}
		return &i
	}
	v := &verdict{e.Kind, e.Msg, n(e.Line), n(e.Col), n(e.EndLine), n(e.EndCol), nil}
	if e.HasText {
		v.Text = &e.Text
	}
	if e.Kind == "MemoryError" || e.Kind == "RecursionError" {
		return &verdict{Kind: e.Kind, Msg: e.Msg}
	}
	return v
}

const errorOracle = `
import ast, sys, json, warnings
warnings.simplefilter('ignore')
for line in sys.stdin:
    src, mode = json.loads(line)
    try:
        ast.parse(src, '<t>', mode)
        ans = None
    except SyntaxError as e:
        ans = dict(Kind=type(e).__name__, Msg=e.msg, Line=e.lineno, Col=e.offset, EndLine=e.end_lineno, EndCol=e.end_offset, Text=e.text)
    except (MemoryError, RecursionError) as e:
        ans = dict(Kind=type(e).__name__, Msg=str(e))
    except ValueError as e:
        ans = dict(Kind=type(e).__name__, Msg=str(e))
    print(json.dumps(ans), flush=True)
`

// python is a running oracle.
type python struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

func startPython(t testing.TB, program string) *python {
	out, err := exec.Command("python3", "-c", "import sys; print(sys.version_info[:2] == (3, 11), sys.executable)").Output()
	ok, exe, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
	if err != nil || ok != "True" {
		t.Skip("no python3 of version 3.11")
	}
	p := &python{cmd: exec.Command(exe, "-W", "ignore", "-c", program)}
	p.in, _ = p.cmd.StdinPipe()
	stdout, _ := p.cmd.StdoutPipe()
	p.out = bufio.NewReaderSize(stdout, 1<<20)
	if err := p.cmd.Start(); err != nil {
		t.Skip(err)
	}
	t.Cleanup(func() { p.in.Close(); p.cmd.Wait() })
	return p
}

func (p *python) ask(t testing.TB, question, answer any) {
	q, _ := json.Marshal(question)
	if _, err := p.in.Write(append(q, '\n')); err != nil {
		t.Fatal(err)
	}
	line, err := p.out.ReadBytes('\n')
	if err != nil {
		t.Fatalf("python died on %q: %v", q, err)
	}
	if err := json.Unmarshal(line, answer); err != nil {
		t.Fatal(err)
	}
}
