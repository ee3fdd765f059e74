package repl

import (
	"strings"
	"unicode/utf8"
)

// A cell is one character as the terminal shows it, with what combines with it.
type cell struct {
	text  string
	width int
	style style
}

// A row is one line of the screen.
type row []cell

func (r row) width() int {
	n := 0
	for _, c := range r {
		n += c.width
	}
	return n
}

// at is the index of the cell n columns behind the beginning of r.
func (r row) at(n int) int {
	for i, c := range r {
		if n -= c.width; n < 0 {
			return i
		}
	}
	return len(r)
}

// flow is where cell n of r is, or would be, if r begins at column col of a line
// that the terminal breaks every cols columns. Columns are counted on from row
// to row.
func (r row) flow(n, col, cols int) int {
	for i, c := range r {
		if room := cols - col%cols; room < c.width { // a wide character is not broken
			col += room
		}
		if i == n {
			break
		}
		col += c.width
	}
	return col
}

// A picture is what the screen is to show of the line that is being edited.
type picture struct {
	rows     []row
	curRow   int // where the cursor is
	curCol   int
	textRows int  // how many of rows are the input; the others are hints
	cut      bool // the first rows are left out
}

// A composer lays cells out in rows of a screen that is cols wide.
type composer struct {
	cols int
	rows []row
	col  int // where the next cell goes
}

// newComposer begins a picture at column margin, where other output ends.
func newComposer(cols, margin int) *composer {
	return &composer{cols: cols, rows: []row{nil}, col: margin}
}

func (c *composer) newline() {
	c.rows = append(c.rows, nil)
	c.col = 0
}

// put adds a cell, on the next row if there is no room for it.
func (c *composer) put(x cell) {
	last := len(c.rows) - 1
	if x.width == 0 {
		if n := len(c.rows[last]); n > 0 {
			c.rows[last][n-1].text += x.text
		}
		return
	}
	if c.col+x.width > c.cols {
		c.newline()
		last++
	}
	c.rows[last] = append(c.rows[last], x)
	c.col += x.width
}

// tabStop is the distance of the terminal's tab stops.
const tabStop = 8

// text adds r, which stands in a text that began at column start of its line.
func (c *composer) text(r rune, s style, start int) {
	switch {
	case r == '\t':
		for n := tabStop - max(c.col-start, 0)%tabStop; n > 0; n-- {
			c.put(cell{" ", 1, s})
		}
	case r < ' ' || r == 0x7f: // as terminals echo them
		c.put(cell{"^", 1, s})
		c.put(cell{string(r ^ 0x40), 1, s})
	case r >= 0x80 && r < 0xa0:
		c.put(cell{"\ufffd", 1, s})
	default:
		c.put(cell{string(r), runeWidth(r), s})
	}
}

// prompt adds a prompt, which may have line breaks and colours of its own.
func (c *composer) prompt(p string, s style) {
	pending := "" // an escape sequence goes with the character after it
	for p != "" {
		if n := escapeLen(p); n > 0 {
			pending += p[:n]
			p = p[n:]
			s = plain
			continue
		}
		r, size := utf8.DecodeRuneInString(p)
		p = p[size:]
		switch {
		case r == '\n':
			c.newline()
		case r == '\r' || r == '\x01' || r == '\x02': // GNU readline's marks of invisible text
		case pending != "":
			c.put(cell{pending + string(r), max(runeWidth(r), 1), s})
			pending = ""
		default:
			c.text(r, s, 0)
		}
	}
	if last := c.rows[len(c.rows)-1]; pending != "" && len(last) > 0 {
		last[len(last)-1].text += pending
	}
}

// escapeLen is the length of the escape sequence that s begins with, or 0.
func escapeLen(s string) int {
	if len(s) < 2 || s[0] != 0x1b {
		return 0
	}
	switch s[1] {
	case '[':
		for i := 2; i < len(s); i++ {
			if s[i] >= 0x40 && s[i] <= 0x7e {
				return i + 1
			}
		}
		return len(s)
	case ']': // an operating system command, such as a title
		if i := strings.IndexAny(s, "\a"); i >= 0 {
			return i + 1
		}
		if i := strings.Index(s, "\x1b\\"); i >= 0 {
			return i + 2
		}
		return len(s)
	}
	return 2
}

// A view is what compose needs to draw the input.
type view struct {
	first, more string // prompts
	line        []rune
	paint       func(line []rune) []style // nil: plain
	pos         int
	prompts     style
	hints       func(cols, rows int) []string // below the input; nil: none
}

// compose lays out the input and its hints on a screen of cols columns and rows
// rows.
func compose(v *view, cols, rows, margin int) picture {
	c := newComposer(cols, margin)
	c.prompt(v.first, v.prompts)
	start := c.col
	var p picture
	mark := func(next int) {
		if c.col+next > c.cols { // the row is full: the cursor stands on the next
			c.newline()
		}
		p.curRow, p.curCol = len(c.rows)-1, c.col
	}
	var styles []style
	if v.paint != nil {
		styles = v.paint(v.line)
	}
	for i, r := range v.line {
		if i == v.pos {
			mark(max(runeWidth(r), 1))
		}
		if r == '\n' {
			c.newline()
			c.prompt(v.more, v.prompts)
			start = c.col
			continue
		}
		s := plain
		if styles != nil {
			s = styles[i]
		}
		c.text(r, s, start)
	}
	if v.pos >= len(v.line) {
		mark(1)
	}
	p.textRows = len(c.rows)
	var hints []string
	if v.hints != nil {
		hints = v.hints(cols, rows)
	}
	for _, h := range hints {
		c.newline()
		for _, r := range h {
			if c.col+runeWidth(r) > cols { // a hint is cut, not broken
				break
			}
			c.text(r, plain, 0)
		}
	}
	p.rows = c.rows
	return p
}

// window cuts p down to height rows around the cursor.
func (p picture) window(height int) picture {
	if len(p.rows) <= height {
		return p
	}
	hints := len(p.rows) - p.textRows
	if hints >= height {
		hints = height - 1
	}
	room := height - hints
	from := min(max(p.curRow-room+1, 0), max(p.textRows-room, 0))
	if p.textRows-from > room { // as much below the cursor as fits
		from = min(max(p.curRow-room/2, 0), p.textRows-room)
	}
	rows := append([]row(nil), p.rows[from:min(from+room, p.textRows)]...)
	rows = append(rows, p.rows[p.textRows:p.textRows+hints]...)
	return picture{rows: rows, curRow: p.curRow - from, curCol: p.curCol, textRows: min(room, p.textRows-from), cut: from > 0}
}
