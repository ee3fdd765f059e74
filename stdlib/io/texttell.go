package io

import (
	"math/big"

	rt "github.com/minipy/minipy/runtime"
)

// Positions in text files. For our own codecs a position is a byte offset. For
// the codecs module's it is CPython's cookie: a byte offset, the decoder's
// flags there (<<64), how many bytes to feed it (<<128), how many characters
// of what comes out to skip (<<192), and whether that needs the end of the file
// to be told (<<256).

func textTell(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	w := rt.As[TextIOWrapper](a[0])
	if err := w.check(t); err != nil {
		return rt.Value{}, err
	}
	if !w.canSeek {
		return rt.Value{}, unsupported("underlying stream is not seekable")
	}
	if !w.telling {
		return rt.Value{}, rt.Errorf(rt.OSError, "telling position disabled by next() call")
	}
	if err := w.writeOut(t); err != nil {
		return rt.Value{}, err
	}
	if _, err := method(t, a[0], strFlush); err != nil {
		return rt.Value{}, err
	}
	r, err := method(t, w.buffer, strTell)
	if err != nil {
		return rt.Value{}, err
	}
	if w.text == "" && w.rest == nil {
		return r, nil
	}
	pos, err := offsetArg(t, r)
	if err != nil {
		return rt.Value{}, err
	}
	if w.kind == codecOther {
		return w.tellOther(t, pos)
	}
	pos -= int64(len(w.rest))
	if w.same {
		return rt.Int(pos - int64(len(w.text)-w.tpos)), nil
	}
	used, err := w.bytesFor(t, w.tpos)
	return rt.Int(pos - int64(len(w.snap)-used)), err
}

// bytesFor says how many bytes of snap make the first n bytes of text.
func (w *TextIOWrapper) bytesFor(t *rt.Thread, n int) (int, error) {
	out := make([]byte, 0, 64)
	done, i := 0, 0
	for done < n && i < len(w.snap) {
		if w.translate && w.snap[i] == '\r' {
			done++
			i++
			if i < len(w.snap) && w.snap[i] == '\n' {
				i++
			}
			continue
		}
		k, unit, err := decodeOne(t, w.kind, w.errors, w.snap, i, true, out[:0])
		if err != nil {
			return 0, err
		}
		i += k
		done += len(unit)
	}
	return i, nil
}

// tellOther finds the cookie by feeding the decoder again from snap's start, a
// byte at a time, until the characters handed out have come.
func (w *TextIOWrapper) tellOther(t *rt.Thread, pos int64) (rt.Value, error) {
	start := pos - int64(len(w.snap))
	if w.snapFlag.IsUnset() {
		return rt.Int(pos), nil
	}
	_, chars := runePrefix(w.text[:w.tpos], w.tpos)
	if chars == 0 {
		return cookie(start, w.snapFlag, 0, 0, false)
	}
	saved, err := rt.CallMethod(t, w.decoder, "getstate")
	if err != nil {
		return rt.Value{}, err
	}
	defer rt.CallMethod(t, w.decoder, "setstate", saved)
	if _, err := rt.CallMethod(t, w.decoder, "setstate", rt.TupleOf(rt.NewBytesString(""), w.snapFlag)); err != nil {
		return rt.Value{}, err
	}
	safeFlag, safeByte, safeChars := w.snapFlag, 0, 0
	got, fed := 0, 0
	needEOF := false
	for fed < len(w.snap) && got < chars {
		r, err := rt.CallMethod(t, w.decoder, "decode", rt.NewBytes(w.snap[fed:fed+1]))
		if err != nil {
			return rt.Value{}, err
		}
		fed++
		s, ok := rt.AsStr(r)
		if !ok {
			return rt.Value{}, rt.TypeErrorf("decoder should return a string result, not '%s'", r.Type().Name)
		}
		got += s.Len()
		st, err := rt.CallMethod(t, w.decoder, "getstate")
		if err != nil {
			return rt.Value{}, err
		}
		if tup, ok := rt.AsTuple(st); ok && tup.Len() == 2 {
			if b, ok := rt.AsBytes(tup.Items()[0]); ok && b.String() == "" && got <= chars {
				safeFlag, safeByte, safeChars = tup.Items()[1], fed, got
			}
		}
	}
	if got < chars {
		needEOF = true
	}
	if safeChars == chars {
		return cookie(start+int64(safeByte), safeFlag, 0, 0, false)
	}
	return cookie(start+int64(safeByte), safeFlag, fed-safeByte, chars-safeChars, needEOF)
}

func cookie(pos int64, flag rt.Value, feed, skip int, eof bool) (rt.Value, error) {
	f, b, _ := rt.IntOf(flag)
	if b == nil {
		b = big.NewInt(f)
	}
	n := new(big.Int).SetInt64(pos)
	n.Or(n, new(big.Int).Lsh(b, 64))
	n.Or(n, new(big.Int).Lsh(big.NewInt(int64(feed)), 128))
	n.Or(n, new(big.Int).Lsh(big.NewInt(int64(skip)), 192))
	if eof {
		n.Or(n, new(big.Int).Lsh(big.NewInt(1), 256))
	}
	return rt.NewInt(n), nil
}

// seekTo goes to a position that tell gave.
func (w *TextIOWrapper) seekTo(t *rt.Thread, v rt.Value) error {
	r, err := rt.Index(t, v)
	if err != nil {
		return err
	}
	small, large, _ := rt.IntOf(r)
	if large == nil {
		large = big.NewInt(small)
	}
	part := func(shift uint) *big.Int {
		n := new(big.Int).Rsh(large, shift)
		return n.And(n, new(big.Int).SetUint64(1<<64-1))
	}
	pos := part(0)
	if _, err := method(t, w.buffer, strSeek, rt.NewInt(pos)); err != nil {
		return err
	}
	w.dropText()
	if w.kind != codecOther {
		return nil
	}
	flag, feed, skip, eof := rt.NewInt(part(64)), int(part(128).Int64()), int(part(192).Int64()), part(256).Sign() != 0
	if large.Sign() == 0 {
		err = w.resetDecoder(t)
	} else {
		_, err = rt.CallMethod(t, w.decoder, "setstate", rt.TupleOf(rt.NewBytesString(""), flag))
	}
	if err != nil {
		return err
	}
	if skip > 0 {
		r, err := method(t, w.buffer, strRead, rt.Int(int64(feed)))
		if err != nil {
			return err
		}
		b, ok := rt.AsBytes(r)
		if !ok {
			return rt.TypeErrorf("underlying read() should have returned a bytes object, not '%s'", r.Type().Name)
		}
		if err := w.decodeOther(t, []byte(b.String()), eof); err != nil {
			return err
		}
		size, count := runePrefix(w.text, skip)
		if count < skip {
			return rt.Errorf(rt.OSError, "can't restore logical file position")
		}
		w.tpos = size
	}
	return w.resetEncoder(t, rt.NewInt(pos))
}

func (w *TextIOWrapper) resetDecoder(t *rt.Thread) error {
	if w.kind != codecOther {
		return nil
	}
	_, err := rt.CallMethod(t, w.decoder, "reset")
	return err
}

// resetEncoder sets the encoder for writing at pos: a mark at the beginning is
// written only there.
func (w *TextIOWrapper) resetEncoder(t *rt.Thread, pos rt.Value) error {
	if w.kind != codecOther {
		return nil
	}
	var err error
	if rt.Is(pos, rt.Int(0)) {
		_, err = rt.CallMethod(t, w.encoder, "reset")
	} else {
		_, err = rt.CallMethod(t, w.encoder, "setstate", rt.Int(0))
	}
	return err
}
