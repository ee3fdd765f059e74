package code

import (
	"fmt"
	"math/big"
)

// Verify checks that the VM can run co without looking: operands are in range, jumps land on instructions and not
// behind an EXT, handlers are sane, the last instruction does not fall out. Nested code is checked too.
func Verify(co *Code) error {
	captures := make([][]int32, len(co.Children))
	for i, c := range co.Children {
		captures[i] = c.Captures
	}
	if err := verify(co, captures); err != nil {
		return err
	}
	for _, c := range co.Children {
		if err := Verify(c); err != nil {
			return err
		}
	}
	return nil
}

// verify checks co alone, whose nested code has the given captures.
func verify(co *Code, captures [][]int32) error {
	v := verifier{co: co, captures: captures}
	if err := v.all(); err != nil {
		return fmt.Errorf("%s (%s:%d): %w", co.Qualname, co.Filename, co.FirstLine, err)
	}
	return nil
}

type verifier struct {
	co       *Code
	captures [][]int32 // of the nested code
	at       int
}

func (v *verifier) errorf(format string, args ...any) error {
	text := ""
	if v.at >= 0 && v.at < len(v.co.Insts) {
		text, _ = Line(v.co, v.at)
	}
	return fmt.Errorf("instruction %d (%s): %s", v.at, text, fmt.Sprintf(format, args...))
}

func (v *verifier) all() error {
	co := v.co
	if err := v.header(); err != nil {
		return err
	}
	for i := range co.Insts {
		v.at = i
		if err := v.inst(i); err != nil {
			return err
		}
	}
	v.at = len(co.Insts) - 1
	switch OpOf(co.Insts[v.at]) {
	case RETURN, RETURNNONE, RAISE, RERAISE, JMP, LOOP:
	default:
		return v.errorf("code falls out of its end")
	}
	return nil
}

func (v *verifier) header() error {
	co := v.co
	n := len(co.Insts)
	if n == 0 || len(co.Positions) != n {
		return fmt.Errorf("%d instructions with %d positions", n, len(co.Positions))
	}
	if co.NumRegs < 0 || co.NumRegs > Wide {
		return fmt.Errorf("%d registers", co.NumRegs)
	}
	params := co.Params()
	if co.ArgCount < 0 || co.PosOnly < 0 || co.KwOnly < 0 || co.PosOnly > co.ArgCount || params > co.NumRegs || params > len(co.VarNames) {
		return fmt.Errorf("bad parameter counts")
	}
	if len(co.VarNames) > co.NumRegs || co.FreeBase < 0 || co.FreeBase+len(co.FreeVars) > co.NumRegs ||
		len(co.Captures) != len(co.FreeVars) || len(co.CellRegs) != len(co.CellVars) {
		return fmt.Errorf("bad layout of variables")
	}
	for _, r := range co.CellRegs {
		if r < 0 || int(r) >= co.NumRegs {
			return fmt.Errorf("cell in register %d", r)
		}
	}
	for i, c := range v.captures {
		for _, r := range c {
			if r < 0 || int(r) >= co.NumRegs {
				return fmt.Errorf("child %d captures register %d", i, r)
			}
		}
	}
	for _, s := range co.Sites {
		if s.Name < 0 || int(s.Name) >= len(co.Names) {
			return fmt.Errorf("site of name %d", s.Name)
		}
	}
	for _, h := range co.Handlers {
		if h.Start < 0 || h.Start >= h.End || int(h.End) > n || h.Target < 0 || int(h.Target) >= n ||
			h.Reg < 0 || int(h.Reg) >= co.NumRegs || h.Target >= h.Start && h.Target < h.End {
			return fmt.Errorf("bad handler %+v", h)
		}
	}
	for _, c := range co.InlinedComp {
		if c.Start < 0 || c.Start > c.End || int(c.End) > n {
			return fmt.Errorf("bad comprehension range %+v", c)
		}
	}
	for _, m := range co.Marks {
		if m.PC < 0 || int(m.PC) > n {
			return fmt.Errorf("bad line mark %+v", m)
		}
	}
	for _, k := range co.Consts {
		if !validConst(k, 0) {
			return fmt.Errorf("bad constant %T", k)
		}
	}
	return nil
}

// Params is the number of registers that parameters take.
func (co *Code) Params() int {
	n := co.ArgCount + co.KwOnly
	if co.Flags&VarArgs != 0 {
		n++
	}
	if co.Flags&VarKeywords != 0 {
		n++
	}
	return n
}

func validConst(k Const, depth int) bool {
	if depth > 3100 {
		return false
	}
	list := func(items []Const) bool {
		for _, x := range items {
			if !validConst(x, depth+1) {
				return false
			}
		}
		return true
	}
	switch k := k.(type) {
	case nil, bool, int64, *big.Int, float64, complex128, string, Bytes, Ellipsis:
		return true
	case Tuple:
		return list(k)
	case FrozenSet:
		return list(k)
	}
	return false
}

// reach is how many registers an instruction uses from its operands on, where that is more than one.
func reach(op Op, c int) (a, b, cc int) {
	a, b, cc = 1, 1, 1
	switch op {
	case LOADMETHOD, WITHENTER, AWITHENTER, PUSHEXC, POPEXC, GETAWAIT:
		a = 2
	case UNPACK:
		a = c
	case UNPACKEX:
		a = c&255 + 1 + c>>8
	case TUPLE, LIST, SET, JOINSTR:
		b = c
	case DICT:
		b = 2 * c
	case CALL:
		b = 1 + c
	case CALLKW, CALLM:
		b = 2 + c
	case CALLMKW:
		b = 3 + c
	case CALLEX, SLICE, GETSLICE, LOADSUPER:
		b = 3
	case IMPORTNAME, YIELDFROM:
		b = 2
	case MATCHCLASS:
		cc = 3
	case MKFUNC:
		switch {
		case c&4 != 0:
			a = 4
		case c&2 != 0:
			a = 3
		case c&1 != 0:
			a = 2
		}
	}
	if op == LOADSUPER {
		a = 2
	}
	return a, b, cc
}

func (v *verifier) inst(i int) error {
	co, w := v.co, v.co.Insts[i]
	if w&0x8000 != 0 {
		return v.errorf("break mark set")
	}
	op := OpOf(w)
	if op >= NumOps {
		return v.errorf("no such opcode")
	}
	form := Table[op].Form
	ra, rb, rc := reach(op, C(w))
	regs := func(r, n int) error {
		if n > 0 && r+n > co.NumRegs {
			return v.errorf("register %d of %d", r+n-1, co.NumRegs)
		}
		return nil
	}
	index := func(k, n int) error {
		if k < 0 || k >= n {
			return v.errorf("index %d of %d", k, n)
		}
		return nil
	}
	switch form {
	case FNone, FJ:
	case FX:
		if i+1 >= len(co.Insts) {
			return v.errorf("EXT at the end")
		}
	default:
		if !(op == DELGLOBAL || op == DELNAME || op == DELW || op == RAISE && C(w) == 0) {
			if err := regs(A(w), ra); err != nil {
				return err
			}
		}
	}
	var err error
	switch form {
	case FAB, FABn, FABi, FABJ, FABK:
		if op != RAISE && op != JNONE {
			err = regs(B(w), rb)
		}
		if op == FORITER2 {
			err = regs(B(w), 2)
		}
	case FABC:
		if err = regs(B(w), rb); err == nil {
			err = regs(C(w), rc)
		}
	case FABS:
		if err = regs(B(w), rb); err == nil {
			err = index(wideOperand(co, i, C(w)), len(co.Sites))
		}
	case FABN:
		if err = regs(B(w), rb); err == nil {
			err = index(wideOperand(co, i, C(w)), len(co.Names))
		}
	case FAX:
		err = index(BX(w), len(co.Consts))
	case FAN:
		err = index(BX(w), len(co.Names))
	case FAS:
		err = index(BX(w), len(co.Sites))
	case FAF:
		err = index(wideOperand(co, i, B(w)), len(v.captures))
	case FAW:
		err = index(BX(w), len(co.FarNames))
	}
	if err != nil {
		return err
	}
	if to, ok := Target(co, i); ok {
		if to < 0 || to >= len(co.Insts) {
			return v.errorf("jump to %d of %d", to, len(co.Insts))
		}
		if to > 0 && OpOf(co.Insts[to-1]) == EXT {
			return v.errorf("jump behind an EXT")
		}
	}
	return nil
}
