package timemod

import (
	"strconv"
	"strings"
	"time"
)

// Format is strftime in the C locale, with glibc's flags and widths.
func (b *Broken) Format(f string) string {
	var out strings.Builder
	for i := 0; i < len(f); i++ {
		if f[i] != '%' {
			out.WriteByte(f[i])
			continue
		}
		start := i
		d := directive{}
		i++
		for ; i < len(f) && strings.IndexByte("_-0^#+", f[i]) >= 0; i++ {
			switch f[i] {
			case '^':
				d.upper = true
			case '#':
				d.swap = true
			default:
				d.pad = f[i]
			}
		}
		for ; i < len(f) && f[i] >= '0' && f[i] <= '9' && d.width < 1<<20; i++ {
			d.width = d.width*10 + int(f[i]-'0')
		}
		for i < len(f) && (f[i] == 'E' || f[i] == 'O') {
			i++
		}
		if i >= len(f) {
			out.WriteString(f[start:])
			break
		}
		s, ok := b.directive(f[i], &d)
		if !ok {
			s = f[start : i+1]
		}
		out.WriteString(s)
	}
	return out.String()
}

// A directive is what stands between % and the letter.
type directive struct {
	pad         byte // '_', '-', '0', '+' or 0
	width       int
	upper, swap bool
}

// num writes a number to at least digits places, filled with def unless a flag says otherwise.
func (d *directive) num(n, digits int, def byte) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	s := strconv.Itoa(n)
	pad := def
	switch d.pad {
	case '-':
		return sign + s
	case '_':
		pad = ' '
	case '0', '+':
		pad = '0'
	}
	digits = max(digits, d.width)
	fill := strings.Repeat(string(pad), max(0, digits-len(s)-len(sign)))
	if pad == ' ' {
		return fill + sign + s
	}
	return sign + fill + s
}

// text writes a name, in capitals if asked.
func (d *directive) text(s string) string {
	if d.upper || d.swap {
		s = strings.ToUpper(s)
	}
	pad := " "
	if d.pad == '0' {
		pad = "0"
	}
	if d.pad == '-' {
		return s
	}
	return strings.Repeat(pad, max(0, d.width-len(s))) + s
}

func name(names []string, i int, short bool) string {
	if i < 0 || i >= len(names) {
		return "?"
	}
	if short {
		return names[i][:3]
	}
	return names[i]
}

func (b *Broken) directive(c byte, d *directive) (string, bool) {
	switch c {
	case '%':
		return "%", true
	case 'n':
		return "\n", true
	case 't':
		return "\t", true
	case 'a', 'A':
		return d.text(name(dayNames, b.Wday, c == 'a')), true
	case 'b', 'h', 'B':
		return d.text(name(monthNames, b.Month, c != 'B')), true
	case 'p', 'P':
		s := "AM"
		if b.Hour >= 12 {
			s = "PM"
		}
		if c == 'P' || d.swap {
			return (&directive{width: d.width, pad: d.pad}).text(strings.ToLower(s)), true
		}
		return d.text(s), true
	case 'c':
		return d.text(b.Format("%a %b %e %H:%M:%S %Y")), true
	case 'x', 'D':
		return d.text(b.Format("%m/%d/%y")), true
	case 'X', 'T':
		return d.text(b.Format("%H:%M:%S")), true
	case 'r':
		return d.text(b.Format("%I:%M:%S %p")), true
	case 'R':
		return d.text(b.Format("%H:%M")), true
	case 'F':
		return d.text(b.Format("%Y-%m-%d")), true
	case 'Z':
		s := b.zoneName()
		if d.swap {
			s = strings.ToLower(s)
		}
		return (&directive{width: d.width, pad: d.pad, upper: d.upper}).text(s), true
	case 'z':
		if b.Isdst < 0 {
			return "", true
		}
		off, sign := b.Gmtoff/60, "+"
		if off < 0 {
			off, sign = -off, "-"
		}
		return sign + (&directive{}).num(off/60*100+off%60, 4, '0'), true
	}
	return b.number(c, d)
}

func (b *Broken) number(c byte, d *directive) (string, bool) {
	switch c {
	case 'Y':
		return d.num(b.Year, 1, '0'), true
	case 'C':
		return d.num(floorDiv(b.Year, 100), 2, '0'), true
	case 'y':
		return d.num(floorMod(b.Year, 100), 2, '0'), true
	case 'm':
		return d.num(b.Month+1, 2, '0'), true
	case 'd':
		return d.num(b.Day, 2, '0'), true
	case 'e':
		return d.num(b.Day, 2, ' '), true
	case 'H':
		return d.num(b.Hour, 2, '0'), true
	case 'k':
		return d.num(b.Hour, 2, ' '), true
	case 'I', 'l':
		h := b.Hour % 12
		if h == 0 {
			h = 12
		}
		if c == 'l' {
			return d.num(h, 2, ' '), true
		}
		return d.num(h, 2, '0'), true
	case 'M':
		return d.num(b.Min, 2, '0'), true
	case 'S':
		return d.num(b.Sec, 2, '0'), true
	case 'j':
		return d.num(b.Yday+1, 3, '0'), true
	case 's':
		return d.num(int(b.unix()), 1, '0'), true
	case 'u':
		return d.num((b.Wday+6)%7+1, 1, '0'), true
	case 'w':
		return d.num(b.Wday, 1, '0'), true
	case 'U':
		return d.num((b.Yday-b.Wday+7)/7, 2, '0'), true
	case 'W':
		return d.num((b.Yday-(b.Wday+6)%7+7)/7, 2, '0'), true
	case 'G', 'g', 'V':
		year, week := b.isoWeek()
		switch c {
		case 'G':
			return d.num(year, 1, '0'), true
		case 'g':
			return d.num(floorMod(year, 100), 2, '0'), true
		}
		return d.num(week, 2, '0'), true
	}
	return "", false
}

func floorDiv(a, b int) int { return (a - floorMod(a, b)) / b }
func floorMod(a, b int) int { return (a%b + b) % b }

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

// isoWeek is the ISO year and week, by the day of the year and of the week alone.
func (b *Broken) isoWeek() (year, week int) {
	days := func(yday int) int { // days since the Monday of ISO week 1
		const bigEnough = 54 * 7
		return yday - (yday-b.Wday+4+bigEnough)%7 + 4 - 1
	}
	yearLen := func(y int) int {
		if leap(y) {
			return 366
		}
		return 365
	}
	year = b.Year
	n := days(b.Yday)
	if n < 0 {
		year--
		n = days(b.Yday + yearLen(year))
	} else if d := days(b.Yday - yearLen(year)); d >= 0 {
		year++
		n = d
	}
	return year, n/7 + 1
}

func (b *Broken) zoneName() string {
	if b.Zone != "" || b.Isdst < 0 {
		return b.Zone
	}
	loc := b.Local
	if loc == nil {
		loc = time.UTC
	}
	// A tuple names no zone: take the local one's name for its kind of time.
	now := time.Date(b.Year, time.Month(b.Month+1), b.Day, 12, 0, 0, 0, loc)
	for m := range 12 {
		if x := now.AddDate(0, m, 0); x.IsDST() == (b.Isdst > 0) {
			s, _ := x.Zone()
			return s
		}
	}
	s, _ := now.Zone()
	return s
}
