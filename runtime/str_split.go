package runtime

import (
	"math"
	"strings"
	"unicode/utf8"
)

// Splitting and joining.

// splitArgs are sep (nil: whitespace) and maxsplit, -1 for no limit.
func splitArgs(t *Thread, args []Value) (sep *Str, limit int, err error) {
	if !args[1].IsNone() {
		var ok bool
		if sep, ok = AsStr(args[1]); !ok {
			return nil, 0, TypeErrorf("must be str or None, not %s", args[1].Type().Name)
		}
	}
	if limit, err = AsSsize(t, args[2], OverflowError); err != nil {
		return nil, 0, err
	}
	if sep != nil && len(sep.s) == 0 {
		return nil, 0, ValueErrorf("empty separator")
	}
	if limit < 0 {
		limit = -1
	}
	return sep, limit, nil
}

func strSplit(t *Thread, args []Value) (Value, error) {
	p := As[Str](args[0])
	sep, limit, err := splitArgs(t, args)
	if err != nil {
		return Value{}, err
	}
	sl := StrSlab{ascii: p.IsASCII()}
	if sep == nil {
		if limit < 0 && sl.ascii {
			return splitASCII(t, p, &sl)
		}
		return listResult(splitSpace(t, p, limit, &sl))
	}
	n, err := searchAside(t, len(p.s), p.s, sep.s, strings.Count)
	if err != nil {
		return Value{}, err
	}
	if limit >= 0 {
		n = min(n, limit)
	}
	if n == 0 {
		return listOf1(p.plain()), nil
	}
	if err := t.RoomFor(n+1, pieceSize); err != nil {
		return Value{}, err
	}
	l := listRoom(n + 1)
	sl.expect(n + 1)
	s := p.s
	for k := range n {
		if err := t.Often(k); err != nil {
			return Value{}, err
		}
		i := strings.Index(s, sep.s)
		l.items[k] = sl.Make(s[:i])
		s = s[i+len(sep.s):]
	}
	l.items[n] = sl.Make(s)
	return l.Value(), nil
}

// pieceSize is what a piece of a text takes in a list: a str that shares the text.
const pieceSize = valueSize + 48

// listResult is a new list of items.
func listResult(items []Value, err error) (Value, error) {
	if err != nil {
		return Value{}, err
	}
	return NewList(items).Value(), nil
}

// spaceAt gives the width of the white space at s[i], 0 if there is none.
func spaceAt(s string, i int) int {
	c := s[i]
	if c < utf8.RuneSelf {
		if c == ' ' || c >= '\t' && c <= '\r' || c >= 0x1c && c <= 0x1f {
			return 1
		}
		return 0
	}
	if c != 0xC2 && (c < 0xE1 || c > 0xE3) {
		return 0
	}
	if r, w := DecodeRune(s[i:]); isSpace(r) {
		return w
	}
	return 0
}

// spaceBefore gives the width of the white space that ends at s[:i].
func spaceBefore(s string, i int) int {
	c := s[i-1]
	if c < utf8.RuneSelf {
		return spaceAt(s, i-1)
	}
	j := i - 1
	for j > 0 && s[j]&0xC0 == 0x80 {
		j--
	}
	return spaceAt(s, j)
}

// asciiSpace marks the ASCII white space.
var asciiSpace = [256]bool{' ': true, '\t': true, '\n': true, '\v': true, '\f': true, '\r': true, 0x1c: true, 0x1d: true, 0x1e: true, 0x1f: true}

// splitASCII is splitSpace without a limit for ASCII text.
func splitASCII(t *Thread, p *Str, sl *StrSlab) (Value, error) {
	s := p.s
	words, err := searchAside(t, len(s), s, "", countWords)
	if err == nil {
		err = t.RoomFor(words, pieceSize)
	}
	if err != nil {
		return Value{}, err
	}
	l := listRoom(words)
	sl.expect(words)
	i := 0
	for k := range words {
		if err := t.Often(k); err != nil {
			return Value{}, err
		}
		for asciiSpace[s[i]] {
			i++
		}
		start := i
		for i < len(s) && !asciiSpace[s[i]] {
			i++
		}
		if i-start == len(s) {
			return listOf1(p.plain()), nil
		}
		l.items[k] = sl.Make(s[start:i])
	}
	return l.Value(), nil
}

// countWords is the number of words of s, which is ASCII.
func countWords(s, _ string) int {
	words := 0
	gap := true
	for i := 0; i < len(s); i++ {
		sp := asciiSpace[s[i]]
		if gap && !sp {
			words++
		}
		gap = sp
	}
	return words
}

func listOf1(v Value) Value {
	l := listRoom(1)
	l.items[0] = v
	return l.Value()
}

func splitSpace(t *Thread, p *Str, limit int, sl *StrSlab) ([]Value, error) {
	s := p.s
	var out []Value
	var g Growing
	if limit < 0 && len(s) > 64 {
		out = make([]Value, 0, len(s)/8)
	}
	i := 0
	for {
		for i < len(s) {
			w := spaceAt(s, i)
			if w == 0 {
				break
			}
			i += w
		}
		if i == len(s) {
			return out, nil
		}
		if limit >= 0 && len(out) == limit {
			return append(out, sl.Make(s[i:])), nil
		}
		start := i
		for i < len(s) && spaceAt(s, i) == 0 {
			i += runeLen(s[i])
		}
		if start == 0 && i == len(s) {
			return append(out, p.plain()), nil
		}
		if err := g.Add(t, pieceSize); err != nil {
			return nil, err
		}
		out = append(out, sl.Make(s[start:i]))
	}
}

func strRSplit(t *Thread, args []Value) (Value, error) {
	p := As[Str](args[0])
	sep, limit, err := splitArgs(t, args)
	if err != nil {
		return Value{}, err
	}
	if limit < 0 && (sep == nil || len(sep.s) == 1) {
		return strSplit(t, args)
	}
	sl := StrSlab{ascii: p.IsASCII()}
	s := p.s
	var out []Value
	if sep == nil {
		out = rsplitSpace(s, limit, &sl)
	} else {
		for limit < 0 || len(out) < limit {
			i := strings.LastIndex(s, sep.s)
			if i < 0 {
				break
			}
			out = append(out, sl.Make(s[i+len(sep.s):]))
			s = s[:i]
		}
		out = append(out, sl.Make(s))
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return NewList(out).Value(), nil
}

// rsplitSpace gives the words from the last to the first.
func rsplitSpace(s string, limit int, sl *StrSlab) []Value {
	var out []Value
	for i := len(s); ; {
		for i > 0 {
			w := spaceBefore(s, i)
			if w == 0 {
				break
			}
			i -= w
		}
		if i == 0 {
			return out
		}
		if limit >= 0 && len(out) == limit {
			return append(out, sl.Make(s[:i]))
		}
		end := i
		for i > 0 && spaceBefore(s, i) == 0 {
			i--
			for i > 0 && s[i]&0xC0 == 0x80 {
				i--
			}
		}
		out = append(out, sl.Make(s[i:end]))
	}
}

// lineBreak gives the width of the line boundary at s[i], 0 if there is none.
func lineBreak(s string, i int) int {
	switch c := s[i]; {
	case c == '\r' && i+1 < len(s) && s[i+1] == '\n':
		return 2
	case c >= '\n' && c <= '\r' || c >= 0x1c && c <= 0x1e:
		return 1
	case c == 0xC2 && s[i+1] == 0x85:
		return 2
	case c == 0xE2 && s[i+1] == 0x80 && (s[i+2] == 0xA8 || s[i+2] == 0xA9):
		return 3
	}
	return 0
}

func strSplitLines(t *Thread, args []Value) (Value, error) {
	p := As[Str](args[0])
	keep, err := intFlag(t, args[1])
	if err != nil {
		return Value{}, err
	}
	s := p.s
	sl := StrSlab{ascii: p.IsASCII()}
	var out []Value
	var g Growing
	start := 0
	for i := 0; i < len(s); {
		if c := s[i]; c > '\r' && (c < 0x1c || c > 0x1e && c < utf8.RuneSelf) {
			if err := t.Often(i); err != nil {
				return Value{}, err
			}
			i++
			continue
		}
		w := lineBreak(s, i)
		if w == 0 {
			i += runeLen(s[i])
			continue
		}
		if err := g.Add(t, pieceSize); err != nil {
			return Value{}, err
		}
		if keep {
			out = append(out, sl.Make(s[start:i+w]))
		} else {
			out = append(out, sl.Make(s[start:i]))
		}
		i += w
		start = i
	}
	if start < len(s) {
		if start == 0 {
			out = append(out, p.plain())
		} else {
			out = append(out, sl.Make(s[start:]))
		}
	}
	return NewList(out).Value(), nil
}

// intFlag is an argument that CPython takes as a C int used as a truth value.
func intFlag(t *Thread, v Value) (bool, error) {
	if v.IsBool() {
		return v.IsTrue(), nil
	}
	i, err := AsInt64(t, v)
	return i != 0, err
}

func strJoin(t *Thread, args []Value) (Value, error) {
	return joinIterable(t, As[Str](args[0]), args[1])
}

// joinIterable is sep.join(v).
func joinIterable(t *Thread, sep *Str, v Value) (Value, error) {
	var items []Value
	switch v.Type() {
	case &listType:
		items = As[List](v).items
	case &tupleType:
		items = As[Tuple](v).items
	default:
		typ := v.Type()
		if typ.Slots.Iter == nil && (typ.Slots.GetItem == nil || typ.Has(FlagMapping)) {
			return Value{}, TypeErrorf("can only join an iterable")
		}
		var err error
		if items, err = ToSlice(t, v); err != nil {
			return Value{}, err
		}
	}
	if len(items) == 0 {
		return emptyStr, nil
	}
	if len(items) == 1 && items[0].Type() == &strType {
		return items[0], nil
	}
	size := len(sep.s) * (len(items) - 1)
	meta := uint64(strCounted | strASCII)
	if len(items) > 1 {
		sep.Len()
		meta &= sep.meta
	}
	for i, x := range items {
		if x.Type().layout != &strType {
			return Value{}, TypeErrorf("sequence item %d: expected str instance, %s found", i, x.Type().Name)
		}
		s := As[Str](x)
		size += len(s.s)
		meta &= s.meta
	}
	if err := t.Room(size); err != nil {
		return Value{}, err
	}
	if size >= asideWork {
		return joinLong(t, items, sep.s, meta&strASCII != 0)
	}
	return joinText(items, sep.s, size, meta&strASCII != 0), nil
}

// joinLong is joinText that can be interrupted.
func joinLong(t *Thread, items []Value, sep string, ascii bool) (Value, error) {
	if err := t.RoomFor(len(items), valueSize); err != nil {
		return Value{}, err
	}
	texts := make([]string, len(items))
	for i, x := range items {
		if texts[i] = As[Str](x).s; i&(oftenItems-1) == 0 {
			if err := t.Pending(); err != nil {
				return Value{}, err
			}
		}
	}
	s, err := Aside(t, math.MaxInt, func() string { return strings.Join(texts, sep) })
	if err != nil {
		return Value{}, err
	}
	if ascii {
		return NewStrASCII(s), nil
	}
	return NewStr(s), nil
}

// joinText writes the strs items with sep between them, size bytes in all.
func joinText(items []Value, sep string, size int, ascii bool) Value {
	if size == 0 {
		return emptyStr
	}
	var p *Str
	var b []byte
	if size <= smallMax {
		p, b = smallStr(size)
	} else {
		b = make([]byte, size)
		p = newStr(bytesToText(b))
	}
	if ascii {
		p.meta = uint64(size) | strCounted | strASCII
	}
	for i, x := range items {
		if i > 0 {
			if len(sep) == 1 {
				b[0] = sep[0]
				b = b[1:]
			} else {
				b = b[copy(b, sep):]
			}
		}
		b = b[copy(b, As[Str](x).s):]
	}
	return p.Value()
}
