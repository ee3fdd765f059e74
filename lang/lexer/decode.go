package lexer

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Origin says where a text comes from; CPython words some errors by it.
type Origin struct {
	Filename string
	File     bool // read from a file, as opposed to given to compile()
	Unicode  bool // was a str: a coding line is ignored
}

// cookie is the form of a coding line (PEP 263). Few files have one, so it is compiled when it is needed.
var cookie = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)`)
})

// Text is decoded source.
type Text struct {
	String   string // UTF-8, no byte order mark, line ends as '\n'
	BOM      bool   // there was one
	Declared bool   // a coding line names the encoding
}

// Decode turns source bytes into the text to tokenise.
func Decode(src []byte, from Origin) (Text, *Error) {
	hadBOM, declared := false, false
	if !from.Unicode && bytes.HasPrefix(src, []byte("\xef\xbb\xbf")) {
		src, hadBOM = src[3:], true
	}
	if i := bytes.IndexByte(src, 0); i >= 0 {
		return Text{}, nulError(src, i, from)
	}
	encoding := "utf-8"
	if !from.Unicode {
		if name := codingLine(src); name != "" {
			encoding, declared = commonName(name), true
		}
		if hadBOM && encoding != "utf-8" {
			return Text{}, from.error("encoding problem: " + encoding + " with BOM")
		}
	}
	text, err := decodeAs(encoding, src, from)
	if err != nil {
		return Text{}, err
	}
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(text, "\r\n", "\n")
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	return Text{text, hadBOM, declared}, nil
}

// error is an error without a place in the text.
func (from Origin) error(msg string) *Error {
	if from.File {
		return &Error{Kind: "SyntaxError", Msg: msg}
	}
	return &Error{Kind: "SyntaxError", Msg: msg, Col: -1}
}

func nulError(src []byte, at int, from Origin) *Error {
	if !from.File {
		return &Error{Kind: "SyntaxError", Msg: "source code string cannot contain null bytes"}
	}
	line := 1 + bytes.Count(src[:at], []byte("\n"))
	return &Error{Kind: "SyntaxError", Msg: "source code cannot contain null bytes", Line: line, EndLine: line}
}

// codingLine returns the encoding that one of the first two lines names, or "".
func codingLine(src []byte) string {
	for range 2 {
		line, rest, _ := bytes.Cut(src, []byte("\n"))
		if bytes.Contains(line, []byte("coding")) {
			if m := cookie().FindSubmatch(line); m != nil {
				return string(m[1])
			}
		}
		trimmed := bytes.TrimLeft(line, " \t\f\r")
		if len(trimmed) > 0 && trimmed[0] != '#' {
			return ""
		}
		src = rest
	}
	return ""
}

// latin1 is the name that CPython gives to it.
const latin1 = "iso-8859-1"

// commonName maps the usual spellings of UTF-8 and Latin-1 to one, and leaves other names alone.
func commonName(name string) string {
	n := strings.ReplaceAll(strings.ToLower(name), "_", "-")
	is := func(known string) bool { return n == known || strings.HasPrefix(n, known+"-") }
	switch {
	case is("utf-8"):
		return "utf-8"
	case is("latin-1"), is(latin1), is("iso-latin-1"):
		return latin1
	}
	return name
}

// decodeAs turns bytes into UTF-8 text.
func decodeAs(encoding string, src []byte, from Origin) (string, *Error) {
	name := strings.ReplaceAll(strings.ToLower(encoding), "_", "-")
	switch name {
	case "utf-8", "utf8", "u8", "utf", "cp65001":
		text := string(src)
		if !from.Unicode && !utf8.ValidString(text) {
			return "", badUTF8(text, from)
		}
		return text, nil
	case "ascii", "us-ascii", "646":
		for i, c := range src {
			if c >= 0x80 {
				return "", from.badByte(encoding, "ascii", c, i, "ordinal not in range(128)")
			}
		}
		return string(src), nil
	case latin1, "latin1", "iso8859-1", "8859", "cp819", "latin", "l1":
		return byteByByte(src, func(c byte) rune { return rune(c) }), nil
	}
	table := charmaps()[name]
	if table == nil {
		if from.File {
			return "", from.error("encoding problem: " + encoding)
		}
		return "", from.error("unknown encoding: " + encoding)
	}
	for i, c := range src {
		if table.DecodeByte(c) == utf8.RuneError {
			return "", from.badByte(encoding, "charmap", c, i, "character maps to <undefined>")
		}
	}
	return byteByByte(src, table.DecodeByte), nil
}

func byteByByte(src []byte, decode func(byte) rune) string {
	var b strings.Builder
	for _, c := range src {
		b.WriteRune(decode(c))
	}
	return b.String()
}

func (from Origin) badByte(encoding, codec string, c byte, at int, why string) *Error {
	if from.File {
		return from.error("encoding problem: " + encoding)
	}
	return from.error(fmt.Sprintf("'%s' codec can't decode byte 0x%02x in position %d: %s", codec, c, at, why))
}

// charmaps are the other encodings of one byte a character, by the names that Python knows.
var charmaps = sync.OnceValue(func() map[string]*charmap.Charmap {
	m := map[string]*charmap.Charmap{
		"koi8-r": charmap.KOI8R, "koi8-u": charmap.KOI8U, "mac-roman": charmap.Macintosh, "macroman": charmap.Macintosh,
		"cp437": charmap.CodePage437, "cp850": charmap.CodePage850, "cp852": charmap.CodePage852,
		"cp855": charmap.CodePage855, "cp858": charmap.CodePage858, "cp860": charmap.CodePage860,
		"cp862": charmap.CodePage862, "cp863": charmap.CodePage863, "cp865": charmap.CodePage865,
		"cp866": charmap.CodePage866, "cp874": charmap.Windows874,
	}
	for i, c := range []*charmap.Charmap{charmap.Windows1250, charmap.Windows1251, charmap.Windows1252, charmap.Windows1253,
		charmap.Windows1254, charmap.Windows1255, charmap.Windows1256, charmap.Windows1257, charmap.Windows1258} {
		m[fmt.Sprintf("cp125%d", i)] = c
		m[fmt.Sprintf("windows-125%d", i)] = c
	}
	for n, c := range map[int]*charmap.Charmap{2: charmap.ISO8859_2, 3: charmap.ISO8859_3, 4: charmap.ISO8859_4,
		5: charmap.ISO8859_5, 6: charmap.ISO8859_6, 7: charmap.ISO8859_7, 8: charmap.ISO8859_8, 9: charmap.ISO8859_9,
		10: charmap.ISO8859_10, 13: charmap.ISO8859_13, 14: charmap.ISO8859_14, 15: charmap.ISO8859_15, 16: charmap.ISO8859_16} {
		m[fmt.Sprintf("iso-8859-%d", n)] = c
		m[fmt.Sprintf("iso8859-%d", n)] = c
	}
	return m
})

// badUTF8 words the first byte that is not UTF-8.
func badUTF8(text string, from Origin) *Error {
	at := 0
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	line := 1 + strings.Count(text[:at], "\n")
	start := strings.LastIndexByte(text[:at], '\n') + 1
	if from.File {
		return from.error(fmt.Sprintf("Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, but no encoding declared; "+
			"see https://peps.python.org/pep-0263/ for details", text[at], from.Filename, line))
	}
	why, end := "invalid start byte", at+1
	if c := text[at]; c >= 0xc2 && c <= 0xf4 {
		why = "invalid continuation byte"
		need := 1
		if c >= 0xe0 {
			need++
		}
		if c >= 0xf0 {
			need++
		}
		for end < len(text) && end-at <= need && text[end]&0xc0 == 0x80 {
			end++
		}
		if end == len(text) {
			why = "unexpected end of data"
		}
	}
	col, endCol := at+1-start, -1
	if q := strings.LastIndexAny(text[start:at], `'"`); q >= 0 {
		// in a string, which is what CPython decodes; it then points behind it
		rest, _, _ := strings.Cut(text[start:], "\n")
		start += q + 1
		col = len(rest) + 1
		endCol = col
	}
	msg := fmt.Sprintf("(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %d: %s", text[at], at-start, why)
	return &Error{Kind: "SyntaxError", Msg: msg, Line: line, Col: col, EndLine: line, EndCol: endCol}
}
