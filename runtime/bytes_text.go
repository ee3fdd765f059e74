package runtime

import "strings"

// The methods of bytes and bytearray that treat them as ASCII text.

// bytesMapMethod is a method that maps each byte.
func bytesMapMethod(name string, f func(c, prev byte) byte) Method {
	return Method{Name: name, Fn: func(t *Thread, args []Value) (Value, error) {
		return mapBytes(t, args[0], func(s string) []byte {
			b := make([]byte, len(s))
			prev := byte(' ')
			for i := range b {
				b[i] = f(s[i], prev)
				prev = s[i]
			}
			return b
		})
	}}
}

// mapBytes is f of self's bytes, as many, as the same type.
func mapBytes(t *Thread, self Value, f func(s string) []byte) (Value, error) {
	s, err := frozen(t, self)
	if err != nil {
		return Value{}, err
	}
	if err := t.Room(len(s)); err != nil {
		return Value{}, err
	}
	b, err := Aside(t, 2*len(s), func() []byte { return f(s) })
	return likeOwn(self, b), err
}

func byteIsUpper(c byte) bool { return c >= 'A' && c <= 'Z' }
func byteIsLower(c byte) bool { return c >= 'a' && c <= 'z' }
func byteIsAlpha(c byte) bool { return byteIsUpper(c) || byteIsLower(c) }
func byteIsDigit(c byte) bool { return c >= '0' && c <= '9' }
func byteIsAlnum(c byte) bool { return byteIsAlpha(c) || byteIsDigit(c) }
func upperByte(c byte) byte {
	if byteIsLower(c) {
		return c - 32
	}
	return c
}
func lowerByte(c byte) byte {
	if byteIsUpper(c) {
		return c + 32
	}
	return c
}

func bytesCapitalize(t *Thread, args []Value) (Value, error) {
	return mapBytes(t, args[0], func(s string) []byte {
		b := []byte(s)
		for i, c := range b {
			if i == 0 {
				b[i] = upperByte(c)
			} else {
				b[i] = lowerByte(c)
			}
		}
		return b
	})
}

// bytesIsMethod is the predicate "not empty and f holds for each byte".
func bytesIsMethod(name string, f func(c byte) bool) Method {
	return bytesTestMethod(name, func(s string) bool {
		for i := 0; i < len(s); i++ {
			if !f(s[i]) {
				return false
			}
		}
		return len(s) > 0
	})
}

func bytesTestMethod(name string, f func(s string) bool) Method {
	return Method{Name: name, Fn: func(t *Thread, args []Value) (Value, error) {
		s, err := frozen(t, args[0])
		if err != nil {
			return Value{}, err
		}
		return testText(t, s, f)
	}}
}

// bytesOneCase is islower and isupper.
func bytesOneCase(is, isNot func(c byte) bool) func(s string) bool {
	return func(s string) bool {
		found := false
		for i := 0; i < len(s); i++ {
			if isNot(s[i]) {
				return false
			}
			found = found || is(s[i])
		}
		return found
	}
}

func bytesStripMethod(name string, sides int) Method {
	return Method{Name: name, Sig: "bytes=None, /", Fn: func(t *Thread, args []Value) (Value, error) {
		chars := " \t\n\r\v\f"
		if !args[1].IsNone() {
			s, b, err := borrow(t, args[1])
			if err != nil {
				return Value{}, err
			}
			defer release(b)
			chars = s
		}
		s, err := frozen(t, args[0])
		if err != nil {
			return Value{}, err
		}
		left, err := Aside(t, len(s), func() string { return strippedBytes(s, chars, sides) })
		if err != nil {
			return Value{}, err
		}
		return selfOr(t, args[0], left)
	}}
}

func strippedBytes(s, chars string, sides int) string {
	i, j := 0, len(s)
	for sides&stripLeft != 0 && i < j && strings.IndexByte(chars, s[i]) >= 0 {
		i++
	}
	for sides&stripRight != 0 && j > i && strings.IndexByte(chars, s[j-1]) >= 0 {
		j--
	}
	return s[i:j]
}

// bytesPadMethod is center, ljust and rjust; split says how much of the room goes left.
func bytesPadMethod(name string, split func(room, width int) int) Method {
	return Method{Name: name, Sig: "width, fillchar=b' ', /", Fn: func(t *Thread, args []Value) (Value, error) {
		width, err := cSsize(t, args[1])
		if err != nil {
			return Value{}, err
		}
		fill, ok := rawOf(args[2])
		if !ok || len(fill) != 1 {
			return Value{}, TypeErrorf("%s() argument 2 must be a byte string of length 1, not %s", name, typeNameOf(args[2]))
		}
		s, err := frozen(t, args[0])
		if err != nil {
			return Value{}, err
		}
		if width <= len(s) {
			return selfOr(t, args[0], s)
		}
		if err := t.Room(width); err != nil {
			return Value{}, err
		}
		room := width - len(s)
		left := split(room, width)
		out, err := filledAround(t, s, fill, left, room-left)
		return likeOwn(args[0], textToBytes(out)), err
	}}
}

func bytesZFill(t *Thread, args []Value) (Value, error) {
	width, err := cSsize(t, args[1])
	if err != nil {
		return Value{}, err
	}
	s, err := frozen(t, args[0])
	if err != nil {
		return Value{}, err
	}
	if width <= len(s) {
		return selfOr(t, args[0], s)
	}
	if err := t.Room(width); err != nil {
		return Value{}, err
	}
	b, err := Aside(t, width, func() []byte {
		b := make([]byte, 0, width)
		rest := s
		if len(s) > 0 && (s[0] == '+' || s[0] == '-') {
			b = append(b, s[0])
			rest = s[1:]
		}
		return append(appendFill(b, "0", width-len(s)), rest...)
	})
	return likeOwn(args[0], b), err
}

func bytesExpandTabs(t *Thread, args []Value) (Value, error) {
	size, err := cInt(t, args[1])
	if err != nil {
		return Value{}, err
	}
	s, err := frozen(t, args[0])
	if err != nil {
		return Value{}, err
	}
	out, err := expandTabs(t, s, size, false)
	return likeOwn(args[0], textToBytes(out)), err
}

func bytesTranslate(t *Thread, args []Value) (Value, error) {
	table := ""
	if !args[1].IsNone() {
		s, b, err := borrow(t, args[1])
		if err != nil {
			return Value{}, err
		}
		defer release(b)
		if len(s) != 256 {
			return Value{}, ValueErrorf("translation table must be 256 characters long")
		}
		table = s
	}
	var drop [256]bool
	del, b, err := borrow(t, args[2])
	if err != nil {
		return Value{}, err
	}
	defer release(b)
	for i := 0; i < len(del); i++ {
		drop[del[i]] = true
	}
	return mapBytes(t, args[0], func(s string) []byte { return translateBytes(s, table, &drop) })
}

// translateBytes is s without the bytes to drop, the others as table has them, if it is not empty.
func translateBytes(s, table string, drop *[256]bool) []byte {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if drop[c] {
			continue
		}
		if table != "" {
			c = table[c]
		}
		out = append(out, c)
	}
	return out
}

func titleByte(c, prev byte) byte {
	if byteIsAlpha(prev) {
		return lowerByte(c)
	}
	return upperByte(c)
}

func swapByte(c, _ byte) byte {
	if byteIsUpper(c) {
		return c + 32
	}
	return upperByte(c)
}

func bytesAreTitle(s string) bool {
	cased, prev := false, false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case byteIsUpper(c):
			if prev {
				return false
			}
			prev, cased = true, true
		case byteIsLower(c):
			if !prev {
				return false
			}
			cased = true
		default:
			prev = false
		}
	}
	return cased
}

// bytesCommon are the methods that bytes and bytearray share.
func bytesCommon() []Method {
	return []Method{
		{Name: "capitalize", Fn: bytesCapitalize},
		bytesPadMethod("center", func(room, width int) int { return room/2 + room&width&1 }),
		{Name: "count", Raw: bytesCount},
		{Name: "decode", Sig: "encoding='utf-8', errors='strict'", Fn: bytesDecode},
		bytesAffixMethod("endswith", strings.HasSuffix),
		{Name: "expandtabs", Sig: "tabsize=8", Fn: bytesExpandTabs},
		bytesSearchMethod("find", false, strings.Index),
		{Name: "fromhex", Sig: "string, /", Fn: bytesFromHex, Kind: ClassMethod},
		{Name: "hex", Sig: "sep=?, bytes_per_sep=1", Fn: bytesHex},
		bytesSearchMethod("index", true, strings.Index),
		bytesIsMethod("isalnum", byteIsAlnum),
		bytesIsMethod("isalpha", byteIsAlpha),
		bytesTestMethod("isascii", textIsASCII),
		bytesIsMethod("isdigit", byteIsDigit),
		bytesTestMethod("islower", bytesOneCase(byteIsLower, byteIsUpper)),
		bytesIsMethod("isspace", byteIsSpace),
		bytesTestMethod("istitle", bytesAreTitle),
		bytesTestMethod("isupper", bytesOneCase(byteIsUpper, byteIsLower)),
		{Name: "join", Sig: "iterable_of_bytes, /", Fn: bytesJoin},
		bytesPadMethod("ljust", func(room, width int) int { return 0 }),
		bytesMapMethod("lower", func(c, _ byte) byte { return lowerByte(c) }),
		bytesStripMethod("lstrip", stripLeft),
		{Name: "maketrans", Sig: "frm, to, /", Fn: bytesMakeTrans, Kind: StaticMethod},
		bytesPartitionMethod("partition", strings.Index, false),
		{Name: "removeprefix", Sig: "prefix, /", Fn: bytesRemovePrefix},
		{Name: "removesuffix", Sig: "suffix, /", Fn: bytesRemoveSuffix},
		{Name: "replace", Sig: "old, new, count=-1, /", Fn: bytesReplace},
		bytesSearchMethod("rfind", false, strings.LastIndex),
		bytesSearchMethod("rindex", true, strings.LastIndex),
		bytesPadMethod("rjust", func(room, width int) int { return room }),
		bytesPartitionMethod("rpartition", strings.LastIndex, true),
		bytesSplitMethod("rsplit", true),
		bytesStripMethod("rstrip", stripRight),
		bytesSplitMethod("split", false),
		{Name: "splitlines", Sig: "keepends=False", Fn: bytesSplitLines},
		bytesAffixMethod("startswith", strings.HasPrefix),
		bytesStripMethod("strip", stripLeft|stripRight),
		bytesMapMethod("swapcase", swapByte),
		bytesMapMethod("title", titleByte),
		{Name: "translate", Sig: "table, /, delete=b''", Fn: bytesTranslate},
		bytesMapMethod("upper", func(c, _ byte) byte { return upperByte(c) }),
		{Name: "zfill", Sig: "width, /", Fn: bytesZFill},
	}
}
