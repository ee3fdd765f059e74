package repl

import (
	"io"
	"os"
	"strings"

	"github.com/minipy/minipy/lang/grammar"
	"github.com/minipy/minipy/runtime"
)

// A plainReader reads lines from sys.stdin, for terminals that can do no more
// and for -i with a pipe. The prompts go to standard error, as CPython's do.
type plainReader struct{}

func (plainReader) read(t *runtime.Thread, ps1, ps2 string) (string, error) {
	var src strings.Builder
	ask := ps1
	for {
		flush(t, "stdout")
		flush(t, "stderr")
		io.WriteString(os.Stderr, ask)
		line, err := readLine(t)
		switch {
		case err != nil:
			if runtime.IsError(err, runtime.KeyboardInterrupt) {
				io.WriteString(os.Stderr, "\n")
			}
			return "", err
		case line == "" && src.Len() == 0:
			io.WriteString(os.Stderr, "\n")
			return "", io.EOF
		case line == "": // what there is will do
			return src.String(), nil
		}
		text := strings.TrimSuffix(line, "\n")
		if src.Len() > 0 {
			src.WriteByte('\n')
		}
		if strings.TrimSpace(text) != "" {
			src.WriteString(text)
		}
		if !grammar.Incomplete(dedent(src.String())) {
			return src.String(), nil
		}
		ask = ps2
	}
}

// readLine is sys.stdin.readline(); "" at the end.
func readLine(t *runtime.Thread) (string, error) {
	in, ok := t.Sys().Dict.Lookup("stdin")
	if !ok || in.IsNone() {
		return "", nil
	}
	v, err := runtime.CallMethod(t, in, "readline")
	if err != nil {
		return "", err
	}
	s, _ := runtime.AsStr(v)
	if s == nil {
		return "", nil
	}
	return s.String(), nil
}

// flush flushes sys.stdout or sys.stderr, as far as that works.
func flush(t *runtime.Thread, name string) {
	if f, ok := t.Sys().Dict.Lookup(name); ok && !f.IsNone() {
		runtime.CallMethod(t, f, "flush")
	}
}
