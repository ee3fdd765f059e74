// Package charmap has the encodings of one byte a character, for source text
// and for the codecs of the library.
package charmap

import (
	"slices"
	"unicode/utf8"
)

//go:generate python3 gen.py

// A Table is one encoding. Chars are the characters of the bytes from 128 on,
// or of all bytes where the lower half is not ASCII; None stands for none. The
// text is read as it stands, so that a program pays only for what it uses.
type Table struct {
	Name    string
	Aliases []string // with _ for what is no letter or digit
	Chars   string
}

// None is no character.
const None = '\ufffe'

// First is the byte that Chars begins with.
func (t *Table) First() int { return 256 - utf8.RuneCountInString(t.Chars) }

// Runes are the characters of all bytes.
func (t *Table) Runes() *[256]rune {
	var out [256]rune
	i := t.First()
	for j := range i {
		out[j] = rune(j)
	}
	for _, r := range t.Chars {
		out[i] = r
		i++
	}
	return &out
}

// Find gives the table of an encoding by an alias, or its name with _ for -; nil: none.
func Find(name string) *Table {
	for i := range Tables {
		if t := &Tables[i]; sameName(t.Name, name) || slices.Contains(t.Aliases, name) {
			return t
		}
	}
	return nil
}

// sameName compares a table's name with one that has _ for -.
func sameName(name, other string) bool {
	if len(name) != len(other) {
		return false
	}
	for i := range len(name) {
		if name[i] != other[i] && (name[i] != '-' || other[i] != '_') {
			return false
		}
	}
	return true
}
