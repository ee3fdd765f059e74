package peers

import (
	"context"
	"testing"
	"time"

	"github.com/d5/tengo/v2"
	"github.com/dop251/goja"
	"github.com/go-python/gpython/py"
	_ "github.com/go-python/gpython/stdlib"
	"github.com/minipy/minipy/vm"
	lua "github.com/yuin/gopher-lua"
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
)

var bg = context.Background()

func check(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

// BenchmarkNew makes a machine, compiles `x = 1 + 2` and runs it.
func BenchmarkNew(b *testing.B) {
	for _, c := range []struct {
		name string
		run  func() error
	}{
		{"minipy", func() error {
			m, err := vm.New(vm.Config{})
			if err != nil {
				return err
			}
			defer m.Close()
			return m.Run(bg, "x.py", "x = 1 + 2")
		}},
		{"starlark-go", func() error {
			_, err := starlark.ExecFileOptions(&syntax.FileOptions{}, &starlark.Thread{}, "x.star", "x = 1 + 2", nil)
			return err
		}},
		{"goja", func() error { _, err := goja.New().RunString("var x = 1 + 2"); return err }},
		{"gopher-lua", func() error {
			l := lua.NewState()
			defer l.Close()
			return l.DoString("x = 1 + 2")
		}},
		{"gpython", func() error {
			ctx := py.NewContext(py.DefaultContextOpts())
			defer ctx.Close()
			_, err := py.RunSrc(ctx, "x = 1 + 2", "x.py", nil)
			return err
		}},
		{"tengo", func() error { _, err := tengo.NewScript([]byte("x := 1 + 2")).Run(); return err }},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				check(b, c.run())
			}
		})
	}
}

// BenchmarkCallGo calls func(int, int) int b.N times from a loop in the script.
func BenchmarkCallGo(b *testing.B) {
	add := func(a, b int) int { return a + b }
	b.Run("minipy", func(b *testing.B) {
		m, err := vm.New(vm.Config{})
		check(b, err)
		defer m.Close()
		check(b, m.Set("add", add))
		check(b, m.Run(bg, "x.py", "def loop(n):\n    for i in range(n): add(i, 2)"))
		fn, _ := m.Get("loop")
		b.ReportAllocs()
		b.ResetTimer()
		_, err = m.Call(bg, fn, b.N)
		check(b, err)
	})
	b.Run("minipy-reflect", func(b *testing.B) {
		type number int
		m, err := vm.New(vm.Config{})
		check(b, err)
		defer m.Close()
		check(b, m.Set("add", func(a int, b number) int { return a + int(b) }))
		check(b, m.Run(bg, "x.py", "def loop(n):\n    for i in range(n): add(i, 2)"))
		fn, _ := m.Get("loop")
		b.ReportAllocs()
		b.ResetTimer()
		_, err = m.Call(bg, fn, b.N)
		check(b, err)
	})
	b.Run("starlark-go", func(b *testing.B) {
		// its functions take its own values
		builtin := starlark.NewBuiltin("add", func(t *starlark.Thread, f *starlark.Builtin, args starlark.Tuple, kw []starlark.Tuple) (starlark.Value, error) {
			var x, y int
			if err := starlark.UnpackPositionalArgs("add", args, kw, 2, &x, &y); err != nil {
				return nil, err
			}
			return starlark.MakeInt(add(x, y)), nil
		})
		thread := &starlark.Thread{}
		globals, err := starlark.ExecFileOptions(&syntax.FileOptions{}, thread, "x.star", "def loop(n):\n    for i in range(n): add(i, 2)", starlark.StringDict{"add": builtin})
		check(b, err)
		b.ReportAllocs()
		b.ResetTimer()
		_, err = starlark.Call(thread, globals["loop"], starlark.Tuple{starlark.MakeInt(b.N)}, nil)
		check(b, err)
	})
	b.Run("goja", func(b *testing.B) {
		r := goja.New()
		check(b, r.Set("add", add))
		_, err := r.RunString("function loop(n) { for (var i = 0; i < n; i++) add(i, 2) }")
		check(b, err)
		loop, _ := goja.AssertFunction(r.Get("loop"))
		b.ReportAllocs()
		b.ResetTimer()
		_, err = loop(goja.Undefined(), r.ToValue(b.N))
		check(b, err)
	})
	b.Run("gopher-lua", func(b *testing.B) {
		l := lua.NewState()
		defer l.Close()
		l.SetGlobal("add", l.NewFunction(func(l *lua.LState) int {
			l.Push(lua.LNumber(add(l.CheckInt(1), l.CheckInt(2))))
			return 1
		}))
		check(b, l.DoString("function loop(n) for i = 1, n do add(i, 2) end end"))
		b.ReportAllocs()
		b.ResetTimer()
		check(b, l.CallByParam(lua.P{Fn: l.GetGlobal("loop"), Protect: true}, lua.LNumber(b.N)))
	})
	b.Run("gpython", func(b *testing.B) {
		ctx := py.NewContext(py.DefaultContextOpts())
		defer ctx.Close()
		mod, err := py.RunSrc(ctx, "def loop(n):\n    for i in range(n): add(i, 2)", "x.py", nil)
		check(b, err)
		mod.Globals["add"] = py.MustNewMethod("add", func(self py.Object, args py.Tuple) (py.Object, error) {
			var x, y py.Object
			if err := py.UnpackTuple(args, nil, "add", 2, 2, &x, &y); err != nil {
				return nil, err
			}
			return py.Int(add(int(x.(py.Int)), int(y.(py.Int)))), nil
		}, 0, "")
		b.ReportAllocs()
		b.ResetTimer()
		_, err = py.Call(mod.Globals["loop"], py.Tuple{py.Int(b.N)}, nil)
		check(b, err)
	})
	b.Run("tengo", func(b *testing.B) {
		s := tengo.NewScript([]byte("for i := 0; i < n; i++ { add(i, 2) }"))
		check(b, s.Add("n", b.N))
		check(b, s.Add("add", func(args ...tengo.Object) (tengo.Object, error) {
			x, _ := tengo.ToInt(args[0])
			y, _ := tengo.ToInt(args[1])
			return &tengo.Int{Value: int64(add(x, y))}, nil
		}))
		c, err := s.Compile()
		check(b, err)
		b.ReportAllocs()
		b.ResetTimer()
		check(b, c.Run())
	})
}

// BenchmarkCallScript calls a function of the script with two ints. Tengo has
// no such call.
func BenchmarkCallScript(b *testing.B) {
	b.Run("minipy", func(b *testing.B) {
		m, err := vm.New(vm.Config{})
		check(b, err)
		defer m.Close()
		check(b, m.Run(bg, "x.py", "def add(a, b): return a + b"))
		fn, _ := m.Get("add")
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			_, err := m.Call(bg, fn, i, 2)
			check(b, err)
		}
	})
	b.Run("starlark-go", func(b *testing.B) {
		thread := &starlark.Thread{}
		globals, err := starlark.ExecFileOptions(&syntax.FileOptions{}, thread, "x.star", "def add(a, b): return a + b", nil)
		check(b, err)
		fn := globals["add"]
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			_, err := starlark.Call(thread, fn, starlark.Tuple{starlark.MakeInt(i), starlark.MakeInt(2)}, nil)
			check(b, err)
		}
	})
	b.Run("goja", func(b *testing.B) {
		r := goja.New()
		_, err := r.RunString("function add(a, b) { return a + b }")
		check(b, err)
		fn, _ := goja.AssertFunction(r.Get("add"))
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			_, err := fn(goja.Undefined(), r.ToValue(i), r.ToValue(2))
			check(b, err)
		}
	})
	b.Run("gpython", func(b *testing.B) {
		ctx := py.NewContext(py.DefaultContextOpts())
		defer ctx.Close()
		mod, err := py.RunSrc(ctx, "def add(a, b): return a + b", "x.py", nil)
		check(b, err)
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			_, err := py.Call(mod.Globals["add"], py.Tuple{py.Int(i), py.Int(2)}, nil)
			check(b, err)
		}
	})
	b.Run("gopher-lua", func(b *testing.B) {
		l := lua.NewState()
		defer l.Close()
		check(b, l.DoString("function add(a, b) return a + b end"))
		p := lua.P{Fn: l.GetGlobal("add"), NRet: 1, Protect: true}
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			check(b, l.CallByParam(p, lua.LNumber(i), lua.LNumber(2)))
			l.Pop(1)
		}
	})
}

// BenchmarkBounded is a loop of a million additions, free and bounded by what
// the interpreter has for it.
func BenchmarkBounded(b *testing.B) {
	ctx, cancel := context.WithTimeout(bg, time.Hour)
	defer cancel()
	const python = "def loop():\n    s = 0\n    for i in range(1000000): s = s + i\n    return s"
	for _, c := range []struct {
		name   string
		ctx    context.Context
		limits vm.Limits
	}{{"free", bg, vm.Limits{}}, {"context", ctx, vm.Limits{}}, {"steps", bg, vm.Limits{Steps: 1 << 60}}, {"memory", bg, vm.Limits{Memory: 1 << 40}},
		{"all", ctx, vm.Limits{Steps: 1 << 60, Memory: 1 << 40, Depth: 1000}}} {
		b.Run("minipy/"+c.name, func(b *testing.B) {
			m, err := vm.New(vm.Config{Limits: c.limits})
			check(b, err)
			defer m.Close()
			check(b, m.Run(bg, "x.py", python))
			fn, _ := m.Get("loop")
			for b.Loop() {
				_, err := m.Call(c.ctx, fn)
				check(b, err)
			}
		})
	}
	for _, steps := range []uint64{0, 1 << 60} {
		name := map[bool]string{false: "free", true: "steps"}[steps > 0]
		b.Run("starlark-go/"+name, func(b *testing.B) {
			thread := &starlark.Thread{}
			globals, err := starlark.ExecFileOptions(&syntax.FileOptions{}, thread, "x.star", python, nil)
			check(b, err)
			if steps > 0 { // 0 would allow none
				thread.SetMaxExecutionSteps(steps)
			}
			for b.Loop() {
				_, err := starlark.Call(thread, globals["loop"], nil, nil)
				check(b, err)
			}
		})
	}
	b.Run("goja/free", func(b *testing.B) {
		r := goja.New()
		_, err := r.RunString("function loop() { var s = 0; for (var i = 0; i < 1000000; i++) s = s + i; return s }")
		check(b, err)
		fn, _ := goja.AssertFunction(r.Get("loop"))
		for b.Loop() {
			_, err := fn(goja.Undefined())
			check(b, err)
		}
	})
	for _, bounded := range []bool{false, true} {
		name := map[bool]string{false: "free", true: "context"}[bounded]
		b.Run("gopher-lua/"+name, func(b *testing.B) {
			l := lua.NewState()
			defer l.Close()
			if bounded {
				l.SetContext(ctx)
			}
			check(b, l.DoString("function loop() local s = 0; for i = 1, 1000000 do s = s + i end; return s end"))
			for b.Loop() {
				check(b, l.CallByParam(lua.P{Fn: l.GetGlobal("loop"), NRet: 1, Protect: true}))
				l.Pop(1)
			}
		})
	}
	for _, bounded := range []bool{false, true} {
		name := map[bool]string{false: "free", true: "context"}[bounded]
		b.Run("tengo/"+name, func(b *testing.B) {
			c, err := tengo.NewScript([]byte("s := 0; for i := 0; i < 1000000; i++ { s = s + i }")).Compile()
			check(b, err)
			for b.Loop() {
				if bounded {
					check(b, c.RunContext(ctx))
				} else {
					check(b, c.Run())
				}
			}
		})
	}
}
