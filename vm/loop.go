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
// What lives from one instruction to the next is in Go locals: ip, the next
// instruction, and regs, the frame's registers, both as base pointers (the
// compiler and code.Verify keep operands below nregs and jumps inside the code,
// so no bounds are checked: that check cost 15%). The rest is in t and t.cur.
// They are set anew at the label enter after anything that changes frames.
//
// Each case does its common work inline and leaves the rest to a method in
// another file, after t.save(ip), because that method may run Python code in a
// nested run and may raise.
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

const valueSize = int(unsafe.Sizeof(runtime.Value{}))

//go:nocheckptr
func regsAt(t *thread, base int) *registers {
	return (*registers)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(t.stack)), base*valueSize))
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

// run executes t.cur, a frame of kind kEntry, and everything it calls.
func (t *thread) run() (runtime.Value, error) {
	entry := t.cur
	t.enterRun(entry)
	if entry.prev == t.root {
		return t.guarded(entry)
	}
	return t.runFrom(entry)
}

// runFrom is run for an entry frame that may have callees already.
//
//go:nocheckptr
func (t *thread) runFrom(entry *frame) (runtime.Value, error) {
	// Only t, ip and regs live from one instruction to the next: whatever else
	// did would be stored to the stack at every dispatch (40% of the time of a
	// call-heavy program when f, u, pc and the accounting were locals too).
	var (
		f    *frame
		u    *unit
		regs *registers
		ip   unsafe.Pointer // next instruction
		disp int            // displacement, for the labels jump and loop
		err  error
		val  runtime.Value
		w    uint64
	)

enter: // t.cur is to run from its pc
	f = t.cur
	u = f.u
	regs = regsAt(t, f.base)
	ip = unsafe.Add(u.base, f.pc*8)
	t.mark = uintptr(ip)
	t.maxRun = u.maxRun
	if t.left < u.maxRun {
		goto nearPoint
	}

next:
	w = *(*uint64)(ip)
	ip = unsafe.Add(ip, 8)
	switch code.Op(uint16(w)) {
	case code.NOP, code.EXT:

	case code.MOVE:
		regs[ra(w)] = regs[rb(w)]

	case code.LOADK:
		regs[ra(w)] = t.cur.u.consts[uint32(w>>32)]

	case code.CHECKBOUND:
		if regs[ra(w)].IsUnset() {
			f = t.save(ip)
			err = t.unbound(f.u, int(ra(w)), rb(w) == 1)
			goto raise
		}

	case code.LDCELL:
		c := runtime.As[runtime.Cell](regs[rb(w)])
		if c.Val.IsUnset() {
			f = t.save(ip)
			err = t.emptyCell(f.u, int(rb(w)), rc(w) == 1)
			goto raise
		}
		regs[ra(w)] = c.Val

	case code.STCELL:
		runtime.As[runtime.Cell](regs[ra(w)]).Val = regs[rb(w)]

	case code.MKCELL:
		regs[ra(w)] = runtime.NewCell(regs[ra(w)]).Value()

	case code.LDGLOBAL:
		f = t.cur
		c := &f.u.caches[uint32(w>>32)]
		g := f.fn.Globals
		if c.version == g.PeekVer() && c.version != 0 {
			if c.kind == 0 {
				regs[ra(w)] = g.ValueAt(int(c.slot))
				goto next
			}
			if b := f.fn.Builtins; c.ver2 == b.PeekVer() {
				regs[ra(w)] = b.ValueAt(int(c.slot))
				goto next
			}
		}
		f = t.save(ip)
		if val, err = t.loadGlobal(f, c, f.u.siteName(f.pc-1, int(uint32(w>>32)))); err != nil {
			goto raise
		}
		regs[ra(w)] = val

	case code.STGLOBAL:
		f = t.cur
		c := &f.u.caches[uint32(w>>32)]
		g := f.fn.Globals
		if c.version == g.PeekVer() && c.version != 0 {
			g.SetValueAt(int(c.slot), regs[ra(w)])
			goto next
		}
		f = t.save(ip)
		t.storeGlobal(f, c, f.u.siteName(f.pc-1, int(uint32(w>>32))), regs[ra(w)])

	case code.LDNAME:
		f = t.cur
		if !f.locals.IsUnset() {
			goto slow
		}
		// module level: the namespace is the globals
		c := &f.u.nameCaches[uint32(w>>32)]
		g := f.fn.Globals
		if c.version == g.PeekVer() && c.version != 0 {
			if c.kind == 0 {
				regs[ra(w)] = g.ValueAt(int(c.slot))
				goto next
			}
			if b := f.fn.Builtins; c.ver2 == b.PeekVer() {
				regs[ra(w)] = b.ValueAt(int(c.slot))
				goto next
			}
		}
		f = t.save(ip)
		if val, err = t.loadGlobal(f, c, f.u.co.Names[uint32(w>>32)]); err != nil {
			goto raise
		}
		regs[ra(w)] = val

	case code.STNAME:
		f = t.cur
		if !f.locals.IsUnset() {
			goto slow
		}
		c := &f.u.nameCaches[uint32(w>>32)]
		g := f.fn.Globals
		if c.version == g.PeekVer() && c.version != 0 && c.kind == 0 {
			g.SetValueAt(int(c.slot), regs[ra(w)])
			goto next
		}
		t.storeGlobal(f, c, f.u.co.Names[uint32(w>>32)], regs[ra(w)])

	case code.GETATTR:
		v := regs[rb(w)]
		c := t.cur.u.cacheAt(int(rc(w)))
		if c.kind == attrSlot {
			if o := runtime.InstanceOf(v); o != nil && o.Shape() == c.shape && v.Type().Version() == c.version {
				// a slot of __slots__ may be unset although the shape has it
				if val = *o.Slot(int(c.slot)); !val.IsUnset() {
					regs[ra(w)] = val
					goto next
				}
			}
		}
		f = t.save(ip)
		val, err = t.getAttr(f, c, v, f.u.siteName(f.pc-1, int(rc(w))))
		if t.cur != f {
			goto enter
		}
		if err != nil {
			goto raise
		}
		regs = regsAt(t, f.base)
		regs[ra(w)] = val

	case code.SETATTR:
		v := regs[ra(w)]
		c := t.cur.u.cacheAt(int(rc(w)))
		if o := runtime.InstanceOf(v); o != nil && o.Shape() == c.shape && c.kind >= attrSlot && v.Type().Version() == c.version {
			*o.Slot(int(c.slot)) = regs[rb(w)]
			if c.kind == attrAdd {
				o.SetShape(c.next)
			}
			goto next
		}
		f = t.save(ip)
		err = t.setAttr(f, c, v, f.u.siteName(f.pc-1, int(rc(w))), regs[rb(w)])
		if t.cur != f {
			goto enter
		}
		if err != nil {
			goto raise
		}
		regs = regsAt(t, f.base)

	case code.LOADMETHOD:
		v := regs[rb(w)]
		c := t.cur.u.cacheAt(int(rc(w)))
		if c.kind == attrMethod && v.Type().Version() == c.version && (c.shape == nil || runtime.InstanceShape(v) == c.shape) {
			regs[ra(w)] = c.val
			regs[ra(w)+1] = v
			goto next
		}
		f = t.save(ip)
		var self runtime.Value
		val, self, err = t.loadMethod(f, c, v, f.u.siteName(f.pc-1, int(rc(w))))
		if err != nil {
			goto raise
		}
		regs = regsAt(t, f.base)
		regs[ra(w)] = val
		regs[ra(w)+1] = self

	case code.LOADSUPER:
		f = t.save(ip)
		var self runtime.Value
		val, self, err = t.loadSuper(f, regs[rb(w)], regs[rb(w)+1], regs[rb(w)+2], f.u.siteName(f.pc-1, int(rc(w))))
		if err != nil {
			goto raise
		}
		regs = regsAt(t, f.base)
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
		f = t.save(ip)
		var yes bool
		if yes, err = runtime.IsTrue(t.rt, x); err != nil {
			goto raise
		}
		regs = regsAt(t, f.base)
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
		f = t.save(ip)
		var yes bool
		if yes, err = runtime.IsTrue(t.rt, x); err != nil {
			goto raise
		}
		regs = regsAt(t, f.base)
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
		f = t.save(ip)
		var yes bool
		if yes, err = runtime.IsTrue(t.rt, x); err != nil {
			goto raise
		}
		regs = regsAt(t, f.base)
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
		if runtime.Is(x, y) && x.IsExactly(runtime.StrType) {
			disp = off(w)
			goto jump
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
		if runtime.Is(x, y) && x.IsExactly(runtime.StrType) {
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
			r := runtime.As[runtime.RangeIter](it)
			if r.Left <= 0 {
				goto iterEnd
			}
			r.Left--
			regs[rb(w)] = runtime.Int(r.Cur)
			r.Cur += r.Stride
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
				f = t.save(ip)
				t.account(f)
				if err = t.resumeInto(g, runtime.None, kIter); err != nil {
					goto raise
				}
				goto enter
			}
		}
		f = t.save(ip)
		val, err = runtime.Next(t.rt, it)
		regs = regsAt(t, f.base)
		if err != nil {
			goto raise
		}
		if val.IsUnset() {
			goto iterEnd
		}
		regs[rb(w)] = val

	case code.FORITER2:
		it := regs[ra(w)]
		if it.Type() == runtime.ListIterType {
			v, ok := runtime.As[runtime.ListIter](it).Step()
			if !ok {
				goto iterEnd
			}
			if v.Type() == runtime.TupleType {
				if items := runtime.As[runtime.Tuple](v).Items(); len(items) == 2 {
					regs[rb(w)], regs[rb(w)+1] = items[0], items[1]
					goto next
				}
			}
			f = t.save(ip)
			var two [2]runtime.Value
			err = runtime.UnpackSequence(t.rt, v, two[:])
			regs = regsAt(t, f.base)
			if err != nil {
				goto raise
			}
			regs[rb(w)], regs[rb(w)+1] = two[0], two[1]
			goto next
		}
		f = t.save(ip)
		var ok bool
		var x, y runtime.Value
		x, y, ok, err = t.next2(it)
		regs = regsAt(t, f.base)
		if err != nil {
			goto raise
		}
		if !ok {
			goto iterEnd
		}
		regs[rb(w)] = x
		regs[rb(w)+1] = y

	case code.UNPACK:
		var items []runtime.Value
		switch x := regs[rb(w)]; x.Type() {
		case runtime.TupleType:
			items = runtime.As[runtime.Tuple](x).Items()
		case runtime.ListType:
			items = runtime.As[runtime.List](x).Items()
		default:
			goto slow
		}
		if len(items) != int(rc(w)) {
			goto slow
		}
		for i, x := range items {
			regs[ra(w)+uint16(i)] = x
		}

	case code.ITER:
		f = t.save(ip)
		val, err = runtime.Iter(t.rt, regs[rb(w)])
		goto stored

	case code.SLICE:
		// x[i:j:k] and x[i:j] = y on lists: with the instruction that follows,
		// without a slice object. (In x[i:j] += y the slice is used twice; the
		// result of its GETITEM lies above it.)
		if nw := *(*uint64)(ip); code.Op(uint16(nw)) == code.GETITEM && rc(nw) == ra(w) && ra(nw) <= ra(w) && regs[rb(nw)].IsExactly(runtime.ListType) && t.scratchSlice(regs, rb(w)) {
			ip = unsafe.Add(ip, 8)
			w = nw
			f = t.save(ip)
			val, err = runtime.ListGetSlice(t.rt, runtime.As[runtime.List](regs[rb(w)]), t.scratch)
			goto stored
		} else if code.Op(uint16(nw)) == code.SETITEM && rb(nw) == ra(w) && regs[ra(nw)].IsExactly(runtime.ListType) && regs[rc(nw)].IsExactly(runtime.ListType) && t.scratchSlice(regs, rb(w)) {
			ip = unsafe.Add(ip, 8)
			f = t.save(ip)
			if err = runtime.ListSetSlice(t.rt, runtime.As[runtime.List](regs[ra(nw)]), t.scratch, regs[rc(nw)]); err != nil {
				goto raise
			}
			goto next
		}
		goto slow

	case code.IN, code.NOTIN:
		f = t.save(ip)
		var yes bool
		yes, err = runtime.Contains(t.rt, regs[rc(w)], regs[rb(w)])
		val = runtime.Bool(yes == (code.Op(uint16(w)) == code.IN))
		goto stored

	case code.GETSLICE:
		f = t.save(ip)
		val, err = t.getSlice(regs[rb(w)], regs[rb(w)+1], regs[rb(w)+2])
		goto stored

	case code.FORMAT:
		f = t.save(ip)
		val, err = t.format(regs[rb(w)], int(rc(w)), f.base+int(rb(w)))
		goto stored

	case code.TUPLE:
		n := int(rc(w))
		b := t.cur.base + int(rb(w))
		regs[ra(w)] = runtime.NewTuple(t.stack[b : b+n])

	case code.LIST:
		n := int(rc(w))
		b := t.cur.base + int(rb(w))
		regs[ra(w)] = runtime.ListOf(t.stack[b : b+n]).Value()

	case code.LISTFOR:
		regs[ra(w)] = runtime.NewListFor(regs[rb(w)]).Value()

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
		f = t.save(ip)
		val, err = t.getItem(f, x, k)
		if t.cur != f {
			goto enter
		}
		regs = regsAt(t, f.base)
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
		f = t.save(ip)
		val, err = t.getItem(f, x, runtime.Int(imm(w)))
		if t.cur != f {
			goto enter
		}
		regs = regsAt(t, f.base)
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
		f = t.save(ip)
		err = t.setItem(f, x, k, regs[rc(w)])
		if t.cur != f {
			goto enter
		}
		regs = regsAt(t, f.base)
		if err != nil {
			goto raise
		}

	case code.CALL:
		b := int(rb(w))
		callee := regs[b]
		n := int(rc(w))
		if callee.Type() == runtime.FunctionType {
			fn := runtime.As[runtime.Function](callee)
			nu := (*unit)(fn.Unit)
			if nu != nil && nu.quick == n {
				f = t.cur
				nf := f.next
				base := f.base + b + 1
				if nf != nil && base+nu.nregs <= len(t.stack) {
					t.left -= int(uintptr(ip)-t.mark) >> 3
					f.pc = int(uintptr(ip)-f.u.addr) >> 3
					nf.u, nf.fn, nf.base, nf.kind = nu, fn, base, kCall
					if n < nu.nlocals {
						clear(t.stack[base+n : base+nu.nlocals])
					}
					if nu.nfree > 0 {
						copy(t.stack[base+nu.free:base+nu.free+nu.nfree], fn.Closure)
					}
					t.cur = nf
					regs = (*registers)(unsafe.Add(unsafe.Pointer(regs), (b+1)*valueSize))
					ip = nu.base
					t.mark = uintptr(ip)
					t.maxRun = nu.maxRun
					if t.left >= nu.maxRun {
						goto next
					}
					goto nearPoint
				}
			}
		}
		f = t.save(ip)
		t.account(f)
		val, err = t.call(f, callee, f.base+b+1, n, nil)
		if t.cur != f {
			goto enter
		}
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
			nu := (*unit)(fn.Unit)
			if nu != nil && nu.quick == n {
				f = t.cur
				nf := f.next
				base := f.base + at
				if nf != nil && base+nu.nregs <= len(t.stack) {
					t.left -= int(uintptr(ip)-t.mark) >> 3
					f.pc = int(uintptr(ip)-f.u.addr) >> 3
					nf.u, nf.fn, nf.base, nf.kind = nu, fn, base, kCall
					if n < nu.nlocals {
						clear(t.stack[base+n : base+nu.nlocals])
					}
					if nu.nfree > 0 {
						copy(t.stack[base+nu.free:base+nu.free+nu.nfree], fn.Closure)
					}
					t.cur = nf
					regs = (*registers)(unsafe.Add(unsafe.Pointer(regs), (at)*valueSize))
					ip = nu.base
					t.mark = uintptr(ip)
					t.maxRun = nu.maxRun
					if t.left >= nu.maxRun {
						goto next
					}
					goto nearPoint
				}
			}
		}
		f = t.save(ip)
		t.account(f)
		val, err = t.call(f, callee, f.base+at, n, nil)
		if t.cur != f {
			goto enter
		}
		regs = regsAt(t, f.base)
		if err != nil {
			goto raise
		}
		regs[ra(w)] = val

	case code.CALLKW, code.CALLMKW, code.CALLEX:
		f = t.save(ip)
		t.account(f)
		val, err = t.callKw(f, w)
		if t.cur != f {
			goto enter
		}
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
		val = regs[rb(w)]
		f = t.save(ip)
		t.account(f)
		if f.kind == kDrive {
			if err = t.drivers[len(t.drivers)-1](val); err == nil {
				regs = regsAt(t, f.base)
				regs[ra(w)] = runtime.None
				goto next
			}
			t.suspend(f)
			t.leaveRun()
			return runtime.Value{}, err
		}
		t.suspend(f)
		if f == entry {
			t.yielded = true
			t.leaveRun()
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
		t.leaveRun()
		return val, nil

	case code.YIELDFROM:
		f = t.save(ip)
		t.account(f)
		var done bool
		val, done, err = t.yieldFrom(f, w)
		if t.cur != f {
			goto enter
		}
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
		f = t.save(ip)
		err = t.raise(regs[ra(w)], regs[rb(w)], int(rc(w)))
		if rc(w) == 0 {
			t.account(f)
			goto reraise
		}
		goto raise
	case code.RERAISE:
		err = runtime.ToException2(regs[ra(w)])
		f = t.save(ip)
		t.account(f)
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
			ip = unsafe.Add(ip, -8)
			f = t.save(ip)
			t.account(f)
			if err = t.offer(); err != nil {
				f.pc++
				ip = unsafe.Add(ip, 8)
				goto raise
			}
			regs = regsAt(t, f.base)
			goto next
		}
		goto slow
	}
	goto next

binary:
	f = t.save(ip)
	val, err = t.binary(f, w, regs[rb(w)], regs[rc(w)])
	goto stored
binaryImm:
	f = t.save(ip)
	val, err = t.binaryImm(f, w, regs[rb(w)], imm(w))
	goto stored
compare:
	if x, y := regs[rb(w)], regs[rc(w)]; runtime.BothFloats(x, y) {
		regs[ra(w)] = runtime.Bool(floatCompare(runtime.CmpOp(code.Op(uint16(w))-code.LT), x.AsFloat64(), y.AsFloat64()))
		goto next
	}
	f = t.save(ip)
	val, err = t.compare(f, w)
stored:
	if t.cur != f {
		goto enter
	}
	regs = regsAt(t, f.base)
	if err != nil {
		goto raise
	}
	regs[ra(w)] = val
	goto next

compareJump:
	{
		f = t.save(ip)
		var yes bool
		yes, err = t.compareJump(f, w)
		if t.cur != f {
			goto enter
		}
		regs = regsAt(t, f.base)
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
	if rc(w) == code.Wide {
		f = t.save(ip)
		if f.pc > 1 && code.OpOf(f.u.code.Insts[f.pc-2]) == code.EXT {
			disp = code.SBX(f.u.code.Insts[f.pc-2])
		}
	}
	goto jump

loop:
	t.left -= int(uintptr(ip)-t.mark) >> 3
	ip = unsafe.Add(ip, disp*8)
	t.mark = uintptr(ip)
	if t.left >= -disp {
		goto next
	}
	goto nearPoint

jump:
	t.left -= int(uintptr(ip)-t.mark) >> 3
	ip = unsafe.Add(ip, disp*8)
	t.mark = uintptr(ip)
	if t.left >= t.maxRun {
		goto next
	}
nearPoint:
	f = t.save(ip)
	if err = t.near(f, f.pc); err != nil {
		f.pc++
		ip = unsafe.Add(ip, 8)
		goto raise
	}
	regs = regsAt(t, f.base)
	goto next

ret: // val is the current frame's result
	f = t.cur
	t.left -= int(uintptr(ip)-t.mark) >> 3
	if f.kind == kCall && f.snap == nil && f.gen == nil && f.far == nil && !t.tracing {
		f = f.prev
		t.cur = f
		u = f.u
		regs = regsAt(t, f.base)
		ip = unsafe.Add(u.base, f.pc*8)
		t.mark = uintptr(ip)
		t.maxRun = u.maxRun
		regs[ra(*(*uint64)(unsafe.Add(ip, -8)))] = val
		if t.left >= u.maxRun {
			goto next
		}
		goto nearPoint
	}
	f.pc = int(uintptr(ip)-f.u.addr) >> 3
	t.mark = uintptr(ip)
	if t.tracing {
		if err = t.traceReturn(f, val); err != nil {
			goto raise
		}
	}
	if f == entry {
		t.finish(f)
		t.leaveRun()
		return val, nil
	}
	if err = t.returnInto(f, val); err != nil {
		f = t.cur
		ip = unsafe.Add(f.u.base, f.pc*8)
		regs = regsAt(t, f.base)
		goto raise
	}
	goto enter

yieldOn: // frame f (current) yields val and will execute its YIELDFROM again
	err = nil
	f.pc--
	t.mark -= 8
	if f.kind == kDrive {
		if err = t.drivers[len(t.drivers)-1](val); err == nil {
			goto enter
		}
	}
	t.suspend(f)
	if err != nil {
		t.leaveRun()
		return runtime.Value{}, err
	}
	if f == entry {
		t.yielded = true
		t.leaveRun()
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
	t.leaveRun()
	return val, nil

slow:
	f = t.save(ip)
	val, err = t.slowOp(f, w)
	if t.cur != f {
		goto enter
	}
	regs = regsAt(t, f.base)
	if err != nil {
		goto raise
	}
	if !val.IsUnset() {
		regs[ra(w)] = val
	}
	goto next

raise:
	f = t.save(ip)
	t.account(f)
	t.addTraceback(f, err)
reraise:
	if t.unwind(entry, err) {
		goto enter
	}
	err = t.unwound
	t.unwound = nil
	t.leaveRun()
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
