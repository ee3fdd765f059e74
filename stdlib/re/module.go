package re

import (
	"errors"
	"strings"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/re/regex"
)

type (
	value  = runtime.Value
	thread = runtime.Thread
)

// Module is _re.
var Module = &runtime.ModuleSpec{
	Name:       "_re",
	FuncModule: "re", // pickles of patterns name re._compile, as CPython's
	Doc:        "The regular expressions behind the module re.",
	Types:      []*runtime.Type{&patternType, &matchType, &scannerType},
	Methods: []runtime.Method{
		{Name: "_compile", Sig: "pattern, flags=0, /", Fn: compileFn, Doc: "The Pattern for a str or bytes, from the cache if it is there."},
		{Name: "purge", Fn: purge, Doc: "Clear the cache."},
		{Name: "dump", Sig: "pattern, flags, /", Fn: dump, Doc: "The parsed pattern as text."},
	},
	Consts: []runtime.Const{
		{Name: "MAXREPEAT", Value: runtime.Int(regex.MaxRepeat)},
		{Name: "MAXGROUPS", Value: runtime.Int(regex.MaxGroups)},
	},
}

// cacheSize is how many patterns are remembered.
const cacheSize = 512

type cacheKey struct {
	text  string
	bytes bool
	flags regex.Flags
}

// A cache of patterns; the oldest goes first.
type cache struct {
	byKey map[cacheKey]*Pattern
	order []cacheKey
}

func cacheOf(t *thread) *cache {
	if c, ok := t.VM.Ext["_re"].(*cache); ok {
		return c
	}
	c := &cache{byKey: map[cacheKey]*Pattern{}}
	t.VM.Ext["_re"] = c
	return c
}

func (c *cache) put(k cacheKey, p *Pattern) {
	if len(c.order) >= cacheSize {
		delete(c.byKey, c.order[0])
		c.order = append(c.order[:0], c.order[1:]...)
	}
	c.byKey[k] = p
	c.order = append(c.order, k)
}

func purge(t *thread, args []value) (value, error) {
	delete(t.VM.Ext, "_re")
	return runtime.None, nil
}

// patternText is the text of a str or bytes pattern.
func patternText(t *thread, v value) (s string, bytes bool, err error) {
	if str, ok := runtime.AsStr(v); ok {
		return str.String(), false, nil
	}
	if b, ok := runtime.AsBytes(v); ok {
		return b.String(), true, nil
	}
	if _, err := runtime.HashValue(t, v); err != nil {
		return "", false, err
	}
	return "", false, runtime.TypeErrorf("first argument must be string or compiled pattern")
}

// flagsArg is the argument flags, which may be any int.
func flagsArg(t *thread, v value) (regex.Flags, error) {
	if v.IsInt() {
		return regex.Flags(v.AsInt64()), nil
	}
	if !runtime.HasIndex(v) {
		return 0, runtime.TypeErrorf("unsupported operand type(s) for &: '%s' and 'RegexFlag'", v.Type().PyName())
	}
	n, err := runtime.AsSsizeArg(t, v)
	return regex.Flags(n), err
}

func compileFn(t *thread, args []value) (value, error) {
	v := args[0]
	flags, err := flagsArg(t, args[1])
	if p, ok := runtime.Cast[Pattern](v, &patternType); ok {
		if err == nil && flags != 0 {
			err = runtime.ValueErrorf("cannot process flags argument with a compiled pattern")
		}
		return p.Value(), err
	}
	s, bytes, perr := patternText(t, v)
	if perr != nil {
		return value{}, perr
	}
	if err != nil {
		return value{}, err
	}
	exact := v.Type() == runtime.StrType || v.Type() == runtime.BytesType
	key := cacheKey{s, bytes, flags}
	if exact {
		if p := cacheOf(t).byKey[key]; p != nil {
			return p.Value(), nil
		}
	}
	if flags&regex.Template != 0 {
		const msg = "The re.TEMPLATE/re.T flag is deprecated as it is an undocumented flag without an obvious purpose. Don't use it."
		if err := warn(t, []regex.Warning{{Msg: msg}}); err != nil {
			return value{}, err
		}
	}
	tree, err := parse(t, v, s, bytes, flags)
	if err != nil {
		return value{}, err
	}
	prog, err := compileTree(t, tree, len(s))
	if err != nil {
		return value{}, raise(t, err, v)
	}
	p := newPattern(v, bytes, tree, prog)
	if exact && flags&regex.Debug == 0 {
		cacheOf(t).put(key, p)
	}
	return p.Value(), nil
}

// parseTree is regex.Parse; without a tree the thread has to end.
func parseTree(t *thread, s string, bytes bool, flags regex.Flags) (*regex.Tree, error) {
	type outcome struct {
		tree *regex.Tree
		err  error
	}
	opts := &regex.Options{Lookup: func(name string) (rune, bool) { return lookup(t, name) }, MaxDepth: t.VM.MaxDepth}
	work := len(s) * workPerChar
	if strings.Contains(s, `\N`) {
		work = 0 // to look up a name takes the GIL
	}
	o, err := runtime.Aside(t, work, func() (o outcome) {
		o.tree, o.err = regex.Parse(runes(s, bytes), !bytes, flags, opts)
		return o
	})
	if err != nil {
		return nil, err
	}
	return o.tree, o.err
}

// compileTree is regex.Compile of a tree of a pattern of n bytes.
func compileTree(t *thread, tree *regex.Tree, n int) (*regex.Program, error) {
	type outcome struct {
		prog *regex.Program
		err  error
	}
	o, err := runtime.Aside(t, n*workPerChar, func() (o outcome) {
		o.prog, o.err = regex.Compile(tree)
		return o
	})
	if err == nil {
		err = o.err
	}
	return o.prog, err
}

// workPerChar is about how many bytes could be copied while a character of a
// pattern is parsed or compiled.
const workPerChar = 64

// perChar is about what a character of a pattern may take when it is compiled: an
// instruction, a node, a part of a table.
const perChar = 200

// parse parses a pattern and says what the parser warns of.
func parse(t *thread, v value, s string, bytes bool, flags regex.Flags) (*regex.Tree, error) {
	if err := t.Room(len(s) * perChar); err != nil {
		return nil, err
	}
	tree, err := parseTree(t, s, bytes, flags)
	if tree == nil {
		return nil, err
	}
	if werr := warn(t, tree.Warnings); werr != nil {
		return nil, werr
	}
	if err != nil {
		return nil, raise(t, err, v)
	}
	return tree, nil
}

func newPattern(v value, bytes bool, tree *regex.Tree, prog *regex.Program) *Pattern {
	p := &Pattern{pattern: v, flags: tree.Flags, bytes: bytes, prog: prog, numbers: tree.Index}
	p.Init(&patternType)
	d := runtime.NewDict()
	if len(tree.Names) > 0 {
		p.names = make([]string, tree.Groups+1)
		for _, name := range tree.Names {
			g := tree.Index[name]
			p.names[g] = name
			d.Store(name, runtime.Int(int64(g)))
		}
	}
	p.index = d.Value()
	return p
}

// runes are the code points of s; of bytes, each is one.
func runes(s string, bytes bool) []rune {
	out := make([]rune, 0, len(s))
	for i := 0; i < len(s); {
		if bytes {
			out = append(out, rune(s[i]))
			i++
			continue
		}
		r, n := runtime.DecodeRune(s[i:])
		out = append(out, r)
		i += n
	}
	return out
}

// lookup finds a character by name.
func lookup(t *thread, name string) (rune, bool) {
	if t.Host == nil {
		return 0, false
	}
	m, err := t.Host.Import(t, "unicodedata", runtime.None, runtime.None, runtime.None, 0)
	if err != nil {
		return 0, false
	}
	v, err := runtime.CallMethod(t, m, "lookup", runtime.NewStr(name))
	if err != nil {
		return 0, false
	}
	s, ok := runtime.AsStr(v)
	if !ok || s.Len() != 1 {
		return 0, false
	}
	r, _ := runtime.DecodeRune(s.String())
	return r, true
}

// warn issues warnings, as from the line that called the function of re.
func warn(t *thread, ws []regex.Warning) error {
	if len(ws) == 0 || t.Host == nil {
		return nil
	}
	m, err := t.Host.Import(t, "_warnings", runtime.None, runtime.None, runtime.None, 0)
	if err != nil {
		return err
	}
	for _, w := range ws {
		class := runtime.DeprecationWarning
		if w.Future {
			class = runtime.FutureWarning
		}
		if _, err := runtime.CallMethod(t, m, "warn", runtime.NewStr(w.Msg), class.Value(), runtime.Int(2)); err != nil {
			return err
		}
	}
	return nil
}

// raise makes the Python error of one of package regex: re.error, whose pattern is v.
func raise(t *thread, err error, v value) error {
	var other *regex.OtherError
	if errors.As(err, &other) {
		switch other.Class {
		case "OverflowError":
			return runtime.OverflowErrorf("%s", other.Msg)
		case "IndexError":
			return runtime.IndexErrorf("%s", other.Msg)
		case "RecursionError":
			return runtime.RecursionErrorf("%s", other.Msg)
		}
		return runtime.ValueErrorf("%s", other.Msg)
	}
	var e *regex.Error
	if !errors.As(err, &e) || t.Host == nil {
		return err
	}
	m, ierr := t.Host.Import(t, "re", runtime.None, runtime.None, runtime.None, 0)
	if ierr != nil {
		return ierr
	}
	args := []value{runtime.NewStr(e.Msg)}
	if e.Pos >= 0 {
		args = append(args, v, runtime.Int(int64(e.Pos)))
	}
	exc, cerr := runtime.CallMethod(t, m, "error", args...)
	if cerr != nil {
		return cerr
	}
	x, ok := runtime.AsException(exc)
	if !ok {
		return err
	}
	return x
}

func dump(t *thread, args []value) (value, error) {
	s, bytes, err := patternText(t, args[0])
	if err != nil {
		return value{}, err
	}
	flags, err := flagsArg(t, args[1])
	if err != nil {
		return value{}, err
	}
	tree, err := parse(t, args[0], s, bytes, flags)
	if err != nil {
		return value{}, err
	}
	return runtime.NewStr(tree.Dump()), nil
}
