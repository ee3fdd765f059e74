//go:build !js && !wasip1 && !plan9

package repl

import (
	"slices"
	"strings"
	"unicode"
)

// Past is the statements of before, of earlier sessions too, and where among
// them the line being edited is. What a statement is edited to stays until the
// line is entered, so that one can go away and come back.
type past struct {
	entries []string
	at      int // of entries; their number: the new line
	drafts  map[int]string
	prefix  string // what the keys that search by it look for
}

// begin starts a new line.
func (p *past) begin() { p.at, p.drafts = len(p.entries), map[int]string{} }

// add appends an entry, unless the last one is the same.
func (p *past) add(entry string) bool {
	if n := len(p.entries); n > 0 && p.entries[n-1] == entry {
		return false
	}
	p.entries = append(p.entries, entry)
	return true
}

// text is entry i as it is now.
func (p *past) text(i int) string {
	if s, ok := p.drafts[i]; ok || i == len(p.entries) {
		return s
	}
	return p.entries[i]
}

// find goes to where line was found in another way.
func (p *past) find(line string) {
	for i := len(p.entries) - 1; i >= 0; i-- {
		if p.entries[i] == line {
			p.at = i
			return
		}
	}
}

// step goes by one entry, or to the next one with the prefix that is another
// text than line. ok is false if there is none.
func (p *past) step(by int, line, prefix string) (text string, ok bool) {
	for i := p.at + by; i >= 0 && i <= len(p.entries); i += by {
		text := p.text(i)
		if !strings.HasPrefix(text, prefix) || prefix != "" && text == line && i < len(p.entries) {
			continue
		}
		return p.goTo(i, line), true
	}
	return "", false
}

// goTo goes to entry i from line.
func (p *past) goTo(i int, line string) string {
	if line != p.text(p.at) {
		p.drafts[p.at] = line
	}
	p.at = i
	return p.text(i)
}

// recall is what a key that goes through the history does, after key last.
func (e *editor) recall(key, last rune) (rune, bool) {
	if !e.mode.history {
		return e.refuse()
	}
	line := string(e.line)
	if e.searched {
		e.past.find(line)
		e.searched = false
	}
	by, prefix := -1, ""
	switch key {
	case keyOldest:
		return e.setLine(e.past.goTo(0, line))
	case keyNewest:
		return e.setLine(e.past.goTo(len(e.past.entries), line))
	case keyAlikeBefore, keyAlikeAfter:
		if last != keyAlikeBefore && last != keyAlikeAfter {
			e.past.prefix = string(e.line[:e.pos])
		}
		prefix = e.past.prefix
	}
	if key == ctrlN || key == keyAlikeAfter {
		by = 1
	}
	text, ok := e.past.step(by, line, prefix)
	if !ok {
		return e.refuse()
	}
	return e.setLine(text)
}

func (e *editor) setLine(text string) (rune, bool) {
	return e.do(func([]rune, int) ([]rune, int) { return []rune(text), len([]rune(text)) })
}

// letters is what a key does with the letters of a word.
func letters(key rune) func(r rune, first bool) rune {
	return func(r rune, first bool) rune {
		if key == keyUpper || key == keyCapital && first {
			return unicode.ToUpper(r)
		}
		return unicode.ToLower(r)
	}
}

// Changes are the states that Ctrl-_ goes back to, the latest last.
type changes struct {
	states []lineState
	size   int  // of all lines
	typing bool // the last state is the one before the word that is being typed
}

type lineState struct {
	line []rune
	pos  int
}

// changesMax is how much text is kept.
const changesMax = 1 << 20

// add keeps the state before a change by key. A word that is typed is one change.
func (c *changes) add(s lineState, key rune) {
	typed := key >= ' ' && key != rubout && (key < keyInsert || key > keyLast)
	if typed && key != ' ' && c.typing {
		return
	}
	c.typing = typed
	c.states = append(c.states, s)
	for c.size += len(s.line) + 1; c.size > changesMax; c.states = c.states[1:] {
		c.size -= len(c.states[0].line) + 1
	}
}

// back takes the last state.
func (c *changes) back() (s lineState, ok bool) {
	if len(c.states) == 0 {
		return s, false
	}
	s = c.states[len(c.states)-1]
	c.states = c.states[:len(c.states)-1]
	c.size -= len(s.line) + 1
	c.typing = false
	return s, true
}

// undo goes back by one change.
func (e *editor) undo() (rune, bool) {
	s, ok := e.changes.back()
	if !ok {
		return e.refuse()
	}
	e.undoing = true
	return e.do(func([]rune, int) ([]rune, int) { return s.line, s.pos })
}

// A killRing is what has been taken away, the latest last.
type killRing struct {
	texts    [][]rune
	at       int // the one inserted last
	from, to int // where that is in the line
}

// killsMax is how many texts are kept.
const killsMax = 30

func (k *killRing) last() []rune {
	if len(k.texts) == 0 {
		return nil
	}
	return k.texts[len(k.texts)-1]
}

// add keeps a text. joined: it goes with the last one, before or behind it.
func (k *killRing) add(text []rune, joined, before bool) {
	switch {
	case !joined || len(k.texts) == 0:
		if len(text) == 0 {
			return
		}
		if k.texts = append(k.texts, text); len(k.texts) > killsMax {
			k.texts = k.texts[1:]
		}
	case before:
		k.texts[len(k.texts)-1] = slices.Concat(text, k.last())
	default:
		k.texts[len(k.texts)-1] = slices.Concat(k.last(), text)
	}
}

// yank inserts the latest text.
func (k *killRing) yank(line []rune, pos int) ([]rune, int) {
	k.at = len(k.texts) - 1
	text := k.last()
	k.from, k.to = pos, pos+len(text)
	return insert(line, pos, text)
}

// exchange puts the text before it in the place of the one inserted.
func (k *killRing) exchange(line []rune, pos int) ([]rune, int) {
	if len(k.texts) == 0 {
		return line, pos
	}
	k.at = (k.at + len(k.texts) - 1) % len(k.texts)
	line = replace(line, k.from, k.to, k.texts[k.at])
	k.to = k.from + len(k.texts[k.at])
	return line, k.to
}
