package runtime

import "strings"

// Codecs: text to bytes and back. A codec of ours is a row of functions; one
// registered in Python (codecs.register) is found through the per-VM state.
// Those that need large tables are in stdlib/codecs and join by RegisterCodec.

// A Codec is an encoding in Go.
type Codec struct {
	Name    string // canonical: "utf-8"
	ErrName string // as error messages have it, if not Name
	// Rune appends the encoded r; ok is false if r has no encoding. Reason and
	// Runs say how that is reported: with what words, and whether neighbours
	// are reported together.
	Rune   func(b []byte, r rune) (out []byte, ok bool)
	Reason string
	Runs   bool
	BOM    string // what encoded text begins with
	// Fast encodes all of s at once, or says that it cannot.
	Fast func(s string) (out string, ok bool)
	// Whole encodes where a code point at a time will not do.
	Whole func(e *Encoder) error
	// Decode takes d.In from d.Pos on and appends to d.Out. Unless d.Final it
	// leaves a sequence that is cut off at the end.
	Decode func(d *Decoder) error
	Unit   int // bytes of a code unit, negative: big-endian; for surrogatepass. 0: as UTF-8
	// Binary codecs (hex, base64) are not for str.encode: they map bytes to bytes, or rot13 str to str.
	Binary bool
}

func (c *Codec) errName() string {
	if c.ErrName != "" {
		return c.ErrName
	}
	return c.Name
}

// codecTable holds the codecs by normalised name and aliases. It is filled
// before main and only read after.
var codecTable = map[string]*Codec{}

// RegisterCodec adds a codec under its name and the given normalised aliases
// (lower case, words joined by _). Only from init functions.
func RegisterCodec(c *Codec, aliases ...string) {
	codecTable[normalName(c.Name)] = c
	for _, a := range aliases {
		codecTable[a] = c
	}
}

// normalName is how encodings are compared: lower case, with one _ for each
// run of other characters.
func normalName(s string) string {
	b := make([]byte, 0, len(s))
	gap := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 32
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.':
		default:
			gap = true
			continue
		}
		if gap && len(b) > 0 {
			b = append(b, '_')
		}
		gap = false
		b = append(b, c)
	}
	return bytesToText(b)
}

// FindCodec finds a codec of ours by any of its names.
func FindCodec(name string) *Codec {
	if name == "utf-8" || name == "utf8" {
		return utf8Codec
	}
	return codecTable[normalName(name)]
}

// A CodecState is a VM's registered handlers and search functions.
type CodecState struct {
	Handlers map[string]Value // by codecs.register_error
	Search   []Value          // by codecs.register
	Found    map[string]Value // what they gave, by normalised name
}

// Codecs gives the VM's codec state.
func (vm *VM) Codecs() *CodecState {
	if st, ok := vm.Ext["codecs"].(*CodecState); ok {
		return st
	}
	st := &CodecState{Handlers: map[string]Value{}, Found: map[string]Value{}}
	vm.Ext["codecs"] = st
	return st
}

// UnknownEncoding is the LookupError for a name.
func UnknownEncoding(name string) error { return Errorf(LookupError, "unknown encoding: %s", name) }

// FindRegistered asks the functions given to codecs.register for a codec: a
// tuple (encode, decode, ...), or unset.
func FindRegistered(t *Thread, name string) (Value, error) {
	st := t.VM.Codecs()
	if len(st.Search) == 0 {
		return Value{}, nil
	}
	key := strings.ToLower(strings.ReplaceAll(name, " ", "_"))
	if v, ok := st.Found[key]; ok {
		return v, nil
	}
	for _, f := range st.Search {
		v, err := Call(t, f, NewStr(strings.ReplaceAll(key, "-", "_")))
		if err != nil {
			return Value{}, err
		}
		if v.IsNone() {
			continue
		}
		if tup, ok := AsTuple(v); !ok || len(tup.items) != 4 {
			return Value{}, TypeErrorf("codec search functions must return 4-tuples")
		}
		st.Found[key] = v
		return v, nil
	}
	return Value{}, nil
}

// callRegistered runs a registered codec's encode (0) or decode (1) function.
func callRegistered(t *Thread, codec Value, which int, arg Value, errs string) (Value, error) {
	r, err := Call(t, As[Tuple](codec).items[which], arg, NewStr(errs))
	if err != nil {
		return Value{}, err
	}
	tup, ok := AsTuple(r)
	if !ok || len(tup.items) != 2 {
		what := [2]string{"encoder", "decoder"}[which]
		return Value{}, TypeErrorf("%s must return a tuple (object, integer)", what)
	}
	return tup.items[0], nil
}

// EncodeText is s.encode(enc, errs): the bytes.
func EncodeText(t *Thread, s *Str, enc, errs string) (string, error) {
	c := FindCodec(enc)
	if c == nil {
		if strings.IndexByte(enc, 0) >= 0 {
			return "", ValueErrorf("embedded null character")
		}
		reg, err := FindRegistered(t, enc)
		if err != nil {
			return "", err
		}
		if reg.IsUnset() {
			return "", UnknownEncoding(enc)
		}
		if err := checkTextCodec(t, reg, enc, "encode"); err != nil {
			return "", err
		}
		v, err := callRegistered(t, reg, 0, s.Value(), errs)
		if err != nil {
			return "", wrapCodecError("encoding", enc, err)
		}
		b, ok := AsBytes(v)
		if !ok {
			return "", TypeErrorf("'%s' encoder returned '%s' instead of 'bytes'; use codecs.encode() to encode to arbitrary types", enc, v.Type().Name)
		}
		return b.s, nil
	}
	if c.Binary {
		return "", notTextEncoding(enc, "encode")
	}
	out, err := c.EncodeStr(t, s, errs)
	if err != nil && !c.direct() {
		err = wrapCodecError("encoding", enc, err)
	}
	return out, err
}

// direct says that CPython calls the codec without its registry, which adds a
// word to errors.
func (c *Codec) direct() bool {
	switch c.Name {
	case "utf-8", "ascii", "iso8859-1", "utf-16", "utf-32":
		return true
	}
	return false
}

// wrapCodecError names the codec in an error of a class that has no more than
// a message.
func wrapCodecError(verb, enc string, err error) error {
	e, ok := err.(*Exception)
	if !ok || e.typ.VM != nil || len(e.Extra) > 0 || extraCount(e.typ) > 0 {
		return err
	}
	tup, ok := AsTuple(e.Args)
	if !ok || len(tup.items) > 1 {
		return err
	}
	if len(tup.items) == 1 {
		if _, ok := AsStr(tup.items[0]); !ok {
			return err
		}
	}
	w := Errorf(e.typ, "%s with '%s' codec failed (%s: %s)", verb, enc, e.typ.Name, e.Message())
	w.Cause, w.Context, w.Suppress = e.Value(), e.Value(), true
	return w
}

func notTextEncoding(enc, verb string) error {
	return Errorf(LookupError, "'%s' is not a text encoding; use codecs.%s() to handle arbitrary codecs", enc, verb)
}

// checkTextCodec refuses a registered codec that says it is not for text.
func checkTextCodec(t *Thread, codec Value, enc, verb string) error {
	v, ok, err := LookupAttr(t, codec, t.VM.Intern("_is_text_encoding"))
	if err != nil || !ok {
		return err
	}
	yes, err := IsTrue(t, v)
	if err == nil && !yes {
		err = notTextEncoding(enc, verb)
	}
	return err
}

// EncodeStr encodes s with the given error handler.
func (c *Codec) EncodeStr(t *Thread, s *Str, errs string) (string, error) {
	if c.Fast != nil {
		if out, ok, err := fastLong(t, c.Fast, s.s); ok || err != nil {
			return out, err
		}
	}
	room, err := MakeMany[byte](t, 0, len(s.s)+8)
	if err != nil {
		return "", err
	}
	e := &Encoder{T: t, C: c, Src: s, Errors: errs, Out: room}
	e.Out = append(e.Out, c.BOM...)
	if c.Whole != nil {
		if err := c.Whole(e); err != nil {
			return "", err
		}
		return bytesToText(e.Out), nil
	}
	text := s.s
	for i, n := 0, 0; i < len(text); n++ {
		if e.Out, err = t.OftenGrown(n, e.Out); err != nil {
			return "", err
		}
		r, w := DecodeRune(text[i:])
		out, ok := c.Rune(e.Out, r)
		if ok {
			e.Out = out
			i += w
			continue
		}
		end := i + w
		for c.Runs && end < len(text) {
			r, w := DecodeRune(text[end:])
			if _, ok := c.Rune(e.Out, r); ok {
				break
			}
			end += w
		}
		next, err := e.Fail(i, end, c.Reason)
		if err != nil {
			return "", err
		}
		i = next
	}
	return bytesToText(e.Out), nil
}

// fastLong is fast(s), of text that may be long.
func fastLong(t *Thread, fast func(s string) (string, bool), s string) (string, bool, error) {
	if len(s) < asideWork {
		out, ok := fast(s)
		return out, ok, t.Worked(len(s))
	}
	type outcome struct {
		out string
		ok  bool
	}
	o, err := Aside(t, len(s), func() (o outcome) {
		o.out, o.ok = fast(s)
		return o
	})
	return o.out, o.ok, err
}

// OftenGrown is Often for step i of a loop that writes into b up to 16 bytes at
// each, for which there is room then if b is long.
func (t *Thread) OftenGrown(i int, b []byte) ([]byte, error) {
	if i&(oftenItems-1) != oftenItems-1 {
		return b, nil
	}
	b, err := growBytes(t, b, 16*oftenItems)
	if err == nil {
		err = t.pendingOf()
	}
	return b, err
}

// An Encoder is one encoding under way.
type Encoder struct {
	T      *Thread
	C      *Codec
	Src    *Str
	Errors string
	Out    []byte
}

// DecodeText is b.decode(enc, errs). b must not change any more.
func DecodeText(t *Thread, b, enc, errs string) (Value, error) {
	c := FindCodec(enc)
	if c == nil {
		if strings.IndexByte(enc, 0) >= 0 {
			return Value{}, ValueErrorf("embedded null character")
		}
		reg, err := FindRegistered(t, enc)
		if err != nil {
			return Value{}, err
		}
		if reg.IsUnset() {
			return Value{}, UnknownEncoding(enc)
		}
		if err := checkTextCodec(t, reg, enc, "decode"); err != nil {
			return Value{}, err
		}
		v, err := callRegistered(t, reg, 1, NewBytesString(b), errs)
		if err != nil {
			return Value{}, wrapCodecError("decoding", enc, err)
		}
		if _, ok := AsStr(v); !ok {
			return Value{}, TypeErrorf("'%s' decoder returned '%s' instead of 'str'; use codecs.decode() to decode to arbitrary types", enc, v.Type().Name)
		}
		return v, nil
	}
	if c.Binary {
		return Value{}, notTextEncoding(enc, "decode")
	}
	s, _, err := c.DecodeBytes(t, b, errs, true)
	if err != nil {
		if !c.direct() {
			err = wrapCodecError("decoding", enc, err)
		}
		return Value{}, err
	}
	return newText(s), nil
}

// newText makes a str, the shared one if it is short.
func newText(s string) Value {
	if len(s) == 0 {
		return emptyStr
	}
	if len(s) == 1 {
		return latin1[s[0]].Value()
	}
	return newStr(s).Value()
}

// DecodeBytes decodes b, and tells how much of it was used: all, if final;
// else what is left over is the beginning of a cut-off sequence.
func (c *Codec) DecodeBytes(t *Thread, b, errs string, final bool) (text string, used int, err error) {
	if c == utf8Codec && len(b) < asideWork {
		if validUTF8(b) {
			return b, len(b), nil
		}
	} else if c == utf8Codec {
		valid, err := Aside(t, len(b)/2, func() bool { return validUTF8(b) })
		if valid || err != nil {
			return b, len(b), err
		}
	}
	d := &Decoder{T: t, C: c, In: b, Errors: errs, Final: final, Name: c.errName()}
	if err := c.Decode(d); err != nil {
		return "", 0, err
	}
	return bytesToText(d.Out), d.Pos, nil
}

// A Decoder is one decoding under way.
type Decoder struct {
	T      *Thread
	C      *Codec
	Name   string // in error messages
	In     string
	Pos    int
	Errors string
	Final  bool
	Out    []byte
	exc    *Exception // the error object, made once
	steps  int        // see often
}

// often is called at each step of a decoder's loop: now and then it lets happen
// what is pending, and makes room.
func (d *Decoder) often() (err error) {
	d.steps++
	if d.steps&(oftenItems-1) == 0 {
		d.Out, err = d.T.OftenGrown(oftenItems-1, d.Out)
	}
	return err
}

// Often is often for decoders of other packages.
func (d *Decoder) Often() error { return d.often() }

// decodeObject is str(obj, enc, errs).
func decodeObject(t *Thread, obj, enc, errs Value) (Value, error) {
	encName, errName := "utf-8", "strict"
	if !enc.IsUnset() {
		s, ok := AsStr(enc)
		if !ok {
			return Value{}, TypeErrorf("str() argument 'encoding' must be str, not %s", typeNameOf(enc))
		}
		encName = s.s
	}
	if !errs.IsUnset() {
		s, ok := AsStr(errs)
		if !ok {
			return Value{}, TypeErrorf("str() argument 'errors' must be str, not %s", typeNameOf(errs))
		}
		errName = s.s
	}
	if b, ok := AsBytes(obj); ok {
		return DecodeText(t, b.s, encName, errName)
	}
	if _, ok := AsStr(obj); ok {
		return Value{}, TypeErrorf("decoding str is not supported")
	}
	if obj.Type().Slots.Buffer == nil {
		return Value{}, TypeErrorf("decoding to str: need a bytes-like object, %s found", obj.Type().Name)
	}
	buf, err := GetBuffer(t, obj)
	if err != nil {
		return Value{}, err
	}
	s := string(buf.Bytes)
	buf.Release()
	return DecodeText(t, s, encName, errName)
}

// codecArgs checks the encoding and errors arguments of encode() and decode().
func codecArgs(fn string, enc, errs Value) (string, string, error) {
	e, ok := AsStr(enc)
	if !ok {
		return "", "", TypeErrorf("%s() argument 'encoding' must be str, not %s", fn, typeNameOf(enc))
	}
	h, ok := AsStr(errs)
	if !ok {
		return "", "", TypeErrorf("%s() argument 'errors' must be str, not %s", fn, typeNameOf(errs))
	}
	return e.s, h.s, nil
}

func strEncode(t *Thread, args []Value) (Value, error) {
	enc, errs, err := codecArgs("encode", args[1], args[2])
	if err != nil {
		return Value{}, err
	}
	s, err := EncodeText(t, As[Str](args[0]), enc, errs)
	if err != nil {
		return Value{}, err
	}
	return NewBytesString(s), nil
}
