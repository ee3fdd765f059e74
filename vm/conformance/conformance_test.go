// Package conformance runs the scripts under testdata with the command and
// compares what they print with the .out beside each, which CPython 3.11 made.
//
//	go test ./vm/conformance -run Scripts/dict       one area
//	go test ./vm/conformance -update                 make the .out files with python3
package conformance

import (
	"bytes"
	"context"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "rewrite the .out files with python3")

// build makes the command once for the tests.
func build(t *testing.T) string {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "minipy")
	out, err := exec.Command("go", "build", "-o", bin, "github.com/minipy/minipy/cmd/minipy").CombinedOutput()
	if err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return bin
}

// run gives what a script prints to standard output, and its errors for the log.
func run(bin, script string) (stdout, stderr []byte, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, bin, filepath.Base(script))
	cmd.Dir = filepath.Dir(script)
	cmd.Env = environment()
	cmd.WaitDelay = 10 * time.Second // for children that a script which hangs leaves, with its output in their hands
	var o, e bytes.Buffer
	cmd.Stdout, cmd.Stderr = &o, &e
	err = cmd.Run()
	return o.Bytes(), e.Bytes(), err
}

// environment is what scripts see, and what the expectations were made with:
// the output of several processes comes in the order in which it is printed.
func environment() []string {
	return Environment("PYTHONUNBUFFERED=1", "PYTHONDONTWRITEBYTECODE=1")
}

func TestMain(m *testing.M) {
	TakeSignals()
	os.Exit(m.Run())
}

func TestScripts(t *testing.T) {
	bin := build(t)
	if *update {
		var err error
		if bin, err = exec.LookPath("python3"); err != nil {
			t.Skip("no python3 to make the expectations with")
		}
	}
	var scripts []string
	err := filepath.WalkDir("testdata", func(p string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(p, ".py") {
			if _, serr := os.Stat(strings.TrimSuffix(p, ".py") + ".out"); serr == nil || *update && filepath.Dir(filepath.Dir(p)) == "testdata" {
				scripts = append(scripts, p)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(scripts) < 100 {
		t.Fatalf("only %d scripts found", len(scripts))
	}
	for _, s := range scripts {
		name := strings.TrimSuffix(filepath.ToSlash(strings.TrimPrefix(s, "testdata"+string(filepath.Separator))), ".py")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			check(t, bin, s)
		})
	}
}

func check(t *testing.T, bin, script string) {
	golden := strings.TrimSuffix(script, ".py") + ".out"
	got, stderr, err := run(bin, script)
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, rerr := os.ReadFile(golden)
	if rerr != nil {
		t.Fatal(rerr)
	}
	if bytes.Equal(got, want) {
		return
	}
	if reason, known := knownDifferences[strings.TrimSuffix(filepath.ToSlash(strings.TrimPrefix(script, "testdata"+string(filepath.Separator))), ".py")]; known {
		t.Skip("differs: " + reason)
	}
	t.Errorf("%s (%v)\n%s", firstDifference(want, got), err, tail(stderr))
}

// firstDifference shows the first line that is not as expected.
func firstDifference(want, got []byte) string {
	w, g := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range max(len(w), len(g)) {
		a, b := "<end>", "<end>"
		if i < len(w) {
			a = w[i]
		}
		if i < len(g) {
			b = g[i]
		}
		if a != b {
			return "line " + itoa(i+1) + ":\n want " + a + "\n got  " + b
		}
	}
	return "equal"
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}

func tail(b []byte) string {
	s := strings.TrimSpace(string(b))
	if i := len(s) - 1500; i > 0 {
		s = s[i:]
	}
	return s
}
