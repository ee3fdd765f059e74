package runtime

import (
	"strings"
	"unicode/utf8"
)

// The operations of str.

func strRepr(t *Thread, v Value) (Value, error) {
	p := As[Str](v)
	if len(p.s) < asideWork {
		return ReprText(p), nil
	}
	return mapText(t, p.s, func(s string) string { return QuoteText(s, false) })
}

// strToStr is str.__str__: an instance of a subclass becomes a plain str.
func strToStr(t *Thread, v Value) (Value, error) {
	p := As[Str](v)
	if p.typ == &strType {
		return v, nil
	}
	return p.plain(), nil
}

// plain is p as a str that is not of a subclass.
func (p *Str) plain() Value {
	if p.typ == &strType {
		return p.Value()
	}
	q := newStr(p.s)
	q.meta = p.meta &^ strInterned
	q.hash = p.hash
	return q.Value()
}

func strHash(t *Thread, v Value) (int64, error) {
	h, err := hashStr(t, As[Str](v))
	return int64(h), err
}

func strLen(t *Thread, v Value) (int, error) {
	p := As[Str](v)
	if err := p.counted(t); err != nil {
		return 0, err
	}
	return p.Len(), nil
}

func strCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	x, ok := AsStr(a)
	y, ok2 := AsStr(b)
	if !ok || !ok2 {
		return NotImplemented, nil
	}
	switch op {
	case CmpEQ, CmpNE:
		eq, err := sameLong(t, x.s, y.s)
		return Bool(eq == (op == CmpEQ)), err
	}
	c, err := compareLong(t, x.s, y.s)
	return Bool(orderHolds(op, c)), err
}

// orderHolds says whether op holds for a three-way comparison's result.
func orderHolds(op CmpOp, c int) bool {
	switch op {
	case CmpLT:
		return c < 0
	case CmpLE:
		return c <= 0
	case CmpGT:
		return c > 0
	case CmpGE:
		return c >= 0
	case CmpEQ:
		return c == 0
	}
	return c != 0
}

func strContains(t *Thread, v, x Value) (bool, error) {
	sub, ok := AsStr(x)
	if !ok {
		return false, TypeErrorf("'in <string>' requires string as left operand, not %s", x.Type().Name)
	}
	s := As[Str](v).s
	i, err := searchAside(t, len(s), s, sub.s, strings.Index)
	return i >= 0, err
}

func strBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	switch op {
	case OpAdd:
		x, ok := AsStr(a)
		y, ok2 := AsStr(b)
		if ok && ok2 {
			return Concat(t, x, y)
		}
	case OpMul:
		p, ok := AsStr(a)
		n := b
		if !ok {
			p, n = As[Str](b), a
		}
		if !n.IsInt() && n.Type().Slots.Index == nil {
			return NotImplemented, nil
		}
		k, err := AsSsize(t, n, OverflowError)
		if err != nil {
			return Value{}, err
		}
		return repeatStr(t, p, k)
	case OpMod:
		if p, ok := AsStr(a); ok {
			return FormatPercent(t, p, b)
		}
	}
	return NotImplemented, nil
}

func strGetItem(t *Thread, v, key Value) (Value, error) {
	p := As[Str](v)
	if len(p.s) >= asideWork {
		if err := p.indexed(t); err != nil {
			return Value{}, err
		}
	}
	if key.IsInt() {
		i := int(key.AsInt64())
		n := p.Len()
		if i < 0 {
			i += n
		}
		if i < 0 || i >= n {
			return Value{}, IndexErrorf("string index out of range")
		}
		return p.charAt(i), nil
	}
	if start, _, step, count, ok, err := sliceBounds(t, key, p.Len()); ok || err != nil {
		if err != nil {
			return Value{}, err
		}
		if step == 1 {
			return p.substr(start, start+count), nil
		}
		if count >= asideWork {
			q, err := Aside(t, 4*count, func() *Str { return p.everyNth(start, step, count) })
			return q.Value(), err
		}
		return p.everyNth(start, step, count).Value(), nil
	}
	if key.Type().Slots.Index == nil {
		return Value{}, TypeErrorf("string indices must be integers, not '%s'", key.Type().Name)
	}
	i, err := AsSsize(t, key, IndexError)
	if err != nil {
		return Value{}, err
	}
	return strGetItem(t, v, Int(int64(i)))
}

// everyNth picks count code points from start on, step apart.
func (p *Str) everyNth(start, step, count int) *Str {
	if count <= 0 {
		return As[Str](emptyStr)
	}
	if p.meta&strASCII != 0 {
		var q *Str
		var b []byte
		if count == 1 {
			return &latin1[p.s[start]]
		}
		if count <= smallMax {
			q, b = smallStr(count)
		} else {
			b = make([]byte, count)
			q = newStr(bytesToText(b))
		}
		q.meta = uint64(count) | strCounted | strASCII
		i := start
		for k := range b {
			b[k] = p.s[i]
			i += step
		}
		return q
	}
	if step == -1 {
		return As[Str](newCounted(reverseRunes(p.s[p.offset(start-count+1):p.offset(start+1)]), count))
	}
	b := make([]byte, 0, count*2)
	off := p.offset(start)
	for k, i := 0, start; k < count; k, i = k+1, i+step {
		if k > 0 {
			if step > 0 && step < indexStride {
				off = skipRunes(p.s, off, step)
			} else {
				off = p.offset(i)
			}
		}
		_, w := DecodeRune(p.s[off:])
		b = append(b, p.s[off:off+w]...)
	}
	return As[Str](newCounted(bytesToText(b), count))
}

func reverseRunes(s string) string {
	b := make([]byte, len(s))
	for i, j := 0, len(s); i < len(s); {
		w := runeLen(s[i])
		j -= w
		copy(b[j:], s[i:i+w])
		i += w
	}
	return bytesToText(b)
}

// runeLen is the length of the code point that begins with byte c.
func runeLen(c byte) int {
	switch {
	case c < 0x80:
		return 1
	case c < 0xE0:
		return 2
	case c < 0xF0:
		return 3
	}
	return 4
}

// A strIter goes through the code points of a str.
type strIter struct {
	Object
	s   *Str // nil: at the end
	off int
}

var strIterType, strASCIIIterType Type

func strIterNew(t *Thread, v Value) (Value, error) {
	p := As[Str](v)
	it := &strIter{s: p}
	it.typ = &strIterType
	if p.IsASCII() {
		it.typ = &strASCIIIterType
	}
	return it.Value(), nil
}

func strIterNext(t *Thread, v Value) (Value, error) {
	it := As[strIter](v)
	if it.s == nil {
		return Value{}, nil
	}
	s := it.s.s
	if it.off >= len(s) {
		it.s = nil
		return Value{}, nil
	}
	if c := s[it.off]; c < utf8.RuneSelf {
		it.off++
		return latin1[c].Value(), nil
	}
	r, w := DecodeRune(s[it.off:])
	it.off += w
	return charStr(r), nil
}

func strIterHint(t *Thread, args []Value) (Value, error) {
	it := As[strIter](args[0])
	if it.s == nil {
		return Int(0), nil
	}
	return Int(int64(countStarts(it.s.s[it.off:]))), nil
}

func strIterReduce(t *Thread, args []Value) (Value, error) {
	it := As[strIter](args[0])
	f, err := builtinNamed(t, "iter")
	if err != nil {
		return Value{}, err
	}
	if it.s == nil {
		return TupleOf(f, TupleOf(emptyStr)), nil
	}
	return TupleOf(f, TupleOf(it.s.plain()), Int(int64(it.s.runeIndex(it.off)))), nil
}

func strIterSetState(t *Thread, args []Value) (Value, error) {
	it := As[strIter](args[0])
	i, err := AsSsize(t, args[1], OverflowError)
	if err != nil {
		return Value{}, err
	}
	if it.s != nil {
		it.off = it.s.offset(min(max(i, 0), it.s.Len()))
	}
	return None, nil
}

// builtinNamed is a name of the builtins namespace, for __reduce__.
func builtinNamed(t *Thread, name string) (Value, error) {
	if v, ok := t.VM.Builtins.GetStr(t.VM.Intern(name)); ok {
		return v, nil
	}
	return Value{}, AttributeErrorf("module 'builtins' has no attribute '%s'", name)
}

var strIterMethods = []Method{
	{Name: "__length_hint__", Fn: strIterHint, Doc: "Private method returning an estimate of len(list(it))."},
	{Name: "__reduce__", Fn: strIterReduce, Doc: "Return state information for pickling."},
	{Name: "__setstate__", Sig: "state, /", Fn: strIterSetState, Doc: "Set state information for unpickling."},
}

func init() {
	initLatin1()
	spec := TypeSpec{Name: "str_iterator", Size: SizeOf[strIter](), Flags: FlagDisallowNew, Methods: strIterMethods,
		Slots: Slots{Iter: SelfIter, Next: strIterNext}}
	Define(&strIterType, spec)
	spec.Name = "str_ascii_iterator"
	Define(&strASCIIIterType, spec)
}

// IsASCIIIter says that v walks a str of ASCII text; ASCIIStep is then its Next.
func (v Value) IsASCIIIter() bool { return (*Object)(v.ref).typ == &strASCIIIterType }

// ASCIIStep gives the next character, unset at the end.
func ASCIIStep(v Value) Value {
	it := As[strIter](v)
	if it.s == nil || it.off >= len(it.s.s) {
		it.s = nil
		return Value{}
	}
	c := it.s.s[it.off]
	it.off++
	return latin1[c&0x7F].Value()
}
