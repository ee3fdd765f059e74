package repl

import "strings"

// Where in a program the cursor is, for completion: from the text before it alone.

// A place says what may be completed there.
type place uint8

const (
	nowhere      place = iota
	namePlace          // a name, or a keyword
	attrPlace          // an attribute of expr
	keyPlace           // a key of the mapping expr, in quotes
	itemPlace          // a key of the mapping expr, of which nothing is there yet
	filePlace          // the name of a file, in a string
	modulePlace        // a module of package module
	fromPlace          // what module holds, after from module import
	importPlace        // the word import itself
	packagePlace       // as modulePlace, after from
)

// A context is what stands before the cursor.
type context struct {
	place  place
	word   string // what is there of it already
	from   int    // where the word begins
	expr   *chain
	module string // dotted
	quote  string // of keyPlace
	prefix string // of its string, in small letters: "", "b", "r", "br", ...
	callee *chain // of the call in whose arguments a namePlace is; nil: none
}

// A chain is an expression that can be looked at without running anything: a
// name or a literal, attributes and items of it.
type chain struct {
	name    string // of the root; "" for a literal
	literal string // the type of a literal
	steps   []step
}

// A step is .name, or [key] with a string or number as it stands in the text.
type step struct {
	name string
	key  string
	item bool
}

// lookAt finds the context of the end of text.
func lookAt(text []rune) context {
	l := looker{text, scan(text)}
	n := len(l.toks)
	if n > 0 {
		switch last := l.toks[n-1]; {
		case last.kind == commentToken:
			return context{}
		case last.kind == stringToken && !last.closed:
			return l.inString(last, l.toks[:n-1])
		case last.kind == numberToken && last.to == len(text):
			return context{}
		}
	}
	c := context{from: len(text)}
	before := l.toks
	if n > 0 && l.toks[n-1].kind == nameToken && l.toks[n-1].to == len(text) {
		before = l.toks[:n-1]
		c.from = l.toks[n-1].from
		c.word = string(text[c.from:])
	}
	if l.inImport(before, &c) {
		return c
	}
	if len(before) == 0 {
		c.place = namePlace
		return c
	}
	switch l.word(before, 1) {
	case ".":
		if c.expr = l.chainOf(before[:len(before)-1]); c.expr != nil {
			c.place = attrPlace
		}
		return c
	case "def", "class", "as":
		return context{}
	case "(", ",":
		c.callee = l.callee(before)
	case "[":
		if c.word == "" && len(before) > 1 && l.endsOperand(before[len(before)-2]) {
			if c.expr = l.chainOf(before[:len(before)-1]); c.expr != nil {
				c.place = itemPlace
				return c
			}
		}
	}
	c.place = namePlace
	return c
}

// A looker reads tokens.
type looker struct {
	text []rune
	toks []scanned
}

func (l looker) str(t scanned) string { return string(l.text[t.from:t.to]) }

// word is the n-th token from the end, or "".
func (l looker) word(toks []scanned, n int) string {
	if n > len(toks) || toks[len(toks)-n].kind == stringToken {
		return ""
	}
	return l.str(toks[len(toks)-n])
}

// inString is a key of a mapping, or else the name of a file.
func (l looker) inString(s scanned, before []scanned) context {
	c := context{from: s.body, word: string(l.text[s.body:]), quote: s.quotes}
	c.prefix = strings.ToLower(string(l.text[s.from : s.body-len(s.quotes)]))
	if l.word(before, 1) == "[" && len(before) > 1 && l.endsOperand(before[len(before)-2]) {
		c.expr = l.chainOf(before[:len(before)-1])
		if c.expr == nil || len(s.quotes) > 1 || strings.Contains(c.prefix, "f") {
			return context{}
		}
		c.place = keyPlace
		return c
	}
	if strings.ContainsAny(c.word, "\\\n") {
		return context{}
	}
	c.place = filePlace
	return c
}

// statement is the part of toks that belongs to the statement at their end.
func (l looker) statement(toks []scanned) []scanned {
	depth, start := 0, 0
	for i, t := range toks {
		if depth <= 0 && i > 0 && strings.ContainsRune(string(l.text[toks[i-1].to:t.from]), '\n') {
			start = i
		}
		switch l.str(t) {
		case "(", "[", "{":
			depth++
		case ")", "]", "}":
			depth--
		case ";", ":":
			if depth <= 0 {
				start = i + 1
			}
		}
	}
	if len(toks) > 0 && depth <= 0 {
		word := len(l.text)
		for word > 0 && isNameRune(l.text[word-1]) {
			word--
		}
		if from := toks[len(toks)-1].to; from <= word && strings.ContainsRune(string(l.text[from:word]), '\n') {
			return nil
		}
	}
	return toks[min(start, len(toks)):]
}

// inImport fills c in if the statement is an import.
func (l looker) inImport(before []scanned, c *context) bool {
	s := l.statement(before)
	if len(s) == 0 {
		return false
	}
	switch l.str(s[0]) {
	case "import":
		from := len(s)
		for from > 1 && l.str(s[from-1]) != "," {
			from--
		}
		if mod, ok := l.dotted(s[from:]); ok {
			c.place, c.module = modulePlace, mod
		}
		return true
	case "from":
		for i, t := range s {
			if l.str(t) != "import" {
				continue
			}
			last := l.str(s[len(s)-1])
			if last == "import" || last == "," || last == "(" {
				var b strings.Builder
				for _, t := range s[1:i] {
					b.WriteString(l.str(t))
				}
				c.place, c.module = fromPlace, b.String()
			}
			return true
		}
		if mod, ok := l.dotted(s[1:]); ok {
			c.place, c.module = packagePlace, mod
		} else if s[len(s)-1].kind == nameToken {
			c.place = importPlace
		}
		return true
	}
	return false
}

// dotted is the package named by toks, a name and a dot in turn.
func (l looker) dotted(toks []scanned) (string, bool) {
	if len(toks)%2 != 0 {
		return "", false
	}
	var parts []string
	for i := 0; i < len(toks); i += 2 {
		if toks[i].kind != nameToken || l.str(toks[i+1]) != "." {
			return "", false
		}
		parts = append(parts, l.str(toks[i]))
	}
	return strings.Join(parts, "."), true
}

// callee is what is called by the innermost bracket that is open.
func (l looker) callee(toks []scanned) *chain {
	depth := 0
	for i := len(toks) - 1; i >= 0; i-- {
		if toks[i].kind != opToken {
			continue
		}
		switch l.str(toks[i]) {
		case ")", "]", "}":
			depth++
		case "[", "{":
			if depth == 0 {
				return nil
			}
			depth--
		case "(":
			if depth == 0 {
				if i > 1 && l.str(toks[i-2]) == "def" {
					return nil
				}
				return l.chainOf(toks[:i])
			}
			depth--
		}
	}
	return nil
}

// chainOf is the chain at the end of toks, or nil.
func (l looker) chainOf(toks []scanned) *chain {
	var c chain
	for len(toks) > 0 {
		last := toks[len(toks)-1]
		switch {
		case last.kind == nameToken:
			name := l.str(last)
			if l.word(toks, 2) == "." && len(toks) > 1 && toks[len(toks)-2].kind == opToken {
				c.steps = append(c.steps, step{name: name})
				toks = toks[:len(toks)-2]
				continue
			}
			if isKeyword(name) && name != "None" && name != "True" && name != "False" {
				return nil
			}
			c.name = name
			return c.reversed()
		case last.kind == stringToken && last.closed:
			c.literal = "str"
			if strings.ContainsAny(string(l.text[last.from:last.body]), "bB") {
				c.literal = "bytes"
			}
			return c.reversed()
		}
		open := l.opening(toks)
		if open < 0 {
			return nil
		}
		inside := toks[open+1 : len(toks)-1]
		if open > 0 && l.endsOperand(toks[open-1]) {
			if l.str(toks[open]) != "[" || len(inside) != 1 {
				return nil
			}
			switch k := inside[0]; k.kind {
			case numberToken:
				c.steps = append(c.steps, step{key: l.str(k), item: true})
			case stringToken:
				if k.body != k.from+len(k.quotes) || !k.closed {
					return nil
				}
				c.steps = append(c.steps, step{key: "'" + string(l.text[k.body:k.to-len(k.quotes)]), item: true})
			default:
				return nil
			}
			toks = toks[:open]
			continue
		}
		switch l.str(toks[open]) {
		case "[":
			c.literal = "list"
		case "{":
			c.literal = "dict"
			if len(inside) > 1 && l.str(inside[1]) != ":" {
				c.literal = "set"
			}
		default:
			if len(inside) > 0 && l.str(inside[len(inside)-1]) != "," {
				return nil
			}
			c.literal = "tuple"
		}
		return c.reversed()
	}
	return nil
}

// opening is the index of the bracket that the last of toks closes, or -1.
func (l looker) opening(toks []scanned) int {
	depth := 0
	for i := len(toks) - 1; i >= 0; i-- {
		if toks[i].kind == opToken {
			switch l.str(toks[i]) {
			case ")", "]", "}":
				depth++
			case "(", "[", "{":
				depth--
			}
		}
		if depth == 0 {
			if i == len(toks)-1 {
				return -1
			}
			return i
		}
	}
	return -1
}

// endsOperand says that a bracket after t is a call or a subscript.
func (l looker) endsOperand(t scanned) bool {
	switch t.kind {
	case nameToken:
		return !isKeyword(l.str(t))
	case stringToken:
		return true
	}
	switch l.str(t) {
	case ")", "]", "}":
		return true
	}
	return false
}

func (c *chain) reversed() *chain {
	for i, j := 0, len(c.steps)-1; i < j; i, j = i+1, j-1 {
		c.steps[i], c.steps[j] = c.steps[j], c.steps[i]
	}
	return c
}
