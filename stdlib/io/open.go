package io

import (
	"runtime"
	"strings"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

const openSig = "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None"

// lineSep is os.linesep.
var lineSep = func() string {
	if runtime.GOOS == "windows" {
		return "\r\n"
	}
	return "\n"
}()

// openMode is a taken apart mode string.
type openMode struct {
	raw                  string // for FileIO
	reading, plus        bool
	writing, text, bin   bool
	creating, appending  bool
	encoding, errs, line rt.Value
}

func parseMode(mode string) (openMode, error) {
	var m openMode
	for i, c := range mode {
		if strings.IndexByte("rwaxtb+", byte(c)) < 0 || strings.ContainsRune(mode[:i], c) {
			return m, rt.ValueErrorf("invalid mode: '%s'", mode)
		}
		switch c {
		case 'x':
			m.creating = true
		case 'r':
			m.reading = true
		case 'w':
			m.writing = true
		case 'a':
			m.appending = true
		case '+':
			m.plus = true
		case 't':
			m.text = true
		case 'b':
			m.bin = true
		}
		if c != 't' && c != 'b' {
			m.raw += string(c)
		}
	}
	if m.text && m.bin {
		return m, rt.ValueErrorf("can't have text and binary mode at once")
	}
	kinds := 0
	for _, on := range []bool{m.creating, m.reading, m.writing, m.appending} {
		if on {
			kinds++
		}
	}
	if kinds > 1 {
		return m, rt.ValueErrorf("must have exactly one of create/read/write/append mode")
	}
	return m, nil
}

// openArgs checks the arguments of open() that mode decides about.
func openArgs(t *rt.Thread, a []rt.Value) (m openMode, buffering int, err error) {
	mode, ok := rt.AsStr(a[1])
	if !ok {
		return m, 0, rt.TypeErrorf("open() argument 'mode' must be str, not %s", typeName(a[1]))
	}
	n, err := rt.AsInt64(t, a[2])
	if err != nil {
		return m, 0, err
	}
	if int64(int32(n)) != n {
		return m, 0, rt.OverflowErrorf("Python int too large to convert to C int")
	}
	for i, name := range []string{"encoding", "errors", "newline"} {
		if _, err := strOrNone(a[3+i], "open", name, ""); err != nil {
			return m, 0, err
		}
	}
	if m, err = parseMode(mode.String()); err != nil {
		return m, 0, err
	}
	if m.bin {
		for i, name := range []string{"an encoding", "an errors", "a newline"} {
			if !a[3+i].IsNone() {
				return m, 0, rt.ValueErrorf("binary mode doesn't take %s argument", name)
			}
		}
	}
	return m, int(n), nil
}

// builtinOpen is open().
func builtinOpen(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	file := a[0]
	if file.Type().Slots.Index == nil && file.Type().Slots.Int == nil && file.Type().Slots.Float == nil {
		var err error
		if file, err = osutil.Fspath(t, file); err != nil {
			return rt.Value{}, err
		}
	}
	m, buffering, err := openArgs(t, a)
	if err != nil {
		return rt.Value{}, err
	}
	closefd, err := rt.IsTrue(t, a[6])
	if err != nil {
		return rt.Value{}, err
	}
	if m.bin && buffering == 1 {
		if err := warn(t, rt.RuntimeWarning, "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used"); err != nil {
			return rt.Value{}, err
		}
	}
	raw := rt.Alloc[FileIO](&fileIOType)
	raw.fd, raw.made = -1, true
	if err := fileOpen(t, raw, file, m.raw, closefd, a[7]); err != nil {
		return rt.Value{}, err
	}
	v, err := openLayers(t, raw, m, buffering, a)
	if err != nil {
		fileClose(t, []rt.Value{raw.Value()})
	}
	return v, err
}

// openLayers puts the buffer and the text layer on a raw file.
func openLayers(t *rt.Thread, raw *FileIO, m openMode, buffering int, a []rt.Value) (rt.Value, error) {
	tty := buffering < 0 && osutil.Isatty(t, raw.fd) || buffering == 1 && !m.bin
	line := buffering == 1
	if buffering < 0 && tty {
		buffering, line = -1, true
	}
	if buffering < 0 || line {
		buffering = bufferSize
		if k, err := osutil.StatFd(t, raw.fd); err == nil && k.BlkSize > 1 {
			buffering = int(min(k.BlkSize, 1<<24))
		}
	}
	if buffering == 0 {
		if !m.bin {
			return rt.Value{}, rt.ValueErrorf("can't have unbuffered text I/O")
		}
		return raw.Value(), nil
	}
	b := rt.Alloc[Buffered](&writerType)
	switch {
	case m.plus:
		b = rt.Alloc[Buffered](&randomType)
		if !raw.isSeekable(t) {
			return rt.Value{}, unsupported("File or stream is not seekable.")
		}
	case m.reading:
		b = rt.Alloc[Buffered](&readerType)
	}
	if tooBig(buffering) {
		return rt.Value{}, rt.MemoryErr()
	}
	b.setup(t, raw.Value(), buffering, m.plus || m.reading, m.plus || !m.reading)
	if m.bin {
		return b.Value(), nil
	}
	if a[3].IsNone() && t.VM.WarnEncoding {
		if err := warn(t, rt.EncodingWarning, "'encoding' argument not specified"); err != nil {
			return rt.Value{}, err
		}
	}
	o := textOptions{lineBuffering: line, newline: a[5]}
	o.encoding, _ = strOrNone(a[3], "open", "encoding", defaultEncoding)
	o.errors, _ = strOrNone(a[4], "open", "errors", "strict")
	w := rt.Alloc[TextIOWrapper](&textType)
	if err := w.setup(t, b.Value(), o); err != nil {
		return rt.Value{}, err
	}
	rt.SetInstanceAttr(t, w.Value(), strMode, a[1])
	return w.Value(), nil
}

// warn is warnings.warn(msg, category) on behalf of the calling Python code.
func warn(t *rt.Thread, category *rt.Type, msg string) error {
	m, err := importModule(t, "_warnings")
	if err != nil {
		return nil
	}
	_, err = rt.CallMethod(t, m, "warn", rt.NewStr(msg), category.Value())
	return err
}
