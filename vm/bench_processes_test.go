package vm_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkProcesses runs each program of benchdata/processes under minipy and
// under python3 in turn and prints the figures of both, each the better of b.N
// runs, beside what is wanted:
//
//	go test ./vm -run xxx -bench Processes -benchtime 2x
func BenchmarkProcesses(b *testing.B) {
	python, bin := interpreters(b)
	files, err := filepath.Glob("benchdata/processes/*.py")
	if err != nil || len(files) == 0 {
		b.Fatalf("%d programs, %v", len(files), err)
	}
	fmt.Fprint(os.Stdout, compare(b, python, bin, files))
}

// compare is a table of the figures that programs print under both.
func compare(b *testing.B, python, bin string, files []string) string {
	var report strings.Builder
	fmt.Fprintf(&report, "\n%-55s %10s %10s\n", "", "minipy", "python3")
	for _, f := range files {
		var ours, theirs []figure
		for range max(b.N, 1) {
			ours = better(ours, figures(b, bin, f))
			theirs = better(theirs, figures(b, python, f))
		}
		for i, o := range ours {
			p := "-"
			if i < len(theirs) {
				p = theirs[i].value
			}
			fmt.Fprintf(&report, "%-55s %10s %10s %s\twanted %s\n", o.name, o.value, p, o.unit, o.wanted)
		}
	}
	return report.String()
}
