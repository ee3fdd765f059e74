// Package token enumerates the tokens of Python 3.11.
//
// Hard keywords and operators have a kind each, so that the parser compares small integers; soft keywords (match,
// case, type, _) are Names.
package token

// Kind is the kind of a token. The values are what participle sees as lexer.TokenType.
type Kind int

const (
	// EOF is participle's own mark for the end of the stream.
	EOF Kind = -1

	// Error ends a stream that cannot be tokenised; the lexer holds the error.
	Error Kind = iota
	// StartFile, StartEval and StartSingle come first and choose the rule of the root grammar.
	StartFile
	StartEval
	StartSingle

	Name
	Number
	String
	Newline
	Indent
	Dedent
	// Unknown is a character that no token starts with and that CPython hands to its parser all the same: $ ? !
	Unknown

	opStart
	LParen
	RParen
	LBracket
	RBracket
	LBrace
	RBrace
	Colon
	Comma
	Semi
	Dot
	Ellipsis
	Arrow
	At
	Plus
	Minus
	Star
	Slash
	VBar
	Amper
	Less
	Greater
	Equal
	Percent
	Tilde
	Caret
	EqEqual
	NotEqual
	Diamond // <>, always an error
	LessEqual
	GreaterEqual
	LeftShift
	RightShift
	DoubleStar
	DoubleSlash
	Walrus
	PlusEqual
	MinusEqual
	StarEqual
	SlashEqual
	PercentEqual
	AmperEqual
	VBarEqual
	CaretEqual
	LeftShiftEqual
	RightShiftEqual
	DoubleStarEqual
	DoubleSlashEqual
	AtEqual

	keywordStart
	False
	None
	True
	And
	As
	Assert
	Async
	Await
	Break
	Class
	Continue
	Def
	Del
	Elif
	Else
	Except
	Finally
	For
	From
	Global
	If
	Import
	In
	Is
	Lambda
	Nonlocal
	Not
	Or
	Pass
	Raise
	Return
	Try
	While
	With
	Yield

	NumKinds
)

// names holds the text of operators and keywords and the symbol of the other kinds; it is only read.
var names = [NumKinds]string{
	Error: "Error", StartFile: "StartFile", StartEval: "StartEval", StartSingle: "StartSingle",
	Name: "Name", Number: "Number", String: "String", Newline: "Newline", Indent: "Indent", Dedent: "Dedent",
	Unknown: "Unknown",

	LParen: "(", RParen: ")", LBracket: "[", RBracket: "]", LBrace: "{", RBrace: "}", Colon: ":", Comma: ",",
	Semi: ";", Dot: ".", Ellipsis: "...", Arrow: "->", At: "@", Plus: "+", Minus: "-", Star: "*", Slash: "/",
	VBar: "|", Amper: "&", Less: "<", Greater: ">", Equal: "=", Percent: "%", Tilde: "~", Caret: "^",
	EqEqual: "==", NotEqual: "!=", Diamond: "<>", LessEqual: "<=", GreaterEqual: ">=", LeftShift: "<<",
	RightShift: ">>", DoubleStar: "**", DoubleSlash: "//", Walrus: ":=", PlusEqual: "+=", MinusEqual: "-=",
	StarEqual: "*=", SlashEqual: "/=", PercentEqual: "%=", AmperEqual: "&=", VBarEqual: "|=", CaretEqual: "^=",
	LeftShiftEqual: "<<=", RightShiftEqual: ">>=", DoubleStarEqual: "**=", DoubleSlashEqual: "//=", AtEqual: "@=",

	False: "False", None: "None", True: "True", And: "and", As: "as", Assert: "assert", Async: "async",
	Await: "await", Break: "break", Class: "class", Continue: "continue", Def: "def", Del: "del", Elif: "elif",
	Else: "else", Except: "except", Finally: "finally", For: "for", From: "from", Global: "global", If: "if",
	Import: "import", In: "in", Is: "is", Lambda: "lambda", Nonlocal: "nonlocal", Not: "not", Or: "or",
	Pass: "pass", Raise: "raise", Return: "return", Try: "try", While: "while", With: "with", Yield: "yield",
}

// String is the text of an operator or keyword, else the symbol.
func (k Kind) String() string {
	switch {
	case k == EOF:
		return "EOF"
	case k > 0 && k < NumKinds:
		return names[k]
	}
	return "?"
}

// IsKeyword tells whether k is a hard keyword.
func (k Kind) IsKeyword() bool { return k > keywordStart && k < NumKinds }

// IsOperator tells whether k is an operator or a delimiter.
func (k Kind) IsOperator() bool { return k > opStart && k < keywordStart }

// Lookup returns the kind of a word: its keyword, or Name.
func Lookup(word string) Kind {
	if len(word) < 2 || len(word) > 8 {
		return Name
	}
	switch word {
	case "if":
		return If
	case "in":
		return In
	case "is":
		return Is
	case "as":
		return As
	case "or":
		return Or
	case "not":
		return Not
	case "and":
		return And
	case "def":
		return Def
	case "for":
		return For
	case "del":
		return Del
	case "try":
		return Try
	case "None":
		return None
	case "True":
		return True
	case "else":
		return Else
	case "elif":
		return Elif
	case "from":
		return From
	case "pass":
		return Pass
	case "with":
		return With
	case "raise":
		return Raise
	case "break":
		return Break
	case "class":
		return Class
	case "while":
		return While
	case "yield":
		return Yield
	case "async":
		return Async
	case "await":
		return Await
	case "False":
		return False
	case "return":
		return Return
	case "import":
		return Import
	case "except":
		return Except
	case "assert":
		return Assert
	case "lambda":
		return Lambda
	case "global":
		return Global
	case "finally":
		return Finally
	case "continue":
		return Continue
	case "nonlocal":
		return Nonlocal
	}
	return Name
}

// Symbols maps the name of every kind to its value, as participle wants it.
func Symbols() map[string]Kind {
	m := map[string]Kind{"EOF": EOF}
	for k, name := range names {
		if name != "" {
			m[name] = Kind(k)
		}
	}
	return m
}

// HardKeywords are all words that cannot be identifiers, sorted as CPython's keyword.kwlist.
func HardKeywords() []string {
	var ws []string
	for k := keywordStart + 1; k < NumKinds; k++ {
		ws = append(ws, names[k])
	}
	return ws
}
