package lexer

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
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

// Decode turns source bytes into the text to tokenise: UTF-8, no byte order mark, line ends as '\n'.
func Decode(src []byte, from Origin) (string, *Error) {
	hadBOM := false
	if !from.Unicode && bytes.HasPrefix(src, []byte("\xef\xbb\xbf")) {
		src, hadBOM = src[3:], true
	}
	if i := bytes.IndexByte(src, 0); i >= 0 {
		return "", nulError(src, i, from)
	}
	encoding := "utf-8"
	if !from.Unicode {
		name := codingLine(src)
		encoding = normalEncoding(name)
		if encoding == "" {
			encoding = name
		}
		switch {
		case hadBOM && encoding != "utf-8":
			return "", from.error("encoding problem: " + encoding + " with BOM")
		case encoding == name && normalEncoding(name) == "" && from.File:
			return "", from.error("encoding problem: " + name)
		case encoding == name && normalEncoding(name) == "":
			return "", from.error("unknown encoding: " + name)
		}
	}
	var text string
	switch encoding {
	case latin1:
		var b strings.Builder
		for _, c := range src {
			b.WriteRune(rune(c))
		}
		text = b.String()
	case "ascii":
		for i, c := range src {
			if c >= 0x80 && from.File {
				return "", from.error("encoding problem: ascii")
			} else if c >= 0x80 {
				return "", from.error(fmt.Sprintf("'ascii' codec can't decode byte 0x%02x in position %d: ordinal not in range(128)", c, i))
			}
		}
		text = string(src)
	default:
		text = string(src)
		if !from.Unicode && !utf8.ValidString(text) {
			return "", badUTF8(text, from)
		}
	}
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(text, "\r\n", "\n")
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	return text, nil
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

// normalEncoding maps the names of an encoding to the one Decode uses; "" is unknown.
func normalEncoding(name string) string {
	name = strings.ReplaceAll(strings.ToLower(name), "_", "-")
	switch name {
	case "", "utf-8", "utf8", "u8", "utf", "cp65001", "utf-8-sig":
		return "utf-8"
	case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "8859", "cp819", "latin", "l1", "iso-latin-1":
		return latin1
	case "ascii", "us-ascii", "646":
		return "ascii"
	}
	switch {
	case strings.HasPrefix(name, "utf-8-"):
		return "utf-8"
	case strings.HasPrefix(name, "latin-1-"), strings.HasPrefix(name, "iso-8859-1-"), strings.HasPrefix(name, "iso-latin-1-"):
		return latin1
	}
	return ""
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
