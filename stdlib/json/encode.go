package json

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/minipy/minipy/runtime"
)

// An encoder is what make_encoder(encoder) gives: called with an object it
// returns its JSON text.
type encoder struct {
	runtime.Object
	opt encOptions
}

type encOptions struct {
	ascii, sortKeys, skipKeys, noNaN, circular, indented bool
	indent, itemSep, keySep                              string
	dflt                                                 value // default(), or unset
}

var encoderType = new(runtime.Type)

var plainOptions = encOptions{ascii: true, circular: true, itemSep: ", ", keySep: ": "}

func dumps(t *thread, args []value) (value, error) {
	return encode(t, &plainOptions, args[0])
}

func encode(t *thread, opt *encOptions, v value) (value, error) {
	w := writer{t: t, opt: opt, b: make([]byte, 0, 64)}
	if err := w.value(v); err != nil {
		return value{}, err
	}
	return runtime.NewStr(string(w.b)), nil
}

func encoderNew(t *thread, args []value) (value, error) {
	e := runtime.Alloc[encoder](runtime.As[runtime.Type](args[0]))
	ctx := args[1]
	var noNaN bool
	for _, f := range []struct {
		name string
		to   *bool
	}{{"ensure_ascii", &e.opt.ascii}, {"sort_keys", &e.opt.sortKeys}, {"skipkeys", &e.opt.skipKeys}, {"allow_nan", &noNaN}, {"check_circular", &e.opt.circular}} {
		v, err := runtime.GetAttrS(t, ctx, f.name)
		if err != nil {
			return value{}, err
		}
		if *f.to, err = runtime.IsTrue(t, v); err != nil {
			return value{}, err
		}
	}
	e.opt.noNaN = !noNaN
	for _, f := range []struct {
		name string
		to   *string
	}{{"item_separator", &e.opt.itemSep}, {"key_separator", &e.opt.keySep}} {
		v, err := runtime.GetAttrS(t, ctx, f.name)
		if err != nil {
			return value{}, err
		}
		s, ok := runtime.AsStr(v)
		if !ok {
			return value{}, runtime.TypeErrorf("%s must be str, not %s", f.name, v.Type().Name)
		}
		*f.to = s.String()
	}
	indent, err := runtime.GetAttrS(t, ctx, "indent")
	if err != nil {
		return value{}, err
	}
	if !indent.IsNone() {
		e.opt.indented = true
		if s, ok := runtime.AsStr(indent); ok {
			e.opt.indent = s.String()
		} else {
			n, err := runtime.AsSsize(t, indent, runtime.OverflowError)
			if err != nil {
				return value{}, err
			}
			e.opt.indent = strings.Repeat(" ", min(max(n, 0), 1<<20))
		}
	}
	e.opt.dflt, err = runtime.GetAttrS(t, ctx, "default")
	return e.Value(), err
}

func encoderCall(t *thread, v value, args []value, names []*runtime.Str) (value, error) {
	if len(args) != 1 || len(names) > 0 {
		return value{}, runtime.TypeErrorf("encode() takes exactly one argument (%d given)", len(args))
	}
	return encode(t, &runtime.As[encoder](v).opt, args[0])
}

// A writer is one encoding under way.
type writer struct {
	t     *thread
	opt   *encOptions
	b     []byte
	depth int
	open  []value // containers being written, to find circles
	grown runtime.Growing
	had   int // len(b) when grown was told last
}

// longText is from how many bytes on a str is written aside.
const longText = 1 << 16

const maxText = 1 << 34

func (w *writer) value(v value) error {
	n := len(w.b)
	if err := w.grown.Add(w.t, n-w.had); err != nil {
		return err
	}
	w.had = n
	switch {
	case v.IsNone():
		w.b = append(w.b, "null"...)
		return nil
	case v.IsBool():
		w.b = strconv.AppendBool(w.b, v.IsTrue())
		return nil
	case v.IsInt():
		w.b = strconv.AppendInt(w.b, v.AsInt64(), 10)
		return nil
	}
	if s, ok := runtime.AsStr(v); ok {
		if text := s.String(); len(text) < longText {
			w.b = appendString(w.b, text, w.opt.ascii)
		} else if err := w.long(text); err != nil {
			return err
		}
		if len(w.b) > maxText {
			return runtime.MemoryErr()
		}
		return nil
	}
	if text, ok, err := w.numberText(v); ok || err != nil {
		w.b = append(w.b, text...)
		return err
	}
	if l, ok := runtime.AsList(v); ok {
		return w.nested(v, func() error { return w.list(l.Items) })
	}
	if tup, ok := runtime.AsTuple(v); ok {
		return w.nested(v, func() error { return w.list(tup.Items) })
	}
	if d, ok := runtime.AsDict(v); ok {
		return w.nested(v, func() error { return w.dict(d) })
	}
	return w.nested(v, func() error {
		if w.opt.dflt.IsUnset() {
			return runtime.TypeErrorf("Object of type %s is not JSON serializable", v.Type().Name)
		}
		r, err := runtime.Call(w.t, w.opt.dflt, v)
		if err != nil {
			return err
		}
		return w.value(r)
	})
}

// long writes a long str.
func (w *writer) long(s string) error {
	if err := w.t.Room(2 * len(s)); err != nil {
		return err
	}
	ascii := w.opt.ascii
	b, err := runtime.Aside(w.t, 4*len(s), func() []byte { return appendString(nil, s, ascii) })
	if err != nil {
		return err
	}
	if err := w.t.Room(len(w.b) + len(b)); err != nil {
		return err
	}
	w.b = append(w.b, b...)
	return nil
}

// nested runs f, which writes v's parts, and refuses circles.
func (w *writer) nested(v value, f func() error) error {
	if err := w.t.Enter(" while encoding a JSON object"); err != nil {
		return err
	}
	defer w.t.Leave()
	if w.opt.circular {
		for _, o := range w.open {
			if runtime.Is(o, v) {
				return runtime.ValueErrorf("Circular reference detected")
			}
		}
		w.open = append(w.open, v)
	}
	err := f()
	if err == nil && w.opt.circular {
		w.open = w.open[:len(w.open)-1]
	}
	return err
}

// numberText is the text of an int or float, of a subclass too.
func (w *writer) numberText(v value) (text string, ok bool, err error) {
	if runtime.IsIntLike(v) {
		text, err = runtime.IntStr(w.t, v)
		return text, true, err
	}
	f, ok := runtime.FloatOf(v)
	if !ok {
		return "", false, nil
	}
	switch {
	case !math.IsNaN(f) && !math.IsInf(f, 0):
		return runtime.FloatRepr(f), true, nil
	case w.opt.noNaN:
		return "", true, runtime.ValueErrorf("Out of range float values are not JSON compliant")
	case math.IsNaN(f):
		return "NaN", true, nil
	case f < 0:
		return "-Infinity", true, nil
	}
	return "Infinity", true, nil
}

// newline ends a line in indented text.
func (w *writer) newline() {
	if w.opt.indented {
		w.b = append(w.b, '\n')
		for range w.depth {
			w.b = append(w.b, w.opt.indent...)
		}
	}
}

// list writes a list or tuple; items gives them as they are now.
func (w *writer) list(items func() []value) error {
	if len(items()) == 0 {
		w.b = append(w.b, "[]"...)
		return nil
	}
	w.b = append(w.b, '[')
	w.depth++
	for i := 0; i < len(items()); i++ {
		if i > 0 {
			w.b = append(w.b, w.opt.itemSep...)
		}
		w.newline()
		if err := w.value(items()[i]); err != nil {
			return err
		}
	}
	w.depth--
	w.newline()
	w.b = append(w.b, ']')
	return nil
}

func (w *writer) dict(d *runtime.Dict) error {
	if d.Len() == 0 {
		w.b = append(w.b, "{}"...)
		return nil
	}
	w.b = append(w.b, '{')
	w.depth++
	first := true
	entry := func(k, v value) error {
		name, skip, err := w.keyText(k)
		if err != nil || skip {
			return err
		}
		if !first {
			w.b = append(w.b, w.opt.itemSep...)
		}
		first = false
		w.newline()
		w.b = appendString(w.b, name, w.opt.ascii)
		w.b = append(w.b, w.opt.keySep...)
		return w.value(v)
	}
	if err := w.entries(d, entry); err != nil {
		return err
	}
	w.depth--
	if !first || w.opt.indented {
		w.newline()
	}
	w.b = append(w.b, '}')
	return nil
}

// entries calls f for each entry, in the order asked for.
func (w *writer) entries(d *runtime.Dict, f func(k, v value) error) error {
	if !w.opt.sortKeys && d.Type() == runtime.DictType {
		for pos := 0; ; {
			next, k, v, ok := d.Next(pos)
			if !ok {
				return nil
			}
			if err := f(k, v); err != nil {
				return err
			}
			pos = next
		}
	}
	view, err := runtime.CallMethod(w.t, d.Value(), "items")
	if err != nil {
		return err
	}
	items, err := runtime.ToSlice(w.t, view)
	if err != nil {
		return err
	}
	if w.opt.sortKeys {
		if items, err = sortItems(w.t, items); err != nil {
			return err
		}
	}
	for _, it := range items {
		tup, ok := runtime.AsTuple(it)
		if !ok || tup.Len() != 2 {
			return runtime.ValueErrorf("items must return 2-tuples")
		}
		if err := f(tup.Items()[0], tup.Items()[1]); err != nil {
			return err
		}
	}
	return nil
}

func sortItems(t *thread, items []value) ([]value, error) {
	key := func(v value) *runtime.Str {
		if tup, ok := runtime.AsTuple(v); ok && tup.Len() == 2 && tup.Items()[0].Type() == runtime.StrType {
			return runtime.As[runtime.Str](tup.Items()[0])
		}
		return nil
	}
	for _, it := range items {
		if key(it) == nil {
			l := runtime.NewList(items)
			_, err := runtime.CallMethod(t, l.Value(), "sort")
			return l.Items(), err
		}
	}
	slices.SortStableFunc(items, func(a, b value) int { return strings.Compare(key(a).String(), key(b).String()) })
	return items, nil
}

// keyText is the name that a key of a dict becomes.
func (w *writer) keyText(k value) (name string, skip bool, err error) {
	if s, ok := runtime.AsStr(k); ok {
		return s.String(), false, nil
	}
	switch {
	case k.IsNone():
		return "null", false, nil
	case k.IsBool():
		return strconv.FormatBool(k.IsTrue()), false, nil
	}
	text, ok, err := w.numberText(k)
	if ok || err != nil {
		return text, false, err
	}
	if w.opt.skipKeys {
		return "", true, nil
	}
	return "", false, runtime.TypeErrorf("keys must be str, int, float, bool or None, not %s", k.Type().Name)
}

const hexDigits = "0123456789abcdef"

func appendU(b []byte, r rune) []byte {
	return append(b, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
}

// appendString appends the JSON literal of s.
func appendString(b []byte, s string, ascii bool) []byte {
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && (c < 0x7f || !ascii || c == 0x7f && !ascii) {
			i++
			continue
		}
		b = append(b, s[start:i]...)
		if c >= utf8.RuneSelf {
			r, n := runtime.DecodeRune(s[i:])
			if r > 0xFFFF {
				b = appendU(b, 0xD800+(r-0x10000)>>10)
				r = 0xDC00 + (r-0x10000)&0x3FF
			}
			b = appendU(b, r)
			i += n
			start = i
			continue
		}
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		case '\b':
			b = append(b, '\\', 'b')
		case '\f':
			b = append(b, '\\', 'f')
		default:
			b = appendU(b, rune(c))
		}
		i++
		start = i
	}
	return append(append(b, s[start:]...), '"')
}

func encodeString(ascii bool) runtime.NativeFn {
	return func(t *thread, args []value) (value, error) {
		s, ok := runtime.AsStr(args[0])
		if !ok {
			return value{}, runtime.TypeErrorf("first argument must be a string, not %s", args[0].Type().Name)
		}
		return runtime.NewStr(string(appendString(nil, s.String(), ascii))), nil
	}
}

func init() {
	runtime.Define(encoderType, runtime.TypeSpec{Name: "_json.Encoder", Size: runtime.SizeOf[encoder](),
		Slots: runtime.Slots{Call: encoderCall}, New: runtime.Method{Sig: "context", Fn: encoderNew}})
}
