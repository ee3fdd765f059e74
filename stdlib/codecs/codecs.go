// Package codecs is the module _codecs, and the encodings that need large
// tables. The module codecs itself is in pylib.
package codecs

import (
	"strings"

	"github.com/minipy/minipy/runtime"
)

type (
	value  = runtime.Value
	thread = runtime.Thread
)

// Module is _codecs.
var Module = &runtime.ModuleSpec{
	Name: "_codecs",
	Doc:  "The codec registry.",
	Methods: []runtime.Method{
		{Name: "encode", Sig: "obj, encoding='utf-8', errors='strict'", Fn: encode, Doc: "Encode obj with any codec, also one that does not make bytes of text."},
		{Name: "decode", Sig: "obj, encoding='utf-8', errors='strict'", Fn: decode, Doc: "Decode obj with any codec."},
		{Name: "info", Sig: "name, /", Fn: info, Doc: "(canonical name, is for text) of a codec of ours, or None."},
		{Name: "find", Sig: "name, /", Fn: find, Doc: "What a registered search function gives for name, or None."},
		{Name: "encode_text", Sig: "name, text, errors='strict', /", Fn: encodeText, Doc: "The encoded text."},
		{Name: "decode_text", Sig: "name, data, errors='strict', final=True, /", Fn: decodeText,
			Doc: "(text, bytes used, name of the codec to go on with)."},
		{Name: "register", Sig: "search_function, /", Fn: register, Doc: "Add a codec search function."},
		{Name: "unregister", Sig: "search_function, /", Fn: unregister, Doc: "Remove a codec search function."},
		{Name: "register_error", Sig: "errors, handler, /", Fn: registerError, Doc: "Register an error handler under a name."},
		{Name: "lookup_error", Sig: "name, /", Fn: lookupError, Doc: "The error handler of a name."},
		{Name: "escape_encode", Sig: "data, errors=None, /", Fn: escapeEncode},
		{Name: "escape_decode", Sig: "data, errors=None, /", Fn: escapeDecode},
	},
}

// encode makes bytes of text itself and leaves the rest to codecs.py.
func encode(t *thread, args []value) (value, error) {
	enc, errs, err := codecArgs(args, "encode")
	if err != nil {
		return value{}, err
	}
	if s, ok := runtime.AsStr(args[0]); ok {
		if c := runtime.FindCodec(enc); c != nil && !c.Binary {
			out, err := runtime.EncodeText(t, s, enc, errs)
			return runtime.NewBytesString(out), err
		}
	}
	return codeAny(t, "_encode_any", args)
}

// decode makes text of bytes itself and leaves the rest to codecs.py.
func decode(t *thread, args []value) (value, error) {
	enc, errs, err := codecArgs(args, "decode")
	if err != nil {
		return value{}, err
	}
	if b, ok := runtime.AsBytes(args[0]); ok {
		if c := runtime.FindCodec(enc); c != nil && !c.Binary {
			return runtime.DecodeText(t, b.String(), enc, errs)
		}
	}
	return codeAny(t, "_decode_any", args)
}

func codecArgs(args []value, fn string) (enc, errs string, err error) {
	for i, into := range []*string{&enc, &errs} {
		s, ok := runtime.AsStr(args[i+1])
		if !ok {
			name := []string{"encoding", "errors"}[i]
			return "", "", runtime.TypeErrorf("%s() argument '%s' must be str, not %s", fn, name, typeName(args[i+1]))
		}
		*into = s.String()
	}
	return enc, errs, nil
}

func codeAny(t *thread, name string, args []value) (value, error) {
	m, err := t.Host.Import(t, "codecs", value{}, value{}, runtime.None, 0)
	if err != nil {
		return value{}, err
	}
	return runtime.CallMethod(t, m, name, args...)
}

func strArg(v value, fn string, n int) (string, error) {
	s, ok := runtime.AsStr(v)
	if !ok {
		return "", runtime.TypeErrorf("%s() argument %d must be str, not %s", fn, n, typeName(v))
	}
	return s.String(), nil
}

func typeName(v value) string {
	if v.IsNone() {
		return "None"
	}
	return v.Type().Name
}

func info(t *thread, args []value) (value, error) {
	name, err := strArg(args[0], "lookup", 1)
	if err != nil {
		return value{}, err
	}
	c := runtime.FindCodec(name)
	if c == nil {
		return runtime.None, nil
	}
	return runtime.TupleOf(runtime.NewStr(c.Name), runtime.Bool(!c.Binary)), nil
}

func find(t *thread, args []value) (value, error) {
	name, err := strArg(args[0], "lookup", 1)
	if err != nil {
		return value{}, err
	}
	v, err := runtime.FindRegistered(t, name)
	if err != nil {
		return value{}, err
	}
	if v.IsUnset() {
		return runtime.None, nil
	}
	return v, nil
}

// errorsArg is a handler's name; None is strict.
func errorsArg(v value, fn string, n int) (string, error) {
	if v.IsNone() {
		return "strict", nil
	}
	return strArg(v, fn, n)
}

func textCodec(v value) (*runtime.Codec, error) {
	name, err := strArg(v, "lookup", 1)
	if err != nil {
		return nil, err
	}
	c := runtime.FindCodec(name)
	if c == nil || c.Binary {
		return nil, runtime.UnknownEncoding(name)
	}
	return c, nil
}

func encodeText(t *thread, args []value) (value, error) {
	c, err := textCodec(args[0])
	if err != nil {
		return value{}, err
	}
	s, ok := runtime.AsStr(args[1])
	if !ok {
		return value{}, runtime.TypeErrorf("%s_encode() argument 1 must be str, not %s", fnName(c), typeName(args[1]))
	}
	errs, err := errorsArg(args[2], "encode", 2)
	if err != nil {
		return value{}, err
	}
	out, err := c.EncodeStr(t, s, errs)
	if err != nil {
		return value{}, err
	}
	return runtime.NewBytesString(out), nil
}

// fnName is a codec's name as part of a function's.
func fnName(c *runtime.Codec) string {
	switch c.Name {
	case "iso8859-1":
		return "latin_1"
	}
	b := []byte(c.Name)
	for i := range b {
		if b[i] == '-' {
			b[i] = '_'
		}
	}
	return string(b)
}

func decodeText(t *thread, args []value) (value, error) {
	c, err := textCodec(args[0])
	if err != nil {
		return value{}, err
	}
	buf, err := runtime.GetBuffer(t, args[1])
	if err != nil {
		return value{}, err
	}
	data := string(buf.Bytes)
	buf.Release()
	errs, err := errorsArg(args[2], "decode", 2)
	if err != nil {
		return value{}, err
	}
	final, err := runtime.IsTrue(t, args[3])
	if err != nil {
		return value{}, err
	}
	s, used, err := c.DecodeBytes(t, data, errs, final)
	if err != nil {
		return value{}, err
	}
	return runtime.TupleOf(runtime.NewStr(s), runtime.Int(int64(used)), runtime.NewStr(next(c.Name, data, used))), nil
}

// next is the codec that goes on where one with a byte order mark has begun:
// the same one where there is no mark yet.
func next(name, data string, used int) string {
	switch {
	case used == 0:
	case name == "utf-8-sig":
		return "utf-8"
	case name == "utf-16" && strings.HasPrefix(data, "\xff\xfe"), name == "utf-32" && strings.HasPrefix(data, "\xff\xfe\x00\x00"):
		return name + "-le"
	case name == "utf-16" && strings.HasPrefix(data, "\xfe\xff"), name == "utf-32" && strings.HasPrefix(data, "\x00\x00\xfe\xff"):
		return name + "-be"
	}
	return name
}

func register(t *thread, args []value) (value, error) {
	if !runtime.IsCallable(args[0]) {
		return value{}, runtime.TypeErrorf("argument must be callable")
	}
	st := t.VM.Codecs()
	st.Search = append(st.Search, args[0])
	return runtime.None, nil
}

func unregister(t *thread, args []value) (value, error) {
	st := t.VM.Codecs()
	for i, f := range st.Search {
		if runtime.Is(f, args[0]) {
			st.Search = append(st.Search[:i:i], st.Search[i+1:]...)
			clear(st.Found)
			break
		}
	}
	return runtime.None, nil
}

func registerError(t *thread, args []value) (value, error) {
	name, err := strArg(args[0], "register_error", 1)
	if err != nil {
		return value{}, err
	}
	if !runtime.IsCallable(args[1]) {
		return value{}, runtime.TypeErrorf("handler must be callable")
	}
	t.VM.Codecs().Handlers[name] = args[1]
	return runtime.None, nil
}

func lookupError(t *thread, args []value) (value, error) {
	name, err := strArg(args[0], "lookup_error", 1)
	if err != nil {
		return value{}, err
	}
	return runtime.LookupErrorHandler(t, name)
}

func escapeEncode(t *thread, args []value) (value, error) {
	b, ok := runtime.AsBytes(args[0])
	if !ok {
		return value{}, runtime.TypeErrorf("escape_encode() argument 1 must be bytes, not %s", typeName(args[0]))
	}
	n := len(b.String())
	// a literal without its quotes; bytes' own escapes are repr's, but for "
	lit := runtime.ReprBytes(b.String() + "\"'")
	lit = lit[2 : len(lit)-1-len("\"\\'")]
	return runtime.TupleOf(runtime.NewBytesString(lit), runtime.Int(int64(n))), nil
}

func escapeDecode(t *thread, args []value) (value, error) {
	var src string
	if s, ok := runtime.AsStr(args[0]); ok {
		src = s.String()
	} else {
		buf, err := runtime.GetBuffer(t, args[0])
		if err != nil {
			return value{}, err
		}
		src = string(buf.Bytes)
		buf.Release()
	}
	out, err := unescape(src)
	if err != nil {
		return value{}, err
	}
	return runtime.TupleOf(runtime.NewBytesString(string(out)), runtime.Int(int64(len(src)))), nil
}

// unescape reads the escapes of a bytes literal.
func unescape(s string) ([]byte, error) {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			out = append(out, s[i])
			continue
		}
		i++
		if i == len(s) {
			return nil, runtime.ValueErrorf("Trailing \\ in string")
		}
		c := s[i]
		switch {
		case c == '\n':
		case c == 'x':
			v, n := runtime.HexRun(s[i+1:], 2)
			if n < 2 {
				return nil, runtime.ValueErrorf("invalid \\x escape at position %d", i-1)
			}
			out = append(out, byte(v))
			i += 2
		case c >= '0' && c <= '7':
			v, j := 0, i
			for ; j < len(s) && j < i+3 && s[j] >= '0' && s[j] <= '7'; j++ {
				v = v<<3 | int(s[j]-'0')
			}
			out = append(out, byte(v))
			i = j - 1
		default:
			if v := runtime.EscapeChar(c); v >= 0 {
				out = append(out, byte(v))
			} else {
				out = append(out, '\\', c)
			}
		}
	}
	return out, nil
}

func init() {
	for name, aliases := range map[string][]string{
		"hex": {"hex_codec"}, "base64": {"base64_codec", "base_64"}, "rot-13": {"rot13"}, "zlib": {"zip", "zlib_codec"},
		"bz2": {"bz2_codec"}, "quopri": {"quopri_codec", "quoted_printable", "quotedprintable"}, "uu": {"uu_codec"},
	} {
		runtime.RegisterCodec(&runtime.Codec{Name: name, Binary: true}, aliases...)
	}
}
