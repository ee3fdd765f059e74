package io

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	rt "github.com/minipy/minipy/runtime"
)

func newThread() *rt.Thread { return &rt.Thread{VM: rt.NewVM()} }

// openTest is open(path, mode, newline=newline).
func openTest(t *testing.T, th *rt.Thread, path, mode string, newline rt.Value) *TextIOWrapper {
	t.Helper()
	v, err := builtinOpen(th, []rt.Value{rt.NewStr(path), rt.NewStr(mode), rt.Int(-1), rt.None, rt.None, newline, rt.True, rt.None})
	if err != nil {
		t.Fatal(err)
	}
	return rt.As[TextIOWrapper](v)
}

func lines(t *testing.T, th *rt.Thread, w *TextIOWrapper) []string {
	t.Helper()
	var out []string
	for {
		v, err := textNext(th, w.Value())
		if err != nil {
			t.Fatal(err)
		}
		if v.IsUnset() {
			return out
		}
		s, _ := rt.AsStr(v)
		out = append(out, s.String())
	}
}

func TestWriteThenRead(t *testing.T) {
	th := newThread()
	path := filepath.Join(t.TempDir(), "a.txt")
	w := openTest(t, th, path, "w", rt.None)
	want := ""
	for i := 0; i < 3000; i++ {
		s := rt.NewStrObj(strings.Repeat("é", i%50) + "line\n")
		want += s.String()
		if err := w.writeStr(th, s); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := textClose(th, []rt.Value{w.Value()}); err != nil {
		t.Fatal(err)
	}
	data, _ := os.ReadFile(path)
	if string(data) != want {
		t.Fatal("file differs")
	}
	r := openTest(t, th, path, "r", rt.None)
	if got := strings.Join(lines(t, th, r), ""); got != want {
		t.Fatal("lines differ")
	}
}

func TestNewlines(t *testing.T) {
	th := newThread()
	path := filepath.Join(t.TempDir(), "a.txt")
	os.WriteFile(path, []byte("a\r\nb\rc\nd"), 0o666)
	for _, c := range []struct {
		newline rt.Value
		want    string
	}{
		{rt.None, "a\n|b\n|c\n|d"},
		{rt.NewStr(""), "a\r\n|b\r|c\n|d"},
		{rt.NewStr("\n"), "a\r\n|b\rc\n|d"},
		{rt.NewStr("\r"), "a\r|\nb\r|c\nd"},
		{rt.NewStr("\r\n"), "a\r\n|b\rc\nd"},
	} {
		got := strings.Join(lines(t, th, openTest(t, th, path, "r", c.newline)), "|")
		if got != c.want {
			t.Errorf("newline %v: got %q, want %q", c.newline, got, c.want)
		}
	}
}

func TestPrintToStdout(t *testing.T) {
	th := newThread()
	var out bytes.Buffer
	th.VM.Stdout = &out
	th.VM.SysModule = rt.NewModule("sys")
	_, stdout, _ := StdStreams(th, StdOptions{})
	th.VM.SysModule.Dict.Store("stdout", stdout)
	if _, err := builtinPrint(th, []rt.Value{rt.Int(1), rt.NewStr("é"), rt.None, rt.True}, nil); err != nil {
		t.Fatal(err)
	}
	if out.Len() != 0 {
		t.Error("written before flush")
	}
	if err := rt.As[TextIOWrapper](stdout).flush(th); err != nil {
		t.Fatal(err)
	}
	if out.String() != "1 é None True\n" {
		t.Errorf("got %q", out.String())
	}
}
