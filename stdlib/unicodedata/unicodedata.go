// Package unicodedata is the module unicodedata, for Unicode 14.0 as in
// CPython 3.11. Categories and the like are in runtime's table, names in
// lang/charname, decompositions and numeric values in lang/normal.
package unicodedata

import (
	"strings"
	"unicode/utf8"

	"github.com/minipy/minipy/lang/charname"
	"github.com/minipy/minipy/lang/normal"
	"github.com/minipy/minipy/runtime"
)

type (
	value  = runtime.Value
	thread = runtime.Thread
)

var (
	categories = strings.Fields("Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co Cn")
	bidis      = strings.Split(" L LRE LRO R AL RLE RLO PDF EN ES ET AN CS NSM BN B S WS ON LRI RLI FSI PDI", " ")
	widths     = strings.Fields("N A H W F Na")
)

// Module is unicodedata.
var Module = &runtime.ModuleSpec{
	Name:   "unicodedata",
	Doc:    "The Unicode Character Database, version 14.0.0.",
	Consts: []runtime.Const{{Name: "unidata_version", Value: runtime.NewStr("14.0.0")}},
	Methods: []runtime.Method{
		{Name: "name", Sig: "chr, default=?, /", Fn: name},
		{Name: "lookup", Sig: "name, /", Fn: lookup},
		{Name: "category", Sig: "chr, /", Fn: property("category", func(u runtime.UniRec) value { return runtime.NewStr(categories[u.Category()]) })},
		{Name: "bidirectional", Sig: "chr, /", Fn: property("bidirectional", func(u runtime.UniRec) value { return runtime.NewStr(bidis[u.Bidirectional()]) })},
		{Name: "combining", Sig: "chr, /", Fn: property("combining", func(u runtime.UniRec) value { return runtime.Int(int64(u.Combining())) })},
		{Name: "east_asian_width", Sig: "chr, /", Fn: property("east_asian_width", func(u runtime.UniRec) value { return runtime.NewStr(widths[u.Width()]) })},
		{Name: "mirrored", Sig: "chr, /", Fn: property("mirrored", func(u runtime.UniRec) value {
			if u.Mirrored() {
				return runtime.Int(1)
			}
			return runtime.Int(0)
		})},
		{Name: "decimal", Sig: "chr, default=?, /", Fn: digitFn("decimal", "not a decimal", runtime.UniRec.Decimal)},
		{Name: "digit", Sig: "chr, default=?, /", Fn: digitFn("digit", "not a digit", runtime.UniRec.Digit)},
		{Name: "numeric", Sig: "chr, default=?, /", Fn: numeric},
		{Name: "decomposition", Sig: "chr, /", Fn: decomposition},
		{Name: "normalize", Sig: "form, unistr, /", Fn: normalize},
		{Name: "is_normalized", Sig: "form, unistr, /", Fn: isNormalized},
	},
}

// char is the first argument of a function that takes one character.
func char(v value, fn string, first bool) (rune, error) {
	s, ok := runtime.AsStr(v)
	if ok && s.Len() == 1 {
		r, _ := runtime.DecodeRune(s.String())
		return r, nil
	}
	what := v.Type().Name
	if v.IsNone() {
		what = "None"
	}
	if first {
		return 0, runtime.TypeErrorf("%s() argument 1 must be a unicode character, not %s", fn, what)
	}
	return 0, runtime.TypeErrorf("%s() argument must be a unicode character, not %s", fn, what)
}

func property(fn string, f func(u runtime.UniRec) value) runtime.NativeFn {
	return func(t *thread, args []value) (value, error) {
		r, err := char(args[0], fn, false)
		if err != nil {
			return value{}, err
		}
		return f(runtime.UniRecord(r)), nil
	}
}

func digitFn(fn, msg string, f func(u runtime.UniRec) int) runtime.NativeFn {
	return func(t *thread, args []value) (value, error) {
		r, err := char(args[0], fn, true)
		if err != nil {
			return value{}, err
		}
		if d := f(runtime.UniRecord(r)); d >= 0 {
			return runtime.Int(int64(d)), nil
		}
		if !args[1].IsUnset() {
			return args[1], nil
		}
		return value{}, runtime.ValueErrorf("%s", msg)
	}
}

func numeric(t *thread, args []value) (value, error) {
	r, err := char(args[0], "numeric", true)
	if err != nil {
		return value{}, err
	}
	if d := runtime.UniRecord(r).Digit(); d >= 0 {
		return runtime.Float(float64(d)), nil
	}
	if f, ok := normal.Load().Values[r]; ok {
		return runtime.Float(f), nil
	}
	if !args[1].IsUnset() {
		return args[1], nil
	}
	return value{}, runtime.ValueErrorf("not a numeric character")
}

func decomposition(t *thread, args []value) (value, error) {
	r, err := char(args[0], "decomposition", false)
	if err != nil {
		return value{}, err
	}
	return runtime.NewStr(normal.Load().Decomp[r].Text), nil
}

func name(t *thread, args []value) (value, error) {
	r, err := char(args[0], "name", true)
	if err != nil {
		return value{}, err
	}
	if s := charname.Name(r); s != "" {
		return runtime.NewStr(s), nil
	}
	if !args[1].IsUnset() {
		return args[1], nil
	}
	return value{}, runtime.ValueErrorf("no such name")
}

func lookup(t *thread, args []value) (value, error) {
	s, ok := runtime.AsStr(args[0])
	text := ""
	if ok {
		text = s.String()
	} else if b, isBytes := runtime.AsBytes(args[0]); isBytes {
		text = b.String()
	} else {
		return value{}, runtime.TypeErrorf("a bytes-like object is required, not '%s'", args[0].Type().Name)
	}
	if r, ok := charname.Rune(text); ok {
		return runtime.CharStr(r), nil
	}
	if seq, ok := sequence(strings.ToUpper(text)); ok {
		return runtime.NewStr(seq), nil
	}
	return value{}, runtime.KeyErr(runtime.NewStr("undefined character name '" + text + "'"))
}

// sequence finds the commonest named sequences, the keycaps.
func sequence(s string) (string, bool) {
	rest, ok := strings.CutPrefix(s, "KEYCAP ")
	if !ok {
		return "", false
	}
	const marks = "\ufe0f\u20e3"
	switch rest {
	case "NUMBER SIGN":
		return "#" + marks, true
	case "ASTERISK":
		return "*" + marks, true
	}
	for i, d := range strings.Fields("ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE") {
		if rest == "DIGIT "+d {
			return string(rune('0'+i)) + marks, true
		}
	}
	return "", false
}

func textIsASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
