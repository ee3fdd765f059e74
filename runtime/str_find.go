package runtime

import "strings"

// Searching in str.

// findArgs are the arguments of find(sub[, start[, end]]) and its like.
func findArgs(t *Thread, name, typ string, args []Value, names []*Str) (sub, start, end Value, err error) {
	if len(names) > 0 {
		return sub, start, end, TypeErrorf("%s.%s() takes no keyword arguments", typ, name)
	}
	switch n := len(args) - 1; {
	case n < 1:
		return sub, start, end, TypeErrorf("%s() takes at least 1 argument (%d given)", name, max(n, 0))
	case n > 3:
		return sub, start, end, TypeErrorf("%s() takes at most 3 arguments (%d given)", name, n)
	}
	sub, start, end = args[1], None, None
	if len(args) > 2 {
		start = args[2]
	}
	if len(args) > 3 {
		end = args[3]
	}
	return
}

// clampRange turns start and end arguments into indexes as slices do, except
// that start may stay above n.
func clampRange(t *Thread, start, end Value, n int) (i, j int, err error) {
	j = n
	if !start.IsNone() {
		if i, err = sliceInt(t, start); err != nil {
			return
		}
		if i < 0 {
			i = max(i+n, 0)
		}
	}
	if !end.IsNone() {
		if j, err = sliceInt(t, end); err != nil {
			return
		}
		if j < 0 {
			j = max(j+n, 0)
		}
		j = min(j, n)
	}
	return
}

// findRange gives the part of p that a search looks at: its byte offset, and
// ok false if start lies behind end.
func findRange(t *Thread, p *Str, start, end Value) (part string, off int, ok bool, err error) {
	if start.IsNone() && end.IsNone() {
		return p.s, 0, true, nil
	}
	i, j, err := clampRange(t, start, end, p.Len())
	if err != nil || i > j {
		return "", 0, false, err
	}
	if len(p.s) >= asideWork {
		if err := p.indexed(t); err != nil {
			return "", 0, false, err
		}
	}
	a, b := p.offset(i), p.offset(j)
	return p.s[a:b], a, true, nil
}

// strSearch is find and rfind: the index in code points, or -1.
func strSearch(t *Thread, name string, last bool, args []Value, names []*Str) (int, error) {
	x, start, end, err := findArgs(t, name, "str", args, names)
	if err != nil {
		return 0, err
	}
	sub, ok := AsStr(x)
	if !ok {
		return 0, TypeErrorf("must be str, not %s", x.Type().Name)
	}
	p := As[Str](args[0])
	part, off, ok, err := findRange(t, p, start, end)
	if err != nil || !ok {
		return -1, err
	}
	find := strings.Index
	if last {
		find = strings.LastIndex
	}
	i, err := searchAside(t, len(part), part, sub.s, find)
	if i < 0 || err != nil {
		return -1, err
	}
	if len(p.s) >= asideWork {
		if err := p.indexed(t); err != nil {
			return -1, err
		}
	}
	return p.runeIndex(off + i), nil
}

// searchAside is f(s, x), which reads n bytes.
func searchAside(t *Thread, n int, s, x string, f func(s, x string) int) (int, error) {
	if n < asideWork {
		return f(s, x), t.Worked(n)
	}
	return Aside(t, n, func() int { return f(s, x) })
}

func strFind(t *Thread, args []Value, names []*Str) (Value, error) {
	i, err := strSearch(t, "find", false, args, names)
	return Int(int64(i)), err
}

func strRFind(t *Thread, args []Value, names []*Str) (Value, error) {
	i, err := strSearch(t, "rfind", true, args, names)
	return Int(int64(i)), err
}

func strIndex(t *Thread, args []Value, names []*Str) (Value, error) {
	i, err := strSearch(t, "index", false, args, names)
	if err == nil && i < 0 {
		err = ValueErrorf("substring not found")
	}
	return Int(int64(i)), err
}

func strRIndex(t *Thread, args []Value, names []*Str) (Value, error) {
	i, err := strSearch(t, "rindex", true, args, names)
	if err == nil && i < 0 {
		err = ValueErrorf("substring not found")
	}
	return Int(int64(i)), err
}

func strCount(t *Thread, args []Value, names []*Str) (Value, error) {
	x, start, end, err := findArgs(t, "count", "str", args, names)
	if err != nil {
		return Value{}, err
	}
	sub, ok := AsStr(x)
	if !ok {
		return Value{}, TypeErrorf("must be str, not %s", x.Type().Name)
	}
	part, _, ok, err := findRange(t, As[Str](args[0]), start, end)
	if err != nil {
		return Value{}, err
	}
	if !ok {
		return Int(0), nil
	}
	if len(sub.s) == 0 {
		n, err := Aside(t, len(part)/4, func() int { return countStarts(part) + 1 })
		return Int(int64(n)), err
	}
	n, err := countText(t, part, sub.s)
	return Int(int64(n)), err
}

// countText is strings.Count, which may take long: each place where sub is found costs
// a search of its own, but for a single byte.
func countText(t *Thread, s, sub string) (n int, err error) {
	if len(sub) == 1 {
		for ; len(s) > countPiece; s = s[countPiece:] {
			n += strings.Count(s[:countPiece], sub)
			if err := t.pendingOf(); err != nil {
				return 0, err
			}
		}
		return n + strings.Count(s, sub), nil
	}
	for {
		i := strings.Index(s, sub)
		if i < 0 {
			return n, nil
		}
		n++
		if err := t.Tick(); err != nil {
			return 0, err
		}
		s = s[i+len(sub):]
	}
}

// countPiece is how many bytes are searched for a single one between two looks
// at what is pending.
const countPiece = 1 << 18

// affix is startswith and endswith.
func affix(t *Thread, name string, args []Value, names []*Str, has func(s, x string) bool) (Value, error) {
	x, start, end, err := findArgs(t, name, "str", args, names)
	if err != nil {
		return Value{}, err
	}
	part, _, ok, err := findRange(t, As[Str](args[0]), start, end)
	if err != nil {
		return Value{}, err
	}
	if tup, is := AsTuple(x); is {
		for _, v := range tup.items {
			sub, isStr := AsStr(v)
			if !isStr {
				return Value{}, TypeErrorf("tuple for %s must only contain str, not %s", name, v.Type().Name)
			}
			if ok && has(part, sub.s) {
				return True, nil
			}
		}
		return False, nil
	}
	sub, isStr := AsStr(x)
	if !isStr {
		return Value{}, TypeErrorf("%s first arg must be str or a tuple of str, not %s", name, x.Type().Name)
	}
	return Bool(ok && has(part, sub.s)), nil
}

func strStartsWith(t *Thread, args []Value, names []*Str) (Value, error) {
	return affix(t, "startswith", args, names, strings.HasPrefix)
}

func strEndsWith(t *Thread, args []Value, names []*Str) (Value, error) {
	return affix(t, "endswith", args, names, strings.HasSuffix)
}

// strArg is a str argument by position of a function whose messages name it.
func strArg(v Value, fn string, n int) (*Str, error) {
	if s, ok := AsStr(v); ok {
		return s, nil
	}
	return nil, TypeErrorf("%s() argument %d must be str, not %s", fn, n, typeNameOf(v))
}

// typeNameOf is a class's name in messages about arguments: None says "None".
func typeNameOf(v Value) string {
	if v.IsNone() {
		return "None"
	}
	return v.Type().Name
}

func strReplace(t *Thread, args []Value) (Value, error) {
	p := As[Str](args[0])
	old, err := strArg(args[1], "replace", 1)
	if err != nil {
		return Value{}, err
	}
	repl, err := strArg(args[2], "replace", 2)
	if err != nil {
		return Value{}, err
	}
	limit, err := AsSsize(t, args[3], OverflowError)
	if err != nil {
		return Value{}, err
	}
	var s string
	switch {
	case len(old.s) == 0:
		s, err = interleave(t, p.s, repl.s, limit, true)
	case len(p.s) <= smallMax:
		i := strings.Index(p.s, old.s)
		if i < 0 || limit == 0 {
			return p.plain(), nil
		}
		b := appendReplaced(t.takeBuf(), p.s, old.s, repl.s, i, limit)
		v := NewStrBytes(b)
		if t.putBuf(b); p.meta&repl.meta&strASCII != 0 && len(b) > 1 {
			As[Str](v).meta = uint64(len(b)) | strCounted | strASCII
		}
		return v, nil
	default:
		s, err = replaceText(t, p.s, old.s, repl.s, limit)
	}
	if err != nil {
		return Value{}, err
	}
	if len(s) == len(p.s) && s == p.s {
		return p.plain(), nil
	}
	if p.meta&repl.meta&strASCII != 0 {
		return newASCII(s).Value(), nil
	}
	return newStr(s).Value(), nil
}

// replaceText replaces the first limit (negative: all) occurrences of old, which
// is not empty.
func replaceText(t *Thread, s, old, repl string, limit int) (string, error) {
	if limit == 0 || old == repl {
		return s, nil
	}
	i, err := searchAside(t, len(s), s, old, strings.Index)
	if i < 0 || err != nil {
		return s, err
	}
	grow := len(repl) - len(old)
	room := len(s) + max(grow, 0)*(1+len(s)/64)
	if grow > 32 {
		n, err := searchAside(t, len(s), s, old, strings.Count)
		if err != nil {
			return "", err
		}
		if limit > 0 {
			n = min(n, limit)
		}
		if n > (maxText-len(s))/grow {
			return "", MemoryErr()
		}
		if err := t.Room(len(s) + n*grow); err != nil {
			return "", err
		}
		room = len(s) + n*grow
	}
	if err := t.Room(room); err != nil {
		return "", err
	}
	b, err := Aside(t, room, func() []byte { return appendReplaced(make([]byte, 0, room), s, old, repl, i, limit) })
	if err == nil && len(b) > maxText {
		err = MemoryErr()
	}
	return bytesToText(b), err
}

// appendReplaced appends s with the first limit occurrences of old replaced, the
// first of which is at i. It stops early where the text gets too long.
func appendReplaced(b []byte, s, old, repl string, i, limit int) []byte {
	start := 0
	for i >= 0 && limit != 0 && len(b) <= maxText {
		limit--
		b = append(b, s[start:start+i]...)
		b = append(b, repl...)
		start += i + len(old)
		i = strings.Index(s[start:], old)
	}
	return append(b, s[start:]...)
}

// interleave puts repl before each of the first limit (negative: all) items
// of s and at its end: replace("", repl).
func interleave(t *Thread, s, repl string, limit int, text bool) (string, error) {
	n := len(s)
	if text {
		var err error
		if n, err = Aside(t, len(s)/4, func() int { return countStarts(s) }); err != nil {
			return "", err
		}
	}
	if limit < 0 || limit > n+1 {
		limit = n + 1
	}
	if limit == 0 || len(repl) == 0 {
		return s, nil
	}
	if limit > (maxText-len(s))/len(repl) {
		return "", MemoryErr()
	}
	if err := t.Room(len(s) + limit*len(repl)); err != nil {
		return "", err
	}
	b, err := Aside(t, len(s)+limit*len(repl), func() []byte {
		b := make([]byte, 0, len(s)+limit*len(repl))
		i := 0
		for k := range limit {
			b = append(b, repl...)
			if k < n {
				w := 1
				if text {
					w = runeLen(s[i])
				}
				b = append(b, s[i:i+w]...)
				i += w
			}
		}
		return append(b, s[i:]...)
	})
	return bytesToText(b), err
}

func sepArg(v Value) (string, error) {
	sep, ok := AsStr(v)
	if !ok {
		return "", TypeErrorf("must be str, not %s", v.Type().Name)
	}
	if len(sep.s) == 0 {
		return "", ValueErrorf("empty separator")
	}
	return sep.s, nil
}

func strPartition(t *Thread, args []Value) (Value, error) {
	p := As[Str](args[0])
	sep, err := sepArg(args[1])
	if err != nil {
		return Value{}, err
	}
	i := strings.Index(p.s, sep)
	if i < 0 {
		return TupleOf(p.plain(), emptyStr, emptyStr), nil
	}
	return TupleOf(p.piece(0, i), As[Str](args[1]).plain(), p.piece(i+len(sep), len(p.s))), nil
}

func strRPartition(t *Thread, args []Value) (Value, error) {
	p := As[Str](args[0])
	sep, err := sepArg(args[1])
	if err != nil {
		return Value{}, err
	}
	i := strings.LastIndex(p.s, sep)
	if i < 0 {
		return TupleOf(emptyStr, emptyStr, p.plain()), nil
	}
	return TupleOf(p.piece(0, i), As[Str](args[1]).plain(), p.piece(i+len(sep), len(p.s))), nil
}

// piece is the text between two byte offsets.
func (p *Str) piece(a, b int) Value {
	if a >= b {
		return emptyStr
	}
	if a == 0 && b == len(p.s) {
		return p.plain()
	}
	if len(p.s) <= 1<<10 {
		p.Len() // it is soon known whether all is ASCII
	}
	if p.meta&strASCII != 0 {
		return asciiPiece(p.s, a, b)
	}
	if b-a == 1 {
		return latin1[p.s[a]].Value()
	}
	return newStr(cutShared(p.s, a, b)).Value()
}

func strRemovePrefix(t *Thread, args []Value) (Value, error) {
	x, ok := AsStr(args[1])
	if !ok {
		return Value{}, TypeErrorf("removeprefix() argument must be str, not %s", typeNameOf(args[1]))
	}
	p := As[Str](args[0])
	if strings.HasPrefix(p.s, x.s) {
		return p.piece(len(x.s), len(p.s)), nil
	}
	return p.plain(), nil
}

func strRemoveSuffix(t *Thread, args []Value) (Value, error) {
	x, ok := AsStr(args[1])
	if !ok {
		return Value{}, TypeErrorf("removesuffix() argument must be str, not %s", typeNameOf(args[1]))
	}
	p := As[Str](args[0])
	if strings.HasSuffix(p.s, x.s) {
		return p.piece(0, len(p.s)-len(x.s)), nil
	}
	return p.plain(), nil
}
