package repl

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

func failOn(t *testing.T) func(string) { return func(msg string) { t.Error(msg) } }

// TestHistoryOfManySessions has sessions that write at the same time while the
// file is cut: no entry is torn or lost.
func TestHistoryOfManySessions(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "history")
	const sessions, lines = 8, 50
	var all sync.WaitGroup
	for s := range sessions {
		all.Add(1)
		go func() {
			defer all.Done()
			h := openHistory(path, failOn(t))
			for i := range lines {
				h.add(fmt.Sprintf("if %d:\n    print(%d)", s, i))
				if i%10 == 5 {
					if err := h.cut(); err != nil {
						t.Error(err)
					}
				}
			}
		}()
	}
	all.Wait()
	got := openHistory(path, failOn(t)).entries()
	slices.Sort(got)
	if n := len(slices.Compact(got)); n != sessions*lines {
		t.Errorf("%d entries, want %d", n, sessions*lines)
	}
	st, err := os.Stat(path)
	if err != nil || st.Mode().Perm() != 0o600 {
		t.Error(st.Mode(), err)
	}
}

// TestHistoryOfAnyKind opens files that are no history.
func TestHistoryOfAnyKind(t *testing.T) {
	path := filepath.Join(t.TempDir(), "history")
	write := func(data []byte) {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write([]byte("a\x00\x01b\xff\xfe\n\n\r\n\nlast"))
	if got := openHistory(path, failOn(t)).entries(); !slices.Equal(got, []string{"ab", "last"}) {
		t.Errorf("%q", got)
	}
	write([]byte(strings.Repeat("a line that is long enough to matter\n", 100_000) + "last\n"))
	h := openHistory(path, failOn(t))
	if got := h.entries(); len(got) != historyLimit || got[len(got)-1] != "last" {
		t.Errorf("%d entries", len(got))
	}
	write([]byte(strings.Repeat("x", 6<<20)))
	if got := openHistory(path, failOn(t)).entries(); len(got) != 0 {
		t.Errorf("%d entries of a line of 6 MB", len(got))
	}
}

// TestHistoryEdited has a file whose last line lacks its end, behind a link.
func TestHistoryEdited(t *testing.T) {
	dir := t.TempDir()
	target, path := filepath.Join(dir, "target"), filepath.Join(dir, "history")
	if err := os.WriteFile(target, []byte("first\nby hand"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, path); err != nil {
		t.Skip(err)
	}
	h := openHistory(path, failOn(t))
	h.entries()
	h.add("last")
	if err := h.cut(); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(target); err != nil || string(got) != "first\nby hand\nlast\n" {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := os.Readlink(path); err != nil {
		t.Error(err)
	}
}
