package vm_test

import (
	"context"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/minipy/minipy/stdlib/all"
	"github.com/minipy/minipy/vm"
)

// BenchmarkLimits runs the programs of benchdata in machines without and with
// all limits and a context that can be cancelled, in turn, and prints what
// these cost (the best of b.N runs, and the geometric mean):
//
//	go test ./vm -run xxx -bench Limits -benchtime 3x
func BenchmarkLimits(b *testing.B) {
	files, err := filepath.Glob("benchdata/*.py")
	if err != nil || len(files) < 24 {
		b.Fatalf("%d programs, %v", len(files), err)
	}
	var report strings.Builder
	sum := 0.0
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		with, without := math.Inf(1), math.Inf(1)
		for range max(b.N, 2) {
			without = min(without, limitedRun(b, f, src, context.Background(), vm.Limits{}))
			ctx, cancel := context.WithCancel(context.Background())
			with = min(with, limitedRun(b, f, src, ctx, vm.Limits{Steps: 1 << 60, Memory: 8 << 30, Depth: 900, Output: 1 << 30, Threads: 100}))
			cancel()
		}
		sum += math.Log(with / without)
		fmt.Fprintf(&report, "%-18s without %6.3f s  with limits %6.3f s  %+6.1f %%\n", strings.TrimSuffix(filepath.Base(f), ".py"), without, with, (with/without-1)*100)
	}
	mean := (math.Exp(sum/float64(len(files))) - 1) * 100
	fmt.Fprintf(&report, "%-18s %+44.1f %%\twanted <= 3\n", "geometric mean", mean)
	fmt.Fprint(os.Stdout, "\n", report.String())
	b.ReportMetric(mean, "%")
}

// limitedRun is how many seconds a program takes in a machine of its own.
func limitedRun(b *testing.B, name string, src []byte, ctx context.Context, limits vm.Limits) float64 {
	m, err := vm.New(vm.Config{Modules: all.Modules(), Stdout: io.Discard, Stderr: os.Stderr, Limits: limits})
	if err != nil {
		b.Fatal(err)
	}
	defer m.Close()
	start := time.Now()
	if err := m.Run(ctx, name, string(src)); err != nil {
		b.Fatalf("%s: %v", name, err)
	}
	return time.Since(start).Seconds()
}
