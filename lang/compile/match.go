package compile

import (
	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/resolve"
)

// A capture is a name that a pattern binds, and the register that holds its value until the whole pattern matches.
type capture struct {
	name *resolve.Binding
	reg  int
}

func (u *unit) match(m *ast.Match) {
	subject := u.alloc()
	u.into(m.Subject, subject)
	end := u.newLabel()
	mark := u.tmp
	for _, c := range m.Cases {
		next := u.newLabel()
		u.captures = u.captures[:0]
		u.pattern(c.Pattern, subject, next)
		u.pos = toPos(c.Pattern.Pos())
		for _, k := range u.captures {
			u.store(k.name, k.reg)
		}
		u.tmp = mark
		if c.Guard != nil {
			u.jumpIf(c.Guard, false, next)
		}
		u.stmts(c.Body)
		u.jmp(end)
		u.bind(next)
		if u.dead {
			break
		}
	}
	u.bind(end)
}

// pattern goes to fail unless the value in register r matches. What it captures is noted in u.captures; temporaries
// stay taken, since captures are in them.
func (u *unit) pattern(p ast.Pattern, r int, fail label) {
	if u.dead {
		return
	}
	old := u.at(p.Pos())
	switch x := p.(type) {
	case *ast.MatchValue:
		if n, ok := small(x.Value); ok {
			u.jumpOp(code.JNEQI, r, n, fail)
			break
		}
		v := u.operand(x.Value)
		u.jumpOp(code.JNEQ, r, v, fail)
	case *ast.MatchSingleton:
		if x.Value == nil {
			u.jumpOp(code.JNOTNONE, r, 0, fail)
			break
		}
		t := u.alloc()
		u.load(t, x.Value)
		u.emit(code.IS, t, r, t)
		u.jumpOp(code.JF, t, 0, fail)
	case *ast.MatchSequence:
		u.matchSequence(x, r, fail)
	case *ast.MatchMapping:
		u.matchMapping(x, r, fail)
	case *ast.MatchClass:
		u.matchClass(x, r, fail)
	case *ast.MatchStar:
		u.capture(x.Name, x.Binding, r)
	case *ast.MatchAs:
		if x.Pattern != nil {
			u.pattern(x.Pattern, r, fail)
		}
		u.capture(x.Name, x.Binding, r)
	case *ast.MatchOr:
		u.matchOr(x, r, fail)
	}
	u.pos = old
}

func (u *unit) capture(name string, b any, r int) {
	if name != "" {
		u.captures = append(u.captures, capture{binding(b), r})
	}
}

// wildcard says that a pattern takes anything and binds nothing.
func wildcard(p ast.Pattern) bool {
	switch x := p.(type) {
	case *ast.MatchAs:
		return x.Pattern == nil && x.Name == ""
	case *ast.MatchStar:
		return x.Name == ""
	}
	return false
}

func (u *unit) matchSequence(x *ast.MatchSequence, r int, fail label) {
	n, star, only := len(x.Patterns), -1, true
	for i, p := range x.Patterns {
		if _, ok := p.(*ast.MatchStar); ok {
			star = i
		}
		only = only && wildcard(p)
	}
	t := u.alloc()
	u.emit(code.MATCHSEQ, t, r, 0)
	u.jumpOp(code.JF, t, 0, fail)
	if star < 0 {
		u.emit(code.GETLEN, t, r, 0)
		u.jumpInt(code.JNEQ, t, n, fail)
	} else if n > 1 {
		u.emit(code.GETLEN, t, r, 0)
		u.jumpInt(code.JNGE, t, n-1, fail)
	}
	switch {
	case only:
	case star >= 0 && wildcard(x.Patterns[star]):
		u.matchItems(x, r, star, fail)
	default:
		w := u.allocN(max(n, 1))
		switch {
		case star < 0:
			u.emit(code.UNPACK, w, r, n)
		case star > 255 || n-star-1 > 255:
			u.fail(u.pos, "too many expressions in star-unpacking sequence pattern")
		default:
			u.emit(code.UNPACKEX, w, r, star|(n-star-1)<<8)
		}
		for i, p := range x.Patterns {
			u.pattern(p, w+i, fail)
		}
	}
}

// matchItems matches the items of a sequence around a `*_` one by one, the rest is never looked at.
func (u *unit) matchItems(x *ast.MatchSequence, r, star int, fail label) {
	n := len(x.Patterns)
	for i, p := range x.Patterns {
		if wildcard(p) {
			continue
		}
		t := u.alloc()
		if i < star {
			u.emit(code.GETITEMI, t, r, i)
		} else {
			u.emit(code.GETLEN, t, r, 0)
			u.emit(code.SUBI, t, t, n-i)
			u.emit(code.GETITEM, t, r, t)
		}
		u.pattern(p, t, fail)
	}
}

// jumpInt compares register r with n; op is a JNxx.
func (u *unit) jumpInt(op code.Op, r, n int, l label) {
	if n <= 32767 {
		u.jumpOp(op+(code.JNLTI-code.JNLT), r, n, l)
		return
	}
	t := u.alloc()
	u.load(t, int64(n))
	u.jumpOp(op, r, t, l)
}

func (u *unit) matchMapping(x *ast.MatchMapping, r int, fail label) {
	n := len(x.Keys)
	t := u.alloc()
	u.emit(code.MATCHMAP, t, r, 0)
	u.jumpOp(code.JF, t, 0, fail)
	if n == 0 && x.Rest == "" {
		return
	}
	if n > 0 {
		u.emit(code.GETLEN, t, r, 0)
		u.jumpInt(code.JNGE, t, n, fail)
	}
	keys := u.alloc()
	if c, ok := constants(x.Keys); ok {
		u.load(keys, c)
	} else {
		u.tuple(x.Keys, keys)
	}
	u.tmp = keys + 1
	u.emit(code.MATCHKEYS, t, r, keys)
	u.jumpOp(code.JNONE, t, 0, fail)
	w := u.allocN(max(n, 1))
	u.emit(code.UNPACK, w, t, n)
	for i, p := range x.Patterns {
		u.pattern(p, w+i, fail)
	}
	if x.Rest != "" {
		d := u.alloc()
		u.emit(code.MAPREST, d, r, keys)
		u.capture(x.Rest, x.Binding, d)
	}
}

func (u *unit) matchClass(x *ast.MatchClass, r int, fail label) {
	t := u.alloc()
	w := u.alloc()
	u.into(x.Cls, w)
	u.allocN(2)
	names := make(code.Tuple, len(x.KwdAttrs))
	for i, a := range x.KwdAttrs {
		names[i] = a
	}
	u.load(w+1, int64(len(x.Patterns)))
	u.load(w+2, names)
	u.emit(code.MATCHCLASS, t, r, w)
	u.jumpOp(code.JNONE, t, 0, fail)
	n := len(x.Patterns) + len(x.KwdPatterns)
	u.tmp = w
	w = u.allocN(max(n, 1))
	u.emit(code.UNPACK, w, t, n)
	for i, p := range x.Patterns {
		u.pattern(p, w+i, fail)
	}
	for i, p := range x.KwdPatterns {
		u.pattern(p, w+len(x.Patterns)+i, fail)
	}
}

// matchOr tries alternatives. They bind the same names, which must be in the same registers whichever matches.
func (u *unit) matchOr(x *ast.MatchOr, r int, fail label) {
	before := len(u.captures)
	matched := u.newLabel()
	var merged []capture
	for _, b := range boundNames(x.Patterns[0], nil) {
		merged = append(merged, capture{b, u.alloc()})
	}
	mark := u.tmp
	for i, p := range x.Patterns {
		next := fail
		if i < len(x.Patterns)-1 {
			next = u.newLabel()
		}
		u.pattern(p, r, next)
		for _, c := range u.captures[before:] {
			for _, m := range merged {
				if m.name == c.name {
					u.move(m.reg, c.reg)
				}
			}
		}
		u.captures = u.captures[:before]
		u.tmp = mark
		if next != fail {
			u.jmp(matched)
			u.bind(next)
		}
	}
	u.bind(matched)
	u.captures = append(u.captures, merged...)
}

// boundNames lists the variables that a pattern binds.
func boundNames(p ast.Pattern, out []*resolve.Binding) []*resolve.Binding {
	add := func(name string, b any) {
		if name != "" {
			out = append(out, binding(b))
		}
	}
	all := func(ps []ast.Pattern) {
		for _, q := range ps {
			out = boundNames(q, out)
		}
	}
	switch x := p.(type) {
	case *ast.MatchSequence:
		all(x.Patterns)
	case *ast.MatchMapping:
		all(x.Patterns)
		add(x.Rest, x.Binding)
	case *ast.MatchClass:
		all(x.Patterns)
		all(x.KwdPatterns)
	case *ast.MatchStar:
		add(x.Name, x.Binding)
	case *ast.MatchAs:
		if x.Pattern != nil {
			out = boundNames(x.Pattern, out)
		}
		add(x.Name, x.Binding)
	case *ast.MatchOr:
		out = boundNames(x.Patterns[0], out)
	}
	return out
}
