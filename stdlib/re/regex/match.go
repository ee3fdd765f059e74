package regex

import (
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/minipy/minipy/runtime"
)

// The matcher runs a program by backtracking. It holds what to go back to on a
// stack of its own, not Go's: choices, each with the position in the text, and
// between them the old values of marks and registers, which are put back on the
// way. Where no choice is left below, old values need not be kept: failing then
// means that the attempt as a whole has failed.

// frameKind tells what a frame of the stack is for.
type frameKind uint8

const (
	fChoice frameKind = iota // go on at pc, at a
	fSave                    // mark pc was a, and the last closed group b
	fReg                     // register pc was a
	fRep                     // an opRep at pc, which may give back from b down to a
	fLazy                    // an opRepLazy at pc stands at a and may take b more
	fLoop                    // an opLoopLazy at pc may run its body, at a
)

type frame struct {
	kind frameKind
	pc   int32
	a, b int
}

// A Checker is asked every few thousand steps whether to go on, and whether
// there is room for n bytes; its error ends the search.
type Checker interface {
	Check() error
	Room(n int) error
}

// A Matcher finds one match after the other of a program in a text. It is
// used by one thread at a time: see Program.Matcher.
type Matcher struct {
	prog  *Program
	text  string // up to where matches may reach
	wide  bool   // characters may have several bytes
	stack []frame
	regs  []int
	marks []int // begin and end of each group, -1: none

	start, end int // of the match
	last       int // the group closed last, 0: none

	full    bool // the match must reach the end of the text
	advance bool // the match must not be empty where the search begins
	from    int  // where it began

	leadEnd int // see inst.lead
	need    int // where the required text comes next, if need >= the position
	steps   int // until the next check
	check   Checker
}

// stepsPerCheck is how many steps go by between two calls of check. What is
// scanned in one go counts as a step for each bytesPerStep, and is no more than
// window at once.
const (
	stepsPerCheck = 20000
	bytesPerStep  = 8
	window        = 1 << 18
)

// maxFrames bounds the stack: 800 MB.
const maxFrames = 1 << 25

// Matcher gives a matcher for text; wide says that characters may have several
// bytes, so that it is (W)UTF-8.
// check is called every few thousand steps and ends the search if it fails.
// Done gives the matcher back.
func (p *Program) Matcher(text string, wide bool, check Checker) *Matcher {
	m := p.free
	if m == nil {
		m = &Matcher{prog: p, regs: make([]int, p.regs), marks: make([]int, 2*p.groups)}
	}
	p.free = nil
	m.text, m.wide, m.check, m.steps, m.need, m.full, m.advance = text, wide, check, stepsPerCheck, -1, false, false
	return m
}

// Done ends the use of m.
func (m *Matcher) Done() {
	m.text, m.check = "", nil
	if cap(m.stack) > 1<<14 {
		m.stack = nil
	}
	m.prog.free = m
}

// Groups is the number of groups of the pattern.
func (p *Program) Groups() int { return p.groups }

// Span is the match, in bytes.
func (m *Matcher) Span() (start, end int) { return m.start, m.end }

// LastGroup is the number of the group that was closed last; 0: none.
func (m *Matcher) LastGroup() int { return m.last }

// Group is the part of the text that group g, from 1 on, matched; -1, -1 if it did not.
func (m *Matcher) Group(g int) (start, end int) {
	start, end = m.marks[2*g-2], m.marks[2*g-1]
	if start < 0 || end < 0 {
		return -1, -1
	}
	return start, end
}

// tick is called when the steps are used up; the stack is depth frames high.
func (m *Matcher) tick(depth int) error {
	m.steps = stepsPerCheck
	if m.check == nil {
		return nil
	}
	if depth > stepsPerCheck {
		// Until the next time it can become so much higher that it is copied to twice the size.
		if err := m.check.Room(3 * depth * int(unsafe.Sizeof(frame{}))); err != nil {
			return err
		}
	}
	return m.check.Check()
}

// windowEnd is up to where a scan from pos on goes without a check: not into
// the middle of a character.
func (m *Matcher) windowEnd(pos int) int {
	if len(m.text)-pos <= window {
		return len(m.text)
	}
	end := pos + window
	for m.wide && end < len(m.text) && m.text[end]&0xC0 == 0x80 {
		end++
	}
	return end
}

// scan gives the end of a run of characters of set from pos on.
func (m *Matcher) scan(set *charSet, pos int) (int, error) {
	for {
		limit := m.windowEnd(pos)
		end := scan(set, m.text[:limit], pos)
		m.steps -= (end - pos) / bytesPerStep
		if end < limit || limit == len(m.text) {
			return end, nil
		}
		if err := m.tick(0); err != nil {
			return 0, err
		}
		pos = end
	}
}

// exhausted ends a match that wants more stack than there is.
func (m *Matcher) exhausted() (bool, error) {
	m.stack = nil
	return false, runtime.MemoryErr()
}

func (m *Matcher) reset() {
	m.last = 0
	for i := range m.marks {
		m.marks[i] = -1
	}
}

// scan gives the end of a run of characters of set from pos on.
func scan(set *charSet, s string, pos int) int {
	if out := set.oneOut; out >= 0 {
		if i := strings.IndexByte(s[pos:], byte(out)); i >= 0 {
			return pos + i
		}
		return len(s)
	}
	for pos < len(s) {
		k := set.tab[s[pos]]
		if k&1 != 0 {
			pos++
			continue
		}
		if k == no {
			break
		}
		r, n := decode(s[pos:])
		if !set.high.has(r) {
			break
		}
		pos += n
	}
	return pos
}

// scanCounted is scan for at most limit characters; lo is where it stood after
// min of them, -1 if it did not come so far.
func scanCounted(set *charSet, s string, pos, least, limit int) (lo, end int) {
	lo = -1
	for n := 0; ; n++ {
		if n == least {
			lo = pos
		}
		if n >= limit || pos >= len(s) {
			return lo, pos
		}
		w := set.step(s, pos)
		if w == 0 {
			return lo, pos
		}
		pos += w
	}
}

// step is the length of the character at pos if it is in the set, or 0.
func (set *charSet) step(s string, pos int) int {
	switch c := s[pos]; set.tab[c] {
	case yes:
		return 1
	case yesAll:
		return lenOf(c)
	case ask:
		if r, n := decode(s[pos:]); set.high.has(r) {
			return n
		}
	}
	return 0
}

// stepBack is where the character before pos begins.
func stepBack(s string, pos int, wide bool) int {
	pos--
	if wide {
		for pos > 0 && s[pos]&0xC0 == 0x80 {
			pos--
		}
	}
	return pos
}

// atWord says whether pos is at a word boundary.
func (m *Matcher) atWord(pos int, ascii bool) bool {
	return m.wordBefore(pos, ascii) != m.wordAt(pos, ascii)
}

func (m *Matcher) wordAt(pos int, ascii bool) bool {
	if pos >= len(m.text) {
		return false
	}
	c := m.text[pos]
	if c < utf8.RuneSelf || ascii || !m.wide {
		return isWordByte(rune(c))
	}
	r, _ := decode(m.text[pos:])
	return isAlnum(r)
}

func (m *Matcher) wordBefore(pos int, ascii bool) bool {
	return pos > 0 && m.wordAt(stepBack(m.text, pos, m.wide), ascii)
}

// run tries to match at pos.
func (m *Matcher) run(pos int) (bool, error) {
	var (
		code  = m.prog.code
		s     = m.text
		st    = m.stack[:0]
		wide  = m.wide
		begin = pos
		pc    = int32(0)
	)
	for {
		in := &code[pc]
		pc++
		switch in.op {
		case opByte:
			if pos < len(s) && s[pos] == in.b {
				pos++
				continue
			}
		case opStr:
			if strings.HasPrefix(s[pos:], in.str) {
				pos += len(in.str)
				continue
			}
		case opSet:
			if pos < len(s) {
				k := in.set.tab[s[pos]]
				if k == yes {
					pos++
					continue
				}
				if k != no {
					if n := in.set.step(s, pos); n > 0 {
						pos += n
						continue
					}
				}
			}
		case opRepPoss:
			var lo, end int
			var err error
			if in.max == MaxRepeat && in.min <= 1 {
				if end, err = m.scan(in.set, pos); err != nil {
					m.stack = st
					return false, err
				}
				if in.lead && pos == begin {
					m.leadEnd = end
				}
				if in.min == 1 && end == pos {
					break
				}
			} else if lo, end = scanCounted(in.set, s, pos, in.min, in.max); lo < 0 {
				break
			}
			pos = end
			continue
		case opRep:
			lo, end := pos, 0
			var err error
			if in.max == MaxRepeat && in.min <= 1 {
				if end, err = m.scan(in.set, pos); err != nil {
					m.stack = st
					return false, err
				}
				if in.lead && pos == begin {
					m.leadEnd = end
				}
				if in.min == 1 {
					if end == pos {
						break
					}
					lo++
					if wide {
						lo = pos + lenOf(s[pos])
					}
				}
			} else if lo, end = scanCounted(in.set, s, pos, in.min, in.max); lo < 0 {
				break
			}
			if fx := in.fx; fx != nil {
				most := end
				for end > lo && (end >= len(s) || !fx[s[end]]) {
					end = stepBack(s, end, wide)
				}
				m.steps -= (most - end) / bytesPerStep
			}
			if end > lo {
				st = append(st, frame{fRep, pc, lo, end})
			}
			pos = end
			continue
		case opRepLazy:
			lo, end := scanCounted(in.set, s, pos, in.min, in.min)
			if lo < 0 {
				break
			}
			pos = end
			if in.max > in.min {
				st = append(st, frame{fLazy, pc - 1, pos, in.max - in.min})
			}
			if in.fx != nil && (pos >= len(s) || !in.fx[s[pos]]) {
				break
			}
			continue
		case opSplit:
			if m.steps--; m.steps < 0 {
				if err := m.tick(len(st)); err != nil {
					m.stack = st
					return false, err
				}
			}
			if in.fx != nil && (pos >= len(s) || !in.fx[s[pos]]) {
				pc = in.y
				continue
			}
			pc = in.x
			if in.fy == nil || pos < len(s) && in.fy[s[pos]] {
				if len(st) >= maxFrames {
					return m.exhausted()
				}
				st = append(st, frame{fChoice, in.y, pos, 0})
			}
			continue
		case opSwitch:
			if pos < len(s) {
				pc = in.jumps[s[pos]]
				continue
			}
		case opJump:
			pc = in.x
			continue
		case opSave:
			if len(st) > 0 {
				st = append(st, frame{fSave, in.x, m.marks[in.x], m.last})
			}
			m.marks[in.x] = pos
			if in.x&1 != 0 {
				m.last = int(in.x>>1) + 1
			}
			continue
		case opMatch:
			if m.full && pos != len(s) || m.advance && begin == m.from && pos == begin {
				break
			}
			m.stack = st
			m.start, m.end = begin, pos
			return true, nil
		case opBegin:
			if pos == 0 {
				continue
			}
		case opBeginLine:
			if pos == 0 || s[pos-1] == '\n' {
				continue
			}
		case opEnd:
			if pos == len(s) || pos == len(s)-1 && s[pos] == '\n' {
				continue
			}
		case opEndLine:
			if pos == len(s) || s[pos] == '\n' {
				continue
			}
		case opEndText:
			if pos == len(s) {
				continue
			}
		case opWord:
			// of an empty text, not even its ends are no boundary
			if m.atWord(pos, in.x != 0) != (in.y != 0) && len(s) > 0 {
				continue
			}
		case opLoopInit:
			if len(st) > 0 {
				st = append(st, frame{fReg, in.x, m.regs[in.x], 0}, frame{fReg, in.x + 1, m.regs[in.x+1], 0})
			}
			m.regs[in.x], m.regs[in.x+1] = 0, -1
			continue
		case opLoop, opLoopLazy, opLoopPoss:
			if m.steps--; m.steps < 0 {
				if err := m.tick(len(st)); err != nil {
					m.stack = st
					return false, err
				}
			}
			if len(st) >= maxFrames {
				return m.exhausted()
			}
			st, pc = m.loop(in, st, pc, pos)
			continue
		case opMark:
			m.regs[in.x] = len(st)
			continue
		case opCut:
			st = cut(st, m.regs[in.x])
			continue
		case opLook:
			m.regs[in.x], m.regs[in.x+1] = len(st), pos
			continue
		case opLookEnd:
			st = cut(st, m.regs[in.x])
			pos = m.regs[in.x+1]
			continue
		case opNotLook:
			m.regs[in.x] = len(st)
			st = append(st, frame{fChoice, in.y, pos, 0})
			continue
		case opNotLookEnd:
			st = m.unwind(st, m.regs[in.x])
		case opBack:
			n := in.min
			if n > pos {
				break
			}
			if !wide {
				pos -= n
				continue
			}
			for ; n > 0 && pos > 0; n-- {
				pos = stepBack(s, pos, true)
			}
			if n == 0 {
				continue
			}
		case opRef:
			if a, b := m.Group(int(in.x) + 1); a >= 0 && b >= a && strings.HasPrefix(s[pos:], s[a:b]) {
				pos += b - a
				continue
			}
		case opRefFold:
			if end := m.refFold(int(in.x)+1, pos, foldMode(in.y)); end >= 0 {
				pos = end
				continue
			}
		case opCond:
			if a, b := m.Group(int(in.x) + 1); a < 0 || b < a {
				pc = in.y
			}
			continue
		}

		// Failed: back to the last choice, putting back what was changed since.
		if m.steps--; m.steps < 0 {
			if err := m.tick(len(st)); err != nil {
				m.stack = st
				return false, err
			}
		}
	back:
		for {
			n := len(st) - 1
			if n < 0 {
				m.stack = st
				return false, nil
			}
			f := &st[n]
			switch f.kind {
			case fChoice:
				pc, pos = f.pc, f.a
				st = st[:n]
				break back
			case fSave:
				m.marks[f.pc], m.last = f.a, f.b
				st = st[:n]
			case fReg:
				m.regs[f.pc] = f.a
				st = st[:n]
			case fRep:
				in := &code[f.pc-1]
				pos = stepBack(s, f.b, wide)
				if fx := in.fx; fx != nil {
					for pos > f.a && !fx[s[pos]] {
						pos = stepBack(s, pos, wide)
					}
				}
				pc = f.pc
				if pos > f.a {
					f.b = pos
				} else {
					st = st[:n]
				}
				break back
			case fLazy:
				in := &code[f.pc]
				pos = m.more(in, f)
				if pos < 0 {
					st = st[:n]
					continue
				}
				pc = f.pc + 1
				if f.b == 0 {
					st = st[:n]
				}
				break back
			case fLoop:
				in := &code[f.pc]
				pos, pc = f.a, f.pc+1
				st = st[:n] // f is gone
				if m.regs[in.x] < in.max && pos != m.regs[in.x+1] {
					st = m.enter(in, st, pos)
					break back
				}
			}
		}
	}
}

// loop decides at the head of a counted loop whether to run the body (at pc) or go on.
func (m *Matcher) loop(in *inst, st []frame, pc int32, pos int) ([]frame, int32) {
	count, last := m.regs[in.x], m.regs[in.x+1]
	if in.op == opLoopPoss {
		m.regs[in.x+2] = len(st)
	}
	if count < in.min {
		if len(st) > 0 {
			st = append(st, frame{fReg, in.x, count, 0})
		}
		m.regs[in.x] = count + 1
		return st, pc
	}
	if count >= in.max && in.max != MaxRepeat || pos == last {
		return st, in.y
	}
	if in.op == opLoopLazy {
		return append(st, frame{fLoop, pc - 1, pos, 0}), in.y
	}
	st = append(st, frame{fChoice, in.y, pos, 0})
	return m.enter(in, st, pos), pc
}

// enter counts one more run of a loop's body.
func (m *Matcher) enter(in *inst, st []frame, pos int) []frame {
	if len(st) > 0 {
		st = append(st, frame{fReg, in.x, m.regs[in.x], 0}, frame{fReg, in.x + 1, m.regs[in.x+1], 0})
	}
	m.regs[in.x]++
	m.regs[in.x+1] = pos
	return st
}

// more lets a lazy repetition take more: where it then stands, -1 if it cannot.
func (m *Matcher) more(in *inst, f *frame) int {
	s := m.text
	pos := f.a
	for {
		if pos >= len(s) {
			return -1
		}
		w := in.set.step(s, pos)
		if w == 0 {
			return -1
		}
		pos += w
		f.b--
		if in.fx == nil || pos < len(s) && in.fx[s[pos]] {
			f.a = pos
			return pos
		}
		if f.b == 0 {
			return -1
		}
	}
}

// cut forgets the choices above height h, but not the old values, which the
// choices below need.
func cut(st []frame, h int) []frame {
	if h == 0 {
		return st[:0]
	}
	out := st[:h]
	for _, f := range st[h:] {
		if f.kind == fSave || f.kind == fReg {
			out = append(out, f)
		}
	}
	return out
}

// unwind goes back to height h and puts back what was changed since.
func (m *Matcher) unwind(st []frame, h int) []frame {
	for i := len(st) - 1; i >= h; i-- {
		switch f := &st[i]; f.kind {
		case fSave:
			m.marks[f.pc], m.last = f.a, f.b
		case fReg:
			m.regs[f.pc] = f.a
		}
	}
	return st[:h]
}

// refFold matches the text of group g at pos in any case: the end, or -1.
func (m *Matcher) refFold(g, pos int, fold foldMode) int {
	a, b := m.Group(g)
	if a < 0 || b < a {
		return -1
	}
	s := m.text
	for a < b {
		if pos >= len(s) {
			return -1
		}
		x, n := rune(s[a]), 1
		y, k := rune(s[pos]), 1
		if m.wide {
			x, n = decode(s[a:])
			y, k = decode(s[pos:])
		}
		if x != y && lowerOf(x, fold) != lowerOf(y, fold) {
			return -1
		}
		a, pos = a+n, pos+k
	}
	return pos
}
