package main

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/minipy/minipy/vm/conformance"
)

var update = flag.Bool("update", false, "write testdata/cli.golden anew, with python3")

// command builds the command once for all tests.
var command = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "minipy-cli-")
	if err != nil {
		return "", err
	}
	bin := filepath.Join(dir, "minipy")
	out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput()
	if err != nil {
		return "", errors.New(string(out))
	}
	return bin, nil
})

func TestMain(m *testing.M) {
	flag.Parse()
	conformance.TakeSignals()
	status := m.Run()
	if bin, err := command(); err == nil {
		os.RemoveAll(filepath.Dir(bin))
	}
	os.Exit(status)
}

func binary(t *testing.T) string {
	t.Helper()
	bin, err := command()
	if err != nil {
		t.Fatal(err)
	}
	return bin
}

// invoke runs a program in dir and shows what came of it: status, output, errors.
// Its name is written EXE, its folder DIR.
func invoke(t *testing.T, exe, dir, stdin string, args ...string) string {
	t.Helper()
	cmd := exec.Command(exe, args...)
	cmd.Dir = dir
	cmd.Stdin = strings.NewReader(stdin)
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "LC_ALL=C.UTF-8"}
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	var status string
	timer := time.AfterFunc(5*time.Minute, func() { cmd.Process.Kill() })
	defer timer.Stop()
	if err := cmd.Run(); err != nil {
		status = err.Error()
	} else {
		status = "exit status 0"
	}
	text := status + "\n" + out.String()
	if errs.Len() > 0 {
		text += "-- stderr\n" + errs.String()
	}
	names := strings.NewReplacer(exe, "EXE", dir, "DIR", "usage: minipy", "usage: EXE", "`minipy -h'", "`python -h'")
	return names.Replace(text)
}

const showArgs = "import sys; print(sys.argv)"

// files are what the invocations find in their folder.
var files = map[string]string{
	"show.py":         "import sys\nprint(sys.argv, __name__)\n",
	"bye.py":          "import sys\nsys.exit('bye')\n",
	"skip.py":         "garbage ((\nprint('second')\n1/0\n",
	"pkg/__init__.py": "",
	"pkg/__main__.py": "import sys; print('pkg', sys.argv[1:], __package__, __spec__.name)\n",
	"dir/__main__.py": "import sys; print('dir', sys.argv, sys.path[0][-4:])\n",
	"empty/x":         "",
}

// invocations are compared with what python3 does: see testdata/cli.golden.
var invocations = []struct {
	stdin string
	args  []string
}{
	{"", []string{"-c", showArgs, "a", "-b", "--", "-c"}},
	{"", []string{"-c" + showArgs, "a"}},
	{"", []string{"-Bc", showArgs, "x"}},
	{"", []string{"show.py", "a", "-h"}},
	{"", []string{"--", "show.py", "-a"}},
	{"", []string{"show.py", ""}},
	{showArgs, nil},
	{showArgs, []string{"--"}},
	{showArgs, []string{"-"}},
	{showArgs, []string{"-", "a", "--", "b"}},
	{showArgs, []string{"-t"}},
	{"", []string{"-m", "pkg", "q"}},
	{"", []string{"-mpkg", "-x"}},
	{"", []string{"-m", "show"}},
	{"", []string{"-m", "nosuch"}},
	{"", []string{"-m", "pkg.nosuch"}},
	{"", []string{"dir", "1"}},
	{"", []string{"empty"}},
	{"", []string{"."}},
	{"", []string{""}},
	{"", []string{"nosuch.py"}},
	{"", []string{"show.py/"}},
	{"", []string{"bye.py"}},
	{"", []string{"-c", "import sys; sys.exit(3)"}},
	{"", []string{"-c", "raise SystemExit"}},
	{"", []string{"-c", "raise SystemExit(True)"}},
	{"", []string{"-c", "raise SystemExit(300)"}},
	{"", []string{"-c", "raise SystemExit(-1)"}},
	{"", []string{"-c", "raise SystemExit([1])"}},
	{"", []string{"-c", "raise SystemExit(2**70)"}},
	{"", []string{"-c", "1/0"}},
	{"", []string{"-c", "raise KeyboardInterrupt"}},
	{"", []string{"-c", "import os; os._exit(7)"}},
	{"", []string{"-c", "import os, signal; os.kill(os.getpid(), signal.SIGTERM); import time; time.sleep(20)"}},
	{"", []string{"-c", "import sys; sys.stdout.close()"}},
	{"", []string{"-x", "skip.py"}},
	{"", []string{"skip.py"}},
	{"", []string{"-c", "print(1"}},
	{"", []string{"-c", "  x"}},
	{"", []string{"-c", ""}},
	{"print(1\n", nil},
	{"def f():\n  1/0\nf()\n", nil},
	{"", nil},
	{"", []string{"-Z"}},
	{"", []string{"-c"}},
	{"", []string{"-m"}},
	{"", []string{"-W"}},
	{"", []string{"-X"}},
	{"", []string{"-J"}},
	{"", []string{"--nosuch"}},
	{"", []string{"--check-hash-based-pycs", "default", "-c", "print(1)"}},
	{"", []string{"--check-hash-based-pycs", "x"}},
	{"", []string{"-O", "-c", "assert 0; print(__debug__)"}},
	{"", []string{"-OO", "-c", "def f():\n 'd'\nprint(f.__doc__)"}},
	{"", []string{"-u", "-c", "import sys; print(sys.stdout.write_through, sys.stderr.write_through)"}},
	{"", []string{"-c", "import sys; print(sys.path[0] == '')"}},
	{"", []string{"-P", "-c", "import sys; print(sys.path[0] == '')"}},
	{"", []string{"-S", "-c", "exit"}},
	{"", []string{"-I", "-E", "-B", "-d", "-s", "-q", "-bb", "-c", "import sys; f = sys.flags; print(f.isolated, f.ignore_environment, " +
		"f.dont_write_bytecode, f.debug, f.no_user_site, f.quiet, f.bytes_warning, f.safe_path, f.int_max_str_digits, sys.warnoptions)"}},
	{"", []string{"-X", "nosuch=3", "-Xb", "-c", "import sys; print(sys._xoptions)"}},
	{"", []string{"-X", "dev", "-Wi", "-c", "import sys, faulthandler; print(sys.flags.dev_mode, sys.warnoptions, faulthandler.is_enabled())"}},
	{"", []string{"-X", "int_max_str_digits=5", "-c", "print(1)"}},
	{"", []string{"-X", "int_max_str_digits=700", "-c", "import sys; print(sys.flags.int_max_str_digits)"}},
	{"", []string{"-X", "warn_default_encoding", "-c", "import sys; print(sys.flags.warn_default_encoding)"}},
	{"", []string{"-X", "pycache_prefix=x", "-c", "import sys; print(sys.pycache_prefix)"}},
	{"", []string{"-W", "error", "-c", "import warnings; warnings.warn('x')"}},
	{"", []string{"-W", "ignore", "-c", "import warnings; warnings.warn('x')"}},
	{"", []string{"-W", "nosuch", "-c", "print(1)"}},
	{"", []string{"-W", "default::nosuch", "-c", "print(1)"}},
	{"", []string{"-W", "1:2:3:4:5:6", "-c", "print(1)"}},
	{"", []string{"-W", "error:::x:-1", "-c", "print(1)"}},
	{"", []string{"-Wi", "-Wd", "-c", "import sys; print(sys.warnoptions)"}},
	{"", []string{"-W", "error", "-c", "if NotImplemented: pass"}},
	{"", []string{"-W", "nosuch", "-c", "import warnings"}},
	{"", []string{"-b", "-c", "x = b'x'; str(x); x == 'x'; 1 != x; bytearray() == ''; x in ['y']; f'{x}'"}},
	{"", []string{"-bb", "-c", "'%s' % bytearray()"}},
	{"", []string{"-X", "warn_default_encoding", "-c", "open('show.py').close(); open('show.py', encoding='ascii').close()"}},
	{"", []string{"-X", "utf8=5", "-c", "1"}},
	{"", []string{"-c", "'\xe9\xc3\xa9'"}},
	{"", []string{"-c", "'\xff\xfe'"}},
	{"print(__file__, __cached__)\n", nil},
	{"__file__\n", []string{"-i", "show.py"}},
	{"__file__\n", []string{"-i", "skip.py"}},
}

// TestCommandLine compares the invocations with python3's, which -update asks.
func TestCommandLine(t *testing.T) {
	bin, dir := binary(t), t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		os.MkdirAll(filepath.Dir(path), 0o777)
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	golden := filepath.Join("testdata", "cli.golden")
	if *update {
		writeGolden(t, golden, dir)
	}
	data, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	sections := strings.Split(string(data), "\n==== ")[1:]
	if len(sections) != len(invocations) {
		t.Fatalf("%d invocations, %d goldens: -update", len(invocations), len(sections))
	}
	for i, c := range invocations {
		title, want, _ := strings.Cut(sections[i], "\n")
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			if got := invoke(t, bin, dir, c.stdin, c.args...); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// writeGolden asks the python3 on the path, by its real name.
func writeGolden(t *testing.T, golden, dir string) {
	python, err := exec.Command("python3", "-c", "import sys; print(sys.executable, end='')").Output()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("What python3 does with the invocations of cli_test.go.\n")
	for _, c := range invocations {
		b.WriteString("\n==== " + strconv.Quote(strings.Join(c.args, " ")) + "\n" + invoke(t, string(python), dir, c.stdin, c.args...))
	}
	if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestHelpFitsAScreen(t *testing.T) {
	for _, flag := range []string{"-h", "-?", "--help"} {
		out, err := exec.Command(binary(t), flag).Output()
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
		if len(lines) > 23 { // and the shell's prompt
			t.Errorf("%s: %d lines", flag, len(lines))
		}
		for _, l := range lines {
			if utf8.RuneCountInString(l) > 79 {
				t.Errorf("%s: too wide: %s", flag, l)
			}
		}
		for _, name := range []string{"PYTHONPATH", "MINIPYSTARTUP", "MINIPY_HISTORY", "NO_COLOR", "PYTHONHASHSEED", "-X opt", "check FILE"} {
			if !strings.Contains(string(out), name) {
				t.Errorf("%s does not name %s", flag, name)
			}
		}
	}
}

// TestCheck has the subcommand check, which python3 has not.
func TestCheck(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.py": "x = = 1\ndef f(:\n    return 1 +\n", "good.py": "import nosuch\n1/0\n", "b.py": "# coding: nosuch\n", "c.py": "y = 'é' + $\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		stdin string
		args  []string
		want  string
	}{
		{"", []string{"good.py"}, "exit status 0\n"},
		{"", []string{"a.py", "good.py", "c.py"}, "exit status 1\na.py:1:5: SyntaxError: invalid syntax\na.py:2:7: SyntaxError: invalid syntax\n" +
			"a.py:3:15: SyntaxError: invalid syntax\nc.py:1:11: SyntaxError: invalid syntax\n"},
		{"", []string{"b.py"}, "exit status 1\nb.py: SyntaxError: encoding problem: nosuch\n"},
		{"x = (\n", []string{"-"}, "exit status 1\n<stdin>:1:5: SyntaxError: '(' was never closed\n"},
		{"", []string{"nosuch.py", "a.py"}, "exit status 2\na.py:1:5: SyntaxError: invalid syntax\na.py:2:7: SyntaxError: invalid syntax\n" +
			"a.py:3:15: SyntaxError: invalid syntax\n-- stderr\nminipy: can't open file 'nosuch.py': [Errno 2] No such file or directory\n"},
	} {
		if got := invoke(t, binary(t), dir, c.stdin, append([]string{"check"}, c.args...)...); got != c.want {
			t.Errorf("check %q: got\n%s\nwant\n%s", c.args, got, c.want)
		}
	}
}

// TestCompletion has each shell that is there read its script.
func TestCompletion(t *testing.T) {
	for shell, check := range map[string]string{"bash": `COMP_WORDS=(minipy -W d); COMP_CWORD=2; _minipy; echo "${COMPREPLY[@]}"`, "zsh": "", "fish": ""} {
		script, err := exec.Command(binary(t), "--completion", shell).Output()
		if err != nil || len(script) == 0 {
			t.Errorf("--completion %s: %v", shell, err)
			continue
		}
		path, err := exec.LookPath(shell)
		if err != nil || check == "" {
			continue
		}
		out, err := exec.Command(path, "-c", string(script)+"\n"+check).CombinedOutput()
		if err != nil || string(out) != "default\n" {
			t.Errorf("%s completes with %q, %v", shell, out, err)
		}
	}
	if got := invoke(t, binary(t), ".", "", "--completion", "csh"); !strings.HasPrefix(got, "exit status 2\n-- stderr\n--completion must be one of bash") {
		t.Error(got)
	}
}

// TestShebang runs a script by its first line.
func TestShebang(t *testing.T) {
	bin, dir := binary(t), t.TempDir()
	script := filepath.Join(dir, "script")
	if err := os.WriteFile(script, []byte("#!/usr/bin/env minipy\nimport sys\nprint('ran', sys.argv[1:])\n"), 0o777); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(script, "-x", "1")
	cmd.Env = append(os.Environ(), "PATH="+filepath.Dir(bin)+string(os.PathListSeparator)+os.Getenv("PATH"))
	if out, err := cmd.CombinedOutput(); err != nil || string(out) != "ran ['-x', '1']\n" {
		t.Errorf("%q, %v", out, err)
	}
}

// TestProfile lets the program be profiled for longer than a tick of the
// profiler takes.
func TestProfile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "profile")
	cmd := exec.Command(binary(t), "-c", "import time\nwhile time.process_time() < 0.1: pass\nprint('done')")
	cmd.Env = append(os.Environ(), profileVariable+"="+file)
	if out, err := cmd.CombinedOutput(); err != nil || string(out) != "done\n" {
		t.Errorf("%q, %v", out, err)
	}
	if b, err := os.ReadFile(file); err != nil || !bytes.HasPrefix(b, []byte("\x1f\x8b")) {
		t.Errorf("%d bytes of profile, %v", len(b), err)
	}
}
