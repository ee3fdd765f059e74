//go:build !js && !wasip1 && !plan9

package repl

import (
	"bytes"
	"fmt"
	"math/rand"
	"strings"
	"testing"
)

// A bench is a screen on the model of a terminal, without a command between.
type bench struct {
	t      *testing.T
	vt     *vt
	screen *screen
	log    []string // for the report of a failure
}

func newBench(t *testing.T, cols, rows int) *bench {
	b := &bench{t: t, vt: newVT(cols, rows)}
	b.screen = newScreen(b.write, func() (int, int) { return b.vt.cols, b.vt.rows })
	return b
}

// write does what the terminal's own setting for line ends does.
func (b *bench) write(p []byte) { b.vt.feed(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n"))) }

func (b *bench) print(text string) {
	b.log = append(b.log, fmt.Sprintf("print %q", text))
	b.screen.output([]byte(text), func(p []byte) (int, error) { b.write(p); return len(p), nil })
}

func (b *bench) edit(line string, pos int) {
	b.log = append(b.log, fmt.Sprintf("edit %q %d", line, pos))
	b.screen.update(false, func(v *view) { v.line, v.pos = []rune(line), pos })
}

func (b *bench) resize(cols, rows int, told bool) {
	b.log = append(b.log, fmt.Sprintf("resize %dx%d told %t", cols, rows, told))
	b.vt.resize(cols, rows)
	if told {
		b.screen.resized()
	}
}

// check compares what the terminal shows with what it must show: before, then
// the line, laid out as if it had been drawn only once.
func (b *bench) check(before string) {
	b.t.Helper()
	fresh := newVT(b.vt.cols, b.vt.rows)
	fresh.feed([]byte(strings.ReplaceAll(before, "\n", "\r\n")))
	if fresh.pending { // the row is full
		fresh.x, fresh.pending, fresh.y = 0, false, fresh.y+1
	}
	p := compose(&b.screen.v, fresh.cols, fresh.rows, fresh.x)
	top := fresh.y
	for i, r := range p.rows {
		if i > 0 {
			fresh.feed([]byte("\r\n"))
		}
		for _, c := range r {
			fresh.feed([]byte(c.text))
		}
	}
	want := fmt.Sprintf("%scursor %d,%d\n", fresh.screen(false), p.curCol, top+p.curRow)
	got := fmt.Sprintf("%scursor %d,%d\n", b.vt.screen(false), b.vt.x, b.vt.y)
	if got != want {
		b.t.Fatalf("%s\nthe screen:\n%s\nwant:\n%s", strings.Join(b.log, "\n"), got, want)
	}
}

// TestResized changes the size of the terminal between the keys, with and
// without the signal that says so.
func TestResized(t *testing.T) {
	for seed := range int64(200) {
		random := rand.New(rand.NewSource(seed))
		b := newBench(t, 20+random.Intn(60), 60)
		b.log = append(b.log, fmt.Sprintf("seed %d, %d columns", seed, b.vt.cols))
		begun := random.Intn(100) * random.Intn(2) // of a line; a row that is full ends with a line break of ours
		if begun%b.vt.cols == 0 {
			begun = 0
		}
		before := "one\ntwo\n" + strings.Repeat("=", begun)
		b.print(before)
		b.screen.begin(view{first: ">>> ", more: "... "}, false)
		b.check(before)
		for range 6 {
			line := []rune(strings.Repeat("a文b c\nd", 1+random.Intn(20))[:])
			line = line[:random.Intn(len(line))]
			switch random.Intn(4) {
			case 0, 1:
				b.edit(string(line), random.Intn(len(line)+1))
			case 2:
				for range 1 + random.Intn(2) {
					b.resize(8+random.Intn(70), 60, random.Intn(2) == 0)
				}
				b.edit(string(line), random.Intn(len(line)+1))
			case 3:
				b.resize(8+random.Intn(70), 60, random.Intn(2) == 0)
				text := "output\n"
				b.print(text)
				before += text
			}
			b.check(before)
		}
	}
}

// TestResizedLow does the same on terminals that are too low for the line: what
// is around the cursor must be seen, and nothing below it.
func TestResizedLow(t *testing.T) {
	for seed := range int64(200) {
		random := rand.New(rand.NewSource(seed))
		b := newBench(t, 20+random.Intn(60), 4+random.Intn(6))
		b.log = append(b.log, fmt.Sprintf("seed %d, %dx%d", seed, b.vt.cols, b.vt.rows))
		b.print("one\n")
		b.screen.begin(view{first: ">>> ", more: "... "}, false)
		for range 8 {
			if random.Intn(3) == 0 {
				b.resize(8+random.Intn(70), 4+random.Intn(6), random.Intn(2) == 0)
			}
			line := []rune(strings.Repeat("a文b c\nd", 1+random.Intn(10)))
			line = line[:random.Intn(len(line))]
			b.edit(string(line), random.Intn(len(line)+1))
			b.checkWindow()
		}
	}
}

// checkWindow looks for the part of the line that fits, around the cursor.
func (b *bench) checkWindow() {
	b.t.Helper()
	p := b.screen.compose().window(b.vt.rows)
	top := b.vt.y - p.curRow
	var got, want strings.Builder
	for y := max(top, 0); y < b.vt.rows; y++ {
		fmt.Fprintln(&got, b.vt.row(y, false))
		text := ""
		if y-top < len(p.rows) {
			for _, c := range p.rows[y-top] {
				text += c.text
			}
		}
		fmt.Fprintln(&want, strings.TrimRight(text, " "))
	}
	if got.String() != want.String() || b.vt.x != p.curCol || top < 0 {
		b.t.Fatalf("%s\nthe screen:\n%swant, from row %d on:\n%s", strings.Join(b.log, "\n"), b.vt.screen(false), top, want.String())
	}
}
