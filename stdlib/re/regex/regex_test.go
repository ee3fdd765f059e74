package regex

import (
	"errors"
	"strings"
	"testing"
)

func compileText(t testing.TB, pattern string, flags Flags) *Program {
	t.Helper()
	tree, err := Parse([]rune(pattern), true, flags, &Options{MaxDepth: 1000})
	if err != nil {
		t.Fatalf("%q: %v", pattern, err)
	}
	p, err := Compile(tree)
	if err != nil {
		t.Fatalf("%q: %v", pattern, err)
	}
	return p
}

// A stopper fails at its nth check.
type stopper struct{ left int }

var errStopped = errors.New("stopped")

func (s *stopper) Check() error {
	if s.left--; s.left < 0 {
		return errStopped
	}
	return nil
}

func (s *stopper) Room(int) error { return nil }

func TestLongMatchesAreChecked(t *testing.T) {
	for _, pattern := range []string{`(a+)+b`, `(?:a|a)*b`, `(a*)*b`, `(?:(?:a?){30}){30}b`, `(?:){4000000000}`, `(a|aa)+$`, `(.*)(.*)(.*)(.*)x`, `(?:(?:a|b)*){3}c`, `(?:[ab]*c?)*d`} {
		p := compileText(t, pattern, 0)
		m := p.Matcher(strings.Repeat("a", 2000)+"!", false, &stopper{3})
		if _, err := m.Match(0); err != errStopped {
			t.Errorf("%q: ended with %v", pattern, err)
		}
	}
}

func TestStackIsBounded(t *testing.T) {
	p := compileText(t, `(?:(a)|b)*c`, 0)
	m := p.Matcher(strings.Repeat("ab", 1<<18), false, nil)
	ok, err := m.Search(0, false)
	if ok || err == errStopped {
		t.Errorf("found %v, %v", ok, err)
	}
}

func TestAutomaticPossession(t *testing.T) {
	for _, c := range []struct {
		pattern string
		gives   bool // the first repetition may give back
	}{
		{`a*b`, false}, {`a*a`, true}, {`\w+\s`, false}, {`\w+\b`, false}, {`\w*\b`, true}, {`[^"]*"`, false}, {`a+`, false}, {`a+$`, false},
		{`a+(?=b)`, true}, {`a+(?<=a)`, true}, {`(a+)\1`, true}, {`(?:a+b?)*`, true}, {`\d+\D`, false}, {`.*\n`, false}, {`(?s).*\n`, true},
		{`a*(?:b|c|d)`, false}, {`a*(?:b|c|)`, false}, {`a*(?:b|a)`, true}, {`(?i)a*A`, true},
	} {
		gives := false
		for _, in := range compileText(t, c.pattern, 0).code {
			if in.op == opRep {
				gives = true
			}
		}
		if gives != c.gives {
			t.Errorf("%q: gives back: %v", c.pattern, gives)
		}
	}
}

// FuzzPattern: no pattern makes the compiler or the matcher fail otherwise than by an error.
func FuzzPattern(f *testing.F) {
	for _, s := range []string{`(?P<a>x)(?(a)y|z)\1`, `[a-z&&[^x]]{2,3}?`, `(?<=ab)(?!c)(?>d*)e++`, `(?i:é|ß)\b$`, `(?x) a # b`, `((a*)*)*`, `(?#`, `\N{`} {
		f.Add(s, "abc xyz", 0)
	}
	f.Fuzz(func(t *testing.T, pattern, text string, flags int) {
		tree, err := Parse([]rune(pattern), true, Flags(flags)&(IgnoreCase|Multiline|DotAll|Verbose|ASCII),
			&Options{MaxDepth: 200, Lookup: func(string) (rune, bool) { return 'x', true }})
		if err != nil {
			return
		}
		p, err := Compile(tree)
		if err != nil || len(p.code) > 10000 {
			return
		}
		text = strings.ToValidUTF8(text, "")
		m := p.Matcher(text, true, &stopper{5})
		if ok, err := m.Search(0, false); ok && err == nil {
			for g := 1; g <= p.Groups(); g++ {
				if a, b := m.Group(g); a > b || b > len(text) {
					t.Fatalf("%q in %q: group %d is %d:%d", pattern, text, g, a, b)
				}
			}
		}
	})
}

// TestLongPatternsAreQuick: a long row of parts that may be empty took a time
// that grew with the cube of its length.
func TestLongPatternsAreQuick(t *testing.T) {
	p := compileText(t, strings.Repeat("(?:a|b)*", 20000), 0)
	if ok, err := p.Matcher("abab", false, nil).FullMatch(0); !ok || err != nil {
		t.Errorf("%v, %v", ok, err)
	}
}

// TestScansInWindows: a run, a prefix and the next place to begin are found also
// where they are in two windows.
func TestScansInWindows(t *testing.T) {
	for _, n := range []int{window - 2, window - 1, window, window + 1, 3 * window} {
		for _, c := range []struct{ pattern, fill, rest string }{
			{`é+x`, "é", "x"}, {`xyz`, "x", "xyz"}, {`[yz]+`, "x", "yzy"}, {`(?m)^b+`, "a", "\nbb"}, {`[^b]+b`, "€", "b"}, {`a.*?bcd`, "a", "bcd"},
		} {
			text := strings.Repeat(c.fill, n) + c.rest
			m := compileText(t, c.pattern, 0).Matcher(text, c.fill >= "\x80", &stopper{1 << 30})
			if ok, err := m.Search(0, false); !ok || err != nil {
				t.Errorf("%q behind %d times %q: %v, %v", c.pattern, n, c.fill, ok, err)
			} else if _, end := m.Span(); end != len(text) {
				t.Errorf("%q behind %d times %q ends at %d of %d", c.pattern, n, c.fill, end, len(text))
			}
		}
	}
}
