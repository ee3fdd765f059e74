//go:build linux || darwin

package repl

import (
	"bufio"
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

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

var update = flag.Bool("update", false, "rewrite the expected screens")

// The sessions of testdata/sessions: scripts that are typed at the real command
// on a pseudo-terminal, with the screen that they must leave. A script is a
// line a step, and behind "screen" what is to be seen in the end:
//
//	size 80x24           the terminal, at first
//	env NAME=VALUE       what the command finds in its environment
//	args -i x.py         its arguments
//	file NAME "text"     a file in its folder, before it starts
//	shell                a shell is started instead, which finds the command
//	plain                the command does not edit lines
//	colours              the screen shows colours: {31}red{}
//	> text               type text and Enter, wait for the next prompt
//	. text               the same inside a statement, which goes on
//	keys "\x1b[A"        type
//	wait "text"          until the screen has text
//	row "text"           until that is the row of the cursor
//	gone "text"          until the screen has it no more
//	prompt               until there is another prompt
//	resize 40x10, signal TERM, close (the terminal goes)
//	exit 0               until it ends with that status, or one of several; -1: by signal 1
//	restart              the command once more, on the same terminal
//	content NAME "text"  a file must have this text
//
// Nothing waits for a time: a slow machine is as good as a fast one. When the
// command ends the terminal must be as it was.

// limit is for a step that will not come to its end.
var limit = flag.Duration("limit", 3*time.Minute, "how long a step of a session may take")

func TestSessions(t *testing.T) {
	bin := buildCommand(t)
	files, err := filepath.Glob("testdata/sessions/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no sessions", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) {
			t.Parallel()
			runScript(t, bin, f)
		})
	}
}

// buildCommand makes the command.
func buildCommand(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("builds the command")
	}
	if bin := os.Getenv("MINIPY_TEST_BINARY"); bin != "" {
		return bin
	}
	bin := filepath.Join(t.TempDir(), "minipy")
	out, err := exec.Command("go", "build", "-pgo=off", "-o", bin, "github.com/minipy/minipy/cmd/minipy").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return bin
}

// A typist is a command on a terminal.
type typist struct {
	t        *testing.T
	bin, dir string
	cols     int
	rows     int
	env      []string
	args     []string
	colours  bool
	shell    bool // the command is started by hand, in a shell
	noMarks  bool // the command does not use the marks of a paste
	closed   bool // the terminal is gone
	master   *os.File
	tty      *os.File
	cmd      *exec.Cmd
	settings string // of the terminal, before
	mu       sync.Mutex
	changed  *sync.Cond
	vt       *vt
	raw      []byte
	ended    bool
	status   int
	edits    int // prompts that have been waited for
}

func newTypist(t *testing.T, bin string) *typist {
	p := &typist{t: t, bin: bin, dir: t.TempDir(), cols: 80, rows: 24}
	p.changed = sync.NewCond(&p.mu)
	return p
}

// start runs the command, on a new terminal the first time.
func (p *typist) start() {
	p.t.Helper()
	if p.master == nil {
		var err error
		if p.master, p.tty, err = pty.Open(); err != nil {
			p.t.Skip("no pseudo-terminals:", err)
		}
		p.t.Cleanup(p.stop)
		pty.Setsize(p.master, &pty.Winsize{Cols: uint16(p.cols), Rows: uint16(p.rows)})
		p.vt = newVT(p.cols, p.rows)
		p.settings = p.stty()
		go p.watch(p.master)
	}
	p.mu.Lock()
	p.ended, p.edits = false, p.vt.edits
	p.mu.Unlock()
	cmd := exec.Command(p.bin, p.args...)
	if p.shell {
		cmd = exec.Command("sh", "-i")
		p.env = append(p.env, "PS1=$ ", "PATH="+filepath.Dir(p.bin)+":"+os.Getenv("PATH"))
	}
	cmd.Dir = p.dir
	cmd.Env = []string{"HOME=" + p.dir, "PATH=" + os.Getenv("PATH"), "TERM=xterm", "LANG=C.UTF-8", "XDG_STATE_HOME=" + p.dir + "/state",
		"XDG_CACHE_HOME=" + os.TempDir() + "/minipy-test-cache"}
	if !p.colours {
		cmd.Env = append(cmd.Env, "NO_COLOR=1")
	}
	cmd.Env = append(cmd.Env, p.env...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = p.tty, p.tty, p.tty
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	p.cmd = cmd
	go func() {
		cmd.Wait()
		p.mu.Lock()
		p.ended, p.status = true, cmd.ProcessState.ExitCode()
		if ws, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); ok && ws.Signaled() {
			p.status = -int(ws.Signal())
		}
		p.changed.Broadcast()
		p.mu.Unlock()
	}()
}

func (p *typist) stop() {
	p.cmd.Process.Kill()
	p.until("the end", func() bool { return p.ended })
	p.master.Close()
	p.tty.Close()
}

// watch gives the terminal's model what the command writes.
func (p *typist) watch(master *os.File) {
	buf := make([]byte, 1<<16)
	for {
		n, err := master.Read(buf)
		p.mu.Lock()
		p.raw = append(p.raw, buf[:n]...)
		p.vt.feed(buf[:n])
		p.changed.Broadcast()
		p.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// until waits for a condition, which is called with the lock held.
func (p *typist) until(what string, ok func() bool) {
	p.t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	late := false
	timer := time.AfterFunc(*limit, func() {
		p.mu.Lock()
		late = true
		p.changed.Broadcast()
		p.mu.Unlock()
	})
	defer timer.Stop()
	for !ok() {
		if late {
			p.t.Fatalf("waited for %s in vain; the screen:\n%s\nwritten: %q", what, p.vt.screen(p.colours), p.raw[max(0, len(p.raw)-2000):])
		}
		p.changed.Wait()
	}
}

func (p *typist) prompt() {
	p.t.Helper()
	p.until("a prompt", func() bool { return p.vt.edits > p.edits || p.ended })
	p.edits++
}

func (p *typist) keys(s string) {
	if _, err := p.master.WriteString(s); err != nil {
		p.t.Fatal(err)
	}
}

// stty is the state of the terminal in the words of stty.
func (p *typist) stty() string {
	cmd := exec.Command("stty", "-a")
	cmd.Stdin = p.tty
	out, _ := cmd.Output()
	_, modes, _ := strings.Cut(string(out), "\n") // the first line has the size
	return modes
}

// left checks that the command has left the terminal as it was.
func (p *typist) left() {
	p.t.Helper()
	if p.closed {
		return
	}
	if now := p.stty(); now != p.settings {
		p.t.Errorf("the terminal is left as\n%s\nit was\n%s", now, p.settings)
	}
	p.until("the end of the marks of a paste", func() bool { return !p.vt.marks })
}

func runScript(t *testing.T, bin, file string) {
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	script, want, _ := strings.Cut("\n"+string(src), "\nscreen\n")
	p := newTypist(t, bin)
	lines := bufio.NewScanner(strings.NewReader(script))
	for lines.Scan() {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		if !p.setting(line) {
			if p.cmd == nil {
				p.begin()
			}
			p.step(line)
		}
	}
	same := func() bool { return p.vt.screen(p.colours) == want }
	if *update {
		time.Sleep(time.Second)
		p.mu.Lock()
		got := p.vt.screen(p.colours)
		p.mu.Unlock()
		if err := os.WriteFile(file, []byte(script[1:]+"\nscreen\n"+got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	p.until("the last screen:\n"+want, same)
}

// begin starts the command and waits for its first prompt.
func (p *typist) begin() {
	p.t.Helper()
	p.start()
	if p.shell {
		p.until("the shell", func() bool { return p.vt.row(p.vt.y, false) == "$" })
		return
	}
	if p.noMarks {
		p.until("a prompt", func() bool { return p.vt.row(p.vt.y, false) == ">>>" })
		return
	}
	p.prompt()
}

// setting obeys a line that says how the session begins.
func (p *typist) setting(line string) bool {
	word, rest, _ := strings.Cut(line, " ")
	switch word {
	case "size":
		fmt.Sscanf(rest, "%dx%d", &p.cols, &p.rows)
	case "env":
		p.env = append(p.env, strings.ReplaceAll(rest, "$DIR", p.dir))
	case "args":
		p.args = strings.Fields(rest)
	case "colours":
		p.colours = true
	case "shell":
		p.shell = true
	case "plain":
		p.noMarks = true
	case "file":
		name, text, _ := strings.Cut(rest, " ")
		name = filepath.Join(p.dir, name)
		os.MkdirAll(filepath.Dir(name), 0o777)
		if err := os.WriteFile(name, []byte(p.unquote(text)), 0o666); err != nil {
			p.t.Fatal(err)
		}
	case "folder":
		os.MkdirAll(filepath.Join(p.dir, rest), 0o777)
	default:
		return false
	}
	return true
}

func (p *typist) unquote(s string) string {
	out, err := strconv.Unquote(strings.TrimSpace(s))
	if err != nil {
		p.t.Fatalf("%s: %v", s, err)
	}
	return out
}

// step obeys any other line.
func (p *typist) step(line string) {
	p.t.Helper()
	word, rest, _ := strings.Cut(line, " ")
	switch word {
	case ">":
		p.keys(rest + "\r")
		p.prompt()
	case ".":
		p.until("nothing", func() bool { return true })
		p.mu.Lock()
		before := p.vt.lines
		p.mu.Unlock()
		p.keys(rest + "\r")
		p.until("a further line", func() bool { return p.vt.lines > before && strings.HasPrefix(p.vt.row(p.vt.y, false), "...") })
	case "keys":
		p.keys(p.unquote(rest))
	case "wait":
		text := p.unquote(rest)
		p.until(rest, func() bool { return strings.Contains(p.vt.screen(false), text) })
	case "gone":
		text := p.unquote(rest)
		p.until("no "+rest, func() bool { return !strings.Contains(p.vt.screen(false), text) })
	case "row":
		text := p.unquote(rest)
		p.until("the row "+rest, func() bool { return p.vt.row(p.vt.y, false) == text })
	case "cursor":
		var x, y int
		fmt.Sscanf(rest, "%d,%d", &x, &y)
		p.until("the cursor at "+rest, func() bool { return p.vt.x == x && p.vt.y == y })
	case "prompt":
		p.prompt()
	case "resize":
		var cols, rows int
		fmt.Sscanf(rest, "%dx%d", &cols, &rows)
		p.mu.Lock()
		p.vt.resize(cols, rows)
		pty.Setsize(p.master, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)})
		p.mu.Unlock()
	case "signal":
		sig := unix.SignalNum("SIG" + rest)
		if sig == 0 {
			p.t.Fatalf("no such signal: %s", rest)
		}
		p.cmd.Process.Signal(sig)
	case "close":
		p.closed = true
		p.master.Close()
		p.tty.WriteString("\a") // ends the Read that may still hold it
	case "exit":
		p.until("the end", func() bool { return p.ended })
		if !slices.Contains(strings.Fields(rest), strconv.Itoa(p.status)) {
			p.t.Errorf("exit status %d, want %s", p.status, rest)
		}
		p.left()
	case "restart":
		p.begin()
	case "content":
		name, text, _ := strings.Cut(rest, " ")
		got, err := os.ReadFile(filepath.Join(p.dir, name))
		if err != nil || string(got) != p.unquote(text) {
			p.t.Errorf("%s has %q, %v; want %s", name, got, err, text)
		}
	default:
		p.t.Fatalf("no such step: %s", line)
	}
}
