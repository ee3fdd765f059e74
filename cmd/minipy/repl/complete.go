package repl

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/minipy/minipy/runtime"
)

// A completion is what the word at the end of a text may become.
type completion struct {
	word   string // as it is
	names  []string
	suffix string // behind the word if there is one name only
}

// A completer knows the names of a machine. It looks and does not run: no
// property, no __getattr__, no call; only an object's own __dir__.
type completer struct {
	modules moduleFinder
	main    func() *runtime.Dict
}

// complete is called in the VM's thread.
func (c *completer) complete(t *runtime.Thread, text []rune) completion {
	x := lookAt(text)
	out := completion{word: x.word}
	switch x.place {
	case namePlace:
		if x.word == "" && x.callee == nil {
			return out
		}
		out.names = c.names(t, x)
	case attrPlace:
		if v, ok := c.resolve(t, x.expr); ok {
			out.names = visible(attributes(t, v), x.word)
		}
	case keyPlace:
		if v, ok := c.resolve(t, x.expr); ok {
			out.names = matching(quotedKeys(t, v, x.quote, x.prefix), x.word)
			out.suffix = x.quote + "]"
		}
	case itemPlace:
		if v, ok := c.resolve(t, x.expr); ok {
			out.names = plainKeys(t, v)
			out.suffix = "]"
		}
	case filePlace:
		out.word, out.names = files(x.word)
	case modulePlace, packagePlace:
		out.names = visible(c.modules.children(t, x.module), x.word)
	case fromPlace:
		out.names = visible(c.contents(t, x.module), x.word)
	case importPlace:
		out.names = matching([]string{"import"}, x.word)
	}
	slices.Sort(out.names)
	out.names = slices.Compact(out.names)
	return out
}

// matching are the names that begin with prefix.
func matching(names []string, prefix string) []string {
	var out []string
	for _, n := range names {
		if strings.HasPrefix(n, prefix) {
			out = append(out, n)
		}
	}
	return out
}

// visible is matching without private names, unless they are asked for.
func visible(names []string, prefix string) []string {
	var out []string
	for _, n := range names {
		switch {
		case !strings.HasPrefix(n, prefix):
		case prefix == "" && strings.HasPrefix(n, "_"):
		case prefix == "_" && strings.HasPrefix(n, "__"):
		default:
			out = append(out, n)
		}
	}
	return out
}

// names are those of variables, builtins and keywords, and of the parameters
// of what is being called.
func (c *completer) names(t *runtime.Thread, x context) []string {
	var out []string
	if x.callee != nil {
		if f, ok := c.resolve(t, x.callee); ok {
			for _, p := range parameters(t, f) {
				if strings.HasPrefix(p, x.word) {
					out = append(out, p+"=")
				}
			}
		}
		if x.word == "" {
			return out
		}
	}
	out = append(out, visible(stringKeys(c.main()), x.word)...)
	out = append(out, visible(stringKeys(t.VM.BuiltinsModule.Namespace(t)), x.word)...)
	out = append(out, matching(keywords(), x.word)...)
	return append(out, matching([]string{"case", "match"}, x.word)...) // keywords in their place only
}

// stringKeys are the keys of d that are strings.
func stringKeys(d *runtime.Dict) []string {
	keys := d.Keys()
	out := make([]string, 0, len(keys))
	for _, k := range keys {
		if s, ok := runtime.AsStr(k); ok {
			out = append(out, s.String())
		}
	}
	return out
}

// attributes are the names that dir() gives.
func attributes(t *runtime.Thread, v runtime.Value) []string {
	l, err := runtime.Dir(t, v)
	if err != nil {
		return nil
	}
	items, err := runtime.ToSlice(t, l)
	if err != nil {
		return nil
	}
	var out []string
	for _, x := range items {
		if s, ok := runtime.AsStr(x); ok {
			out = append(out, s.String())
		}
	}
	return out
}

// resolve finds the object that a chain means.
func (c *completer) resolve(t *runtime.Thread, e *chain) (v runtime.Value, ok bool) {
	if e.literal != "" {
		if v, ok = t.VM.BuiltinsModule.Namespace(t).Lookup(e.literal); !ok {
			return v, false
		}
		if len(e.steps) > 0 {
			v, ok = typeAttr(t, v, e.steps[0].name)
			return v, ok && len(e.steps) == 1
		}
		return v, true
	}
	if v, ok = c.main().Lookup(e.name); !ok {
		if v, ok = t.VM.BuiltinsModule.Namespace(t).Lookup(e.name); !ok {
			return v, false
		}
	}
	for _, s := range e.steps {
		if s.item {
			v, ok = item(v, s.key)
		} else {
			v, ok = attribute(t, v, s.name)
		}
		if !ok {
			return v, false
		}
	}
	return v, true
}

// item is v[key] of a plain dict, list or tuple; a string key begins with a quote.
func item(v runtime.Value, key string) (runtime.Value, bool) {
	name, isString := strings.CutPrefix(key, "'")
	if d, ok := runtime.AsDict(v); ok && v.IsExactly(runtime.DictType) {
		if isString {
			return d.Lookup(name)
		}
		for _, k := range d.Keys() {
			if n, b, ok := runtime.IntOf(k); ok && b == nil && strconv.FormatInt(n, 10) == key {
				x, ok, err := d.Get(nil, k)
				return x, ok && err == nil
			}
		}
		return runtime.Value{}, false
	}
	var items []runtime.Value
	if l, ok := runtime.AsList(v); ok && v.IsExactly(runtime.ListType) {
		items = l.Items()
	} else if tup, ok := runtime.AsTuple(v); ok && v.IsExactly(runtime.TupleType) {
		items = tup.Items()
	}
	i, err := strconv.Atoi(key)
	if isString || err != nil || i >= len(items) {
		return runtime.Value{}, false
	}
	return items[i], true
}

// attribute is v.name if that can be had without running Python code.
func attribute(t *runtime.Thread, v runtime.Value, name string) (runtime.Value, bool) {
	if m, ok := runtime.Cast[runtime.Module](v, runtime.ModuleType); ok {
		return m.Namespace(t).Lookup(name)
	}
	if _, ok := runtime.AsType(v); ok {
		return typeAttr(t, v, name)
	}
	typ, key := v.Type(), t.VM.Intern(name)
	if heapMethod(t, typ, "__getattribute__") {
		return runtime.Value{}, false
	}
	raw, onType := typ.Lookup(t, key)
	if onType && runsCode(raw) {
		return runtime.Value{}, false
	}
	if x, ok := runtime.GetInstanceAttr(v, key); ok {
		return x, true
	}
	if !onType {
		return runtime.Value{}, false
	}
	x, err := runtime.GetAttr(t, v, key)
	return x, err == nil
}

// typeAttr is attribute for a class.
func typeAttr(t *runtime.Thread, v runtime.Value, name string) (runtime.Value, bool) {
	typ, _ := runtime.AsType(v)
	key := t.VM.Intern(name)
	if heapMethod(t, v.Type(), "__getattribute__") {
		return runtime.Value{}, false
	}
	if raw, ok := v.Type().Lookup(t, key); ok && runsCode(raw) {
		return runtime.Value{}, false
	}
	raw, ok := typ.Lookup(t, key)
	if !ok || raw.Type().Flags&runtime.FlagHeap != 0 && raw.Type().Slots.DescrGet != nil {
		return runtime.Value{}, false
	}
	x, err := runtime.GetAttr(t, v, key)
	return x, err == nil
}

// heapMethod says that typ has a method by that name that is written in Python.
func heapMethod(t *runtime.Thread, typ *runtime.Type, name string) bool {
	_, owner := typ.LookupWhere(t, t.VM.Intern(name))
	return owner != nil && owner.Flags&runtime.FlagHeap != 0
}

// runsCode says that an attribute found on a class runs Python code when an
// instance is asked for it.
func runsCode(raw runtime.Value) bool {
	return raw.Type() == runtime.PropertyType || raw.Type().IsSubtype(runtime.PropertyType) ||
		raw.Type().Flags&runtime.FlagHeap != 0 && raw.Type().Slots.DescrGet != nil
}

// parameters are the names that may be given to a callable as keywords.
func parameters(t *runtime.Thread, v runtime.Value) []string {
	skip := 0
	if typ, ok := runtime.AsType(v); ok {
		init, owner := typ.LookupWhere(t, t.VM.Intern("__init__"))
		if owner == nil || owner.Flags&runtime.FlagHeap == 0 {
			init, owner = typ.LookupWhere(t, t.VM.Intern("__new__"))
		}
		if owner == nil {
			return nil
		}
		v, skip = init, 1
	}
	if m, ok := runtime.Cast[runtime.BoundMethod](v, runtime.MethodType); ok {
		v, skip = m.Func, 1
	}
	if f, ok := runtime.Cast[runtime.Function](v, runtime.FunctionType); ok {
		co := f.Code.Code()
		names := f.Code.VarNames[:co.ArgCount+co.KwOnly]
		var out []string
		for i, n := range names {
			if i >= skip && i >= co.PosOnly {
				out = append(out, n.String())
			}
		}
		return out
	}
	if n, ok := runtime.Cast[runtime.Native](v, runtime.NativeType); ok && n.Def.Sig != "" {
		sig, err := runtime.ParseSig(n.Def.Sig)
		if err != nil {
			return nil
		}
		var out []string
		for _, p := range sig.Params[min(sig.PosOnly, len(sig.Params)):] {
			out = append(out, p.Name.String())
		}
		return out
	}
	return nil
}

// files are the names of files that path may become, and the last part of it.
func files(path string) (word string, names []string) {
	dir, word := filepath.Split(path)
	look := dir
	if rest, ok := strings.CutPrefix(dir, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			look = filepath.Join(home, rest)
		}
	}
	if look == "" {
		look = "."
	}
	entries, err := os.ReadDir(look)
	if err != nil {
		return word, nil
	}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, word) || word == "" && name[0] == '.' || strings.ContainsAny(name, "\\'\"\n") {
			continue
		}
		isDir := e.IsDir()
		if e.Type()&os.ModeSymlink != 0 {
			if st, err := os.Stat(filepath.Join(look, name)); err == nil {
				isDir = st.IsDir()
			}
		}
		if isDir {
			name += "/"
		}
		names = append(names, name)
	}
	return word, names
}

// common is what all names have behind the word.
func (c completion) common() string {
	if len(c.names) == 0 {
		return ""
	}
	common := c.names[0]
	for _, n := range c.names[1:] {
		i := 0
		for i < len(common) && i < len(n) && common[i] == n[i] {
			i++
		}
		common = common[:i]
	}
	common = strings.ToValidUTF8(common, "")
	if len(c.names) == 1 {
		common += c.suffix
	}
	return strings.TrimPrefix(common, c.word)
}
