// Package examples has scripts to copy from; its test runs each with the
// command and compares what it prints with the .out beside it. NAME.args are
// its arguments and NAME.in its standard input. They run in the project's folder.
package examples

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestExamples(t *testing.T) {
	bin := filepath.Join(t.TempDir(), "minipy")
	if out, err := exec.Command("go", "build", "-o", bin, "github.com/minipy/minipy/cmd/minipy").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	top, _ := filepath.Glob("*.out")
	below, _ := filepath.Glob("*/*.out")
	outs := append(top, below...)
	if len(outs) < 8 {
		t.Fatalf("only %d examples", len(outs))
	}
	for _, golden := range outs {
		base := strings.TrimSuffix(golden, ".out")
		t.Run(filepath.ToSlash(base), func(t *testing.T) { runExample(t, bin, base) })
	}
}

// TestChildren runs the script of children in the Go program beside it, whose
// own executable serves as the script's processes.
func TestChildren(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("multiprocessing is for Linux")
	}
	bin := filepath.Join(t.TempDir(), "children")
	if out, err := exec.Command("go", "build", "-o", bin, "./children").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	var stderr bytes.Buffer
	cmd := exec.Command(bin, "children/squares.py")
	cmd.Stderr = &stderr
	got, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.Bytes())
	}
	if want, err := os.ReadFile("children/squares.out"); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%v; output differs from children/squares.out:\n%s", err, got)
	}
}

func runExample(t *testing.T, bin, base string) {
	args := []string{"examples/" + filepath.ToSlash(base) + ".py"}
	if b, err := os.ReadFile(base + ".args"); err == nil {
		args = append(args, strings.Fields(string(b))...)
	}
	cmd := exec.Command(bin, args...)
	cmd.Dir = ".."
	if in, err := os.ReadFile(base + ".in"); err == nil {
		cmd.Stdin = bytes.NewReader(in)
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	got, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.Bytes())
	}
	want, err := os.ReadFile(base + ".out")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("output differs from %s.out:\n%s", base, got)
	}
}
