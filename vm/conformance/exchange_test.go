package conformance

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
)

// TestPicklesExchanged has the command and python3 read each other's pickles,
// in every protocol: each must see in them what the other one sees.
func TestPicklesExchanged(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 to exchange pickles with")
	}
	if out, err := exec.Command(python, "-c", "import sys; print(sys.version_info[:2] >= (3, 11))").Output(); err != nil || strings.TrimSpace(string(out)) != "True" {
		t.Skip("python3 is older than 3.11")
	}
	minipy := build(t)
	do := func(bin, verb string, in []byte) []byte {
		t.Helper()
		cmd := exec.Command(bin, "pickles.py", verb)
		cmd.Dir = "testdata/exchange"
		var stderr bytes.Buffer
		cmd.Stdin, cmd.Stderr = bytes.NewReader(in), &stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s %s: %v\n%s", bin, verb, err, stderr.Bytes())
		}
		return out
	}
	for _, writer := range []string{minipy, python} {
		data := do(writer, "dump", nil)
		ours := strings.Split(string(do(minipy, "load", data)), "\n")
		theirs := strings.Split(string(do(python, "load", data)), "\n")
		if len(ours) < 300 || len(ours) != len(theirs) {
			t.Fatalf("%d and %d lines", len(ours), len(theirs))
		}
		for i := range ours {
			if ours[i] != theirs[i] {
				t.Errorf("a pickle by %s: value %d, protocol %d\nminipy:  %s\npython3: %s", writer, i/6, i%6, ours[i], theirs[i])
			}
		}
	}
}
