package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestMain makes this executable the command when it is started for a step.
func TestMain(m *testing.M) {
	if os.Getenv("WORKFLOW_COMMAND") != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// command runs the command in a process of its own.
func process(t *testing.T, args ...string) string {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), "WORKFLOW_COMMAND=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return string(out)
}

// TestProcesses does every step in another process.
func TestProcesses(t *testing.T) {
	file := filepath.Join(t.TempDir(), "order")
	process(t, "begin", file)
	var got strings.Builder
	for range 20 {
		out := process(t, "step", file)
		got.WriteString(out)
		if strings.HasPrefix(out, "done") {
			break
		}
	}
	want := `reserve desk 1
reserve lamp 2
  note: order 17: all reserved
charge ada 2 1
wait 60
charge ada 2 2
ship 17
done: order 17 is on its way
`
	if got := squeeze(got.String()); got != squeeze(want) {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// squeeze leaves out how fmt.Sprint separates.
func squeeze(s string) string { return strings.ReplaceAll(s, " ", "") }

// TestFails: an order for what there is not gives back what was reserved.
func TestFails(t *testing.T) {
	ctx := context.Background()
	w, err := Begin(ctx, map[string]any{"id": 18, "customer": "bo", "lines": map[string]int{"lamp": 1, "unicorn": 1}})
	if err != nil {
		t.Fatal(err)
	}
	defer w.m.Close()
	for done := false; !done; {
		if done, err = w.Step(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if a, _ := w.Pending(); a.Args[0] != "order 18: no unicorn" {
		t.Errorf("%v", a)
	}
}
