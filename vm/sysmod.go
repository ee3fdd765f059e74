package vm

import (
	"math"
	"os"
	"slices"
	"strings"

	goruntime "runtime"

	"github.com/minipy/minipy/runtime"
)

// The sys module.

// Version is the language level that minipy follows, and its own version.
const (
	PythonVersion = "3.11.7"
	Version       = "0.1.0"

	// MinStrDigits is the lowest limit that sys.set_int_max_str_digits takes.
	MinStrDigits = 640

	cacheTag = "minipy-311"
)

var (
	versionInfoType, flagsType, floatInfoType, intInfoType, hashInfoType, threadInfoType, hooksType runtime.Type
)

func fields(names string) []runtime.StructField {
	var out []runtime.StructField
	for _, n := range strings.Fields(names) {
		out = append(out, runtime.StructField{Name: n})
	}
	return out
}

var (
	versionInfoSeq = &runtime.StructSeq{Name: "sys.version_info", Fields: fields("major minor micro releaselevel serial"), NoNew: true}
	flagsSeq       = &runtime.StructSeq{Name: "sys.flags", Fields: fields("debug inspect interactive optimize dont_write_bytecode no_user_site no_site ignore_environment verbose bytes_warning quiet hash_randomization isolated dev_mode utf8_mode warn_default_encoding safe_path int_max_str_digits"), NoNew: true}
	floatInfoSeq   = &runtime.StructSeq{Name: "sys.float_info", Fields: fields("max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds")}
	intInfoSeq     = &runtime.StructSeq{Name: "sys.int_info", Fields: fields("bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold")}
	hashInfoSeq    = &runtime.StructSeq{Name: "sys.hash_info", Fields: fields("width modulus inf nan imag algorithm hash_bits seed_bits cutoff")}
	hooksSeq       = &runtime.StructSeq{Name: "sys.asyncgen_hooks", Fields: fields("firstiter finalizer"), NoNew: true}
	threadInfoSeq  = &runtime.StructSeq{Name: "sys.thread_info", Fields: fields("name lock version")}
)

func init() {
	runtime.DefineStructSeq(&versionInfoType, versionInfoSeq)
	runtime.DefineStructSeq(&flagsType, flagsSeq)
	runtime.DefineStructSeq(&floatInfoType, floatInfoSeq)
	runtime.DefineStructSeq(&intInfoType, intInfoSeq)
	runtime.DefineStructSeq(&hashInfoType, hashInfoSeq)
	runtime.DefineStructSeq(&threadInfoType, threadInfoSeq)
	runtime.DefineStructSeq(&hooksType, hooksSeq)
}

func noneFn(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) { return runtime.None, nil }

var sysRows = []runtime.Method{
	{Name: "exit", Sig: "status=?, /", Fn: sysExit},
	{Name: "exc_info", Fn: sysExcInfo},
	{Name: "exception", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
		return orNone(implOf(t).handled()), nil
	}},
	{Name: "intern", Sig: "string, /", Fn: sysIntern},
	{Name: "getrecursionlimit", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
		return runtime.Int(int64(t.VM.MaxDepth)), nil
	}},
	{Name: "setrecursionlimit", Sig: "limit, /", Fn: sysSetRecursionLimit},
	{Name: "_getframe", Sig: "depth=0, /", Fn: sysGetframe},
	{Name: "_current_frames", Fn: sysCurrentFrames},
	{Name: "_current_exceptions", Fn: sysCurrentExceptions},
	{Name: "_gil_stats", Fn: sysGilStats},
	{Name: "getsizeof", Sig: "object, default=?", Fn: sysGetsizeof},
	{Name: "getrefcount", Sig: "object, /", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) { return runtime.Int(2), nil }},
	{Name: "getdefaultencoding", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) { return runtime.NewStr("utf-8"), nil }},
	{Name: "getfilesystemencoding", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) { return runtime.NewStr("utf-8"), nil }},
	{Name: "getfilesystemencodeerrors", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
		return runtime.NewStr("surrogateescape"), nil
	}},
	{Name: "get_int_max_str_digits", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
		return runtime.Int(int64(t.VM.MaxStrDigits)), nil
	}},
	{Name: "set_int_max_str_digits", Sig: "maxdigits", Fn: sysSetMaxStrDigits},
	{Name: "displayhook", Sig: "object, /", Fn: sysDisplayhook},
	{Name: "excepthook", Sig: "exctype, value, traceback, /", Fn: sysExcepthook},
	{Name: "unraisablehook", Sig: "unraisable, /", Fn: sysUnraisablehook},
	{Name: "breakpointhook", Raw: sysBreakpointhook},
	{Name: "is_finalizing", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) { return runtime.False, nil }},
	{Name: "getswitchinterval", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
		return runtime.Float(machineOf(t).switchInterval), nil
	}},
	{Name: "setswitchinterval", Sig: "interval, /", Fn: sysSetSwitchInterval},
	{Name: "getcheckinterval", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
		return runtime.Int(int64(machineOf(t).interval)), nil
	}},
	{Name: "setcheckinterval", Sig: "n, /", Fn: sysSetCheckInterval},
	{Name: "gettrace", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
		return orNone(implOf(t).traceFn), nil
	}},
	{Name: "settrace", Sig: "function, /", Fn: sysSettrace},
	{Name: "getprofile", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
		return orNone(implOf(t).profileFn), nil
	}},
	{Name: "setprofile", Sig: "function, /", Fn: sysSetprofile},
	{Name: "call_tracing", Sig: "func, args, /", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
		items, err := runtime.ToSlice(t, a[1])
		if err != nil {
			return runtime.Value{}, err
		}
		return runtime.CallArgs(t, a[0], items, nil)
	}},
	{Name: "addaudithook", Sig: "hook", Fn: noneFn},
	{Name: "audit", Sig: "event, /, *args", Fn: noneFn},
	{Name: "getallocatedblocks", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
		var ms goruntime.MemStats
		goruntime.ReadMemStats(&ms)
		return runtime.Int(int64(ms.Mallocs - ms.Frees)), nil
	}},
	{Name: "get_coroutine_origin_tracking_depth", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
		return runtime.Int(int64(machineOf(t).originDepth)), nil
	}},
	{Name: "set_coroutine_origin_tracking_depth", Sig: "depth", Fn: sysSetOriginDepth},
	{Name: "get_asyncgen_hooks", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
		return hooksSeq.Make(&hooksType, orNone(t.VM.AsyncFirstIter), orNone(t.VM.AsyncFinalizer)), nil
	}},
	{Name: "set_asyncgen_hooks", Sig: "firstiter=?, finalizer=?", Fn: func(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
		if !a[0].IsUnset() {
			t.VM.AsyncFirstIter = a[0]
		}
		if !a[1].IsUnset() {
			t.VM.AsyncFinalizer = a[1]
		}
		return runtime.None, nil
	}},
	{Name: "_clear_type_cache", Fn: noneFn},
}

func sysExit(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	args := a
	if a[0].IsUnset() || a[0].IsNone() {
		args = nil
	} else if tup, ok := runtime.AsTuple(a[0]); ok {
		args = tup.Items()
	}
	return runtime.Value{}, runtime.NewException(runtime.SystemExit, args...)
}

func sysExcInfo(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	return implOf(t).excInfo(), nil
}

// excInfo is the exception that t handles, as sys.exc_info shows it.
func (t *thread) excInfo() runtime.Value {
	h := t.handled()
	e, ok := runtime.AsException(orNone(h))
	if !ok {
		return runtime.TupleOf(runtime.None, runtime.None, runtime.None)
	}
	return runtime.TupleOf(e.Type().Value(), h, runtime.TbValue(e.Tb))
}

func sysIntern(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	s, ok := runtime.AsStr(a[0])
	if !ok {
		return runtime.Value{}, runtime.TypeErrorf("intern() argument must be str, not %s", a[0].Type().Name)
	}
	if !a[0].IsExactly(runtime.StrType) {
		return runtime.Value{}, runtime.TypeErrorf("can't intern %s", a[0].Type().Name)
	}
	return t.VM.InternStr(s).Value(), nil
}

func sysSetRecursionLimit(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	n, err := runtime.AsSsize(t, a[0], runtime.OverflowError)
	if err != nil {
		return runtime.Value{}, err
	}
	if n < 1 {
		return runtime.Value{}, runtime.ValueErrorf("recursion limit must be greater or equal than 1")
	}
	if d := implOf(t).cur.level; d >= n {
		return runtime.Value{}, runtime.RecursionErrorf("cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", n, d)
	}
	t.VM.MaxDepth = n
	for _, x := range machineOf(t).threads {
		x.setLimit(n)
	}
	return runtime.None, nil
}

func sysGetframe(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	n, err := runtime.AsSsize(t, a[0], runtime.OverflowError)
	if err != nil {
		return runtime.Value{}, err
	}
	f := t.Host.Frame(t, max(n, 0))
	if f == nil {
		return runtime.Value{}, runtime.ValueErrorf("call stack is not deep enough")
	}
	return f.Value(), nil
}

func sysGetsizeof(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	r, ok, err := runtime.CallSpecial(t, a[0], t.VM.Intern("__sizeof__"))
	if err != nil || !ok {
		if !a[1].IsUnset() && (err == nil || runtime.IsError(err, runtime.TypeError)) {
			return a[1], nil
		}
		return r, err
	}
	return r, nil
}

func sysSetMaxStrDigits(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	n, err := runtime.AsSsize(t, a[0], runtime.OverflowError)
	if err != nil {
		return runtime.Value{}, err
	}
	if n != 0 && n < MinStrDigits {
		return runtime.Value{}, runtime.ValueErrorf("maxdigits must be 0 or larger than %d", MinStrDigits)
	}
	t.VM.MaxStrDigits = n
	return runtime.None, nil
}

// sysSetSwitchInterval keeps the number: threads change by instructions, not by time.
func sysSetSwitchInterval(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	f, ok := runtime.FloatOf(a[0])
	if n, _, isInt := runtime.IntOf(a[0]); isInt {
		f, ok = float64(n), true
	}
	if !ok {
		return runtime.Value{}, runtime.TypeErrorf("must be real number, not %s", a[0].Type().Name)
	}
	if f <= 0 {
		return runtime.Value{}, runtime.ValueErrorf("switch interval must be strictly positive")
	}
	machineOf(t).switchInterval = 1e-6 * math.Floor(1e6*f) // CPython keeps microseconds
	return runtime.None, nil
}

func sysSetCheckInterval(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	n, err := runtime.AsSsize(t, a[0], runtime.OverflowError)
	if err != nil {
		return runtime.Value{}, err
	}
	if n < 1 {
		return runtime.Value{}, runtime.ValueErrorf("check interval must be at least 1")
	}
	machineOf(t).interval = n
	for _, x := range machineOf(t).threads {
		x.setTracing()
	}
	return runtime.None, nil
}

func sysSetOriginDepth(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	n, err := runtime.AsSsize(t, a[0], runtime.OverflowError)
	if err == nil && n < 0 {
		err = runtime.ValueErrorf("depth must be >= 0")
	}
	if err != nil {
		return runtime.Value{}, err
	}
	machineOf(t).originDepth = n
	return runtime.None, nil
}

func sysDisplayhook(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	if a[0].IsNone() {
		return runtime.None, nil
	}
	t.VM.Builtins.Store("_", runtime.None)
	s, err := runtime.Repr(t, a[0])
	if err != nil {
		return s, err
	}
	if _, err := machineOf(t).builtin("print", s); err != nil {
		return s, err
	}
	t.VM.Builtins.Store("_", a[0])
	return runtime.None, nil
}

func sysExcepthook(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	e, ok := runtime.AsException(a[1])
	if !ok {
		return runtime.None, nil
	}
	if tb, ok := runtime.Cast[runtime.Traceback](a[2], runtime.TracebackType); ok {
		e.Tb = tb
	}
	machineOf(t).PrintException(e)
	return runtime.None, nil
}

func sysBreakpointhook(t *runtime.Thread, a []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	hook := "0"
	if !t.VM.Confined {
		hook = os.Getenv("PYTHONBREAKPOINT")
	}
	if hook == "0" {
		return runtime.None, nil
	}
	if hook == "" {
		hook = "pdb.set_trace"
	}
	mod, attr, dotted := cutLast(hook)
	if !dotted {
		mod, attr = "builtins", hook
	}
	mv, err := machineOf(t).importModule(implOf(t), mod)
	if err != nil {
		return runtime.Value{}, err
	}
	f, err := runtime.GetAttrS(t, mv, attr)
	if err != nil {
		return f, err
	}
	return runtime.CallArgs(t, f, a, names)
}

// writeErr writes to sys.stderr, as far as that works.
func (m *Machine) writeErr(s string) {
	f, ok := m.sys().Lookup("stderr")
	if ok && !f.IsNone() {
		if _, err := runtime.CallMethod(m.running().rt, f, "write", runtime.NewStr(s)); err == nil {
			return
		}
	}
	if m.state.Stderr != nil {
		m.state.Stderr.Write([]byte(s))
	}
}

// initSys makes a sys module that fillSys fills when somebody looks into it.
func (m *Machine) initSys() {
	m.state.SysModule = runtime.NewLateModule(runtime.NewDict())
	m.state.Modules.SetStr(m.names.sys, m.state.SysModule.Value())
}

// fillSys puts into d, empty so far, what sys has.
func (m *Machine) fillSys(t *runtime.Thread, d *runtime.Dict) {
	d.CopyFrom(shared.sys())
	set := func(n string, v runtime.Value) { d.SetStr(m.state.Intern(n), v) }
	str := runtime.NewStr
	impl := runtime.NewNamespace()
	for _, kv := range []struct {
		n string
		v runtime.Value
	}{{"name", str("minipy")}, {"cache_tag", str(cacheTag)}, {"version", versionInfo()}, {"hexversion", runtime.Int(hexVersion)}, {"_multiarch", str("x86_64-linux-gnu")}} {
		runtime.SetInstanceAttr(t, impl, m.state.Intern(kv.n), kv.v)
	}
	set("implementation", impl)
	newStreams(d)
	set("modules", m.state.Modules.Value())
	set("meta_path", runtime.NewList([]runtime.Value{finder}).Value())
	set("path_hooks", runtime.NewList([]runtime.Value{shared.folderHook}).Value())
	set("path_importer_cache", runtime.NewDict().Value())
	set("argv", strList(m.state.Args))
	set("orig_argv", strList(m.hostArgs()))
	set("path", strList(append(append([]string(nil), m.state.Path...), LibraryPath)))
	set("executable", str(m.cfg.Executable))
	set("dont_write_bytecode", runtime.Bool(m.cfg.Flags["dont_write_bytecode"] != 0))
	set("warnoptions", strList(m.cfg.Warnings))
	set("_xoptions", m.xoptions())
	set("flags", m.flags())
	set("builtin_module_names", m.builtinNames())
	m.orderModuleNames(d)
}

// orderModuleNames gives sys a stdlib_module_names of the machine's own, if it has a seed:
// that which machines share lies in the order of the process's.
func (m *Machine) orderModuleNames(sys *runtime.Dict) {
	if m.state.HashSeed() == runtime.HashSeed() {
		return
	}
	names := runtime.NewFrozenset()
	for _, name := range strings.Fields(stdlibNames) {
		names.Add(m.main.rt, runtime.SharedStr(name)) // no error: a str can be hashed
	}
	sys.SetStr(m.state.Intern("stdlib_module_names"), names.Value())
}

// hostArgs is sys.orig_argv: the process's own are no business of a confined machine.
func (m *Machine) hostArgs() []string {
	if m.state.Confined {
		return m.cfg.Args
	}
	return os.Args
}

func platformName() string {
	if goruntime.GOOS == "windows" {
		return "win32"
	}
	return goruntime.GOOS
}

func (m *Machine) xoptions() runtime.Value {
	d := runtime.NewDict()
	for _, o := range m.cfg.XOptions {
		k, v, has := strings.Cut(o, "=")
		if has {
			d.Store(k, runtime.NewStr(v))
		} else {
			d.Store(k, runtime.True)
		}
	}
	return d.Value()
}

func (m *Machine) flags() runtime.Value {
	vals := make([]runtime.Value, len(flagsSeq.Fields))
	for j, f := range flagsSeq.Fields {
		vals[j] = runtime.Int(int64(m.cfg.Flags[f.Name]))
		switch f.Name {
		case "optimize":
			vals[j] = runtime.Int(int64(m.cfg.Optimize))
		case "hash_randomization", "utf8_mode":
			vals[j] = runtime.Int(1)
		case "dev_mode", "safe_path":
			vals[j] = runtime.Bool(m.cfg.Flags[f.Name] != 0)
		case "int_max_str_digits":
			if _, given := m.cfg.Flags[f.Name]; !given {
				vals[j] = runtime.Int(-1)
			}
		}
	}
	return flagsSeq.Make(&flagsType, vals...)
}

func (m *Machine) builtinNames() runtime.Value {
	names := []string{"builtins", "sys"}
	for _, s := range m.cfg.Modules {
		names = append(names, s.Name)
	}
	slices.Sort(names)
	out := make([]runtime.Value, len(names))
	for i, n := range names {
		out[i] = runtime.NewStr(n)
	}
	return runtime.NewTuple(out)
}

// sys is the namespace of the sys module.
func (m *Machine) sys() *runtime.Dict { return m.running().rt.Sys().Dict }
