package repl

import (
	"fmt"
	"strings"
)

// A menu is the list of what a word may become, shown below the input until
// the next key. Further Tabs show further pages.
type menu struct {
	names []string
	page  int
	note  string // instead
}

// menuRows is how much of the screen a menu takes at most.
func menuRows(rows int) int { return max(min(rows/2, rows-2), 1) }

// hints lays the menu out on a screen of cols and rows.
func (m menu) hints(cols, rows int) []string {
	if m.note != "" {
		return []string{m.note}
	}
	if len(m.names) == 0 {
		return nil
	}
	widest := 0
	for _, n := range m.names {
		widest = max(widest, textWidth(n))
	}
	const gap = 2
	columns := max((cols-1)/(widest+gap), 1)
	height := menuRows(rows)
	if need := (len(m.names) + columns - 1) / columns; need <= height {
		height = need
	} else if height > 1 {
		height-- // for the line that says so
	}
	perPage := columns * height
	pages := (len(m.names) + perPage - 1) / perPage
	first := m.page % pages * perPage
	names := m.names[first:min(first+perPage, len(m.names))]
	used := (len(names) + columns - 1) / columns
	lines := make([]string, 0, used+1)
	for y := range used {
		var b strings.Builder
		for i := y; i < len(names); i += used { // down the columns, as ls does
			b.WriteString(names[i])
			if i+used < len(names) {
				b.WriteString(strings.Repeat(" ", widest+gap-textWidth(names[i])))
			}
		}
		lines = append(lines, b.String())
	}
	if pages > 1 {
		lines = append(lines, fmt.Sprintf("... %d of %d", first+len(names), len(m.names)))
	}
	return lines
}

// textWidth is how many columns s takes.
func textWidth(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

// droppedNote says that a paste was not all text.
func droppedNote(n int) string {
	if n == 1 {
		return "1 character that is no text was left out"
	}
	return fmt.Sprintf("%d characters that are no text were left out", n)
}
