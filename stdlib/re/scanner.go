package re

import (
	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/re/regex"
)

// A scanner finds one match after the other: what Pattern.scanner() gives, and
// the iterator of finditer().
type scanner struct {
	runtime.Object
	pat     *Pattern
	r       region
	at      int // where to go on; -1: at the end
	advance bool
	view    value // of a bytearray until the end: it must not change its size
}

var scannerType, iterType runtime.Type

func newScanner(t *thread, args []value, typ *runtime.Type) (value, error) {
	p := runtime.As[Pattern](args[0])
	r, ok, err := newRegion(t, p, args[1:])
	if err != nil {
		return value{}, err
	}
	r.done() // each step takes the buffer anew
	s := &scanner{pat: p, r: r, at: r.from}
	if _, isArray := runtime.AsBytearray(r.orig); isArray {
		if s.view, err = runtime.NewMemoryview(t, r.orig); err != nil {
			return value{}, err
		}
	}
	if r.buf != nil {
		s.r.buf, s.r.text = nil, ""
	}
	if !ok {
		s.finish()
	}
	s.Init(typ)
	return s.Value(), nil
}

func patternScanner(t *thread, args []value) (value, error) { return newScanner(t, args, &scannerType) }

func patternFinditer(t *thread, args []value) (value, error) { return newScanner(t, args, &iterType) }

func (s *scanner) finish() { s.at, s.view = -1, value{} }

// step finds the next match; unset: there is none.
func (s *scanner) step(t *thread, how func(m *regex.Matcher, pos int, advance bool) (bool, error)) (value, error) {
	if s.at < 0 {
		return value{}, nil
	}
	r := &s.r
	if r.str == nil {
		sub, err := newSubject(t, s.pat, r.orig)
		if err != nil {
			return value{}, err
		}
		defer sub.done()
		n := min(r.endpos, len(sub.text))
		if s.at > n {
			s.finish()
			return value{}, nil
		}
		r = &region{subject: sub, pos: r.pos, endpos: r.endpos}
		r.text = sub.text[:n]
	}
	m := s.pat.matcher(t, r)
	ok, err := how(m, s.at, s.advance)
	if err != nil {
		return value{}, err
	}
	if !ok {
		s.finish()
		m.Done()
		return value{}, nil
	}
	start, end := m.Span()
	s.at, s.advance = end, start == end
	res := newMatch(s.pat, r, m)
	m.Done()
	return res, nil
}

func orNone(v value, err error) (value, error) {
	if err == nil && v.IsUnset() {
		v = runtime.None
	}
	return v, err
}

func scannerMatch(t *thread, args []value) (value, error) {
	return orNone(runtime.As[scanner](args[0]).step(t, (*regex.Matcher).MatchMore))
}

func scannerSearch(t *thread, args []value) (value, error) {
	return orNone(runtime.As[scanner](args[0]).step(t, (*regex.Matcher).Search))
}

func init() {
	runtime.Define(&scannerType, runtime.TypeSpec{
		Name: "_sre.SRE_Scanner", Size: runtime.SizeOf[scanner](), Flags: runtime.FlagDisallowNew,
		Methods: []runtime.Method{
			{Name: "match", Fn: scannerMatch},
			{Name: "search", Fn: scannerSearch},
		},
		GetSets: []runtime.GetSet{{Name: "pattern", Member: true, Get: func(t *thread, v value) (value, error) {
			return runtime.As[scanner](v).pat.Value(), nil
		}}},
	})
	runtime.Define(&iterType, runtime.TypeSpec{
		Name: "callable_iterator", Size: runtime.SizeOf[scanner](), Flags: runtime.FlagDisallowNew,
		Slots: runtime.Slots{
			Iter: func(t *thread, v value) (value, error) { return v, nil },
			Next: func(t *thread, v value) (value, error) {
				return runtime.As[scanner](v).step(t, (*regex.Matcher).Search)
			},
		},
	})
}
