package runtime

import (
	"fmt"

	"github.com/minipy/minipy/lang/code"
)

// Cells, code objects, frames and tracebacks as objects.

func initCell() {
	get := func(t *Thread, v Value) (Value, error) {
		c := As[Cell](v)
		if c.Val.IsUnset() {
			return Value{}, ValueErrorf("Cell is empty")
		}
		return c.Val, nil
	}
	Define(&cellType, TypeSpec{Name: "cell", Size: SizeOf[Cell](),
		New: Method{Sig: "contents=?, /", Fn: func(t *Thread, a []Value) (Value, error) { return NewCell(a[1]).Value(), nil }},
		Slots: Slots{Repr: func(t *Thread, v Value) (Value, error) {
			c := As[Cell](v)
			if c.Val.IsUnset() {
				return NewStr(fmt.Sprintf("<cell at 0x%x: empty>", v.ID())), nil
			}
			return NewStr(fmt.Sprintf("<cell at 0x%x: %s object at 0x%x>", v.ID(), c.Val.Type().Name, c.Val.ID())), nil
		}, Compare: func(t *Thread, op CmpOp, a, b Value) (Value, error) {
			x, ok1 := Cast[Cell](a, CellType)
			y, ok2 := Cast[Cell](b, CellType)
			if !ok1 || !ok2 {
				return NotImplemented, nil
			}
			if x.Val.IsUnset() || y.Val.IsUnset() {
				m, n := btoi(!x.Val.IsUnset()), btoi(!y.Val.IsUnset())
				return Compare(t, op, Int(m), Int(n))
			}
			return Compare(t, op, x.Val, y.Val)
		}},
		GetSets: []GetSet{{Name: "cell_contents", Get: get, Set: func(t *Thread, v, val Value) error {
			As[Cell](v).Val = val
			return nil
		}}}})
}

func btoi(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

func co(v Value) *CodeObject { return As[CodeObject](v).Load() }

func strTuple(ss []string) Value {
	out := MakeTuple(len(ss))
	for i, s := range ss {
		out.items[i] = NewStr(s)
	}
	return out.Value()
}

// pyCodeFlags are CPython's co_flags.
func pyCodeFlags(f code.Flags) int64 {
	var out int64
	for _, p := range []struct {
		f code.Flags
		n int64
	}{{code.Optimized, 1}, {code.NewLocals, 2}, {code.VarArgs, 4}, {code.VarKeywords, 8}, {code.Nested, 16}, {code.Generator, 32},
		{code.Coroutine, 128}, {code.IterableCoroutine, 256}, {code.AsyncGenerator, 512}, {code.FutureAnnotations, 0x1000000}} {
		if f&p.f != 0 {
			out |= p.n
		}
	}
	if f&code.AsyncGenerator != 0 {
		out &^= 32 | 128
	} else if f&code.Coroutine != 0 {
		out &^= 32
	}
	return out
}

// localNames are co_varnames: the registers' names without cells and temporaries.
func localNames(c *code.Code) []string {
	var out []string
	for i, n := range c.VarNames {
		if n == "" || i >= c.FreeBase && i < c.FreeBase+len(c.FreeVars) && len(c.FreeVars) > 0 {
			continue
		}
		np := c.ArgCount + c.KwOnly
		if c.Flags&code.VarArgs != 0 {
			np++
		}
		if c.Flags&code.VarKeywords != 0 {
			np++
		}
		isCell := false
		for _, cv := range c.CellVars {
			isCell = isCell || cv == n
		}
		if isCell && i >= np {
			continue
		}
		out = append(out, n)
	}
	return out
}

func codeGet(f func(c *CodeObject) Value) UnaryFn {
	return func(t *Thread, v Value) (Value, error) { return f(co(v)), nil }
}

// instBytes is what an instruction takes in co_code: offsets into it (f_lasti,
// tb_lasti, co_lines) count bytes. co_positions has a row for every two of them,
// as programs expect that look for row tb_lasti // 2.
const instBytes = 8

// codeLnotab is co_lnotab: pairs of how far the offset and the line go on.
func codeLnotab(c *CodeObject) Value {
	var out []byte
	last, line := 0, int32(c.code.FirstLine)
	for i, p := range c.code.Positions {
		if p.Line <= 0 || p.Line == line {
			continue
		}
		bytes, lines := (i-last)*instBytes, int(p.Line-line)
		for ; bytes > 255; bytes -= 255 {
			out = append(out, 255, 0)
		}
		for ; lines > 127; lines -= 127 {
			out = append(out, byte(bytes), 127)
			bytes = 0
		}
		for ; lines < -128; lines += 128 {
			out = append(out, byte(bytes), 0x80)
			bytes = 0
		}
		out = append(out, byte(bytes), byte(lines))
		last, line = i, p.Line
	}
	return NewBytes(out)
}

func codeLines(c *CodeObject) Value {
	var out []Value
	start, line := 0, int32(-1)
	flush := func(end int) {
		if end > start {
			l := Int(int64(line))
			if line <= 0 {
				l = None
			}
			out = append(out, TupleOf(Int(int64(start*instBytes)), Int(int64(end*instBytes)), l))
		}
	}
	for i, p := range c.code.Positions {
		if p.Line != line {
			flush(i)
			start, line = i, p.Line
		}
	}
	flush(len(c.code.Positions))
	return NewList(out).Value()
}

func posVal(n int32, none bool) Value {
	if none {
		return None
	}
	return Int(int64(n))
}

func initCode() {
	Define(&codeType, TypeSpec{Name: "code", Size: SizeOf[CodeObject](), Flags: FlagDisallowNew,
		Slots: Slots{
			Repr: func(t *Thread, v Value) (Value, error) {
				c := co(v)
				return NewStr(fmt.Sprintf("<code object %s at 0x%x, file \"%s\", line %d>", c.Name.s, v.ID(), c.Filename.s, c.code.FirstLine)), nil
			},
			Compare: func(t *Thread, op CmpOp, a, b Value) (Value, error) {
				if op != CmpEQ && op != CmpNE || b.Type() != &codeType || a.Type() != &codeType {
					return NotImplemented, nil
				}
				x, y := co(a).code, co(b).code
				eq := x == y || x.Name == y.Name && x.FirstLine == y.FirstLine && x.Filename == y.Filename && len(x.Insts) == len(y.Insts) && equalInsts(x.Insts, y.Insts) && sameConsts(t, co(a).Consts, co(b).Consts)
				return Bool(eq == (op == CmpEQ)), nil
			},
			Hash: func(t *Thread, v Value) (int64, error) {
				return t.hashText(co(v).Name.s) ^ int64(co(v).code.FirstLine), nil
			}},
		Methods: []Method{
			{Name: "co_lines", Fn: func(t *Thread, a []Value) (Value, error) { return Iter(t, codeLines(co(a[0]))) }},
			{Name: "co_positions", Fn: func(t *Thread, a []Value) (Value, error) {
				var out []Value
				for _, p := range co(a[0]).code.Positions {
					row := TupleOf(posVal(p.Line, p.Line <= 0), posVal(p.EndLine, p.Line <= 0), posVal(p.Col, p.Col < 0), posVal(p.EndCol, p.EndCol < 0))
					for range instBytes / 2 {
						out = append(out, row)
					}
				}
				return Iter(t, NewList(out).Value())
			}},
			{Name: "replace", Raw: codeReplace},
		},
		GetSets: []GetSet{
			{Name: "co_name", Member: true, Get: codeGet(func(c *CodeObject) Value { return c.Name.Value() })},
			{Name: "co_qualname", Member: true, Get: codeGet(func(c *CodeObject) Value { return c.Qualname.Value() })},
			{Name: "co_filename", Member: true, Get: codeGet(func(c *CodeObject) Value { return c.Filename.Value() })},
			{Name: "co_firstlineno", Member: true, Get: codeGet(func(c *CodeObject) Value { return Int(int64(c.code.FirstLine)) })},
			{Name: "co_flags", Member: true, Get: codeGet(func(c *CodeObject) Value { return Int(pyCodeFlags(c.code.Flags)) })},
			{Name: "co_argcount", Member: true, Get: codeGet(func(c *CodeObject) Value { return Int(int64(c.code.ArgCount)) })},
			{Name: "co_posonlyargcount", Member: true, Get: codeGet(func(c *CodeObject) Value { return Int(int64(c.code.PosOnly)) })},
			{Name: "co_kwonlyargcount", Member: true, Get: codeGet(func(c *CodeObject) Value { return Int(int64(c.code.KwOnly)) })},
			{Name: "co_nlocals", Get: codeGet(func(c *CodeObject) Value { return Int(int64(len(localNames(c.code)))) })},
			{Name: "co_stacksize", Member: true, Get: codeGet(func(c *CodeObject) Value { return Int(int64(c.code.NumRegs)) })},
			{Name: "co_varnames", Get: codeGet(func(c *CodeObject) Value { return strTuple(localNames(c.code)) })},
			{Name: "co_cellvars", Get: codeGet(func(c *CodeObject) Value { return strTuple(c.code.CellVars) })},
			{Name: "co_freevars", Get: codeGet(func(c *CodeObject) Value { return strTuple(c.code.FreeVars) })},
			{Name: "co_names", Member: true, Get: codeGet(func(c *CodeObject) Value { return strTuple(c.code.Names) })},
			{Name: "co_consts", Member: true, Get: codeGet(func(c *CodeObject) Value {
				out := append([]Value(nil), c.Consts...)
				for _, ch := range c.Children {
					out = append(out, ch.Value())
				}
				return NewTuple(out)
			})},
			{Name: "co_code", Get: codeGet(func(c *CodeObject) Value {
				b := make([]byte, 0, len(c.code.Insts)*instBytes)
				for _, w := range c.code.Insts {
					for i := range 8 {
						b = append(b, byte(w>>(8*i)))
					}
				}
				return NewBytes(b)
			})},
			{Name: "co_lnotab", Get: codeGet(codeLnotab)},
			{Name: "co_linetable", Member: true, Get: codeGet(func(c *CodeObject) Value { return NewBytesString("") })},
			{Name: "co_exceptiontable", Member: true, Get: codeGet(func(c *CodeObject) Value { return NewBytesString("") })},
		}})
}

func equalInsts(a, b []uint64) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func sameConsts(t *Thread, a, b []Value) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Type() != b[i].Type() {
			return false
		}
		if eq, err := EqualBool(t, a[i], b[i]); err != nil || !eq {
			return false
		}
	}
	return true
}

// codeReplace is code.replace(): the attributes that can be changed without
// new instructions.
func codeReplace(t *Thread, a []Value, names []*Str) (Value, error) {
	if len(a)-len(names) != 1 {
		return Value{}, TypeErrorf("replace() takes 0 positional arguments")
	}
	n := *co(a[0])
	cc := *n.code
	for i, nm := range names {
		v := a[1+i]
		s, isStr := AsStr(v)
		switch nm.s {
		case "co_name":
			if isStr {
				n.Name, cc.Name = s, s.s
			}
		case "co_qualname":
			if isStr {
				n.Qualname, cc.Qualname = s, s.s
			}
		case "co_filename":
			if isStr {
				n.Filename, cc.Filename = s, s.s
			}
		case "co_firstlineno":
			if v.IsInt() {
				cc.FirstLine = int(v.AsInt64())
			}
		case "co_flags":
			if v.IsInt() {
				if v.AsInt64()&256 != 0 {
					cc.Flags |= code.IterableCoroutine
				} else {
					cc.Flags &^= code.IterableCoroutine
				}
			}
		default:
			return Value{}, Errorf(NotImplementedError, "code.replace(%s=...) is not supported: bytecode differs from CPython's", nm.s)
		}
	}
	n.code, n.src = &cc, nil
	n.Impl, n.Unit = nil, nil
	return n.Value(), nil
}

func fr(v Value) *Frame { return As[Frame](v) }

func initFrame() {
	Define(&frameType, TypeSpec{Name: "frame", Size: SizeOf[Frame](), Flags: FlagDisallowNew,
		Slots: Slots{Repr: func(t *Thread, v Value) (Value, error) {
			f := fr(v)
			return NewStr(fmt.Sprintf("<frame at 0x%x, file '%s', line %d, code %s>", v.ID(), f.Code.Load().Filename.s, f.Line, f.Code.Name.s)), nil
		}},
		Methods: []Method{{Name: "clear", Fn: func(t *Thread, a []Value) (Value, error) { return noneResult(t.Host.FrameClear(t, fr(a[0]))) }}},
		GetSets: []GetSet{
			{Name: "f_code", Get: func(t *Thread, v Value) (Value, error) { return fr(v).Code.Value(), nil }},
			{Name: "f_globals", Get: func(t *Thread, v Value) (Value, error) { return fr(v).Globals.Value(), nil }},
			{Name: "f_builtins", Get: func(t *Thread, v Value) (Value, error) {
				return t.VM.builtinsValue(t, t.VM.BuiltinsFor(fr(v).Globals)), nil
			}},
			{Name: "f_locals", Get: func(t *Thread, v Value) (Value, error) { return t.Host.FrameLocals(t, fr(v)) }},
			{Name: "f_lineno", Get: func(t *Thread, v Value) (Value, error) {
				t.Host.FrameUpdate(t, fr(v))
				return Int(int64(fr(v).Line)), nil
			}},
			{Name: "f_lasti", Get: func(t *Thread, v Value) (Value, error) { return Int(int64(fr(v).Inst) * instBytes), nil }},
			{Name: "f_back", Get: func(t *Thread, v Value) (Value, error) { return orNone(t.Host.FrameBack(t, fr(v))), nil }},
			{Name: "f_trace", Get: func(t *Thread, v Value) (Value, error) { return orNone(fr(v).Trace()), nil },
				Set: func(t *Thread, v, val Value) error { fr(v).More().Trace = val; return nil }},
			{Name: "f_trace_lines", Get: func(t *Thread, v Value) (Value, error) { return Bool(!fr(v).More().NoLines), nil },
				Set: func(t *Thread, v, val Value) error {
					if !val.IsBool() {
						return TypeErrorf("attribute value type must be bool")
					}
					fr(v).More().NoLines = !val.IsTrue()
					return nil
				}},
			{Name: "f_trace_opcodes", Get: func(t *Thread, v Value) (Value, error) { return Bool(fr(v).More().Opcodes), nil },
				Set: func(t *Thread, v, val Value) error {
					if !val.IsBool() {
						return TypeErrorf("attribute value type must be bool")
					}
					fr(v).More().Opcodes = val.IsTrue()
					return nil
				}},
		}})
}

// NewFrame makes a picture of a frame.
func NewFrame(c *CodeObject, globals *Dict, inst, line int) *Frame {
	f := &Frame{Code: c, Globals: globals, Inst: inst, Line: line}
	f.typ = &frameType
	return f
}

// More gives f's rare fields, to be set.
func (f *Frame) More() *FrameRare {
	if f.Rare == nil {
		f.Rare = &FrameRare{}
	}
	return f.Rare
}

// Trace is f.f_trace, or unset.
func (f *Frame) Trace() Value {
	if f.Rare == nil {
		return Value{}
	}
	return f.Rare.Trace
}

// NewTracedFrame makes a frame and the traceback entry before next that is in
// it, in one allocation.
func NewTracedFrame(next *Traceback, c *CodeObject, globals *Dict, inst, line int) *Traceback {
	p := &struct {
		tb Traceback
		f  Frame
	}{}
	p.f.typ, p.f.Code, p.f.Globals, p.f.Inst, p.f.Line = &frameType, c, globals, inst, line
	p.tb.typ, p.tb.Next, p.tb.Frame, p.tb.Inst, p.tb.Line = &tracebackType, next, &p.f, inst, line
	return &p.tb
}

// NewTraceback puts an entry before next.
func NewTraceback(next *Traceback, f *Frame, inst, line int) *Traceback {
	tb := &Traceback{Next: next, Frame: f, Inst: inst, Line: line}
	tb.typ = &tracebackType
	return tb
}

func initTraceback() {
	tbOf := func(v Value) *Traceback { return As[Traceback](v) }
	Define(&tracebackType, TypeSpec{Name: "traceback", Size: SizeOf[Traceback](),
		New: Method{Sig: "tb_next, tb_frame, tb_lasti, tb_lineno", Fn: func(t *Thread, a []Value) (Value, error) {
			next, ok := Cast[Traceback](a[1], TracebackType)
			if !ok && !a[1].IsNone() {
				return Value{}, TypeErrorf("expected traceback object or None, got '%s'", a[1].Type().Name)
			}
			f, ok := Cast[Frame](a[2], FrameType)
			if !ok {
				return Value{}, TypeErrorf("traceback() argument 'tb_frame' must be frame, not %s", a[2].Type().Name)
			}
			inst, err := AsSsize(t, a[3], OverflowError)
			if err != nil {
				return Value{}, err
			}
			line, err := AsSsize(t, a[4], OverflowError)
			return NewTraceback(next, f, (inst+instBytes-1)/instBytes, line).Value(), err
		}},
		GetSets: []GetSet{
			{Name: "tb_next", Get: func(t *Thread, v Value) (Value, error) { return TbValue(tbOf(v).Next), nil }, Set: func(t *Thread, v, val Value) error {
				if val.IsUnset() {
					return TypeErrorf("can't delete tb_next attribute")
				}
				next, ok := Cast[Traceback](val, TracebackType)
				if !ok && !val.IsNone() {
					return TypeErrorf("expected traceback object, got '%s'", val.Type().Name)
				}
				for p := next; p != nil; p = p.Next {
					if p == tbOf(v) {
						return ValueErrorf("traceback loop detected")
					}
				}
				tbOf(v).Next = next
				return nil
			}},
			{Name: "tb_frame", Get: func(t *Thread, v Value) (Value, error) { return tbOf(v).Frame.Value(), nil }},
			{Name: "tb_lineno", Get: func(t *Thread, v Value) (Value, error) { return Int(int64(tbOf(v).Line)), nil }},
			{Name: "tb_lasti", Get: func(t *Thread, v Value) (Value, error) { return Int(int64(tbOf(v).Inst) * instBytes), nil }},
		}})
}

func init() {
	initCell()
	initCode()
	initFrame()
	initTraceback()
}
