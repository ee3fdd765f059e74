package io

import (
	"bytes"
	"strings"
	"unsafe"

	rt "github.com/minipy/minipy/runtime"
)

// take hands out text[tpos:end] as a str.
func (w *TextIOWrapper) take(end int) rt.Value {
	s := w.text[w.tpos:end]
	w.tpos = end
	return w.slab.Make(s)
}

// dropText forgets what has been decoded.
func (w *TextIOWrapper) dropText() {
	w.text, w.tpos, w.snap, w.rest = "", 0, nil, nil
	w.snapFlag = rt.Value{}
}

// startRead prepares for reading: everything written goes out first.
func (w *TextIOWrapper) startRead(t *rt.Thread) error {
	if len(w.pending) > 0 || w.parts != nil {
		return w.writeOut(t)
	}
	return nil
}

// readable raises where there is no way to read.
func (w *TextIOWrapper) checkReadable(t *rt.Thread) error {
	if w.bufd != nil {
		if !w.bufd.reader {
			return unsupported("not readable")
		}
		return nil
	}
	ok, err := truth(t, w.buffer, strReadable)
	if err == nil && !ok {
		err = unsupported("not readable")
	}
	return err
}

// readChunk decodes some more; false at the end of the file. What was left of
// text is gone then, so the caller has taken it.
func (w *TextIOWrapper) readChunk(t *rt.Thread, hint int) (bool, error) {
	if err := w.checkReadable(t); err != nil {
		return false, err
	}
	n := max(w.chunkSize, hint)
	if w.bufd != nil && w.kind != codecOther {
		return w.readChunkFast(t, n)
	}
	name := strRead1
	if !w.hasRead1 {
		name = strRead
	}
	r, err := method(t, w.buffer, name, rt.Int(int64(n)))
	if err != nil {
		return false, err
	}
	if r.IsNone() {
		r = rt.NewBytesString("")
	}
	if r.Type().Slots.Buffer == nil {
		return false, rt.TypeErrorf("underlying %s() should have returned a bytes-like object, not '%s'", name.String(), r.Type().Name)
	}
	buf, err := rt.GetBuffer(t, r)
	if err != nil {
		return false, err
	}
	data := bytes.Clone(buf.Bytes)
	buf.Release()
	eof := len(data) == 0
	if w.kind != codecOther {
		err = w.decodeChunk(t, data, eof)
	} else {
		err = w.decodeOther(t, data, eof)
	}
	return !eof || w.text != "", err
}

// readChunkFast decodes straight from the buffered reader's memory.
func (w *TextIOWrapper) readChunkFast(t *rt.Thread, n int) (bool, error) {
	b := w.bufd
	if err := b.begin(t, "read of closed file"); err != nil {
		return false, err
	}
	defer b.lk.release()
	if b.writer {
		if err := b.flush(t); err != nil {
			return false, err
		}
	}
	if len(b.unread()) == 0 {
		if n > b.size && n > bufferSize {
			data, err := b.read1(t, n)
			if err != nil {
				return false, err
			}
			err = w.decodeChunk(t, data, len(data) == 0)
			return len(data) > 0 || w.text != "", err
		}
		if _, _, err := b.fill(t); err != nil {
			return false, err
		}
	}
	data := b.unread()
	if len(data) > n {
		data = data[:n]
	}
	b.rpos += len(data)
	err := w.decodeChunk(t, data, len(data) == 0)
	return len(data) > 0 || w.text != "", err
}

// decodeChunk makes text of rest and data; it does not keep data.
func (w *TextIOWrapper) decodeChunk(t *rt.Thread, data []byte, final bool) error {
	if len(w.rest) > 0 {
		data = append(w.rest[:len(w.rest):len(w.rest)], data...)
		w.rest = nil
	}
	w.text, w.tpos, w.snap = "", 0, nil
	ascii := asciiPrefix(data)
	text, used, same, err := decode(t, w.kind, w.errors, data, ascii, final)
	if err != nil {
		return err
	}
	if w.universal && !final && used > 0 && data[used-1] == '\r' {
		used--
		text = text[:len(text)-1]
	}
	w.ascii = ascii == len(data)
	w.slab.SetASCII(w.ascii)
	if w.universal {
		w.seen.note(text)
		if w.translate && strings.IndexByte(text, '\r') >= 0 {
			if text, err = rt.Aside(t, len(text), func() string { return translateNL(text) }); err != nil {
				return err
			}
			same = false
		}
	}
	w.text, w.same = text, same
	if used < len(data) {
		w.rest = bytes.Clone(data[used:])
	}
	if !same && w.telling {
		w.snap = bytes.Clone(data[:used])
	}
	return nil
}

// decodeOther is decodeChunk for the codecs module's decoders.
func (w *TextIOWrapper) decodeOther(t *rt.Thread, data []byte, final bool) error {
	if w.telling {
		st, err := rt.CallMethod(t, w.decoder, "getstate")
		if err != nil {
			return err
		}
		tup, ok := rt.AsTuple(st)
		if !ok || tup.Len() != 2 {
			return rt.TypeErrorf("illegal decoder state")
		}
		before, ok := rt.AsBytes(tup.Items()[0])
		if !ok {
			return rt.TypeErrorf("illegal decoder state: the first item should be a bytes object, not '%s'", tup.Items()[0].Type().Name)
		}
		w.snapFlag = tup.Items()[1]
		w.snap = append([]byte(before.String()), data...)
	}
	w.text, w.tpos, w.same = "", 0, false
	r, err := rt.CallMethod(t, w.decoder, "decode", rt.NewBytes(data), rt.Bool(final))
	if err != nil {
		return err
	}
	s, ok := rt.AsStr(r)
	if !ok {
		return rt.TypeErrorf("decoder should return a string result, not '%s'", r.Type().Name)
	}
	w.text = s.String()
	w.noteOther()
	w.ascii = false
	w.slab.SetASCII(false)
	return nil
}

// noteOther takes over the line ends that the codecs module's decoder has seen.
func (w *TextIOWrapper) noteOther() {
	if w.decoder.IsExactly(&newlineDecoderType) {
		w.seen = rt.As[NewlineDecoder](w.decoder).seen
	}
}

// findLine finds the end of the line that text begins with: the index after
// its line end, or -1; then scanned is how much need not be looked at again.
func (w *TextIOWrapper) findLine(text string, from int) (end, scanned int) {
	switch {
	case w.translate || w.readNL == "\n":
		if i := strings.IndexByte(text[from:], '\n'); i >= 0 {
			return from + i + 1, 0
		}
		return -1, len(text)
	case w.universal:
		for i := from; i < len(text); i++ {
			if text[i] == '\n' {
				return i + 1, 0
			}
			if text[i] == '\r' {
				if i+1 < len(text) && text[i+1] == '\n' {
					return i + 2, 0
				}
				return i + 1, 0
			}
		}
		return -1, len(text)
	}
	if i := strings.Index(text[from:], w.readNL); i >= 0 {
		return from + i + len(w.readNL), 0
	}
	if w.readNL == "\r\n" && strings.HasSuffix(text, "\r") {
		return -1, len(text) - 1
	}
	return -1, len(text)
}

// runePrefix gives the length in bytes of the first n code points of s, and
// how many there were.
func runePrefix(s string, n int) (size, count int) {
	for i := 0; i < len(s); {
		if count == n {
			return i, count
		}
		_, k := rt.DecodeRune(s[i:])
		i += k
		count++
	}
	return len(s), count
}

// textOf is b as text, which is not changed from here on; it may still be appended to.
func textOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// readLine gives a line of at most limit characters (negative: any); "" at the end.
func (w *TextIOWrapper) readLine(t *rt.Thread, limit int) (rt.Value, error) {
	if end, _ := w.findLine(w.text, w.tpos); end >= 0 && limit < 0 {
		return w.take(end), nil
	}
	if err := w.startRead(t); err != nil {
		return rt.Value{}, err
	}
	line := w.text[w.tpos:]
	w.tpos = len(w.text)
	if line == "" {
		if more, err := w.readChunk(t, 0); err != nil || !more {
			w.endOfFile(err)
			return rt.NewStr(""), err
		}
		line = w.text
		w.tpos = len(line)
	}
	var long []byte // the line so far, once it consists of several chunks
	scanned := 0
	for {
		end, next := w.findLine(line, scanned)
		if limit >= 0 && len(line) >= limit {
			if size, count := runePrefix(line, limit); count == limit && (end < 0 || end > size) {
				w.tpos -= len(line) - size
				return rt.NewStr(line[:size]), nil
			}
		}
		if end >= 0 {
			w.tpos -= len(line) - end
			return rt.NewStr(line[:end]), nil
		}
		scanned = next
		if long == nil {
			long = []byte(line)
		}
		more, err := w.readChunk(t, 0)
		if err == nil && more {
			long, err = rt.Append(t, long, w.text)
		}
		if err != nil {
			return rt.Value{}, err
		}
		line = textOf(long)
		if !more {
			w.endOfFile(nil)
			return rt.NewStr(line), nil
		}
		w.tpos = len(w.text)
	}
}

// endOfFile forgets the snapshot after the last chunk.
func (w *TextIOWrapper) endOfFile(err error) {
	if err == nil {
		w.dropText()
	}
}

func textReadline(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	w := rt.As[TextIOWrapper](a[0])
	limit := -1
	if !a[1].IsInt() {
		var err error
		if limit, err = rt.AsSsize(t, a[1], rt.OverflowError); err != nil {
			return rt.Value{}, err
		}
	} else {
		limit = int(a[1].AsInt64())
	}
	if err := w.check(t); err != nil {
		return rt.Value{}, err
	}
	return w.readLine(t, limit)
}

func textIter(t *rt.Thread, v rt.Value) (rt.Value, error) { return v, rt.As[TextIOWrapper](v).check(t) }

func textNext(t *rt.Thread, v rt.Value) (rt.Value, error) {
	w := rt.As[TextIOWrapper](v)
	w.telling = false
	if !v.IsExactly(&textType) {
		line, err := baseNext(t, v)
		if err == nil && line.IsUnset() {
			w.telling = w.canSeek
		} else if err == nil {
			if _, ok := rt.AsStr(line); !ok {
				return rt.Value{}, rt.Errorf(rt.OSError, "readline() should have returned a str object, not '%s'", line.Type().Name)
			}
		}
		return line, err
	}
	if err := w.check(t); err != nil {
		return rt.Value{}, err
	}
	if end, _ := w.findLine(w.text, w.tpos); end >= 0 {
		return w.take(end), nil
	}
	line, err := w.readLine(t, -1)
	if err != nil {
		return rt.Value{}, err
	}
	if rt.As[rt.Str](line).String() == "" {
		w.telling = w.canSeek
		return rt.Value{}, nil
	}
	return line, nil
}

func textRead(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	w := rt.As[TextIOWrapper](a[0])
	n, err := sizeArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if err := w.check(t); err != nil {
		return rt.Value{}, err
	}
	if err := w.startRead(t); err != nil {
		return rt.Value{}, err
	}
	if n < 0 {
		return w.readAll(t)
	}
	var out []byte
	for {
		size, count := n, n
		if !w.ascii || n > len(w.text)-w.tpos {
			size, count = runePrefix(w.text[w.tpos:], n)
		}
		part := w.text[w.tpos : w.tpos+size]
		w.tpos += size
		n -= count
		if n == 0 && out == nil {
			if w.ascii {
				return rt.NewStrASCII(part), nil
			}
			return rt.NewStr(part), nil
		}
		if out, err = rt.Append(t, out, part); err != nil {
			return rt.Value{}, err
		}
		if n == 0 {
			break
		}
		more, err := w.readChunk(t, n)
		if err != nil {
			return rt.Value{}, err
		}
		if !more {
			w.endOfFile(nil)
			break
		}
	}
	return rt.NewStr(textOf(out)), nil
}

// readAll decodes all there is to the end of the file.
func (w *TextIOWrapper) readAll(t *rt.Thread) (rt.Value, error) {
	if err := w.checkReadable(t); err != nil {
		return rt.Value{}, err
	}
	var data []byte
	if w.bufd != nil {
		b := w.bufd
		if err := b.begin(t, "read of closed file"); err != nil {
			return rt.Value{}, err
		}
		d, _, err := b.readAll(t)
		b.lk.release()
		if err != nil {
			return rt.Value{}, err
		}
		data = d
	} else {
		r, err := method(t, w.buffer, strRead)
		if err != nil {
			return rt.Value{}, err
		}
		if !r.IsNone() {
			buf, err := rt.GetBuffer(t, r)
			if err != nil {
				return rt.Value{}, rt.TypeErrorf("underlying read() should have returned a bytes-like object, not '%s'", r.Type().Name)
			}
			data = bytes.Clone(buf.Bytes)
			buf.Release()
		}
	}
	before := w.text[w.tpos:]
	var text string
	if w.kind == codecOther {
		r, err := rt.CallMethod(t, w.decoder, "decode", rt.NewBytes(data), rt.True)
		if err != nil {
			return rt.Value{}, err
		}
		s, ok := rt.AsStr(r)
		if !ok {
			return rt.Value{}, rt.TypeErrorf("decoder should return a string result, not '%s'", r.Type().Name)
		}
		text = s.String()
		w.noteOther()
	} else {
		if len(w.rest) > 0 {
			data = append(w.rest[:len(w.rest):len(w.rest)], data...)
			w.rest = nil
		}
		s, err := w.decodeWhole(t, data)
		if err != nil {
			return rt.Value{}, err
		}
		text = s
	}
	w.dropText()
	if before != "" {
		text = before + text
	}
	return rt.NewStr(text), nil
}

// decodeWhole decodes data, which it may keep, to its end.
func (w *TextIOWrapper) decodeWhole(t *rt.Thread, data []byte) (string, error) {
	var text string
	n, plain, err := w.plainPrefix(t, data)
	switch {
	case err != nil:
		return "", err
	case !plain:
		text, _, _, err = decode(t, w.kind, w.errors, data, n, true)
	case cap(data)-len(data) > len(data)/4+64:
		text, err = rt.Aside(t, len(data), func() string { return string(data) })
	default:
		text = ownString(data)
	}
	if err != nil || !w.universal {
		return text, err
	}
	return w.readNewlines(t, text)
}

// plainPrefix tells how much of data is ASCII, and whether all of it can be text as it is.
func (w *TextIOWrapper) plainPrefix(t *rt.Thread, data []byte) (ascii int, plain bool, err error) {
	type outcome struct {
		ascii int
		plain bool
	}
	utf8 := w.kind == codecUTF8
	o, err := rt.Aside(t, len(data), func() outcome {
		n := asciiPrefix(data)
		return outcome{n, n == len(data) || utf8 && validPrefix(data[n:]) == len(data)-n}
	})
	return o.ascii, o.plain, err
}

// readNewlines notes the ends of lines in text, and makes them what they are to be.
func (w *TextIOWrapper) readNewlines(t *rt.Thread, text string) (string, error) {
	type outcome struct {
		text string
		seen newlines
	}
	seen, translate := w.seen, w.translate
	o, err := rt.Aside(t, len(text), func() outcome {
		o := outcome{text, seen}
		if o.seen.note(text); translate {
			o.text = translateNL(text)
		}
		return o
	})
	if err == nil {
		w.seen = o.seen
	}
	return o.text, err
}
