package lexer

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Origin says where a text comes from; CPython words some errors by it.
type Origin struct {
	Filename string
	File     bool // read from a file, as opposed to given to compile()
	Unicode  bool // was a str: a coding line is ignored
}

// cookie is the form of a coding line (PEP 263).
var cookie = regexp.MustCompile(`^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)`)

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
		if hadBOM && name != "" && encoding != "utf-8" {
			return "", &Error{Kind: "SyntaxError", Msg: "encoding problem: " + name + " with BOM", Line: 0, Col: -1}
		}
		if encoding == "" {
			return "", &Error{Kind: "SyntaxError", Msg: "unknown encoding: " + name, Line: 0, Col: -1}
		}
	}
	var text string
	switch encoding {
	case "latin-1":
		var b strings.Builder
		for _, c := range src {
			b.WriteRune(rune(c))
		}
		text = b.String()
	case "ascii":
		for i, c := range src {
			if c >= 0x80 {
				return "", &Error{Kind: "SyntaxError", Msg: fmt.Sprintf(
					"(unicode error) 'ascii' codec can't decode byte 0x%02x in position %d: ordinal not in range(128)", c, i), Line: 0, Col: -1}
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
		if m := cookie.FindSubmatch(line); m != nil {
			return string(m[1])
		}
		trimmed := bytes.TrimLeft(line, " \t\f\r")
		if len(trimmed) > 0 && trimmed[0] != '#' {
			return ""
		}
		src = rest
	}
	return ""
}

// normalEncoding maps the names of an encoding to the one Decode uses; "" is unknown.
func normalEncoding(name string) string {
	name = strings.ReplaceAll(strings.ToLower(name), "_", "-")
	switch name {
	case "", "utf-8", "utf8", "u8", "utf", "cp65001", "utf-8-sig":
		return "utf-8"
	case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "8859", "cp819", "latin", "l1", "iso-latin-1":
		return "latin-1"
	case "ascii", "us-ascii", "646":
		return "ascii"
	}
	switch {
	case strings.HasPrefix(name, "utf-8-"):
		return "utf-8"
	case strings.HasPrefix(name, "latin-1-"), strings.HasPrefix(name, "iso-8859-1-"), strings.HasPrefix(name, "iso-latin-1-"):
		return "latin-1"
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
		return &Error{Kind: "SyntaxError", Line: line, Col: 0, EndLine: line, Msg: fmt.Sprintf(
			"Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, but no encoding declared; "+
				"see https://peps.python.org/pep-0263/ for details", text[at], from.Filename, line)}
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
	col := at + 1 - start
	msg := fmt.Sprintf("(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %d: %s", text[at], at-start, why)
	return &Error{Kind: "SyntaxError", Msg: msg, Line: line, Col: col, EndLine: line, EndCol: -1}
}
