package runtime

import (
	"math"
	"strings"
	"unicode/utf8"
)

// Stripping, padding, translating.

// stripArg checks the argument of strip and its like; nil: white space.
func stripArg(v Value, name string) (*Str, error) {
	if v.IsNone() {
		return nil, nil
	}
	if s, ok := AsStr(v); ok {
		return s, nil
	}
	return nil, TypeErrorf("%s arg must be None or str", name)
}

const (
	stripLeft  = 1
	stripRight = 2
)

func stripStr(t *Thread, p *Str, chars *Str, sides int) (Value, error) {
	if len(p.s) < asideWork {
		a, b := stripped(p.s, chars, sides)
		return p.piece(a, b), nil
	}
	if err := p.counted(t); err != nil {
		return Value{}, err
	}
	text := p.s
	at, err := Aside(t, len(text), func() (at [2]int) {
		at[0], at[1] = stripped(text, chars, sides)
		return at
	})
	if err != nil {
		return Value{}, err
	}
	return p.piece(at[0], at[1]), nil
}

// stripped gives what is left of s: s[a:b].
func stripped(s string, chars *Str, sides int) (a, b int) {
	b = len(s)
	if chars == nil {
		for sides&stripLeft != 0 && a < b {
			w := spaceAt(s, a)
			if w == 0 {
				break
			}
			a += w
		}
		for sides&stripRight != 0 && b > a {
			w := spaceBefore(s, b)
			if w == 0 {
				break
			}
			b -= w
		}
		return a, b
	}
	for sides&stripLeft != 0 && a < b {
		w := runeLen(s[a])
		if !strings.Contains(chars.s, s[a:a+w]) {
			break
		}
		a += w
	}
	for sides&stripRight != 0 && b > a {
		k := b - 1
		for k > a && s[k]&0xC0 == 0x80 {
			k--
		}
		if !strings.Contains(chars.s, s[k:b]) {
			break
		}
		b = k
	}
	return a, b
}

func strStrip(t *Thread, args []Value) (Value, error) {
	chars, err := stripArg(args[1], "strip")
	if err != nil {
		return Value{}, err
	}
	return stripStr(t, As[Str](args[0]), chars, stripLeft|stripRight)
}

func strLStrip(t *Thread, args []Value) (Value, error) {
	chars, err := stripArg(args[1], "lstrip")
	if err != nil {
		return Value{}, err
	}
	return stripStr(t, As[Str](args[0]), chars, stripLeft)
}

func strRStrip(t *Thread, args []Value) (Value, error) {
	chars, err := stripArg(args[1], "rstrip")
	if err != nil {
		return Value{}, err
	}
	return stripStr(t, As[Str](args[0]), chars, stripRight)
}

// cSsize is an argument that CPython converts with format unit "n".
func cSsize(t *Thread, v Value) (int, error) {
	if v.IsInt() {
		return int(v.AsInt64()), nil
	}
	r, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	i, big, _ := IntOf(r)
	if big != nil {
		return 0, OverflowErrorf("Python int too large to convert to C ssize_t")
	}
	return int(i), nil
}

// cInt is an argument that CPython converts with format unit "i".
func cInt(t *Thread, v Value) (int, error) {
	i, err := AsInt64(t, v)
	if err != nil {
		return 0, err
	}
	if i > math.MaxInt32 {
		return 0, OverflowErrorf("signed integer is greater than maximum")
	}
	if i < math.MinInt32 {
		return 0, OverflowErrorf("signed integer is less than minimum")
	}
	return int(i), nil
}

// padArgs are width and fill character.
func padArgs(t *Thread, args []Value) (width int, fill string, err error) {
	if width, err = cSsize(t, args[1]); err != nil {
		return
	}
	f, ok := AsStr(args[2])
	if !ok {
		return 0, "", TypeErrorf("The fill character must be a unicode character, not %s", args[2].Type().Name)
	}
	if f.Len() != 1 {
		return 0, "", TypeErrorf("The fill character must be exactly one character long")
	}
	return width, f.s, nil
}

// padStr puts left and right fill characters around p.
func padStr(t *Thread, p *Str, left, right int, fill string) (Value, error) {
	if left <= 0 && right <= 0 {
		return p.plain(), nil
	}
	left, right = max(left, 0), max(right, 0)
	if left > maxText || right > maxText || (left+right)*len(fill)+len(p.s) > maxText {
		return Value{}, MemoryErr()
	}
	if err := t.Room((left+right)*len(fill) + len(p.s)); err != nil {
		return Value{}, err
	}
	if err := p.counted(t); err != nil {
		return Value{}, err
	}
	s, err := filledAround(t, p.s, fill, left, right)
	return newCounted(s, p.Len()+left+right), err
}

// filledAround is s with so many fill characters before and behind it.
func filledAround(t *Thread, s, fill string, left, right int) (string, error) {
	size := (left+right)*len(fill) + len(s)
	if size < asideWork {
		return fillAround(s, fill, left, right), t.Worked(size)
	}
	return Aside(t, size, func() string { return fillAround(s, fill, left, right) })
}

func fillAround(s, fill string, left, right int) string {
	b := make([]byte, 0, (left+right)*len(fill)+len(s))
	b = appendFill(b, fill, left)
	b = append(b, s...)
	return bytesToText(appendFill(b, fill, right))
}

func appendFill(b []byte, fill string, n int) []byte {
	for ; n > 0; n-- {
		b = append(b, fill...)
	}
	return b
}

func strCenter(t *Thread, args []Value) (Value, error) {
	width, fill, err := padArgs(t, args)
	if err != nil {
		return Value{}, err
	}
	p := As[Str](args[0])
	if width <= p.Len() {
		return p.plain(), nil
	}
	room := width - p.Len()
	left := room/2 + room&width&1
	return padStr(t, p, left, room-left, fill)
}

func strLJust(t *Thread, args []Value) (Value, error) {
	width, fill, err := padArgs(t, args)
	if err != nil {
		return Value{}, err
	}
	p := As[Str](args[0])
	return padStr(t, p, 0, max(width, 0)-p.Len(), fill)
}

func strRJust(t *Thread, args []Value) (Value, error) {
	width, fill, err := padArgs(t, args)
	if err != nil {
		return Value{}, err
	}
	p := As[Str](args[0])
	return padStr(t, p, max(width, 0)-p.Len(), 0, fill)
}

func strZFill(t *Thread, args []Value) (Value, error) {
	width, err := cSsize(t, args[1])
	if err != nil {
		return Value{}, err
	}
	p := As[Str](args[0])
	n := max(width, 0) - p.Len()
	if n > 0 && len(p.s) > 0 && (p.s[0] == '+' || p.s[0] == '-') {
		v, err := padStr(t, newStr(p.s[1:]), n, 0, "0")
		if err != nil {
			return Value{}, err
		}
		return newCounted(p.s[:1]+As[Str](v).s, width), nil
	}
	return padStr(t, p, n, 0, "0")
}

func strExpandTabs(t *Thread, args []Value) (Value, error) {
	size, err := AsInt64(t, args[1])
	if err != nil {
		return Value{}, err
	}
	if size > math.MaxInt32 || size < math.MinInt32 {
		return Value{}, OverflowErrorf("Python int too large to convert to C int")
	}
	p := As[Str](args[0])
	if strings.IndexByte(p.s, '\t') < 0 {
		return p.plain(), nil
	}
	s, err := expandTabs(t, p.s, int(size), true)
	if err != nil {
		return Value{}, err
	}
	return newStr(s).Value(), nil
}

// expandTabs is expandtabs for text, or for bytes, that nobody changes.
func expandTabs(t *Thread, s string, size int, text bool) (string, error) {
	n, err := Aside(t, len(s), func() int { return expandedSize(s, size, text) })
	if err != nil {
		return "", err
	}
	if n > maxText {
		return "", MemoryErr()
	}
	if err := t.Room(n); err != nil {
		return "", err
	}
	b, err := Aside(t, n, func() []byte { return appendExpanded(make([]byte, 0, n), s, size, text) })
	return bytesToText(b), err
}

// expandedSize is how long s becomes; too long is as good as any.
func expandedSize(s string, size int, text bool) (n int) {
	col := 0
	for i := 0; i < len(s) && n <= maxText; i++ {
		switch c := s[i]; {
		case c == '\t':
			if size > 0 {
				n += size - col%size
				col += size - col%size
			}
			continue
		case c == '\n' || c == '\r':
			col = 0
		case !text || c&0xC0 != 0x80:
			col++
		}
		n++
	}
	return n
}

func appendExpanded(b []byte, s string, size int, text bool) []byte {
	col := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '\t':
			if size > 0 {
				n := size - col%size
				col += n
				b = appendFill(b, " ", n)
			}
			continue
		case c == '\n' || c == '\r':
			col = 0
		case !text || c&0xC0 != 0x80:
			col++
		}
		b = append(b, c)
	}
	return b
}

// translateOne looks code point r up in a translation table and appends what
// it finds.
func translateOne(t *Thread, b []byte, table Value, r rune) ([]byte, error) {
	x, err := GetItem(t, table, Int(int64(r)))
	if err != nil {
		if IsError(err, LookupError) {
			return AppendRune(b, r), nil
		}
		return nil, err
	}
	return appendTranslated(t, b, x)
}

func appendTranslated(t *Thread, b []byte, x Value) ([]byte, error) {
	if x.IsNone() {
		return b, nil
	}
	if s, ok := AsStr(x); ok {
		return Append(t, b, s.s)
	}
	i, big, ok := IntOf(x)
	if !ok {
		return nil, TypeErrorf("character mapping must return integer, None or str")
	}
	if big != nil || i < 0 || i > utf8.MaxRune {
		return nil, ValueErrorf("character mapping must be in range(0x110000)")
	}
	return AppendRune(b, rune(i)), nil
}

func strTranslate(t *Thread, args []Value) (Value, error) {
	p, table := As[Str](args[0]), args[1]
	if table.IsExactly(&dictType) {
		return translateDict(t, p, As[Dict](table))
	}
	b := make([]byte, 0, len(p.s)+8)
	var err error
	for i := 0; i < len(p.s); {
		r, w := DecodeRune(p.s[i:])
		i += w
		if b, err = translateOne(t, b, table, r); err != nil {
			return Value{}, err
		}
		if len(b) > maxText {
			return Value{}, MemoryErr()
		}
		if err := t.Tick(); err != nil {
			return Value{}, err
		}
	}
	return NewStrBytes(b), nil
}

// translateDict translates by a plain dict, which is asked once for each ASCII
// character.
func translateDict(t *Thread, p *Str, table *Dict) (Value, error) {
	const (
		unknown = -iota
		longer  // val has what to append
	)
	var to [utf8.RuneSelf]int16 // the byte to append plus one, or one of the above
	var val [utf8.RuneSelf]Value
	b, err := MakeMany[byte](t, 0, len(p.s)+8)
	if err != nil {
		return Value{}, err
	}
	for i, n := 0, 0; i < len(p.s); n++ {
		if err := t.Often(n); err != nil {
			return Value{}, err
		}
		c := p.s[i]
		if c < utf8.RuneSelf && to[c] > 0 {
			b = append(b, byte(to[c]-1))
			i++
			continue
		}
		r, w := DecodeRune(p.s[i:])
		i += w
		var x Value
		if c < utf8.RuneSelf && to[c] == longer {
			x = val[c]
		} else {
			var ok bool
			if x, ok, err = table.Get(t, Int(int64(r))); err != nil {
				return Value{}, err
			}
			if !ok {
				x = charStr(r)
			}
		}
		was := len(b)
		if b, err = growBytes(t, b, oftenItems); err != nil {
			return Value{}, err
		}
		if b, err = appendTranslated(t, b, x); err != nil {
			return Value{}, err
		}
		if len(b) > maxText {
			return Value{}, MemoryErr()
		}
		if err := t.Tick(); err != nil {
			return Value{}, err
		}
		if c < utf8.RuneSelf && to[c] == unknown {
			to[c], val[c] = longer, x
			if len(b) == was+1 {
				to[c] = int16(b[was]) + 1
			}
		}
	}
	return ownStr(b), nil
}

func strMakeTrans(t *Thread, args []Value) (Value, error) {
	x, y, z := args[0], args[1], args[2]
	table := NewDict()
	if y.IsUnset() {
		return makeTransDict(t, x, table)
	}
	if !z.IsUnset() {
		if _, err := strArg(z, "maketrans", 3); err != nil {
			return Value{}, err
		}
	}
	to, err := strArg(y, "maketrans", 2)
	if err != nil {
		return Value{}, err
	}
	from, ok := AsStr(x)
	if !ok {
		return Value{}, TypeErrorf("first maketrans argument must be a string if there is a second argument")
	}
	if from.Len() != to.Len() {
		return Value{}, ValueErrorf("the first two maketrans arguments must have equal length")
	}
	for i, j := 0, 0; i < len(from.s); {
		r, w := DecodeRune(from.s[i:])
		q, v := DecodeRune(to.s[j:])
		i, j = i+w, j+v
		if err := table.Set(t, Int(int64(r)), Int(int64(q))); err != nil {
			return Value{}, err
		}
	}
	if !z.IsUnset() {
		del := As[Str](z).s
		for i := 0; i < len(del); {
			r, w := DecodeRune(del[i:])
			i += w
			if err := table.Set(t, Int(int64(r)), None); err != nil {
				return Value{}, err
			}
		}
	}
	return table.Value(), nil
}

func makeTransDict(t *Thread, x Value, table *Dict) (Value, error) {
	d, ok := AsDict(x)
	if !ok || x.Type() != &dictType {
		return Value{}, TypeErrorf("if you give only one argument to maketrans it must be a dict")
	}
	for pos := 0; ; {
		next, k, v, ok := d.Next(pos)
		if !ok {
			return table.Value(), nil
		}
		pos = next
		if s, ok := AsStr(k); ok {
			if s.Len() != 1 {
				return Value{}, ValueErrorf("string keys in translate table must be of length 1")
			}
			r, _ := DecodeRune(s.s)
			k = Int(int64(r))
		} else if !IsIntLike(k) {
			return Value{}, TypeErrorf("keys in translate table must be strings or integers")
		}
		if err := table.Set(t, k, v); err != nil {
			return Value{}, err
		}
	}
}
