package vm

import (
	"unsafe"

	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// A unit is what the loop needs of a code object besides the object itself:
// it hangs in CodeObject.Impl. The instructions are this VM's own copy,
// because the loop marks one with breakMark while a quantum ends in it.
type unit struct {
	insts      []uint64 // one NOP of padding at the end
	consts     []runtime.Value
	caches     []cache // code.Wide+1 at least, if there are so many sites
	cache0     unsafe.Pointer
	nameCaches []cache // by name, for the code of modules
	co         *runtime.CodeObject
	code       *code.Code

	base unsafe.Pointer // of insts
	addr uintptr        // the same as a number; Go does not move what base keeps alive
	last uintptr        // the address of the last instruction, which no quantum's end is looked for at

	// quick is nparams where a call with just that many positional arguments
	// needs no more than a frame, else -1.
	quick   int
	bare    bool // no registers but the parameters need to be set for it
	nregs   int
	nparams int // registers that the caller fills
	nlocals int // registers that must be unset at the start, parameters included
	nfree   int
	free    int // first of them
	// simple: positional parameters only, no *args, **kwargs or keyword-only.
	simple  bool
	gen     bool
	kept    int // generators: how many registers the object keeps
	nfar    int
	handled bool // has handlers
	// maxRun is the most instructions, times 8, that can run without passing an
	// accounting point, jumpRun the most from where a jump goes (LOOP has its own
	// measure): see the essay in loop.go.
	maxRun, jumpRun int

	// Where __name__ is in globals of version moduleVer: see module.
	moduleAt  int
	moduleVer uint64
}

// breakMark in an opcode stops the loop before that instruction.
const breakMark = 1 << 15

// A cache belongs to one site of a unit; what it means depends on the
// instruction there (see attr.go and the LDGLOBAL cases of the loop).
type cache struct {
	shape   *runtime.Shape
	next    *runtime.Shape // SETATTR that adds an attribute: the shape after it
	version uint64
	ver2    uint64
	more    *[3]cache // what has been seen besides, at a site of attributes
	val     runtime.Value
	slot    int32
	kind    uint8
	misses  uint8 // which of more is replaced next
}

// unitOf gives a code object's unit, made when it first runs.
func unitOf(co *runtime.CodeObject) *unit {
	if u, ok := co.Impl.(*unit); ok {
		return u
	}
	return makeUnit(co)
}

func makeUnit(co *runtime.CodeObject) *unit {
	c := co.Code()
	u := &unit{co: co, code: c, consts: co.Consts, caches: make([]cache, len(c.Sites)+1)}
	u.cache0 = unsafe.Pointer(unsafe.SliceData(u.caches))
	if c.Flags&code.Optimized == 0 {
		u.nameCaches = make([]cache, len(c.Names))
	}
	u.insts = make([]uint64, len(c.Insts)+1)
	copy(u.insts, c.Insts)
	u.nregs = c.NumRegs
	u.nparams = c.ArgCount + c.KwOnly
	if c.Flags&code.VarArgs != 0 {
		u.nparams++
	}
	if c.Flags&code.VarKeywords != 0 {
		u.nparams++
	}
	u.nlocals = len(c.VarNames)
	u.nfree, u.free = len(c.FreeVars), c.FreeBase
	if u.nfree > 0 && u.free+u.nfree > u.nlocals {
		u.nlocals = u.free + u.nfree
	}
	u.simple = u.nparams == c.ArgCount
	u.gen = c.Flags&(code.Generator|code.Coroutine|code.AsyncGenerator) != 0
	if u.kept = u.nlocals; u.gen {
		for i, w := range c.Insts {
			if op := code.OpOf(w); op == code.YIELD || op == code.YIELDFROM {
				// the locals are kept in any case
				n := max(code.C(w), u.nlocals)
				u.insts[i] = code.Make(op, code.A(w), code.B(w), n)
				u.kept = max(u.kept, n)
			}
		}
	}
	u.nfar = len(c.FarNames)
	u.handled = len(c.Handlers) > 0
	u.measure(c)
	u.base = unsafe.Pointer(unsafe.SliceData(u.insts))
	u.addr = uintptr(u.base)
	u.last = u.addr + uintptr(len(u.insts)-1)*8
	u.quick = -1
	if u.simple && !u.gen && u.nfar == 0 {
		u.quick = u.nparams
		u.bare = u.nlocals == u.nparams
	}
	co.Impl = u
	co.Unit = u.self()
	return u
}

// measure finds maxRun and jumpRun: the longest stretch that ends with an
// instruction that always passes an accounting point, and the longest rest of
// one from where a jump goes.
func (u *unit) measure(c *code.Code) {
	var targets []bool
	for i, w := range c.Insts {
		if to, ok := code.Target(c, i); ok && code.OpOf(w) != code.LOOP {
			if targets == nil {
				targets = make([]bool, len(c.Insts))
			}
			targets[to] = true
		}
	}
	begin, target := 0, -1 // target: the first in the stretch that begins at begin
	for i, w := range c.Insts {
		if targets != nil && targets[i] && target < 0 {
			target = i
		}
		op := code.OpOf(w)
		if op == code.JMP || op == code.LOOP || op == code.RETURN || op == code.RETURNNONE || i == len(c.Insts)-1 {
			u.maxRun = max(u.maxRun, (i+1-begin)*8)
			if target >= 0 {
				u.jumpRun = max(u.jumpRun, (i+1-target)*8)
			}
			begin, target = i+1, -1
		}
	}
}

// siteName is the name at the site operand of the instruction at pc.
func (u *unit) siteName(pc, operand int) *runtime.Str {
	if operand == code.Wide && pc > 0 && code.OpOf(u.code.Insts[pc-1]) == code.EXT {
		operand = code.BX(u.code.Insts[pc-1])
	}
	return u.co.Names[u.code.Sites[operand].Name]
}

// name is the name at the name operand of the instruction at pc.
func (u *unit) name(pc, operand int) *runtime.Str {
	if operand == code.Wide && pc > 0 && code.OpOf(u.code.Insts[pc-1]) == code.EXT {
		operand = code.BX(u.code.Insts[pc-1])
	}
	return u.co.Names[operand]
}

// site is the cache of the site in operand c of w; the wide ones share one
// that never hits, which code.Sites leaves free.
func (u *unit) site(w uint64) *cache {
	return (*cache)(unsafe.Add(u.cache0, w>>48*cacheSize))
}

// wideSite is the cache of a site in operand bx, nameSite of a name there.
func (u *unit) wideSite(w uint64) *cache {
	return (*cache)(unsafe.Add(u.cache0, w>>32*cacheSize))
}

func (u *unit) nameSite(w uint64) *cache { return &u.nameCaches[w>>32] }

const cacheSize = uint64(unsafe.Sizeof(cache{}))

// self is u as functions keep it, so that a call finds it without a look at the code object.
func (u *unit) self() unsafe.Pointer { return unsafe.Pointer(u) }
