package io

import (
	"os"
	"strings"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

// StdOptions say how the standard streams are made.
type StdOptions struct {
	Unbuffered bool   // -u
	Encoding   string // of stdin and stdout; "": utf-8
	Errors     string // of stdin and stdout; "": by the locale, as CPython
}

// StdStreams makes sys.stdin, sys.stdout and sys.stderr on descriptors 0, 1
// and 2 (or the VM's own streams); one that is closed is None. It does not
// put them into sys.
func StdStreams(t *rt.Thread, o StdOptions) (stdin, stdout, stderr rt.Value) {
	if o.Encoding == "" {
		o.Encoding = "utf-8"
	}
	if o.Errors == "" {
		o.Errors = localeErrors(t)
	}
	s := stateOf(t)
	stdin = stdStream(t, 0, "<stdin>", "r", o)
	stdout = stdStream(t, 1, "<stdout>", "w", o)
	o.Errors = "backslashreplace"
	stderr = stdStream(t, 2, "<stderr>", "w", o)
	s.std = [3]rt.Value{stdin, stdout, stderr}
	return stdin, stdout, stderr
}

// startStreams gives a VM the standard streams that an embedding program has set.
func startStreams(t *rt.Thread) {
	stdin, stdout, stderr := StdStreams(t, StdOptions{Unbuffered: t.VM.Unbuffered})
	d := t.Sys().Dict
	for _, s := range []struct {
		name *rt.Str
		v    rt.Value
	}{{strStdin, stdin}, {strStdout, stdout}, {strStderr, stderr}} {
		d.SetStr(s.name, s.v)
		d.Store("__"+s.name.String()+"__", s.v)
	}
	t.VM.Flush = flushStreams
}

// flushStreams writes out what the VM's own stdout and stderr hold, natively.
func flushStreams(t *rt.Thread) (err error) {
	for fd, v := range stateOf(t).std {
		w, ok := rt.Cast[TextIOWrapper](v, &textType)
		if fd == 0 || !ok || !w.ok || w.Base.closed || w.bufd == nil || w.bufd.file == nil || w.bufd.file.fd != fd {
			continue // or the program has made something else of it
		}
		if ferr := w.flush(t); err == nil {
			err = ferr
		}
	}
	return err
}

// localeErrors is what CPython has for stdin and stdout: lenient where the
// locale is C, whose encoding says nothing about the text, else strict.
func localeErrors(t *rt.Thread) string {
	env := t.VM.Environ
	if env == nil {
		env = os.Environ()
	}
	for _, name := range []string{"LC_ALL=", "LC_CTYPE=", "LANG="} {
		for _, kv := range env {
			if v, ok := strings.CutPrefix(kv, name); ok && v != "" {
				switch v {
				case "C", "POSIX", "C.UTF-8", "C.utf8", "UTF-8":
					return "surrogateescape"
				}
				return "strict"
			}
		}
	}
	return "surrogateescape"
}

func stdStream(t *rt.Thread, fd int, name, mode string, o StdOptions) rt.Value {
	kind, err := osutil.StatFd(t, fd)
	if err != nil {
		return rt.None
	}
	size := bufferSize
	if kind.BlkSize > 1 {
		size = int(min(kind.BlkSize, 1<<24))
	}
	writing := mode == "w"
	f := rt.Alloc[FileIO](&fileIOType)
	f.fd, f.made, f.noClose, f.readable, f.writable = fd, true, true, !writing, writing
	rt.SetInstanceAttr(t, f.Value(), strName, rt.NewStr(name))
	buffer := f.Value()
	if !writing || !o.Unbuffered {
		typ := &readerType
		if writing {
			typ = &writerType
		}
		b := rt.Alloc[Buffered](typ)
		b.setup(t, f.Value(), size, !writing, writing)
		buffer = b.Value()
	}
	opt := textOptions{encoding: o.Encoding, errors: o.Errors, newline: rt.NewStr(lineSep),
		lineBuffering: !(writing && o.Unbuffered) && (fd == 2 || osutil.Isatty(t, fd)), writeThrough: writing && o.Unbuffered}
	if lineSep != "\n" {
		opt.newline = rt.None
	}
	w := rt.Alloc[TextIOWrapper](&textType)
	if err := w.setup(t, buffer, opt); err != nil {
		opt.encoding = "utf-8"
		if err := w.setup(t, buffer, opt); err != nil {
			return rt.None
		}
	}
	rt.SetInstanceAttr(t, w.Value(), strMode, rt.NewStr(mode))
	return w.Value()
}

// FlushStd flushes sys.stdout and sys.stderr at the end of the program. failed
// is the stream that could not be written (sys.stdout) and what went wrong:
// the command then reports it and ends with status 120. A stream that has been
// closed, or a failing stderr, is nobody's concern.
func FlushStd(t *rt.Thread) (failed rt.Value, err error) {
	if out, ok := sysAttr(t, strStdout); ok && !out.IsNone() {
		if closed, cerr := isClosed(t, out); cerr == nil && !closed || cerr != nil && rt.IsError(cerr, rt.AttributeError) {
			if _, ferr := method(t, out, strFlush); ferr != nil {
				failed, err = out, ferr
			}
		}
	}
	if e, ok := sysAttr(t, strStderr); ok && !e.IsNone() {
		if closed, cerr := isClosed(t, e); cerr == nil && !closed {
			method(t, e, strFlush)
		}
	}
	return failed, err
}

// FlushAll writes out what open files still hold when the VM ends, as if each
// had been closed. It comes after atexit's functions and FlushStd.
func FlushAll(t *rt.Thread) {
	s := stateOf(t)
	for _, p := range s.texts {
		if w := p.Value(); w != nil && w.ok {
			if b := w.bufd; b != nil && (b.file != nil && b.file.fd <= 2 || b.lk.held()) {
				continue
			}
			if closed, err := w.isClosed(t); err == nil && !closed {
				w.flush(t)
			}
		}
	}
	for _, p := range s.buffers {
		if b := p.Value(); b != nil && b.ok {
			if b.file != nil && b.file.fd <= 2 || b.lk.held() {
				continue
			}
			if closed, err := b.isClosed(t); err == nil && !closed {
				bufFlush(t, []rt.Value{b.Value()})
			}
		}
	}
}

// A Console stands between a VM and the terminal of an interactive session.
type Console = osutil.Console

// SetConsole makes c the console of t's VM: standard output and input() go
// through it.
func SetConsole(t *rt.Thread, c Console) { osutil.SetConsole(t, c) }
