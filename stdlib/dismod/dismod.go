// Package dismod is _dis, what the dis module needs to know of a code object's
// instructions.
package dismod

import (
	"strings"

	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

func codeArg(v runtime.Value) (*runtime.CodeObject, error) {
	c, ok := runtime.Cast[runtime.CodeObject](v, runtime.CodeType)
	if !ok {
		return nil, runtime.TypeErrorf("a code object is required, not %s", v.Type().Name)
	}
	return c, nil
}

// disassemble gives the whole listing, nested code included, as text.
func disassemble(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	c, err := codeArg(a[0])
	if err != nil {
		return runtime.Value{}, err
	}
	co := c.Whole()
	if depth, ok := a[1], a[1].IsInt(); ok && depth.AsInt64() == 0 {
		co.Children = nil
	}
	var b strings.Builder
	if err := code.Disassemble(&b, co); err != nil {
		return runtime.Value{}, runtime.RuntimeErrorf("%v", err)
	}
	return runtime.NewStr(b.String()), nil
}

// instructions gives one tuple an instruction: index, name, number, operands
// a, b, c, text, effect, line or None, whether a jump goes there.
func instructions(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	c, err := codeArg(a[0])
	if err != nil {
		return runtime.Value{}, err
	}
	co := c.Code()
	targets := map[int]bool{}
	for i := range co.Insts {
		if to, ok := code.Target(co, i); ok {
			targets[to] = true
		}
	}
	for _, h := range co.Handlers {
		targets[int(h.Target)] = true
	}
	out := make([]runtime.Value, len(co.Insts))
	last := int32(0)
	for i, w := range co.Insts {
		text, effect := code.Line(co, i)
		line := runtime.None
		if l := co.Positions[i].Line; l > 0 && l != last {
			line, last = runtime.Int(int64(l)), l
		}
		num := func(n int) runtime.Value { return runtime.Int(int64(n)) }
		out[i] = runtime.TupleOf(num(i), runtime.NewStr(code.OpOf(w).String()), num(int(code.OpOf(w))), num(code.A(w)), num(code.B(w)), num(code.C(w)),
			runtime.NewStr(text), runtime.NewStr(effect), line, runtime.Bool(targets[i]))
	}
	return runtime.NewList(out).Value(), nil
}

// table gives the instruction set: name, family and effect of each opcode.
func table(t *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
	out := make([]runtime.Value, code.NumOps)
	for i, r := range code.Table {
		out[i] = runtime.TupleOf(runtime.NewStr(r.Name), runtime.NewStr(r.Family), runtime.NewStr(r.Effect))
	}
	return runtime.NewList(out).Value(), nil
}

// Module is _dis.
var Module = &runtime.ModuleSpec{
	Name: "_dis",
	Methods: []runtime.Method{
		{Name: "disassemble", Sig: "code, depth=None, /", Fn: disassemble},
		{Name: "instructions", Sig: "code, /", Fn: instructions},
		{Name: "table", Fn: table},
	},
}
