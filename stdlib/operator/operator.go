// Package operator is the module operator: the language's operators as functions.
package operator

import "github.com/minipy/minipy/runtime"

// Module is operator.
var Module = &runtime.ModuleSpec{
	Name:       "operator",
	FuncModule: "_operator",
	Doc:        "Operator Interface\n\nThis module exports a set of functions corresponding to the intrinsic\noperators of Python.  For example, operator.add(x, y) is equivalent\nto the expression x+y.",
	Methods:    methods(),
	Types:      []*runtime.Type{&itemGetterType, &attrGetterType, &methodCallerType},
	Init: func(t *runtime.Thread, m *runtime.Module) error {
		names := make([]runtime.Value, 0, len(public))
		for _, n := range public {
			names = append(names, runtime.NewStr(n))
		}
		m.Dict.Store("__all__", runtime.NewList(names).Value())
		return nil
	},
}

var public = []string{"abs", "add", "and_", "attrgetter", "call", "concat", "contains", "countOf", "delitem", "eq", "floordiv",
	"ge", "getitem", "gt", "iadd", "iand", "iconcat", "ifloordiv", "ilshift", "imatmul", "imod", "imul", "index", "indexOf",
	"inv", "invert", "ior", "ipow", "irshift", "is_", "is_not", "isub", "itemgetter", "itruediv", "ixor", "le", "length_hint",
	"lshift", "lt", "matmul", "methodcaller", "mod", "mul", "ne", "neg", "not_", "or_", "pos", "pow", "rshift", "setitem", "sub",
	"truediv", "truth", "xor"}

// Go closures over an operator are made here once, before main: they are code, not state.
func binary(op runtime.BinOp) runtime.NativeFn {
	return func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
		return runtime.Binary(t, op, args[0], args[1])
	}
}

func inplace(op runtime.BinOp) runtime.NativeFn {
	return func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
		return runtime.Inplace(t, op, args[0], args[1])
	}
}

func compare(op runtime.CmpOp) runtime.NativeFn {
	return func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
		return runtime.Compare(t, op, args[0], args[1])
	}
}

func unary(op runtime.UnOp) runtime.NativeFn {
	return func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
		return runtime.Unary(t, op, args[0])
	}
}

func methods() []runtime.Method {
	var ms []runtime.Method
	add := func(name, sig string, fn runtime.NativeFn, doc string) {
		ms = append(ms, runtime.Method{Name: name, Sig: sig, Fn: fn, Doc: doc})
		if dunder := dunderOf(name); dunder != "" {
			ms = append(ms, runtime.Method{Name: dunder, Sig: sig, Fn: fn, Doc: doc})
		}
	}
	for _, o := range []struct {
		name, sym string
		op        runtime.BinOp
	}{{"add", "+", runtime.OpAdd}, {"sub", "-", runtime.OpSub}, {"mul", "*", runtime.OpMul}, {"truediv", "/", runtime.OpDiv}, {"floordiv", "//", runtime.OpFloorDiv},
		{"mod", "%", runtime.OpMod}, {"pow", "**", runtime.OpPow}, {"matmul", "@", runtime.OpMatMul}, {"lshift", "<<", runtime.OpLShift}, {"rshift", ">>", runtime.OpRShift},
		{"and_", "&", runtime.OpAnd}, {"or_", "|", runtime.OpOr}, {"xor", "^", runtime.OpXor}} {
		add(o.name, "a, b, /", binary(o.op), "Same as a "+o.sym+" b.")
		iname := "i" + o.name
		if o.name == "and_" || o.name == "or_" {
			iname = iname[:len(iname)-1]
		}
		add(iname, "a, b, /", inplace(o.op), "Same as a "+o.sym+"= b.")
	}
	for _, o := range []struct {
		name, sym string
		op        runtime.CmpOp
	}{{"lt", "<", runtime.CmpLT}, {"le", "<=", runtime.CmpLE}, {"eq", "==", runtime.CmpEQ}, {"ne", "!=", runtime.CmpNE}, {"gt", ">", runtime.CmpGT}, {"ge", ">=", runtime.CmpGE}} {
		add(o.name, "a, b, /", compare(o.op), "Same as a "+o.sym+" b.")
	}
	add("neg", "a, /", unary(runtime.OpNeg), "Same as -a.")
	add("pos", "a, /", unary(runtime.OpPos), "Same as +a.")
	add("inv", "a, /", unary(runtime.OpInvert), "Same as ~a.")
	add("invert", "a, /", unary(runtime.OpInvert), "Same as ~a.")
	add("abs", "a, /", unary(runtime.OpAbs), "Same as abs(a).")
	add("index", "a, /", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) { return runtime.Index(t, args[0]) }, "Same as a.__index__()")
	add("truth", "a, /", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) { return truth(t, args[0], true) },
		"Return True if a is true, False otherwise.")
	add("not_", "a, /", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) { return truth(t, args[0], false) }, "Same as not a.")
	add("is_", "a, b, /", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
		return runtime.Bool(runtime.Is(args[0], args[1])), nil
	}, "Same as a is b.")
	add("is_not", "a, b, /", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
		return runtime.Bool(!runtime.Is(args[0], args[1])), nil
	}, "Same as a is not b.")
	add("getitem", "a, b, /", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
		return runtime.GetItem(t, args[0], args[1])
	}, "Same as a[b].")
	add("setitem", "a, b, c, /", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
		return runtime.None, runtime.SetItem(t, args[0], args[1], args[2])
	}, "Same as a[b] = c.")
	add("delitem", "a, b, /", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
		return runtime.None, runtime.DelItem(t, args[0], args[1])
	}, "Same as del a[b].")
	add("contains", "a, b, /", func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
		in, err := runtime.Contains(t, args[0], args[1])
		return runtime.Bool(in), err
	}, "Same as b in a (note reversed operands).")
	add("concat", "a, b, /", concat, "Same as a + b, for a and b sequences.")
	add("iconcat", "a, b, /", iconcat, "Same as a += b, for a and b sequences.")
	add("countOf", "a, b, /", countOf, "Return the number of items in a which are, or which equal, b.")
	add("indexOf", "a, b, /", indexOf, "Return the first index of b in a.")
	add("length_hint", "obj, default=0, /", lengthHint,
		"Return an estimate of the number of items in obj.\n\nThis is useful for presizing containers when building from an iterable.\n\n"+
			"If the object supports len(), the result will be exact.\nOtherwise, it may over- or under-estimate by an arbitrary amount.\nThe result will be an integer >= 0.")
	add("_compare_digest", "a, b, /", compareDigest, "Return 'a == b'.")
	call := runtime.Method{Name: "call", Sig: "obj, /, *args, **kwargs", Raw: callObj, Doc: "Same as obj(*args, **kwargs)."}
	dcall := call
	dcall.Name = "__call__"
	return append(ms, call, dcall)
}

// dunderOf is the second name of a function, as __add__ of add; "" if it has none.
func dunderOf(name string) string {
	switch name {
	case "truth", "is_", "is_not", "countOf", "indexOf", "length_hint", "_compare_digest":
		return ""
	}
	if name[len(name)-1] == '_' {
		name = name[:len(name)-1]
	}
	return "__" + name + "__"
}

func truth(t *runtime.Thread, v runtime.Value, want bool) (runtime.Value, error) {
	b, err := runtime.IsTrue(t, v)
	if err != nil {
		return runtime.Value{}, err
	}
	return runtime.Bool(b == want), nil
}

func isSequence(v runtime.Value) bool {
	ty := v.Type()
	return ty.Slots.GetItem != nil && !ty.Has(runtime.FlagMapping)
}

func concat(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	if !isSequence(args[0]) {
		return runtime.Value{}, runtime.TypeErrorf("'%s' object can't be concatenated", args[0].Type().Name)
	}
	return runtime.Binary(t, runtime.OpAdd, args[0], args[1])
}

func iconcat(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	if !isSequence(args[0]) {
		return runtime.Value{}, runtime.TypeErrorf("'%s' object can't be concatenated", args[0].Type().Name)
	}
	return runtime.Inplace(t, runtime.OpAdd, args[0], args[1])
}

func countOf(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	if !runtime.IsIterable(args[0]) {
		return runtime.Value{}, runtime.TypeErrorf("argument of type '%s' is not iterable", args[0].Type().Name)
	}
	n := int64(0)
	err := runtime.Iterate(t, args[0], func(x runtime.Value) error {
		eq, err := runtime.EqualBool(t, x, args[1])
		if eq {
			n++
		}
		return err
	})
	return runtime.Int(n), err
}

func indexOf(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	if !runtime.IsIterable(args[0]) {
		return runtime.Value{}, runtime.TypeErrorf("argument of type '%s' is not iterable", args[0].Type().Name)
	}
	n, found := int64(0), false
	stop := runtime.NewStop()
	err := runtime.Iterate(t, args[0], func(x runtime.Value) error {
		eq, err := runtime.EqualBool(t, x, args[1])
		if err != nil {
			return err
		}
		if eq {
			found = true
			return stop
		}
		n++
		return nil
	})
	if found {
		return runtime.Int(n), nil
	}
	if err != nil {
		return runtime.Value{}, err
	}
	return runtime.Value{}, runtime.ValueErrorf("sequence.index(x): x not in sequence")
}

func lengthHint(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	if !runtime.IsIntLike(args[1]) {
		return runtime.Value{}, runtime.TypeErrorf("'%s' object cannot be interpreted as an integer", args[1].Type().Name)
	}
	def, err := runtime.AsSsizeArg(t, args[1])
	if err != nil {
		return runtime.Value{}, err
	}
	n, err := runtime.LengthHint(t, args[0], def)
	return runtime.Int(int64(n)), err
}

func callObj(t *runtime.Thread, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	if len(args) == len(names) {
		return runtime.Value{}, runtime.TypeErrorf("call expected at least 1 argument, got 0")
	}
	return runtime.CallArgs(t, args[0], args[1:], names)
}

func compareDigest(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	a, okA := runtime.AsStr(args[0])
	b, okB := runtime.AsStr(args[1])
	if okA && okB {
		if !a.IsASCII() || !b.IsASCII() {
			return runtime.Value{}, runtime.TypeErrorf("comparing strings with non-ASCII characters is not supported")
		}
		return runtime.Bool(sameBytes([]byte(a.String()), []byte(b.String()))), nil
	}
	if okA || okB || args[0].Type().Slots.Buffer == nil || args[1].Type().Slots.Buffer == nil {
		return runtime.Value{}, runtime.TypeErrorf("unsupported operand types(s) or combination of types: '%s' and '%s'", args[0].Type().Name, args[1].Type().Name)
	}
	x, err := runtime.GetBuffer(t, args[0])
	if err != nil {
		return runtime.Value{}, err
	}
	defer x.Release()
	y, err := runtime.GetBuffer(t, args[1])
	if err != nil {
		return runtime.Value{}, err
	}
	defer y.Release()
	return runtime.Bool(sameBytes(x.Bytes, y.Bytes)), nil
}

// sameBytes takes the same time wherever a and b differ.
func sameBytes(a, b []byte) bool {
	if len(a) != len(b) {
		return false
	}
	var d byte
	for i := range a {
		d |= a[i] ^ b[i]
	}
	return d == 0
}
