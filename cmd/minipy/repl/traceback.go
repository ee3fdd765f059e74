package repl

import "strings"

// colourTraceback colours a traceback as CPython 3.13 does.
func colourTraceback(text string) string {
	var b strings.Builder
	inFrames := false
	for line := range strings.Lines(text) {
		body, hasBreak := strings.CutSuffix(line, "\n")
		switch {
		case strings.HasPrefix(body, "  File \""):
			inFrames = true
			b.WriteString(colourFrame(body))
		case inFrames && strings.HasPrefix(body, "    ") && strings.Trim(body, " ^~") == "" && strings.ContainsAny(body, "^"):
			n := strings.IndexAny(body, "^~")
			b.WriteString(body[:n] + caretStyle.paint(body[n:]))
		case body == "" || body[0] == ' ' || strings.HasSuffix(body, "(most recent call last):") || strings.HasSuffix(body, "another exception occurred:") ||
			strings.HasSuffix(body, "direct cause of the following exception:"):
			b.WriteString(body)
		default:
			b.WriteString(colourError(body))
		}
		if hasBreak {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// colourFrame colours `  File "name", line 3, in function`.
func colourFrame(line string) string {
	rest := strings.TrimPrefix(line, "  File ")
	i := strings.LastIndex(rest, "\", line ")
	if i < 0 {
		return line
	}
	file, rest := rest[:i+1], rest[i+len("\", line "):]
	number, function, ok := strings.Cut(rest, ", in ")
	out := "  File " + fileStyle.paint(file) + ", line " + fileStyle.paint(number)
	if ok {
		out += ", in " + fileStyle.paint(function)
	}
	return out
}

// colourError colours `TypeError: message`.
func colourError(line string) string {
	kind, message, ok := strings.Cut(line, ": ")
	if strings.ContainsAny(kind, " ()") {
		return line
	}
	if !ok {
		return errorStyle.paint(line)
	}
	return errorStyle.paint(kind) + ": " + messageStyle.paint(message)
}
