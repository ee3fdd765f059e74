//go:build !js && !wasip1 && !plan9

package repl

import (
	"io"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/chzyer/readline"

	"github.com/minipy/minipy/lang/grammar"
	"github.com/minipy/minipy/runtime"
	stdio "github.com/minipy/minipy/stdlib/io"
)

// An editor edits lines on the terminal: readline with what it lacks around
// it. keys stands before it, screen behind.
//
// readline works on goroutines of its own. Its listener is called after each
// key, its filter (translate) before; both are where the editor does its part.
// The main thread waits in edit, without the GIL, and serves
// what needs the VM meanwhile: the completion of a word, signal handlers.
type editor struct {
	rl      *readline.Instance
	keys    *keys
	screen  *screen
	tty     *terminal
	history *history
	colour  bool
	lines   bool // for CPython's code module: lines for input() have a history, and who asks begins a new row where one is given up
	builtin func(string) bool
	// complete finds what a word at the end of text may become. In the VM's thread.
	complete func(t *runtime.Thread, text []rune) completion

	hung     atomic.Bool // the terminal is gone
	requests chan request
	lost     chan error

	// of the line that is being edited; on readline's goroutine
	mode     mode
	line     []rune
	pos      int
	action   func(line []rune, pos int) ([]rune, int)
	last     rune // the key before
	kills    killRing
	leaving  bool // the key ends a search, when readline comes to it
	past     past
	searched bool // readline has searched in its own copy of past
	changes  changes
	undoing  bool // the change that is being made is no new one
	menu     menu
	loadOnce sync.Once

	// between two lines; on either
	aside rune       // the key that has ended the editing for a while
	kept  *lineState // the line to go on with
}

// A mode says what is being read.
type mode struct {
	first, more string
	statement   bool // of Python; else a line for input()
	history     bool // can be gone through, and gets the line
}

// A request is a word to complete.
type request struct {
	text  []rune
	reply chan completion
}

// newEditor takes over the terminal on descriptors 0 and 1.
func newEditor(colour bool) (*editor, error) {
	src, err := newSource(0)
	if err != nil {
		return nil, err
	}
	e := &editor{keys: newKeys(src), tty: newTerminal(), colour: colour,
		requests: make(chan request), lost: make(chan error, 1)}
	e.screen = newScreen(func(b []byte) { readline.Stdout.Write(b) }, e.tty.size)
	e.keys.idle = e.screen.catchUp
	e.keys.hangup = func(err error) {
		e.hung.Store(true)
		select {
		case e.lost <- err:
		default:
		}
	}
	e.rl, err = readline.NewEx(&readline.Config{
		Stdin: readlineInput{e}, Stdout: readlineOutput{e}, Stderr: io.Discard,
		AutoComplete: e, Listener: e, FuncFilterInputRune: e.translate,
		HistoryLimit: historyLimit, DisableAutoSaveHistory: true, UniqueEditLine: true, HistorySearchFold: true,
		// the screen draws
		FuncIsTerminal: func() bool { return false }, FuncGetWidth: func() int { return 1 << 20 },
		FuncOnWidthChanged: func(func()) {}, FuncMakeRaw: func() error { return nil }, FuncExitRaw: func() error { return nil },
	})
	if err != nil {
		return nil, err
	}
	e.tty.watch(e)
	return e, nil
}

// result is what readline gives.
type result struct {
	line string
	err  error
}

// edit reads a line, in the main thread. The error may be io.EOF,
// errInterrupted, errHangup or what a signal handler raised.
func (e *editor) edit(t *runtime.Thread, m mode) (string, error) {
	if e.hung.Load() {
		return "", errHangup
	}
	if err := e.tty.enter(t); err != nil {
		return "", err
	}
	defer e.tty.leave()
	e.mode, e.line, e.pos, e.menu, e.changes = m, nil, 0, menu{}, changes{}
	e.past.begin()
	e.searched = false
	v := view{first: m.first, more: m.more}
	if e.colour && m.statement {
		v.prompts = promptStyle
		v.paint = func(line []rune) []style { return highlight(line, e.builtin) }
	}
	e.keys.src.Forget()
	e.keys.start()
	e.screen.begin(v, e.kept != nil || e.keys.src.Pending(0))
	if e.kept != nil {
		e.keys.inject(keyRestore)
	}
	results := make(chan result, 1)
	go func() {
		defer e.crash()
		line, err := e.rl.Readline()
		results <- result{line, err}
	}()
	r, err := e.serve(t, results)
	e.keys.stop()
	switch {
	case err != nil:
		e.screen.finish("", true)
	case r.err == readline.ErrInterrupt && e.aside != 0:
		e.screen.withdraw()
		err = errAside
	case r.err == readline.ErrInterrupt:
		e.screen.finish("^C", !e.lines)
		err = errInterrupted
	case r.err != nil:
		e.screen.finish("", !e.lines)
		err = io.EOF
	default:
		e.screen.finish("", true)
		if m.history {
			e.remember(r.line)
		}
	}
	return r.line, err
}

// serve waits for the line without the GIL and does meanwhile what needs it.
func (e *editor) serve(t *runtime.Thread, results chan result) (result, error) {
	for {
		var r result
		var done, gone bool
		var req request
		interrupted := make(chan struct{})
		t.Host.Block(t, func() {
			select {
			case r = <-results:
				done = true
			case req = <-e.requests:
			case <-e.lost:
				gone = true
			case <-interrupted:
			}
		}, func() { close(interrupted) })
		switch {
		case done:
			return r, nil
		case gone:
			return r, errHangup
		case req.reply != nil:
			req.reply <- e.answer(t, req)
			continue
		}
		if err := t.Host.Checkpoint(t); err != nil {
			t.Host.Block(t, func() { e.abort(results) }, nil)
			return r, err
		}
	}
}

// abort makes readline give the line up.
func (e *editor) abort(results chan result) {
	e.keys.inject(ctrlG) // ends a search
	e.keys.inject(ctrlC)
	for {
		select {
		case <-results:
			return
		case err := <-e.lost:
			e.lost <- err
			return
		case req := <-e.requests:
			req.reply <- completion{}
		}
	}
}

// answer completes a word in the VM's thread; Ctrl-C gives it up.
func (e *editor) answer(t *runtime.Thread, req request) completion {
	e.keys.busy.Store(true)
	defer e.keys.busy.Store(false)
	return e.complete(t, req.text)
}

// remember puts a statement into the history, if it does not begin with a blank.
func (e *editor) remember(line string) {
	e.load()
	e.rl.SaveHistory("") // go back to the end: elsewhere readline would take what an entry was edited to
	secret := strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t")
	if secret && !e.lines || blanks([]rune(line)) { // of single lines some belong into a block
		return
	}
	line = trimBlankLines(line)
	if e.past.add(line) {
		e.rl.SaveHistory(line)
		e.history.add(line)
	}
}

// load hands the history of earlier sessions to readline, before its first use.
func (e *editor) load() {
	e.loadOnce.Do(func() {
		for _, line := range e.history.entries() {
			if e.past.add(line) {
				e.rl.SaveHistory(line)
			}
		}
		e.past.begin()
	})
}

// translate is readline's filter: it sees a key first. What it cannot do is
// left as an action to OnChange, and readline gets a key without a meaning.
func (e *editor) translate(key rune) (rune, bool) {
	defer e.crash()
	e.load()
	search := e.rl.Operation.IsSearchMode()
	if key != tabKey {
		e.menu = menu{}
	}
	last := e.last
	e.last = key
	e.searched = e.searched || search
	e.leaving = !(key == ctrlR || key == ctrlS || key == ctrlH || key == rubout || key >= ' ' && (key < keyInsert || key > keyLast))
	switch key {
	case 0, ctrlD:
		return key, true
	case ctrlC:
		return e.giveUp(search)
	case enterKey, lineFeed:
		if search || !e.mode.statement || e.finished() {
			return key, true
		}
		e.keys.newLine.Store(true)
		e.rl.Terminal.KickRead()
		indent := !e.keys.src.Pending(0)
		return e.do(func(line []rune, pos int) ([]rune, int) { return newline(line, pos, indent) })
	case ctrlR, ctrlS:
		if !e.mode.history || len(e.past.entries) == 0 {
			return e.refuse()
		}
		return key, true
	case ctrlP, ctrlN:
		if search {
			return ctrlE, true
		}
		return e.vertical(key)
	case ctrlL:
		e.screen.clear()
		return ctrlG, true
	case ctrlZ:
		e.suspend()
		return ctrlG, true
	}
	if search && !e.leaving {
		return key, true
	}
	if act := e.deed(key, last); act != nil {
		return act()
	}
	if change := e.change(key); change != nil {
		return e.do(change)
	}
	return key, true
}

// deed is what a key does that depends on more than the line; nil: nothing.
func (e *editor) deed(key, last rune) func() (rune, bool) {
	switch key {
	case keyOldest, keyNewest, keyAlikeBefore, keyAlikeAfter:
		return func() (rune, bool) { return e.recall(key, last) }
	case keyUndo:
		return e.undo
	case keyYankBefore:
		if last == ctrlY || last == keyYankBefore {
			return func() (rune, bool) { return e.do(e.kills.exchange) }
		}
		e.last = ctrlG
		return e.refuse
	}
	if kills(key) {
		return func() (rune, bool) { return e.kill(key, kills(last)) }
	}
	return nil
}

// refuse is for a key that cannot do anything now.
func (e *editor) refuse() (rune, bool) {
	e.screen.bell()
	return ctrlG, true
}

// do has an action done after a key without a meaning.
func (e *editor) do(action func(line []rune, pos int) ([]rune, int)) (rune, bool) {
	e.action = action
	if e.rl.Operation.IsSearchMode() {
		return ctrlE, true // which ends the search
	}
	return ctrlG, true
}

// finished says whether Enter ends the input.
func (e *editor) finished() bool {
	if lineEnd(e.line, e.pos) != len(e.line) {
		return false
	}
	start := lineStart(e.line, len(e.line))
	last := e.line[start:]
	if start > 0 && len(last) > 0 && (last[0] == ' ' || last[0] == '\t') && !blanks(last) && e.keys.src.Pending(0) {
		return false // a block that comes at once: to parse it for each line would take long
	}
	src := string(e.line)
	if start > 0 && blanks(last) {
		src = string(e.line[:start])
	}
	return !grammar.IncompleteBlock(dedent(src))
}

// vertical moves between the lines of the input, or through the history.
func (e *editor) vertical(key rune) (rune, bool) {
	step := above
	if key == ctrlN {
		step = below
	}
	to, ok := step(e.line, e.pos)
	if !ok {
		return e.recall(key, 0)
	}
	return e.do(func(line []rune, pos int) ([]rune, int) { return line, to })
}

// kills says that a key is one for kill.
func kills(key rune) bool {
	return key == ctrlK || key == ctrlU || key == ctrlW || key == keyKillWord || key == keyKillWordBack
}

// kill takes text away for Ctrl-Y. Kills in a row are put together.
func (e *editor) kill(key rune, again bool) (rune, bool) {
	line, from, to := e.line, e.pos, e.pos
	switch key {
	case ctrlK:
		if to = lineEnd(line, from); to == from && to < len(line) {
			to++
		}
	case ctrlU:
		from = lineStart(line, to)
	case ctrlW:
		from = blankStart(line, to)
	case keyKillWord:
		to = wordEnd(line, from)
	case keyKillWordBack:
		from = wordStart(line, to)
	}
	text := append([]rune(nil), line[from:to]...)
	e.kills.add(text, again, from < e.pos)
	return e.do(func(line []rune, pos int) ([]rune, int) { return replace(line, from, to, nil), from })
}

// change is what a key does to the line; nil: readline knows it.
func (e *editor) change(key rune) func(line []rune, pos int) ([]rune, int) {
	switch key {
	case keyHome, ctrlA:
		return moveTo(lineStart(e.line, e.pos))
	case keyEnd, ctrlE:
		return moveTo(lineEnd(e.line, e.pos))
	case keyWordLeft:
		return moveTo(wordStart(e.line, e.pos))
	case keyWordRight:
		return moveTo(wordEnd(e.line, e.pos))
	case keyInsert:
		text := e.keys.text().text
		return func(line []rune, pos int) ([]rune, int) { return insertRun(line, pos, text) }
	case keyPaste:
		p := e.keys.text()
		return func(line []rune, pos int) ([]rune, int) { return e.paste(line, pos, p) }
	case ctrlT:
		return transpose
	case keyDelete:
		if e.pos < len(e.line) {
			return func(line []rune, pos int) ([]rune, int) { return replace(line, pos, pos+1, nil), pos }
		}
		return moveTo(e.pos)
	case ctrlH, rubout:
		if e.pos == 0 {
			e.screen.bell()
		}
		return backspace
	case ctrlY:
		return e.kills.yank
	case keyUpper, keyLower, keyCapital:
		return func(line []rune, pos int) ([]rune, int) { return recase(line, pos, letters(key)) }
	case keySwapWords:
		return swapWords
	case keyRestore:
		return e.restore()
	case keyLineBreak:
		return func(line []rune, pos int) ([]rune, int) { return newline(line, pos, true) }
	case keyOutdent:
		return outdent
	case tabKey:
		if e.mode.history && blanks(e.line[lineStart(e.line, e.pos):e.pos]) {
			n := indentWidth - (e.pos-lineStart(e.line, e.pos))%indentWidth
			return func(line []rune, pos int) ([]rune, int) { return insert(line, pos, []rune("    ")[:n]) }
		}
	}
	return nil
}

// paste inserts pasted text; a line for input() ends at its first line break.
func (e *editor) paste(line []rune, pos int, p pasted) ([]rune, int) {
	if p.dropped > 0 {
		e.menu.note = droppedNote(p.dropped)
	}
	if e.mode.statement {
		return insert(line, pos, p.text)
	}
	text := append([]rune(nil), p.text...)
	for i, r := range text {
		if r == '\n' {
			text[i] = ' '
		}
	}
	return insert(line, pos, text)
}

// OnChange is called after each key, and shows its effect.
func (e *editor) OnChange(line []rune, pos int, key rune) ([]rune, int, bool) {
	defer e.crash()
	if key == 0 || key == ctrlC {
		return nil, 0, false
	}
	if key == enterKey || key == lineFeed { // the line is on its way
		return nil, 0, false
	}
	if key == ctrlD && len(line) == 0 && len(e.line) == 0 {
		return nil, 0, false
	}
	changed := false
	if e.action != nil {
		line, pos = e.action(e.line, e.pos) // the key that ends a search has moved pos
		e.action, changed = nil, true
	}
	if !e.undoing && !slices.Equal(line, e.line) {
		e.changes.add(lineState{e.line, e.pos}, key)
	}
	e.undoing = false
	e.line, e.pos = append([]rune(nil), line...), pos
	if !changed && e.rl.Operation.IsSearchMode() { // readline's buffer is the entry in its history, where it would write
		line, changed = append([]rune(nil), line...), true
	}
	e.show()
	return line, pos, changed
}

// show gives the screen the present state.
func (e *editor) show() {
	line, pos := e.line, e.pos
	searching := e.rl.Operation.IsSearchMode() && !e.leaving
	m := e.menu
	// A long text takes a while to draw: only when no more keys come.
	const long, aWhile = 4000, 15 * time.Millisecond
	late, patience := e.keys.src.Pending(0), time.Duration(0)
	if len(line) > long {
		if patience = aWhile; !late {
			defer e.keys.src.Wake() // keys may be waiting for the next one already
		}
		late = true
	}
	e.keys.patience.Store(int64(patience))
	e.screen.update(late, func(v *view) {
		v.line, v.pos = line, pos
		if !searching {
			v.hints = m.hints
		}
	})
}

// readlineInput gives readline the keys.
type readlineInput struct{ e *editor }

func (r readlineInput) Read(b []byte) (int, error) {
	defer r.e.crash()
	return r.e.keys.Read(b)
}

func (r readlineInput) Close() error { return r.e.keys.Close() }

// readlineOutput takes what readline writes: the state of a search in the
// history is shown below the line, everything else the screen knows.
type readlineOutput struct{ e *editor }

func (w readlineOutput) Write(b []byte) (int, error) {
	defer w.e.crash()
	if text, ok := searchStatus(string(b)); ok {
		w.e.screen.update(true, func(v *view) { v.hints = func(int, int) []string { return []string{text} } })
	} else if len(b) == 1 && b[0] == '\a' {
		w.e.screen.bell()
	}
	return len(b), nil
}

func (readlineOutput) Close() error { return nil }

// searchStatus is what readline wrote of a search, in other words.
func searchStatus(s string) (string, bool) {
	const mark = "-i-search: "
	before, after, ok := strings.Cut(s, mark)
	if !ok {
		return "", false
	}
	what := "search"
	if strings.HasSuffix(before, "fwd") {
		what = "forward search"
	}
	if strings.Contains(before, "failing") {
		what = "failing " + what
	}
	text, _, _ := strings.Cut(after, "\x1b")
	return "(" + what + ") " + text, true
}

// Write implements stdlib's Console.
func (e *editor) Write(fd int, b []byte, write func([]byte) (int, error)) (int, error) {
	if !e.tty.owns(fd) {
		return write(b)
	}
	return e.screen.output(b, write)
}

// ReadLine implements stdlib's Console.
func (e *editor) ReadLine(t *runtime.Thread, prompt string) (string, bool, error) {
	if t != t.VM.Main {
		return "", false, nil
	}
	line, err := e.edit(t, mode{first: prompt, history: e.lines})
	switch err {
	case errInterrupted:
		err = runtime.NewException(runtime.KeyboardInterrupt)
	case errHangup:
		err = io.EOF
	case errNoTerminal:
		return "", false, nil
	}
	return line, true, err
}

// Typed implements stdlib's Console.
func (e *editor) Typed(b []byte) { e.screen.echoed(b) }

// Restore implements stdlib's Console.
func (e *editor) Restore() (undo func()) {
	e.screen.leave()
	if !e.tty.leave() {
		return func() {}
	}
	return func() {
		e.tty.again()
		e.screen.redraw()
	}
}

// crash gives the terminal back before a panic ends the process. It is deferred
// on goroutines that are ours or readline's; on the VM's a panic becomes a
// SystemError, and edit leaves in order.
func (e *editor) crash() {
	if r := recover(); r != nil {
		e.tty.leave()
		os.Stderr.WriteString("\n")
		panic(r)
	}
}

// suspend stops the process as Ctrl-Z does elsewhere.
func (e *editor) suspend() {
	e.screen.leave()
	e.tty.suspend()
	e.screen.redraw()
}

// Do implements readline's AutoCompleter: what is common to all candidates is
// inserted, they themselves are shown below the line. (readline's own menu
// divides by zero on a narrow terminal, and scrolls a long one away.)
func (e *editor) Do(line []rune, pos int) ([][]rune, int) {
	defer e.crash()
	if !e.mode.statement {
		e.screen.bell()
		return nil, 0
	}
	if len(e.menu.names) > 0 {
		e.menu.page++
		return nil, 0
	}
	req := request{append([]rune(nil), line[:pos]...), make(chan completion, 1)}
	e.requests <- req
	c := <-req.reply
	if more := c.common(); more != "" {
		return [][]rune{[]rune(more)}, len([]rune(c.word))
	}
	switch {
	case len(c.names) == 0:
		e.screen.bell()
	case len(c.names) > 1:
		e.menu = menu{names: c.names}
	}
	return nil, 0
}

// read implements reader.
func (e *editor) read(t *runtime.Thread, ps1, ps2 string) (string, error) {
	for {
		src, err := e.edit(t, mode{first: ps1, more: ps2, statement: true, history: true})
		switch err {
		case errNoTerminal:
			return plainReader{}.read(t, ps1, ps2)
		case errAside:
			if err := e.goAside(t); err != nil {
				return "", err
			}
			continue
		}
		return src, err
	}
}

// openEditor makes the editor of a session and puts it before the terminal;
// clear empties that.
func openEditor(t *runtime.Thread, o Options, colour bool) (in reader, clear func(), err error) {
	e, err := newEditor(colour)
	if err != nil {
		return nil, nil, err
	}
	e.attach(t, o, historyPath())
	return e, e.screen.clear, nil
}

// EditLines lets input() edit lines, with those before in a history, as CPython's
// code module does when it is run, and has readline for.
func EditLines(o Options) {
	if !canEdit() {
		return
	}
	o.Machine.Guard(func(t *runtime.Thread) error {
		e, err := newEditor(false)
		if err != nil {
			return err
		}
		e.lines, e.tty.noMarks = true, true
		e.attach(t, o, "")
		return nil
	})
}

// attach gives the editor its history and the names to complete, and puts it
// before the terminal.
func (e *editor) attach(t *runtime.Thread, o Options, history string) {
	e.history = openHistory(history, func(msg string) { e.screen.output([]byte(msg+"\n"), os.Stderr.Write) })
	c := &completer{modules: moduleFinder{o.Modules}, main: o.Machine.MainModule}
	e.complete = c.complete
	names := map[string]bool{}
	for _, n := range stringKeys(t.VM.BuiltinsModule.Namespace(t)) {
		names[n] = true
	}
	e.builtin = func(s string) bool { return names[s] }
	e.keys.interrupt = o.Machine.Interrupt
	stdio.SetConsole(t, e)
}

// OnTerminal says that standard input is a terminal.
func OnTerminal() bool { return readline.IsTerminal(0) }

// canEdit says that the terminal can do what the screen needs.
func canEdit() bool {
	return !dumbTerminal() && readline.IsTerminal(0) && readline.IsTerminal(1)
}
