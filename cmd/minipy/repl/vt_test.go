package repl

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A vt is the model of a terminal, as far as a session uses one: wide
// characters, the wrap that waits at the end of a row, scrolling, and a window
// that changes its width: rows are broken and joined again (as VTE, kitty,
// Windows Terminal and others do).
type vt struct {
	cols, rows int
	grid       [][]glyph
	wraps      []bool // the row goes on in the next one: the terminal has broken a line there
	x, y       int
	pending    bool // the last column is written, the next character wraps
	sgr        string
	rest       []byte // the beginning of a character or sequence
	lines      int    // line feeds so far
	edits      int    // how often the marks of a paste were asked for
	marks      bool   // they are on
	bells      int
}

// A glyph is what one column shows; the second column of a wide character has
// no text.
type glyph struct {
	text string
	sgr  string
	used bool
}

func newVT(cols, rows int) *vt {
	v := &vt{cols: cols, rows: rows}
	for range rows {
		v.grid = append(v.grid, make([]glyph, cols))
	}
	v.wraps = make([]bool, rows)
	return v
}

func (v *vt) feed(b []byte) {
	b = append(v.rest, b...)
	v.rest = nil
	for len(b) > 0 {
		if b[0] == 0x1b {
			n, ok := v.escape(b)
			if !ok {
				v.rest = b
				return
			}
			b = b[n:]
			continue
		}
		if !utf8.FullRune(b) {
			v.rest = b
			return
		}
		r, n := utf8.DecodeRune(b)
		b = b[n:]
		v.char(r)
	}
}

func (v *vt) char(r rune) {
	switch r {
	case '\r':
		v.x, v.pending = 0, false
	case '\n':
		v.lines++
		v.pending = false
		v.down()
	case '\b':
		v.x, v.pending = max(v.x-1, 0), false
	case '\a':
		v.bells++
	case '\t':
		v.x = min(v.x+tabStop-v.x%tabStop, v.cols-1)
	default:
		v.put(r)
	}
}

func (v *vt) put(r rune) {
	w := runeWidth(r)
	if w == 0 {
		if v.x > 0 {
			v.grid[v.y][v.x-1].text += string(r)
		}
		return
	}
	if v.pending || v.x+w > v.cols {
		v.wraps[v.y] = true
		v.x, v.pending = 0, false
		v.down()
	}
	v.grid[v.y][v.x] = glyph{string(r), v.sgr, true}
	if w == 2 {
		v.grid[v.y][v.x+1] = glyph{used: true}
	}
	v.x += w
	if v.x >= v.cols {
		v.x, v.pending = v.cols-1, true
	}
}

func (v *vt) down() {
	if v.y < v.rows-1 {
		v.y++
		return
	}
	v.grid = append(v.grid[1:], make([]glyph, v.cols))
	v.wraps = append(v.wraps[1:], false)
}

// escape obeys the sequence at the beginning of b and gives its length.
func (v *vt) escape(b []byte) (int, bool) {
	if len(b) < 2 {
		return 0, false
	}
	if b[1] != '[' {
		return 2, true
	}
	i := 2
	for i < len(b) && (b[i] < 0x40 || b[i] > 0x7e) {
		i++
	}
	if i == len(b) {
		return 0, false
	}
	params := string(b[2:i])
	n, err := strconv.Atoi(params)
	if err != nil {
		n = 1
	}
	if b[i] != 'm' {
		v.pending = v.pending && (b[i] == 'h' || b[i] == 'l')
	}
	switch b[i] {
	case 'A':
		v.y = max(v.y-n, 0)
	case 'B':
		v.y = min(v.y+n, v.rows-1)
	case 'C':
		v.x = min(v.x+n, v.cols-1)
	case 'D':
		v.x = max(v.x-n, 0)
	case 'H':
		v.x, v.y = 0, 0
	case 'J':
		v.clearRow(v.x)
		from := v.y + 1
		if params == "2" {
			from = 0
		}
		for y := from; y < v.rows; y++ {
			v.grid[y], v.wraps[y] = make([]glyph, v.cols), false
		}
	case 'K':
		v.clearRow(v.x)
	case 'm':
		if v.sgr = params; params == "0" {
			v.sgr = ""
		}
	case 'h', 'l':
		if params == "?2004" {
			if v.marks = b[i] == 'h'; v.marks {
				v.edits++
			}
		}
	}
	return i + 1, true
}

func (v *vt) clearRow(from int) {
	for x := from; x < v.cols; x++ {
		v.grid[v.y][x] = glyph{}
	}
	v.wraps[v.y] = false
}

// resize breaks the lines anew for another width. The cursor stays with its
// character.
func (v *vt) resize(cols, rows int) {
	n := newVT(cols, 1)
	n.rows = 0 // never scrolls
	n.grid, n.wraps = nil, nil
	cx, cy := 0, 0
	for y, from := 0, 0; y < v.rows; y++ {
		if v.wraps[y] {
			continue
		}
		var line []glyph
		cursor := -1
		for ; from <= y; from++ {
			if from == v.y {
				cursor = len(line) + v.x
			}
			line = append(line, v.grid[from]...)
			if last := len(line) - 1; v.wraps[from] && !line[last].used {
				line = line[:last] // a wide character had no room there
			}
		}
		end := len(line)
		for end > 0 && !line[end-1].used {
			end--
		}
		if y > v.y && end == 0 && cursor < 0 {
			continue
		}
		x, row := n.breakLine(line[:max(end, cursor)], cursor)
		if cursor >= 0 {
			cx, cy = x, row
		}
	}
	if cut := min(len(n.grid)-rows, cy); cut > 0 { // as much as the cursor's row allows
		n.grid, n.wraps, cy = n.grid[cut:], n.wraps[cut:], cy-cut
	}
	n.grid, n.wraps = n.grid[:min(len(n.grid), rows)], n.wraps[:min(len(n.grid), rows)]
	for len(n.grid) < rows {
		n.grid, n.wraps = append(n.grid, make([]glyph, cols)), append(n.wraps, false)
	}
	v.grid, v.wraps, v.cols, v.rows, v.x, v.y, v.pending = n.grid, n.wraps, cols, rows, cx, cy, false
}

// breakLine appends a line, broken into rows, and says where its column cursor
// has come.
func (v *vt) breakLine(line []glyph, cursor int) (x, y int) {
	row := make([]glyph, 0, v.cols)
	add := func(wraps bool) {
		v.grid, v.wraps = append(v.grid, append(row, make([]glyph, v.cols-len(row))...)), append(v.wraps, wraps)
		row = make([]glyph, 0, v.cols)
	}
	for i, g := range line {
		wide := i+1 < len(line) && g.used && g.text != "" && line[i+1].used && line[i+1].text == ""
		if len(row) == v.cols || wide && len(row) == v.cols-1 {
			add(true)
		}
		if i == cursor {
			x, y = len(row), len(v.grid)
		}
		row = append(row, g)
	}
	if cursor == len(line) {
		if len(row) == v.cols {
			add(true)
		}
		x, y = len(row), len(v.grid)
	}
	add(false)
	return x, y
}

// row is the text of row y; with colours, {31}red{}.
func (v *vt) row(y int, colours bool) string {
	var b strings.Builder
	now := ""
	end := len(v.grid[y])
	for end > 0 && !v.grid[y][end-1].used {
		end--
	}
	for _, g := range v.grid[y][:end] {
		switch {
		case !g.used:
			g.text = " "
		case g.text == "":
			continue
		}
		if colours && g.sgr != now {
			if now != "" {
				b.WriteString("{}")
			}
			if g.sgr != "" {
				fmt.Fprintf(&b, "{%s}", g.sgr)
			}
			now = g.sgr
		}
		b.WriteString(g.text)
	}
	if now != "" {
		b.WriteString("{}")
	}
	return strings.TrimRight(b.String(), " ")
}

func (v *vt) screen(colours bool) string {
	var b strings.Builder
	for y := range v.rows {
		b.WriteString(v.row(y, colours) + "\n")
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}
