package json

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/minipy/minipy/runtime"
)

// A scanner is what make_scanner(decoder) gives: called with a text and an
// index it decodes the value there and returns (value, end).
type scanner struct {
	runtime.Object
	opt options
}

// options are the decoder's settings; an unset function is the default one.
type options struct {
	lax                                                        bool // strict=False
	objectHook, pairsHook, parseFloat, parseInt, parseConstant value
}

var scannerType = new(runtime.Type)

func scannerNew(t *thread, args []value) (value, error) {
	s := runtime.Alloc[scanner](runtime.As[runtime.Type](args[0]))
	ctx := args[1]
	strict, err := runtime.GetAttrS(t, ctx, "strict")
	if err != nil {
		return value{}, err
	}
	ok, err := runtime.IsTrue(t, strict)
	if err != nil {
		return value{}, err
	}
	s.opt.lax = !ok
	for _, o := range []struct {
		name string
		to   *value
		std  *runtime.Type
	}{
		{"object_hook", &s.opt.objectHook, nil}, {"object_pairs_hook", &s.opt.pairsHook, nil},
		{"parse_float", &s.opt.parseFloat, runtime.FloatType}, {"parse_int", &s.opt.parseInt, runtime.IntType},
		{"parse_constant", &s.opt.parseConstant, nil},
	} {
		v, err := runtime.GetAttrS(t, ctx, o.name)
		if err != nil {
			return value{}, err
		}
		if v.IsNone() || o.std != nil && runtime.Is(v, o.std.Value()) {
			continue
		}
		*o.to = v
	}
	return s.Value(), nil
}

func scannerCall(t *thread, v value, args []value, names []*runtime.Str) (value, error) {
	if len(args) != 2 || len(names) > 0 {
		return value{}, runtime.TypeErrorf("scan_once() takes exactly 2 arguments (%d given)", len(args))
	}
	doc, ok := runtime.AsStr(args[0])
	if !ok {
		return value{}, runtime.TypeErrorf("first argument must be a string, not %s", args[0].Type().Name)
	}
	idx, err := runtime.AsSsize(t, args[1], runtime.OverflowError)
	if err != nil {
		return value{}, err
	}
	if idx < 0 {
		return value{}, runtime.ValueErrorf("idx cannot be negative")
	}
	if idx > doc.Len() {
		return value{}, runtime.NewException(runtime.StopIteration, runtime.Int(int64(idx)))
	}
	p := parser{t: t, doc: doc, s: doc.String(), i: doc.ByteOffset(idx), opt: &runtime.As[scanner](v).opt}
	r, err := p.decode()
	if err != nil {
		return value{}, err
	}
	return runtime.TupleOf(r, runtime.Int(int64(doc.RuneIndex(p.i)))), nil
}

// loads decodes a whole document; s is text or bytes.
func loads(t *thread, args []value) (value, error) {
	doc, ok := runtime.AsStr(args[0])
	if !ok {
		return value{}, runtime.TypeErrorf("the JSON object must be str, bytes or bytearray, not %s", args[0].Type().Name)
	}
	p := parser{t: t, doc: doc, s: doc.String(), opt: &options{}}
	p.space()
	r, err := p.decode()
	if err != nil {
		if e, ok := err.(*runtime.Exception); ok && runtime.IsError(err, runtime.StopIteration) {
			return value{}, p.stopped(e)
		}
		return value{}, err
	}
	p.space()
	if p.i < len(p.s) {
		return value{}, p.fail("Extra data", p.i)
	}
	return r, nil
}

// stopped makes "Expecting value" of the StopIteration that says where no value is.
func (p *parser) stopped(e *runtime.Exception) error {
	if tup, ok := runtime.AsTuple(e.Args); ok && tup.Len() == 1 && tup.Items()[0].IsInt() {
		return p.fail("Expecting value", p.doc.ByteOffset(int(tup.Items()[0].AsInt64())))
	}
	return e
}

// A parser is one decoding under way; i is a byte offset in s.
type parser struct {
	t    *thread
	doc  *runtime.Str
	s    string
	i    int
	opt  *options
	keys map[string]*runtime.Str // object keys seen, so that equal ones are one object
	slab runtime.StrSlab
	open *runtime.List // items and entries of the arrays and objects being decoded
}

// decode is value for the outermost one.
func (p *parser) decode() (value, error) {
	p.open = runtime.NewList(nil)
	p.t.Building(p.open.Value())
	defer p.t.Built()
	return p.value()
}

// fail makes json.JSONDecodeError for byte offset at.
func (p *parser) fail(msg string, at int) error {
	m, err := p.t.Host.Import(p.t, "json.decoder", runtime.None, runtime.None, runtime.TupleOf(runtime.NewStr("JSONDecodeError")), 0)
	if err != nil {
		return err
	}
	cls, err := runtime.GetAttrS(p.t, m, "JSONDecodeError")
	if err != nil {
		return err
	}
	e, err := runtime.Call(p.t, cls, runtime.NewStr(msg), p.doc.Value(), runtime.Int(int64(p.doc.RuneIndex(at))))
	if err != nil {
		return err
	}
	exc, ok := runtime.AsException(e)
	if !ok {
		return runtime.TypeErrorf("JSONDecodeError is no exception")
	}
	return exc
}

// none says that no value begins at byte offset at.
func (p *parser) none(at int) error {
	return runtime.NewException(runtime.StopIteration, runtime.Int(int64(p.doc.RuneIndex(at))))
}

func (p *parser) space() {
	for p.i < len(p.s) {
		switch p.s[p.i] {
		case ' ', '\t', '\n', '\r':
			p.i++
		default:
			return
		}
	}
}

func (p *parser) value() (value, error) {
	if p.i >= len(p.s) {
		return value{}, p.none(p.i)
	}
	start := p.i
	switch c := p.s[p.i]; c {
	case '"':
		p.i++
		return p.str()
	case '{':
		if err := p.t.Enter(" while decoding a JSON object from a unicode string"); err != nil {
			return value{}, err
		}
		defer p.t.Leave()
		p.i++
		return p.object()
	case '[':
		if err := p.t.Enter(" while decoding a JSON array from a unicode string"); err != nil {
			return value{}, err
		}
		defer p.t.Leave()
		p.i++
		return p.array()
	case 'n':
		if p.word("null") {
			return runtime.None, nil
		}
	case 't':
		if p.word("true") {
			return runtime.True, nil
		}
	case 'f':
		if p.word("false") {
			return runtime.False, nil
		}
	case 'N':
		if p.word("NaN") {
			return p.constant("NaN")
		}
	case 'I':
		if p.word("Infinity") {
			return p.constant("Infinity")
		}
	default:
		if c == '-' && p.word("-Infinity") {
			return p.constant("-Infinity")
		}
		if c == '-' || c >= '0' && c <= '9' {
			return p.number()
		}
	}
	return value{}, p.none(start)
}

func (p *parser) word(w string) bool {
	if strings.HasPrefix(p.s[p.i:], w) {
		p.i += len(w)
		return true
	}
	return false
}

func (p *parser) constant(name string) (value, error) {
	if f := p.opt.parseConstant; !f.IsUnset() {
		return runtime.Call(p.t, f, runtime.NewStr(name))
	}
	f, _ := strconv.ParseFloat(name, 64)
	return runtime.Float(f), nil
}

func digits(s string, i int) int {
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return i
}

func (p *parser) number() (value, error) {
	s, i := p.s, p.i
	if s[i] == '-' {
		i++
	}
	if i >= len(s) || s[i] < '0' || s[i] > '9' {
		return value{}, p.none(p.i)
	}
	if s[i] == '0' {
		i++
	} else {
		i = digits(s, i)
	}
	isFloat := false
	if i+1 < len(s) && s[i] == '.' && s[i+1] >= '0' && s[i+1] <= '9' {
		isFloat = true
		i = digits(s, i+1)
	}
	if i+1 < len(s) && (s[i] == 'e' || s[i] == 'E') {
		j := i + 1
		if (s[j] == '+' || s[j] == '-') && j+1 < len(s) {
			j++
		}
		if s[j] >= '0' && s[j] <= '9' {
			isFloat = true
			i = digits(s, j)
		}
	}
	text := s[p.i:i]
	p.i = i
	if isFloat {
		if f := p.opt.parseFloat; !f.IsUnset() {
			return runtime.Call(p.t, f, runtime.NewStr(text))
		}
		f, _ := strconv.ParseFloat(text, 64)
		return runtime.Float(f), nil
	}
	if f := p.opt.parseInt; !f.IsUnset() {
		return runtime.Call(p.t, f, runtime.NewStr(text))
	}
	if len(text) < 19 {
		n, _ := strconv.ParseInt(text, 10, 64)
		return runtime.Int(n), nil
	}
	return runtime.Call(p.t, runtime.IntType.Value(), runtime.NewStr(text))
}

// str decodes a string whose opening quote is before p.i.
func (p *parser) str() (value, error) {
	start := p.i
	s := p.s
	ascii := true
	for i := start; i < len(s); i++ {
		if err := p.t.Often(i); err != nil {
			return value{}, err
		}
		c := s[i]
		if c == '"' {
			p.i = i + 1
			if ascii && len(s) <= 1<<20 {
				p.slab.SetASCII(true)
				return p.slab.Make(s[start:i]), nil
			}
			return runtime.NewTextPiece(s, start, i), nil
		}
		if c == '\\' || c < ' ' {
			return p.strEscaped(start, i)
		}
		if c >= utf8.RuneSelf {
			ascii = false
		}
	}
	return value{}, p.fail("Unterminated string starting at", start-1)
}

var escapes = map[byte]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// strEscaped goes on with a string at i, where there is an escape or a control character.
func (p *parser) strEscaped(start, i int) (value, error) {
	s := p.s
	b, err := runtime.MakeMany[byte](p.t, 0, i-start+32)
	if err != nil {
		return value{}, err
	}
	b = append(b, s[start:i]...)
	for n := 0; i < len(s); n++ {
		if b, err = p.t.OftenGrown(n, b); err != nil {
			return value{}, err
		}
		c := s[i]
		switch {
		case c == '"':
			p.i = i + 1
			return runtime.NewStrOwning(b), nil
		case c < ' ' && !p.opt.lax:
			return value{}, p.fail("Invalid control character at", i)
		case c != '\\':
			b = append(b, c)
			i++
			continue
		}
		if i+1 >= len(s) {
			break
		}
		if s[i+1] != 'u' {
			e, ok := escapes[s[i+1]]
			if !ok {
				return value{}, p.fail("Invalid \\escape", i)
			}
			b = append(b, e)
			i += 2
			continue
		}
		r, ok := hex4(s, i+2)
		if !ok {
			return value{}, p.fail("Invalid \\uXXXX escape", i+1)
		}
		i += 6
		if r >= 0xD800 && r < 0xDC00 && strings.HasPrefix(s[i:], "\\u") {
			if lo, ok := hex4(s, i+2); ok && lo >= 0xDC00 && lo < 0xE000 {
				r = 0x10000 + (r-0xD800)<<10 + (lo - 0xDC00)
				i += 6
			}
		}
		b = runtime.AppendRune(b, r)
	}
	return value{}, p.fail("Unterminated string starting at", start-1)
}

func hex4(s string, i int) (rune, bool) {
	if i+4 > len(s) {
		return 0, false
	}
	var r rune
	for _, c := range []byte(s[i : i+4]) {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}

func (p *parser) array() (value, error) {
	p.space()
	if p.i < len(p.s) && p.s[p.i] == ']' {
		p.i++
		return runtime.NewList(nil).Value(), nil
	}
	base := p.open.Len()
	for {
		v, err := p.value()
		if err != nil {
			return value{}, err
		}
		p.open.Append(v)
		if err := p.t.Tick(); err != nil {
			return value{}, err
		}
		p.space()
		if p.i < len(p.s) && p.s[p.i] == ']' {
			p.i++
			items := append([]value(nil), p.open.Items()[base:]...)
			p.drop(base)
			return runtime.NewList(items).Value(), nil
		}
		if p.i >= len(p.s) || p.s[p.i] != ',' {
			return value{}, p.fail("Expecting ',' delimiter", p.i)
		}
		p.i++
		p.space()
	}
}

// drop forgets what is open from base on.
func (p *parser) drop(base int) {
	clear(p.open.Items()[base:])
	p.open.SetLen(base)
}

// key decodes an object's key; equal ones are one str.
func (p *parser) key() (*runtime.Str, error) {
	v, err := p.str()
	if err != nil {
		return nil, err
	}
	k, _ := runtime.AsStr(v)
	if p.keys == nil {
		p.keys = map[string]*runtime.Str{}
	} else if seen := p.keys[k.String()]; seen != nil {
		return seen, nil
	}
	p.keys[k.String()] = k
	return k, nil
}

func (p *parser) object() (value, error) {
	base := p.open.Len()
	p.space()
	if p.i < len(p.s) && p.s[p.i] == '}' {
		p.i++
		return p.finish(base)
	}
	for {
		if p.i >= len(p.s) || p.s[p.i] != '"' {
			return value{}, p.fail("Expecting property name enclosed in double quotes", p.i)
		}
		p.i++
		key, err := p.key()
		if err != nil {
			return value{}, err
		}
		p.space()
		if p.i >= len(p.s) || p.s[p.i] != ':' {
			return value{}, p.fail("Expecting ':' delimiter", p.i)
		}
		p.i++
		p.space()
		p.open.Append(key.Value())
		v, err := p.value()
		if err != nil {
			return value{}, err
		}
		p.open.Append(v)
		if err := p.t.Tick(); err != nil {
			return value{}, err
		}
		p.space()
		if p.i < len(p.s) && p.s[p.i] == '}' {
			p.i++
			return p.finish(base)
		}
		if p.i >= len(p.s) || p.s[p.i] != ',' {
			return value{}, p.fail("Expecting ',' delimiter", p.i)
		}
		p.i++
		p.space()
	}
}

// finish makes the object of the entries open from base on and hands it to its hook.
func (p *parser) finish(base int) (value, error) {
	entries := p.open.Items()[base:]
	if f := p.opt.pairsHook; !f.IsUnset() {
		pairs := make([]value, 0, len(entries)/2)
		for i := 0; i < len(entries); i += 2 {
			pairs = append(pairs, runtime.TupleOf(entries[i], entries[i+1]))
		}
		p.drop(base)
		return runtime.Call(p.t, f, runtime.NewList(pairs).Value())
	}
	d := runtime.NewDictSize(len(entries) / 2)
	for i := 0; i < len(entries); i += 2 {
		d.SetStr(runtime.As[runtime.Str](entries[i]), entries[i+1])
	}
	p.drop(base)
	if f := p.opt.objectHook; !f.IsUnset() {
		return runtime.Call(p.t, f, d.Value())
	}
	return d.Value(), nil
}

func scanStringFn(t *thread, args []value) (value, error) {
	doc, ok := runtime.AsStr(args[0])
	if !ok {
		return value{}, runtime.TypeErrorf("first argument must be a string, not %s", args[0].Type().Name)
	}
	end, err := runtime.AsSsize(t, args[1], runtime.OverflowError)
	if err != nil {
		return value{}, err
	}
	if end < 0 || end > doc.Len() {
		return value{}, runtime.ValueErrorf("end is out of bounds")
	}
	strict, err := runtime.IsTrue(t, args[2])
	if err != nil {
		return value{}, err
	}
	p := parser{t: t, doc: doc, s: doc.String(), i: doc.ByteOffset(end), opt: &options{lax: !strict}}
	v, err := p.str()
	if err != nil {
		return value{}, err
	}
	return runtime.TupleOf(v, runtime.Int(int64(doc.RuneIndex(p.i)))), nil
}

func init() {
	runtime.Define(scannerType, runtime.TypeSpec{Name: "_json.Scanner", Size: runtime.SizeOf[scanner](),
		Slots: runtime.Slots{Call: scannerCall}, New: runtime.Method{Sig: "context", Fn: scannerNew}})
}
