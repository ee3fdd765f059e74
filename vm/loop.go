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
// so no bounds are checked: that check cost 15%); and bound, see below. The rest
// is in t and t.cur. They are set anew at the label enter after anything that
// changes frames.
//
// No case keeps ip, regs, bound or its instruction across a call of a Go function:
// what a single case needs after a call, Go stores to the stack at every
// dispatch (four stores, 6% over benchdata, 15% in loops). So a case saves ip
// to the frame and bound to t before a call and afterwards takes them all from
// there (back, or the labels stored, set, done and again). And no more than tiny functions
// are put into one of this size (see runtime/inline.go): a larger one is a call.
//
// Each case does its common work inline and leaves the rest to a method in
// another file, after t.save(ip), because that method may run Python code in a
// nested run and may raise.
//
// The dispatch (the first lines at the label next) is 36 bytes. Where it crosses
// two lines of the cache, all is 3% slower and programs of many ifs 10%: the
// linker puts functions at multiples of 32, so that may change with any other
// package. Before two binaries are compared, go tool objdump says whether the
// address of next modulo 64 is the same. (Opcodes of one byte, marks included,
// make it 20 bytes and nothing faster.)
//
// # Accounting
//
// The GIL is offered after every interval instructions, exactly. Counting
// each instruction cost 15-20%, so the count is the distance to the address
// where the quantum would end if the frame ran straight on, and only a taken
// jump, a call or a return (an accounting point) moves that address, by as much
// as the instruction pointer. bound is jumpRun of the frame's unit before it:
// the longest stretch from where a jump goes. A jump moves bound and compares
// it with ip, no more (in memory, and with jumpRun a second number there, that
// was 5% of all time, 8% where there are many ifs). If ip is beyond it (after a
// call or a return, if fewer than the unit's maxRun are left; after a loop's
// jump back, if the loop might pass it), breakMark is put on the instruction at
// the end; the loop then comes to the default case there, offers the GIL, takes
// the mark off and goes on. Each of the two is a jump that the processor does
// not foresee, 5-10 ns: with maxRun for all jumps, threads got 1.5% less done.
// And it may already have loaded the instruction that a mark is just being put
// on, and then drops everything it has begun: 30 ns a turn in short loops,
// until ip was made to depend on the mark.
//
// A thread that is alone is given several quanta at once and needs no marks
// (grant in quantum.go). What remains is 2-3% (the benchmark Threads builds a
// loop without it to compare); a count kept beside the address of the last
// accounting point cost 5%, and a mark and an offer at every quantum 11% more.

// registers is the address of a frame's first register.
type registers struct{ p unsafe.Pointer }

const valueSize = int(unsafe.Sizeof(runtime.Value{}))

func regsAt(t *thread, base int) registers {
	return registers{unsafe.Add(unsafe.Pointer(unsafe.SliceData(t.stack)), base*valueSize)}
}

// at is register i; from the registers that begin with it.
func (r registers) at(i int) *runtime.Value {
	return (*runtime.Value)(unsafe.Add(r.p, i*valueSize))
}

func (r registers) from(i int) registers { return registers{unsafe.Add(r.p, i*valueSize)} }

// a, b and c are the registers that operands a, b and c of w name; a1 and b1
// those that follow. The operand is made a distance by one shift and one mask.
func (r registers) a(w uint64) *runtime.Value {
	return (*runtime.Value)(unsafe.Add(r.p, w>>12&(0xFFFF*16)))
}

func (r registers) b(w uint64) *runtime.Value {
	return (*runtime.Value)(unsafe.Add(r.p, w>>28&(0xFFFF*16)))
}

func (r registers) c(w uint64) *runtime.Value {
	return (*runtime.Value)(unsafe.Add(r.p, w>>44&(0xFFFF*16)))
}

func (r registers) a1(w uint64) *runtime.Value {
	return (*runtime.Value)(unsafe.Add(r.p, w>>12&(0xFFFF*16)+uint64(valueSize)))
}

func (r registers) b1(w uint64) *runtime.Value {
	return (*runtime.Value)(unsafe.Add(r.p, w>>28&(0xFFFF*16)+uint64(valueSize)))
}

// back gives the loop's state again after a call from an instruction of f,
// the current frame, whose pc is saved: the instruction itself is w.
func (t *thread) back(f *frame) (regs registers, ip unsafe.Pointer, bound uintptr, w uint64) {
	ip = unsafe.Add(f.u.base, f.pc*8)
	return regsAt(t, f.base), ip, t.bound, wordBefore(ip)
}

// next1 is the address of f's next instruction.
func (f *frame) next1() unsafe.Pointer { return unsafe.Add(f.u.base, f.pc*8) }

// regAt is register i of f.
func (t *thread) regAt(f *frame, i int) *runtime.Value { return &t.stack[f.base+i] }

// wordBefore is the instruction before ip.
func wordBefore(ip unsafe.Pointer) uint64 { return *(*uint64)(unsafe.Add(ip, -8)) }

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
	return t.begin(entry)
}

// begin is runFrom on the way in: a base run goes through its goroutine's
// carrier.
func (t *thread) begin(entry *frame) (runtime.Value, error) {
	if entry.prev == t.root {
		return t.hostRun()
	}
	return t.runFrom(entry)
}

// runFrom is run for an entry frame that may have callees already.
//
//go:nocheckptr
func (t *thread) runFrom(entry *frame) (runtime.Value, error) {
	// Only t, ip, regs and bound live from one instruction to the next: whatever else
	// did would be stored to the stack at every dispatch (40% of the time of a
	// call-heavy program when f, u, pc and the accounting were locals too).
	var (
		f     *frame
		u     *unit
		regs  registers
		ip    unsafe.Pointer // next instruction
		bound uintptr        // ip after a jump, at most: see Accounting
		disp  int            // displacement, for the labels jump and loop
		err   error
		val   runtime.Value
		w     uint64
		yes   bool // the result of w, for the label truth
	)

enter: // t.cur is to run from its pc
	f = t.cur
	u = f.u
	regs = regsAt(t, f.base)
	ip = unsafe.Add(u.base, f.pc*8)
entered:
	bound = uintptr(ip) + uintptr(t.left*8-u.jumpRun)
	if t.left*8 < u.maxRun {
		goto nearPoint
	}

next:
	w = *(*uint64)(ip)
	ip = unsafe.Add(ip, 8)
	switch code.Op(uint16(w)) {
	case code.NOP, code.EXT:

	case code.MOVE:
		*regs.a(w) = *regs.b(w)

	case code.LOADK:
		*regs.a(w) = t.cur.u.consts[uint32(w>>32)]

	case code.CHECKBOUND:
		if regs.a(w).IsUnset() {
			t.bound, f = bound, t.save(ip)
			err = t.unbound(f.u, int(ra(w)), rb(w) == 1)
			goto raise
		}

	case code.LDCELL:
		c := runtime.As[runtime.Cell](*regs.b(w))
		if c.Val.IsUnset() {
			t.bound, f = bound, t.save(ip)
			err = t.emptyCell(f.u, int(rb(w)), rc(w) == 1)
			goto raise
		}
		*regs.a(w) = c.Val

	case code.STCELL:
		runtime.As[runtime.Cell](*regs.a(w)).Val = *regs.b(w)

	case code.MKCELL:
		t.bound, f = bound, t.save(ip)
		val = runtime.NewCell(*regs.a(w)).Value()
		goto set

	case code.LDGLOBAL:
		f = t.cur
		c := f.u.wideSite(w)
		g := f.fn.Globals
		if c.version == g.PeekVer() && c.version != 0 {
			if c.kind == 0 {
				*regs.a(w) = g.ValueAt(int(c.slot))
				goto next
			}
			if b := f.fn.Builtins; c.ver2 == b.PeekVer() {
				*regs.a(w) = b.ValueAt(int(c.slot))
				goto next
			}
		}
		t.bound, f = bound, t.save(ip)
		if val, err = t.loadGlobalAt(f, c, w); err != nil {
			goto raise
		}
		goto stored

	case code.STGLOBAL:
		f = t.cur
		c := f.u.wideSite(w)
		g := f.fn.Globals
		if c.version == g.PeekVer() && c.version != 0 {
			g.SetValueAt(int(c.slot), *regs.a(w))
			goto next
		}
		t.bound, f = bound, t.save(ip)
		t.storeGlobalAt(f, c, w, *regs.a(w))
		goto again

	case code.LDNAME:
		f = t.cur
		if !f.locals.IsUnset() {
			goto slow
		}
		// module level: the namespace is the globals
		c := f.u.nameSite(w)
		g := f.fn.Globals
		if c.version == g.PeekVer() && c.version != 0 {
			if c.kind == 0 {
				*regs.a(w) = g.ValueAt(int(c.slot))
				goto next
			}
			if b := f.fn.Builtins; c.ver2 == b.PeekVer() {
				*regs.a(w) = b.ValueAt(int(c.slot))
				goto next
			}
		}
		t.bound, f = bound, t.save(ip)
		if val, err = t.loadGlobal(f, c, f.u.co.Names[uint32(w>>32)]); err != nil {
			goto raise
		}
		goto stored

	case code.STNAME:
		f = t.cur
		if !f.locals.IsUnset() {
			goto slow
		}
		c := f.u.nameSite(w)
		g := f.fn.Globals
		if c.version == g.PeekVer() && c.version != 0 && c.kind == 0 {
			g.SetValueAt(int(c.slot), *regs.a(w))
			goto next
		}
		t.bound, f = bound, t.save(ip)
		t.storeGlobal(f, c, f.u.co.Names[uint32(w>>32)], *regs.a(w))
		goto again

	case code.GETATTR:
		v := *regs.b(w)
		c := t.cur.u.site(w)
		if c.kind == attrSlot && v.Type().Version() == c.version {
			if o := runtime.As[runtime.Instance](v); o.Shape() == c.shape {
				// a slot of __slots__ may be unset although the shape has it
				if val = *o.Slot(int(c.slot)); !val.IsUnset() {
					*regs.a(w) = val
					goto next
				}
			}
		}
		if c.more != nil {
			for i := range c.more {
				if e := &c.more[i]; e.kind == attrSlot && v.Type().Version() == e.version {
					if o := runtime.As[runtime.Instance](v); o.Shape() == e.shape {
						if val = *o.Slot(int(e.slot)); !val.IsUnset() {
							*regs.a(w) = val
							goto next
						}
					}
				}
			}
		}
		if c.kind == attrValue && v.Type().Version() == c.version && runtime.As[runtime.Instance](v).Shape() == c.shape {
			*regs.a(w) = runtime.As[runtime.Dict](c.val).ValueAt(int(c.slot))
			goto next
		}
		t.bound, f = bound, t.save(ip)
		val, err = t.getAttrAt(f, c, v, w)
		goto stored

	case code.SETATTR:
		v := *regs.a(w)
		c := t.cur.u.site(w)
		if (c.kind == attrSlot || c.kind == attrAdd) && v.Type().Version() == c.version {
			if o := runtime.As[runtime.Instance](v); o.Shape() == c.shape {
				*o.Slot(int(c.slot)) = *regs.b(w)
				if c.kind == attrAdd {
					o.SetShape(c.next)
				}
				goto next
			}
		}
		if c.more != nil {
			for i := range c.more {
				if e := &c.more[i]; (e.kind == attrSlot || e.kind == attrAdd) && v.Type().Version() == e.version {
					if o := runtime.As[runtime.Instance](v); o.Shape() == e.shape {
						*o.Slot(int(e.slot)) = *regs.b(w)
						if e.kind == attrAdd {
							o.SetShape(e.next)
						}
						goto next
					}
				}
			}
		}
		t.bound, f = bound, t.save(ip)
		err = t.setAttrAt(f, c, v, w, *regs.b(w))
		goto done

	case code.LOADMETHOD:
		v := *regs.b(w)
		c := t.cur.u.site(w)
		if (c.kind == attrMethod || c.kind == attrShaped) && v.Type().Version() == c.version {
			if c.kind == attrMethod || runtime.As[runtime.Instance](v).Shape() == c.shape {
				*regs.a(w) = c.val
				*regs.a1(w) = v
				goto next
			}
		}
		if c.more != nil {
			for i := range c.more {
				if e := &c.more[i]; (e.kind == attrMethod || e.kind == attrShaped) && v.Type().Version() == e.version {
					if e.kind == attrMethod || runtime.As[runtime.Instance](v).Shape() == e.shape {
						*regs.a(w) = e.val
						*regs.a1(w) = v
						goto next
					}
				}
			}
		}
		t.bound, f = bound, t.save(ip)
		err = t.loadMethodAt(f, c, v, w)
		goto done

	case code.LOADSUPER:
		t.bound, f = bound, t.save(ip)
		err = t.loadSuperAt(f, w)
		goto done

	case code.ADD, code.IADD:
		x, y := *regs.b(w), *regs.c(w)
		if runtime.BothInts(x, y) {
			a, b := x.AsInt64(), y.AsInt64()
			s := a + b
			if (a^s)&(b^s) >= 0 {
				*regs.a(w) = runtime.Int(s)
				goto next
			}
		} else if runtime.BothFloats(x, y) {
			*regs.a(w) = runtime.Float(x.AsFloat64() + y.AsFloat64())
			goto next
		}
		goto binary

	case code.SUB, code.ISUB:
		x, y := *regs.b(w), *regs.c(w)
		if runtime.BothInts(x, y) {
			a, b := x.AsInt64(), y.AsInt64()
			s := a - b
			if (a^b)&(a^s) >= 0 {
				*regs.a(w) = runtime.Int(s)
				goto next
			}
		} else if runtime.BothFloats(x, y) {
			*regs.a(w) = runtime.Float(x.AsFloat64() - y.AsFloat64())
			goto next
		}
		goto binary

	case code.MUL, code.IMUL:
		x, y := *regs.b(w), *regs.c(w)
		if runtime.BothInts(x, y) {
			a, b := x.AsInt64(), y.AsInt64()
			if a == int64(int32(a)) && b == int64(int32(b)) {
				*regs.a(w) = runtime.Int(a * b)
				goto next
			}
		} else if runtime.BothFloats(x, y) {
			*regs.a(w) = runtime.Float(x.AsFloat64() * y.AsFloat64())
			goto next
		}
		goto binary

	case code.DIV, code.IDIV:
		x, y := *regs.b(w), *regs.c(w)
		if runtime.BothFloats(x, y) && y.AsFloat64() != 0 {
			*regs.a(w) = runtime.Float(x.AsFloat64() / y.AsFloat64())
			goto next
		}
		if runtime.BothInts(x, y) {
			a, b := x.AsInt64(), y.AsInt64()
			if b != 0 && a == int64(int32(a)) && b == int64(int32(b)) {
				*regs.a(w) = runtime.Float(float64(a) / float64(b))
				goto next
			}
		}
		goto binary

	case code.MOD, code.IMOD:
		x, y := *regs.b(w), *regs.c(w)
		if runtime.BothInts(x, y) {
			a, b := x.AsInt64(), y.AsInt64()
			if b > 0 {
				m := a % b
				if m < 0 {
					m += b
				}
				*regs.a(w) = runtime.Int(m)
				goto next
			}
		}
		goto binary

	case code.FLOORDIV, code.IFLOORDIV:
		x, y := *regs.b(w), *regs.c(w)
		if runtime.BothInts(x, y) {
			a, b := x.AsInt64(), y.AsInt64()
			if b > 0 {
				q := a / b
				if a%b < 0 {
					q--
				}
				*regs.a(w) = runtime.Int(q)
				goto next
			}
		}
		goto binary

	case code.AND, code.IAND:
		x, y := *regs.b(w), *regs.c(w)
		if runtime.BothInts(x, y) {
			*regs.a(w) = runtime.Int(x.AsInt64() & y.AsInt64())
			goto next
		}
		goto binary

	case code.OR, code.IOR:
		x, y := *regs.b(w), *regs.c(w)
		if runtime.BothInts(x, y) {
			*regs.a(w) = runtime.Int(x.AsInt64() | y.AsInt64())
			goto next
		}
		goto binary

	case code.XOR, code.IXOR:
		x, y := *regs.b(w), *regs.c(w)
		if runtime.BothInts(x, y) {
			*regs.a(w) = runtime.Int(x.AsInt64() ^ y.AsInt64())
			goto next
		}
		goto binary

	case code.RSHIFT, code.IRSHIFT:
		x, y := *regs.b(w), *regs.c(w)
		if runtime.BothInts(x, y) && uint64(y.AsInt64()) < 64 {
			*regs.a(w) = runtime.Int(x.AsInt64() >> uint64(y.AsInt64()))
			goto next
		}
		goto binary

	case code.LSHIFT, code.ILSHIFT:
		x, y := *regs.b(w), *regs.c(w)
		if runtime.BothInts(x, y) {
			a, n := x.AsInt64(), uint64(y.AsInt64())
			if n < 63 {
				if s := a << n; s>>n == a {
					*regs.a(w) = runtime.Int(s)
					goto next
				}
			}
		}
		goto binary

	case code.POW, code.MATMUL, code.IPOW, code.IMATMUL:
		goto binary

	case code.ADDI, code.IADDI:
		x := *regs.b(w)
		if x.IsInt() {
			a, b := x.AsInt64(), imm(w)
			s := a + b
			if (a^s)&(b^s) >= 0 {
				*regs.a(w) = runtime.Int(s)
				goto next
			}
		} else if x.IsFloat() {
			*regs.a(w) = runtime.Float(x.AsFloat64() + float64(imm(w)))
			goto next
		}
		goto binaryImm

	case code.SUBI, code.ISUBI:
		x := *regs.b(w)
		if x.IsInt() {
			a, b := x.AsInt64(), imm(w)
			s := a - b
			if (a^b)&(a^s) >= 0 {
				*regs.a(w) = runtime.Int(s)
				goto next
			}
		} else if x.IsFloat() {
			*regs.a(w) = runtime.Float(x.AsFloat64() - float64(imm(w)))
			goto next
		}
		goto binaryImm

	case code.MULI:
		x := *regs.b(w)
		if x.IsInt() {
			if a := x.AsInt64(); a == int64(int32(a)) {
				*regs.a(w) = runtime.Int(a * imm(w))
				goto next
			}
		} else if x.IsFloat() {
			*regs.a(w) = runtime.Float(x.AsFloat64() * float64(imm(w)))
			goto next
		}
		goto binaryImm

	case code.MODI:
		x := *regs.b(w)
		if b := imm(w); x.IsInt() && b > 0 {
			m := x.AsInt64() % b
			if m < 0 {
				m += b
			}
			*regs.a(w) = runtime.Int(m)
			goto next
		}
		goto binaryImm

	case code.FLOORDIVI:
		x := *regs.b(w)
		if b := imm(w); x.IsInt() && b > 0 {
			a := x.AsInt64()
			q := a / b
			if a%b < 0 {
				q--
			}
			*regs.a(w) = runtime.Int(q)
			goto next
		}
		goto binaryImm

	case code.ANDI:
		if x := *regs.b(w); x.IsInt() {
			*regs.a(w) = runtime.Int(x.AsInt64() & imm(w))
			goto next
		}
		goto binaryImm

	case code.RSHIFTI:
		if x := *regs.b(w); x.IsInt() && uint64(imm(w)) < 64 {
			*regs.a(w) = runtime.Int(x.AsInt64() >> uint64(imm(w)))
			goto next
		}
		goto binaryImm

	case code.LSHIFTI:
		if x := *regs.b(w); x.IsInt() && uint64(imm(w)) < 63 {
			a, n := x.AsInt64(), uint64(imm(w))
			if s := a << n; s>>n == a {
				*regs.a(w) = runtime.Int(s)
				goto next
			}
		}
		goto binaryImm

	case code.NEG:
		x := *regs.b(w)
		if x.IsInt() && x.AsInt64() != math.MinInt64 {
			*regs.a(w) = runtime.Int(-x.AsInt64())
			goto next
		}
		if x.IsFloat() {
			*regs.a(w) = runtime.Float(-x.AsFloat64())
			goto next
		}
		goto slow

	case code.NOT:
		x := *regs.b(w)
		if x.IsBool() {
			*regs.a(w) = runtime.Bool(x.AsInt64() == 0)
			goto next
		}
		t.bound, f = bound, t.save(ip)
		yes, err = runtime.IsTrue(t.rt, x)
		val = runtime.Bool(!yes)
		goto stored

	case code.LT:
		x, y := *regs.b(w), *regs.c(w)
		if runtime.BothInts(x, y) {
			*regs.a(w) = runtime.Bool(x.AsInt64() < y.AsInt64())
			goto next
		}
		if runtime.BothFloats(x, y) {
			*regs.a(w) = runtime.Bool(x.AsFloat64() < y.AsFloat64())
			goto next
		}
		goto compare
	case code.LE:
		x, y := *regs.b(w), *regs.c(w)
		if runtime.BothInts(x, y) {
			*regs.a(w) = runtime.Bool(x.AsInt64() <= y.AsInt64())
			goto next
		}
		if runtime.BothFloats(x, y) {
			*regs.a(w) = runtime.Bool(x.AsFloat64() <= y.AsFloat64())
			goto next
		}
		goto compare
	case code.EQ:
		x, y := *regs.b(w), *regs.c(w)
		if runtime.BothInts(x, y) {
			*regs.a(w) = runtime.Bool(x.AsInt64() == y.AsInt64())
			goto next
		}
		if runtime.BothFloats(x, y) {
			*regs.a(w) = runtime.Bool(x.AsFloat64() == y.AsFloat64())
			goto next
		}
		goto compare
	case code.NE:
		x, y := *regs.b(w), *regs.c(w)
		if runtime.BothInts(x, y) {
			*regs.a(w) = runtime.Bool(x.AsInt64() != y.AsInt64())
			goto next
		}
		if runtime.BothFloats(x, y) {
			*regs.a(w) = runtime.Bool(x.AsFloat64() != y.AsFloat64())
			goto next
		}
		goto compare
	case code.GT:
		x, y := *regs.b(w), *regs.c(w)
		if runtime.BothInts(x, y) {
			*regs.a(w) = runtime.Bool(x.AsInt64() > y.AsInt64())
			goto next
		}
		if runtime.BothFloats(x, y) {
			*regs.a(w) = runtime.Bool(x.AsFloat64() > y.AsFloat64())
			goto next
		}
		goto compare
	case code.GE:
		x, y := *regs.b(w), *regs.c(w)
		if runtime.BothInts(x, y) {
			*regs.a(w) = runtime.Bool(x.AsInt64() >= y.AsInt64())
			goto next
		}
		if runtime.BothFloats(x, y) {
			*regs.a(w) = runtime.Bool(x.AsFloat64() >= y.AsFloat64())
			goto next
		}
		goto compare

	case code.IS:
		yes = runtime.Is(*regs.b(w), *regs.c(w))
		goto truth
	case code.ISNOT:
		yes = !runtime.Is(*regs.b(w), *regs.c(w))
		goto truth

	case code.JMP:
		disp = sbx(w)
		goto jump
	case code.LOOP:
		disp = sbx(w)
		goto loop

	case code.JT:
		x := *regs.a(w)
		if x.IsBool() || x.IsInt() || x.IsNone() { // None's payload is 0
			if x.AsInt64() != 0 {
				disp = sbx(w)
				goto jump
			}
			goto next
		}
		if x.IsList() {
			if len(runtime.As[runtime.List](x).Items()) != 0 {
				disp = sbx(w)
				goto jump
			}
			goto next
		}
		t.bound, f = bound, t.save(ip)
		if yes, err = runtime.IsTrue(t.rt, x); err != nil {
			goto raise
		}
		regs, ip, bound, w = t.back(f)
		if yes {
			disp = sbx(w)
			goto jump
		}

	case code.JF:
		x := *regs.a(w)
		if x.IsBool() || x.IsInt() || x.IsNone() { // None's payload is 0
			if x.AsInt64() == 0 {
				disp = sbx(w)
				goto jump
			}
			goto next
		}
		if x.IsList() {
			if len(runtime.As[runtime.List](x).Items()) == 0 {
				disp = sbx(w)
				goto jump
			}
			goto next
		}
		t.bound, f = bound, t.save(ip)
		if yes, err = runtime.IsTrue(t.rt, x); err != nil {
			goto raise
		}
		regs, ip, bound, w = t.back(f)
		if !yes {
			disp = sbx(w)
			goto jump
		}

	case code.JNONE:
		if regs.a(w).IsNone() {
			disp = sbx(w)
			goto jump
		}
	case code.JNOTNONE:
		if !regs.a(w).IsNone() {
			disp = sbx(w)
			goto jump
		}

	case code.JLT:
		x, y := *regs.a(w), *regs.b(w)
		if runtime.BothInts(x, y) {
			if x.AsInt64() < y.AsInt64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		if runtime.BothFloats(x, y) {
			if x.AsFloat64() < y.AsFloat64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JLE:
		x, y := *regs.a(w), *regs.b(w)
		if runtime.BothInts(x, y) {
			if x.AsInt64() <= y.AsInt64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		if runtime.BothFloats(x, y) {
			if x.AsFloat64() <= y.AsFloat64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JEQ, code.JNNE:
		x, y := *regs.a(w), *regs.b(w)
		if runtime.BothInts(x, y) {
			if x.AsInt64() == y.AsInt64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		if x.IsStr() && y.IsStr() {
			if runtime.Is(x, y) {
				disp = off(w)
				goto jump
			}
			if a, b := runtime.As[runtime.Str](x).String(), runtime.As[runtime.Str](y).String(); len(a) != len(b) || len(a) > 0 && a[0] != b[0] {
				goto next
			}
		}
		goto compareJump
	case code.JNE, code.JNEQ:
		x, y := *regs.a(w), *regs.b(w)
		if runtime.BothInts(x, y) {
			if x.AsInt64() != y.AsInt64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		if x.IsStr() && y.IsStr() {
			if runtime.Is(x, y) {
				goto next
			}
			if a, b := runtime.As[runtime.Str](x).String(), runtime.As[runtime.Str](y).String(); len(a) != len(b) || len(a) > 0 && a[0] != b[0] {
				disp = off(w)
				goto jump
			}
		}
		goto compareJump
	case code.JGT:
		x, y := *regs.a(w), *regs.b(w)
		if runtime.BothInts(x, y) {
			if x.AsInt64() > y.AsInt64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		if runtime.BothFloats(x, y) {
			if x.AsFloat64() > y.AsFloat64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JGE:
		x, y := *regs.a(w), *regs.b(w)
		if runtime.BothInts(x, y) {
			if x.AsInt64() >= y.AsInt64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		if runtime.BothFloats(x, y) {
			if x.AsFloat64() >= y.AsFloat64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JNLT:
		x, y := *regs.a(w), *regs.b(w)
		if runtime.BothInts(x, y) {
			if x.AsInt64() >= y.AsInt64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		if runtime.BothFloats(x, y) {
			if !(x.AsFloat64() < y.AsFloat64()) { // NaN
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JNLE:
		x, y := *regs.a(w), *regs.b(w)
		if runtime.BothInts(x, y) {
			if x.AsInt64() > y.AsInt64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		if runtime.BothFloats(x, y) {
			if !(x.AsFloat64() <= y.AsFloat64()) { // NaN
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JNGT:
		x, y := *regs.a(w), *regs.b(w)
		if runtime.BothInts(x, y) {
			if x.AsInt64() <= y.AsInt64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		if runtime.BothFloats(x, y) {
			if !(x.AsFloat64() > y.AsFloat64()) { // NaN
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JNGE:
		x, y := *regs.a(w), *regs.b(w)
		if runtime.BothInts(x, y) {
			if x.AsInt64() < y.AsInt64() {
				disp = off(w)
				goto jump
			}
			goto next
		}
		if runtime.BothFloats(x, y) {
			if !(x.AsFloat64() >= y.AsFloat64()) { // NaN
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump

	case code.JLTI, code.JNGEI:
		if x := *regs.a(w); x.IsInt() {
			if x.AsInt64() < immB(w) {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JLEI, code.JNGTI:
		if x := *regs.a(w); x.IsInt() {
			if x.AsInt64() <= immB(w) {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JEQI, code.JNNEI:
		if x := *regs.a(w); x.IsInt() {
			if x.AsInt64() == immB(w) {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JNEI, code.JNEQI:
		if x := *regs.a(w); x.IsInt() {
			if x.AsInt64() != immB(w) {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JGTI, code.JNLEI:
		if x := *regs.a(w); x.IsInt() {
			if x.AsInt64() > immB(w) {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump
	case code.JGEI, code.JNLTI:
		if x := *regs.a(w); x.IsInt() {
			if x.AsInt64() >= immB(w) {
				disp = off(w)
				goto jump
			}
			goto next
		}
		goto compareJump

	case code.FORITER:
		it := *regs.a(w)
		if it.IsRangeIter() {
			r := runtime.As[runtime.RangeIter](it)
			if r.Left <= 0 {
				goto iterEnd
			}
			r.Left--
			*regs.b(w) = runtime.Int(r.Cur)
			r.Cur += r.Stride
			goto next
		}
		if it.IsListIter() {
			li := runtime.As[runtime.ListIter](it)
			l := li.List()
			if l == nil {
				goto iterEnd
			}
			i, items := li.Pos(), l.Items()
			if i >= len(items) {
				li.End()
				goto iterEnd
			}
			li.Seek(i + 1)
			*regs.b(w) = items[i]
			goto next
		}
		if it.IsTupleIter() {
			ti := runtime.As[runtime.TupleIter](it)
			tup := ti.Tuple()
			if tup == nil {
				goto iterEnd
			}
			i, items := ti.Pos(), tup.Items()
			if i >= len(items) {
				ti.End()
				goto iterEnd
			}
			ti.Seek(i + 1)
			*regs.b(w) = items[i]
			goto next
		}
		t.bound, f = bound, t.save(ip)
		if it.IsASCIIIter() { // 10 to 6 ns
			val = runtime.ASCIIStep(it)
			regs, ip, bound, w = t.back(f)
			if val.IsUnset() {
				goto iterEnd
			}
			*regs.b(w) = val
			goto next
		}
		if it.IsGenerator() {
			g := runtime.As[runtime.Generator](it)
			if !g.Done && !g.Running {
				// resumeInto where there is nothing special, written out (generators 10%)
				gu, nf := (*unit)(g.Func.Unit), f.next
				base := f.base + f.u.nregs
				if nf != nil && gu != nil && g.Rare == nil && base+gu.nregs <= len(t.stack) && t.rt.Handled.IsUnset() && g.Handled.IsUnset() && !t.tracing {
					rest := int(bound-uintptr(ip)) + f.u.jumpRun
					regs = regs.from(f.u.nregs)
					nf.u, nf.fn, nf.base, nf.kind, nf.gen = gu, g.Func, base, kIter, g
					g.Running = true
					for i, v := range g.Regs[:g.Live] {
						*regs.at(i) = v
					}
					ip = unsafe.Add(gu.base, int(g.PC)*8)
					if !g.Started {
						g.Started = true
					} else if w = wordBefore(ip); g.Delegating {
						w = *(*uint64)(ip)
						*regs.b1(w) = runtime.NoneValue()
					} else {
						*regs.a(w) = runtime.NoneValue()
					}
					t.cur = nf
					bound = uintptr(ip) + uintptr(rest-gu.jumpRun)
					if rest >= gu.maxRun {
						goto next
					}
					goto nearPoint
				}
				t.account(f)
				if err = t.resumeInto(g, runtime.NoneValue(), kIter); err != nil {
					goto raise
				}
				goto enter
			}
		}
		if val, err = runtime.Next(t.rt, it); err != nil {
			goto raise
		}
		regs, ip, bound, w = t.back(f)
		if val.IsUnset() {
			goto iterEnd
		}
		*regs.b(w) = val

	case code.FORITER2:
		it := *regs.a(w)
		t.bound, f = bound, t.save(ip)
		if it.IsGenerator() {
			g := runtime.As[runtime.Generator](it)
			if !g.Done && !g.Running {
				// resumeInto where there is nothing special, written out (generators 10%)
				gu, nf := (*unit)(g.Func.Unit), f.next
				base := f.base + f.u.nregs
				if nf != nil && gu != nil && g.Rare == nil && base+gu.nregs <= len(t.stack) && t.rt.Handled.IsUnset() && g.Handled.IsUnset() && !t.tracing {
					rest := int(bound-uintptr(ip)) + f.u.jumpRun
					regs = regs.from(f.u.nregs)
					nf.u, nf.fn, nf.base, nf.kind, nf.gen = gu, g.Func, base, kIter2, g
					g.Running = true
					for i, v := range g.Regs[:g.Live] {
						*regs.at(i) = v
					}
					ip = unsafe.Add(gu.base, int(g.PC)*8)
					if !g.Started {
						g.Started = true
					} else if w = wordBefore(ip); g.Delegating {
						w = *(*uint64)(ip)
						*regs.b1(w) = runtime.NoneValue()
					} else {
						*regs.a(w) = runtime.NoneValue()
					}
					t.cur = nf
					bound = uintptr(ip) + uintptr(rest-gu.jumpRun)
					if rest >= gu.maxRun {
						goto next
					}
					goto nearPoint
				}
				t.account(f)
				if err = t.resumeInto(g, runtime.NoneValue(), kIter2); err != nil {
					goto raise
				}
				goto enter
			}
		}
		var ok bool
		if ok, err = t.next2(f, it, w); err != nil {
			goto raise
		}
		regs, ip, bound, w = t.back(f)
		if !ok {
			goto iterEnd
		}

	case code.UNPACK:
		var items []runtime.Value
		x := *regs.b(w)
		if x.IsTuple() {
			items = runtime.As[runtime.Tuple](x).Items()
		} else if x.IsList() {
			items = runtime.As[runtime.List](x).Items()
		} else {
			goto slow
		}
		if len(items) != int(rc(w)) {
			goto slow
		}
		targets := regs.from(int(ra(w)))
		for i, x := range items {
			*targets.at(i) = x
		}

	case code.ITER:
		t.bound, f = bound, t.save(ip)
		val, err = runtime.Iter(t.rt, *regs.b(w))
		goto stored

	case code.SLICE:
		t.bound, f = bound, t.save(ip)
		val, err = t.slice(f, w)
		if val.IsUnset() {
			goto done
		}
		goto stored

	case code.IN, code.NOTIN:
		t.bound, f = bound, t.save(ip)
		if yes, err = t.contains(w, *regs.c(w), *regs.b(w)); err != nil {
			goto raise
		}
		regs, ip, bound, w = t.back(f)
		goto truth

	case code.GETSLICE:
		t.bound, f = bound, t.save(ip)
		val, err = t.getSlice(*regs.b(w), *regs.b1(w), *regs.at(int(rb(w)) + 2))
		goto stored

	case code.FORMAT:
		t.bound, f = bound, t.save(ip)
		val, err = t.format(*regs.b(w), int(rc(w)), f.base+int(rb(w)))
		goto stored

	case code.TUPLE:
		n := int(rc(w))
		t.bound, f = bound, t.save(ip)
		b := f.base + int(rb(w))
		val = runtime.NewTuple(t.stack[b : b+n])
		goto set

	case code.LIST:
		n := int(rc(w))
		t.bound, f = bound, t.save(ip)
		b := f.base + int(rb(w))
		val = runtime.ListOf(t.stack[b : b+n]).Value()
		goto set

	case code.LISTFOR:
		t.bound, f = bound, t.save(ip)
		val = runtime.NewListFor(*regs.b(w)).Value()
		goto set

	case code.LISTAPPEND:
		l := runtime.As[runtime.List](*regs.a(w))
		items := l.Items()
		if k := len(items); k < cap(items) {
			l.SetLen(k + 1)
			items[:k+1][k] = *regs.b(w)
			goto next
		}
		t.bound, f = bound, t.save(ip)
		if err = l.Add(t.rt, *regs.b(w)); err != nil {
			goto raise
		}
		goto again

	case code.GETITEM:
		x, k := *regs.b(w), *regs.c(w)
		if k.IsInt() && x.IsList() {
			items := runtime.As[runtime.List](x).Items()
			i := k.AsInt64()
			if i < 0 {
				i += int64(len(items))
			}
			if uint64(i) < uint64(len(items)) {
				*regs.a(w) = items[i]
				goto next
			}
		}
		t.bound, f = bound, t.save(ip)
		if x.IsDict() && k.IsStr() {
			var ok bool
			if val, ok = runtime.As[runtime.Dict](x).GetStr(runtime.As[runtime.Str](k)); ok {
				goto set
			}
		}
		val, err = t.getItem(f, x, k)
		goto stored

	case code.GETITEMI:
		x := *regs.b(w)
		i := imm(w)
		if x.IsList() {
			items := runtime.As[runtime.List](x).Items()
			if i < 0 {
				i += int64(len(items))
			}
			if uint64(i) < uint64(len(items)) {
				*regs.a(w) = items[i]
				goto next
			}
		} else if x.IsTuple() {
			items := runtime.As[runtime.Tuple](x).Items()
			if i < 0 {
				i += int64(len(items))
			}
			if uint64(i) < uint64(len(items)) {
				*regs.a(w) = items[i]
				goto next
			}
		}
		t.bound, f = bound, t.save(ip)
		val, err = t.getItem(f, x, runtime.Int(imm(w)))
		goto stored

	case code.SETITEM:
		x, k := *regs.a(w), *regs.b(w)
		if k.IsInt() && x.IsList() {
			items := runtime.As[runtime.List](x).Items()
			i := k.AsInt64()
			if i < 0 {
				i += int64(len(items))
			}
			if uint64(i) < uint64(len(items)) {
				items[i] = *regs.c(w)
				goto next
			}
		}
		t.bound, f = bound, t.save(ip)
		if x.IsDict() {
			err = runtime.As[runtime.Dict](x).Set(t.rt, k, *regs.c(w))
			goto done
		}
		err = t.setItem(f, x, k, *regs.c(w))
		goto done

	case code.CALL:
		b := int(rb(w))
		callee := *regs.at(b)
		n := int(rc(w))
		if callee.IsFunction() {
			fn := runtime.As[runtime.Function](callee)
			nu := (*unit)(fn.Unit)
			if nu != nil && nu.quick == n {
				f = t.cur
				nf := f.next
				base := f.base + b + 1
				if nf != nil && base+nu.nregs <= len(t.stack) {
					rest := int(bound-uintptr(ip)) + f.u.jumpRun
					f.pc = int(uintptr(ip)-f.u.addr) >> 3
					nf.u, nf.fn, nf.base, nf.kind = nu, fn, base, kQuickCall
					regs = regs.from(b + 1)
					if !nu.bare {
						for i := n; i < nu.nlocals; i++ {
							*regs.at(i) = runtime.Value{}
						}
						cells := regs.from(nu.free)
						for i, c := range fn.Closure {
							*cells.at(i) = c
						}
					}
					t.cur = nf
					ip = nu.base
					bound = uintptr(ip) + uintptr(rest-nu.jumpRun)
					if rest >= nu.maxRun {
						goto next
					}
					goto nearPoint
				}
			}
		}
		t.bound, f = bound, t.save(ip)
		if callee.IsNative() {
			nf, args := runtime.As[runtime.Native](callee), regs.from(b+1)
			if nf.Def.Op == runtime.OpAppend && n == 1 && !nf.Self.IsUnset() && nf.Self.IsList() {
				l := runtime.As[runtime.List](nf.Self)
				if items := l.Items(); len(items) < cap(items) {
					l.SetLen(len(items) + 1)
					items[:len(items)+1][len(items)] = *args.at(0)
				} else if err = l.Add(t.rt, *args.at(0)); err != nil {
					goto raise
				}
				val = runtime.NoneValue()
				goto set
			}
			if nf.Takes(n) && (nf.Owner == nil || args.at(0).Type() == nf.Owner) {
				val, err = nf.Def.Fn(t.rt, unsafe.Slice(args.at(0), n))
				goto stored
			}
		}
		val, err = t.call(f, callee, f.base+b+1, n, nil)
		goto stored

	case code.CALLM:
		b := int(rb(w))
		callee := *regs.at(b)
		n := int(rc(w))
		at := b + 2
		if !regs.at(b + 1).IsUnset() {
			at, n = b+1, n+1
		}
		if callee.IsFunction() {
			fn := runtime.As[runtime.Function](callee)
			nu := (*unit)(fn.Unit)
			if nu != nil && nu.quick == n {
				f = t.cur
				nf := f.next
				base := f.base + at
				if nf != nil && base+nu.nregs <= len(t.stack) {
					rest := int(bound-uintptr(ip)) + f.u.jumpRun
					f.pc = int(uintptr(ip)-f.u.addr) >> 3
					nf.u, nf.fn, nf.base, nf.kind = nu, fn, base, kQuickCall
					regs = regs.from(at)
					if !nu.bare {
						for i := n; i < nu.nlocals; i++ {
							*regs.at(i) = runtime.Value{}
						}
						cells := regs.from(nu.free)
						for i, c := range fn.Closure {
							*cells.at(i) = c
						}
					}
					t.cur = nf
					ip = nu.base
					bound = uintptr(ip) + uintptr(rest-nu.jumpRun)
					if rest >= nu.maxRun {
						goto next
					}
					goto nearPoint
				}
			}
		}
		t.bound, f = bound, t.save(ip)
		if callee.IsNative() {
			nf, args := runtime.As[runtime.Native](callee), regs.from(at)
			if op := nf.Def.Op; op >= runtime.OpAppend && n > 0 && nf.Self.IsUnset() && args.at(0).IsList() {
				l := runtime.As[runtime.List](*args.at(0))
				items := l.Items()
				k := len(items)
				if op == runtime.OpAppend && n == 2 && k < cap(items) {
					l.SetLen(k + 1)
					items[:k+1][k] = *args.at(1)
					*regs.a(w) = runtime.NoneValue()
					goto next
				}
				if op == runtime.OpPop && n == 1 && k&255 != 0 {
					*regs.a(w) = items[k-1]
					items[k-1] = runtime.Value{}
					l.SetLen(k - 1)
					goto next
				}
			}
			if nf.Takes(n) && (nf.Owner == nil || args.at(0).Type() == nf.Owner) {
				val, err = nf.Def.Fn(t.rt, unsafe.Slice(args.at(0), n))
				goto stored
			}
		}
		val, err = t.call(f, callee, f.base+at, n, nil)
		goto stored

	case code.CALLKW, code.CALLMKW, code.CALLEX:
		t.bound, f = bound, t.save(ip)
		val, err = t.callKw(f, w)
		goto stored

	case code.RETURN:
		val = *regs.a(w)
		goto ret
	case code.RETURNNONE:
		val = runtime.NoneValue()
		goto ret

	case code.YIELD:
		val = *regs.b(w)
		t.bound, f = bound, t.save(ip)
		if g := f.gen; (f.kind == kIter || f.kind == kNext || f.kind == kIter2 && val.IsTuple() && len(runtime.As[runtime.Tuple](val).Items()) == 2) && f.snap == nil && g.Rare == nil && t.rt.Handled.IsUnset() && f.outer.IsUnset() && f.aux.IsUnset() &&
			g.Handled.IsUnset() && int(g.Live) == int(rc(w)) && !t.tracing {
			// suspend where there is nothing special
			rest := int(bound-uintptr(ip)) + f.u.jumpRun
			g.PC = int32(f.pc)
			g.Running, g.Delegating = false, false
			kept := g.Regs[:g.Live]
			for i := range kept {
				kept[i] = *regs.at(i)
			}
			f.gen = nil
			k := f.kind
			f = f.prev
			t.cur = f
			u = f.u
			regs = regsAt(t, f.base)
			ip = unsafe.Add(u.base, f.pc*8)
			bound = uintptr(ip) + uintptr(rest-u.jumpRun)
			switch w = wordBefore(ip); k {
			case kIter:
				*regs.b(w) = val
			case kIter2:
				items := runtime.As[runtime.Tuple](val).Items()
				*regs.b(w), *regs.b1(w) = items[0], items[1]
			default:
				*regs.a(w) = val
			}
			if rest >= u.maxRun {
				goto next
			}
			goto nearPoint
		}
		t.account(f)
		if f.kind == kDrive {
			if err = t.drivers[len(t.drivers)-1](val); err == nil {
				val = runtime.NoneValue()
				goto set
			}
			t.suspend(f, val)
			t.leaveRun()
			return runtime.Value{}, err
		}
		goto suspend

	case code.YIELDFROM:
		t.bound, f = bound, t.save(ip)
		var done bool
		val, done, err = t.yieldFrom(f, w)
		if t.cur != f {
			goto enter
		}
		if err != nil {
			goto raise
		}
		if done {
			goto set
		}
		goto yieldOn

	case code.RAISE:
		t.bound, f = bound, t.save(ip)
		err = t.raise(*regs.a(w), *regs.b(w), int(rc(w)))
		if rc(w) == 0 {
			t.account(f)
			goto reraise
		}
		goto raise
	case code.RERAISE:
		t.bound, f = bound, t.save(ip)
		err = runtime.ToException2(*regs.a(w))
		t.account(f)
		goto reraise
	case code.PUSHEXC:
		*regs.a1(w) = t.rt.Handled
		t.rt.Handled = *regs.a(w)
	case code.POPEXC:
		t.rt.Handled = *regs.a1(w)
		*regs.a(w), *regs.a1(w) = runtime.Value{}, runtime.Value{}

	default:
		if w&breakMark != 0 {
			// the quantum ends before this instruction
			ip = unsafe.Add(ip, -8)
			goto turn
		}
		goto slow
	}
	goto next

truth: // w gives yes, which often decides a jump right away: it is taken along
	*regs.a(w) = runtime.Bool(yes)
	{
		nw := *(*uint64)(ip)
		if op := code.Op(uint16(nw)); op == code.JF && ra(nw) == ra(w) {
			yes = !yes
		} else if op != code.JT || ra(nw) != ra(w) {
			goto next
		}
		ip = unsafe.Add(ip, 8)
		if yes {
			disp = sbx(nw)
			goto jump
		}
	}
	goto next

binary:
	t.bound, f = bound, t.save(ip)
	val, err = t.binary(f, w, *regs.b(w), *regs.c(w))
	goto stored
binaryImm:
	t.bound, f = bound, t.save(ip)
	val, err = t.binaryImm(f, w, *regs.b(w), imm(w))
	goto stored
compare:
	t.bound, f = bound, t.save(ip)
	val, err = t.compare(f, w)
stored: // the instruction of f before f.pc gave val or err, or began a frame
	if t.cur != f {
		goto enter
	}
	if err != nil {
		goto raise
	}
set: // val is the result of the instruction of f before f.pc
	ip = f.next1()
	bound = t.bound
	regs = regsAt(t, f.base)
	*regs.a(wordBefore(ip)) = val
	goto next

done: // likewise, without a result
	if t.cur != f {
		goto enter
	}
	if err != nil {
		goto raise
	}
again: // the instruction of f before f.pc is done
	ip = f.next1()
	bound = t.bound
	regs = regsAt(t, f.base)
	goto next

compareJump:
	{
		t.bound, f = bound, t.save(ip)
		yes, err = t.compareJump(f, w)
		if t.cur != f {
			goto enter
		}
		if err != nil {
			goto raise
		}
		regs, ip, bound, w = t.back(f)
		if yes {
			disp = off(w)
			goto jump
		}
		goto next
	}

iterEnd:
	disp = off(w)
	if rc(w) == code.Wide {
		t.bound, f = bound, t.save(ip)
		if f.pc > 1 && code.OpOf(f.u.code.Insts[f.pc-2]) == code.EXT {
			disp = code.SBX(f.u.code.Insts[f.pc-2])
		}
	}
	goto jump

loop:
	disp *= 8
	bound += uintptr(disp)
	yes = uintptr(ip) <= bound
	ip = unsafe.Add(ip, disp)
	if yes {
		goto next
	}
	goto nearPoint

jump:
	disp *= 8
	ip = unsafe.Add(ip, disp)
	bound += uintptr(disp)
	if uintptr(ip) <= bound {
		goto next
	}
nearPoint: // the quantum may end in the stretch that begins here
	if t.m.gil.ready.n != 0 && !t.tracing {
		u = t.cur.u
		if rest := int(bound-uintptr(ip)) + u.jumpRun; rest > 0 {
			*t.bp &^= breakMark
			t.bp = (*uint64)(unsafe.Add(ip, min(rest, int(u.last-uintptr(ip)))))
			w = *t.bp | breakMark
			*t.bp = w
			ip = unsafe.Add(ip, int(breakMark&^w)) // 0; what is loaded from ip is loaded after w
			goto next
		}
	}
turn: // the quantum ends here, or nearly
	t.bound, f = bound, t.save(ip)
	if next := t.turn(f, ip); next != nil {
		t, entry = next, next.base
		f = t.cur
		u = f.u
		regs = regsAt(t, f.base)
		ip = t.at
		goto entered
	}
	if err = t.near(f); err != nil {
		if err == errSwitch {
			goto away
		}
		f.pc++ // as if the instruction here had raised; it has not run and does not count
		t.bound += 8
		goto raise
	}
	goto again

ret: // val is the current frame's result
	f = t.cur
	if k := f.kind; k <= kQuickJump && !t.tracing {
		switch {
		case k == kQuickCall:
		case k == kQuickInit:
			if !val.IsNone() {
				goto slowReturn
			}
			val, f.aux = f.aux, runtime.Value{}
		case k == kQuickJump:
			if !val.IsBool() {
				goto slowReturn
			}
		default:
			if val.IsNotImplemented() {
				goto slowReturn
			}
		}
		rest := int(bound-uintptr(ip)) + f.u.jumpRun
		f = f.prev
		t.cur = f
		u = f.u
		regs = regsAt(t, f.base)
		ip = unsafe.Add(u.base, f.pc*8)
		bound = uintptr(ip) + uintptr(rest-u.jumpRun)
		w = wordBefore(ip)
		if k < kQuickDiscard {
			*regs.a(w) = val
		} else if k == kQuickJump {
			op := code.Op(uint16(w)) &^ breakMark
			negated := op >= code.JNLT && op < code.JLTI || op >= code.JNLTI
			if val.IsTrue() != negated {
				disp = off(w)
				goto jump
			}
		}
		if rest >= u.maxRun {
			goto next
		}
		goto nearPoint
	}
slowReturn:
	f.notQuick()
	t.bound, f = bound, t.save(ip)
	t.account(f)
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
		goto raise
	}
	goto enter

yieldOn: // frame f (current) yields val and will execute its YIELDFROM again
	err = nil
	f.pc--
	t.bound -= 8
	if f.kind == kDrive {
		if err = t.drivers[len(t.drivers)-1](val); err == nil {
			goto enter
		}
	}
	if err != nil {
		t.suspend(f, val)
		t.leaveRun()
		return runtime.Value{}, err
	}
suspend: // generator frame f, whose pc is saved and accounted for, yields val
	t.suspend(f, val)
	if k := f.kind; f != entry && k >= kIter {
		f = t.cur
		if k == kYieldFrom {
			goto yieldOn // the delegating frame yields in its turn
		}
		if k == kIter {
			*regsAt(t, f.base).b(f.u.insts[f.pc-1]) = val
			goto enter
		}
		if err = t.yieldInto(f, k, val); err != nil {
			t.place(f)
			goto raise
		}
		goto enter
	}
	t.yielded = true
	t.leaveRun()
	return val, nil

slow:
	t.bound, f = bound, t.save(ip)
	val, err = t.slowOp(f, w)
	if val.IsUnset() {
		goto done
	}
	goto stored

raise: // err leaves the instruction before the current frame's pc
	f = t.cur
	t.account(f)
	if err == errParked || err == errFork {
		goto away
	}
	err = t.addTraceback(f, err)
reraise:
	if t.unwind(entry, err) {
		goto enter
	}
	err = t.unwound
	t.unwound = nil
	t.leaveRun()
	return runtime.Value{}, err

away: // the thread stops here for a while: others go on in this loop, see gil.go
	t.clearBreak()
	if t, val, err = t.moveOn(err); t == nil {
		return val, err
	}
	entry = t.base
	if err != nil {
		f = t.cur
		ip = unsafe.Add(f.u.base, f.pc*8)
		regs = regsAt(t, f.base)
		goto raise
	}
	goto enter
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
