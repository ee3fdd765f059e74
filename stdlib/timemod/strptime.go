package timemod

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/re/regex"
)

// strptime: a format becomes a regular expression with one group a directive.

func alternatives(names []string, short bool) string {
	// longest first, so that no name hides one it begins
	var parts []string
	for _, n := range names {
		if short {
			n = n[:3]
		}
		parts = append(parts, strings.ToLower(n))
	}
	return strings.Join(parts, "|")
}

var directivePatterns = map[byte]string{
	'd': `3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9]`, 'f': `[0-9]{1,6}`, 'H': `2[0-3]|[0-1]\d|\d`, 'I': `1[0-2]|0[1-9]|[1-9]`,
	'G': `\d\d\d\d`, 'j': `36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]`, 'm': `1[0-2]|0[1-9]|[1-9]`,
	'M': `[0-5]\d|\d`, 'S': `6[0-1]|[0-5]\d|\d`, 'U': `5[0-3]|[0-4]\d|\d`, 'W': `5[0-3]|[0-4]\d|\d`, 'w': `[0-6]`, 'u': `[1-7]`,
	'V': `5[0-3]|0[1-9]|[1-4]\d|\d`, 'y': `\d\d`, 'Y': `\d\d\d\d`,
	'z': `[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z)`,
	'A': alternatives(dayNames, false), 'a': alternatives(dayNames, true), 'B': alternatives(monthNames, false), 'b': alternatives(monthNames, true),
	'p': `am|pm`,
}

var compositeDirectives = map[byte]string{'c': "%a %b %d %H:%M:%S %Y", 'x': "%m/%d/%y", 'X': "%H:%M:%S"}

// pattern translates a format. zones are the names that %Z knows.
func pattern(format string, zones []string) (string, error) {
	var b strings.Builder
	space := false
	for i := 0; i < len(format); i++ {
		c := format[i]
		if c == ' ' || c >= '\t' && c <= '\r' {
			if !space {
				b.WriteString(`\s+`)
			}
			space = true
			continue
		}
		space = false
		if c != '%' {
			b.WriteString(quote(format[i : i+1]))
			continue
		}
		i++
		if i == len(format) {
			return "", runtime.ValueErrorf("stray %% in format '%s'", format)
		}
		switch c = format[i]; {
		case c == '%':
			b.WriteByte('%')
		case compositeDirectives[c] != "":
			inner, err := pattern(compositeDirectives[c], zones)
			if err != nil {
				return "", err
			}
			b.WriteString(inner)
		case c == 'Z':
			b.WriteString("(?P<Z>" + strings.Join(zones, "|") + ")")
		case directivePatterns[c] != "":
			b.WriteString("(?P<" + string(c) + ">" + directivePatterns[c] + ")")
		default:
			if c == '\\' {
				return "", runtime.ValueErrorf("'\\\\' is a bad directive in format '%s'", format)
			}
			return "", runtime.ValueErrorf("'%c' is a bad directive in format '%s'", []rune(format[i:])[0], format)
		}
	}
	return b.String(), nil
}

// parsed is what strptime found: parts, microseconds, offset from UTC.
type parsed struct {
	year, month, day, hour, min, sec, wday, yday, isdst int
	micro                                               int
	hasOff                                              bool
	off, offMicro                                       int
	zone                                                string
	hasZone                                             bool
}

// reprText is repr(s) for messages.
func reprText(t *thread, s string) string {
	r, err := runtime.ReprStr(t, runtime.NewStr(s))
	if err != nil {
		return s
	}
	return r
}

func zoneNames(t *thread) (std, dst string) {
	d := runtime.NewDict()
	setZoneNames(t, d)
	v, _ := d.Lookup("tzname")
	tup, _ := runtime.AsTuple(v)
	a, _ := runtime.AsStr(tup.Items()[0])
	b, _ := runtime.AsStr(tup.Items()[1])
	return strings.ToLower(a.String()), strings.ToLower(b.String())
}

// quote makes a regular expression of text that stands for itself.
func quote(text string) string {
	var b strings.Builder
	for i := range len(text) {
		if c := text[i]; c < utf8.RuneSelf && c != '_' && !unicode.IsLetter(rune(c)) && !unicode.IsDigit(rune(c)) {
			b.WriteByte('\\')
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

func parse(t *thread, text, format string) (*parsed, error) {
	std, dst := zoneNames(t)
	zones := []string{"utc", "gmt", quote(std), quote(dst)}
	pat, err := pattern(format, zones)
	if err != nil {
		return nil, err
	}
	groups, end, err := match(t, pat, text)
	switch {
	case err != nil:
		return nil, runtime.ValueErrorf("bad format %s", reprText(t, format))
	case groups == nil:
		return nil, runtime.ValueErrorf("time data %s does not match format %s", reprText(t, text), reprText(t, format))
	case end != len(text):
		return nil, runtime.ValueErrorf("unconverted data remains: %s", text[end:])
	}
	return interpret(text, format, groups, std, dst)
}

// A compiled format, with the numbers of its groups.
type compiled struct {
	prog   *regex.Program
	groups map[string]int
}

// formats are the formats that a VM has used last.
type formats map[string]*compiled

const (
	maxFormats = 16
	formatsKey = "_strptime"
)

func compile(t *thread, pat string) (*compiled, error) {
	cache, _ := t.VM.Ext[formatsKey].(formats)
	if c := cache[pat]; c != nil {
		return c, nil
	}
	tree, err := regex.Parse([]rune(pat), true, regex.IgnoreCase|regex.ASCII, &regex.Options{MaxDepth: t.VM.MaxDepth})
	if err != nil {
		return nil, err
	}
	prog, err := regex.Compile(tree)
	if err != nil {
		return nil, err
	}
	if cache == nil || len(cache) >= maxFormats {
		cache = formats{}
		t.VM.Ext[formatsKey] = cache
	}
	c := &compiled{prog, tree.Index}
	cache[pat] = c
	return c, nil
}

// match gives what the groups of a pattern match at the beginning of text, by
// the first letter of their names, and where that ends; nil where it does not match.
func match(t *thread, pat, text string) (groups map[byte]string, end int, err error) {
	c, err := compile(t, pat)
	if err != nil {
		return nil, 0, err
	}
	m := c.prog.Matcher(text, true, nil)
	defer m.Done()
	if ok, err := m.Match(0); err != nil || !ok {
		return nil, 0, err
	}
	groups = map[byte]string{}
	for name, g := range c.groups {
		if from, to := m.Group(g); from >= 0 {
			groups[name[0]] = text[from:to]
		}
	}
	_, end = m.Span()
	return groups, end, nil
}

func indexOf(names []string, s string) int {
	for i, n := range names {
		if n = strings.ToLower(n); n == s || len(s) == 3 && n[:3] == s {
			return i
		}
	}
	return 0
}

const unknown = -1 << 30

// interpret turns the matched groups into parts.
func interpret(text, format string, g map[byte]string, std, dst string) (*parsed, error) {
	p := &parsed{month: 1, day: 1, isdst: -1}
	year, isoYear, isoWeek, week, weekStart := unknown, unknown, unknown, unknown, 0
	wday, yday := unknown, unknown
	num := func(c byte) int { n, _ := strconv.Atoi(strings.TrimSpace(g[c])); return n }
	for c, s := range g {
		s = strings.ToLower(s)
		switch c {
		case 'y':
			if year = num('y'); year <= 68 {
				year += 2000
			} else {
				year += 1900
			}
		case 'Y':
			year = num('Y')
		case 'G':
			isoYear = num('G')
		case 'm':
			p.month = num('m')
		case 'B', 'b':
			p.month = indexOf(monthNames, s) + 1
		case 'd':
			p.day = num('d')
		case 'H':
			p.hour = num('H')
		case 'I':
			p.hour = num('I') % 12
			if strings.ToLower(g['p']) == "pm" {
				p.hour += 12
			}
		case 'M':
			p.min = num('M')
		case 'S':
			p.sec = num('S')
		case 'f':
			p.micro, _ = strconv.Atoi(s + strings.Repeat("0", 6-len(s)))
		case 'A', 'a':
			wday = (indexOf(dayNames, s) + 6) % 7
		case 'w':
			wday = (num('w') + 6) % 7
		case 'u':
			wday = num('u') - 1
		case 'j':
			yday = num('j')
		case 'U', 'W':
			if week = num(c); c == 'U' {
				weekStart = 6
			} else {
				weekStart = 0
			}
		case 'V':
			isoWeek = num('V')
		case 'z':
			p.readOffset(g['z'])
		case 'Z':
			p.hasZone, p.zone = true, g['Z']
			switch {
			case s == dst && s != std:
				p.isdst = 1
			case s == std && std == dst && s != "utc" && s != "gmt":
			default:
				p.isdst = 0
			}
		}
	}
	if err := weekRules(year, isoYear, isoWeek, week, wday, yday); err != nil {
		return nil, err
	}
	return p, p.complete(year, isoYear, isoWeek, week, weekStart, wday, yday)
}

func weekRules(year, isoYear, isoWeek, week, wday, yday int) error {
	_ = week
	switch {
	case isoYear != unknown && (isoWeek == unknown || wday == unknown):
		return runtime.ValueErrorf("%s", "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').")
	case isoYear != unknown && yday != unknown:
		return runtime.ValueErrorf("%s", "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
	case isoYear == unknown && isoWeek != unknown:
		if year == unknown || wday == unknown {
			return runtime.ValueErrorf("%s", "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').")
		}
		return runtime.ValueErrorf("%s", "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
	}
	return nil
}

// readOffset reads %z: +hh[:]mm[[:]ss[.ffffff]] or Z.
func (p *parsed) readOffset(z string) {
	p.hasOff = true
	if z == "Z" {
		return
	}
	sign := 1
	if z[0] == '-' {
		sign = -1
	}
	z = strings.ReplaceAll(z[1:], ":", "")
	z, frac, _ := strings.Cut(z, ".")
	at := func(i int) int {
		if i+2 > len(z) {
			return 0
		}
		n, _ := strconv.Atoi(z[i : i+2])
		return n
	}
	p.off = sign * (at(0)*3600 + at(2)*60 + at(4))
	if frac != "" {
		n, _ := strconv.Atoi(frac + strings.Repeat("0", 6-len(frac)))
		p.offMicro = sign * n
	}
}

// complete works out the date, the weekday and the day of the year from each other.
func (p *parsed) complete(year, isoYear, isoWeek, week, weekStart, wday, yday int) error {
	leapFix := false
	if year == unknown && p.month == 2 && p.day == 29 {
		year = 1904 // 1904 is the first leap year of the century
		leapFix = true
	} else if year == unknown && isoYear == unknown {
		year = 1900
	}
	date := func(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
	monday0 := func(tm time.Time) int { return (int(tm.Weekday()) + 6) % 7 }
	if yday == unknown && wday != unknown {
		if week != unknown {
			first := monday0(date(year, 1, 1))
			wd := wday
			if weekStart == 6 {
				first = (first + 1) % 7
				wd = (wd + 1) % 7
			}
			week0 := (7 - first) % 7
			if week == 0 {
				yday = 1 + wd - first
			} else {
				yday = 1 + week0 + 7*(week-1) + wd
			}
		} else if isoYear != unknown {
			// ISO week 1 holds January 4th
			jan4 := date(isoYear, 1, 4)
			year, yday = isoYear, 4-monday0(jan4)+7*(isoWeek-1)+wday
		}
		if yday != unknown && yday <= 0 {
			year--
			yday += date(year, 12, 31).YearDay()
		}
	}
	if yday == unknown {
		if p.day > date(year, p.month+1, 0).Day() {
			return runtime.ValueErrorf("day is out of range for month")
		}
		yday = date(year, p.month, p.day).YearDay()
	} else {
		tm := date(year, 1, yday)
		year, p.month, p.day = tm.Year(), int(tm.Month()), tm.Day()
	}
	if wday == unknown {
		wday = monday0(date(year, p.month, p.day))
	}
	if leapFix {
		year = 1900
	}
	p.year, p.yday, p.wday = year, yday, wday
	return nil
}

// textArgs reads the two arguments of strptime.
func textArgs(args []value) (text, format string, err error) {
	var out [2]string
	for i := range 2 {
		s, ok := runtime.AsStr(args[i])
		if !ok {
			return "", "", runtime.TypeErrorf("strptime() argument %d must be str, not <class '%s'>", i, args[i].Type().Name)
		}
		out[i] = s.String()
	}
	return out[0], out[1], nil
}

func (p *parsed) values() []value {
	zone, off := runtime.None, runtime.None
	if p.hasZone {
		zone = runtime.NewStr(p.zone)
	}
	if p.hasOff {
		off = runtime.Int(int64(p.off))
	}
	var vals []value
	for _, n := range []int{p.year, p.month, p.day, p.hour, p.min, p.sec, p.wday, p.yday, p.isdst} {
		vals = append(vals, runtime.Int(int64(n)))
	}
	return append(vals, zone, off)
}

func strptime(t *thread, args []value) (value, error) {
	text, format, err := textArgs(args)
	if err != nil {
		return value{}, err
	}
	p, err := parse(t, text, format)
	if err != nil {
		return value{}, err
	}
	return StructTime.Make(&structTimeType, p.values()...), nil
}

// strptimeParts gives ((eleven parts), microseconds, microseconds of the
// offset), from which datetime's strptime is made.
func strptimeParts(t *thread, args []value) (value, error) {
	text, format, err := textArgs(args)
	if err != nil {
		return value{}, err
	}
	p, err := parse(t, text, format)
	if err != nil {
		return value{}, err
	}
	return runtime.TupleOf(runtime.NewTuple(p.values()), runtime.Int(int64(p.micro)), runtime.Int(int64(p.offMicro))), nil
}

// strptimeDatetime makes a datetime of class cls from text: args are cls, text
// and format. A zone becomes a datetime.timezone.
func strptimeDatetime(t *thread, args []value) (value, error) {
	text, format, err := textArgs(args[1:])
	if err != nil {
		return value{}, err
	}
	p, err := parse(t, text, format)
	if err != nil {
		return value{}, err
	}
	vals := append(p.values()[:6:6], runtime.Int(int64(p.micro)))
	if p.hasOff {
		module, err := t.Host.Import(t, "datetime", runtime.None, runtime.None, runtime.None, 0)
		if err != nil {
			return value{}, err
		}
		delta, err := runtime.CallMethod(t, module, "timedelta", runtime.Int(0), runtime.Int(int64(p.off)), runtime.Int(int64(p.offMicro)))
		if err != nil {
			return value{}, err
		}
		zone := []value{delta}
		if p.hasZone {
			zone = append(zone, runtime.NewStr(p.zone))
		}
		tz, err := runtime.CallMethod(t, module, "timezone", zone...)
		if err != nil {
			return value{}, err
		}
		vals = append(vals, tz)
	}
	return runtime.CallArgs(t, args[0], vals, nil)
}

// StrptimeModule is the module _strptime, as far as other modules use it.
var StrptimeModule = &runtime.ModuleSpec{
	Name: "_strptime",
	Methods: []runtime.Method{
		{Name: "_strptime", Sig: "data_string, format='%a %b %d %H:%M:%S %Y'", Fn: strptimeParts},
		{Name: "_strptime_datetime", Sig: "cls, data_string, format='%a %b %d %H:%M:%S %Y'", Fn: strptimeDatetime},
		{Name: "_strptime_time", Sig: "data_string, format='%a %b %d %H:%M:%S %Y'", Fn: strptime},
	},
}
