// Package warnings is Python's `_warnings` module: the part of `warnings`
// that decides what to do with a warning. What is shown, pylib/warnings.py shows.
package warnings

import (
	"strings"

	rt "github.com/minipy/minipy/runtime"
)

// state is the module's state in one VM: the filters as long as nobody has
// replaced those of the warnings module, and their version.
type state struct {
	mod     *rt.Module
	version int64
}

func stateOf(t *rt.Thread) *state {
	if s, ok := t.VM.Ext["warnings"].(*state); ok {
		return s
	}
	s := &state{}
	t.VM.Ext["warnings"] = s
	return s
}

var (
	strRegistry = rt.StaticStr("__warningregistry__")
	strName     = rt.StaticStr("__name__")
	strMatch    = rt.StaticStr("match")
)

// attr is an attribute of the warnings module if that is loaded, else our own.
func attr(t *rt.Thread, name, own string) (rt.Value, bool) {
	if m, ok := t.VM.Modules.Lookup("warnings"); ok {
		if v, found, err := rt.LookupAttr(t, m, t.VM.Intern(name)); err == nil && found {
			return v, true
		}
	}
	if s := stateOf(t); s.mod != nil {
		return s.mod.Dict.Lookup(own)
	}
	return rt.Value{}, false
}

// categoryOf checks message and category.
func categoryOf(t *rt.Thread, message, category rt.Value) (*rt.Type, error) {
	if e, ok := rt.AsException(message); ok && e.Type().IsSubtype(rt.Warning) {
		return e.Type(), nil
	}
	if category.IsUnset() || category.IsNone() {
		return rt.UserWarning, nil
	}
	typ, ok := rt.AsType(category)
	if !ok || !typ.IsSubtype(rt.Warning) {
		return nil, rt.TypeErrorf("category must be a Warning subclass, not '%s'", category.Type().Name)
	}
	return typ, nil
}

func internalFrame(f *rt.Frame) bool {
	name := f.Code.Code().Filename
	return strings.Contains(name, "importlib") && strings.Contains(name, "_bootstrap")
}

// place is where a warning is said to come from.
type place struct {
	filename string
	line     int
	globals  *rt.Dict
}

// findPlace goes stacklevel frames up.
func findPlace(t *rt.Thread, level int) place {
	if t.Host != nil {
		depth := 0
		f := t.Host.Frame(t, 0)
		if level > 0 && f != nil && !internalFrame(f) {
			for ; level > 1 && f != nil; level-- {
				for depth++; ; depth++ {
					if f = t.Host.Frame(t, depth); f == nil || !internalFrame(f) {
						break
					}
				}
			}
		} else {
			for ; level > 1 && f != nil; level-- {
				depth++
				f = t.Host.Frame(t, depth)
			}
		}
		if f != nil {
			return place{f.Code.Code().Filename, f.Line, f.Globals}
		}
	}
	if t.VM.SysModule != nil {
		return place{"sys", 1, t.Sys().Dict}
	}
	return place{"sys", 1, rt.NewDict()}
}

// warn is warn(message, category=None, stacklevel=1, source=None).
func warn(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	category, err := categoryOf(t, a[0], a[1])
	if err != nil {
		return rt.Value{}, err
	}
	level, err := rt.AsSsize(t, a[2], rt.OverflowError)
	if err != nil {
		return rt.Value{}, err
	}
	p := findPlace(t, level)
	registry, ok := p.globals.GetStr(strRegistry)
	if !ok {
		registry = rt.NewDict().Value()
		p.globals.SetStr(strRegistry, registry)
	}
	module := rt.NewStr("<string>")
	if name, ok := p.globals.GetStr(strName); ok {
		if _, isStr := rt.AsStr(name); isStr {
			module = name
		}
	}
	return rt.None, explicit(t, a[0], category, rt.NewStr(p.filename), p.line, module, registry, a[3])
}

// warnExplicit is warn_explicit(message, category, filename, lineno, module=None,
// registry=None, module_globals=None, source=None).
func warnExplicit(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	category, err := categoryOf(t, a[0], a[1])
	if err != nil {
		return rt.Value{}, err
	}
	file, ok := rt.AsStr(a[2])
	if !ok {
		return rt.Value{}, rt.TypeErrorf("warn_explicit() argument 'filename' must be str, not %s", a[2].Type().Name)
	}
	line, err := rt.AsSsize(t, a[3], rt.OverflowError)
	if err != nil {
		return rt.Value{}, err
	}
	module := a[4]
	if module.IsNone() {
		name := strings.TrimSuffix(file.String(), ".py")
		if name == "" {
			name = "<unknown>"
		}
		module = rt.NewStr(name)
	}
	if _, isDict := rt.AsDict(a[5]); !isDict && !a[5].IsNone() {
		return rt.Value{}, rt.TypeErrorf("'registry' must be a dict or None")
	}
	return rt.None, explicit(t, a[0], category, a[2], line, module, a[5], a[7])
}

// seen says whether the registry has the key, and sets it if asked to. A
// registry of other filters is emptied first.
func seen(t *rt.Thread, registry *rt.Dict, key rt.Value, set bool) (bool, error) {
	s := stateOf(t)
	v, ok := registry.Lookup("version")
	if !ok || !v.IsInt() || v.AsInt64() != s.version {
		registry.Clear()
		registry.Store("version", rt.Int(s.version))
	} else if got, found, err := registry.Get(t, key); err != nil {
		return false, err
	} else if found {
		if yes, err := rt.IsTrue(t, got); err != nil || yes {
			return yes, err
		}
	}
	if set {
		return false, registry.Set(t, key, rt.True)
	}
	return false, nil
}

// matches says whether a filter's pattern (None, text, or something with match()) fits.
func matches(t *rt.Thread, pattern, text rt.Value) (bool, error) {
	if pattern.IsNone() {
		return true, nil
	}
	if s, ok := rt.AsStr(pattern); ok {
		o, _ := rt.AsStr(text)
		return o != nil && s.String() == o.String(), nil
	}
	m, err := rt.GetAttr(t, pattern, strMatch)
	if err != nil {
		return false, err
	}
	r, err := rt.Call(t, m, text)
	if err != nil {
		return false, err
	}
	return rt.IsTrue(t, r)
}

// findAction finds the first filter that fits: its action, and the filter.
func findAction(t *rt.Thread, text rt.Value, category *rt.Type, line int, module rt.Value) (string, rt.Value, error) {
	filters, ok := attr(t, "filters", "filters")
	list, isList := rt.AsList(filters)
	if !ok || !isList {
		return "", rt.Value{}, rt.ValueErrorf("_warnings.filters must be a list")
	}
	for i := 0; i < list.Len(); i++ {
		item := list.Items()[i]
		tup, ok := rt.AsTuple(item)
		if !ok || tup.Len() != 5 {
			return "", rt.Value{}, rt.ValueErrorf("_warnings.filters item %d isn't a 5-tuple", i)
		}
		f := tup.Items()
		action, ok := rt.AsStr(f[0])
		if !ok {
			return "", rt.Value{}, rt.TypeErrorf("action must be a string, not '%s'", f[0].Type().Name)
		}
		ln, err := rt.AsSsize(t, f[4], rt.OverflowError)
		if err != nil {
			return "", rt.Value{}, err
		}
		cat, ok := rt.AsType(f[2])
		if ln != 0 && ln != line || !ok || !category.IsSubtype(cat) {
			continue
		}
		fits, err := matches(t, f[1], text)
		if err == nil && fits {
			fits, err = matches(t, f[3], module)
		}
		if err != nil {
			return "", rt.Value{}, err
		}
		if fits {
			return action.String(), item, nil
		}
	}
	if v, ok := attr(t, "defaultaction", "_defaultaction"); ok {
		if s, isStr := rt.AsStr(v); isStr {
			return s.String(), rt.None, nil
		}
	}
	return "default", rt.None, nil
}

// explicit does what the filters say.
func explicit(t *rt.Thread, message rt.Value, category *rt.Type, file rt.Value, line int, module, registry, source rt.Value) error {
	text := message
	if e, ok := rt.AsException(message); ok && e.Type().IsSubtype(rt.Warning) {
		s, err := rt.ToStr(t, message)
		if err != nil {
			return err
		}
		text, category = s, e.Type()
	} else {
		var err error
		if message, err = rt.Call(t, category.Value(), message); err != nil {
			return err
		}
	}
	key := rt.TupleOf(text, category.Value(), rt.Int(int64(line)))
	reg, _ := rt.AsDict(registry)
	if reg != nil {
		if done, err := seen(t, reg, key, false); err != nil || done {
			return err
		}
	}
	action, item, err := findAction(t, text, category, line, module)
	if err != nil {
		return err
	}
	switch action {
	case "error":
		if e, ok := rt.AsException(message); ok {
			return e
		}
		return rt.TypeErrorf("exceptions must derive from BaseException")
	case "ignore":
		return nil
	}
	done := false
	if action != "always" && reg != nil {
		if err := reg.Set(t, key, rt.True); err != nil {
			return err
		}
	}
	switch action {
	case "once":
		if once, ok := attr(t, "onceregistry", "_onceregistry"); ok {
			if d, isDict := rt.AsDict(once); isDict {
				done, err = seen(t, d, rt.TupleOf(text, category.Value()), true)
			}
		}
	case "module":
		if reg != nil {
			done, err = seen(t, reg, rt.TupleOf(text, category.Value(), rt.Int(0)), true)
		}
	case "default", "always":
	default:
		act, _ := rt.ReprStr(t, rt.NewStr(action))
		it, _ := rt.ReprStr(t, item)
		return rt.RuntimeErrorf("Unrecognized action (%s) in warnings.filters:\n %s", act, it)
	}
	if err != nil || done {
		return err
	}
	return show(t, message, category, file, line, source)
}

// show hands the warning to warnings._showwarnmsg.
func show(t *rt.Thread, message rt.Value, category *rt.Type, file rt.Value, line int, source rt.Value) error {
	if t.Host == nil {
		return nil
	}
	m, err := t.Host.Import(t, "warnings", rt.None, rt.None, rt.None, 0)
	if err != nil {
		return err
	}
	msg, err := rt.CallMethod(t, m, "WarningMessage", message, category.Value(), file, rt.Int(int64(line)), rt.None, rt.None, source)
	if err != nil {
		return err
	}
	_, err = rt.CallMethod(t, m, "_showwarnmsg", msg)
	return err
}

// Module is `_warnings`.
var Module = &rt.ModuleSpec{
	Name: "_warnings",
	Doc:  "_warnings provides basic warning filtering support.\nIt is a helper module to speed up interpreter start-up.",
	Methods: []rt.Method{
		{Name: "warn", Sig: "message, category=None, stacklevel=1, source=None", Fn: warn},
		{Name: "warn_explicit", Sig: "message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None",
			Fn: warnExplicit},
		{Name: "_filters_mutated", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			stateOf(t).version++
			return rt.None, nil
		}},
	},
	Init: func(t *rt.Thread, m *rt.Module) error {
		stateOf(t).mod = m
		filter := func(action string, category *rt.Type, module rt.Value) rt.Value {
			return rt.TupleOf(rt.NewStr(action), rt.None, category.Value(), module, rt.Int(0))
		}
		m.Dict.Store("filters", rt.NewList([]rt.Value{
			filter("default", rt.DeprecationWarning, rt.NewStr("__main__")),
			filter("ignore", rt.DeprecationWarning, rt.None),
			filter("ignore", rt.PendingDeprecationWarning, rt.None),
			filter("ignore", rt.ImportWarning, rt.None),
			filter("ignore", rt.ResourceWarning, rt.None),
		}).Value())
		m.Dict.Store("_onceregistry", rt.NewDict().Value())
		m.Dict.Store("_defaultaction", rt.NewStr("default"))
		return nil
	},
}
