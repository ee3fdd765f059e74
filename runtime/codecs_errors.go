package runtime

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// The error handlers of codecs.

// newDecodeError makes a UnicodeDecodeError.
func newDecodeError(enc string, obj Value, start, end int, reason string) *Exception {
	return NewException(UnicodeDecodeError, NewStr(enc), obj, Int(int64(start)), Int(int64(end)), NewStr(reason))
}

// newEncodeError makes a UnicodeEncodeError; start and end count code points.
func newEncodeError(enc string, obj Value, start, end int, reason string) *Exception {
	return NewException(UnicodeEncodeError, NewStr(enc), obj, Int(int64(start)), Int(int64(end)), NewStr(reason))
}

// Fail reports bytes start:end of the input; the handler writes what stands
// for them, and the decoder goes on at next.
func (d *Decoder) Fail(start, end int, reason string) (next int, err error) {
	switch d.Errors {
	case "strict":
		return 0, newDecodeError(d.Name, NewBytesString(d.In), start, end, reason)
	case "ignore":
		return end, nil
	case "replace":
		d.Out = append(d.Out, "\ufffd"...)
		return end, nil
	case "backslashreplace":
		for _, c := range []byte(d.In[start:end]) {
			d.Out = append(d.Out, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
		}
		return end, nil
	case "surrogateescape":
		i := start
		for i < end && i < start+4 && d.In[i] >= 0x80 {
			d.Out = AppendRune(d.Out, 0xDC00+rune(d.In[i]))
			i++
		}
		if i > start {
			return i, nil
		}
		return 0, newDecodeError(d.Name, NewBytesString(d.In), start, end, reason)
	case "surrogatepass":
		if r, w := d.surrogate(start); w > 0 {
			d.Out = AppendRune(d.Out, r)
			return start + w, nil
		}
		return 0, newDecodeError(d.Name, NewBytesString(d.In), start, end, reason)
	}
	return d.callHandler(start, end, reason)
}

// surrogate reads a lone surrogate as the codec writes one.
func (d *Decoder) surrogate(i int) (r rune, width int) {
	s := d.In[i:]
	switch d.C.Unit {
	case 0:
		if IsSurrogate(s) && s[2]&0xC0 == 0x80 && d.C == utf8Codec {
			r, _ = DecodeRune(s)
			return r, 3
		}
		return 0, 0
	case 2, -2:
		if len(s) < 2 {
			return 0, 0
		}
		r, width = rune(unit16(s, d.C.Unit < 0)), 2
	default:
		if len(s) < 4 {
			return 0, 0
		}
		r, width = rune(unit32(s, d.C.Unit < 0)), 4
	}
	if r < 0xD800 || r > 0xDFFF {
		return 0, 0
	}
	return r, width
}

func (d *Decoder) callHandler(start, end int, reason string) (next int, err error) {
	h, err := LookupErrorHandler(d.T, d.Errors)
	if err != nil {
		return 0, err
	}
	if d.exc == nil {
		d.exc = newDecodeError(d.Name, NewBytesString(d.In), start, end, reason)
	} else {
		d.exc.Extra[2], d.exc.Extra[3], d.exc.Extra[4] = Int(int64(start)), Int(int64(end)), NewStr(reason)
	}
	r, err := Call(d.T, h, d.exc.Value())
	if err != nil {
		return 0, err
	}
	repl, pos, ok := handlerResult(r)
	s, isStr := AsStr(repl)
	if !ok || !isStr {
		return 0, TypeErrorf("decoding error handler must return (str, int) tuple")
	}
	if b, ok := AsBytes(d.exc.Extra[1]); ok {
		d.In = b.s
	}
	if next, err = handlerPos(pos, len(d.In)); err != nil {
		return 0, err
	}
	d.Out, err = Append(d.T, d.Out, s.s)
	return next, err
}

// handlerResult takes a handler's (replacement, position) apart.
func handlerResult(r Value) (repl Value, pos int, ok bool) {
	tup, isTuple := AsTuple(r)
	if !isTuple || len(tup.items) != 2 {
		return Value{}, 0, false
	}
	i, big, isInt := IntOf(tup.items[1])
	return tup.items[0], int(i), isInt && big == nil
}

func handlerPos(pos, n int) (int, error) {
	at := pos
	if at < 0 {
		at += n
	}
	if at < 0 || at > n {
		return 0, IndexErrorf("position %d from error handler out of bounds", pos)
	}
	return at, nil
}

// Fail reports the code points at bytes start:end of the text; the handler
// writes what stands for them, and the encoder goes on at next.
func (e *Encoder) Fail(start, end int, reason string) (next int, err error) {
	bad := e.Src.s[start:end]
	strict := func() error {
		return newEncodeError(e.C.errName(), e.Src.Value(), e.Src.runeIndex(start), e.Src.runeIndex(end), reason)
	}
	switch e.Errors {
	case "strict":
		return 0, strict()
	case "ignore":
		return end, nil
	case "replace":
		for range countStarts(bad) {
			if !e.write("?") {
				return 0, strict()
			}
		}
		return end, nil
	case "backslashreplace", "xmlcharrefreplace", "namereplace":
		repl, err := escapeRunes(e.T, bad, e.Errors)
		if err == nil && !e.write(repl) {
			err = strict()
		}
		return end, err
	case "surrogateescape":
		for i := 0; i < len(bad); {
			r, w := DecodeRune(bad[i:])
			if r < 0xDC80 || r > 0xDCFF || e.C.Unit != 0 {
				if e.C.direct() {
					start += i // what could be escaped is not reported
				}
				return 0, strict()
			}
			e.Out = append(e.Out, byte(r-0xDC00))
			i += w
		}
		return end, nil
	case "surrogatepass":
		for i := 0; i < len(bad); {
			r, w := DecodeRune(bad[i:])
			if r < 0xD800 || r > 0xDFFF || !e.rawSurrogate(r) {
				return 0, strict()
			}
			i += w
		}
		return end, nil
	}
	return e.callHandler(start, end, reason, strict)
}

// write encodes a handler's replacement.
func (e *Encoder) write(s string) bool {
	if e.C.Rune == nil {
		e.Out = append(e.Out, s...)
		return true
	}
	for i := 0; i < len(s); {
		r, w := DecodeRune(s[i:])
		out, ok := e.C.Rune(e.Out, r)
		if !ok {
			return false
		}
		e.Out = out
		i += w
	}
	return true
}

func (e *Encoder) rawSurrogate(r rune) bool {
	switch {
	case e.C == utf8Codec || e.C.Name == "utf-8-sig":
		e.Out = AppendRune(e.Out, r)
	case e.C.Unit == 2:
		e.Out = append(e.Out, byte(r), byte(r>>8))
	case e.C.Unit == -2:
		e.Out = append(e.Out, byte(r>>8), byte(r))
	case e.C.Unit == 4:
		e.Out = append(e.Out, byte(r), byte(r>>8), 0, 0)
	case e.C.Unit == -4:
		e.Out = append(e.Out, 0, 0, byte(r>>8), byte(r))
	default:
		return false
	}
	return true
}

func (e *Encoder) callHandler(start, end int, reason string, strict func() error) (next int, err error) {
	h, err := LookupErrorHandler(e.T, e.Errors)
	if err != nil {
		return 0, err
	}
	r, err := Call(e.T, h, strict().(*Exception).Value())
	if err != nil {
		return 0, err
	}
	repl, pos, ok := handlerResult(r)
	s, isStr := AsStr(repl)
	b, isBytes := AsBytes(repl)
	if !ok || !isStr && !isBytes {
		return 0, TypeErrorf("encoding error handler must return (str/bytes, int) tuple")
	}
	if next, err = handlerPos(pos, e.Src.Len()); err != nil {
		return 0, err
	}
	if isBytes {
		e.Out, err = Append(e.T, e.Out, b.s)
		return e.Src.offset(next), err
	}
	if n := len(e.Out) + 4*len(s.s); n > cap(e.Out) { // of no character a codec makes more than four times as much
		if err := e.T.Room(2 * n); err != nil {
			return 0, err
		}
	}
	if !e.write(s.s) {
		return 0, strict()
	}
	return e.Src.offset(next), nil
}

// escapeRunes writes the code points of s as the named handler does.
func escapeRunes(t *Thread, s, handler string) (string, error) {
	var b []byte
	for i := 0; i < len(s); {
		r, w := DecodeRune(s[i:])
		i += w
		switch handler {
		case "xmlcharrefreplace":
			b = append(b, "&#"...)
			b = strconv.AppendInt(b, int64(r), 10)
			b = append(b, ';')
			continue
		case "namereplace":
			name, err := runeName(t, r)
			if err != nil {
				return "", err
			}
			if name != "" {
				b = append(b, "\\N{"...)
				b = append(b, name...)
				b = append(b, '}')
				continue
			}
		}
		b = appendEscapedRune(b, r)
	}
	return string(b), nil
}

// runeName is unicodedata.name(r, ""); the names are in that module.
func runeName(t *Thread, r rune) (string, error) {
	m, err := importModule(t, "unicodedata")
	if err != nil {
		return "", err
	}
	v, err := CallMethod(t, m, "name", charStr(r), emptyStr)
	if err != nil {
		return "", err
	}
	s, _ := AsStr(v)
	return s.s, nil
}

// importModule imports a top-level module.
func importModule(t *Thread, name string) (Value, error) {
	return t.Host.Import(t, name, None, None, None, 0)
}

// LookupErrorHandler is codecs.lookup_error.
func LookupErrorHandler(t *Thread, name string) (Value, error) {
	if h, ok := t.VM.Codecs().Handlers[name]; ok {
		return h, nil
	}
	for i := range errorHandlerRows {
		if errorHandlerRows[i].Name == name+"_errors" {
			h := NewNative(&errorHandlerRows[i], "codecs").Value()
			t.VM.Codecs().Handlers[name] = h
			return h, nil
		}
	}
	return Value{}, Errorf(LookupError, "unknown error handler name '%s'", name)
}

// errorHandlerRows are the built-in handlers as functions, set by init.
var errorHandlerRows []Method

// handlerFn is a built-in handler as a function: it takes an exception object
// and gives (replacement, position).
func handlerFn(name string) NativeFn {
	return func(t *Thread, args []Value) (Value, error) {
		e, ok := AsException(args[0])
		if !ok {
			return Value{}, TypeErrorf("codec must pass exception instance")
		}
		if name == "strict" {
			return Value{}, e
		}
		typ, at := e.typ, 1
		if typ.IsSubtype(UnicodeTranslateError) {
			at = 0
		}
		encoding, decoding := typ.IsSubtype(UnicodeEncodeError), typ.IsSubtype(UnicodeDecodeError)
		if !encoding && !decoding && at != 0 || len(e.Extra) < at+4 {
			return Value{}, wrongHandlerArg(args[0])
		}
		start64, _, _ := IntOf(e.Extra[at+1])
		end64, _, _ := IntOf(e.Extra[at+2])
		start, end := int(start64), int(end64)
		pos := Int(end64)
		if decoding {
			return handleDecode(t, name, e, start, end)
		}
		src, ok := AsStr(e.Extra[at])
		if !ok {
			return Value{}, TypeErrorf("object attribute must be unicode")
		}
		start = min(max(start, 0), src.Len())
		end = min(max(end, start), src.Len())
		bad := src.s[src.offset(start):src.offset(end)]
		switch name {
		case "ignore":
			return TupleOf(emptyStr, pos), nil
		case "replace":
			fill := "?"
			if !encoding {
				fill = "\ufffd"
			}
			return TupleOf(NewStr(strings.Repeat(fill, end-start)), pos), nil
		case "backslashreplace", "xmlcharrefreplace", "namereplace":
			if !encoding && name != "backslashreplace" {
				return Value{}, wrongHandlerArg(args[0])
			}
			s, err := escapeRunes(t, bad, name)
			return TupleOf(NewStr(s), pos), err
		}
		if !encoding {
			return Value{}, wrongHandlerArg(args[0])
		}
		enc, _ := AsStr(e.Extra[0])
		c := FindCodec(enc.s)
		if c == nil || name == "surrogateescape" {
			c = utf8Codec
		}
		en := &Encoder{T: t, C: c, Src: newStr(bad), Errors: name}
		if _, err := en.Fail(0, len(bad), ""); err != nil {
			return Value{}, e
		}
		return TupleOf(NewBytesString(string(en.Out)), pos), nil
	}
}

func wrongHandlerArg(v Value) error {
	return TypeErrorf("don't know how to handle %s in error callback", v.Type().Name)
}

func handleDecode(t *Thread, name string, e *Exception, start, end int) (Value, error) {
	b, ok := AsBytes(e.Extra[1])
	if !ok {
		return Value{}, TypeErrorf("object attribute must be bytes")
	}
	if name == "xmlcharrefreplace" || name == "namereplace" {
		return Value{}, wrongHandlerArg(e.Value())
	}
	enc, _ := AsStr(e.Extra[0])
	c := FindCodec(enc.s)
	if c == nil {
		c = utf8Codec
	}
	start = min(max(start, 0), len(b.s))
	d := &Decoder{T: t, C: c, Name: enc.s, In: b.s, Errors: name}
	next, err := d.Fail(start, min(max(end, start), len(b.s)), "")
	if err != nil {
		return Value{}, e
	}
	return TupleOf(NewStr(string(d.Out)), Int(int64(next))), nil
}

func validUTF8(s string) bool { return utf8.ValidString(s) }

func init() {
	for _, name := range [...]string{"strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace",
		"surrogateescape", "surrogatepass"} {
		errorHandlerRows = append(errorHandlerRows, Method{Name: name + "_errors", Sig: "exc, /", Fn: handlerFn(name)})
	}
}
