package repl

import (
	"slices"
	"strings"
	"unicode"
)

// What the keys do that readline has not got, or only for one line. A change
// takes the text and the cursor and gives new ones; it does not write to line.

const indentWidth = 4

// lineStart and lineEnd are the bounds of the line in which pos stands.
func lineStart(line []rune, pos int) int {
	for pos > 0 && line[pos-1] != '\n' {
		pos--
	}
	return pos
}

func lineEnd(line []rune, pos int) int {
	for pos < len(line) && line[pos] != '\n' {
		pos++
	}
	return pos
}

// replace puts text in the place of line[from:to].
func replace(line []rune, from, to int, text []rune) []rune {
	out := make([]rune, 0, len(line)-(to-from)+len(text))
	out = append(out, line[:from]...)
	out = append(out, text...)
	return append(out, line[to:]...)
}

func insert(line []rune, pos int, text []rune) ([]rune, int) {
	return replace(line, pos, pos, text), pos + len(text)
}

// blanks says that there are only blanks in text.
func blanks(text []rune) bool {
	return strings.Trim(string(text), " \t\f") == ""
}

// insertRun inserts what came in one go. If it brings its own indentation,
// that made for the line goes.
func insertRun(line []rune, pos int, text []rune) ([]rune, int) {
	start := lineStart(line, pos)
	if len(text) > 0 && (text[0] == ' ' || text[0] == '\t') && !blanks(text) && pos > start && blanks(line[start:pos]) {
		return replace(line, start, pos, text), start + len(text)
	}
	return insert(line, pos, text)
}

// newline breaks the line, and indents the new one if indent says so.
func newline(line []rune, pos int, indent bool) ([]rune, int) {
	text := []rune{'\n'}
	if indent {
		text = append(text, indentation(line[:pos])...)
	}
	return insert(line, pos, text)
}

// indentation is that of the line that follows text.
func indentation(text []rune) []rune {
	start := lineStart(text, len(text))
	current := text[start:]
	n := 0
	for n < len(current) && (current[n] == ' ' || current[n] == '\t') {
		n++
	}
	indent := append([]rune(nil), current[:n]...)
	tokens := scan(text)
	for len(tokens) > 0 && tokens[len(tokens)-1].kind == commentToken {
		tokens = tokens[:len(tokens)-1]
	}
	if len(tokens) == 0 || tokens[len(tokens)-1].from < start {
		return indent
	}
	last := tokens[len(tokens)-1]
	if last.kind == stringToken && !last.closed && len(last.quotes) == 3 {
		return nil
	}
	switch string(text[last.from:last.to]) {
	case ":", "(", "[", "{":
		if n > 0 && indent[0] == '\t' {
			return append(indent, '\t')
		}
		return append(indent, []rune("    ")...)
	}
	first := tokens[slices.IndexFunc(tokens, func(t scanned) bool { return t.from >= start })]
	switch string(text[first.from:first.to]) {
	case "return", "raise", "break", "continue", "pass":
		return indent[:dedented(indent)]
	}
	return indent
}

// dedented is the length of indent one step further out.
func dedented(indent []rune) int {
	n := len(indent)
	if n > 0 && indent[n-1] == '\t' {
		return n - 1
	}
	return max(n-1, 0) / indentWidth * indentWidth
}

// moveTo puts the cursor somewhere.
func moveTo(to int) func([]rune, int) ([]rune, int) {
	return func(line []rune, _ int) ([]rune, int) { return line, to }
}

// outdent takes a step of indentation, if there is nothing else before the cursor.
func outdent(line []rune, pos int) ([]rune, int) {
	if start := lineStart(line, pos); pos > start && blanks(line[start:pos]) {
		return backspace(line, pos)
	}
	return line, pos
}

// backspace takes the character before the cursor, or a step of indentation.
func backspace(line []rune, pos int) ([]rune, int) {
	if pos == 0 {
		return line, pos
	}
	start := lineStart(line, pos)
	if pos > start && blanks(line[start:pos]) {
		to := start + dedented(line[start:pos])
		return replace(line, to, pos, nil), to
	}
	from := pos - 1
	for from > 0 && line[from] != '\n' && runeWidth(line[from]) == 0 && unicode.In(line[from], unicode.Mn, unicode.Me, unicode.Cf) {
		from-- // what combines goes with its base
	}
	return replace(line, from, pos, nil), from
}

// transpose swaps the characters around the cursor, or the last two of a line.
// (readline's own takes the cursor out of a text of one character.)
func transpose(line []rune, pos int) ([]rune, int) {
	at := pos
	if at == lineEnd(line, pos) {
		at--
	}
	if at <= lineStart(line, pos) {
		return line, pos
	}
	return replace(line, at-1, at+1, []rune{line[at], line[at-1]}), at + 1
}

// wordStart and wordEnd are where the word before or after pos begins or ends.
func wordStart(line []rune, pos int) int {
	for pos > 0 && !isNameRune(line[pos-1]) {
		pos--
	}
	for pos > 0 && isNameRune(line[pos-1]) {
		pos--
	}
	return pos
}

func wordEnd(line []rune, pos int) int {
	for pos < len(line) && !isNameRune(line[pos]) {
		pos++
	}
	for pos < len(line) && isNameRune(line[pos]) {
		pos++
	}
	return pos
}

// recase changes the word at or after the cursor, letter by letter, and goes
// behind it. first says that a letter is the word's first one.
func recase(line []rune, pos int, letter func(r rune, first bool) rune) ([]rune, int) {
	end := wordEnd(line, pos)
	word := append([]rune(nil), line[pos:end]...)
	first := true
	for i, r := range word {
		if isNameRune(r) {
			word[i] = letter(r, first)
			first = false
		}
	}
	return replace(line, pos, end, word), end
}

// swapWords exchanges the word at or before the cursor with the one before it.
func swapWords(line []rune, pos int) ([]rune, int) {
	end := wordEnd(line, pos)
	for end > 0 && !isNameRune(line[end-1]) {
		end--
	}
	start := wordStart(line, end)
	firstStart := wordStart(line, start)
	firstEnd := wordEnd(line, firstStart)
	if firstStart == start || firstEnd > start {
		return line, pos
	}
	swapped := slices.Concat(line[start:end], line[firstEnd:start], line[firstStart:firstEnd])
	return replace(line, firstStart, end, swapped), end
}

// blankStart is where the run of characters between blanks before pos begins.
func blankStart(line []rune, pos int) int {
	for pos > 0 && unicode.IsSpace(line[pos-1]) {
		pos--
	}
	for pos > 0 && !unicode.IsSpace(line[pos-1]) {
		pos--
	}
	return pos
}

// above and below are the place in the line above or below, in the same column
// if that exists; ok is false in the first or last line.
func above(line []rune, pos int) (int, bool) {
	start := lineStart(line, pos)
	if start == 0 {
		return pos, false
	}
	up := lineStart(line, start-1)
	return min(up+pos-start, start-1), true
}

func below(line []rune, pos int) (int, bool) {
	end := lineEnd(line, pos)
	if end == len(line) {
		return pos, false
	}
	return min(end+1+pos-lineStart(line, pos), lineEnd(line, end+1)), true
}

// cleanText makes text of what was pasted: line breaks as Python has them, no
// control characters. dropped counts what was no text.
func cleanText(b []byte) (text []rune, dropped int) {
	s := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(b))
	for _, r := range s {
		switch {
		case r == unicode.ReplacementChar, r < ' ' && r != '\n' && r != '\t' && r != '\f', r == 0x7f, r >= 0x80 && r < 0xa0:
			dropped++
		default:
			text = append(text, r)
		}
	}
	return text, dropped
}

// dedent takes away the indentation of the first line, if all have it: a line
// that begins with a blank is not for the history, and a piece of a program may
// be pasted.
func dedent(src string) string {
	indent := src[:len(src)-len(strings.TrimLeft(src, " \t"))]
	if indent == "" {
		return src
	}
	lines := strings.Split(src, "\n")
	for i, line := range lines {
		rest, ok := strings.CutPrefix(line, indent)
		if !ok && !blanks([]rune(line)) {
			return src
		}
		lines[i] = rest
		if !ok {
			lines[i] = ""
		}
	}
	return strings.Join(lines, "\n")
}
