// Package code defines minipy's bytecode: the instruction word, the table of
// opcodes and the Code object that the compiler writes and the VM runs.
//
// # Registers
//
// A code object runs on a window of NumRegs registers. Parameters come first,
// in the order positional-only, positional, keyword-only, *args, **kwargs;
// the other locals and the free variables' cells follow, then temporaries. A
// variable that an inner function captures lives in a Cell, and its register
// holds that cell (made by MKCELL in the prologue for this function's own,
// copied from the closure at the call for free variables).
//
// # Instructions
//
// One instruction is a uint64:
//
//	 63      48 47      32 31      16 15       0
//	+----------+----------+----------+----------+
//	|    c     |    b     |    a     |    op    |
//	+----------+----------+----------+----------+
//	|         bx          |    a     |    op    |   bx: 32 bits, signed for jumps
//	+---------------------+----------+----------+
//
// Bit 15 of op is the VM's break mark and is never set in stored code. Jump
// displacements count instructions from the one after the jump. Where an
// instruction has a result it goes to register a.
//
// An operand that does not fit 16 bits (a site or a name above 65,534) is
// written as Wide, and the instruction before it is EXT with the real value;
// EXT does nothing itself, the slow path of the next instruction looks back.
package code

import "math/big"

// Wide in a 16-bit site or name operand says: the value is in the EXT before.
const Wide = 0xFFFF

// Flags of a Code.
type Flags uint32

const (
	Optimized         Flags = 1 << iota // a function: locals are registers
	NewLocals                           // a fresh namespace for each run
	VarArgs                             // has *args
	VarKeywords                         // has **kwargs
	Nested                              // defined inside a function
	Generator                           // calling it makes a generator
	Coroutine                           // calling it makes a coroutine
	AsyncGenerator                      // calling it makes an asynchronous generator
	IterableCoroutine                   // set by types.coroutine
	ClassBody                           // a class body: names go through its namespace
	FutureAnnotations
	UsesLocals // refers to locals(), vars(), dir(), eval or exec by name
)

// A Const is one of: nil (None), bool, int64, *big.Int, float64, complex128,
// string (text, WTF-8), Bytes, Tuple, FrozenSet, Ellipsis, *Code.
type Const any

type (
	Bytes     string
	Tuple     []Const
	FrozenSet []Const
	Ellipsis  struct{}
)

var _ = big.NewInt

// A Site is a place that has an inline cache in the VM. Name indexes Names.
type Site struct {
	Name int32
}

// A Handler says: when an exception leaves an instruction in [Start, End), put
// it into register Reg and go on at Target. The table is searched from its
// beginning; inner ranges come before outer ones.
type Handler struct {
	Start, End, Target int32
	Reg                int32
	// Lasti asks the VM to keep the instruction that raised in the exception's
	// traceback untouched by the RERAISE that ends a finally or with block.
	Cleanup bool
}

// A Pos is the source range of one instruction: lines from 1 (0: none),
// columns from 0 in UTF-8 bytes (-1: none).
type Pos struct {
	Line, EndLine int32
	Col, EndCol   int32
}

// A Code is one compiled body: a module, function, class or comprehension. It
// is immutable after the compiler returns it and may be shared by VMs.
type Code struct {
	Name, Qualname, Filename string
	FirstLine                int
	Flags                    Flags

	ArgCount    int // positional parameters, positional-only included
	PosOnly     int
	KwOnly      int
	NumRegs     int
	FreeBase    int      // register of the first free variable's cell
	VarNames    []string // name of register i, for the locals (params first); "" for none
	CellVars    []string // names of this function's own variables kept in cells
	CellRegs    []int32  // their registers, in the same order
	FreeVars    []string // names taken from the closure; cell i is in register FreeBase+i
	Captures    []int32  // for each free variable: register of its cell in the enclosing function
	Names       []string // attribute, global and imported names
	Sites       []Site
	Consts      []Const
	Children    []*Code // bodies made by MKFUNC
	Insts       []uint64
	Positions   []Pos // one an instruction
	Handlers    []Handler
	Doc         string // docstring, if HasDoc
	HasDoc      bool
	AttrHint    int      // class body: how many distinct self attributes its methods assign
	FarNames    []string // locals beyond the registers: a slice of the frame's own, which LDW, STW and DELW reach
	InlinedComp []CompRange
	Marks       []Mark // in the order of the instructions
}

// A Mark says that a line without an instruction of its own, as a bare try:,
// stands before the instruction PC. Tracing reports it.
type Mark struct{ PC, Line int32 }

// Dropped is the line of a mark that says something else: nobody wants the
// result of the call before it. A coroutine made there is never awaited.
const Dropped = -1

// Jumped is the line of a mark on a jump: when it is taken, line stands before
// the instruction that it goes to, as that of a break or continue which the
// jump has been merged with.
func Jumped(line int32) int32 { return -1 - line }

// ByJump is the line that a mark made with Jumped has, or 0.
func (m Mark) ByJump() int32 {
	if m.Line < Dropped {
		return -1 - m.Line
	}
	return 0
}

// A CompRange marks instructions [Start, End) as a comprehension's body that
// was compiled into its enclosing code; tracebacks show it as a frame of its
// own, called Name.
type CompRange struct {
	Start, End int32
	Name       string
	Line       int32 // line of the comprehension in the enclosing frame
}

// Make packs an instruction with three operands.
func Make(op Op, a, b, c int) uint64 {
	return uint64(op) | uint64(uint16(a))<<16 | uint64(uint16(b))<<32 | uint64(uint16(c))<<48
}

// MakeX packs an instruction with operand a and a 32-bit bx.
func MakeX(op Op, a, bx int) uint64 {
	return uint64(op) | uint64(uint16(a))<<16 | uint64(uint32(int32(bx)))<<32
}

// OpOf, A, B, C, BX and SBX take an instruction apart.
func OpOf(w uint64) Op { return Op(w & 0x7FFF) }
func A(w uint64) int   { return int(uint16(w >> 16)) }
func B(w uint64) int   { return int(uint16(w >> 32)) }
func C(w uint64) int   { return int(uint16(w >> 48)) }
func BX(w uint64) int  { return int(uint32(w >> 32)) }
func SBX(w uint64) int { return int(int32(uint32(w >> 32))) }
