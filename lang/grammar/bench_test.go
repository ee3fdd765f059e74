package grammar

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkParse parses 20,000 lines of CPython's own library; the figure to compare is lines/s.
func BenchmarkParse(b *testing.B) {
	out, err := exec.Command("python3", "-c", "import os; print(os.path.dirname(os.__file__))").Output()
	if err != nil {
		b.Skip("no python3")
	}
	var src []byte
	for _, name := range []string{"_pydecimal.py", "typing.py", "argparse.py", "subprocess.py", "inspect.py", "datetime.py"} {
		text, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), name))
		if err != nil {
			b.Skip(err)
		}
		src = append(append(src, text...), '\n')
	}
	lines := bytes.Count(src, []byte("\n"))
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("bench.py", src, Exec, Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(lines)*float64(b.N)/b.Elapsed().Seconds(), "lines/s")
}
