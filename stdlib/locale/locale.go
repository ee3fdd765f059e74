// Package locale is Python's `_locale` module for the one locale there is: C,
// with UTF-8 text.
package locale

import (
	"strings"

	rt "github.com/minipy/minipy/runtime"
)

// state is the module's state in one VM: the names that setlocale was given.
type state struct{ names [7]string }

func stateOf(t *rt.Thread) *state {
	if s, ok := t.VM.Ext["locale"].(*state); ok {
		return s
	}
	s := &state{}
	for i := range s.names {
		s.names[i] = "C"
	}
	s.names[lcCtype] = "C.UTF-8"
	t.VM.Ext["locale"] = s
	return s
}

const (
	lcCtype = iota
	lcNumeric
	lcTime
	lcCollate
	lcMonetary
	lcMessages
	lcAll
)

var errorType rt.Type

// setlocale knows C, POSIX, the empty name and those two with UTF-8.
func setlocale(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	cat, err := rt.AsInt64(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if cat < 0 || cat > lcAll {
		return rt.Value{}, rt.NewException(&errorType, rt.NewStr("invalid locale category"))
	}
	s := stateOf(t)
	if !a[1].IsNone() {
		name, ok := rt.AsStr(a[1])
		if !ok {
			return rt.Value{}, rt.TypeErrorf("setlocale() argument 2 must be str or None, not %s", a[1].Type().Name)
		}
		text := name.String()
		switch strings.ToLower(text) {
		case "":
			text = "C.UTF-8"
		case "c", "posix":
			text = "C"
		case "c.utf-8", "c.utf8":
		default:
			return rt.Value{}, rt.NewException(&errorType, rt.NewStr("unsupported locale setting"))
		}
		if cat == lcAll {
			for i := range s.names {
				s.names[i] = text
			}
		} else {
			s.names[cat] = text
		}
	}
	if cat == lcAll {
		for _, n := range s.names[:lcAll] {
			if n != s.names[0] {
				keys := []string{"LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES"}
				parts := make([]string, len(keys))
				for i, k := range keys {
					parts[i] = k + "=" + s.names[i]
				}
				return rt.NewStr(strings.Join(parts, ";") + ";LC_PAPER=C;LC_NAME=C;LC_ADDRESS=C;LC_TELEPHONE=C;LC_MEASUREMENT=C;LC_IDENTIFICATION=C"), nil
			}
		}
		cat = 0
	}
	return rt.NewStr(s.names[cat]), nil
}

// localeconv describes C.
func localeconv(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	d := rt.NewDict()
	d.Store("decimal_point", rt.NewStr("."))
	for _, k := range []string{"thousands_sep", "int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep",
		"positive_sign", "negative_sign"} {
		d.Store(k, rt.NewStr(""))
	}
	for _, k := range []string{"grouping", "mon_grouping"} {
		d.Store(k, rt.NewList(nil).Value())
	}
	for _, k := range []string{"int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes", "n_sep_by_space",
		"p_sign_posn", "n_sign_posn"} {
		d.Store(k, rt.Int(127))
	}
	return d.Value(), nil
}

func strcoll(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	x, ok1 := rt.AsStr(a[0])
	y, ok2 := rt.AsStr(a[1])
	if !ok1 || !ok2 {
		bad, n := a[0], 1
		if ok1 {
			bad, n = a[1], 2
		}
		return rt.Value{}, rt.TypeErrorf("strcoll() argument %d must be str, not %s", n, bad.Type().Name)
	}
	return rt.Int(int64(strings.Compare(x.String(), y.String()))), nil
}

func strxfrm(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	if _, ok := rt.AsStr(a[0]); !ok {
		return rt.Value{}, rt.TypeErrorf("strxfrm() argument must be str, not %s", a[0].Type().Name)
	}
	return a[0], nil
}

// langinfo are nl_langinfo's answers by item.
var langinfo = map[int64]string{14: "UTF-8", 0x10000: ".", 0x10001: "", 0x20028: "%a %b %e %H:%M:%S %Y", 0x20029: "%m/%d/%y",
	0x2002A: "%H:%M:%S", 0x2002B: "%I:%M:%S %p", 0x50000: "^[yY]", 0x50001: "^[nN]", 0x20026: "AM", 0x20027: "PM", 0x4000F: "-"}

func nlLanginfo(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := rt.AsInt64(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if s, ok := langinfo[n]; ok {
		return rt.NewStr(s), nil
	}
	days := []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
	months := []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	switch i := n - 0x20000; {
	case i >= 0 && i < 7:
		return rt.NewStr(days[i][:3]), nil
	case i >= 7 && i < 14:
		return rt.NewStr(days[i-7]), nil
	case i >= 14 && i < 26:
		return rt.NewStr(months[i-14][:3]), nil
	case i >= 26 && i < 38:
		return rt.NewStr(months[i-26]), nil
	}
	return rt.Value{}, rt.ValueErrorf("unsupported langinfo constant")
}

func consts() []rt.Const {
	var out []rt.Const
	add := func(name string, v int64) { out = append(out, rt.Const{Name: name, Value: rt.Int(v)}) }
	for i, n := range []string{"LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES", "LC_ALL"} {
		add(n, int64(i))
	}
	add("CHAR_MAX", 127)
	add("CODESET", 14)
	add("RADIXCHAR", 0x10000)
	add("THOUSEP", 0x10001)
	add("YESEXPR", 0x50000)
	add("NOEXPR", 0x50001)
	add("CRNCYSTR", 0x4000F)
	add("AM_STR", 0x20026)
	add("PM_STR", 0x20027)
	add("D_T_FMT", 0x20028)
	add("D_FMT", 0x20029)
	add("T_FMT", 0x2002A)
	add("T_FMT_AMPM", 0x2002B)
	for i := range 7 {
		add("ABDAY_"+string(rune('1'+i)), int64(0x20000+i))
		add("DAY_"+string(rune('1'+i)), int64(0x20007+i))
	}
	for i, n := range strings.Fields("1 2 3 4 5 6 7 8 9 10 11 12") {
		add("ABMON_"+n, int64(0x2000E+i))
		add("MON_"+n, int64(0x2001A+i))
	}
	return append(out, rt.Const{Name: "Error", Value: errorType.Value()})
}

// Module is `_locale`.
var Module = &rt.ModuleSpec{
	Name: "_locale",
	Doc:  "Support for POSIX locales.",
	Methods: []rt.Method{
		{Name: "setlocale", Sig: "category, locale=None, /", Fn: setlocale},
		{Name: "localeconv", Fn: localeconv},
		{Name: "strcoll", Sig: "os1, os2, /", Fn: strcoll},
		{Name: "strxfrm", Sig: "string, /", Fn: strxfrm},
		{Name: "nl_langinfo", Sig: "key, /", Fn: nlLanginfo},
		{Name: "getencoding", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.NewStr("UTF-8"), nil }},
	},
	Consts: consts(),
}

func init() {
	rt.Define(&errorType, rt.TypeSpec{Name: "locale.Error", Base: rt.ExceptionType, Flags: rt.FlagBase | rt.FlagException})
}
