package unicodedata

import (
	"github.com/minipy/minipy/lang/normal"
	"github.com/minipy/minipy/runtime"
)

// Normalization, as Unicode Standard Annex 15 has it.

func normalForm(t *thread, args []value, fn string) (s *runtime.Str, out string, err error) {
	form, ok := runtime.AsStr(args[0])
	if !ok {
		return nil, "", runtime.TypeErrorf("%s() argument 1 must be str, not %s", fn, typeName(args[0]))
	}
	s, ok = runtime.AsStr(args[1])
	if !ok {
		return nil, "", runtime.TypeErrorf("%s() argument 2 must be str, not %s", fn, typeName(args[1]))
	}
	var compat, compose bool
	switch form.String() {
	case "NFC":
		compose = true
	case "NFKC":
		compat, compose = true, true
	case "NFD":
	case "NFKD":
		compat = true
	default:
		return nil, "", runtime.ValueErrorf("invalid normalization form")
	}
	text := s.String()
	if textIsASCII(text) {
		return s, text, nil
	}
	if err := t.Room(memoryPerByte * len(text)); err != nil {
		return nil, "", err
	}
	out, err = runtime.Aside(t, 8*len(text), func() string {
		tables := normal.Load()
		runes := make([]rune, 0, len(text))
		for i := 0; i < len(text); {
			r, w := runtime.DecodeRune(text[i:])
			i += w
			runes = tables.Decompose(runes, r, compat)
		}
		tables.Order(runes)
		if compose {
			runes = tables.Compose(runes)
		}
		b := make([]byte, 0, len(text)+16)
		for _, r := range runes {
			b = runtime.AppendRune(b, r)
		}
		return string(b)
	})
	return s, out, err
}

// memoryPerByte is about what a byte of text needs while it is normalized: the
// code point twice as the list of them grows, and the new text.
const memoryPerByte = 10

func typeName(v value) string {
	if v.IsNone() {
		return "None"
	}
	return v.Type().Name
}

func normalize(t *thread, args []value) (value, error) {
	s, out, err := normalForm(t, args, "normalize")
	if err != nil {
		return value{}, err
	}
	if out == s.String() && s.Type() == runtime.StrType {
		return s.Value(), nil
	}
	return runtime.NewStr(out), nil
}

func isNormalized(t *thread, args []value) (value, error) {
	s, out, err := normalForm(t, args, "is_normalized")
	if err != nil {
		return value{}, err
	}
	return runtime.Bool(out == s.String()), nil
}
