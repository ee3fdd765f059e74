package unicodedata

import (
	"slices"

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
	st := stateOf(t)
	if err := st.loadDecomp(); err != nil {
		return nil, "", err
	}
	if err := t.Room(memoryPerByte * len(text)); err != nil {
		return nil, "", err
	}
	err = t.Aside(8*len(text), func() {
		runes := st.decompose(text, compat)
		if compose {
			runes = st.compose(runes)
		}
		b := make([]byte, 0, len(text)+16)
		for _, r := range runes {
			b = runtime.AppendRune(b, r)
		}
		out = string(b)
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

// decompose gives the fully decomposed text, its marks in canonical order.
func (st *state) decompose(text string, compat bool) []rune {
	out := make([]rune, 0, len(text))
	for i := 0; i < len(text); {
		r, w := runtime.DecodeRune(text[i:])
		i += w
		out = st.appendDecomposed(out, r, compat)
	}
	// each run of marks (combining class over 0) is put in order
	for i := 0; i < len(out); {
		if combining(out[i]) == 0 {
			i++
			continue
		}
		j := i
		for j < len(out) && combining(out[j]) != 0 {
			j++
		}
		slices.SortStableFunc(out[i:j], func(a, b rune) int { return combining(a) - combining(b) })
		i = j
	}
	return out
}

func combining(r rune) int {
	if r < 0x300 {
		return 0
	}
	return runtime.UniRecord(r).Combining()
}

func (st *state) appendDecomposed(out []rune, r rune, compat bool) []rune {
	if r < 0xA0 {
		return append(out, r)
	}
	if i := int(r - hangulBase); i >= 0 && i < hangulCount {
		out = append(out, jamoL+rune(i/(jamoVCount*jamoTCount)), jamoV+rune(i/jamoTCount%jamoVCount))
		if f := i % jamoTCount; f != 0 {
			out = append(out, jamoT+rune(f))
		}
		return out
	}
	m, ok := st.decomp[r]
	if !ok || m.compat && !compat {
		return append(out, r)
	}
	for _, x := range m.to {
		out = st.appendDecomposed(out, x, compat)
	}
	return out
}

// pair is what two code points compose to.
func (st *state) pair(a, b rune) (rune, bool) {
	if l, v := a-jamoL, b-jamoV; l >= 0 && l < jamoLCount && v >= 0 && v < jamoVCount {
		return hangulBase + (l*jamoVCount+v)*jamoTCount, true
	}
	if s, f := a-hangulBase, b-jamoT; s >= 0 && s < hangulCount && s%jamoTCount == 0 && f > 0 && f < jamoTCount {
		return a + f, true
	}
	r, ok := st.pairs[[2]rune{a, b}]
	return r, ok
}

// compose puts decomposed text together: each mark joins the last starter
// unless one between them blocks it.
func (st *state) compose(in []rune) []rune {
	out := in[:0]
	starter, last := -1, 0
	for _, r := range in {
		c := combining(r)
		if starter >= 0 && (last < c || last == 0 && starter == len(out)-1) {
			if joined, ok := st.pair(out[starter], r); ok {
				out[starter] = joined
				continue
			}
		}
		if c == 0 {
			starter = len(out)
		}
		last = c
		out = append(out, r)
	}
	return out
}
