package compile

import (
	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/resolve"
)

type blockKind uint8

const (
	loopBlock  blockKind = iota
	plainTry             // a protected range; leaving it needs no code
	finallyTry           // leaving it runs the finally body
	withTry              // leaving it calls __exit__
	asyncWith            // leaving it awaits __aexit__
	handling             // in a handler: leaving it restores the handled exception
	naming               // in `except E as name`: leaving it deletes the name
)

// A block is a construct that break, continue and return must leave in order. Those with a handler have an open
// range of protected code from start on; it is closed while the code that leaves the block is emitted.
type block struct {
	kind    blockKind
	start   int32
	handler label
	reg     int  // the handler's register
	cleanup bool // see code.Handler
	next    label
	end     label
	fin     []ast.Stmt
	exc     int // handling: the register pair of PUSHEXC; withTry: the __exit__
	name    *resolve.Binding
	pos     code.Pos
}

// protect opens a block with a handler.
func (u *unit) protect(b block) {
	b.start = int32(len(u.insts))
	u.places[b.handler].set = u.set
	u.places[b.handler].set.subtract(&u.deletable)
	u.blocks = append(u.blocks, b)
}

// closeRange ends the open range of block i.
func (u *unit) closeRange(i int) {
	b := &u.blocks[i]
	end := int32(len(u.insts))
	if b.kind == loopBlock || end == b.start {
		return
	}
	u.places[b.handler].reached = true
	u.handlers = append(u.handlers, protected{b.start, end, b.handler, int32(b.reg), b.cleanup})
	b.start = end
}

// unprotect closes the innermost block.
func (u *unit) unprotect() {
	n := len(u.blocks) - 1
	u.closeRange(n)
	u.blocks = u.blocks[:n]
}

// mustUnwind says that leaving the blocks from index n on runs code first.
func (u *unit) mustUnwind(n int) bool {
	for i := n; i < len(u.blocks); i++ {
		if k := u.blocks[i].kind; k != loopBlock && k != plainTry {
			return true
		}
	}
	return false
}

// leaving emits the code that leaves the blocks from the innermost down to index n, then what ends it (a jump or a
// return), and opens the blocks again for what follows in the source.
func (u *unit) leaving(n int, then func()) {
	if u.dead {
		return
	}
	if len(u.blocks) <= n {
		then()
		return
	}
	saved := append([]block(nil), u.blocks[n:]...)
	pos := u.pos
	unwinds := u.mustUnwind(n)
	i := len(u.blocks)
	for i > n && !u.dead {
		i--
		u.closeRange(i)
		b := u.blocks[i]
		u.blocks = u.blocks[:i]
		u.leave(&b)
	}
	if u.pos = pos; unwinds {
		u.nowhere() // the line of the statement that leaves was before
	}
	then()
	u.pos = pos
	// Where a finally body left for good (raise, return), the blocks below i are as it left them.
	u.blocks = append(u.blocks[:i], saved[i-n:]...)
	for j := i; j < len(u.blocks); j++ {
		u.blocks[j].start = int32(len(u.insts))
	}
}

// markLeaving notes the line of a statement that leaves the blocks from index n on, if others come before what it
// does itself.
func (u *unit) markLeaving(n int) {
	if u.mustUnwind(n) {
		u.mark()
	}
}

// leave emits what leaving one block needs.
func (u *unit) leave(b *block) {
	mark := u.tmp
	switch b.kind {
	case finallyTry:
		u.stmts(b.fin)
	case withTry, asyncWith:
		u.pos = b.pos
		u.withExit(b.exc, b.kind == asyncWith, 0)
	case handling:
		u.emit(code.POPEXC, b.exc, 0, 0)
	case naming:
		u.forget(b.name)
	}
	u.tmp = mark
}

// forget ends the life of the name of an except clause.
func (u *unit) forget(name *resolve.Binding) {
	if r, ok := nearLocal(name); ok {
		u.emit(code.UNSET, r, 0, 0)
		u.set.remove(r)
		return
	}
	t := u.alloc()
	u.load(t, nil)
	u.store(name, t)
	u.deleteName(name)
	u.tmp--
}

// leaveLoop compiles break and continue.
func (u *unit) leaveLoop(again bool) {
	for i := len(u.blocks) - 1; i >= 0; i-- {
		if b := u.blocks[i]; b.kind == loopBlock {
			l := b.end
			if again {
				l = b.next
			}
			u.markLeaving(i + 1)
			u.leaving(i+1, func() { u.jmp(l) })
			return
		}
	}
}

func (u *unit) try(body []ast.Stmt, hs []*ast.ExceptHandler, orelse, fin []ast.Stmt, star bool) {
	u.mark()
	if len(fin) == 0 {
		u.tryExcept(body, hs, orelse, star)
		return
	}
	reg := u.tmp
	handler, end := u.newLabel(), u.newLabel()
	u.protect(block{kind: finallyTry, handler: handler, reg: reg, fin: fin})
	if len(hs) > 0 {
		u.tryExcept(body, hs, orelse, star)
	} else {
		u.stmts(body)
		u.stmts(orelse)
	}
	u.unprotect()
	u.stmts(fin)
	if u.reached(handler) {
		u.nowhere()
		u.jmp(end)
		u.bind(handler)
		u.handle(reg, func() {
			u.stmts(fin)
			u.reraise(reg)
		})
	}
	u.bind(end)
	u.tmp = reg
}

// handle compiles a handler's body between PUSHEXC and the cleanup that restores the handled exception when the
// body itself raises. The handler's register is reg; reg+1 keeps what was handled before, reg+2 is the cleanup's.
func (u *unit) handle(reg int, body func()) {
	u.allocN(3)
	cleanup := u.newLabel()
	u.nowhere()
	u.emit(code.PUSHEXC, reg, 0, 0)
	u.protect(block{kind: handling, handler: cleanup, reg: reg + 2, cleanup: true, exc: reg})
	body()
	u.unprotect()
	u.dead = true
	if u.bind(cleanup); !u.dead {
		u.nowhere()
		u.emit(code.POPEXC, reg, 0, 0)
		u.emit(code.RERAISE, reg+2, 0, 0)
		u.dead = true
	}
}

// reraise leaves a handler by raising its exception again.
func (u *unit) reraise(reg int) {
	if u.dead {
		return
	}
	u.closeRange(len(u.blocks) - 1)
	u.emit(code.MOVE, reg+2, reg, 0)
	u.emit(code.POPEXC, reg, 0, 0)
	u.emit(code.RERAISE, reg+2, 0, 0)
	u.dead = true
	u.blocks[len(u.blocks)-1].start = int32(len(u.insts))
}

func (u *unit) tryExcept(body []ast.Stmt, hs []*ast.ExceptHandler, orelse []ast.Stmt, star bool) {
	reg := u.tmp
	handler, end := u.newLabel(), u.newLabel()
	u.protect(block{kind: plainTry, handler: handler, reg: reg})
	u.stmts(body)
	u.unprotect()
	u.stmts(orelse)
	if u.reached(handler) {
		u.nowhere()
		u.jmp(end)
		u.bind(handler)
		if star {
			u.handle(reg, func() { u.starHandlers(reg, hs, end) })
		} else {
			u.handle(reg, func() { u.handlersOf(reg, hs, end) })
		}
	}
	u.bind(end)
	u.tmp = reg
}

// handlersOf tries the except clauses on the exception in register reg.
func (u *unit) handlersOf(reg int, hs []*ast.ExceptHandler, end label) {
	outer := len(u.blocks) - 1
	for _, h := range hs {
		u.pos = toPos(h.Span)
		next := u.newLabel()
		if h.Type != nil {
			t := u.alloc()
			u.emit(code.EXCMATCH, t, reg, u.operandHint(h.Type, t))
			u.jumpOp(code.JF, t, 0, next)
			u.tmp = reg + 3
		} else {
			u.mark()
		}
		if h.Name == "" {
			u.stmts(h.Body)
			u.nowhere()
			u.leaving(outer, func() { u.jmp(end) })
		} else {
			b := binding(h.Binding)
			u.store(b, reg)
			failed := u.newLabel()
			u.protect(block{kind: naming, handler: failed, reg: reg + 2, cleanup: true, name: b})
			u.stmts(h.Body)
			u.nowhere()
			u.leaving(outer, func() { u.jmp(end) })
			u.unprotect()
			if u.bind(failed); !u.dead {
				u.nowhere()
				u.forget(b)
				u.emit(code.RERAISE, reg+2, 0, 0)
				u.dead = true
			}
		}
		u.bind(next)
	}
	u.reraise(reg)
}

// starHandlers runs the except* clauses on the exception in register reg, each on the part that it matches. What they
// raise and what nothing matched is gathered in a list.
func (u *unit) starHandlers(reg int, hs []*ast.ExceptHandler, end label) {
	rest := u.allocN(4)
	list, match, raised := rest+1, rest+2, rest+3
	u.emit(code.MOVE, rest, reg, 0)
	u.emit(code.LIST, list, list, 0)
	mark := u.tmp
	for _, h := range hs {
		u.pos = toPos(h.Span)
		next, failed := u.newLabel(), u.newLabel()
		u.emit(code.EGMATCH, match, rest, u.operand(h.Type))
		u.tmp = mark
		u.jumpOp(code.JNONE, match, 0, next)
		b := block{kind: plainTry, handler: failed, reg: raised}
		if h.Name != "" {
			b.name = binding(h.Binding)
			u.store(b.name, match)
		}
		u.protect(b)
		u.stmts(h.Body)
		u.unprotect()
		if b.name != nil && !u.dead {
			u.forget(b.name)
		}
		u.nowhere()
		u.jmp(next)
		if u.bind(failed); !u.dead {
			u.nowhere()
			if b.name != nil {
				u.forget(b.name)
			}
			u.emit(code.LISTAPPEND, list, raised, 0)
		}
		u.bind(next)
	}
	u.nowhere()
	u.emit(code.LISTAPPEND, list, rest, 0)
	u.emit(code.EGPREP, raised, reg, list)
	none := u.newLabel()
	u.jumpOp(code.JNONE, raised, 0, none)
	u.closeRange(len(u.blocks) - 1)
	u.emit(code.POPEXC, reg, 0, 0)
	u.emit(code.RERAISE, raised, 0, 0)
	u.dead = true
	u.bind(none)
	u.emit(code.POPEXC, reg, 0, 0)
	u.jmp(end)
	u.blocks[len(u.blocks)-1].start = int32(len(u.insts))
}

func (u *unit) with(items []*ast.WithItem, body []ast.Stmt, async bool) {
	stmt := u.pos
	it := items[0]
	w := u.alloc()
	ctx := u.operandHint(it.ContextExpr, w)
	u.tmp = w + 1
	u.alloc()
	kind := withTry
	if async {
		kind = asyncWith
		u.alloc()
		u.emit(code.AWITHENTER, w, ctx, 0)
		u.emit(code.GETAWAIT, w+1, w+1, 1)
		u.emit(code.YIELDFROM, w+1, w+1, u.tmp)
	} else {
		u.emit(code.WITHENTER, w, ctx, 0)
	}
	handler, end := u.newLabel(), u.newLabel()
	u.protect(block{kind: kind, handler: handler, reg: w + 1, exc: w, pos: stmt})
	if it.OptionalVars != nil {
		u.assignTo(it.OptionalVars, w+1)
	}
	u.tmp = w + 1
	if len(items) > 1 {
		u.with(items[1:], body, async)
	} else {
		u.stmts(body)
	}
	u.unprotect()
	u.pos = stmt
	u.withExit(w, async, 0)
	u.jmp(end)
	u.tmp = w + 1
	if u.bind(handler); !u.dead {
		u.handle(w+1, func() {
			u.pos = stmt
			t := u.withExit(w, async, 1)
			suppressed := u.newLabel()
			u.jumpOp(code.JT, t, 0, suppressed)
			u.reraise(w + 1)
			u.bind(suppressed)
			u.leaving(len(u.blocks)-1, func() { u.jmp(end) })
		})
	}
	u.bind(end)
	u.tmp = w
}

// withExit calls the __exit__ in register w, with the exception in w+1 if raised is 1, and returns where the result
// is.
func (u *unit) withExit(w int, async bool, raised int) int {
	t := u.allocN(2)
	if async {
		u.emit(code.AWITHEXIT, t, w, raised)
		u.emit(code.GETAWAIT, t, t, 2)
		u.emit(code.YIELDFROM, t, t, u.tmp)
	} else {
		u.emit(code.WITHEXIT, t, w, raised)
	}
	u.tmp = t
	return t
}
