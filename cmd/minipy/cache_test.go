package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/compile"
	"github.com/minipy/minipy/lang/grammar"
)

func compiled(t *testing.T, src string) *code.Code {
	t.Helper()
	c, err := compile.Source("m.py", []byte(src), grammar.Exec, compile.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

var cacheSource = "def f(x):\n    return x + 1\n" + strings.Repeat("# filler\n", 100)

func TestCacheKeepsCode(t *testing.T) {
	c := &diskCache{dir: filepath.Join(t.TempDir(), "a", "b"), compiler: "one"}
	src := []byte(cacheSource)
	if c.Get("m.py", src, 0) != nil {
		t.Fatal("an empty cache gave code")
	}
	want := compiled(t, cacheSource)
	c.Put("m.py", src, 0, want)
	got := c.Get("m.py", src, 0)
	if got == nil || !bytes.Equal(got.Data, code.Marshal(want)) {
		t.Fatalf("not the code that was put: %v", got)
	}
	other := &diskCache{dir: c.dir, compiler: "two"}
	for name, miss := range map[string]*code.Source{
		"file": c.Get("n.py", src, 0), "source": c.Get("m.py", append([]byte("#"), src...), 0),
		"level": c.Get("m.py", src, 1), "compiler": other.Get("m.py", src, 0),
	} {
		if miss != nil {
			t.Errorf("code for another %s", name)
		}
	}
	files, _ := filepath.Glob(filepath.Join(c.dir, "*"))
	if len(files) != 1 {
		t.Fatalf("files: %v", files)
	}
	data, _ := os.ReadFile(files[0])
	data[len(data)/2] ^= 0x55
	os.WriteFile(files[0], data, 0o600)
	if c.Get("m.py", src, 0) != nil {
		t.Error("code from a damaged file")
	}
}

func TestCacheFolderThatCannotBeMade(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	os.WriteFile(file, nil, 0o600)
	c := &diskCache{dir: filepath.Join(file, "sub"), compiler: "one"}
	c.Put("m.py", []byte(cacheSource), 0, compiled(t, cacheSource))
	if !c.broken || c.Get("m.py", []byte(cacheSource), 0) != nil {
		t.Error("a cache without a folder")
	}
}

func TestCacheIsBounded(t *testing.T) {
	c := &diskCache{dir: t.TempDir(), compiler: "one"}
	old := time.Now().Add(-time.Hour)
	for i := range cacheMaxFiles {
		name := filepath.Join(c.dir, fmt.Sprintf("%04d.mpyc", i))
		os.WriteFile(name, nil, 0o600)
		os.Chtimes(name, old, old.Add(time.Duration(i)*time.Second))
	}
	c.Put("m.py", []byte(cacheSource), 0, compiled(t, cacheSource))
	files, _ := filepath.Glob(filepath.Join(c.dir, "*"))
	if len(files) != cacheMaxFiles/2+1 {
		t.Errorf("%d files", len(files))
	}
	if c.Get("m.py", []byte(cacheSource), 0) == nil {
		t.Error("the new file went")
	}
	if _, err := os.Stat(filepath.Join(c.dir, "0000.mpyc")); err == nil {
		t.Error("the oldest file stayed")
	}
}
