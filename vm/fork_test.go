//go:build unix

package vm_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/vm"
)

// TestNewIsNotForChildren: a program whose main does not call RunChild does not run its
// script once more in each child, and so for ever.
func TestNewIsNotForChildren(t *testing.T) {
	if vm.IsChild() {
		_, err := vm.New(vm.Config{})
		os.Stdout.WriteString(err.Error())
		os.Exit(0)
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestNewIsNotForChildren$")
	cmd.Env = append(os.Environ(), runtime.ChildEnv+"="+runtime.FreshChild)
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "main must call RunChild first") {
		t.Errorf("%v: %s", err, out)
	}
}
