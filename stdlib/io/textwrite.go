package io

import (
	"strings"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

// appendText encodes s, with its line ends translated, onto dst.
func (w *TextIOWrapper) appendText(t *rt.Thread, s *rt.Str, dst []byte) ([]byte, error) {
	text := s.String()
	if w.writeNL != "" && strings.IndexByte(text, '\n') >= 0 {
		v := rt.NewStr(strings.ReplaceAll(text, "\n", w.writeNL))
		s = rt.As[rt.Str](v)
	}
	if w.kind != codecOther {
		return appendEncoded(t, w.kind, w.errors, s, dst)
	}
	r, err := rt.CallMethod(t, w.encoder, "encode", s.Value())
	if err != nil {
		return dst, err
	}
	b, ok := rt.AsBytes(r)
	if !ok {
		return dst, rt.TypeErrorf("encoder should return a bytes object, not '%s'", r.Type().Name)
	}
	return append(dst, b.String()...), nil
}

// writeStr writes text as write() does: into pending, and on if that is full
// or line buffering asks for it.
func (w *TextIOWrapper) writeStr(t *rt.Thread, s *rt.Str) error {
	t.VM.Unflushed = true
	if w.parts != nil {
		w.commitParts(t)
	}
	size := len(s.String())
	if len(w.pending) > 0 && len(w.pending)+size > w.chunkSize {
		if err := w.writeOut(t); err != nil {
			return err
		}
	}
	if w.pending == nil && size < w.chunkSize {
		w.pending = make([]byte, 0, w.chunkSize)
	}
	out, err := w.appendText(t, s, w.pending)
	if err != nil {
		return err
	}
	w.pending = out
	line := w.lineBuffering && strings.ContainsAny(s.String(), "\n\r")
	return w.afterWrite(t, line)
}

// afterWrite does what follows on new text in pending. line: a line has ended
// in a file that is flushed at each line.
func (w *TextIOWrapper) afterWrite(t *rt.Thread, line bool) error {
	if line || w.writeThrough || len(w.pending) >= w.chunkSize {
		if err := w.writeOut(t); err != nil {
			return err
		}
		if line {
			if err := w.flushBuffer(t); err != nil {
				return err
			}
		}
	}
	if w.text != "" || w.rest != nil {
		w.dropText()
		if w.kind == codecOther {
			if _, err := rt.CallMethod(t, w.decoder, "reset"); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeOut passes pending on to the buffer.
func (w *TextIOWrapper) writeOut(t *rt.Thread) error {
	if w.parts != nil {
		w.commitParts(t)
	}
	if len(w.pending) == 0 {
		return nil
	}
	data := w.pending
	if w.file != nil {
		return w.writeRaw(t)
	}
	b := w.bufd
	if b == nil || !b.writer {
		w.pending = nil
		_, err := method(t, w.buffer, strWrite, rt.NewBytes(data))
		return err
	}
	if err := b.begin(t, "write to closed file"); err != nil {
		return err
	}
	defer b.lk.release()
	// The lock may have been waited for: take what is pending now.
	data = w.pending
	w.pending = nil
	err := b.write(t, data)
	if w.pending == nil && cap(data) <= 2*w.chunkSize {
		w.pending = data[:0]
	}
	return err
}

// writeRaw is writeOut to a file without a buffer: one system call, as a rule.
func (w *TextIOWrapper) writeRaw(t *rt.Thread) error {
	data := w.pending
	w.pending = nil
	defer func(all []byte) {
		if w.pending == nil && cap(all) <= 2*w.chunkSize {
			w.pending = all[:0]
		}
	}(data)
	for len(data) > 0 {
		n, none, err := w.file.write(t, data)
		if err != nil {
			return err
		}
		if none {
			return nil
		}
		data = data[n:]
	}
	return nil
}

// flushBuffer is buffer.flush().
func (w *TextIOWrapper) flushBuffer(t *rt.Thread) error {
	b := w.bufd
	if b == nil || !b.writer {
		_, err := method(t, w.buffer, strFlush)
		return err
	}
	if err := b.begin(t, "flush of closed file"); err != nil {
		return err
	}
	defer b.lk.release()
	return b.flush(t)
}

func (w *TextIOWrapper) flush(t *rt.Thread) error {
	if err := w.check(t); err != nil {
		return err
	}
	w.telling = w.canSeek
	if err := w.writeOut(t); err != nil {
		return err
	}
	return w.flushBuffer(t)
}

func textFlush(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return rt.None, rt.As[TextIOWrapper](a[0]).flush(t)
}

func textWrite(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	w := rt.As[TextIOWrapper](a[0])
	s, ok := rt.AsStr(a[1])
	if !ok {
		if err := w.initialized(); err != nil {
			return rt.Value{}, err
		}
		return rt.Value{}, rt.TypeErrorf("write() argument must be str, not %s", typeName(a[1]))
	}
	if err := w.check(t); err != nil {
		return rt.Value{}, err
	}
	if w.bufd != nil && !w.bufd.writer || w.bufd == nil && w.file == nil && w.encoder.IsUnset() {
		if err := w.checkWritable(t); err != nil {
			return rt.Value{}, err
		}
	}
	if err := w.writeStr(t, s); err != nil {
		return rt.Value{}, err
	}
	return rt.Int(int64(s.Len())), nil
}

func (w *TextIOWrapper) checkWritable(t *rt.Thread) error {
	if w.bufd != nil {
		if !w.bufd.writer {
			return unsupported("not writable")
		}
		return nil
	}
	ok, err := truth(t, w.buffer, strWritable)
	if err == nil && !ok {
		err = unsupported("not writable")
	}
	return err
}

func textTruncate(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	w := rt.As[TextIOWrapper](a[0])
	if err := w.initialized(); err != nil {
		return rt.Value{}, err
	}
	if _, err := method(t, a[0], strFlush); err != nil {
		return rt.Value{}, err
	}
	return method(t, w.buffer, strTruncate, a[1])
}

// textSeek is seek(cookie, whence=0): cookies come from tell().
func textSeek(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	w := rt.As[TextIOWrapper](a[0])
	if err := w.check(t); err != nil {
		return rt.Value{}, err
	}
	whence, err := whenceArg(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	if !w.canSeek {
		return rt.Value{}, unsupported("underlying stream is not seekable")
	}
	cookie := a[1]
	zero, err := rt.CompareBool(t, rt.CmpEQ, cookie, rt.Int(0))
	if err != nil {
		return rt.Value{}, err
	}
	switch whence {
	case osutil.SeekSet:
	case osutil.SeekCur:
		if !zero {
			return rt.Value{}, unsupported("can't do nonzero cur-relative seeks")
		}
		if cookie, err = method(t, a[0], strTell); err != nil {
			return rt.Value{}, err
		}
	case osutil.SeekEnd:
		if !zero {
			return rt.Value{}, unsupported("can't do nonzero end-relative seeks")
		}
		if _, err := method(t, a[0], strFlush); err != nil {
			return rt.Value{}, err
		}
		w.dropText()
		if err := w.resetDecoder(t); err != nil {
			return rt.Value{}, err
		}
		pos, err := method(t, w.buffer, strSeek, rt.Int(0), rt.Int(2))
		if err != nil {
			return rt.Value{}, err
		}
		return pos, w.resetEncoder(t, pos)
	default:
		return rt.Value{}, rt.ValueErrorf("invalid whence (%d, should be %d, %d or %d)", whence, 0, 1, 2)
	}
	neg, err := rt.CompareBool(t, rt.CmpLT, cookie, rt.Int(0))
	if err != nil {
		return rt.Value{}, err
	}
	if neg {
		s, err := rt.ReprStr(t, cookie)
		if err != nil {
			return rt.Value{}, err
		}
		return rt.Value{}, rt.ValueErrorf("negative seek position %s", s)
	}
	if _, err := method(t, a[0], strFlush); err != nil {
		return rt.Value{}, err
	}
	return cookie, w.seekTo(t, cookie)
}
