package regex

import (
	"strings"

	"github.com/minipy/minipy/runtime"
)

// A builder makes a program of a tree.
type builder struct {
	tree *Tree
	code []inst
	regs int
	refs bool // there are back references or conditionals
	sets map[setKey]*charSet
}

// Compile makes a program of a tree.
func Compile(t *Tree) (*Program, error) {
	b := &builder{tree: t}
	// behind the pattern comes the end of the match, whatever the text has there
	if err := b.seq(t.root, t.Flags, follow{end: true}); err != nil {
		return nil, err
	}
	b.emit(inst{op: opMatch})
	p := &Program{code: b.code, groups: t.Groups, regs: b.regs}
	b.analyse(p)
	return p, nil
}

func (b *builder) emit(in inst) int {
	b.code = append(b.code, in)
	return len(b.code) - 1
}

func (b *builder) here() int32 { return int32(len(b.code)) }

// reg reserves n registers.
func (b *builder) reg(n int) int32 {
	b.regs += n
	return int32(b.regs - n)
}

func combine(f, add, del Flags) Flags {
	if add&typeFlags != 0 {
		f &^= typeFlags
	}
	return (f | add) &^ del
}

func (b *builder) mode(f Flags) setMode {
	m := setMode{text: b.tree.Text, ascii: f&Unicode == 0}
	switch {
	case f&IgnoreCase == 0:
	case f&Unicode != 0:
		m.fold = foldFull
	default:
		m.fold = foldASCII
	}
	return m
}

// chars is the set of a node that is one character; nil for other nodes.
func (b *builder) chars(n *node, f Flags) *charSet {
	if n.chars != nil {
		return n.chars
	}
	switch n.kind {
	case nLiteral, nNotLiteral:
		n.chars = b.set([]setItem{{lo: n.r, hi: n.r}}, n.kind == nNotLiteral, b.mode(f))
	case nIn:
		n.chars = b.set(n.set, n.neg, b.mode(f))
	case nAny:
		if f&DotAll != 0 {
			n.chars = b.set(nil, true, setMode{text: b.tree.Text})
		} else {
			n.chars = b.set([]setItem{{lo: '\n', hi: '\n'}}, true, setMode{text: b.tree.Text})
		}
	}
	return n.chars
}

// A setKey tells small sets apart, which patterns have again and again.
type setKey struct {
	items [4]setItem
	n     int
	neg   bool
	mode  setMode
}

// set is newSet once for each small set.
func (b *builder) set(items []setItem, neg bool, m setMode) *charSet {
	k := setKey{n: len(items), neg: neg, mode: m}
	if copy(k.items[:], items) < len(items) {
		return newSet(items, neg, m)
	}
	s := b.sets[k]
	if s == nil {
		if b.sets == nil {
			b.sets = map[setKey]*charSet{}
		}
		s = newSet(items, neg, m)
		b.sets[k] = s
	}
	return s
}

// literal is the text of a node that is one certain character.
func (b *builder) literal(n *node, f Flags) (string, bool) {
	if n.kind != nLiteral || f&IgnoreCase != 0 && len(orbitOf(n.r, b.mode(f).fold)) > 1 {
		return "", false
	}
	if !b.tree.Text {
		return string([]byte{byte(n.r)}), true
	}
	return string(runtime.AppendRune(nil, n.r)), true
}

func (b *builder) seq(s seq, f Flags, after follow) error {
	for i := 0; i < len(s); i++ {
		if str, ok := b.literal(s[i], f); ok {
			for i+1 < len(s) {
				more, ok := b.literal(s[i+1], f)
				if !ok {
					break
				}
				str += more
				i++
			}
			b.str(str)
			continue
		}
		if err := b.node(s[i], f, s[i+1:], after); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) str(s string) {
	if len(s) == 1 {
		b.emit(inst{op: opByte, b: s[0]})
		return
	}
	b.emit(inst{op: opStr, str: s})
}

// node emits n; rest of its sequence and then after come behind it.
func (b *builder) node(n *node, f Flags, rest seq, after follow) error {
	if set := b.chars(n, f); set != nil {
		b.emit(inst{op: opSet, set: set})
		return nil
	}
	switch n.kind {
	case nAt:
		b.at(n.at, f)
	case nBranch:
		return b.branch(n, f, b.first(rest, f, after, nil))
	case nGroup:
		f2 := combine(f, n.add, n.del)
		if n.group > 0 {
			b.emit(inst{op: opSave, x: int32(2*n.group - 2)})
		}
		if err := b.seq(n.subs[0], f2, b.first(rest, f, after, nil)); err != nil {
			return err
		}
		if n.group > 0 {
			b.emit(inst{op: opSave, x: int32(2*n.group - 1)})
		}
	case nAtomic:
		r := b.reg(1)
		b.emit(inst{op: opMark, x: r})
		if err := b.seq(n.subs[0], f, follow{end: true}); err != nil {
			return err
		}
		b.emit(inst{op: opCut, x: r})
	case nRepeat:
		return b.repeat(n, f, rest, after)
	case nRef:
		b.refs = true
		if m := b.mode(f); m.fold != foldNone {
			b.emit(inst{op: opRefFold, x: int32(n.group - 1), y: int32(m.fold)})
		} else {
			b.emit(inst{op: opRef, x: int32(n.group - 1)})
		}
	case nCond:
		return b.cond(n, f, b.first(rest, f, after, nil))
	case nAssert:
		return b.assertion(n, f)
	}
	return nil
}

func (b *builder) at(at atKind, f Flags) {
	in := inst{}
	switch at {
	case atBegin:
		in.op = opBegin
		if f&Multiline != 0 {
			in.op = opBeginLine
		}
	case atBeginString:
		in.op = opBegin
	case atEnd:
		in.op = opEnd
		if f&Multiline != 0 {
			in.op = opEndLine
		}
	case atEndString:
		in.op = opEndText
	case atBoundary, atNonBoundary:
		in.op = opWord
		if f&Unicode == 0 {
			in.x = 1
		}
		if at == atNonBoundary {
			in.y = 1
		}
	}
	b.emit(in)
}

// branch emits a chain of splits, one an arm:
//
//	    split arm1, L2
//	    arm1; jump end
//	L2: split arm2, L3
//	    ...
//	Ln: armn
//	end:
func (b *builder) branch(n *node, f Flags, after follow) error {
	arms := n.subs
	firsts := make([]*byteSet, len(arms))
	rest := make([]*byteSet, len(arms)+1) // of the arms from here on; nil: anything
	rest[len(arms)] = &byteSet{}
	for i := len(arms) - 1; i >= 0; i-- {
		firsts[i] = b.first(arms[i], f, after, nil).table()
		if firsts[i] != nil && rest[i+1] != nil {
			u := *firsts[i]
			u.union(rest[i+1])
			rest[i] = &u
		}
	}
	var jumps []int
	entries := make([]int32, len(arms))
	sw := -1
	if len(arms) > 3 && rest[0] != nil {
		sw = b.emit(inst{op: opSwitch})
	}
	for i, arm := range arms {
		entries[i] = b.here()
		split := -1
		if i+1 < len(arms) {
			split = b.emit(inst{op: opSplit, x: b.here() + 1, fx: firsts[i], fy: rest[i+1]})
		}
		if err := b.seq(arm, f, after); err != nil {
			return err
		}
		if split >= 0 {
			jumps = append(jumps, b.emit(inst{op: opJump}))
			b.code[split].y = b.here()
		}
	}
	if sw >= 0 {
		fail := int32(b.emit(inst{op: opJump, x: b.here() + 2}))
		b.emit(inst{op: opFail})
		b.code[sw].jumps = switchTable(firsts, entries, fail+1)
	}
	for _, j := range jumps {
		b.code[j].x = b.here()
	}
	return nil
}

// switchTable leads each byte to the first arm that may begin with it.
func switchTable(firsts []*byteSet, entries []int32, fail int32) *[257]int32 {
	t := &[257]int32{}
	for c := range t {
		t[c] = fail
		for i, f := range firsts {
			if c < 256 && f[c] {
				t[c] = entries[i]
				break
			}
		}
	}
	return t
}

func (b *builder) cond(n *node, f Flags, after follow) error {
	b.refs = true
	c := b.emit(inst{op: opCond, x: int32(n.group - 1)})
	if err := b.seq(n.subs[0], f, after); err != nil {
		return err
	}
	if len(n.subs) == 1 {
		b.code[c].y = b.here()
		return nil
	}
	j := b.emit(inst{op: opJump})
	b.code[c].y = b.here()
	if err := b.seq(n.subs[1], f, after); err != nil {
		return err
	}
	b.code[j].x = b.here()
	return nil
}

func (b *builder) assertion(n *node, f Flags) error {
	r := b.reg(2)
	start := opLook
	if n.neg {
		start = opNotLook
	}
	look := b.emit(inst{op: start, x: r})
	if n.behind {
		lo, hi := n.subs[0].width(b.tree.widths)
		if lo > MaxRepeat {
			return &Error{"looks too much behind", -1}
		}
		if lo != hi {
			return &Error{"look-behind requires fixed-width pattern", -1}
		}
		b.emit(inst{op: opBack, min: lo})
	}
	if err := b.seq(n.subs[0], f, follow{end: true}); err != nil {
		return err
	}
	if n.neg {
		b.emit(inst{op: opNotLookEnd, x: r})
		b.code[look].y = b.here()
	} else {
		b.emit(inst{op: opLookEnd, x: r})
	}
	return nil
}

// repeat emits a repetition in the cheapest form that means the same.
func (b *builder) repeat(n *node, f Flags, rest seq, after follow) error {
	if f&Template != 0 {
		return &Error{"internal: unsupported template operator " + n.mode.String(), -1}
	}
	body := n.subs[0]
	if n.max == 0 {
		return b.unreached(body, f)
	}
	if n.min == 1 && n.max == 1 && n.mode != possessive {
		return b.seq(body, f, b.first(rest, f, after, nil))
	}
	if len(body) == 1 {
		if set := b.chars(body[0], f); set != nil {
			b.repeatSet(n, set, f, rest, after)
			return nil
		}
	}
	behind := b.first(rest, f, after, nil)
	if n.mode == possessive {
		return b.possessive(n, f)
	}
	width, _ := body.width(b.tree.widths)
	again := b.first(body, f, behind, nil)
	inner := follow{}
	inner.add(again)
	inner.add(behind)
	switch {
	case n.min == 0 && n.max == 1:
		split := b.emit(inst{op: opSplit})
		if err := b.seq(body, f, behind); err != nil {
			return err
		}
		b.choose(split, n.mode, int32(split+1), again, b.here(), behind)
		return nil
	case n.max == MaxRepeat && n.min <= 1 && width > 0:
		split := -1
		if n.min == 0 {
			split = b.emit(inst{op: opSplit})
		}
		top := b.here()
		if err := b.seq(body, f, inner); err != nil {
			return err
		}
		if n.min == 0 {
			b.emit(inst{op: opJump, x: int32(split)})
		} else {
			split = b.emit(inst{op: opSplit})
		}
		b.choose(split, n.mode, top, again, b.here(), behind)
		return nil
	}
	r := b.reg(2)
	b.emit(inst{op: opLoopInit, x: r})
	op := opLoop
	if n.mode == lazy {
		op = opLoopLazy
	}
	loop := b.emit(inst{op: op, x: r, min: n.min, max: n.max})
	if err := b.seq(body, f, inner); err != nil {
		return err
	}
	b.emit(inst{op: opJump, x: int32(loop)})
	b.code[loop].y = b.here()
	return nil
}

// unreached emits a body that runs no time: for its errors only.
func (b *builder) unreached(body seq, f Flags) error {
	j := b.emit(inst{op: opJump})
	if err := b.seq(body, f, follow{end: true}); err != nil {
		return err
	}
	b.code[j].x = b.here()
	return nil
}

// choose completes the split that decides whether to run a body again.
func (b *builder) choose(split int, mode repeatMode, body int32, again follow, exit int32, behind follow) {
	in := &b.code[split]
	if mode == lazy {
		in.x, in.fx, in.y, in.fy = exit, behind.table(), body, again.table()
	} else {
		in.x, in.fx, in.y, in.fy = body, again.table(), exit, behind.table()
	}
}

// repeatSet emits the repetition of one character. It gives nothing back if what
// comes behind cannot begin with such a character.
func (b *builder) repeatSet(n *node, set *charSet, f Flags, rest seq, after follow) {
	in := inst{op: opRep, set: set, min: n.min, max: n.max}
	prev := set
	if n.min == 0 {
		prev = nil // given all back, something else may be before
	}
	behind := b.first(rest, f, after, prev)
	switch {
	case n.mode == possessive || n.min == n.max || n.mode == greedy && behind.avoids(set):
		in.op = opRepPoss
	case n.mode == lazy:
		in.op = opRepLazy
	}
	in.fx = behind.table()
	b.emit(in)
}

// possessive emits
//
//	init r; top: loop r, exit; body; cut r+2; jump top; exit:
//
// where the loop marks the height of the stack in r+2, so that the cut forgets
// the choices of one run of the body, and the choice of leaving before it.
func (b *builder) possessive(n *node, f Flags) error {
	r := b.reg(3)
	b.emit(inst{op: opLoopInit, x: r})
	loop := b.emit(inst{op: opLoopPoss, x: r, min: n.min, max: n.max})
	if err := b.seq(n.subs[0], f, follow{end: true}); err != nil {
		return err
	}
	b.emit(inst{op: opCut, x: r + 2})
	b.emit(inst{op: opJump, x: int32(loop)})
	b.code[loop].y = b.here()
	return nil
}

// analyse finds how to look for the pattern.
func (b *builder) analyse(p *Program) {
	t := b.tree
	p.anchored, p.lines = anchors(t.root, t.Flags)
	p.prefix, _ = b.prefix(t.root, t.Flags)
	if p.prefix == "" {
		p.first = b.first(t.root, t.Flags, follow{end: true}, nil).table()
		if p.first != nil && p.first.full() {
			p.first = nil
		}
		p.required = b.longest(t.root, t.Flags)
	} else if r := b.longest(t.root, t.Flags); !strings.Contains(p.prefix, r) {
		p.required = r
	}
	if b.refs {
		return
	}
	for i := range p.code {
		in := &p.code[i]
		if (in.op == opRepPoss || in.op == opRep) && in.max == MaxRepeat && in.min <= 1 {
			in.lead, p.leadRun = true, true
		}
		if in.op != opSave {
			break
		}
	}
}

// anchors says whether s can only match at the beginning of the text, or of a line.
func anchors(s seq, f Flags) (begin, line bool) {
	for len(s) > 0 && s[0].kind == nGroup {
		f = combine(f, s[0].add, s[0].del)
		s = s[0].subs[0]
	}
	if len(s) == 0 || s[0].kind != nAt {
		return false, false
	}
	switch s[0].at {
	case atBeginString:
		return true, false
	case atBegin:
		return f&Multiline == 0, f&Multiline != 0
	}
	return false, false
}

// prefix is the text that every match of s begins with; whole: it is all of s.
func (b *builder) prefix(s seq, f Flags) (str string, whole bool) {
	for _, n := range s {
		if lit, ok := b.literal(n, f); ok {
			str += lit
			continue
		}
		switch n.kind {
		case nAt, nAssert:
			continue // takes nothing of the text
		case nGroup:
			more, all := b.prefix(n.subs[0], combine(f, n.add, n.del))
			str += more
			if all {
				continue
			}
		}
		return str, false
	}
	return str, true
}

// longest is the longest text that is in every match of s.
func (b *builder) longest(s seq, f Flags) string {
	best, run := "", ""
	for _, n := range s {
		if lit, ok := b.literal(n, f); ok {
			run += lit
			if len(run) > len(best) {
				best = run
			}
			continue
		}
		if n.kind == nAt {
			continue
		}
		run = ""
		inner := ""
		switch {
		case n.kind == nGroup:
			inner = b.longest(n.subs[0], combine(f, n.add, n.del))
		case n.kind == nAtomic || n.kind == nRepeat && n.min > 0:
			inner = b.longest(n.subs[0], f)
		}
		if len(inner) > len(best) {
			best = inner
		}
	}
	return best
}
