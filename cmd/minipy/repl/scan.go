package repl

import (
	"slices"
	"strings"
	"unicode"
)

// scan.go looks at Python text that need not be complete or right, as it is
// while somebody types: for colours and for completion.

// A tokenKind is what a piece of text is, as far as these need it.
type tokenKind uint8

const (
	nameToken tokenKind = iota
	numberToken
	stringToken
	commentToken
	opToken
)

// A scanned token is text[from:to]. Blanks and line breaks are no tokens.
type scanned struct {
	kind     tokenKind
	from, to int
	// of a string: where its text begins, its quotes, and whether they are
	// closed
	body   int
	quotes string
	closed bool
}

// scan cuts text into tokens.
func scan(text []rune) []scanned {
	var out []scanned
	for i := 0; i < len(text); {
		r := text[i]
		switch {
		case r == ' ' || r == '\t' || r == '\n' || r == '\f':
			i++
		case r == '#':
			j := i
			for j < len(text) && text[j] != '\n' {
				j++
			}
			out = append(out, scanned{kind: commentToken, from: i, to: j})
			i = j
		case r == '"' || r == '\'':
			t := scanString(text, i, i)
			out = append(out, t)
			i = t.to
		case isNameRune(r) && !isDigitRune(r):
			j := i
			for j < len(text) && isNameRune(text[j]) {
				j++
			}
			if j < len(text) && (text[j] == '"' || text[j] == '\'') && isStringPrefix(string(text[i:j])) {
				t := scanString(text, i, j)
				out = append(out, t)
				i = t.to
				continue
			}
			out = append(out, scanned{kind: nameToken, from: i, to: j})
			i = j
		case isDigitRune(r) || r == '.' && i+1 < len(text) && isDigitRune(text[i+1]):
			j := i
			for j < len(text) && (isNameRune(text[j]) || text[j] == '.' ||
				(text[j] == '+' || text[j] == '-') && (text[j-1] == 'e' || text[j-1] == 'E') && text[i] != '0') {
				j++
			}
			out = append(out, scanned{kind: numberToken, from: i, to: j})
			i = j
		default:
			out = append(out, scanned{kind: opToken, from: i, to: i + 1})
			i++
		}
	}
	return out
}

// scanString reads a string whose prefix begins at from and whose quotes at q.
func scanString(text []rune, from, q int) scanned {
	quote := text[q]
	t := scanned{kind: stringToken, from: from, quotes: string(quote)}
	i := q + 1
	if q+2 < len(text) && text[q+1] == quote && text[q+2] == quote {
		t.quotes = strings.Repeat(t.quotes, 3)
		i = q + 3
	}
	t.body = i
	for i < len(text) {
		switch {
		case text[i] == '\\':
			i += 2
			continue
		case text[i] == '\n' && len(t.quotes) == 1:
			t.to = i
			return t
		case text[i] == quote && (len(t.quotes) == 1 || i+2 < len(text) && text[i+1] == quote && text[i+2] == quote):
			t.to, t.closed = i+len(t.quotes), true
			return t
		}
		i++
	}
	t.to = len(text)
	return t
}

func isStringPrefix(s string) bool {
	switch strings.ToLower(s) {
	case "r", "b", "u", "f", "rb", "br", "fr", "rf":
		return true
	}
	return false
}

func isNameRune(r rune) bool {
	return r == '_' || r < 0x80 && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9') ||
		r >= 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
}

func isDigitRune(r rune) bool { return r >= '0' && r <= '9' }

// keywords are sorted.
func keywords() []string {
	return []string{"False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
		"elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not",
		"or", "pass", "raise", "return", "try", "while", "with", "yield"}
}

func isKeyword(s string) bool {
	_, ok := slices.BinarySearch(keywords(), s)
	return ok
}

// highlight gives the style of each rune of text; isBuiltin knows the names of builtins.
func highlight(text []rune, isBuiltin func(string) bool) []style {
	out := make([]style, len(text))
	previous := ""
	for _, t := range scan(text) {
		s := plain
		word := string(text[t.from:min(t.to, t.from+32)])
		switch t.kind {
		case stringToken:
			s = stringStyle
		case numberToken:
			s = numberStyle
		case commentToken:
			s = commentStyle
		case nameToken:
			switch {
			case previous == ".":
			case isKeyword(word):
				s = keywordStyle
			case previous == "def" || previous == "class":
				s = definitionStyle
			case isBuiltin(word):
				s = builtinStyle
			}
		}
		previous = word
		if s != plain {
			for i := t.from; i < t.to; i++ {
				out[i] = s
			}
		}
	}
	return out
}
