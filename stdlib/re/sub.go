package re

import (
	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/re/regex"
)

// A joiner makes the result of a substitution. A piece that is of the wrong type
// is an error of the whole, but only when all is done: the rest of the
// replacements is called for nevertheless.
type joiner struct {
	buf   []byte
	bytes bool
	items int
	bad   error
}

func (b *joiner) add(s string) {
	b.buf = append(b.buf, s...)
	b.items++
}

// addValue adds what a replacement gave.
func (b *joiner) addValue(t *thread, v value) error {
	if !b.bytes {
		if s, ok := runtime.AsStr(v); ok {
			b.add(s.String())
			return nil
		}
		b.wrong("a str instance", "expected str instance", v)
		return nil
	}
	if s, ok := runtime.AsBytes(v); ok {
		b.add(s.String())
		return nil
	}
	if v.Type().Slots.Buffer == nil {
		b.wrong("a bytes-like object", "expected a bytes-like object", v)
		return nil
	}
	buf, err := runtime.GetBuffer(t, v)
	if err != nil {
		return err
	}
	b.add(string(buf.Bytes))
	buf.Release()
	return nil
}

func (b *joiner) wrong(_, expected string, v value) {
	if b.bad == nil {
		b.bad = runtime.TypeErrorf("sequence item %d: %s, %s found", b.items, expected, v.Type().Name)
	}
	b.items++
}

// expand adds a template's text for match m.
func (b *joiner) expand(t *thread, m *Match, parts []regex.TemplatePart, bytes bool) error {
	for _, part := range parts {
		if part.Group < 0 {
			b.add(part.Text)
			continue
		}
		v, err := m.group(t, part.Group, runtime.None)
		if err != nil {
			return err
		}
		if !v.IsNone() {
			if err := b.addValue(t, v); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *joiner) result() value {
	if b.bytes {
		return runtime.NewBytes(b.buf)
	}
	return runtime.NewStrBytes(b.buf)
}

// replacementText is the text of a template: a str, or bytes-like.
func replacementText(t *thread, v value) (s string, bytes bool, err error) {
	if str, ok := runtime.AsStr(v); ok {
		return str.String(), false, nil
	}
	if b, ok := runtime.AsBytes(v); ok {
		return b.String(), true, nil
	}
	if v.Type().Slots.Buffer == nil {
		return "", false, runtime.TypeErrorf("decoding to str: need a bytes-like object, %s found", v.Type().Name)
	}
	buf, err := runtime.GetBuffer(t, v)
	if err != nil {
		return "", false, err
	}
	defer buf.Release()
	return string(buf.Bytes), true, nil
}

// template parses a replacement; the pattern remembers the last one. again says
// that it warns, if it has to, each time.
func (p *Pattern) template(t *thread, v value, again bool) ([]regex.TemplatePart, bool, error) {
	s, bytes, err := replacementText(t, v)
	if err != nil {
		return nil, false, err
	}
	if p.parts != nil && p.repl == s && p.replBytes == bytes && !(again && p.warned) {
		return p.parts, bytes, nil
	}
	parts, warnings, err := regex.ParseTemplate(runes(s, bytes), !bytes, p.prog.Groups(), p.numbers)
	if werr := warn(t, warnings); werr != nil {
		return nil, false, werr
	}
	if err != nil {
		return nil, false, raise(t, err, v)
	}
	if parts == nil {
		parts = []regex.TemplatePart{}
	}
	p.repl, p.replBytes, p.parts, p.warned = s, bytes, parts, len(warnings) > 0
	return parts, bytes, nil
}

// substitute does sub and subn: the new text, and how many replacements there were.
func substitute(t *thread, args []value) (value, int, error) {
	p := runtime.As[Pattern](args[0])
	repl := args[1]
	count, err := runtime.AsSsizeArg(t, args[3])
	if err != nil {
		return value{}, 0, err
	}
	var parts []regex.TemplatePart
	wrong := false // the template is bytes for a str, or the other way round
	call := runtime.IsCallable(repl)
	if !call {
		var bytes bool
		if parts, bytes, err = p.template(t, repl, false); err != nil {
			return value{}, 0, err
		}
		wrong = bytes != p.bytes
	}
	s, err := newSubject(t, p, args[2])
	if err != nil {
		return value{}, 0, err
	}
	defer s.done()
	r := region{subject: s, endpos: s.length()}
	b := joiner{bytes: p.bytes}
	last, n := 0, 0
	if count >= 0 {
		err = p.each(t, &r, count, func(m *regex.Matcher) (int, error) {
			start, end := m.Span()
			if b.buf == nil {
				if err := t.Room(len(s.text) + len(s.text)/8); err != nil {
					return 0, err
				}
				b.buf = make([]byte, 0, len(s.text)+len(s.text)/8+16)
			}
			before := len(b.buf)
			if start > last {
				b.add(s.text[last:start])
			}
			last = end
			n++
			var err error
			switch {
			case call:
				err = b.call(t, p, repl, newMatch(p, &r, m))
			case wrong:
				err = b.addValue(t, repl)
			default:
				b.fill(m, parts, s.text)
			}
			return len(b.buf) - before, err
		})
		if err != nil {
			return value{}, 0, err
		}
	}
	if n == 0 {
		return s.piece(0, len(s.text)), 0, nil
	}
	if last < len(s.text) {
		b.add(s.text[last:])
	}
	if b.bad != nil {
		return value{}, 0, b.bad
	}
	return b.result(), n, nil
}

// fill adds a template's text for what m has found.
func (b *joiner) fill(m *regex.Matcher, parts []regex.TemplatePart, text string) {
	for _, part := range parts {
		if part.Group < 0 {
			b.buf = append(b.buf, part.Text...)
		} else if i, j := group(m, part.Group); i >= 0 {
			b.buf = append(b.buf, text[i:j]...)
		}
	}
	b.items++
}

// group is group g of what m found; 0 is the whole.
func group(m *regex.Matcher, g int) (int, int) {
	if g == 0 {
		return m.Span()
	}
	return m.Group(g)
}

// call adds what the function repl makes of match.
func (b *joiner) call(t *thread, p *Pattern, repl, match value) error {
	v, err := runtime.Call(t, repl, match)
	if err != nil {
		return err
	}
	if v.IsNone() {
		return nil
	}
	return b.addValue(t, v)
}

func patternSub(t *thread, args []value) (value, error) {
	v, _, err := substitute(t, args)
	return v, err
}

func patternSubn(t *thread, args []value) (value, error) {
	v, n, err := substitute(t, args)
	if err != nil {
		return value{}, err
	}
	return runtime.TupleOf(v, runtime.Int(int64(n))), nil
}
