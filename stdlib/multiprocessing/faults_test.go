//go:build linux

package multiprocessing_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/minipy/minipy/vm/conformance"
)

var (
	full    = flag.Bool("full", false, "run the fault tests at their full size (minutes)")
	command = flag.String("minipy", "", "the command to test instead of one that is built")
)

// build makes the command, once for all tests.
var build = sync.OnceValues(func() (string, error) {
	if *command != "" {
		return filepath.Abs(*command)
	}
	dir, err := os.MkdirTemp("", "faults")
	if err != nil {
		return "", err
	}
	bin := filepath.Join(dir, "minipy")
	out, err := exec.Command("go", "build", "-o", bin, "github.com/minipy/minipy/cmd/minipy").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return bin, nil
})

func TestMain(m *testing.M) {
	flag.Parse()
	conformance.TakeSignals()
	status := m.Run()
	if bin, err := build(); err == nil && *command == "" {
		os.RemoveAll(filepath.Dir(bin))
	}
	os.Exit(status)
}

// TestFaults runs the scripts of testdata/faults, each in a session and with a
// temporary folder of its own. What a script prints is compared with the .out
// beside it: mostly CPython's too, but not where multiprocessing here promises more
// (a task lost with its worker fails, a dead process's lock is free). When the script has
// ended its processes must end, too, and nothing be left in the temporary folder.
func TestFaults(t *testing.T) {
	scripts, err := filepath.Glob("testdata/faults/*.py")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, script := range scripts {
		name := strings.TrimSuffix(filepath.Base(script), ".py")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var args []string
			limit := 5 * time.Minute
			if *full {
				args, limit = []string{"--full"}, 30*time.Minute
			}
			out, stderr := runScript(t, script, limit, args...)
			want, err := os.ReadFile(strings.TrimSuffix(script, ".py") + ".out")
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(out, want) {
				t.Errorf("standard output:\n%s\nwant:\n%s\nstandard error:\n%s", out, want, stderr)
			}
		})
	}
}

// runScript runs a script and checks what it leaves behind.
func runScript(t *testing.T, script string, limit time.Duration, args ...string) (stdout, stderr []byte) {
	bin, err := build()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	defer cancel()
	tmp := t.TempDir()
	cmd := exec.CommandContext(ctx, bin, append([]string{filepath.Base(script)}, args...)...)
	cmd.Dir = filepath.Dir(script)
	mark := "MINIPYFAULTS=" + strconv.Itoa(os.Getpid()) + t.Name()
	cmd.Env = append(conformance.Environment(), "TMPDIR="+tmp, mark)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	cmd.WaitDelay = time.Minute
	var o, e bytes.Buffer
	cmd.Stdout, cmd.Stderr = &o, &e
	if err := cmd.Run(); err != nil {
		t.Errorf("%s: %v", script, err)
	}
	checkGone(t, mark)
	checkEmpty(t, tmp)
	return o.Bytes(), e.Bytes()
}

// checkGone fails the test if processes with the mark in their environment do not
// end, and ends them.
func checkGone(t *testing.T, mark string) {
	var left []int
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) {
		if left = marked(mark); len(left) == 0 {
			return
		}
		if time.Now().After(deadline) {
			break
		}
	}
	for _, pid := range left {
		line, _ := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", pid))
		t.Errorf("still alive: %d %q", pid, line)
		syscall.Kill(pid, syscall.SIGKILL)
	}
}

// marked are the processes that have the mark in their environment.
func marked(mark string) (pids []int) {
	names, _ := filepath.Glob("/proc/[0-9]*/environ")
	for _, name := range names {
		env, err := os.ReadFile(name)
		if err == nil && slices.Contains(strings.Split(string(env), "\x00"), mark) {
			pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(name)))
			pids = append(pids, pid)
		}
	}
	return pids
}

// checkEmpty fails the test if there is anything in the folder.
func checkEmpty(t *testing.T, dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Error(err)
	}
	for _, e := range entries {
		t.Errorf("left in the temporary folder: %s", e.Name())
	}
}
