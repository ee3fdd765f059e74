package re

import (
	"fmt"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/re/regex"
)

// A Match is a re.Match. Its spans are byte offsets.
type Match struct {
	runtime.Object
	pat         *Pattern
	str         *runtime.Str // the subject, if a str
	orig        value
	pos, endpos int
	last        int
	spans       []int // begin and end of the match, then of each group; -1: none
	few         [4]int
}

var matchType runtime.Type

// newMatch makes a Match of what m has found in r.
func newMatch(p *Pattern, r *region, m *regex.Matcher) value {
	o := &Match{pat: p, str: r.str, orig: r.orig, pos: r.pos, endpos: r.endpos, last: m.LastGroup()}
	o.Init(&matchType)
	n := 2 * (p.prog.Groups() + 1)
	if n <= len(o.few) {
		o.spans = o.few[:n]
	} else {
		o.spans = make([]int, n)
	}
	o.spans[0], o.spans[1] = m.Span()
	for g := 1; 2*g < n; g++ {
		o.spans[2*g], o.spans[2*g+1] = m.Group(g)
	}
	return o.Value()
}

// group is the text of group g, or def if it has none.
func (m *Match) group(t *thread, g int, def value) (value, error) {
	i, j := m.spans[2*g], m.spans[2*g+1]
	if i < 0 {
		return def, nil
	}
	if m.str != nil {
		return m.str.Piece(i, j), nil
	}
	s, err := newSubject(t, m.pat, m.orig)
	if err != nil {
		return value{}, err
	}
	defer s.done()
	j = min(j, len(s.text)) // the bytes may have become fewer since
	return s.piece(min(i, j), j), nil
}

// number is the number of the group that arg names.
func (m *Match) number(t *thread, arg value) (int, error) {
	n := len(m.spans) / 2
	if arg.IsInt() {
		if g := arg.AsInt64(); g >= 0 && g < int64(n) {
			return int(g), nil
		}
		return 0, noSuchGroup()
	}
	if runtime.HasIndex(arg) {
		g, err := runtime.AsSsize(t, arg, nil)
		if err != nil {
			return 0, err
		}
		if g >= 0 && g < n {
			return g, nil
		}
		return 0, noSuchGroup()
	}
	v, ok, err := m.pat.groupIndex().Get(t, arg)
	if err != nil || !ok { // what cannot be hashed is no name either
		return 0, noSuchGroup()
	}
	return int(v.AsInt64()), nil
}

func noSuchGroup() error { return runtime.IndexErrorf("no such group") }

func matchGroup(t *thread, args []value) (value, error) {
	m := runtime.As[Match](args[0])
	which := runtime.As[runtime.Tuple](args[1]).Items()
	switch len(which) {
	case 0:
		return m.group(t, 0, runtime.None)
	case 1:
		return matchGetItem(t, args[0], which[0])
	}
	out := make([]value, len(which))
	for i, w := range which {
		var err error
		if out[i], err = matchGetItem(t, args[0], w); err != nil {
			return value{}, err
		}
	}
	return runtime.NewTuple(out), nil
}

func matchGetItem(t *thread, v, key value) (value, error) {
	m := runtime.As[Match](v)
	g, err := m.number(t, key)
	if err != nil {
		return value{}, err
	}
	return m.group(t, g, runtime.None)
}

func matchGroups(t *thread, args []value) (value, error) {
	m := runtime.As[Match](args[0])
	out := make([]value, len(m.spans)/2-1)
	for i := range out {
		var err error
		if out[i], err = m.group(t, i+1, args[1]); err != nil {
			return value{}, err
		}
	}
	return runtime.NewTuple(out), nil
}

func matchGroupdict(t *thread, args []value) (value, error) {
	m := runtime.As[Match](args[0])
	d := runtime.NewDict()
	for pos := 0; ; {
		next, key, g, ok := m.pat.groupIndex().Next(pos)
		if !ok {
			return d.Value(), nil
		}
		pos = next
		v, err := m.group(t, int(g.AsInt64()), args[1])
		if err != nil {
			return value{}, err
		}
		if err := d.Set(t, key, v); err != nil {
			return value{}, err
		}
	}
}

// span is the place of group g in characters.
func (m *Match) span(g int) (int, int) {
	i, j := m.spans[2*g], m.spans[2*g+1]
	if m.str == nil || i < 0 {
		return i, j
	}
	return m.str.RuneIndex(i), m.str.RuneIndex(j)
}

func (m *Match) spanOf(t *thread, args []value) (i, j int, err error) {
	g := 0
	if !args[1].IsInt() || args[1].AsInt64() != 0 {
		if g, err = m.number(t, args[1]); err != nil {
			return 0, 0, err
		}
	}
	i, j = m.span(g)
	return i, j, nil
}

func matchStart(t *thread, args []value) (value, error) {
	i, _, err := runtime.As[Match](args[0]).spanOf(t, args)
	return runtime.Int(int64(i)), err
}

func matchEnd(t *thread, args []value) (value, error) {
	_, j, err := runtime.As[Match](args[0]).spanOf(t, args)
	return runtime.Int(int64(j)), err
}

func matchSpan(t *thread, args []value) (value, error) {
	i, j, err := runtime.As[Match](args[0]).spanOf(t, args)
	return pair(i, j), err
}

func pair(i, j int) value { return runtime.TupleOf(runtime.Int(int64(i)), runtime.Int(int64(j))) }

func matchRegs(t *thread, v value) (value, error) {
	m := runtime.As[Match](v)
	out := make([]value, len(m.spans)/2)
	for g := range out {
		out[g] = pair(m.span(g))
	}
	return runtime.NewTuple(out), nil
}

func matchRepr(t *thread, v value) (value, error) {
	m := runtime.As[Match](v)
	text, err := m.group(t, 0, runtime.None)
	if err != nil {
		return value{}, err
	}
	s, err := runtime.ReprStr(t, text)
	if err != nil {
		return value{}, err
	}
	i, j := m.span(0)
	return runtime.NewStr(fmt.Sprintf("<re.Match object; span=(%d, %d), match=%s>", i, j, cutRunes(s, 50))), nil
}

func matchLastIndex(t *thread, v value) (value, error) {
	if m := runtime.As[Match](v); m.last > 0 {
		return runtime.Int(int64(m.last)), nil
	}
	return runtime.None, nil
}

func matchLastGroup(t *thread, v value) (value, error) {
	m := runtime.As[Match](v)
	if m.last > 0 && m.last < len(m.pat.names) && m.pat.names[m.last] != "" {
		return runtime.NewStr(m.pat.names[m.last]), nil
	}
	return runtime.None, nil
}

func matchExpand(t *thread, args []value) (value, error) {
	m := runtime.As[Match](args[0])
	parts, bytes, err := m.pat.template(t, args[1], true)
	if err != nil {
		return value{}, err
	}
	var b joiner
	b.bytes = m.pat.bytes
	err = b.expand(t, m, parts, bytes)
	return b.result(), err
}

func init() {
	member := func(name, doc string, get func(m *Match) value) runtime.GetSet {
		return runtime.GetSet{Name: name, Member: true, Doc: doc, Get: func(t *thread, v value) (value, error) { return get(runtime.As[Match](v)), nil }}
	}
	runtime.Define(&matchType, runtime.TypeSpec{
		Name: "re.Match", Size: runtime.SizeOf[Match](), Flags: runtime.FlagDisallowNew,
		Doc:   "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
		Slots: runtime.Slots{Repr: matchRepr, GetItem: matchGetItem},
		Methods: []runtime.Method{
			{Name: "group", Sig: "*args", Fn: matchGroup,
				Doc: "group([group1, ...]) -> str or tuple.\nReturn subgroup(s) of the match by indices or names.\nFor 0 returns the entire match."},
			{Name: "start", Sig: "group=0, /", Fn: matchStart, Doc: "Return index of the start of the substring matched by group."},
			{Name: "end", Sig: "group=0, /", Fn: matchEnd, Doc: "Return index of the end of the substring matched by group."},
			{Name: "span", Sig: "group=0, /", Fn: matchSpan, Doc: "For match object m, return the 2-tuple (m.start(group), m.end(group))."},
			{Name: "groups", Sig: "default=None", Fn: matchGroups,
				Doc: "Return a tuple containing all the subgroups of the match, from 1.\n\n  default\n    Is used for groups that did not participate in the match."},
			{Name: "groupdict", Sig: "default=None", Fn: matchGroupdict,
				Doc: "Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name.\n\n  default\n    Is used for groups that did not participate in the match."},
			{Name: "expand", Sig: "template", Fn: matchExpand,
				Doc: "Return the string obtained by doing backslash substitution on the string template, as done by the sub() method."},
			{Name: "__copy__", Fn: itself},
			{Name: "__deepcopy__", Sig: "memo, /", Fn: itself},
			{Name: "__class_getitem__", Sig: "item, /", Kind: runtime.ClassMethod, Fn: generic, Doc: "See PEP 585"},
		},
		GetSets: []runtime.GetSet{
			member("string", "The string passed to match() or search().", func(m *Match) value { return m.orig }),
			member("re", "The regular expression object.", func(m *Match) value { return m.pat.Value() }),
			member("pos", "The index into the string at which the RE engine started looking for a match.", func(m *Match) value { return runtime.Int(int64(m.pos)) }),
			member("endpos", "The index into the string beyond which the RE engine will not go.", func(m *Match) value { return runtime.Int(int64(m.endpos)) }),
			{Name: "lastindex", Get: matchLastIndex, Doc: "The integer index of the last matched capturing group."},
			{Name: "lastgroup", Get: matchLastGroup, Doc: "The name of the last matched capturing group."},
			{Name: "regs", Get: matchRegs},
		},
	})
}
