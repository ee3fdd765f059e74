package re

import (
	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/re/regex"
)

// A subject is what is searched: a str, or something bytes-like whose memory is
// lent while it is.
type subject struct {
	orig value
	str  *runtime.Str    // of a str
	buf  *runtime.Buffer // of a bytes-like object that is not a bytes
	text string
}

// newSubject takes v to be searched for p. The caller calls done when it is.
func newSubject(t *thread, p *Pattern, v value) (s subject, err error) {
	s.orig = v
	if str, ok := runtime.AsStr(v); ok {
		if p.bytes {
			return s, runtime.TypeErrorf("cannot use a bytes pattern on a string-like object")
		}
		s.str, s.text = str, str.String()
		return s, nil
	}
	if b, ok := runtime.AsBytes(v); ok {
		s.text = b.String()
	} else if v.Type().Slots.Buffer != nil {
		if s.buf, err = runtime.GetBuffer(t, v); err != nil {
			return s, err
		}
		s.text = s.buf.Text()
	} else {
		return s, runtime.TypeErrorf("expected string or bytes-like object, got '%s'", v.Type().PyName())
	}
	if !p.bytes {
		s.done()
		return s, runtime.TypeErrorf("cannot use a string pattern on a bytes-like object")
	}
	return s, nil
}

func (s *subject) done() {
	if s.buf != nil {
		s.buf.Release()
	}
}

// length is the number of characters.
func (s *subject) length() int {
	if s.str != nil {
		return s.str.Len()
	}
	return len(s.text)
}

// offset is the byte offset of character i; index the reverse.
func (s *subject) offset(i int) int {
	if s.str != nil {
		return s.str.ByteOffset(i)
	}
	return i
}

func (s *subject) index(off int) int {
	if s.str != nil && off >= 0 {
		return s.str.RuneIndex(off)
	}
	return off
}

// piece is the text between two byte offsets.
func (s *subject) piece(i, j int) value {
	if s.str != nil {
		return s.str.Piece(i, j)
	}
	if s.buf != nil {
		return runtime.NewBytes(s.buf.Bytes[i:j])
	}
	if i == 0 && j == len(s.text) && s.orig.Type() == runtime.BytesType {
		return s.orig
	}
	if j-i <= 32 {
		return runtime.NewBytes([]byte(s.text[i:j]))
	}
	return runtime.NewBytesString(s.text[i:j])
}

// A region is the part of a subject between pos and endpos, in characters.
type region struct {
	subject
	pos, endpos int
	from        int // pos as an offset
}

// newRegion takes the arguments string, pos, endpos. ok is false where pos is
// behind endpos, so that nothing can match.
func newRegion(t *thread, p *Pattern, args []value) (r region, ok bool, err error) {
	pos, endpos := 0, -1
	if !args[1].IsInt() || args[1].AsInt64() != 0 {
		if pos, err = runtime.AsSsizeArg(t, args[1]); err != nil {
			return r, false, err
		}
	}
	if !args[2].IsInt() || args[2].AsInt64() != maxSize {
		if endpos, err = runtime.AsSsizeArg(t, args[2]); err != nil {
			return r, false, err
		}
		endpos = max(endpos, 0)
	}
	if r.subject, err = newSubject(t, p, args[0]); err != nil {
		return r, false, err
	}
	if pos <= 0 && endpos < 0 && (r.str == nil || r.str.IsASCII()) {
		r.endpos = len(r.text)
		return r, true, nil
	}
	n := r.length()
	if endpos < 0 || endpos > n {
		endpos = n
	}
	r.pos, r.endpos = min(max(pos, 0), n), endpos
	r.from = r.offset(r.pos)
	if endpos < n {
		r.text = r.text[:r.offset(endpos)]
	}
	return r, r.pos <= r.endpos, nil
}

const maxSize = 1<<63 - 1

// A checkpoint lets a long search be interrupted.
type checkpoint thread

func (c *checkpoint) Check() error {
	t := (*thread)(c)
	if t.Host == nil {
		return nil
	}
	return t.Host.Checkpoint(t)
}

// Room asks for what the search needs itself.
func (c *checkpoint) Room(n int) error { return (*thread)(c).Room(n) }

// matcher prepares to search r.
func (p *Pattern) matcher(t *thread, r *region) *regex.Matcher {
	return p.prog.Matcher(r.text, r.str != nil && !r.str.IsASCII(), (*checkpoint)(t))
}
