package re

import (
	"fmt"
	"strings"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/re/regex"
)

// A Pattern is a re.Pattern.
type Pattern struct {
	runtime.Object
	pattern value
	flags   regex.Flags
	bytes   bool // of a bytes pattern
	prog    *regex.Program
	names   []string // groups' names; "": none
	index   value    // name -> number
	numbers map[string]int
	// the replacement that sub was last given, and what it means
	repl      string
	replBytes bool
	parts     []regex.TemplatePart
	warned    bool // it was warned of
}

var patternType runtime.Type

// groupIndex is name -> number as a dict.
func (p *Pattern) groupIndex() *runtime.Dict {
	d, _ := runtime.AsDict(p.index)
	return d
}

func patternMatch(t *thread, args []value) (value, error) {
	return matchOnce(t, args, (*regex.Matcher).Match)
}

func patternFullMatch(t *thread, args []value) (value, error) {
	return matchOnce(t, args, (*regex.Matcher).FullMatch)
}

func patternSearch(t *thread, args []value) (value, error) { return matchOnce(t, args, searchFrom) }

func searchFrom(m *regex.Matcher, pos int) (bool, error) { return m.Search(pos, false) }

func matchOnce(t *thread, args []value, how func(m *regex.Matcher, pos int) (bool, error)) (value, error) {
	p := runtime.As[Pattern](args[0])
	r, ok, err := newRegion(t, p, args[1:])
	if err != nil {
		return value{}, err
	}
	defer r.done()
	if !ok {
		return runtime.None, nil
	}
	m := p.matcher(t, &r)
	ok, err = how(m, r.from)
	if err != nil {
		return value{}, err
	}
	res := runtime.None
	if ok {
		res = newMatch(p, &r, m)
	}
	m.Done()
	return res, nil
}

// each calls f for each match in r, up to limit of them (0: no limit); f says
// how many bytes it has kept.
func (p *Pattern) each(t *thread, r *region, limit int, f func(m *regex.Matcher) (int, error)) error {
	var kept runtime.Growing
	m := p.matcher(t, r)
	pos, advance := r.from, false
	for i := 0; limit <= 0 || i < limit; i++ {
		ok, err := m.Search(pos, advance)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		start, end := m.Span()
		n, err := f(m)
		if err == nil {
			err = kept.Add(t, n)
		}
		if err != nil {
			return err
		}
		pos, advance = end, start == end
	}
	m.Done()
	return nil
}

func patternFindall(t *thread, args []value) (value, error) {
	p := runtime.As[Pattern](args[0])
	r, ok, err := newRegion(t, p, args[1:])
	if err != nil {
		return value{}, err
	}
	defer r.done()
	l := runtime.NewList(nil)
	if ok {
		var slab runtime.StrSlab
		slab.SetASCII(r.str != nil && r.str.IsASCII())
		piece := func(i, j int) value {
			if r.str == nil {
				return r.piece(max(i, 0), max(j, 0))
			}
			if i < 0 || i == j {
				return emptyStr
			}
			return slab.Make(r.text[i:j])
		}
		groups := p.prog.Groups()
		err = p.each(t, &r, 0, func(m *regex.Matcher) (int, error) {
			var found value
			switch groups {
			case 0:
				found = piece(m.Span())
			case 1:
				found = piece(m.Group(1))
			default:
				tup := runtime.MakeTuple(groups)
				vals := tup.Items()
				for g := range vals {
					vals[g] = piece(m.Group(g + 1))
				}
				found = tup.Value()
			}
			if err := l.Add(t, found); err != nil {
				return 0, err
			}
			start, end := m.Span()
			return runtime.ValueSize + max(groups, 1)*strSize + end - start, nil
		})
		if err != nil {
			return value{}, err
		}
	}
	return l.Value(), nil
}

// strSize is about what a short str takes, beside its text.
const strSize = 48

var emptyStr = runtime.NewASCIIStr("")

func patternSplit(t *thread, args []value) (value, error) {
	p := runtime.As[Pattern](args[0])
	limit, err := runtime.AsSsizeArg(t, args[2])
	if err != nil {
		return value{}, err
	}
	s, err := newSubject(t, p, args[1])
	if err != nil {
		return value{}, err
	}
	defer s.done()
	r := region{subject: s}
	last := 0
	var items []value
	if limit >= 0 {
		err = p.each(t, &r, limit, func(m *regex.Matcher) (int, error) {
			start, end := m.Span()
			size := start - last
			items = append(items, s.piece(last, start))
			for g := 1; g <= p.prog.Groups(); g++ {
				if i, j := m.Group(g); i >= 0 {
					items = append(items, s.piece(i, j))
				} else {
					items = append(items, runtime.None)
				}
			}
			size += end - start + (1+p.prog.Groups())*(runtime.ValueSize+strSize)
			last = end
			return size, nil
		})
		if err != nil {
			return value{}, err
		}
	}
	items = append(items, s.piece(last, len(s.text)))
	return runtime.NewList(items).Value(), nil
}

var flagNames = [...]struct {
	flag regex.Flags
	name string
}{
	{regex.Template, "re.TEMPLATE"}, {regex.IgnoreCase, "re.IGNORECASE"}, {regex.Locale, "re.LOCALE"}, {regex.Multiline, "re.MULTILINE"},
	{regex.DotAll, "re.DOTALL"}, {regex.Unicode, "re.UNICODE"}, {regex.Verbose, "re.VERBOSE"}, {regex.Debug, "re.DEBUG"}, {regex.ASCII, "re.ASCII"},
}

func patternRepr(t *thread, v value) (value, error) {
	p := runtime.As[Pattern](v)
	src, err := runtime.ReprStr(t, p.pattern)
	if err != nil {
		return value{}, err
	}
	flags := p.flags
	if !p.bytes && flags&(regex.Locale|regex.Unicode|regex.ASCII) == regex.Unicode {
		flags &^= regex.Unicode
	}
	var names []string
	for _, f := range flagNames {
		if flags&f.flag != 0 {
			names = append(names, f.name)
			flags &^= f.flag
		}
	}
	if flags != 0 {
		names = append(names, fmt.Sprintf("0x%x", int(flags)))
	}
	out := "re.compile(" + cutRunes(src, 200)
	if len(names) > 0 {
		out += ", " + strings.Join(names, "|")
	}
	return runtime.NewStr(out + ")"), nil
}

// cutRunes is the first n code points of s.
func cutRunes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func patternCompare(t *thread, op runtime.CmpOp, a, b value) (value, error) {
	if op != runtime.CmpEQ && op != runtime.CmpNE {
		return runtime.NotImplemented, nil
	}
	p, ok := runtime.Cast[Pattern](a, &patternType)
	q, ok2 := runtime.Cast[Pattern](b, &patternType)
	if !ok || !ok2 {
		return runtime.NotImplemented, nil
	}
	eq := p == q
	if !eq && p.flags == q.flags && p.bytes == q.bytes {
		var err error
		if eq, err = runtime.EqualBool(t, p.pattern, q.pattern); err != nil {
			return value{}, err
		}
	}
	return runtime.Bool(eq == (op == runtime.CmpEQ)), nil
}

func patternHash(t *thread, v value) (int64, error) {
	p := runtime.As[Pattern](v)
	h, err := runtime.HashValue(t, p.pattern)
	return int64(h ^ uint64(p.flags)*0x9E3779B97F4A7C15), err
}

func itself(t *thread, args []value) (value, error) { return args[0], nil }

func generic(t *thread, args []value) (value, error) {
	return runtime.NewGenericAlias(t, args[0], args[1]), nil
}

const regionSig = "string, pos=0, endpos=9223372036854775807"

func init() {
	runtime.Define(&patternType, runtime.TypeSpec{
		Name: "re.Pattern", Size: runtime.SizeOf[Pattern](), Flags: runtime.FlagDisallowNew,
		Doc:   "Compiled regular expression object.",
		Slots: runtime.Slots{Repr: patternRepr, Compare: patternCompare, Hash: patternHash},
		Methods: []runtime.Method{
			{Name: "match", Sig: regionSig, Fn: patternMatch, Doc: "Matches zero or more characters at the beginning of the string."},
			{Name: "fullmatch", Sig: regionSig, Fn: patternFullMatch, Doc: "Matches against all of the string."},
			{Name: "search", Sig: regionSig, Fn: patternSearch,
				Doc: "Scan through string looking for a match, and return a corresponding match object instance.\n\nReturn None if no position in the string matches."},
			{Name: "sub", Sig: "repl, string, count=0", Fn: patternSub,
				Doc: "Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by the replacement repl."},
			{Name: "subn", Sig: "repl, string, count=0", Fn: patternSubn,
				Doc: "Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping occurrences of pattern with the replacement repl."},
			{Name: "findall", Sig: regionSig, Fn: patternFindall, Doc: "Return a list of all non-overlapping matches of pattern in string."},
			{Name: "split", Sig: "string, maxsplit=0", Fn: patternSplit, Doc: "Split string by the occurrences of pattern."},
			{Name: "finditer", Sig: regionSig, Fn: patternFinditer,
				Doc: "Return an iterator over all non-overlapping matches for the RE pattern in string.\n\nFor each match, the iterator returns a match object."},
			{Name: "scanner", Sig: regionSig, Fn: patternScanner},
			{Name: "__copy__", Fn: itself},
			{Name: "__deepcopy__", Sig: "memo, /", Fn: itself},
			{Name: "__class_getitem__", Sig: "item, /", Kind: runtime.ClassMethod, Fn: generic, Doc: "See PEP 585"},
		},
		GetSets: []runtime.GetSet{
			{Name: "pattern", Member: true, Get: func(t *thread, v value) (value, error) { return runtime.As[Pattern](v).pattern, nil },
				Doc: "The pattern string from which the RE object was compiled."},
			{Name: "flags", Member: true, Get: func(t *thread, v value) (value, error) { return runtime.Int(int64(runtime.As[Pattern](v).flags)), nil },
				Doc: "The regex matching flags."},
			{Name: "groups", Member: true, Get: func(t *thread, v value) (value, error) {
				return runtime.Int(int64(runtime.As[Pattern](v).prog.Groups())), nil
			}, Doc: "The number of capturing groups in the pattern."},
			{Name: "groupindex", Get: func(t *thread, v value) (value, error) {
				return runtime.NewMappingProxy(runtime.As[Pattern](v).index), nil
			}, Doc: "A dictionary mapping group names to group numbers."},
		},
	})
}
