package repl

import "os"

// A style is how a piece of text looks.
type style uint8

const (
	plain style = iota
	promptStyle
	keywordStyle
	builtinStyle
	stringStyle
	numberStyle
	commentStyle
	definitionStyle
	fileStyle    // the file, line and function of a traceback
	errorStyle   // the exception's type
	messageStyle // and its message
	caretStyle
)

// The colours are those of CPython 3.14.
var sgr = [...]string{
	plain: "", promptStyle: "1;35", keywordStyle: "1;34", builtinStyle: "36", stringStyle: "32", numberStyle: "33",
	commentStyle: "31", definitionStyle: "1", fileStyle: "35", errorStyle: "1;35", messageStyle: "35", caretStyle: "1;31",
}

// on begins the style, off ends it.
func (s style) on() string {
	if s == plain {
		return ""
	}
	return "\x1b[" + sgr[s] + "m"
}

func (s style) off() string {
	if s == plain {
		return ""
	}
	return "\x1b[0m"
}

func (s style) paint(text string) string { return s.on() + text + s.off() }

// wantColor follows the conventions of https://no-color.org and CPython 3.13.
func wantColor() bool {
	switch {
	case os.Getenv("PYTHON_COLORS") == "0":
		return false
	case os.Getenv("PYTHON_COLORS") == "1":
		return true
	case os.Getenv("NO_COLOR") != "":
		return false
	case os.Getenv("FORCE_COLOR") != "":
		return true
	}
	return !dumbTerminal()
}

// dumbTerminal says that the terminal cannot move its cursor.
func dumbTerminal() bool {
	switch os.Getenv("TERM") {
	case "dumb", "unknown", "cons25", "emacs":
		return true
	}
	return false
}
