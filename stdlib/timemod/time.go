// Package timemod is the module time, and _strptime's inner function.
package timemod

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/minipy/minipy/runtime"
)

type (
	value  = runtime.Value
	thread = runtime.Thread
)

var structTimeType runtime.Type

// StructTime describes time.struct_time.
var StructTime = &runtime.StructSeq{
	Name:    "time.struct_time",
	Doc:     "The time value as returned by gmtime(), localtime(), and strptime(), and\naccepted by asctime(), mktime() and strftime().  May be considered as a\nsequence of 9 integers.",
	Visible: 9,
	Fields: []runtime.StructField{
		{Name: "tm_year", Doc: "year, for example, 1993"}, {Name: "tm_mon", Doc: "month of year, range [1, 12]"},
		{Name: "tm_mday", Doc: "day of month, range [1, 31]"}, {Name: "tm_hour", Doc: "hours, range [0, 23]"},
		{Name: "tm_min", Doc: "minutes, range [0, 59]"}, {Name: "tm_sec", Doc: "seconds, range [0, 61])"},
		{Name: "tm_wday", Doc: "day of week, range [0, 6], Monday is 0"}, {Name: "tm_yday", Doc: "day of year, range [1, 366]"},
		{Name: "tm_isdst", Doc: "1 if summer time is in effect, 0 if not, and -1 if unknown"},
		{Name: "tm_zone", Doc: "abbreviation of timezone name"}, {Name: "tm_gmtoff", Doc: "offset from UTC in seconds"},
	},
}

// A clock is one of the module's own clocks, for get_clock_info. How it is
// made, and the clocks themselves, are the system's: clock_linux.go and the like.
type clock struct {
	name       string
	id         int32
	made       string // the C function
	monotonic  bool
	adjustable bool
}

// start ties Go's clock, which is read without a system call, to the system's
// monotonic one.
var start, startMonotonic = time.Now(), monotonicNow()

// now is the time by the VM's clock.
func now(t *thread) time.Time {
	if t.VM.Now != nil {
		return t.VM.Now()
	}
	return time.Now()
}

// clockNS reads a clock in nanoseconds. A VM with a clock of its own has no other.
func clockNS(t *thread, id int32) (int64, error) {
	if t.VM.Now != nil {
		return t.VM.Now().UnixNano(), nil
	}
	switch id {
	case clockRealtime:
		return time.Now().UnixNano(), nil
	case clockMonotonic:
		return startMonotonic + int64(time.Since(start)), nil
	}
	ns, err := readClock(id)
	if err != nil {
		return 0, osError(err)
	}
	return ns, nil
}

func osError(err error) error {
	n, ok := err.(syscall.Errno)
	if !ok {
		return runtime.SystemErrorf("%v", err)
	}
	return runtime.NewException(runtime.OSError, runtime.Int(int64(n)), runtime.NewStr(runtime.Strerror(int(n))))
}

// seconds turns nanoseconds into a float as CPython does.
func seconds(ns int64) value {
	if ns%1e9 == 0 {
		return runtime.Float(float64(ns / 1e9))
	}
	return runtime.Float(float64(ns) / 1e9)
}

// reader makes a function that reads one clock, as seconds or nanoseconds.
func reader(id int32, nano bool) runtime.NativeFn {
	return func(t *thread, args []value) (value, error) {
		ns, err := clockNS(t, id)
		if err != nil {
			return value{}, err
		}
		if nano {
			return runtime.Int(ns), nil
		}
		return seconds(ns), nil
	}
}

func getClockInfo(t *thread, args []value) (value, error) {
	s, ok := runtime.AsStr(args[0])
	if !ok {
		return value{}, runtime.TypeErrorf("get_clock_info() argument 1 must be str, not %s", args[0].Type().Name)
	}
	for _, c := range clocks {
		if c.name != s.String() {
			continue
		}
		ns, err := clockResolution(c.id)
		if err != nil {
			return value{}, osError(err)
		}
		return namespace(t, []string{"implementation", "monotonic", "adjustable", "resolution"},
			runtime.NewStr(c.made), runtime.Bool(c.monotonic), runtime.Bool(c.adjustable), seconds(ns))
	}
	return value{}, runtime.ValueErrorf("unknown clock")
}

// namespace makes a types.SimpleNamespace.
func namespace(t *thread, names []string, vals ...value) (value, error) {
	types, err := t.Host.Import(t, "types", runtime.None, runtime.None, runtime.TupleOf(runtime.NewStr("SimpleNamespace")), 0)
	if err != nil {
		return value{}, err
	}
	cls, err := runtime.GetAttrS(t, types, "SimpleNamespace")
	if err != nil {
		return value{}, err
	}
	keys := make([]*runtime.Str, len(names))
	for i, n := range names {
		keys[i] = t.VM.Intern(n)
	}
	return runtime.CallArgs(t, cls, vals, keys)
}

// nanoseconds reads a number of seconds; round rounds what a float has beyond nanoseconds.
func nanoseconds(t *thread, v value, round func(float64) float64) (int64, error) {
	tooBig := runtime.OverflowErrorf("timestamp too large to convert to C _PyTime_t")
	if f, ok := runtime.FloatOf(v); ok {
		if f != f {
			return 0, runtime.ValueErrorf("Invalid value NaN (not a number)")
		}
		ns := round(f * 1e9)
		if !(ns >= -0x1p63 && ns < 0x1p63) {
			return 0, tooBig
		}
		return int64(ns), nil
	}
	i, err := runtime.Index(t, v)
	if err != nil {
		return 0, err
	}
	n, b, _ := runtime.IntOf(i)
	if b != nil || n > math.MaxInt64/1000000000 || n < math.MinInt64/1000000000 {
		return 0, tooBig
	}
	return n * 1e9, nil
}

func sleep(t *thread, args []value) (value, error) {
	ns, err := nanoseconds(t, args[0], math.Ceil)
	if err != nil {
		if runtime.IsError(err, runtime.OverflowError) {
			err = runtime.OverflowErrorf("timestamp out of range for platform time_t")
		}
		return value{}, err
	}
	if ns < 0 {
		return value{}, runtime.ValueErrorf("sleep length must be non-negative")
	}
	if t.Host == nil {
		time.Sleep(time.Duration(ns))
		return runtime.None, nil
	}
	return t.Host.Wait(t, runtime.Wait{Timeout: time.Duration(ns), TimedOut: runtime.None})
}

// timeArg is the moment that an optional argument of gmtime and the like
// names, or now.
func timeArg(t *thread, v value) (int64, error) {
	if v.IsNone() {
		return now(t).Unix(), nil
	}
	out := runtime.OverflowErrorf("timestamp out of range for platform time_t")
	if f, ok := runtime.FloatOf(v); ok {
		if f != f {
			return 0, runtime.ValueErrorf("Invalid value NaN (not a number)")
		}
		if f = math.Floor(f); !(f >= -0x1p63 && f < 0x1p63) {
			return 0, out
		}
		return int64(f), nil
	}
	i, err := runtime.Index(t, v)
	if err != nil {
		return 0, err
	}
	n, b, _ := runtime.IntOf(i)
	if b != nil {
		return 0, out
	}
	return n, nil
}

// broken is a moment's calendar parts in loc (nil: Greenwich) as a struct_time.
func broken(sec int64, loc *time.Location) (value, error) {
	const maxSec = 67768036191676800 // first second after C's int years
	if sec >= maxSec || sec < -maxSec {
		return value{}, osError(syscall.EOVERFLOW)
	}
	tm := time.Unix(sec, 0)
	if loc != nil {
		tm = tm.In(loc)
	}
	zone, off := tm.Zone()
	if loc == nil {
		tm = tm.UTC()
		zone, off = "GMT", 0
	}
	dst := int64(0)
	if tm.IsDST() {
		dst = 1
	}
	n := func(i int) value { return runtime.Int(int64(i)) }
	return StructTime.Make(&structTimeType, n(tm.Year()), n(int(tm.Month())), n(tm.Day()), n(tm.Hour()), n(tm.Minute()), n(tm.Second()),
		n((int(tm.Weekday())+6)%7), n(tm.YearDay()), runtime.Int(dst), runtime.NewStr(zone), n(off)), nil
}

func gmtime(t *thread, args []value) (value, error) {
	sec, err := timeArg(t, args[0])
	if err != nil {
		return value{}, err
	}
	return broken(sec, nil)
}

func localtime(t *thread, args []value) (value, error) {
	sec, err := timeArg(t, args[0])
	if err != nil {
		return value{}, err
	}
	return broken(sec, zoneOf(t))
}

// A Broken is calendar time as C's struct tm has it, but for the year, which
// is the full number. Month counts from 0, Wday from Sunday, Yday from 0.
type Broken struct {
	Year, Month, Day, Hour, Min, Sec, Wday, Yday, Isdst int
	Zone                                                string // "": that of the local time zone
	Gmtoff                                              int
	Local                                               *time.Location
}

// brokenArg reads a struct_time or tuple for function name.
func brokenArg(t *thread, v value, name string) (*Broken, error) {
	tup, ok := runtime.AsTuple(v)
	if !ok {
		return nil, runtime.TypeErrorf("Tuple or struct_time argument required")
	}
	items := tup.Items()
	if len(items) != 9 {
		return nil, runtime.TypeErrorf("%s(): illegal time tuple argument", name)
	}
	var n [9]int
	for i, x := range items {
		if _, isFloat := runtime.FloatOf(x); isFloat {
			return nil, runtime.TypeErrorf("'float' object cannot be interpreted as an integer")
		}
		k, err := runtime.AsInt64(t, x)
		if err != nil {
			return nil, err
		}
		if k > math.MaxInt32 {
			return nil, runtime.OverflowErrorf("signed integer is greater than maximum")
		}
		if k < math.MinInt32 {
			return nil, runtime.OverflowErrorf("signed integer is less than minimum")
		}
		n[i] = int(k)
	}
	if n[0] < math.MinInt32+1900 {
		return nil, runtime.OverflowErrorf("year out of range")
	}
	b := &Broken{Year: n[0], Month: n[1] - 1, Day: n[2], Hour: n[3], Min: n[4], Sec: n[5], Wday: (n[6] + 1) % 7, Yday: n[7] - 1, Isdst: n[8], Local: zoneOf(t)}
	if v.Type() == &structTimeType {
		if z, err := runtime.GetAttrS(t, v, "tm_zone"); err == nil {
			if s, ok := runtime.AsStr(z); ok {
				b.Zone = s.String()
			}
		}
		if off, err := runtime.GetAttrS(t, v, "tm_gmtoff"); err == nil && off.IsInt() {
			b.Gmtoff = int(off.AsInt64())
		}
	}
	return b, nil
}

// check refuses parts out of range, and reads the zeros that stand for firsts.
func (b *Broken) check() error {
	if b.Month == -1 {
		b.Month = 0
	}
	if b.Day == 0 {
		b.Day = 1
	}
	if b.Yday == -1 {
		b.Yday = 0
	}
	for _, c := range []struct {
		v, lo, hi int
		name      string
	}{
		{b.Month, 0, 11, "month"}, {b.Day, 1, 31, "day of month"}, {b.Hour, 0, 23, "hour"}, {b.Min, 0, 59, "minute"},
		{b.Sec, 0, 61, "seconds"}, {b.Wday, 0, 6, "day of week"}, {b.Yday, 0, 365, "day of year"},
	} {
		if c.v < c.lo || c.v > c.hi {
			return runtime.ValueErrorf("%s out of range", c.name)
		}
	}
	return nil
}

var (
	dayNames   = []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
	monthNames = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

func (b *Broken) asctime() string {
	two := func(n int) string {
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
		return strconv.Itoa(n)
	}
	day := strconv.Itoa(b.Day)
	return dayNames[b.Wday][:3] + " " + monthNames[b.Month][:3] + strings.Repeat(" ", 3-len(day)) + day +
		" " + two(b.Hour) + ":" + two(b.Min) + ":" + two(b.Sec) + " " + strconv.Itoa(b.Year)
}

// brokenOrNow reads an optional struct_time argument.
func brokenOrNow(t *thread, v value, name string) (*Broken, error) {
	if v.IsUnset() || v.IsNone() && name != "strftime" && name != "asctime" {
		n, err := broken(now(t).Unix(), zoneOf(t))
		if err != nil {
			return nil, err
		}
		v = n
	}
	b, err := brokenArg(t, v, name)
	if err != nil {
		return nil, err
	}
	return b, b.check()
}

func asctime(t *thread, args []value) (value, error) {
	b, err := brokenOrNow(t, args[0], "asctime")
	if err != nil {
		return value{}, err
	}
	return runtime.NewStr(b.asctime()), nil
}

func ctime(t *thread, args []value) (value, error) {
	v, err := localtime(t, args)
	if err != nil {
		return value{}, err
	}
	b, err := brokenArg(t, v, "ctime")
	if err != nil {
		return value{}, err
	}
	return runtime.NewStr(b.asctime()), nil
}

func mktime(t *thread, args []value) (value, error) {
	b, err := brokenArg(t, args[0], "mktime")
	if err != nil {
		return value{}, err
	}
	return runtime.Float(float64(b.unix())), nil
}

// unix is C's mktime: parts may be out of range; Isdst says how to read an
// hour that summer time has twice, or moves.
func (b *Broken) unix() int64 {
	tm := time.Date(b.Year, time.Month(b.Month+1), b.Day, b.Hour, b.Min, b.Sec, 0, b.Local)
	if b.Isdst < 0 || tm.IsDST() == (b.Isdst > 0) {
		return tm.Unix()
	}
	// Read the parts with the offset of the nearest time that is of the kind asked for.
	_, off := tm.Zone()
	for step := 1; step < 53; step++ {
		for _, d := range []int{-7 * step, 7 * step} {
			if near := tm.AddDate(0, 0, d); near.IsDST() == (b.Isdst > 0) {
				_, o := near.Zone()
				return tm.Unix() + int64(off-o)
			}
		}
	}
	return tm.Unix() - 3600 // a zone without summer time: C takes an hour for it
}

func strftime(t *thread, args []value) (value, error) {
	f, ok := runtime.AsStr(args[0])
	if !ok {
		return value{}, runtime.TypeErrorf("strftime() argument 1 must be str, not %s", args[0].Type().Name)
	}
	b, err := brokenOrNow(t, args[1], "strftime")
	if err != nil {
		return value{}, err
	}
	if strings.IndexByte(f.String(), 0) >= 0 {
		return value{}, runtime.ValueErrorf("embedded null character")
	}
	return runtime.NewStr(b.Format(f.String())), nil
}

func fn(name, sig, doc string, f runtime.NativeFn) runtime.Method {
	return runtime.Method{Name: name, Sig: sig, Fn: f, Doc: doc}
}

// waits is fn for a function that ends in Host.Wait.
func waits(name, sig, doc string, f runtime.NativeFn) runtime.Method {
	return runtime.Method{Name: name, Sig: sig, Fn: f, Doc: doc, Waits: true}
}

func constInt(name string, i int64) runtime.Const {
	return runtime.Const{Name: name, Value: runtime.Int(i)}
}

func init() { runtime.DefineStructSeq(&structTimeType, StructTime) }

// Module is the module's table.
var Module = &runtime.ModuleSpec{
	Name:   "time",
	Doc:    "This module provides various functions to manipulate time values.",
	Types:  []*runtime.Type{&structTimeType},
	Consts: append(systemConsts, constInt("_STRUCT_TM_ITEMS", 11)),
	Init:   initModule,
	Methods: slices.Concat(systemMethods, []runtime.Method{
		fn("asctime", "tuple=?, /", "asctime([tuple]) -> string\n\nConvert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'.\nWhen the time tuple is not present, current time as returned by localtime()\nis used.", asctime),
		fn("ctime", "seconds=None, /", "ctime(seconds) -> string\n\nConvert a time in seconds since the Epoch to a string in local time.\nThis is equivalent to asctime(localtime(seconds)). When the time tuple is\nnot present, current time as returned by localtime() is used.", ctime),
		fn("get_clock_info", "name, /", "get_clock_info(name: str) -> dict\n\nGet information of the specified clock.", getClockInfo),
		fn("gmtime", "seconds=None, /", "gmtime([seconds]) -> (tm_year, tm_mon, tm_mday, tm_hour, tm_min,\n                       tm_sec, tm_wday, tm_yday, tm_isdst)\n\nConvert seconds since the Epoch to a time tuple expressing UTC (a.k.a.\nGMT).  When 'seconds' is not passed in, convert the current time instead.", gmtime),
		fn("localtime", "seconds=None, /", "localtime([seconds]) -> (tm_year,tm_mon,tm_mday,tm_hour,tm_min,\n                          tm_sec,tm_wday,tm_yday,tm_isdst)\n\nConvert seconds since the Epoch to a time tuple expressing local time.\nWhen 'seconds' is not passed in, convert the current time instead.", localtime),
		fn("mktime", "tuple, /", "mktime(tuple) -> floating point number\n\nConvert a time tuple in local time to seconds since the Epoch.", mktime),
		fn("monotonic", "", "monotonic() -> float\n\nMonotonic clock, cannot go backward.", reader(clockMonotonic, false)),
		fn("monotonic_ns", "", "monotonic_ns() -> int\n\nMonotonic clock, cannot go backward, as nanoseconds.", reader(clockMonotonic, true)),
		fn("perf_counter", "", "perf_counter() -> float\n\nPerformance counter for benchmarking.", reader(clockMonotonic, false)),
		fn("perf_counter_ns", "", "perf_counter_ns() -> int\n\nPerformance counter for benchmarking as nanoseconds.", reader(clockMonotonic, true)),
		fn("process_time", "", "process_time() -> float\n\nProcess time for profiling: sum of the kernel and user-space CPU time.", reader(clockProcess, false)),
		fn("process_time_ns", "", "process_time() -> int\n\nProcess time for profiling as nanoseconds:\nsum of the kernel and user-space CPU time.", reader(clockProcess, true)),
		waits("sleep", "seconds, /", "sleep(seconds)\n\nDelay execution for a given number of seconds.  The argument may be\na floating point number for subsecond precision.", sleep),
		fn("strftime", "format, tuple=?, /", "strftime(format[, tuple]) -> string\n\nConvert a time tuple to a string according to a format specification.\nSee the library reference manual for formatting codes. When the time tuple\nis not present, current time as returned by localtime() is used.", strftime),
		fn("strptime", "string, format='%a %b %d %H:%M:%S %Y', /", "strptime(string, format) -> struct_time\n\nParse a string to a time tuple according to a format specification.", strptime),
		fn("time", "", "time() -> floating point number\n\nReturn the current time in seconds since the Epoch.\nFractions of a second may be present if the system clock provides them.", reader(clockRealtime, false)),
		fn("time_ns", "", "time_ns() -> int\n\nReturn the current time in nanoseconds since the Epoch.", reader(clockRealtime, true)),
	}),
}
