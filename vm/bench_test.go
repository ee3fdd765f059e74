package vm_test

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// BenchmarkPrograms runs each program of benchdata under minipy and under
// python3, in turn, and prints the ratio of the best times of whole processes
// (above 1: minipy is faster) and their geometric mean:
//
//	go test ./vm -run xxx -bench Programs -benchtime 1x
//	go test ./vm -run xxx -bench Programs -benchtime 3x     best of three
func BenchmarkPrograms(b *testing.B) {
	python, bin := interpreters(b)
	files, err := filepath.Glob("benchdata/*.py")
	if err != nil || len(files) < 24 {
		b.Fatalf("%d programs, %v", len(files), err)
	}
	var report strings.Builder
	sum := 0.0
	for _, f := range files {
		ours, theirs := math.Inf(1), math.Inf(1)
		for range max(b.N, 1) {
			d1, out1 := timeRun(b, bin, f)
			d2, out2 := timeRun(b, python, f)
			if !bytes.Equal(out1, out2) {
				b.Errorf("%s: output differs from python3's", f)
			}
			ours, theirs = min(ours, d1), min(theirs, d2)
		}
		ratio := theirs / ours
		sum += math.Log(ratio)
		fmt.Fprintf(&report, "%-18s minipy %6.3f s  python3 %6.3f s  ratio %5.2f\n", strings.TrimSuffix(filepath.Base(f), ".py"), ours, theirs, ratio)
	}
	mean := math.Exp(sum / float64(len(files)))
	fmt.Fprintf(&report, "%-18s %48.2f\n", "geometric mean", mean)
	fmt.Fprint(os.Stdout, "\n", report.String())
	b.ReportMetric(mean, "x-python3")
}

func timeRun(b *testing.B, bin, script string) (seconds float64, stdout []byte) {
	cmd := exec.Command(bin, script)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, os.Stderr
	start := time.Now()
	if err := cmd.Run(); err != nil {
		b.Fatalf("%s %s: %v", bin, script, err)
	}
	return time.Since(start).Seconds(), out.Bytes()
}
