package compile

import (
	"cmp"
	"math"
	"slices"

	"github.com/minipy/minipy/lang/code"
)

// finish makes the code object of the unit and gives the unit back to the pool.
func (u *unit) finish() *code.Code {
	u.widen()
	marks := u.marks
	for _, j := range u.jumps {
		u.patch(int(j.at), int(u.thread(j, marks))-int(j.at)-1)
	}
	if len(u.marks) > len(marks) {
		slices.SortStableFunc(u.marks, func(a, b code.Mark) int { return cmp.Compare(a.PC, b.PC) })
	}
	co := u.co
	co.Insts = slices.Clone(u.insts)
	co.Positions = slices.Clone(u.poss)
	co.Names, co.Consts, co.Sites = u.namesN, u.constN, u.sites
	co.Children, co.InlinedComp, co.Marks = u.children, u.comps, u.marks
	if len(u.handlers) > 0 {
		co.Handlers = make([]code.Handler, len(u.handlers))
		for i, h := range u.handlers {
			co.Handlers[i] = code.Handler{
				Start: h.start, End: h.end, Target: u.places[h.target].at, Reg: h.reg, Cleanup: h.cleanup,
			}
		}
	}
	u.recycle()
	return co
}

// thread follows jumps forward from jump first to a jump, and marks it with the lines that it skips; marks are those
// of the code as it was. A LOOP is not skipped: the VM counts on meeting it. Long code is left alone, since a target
// further away may not fit.
func (u *unit) thread(first jump, marks []code.Mark) int32 {
	to, line := u.places[first.to].at, u.poss[first.at].Line
	if len(u.insts) >= math.MaxInt16/2 {
		return to
	}
	for n := 0; n < 8 && int(to) < len(u.insts) && code.OpOf(u.insts[to]) == code.JMP; n++ {
		at := to
		for _, j := range u.jumps {
			if j.at == at {
				to = u.places[j.to].at
				break
			}
		}
		if to <= at {
			return at
		}
		skip := func(l int32) {
			if l > 0 && l != line {
				u.marks = append(u.marks, code.Mark{PC: first.at, Line: code.Jumped(l)})
				line = l
			}
		}
		i, _ := slices.BinarySearchFunc(marks, at, func(m code.Mark, pc int32) int { return cmp.Compare(m.PC, pc) })
		for ; i < len(marks) && marks[i].PC == at; i++ {
			skip(marks[i].Line)
		}
		skip(u.poss[at].Line)
	}
	return to
}

// patch writes the displacement of the jump at index i.
func (u *unit) patch(i, d int) {
	w := u.insts[i]
	op := code.OpOf(w)
	switch code.Table[op].Form {
	case code.FJ, code.FAJ:
		u.insts[i] = code.MakeX(op, code.A(w), d)
	default:
		if code.C(w) == code.Wide { // a FORITER behind its EXT
			u.insts[i-1] = code.MakeX(code.EXT, 0, d)
			return
		}
		u.insts[i] = code.Make(op, code.A(w), code.B(w), d)
	}
}

// shortJump says that the jump's displacement has 16 bits.
func shortJump(w uint64) bool {
	f := code.Table[code.OpOf(w)].Form
	return f == code.FABJ || f == code.FAIJ
}

// widen makes room in long code: a compare-and-jump that reaches too far becomes its opposite over a JMP, a FORITER
// gets an EXT. Most code is shorter than any displacement and is left alone.
func (u *unit) widen() {
	if len(u.insts) < math.MaxInt16/2 {
		return
	}
	wide := map[int32]bool{}
	for changed := true; changed; {
		changed = false
		at := u.shifted(wide)
		for _, j := range u.jumps {
			if !shortJump(u.insts[j.at]) || wide[j.at] {
				continue
			}
			// Leave a margin of one for the instruction in front.
			d := at[u.places[j.to].at] - at[j.at] - 1
			if d > math.MaxInt16-2 || d < math.MinInt16+2 {
				wide[j.at] = true
				changed = true
			}
		}
	}
	if len(wide) > 0 {
		u.spread(wide)
	}
}

// shifted maps each old index to the new one when the jumps in wide take two instructions.
func (u *unit) shifted(wide map[int32]bool) []int32 {
	at := make([]int32, len(u.insts)+1)
	n := int32(0)
	for i := range u.insts {
		at[i] = n
		n++
		if wide[int32(i)] {
			n++
		}
	}
	at[len(u.insts)] = n
	return at
}

// spread rewrites the code with room for the wide jumps.
func (u *unit) spread(wide map[int32]bool) {
	at := u.shifted(wide)
	insts := make([]uint64, 0, at[len(u.insts)])
	poss := make([]code.Pos, 0, at[len(u.insts)])
	for i, w := range u.insts {
		poss = append(poss, u.poss[i])
		if !wide[int32(i)] {
			insts = append(insts, w)
			continue
		}
		poss = append(poss, u.poss[i])
		op := code.OpOf(w)
		if op == code.FORITER || op == code.FORITER2 {
			insts = append(insts, code.MakeX(code.EXT, 0, 0), code.Make(op, code.A(w), code.B(w), code.Wide))
		} else {
			insts = append(insts, code.Make(opposite(op), code.A(w), code.B(w), 1), code.MakeX(code.JMP, 0, 0))
		}
	}
	for i := range u.marks {
		u.marks[i].PC = at[u.marks[i].PC]
	}
	for i := range u.jumps {
		j := &u.jumps[i]
		if wide[j.at] {
			j.at = at[j.at] + 1
		} else {
			j.at = at[j.at]
		}
	}
	for i := range u.places {
		if p := &u.places[i]; p.at >= 0 {
			p.at = at[p.at]
		}
	}
	for i := range u.handlers {
		h := &u.handlers[i]
		h.start, h.end = at[h.start], at[h.end]
	}
	for i := range u.comps {
		c := &u.comps[i]
		c.Start, c.End = at[c.Start], at[c.End]
	}
	u.insts, u.poss = insts, poss
}

// opposite is the compare-and-jump that is taken when op is not.
func opposite(op code.Op) code.Op {
	switch {
	case op >= code.JLT && op <= code.JGE:
		return op + (code.JNLT - code.JLT)
	case op >= code.JNLT && op <= code.JNGE:
		return op - (code.JNLT - code.JLT)
	case op >= code.JLTI && op <= code.JGEI:
		return op + (code.JNLTI - code.JLTI)
	default:
		return op - (code.JNLTI - code.JLTI)
	}
}
