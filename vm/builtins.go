package vm

import (
	"errors"
	"math"
	"slices"
	"strings"

	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/compile"
	"github.com/minipy/minipy/lang/grammar"
	"github.com/minipy/minipy/runtime"
)

// The builtins module: the functions that need the VM are here, the others in
// the runtime package's builtins_*.go.

// builtinTypes are the classes in builtins, besides the exceptions.
var builtinTypes = []*runtime.Type{
	runtime.ObjectType, runtime.TypeType, runtime.IntType, runtime.FloatType, runtime.ComplexType, runtime.BoolType, runtime.StrType,
	runtime.BytesType, runtime.BytearrayType, runtime.MemoryviewType, runtime.TupleType, runtime.ListType, runtime.DictType, runtime.SetType,
	runtime.FrozensetType, runtime.RangeType, runtime.SliceType, runtime.PropertyType, runtime.ClassMethodType, runtime.StaticMethodType,
	runtime.SuperType, runtime.EnumerateType, runtime.ZipType, runtime.MapType, runtime.FilterType, runtime.ReversedType,
}

var builtinRows = []runtime.Method{
	{Name: "__build_class__", Raw: buildClass, Doc: "__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class\n\nInternal helper function used by the class statement."},
	{Name: "__import__", Sig: "name, globals=?, locals=None, fromlist=(), level=0", Fn: builtinImport},
	{Name: "compile", Sig: "source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1", Fn: builtinCompile},
	{Name: "eval", Sig: "source, globals=None, locals=None, /", Fn: builtinEval},
	{Name: "exec", Sig: "source, globals=None, locals=None, /, *, closure=None", Fn: builtinExec},
	{Name: "globals", Fn: builtinGlobals},
	{Name: "locals", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) { return t.Host.Locals(t) }},
	{Name: "vars", Sig: "object=?, /", Fn: builtinVars},
	{Name: "dir", Sig: "object=?, /", Fn: builtinDir},
	{Name: "getattr", Raw: builtinGetattr, Doc: "getattr(object, name[, default]) -> value\n\nGet a named attribute from an object; getattr(x, 'y') is equivalent to x.y."},
	{Name: "setattr", Sig: "obj, name, value, /", Fn: builtinSetattr},
	{Name: "delattr", Sig: "obj, name, /", Fn: builtinDelattr},
	{Name: "hasattr", Sig: "obj, name, /", Fn: builtinHasattr},
	{Name: "isinstance", Sig: "obj, class_or_tuple, /", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
		yes, err := runtime.IsInstance(t, a[0], a[1])
		return runtime.Bool(yes), err
	}},
	{Name: "issubclass", Sig: "cls, class_or_tuple, /", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
		yes, err := runtime.IsSubclass(t, a[0], a[1])
		return runtime.Bool(yes), err
	}},
	{Name: "callable", Sig: "obj, /", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
		return runtime.Bool(runtime.IsCallable(a[0])), nil
	}},
	{Name: "breakpoint", Raw: builtinBreakpoint},
	{Name: "aiter", Sig: "async_iterable, /", Fn: builtinAiter},
	{Name: "anext", Sig: "aiterator, default=?, /", Fn: builtinAnext},
}

func (m *Machine) initBuiltins() {
	d := sharedBuiltins(m.cfg.Modules).Share()
	if m.cfg.Optimize != 0 {
		d.Store("__debug__", runtime.False)
	}
	m.state.Builtins, m.state.BuiltinsModule = d, runtime.NewLateModule(d)
	m.state.Modules.SetStr(m.names.plainBuiltins, m.state.BuiltinsModule.Value())
}

// Complete implements runtime.Host.
func (m *Machine) Complete(t *runtime.Thread, mod *runtime.Module) {
	name := "builtins"
	if mod == m.state.SysModule {
		name = "sys"
		m.fillSys(t, mod.Dict)
		if m.started {
			m.startModules(t)
		}
	}
	mod.Dict.SetStr(m.names.spec, m.newSpec(implOf(t), name, &found{}))
}

func machineOf(t *runtime.Thread) *Machine { return implOf(t).m }

// buildClass is __build_class__(func, name, *bases, metaclass=None, **kwds).
func buildClass(rt *runtime.Thread, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	t := implOf(rt)
	none := runtime.Value{}
	npos := len(args) - len(names)
	if npos < 2 {
		return none, runtime.TypeErrorf("__build_class__: not enough arguments")
	}
	fn, ok := runtime.Cast[runtime.Function](args[0], runtime.FunctionType)
	if !ok {
		return none, runtime.TypeErrorf("__build_class__: func must be a function")
	}
	name, ok := runtime.AsStr(args[1])
	if !ok {
		return none, runtime.TypeErrorf("__build_class__: name is not a string")
	}
	origBases := append([]runtime.Value(nil), args[2:npos]...)
	bases, changed, err := resolveBases(rt, origBases)
	if err != nil {
		return none, err
	}
	var meta runtime.Value
	var kwnames []*runtime.Str
	var kwvals []runtime.Value
	for i, n := range names {
		if n.String() == "metaclass" {
			meta = args[npos+i]
			continue
		}
		kwnames = append(kwnames, n)
		kwvals = append(kwvals, args[npos+i])
	}
	if meta.IsUnset() {
		meta = runtime.TypeType.Value()
		if len(bases) > 0 {
			meta = bases[0].Type().Value()
		}
	}
	if mt, ok := runtime.AsType(meta); ok && mt.IsSubtype(runtime.TypeType) {
		if mt, err = runtime.CalcMeta(mt, bases); err != nil {
			return none, err
		}
		meta = mt.Value()
	}
	ns, err := t.prepare(meta, name, bases, kwvals, kwnames)
	if err != nil {
		return none, err
	}
	cell, err := t.runBody(fn, ns)
	if err != nil {
		return none, err
	}
	if changed {
		if err := runtime.SetItem(rt, ns, rt.VM.Intern("__orig_bases__").Value(), runtime.NewTuple(origBases)); err != nil {
			return none, err
		}
	}
	rt.VM.AttrHint = fn.Code.Code().AttrHint
	full := append([]runtime.Value{name.Value(), runtime.NewTuple(bases), ns}, kwvals...)
	cls, err := runtime.CallArgs(rt, meta, full, kwnames)
	rt.VM.AttrHint = 0
	if err != nil {
		return none, err
	}
	if c, ok := runtime.Cast[runtime.Cell](cell, runtime.CellType); ok && !cell.IsNone() {
		if _, isType := runtime.AsType(cls); isType {
			if c.Val.IsUnset() {
				return none, runtime.RuntimeErrorf("__class__ not set defining '%s' as %s. Was __classcell__ propagated to type.__new__?", name, mustRepr(rt, cls))
			}
			if !runtime.Is(c.Val, cls) {
				return none, runtime.TypeErrorf("__class__ set to %s defining '%s' as %s", mustRepr(rt, c.Val), name, mustRepr(rt, cls))
			}
		}
	}
	return cls, nil
}

// prepare makes a class body's namespace.
func (t *thread) prepare(meta runtime.Value, name *runtime.Str, bases, kwvals []runtime.Value, kwnames []*runtime.Str) (runtime.Value, error) {
	if runtime.Is(meta, runtime.TypeType.Value()) {
		return runtime.NewDict().Value(), nil
	}
	prep, ok, err := runtime.LookupAttr(t.rt, meta, t.m.state.Intern("__prepare__"))
	if err != nil {
		return prep, err
	}
	if !ok {
		return runtime.NewDict().Value(), nil
	}
	full := append([]runtime.Value{name.Value(), runtime.NewTuple(bases)}, kwvals...)
	ns, err := runtime.CallArgs(t.rt, prep, full, kwnames)
	if err != nil {
		return ns, err
	}
	if _, isDict := runtime.AsDict(ns); !isDict && ns.Type().Slots.GetItem == nil {
		mn := "<metaclass>"
		if mt, ok := runtime.AsType(meta); ok {
			mn = mt.Name
		}
		return ns, runtime.TypeErrorf("%s.__prepare__() must return a mapping, not %s", mn, ns.Type().Name)
	}
	return ns, nil
}

// resolveBases replaces bases that are no classes by their __mro_entries__.
func resolveBases(rt *runtime.Thread, bases []runtime.Value) ([]runtime.Value, bool, error) {
	var out []runtime.Value
	changed := false
	for i, b := range bases {
		if _, ok := runtime.AsType(b); ok {
			out = append(out, b)
			continue
		}
		f, ok, err := runtime.LookupAttr(rt, b, rt.VM.Intern("__mro_entries__"))
		if err != nil {
			return nil, false, err
		}
		if !ok {
			out = append(out, b)
			continue
		}
		r, err := runtime.Call(rt, f, runtime.NewTuple(bases))
		if err != nil {
			return nil, false, err
		}
		tup, isTuple := runtime.AsTuple(r)
		if !isTuple {
			return nil, false, runtime.TypeErrorf("__mro_entries__ must return a tuple")
		}
		_ = i
		changed = true
		out = append(out, tup.Items()...)
	}
	return out, changed, nil
}

func builtinGlobals(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	if g := t.Host.Globals(t); g != nil {
		return g.Value(), nil
	}
	return runtime.Value{}, runtime.SystemErrorf("globals() outside a frame")
}

func builtinVars(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	if a[0].IsUnset() {
		return t.Host.Locals(t)
	}
	d, ok, err := runtime.LookupAttr(t, a[0], t.VM.Intern("__dict__"))
	if err == nil && !ok {
		err = runtime.TypeErrorf("vars() argument must have __dict__ attribute")
	}
	return d, err
}

func builtinDir(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	if !a[0].IsUnset() {
		return runtime.Dir(t, a[0])
	}
	l, err := t.Host.Locals(t)
	if err != nil {
		return l, err
	}
	keys, err := runtime.ToSlice(t, l)
	if err != nil {
		return l, err
	}
	list := runtime.NewList(keys).Value()
	_, err = runtime.CallMethod(t, list, "sort")
	return list, err
}

func attrName(fn string, v runtime.Value) (*runtime.Str, error) {
	s, ok := runtime.AsStr(v)
	if !ok {
		if fn == "getattr" || fn == "hasattr" {
			return nil, runtime.TypeErrorf("attribute name must be string, not '%s'", v.Type().Name)
		}
		return nil, runtime.TypeErrorf("attribute name must be string, not '%s'", v.Type().Name)
	}
	return s, nil
}

func builtinGetattr(t *runtime.Thread, a []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	if len(names) > 0 {
		return runtime.Value{}, runtime.TypeErrorf("getattr() takes no keyword arguments")
	}
	if len(a) < 2 {
		return runtime.Value{}, runtime.TypeErrorf("getattr expected at least 2 arguments, got %d", len(a))
	}
	if len(a) > 3 {
		return runtime.Value{}, runtime.TypeErrorf("getattr expected at most 3 arguments, got %d", len(a))
	}
	name, err := attrName("getattr", a[1])
	if err != nil {
		return runtime.Value{}, err
	}
	name = t.VM.InternStr(name)
	v, err := runtime.GetAttr(t, a[0], name)
	if err != nil && len(a) == 3 && runtime.IsError(err, runtime.AttributeError) {
		return a[2], nil
	}
	return v, err
}

func builtinSetattr(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	name, err := attrName("setattr", a[1])
	if err == nil {
		err = runtime.SetAttr(t, a[0], name, a[2])
	}
	return runtime.None, err
}

func builtinDelattr(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	name, err := attrName("delattr", a[1])
	if err == nil {
		err = runtime.SetAttr(t, a[0], name, runtime.Value{})
	}
	return runtime.None, err
}

func builtinHasattr(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	name, err := attrName("hasattr", a[1])
	if err != nil {
		return runtime.Value{}, err
	}
	_, ok, err := runtime.LookupAttr(t, a[0], t.VM.InternStr(name))
	return runtime.Bool(ok), err
}

func builtinBreakpoint(t *runtime.Thread, a []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	hook, err := runtime.GetAttrS(t, t.Sys().Value(), "breakpointhook")
	if err != nil {
		return hook, runtime.RuntimeErrorf("lost sys.breakpointhook")
	}
	return runtime.CallArgs(t, hook, a, names)
}

func builtinAiter(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	m := machineOf(t)
	f, ok, err := runtime.LookupSpecial(t, a[0], m.names.aiter)
	if err != nil {
		return f, err
	}
	if !ok {
		return f, runtime.TypeErrorf("'%s' object is not an async iterable", a[0].Type().Name)
	}
	it, err := runtime.Call(t, f)
	if err != nil {
		return it, err
	}
	if _, ok := it.Type().Lookup(t, m.names.anext); !ok {
		return it, runtime.TypeErrorf("aiter() returned not an async iterator of type '%s'", it.Type().Name)
	}
	return it, nil
}

func builtinAnext(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	m := machineOf(t)
	f, ok, err := runtime.LookupSpecial(t, a[0], m.names.anext)
	if err != nil {
		return f, err
	}
	if !ok {
		return f, runtime.TypeErrorf("'%s' object is not an async iterator", a[0].Type().Name)
	}
	aw, err := runtime.Call(t, f)
	if err != nil || a[1].IsUnset() {
		return aw, err
	}
	return runtime.NewAnextDefault(aw, a[1]), nil
}

// sourceBytes is the text given to compile, eval or exec.
func sourceBytes(t *runtime.Thread, v runtime.Value, fn string) ([]byte, bool, error) {
	if s, ok := runtime.AsStr(v); ok {
		return []byte(s.String()), true, nil
	}
	if v.Type().Slots.Buffer != nil {
		b, err := runtime.GetBuffer(t, v)
		if err != nil {
			return nil, false, err
		}
		defer b.Release()
		return append([]byte(nil), b.Bytes...), false, nil
	}
	what := "code"
	if fn == "compile" {
		what = "AST"
	}
	return nil, false, runtime.TypeErrorf("%s() arg 1 must be a string, bytes or %s object", fn, what)
}

// toSyntaxError makes the exception of what the compiler found.
func (m *Machine) toSyntaxError(err error) error {
	var se *grammar.SyntaxError
	if !errors.As(err, &se) {
		return err
	}
	switch se.Kind {
	case "RecursionError":
		return runtime.RecursionErrorf("%s", se.Msg)
	case "MemoryError":
		return runtime.Errorf(runtime.MemoryError, "%s", se.Msg)
	case "ValueError":
		return runtime.ValueErrorf("%s", se.Msg)
	}
	typ := runtime.SyntaxError
	switch se.Kind {
	case "IndentationError":
		typ = runtime.IndentationError
	case "TabError":
		typ = runtime.TabError
	}
	num := func(n int) runtime.Value {
		if n == grammar.None {
			return runtime.None
		}
		return runtime.Int(int64(n))
	}
	text := runtime.None
	if se.HasText && (!se.OfTree || m.isFile(se.Filename)) {
		text = runtime.NewStr(se.Text)
	}
	return runtime.SyntaxErr(typ, se.Msg, runtime.NewStr(se.Filename), num(se.Line), num(se.Col), text, num(se.EndLine), num(se.EndCol))
}

// compileSource compiles text for mode exec, eval or single.
func (m *Machine) compileSource(src []byte, filename, mode string, flags, optimize int, isText bool) (*runtime.CodeObject, error) {
	return m.compileParsed(src, filename, mode, flags, optimize, grammar.Options{Unicode: isText})
}

// compileParsed is compileSource for a text from anywhere, which parse tells.
func (m *Machine) compileParsed(src []byte, filename, mode string, flags, optimize int, parse grammar.Options) (*runtime.CodeObject, error) {
	gm := grammar.Exec
	switch mode {
	case "eval":
		gm = grammar.Eval
	case "single":
		gm = grammar.Single
	}
	opts := compile.Options{Optimize: optimize, Flags: flags, Parse: parse}
	if m.state.MaxStrDigits != runtime.DefaultStrDigits {
		opts.Parse.MaxIntDigits = max(m.state.MaxStrDigits, 0)
		if m.state.MaxStrDigits == 0 {
			opts.Parse.MaxIntDigits = -1
		}
	}
	var c *code.Code
	var err error
	if len(src) < longSource {
		opts.Warn = m.warnSyntax(filename)
		c, err = compile.Source(filename, src, gm, opts)
	} else {
		c, err = m.compileLong(src, filename, gm, opts)
	}
	if err != nil {
		return nil, m.toSyntaxError(err)
	}
	return m.state.NewCodeObject(c), nil
}

// longSource is from how many bytes on a source takes the compiler more than
// half a millisecond. memoryOfSource is what a byte of it needs at least there.
const (
	longSource     = 1 << 14
	memoryOfSource = 16
)

// compileLong compiles a long source aside, and warns afterwards.
func (m *Machine) compileLong(src []byte, filename string, mode grammar.Mode, opts compile.Options) (*code.Code, error) {
	type warning struct {
		category, msg string
		line          int
	}
	var warnings []warning
	opts.Warn = func(category, msg string, line int) error {
		warnings = append(warnings, warning{category, msg, line})
		return nil
	}
	rt := m.running().rt
	if err := rt.Room(memoryOfSource * len(src)); err != nil {
		return nil, err
	}
	type outcome struct {
		c   *code.Code
		err error
	}
	o, err := runtime.Aside(rt, math.MaxInt, func() (o outcome) {
		o.c, o.err = compile.Source(filename, src, mode, opts)
		return o
	})
	if err != nil {
		return nil, err
	}
	warn := m.warnSyntax(filename)
	for _, w := range warnings {
		if err := warn(w.category, w.msg, w.line); err != nil {
			return nil, err
		}
	}
	return o.c, o.err
}

// warnSyntax hands a compiler's warning to the warnings module, if that is loaded.
func (m *Machine) warnSyntax(filename string) func(category, msg string, line int) error {
	return func(category, msg string, line int) error {
		rt := m.running().rt
		cat, ok := m.state.Builtins.Lookup(category)
		if !ok {
			return nil
		}
		mod, err := m.importModule(m.running(), "warnings")
		if err != nil {
			return nil
		}
		f, err := runtime.GetAttrS(rt, mod, "warn_explicit")
		if err != nil {
			return nil
		}
		_, err = runtime.Call(rt, f, runtime.NewStr(msg), cat, runtime.NewStr(filename), runtime.Int(int64(line)))
		if typ, ok := runtime.AsType(cat); ok && err != nil && runtime.IsError(err, typ) {
			// a filter makes it an error: that of the source, then
			return runtime.SyntaxErr(runtime.SyntaxError, msg, runtime.NewStr(filename), runtime.Int(int64(line)), runtime.None, runtime.None, runtime.None, runtime.None)
		}
		return err
	}
}

// Compile implements runtime.Host.
func (m *Machine) Compile(rt *runtime.Thread, source runtime.Value, filename, mode string, flags int, dontInherit bool, optimize int) (runtime.Value, error) {
	src, isText, err := sourceBytes(rt, source, "compile")
	if err != nil {
		return runtime.Value{}, err
	}
	if !dontInherit {
		if f := implOf(rt).caller(); f != nil && f.u.code.Flags&code.FutureAnnotations != 0 {
			flags |= compile.FlagFutureAnnotations
		}
	}
	if optimize < 0 {
		optimize = m.cfg.Optimize
	}
	if flags&flagIncompleteInput != 0 && mode == "single" && grammar.Incomplete(string(src)) {
		return runtime.Value{}, errIncomplete()
	}
	co, err := m.compileSource(src, filename, mode, flags, optimize, isText)
	if err != nil {
		if flags&flagIncompleteInput != 0 && (grammar.Incomplete(string(src)) || mode == "eval" && strings.TrimSpace(string(src)) == "") {
			err = errIncomplete()
		}
		return runtime.Value{}, err
	}
	return co.Value(), nil
}

func builtinCompile(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	name, err := pathText(t, a[1])
	if err != nil {
		return runtime.Value{}, err
	}
	mode, ok := runtime.AsStr(a[2])
	if !ok {
		return runtime.Value{}, runtime.TypeErrorf("compile() argument 'mode' must be str, not %s", a[2].Type().Name)
	}
	flags, err := runtime.AsSsize(t, a[3], runtime.OverflowError)
	if err != nil {
		return runtime.Value{}, err
	}
	const known = 0x1ff0000 | 0x2000 | 0x200 | 0x400 | 0x1000 | 0x4000 | 0x100
	if flags&^known != 0 {
		return runtime.Value{}, runtime.ValueErrorf("compile(): unrecognised flags")
	}
	opt, err := runtime.AsSsize(t, a[5], runtime.OverflowError)
	if err != nil {
		return runtime.Value{}, err
	}
	if opt < -1 || opt > 2 {
		return runtime.Value{}, runtime.ValueErrorf("compile(): invalid optimize value")
	}
	switch mode.String() {
	case "exec", "eval", "single":
	default:
		return runtime.Value{}, runtime.ValueErrorf("compile() mode must be 'exec', 'eval' or 'single'")
	}
	if a[0].IsExactly(runtime.CodeType) {
		return a[0], nil
	}
	dont, err := runtime.IsTrue(t, a[4])
	if err != nil {
		return runtime.Value{}, err
	}
	return t.Host.Compile(t, a[0], name, mode.String(), flags, dont, opt)
}

// pathText is a file name given as str, bytes or os.PathLike.
func pathText(t *runtime.Thread, v runtime.Value) (string, error) {
	if s, ok := runtime.AsStr(v); ok {
		return s.String(), nil
	}
	if b, ok := runtime.AsBytes(v); ok {
		return b.String(), nil
	}
	if r, ok, err := runtime.CallSpecial(t, v, t.VM.Intern("__fspath__")); ok || err != nil {
		if err != nil {
			return "", err
		}
		return pathText(t, r)
	}
	return "", runtime.TypeErrorf("expected str, bytes or os.PathLike object, not %s", v.Type().Name)
}

// namespaces are the globals and locals of eval and exec.
func namespaces(t *runtime.Thread, fn string, g, l runtime.Value) (*runtime.Dict, runtime.Value, error) {
	if g.IsNone() {
		gd := t.Host.Globals(t)
		if l.IsNone() {
			var err error
			if l, err = t.Host.Locals(t); err != nil {
				return nil, l, err
			}
		}
		if gd == nil {
			return nil, l, runtime.SystemErrorf("%s() outside a frame", fn)
		}
		return gd, l, nil
	}
	gd, ok := runtime.AsDict(g)
	if !ok {
		if fn == "eval" {
			if g.Type().Slots.GetItem != nil {
				return nil, l, runtime.TypeErrorf("globals must be a real dict; try eval(expr, {}, mapping)")
			}
			return nil, l, runtime.TypeErrorf("globals must be a dict")
		}
		return nil, l, runtime.TypeErrorf("exec() globals must be a dict, not %s", g.Type().Name)
	}
	if l.IsNone() {
		l = g
	} else if _, isDict := runtime.AsDict(l); !isDict && l.Type().Slots.GetItem == nil {
		if fn == "eval" {
			return nil, l, runtime.TypeErrorf("locals must be a mapping")
		}
		return nil, l, runtime.TypeErrorf("locals must be a mapping or None, not %s", l.Type().Name)
	}
	return gd, l, nil
}

func builtinEval(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	g, l, err := namespaces(t, "eval", a[1], a[2])
	if err != nil {
		return runtime.Value{}, err
	}
	co, ok := runtime.Cast[runtime.CodeObject](a[0], runtime.CodeType)
	if !ok {
		src, isText, err := sourceBytes(t, a[0], "eval")
		if err != nil {
			return runtime.Value{}, err
		}
		for len(src) > 0 && (src[0] == ' ' || src[0] == '\t') {
			src = src[1:]
		}
		if co, err = machineOf(t).compileText(t, src, "eval", isText); err != nil {
			return runtime.Value{}, err
		}
	}
	if n := len(co.Captures); n > 0 {
		return runtime.Value{}, runtime.TypeErrorf("code object passed to eval() may not contain free variables")
	}
	return t.Host.Exec(t, co, g, l, nil)
}

// Flags of compile() for interactive input, as CPython numbers them. A text
// that needs more lines is then the SyntaxError "incomplete input".
const (
	flagNoImpliedDedent = 0x200 // has no meaning here: what ends a block is what Incomplete says
	flagIncompleteInput = 0x4000
)

func errIncomplete() error { return runtime.Errorf(runtime.SyntaxError, "incomplete input") }

// compileText compiles a string for eval or exec with the caller's future flags.
func (m *Machine) compileText(rt *runtime.Thread, src []byte, mode string, isText bool) (*runtime.CodeObject, error) {
	flags := 0
	if f := implOf(rt).caller(); f != nil && f.u.code.Flags&code.FutureAnnotations != 0 {
		flags |= compile.FlagFutureAnnotations
	}
	return m.compileSource(src, "<string>", mode, flags, m.cfg.Optimize, isText)
}

func builtinExec(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	g, l, err := namespaces(t, "exec", a[1], a[2])
	if err != nil {
		return runtime.Value{}, err
	}
	co, ok := runtime.Cast[runtime.CodeObject](a[0], runtime.CodeType)
	if !ok {
		src, isText, err := sourceBytes(t, a[0], "exec")
		if err != nil {
			return runtime.Value{}, err
		}
		if !a[3].IsNone() {
			return runtime.Value{}, runtime.TypeErrorf("closure can only be used when source is a code object")
		}
		if co, err = machineOf(t).compileText(t, src, "exec", isText); err != nil {
			return runtime.Value{}, err
		}
	}
	var closure []runtime.Value
	n := len(co.Captures)
	if tup, isTuple := runtime.AsTuple(a[3]); isTuple {
		closure = tup.Items()
		if n == 0 {
			return runtime.Value{}, runtime.TypeErrorf("cannot use a closure with this code object")
		}
	} else if n > 0 {
		if !a[3].IsNone() {
			return runtime.Value{}, runtime.TypeErrorf("code object requires a closure of exactly length %d", n)
		}
		return runtime.Value{}, runtime.TypeErrorf("code object requires a closure of exactly length %d", n)
	}
	if len(closure) != n || slices.ContainsFunc(closure, func(c runtime.Value) bool { return !runtime.IsCell(c) }) {
		return runtime.Value{}, runtime.TypeErrorf("code object requires a closure of exactly length %d", n)
	}
	_, err = t.Host.Exec(t, co, g, l, closure)
	return runtime.None, err
}
