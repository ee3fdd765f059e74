package vm

import (
	"math"
	"strings"
	"sync"
	"sync/atomic"

	goruntime "runtime"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/vm/snapshot"
)

// What machines share. A machine for a script of three lines cannot afford to
// fill two modules with 300 functions and constants that it never looks at; so
// these are made once a process. None of them has a state.

var shared struct {
	builtins sync.Map     // namespaces, by the modules that add to them: see sharedBuiltins
	kinds    atomic.Int32 // how many have been made
	// sys is what machines have in common of sys: they copy it when they first need one.
	sys         func() *runtime.Dict
	planner     *snapshot.Planner // of their states: see sharedPlanner
	plannerOnce sync.Once
	// How states are written, by lists of modules, and how many are kept.
	formats     sync.Map
	formatKinds atomic.Int32
	folderHook  runtime.Value
	// The tables of functions of this package: of all, and of builtins.
	rows, builtinRows [][]runtime.Method
}

// sharedPlanner makes the planner when it is first needed. No variable refers to
// newPlanner, so that a program that copies no machine does not link it.
func sharedPlanner() *snapshot.Planner {
	shared.plannerOnce.Do(func() { shared.planner = newPlanner() })
	return shared.planner
}

func init() {
	shared.sys = sync.OnceValue(makeSys)
	shared.folderHook = runtime.NewNative(&folderHookRows[0], "_frozen_importlib_external").Value()
	shared.rows = [][]runtime.Method{builtinRows, plainPrintRows, sysRows, folderHookRows}
	shared.builtinRows = shared.rows[:2:2]
	for _, rows := range shared.rows {
		for i := range rows {
			runtime.StaticStr(rows[i].Name)
		}
	}
	for _, b := range builtinNames {
		runtime.StaticStr(b.name)
	}
}

// builtinNames are the names in builtins that are no function's or class's.
var builtinNames = []struct {
	name string
	v    runtime.Value
}{{"None", runtime.None}, {"True", runtime.True}, {"False", runtime.False}, {"Ellipsis", runtime.Ellipsis},
	{"NotImplemented", runtime.NotImplemented}, {"__debug__", runtime.True},
	{"EnvironmentError", runtime.OSError.Value()}, {"IOError", runtime.OSError.Value()}}

// sharedBuiltins is the namespace of builtins with which machines begin that
// have these modules: theirs has its entries in common with it until it is
// written to.
func sharedBuiltins(modules []*runtime.ModuleSpec) *runtime.Dict {
	var add [maxAdding]*runtime.ModuleSpec // those that add builtins
	n := 0
	for _, s := range modules {
		if len(s.Builtins) > 0 {
			if n == maxAdding {
				return makeBuiltins(modules)
			}
			add[n] = s
			n++
		}
	}
	if d, ok := shared.builtins.Load(add); ok {
		return d.(*runtime.Dict)
	}
	d := makeBuiltins(add[:n])
	if shared.kinds.Add(1) <= maxKinds {
		d, _ := shared.builtins.LoadOrStore(add, d)
		return d.(*runtime.Dict)
	}
	return d
}

// At most maxAdding modules add builtins to a namespace that is kept, and at
// most maxKinds are kept: a program has one or two kinds of machines.
const (
	maxAdding = 4
	maxKinds  = 16
)

func makeBuiltins(modules []*runtime.ModuleSpec) *runtime.Dict {
	d := sharedModule("builtins", "Built-in functions, exceptions, and other objects.")
	for _, t := range builtinTypes {
		store(d, t.Name, t.Value())
	}
	for _, t := range runtime.ExceptionTypes() {
		store(d, t.Name, t.Value())
	}
	for _, row := range runtime.BuiltinRows() {
		store(d, row.Name, runtime.NewNative(row, "builtins").Value())
	}
	tables := shared.builtinRows
	for _, s := range modules {
		tables = append(tables, s.Builtins)
	}
	for _, rows := range tables {
		for i := range rows {
			store(d, rows[i].Name, runtime.NewNative(&rows[i], "builtins").Value())
		}
	}
	for _, b := range builtinNames {
		store(d, b.name, b.v)
	}
	return d
}

// store puts v under a name that machines may share into d.
func store(d *runtime.Dict, name string, v runtime.Value) {
	key, _ := runtime.AsStr(runtime.SharedStr(name))
	d.SetStr(key, v)
}

// sharedModule begins the shared namespace of a module of the machine's own:
// all but its spec, which a program can change.
func sharedModule(name, doc string) *runtime.Dict {
	d := runtime.NewDict()
	store(d, "__name__", runtime.SharedStr(name))
	store(d, "__doc__", runtime.SharedStr(doc))
	store(d, "__package__", runtime.SharedStr(""))
	store(d, "__loader__", finder)
	return d
}

func makeSys() *runtime.Dict {
	d := sharedModule("sys", "What belongs to the interpreter.")
	for i := range sysRows {
		store(d, sysRows[i].Name, runtime.NewNative(&sysRows[i], "sys").Value())
	}
	for _, n := range []string{"displayhook", "excepthook", "unraisablehook", "breakpointhook"} {
		v, _ := d.Lookup(n)
		store(d, "__"+n+"__", v)
	}
	str := runtime.SharedStr
	i := func(n int) runtime.Value { return runtime.Int(int64(n)) }
	set := func(n string, v runtime.Value) { store(d, n, v) }
	set("version", str(PythonVersion+" (minipy "+Version+") [Go "+strings.TrimPrefix(goruntime.Version(), "go")+"]"))
	set("version_info", versionInfo())
	set("hexversion", i(hexVersion))
	set("api_version", i(1013))
	set("platform", str(platformName()))
	set("byteorder", str("little"))
	set("maxsize", runtime.Int(math.MaxInt64))
	set("maxunicode", i(0x10ffff))
	set("copyright", str("Copyright (c) 2026 The minipy authors."))
	for _, n := range []string{"prefix", "exec_prefix", "base_prefix", "base_exec_prefix"} {
		set(n, str("/usr/local"))
	}
	set("platlibdir", str("lib"))
	set("pycache_prefix", runtime.None)
	set("float_repr_style", str("short"))
	set("_git", runtime.TupleOf(str("minipy"), str(""), str("")))
	set("abiflags", str(""))
	set("float_info", floatInfoSeq.Make(&floatInfoType, runtime.Float(math.MaxFloat64), i(1024), i(308), runtime.Float(2.2250738585072014e-308), i(-1021), i(-307), i(15), i(53), runtime.Float(2.220446049250313e-16), i(2), i(1)))
	set("int_info", intInfoSeq.Make(&intInfoType, i(30), i(4), i(4300), i(640)))
	set("hash_info", hashInfoSeq.Make(&hashInfoType, i(64), runtime.Int(1<<61-1), i(314159), i(0), i(1000003), str("wyhash"), i(64), i(64), i(0)))
	set("thread_info", threadInfoSeq.Make(&threadInfoType, str("pthread"), str("semaphore"), runtime.None))
	set("stdlib_module_names", runtime.SharedStrs(strings.Fields(stdlibNames)))
	return d
}

const hexVersion = 0x030b07f0

func versionInfo() runtime.Value {
	return versionInfoSeq.Make(&versionInfoType, runtime.Int(3), runtime.Int(11), runtime.Int(7), runtime.SharedStr("final"), runtime.Int(0))
}
