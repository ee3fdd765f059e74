package io

import (
	"strings"

	rt "github.com/minipy/minipy/runtime"
)

// # Text files
//
// A TextIOWrapper decodes what it reads in chunks: text[tpos:] has been decoded
// and not yet handed out, rest are bytes read and not yet decoded (part of a
// character, or a '\r' whose '\n' may follow). Written text is encoded into
// pending, which goes to the buffer in one piece.
//
// snap are the bytes that text was decoded from, for tell(); same says that
// text is those bytes unchanged, then snap is not kept.

// A TextIOWrapper is a text file.
type TextIOWrapper struct {
	Base
	buffer rt.Value
	bufd   *Buffered // buffer, when it is exactly one of our buffered classes
	file   *FileIO   // buffer, when it is exactly a FileIO (unbuffered standard streams)

	encoding string
	errors   string
	kind     codecKind
	decoder  rt.Value // for codecOther, when it has been needed
	encoder  rt.Value

	ok, detached                bool
	lineBuffering, writeThrough bool
	universal, translate        bool
	readNL                      string // the one line end, where not universal
	writeNL                     string // what '\n' becomes; "": itself
	newlineArg                  rt.Value
	seen                        newlines
	canSeek, telling            bool
	hasRead1                    bool
	chunkSize                   int

	pending []byte
	parts   *partial // prints under way; see print.go

	text     string
	tpos     int
	ascii    bool // text is ASCII
	slab     rt.StrSlab
	same     bool
	snap     []byte
	snapFlag rt.Value // codecOther: the decoder's state before snap
	rest     []byte
}

// newlines notes which line ends have been seen.
type newlines uint8

const (
	seenCR newlines = 1 << iota
	seenLF
	seenCRLF
)

// value is the newlines attribute.
func (n newlines) value() rt.Value {
	var out []rt.Value
	for i, s := range []string{"\r", "\n", "\r\n"} {
		if n&(1<<i) != 0 {
			out = append(out, rt.NewStr(s))
		}
	}
	switch len(out) {
	case 0:
		return rt.None
	case 1:
		return out[0]
	}
	return rt.NewTuple(out)
}

// note records the line ends of text, which ends no '\r\n' in the middle.
func (n *newlines) note(text string) {
	if strings.IndexByte(text, '\r') < 0 {
		if *n&seenLF == 0 && strings.IndexByte(text, '\n') >= 0 {
			*n |= seenLF
		}
		return
	}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n':
			*n |= seenLF
		case '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				*n |= seenCRLF
				i++
			} else {
				*n |= seenCR
			}
		}
	}
}

// translateNL turns '\r\n' and '\r' into '\n'.
func translateNL(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '\r' {
			out = append(out, s[i])
			continue
		}
		out = append(out, '\n')
		if i+1 < len(s) && s[i+1] == '\n' {
			i++
		}
	}
	return ownString(out)
}

var textType rt.Type

func textNew(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	cls, _ := rt.AsType(a[0])
	return rt.Alloc[TextIOWrapper](cls).Value(), nil
}

// textOptions are TextIOWrapper's parameters after the buffer.
type textOptions struct {
	encoding, errors string
	newline          rt.Value
	lineBuffering    bool
	writeThrough     bool
}

func strOrNone(v rt.Value, fn, arg, def string) (string, error) {
	if v.IsNone() {
		return def, nil
	}
	s, ok := rt.AsStr(v)
	if !ok {
		return "", rt.TypeErrorf("%s() argument '%s' must be str or None, not %s", fn, arg, typeName(v))
	}
	if strings.IndexByte(s.String(), 0) >= 0 {
		return "", rt.ValueErrorf("embedded null character")
	}
	return s.String(), nil
}

// textInit is __init__(buffer, encoding=None, errors=None, newline=None,
// line_buffering=False, write_through=False).
func textInit(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	w := rt.As[TextIOWrapper](a[0])
	w.ok, w.detached = false, false
	var o textOptions
	var err error
	if o.encoding, err = strOrNone(a[2], "TextIOWrapper", "encoding", defaultEncoding); err != nil {
		return rt.Value{}, err
	}
	if o.errors, err = strOrNone(a[3], "TextIOWrapper", "errors", "strict"); err != nil {
		if _, isStr := rt.AsStr(a[3]); !isStr {
			err = rt.TypeErrorf("TextIOWrapper() argument 'errors' must be str or None, not %s", typeName(a[3]))
		}
		return rt.Value{}, err
	}
	if _, err = strOrNone(a[4], "TextIOWrapper", "newline", ""); err != nil {
		return rt.Value{}, err
	}
	o.newline = a[4]
	if o.lineBuffering, err = rt.IsTrue(t, a[5]); err != nil {
		return rt.Value{}, err
	}
	if o.writeThrough, err = rt.IsTrue(t, a[6]); err != nil {
		return rt.Value{}, err
	}
	return rt.None, w.setup(t, a[1], o)
}

// defaultEncoding is what a text file has if nobody says; its spelling is what
// the C library calls it.
const defaultEncoding = "UTF-8"

func (w *TextIOWrapper) setup(t *rt.Thread, buffer rt.Value, o textOptions) error {
	*w = TextIOWrapper{Base: w.Base, buffer: buffer, errors: o.errors, chunkSize: bufferSize,
		lineBuffering: o.lineBuffering, writeThrough: o.writeThrough}
	w.Base.closed = false
	if err := w.setNewline(o.newline); err != nil {
		return err
	}
	if err := w.setEncoding(t, o.encoding); err != nil {
		return err
	}
	switch buffer.Type() {
	case &fileIOType:
		w.file = rt.As[FileIO](buffer)
		if err := w.file.check(); err != nil {
			return err
		}
		w.canSeek = w.file.isSeekable(t)
	case &readerType, &writerType, &randomType:
		w.bufd = rt.As[Buffered](buffer)
		w.hasRead1 = w.bufd.reader
		if err := w.bufd.initialized(); err != nil {
			return err
		}
		if w.bufd.file != nil {
			if err := w.bufd.file.check(); err != nil {
				return err
			}
			w.canSeek = w.bufd.file.isSeekable(t)
		}
	default:
		for _, name := range []*rt.Str{strReadable, strWritable} {
			if _, err := truth(t, buffer, name); err != nil {
				return err
			}
		}
		_, has, err := rt.LookupAttr(t, buffer, strRead1)
		if err != nil {
			return err
		}
		w.hasRead1 = has
	}
	if w.file == nil && (w.bufd == nil || w.bufd.file == nil) {
		var err error
		if w.canSeek, err = truth(t, buffer, strSeekable); err != nil {
			return err
		}
	}
	w.telling = w.canSeek
	w.ok = true
	if w.file == nil && (w.bufd == nil || w.bufd.writer) {
		trackText(t, w)
	}
	return nil
}

// setNewline reads the newline argument.
func (w *TextIOWrapper) setNewline(v rt.Value) error {
	nl := ""
	if s, ok := rt.AsStr(v); ok {
		nl = s.String()
		switch nl {
		case "", "\n", "\r", "\r\n":
		default:
			return rt.ValueErrorf("illegal newline value: %s", nl)
		}
	}
	w.newlineArg = v
	w.universal = nl == ""
	w.translate = v.IsNone()
	w.readNL = nl
	w.writeNL = ""
	if nl == "\r" || nl == "\r\n" {
		w.writeNL = nl
	}
	if v.IsNone() && lineSep != "\n" {
		w.writeNL = lineSep
	}
	return nil
}

func quoted(s string) string {
	return "'" + strings.NewReplacer("\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(s) + "'"
}

// setEncoding finds the codec.
func (w *TextIOWrapper) setEncoding(t *rt.Thread, name string) error {
	if name == "locale" {
		name = defaultEncoding
	}
	w.encoding, w.kind = name, codecOf(name)
	w.decoder, w.encoder = rt.Value{}, rt.Value{}
	if w.kind != codecOther {
		return nil
	}
	codecs, err := importModule(t, "codecs")
	if err != nil {
		return rt.Errorf(rt.LookupError, "unknown encoding: %s", name)
	}
	info, err := rt.CallMethod(t, codecs, "lookup", rt.NewStr(name))
	if err != nil {
		return err
	}
	if v, ok, err := rt.LookupAttr(t, info, strIsText); err != nil {
		return err
	} else if ok {
		if is, err := rt.IsTrue(t, v); err != nil {
			return err
		} else if !is {
			return rt.Errorf(rt.LookupError, "'%s' is not a text encoding; use codecs.open() to handle arbitrary codecs", name)
		}
	}
	errs := rt.NewStr(w.errors)
	if w.decoder, err = rt.CallMethod(t, info, "incrementaldecoder", errs); err != nil {
		return err
	}
	if w.universal {
		d := rt.Alloc[NewlineDecoder](&newlineDecoderType)
		d.decoder, d.translate = w.decoder, w.translate
		w.decoder = d.Value()
	}
	w.encoder, err = rt.CallMethod(t, info, "incrementalencoder", errs)
	return err
}

var strIsText = rt.StaticStr("_is_text_encoding")

func (w *TextIOWrapper) initialized() error {
	if w.ok {
		return nil
	}
	if w.detached {
		return rt.ValueErrorf("underlying buffer has been detached")
	}
	return rt.ValueErrorf("I/O operation on uninitialized object")
}

func (w *TextIOWrapper) isClosed(t *rt.Thread) (bool, error) {
	if err := w.initialized(); err != nil {
		return false, err
	}
	if w.bufd != nil {
		return w.bufd.isClosed(t)
	}
	return isClosed(t, w.buffer)
}

// check says whether the file can be used.
func (w *TextIOWrapper) check(t *rt.Thread) error {
	if w.ok && w.bufd != nil && w.bufd.file != nil && w.bufd.ok {
		if w.bufd.file.fd < 0 {
			return closedErr()
		}
		return nil
	}
	closed, err := w.isClosed(t)
	if err == nil && closed {
		err = closedErr()
	}
	return err
}

// textClose flushes and closes the buffer.
func textClose(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	w := rt.As[TextIOWrapper](a[0])
	closed, err := w.isClosed(t)
	if err != nil || closed {
		return rt.None, err
	}
	var ferr error
	if a[0].IsExactly(&textType) {
		ferr = w.flush(t)
	} else {
		_, ferr = method(t, a[0], strFlush)
	}
	var cerr error
	if w.bufd != nil {
		_, cerr = bufClose(t, []rt.Value{w.buffer})
	} else {
		_, cerr = method(t, w.buffer, strClose)
	}
	w.Base.closed = true
	return rt.None, chain(ferr, cerr)
}

func textDetach(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	w := rt.As[TextIOWrapper](a[0])
	if err := w.initialized(); err != nil {
		return rt.Value{}, err
	}
	if _, err := method(t, a[0], strFlush); err != nil {
		return rt.Value{}, err
	}
	buf := w.buffer
	w.buffer, w.bufd, w.ok, w.detached = rt.Value{}, nil, false, true
	return buf, nil
}

// textReconfigure is reconfigure(*, encoding, errors, newline, line_buffering, write_through).
func textReconfigure(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	w := rt.As[TextIOWrapper](a[0])
	if err := w.check(t); err != nil {
		return rt.Value{}, err
	}
	newCodec := !a[1].IsNone() || !a[2].IsNone() || !a[3].IsUnset()
	if newCodec && (w.text != "" || w.rest != nil || w.snap != nil) {
		return rt.Value{}, unsupported("It is not possible to set the encoding or newline of stream after the first read")
	}
	if !a[3].IsUnset() {
		if _, err := strOrNone(a[3], "reconfigure", "newline", ""); err != nil {
			return rt.Value{}, err
		}
	}
	lineBuf, through := w.lineBuffering, w.writeThrough
	var err error
	if !a[4].IsNone() {
		if lineBuf, err = rt.IsTrue(t, a[4]); err != nil {
			return rt.Value{}, err
		}
	}
	if !a[5].IsNone() {
		if through, err = rt.IsTrue(t, a[5]); err != nil {
			return rt.Value{}, err
		}
	}
	if _, err := method(t, a[0], strFlush); err != nil {
		return rt.Value{}, err
	}
	if newCodec {
		enc, err := strOrNone(a[1], "reconfigure", "encoding", w.encoding)
		if err != nil {
			return rt.Value{}, err
		}
		def := w.errors
		if !a[1].IsNone() {
			def = "strict"
		}
		errs, err := strOrNone(a[2], "reconfigure", "errors", def)
		if err != nil {
			return rt.Value{}, err
		}
		if !a[3].IsUnset() {
			if err := w.setNewline(a[3]); err != nil {
				return rt.Value{}, err
			}
		}
		w.errors = errs
		if err := w.setEncoding(t, enc); err != nil {
			return rt.Value{}, err
		}
	}
	w.lineBuffering, w.writeThrough = lineBuf, through
	return rt.None, nil
}

// textDelegate passes a method on to the buffer.
func textDelegate(name *rt.Str) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		w := rt.As[TextIOWrapper](a[0])
		if err := w.initialized(); err != nil {
			return rt.Value{}, err
		}
		return method(t, w.buffer, name)
	}
}

func textRepr(t *rt.Thread, v rt.Value) (rt.Value, error) {
	w := rt.As[TextIOWrapper](v)
	if !w.ok && !w.detached {
		return rt.Value{}, w.initialized()
	}
	if t.ReprEnter(v) {
		return rt.Value{}, rt.RuntimeErrorf("reentrant call inside %s.__repr__", v.Type().Name)
	}
	defer t.ReprLeave()
	var b strings.Builder
	b.WriteString("<_io.TextIOWrapper")
	for _, name := range []*rt.Str{strName, strMode} {
		x, ok, err := rt.LookupAttr(t, v, name)
		if rt.IsError(err, rt.ValueError) {
			continue
		}
		if err != nil {
			return rt.Value{}, err
		}
		if !ok {
			continue
		}
		s, err := rt.ReprStr(t, x)
		if err != nil {
			return rt.Value{}, err
		}
		b.WriteString(" " + name.String() + "=" + s)
	}
	b.WriteString(" encoding='" + w.encoding + "'>")
	return rt.NewStr(b.String()), nil
}

// textGet is an attribute of an initialised file.
func textGet(get func(w *TextIOWrapper) rt.Value) rt.UnaryFn {
	return func(t *rt.Thread, v rt.Value) (rt.Value, error) {
		w := rt.As[TextIOWrapper](v)
		if err := w.initialized(); err != nil {
			return rt.Value{}, err
		}
		return get(w), nil
	}
}

func textSetChunk(t *rt.Thread, v, val rt.Value) error {
	w := rt.As[TextIOWrapper](v)
	if val.IsUnset() {
		return rt.AttributeErrorf("cannot delete attribute")
	}
	n, err := rt.AsSsize(t, val, rt.ValueError)
	if err != nil {
		return err
	}
	if n <= 0 {
		return rt.ValueErrorf("a strictly positive integer is required")
	}
	w.chunkSize = n
	return nil
}

func init() {
	rt.Define(&textType, rt.TypeSpec{Name: "_io.TextIOWrapper", Base: &textBaseType, Size: rt.SizeOf[TextIOWrapper](), Flags: rt.FlagBase,
		Doc: "Character and line based layer over a BufferedIOBase object, buffer.",
		New: rt.Method{Sig: "*args, **kwargs", Fn: textNew},
		Init: rt.Method{Sig: "buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False",
			Fn: textInit},
		Slots: rt.Slots{Repr: textRepr, Iter: textIter, Next: textNext},
		Methods: append(noPickle[:2:2], []rt.Method{
			{Name: "close", Fn: textClose},
			{Name: "detach", Fn: textDetach},
			{Name: "reconfigure", Sig: "*, encoding=None, errors=None, newline=?, line_buffering=None, write_through=None", Fn: textReconfigure},
			{Name: "write", Sig: "text, /", Fn: textWrite},
			{Name: "flush", Fn: textFlush},
			{Name: "read", Sig: "size=-1, /", Fn: textRead},
			{Name: "readline", Sig: "size=-1, /", Fn: textReadline},
			{Name: "seek", Sig: "cookie, whence=0, /", Fn: textSeek},
			{Name: "tell", Fn: textTell},
			{Name: "truncate", Sig: "pos=None, /", Fn: textTruncate},
			{Name: "fileno", Fn: textDelegate(strFileno)},
			{Name: "seekable", Fn: textDelegate(strSeekable)},
			{Name: "readable", Fn: textDelegate(strReadable)},
			{Name: "writable", Fn: textDelegate(strWritable)},
			{Name: "isatty", Fn: textDelegate(strIsatty)},
		}...),
		GetSets: []rt.GetSet{
			{Name: "encoding", Get: textGet(func(w *TextIOWrapper) rt.Value { return rt.NewStr(w.encoding) })},
			{Name: "errors", Get: textGet(func(w *TextIOWrapper) rt.Value { return rt.NewStr(w.errors) })},
			{Name: "buffer", Get: textGet(func(w *TextIOWrapper) rt.Value { return w.buffer })},
			{Name: "line_buffering", Get: textGet(func(w *TextIOWrapper) rt.Value { return rt.Bool(w.lineBuffering) })},
			{Name: "write_through", Get: textGet(func(w *TextIOWrapper) rt.Value { return rt.Bool(w.writeThrough) })},
			{Name: "newlines", Get: textGet(func(w *TextIOWrapper) rt.Value {
				if !w.universal {
					return rt.None
				}
				return w.seen.value()
			})},
			{Name: "_CHUNK_SIZE", Get: textGet(func(w *TextIOWrapper) rt.Value { return rt.Int(int64(w.chunkSize)) }), Set: textSetChunk},
			{Name: "closed", Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
				closed, err := rt.As[TextIOWrapper](v).isClosed(t)
				return rt.Bool(closed), err
			}},
			{Name: "name", Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
				w := rt.As[TextIOWrapper](v)
				if err := w.initialized(); err != nil {
					return rt.Value{}, err
				}
				return rt.GetAttr(t, w.buffer, strName)
			}},
		}})
}
