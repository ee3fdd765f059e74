package repl

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A vt is the model of a terminal, as far as a session uses one: wide
// characters, the wrap that waits at the end of a row, scrolling, and the
// breaking of rows that a narrower window makes too long (as VTE, kitty and
// others do).
type vt struct {
	cols, rows int
	grid       [][]glyph
	x, y       int
	pending    bool // the last column is written, the next character wraps
	sgr        string
	rest       []byte // the beginning of a character or sequence
	lines      int    // line feeds so far
	edits      int    // how often the marks of a paste were asked for
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
			v.grid[y] = make([]glyph, v.cols)
		}
	case 'K':
		v.clearRow(v.x)
	case 'm':
		if v.sgr = params; params == "0" {
			v.sgr = ""
		}
	case 'h':
		if params == "?2004" {
			v.edits++
		}
	}
	return i + 1, true
}

func (v *vt) clearRow(from int) {
	for x := from; x < v.cols; x++ {
		v.grid[v.y][x] = glyph{}
	}
}

// resize breaks rows that are too long for fewer columns.
func (v *vt) resize(cols, rows int) {
	var grid [][]glyph
	cx, cy := v.x, v.y
	for y, r := range v.grid {
		end := len(r)
		for end > 0 && !r[end-1].used {
			end--
		}
		if y == v.y {
			end = max(end, v.x)
			cy, cx = len(grid)+v.x/cols, v.x%cols
		}
		if y > v.y && end == 0 {
			continue
		}
		for first := true; first || end > 0; first = false {
			n := min(end, cols)
			grid = append(grid, append(append([]glyph(nil), r[:n]...), make([]glyph, cols-n)...))
			r, end = r[n:], end-n
		}
	}
	for cut := len(grid) - rows; cut > 0; cut-- {
		grid, cy = grid[1:], cy-1
	}
	for len(grid) < rows {
		grid = append(grid, make([]glyph, cols))
	}
	v.grid, v.cols, v.rows, v.x, v.y, v.pending = grid, cols, rows, cx, max(cy, 0), false
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
