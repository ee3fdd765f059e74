package timemod

import (
	"encoding/binary"
	"os"
	"strings"
	"time"

	"github.com/minipy/minipy/runtime"
)

// A zoneState is a VM's local time zone, as TZ named it at import or at the
// last tzset().
type zoneState struct{ loc *time.Location }

// zoneOf is the VM's local time zone.
func zoneOf(t *thread) *time.Location {
	if s, ok := t.VM.Ext["time"].(*zoneState); ok {
		return s.loc
	}
	loc := loadZone(tzVar(t))
	t.VM.Ext["time"] = &zoneState{loc}
	return loc
}

// tzVar is the environment's TZ; ok is false where there is none.
func tzVar(t *thread) (string, bool) {
	if t.VM.Environ == nil {
		return os.LookupEnv("TZ")
	}
	for _, e := range t.VM.Environ {
		if v, ok := strings.CutPrefix(e, "TZ="); ok {
			return v, true
		}
	}
	return "", false
}

// loadZone reads TZ's value as C does: a name in the time zone database, a
// POSIX rule, or, where it is absent, the machine's zone.
func loadZone(tz string, set bool) *time.Location {
	if !set {
		return systemZone()
	}
	tz = strings.TrimPrefix(tz, ":")
	if tz == "" {
		return time.UTC
	}
	if strings.HasPrefix(tz, "/") {
		if data, err := os.ReadFile(tz); err == nil {
			if loc, err := time.LoadLocationFromTZData(tz, data); err == nil {
				return loc
			}
		}
	} else if loc, err := time.LoadLocation(tz); err == nil {
		return loc
	}
	if loc := posixZone(tz); loc != nil {
		return loc
	}
	// C takes the letters of what it cannot read for a name of Greenwich time.
	n := 0
	for n < len(tz) && (tz[n]|0x20 >= 'a' && tz[n]|0x20 <= 'z') {
		n++
	}
	if n >= 3 {
		return time.FixedZone(tz[:n], 0)
	}
	return time.UTC
}

// posixZone makes a location of a rule such as EST5EDT,M3.2.0,M11.1.0: Go
// reads such rules only at the end of time zone data, so we write such data
// around it, with one transition long ago.
func posixZone(rule string) *time.Location {
	name, off, ok := posixStandard(rule)
	if !ok {
		return nil
	}
	if !strings.Contains(rule, ",") && strings.Trim(rule[strings.IndexAny(rule, "+-0123456789"):], "+-:0123456789") != "" {
		rule += ",M3.2.0,M11.1.0"
	}
	var b []byte
	header := func() {
		b = append(b, "TZif2"...)
		b = append(b, make([]byte, 15)...)
		for _, n := range []int{0, 0, 0, 1, 1, len(name) + 1} { // ut, std, leap, transitions, types, name bytes
			b = binary.BigEndian.AppendUint32(b, uint32(n))
		}
	}
	for _, size := range []int{4, 8} {
		header()
		when := int64(-1 << 31)
		if size == 4 {
			b = binary.BigEndian.AppendUint32(b, uint32(when))
		} else {
			b = binary.BigEndian.AppendUint64(b, uint64(when))
		}
		b = append(b, 0)
		b = binary.BigEndian.AppendUint32(b, uint32(off))
		b = append(b, 0, 0)
		b = append(b, name...)
		b = append(b, 0)
	}
	b = append(b, '\n')
	b = append(b, rule...)
	b = append(b, '\n')
	loc, err := time.LoadLocationFromTZData(rule, b)
	if err != nil {
		return nil
	}
	return loc
}

// posixStandard reads the name and offset (east of Greenwich) that a rule begins with.
func posixStandard(rule string) (name string, off int, ok bool) {
	rest := rule
	if strings.HasPrefix(rest, "<") {
		if name, rest, ok = strings.Cut(rest[1:], ">"); !ok {
			return "", 0, false
		}
	} else {
		i := strings.IndexAny(rest, "+-0123456789,")
		if i < 3 {
			return "", 0, false
		}
		name, rest = rest[:i], rest[i:]
	}
	sign := -1
	if rest != "" && (rest[0] == '+' || rest[0] == '-') {
		if rest[0] == '-' {
			sign = 1
		}
		rest = rest[1:]
	}
	unit, n, digits := 3600, 0, 0
	for i := 0; i <= len(rest); i++ {
		if i < len(rest) && rest[i] >= '0' && rest[i] <= '9' {
			n = n*10 + int(rest[i]-'0')
			digits++
			continue
		}
		off += n * unit
		n = 0
		unit /= 60
		if i == len(rest) || rest[i] != ':' || unit == 0 {
			break
		}
	}
	return name, sign * off, digits > 0
}

// setZoneNames writes the module's attributes about the time zone.
func setZoneNames(t *thread, d *runtime.Dict) {
	loc := zoneOf(t)
	const year = (365*24 + 6) * 3600
	start := time.Now().Unix() / year * year
	name1, off1 := time.Unix(start, 0).In(loc).Zone()
	name2, off2 := time.Unix(start+year/2, 0).In(loc).Zone()
	if -off1 < -off2 { // south of the equator January is summer
		name1, off1, name2, off2 = name2, off2, name1, off1
	}
	daylight := int64(0)
	if off1 != off2 {
		daylight = 1
	}
	d.Store("timezone", runtime.Int(int64(-off1)))
	d.Store("altzone", runtime.Int(int64(-off2)))
	d.Store("daylight", runtime.Int(daylight))
	d.Store("tzname", runtime.TupleOf(runtime.NewStr(name1), runtime.NewStr(name2)))
}

func initModule(t *thread, m *runtime.Module) error {
	setZoneNames(t, m.Dict)
	return nil
}

func tzset(t *thread, args []value) (value, error) {
	delete(t.VM.Ext, "time")
	if v, ok := t.VM.Modules.Lookup("time"); ok {
		if m, ok := runtime.Cast[runtime.Module](v, runtime.ModuleType); ok {
			setZoneNames(t, m.Dict)
		}
	}
	return runtime.None, nil
}
