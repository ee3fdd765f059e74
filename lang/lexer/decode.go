package lexer

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/minipy/minipy/lang/charmap"
)

// Origin says where a text comes from; CPython words some errors by it.
type Origin struct {
	Filename string
	File     bool // read from a file, as opposed to given to compile()
	Unicode  bool // was a str: a coding line is ignored
}

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
		if name := codingIn(line); name != "" {
			return name
		}
		trimmed := bytes.TrimLeft(line, " \t\f\r")
		if len(trimmed) > 0 && trimmed[0] != '#' {
			return ""
		}
		src = rest
	}
	return ""
}

// codingIn returns the encoding that a comment names: what follows the first
// "coding:" or "coding=" with a name behind it (PEP 263), or "".
func codingIn(line []byte) string {
	comment := bytes.TrimLeft(line, " \t\f")
	if len(comment) == 0 || comment[0] != '#' {
		return ""
	}
	for {
		_, rest, found := bytes.Cut(comment, []byte("coding"))
		if !found {
			return ""
		}
		comment = rest
		if len(rest) == 0 || rest[0] != ':' && rest[0] != '=' {
			continue
		}
		name := bytes.TrimLeft(rest[1:], " \t")
		n := 0
		for n < len(name) && (name[n] == '-' || name[n] == '_' || name[n] == '.' || isAlnum(name[n])) {
			n++
		}
		if n > 0 {
			return string(name[:n])
		}
	}
}

func isAlnum(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
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
	known := charmap.Find(strings.ReplaceAll(name, "-", "_"))
	if known == nil {
		if from.File {
			return "", from.error("encoding problem: " + encoding)
		}
		return "", from.error("unknown encoding: " + encoding)
	}
	table := known.Runes()
	for i, c := range src {
		if table[c] == charmap.None {
			return "", from.badByte(encoding, "charmap", c, i, "character maps to <undefined>")
		}
	}
	return byteByByte(src, func(c byte) rune { return table[c] }), nil
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
