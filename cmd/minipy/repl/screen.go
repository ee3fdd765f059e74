package repl

import (
	"bytes"
	"strconv"
	"sync"
	"unicode/utf8"
)

// A screen draws the line that is being edited, below what programs have
// written, and keeps the two apart.
//
// readline could draw, too, but counts columns in a way that fails for wide
// characters and long lines, and knows one line only: it is told that its
// output is no terminal, and does the editing alone. The screen compares what
// it has drawn with what is to be seen and writes the difference, so that a
// plain typed character is echoed as that character.
//
// The terminal's settings for output stay as they are ("\n" goes to the
// beginning of the next line).
//
// A terminal whose size changes breaks the rows on it anew, and joins those
// that it has broken: where a drawing is now follows from its rows as they were
// written and from the present width alone, whatever widths there were between.
// So each drawing asks for the size first (fit), and SIGWINCH is no more than a
// reason to draw: it may come before the next key or behind it.
type screen struct {
	mu         sync.Mutex
	write      func([]byte) // to the terminal
	size       func() (cols, rows int)
	cols, rows int

	active bool // a line is being edited
	dirty  bool // the drawing is late: more keys are waiting
	v      view
	shown  []row // the rows drawn
	before int   // columns of output in front of the first of them, in its line
	curRow int   // the cursor, in shown
	curCol int   // -1: at the end of a full row, where terminals differ

	col  int    // where the output of programs stands in its line, which may be longer than a row
	tail []byte // an escape sequence or character of it that has only begun
	out  bytes.Buffer
}

func newScreen(write func([]byte), size func() (cols, rows int)) *screen {
	s := &screen{write: write, size: size}
	s.measure()
	return s
}

func (s *screen) measure() {
	s.cols, s.rows = s.size()
	if s.cols <= 0 || s.rows <= 0 {
		s.cols, s.rows = 80, 24
	}
	s.cols = max(s.cols, 2)
}

// begin opens a line for editing. late: more keys are waiting, the first
// drawing may wait for them.
func (s *screen) begin(v view, late bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.measure()
	s.active, s.v, s.dirty = true, v, late
	s.startHere()
	if !late {
		s.draw()
		s.flush()
	}
}

// startHere takes the place where the cursor is as the beginning of the picture.
func (s *screen) startHere() {
	if s.col > 0 && s.col%s.cols == 0 { // the row is full
		s.out.WriteString("\n")
		s.col = 0
	}
	s.shown, s.before, s.curRow, s.curCol = nil, s.col, 0, s.col%s.cols
}

// left is the column in which the first row of the drawing begins.
func (s *screen) left() int { return s.before % s.cols }

// fit takes the drawing off a terminal whose size has changed since, and says
// whether it has.
func (s *screen) fit() bool {
	cols, rows := s.cols, s.rows
	s.measure()
	if s.cols == cols && s.rows == rows || !s.active {
		return false
	}
	up, height, before := 0, 0, s.before
	for i, r := range s.shown {
		if i == s.curRow { // the cursor stays with its character
			up = height + r.flow(r.at(s.curCol-before%cols), before, s.cols)/s.cols
		}
		height += max(r.flow(len(r), before, s.cols)-1, 0)/s.cols + 1
		before = 0
	}
	if up -= s.before / s.cols; up > 0 {
		s.csi(up, 'A')
		if height-s.before/s.cols > s.rows { // the beginning has scrolled away
			s.before = 0
		}
	}
	s.out.WriteString("\r")
	if s.left() > 0 {
		s.csi(s.left(), 'C')
	}
	s.out.WriteString("\x1b[J")
	s.col = s.before
	s.shown, s.curRow, s.curCol = nil, 0, s.left()
	return true
}

// update shows a new state of the line; late as for begin.
func (s *screen) update(late bool, change func(*view)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.active {
		return
	}
	change(&s.v)
	s.dirty = true
	if !late {
		s.draw()
		s.flush()
	}
}

// catchUp draws what is late.
func (s *screen) catchUp() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.active && s.dirty {
		s.draw()
		s.flush()
	}
}

// finish leaves the whole input on the screen, with suffix behind it, and the
// cursor there, or if below says so at the beginning of the line below.
func (s *screen) finish(suffix string, below bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.active {
		return
	}
	s.v.line = append(s.v.line[:len(s.v.line):len(s.v.line)], []rune(suffix)...)
	s.v.pos, s.v.hints = len(s.v.line), nil
	s.fit()
	p := s.compose()
	if len(p.rows) > s.rows {
		s.erase()
		s.writeAll(p)
	} else {
		s.show(p) // with the cursor at the end
	}
	s.active, s.dirty, s.col = false, false, p.curCol
	if below {
		s.out.WriteString("\n")
		s.col = 0
	}
	s.flush()
}

// withdraw takes the line off the screen; it is not edited any more.
func (s *screen) withdraw() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.active {
		return
	}
	s.fit()
	s.erase()
	s.active, s.dirty, s.col = false, false, s.before
	s.flush()
}

// writeAll writes a picture that is taller than the screen.
func (s *screen) writeAll(p picture) {
	for i, r := range p.rows {
		if i > 0 {
			s.out.WriteString("\n")
		}
		s.cells(r)
	}
}

// clear empties the terminal and draws the line at its top.
func (s *screen) clear() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.measure()
	s.out.WriteString("\x1b[H\x1b[2J")
	s.col = 0
	s.startHere()
	if s.active {
		s.draw()
	}
	s.flush()
}

// redraw draws the line where the cursor is: the terminal was somebody else's.
func (s *screen) redraw() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.measure()
	if s.active {
		s.col = 0
		s.startHere()
		s.draw()
	}
	s.flush()
}

// leave takes the cursor below the line, for somebody else.
func (s *screen) leave() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.active {
		if s.fit() {
			s.draw()
		}
		s.move(max(len(s.shown)-1, 0), 0)
		s.out.WriteString("\n")
		s.flush()
	}
}

// resized draws the line anew if the terminal has another size.
func (s *screen) resized() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fit() {
		s.draw()
	}
	s.flush()
}

// output passes b on to write, above the line that is being edited.
func (s *screen) output(b []byte, write func([]byte) (int, error)) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.active {
		n, err := write(b)
		s.track(b[:max(n, 0)])
		return n, err
	}
	s.fit()
	s.erase()
	s.flush()
	n, err := write(b)
	s.track(b[:max(n, 0)])
	s.startHere()
	s.draw()
	s.flush()
	return n, err
}

// echoed says that the terminal has echoed a line of input.
func (s *screen) echoed(b []byte) {
	if len(b) == 0 || b[len(b)-1] != '\n' {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.col = 0
}

// bell rings.
func (s *screen) bell() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.out.WriteByte('\a')
	s.flush()
}

// erase takes the line off the screen.
func (s *screen) erase() {
	if len(s.shown) == 0 {
		return
	}
	s.move(0, s.left())
	s.out.WriteString("\x1b[J")
	s.shown = nil
}

// compose lays the line out where it begins.
func (s *screen) compose() picture { return compose(&s.v, s.cols, s.rows, s.col%s.cols) }

// draw brings the screen up to date.
func (s *screen) draw() {
	s.dirty = false
	s.fit()
	p := s.compose().window(s.rows)
	if p.cut && s.before > 0 { // the output in front of the line scrolls away
		s.move(0, 0)
		s.out.WriteString("\x1b[J")
		s.shown, s.before, s.col = nil, 0, 0
		p = s.compose().window(s.rows)
	}
	s.show(p)
}

// show writes the difference between p and what is shown.
func (s *screen) show(p picture) {
	if s.shown == nil {
		s.shown = []row{nil}
	}
	for i, r := range p.rows {
		if i >= len(s.shown) {
			if d := len(s.shown) - 1 - s.curRow; d > 0 {
				s.csi(d, 'B')
			}
			s.out.WriteString("\n")
			s.curRow, s.curCol = len(s.shown), 0
			s.shown = append(s.shown, nil)
		}
		s.showRow(i, r)
	}
	if len(s.shown) > len(p.rows) {
		s.move(len(p.rows), 0)
		s.out.WriteString("\x1b[J")
		s.shown = s.shown[:len(p.rows)]
	}
	s.move(p.curRow, p.curCol)
}

func (s *screen) showRow(i int, r row) {
	old := s.shown[i]
	same, col := 0, 0
	if i == 0 {
		col = s.left()
	}
	for same < len(r) && same < len(old) && r[same] == old[same] {
		col += r[same].width
		same++
	}
	s.shown[i] = r
	if same == len(r) && same == len(old) {
		return
	}
	s.move(i, col)
	s.cells(r[same:])
	rest := r[same:].width()
	s.curCol += rest
	if before := old[same:].width(); before > rest {
		s.out.WriteString("\x1b[K")
	}
	if s.curCol >= s.cols {
		s.curCol = -1
	}
}

// cells writes cells with their colours.
func (s *screen) cells(r row) {
	now := plain
	for _, c := range r {
		if c.style != now {
			s.out.WriteString(now.off())
			s.out.WriteString(c.style.on())
			now = c.style
		}
		s.out.WriteString(c.text)
	}
	s.out.WriteString(now.off())
}

// move takes the cursor to a row that is shown, or the one below the last.
func (s *screen) move(row, col int) {
	switch d := row - s.curRow; {
	case d < 0:
		s.csi(-d, 'A')
	case d > 0 && row < len(s.shown):
		s.csi(d, 'B')
	case d > 0:
		s.out.WriteString("\n")
		s.curCol = 0
	}
	s.curRow = row
	if s.curCol == col {
		return
	}
	switch d := col - s.curCol; {
	case s.curCol < 0 || col == 0:
		s.out.WriteString("\r")
		if col > 0 {
			s.csi(col, 'C')
		}
	case d > 0:
		s.csi(d, 'C')
	case d >= -3:
		s.out.WriteString("\b\b\b"[:-d])
	default:
		s.csi(-d, 'D')
	}
	s.curCol = col
}

func (s *screen) csi(n int, final byte) {
	s.out.WriteString("\x1b[")
	if n != 1 {
		s.out.WriteString(strconv.Itoa(n))
	}
	s.out.WriteByte(final)
}

func (s *screen) flush() {
	if s.out.Len() > 0 {
		s.write(s.out.Bytes())
		s.out.Reset()
	}
}

// track follows the column in which the output of programs ends.
func (s *screen) track(b []byte) {
	if i := bytes.LastIndexAny(b, "\n\r"); i >= 0 {
		s.col, s.tail = 0, s.tail[:0]
		b = b[i+1:]
	}
	if len(b) == 0 {
		return
	}
	if len(s.tail) > 0 {
		b = append(s.tail, b...)
		s.tail = nil
	}
	const patience = 1024 // for the end of an escape sequence
	for len(b) > 0 {
		n := escapeLen(string(b[:min(len(b), patience)]))
		switch {
		case n > 0 && n == len(b) && n < patience && !(n > 2 && b[1] == '[' && b[n-1] >= 0x40):
			s.tail = append([]byte(nil), b...)
			return
		case n > 0:
			b = b[n:]
			continue
		case !utf8.FullRune(b):
			s.tail = append([]byte(nil), b...)
			return
		}
		r, n := utf8.DecodeRune(b)
		b = b[n:]
		switch {
		case r == '\t':
			s.col += tabStop - s.col%tabStop
		case r == '\b':
			s.col = max(s.col-1, 0)
		default:
			w := runeWidth(r)
			if s.cols-s.col%s.cols < w { // a wide character does not fit the row
				s.col++
			}
			s.col += w
		}
	}
}
