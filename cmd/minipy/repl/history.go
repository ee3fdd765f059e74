package repl

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// The history is a text file, one entry after the other; a line break inside
// an entry is "\r\n", the end of one "\n". Sessions that run at the same time
// add their entries to its end under a lock. Whoever finds the file too long
// replaces it by its last part.

const (
	historyLimit = 10_000  // entries that a session keeps
	historyTail  = 1 << 20 // bytes of the file that are read
	historyMax   = 4 << 20 // and beyond which it is cut down to them
)

type history struct {
	path string // "": nothing is kept
	warn func(string)

	loaded sync.WaitGroup
	lines  []string // of earlier sessions
	err    error
}

// historyPath is MINIPY_HISTORY, or a file in the user's state folder.
func historyPath() string {
	if p, ok := os.LookupEnv("MINIPY_HISTORY"); ok {
		return p
	}
	dir := os.Getenv("XDG_STATE_HOME")
	if !filepath.IsAbs(dir) {
		home, err := os.UserHomeDir()
		if err != nil {
			return ""
		}
		dir = filepath.Join(home, ".local", "state")
	}
	return filepath.Join(dir, "minipy", "history")
}

// openHistory begins to read the file; warn tells the user, once, what is
// wrong with it.
func openHistory(path string, warn func(string)) *history {
	h := &history{path: path, warn: warn}
	if path == "" {
		return h
	}
	st, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return h
	case err != nil:
		h.fail(err)
		return h
	case st.Mode()&os.ModeCharDevice != 0: // such as /dev/null
		h.path = ""
		return h
	case !st.Mode().IsRegular():
		what := "is not a file"
		if st.IsDir() {
			what = "is a directory"
		}
		h.fail(errors.New(path + " " + what))
		return h
	}
	f, err := os.Open(path)
	if err != nil {
		h.fail(err)
		return h
	}
	h.loaded.Add(1)
	go func() {
		defer h.loaded.Done()
		defer f.Close()
		h.lines, h.err = readHistory(f)
		if st.Size() > historyMax && h.err == nil {
			h.err = h.cut()
		}
	}()
	return h
}

func (h *history) fail(err error) {
	h.path = ""
	h.warn(fmt.Sprintf("minipy: no history is kept: %v", err))
}

// readHistory reads the entries at the end of the file.
func readHistory(f *os.File) ([]string, error) {
	size, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, err
	}
	from := max(size-historyTail, 0)
	data, err := io.ReadAll(io.NewSectionReader(f, from, size-from))
	if err != nil {
		return nil, err
	}
	if from > 0 {
		_, data, _ = bytes.Cut(data, []byte("\n"))
	}
	var out []string
	var entry strings.Builder
	for line := range strings.Lines(strings.ToValidUTF8(string(data), "\ufffd")) {
		if more, ok := strings.CutSuffix(line, "\r\n"); ok {
			entry.WriteString(more + "\n")
			continue
		}
		entry.WriteString(strings.TrimSuffix(line, "\n"))
		if text, _ := cleanText([]byte(entry.String())); strings.TrimSpace(string(text)) != "" {
			out = append(out, string(text))
		}
		entry.Reset()
	}
	return out[max(len(out)-historyLimit, 0):], nil
}

// entries are those of earlier sessions, the oldest first.
func (h *history) entries() []string {
	h.loaded.Wait()
	if h.err != nil && h.path != "" {
		h.fail(h.err)
	}
	lines := h.lines
	h.lines = nil
	return lines
}

// add appends an entry to the file. What goes wrong is said once.
func (h *history) add(entry string) {
	if h.path == "" {
		return
	}
	f, err := h.lock()
	if err == nil {
		_, err = f.WriteString(lineBreak(f) + encodeEntry(entry))
		if e := f.Close(); err == nil {
			err = e
		}
	}
	if err != nil {
		h.fail(err)
	}
}

// lineBreak is what the last line of the file lacks: somebody may have edited it.
func lineBreak(f *os.File) string {
	var last [1]byte
	st, err := f.Stat()
	if err != nil || st.Size() == 0 {
		return ""
	}
	if _, err := f.ReadAt(last[:], st.Size()-1); err != nil || last[0] == '\n' {
		return ""
	}
	return "\n"
}

func encodeEntry(entry string) string {
	return strings.ReplaceAll(strings.ReplaceAll(entry, "\r", ""), "\n", "\r\n") + "\n"
}

// lock opens the file for appending, for this process alone; Close unlocks it.
func (h *history) lock() (*os.File, error) {
	if err := os.MkdirAll(filepath.Dir(h.path), 0o700); err != nil {
		return nil, err
	}
	for {
		f, err := os.OpenFile(h.path, os.O_RDWR|os.O_APPEND|os.O_CREATE, 0o600)
		if err != nil {
			return nil, err
		}
		if err := lockFile(f); err != nil {
			f.Close()
			return nil, err
		}
		// another session may have put a shorter file in its place meanwhile
		mine, err := f.Stat()
		if err == nil {
			if now, err := os.Stat(h.path); err == nil && os.SameFile(mine, now) {
				return f, nil
			}
		}
		f.Close()
	}
}

// cut replaces the file by its last part.
func (h *history) cut() error {
	locked, err := h.lock()
	if err != nil {
		return err
	}
	defer locked.Close()
	f, err := os.Open(h.path)
	if err != nil {
		return err
	}
	lines, err := readHistory(f)
	f.Close()
	if err != nil {
		return err
	}
	short, err := os.CreateTemp(filepath.Dir(h.path), "history-*") // mode 0600
	if err != nil {
		return err
	}
	for _, line := range lines {
		if _, err = short.WriteString(encodeEntry(line)); err != nil {
			break
		}
	}
	if e := short.Close(); err == nil {
		err = e
	}
	if err == nil {
		path, e := filepath.EvalSymlinks(h.path) // a link stays one
		if err = e; err == nil {
			err = os.Rename(short.Name(), path)
		}
	}
	if err != nil {
		os.Remove(short.Name())
	}
	return err
}

// trimBlankLines takes the blank lines off the end.
func trimBlankLines(s string) string {
	for {
		i := strings.LastIndexByte(s, '\n')
		if i < 0 || strings.TrimSpace(s[i:]) != "" {
			return s
		}
		s = s[:i]
	}
}
