package io

import (
	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

// StdOptions say how the standard streams are made.
type StdOptions struct {
	Unbuffered bool   // -u
	Encoding   string // of stdin and stdout; "": utf-8
	Errors     string // of stdin and stdout; "": strict
}

// StdStreams makes sys.stdin, sys.stdout and sys.stderr on descriptors 0, 1
// and 2 (or the VM's own streams); one that is closed is None. It does not
// put them into sys.
func StdStreams(t *rt.Thread, o StdOptions) (stdin, stdout, stderr rt.Value) {
	if o.Encoding == "" {
		o.Encoding = "utf-8"
	}
	if o.Errors == "" {
		o.Errors = "strict"
	}
	s := stateOf(t)
	stdin = stdStream(t, 0, "<stdin>", "r", o)
	stdout = stdStream(t, 1, "<stdout>", "w", o)
	o.Errors = "backslashreplace"
	stderr = stdStream(t, 2, "<stderr>", "w", o)
	s.std = [3]rt.Value{stdin, stdout, stderr}
	return stdin, stdout, stderr
}

func stdStream(t *rt.Thread, fd int, name, mode string, o StdOptions) rt.Value {
	if _, err := osutil.StatFd(t, fd); err != nil {
		return rt.None
	}
	writing := mode == "w"
	f := rt.Alloc[FileIO](&fileIOType)
	f.fd, f.made, f.noClose, f.readable, f.writable = fd, true, true, !writing, writing
	rt.SetInstanceAttr(t, f.Value(), strName, rt.NewStr(name))
	typ := &readerType
	if writing {
		typ = &writerType
	}
	b := rt.Alloc[Buffered](typ)
	b.setup(t, f.Value(), bufferSize, !writing, writing)
	opt := textOptions{encoding: o.Encoding, errors: o.Errors, newline: rt.None,
		lineBuffering: !(writing && o.Unbuffered) && (fd == 2 || osutil.Isatty(t, fd)), writeThrough: writing && o.Unbuffered}
	if writing {
		opt.newline = rt.NewStr("\n")
	}
	w := rt.Alloc[TextIOWrapper](&textType)
	if err := w.setup(t, b.Value(), opt); err != nil {
		opt.encoding = "utf-8"
		if err := w.setup(t, b.Value(), opt); err != nil {
			return rt.None
		}
	}
	if writing && o.Unbuffered {
		b.size = 1
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
			if w.bufd != nil && w.bufd.file != nil && w.bufd.file.fd <= 2 {
				continue
			}
			if closed, err := w.isClosed(t); err == nil && !closed {
				w.flush(t)
			}
		}
	}
	for _, p := range s.buffers {
		if b := p.Value(); b != nil && b.ok {
			if b.file != nil && b.file.fd <= 2 {
				continue
			}
			if closed, err := b.isClosed(t); err == nil && !closed {
				bufFlush(t, []rt.Value{b.Value()})
			}
		}
	}
}
