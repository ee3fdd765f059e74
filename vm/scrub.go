package vm

import "github.com/minipy/minipy/lang/code"

// ClearUnused forgets what calls that have returned left in the registers
// that no frame uses now, so that the Go collector can tell what the program
// cannot reach any more. Temporaries are a stack: in a frame that calls a
// native, those above the call's arguments are dead.
func (t *thread) ClearUnused() {
	from := t.top()
	if f := t.cur; f != t.root && f.pc > 0 && f.pc <= len(f.u.insts) {
		w := f.u.insts[f.pc-1]
		end := f.base + int(rb(w)) + int(rc(w))
		switch code.Op(uint16(w) & 0x7fff) {
		case code.CALL:
			from = min(from, end+1)
		case code.CALLM:
			from = min(from, end+2)
		case code.CALLKW, code.CALLMKW, code.CALLEX:
			return // their arguments lie above the frame
		}
	}
	clear(t.stack[min(from, len(t.stack)):])
}
