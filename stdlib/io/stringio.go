package io

import (
	"strings"

	rt "github.com/minipy/minipy/runtime"
)

// A StringIO is a text file in memory. buf is its text (WTF-8); the position
// is kept both in code points (pos) and bytes (at); beyond the end at is len(buf).
// runes is buf's length in code points.
type StringIO struct {
	Base
	ok        bool
	buf       []byte
	runes     int
	pos, at   int
	universal bool
	translate bool
	readNL    string
	writeNL   string
	newline   rt.Value
	seen      newlines
}

var stringIOType rt.Type

func stringNew(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	cls, _ := rt.AsType(a[0])
	return rt.Alloc[StringIO](cls).Value(), nil
}

// stringInit is __init__(initial_value=”, newline='\n').
func stringInit(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[StringIO](a[0])
	*s = StringIO{Base: s.Base}
	s.Base.closed = false
	nl := ""
	if v, ok := rt.AsStr(a[2]); ok {
		nl = v.String()
		switch nl {
		case "", "\n", "\r", "\r\n":
		default:
			r, err := rt.ReprStr(t, a[2])
			if err != nil {
				return rt.Value{}, err
			}
			return rt.Value{}, rt.ValueErrorf("illegal newline value: %s", r)
		}
	} else if !a[2].IsNone() {
		return rt.Value{}, rt.TypeErrorf("newline must be str or None, not %s", a[2].Type().Name)
	}
	s.newline, s.readNL = a[2], nl
	s.universal, s.translate = nl == "", a[2].IsNone()
	if nl == "\r" || nl == "\r\n" {
		s.writeNL = nl
	}
	s.ok = true
	if !a[1].IsNone() {
		v, ok := rt.AsStr(a[1])
		if !ok {
			return rt.Value{}, rt.TypeErrorf("initial_value must be str or None, not %s", a[1].Type().Name)
		}
		if err := s.write(t, v); err != nil {
			return rt.Value{}, err
		}
		s.pos, s.at = 0, 0
	}
	return rt.None, nil
}

func (s *StringIO) check() error {
	if !s.ok {
		return rt.ValueErrorf("I/O operation on uninitialized object")
	}
	if s.Base.closed {
		return rt.ValueErrorf("I/O operation on closed file")
	}
	return nil
}

func (s *StringIO) ascii() bool { return s.runes == len(s.buf) }

func (s *StringIO) write(t *rt.Thread, v *rt.Str) error {
	text, n := v.String(), v.Len()
	if text == "" {
		return nil
	}
	if s.universal {
		s.seen.note(text)
	}
	if s.translate && strings.IndexByte(text, '\r') >= 0 {
		var err error
		if text, err = rt.Aside(t, len(text), func() string { return translateNL(text) }); err != nil {
			return err
		}
		_, n = runePrefix(text, len(text))
	} else if s.writeNL != "" && strings.IndexByte(text, '\n') >= 0 {
		n += strings.Count(text, "\n") * (len(s.writeNL) - 1)
		text = strings.ReplaceAll(text, "\n", s.writeNL)
	}
	if s.pos > s.runes {
		gap := s.pos - s.runes
		if err := t.Room(len(s.buf) + gap); err != nil {
			return err
		}
		s.buf = append(s.buf, make([]byte, gap)...)
		s.runes, s.at = s.pos, len(s.buf)
	}
	if n := len(s.buf) + len(text); n > cap(s.buf) {
		if err := t.Room(n + n/4); err != nil {
			return err
		}
	}
	if s.at == len(s.buf) {
		s.buf = append(s.buf, text...)
		s.runes += n
		s.pos += n
		s.at = len(s.buf)
		return nil
	}
	// Overwrite as many code points as are written.
	old := len(s.buf) - s.at
	count := s.runes - s.pos
	if n < count {
		if s.ascii() {
			old = n
		} else {
			old, _ = runePrefix(string(s.buf[s.at:]), n)
		}
		count = n
	}
	if old == len(text) {
		copy(s.buf[s.at:], text)
	} else {
		tail := string(s.buf[s.at+old:])
		s.buf = append(append(s.buf[:s.at], text...), tail...)
	}
	s.runes += n - count
	s.pos += n
	s.at += len(text)
	return nil
}

func stringWrite(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[StringIO](a[0])
	if !s.ok {
		return rt.Value{}, s.check()
	}
	v, ok := rt.AsStr(a[1])
	if !ok {
		return rt.Value{}, rt.TypeErrorf("string argument expected, got '%s'", a[1].Type().Name)
	}
	if err := s.check(); err != nil {
		return rt.Value{}, err
	}
	if err := s.write(t, v); err != nil {
		return rt.Value{}, err
	}
	return rt.Int(int64(v.Len())), nil
}

// take hands out the text up to byte end.
func (s *StringIO) take(end int) rt.Value {
	v := rt.NewStr(string(s.buf[s.at:end]))
	if s.ascii() {
		s.pos += end - s.at
	} else {
		s.pos += rt.As[rt.Str](v).Len()
	}
	s.at = end
	return v
}

func (s *StringIO) readLine(limit int) rt.Value {
	if s.pos > s.runes || s.at == len(s.buf) {
		return emptyStr.Value()
	}
	rest := s.buf[s.at:]
	end := len(rest)
	if limit >= 0 && limit < len(rest) {
		if s.ascii() {
			end = limit
		} else {
			end, _ = runePrefix(string(rest), limit)
		}
	}
	w := TextIOWrapper{universal: s.universal, translate: s.translate, readNL: s.readNL}
	if i, _ := w.findLine(ownString(rest[:end]), 0); i >= 0 {
		end = i
	}
	return s.take(s.at + end)
}

func stringReadline(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[StringIO](a[0])
	if err := s.check(); err != nil {
		return rt.Value{}, err
	}
	n, err := sizeArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	return s.readLine(n), nil
}

func stringNext(t *rt.Thread, v rt.Value) (rt.Value, error) {
	s := rt.As[StringIO](v)
	if v.Type().Has(rt.FlagHeap) {
		line, err := baseNext(t, v)
		if err == nil && !line.IsUnset() {
			if _, ok := rt.AsStr(line); !ok {
				return rt.Value{}, rt.Errorf(rt.OSError, "readline() should have returned a str object, not '%s'", line.Type().Name)
			}
		}
		return line, err
	}
	if err := s.check(); err != nil {
		return rt.Value{}, err
	}
	line := s.readLine(-1)
	if rt.As[rt.Str](line).String() == "" {
		return rt.Value{}, nil
	}
	return line, nil
}

func stringRead(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[StringIO](a[0])
	if err := s.check(); err != nil {
		return rt.Value{}, err
	}
	n, err := sizeArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if s.pos >= s.runes {
		return emptyStr.Value(), nil
	}
	end := len(s.buf)
	if n >= 0 && n < s.runes-s.pos {
		if s.ascii() {
			end = s.at + n
		} else {
			size, _ := runePrefix(string(s.buf[s.at:]), n)
			end = s.at + size
		}
	}
	return s.take(end), nil
}

func stringGetvalue(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[StringIO](a[0])
	if err := s.check(); err != nil {
		return rt.Value{}, err
	}
	return rt.NewStr(string(s.buf)), nil
}

// goTo sets the position in code points.
func (s *StringIO) goTo(pos int) {
	s.pos = pos
	switch {
	case pos >= s.runes:
		s.at = len(s.buf)
	case s.ascii():
		s.at = pos
	default:
		s.at, _ = runePrefix(string(s.buf), pos)
	}
}

func stringSeek(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[StringIO](a[0])
	pos, err := rt.AsSsize(t, a[1], rt.OverflowError)
	if err != nil {
		return rt.Value{}, err
	}
	whence, err := whenceArg(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	if err := s.check(); err != nil {
		return rt.Value{}, err
	}
	switch {
	case whence < 0 || whence > 2:
		return rt.Value{}, rt.ValueErrorf("Invalid whence (%d, should be 0, 1 or 2)", whence)
	case pos < 0 && whence == 0:
		return rt.Value{}, rt.ValueErrorf("Negative seek position %d", pos)
	case whence != 0 && pos != 0:
		return rt.Value{}, rt.Errorf(rt.OSError, "Can't do nonzero cur-relative seeks")
	case whence == 1:
		pos = s.pos
	case whence == 2:
		pos = s.runes
	}
	s.goTo(pos)
	return rt.Int(int64(pos)), nil
}

func stringTruncate(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[StringIO](a[0])
	if err := s.check(); err != nil {
		return rt.Value{}, err
	}
	size := s.pos
	if !a[1].IsNone() {
		var err error
		if size, err = sizeArg(t, a[1]); err != nil {
			return rt.Value{}, err
		}
		if size < 0 {
			return rt.Value{}, rt.ValueErrorf("Negative size value %d", size)
		}
	}
	if size < s.runes {
		pos := s.pos
		s.goTo(size)
		s.buf, s.runes = s.buf[:s.at], size
		s.goTo(pos)
	}
	return rt.Int(int64(size)), nil
}

func stringFlag(b bool) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		return rt.Bool(b), rt.As[StringIO](a[0]).check()
	}
}

func stringGetstate(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[StringIO](a[0])
	text, err := stringGetvalue(t, a)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.TupleOf(text, s.newline, rt.Int(int64(s.pos)), dictCopy(a[0])), nil
}

// dictCopy is a copy of v's __dict__, or None where v has no attributes.
func dictCopy(v rt.Value) rt.Value {
	var d *rt.Dict
	rt.InstanceItems(v, func(name *rt.Str, val rt.Value) {
		if d == nil {
			d = rt.NewDict()
		}
		d.SetStr(name, val)
	})
	if d == nil {
		return rt.None
	}
	return d.Value()
}

// dictUpdate sets v's attributes from a dict.
func dictUpdate(t *rt.Thread, v, dict rt.Value) error {
	d, ok := rt.AsDict(dict)
	if !ok {
		return rt.TypeErrorf("third item of state should be a dict, got a %s", dict.Type().Name)
	}
	for i, k, x, more := d.Next(0); more; i, k, x, more = d.Next(i) {
		if name, isStr := rt.AsStr(k); isStr {
			rt.SetInstanceAttr(t, v, name, x)
		}
	}
	return nil
}

func stringSetstate(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[StringIO](a[0])
	st, ok := rt.AsTuple(a[1])
	if !ok || st.Len() < 4 {
		return rt.Value{}, rt.TypeErrorf("%s.__setstate__ argument should be 4-tuple, got %s", a[0].Type().Name, a[1].Type().Name)
	}
	items := st.Items()
	text, ok := rt.AsStr(items[0])
	if !ok {
		return rt.Value{}, rt.TypeErrorf("initial_value must be str or None, not %s", items[0].Type().Name)
	}
	if _, err := stringInit(t, []rt.Value{a[0], rt.None, items[1]}); err != nil {
		return rt.Value{}, err
	}
	s.buf, s.runes = []byte(text.String()), text.Len()
	pos, err := rt.AsSsize(t, items[2], rt.OverflowError)
	if err != nil {
		return rt.Value{}, err
	}
	if pos < 0 {
		return rt.Value{}, rt.ValueErrorf("position value cannot be negative")
	}
	s.goTo(pos)
	if items[3].IsNone() {
		return rt.None, nil
	}
	return rt.None, dictUpdate(t, a[0], items[3])
}

func init() {
	closed := func(t *rt.Thread, v rt.Value) (rt.Value, error) {
		s := rt.As[StringIO](v)
		if !s.ok {
			return rt.Value{}, s.check()
		}
		return rt.Bool(s.Base.closed), nil
	}
	rt.Define(&stringIOType, rt.TypeSpec{Name: "_io.StringIO", Base: &textBaseType, Size: rt.SizeOf[StringIO](), Flags: rt.FlagBase,
		Doc:  "Text I/O implementation using an in-memory buffer.",
		New:  rt.Method{Sig: "*args, **kwargs", Fn: stringNew},
		Init: rt.Method{Sig: "initial_value='', newline='\\n'", Fn: stringInit},
		Slots: rt.Slots{Next: stringNext, Iter: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
			return v, rt.As[StringIO](v).check()
		}},
		Methods: []rt.Method{
			{Name: "write", Sig: "s, /", Fn: stringWrite},
			{Name: "read", Sig: "size=-1, /", Fn: stringRead},
			{Name: "readline", Sig: "size=-1, /", Fn: stringReadline},
			{Name: "getvalue", Fn: stringGetvalue},
			{Name: "seek", Sig: "pos, whence=0, /", Fn: stringSeek},
			{Name: "truncate", Sig: "pos=None, /", Fn: stringTruncate},
			{Name: "tell", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				s := rt.As[StringIO](a[0])
				return rt.Int(int64(s.pos)), s.check()
			}},
			{Name: "close", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				s := rt.As[StringIO](a[0])
				s.Base.closed, s.buf, s.runes, s.pos, s.at = true, nil, 0, 0, 0
				return rt.None, nil
			}},
			{Name: "readable", Fn: stringFlag(true)},
			{Name: "writable", Fn: stringFlag(true)},
			{Name: "seekable", Fn: stringFlag(true)},
			{Name: "__getstate__", Fn: stringGetstate},
			{Name: "__setstate__", Sig: "state, /", Fn: stringSetstate},
		},
		GetSets: []rt.GetSet{{Name: "closed", Get: closed},
			{Name: "line_buffering", Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
				return rt.False, rt.As[StringIO](v).check()
			}},
			{Name: "newlines", Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
				s := rt.As[StringIO](v)
				if err := s.check(); err != nil || !s.universal {
					return rt.None, err
				}
				return s.seen.value(), nil
			}}}})
}
