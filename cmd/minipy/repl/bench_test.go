//go:build linux || darwin

package repl

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/creack/pty"
)

// BenchmarkPaste pastes 1,000 lines into the real command, until what follows
// them has run.
//
//	marked        a function, between the marks of a paste
//	unmarked      the same as if somebody typed very fast
//	nested        a class, so
//	statements    a thousand statements, each with its prompt
func BenchmarkPaste(b *testing.B) {
	bin := os.Getenv("MINIPY_TEST_BINARY")
	if bin == "" {
		bin = filepath.Join(b.TempDir(), "minipy")
		if out, err := exec.Command("go", "build", "-o", bin, "github.com/minipy/minipy/cmd/minipy").CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
	}
	const lines = 1000
	var block, nested, statements strings.Builder
	block.WriteString("def f(a):\n")
	nested.WriteString("class A:\n")
	for i := range lines {
		fmt.Fprintf(&block, "    a = a + %d  # line %d\n", i, i)
		fmt.Fprintf(&statements, "x%d = %d\n", i, i)
		if i%2 == 0 {
			fmt.Fprintf(&nested, "    def m%d(self):\n        return %d\n", i, i)
		}
	}
	const end = "\nprint('en' + 'd')\n"
	for _, c := range []struct{ name, text string }{
		{"marked", "\x1b[200~" + block.String() + "\x1b[201~" + end},
		{"unmarked", block.String() + end},
		{"nested", nested.String() + end},
		{"statements", statements.String() + end},
	} {
		b.Run(c.name, func(b *testing.B) {
			for range b.N {
				b.StopTimer()
				pasteOnce(b, bin, strings.ReplaceAll(c.text, "\n", "\r"))
			}
		})
	}
}

// pasteOnce types text into a new session; the timer runs until it has run.
func pasteOnce(b *testing.B, bin, text string) {
	cmd := exec.Command(bin, "-q")
	cmd.Env = []string{"TERM=xterm", "MINIPY_HISTORY=", "HOME=" + b.TempDir()}
	master, err := pty.StartWithAttrs(cmd, &pty.Winsize{Cols: 80, Rows: 24}, &syscall.SysProcAttr{Setsid: true, Setctty: true})
	if err != nil {
		b.Skip("no pseudo-terminals:", err)
	}
	defer cmd.Wait()
	defer master.Close()
	awaitOutput(b, master, ">>> ")
	b.StartTimer()
	go master.WriteString(text)
	awaitOutput(b, master, "\x1b[?2004lend")
	b.StopTimer()
	cmd.Process.Kill()
}

// awaitOutput reads until mark.
func awaitOutput(b *testing.B, master *os.File, mark string) {
	var seen []byte
	buf := make([]byte, 1<<16)
	for !strings.Contains(string(seen), mark) {
		n, err := master.Read(buf)
		if err != nil {
			b.Fatalf("%v after %q", err, seen)
		}
		seen = append(seen[max(0, len(seen)-len(mark)):], buf[:n]...)
	}
}
