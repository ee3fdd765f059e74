package vm

import (
	"math"
	"unsafe"

	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// # The loop
//
// run executes frames until the one that was current at its start returns.
// The hot state is in locals: f, the frame; u, its unit; regs and insts, its
// registers and instructions as base pointers (the compiler and code.Verify
// keep operands below nregs and jumps inside the code, so no bounds are
// checked: that check cost 15%); pc; and left and mark, for the accounting.
// They are reloaded at the label enter after anything that changes frames.
//
// Each case does its common work inline and leaves the rest to a method in
// another file, after spilling pc, left and mark (t.spill), because that
// method may run Python code in a nested run and may raise.
//
// # Accounting
//
// The GIL is offered after every interval instructions, exactly. Counting
// each instruction cost 15-20%, so instructions are counted in stretches: at
// a taken jump, a call or a return (an accounting point) left is reduced by the
// pc - mark instructions since the last. If so few are left that the next
// stretch might pass the end (fewer than the unit's maxRun; for a loop's jump
// back, fewer than the loop has), breakMark is put on the instruction where
// the quantum ends; the loop then comes to the default case there, offers the
// GIL, takes the mark off and goes on.

type registers = [1 << 16]runtime.Value
type instructions = [1 << 28]uint64

//go:nocheckptr
func regsAt(t *thread, base int) *registers {
	return (*registers)(unsafe.Pointer(unsafe.SliceData(t.stack[base:])))
}

//go:nocheckptr
func instsOf(u *unit) *instructions {
	return (*instructions)(unsafe.Pointer(unsafe.SliceData(u.insts)))
}

func ra(w uint64) uint16 { return uint16(w >> 16) }
func rb(w uint64) uint16 { return uint16(w >> 32) }
func rc(w uint64) uint16 { return uint16(w >> 48) }

// imm is operand c as a signed immediate; immB operand b.
func imm(w uint64) int64  { return int64(w) >> 48 }
func immB(w uint64) int64 { return int64(int16(w >> 32)) }

// off is a displacement of 16 bits, sbx one of 32.
func off(w uint64) int { return int(int64(w) >> 48) }
func sbx(w uint64) int { return int(int64(w) >> 32) }

// spill writes the loop's state back before anything that may look at it.
func (t *thread) spill(f *frame, pc, left, mark int) {
	f.pc, t.left, t.mark = pc, left, mark
}

// run executes t.cur, a frame of kind kEntry, and everything it calls.
func (t *thread) run() (runtime.Value, error) {
	t.enterRun(t.cur)
	return t.runFrom(t.cur)
}

// runFrom is run for an entry frame that may have callees already.
//
//go:nocheckptr
func (t *thread) runFrom(entry *frame) (runtime.Value, error) {
	var (
		f     *frame
		u     *unit
		regs  *registers
		insts *instructions
		pc    int
		left  int
		mark  int
		disp  int // displacement, for the label jump
		err   error
		val   runtime.Value
		w     uint64
	)
	left = t.left

enter: // t.cur is to run from its pc
	f = t.cur
	u = f.u
	regs = regsAt(t, f.base)
	insts = instsOf(u)
	pc = f.pc
	mark = pc
	if left < u.maxRun {
		t.left, t.mark = left, mark
		if err = t.near(f, pc); err != nil {
			goto raise
		}
		left, mark = t.left, t.mark
	}

next:
	w = insts[pc]
	pc++
	switch code.Op(uint16(w)) {
	case code.NOP, code.EXT:

	case code.MOVE:
		regs[ra(w)] = regs[rb(w)]

	case code.LOADK:
		regs[ra(w)] = u.consts[uint32(w>>32)]

	case code.CHECKBOUND:
		if regs[ra(w)].IsUnset() {
			err = t.unbound(u, int(ra(w)))
			goto raise
		}

	case code.LDCELL:
		c := runtime.As[runtime.Cell](regs[rb(w)])
		if c.Val.IsUnset() {
			err = t.emptyCell(u, int(rb(w)))
			goto raise
		}
		regs[ra(w)] = c.Val

	case code.STCELL:
		runtime.As[runtime.Cell](regs[ra(w)]).Val = regs[rb(w)]

	case code.MKCELL:
		regs[ra(w)] = runtime.NewCell(regs[ra(w)]).Value()

	case code.LDGLOBAL:
		c := &u.caches[uint32(w>>32)]
		g := f.fn.Globals
		if c.dict == g && c.version == g.Ver() {
			if c.kind == 0 {
				regs[ra(w)] = g.ValueAt(int(c.slot))
				goto next
			}
			if b := f.fn.Builtins; c.ver2 == b.PeekVer() {
				regs[ra(w)] = b.ValueAt(int(c.slot))
				goto next
			}
		}
		t.spill(f, pc, left, mark)
		if val, err = t.loadGlobal(f, c, u.siteName(pc-1, int(uint32(w>>32)))); err != nil {
			goto raise
		}
		regs[ra(w)] = val

	case code.STGLOBAL:
		c := &u.caches[uint32(w>>32)]
		g := f.fn.Globals
		if c.dict == g && c.version == g.Ver() {
			g.SetValueAt(int(c.slot), regs[ra(w)])
			goto next
		}
		t.storeGlobal(f, c, u.siteName(pc-1, int(uint32(w>>32))), regs[ra(w)])

	case code.GETATTR:
		v := regs[rb(w)]
		c := u.cacheAt(int(rc(w)))
		if c.kind == attrSlot {
			if o := runtime.InstanceOf(v); o != nil && o.Shape() == c.shape && v.Type().Version() == c.version {
				regs[ra(w)] = *o.Slot(int(c.slot))
				goto next
			}
		}
		t.spill(f, pc, left, mark)
		val, err = t.getAttr(f, c, v, u.siteName(pc-1, int(rc(w))))
		if t.cur != f {
			left = t.left
			goto enter
		}
		if err != nil {
			goto raise
		}
		regs = regsAt(t, f.base)
		left, mark = t.left, t.mark
		regs[ra(w)] = val

	case code.SETATTR:
		v := regs[ra(w)]
		c := u.cacheAt(int(rc(w)))
		if o := runtime.InstanceOf(v); o != nil && o.Shape() == c.shape && c.kind >= attrSlot && v.Type().Version() == c.version {
			*o.Slot(int(c.slot)) = regs[rb(w)]
			if c.kind == attrAdd {
				o.SetShape(c.next)
			}
			goto next
		}
		t.spill(f, pc, left, mark)
		err = t.setAttr(f, c, v, u.siteName(pc-1, int(rc(w))), regs[rb(w)])
		if t.cur != f {
			left = t.left
			goto enter
		}
		if err != nil {
			goto raise
		}
		regs = regsAt(t, f.base)
		left, mark = t.left, t.mark

	case code.LOADMETHOD:
		v := regs[rb(w)]
		c := u.cacheAt(int(rc(w)))
		if c.kind == attrMethod && v.Type().Version() == c.version && (c.shape == nil || runtime.InstanceShape(v) == c.shape) {
			regs[ra(w)] = c.val
			regs[ra(w)+1] = v
			goto next
		}
		t.spill(f, pc, left, mark)
		var self runtime.Value
		val, self, err = t.loadMethod(f, c, v, u.siteName(pc-1, int(rc(w))))
		if err != nil {
			goto raise
		}
		regs = regsAt(t, f.base)
		left, mark = t.left, t.mark
		regs[ra(w)] = val
		regs[ra(w)+1] = self

	case code.LOADSUPER:
		t.spill(f, pc, left, mark)
		var self runtime.Value
		val, self, err = t.loadSuper(f, regs[rb(w)], regs[rb(w)+1], regs[rb(w)+2], u.siteName(pc-1, int(rc(w))))
		if err != nil {
			goto raise
		}
		regs = regsAt(t, f.base)
		left, mark = t.left, t.mark
		regs[ra(w)] = val
		regs[ra(w)+1] = self

	case code.ADD, code.IADD:
		x, y := regs[rb(w)], regs[rc(w)]
		if runtime.BothInts(x, y) {
			a, b := x.AsInt64(), y.AsInt64()
			s := a + b
			if (a^s)&(b^s) >= 0 {
				regs[ra(w)] = runtime.Int(s)
				goto next
			}
		} else if runtime.BothFloats(x, y) {
			regs[ra(w)] = runtime.Float(x.AsFloat64() + y.AsFloat64())
			goto next
		}
		goto binary

	case code.SUB, code.ISUB:
		x, y := regs[rb(w)], regs[rc(w)]
		if runtime.BothInts(x, y) {
			a, b := x.AsInt64(), y.AsInt64()
			s := a - b
			if (a^b)&(a^s) >= 0 {
				regs[ra(w)] = runtime.Int(s)
				goto next
			}
		} else if runtime.BothFloats(x, y) {
			regs[ra(w)] = runtime.Float(x.AsFloat64() - y.AsFloat64())
			goto next
		}
		goto binary

	case code.MUL, code.IMUL:
		x, y := regs[rb(w)], regs[rc(w)]
		if runtime.BothInts(x, y) {
			a, b := x.AsInt64(), y.AsInt64()
			if a == int64(int32(a)) && b == int64(int32(b)) {
				regs[ra(w)] = runtime.Int(a * b)
				goto next
			}
		} else if runtime.BothFloats(x, y) {
			regs[ra(w)] = runtime.Float(x.AsFloat64() * y.AsFloat64())
			goto next
		}
		goto binary

	case code.DIV, code.IDIV:
		x, y := regs[rb(w)], regs[rc(w)]
		if runtime.BothFloats(x, y) && y.AsFloat64() != 0 {
			regs[ra(w)] = runtime.Float(x.AsFloat64() / y.AsFloat64())
			goto next
		}
		if runtime.BothInts(x, y) {
			a, b := x.AsInt64(), y.AsInt64()
			if b != 0 && a == int64(int32(a)) && b == int64(int32(b)) {
				regs[ra(w)] = runtime.Float(float64(a) / float64(b))
				goto next
			}
		}
		goto binary

	case code.MOD, code.IMOD:
		x, y := regs[rb(w)], regs[rc(w)]
		if runtime.BothInts(x, y) {
			a, b := x.AsInt64(), y.AsInt64()
			if b > 0 {
				m := a % b
				if m < 0 {
					m += b
				}
				regs[ra(w)] = runtime.Int(m)
				goto next
			}
		}
		goto binary

	case code.FLOORDIV, code.IFLOORDIV:
		x, y := regs[rb(w)], regs[rc(w)]
		if runtime.BothInts(x, y) {
			a, b := x.AsInt64(), y.AsInt64()
			if b > 0 {
				q := a / b
				if a%b < 0 {
					q--
				}
				regs[ra(w)] = runtime.Int(q)
				goto next
			}
		}
		goto binary

	case code.AND, code.IAND:
		x, y := regs[rb(w)], regs[rc(w)]
		if runtime.BothInts(x, y) {
			regs[ra(w)] = runtime.Int(x.AsInt64() & y.AsInt64())
			goto next
		}
		goto binary

	case code.OR, code.IOR:
		x, y := regs[rb(w)], regs[rc(w)]
		if runtime.BothInts(x, y) {
			regs[ra(w)] = runtime.Int(x.AsInt64() | y.AsInt64())
			goto next
		}
		goto binary

	case code.XOR, code.IXOR:
		x, y := regs[rb(w)], regs[rc(w)]
		if runtime.BothInts(x, y) {
			regs[ra(w)] = runtime.Int(x.AsInt64() ^ y.AsInt64())
			goto next
		}
		goto binary

	case code.RSHIFT, code.IRSHIFT:
		x, y := regs[rb(w)], regs[rc(w)]
		if runtime.BothInts(x, y) && uint64(y.AsInt64()) < 64 {
			regs[ra(w)] = runtime.Int(x.AsInt64() >> uint64(y.AsInt64()))
			goto next
		}
		goto binary

	case code.LSHIFT, code.ILSHIFT:
		x, y := regs[rb(w)], regs[rc(w)]
		if runtime.BothInts(x, y) {
			a, n := x.AsInt64(), uint64(y.AsInt64())
			if n < 63 {
				if s := a << n; s>>n == a {
					regs[ra(w)] = runtime.Int(s)
					goto next
				}
			}
		}
		goto binary

	case code.POW, code.MATMUL, code.IPOW, code.IMATMUL:
		goto binary

	case code.ADDI, code.IADDI:
		x := regs[rb(w)]
		if x.IsInt() {
			a, b := x.AsInt64(), imm(w)
			s := a + b
			if (a^s)&(b^s) >= 0 {
				regs[ra(w)] = runtime.Int(s)
				goto next
			}
		} else if x.IsFloat() {
			regs[ra(w)] = runtime.Float(x.AsFloat64() + float64(imm(w)))
			goto next
		}
		goto binaryImm

	case code.SUBI, code.ISUBI:
		x := regs[rb(w)]
		if x.IsInt() {
			a, b := x.AsInt64(), imm(w)
			s := a - b
			if (a^b)&(a^s) >= 0 {
				regs[ra(w)] = runtime.Int(s)
				goto next
			}
		} else if x.IsFloat() {
			regs[ra(w)] = runtime.Float(x.AsFloat64() - float64(imm(w)))
			goto next
		}
		goto binaryImm

	case code.MULI:
		x := regs[rb(w)]
		if x.IsInt() {
			if a := x.AsInt64(); a == int64(int32(a)) {
				regs[ra(w)] = runtime.Int(a * imm(w))
				goto next
			}
		} else if x.IsFloat() {
			regs[ra(w)] = runtime.Float(x.AsFloat64() * float64(imm(w)))
			goto next
		}
		goto binaryImm

	case code.MODI:
		x := regs[rb(w)]
		if b := imm(w); x.IsInt() && b > 0 {
			m := x.AsInt64() % b
			if m < 0 {
				m += b
			}
			regs[ra(w)] = runtime.Int(m)
			goto next
		}
		goto binaryImm

	case code.FLOORDIVI:
		x := regs[rb(w)]
		if b := imm(w); x.IsInt() && b > 0 {
			a := x.AsInt64()
			q := a / b
			if a%b < 0 {
				q--
			}
			regs[ra(w)] = runtime.Int(q)
			goto next
		}
		goto binaryImm

	case code.ANDI:
		if x := regs[rb(w)]; x.IsInt() {
			regs[ra(w)] = runtime.Int(x.AsInt64() & imm(w))
			goto next
		}
		goto binaryImm

	case code.RSHIFTI:
		if x := regs[rb(w)]; x.IsInt() && uint64(imm(w)) < 64 {
			regs[ra(w)] = runtime.Int(x.AsInt64() >> uint64(imm(w)))
			goto next
		}
		goto binaryImm

	case code.LSHIFTI:
		if x := regs[rb(w)]; x.IsInt() && uint64(imm(w)) < 63 {
			a, n := x.AsInt64(), uint64(imm(w))
			if s := a << n; s>>n == a {
				regs[ra(w)] = runtime.Int(s)
				goto next
			}
		}
		goto binaryImm

	case code.NEG:
		x := regs[rb(w)]
		if x.IsInt() && x.AsInt64() != math.MinInt64 {
			regs[ra(w)] = runtime.Int(-x.AsInt64())
			goto next
		}
		if x.IsFloat() {
			regs[ra(w)] = runtime.Float(-x.AsFloat64())
			goto next
		}
		goto slow

	case code.NOT:
		x := regs[rb(w)]
		if x.IsBool() {
			regs[ra(w)] = runtime.Bool(x.AsInt64() == 0)
			goto next
		}
		t.spill(f, pc, left, mark)
		var yes bool
		if yes, err = runtime.IsTrue(t.rt, x); err != nil {
			goto raise
		}
		regs = regsAt(t, f.base)
		left, mark = t.left, t.mark
		regs[ra(w)] = runtime.Bool(!yes)

	case code.LT:
		x, y := regs[rb(w)], regs[rc(w)]
		if runtime.BothInts(x, y) {
			regs[ra(w)] = runtime.Bool(x.AsInt64() < y.AsInt64())
			goto next
		}
		goto compare
	case code.LE:
		x, y := regs[rb(w)], regs[rc(w)]
		if runtime.BothInts(x, y) {
			regs[ra(w)] = runtime.Bool(x.AsInt64() <= y.AsInt64())
			goto next
		}
		goto compare
	case code.EQ:
		x, y := regs[rb(w)], regs[rc(w)]
		if runtime.BothInts(x, y) {
			regs[ra(w)] = runtime.Bool(x.AsInt64() == y.AsInt64())
			goto next
		}
		goto compare
	case code.NE:
		x, y := regs[rb(w)], regs[rc(w)]
		if runtime.BothInts(x, y) {
			regs[ra(w)] = runtime.Bool(x.AsInt64() != y.AsInt64())
			goto next
		}
		goto compare
	case code.GT:
		x, y := regs[rb(w)], regs[rc(w)]
		if runtime.BothInts(x, y) {
			regs[ra(w)] = runtime.Bool(x.AsInt64() > y.AsInt64())
			goto next
		}
		goto compare
	case code.GE:
		x, y := regs[rb(w)], regs[rc(w)]
		if runtime.BothInts(x, y) {
			regs[ra(w)] = runtime.Bool(x.AsInt64() >= y.AsInt64())
			goto next
		}
		goto compare

	case code.IS:
		regs[ra(w)] = runtime.Bool(runtime.Is(regs[rb(w)], regs[rc(w)]))
	case code.ISNOT:
		regs[ra(w)] = runtime.Bool(!runtime.Is(regs[rb(w)], regs[rc(w)]))

	case code.JMP:
		disp = sbx(w)
		goto jump
	case code.LOOP:
		disp = sbx(w)
		goto loop

	case code.JT:
		x := regs[ra(w)]
		if x.IsBool() {
			if x.AsInt64() != 0 {
				disp = sbx(w)
				goto jump
			}
			goto next
		}
		t.spill(f, pc, left, mark)
		var yes bool
		if yes, err = runtime.IsTrue(t.rt, x); err != nil {
			goto raise
		}
		regs = regsAt(t, f.base)
		left, mark = t.left, t.mark
		if yes {
			disp = sbx(w)
			goto jump
		}

	case code.JF:
		x := regs[ra(w)]
		if x.IsBool() {
			if x.AsInt64() == 0 {
				disp = sbx(w)
				goto jump
			}
			goto next
		}
		t.spill(f, pc, left, mark)
		var yes bool
		if yes, err = runtime.IsTrue(t.rt, x); err != nil {
			goto raise
		}
		regs = regsAt(t, f.base)
		left, mark = t.left, t.mark
		if !yes {
			disp = sbx(w)
			goto jump
		}

	case code.JNONE:
		if regs[ra(w)].IsNone() {
			disp = sbx(w)
			goto jump
		}
	case code.JNOTNONE:
		if !regs[ra(w)].IsNone() {
			disp = sbx(w)
			goto jump
		}

	case code.JLT:
		x, y := regs[ra(w)], regs[rb(w)]
		if runtime.BothInts(x, y) {
			if x.AsInt64() < y.AsInt64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JLE:
		x, y := regs[ra(w)], regs[rb(w)]
		if runtime.BothInts(x, y) {
			if x.AsInt64() <= y.AsInt64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JEQ, code.JNNE:
		x, y := regs[ra(w)], regs[rb(w)]
		if runtime.BothInts(x, y) {
			if x.AsInt64() == y.AsInt64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JNE, code.JNEQ:
		x, y := regs[ra(w)], regs[rb(w)]
		if runtime.BothInts(x, y) {
			if x.AsInt64() != y.AsInt64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JGT:
		x, y := regs[ra(w)], regs[rb(w)]
		if runtime.BothInts(x, y) {
			if x.AsInt64() > y.AsInt64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JGE:
		x, y := regs[ra(w)], regs[rb(w)]
		if runtime.BothInts(x, y) {
			if x.AsInt64() >= y.AsInt64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JNLT:
		x, y := regs[ra(w)], regs[rb(w)]
		if runtime.BothInts(x, y) {
			if x.AsInt64() >= y.AsInt64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JNLE:
		x, y := regs[ra(w)], regs[rb(w)]
		if runtime.BothInts(x, y) {
			if x.AsInt64() > y.AsInt64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JNGT:
		x, y := regs[ra(w)], regs[rb(w)]
		if runtime.BothInts(x, y) {
			if x.AsInt64() <= y.AsInt64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JNGE:
		x, y := regs[ra(w)], regs[rb(w)]
		if runtime.BothInts(x, y) {
			if x.AsInt64() < y.AsInt64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump

	case code.JLTI, code.JNGEI:
		if x := regs[ra(w)]; x.IsInt() {
			if x.AsInt64() < immB(w) {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JLEI, code.JNGTI:
		if x := regs[ra(w)]; x.IsInt() {
			if x.AsInt64() <= immB(w) {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JEQI, code.JNNEI:
		if x := regs[ra(w)]; x.IsInt() {
			if x.AsInt64() == immB(w) {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JNEI, code.JNEQI:
		if x := regs[ra(w)]; x.IsInt() {
			if x.AsInt64() != immB(w) {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JGTI, code.JNLEI:
		if x := regs[ra(w)]; x.IsInt() {
			if x.AsInt64() > immB(w) {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JGEI, code.JNLTI:
		if x := regs[ra(w)]; x.IsInt() {
			if x.AsInt64() >= immB(w) {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump

	case code.FORITER:
		it := regs[ra(w)]
		switch it.Type() {
		case runtime.RangeIterType:
			v, ok := runtime.As[runtime.RangeIter](it).Step()
			if !ok {
				goto iterEnd
			}
			regs[rb(w)] = v
			goto next
		case runtime.ListIterType:
			v, ok := runtime.As[runtime.ListIter](it).Step()
			if !ok {
				goto iterEnd
			}
			regs[rb(w)] = v
			goto next
		case runtime.GeneratorType:
			g := runtime.As[runtime.Generator](it)
			if !g.Done && !g.Running {
				t.spill(f, pc, left, mark)
				t.left -= pc - mark
				if err = t.resumeInto(g, runtime.None, kIter); err != nil {
					left, mark = t.left, pc
					goto raise
				}
				left = t.left
				goto enter
			}
		}
		t.spill(f, pc, left, mark)
		val, err = runtime.Next(t.rt, it)
		regs = regsAt(t, f.base)
		left, mark = t.left, t.mark
		if err != nil {
			goto raise
		}
		if val.IsUnset() {
			goto iterEnd
		}
		regs[rb(w)] = val

	case code.FORITER2:
		t.spill(f, pc, left, mark)
		var ok bool
		var x, y runtime.Value
		x, y, ok, err = t.next2(regs[ra(w)])
		regs = regsAt(t, f.base)
		left, mark = t.left, t.mark
		if err != nil {
			goto raise
		}
		if !ok {
			goto iterEnd
		}
		regs[rb(w)] = x
		regs[rb(w)+1] = y

	case code.TUPLE:
		n := int(rc(w))
		b := f.base + int(rb(w))
		regs[ra(w)] = runtime.NewTuple(t.stack[b : b+n])

	case code.LIST:
		n := int(rc(w))
		b := f.base + int(rb(w))
		regs[ra(w)] = runtime.NewList(append([]runtime.Value(nil), t.stack[b:b+n]...)).Value()

	case code.LISTAPPEND:
		runtime.As[runtime.List](regs[ra(w)]).Append(regs[rb(w)])

	case code.GETITEM:
		x, k := regs[rb(w)], regs[rc(w)]
		if k.IsInt() && x.IsExactly(runtime.ListType) {
			items := runtime.As[runtime.List](x).Items()
			i := k.AsInt64()
			if i < 0 {
				i += int64(len(items))
			}
			if uint64(i) < uint64(len(items)) {
				regs[ra(w)] = items[i]
				goto next
			}
		}
		t.spill(f, pc, left, mark)
		val, err = t.getItem(f, x, k)
		if t.cur != f {
			left = t.left
			goto enter
		}
		regs = regsAt(t, f.base)
		left, mark = t.left, t.mark
		if err != nil {
			goto raise
		}
		regs[ra(w)] = val

	case code.GETITEMI:
		x := regs[rb(w)]
		i := imm(w)
		switch x.Type() {
		case runtime.ListType:
			items := runtime.As[runtime.List](x).Items()
			if i < 0 {
				i += int64(len(items))
			}
			if uint64(i) < uint64(len(items)) {
				regs[ra(w)] = items[i]
				goto next
			}
		case runtime.TupleType:
			items := runtime.As[runtime.Tuple](x).Items()
			if i < 0 {
				i += int64(len(items))
			}
			if uint64(i) < uint64(len(items)) {
				regs[ra(w)] = items[i]
				goto next
			}
		}
		t.spill(f, pc, left, mark)
		val, err = t.getItem(f, x, runtime.Int(imm(w)))
		if t.cur != f {
			left = t.left
			goto enter
		}
		regs = regsAt(t, f.base)
		left, mark = t.left, t.mark
		if err != nil {
			goto raise
		}
		regs[ra(w)] = val

	case code.SETITEM:
		x, k := regs[ra(w)], regs[rb(w)]
		if k.IsInt() && x.IsExactly(runtime.ListType) {
			items := runtime.As[runtime.List](x).Items()
			i := k.AsInt64()
			if i < 0 {
				i += int64(len(items))
			}
			if uint64(i) < uint64(len(items)) {
				items[i] = regs[rc(w)]
				goto next
			}
		}
		t.spill(f, pc, left, mark)
		err = t.setItem(f, x, k, regs[rc(w)])
		if t.cur != f {
			left = t.left
			goto enter
		}
		regs = regsAt(t, f.base)
		left, mark = t.left, t.mark
		if err != nil {
			goto raise
		}

	case code.CALL:
		b := int(rb(w))
		callee := regs[b]
		n := int(rc(w))
		if callee.Type() == runtime.FunctionType {
			fn := runtime.As[runtime.Function](callee)
			nu := unitOf(fn.Code)
			if nu.simple && nu.nparams == n && !nu.gen {
				left -= pc - mark
				f.pc = pc
				if _, err = t.push(nu, fn, f.base+b+1, n, kCall); err != nil {
					mark = pc
					goto raise
				}
				goto enter
			}
		}
		left -= pc - mark
		t.spill(f, pc, left, pc)
		val, err = t.call(f, callee, f.base+b+1, n, nil)
		left = t.left
		if t.cur != f {
			goto enter
		}
		mark = t.mark
		regs = regsAt(t, f.base)
		if err != nil {
			goto raise
		}
		regs[ra(w)] = val

	case code.CALLM:
		b := int(rb(w))
		callee := regs[b]
		n := int(rc(w))
		at := b + 2
		if !regs[b+1].IsUnset() {
			at, n = b+1, n+1
		}
		if callee.Type() == runtime.FunctionType {
			fn := runtime.As[runtime.Function](callee)
			nu := unitOf(fn.Code)
			if nu.simple && nu.nparams == n && !nu.gen {
				left -= pc - mark
				f.pc = pc
				if _, err = t.push(nu, fn, f.base+at, n, kCall); err != nil {
					mark = pc
					goto raise
				}
				goto enter
			}
		}
		left -= pc - mark
		t.spill(f, pc, left, pc)
		val, err = t.call(f, callee, f.base+at, n, nil)
		left = t.left
		if t.cur != f {
			goto enter
		}
		mark = t.mark
		regs = regsAt(t, f.base)
		if err != nil {
			goto raise
		}
		regs[ra(w)] = val

	case code.CALLKW, code.CALLMKW, code.CALLEX:
		left -= pc - mark
		t.spill(f, pc, left, pc)
		val, err = t.callKw(f, w)
		left = t.left
		if t.cur != f {
			goto enter
		}
		mark = t.mark
		regs = regsAt(t, f.base)
		if err != nil {
			goto raise
		}
		regs[ra(w)] = val

	case code.RETURN:
		val = regs[ra(w)]
		goto ret
	case code.RETURNNONE:
		val = runtime.NoneValue()
		goto ret

	case code.YIELD:
		left -= pc - mark
		val = regs[rb(w)]
		t.spill(f, pc, left, pc)
		t.suspend(f)
		if f == entry {
			t.yielded = true
			t.leaveRun(left)
			return val, nil
		}
		switch f.kind {
		case kIter:
			f = t.cur
			regs = regsAt(t, f.base)
			regs[rb(f.u.insts[f.pc-1])] = val
			goto enter
		case kYieldFrom:
			// the delegating frame yields in its turn
			f = t.cur
			goto yieldOn
		}
		t.yielded = true
		t.leaveRun(left)
		return val, nil

	case code.YIELDFROM:
		t.spill(f, pc, left, mark)
		t.left -= pc - mark
		t.mark = pc
		var done bool
		val, done, err = t.yieldFrom(f, w)
		if t.cur != f {
			left = t.left
			goto enter
		}
		left, mark = t.left, t.mark
		regs = regsAt(t, f.base)
		if err != nil {
			goto raise
		}
		if done {
			regs[ra(w)] = val
			goto next
		}
		goto yieldOn

	case code.RAISE:
		t.spill(f, pc, left, mark)
		err = t.raise(regs[ra(w)], regs[rb(w)], int(rc(w)))
		if rc(w) == 0 {
			left, mark = t.left-(pc-t.mark), pc
			goto reraise
		}
		goto raise
	case code.RERAISE:
		err = runtime.ToException2(regs[ra(w)])
		left -= pc - mark
		mark = pc
		goto reraise
	case code.PUSHEXC:
		regs[ra(w)+1] = t.rt.Handled
		t.rt.Handled = regs[ra(w)]
	case code.POPEXC:
		t.rt.Handled = regs[ra(w)+1]
		regs[ra(w)], regs[ra(w)+1] = runtime.Value{}, runtime.Value{}

	default:
		if w&breakMark != 0 {
			// the quantum ends before this instruction
			pc--
			t.spill(f, pc, left-(pc-mark), pc)
			err = t.offer()
			left, mark = t.left, t.mark
			regs = regsAt(t, f.base)
			if err != nil {
				pc++
				goto raise
			}
			goto next
		}
		goto slow
	}
	goto next

binary:
	t.spill(f, pc, left, mark)
	val, err = t.binary(f, w, regs[rb(w)], regs[rc(w)])
	goto sloweded
binaryImm:
	t.spill(f, pc, left, mark)
	val, err = t.binaryImm(f, w, regs[rb(w)], imm(w))
	goto sloweded
compare:
	if x, y := regs[rb(w)], regs[rc(w)]; runtime.BothFloats(x, y) {
		regs[ra(w)] = runtime.Bool(floatCompare(runtime.CmpOp(code.Op(uint16(w))-code.LT), x.AsFloat64(), y.AsFloat64()))
		goto next
	}
	t.spill(f, pc, left, mark)
	val, err = t.compare(f, w)
sloweded:
	if t.cur != f {
		left = t.left
		goto enter
	}
	regs = regsAt(t, f.base)
	left, mark = t.left, t.mark
	if err != nil {
		goto raise
	}
	regs[ra(w)] = val
	goto next

compareJump:
	{
		t.spill(f, pc, left, mark)
		var yes bool
		yes, err = t.compareJump(f, w)
		if t.cur != f {
			left = t.left
			goto enter
		}
		regs = regsAt(t, f.base)
		left, mark = t.left, t.mark
		if err != nil {
			goto raise
		}
		if yes {
			disp = off(w)
			goto jump
		}
		goto next
	}

iterEnd:
	disp = off(w)
	if rc(w) == code.Wide && pc > 1 && code.OpOf(u.code.Insts[pc-2]) == code.EXT {
		disp = code.SBX(u.code.Insts[pc-2])
	}
	goto jump

loop:
	left -= pc - mark
	pc += disp
	mark = pc
	if left >= -disp {
		goto next
	}
	goto nearPoint

jump:
	left -= pc - mark
	pc += disp
	mark = pc
	if left >= u.maxRun {
		goto next
	}
nearPoint:
	t.left, t.mark = left, mark
	if err = t.near(f, pc); err != nil {
		goto raise
	}
	left, mark = t.left, t.mark
	goto next

ret: // val is the current frame's result
	left -= pc - mark
	if f.kind == kCall && f.snap == nil && f.gen == nil && f.far == nil {
		t.depth--
		f = f.prev
		t.cur = f
		u = f.u
		regs = regsAt(t, f.base)
		insts = instsOf(u)
		pc = f.pc
		mark = pc
		regs[ra(insts[pc-1])] = val
		if left >= u.maxRun {
			goto next
		}
		goto nearPoint
	}
	t.spill(f, pc, left, pc)
	if f == entry {
		t.finish(f)
		t.leaveRun(left)
		return val, nil
	}
	err = t.returnInto(f, val)
	left = t.left
	if err != nil {
		f = t.cur
		u = f.u
		regs = regsAt(t, f.base)
		insts = instsOf(u)
		pc, mark = f.pc, f.pc
		goto raise
	}
	goto enter

yieldOn: // frame f (current) yields val and will execute its YIELDFROM again
	f.pc--
	t.mark = f.pc
	t.suspend(f)
	left = t.left
	if f == entry {
		t.yielded = true
		t.leaveRun(left)
		return val, nil
	}
	switch f.kind {
	case kIter:
		f = t.cur
		regs = regsAt(t, f.base)
		regs[rb(f.u.insts[f.pc-1])] = val
		goto enter
	case kYieldFrom:
		f = t.cur
		goto yieldOn
	}
	t.yielded = true
	t.leaveRun(left)
	return val, nil

slow:
	t.spill(f, pc, left, mark)
	val, err = t.slowOp(f, w)
	if t.cur != f {
		left = t.left
		goto enter
	}
	regs = regsAt(t, f.base)
	left, mark = t.left, t.mark
	if err != nil {
		goto raise
	}
	if !val.IsUnset() {
		regs[ra(w)] = val
	}
	goto next

raise:
	left -= pc - mark
	mark = pc
	t.spill(f, pc, left, mark)
	t.addTraceback(f, err)
reraise:
	f.pc = pc
	t.left, t.mark = left, pc
	if t.unwind(entry, err) {
		left = t.left
		goto enter
	}
	err = t.unwound
	t.unwound = nil
	t.leaveRun(t.left)
	return runtime.Value{}, err
}

func floatCompare(op runtime.CmpOp, a, b float64) bool {
	switch op {
	case runtime.CmpLT:
		return a < b
	case runtime.CmpLE:
		return a <= b
	case runtime.CmpEQ:
		return a == b
	case runtime.CmpNE:
		return a != b
	case runtime.CmpGT:
		return a > b
	}
	return a >= b
}
