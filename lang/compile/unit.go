package compile

import (
	"math"
	"math/big"
	"sync"

	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/resolve"
)

// maxNear is how many registers locals may take; further ones are far (LDW, STW). Temporaries come after them.
const maxNear = 50000

// A label is a place in the code that jumps name before it is known.
type label int32

// place is the state of a label: where it is, and which locals are set on every way that leads there.
type place struct {
	at      int32 // -1: not bound yet
	reached bool
	set     bitset
}

// jump is an instruction whose displacement is filled in at the end.
type jump struct {
	at int32
	to label
}

// protected is a handler range whose target is still a label.
type protected struct {
	start, end int32
	target     label
	reg        int32
	cleanup    bool
}

// bitset holds a set of registers below 256; others are never in it, which makes reads of them checked.
type bitset [4]uint64

func (s *bitset) has(r int) bool { return r < 256 && s[r>>6]&(1<<(r&63)) != 0 }

func (s *bitset) add(r int) {
	if r < 256 {
		s[r>>6] |= 1 << (r & 63)
	}
}

func (s *bitset) remove(r int) {
	if r < 256 {
		s[r>>6] &^= 1 << (r & 63)
	}
}

func (s *bitset) intersect(o *bitset) {
	for i := range s {
		s[i] &= o[i]
	}
}

func (s *bitset) subtract(o *bitset) {
	for i := range s {
		s[i] &^= o[i]
	}
}

// A unit is one code object in the making.
//
// Temporaries are a stack above the locals: tmp is the next free one, every construct gives back what it took, and
// a call's window is always its top. dead says that control cannot get here; nothing is emitted then.
type unit struct {
	*compiler
	parent *unit
	scope  *resolve.Scope
	co     *code.Code

	insts    []uint64
	poss     []code.Pos
	jumps    []jump
	places   []place
	handlers []protected
	blocks   []block

	pos       code.Pos
	tmp       int
	base      int // the first temporary
	dead      bool
	set       bitset // locals that are surely set here
	deletable bitset // locals that some del, except-as or the like unsets
	qual      string // prefix for the qualified names of what is defined here
	nesting   int    // of statements, for what Interactive prints

	names    map[string]int32
	consts   map[any]int32
	constN   []code.Const
	namesN   []string
	sites    []code.Site
	children []*code.Code
	comps    []code.CompRange
	marks    []code.Mark
	via      struct { // jumps to label to are a statement at line as well; 0: none
		to   label
		line int32
	}
}

// begin takes a unit from the pool and lays out its registers.
func (c *compiler) begin(s *resolve.Scope, parent *unit, name, qual string, line int) *unit {
	var u *unit
	if n := len(c.pool); n > 0 {
		u = c.pool[n-1]
		c.pool = c.pool[:n-1]
	} else {
		u = units.Get().(*unit)
		u.compiler = c
	}
	u.parent, u.scope = parent, s
	u.co = &code.Code{Name: name, Qualname: qual, Filename: c.filename, FirstLine: line}
	u.pos = code.Pos{Line: int32(line), EndLine: int32(line)}
	u.layout()
	return u
}

// units keeps units, with their buffers, from one compilation to the next.
var units = sync.Pool{New: func() any { return &unit{names: map[string]int32{}, consts: map[any]int32{}} }}

// maxKept is how many instructions the buffers of a unit may have room for that is kept.
const maxKept = 1 << 11

// close gives the units of a compilation back.
func (c *compiler) close() {
	for _, u := range c.pool {
		if u.compiler = nil; cap(u.insts) <= maxKept {
			clear(u.blocks[:cap(u.blocks)]) // they have parts of the tree
			units.Put(u)
		}
	}
}

// recycle gives the unit's buffers back.
func (u *unit) recycle() {
	clear(u.names)
	clear(u.consts)
	*u = unit{
		compiler: u.compiler, insts: u.insts[:0], poss: u.poss[:0], jumps: u.jumps[:0], places: u.places[:0],
		handlers: u.handlers[:0], blocks: u.blocks[:0], names: u.names, consts: u.consts,
	}
	u.pool = append(u.pool, u)
}

// layout gives the scope's variables their registers.
func (u *unit) layout() {
	s, co := u.scope, u.co
	reg := 0
	var names []string
	if s.IsComp() {
		names = append(names, ".0")
		reg = 1
	}
	if n := len(s.Params) + len(s.Symbols); n > 0 && s.IsFunction() {
		names = append(make([]string, 0, n+1), names...)
	}
	for _, p := range s.Params {
		p.Reg, p.Site = int32(reg), -1
		names = append(names, p.Name)
		if p.Kind == resolve.Cell {
			co.CellVars = append(co.CellVars, p.Name)
			co.CellRegs = append(co.CellRegs, p.Reg)
		}
		if p.Flags&resolve.Deleted != 0 {
			u.deletable.add(reg)
		}
		u.set.add(reg)
		reg++
	}
	if reg > maxNear {
		u.fail(u.pos, "too many parameters")
	}
	for _, b := range s.Symbols {
		if b.Flags&resolve.Param != 0 && b.Kind != resolve.Free {
			continue
		}
		b.Site = -1
		switch b.Kind {
		case resolve.Cell:
			co.CellVars = append(co.CellVars, b.Name)
			co.CellRegs = append(co.CellRegs, int32(reg))
		case resolve.Local:
			if reg >= maxNear {
				b.Far, b.Reg = true, int32(len(co.FarNames))
				co.FarNames = append(co.FarNames, b.Name)
				continue
			}
			if b.Flags&resolve.Deleted != 0 {
				u.deletable.add(reg)
			}
		default:
			continue
		}
		b.Reg = int32(reg)
		names = append(names, b.Name)
		reg++
	}
	if n := layoutComps(s, reg); n > reg {
		for ; reg < n; reg++ {
			names = append(names, "")
		}
	}
	if s.ClassCell != nil {
		s.ClassCell.Reg = int32(reg)
		co.CellVars = append(co.CellVars, "__class__")
		co.CellRegs = append(co.CellRegs, int32(reg))
		names = append(names, "__class__")
		reg++
	}
	co.VarNames, co.FreeBase = names, reg
	for _, f := range s.FreeList {
		co.FreeVars = append(co.FreeVars, f.Name)
		co.Captures = append(co.Captures, f.From.Reg)
		f.Reg, f.Site = int32(reg), -1
		reg++
	}
	if reg > maxNear+10000 {
		u.fail(u.pos, "too many variables captured by inner functions")
	}
	u.base, u.tmp, co.NumRegs = reg, reg, reg
	for _, r := range co.CellRegs {
		u.emit(code.MKCELL, int(r), 0, 0)
	}
}

// layoutComps gives the variables of the comprehensions that are compiled into s registers from reg on, which
// comprehensions that do not nest share. It returns the first register behind them.
func layoutComps(s *resolve.Scope, reg int) int {
	end := reg
	for _, c := range s.Children {
		if !c.Inlined {
			continue
		}
		r := reg
		for _, b := range c.Symbols {
			b.Site = -1
			if b.Kind == resolve.Local {
				b.Reg = int32(r)
				r++
			}
		}
		end = max(end, r, layoutComps(c, r))
	}
	return end
}

// alloc takes the next temporary.
func (u *unit) alloc() int { return u.allocN(1) }

// allocN takes n consecutive temporaries and returns the first.
func (u *unit) allocN(n int) int {
	r := u.tmp
	u.tmp += n
	if u.tmp > u.co.NumRegs {
		u.co.NumRegs = u.tmp
		if u.tmp > 0xFFF0 {
			u.fail(u.pos, "expression too complex")
			u.tmp, u.co.NumRegs = r, r
		}
	}
	return r
}

// isTemp says that r is a temporary.
func (u *unit) isTemp(r int) bool { return r >= u.base }

// scratch returns a temporary for a result that is built in steps: dst itself, or a new one where dst is a variable,
// which must not be seen half-made.
func (u *unit) scratch(dst int) int {
	if u.isTemp(dst) {
		return dst
	}
	return u.alloc()
}

// move copies src to dst unless they are one.
func (u *unit) move(dst, src int) {
	if dst != src {
		u.emit(code.MOVE, dst, src, 0)
	}
}

func toPos(s ast.Span) code.Pos {
	return code.Pos{Line: s.Line, EndLine: s.EndLine, Col: s.Col, EndCol: s.EndCol}
}

// at makes n's range that of the following instructions and returns the one before.
func (u *unit) at(s ast.Span) code.Pos {
	old := u.pos
	u.pos = toPos(s)
	return old
}

// nowhere makes the following instructions belong to no line.
func (u *unit) nowhere() { u.pos = code.Pos{Col: -1, EndCol: -1} }

// put adds an instruction, unless it is out of reach.
//
//go:noinline
func (u *unit) put(w uint64) {
	if u.dead {
		return
	}
	u.insts = append(u.insts, w)
	u.poss = append(u.poss, u.pos)
}

func (u *unit) emit(op code.Op, a, b, c int) { u.put(code.Make(op, a, b, c)) }

func (u *unit) emitX(op code.Op, a, bx int) { u.put(code.MakeX(op, a, bx)) }

// emitWide emits an instruction whose operand c is an index that may need an EXT.
func (u *unit) emitWide(op code.Op, a, b, c int) {
	if c >= code.Wide {
		u.emitX(code.EXT, 0, c)
		c = code.Wide
	}
	u.emit(op, a, b, c)
}

// emitAttr emits an instruction with a site of its own for name.
func (u *unit) emitAttr(op code.Op, a, b int, name string) {
	u.emitWide(op, a, b, u.site(u.name(resolve.Mangle(u.class, name))))
}

// site makes a new inline cache for a name.
func (u *unit) site(name int) int {
	if len(u.sites) == code.Wide {
		u.sites = append(u.sites, code.Site{}) // not to be taken for a wide one
	}
	u.sites = append(u.sites, code.Site{Name: int32(name)})
	return len(u.sites) - 1
}

// name returns the index of s in the code's names.
func (u *unit) name(s string) int {
	if i, ok := u.names[s]; ok {
		return int(i)
	}
	i := len(u.namesN)
	u.namesN = append(u.namesN, s)
	u.names[s] = int32(i)
	return i
}

// Keys of constants that Go's == does not tell apart, or cannot compare.
type (
	floatKey   uint64
	complexKey [2]uint64
	bigKey     string
	tupleKey   string
)

// constant returns the index of v in the code's constants.
func (u *unit) constant(v any) int {
	var key any
	switch x := v.(type) {
	case ast.Bytes:
		v = code.Bytes(x)
		key = v
	case ast.Ellipsis:
		v = code.Ellipsis{}
		key = v
	case float64:
		key = floatKey(math.Float64bits(x))
	case complex128:
		key = complexKey{math.Float64bits(real(x)), math.Float64bits(imag(x))}
	case *big.Int:
		key = bigKey(x.String())
	case code.Tuple:
		v, key = u.tupleConst(x)
	case code.FrozenSet:
		t, _ := u.tupleConst(code.Tuple(x))
		v = code.FrozenSet(t)
	default:
		key = v
	}
	if key != nil || v == nil {
		if i, ok := u.consts[key]; ok {
			return int(i)
		}
		u.consts[key] = int32(len(u.constN))
	}
	u.constN = append(u.constN, v)
	return len(u.constN) - 1
}

// tupleConst converts the items of a folded tuple; the key is nil unless all are strings (the names of keyword
// arguments are the tuples that repeat).
func (u *unit) tupleConst(t code.Tuple) (code.Tuple, any) {
	out := make(code.Tuple, len(t))
	key := make([]byte, 0, 32)
	for i, v := range t {
		switch x := v.(type) {
		case ast.Bytes:
			v = code.Bytes(x)
		case ast.Ellipsis:
			v = code.Ellipsis{}
		case code.Tuple:
			v, _ = u.tupleConst(x)
		case code.FrozenSet:
			inner, _ := u.tupleConst(code.Tuple(x))
			v = code.FrozenSet(inner)
		}
		out[i] = v
		if s, ok := v.(string); ok && key != nil && len(key) < 200 {
			key = append(append(key, s...), 0)
		} else {
			key = nil
		}
	}
	if key == nil || len(t) == 0 {
		return out, nil
	}
	return out, tupleKey(key)
}

// load puts a constant into dst.
func (u *unit) load(dst int, v any) {
	if !u.dead {
		u.emitX(code.LOADK, dst, u.constant(v))
	}
}

// newLabel makes a label for a place not yet reached.
func (u *unit) newLabel() label {
	u.places = append(u.places, place{at: -1})
	return label(len(u.places) - 1)
}

// here makes a label at this place, for jumps back: what may be unset again by the time they come is taken out.
func (u *unit) here() label {
	u.set.subtract(&u.deletable)
	u.places = append(u.places, place{at: int32(len(u.insts)), reached: true, set: u.set})
	return label(len(u.places) - 1)
}

// flowTo says that control can go from here to l.
func (u *unit) flowTo(l label) {
	p := &u.places[l]
	if p.at >= 0 {
		return
	}
	if p.reached {
		p.set.intersect(&u.set)
	} else {
		p.reached, p.set = true, u.set
	}
}

// jumpOp emits a jump; form says how its operands are packed, see code.Table.
func (u *unit) jumpOp(op code.Op, a, b int, l label) {
	if u.dead {
		return
	}
	u.flowTo(l)
	at := int32(len(u.insts))
	u.jumps = append(u.jumps, jump{at, l})
	if u.via.line > 0 && u.via.to == l {
		u.marks = append(u.marks, code.Mark{PC: at, Line: code.Jumped(u.via.line)})
	}
	u.emit(op, a, b, 0)
}

// jmp goes to l; what follows is dead.
func (u *unit) jmp(l label) {
	op := code.JMP
	if u.places[l].at >= 0 {
		op = code.LOOP
	}
	u.jumpOp(op, 0, 0, l)
	u.dead = true
}

// mark notes the line of a statement that has no instruction of its own.
func (u *unit) mark() {
	if !u.dead {
		u.marks = append(u.marks, code.Mark{PC: int32(len(u.insts)), Line: u.pos.Line})
	}
}

// bind puts l here.
func (u *unit) bind(l label) {
	p := &u.places[l]
	p.at = int32(len(u.insts))
	if !p.reached {
		return
	}
	if u.dead {
		u.dead, u.set = false, p.set
	} else {
		u.set.intersect(&p.set)
	}
}

// reached says whether something jumps to l.
func (u *unit) reached(l label) bool { return u.places[l].reached }
